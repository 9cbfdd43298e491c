"""The names of those who move and second, as minutes print them, and where they stand in a text."""

from __future__ import annotations

from papermine import regex as re
from papermine.language.names import clean_name, read_person
from papermine.language.titles import CHAIR, TITLE

_PARTICLE = r"(?:de|van|der|von|la|le|du|ap|ab)"
NAME = (rf"(?:(?:[Tt]he|THE)\s+(?:{CHAIR}|(?:(?:VICE|DEPUTY)[- ]?)?(?:CHAIR(?:MAN)?|MAYOR)\b)|"
        rf"[A-Z][\w’'‘-]*\.?(?:(?:[\s.]|(?<=\b[A-Z]\.)|(?<=\b(?:Cyng|Cllr)\.))(?:[A-Z][\w’'‘-]*\.?|{_PARTICLE}\b|[‘“\"'][A-Z][\w-]*[’”\"'](?=\s[A-Z])))" + r"{0,6}(?:,\s(?:Jr|Sr|JR|SR)\b\.?|,\sI{2,3}\b)?)")
_NOT_NAME = re.compile(r"(?:It|This|That|The|There|Which|Motion|Amendment|Members?(?!\s(?:[A-Z]{1,3}\.?\s)?[A-Z][a-z’'-]+$)|Recommendations?|Officers?|Council|Committee|Having|On|And|In|Following|Later|Was|Resolution|Carried|All|Both|He|She|They|We)\b")


_ONE_OF_PAIR = rf"(?:{TITLE}\.?\s)?(?:[A-Z]\.?\s?){{0,2}}(?!Carried|Lost|Defeated)[A-Z][\w’'-]+(?: (?!Carried|CARRIED|Lost|LOST|Defeated|DEFEATED)[A-Z][\w’'-]+)?"
_PAIR_LINE = re.compile(rf"(?:(?:Council|Committee|Board)(?:['’]s)?\s+(?:[Rr]esolution|[Rr]ecommendation|[Dd]ecision)s?\s+)?(?:(?:Councill?ors|Crs|Cllrs|Members)\s+)?(?P<m>{_ONE_OF_PAIR})\s*/\s*"
                        rf"(?P<s>{_ONE_OF_PAIR})\.?(?:\s+(?P<out>(?i:(?:motion |the motion )?(?:was )?(?:not )?(?:carried|lost|defeated|denied|died|failed|rejected|negatived|withdrawn|tabled|deferred|passed))\b.{{0,60}}))?$")


_BESIDE = re.compile(rf"(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for)\s+)*)*(?!(?i:former|ex|past|late|retired|vice|deputy|acting|{TITLE}|{CHAIR})\b)[A-Z][\w’'&-]{{2,}}\s+(?P<who>{TITLE}\.?\s+[A-Z][\w’'.-]*.*)$")
"""A heading before the mover on his line, or whose office it is: "III Approval of Agenda Commissioner Pell moved", "AGENDA   Trustee Korn, seconded by", "Regional Councillor Vane moved"."""


def paired(text: str) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    """The mover and the seconder of a line that names nobody else, and where the outcome after them begins.

    >>> t = "Pell/Hargreaves CARRIED"; m, s, at = paired(t); t[slice(*m)], t[slice(*s)], t[at:]
    ('Pell', 'Hargreaves', 'CARRIED')
    >>> paired("The Pell/Hargreaves report") is None
    True
    >>> [paired(t) is not None for t in ("Cr J Pell/Cr A Orde", "J. Pell / A. Orde", "Trustee PELL/Trustee ORDE")]
    [True, True, True]
    """
    pair = _PAIR_LINE.match(text)
    if pair is None or (first := person_at(text, pair.span("m"))) is None or (second := person_at(text, pair.span("s"))) is None:
        return None
    return first, second, pair.start("out") if pair["out"] else len(text)


_REFERENCE = re.compile(r"\s+(?:#\s?)?[A-Z]{0,4}-?\d[\w/:.-]*$")
"""The number of a resolution, behind the name on its line: "seconded Cr Brewer C590-2011"."""


def person_at(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The span of a mover's or seconder's name, without a stop; None where the words are no name.

    >>> t = "Cllr. D. Jones."; person_at(t, (0, len(t)))
    (0, 14)
    >>> person_at("Motion carried", (0, 14))
    """
    a, b = span
    a += beside.start("who") if (beside := _BESIDE.match(text[a:b])) is not None else 0
    a += hour.end() if (hour := re.match(r"[AP]\.?M\.?,?\s+", text[a:b])) is not None else 0  # "At 9:26 AM Herb Pell moved"
    words = _REFERENCE.sub("", text[a:b]).rstrip(" .,;:")
    words = re.sub(r"[\s.,]+(?:[Ss]econded|[Pp]roposed|[Mm]oved|SECONDED|Carried|CARRIED|Lost|LOST|Defeated|DEFEATED|Failed|FAILED|Withdrawn|WITHDRAWN|Not|NOT|Did|DID|Rejected|REJECTED|Deferred|DEFERRED|Tabled|TABLED|Denied|DENIED|Negatived|NEGATIVED|ACCEPTED|Accepted|APPROVED|Approved|PASSED|Passed|That|THAT|Be|BE|Whereas|WHEREAS|Now|NOW|Resolved|RESOLVED|The(?! (?:Vice|Deputy|Lord|Chair|Mayor|Leader|President|Conven|Provost))|To|All|ALL|AND|Cytunwyd|Penderfynwyd|Motion|MOTION|Yes|YES|For|FOR|Against|AGAINST|Vote|Ayes?|AYES?)\b.*$", "", words).rstrip(" .,;:")
    if (initials := re.match(r"[A-Z]{2,4}(?=\.(?: [A-Z][a-z’'-]+){1,3}$)", words)) is not None and not re.fullmatch(TITLE, initials.group(), re.I) and re.search(r"\b(?:[Bb]y|[Ss]econded):?\s*$", text[:a]) and re.match(r"\s+[a-z]", text[b:]):
        words = initials.group()  # "seconded by LR. Sim Rae accepted the nomination"
    if re.match(rf"(?:[Tt]he|THE)\s+(?:{CHAIR}|(?:\w+[- ]?)?(?:CHAIR|MAYOR)|Vice|Deputy)", words):
        return a, a + len(words)
    if re.fullmatch(r"TBC|TBA|N/?A|NIL|Nil|NONE|None|AND|ED|BY|THE|TO|IT|OF|WAS", words):
        return None  # "Seconded: TBC", "MOVED AND SECONDED"
    if not words or (_NOT_NAME.match(words) and not re.match(r"(?:Council\s?[Mm]ember|Council(?:man|woman))\s", words)):
        return None
    if re.fullmatch(rf"(?:Cllr\.? )?(?:[A-Z]{{2,4}}|[A-Z]{{1,2}}Ma?c[A-Z]{{1,2}})|{CHAIR}", words):
        return a, a + len(words)  # initials stand for a name: "Cllr AF"
    person = read_person(re.sub(r"(?<=^[A-Z]\.)(?=[A-Z][a-z])", " ", re.sub(r"(?<=[a-z]) [A-Z]$", "", words)), surname=True)  # "Councillor Foulkes E"
    return (a, a + len(words)) if person is not None else None


def bare(name: str) -> str:
    """A mover's name as stored: without title; "the Chairman" stays.

    >>> bare("Councillor Plowden"), bare("the Vice-Chairman"), bare("Cllr. D. Jones"), bare("NO")
    ('Plowden', 'the Vice-Chairman', 'D. Jones', 'NO')
    """
    words = " ".join(name.split())
    words = re.sub(r"^Cllr\.? (?=[A-Z]{2,4}$)", "", words)
    if re.match(r"(?:the|The|THE)\s", words) or words.endswith(("Pro Tem", "Pro Tempore", "Pro-Tem")) or re.fullmatch(r"[A-Z]{2,4}|[A-Z]{1,2}Ma?c[A-Z]{1,2}", words):
        return words
    return clean_name(words)
