"""A typeset page → the words and rules that a reader sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import Color, black, white, yellow
from reportlab.pdfgen.canvas import Canvas

from papermine.document import Page, unturn
from papermine.errors import UnreadableFile
from papermine.provenance import Box
from papermine.reader import open_pdf

Draw = Callable[[Canvas], None]


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[..., Page]:
    """Typeset one A4 page with ``draw`` and read it back."""
    def make(draw: Draw, reader: str = "auto", size: tuple[float, float] = (595, 842), **page: object) -> Page:
        path = tmp_path / "page.pdf"
        canvas = Canvas(str(path), pagesize=size, invariant=1)
        if "rotation" in page:
            canvas.setPageRotation(int(str(page["rotation"])))
        if "crop" in page:
            canvas.setCropBox(page["crop"])
        canvas.setFont("Helvetica", 12)
        draw(canvas)
        canvas.showPage()
        canvas.save()
        with open_pdf(path, reader=reader) as source:  # type: ignore[arg-type]
            return source.page(1)
    return make


def texts(page: Page) -> list[str]:
    return [w.text for w in sorted(page.words, key=lambda w: (round(w.top), w.x0))]


def test_words_have_boxes_in_points_from_the_top_left(typeset: Callable[..., Page]) -> None:
    page = typeset(lambda c: c.drawString(72, 742, "Resolved: that"))
    assert texts(page) == ["Resolved:", "that"]
    first = page.words[0]
    assert first.x0 == pytest.approx(72, abs=0.5)
    assert first.top < 100 < first.bottom < 104  # the baseline is 100 points below the top
    assert (first.size, first.bold, first.upright) == (12, False, True)
    assert (page.width, page.height) == (595, 842)


def test_bold_and_italic_come_from_the_font(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 14)
        c.drawString(72, 700, "Apologies")
        c.setFont("Times-Italic", 10)
        c.drawString(72, 680, "(Item")
    bold, italic = typeset(draw).words
    assert (bold.text, bold.bold, bold.italic, bold.size) == ("Apologies", True, False, 14)
    assert (italic.text, italic.bold, italic.italic, italic.size) == ("(Item", False, True, 10)


def test_text_under_an_opaque_fill_painted_later_is_redacted(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "Tenant:")
        c.drawString(150, 700, "Mary Invented")
        c.setFillColor(black)
        c.rect(148, 695, 100, 18, stroke=0, fill=1)
    page = typeset(draw)
    assert texts(page) == ["Tenant:"]
    assert len(page.redacted) == 2
    assert page.redacted[0].x0 == pytest.approx(150, abs=1)


@pytest.mark.parametrize("colour", [black, white], ids=["black", "white"])
def test_a_white_box_hides_words_as_a_black_one_does(typeset: Callable[..., Page], colour: Color) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "secret")
        c.setFillColor(colour)
        c.rect(60, 690, 100, 25, stroke=0, fill=1)
    page = typeset(draw)
    assert texts(page) == []
    assert len(page.redacted) == 1


def test_near_misses_of_redaction_keep_their_words(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.setFillColor(black)
        c.rect(70, 715, 200, 20, stroke=0, fill=1)  # a dark header cell, then white text on it
        c.setFillColor(white)
        c.drawString(72, 720, "Header")
        c.setFillColor(black)
        c.drawString(72, 690, "Highlighted")
        c.setFillColor(yellow, alpha=0.4)  # a highlighter lets the text show
        c.rect(70, 686, 100, 16, stroke=0, fill=1)
        c.setFillColor(black)
        c.drawString(72, 660, "Boxed")
        c.rect(70, 655, 100, 16, stroke=1, fill=0)  # an outline covers nothing
    page = typeset(draw)
    assert texts(page) == ["Header", "Highlighted", "Boxed"]
    assert page.redacted == []


def test_doubled_text_is_one_bold_word(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "Agenda item")
        c.drawString(72.3, 700, "Agenda item")
    page = typeset(draw)
    assert [(w.text, w.bold) for w in page.words] == [("Agenda", True), ("item", True)]


def test_a_space_that_is_not_printed_parts_words(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "Kent")
        c.drawString(72 + c.stringWidth("Kent", "Helvetica", 12) + 3.3, 700, "County")
    assert texts(typeset(draw)) == ["Kent", "County"]


def test_kerned_pieces_are_one_word(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "A")
        c.drawString(90, 680, "elsewhere")
        c.drawString(72 + c.stringWidth("A", "Helvetica", 12) - 0.4, 700, "pologies")
    assert texts(typeset(draw)) == ["Apologies", "elsewhere"]


def test_a_raised_mark_joins_its_word(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "on 4")
        c.setFont("Helvetica", 7)
        c.drawString(72 + c.stringWidth("on 4", "Helvetica", 12), 704, "th")
        c.setFont("Helvetica", 12)
        c.drawString(112, 700, "May")
    assert texts(typeset(draw)) == ["on", "4th", "May"]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rotated_page_is_read_as_displayed(typeset: Callable[..., Page], rotation: int) -> None:
    def draw(c: Canvas) -> None:
        c.saveState()
        c.translate(*{0: (0, 0), 90: (595, 0), 180: (595, 842), 270: (0, 842)}[rotation])
        c.rotate(rotation)
        height = 842 if rotation % 180 == 0 else 595
        c.drawString(50, height - 100, "Capital programme")
        c.restoreState()
    size = (595, 842) if rotation % 180 == 0 else (842, 595)  # reportlab takes the size as displayed
    page = typeset(draw, rotation=rotation, size=size)
    assert (page.width, page.height) == ((595, 842) if rotation % 180 == 0 else (842, 595))
    first = page.words[0]
    assert (first.text, first.upright, page.turned) == ("Capital", True, 0)
    assert first.x0 == pytest.approx(50, abs=1)
    assert first.top < 100 < first.bottom


def test_a_cropped_page_counts_from_its_crop_box(typeset: Callable[..., Page]) -> None:
    page = typeset(lambda c: c.drawString(172, 642, "Inside"), crop=(100, 100, 495, 742))
    assert (page.width, page.height) == (395, 642)
    assert page.words[0].x0 == pytest.approx(72, abs=0.5)
    assert page.words[0].top < 100 < page.words[0].bottom


def test_a_sheet_set_sideways_is_turned_to_read(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.rotate(90)
        for i in range(4):
            c.drawString(100, -100 - 20 * i, "Budget line of the programme")
    page = typeset(draw)
    assert (page.turned, page.width, page.height) == (90, 842, 595)
    assert texts(page)[:3] == ["Budget", "line", "of"]
    word = page.words[0]
    back = page.unturn(word.box)
    assert back.x0 == pytest.approx(100 - 12, abs=4)  # the baseline runs up the sheet 100 points from its left edge
    assert back.bottom == pytest.approx(842 - 100, abs=1)


def test_turning_back_is_the_inverse() -> None:
    box = Box(10, 20, 30, 45)
    for turned in (90, 270):
        once = unturn(box, turned, 800, 600)
        assert once.width == box.height
        assert once.height == box.width
    assert unturn(box, 0, 800, 600) == box


def test_words_that_run_up_the_page_are_not_upright(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        for i in range(5):
            c.drawString(100, 700 - 20 * i, "ordinary words of a page")
        c.saveState()
        c.translate(60, 500)
        c.rotate(90)
        c.drawString(0, 0, "Upwards")
        c.restoreState()
    page = typeset(draw)
    [side] = [w for w in page.words if not w.upright]
    assert side.text == "Upwards"
    assert side.x1 - side.x0 < side.bottom - side.top
    assert side.bottom == pytest.approx(342, abs=1)


def test_rules_are_lines_fills_and_pictures(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.line(72, 700, 300, 700)
        c.rect(72, 600, 100, 50, stroke=1, fill=0)
        c.setFillColor(yellow)
        c.rect(72, 500, 100, 50, stroke=0, fill=1)
        c.rect(72, 480, 100, 0.5, stroke=0, fill=1)
        c.circle(400, 400, 30, stroke=1, fill=0)
    rules = typeset(draw).rules
    kinds = [r.kind for r in rules]
    assert kinds.count("line") == 1 + 4 + 1  # a line, a box's four sides, a thin fill
    assert kinds.count("fill") == 1
    assert kinds.count("curve") == 1
    fill = next(r for r in rules if r.kind == "fill")
    assert fill.box == pytest.approx((72, 292, 172, 342), abs=0.5)
    assert fill.light > 0.8


def test_form_objects_are_read_in_place(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.beginForm("stamp")
        c.setFont("Helvetica", 12)
        c.drawString(10, 10, "Page")
        c.line(0, 5, 60, 5)
        c.endForm()
        c.translate(200, 300)
        c.doForm("stamp")
    page = typeset(draw)
    assert page.words[0].x0 == pytest.approx(210, abs=0.5)
    assert page.rules[0].x0 == pytest.approx(200, abs=0.6)


def test_text_just_below_the_page_is_kept_and_noted(typeset: Callable[..., Page]) -> None:
    page = typeset(lambda c: (c.drawString(72, 700, "Seen"), c.drawString(72, -30, "Cut"), c.drawString(72, -500, "Far")))
    assert texts(page) == ["Seen", "Cut"]
    assert [code for code, _ in page.notes] == ["text-off-page"]


def test_both_readers_agree_on_plain_text(typeset: Callable[..., Page]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, 700, "Minutes of the meeting held on 4 May")
        c.line(72, 690, 300, 690)
    ours, reference = typeset(draw), typeset(draw, reader="pdfplumber")
    assert texts(ours) == texts(reference)
    for a, b in zip(ours.words, reference.words, strict=True):
        assert (a.x0, a.x1) == pytest.approx((b.x0, b.x1), abs=0.7)
    assert ours.rules[0].box == pytest.approx(reference.rules[0].box, abs=0.6)


def test_a_page_of_ten_kilometres_is_not_read(typeset: Callable[..., Page]) -> None:
    page = typeset(lambda c: c.drawString(72, 700, "Huge"), size=(28_346_457, 842))
    assert page.words == []
    assert page.notes[0][0] == "page-too-large"


@pytest.mark.parametrize(("content", "code", "says"), [
    (b"", "empty-file", "empty"),
    (b"<html><body>Not found</body></html>", "not-pdf", "a web page"),
    (b"PK\x03\x04rest", "not-pdf", "ZIP or Office"),
    (b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "truncated", "fetch it again"),
])
def test_what_cannot_be_opened_says_why(tmp_path: Path, content: bytes, code: str, says: str) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        open_pdf(path)
    assert caught.value.code == code
    assert says in str(caught.value)
    assert "bad.pdf" in str(caught.value)


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.pdf", "missing-file"), (tmp_path, "not-readable")):
        with pytest.raises(UnreadableFile) as caught:
            open_pdf(path)
        assert caught.value.code == code


def test_a_password_opens_and_its_lack_is_told(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt="tulip")
    canvas.drawString(72, 700, "Exempt")
    canvas.save()
    with pytest.raises(UnreadableFile, match="--password") as caught:
        open_pdf(path)
    assert caught.value.code == "encrypted"
    with pytest.raises(UnreadableFile, match="does not open"):
        open_pdf(path, password="rose")
    with open_pdf(path, password="tulip") as source:
        assert [w.text for w in source.page(1).words] == ["Exempt"]
