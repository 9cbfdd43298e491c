"""What a person says of a record lies beside the database, outlives a new reading, and is never dropped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import PackOf, at, minutes_pack, put, rows
from papermine.records import Resolution
from papermine.store import Batch, commit, correct, forget, pack_rows
from papermine.store.journal import Line, Spot, append, journal_of, read_journal


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "council.duckdb"
    put(path, minutes_pack("a", "That teh report be noted"))
    return path


def said(db: Path, action: str, record: str, kind: str = "resolutions", *, words: str | None = None, **more: object) -> None:
    spot = Spot(1, 72, 100.5, words) if words is not None else Spot()
    append(journal_of(db), [Line(record, kind, action, "Ann", "2026-01-01T10:00:00+00:00", place=spot, **more)])  # type: ignore[arg-type]


def the(db: Path) -> tuple[str, str, str | None]:
    return rows(db, "SELECT pack_id, resolution_id, text FROM resolutions")[0]  # type: ignore[return-value]


def test_a_corrected_text_is_what_every_view_says_and_is_marked(db: Path) -> None:
    pack, record, _ = the(db)
    said(db, "correct", record, field="text", value="That the report be noted", was="That teh report be noted", words="That teh report be noted")
    correct(db, [pack])
    assert rows(db, "SELECT text FROM decisions") == [("That the report be noted",)]
    assert rows(db, "SELECT basis, text FROM evidence WHERE record_id = ?", record) == [("corrected", "That teh report be noted")]
    assert rows(db, "SELECT record_id, field, value, was, who, state, target_id FROM corrections") == [
        (record, "text", "That the report be noted", "That teh report be noted", "Ann", "applied", record)]


def test_it_outlives_a_new_reading_and_a_database_made_afresh(db: Path) -> None:
    pack, record, _ = the(db)
    said(db, "correct", record, field="mover", value="Jane Doe", was=None, words="That teh report be noted")
    correct(db, [pack])
    put(db, minutes_pack("a", "That teh report be noted"))
    assert rows(db, "SELECT mover FROM resolutions") == [("Jane Doe",)]
    db.unlink()
    put(db, minutes_pack("a", "That teh report be noted"))
    assert rows(db, "SELECT mover, basis FROM resolutions JOIN evidence ON record_id = resolution_id") == [("Jane Doe", "corrected")]


def test_a_better_rule_that_numbers_the_page_anew_takes_the_correction_along(db: Path) -> None:
    pack, record, _ = the(db)
    said(db, "correct", record, field="seconder", value="Ali", words="That teh report be noted")
    again = PackOf("a")
    paper = again.paper(again.meeting())
    for top, text in ((80.0, "That the minutes be signed"), (300.0, "That teh report be noted")):
        again.add(Resolution(resolution_id=again.ids("resolution", 1), document_id=paper.document_id, text=text, page=1,
                             evidence=(at(1, text)[0].model_copy(update={"top": top}),), rule="test"))
    put(db, again)
    assert rows(db, "SELECT text, seconder FROM resolutions ORDER BY ordinal") == [
        ("That the minutes be signed", None), ("That teh report be noted", "Ali")]
    assert rows(db, "SELECT state, record_id = ?, target_id FROM corrections", record) == [("moved", True, f"{pack}:resolution:1.2")]


def test_where_its_place_is_gone_it_is_listed_and_changes_nothing(db: Path) -> None:
    _, record, _ = the(db)
    said(db, "correct", record, field="text", value="Never", words="That teh report be noted")
    other = PackOf("a")
    paper = other.paper(other.meeting())
    other.add(Resolution(resolution_id=record, document_id=paper.document_id, text="That nobody be paid", page=1,
                         evidence=(at(1, "That nobody be paid")[0].model_copy(update={"top": 600.0}),), rule="test"))
    put(db, other)
    assert rows(db, "SELECT text FROM resolutions") == [("That nobody be paid",)]
    assert rows(db, "SELECT state, target_id FROM corrections") == [("gone", None)]
    assert len(read_journal(journal_of(db))) == 1


def test_a_rejected_record_is_in_no_view_until_it_is_taken_back(db: Path) -> None:
    pack, record, _ = the(db)
    before = rows(db, "SELECT * FROM resolutions"), rows(db, "SELECT * FROM evidence ORDER BY ALL")
    said(db, "reject", record)
    correct(db, [pack])
    assert rows(db, "SELECT text FROM resolutions") == rows(db, "SELECT text FROM decisions") == []
    assert rows(db, "SELECT 1 FROM evidence WHERE record_id = ?", record) == []
    said(db, "undo", record)
    correct(db, [pack])
    assert (rows(db, "SELECT * FROM resolutions"), rows(db, "SELECT * FROM evidence ORDER BY ALL")) == before
    assert rows(db, "SELECT action, state FROM corrections ORDER BY correction_id") == [("reject", "superseded"), ("undo", "superseded")]


def test_a_rejected_table_takes_its_cells_along_and_comes_back_whole(tmp_path: Path) -> None:
    db, pack = tmp_path / "c.duckdb", PackOf("t")
    table = pack.grid(pack.paper(pack.meeting(), "report"), [["Service", "£000"], ["Roads", "-4.5"]])
    put(db, pack)
    cells = rows(db, "SELECT * FROM table_cells ORDER BY cell_id"), rows(db, "SELECT * FROM printed_cells ORDER BY ALL")
    said(db, "reject", table.table_id, "tables")
    correct(db, [pack.id])
    assert [rows(db, f"SELECT count(*) FROM {v}")[0][0] for v in ("tables", "table_cells", "printed_cells", "table_columns")] == [0, 0, 0, 0]
    said(db, "undo", table.table_id, "tables")
    correct(db, [pack.id])
    assert (rows(db, "SELECT * FROM table_cells ORDER BY cell_id"), rows(db, "SELECT * FROM printed_cells ORDER BY ALL")) == cells


def test_a_cell_can_be_corrected(tmp_path: Path) -> None:
    db, pack = tmp_path / "c.duckdb", PackOf("t")
    table = pack.grid(pack.paper(pack.meeting(), "report"), [["Service", "£000"], ["Roads", "1O0"]])
    put(db, pack)
    said(db, "correct", f"{table.table_id}:1.1", "table_cells", field="value", value=100)
    said(db, "correct", f"{table.table_id}:1.1", "table_cells", field="text", value="100")
    correct(db, [pack.id])
    assert rows(db, "SELECT text, value FROM table_cells WHERE row_index = 1 AND column_index = 1") == [("100", 100)]
    assert rows(db, "SELECT text, basis FROM evidence WHERE record_id = ?", f"{table.table_id}:1.1") == [("1O0", "corrected")]


def test_a_vote_count_changes_in_its_resolutions_too_and_no_vote_is_made_of_it(tmp_path: Path) -> None:
    db, pack = tmp_path / "c.duckdb", PackOf("v")
    paper = pack.paper(pack.meeting())
    division = pack.division(paper, {"for": ["A", "B"]}, votes_for=3)
    one = pack.resolution(paper, "That A be done", division_id=division.division_id, votes_for=3)
    put(db, pack)
    said(db, "correct", division.division_id, "divisions", field="votes_for", value=2)
    correct(db, [pack.id])
    assert rows(db, "SELECT votes_for FROM resolutions") == rows(db, "SELECT votes_for FROM divisions") == [(2,)]
    assert rows(db, "SELECT count(*) FROM division_votes") == [(2,)]
    assert rows(db, "SELECT basis FROM evidence WHERE record_id = ?", one.resolution_id) == [("corrected",)]
    said(db, "undo", division.division_id, "divisions")
    correct(db, [pack.id])
    assert rows(db, "SELECT votes_for FROM resolutions") == rows(db, "SELECT votes_for FROM divisions") == [(3,)]


def test_a_meeting_is_resolved_again_when_its_day_is_corrected(db: Path) -> None:
    pack, _, _ = the(db)
    put(db, minutes_pack("b", body="Cabinet"))
    said(db, "correct", f"{pack}:meeting:1.1", "pack_meetings", field="meeting_date", value="2020-02-22")
    correct(db, [pack])
    assert [str(d) for (d,) in rows(db, "SELECT meeting_date FROM meetings ORDER BY 1")] == ["2020-01-22", "2020-02-22"]
    said(db, "undo", f"{pack}:meeting:1.1", "pack_meetings")
    correct(db, [pack])
    assert [str(d) for (d,) in rows(db, "SELECT meeting_date FROM meetings")] == ["2020-01-22"]


def test_a_false_alarm_gives_the_pack_its_status_back(tmp_path: Path) -> None:
    db, pack = tmp_path / "c.duckdb", minutes_pack("w")
    pack.row.status = "partial"
    issue = pack.issue("tally-differs")
    put(db, pack)
    said(db, "reject", issue.issue_id, "issues")
    correct(db, [pack.id])
    assert rows(db, "SELECT status FROM packs") == [("clean",)]
    assert rows(db, "SELECT code FROM issues") == []


def test_the_last_word_on_a_field_counts(db: Path) -> None:
    pack, record, _ = the(db)
    for value in ("one", "two"):
        said(db, "correct", record, field="text", value=value)
    correct(db, [pack])
    assert the(db)[2] == "two"
    assert rows(db, "SELECT value, state FROM corrections ORDER BY correction_id") == [("one", "superseded"), ("two", "applied")]


def test_a_line_that_makes_no_sense_is_kept_and_stops_nothing(db: Path) -> None:
    _, record, _ = the(db)
    journal = journal_of(db)
    journal.write_text('not json\n{"id": 5}\n' + json.dumps({"id": record, "kind": "resolutions", "action": "bless"}) + "\n[]\n"
                       + json.dumps({"id": record, "kind": "nothing", "action": "reject"}) + "\n"
                       + json.dumps({"id": record, "kind": "resolutions", "action": "correct", "field": "pack_id", "value": "x"}) + "\n"
                       + json.dumps({"id": record, "kind": "resolutions", "action": "correct", "field": "votes_for", "value": "many"}))
    put(db, minutes_pack("a", "That teh report be noted"))
    assert [line.fault is not None for line in read_journal(journal)] == [True, True, True, True, False, False, False]
    assert the(db)[2] == "That teh report be noted"
    assert rows(db, "SELECT state FROM corrections") == [("unusable",)] * 3
    append(journal, [Line(record, "resolutions", "accept", "Ann", "now")])
    assert len(read_journal(journal)) == 8, "a last line without a line break does not swallow the next"


def test_a_pack_that_is_forgotten_leaves_its_lines_in_the_file_only(db: Path) -> None:
    pack, record, _ = the(db)
    said(db, "reject", record)
    correct(db, [pack])
    forget(db, ["/packs/a.pdf"])
    assert rows(db, "SELECT count(*) FROM corrections") == [(0,)]
    assert len(read_journal(journal_of(db))) == 1
    commit(db, Batch([pack_rows(minutes_pack("a").mined)], [PackOf("a").file()]))
    assert rows(db, "SELECT count(*) FROM resolutions") == [(0,)]
