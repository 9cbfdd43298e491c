"""`papermine decisions` and `papermine people`: filters, a list that can be read, plain data in a pipe."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest

import command
from builders import DAY, PackOf, put
from papermine.cli import follow as follow_command
from papermine.cli import people as people_command
from papermine.cli.decisions import how, listed
from papermine.export.persons import Person
from papermine.link.trail import Step
from papermine.records import Attendance, Declaration


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "council.duckdb"
    a, b = PackOf("a"), PackOf("b")
    paper = a.paper(a.meeting())
    for name, role in (("Rita Potter", "Chair"), ("José Adeyemi", None), ("Rob Hart", None)):
        a.add(Attendance(attendance_id=a.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, name=name,
                         name_printed=f"Councillor {name}", status="present", role=role))
    a.add(Declaration(declaration_id=a.ids("declaration", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, name="José Adeyemi",
                      item_number="7", kind="pecuniary", text="Councillor Adeyemi declared a pecuniary interest in item 7.", page=1))
    budget, levy = a.item(paper, "Budget", "7"), a.item(paper, "Parking Levy", "8", exempt=True)
    a.resolution(paper, "That the budget be approved", budget, mover="Rita Potter", seconder="José Adeyemi", outcome="carried", votes_for=2, votes_against=1)
    division = a.division(paper, {"for": ["Rita Potter"], "against": ["Rob Hart"]}, votes_for=1, votes_against=1)
    a.resolution(paper, "That the levy be set at £550", levy, division_id=division.division_id, number="1")
    a.resolution(paper, "That the levy be nothing", levy, outcome="lost", mover="Rob Hart")
    b.resolution(b.paper(b.meeting("Planning Committee", dt.date(2021, 3, 1))), "That the application be refused")
    put(path, a, b)
    return path


def found(db: Path, *args: str) -> list[str]:
    text = command.ok("decisions", *args, db=db)
    return [row["text"] for row in csv.DictReader(io.StringIO(text, newline=""))]


BUDGET, LEVY, NOTHING, REFUSED = "That the budget be approved", "That the levy be set at £550", "That the levy be nothing", "That the application be refused"


@pytest.mark.parametrize(("args", "texts"), [
    ((), [BUDGET, LEVY, REFUSED]),
    (("levy", "parking"), [LEVY]),
    (("--about", "PARKING"), [LEVY]),
    (("--council", "anytown"), [BUDGET, LEVY, REFUSED]),
    (("--council", "elsewhere"), []),
    (("--body", "planning"), [REFUSED]),
    (("--from", "2021"), [REFUSED]),
    (("--to", "2020-01"), [BUDGET, LEVY]),
    (("--outcome", "carried"), [BUDGET]),
    (("--outcome", "plain"), [LEVY, REFUSED]),
    (("--outcome", "lost"), [NOTHING]),
    (("--outcome", "any"), [BUDGET, LEVY, NOTHING, REFUSED]),
    (("--mover", "potter"), [BUDGET]),
    (("--mover", "jose adeyemi"), [BUDGET]),
    (("--mover", "hart"), []),
    (("--mover", "hart", "--outcome", "any"), [NOTHING]),
    (("--voter", "Hart"), [LEVY]),
    (("--voter", "Hart", "--voted", "against"), [LEVY]),
    (("--voter", "Hart", "--voted", "for"), []),
    (("--voter", "Har"), []),
    (("--exempt",), [LEVY]),
    (("--public",), [BUDGET, REFUSED]),
    (("--advice", "none"), [BUDGET, LEVY, REFUSED]),
    (("--advice", "amended"), []),
])
def test_filters(db: Path, args: tuple[str, ...], texts: list[str]) -> None:
    assert found(db, *args) == texts


@pytest.mark.parametrize(("args", "says"), [
    (("--outcome", "won"), "there is no outcome 'won': it is one of carried, plain, lost"),
    (("--advice", "good"), "there is no advice 'good'"),
    (("--voted", "for"), "--voter NAME --voted"),
    (("--from", "May"), "May"),
])
def test_what_cannot_be_asked(db: Path, args: tuple[str, ...], says: str) -> None:
    done = command.run("decisions", *args, db=db)
    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr


def test_no_decision_is_an_answer(db: Path) -> None:
    done = command.run("decisions", "zebra", db=db)
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1
    assert "no decision is like that" in done.stderr


def test_json_and_files(db: Path, tmp_path: Path) -> None:
    (row,) = json.loads(command.ok("decisions", "budget", "-f", "json", db=db))
    assert (row["mover"], row["votes_for"], row["votes_abstain"], row["file_name"], row["page"]) == ("Rita Potter", 2, None, "a.pdf", 1)
    command.ok("decisions", "-o", str(tmp_path / "d.md"), db=db)
    assert (tmp_path / "d.md").read_text().startswith("| meeting_date | council |")


def row(**more: Any) -> dict[str, Any]:
    base = dict.fromkeys(("council", "body", "item_number", "item_title", "number", "lead_in", "outcome", "mover", "seconder", "votes_for", "votes_against",
                          "votes_abstain", "advice", "status"))
    return {**base, "meeting_date": dt.date(2020, 1, 22), "text": "That it be noted", "exempt": False, "file_name": "a.pdf", "page": 3, "printings": 1, **more}


def test_the_list_reads_like_minutes_and_wraps_to_the_width() -> None:
    rows = [row(body="Cabinet", item_number="7", item_title="Budget", mover="A", votes_for=2, outcome="carried", advice="amended", status="draft"),
            row(body="Cabinet and " * 6, item_number="7", item_title="Budget", text="That " + "more " * 30 + "be done", number="b", printings=2)]
    text = "\n".join(listed(rows, 60))
    assert text.startswith("Wednesday 22 January 2020 · Cabinet\n" + "═" * 60)
    assert text.count("7 Budget") == 2
    assert "      moved A; 2 for; carried; advice amended\n      a.pdf, page 3 (draft minutes)" in text
    assert "(2 printings)" in text
    assert max(map(len, text.splitlines())) <= 60


def test_a_count_that_is_not_printed_is_not_shown_as_none() -> None:
    assert how(row(votes_for=3)) == "3 for"
    assert how(row(votes_for=3, votes_against=0)) == "3 for, 0 against"
    assert how(row()) == ""


def test_people_lists_and_shows_one(db: Path) -> None:
    listed_people = list(csv.DictReader(io.StringIO(command.ok("people", db=db), newline="")))
    assert {p["name"] for p in listed_people} == {"Rita Potter", "José Adeyemi", "Rob Hart"}
    did = [(r["what"], r["how"]) for r in csv.DictReader(io.StringIO(command.ok("people", "jose ADEYEMI", db=db), newline=""))]
    assert did == [("attendance", "present"), ("declaration", "pecuniary"), ("motion", "seconded")]
    votes = [(r["how"], r["detail"], r["file_name"], r["page"]) for r in json.loads(command.ok("people", "Hart", "-f", "json", db=db)) if r["what"] == "vote"]
    assert votes == [("against", LEVY, "a.pdf", 1)]
    person = next(p["person_id"] for p in listed_people if p["name"] == "Rob Hart")
    assert command.ok("people", person, db=db) == command.ok("people", "Hart", db=db)


def test_nobody_of_that_name(db: Path) -> None:
    done = command.run("people", "Nobody", db=db)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no member or officer has the name Nobody" in done.stderr


def test_two_of_that_name_are_listed(db: Path) -> None:
    other = PackOf("c")
    paper = other.paper(other.meeting("Planning Committee", dt.date(2021, 3, 1)))
    other.add(Attendance(attendance_id=other.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                         name="Ann Hart", name_printed="Councillor Ann Hart", status="present"))
    put(db, other)
    done = command.run("people", "Hart", db=db)
    assert done.returncode == 0
    assert {r["name"] for r in csv.DictReader(io.StringIO(done.stdout, newline=""))} == {"Rob Hart", "Ann Hart"}
    assert "2 people have that name" in done.stderr


def test_a_person_and_a_trail_wrap_to_the_width() -> None:
    who = Person("person:1", "Ed Plowden", "City Council of a Long Name", "member", "Cllr", "Chair of the Committee", "Green", "North", DAY, DAY, 1)
    lines = people_command.page(who, [], 50)
    assert max(map(len, lines)) <= 50
    assert "1 meeting" in lines[3]
    step = Step(DAY, "Anytown Council", "Cabinet", "decision", "Parking levy", "That " + "more " * 30 + "be done", "a.pdf", 3, "id:1", None, None, 4)
    lines = follow_command.listed([step, step._replace(kind="advice: adopted", text=None)], 50)
    assert max(map(len, lines)) <= 50
    assert lines[0] == "Wednesday 22 January 2020 · Anytown Council ·"
    assert [line for line in lines if line.startswith(("decision", "advice"))] == ["decision: Parking levy", "advice: adopted: Parking levy"]
    assert "      a.pdf, page 3 · id:1" in lines


def test_a_list_of_people_for_a_reader_has_what_tells_them_apart(capsys: pytest.CaptureFixture[str]) -> None:
    names = ["person_id", "name", "council", "kind", "post", "party", "ward", "first_date", "last_date", "meetings"]
    rows = [("p:1", "Ann Hart", "A", "member", None, None, None, DAY, DAY, 2), ("p:2", "Rob Hart", "A", "officer", None, None, None, DAY, DAY, 1)]
    people_command._print(names, rows)
    head, _, *people = capsys.readouterr().out.splitlines()
    assert (head.split(), [line.split() for line in people]) == (["name", "kind", "meetings"], [["Ann", "Hart", "member", "2"], ["Rob", "Hart", "officer", "1"]])
    people_command._print(names, [rows[0], ("p:2", "Ann Hart", *rows[1][2:])])
    assert "p:2" in capsys.readouterr().out


def test_what_minutes_and_notice_both_print_is_counted_once() -> None:
    who = Person("person:1", "Ed Plowden", "Anytown Council", "member", "Cllr", None, None, None, DAY, DAY, 1)
    came = {"what": "attendance", "how": "present", "meeting_date": DAY, "detail": "", "page": 1, "council": "Anytown Council"}
    moved = {"what": "motion", "council": "Anytown Council", "how": "moved", "meeting_date": DAY, "detail": "That it be noted", "body": "Roads & Parks Committee", "page": 2}
    rows = [{**came, "body": "Roads & Parks Committee", "file_name": "minutes.pdf", "record_id": "a:1"},
            {**came, "body": "Roads and Parks Committee", "file_name": "notice.pdf", "record_id": "b:1"},
            {**moved, "file_name": "minutes.pdf", "record_id": "a:2"}, {**moved, "file_name": "notice.pdf", "record_id": "b:2"}]
    lines = people_command.page(who, rows, 80)
    assert "  Roads & Parks Committee: 1 present" in lines
    assert "Motions: 1 moved" in lines
    assert sum("page 2" in line for line in lines) == 2  # both places are listed
    other = {**moved, "body": "Planning Committee", "file_name": "planning.pdf", "record_id": "c:2"}  # the same words in another body on that day
    assert "Motions: 2 moved" in people_command.page(who, [*rows, other], 80)
