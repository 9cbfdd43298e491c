"""Motions, votes and headings as councils, boards and districts of North America, Australia and New Zealand print them → records."""

from __future__ import annotations

import pytest

from papermine.extract.minutes import minute_items
from papermine.extract.roll import attendance_records
from papermine.language.bodies import body_in
from papermine.language.dates import first_date
from papermine.provenance import Ids
from papermine.records import Attendance, DivisionVote, Resolution
from papermine.segment.openings import opening
from printed import paper, proceedings

Row = tuple[str, str | None, str | None, str | None]


def moved(text: str) -> list[Row]:
    return [(r.text, r.mover, r.seconder, r.outcome) for r in proceedings(text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)]


def headings(text: str) -> list[tuple[str | None, str]]:
    return [(part.item.number, part.item.title) for part in minute_items(paper(text), Ids("d")) if part.item is not None]


def test_the_seconder_and_the_outcome_below_the_words() -> None:
    text = "MOVED Cr Hume that Council defers the matter until March.\n\nSeconded Cr Booth LOST 2018-22/23\n\nDIVISION called by Cr Hume\n\n" \
           "Members voting in the affirmative: Crs Hume and Troy\n\nMembers voting in the negative: Crs Booth, Angus and Hald\n\nThe Mayor declared the motion LOST."
    assert moved(text) == [("Council defers the matter until March.", "Hume", "Booth", "lost")]
    assert voted(text) == [("Hume", "for"), ("Troy", "for"), ("Booth", "against"), ("Angus", "against"), ("Hald", "against")]


def test_a_list_between_the_mover_and_the_seconder() -> None:
    assert moved("MOVED Cr Troy that Council:\n\n(1)  endorses the draft Charter; and\n\n(2)  requests a report in April.\n\nSeconded Cr Hume CARRIED 2018-22/28") == [
        ("endorses the draft Charter; and", "Troy", "Hume", "carried"), ("requests a report in April.", "Troy", "Hume", "carried")]


@pytest.mark.parametrize("told", ["Moved House that summer, the library lent fewer books.", "Seconded staff carried on with the work.", "The Mayor moved that way to see the screen."])
def test_words_alike_that_move_nothing(told: str) -> None:
    assert moved(told) == []


def test_the_words_of_a_motion_below_its_vote() -> None:
    text = "A motion was made by Director Breit, seconded by Director Lop and carried with the following vote:\n\nAyes: Directors Bona, Breit and Lop\n\nNoes: None\n\nto approve the agenda."
    assert moved(text) == [("to approve the agenda.", "Breit", "Lop", "carried")]
    assert voted(text) == [("Bona", "for"), ("Breit", "for"), ("Lop", "for")]


@pytest.mark.parametrize(("label", "outcome"), [("DISPOSITION: Motion Carried", "carried"), ("Result: Motion Lost", "lost"), ("Carried   For: 5   Against: 0", "carried"), ("Motion Defeated. For: 1, Against: 4", "lost")])
def test_an_outcome_under_a_label_or_with_its_numbers(label: str, outcome: str) -> None:
    assert moved(f"RESOLUTION NO. 1:\n\nMoved by: Dan Dole\nSeconded by: Mary Wern\n\nThat the Agenda be approved.\n\n{label}") == [("That the Agenda be approved.", "Dan Dole", "Mary Wern", outcome)]


def test_for_motion_and_against_motion() -> None:
    text = "Motion: (Dunn/Porter)\n\nTHAT the works be done by day labour.\n\nMotion Lost\n\nFor Motion:   Crs Dunn and Porter\n\nAgainst Motion:   Crs Mack, Pass and Bell"
    assert moved(text) == [("THAT the works be done by day labour.", "Dunn", "Porter", "lost")]
    assert voted(text) == [("Dunn", "for"), ("Porter", "for"), ("Mack", "against"), ("Pass", "against"), ("Bell", "against")]


INITIALLED = "1. E. Rind – W. Pacam\n\nRESOLVED THAT the accounts shall be adopted as presented.\n\nCarried.\n\n2. D. Klek – E. Rind\n\nRESOLVED THAT we buy a new grader blade.\n\nDefeated."


def test_movers_by_initial_under_the_motions_number() -> None:
    assert moved(INITIALLED) == [("the accounts shall be adopted as presented.", "E. Rind", "W. Pacam", "carried"), ("we buy a new grader blade.", "D. Klek", "E. Rind", "lost")]
    assert headings(INITIALLED) == []


def test_two_words_with_a_dash_are_a_heading() -> None:
    assert headings("1. FINANCE – PLANNING\n\nThe accounts were read.\n\n2. ROADS – BRIDGES\n\nThe bridge is closed.") == [("1", "FINANCE – PLANNING"), ("2", "ROADS – BRIDGES")]


def test_a_motion_that_passed_with_a_motion_by_one_and_a_second_by_another() -> None:
    text = "Motion Failed: Motion to accept the bid of Lusk Motors failed with a motion by Ander and a second by Broth.\n\nJo Ander    Yes\nConny Broth    Yes\nBrit Hull    Absent\nMarian Rich    No\nBob Rose    No"
    assert moved(text) == [("accept the bid of Lusk Motors", "Ander", "Broth", "lost")]
    assert voted(text) == [("Jo Ander", "for"), ("Conny Broth", "for"), ("Marian Rich", "against"), ("Bob Rose", "against")]


def test_voting_yes_in_small_letters() -> None:
    text = "Rose moved, Ander seconded to approve the absences of Hull and John. Voting yes: Ander, Broth, Rose. Voting no: Rich. Motion passed 3 – 1."
    assert voted(text) == [("Ander", "for"), ("Broth", "for"), ("Rose", "for"), ("Rich", "against")]


def test_a_resolution_that_says_how_the_council_acts_before_its_list() -> None:
    text = "159/15 RESOLUTION\n\nMOVED:   Ald Perrin\nSECONDED:   Ald Kay\n\nThat Council, acting as a Planning Authority:\n\n1.  approve the application; and\n\n2.  advise those who objected.\n\nCARRIED"
    assert [row[:3] for row in moved(text)] == [("approve the application; and", "Perrin", "Kay"), ("advise those who objected.", "Perrin", "Kay")]


DECIMALS = "**1.1 WELCOME**\n\nThe Mayor opened the meeting.\n\n**1.2 APOLOGIES**\n\nNil\n\n**2. MAYOR**\n\n**2.1 MAYOR'S REPORT**\n\nThe report was read.\n\n**3. COUNCILLOR REPORTS**\n\nNil\n\n**4.1 ROADS**\n\nThe road is closed.\n\n{}\n\n**4.2 BRIDGES**\n\nNil"


def test_main_headings_among_decimal_ones() -> None:
    assert [number for number, _ in headings(DECIMALS.format(""))] == ["1.1", "1.2", "2", "2.1", "3", "4.1", "4.2"]


def test_a_bold_list_below_a_decimal_heading_is_no_heading() -> None:
    assert [number for number, _ in headings(DECIMALS.format("**1. Approve the closure**\n\n**2. Note the costs**"))] == ["1.1", "1.2", "2", "2.1", "3", "4.1", "4.2"]


def test_letters_below_roman_numbers() -> None:
    text = "**I. Call to Order**\n\nThe President opened the meeting.\n\n**I.A. Roll Call**\n\nAll were there.\n\n**I.B. Pledge of Allegiance**\n\nIt was said.\n\n**II. Action Items**\n\n**II.A. Bus Bids**\n\nNone came.\n\n**II.B. Student Fees**\n\nNone."
    assert [number for number, _ in headings(text)] == ["I", "I.A", "I.B", "II", "II.A", "II.B"]


@pytest.mark.parametrize(("title", "body"), [
    ("MINUTES OF THE OPEN SESSION OF THE DEVONMOUTH CITY COUNCIL HELD IN THE COUNCIL CHAMBERS", "DEVONMOUTH CITY COUNCIL"), ("OFFICIAL PROCEEDINGS OF THE TERRE HAUTE PARISH COUNCIL", "TERRE HAUTE PARISH COUNCIL"),
    ("EDDMONT CITY COUNCIL APPROVED MINUTES", "EDDMONT CITY COUNCIL"), ("PUBLIC FORUM", None), ("Youth Forum", "Youth Forum")])
def test_who_meets(title: str, body: str | None) -> None:
    assert body_in(title) == body


def test_a_title_that_says_approved_minutes_decides_nothing() -> None:
    assert moved("EDDMONT CITY COUNCIL APPROVED MINUTES\n\nJune 21, 2016") == []
    assert moved("The City Council approved the minutes of May 3.")[0][0] == "The City Council approved the minutes of May 3."


def test_a_day_that_is_written_out() -> None:
    assert str(first_date("HELD THE SIXTH DAY OF JULY IN THE YEAR TWO THOUSAND AND SIX")) == "2006-07-06"
    assert first_date("on the second day of the May sale") is None


VIRGINIA = """
REGULAR MEETING OF THE COTTON ISLE COUNTY BOARD OF SUPERVISORS HELD THE SIXTH
DAY OF JULY IN THE YEAR TWO THOUSAND AND SIX

PRESENT:

Thomas J. Wry, Chairman
Stan D. Clark

Also Attending:

Jacob P. Stone, County Attorney

Chairman Wry called the meeting to order at 5:00 p.m.

Supervisor Clark moved that the Board authorize the notice. The motion was adopted by a vote of (3-1) with Supervisors Clark, Ivers and Wry voting in favor of the motion; Supervisor Brady voting against the motion; and, Supervisor Brown not present for the vote.
"""


def test_a_vote_told_in_a_sentence() -> None:
    assert moved(VIRGINIA) == [("the Board authorize the notice.", "Clark", None, "carried")]
    assert voted(VIRGINIA) == [("Clark", "for"), ("Ivers", "for"), ("Wry", "for"), ("Brady", "against")]


def test_minutes_whose_day_is_written_out_are_minutes() -> None:
    assert [found.kind for found in (opening(page) for page in paper(VIRGINIA).pages) if found is not None] == ["minutes"]
    assert opening(paper(VIRGINIA.replace("HELD THE SIXTH\nDAY OF JULY IN THE YEAR TWO THOUSAND AND SIX", "AND ITS\nSTAFF")).pages[0]) is None


LIST = "Hale moved, Orr seconded, to{}. Motion carried 4-1."


def test_lettered_actions_under_one_motion() -> None:
    assert [row[:3] for row in moved(LIST.format(": A. Find the project exempt; and B. Adopt Resolution 24-11"))] == [("Find the project exempt; and", "Hale", "Orr"), ("Adopt Resolution 24-11.", "Hale", "Orr")]
    assert [row[0] for row in moved(LIST.format(" hire A. Smith and B. Jones"))] == ["hire A. Smith and B. Jones."]


def test_lettered_actions_on_lines_of_their_own() -> None:
    text = "Motion by Hale, second by Orr, to:\n\nA. Find the project exempt; and\n\nB. Adopt Resolution 24-11.\n\nAYES: 2 - Hale, Orr\n\nNOES: 0\n\nABSENT: 1 - Marsh"
    assert [row[0] for row in moved(text)] == ["Find the project exempt; and", "Adopt Resolution 24-11."]
    assert voted(text) == [("Hale", "for"), ("Orr", "for")]
    assert moved("Motion by Hale, second by Orr, to:\n\nA. CALL TO ORDER\n\nThe Mayor opened the meeting.") == []


ROWS = "Moved by: Councillor Hale\n\nSeconded by: Councillor Orr\n\nThat the report be received.\n\n{}\nFor        Hale, Orr, Lund                 3\nAgainst    Diaz                            1\nAbstain                                    0\n\nCarried"


def test_a_row_of_names_for_each_option() -> None:
    assert voted(ROWS.format("Vote       Councillors                     Count")) == [("Hale", "for"), ("Orr", "for"), ("Lund", "for"), ("Diaz", "against")]
    assert [(r.votes_for, r.votes_against, r.votes_abstain) for r in proceedings(ROWS.format("Vote       Councillors                     Count")) if isinstance(r, Resolution)] == [(3, 1, 0)]


@pytest.mark.parametrize(("call", "votes"), [
    ("Roll call vote: Hale-Aye, Orr-Aye, Lund-Nay, Motion carried.", [("Hale", "for"), ("Orr", "for"), ("Lund", "against")]),
    ("Mr. Orr seconded the motion and on roll call, Mr. Orr, aye; Dr. Hale, aye; Ms. Lund, nay. Motion carried.", [("Mr. Orr", "for"), ("Dr. Hale", "for"), ("Ms. Lund", "against")]),
    ("On roll call the clerk read the names. Motion carried.", []),
])
def test_a_roll_call_in_a_line(call: str, votes: list[tuple[str, str]]) -> None:
    assert voted(f"Hale moved to pay the bills. {call}") == votes


FORM = "Moved by   ______Hale______\n\nSeconded by   ______Orr______\n\nTHAT the minutes of May 3 be adopted as circulated.\n\n{}"


@pytest.mark.parametrize(("ticked", "outcome"), [
    ("CARRIED ____X____   DEFEATED ________", "carried"), ("CARRIED ________   DEFEATED ___x____", "lost"), ("☐ Carried   ☒ Defeated   ☐ Deferred", "lost"), ("[x] Carried [ ] Lost", "carried"),
    ("CARRIED                 Resolution # 2024-113", "carried")])
def test_a_form_with_lines_to_fill_in(ticked: str, outcome: str) -> None:
    assert moved(FORM.format(ticked)) == [("THAT the minutes of May 3 be adopted as circulated.", "Hale", "Orr", outcome)]


@pytest.mark.parametrize("blank", ["CARRIED ________   DEFEATED ________", "CARRIED ___X____   DEFEATED ___X____"])
def test_a_form_on_which_nothing_or_too_much_is_ticked_tells_no_outcome(blank: str) -> None:
    assert [row[3] for row in moved(FORM.format(blank))] in ([], [None])


def test_a_form_that_nobody_filled_in_moves_nothing() -> None:
    assert moved(FORM.replace("Hale", "____").replace("Orr", "____").format("CARRIED ________   DEFEATED ________")) == []


CONSENT = "COUNCILMEMBER BUCK MOVED, SECONDED BY COUNCILMEMBER FRALEY, TO APPROVE THE CONSENT AGENDA. MOTION CARRIED. The agenda items {} as follows:\n\n1.  Approval of the minutes of April 5.\n\n3.  Change order with Razz, Inc."


def test_the_items_that_a_consent_motion_approved() -> None:
    assert [row[:3] for row in moved(CONSENT.format("approved are"))] == [
        ("APPROVE THE CONSENT AGENDA.", "BUCK", "FRALEY"), ("Approval of the minutes of April 5.", "BUCK", "FRALEY"), ("Change order with Razz, Inc.", "BUCK", "FRALEY")]
    assert [row[0] for row in moved(CONSENT.format("for next month are"))] == ["APPROVE THE CONSENT AGENDA."]


def test_voters_told_in_capitals() -> None:
    assert voted("COUNCILMEMBER PELL MOVED, SECONDED BY COUNCILMEMBER ORDE, TO ADJOURN. MOTION CARRIED (2-2); COUNCILMEMBERS LUSK AND VANE VOTING NO.") == [("LUSK", "against"), ("VANE", "against")]


def came(text: str) -> list[tuple[str, str]]:
    page = paper(text)
    return sorted((seen.name, seen.status) for seen in attendance_records(page, minute_items(page, Ids("d")), Ids("d")) if isinstance(seen, Attendance))


def test_officers_named_after_the_members_in_one_sentence() -> None:
    text = "Council minutes, May 3, 2024\n\nPresent were Mayor Hedder, Councilors Keen, Moss and Thom, City Manager Boyle, City Engineer/Inspections Director Popp, and Administrative Assistant Green.\n\n**1. AGENDA**\n\nNil"
    assert came(text) == [("Boyle", "in_attendance"), ("Green", "in_attendance"), ("Hedder", "present"), ("Keen", "present"), ("Moss", "present"), ("Popp", "in_attendance"), ("Thom", "present")]


def test_members_whose_office_may_be_an_officers_stay_members() -> None:
    assert came("Minutes, May 3, 2024\n\nPresent were Supervisor Hedder, Clerk Jo Keen, Treasurer Ann Moss, Trustee Thom and Trustee Vane.\n\n**1. AGENDA**\n\nNil")[-1] == ("Vane", "present")


def test_labels_in_a_column_under_a_heading() -> None:
    text = "**1. OPENING**\n\nThe President opened the meeting.\n\n**2. RECORD OF ATTENDANCE/APOLOGIES**\n\nElected Members       Cr R Fould – Shire President\n                      Cr A Whitt\nStaff                 Peter Ditt – Works Manager\n" \
           "Apologies             Cr P Squire\n\n**3. QUESTIONS**\n\nNil"
    assert came(text) == [("A Whitt", "present"), ("P Squire", "apologies"), ("Peter Ditt", "in_attendance"), ("R Fould", "present")]


def test_who_was_recorded_as_absent() -> None:
    assert came("Proceedings of May 3, 2024\n\nUpon roll call, Council Members recorded as present were: P. Rode, D. Henn and A. Till. A quorum was declared present. Recorded as absent was: C. Voss.\n\n**1. AGENDA**\n\nNil") == [
        ("A. Till", "present"), ("C. Voss", "absent"), ("D. Henn", "present"), ("P. Rode", "present")]


def test_elected_officials_are_members() -> None:
    assert came("Minutes of May 3, 2024\n\nELECTED OFFICIALS PRESENT      STAFF PRESENT\nDave Earl, Mayor               Jim Lawes, Police Chief\nNeil Tibb, Councilmember       Scott Pass, City Clerk\n\n**1. AGENDA**\n\nNil") == [
        ("Dave Earl", "present"), ("Jim Lawes", "in_attendance"), ("Neil Tibb", "present"), ("Scott Pass", "in_attendance")]


@pytest.mark.parametrize(("printed", "row"), [
    ("Motion offered by Mr. Thoms, seconded by Mr. Bratt to approve the agenda as amended. Motion passed without opposition.", ("approve the agenda as amended.", "Thoms", "Bratt")),
    ("MOVED BY CARTER AND SECONDED BY HAGGER TO ADD AN ITEM 2.A. MOTION CARRIED 7 -0.", ("ADD AN ITEM 2.A.", "CARTER", "HAGGER")),
    ("Trustee Kane made a motion to approve the vouchers; the motion was seconded by Trustee Brenn and approved unanimously.", ("approve the vouchers", "Kane", "Brenn")),
    ("Motion to approve the Minutes of October 24.\n\nMoved by Trustee Petri   Seconded by Trustee Czar\n\nVOICE VOTE - Unanimous Approval (6-0)\n\nMOTION CARRIED", ("approve the Minutes of October 24.", "Petri", "Czar")),
    ("MOTION: Little/Perry that the agenda be adopted.\n\nCARRIED", ("the agenda be adopted.", "Little", "Perry")),
    ("Moved Cr Summer Seconded Cr Daniel \"that the minutes be accepted.\"\n\nCARRIED", ("\"that the minutes be accepted.\"", "Summer", "Daniel")),
    ("That the Board adopts the system of voting.\n\nDavis/Deane Carried", ("That the Board adopts the system of voting.", "Davis", "Deane")),
    ("#2013/16 BE IT RESOLVED THAT the Agenda be adopted.\n\nCARRIED.", ("the Agenda be adopted.", None, None)),
    ("The Chair recognized Commissioner Chris Taylor who moved, seconded by Commissioner Ring, to move the awards up. The motion carried.", ("move the awards up.", "Chris Taylor", "Ring")),
    ("Motion by House, seconded by Payne, to approve agenda as presented All in favor.", ("approve agenda as presented", "House", "Payne")),
    ("Motion to approve minutes from previous meeting by Steele, seconded by Lott motion carried", ("approve minutes from previous meeting", "Steele", "Lott")),
])
def test_movers_and_words(printed: str, row: tuple[str, str | None, str | None]) -> None:
    assert [found[:3] for found in moved(printed)] == [row]


@pytest.mark.parametrize("printed", [
    "That the Board met twice is printed elsewhere.\n\nDavis/Deane\n\nThe pool opens in June.", "#2013/16 The letter was filed.", "Motion to approve the plan drawn by Steele was discussed.",
    "The motion was seconded in spirit by all who spoke.", "Mr. Thoms, who moved to Ohio, offered his thanks."])
def test_words_alike_that_decide_nothing(printed: str) -> None:
    assert moved(printed) == []


def test_a_post_after_a_name_is_no_person() -> None:
    text = "Council minutes, May 3, 2024\n\nPRESENT: Mayor Ron Higgs and Councillor Wayne Goode\n\nALSO PRESENT: Cheryl Robs, Chief Administrative Officer; Corey Klatt, Manager of Works; and Tara Miesk, Clerk/Planning Manager.\n\n**1. AGENDA**\n\nNil"
    assert came(text) == [("Cheryl Robs", "in_attendance"), ("Corey Klatt", "in_attendance"), ("Ron Higgs", "present"), ("Tara Miesk", "in_attendance"), ("Wayne Goode", "present")]


def test_staff_in_running_text_whose_lines_begin_with_names_are_no_list():
    found = [(r.name, r.role) for r in proceedings("""
    PRESENT: Mayor Ursula Higgins and Councillors Alma Jaggard, Reuben Venk and Duncan Dosan.

    Staff: Municipal Administrator-Clerk-Treasurer Clive Eller, Fire Chief
    Selwyn Worsnop, Operations Superintendent Vikram Whitting and Deputy Clerk
    Rafiq Loxley.
    """) if isinstance(r, Attendance) and r.status == "in_attendance"]
    assert found == [("Clive Eller", "Municipal Administrator-Clerk-Treasurer"), ("Selwyn Worsnop", "Fire Chief"),
                     ("Vikram Whitting", "Operations Superintendent"), ("Rafiq Loxley", "Deputy Clerk")]


def test_staff_one_a_line_with_posts_after_names_stay_a_list():
    found = [(r.name, r.role) for r in proceedings("""
    PRESENT: Mayor Ursula Higgins and Councillors Alma Jaggard, Reuben Venk and Duncan Dosan.

    Staff: Clive Eller, Fire Chief
    Selwyn Worsnop, Operations Superintendent
    Rafiq Loxley, Deputy Clerk
    """) if isinstance(r, Attendance) and r.status == "in_attendance"]
    assert found == [("Clive Eller", "Fire Chief"), ("Selwyn Worsnop", "Operations Superintendent"), ("Rafiq Loxley", "Deputy Clerk")]


def test_a_division_told_before_and_after_its_lists() -> None:
    text = "RESOLUTION NO. 4\n\nMOVED by Cr Alland, seconded Cr Grimm:\n\nA. That Report 24/701 be received.\n\nB. That Council gift the hall.\n\nA division was called for, voting on which was as follows:\n\n" \
           "For: Mayor Wand, Crs Alland, Barker and Grimm\n\nAgainst: Cr Tuka\n\nThe division was declared {} by 4 votes to 1."
    assert [row[:1] + row[3:] for row in moved(text.format("CARRIED"))] == [("That Report 24/701 be received.", "carried"), ("That Council gift the hall.", "carried")]
    assert voted(text.format("CARRIED")) == [("Wand", "for"), ("Alland", "for"), ("Barker", "for"), ("Grimm", "for"), ("Tuka", "against")]


def test_an_invocation_below_the_absent_makes_nobody_absent() -> None:
    text = "Council minutes, May 3, 2024\n\nROLL CALL   Present:   Mayor Irene Wick\n            Trustee Paul Hoff\n            Trustee Mike Zade\n            Absent:   Trustee Tim Corr\n\n{}"
    listed = [("Irene Wick", "present"), ("Mike Zade", "present"), ("Paul Hoff", "present"), ("Tim Corr", "absent")]
    assert came(text.format("PLEDGE   Mayor Wick led the Pledge of Allegiance.\n\nINVOCATION   Trustee Zade gave the Invocation.")) == listed
    assert came(text.format("PLEDGE   PLEDGE OF ALLEGIANCE\n         Mayor Wick led the Pledge of Allegiance.\nINVOCATION   INVOCATION\n         Trustee Zade gave the Invocation.")) == listed


@pytest.mark.parametrize(("printed", "row"), [
    ("A motion to defer the plan was proposed by Councillor Hale and seconded by Councillor Orde. The motion was lost.", ("defer the plan", "Hale", "Orde", "lost")),
    ("Mr. Hale moved to approve the minutes. Seconded by Dr. Buck, the motion passed 5-0.", ("approve the minutes.", "Hale", "Buck", "carried")),
    ("Mr. Hale moved to approve the minutes. Seconded by Dr. Buck, the motion failed 1-4.", ("approve the minutes.", "Hale", "Buck", "lost")),
    ("Councillor Mole moved, seconded by Deputy Warden Wilk, to hold a public hearing. Motion carried, 9 in favour, 2 against.", ("hold a public hearing.", "Mole", "Wilk", "carried")),
    ("Upon motion of Councillors Blanc and Hem, the meeting adjourned at 12:10 p.m.", ("the meeting adjourned at 12:10 p.m.", "Blanc", "Hem", "carried")),
    ("#93\\13 J FIELD - That the Board approves the agenda.\n\nCARRIED", ("That the Board approves the agenda.", "J FIELD", None, "carried")),
    ("Resolution No: (01-05-13)\n\nMoved by: Cr Mills\n\nSeconded by: Cr Lill\n\nThat the Minutes are confirmed.\n\n5/0", ("That the Minutes are confirmed.", "Mills", "Lill", "carried")),
    ("Resolution No: (01-05-13)\n\nMoved by: Cr Mills\n\nSeconded by: Cr Lill\n\nThat the Minutes are confirmed.\n\n1/4", ("That the Minutes are confirmed.", "Mills", "Lill", "lost")),
])
def test_movers_words_and_what_became_of_them(printed: str, row: Row) -> None:
    assert moved(printed) == [row]


@pytest.mark.parametrize("printed", [
    "Seconded by nobody, the motion in the river passed the weir.", "#93\\13 J FIELD - That was his letter of May.", "Resolution No: (01-05-13) was filed.\n\n5/0", "That the Minutes are long is known.\n\n5/0"])
def test_words_alike_that_move_or_end_nothing(printed: str) -> None:
    assert moved(printed) == []


def test_a_vote_on_roll_call_below_the_words() -> None:
    text = "Trustee Hoff, seconded by Trustee Zade, moved to approve the minutes of the meeting held October 2.\nUpon roll call: Ayes: Hoff, Jura, Zade\nNays: Korn\nMotion carried."
    assert moved(text) == [("approve the minutes of the meeting held October 2.", "Hoff", "Zade", "carried")]
    assert voted(text) == [("Hoff", "for"), ("Jura", "for"), ("Zade", "for"), ("Korn", "against")]
    assert voted("Upon roll call: the Mayor, Hoff and Zade rose to sing.") == []


def test_a_division_whose_outcome_closes_the_list() -> None:
    text = "Resolution Number CO/24/298\nMOVED by Cr Alland, seconded Cr Grimm:\nA. That Report 24/701 be received.\nB. That Council gift the hall.\n\nA division was called for, voting on which was as follows:\n" \
           "For: Mayor Wand, Crs Alland and Grimm\nAgainst: Cr Hori Pa\nAbstained: Cr Tuka The division was declared CARRIED by 3 votes to 1.\n\nThe meeting adjourned at 2.40 pm."
    assert moved(text) == [("That Report 24/701 be received.", "Alland", "Grimm", "carried"), ("That Council gift the hall.", "Alland", "Grimm", "carried")]
    assert voted(text)[-2:] == [("Hori Pa", "against"), ("Tuka", "abstain")]


def test_a_decimal_heading_whose_main_heading_is_not_printed() -> None:
    text = "**1 Apologies**\n\nNone.\n\n**2 Minutes**\n\nConfirmed.\n\n{}\n\nThe hall was discussed.\n\n**9 Public Excluded**\n\nNone."
    assert ("8.4", "War Memorial Hall") in headings(text.format("**8.4 War Memorial Hall**"))
    assert [number for number, _ in headings(text.format("**12.4 War Memorial Hall**"))] == ["1", "2", "9"]
    assert [number for number, _ in headings(text.format("8.4 metres of kerb were laid."))] == ["1", "2", "9"]


def test_plain_decimals_with_a_number_in_their_titles() -> None:
    text = "**1. CALL TO ORDER**\n\n1.1 Adoption of Agenda\n\nThat the agenda be adopted.\n\n**2. MINUTES**\n\n2.1 {}\n\nThat the minutes be adopted.\n\n**3. ADJOURNMENT**\n\nThe meeting closed."
    assert [number for number, _ in headings(text.format("Adoption of Bylaw No. 5180"))] == ["1", "1.1", "2", "2.1", "3"]
    assert [number for number, _ in headings(text.format("Bylaw 5180. Director Hale spoke."))] == ["1", "2", "3"]


def test_a_heading_beside_the_words_is_no_part_of_the_movers_name() -> None:
    text = "AGENDA   Trustee Korn, seconded by Trustee Hoff, moved to approve the following business items:\n\n            1. Bills and Financials\n            2. Contract change order\n            Upon roll call: Ayes: Hoff, Korn\n            Nays: None\n            Motion carried."
    assert moved(text) == [("Bills and Financials", "Korn", "Hoff", "carried"), ("Contract change order", "Korn", "Hoff", "carried")]
    assert voted(text) == [("Hoff", "for"), ("Korn", "for")]


def test_approval_moved_for_over_its_title_and_vote() -> None:
    text = "Trustee Zade, seconded by Trustee Jura, moved for approval of Ordinance No. 5666:\nAN ORDINANCE AMENDING CHAPTER 13\nUpon roll call: Ayes: Hoff, Jura, Zade\nNays: Lohr\nMotion carried."
    assert [row[1:] for row in moved(text)] == [("Zade", "Jura", "carried")]
    assert "roll call" not in moved(text)[0][0]
    assert voted(text) == [("Hoff", "for"), ("Jura", "for"), ("Zade", "for"), ("Lohr", "against")]


def test_a_motion_that_found_no_second() -> None:
    assert moved("Mr. Abbe moved to table the appointment. There was no second and the motion died.") == [("table the appointment.", "Abbe", None, "lost")]
    assert moved("Mr. Abbe moved to table the appointment. There was no second bus and the motion picture ended.") == []


def test_members_and_staff_in_two_columns() -> None:
    text = "Minutes, January 7, 2019\n\n**ATTENDANCE:**\n\n**BOARD                              STAFF**\nElliot Ables, Chair                Doug Ericks, Township Manager\nDaniel Trent, Supervisor           Betsy Dupe, Solicitor\nJessica Buck, Supervisor\n\n**1. CALL TO ORDER**\n\nNone."
    assert came(text) == [("Betsy Dupe", "in_attendance"), ("Daniel Trent", "present"), ("Doug Ericks", "in_attendance"), ("Elliot Ables", "present"), ("Jessica Buck", "present")]


def test_members_one_a_line_under_a_numbered_heading() -> None:
    text = "Minutes, 15 May 2013\n\n**1 OPENING**\n\nThe Mayor opened the meeting.\n\n**2 PRESENT**\n\nCr Stuart Mack (Mayor)\nCr Jenny Hews\nCr Tony Lill\nCr Milan Milos\nDave Burge (Chief Executive Officer)\nJocelyn Hall (Executive Assistant)\n\n**3 CLOSE**\n\nThe meeting closed."
    assert came(text) == [("Dave Burge", "in_attendance"), ("Jenny Hews", "present"), ("Jocelyn Hall", "in_attendance"), ("Milan Milos", "present"), ("Stuart Mack", "present"), ("Tony Lill", "present")]


def test_also_present_on_two_lines() -> None:
    text = "Minutes, June 17, 2014\n\nPresent:   Warden Reg Ritch; Councillors: Wayne Fowl and Paul Dond.\n\n{}\n\nPresent:   CAO John Ferg, Municipal Clerk Carol Young, and other staff.\n\n**1. MINUTES**\n\nNone."
    members = [("Paul Dond", "present"), ("Reg Ritch", "present"), ("Wayne Fowl", "present")]
    assert came(text.format("Also")) == sorted([*members, ("Carol Young", "in_attendance"), ("John Ferg", "in_attendance")])


def test_a_column_of_functions_before_the_names_of_those_in_attendance() -> None:
    text = "Minutes, 30 October 2024\n\n**PRESENT**\n\nMayor Bernie Wand\nCr David Alland\nCr Mike Barker\n\n**IN ATTENDANCE**\n\n{}   Monique Davids   Chief Executive\n                    Daniel Haig      Group Manager\n                    Helen Rowse      Principal Advisor\n\n**1 Apologies**\n\nNone."
    members = [("Bernie Wand", "present"), ("David Alland", "present"), ("Mike Barker", "present")]
    assert came(text.format("Reporting Officer")) == sorted([*members, ("Monique Davids", "in_attendance"), ("Daniel Haig", "in_attendance"), ("Helen Rowse", "in_attendance")])


def test_what_is_to_be_excused_is_nobody() -> None:
    text = "Minutes, 30 October 2024\n\nPRESENT: Mayor Bernie Wand, Cr David Alland and Cr Mike Barker\n\n**1. EXCUSED ABSENCES**\n\n{}\n\n**2. CLOSE**\n\nNone."
    assert [status for _, status in came(text.format("Excuse the absent members."))] == ["present"] * 3
    assert ("Tom Sharp", "apologies") in came(text.format("Cr Tom Sharp"))


def test_a_vote_on_a_motion_that_is_not_read_is_not_that_of_the_one_before() -> None:
    first = "Councillor Hale moved, seconded by Councillor Orde, that the minutes be approved. Motion carried{}"
    told = [(r.text, r.outcome, r.votes_for, r.votes_against) for r in proceedings(first.format(" unanimously.") + "\n\nThe hearing was called for. Motion lost, 4 in favour, 7 against.") if isinstance(r, Resolution)]
    assert told == [("the minutes be approved.", "carried", None, None)]
    told = [(r.text, r.outcome, r.votes_for, r.votes_against) for r in proceedings(first.format(", 9 in favour, 2 against.")) if isinstance(r, Resolution)]
    assert told == [("the minutes be approved.", "carried", 9, 2)]


def test_a_heading_in_capitals_that_sentences_follow_on_its_line() -> None:
    text = "1. CALL TO ORDER: Chair Perry called the meeting to order at 2:15 p.m. A quorum was present.\n\n2. ELECTION OF A CHAIR: Commissioner Dunn moved to appoint Commissioner Power. Commissioner Orde seconded. Carried.\n\n3. PARKS: A PLAN FOR 2030\n\nThe plan was read."
    assert headings(text) == [("1", "CALL TO ORDER"), ("2", "ELECTION OF A CHAIR"), ("3", "PARKS: A PLAN FOR 2030")]
    assert moved(text) == [("appoint Commissioner Power.", "Dunn", "Orde", "carried")]


def test_a_year_is_no_number_of_an_item() -> None:
    text = "**1. CALL TO ORDER**\n\nThe Chair opened the meeting.\n\n**2007 MEETING DATES**\n\nThe Board meets on Mondays.\n\n**2. ADJOURNMENT**\n\nThe Chair closed the meeting."
    assert headings(text) == [("1", "CALL TO ORDER"), ("2", "ADJOURNMENT")]


def test_subjects_beside_resolutions_that_carry_a_number() -> None:
    rows = [("Minutes", "17/086", "the minutes of March 7 be accepted."), ("Accounts", "17/087", "the accounts be paid."), ("Roads", "17/088", "the road be graded.")]
    text = "MINUTES OF COUNCIL HELD ON THURSDAY, MAY 4, 2017\n\n" + "\n\n".join(f"{subject:<14}{number} {{}}{words}\n{'':<14}Carried" for subject, number, words in rows)
    assert headings(text.replace("{}", "HALE: That ")) == []
    assert moved(text.replace("{}", "Moved by Hale that ")) == [(words, "Hale", None, "carried") for _, _, words in rows]


def test_a_voter_whose_surname_is_a_word() -> None:
    told = "Supervisor Pell moved that the Board approve the agenda. The motion was adopted by a vote of (4-0) with {} voting in favor of the motion."
    assert voted(told.format("Supervisors Pell, Clegg, Ives and Ward")) == [("Pell", "for"), ("Clegg", "for"), ("Ives", "for"), ("Ward", "for")]
    assert voted(told.format("Pell, Ward and Ives")) == [("Pell", "for"), ("Ward", "for"), ("Ives", "for")]
    assert voted(told.format("Ward and Park")) == []
    assert voted(told.format("Pell, Clegg and Finance")) == []
    assert voted(told.format("Pell, Clegg and Mr. Chair")) == []
    assert voted(told.format("Pell, Clegg and Clerk")) == []


@pytest.mark.parametrize(("slip", "found"), [
    ("19/086   ORDE:   That the minutes be approved.\nCARRIED", [("19/086", "ORDE", None, "carried", "That the minutes be approved.")]),
    ("19/086 De Graaf: That the minutes be approved.   CARRIED", [("19/086", "De Graaf", None, "carried", "That the minutes be approved.")]),
    ("19/086 ORDE: That the minutes be approved.\nDEFEATED", [("19/086", "ORDE", None, "lost", "That the minutes be approved.")]),
    ("19/086 ORDE: That the minutes be approved.\nThe Reeve spoke of the roads.", []),
    ("19/086 MINUTES: That was the day of the fair.", [])])
def test_a_mover_with_a_colon_behind_the_number_of_the_resolution(slip: str, found: list[tuple[str | None, ...]]) -> None:
    made = [r for r in proceedings(f"**MINUTES**\n\n{slip}\n") if isinstance(r, Resolution)]
    assert [(r.item_number, r.mover, r.seconder, r.outcome, r.text) for r in made] == found
