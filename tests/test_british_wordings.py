"""Wordings that two or more councils of the United Kingdom and Ireland share: who is named, who moves, how a decision opens, how a list of voters is headed."""

from __future__ import annotations

import pytest

from papermine.language.bodies import body_in, clean_body
from papermine.language.motions import find_moved
from papermine.language.namelists import split_people
from papermine.language.names import read_turned
from papermine.records import Attendance, DivisionVote, Motion
from printed import decided, moved, proceedings


def came(text: str) -> list[tuple[str, str]]:
    return [(r.name, r.status) for r in proceedings(text) if isinstance(r, Attendance)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(r.person_name, r.option) for r in proceedings(text) if isinstance(r, DivisionVote)]


@pytest.mark.parametrize(("text", "names"), [
    ("Comhairleoirí Áine Breen, Conor Daly and Eoin Flood", ["Áine Breen", "Conor Daly", "Eoin Flood"]),
    ("An Leas-Ard-Mhéara Úna Hoey", ["Úna Hoey"]),
    ("Messers A. Vane and B. Tull", ["A. Vane", "B. Tull"]),
    ("Councillors Ll. Pugh and Rh. Tudor", ["Ll. Pugh", "Rh. Tudor"]),
    ("Councillors P. O’ Grady and M. Vane", ["P. O’ Grady", "M. Vane"]),
    ("Councillors: Lissie Vane, Mark Tull and Rose Orde", ["Lissie Vane", "Mark Tull", "Rose Orde"]),
    ("Councillors Bell, Cairns, Dow, Elliot, England, Fyfe and Gunn", ["Bell", "Cairns", "Dow", "Elliot", "England", "Fyfe", "Gunn"]),
    ("Councillors PL Vane, AJM Tull, WLS Orde, JB Rusk, TC Sole and HD Penn", ["PL Vane", "AJM Tull", "WLS Orde", "JB Rusk", "TC Sole", "HD Penn"]),
    ("Ann Vane (AV) Chair, Bob Tull (BT), C Orde (CO)", ["Ann Vane", "Bob Tull", "C Orde"])])
def test_names_as_these_houses_print_them(text: str, names: list[str]):
    assert [p.name for p in split_people(text)] == names


def test_a_turned_name_is_the_persons():
    turned = read_turned("Browne, Kieran")
    assert turned is not None
    assert turned.name == "Kieran Browne"
    assert read_turned("Grants, Loans") is None


@pytest.mark.parametrize(("sentence", "mover", "seconder"), [
    ("Proposed by Cllr A Vane that the grant be paid.", "Cllr A Vane", None),
    ("Councillor Vane presented his motion which was seconded by Councillor Tull.", "Councillor Vane", "Councillor Tull"),
    ("MP proposed DP second PK", "MP", "PK"),
    ("Seconded by Councillor Tull and carried unanimously.", None, "Councillor Tull"),
    ("Notice of motion by Councillor Vane, That the road be closed.", "Councillor Vane", None)])
def test_who_moved_and_who_seconded(sentence: str, mover: str | None, seconder: str | None):
    found = find_moved(sentence)
    assert found is not None
    assert (found.mover and sentence[slice(*found.mover)], found.seconder and sentence[slice(*found.seconder)]) == (mover, seconder)


@pytest.mark.parametrize(("line", "body"), [
    ("General Meeting of Vale Parish Council", "Vale Parish Council"),
    ("Minutes of the Annual Parish Meeting", "Annual Parish Meeting"),
    ("Comhairle Chontae Bhaile", "Comhairle Chontae Bhaile")])
def test_the_body_on_a_title(line: str, body: str):
    assert (clean_body(line) or body_in(line)) == body


@pytest.mark.parametrize(("text", "expected"), [
    # an area before its members, one a line
    ("Present:\n\nVale: Councillors A Vane (Chair) and B Tull\nOver Wold: Councillors C Orde and D Rusk\n",
     [("A Vane", "present"), ("B Tull", "present"), ("C Orde", "present"), ("D Rusk", "present")]),
    # columns of turned names
    ("PRESENT:\n\nBrowne, J.P.          Vane, Darragh\nDevlin, Anne          Donnelly, Paul\nFarrell, Kieran       Hoey, Una\n",
     [("J.P. Browne", "present"), ("Darragh Vane", "present"), ("Anne Devlin", "present"), ("Paul Donnelly", "present"), ("Kieran Farrell", "present"), ("Una Hoey", "present")]),
    # a bracket over the end of its line
    ("Present:\n\nCouncillor Rose Vane (Chair)\nCouncillor Malcolm Tull (substitute for\nCouncillor Jon Orde)\nCouncillor Ann Rusk\n",
     [("Rose Vane", "present"), ("Malcolm Tull", "present"), ("Ann Rusk", "present")]),
    # county councillors below their chair
    ("Present:\n\nCounty Councillor Ed Vane (Chair)\n\nCounty Councillors\n\nA Tull          B Orde\nC Rusk          D Sole\n",
     [("Ed Vane", "present"), ("A Tull", "present"), ("B Orde", "present"), ("C Rusk", "present"), ("D Sole", "present")])])
def test_who_came(text: str, expected: list[tuple[str, str]]):
    assert came(text) == expected


def test_the_one_list_of_a_paper_is_of_those_present():
    assert came("""
**1. In Attendance**

Councillors S Hughes (Chair), P March and A Vane. Mrs K Elder (Clerk).

**2. Apologies**

Received from Councillors: B Tull and C Orde.

**3. Minutes**

The minutes were approved.
""") == [("S Hughes", "present"), ("P March", "present"), ("A Vane", "present"), ("K Elder", "in_attendance"), ("B Tull", "apologies"), ("C Orde", "apologies")]


def test_a_discussion_of_non_attendance_is_no_roll():
    assert came("""
Present: Councillors A Vane (Chair), B Tull and C Orde.

**1. Non-Attendance of Members**

Councillor Vane has asked Councillor Rusk to write to Councillor Sole.
""") == [("A Vane", "present"), ("B Tull", "present"), ("C Orde", "present")]


def test_names_below_a_vote_are_not_a_roll():
    text = """
**1. Pool**

It was moved by Councillor Vane, seconded by Councillor Tull, that the pool be kept.

Those members voting for the motion:

Councillors Vane, Tull, Orde, Rusk and Sole

Those members voting against the motion:

Councillors Penn and Hart
"""
    assert came(text) == []
    assert len(voted(text)) == 7


@pytest.mark.parametrize(("told", "words"), [
    ("Moved by Councillor Vane, seconded by Councillor Tull\n\nDECISION\n\nThat the road be closed to traffic.", "That the road be closed to traffic."),
    ("DECISION\n\nNOTED the replies to the consultation on the plan.", "NOTED the replies to the consultation on the plan."),
    ("PROPOSED, SECONDED and RESOLVED that the road be closed to traffic.", "the road be closed to traffic."),
    ("And RESOLVED that the road be closed to traffic.", "the road be closed to traffic."),
    ("The Committee resolved that, the road be closed to traffic.", "The Committee resolved that, the road be closed to traffic."),
    ("The Committee thereafter agreed that the road be closed to traffic.", "The Committee thereafter agreed that the road be closed to traffic."),
    ("“That the road be closed to traffic.”\n\nThe Motion was proposed by Councillor Vane, seconded by Councillor Tull and adopted.", "“That the road be closed to traffic.”"),
    ("The Council DECIDED to:-\n\n(a) close the road to traffic.", "close the road to traffic.")])
def test_what_was_decided(told: str, words: str):
    assert [text for *_, text in decided(f"**1. Roads**\n\n{told}\n")] == [words]


@pytest.mark.parametrize(("told", "outcome"), [
    ("Councillor Vane proposed an amendment that the pool be sold but it fell as it was not seconded.", "lost"),
    ("Councillor Vane moved, seconded by Councillor Tull, that the pool be sold.\n\nThis was agreed.", "carried"),
    ("Councillor Vane moved, seconded by Councillor Tull, that the pool be sold. Following a vote the motion was lost.", "lost")])
def test_how_a_motion_ended(told: str, outcome: str):
    assert [r[2] for r in moved(f"**1. Pool**\n\n{told}\n")] == [outcome]


def test_of_those_put_up_who_has_most_votes_is_elected():
    assert [(r.mover, r.outcome, r.text) for r in proceedings("""
**1. Election of Mayor**

Councillor Vane, seconded by Councillor Tull, proposed that Councillor Bell be elected Mayor.

Councillor Orde, seconded by Councillor Rusk, proposed that Councillor Cairns be elected Mayor.

For Councillor Bell 5 votes

For Councillor Cairns 9 votes
""") if isinstance(r, Motion)] == [("Vane", "lost", "Councillor Bell be elected Mayor."), ("Orde", "carried", "Councillor Cairns be elected Mayor.")]


@pytest.mark.parametrize(("lists", "expected"), [
    ("Those who voted in favour of the recommendation: Councillors Vane, Tull and Orde.\n\nThose who voted against the recommendation: Councillors Rusk and Sole.\n\nThose who abstained: Councillor Penn.",
     [("Vane", "for"), ("Tull", "for"), ("Orde", "for"), ("Rusk", "against"), ("Sole", "against"), ("Penn", "abstain")]),
    ("For: Councillors Vane, Tull and Orde. Total 3\n\nAgainst: Councillors Rusk and St. John. Total 2",
     [("Vane", "for"), ("Tull", "for"), ("Orde", "for"), ("Rusk", "against"), ("St. John", "against")])])
def test_who_voted(lists: str, expected: list[tuple[str, str]]):
    assert voted(f"**1. Pool**\n\nIt was moved by Councillor Vane, seconded by Councillor Tull, that the pool be kept.\n\n{lists}\n\nThe motion was carried.\n") == expected


def test_letters_under_a_number_that_stops_at_to_are_its_own():
    assert decided("""
**1. Plan**

Resolved that –

1. the draft plan for the purposes of consultation be approved; and

2. the Assistant Director be given delegated authority to;

(a) agree the branding of the documents; and

(b) make amendments to these documents.

**2. Budget**

Resolved that the budget be approved.
""") == [("1", "1", "the draft plan for the purposes of consultation be approved; and"), ("1", "a", "agree the branding of the documents; and"),
            ("1", "b", "make amendments to these documents."), ("2", None, "the budget be approved.")]


def test_a_proposal_to_do_a_thing_that_was_lost():
    assert moved("""
**1. Planning**

The proposal to refuse the application was proposed by Councillor Vane and seconded by Councillor Tull. Following a vote the proposal was lost.
""") == [("Vane", "Tull", "lost", "refuse the application")]


def test_forty_names_in_capitals_are_read_at_once():
    """Each comma could be read in two ways: the time doubled with every name."""
    names = ", ".join(f"{letter}{vowel}ll" for letter in "BCDFGHKMPT" for vowel in "aeiu")
    assert decided(f"**1. Roads**\n\nThe Members {names} spoke:-\n\nThe report was long.\n") == []
