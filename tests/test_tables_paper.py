"""Tables over pages, and what the records say of them: title, unit, notes, column types, values."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from papermine.document import Paper
from papermine.layout import lay_page
from papermine.provenance import Ids
from papermine.reader import open_pdf
from papermine.records.tables import PrintedCell, Table, TableCell, TableColumn
from papermine.tables import tables_of
from papermine.tables.values import kind_of, number
from typeset_tables import Sheet, typeset

XS = [60.0, 160.0, 420.0, 520.0]


def mine(path: Path) -> list[object]:
    with open_pdf(path) as source:
        pages = [lay_page(source.page(n)) for n in range(1, len(source) + 1)]
    return list(tables_of(Paper("report", pages, document_id="d"), Ids("p")))


def rows_of(records: list[object], table: Table) -> list[list[str]]:
    out = [[""] * table.column_count for _ in range(table.row_count)]
    for r in records:
        if isinstance(r, TableCell) and r.table_id == table.table_id:
            out[r.row_index][r.column_index] = r.text
    return out


def page(s: Sheet, top: float, rows: list[list[str]], height: float = 30.0, title: str = "") -> None:
    ys = [top + height * k for k in range(len(rows) + 1)]
    if title:
        s.text(60, top - 8, title, 10, "Helvetica-Bold")
    s.grid(XS, ys)
    s.cells(XS, ys, rows)


HEAD = ["Ref", "Decision", "Cost"]


def test_a_table_that_runs_on_is_one_and_its_header_comes_once(tmp_path: Path) -> None:
    first = [HEAD, *[[f"A{k}", f"Scheme {k}", f"{k},000"] for k in range(1, 24)]]
    records = mine(typeset(tmp_path / "x.pdf", lambda s: page(s, 60, first), lambda s: page(s, 60, [HEAD, ["B1", "Scheme 24", "24,000"], ["B2", "Scheme 25", "25,000"]])))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert (table.table_id, table.first_page, table.last_page, table.row_count, table.header_rows) == ("p:table:1.1", 1, 2, 26, 1)
    assert rows_of(records, table) == [*first, ["B1", "Scheme 24", "24,000"], ["B2", "Scheme 25", "25,000"]]
    again = [r for r in records if isinstance(r, PrintedCell) and r.cell_id is None]
    assert [(r.page, r.row_index, r.text) for r in again] == [(2, 0, "Ref"), (2, 0, "Decision"), (2, 0, "Cost")]
    (printed,) = [r for r in records if isinstance(r, PrintedCell) and r.text == "Scheme 24"]
    assert (printed.printed_cell_id, printed.page, printed.cell_id) == ("p:table:1.1:p2:1.1", 2, "p:table:1.1:24.1")
    (cell,) = [r for r in records if isinstance(r, TableCell) and r.text == "Scheme 24"]
    assert [(e.page, e.text) for e in cell.evidence] == [(2, "Scheme 24")]


def test_a_row_that_the_break_cuts_is_joined(tmp_path: Path) -> None:
    first = [HEAD, *[[f"A{k}", f"Scheme {k}", f"{k},000"] for k in range(1, 23)], ["A23", "To note the report and agree", "5"]]
    records = mine(typeset(tmp_path / "x.pdf", lambda s: page(s, 60, first), lambda s: page(s, 60, [["", "the next steps set out in it", ""], ["A24", "Other", "6"]])))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert rows_of(records, table)[23:] == [["A23", "To note the report and agree the next steps set out in it", "5"], ["A24", "Other", "6"]]
    (cell,) = [r for r in records if isinstance(r, TableCell) and r.text.startswith("To note")]
    assert [e.page for e in cell.evidence] == [1, 2]
    printed = [r for r in records if isinstance(r, PrintedCell) and r.cell_id == cell.cell_id]
    assert [(r.page, r.row_index, r.text) for r in printed] == [(1, 23, "To note the report and agree"), (2, 0, "the next steps set out in it")]


def test_the_last_row_alone_on_the_next_page(tmp_path: Path) -> None:
    first = [HEAD, *[[f"A{k}", f"Scheme {k}", f"{k},000"] for k in range(1, 24)]]
    records = mine(typeset(tmp_path / "x.pdf", lambda s: page(s, 60, first), lambda s: page(s, 60, [["", "Total", "276,000"]])))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert rows_of(records, table)[-1] == ["", "Total", "276,000"]


def test_the_same_columns_under_a_new_title_are_a_new_table(tmp_path: Path) -> None:
    first = [HEAD, *[[f"A{k}", f"Scheme {k}", f"{k},000"] for k in range(1, 23)]]
    records = mine(typeset(tmp_path / "x.pdf", lambda s: page(s, 80, first, title="Table 1: Schemes in the north"),
                           lambda s: page(s, 80, [HEAD, ["B1", "Scheme", "1"]], title="Table 2: Schemes in the south")))
    assert [(t.title, t.first_page, t.last_page) for t in records if isinstance(t, Table)] == [
        ("Table 1: Schemes in the north", 1, 1), ("Table 2: Schemes in the south", 2, 2)]


def test_title_unit_note_and_typed_columns(tmp_path: Path) -> None:
    rows = [["Service", "2023/24", "2024/25", "Change", "Due", "Done"], ["Adult care", "1,204.5", "(1,310.0)", "12%", "31.03.2025", "✓".replace("✓", "Y")],
            ["Libraries", "88.1", "n/a", "-4.2%", "1 April 2025", "N"], ["Parks", "7", "..", "+3%", "12/05/2025", "Y"]]

    def draw(s: Sheet) -> None:
        s.text(60, 84, "Table 3: Outturn by service (£000)", 10, "Helvetica-Bold")
        xs, ys = [60.0, 150.0, 220.0, 290.0, 350.0, 430.0, 480.0], [92.0, 110.0, 128.0, 146.0, 164.0]
        s.grid(xs, ys)
        s.cells(xs, ys, rows)
        s.text(60, 176, "Note: figures may not sum because of rounding", 8)
        s.text(60, 220, "The committee noted the outturn.", 10)
    records = mine(typeset(tmp_path / "x.pdf", draw))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert (table.title, table.unit, table.note) == ("Table 3: Outturn by service (£000)", "£000", "Note: figures may not sum because of rounding")
    columns = [(c.name, c.type, c.unit, c.scale) for c in records if isinstance(c, TableColumn)]
    assert columns == [("Service", "text", None, 1), ("2023/24", "money", "£000", 1000), ("2024/25", "money", "£000", 1000), ("Change", "percent", "%", 1),
                       ("Due", "date", None, 1), ("Done", "tick", None, 1)]
    values = {(c.row_index, c.column_index): c.value for c in records if isinstance(c, TableCell) and c.value is not None}
    assert values == {(1, 1): Decimal("1204.5"), (1, 2): Decimal("-1310.0"), (1, 3): Decimal(12), (2, 1): Decimal("88.1"), (2, 3): Decimal("-4.2"),
                      (3, 1): Decimal(7), (3, 3): Decimal(3)}


@pytest.mark.parametrize(("text", "value"), [
    ("(1,234.5)", "-1234.5"), ("-£1.2m", "-1200000"), ("1,234-", "-1234"), ("+3", "3"), ("12%", "12"), ("1,234*", "1234"),
    ("n/a", None), ("..", None), ("*", None), ("2024/25", None), ("31.03.2025", None), ("", None), ("Hall", None)])
def test_what_a_cell_prints(text: str, value: str | None) -> None:
    assert number(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("texts", "name", "unit", "kind"), [
    (["12", "7"], "Number of staff", "£000", "number"), (["£12", "£7"], "Cost", None, "money"), (["2024", "2025"], "", None, "year"),
    (["12.5", "8"], "% of total", None, "percent"), (["Yes", "No", ""], "Met", None, "tick"), (["-", ".."], "", None, "text")])
def test_what_a_column_holds(texts: list[str], name: str, unit: str | None, kind: str) -> None:
    assert kind_of(texts, name, unit).type == kind


WARDS = [["Ward", "2014/15", "2015/16", "2016/17"], ["Windmill", "774", "198", "118"], ["Gallows Hill", "1,152", "814", "47"], ["Tanners", "120", "130", "140"],
         ["Drovers", "220", "230", "240"], ["Paddock Green", "320", "330", "340"], ["Total", "2,586", "1,702", "885"]]


def test_two_rows_without_borders_at_the_foot_belong_to_the_table_whose_header_comes_again(tmp_path: Path) -> None:
    def foot(s: Sheet) -> None:
        y = s.paragraph(60, 640, 450, "An equal number of sites was chosen in each ward, so that the results could be compared fairly.")
        s.text(60, y + 10, "Table 1: Play areas by ward", 10, "Helvetica-Bold")
        s.rows([60, 300, 400, 500], y + 26, WARDS[:3])
        s.text(297, 820, "Page 19", 9, align="centre")

    def top(s: Sheet) -> None:
        s.rows([60, 300, 400, 500], 80, [WARDS[0], *WARDS[3:]])
        s.paragraph(60, 200, 450, "It is proposed to keep the current arrangements until the new plan takes effect.")

    records = mine(typeset(tmp_path / "x.pdf", foot, top))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert (table.title, table.first_page, table.last_page, table.header_rows) == ("Table 1: Play areas by ward", 1, 2, 1)
    assert rows_of(records, table) == WARDS
    (cell,) = [r for r in records if isinstance(r, TableCell) and r.text == "1,152"]
    (place,) = cell.evidence
    assert (place.page, place.text) == (1, "1,152")
    assert 695 < place.top < place.bottom < 720
    assert place.x0 < 280 < place.x1


def test_a_foot_that_does_not_print_the_header_is_no_table(tmp_path: Path) -> None:
    def foot(s: Sheet) -> None:
        s.text(60, 700, "Ward visits 2014/15 to 2016/17", 9)  # some of the header's words, and others
        s.rows([60, 300, 400, 500], 720, WARDS[1:3], head=0)

    records = mine(typeset(tmp_path / "x.pdf", foot, lambda s: s.rows([60, 300, 400, 500], 80, [WARDS[0], *WARDS[3:]]) and None))
    assert [(t.first_page, t.row_count) for t in records if isinstance(t, Table)] == [(2, 5)]


def test_a_form_has_no_header(tmp_path: Path) -> None:
    rows = [("Report title", "Bus shelters"), ("Wards affected", "All wards"), ("Lead Director", "Ivy Honeychurch"), ("Tel", "01632 960601"), ("Cost", "12,000")]

    def form(s: Sheet) -> None:
        s.grid([60, 200, 480], [80 + 20.0 * k for k in range(len(rows) + 1)])
        for k, (label, said) in enumerate(rows):
            s.text(64, 94 + 20 * k, label, 9, "Helvetica-Bold")
            s.text(204, 94 + 20 * k, said)

    (table,) = [r for r in mine(typeset(tmp_path / "x.pdf", form)) if isinstance(r, Table)]
    assert (table.row_count, table.header_rows) == (5, 0)


def test_two_rows_at_the_top_of_the_next_page_under_the_header_again_and_no_running_text(tmp_path: Path) -> None:
    def top(s: Sheet) -> None:
        s.rows([60, 300, 400, 500], 80, [WARDS[0], *WARDS[5:]])
        s.paragraph(60, 128, 440, "3.2 The approach has been tested on Nightjar Close, where the number of complaints fell from 390 to 19. It is now to go on.", 9)

    records = mine(typeset(tmp_path / "x.pdf", lambda s: s.rows([60, 300, 400, 500], 700, WARDS[:5]) and None, top))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert (table.first_page, table.last_page) == (1, 2)
    assert rows_of(records, table) == WARDS


def test_one_row_at_the_top_of_the_next_page_whose_cells_nearly_touch(tmp_path: Path) -> None:
    """Each starts under its heading; running text below the same headings does not."""
    head = ["Reference", "Site", "Proposal", "Reply sent"]
    rows = [["16/0245/LB", "21 Mill Row", "Rear extension of two storeys", "No objection"], ["16/0223/LB", "57 Elm Row", "New porch", "No comment"], ["16/0070/LB", "40 Ash Way", "Fell one ash", "No objection"]]
    xs = [60.0, 130.0, 230.0, 360.0]
    last = ["16/0338/LB", "28 Birch Hollow", "New windows, rooflights (listed", "No comment"]  # ends 7 points before the next column

    def read(shift: float) -> list[list[str]]:
        def top(s: Sheet) -> None:
            s.rows(xs, 80, [head], figures_right=False)
            s.rows([x + shift for x in xs], 94, [last], figures_right=False, head=0)
            s.paragraph(60, 140, 450, "The next meeting will be held in January.")
        records = mine(typeset(tmp_path / f"{shift}.pdf", lambda s: s.rows(xs, 700, [head, *rows], figures_right=False) and None, top))
        (table,) = [r for r in records if isinstance(r, Table)]
        return rows_of(records, table)
    assert read(0) == [head, *rows, last]
    assert read(-1) == [head, *rows]


def test_a_header_that_was_set_aside_as_a_running_head_over_the_last_rows(tmp_path: Path) -> None:
    """It stands at one place on each page, and "Accounts" above it."""
    rows = [[str(4000 + k), f"Bayview Fuels {k}", f"Hydro and sand {k}", f"{k + 10},298.93"] for k in range(41)]
    head = ["Cheque", "Payee", "Description", "Amount"]

    def sheet(part: list[list[str]]) -> Callable[[Sheet], None]:
        def draw(s: Sheet) -> None:
            s.text(60, 40, "Accounts", 9)
            s.rows([60, 120, 260, 430], 70, [head, *part], step=16, figures_right=False)
        return draw
    with open_pdf(typeset(tmp_path / "x.pdf", sheet(rows[:20]), sheet(rows[20:40]), sheet(rows[40:]))) as source:
        pages = [lay_page(source.page(n)) for n in range(1, 4)]
    for p, aside in zip(pages, (1, 1, 2), strict=True):
        p.head, p.lines = p.lines[:aside], p.lines[aside:]
    assert [ln.text for ln in pages[2].head] == ["Accounts", " ".join(head)]
    records = list(tables_of(Paper("report", pages, document_id="d"), Ids("p")))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert (table.last_page, rows_of(list(records), table)) == (3, [head, *rows])
    assert [ln.text for ln in pages[2].head] == ["Accounts"]


def test_a_group_name_alone_at_the_foot_is_the_last_row_there(tmp_path: Path) -> None:
    rows = [*WARDS[:5], ["Southern wards", "", "", ""]]
    records = mine(typeset(tmp_path / "x.pdf", lambda s: s.rows([60, 300, 400, 500], 700, rows) and None,
                           lambda s: s.rows([60, 300, 400, 500], 80, [WARDS[0], *WARDS[3:]]) and None))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert rows_of(records, table) == [*rows, *WARDS[3:]]
    (name,) = [r for r in records if isinstance(r, TableCell) and r.text == "Southern wards"]
    assert [e.page for e in name.evidence] == [1]


def test_a_page_stamp_over_a_header_is_no_row(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.text(60, 70, "Dunmarstead Borough Council Cabinet, 21st May, 2014", 8)
        s.text(500, 70, "2 of 2", 8, align="right")
        s.rows([60, 300, 400, 500], 84, WARDS)

    records = mine(typeset(tmp_path / "x.pdf", draw))
    (table,) = [r for r in records if isinstance(r, Table)]
    assert rows_of(records, table) == WARDS
