"""A toy typesetter: rows of (x, text, style) → a Paper as the road sees it."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from papermine.document import Pack, Paper, PaperKind
from papermine.pipeline import read

Row = str | tuple[float, str] | tuple[float, str, str]

FONTS = {"": "Helvetica", "b": "Helvetica-Bold", "i": "Helvetica-Oblique"}


def typeset(*pages: list[Row], labels: int | None = None, step: float = 14) -> Pack:
    """Set each row on a line of its own; "" is half a line of white space. ``labels``: stamp pages from this number.

    A row may be a text (at x = 57), or (x, text), or (x, text, "b" for bold). Several texts on one
    line are divided by a tab, 170 points apart.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    for number, rows in enumerate(pages):
        y = 780.0
        for row in rows:
            x, text, style = (57.0, row, "") if isinstance(row, str) else (*row, "")[:3]
            if not text:
                y -= 10
                continue
            canvas.setFont(FONTS[style], 11)
            for k, part in enumerate(text.split("\t")):
                canvas.drawString(x + 170 * k, y, part)
            y -= step
        if labels is not None:
            canvas.setFont("Helvetica", 11)
            canvas.drawCentredString(297, 30, f"Page {labels + number}")
        canvas.showPage()
    canvas.save()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(buffer.getvalue())
        return read(path)


def paper(kind: PaperKind, *pages: list[Row], **options: int) -> Paper:
    """The pages as one paper of this kind."""
    return Paper(kind, typeset(*pages, **options).pages, document_id="p:document:1.1")
