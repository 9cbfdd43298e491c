"""Exempt matter: by which statute, and which of its paragraphs, the press and public are kept out.

England and Wales: Schedule 12A to the Local Government Act 1972 (paragraphs 1 to 7, in Wales 12 to 18), or the Public Bodies
(Admission to Meetings) Act 1960, which parishes use and which has no paragraphs. Scotland: Schedule 7A to the Act of 1973.
Elsewhere the section that closes the session ("Section 239(2)(b) of the Municipal Act, 2001"). Only what is printed is said.
"""

from __future__ import annotations

from typing import NamedTuple

from papermine import regex as re
from papermine.document import Paper
from papermine.language.legislation import find_legislation

_SAID = re.compile(r"exempt|exclu(?:d|sion)|not\s+for\s+publication|confidential|closed\s+(?:session|meeting|to|under)|in[- ]camera|private|executive\s+session|in\s+committee|disclosure", re.I)
_PARAGRAPHS = re.compile(
    r"\b(?:paragraphs?|paras?\.?|categor(?:y|ies))\s*(?:\(?s\)?\s*)?(?P<numbers>\(?\d{1,2}\)?[A-Z]?(?:\s*(?:,|and|&|or|to|-|–)\s*(?:paragraphs?\s*)?\(?\d{1,2}\)?[A-Z]?)*)(?!\s*(?:of\s+this|above|below|\d|[/.]\d))", re.I)
_SCHEDULE = re.compile(r"\bschedule\s+(?P<number>12\s?A|7\s?A|6)\b", re.I)
_CODE = re.compile(r"\b(?P<name>(?:California\s+)?Gov(?:ernment|\.|ernmen)?\.?\s*(?:Code|C\.)|RCW|Municipal Act,?\s*2001|Open Meetings Act)\W{0,3}(?:[Ss]ections?|§+|[Ss]ec\.|[Ss]\.)?\s*(?P<section>\d[\d.]*(?:\s?\(\w{1,4}\))*)")
_SECTION = re.compile(r"\b[Ss](?:ection|\.)\s*(?P<section>\d[\d.A-Z]*(?:\s?\(\w{1,3}\))+)")


class Exemption(NamedTuple):
    """The statute as printed (its Act, with the schedule where one is named), and the paragraphs or section within it."""

    statute: str
    paragraphs: str | None


def exemption(text: str) -> Exemption | None:
    """What a text says of why the public is kept out; None where it says nothing of it.

    >>> exemption("exempt information as defined in paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972")
    Exemption(statute='Schedule 12A, Local Government Act 1972', paragraphs='1, 2')
    >>> exemption("Not for publication: Schedule 12A paragraph 3")
    Exemption(statute='Schedule 12A', paragraphs='3')
    >>> exemption("closed session pursuant to Section 239(2)(b) of the Municipal Act, 2001, personal matters")
    Exemption(statute='Municipal Act, 2001', paragraphs='239(2)(b)')
    >>> exemption("the report was published under Section 3 of the Water Act 1989")
    """
    text = " ".join(text.split())
    schedule = _SCHEDULE.search(text)
    said = _SAID.search(text)
    if said is None and schedule is None:
        return None
    acts = [f for f in find_legislation(text) if f.name and not re.fullmatch(r"Schedule\s+\d+\s?A", f.name)]
    if schedule is not None and (schedule["number"] != "6" or "Northern Ireland" in text):
        name = f"Schedule {schedule['number'].upper().replace(' ', '')}"
        act = next((f.name for f in acts if re.search(r"Local Government", f.name)), None)
        return Exemption(f"{name}, {act}" if act else name, _numbers(text))
    near = [f for f in acts if abs(f.start - (said.start() if said else 0)) < 220]
    bodies = next((f for f in near if re.search(r"Admission to Meetings", f.name)), None)
    if bodies is not None:
        return Exemption(bodies.name, None)
    if (code := _CODE.search(text)) is not None:
        return Exemption(code["name"], code["section"].replace(" ", "").rstrip("."))
    if near and re.search(r"exempt|exclu|closed|camera|executive session|in committee|private", text, re.I):
        section = _SECTION.search(near[0].text) or _SECTION.search(text)
        if section is not None:
            return Exemption(near[0].name, section["section"].replace(" ", ""))
    return None


_MARK = re.compile(r"not\s+for\s+publication|exempt\s+(?:information|report|appendix|annex|item|from|under|by)|contains?\s+(?:exempt|confidential)|confidential|^\W*exempt\W|schedule\s+(?:12|7)\s?A|^\W*restricted\b", re.I)
_OPEN = re.compile(r"unrestricted|non[- ]exempt|not\s+exempt|open\s+report|exempt\s+(?:information|items?)\W+(?:none|no|nil|n/?a)\b", re.I)


def marked(paper: Paper) -> Exemption | None:
    """The exemption that a report or appendix bears at the head of its first page; None where it is open, or only part of it is exempt."""
    if paper.kind not in ("report", "appendix"):
        return None
    page = paper.pages[0]
    head = [line.text for line in [*page.head, *page.lines[:14]] if line.top < 0.4 * page.height]
    for k, text in enumerate(head):
        near = " ".join(head[k:k + 3])
        if _MARK.search(text) and not _OPEN.search(near) and not re.search(r"\b(?:appendix|annex|appendices)\b", text[:60], re.I) and (found := exemption(near)) is not None:
            return found
    return None


def _numbers(text: str) -> str | None:
    """The paragraphs cited: "1 and 2" → "1, 2"."""
    out: list[str] = []
    for m in _PARAGRAPHS.finditer(text):
        out += re.findall(r"\d{1,2}[A-Z]?", m["numbers"])
    return ", ".join(dict.fromkeys(out)) or None
