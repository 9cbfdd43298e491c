"""What PDF writers do with text and lines, each on the smallest page that shows it → the words and rules that a reader sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papermine.document import Page, join_lines
from papermine.reader import open_pdf


def raw(path: Path, content: str, fonts: str, *objects: str) -> Page:
    """Read a page made of these content operators; object 5 and on are ``objects``."""
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << {fonts} >> >> >>",
             f"<< /Length {len(content)} >>\nstream\n{content}\nendstream", *objects]
    data, at = b"%PDF-1.7\n", []
    for n, part in enumerate(parts, 1):
        at.append(len(data))
        data += f"{n} 0 obj\n{part}\nendobj\n".encode("latin-1")
    start = len(data)
    rows = "".join(f"{offset:010} 00000 n \n" for offset in at)
    data += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{rows}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    path.write_bytes(data)
    with open_pdf(path) as source:
        return source.page(1)


def drawn(path: Path, draw: Callable[[Canvas], object]) -> Page:
    """Read a page that reportlab draws in 12-point Helvetica."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 12)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    with open_pdf(path) as source:
        return source.page(1)


def texts(page: Page) -> list[str]:
    return [w.text for w in sorted(page.words, key=lambda w: (round(w.top), w.x0))]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "page.pdf"


def test_ligatures_are_taken_apart(pdf: Path) -> None:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /fi 2 /fl] >> >>"
    page = raw(pdf, "BT /F 12 Tf 72 700 Td (of\\001ce \\002ood) Tj ET", "/F 5 0 R", font)
    assert texts(page) == ["office", "flood"]


def test_a_type_3_font_gives_its_letters(pdf: Path) -> None:
    glyph = "600 0 0 0 500 700 d1 0 0 500 700 re f"
    font = ("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 66 /Widths [600 600] "
            "/CharProcs << /A 6 0 R /B 6 0 R >> /Encoding << /Type /Encoding /Differences [65 /A /B] >> /Resources << >> >>")
    page = raw(pdf, "BT /F 12 Tf 72 700 Td (AB) Tj 40 0 Td (BA) Tj ET", "/F 5 0 R", font, f"<< /Length {len(glyph)} >>\nstream\n{glyph}\nendstream")
    assert texts(page) == ["AB", "BA"]


def test_a_soft_hyphen_and_a_line_end_hyphen_join_their_word(pdf: Path) -> None:
    page = drawn(pdf, lambda c: (c.drawString(72, 700, "the develop-"), c.drawString(72, 686, "ment of quays")))
    lines = [" ".join(w.text for w in page.words if round(w.baseline) == y) for y in (142, 156)]
    assert join_lines(lines) == "the development of quays"
    assert join_lines(["mainte\u00ad", "nance"]) == "maintenance"


def invisible(c: Canvas, x: float, y: float, words: str) -> None:
    text = c.beginText(x, y)
    text.setTextRenderMode(3)
    text.textOut(words)
    c.drawText(text)


def test_invisible_text_over_a_picture_is_the_text_layer_of_a_scan(pdf: Path) -> None:
    from PIL import Image, ImageDraw
    scan = Image.new("L", (595, 842), 255)
    ImageDraw.Draw(scan).text((72, 132), "Recognised words of the scanned page", fill=0, font_size=12)
    page = drawn(pdf, lambda c: (c.drawImage(ImageReader(scan), 0, 0, 595, 842), invisible(c, 72, 700, "Recognised words of the scanned page")))
    assert "Recognised" in texts(page)


def test_invisible_text_beside_visible_text_is_not_seen(pdf: Path) -> None:
    page = drawn(pdf, lambda c: (c.drawString(72, 700, "Printed words of the page"), invisible(c, 72, 600, "Hidden")))
    assert texts(page) == ["Printed", "words", "of", "the", "page"]


def test_text_off_the_page_is_left_out(pdf: Path) -> None:
    assert texts(drawn(pdf, lambda c: (c.drawString(72, 700, "Seen"), c.drawString(900, 700, "Right"), c.drawString(72, 2000, "Above")))) == ["Seen"]


@pytest.mark.parametrize("tracking", [-0.4, 0.0, 0.6, 1.2], ids=["tight", "none", "wide", "wider"])
def test_tracking_does_not_part_a_word(pdf: Path, tracking: float) -> None:
    def draw(c: Canvas) -> None:
        text = c.beginText(72, 700)
        text.setCharSpace(tracking)
        text.textOut("Summary of spending")
        c.drawText(text)
    assert texts(drawn(pdf, draw)) == ["Summary", "of", "spending"]


def test_words_painted_out_of_order_are_whole(pdf: Path) -> None:
    page = drawn(pdf, lambda c: (c.drawString(72 + c.stringWidth("Resol"), 700, "ved"), c.drawString(300, 700, "later"), c.drawString(72, 700, "Resol")))
    assert texts(page) == ["Resolved", "later"]


def test_a_footnote_mark_joins_its_word(pdf: Path) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "Budget")
        c.setFont("Helvetica", 7)
        c.drawString(72 + c.stringWidth("Budget", "Helvetica", 12), 705, "1")
        c.setFont("Helvetica", 12)
        c.drawString(140, 700, "2024")
    assert texts(drawn(pdf, draw)) == ["Budget1", "2024"]


def test_dashes_stay_what_they_are(pdf: Path) -> None:
    assert texts(drawn(pdf, lambda c: c.drawString(72, 700, "2024–25 — re-opened"))) == ["2024–25", "—", "re-opened"]


def test_a_dashed_line_and_a_picture_of_a_line_are_rules(pdf: Path) -> None:
    from PIL import Image

    def draw(c: Canvas) -> None:
        c.setDash(3, 2)
        c.line(72, 700, 300, 700)
        c.drawImage(ImageReader(Image.new("RGB", (4, 1))), 72, 600, 228, 1)
    found = {(r.kind, round(r.x0), round(r.x1)) for r in drawn(pdf, draw).rules}
    assert found == {("line", 72, 300), ("image", 72, 300)}


def test_the_outline_is_read_with_pages_and_levels(pdf: Path) -> None:
    canvas = Canvas(str(pdf), invariant=1)
    for title, level in (("Agenda", 0), ("3 Minutes", 0), ("Appendix", 1)):
        canvas.bookmarkPage(title)
        canvas.addOutlineEntry(title, title, level)
        canvas.drawString(72, 700, title)
        canvas.showPage()
    canvas.save()
    with open_pdf(pdf) as source:
        assert source.bookmarks == [("Agenda", 1, 0), ("3 Minutes", 2, 0), ("Appendix", 3, 1)]


def test_a_file_of_many_pages_is_opened_afresh_on_the_way(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas = Canvas(str(pdf), invariant=1)
    for n in range(7):
        canvas.drawString(72, 700, f"Sheet {n + 1}")
        canvas.showPage()
    canvas.save()
    monkeypatch.setattr("papermine.reader.source.REOPEN_PAGES", 2)
    monkeypatch.setattr("papermine.reader.source.MAPPED_BYTES", 0)
    with open_pdf(pdf) as source:
        assert [texts(page) for page in source] == [["Sheet", str(n)] for n in range(1, 8)]
