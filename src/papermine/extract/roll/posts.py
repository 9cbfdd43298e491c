"""Lists where posts stand before names, or names in brackets after them: "Fire Chief Will Bateman", "Head of Waste (C Orde)"."""

from __future__ import annotations

import itertools
from dataclasses import replace

from papermine import regex as re
from papermine.language.labels import post_first
from papermine.language.names import PersonName, is_person, read_person

STAFF = re.compile(
    r"(?:(?:the|acting|interim|assistant|deputy|chief|senior|city|town|village|county|township|district|municipal|borough|general|council)\s+)*"
    r"(?:manager|attorney|solicitor|engineer|planner|administrator|counsel|comptroller|superintendent|(?:fire|police) chief|chief of police|chief executive(?: officer)?|c\.?a\.?o\.?|ceo|cfo|"
    r"(?!presiding|returning|police)[a-z]+ (?:assistant|officer|coordinator)|(?:[a-z]+ )?(?:finance|planning|works|services|development|recreation|resources|utilities|operations|library|parks|engineering) director|"
    r"director of [a-z].*|city clerk|manager [a-z]+|chief [a-z]+ officer)(?:[/,].*)?", re.I)
"""Posts that no member of a body holds: "City Attorney", "Chief Operating Officer"; a clerk, treasurer or supervisor may be one."""


def by_posts(text: str) -> list[PersonName]:
    """A list where posts stand before names: "Fire Chief Will Bateman, Deputy Clerk Kim Lee and …"; empty where it is none."""
    if "(" in text:
        return _posts_with_names(text)
    chunks = [c.strip(" .") for c in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", text) if c.strip(" .")]
    if sum(_POST_SURNAME.fullmatch(c) is not None for c in chunks) > 1 and (posted := _posts_then_names(chunks)):
        return posted
    read = [read_person(c) for c in chunks]
    found = [post_first(c) if r is None or (r.role and r.title is None) else r for c, r in zip(chunks, read, strict=True)]
    found = [f or r for f, r in zip(found, read, strict=True)]
    for k, (here, after) in enumerate(itertools.pairwise(found)):
        if here is None and after is not None and after.role and f"{chunks[k]} and {after.role}" in text:  # "Land Planning and Technology Administrator John-Paul Hay"
            found[k + 1] = replace(after, role=f"{chunks[k]} and {after.role}", printed=f"{chunks[k]} and {after.printed}")
    named = [f for f in found if f is not None]
    if None not in read or len(named) <= sum(r is not None for r in read) or len(named) < 0.6 * len(chunks):
        return []
    return named


_POST_SURNAME = re.compile(
    r"(?P<post>(?:[A-Z][\w.&/-]*\s+|of\s+)*?(?:[A-Z][\w&]*/)?(?:Manager|Attorney|Engineer|Director|Clerk|Chief|Assistant|Officer|Administrator|Planner|Secretary|Treasurer|Coordinator|Superintendent|Counsel|Recorder|Director of(?: [A-Z][\w&]*)+?))\s+"
    r"(?!Administrative\b|Executive\b|Financial\b|Operating\b|Information\b)(?P<who>[A-Z][\w’'-]+(?:\s(?:[A-Z]\.\s)?(?!Manager\b|Officer\b|Director\b|Assistant\b|Clerk\b|Secretary\b)[A-Z][\w’'-]+)?)")


def _posts_then_names(chunks: list[str]) -> list[PersonName]:
    """ "Mayor Hedder, Councilors Keen and Moss, City Manager Boyle, City Attorney Johns": empty where any part is otherwise."""
    out: list[PersonName] = []
    for chunk in chunks:
        m = _POST_SURNAME.fullmatch(chunk)
        person = read_person(m["who"] if m is not None else chunk, surname=True)
        if person is None and m is not None and re.fullmatch(r"(?:Vacant|Position|Staff|Reports?|Absent|Elect|Emeritus|General)\b.*", m["who"]) is None:
            person = PersonName(chunk, m["who"])  # "Administrative Assistant Green": the post says that it is a name
        if person is None:
            return []
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
        who = read_person(m["who"])
        if who is None or who.role or is_person(m["post"]) or read_person(m["post"].split(",")[0]) is not None:
            return []
        out.append(replace(who, printed=text[m.start("post"):m.end()].strip(" ."), role=m["post"].strip()))
        at = m.end()
    return out
