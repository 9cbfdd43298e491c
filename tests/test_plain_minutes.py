"""Decisions in the plain words of parishes and small committees → records, with printed near-misses."""

from __future__ import annotations

import pytest

from papermine.extract.minutes.headings import number_at
from papermine.language.namelists import split_people
from papermine.language.numbering import marker
from papermine.records import Attendance, DivisionVote, Resolution
from printed import proceedings

Row = tuple[str, str | None, str | None, str | None]


def decided(text: str) -> list[Row]:
    return [(r.text, r.mover, r.seconder, r.outcome) for r in proceedings(text) if isinstance(r, Resolution)]


@pytest.mark.parametrize(("printed", "row"), [
    ("Cllr Court proposed that the cheques be signed, seconded by Cllr Allen and passed with a unanimous vote.", ("the cheques be signed", "Court", "Allen", "carried")),
    ("The bench was discussed and RESOLVED that the Clerk should order one.", ("the Clerk should order one.", None, None, None)),
    ("It was proposed that Cllr Lee be Vice Chairman. The motion was proposed by Cllr Orde and seconded by Cllr Vane. The proposal was unanimously AGREED.",
     ("Cllr Lee be Vice Chairman.", "Orde", "Vane", "carried")),
    ("Mr Jeremy Scud was proposed by Cllr Marsh and seconded by Cllr Gething and unanimously co-opted as a Councillor.",
     ("Mr Jeremy Scud co-opted as a Councillor.", "Marsh", "Gething", "carried")),
    ("It was moved by Councillor Flynn and seconded by Councillor Cooney “That this Council calls for it”. The motion was put to a vote and defeated.",
     ("“That this Council calls for it”.", "Flynn", "Cooney", "lost"))])
def test_one_decision(printed: str, row: Row) -> None:
    assert decided(printed) == [row]


@pytest.mark.parametrize("printed", [
    "The bench was discussed and members agreed with the resident that it was old.", "The bench was discussed and the Clerk reported that it rained.",
    "The motion was proposed in 1998 and much has changed since.", "Mr Scud was proposed as a speaker and seconded to the county for a year.",
    "The Court proposed that the fine be paid, which the Clerk noted with regret."])
def test_words_alike_decide_nothing(printed: str) -> None:
    assert decided(printed) == []


VOTE = """
    Councillor Jeffs asked that it be recorded how members cast their votes.

    Those members voting for the motion:

    Councillors Bell, {more}Jeffs and A Saff

    Those members voting against the motion:

    Councillors G Saff and Treb

    Those members abstaining:

    Councillor Watt

    **RESOLVED** –

    That the application be deferred.
"""


def test_a_recorded_vote_above_what_was_resolved_is_its_vote() -> None:
    found = proceedings(VOTE.format(more=""))
    resolution = next(r for r in found if isinstance(r, Resolution))
    votes = [(v.person_name, v.option) for v in found if isinstance(v, DivisionVote) and v.division_id == resolution.division_id]
    assert votes == [("Bell", "for"), ("Jeffs", "for"), ("A Saff", "for"), ("G Saff", "against"), ("Treb", "against"), ("Watt", "abstain")]


def test_a_recorded_vote_that_fell_is_not_that_of_what_was_resolved_next() -> None:
    found = proceedings(VOTE.format(more="").replace("Bell, Jeffs and A Saff", "Bell"))
    resolution = next(r for r in found if isinstance(r, Resolution))
    assert not [v for v in found if isinstance(v, DivisionVote) and v.division_id == resolution.division_id]


def test_members_counted_and_named() -> None:
    found = proceedings("""
    It was proposed by Councillor Saund and seconded by Cllr Ashb, that the budget be approved.

    3 Members voted in favour of the motion:

    Councillors Alb, Ashb and Saund

    2 Members abstained:

    Councillors Boy and Pip.

    The motion was CARRIED.
    """)
    assert [(r.votes_for, r.votes_against, r.votes_abstain) for r in found if isinstance(r, Resolution)] == [(3, None, 2)]


def test_other_councillors_beside_the_members_of_a_committee_are_in_attendance() -> None:
    assert [(r.name, r.status) for r in proceedings("""
    Members Present:       M Sart (Chairman), R Jenn and R Bald
    Other Councillors:     N Avey and C Whit
    """) if isinstance(r, Attendance)] == [("M Sart", "present"), ("R Jenn", "present"), ("R Bald", "present"), ("N Avey", "in_attendance"), ("C Whit", "in_attendance")]


def test_days_of_months_cut_short_number_nothing() -> None:
    assert [number_at(t) for t in ("26 Feb, 26 March, 30 April, 28 May", "5 Sept 2024 at 7 pm")] == [None, None]


def test_a_number_before_a_comma_begins_no_list() -> None:
    assert marker("(1), 31st May (2) and 14th June") is None
    assert marker("(1) the minutes of 31st May") is not None


def test_bare_roman_numbers_of_headings() -> None:
    assert [number_at(t) for t in ("II DECLARATION OF INTEREST", "IV PERFORMANCE AND AUDIT")] == [
        ("II", (2,), "I", "DECLARATION OF INTEREST"), ("IV", (4,), "I", "PERFORMANCE AND AUDIT")]
    assert number_at("I WOULD like to thank all") is None


def test_a_list_cut_by_semicolons_holds_people_whose_surname_is_a_word() -> None:
    assert [(p.name, p.role) for p in split_people("Kay Bundy; Mary Court; John Dins")] == [("Kay Bundy", None), ("Mary Court", None), ("John Dins", None)]
    assert [(p.name, p.role) for p in split_people("Kim Lee, Head of Grounds; Rob Hart & 3 members of the public")] == [("Kim Lee", "Head of Grounds"), ("Rob Hart", None)]


def test_heads_over_names_and_posts_name_nobody() -> None:
    assert [(r.name, r.status) for r in proceedings("""
    Present:-

    Members          Role
    Lynne SHORT      Elected Member
    Helen WRIGHT     Nominated by the Health Board
    Jim McFARLANE    Trade Union Representative
    """) if isinstance(r, Attendance)] == [("Lynne SHORT", "present"), ("Helen WRIGHT", "present"), ("Jim McFARLANE", "present")]
