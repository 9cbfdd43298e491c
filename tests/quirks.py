"""What PDF writers do that readers differ over: each as the smallest page that shows it, with the words that are seen on it.

`benchmarks/parity.py --pictures` draws these pages with what papermine and pdfplumber read (docs/reader.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


@dataclass(frozen=True, slots=True)
class Quirk:
    """A page of 300 × 60 points: content operators (font /F is 12-point Helvetica's), or a drawing; and the words a reader sees."""

    name: str
    content: str | Callable[[Canvas], object]
    words: tuple[str, ...]
    font: str = HELVETICA

    def write(self, path: Path) -> Path:
        """Write the page to ``path``."""
        if isinstance(self.content, str):
            path.write_bytes(pdf(self.content, self.font))
            return path
        canvas = Canvas(str(path), pagesize=(300, 60), invariant=1, pageCompression=0)
        canvas.setFont("Helvetica", 12)
        self.content(canvas)
        canvas.showPage()
        canvas.save()
        return path


def pdf(content: str, font: str = HELVETICA, size: tuple[int, int] = (300, 60), extra: str = "", *objects: str) -> bytes:
    """A PDF of one page with these content operators; object 5 is the font, 6 and on are ``objects``."""
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> {extra} >>",
             f"<< /Length {len(content)} >>\nstream\n{content}\nendstream", font, *objects]
    data, at = b"%PDF-1.7\n", []
    for n, part in enumerate(parts, 1):
        at.append(len(data))
        data += f"{n} 0 obj\n{part}\nendobj\n".encode("latin-1")
    rows = "".join(f"{offset:010} 00000 n \n" for offset in at)
    tail = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{rows}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + tail.encode()


def _text(*lines: str) -> str:
    return "BT /F 12 Tf 20 30 Td " + " ".join(lines) + " ET"


def _bold_by_doubling(c: Canvas) -> None:
    c.drawString(20, 30, "Budget")
    c.drawString(20.3, 30, "Budget")


def _stamp(c: Canvas) -> None:
    c.drawString(20, 28, "Page 237")
    c.setFont("Helvetica", 10)
    c.drawString(26, 31, "OFFICIAL")


def _sideways(c: Canvas) -> None:
    c.rotate(90)
    c.setFont("Helvetica", 8)
    c.drawString(8, -40, "Agenda")


def _redacted(c: Canvas) -> None:
    c.drawString(20, 30, "Name: Secret Person")
    c.rect(56, 26, 90, 16, fill=1, stroke=0)


def _clipped(c: Canvas) -> None:
    path = c.beginPath()
    path.rect(0, 0, 112, 60)
    c.clipPath(path, stroke=0, fill=0)
    c.drawString(20, 30, "Police Scotland Report")


def _chart(c: Canvas) -> None:
    c.drawString(20, 30, "Spend")
    points = [(70, 10), (100, 30), (130, 22), (160, 50)]
    for (x0, y0), (x1, y1) in pairwise(points):
        c.line(x0, y0, x1, y1)


def _grid(c: Canvas) -> None:
    c.drawString(20, 30, "Spend")
    dots = c.beginPath()
    for n in range(1008):
        dots.rect(70 + n % 63, 5 + 3 * (n // 63), 0.6, 0.6)
    c.drawPath(dots, stroke=0, fill=1)


def _columns(c: Canvas) -> None:
    c.setFont("Helvetica", 5)
    for n, (left, right) in enumerate((("the ordinance", "Section 3"), ("was adopted", "that the"), ("by the council", "mayor be"))):
        c.drawString(20, 42 - 5.5 * n, left)
        c.drawString(60, 39.5 - 5.5 * n, right)


_F_I = ("<< /Type /Font /Subtype /Type1 /BaseFont /Tailored /FontDescriptor << /Type /FontDescriptor /FontName /Tailored /Flags 32 /FontBBox [0 -200 1000 800] /Ascent 800 "
        "/Descent -200 >> /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding "
        "/Differences [31 /f_i] >> /FirstChar 31 /LastChar 122 /Widths [" + "500 " * 92 + "] >>")

QUIRKS = (
    Quirk("a space that is painted over", _text("[(4 ) 278 (4 ) 278 (1 ) 278 (2 ) 278 (8)] TJ"), ("44128",)),
    Quirk("a space after a capital, taken back by kerning", _text("[(A ) 300 (pologies for absence)] TJ"), ("Apologies", "for", "absence")),
    Quirk("large type set a little apart", "BT /F 32 Tf 20 20 Td [(Re) -120 (cord)] TJ ET", ("Record",)),
    Quirk("words without printed spaces, in small type", "BT /F 6 Tf 20 30 Td [(no) -280 (space) -280 (is) -280 (printed)] TJ ET",
          ("no", "space", "is", "printed")),
    Quirk("letters set apart evenly", _text("3.2 Tc (Page) Tj"), ("Page",)),
    Quirk("a dot leader", _text("(Brady.........1272) Tj"), ("Brady", ".........", "1272")),
    Quirk("an accent set over its letter", _text("[(B) (\\250) 333 (orsch)] TJ"), ("Börsch",)),
    Quirk("a raised mark, and what follows it", _text("(paper) Tj 4 Ts /F 7 Tf (43) Tj 0 Ts /F 12 Tf (. Next) Tj"), ("paper43.", "Next")),
    Quirk("a lowered mark", _text("(CO) Tj -2 Ts /F 8 Tf (2) Tj 0 Ts /F 12 Tf ( emissions) Tj"), ("CO2", "emissions")),
    Quirk("text printed twice for bold", _bold_by_doubling, ("Budget",)),
    Quirk("a stamp over a running foot", _stamp, ("OFFICIAL", "Page", "237")),
    Quirk("text that runs up the page", _sideways, ("Agenda",)),
    Quirk("text under an opaque fill", _redacted, ("Name:",)),
    Quirk("text cut off by a clipping path", _clipped, ("Police", "Scotland", "R")),
    Quirk("columns whose lines stand at different heights", _columns,
          ("the", "ordinance", "was", "adopted", "by", "the", "council", "Section", "3", "that", "the", "mayor", "be")),
    Quirk("a ligature known by its glyph's name only", _text("(Con\\037rmed) Tj"), ("Confirmed",), _F_I),
    Quirk("text beyond the edge of the page", "BT /F 12 Tf 20 30 Td (Seen) Tj 400 0 Td (Unseen) Tj ET", ("Seen",)),
    Quirk("slanting lines of a chart", _chart, ("Spend",)),
    Quirk("a path of thousands of strokes", _grid, ("Spend",)),
)
"""One page for each class of difference."""
