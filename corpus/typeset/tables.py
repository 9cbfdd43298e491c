"""Tables: borders of several kinds, merged cells, runs over pages with the header printed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .ink import Box, Stroke, font, width
from .page import Paper
from .truth import Table

BORDERS = ("full", "rects", "rows", "header", "none")
"""Full grid of lines; the same as thin filled rectangles; rules under rows; rules round the header; none."""


@dataclass(frozen=True)
class Cell:
    """A cell that differs from its neighbours: merged, bold, aligned or shaded (`fill`, gray 0..1)."""

    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    face: str = ""
    align: str = ""
    fill: float | None = None


Row = Sequence["Cell | str | None"]
"""Cells from left to right; None where a cell above or to the left covers the place."""


def _cell(value: Cell | str | None) -> Cell | None:
    return Cell(value) if isinstance(value, str) else value


def _fits(paper: Paper, rows: Sequence[Row], widths: Sequence[float], size: float, pad: float) -> float:
    """The largest type size up to `size` at which every word is narrower than its column."""
    bold = font(paper.style.family, "b")
    while size > 5.0:
        if all(
            width(word, bold, size) + 2 * pad <= sum(widths[column : column + cell.colspan])
            for row in rows
            for column, value in enumerate(row)
            if (cell := _cell(value))
            for word in cell.text.split()
        ):
            break
        size -= 0.25
    return size


class _Grid:
    """One table while it is set."""

    def __init__(self, paper: Paper, rows: Sequence[Row], shares: Sequence[float], border: str, header: int, size: float) -> None:
        self.paper = paper
        self.border = border
        self.header = header
        self.pad = 3.5 if border in ("full", "rects") else 3.0
        total = sum(shares)
        self.widths = [paper.width * share / total for share in shares]
        self.cells = [[_cell(value) for value in row] for row in rows]
        self.size = _fits(paper, rows, self.widths, size, self.pad)
        self.lead = self.size * 1.18
        self.heights = [0.0] * len(rows)
        for number, row in enumerate(self.cells):
            for column, cell in enumerate(row):
                if cell and cell.rowspan == 1:
                    lines = len(paper.wrap(cell.text, self.measure(column, cell), self.size, self.face(number, cell)))
                    self.heights[number] = max(self.heights[number], lines * self.lead + 2 * self.pad)
        for number, row in enumerate(self.cells):
            for column, cell in enumerate(row):
                if cell and cell.rowspan > 1:
                    lines = len(paper.wrap(cell.text, self.measure(column, cell), self.size, self.face(number, cell)))
                    have = sum(self.heights[number : number + cell.rowspan])
                    lack = lines * self.lead + 2 * self.pad - have
                    self.heights[number + cell.rowspan - 1] += max(lack, 0.0)

    def face(self, row: int, cell: Cell) -> str:
        return cell.face or ("b" if row < self.header else "")

    def measure(self, column: int, cell: Cell) -> float:
        return sum(self.widths[column : column + cell.colspan]) - 2 * self.pad

    def group(self, row: int) -> int:
        """How many rows, from `row` on, hang together by a cell that spans rows."""
        end = row + 1
        at = row
        while at < end:
            end = max([end, *(at + c.rowspan for c in self.cells[at] if c)])
            at += 1
        return end - row

    def draw_row(self, row: int, aligns: Sequence[str]) -> None:
        """Set one row at the cursor and move below it."""
        paper = self.paper
        x = paper.style.left
        top = paper.y
        for column, cell in enumerate(self.cells[row]):
            if cell is None:
                x += self.widths[column]
                continue
            wide = sum(self.widths[column : column + cell.colspan])
            high = sum(self.heights[row : row + cell.rowspan])
            if cell.fill is not None:
                paper.page.marks.append(Box(x, top - high, wide, high, (cell.fill,) * 3))
            face = self.face(row, cell)
            align = cell.align or (aligns[column] if aligns else "left")
            lines = paper.wrap(cell.text, wide - 2 * self.pad, self.size, face) if cell.text else []
            for number, line in enumerate(lines):
                base = top - self.pad - self.lead * (number + 1) + self.size * 0.28
                spare = wide - 2 * self.pad - paper.line_width(line, self.size)
                shift = {"left": 0.0, "right": spare, "centre": spare / 2}[align]
                paper.set_line(line, x + self.pad + shift, base, self.size)
            self.edges(x, top, wide, high)
            x += self.widths[column]
        bottom = top - self.heights[row]
        right = paper.style.left + paper.width
        if self.border == "rows" or (self.border == "header" and row in (self.header - 1, len(self.cells) - 1)):
            for first, last in self.open_runs(row):
                start, end = (paper.style.left + sum(self.widths[:at]) for at in (first, last + 1))
                paper.page.marks.append(Stroke(start, bottom, end, bottom, 0.6))
        if self.border in ("rows", "header") and row == 0:
            paper.page.marks.append(Stroke(paper.style.left, top, right, top, 0.9))
        paper.y = bottom

    def open_runs(self, row: int) -> list[tuple[int, int]]:
        """Runs of columns (first, last) in which no cell reaches from `row` into the next: a rule does not cross a merged cell."""
        through = {
            c
            for at, cells in enumerate(self.cells[: row + 1])
            for column, cell in enumerate(cells)
            if cell and at + cell.rowspan - 1 > row
            for c in range(column, column + cell.colspan)
        }
        runs: list[tuple[int, int]] = []
        for c in range(len(self.widths)):
            if c in through:
                continue
            if runs and runs[-1][1] == c - 1:
                runs[-1] = (runs[-1][0], c)
            else:
                runs.append((c, c))
        return runs

    def edges(self, x: float, top: float, wide: float, high: float) -> None:
        """Draw a cell's own border, as a stroked box or as four thin filled rectangles."""
        marks = self.paper.page.marks
        if self.border == "full":
            marks.append(Box(x, top - high, wide, high, None, 0.5))
        elif self.border == "rects":
            thin, ink = 0.48, (0.0, 0.0, 0.0)
            marks.append(Box(x, top - thin / 2, wide, thin, ink))
            marks.append(Box(x, top - high - thin / 2, wide, thin, ink))
            marks.append(Box(x - thin / 2, top - high, thin, high, ink))
            marks.append(Box(x + wide - thin / 2, top - high, thin, high, ink))


def grid(
    paper: Paper,
    rows: Sequence[Row],
    shares: Sequence[float],
    *,
    border: str = "",
    header: int = 1,
    size: float | None = None,
    aligns: Sequence[str] = (),
    repeat: bool = True,
    after: float = 10.0,
) -> Table:
    """Set a table over the full width and return it as truth.

    `shares` are the columns' relative widths, `header` the number of head rows (printed again on each
    new page where `repeat`), `aligns` one of left, right, centre per column, `size` the type size in
    points (made smaller where a word would not fit its column).
    """
    table = _Grid(paper, rows, shares, border or paper.style.border, header, size or paper.style.size - 1)
    row, first = 0, None
    while row < len(rows):
        count = table.group(row)
        if row < header < len(rows):  # the head keeps its first row of figures
            count = header - row + table.group(header)
        if paper.room(sum(table.heights[row : row + count]) + 1) and row >= header and repeat and header:
            for number in range(header):
                table.draw_row(number, aligns)
        for number in range(row, row + count):
            table.draw_row(number, aligns)
        first = first or paper.page
        row += count
    paper.space(after)
    assert first is not None
    texts = [[cell.text if cell else "" for cell in cells] for cells in table.cells]
    return Table(first, paper.page, texts)
