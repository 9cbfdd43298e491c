"""Rows from lines of text: which printed lines of a band are rows of their own, which go on in a cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papermine import regex as re
from papermine.document import Word
from papermine.tables.cells import middle
from papermine.tables.lattice import Lattice
from papermine.tables.text import baselines, is_figure, is_mark, is_year, segments_of

_GOES_ON = re.compile(r"(?:[-–,/&(]|\b(?:and|of|or|the|for|to|in|by|with|from|on|at|per|as|a|than|de|et|la|du))$", re.I)
_BEGINS_ON = re.compile(r"(?:[a-z(&]|(?:AND|OF|OR|FOR|THE|TO|IN|WITH)\b)")


@dataclass(slots=True)
class Row:
    """The words on one baseline of a band, by the cell (index) that holds them. Positions in points."""

    base: float
    top: float
    bottom: float
    size: float
    cells: dict[int, list[Word]] = field(default_factory=dict)

    def text(self, cell: int) -> str:
        """The words of one cell on this line."""
        return " ".join(w.text for w in self.cells.get(cell, ()))

    def figures(self) -> set[int]:
        """Cells that print a figure or a mark for none on this line."""
        return {c for c in self.cells if is_figure(self.text(c)) or is_mark(self.text(c))}


def lines_of_band(lattice: Lattice, band: int, words: Sequence[Word]) -> list[Row]:
    """The lines of text in one row of the lattice; each piece of a line belongs to the column where it starts.

    A piece ends at a wide gap, and at a border that is drawn.
    """
    out: list[Row] = []
    left: list[bool] = lattice.left[band].tolist()
    for line in baselines([w for w in words if w.upright]):
        size = max([w.size for w in line])
        bases = sorted([w.baseline or w.bottom for w in line if w.size > 0.85 * size])
        row = Row(bases[len(bases) // 2], min([w.top for w in line]), max([w.bottom for w in line]), size)
        for s in segments_of(line):
            column = -1
            for w in s.words:
                own = min(max(bisect_right(lattice.xs, (w.x0 + w.x1) / 2) - 1, 0), lattice.columns - 1)
                if column < 0 or (own > column and True in left[column + 1:own + 1]):
                    column = own
                row.cells.setdefault(column, []).append(w)
        out.append(row)
    return out


def add_rows(lattice: Lattice, words: Sequence[Word], eager: bool, header: int) -> None:
    """Split bands of the lattice that hold several rows of text.

    ``eager``: the table has no borders between rows. ``header``: so many bands at the top name the columns.
    """
    bands = lattice.rows
    in_band: list[list[Word]] = [[] for _ in range(bands)]
    for w in words:
        r = bisect_right(lattice.ys, middle(w)) - 1
        if 0 <= r < bands:
            in_band[r].append(w)
    spans = lattice.spans()
    printed = [lines_of_band(lattice, r, in_band[r]) for r in range(header, bands)]
    if _ruled_rows(printed, lattice.xs):
        return
    for band in range(bands - 1, header - 1, -1):
        joined = {c for s in spans if s.r0 != s.r1 and s.r0 <= band <= s.r1 for c in range(s.c0, s.c1 + 1)}
        held = [w for w in in_band[band] if bisect_right(lattice.xs, (w.x0 + w.x1) / 2) - 1 not in joined]
        lines = printed[band - header] if len(held) == len(in_band[band]) else lines_of_band(lattice, band, held)
        columns = {c for line in lines for c in line.cells}
        if len(lines) < 2 or (len(columns) < 2 and not eager):
            continue
        starts = row_starts(lines, lattice.xs, eager, stub=0, bands=bands)
        drawn = [c not in joined for c in range(lattice.columns)]
        for k in sorted(starts, reverse=True):
            if k:
                a, b = lines[k - 1], lines[k]
                y = (a.bottom + b.top) / 2 if b.top > a.bottom else (a.base + 0.2 * a.size + b.base - 0.7 * b.size) / 2
                lattice.split_row(band, y, drawn)


RULED = 3
"""From so many bands on, their look tells whether each is one row; of fewer only that none has more than one label."""


def _ruled_rows(bands: Sequence[Sequence[Row]], edges: Sequence[float]) -> bool:
    """Is each band one row? None then prints two figures under each other, and in most some cell has one line only, or each line goes on where its cell is full."""
    one = filled = labels = 0
    for lines in bands:
        count: dict[int, int] = {}
        printed: dict[int, int] = {}
        for line in lines:
            for c in line.cells:
                count[c] = count.get(c, 0) + 1
            for c in line.figures():
                printed[c] = printed.get(c, 0) + 1
        if any(n > 1 for n in printed.values()):
            return False
        if count:
            filled += 1
            labels += count.get(0) == 1
            one += min(count.values()) == 1 or all(_wrapped(a, b, edges) for a, b in pairwise(lines))
    return one >= ONE_LINE * max(filled, 1) and (len(bands) >= RULED or 1 < filled == labels)


def _wrapped(a: Row, b: Row, edges: Sequence[float]) -> bool:
    """Does every cell of ``b`` go on from ``a``, in which its first word had no room?"""
    return all(c in a.cells and _full(a, b, c, edges, edges[c + 1] - PADDING) for c in b.cells)


PADDING = 3.0
"""Words keep at least this many points from a column's edge."""
ONE_LINE = 0.7
"""Where each band is a row, at least this share of them has a cell of one line."""


def row_starts(lines: Sequence[Row], edges: Sequence[float], eager: bool, stub: int, bands: int) -> list[int]:
    """Indices of the lines that start a row of their own; [0] where all lines are one row."""
    n = len(lines)
    counts: dict[int, list[bool]] = {}
    for line in lines:
        figures = line.figures()
        for c in line.cells:
            counts.setdefault(c, []).append(c in figures)
    if stub in counts and sum(counts[stub]) > 0.5 * len(counts[stub]):
        stub = min((c for c, marks in counts.items() if sum(marks) < 0.5 * len(marks)), default=stub)
    anchors = {c for c, marks in counts.items() if len(marks) >= 2 and c != stub and sum(marks) >= 0.75 * len(marks)}
    if not anchors and eager:
        anchors = {c for c, marks in counts.items() if c != stub and marks and all(marks)}
    first = 0
    if not anchors and eager:  # the headings stand over the figures in one band, with nothing drawn between
        first = next((k for k, line in enumerate(lines) if sum(not is_year(line.text(c)) for c in line.figures() - {stub}) > 1), n)
        below = {c: [c in line.figures() for line in lines[first:] if c in line.cells] for c in counts if c != stub}
        anchors = {c for c, marks in below.items() if len(marks) >= 2 and sum(marks) >= 0.75 * len(marks)}
    if not anchors:
        return _text_rows(lines, edges, stub, eager, bands)
    tall = n >= 4 and max(len(counts[c]) for c in anchors) >= 4
    if not eager and not tall and any(len(marks) < 2 for marks in counts.values()):
        return [0]
    anchored = [k >= first and (bool(line.figures() & anchors) or len(line.figures()) >= 2) for k, line in enumerate(lines)]
    if sum(anchored) < 2 and not eager:
        return [0]
    top = _head_lines(lines, anchored, stub)
    rest = _attach(lines[top:], anchored[top:], edges, stub) if top < n else []
    return sorted({0, *(k + top for k in rest)})


def _head_lines(lines: Sequence[Row], anchored: Sequence[bool], stub: int) -> int:
    """How many lines above the first figures name the columns: they are one row."""
    first = next((k for k, a in enumerate(anchored) if a), 0)
    while first and set(lines[first - 1].cells) <= {stub}:
        first -= 1
    return first


def _attach(lines: Sequence[Row], anchored: Sequence[bool], edges: Sequence[float], stub: int) -> list[int]:
    """Lines with figures are rows; each other line goes on from one, into one, or stands alone."""
    n = len(lines)
    spaced = by_spacing(lines, anchored)
    if spaced is not None:
        return spaced
    starts: list[int] = []
    joined_next = False
    for k, _line in enumerate(lines):
        if joined_next:
            joined_next = False
            if anchored[k] or not _joins_next(lines, anchored, k, edges, stub):
                continue
            joined_next = True
            continue
        if anchored[k]:
            starts.append(k)
            continue
        if k and _joins_before(lines, anchored, k, edges, stub):
            continue
        starts.append(k)
        if k + 1 < n and _joins_next(lines, anchored, k, edges, stub):
            joined_next = True
    return starts if starts and starts[0] == 0 else [0, *starts]


def by_spacing(lines: Sequence[Row], anchored: Sequence[bool]) -> list[int] | None:
    """Rows by the white space between lines, where it is wider between rows than within them.

    The threshold is right if no row then holds two lines of figures, and most lines without figures have found
    one. None where no threshold is.
    """
    gaps = [b.base - a.base for a, b in pairwise(lines)]
    alone = len(lines) - sum(anchored)
    if not alone or not any(anchored):
        return None
    steps = sorted(set(gaps))
    best: tuple[int, list[int]] | None = None
    for low, high in pairwise(steps):
        if high < CLEAR * low or low > MOST_LEAD * lines[0].size:
            continue
        starts = [0, *(k + 1 for k, g in enumerate(gaps) if g >= high)]
        held = [sum(anchored[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
        if max(held) > 1:
            break
        if best is None or held.count(0) < best[0]:
            best = held.count(0), starts
    return best[1] if best is not None and best[0] <= 0.5 * alone else None


CLEAR = 1.06
"""White space between rows is at least this many times that between lines of one cell."""
MOST_LEAD = 1.5
"""Lines of one cell follow each other within this many font sizes."""


def _full(a: Row, b: Row, cell: int, edges: Sequence[float], right: float) -> bool:
    """Would the first word of ``b`` not have fitted behind ``a``?"""
    left, after = a.cells.get(cell), b.cells.get(cell)
    if not left or not after:
        return False
    return left[-1].x1 + 0.25 * a.size + (after[0].x1 - after[0].x0) > right - 0.5


def _pitch(lines: Sequence[Row]) -> float:
    """The usual step from baseline to baseline, points."""
    steps = sorted(b.base - a.base for a, b in pairwise(lines))
    return steps[len(steps) // 2] if steps else 0.0


def _right(lines: Sequence[Row], cell: int) -> float:
    return max((line.cells[cell][-1].x1 for line in lines if cell in line.cells), default=0.0)


def _joins_before(lines: Sequence[Row], anchored: Sequence[bool], k: int, edges: Sequence[float], stub: int) -> bool:
    line, before = lines[k], lines[k - 1]
    gap = line.base - before.base
    if gap < 0.8 * line.size:
        return True
    if gap > 2.2 * line.size:
        return False
    below = lines[k + 1].base - line.base if k + 1 < len(lines) else 99.0
    if stub not in line.cells:
        if line.figures():
            return False
        return gap <= below * 1.15 + 0.5 and all(c in before.cells for c in line.cells)
    if set(line.cells) - {stub} and not all(c in before.cells for c in line.cells):
        return False
    text, last = line.text(stub), before.text(stub)
    if not last:
        return False
    if line.cells[stub][0].bold != before.cells[stub][-1].bold:
        return False
    if gap > below * 1.3 + 0.5:
        return False
    if _BEGINS_ON.match(text) or _GOES_ON.search(last):
        return True
    deeper = line.cells[stub][0].x0 - before.cells[stub][0].x0
    return _full(before, line, stub, edges, _right(lines, stub)) and deeper > -1 and gap < below * 0.85


def _joins_next(lines: Sequence[Row], anchored: Sequence[bool], k: int, edges: Sequence[float], stub: int) -> bool:
    """A label (or a cell's first lines) above the line that prints its figures."""
    if k + 1 >= len(lines):
        return False
    line, after = lines[k], lines[k + 1]
    gap = after.base - line.base
    if gap < 0.8 * line.size:
        return True
    if gap > 1.8 * line.size:
        return False
    if stub not in line.cells:
        return False
    text, follow = line.text(stub), after.text(stub)
    if not follow or text.endswith(":"):
        return False
    if line.cells[stub][0].bold != after.cells[stub][0].bold:
        return False
    above = line.base - lines[k - 1].base if k else _pitch(lines)
    if gap > above * 1.3 + 0.5:
        return False
    if _BEGINS_ON.match(follow) or _GOES_ON.search(text):
        return True
    if after.cells[stub][0].x0 > line.cells[stub][0].x0 + 2:
        return False
    return _full(line, after, stub, edges, _right(lines, stub)) and gap < above * 0.85


def _text_rows(lines: Sequence[Row], edges: Sequence[float], stub: int, eager: bool, bands: int) -> list[int]:
    """Rows of a band without figures: where the white space between lines is wider, else where a line need not have been broken."""
    spaced = _text_spacing(lines, stub)
    if not eager:
        return spaced if spaced is not None and bands <= 2 and all(len(lines[k].cells) > 1 for k in spaced) else [0]
    if spaced is not None:
        return spaced
    gaps = [b.base - a.base for a, b in pairwise(lines)]
    small = sorted(gaps)[len(gaps) // 4]
    wide = [0] + [k + 1 for k, g in enumerate(gaps) if g > WIDER * small]
    if len(wide) > 1 and sum(len(lines[k].cells) > 1 for k in wide) >= 0.7 * len(wide):
        return wide
    widths: dict[int, float] = {}
    low: dict[int, list[bool]] = {}
    for line in lines:
        for c, words in line.cells.items():
            widths[c] = max(widths.get(c, 0.0), words[-1].x1 - words[0].x0)
            low.setdefault(c, []).append(words[0].text[:1].islower())
    for c, starts_low in low.items():
        if sum(starts_low) < RUNNING * len(starts_low):
            widths[c] = 1e9  # phrases of their own, not running text: no line of it was broken for want of room
    starts = [0]
    for k in range(1, len(lines)):
        if k in wide or not _broken(lines[k - 1], lines[k], stub, widths):
            starts.append(k)
    return starts


def _text_spacing(lines: Sequence[Row], stub: int) -> list[int] | None:
    """Rows of words by the white space between lines: the least that leaves every row with words in its first column."""
    gaps = [b.base - a.base for a, b in pairwise(lines)]
    if all(stub in line.cells for line in lines):
        return None
    for low, high in pairwise(sorted(set(gaps))):
        if low > MOST_LEAD * lines[0].size:
            break
        if high < CLEAR * low:
            continue
        starts = [0, *(k + 1 for k, g in enumerate(gaps) if g >= high)]
        named = [any(stub in line.cells for line in lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
        if len(starts) > 1 and all(named):
            return starts
    return None


WIDER = 1.28
"""Rows are apart where the step between baselines is this much wider than within a cell."""


RUNNING = 0.25
"""Running text starts at least this share of its lines with a small letter."""


def _broken(a: Row, b: Row, stub: int, widths: dict[int, float]) -> bool:
    """Is ``b`` the rest of a line that did not fit into its cell?"""
    if stub in a.cells and stub not in b.cells and all(c in a.cells for c in b.cells):
        return True
    if stub in b.cells and stub in a.cells and a.cells[stub][-1].bold != b.cells[stub][0].bold:
        return False
    for c, words in b.cells.items():
        before = a.cells.get(c)
        if not before:
            continue
        if re.match(r"^[a-z]", words[0].text) or _GOES_ON.search(a.text(c)):
            return True
        if before[-1].x1 - before[0].x0 + 0.25 * a.size + words[0].x1 - words[0].x0 > widths[c] + 0.5 and len(before) > 2:
            return True
    return False
