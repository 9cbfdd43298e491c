"""Typeset pages → lines in reading order, blocks, running lines and page labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from papermine.document import Pack
from papermine.layout import blocks
from papermine.pipeline import read

LOREM = ["The", "panel", "considered", "a", "report", "of", "the", "director", "which", "set", "out", "the", "progress", "made", "since", "the", "last", "meeting", "and", "asked", "members", "to", "comment", "on", "the", "proposals", "before", "they", "were", "put", "to", "the", "cabinet", "in", "the", "spring", "of", "the", "following", "year"]


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[[list[Callable[[Canvas], None]]], Pack]:
    """Typeset one page for each function and read the pack back."""
    def make(pages: list[Callable[[Canvas], None]]) -> Pack:
        path = tmp_path / "pack.pdf"
        canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
        for draw in pages:
            canvas.setFont("Helvetica", 11)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return read(path)
    return make


def paragraph(c: Canvas, x: float, y: float, width: float, words: list[str], step: float = 14) -> float:
    """Set words ragged right; returns the y below the last line."""
    line = ""
    for word in words:
        if c.stringWidth(f"{line} {word}".strip(), "Helvetica", 11) > width:
            c.drawString(x, y, line)
            y, line = y - step, word
        else:
            line = f"{line} {word}".strip()
    c.drawString(x, y, line)
    return y - step


def texts(pack: Pack, page: int = 1) -> list[str]:
    return [line.text for line in pack.pages[page - 1].lines]


def test_a_row_of_a_form_is_one_line_with_segments(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(57, 700, "Cllr Ada Brook")
        c.drawString(250, 700, "Cabinet Member for Roads")
    [line] = typeset([draw]).pages[0].lines
    assert line.text == "Cllr Ada Brook Cabinet Member for Roads"
    assert [text for text, _ in line.segments()] == ["Cllr Ada Brook", "Cabinet Member for Roads"]
    assert line.segments()[1][1].x0 == pytest.approx(250, abs=0.5)


def test_columns_of_prose_are_read_one_after_the_other(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(60, 780, "A heading over both of the columns of this page, all the way across the sheet of paper")
        paragraph(c, 60, 740, 220, ["left", *LOREM, *LOREM, *LOREM])
        paragraph(c, 310, 736, 220, ["right", *LOREM, *LOREM, *LOREM])
    lines = texts(typeset([draw]))
    assert lines[0].startswith("A heading")
    left, right = (next(i for i, t in enumerate(lines) if t.startswith(w)) for w in ("left", "right"))
    assert (left, right) == (1, 1 + (len(lines) - 1) // 2)


def test_columns_of_names_stay_side_by_side(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        for i in range(12):
            c.drawString(60, 740 - 16 * i, f"Councillor Left {i}")
            c.drawString(310, 740 - 16 * i, f"Councillor Right {i}")
    assert texts(typeset([draw]))[0] == "Councillor Left 0 Councillor Right 0"


def test_running_lines_and_stamps_are_set_aside(typeset: Callable[..., Pack]) -> None:
    def page(n: int) -> Callable[[Canvas], None]:
        def draw(c: Canvas) -> None:
            c.drawString(57, 810, "Wexmere City Council")
            paragraph(c, 57, 700, 460, [f"Body{n}", *LOREM])
            c.drawRightString(540, 30, f"Page {n + 6}")
        return draw
    pack = typeset([page(1), page(2), page(3)])
    assert [p.label for p in pack.pages] == ["7", "8", "9"]
    assert [[line.text for line in p.head] for p in pack.pages] == [["Wexmere City Council"]] * 3
    assert [line.text for line in pack.pages[0].foot] == ["Page 7"]
    assert all(t != "Wexmere City Council" for t in texts(pack, 2))


def test_a_heading_at_the_top_of_one_page_stays(typeset: Callable[..., Pack]) -> None:
    def first(c: Canvas) -> None:
        c.drawString(57, 810, "Education Scrutiny Panel")
        paragraph(c, 57, 760, 460, LOREM)

    def second(c: Canvas) -> None:
        paragraph(c, 57, 810, 460, LOREM)
    assert texts(typeset([first, second]))[0] == "Education Scrutiny Panel"


def test_blocks_part_at_white_space_markers_and_style(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 11)
        c.drawString(57, 780, "5 Budget")
        c.setFont("Helvetica", 11)
        y = paragraph(c, 57, 766, 460, LOREM)
        y = paragraph(c, 57, y - 10, 460, ["Second", *LOREM])
        c.drawString(75, y - 6, "(1) the report be noted; and")
        c.drawString(75, y - 20, "(2) a further report be made.")
    found = [b.text for b in blocks(typeset([draw]).pages[0].lines)]
    assert found[0] == "5 Budget"
    assert found[1] == " ".join(LOREM)
    assert found[2] == " ".join(["Second", *LOREM])
    assert found[3:] == ["(1) the report be noted; and", "(2) a further report be made."]


def test_a_paragraph_goes_on_over_a_page_break(typeset: Callable[..., Pack]) -> None:
    def first(c: Canvas) -> None:
        c.drawString(57, 70, "RESOLVED that the minutes of the meeting held on 4 May be")

    def second(c: Canvas) -> None:
        c.drawString(57, 700, "approved as a correct record.")
        c.drawString(57, 660, "The Chair thanked all who came.")
    pack = typeset([first, second])
    found = blocks([line for page in pack.pages for line in page.lines])
    assert [b.text for b in found] == ["RESOLVED that the minutes of the meeting held on 4 May be approved as a correct record.",
                                       "The Chair thanked all who came."]
    assert found[0].page == 1


def test_a_blank_page_is_known(typeset: Callable[..., Pack]) -> None:
    def notice(c: Canvas) -> None:
        c.drawString(200, 420, "This page is intentionally left blank")
    pack = typeset([notice, lambda c: None, lambda c: c.drawString(57, 700, "Minutes")])
    assert [p.blank for p in pack.pages] == [True, True, False]
