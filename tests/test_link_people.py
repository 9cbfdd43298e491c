"""Printed names → persons of a council: linked by evidence, apart where it could be two, members and officers only."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DAY, PackOf, dump, put, rows
from papermine.link.named import Mention, part
from papermine.link.persons import persons
from papermine.link.rows import Meeting
from papermine.records import Attendance, Declaration

LATER = dt.date(2020, 3, 4)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


def meeting(name: str, present: list[str], moved: list[tuple[str, str]] = (), votes: list[str] = (), day: dt.date = DAY,  # type: ignore[assignment]
            body: str = "Cabinet", also: list[tuple[str, str, str | None]] = ()) -> PackOf:  # type: ignore[assignment]
    """Minutes with these members present ("Mr A J Hook (Chair)"), (mover, seconder) of each motion, voters for it, and (name, status, role) of others."""
    pack = PackOf(name)
    paper = pack.paper(pack.meeting(body=body, day=day))
    for printed in present:
        role = printed.partition(" (")[2].rstrip(")") or None
        also = [*also, (printed, "present", role if role and not (len(role) < 4 and role.isupper()) else None)]
    for printed, status, role in also:
        bare = printed.partition(" (")[0]
        for title in ("Mr ", "Mrs ", "Ms ", "Cllr ", "Dr "):
            bare = bare.removeprefix(title)
        pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, name=bare,
                            name_printed=printed, status=status, role=role))  # type: ignore[arg-type]
    for mover, seconder in moved:
        pack.motion(paper, "That it be so", mover=mover, seconder=seconder)
    if votes:
        pack.division(paper, {"for": votes})
    return pack


def moved_by(db: Path) -> list[tuple[object, ...]]:
    return rows(db, "SELECT m.mover, p.name FROM motions m LEFT JOIN people p ON p.person_id = m.mover_id ORDER BY m.mover")


def test_initials_and_full_name_of_one_member(db: Path) -> None:
    put(db, meeting("a", ["Mr A J Hook", "Mrs S Hudson"]), meeting("b", ["Antony Hook", "Sarah Hudson"], day=LATER))
    assert rows(db, "SELECT name, kind, meetings, first_date, last_date FROM people ORDER BY 1") == [
        ("Antony Hook", "member", 2, DAY, LATER), ("Sarah Hudson", "member", 2, DAY, LATER)]
    assert rows(db, "SELECT name, rule FROM person_names WHERE name = 'A J Hook'") == [("A J Hook", "forenames or initials agree, nobody else fits")]


def test_initials_that_fit_two_stay_apart_and_are_listed(db: Path) -> None:
    put(db, meeting("a", ["John Cole", "Jane Cole"]), meeting("b", ["J Cole"], day=LATER))
    assert rows(db, "SELECT name FROM people ORDER BY 1") == [("Jane Cole",), ("John Cole",)]
    assert rows(db, "SELECT name, reason, candidates FROM unlinked_names") == [("J Cole", "the initials fit several persons", "Jane Cole; John Cole")]


def test_two_initials_against_one_forename_prove_nothing(db: Path) -> None:
    put(db, meeting("a", ["John Cole"]), meeting("b", ["J A Cole"], day=LATER), meeting("c", ["J B Cole"], day=LATER, body="Planning"))
    assert rows(db, "SELECT count(*) FROM people") == [(3,)]


def test_two_of_one_list_are_two(db: Path) -> None:
    put(db, meeting("a", ["Mr P Cole", "Mr P T Cole"]))
    assert rows(db, "SELECT count(*) FROM people") == [(2,)]


def test_titles_tell_two_of_one_surname_apart(db: Path) -> None:
    put(db, meeting("a", ["Mr J Wright", "Ms L Wright"], votes=["Mr Wright", "Mrs Wright"]))
    assert rows(db, "SELECT v.person_name, p.name FROM division_votes v JOIN people p USING (person_id) ORDER BY 1") == [
        ("Mr Wright", "J Wright"), ("Mrs Wright", "L Wright")]


def test_a_surname_is_whoever_of_that_name_was_there(db: Path) -> None:
    put(db, meeting("a", ["John Cole", "Ann Lee"], moved=[("Cole", "Lee")]), meeting("b", ["Jane Cole", "Ann Lee"], moved=[("J Cole", "Lee")], day=LATER))
    assert moved_by(db) == [("Cole", "John Cole"), ("J Cole", "Jane Cole")]


def test_a_surname_that_two_present_bear_is_nobody(db: Path) -> None:
    put(db, meeting("a", ["John Cole", "Jane Cole", "Ann Lee"], moved=[("Cole", "Lee")]))
    assert moved_by(db) == [("Cole", None)]
    assert rows(db, "SELECT name, field, candidates FROM unlinked_names") == [("Cole", "mover", "Jane Cole; John Cole")]


def test_the_chair_is_the_chair_of_that_meeting(db: Path) -> None:
    put(db, meeting("a", ["Ann Lee (Chair)", "Bob Fry (Vice-Chair)"], moved=[("The Chairman", "the Vice-Chairman")]),
        meeting("b", ["Bob Fry (Chair)", "Ann Lee"], moved=[("the Chair", "Lee")], day=LATER))
    assert moved_by(db) == [("The Chairman", "Ann Lee"), ("the Chair", "Bob Fry")]


def test_initials_by_which_minutes_call_a_member(db: Path) -> None:
    put(db, meeting("a", ["Nick Oakhill (NO)", "John Hoodless (JH)"], moved=[("NO", "JH")]))
    assert moved_by(db) == [("NO", "Nick Oakhill")]


def test_apologies_by_surname_are_the_one_of_that_body(db: Path) -> None:
    put(db, meeting("a", ["Nicholas Coombes"]), meeting("b", ["Ann Lee"], day=LATER, also=[("Cllr Coombes", "apologies", None)]),
        meeting("c", ["Ann Lee"], day=dt.date(2029, 1, 1), also=[("Cllr Coombes", "apologies", None)]))
    assert rows(db, "SELECT name, meetings FROM people WHERE name LIKE '%Coombes'") == [("Nicholas Coombes", 2)]
    assert rows(db, "SELECT name, reason FROM unlinked_names") == [("Coombes", "a surname alone, and nothing that tells whose")]


def test_years_without_a_printing_part_initials(db: Path) -> None:
    put(db, meeting("a", ["C Spencer"], day=dt.date(1999, 11, 18)), meeting("b", ["Carol Spencer"]))
    assert rows(db, "SELECT name FROM people ORDER BY 1") == [("C Spencer",), ("Carol Spencer",)]


@pytest.mark.parametrize(("one", "other"), [("Paul Sweet", "Paula Sweet"), ("Katie Draper", "Katy Draper"), ("Ann Lee", "Anna Lee")])
def test_near_forenames_are_no_evidence(db: Path, one: str, other: str) -> None:
    put(db, meeting("a", [one]), meeting("b", [other], day=LATER))
    assert rows(db, "SELECT count(*) FROM people") == [(2,)]


def test_members_of_the_public_are_not_indexed(db: Path) -> None:
    put(db, meeting("a", ["Ann Lee"], also=[("Alan Smith", "in_attendance", None), ("John Reid", "in_attendance", "Member of the public"),
                                            ("Kim Hall", "in_attendance", "Head of Finance"), ("Cllr Sam Vole", "in_attendance", None),
                                            ("Pat Hay", "apologies", "Police Scotland"), ("Oscar Polo", "in_attendance", "KPMG")]),
        meeting("b", ["Ann Lee", "Pat Hay"], day=LATER))
    assert rows(db, "SELECT name, kind FROM people ORDER BY 1") == [("Ann Lee", "member"), ("Kim Hall", "officer"), ("Sam Vole", "member")]
    assert rows(db, "SELECT * FROM unlinked_names") == []


def test_declarations_and_attendance_carry_the_person(db: Path) -> None:
    pack = meeting("a", ["Mr M Sole"])
    paper = pack.records[2]
    pack.add(Declaration(declaration_id=pack.ids("declaration", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,  # type: ignore[attr-defined]
                         name="Sole", text="Mr Sole declared an interest", page=1))
    put(db, pack)
    assert rows(db, "SELECT count(DISTINCT person_id), count(*) FROM (SELECT person_id FROM declarations UNION ALL SELECT person_id FROM attendance)") == [
        (1, 2)]


def test_two_councils_share_nobody(db: Path) -> None:
    for name in ("a", "b"):
        pack = PackOf(name)
        paper = pack.paper(pack.meeting(council=f"{name}town Council"))
        pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                            name="Ann Lee", name_printed="Ann Lee", status="present"))
        put(db, pack)
    assert rows(db, "SELECT count(*), count(DISTINCT person_id) FROM people") == [(2, 2)]


def test_the_order_of_ingest_does_not_matter(tmp_path: Path) -> None:
    packs = [meeting("a", ["Mr A J Hook", "J Cole"]), meeting("b", ["Antony Hook", "John Cole"], day=LATER), meeting("c", ["Jane Cole"], day=LATER, body="X")]
    one, other = tmp_path / "one.duckdb", tmp_path / "other.duckdb"
    put(one, *packs)
    for pack in reversed(packs):
        put(other, pack)
    assert dump(one) == dump(other)


@pytest.mark.parametrize(("status", "title", "role", "said"), [
    ("present", "", None, "soft"), ("present", "Cllr", None, "member"), ("in_attendance", "", "Scrutiny Officer", "officer"),
    ("in_attendance", "", "Cabinet Member for Education", "member"), ("in_attendance", "", "Member of the public", None),
    ("in_attendance", "", "D/Cllr", "member"), ("present", "", "Strathclyde Police", None), ("present", "", "CLERK", "officer"),
    ("in_attendance", "", "Head of School Organisations", "officer"), ("in_attendance", "", "Garelochhead Primary School", None)])
def test_what_a_post_tells(status: str, title: str, role: str | None, said: str | None) -> None:
    assert part(status, title, role) == said


_NAMES = st.lists(st.tuples(st.sampled_from(["", "Mr ", "Ms "]), st.sampled_from(["J", "J A", "J B", "John", "Jane", "Jane A", "Joan", "K", ""]),
                            st.sampled_from(["Cole", "Lee"]), st.integers(0, 3)), min_size=1, max_size=12)


@given(_NAMES)
def test_a_person_never_bears_names_that_differ(found: list[tuple[str, str, str, int]]) -> None:
    meetings = {str(n): Meeting(str(n), "Anytown", "Cabinet", dt.date(2020 + n, 1, 1)) for n in range(4)}
    mentions = [Mention(f"r{i}", "attendance", "name", "p", f"d{n}", str(n), f"{given_} {surname}".strip(), f"{title}{given_} {surname}".replace("  ", " "),
                        "present", None, None, None) for i, (title, given_, surname, n) in enumerate(found)]
    out = persons("anytown", "Anytown", mentions, meetings, dict.fromkeys(meetings, "cabinet"))
    again = persons("anytown", "Anytown", list(reversed(mentions)), meetings, dict.fromkeys(meetings, "cabinet"))
    assert out == again
    by_person: dict[object, set[str]] = {}
    for _, _, _, name, _, person, *_ in out["person_links"]:
        if person is not None:
            by_person.setdefault(person, set()).add(str(name))
    for names in by_person.values():
        whole = {n.split()[0] for n in names if len(n.split()) > 1 and len(n.split()[0]) > 1}
        assert len(whole) <= 1
        assert len({n.split()[-1] for n in names}) == 1
        assert not {"J A Cole", "J B Cole"} <= names
