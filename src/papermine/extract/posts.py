"""Lists where posts stand before names, or names in brackets after them: "Fire Chief Will Bateman", "Head of Waste (C Orde)"."""

from __future__ import annotations

import itertools
from dataclasses import replace

from papermine import regex as re
from papermine.extract.labels import post_first
from papermine.language.names import PersonName, is_person, read_person


def by_posts(text: str) -> list[PersonName]:
    """A list where posts stand before names: "Fire Chief Will Bateman, Deputy Clerk Kim Lee and …"; empty where it is none."""
    if "(" in text:
        return _posts_with_names(text)
    chunks = [c.strip(" .") for c in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", text) if c.strip(" .")]
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
