"""Finds the tables of one page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from papermine.document import Page, TablePart, Word
from papermine.provenance import Box
from papermine.tables.cells import Held, fill, middle, part_of, words_in
from papermine.tables.header import header_rows
from papermine.tables.ink import Edge, Ink, connected, edges_of
from papermine.tables.lattice import Lattice, lattice_of
from papermine.tables.regions import Region, figures, good_figures, is_list, outside, regions
from papermine.tables.reject import is_caption, is_chart, is_note, is_sparse
from papermine.tables.rows import add_rows
from papermine.tables.text import Segment, TextLine, is_amount, is_figure, is_mark, is_year, segments_of, text_lines
from papermine.tables.white import add_columns


def find_tables(page: Page) -> list[TablePart]:
    """The tables of one page, from top to bottom."""
    if not page.words:
        return []
    ink = edges_of(page)
    groups, loose_across, _ = connected(ink)
    found: list[TablePart] = []
    lines = text_lines([w for w in page.words if w.upright])
    for across, down in groups:
        whole = lattice_of(across, down)
        if whole is None or len(whole.xs) * len(whole.ys) < 6:
            continue
        regimes_found = regimes(whole)
        for lattice in regimes_found:
            words = words_in(page.words, lattice.box)
            if len(words) < 3 or is_chart(lattice, words, ink):
                continue
            across_here = across
            if lattice.columns > 1 and len(regimes_found) == 1:
                edge = header_above(lattice, words, lines, ink)
                if edge is not None:
                    lattice, across_here = _raise(lattice, edge), [edge, *across]
                    words = words_in(page.words, lattice.box)
            part = settle(lattice, words, across_here, page, "lattice")
            if part is not None:
                found.append(part)
    found = _outermost_out(found)
    taken = [t.box for t in found]
    doubtful: list[TablePart] = []
    for across in stacks(loose_across, lines):
        bare = lattice_of(across, [])
        if bare is None or any(_meet(b, bare.box) for b in taken):
            continue
        lattice = bare
        words = words_in(page.words, lattice.box)
        edge = header_above(lattice, words, lines, ink)
        if edge is not None:
            across = [edge, *across]
            lattice = lattice_of(across, []) or lattice
            words = words_in(page.words, lattice.box)
        part = settle(lattice, words, across, page, "half-ruled")
        if part is not None:
            (doubtful if is_partial(part, lines) else found).append(part)
    for region in regions(outside(lines, [t.box for t in found])):
        part = unruled(region, ink, page)
        if part is not None and not any(_meet(t.box, part.box) for t in found):
            found.append(part)
    found += [t for t in doubtful if not any(_meet(t.box, u.box) for u in found)]
    return sorted(found, key=lambda t: (t.box.top, t.box.x0))


def is_partial(part: TablePart, lines: Sequence[TextLine]) -> bool:
    """Do rules frame only some rows or columns (a total), while figures of the same columns go on outside?"""
    box = part.box
    inside = [ln for ln in lines if box.top < ln.base - 0.3 * ln.size < box.bottom]
    stubs = sum(any(s.x1 < box.x0 + 2 and box.x0 - s.x1 < 250 for s in ln.segments) for ln in inside)
    if inside and stubs > 0.6 * len(inside) and all(is_figure(c.text) or is_mark(c.text) for c in part.cells if c.column == 0 and c.text):
        return True
    near = [ln for ln in lines if -0.2 * ln.size < box.top - ln.bottom < ln.size or -0.2 * ln.size < ln.top - box.bottom < 0.9 * ln.size]
    for ln in near:
        amounts = [s for s in figures(ln) if is_amount(s.text) and box.x0 < s.x0 and s.x1 < box.x1 + 2]
        if len(amounts) >= max(1, (part.columns - 1) // 2) and ln.x0 > box.x0 - 3 and ln.x1 < box.x1 + 3 and len(ln.words) < 20:
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


def _under(heads: Sequence[Segment], row: TextLine) -> bool:
    """Does each head stand over one piece of the row?"""
    return all(sum(h.x0 < s.x1 + 4 and s.x0 < h.x1 + 4 for s in row.segments) <= 1 for h in heads) \
        and sum(any(h.x0 < s.x1 + 4 and s.x0 < h.x1 + 4 for s in row.segments) for h in heads) >= 0.7 * len(heads)


def _raise(lattice: Lattice, edge: Edge) -> Lattice:
    """The lattice with one more row on top, with a border above it and the same columns."""
    over = np.concatenate((np.ones((1, lattice.columns), dtype=bool), lattice.over))
    left = np.concatenate((lattice.left[:1], lattice.left))
    return Lattice(list(lattice.xs), [edge.at, *lattice.ys], over, left)


def unruled(region: Region, ink: Ink, page: Page) -> TablePart | None:
    """The table that lines with figures under each other make; rules under its header or between groups help."""
    if is_list(region) or not good_figures(region):
        return None
    box = region.box
    if any(_meet(box, b) for b in [*ink.images, *(c for c in ink.curves if c.width > 6 and c.height > 6)]):
        return None
    top, bottom = Edge(box.top - 1, box.x0 - 1, box.x1 + 1), Edge(box.bottom + 1, box.x0 - 1, box.x1 + 1)
    inner = [e for e in ink.across if box.top + 3 < e.at < box.bottom - 3 and e.low > box.x0 - 12 and e.high < box.x1 + 12]
    if region.head:
        y = (region.head[-1].bottom + region.body[0].top) / 2
        if not any(region.head[-1].base < e.at < region.body[0].base - 0.5 * region.body[0].size and e.length > 0.6 * box.width for e in inner):
            inner.append(Edge(y, box.x0 - 1, box.x1 + 1))
    across = [top, *inner, bottom]
    lattice = lattice_of(across, [])
    if lattice is None:
        return None
    words = words_in([w for ln in region.lines for w in ln.words], lattice.box)
    if is_chart(lattice, words, ink):
        return None
    part = settle(lattice, words, across, page, "white space")
    if part is not None:
        part.ruled = False
    return part


def _meet(a: Box, b: Box) -> bool:
    return a.top < b.bottom and b.top < a.bottom and a.x0 < b.x1 and b.x0 < a.x1


def _outermost_out(found: Sequence[TablePart]) -> list[TablePart]:
    """Leave out frames: grids that hold another table inside one of their cells."""
    return [t for t in found if not any(u is not t and _meet(t.box, u.box) and u.box.width * u.box.height < t.box.width * t.box.height
                                        for u in found)]


def regimes(lattice: Lattice) -> list[Lattice]:
    """Cut a lattice where one grid ends and one with other columns begins under it."""
    rows, last = lattice.rows, len(lattice.xs) - 1
    sets = [{int(c) for c in lattice.left[r].nonzero()[0] if 0 < c < last} for r in range(rows)]
    for r in range(1, rows):
        if not lattice.over[r].all():
            continue
        above: set[int] = set().union(*sets[:r])
        below: set[int] = set().union(*sets[r:])
        common = above & below
        if above - below and below - above and len(common) <= 0.5 * min(len(above), len(below)):
            return [*regimes(_tidy(lattice.keep_rows(0, r - 1))), *regimes(_tidy(lattice.keep_rows(r, rows - 1)))]
    return [lattice]


def _tidy(lattice: Lattice) -> Lattice:
    for c in range(lattice.columns - 1, 0, -1):
        if not lattice.left[:, c].any():
            lattice.drop_column(c)
    return lattice


EDGE_OF_PAGE = 0.16
"""A single row within this share of the page's height from its edge may be the end or start of a table over pages."""


def settle(lattice: Lattice, words: Sequence[Word], across: Sequence[Edge], page: Page, rule: str) -> TablePart | None:
    """Work out columns and rows inside a lattice; None where it is no table."""
    open_columns = lattice.columns == 1 or _drawn(lattice) < 0.3
    add_columns(lattice, words, open_columns, across)
    if lattice.columns < 2:
        return None
    lattice.redraw(across)
    header = header_bands(lattice, words)
    add_rows(lattice, words, eager=rule != "lattice", header=header)
    complete(lattice, words, across, header)
    open_cells(lattice, words)
    lattice = trim(lattice, words)
    held = fill(lattice, words)
    part = part_of(lattice, held, page.number, True, rule)
    if part.columns < 2 or part.rows < 1:
        return None
    part.header_rows = header_rows(part)
    if part.rows == 1:
        box = part.box
        near = box.top < EDGE_OF_PAGE * page.height or box.bottom > (1 - EDGE_OF_PAGE) * page.height
        return part if near and rule == "lattice" and sum(bool(c.text) for c in part.cells) > 1 else None
    return None if is_sparse(part) else part


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


def trim(lattice: Lattice, words: Sequence[Word]) -> Lattice:
    """Without a title row at its top and notes at its bottom, where these are the only cell of their row."""
    first, last = 0, lattice.rows - 1
    held = fill(lattice, words)
    only: dict[int, list[Held]] = {}
    for h in held:
        if h.words:
            for r in range(h.span.r0, h.span.r1 + 1):
                only.setdefault(r, []).append(h)
    while first < last and (first not in only or (len(only[first]) == 1 and is_caption(only[first][0].text))):
        first += 1
    while first < last and (last not in only or (len(only[last]) == 1 and only[last][0].span.c0 == 0 and is_note(only[last][0].text))):
        last -= 1
    return lattice if (first, last) == (0, lattice.rows - 1) else lattice.keep_rows(first, last)


def _drawn(lattice: Lattice) -> float:
    """Share of the inner borders between columns that are drawn."""
    inner = lattice.left[:, 1:-1]
    return float(inner.mean()) if inner.size else 0.0


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


def complete(lattice: Lattice, words: Sequence[Word], across: Sequence[Edge], header: int) -> None:
    """Where a border between columns is not drawn in a row, text decides whether the cells are one."""
    bordered = lattice.left.copy()
    drawn = bordered.mean(axis=0)
    lines = text_lines([w for w in words if w.upright])
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
            if lattice.left[r, c] or _bridged(by_row[r], x):
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


def _bridged(lines: Sequence[TextLine], x: float) -> bool:
    """Does a word reach over ``x``, or do words of one phrase stand on both sides of it in most lines?"""
    near = apart = 0
    for line in lines:
        for k, w in enumerate(line.words):
            if w.x0 < x - 0.5 and w.x1 > x + 0.5:
                return True
            if k and line.words[k - 1].x1 <= x + 0.5 and w.x0 >= x - 0.5:
                gap, size = w.x0 - line.words[k - 1].x1, min(w.size, line.words[k - 1].size)
                near += gap < APART * size
                apart += APART * size <= gap < 6 * size
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
                if not _tabular(lines, last, f) or _hole(lines, last, f):
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


def _tabular(lines: Sequence[TextLine], a: Edge, b: Edge) -> bool:
    between = []
    for line in lines:
        if a.at < line.base - 0.3 * line.size < b.at:
            words = [w for w in line.words if a.low - 3 <= (w.x0 + w.x1) / 2 <= a.high + 3]
            if words:
                between.append(segments_of(words))
    if not between:
        return True
    many = sum(len(s) > 1 for s in between)
    long = sum(len(s) == 1 and s[0].x1 - s[0].x0 > 0.6 * a.length for s in between)
    return many >= 0.4 * len(between) or (many > 0 and long == 0 and len(between) < 8)
