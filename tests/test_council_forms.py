"""Forms of decision in the minutes of councils not met before: what was not carried, lists on the line of their opening words, groups' motions, headings in a column of their own."""

from __future__ import annotations

import pytest

from papermine.document import Line
from papermine.extract.sideheads import beside
from papermine.records import AgendaItem, Division, DivisionVote
from printed import decided, moved, paper, proceedings


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
        "2449 Apologies", "Apologies were received from Mrs Vane.", "Mr Tull declared an interest.", "2450 Public", "Participation", "Mr Orme presented a petition.", "Two people spoke.",
        "He was thanked.", "2451 Minutes", "RESOLVED that the minutes be signed.", "A question was put.", "It was answered."]
