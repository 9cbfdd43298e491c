"""Nobody is given a vote, a place or a decision that the paper does not print → the smallest papers that once did it, with near misses."""

from __future__ import annotations

import pytest

from papermine.records import DivisionVote, Resolution
from printed import came, decided, proceedings

BODY = "\n\n**1. Business**\nThe minutes were read."


def voters(text: str) -> list[str]:
    return [r.person_name for r in proceedings(text) if isinstance(r, DivisionVote)]


@pytest.mark.parametrize(("present", "names"), [
    ("L Upton, V Pell and D Yelk", ["Upton", "Pell", "Yelk"]),
    ("Upton Pell, V Grant and D Yelk", ["Upton Pell", "Yelk"]),  # one member by both words
    ("L Upton and D Yelk", ["Upton Pell", "Yelk"]),  # nobody else has the word
    ("L Upton, V Pell, J Pell and D Yelk", ["Upton Pell", "Yelk"]),  # which Pell?
])
def test_two_surnames_without_their_comma_are_two_voters_where_the_roll_has_both(present: str, names: list[str]) -> None:
    assert voters(f"Present: Supervisors {present}\n\n**1. Bills**\nMoved by V Pell, second by D Yelk to pay the bills.\nVoting AYE: Upton Pell and Yelk\nMotion carried.") == names


@pytest.mark.parametrize(("printed", "rows"), [
    ("Present: Jo Vane, Kim Orde\n\nAlso present: S. Stane, Brooks Bulletin\nR. Rede, Landowner", [("in_attendance", "S. Stane"), ("in_attendance", "R. Rede")]),
    ("Present: Jo Vane, Kim Orde\n\nOthers present - Deputy Town Clerk, Dianne Fall. Town Clerk, Alice Laue, absent.",
     [("in_attendance", "Dianne Fall"), ("absent", "Alice Laue")]),
    ("PRESENT: Jo Vane, Kim Orde\n\nALSO PRESENT: A. Bar, S. Cor\n\nRemote Attendance: E. Benn, E. Hunt", [("in_attendance", name) for name in ("A. Bar", "S. Cor", "E. Benn", "E. Hunt")]),
    ("Present: Cllr Jo Vane, Cllr Kim Orde, PCSO Sara Clip", [("in_attendance", "Sara Clip")]),
    ("Present: Jo Vane, Kim Orde\n\nMotion by Vane, seconded by Orde, to approve the settlement. The motion was approved by the following vote:\n\nAYES: Councilmembers Vane, Orde\nNOES: None\nABSENT: Councilmember Vazquez", []),
    ("Roll Call: Present:\nMayor Jo Vane\nCouncilmember Kim Orde\n\nAYES: Councilmembers Vane, Orde\nNOES: None\nABSENT: Councilmember Vazquez", []),
    ("**Responsible Officer:** Ashley Kent\n\nPresent: Jo Vane, Kim Orde\n\nOfficer: Ann Bell", [("in_attendance", "Ann Bell")]),
    ("ABSENT   Alan Bark and Jo Fell\n\nPresent: Jo Vane, Kim Orde\n\n**1. Apologies for absence**\nApologies for absence were received from Councillors Alan Bark and Lee Stone.",
     [("absent", "Alan Bark"), ("absent", "Jo Fell"), ("apologies", "Lee Stone")]),
    ("Present:\nJo Vane\nKim Orde\nLee Stone\nB Manners – Crome Town Ward\nMrs A Clausen - observer", [("present", "Lee Stone"), ("in_attendance", "B Manners"), ("in_attendance", "A Clausen")]),
    ("Present:\nJo Vane – Mill Ward\nKim Orde – Crome Town Ward\nLee Stone – Hill Ward", [("present", "Lee Stone")]),
])
def test_who_came_and_who_did_not(printed: str, rows: list[tuple[str, str]]) -> None:
    found = [(status, name) for status, name, _ in came(printed + BODY) if name not in ("Jo Vane", "Kim Orde")]
    assert sorted(found) == sorted(rows)


def test_a_label_after_roll_call_heads_one_list() -> None:
    assert came("Roll Call: Present:\nMayor Jo Vane\nCouncilmember Kim Orde" + BODY) == [("present", "Jo Vane", "Mayor"), ("present", "Kim Orde", None)]


@pytest.mark.parametrize(("printed", "text"), [
    ("Commissioner Conway moved to approve the Certification of Hearings of August 17, as follows: 1) USR#17 - Union Railroad Company. Commissioner Rade seconded the motion, which carried unanimously.",
     "approve the Certification of Hearings of August 17, as follows: 1) USR#17 - Union Railroad Company."),
    ("Motion: Council Member Nair moved approve item 5 as presented. (Ordinance 2026-07) Council Member Cumber seconded the motion. Motion passed 3-2.", "approve item 5 as presented. (Ordinance 2026-07)"),
    ("It was proposed by Cllr Jones and seconded by Cllr Crone that Cllr Will take the chair for this meeting (27th August) Cllr Will agreed to do so.\n\nCarried.", "Cllr Will take the chair for this meeting (27th August)"),
    ("It was proposed and seconded that Cllr Lee should remain as Chairman.", "Cllr Lee should remain as Chairman."),
])
def test_the_words_of_a_decision_are_its_own(printed: str, text: str) -> None:
    assert [row[2] for row in decided(f"**1. Business**\n{printed}")] == [text]


@pytest.mark.parametrize(("after", "outcomes"), [("The motion was lost.", ["lost"]), ("After discussion this was withdrawn.", ["withdrawn"]), ("Cllr Fell moved an amendment.", []), ("There was no agreement.", [])])
def test_what_was_proposed_and_fell_is_no_decision(after: str, outcomes: list[str]) -> None:
    found = proceedings(f"**1. Business**\nIt was proposed and seconded that the hall be let. {after}")
    assert [r.outcome for r in found if isinstance(r, Resolution)] == outcomes


def test_those_whom_a_resolution_notes_in_a_table_are_no_resolutions() -> None:
    printed = "**1. Reserves**\nRESOLVED: To note the attendance at this meeting of the following duly appointed Reserve Member:-\n\nOrdinary Member          Reserve Member\nCouncillor Jo Green      Councillor Ann Shah"
    assert len(decided(printed)) == 1
