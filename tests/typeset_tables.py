"""Typesets small pages for the tests of tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from papermine.document import TablePart
from papermine.reader import open_pdf
from papermine.tables import find_tables

WIDTH, HEIGHT = 595.0, 842.0


class Sheet:
    """A page on which things are put at (x, y from the top), in points."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, x: float, y: float, text: str, size: float = 9, font: str = "Helvetica", align: str = "left") -> None:
        """Put a line of text with its baseline at ``y``."""
        self.canvas.setFont(font, size)
        put = {"left": self.canvas.drawString, "right": self.canvas.drawRightString, "centre": self.canvas.drawCentredString}[align]
        put(x, HEIGHT - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float, pen: float = 0.5) -> None:
        """Stroke a straight line."""
        self.canvas.setLineWidth(pen)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def fill(self, x0: float, y0: float, x1: float, y1: float, grey: float) -> None:
        """Fill a rectangle."""
        self.canvas.saveState()
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.restoreState()

    def paragraph(self, x: float, y: float, width: float, text: str, size: float = 10) -> float:
        """Set text in lines of ``width``; returns the baseline for what follows."""
        row = ""
        for word in text.split():
            if stringWidth(f"{row} {word}", "Helvetica", size) > width:
                self.text(x, y, row, size)
                y, row = y + 1.2 * size, word
            else:
                row = f"{row} {word}".strip()
        self.text(x, y, row, size)
        return y + 2 * size

    def rows(self, xs: Sequence[float], y: float, rows: Sequence[Sequence[str]], step: float = 14, size: float = 9, figures_right: bool = True,
             head: int = 1) -> float:
        """Set a table without borders: the first column left at xs[0], others right (or left) at their x."""
        for k, row in enumerate(rows):
            for x, text in zip(xs, row, strict=True):
                first = x == xs[0]
                self.text(x, y, text, size, "Helvetica-Bold" if k < head else "Helvetica", "left" if first or not figures_right else "right")
            y += step
        return y

    def grid(self, xs: Sequence[float], ys: Sequence[float], pen: float = 0.5) -> None:
        """Stroke all borders of a grid."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y, pen)
        for x in xs:
            self.line(x, ys[0], x, ys[-1], pen)

    def cells(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 9) -> None:
        """Put texts into the cells of a grid; "|" breaks a line."""
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                for k, part in enumerate(text.split("|")):
                    self.text(xs[j] + 3, ys[i] + 1.15 * size * (k + 1), part, size)


def typeset(path: Path, *draw: Callable[[Sheet], None], rotate: int = 0) -> Path:
    """A PDF with one page for each function."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    for page in draw:
        if rotate:
            canvas.setPageRotation(rotate)
        page(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return path


def tables_on(path: Path, page: int = 1) -> list[TablePart]:
    """The tables found on one page."""
    with open_pdf(path) as source:
        return find_tables(source.page(page))


def texts(part: TablePart) -> list[list[str]]:
    """A table's cells as rows of text; a merged cell once, at its top left."""
    out = [[""] * part.columns for _ in range(part.rows)]
    for c in part.cells:
        out[c.row][c.column] = c.text
    return out
