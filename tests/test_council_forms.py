"""Forms of decision in the minutes of councils not met before: what was not carried, lists on the line of their opening words, groups' motions, headings in a column of their own."""

from __future__ import annotations

import pytest

from papermine.document import Line
from papermine.extract.meetings.fronts import read_minutes
from papermine.extract.minutes.sideheads import beside
from papermine.records import AgendaItem, Division, DivisionVote, Motion, Resolution
from printed import came, decided, moved, paper, proceedings


def divided(text: str) -> list[tuple[str | None, int | None, int | None, int | None]]:
    """(outcome, for, against, abstain) of each division."""
    return [(d.outcome, d.votes_for, d.votes_against, d.votes_abstain) for d in proceedings(text) if isinstance(d, Division)]


def headed(text: str) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in proceedings(text) if isinstance(i, AgendaItem)]


@pytest.mark.parametrize(("told", "counts"), [
    ("The Procedural Motion was NOT CARRIED by 31 votes to 19 with three abstentions (see division 1).", ("lost", 19, 31, 3)),
    ("The motion was put to the vote and lost by 9 votes to 7.", ("lost", 7, 9, None)),
    ("The motion was put to the vote and lost by 3 votes to 6.", ("lost", 3, 6, None)),
    ("The motion was put to the vote and carried by 9 votes to 7.", ("carried", 9, 7, None)),
])
def test_what_was_not_carried_is_lost_and_had_the_fewer_votes(told: str, counts: tuple[str, int, int, int | None]):
    text = f"**7. Parking**\nCouncillor Ann Vane moved and Councillor Ben Tull seconded that the free period be restored.\n\n{told}\n"
    assert divided(text) == [counts]


def test_a_groups_motion_has_no_mover_and_its_own_outcome():
    text = """
    **37. Minutes**
    Procedural motion on behalf of the Independent Group

    That the votes of some groups are in dispute.

    The Procedural Motion was NOT CARRIED by 31 votes to 19.

    RESOLVED:

    That the minutes be signed as a correct record.
    """
    assert moved(text) == [(None, None, "lost", "That the votes of some groups are in dispute."), (None, None, None, "That the minutes be signed as a correct record.")]


def test_a_seconder_who_is_not_named_leaves_the_motions_words():
    text = """
    **18. Land at Ripple**
    It was moved by Councillor T A Vane and duly seconded that the application be REFUSED on highway grounds.

    On being put to the vote, the motion was LOST.
    """
    assert moved(text) == [("T A Vane", None, "lost", "the application be REFUSED on highway grounds.")]


def test_the_first_of_a_list_stands_on_the_line_of_its_opening_words():
    text = """
    **18. Land at Ripple**
    RESOLVED:  (a) That the application be APPROVED subject to conditions;

               (b) That powers be delegated to the Head of Planning.
    """
    assert decided(text) == [("18", "a", "That the application be APPROVED subject to conditions;"), ("18", "b", "That powers be delegated to the Head of Planning.")]


def test_conditions_belong_to_the_permission_above_them():
    text = """
    **51. Land at Ripple**
    Resolved:

    That permission be granted subject to the following conditions:

    1. Standard three year timescale.

    2. Details of materials to be submitted.
    """
    assert [row[:2] for row in decided(text)] == [("51", None)]


def test_what_was_carried_and_then_resolved_is_one_decision():
    text = """
    **50. Land at Ripple**
    It was proposed by Councillor Vane and seconded by Councillor Tull:

    “That the application be deferred”

    Upon being put to the vote, the Chairman declared the proposal to be carried.

    Resolved:

    That the application be deferred for a site visit.
    """
    assert [(row[0], row[1], row[3]) for row in moved(text)] == [("Vane", "Tull", "That the application be deferred for a site visit.")]


def test_a_carried_motions_list_is_its_decisions():
    text = """
    **5. Budget**
    It was proposed by Councillor Vane and seconded by Councillor Tull, that the recommendations be agreed, namely:

        1. The revenue budget is approved

        2. The schedule of fees is approved

    The motion was CARRIED.
    """
    assert decided(text) == [("5", "1", "The revenue budget is approved"), ("5", "2", "The schedule of fees is approved")]


def test_moved_seconded_and_resolved_and_reasons_before_the_verb():
    text = """
    **2. Vice-Chair**
    It was moved, seconded and RESOLVED that Councillor Vane be elected Vice-Chair.

    **3. Station Shop**
    The Committee having considered the matter carefully and taking into account all the relevant factors, RESOLVED that the licence be refused.
    """
    assert [row[2] for row in decided(text)] == ["Councillor Vane be elected Vice-Chair.",
                                                 "The Committee having considered the matter carefully and taking into account all the relevant factors, RESOLVED that the licence be refused."]


def test_a_line_that_names_the_movers_alone_says_nothing_of_what_was_moved():
    text = """
    **38. Reorganisation**
    It was moved by Mr A Vane and seconded by Mr Tull:

    The motion was put and carried.
    """
    assert moved(text) == []


def test_votes_under_for_the_motion_without_a_colon():
    text = """
    **38. Reorganisation**
    It was moved by Mr A Vane and seconded by Mr Tull:

    “That this Council opposes the change.”

    The vote was recorded as follows:

    **For the Motion**

    Dr. Orme, Mr. Tull, Mr. Vane

    **Against the Motion**

    Mrs. Pell

    The motion was put and carried.
    """
    assert [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)] == [("Dr. Orme", "for"), ("Mr. Tull", "for"), ("Mr. Vane", "for"), ("Mrs. Pell", "against")]


def test_a_motion_taken_in_parts_has_no_vote_as_a_whole():
    text = """
    **38. Reorganisation**
    It was moved by Mr A Vane and seconded by Mr Tull:

    Part A

    “That this Council opposes the change.”

    Part B

    “That the case be endorsed.”

    The motion was taken in two parts.

    Part A of the motion was put and carried, 9 members voting for the motion, 3 members against.
    """
    assert moved(text) == []


@pytest.mark.parametrize(("sentence", "decides"), [
    ("The Key Decision List was noted.", True), ("It was adopted without amendment.", True), ("Income to 30th September – this was noted.", True),
    ("It was agreed that it had rained.", False), ("This was adopted in 1998 and has served well.", False)])
def test_short_sentences(sentence: str, decides: bool):
    assert bool(decided(f"**4. Reports**\n{sentence}\n")) is decides


def test_proposer_and_seconder_after_dashes():
    assert moved("**4. Accounts**\nThe Accounts were approved without comment.\n\nProposer – Jill Vane  Seconder – Betty Tull\n")[0][:2] == ("Jill Vane", "Betty Tull")


def test_accounts_paid_are_one_decision_whatever_is_listed():
    text = """
    **58. Finance**
    It was resolved that the following accounts be paid by BACS:

        Clerks salary  £296.92

        Training  £30.00
    """
    assert decided(text) == [("58", None, "the following accounts be paid by BACS:")]


def test_numbers_of_headings_long_doubled_and_with_a_dash():
    assert headed("**1358 DECLARATIONS OF INTEREST**\nNone.\n\n**1359 MINUTES OF THE LAST MEETING**\nNone.\n") == [("1358", "DECLARATIONS OF INTEREST"), ("1359", "MINUTES OF THE LAST MEETING")]
    assert headed("C048/23  1.  APOLOGIES FOR ABSENCE\nNone.\n\nC049/23  2.  PUBLIC QUESTIONS\nNone.\n") == [("C048/23", "APOLOGIES FOR ABSENCE"), ("C049/23", "PUBLIC QUESTIONS")]
    assert headed("**153 APOLOGIES (0:00:39)**\nNone.\n\n**154 MINUTES (0:01:13)**\nNone.\n") == [("153", "APOLOGIES"), ("154", "MINUTES")]


def test_headings_in_a_column_beside_the_text():
    rows = [(20, "**2449 Apologies**"), (150, "Apologies were received from Mrs Vane."), (150, "Mr Tull declared an interest."),
            (20, "**2450 Public**"), (150, "Mr Orme presented a petition."), (20, "**Participation**"), (150, "Two people spoke."), (150, "He was thanked."),
            (20, "**2451 Minutes**"), (150, "RESOLVED that the minutes be signed."), (150, "A question was put."), (150, "It was answered.")]
    joined: list[Line] = []
    for x0, words in rows:
        line = paper(" " * ((x0 - 20) // 5) + words).pages[0].lines[0]
        if joined and joined[-1].bold and not line.bold:  # a heading and the text beside it are one line of the page
            joined[-1] = Line(1, [*joined[-1].words, *line.words])
        else:
            joined.append(line)
    assert [line.text for line in beside(joined, 595)] == [
        "2449 Apologies", "Apologies were received from Mrs Vane.", "Mr Tull declared an interest.", "2450 Public Participation", "Mr Orme presented a petition.", "Two people spoke.",
        "He was thanked.", "2451 Minutes", "RESOLVED that the minutes be signed.", "A question was put.", "It was answered."]


def test_carried_with_who_was_absent_to_do_something():
    text = "**4. Consent Calendar**\nMoved by Council Member Kramer, seconded by Council Member Byrnes and carried 4-0 with Mayor pro tem Vane absent to approve items 1 and 2.\n"
    assert moved(text) == [("Kramer", "Byrnes", "carried", "approve items 1 and 2.")]
    assert divided(text) == [("carried", 4, 0, None)]


def test_votes_listed_under_a_number_are_those_on_what_they_name():
    text = """
    **5. Budget**
    It was proposed by Councillor Orme and seconded by the Cllr Pell, that the recommendations be agreed.

    Councillor Vane proposed and Councillor Tull seconded the following amendment:

    “To remove the planned increase in charges;”

    The officer conducted a recorded vote on the motion as follows:

    3 Members voted in favour of the amendment:

    Councillors Vane, Tull and Hale

    No Members voted against amendment:

    One member abstained:

    Councillor Orme

    The amendment was AGREED.

    2 Members voted in favour of the motion:

    Councillors Orme and Vane

    The motion was CARRIED.
    """
    votes = [(r.text[:9], v.person_name, v.option) for r in proceedings(text) if isinstance(r, Motion) for d in proceedings(text) if isinstance(d, Division) and d.motion_id == r.motion_id
             for v in proceedings(text) if isinstance(v, DivisionVote) and v.division_id == d.division_id]
    assert votes == [("the recom", "Orme", "for"), ("the recom", "Vane", "for"), ("“To remov", "Vane", "for"), ("“To remov", "Tull", "for"), ("“To remov", "Hale", "for"), ("“To remov", "Orme", "abstain")]


def test_who_alters_words_moves_an_amendment_and_not_what_is_resolved():
    text = """
    **272. Stations**
    Motion proposed by Councillor Gould, seconded by Councillor Bell:

    “That the Chief Executive respond to each consultation.”

    Councillor Bray, seconded by Councillor Crooks, proposed that the word “each” be replaced with “every”. The proposer of the motion accepted this amendment. The amended motion was put to the vote and was CARRIED.

    RESOLVED – the Chief Executive respond to every consultation.
    """
    assert [row[:2] for row in moved(text) if "every consultation" in row[3]] == [("Gould", "Bell")]


def test_a_title_alone_votes_for_nothing():
    text = "**6. Policy**\nMoved by Councillor Jones\n\nSeconded by Councillor Tull\n\nThat the report be referred back.\n\nYes (1): Councillor\n\nNo (2): Mayor Vane, Councillor Orme\n\nMotion Lost\n"
    assert "Councillor" not in [v.person_name for v in proceedings(text) if isinstance(v, DivisionVote)]


def test_initials_with_mc_and_this_was_seconded():
    assert moved("**2. Chair**\nCMcD proposed June Hoad as chair and this was seconded by LR.\n") == [("CMcD", "LR", None, "June Hoad as chair")]


def test_where_a_body_meets_is_no_heading():
    assert headed("**12650 DETROIT AVENUE**\n\n**1. ROLL CALL**\nAll were there.\n\n**2. MINUTES**\nNone.\n") == [("1", "ROLL CALL"), ("2", "MINUTES")]


@pytest.mark.parametrize(("text", "who"), [
    ("**1. Apologies**\nApologies for Absence were received from Councillors Hastie and Webb.\n", [("apologies", "Hastie"), ("apologies", "Webb")]),
    ("Present: Councillors Vane, Tull and Orme\n\nApologies were received for the absence of Councillor Ray Pell.\n\n**1. Minutes**\nNone.\n",
     [("present", "Vane"), ("present", "Tull"), ("present", "Orme"), ("apologies", "Ray Pell")]),
    ("**PRESENT**\nN Alam            D M Carter        J Kaufman\nL A Bentley       M H Charlton      D W Loy\n\n**1. Minutes**\nNone.\n",
     [("present", "N Alam"), ("present", "D M Carter"), ("present", "J Kaufman"), ("present", "L A Bentley"), ("present", "M H Charlton"), ("present", "D W Loy")]),
    ("PRESENT: Cllrs. Vane, Tull and Orme\nAPOLOGIES: Cllr. D. Pell\nOne elector present.\n\n**1. Minutes**\nNone.\n",
     [("present", "Vane"), ("present", "Tull"), ("present", "Orme"), ("apologies", "D. Pell")]),
])
def test_lists_of_people(text: str, who: list[tuple[str, str]]):
    assert [row[:2] for row in came(text)] == who


def test_those_who_spoke_on_applications_are_not_present():
    text = "Present: Councillors Vane, Tull and Orme\n\nThe following persons were also present and spoke in connection with the applications:\n\nApplication No  For           Against\n20/00589        Mr Karl Hale  Mrs Jane Dix\n\n**1. Minutes**\nNone.\n"
    assert [row[1] for row in came(text)] == ["Vane", "Tull", "Orme"]


@pytest.mark.parametrize("heading", ["1358 MINUTES OF THE LAST FULL COUNCIL MEETING", "C054/23  7.  MINUTES OF THE ALLOTMENT COMMITTEE", "78 MINUTES OF THE STAFFING COMMITTEE"])
def test_a_heading_of_business_names_no_meeting(heading: str):
    made = read_minutes(paper(f"**LARKFORD TOWN COUNCIL**\n\n**MINUTES OF THE PLANNING COMMITTEE**\n\nHeld on 20th September 2017\n\nPresent: Cllrs Vane and Tull\n\n**{heading}**\n\nNone.\n"))
    assert (made.body or "").upper() == "PLANNING COMMITTEE"


def test_who_presented_the_accounts_did_not_move_them():
    assert [row[:2] for row in moved("**8. Finance**\nThe accounts were presented by RP. Proposed by JL and seconded by MH that the accounts be accepted.\n")] == [("JL", "MH")]


def test_councillors_after_apologies_are_those_who_sent_them():
    text = "PRESENT:    Councillors: M Gee (Chairman), R Austin, R Bick\n\nAPOLOGIES:  Councillors: Mrs S Hoop MBE, C Rich\n\n**1. Minutes**\nNone.\n"
    assert [row[:2] for row in came(text)] == [("present", "M Gee"), ("present", "R Austin"), ("present", "R Bick"), ("apologies", "S Hoop"), ("apologies", "C Rich")]


def test_a_body_beside_the_day_on_which_it_was_held():
    assert read_minutes(paper("CABINET                       HELD: Tuesday, 14 September 2021\n                              Start: 7.00pm\n\n**PRESENT:**\n\nCouncillor Ann Vane\n")).body == "CABINET"


def test_an_amendment_to_the_substantive_motion_is_an_amendment():
    text = """
    **9. Governance**
    The recommendation was moved by Mr R M Vane and seconded by Mr A Tull.

    An amendment to the substantive motion was moved by Mr L Orme and seconded by Ms P Hale that the member be given a vote.

    On being put to the vote the amendment was lost.

    RESOLVED that the Sub-Committee be formed of 5 voting members.
    """
    assert [row[:3] for row in moved(text)] == [("L Orme", "P Hale", "lost"), ("R M Vane", "A Tull", None)]


@pytest.mark.parametrize(("below", "venue"), [
    ("Town Hall, 5 Mill Lane. Supervisors V Pogue and D Yelk, Clerk J Rams, and", "Town Hall, 5 Mill Lane"),
    ("Chair Ann Willow and Commissioner Ben Yarrow were present in the Hearing Room", None),
])
def test_a_place_ends_where_those_who_came_are_named(below: str, venue: str | None) -> None:
    assert read_minutes(paper(f"**TOWN BOARD MINUTES**\n**October 10, 2011**\n\n{below}\nJo Fell were there.\n\n1.  Bills")).venue == venue


@pytest.mark.parametrize("below", ["The Board met in regular session at the Town Hall.", "The Board held its regular meeting at the Town Hall.", "The Board convened at 7.00 pm."])
def test_the_board_of_the_first_sentence_is_that_of_the_title(below: str) -> None:
    assert read_minutes(paper(f"**MINUTES OF THE TOWN BOARD**\n{below}\n\nPresent: Jo Vane, Al Tull\n\n1.  Bills")).body == "TOWN BOARD"


def test_headings_in_a_column_between_the_numbers_and_the_text():
    """Each heading whole, then what stands beside it. Rows of three short columns, numbers that do not count up, and two such rows alone are as they stand."""
    found = [(r.number, r.title) if isinstance(r, AgendaItem) else (r.item_number, r.text) for r in proceedings("""
1.   Apologies        Apologies were received from Cllr Voss. It was resolved that
                      the apologies be accepted.

2.   Declarations     There were none.
     of interest

3.   Minutes of the   It was resolved that the minutes of the meeting held on 6 April
     last meeting     be signed as a correct record.

4.   Finance          It was resolved that the accounts of £1,204.66 be paid.

Signed as a true record by the Chair.
""") if isinstance(r, (AgendaItem, Resolution))]
    assert found == [("1", "Apologies"), ("2", "Declarations of interest"), ("3", "Minutes of the last meeting"), ("4", "Finance"), ("1", "the apologies be accepted."),
                     ("3", "the minutes of the meeting held on 6 April be signed as a correct record."), ("4", "the accounts of £1,204.66 be paid.")]

    def as_it_stands(text: str) -> bool:
        lines = paper(text).pages[0].lines
        return [line.text for line in beside(lines, 595)] == [line.text for line in lines]
    assert as_it_stands("1.   Hale        Yes\n2.   Orr         No\n3.   Voss        Yes\n4.   Tull        Yes")
    assert as_it_stands("4.   Hall         The roof of the hall has been mended.\n2.   Green        The green has been mown twice.\n9.   Bench        The bench is to be painted.")
    assert as_it_stands("1.   Hall         The roof of the hall has been mended.\n2.   Green        The green has been mown twice.")
