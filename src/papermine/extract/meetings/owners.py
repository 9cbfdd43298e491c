"""Which of the names on a page is the body that meets: how likely each is, whose "Authority" or "Board" it is, and what heads the page where no word says so."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.language.bodies import clean_body, council_in, generic, municipality
from papermine.language.dates import find_dates, find_times

_BARE = re.compile(r"(?:the\s+)?(?:(?:monthly|regular|ordinary|special|annual)\s+)*(?P<noun>committee|board|authority|commission|corporation|court)", re.I)
_NO_NAME = re.compile(r"\b(?:minutes?|agenda|meetings?|notice|summons|session|report|draft|unconfirmed|approved|copy|page|present|held|date|time|venue|chambers?|halls?|rooms?|cent(?:re|er)|offices?|street|road|library|church|public|document|pack|welcome|dear|to|from|proceedings|cofnodion|cyfarfod|rhaglen)\b|[\d@:;?!]", re.I)
_PHRASE = re.compile(r"\b(?P<body>(?:[A-Z][\w'’&-]+,?\s+(?:(?:of|the|and|&|for|on|in|to)\s+){0,2}){1,8}(?i:council|committee|board|commission|panel|authority|court|assembly|forum|partnership|association)\b(?!['’]?s?\s+(?i:chambers?|offices?|rooms?|house|buildings?|halls?)\b)(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w'’-]+\s?){1,4})?)(?!\s*[-–—/&]\s*(?!(?i:minutes|meeting|draft|ordinary|special|annual|regular|monthly|general|\w+day\b|\d)))")
_BODY_NOUN = r"(?:division|district|municipality|board|authority|corporation|schools?|county|city|town|village|hamlet|borough|township|shire|islands?|parish|community|council|commission|committee|court|society|trust|association|alliance|federation|partnership|consortium|services?|agency|panel|forum|assembly|union|department|institute|college|university|utilit(?:y|ies)|region|reserve|nation|jury|library)"
_INSTITUTION = re.compile(rf"(?:(?:the\s+)?(?:[\w’'-]+\s+){{0,4}})?{_BODY_NOUN}(?:\s+(?:of|for)\b.*|\s+no\.?\s*\d+|\s+#\d+)?\W*", re.I)
_SMALL = re.compile(r"(?:of|the|and|upon|on|in|le|de|du|y|&|for|a)", re.I)
_NUMBERED = re.compile(r"\s+no\.?\s*\d{1,4}$", re.I)


def bare_noun(body: str) -> str | None:
    """The noun of a body that is named by nothing else: "Authority", "Monthly Board"; a council's own name stands in another column.

    >>> bare_noun("Monthly Board"), bare_noun("the Authority"), bare_noun("Council")
    ('Board', 'Authority', None)
    """
    m = _BARE.fullmatch(body)
    return m["noun"] if m is not None else None


def institution(lines: Sequence[Line]) -> Line | None:
    """The line that heads the page, if it names a body by its noun, last or before "of": no motto ("Working Together For Heath"), person or address."""
    over = heading(lines)
    return over if over is not None and _INSTITUTION.fullmatch(over.text) is not None else None


def heading(lines: Sequence[Line]) -> Line | None:
    """The line that names who publishes the paper, by its place and form: one of the first three, above any date, two to nine words in capitals or each with one, and none of a title of minutes or of an address.

    "FORT LA ROSSE SCHOOL DIVISION" ⏎ "REGULAR MEETING MINUTES".
    """
    for line in lines[:3]:
        text = line.text.strip(" .,-–—*|")
        if find_dates(text) or find_times(text, context=True):
            return None
        words = _NUMBERED.sub("", text).split()
        if 1 < len(words) < 10 and not _NO_NAME.search(" ".join(words)) and all(word[:1].isupper() or _SMALL.fullmatch(word) for word in words) and len(line.segments()) == 1:
            return line
    return None


def phrased(lines: Sequence[Line]) -> tuple[str, Line] | None:
    """A body named in the course of a title, by words with capitals that end in what bodies are called: "MINUTES FROM THE BROADGATE AREA COMMUNITY COUNCIL SPECIAL GENERAL MEETING"; None where only "Council" or a place of meeting ("Council Chamber") stands there."""
    for line in lines[:4]:
        for m in _PHRASE.finditer(line.text):
            if (body := clean_body(m["body"])) is not None and len(body.split()) > 2 and not _NO_NAME.search(body):
                return body, line
    return None


def owned(noun: str, lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The full name of a body that its minutes call "Authority" or "Board", by the line that heads the page: "SAUBLE RIDGE CONSERVATION AUTHORITY"; None where nothing of that kind heads it."""
    over = heading(lines)
    if over is None:
        return None
    name = over.text.strip(" .,-–—*|")
    return (name, over) if re.search(rf"^{noun}\b|\b{noun}$", name, re.I) else None


def body_key(body: str | None) -> str:
    """The body's words for comparing, case and "the" evened out."""
    words = re.findall(r"\w+", (body or "").lower().replace("&", "and"))
    return " ".join(w for w in words if w not in ("the", "meeting", "policy"))


MEETS = re.compile(r"\b(?:council|cabinet|(?:sub-?)?committee|panel|board|executive|commission|authority|assembly|forum|group|party|governors|trustees|supervisors|commissioners|selectmen|meeting|partnership|trust|court)\b", re.I)
"""What a body is called; "review" or "management" ends the name of one as often as a report's title."""


def rank(body: str, council: str | None) -> float:
    """How likely a name is the body that meets: a committee before the council that it belongs to, a name before its translation."""
    if re.match(r"(?:cyngor|comhairle)\b", body, re.I):
        return 4.3  # "CYNGOR CYMUNED CWMDULAS" over "Cwmdulas Community Council"
    if re.fullmatch(r"(?:the\s+)?(?:full\s+)?council", body, re.I):
        return 4.5
    if re.match(r"(?:parish|town|community)\s+council$", body, re.I) and re.match(r"(?:the\s+)?(?:town|village|borough)\s+of\b", council or "", re.I) is None:
        return 5.5  # the council's own name says which
    if (council is not None and body_key(body) == body_key(council)) or council_in(body) == body or municipality(body):
        return 4.2 if municipality(body) else 4
    if re.match(r"(?:the\s+)?(?:\w+\s+)?council\s+of\s", body, re.I):
        return 3.5  # "City Council of the City of X met in regular session": the heading calls it "City Council"
    if re.search(r"\bcouncil$", body, re.I) and not generic(body) and not re.search(r"/|\b(?:authority|agency|committee|board|commission)\b", body, re.I):
        return 2.5  # "NORTHMOOR & VALE COUNCIL" above "CABINET – 3 JANUARY 2019"
    if re.search(r"\bauthority$", body, re.I):
        return 0.8  # "NORTHMOOR FIRE AUTHORITY" above "AUDIT COMMITTEE"
    return 2 if generic(body) else 0 if MEETS.search(body) else 1
