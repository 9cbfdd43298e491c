"""Names of people as councils print them: running lists and single names (`samename`: which of them are the same).

>>> [(p.name, p.role, p.honours) for p in split_people("Mr B J Sweetland (Chairman), Sir Paul Carter, CBE and Ms J Meade")]
[('B J Sweetland', 'Chairman', ()), ('Paul Carter', None, ('CBE',)), ('J Meade', None, ())]
>>> clean_name("Councillor Mrs. Ann O'Neill MBE (Lab)")
"Ann O'Neill"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from papermine import regex as re
from papermine.language.person import Parts, is_forename, is_initial, is_name, is_person, is_surname, is_word, parts, title_at
from papermine.language.titles import MEMBER, POST, STYLE

__all__ = ["PARTICLE", "PARTY", "PersonName", "clean_name", "is_person", "read_person", "read_turned", "split_people"]


@dataclass(frozen=True, slots=True)
class PersonName:
    """One person in a text. ``printed`` is ``text[start:end]``: name, honours, brackets and post.

    ``title``: "Mr", "Councillor Mrs."; a plural ("Councillors A, B and C") is given to each in the
    singular. ``role``: post or office as printed. ``note``: what else is printed of the person.
    """

    printed: str
    name: str
    title: str | None = None
    honours: tuple[str, ...] = ()
    role: str | None = None
    party: str | None = None
    start: int = 0
    end: int = 0
    substitute_for: str | None = None
    remote: bool = False
    note: str | None = None


PARTICLE = r"(?:(?:De|Du|Di|Da|Le|La|Van|Von|St\.?)(?: (?:de[nr]?|la|[Dd]er))? )?"
"""What a surname may begin with: "De Graaf", "Van der Wal"."""
_BRACKET = re.compile(r"\s*[(\[](?P<inner>(?:[^()\[\]]|\([^()]*\))*)[)\]]")
_MARKS = re.compile(r"(?:[A-Z](?:ac|[a-z])?){2,6}(?:,\s*|$)")
PARTY = re.compile(
    r"(?:lab(?:our)?(?:[\s/&]*(?:and\s+)?co-?op(?:erative)?)?|con(?:s|servatives?)?|cons?\.|lib(?:eral)?\.?[\s-]*dem(?:ocrat)?s?|ld|"
    r"green(?: party)?|grn|ind(?:ependents?)?\.?|ukip|reform(?: uk)?|snp|(?:scottish )?greens?|plaid(?: cymru)?|pc|dup|sinn féin|sf|sdlp|uup|"
    r"alliance|non-?aligned|democrats?|republican|liberal|ndp|tusc|residents'? association|no party)(?:\s+(?:party|group))?$", re.I)
_OFFICE = re.compile(
    r"(?:vice|deputy|acting|interim|joint|co)?[-\s]*(?:in the\s+)?(?:chair(?:man|woman|person|s)?|mayor|convenor|convener|leader|speaker|"
    r"president|provost|secretary|treasurer|clerk|cadeirydd|is-gadeirydd|clerc|reeve|presiding)\b", re.I)
_SUBSTITUTE = re.compile(r"(?:sub(?:stitut\w*|\.)?|deputis\w+|on behalf|in (?:the )?place|proxy|alternate)\s*(?:of|for)?\s*:?\s*(?P<whom>.*)$", re.I)
_REMOTE = re.compile(r"(?:virtual(?:ly)?|remote(?:ly)?|online|on-line|via (?:zoom|teams|video|telephone|ms teams|microsoft teams)|zoom|teams|by (?:telephone|video)|video ?conference|teleconference|electronically)\b", re.I)
_NOTE = re.compile(r"(?:from|until|till|left|arrived|joined|items?|minutes?|up to|for|part|except|present|absent|apolog\w+|late|to)\b|\d", re.I)
_POST_PREFIX = re.compile(
    r"(?:(?:(?:Council|Commission)(?=\s+(?:Vice[ -])?(?:Chair|President))|City|Town|Township|County|Deputy|Assistant|Interim|Acting|Vice|Chief|Executive|Committee|Panel|Board|Parish|Municipal|Finance|Planning|"
    r"Public|Senior|Community|Police|Fire|Recording|Managing|Director|Commissioner|Manager|Clerk|Attorney|Treasurer|Administrator|Superintendent|"
    r"Engineer|Planner|Secretary|Convenor|Convener|Chair(?:man|woman|person)?|President|Leader|Officer|Trustee|Supervisor|Member|Solicitor|General(?=\s+(?:Counsel|Manager)\b)|Counsel|Asst|GM|"
    r"Cadeirydd|Clerc|CAO|CEO|CFO)\b[.\s/,–-]*)+(?=[A-Z])")
_POST_AFTER = re.compile(r"(?:(?:Parish|Town|Deputy|Assistant|Acting|Locum|County|District|City|Borough|Ward|Community|Council|Finance|Responsible)\s+)*(?:Clerk|Councillor|Officer|RFO|Mayor)\b")
_LABEL = re.compile(r"\s*(?P<label>[A-Z][^:(,;]{1,60}?)\s*:\s*(?=\S)")
_PLURALS = {"councillors": "Councillor", "cllrs": "Cllr", "crs": "Cr", "trustees": "Trustee", "commissioners": "Commissioner", "supervisors": "Supervisor", "selectmen": "Selectman", "board members": "Board Member", "councilors": "Councilor", "messrs": "Mr", "messers": "Mr", "comhairleoirí": "Comhairleoir", "comhairleoiri": "Comhairleoir", "aldermen": "Alderman",
            "cynghorwyr": "Cynghorydd", "gynghorwyr": "Cynghorydd", "council members": "Council Member", "councilmembers": "Councilmember"}
_SEPARATOR = re.compile(r"\s*(?:[;•▪●|](?:\s+and(?=\s+[A-Z(]))?|,?\s+(?:and|&|a|ac|ag|a['’]r|a/and|and/a|with)(?=\s+[A-Z(])|,?\s+(?:and(?=\s+[a-z\d])|&(?=\s+\d))|,(?!\s*(?:Jr|Sr|JR|SR)\b)|\n)\s*")
_NOBODY = re.compile(r"(?:\d+\s+|one\s+|two\s+|three\s+|other\s+)?(?:vacan|a\.?\s*n\.?\s+other|none\b|(?:received|noted|accepted)(?:\s+from)?\s*$|tb[ac]\b|nil\b|members? of the public|others?\b)", re.I)
_KINDS_OF_COUNCILLOR = ("City", "County", "Community", "District", "Town", "Parish", "Borough", "Ward", "Dist", "Cty", "Unitary", "The", "and", "&")
_LONE = re.compile(r"(?!(?:Chair|Vice|Mayor|Deputy|Leader|Clerk|Officers?|Members?|Public|Press|Labour|Conservative|Liberal|Independent|Apologies|Absent|Present|Also|The|And|In|With|None|Nil|Others?|Staff)\b)(?P<name>[A-Z][a-z’']{2,})")
_SPACE = re.compile(r"\s+")
_STYLE = re.compile(r"(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Professor|Prof|Lady|Lord|Baroness)\b\.?")
_GLUED = re.compile(rf"(?<=[\w.)])\s+(?=(?:Cllrs?|Councillors?|Alderm[ae]n|{STYLE}|Lord)\b\.?\s+[A-Z])")


@lru_cache(maxsize=8192)  # a name is read again for each list, vote and motion that it is compared with
def read_person(text: str, *, surname: bool = False) -> PersonName | None:
    """One person with title, honours, brackets and post; None where the words are no name.

    >>> read_person("Clerk: Cathy Fleming")
    PersonName(printed='Clerk: Cathy Fleming', name='Cathy Fleming', title=None, honours=(), role='Clerk', \
party=None, start=0, end=20, substitute_for=None, remote=False, note=None)
    >>> read_person("Mr J Hill (Substitute for Mr X Vale) (Virtual)").substitute_for
    'Mr X Vale'
    >>> read_person("Finance Committee")
    """
    start, role, begin = 0, None, 0
    if (label := _LABEL.match(text)) and not is_person(label["label"]):
        start = begin = label.end()
        words = label["label"].strip()
        if _OFFICE.match(words) or (words.istitle() and _POST_PREFIX.match(words + " X")):
            role, begin = words, label.start("label")
    start += len(text[start:]) - len(text[start:].lstrip(" \t*-–•"))
    titled = title_at(text, start)
    if not titled and (post := _POST_PREFIX.match(text, start)) and not is_forename(post.group().split()[0]):
        role, start = post.group().strip(" ,–-/\n"), post.end()
    found = _without_portfolio(text, parts(text, start))
    if found is None or not is_name(found, surname=surname):
        return _turned(text)
    title = found.title
    if title and (office := re.search(r"(?:\w+[\s-]+)?(?:Mayor(?:\s+Pro\s+Tem(?:pore)?)?|Provost|Reeve|Warden)\b", title)):
        role = role or re.sub(r"^the\s+", "", office.group().strip(), flags=re.I)
    if title:
        plural = next((p for p in _PLURALS if title.lower().startswith(p)), None)
        title = _PLURALS[plural] + title[len(plural):].lstrip(".") if plural else title
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    person = PersonName(text[begin:].strip(), " ".join(found.tokens), title, found.honours, role, None, begin, len(text.rstrip()))
    return _after_name(person, text[found.end:])


def _without_portfolio(text: str, found: Parts | None) -> Parts | None:
    """ "Councillor Mike Hardacre Education and Skills": the name ends before the portfolio."""
    if found is None or len(found.tokens) < 3 or is_name(found):
        return found
    for n in range(2, len(found.tokens)):
        if is_word(found.tokens[n]) and (is_forename(found.tokens[0]) or (found.title and is_initial(found.tokens[0]) and not is_word(found.tokens[n - 1]))):
            at = found.end
            for token in reversed(found.tokens[n:]):
                at = text.rindex(token, 0, at)
            return found._replace(tokens=found.tokens[:n], honours=(), end=len(text[:at].rstrip()))
    return found


def _turned(text: str) -> PersonName | None:
    """ "SMITH, John": only capitals before the comma and a known forename after it are evident."""
    m = re.match(r"\s*(?P<surname>[A-Z][A-Z'’ -]{2,}),\s*(?P<given>[A-Z][a-z]+(?:\s+[A-Z]\.?)*)\s*$", text)
    if m and is_forename(m["given"].split()[0]) and not re.fullmatch(r"[COMKDG]BE|BEM|DSO|DFC|[QK]PM|C[MV]G|[CLM]VO", m["surname"]):
        return PersonName(text.strip(), f"{m['given']} {m['surname']}", start=0, end=len(text))
    return None


_SURNAME_FIRST = re.compile(
    rf"\s*(?:{MEMBER}\.?:?\s+)?(?P<surname>(?:Ma?c|O['’]|[Dd]e |[Vv]an )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),\s*(?P<given>[A-Z][a-z]*\.?(?:[\s.]*[A-Z][a-z]*\.?){{0,2}})(?P<rest>\s*(?:\([^()]*\)|[-–]\s.*)?)\s*[.,]?\s*$")
_INITIALLED = re.compile(r"(?:[A-Z]\.? ?){1,3} ?[A-Z][\w’'-]{2,}\s*")
_RUN_ON = re.compile(r"(?:(?:[A-Z]\.? ){1,3}[A-Z][\w’'-]{2,}\s+)+(?:[A-Z]\.? ){1,3}[A-Z][\w’'-]{2,}")
"""Names in columns that run together: "J Baird K Burnside S Doyle"."""


def _turned_list(text: str) -> list[PersonName]:
    """ "Ambrose, S (Chair); Anglim, M": a list divided by semicolons or line ends, each surname before its initials or forename.

    Two such names at least, and none of another form but a single word of its own ("Vacancy").
    """
    found = [(at.start(), read_turned(at.group())) for at in re.finditer(r"[^;\n]+", text) if at.group().strip(" .")]
    out = [replace(person, start=start + person.start, end=start + person.end) for start, person in found if person is not None and not _doubly(person)]
    return out if 1 < len(out) == len(found) else []


def _doubly(person: PersonName) -> bool:
    """May both words be forenames: "Martin, Barry"?"""
    given, surname = person.name.split()[0], person.name.split()[-1]
    return is_forename(surname) and len(given) > 2


def read_turned(text: str, *, rare: bool = False) -> PersonName | None:
    """A surname, a comma, and initials or a forename: "Butler, Darragh", "Browne, J.P."; ``rare``: a forename that is on no list will do.

    >>> read_turned("Browne, Kieran").name, read_turned("Ambrose, S (Chair)").role, read_turned("Goldsboro, Hanafin")
    ('Kieran Browne', 'Chair', None)
    """
    m = _SURNAME_FIRST.match(text)
    given = m["given"].split()[0].strip(".") if m else ""
    if m is None or not (rare or len(given) == 1 or given.isupper() or is_forename(given)):
        return None
    person = PersonName(text.strip(), f"{m['given'].strip()} {m['surname']}", start=len(text) - len(text.lstrip()), end=len(text.rstrip()))
    return (_after_name(person, m["rest"]) or person) if m["rest"].strip() else person


def _after_name(person: PersonName, rest: str) -> PersonName | None:
    """Brackets, honours, a post after a dash or comma; None where something else follows the name."""
    notes: list[str] = []
    while bracket := _BRACKET.match(rest):
        inner, rest = bracket["inner"].strip(), rest[bracket.end():]
        person = _bracket(person, inner, notes)
        if extra := parts("X Y" + rest):  # honours may follow a bracket
            person, rest = replace(person, honours=person.honours + extra.honours), ("X Y" + rest)[extra.end:] if extra.honours else rest
    rest = re.sub(r"^(?:who )?(?:presided|Presided|Presiding|presiding|in the [Cc]hair|taking (?:the )?minutes(?: of the meeting)?)$", "", rest.strip(" .,;*\n"))
    if rest[:1].isupper() and is_word(rest.split()[0]) and (person.title or _POST_AFTER.match(rest) or _OFFICE.fullmatch(rest)):
        return replace(person, role=f"{person.role}, {rest}" if person.role else rest, note="; ".join(notes) or None)
    if rest:
        dash = re.match(r"[-–—:]\s*(?P<post>\S.*)$", rest, re.S)
        words = (dash["post"] if dash else rest).strip()
        if PARTY.match(words):
            person = replace(person, party=words)
        elif dash and not words[0].isdigit() and not words[0].islower():
            person = replace(person, role=f"{person.role}, {words}" if person.role else words)
        elif words[0].islower() or dash:
            if _REMOTE.search(words):
                person = replace(person, remote=True)
            notes.append(words)
        else:
            return None
    return replace(person, note="; ".join(notes) or None)


def _bracket(person: PersonName, inner: str, notes: list[str]) -> PersonName:
    if PARTY.match(inner):
        return replace(person, party=inner)
    if (sub := _SUBSTITUTE.match(inner)) and not inner.lower().startswith("subject"):
        return replace(person, substitute_for=sub["whom"].strip() or None, role=person.role or (None if sub["whom"] else inner))
    if _REMOTE.match(inner) or _REMOTE.fullmatch(inner):
        notes.append(inner)
        return replace(person, remote=True)
    if _NOTE.match(inner) and not _OFFICE.match(inner):
        notes.append(inner)
        return person
    if not inner or (len(inner) <= 3 and inner.isupper()):  # "(NO)": initials
        return person
    if (marks := _MARKS.match(inner)) is not None and inner[0] == person.name[0] and (marks.end() < len(inner) or person.name.split()[-1][0] in inner):
        inner = inner[marks.end():].strip()  # "(IY, Secretary)", "(BMcT, Chair)", "(LRMcC)"
        if not inner:
            return person
    return replace(person, role=f"{person.role}, {inner}" if person.role else inner)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts between separators that stand outside brackets."""
    depth, start, at = 0, 0, 0
    one_line = bool(re.search(r"[,;]", _BRACKET.sub("", text)))
    while at < len(text):
        char = text[at]
        depth += (char in "([") - (char in ")]" and depth > 0)
        if depth == 0 and (char in ",;•▪●|" or char.isspace()):
            m = _SEPARATOR.match(text, at)
            if m and m.group().strip(" ") == "\n" and one_line:
                m = None
            if m and char == "," and _turned(text[start:at] + ", " + (text[at + 1:].split() or [""])[0].strip(",;.")):
                at += 1  # "SMITH, John"
                continue
            if m is None and (glued := _GLUED.match(text, at)) and not _ends_in_title(text[start:at]):
                m = glued
            if m is None and text[at - 1:at] == ")" and char == " " and is_person(re.split(r"[,;(]", text[at:])[0].strip()) and (is_forename(text[at:].split()[0]) or is_initial(text[at:].split()[0])):
                m = _SPACE.match(text, at)  # "Roger Dale (Chair) Tony Berrow, …": one a line
            if m and m.end() > at:
                yield start, at
                start = at = m.end()
                continue
        at += 1
    yield start, len(text)


def _ends_in_title(chunk: str) -> bool:
    words = chunk.split()
    if not words or words[-1] in _KINDS_OF_COUNCILLOR or words[-1].endswith(":"):
        return True
    return title_at(words[-1] + " X") is not None or bool(_OFFICE.fullmatch(words[-1]))


_OFFICE_WORD = re.compile(rf"(?:(?:Deputy|Acting|Assistant|City|Town|County|Municipal) )?(?:{POST}|Mayor|Councillor)")
"""An office, never a surname in a list: "Councillors Bryson and Siklen, Gary C. Nash, Administrator"."""


_OF_ANOTHER = re.compile(r"\b(?:(?:proposal|motion|(?<!and on )behalf|place|absence) of|(?:taken|replaced|represented|seconded|proposed|noted|read|announced) by|for lateness from|substitut(?:e|ed|ing) for|deputis(?:ed|ing) for)\s+(?:the\s+)?$|,\s+for\s+$")
"""Before a name that is none of the list: it says of the one before who proposed, or in whose place he came."""


def split_people(text: str, *, surnames: bool = False) -> list[PersonName]:
    """The people of a running list, in order. What is no name is kept as the post of the one before.

    ``surnames``: bare surnames count ("Bond, Hudson and McKay"); after "Councillors" they always do.

    >>> [(p.title, p.name, p.role) for p in split_people("Councillors Jane Smith (Chair), Bob O'Neill and Dr Ann de Souza")]
    [('Councillor', 'Jane Smith', 'Chair'), ('Councillor', "Bob O'Neill", None), ('Dr', 'Ann de Souza', None)]
    >>> [(p.name, p.role) for p in split_people("Kim Lee, Head of Young People and Families, Rob Hart (Clerk)")]
    [('Kim Lee', 'Head of Young People and Families'), ('Rob Hart', 'Clerk')]
    >>> [p.name for p in split_people("Cllrs. A Smith, Jones & C Lee")]
    ['A Smith', 'Jones', 'C Lee']
    """
    if turned := _turned_list(text):
        return turned
    if _RUN_ON.fullmatch(text.strip()):
        at = len(text) - len(text.lstrip())
        return [PersonName(here.group().strip(), here.group().strip(), start=at + here.start(), end=at + here.start() + len(here.group().rstrip())) for here in _INITIALLED.finditer(text.strip())]
    out: list[PersonName] = []
    carried: str | None = None
    closed = soft = False
    cuts = list(_chunks(text))
    if (headed := re.match(r"\s*(?:Councillors|Cllrs):\s+", text)) is not None and cuts[0][1] > headed.end():
        cuts[0] = headed.end(), cuts[0][1]
    if headed is not None or _one_title(text, cuts):
        carried = "Councillor"
    shape = _common_shape([text[start:end].strip(" .") for start, end in cuts])
    last = max((k for k, (start, end) in enumerate(cuts) if (word := _LONE.fullmatch(text[start:end].strip(" ."))) is not None and not is_word(word["name"])), default=-1)
    for k, (start, end) in enumerate(cuts):
        chunk = text[start:end]
        doubtful = soft and k > last and re.search(r"\band\b|&", text[cuts[k - 1][1]:start]) is None  # a word among surnames is one: "Mrs. Reynolds, Read, Britten"
        if not chunk.strip():
            continue
        if _NOBODY.match(chunk.strip()):
            closed = True
            continue
        lone = surnames or carried is not None
        office = lone and _OFFICE_WORD.fullmatch(chunk.strip(" .,")) is not None
        person = read_person(chunk, surname=lone) if not office else None
        if doubtful and person is not None and person.title is None and " " not in person.name and not is_surname(person.name):
            person = None  # "Councillors Vane and Tull, Mr Lee, Solicitor"
        if person is None and (cut := re.match(r".*\b(?:from|by|for|to|were|was|as|included|including|of|present|councillors?|cllrs?)\s*:?\s+(?=[A-Z])", chunk, re.S)):
            person = read_person(chunk[cut.end():], surname=lone)
            start += cut.end() if person else 0
        if person is None and out and out[-1].title and " " not in out[-1].name and _POST_PREFIX.match(chunk.strip()):
            person = read_person(chunk, surname=True)  # "Mayor Elder, Treasurer Reard"
        if person is None and carried is not None and not office and (alone := _LONE.fullmatch(chunk.strip())) is not None and (not doubtful or is_surname(alone["name"])):
            lead_space = len(chunk) - len(chunk.lstrip())  # "Councillors Carter, Dean and Green": a surname that is also a word
            person = PersonName(alone.group(), alone["name"], start=lead_space, end=lead_space + len(alone.group()))
        if person is None and carried is not None and not doubtful and not office and (two := _TWO_WORDS.fullmatch(chunk)) is not None and (titled := read_person(f"{carried} {two['who']}")) is not None and titled.role is None:
            person = replace(titled, printed=two["who"], title=None, start=two.start("who"), end=two.end("who"))  # "Councillors: Lissie Sharp, Mark Rudhall": the title of the list is each one's
        if person is None and not office and shape is not None and (shape is _CAPITALS or lone) and shape.fullmatch(chunk.strip(" .")) is not None:
            lead_space = len(chunk) - len(chunk.lstrip())  # "…, Elliot, England, Griffiths, …", "…, PL Bettington, AJM Blackshaw, WLS Bowen, …"
            person = PersonName(chunk.strip(" ."), chunk.strip(" ."), start=lead_space, end=lead_space + len(chunk.strip(" .")))
        if person is None:
            person = _marked(chunk) or _posted(chunk)
        if person is not None and out and _OF_ANOTHER.search(text[:start + person.start]) is not None:
            closed = True  # "Apologies from Cllr Orde were accepted on the proposal of Cllr Pell"
            continue
        if person is None and out and text[:start].rstrip().endswith(";") and (whole := _FORENAMED.fullmatch(chunk)) is not None and is_forename(whole["first"]):
            person = PersonName(chunk, chunk, end=len(chunk))  # "Kay Bundy; Mary Court; John Dinsdale": a post would follow a comma
        if person is None:
            if out and not closed and re.match(r"[\s,;&]*(?:and\s+)?$", text[out[-1].end:start]):
                out[-1] = _extended(out[-1], text, start, end)
            continue
        closed = False
        lead = title_at(text, start + len(chunk) - len(chunk.lstrip()))
        if lead:
            listed = next((single for plural, single in _PLURALS.items() if lead.group().lower().startswith(plural)), None)
            soft = carried is not None and listed is None and _STYLE.fullmatch(lead.group().strip()) is not None  # "Councillors Backhouse, Mrs Cobbold, Elliott, …"
            carried = carried if soft or (carried is not None and not out) else listed
        elif carried and person.role and not person.title and chunk.strip().startswith(person.role):
            carried = None  # "Supervisors V Pell and D Yew, Clerk J Ram": the post is the clerk's own
        elif carried and not person.title:
            person = replace(person, title=carried)
        at = start + person.start
        stop = at + len(text[at:end].rstrip(" .,;\n"))
        out.append(replace(person, printed=text[at:stop], start=at, end=stop))
    return out


_TWO_WORDS = re.compile(r"\s*(?:(?:Councillors|Cllrs):\s+)?(?P<who>[A-Z][a-z]+ (?:Ma?c|O['’])?[A-Z][a-z][\w’'-]*)[\s.]*")
_CAPITALS = re.compile(r"[A-Z]{1,3} (?:Ma?c|O['’])?[A-Z][a-z][\w’'-]*(?:-[A-Z][a-z]+)?")
"""A name as a house prints all of them: initials without dots, "WLS Bowen"."""


def _common_shape(chunks: Sequence[str]) -> re.Pattern[str] | None:
    """The form that two thirds of a list of five or more have, surnames alone or undotted initials: what is read as no name, but has it, is one too; and surnames, three or more, of which two thirds are no words."""
    lone = [re.sub(rf"^{PARTICLE}", "", c) for c in chunks]
    if len(lone) > 2 and all(_LONE.fullmatch(c) and is_surname(c) for c in lone) and sum(not is_word(c) for c in lone) * 3 >= 2 * len(lone):
        return _LONE  # "Vane, Ward and De Graaf"
    return next((shape for shape in (_LONE, _CAPITALS) if (n := sum(shape.fullmatch(c) is not None for c in chunks)) > 4 and n * 3 >= 2 * len(chunks)), None)


_FORENAMED = re.compile(r"(?P<first>[A-Z][a-z]+) [A-Z][\w’'-]+")
_OWN_MARKS = re.compile(r"\s*(?P<before>.*?)\((?P<marks>[A-Z]{2,3})\)\s*\.?\s*", re.S)


_BESIDE_POST = re.compile(rf"\s*(?P<name>(?P<first>[A-Z][a-z’'-]+) [A-Z][\w’'-]+)\s*\((?P<post>(?:(?:Vice|Deputy)[- ])?Chair(?:man|woman|person)?|(?:[A-Z][\w&’'-]*\s){{0,5}}(?:{POST}|Executive))\)\s*")


def _posted(chunk: str) -> PersonName | None:
    """ "Forbes Weston (Vice-Chairman)": the post in brackets says that the two words are a name, though the second is a place's too."""
    m = _BESIDE_POST.fullmatch(chunk)
    if m is None or is_word(m["first"]):
        return None
    return PersonName(chunk.strip(), m["name"], role=m["post"], start=m.start("name"), end=m.end() - (len(chunk) - len(chunk.rstrip())))


def _marked(chunk: str) -> PersonName | None:
    """ "Eluned Garth (EG)", "Sec Ailish Corr (AC)": the initials in brackets say which words are the name."""
    m = _OWN_MARKS.fullmatch(chunk)
    words = m["before"].split() if m else []
    if m is None or len(words) < len(m["marks"]) or len(words) > 6:
        return None
    name = words[len(words) - len(m["marks"]):]
    if [w[0] for w in name] != list(m["marks"]) or not all(re.fullmatch(r"[A-Z][\w’'-]*\.?", w) for w in name) or len(name[-1]) < 3:
        return None
    before = words[:len(words) - len(name)]
    role = None if any(is_forename(w) for w in before) else " ".join(before).strip(" –-,") or None  # not "Alistair Thorne Bryn Howe (BH)"
    lead = len(chunk) - len(chunk.lstrip())
    return PersonName(chunk.strip(), " ".join(name), role=role, start=lead, end=len(chunk.rstrip()))


def _one_title(text: str, cuts: Sequence[tuple[int, int]]) -> bool:
    """Does one "Councillor" before the first surname stand for all: "Councillor Robins (Chair), Cattell (Deputy Chair), Nemeth and Druitt"?"""
    chunks = [re.sub(r"\s*\([^()]*\)", "", text[a:b]).strip(" .") for a, b in cuts]
    first = re.fullmatch(r"(?:Councillor|Cllr\.?)\s+(?P<who>[A-Z][\w’'-]+)", chunks[0]) if chunks else None
    return first is not None and len(chunks) > 2 and all(_LONE.fullmatch(c) and not is_word(c) for c in chunks[1:3] if " " not in c) and sum(" " not in c for c in chunks[1:3]) > 1


def _extended(person: PersonName, text: str, start: int, end: int) -> PersonName:
    """The person with words that follow the name: honours, a party, a post, or a note."""
    words = text[start:end].strip(" .\n")
    end = start + len(text[start:end].rstrip())
    printed = text[person.start:end]
    grown = replace(person, printed=printed, end=end)
    honours = parts("X Y, " + words)
    if honours and honours.honours and honours.end >= len(words) + 5:
        return replace(grown, honours=person.honours + honours.honours)
    if PARTY.match(words):
        return replace(grown, party=words)
    if words[:1].islower() or words[:1].isdigit():
        return replace(grown, note=f"{person.note}; {words}" if person.note else words, remote=person.remote or bool(_REMOTE.search(words)))
    if honours and honours.honours and "(" in words:
        return replace(grown, honours=person.honours + honours.honours, role=words[words.index("(") + 1:].strip(" )"))
    role = text[text.rindex(person.role, person.start, person.end):end] if person.role and person.role in person.printed else words
    return replace(grown, role=_tidy(role))


def _tidy(words: str) -> str:
    words = " ".join(words.split()).strip(" ,;.")
    return words.replace(")", "", 1) if words.count(")") > words.count("(") else words


@lru_cache(maxsize=8192)
def clean_name(text: str) -> str:
    """The bare name: no title, honours, party or post. Words that are no name come back as they are.

    >>> clean_name("Cllr Rita Potter (Chair)"), clean_name("Mr Hook"), clean_name("the Chairman")
    ('Rita Potter', 'Hook', 'the Chairman')
    """
    person = read_person(text, surname=True)
    return " ".join((person.name if person else text).split())
