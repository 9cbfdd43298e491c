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


@pytest.mark.parametrize(("printed", "row"), [
    ("Commissioner Pell moves to approve the plat. Commissioner Orde made the second. All in favor. Carried.", ("approve the plat.", "Pell", "Orde")),
    ("Motion to suspend the rules made by Al Pell, 2nd by Gus Orde. Carried.", ("suspend the rules", "Al Pell", "Gus Orde")),
    ("Motion to approve the agenda – Pell, second – Orde. Carried.", ("approve the agenda", "Pell", "Orde")),
    ("Motion made by Pell/Orde to pay the bills. Carried 5-0.", ("pay the bills.", "Pell", "Orde")),
    ("Councilman Pell moved approval of the plat; Councilman Orde seconded the motion. The board VOTED to approve the motion.", ("approval of the plat", "Pell", "Orde")),
    ("Commissioner Pell made a motion to award the bid. Commissioner Orde SECONDED the motion. The voting was unanimous and the motion carried.", ("award the bid.", "Pell", "Orde")),
    ("Commissioner Pell moved to approve the minutes. Commissioner Orde second. Motion passed unanimously.", ("approve the minutes.", "Pell", "Orde")),
    ("Alderperson Pell moved to approve Ordinance 2018.45 and Alderperson Orde seconded the motion. Motion carried 5-0.", ("approve Ordinance 2018.45", "Pell", "Orde")),
    ("On a motion by Pell, seconded by Orde, the agenda was adopted.", ("the agenda was adopted.", "Pell", "Orde")),
    ("On motion of Pell, seconded by Orde, the Board of County Commissioners approved the bills.", ("the Board of County Commissioners approved the bills.", "Pell", "Orde")),
    ("MOVED by Pell, seconded by Orde and motion carried unanimously to approve the minutes.", ("approve the minutes.", "Pell", "Orde")),
    ("Commissioner Pell moved, and duly seconded by Commissioner Orde, to adopt the agenda. The Commission approved the agenda as amended.", ("The Commission approved the agenda as amended.", "Pell", "Orde")),
    ("Pell made a motion to accept the agenda. Orde seconded the motion. With a roll call vote all voted aye.", ("accept the agenda.", "Pell", "Orde")),
    ("Minutes for 7/8/2013 – Motion to approve the minutes by Pell, seconded Orde, all aye.", ("approve the minutes", "Pell", "Orde")),
    ("After discussion, motion to table the plan was made by Pell, seconded by Orde, pending a draft. All aye.", ("table the plan", "Pell", "Orde")),
    ("Pell moved the minutes be accepted as written. Orde seconded. Minutes were approved as written.", ("Minutes were approved as written.", "Pell", "Orde")),
    ("At 9:26 AM Herb Pell moved to approve the following refund orders: 157 thru 161. Al Orde seconded the motion. The motion passed 3-0.", ("approve the following refund orders: 157 thru 161.", "Herb Pell", "Al Orde")),
    ("Upon a motion by Pell, seconded by Orde, and approved by all those present, the minutes were accepted.", ("the minutes were accepted.", "Pell", "Orde")),
    ("A motion was made by Pell, seconded by Orde, to close the hearing. All in favor, none opposed.", ("close the hearing.", "Pell", "Orde")),
    ("By acclamation, the Council continued the item to May 4.", ("By acclamation, the Council continued the item to May 4.", None, None)),
    ("#166-12-18 H. Pell – L. Orde\n\nTHAT we adopt this agenda as presented.\n\nCARRIED", ("THAT we adopt this agenda as presented.", "H. Pell", "L. Orde")),
    ("MOVED by Chairperson B Pell, seconded by Member T Orde:\n\nThat the Local Board:\n\na) accept the apology.\n\nCARRIED", ("accept the apology.", "B Pell", "T Orde")),
    ("That the report be received.\n\nPell/Hargreaves CARRIED", ("That the report be received.", "Pell", "Hargreaves")),
    ("MOVED BY COUNCILLOR PELL AND SECONDED\n\nThat the report be received.\n\nCARRIED UNANIMOUSLY", ("That the report be received.", "PELL", None)),
])
def test_a_motion_as_its_clerk_words_it(printed: str, row: Row) -> None:
    assert moved(printed) == [row]


@pytest.mark.parametrize("printed", [
    "Second Street was closed by the police in May.", "The Members moved the chairs to the hall.", "The Board of Education building was closed on Friday.",
    "The board voted with their feet, the paper wrote.", "Smith/Jones Architects\n\nThat firm drew the plan.",
])
def test_words_like_a_motions(printed: str) -> None:
    assert moved(printed) == []


@pytest.mark.parametrize(("printed", "votes"), [
    ("On a motion made by Pell and seconded by Orde, the Board of Selectmen voted to sign the warrant. (Pell – yes, Orde – yes)", [("Pell", "for"), ("Orde", "for")]),
    ("Commissioner Pell moved to pay the bills. Commissioner Orde second. Commissioners voted as follows: Chairman Lusk “aye”, Commissioner Pell “aye” and Commissioner Orde “nay”.",
     [("Lusk", "for"), ("Pell", "for"), ("Orde", "against")]),
    ("Motion by Pell, second by Orde to pay the bills. Roll call:\n\nAYES: 3-Pell, Orde, Lusk\n\nNAYS: 0-None\n\nMotion carried.", [("Pell", "for"), ("Orde", "for"), ("Lusk", "for")]),
    ("Motion by Pell, seconded by Orde to pay the bills. Roll Call Vote: Vest, aye. Jordan, aye. Motion carried.", [("Vest", "for"), ("Jordan", "for")]),
    ("Motion by Pell, seconded by Orde to pay the bills and carried by the following roll call vote: ayes: Pell, Orde; nays: Lusk; abstain: none.", [("Pell", "for"), ("Orde", "for"), ("Lusk", "against")]),
    ("MOVED by Councillor Pell, SECONDED by Councillor Orde,\n\nThat the report be received.\n\nCARRIED  Lusk OPPOSED", [("Lusk", "against")]),
])
def test_votes_told_with_the_motion(printed: str, votes: list[tuple[str, str]]) -> None:
    assert voted(printed) == votes


def test_a_count_before_the_names_of_its_list() -> None:
    printed = "Motion by Pell, second by Orde to pay the bills.\n\nAYES: 3-Pell, Orde, Lusk\n\nNAYS: 0-None\n\nMotion carried."
    assert [(r.votes_for, r.votes_against) for r in proceedings(printed) if isinstance(r, Resolution)] == [(3, 0)]


def test_a_resolution_below_its_movers() -> None:
    printed = "On motion by Trustee Pell, seconded by Trustee Orde, with a unanimous vote of the Board, the following resolution was adopted:\n\nRESOLVED, that this Board sets a hearing.\n\n" \
              "On motion by Trustee Lusk, seconded by Trustee Fell, with a unanimous vote of the Board, the meeting was adjourned."
    assert moved(printed) == [("this Board sets a hearing.", "Pell", "Orde"), ("the meeting was adjourned.", "Lusk", "Fell")]
