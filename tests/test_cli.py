"""The command line: what each command prints, where to, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import papermine
from builders import Batch, PackOf, commit, minutes_pack, pack_rows, put
from papermine.cli.terminal import safe
from papermine.records import Attendance


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "council.duckdb"
    pack = minutes_pack("a", "That more school places be made")
    pack.issue("no-text", "warning", 2)
    pack.issue("redacted", "info", 3)
    put(path, pack, minutes_pack("b", "=SUM(A1)", body="Planning [red]Committee\x1b[31m"), source_url="https://example.org/a.pdf")
    return path


def run(*args: str, cwd: Path | None = None, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    full = {k: v for k, v in os.environ.items() if k != "PAPERMINE_DB"} | env
    done = subprocess.run([sys.executable, "-m", "papermine", *args], capture_output=True, check=False, cwd=cwd, env=full, timeout=120,
                          input=stdin.encode())
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def ok(*args: str, **more: Any) -> str:
    done = run(*args, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_help_loads_nothing_heavy() -> None:
    """What it costs in seconds is measured by ``benchmarks/speed.py``: a clock in a test fails on a busy machine."""
    code = ("import sys, contextlib, io\nsys.argv = ['papermine', '--help']\nfrom papermine.cli import main\n"
            "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n    main()\n"
            "print(*sorted({'duckdb', 'pyarrow', 'spacy', 'pydantic', 'numpy', 'pdfplumber', 'pypdfium2', 'rich', 'tantivy', 'starlette', 'asyncio'}"
            " & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


COMMANDS = ["ingest", "sql", "decisions", "people", "questions", "tables", "export", "page", "show", "issues", "review", "audit", "schema", "score", "forget"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    examples = ok(command, "--help").split("\n", 2)[2]
    if command == "tables":
        examples = ok("tables", "list", "--help").split("\n", 2)[2]
    assert f"papermine {command}" in examples


def test_the_top_help_lists_every_command_with_a_sentence() -> None:
    text = ok("--help")
    for command in COMMANDS:
        assert any(line.split()[:1] == [command] and len(line.split()) > 3 for line in text.splitlines()), command


def test_version() -> None:
    assert ok("--version") == f"papermine {papermine.__version__}\n"


QUERY = "SELECT meeting_date, body, text FROM decisions WHERE text ILIKE '%school places%' ORDER BY 1"


def test_options_stand_before_or_after(db: Path) -> None:
    one = ok("sql", "--db", str(db), "--format", "csv", QUERY)
    assert one == ok("sql", QUERY, "--db", str(db), "--format", "csv") == ok("sql", QUERY, "--format", "csv", PAPERMINE_DB=str(db))
    assert one == "meeting_date,body,text\r\n2020-01-22,Cabinet,That more school places be made\r\n"


def test_the_default_database_is_here(db: Path) -> None:
    db.rename(db.with_name("papermine.duckdb"))
    assert "school places" in ok("sql", QUERY, cwd=db.parent)
    done = run("sql", QUERY, cwd=db.parent.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("papermine: papermine.duckdb does not exist: run `papermine ingest")


def test_sql_formats(db: Path, tmp_path: Path) -> None:
    query = "SELECT 1 AS n, 1.50 AS d, DATE '2020-01-22' AS day, NULL AS nothing, 'a|b, \"c\"' AS t, [1, 2] AS l, true AS yes"
    option = ("--db", str(db))
    assert json.loads(ok("sql", query, "-f", "json", *option)) == [
        {"n": 1, "d": 1.5, "day": "2020-01-22", "nothing": None, "t": 'a|b, "c"', "l": [1, 2], "yes": True}]
    assert [json.loads(line) for line in ok("sql", query, "-f", "jsonl", *option).splitlines()] == json.loads(ok("sql", query, "-f", "json", *option))
    assert ok("sql", query, "-f", "csv", *option) == 'n,d,day,nothing,t,l,yes\r\n1,1.50,2020-01-22,,"a|b, ""c""","[1, 2]",true\r\n'
    assert ok("sql", query, "-f", "md", *option).splitlines()[2] == '| 1 | 1.50 | 2020-01-22 |  | a\\|b, "c" | [1, 2] | true |'
    assert "2020-01-22" in ok("sql", query, *option)
    assert ok("sql", query, "--output", str(tmp_path / "x" / "out.csv"), *option) == ""
    assert (tmp_path / "x" / "out.csv").read_bytes().startswith(b"n,d,day")
    assert ok("sql", "SELECT 1 AS n WHERE false", "-f", "json", *option) == "[]\n"
    assert ok("sql", "SELECT 1 AS n WHERE false", "-f", "csv", *option) == "n\r\n"


def test_sql_reads_standard_input(db: Path) -> None:
    assert ok("sql", "-", "--db", str(db), "-f", "csv", stdin="SELECT 1 AS n") == ok("sql", "--db", str(db), "-f", "csv", stdin="SELECT 1 AS n")
    assert "the query is empty" in run("sql", "-", "--db", str(db), stdin="  ;").stderr


def test_a_bad_query_is_explained_and_fails(db: Path) -> None:
    done = run("sql", "SELECT * FROM decision", "--db", str(db))
    assert done.returncode == 1
    assert "Nearest views: decisions" in done.stderr
    assert "Traceback" not in done.stderr


def test_text_of_a_pdf_cannot_steer_the_terminal(db: Path) -> None:
    out = ok("sql", "SELECT body FROM meetings", "--db", str(db))
    assert "\x1b" not in out
    assert "Planning [red]Committee␛[31m" in out
    shown = ok("show", minutes_pack("b").id + ":meeting:1.1", "--db", str(db))
    assert "\x1b" not in shown
    assert "␛[31m" in shown


@pytest.mark.parametrize(("text", "shown"), [
    ("a\x1b[2Jb", "a␛[2Jb"), ("bell\x07", "bell␇"), ("\x9b31m", "<U+009B>31m"), ("abc\u202edef", "abc<U+202E>def"),
    ("line\nnext\tcell", "line\nnext\tcell"),
    ("£1 — “ok” é 🏛", "£1 — “ok” é 🏛"), ("\x7f", "␡"), ("\ud800", "<U+D800>")])
def test_safe(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_closed_pipe_is_quiet(db: Path) -> None:
    command = f"{sys.executable} -m papermine sql 'SELECT i FROM range(400000) t(i)' -f csv --db {db} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("i\n", "")


_FAILS = """
import sys, typer
from papermine import cli, errors

app = typer.Typer(pretty_exceptions_enable=False)

@app.command()
def fails():
    print("what was found so far")
    raise {error}

cli.application = lambda names: app
sys.argv = ["papermine"]
cli.main()
"""


@pytest.mark.parametrize(("error", "code", "said"), [
    ("errors.NotFound('there is no such paper')", 1, "papermine: there is no such paper\n"), ("typer.Exit(3)", 3, ""), ("typer.Exit(0)", 0, ""),
    ("ZeroDivisionError('a fault')", 1, "ZeroDivisionError: a fault\n")])
def test_who_reads_no_more_does_not_make_a_failure_well(error: str, code: int, said: str) -> None:
    """What was printed cannot be written: the command failed all the same, and says why."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    reads, writes = os.pipe()
    os.close(reads)
    try:
        done = subprocess.run([sys.executable, "-c", _FAILS.format(error=error)], stdout=writes, stderr=subprocess.PIPE, text=True, env=env, check=False)
    finally:
        os.close(writes)
    assert (done.returncode, done.stderr[-len(said):] if said else done.stderr) == (code, said)


def test_who_reads_the_first_line_only_has_had_enough_and_nothing_failed(db: Path) -> None:
    command = f"set -o pipefail; {sys.executable} -m papermine sql 'SELECT i FROM range(400000) t(i)' -f csv --db {db} | head -1 > /dev/null"
    assert subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False).returncode == 0


def test_an_id_cut_out_of_our_csv_is_that_id(db: Path) -> None:
    """Lines of CSV end with CR LF: `papermine show $(papermine sql … | tail -1)` gives the CR with the id."""
    line = ok("sql", "SELECT resolution_id FROM resolutions LIMIT 1", "--db", str(db)).split("\n")[1]
    assert line.endswith("\r")
    assert ok("show", line, "--db", str(db)).startswith(f"{line[:-1]}  (resolutions)")


def test_the_suffix_of_a_file_says_its_format(db: Path, tmp_path: Path) -> None:
    for name, starts in (("r.csv", b"\xef\xbb\xbf"), ("r.jsonl", b'{"'), ("r.parquet", b"PAR1"), ("r.xlsx", b"PK"), ("r.json", b"[\n{\""), ("r.txt", b"\xef\xbb\xbf")):
        run("export", "resolutions", "--db", str(db), "-o", str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(starts), name
    run("sql", "SELECT 1 AS a, '=1+1' AS b", "--db", str(db), "-o", str(tmp_path / "s.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx").active
    assert sheet is not None
    assert [[(cell.value, cell.data_type) for cell in row] for row in sheet] == [[("a", "s"), ("b", "s")], [(1, "n"), ("=1+1", "s")]]
    for args in (("export", "resolutions"), ("sql", "SELECT 1")):
        done = run(*args, "--db", str(db), "--format", "xlsx")
        assert (done.returncode, done.stdout) == (1, "")
        assert "is no text: name a file with --output" in done.stderr
        done = run(*args, "--db", str(db), "-o", str(tmp_path / "r.ods"))
        assert (done.returncode, (tmp_path / "r.ods").exists()) == (1, False)
        assert "cannot be written as ods: name a file that ends with .csv, .json" in done.stderr


@pytest.mark.parametrize(("args", "says"), [
    (("issues", "--code", "none-such"), "no issue is like that; the codes that there are: no-text, redacted"),
    (("people", "--council", "nowhere"), "nobody is like that"),
    (("people", "--kind", "cat"), "there is no kind 'cat': it is member or officer"),
    (("review", "list", "--kind", "cat"), "there is no kind 'cat': it is one of agenda_items"),
    (("review", "log", "--state", "lost"), "'lost' is not one of 'applied'"),
    (("search", "places", "--outcome", "won"), "'won' is not one of 'resolved', 'carried'"),
    (("ingest", "a.pdf", "--manifest", "none.csv"), "the manifest none.csv cannot be read (No such file or directory): check the path")])
def test_a_filter_that_fits_nothing_says_what_there_is(db: Path, args: tuple[str, ...], says: str) -> None:
    assert says in " ".join(run(*args, "--db", str(db)).stderr.split())


def test_a_name_that_no_paper_prints_so_gets_the_nearest(tmp_path: Path) -> None:
    pack = PackOf("a")
    paper = pack.paper(pack.meeting())
    pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, name="A J Rusk",
                        name_printed="Cllr A J Rusk", status="present"))
    put(tmp_path / "a.duckdb", pack)
    assert "no member or officer has the name Antony Rusk: there is A J Rusk" in run("people", "Antony Rusk", "--db", str(tmp_path / "a.duckdb")).stderr


def test_a_path_that_is_not_there_is_asked_for_nothing(tmp_path: Path) -> None:
    done = run("ingest", "packz", "--db", "a.duckdb", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no such file: check the path" in done.stderr
    assert "Try next" not in done.stderr, "there is nothing to ask"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(("args", "why"), [
    (("--help",), "the output could not be written (No space left on device)"),
    (("sql", "SELECT 1"), "the output could not be written (No space left on device)"),
    (("sql", "SELEC 1"), "syntax error")])
def test_output_without_room_is_one_line(db: Path, args: tuple[str, ...], why: str) -> None:
    """Where nothing was printed, what is wrong with the command is said."""
    env = {**os.environ, "PAPERMINE_DB": str(db)}
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "papermine", *args], stdout=full, stderr=subprocess.PIPE, text=True, env=env, check=False)
    assert done.returncode == 1
    assert why in done.stderr.splitlines()[0]
    assert "Traceback" not in done.stderr


def test_sql_without_a_query_on_a_terminal_says_how(db: Path) -> None:
    out = on_terminal("sql", "--db", str(db))
    assert "pip install 'papermine[shell]'" in out


def test_where_columns_do_not_fit_each_row_is_a_block(db: Path) -> None:
    """Columns of four characters cannot be read: a narrow terminal gets a line for each value."""
    query = "SELECT 'Callum Ogunleye of Alder Mesa' AS name, 'City of Alder Mesa' AS council, NULL AS ward, 'Monitoring Officer' AS post, " \
            "'person:1c69b95e5ad98bce' AS person_id"
    narrow = on_terminal("sql", query, "--db", str(db), columns=60)
    assert "name Callum Ogunleye of Alder Mesa council City of Alder Mesa post Monitoring Officer person_id person:1c69b95e5ad98bce" in narrow
    wide = on_terminal("sql", query, "--db", str(db), columns=130)
    assert "name council ward post person_id" in wide


def test_an_id_stays_in_one_piece(db: Path) -> None:
    query = "SELECT 'one of many words that wrap' AS a, 'others that wrap as well' AS b, '05d1526b7dbc3e5d:resolution:12.1' AS record_id"
    assert "a b record_id" in (wide := on_terminal("sql", query, "--db", str(db), columns=70))
    assert "05d1526b7dbc3e5d:resolution:12.1" in wide
    assert "record_id 05d1526b7dbc3e5d:resolution:12.1" in on_terminal("sql", query, "--db", str(db), columns=50)


def on_terminal(*args: str, columns: int = 120) -> str:
    """The command's output where stdin, stdout and stderr are a terminal of so many columns."""
    main, side = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "papermine", *args], stdin=side, stdout=side, stderr=side, close_fds=True,
                               env={**os.environ, "COLUMNS": str(columns), "TERM": "xterm", "PAGER": "cat"})
    os.close(side)
    out = b""
    while True:
        try:
            data = os.read(main, 65536)
        except OSError:
            break
        if not data:
            break
        out += data
    process.wait(60)
    os.close(main)
    return " ".join(re.sub(r"\x1b\[[0-9;]*m", "", out.decode()).split())


def test_issues(db: Path) -> None:
    listed = ok("issues", "--db", str(db), "--format", "jsonl")
    assert [json.loads(line)["code"] for line in listed.splitlines()] == ["no-text", "redacted"]
    assert ok("issues", "--db", str(db), "--severity", "warning", "-f", "csv").splitlines()[1] == "warning,no-text,a.pdf,2,no-text here,"
    assert "redacted" in ok("issues", "--db", str(db), "--code", "redacted", "--pack", "A.pdf")
    assert "no-text" not in ok("issues", "--db", str(db), "--pack", "b.pdf")
    assert "it is one of info, warning, error" in run("issues", "--db", str(db), "--severity", "bad").stderr


def test_forget(db: Path) -> None:
    done = run("forget", "/packs/a.pdf", "--db", str(db))
    assert (done.returncode, done.stderr) == (0, "forgot 1 file, 1 pack\n")
    assert ok("sql", "SELECT file_name FROM packs", "-f", "csv", "--db", str(db)) == "file_name\r\nb.pdf\r\n"
    again = run("forget", "/packs/a.pdf", "--db", str(db))
    assert again.returncode == 1
    assert "is not in" in again.stderr
    assert "forgot 1 file" in run("forget", "/packs", "--db", str(db)).stderr


def test_show(db: Path) -> None:
    out = ok("show", minutes_pack("a").id + ":resolution:1.1", "--db", str(db))
    for part in ("(resolutions)", "That more school places be made", "page 1, stamped 1", "box 72 100.5 300 112", "rule test.resolution, stated",
                 "https://example.org/a.pdf"):
        assert part in out
    assert "no record has the id" in run("show", "x", "--db", str(db)).stderr


def test_show_draws_the_place(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas
    path, db = tmp_path / "a.pdf", tmp_path / "x.duckdb"
    canvas = Canvas(str(path), invariant=True)
    canvas.drawString(72, 700, "That more school places be made")
    canvas.save()
    pack = minutes_pack("a")
    commit(db, Batch([pack_rows(pack.mined)], [pack.file(str(path))]))
    done = run("show", pack.id + ":resolution:1.1", "--db", str(db), "-o", str(tmp_path / "place.png"))
    assert (done.returncode, done.stderr) == (0, f"{tmp_path / 'place.png'}: page 1\n")
    assert (tmp_path / "place.png").read_bytes().startswith(b"\x89PNG")
    path.unlink()
    assert "no longer at" in run("show", pack.id + ":resolution:1.1", "--db", str(db), "-o", str(tmp_path / "other.png")).stderr


def test_export_for_spreadsheets_and_for_programs(db: Path, tmp_path: Path) -> None:
    out = run("export", "resolutions", "--db", str(db), "--output", str(tmp_path / "r.csv"))
    assert out.stderr == f"{tmp_path / 'r.csv'}: 2 rows\n"
    data = (tmp_path / "r.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfresolution_id,")
    assert sorted(r["text"] for r in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))) == ["'=SUM(A1)", "That more school places be made"]
    raw = ok("export", "resolutions", "--raw", "--db", str(db))
    assert sorted(r["text"] for r in csv.DictReader(io.StringIO(raw.removeprefix("\ufeff")))) == ["=SUM(A1)", "That more school places be made"]
    lines = [json.loads(line) for line in ok("export", "resolutions", "--format", "jsonl", "--db", str(db)).splitlines()]
    assert sorted(r["text"] for r in lines) == ["=SUM(A1)", "That more school places be made"]


def test_export_all_as_parquet(db: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq
    run("export", "--all", "--format", "parquet", "-o", str(tmp_path / "out"), "--db", str(db))
    got = pq.read_table(tmp_path / "out" / "decisions.parquet")
    assert sorted(got["text"].to_pylist()) == ["=SUM(A1)", "That more school places be made"]
    assert str(got.schema.field("meeting_date").type) == "date32[day]"
    views = json.loads(ok("schema", "--format", "json"))["views"]
    assert {p.stem for p in (tmp_path / "out").iterdir()} == {v["view"] for v in views}


def test_export_says_what_there_is(db: Path) -> None:
    assert "decisions" in run("export", "decision", "--db", str(db)).stderr
    assert "say which kind" in run("export", "--db", str(db)).stderr
    assert "--output decisions.parquet" in run("export", "decisions", "-f", "parquet", "--db", str(db)).stderr


def test_output_that_cannot_be_written(db: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for command in (("sql", "SELECT 1", "-f", "csv"), ("export", "decisions"), ("export", "decisions", "-f", "parquet")):
        done = run(*command, "--db", str(db), "--output", str(tmp_path / "file" / "x"))
        assert done.returncode == 1
        assert "cannot be written" in done.stderr
        assert "Traceback" not in done.stderr


def test_schema_prints_the_dictionary() -> None:
    assert "What was decided" in ok("schema")
    assert ok("schema", "decisions").startswith("decisions\n")
    assert "reports" not in ok("schema", "decisions").split("\n", 3)[0]
    assert "## decisions" in ok("schema", "--format", "md")
    assert "nearest are decisions" in run("schema", "decision").stderr


def test_ingest_without_paths_says_what_to_name() -> None:
    done = run("ingest")
    assert done.returncode == 2
    assert "name PDF files or folders" in done.stderr
    assert "there is no such file" in run("ingest", "/nowhere/x.pdf", "--db", "/tmp/never.duckdb").stderr
    Path("/tmp/never.duckdb").unlink(missing_ok=True)


def test_a_run_ends_with_counts_and_three_commands(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas
    for name in ("one", "two"):
        canvas = Canvas(str(tmp_path / f"{name}.pdf"), invariant=True)
        canvas.drawString(72, 700, f"Anytown Council {name}")
        canvas.save()
    done = run("ingest", str(tmp_path), "--db", str(tmp_path / "x y.duckdb"), "--workers", "2")
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 read (2 pages" in done.stderr
    for kind in ("packs", "papers", "items", "decisions", "tables", "issues"):
        assert kind in done.stderr
    assert done.stderr.count("  papermine ") == 3
    assert "'" in done.stderr.rsplit("--db", 1)[1]
    again = run("ingest", str(tmp_path), "--db", str(tmp_path / "x y.duckdb"))
    assert "2 unchanged and skipped" in again.stderr
    on_a_terminal = on_terminal("ingest", str(tmp_path), "--again", "--db", str(tmp_path / "x y.duckdb"))
    assert "pages/s" in on_a_terminal
    strict = run("ingest", str(tmp_path / "one.pdf"), "--strict", "--manifest", str(_manifest(tmp_path)), "--db", str(tmp_path / "z.duckdb"))
    assert strict.returncode == 3
    assert "missing.pdf does not exist" in strict.stderr


def _manifest(folder: Path) -> Path:
    path = folder / "m.csv"
    path.write_text("path,council\nmissing.pdf,Anytown\n")
    return path


def test_records_in_the_database_open_in_plain_duckdb(db: Path) -> None:
    import duckdb
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{db}' AS c (READ_ONLY)")
        assert con.execute("SELECT count(*) FROM c.decisions").fetchone() == (2,)
        assert con.execute("SELECT count(*) FROM c.business").fetchone() == (2,)
        assert con.execute("SELECT count(*) FROM c.evidence").fetchone() is not None
    assert isinstance(PackOf("x").mined.issues, list)


def test_an_answer_is_csv_in_a_pipe_and_goes_by_the_suffix_of_its_file(db: Path, tmp_path: Path) -> None:
    for words in (["sql", "SELECT text FROM decisions"], ["issues"], ["questions"], ["tables", "list"], ["decisions"], ["people"], ["search", "school"],
                  ["review", "list"], ["review", "log"], ["review", "codes"]):
        assert ok(*words, "--db", str(db)) == ok(*words, "--db", str(db), "-f", "csv").replace("\x1b", "␛"), words
    for words in (["sql", "SELECT text FROM decisions"], ["issues"], ["decisions"], ["search", "school"]):
        ok(*words, "--db", str(db), "-o", str(tmp_path / "a.jsonl"))
        assert (tmp_path / "a.jsonl").read_text() == ok(*words, "--db", str(db), "-f", "jsonl"), words
