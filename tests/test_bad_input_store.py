"""Databases that are locked, full, foreign or old: one clear sentence, and all stored data whole."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from builders import Batch, dump, minutes_pack, put, rows, toys
from papermine.errors import DatabaseBusy, DatabaseUnusable
from papermine.store import commit, generation, open_reader, open_writer, query
from papermine.store.connect import WRITING, let_go, sparingly
from papermine.store.schema import SCHEMA_VERSION

HERE = Path(__file__).parent
RUN = """
import resource, sys
limit = int(sys.argv[3])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from builders import toy_read
from papermine.errors import PapermineError
from papermine.ingest import Options, ingest
try:
    ingest([sys.argv[1]], sys.argv[2], Options(workers=0, reader=toy_read))
except PapermineError as error:
    print(error)
    sys.exit(error.exit_code)
"""
HOLD = """
import sys, time, duckdb
con = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "read")
print("held", flush=True)
time.sleep(float(sys.argv[3]))
con.close()
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


def run(folder: Path, db: Path, limit: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", RUN, str(folder), str(db), str(limit)], env={**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", "")))},
                          capture_output=True, text=True, check=False, timeout=120)


def hold(db: Path, how: str, seconds: float) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(db), how, str(seconds)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@pytest.mark.parametrize("room", [0, 4096, 40_000, 300_000])
def test_a_full_disk_leaves_what_is_stored_whole(tmp_path: Path, db: Path, room: int) -> None:
    old = toys(tmp_path / "old", "one", "two")
    assert run(old, db, 0).returncode == 0
    before = dump(db)
    new = toys(tmp_path / "new", *(f"{os.urandom(60_000).hex()} {n}" for n in range(8)))
    full = run(new, db, db.stat().st_size + room)
    assert full.returncode == 1, full.stdout + full.stderr
    assert "disk were full" in full.stdout
    assert "Traceback" not in full.stderr
    after = dump(db)
    assert all(set(before[view]) <= set(after[view]) for view in ("packs", "files", "resolutions", "documents"))
    assert len(after["resolutions"]) == 3 * len(after["packs"])
    assert run(new, db, 0).returncode == 0
    assert rows(db, "SELECT count(*) FROM packs") == [(10,)]


@pytest.mark.parametrize("limit", [1, 4096, 20_000, 200_000])
def test_a_disk_that_is_full_from_the_start(tmp_path: Path, db: Path, limit: int) -> None:
    folder = toys(tmp_path / "in", "one")
    full = run(folder, db, limit)
    assert full.returncode == 1
    assert "disk were full" in full.stdout
    assert "Traceback" not in full.stderr
    assert not db.exists()
    assert [p.name for p in tmp_path.iterdir()] == ["in"]
    assert run(folder, db, 0).returncode == 0


def test_a_reader_waits_and_then_says_who_holds_the_file(db: Path) -> None:
    put(db, minutes_pack("a"))
    holder = hold(db, "write", 300)
    try:
        with pytest.raises(DatabaseBusy, match=rf"held by process {holder.pid} \(python[^)]*\).*within 0.5 s") as caught:
            query(db, "SELECT 1", wait=0.5)
        assert holder.poll() is None, "it waited for the holder's end, not for half a second"
        assert "\n" not in str(caught.value)
        threading.Timer(0.5, holder.kill).start()
        assert query(db, "SELECT 1").rows == [(1,)]
    finally:
        holder.kill()
        holder.wait()


def test_a_writer_waits_for_readers(db: Path) -> None:
    put(db, minutes_pack("a"))
    holder = hold(db, "read", 2)
    with pytest.raises(DatabaseBusy, match=f"process {holder.pid}"):
        commit(db, Batch(gone=["/packs/a.pdf"]), wait=0.3)
    commit(db, Batch(gone=["/packs/a.pdf"]), wait=20)
    assert rows(db, "SELECT count(*) FROM packs") == [(0,)]
    holder.wait()


def test_two_readers_at_once(db: Path) -> None:
    put(db, minutes_pack("a"))
    with open_reader(db), open_reader(db) as con:
        assert con.execute("SELECT count(*) FROM packs").fetchone() == (1,)


def test_a_reader_in_this_process_is_named(db: Path) -> None:
    put(db, minutes_pack("a"))
    with open_reader(db), pytest.raises(DatabaseBusy, match="this process"):
        commit(db, Batch(gone=["/packs/a.pdf"]), wait=0.2)


def test_no_database(db: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="does not exist: run `papermine ingest"):
        query(db, "SELECT 1")
    assert not db.exists()


def test_an_empty_file_becomes_a_database(db: Path) -> None:
    db.touch()
    put(db, minutes_pack("a"))
    assert generation(db) == 1


def test_a_file_that_is_no_database(db: Path) -> None:
    db.write_text("hello" * 5000)
    for act in (lambda: query(db, "SELECT 1"), lambda: put(db, minutes_pack("a"))):
        with pytest.raises(DatabaseUnusable, match="is not a DuckDB database: name another"):
            act()
    assert db.read_text() == "hello" * 5000


def test_a_database_of_someone_else(db: Path) -> None:
    with duckdb.connect(str(db)) as con:
        con.execute("CREATE TABLE mine (a INT)")
    with pytest.raises(DatabaseUnusable, match="not one that papermine wrote"):
        put(db, minutes_pack("a"))
    with duckdb.connect(str(db)) as con:
        assert con.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("mine",)]


@pytest.mark.parametrize(("version", "layout", "says"), [
    (SCHEMA_VERSION - 1, "", "older papermine .* --db new.duckdb.* --rebuild"), (SCHEMA_VERSION, "other columns", "--rebuild"),
    (SCHEMA_VERSION + 1, "", "newer than this .* upgrade papermine")])
def test_another_schema_version(db: Path, version: int, layout: str, says: str) -> None:
    put(db, minutes_pack("a"))
    before = dump(db)
    with duckdb.connect(str(db)) as con:
        con.execute("UPDATE stored.meta SET schema_version = ?, layout = ?", [version, layout])
    for act in (lambda: generation(db), lambda: put(db, minutes_pack("b"))):
        with pytest.raises(DatabaseUnusable, match=says) as caught:
            act()
        assert "\n" not in str(caught.value)
    assert query(db, "SELECT count(*) FROM packs", check=False).rows == [(1,)]
    with duckdb.connect(str(db)) as con:
        assert con.execute("SELECT count(*) FROM resolutions").fetchone() == (len(before["resolutions"]),)


def test_views_of_an_earlier_release_are_replaced(db: Path) -> None:
    put(db, minutes_pack("a"))
    with duckdb.connect(str(db)) as con:
        con.execute("CREATE OR REPLACE VIEW decisions AS SELECT 1 AS one")
        con.execute("CREATE VIEW gone AS SELECT 1 AS one")
        con.execute("UPDATE stored.meta SET views = 'old'")
    put(db, minutes_pack("b"))
    assert rows(db, "SELECT DISTINCT body FROM decisions") == [("Cabinet",)]
    assert rows(db, "SELECT view_name FROM duckdb_views() WHERE view_name = 'gone'") == []
    assert rows(db, "SELECT count(*) FROM duckdb_columns() WHERE table_name = 'decisions' AND comment IS NULL") == [(0,)]



def test_what_needs_more_memory_than_it_may_hold_is_taken_back_before_it_is_tried_again(db: Path) -> None:
    put(db, minutes_pack("a"))
    before = dump(db)
    found = []

    def work() -> None:
        con.execute("BEGIN")
        found.append(con.execute("SELECT count(*) FROM stored.resolutions").fetchone())
        con.execute("DELETE FROM stored.resolutions; SELECT list(repeat(i::VARCHAR, 40)) FROM range(200_000) t(i)")
        con.execute("ROLLBACK")

    with open_writer(db) as con:
        sparingly(con, work, "8MB")
        assert con.execute("SELECT current_setting('memory_limit')").fetchone() == ("91.5 MiB",)
    assert found == 2 * [(len(before["resolutions"]),)]
    assert dump(db) == before


def test_letting_go_where_too_much_is_in_use_leaves_the_open_transaction_as_it_is(db: Path) -> None:
    put(db, minutes_pack("a"))
    with open_writer(db) as con:
        con.execute("SET temp_directory = ''")  # what a transaction holds cannot be put aside, as on a full disk
        con.execute("BEGIN; DELETE FROM stored.resolutions; CREATE TEMP TABLE much AS SELECT repeat(md5(i::VARCHAR), 9) FROM range(150_000) t(i)")
        with pytest.raises(duckdb.OutOfMemoryException), duckdb.connect(str(db), config=WRITING) as other:
            other.execute("SET memory_limit = '8MB'")
        let_go(con)
        assert con.execute("SELECT count(*) FROM much").fetchone() == (150_000,)
        con.execute("COMMIT")
    assert rows(db, "SELECT count(*) FROM stored.resolutions") == [(0,)]


def test_what_needs_more_memory_gets_twice_as_much_before_it_gets_all(db: Path) -> None:
    put(db, minutes_pack("a"))
    bounds = []

    def work() -> None:
        bounds.extend(con.execute("SELECT current_setting('memory_limit')").fetchone() or ())
        con.execute("SELECT list(repeat(i::VARCHAR, 40)) FROM range(200_000) t(i)")

    with open_writer(db) as con:
        sparingly(con, work, "8MB")
    assert bounds == ["7.6 MiB", "183.1 MiB"]
