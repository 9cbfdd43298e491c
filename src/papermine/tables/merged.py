"""Which cells of a lattice are one: what borders and text say where no line is drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from papermine.document import Word
from papermine.tables.cells import fill, middle
from papermine.tables.ink import Edge
from papermine.tables.lattice import Lattice
from papermine.tables.text import TextLine, is_amount, is_figure, is_year, text_lines


def complete(lattice: Lattice, words: Sequence[Word], across: Sequence[Edge], header: int) -> None:
    """Where a border between columns is not drawn in a row, text decides whether the cells are one."""
    bordered = lattice.left.copy()
    drawn = bordered.mean(axis=0)
    lines = text_lines([w for w in words if w.upright])
    spaces = sorted(b.x0 - a.x1 for line in lines for s in line.segments for a, b in pairwise(s.words))
    within = spaces[len(spaces) // 2] if len(spaces) > 4 else 0.0
    by_row: list[list[TextLine]] = [[] for _ in range(lattice.rows)]
    for line in lines:
        r = bisect_right(lattice.ys, middle(line.words[0])) - 1
        if 0 <= r < lattice.rows:
            by_row[r].append(line)
    for r in range(lattice.rows):
        segments = [s for line in by_row[r] for s in line.segments]
        heads = [e for e in across if abs(e.at - lattice.ys[r + 1]) < 4] if r < header and r + 1 < lattice.rows else []
        for c in range(1, lattice.columns):
            x = lattice.xs[c]
            if lattice.left[r, c] or _bridged(by_row[r], x, APART if drawn[c] < 0.5 else APART_RULED, within):
                continue
            low, high = c - 1, c
            while low > 0 and not bordered[r, low]:
                low -= 1
            while high < lattice.columns - 1 and not bordered[r, high + 1]:
                high += 1
            mine = [(w.x0 + w.x1) / 2 for line in by_row[r] for w in line.words]
            left, right = any(lattice.xs[low] < m < x for m in mine), any(x < m < lattice.xs[high + 1] for m in mine)
            if (left and right) or drawn[c] < 0.5:
                lattice.left[r, c] = True
        _centred(lattice, r, by_row[r], bordered)
        for e in heads:
            inside = [c for c in range(lattice.columns) if min(lattice.xs[c + 1], e.high) - max(lattice.xs[c], e.low) > 0.5 * (lattice.xs[c + 1] - lattice.xs[c])]
            if 2 <= len(inside) < lattice.columns:
                over = [s for s in segments if e.low - 3 <= (s.x0 + s.x1) / 2 <= e.high + 3]
                if len(over) == len({id(line) for line in by_row[r] for s in line.segments if s in over}):
                    lattice.left[r, inside[1:]] = False
                    lattice.left[r, inside[0]] = True
                    if inside[-1] + 1 < lattice.columns:
                        lattice.left[r, inside[-1] + 1] = True


APART = 0.4
"""Words of one cell stand closer than this share of the font size; more white at a border parts two cells."""


APART_RULED = 0.9
"""The same where other rows have a border drawn there: one that is not drawn then says that the cells are one."""


WIDEST = 0.65
"""No face has a wider space than this share of the font size."""


def _usual_space(lines: Sequence[TextLine]) -> float:
    """The space between words that these lines set most, points (0 where they are too few): typewriter faces have wide ones."""
    spaces = sorted(b.x0 - a.x1 for line in lines for a, b in pairwise(line.words) if b.x0 - a.x1 < WIDEST * a.size)
    return spaces[len(spaces) // 2] if len(spaces) > 2 else 0.0


def _bridged(lines: Sequence[TextLine], x: float, gap_apart: float, table: float) -> bool:
    """Does a word reach over ``x``, or do words of one phrase stand on both sides of it in most lines?

    ``table``: the usual space within the table's own pieces of text, for lines with too few words to tell.
    """
    near = apart = 0
    usual = _usual_space(lines) or table
    for line in lines:
        for k, w in enumerate(line.words):
            if w.x0 < x - 0.5 and w.x1 > x + 0.5:
                return True
            if k and line.words[k - 1].x1 <= x + 0.5 and w.x0 >= x - 0.5:
                gap, size = w.x0 - line.words[k - 1].x1, min(w.size, line.words[k - 1].size)
                most = max(gap_apart * size, 1.2 * usual if usual < WIDEST * size else 0.0)
                near += gap < most
                apart += most <= gap < 6 * size
                break
    return near > apart


def _centred(lattice: Lattice, row: int, lines: Sequence[TextLine], bordered: NDArray[np.bool_]) -> None:
    """A heading on a line of its own that reaches over several columns covers those that it stands in the middle of."""
    if len(lines) != 1 or len(lines[0].segments) != 1 or bordered[row, 1:-1].any():
        return
    s = lines[0].segments[0]
    first, last = bisect_right(lattice.xs, s.x0 + 1) - 1, bisect_right(lattice.xs, s.x1 - 1) - 1
    if not 0 < first < last < lattice.columns:
        return
    middle_of = (s.x0 + s.x1) / 2
    best = min(((a, b) for a in range(first + 1) for b in range(last, lattice.columns)),
               key=lambda ab: abs((lattice.xs[ab[0]] + lattice.xs[ab[1] + 1]) / 2 - middle_of))
    if abs((lattice.xs[best[0]] + lattice.xs[best[1] + 1]) / 2 - middle_of) < 0.06 * (lattice.xs[best[1] + 1] - lattice.xs[best[0]]):
        lattice.left[row, best[0] + 1:best[1] + 1] = False


def open_cells(lattice: Lattice, words: Sequence[Word]) -> None:
    """Part a cell that runs over many rows where its lines stand beside those rows, one each."""
    held = fill(lattice, words)
    bases: list[list[float]] = [[] for _ in range(lattice.rows)]
    for h in held:
        if h.span.r0 == h.span.r1:
            bases[h.span.r0] += [w.baseline for w in h.words if w.upright]
    for h in held:
        rows = h.span.r1 - h.span.r0 + 1
        if rows < 4 or len(h.words) < 3:
            continue
        lines = text_lines(h.words)
        beside = [bisect_right(lattice.ys, middle(line.words[0])) - 1 for line in lines]
        level = sum(any(abs(b - line.base) < 0.35 * line.size for b in bases[r]) for line, r in zip(lines, beside, strict=True))
        if len(set(beside)) == len(lines) >= 0.6 * rows and level >= 0.8 * len(lines):
            lattice.over[h.span.r0 + 1:h.span.r1 + 1, h.span.c0:h.span.c1 + 1] = True


def header_bands(lattice: Lattice, words: Sequence[Word]) -> int:
    """How many bands stand above the first rule that runs across the table, if text that names columns does."""
    for r in range(1, lattice.rows):
        if lattice.over[r, 0] and lattice.over[r].mean() >= 0.8:
            above = [w for w in words if w.upright and lattice.ys[0] < middle(w) < lattice.ys[r]]
            if above:
                lines = text_lines(above)
                least = max(1.0, 0.3 * (lattice.columns - 1))
                rows = sum(sum(is_figure(s.text) and not is_year(s.text) for s in line.segments[1:]) >= least for line in lines)
                amounts = sum(sum(is_amount(s.text) for s in line.segments) >= least for line in lines)
                return 0 if rows >= 2 or amounts >= 0.5 * len(lines) else r
    return 0
