"""Agendas → agenda items, with the pages of their papers.

>>> [item_number(t) for t in ("3. Minutes (Pages 3 - 8)", "G1. Adopt Resolution No. 6613", "1.A 21-0177 Approve", "6 Questions", "22 January 2020")]
[('3', ('3',), 3), ('G1', ('G', '1'), 4), ('1.A', ('1', 'A'), 4), ('6', ('6',), 2), None]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine.document import Line, Pack, Paper, places
from papermine.extract.paragraphs import paragraph
from papermine.language.dates import find_dates
from papermine.language.pages import page_range
from papermine.language.person import is_person
from papermine.provenance import Ids, Place
from papermine.records import AgendaItem, Evidence

_NUMBER = re.compile(
    r"^\W{0,2}(?P<word>(?:agenda\s+)?item\s*(?:no\.?\s*)?)?(?P<number>(?P<a>\d{1,3})(?:\.(?P<b>\d{1,2}|[A-Z])(?:\.(?P<c>\d{1,2}))?)?|(?P<l>[A-Z])[-.]?(?P<m>\d{1,2})|(?P<r>\d{2,4}/\d{1,4})|(?P<k>[A-Z])(?=[.)]|\s+\d{2,4}-\d{2,5}\s)|"
    r"(?P<x>[IVX]{2,5})(?=[.)]))(?P<dot>[.):])*(?:\s+|(?<=[.)])(?=[A-Z])|$)(?:-\s+)?", re.I)
_CASED = re.compile(r"[A-Z0-9\"“‘'(\[£$*À-Ý]")
_FILE_NUMBER = re.compile(r"^(?:\d{2}-\d{3,5}|\d{4}-\d{2,5}|[A-Z]{1,3}\d{2,4}-\d{2,5})\s+(?=[A-Z])")
_AGENDA = re.compile(r"^\W*(?:[\w'’&]+\s+){0,6}(?:agenda|a\s+g\s+e\s+n\s+d\s+a|business|cl[aá]r|rhaglen)\b\W*(?:$|&|and\b|\d|[-–—])", re.I)
_OPENER = re.compile(r"^\W*(?:meeting\s+)?(?:call(?:ed)?\s+to\s+order|roll\s+call|pledge\s+of\s+allegiance|salute\s+to\s+the\s+flag|flag\s+salute|invocation|adjourn(?:ment)?|moment\s+of\s+silence|opening\s+ceremonies)\b", re.I)
_GROUP = re.compile(
    r"^\W*(?:consent|other business|new business|old business|unfinished business|regular (?:business|agenda|items)|action items?|discussion items?|general business|public hearings?(?:/.*)?|"
    r"presentations?|ceremonial\w*|workshop|business items?|informational? items?|(?:information only )?reports?(?:/items)?|items? (?:for|to be)\b.*|committee reports|[\w'’ &/]+ meeting|closed session|study session|"
    r"ordinances?|resolutions?|meeting (?:business )?(?:items|guidelines)|special orders?.*|proclamations?.*|(?:part|section) [\divxab]+\b.*)(?: calendar| agenda| items?| business)?\W*$", re.I)
_AFTER = re.compile(r"^\W*(?:notices?\s+(?:to|regarding|of)\b|(?:additional|important)\s+(?:notice|information)|certif\w+|affidavit|ADA\b|americans\s+with|dates?\s+of\s+(?:future|next)|upcoming\s+meetings?|notes?\s*:?$|"
                    r"information\s+for\b|for\s+further\s+information|contact\b|planning\s+(?:a|to)\b|public\s+access|speaker)", re.I)
_STOPS = re.compile(
    r"^\W*(?:recommend\w*|\(?pages?\b|report\s+(?:of|by|from)\b|to\s+(?:receive|consider|note|approve|agree|discuss|confirm|sign|appoint|elect|declare|authorise)\b|contact\b|officer\b|lead\s+officer|presenter|"
    r"presented\s+by|estimated\s+time|time\s+estimate|staff\s+report|attachments?\b|see\s+(?:supplement|also|attached)|wards?\b|reasons?\b|members\s+(?:are|of)|please|note\s*:|council(?:lors)?\s+(?:is|are)|"
    r"cabinet\s+member\s*:|portfolio\b|key\s+decision|councillor\s|cllr\.?\s|mr\s|mrs\s|ms\s|purpose\b|action\s*:|proposed\s+(?:action|by)|moved\b|\(?copy\b|\(?enclos\w+|\(?attached|\(?report\b|\d{1,2}[.:]\d\d\s*(?:am|pm)?\s*$)|^[•\uf0b7▪◦○·*o-]\s", re.I)
_EXEMPT_SECTION = re.compile(r"\b(?:exempt|confidential|not\s+(?:open|for\s+publication)|excluded|exclusion|in\s+private|private\s+(?:items?|business|session)|restricted\s+items|closed\s+(?:session|items?)|in\s+camera|part\s+(?:ii|2|b)\b.{0,40}(?:private|exempt|closed))\b", re.I)
_OPEN_SECTION = re.compile(r"\bunrestricted\b|\bopen\s+(?:to|items|session)\b|\bpublic\s+items\b|\bnot\s+(?:exempt|excluded)\b", re.I)
_EXEMPT_ITEM = re.compile(r"\bnot\s+for\s+publication\b|\bexempt\s+(?:appendix|report|information|item|under|by)\b|\bschedule\s+(?:12a|7a)\b|\((?:exempt|confidential|restricted)\)|\bparagraphs?\s+\d[\d, and]*\s+of\s+(?:part|schedule)\b", re.I)
_PRESENTS = re.compile(r"[\[(]\s*(?P<who>[A-Z][^\[\]]{3,140}?)(?:,?\s+to\s+(?:present|report|introduce|give|lead|update|provide)\b[^\])]*)[\])]")
_PRESENTER_LABEL = re.compile(r"^\W*(?:presenter|presented\s+by|lead(?:\s+officer|\s+member)?|officer|report\s+of|report\s+by|speaker|contact\s+officer|introduced\s+by)\s*:?\s+(?P<who>[A-Z].{3,120})$", re.I)


@dataclass(slots=True)
class _Heading:
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


def agenda_items(paper: Paper, pack: Pack, ids: Ids) -> list[AgendaItem]:
    """The items of one agenda; ``pack`` resolves printed page labels to positions in the file."""
    lines = list(paper.lines)
    headings = _headings(lines)
    bare = any(re.search(r"\bpages?\b(?:\s*(?:no\.?|nos\.?|number|ref\w*))?\s*$", line.text, re.I) for line in lines)
    items = []
    for heading in headings:
        item = _item(heading, paper, pack, ids, bare)
        if item is not None:
            items.append(item)
    return items


# ------------------------------------------------------------------- which lines are headings

def _headings(lines: list[Line]) -> list[_Heading]:
    """The headings of business, in order, each with the lines under it."""
    start = next((i for i, line in enumerate(lines) if _AGENDA.match(line.text) and len(line) < 14 and _NUMBER.match(line.text) is None), -1) + 1
    numbered = _numbered(lines[start:])
    if len(numbered) < 2 and start and len(more := _numbered(lines)) > len(numbered):
        numbered, start = more, 0
    plain = _plain(lines[start:], numbered)
    found = {id(h.line): h for h in [*numbered, *plain]}
    tops = list(found.values())
    groups = {h.path[:-1] for h in tops if len(h.path) > 1}
    out: list[_Heading] = []
    section: str | None = None
    title: Line | None = None
    current: _Heading | None = None
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


def _numbered(lines: Sequence[Line]) -> list[_Heading]:
    """The longest run of numbered headings at one left edge, with the sub-numbered ones between them."""
    marked = [_Heading(line, *got) for line in lines if (got := item_number(line.text)) is not None]
    filed = [h for h in marked if _FILE_NUMBER.match(h.line.text[h.start:])]
    if len(filed) > 2:
        return filed  # each item with its file number, "1.A 21-0177 Approve …"
    tops = [h for h in marked if len(h.path) == 1]
    best: list[_Heading] = []
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


def _run(first: _Heading, tops: Sequence[_Heading]) -> list[_Heading]:
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


def _again(h: _Heading, tops: Sequence[_Heading], first: _Heading) -> bool:
    """A second list that starts at 1 belongs to the agenda if it looks the same to the point."""
    return abs(h.line.x0 - first.line.x0) < 2 and abs(h.line.size - first.line.size) < 0.3 and h.line.gap > 0.4 * h.line.size


def _worth(run: Sequence[_Heading]) -> float:
    """Length counts; page ranges and bold headings count more."""
    if not run:
        return 0.0
    starts = run[0].path[0] in ("1", "A", "01", "I")
    ranged = sum(page_range(h.line.text) is not None for h in run)
    ends = sum(h.line.text.rstrip().endswith((".", ";")) and len(h.line.text) > 70 for h in run)
    restarts = sum(h.path[0] in ("1", "A") for h in run[1:])
    return len(run) - 3 * restarts + 0.7 * starts + ranged + 0.3 * sum(bool(h.line.bold_prefix) for h in run) - 0.6 * ends - 0.1 * (run[0].line.x0 > 110)


def _number_end(h: _Heading) -> float:
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
    a, b = _value(before), _value(here)
    return a is not None and b is not None and b == a + 1 and before.isdigit() == here.isdigit()


def _skips(before: str, here: str) -> bool:
    a, b = _value(before), _value(here)
    return a is not None and b is not None and a < b <= a + 3 and before.isdigit() and here.isdigit()


def _plain(lines: Sequence[Line], numbered: Sequence[_Heading]) -> list[_Heading]:
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
    out: list[_Heading] = []
    for k, i in enumerate(heads):
        stop = heads[k + 1] if k + 1 < len(heads) else last + 1
        inside = lines[i + 1:stop]
        if any(id(line) in marked for line in inside):
            continue
        if _GROUP.match(lines[i].text):
            out += [_Heading(line, None, ("", line.text), 0) for line in inside if line.text.isupper() and 2 < len(line) < 20 and line.size > model.size * 0.7 and not re.search(r"\bSUPPLEMENT\b", line.text)][:1]
            continue
        out.append(_Heading(lines[i], None, (lines[i].text,), 0))
    return out


def _same_style(a: Line, b: Line) -> bool:
    return a.bold == b.bold and a.text.isupper() == b.text.isupper() and abs(a.size - b.size) < 0.5


def _like(lines: Sequence[Line], model: Line, first: int, last: int, marked: set[int]) -> list[int]:
    """The unnumbered lines set like the heading ``model``."""
    return [i for i, line in enumerate(lines) if first <= i <= last and id(line) not in marked and line.bold == model.bold and line.text.isupper() == model.text.isupper()
            and abs(line.size - model.size) < 1.1 and len(line) < 16 and line.size >= model.size - 0.3 and item_number(line.text) is None and line.text[0].isalpha()
            and not _AFTER.match(line.text) and (line.gap > 0.35 * line.size or i == first or line.page != lines[i - 1].page)]


def _sections(lines: Sequence[Line], found: dict[int, _Heading]) -> set[int]:
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
        if loud and not titled and re.search(r"[A-Za-z]{3}", line.text) and not _STOPS.match(line.text):
            out.add(id(line))
    return out


# ------------------------------------------------------------------- one heading

def _item(heading: _Heading, paper: Paper, pack: Pack, ids: Ids, bare: bool) -> AgendaItem | None:
    head, presenter = heading.line, None
    if filed := _FILE_NUMBER.match(head.text[heading.start:]):
        heading.start += filed.end()
    held: list[tuple[str, Line, int, int]] = []
    presenter_place: Place | None = None
    text, column = _first_line(head, heading.start, bare)
    held.append((text, head, heading.start, heading.start + len(text)))
    if column:
        presenter, presenter_place = column, None
    edge = _title_edge(head, heading.start)
    size, before = head.size, head
    rest = list(heading.under)
    if not text and rest:  # the number stands alone, its title on the next line
        before, edge = rest[0], rest[0].x0
        text, _ = _first_line(rest[0], 0, bare)
        held = [(text, rest[0], 0, len(text))]
        rest = rest[1:]
    open_range = _unfinished(head.text)
    for line in rest:
        if page_range(line.text) and re.match(r"^\W*(?:\(|pages?\b|\d)", line.text, re.I) and len(line) <= 6:
            before = line
            continue
        tail = open_range and re.match(r"^(?:\d{1,4}\s*[-–—]?\s*)?\d{1,4}\s*[)\]]", line.text)
        if tail:
            before, open_range = line, False
            continue
        near = line.gap < 0.62 * size or line.page != before.page
        if not near or (line.bold != before.bold and (before.bold or line.bold) and before is not head) or (head.bold and not line.bold) or abs(line.size - size) > 0.8 or _STOPS.match(line.text) or \
                line.text.lstrip()[:1] == "[" or (line.x0 < edge - 9 and line.x0 < head.x0 - 2) or line.x0 > edge + 60:
            break
        if line.page != before.page and not (line.text[:1].islower() or abs(line.x0 - edge) < 4):
            break
        if item_number(line.text) is not None and line.x0 <= edge - 4:
            break
        shown, _ = _first_line(line, 0, bare)
        held.append((shown, line, 0, len(shown)))
        open_range = _unfinished(line.text)
        before = line
    whole = paragraph([head, *heading.under[:14]])
    title = paragraph([line for _, line, _, _ in held])
    words = _join([t for t, _, _, _ in held])
    words = re.sub(r"\s*[\[(]\s*(?:pages?|tudalen\w*)\s*[\w\s–-]*$", "", words, flags=re.I)
    words, told = _without_presenter(words)
    words = re.sub(r"\s*[\[(][^()\[\]]*\b(?:exempt|confidential|not for publication|restricted)\b[^()\[\]]*[\])]\s*$", "", words, flags=re.I)
    found = next((r for n in range(1, 9) if (r := page_range(paragraph([head, *heading.under[:n - 1]]).text, bare=bare and n == 1))), None) if heading.number else page_range(whole.text)
    first = pack.position(found.first) if found else None
    final = pack.position(found.last) if found else None
    if first is not None and (first <= paper.last_page and paper.first_page <= first):
        first = final = None
    words = words.strip(" .:;-–—") if not words.rstrip().endswith(".") or heading.number is None else words.strip()
    if not words or not re.search(r"[A-Za-zÀ-ÿ]{2}", words):
        return None
    if presenter is None:
        presenter, presenter_place = told, None
    if presenter is None:
        presenter, presenter_place = _presenter(heading)
    exempt = bool(_EXEMPT_ITEM.search(" ".join(ln.text for ln in [head, *heading.under[:8]]))) or bool(
        heading.section and _EXEMPT_SECTION.search(heading.section) and not _OPEN_SECTION.search(heading.section))
    evidence = [*places([head, *(line for _, line, _, _ in held[1:])]), *(line.place(a, max(b, a + 1), "title") for _, line, a, b in held)]
    if presenter_place is not None:
        evidence.append(presenter_place)
    if found:
        evidence += list(_range_places([head, *heading.under[:8]], found.first))
    return AgendaItem(
        item_id=ids("item", title.lines[0].page), document_id=paper.document_id, source="agenda", number=heading.number, agenda_number=heading.number, title=words,
        page=head.page, first_page=first, last_page=final if first is not None else None, presenter=presenter, section=heading.section, exempt=exempt,
        evidence=Evidence.at(evidence), rule="numbered-heading" if heading.number else "plain-heading")


def _join(texts: Sequence[str]) -> str:
    from papermine.document import join_lines
    return join_lines([t.strip() for t in texts if t.strip()])


def _first_line(line: Line, start: int, bare: bool) -> tuple[str, str | None]:
    """The title's words on a line, without page range, time or presenter column; and that presenter."""
    text = line.text
    end, who = len(text), None
    found = page_range(text, bare=bare and len(line.segments()) > 1)
    if found and found.start >= start:
        end = found.start
    else:
        cut = re.search(r"[\[(]\s*pages?\b[^)\]]*$", text, re.I)
        end = cut.start() if cut and cut.start() >= start else end
    segments = line.segments(2.2)
    if len(segments) > 1:
        last = segments[-1][0]
        at = text.rfind(last, 0, end + 1)
        plain = last.strip(" ()")
        if at > start + 3 and at < end:
            if re.fullmatch(r"\d{1,2}[.:]\d\d\s*(?:am|pm|hrs)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d\s*(?:am|pm)?)?|\d{1,3}\s*(?:mins?|minutes)|\d{1,4}(?:\s*[-–]\s*\d{1,4})?|attached|verbal|oral|to\s+follow|enclosed", plain, re.I):
                end = at
            elif is_person(plain) or re.match(r"(?:cllr|councillor|mr|mrs|ms|dr)\b\.?\s+[A-Z]", plain, re.I):
                end, who = at, plain
    shown = text[start:end].rstrip()
    m = _FILE_NUMBER.match(shown)
    return (shown[m.end():] if m else shown).rstrip(), who


def _title_edge(line: Line, start: int) -> float:
    """Where the title's words begin on the sheet."""
    return line.box_of(start, start + 1).x0 if start < len(line.text) else line.x0


def _unfinished(text: str) -> bool:
    """The line ends inside a page range: "(Pages 5 -"."""
    return re.search(r"[\[(]\s*pages?\s*(?:\d+\s*[-–]?\s*)?$", text, re.I) is not None


def _without_presenter(title: str) -> tuple[str, str | None]:
    """A title without the bracket that says who presents it."""
    m = _PRESENTS.search(title)
    return (title[:m.start()].strip(), m["who"].strip()) if m else (title, None)


def _presenter(heading: _Heading) -> tuple[str | None, Place | None]:
    """Who presents the item, from the lines under its title."""
    under = heading.under[:8]
    if under and (m := _PRESENTS.search((text := paragraph(under)).text)):
        where = text.places(m.start("who"), m.end("who"), "presenter")
        return m["who"].strip(), where[0]
    for line in under[:6]:
        if m := _PRESENTER_LABEL.match(line.text):
            return m["who"].strip(" .)"), line.place(m.start("who"), m.end("who"), "presenter")
    if heading.number is None:
        for line in under[:3]:
            words = line.text.split()
            if 1 < len(words) < 9 and abs(line.x0 + line.x1 - heading.line.x0 - heading.line.x1) < 14 and line.text[0].isupper() and not line.text.isupper() and (
                    is_person(" ".join(words[-2:]), surname=True) or is_person(words[-1], surname=True)) and not re.search(r"\d", line.text):
                return line.text, line.place(0, None, "presenter")
    return None, None


def _range_places(lines: Sequence[Line], first: str) -> list[Place]:
    for line in lines:
        found = page_range(line.text, bare=True)
        if found and found.first == first:
            return [line.place(found.start, found.end, "first_page")]
    return []
