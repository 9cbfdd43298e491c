"""Header rows of several levels where no rule parts them: a heading that reaches over the columns below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from papermine.document import Rule, Word
from papermine.tables.cells import middle
from papermine.tables.lattice import Lattice
from papermine.tables.text import Segment, TextLine, is_figure, is_year, text_lines

PHRASE = 0.4
"""Words of one phrase stand closer than this share of the font size."""
CENTRED = 0.12
"""A heading over several columns stands in their middle, to within this share of their width."""


def add_levels(lattice: Lattice, words: Sequence[Word], header: int, fills: Sequence[Rule]) -> int:
    """Split the header's row under each heading that reaches over several columns with headings of their own.

    ``header``: so many rows at the top name the columns by a rule under them; 0 where none is drawn: then the first
    row may. ``fills``: the shaded areas of the page. Returns how many rows do now.
    """
    row = max(header - 1, 0)
    if lattice.rows < 2 or lattice.columns < 3:
        return header
    inside = [w for w in words if w.upright and lattice.ys[row] < middle(w) < lattice.ys[row + 1]]
    lines = text_lines(inside)
    if len(lines) < 2 or (not header and any(is_figure(s.text) and not is_year(s.text) for line in lines for s in line.segments[1:])):
        return header
    for k, line in enumerate(lines[:-1]):
        over = [place for s in line.segments if (place := (_shaded(lattice, s, line, lines[k + 1:], fills) or _reach(lattice, row, s, line, lines[k + 1:]))) is not None]
        if not over:
            continue
        wide = {c for a, b in over for c in range(a, b + 1)}
        # headings of single columns above the spanner's line go with the levels below: their cells stay whole
        lattice.split_row(row, _between(lattice, line, lines[k + 1:], wide), [c in wide for c in range(lattice.columns)])
        for a, b in over:
            lattice.left[row, a + 1:b + 1] = False
            if a:
                lattice.left[row, a] = True
            if b + 1 < lattice.columns:
                lattice.left[row, b + 1] = True
        return header + 1 if header else header
    return header


def _column(lattice: Lattice, x: float) -> int:
    return min(max(bisect_right(lattice.xs, x) - 1, 0), lattice.columns - 1)


def _between(lattice: Lattice, line: TextLine, below: Sequence[TextLine], wide: set[int]) -> float:
    """Half way between the line and the first line under it in the columns that it heads."""
    under = next(ln for ln in below if any(_column(lattice, (w.x0 + w.x1) / 2) in wide for w in ln.words))
    return (line.base + 0.2 * line.size + under.base - 0.7 * under.size) / 2


def _shaded(lattice: Lattice, s: Segment, line: TextLine, below: Sequence[TextLine], fills: Sequence[Rule]) -> tuple[int, int] | None:
    """The first and last column that a heading's own shade covers; None where it has none, or stands over one column in it."""
    y = line.base - 0.25 * line.size
    for f in fills:
        if not (f.top < y < f.bottom and f.x0 <= s.x0 and s.x1 <= f.x1) or any(f.x0 < (w.x0 + w.x1) / 2 < f.x1 for w in line.words if w not in s.words):
            continue
        under = [w for ln in below for w in ln.words if f.x0 < (w.x0 + w.x1) / 2 < f.x1]
        columns = sorted({_column(lattice, (w.x0 + w.x1) / 2) for w in under})
        if len(columns) > 1 and columns[0] > 0 and columns[-1] - columns[0] < len(columns) and all(w.baseline - 0.25 * w.size > f.bottom for w in under):
            return columns[0], columns[-1]
    return None


def _reach(lattice: Lattice, row: int, s: Segment, line: TextLine, below: Sequence[TextLine]) -> tuple[int, int] | None:
    """The first and last column that a heading covers; None where it heads one only."""
    first, last = _column(lattice, s.x0 + 1), _column(lattice, s.x1 - 1)
    if first == 0:
        return None
    if last == first:
        return _apart(lattice, s, line, below, first)
    if not all(_crosses(lattice, s, lattice.xs[c]) for c in range(first + 1, last + 1)):
        return None
    under: dict[int, list[Word]] = {}
    for ln in below:
        for w in ln.words:
            under.setdefault(_column(lattice, (w.x0 + w.x1) / 2), []).append(w)
    if not all(c in under for c in range(first, last + 1)) or any(_crosses(lattice, t, lattice.xs[c])
                                                                  for ln in below for t in ln.segments for c in range(first + 1, last + 1)):
        return None
    if _beside(lattice, s, under):
        for c in range(first + 1, last + 1):
            lattice.left[row, c] = True
        return None
    taken = {_column(lattice, (w.x0 + w.x1) / 2) for w in line.words if w not in s.words}
    choice: list[tuple[float, int, int, float]] = []
    for a in range(first, 0, -1):
        if a in taken or a not in under:
            break
        for b in range(last, lattice.columns):
            if b in taken or b not in under:
                break
            left, right = min(w.x0 for w in under[a]), max(w.x1 for w in under[b])
            off = abs((left + right - s.x0 - s.x1) / 2)
            choice.append((off, a, b, max(right - left, 1.0)))
    if not choice:
        return None
    off, a, b, wide = min(choice)
    return (a, b) if off < CENTRED * wide else (first, last)


def _apart(lattice: Lattice, s: Segment, line: TextLine, below: Sequence[TextLine], column: int) -> tuple[int, int] | None:
    """A short heading that stands apart above the middle of columns which have nothing beside it."""
    taken = {_column(lattice, (w.x0 + w.x1) / 2) for w in line.words if w not in s.words}
    under: dict[int, list[Word]] = {}
    for ln in below:
        for w in ln.words:
            under.setdefault(_column(lattice, (w.x0 + w.x1) / 2), []).append(w)
    a = b = column
    while a > 1 and a - 1 not in taken and a - 1 in under:
        a -= 1
    while b + 1 < lattice.columns and b + 1 not in taken and b + 1 in under:
        b += 1
    if a == b or not all(c in under for c in range(a, b + 1)):
        return None
    firsts = [min(w.baseline for w in under[c]) for c in range(a, b + 1)]
    if max(firsts) - min(firsts) > 1 or min(firsts) - line.base < STEP * line.size:
        return None
    left, right = min(w.x0 for w in under[a]), max(w.x1 for w in under[b])
    return (a, b) if abs((left + right - s.x0 - s.x1) / 2) < CENTRED * (right - left) else None


STEP = 1.4
"""Lines of one heading follow each other closer than this many font sizes."""


def _beside(lattice: Lattice, s: Segment, under: dict[int, list[Word]]) -> bool:
    """Headings of single columns that stand close: each part lies over the words of its own column."""
    parts: dict[int, list[Word]] = {}
    for w in s.words:
        parts.setdefault(_column(lattice, (w.x0 + w.x1) / 2), []).append(w)
    return len(parts) > 1 and all(c in under and _level(parts[c], under[c]) for c in parts)


def _level(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Do two pieces share their left or right edge, or their middle?"""
    a0, a1, b0, b1 = min(w.x0 for w in a), max(w.x1 for w in a), min(w.x0 for w in b), max(w.x1 for w in b)
    return abs(a0 - b0) < NEAR or abs(a1 - b1) < NEAR or abs(a0 + a1 - b0 - b1) < 2 * NEAR


NEAR = 2.5
"""Two lines of one heading share an edge or their middle to within this many points."""


def _crosses(lattice: Lattice, s: Segment, x: float) -> bool:
    """Does one of its words, or the space within its phrase, lie over the border at ``x``?"""
    if any(w.x0 < x - 0.5 and w.x1 > x + 0.5 for w in s.words):
        return True
    return any(a.x1 <= x + 0.5 and b.x0 >= x - 0.5 and b.x0 - a.x1 < PHRASE * min(a.size, b.size) for a, b in pairwise(s.words))


__all__ = ["add_levels"]
