"""Printed totals against the figures that they sum."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import papermine
from papermine.records import Issue, Table, TableCell
from papermine.sums import Figures, Sum, sums, verdict
from typeset_tables import Sheet, typeset


def figures(*rows: tuple[str, ...], names: tuple[str, ...] = ("Service", "Budget", "Actual"), scale: int = 1) -> Figures:
    values = {(r, c): Decimal(text) for r, row in enumerate(rows) for c, text in enumerate(row) if c and text}
    return Figures(range(len(rows)), values, {r: row[0] for r, row in enumerate(rows)}, names, ["text"] + ["money"] * (len(names) - 1), [scale] * len(names))


def test_a_total_row_that_agrees() -> None:
    found = sums(figures(("Care", "10", "11"), ("Parks", "5", "4"), ("Total", "15", "15")))
    assert [(s.row, s.column, s.agrees) for s in found] == [(2, 1, True), (2, 2, True)]
    assert verdict(found) == "agree"


def test_a_figure_that_differs_while_the_others_agree_is_told_with_both() -> None:
    found = sums(figures(("Care", "10", "11", "1"), ("Parks", "5", "4", "2"), ("Total", "15", "16", "3"), names=("Service", "Budget", "Actual", "Plan")))
    assert [s for s in found if not s.agrees] == [Sum(2, 2, "Total", Decimal(16), Decimal(15), False)]
    assert verdict(found) == "differ"


def test_what_fits_nothing_is_not_called_wrong() -> None:
    assert sums(figures(("Care", "10", "11"), ("Parks", "5", "4"), ("Total net of grants", "9", "3"))) == []
    assert verdict([]) is None


def test_totals_of_groups_and_of_totals() -> None:
    rows = (("Care", "10", "11"), ("Parks", "5", "4"), ("Total people", "15", "15"), ("Roads", "7", "7"), ("Waste", "1", "1"), ("Total place", "8", "8"),
            ("Grand total", "23", "23"))
    assert [(s.row, s.agrees) for s in sums(figures(*rows)) if s.column == 1] == [(2, True), (5, True), (6, True)]


def test_rounded_thousands_may_be_off_by_the_rounding_but_pounds_may_not() -> None:
    rows = (("Care", "10", "1"), ("Parks", "5", "2"), ("Total", "16", "3"))
    assert verdict(sums(figures(*rows, scale=1000))) == "agree"
    assert not [s for s in sums(figures(*rows)) if s.agrees and s.column == 1]


def test_a_total_column() -> None:
    rows = (("Care", "1", "2", "3"), ("Parks", "4", "5", "9"), ("Roads", "1", "1", "7"), ("Waste", "2", "2", "4"))
    found = sums(figures(*rows, names=("Service", "Pay", "Other", "Total")))
    assert [(s.row, s.agrees) for s in found] == [(0, True), (1, True), (2, False), (3, True)]


def test_the_printed_table_keeps_its_figure_and_gets_an_issue(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        xs, ys = [60.0, 220.0, 320.0, 420.0], [100.0, 118.0, 136.0, 154.0, 172.0]
        s.grid(xs, ys)
        s.cells(xs, ys, [["Service", "Budget £", "Actual £"], ["Care", "1,200", "1,100"], ["Parks", "300", "350"], ["Total", "1,500", "1,540"]])
    mined = papermine.mine(papermine.read(typeset(tmp_path / "x.pdf", draw)))
    (table,) = mined.of(Table)
    assert table.checked == "differ"
    (issue,) = [i for i in mined.of(Issue) if i.code == "total-differs"]
    assert issue.message == "Page 1: 'Total', column Actual £, is printed as 1,540 but its figures come to 1,450; both are kept"
    assert (issue.about, issue.severity, issue.evidence[0].text) == (table.table_id, "info", "1,540")
    assert {c.text: c.value for c in mined.of(TableCell) if c.row_index == 3} == {"Total": None, "1,500": Decimal(1500), "1,540": Decimal(1540)}
