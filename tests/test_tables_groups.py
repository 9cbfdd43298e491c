"""A table ruled under each row, whose rules stop at its group headings, is one table."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from papermine.document import TablePart
from papermine.reader import open_pdf
from papermine.tables import find_tables


def tables(between: str, shift: float = 0) -> list[TablePart]:
    """Two stacks of ruled rows with figures, and one line of text between them; the second may be set to the right."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)

    def row(y: float, cells: tuple[str, ...], x: float) -> None:
        canvas.drawString(x + 2, y + 4, cells[0])
        for k, cell in enumerate(cells[1:]):
            canvas.drawRightString(x + 240 + 70 * k, y + 4, cell)
        canvas.line(x, y, x + 400, y)

    canvas.setFont("Helvetica", 9)
    canvas.line(60, 715, 460, 715)
    for i, cells in enumerate((("Transport", "9,518", "18", "9,636"), ("Staff pay", "5,416", "166", "5,582"), ("Buildings", "3,154", "155", "3,674"))):
        row(700 - 15 * i, cells, 60)
    canvas.drawString(62, 658, between)
    canvas.line(60 + shift, 652, 460 + shift, 652)
    for i, cells in enumerate((("Training", "7,109", "132", "7,358"), ("Supplies", "5,712", "252", "4,957"), ("Early help", "4,162", "150", "4,091"))):
        row(637 - 15 * i, cells, 60 + shift)
    canvas.showPage()
    canvas.save()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        path.write_bytes(buffer.getvalue())
        with open_pdf(path) as source:
            return find_tables(source.page(1))


def grid(part: TablePart) -> list[list[str]]:
    cells = {(c.row, c.column): c.text for c in part.cells}
    return [[cells.get((r, c), "") for c in range(part.columns)] for r in range(part.rows)]


def test_a_group_heading_is_a_row_of_the_table() -> None:
    [part] = tables("Place and Environment")
    assert grid(part) == [
        ["Transport", "9,518", "18", "9,636"], ["Staff pay", "5,416", "166", "5,582"], ["Buildings", "3,154", "155", "3,674"],
        ["Place and Environment", "", "", ""],
        ["Training", "7,109", "132", "7,358"], ["Supplies", "5,712", "252", "4,957"], ["Early help", "4,162", "150", "4,091"]]
    assert part.box.top < 130 < 230 < part.box.bottom


def test_a_sentence_or_other_edges_part_two_tables() -> None:
    assert len(tables("The second table shows what was spent in the year before by the same services of the council.")) == 2
    assert len(tables("Place and Environment", shift=40)) == 2
