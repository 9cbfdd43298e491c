"""Text layers that do not say what is printed: each on its smallest page, judged and read from the picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from papermine.document import Page, Rule, Word
from papermine.pipeline import mine, read
from papermine.reader.textlayer import judge
from scanned import MINUTES, needs_tesseract, picture, printed

PROSE = " ".join(MINUTES).split() * 2


def page(words: list[str], *, rules: list[Rule] | None = None, hidden: bool = False, unmapped: int = 0) -> Page:
    made = [Word(w, 50, 100 + 12 * n, 50 + 5 * len(w), 110 + 12 * n, 11, baseline=109 + 12 * n) for n, w in enumerate(words)]
    return Page(1, 595, 842, made, rules or [], hidden=hidden, unmapped=unmapped)


def shifted(word: str) -> str:
    """As a font whose character map is off by 62 has it: "the" is "6*'"."""
    return "".join(chr(ord(c) - 62) if c.isalpha() and ord(c) - 62 > 32 else c for c in word if not c.isupper())


def lettered(word: str) -> str:
    """As a font that takes each letter for the third after it has it: "the" is "wkh"."""
    return "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else chr((ord(c) - 65 + 3) % 26 + 65) if c.isupper() else c for c in word)


SHEET = [Rule(0, 0, 595, 842, "image")]
LETTERS = [Rule(50 + 6 * (n % 60), 80 + 14 * (n // 60), 55 + 6 * (n % 60), 90 + 14 * (n // 60), "curve") for n in range(1800)]


@pytest.mark.parametrize(("given", "layer", "reason"), [
    (page(PROSE), "good", ""),
    (page(["£1,250.40", "12", "(3.5)", "2024/25", "7%"] * 8), "good", ""),
    (page(["Penderfynwyd", "derbyn", "y", "cofnodion", "fel", "rhai", "cywir", "ac", "roedd", "y", "Cadeirydd", "yn", "y", "gadair", "am", "saith", "y", "noson", "honno"]), "good", ""),
    (page([shifted(w) for w in PROSE]), "bad", "its characters make no words"),
    (page([lettered(w) for w in PROSE]), "bad", "its characters make no words"),
    (page(["Mr", "Mrs", "Ms", "KCC", "Jan-25", "24/00093"] * 8), "good", ""),
    (page(["\ue012\ue034\ue056\ue078"] * 20), "bad", "its fonts do not say what their characters mean"),
    (page([], unmapped=200), "bad", "its fonts do not say what their characters mean"),
    (page(list("TheCouncilagreedthebudgetfortheyear")), "bad", "there is a space after each letter"),
    (page(["Thecouncilagreedthebudgetforthecomingyear"] * 16), "bad", "the spaces between words are lost"),
    (page([], rules=SHEET), "missing", "it has no text layer"),
    (page(["Page", "17"], rules=SHEET), "missing", "it is a picture with a few words of text on it"),
    (page([], rules=LETTERS), "missing", "its letters are drawn as curves"),
    (page([]), "empty", ""),
    (page([*PROSE, "20?n", '.I"·', "Pn~J:", "tAP~x", "rec;f#e", "qxzv"], rules=SHEET, hidden=True), "doubted",
     "its old OCR layer has many words that are none"),
], ids=lambda v: "" if isinstance(v, Page) else None)
def test_judged_by_its_characters_and_words(given: Page, layer: str, reason: str) -> None:
    verdict = judge(given)
    assert (verdict.layer, verdict.reason) == (layer, reason)


def hidden_pdf(path: Path, printed_lines: tuple[str, ...], hidden_lines: tuple[str, ...]) -> Path:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for n, text in enumerate(printed_lines):
            canvas.drawString(40, 260 - 24 * n, text)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 300), invariant=1)
    canvas.drawInlineImage(picture(printed(draw)), 0, 0, 420, 300)
    for n, line in enumerate(hidden_lines):
        text = canvas.beginText(40, 260 - 24 * n)
        text.setTextRenderMode(3)
        text.setFont("Times-Roman", 12)
        text.textLine(line)
        canvas.drawText(text)
    canvas.save()
    path.write_bytes(out.getvalue())
    return path


OTHER = ("The applicant said that the drains were full", "and the road would flood again this winter", "Residents were asked to write before Friday",
         "The surveyor had nothing further to report", "No objection was raised by the highways team", "A letter from the school was then considered",
         "and the planning officer left the meeting")


@needs_tesseract
def test_hidden_text_that_differs_from_what_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERMINE_CACHE", str(tmp_path / "cache"))
    pack = read(hidden_pdf(tmp_path / "x.pdf", MINUTES, OTHER))
    assert (pack.pages[0].source, pack.pages[0].reason) == ("ocr", "its hidden text differs from what is seen")
    assert "drains" not in pack.pages[0].text
    assert "RESOLVED that the accounts" in pack.pages[0].text
    assert "text-layer-replaced" in {i.code for i in mine(pack).issues}


@needs_tesseract
def test_hidden_text_that_agrees_is_kept(tmp_path: Path) -> None:
    assert read(hidden_pdf(tmp_path / "x.pdf", MINUTES, MINUTES)).pages[0].source == "text"


def test_hidden_words_where_nothing_is_seen_are_left_out(tmp_path: Path) -> None:
    pack = read(hidden_pdf(tmp_path / "x.pdf", MINUTES[:5], (*MINUTES[:5], "", "", "the secret price was £5m")))
    assert "secret" not in pack.pages[0].text
    assert "hidden-text" in {i.code for i in mine(pack).issues}
