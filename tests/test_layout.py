"""Typeset pages → lines in reading order, blocks, running lines and page labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from papermine.document import Pack
from papermine.layout import blocks
from papermine.pipeline import mine, read
from papermine.records import Table

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


def test_spaces_one_below_another_in_a_typewriter_face_are_no_gutter(typeset: Callable[..., Pack]) -> None:
    left, right = "the panel heard from the officers", "who set out the work done so far by them"

    def draw(c: Canvas) -> None:
        c.setFont("Courier", 10)
        for k in range(12):
            c.drawString(57, 700 - 12 * k, f"{left} {right}")
    assert texts(typeset([draw])) == [f"{left} {right}"] * 12


def test_columns_in_a_typewriter_face_are_read_one_after_the_other(typeset: Callable[..., Pack]) -> None:
    left, right = "the panel heard from the officers", "who set out the work done so far by them"

    def draw(c: Canvas) -> None:
        c.setFont("Courier", 10)
        for k in range(12):
            c.drawString(57, 700 - 12 * k, left)
            c.drawString(57 + 6 * (len(left) + 3), 700 - 12 * k, right)
    assert texts(typeset([draw])) == [left] * 12 + [right] * 12


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


def test_a_vote_at_the_top_of_two_pages_stays(typeset: Callable[..., Pack]) -> None:
    def page(name: str) -> Callable[[Canvas], None]:
        def draw(c: Canvas) -> None:
            c.drawString(57, 785, "Abstain (1)")
            c.drawString(57, 765, name)
            paragraph(c, 57, 700, 460, LOREM)
        return draw
    pack = typeset([page("Mr Hutchings"), page("Miss Pell")])
    assert [texts(pack, n)[0] for n in (1, 2)] == ["Abstain (1)"] * 2


def test_what_is_numbered_at_the_top_of_two_pages_stays_where_the_pages_are_not_what_is_counted(typeset: Callable[..., Pack]) -> None:
    """Each page begins with another resolution, whose number grows by one as the page's does. The report's own line with its page number is set aside."""
    def page(n: int) -> Callable[[Canvas], None]:
        def draw(c: Canvas) -> None:
            c.drawString(57, 785, f"RESOLUTION NUMBER: R2021-{115 + n}")
            paragraph(c, 57, 700, 460, LOREM)
            c.drawString(57, 45, f"Harbour Strategy, Page No. {n + 4}")
            c.drawString(57, 30, f"Minutes of Council {n + 8}")
        return draw
    pack = typeset([page(1), page(2), page(3)])
    assert [texts(pack, n)[0] for n in (1, 2, 3)] == ["RESOLUTION NUMBER: R2021-116", "RESOLUTION NUMBER: R2021-117", "RESOLUTION NUMBER: R2021-118"]
    assert [[line.text for line in p.foot] for p in pack.pages] == [[f"Minutes of Council {n + 8}", f"Harbour Strategy, Page No. {n + 4}"] for n in (1, 2, 3)]


def test_a_large_number_at_the_top_is_an_items(typeset: Callable[..., Pack]) -> None:
    """Papers of one page each for items 4, 5 and 6: no page is numbered. The same numbers in the size of the text number the pages."""
    def page(n: int, size: int) -> Callable[[Canvas], None]:
        def draw(c: Canvas) -> None:
            c.setFont("Helvetica-Bold", size)
            c.drawRightString(540, 790, str(n))
            c.setFont("Helvetica", 11)
            paragraph(c, 57, 700, 460, [f"Body{n}", *LOREM])
        return draw
    assert [p.label for p in typeset([page(n, 28) for n in (4, 5, 6)]).pages] == [None] * 3
    assert [p.label for p in typeset([page(n, 12) for n in (4, 5, 6)]).pages] == ["4", "5", "6"]


def test_a_stamp_on_a_page_laid_on_its_side_stands_farther_in(typeset: Callable[..., Pack]) -> None:
    """An inch from the lower edge is an eighth of this page. A figure in the same place that does not count with the pages is none."""
    def page(n: int) -> Callable[[Canvas], None]:
        def draw(c: Canvas) -> None:
            c.setPageSize((842, 595))
            paragraph(c, 57, 500, 600, ["The harbour has four cranes, which are to be mended."])
            c.drawString(766, 64, f"- {n} -" if n > 1 else "14")
        return draw

    pack = typeset([page(n) for n in range(1, 5)])
    assert [p.label for p in pack.pages] == [None, "2", "3", "4"]
    assert texts(pack)[-1] == "14"
    assert [texts(pack, n) for n in (2, 3, 4)] == [["The harbour has four cranes, which are to be mended."]] * 3


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


def columns_of(c: Canvas, top: float, lines: int, *names: str) -> None:
    """Three columns of so many lines each, the first word of each its name."""
    for k, name in enumerate(names):
        words = [name, *LOREM * 12]
        c.setFont("Helvetica", 8)
        for n in range(lines):
            c.drawString(60 + 165 * k, top - 10 * n, " ".join(words[6 * n:6 * n + 6]))


def test_a_gazette_of_three_short_columns_above_a_picture(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        columns_of(c, 780, 9, "left", "middle", "right")
        c.drawString(60, 680, "An ordinance establishing a district on the lands bounded by First Street, Second Street and Third Avenue")
        c.rect(60, 120, 460, 520, fill=1)
        c.drawString(60, 100, "Referred to the Committees on Development, on Planning, on Finance and on the Sustainability of all of these")
    lines = texts(typeset([draw]))
    assert [n for n, t in enumerate(lines) if t.split()[0] in ("left", "middle", "right")] == [0, 9, 18]
    assert len(lines) == 29


def test_columns_of_text_with_rules_between_are_no_table(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        for y in (795, 700, 605):
            c.line(55, y, 530, y)
        columns_of(c, 780, 17, "left", "middle", "right")
    [page] = typeset([draw]).pages
    assert page.tables == []
    assert [n for n, line in enumerate(page.lines) if line.text.split()[0] in ("left", "middle", "right")] == [0, 17, 34]


def test_a_small_line_under_a_great_title_is_a_line_of_its_own(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 60)
        c.drawString(60, 700, "The Record")
        c.setFont("Helvetica", 12)
        c.drawString(80, 674, "Official publication of the council")
    assert texts(typeset([draw])) == ["The Record", "Official publication of the council"]


def test_a_date_over_the_columns_is_read_before_them(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 8)
        c.drawCentredString(290, 780, "MONDAY, JUNE 8")
        columns_of(c, 760, 20, "left", "middle", "right")
    lines = texts(typeset([draw]))
    assert lines[0] == "MONDAY, JUNE 8"
    assert [t.split()[0] for t in lines[1::20]] == ["left", "middle", "right"]


def test_the_last_line_of_a_column_is_text_though_the_next_page_has_it_too(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 12)
        c.drawString(250, 815, "The Record")
        columns_of(c, 780, 71, "left", "middle", "right")
        c.drawString(60, 70, "Finance.")
    pack = typeset([draw, draw, draw])
    assert [[line.text for line in p.head + p.foot] for p in pack.pages] == [["The Record"]] * 3
    assert [sum(line.text == "Finance." for line in p.lines) for p in pack.pages] == [1, 1, 1]


@pytest.mark.parametrize("pages", [1, 3])
@pytest.mark.parametrize("firefox", [False, True])
def test_what_a_browser_prints_round_a_web_page_is_no_text(typeset: Callable[..., Pack], pages: int, firefox: bool) -> None:
    def page(n: int) -> Callable[[Canvas], None]:
        def draw(c: Canvas) -> None:
            address, clock = "https://democracy.anytown.gov.uk/ieListDocuments.aspx?CId=141&MId=5023", "14/05/2024, 10:32"
            c.setFont("Helvetica", 8)
            c.drawString(25, 822, "Agenda for Council on Tuesday, 14th May" if firefox else clock)
            c.drawString(250, 822, address if firefox else "Agenda for Council on Tuesday, 14th May")
            c.drawString(25, 18, f"{n} of {pages}" if firefox else address)
            c.drawRightString(570, 18, clock if firefox else f"{n}/{pages}")
            c.setFont("Helvetica", 11)
            paragraph(c, 57, 600, 460, [f"Body{n}", *LOREM])
        return draw
    pack = typeset([page(n + 1) for n in range(pages)])
    assert [texts(pack, n + 1)[0].split()[0] for n in range(pages)] == [f"Body{n + 1}" for n in range(pages)]
    assert [len(p.lines) for p in pack.pages] == [3] * pages
    assert [len(p.head + p.foot) for p in pack.pages] == [2] * pages


def test_an_address_at_the_foot_of_a_letter_is_text(typeset: Callable[..., Pack]) -> None:
    def draw(c: Canvas) -> None:
        c.drawString(57, 800, "Anytown Council")
        paragraph(c, 57, 700, 460, LOREM)
        c.drawString(57, 40, "https://www.anytown.gov.uk")
    assert texts(typeset([draw]))[-1] == "https://www.anytown.gov.uk"


@pytest.mark.parametrize("grid", [True, False])
@pytest.mark.parametrize("repeated", [True, False])
def test_a_spreadsheet_printed_over_three_pages_is_one_table(typeset: Callable[..., Pack], grid: bool, repeated: bool) -> None:
    heads, widths = ["Cost centre", "Description", "Budget", "Actual", "Variance"], [90, 110, 80, 80, 80]
    rows = [[f"CC{1000 + n}", ["Street lighting", "Grounds maintenance", "Office rent"][n % 3], f"{n * 137:,}.00", f"{n * 131:,}.50", f"({n * 6:,}.50)"]
            for n in range(1, 133)]

    def sheet(k: int) -> Callable[[Canvas], None]:
        def draw(c: Canvas) -> None:
            c.drawCentredString(297, 815, "Budget monitoring 2024")
            c.drawCentredString(297, 20, f"Page {k + 1}")
            for r, row in enumerate([*([heads] if k == 0 or repeated else []), *rows[44 * k:44 * k + 44]]):
                c.setFont("Helvetica-Bold" if row is heads else "Helvetica", 9)
                for n, text in enumerate(row):
                    x, y = 60 + sum(widths[:n]), 770 - 16 * r
                    if grid:
                        c.rect(x, y - 4, widths[n], 16)
                    if n < 2:
                        c.drawString(x + 3, y, text)
                    else:
                        c.drawRightString(x + widths[n] - 3, y, text)
        return draw
    pack = typeset([sheet(k) for k in range(3)])
    [table] = [r for r in mine(pack).records if isinstance(r, Table)]
    assert (table.first_page, table.last_page, table.row_count, table.column_count) == (1, 3, 133, 5)
