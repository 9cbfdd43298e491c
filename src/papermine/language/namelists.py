"""Running lists of people: "Mr B J Sweetland (Chairman), Sir Paul Carter, CBE and Ms J Meade" (`names`: one name of them).

>>> [(p.name, p.role, p.honours) for p in split_people("Mr B J Sweetland (Chairman), Sir Paul Carter, CBE and Ms J Meade")]
[('B J Sweetland', 'Chairman', ()), ('Paul Carter', None, ('CBE',)), ('J Meade', None, ())]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.language.names import (
    BRACKET,
    OFFICE,
    PARTICLE,
    PARTY,
    PLURALS,
    POST_PREFIX,
    REMOTE,
    PersonName,
    capitals_first,
    read_person,
    read_turned,
)
from papermine.language.person import is_civic, is_forename, is_initial, is_person, is_surname, is_word, may_be_person, parts, title_at
from papermine.language.titles import CHAIR, POST, SERVES, STYLE

_SEPARATOR = re.compile(r"\s*(?:[;•▪●|](?:\s+and(?=\s+[A-Z(]))?|,?\s+(?:and|&|a|ac|ag|a['’]r|a/and|and/a|with)(?=\s+(?!RFO\b)[A-Z(])|,?\s+(?:and(?=\s+[a-z\d])|&(?=\s+\d))|,(?!\s*(?:Jr|Sr|JR|SR)\b)|\n)\s*")
_NOBODY = re.compile(r"(?:\d+\s+|one\s+|two\s+|three\s+|other\s+)?(?:vacan|a\.?\s*n\.?\s+other|none\b|(?:received|noted|accepted)(?:\s+from)?\s*$|tb[ac]\b|nil\b|members? of the public|others?\b)", re.I)
_KINDS_OF_COUNCILLOR = ("City", "County", "Community", "District", "Town", "Parish", "Borough", "Ward", "Dist", "Cty", "Unitary", "The", "and", "&")
_LONE = re.compile(r"(?!(?:Chair|Vice|Mayor|Deputy|Leader|Clerk|Officers?|Members?|Public|Press|Labour|Conservative|Liberal|Independent|Apologies|Absent|Present|Also|The|And|In|With|None|Nil|Others?|Staff)\b)(?P<name>[A-Z][a-z’']{2,})")
_STYLE = re.compile(rf"(?:{STYLE}|Lord|Baroness)\b\.?")
_POST_OF_ONE = re.compile(SERVES)
_SPACE = re.compile(r"\s+")
_GLUED = re.compile(rf"(?<=[\w.)])\s+(?=(?:Cllrs?|Councillors?|Alderm[ae]n|{STYLE}|Lord)\b\.?\s+[A-Z])")
_RUN_ON = re.compile(r"(?:(?:[A-Z]\.? ){1,3}[A-Z][\w’'-]{2,}\s+)+(?:[A-Z]\.? ){1,3}[A-Z][\w’'-]{2,}")
"""Names in columns that run together: "J Baird K Burnside S Doyle"."""
_INITIALLED = re.compile(r"(?:[A-Z]\.? ?){1,3} ?[A-Z][\w’'-]{2,}\s*")
_OFFICE_WORD = re.compile(rf"(?:(?:Deputy|Acting|Assistant|City|Town|County|Municipal) )?(?:{POST}|Mayor|Councillor|Clerc)")
"""An office, never a surname in a list: "Councillors Bryson and Siklen, Gary C. Nash, Administrator"."""
_OF_ANOTHER = re.compile(r"\b(?:(?:proposal|motion|(?<!and on )behalf|place|absence) of|(?:taken|replaced|represented|moved|seconded|proposed|accepted|approved|noted|read|read out|conveyed|passed on|announced) by|\b(?:via|through)|for lateness from|substitut(?:e|ed|ing) for|deputis(?:ed|ing) for)\s+(?:the\s+)?$|,\s+for\s+$")
"""Before a name that is none of the list: it says of the one before who proposed, or in whose place he came."""
_TWO_WORDS = re.compile(r"\s*(?:(?:Councillors|Cllrs):\s+)?(?P<who>[A-Z][a-z]+ (?:Ma?c|O['’])?[A-Z][a-z][\w’'-]*)[\s.]*")
_CAPITALS = re.compile(r"[A-Z]{1,3} (?:Ma?c|O['’])?[A-Z][a-z][\w’'-]*(?:-[A-Z][a-z]+)?")
"""A name as a house prints all of them: initials without dots, "WLS Bowen"."""
_FORENAMED = re.compile(r"(?P<first>[A-Z][a-z]+) (?P<last>(?!(?:Ward|Division|Park|Street|Road|Lane|Avenue|Hall|House|City|Church|School)$)[A-Z][\w’'-]+)")
_POST_ENDS = re.compile(rf"\b{POST}s?$")
_OWN_MARKS = re.compile(r"\s*(?P<before>.*?)\((?P<marks>[A-Z]{2,3})\)\s*\.?\s*", re.S)
_BESIDE_POST = re.compile(rf"\s*(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)\s*(?:\(|\s[-–—]\s)(?P<post>(?:[A-Z]\w+ )?{CHAIR}|{SERVES})\)?\s*")


_ROUND = str.maketrans("[]", "()")
"""Square brackets about a post or initials say what round ones do: "John Puw [Chair]"."""


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
    text = text.translate(_ROUND)
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
    kin = _all_people([text[start:end] for start, end in cuts])
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
        if person is None and out and out[-1].title and " " not in out[-1].name and POST_PREFIX.match(chunk.strip()):
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
        if person is None and not office and (kin or (k + 1 < len(cuts) and _POST_OF_ONE.fullmatch(text[slice(*cuts[k + 1])].strip(" .")))):
            person = as_titled(chunk)  # "…, Liz Marsh, Kit Young (virtual)", "Non Griffiths, Clerk"
        if person is not None and out and _OF_ANOTHER.search(text[:start + person.start]) is not None:
            closed = True  # "Apologies from Cllr Orde were accepted on the proposal of Cllr Pell"
            continue
        if person is None and out and (text[:start].rstrip().endswith(";") or _posts_first(out)) and (whole := _FORENAMED.fullmatch(chunk.rstrip(" ."))) is not None \
                and is_forename(whole["first"]) and (is_surname(whole["last"]) or not is_civic(whole["last"])):
            person = PersonName(chunk, whole.group(), end=whole.end())  # "Kay Bundy; Mary Court; John Dinsdale", "Fire Chief Tom Woods, Rose Green": a post would follow a comma, or stand before the name
        if person is None:
            if out and not closed and re.match(r"[\s,;&]*(?:and\s+)?$", text[out[-1].end:start]):
                out[-1] = _extended(out[-1], text, start, end)
            continue
        closed = False
        lead = title_at(text, start + len(chunk) - len(chunk.lstrip()))
        if lead:
            listed = next((single for plural, single in PLURALS.items() if lead.group().lower().startswith(plural)), None)
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


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts between separators that stand outside brackets."""
    depth, start, at = 0, 0, 0
    one_line = bool(re.search(r"[,;]", BRACKET.sub("", text)))
    while at < len(text):
        char = text[at]
        depth += (char in "([") - (char in ")]" and depth > 0)
        if depth == 0 and (char in ",;•▪●|" or char.isspace()):
            m = _SEPARATOR.match(text, at)
            if m and m.group().strip(" ") == "\n" and one_line:
                m = None
            if m and char == "," and capitals_first(text[start:at] + ", " + (text[at + 1:].split() or [""])[0].strip(",;.")):
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
    return title_at(words[-1] + " X") is not None or bool(OFFICE.fullmatch(words[-1]))


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


def _common_shape(chunks: Sequence[str]) -> re.Pattern[str] | None:
    """The form that two thirds of a list of five or more have, surnames alone or undotted initials: what is read as no name, but has it, is one too; and surnames, three or more, of which two thirds are no words."""
    lone = [re.sub(rf"^{PARTICLE}", "", c) for c in chunks]
    if len(lone) > 2 and all(_LONE.fullmatch(c) and is_surname(c) for c in lone) and sum(not is_word(c) for c in lone) * 3 >= 2 * len(lone):
        return _LONE  # "Vane, Ward and De Graaf"
    return next((shape for shape in (_LONE, _CAPITALS) if (n := sum(shape.fullmatch(c) is not None for c in chunks)) > 4 and n * 3 >= 2 * len(chunks)), None)


def _posts_first(out: Sequence[PersonName]) -> bool:
    """Do the posts of a list stand before the names: "Town Manager Bill Hart, Fire Chief Tom Woods"?"""
    posts = [p for p in out if p.role]
    return bool(posts) and all(p.printed.startswith(f"{p.role} ") for p in posts) and any(_POST_ENDS.search(p.role or "") for p in posts)


def as_titled(chunk: str) -> PersonName | None:
    """One person whose name both could be words, read as behind a title: for where a list says that it names people.

    >>> as_titled("Hal Stone (Chair)").role, as_titled("Mill Lane"), as_titled("Finance Officer")
    ('Chair', None, None)
    """
    who = re.split(r"\s*[(\[]|\s[-–—]\s", chunk.strip())[0]
    titled = read_person(f"Councillor {chunk.strip()}") if may_be_person(who) else None
    if titled is None or titled.name != who.strip(" ."):
        return None
    lead = len(chunk) - len(chunk.lstrip())
    return replace(titled, printed=chunk.strip(), title=None, start=lead, end=len(chunk.rstrip()))


def _all_people(chunks: Sequence[str]) -> bool:
    """Are two thirds of a list's parts, and three at least, people with forenames or initials: no posts or places stand between them?"""
    said = [c for c in chunks if c.strip(" .") and _NOBODY.match(c.strip()) is None]
    return (n := sum((who := read_person(c) or _posted(c)) is not None and (" " in who.name or who.title is not None) for c in said)) > 2 and n * 3 >= 2 * len(said)


def _posted(chunk: str) -> PersonName | None:
    """ "Forbes Weston (Vice-Chairman)": the post in brackets says that the two words are a name, though the second is a place's too."""
    m = _BESIDE_POST.fullmatch(chunk)
    if m is None or (is_word(m["name"].split()[0]) and not may_be_person(m["name"])):
        return None
    return PersonName(chunk.strip(), m["name"], role=m["post"], start=m.start("name"), end=m.end() - (len(chunk) - len(chunk.rstrip())))


def _marked(chunk: str) -> PersonName | None:
    """ "Eluned Garth (EG)", "Sec Ailish Corr (AC)": the initials in brackets say which words are the name."""
    m = _OWN_MARKS.fullmatch(chunk)
    words = m["before"].split() if m else []
    if m is None or len(words) < len(m["marks"]) or len(words) > 6 or _POST_OF_ONE.fullmatch(m["before"].strip()) is not None:
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
        return replace(grown, note=f"{person.note}; {words}" if person.note else words, remote=person.remote or bool(REMOTE.search(words)))
    if honours and honours.honours and "(" in words:
        return replace(grown, honours=person.honours + honours.honours, role=words[words.index("(") + 1:].strip(" )"))
    if person.role and person.printed.startswith(person.role.split(",")[0]):
        return replace(grown, role=f"{person.role}, {_tidy(words)}")  # the post stands before the name, which is no part of it
    role = text[text.rindex(person.role, person.start, person.end):end] if person.role and person.role in person.printed else words
    return replace(grown, role=_tidy(role))


def _tidy(words: str) -> str:
    words = " ".join(words.split()).strip(" ,;.")
    return words.replace(")", "", 1) if words.count(")") > words.count("(") else words
