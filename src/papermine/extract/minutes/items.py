"""Minutes → their headings of business."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import Line, Paper, join_lines, places
from papermine.extract.exempt import Exemption, exemption
from papermine.extract.minutes.chain import choose
from papermine.extract.minutes.headings import Candidate, candidates, item_line, number_at, sentence_tail, take_item
from papermine.extract.minutes.table import running_lines
from papermine.extract.paragraphs import Measure, Paragraph, paragraphs
from papermine.provenance import Ids
from papermine.records import AgendaItem, Evidence

_SECTION = re.compile(
    r"(?:PART\s+(?:\d|[IVX]+|[A-C]|ONE|TWO)\b.*|(?:UN)?RESTRICTED\s+ITEMS?|(?:NON-)?EXEMPT\s+(?:ITEMS?|BUSINESS)\b.*|CONFIDENTIAL\s+(?:ITEMS?|BUSINESS|SESSION)\b.*|"
    r"(?:OPEN|PUBLIC|CLOSED|PRIVATE)\s+(?:ITEMS?|SESSION|BUSINESS)\b.*|ITEMS?\s+(?:CONTAINING|FOR)\s+EXEMPT\b.*|RESTRICTED\s+ITEMS?\b.*)$", re.I)
_PUBLIC = re.compile(r"unrestricted|non-exempt|\bopen\b|(?:items?|business) (?:open|to be considered in public)|public (?:items?|session|business)|part (?:1|i|a|one)\b", re.I)
_EXEMPT = re.compile(r"(?<!un)(?<!non-)(?:exempt|confidential|\bprivate\b|closed session|\brestricted\b)|press and public (?:are |be |to be |were )?(?:likely to be )?excluded|"
                     r"part (?:2|ii|b|two)\b", re.I)
_EXCLUSION = re.compile(r"exclu(?:sion|de|ding)\b.{0,30}\b(?:public|press)", re.I | re.S)
_EXCLUDED = re.compile(r"(?:public\b.{0,40}\bbe excluded|exclude[sd]? (?:from the meeting )?(?:the )?(?:press|public)|public (?:were|was) excluded)", re.I | re.S)


@dataclass(slots=True)
class MinuteItem:
    """A heading in minutes, and the lines that stand under it, up to the next heading.

    ``item`` is None for what stands before the first heading.
    """

    item: AgendaItem | None
    heading: list[Line]
    body: list[Line]
    number: str | None = None
    _held: tuple[Measure, list[Paragraph]] | None = field(default=None, repr=False, compare=False)

    def paragraphs(self, measure: Measure) -> list[Paragraph]:
        """Its body's paragraphs; attendance, declarations and decisions read the same ones."""
        if self._held is None or self._held[0] != measure:
            self._held = (measure, paragraphs(self.body, measure))
        return self._held[1]


@dataclass(slots=True)
class _Heading:
    """A heading found: its first and last line, and what it says."""

    first: int
    last: int
    number: str
    title: str
    lines: list[Line] = field(default_factory=list)
    tail: Line | None = None
    agenda: str | None = None
    minute: bool = True


def minute_items(paper: Paper, ids: Ids) -> list[MinuteItem]:
    """The parts of one set of minutes, in order; the first has no heading.

    "292. Apologies for Absence ⏎ (Item 1)" is minute 292 and item 1; its lines run to the next heading.
    """
    if paper.kind != "minutes":
        return [MinuteItem(None, [], list(paper.lines))]
    lines = running_lines(paper)
    parts = split_items(lines)
    section: str | None = None
    exempt = False
    by: Exemption | None = None
    for part, heading in parts:
        if heading is not None:
            title, agenda = take_item(heading.title)
            agenda = heading.agenda or agenda
            exclusion = bool(_EXCLUSION.search(title))
            part.item = AgendaItem(
                item_id=ids("item", heading.lines[0].page), document_id=paper.document_id, source="minutes", number=heading.number,
                agenda_number=agenda, minute_number=heading.number if heading.minute else None, title=title, page=heading.lines[0].page,
                section=section, exempt=exempt or (bool(re.search(r"\bexempt (?:item|report|by virtue)", title, re.I)) and not exclusion),
                evidence=Evidence.at(places(part.heading)), rule="minutes.minute_items")
            text = " ".join(line.text for line in part.body)
            own = exemption(f"{title} {text}" if len(text) < 4000 else title) if part.item.exempt else None
            if part.item.exempt and (stated := own or by) is not None:
                part.item.exempt_statute, part.item.exempt_paragraphs = stated
            if _EXCLUDED.search(text):
                by = exemption(text) or by
                exempt = exempt or exclusion
        for line in part.body:
            if len(line.text) < 90 and _SECTION.match(line.text) and (line.bold or line.text.isupper() or re.match(r"part\b", line.text, re.I)):
                section = line.text
                exempt = bool(_EXEMPT.search(section)) and not _PUBLIC.search(section)
    return [part for part, _ in parts]


def split_items(lines: Sequence[Line]) -> list[tuple[MinuteItem, _Heading | None]]:
    """Lines cut at the headings of business."""
    measure = Measure.of(lines)
    found = candidates(lines, measure)
    held = choose(found, lines)
    chosen = [c for c in held if not _year(c) or any(_year(o) and 0 < abs(o.value[0] - c.value[0]) < 4 for o in held)]  # "2007 MEETING DATES" alone is no item 2007
    headings = [_read(c, lines, measure) for c in chosen]
    marked = [i for i, line in enumerate(lines) if i and item_line(line.text) is not None and (lines[i - 1].bold or lines[i - 1].text.isupper())]
    if len(marked) > 2 and 2 * sum(h.last + 1 in marked for h in headings) < len(marked):
        headings = []  # the numbers are those of paragraphs
    headings = _by_item_lines(headings, lines, measure) or _over_numbers(lines, measure)
    out: list[tuple[MinuteItem, _Heading | None]] = []
    start = headings[0].first if headings else len(lines)
    out.append((MinuteItem(None, [], list(lines[:start])), None))
    for heading, after in zip(headings, [*headings[1:], None], strict=False):
        end = after.first if after else len(lines)
        body = list(lines[heading.last + 1:end])
        if body and (number := item_line(body[0].text)) is not None:
            heading.agenda = number
            body = body[1:]
        if heading.tail is not None:
            body.insert(0, heading.tail)
        out.append((MinuteItem(None, heading.lines, body, heading.number), heading))
    return out


def _year(c: Candidate) -> bool:
    """May a heading's number be a year?"""
    return len(c.value) == 1 and 1900 <= c.value[0] < 2100


def _read(c: Candidate, lines: Sequence[Line], measure: Measure) -> _Heading:
    """The whole heading that starts at a candidate: its further lines, and where it runs into text."""
    line = c.line
    start, to = c.bold
    alone = start == len(line) and not line.text.endswith(c.rest)  # "12." on a line of its own
    if start < to < len(line):
        return _run_in(c, c.at, to, lines)
    last = c.at
    while last + 1 < len(lines) and last - c.at < 4 and _continues(c, lines[last], lines[last + 1], measure, alone):
        last += 1
    if to == len(line) > start and last + 1 < len(lines) and not measure.fits(lines[last], lines[last + 1]):
        after = lines[last + 1]
        n = len(after.bold_prefix.split()) if after.bold_prefix else 0
        if 0 < n < len(after) and after.page == line.page and not measure.apart(after):
            return _run_in(c, last + 1, n, lines)
    held = list(lines[c.at:last + 1])
    title = join_lines([x.text for x in (held[1:] if alone else held)])
    title = title if alone else title[len(line.text) - len(c.rest):]
    tail: Line | None = None
    cut = sentence_tail(title, plain=not c.strong)
    if cut is not None and cut < len(join_lines([line.text])) - (len(line.text) - len(c.rest)):
        last = c.at
        words = line.words
        n = start + title[:cut].rstrip(" :-–—").count(" ") + 1
        while n < len(words) and words[n].text in "-–—:":
            n += 1
        tail = _line(line, n) if 0 < n < len(words) else None
        title = title[:cut]
    return _Heading(c.at, last, c.number, _tidy(title), list(lines[c.at:last + 1]), tail)


_RECORDING = re.compile(r"\s*\(\d{1,2}:\d\d:\d\d\)$")
"""Where the item stands in the meeting's recording: "APOLOGIES (0:00:39)"."""


def _tidy(title: str) -> str:
    return _RECORDING.sub("", title.strip()).rstrip(" :-–—")


_UNFINISHED = re.compile(r"\b(?:for|of|the|and|to|in|on|an?|at|by|with|from)$", re.I)
"""A heading whose line ends so goes on in the next: "4. TO ELECT A CHAIRMAN OF THE COUNCIL FOR" ⏎ "2018/19"."""


def _continues(c: Candidate, before: Line, line: Line, measure: Measure, alone: bool) -> bool:
    """Does a heading go on in the next line?"""
    first = c.line
    if alone and before is first and line.page == first.page and line.table == first.table and (line.bold or line.text.isupper()) and number_at(line.text) is None:
        return True
    if line.page != before.page or measure.apart(line) or item_line(line.text) is not None or line.table != before.table:
        return False
    if abs(line.size - first.size) > 0.6 or line.bold != (c.bold[1] == len(first) > c.bold[0]) or line.italic != before.italic:
        return False
    unfinished = _UNFINISHED.search(before.text) is not None and (line.bold or line.text.isupper())
    if number_at(line.text) is not None and line.x0 <= first.x0 + 4 and not (unfinished and re.match(r"(?:19|20)\d\d\b", line.text)):
        return False
    if before.text.count("(") > before.text.count(")"):
        return True
    if c.rest.isupper() and not line.text.isupper():
        return False
    if unfinished:
        return True
    if c.rest.isupper() and line.text.isupper() and len(c.rest) > 40 and line.bold and abs(line.x0 - first.words[len(first) - c.rest.count(" ") - 1].x0) < 2:
        return not before.text.endswith((".", ":"))  # a narrow cell breaks it before the margin
    return not measure.fits(before, line) and not before.text.endswith((".", ":"))


def _run_in(c: Candidate, at: int, n: int, lines: Sequence[Line]) -> _Heading:
    """A bold title that text follows on its line: "3. Police Report Police Scotland have …"."""
    line = lines[at]
    held = [*lines[c.at:at], _line(line, 0, n)]
    title = join_lines([x.text for x in held])[len(c.line.text) - len(c.rest):]
    after = n + 1 if n + 1 < len(line) and line.words[n].text in "-–—" else n  # "3. CONSENT AGENDA - Motion to adopt …"
    return _Heading(c.at, at, c.number, _tidy(title), held, _line(line, after))


def _line(line: Line, start: int, end: int | None = None) -> Line:
    """Some of a line's words, as a line."""
    part = Line(line.page, line.words[start:end])
    part.table, part.gap = line.table, line.gap if start == 0 else 0.0
    return part


_NUMBERED = re.compile(r"(?P<number>[A-Z]{1,6}\s?\d{1,4}/\d{2,4}|\d{1,3}(?=\.\s)|\d{3}(?=\s))\.?\s+(?=[A-Z(“])")


def _over_numbers(lines: Sequence[Line], measure: Measure) -> list[_Heading]:
    """Headings without a number over paragraphs that carry the minute's: "STREET NAMING ⏎ PLA150/14 It was proposed …"."""
    out: list[_Heading] = []
    values: list[int] = []
    for i in range(1, len(lines)):
        m, above = _NUMBERED.match(lines[i].text), lines[i - 1]
        if m is not None and not lines[i].bold:
            values.append(int(re.findall(r"\d+", m["number"])[0]))  # further paragraphs of a minute have numbers too
        if m is None or above.page != lines[i].page or lines[i].bold or not (above.bold or above.text.isupper()) or above.table is not None or len(above) > 16 or _NUMBERED.match(above.text):
            continue
        first = i - 1
        while first > 0 and first > i - 3 and not measure.apart(lines[first]) and lines[first - 1].bold == above.bold and lines[first - 1].text.isupper() == above.text.isupper() \
                and lines[first - 1].page == above.page and abs(lines[first - 1].x0 - lines[first].x0) < 3:
            first -= 1
        held = list(lines[first:i])
        out.append(_Heading(first, i - 1, m["number"], _tidy(join_lines([x.text for x in held])), held))
    counted = all(0 < b - a < 4 for a, b in itertools.pairwise(values))
    return out if len(out) > 2 and counted else []


def _by_item_lines(headings: list[_Heading], lines: Sequence[Line], measure: Measure) -> list[_Heading]:
    """Headings without a number of their own over a line "(Item 4)"."""
    taken = {i for h in headings for i in range(h.first, h.last + 2)}
    out = list(headings)
    for i, line in enumerate(lines):
        number = item_line(line.text)
        if number is None or i in taken or i == 0:
            continue
        first = i - 1
        while first > 0 and first > i - 4 and not measure.apart(lines[first]) and lines[first - 1].bold == lines[i - 1].bold \
                and lines[first - 1].page == lines[first].page and lines[first].top > lines[first - 1].top:
            first -= 1
        held = list(lines[first:i])
        if not all(x.bold for x in held) and not held[0].text.isupper():
            continue
        title = join_lines([x.text for x in held])
        out.append(_Heading(first, i, number, title.strip().rstrip(":"), held, agenda=number, minute=False))
    return sorted(out, key=lambda h: h.first)
