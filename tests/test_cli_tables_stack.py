"""`papermine tables stack`: one shape over many packs."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

from typer.testing import CliRunner

from builders import PackOf, put
from papermine.cli import app
from test_cli_tables import table

KINDS = [("Service", "text", None, 1), ("2023/24 Budget £000", "money", "£000", 1000), ("Q1 Forecast £000", "money", "£000", 1000)]


def test_a_column_renamed_and_one_added(tmp_path: Path) -> None:
    db = tmp_path / "c.duckdb"
    first, second, other = PackOf("quarter 1"), PackOf("quarter 2"), PackOf("names")
    model = table(first, first.paper(first.meeting("Cabinet", dt.date(2023, 7, 1), "Wexmere"), "report"),
                  [["Service", "2023/24 Budget £000", "Q1 Forecast £000"], ["Care", "100", "90"]], values={(1, 1): "100", (1, 2): "90"}, types=KINDS)
    table(second, second.paper(second.meeting("Cabinet", dt.date(2023, 10, 1), "Wexmere"), "report"),
          [["Service", "2023/24 Budget £000", "Q2 Forecast £000", "Comment"], ["Care", "101", "95", "up"]], values={(1, 1): "101", (1, 2): "95"},
          types=[*KINDS[:2], ("Q2 Forecast £000", "money", "£000", 1000), ("Comment", "text", None, 1)])
    table(other, other.paper(other.meeting("Cabinet", dt.date(2023, 10, 1), "Wexmere"), "report"), [["Ward", "Member", "Party"], ["North", "Ann", "Ind"]])
    for pack in (first, second, other):
        put(db, pack)
    result = CliRunner().invoke(app, ["tables", "stack", "--like", model.table_id, "--db", str(db)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(io.StringIO(result.stdout.lstrip("\ufeff"))))
    assert [(r["meeting_date"], r["Service"], r["2023/24 Budget £000"], r["Q1 Forecast £000"]) for r in rows] == \
        [("2023-07-01", "Care", "100", "90"), ("2023-10-01", "Care", "101", "95")]
    assert "Q1 Forecast £000 ← Q2 Forecast £000 (1.00)" in result.stderr
    assert "left out: Comment" in result.stderr
    assert "2 tables, 2 rows" in result.stderr
