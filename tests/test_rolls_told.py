"""Who came, told in a sentence or with his post behind or before his name."""

from __future__ import annotations

import pytest

from papermine.extract.roll.came import Roll
from papermine.extract.roll.running import Seen
from papermine.language.listed import listed
from papermine.language.names import PersonName
from papermine.records import DivisionVote
from printed import came, proceedings


@pytest.mark.parametrize(("text", "people"), [
    ("Mr. William D. Hale, County Administrator, Mr. Gregg L. Orde, Assistant County Administrator, and Ms. Becca Tull, Deputy Clerk", ["William D. Hale", "Gregg L. Orde", "Becca Tull"]),
    ("City Treasurer Fredrick, City Comptroller Blitz, Fire Chief Clarke and City Attorney Smythe", ["Fredrick", "Blitz", "Clarke", "Smythe"]),
    ("Sharon M. Vane Supervisor; Eugene P. Hale Councilman", ["Sharon M. Vane", "Eugene P. Hale"]),
    ("J Orde K Vane", ["J Orde", "K Vane"]),
    ("Town Hall Manager Report, Fire Chief Vacancy", []),
    ("City Treasurer Fredrick Street", []),
])
def test_posts_and_initials(text: str, people: list[str]) -> None:
    assert [p.name for p in listed(text).people] == people


HEAD = "The City Council met on June 4, 2019. Council members present were Mayor Jo Vane, Bo Tull, Cy Hale and Di Orde. "


@pytest.mark.parametrize(("told", "also"), [
    ("City Manager Zorn, City Clerk Rollins and Deputy City Clerk Tooley also\npresent.", ["Zorn", "Rollins", "Tooley"]),
    ("The Town Clerk, Mrs. L.M. Philpott, the Assistant, Mrs. M.C. Vinter and a member of\nthe public were also present.", ["L. M. Philpott", "M. C. Vinter"]),
    ("The Clerk told those also\npresent that City Manager Zorn, City Clerk Rollins and Deputy City Clerk Tooley were ill.", []),
    ("City Manager Zorn, City Clerk Rollins and Deputy City Clerk Tooley also spoke.", []),
])
def test_those_also_present(told: str, also: list[str]) -> None:
    assert [row[1] for row in came(f"{HEAD}{told}\n\n**1. Minutes**\nApproved.") if row[0] == "in_attendance"] == also


def test_names_with_their_posts_behind_them_below_a_label() -> None:
    assert {row[:2] for row in came("""
Supervisor Sharon M. Vane called the meeting to order at 7:00 P.M.

ROLL CALL:        Present - Sharon M. Vane Supervisor
                  Eugene P. Hale Councilman
                  William P. Tull Councilman
                  Absent - None

**1. Minutes**
Approved.
""")} == {("present", "Sharon M. Vane"), ("present", "Eugene P. Hale"), ("present", "William P. Tull")}


@pytest.mark.parametrize(("told", "votes"), [
    ("to adjourn. Mr. Vane, Mr. Tull and Ms. Hale voted Yes. Mr. Orde voted NO on this motion. The motion carried.", [("Mr. Vane", "for"), ("Mr. Tull", "for"), ("Ms. Hale", "for"), ("Mr. Orde", "against")]),
    ("the Board voted on a roll call vote (Vane, Tull, Hale – yea; Orde – nay) to adjourn.", [("Vane", "for"), ("Tull", "for"), ("Hale", "for"), ("Orde", "against")]),
    ("to adjourn. The Clerk said that Vane, Tull and Hale voted Yes in 2012. Motion carried.", []),
    ("to adjourn. A petition (Vane, Orde – yes) was read. Motion carried.", []),
])
def test_who_voted_in_a_sentence(told: str, votes: list[tuple[str, str]]) -> None:
    assert [(r.person_name, r.option) for r in proceedings(f"**1. Close**\nOn a motion by Hale, seconded by Tull, {told}") if isinstance(r, DivisionVote)] == votes


@pytest.mark.parametrize(("below", "more"), [
    ("                  Councillor D. Hale              Councillor K. Orde\n\n                  Councillor S. Pell", ["D. Hale", "K. Orde", "S. Pell"]),
    ("Councillor S. Pell", []), ("                  Councillor S. Pell spoke of the fair.", [])])
def test_voters_on_further_lines_of_their_column(below: str, more: list[str]) -> None:
    text = f"**1. Close**\nMotion by Hale, seconded by Tull, to adjourn.\n\nIn favour:        Mayor Vane          Deputy Mayor Tull\n\n{below}\n\nMotion Carried."
    assert [r.person_name for r in proceedings(text) if isinstance(r, DivisionVote)] == ["Vane", "Tull", *more]


@pytest.mark.parametrize(("text", "names"), [
    ("The Board met in regular session with the following members being\npresent: Commissioners Vane, Tull and Hale.\n\n**1. Minutes**\nApproved.", ["Vane", "Tull", "Hale"]),
    ("PRESENT: Gordon Vane Chairman\nDavid Tull Selectman\nChristine Hale Selectman\n\n**A. CALL TO ORDER:**\nThe meeting was called to order.", ["Gordon Vane", "David Tull", "Christine Hale"]),
])
def test_labels_and_posts_on_lines_that_go_on(text: str, names: list[str]) -> None:
    assert [row[1] for row in came(text) if row[0] == "present"] == names


def test_a_word_of_a_post_is_nobody_a_whole_name_behind_it_somebody() -> None:
    roll = Roll()
    roll.add(Seen(PersonName("Peg Vane", "Peg Vane", role="Chair; Art Beebe — ORRS"), "present", [], "running"))
    roll.fill([Seen(PersonName(name, name), "present", [], "evidence") for name in ("Art Beebe", "ORRS")])
    assert [seen.person.name for seen in roll.found] == ["Peg Vane", "Art Beebe"]
