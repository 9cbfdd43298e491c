"""What the store works out over all packs: meetings, matters of business, decisions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from builders import DAY, PackOf, minutes_pack, put, rows
from papermine.store import forget
from papermine.store.meetings import body_key, council_key


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


@pytest.mark.parametrize(("one", "other"), [
    ("City of Wolverhampton Council", "Wolverhampton City Council"), ("KENT COUNTY COUNCIL", "Kent County Council"),
    ("St. Ives Town Council", "St Ives Town Council")])
def test_spellings_of_one_council(one: str, other: str) -> None:
    assert council_key(one) == council_key(other)


@pytest.mark.parametrize(("one", "other"), [
    ("Oxford City Council", "Oxfordshire County Council"), ("Durham County Council", "City of Durham Parish Council")])
def test_two_councils(one: str, other: str) -> None:
    assert council_key(one) != council_key(other)


@pytest.mark.parametrize(("one", "other"), [
    ("Scrutiny Board", "THE SCRUTINY BOARD"), ("Overview & Scrutiny Committee", "Overview and Scrutiny Committee"),
    ("Planning Sub-Committee", "Planning Subcommittee"), ("Kent County Council - Scrutiny Committee", "Scrutiny Committee"),
    ("Council", "Kent County Council"), ("Meeting of the Cabinet", "Cabinet"), ("Full Council", "County Council"), ("Cabinet meeting", "Cabinet")])
def test_spellings_of_one_body(one: str, other: str) -> None:
    assert body_key(one, "Kent County Council") == body_key(other, "Kent County Council")


@pytest.mark.parametrize(("one", "other"), [
    ("Planning Committee", "Licensing Committee"), ("Extraordinary Council", "Council"), ("Health Scrutiny Panel", "Housing Scrutiny Panel")])
def test_two_bodies(one: str, other: str) -> None:
    assert body_key(one, "Kent County Council") != body_key(other, "Kent County Council")


def test_one_meeting_in_three_packs(db: Path) -> None:
    put(db, minutes_pack("a", body="THE CABINET", council="ANYTOWN COUNCIL"), minutes_pack("b", body="Cabinet", start_time=dt.time(18)),
        minutes_pack("c", body="Cabinet", venue="Hall"), minutes_pack("d", body="Cabinet", day=dt.date(2020, 2, 1)))
    assert rows(db, "SELECT council, body, start_time, venue FROM meetings WHERE meeting_date = ?", DAY) == [
        ("Anytown Council", "Cabinet", dt.time(18), "Hall")]
    assert rows(db, "SELECT count(DISTINCT meeting_id) FROM documents") == [(2,)]
    assert rows(db, "SELECT count(*) FROM documents d JOIN meetings USING (meeting_id)") == [(4,)]


def test_the_order_of_ingest_does_not_matter(tmp_path: Path) -> None:
    packs = [minutes_pack(n, body=b) for n, b in (("a", "THE CABINET"), ("b", "Cabinet"), ("c", "the cabinet"))]
    one, other = tmp_path / "one.duckdb", tmp_path / "other.duckdb"
    put(one, *packs)
    for pack in reversed(packs):
        put(other, pack)
    for sql in ("SELECT * FROM meetings", "SELECT * FROM decisions", "SELECT * FROM business"):
        assert rows(one, sql) == rows(other, sql)


def test_nothing_is_guessed_where_something_is_missing(db: Path) -> None:
    put(db, minutes_pack("a", council=None), minutes_pack("b", council=None), minutes_pack("c"), minutes_pack("d", day=None),
        minutes_pack("e", day=None), minutes_pack("f", body=None), minutes_pack("g", body=None))
    assert rows(db, "SELECT count(*) FROM meetings") == [(7,)]


def test_a_meeting_without_papers_is_not_shown(db: Path) -> None:
    pack = PackOf("a")
    pack.meeting()
    pack.paper(pack.meeting(body="Planning"))
    put(db, pack)
    assert rows(db, "SELECT body FROM meetings") == [("Planning",)]


def test_a_forgotten_pack_gives_the_meeting_back_its_own_words(db: Path) -> None:
    put(db, minutes_pack("a", venue="Hall"), minutes_pack("b"))
    assert rows(db, "SELECT venue FROM meetings") == [("Hall",)]
    forget(db, ["/packs/a.pdf"])
    assert rows(db, "SELECT venue FROM meetings") == [(None,)]


def test_a_given_council_fills_the_gap_and_stays_apart_from_print(db: Path) -> None:
    put(db, minutes_pack("a", council=None), council="Anytown Council")
    put(db, minutes_pack("b"), council="Othertown")
    assert rows(db, "SELECT DISTINCT council FROM meetings") == [("Anytown Council",)]
    assert rows(db, "SELECT council FROM pack_meetings") == [("Anytown Council",), ("Anytown Council",)]
    assert rows(db, "SELECT count(*) FROM issues WHERE code = 'council-unknown'") == [(0,)]


def test_an_unknown_council_is_null_and_an_issue(db: Path) -> None:
    put(db, minutes_pack("a", council=None), minutes_pack("b", body="Planning"))
    assert rows(db, "SELECT council FROM meetings ORDER BY body") == [(None,), ("Anytown Council",)]
    assert rows(db, "SELECT severity, k.file_name FROM issues JOIN packs k USING (pack_id) WHERE code = 'council-unknown'") == [("info", "a.pdf")]


def test_a_manifest_says_the_meeting_of_a_paper_that_prints_none(db: Path) -> None:
    pack = PackOf("annex")
    pack.paper(kind="appendix")
    put(db, pack, council="Anytown Council", body="Cabinet", date=DAY)
    put(db, minutes_pack("b"))
    assert rows(db, "SELECT count(*), count(DISTINCT meeting_id) FROM documents") == [(2, 1)]


def test_a_given_date_does_not_move_an_earlier_meeting(db: Path) -> None:
    pack = PackOf("a")
    pack.paper(pack.meeting(day=None), kind="agenda", pages=(1, 1))
    pack.paper(pack.meeting(day=None), pages=(2, 3))
    put(db, pack, date=DAY)
    assert rows(db, "SELECT kind, m.meeting_date FROM documents JOIN meetings m USING (meeting_id) ORDER BY kind") == [
        ("agenda", DAY), ("minutes", None)]


def both(db: Path, agenda: list[tuple[str, str]], minutes: list[tuple[str, str, dict[str, str]]]) -> list[tuple[object, ...]]:
    """Stores the agenda in one pack and the minutes in another; (agenda number, minute number, title) of each matter."""
    first, second = PackOf("agenda"), PackOf("minutes")
    paper = first.paper(first.meeting(), kind="agenda")
    for number, title in agenda:
        first.item(paper, title, number, "agenda")
    paper = second.paper(second.meeting())
    for number, title, more in minutes:
        second.item(paper, title, number, "minutes", **more)
    put(db, first, second)
    return rows(db, "SELECT agenda_number, minute_number, title FROM business ORDER BY agenda_number, minute_number")


def test_agenda_and_minutes_of_a_matter_are_one_row(db: Path) -> None:
    assert both(db, [("1", "Apologies for absence"), ("2", "Budget 2020/21"), ("3", "Highways maintenance programme"), ("4", "Any other")], [
        ("292", "Apologies for absence", {"agenda_number": "1", "minute_number": "292"}),
        ("293", "Budget 2020/21", {}), ("3", "Highways maintenance", {}), ("295", "A late petition", {})]) == [
        ("1", "292", "Apologies for absence"), ("2", "293", "Budget 2020/21"), ("3", "3", "Highways maintenance programme"),
        ("4", None, "Any other"), (None, "295", "A late petition")]


def test_an_agenda_number_printed_in_the_minutes_decides(db: Path) -> None:
    assert both(db, [("1", "Questions"), ("2", "Minutes of 3 May")], [("10", "Minutes", {"agenda_number": "2", "minute_number": "10"})]) == [
        ("1", None, "Questions"), ("2", "10", "Minutes of 3 May")]


def test_the_same_agenda_in_two_packs_is_one_row_each(db: Path) -> None:
    for name in ("a", "b"):
        pack = PackOf(name)
        paper = pack.paper(pack.meeting(), kind="agenda")
        pack.item(paper, "Budget", "5", "agenda", first_page=2, last_page=3, presenter="Jo Fry", section="PART 2", exempt=True)
        pack.item(paper, "Questions", "6", "agenda")
        put(db, pack)
    assert rows(db, "SELECT title, section, heading, presenter, first_page, last_page, body FROM business ORDER BY title") == [
        ("Budget", "exempt", "PART 2", "Jo Fry", 2, 3, "Cabinet"), ("Questions", "public", None, None, None, None, "Cabinet")]
    assert rows(db, "SELECT count(DISTINCT business_id), count(*) FROM agenda_items") == [(2, 4)]


def test_business_that_is_not_of_the_meeting_stays_apart(db: Path) -> None:
    for name, body in (("a", "Cabinet"), ("b", "Planning")):
        put(db, minutes_pack(name, body=body))
    assert rows(db, "SELECT body, title, decisions FROM business ORDER BY 1") == [("Cabinet", "Budget", 1), ("Planning", "Budget", 1)]


def test_decisions_are_what_was_decided(db: Path) -> None:
    pack = PackOf("a")
    paper = pack.paper(pack.meeting())
    item = pack.item(paper, "School places", "12")
    lost = pack.division(paper, {"for": ["Cllr A"], "against": ["Cllr B", "Cllr C"]}, outcome="lost", votes_for=1, votes_against=2)
    withdrawn = pack.motion(paper, "That nothing be done", outcome="withdrawn")
    pack.resolution(paper, "That more school places be made", item, outcome="carried", votes_for=7)
    pack.resolution(paper, "The Panel noted the report", item)
    for text, more in (("lost by name", {"outcome": "lost"}), ("lost by vote", {"division_id": lost.division_id}), ("deferred", {"outcome": "deferred"}),
                       ("withdrawn", {"motion_id": withdrawn.motion_id})):
        pack.resolution(paper, text, item, **more)
    put(db, pack, source_url="https://example.org/a")
    assert rows(db, "SELECT meeting_date, body, text FROM decisions WHERE text ILIKE '%school places%' ORDER BY 1") == [
        (DAY, "Cabinet", "That more school places be made")]
    assert rows(db, "SELECT council, item_number, item_title, votes_for, file_name, page, source_url, outcome FROM decisions ORDER BY votes_for") == [
        ("Anytown Council", "12", "School places", 7, "a.pdf", 1, "https://example.org/a", "carried"),
        ("Anytown Council", "12", "School places", None, "a.pdf", 1, "https://example.org/a", None)]
    assert rows(db, "SELECT person_name, option FROM votes ORDER BY 1") == [("Cllr A", "for"), ("Cllr B", "against"), ("Cllr C", "against")]


def test_a_decision_printed_in_two_files_is_one_row(db: Path) -> None:
    put(db, minutes_pack("a"), minutes_pack("b"), minutes_pack("c", body="Planning"))
    assert rows(db, "SELECT body, printings FROM decisions ORDER BY 1") == [("Cabinet", 2), ("Planning", 1)]
    assert rows(db, "SELECT count(*) FROM resolutions") == [(3,)]


def test_the_same_words_twice_in_one_paper_are_two_decisions(db: Path) -> None:
    for name in ("a", "b"):
        pack = PackOf(name)
        paper = pack.paper(pack.meeting())
        for title, number in (("Budget", "5"), ("Roads", "6")):
            item = pack.item(paper, title, number)
            pack.resolution(paper, "That the report be noted.", item)
            pack.resolution(paper, "That the report be noted", item)
        put(db, pack)
    assert rows(db, "SELECT item_title, count(*), min(printings) FROM decisions GROUP BY 1 ORDER BY 1") == [("Budget", 2, 2), ("Roads", 2, 2)]


def test_votes_repeat_names_for_each_resolution_and_divisions_do_not(db: Path) -> None:
    pack = PackOf("a")
    paper = pack.paper(pack.meeting())
    division = pack.division(paper, {"for": ["Cllr A", "Cllr B"], "against": ["Cllr C"]})
    for text in ("one", "two"):
        pack.resolution(paper, text, division_id=division.division_id)
    put(db, pack)
    assert rows(db, "SELECT count(*) FROM votes") == [(6,)]
    assert rows(db, "SELECT count(*) FROM division_votes") == [(3,)]
