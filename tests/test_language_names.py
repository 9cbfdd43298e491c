"""Names of people: running lists, single names, what is no name, and which names are one person's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from papermine.language.namelists import split_people
from papermine.language.names import PersonName, clean_name, is_person, read_person
from papermine.language.samename import same_name, who

TRUTH = Path(__file__).parent.parent.parent / "shared" / "benchmark" / "truth"


def names(text: str, **how: Any) -> list[str]:
    return [p.name for p in split_people(text, **how)]


def test_a_members_list() -> None:
    text = ("Mr B J Sweetland (Chairman), Mr A M Ridgers (Vice-Chairman), Mrs R Binks, Mr P V Barrington-King, Sir Paul Carter, CBE, "
            "Ms J Meade and Mr R Love, OBE")
    people = split_people(text)
    assert [(p.title, p.name, p.role, p.honours) for p in people] == [
        ("Mr", "B J Sweetland", "Chairman", ()), ("Mr", "A M Ridgers", "Vice-Chairman", ()), ("Mrs", "R Binks", None, ()),
        ("Mr", "P V Barrington-King", None, ()), ("Sir", "Paul Carter", None, ("CBE",)), ("Ms", "J Meade", None, ()), ("Mr",
        "R Love", None, ("OBE",))]
    assert all(text[p.start:p.end] == p.printed for p in people)
    assert people[4].printed == "Sir Paul Carter, CBE"


@pytest.mark.parametrize(("text", "expected"), [
    ("Councillors Jane Smith (Chair), Bob O'Neill and Dr Ann de Souza", ["Jane Smith", "Bob O'Neill", "Ann de Souza"]),
    ("Cllrs. A Smith, B Jones & C Lee", ["A Smith", "B Jones", "C Lee"]),
    ("Mayor Tom Piper, Councillor Stephen Kirkey", ["Tom Piper", "Stephen Kirkey"]),
    ("Councillors Edwards, Plowden and Clark", ["Edwards", "Plowden", "Clark"]),
    ("Apologies were received from Dylan Jeffrey, Rory Love and Nancy \nSayer", ["Dylan Jeffrey", "Rory Love", "Nancy Sayer"]),
    ("Councillor Jane Smith Councillor Bob Jones", ["Jane Smith", "Bob Jones"]),
    ("Cllr Jane Smith\nCllr Bob Jones\nCllr O'Hara", ["Jane Smith", "Bob Jones", "O'Hara"]),
    ("J. Scott, S. Kirkey and T. Butler", ["J. Scott", "S. Kirkey", "T. Butler"]),
    ("Y Cynghorydd Hubert Gwynne (Cadeirydd), Dorian Jenkins a Dilwyn Jones", ["Hubert Gwynne", "Dorian Jenkins", "Dilwyn Jones"]),
    ("Ann Smith (Independent Member), Vacancy (Conservative)", ["Ann Smith"]),
    ("SMITH, John", ["John SMITH"]),
    ("None", []), ("Vacancy", []), ("The Chairman", []), ("Finance Committee, Kent County Council and Head of Service", []),
])
def test_lists(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_what_is_printed_beside_a_name() -> None:
    people = split_people("Jane Smith (Lab), Mr N Baker (Substitute for Mr X), C Lee (Virtual), Mr P Cole (from 10.06 am), "
                          "Kim Lee, Head of Young People and Families")
    assert [(p.party, p.substitute_for, p.remote, p.note, p.role) for p in people] == [
        ("Lab", None, False, None, None), (None, "Mr X", False, None, None), (None, None, True, "Virtual", None),
        (None, None, False, "from 10.06 am", None), (None, None, False, None, "Head of Young People and Families")]


@pytest.mark.parametrize(("text", "name", "title", "role"), [
    ("Clerk: Cathy Fleming", "Cathy Fleming", None, "Clerk"), ("Councillor Mrs. Ann Yarrow MBE", "Ann Yarrow", "Councillor Mrs.", None),
    ("Deputy City Clerk Michelle Bigelow", "Michelle Bigelow", None, "Deputy City Clerk"), ("Mayor Constantine", "Constantine", "Mayor", "Mayor"),
    ("John Smith: Executive Director for Growth & Regeneration", "John Smith", None, "Executive Director for Growth & Regeneration"),
    ("Councillor Dr Mike Hardacre Education and Skills", "Mike Hardacre", "Councillor Dr", "Education and Skills"),
    ("Reverend John Smith", "John Smith", "Reverend", None), ("Lord Kennedy", "Kennedy", "Lord", None), ("Prof. Ann Lee", "Ann Lee", "Prof.", None),
    ("Will Bateman - Fire Chief", "Will Bateman", None, "Fire Chief"), ("COUNCILLOR RITA POTTER (CHAIR)", "RITA POTTER", "COUNCILLOR", "CHAIR"),
])
def test_one_person(text: str, name: str, title: str | None, role: str | None) -> None:
    person = read_person(text)
    assert isinstance(person, PersonName)
    assert (person.name, person.title, person.role) == (name, title, role)


@pytest.mark.parametrize("text", ["Rita Potter", "Mr Hook", "Mr Ng", "Bob O'Hara", "Ann van der Berg", "James McInroy", "R Binks", "A Beer",
    "R W GOUGH",
                                  "Sir Paul Carter, CBE", "Ruth Green", "Udey Singh", "Kris Croskery-Hodgins", "B.J. Sweetland"])
def test_persons(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize("text", ["Finance Committee", "Kent County Council", "Head of Service", "Cabinet Member", "Victoria Park", "Vice Convenor",
                                  "Mr Chairman", "Church Update", "Matters Arising", "A Road", "KCC ICS", "March 2025", "NO", "Rose Cottage", "Bond",
                                  "Sept Dips", "Souldern PC", "Jane Smith's report"])
def test_no_persons(text: str) -> None:
    assert not is_person(text)


def test_clean_names() -> None:
    assert [clean_name(t) for t in ("Cllr Rita Potter (Chair)", "Mr Hook", "Sir Paul Carter, CBE", "Jane Smith (Lab)", "the Chairman")] == [
        "Rita Potter", "Hook", "Paul Carter", "Jane Smith", "the Chairman"]


@pytest.mark.parametrize(("a", "b", "same"), [
    ("Mr R Thomas", "Rob Thomas", True), ("Cllr A J Hook", "Mr Antony Hook", True), ("Rob Hart", "Robert Hart", True), ("Bob O’Hara",
    "Robert O'Hara", True),
    ("Mr Hook", "Mr A J Hook", False), ("Mr J Meade", "Ms J Meade", False), ("Mr R Thomas", "David Thomas", False), ("J Hood", "M A J Hood", False),
    ("Mr Hook", "Mr Hook", True),
])
def test_same_name(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same is same_name(b, a)


def test_who_never_guesses() -> None:
    assert who("Mr Hook", ["Mr A J Hook", "Mrs S Hudson"]) == "Mr A J Hook"
    assert who("Mr Cole", ["Mr P Cole", "Mr P T Cole"]) is None
    assert who("Mr Cole", ["Mr P Cole", "Mrs P T Cole"]) == "Mr P Cole"
    assert who("Mr Brown", ["Mr A J Hook"]) is None


def truth() -> list[dict[str, Any]]:
    if not TRUTH.is_dir():
        pytest.skip("the shared benchmark is not beside this checkout")
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(TRUTH.glob("*.json"))]


def test_names_of_the_benchmark() -> None:
    people = {a["name"] for t in truth() for a in t.get("attendance", [])}
    assert len(people) > 150
    assert [n for n in sorted(people) if not is_person(n, surname=" " not in n)] == []


def test_headings_of_the_benchmark() -> None:
    titles = {i["title"] for t in truth() for i in t.get("agenda_items", [])} | {
        m.get("body") or "" for t in truth() for m in t.get("meetings", [])} | {a.get("role") or "" for t in truth() for a in t.get("attendance", [])}
    assert len(titles) > 150
    assert [t for t in sorted(titles) if t and is_person(t)] in ([], ["Pet Trac"])


def test_movers_and_votes_of_the_benchmark() -> None:
    printed = {n for t in truth() for r in t.get("resolutions", []) for v in (r.get("votes") or {}).values() for n in v}
    printed |= {r[k] for t in truth() for r in t.get("resolutions", []) for k in ("mover", "seconder") if r.get(k)}
    posts = {n for n in printed if "hairman" in n or n.isupper()}
    assert [n for n in sorted(printed - posts) if not is_person(n, surname=True)] == []
