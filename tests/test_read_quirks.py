"""What PDF writers do that readers differ over → the words that a reader of the printed page sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from papermine.document import join_lines
from papermine.reader import open_pdf
from quirks import QUIRKS, Quirk, pdf


def words(path: Path) -> list[str]:
    with open_pdf(path) as source:
        return [w.text for w in source.page(1).words]


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda q: q.name)
def test_the_words_that_are_seen_are_read(quirk: Quirk, tmp_path: Path) -> None:
    assert sorted(words(quirk.write(tmp_path / "page.pdf"))) == sorted(quirk.words)


@pytest.mark.parametrize(("content", "seen"), [
    ("BT /F 12 Tf 20 30 Td [(see) -10 ( ) -250 (page)] TJ ET", ["see", "page"]),  # a space that the next word leaves uncovered parts
    ("BT /F 12 Tf 20 30 Td (and so on... and on) Tj ET", ["and", "so", "on...", "and", "on"]),  # three dots are an ellipsis
    ("BT /F 12 Tf 20 30 Td [(x) -300 (y) -300 (z) -300 (are) -300 (unknown)] TJ ET", ["x", "y", "z", "are", "unknown"]),
    ("BT /F 12 Tf 20 30 Td (Item 4) Tj 4 Ts /F 7 Tf (1) Tj 0 Ts /F 12 Tf ( Budget) Tj ET", ["Item", "41", "Budget"]),
    ("BT /F 6 Tf 20 34 Td (11) Tj /F 10 Tf 7.2 -3 Td (The tests) Tj ET", ["11", "The", "tests"]),  # a mark before a word is no part of it
    ("BT /F 12 Tf 20 30 Td (\\250 is an umlaut) Tj ET", ["¨", "is", "an", "umlaut"]),
], ids=["space", "ellipsis", "letters", "raised", "footnote", "accent"])
def test_near_misses(content: str, seen: list[str], tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf(content))
    assert words(path) == seen


def test_a_drawing_s_slanting_lines_and_dots_are_no_lines_of_a_table(tmp_path: Path) -> None:
    found = {}
    for quirk in QUIRKS:
        with open_pdf(quirk.write(tmp_path / "page.pdf")) as source:
            found[quirk.name] = [r.kind for r in source.page(1).rules]
    assert found["slanting lines of a chart"] == ["curve"] * 3
    assert found["a path of thousands of strokes"] == ["curve"]


def test_much_text_outside_its_clipping_path_is_noted(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(300, 100), invariant=1)
    canvas.drawString(20, 80, "What Status")
    path = canvas.beginPath()
    path.rect(0, 50, 300, 50)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawString(20, 60, "Estimate of works")
    canvas.drawString(20, 30, "Signed agreement on the Christmas lights")
    canvas.save()
    with open_pdf(tmp_path / "page.pdf") as source:
        page = source.page(1)
    assert [w.text for w in page.words] == ["What", "Status", "Estimate", "of", "works"]
    assert [code for code, _ in page.notes] == ["clipped-text"]


def test_actual_text_of_a_tagged_page_stands_for_its_glyphs(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf("/Span << /ActualText (office) >> BDC BT /F 12 Tf 20 40 Td (o\\256ce) Tj ET EMC BT /F 12 Tf 80 40 Td (the develop) Tj ET "
                         "/Span << /ActualText (\\376\\377\\000\\255) >> BDC BT /F 12 Tf 142 40 Td (-) Tj ET EMC "
                         "BT /F 12 Tf 20 20 Td (ment) Tj ET"))
    found = words(path)
    assert found[:2] == ["office", "the"]
    assert join_lines([" ".join(found[:3]), found[3]]) == "office the development"


def test_tagged_text_is_read_once_as_printed(tmp_path: Path) -> None:
    """Marked content, artifacts and a structure tree change nothing: running heads are told by their form."""
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf("/Artifact << /Type /Pagination >> BDC BT /F 12 Tf 20 45 Td (Page 3) Tj ET EMC "
                         "/P << /MCID 0 >> BDC BT /F 12 Tf 20 30 Td (Minutes of) Tj ET EMC /P << /MCID 1 >> BDC BT /F 12 Tf 20 15 Td (the board) Tj ET EMC",
                         extra="/StructParents 0"))
    assert words(path) == ["Page", "3", "Minutes", "of", "the", "board"]
