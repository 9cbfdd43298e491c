"""Agendas → their headings of business: numbered runs, sub-numbers, and the capital headings of United States agendas.

>>> [item_number(t) for t in ("3. Minutes (Pages 3 - 8)", "G1. Adopt Resolution No. 6613", "1.A 21-0177 Approve", "6 Questions", "22 January 2020")]
[('3', ('3',), 3), ('G1', ('G', '1'), 4), ('1.A', ('1', 'A'), 4), ('6', ('6',), 2), None]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine.document import Line
from papermine.language.dates import find_dates
from papermine.language.numbering import roman_value
from papermine.language.pages import page_range

_NUMBER = re.compile(
    r"^\W{0,2}(?P<word>(?:agenda\s+)?item\s*(?:no\.?\s*)?)?(?P<number>(?P<a>\d{1,3})(?:\.(?P<b>\d{1,2}|[A-Z])(?:\.(?P<c>\d{1,2}))?)?|(?P<l>[A-Z])[-.]?(?P<m>\d{1,2})|(?P<r>\d{2,4}/\d{1,4})|(?P<k>[A-Z])(?=[.)]|\s+\d{2,4}-\d{2,5}\s)|"
    r"(?P<x>[IVX]{2,5})(?=[.)]))(?P<dot>[.):])*(?:\s+|(?<=[.)])(?=[A-Z])|$)(?:-\s+)?", re.I)
_CASED = re.compile(r"[A-Z0-9\"“‘'(\[£$*À-Ý]")
FILE_NUMBER = re.compile(r"^(?:\d{2}-\d{3,5}|\d{4}-\d{2,5}|[A-Z]{1,3}\d{2,4}-\d{2,5})\s+(?=[A-Z])")
_AGENDA = re.compile(r"^\W*(?:[\w'’&]+\s+){0,6}(?:agenda|a\s+g\s+e\s+n\s+d\s+a|business|cl[aá]r|rhaglen)\b\W*(?:$|&|and\b|\d|[-–—])", re.I)
_OPENER = re.compile(r"^\W*(?:meeting\s+)?(?:call(?:ed)?\s+to\s+order|roll\s+call|pledge\s+of\s+allegiance|salute\s+to\s+the\s+flag|flag\s+salute|invocation|adjourn(?:ment)?|moment\s+of\s+silence|opening\s+ceremonies)\b", re.I)
_GROUP = re.compile(
    r"^\W*(?:consent|other business|new business|old business|unfinished business|regular (?:business|agenda|items)|action items?|discussion items?|general business|public hearings?(?:/.*)?|"
    r"presentations?|ceremonial\w*|workshop|business items?|informational? items?|(?:information only )?reports?(?:/items)?|items? (?:for|to be)\b.*|committee reports|[\w'’ &/]+ meeting|closed session|study session|"
    r"ordinances?|resolutions?|meeting (?:business )?(?:items|guidelines)|special orders?.*|proclamations?.*|(?:part|section) [\divxab]+\b.*)(?: calendar| agenda| items?| business)?\W*$", re.I)
_AFTER = re.compile(r"^\W*(?:notices?\s+(?:to|regarding|of)\b|(?:additional|important)\s+(?:notice|information)|certif\w+|affidavit|ADA\b|americans\s+with|dates?\s+of\s+(?:future|next)|upcoming\s+meetings?|notes?\s*:?$|"
                    r"information\s+for\b|for\s+further\s+information|contact\b|planning\s+(?:a|to)\b|public\s+access|speaker)", re.I)
STOPS = re.compile(
    r"^\W*(?:recommend\w*|\(?pages?\b|report\s+(?:of|by|from)\b|to\s+(?:receive|consider|note|approve|agree|discuss|confirm|sign|appoint|elect|declare|authorise)\b|contact\b|officer\b|lead\s+officer|presenter|"
    r"presented\s+by|estimated\s+time|time\s+estimate|staff\s+report|attachments?\b|see\s+(?:supplement|also|attached)|wards?\b|reasons?\b|members\s+(?:are|of)|please|note\s*:|council(?:lors)?\s+(?:is|are)|"
    r"cabinet\s+member\s*:|portfolio\b|key\s+decision|councillor\s|cllr\.?\s|mr\s|mrs\s|ms\s|purpose\b|action\s*:|proposed\s+(?:action|by)|moved\b|\(?copy\b|\(?enclos\w+|\(?attached|\(?report\b|\d{1,2}[.:]\d\d\s*(?:am|pm)?\s*$)|^[•\uf0b7▪◦○·*o-]\s", re.I)


@dataclass(slots=True)
class Heading:
    """A numbered (or plain) heading of an agenda: its lines, its number, and where its title starts."""

    line: Line
    number: str | None
    path: tuple[str, ...]
    start: int
    title: list[Line] = field(default_factory=list)
    under: list[Line] = field(default_factory=list)
    section: str | None = None


def item_number(text: str) -> tuple[str, tuple[str, ...], int] | None:
    """The item number at the start of a line: as printed, its parts, and where the words after it start."""
    m = _NUMBER.match(text)
    if not m or (m.end() < len(text) and not _CASED.match(text[m.end()])):
        return None
    number, rest = m["number"], text[m.end():]
    dates = find_dates(text[:40])
    if not m["dot"] and dates and dates[0].start <= m.start("number") < dates[0].end and m["a"]:
        return None
    if (m["k"] or m["l"] or m["x"]) and not (m["k"] or m["l"] or m["x"] or "").isupper():
        return None
    if (m["k"] and re.match(r"[A-Z]\.", rest)) or (m["a"] and not m["dot"] and not m["b"] and int(m["a"]) > 150):
        return None
    if m["a"] and m["b"] and re.match(r"\s*(?:[ap]\.?m\b|hrs|hours)", rest, re.I):
        return None
    parts = tuple(p for p in ((m["a"], m["b"], m["c"]) if m["a"] else (m["l"], m["m"]) if m["l"] else (m["r"] or m["k"] or m["x"],)) if p)
    return number, parts, m.end()


def headings(lines: list[Line]) -> list[Heading]:
    """The headings of business, in order, each with the lines under it."""
    start = next((i for i, line in enumerate(lines) if _AGENDA.match(line.text) and len(line) < 14 and _NUMBER.match(line.text) is None), -1) + 1
    numbered = _numbered(lines[start:])
    if start and len(more := _numbered(lines)) > 1.6 * len(numbered):
        numbered, start = more, 0
    plain = _plain(lines[start:], numbered)
    found = {id(h.line): h for h in [*numbered, *plain]}
    tops = list(found.values())
    groups = _groups(tops)
    out: list[Heading] = []
    section: str | None = None
    title: Line | None = None
    current: Heading | None = None
    sections = _sections(lines[start:], found)
    for line in lines[start:]:
        if id(line) in found:
            current = found[id(line)]
            if title is not None and _same_style(title, line) and current.path[0] != "":
                section = None
            current.section = section
            out.append(current)
            continue
        if id(line) in sections:
            section, title, current = line.text.strip(" :"), line, None
            continue
        if current is not None:
            current.under.append(line)
    kept = []
    for k, heading in enumerate(out):
        if heading.number is not None and heading.path in groups and not page_range(heading.line.text):
            for child in out[k + 1:]:
                if child.path[:-1] == heading.path:
                    child.section = heading.line.text[heading.start:].strip(" :")
            continue
        kept.append(heading)
    return kept


def _groups(found: Sequence[Heading]) -> set[tuple[str, ...]]:
    """Numbers whose headings only group: two or more sub-items, or one under "Public Hearing" and the like."""
    children = Counter(h.path[:-1] for h in found if len(h.path) > 1)
    names = {h.path: h.line.text[h.start:] for h in found}
    return {path for path, count in children.items() if count > 1 or _GROUP.match(names.get(path, ""))}


def _numbered(lines: Sequence[Line]) -> list[Heading]:
    """The longest run of numbered headings at one left edge, with the sub-numbered ones between them."""
    marked = [Heading(line, *got) for line in lines if (got := item_number(line.text)) is not None]
    filed = [h for h in marked if FILE_NUMBER.match(h.line.text[h.start:])]
    if len(filed) > 2:
        return filed  # each item with its file number, "1.A 21-0177 Approve …"
    tops = [h for h in marked if len(h.path) == 1]
    best: list[Heading] = []
    for first in tops:
        if any(first is h for h in best):
            continue
        if (run := _run(first, tops)) and _worth(run) > _worth(best):
            best = run
    subs = [h for h in marked if len(h.path) > 1]
    if not best or (len(subs) > 1 and _worth(best) < 2):
        best = []
    at = {id(line): i for i, line in enumerate(lines)}
    out = list(best)
    last: tuple[str, ...] | None = None
    edge = None
    for sub in subs:
        parent = next((h for h in reversed(best) if at[id(h.line)] < at[id(sub.line)]), None)
        if best and (parent is None or parent.path[0] != sub.path[0]):
            continue
        if last is not None and last[:-1] == sub.path[:-1] and not _after(last[-1], sub.path[-1]):
            continue
        if (last is None or last[:-1] != sub.path[:-1]) and sub.path[-1] not in ("1", "01", "A", "a") and best:
            continue
        if edge is not None and abs(sub.line.x0 - edge) > 14:
            continue
        edge = sub.line.x0 if edge is None else edge
        last = sub.path
        out.append(sub)
    return sorted(out, key=lambda h: at[id(h.line)])


def _run(first: Heading, tops: Sequence[Heading]) -> list[Heading]:
    """Headings that count on from ``first`` at its left (or right) edge; a new section may start again at 1."""
    run = [first]
    begun = False
    for h in tops:
        if h is first:
            begun = True
            continue
        if not begun:
            continue
        aligned = abs(h.line.x0 - first.line.x0) < 9 or abs(_number_end(h) - _number_end(first)) < 3
        if not aligned:
            continue
        if _after(run[-1].path[0], h.path[0]) or (_skips(run[-1].path[0], h.path[0]) and abs(h.line.x0 - first.line.x0) < 2) or (h.path[0] in ("1", "A") and run[-1].path[0] != h.path[0] and len(run) > 1 and h.line.bold == first.line.bold and _again(h, tops, first)):
            run.append(h)
    return run


def _again(h: Heading, tops: Sequence[Heading], first: Heading) -> bool:
    """A second list that starts at 1 belongs to the agenda if it looks the same to the point."""
    return abs(h.line.x0 - first.line.x0) < 2 and abs(h.line.size - first.line.size) < 0.3 and h.line.gap > 0.4 * h.line.size


def _worth(run: Sequence[Heading]) -> float:
    """Length counts; page ranges and bold headings count more."""
    if not run:
        return 0.0
    starts = run[0].path[0] in ("1", "A", "01", "I")
    ranged = sum(page_range(h.line.text) is not None for h in run)
    ends = sum(h.line.text.rstrip().endswith((".", ";")) and len(h.line.text) > 70 for h in run)
    restarts = sum(h.path[0] in ("1", "A") for h in run[1:])
    return len(run) - 3 * restarts + 0.7 * starts + ranged + 0.3 * sum(bool(h.line.bold_prefix) for h in run) - 0.6 * ends - 0.1 * (run[0].line.x0 > 110)


def _number_end(h: Heading) -> float:
    return h.line.words[0].x1


def _value(part: str) -> int | None:
    if part.isdigit():
        return int(part)
    if "/" in part:
        return int(part.rsplit("/", 1)[1])
    if len(part) == 1 and part.isalpha():
        return ord(part.upper()) - 64
    return None


def _after(before: str, here: str) -> bool:
    """Does ``here`` count on from ``before``: 1 → 2, A → B, I → II, 24/097 → 24/098?"""
    a, b = _value(before), _value(here)
    if a is not None and b is not None and b == a + 1 and before.isdigit() == here.isdigit():
        return True
    x, y = roman_value(before), roman_value(here)
    return x is not None and y is not None and y == x + 1 and before.isupper() == here.isupper()


def _skips(before: str, here: str) -> bool:
    a, b = _value(before), _value(here)
    return a is not None and b is not None and a < b <= a + 3 and before.isdigit() and here.isdigit()


def _plain(lines: Sequence[Line], numbered: Sequence[Heading]) -> list[Heading]:
    """Unnumbered headings of business, as United States agendas print them ("CALL TO ORDER" … "ADJOURNMENT")."""
    marked = {id(h.line) for h in numbered}
    openers = [i for i, line in enumerate(lines) if id(line) not in marked and _OPENER.match(line.text) and len(line) < 9 and (line.bold or line.text.isupper())]
    if not openers:
        return []
    last = next((i for i in reversed(openers) if re.search(r"adjourn", lines[i].text, re.I)), len(lines) - 1)
    choices = [_like(lines, lines[k], openers[0], last, marked) for k in openers]
    heads = max(choices, key=len)
    model = lines[heads[0]] if heads else lines[openers[0]]
    heads = [i for i in heads if not any(h.line is lines[i - 1] or lines[i - 1] in h.title for h in numbered) or lines[i].size > numbered[0].line.size + 0.5 or lines[i].gap > 0.9 * lines[i].size]
    out: list[Heading] = []
    for k, i in enumerate(heads):
        stop = heads[k + 1] if k + 1 < len(heads) else last + 1
        inside = lines[i + 1:stop]
        if any(id(line) in marked for line in inside):
            continue
        if _GROUP.match(lines[i].text):
            out += [Heading(line, None, ("", line.text), 0) for line in inside if line.text.isupper() and 2 < len(line) < 20 and line.size > model.size * 0.7 and not re.search(r"\bSUPPLEMENT\b", line.text)][:1]
            continue
        out.append(Heading(lines[i], None, (lines[i].text,), 0))
    return out


def _same_style(a: Line, b: Line) -> bool:
    return a.bold == b.bold and a.text.isupper() == b.text.isupper() and abs(a.size - b.size) < 0.5


def _like(lines: Sequence[Line], model: Line, first: int, last: int, marked: set[int]) -> list[int]:
    """The unnumbered lines set like the heading ``model``."""
    return [i for i, line in enumerate(lines) if first <= i <= last and id(line) not in marked and line.bold == model.bold and line.text.isupper() == model.text.isupper()
            and abs(line.size - model.size) < 1.1 and len(line) < 16 and line.size >= model.size - 0.3 and item_number(line.text) is None and line.text[0].isalpha()
            and not _AFTER.match(line.text) and (line.gap > 0.35 * line.size or i == first or line.page != lines[i - 1].page)]


def _sections(lines: Sequence[Line], found: dict[int, Heading]) -> set[int]:
    """Headings that divide the agenda: bold or capital lines without a number, no part of a title."""
    out: set[int] = set()
    firsts = [i for i, line in enumerate(lines) if id(line) in found]
    if not firsts:
        return out
    edge = lines[firsts[0]].x0
    for i, line in enumerate(lines):
        if i < firsts[0] - 3 or find_dates(line.text) or not line.text[0].isalnum() or (line.x0 > edge + 16 and line.x0 < 140):
            continue
        if id(line) in found or len(line) > 14 or item_number(line.text) is not None or page_range(line.text):
            continue
        loud = line.bold or (line.text.isupper() and len(line.text) > 5)
        before = lines[i - 1] if i else None
        titled = before is not None and (id(before) in found or before.bold) and line.gap < 0.6 * line.size and line.page == before.page
        if loud and not titled and re.search(r"[A-Za-z]{3}", line.text) and not STOPS.match(line.text):
            out.add(id(line))
    return out
