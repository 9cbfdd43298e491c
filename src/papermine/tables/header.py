"""Which rows at the top of a table name its columns."""

from __future__ import annotations

from papermine.document import Cell, TablePart
from papermine.tables.text import is_amount, is_figure, is_mark, is_year

MOST = 6
"""A header has at most this many rows."""


def header_rows(part: TablePart) -> int:
    """How many rows at the top name the columns: those before the first row of figures, or those set in bold."""
    rows: list[list[Cell]] = [[] for _ in range(part.rows)]
    for c in part.cells:
        if c.text:
            rows[c.row].append(c)
    first = next((r for r, cells in enumerate(rows) if _prints_figures(cells)), None)
    while first and (_is_blank(rows[first - 1]) or (first > 1 and all(c.column == 0 for c in rows[first - 1]))):
        first -= 1  # a row of marks for none, or a row group's name, not a column's
    if first is not None and 0 < first <= MOST:
        if first > 2 and all(_names_itself(cells) for cells in rows[:first]):
            return 0  # a form: each row has its own label ("Wards affected | All wards")
        return _whole(part, first)
    bold = 0
    while bold < min(part.rows, MOST) and rows[bold] and all(c.bold for c in rows[bold]) and len(rows[bold]) > 1:
        bold += 1
    if 0 < bold < min(part.rows, MOST) and first != 0:
        return _whole(part, bold)
    if first is None and part.columns > 2 and part.rows > 2 and len(rows[0]) == part.columns and max(len(c.text) for c in rows[0]) < 60:
        return 1
    return 0


def _prints_figures(cells: list[Cell]) -> bool:
    """At least half of the cells behind the first column print figures, not years or column numbers alone."""
    behind = [c for c in cells if c.column > 0]
    figures = [c for c in behind if is_figure(c.text) and not is_year(c.text)]
    marks = [c for c in behind if is_mark(c.text)]
    counted = len(figures) + len(marks) >= 0.5 * len(behind) and bool(figures) and any(c.column == 0 for c in cells)
    return bool(behind) and (counted or sum(is_amount(c.text) for c in behind) >= 0.5 * len(behind))


def _is_blank(cells: list[Cell]) -> bool:
    """At least half of the cells behind the first column, and more than one, print marks for none."""
    behind = [c for c in cells if c.column > 0]
    marks = sum(is_mark(c.text) for c in behind)
    return marks > 1 and marks >= 0.5 * len(behind)


def _names_itself(cells: list[Cell]) -> bool:
    """A bold label in the first column, and beside it what is said of it (the first such row, the title, may be bold throughout)."""
    return len(cells) > 1 and cells[0].column == 0 and cells[0].bold and (cells[0].row == 0 or not any(c.bold for c in cells[1:]))


def _whole(part: TablePart, rows: int) -> int:
    """Take in all rows that a header cell spans."""
    return min(max([rows] + [c.row + c.row_span for c in part.cells if c.row < rows and c.text]), max(part.rows - 1, 0), MOST)
