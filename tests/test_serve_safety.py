"""What a hostile paper, visitor or query can not do. Each is tried."""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import socket
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from starlette.testclient import TestClient

from builders import PackOf, at, put
from papermine.errors import DatabaseBusy, DatabaseUnusable
from papermine.export.told import ToldPapers
from papermine.language.public import Told
from papermine.records import AgendaItem, Attendance, BackgroundPaper, Declaration, DivisionVote, Document, TableColumn
from papermine.serve import make_app
from papermine.serve.safety import HEADERS, LONGEST_ADDRESS
from papermine.serve.site import Site
from papermine.serve.workers import Broken, Busy, TimeIsUp, Workers
from papermine.store import AttachedReader, Batch, commit, open_reader, open_writer, pack_rows, query

EVIL = """<script>alert(1)</script><img src=x onerror=alert(2)>"' onmouseover="alert(3) {{ 7*7 }} ${7*7} </textarea></title></style><svg/onload=alert(4)>"""


def evil_pack() -> PackOf:
    pack = PackOf(f"evil'\"<b>{'x' * 20}")
    paper = pack.paper(pack.meeting(body=f"Cabinet {EVIL}", council=f"Council {EVIL}", venue=EVIL))
    paper.title = EVIL
    item = pack.item(paper, EVIL, "1<b>", presenter=EVIL)
    division = pack.division(paper, {"for": [f"Cllr {EVIL}"], "against": ["B"]}, votes_for=1, votes_against=1, method=EVIL)
    pack.resolution(paper, EVIL, item, lead_in=EVIL, mover=EVIL, division_id=division.division_id)
    pack.grid(paper, [[EVIL, "Sum"], ["=HYPERLINK(\"http://evil\")", "1"], ["b", "2"]]).title = EVIL
    pack.issue().message = EVIL
    return pack


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("evil") / "council.duckdb"
    put(path, evil_pack(), source_url="javascript:alert(5)", licence=EVIL, published=EVIL)
    return path


@pytest.fixture(scope="module")
def web(db: Path) -> Iterator[TestClient]:
    with TestClient(make_app(str(db))) as client:
        yield client


ID = evil_pack().id
PAGES = ["/", "/search?q=script", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/decisions", "/items", "/meetings", "/papers", "/tables", "/packs", "/issues",
         "/review", f"/records/{ID}:resolution:1.1", f"/items/{ID}:item:1.1", f"/tables/{ID}:table:1.1", f"/packs/{ID}", f"/packs/{ID}/pages/1",
         f"/packs/{ID}/pages/1?record={ID}:resolution:1.1&q=%22%3E%3Cscript%3E", f"/papers/{ID}:document:1.1", "/decisions?mover=%22%3E%3Cscript%3Ealert(6)",
         "/sql?q=SELECT+'%3Cscript%3Ealert(7)%3C/script%3E'+AS+%22%3Cb%3E%22", "/nowhere%3Cscript%3E", "/councils/%3Cscript%3E"]


@pytest.mark.parametrize("address", PAGES)
def test_everything_from_a_pdf_is_escaped(web: TestClient, address: str) -> None:
    answer = web.get(address)
    assert answer.status_code in (200, 404)
    text = answer.text
    assert text.count("<script") == text.count("<script src=\"/static/") == 1
    for sign in ("<img src=x", "<svg/onload", "onmouseover=\"alert", "href=\"javascript:", "<b>", "</textarea></title>"):
        assert sign not in text, sign
    assert "style=" not in text


def test_what_was_tried_is_there_as_text(web: TestClient) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in web.get(f"/records/{ID}:resolution:1.1").text
    assert "{{ 7*7 }}" in web.get(f"/records/{ID}:resolution:1.1").text


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/x/none.css", "/sql?q=SELECT", f"/packs/{ID}/pages/1.png", "/api/meta", "/decisions?format=csv",
                                     "/decisions?page=x", "/" + "x" * 9000])
def test_the_strict_policy_is_on_every_answer(web: TestClient, address: str) -> None:
    answer = web.get(address)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_no_cell_of_a_download_runs_in_a_spreadsheet(web: TestClient) -> None:
    text = web.get(f"/tables/{ID}:table:1.1?format=csv").content.decode("utf-8-sig")
    assert "\"'=HYPERLINK" in text
    assert web.get("/sql", params={"q": "SELECT '=1+1' AS a", "format": "csv"}).content.decode("utf-8-sig") == "a\r\n'=1+1\r\n"
    sheet = openpyxl.load_workbook(io.BytesIO(web.get("/sql", params={"q": "SELECT '=1+1' AS a", "format": "xlsx"}).content)).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


def test_no_answer_tells_where_files_lie_on_this_machine(web: TestClient, db: Path) -> None:
    """A workbook of a table whose council's address was not given linked to the file itself."""
    (path,) = query(db, "SELECT path FROM files").rows[0]
    told = path.split("<")[0].split("'")[0]
    assert told.startswith("/")
    for address in (*PAGES, f"/tables/{ID}:table:1.1?format=json", f"/api/tables/{ID}:table:1.1", f"/api/records/{ID}:table:1.1", "/api/packs", "/api/meta",
                    f"/packs/{ID}/file.pdf", f"/packs/{ID}/pages/1.png"):
        assert told not in web.get(address).text, address
    book = zipfile.ZipFile(io.BytesIO(web.get(f"/tables/{ID}:table:1.1?format=xlsx").content))
    for name in book.namelist():
        assert b"file:" not in book.read(name), name
        assert told.encode() not in book.read(name), name


@pytest.mark.parametrize("path", ["/packs/../../etc/passwd", "/packs/..%2f..%2fetc%2fpasswd/file.pdf", "/packs/%2e%2e/file.pdf", "/static/../app.py",
                                  "/static/%2e%2e/app.py", "/packs/%00/file.pdf", "/packs/' OR 1=1 --/file.pdf", f"/packs/{ID}/pages/0.png",
                                  f"/packs/{ID}/pages/99999999999999999999.png", f"/packs/{ID}/pages/-1.png", "/tables/' OR '1'='1",
                                  "/meetings/x%0d%0aSet-Cookie:a", "/people/..%5c..%5c"])
def test_no_way_out_of_the_database(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code in (400, 404, 422), answer.status_code
    assert "root:" not in answer.text
    assert "set-cookie" not in answer.headers


def test_static_files_are_only_those_of_the_folder(web: TestClient) -> None:
    folder = web.app.state.site.assets  # type: ignore[attr-defined]
    assert web.get(f"/static/{folder}/papermine.css").status_code == 200
    for path in ("../app.py", "..%2fapp.py", "%2e%2e%2fapp.py", "....//app.py", "/etc/passwd", "%2fetc%2fpasswd"):
        assert web.get(f"/static/{folder}/{path}").status_code == 404


HOSTILE_SQL = [
    "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')", "FROM '/etc/passwd'", "SELECT * FROM glob('/*')",
    "COPY (SELECT 1) TO '/tmp/out.csv'", "ATTACH '/tmp/x.db'", "INSTALL httpfs", "LOAD httpfs", "DELETE FROM stored.packs", "DROP VIEW decisions",
    "CREATE TABLE t AS SELECT 1", "CREATE TEMP TABLE t AS SELECT 1", "INSERT INTO stored.meta VALUES (1)", "UPDATE stored.meta SET generation = 9",
    "SET enable_external_access=true", "SET memory_limit='1TB'", "RESET lock_configuration", "PRAGMA database_list", "CALL pragma_version()",
    "SELECT 1; DELETE FROM stored.packs", "WITH x AS (SELECT 1) DELETE FROM stored.packs", "EXPLAIN ANALYZE DELETE FROM stored.packs",
    "EXPORT DATABASE '/tmp/x'", "CHECKPOINT", "VACUUM", "SELECT getenv('HOME')", "FROM duckdb_secrets()", "", "\x00", "SELECT '" + "x" * 7000 + "'"]


@pytest.mark.parametrize("sql", HOSTILE_SQL)
def test_the_sql_page_reads_this_database_and_nothing_else(web: TestClient, db: Path, sql: str) -> None:
    before = query(db, "SELECT generation, (SELECT count(*) FROM packs) FROM meta").rows
    answer = web.get("/api/sql", params={"q": sql})
    assert answer.status_code in (400, 414), answer.text
    assert "root:" not in answer.text
    assert query(db, "SELECT generation, (SELECT count(*) FROM packs) FROM meta").rows == before


def test_a_query_without_end_is_stopped(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papermine.serve.sqlpage.SECONDS", 1.0)
    for sql in ("SELECT count(*) FROM range(1000000000000)", "SELECT repeat('x', 3000000000)", "SELECT list(range) FROM range(10000000000)"):
        began = time.monotonic()
        answer = web.get("/api/sql", params={"q": sql})
        assert answer.status_code == 400
        assert "stopped" in answer.json()["message"] or "memory" in answer.json()["message"].lower()
        assert time.monotonic() - began < 180  # each would run for hours; a full machine takes its time to stop them
    assert web.get("/api/sql", params={"q": "SELECT 1 AS a"}).json()["rows"] == [[1]]


def test_long_cells_are_cut(web: TestClient) -> None:
    assert len(web.get("/api/sql", params={"q": "SELECT repeat('x', 1000000) AS a"}).json()["rows"][0][0]) == 5000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_it_only_reads(web: TestClient, method: str) -> None:
    assert web.request(method, "/").status_code == 405
    assert web.request(method, "/sql", content=b"q=SELECT 1").status_code == 405


def test_requests_have_a_size(web: TestClient) -> None:
    assert web.get("/search", params={"q": "x" * LONGEST_ADDRESS}).status_code == 414
    assert web.request("GET", "/", content=b"x" * 10).status_code == 413
    assert web.get("/search", params={"q": "word " * 1500}).status_code == 200


def test_too_many_at_once_are_sent_away(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papermine.serve.safety.MOST_AT_ONCE", 0)
    answer = web.get("/")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_loopback_server_answers_to_loopback_names_only(db: Path) -> None:
    with TestClient(make_app(str(db), hosts=frozenset({"127.0.0.1", "localhost"}))) as web:
        assert web.get("/about", headers={"Host": "localhost:8765"}).status_code == 200
        assert web.get("/about", headers={"Host": "evil.example"}).status_code == 421
        assert web.get("/about", headers={"Host": "127.0.0.1.evil.example:8765"}).status_code == 421


def test_no_connection_outlives_a_request(web: TestClient, db: Path) -> None:
    assert web.get("/decisions?page=1").status_code == 200
    with open_writer(db, wait=0.2) as con:  # in another process this needs the lock; in this one DuckDB refuses a second configuration
        con.execute("SELECT 1")


def _write(path: str, told: object) -> None:
    try:
        with open_writer(path, wait=60):
            told.put("in")  # type: ignore[attr-defined]
    except DatabaseBusy as error:
        told.put(str(error))  # type: ignore[attr-defined]


@pytest.mark.parametrize("attached", [False, True])
def test_a_writer_gets_in_between_many_readers(tmp_path: Path, attached: bool) -> None:
    db = tmp_path / "council.duckdb"
    put(db, evil_pack())
    end = threading.Event()
    reader = AttachedReader(db)

    def read() -> None:
        while not end.is_set():
            with reader.read() if attached else open_reader(db) as con:
                con.execute("SELECT count(*) FROM decisions").fetchall()

    readers = [threading.Thread(target=read) for _ in range(6)]
    for r in readers:
        r.start()
    try:
        context = multiprocessing.get_context("spawn")
        told = context.Queue()
        writer = context.Process(target=_write, args=(str(db), told))
        writer.start()
        assert told.get(timeout=300) == "in"
        writer.join(10)
    finally:
        end.set()
        for r in readers:
            r.join()
        reader.close()
    assert not list(tmp_path.glob(".*writer-waits"))


def test_what_the_public_may_see_is_read_without_a_second_reader(tmp_path: Path) -> None:
    """A second one would wait for the writer that waits for the first."""
    db = tmp_path / "council.duckdb"
    put(db, evil_pack())
    waits = tmp_path / ".council.duckdb.writer-waits"
    site = Site(str(db), public=True)
    opened: list[str] = []
    try:
        with site.read() as reader:
            waits.touch()
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("papermine.store.connect.let_writers_in", lambda path, wait: opened.append(str(path)))
                assert reader.rows("SELECT * FROM resolutions")
                assert site.curtain() is reader.curtain
    finally:
        waits.unlink()
        site.close()
    assert opened == []


def test_a_curtain_is_of_the_file_that_is_read(tmp_path: Path) -> None:
    """Another file may take the place of one that is being read: what is exempt in the first says nothing of the second."""
    db, other = tmp_path / "council.duckdb", tmp_path / "other.duckdb"
    put(db, evil_pack())
    put(other, exempt_pack())
    site = Site(str(db), public=True)
    try:
        with site.read():
            other.replace(db)
            with site.reader.read(wait=0) as con:  # who has waited long enough reads on in the first
                was = site._curtain_of(con, site._name(con))
        assert was is not None
        assert not was.records
        with site.read() as reader:
            assert reader.curtain is not None
            assert reader.curtain.records
        assert site.curtain() is reader.curtain
    finally:
        site.close()


def test_names_are_looked_for_while_nobody_reads_the_database(tmp_path: Path) -> None:
    """It takes minutes in a large collection, and a writer would have to wait for it."""
    db = tmp_path / "council.duckdb"
    put(db, evil_pack())
    site = Site(str(db), public=True)
    readers: list[int] = []

    class Watched(ToldPapers):
        def names_in(self, *args: Any, **more: Any) -> list[Told]:
            readers.append(site.reader._readers)
            return super().names_in(*args, **more)

    site.papers = Watched()
    try:
        site.bring_up()
    finally:
        site.close()
    assert set(readers) == {0}


def test_an_attached_reader_reaches_no_other_file_and_sees_what_took_its_place(tmp_path: Path) -> None:
    db, other = tmp_path / "it's council.duckdb", tmp_path / "other.duckdb"
    put(db, evil_pack())
    put(other, PackOf("a"), PackOf("b"))
    reader = AttachedReader(db)
    with reader.read() as con:
        for sql in ("SELECT * FROM read_text('/etc/passwd')", f"ATTACH '{other}' AS o (READ_ONLY)", "SET enable_external_access = true",
                    "INSERT INTO stored.packs SELECT * FROM stored.packs", "COPY stored.packs TO '/tmp/x.csv'", "INSTALL httpfs"):
            with pytest.raises(duckdb.Error):
                con.execute(sql)
        with reader.read() as second:
            assert second.execute("SELECT count(*) FROM packs").fetchall() == [(1,)]
    other.replace(db)
    with reader.read() as con:
        assert con.execute("SELECT count(*) FROM packs").fetchall() == [(2,)]
    db.unlink()
    with pytest.raises(DatabaseUnusable, match="does not exist"), reader.read():
        pass
    reader.close()


def _sleep(seconds: float) -> None:
    time.sleep(seconds)


def _die() -> None:
    import os
    os._exit(9)


def _three() -> int:
    return 3


def test_workers_are_killed_when_time_is_up_and_replaced_when_they_die() -> None:
    workers = Workers(1)
    try:
        with pytest.raises(TimeIsUp):
            workers(_sleep, 60, seconds=0.5)
        with pytest.raises(Broken):
            workers(_die, seconds=30)
        ready = workers._free.get(timeout=90)
        assert ready is not None, "another one was started before anybody asked"
        assert ready.process.is_alive()
        workers._free.put(ready)
        assert workers(_three, seconds=30) == 3
        hold = threading.Thread(target=lambda: workers(_sleep, 1.5, seconds=30))
        hold.start()
        time.sleep(0.2)
        with pytest.raises(Busy):
            workers(_three, seconds=5, wait=0.1)
        hold.join()
    finally:
        workers.close()


def exempt_pack() -> PackOf:
    pack = PackOf("exempt")
    paper = pack.paper(pack.meeting(), pages=(1, 1))
    pack.resolution(paper, "That the parks be open", pack.item(paper, "Parks", "1"))
    secret = pack.add(AgendaItem(item_id=pack.ids("item", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, source="minutes", number="2",
                                 title="Land deal", page=1, exempt=True))
    pack.resolution(paper, "That the secretland be bought", secret)
    report = pack.add(Document(document_id=pack.ids("document", 2), pack_id=pack.id, kind="report", title="Secretland valuation", first_page=2, last_page=3,
                               pack_meeting_id=paper.pack_meeting_id, item_id=secret.item_id))
    from papermine.records import PageRow, Recommendation
    for n in (2, 3):
        pack.add(PageRow(page_id=f"{pack.id}:page:{n}", pack_id=pack.id, page=n, width=595, height=842, source="text", text=f"secretland figures {n}"))
    pack.add(Recommendation(recommendation_id=pack.ids("recommendation", 2), document_id=report.document_id, item_id=secret.item_id, text="Buy secretland",
                            page=2, evidence=at(2, "Buy secretland")))
    grid = pack.grid(report, [["secretland", "1"], ["x", "2"]], page=2)
    grid.title = "Secretland sums"
    return pack


def test_what_hangs_on_an_exempt_item_or_paper_is_not_shown_either(tmp_path: Path) -> None:
    """The vote on it and its names, who declared what in it, what it cites, its table's columns: each has an address of its own."""
    db = tmp_path / "council.duckdb"
    pack = exempt_pack()
    minutes = next(r for r in pack.records if isinstance(r, Document))
    secret, report = (next(r for r in pack.records if getattr(r, "title", None) == title) for title in ("Land deal", "Secretland valuation"))
    voted = pack.division(minutes, {"for": ["Secretland Voter"]}, text="secretland: 1 for")
    pack.resolution(minutes, "That more secretland be bought", secret, division_id=voted.division_id)
    moved = pack.motion(minutes, "buy all secretland", item_id=secret.item_id)
    fell = pack.division(minutes, {"against": ["Secretland Objector"]}, text="secretland: lost", motion_id=moved.motion_id)
    declared = pack.add(Declaration(declaration_id=pack.ids("declaration", 2), document_id=report.document_id, name="A", text="owns secretland", page=2))
    came = pack.add(Attendance(attendance_id=pack.ids("attendance", 2), document_id=report.document_id, name="Secretland Valuer",
                               name_printed="Secretland Valuer", status="in_attendance"))
    cited = pack.add(BackgroundPaper(background_paper_id=pack.ids("background-paper", 2), document_id=report.document_id, text="Secretland deeds", page=2))
    grid = next(r.table_id for r in pack.records if getattr(r, "title", None) == "Secretland sums")
    column = pack.add(TableColumn(column_id=f"{grid}:c0", table_id=grid, column_index=0, name="secretland", type="text"))
    vote = pack.add(DivisionVote(division_vote_id=pack.ids("division-vote", 1), division_id=fell.division_id, person_name="Secretland Speaker", option="for",
                                 page=1)).division_vote_id
    odd = pack.issue(page=2)
    odd.message = "secretland is not a number"
    unread = pack.issue("decision-unread", "info")
    unread.document_id, unread.evidence = minutes.document_id, at(1, "sell secretland to A")
    unread.message = "Page 1: “sell secretland to A” reads like a decision, of which no record is stored"
    put(db, pack)
    ids = [voted.division_id, fell.division_id, declared.declaration_id, came.attendance_id, cited.background_paper_id, column.column_id, odd.issue_id,
           vote, unread.issue_id]
    (meeting,) = query(db, "SELECT meeting_id FROM meetings").rows[0]
    with TestClient(make_app(str(db))) as web:
        for key in ids:
            assert "secretland" in web.get(f"/api/records/{key}").text.lower(), key
        assert "secretland" in web.get("/api/issues").text
    with TestClient(make_app(str(db), public=True)) as web:
        for key in ids:
            for address in (f"/records/{key}", f"/api/records/{key}"):
                answer = web.get(address)
                assert answer.status_code == 404, address
                assert "secretland" not in answer.text.lower(), address
        for address in ("/issues", "/api/issues", f"/packs/{pack.id}", f"/packs/{pack.id}/pages/1", f"/meetings/{meeting}", f"/papers/{minutes.document_id}"):
            answer = web.get(address)
            assert answer.status_code == 200, address
            assert "secretland" not in answer.text.lower(), address


def test_the_public_does_not_see_what_is_marked_exempt(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = exempt_pack()
    put(db, pack)
    addresses = ["/", "/decisions", "/items", "/recommendations", "/papers", "/tables", "/outcomes", "/coverage", "/issues", f"/packs/{pack.id}",
                 f"/packs/{pack.id}/pages/2", f"/packs/{pack.id}/pages/2.png", f"/packs/{pack.id}/pages/1", f"/records/{pack.id}:recommendation:2.1",
                 f"/records/{pack.id}:resolution:1.2", f"/tables/{pack.id}:table:2.1", f"/tables/{pack.id}:table:2.1?format=csv",
                 f"/papers/{pack.id}:document:2.1", f"/items/{pack.id}:item:1.2", "/search?q=secretland", "/api/search?q=secretland", "/api/decisions",
                 "/api/tables", f"/api/tables/{pack.id}:table:2.1", f"/api/records/{pack.id}:resolution:1.2", f"/api/records/{pack.id}:page:2",
                 f"/packs/{pack.id}/file.pdf", "/sql?q=SELECT+text+FROM+resolutions", "/api/sql?q=SELECT+text+FROM+resolutions", "/review"]
    with TestClient(make_app(str(db), public=True)) as web:
        for address in addresses:
            text = web.get(address).text.lower().replace("?q=secretland", "").replace("secretland</h1>", "").replace("search: secretland", "")
            text = text.replace('value="secretland"', "")
            assert "secretland" not in text, address
            assert "land deal" not in text, address
        meeting = query(db, "SELECT meeting_id FROM meetings").rows[0][0]
        text = web.get(f"/meetings/{meeting}").text
        assert "parks be open" in text
        assert "secretland" not in text
        assert "Land deal" not in text
        assert web.get("/api/search?q=parks").json()["found"] >= 1
        assert web.get("/api/search?q=secretland").json()["found"] == 0
        assert web.get("/sql?q=SELECT+1").status_code == 404
    with TestClient(make_app(str(db))) as web:
        assert "secretland" in web.get("/decisions").text


def test_the_public_does_not_see_names_of_members_of_the_public(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("questions")
    paper = pack.paper(pack.meeting())
    page = pack.records[0]
    page.text = "Question 1 – Andrew Lynch\nWhy is the pool shut?"  # type: ignore[attr-defined]
    item = pack.item(paper, "Question from Andrew Lynch", "3")
    pack.resolution(paper, "That Andrew Lynch be thanked for his question", item)
    pack.grid(paper, [["Name", "Question"], ["Andrew Lynch", "Pool"]]).title = "Questions of Andrew Lynch"
    paper.title = "Petition presented by Andrew Lynch"
    put(db, pack)
    meeting = query(db, "SELECT meeting_id FROM meetings").rows[0][0]
    addresses = ["/decisions", "/items", "/tables", f"/packs/{pack.id}/pages/1", f"/packs/{pack.id}/pages/1?record={pack.id}:resolution:1.1",
                 f"/records/{pack.id}:resolution:1.1", f"/items/{pack.id}:item:1.1", f"/tables/{pack.id}:table:1.1", f"/tables/{pack.id}:table:1.1?format=csv",
                 f"/tables/{pack.id}:table:1.1?format=json", f"/api/tables/{pack.id}:table:1.1", f"/meetings/{meeting}", "/search?q=thanked", "/search?q=pool",
                 "/search?q=pool&kind=table&format=csv", "/search?q=questions&kind=table", "/papers", "/api/papers",
                 "/decisions?format=csv", "/api/decisions", f"/api/records/{pack.id}:resolution:1.1", "/people"]
    with TestClient(make_app(str(db), public=True)) as web:
        for address in addresses:
            answer = web.get(address)
            assert answer.status_code == 200, address
            assert "Lynch" not in answer.text, address
        assert "[member of the public]" in web.get("/decisions").text
        assert web.get("/api/search?q=lynch").json()["found"] == 0
    with TestClient(make_app(str(db))) as web:
        assert "Andrew Lynch" in web.get("/decisions").text


def test_the_public_page_picture_has_masked_words_painted_over(tmp_path: Path) -> None:
    path = tmp_path / "q.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, "Question 1 – Andrew Lynch")
    canvas.save()
    pack = PackOf("q", sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    pack.paper(pack.meeting(), pages=(1, 1))
    pack.records[0].text = "Question 1 – Andrew Lynch"  # type: ignore[attr-defined]
    db = tmp_path / "council.duckdb"
    commit(db, Batch([pack_rows(pack.mined)], [pack.file(path=str(path)).model_copy(update={"size": path.stat().st_size})]))
    painted = {}
    for public in (False, True):
        with TestClient(make_app(str(db), public=public)) as web:
            image = Image.open(io.BytesIO(web.get(f"/packs/{pack.id}/pages/1.png").content)).convert("L")
            scale = image.width / 595
            # a word of the question is tinted; a masked one not, or a guess at a name would show as right
            asked = web.get(f"/packs/{pack.id}/pages/1?q=question").text.count('class="found"'), web.get(
                f"/packs/{pack.id}/pages/1?q=Lynch").text.count('class="found"')
            assert asked == ((1, 0) if public else (1, 1))
            painted[public] = [image.getpixel((int(x * scale), int(138.5 * scale))) for x in (90, 145, 175)]
    assert painted[True][1:] == [60, 60]  # "Andrew", "Lynch"
    assert painted[True][0] == painted[False][0]
    assert painted[False][1:] != [60, 60]


def test_its_address_takes_requests_before_it_is_said() -> None:
    from papermine.serve.run import _bound
    with _bound("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname(), 5):
        pass


@pytest.mark.parametrize("host", ["127.0.0.1"])
def test_a_port_that_is_taken_is_a_sentence(db: Path, host: str) -> None:
    from papermine.errors import PapermineError
    from papermine.serve.run import run
    with socket.socket() as taken:
        taken.bind((host, 0))
        taken.listen()
        with pytest.raises(PapermineError, match="--port"):
            run(str(db), host, taken.getsockname()[1])
