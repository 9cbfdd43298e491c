"""Tables without borders: lines of the page whose figures stand under each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papermine import regex as re
from papermine.provenance import Box
from papermine.tables.reject import is_caption, is_note
from papermine.tables.text import Segment, TextLine, is_figure, is_mark, segments_of

STEP = 2.7
"""The next row of a table stands at most this many font sizes below the last."""
HEAD_STEP = 3.6
"""A header of several columns stands at most this many font sizes above the first row."""
ALIGNED = 3.5
"""Figures of one column share an edge, or their middle, within this many points."""
LEAST = 3
"""A table without borders has at least this many rows with figures."""
HEAD = 7
"""At most this many lines above the first figures are looked at for a header."""

_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_STAMP = re.compile(r"^(?:page\s+)?\d{1,4}\s+of\s+\d{1,4}$|^page\s+\d{1,4}$", re.I)
_PAGES = re.compile(r"^[(\[]?(?:pages?\s*|pp?\.\s*)?[a-z]?\d{1,4}(?:\s*[-–—]\s*[a-z]?\d{1,4})?[)\]]?$", re.I)


@dataclass(slots=True)
class Region:
    """Lines that may be a table: ``head`` lines name its columns, ``body`` lines print its rows."""

    body: list[TextLine]
    head: list[TextLine] = field(default_factory=list)

    @property
    def lines(self) -> list[TextLine]:
        """All its lines, from top to bottom."""
        return self.head + self.body

    @property
    def box(self) -> Box:
        """The box round its words, points."""
        lines = self.lines
        return Box(min(ln.x0 for ln in lines), min(ln.top for ln in lines), max(ln.x1 for ln in lines), max(ln.bottom for ln in lines))


def _columnar(line: TextLine) -> list[Segment]:
    """The line's figures, and marks for none that stand in a column."""
    return line.figures + [s for s in line.segments[1:] if is_mark(s.text)]


def _aligned(a: Segment, b: Segment) -> bool:
    return abs(a.x1 - b.x1) <= ALIGNED or abs(a.x0 - b.x0) <= ALIGNED or abs(a.x0 + a.x1 - b.x0 - b.x1) <= 2 * ALIGNED


def regions(lines: Sequence[TextLine]) -> list[Region]:
    """Runs of lines with figures under each other, with the lines above that may head them."""
    out: list[Region] = []
    k = 0
    while k < len(lines):
        if not lines[k].figures or _STAMP.match(lines[k].segments[-1].text):
            k += 1
            continue
        last = _run(lines, k)
        if sum(bool(ln.figures) for ln in lines[k:last + 1]) >= LEAST:
            floor = out[-1].box.bottom if out else -1.0
            first = _first(lines, k, last, floor)
            body = list(lines[first:last + 1])
            head = _head(lines, first, body, floor)
            start = min((s.x0 for ln in body for s in ln.figures), default=0.0)
            while head and not any(s.x1 > start - 6 for s in head[-1].segments):
                body.insert(0, head.pop())  # the first words of a label, or a group's name
            out.append(Region(body, head))
        k = last + 1
    return out


def _run(lines: Sequence[TextLine], first: int) -> int:
    """Index of the last line of the run of rows that starts at ``first``."""
    seen = _columnar(lines[first])
    last, k = first, first + 1
    left, right = lines[first].x0, lines[first].x1
    rows = [lines[first].base]
    while k < len(lines):
        line, before = lines[k], lines[k - 1]
        gap = line.base - before.base
        if gap > max(STEP * max(line.size, before.size), _pitch(rows)) or abs(line.size - lines[first].size) > 0.35 * line.size:
            break
        now = line.figures
        if now:
            now = _columnar(line)
            if not any(_aligned(s, t) for s in now for t in seen):
                break
            seen += now
            last = k
            rows.append(line.base)
            left, right = min(left, line.x0), max(right, line.x1)
        else:
            if k - last >= 4 or is_note(line.text) or is_caption(line.text) or _prose(line, left, right):
                break
            right = max(right, line.x1)
        k += 1
    return _rest(lines, first, last)


def _first(lines: Sequence[TextLine], first: int, last: int, floor: float) -> int:
    """Index of the first row of the run from ``first`` to ``last``: rows of marks for none may stand above the first figures ("New porch   -   -   -")."""
    seen = [s for ln in lines[first:last + 1] for s in _columnar(ln)]
    start = min(s.x0 for ln in lines[first:last + 1] for s in ln.figures)
    for k in range(first - 1, -1, -1):
        line, below = lines[k], lines[k + 1]
        if line.top < floor or below.base - line.base > STEP * max(line.size, below.size):
            break
        marks = [s for s in line.segments[1:] if is_mark(s.text) and any(_aligned(s, t) for t in seen)]
        if len(marks) >= max(BLANKS, 0.5 * (len(line.segments) - 1)):
            first = k
        elif line.x1 > start - 6 or k < first - 2:
            break  # words over the columns, or more than the name of a group
    return first


BLANKS = 2
"""So many marks for none in columns of figures make a row."""
TOTAL_GAP = 1.7
"""A total may stand this many row steps under the last row."""


def _pitch(rows: Sequence[float]) -> float:
    """The white space that a total after a gap may have above it, from the usual step between rows with figures."""
    steps = sorted(b - a for a, b in pairwise(rows))
    return TOTAL_GAP * steps[len(steps) // 2] if len(steps) > 2 and steps[-1] < 2 * steps[0] else 0.0


def _rest(lines: Sequence[TextLine], first: int, last: int) -> int:
    """With the lines under the last figures that go on in its cells: as close as lines of one cell, and in its columns."""
    steps = [b.base - a.base for a, b in pairwise(lines[first:last + 1])]
    columns = lines[last].segments
    wide = MOST_WIDE * (lines[last].x1 - lines[last].x0)
    k = last + 1
    while k < len(lines) and k <= last + 3:
        line, step = lines[k], lines[k].base - lines[k - 1].base
        if step > REST * line.size or (steps and step > max(steps)) or is_note(line.text) or abs(line.size - lines[last].size) > 0.5:
            break
        if not all(any(abs(s.x0 - c.x0) < 3 and s.x1 < max(c.x1, c.x0 + wide) for c in columns) for s in line.segments):
            break
        k += 1
    below = lines[k].base - lines[k - 1].base if k < len(lines) else 99.0
    return k - 1 if below > 1.3 * REST * lines[last].size else last


REST = 1.45
"""Lines of one cell follow each other within this many font sizes."""
MOST_WIDE = 0.45
"""The rest of a cell is narrower than this share of the row."""


def _prose(line: TextLine, left: float, right: float) -> bool:
    """A line of running text: one piece, most of the table's width, or beyond it."""
    longest = max(s.x1 - s.x0 for s in line.segments)
    beyond = line.x1 > right + 20 and line.segments[-1].x0 < right + 6  # what starts beside the rows is another column
    return longest > 0.62 * (right - left) or line.x0 < left - 20 or beyond


def _head(lines: Sequence[TextLine], first: int, body: Sequence[TextLine], floor: float) -> list[TextLine]:
    """The lines above the rows that name the columns."""
    left, right = min(ln.x0 for ln in body), max(ln.x1 for ln in body)
    start = min((s.x0 for ln in body for s in ln.figures), default=right)
    head: list[TextLine] = []
    below = body[0]
    plain = 0
    for k in range(first - 1, max(first - 1 - HEAD, -1), -1):
        line = lines[k]
        step = HEAD_STEP if not head and len(line.segments) > 1 and not line.figures else STEP
        if line.top < floor or below.base - line.base > step * max(line.size, below.size) or is_caption(line.text) or line.x1 > right + 25:
            break
        over = [s for s in line.segments if s.x1 > start - 6]
        if any(len(s.words) > 8 or _STAMP.match(s.text) for s in line.segments):
            break  # running text, or the page's own number ("2 of 9")
        if not over:
            plain += 1
            if plain > 2 or _prose(line, left, right):
                break
        elif len(line.segments) == 1 and (over[0].x0 < start - 30 or over[0].x1 - over[0].x0 > 0.75 * (right - left)):
            break
        head.append(line)
        below = line
    while head and not any(s.x1 > start - 6 for s in head[-1].segments):
        head.pop()
    return head[::-1]


def is_list(region: Region) -> bool:
    """Contents pages, numbered paragraphs and running text that only look like a table."""
    body = region.body
    rows = [ln for ln in body if ln.figures]
    if sum(bool(_LEADER.search(ln.text)) for ln in rows) > 0.3 * len(rows):
        return True
    last = [ln.segments[-1].text for ln in rows if is_figure(ln.segments[-1].text)]
    if not region.head and len(last) >= 0.8 * len(rows) and all(_PAGES.match(t) for t in last):
        numbers = [int(re.findall(r"\d+", t)[0]) for t in last]
        if all(a <= b for a, b in pairwise(numbers)) or all(len(ln.figures) == 1 for ln in rows):
            return True
    if all(len(ln.figures) == 1 for ln in rows):
        texts = [ln.figures[0].text for ln in rows]
        if all(re.fullmatch(r"(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.?", t) for t in texts):
            return True
    words_only = [s for ln in body for s in ln.segments if not is_figure(s.text)]
    if sum(len(s.words) >= 3 and s.words[0].text[:1].islower() for s in words_only) > 0.2 * len(words_only):
        return True
    words = [len(s.words) for ln in body for s in ln.segments if not is_figure(s.text)]
    if words and sum(words) / len(words) > 7:
        return True
    return sum(len(ln.words) for ln in body) / max(len(body), 1) > 4.5 * max(len(ln.segments) for ln in body) + 6


def good_figures(region: Region) -> bool:
    """Do the figures stand in columns that share an edge?"""
    columns: list[list[Segment]] = []
    for ln in region.body:
        for s in _columnar(ln):
            home = next((c for c in columns if any(_aligned(s, t) for t in c[-3:])), None)
            if home is None:
                columns.append([s])
            else:
                home.append(s)
    total = sum(map(len, columns))
    rows = sum(bool(ln.figures) for ln in region.body)
    kept = [c for c in columns if len(c) >= max(LEAST, 0.3 * rows)]
    if not kept or sum(map(len, kept)) < 0.7 * total:
        return False
    if len(kept) == 1:
        edge = max(_sharing([s.x1 for s in kept[0]]), _sharing([s.x0 for s in kept[0]]))
        return len(kept[0]) >= LEAST + 1 and edge >= 0.8 and rows >= 0.5 * len(region.body)
    return True


def _sharing(values: Sequence[float]) -> float:
    return max(sum(abs(v - u) < 2 for u in values) for v in values) / len(values)


def outside(lines: Sequence[TextLine], taken: Sequence[Box]) -> list[TextLine]:
    """The lines without those words that stand in ``taken`` boxes."""
    if not taken:
        return list(lines)
    out: list[TextLine] = []
    for ln in lines:
        hit = [b for b in taken if b.top < ln.base - 0.25 * ln.size < b.bottom]
        if not hit:
            out.append(ln)
            continue
        words = [w for w in ln.words if not any(b.x0 - 1 < (w.x0 + w.x1) / 2 < b.x1 + 1 for b in hit)]
        if words:
            out.append(TextLine(words, segments_of(words), ln.base, ln.top, ln.bottom, ln.size))
    return out


def framed(lines: Sequence[TextLine], frames: Sequence[Box]) -> list[list[TextLine]]:
    """The lines outside all drawn boxes, then those inside each: a frame keeps its words to itself."""
    frames = [f for f in frames if not any(f is not g and g.x0 <= f.x0 and f.x1 <= g.x1 and g.top <= f.top and f.bottom <= g.bottom for g in frames)]
    out = [outside(lines, frames)]
    for f in frames:
        inside = []
        for ln in lines:
            words = [w for w in ln.words if f.x0 - 1 < (w.x0 + w.x1) / 2 < f.x1 + 1] if f.top < ln.base - 0.25 * ln.size < f.bottom else []
            if words:
                inside.append(ln if len(words) == len(ln.words) else TextLine(words, segments_of(words), ln.base, ln.top, ln.bottom, ln.size))
        if len(inside) > 2:
            out.append(inside)
    return out


__all__ = ["Region", "framed", "good_figures", "is_list", "outside", "regions"]
