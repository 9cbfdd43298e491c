"""Tables without borders, and with few: the smallest page that shows each form."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth

from typeset_tables import Sheet, tables_on, texts, typeset

Draw = Callable[[Sheet], None]


def found(tmp_path: Path, draw: Draw) -> list[list[list[str]]]:
    return [texts(part) for part in tables_on(typeset(tmp_path / "x.pdf", draw))]


def put(s: Sheet, xs: list[float], y: float, cells: list[str], font: str = "Helvetica") -> None:
    """A row whose cells hold lines parted by "|"."""
    for x, text in zip(xs, cells, strict=True):
        for k, line in enumerate(text.split("|")):
            s.text(x, y + 10 * k, line, 9, font)


def test_words_without_borders(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        xs = [60.0, 140.0, 280.0]
        put(s, xs, 100, ["Reference", "Site", "Proposal"], "Helvetica-Bold")
        put(s, xs, 116, ["24/00101/F", "9 Mill Lane,|Souldern", "Single storey|rear extension"])
        put(s, xs, 142, ["24/00102/LB", "The Old Forge", "New porch"])
        put(s, xs, 158, ["24/00103/F", "Home Farm,|Bates Lane", "Change of use"])
    assert found(tmp_path, draw) == [[["Reference", "Site", "Proposal"], ["24/00101/F", "9 Mill Lane, Souldern", "Single storey rear extension"],
                                      ["24/00102/LB", "The Old Forge", "New porch"], ["24/00103/F", "Home Farm, Bates Lane", "Change of use"]]]


def test_names_side_by_side_and_memo_heads_are_none(tmp_path: Path) -> None:
    def names(s: Sheet) -> None:
        for k in range(5):
            put(s, [60, 200, 340], 100 + 14 * k, ["Cllr Ann Bell", "Cllr Bo Carr", "Mrs Di Earl"])

    def memo(s: Sheet) -> None:
        s.line(60, 90, 500, 90)
        for k, (label, text) in enumerate([("TO:", "Mayor and Council"), ("FROM:", "Public Works Director"), ("SUBJECT:", "Street trees")]):
            put(s, [60, 160], 102 + 16 * k, [label, text])
        s.line(60, 142, 500, 142)
    assert found(tmp_path, names) == []
    assert found(tmp_path, memo) == []


def test_a_heading_over_several_columns_without_a_rule(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.text(350, 100, "Changes in the year", 9, "Helvetica-Bold", "centre")
        for x, text in ((240, "2023/24"), (320, "Growth"), (400, "Savings"), (480, "2024/25")):
            s.text(x, 112, text, 9, "Helvetica-Bold", "right")
        s.text(60, 112, "Service", 9, "Helvetica-Bold")
        s.line(60, 116, 480, 116)
        for k, row in enumerate([["Care", "10", "1", "2", "9"], ["Parks", "20", "3", "4", "19"], ["Roads", "30", "5", "6", "29"], ["Waste", "7", "8", "9", "6"]]):
            s.text(60, 128 + 14 * k, row[0])
            for x, text in zip((240, 320, 400, 480), row[1:], strict=True):
                s.text(x, 128 + 14 * k, text + ",000", align="right")
    (part,) = tables_on(typeset(tmp_path / "x.pdf", draw))
    (wide,) = [c for c in part.cells if c.text == "Changes in the year"]
    assert (wide.row, wide.column, wide.column_span) == (0, 2, 2)
    assert [c.text for c in part.cells if c.row == 1 and c.text] == ["Growth", "Savings"]


def test_a_label_over_two_lines_with_its_figures_on_either(tmp_path: Path) -> None:
    def page(first: bool) -> Draw:
        def draw(s: Sheet) -> None:
            s.rows([60, 300, 380], 100, [["Service", "Budget", "Actual"]])
            y = 118.0
            for name, a, b in (("Housing options and|homelessness", "1,200", "1,100"), ("Parks", "300", "310"), ("Property and|facilities", "450", "440"),
                               ("Waste", "700", "720")):
                lines = name.split("|")
                for k, line in enumerate(lines):
                    s.text(60, y + 10 * k, line)
                at = y if first else y + 10 * (len(lines) - 1)
                s.text(300, at, a, align="right")
                s.text(380, at, b, align="right")
                y += 10 * len(lines) + 6
        return draw
    rows = [["Service", "Budget", "Actual"], ["Housing options and homelessness", "1,200", "1,100"], ["Parks", "300", "310"],
            ["Property and facilities", "450", "440"], ["Waste", "700", "720"]]
    assert found(tmp_path, page(True)) == [rows]
    assert found(tmp_path, page(False)) == [rows]


def test_a_group_row_between_rules_and_headings_on_a_band(tmp_path: Path) -> None:
    rows = [["Care", "10,000", "9,000"], ["Place", "", ""], ["Parks", "3,000", "3,100"], ["Roads", "4,000", "4,100"]]

    def draw(s: Sheet) -> None:
        s.fill(60, 100, 400, 124, 0.8)
        s.rows([62, 300, 398], 112, [["Service", "Budget", "Actual"]])
        for k, row in enumerate(rows):
            s.line(60, 130 + 16 * k, 400, 130 + 16 * k)
            s.rows([62, 300, 398], 141 + 16 * k, [row], head=0)
        s.line(60, 194, 400, 194)
    assert found(tmp_path, draw) == [[["Service", "Budget", "Actual"], *rows]]


def test_a_total_after_a_gap(tmp_path: Path) -> None:
    rows = [["Service", "Budget", "Actual"], ["Care", "1,200", "1,100"], ["Parks", "300", "310"], ["Roads", "400", "410"], ["Waste", "500", "510"]]

    def draw(s: Sheet) -> None:
        s.rows([60, 300, 380], 100, rows, step=18)
        s.rows([60, 300, 380], 100 + 18 * 5 + 10, [["Total", "2,400", "2,330"]], head=0)
    assert found(tmp_path, draw) == [[*rows, ["Total", "2,400", "2,330"]]]


def test_a_header_of_two_rows_between_rules_over_a_group_and_rows_without_borders(tmp_path: Path) -> None:
    head = [["Service", "2012/13", "Changes £000", "", "", "2013/14"], ["", "", "Inflation", "Growth", "Savings", ""]]
    rows = [["Children", "", "", "", "", ""], *[[f"Team {k}", f"{k},200", f"{k}", f"1{k}", f"({k})", f"{k},100"] for k in range(1, 7)]]
    xs = [52.0, 280.0, 340.0, 400.0, 460.0, 540.0]

    def draw(s: Sheet) -> None:
        for x0, y0, x1, y1 in ((48, 100, 216, 132), (216, 100, 285, 132), (285, 100, 478, 116), (478, 100, 547, 132), (285, 116, 349, 132), (349, 116, 413, 132),
                               (413, 116, 478, 132)):
            s.fill(x0, y0, x1, y1, 0.86)
        s.fill(48, 132, 547, 148, 0.93)
        s.line(48, 100, 547, 100)
        s.line(48, 132, 547, 132, 0.3)
        for x, text in zip(xs, head[0], strict=True):
            s.text(380 if text.startswith("Changes") else x, 112, text, 9, "Helvetica-Bold", "left" if x == 52 else "centre" if text.startswith("Changes") else "right")
        s.rows(xs, 128, head[1:])
        s.rows(xs, 144, rows[:1])
        s.rows(xs, 160, rows[1:], step=16, head=0)
    assert found(tmp_path, draw) == [[*head, *rows]]


def test_the_wide_space_of_a_typewriter_face_does_not_part_a_label(tmp_path: Path) -> None:
    rows = [["Ref", "Proposal", "Cost"], *[[f"S0{k}", "Fewer calls in the evening", f"{k},100"] for k in range(1, 6)], ["Total savings", "", "9,999"]]

    def draw(s: Sheet) -> None:
        for k, row in enumerate(rows):
            for x, text in zip([60, 106, 400], row, strict=True):
                s.text(x, 100 + 16 * k, text, 9, "Courier", "right" if x == 400 else "left")
        for y in (90, 105, 201):
            s.line(58, y, 402, y)
    assert found(tmp_path, draw) == [rows]


def _stretched(s: Sheet, x: float, y: float, right: float, text: str, number: str = "") -> None:
    """A line of typewriter type whose spaces are stretched to the margin, its number apart before it."""
    words = text.split()
    wide = sum(len(w) for w in words) * 6.0
    if number:
        s.text(x - 33, y, number, 10, "Courier")
    for word in words:
        s.text(x, y, word, 10, "Courier")
        x += len(word) * 6.0 + (right - 90 - wide) / (len(words) - 1)


def test_a_line_stretched_to_its_margin_under_a_table_is_no_row(tmp_path: Path) -> None:
    rows = [["Ward", "2021/22", "2022/23", "2023/24"], ["Foundry", "976", "64", "1,233"], ["Viaduct", "92", "694", "959"], ["Tollgate", "1,084", "603", "852"], ["Total", "2,152", "1,361", "3,044"]]

    def draw(s: Sheet) -> None:
        s.rows([60, 277, 373, 450], 100, rows, step=17)  # the 18 below ends where these figures end
        _stretched(s, 90, 194, 531, "Training has been given to 18 members of staff, and a further 3 will", "3.2")
        _stretched(s, 90, 206, 531, "follow before October. Work at Skinner's Yard began in March 2024 and")
        s.text(90, 218, "is expected to cost 214,000 pounds.", 10, "Courier")
    assert found(tmp_path, draw) == [rows]


def test_single_words_over_columns_of_one_width_are_no_running_text(tmp_path: Path) -> None:
    rows = [["Area", "Growth", "Saving", "Change", "Grants", "Levies"], ["Care", "10", "31", "22", "93", "84"], ["Park", "20", "33", "44", "19", "75"], ["Road", "30", "51", "61", "29", "66"]]

    def draw(s: Sheet) -> None:
        for k, row in enumerate(rows):
            for x, text in zip([60, 100, 140, 180, 220, 260], row, strict=True):
                s.text(x, 100 + 14 * k, text, 9, "Helvetica-Bold" if k == 0 else "Helvetica")
    assert found(tmp_path, draw) == [rows]


def test_rows_between_rules_whose_cells_are_full_are_not_cut(tmp_path: Path) -> None:
    xs, rows = [60.0, 130.0, 300.0], [["Date", "Item", "Lead"], ["20 January|2016", "Winter Gritting Plan, Home Adaptations|Policy", "Ada Brook-Gill, Empty Homes|Officer"],
                                      ["9 March 2016", "Concert Hall Roof", "Ben Clay"], ["21 September|2016", "Air Quality Monitoring, Allotments and|Strategy", "Cy Dean, Head of Works and|Play"]]

    def draw(s: Sheet) -> None:
        y = 100.0
        for k, row in enumerate(rows):
            s.line(57, y, 430, y)
            put(s, xs, y + 11, row, "Helvetica-Bold" if k == 0 else "Helvetica")
            y += 6 + 10 * max(text.count("|") + 1 for text in row)
        s.line(57, y, 430, y)
    assert found(tmp_path, draw) == [[[text.replace("|", " ") for text in row] for row in rows]]


def test_headings_of_several_lines_over_figures_in_one_band(tmp_path: Path) -> None:
    """Rules above, over the total and below; nothing between the headings and the figures, and no space but that of lines."""
    rows = [["", "2011/12", "", "", "2012/13"], ["", "Total", "Budget", "", "Total"], ["", "Budget", "Adjustments", "Savings", "Budget"], ["SERVICES", "£000", "£000", "£000", "£000"],
            ["MUSIC", "4,054", "(1,333)", "", "2,646"], ["PARKS", "1,258", "109", "(75)", "1,367"], ["SPORT", "3,471", "(70)", "(655)", "2,746"], ["TREES", "533", "", "", "533"]]
    xs = [60.0, 210.0, 290.0, 360.0, 430.0]

    def draw(s: Sheet) -> None:
        for k, row in enumerate([*rows, ["LEISURE", "9,316", "(1,294)", "(730)", "7,292"]]):
            for x, text in zip(xs, row, strict=True):
                s.text(x, 110 + 10 * k, text, 8, "Helvetica-Bold" if k < 4 or k == 8 else "Helvetica", "left" if x == 60 else "right")
        for y in (100, 183, 193):
            s.line(57, y, 433, y)
    assert found(tmp_path, draw) == [[["SERVICES", "2011/12 Total Budget £000", "Budget Adjustments £000", "Savings £000", "2012/13 Total Budget £000"], *rows[4:], ["LEISURE", "9,316", "(1,294)", "(730)", "7,292"]]]


def test_headings_of_two_lines_in_bold_are_one_row(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        xs = [60.0, 140.0, 300.0]
        put(s, xs, 100, ["Date of|Meeting", "Item Description", "Notes"], "Helvetica-Bold")
        put(s, xs, 128, ["2 January,|2018", "Early Years Sufficiency,|Contact Standards", "Requested by|the Chair"])
        put(s, xs, 156, ["20 February,|2018", "Youth Hub Programme,|Air Quality", "Annual report"])
        put(s, xs, 184, ["10 April,|2018", "Winter Gritting Plan", "Annual report"])
    assert found(tmp_path, draw) == [[["Date of Meeting", "Item Description", "Notes"], ["2 January, 2018", "Early Years Sufficiency, Contact Standards", "Requested by the Chair"],
                                      ["20 February, 2018", "Youth Hub Programme, Air Quality", "Annual report"], ["10 April, 2018", "Winter Gritting Plan", "Annual report"]]]


def test_words_that_fill_their_column_do_not_run_into_the_next(tmp_path: Path) -> None:
    """A planning list: the address ends a hair before the proposal, which starts where all proposals do."""
    def draw(s: Sheet) -> None:
        xs = [60.0, 140.0, 249.0]
        put(s, xs, 100, ["24/02303/F", "Stone Croft|Foxhill Lane", "Variation of condition 2|and of conditions 3 to 9|for the new dwelling"])
        put(s, xs, 136, ["24/01975/TCA", "Street Record Foxhill Lane", "Notice for one tree|90% dead, to be removed"])
        put(s, xs, 164, ["24/01761/F", "St Josephs|High Street", "New heat pump|No objection"])
    assert found(tmp_path, draw) == [[["24/02303/F", "Stone Croft Foxhill Lane", "Variation of condition 2 and of conditions 3 to 9 for the new dwelling"],
                                      ["24/01975/TCA", "Street Record Foxhill Lane", "Notice for one tree 90% dead, to be removed"],
                                      ["24/01761/F", "St Josephs High Street", "New heat pump No objection"]]]


def _scheme(s: Sheet, row: list[str], y: float, font: str = "Helvetica") -> None:
    for x, text in zip([60.0, 250.0, 340.0, 430.0], row, strict=True):
        s.text(x, y, text, 9, font, "left" if x == 60 else "right")


def test_rows_of_dashes_above_the_first_figures(tmp_path: Path) -> None:
    """Under the headings between two rules, and at the top of a page with neither."""
    head = ["Scheme", "2017/18", "2018/19", "Total"]
    rows = [["Highways", "", "", ""], ["Mill Lane", "-", "-", "-"], ["Loom Street", "-", "-", "-"], ["Withy Bank", "-", "1,628", "1,628"], ["Elm Row", "996", "1,633", "2,629"], ["Ash Way", "-", "1,075", "1,075"]]

    def headed(s: Sheet) -> None:
        s.line(58, 100, 432, 100)
        _scheme(s, head, 112, "Helvetica-Bold")
        s.line(58, 116, 432, 116)
        for k, row in enumerate(rows):
            _scheme(s, row, 128 + 15 * k)

    def continued(s: Sheet) -> None:
        for k, row in enumerate(rows[1:]):
            _scheme(s, row, 60 + 15 * k)

    def apart(s: Sheet) -> None:  # what is told below a table of its own is no row of it, though a dash stands before it
        s.line(58, 100, 432, 100)
        for k, row in enumerate([head, *rows[3:]]):
            _scheme(s, row, 112 + 15 * k)
        s.line(58, 161, 432, 161)
        s.text(60, 171, "Grants", 9)
        s.text(150, 171, "-", 9)
        s.text(170, 171, "none were received from the county in 2017", 9)
    (part,) = tables_on(typeset(tmp_path / "headed.pdf", headed))
    assert (texts(part), part.header_rows) == ([head, *rows], 1)
    (part,) = tables_on(typeset(tmp_path / "continued.pdf", continued))
    assert (texts(part), part.header_rows) == (rows[1:], 0)
    (part,) = tables_on(typeset(tmp_path / "apart.pdf", apart))
    assert texts(part) == [head, *rows[3:]]


def test_a_heading_over_the_columns_that_its_shade_covers(tmp_path: Path) -> None:
    """It stands as near the middle of three as of five; where one shade lies under the whole header, that says nothing."""
    xs, years = [60.0, 250.0, 310.0, 370.0, 430.0, 490.0], ["2017/18", "2018/19", "2019/20", "2020/21", "2021/22"]

    def draw(shades: list[tuple[float, float, float, float]]) -> Draw:
        def page(s: Sheet) -> None:
            for x0, y0, x1, y1 in shades:
                s.fill(x0, y0, x1, y1, 0.86)
            s.line(58, 100, 495, 100)
            s.line(58, 132, 495, 132)
            s.text(349, 112, "Planned spending £000", 9, "Helvetica-Bold", "centre")
            s.rows(xs, 128, [["Scheme", "Base " + years[0], *years[1:]], *[[f"Road {k}", f"{k},200", f"{k}", f"1{k}", f"({k})", f"{k},100"] for k in range(1, 7)]], step=16)
        return page

    def spanner(path: Path) -> tuple[int, int]:
        (part,) = tables_on(path)
        (wide,) = [c for c in part.cells if c.text.startswith("Planned")]
        return wide.column, wide.column_span
    own = [(58.0, 100.0, 205.0, 132.0), (205.0, 100.0, 495.0, 116.0), *[(205.0 + 58 * k, 116.0, 263.0 + 58 * k, 132.0) for k in range(5)]]
    assert spanner(typeset(tmp_path / "own.pdf", draw(own))) == (1, 5)
    assert spanner(typeset(tmp_path / "whole.pdf", draw([(58.0, 100.0, 495.0, 132.0)]))) == spanner(typeset(tmp_path / "none.pdf", draw([])))


def test_a_word_that_stands_at_a_column_by_chance_is_not_cut_off(tmp_path: Path) -> None:
    """A form whose second column is cut in two in most rows: "… of Children and | Adults" is one cell, as its spaces say."""
    label = "Ada Brook, Director of Children and"
    x = 200 + stringWidth(label + " ", "Helvetica", 9)
    rows = [["Wards affected", "All", ""], ["Lead director", f"{label} Adults", ""], ["Originating service", "Fostering", ""], ["Responsible officer", "Bo Carr", "Fostering Manager"],
            ["", "Telephone", "01632 960089"], ["", "Electronic mail", "bo.carr@anytown.example"], ["Considered by", "Leadership team", "09.05.2023"]]

    def draw(s: Sheet) -> None:
        for k, row in enumerate(rows):
            s.line(57, 100 + 16 * k, 530, 100 + 16 * k)
            put(s, [60, 200, x], 111 + 16 * k, row)
        s.line(57, 212, 530, 212)
    assert found(tmp_path, draw) == [rows]


def test_two_rows_between_rules_are_not_cut(tmp_path: Path) -> None:
    """The last line of a cell alone is no row; where the rules part groups of rows, each with its label, the rows stay."""
    xs = [60.0, 130.0, 230.0, 350.0]
    head = ["Reference", "Site", "Proposal", "Reply sent"]

    def draw(rows: list[list[str]]) -> Draw:
        def page(s: Sheet) -> None:
            y = 100.0
            for k, row in enumerate([head, *rows]):
                s.line(57, y, 430, y)
                put(s, xs, y + 11, row, "Helvetica-Bold" if k == 0 else "Helvetica")
                y += 6 + 10 * max(text.count("|") + 1 for text in row)
            s.line(57, y, 430, y)
        return page
    cut = [["12/0277/LB", "43 Candlemaker|Street, Long|Mere", "Fell one ash and|reduce two limes", "No objection"], ["12/0132/LB", "10 Mill Row,|Long Mere", "Rear extension", "No objection"]]
    assert found(tmp_path, draw(cut)) == [[[text.replace("|", " ") for text in row] for row in [head, *cut]]]
    held = [["12/0277/LB|12/0278/LB", "Mill Row|Elm Row", "Fell one ash|New porch", "None|Objection"], ["12/0132/LB|12/0133/LB", "Ash Way|Oak Way", "New hall|New roof", "None|None"]]
    assert found(tmp_path, draw(held)) == [[head, *[[text.split("|")[k] for text in row] for row in held for k in (0, 1)]]]


def test_shaded_totals_cell_by_cell_do_not_make_a_chart(tmp_path: Path) -> None:
    xs, edges = [60.0, 240.0, 310.0, 380.0], [57.0, 180.0, 243.0, 313.0, 383.0]
    rows = [["Scheme", "2017/18", "2018/19", "Total"]]
    for k in range(4):
        rows += [*[[f"Road {k}{n}", f"1,{k}0{n}", f"2,{k}0{n}", f"3,{k}0{n}"] for n in range(3)], ["Total", f"4,{k}00", f"5,{k}00", f"6,{k}00"]]

    def draw(s: Sheet) -> None:
        for k, row in enumerate(rows):
            for left, right in pairwise(edges):
                if k % 4 == 0:
                    s.fill(left, 100 + 16 * k, right, 116 + 16 * k, 0.86)
            s.rows(xs, 111 + 16 * k, [row], head=1 if k % 4 == 0 else 0)
        s.line(57, 100, 383, 100)
        s.line(57, 116, 383, 116)

    def bars(s: Sheet) -> None:
        for k, row in enumerate(rows[1:]):
            s.fill(130, 108 + 16 * k, 170 + 9 * k, 118 + 16 * k, 0.6)
            s.fill(170 + 9 * k, 108 + 16 * k, 200 + 9 * k, 118 + 16 * k, 0.8)
            s.text(60, 116 + 16 * k, row[0])
            s.text(300, 116 + 16 * k, row[1])
    assert found(tmp_path, draw) == [rows]
    assert found(tmp_path, bars) == []


def test_the_sentence_that_brings_in_the_next_table_parts_two(tmp_path: Path) -> None:
    """Both are as wide as the page; a group's name that ends with a colon parts no table."""
    def draw(said: str, number: str) -> Draw:
        def page(s: Sheet) -> None:
            for k, row in enumerate([["Payee", "Net", "Total"], ["Moot Hall Trust", "180.56", "180.56"], ["Beacon Audit", "203.87", "244.64"]]):
                s.line(57, 100 + 16 * k, 430, 100 + 16 * k)
                s.rows([60, 300, 427], 111 + 16 * k, [row], head=0)
            s.line(57, 148, 430, 148)
            put(s, [60, 120], 166, [number, "Planning" if number else ""], "Helvetica-Bold")
            s.text(100 if number else 60, 178 if number else 159, said)
            below = 184 if number else 164
            for k, row in enumerate([["12/0277/LB", "Mill Row", "No objection"], ["12/0132/LB", "Elm Row", "No comment"]] if number else [["Dovecote Water", "66.05", "66.05"], ["Ash Signs", "9.05", "9.05"]]):
                s.line(57, below + 16 * k, 430, below + 16 * k)
                if number:
                    put(s, [60, 180, 340], below + 11 + 16 * k, row)
                else:
                    s.rows([60, 300, 427], below + 11 + 16 * k, [row], head=0)
            s.line(57, below + 32, 430, below + 32)
        return page
    first, second = found(tmp_path, draw("The following replies have been sent since the last meeting of the council:", "13/006"))
    assert (first[-1], second[0]) == (["Beacon Audit", "203.87", "244.64"], ["12/0277/LB", "Mill Row", "No objection"])
    (whole,) = found(tmp_path, draw("Paid in arrears:", ""))
    assert (whole[0], whole[-1]) == (["Payee", "Net", "Total"], ["Ash Signs", "9.05", "9.05"])
