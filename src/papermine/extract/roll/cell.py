"""The one person that a cell of a roll names."""

from __future__ import annotations

from dataclasses import replace

from papermine import regex as re
from papermine.language.labels import post_first
from papermine.language.names import PersonName, read_person, split_people
from papermine.language.person import is_forename, is_initial, is_word


def bare(text: str) -> str:
    """A cell's words without its bullet and the comma behind it."""
    return re.sub(r"^(?:[\s•▪●*·†‡#–-]|[“”\"](?=\s))+", "", text).strip(" ,;")


_ROLE_AFTER = re.compile(
    r"^(?P<name>.+?)\s+(?P<role>(?:VICE[- ]|DEPUTY |Vice[- ]|Deputy )?(?:CHAIR(?:MAN|PERSON|WOMAN)?|Chair(?:man|person|woman)?|CLERK|Clerk|MAYOR|SECRETARY|Secretary|TREASURER|Treasurer|"
    r"CONVENOR|Convenor|RFO|PCSO))$")


_POST_DASH = re.compile(r"(?P<post>[A-Z][\w&’'/,-]*(?:\s+(?:[A-Z][\w&’'/,-]*|of|and|the|for|&|to)){0,8})\s+[–—-]\s+(?P<who>[A-Z][\w.’' -]{2,40})")
_POST_COMMA = re.compile(r"(?P<post>(?:[A-Z][\w&’'/-]*|of|and|the|for|&)(?:\s+(?:[A-Z][\w&’'/-]*|of|and|the|for|&)){0,7}?\s*\b(?:Officer|Director|Services|Clerk|Treasurer|Manager|Planner|Engineer|Administrator|Solicitor|Attorney|Works|Finance|Executive|Coordinator|Superintendent|Secretary|Planning|CAO|CFO)),\s+(?P<who>(?:[A-Z]\.\s?){1,2}[A-Z][\w’'-]+)")
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


_POST_ONLY = re.compile(r"(?:(?:Deputy|Vice|Lord|Acting) )?Mayor(?:[ -]Pro[ -]Tem(?:pore)?)?|(?:Council ?[Mm]ember|Commissioner|Trustee|Supervisor|Director|Alderman|Councill?or)s?(?:,? (?:Place|Ward|District|Position|Seat|At[ -]Large)\b.*)?", re.I)


def one_person(text: str) -> PersonName | None:
    """The one person that a cell names: "Nick Oakham (NO) CHAIR", "Deputy Clerk Kim Lee"."""
    text = bare(text)
    if _POST_ONLY.fullmatch(text):
        return None
    if (m := _ROLE_AFTER.match(text)) and (named := read_person(m["name"])) is not None:
        return replace(named, printed=text, role=m["role"])
    if (posted := _POST_COMMA.fullmatch(text)) is not None and read_person(posted["post"]) is None and (named := read_person(posted["who"])) is not None and not named.role:
        return replace(named, printed=text, role=posted["post"])  # "Director of Corporate Services, G. Clarkson"
    if (posted := _POST_DASH.fullmatch(text)) is not None and is_word(posted["post"].split()[-1].lower()) and read_person(posted["post"]) is None and (named := read_person(posted["who"])) is not None and not named.role:
        return replace(named, printed=text, role=posted["post"])  # "Director of Operations – M McDow"
    if (first := post_then_name(text)) is not None:
        return first
    people = split_people(text)
    if len(people) == 1:
        return people[0]
    return read_person(text) or post_first(text)


def people_in(text: str) -> bool:
    """Do the words name anybody?"""
    return bool(split_people(text)) or one_person(text) is not None
