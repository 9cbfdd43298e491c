"""Hostile files: a bomb costs its page or itself, nothing leaves the output, and text stays text wherever it goes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from builders import PackOf, minutes_pack, put, rows, toy_read, toys
from confined import can_confine
from hostile import bombs, many_pages, mutations
from papermine import pipeline
from papermine.ingest import Limits, Options, ingest
from papermine.ingest.worker import Job, Outcome, Report, read_one
from papermine.ocr.wanted import Wanted

CORPUS = Path(__file__).parent.parent / "corpus"
TIGHT = Limits(file_timeout=120, page_timeout=5, memory=450)


@pytest.mark.parametrize("some", [0, 1, 2])
def test_bombs_cost_their_page_and_no_more(tmp_path: Path, some: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    made = dict(list(bombs().items())[some::3])
    for name, (data, _) in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    db = tmp_path / "x.duckdb"
    ingest([folder], db, Options(workers=1, limits=TIGHT, ocr=Wanted("never")))
    found: dict[str, set[str]] = {name: set() for name in made}
    for file, code in rows(db, "SELECT p.file_name, i.code FROM issues i JOIN packs p USING (pack_id) WHERE code <> 'council-unknown'"):
        found[file.removesuffix(".pdf")].add(code)
    for name, (_, allowed) in made.items():
        assert found[name] <= allowed if allowed else not found[name], name
        if allowed:
            assert found[name], name
    good = rows(db, "SELECT file_name FROM packs WHERE status <> 'failed' AND pack_id NOT IN "
                "(SELECT pack_id FROM pages WHERE page = 1 AND text = 'Anytown Council')")
    assert good == [(f"{n}.pdf",) for n in made if n == "nested-resources" and good]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "x.duckdb"]


def test_a_hundred_thousand_pages_cost_the_file_its_time(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(many_pages(5))
    (folder / "b.pdf").write_bytes(many_pages(0))
    db = tmp_path / "x.duckdb"
    report = ingest([folder], db, Options(workers=1, limits=Limits(file_timeout=3, page_timeout=3, memory=450), ocr=Wanted("never")))
    assert [(Path(f.path).name, f.code) for f in report.failures] == [("a.pdf", "timeout")]
    assert rows(db, "SELECT file_name, page_count FROM packs WHERE status <> 'failed'") == [("b.pdf", 1)]


@pytest.mark.skipif(not can_confine(), reason="the system call filter is Linux's, on x86-64 and ARM")
@pytest.mark.parametrize(("act", "signal_number"), [
    ("open('/etc/hostname').read()", 0), ("open('stray', 'w')", -31), ("import socket; socket.socket()", -31),
    ("import os; os.mkdir('stray')", -31), ("import os; os.remove('kept')", -31), ("import os; os.execv('/bin/true', ['true'])", -31)])
def test_a_confined_process_can_but_read(tmp_path: Path, act: str, signal_number: int) -> None:
    (tmp_path / "kept").write_text("x")
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from confined import confine; confine(); {act}"
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == signal_number
    assert [p.name for p in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize(("word", "code"), [("hang", "page-timeout"), ("eat", "page-memory"), ("die", "page-crashed")])
def test_the_page_alone_pays(tmp_path: Path, word: str, code: str) -> None:
    folder = toys(tmp_path / "in", "one", f"{word} 2", "two")
    db = tmp_path / "x.duckdb"
    report = ingest([folder], db, Options(workers=1, reader=toy_read, limits=Limits(90, 1.5 if word == "hang" else 60, 400)))
    assert report.failures == []
    assert rows(db, "SELECT p.file_name, i.code, page FROM issues i JOIN packs p USING (pack_id) WHERE code <> 'council-unknown'") == [("b.pdf", code, 2)]
    assert rows(db, "SELECT count(*) FROM packs WHERE status <> 'failed'") == [(3,)]


def test_a_file_of_bad_pages_alone_fails_in_the_end(tmp_path: Path) -> None:
    folder = toys(tmp_path / "in", "die 1 2 3 4 5 6 7", "two")
    db = tmp_path / "x.duckdb"
    report = ingest([folder], db, Options(workers=1, reader=toy_read))
    assert [(Path(f.path).name, f.code) for f in report.failures] == [("a.pdf", "crashed")]
    assert "6 of its pages could not be read, the last being page 6" in report.failures[0].message
    assert rows(db, "SELECT count(*) FROM packs") == [(2,)]


def test_a_page_left_out_is_an_issue_and_the_others_are_read(tmp_path: Path) -> None:
    path = CORPUS / "wexmere--2024-02-21-scrutiny-pack.pdf"
    pack = pipeline.read(path, skip={2: ("page-timeout", "reading it took more than 9 seconds")})
    assert [len(p.lines) > 0 for p in pack.pages[:3]] == [True, False, True]
    issues = [(i.code, i.page, i.severity, i.message) for i in pipeline.mine(pack).issues if i.page == 2]
    assert ("page-timeout", 2, "error", "Page 2: reading it took more than 9 seconds") in issues


def audited(job: Job, report: Report) -> Outcome:
    """The real reader, in a process that ends at once where Python code opens a file to write, a socket or a program."""
    def hook(event: str, args: tuple[object, ...]) -> None:
        written = event == "open" and isinstance(args[1], str) and args[1][0] in "wax+" and args[0] != os.devnull
        if written or event in ("socket.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.remove", "os.rename"):
            os.write(2, f"{event} {args}\n".encode())
            os._exit(99)
    if not getattr(sys, "papermine_audited", False):
        sys.addaudithook(hook)
        sys.papermine_audited = True  # type: ignore[attr-defined]
    return read_one(job, report)


def unpacked() -> list[bytes]:
    """Pages of the typeset corpus with streams that are not deflated, so that mutations reach what is drawn."""
    import pikepdf
    sources = []
    for path in sorted(CORPUS.glob("*.pdf")):
        with pikepdf.open(path) as whole:
            few = pikepdf.new()
            few.pages.extend(list(whole.pages)[1:3])
            out = io.BytesIO()
            few.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
            sources.append(out.getvalue())
    return sources


@pytest.mark.parametrize("seed", range(3))
def test_three_hundred_mutations(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n, data in enumerate(mutations(unpacked(), seed, 100)):
        (folder / f"{n:03}.pdf").write_bytes(data)
    db = tmp_path / "x.duckdb"
    report = ingest([folder], db, Options(workers=1, reader=audited, limits=Limits(60, 20, 900), ocr=Wanted("never")))
    assert report.files == 100
    bad = [f for f in report.failures if f.code in ("internal-error", "crashed", "timeout", "memory")]
    assert bad == [], bad
    assert rows(db, "SELECT count(*) FROM files") == [(100,)]
    assert rows(db, "SELECT message FROM issues WHERE code IN ('page-crashed', 'page-timeout', 'page-memory')") == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "x.duckdb"]


EVIL = "\x1b]0;owned\x07\x1b[31mred\u202eevil '; DROP TABLE packs; -- <script>alert(1)</script> =HYPERLINK(\"http://127.0.0.1\")"


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A database whose every text is an attack."""
    pack = minutes_pack("evil", EVIL, body=f"=cmd|' /C calc'!A0 {EVIL}", council=EVIL)
    paper = pack.paper(pack.meeting("Other"), "report", (4, 5))
    pack.grid(paper, [["=1+1", EVIL], ["+SUM(A1)", "-4.2"], ["@x", "\t=1"]])
    pack.issue(EVIL)
    db = tmp_path / "x.duckdb"
    put(db, pack, source_url="javascript:alert(1)")
    return db


def run(*words: str, db: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "papermine", *words, "--db", str(db)], capture_output=True, text=True, cwd=cwd, check=False)


@pytest.mark.parametrize("words", [("sql", "SELECT * FROM decisions"), ("issues",), ("tables", "list"), ("sql", "SELECT text, body FROM decisions",
                                                                                                    "--format", "md")])
def test_a_terminal_is_not_steered(evil: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words, db=evil, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for sign in ("\x1b", "\x07", "\u202e"):
        assert sign not in done.stdout + done.stderr


def test_a_spreadsheet_runs_nothing(evil: Path, tmp_path: Path) -> None:
    done = run("export", "decisions", "--format", "csv", db=evil, cwd=tmp_path)
    for row in csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff"))):
        assert not [cell for cell in row if cell[:1] in "=+@\t\r" and cell]
    done = run("tables", "export", "--format", "xlsx", "-o", "out", db=evil, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for sheet in load_workbook(next((tmp_path / "out").glob("*.xlsx"))):
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f", cell.value
                assert cell.hyperlink is None or not (cell.hyperlink.target or "").startswith("javascript")


def test_sql_in_a_text_is_a_text(evil: Path) -> None:
    assert rows(evil, "SELECT text FROM decisions") == [(EVIL,)]
    assert rows(evil, "SELECT count(*) FROM packs") == [(1,)]


def test_json_stays_json(evil: Path, tmp_path: Path) -> None:
    done = run("sql", "SELECT text FROM decisions", "--format", "json", db=evil, cwd=tmp_path)
    assert json.loads(done.stdout)[0]["text"] == EVIL


@pytest.mark.parametrize("name", ["../../up", "..\\..\\up", "/etc/passwd", "con", "a/b"])
def test_names_from_papers_do_not_leave_the_folder(tmp_path: Path, name: str) -> None:
    pack = PackOf(name)
    paper = pack.paper(pack.meeting(name, council=name), "report")
    table = pack.grid(paper, [["Service", "Budget"], ["Roads", "12"]])
    table.title = name
    db = tmp_path / "x.duckdb"
    put(db, pack)
    done = run("tables", "export", "-o", "out", "--format", "csv", db=db, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {p.name for p in tmp_path.iterdir()} == {"x.duckdb", "out"}
    assert all(p.resolve().is_relative_to(tmp_path / "out") for p in (tmp_path / "out").rglob("*"))
    assert len(list((tmp_path / "out").rglob("*.csv"))) >= 1


def test_an_empty_user_password_is_no_obstacle(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    canvas.drawString(72, 700, "Anytown Council")
    canvas.save()
    db = tmp_path / "x.duckdb"
    assert ingest([tmp_path], db, Options(workers=0)).failures == []
    assert rows(db, "SELECT text FROM pages") == [("Anytown Council",)]
