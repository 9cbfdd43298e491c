"""Nobody is given a vote, a place or a decision that the paper does not print → the smallest papers that once did it, with near misses."""

from __future__ import annotations

import pytest

from papermine.extract.decisions.proceedings import read_item
from papermine.extract.minutes.headings import number_at
from papermine.extract.minutes.table import DecisionLine
from papermine.extract.paragraphs import paragraph
from papermine.records import Division, DivisionVote, Motion, Resolution
from printed import came, decided, moved, proceedings, words_of

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


@pytest.mark.parametrize(("words", "then", "outcome"), [
    ("to reconsider the motion that was lost in May.", "Carried 3-2.", "carried"),
    ("to rescind the resolution passed on 4 May.", "The motion was lost.", "lost"),
    ("to accept the funds carried forward from 2023.", "Defeated.", "lost"),
    ("to thank the family of Kay who passed away.", "", None),
    ("to pay the bills approved by the Finance Committee.", "Defeated.", "lost"),
    ("to replace the keys lost by the contractor.", "", None),
    ("to renew the lease.", "The motion was passed to the Finance Committee.", None),
    ("to renew the lease.", "The motion was carried over to the next meeting.", None),
])
def test_words_of_an_outcome_in_what_is_moved_or_of_a_motion_handed_on_are_none(words: str, then: str, outcome: str | None) -> None:
    found = [r for r in proceedings(f"**1. Business**\nMoved by Vane, seconded by Orde, {words}\n{then}") if isinstance(r, Motion)]
    assert [(r.mover, r.seconder, r.outcome, r.text) for r in found] == [("Vane", "Orde", outcome, words.removeprefix("to "))]


@pytest.mark.parametrize(("told", "outcome"), [("passed 5-0.", "carried"), ("failed on a roll call vote.", "lost"), ("carried by voice vote.", "carried"),
                                               ("was passed by a vote of 3 to 2.", "carried"), ("passed with Pell opposed.", "carried"),
                                               ("and carried, Pell abstained.", "carried")])
def test_an_outcome_at_the_end_of_the_words_moved(told: str, outcome: str) -> None:
    found = [r for r in proceedings(f"**1. Business**\nMotion by Vane, seconded by Orde, to renew the lease {told}") if isinstance(r, Motion)]
    assert [(r.outcome, r.text) for r in found] == [(outcome, "renew the lease")]


def test_two_words_in_brackets_that_go_on_are_not_who_moved() -> None:
    assert not any(isinstance(r, Motion) for r in proceedings("**1. Business**\nMotion that the lease (Freehold/Leasehold) be renewed was withdrawn."))


ROLL = "Present: Councillors Ann Vane, Bob Orde, Cat Pell\n\n**1. Mill Lane**\n"


@pytest.mark.parametrize("printed", [
    "The following spoke:\nFor: Jane Roe (agent)\nAgainst: John Blythe (neighbour)\nMoved by Cllr Vane, seconded by Cllr Orde to approve. Carried.",
    "Speakers\nIn favour: Jane Roe, Mark Poe\nAgainst: John Blythe\nRESOLVED that permission be granted.",
])
def test_those_who_spoke_for_and_against_have_no_vote(printed: str) -> None:
    found = proceedings(ROLL + printed)
    assert [r for r in found if isinstance(r, (Division, DivisionVote))] == []
    assert [r.division_id for r in found if isinstance(r, Resolution)] == [None]


@pytest.mark.parametrize(("ayes", "names"), [("Vane, Orde", ["Vane", "Orde"]), ("Cat, Ann", ["Cat", "Ann"]), ("the Mayor", ["the Mayor"]), ("Bob Orde, Jane Roe", ["Bob Orde", "Jane Roe"])])
def test_a_list_in_which_a_member_may_stand_is_a_vote(ayes: str, names: list[str]) -> None:
    found = proceedings(f"{ROLL}Moved by Vane, seconded by Orde, to approve the lease.\nAyes: {ayes}\nNoes: None\nMotion carried.")
    assert [r.person_name for r in found if isinstance(r, DivisionVote)] == names


@pytest.mark.parametrize(("office", "told", "chosen"), [
    ("be elected Chairman", "Cllr Lamb was duly elected.", "Cllr Lamb be elected Chairman"),
    ("as Mayor", "On being put to the vote Cllr Lamb was elected by 3 votes to 2.", "Cllr Lamb as Mayor"),
])
def test_of_two_who_were_put_up_for_one_seat_the_other_is_not_stored_as_elected(office: str, told: str, chosen: str) -> None:
    found = proceedings(f"**1. Election**\nIt was proposed by Cllr Orde, seconded by Cllr Pell, that Cllr Vane {office}.\n"
                        f"It was proposed by Cllr Moss, seconded by Cllr Hill, that Cllr Lamb {office}.\n{told}")
    assert [r.mover for r in found if isinstance(r, Motion)] == ["Orde", "Moss"]
    assert not any("Vane" in r.text for r in found if isinstance(r, Resolution))


def test_two_who_were_put_up_for_two_seats_are_both_stored() -> None:
    found = proceedings("**1. Election**\nIt was proposed by Cllr Orde, seconded by Cllr Pell, that Cllr Vane be elected Chairman.\n"
                        "It was proposed by Cllr Moss, seconded by Cllr Hill, that Cllr Lamb be elected Vice-Chairman.")
    assert [r.mover for r in found if isinstance(r, Resolution)] == ["Orde", "Moss"]


def test_who_moved_what_nobody_seconded_did_not_move_what_was_resolved() -> None:
    found = proceedings("**1. Business**\nCllr Vane moved that the lease be renewed. The motion was not seconded.\nRESOLVED that the report be noted.")
    assert [(r.mover, r.text) for r in found if isinstance(r, Resolution) and "report" in r.text] == [(None, "the report be noted.")]


def test_who_gave_notice_of_a_motion_did_not_move_what_was_resolved_in_other_words() -> None:
    found = proceedings("**1. Business**\nThe Notice of Motion submitted by Cllr Vane: that the lease be sold, was referred to committee.\nRESOLVED that the report be noted.")
    assert [(r.mover, r.text) for r in found if isinstance(r, Resolution)] == [(None, "the report be noted.")]


def test_what_was_done_to_what_a_motion_is_about_is_not_what_became_of_it() -> None:
    found = proceedings("**1. Business**\nOn motion by Vane, seconded by Orde, to deny the plan that was tabled in May. Ayes: Vane. Nays: Orde, Pell.")
    assert not any(r.outcome == "carried" for r in found if isinstance(r, (Division, Motion, Resolution)))


@pytest.mark.parametrize(("after", "outcomes"), [
    ("For Councillor Vane 5 votes\n\nFor Councillor Lamb 4 votes\n\nFor Councillor Rowe 2 votes", [None, None, None]),
    ("For Councillor Vane 5 votes\n\nFor Councillor Lamb 4 votes\n\nFor Councillor Rowe 2 votes\n\nA second vote was held.\n\nCouncillor Lamb was elected Chairman.", [None, None, None]),
    ("For Councillor Vane 6 votes\n\nFor Councillor Lamb 3 votes\n\nFor Councillor Rowe 2 votes", ["carried", "lost", "lost"]),
])
def test_who_had_most_but_not_half_of_the_votes_is_not_elected(after: str, outcomes: list[str | None]) -> None:
    put_up = (("Orde", "Pell", "Vane"), ("Moss", "Hill", "Lamb"), ("Kay", "Bell", "Rowe"))
    found = proceedings("**1. Election**\n" + "\n\n".join(f"It was proposed by Cllr {a}, seconded by Cllr {b}, that Cllr {who} be elected Chairman." for a, b, who in put_up) + f"\n\n{after}")
    assert [r.outcome for r in found if isinstance(r, Motion)] == outcomes
    assert not any(r.outcome == "lost" and "was elected" in r.text for r in found if isinstance(r, Resolution))


@pytest.mark.parametrize(("title", "cell", "texts"), [
    ("Declarations of Interest", "Councillor L Davies declared his interest in the leisure trust as he works for it.", []),
    ("Apologies for Absence", "No apologies for absence were received as all Members were present.", []),
    ("Apologies", "Apologies accepted.", ["Apologies accepted."]),
    ("Benches", "Two benches to be bought.", ["Two benches to be bought."]),
])
def test_who_declared_what_in_a_column_of_decisions_decided_nothing(title: str, cell: str, texts: list[str]) -> None:
    found = read_item([paragraph([DecisionLine(1, words_of(cell, 260, 100))])], "183", 0, title).decided
    assert [d.operative.text for d in found] == texts


def test_an_outcome_with_a_mark_of_a_note_is_one() -> None:
    found = proceedings("**1. Bills**\nCouncillor Day moved to pay the bills.\nSeconded by Councillor Snod. Carried.*\n\n*Deputy Mayor Likely voting in the affirmative")
    assert [(r.text, r.mover, r.seconder, r.outcome) for r in found if isinstance(r, Resolution)] == [("pay the bills.", "Day", "Snod", "carried")]


@pytest.mark.parametrize("word", ["DEFEATED", "Defeated.", "CARRIED", "LOST", "MOTION FAILED", "TIE", "TIED VOTE", "NOT CARRIED", "Motion fails"])
def test_what_became_of_a_motion_is_no_voter_below_the_numbers(word: str) -> None:
    assert voters(f"**3. Mill Lane**\nMoved by Jo Vane, seconded by Al Tull, that the lane be closed.\n\nFor: 2  Against: 4\n{word}") == []


@pytest.mark.parametrize("name", ["Fell", "Mr. Tye", "Fell, Passmore"])
def test_names_that_are_like_an_outcome_are_voters(name: str) -> None:
    assert voters(f"**3. Mill Lane**\nMoved by Jo Vane, seconded by Al Tull, that the lane be closed.\n\nFor: 2\nVane, Tull\nAgainst: {name.count(',') + 1}\n{name}")[2:] == name.split(", ")


CALLED = "The Board met for its regular meeting.\nRoll Call: Mr. Boothe, Aye; Mr. Lange, Aye; Mr. Lauder, Aye; Mr. Reedy, Aye; Mr."


@pytest.mark.parametrize(("below", "rows"), [
    (" Rusk,\nAbsent; Mr. Arnott, Aye;", [("absent", "Rusk"), ("present", "Arnott")]),
    ("\nRusk, Absent; Mr. Arnott, Aye;", [("absent", "Rusk"), ("present", "Arnott")]),
    (" Rusk,\nAbsent; Mr. Arnott, Excused; Mr. Pell, Aye.", [("absent", "Rusk"), ("apologies", "Arnott"), ("present", "Pell")]),
    (" Rusk, Aye.\n\nAbsent; Mr. Arnott", [("present", "Rusk"), ("absent", "Arnott")]),  # a label of its own
])
def test_a_status_belongs_to_the_name_before_it_though_a_line_ends_between_them(below: str, rows: list[tuple[str, str]]) -> None:
    assert sorted(row[:2] for row in came(CALLED + below + BODY) if row[1] in ("Rusk", "Arnott", "Pell")) == sorted(rows)


@pytest.mark.parametrize(("more", "names"), [
    ("Mr. Rusk, Absent. Mr. Arnott, Aye. President Arnott declared the resolution adopted.", ["Mr. Boothe", "Mr. Lange", "Mr. Arnott"]),
    ("Mr. Rusk, Absent. Mr. Arnott for the record noted the cost.", ["Mr. Boothe", "Mr. Lange"]),
])
def test_a_roll_call_goes_on_after_a_full_stop(more: str, names: list[str]) -> None:
    assert voters("**3. Mill Lane**\nMoved by Mr. Lange and seconded by Mr. Boothe to close the lane.\nRoll Call: Mr. Boothe, Aye; Mr. Lange, Aye; " + more) == names


@pytest.mark.parametrize(("told", "names", "ayes"), [
    ("Vote. 4 Ayes on the October 13, 1998 Minutes. (Commissioner Berk abstained.) Vote. 3 Ayes on the October 27, 1998 Minutes. (Commissioner Ribley and Chairman Stol abstained.)", [], []),
    ("Vote. 4 Ayes on the October 13, 1998 Minutes. (Commissioner Berk abstained.)", ["Berk"], [4]),
    ("Vote. 4 Ayes. (Commissioner Berk abstained.)", ["Berk"], [4]),
])
def test_who_abstained_on_one_of_two_minutes_is_not_put_on_the_decision_on_both(told: str, names: list[str], ayes: list[int]) -> None:
    text = f"**2. Minutes**\nCommissioner Stein made a motion, second by Commissioner Stob, recommending approval of the October 1998 Minutes.\n\n{told} MOTION carried."
    assert (voters(text), [r.votes_for for r in proceedings(text) if isinstance(r, Division) and r.votes_for]) == (names, ayes)


FIRST, SECOND = "RESOLVED to obtain quotations for the seats.\n\n", "RESOLVED not to renew the hire of the store.\n\n"
ONE, TWO = "     Proposed: Cllr Jo Vane  Seconded: Cllr Al Tull\n\n", "     Proposed: Cllr Di Orde  Seconded: Cllr Ed Pell\n\n"
PAIRS = [("Jo Vane", "Al Tull"), ("Di Orde", "Ed Pell")]


@pytest.mark.parametrize(("text", "pairs"), [
    (f"5.1  The Clerk reported.\n\n5.2  {FIRST}{ONE}5.3  {SECOND}{TWO}", PAIRS),
    (f"{ONE}5.2  {FIRST}{TWO}5.3  {SECOND}", PAIRS),  # above them
    (f"5.2  {FIRST}{ONE}5.3  {SECOND}**6. Seats**\n6.1  RESOLVED to thank the Clerk.\n\n{TWO}", [PAIRS[0], (None, None), PAIRS[1]]),  # as the other item has it
])
def test_a_pair_belongs_to_the_decision_above_where_the_paper_prints_it_below(text: str, pairs: list[tuple[str | None, str | None]]) -> None:
    assert [row[:2] for row in moved(f"**5. Playing field**\n{text}")] == pairs


@pytest.mark.parametrize(("below", "row"), [
    ("Three Members of the Public were present – Capt. & Mrs John Bell and Mrs Joy Toms - to the point mentioned.", None),
    ("Councillor Whit attended the meeting in accordance with the provisions of Procedure Rule 1.37 (b).", ("in_attendance", "Whit", None)),
    ("Councillor Whit attended under Standing Order 12.", ("in_attendance", "Whit", None)),
    ("Councillor Whit was present.", ("present", "Whit", None)),
])
def test_who_came_besides_the_members(below: str, row: tuple[str, str, str | None] | None) -> None:
    assert came(f"Present: Cllr Jo Vane, Cllr Al Tull and Cllr Di Orde.\n{below}{BODY}")[3:] == ([row] if row else [])


@pytest.mark.parametrize(("rows", "last"), [
    ("Dale Gale, County Judge\n         Liz Birk, Commissioner Precinct 1\n         Nan Rip, County Clerk", ("in_attendance", "Nan Rip", "County Clerk")),
    ("Dale Gale, Supervisor\n         Liz Birk, Trustee\n         Nan Rip, Treasurer", ("present", "Nan Rip", "Treasurer")),  # one of a township's board
])
def test_a_county_clerk_among_those_present_is_no_member(rows: str, last: tuple[str, str, str]) -> None:
    assert came(f"Present: {rows}{BODY}")[-1] == last


@pytest.mark.parametrize(("below", "found"), [
    ("Ms. Tess Eyre, Treasurer\n\nAll members of the Board were in attendance.", []),
    ("Ms. Tess Eyre, President", [("present", "Tess Eyre", "President")]),
])
def test_who_calls_the_roll_is_no_member(below: str, found: list[tuple[str, str, str]]) -> None:
    assert came(f"**1. Call to order**\nThe meeting was called to order.\n\n**2. Roll Call**\n{below}\n\n**3. Bills**\nThe bills were read.") == found


@pytest.mark.parametrize(("sentence", "rows"), [
    ("Apologies were received from Councillors Sue Stone and Ed Pell and Councillor Jo Vane attended as the duly appointed substitute.", ["Sue Stone", "Ed Pell"]),
    ("Apologies were received from Councillors Sue Stone and Ed Pell and Councillor Lee Orr.", ["Sue Stone", "Ed Pell", "Lee Orr"]),
    ("Apologies were received from Sue Stone, Ed Pell and Lee Orr who was substituted by Jo Vane.", ["Sue Stone", "Ed Pell", "Lee Orr"]),
])
def test_a_substitute_told_with_apologies_sent_none(sentence: str, rows: list[str]) -> None:
    assert [name for status, name, _ in came(f"Present: Cllr Jo Vane, Cllr Al Tull and Cllr Di Orde.\n\n**1. Apologies for absence**\n{sentence}\n\n**2. Bills**\nThe bills were read.") if status == "apologies"] == rows


@pytest.mark.parametrize(("title", "number"), [("2018-01-29 - Board Minutes", None), ("2018-29 - Board Bylaw", "2018-29"), ("2018-01-41 - Board Bylaw", "2018-01-41")])
def test_a_date_is_no_number_of_an_item(title: str, number: str | None) -> None:
    found = number_at(title)
    assert (found[0] if found is not None else None) == number


def test_a_group_whose_name_its_column_cuts_is_no_part_of_a_name() -> None:
    rows = ["Conservative Group       Rob Moss (Chairman), Carol Best and", "                         Matt Suter", "Residents’ Group         Stephanie Nunn", "Upton & Cranwell         John Tyler",
            "Residents’ Group", "Labour Group             Keith Wallis"]
    assert [row[1] for row in came("Present:\n" + "\n".join(rows) + BODY)] == ["Rob Moss", "Carol Best", "Matt Suter", "Stephanie Nunn", "John Tyler", "Keith Wallis"]


def test_the_police_beside_a_name_are_no_members() -> None:
    assert came("Present: Jo Vane, Al Tull, Di Orde, Clark Loge (Police)" + BODY)[-1] == ("in_attendance", "Clark Loge", "Police")
    assert came("Present: Jo Vane, Al Tull, Di Orde, Clark Loge (Police Liaison Member)" + BODY)[-1][0] == "present"


@pytest.mark.parametrize(("told", "against"), [
    ("Roll Call Vote. 5 Ayes. Commissioner Tomsen voted Nay. MOTION approved.", ["Tomsen"]),
    ("MOTION approved 5-1. Commissioner Tomsen voted No.", ["Tomsen"]),
    ("Commissioner Tomsen voted No on the rezoning in 2019. MOTION approved.", []),
    ("Commissioner Tomsen voted against the plan last year. MOTION approved.", []),
    ("Commissioner Tomsen voted No. 3 in the ballot. MOTION approved.", []),
])
def test_who_voted_nay_beside_the_count_is_named_and_who_did_at_another_time_is_not(told: str, against: list[str]) -> None:
    found = proceedings(f"**4. VARIANCE**\nMOTION by Commissioner Berk, seconded by Commissioner Stein to deny the variance at 1420 Juno Lane.\n{told}")
    assert [(r.person_name, r.option) for r in found if isinstance(r, DivisionVote)] == [(name, "against") for name in against]


@pytest.mark.parametrize(("below", "texts"), [
    ("Resolution: 137-2023\nResult: Approved\nMotioned: Dr. Hal Butler, Board Member\nSeconded: Mr. Ed Shute, Board Member", ["buy one bus from Cardinal Sales."]),
    ("Resolution: 137-2023 Result: Tabled", []),
    ("Resolution: 137-2023", []),
    ("Resolution: 137-2023 That the bus be bought.", ["137-2023 That the bus be bought."]),
    ("Resolution: 3 buses be bought.", ["3 buses be bought."]),
])
def test_a_number_after_the_label_is_no_decision(below: str, texts: list[str]) -> None:
    found = decided(f"**7. Bus**\nIt is recommended that the Board of Education buy one bus from Cardinal Sales.\n{below}")
    assert [text for _, _, text in found] == texts


@pytest.mark.parametrize(("title", "below", "expected"), [
    ("To purchase a bench for the green", "Carried", [("Pell", "Orde", "carried", "purchase a bench for the green")]),
    ("To approve the minutes of 3 May", "Agreed", [("Pell", "Orde", "carried", "approve the minutes of 3 May")]),
    ("To purchase a bench for the green", "Lost", [("Pell", "Orde", "lost", "purchase a bench for the green")]),
    ("To purchase a bench for the green", "", []),
    ("To purchase a bench for the green", "The clerk will report.", []),
    ("To agree whether to purchase a bench", "Carried", []),
    ("To consider quotes for a bench", "Carried", []),
    ("A bench for the green", "Carried", []),
    ("Failure To Pay Rates", "Carried", []),
    ("To purchase a bench for the green", "For: 5\nAgainst: 2\nCarried", [("Pell", "Orde", "carried", "purchase a bench for the green")]),
    ("To purchase a bench for the green", "For: 5 Against: 2", []),
    ("To consider quotes for a bench", "For: 5 Against: 2\nCarried", []),
    ("To purchase a bench for the green", "That two benches be bought.\nCarried", [("Pell", "Orde", "carried", "That two benches be bought.")]),
])
def test_a_heading_that_says_what_to_do_is_what_was_moved_only_where_an_outcome_follows(title: str, below: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert moved(f"**4. {title}**\nProposed: Cllr Pell\nSeconded: Cllr Orde\n{below}\n**5. Other business**\nThere was none.") == expected


@pytest.mark.parametrize(("told", "outcomes"), [
    ("Proposed: Cllr Pell    Seconded: Cllr Orde    Carried", ["carried"]),
    ("Proposed by Cllr Pell and seconded by Cllr Orde. Carried unanimously.", ["carried"]),
    ("Proposed: Cllr Pell, Seconded: Cllr Orde.\nAll in favour.", ["carried"]),
    ("Proposed by Cllr Pell and seconded by Cllr Orde. Carried with an amendment that two be bought.", []),
    ("Proposed by Cllr Pell and seconded by Cllr Orde. The clerk will ask for quotes. Carried.", []),
    ("Proposed by Cllr Pell and seconded by Cllr Orde. Carried, subject to three quotes.", []),
])
def test_movers_and_outcome_alone_below_a_heading_may_stand_on_one_line(told: str, outcomes: list[str]) -> None:
    assert [(outcome, text) for _, _, outcome, text in moved(f"**4. To purchase a bench**\n{told}")] == [(outcome, "purchase a bench") for outcome in outcomes]


def test_debate_between_a_heading_and_the_movers_may_have_changed_what_was_moved() -> None:
    assert moved("**4. To purchase a bench**\nMembers thought that two were needed.\nProposed: Cllr Pell\nSeconded: Cllr Orde\nCarried") == []


ELECTION = """**5. Election of Chair**
Moved by Councillor Orde, seconded by Councillor Fenn that Councillor Pell be elected Chair.
Moved by Councillor Dale, seconded by Councillor Marsh that Councillor Grove be elected Chair.
"""


def test_who_voted_for_each_of_two_candidates_keeps_to_his_own() -> None:
    found = proceedings(ELECTION + "For Councillor Pell: Councillors Orde, Fenn and Dobbs. Total: 3\nFor Councillor Grove: Councillors Dale, Marsh. Total: 2")
    motions = {r.motion_id: r.text for r in found if isinstance(r, Motion)}
    of = {r.division_id: motions[r.motion_id or ""] for r in found if isinstance(r, Division)}
    assert [(of[r.division_id].split()[1], r.person_name) for r in found if isinstance(r, DivisionVote)] == [
        ("Pell", "Orde"), ("Pell", "Fenn"), ("Pell", "Dobbs"), ("Grove", "Dale"), ("Grove", "Marsh")]


@pytest.mark.parametrize("below", [
    "For Councillor Pell: Councillors Orde and Fenn spoke of his long service.",
    "For Councillor Pell: Councillors Orde and Fenn, with Dobbs, in 2019.",
    "For Councillor Pell\nCouncillor Orde spoke of his long service.\nCouncillor Fenn agreed.",
    "For Councillor Pell: Councillors Orde, Fenn and Dobbs. Total: 3 For Councillor Grove: Councillors Dale, Marsh. Total: 2",
])
def test_names_beside_a_candidate_that_are_no_plain_list_vote_for_nothing(below: str) -> None:
    assert voters(ELECTION + below) == []


@pytest.mark.parametrize("below", [
    "For Councillor Pell\nCouncillors Orde and Fenn: Total: 2\n\nFor Councillor Grove\nCouncillors Dale and Marsh: Total: 2",
    "For Councillor Pell\nCouncillor Orde\nCouncillor Fenn\n\nFor Councillor Grove\nCouncillor Dale\nCouncillor Marsh\n\nCouncillor Grove was declared elected.",
    "For Councillor Pell:\n\nOrde, Fenn\n\nFor Councillor Grove:\n\nDale, Marsh\n\nThe Mayor took the chair."])
def test_who_voted_for_each_stands_on_the_lines_below_the_name(below: str) -> None:
    assert voters(ELECTION + below) == ["Orde", "Fenn", "Dale", "Marsh"]


@pytest.mark.parametrize(("told", "text", "ayes", "noes"), [
    ("Motion by Orde, second by Fenn, to pay the bills. 5 Ayes. Motion carried.", "pay the bills.", 5, None),
    ("Motion by Orde, second by Fenn, to pay the bills.\n\n5 Ayes. 0 Nays. Motion carried.", "pay the bills.", 5, 0),
    ("MOTION: Orde\nSECOND: Fenn\nTo approve the budget amendment.\n\nVOTE: 5 Ayes, 0 Nays\n\nMotion carried.", "approve the budget amendment.", 5, 0)])
def test_votes_of_one_side_are_no_words_of_the_motion(told: str, text: str, ayes: int | None, noes: int | None) -> None:
    found = [r for r in proceedings(f"**3. Bills**\n\n{told}") if isinstance(r, Motion | Resolution)]
    assert [(r.kind, r.text) for r in found if isinstance(r, Motion)] == [("motion", text)]
    assert [(r.text, r.outcome, r.votes_for, r.votes_against) for r in found if isinstance(r, Resolution)] == [(text, "carried", ayes, noes)]


@pytest.mark.parametrize(("said", "texts"), [
    ("No Comments and AGREED to support the application.", ["support the application."]),
    ("Erection of a garage. No objection and AGREED that the trees be kept.", ["the trees be kept."]),
    ("No comments were made and agreed actions were listed.", []),
    ("He had no comments and agreed to return in May.", []),
])
def test_no_comments_may_stand_before_what_was_agreed(said: str, texts: list[str]) -> None:
    assert [text for _, _, text in decided(f"**5. Planning**\n{said}")] == texts
