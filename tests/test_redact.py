"""Members of the public are told by the printed words beside them, and masked in what goes out; members and officers are not."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import command
from builders import PackOf, at, put, rows
from papermine.export.redact import MASK, Redactor
from papermine.export.told import ToldPapers
from papermine.language.public import public_names
from papermine.records import Attendance, PageRow, PrintedCell, TableCell
from papermine.serve.site import Site
from papermine.store import forget


def names(text: str, **more: Any) -> list[str]:
    return [one.name for one in public_names(text, **more)]


@pytest.mark.parametrize(("printed", "who"), [
    ("Question 1 – Andrew Lynch\nWhy?", ["Andrew Lynch"]),
    ("Questions 6, 7 & 8 - Ian Pond, Anytown Cycling Campaign", ["Ian Pond"]),
    ("Question 2 A,B - Chris Whitfield - EV charging", ["Chris Whitfield"]),
    ("Statement 35 – Jo Sergeant\nMayor Hill, I write", ["Jo Sergeant"]),
    ("1. Public Question from Jerry Flynn", ["Jerry Flynn"]),
    ("A petition was presented by Xochitl Adeyemi with 63 signatures.", ["Xochitl Adeyemi"]),
    ("The Chair thanked Mr Hill, a local resident.", ["Mr Hill"]),
    ("Mrs A Patel (resident) asked about bins.", ["Mrs A Patel"]),
    ("A resident, Owen Blackmore, complained of noise.", ["Owen Blackmore"]),
    ("Local residents Alan Ram-\nsay (AR), Danny McKay (DMcK) and Joanne Laird were present.", ["Alan Ramsay", "Danny McKay", "Joanne Laird"]),
    ("20/00896/PP Applicant: Mr Lorne Thomson\nProposal: a shed", ["Mr Lorne Thomson"]),
    ("Objectors: Ann Lee and Tom Okafor", ["Ann Lee", "Tom Okafor"]),
    ("Members of the public: Katie Draper, Clive Smith", ["Katie Draper", "Clive Smith"]),
    ("Letters were received from Mr and Mrs Stone and an email from Ms J Wu.", ["Ms J Wu"]),
    ("Frank Doyle of 12 Elm Street spoke.", ["Frank Doyle"]),
    ("Priya Nair spoke in objection to the application.", ["Priya Nair"]),
    ("6 Public Forum\nStatements were received:\n01 Vicki Staatz Support for a scheme\n02 Councillor Mark West\n03 Jan Ratcliffe Not enough\n"
     "04 Krystyna Brown\n7 Declarations of Interest\nNigel Bryant declared none.", ["Vicki Staatz", "Jan Ratcliffe", "Krystyna Brown"]),
    ("PUBLIC COMMENT\nMs. Rivera asked when the library would open.\nJohn Abara thanked the staff.\n8. CONSENT CALENDAR\nApproved.",
     ["Ms. Rivera", "John Abara"]),
    ("Present: Members of the Public:\nHeidi Dennison (HD) [Acting Chair]   Katy Draper\n1. Apologies\nNone.", ["Katy Draper"]),
])
def test_who_is_told_as_one_of_the_public(printed: str, who: list[str]) -> None:
    assert names(printed) == who


@pytest.mark.parametrize("printed", [
    "Councillor Hill, a resident of Anytown, asked about bins.",
    "Question 4 – Cllr Katja Hornchen",
    "Objections were received from Kent County Council and the Environment Agency.",
    "The applicant has submitted a Noise Assessment.",
    "Rory Love, Cabinet Member for Education, spoke in support of the budget.",
    "Resolved: that the Victoria Park scheme be approved.",
    "The Head of Service presented the report. Residents of Abbey Meadows have asked for notice.",
    "Kerry McCarthy MP presented a petition.",
])
def test_who_is_not(printed: str) -> None:
    assert names(printed) == []


def test_in_a_paper_of_the_public_names_that_begin_lines_count() -> None:
    text = "Statements\nMelissa Jayne Topping\nI live near Lawrence Hill and take the bus to Chipping Sodbury.\nYours, Barney Harris"
    assert names(text, public=True) == ["Melissa Jayne Topping", "Barney Harris"]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "council.duckdb"
    pack = PackOf("a")
    meeting = pack.meeting()
    paper = pack.paper(meeting)
    for name, status, role in (("Rita Potter", "present", "Chair"), ("Ann Lee", "in_attendance", "Clerk"), ("Owen Blackmore", "in_attendance", "Member of the public")):
        pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=meeting.pack_meeting_id,
                            name=name, name_printed=name, status=status, role=role))
    pack.records[0] = PageRow(page_id=f"{pack.id}:page:1", pack_id=pack.id, page=1, width=595, height=842, source="text", text=(
        "Present: Rita Potter (Chair). Ann Lee, Clerk.\nPublic Participation\nJerry Flynn, 12 Elm Street, asked about bins (jflynn@gmail.com).\n"
        "Rita Potter thanked Mr Flynn.\n2 Budget\nOwen Blackmore had written. Contact: clerk@anytown.gov.uk. JERRY FLYNN left."))
    pack.resolution(paper, "That Jerry Flynn and Rita Potter meet", pack.item(paper, "Request of Mr Flynn"), mover="Rita Potter")
    pack.grid(paper, [["Speaker", "Subject"], ["Jerry Flynn", "Bins"]])
    put(path, pack)
    return path


def test_texts_are_masked_and_those_at_the_table_are_not(db: Path) -> None:
    pack, text = rows(db, "SELECT pack_id, text FROM pages WHERE page = 1")[0]
    redactor = Redactor(db)
    assert {"Owen Blackmore", "Jerry Flynn"} <= set(redactor.names(pack))
    assert not any(name in " ".join(redactor.names(pack)) for name in ("Potter", "Ann Lee"))
    assert redactor.text(text, pack) == (
        f"Present: Rita Potter (Chair). Ann Lee, Clerk.\nPublic Participation\n{MASK}, [address withheld], asked about bins ([email withheld]).\n"
        f"Rita Potter thanked {MASK}.\n2 Budget\n{MASK} had written. Contact: clerk@anytown.gov.uk. {MASK} left.")


def test_what_is_painted_over_on_a_page_is_what_is_masked_in_its_text(db: Path) -> None:
    pack, text = rows(db, "SELECT pack_id, text FROM pages WHERE page = 1")[0]
    assert [text[a:b] for a, b in Redactor(db).spans(text, pack)] == [
        "Jerry Flynn", "Mr Flynn", "Owen Blackmore", "JERRY FLYNN", "12 Elm Street", "jflynn@gmail.com"]


@pytest.mark.parametrize("view", ["pages", "resolutions", "decisions", "agenda_items", "business", "attendance", "table_cells", "printed_cells", "evidence"])
def test_no_export_lets_a_name_through(db: Path, view: str) -> None:
    plain, masked = (command.ok("export", view, "--format", "jsonl", *more, db=db) for more in ((), ("--redact-public",)))
    assert "Flynn" in plain or "Blackmore" in plain
    assert "Flynn" not in masked
    assert "FLYNN" not in masked
    assert "Blackmore" not in masked
    assert len(plain.splitlines()) == len(masked.splitlines())
    for one, two in zip(map(json.loads, plain.splitlines()), map(json.loads, masked.splitlines()), strict=True):
        assert {k: v for k, v in one.items() if k.endswith("_id")} == {k: v for k, v in two.items() if k.endswith("_id")}


def test_csv_and_parquet_are_masked_alike_and_types_stay(db: Path, tmp_path: Path) -> None:
    text = command.ok("export", "resolutions", "--redact-public", db=db)
    row = next(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline="")))
    assert (row["text"], row["mover"]) == (f"That {MASK} and Rita Potter meet", "Rita Potter")
    command.ok("export", "resolutions", "--redact-public", "-f", "parquet", "-o", str(tmp_path / "r.parquet"), db=db)
    command.ok("export", "resolutions", "-f", "parquet", "-o", str(tmp_path / "plain.parquet"), db=db)
    command.ok("export", "resolutions", "--redact-public", "-o", str(tmp_path / "r.csv"), db=db)
    assert (tmp_path / "r.csv").read_text(encoding="utf-8").replace("\n", "\r\n") == text.replace("\r\n", "\n").replace("\n", "\r\n")
    table = pq.read_table(tmp_path / "r.parquet")
    assert table.column("text").to_pylist() == [row["text"]]
    assert table.schema == pq.read_table(tmp_path / "plain.parquet").schema


def test_a_member_who_asks_a_question_keeps_the_name(tmp_path: Path) -> None:
    db = tmp_path / "c.duckdb"
    minutes, questions = PackOf("m"), PackOf("q")
    paper = minutes.paper(minutes.meeting())
    minutes.add(Attendance(attendance_id=minutes.ids("attendance", 1), document_id=paper.document_id, name="Paul Stepto", name_printed="Mr P Stepto",
                           status="present"))
    questions.paper(questions.meeting(), "questions")
    questions.records[0] = PageRow(page_id=f"{questions.id}:page:1", pack_id=questions.id, page=1, width=595, height=842, source="text",
                                   text="Question 1 by Paul Stepto\nQuestion 2 by Jerry Flynn")
    put(db, questions)
    before = Redactor(db)
    assert before.names(questions.id) == ["Paul Stepto", "Jerry Flynn"]
    put(db, minutes)
    assert Redactor(db).names(questions.id) == Redactor(db, before.papers).names(questions.id) == ["Jerry Flynn"]


def test_papers_are_gone_through_once_and_what_is_kept_names_nobody(db: Path, tmp_path: Path) -> None:
    pack = rows(db, "SELECT pack_id FROM pages")[0][0]
    kept = tmp_path / "told.json"
    first = ToldPapers(kept)
    redactor = Redactor(db, first)
    names = redactor.names(pack)
    assert first.grew
    first.save(redactor.asked)
    assert "Jerry Flynn" in names
    assert "Flynn" not in kept.read_text()
    later = ToldPapers(kept)
    assert Redactor(db, later).names(pack) == names
    assert not later.grew


def test_of_a_paper_that_is_forgotten_nothing_is_kept(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    one, two = PackOf("one"), PackOf("two")
    for pack, asker in ((one, "Jerry Flynn"), (two, "Paul Stepto")):
        pack.paper(pack.meeting(), "questions", pages=(1, 1)).title = "Public questions"
        pack.add(PageRow(page_id=f"{pack.id}:page:1", pack_id=pack.id, page=1, width=595, height=842, source="text", text=f"Question 1 - {asker}"))
    put(db, one, two)
    site = Site(str(db), public=True)
    kept = tmp_path / "council.duckdb.search-public" / "told.json"

    def papers() -> set[str]:
        site.bring_up()
        return set(json.loads(kept.read_text())["papers"])

    try:
        both = papers()
        forget(db, [two.file().path])
        left = papers()
    finally:
        site.close()
    assert len(both) == 2
    assert len(left) == 1
    assert left < both
    assert [p.name for p in kept.parent.glob("*told*")] == ["told.json"]


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"rules": "of yesterday", "papers": {}}', '{"rules": "%s", "papers": {"x": [[0]]}}'])
def test_what_other_rules_or_half_a_writing_kept_is_not_read(db: Path, tmp_path: Path, spoilt: str) -> None:
    pack = rows(db, "SELECT pack_id FROM pages")[0][0]
    kept = tmp_path / "told.json"
    good = ToldPapers(kept)
    redactor = Redactor(db, good)
    names = redactor.names(pack)
    good.save(redactor.asked)
    kept.write_text(spoilt.replace("%s", json.loads(kept.read_text())["rules"]))
    again = ToldPapers(kept)
    assert Redactor(db, again).names(pack) == names
    assert again.grew


def test_a_name_is_masked_in_capitals_or_not_and_where_a_line_end_cuts_any_of_its_words(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("one")
    pack.paper(pack.meeting(), "questions", pages=(1, 1)).title = "Public questions"
    pack.records[0].text = "Question 1 - ALAN FORD-RAMSAY"  # type: ignore[attr-defined]
    put(db, pack)
    redactor = Redactor(db)
    assert redactor.names(pack.id) == ["ALAN FORD-RAMSAY"]
    for printed in ("Alan Ford-Ramsay", "ALAN FORD-RAMSAY", "Al-\nan Ford-Ramsay", "Alan Ford-\nRamsay", "Alan Ford-Ram-\nsay", "Mr Ford-\n  Ramsay"):
        assert redactor.text(f"To {printed} it was said.", pack.id) == "To [member of the public] it was said."
    for other in ("Alan Ford", "Alana Ford-Ramsay", "Ford-Ramsay", "alan ford-ramsay", "Mr Ramsay"):
        assert redactor.text(f"To {other} it was said.", pack.id) == f"To {other} it was said."


def _exported(db: Path, view: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in command.ok("export", view, "--format", "jsonl", "--redact-public", db=db).splitlines()]


@pytest.fixture
def pieces(tmp_path: Path) -> Path:
    """A name over two cells of a row, over a cell that goes on overleaf, over the places of a decision and over a page's end."""
    path = tmp_path / "council.duckdb"
    pack = PackOf("pieces")
    paper = pack.paper(pack.meeting(), pages=(9, 12))
    pack.records[0] = PageRow(page_id=f"{pack.id}:page:9", pack_id=pack.id, page=9, width=595, height=842, source="text", text=(
        "Question 1 – Andrew Lynch\nWhy is the pool shut? It was asked by Mr Andrew\n\nPage 9 of 12"))
    for page, text in ((10, "Anytown Council\nLynch in May. So Andrew\nLynch asks again."), (11, "Lynch Lane is closed. Bea Andrew"), (12, "Hale moved.")):
        pack.add(PageRow(page_id=f"{pack.id}:page:{page}", pack_id=pack.id, page=page, width=595, height=842, source="text", text=text))
    pack.grid(paper, [["No.", "Name", ""], ["1", "Mr Andrew", "Lynch (Bath)"], ["2", "Andrew", "Hale"], ["Lynch", "Councillor", ""]])
    over = pack.grid(paper, [["Question of"]], page=2)
    cell = f"{over.table_id}:1.0"
    pack.add(TableCell(cell_id=cell, table_id=over.table_id, row_index=1, column_index=0, text="ANDREW LYNCH", page=2))
    for page, text in ((2, "ANDREW"), (3, "LYNCH")):
        pack.add(PrintedCell(printed_cell_id=f"{over.table_id}:p{page}:1.0", table_id=over.table_id, page=page, row_index=1, column_index=0, text=text,
                             cell_id=cell, x0=0, top=10, x1=9, bottom=19))
    decided = pack.resolution(paper, "That Andrew Lynch be thanked")
    decided.evidence = at(1, "That Andrew") + at(2, "Lynch be thanked") + at(2, "Andrew", "mover") + at(2, "Lynch Lane", "seconder")
    put(path, pack)
    return path


def test_a_name_over_cells_of_a_table_is_masked_in_each(pieces: Path) -> None:
    texts = ["No.", "Name", "", "1", MASK, f"{MASK} (Bath)", "2", "Andrew", "Hale", "Lynch", "Councillor", "", "Question of"]
    assert [row["text"] for row in _exported(pieces, "table_cells")] == [*texts, MASK]
    assert [row["text"] for row in _exported(pieces, "printed_cells")] == [*texts, MASK, MASK]
    printed = [row for row in _exported(pieces, "evidence") if row["kind"] in ("table_cells", "printed_cells")]
    assert {row["text"] for row in printed} == {*texts, MASK}


def test_a_name_over_the_places_of_a_record_is_masked_in_each(pieces: Path) -> None:
    places = [(row["field"], row["text"]) for row in _exported(pieces, "evidence") if row["kind"] == "resolutions"]
    assert places == [(None, f"That {MASK}"), (None, f"{MASK} be thanked"), ("mover", "Andrew"), ("seconder", "Lynch Lane")]


def test_a_name_that_the_end_of_a_page_cuts_is_masked_on_both(pieces: Path) -> None:
    """Running lines stand between its words; pages come in their order, not in that of their ids."""
    texts = {row["page"]: row["text"] for row in _exported(pieces, "pages")}
    assert texts == {
        9: f"Question 1 – {MASK}\nWhy is the pool shut? It was asked by {MASK}\n\nPage 9 of 12",
        10: f"Anytown Council\n{MASK} in May. So {MASK} asks again.", 11: "Lynch Lane is closed. Bea Andrew", 12: "Hale moved."}


def test_after_a_change_only_the_packs_that_it_touches_are_gone_through_again(tmp_path: Path) -> None:
    """What is kept of the others is what reading all again finds."""
    db = tmp_path / "council.duckdb"

    def asks(name: str, text: str, council: str = "Anytown Council") -> PackOf:
        pack = PackOf(name)
        pack.paper(pack.meeting(council=council, body=name), "questions", pages=(1, 1)).title = "Public questions"
        pack.records[0].text = text  # type: ignore[attr-defined]
        return pack

    def came(name: str, who: str, role: str | None = None) -> PackOf:
        pack = PackOf(name)
        paper = pack.paper(pack.meeting(body=name), pages=(1, 1))
        pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, name=who, name_printed=who, status="present", role=role))
        return pack

    one, two, far = asks("one", "Question 1 - Andrew Lynch"), asks("two", "Question 1 - Owen Pond"), asks("far", "Question 1 - Andrew Lynch", "Farville")
    put(db, one, two, far, came("roll", "Rita Potter"))
    papers = ToldPapers()
    redactor = Redactor(db, papers)
    redactor.read(redactor.packs)
    assert redactor.names(one.id) == ["Andrew Lynch"]
    changes = (
        (lambda: put(db, came("listed", "Andrew Lynch")), ["listed"], {one.id: []}),
        (lambda: put(db, came("guests", "Jo Hill", "Member of the public")), ["guests"], {PackOf("guests").id: ["Jo Hill"]}),
        (lambda: put(db, asks("two", "Question 1 - Owen Pool")), ["two"], {two.id: ["Owen Pool"]}),
        (lambda: put(db, came("father", "Gil Lynch")), ["father"], {one.id: []}),
        (lambda: forget(db, [PackOf("listed").file().path]), [], {one.id: ["Andrew Lynch"], far.id: ["Andrew Lynch"]}),
        (lambda: put(db, one, council="Farville"), [], {one.id: ["Andrew Lynch"]}))
    for change, read, names in changes:
        change()
        redactor = Redactor(db, papers, before=redactor)
        assert redactor.unread(redactor.packs) == [PackOf(name).id for name in read]
        fresh = Redactor(db)
        for pack in fresh.packs:
            assert (redactor.names(pack), redactor.forms(pack)) == (fresh.names(pack), fresh.forms(pack))
        assert {pack: redactor.names(pack) for pack in names} == names
        assert redactor.asked == {key for pack in redactor.packs for key in redactor._packs[pack].papers}
