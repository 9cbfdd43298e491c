"""Papers over packs: copies, drafts, approved minutes; one decision in many printings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from builders import DAY, PackOf, dump, put, rows
from papermine.link.approvals import said
from papermine.link.likeness import changed_words, likeness
from papermine.records import Attendance, PageRow
from papermine.store import Batch, commit, forget, link

LONG = "That the Director of Growth be authorised to procure and award the contracts for the scheme up to the budget of £2m set out in the report"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


def page(pack: PackOf, text: str, number: int = 1) -> None:
    """The words of a page."""
    pack.records = [r for r in pack.records if not (isinstance(r, PageRow) and r.page == number)]
    pack.add(PageRow(page_id=f"{pack.id}:page:{number}", pack_id=pack.id, page=number, width=595, height=842, source="text", text=text))


def paper_of(name: str, kind: str, texts: list[tuple[str | None, str]], *, title: str = "Budget", **meeting: object) -> PackOf:
    """A pack of one paper with one item that decides these (number, text)."""
    pack = PackOf(name)
    paper = pack.paper(pack.meeting(**meeting), kind=kind)  # type: ignore[arg-type]
    item = pack.item(paper, title, "7")
    for number, text in texts:
        pack.resolution(paper, text, item, number=number)
    return pack


def test_minutes_and_notice_give_each_decision_once(db: Path) -> None:
    put(db, paper_of("minutes", "minutes", [("2a", f"Contracts - {LONG}"), ("8", "That the report be noted")]),
        paper_of("notice", "decision", [("a", LONG), ("b", "That the report be noted."), ("c", "That officers report back")]))
    assert rows(db, "SELECT number, source_kind, printings, file_name FROM decisions ORDER BY number") == [
        ("2a", "minutes", 2, "minutes.pdf"), ("8", "minutes", 2, "minutes.pdf"), ("c", "decision", 1, "notice.pdf")]
    assert rows(db, "SELECT count(*), count(DISTINCT decision_id), count(*) FILTER (is_best) FROM decision_printings") == [(5, 3, 3)]


@pytest.mark.parametrize("agenda", [True, False])
def test_a_notice_has_the_agendas_numbers_and_the_minutes_their_own(db: Path, agenda: bool) -> None:
    """Minute 73 is item 4 of the agenda; short words are known again only where the agenda is here to say so."""
    minutes, notice = PackOf("minutes"), PackOf("notice")
    paper, record = minutes.paper(minutes.meeting()), notice.paper(notice.meeting(), kind="decision")
    for text in (LONG, "That the report be noted"):
        minutes.resolution(paper, text, minutes.item(paper, "Budget", "73"))
        notice.resolution(record, text).item_number = "4"
    front = PackOf("front")
    if agenda:
        sheet = front.paper(front.meeting(), kind="agenda")
        front.item(sheet, "Budget", "4", "agenda")
        front.item(sheet, "Roads", "5", "agenda")
    put(db, minutes, notice, front)
    assert rows(db, "SELECT text, item_title, source_kind, printings FROM decisions ORDER BY 1") == [
        (LONG, "Budget", "minutes", 2), ("That the report be noted", "Budget", "minutes", 2)] if agenda else rows(
        db, "SELECT count(*), max(printings) FROM decisions") == [(3, 2)]


def test_where_the_best_printing_goes_the_others_stand_until_the_council_is_linked_again(db: Path) -> None:
    put(db, paper_of("minutes", "minutes", [("2a", LONG)]), paper_of("notice", "decision", [("a", LONG)]))
    path = rows(db, "SELECT path FROM files WHERE file_name = 'minutes.pdf'")[0][0]
    commit(db, Batch(gone=[path]), links=False)
    assert rows(db, "SELECT number, printings FROM decisions") == [("a", 1)]
    assert link(db) == 1
    assert rows(db, "SELECT number, printings FROM decisions") == [("a", 1)]


def test_other_figures_are_another_decision(db: Path) -> None:
    put(db, paper_of("minutes", "minutes", [(None, LONG)]), paper_of("notice", "decision", [(None, LONG.replace("£2m", "£3m"))]))
    assert rows(db, "SELECT count(*) FROM decisions") == [(2,)]


def test_the_same_words_under_another_item_are_another_decision(db: Path) -> None:
    put(db, paper_of("minutes", "minutes", [(None, "That the report be noted")]),
        paper_of("notice", "decision", [(None, "That the report be noted")], title="School places"))
    assert rows(db, "SELECT count(*) FROM decisions") == [(2,)]


def test_what_was_lost_is_not_what_was_decided(db: Path) -> None:
    pack = PackOf("minutes")
    paper = pack.paper(pack.meeting())
    pack.resolution(paper, LONG, pack.item(paper, "Budget", "7"), outcome="lost")
    put(db, pack, paper_of("notice", "decision", [(None, LONG)]))
    assert rows(db, "SELECT source_kind, printings FROM decisions") == [("decision", 1)]


def test_a_paragraph_moved_and_resolved_in_one_paper_is_one_decision(db: Path) -> None:
    pack = PackOf("minutes")
    paper = pack.paper(pack.meeting())
    item = pack.item(paper, "Budget", "7")
    pack.resolution(paper, LONG, item, outcome="carried", mover="A Hook")
    pack.resolution(paper, f"Contracts - {LONG}", item, outcome="carried", lead_in="It was APPROVED")
    put(db, pack)
    assert rows(db, "SELECT lead_in, printings FROM decisions") == [("It was APPROVED", 1)]


def test_a_notice_without_a_council_belongs_to_the_body_that_met_that_day(db: Path) -> None:
    """The notice names body and day; three members at both tell that it is that body."""
    minutes, notice = (paper_of(n, k, [(None, LONG)], council=c) for n, k, c in (("minutes", "minutes", "Anytown Council"), ("notice", "decision", None)))
    for pack in (minutes, notice):
        paper, met = pack.records[2], pack.records[1]
        for name in ("Ann Lee", "Bob Fry", "Cy Moss"):
            pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id,  # type: ignore[attr-defined]
                                pack_meeting_id=met.pack_meeting_id, name=name, name_printed=name, status="present"))  # type: ignore[attr-defined]
    put(db, minutes, notice)
    assert rows(db, "SELECT council, printings FROM decisions") == [("Anytown Council", 2)]


def test_a_body_of_that_name_alone_is_no_evidence(db: Path) -> None:
    put(db, paper_of("minutes", "minutes", [(None, LONG)]), paper_of("notice", "decision", [(None, LONG)], council=None))
    assert rows(db, "SELECT count(*) FROM decisions") == [(2,)]


def minutes_of(name: str, text: str, day: dt.date = DAY, file: str | None = None) -> PackOf:
    pack = paper_of(name, "minutes", [(None, "That the report be noted")], day=day)
    page(pack, text)
    return pack


WORDS = "Minutes of the Cabinet. Present: Councillors Lee and Fry. The Cabinet heard of roads, schools, parks and libraries at great length, and of much else. "


def test_later_minutes_approve_earlier_ones(db: Path) -> None:
    later = "Minutes of the Cabinet\nRESOLVED that the minutes of the meeting held on 22 January 2020 be approved as a correct record."
    put(db, minutes_of("a", WORDS), minutes_of("b", later, dt.date(2020, 2, 19)))
    assert rows(db, "SELECT file_name, d.status, approved_on FROM documents d JOIN packs USING (pack_id) ORDER BY 1") == [
        ("a.pdf", "approved", dt.date(2020, 2, 19)), ("b.pdf", "published", None)]
    assert rows(db, "SELECT meeting_date, status FROM decisions ORDER BY 1") == [(DAY, "approved"), (dt.date(2020, 2, 19), "published")]


def test_a_draft_gives_way_to_the_minutes(db: Path) -> None:
    put(db, minutes_of("a", "DRAFT MINUTES\n" + WORDS), minutes_of("b", WORDS + "The Clerk was thanked by all."))
    assert rows(db, "SELECT file_name, status, version, version_number, is_current FROM document_versions ORDER BY version_number") == [
        ("a.pdf", "draft", "draft", 1, False), ("b.pdf", "published", None, 2, True)]
    assert rows(db, "SELECT file_name, status, printings FROM decisions") == [("b.pdf", "published", 2)]


def test_a_copy_in_another_file_is_the_same_paper(db: Path) -> None:
    put(db, minutes_of("a", WORDS * 2), minutes_of("b", (WORDS * 2).replace(" ", "\n")))
    assert sorted(rows(db, "SELECT same_as IS NULL, is_current FROM documents")) == [(False, False), (True, True)]


@pytest.mark.parametrize(("text", "day", "corrected"), [
    ("RESOLVED that the minutes of the meeting on 9 January 2025 were a correct record and be signed by the Chair.", dt.date(2025, 1, 9), False),
    ("01.26.03 To receive the minutes of the last meeting\nThe minutes of the meeting held on 27th November 2025 were\nchecked, agreed as a true record "
     "and signed by the chair.", dt.date(2025, 11, 27), False),
    ("01.26..03 To receive the minutes\nThe minutes of the meeting held on 27th November 2025 were agreed as a true record and\nsigned by the Acting Chair.\n"
     "01.26.04 Public participation\nNothing was not said.", dt.date(2025, 11, 27), False),
    ("The minutes of 3 May 2021 were approved, with the following corrections: item 4 to read ten.", dt.date(2021, 5, 3), True),
    ("That the minutes of 3 May 2021 be approved without amendment.", dt.date(2021, 5, 3), False)])
def test_an_approval_is_what_is_printed(text: str, day: dt.date, corrected: bool) -> None:
    assert [(s.day, s.corrections is not None) for s in said(text)] == [(day, corrected)]


@pytest.mark.parametrize("text", [
    "To approve the minutes of the meeting held on 9 January 2025.", "The minutes of the last meeting were agreed as accurate.",
    "The minutes of 9 January 2025 were not approved.", "The minutes of the meeting on 9 January 2025 will be approved at the next meeting.",
    "The budget of 9 January 2025 was approved."])
def test_no_approval(text: str) -> None:
    assert said(text) == []


def test_likeness_and_change() -> None:
    assert likeness("in- line with", "inline with") == 1.0
    assert changed_words("cost of up to £1m", "cost of up to £2m") == "cost of up to [-£1m-] {+£2m+}"


def test_the_order_of_ingest_and_forgetting_leave_the_same_links(tmp_path: Path) -> None:
    packs = [minutes_of("a", "DRAFT MINUTES\n" + WORDS), minutes_of("b", WORDS + "Thanks."), paper_of("c", "decision", [(None, "That the report be noted")]),
             minutes_of("d", "The minutes of the meeting held on 22 January 2020 were agreed as a true record.", dt.date(2020, 2, 19))]
    one, other = tmp_path / "one.duckdb", tmp_path / "other.duckdb"
    put(one, *packs)
    for pack in reversed(packs):
        put(other, pack)
    assert dump(one) == dump(other)
    put(other, extra := minutes_of("e", WORDS, dt.date(2021, 1, 1)))
    forget(other, [f"/packs/{extra.name}.pdf"])
    assert dump(one) == dump(other)
    assert link(one) == 0, "nothing is due"
    link(other, everything=True)
    assert dump(one) == dump(other)
