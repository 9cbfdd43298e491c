"""Coverage of what agendas promise; what changed between versions; a matter followed over meetings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from builders import DAY, PackOf, put, rows
from papermine.errors import NotFound
from papermine.link.changes import changes
from papermine.records import PageRow
from papermine.store.trails import compare, follow

LATER = dt.date(2020, 3, 4)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


def page(pack: PackOf, text: str) -> None:
    pack.records = [r for r in pack.records if not isinstance(r, PageRow)]
    pack.add(PageRow(page_id=f"{pack.id}:page:1", pack_id=pack.id, page=1, width=595, height=842, source="text", text=text))


def test_coverage_of_an_agenda(db: Path) -> None:
    pack = PackOf("agenda")
    paper = pack.paper(pack.meeting(), kind="agenda", pages=(1, 1))
    page(pack, "AGENDA\n1 Apologies\n2 Budget for the year (Pages 3 - 18)\n3 Sale of land (Pages 19 - 30)\n4 Highways plan (To follow)\n5 School places")
    for number, title, more in (("1", "Apologies", {}), ("2", "Budget for the year", {"first_page": 3, "last_page": 18}), ("3", "Sale of land", {"exempt": True}),
                                ("4", "Highways plan", {}), ("5", "School places", {})):
        pack.item(paper, title, number, "agenda", **more)
    put(db, pack)
    assert rows(db, "SELECT number, promised, found, reason FROM coverage WHERE number IS NOT NULL ORDER BY 1") == [
        ("2", "item papers", True, None), ("3", "item papers", False, "the item is exempt: its papers are not published"),
        ("4", "paper to follow", False, "it was to follow, and is not among the packs ingested")]
    assert rows(db, "SELECT promised, found, reason FROM coverage WHERE number IS NULL ORDER BY 1") == [
        ("agenda", True, None), ("minutes", False, "not due yet: no paper of a later meeting is here")]
    supplement = PackOf("supplement")
    late = supplement.paper(supplement.meeting(), kind="report")
    late.title = "Highways plan"
    put(db, supplement)
    assert rows(db, "SELECT found, document_id FROM coverage WHERE number = '4'") == [(True, late.document_id)]


def test_coverage_says_which_items_the_minutes_leave_out(db: Path) -> None:
    agenda, minutes, next_one = PackOf("agenda"), PackOf("minutes"), PackOf("next")
    paper = agenda.paper(agenda.meeting(), kind="agenda")
    for number, title in (("2", "Declarations of interest, to be made by members"), ("3", "Budget for the year"), ("4", "Sale of land")):
        agenda.item(paper, title, number, "agenda")
    printed = minutes.paper(minutes.meeting())
    minutes.item(printed, "Declarations", "01.26.02")
    minutes.item(printed, "Budget for the year", "01.26.03")
    next_one.paper(next_one.meeting(day=LATER), kind="agenda")
    put(db, agenda, minutes, next_one)
    assert rows(db, "SELECT number, found FROM coverage WHERE promised = 'item in minutes' ORDER BY 1") == [("2", True), ("3", True), ("4", False)]
    assert rows(db, "SELECT meeting_date, found FROM coverage WHERE promised = 'minutes' ORDER BY 1") == [(DAY, True), (LATER, False)]


@pytest.mark.parametrize(("old", "new", "found"), [
    ("The fee is ten\npounds.", "The fee is ten pounds.", []),
    ("• The fee is ten pounds", " The fee is ten pounds", []),
    ("The fee is ten pounds from May", "The fee is twelve pounds from May", [("changed", "ten", "twelve")]),
    ("Agreed. Noted by all who came.", "Agreed.", [("removed", "Noted by all who came", "")]),
    ("Agreed.", "Agreed. Home Farm: no objection", [("added", "", "Home Farm: no objection")])])
def test_what_changed(old: str, new: str, found: list[tuple[str, str, str]]) -> None:
    assert [(c.kind, c.old, c.new) for c in changes([(1, old)], [(1, new)])] == found


def test_two_files_are_compared_by_name(db: Path) -> None:
    for name, text in (("minutes-draft", "The fee is ten pounds"), ("minutes-final", "The fee is twelve pounds")):
        pack = PackOf(name)
        pack.paper(pack.meeting(), pages=(1, 1))
        page(pack, text)
        put(db, pack)
    one, other, found = compare(db, "minutes-draft", "minutes-final.pdf")
    assert (one.name, other.name) == ("minutes-draft.pdf, pages 1-1", "minutes-final.pdf, pages 1-1")
    assert [(c.page_a, c.old, c.new) for c in found] == [(1, "ten", "twelve")]
    with pytest.raises(NotFound, match=r"could be minutes-draft\.pdf, minutes-final\.pdf"):
        compare(db, "minutes", "minutes-draft")
    with pytest.raises(NotFound, match="document_versions"):
        compare(db, "nothing", "minutes-draft")


def test_a_matter_is_followed_over_meetings(db: Path) -> None:
    cabinet, scrutiny, council = PackOf("cabinet"), PackOf("scrutiny"), PackOf("council")
    paper = cabinet.paper(cabinet.meeting())
    cabinet.resolution(paper, "That the scheme be recommended to full Council", item := cabinet.item(paper, "Decision 24/00093 - Family hubs", "5"))
    cabinet.item(paper, "Apologies for absence", "1")
    late = scrutiny.paper(scrutiny.meeting(body="Scrutiny Committee", day=dt.date(2020, 2, 3)))
    scrutiny.item(late, "Call-in of decision 24/00093", "4")
    last = council.paper(council.meeting(body="Council", day=LATER))
    council.resolution(last, "That the decision be implemented", council.item(last, "Review of Decision 24/00093", "9"))
    council.item(last, "Apologies for absence", "1")
    put(db, cabinet, scrutiny, council)
    want = [(DAY, "item"), (DAY, "referred on"), (dt.date(2020, 2, 3), "call-in"), (LATER, "item"), (LATER, "decision")]
    assert [(s.day, s.kind) for s in follow(db, "24/00093")] == want
    assert [(s.day, s.kind) for s in follow(db, item.item_id)] == want
    assert [(s.day, s.kind) for s in follow(db, "family hubs")] == want
    with pytest.raises(NotFound, match="papermine search"):
        follow(db, "swimming pool")


@pytest.mark.parametrize("resolved", [True, False])
def test_the_trail_ends_where_the_minutes_are_approved(db: Path, resolved: bool) -> None:
    pack, later, other = PackOf("january"), PackOf("march"), PackOf("council")
    paper = pack.paper(pack.meeting())
    pack.resolution(paper, "That the land be sold", pack.item(paper, "Sale of land at Home Farm", "5"))
    words = "That the minutes of the meeting held on 22 January 2020 be approved as a correct record"
    approving = later.paper(later.meeting(day=LATER))
    record = later.resolution(approving, words, later.item(approving, "Minutes of the last meeting", "2")).resolution_id if resolved else approving.document_id
    later.records = [r for r in later.records if not isinstance(r, PageRow)]
    for number, shown in ((1, "Present: Cllr Vane"), (2, words + ".")):
        later.add(PageRow(page_id=f"{later.id}:page:{number}", pack_id=later.id, page=number, width=595, height=842, source="text", text=shown))
    elsewhere = other.paper(other.meeting(body="Council", day=LATER))
    other.resolution(elsewhere, words, other.item(elsewhere, "Minutes", "1"))
    put(db, pack, later, other)
    steps = follow(db, "land at home farm")
    assert [(s.day, s.kind) for s in steps] == [(DAY, "item"), (DAY, "decision"), (LATER, "minutes approved")]
    assert (steps[-1].text or "").rstrip(".") == words
    assert (steps[-1].file_name, steps[-1].page, steps[-1].record_id) == ("march.pdf", 1 if resolved else 2, record)
