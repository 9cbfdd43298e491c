"""A picture inside a page of text: one that holds text is never passed over in silence, a logo, photograph or chart is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papermine import mine, read
from papermine.document import Page, Rule, Word
from papermine.ocr.inset import looks_like_text
from papermine.ocr.wanted import Wanted
from papermine.reader.insets import pictures
from scanned import needs_tesseract, picture, printed

LETTER = ("Dear Members of the Planning Committee,", "I write on behalf of the residents of Mill Lane about the", "proposed development of nineteen dwellings on the old",
          "station yard. The access is narrow, the lane has no footway,", "and the surgery is full. We ask that a visit be made before", "any decision is taken.",
          "Yours faithfully, the Mill Lane Residents Association")


def letter(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 11)
    for n, text in enumerate(LETTER):
        canvas.drawString(10, 120 - 16 * n, text)


def table(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 9)
    for n, row in enumerate((("Ward", "Dwellings", "Share"), ("Abbey", "1,204", "12.4%"), ("Castle", "998", "10.3%"), ("Mill and Station", "2,310", "23.8%"),
                             ("North", "1,876", "19.3%"), ("St Botolph's", "1,655", "17.0%"), ("Westgate and Fair Field", "1,670", "17.2%"))):
        for x, text in zip((12, 160, 250), row, strict=True):
            canvas.drawString(x, 118 - 17 * n, text)
        canvas.line(8, 113 - 17 * n, 300, 113 - 17 * n)
    for x in (8, 155, 245, 300):
        canvas.line(x, 6, x, 130)


def chart(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 8)
    for n in range(6):
        canvas.rect(30 + 48 * n, 30, 30, 20 + 12 * n, fill=1)
        canvas.drawString(30 + 48 * n, 18, f"Mar-2{n}")
        canvas.drawString(4, 30 + 16 * n, str(20 * n))
        canvas.line(24, 33 + 16 * n, 310, 33 + 16 * n)
    canvas.drawString(110, 4, "Actual      Target      Upper expectation")


def logo(canvas: Canvas) -> None:
    canvas.circle(60, 70, 50, fill=1)
    canvas.setFont("Helvetica-Bold", 34)
    canvas.drawString(120, 80, "HOLME")
    canvas.setFont("Helvetica", 20)
    canvas.drawString(120, 50, "Borough Council")


def page_with(path: Path, *drawn: Image.Image, strips: int = 1) -> Path:
    """A page of text with these pictures (310 × 135 points) in it, each laid down in so many strips."""
    canvas = Canvas(str(path), pagesize=(420, 595), invariant=1)
    canvas.setFont("Times-Roman", 11)
    for n in range(5):
        canvas.drawString(50, 550 - 14 * n, "The report sets out what was said in answer to the consultation.")
    for at, image in enumerate(drawn):
        tall = image.height // strips
        for k in range(strips):
            strip = image.crop((0, k * tall, image.width, (k + 1) * tall))
            canvas.drawImage(ImageReader(strip), 50, 340 - 160 * at + (strips - 1 - k) * 135 / strips, 310, 135 / strips)
    canvas.showPage()
    canvas.save()
    return path


def drawn(draw: object) -> Image.Image:
    return picture(printed(draw, (310, 135)))  # type: ignore[arg-type]


def photograph() -> Image.Image:
    rng = np.random.default_rng(3)
    sky = np.linspace(60, 220, 260)[:, None] + rng.normal(0, 25, (260, 600))
    image = Image.fromarray(np.clip(sky, 0, 255).astype(np.uint8))
    ImageDraw.Draw(image).ellipse((100, 60, 300, 250), fill=40)
    return image


@pytest.mark.parametrize("draw", [letter, table])
@pytest.mark.parametrize("strips", [1, 9])
def test_a_pasted_letter_or_table_is_an_issue_that_says_where_it_stands(tmp_path: Path, draw: object, strips: int) -> None:
    mined = mine(read(page_with(tmp_path / "a.pdf", drawn(draw), strips=strips), ocr=Wanted("never")))
    [issue] = [i for i in mined.issues if i.code == "picture-of-text"]
    assert (issue.page, issue.severity) == (1, "warning")
    assert "(310 × 135 points at 50, 120) probably holds text that was not read" in issue.message


@pytest.mark.parametrize("image", [drawn(chart), drawn(logo), photograph(), Image.new("L", (600, 260), 255)], ids=("chart", "logo", "photograph", "blank"))
def test_what_holds_no_text_is_no_noise(tmp_path: Path, image: Image.Image) -> None:
    assert not [i for i in mine(read(page_with(tmp_path / "a.pdf", image), ocr=Wanted("never"))).issues if i.code == "picture-of-text"]


def test_ruling_lines_down_and_across_are_no_part_of_the_letters_between_them() -> None:
    ruled = drawn(letter)
    draw, (width, height) = ImageDraw.Draw(ruled), ruled.size
    for share in (0.02, 0.5, 0.98):
        draw.line((share * width, 0, share * width, height), fill=0, width=3)
        draw.line((0, share * height, width, share * height), fill=0, width=3)
    assert looks_like_text(np.asarray(ruled.convert("L")), 200)


def test_light_letters_on_a_dark_box() -> None:
    assert looks_like_text(255 - np.asarray(picture(printed(letter, (310, 135)), 100)))


def test_a_picture_under_a_text_layer_and_a_small_one_are_not_looked_at() -> None:
    words = [Word(f"w{n}", 60 + 20 * n, 100, 75 + 20 * n, 112, 11) for n in range(13)]
    behind, stamp, apart = Rule(50, 90, 360, 200, "image"), Rule(10, 500, 80, 540, "image"), Rule(50, 300, 360, 400, "image")
    assert pictures(Page(1, 420, 595, words, [behind, stamp, apart])) == [apart.box]


@needs_tesseract
def test_ocr_pictures_puts_its_words_and_borders_among_the_pages_own(tmp_path: Path) -> None:
    path = page_with(tmp_path / "a.pdf", drawn(letter), drawn(table))
    pack = read(path, ocr=Wanted("pictures"))
    [page] = pack.pages
    assert page.source == "text"
    assert page.reason is not None
    assert page.reason.endswith("of its words stand in a picture and are recognised")
    assert "in answer to the consultation" in page.text
    assert "nineteen dwellings" in page.text
    mined = mine(pack)
    assert "picture-of-text" not in {i.code for i in mined.issues}
    [found] = [r for r in mined.records if type(r).__name__ == "Table"]
    cells = {c.text for c in mined.records if type(c).__name__ == "TableCell"}
    assert {"Castle", "998", "10.3%"} <= cells
    place = found.evidence[0]
    assert (round(place.x0 / 10), round(place.top / 10)) == (6, 29)


@needs_tesseract
def test_what_makes_no_sense_when_it_is_recognised_stays_an_issue(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    image = Image.new("L", (620, 270), 255)
    draw = ImageDraw.Draw(image)
    for row in range(9):
        for column in range(40):
            x, y = 12 + 15 * column, 14 + 28 * row
            draw.polygon([(x + int(a), y + int(b)) for a, b in rng.integers(0, 12, (4, 2))], fill=0)
    [note] = read(page_with(tmp_path / "a.pdf", image), ocr=Wanted("pictures")).pages[0].notes
    assert note[0] == "picture-of-text"
    assert note[1].endswith("recognition makes no sense of it")
