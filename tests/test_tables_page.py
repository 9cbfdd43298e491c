"""Small pages, one phenomenon each, read back cell for cell; and pages that only look like tables."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from typeset_tables import Sheet, tables_on, texts, typeset

ROWS = [["Service", "2023/24", "2024/25"], ["Adult care", "1,204.5", "1,310.0"], ["Libraries", "88.1", "(4.2)"], ["Total", "1,292.6", "1,305.8"]]
XS, YS = [60.0, 220.0, 320.0, 420.0], [100.0, 118.0, 136.0, 154.0, 172.0]


def stroked(s: Sheet) -> None:
    s.grid(XS, YS)
    s.cells(XS, YS, ROWS)


def thin_rectangles(s: Sheet) -> None:
    for y in YS:
        s.fill(XS[0], y - 0.25, XS[-1], y + 0.25, 0)
    for x in XS:
        for a, b in itertools.pairwise(YS):
            s.fill(x - 0.25, a + 0.5, x + 0.25, b - 0.5, 0)
    s.cells(XS, YS, ROWS)


def double_borders(s: Sheet) -> None:
    s.grid(XS, YS)
    s.grid([x + 1.4 for x in XS], [y + 1.4 for y in YS])
    s.cells([x + 1 for x in XS], [y + 1 for y in YS], ROWS)


def backgrounds(s: Sheet) -> None:
    for i, (a, b) in enumerate(itertools.pairwise(YS)):
        for left, right in itertools.pairwise(XS):
            s.fill(left + 1, a + 1, right - 1, b - 1, 0.6 if i == 0 else 0.9)
    s.cells(XS, YS, ROWS)


def under_the_header(s: Sheet) -> None:
    s.rows([60, 320, 420], 112, ROWS)
    s.line(60, 116, 420, 116)


def top_header_and_bottom(s: Sheet) -> None:
    s.line(60, 100, 420, 100)
    s.line(60, 116, 420, 116)
    s.line(60, 160, 420, 160)
    s.rows([60, 320, 420], 112, ROWS)


def between_columns(s: Sheet) -> None:
    for x in (260.0, 340.0):
        s.line(x, 100, x, 160)
    s.line(60, 116, 420, 116)
    s.rows([60, 320, 420], 112, ROWS)


def no_borders(s: Sheet) -> None:
    s.rows([60, 320, 420], 112, ROWS)


def striped(s: Sheet) -> None:
    for i in range(1, 4, 2):
        s.fill(XS[0], YS[i], XS[-1], YS[i + 1], 0.9)
    s.rows([62, 320, 420], 112, ROWS, step=18)


@pytest.mark.parametrize("draw", [stroked, thin_rectangles, double_borders, backgrounds, under_the_header, top_header_and_bottom,
                                  between_columns, no_borders, striped], ids=lambda f: f.__name__)
def test_every_kind_of_border(tmp_path: Path, draw: Callable[[Sheet], None]) -> None:
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    assert texts(part) == ROWS
    assert part.header_rows == 1
    assert part.ruled is (draw not in (no_borders, under_the_header, striped))


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_rotated_page(tmp_path: Path, rotate: int) -> None:
    def draw(s: Sheet) -> None:
        x, y, angle = {90: (842, 0, 90), 180: (595, 842, 180), 270: (0, 595, -90)}[rotate]
        s.canvas.translate(x, y)
        s.canvas.rotate(angle)
        stroked(s)
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw, rotate=rotate))
    assert texts(part) == ROWS


def test_merged_header_cells_of_two_levels(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        xs, ys = [60.0, 180.0, 240.0, 300.0, 360.0, 420.0], [100.0, 118.0, 136.0, 154.0, 172.0]
        for y in (100.0, 136.0, 154.0, 172.0):
            s.line(60, y, 420, y)
        s.line(180, 118, 420, 118)
        for x in xs:
            s.line(x, 100 if x in (60.0, 180.0, 300.0, 420.0) else 118, x, 172)
        s.text(63, 122, "Area")
        s.text(240, 111, "Budget", align="centre")
        s.text(360, 111, "Actual", align="centre")
        s.cells(xs, ys, [["", "", "", "", ""], ["", "2023", "2024", "2023", "2024"], ["North", "1.5", "2.5", "3.5", "4.5"],
                         ["South", "5.5", "6.5", "7.5", "8.5"]])
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    spans = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in part.cells if c.text}
    assert spans["Area"] == (0, 0, 2, 1)
    assert spans["Budget"] == (0, 1, 1, 2)
    assert spans["Actual"] == (0, 3, 1, 2)
    assert texts(part)[1:] == [["", "2023", "2024", "2023", "2024"], ["North", "1.5", "2.5", "3.5", "4.5"], ["South", "5.5", "6.5", "7.5", "8.5"]]
    assert part.header_rows == 2


def test_spanner_over_a_partial_rule(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.line(60, 100, 420, 100)
        s.text(355, 110, "Expenditure", align="centre")
        s.line(290, 114, 420, 114)
        s.rows([60, 340, 420], 124, [["Year", "Capital", "Revenue"], ["Actual", "", ""], ["2021", "12.5", "101.5"], ["2022", "13.5", "99.0"]])
        s.line(60, 128, 420, 128)
        s.line(60, 170, 420, 170)
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    spans = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in part.cells if c.text}
    assert spans["Expenditure"] == (0, 1, 1, 2)
    assert spans["Year"][:3] == (0, 0, 2)
    assert texts(part)[2:] == [["Actual", "", ""], ["2021", "12.5", "101.5"], ["2022", "13.5", "99.0"]]


def test_wrapped_cells_row_groups_and_a_total_after_a_gap(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.line(60, 100, 420, 100)
        s.text(60, 112, "Service", font="Helvetica-Bold")
        s.text(420, 112, "£000", font="Helvetica-Bold", align="right")
        s.line(60, 116, 420, 116)
        y = 128.0
        for label, figure in (("People", ""), ("Adult social care and", ""), ("public health", "1,204"), ("Schools", "310"), ("Places", ""),
                              ("Highways", "88")):
            bold = label in ("People", "Places")
            s.text(60 if bold else 68, y, label, font="Helvetica-Bold" if bold else "Helvetica")
            s.text(420, y, figure, align="right")
            y += 12
        s.text(60, y + 14, "Total", font="Helvetica-Bold")
        s.text(420, y + 14, "1,602", align="right")
        s.line(60, y + 18, 420, y + 18)
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    assert texts(part) == [["Service", "£000"], ["People", ""], ["Adult social care and public health", "1,204"], ["Schools", "310"],
                           ["Places", ""], ["Highways", "88"], ["Total", "1,602"]]


def test_hyphenation_and_blank_cells(tmp_path: Path) -> None:
    rows = [["Item", "Note", "Sum"], ["Refurbish-|ment of the hall", "", "12"], ["", "deferred", ""]]
    ys = [100.0, 116.0, 144.0, 160.0]

    def draw(s: Sheet) -> None:
        s.grid(XS, ys)
        s.cells(XS, ys, rows)
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    assert texts(part) == [["Item", "Note", "Sum"], ["Refurbishment of the hall", "", "12"], ["", "deferred", ""]]
    assert len(part.cells) == 9


def test_side_by_side_tables(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        for x in (50.0, 320.0):
            xs = [x, x + 120, x + 200]
            s.grid(xs, YS[:4])
            s.cells(xs, YS[:4], [["Ward", f"Votes {x:.0f}"], ["North", "120"], ["South", "340"]])
    left, right = tables_on(typeset(tmp_path / "x.pdf", draw))
    assert texts(left) == [["Ward", "Votes 50"], ["North", "120"], ["South", "340"]]
    assert texts(right) == [["Ward", "Votes 320"], ["North", "120"], ["South", "340"]]


def test_rotated_header_text(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        ys = [100.0, 180.0, 198.0, 216.0]
        s.grid(XS, ys)
        for x, text in ((250.0, "First quarter"), (350.0, "Second quarter")):
            s.canvas.saveState()
            s.canvas.translate(x, 842 - 175)
            s.canvas.rotate(90)
            s.canvas.drawString(0, 0, text)
            s.canvas.restoreState()
        s.cells(XS, ys, [["Area", "", ""], ["North", "1", "2"], ["South", "3", "4"]])
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    assert texts(part) == [["Area", "First quarter", "Second quarter"], ["North", "1", "2"], ["South", "3", "4"]]


def test_two_grids_that_touch_are_two_tables(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        upper, lower = [60.0, 180.0, 300.0, 420.0], [60.0, 140.0, 260.0, 340.0, 420.0]
        s.grid(upper, [100.0, 118.0, 136.0])
        s.grid(lower, [136.0, 154.0, 172.0])
        s.cells(upper, [100.0, 118.0, 136.0], [["A", "B", "C"], ["1", "2", "3"]])
        s.cells(lower, [136.0, 154.0, 172.0], [["D", "E", "F", "G"], ["4", "5", "6", "7"]])
    assert [texts(p) for p in tables_on(typeset(tmp_path / "x.pdf", draw))] == [[["A", "B", "C"], ["1", "2", "3"]], [["D", "E", "F", "G"], ["4", "5", "6", "7"]]]


def test_title_row_and_notes_inside_the_frame_are_no_rows(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        ys = [118.0, 136.0, 154.0, 172.0]
        s.grid(XS, ys)
        s.grid([60.0, 420.0], [100.0, 118.0])
        s.grid([60.0, 420.0], [172.0, 190.0])
        s.text(63, 112, "Exhibit 4 Outturn by service")
        s.cells(XS, ys, ROWS[:3])
        s.text(63, 184, "Source: finance system")
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    assert texts(part) == ROWS[:3]


PROSE = ("The committee considered a report of the director which set out progress against the plan for 2024 and asked members to note that "
         "1,204 households had been helped at a cost of £3.2m, of which £1.1m was met by grant. ") * 4


def prose(s: Sheet) -> None:
    y = 80.0
    for _ in range(3):
        y = s.paragraph(60, y, 470, PROSE)


def two_columns_of_prose(s: Sheet) -> None:
    for x in (50.0, 310.0):
        y = 80.0
        for _ in range(2):
            y = s.paragraph(x, y, 230, PROSE)


def numbered_list(s: Sheet) -> None:
    y = 80.0
    for n in range(1, 9):
        s.text(60, y, f"{n}.", 10)
        y = s.paragraph(90, y, 440, PROSE[:180])


def contents(s: Sheet) -> None:
    for n, title in enumerate(("Introduction", "Background", "Options considered", "Financial implications", "Risk", "Next steps")):
        s.text(60, 80 + 16 * n, f"{n + 1}", 10)
        s.text(90, 80 + 16 * n, title, 10)
        s.text(520, 80 + 16 * n, str(3 + 4 * n), 10, align="right")


def agenda(s: Sheet) -> None:
    for n, title in enumerate(("Apologies for absence", "Declarations of interest", "Minutes of the last meeting", "Budget monitoring", "Work programme")):
        s.text(60, 80 + 24 * n, f"{n + 1}", 11)
        s.text(90, 80 + 24 * n, title, 11, "Helvetica-Bold")
        s.text(520, 80 + 24 * n, f"({3 + 6 * n} - {8 + 6 * n})", 11, align="right")


def leaders(s: Sheet) -> None:
    for n, title in enumerate(("Introduction", "Background", "Options", "Finance")):
        s.text(60, 80 + 16 * n, f"{title} {'.' * (100 - 2 * len(title))} {4 * n + 1}", 10)


def box_round_prose(s: Sheet) -> None:
    s.grid([55.0, 540.0], [64.0, 420.0])
    prose(s)


def form(s: Sheet) -> None:
    ys = [60.0, 80.0, 200.0, 220.0, 340.0]
    s.grid([55.0, 540.0], ys)
    s.text(60, 74, "Reason for the decision", 10, "Helvetica-Bold")
    s.paragraph(60, 94, 470, PROSE[:420])
    s.text(60, 214, "Alternatives considered", 10, "Helvetica-Bold")
    s.paragraph(60, 234, 470, PROSE[:420])


def bar_chart(s: Sheet) -> None:
    for k in range(6):
        s.line(100, 300 - 40 * k, 480, 300 - 40 * k)
        s.text(95, 303 - 40 * k, str(20 * k), 8, align="right")
        s.line(100 + 76 * k, 100, 100 + 76 * k, 300)
    for k, height in enumerate((120, 60, 170, 90, 140)):
        s.fill(118 + 76 * k, 300 - height, 150 + 76 * k, 300, 0.5)
        s.text(138 + 76 * k, 315, f"Q{k + 1}", 8, align="centre")
        s.text(134 + 76 * k, 296 - height, str(height), 8, align="centre")


def line_chart(s: Sheet) -> None:
    s.grid([100.0, 480.0], [100.0, 200.0, 300.0])
    for k in range(5):
        s.text(95, 303 - 50 * k, f"{k * 10}", 8, align="right")
        s.text(110 + 85 * k, 315, f"{2018 + k}", 8)
    path = s.canvas.beginPath()
    path.moveTo(100, 842 - 250)
    path.curveTo(200, 842 - 120, 300, 842 - 280, 480, 842 - 110)
    s.canvas.drawPath(path)
    path = s.canvas.beginPath()
    path.moveTo(100, 842 - 150)
    path.curveTo(200, 842 - 220, 300, 842 - 180, 480, 842 - 210)
    s.canvas.drawPath(path)


def letterhead(s: Sheet) -> None:
    for n, line in enumerate(("Anytown Council", "Civic Centre", "High Street", "Anytown AN1 2XY")):
        s.text(540, 60 + 12 * n, line, 10, align="right")
    s.text(60, 84, "Tel: 01632 960123", 10)
    s.text(60, 96, "Date: 12 March 2025", 10)
    s.line(60, 110, 540, 110)
    s.paragraph(60, 140, 470, PROSE)


def attendance(s: Sheet) -> None:
    for n, (a, b) in enumerate((("Councillor A Brown", "Councillor T White"), ("Councillor P Green", "Councillor R Black"), ("Councillor S Grey", "Councillor U Blue"))):
        s.text(90, 80 + 14 * n, a, 11)
        s.text(320, 80 + 14 * n, b, 11)


def underlined_headings(s: Sheet) -> None:
    y = 80.0
    for heading in ("Background", "Options", "Finance"):
        s.text(60, y, heading, 11)
        s.line(60, y + 1.5, 60 + 5.6 * len(heading), y + 1.5)
        y = s.paragraph(60, y + 16, 470, PROSE[:300])


@pytest.mark.parametrize("draw", [prose, two_columns_of_prose, numbered_list, contents, agenda, leaders, box_round_prose, form, bar_chart, line_chart,
                                  letterhead, attendance, underlined_headings], ids=lambda f: f.__name__)
def test_no_table(tmp_path: Path, draw: Callable[[Sheet], None]) -> None:
    assert [texts(p) for p in tables_on(typeset(tmp_path / "x.pdf", draw))] == []


def test_arrows_and_lights_in_their_cells_do_not_make_a_chart(tmp_path: Path) -> None:
    rows = [["Indicator", "Latest", "Previous", "Change"], ["Calls answered", "GREEN", "AMBER", ""], ["Complaints in time", "RED", "RED", ""], ["Requests in time", "AMBER", "RED", ""]]
    xs, ys = [60.0, 200.0, 270.0, 340.0, 400.0], [100.0, 122.0, 144.0, 166.0, 188.0]

    def draw(s: Sheet) -> None:
        s.grid(xs, ys)
        s.cells(xs, ys, rows)
        for y in ys[1:-1]:
            s.canvas.circle(370, 842 - y - 11, 8)

    def over_the_lines(s: Sheet) -> None:
        s.grid(xs, ys)
        s.cells(xs, ys, rows)
        for y in ys[1:-1]:
            s.canvas.circle(340, 842 - y, 8)
    assert [texts(t) for t in tables_on(typeset(tmp_path / "icons.pdf", draw))] == [rows]
    assert tables_on(typeset(tmp_path / "chart.pdf", over_the_lines)) == []


def test_a_total_whose_label_runs_over_borders_keeps_its_figures_apart(tmp_path: Path) -> None:
    """Its row lacks borders that all others have; words far apart stand in cells of their own all the same."""
    xs, ys = [60.0, 160.0, 260.0, 360.0, 460.0], [100.0, 118.0, 136.0, 154.0, 172.0]
    rows = [["Row", "Directorate", "2025/26", "2026/27"], ["1", "Adults", "7,800.0", "0.0"], ["2", "Highways", "400.0", "0.0"], ["TOTAL PRICES", "", "8,200.0", "0.0"]]

    def draw(s: Sheet) -> None:
        for y in ys:
            s.line(60, y, 460, y)
        for x in xs:
            s.line(x, 100, x, 172 if x in (60, 360, 460) else 154)
        s.cells(xs, ys, rows)
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    assert texts(part) == rows
