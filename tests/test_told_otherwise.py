"""Printed near misses of forms that decide: what looks like a decision, a number or a name and is none → no record of it."""

from __future__ import annotations

import pytest

from papermine.language.pages import page_range
from papermine.records import Division, Motion
from printed import came, decided, proceedings

ELECTION = "**2. Election of Chairman**\n\nCllr Vane proposed Cllr Bell and this was seconded by Cllr Orde. Cllr Bell accepted the nomination."
RIVAL = "\n\nCllr Tull proposed Cllr Lusk and this was seconded by Cllr Pell. Cllr Lusk accepted the nomination.\n\nCllr Lusk was duly elected Chairman."


def texts(text: str) -> list[str]:
    return [words for _, _, words in decided(text)]


@pytest.mark.parametrize(("below", "found"), [
    ("The Clerk reported that the heater had failed.", []),
    ("Councillor Rowe asked about the reserve, which the Clerk explained.", []),
    ("To replace the heater.", ["To replace the heater."]),
    ("That the heater be replaced.", ["That the heater be replaced."])])
def test_what_is_told_below_and_agreed_is_not_what_was_agreed(below: str, found: list[str]) -> None:
    assert texts(f"**4. Heater**\n\nProposed by Councillor Vane\nSeconded by Councillor Bell AND AGREED\n\n{below}") == found


@pytest.mark.parametrize("told", [
    "The amendment was accepted by the mover.\n\n", "\n\nCouncillor Orde would not press his proposal.\n\n", "\n\nThe Mayor ruled Councillor Orde's proposal out of order.\n\n",
    "\n\nCouncillor Vane took the words into his motion.\n\n", "\n\nMembers spoke for an hour.\n\n"])
def test_what_became_of_an_amendment_is_not_guessed_where_something_is_told_of_it(told: str) -> None:
    found = proceedings("**6. Sale**\n\nCouncillor Vane moved, seconded by Councillor Bell, that the land be sold.\n\n"
                        f"Councillor Orde moved an amendment, seconded by Councillor Lusk, that the sale wait. {told}The motion was carried by 6 votes to 4.")
    assert [r.outcome for r in found if isinstance(r, Motion) and r.kind == "amendment"] in ([None], [])


def test_who_accepted_a_nomination_and_was_not_chosen_is_not_elected() -> None:
    assert not any("Bell" in text for text in texts(ELECTION + RIVAL))
    assert any("Bell" in text for text in texts(ELECTION))


@pytest.mark.parametrize("told", ["The Returning Officer declared Al Tull elected Councillor for Heath ward.", "The press declared Councillor Tull elected King of the carnival."])
def test_who_is_declared_elected_by_others_than_who_presides_is_told_only(told: str) -> None:
    assert texts(f"**3. Election of Mayor**\n\n{told}") == []


def test_who_presides_declares_who_is_elected() -> None:
    assert texts("**3. Election of Mayor**\n\nThe outgoing Mayor declared Councillor Al Tull elected Mayor.") != []


@pytest.mark.parametrize("point", ["Delegated powers have been used twice since May.", "Appointed persons would be asked to attend."])
def test_what_is_told_under_decision_is_none(point: str) -> None:
    assert texts(f"**7. Works**\n\nDECISION\n\n1.  {point}") == []


@pytest.mark.parametrize("text", ["Rated PG 13", "Contract with Smith pg 2024", "Chapel Street PG12"])
def test_what_is_no_page(text: str) -> None:
    assert page_range(text) is None


def test_a_ward_below_a_surname_is_no_part_of_the_name() -> None:
    found = came("Present:\nCouncillor Grant\nHaringey\nCouncillor Bell\nKirkton\nCouncillor Craig\nArdler\n\n**1. Business**\nThe minutes were read.")
    assert not {name for _, name, _ in found} & {"Grant Haringey", "Craig Ardler"}


def test_officers_named_behind_the_public_that_was_counted_are_there() -> None:
    found = came("Present: Councillor Jo Vane\n\nIn attendance: Two members of the public, Mrs Di Orde (Proper Officer) and Mr Bo Kerr (Head of Planning)\n\n**1. Business**\nThe minutes were read.")
    assert {name for status, name, _ in found if status == "in_attendance"} == {"Di Orde", "Bo Kerr"}


def test_the_vote_on_a_motion_is_not_given_to_the_amendment_that_was_out_of_order() -> None:
    found = proceedings("**6. Sale**\n\nMoved by Councillor Vane\nSeconded by Councillor Bell\n\nThat the land be sold.\n\nAMENDMENT\n\nMoved by Councillor Orde\nSeconded by Councillor Lusk\n\n"
                        "That the sale wait.\n\nThe Mayor ruled the amendment out of order.\n\nThe motion was put to the vote and carried, 20 for and 10 against.")
    assert [(r.kind, r.outcome, r.text) for r in found if isinstance(r, Motion)] == [("motion", "carried", "That the land be sold."), ("amendment", None, "That the sale wait.")]


@pytest.mark.parametrize(("told", "votes"), [("For the motion - 6; for continuing - 4. The motion was carried by 6 votes to 4.", [(6, 4)]), ("For the motion: 6; against: 4. The motion was carried.", [(6, 4)])])
def test_votes_for_something_else_are_none_for_the_motion(told: str, votes: list[tuple[int, int]]) -> None:
    found = proceedings(f"**6. Sale**\n\nCouncillor Vane moved, seconded by Councillor Bell, that the land be sold.\n\n{told}")
    assert [(r.votes_for, r.votes_against) for r in found if isinstance(r, Division)] == votes


def test_a_member_behind_the_public_that_was_counted_is_there() -> None:
    found = came("Present: Councillor Jo Vane\n\nIn attendance: Two members of the public, Councillor Di Orde and Mr Bo Kerr (Head of Planning)\n\n**1. Business**\nThe minutes were read.")
    assert {name for _, name, _ in found} >= {"Di Orde", "Bo Kerr"}
@pytest.mark.parametrize("told", [
    "LR proposed Cathie Wren and this was seconded by JH – Cathie Wren accepted the nomination. Tom Pell was then proposed by AB and was elected.",
    "LR proposed Cathie Wren as Chair, seconded by JH. Cathie Wren accepted the nomination. Tom Pell was then proposed by AB and was elected.",
    "Cllr Bell was proposed by Cllr Vane, seconded by Cllr Orde. Cllr Bell accepted the nomination. Cllr Lusk put her name forward.\n\nCllr Bell 3, Cllr Lusk 5. Cllr Lusk then took the chair.",
    "It was proposed by Cllr Vane, seconded by Cllr Orde that Cllr Bell be Chairman.\n\nCllr Bell 3, Cllr Lusk 5. Cllr Lusk signed the declaration and took the chair.",
    "Cllr Vane nominated Cllr Bell for Chairman, seconded by Cllr Orde.\n\nCllr Lusk thanked members and took the chair."])
def test_who_was_put_up_where_another_took_the_office_is_not_elected(told: str) -> None:
    assert texts(f"**2. Election of Chairman**\n\n{told}") == []


@pytest.mark.parametrize("told", ["Cllr Bell signed the declaration and took the chair.", "The Mayor took the chair.", "Cllr Lusk was elected Vice-Chairman.", "Members present: 5, public: 3."])
def test_who_was_put_up_alone_is_chosen_whatever_else_is_told(told: str) -> None:
    assert texts(f"**2. Election of Chairman**\n\nIt was proposed by Cllr Vane, seconded by Cllr Orde that Cllr Bell be Chairman.\n\n{told}")[:1] == ["Cllr Bell be Chairman."]


def test_initials_end_at_the_stop_of_their_sentence() -> None:
    told = "LR proposed Cathie Wren as Chair, seconded by JH. Cathie Wren accepted the nomination."
    assert [(m.mover, m.seconder) for m in proceedings(f"**2. Election**\n\n{told}") if isinstance(m, Motion)] == [("LR", "JH")]
