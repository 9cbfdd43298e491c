"""The store: what goes in comes out; packs go in and out whole; meetings, matters and decisions are resolved."""

from __future__ import annotations

import datetime as dt
import os
from decimal import Decimal
from pathlib import Path

import pytest

from builders import DAY, PackOf, dump, minutes_pack, put, rows
from papermine.errors import BadQuery, NotFound
from papermine.records import KINDS, FileRow
from papermine.store import Batch, commit, forget, generation, open_writer, pack_rows, query, recompute, record
from papermine.store.rows import fitted
from papermine.store.schema import base_tables
from papermine.store.views import VIEWS


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


def test_records_come_back_as_they_went_in(db: Path) -> None:
    pack = PackOf("a")
    paper = pack.paper(pack.meeting(start_time=dt.time(18, 0), venue="Room £1 — “Hall”"))
    pack.grid(paper, [["£000", "2020/21"], ["Rates", "1,234.50"]])
    cell = pack.records[-2]
    cell.value = Decimal("1234.50")  # type: ignore[attr-defined]
    put(db, pack)
    for kind in KINDS:
        if kind is FileRow:
            continue
        mined = [pack.row] if kind.table == "packs" else [r for r in pack.records if type(r) is kind]
        names = [n for n in kind.model_fields if not kind.model_fields[n].exclude]
        columns = ", ".join(f'"{n}"' for n in names)
        order = "ORDER BY ordinal" if kind.table != "packs" else ""
        got = [kind(**dict(zip(names, row, strict=True))) for row in rows(db, f"SELECT {columns} FROM {kind.table} {order}")]
        if kind.table == "issues":
            got = []
        assert [g.model_dump() for g in got] == [m.model_dump() for m in mined]


def test_every_table_view_and_column_has_a_comment(db: Path) -> None:
    put(db, PackOf("a"))
    bare = rows(db, """
        SELECT 'column', schema_name || '.' || table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''
        UNION ALL SELECT 'table', table_name FROM duckdb_tables() WHERE coalesce(comment, '') = ''
        UNION ALL SELECT 'view', view_name FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''""")
    assert bare == []
    assert "scorer" in rows(db, "SELECT comment FROM duckdb_views() WHERE view_name = 'votes'")[0][0]


def test_views_have_the_columns_that_the_dictionary_says(db: Path) -> None:
    put(db, PackOf("a"))
    for view in VIEWS:
        got = rows(db, "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? AND schema_name = 'main' ORDER BY column_index",
                   view.name)
        assert got == [(c.name, c.type) for c in view.columns]
    assert len(list(base_tables())) == len(rows(db, "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'stored'"))


BENCHMARK = {
    "packs": "pack_id sha256 file_name status",
    "documents": "document_id pack_id kind title first_page last_page meeting_id",
    "meetings": "meeting_id body meeting_date start_time venue",
    "agenda_items": "item_id document_id meeting_id number title page first_page last_page presenter",
    "resolutions": "resolution_id document_id meeting_id item_number number text page mover seconder outcome votes_for votes_against votes_abstain",
    "votes": "resolution_id person_name option",
    "attendance": "document_id meeting_id name status role party",
    "reports": "document_id page title cabinet_member wards_affected accountable_director originating_service accountable_employee",
    "recommendations": "document_id number text page",
    "tables": "table_id document_id title first_page last_page",
    "table_cells": "table_id row_index column_index text page row_span column_span",
    "printed_cells": "table_id page row_index column_index row_span column_span text",
}


@pytest.mark.parametrize("view", BENCHMARK)
def test_the_views_of_the_benchmark_are_there(db: Path, view: str) -> None:
    put(db, PackOf("a"))
    assert rows(db, f"SELECT {', '.join(BENCHMARK[view].split())} FROM {view}") is not None


def test_a_pack_replaces_itself_whole(db: Path) -> None:
    put(db, minutes_pack("a"), minutes_pack("b", body="Planning"))
    before = dump(db)
    put(db, minutes_pack("a"))
    assert dump(db) == before
    changed = minutes_pack("a", "That it be refused")
    put(db, changed)
    assert rows(db, "SELECT text FROM resolutions ORDER BY 1") == [("That it be refused",), ("That the report be noted",)]


def test_generation_rises_only_with_a_change(db: Path) -> None:
    put(db, minutes_pack("a"))
    one = generation(db)
    commit(db, Batch())
    commit(db, Batch(files=[minutes_pack("a").file()]))
    forget(db, ["/packs/never.pdf"])
    assert generation(db) == one
    commit(db, Batch(files=[minutes_pack("a").file(council="Anytown")]))
    assert generation(db) == one + 1


def test_forget_leaves_no_trace(db: Path) -> None:
    put(db, minutes_pack("b", body="Planning"))
    before = dump(db)
    put(db, minutes_pack("a", venue="Hall"))
    done = forget(db, ["/packs/a.pdf"])
    assert done.taken_out == 1
    assert dump(db) == before
    with open_writer(db) as con:
        gone = PackOf("a").id
        for table, _, columns in base_tables():
            if any(c.name == "pack_id" for c in columns):
                assert con.execute(f"SELECT count(*) FROM stored.{table} WHERE pack_id = ?", [gone]).fetchone() == (0,)


def test_a_pack_with_another_copy_stays(db: Path) -> None:
    pack = minutes_pack("a")
    commit(db, Batch([pack_rows(pack.mined)], [pack.file(), pack.file("/copies/a.pdf")]))
    assert forget(db, ["/packs/a.pdf"]).taken_out == 0
    assert rows(db, "SELECT count(*) FROM resolutions") == [(1,)]
    assert forget(db, ["/copies/a.pdf"]).taken_out == 1
    assert rows(db, "SELECT count(*) FROM packs") == [(0,)]


def test_a_path_with_new_content_takes_the_old_pack_out(db: Path) -> None:
    put(db, minutes_pack("old"))
    new = minutes_pack("new", "That it be new")
    commit(db, Batch([pack_rows(new.mined)], [new.file("/packs/old.pdf")]))
    assert rows(db, "SELECT text FROM resolutions") == [("That it be new",)]


def test_evidence_says_where_and_from_where(db: Path) -> None:
    pack = minutes_pack("a")
    put(db, pack, source_url="https://example.org/a.pdf")
    assert rows(db, "SELECT kind, page, page_label, x0, top, text, rule, basis, file_name, source_url FROM evidence WHERE kind = 'resolutions'") == [
        ("resolutions", 1, "1", 72.0, 100.5, "That the report be noted", "test.resolution", "stated", "a.pdf", "https://example.org/a.pdf")]


def test_cells_have_evidence_without_being_stored_twice(db: Path) -> None:
    pack = PackOf("a")
    table = pack.grid(pack.paper(), [["A", "B"]])
    put(db, pack)
    assert rows(db, "SELECT x0, text, rule FROM evidence WHERE record_id = ?", f"{table.table_id}:0.1") == [(10.0, "B", "test.grid")]


@pytest.mark.parametrize(("value", "stored"), [("1.5", "1.5"), ("-0.000001", "-0.000001"), ("0.0000001", None), ("1e30", None), ("NaN", None)])
def test_decimals_are_the_same_or_absent(value: str, stored: str | None) -> None:
    got = fitted(Decimal(value))
    assert got == (None if stored is None else Decimal(stored))


def test_text_that_utf8_cannot_hold_is_stored(db: Path) -> None:
    put(db, minutes_pack("a", "That \ud800 be\x00noted"))
    assert rows(db, "SELECT text FROM resolutions") == [("That \ufffd be\x00noted",)]


def test_a_record_is_found_by_its_id(db: Path) -> None:
    pack = minutes_pack("a")
    put(db, pack)
    kind, fields, evidence = record(db, f"{pack.id}:resolution:1.1")
    assert (kind, fields["text"], evidence[0]["page"]) == ("resolutions", "That the report be noted", 1)
    with pytest.raises(NotFound, match="no record"):
        record(db, "nothing:resolution:1.1")


@pytest.mark.parametrize(("sql", "hint"), [
    ("SELECT * FROM decision", "Nearest views: decisions"),
    ("SELECT bdy FROM decisions", "decisions.body"),
    ("SELECT d.txt FROM decisions d", "decisions.text"),
    ("SELEC 1", "syntax error"),
    ("SELECT presenter FROM decisions", "presenter is a column of agenda_items, business"),
])
def test_a_bad_query_shows_the_nearest_names(db: Path, sql: str, hint: str) -> None:
    put(db, minutes_pack("a"))
    with pytest.raises(BadQuery) as caught:
        query(db, sql)
    assert hint in str(caught.value)
    assert "Error" in str(caught.value)


@pytest.mark.parametrize("sql", [
    "INSERT INTO stored.packs SELECT * FROM stored.packs", "DROP VIEW decisions", "COPY packs TO 'x.csv'",
    "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM '/etc/passwd'", "ATTACH 'x.db'", "SET enable_external_access = true", "INSTALL httpfs", "SELECT content FROM read_text('/etc/hostname')"])
def test_queries_can_neither_write_nor_reach_out(db: Path, sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(db, minutes_pack("a"))
    before = dump(db)
    with pytest.raises(BadQuery):
        query(db, sql)
    assert dump(db) == before
    assert [p.name for p in tmp_path.iterdir()] == [db.name]


def test_recomputing_from_scratch_changes_nothing(db: Path) -> None:
    for n in range(4):
        pack = minutes_pack(f"p{n}", body=["Cabinet", "THE CABINET", "Planning", None][n], council=[None, "Anytown Council"][n % 2])
        put(db, pack)
    before = dump(db)
    recompute(db)
    assert dump(db) == before
    assert rows(db, "SELECT DISTINCT meeting_date FROM meetings") == [(DAY,)]


def test_what_a_killed_writer_had_no_room_for_is_cleared_away_by_the_next(db: Path) -> None:
    put(db, PackOf("a"))
    folder = db.with_name(db.name + ".tmp")
    folder.mkdir()
    for name in ("duckdb_temp_1_0_owner", "duckdb_temp_1_0_storage_S32K-0.tmp"):
        (folder / name).write_bytes(b"x")
    query(db, "SELECT 1")
    assert len(list(folder.iterdir())) == 2
    with open_writer(db):
        assert not folder.exists()


def test_what_is_not_duckdbs_stays_beside_the_file(db: Path) -> None:
    put(db, PackOf("a"))
    folder = db.with_name(db.name + ".tmp")
    folder.mkdir()
    for name in ("notes.txt", "duckdb_temp_1_0_owner", f"duckdb_temp_{os.getpid()}_0_owner"):
        (folder / name).touch()
    put(db, PackOf("b"))
    assert sorted(p.name for p in folder.iterdir()) == [f"duckdb_temp_{os.getpid()}_0_owner", "notes.txt"]


def test_what_a_writer_has_no_room_for_is_not_cleared_away_by_another_of_its_process(db: Path) -> None:
    put(db, PackOf("a"))
    with open_writer(db) as con:
        con.execute("SET memory_limit = '16MB'")
        con.execute("CREATE TEMP TABLE many AS SELECT md5(i::VARCHAR) AS word, i FROM range(600000) r(i)")
        folder = db.with_name(db.name + ".tmp")
        held = {path.name for path in folder.iterdir() if path.name.endswith("_owner") or "_DEFAULT-" in path.name}  # which stay; of those in other sizes some come and go
        assert held
        put(db, PackOf("b"))
        assert held <= {path.name for path in folder.iterdir()}
        assert con.execute("SELECT count(DISTINCT word) FROM many").fetchall() == [(600000,)]
    assert not folder.exists()
