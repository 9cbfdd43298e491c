"""`papermine tables`: list, show, export. Golden bytes for every hard type of cell."""

from __future__ import annotations

import csv as plain_csv
import datetime as dt
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from rich.console import Console
from starlette.testclient import TestClient
from typer.testing import CliRunner

from builders import PackOf, put, rows
from papermine.cli import app
from papermine.cli import tables as tables_command
from papermine.cli.grid import bands, print_grid, widths
from papermine.cli.tables import day
from papermine.errors import NotFound, PapermineError
from papermine.export.columns import columns_of, tidy, unique
from papermine.export.sheets import EVIDENCE, file_stem
from papermine.export.tables import About, Grid, GridCell, StoredColumn, Wanted, find, load
from papermine.export.xlsx import number_format, sheet_name, target
from papermine.records import PrintedCell, Table, TableCell, TableColumn
from papermine.serve import make_app
from papermine.store import pack_rows
from papermine.store.write import Batch, commit
from test_draw import PNG_BYTES, typeset

HARD = [
    ["Service", "2024/25 £000", "Change", "When", "Note"],
    ['Roads, "A" and B', "1,234.5", "12%", "31.03.2025", "=SUM(A1:A9)"],
    ["Two\nlines", "(1,234.5)", "-4.5%", "1 April 2025", "-5 to +5"],
    ["Café ŵ ✓ 議会", "-42", "-", "", "@cmd"],
    ["", "n/a", "+3%", "2 May 2025", "\tTabbed"],
    ["Total", "£1.2m", "100%", "3 May 2025", "-3.5"],
]
VALUES = {(1, 1): "1234.5", (2, 1): "-1234.5", (3, 1): "-42", (5, 1): "1200000", (1, 2): "12", (2, 2): "-4.5", (4, 2): "3", (5, 2): "100"}
TYPES = [("Service", "text", None, 1), ("2024/25 £000", "money", "£", 1000), ("Change", "percent", "%", 1), ("When", "date", None, 1),
         ("Note", "text", None, 1)]


def table(pack: PackOf, paper: Any, texts: list[list[str]], page: int = 1, *, header_rows: int = 1, title: str | None = None,
          values: dict[tuple[int, int], str] | None = None, types: list[tuple[str, str, str | None, int]] | None = None,
          spans: dict[tuple[int, int], tuple[int, int]] | None = None, pages: dict[int, int] | None = None, **more: Any) -> Table:
    """A stored table: texts, values by (row, column), spans as (rows, columns), and rows that stand on another page."""
    on = pages or {}
    found = pack.add(Table(table_id=pack.ids("table", page), document_id=paper.document_id, first_page=page, last_page=max([page, *on.values()]),
                           row_count=len(texts), column_count=len(texts[0]), ruled=True, header_rows=header_rows, title=title, **more))
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            value = (values or {}).get((r, c))
            down, across = (spans or {}).get((r, c), (1, 1))
            cell = pack.add(TableCell(cell_id=f"{found.table_id}:{r}.{c}", table_id=found.table_id, row_index=r, column_index=c, text=text,
                                      value=Decimal(value) if value else None, page=on.get(r, page), row_span=down, column_span=across))
            pack.add(PrintedCell(printed_cell_id=f"{cell.cell_id}:p", table_id=found.table_id, page=on.get(r, page), row_index=r, column_index=c,
                                 text=text, cell_id=cell.cell_id, x0=60 + 60 * c, top=40 + 15 * r, x1=118 + 60 * c, bottom=53 + 15 * r))
    for n, (name, kind, unit, scale) in enumerate(types or []):
        pack.add(TableColumn(column_id=f"{found.table_id}:c{n}", table_id=found.table_id, column_index=n, name=name, type=kind, unit=unit, scale=scale))
    return found


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A database of two packs with three tables, and the tables' ids."""
    folder = tmp_path_factory.mktemp("tables")
    db = folder / "council.duckdb"
    cabinet = PackOf("Cabinet pack (final)")
    meeting = cabinet.meeting("Cabinet", dt.date(2024, 5, 14), "Wexmêre Council")
    paper = cabinet.paper(meeting, "report")
    item = cabinet.item(paper, "Revenue Budget", "7", "agenda")
    first = table(cabinet, paper, HARD, values=VALUES, types=TYPES, title="Table 1: Spending", unit="£000", note="Source: ledger", item_id=item.item_id)
    second = table(cabinet, paper, [["Ward", "Planned", ""], ["", "2025", "2026"], ["North", "10", "20"], ["South", "", "1,000"]], 2, header_rows=2,
                   spans={(0, 0): (2, 1), (0, 1): (1, 2)}, pages={3: 3})
    parish = PackOf("parish")
    other = table(parish, parish.paper(parish.meeting("Parish Council", dt.date(2025, 1, 9), "Nether Quillmere")), [["a", "b"]], header_rows=0)
    path = typeset(folder / "cabinet.pdf", pages=3)
    commit(db, Batch([pack_rows(cabinet.mined)], [cabinet.file(str(path), source_url="https://wexmere.example/a.pdf")]))
    put(db, parish)
    return db, [first.table_id, second.table_id, other.table_id]


def run(db: Path, *args: str) -> tuple[str, str]:
    """(stdout, stderr) of a command that must succeed."""
    result = CliRunner().invoke(app, ["tables", *args, "--db", str(db)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def listed(db: Path, *args: str) -> list[str]:
    return [one["table_id"] for one in json.loads(run(db, "list", "--format", "json", *args)[0])]


@pytest.mark.parametrize(("args", "wanted"), [
    ((), [0, 1, 2]),
    (("--council", "wexmere"), [0, 1]),
    (("--body", "PARISH"), [2]),
    (("--from", "2024-05-14"), [0, 1, 2]),
    (("--from", "2024-06"), [2]),
    (("--to", "2024"), [0, 1]),
    (("--from", "2024-01-01", "--to", "2024-05"), [0, 1]),
    (("--item", "7"), [0]),
    (("--item", "budget"), [0]),
    (("--words", "spending"), [0]),
    (("--words", "change 2024/25"), [0]),
    (("--words", "planned ward 2026"), [1]),
    (("--words", "north"), []),
    (("--min-rows", "5"), [0]),
    (("--pack", "cabinet"), [0, 1]),
    (("--file", "parish"), [2]),
    (("--page", "3"), [1]),
    (("--pack", "cabinet", "--page", "1"), [0]),
    (("--words", "100%'; DROP TABLE x"), []),
])
def test_list_filters(stored: tuple[Path, list[str]], args: tuple[str, ...], wanted: list[int]) -> None:
    db, ids = stored
    assert listed(db, *args) == [ids[n] for n in wanted]


def test_list_formats(stored: tuple[Path, list[str]]) -> None:
    db, ids = stored
    one = json.loads(run(db, "list", "--format", "json", "--min-rows", "5")[0])[0]
    assert one == {
        "table_id": ids[0], "council": "Wexmêre Council", "body": "Cabinet", "meeting_date": "2024-05-14", "item_number": "7",
        "item_title": "Revenue Budget", "paper": "Report", "title": "Table 1: Spending", "header": "Service | 2024/25 £000 | Change | When | Note",
        "unit": "£000", "note": "Source: ledger", "file_name": "Cabinet pack (final).pdf", "first_page": 1, "last_page": 1, "rows": 6, "columns": 5,
        "header_rows": 1, "source_url": "https://wexmere.example/a.pdf", "path": one["path"], "pack_id": ids[0].split(":")[0]}
    out, err = run(db, "list", "--format", "table")
    assert err == ""
    assert [line.split()[0] for line in out.splitlines()[2:]] == ids
    assert "[Ward | Planned | 2025 | 2026]" in out
    assert "2–3" in out
    assert run(db, "list", "--format", "csv") == run(db, "list"), "in a pipe"
    assert run(db, "list")[0].count("\n") == 4
    assert run(db, "list", "-f", "md")[0].startswith("| table_id | council |")


def test_an_empty_list_says_so_on_stderr(stored: tuple[Path, list[str]]) -> None:
    db, _ = stored
    out, err = run(db, "list", "--words", "nothing like it", "--format", "json")
    assert json.loads(out) == []
    assert err == f"no table is like that; {db} holds 3 tables\n"


def test_dates() -> None:
    assert day("2024-02", True) == dt.date(2024, 2, 29)
    assert day("2024", True) == dt.date(2024, 12, 31)
    assert day("2024-12", True) == dt.date(2024, 12, 31)
    for bad in ("14/05/2024", "2024-13", "2024-02-30", "May", ""):
        with pytest.raises(PapermineError, match="is no date: write it as"):
            day(bad, False)


def test_show(stored: tuple[Path, list[str]]) -> None:
    db, ids = stored
    out, _ = run(db, "show", ids[0], "--format", "table")
    lines = out.splitlines()
    assert lines[:2] == ["Table 1: Spending", "£000"]
    assert lines[-2] == "Source: ledger"
    assert lines[-1] == ("Cabinet pack (final).pdf, page 1 · Wexmêre Council · Cabinet · 2024-05-14 · item 7 Revenue Budget · "
                         "https://wexmere.example/a.pdf")


@pytest.mark.parametrize("wide", [40, 60, 100])
def test_a_table_fits_the_terminal(stored: tuple[Path, list[str]], wide: int) -> None:
    db, ids = stored
    out = io.StringIO()
    print_grid(next(load(db, find(db, Wanted(ids=(ids[0],))))), Console(file=out, width=wide))
    narrow = [line.rstrip() for line in out.getvalue().splitlines()]
    assert max(map(len, narrow)) <= wide
    assert sum(line.startswith("Service") for line in narrow) == (2 if wide == 40 else 1), "what does not fit comes in bands with the first column"
    assert all(any(word in line for line in narrow) for word in ("=SUM(A1:A9)", "31.03.2025", "(1,234.5)", "議会"))


def test_a_table_that_was_not_asked_for_as_csv_steers_no_terminal(tmp_path: Path) -> None:
    pack = PackOf("steering")
    key = table(pack, pack.paper(pack.meeting()), [["Ward", "Sum"], ["a\x1b[2Jb", "1"]]).table_id
    put(tmp_path / "c.duckdb", pack)
    assert "a␛[2Jb" in run(tmp_path / "c.duckdb", "show", key)[0]
    assert "a\x1b[2Jb" in run(tmp_path / "c.duckdb", "show", key, "--format", "csv")[0]


def test_figures_stand_at_the_right(stored: tuple[Path, list[str]]) -> None:
    db, ids = stored
    lines = run(db, "show", ids[1], "-f", "table")[0].splitlines()
    north, south = (next(line for line in lines if line.startswith(name)) for name in ("North", "South"))
    assert north.rstrip().endswith("20")
    assert south.rstrip().endswith("1,000")
    assert len(north.rstrip()) == len(south.rstrip())


def test_bands_and_widths() -> None:
    assert bands([10, 50, 50], 40) == [[0], [1], [2]]
    assert sum(widths([5, 5, 5], [50, 50, 50], 60)) + 6 <= 60
    assert widths([3], [3], 2) == [2]


def test_show_as_csv_and_markdown(stored: tuple[Path, list[str]]) -> None:
    db, ids = stored
    result = CliRunner().invoke(app, ["tables", "show", ids[1], "--format", "csv", "--db", str(db)])
    assert result.stdout_bytes.decode() == "\ufeffWard,Planned,\r\n,2025,2026\r\nNorth,10,20\r\nSouth,,\"1,000\"\r\n"
    assert run(db, "show", ids[1], "--format", "md")[0] == (
        "| Ward | Planned / 2025 | Planned / 2026 |\n| --- | --- | --- |\n| North | 10 | 20 |\n| South |  | 1,000 |\n")


def test_show_draws_the_cells(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, ids = stored
    _, err = run(db, "show", ids[1], "--image", str(tmp_path / "x.png"))
    assert err == f"{tmp_path / 'x.png'}: page 2 (it also stands on page 3: --page N)\n"
    assert (tmp_path / "x.png").read_bytes().startswith(PNG_BYTES)
    run(db, "show", ids[1], "--image", str(tmp_path / "y.png"), "--page", "3")
    result = CliRunner().invoke(app, ["tables", "show", ids[1], "--image", str(tmp_path / "z.png"), "--page", "9", "--db", str(db)])
    assert isinstance(result.exception, NotFound)
    assert "stands on page 2–3, not on page 9" in str(result.exception)
    result = CliRunner().invoke(app, ["tables", "show", ids[2], "--image", str(tmp_path / "z.png"), "--db", str(db)])
    assert "no longer at /packs/parish.pdf" in str(result.exception)
    assert not (tmp_path / "z.png").exists()


def test_an_unknown_id_says_where_ids_are(stored: tuple[Path, list[str]]) -> None:
    db, _ = stored
    for command in (["show", "nope"], ["export", "nope", "-o", "x"]):
        result = CliRunner().invoke(app, ["tables", *command, "--db", str(db)])
        assert isinstance(result.exception, NotFound)
        assert str(result.exception) == "no table has the id nope: `papermine tables list` shows the ids that there are"


def test_a_typed_view_can_be_joined(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    pack = PackOf("a")
    found = table(pack, pack.paper(pack.meeting()), HARD, values=VALUES, types=TYPES, title="It's")
    put(db, pack)
    _, err = run(db, "show", found.table_id, "--sql", "spending")
    assert err == f'view named.spending is made: papermine sql "SELECT * FROM named.spending" --db {db}\n'
    assert rows(db, "SELECT page, row_index, service, c_2024_25_000, c_2024_25_000_printed, change, note FROM named.spending LIMIT 2") == [
        (1, 1, 'Roads, "A" and B', Decimal("1234.5"), "1,234.5", Decimal("12.0"), "=SUM(A1:A9)"),
        (1, 2, "Two\nlines", Decimal("-1234.5"), "(1,234.5)", Decimal("-4.5"), "-5 to +5")]
    assert rows(db, "SELECT sum(c_2024_25_000) FROM named.spending WHERE service <> 'Total'") == [(Decimal("-42.0"),)]
    assert rows(db, "SELECT comment FROM duckdb_columns() WHERE column_name = 'c_2024_25_000' AND schema_name = 'named'") == [
        ("2024/25 £000 (money; £, in units of 1000)",)]
    run(db, "show", found.table_id, "--sql", "spending")
    put(db, PackOf("b"))
    assert rows(db, "SELECT count(*) FROM named.spending") == [(5,)], "the view outlives the next commit"
    for bad in ("a b", "1a", 'x"; DROP', "", "é" * 70):
        result = CliRunner().invoke(app, ["tables", "show", found.table_id, "--sql", bad, "--db", str(db)])
        assert isinstance(result.exception, PapermineError)
        assert "cannot name a view" in str(result.exception)


GOLDEN = (
    "\ufeffService,2024/25 £000,Change,When,Note\r\n"
    '"Roads, ""A"" and B","1,234.5",12%,31.03.2025,\'=SUM(A1:A9)\r\n'
    '"Two\nlines","(1,234.5)",-4.5%,1 April 2025,\'-5 to +5\r\n'
    "Café ŵ ✓ 議会,-42,-,,'@cmd\r\n"
    ",n/a,+3%,2 May 2025,'\tTabbed\r\n"
    "Total,£1.2m,100%,3 May 2025,-3.5\r\n")


def exported(db: Path, folder: Path, *args: str) -> list[dict[str, str]]:
    """Export, and read the catalogue."""
    run(db, "export", "--output", str(folder), *args)
    with open(folder / "tables.csv", encoding="utf-8-sig", newline="") as file:
        return list(plain_csv.DictReader(file))


def test_json_is_what_the_web_page_gives_and_where_each_row_starts(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, ids = stored
    files = {one["table_id"]: one["file"] for one in exported(db, tmp_path, "--format", "json", "--evidence")}
    table = json.loads((tmp_path / files[ids[0]]).read_text(encoding="utf-8"))
    assert json.loads(run(db, "show", ids[0], "--format", "json")[0]) == {k: v for k, v in table.items() if k != "evidence"}
    assert (table["table_id"], len(table["evidence"])) == (ids[0], len(table["rows"]))
    assert {name for one in table["evidence"] for name in one} == set(EVIDENCE)
    with TestClient(make_app(str(db))) as web:
        assert web.get(f"/api/tables/{ids[0]}").json() == {k: v for k, v in table.items() if k != "evidence"}


def test_csv_bytes(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, ids = stored
    catalogue = exported(db, tmp_path / "out")
    assert [one["table_id"] for one in catalogue] == ids
    name = f"Cabinet-pack-final-{ids[0][:8]}-p001-1.csv"
    assert (tmp_path / "out" / name).read_bytes() == GOLDEN.encode("utf-8")
    assert catalogue[0] == {
        "file": name, "sheet": "", "title": "Table 1: Spending", "header": "Service | 2024/25 £000 | Change | When | Note", "unit": "£000",
        "note": "Source: ledger", "pack": "Cabinet pack (final).pdf", "pages": "1", "first_page": "1", "last_page": "1", "rows": "6", "columns": "5",
        "council": "Wexmêre Council", "body": "Cabinet", "meeting_date": "2024-05-14", "item_number": "7", "item_title": "Revenue Budget",
        "paper": "Report", "source": "https://wexmere.example/a.pdf", "path": catalogue[0]["path"], "table_id": ids[0]}
    assert catalogue[1]["pages"] == "2–3"
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted([*(one["file"] for one in catalogue), "tables.csv"])
    assert exported(db, tmp_path / "out") == catalogue, "exporting again changes nothing"


def test_csv_raw_leaves_cells_as_printed(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, _ = stored
    name = exported(db, tmp_path, "--raw")[0]["file"]
    assert (tmp_path / name).read_bytes() == GOLDEN.replace("'=", "=").replace("'-", "-").replace("'@", "@").replace("'\t", "\t").encode()


def test_csv_with_evidence(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, ids = stored
    catalogue = exported(db, tmp_path, "--evidence")
    second = (tmp_path / catalogue[1]["file"]).read_text(encoding="utf-8-sig").splitlines()
    assert second == [
        "Ward,Planned,,,,,,,",
        ",2025,2026,evidence_source,evidence_page,evidence_x0,evidence_top,evidence_x1,evidence_bottom",
        "North,10,20,https://wexmere.example/a.pdf,2,60.0,70.0,238.0,83.0",
        'South,,"1,000",https://wexmere.example/a.pdf,3,60.0,85.0,238.0,98.0']
    third = (tmp_path / catalogue[2]["file"]).read_text(encoding="utf-8-sig").splitlines()
    assert third == ["column 1,column 2,evidence_source,evidence_page,evidence_x0,evidence_top,evidence_x1,evidence_bottom",
                     "a,b,parish.pdf,1,60.0,40.0,178.0,53.0"]
    assert ids[2] == catalogue[2]["table_id"]


def test_export_by_id_and_filter(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, ids = stored
    assert [one["table_id"] for one in exported(db, tmp_path / "a", ids[2], ids[0])] == [ids[0], ids[2]]
    assert [one["table_id"] for one in exported(db, tmp_path / "b", "--words", "ward")] == [ids[1]]
    result = CliRunner().invoke(app, ["tables", "export", "-o", str(tmp_path / "c"), "--words", "zzz", "--db", str(db)])
    assert isinstance(result.exception, NotFound)
    assert "nothing is written" in str(result.exception)
    assert not (tmp_path / "c").exists()
    (tmp_path / "file").write_text("x")
    result = CliRunner().invoke(app, ["tables", "export", "-o", str(tmp_path / "file"), "--db", str(db)])
    assert "is a file: name a folder" in str(result.exception)


def test_xlsx(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, ids = stored
    catalogue = exported(db, tmp_path, "--format", "xlsx")
    assert {one["file"] for one in catalogue} == {"tables.xlsx"}
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    assert book.sheetnames == ["Tables", *(one["sheet"] for one in catalogue)]
    assert book.sheetnames[1] == "1 p1 Table 1 Spending"
    contents = book["Tables"]
    assert [contents.cell(2, c).value for c in (1, 2, 3, 4, 5, 6, 11)] == [1, "Table 1: Spending", "Cabinet pack (final).pdf", "1", 6, 5, ids[0]]
    assert contents["B2"].hyperlink.location == "'1 p1 Table 1 Spending'!A1"
    assert contents["C2"].hyperlink.target == "https://wexmere.example/a.pdf#page=1"
    assert contents["C4"].hyperlink.target == "file:///packs/parish.pdf#page=1"
    assert contents["I2"].value == dt.datetime(2024, 5, 14)
    assert contents.freeze_panes == "A2"
    sheet = book[book.sheetnames[1]]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    got = [[(sheet.cell(r, c).value, sheet.cell(r, c).data_type, sheet.cell(r, c).number_format) for c in (2, 3, 5)] for r in range(2, 7)]
    assert got == [
        [(1234.5, "n", "#,##0.0"), (0.12, "n", "0%"), ("=SUM(A1:A9)", "s", "General")],
        [(-1234.5, "n", "#,##0.0;(#,##0.0)"), (-0.045, "n", "0.0%"), ("-5 to +5", "s", "General")],
        [(-42, "n", "0"), ("-", "s", "General"), ("@cmd", "s", "General")],
        [("n/a", "s", "General"), (0.03, "n", "+0%;-0%;0%"), ("\tTabbed", "s", "General")],
        [(1200000, "n", '"£"0.0,,"m"'), (1, "n", "0%"), ("-3.5", "s", "General")]]
    assert sheet["E2"].quotePrefix
    assert not sheet["A2"].quotePrefix
    assert [sheet.cell(r, 1).value for r in (8, 9, 10)] == ["Cabinet pack (final).pdf, page 1", "Source: ledger", "back to the list of tables"]
    second = book[book.sheetnames[2]]
    assert second.freeze_panes == "A3"
    assert sorted(str(r) for r in second.merged_cells.ranges) == ["A1:A2", "B1:C1"]
    assert [second.cell(r, 3).value for r in (3, 4)] == [20, 1000]


def test_xlsx_with_evidence_and_what_xml_forbids(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    pack = PackOf("a")
    table(pack, pack.paper(pack.meeting()), [["Ref", "Sum"], ["00123", "1\x0b2"], ["#N/A", "12345678901234567890"], ["x" * 40_000, "7"]],
          title="[A]/B:*?\\ " + "long " * 20)
    put(db, pack)
    exported(db, tmp_path, "--format", "xlsx", "--evidence")
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    assert book.sheetnames[1] == "1 p1 A B long long long long lo"
    sheet = book.worksheets[1]
    assert [c.value for c in sheet[1]] == ["Ref", "Sum", "evidence_source", "evidence_page", "evidence_x0", "evidence_top", "evidence_x1",
                                           "evidence_bottom"]
    assert [c.value for c in sheet[2]] == ["00123", "1\ufffd2", "a.pdf", 1, 60, 55, 178, 68]
    assert [(c.value, c.data_type) for c in sheet[3]][:2] == [("#N/A", "s"), ("12345678901234567890", "s")]
    assert len(sheet["A4"].value) == 32_767


def test_sheet_names_differ() -> None:
    taken = {"tables"}
    about = make(title="Budget")
    names = [sheet_name(about, n, taken) for n in (1, 2, 11)]
    assert names == ["1 p1 Budget", "2 p1 Budget", "11 p1 Budget"]
    assert sheet_name(make(title="'quoted'"), 3, taken) == "3 p1 'quoted"


@pytest.mark.parametrize(("text", "value", "wanted"), [
    ("1234", "1234", "0"), ("1,234", "1234", "#,##0"), ("0.50", "0.50", "0.00"), ("£1,234.50", "1234.50", '"£"#,##0.00'),
    ("-£3", "-3", '"£"0'), ("(£20k)", "-20000", '"£"0,"k";("£"0,"k")'), ("£5bn", "5000000000", '"£"0,,,"bn"'), ("+3", "3", "+0;-0;0"),
    ("£(1.5)m", "-1500000", '"£"0.0,,"m";("£"0.0,,"m")'), ("1,234*", "1234", "#,##0"), ("−4", "-4", "0"), ("$9", "9", '"$"0'), ("3 of 4", "3", "General")])
def test_number_formats(text: str, value: str, wanted: str) -> None:
    assert number_format(text, Decimal(value)) == wanted


def test_links_go_to_the_web_or_the_file_and_nowhere_else() -> None:
    assert target(make(source_url="https://a.example/x.pdf#view", path="/a.pdf")) == "https://a.example/x.pdf#page=1"
    assert target(make(source_url="javascript:alert(1)", path="/a b.pdf")) == "file:///a%20b.pdf#page=1"
    assert target(make(source_url=None, path=None)) is None


def test_parquet(stored: tuple[Path, list[str]], tmp_path: Path) -> None:
    db, ids = stored
    catalogue = exported(db, tmp_path, "--format", "parquet", "--evidence")
    got = pq.read_table(tmp_path / catalogue[0]["file"])
    assert [(f.name, f.type) for f in got.schema] == [
        ("Service", pa.string()), ("2024/25 £000", pa.decimal128(18, 1)), ("2024/25 £000 (printed)", pa.string()), ("Change", pa.decimal128(18, 1)),
        ("When", pa.date32()), ("Note", pa.string()), ("evidence_source", pa.string()), ("evidence_page", pa.int32()),
        ("evidence_x0", pa.float64()), ("evidence_top", pa.float64()), ("evidence_x1", pa.float64()), ("evidence_bottom", pa.float64())]
    assert got["2024/25 £000"].to_pylist() == [Decimal("1234.5"), Decimal("-1234.5"), Decimal("-42.0"), None, Decimal("1200000.0")]
    assert got["2024/25 £000 (printed)"].to_pylist() == ["1,234.5", "(1,234.5)", "-42", "n/a", "£1.2m"]
    assert got["Change"].to_pylist() == [Decimal("12.0"), Decimal("-4.5"), None, Decimal("3.0"), Decimal("100.0")]
    assert got["When"].to_pylist() == [dt.date(2025, 3, 31), dt.date(2025, 4, 1), None, dt.date(2025, 5, 2), dt.date(2025, 5, 3)]
    assert got["Note"].to_pylist() == ["=SUM(A1:A9)", "-5 to +5", "@cmd", "\tTabbed", "-3.5"], "Parquet is never changed"
    assert got["evidence_page"].to_pylist() == [1] * 5
    assert got.schema.field("2024/25 £000").metadata[b"unit"].decode() == "£"
    assert got.schema.field("2024/25 £000").metadata[b"scale"] == b"1000"
    assert got.schema.metadata[b"table_id"].decode() == ids[0]
    second = pq.read_table(tmp_path / catalogue[1]["file"])
    assert second.schema.names[:3] == ["Ward", "Planned / 2025", "Planned / 2026"]
    assert second["Planned / 2026"].to_pylist() == [Decimal(20), Decimal(1000)]


def make(**more: Any) -> About:
    values: dict[str, Any] = {
        "table_id": "05d1526b7dbc3e5d:table:1.1", "council": None, "body": None, "meeting_date": None, "item_number": None, "item_title": None,
        "paper": None, "title": None, "header": None, "unit": None, "note": None, "file_name": "a.pdf", "first_page": 1, "last_page": 1, "rows": 1,
        "columns": 1, "header_rows": 1, "source_url": None, "path": None, "pack_id": "05d1526b7dbc3e5d"}
    return About(**{**values, **more})


@pytest.mark.parametrize(("name", "wanted"), [
    ("wolverhampton--2020.pdf", "wolverhampton--2020-05d1526b-p001-1"), ("../../etc/passwd", "etc-passwd-05d1526b-p001-1"),
    ("a\nb'\"c .PDF", "a-b-c-05d1526b-p001-1"), (".pdf", "pack-05d1526b-p001-1"), ("😀.pdf", "pack-05d1526b-p001-1"), ("CON.pdf", "CON-05d1526b-p001-1")])
def test_file_names_are_safe(name: str, wanted: str) -> None:
    assert file_stem(make(file_name=name)) == wanted


def test_a_long_file_name_is_cut_at_a_whole_letter() -> None:
    assert len(file_stem(make(file_name="é" * 300 + ".pdf")).encode()) < 160


def column(kind: str | None, *texts: str, values: dict[int, str] | None = None) -> Any:
    """The only column of a table with these cells under the header "n"."""
    cells = [GridCell(0, 0, 1, 1, "n", None, 1)]
    cells += [GridCell(r, 0, 1, 1, t, Decimal(values[r]) if values and r in values else None, 1) for r, t in enumerate(texts, 1)]
    stored = {0: StoredColumn("n", kind, None, 1)} if kind else {}
    return columns_of(Grid(make(rows=len(texts) + 1), cells, stored))[0]


@pytest.mark.parametrize(("texts", "kind", "values"), [
    (("1,000", "-", "(5)"), "number", [1000, None, -5]),
    (("£5", "£6.50", "n/a"), "money", [5, Decimal("6.50"), None]),
    (("12%", "3%"), "percent", [12, 3]),
    (("2024", "2025"), "year", [2024, 2025]),
    (("2024/25", "2025/26"), "text", ["2024/25", "2025/26"]),
    (("00123", "00456"), "text", ["00123", "00456"]),
    (("31.03.2025", "1 April 2025"), "date", [dt.date(2025, 3, 31), dt.date(2025, 4, 1)]),
    (("4/20/2016", "5/4/2016"), "date", [dt.date(2016, 4, 20), dt.date(2016, 5, 4)]),
    (("1", "two", "three"), "text", ["1", "two", "three"]),
    (("", "-", "n/a"), "text", [None, "-", "n/a"]),
])
def test_kinds_of_columns_that_nobody_stored(texts: tuple[str, ...], kind: str, values: list[Any]) -> None:
    got = column(None, *texts)
    assert (got.type, got.values) == (kind, values)


def test_a_stored_type_and_value_come_first() -> None:
    assert column("text", "1", "2").values == ["1", "2"]
    got = column("number", "1,234.50", "7", values={1: "1234.500000"})
    assert got.values == [Decimal("1234.50"), None], "where values are stored, a cell without one is no figure"
    assert str(got.values[0]) == "1234.50"
    assert not got.whole
    assert tidy(Decimal("0.000000"), "0") == 0


def test_names_of_columns() -> None:
    assert unique(["a", "A", "a"]) == ["a", "A (2)", "a (3)"]


def test_many_tables_are_loaded_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papermine.export.tables._AT_ONCE", 2)
    db = tmp_path / "x.duckdb"
    pack = PackOf("a")
    paper = pack.paper(pack.meeting())
    made = [table(pack, paper, [[str(n)]], n, header_rows=0).table_id for n in (1, 2, 3, 10, 11)]
    put(db, pack)
    grids = list(load(db, find(db, Wanted()), places=True))
    assert [g.about.table_id for g in grids] == made
    assert [g.texts for g in grids] == [[["1"]], [["2"]], [["3"]], [["10"]], [["11"]]]
    assert [g.spots[0].page for g in grids] == [1, 2, 3, 10, 11]


def test_help_has_examples() -> None:
    for command in ("list", "show", "export"):
        result = CliRunner().invoke(app, ["tables", command, "--help"])
        assert f"papermine tables {command}" in result.stdout


def test_a_reader_sees_each_table_with_an_id_to_copy(stored: tuple[Path, list[str]]) -> None:
    db, ids = stored
    lines = tables_command.listed(find(db, Wanted()), 60)
    assert [line.split(" · ")[1] for line in lines if line.startswith("      ")] == [t.table_id for t in find(db, Wanted())]
    assert set(ids) == {line.split(" · ")[1] for line in lines if line.startswith("      ")}
    assert any(line.startswith("2024-05-14 · Cabinet · Cabinet pack") for line in lines)
    assert max(map(len, lines)) <= 66
