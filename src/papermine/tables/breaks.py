"""Rows that a page break cuts off, too few to be a table by themselves: the header that is printed again says what they belong to.

At a foot, the header stands over them and again at the top of the next page; at a top, it is the header of the page before. A
group's name alone under a table ("Parks and leisure") is the last row of what goes on under the same header.
"""

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
"""A page's foot or top with more lines than this would be a table without help."""
NEAR = 4.0
"""Words of one column on two pages share an edge within this many points."""
APART = 0.8
"""Words of two columns stand at least this many font sizes apart."""
HAIR = 0.5
"""A word that starts a column does so to within this many points of its heading."""
STEP = 3.0
"""The next row stands at most this many font sizes below the last."""


def claim_foot(page: LaidPage, body: Sequence[Line], part: TablePart) -> TablePart | None:
    """The table that the last lines of ``page`` make, where they begin with the header that ``part`` prints on the next page.

    ``body``: the lines of ``page`` outside tables, running heads and feet. The lines taken are marked as the new table's, which
    is added to the page. None where the foot does not print that header above rows in the same columns.
    """
    low = max((t.box.bottom for t in page.tables), default=0.0)
    lines = sorted((ln for ln in body if ln.top > low - 2), key=lambda ln: ln.bottom)[-MOST:]
    for first in range(len(lines)):
        last = _prints(lines[first:], part)
        if last is not None:
            grid, used = _grid(part, lines[first:first + last], lines[first + last:])
            return _made(page, part, lines[first:first + last], grid, lines[first + last:]) if used == len(lines) - first - last else None
    return None


def claim_top(page: LaidPage, body: Sequence[Line], part: TablePart) -> TablePart | None:
    """The table that the first lines of ``page`` make, where they begin with the header of ``part``, the last table of the page before.

    None where they do not, or where no row in the same columns follows.
    """
    high = min((t.box.top for t in page.tables), default=page.height)
    lines = sorted((ln for ln in body if ln.bottom < high + 2), key=lambda ln: ln.bottom)[:MOST]
    last = _prints(lines, part)
    if last is None:
        return None
    grid, used = _grid(part, lines[:last], lines[last:])
    return _made(page, part, lines[:last], grid, lines[last:last + used], first=True)


def claim_name(page: LaidPage, line: Line, part: TablePart) -> bool:
    """Take the one line under ``part`` for its last row, if it is a group's name: short, in the first column, as close as a row."""
    xs = [c.box.x0 for c in part.cells if c.column == 1]
    if not xs or not part.rows or line.x0 < part.box.x0 - NEAR or line.x0 > part.box.x0 + 3 * NEAR or line.top - part.box.bottom > STEP * line.size / 2:
        return False
    if len(line) > 8 or line.x1 - line.x0 > 0.6 * part.box.width or line.text[-1] in ".;:":
        return False
    box = Box(part.box.x0, max(part.box.bottom, line.top - 2), part.box.x1, line.bottom + 1)
    part.cells.append(Cell(part.rows, 0, line.text, Box(box.x0, box.top, max(min(xs), line.x1), box.bottom), bold=line.bold))
    part.cells += [Cell(part.rows, k, "", box) for k in range(1, part.columns)]
    part.rows += 1
    part.box = part.box.join(box)
    line.table = next(k for k, t in enumerate(page.tables) if t is part)
    return True


def _tokens(text: str) -> list[str]:
    return [t for t in (re.sub(r"\W+", "", w).lower() for w in text.split()) if t]


def _prints(lines: Sequence[Line], part: TablePart) -> int | None:
    """How many lines from the first print exactly the words of ``part``'s header; None where they do not, or nothing follows them."""
    header = [c for c in part.cells if c.row < part.header_rows and c.text]
    if len({c.column for c in header}) < 2 or not lines or lines[0].x0 > part.box.x1:
        return None
    wanted = Counter(token for c in header for token in _tokens(c.text))
    seen: Counter[str] = Counter()
    for n, line in enumerate(lines, 1):
        seen += Counter(_tokens(line.text))
        if seen == wanted:
            return n if n < len(lines) and abs(line.size - lines[n].size) <= 1 else None
        if seen - wanted:
            return None
    return None


def _grid(below: TablePart, head: Sequence[Line], rows: Sequence[Line]) -> tuple[list[list[list[Word]]], int]:
    """The words of ``rows`` under the headings ``head`` by row and by the columns of ``below``, and how many lines fitted."""
    edges = _edges(below)
    starts = [w.x0 for line in head for w in line.words]
    grid: list[list[list[Word]]] = []
    good = 0
    for k, line in enumerate(rows):
        if (k and line.top - rows[k - 1].top > STEP * line.size) or abs(line.size - rows[0].size) > 1:
            break
        cells: list[list[Word]] = [[] for _ in edges]
        for w in line.words:
            cells[max(bisect_right(edges, (w.x0 + w.x1) / 2) - 1, 0)].append(w)
        outside = any(w.x0 < below.box.x0 - NEAR or w.x1 > below.box.x1 + NEAR for w in line.words)
        filled = [cell for cell in cells if cell]
        if outside or any(b.x0 - a.x1 > 3 * a.size for cell in cells for a, b in pairwise(cell)):
            break  # what stands in one column here would be two there
        if any(right[0].x0 - left[-1].x1 < APART * line.size and not any(abs(right[0].x0 - x) < HAIR for x in starts) for left, right in pairwise(filled)):
            break  # running text, and no word under the start of a heading
        if sum(map(bool, cells)) > 1 and cells[0]:
            grid.append(cells)
            good = k + 1
        elif grid and not cells[0]:
            for own, more in zip(grid[-1], cells, strict=True):
                own += more
            good = k + 1
        else:
            break
    return grid, good


def _edges(part: TablePart) -> list[float]:
    return [min((c.box.x0 for c in part.cells if c.column == k), default=part.box.x0) for k in range(part.columns)]


def _made(page: LaidPage, like: TablePart, head: Sequence[Line], grid: Sequence[Sequence[list[Word]]], rows: Sequence[Line],
          first: bool = False) -> TablePart | None:
    """The header and the rows under it as a table of ``page`` with the columns of ``like``; None where there is no row."""
    if not grid:
        return None
    edges, n = _edges(like), like.header_rows
    rights = [*edges[1:], like.box.x1]
    heights = [min(ln.top for ln in head)]
    ends = [ln.bottom for ln in head]
    step = (max(ends) - heights[0]) / n
    heights += ends if len(ends) == n else [heights[0] + step * k for k in range(1, n + 1)]
    heights += [max(w.bottom for cell in row for w in cell) for row in grid]
    out = [Cell(c.row, c.column, c.text, Box(c.box.x0, heights[c.row], c.box.x1, heights[min(c.row + c.row_span, n)]), c.row_span, c.column_span, c.bold)
           for c in like.cells if c.row < n]
    for r, row in enumerate(grid, n):
        out += [Cell(r, k, cell_text(cell) if cell else "", Box(edges[k], heights[r], rights[k], heights[r + 1]), bold=bool(cell) and all(w.bold for w in cell))
                for k, cell in enumerate(row)]
    part = TablePart(page.number, Box(like.box.x0, heights[0], like.box.x1, heights[-1]), n + len(grid), like.columns, out, like.ruled, like.rule, n)
    if first:
        for line in page.lines:
            line.table = None if line.table is None else line.table + 1
    page.tables.insert(0 if first else len(page.tables), part)
    for line in (*head, *rows):
        line.table = 0 if first else len(page.tables) - 1
    return part
