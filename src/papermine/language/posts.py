"""Posts beside names: "Fire Chief Will Bateman", "Planner, S. Gropp", "Head of Waste (C Orde)", "Nick Oakham (NO) CHAIR"; and the one person that a cell of a roll names."""

from __future__ import annotations

import itertools
from dataclasses import replace

from papermine import regex as re
from papermine.language.namelists import split_people
from papermine.language.names import PersonName, is_person, read_person
from papermine.language.person import is_forename, is_initial, is_surname, is_word
from papermine.language.titles import CHAIR, MEMBER, POST, SERVES, STYLE

STAFF = re.compile(
    r"(?:(?:the|acting|interim|assistant|deputy|chief|senior|city|town|village|county|township|district|municipal|borough|general|council)\s+)*"
    r"(?:manager|attorney|solicitor|engineer|planner|administrator|counsel|comptroller|superintendent|(?:fire|police) chief|chief of police|chief executive(?: officer)?|c\.?a\.?o\.?|ceo|cfo|"
    r"(?!presiding|returning|police)[a-z]+ (?:assistant|officer|coordinator)|(?:[a-z]+ )?(?:finance|planning|works|services|development|recreation|resources|utilities|operations|library|parks|engineering) director|"
    r"director of [a-z].*|city clerk|manager [a-z]+|chief [a-z]+ officer)(?:[/,].*)?", re.I)
"""Posts that no member of a body holds: "City Attorney", "Chief Operating Officer"; a clerk, treasurer or supervisor may be one."""
SERVANT = re.compile(
    r"(?:(?:parish|town|deputy|assistant|acting|the|community council|city|county|township|village)\s+)*(?:clerk|clerc|(?:minute|note)[- ]?taker|minutes? sec(?:retary)?|(?:press )?reporter|locum|minutes? officers?|(?:recording|town|village|township|borough) secretary|(?:town|village|city|county) treasurer|(?:treasurer/clerk|clerk/treasurer)|meetings administrator|PCSO|PC(?! chair))\b|police(?: scotland)?$|"
    r"(?:(?:acting|deputy|city|town|county|village|municipal)\s+)*(?:CEO|CAO|chief (?:executive|administrative) officer|(?:city|town) manager|attorney|administrator|administrative assistant|(?:fire|police) chief|chief of police)$", re.I)
"""Who serves a council wherever the list stands: "Cathy Fleming (CF) CLERK" among the members."""


def by_posts(text: str) -> list[PersonName]:
    """A list where posts stand before names: "Fire Chief Will Bateman, Deputy Clerk Kim Lee and …"; empty where it is none."""
    if "(" in text and (bracketed := _posts_with_names(text) or _posts_some_named(text)):
        return bracketed
    chunks = [c.strip(" .") for c in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", text) if c.strip(" .")]
    if len(chunks) > 1 and len(posted := [p for c in chunks if (p := _post_before(c)) is not None]) == len(chunks):
        return posted  # "Director Planning – Hal Stone, Minute Secretary – Dora Pell"
    if "(" in text:
        return []
    if sum(_POST_SURNAME.fullmatch(c) is not None for c in chunks) > 1 and (posted := _posts_then_names(chunks)):
        return posted
    read = [read_person(c) for c in chunks]
    found = [post_first(c) if r is None or (r.role and r.title is None) else r for c, r in zip(chunks, read, strict=True)]
    found = [f or r for f, r in zip(found, read, strict=True)]
    joined = False
    for k, (here, after) in enumerate(itertools.pairwise(found)):
        if here is None and after is not None and after.role and f"{chunks[k]} and {after.role}" in text:  # "Land Planning and Technology Administrator John-Paul Hay"
            joined, found[k + 1] = True, replace(after, role=f"{chunks[k]} and {after.role}", printed=f"{chunks[k]} and {after.printed}")
    named = [f for f in found if f is not None]
    if None not in read or len(named) <= sum(r is not None for r in read) - joined or len(named) < 0.6 * len(chunks):
        return []
    return named


_POST_SURNAME = re.compile(
    rf"(?P<post>(?:[A-Z][\w.&/-]*\s+|of\s+)*?(?:[A-Z][\w&]*/)?(?:{POST}|Director of(?: [A-Z][\w&]*)+?))\s+"
    r"(?!Administrative\b|Executive\b|Financial\b|Operating\b|Information\b)(?P<who>[A-Z][\w’'-]+(?:\s(?:[A-Z]\.\s)?(?!Manager\b|Officer\b|Director\b|Assistant\b|Clerk\b|Secretary\b)[A-Z][\w’'-]+)?)")


def _posts_then_names(chunks: list[str]) -> list[PersonName]:
    """ "Mayor Hedder, Councilors Keen and Moss, City Manager Boyle, City Attorney Johns": empty where any part is otherwise."""
    out: list[PersonName] = []
    for chunk in chunks:
        m = _POST_SURNAME.fullmatch(chunk)
        person = read_person(m["who"] if m is not None else chunk, surname=True)
        if person is None and m is not None and re.fullmatch(r"(?:Vacant|Position|Staff|Reports?|Absent|Elect|Emeritus|General)\b.*", m["who"]) is None:
            person = PersonName(chunk, m["who"])  # "Administrative Assistant Green": the post says that it is a name
        if person is None or (m is None and person.role and not person.title and " " not in person.name and not is_surname(person.name)):
            return []  # "Asst. GM Administration and Finance Will Orde": the post goes on after "and"
        out.append(person if m is None else replace(person, printed=chunk, role=m["post"]))
    return out


_POST_NAME = re.compile(r"[\s,;]*(?:and\s+)?(?:the\s+)?(?P<post>[A-Z][^()]{2,80}?)\s*\((?P<who>[^()]{3,40})\)\.?")


def _posts_with_names(text: str) -> list[PersonName]:
    """ "Chief Executive (W Lamb), Head of Roads and Waste (Ms C Orde)": empty where any part is otherwise."""
    out: list[PersonName] = []
    at = 0
    while text[at:].strip(" .,;"):
        m = _POST_NAME.match(text, at)
        if m is None:
            return []
        who = _holder(m["who"]) if _SERVES.fullmatch(m["post"].strip()) else read_person(m["who"])
        if who is None or who.role or is_person(m["post"]) or read_person(m["post"].split(",")[0]) is not None:
            return []
        out.append(replace(who, printed=text[m.start("post"):m.end()].strip(" ."), role=m["post"].strip()))
        at = m.end()
    return out


def _post_before(text: str) -> PersonName | None:
    """ "Director of Operations – M McDow", "Clerk & RFO: Jo Vane", "Solicitor (Mr Hale)": a post, and who holds it; None where the words are anything else."""
    m = _POST_BEFORE.fullmatch(text)
    if m is None or not (_SERVES.fullmatch(m["post"]) or (not m["dash"] and re.fullmatch(CHAIR, m["post"])) or (m["dash"] and is_word(m["post"].split()[-1].lower()))) or read_person(m["post"]) is not None:
        return None
    named = _holder(m["who"])
    return None if named is None or named.role else replace(named, printed=text, role=m["post"])


def _holder(text: str) -> PersonName | None:
    """Whom a post beside the words says that they name: "Kit Young" too, of which both are words; nobody by initials alone ("Committee Officer (ATH)")."""
    if re.fullmatch(r"[A-Z]{2,4}", text) is not None:
        return None
    titled = None if (known := read_person(text)) is not None else read_person(f"Mr {text}")
    return known if titled is None else replace(titled, printed=text, title=None, start=0, end=len(text))


_OFFICERS = re.compile(rf"(?:(?:[A-Z][\w&’'/-]*|of|and|for|to|the|&)\s+){{0,8}}?(?:{POST}|Executive|(?:Clerk|Director|Head|Chief|Secretary) (?:of|to) (?:[A-Z][\w&’'-]*|the|and|&)(?: (?:[A-Z][\w&’'-]*|of|and|&)){{0,5}})")


def _posts_some_named(text: str) -> list[PersonName]:
    """ "Chief Executive, Executive Director (R. Hale), Clerk to the Council": who holds a post where the bracket says so; empty where a part is neither that nor a post alone."""
    out: list[PersonName] = []
    for chunk in re.split(r"\s*[,;]\s*(?![^()]*\))(?:and\s+)?", text.strip(" .")):
        named = _posts_with_names(chunk)
        if len(named) != 1 and _OFFICERS.fullmatch(chunk) is None:
            return []
        out += named
    return out


_STYLED = re.compile(rf"(?:{STYLE}|Cllrs?|Crs?|Councill?ors?|Mayor)\b")


def post_first(text: str) -> PersonName | None:
    """A post, then a name that starts with a forename.

    >>> found = post_first("Fire Chief-MLEO-CEMC Will Bateman")
    >>> found and (found.name, found.role)
    ('Will Bateman', 'Fire Chief-MLEO-CEMC')
    """
    words = text.split()
    known = [n for n in range(1, len(words) - 1) if is_forename(words[n].split("-")[0]) and not is_word(words[n].split("-")[0])]
    for n in [*known, *range(1, len(words) - 1)]:
        name = " ".join(words[n:])
        if len(words) - n <= 4 and is_person(name) and (is_forename(words[n].split("-")[0]) or (not is_word(words[n]) and is_word(re.split(r"[-/]", words[n - 1])[-1]))):
            role = " ".join(words[:n]).strip(" -–")
            if role[0].isupper() and not any(is_forename(w) or _STYLED.match(w) for w in words[:n]) and all(w[0].isupper() or w in ("of", "and", "the", "for", "&", "/", "to", "-", "–") for w in words[:n]):
                return PersonName(text, name, role=role, start=0, end=len(text))
    return None


def bare(text: str) -> str:
    """A cell's words without its bullet or number, the seat before a name, how late it came and the comma behind it.

    >>> bare("• Jo Vane,"), bare("2. Jo Vane"), bare("Division 1 – Al Tull - Late"), bare("Division 2")
    ('Jo Vane', 'Jo Vane', 'Al Tull', 'Division 2')
    """
    text = re.sub(r"^(?:[\s•▪●*·†‡#–-]|[“”\"](?=\s)|\d{1,2}[.)]\s+(?=[A-Z]))+", "", text).strip(" ,;")
    return re.sub(r"^(?:Division|Ward|Area|District|Precinct) (?:\d{1,2}|[A-Z])\s*(?:[–—-]\s+|:\s*)(?=[A-Z])|(?<=[a-z])\s[–—-]\s(?:[Aa]rrived )?[Ll]ate$", "", text)


_ROLE_AFTER = re.compile(
    r"^(?P<name>.+?)\s+(?P<role>(?:VICE[- ]|DEPUTY |Vice[- ]|Deputy )?(?:CHAIR(?:MAN|PERSON|WOMAN)?|Chair(?:man|person|woman)?|CLERK|Clerk|MAYOR|SECRETARY|Secretary|TREASURER|Treasurer|"
    r"CONVENOR|Convenor|RFO|PCSO))$")


_POST_BEFORE = re.compile(r"(?P<post>(?:The )?[A-Z][\w&’'/,-]*(?:\s+(?:[A-Z&][\w&’'/,-]*|of|and|the|for|to))*)(?:(?P<dash>\s+[–—-]\s+)|:\s+|\s+\()(?P<who>[A-Z][\w.’' -]{2,40})\)?")
_SERVES = re.compile(SERVES)
"""A post by its words: it may stand before a colon or a bracket, as a ward or a party cannot."""
_POST_COMMA = re.compile(rf"(?P<post>(?:[A-Z][\w&’'/-]*|of|and|the|for|&)(?:\s+(?:[A-Z][\w&’'/-]*|of|and|the|for|&)){{0,7}}?\s*\b(?:{POST}|Services|Works|Finance|Executive|Planning|CAO|CFO)),\s+(?P<who>(?:[A-Z]\.\s?){{1,2}}[A-Z][\w’'-]+)")
_POST_THEN = re.compile(r"(?P<post>[A-Z][^,;:]{2,80}?(?:\s*/\s*[A-Z][^,;:]{2,40})?),\s+(?P<who>(?:[A-Z]\.?\s|[A-Z]\.|[A-Z][\w’'-]+\s)(?:[A-Z][\w.’'-]*\s?){1,3})\.?")


def post_then_name(text: str) -> PersonName | None:
    """A post, a comma and a name: "Planner, S. Gropp", "Director of Finance and Administration, Monica Mika"; not "Jo Vane, Chair".

    >>> [(p.name, p.role) if (p := post_then_name(t)) else None for t in ("Planner, S. Gropp", "County Attorney, Bruce T. Barker", "Jo Vane, Chair", "Ann Lee, Kim Orde")]
    [('S. Gropp', 'Planner'), ('Bruce T. Barker', 'County Attorney'), None, None]
    """
    m = _POST_THEN.fullmatch(text.strip())
    if m is None or not is_word(m["post"].split()[-1].lower()) or read_person(m["post"]) is not None or split_people(m["post"]):
        return None
    named = read_person(m["who"])
    first = m["who"].split()[0]
    if named is None or named.role or not (is_initial(first) or is_forename(first)):
        return None
    return replace(named, printed=text, role=m["post"].strip())


_POST_ONLY = re.compile(rf"{CHAIR}|(?:{MEMBER}|Directors?)(?:,? (?:Place|Ward|District|Position|Seat|At[ -]Large)\b.*)?", re.I)


def one_person(text: str) -> PersonName | None:
    """The one person that a cell names: "Nick Oakham (NO) CHAIR", "Deputy Clerk Kim Lee"."""
    text = bare(text)
    if _POST_ONLY.fullmatch(text):
        return None
    if (m := _ROLE_AFTER.match(text)) and (named := read_person(m["name"])) is not None and named.role is None:
        return replace(named, printed=text, role=m["role"])
    if (posted := _POST_COMMA.fullmatch(text)) is not None and read_person(posted["post"]) is None and (named := read_person(posted["who"])) is not None and not named.role:
        return replace(named, printed=text, role=posted["post"])  # "Director of Corporate Services, G. Clarkson"
    if (before := _post_before(text)) is not None:
        return before
    if (first := post_then_name(text)) is not None:
        return first
    people = split_people(text)
    if len(people) == 1:
        return people[0]
    return read_person(text) or post_first(text)


def people_in(text: str) -> bool:
    """Do the words name anybody?"""
    return bool(split_people(text)) or one_person(text) is not None
