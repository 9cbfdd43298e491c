"""The foot of a page that holds too few rows to be a table by itself: the header printed again on the next page says that it is one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from papermine import regex as re
from papermine.document import Cell, LaidPage, Line, TablePart, Word
from papermine.provenance import Box
from papermine.tables.text import cell_text

MOST = 12
"""A page's foot with more lines than this would be a table without help."""
NEAR = 4.0
"""Words of one column on two pages share an edge within this many points."""


def claim(before: LaidPage, body: Sequence[Line], part: TablePart) -> TablePart | None:
    """The table that the last lines of ``before`` make, where they begin with the header that ``part`` prints on the next page.

    ``body``: the lines of ``before`` outside tables, running heads and feet. The lines taken are marked as the new table's; it
    is added to the page. None where the foot does not print the same header above at least one row in the same columns.
    """
    header = [c for c in part.cells if c.row < part.header_rows and c.text]
    low = max((t.box.bottom for t in before.tables), default=0.0)
    lines = sorted((ln for ln in body if ln.top > low - 2), key=lambda ln: ln.bottom)[-MOST:]
    if len({c.column for c in header}) < 2 or not lines:
        return None
    wanted = Counter(token for c in header for token in _tokens(c.text))
    for first, line in enumerate(lines):
        if line.box.x0 > part.box.x1 or abs(line.size - lines[-1].size) > 1:
            continue
        last = _prints(lines[first:], wanted)
        if last is not None:
            return _part(before, part, lines[first:first + last], lines[first + last:])
    return None


def _tokens(text: str) -> list[str]:
    return [t for t in (re.sub(r"\W+", "", w).lower() for w in text.split()) if t]


def _prints(lines: Sequence[Line], wanted: Counter[str]) -> int | None:
    """How many lines from the first print exactly these words."""
    seen: Counter[str] = Counter()
    for n, line in enumerate(lines, 1):
        seen += Counter(_tokens(line.text))
        if seen == wanted:
            return n if n < len(lines) else None
        if seen - wanted:
            return None
    return None


def _part(page: LaidPage, below: TablePart, head: Sequence[Line], rows: Sequence[Line]) -> TablePart | None:
    """The header and the rows under it as a table with the columns of ``below``."""
    edges = [min((c.box.x0 for c in below.cells if c.column == k), default=below.box.x0) for k in range(below.columns)]
    grid: list[list[list[Word]]] = []
    for line in [ln for ln in rows if ln]:
        cells: list[list[Word]] = [[] for _ in edges]
        for w in line.words:
            cells[max(bisect_right(edges, (w.x0 + w.x1) / 2) - 1, 0)].append(w)
        if any(w.x0 < below.box.x0 - NEAR or w.x1 > below.box.x1 + NEAR for w in line.words):
            return None
        if cells[0] or not grid:
            grid.append(cells)
        else:
            for own, more in zip(grid[-1], cells, strict=True):
                own += more
    if not grid or any(sum(map(bool, row)) < 2 for row in grid):
        return None
    if any(b.x0 - a.x1 > 3 * a.size for row in grid for cell in row for a, b in pairwise(sorted(cell, key=lambda w: (w.bottom, w.x0))) if a.bottom == b.bottom):
        return None  # what stands in one column here would be two there
    box = Box(below.box.x0, min(ln.top for ln in head), below.box.x1, max(ln.bottom for ln in rows))
    heights = [min(ln.top for ln in head)]
    n = below.header_rows
    ends = [ln.bottom for ln in head]
    step = (max(ends) - heights[0]) / n
    heights += ends if len(ends) == n else [heights[0] + step * k for k in range(1, n + 1)]
    heights += [max(w.bottom for cell in row for w in cell) for row in grid]
    rights = [*edges[1:], below.box.x1]
    out = [Cell(c.row, c.column, c.text, Box(c.box.x0, heights[c.row], c.box.x1, heights[min(c.row + c.row_span, n)]), c.row_span, c.column_span, c.bold)
           for c in below.cells if c.row < n]
    for r, row in enumerate(grid, n):
        out += [Cell(r, k, cell_text(cell) if cell else "", Box(edges[k], heights[r], rights[k], heights[r + 1]), bold=bool(cell) and all(w.bold for w in cell))
                for k, cell in enumerate(row)]
    part = TablePart(page.number, box, n + len(grid), below.columns, out, below.ruled, below.rule, n)
    for line in (*head, *rows):
        line.table = len(page.tables)
    page.tables.append(part)
    return part
