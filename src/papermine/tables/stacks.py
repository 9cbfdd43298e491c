"""Tables framed by lines across alone: under the title, under the header, at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from papermine.document import Rule, TablePart, Word
from papermine.provenance import Box
from papermine.tables.ink import CELL, Edge, Ink
from papermine.tables.lattice import Lattice
from papermine.tables.reject import is_caption
from papermine.tables.text import Segment, TextLine, is_amount, is_figure, is_mark, is_marker, is_year, segments_of, text_lines


def stacks(loose: Sequence[Edge], lines: Sequence[TextLine]) -> list[list[Edge]]:
    """Groups of lines across that frame one table: the same ends, with tabular text between."""
    wide = sorted((e for e in loose if e.length > 60), key=lambda e: e.at)
    used: set[int] = set()
    out: list[list[Edge]] = []
    for i in sorted(range(len(wide)), key=lambda i: (-round(wide[i].length / 6), wide[i].at)):
        e = wide[i]
        if i in used:
            continue
        group, last = [e], e
        for j in range(i + 1, len(wide)):
            f = wide[j]
            if f.low < e.low - 6 or f.high > e.high + 6 or j in used:
                continue
            if abs(f.low - e.low) < 6 and abs(f.high - e.high) < 6:
                if not (_tabular(lines, last, f) or _group_row(lines, last, f)) or _hole(lines, last, f):
                    break
                group.append(f)
                used.add(j)
                last = f
        if len(group) < 2:
            continue
        inner = [f for f in loose if group[0].at < f.at < group[-1].at and f.low > e.low - 6 and f.high < e.high + 6 and f not in group]
        used |= {k for k, f in enumerate(wide) if f in inner}
        out.append(sorted(group + inner, key=lambda f: f.at))
    return out


HOLE = 3.4
"""White space between two rows of one table is less than this many font sizes."""


def _hole(lines: Sequence[TextLine], a: Edge, b: Edge) -> bool:
    """Is there a wide blank strip between two rules, with text above and below it?"""
    between = [ln for ln in lines if a.at < ln.base - 0.3 * ln.size < b.at and ln.x1 > a.low and ln.x0 < a.high]
    return any(q.top - p.bottom > HOLE * max(p.size, q.size) for p, q in pairwise(between))


RUNNING = 9
"""Pieces with more words than this are running text."""
ONE_ROW = 2.6
"""A row of one line between two rules is at most this many font sizes high; a heading between two tables has more room."""


def _group_row(lines: Sequence[TextLine], a: Edge, b: Edge) -> bool:
    """One short line at the left between two rules, as close as a row: the name of the rows that follow."""
    between = [ln for ln in lines if a.at < ln.base - 0.3 * ln.size < b.at and ln.x1 > a.low and ln.x0 < a.high]
    if len(between) != 1:
        return False
    line = between[0]
    return (b.at - a.at < ONE_ROW * line.size and line.x0 < a.low + 14 and line.x1 - line.x0 < 0.6 * a.length and len(line.segments) == 1
            and not is_caption(line.text))


def _tabular(lines: Sequence[TextLine], a: Edge, b: Edge) -> bool:
    between = []
    for line in lines:
        if a.at < line.base - 0.3 * line.size < b.at:
            words = [w for w in line.words if a.low - 3 <= (w.x0 + w.x1) / 2 <= a.high + 3]
            if words:
                between.append(segments_of(words))
    if not between:
        return True
    between = [s[1:] if len(s) > 1 and is_marker(s[0].text) else s for s in between]
    many = sum(len(s) > 1 for s in between)
    if sum(len(t.words) > RUNNING for s in between for t in s) > 0.3 * len(between) and many < 0.3 * len(between):
        return False
    if len(between[-1]) == 1 and between[-1][0].text.endswith(":") and between[-1][0].x1 - between[-1][0].x0 > 0.6 * a.length:
        return False  # a sentence that brings in the table below
    long = sum(len(s) == 1 and s[0].x1 - s[0].x0 > 0.6 * a.length for s in between)
    return many >= 0.4 * len(between) or (many > 0 and long == 0 and len(between) < 8)


def is_partial(part: TablePart, lines: Sequence[TextLine]) -> bool:
    """Do rules frame only some rows or columns (a total), while figures of the same columns go on outside?"""
    box = part.box
    inside = [ln for ln in lines if box.top < ln.base - 0.3 * ln.size < box.bottom]
    stubs = sum(any(s.x1 < box.x0 + 2 and box.x0 - s.x1 < 250 for s in ln.segments) for ln in inside)
    if inside and stubs > 0.6 * len(inside) and all(is_figure(c.text) or is_mark(c.text) for c in part.cells if c.column == 0 and c.text):
        return True
    near = [ln for ln in lines if -0.2 * ln.size < box.top - ln.bottom < ln.size or -0.2 * ln.size < ln.top - box.bottom < 0.9 * ln.size]
    named = [ln for ln in near if ln.top > box.bottom - 0.2 * ln.size and len(ln.segments) == 1 and abs(ln.x0 - box.x0) < 14 and not is_caption(ln.text)]
    near += [ln for over in named for ln in lines if 0 < ln.base - over.base < ONE_ROW * ln.size]  # rows under a group's name
    for ln in near:
        amounts, marks = (sum(box.x0 < s.x0 and s.x1 < box.x1 + 2 and of(s.text) for s in held) for held, of in ((ln.figures, is_amount), (ln.segments[1:], is_mark)))
        least = max(1, (part.columns - 1) // 2)
        if (amounts >= least or (marks > 1 and amounts + marks >= least)) and ln.x0 > box.x0 - 3 and ln.x1 < box.x1 + 3 and len(ln.words) < 20:
            return True
    return False


def header_above(lattice: Lattice, words: Sequence[Word], lines: Sequence[TextLine], ink: Ink) -> Edge | None:
    """A new top border, where the first row inside prints figures and a line just above it names its columns."""
    box = lattice.box
    inside = text_lines(words)
    if not inside or len(inside[0].segments) < 2 or not any(is_figure(s.text) and not is_year(s.text) for s in inside[0].segments[1:]):
        return None
    top, count = box.top, 0
    for line in reversed([ln for ln in lines if ln.base < box.top + 2]):
        segments = [s for s in line.segments if s.x0 < box.x1 and s.x1 > box.x0]
        if not segments:
            continue
        if top - line.bottom > 0.9 * line.size or len(segments) < len(line.segments) or count >= 4 or is_caption(line.text):
            break
        if any(line.top < e.at < top - 2 and e.low < box.x1 and e.high > box.x0 for e in ink.across) or any(len(s.words) > 5 for s in segments):
            break
        if len(segments) < max(2, len(inside[0].segments) - 1) or not _under(segments, inside[0]):
            break
        top, count = line.top, count + 1
    return Edge(top - 1, box.x0, box.x1) if count else None


BAND = 24.0
"""A coloured band of headings ends at most this many points above the first rule."""


def band_above(box: Box, lines: Sequence[TextLine], ink: Ink) -> Edge | None:
    """A new top border, where a coloured band above the first rule carries the headings of the columns."""
    top = box.top
    low, high, covered = box.x0 - 4, box.x1 + 4, 0.0
    near = [f for f in ink.fills if f.x0 > low and f.x1 < high and top - BAND < f.bottom < top + 0.3 * (box.bottom - box.top) and f.top < top - CELL]
    while near:
        covered = max(covered, _covered(near))
        fresh = min(f.top for f in near)
        if fresh >= top:
            break
        top = fresh
        near = [f for f in ink.fills if f.x0 > low and f.x1 < high and top - 2 < f.bottom < top + 2 and f.top < top - CELL]
    inside = [ln for ln in lines if top < ln.base - 0.25 * ln.size < box.top and ln.x0 > low - 6 and ln.x1 < high + 6]
    if covered < 0.6 * (box.x1 - box.x0) or not any(len(ln.segments) > 1 for ln in inside) or any(is_amount(s.text) for ln in inside for s in ln.segments):
        return None
    return Edge(top, box.x0, box.x1)


def _covered(fills: Sequence[Rule]) -> float:
    """Points that the fills cover from left to right."""
    total, end = 0.0, -1.0
    for f in sorted(fills, key=lambda f: f.x0):
        total += max(0.0, f.x1 - max(f.x0, end))
        end = max(end, f.x1)
    return total


def _under(heads: Sequence[Segment], row: TextLine) -> bool:
    """Does each head stand over one piece of the row?"""
    return all(sum(h.x0 < s.x1 + 4 and s.x0 < h.x1 + 4 for s in row.segments) <= 1 for h in heads) \
        and sum(any(h.x0 < s.x1 + 4 and s.x0 < h.x1 + 4 for s in row.segments) for h in heads) >= 0.7 * len(heads)


def raised(lattice: Lattice, edge: Edge) -> Lattice:
    """The lattice with one more row on top, with a border above it and the same columns."""
    over = np.concatenate((np.ones((1, lattice.columns), dtype=bool), lattice.over))
    left = np.concatenate((lattice.left[:1], lattice.left))
    return Lattice(list(lattice.xs), [edge.at, *lattice.ys], over, left)
