"""Known forms of a roll and of headings, each in company of another: what a rule reads must not hang on what stands beside it."""

from __future__ import annotations

import pytest

from papermine.extract.meetings.venues import find_venue
from papermine.extract.paragraphs import paragraph
from papermine.language.labels import label_at, status_of
from papermine.language.namelists import split_people
from papermine.language.posts import one_person
from papermine.records import AgendaItem, Attendance
from printed import paper, proceedings

ROLL = """**WEXMERE PARISH COUNCIL**
Minutes of the meeting held on 3 May 2021

{}

**1. Minutes**
Signed.
**2. Finance**
Noted."""


def came(roll: str) -> list[tuple[str, str, str | None]]:
    return [(r.name, r.status, r.role) for r in proceedings(ROLL.format(roll)) if isinstance(r, Attendance)]


def headings(text: str) -> list[tuple[str | None, str]]:
    return [(r.number, r.title) for r in proceedings(text) if isinstance(r, AgendaItem)]


@pytest.mark.parametrize(("roll", "people"), [
    ("PRESENT: Chair: Cllr Ida Rhys\n\nCllrs: Glyn Tench (Vice Chair), Hal Stone and Mair Bevan (arrived 6:20 pm)",
     [("Ida Rhys", "present", "Chair"), ("Glyn Tench", "present", "Vice Chair"), ("Hal Stone", "present", None), ("Mair Bevan", "present", None)]),
    ("Present (3): Mr E Hale - Chairman; Mr P Orde - Vice-Chair; Mrs K Young", [("E Hale", "present", "Chairman"), ("P Orde", "present", "Vice-Chair"), ("K Young", "present", None)]),
    ("PRESENT\nCllr Fay Quist - Chair      Cllr Dora Pell - Vice-Chair     Cllr Ida Church\nCllr Gus Moss      Cllr Sue Wroth      Cllr Jo Vane",
     [("Fay Quist", "present", "Chair"), ("Dora Pell", "present", "Vice-Chair"), ("Ida Church", "present", None), ("Gus Moss", "present", None), ("Sue Wroth", "present", None), ("Jo Vane", "present", None)]),
    ("**Members Present:**\n  1. Cr I CHURCH (Deputy Mayor)\n  2. Cr H STONE\n  3. Cr N O'NEILL",
     [("I CHURCH", "present", "Deputy Mayor"), ("H STONE", "present", None), ("N O'NEILL", "present", None)]),
    ("Present: Cllr Jo Vane in the Chair\nCllrs Hal Stone (Vice Chairman), Ida Church, Fay Quist", [("Jo Vane", "present", "Chair"), ("Hal Stone", "present", "Vice Chairman"), ("Ida Church", "present", None), ("Fay Quist", "present", None)]),
    ("Present: Mrs E Ynyr (Chair) in the Chair; Mrs N Tench & Mrs K Tudor", [("E Ynyr", "present", "Chair"), ("N Tench", "present", None), ("K Tudor", "present", None)]),
    ("Present: Cllr Jo Vane\n\nAlso present: Director Planning – Hal Stone, Minute Secretary – Dora Pell",
     [("Jo Vane", "present", None), ("Hal Stone", "in_attendance", "Director Planning"), ("Dora Pell", "in_attendance", "Minute Secretary")]),
    ("Present: Cllr Jo Vane\n\nAbsent with apologies: Cllr Al Tull and Cllr Kit Young", [("Jo Vane", "present", None), ("Al Tull", "apologies", None), ("Kit Young", "apologies", None)]),
    ("Present: Cllr Jo Vane\n\nAbsent: Cllr A Tull\n\nPress and public: none", [("Jo Vane", "present", None), ("A Tull", "absent", None)]),
    ("Name        Present (P) / Absent (A)\nJo Vane (Chair)        P\nAl Tull        P\nBen Orde        A", [("Jo Vane", "present", "Chair"), ("Al Tull", "present", None), ("Ben Orde", "absent", None)]),
    ("Parish Clerk: Mrs Dora Pell, 14 High Street, Wexmere\nTel: 01632 960123\n\nPresent: Cllr Jo Vane (Chair)", [("Jo Vane", "present", "Chair")]),
])
def test_rolls(roll: str, people: list[tuple[str, str, str | None]]) -> None:
    assert came(roll) == people


@pytest.mark.parametrize("row", ["{n}, {p}", "{n} ({p})", "{n} – {p}", "{p} – {n}", "{p}: {n}", "{p} ({n})"])
@pytest.mark.parametrize("name", ["Rita Penfold", "Mr R Penfold", "Hal Stone", "Pádraig Ó Ceallaigh"])
@pytest.mark.parametrize("post", ["Minute Secretary", "Clerk & RFO", "Director of Place", "Chief Executive", "Manager Corporate Services"])
def test_posts_beside_names(row: str, name: str, post: str) -> None:
    found = one_person(row.format(n=name, p=post))
    assert found is not None
    assert (found.name, found.role) == (name.removeprefix("Mr "), post)


def test_places_are_no_people_of_a_list() -> None:
    assert [p.name for p in split_people("Jo Vane, North Wexmere, Al Tull, Mill Lane")] == ["Jo Vane", "Al Tull"]
    assert one_person("Mill Ward (Jo Vane)") is None
    assert one_person("Mill Lane (Pavilion)") is None
    assert [p.name for p in split_people("Hal Stone - Shire President; Liz Marsh; Gus Moss; Kit Young (left at 9.50 pm)")] == ["Hal Stone", "Liz Marsh", "Gus Moss", "Kit Young"]


def test_labels_are_not_people_in_the_chair() -> None:
    assert label_at("Mrs E Ynyr (Chair) in the Chair; Mrs N Tench") is None
    assert label_at("Cllr Fay Quist - Chair:") is None
    assert label_at("Vice-Chairman in the Chair: Mrs Tench") == ("Vice-Chairman in the Chair", 28)
    assert label_at("The Convener proposed to exclude the press and public") is None
    assert [status_of(t) for t in ("Absent with apologies", "Absent without apologies")] == ["apologies", "absent"]


TITLES = ["Apologies for Absence", "Declarations of Interest", "Highways", "Correspondence", "Footpaths"]


@pytest.mark.parametrize("number", ["{}", "{}.", "({})", "Item {}:", "{}/24", "24/{}", "I.", "A."])
def test_plain_headings_with_any_number(number: str) -> None:
    """Set as the text is, with no more space above than between lines."""
    marks = ["I.", "II.", "III.", "IV.", "V."] if number == "I." else ["A.", "B.", "C.", "D.", "E."] if number == "A." else [number.format(k) for k in range(11, 16)]
    text = "**WEXMERE COUNCIL**\nPresent: Cllr Jo Vane (Chair), Cllr Al Tull, Cllr Ben Orde, Cllr Celia Fenn and Cllr Dora Pell\n" + "\n".join(f"{mark} {title}\nThe matter was discussed at length." for mark, title in zip(marks, TITLES, strict=True))
    assert [title for _, title in headings(text)] == TITLES


def test_numbered_words_of_a_minute_are_no_headings() -> None:
    text = "**WEXMERE COUNCIL**\nPresent: Cllr Jo Vane\n**Finance**\nThe clerk was asked to buy:\n1. Paint\n2. Two brushes\n3. A ladder\n4. Sand\n5. Salt\nand to report in May."
    assert headings(text) == []


@pytest.mark.parametrize(("head", "venue"), [
    ("3 May 2021 at 7.00 p.m.\nWEXMERE COUNCIL\nPLANNING COMMITTEE\nMINUTES\nCommittee Room 2, Town Hall\nPresent: Cllr Jo Vane", "Committee Room 2, Town Hall"),
    ("WEXMERE COUNCIL\nMinutes of the Meeting held at 7pm on 3 May 2021 at Council Chamber, Town Hall.", "Council Chamber, Town Hall"),
    ("WEXMERE COUNCIL\nMinutes of the Meeting held at City Hall, 41 Oak Avenue on May 3, 2021 at 7:00 PM.", "City Hall, 41 Oak Avenue"),
    ("CYNGOR CYMUNED LLANWEX\n3 May 2021\nCynhaliwyd cyfarfod o Gyngor Cymuned Llanwex am 7.30 yn yr Ystafell Ddarllen", "Ystafell Ddarllen"),
    ("WEXMERE COUNCIL\n3 May 2021\nPresent: Cllr Jo Vane, the Town Hall", None),
])
def test_venues(head: str, venue: str | None) -> None:
    lines = list(paper(head).lines)
    found = find_venue(lines, paragraph(lines), "May 3, 2021" if "May 3" in head else "3 May 2021")
    assert (found[0] if found else None) == venue
