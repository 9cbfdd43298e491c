"""Motions as towns, townships and boards of North America print them → mover, seconder, words, vote."""

from __future__ import annotations

import pytest

from papermine.records import DivisionVote, Resolution
from printed import proceedings

Row = tuple[str, str | None, str | None]


def moved(text: str) -> list[Row]:
    return [(r.text, r.mover, r.seconder) for r in proceedings(text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)]


@pytest.mark.parametrize(("printed", "row"), [
    ("Motion by Tess, second by Hal: to approve the Jan. 21 minutes with corrections; unanimous.", ("approve the Jan. 21 minutes with corrections", "Tess", "Hal")),
    ("Motion to approve the Town Warning for 2006 (Pell/Orde) Unanimous.", ("approve the Town Warning for 2006", "Pell", "Orde")),
    ("A motion was made by Chairman Pell, seconded by Selectman Orde and voted unanimously to approve the one-day license.", ("approve the one-day license.", "Pell", "Orde")),
    ("MOTION: Council Member Pell motioned to approve item 5 as presented. Council Member Orde seconded the motion. Motion carried 4-0.", ("approve item 5 as presented.", "Pell", "Orde")),
    ("Motion: Council Member Pell moved approve item 5 as presented. Council Member Orde seconded the motion. Motion passed 3-2.",
     ("approve item 5 as presented.", "Pell", "Orde")),
    ("Resolution - Lien Agreement. Motion made by Councilman Pell, seconded by Councilman Orde that the Board approve the lien. Motion carried.",
     ("the Board approve the lien.", "Pell", "Orde")),
])
def test_a_motion_in_one_paragraph(printed: str, row: Row) -> None:
    assert moved(printed) == [row]


def test_a_motion_without_an_outcome_or_a_vote_decides_nothing() -> None:
    assert moved("Motion to approve the Town Warning for 2006 (Pell/Orde). Discussion followed.") == []


@pytest.mark.parametrize(("printed", "votes"), [
    ("Commissioner Pell moved to pay the bills. Commissioner Orde seconded. Motion carried by Jo Pell yea, Gus Orde yea, and Ann Lusk nay.",
     [("Jo Pell", "for"), ("Gus Orde", "for"), ("Ann Lusk", "against")]),
    ("Motion by Orde, second by Pell to pay the bills.\n\nVote: Supervisor Lusk, yes. Town Councilmen, Jo Pell, Gus Orde, Al Dunn, yes. Town Councilman Fell, no.",
     [("Lusk", "for"), ("Jo Pell", "for"), ("Gus Orde", "for"), ("Al Dunn", "for"), ("Fell", "against")]),
    ("A motion was made by Pell, seconded by Orde and voted 2 in favor, 1 opposed (Lusk), to table the article.", [("Lusk", "against")]),
    ("Council Member Pell motioned to recess. Council Member Orde seconded the motion. Roll Call Vote Yes: Pell, Orde and Lusk. No: None. Motion carried 3-0.",
     [("Pell", "for"), ("Orde", "for"), ("Lusk", "for")]),
    ("Motion by Orde, second by Pell to pay the bills. Motion carried with one opposed (see the letter attached).", []),
])
def test_who_voted_how(printed: str, votes: list[tuple[str, str]]) -> None:
    assert voted(printed) == votes


@pytest.mark.parametrize(("printed", "row"), [
    ("MOTION: Approve the minutes of January 18.\n\nMoved by Ada Pell, seconded by Gus Orde.\n\nVote: Motion carried 6-0.", ("Approve the minutes of January 18.", "Ada Pell", "Gus Orde")),
    ("Howe/Adams\n\nTHAT the minutes of January 22 be adopted.\n\nCARRIED UNANIMOUSLY.", ("THAT the minutes of January 22 be adopted.", "Howe", "Adams")),
    ("KEY - SPRING\n\nMotion to approve the agenda.\n\nAdopted Unanimously", ("approve the agenda.", "KEY", "SPRING")),
    ("Moved by: Councillor S. Marten\nSeconded by: Councillor K. Wilk\n\nTHAT Council reconvene at 7:00 p.m.\n\nMotion Carried Unanimously, By All Members Present", ("THAT Council reconvene at 7:00 p.m.", "S. Marten", "K. Wilk")),
])
def test_a_motion_on_lines_of_its_own(printed: str, row: Row) -> None:
    assert moved(printed) == [row]


@pytest.mark.parametrize("heading", ["Parks/Recreation\n\nThe pool opens in June.", "Clerk/Treasurer\n\nThat is the post which was advertised in May."])
def test_a_heading_with_a_stroke_moves_nothing(heading: str) -> None:
    assert moved(heading) == []


def test_a_recorded_vote_in_rows() -> None:
    printed = """
Moved by Vane, Seconded by Keel

Be it resolved that we do now go in Closed Session to discuss land.

Recorded Vote Requested by Councillor Keel

Councillor Vane         Yea
Councillor DeSoto       Nay
Mayor H.S. Hume         Nay

Defeated.
"""
    assert moved(printed) == [("Be it resolved that we do now go in Closed Session to discuss land.", "Vane", "Keel")]
    assert voted(printed) == [("Vane", "for"), ("DeSoto", "against"), ("H.S. Hume", "against")]


@pytest.mark.parametrize(("printed", "rows", "votes"), [
    ("July 18, 2013: MOTION - Accept the Minutes of July 18, 2013. APPROVED: 5-0-1 (Member Clerk Hure abstained)", [("Accept the Minutes of July 18, 2013", None, None)], [("Hure", "abstain")]),
    ("Moved, seconded and voted 3-0 to have the assistant post the meeting.", [("have the assistant post the meeting.", None, None)], []),
    ("Motion to pay bills made by Coult, seconded by Feigh. Motion passed by voice vote.", [("pay bills", "Coult", "Feigh")], []),
    ("MOTION by Commissioner Stein, seconded by Commissioner Stobe recommending approval of the rezoning. Vote. 6 Ayes. MOTION carried unanimously.",
     [("recommending approval of the rezoning.", "Stein", "Stobe")], []),
    ("AGENDA: Moved by Councillor Lossberg that the Agenda be accepted as presented.\n\nCARRIED", [("the Agenda be accepted as presented.", "Lossberg", None)], []),
    ("Council Member Mann moved approval of the minutes of the meeting held on July 30,\n2004. Council Member Shell seconded the motion. The vote follows:\n\nAyes: Council Members Ash and Shell.\n\nMayor Mund.\n\n"
     "Nays: None.\n\nThe motion carried.", [("approval of the minutes of the meeting held on July 30, 2004.", "Mann", "Shell")], [("Ash", "for"), ("Shell", "for"), ("Mund", "for")]),
])
def test_a_motion_with_its_vote(printed: str, rows: list[Row], votes: list[tuple[str, str]]) -> None:
    assert (moved(printed), voted(printed)) == (rows, votes)


def test_moved_seconded_and_then_discussed_decides_nothing() -> None:
    assert moved("Moved, seconded and discussed at length.") == []


def test_a_house_that_names_no_mover() -> None:
    assert moved("MOVED AND SECONDED\n\nThat the Agenda be approved as amended.\n\nCARRIED UNANIMOUSLY") == [("That the Agenda be approved as amended.", None, None)]


def test_an_ordinance_that_is_to_be_passed_keeps_its_words() -> None:
    printed = "It was moved by Councilmember Millar, seconded by Councilmember Webber, that Ordinance No. 509-65 be passed and approved on the first of two readings.\n\nVoting \"Aye\" - Councilmembers Millar and Webber.\n\nVoting \"No\" - Councilmember Smithers.\n\nMotion passed 2 to 1."
    assert moved(printed) == [("Ordinance No. 509-65 be passed and approved on the first of two readings.", "Millar", "Webber")]
    assert voted(printed) == [("Millar", "for"), ("Webber", "for"), ("Smithers", "against")]


def test_a_motion_after_its_movers_name() -> None:
    printed = "Thompson: Motion to recess for public hearing, seconded by Flanner. Harris abstains. The motion passes 7-0-1."
    assert (moved(printed), voted(printed)) == ([("recess for public hearing", "Thompson", "Flanner")], [("Harris", "abstain")])
