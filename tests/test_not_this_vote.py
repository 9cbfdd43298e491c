"""Votes told by a number, in turn, of another body, of another time or of something else than a motion → on what they name, or on nothing; and the true neighbours."""

from __future__ import annotations

import pytest

from papermine.extract.votes.ballots import counts
from papermine.records import Division, DivisionVote, Motion, Resolution
from printed import proceedings
from test_not_voted import UK, US, named, told

HEAD = "HEATH PARISH COUNCIL\nMinutes of the Parish Council, 4 May 2021\n\nPresent: Councillors Ann Vane, Jo Bell, Di Orde, Bo Pell, Cy Lusk and Al Tull\n\n"


def motions(text: str) -> list[tuple[str | None, int | None, int | None]]:
    """(outcome, votes for, votes against) of each motion."""
    found = proceedings(f"{HEAD}**4. Mill Lane**\n\n{text}")
    votes = {r.motion_id: (r.votes_for, r.votes_against) for r in found if isinstance(r, Division)}
    return [(r.outcome, *votes.get(r.motion_id, (None, None))) for r in found if isinstance(r, Motion)]


def divisions(text: str) -> list[list[tuple[str, str]]]:
    """The named votes of each division."""
    found = proceedings(f"{HEAD}{text}")
    return [[(v.person_name, v.option) for v in found if isinstance(v, DivisionVote) and v.division_id == d.division_id] for d in found if isinstance(d, Division)]


BARN = f"{UK}Councillor Orde moved, seconded by Councillor Pell, that the barn be let. "


@pytest.mark.parametrize(("text", "rows"), [
    (f"{BARN}The first was carried by 5 votes to 0, the second was lost by 2 votes to 3.", [("carried", 5, 0), ("lost", 2, 3)]),
    (f"{BARN}The former was lost by 3 votes to 6 and the latter carried by 6 votes to 3.", [("lost", 3, 6), ("carried", 6, 3)]),
    (f"{UK}The first was carried by 5 votes to 0, the second was lost by 2 votes to 3.", [(None, None, None)]),
    (f"{BARN}The motions were carried by 6 votes to 3 and 5 votes to 4 respectively.", [(None, None, None), (None, None, None)]),
    (f"{BARN}The motion was carried by 6 votes to 3.", [(None, None, None), ("carried", 6, 3)]),
    ("Motion 1: moved by Councillor Vane, seconded by Councillor Bell, that the land be sold.\nMotion 2: moved by Councillor Orde, seconded by Councillor Pell, that the barn be let.\n\n"
     "Motion 1 was lost by 3 votes to 6. Motion 2 was carried by 6 votes to 3.", [("lost", 3, 6), ("carried", 6, 3)])])
def test_of_two_motions_each_has_the_vote_told_of_it(text: str, rows: list[tuple[str | None, int | None, int | None]]) -> None:
    assert motions(text) == rows


@pytest.mark.parametrize(("sentence", "row"), [
    ("Item 9 was carried by 6 votes to 4.", (None, None, None)), ("The vote on item 9 was 6 for and 4 against.", (None, None, None)), ("Minute 12 was approved by 6 votes to 4.", (None, None, None)),
    ("Resolution 44 had been carried by 6 votes to 4 in April.", (None, None, None)), ("Item 4 was carried by 6 votes to 4.", ("carried", 6, 4)), ("Resolution 2021-44 was carried by 6 votes to 4.", ("carried", 6, 4)),
    ("If the votes were equal, 3 for and 3 against, the Mayor would decide.", (None, None, None)), ("A show of hands of the public was 30 in favour and 2 against.", (None, None, None)),
    ("A show of hands was 6 in favour and 2 against.", ("carried", 6, 2)), ("The Planning Commission recommended approval by a vote of 5-2.", (None, None, None)), ("The Council approved the sale by a vote of 5-2.", ("carried", 5, 2)),
    ("The plan carried 5-10 homes on the land.", (None, None, None)), ("Motion passed 5/4/21.", ("carried", None, None)), ("Motion passed 5/4/1.", ("carried", 5, 4))])
def test_a_vote_is_of_what_the_sentence_names(sentence: str, row: tuple[str | None, int | None, int | None]) -> None:
    assert motions(UK + sentence) == [row]


def test_a_vote_on_one_recommendation_is_none_on_all_that_was_resolved() -> None:
    found = proceedings("**4. Fees**\n\nRESOLVED\n(1) that the report be noted;\n(2) that the fee be raised.\n\nRecommendation 2 was carried by 6 votes to 4.")
    assert [r.votes_for for r in found if isinstance(r, Resolution)] == [None, None]


def test_a_vote_at_odds_with_the_last_is_of_the_motion_that_waits() -> None:
    assert motions(f"{UK}Councillor Orde moved, seconded by Councillor Pell, that the public be excluded. Carried unanimously. The public returned. The motion was carried by 6 votes to 4.") == [("carried", 6, 4), ("carried", None, None)]


@pytest.mark.parametrize(("text", "method"), [("The motion was carried, but not unanimously.", None), ("The motion was carried unanimously.", "unanimously"), ("The vote was not unanimous.", None)])
def test_what_was_not_unanimous(text: str, method: str | None) -> None:
    assert counts(text).method == method


@pytest.mark.parametrize(("ayes", "voters"), [
    ("Orde, Pell, Independent Person: Lusk", ["Orde", "Pell"]), ("Labour: Orde, Pell; Independent: Lusk", ["Orde", "Pell", "Lusk"]), ("Orde, Pell, Lusk (vote not counted)", ["Orde", "Pell"]),
    ("Heath Trust, Mill Society", []), ("Orde, Pell, Lusk (remotely)", ["Orde", "Pell", "Lusk"])])
def test_who_voted_and_who_is_only_named_beside_them(ayes: str, voters: list[str]) -> None:
    assert [name for name, option in named(f"{UK}\n\nFor: {ayes}\nAgainst: Vane\n\nThe motion was carried.") if option == "for"] == voters


@pytest.mark.parametrize(("votes", "outcome"), [("Ayes: everyone but Orde. Nays: Orde.", None), ("Ayes: None. Nays: Orde, Pell.", "lost"), ("Ayes: Vane, Bell. Nays: Orde.", "carried")])
def test_no_outcome_follows_where_one_side_is_not_named(votes: str, outcome: str | None) -> None:
    assert told(US + votes)[0][0] == outcome


def test_who_changed_his_vote_voted_otherwise() -> None:
    assert named(f"{US}Ayes: Vane, Bell. Nays: Orde, Pell. Orde changed his vote to aye. Motion carried 3-1.") == [("Vane", "for"), ("Bell", "for"), ("Orde", "for"), ("Pell", "against")]
    assert named(f"{US}Ayes: Vane, Bell. Nays: Orde, Pell. Orde explained his vote. Motion carried 2-2.")[2] == ("Orde", "against")


GRID = "Member        Yes   No\nVane          X\nBell                X\nOrde          X\n\n"


@pytest.mark.parametrize("text", [
    "**4. Survey**\n\nSurvey of members:\nYes – Vane, Bell\nNo – Orde\nThe survey asked who can come on June 8.", "**4. Training**\n\nCompleted training: Yes: Vane, Bell. No: Orde, Pell.",
    f"**4. Registers of interests**\n\n{GRID}The table shows who had returned the form.", "**4. Road**\n\nAt the April 6 meeting the vote was:\nAyes: Vane, Bell\nNays: Orde, Pell, Lusk\n\nMembers noted this.",
    "**4. Minutes**\n\nThe minutes of April 6 were corrected to read:\nAyes: Vane, Bell\nNays: Orde\n\nMembers noted this."])
def test_lists_that_are_no_vote_of_this_meeting(text: str) -> None:
    assert divisions(text) == []


@pytest.mark.parametrize("text", [
    f"**4. Road**\n\n{GRID}The motion was carried.", "**4. Road**\n\nThe vote was:\nAyes: Vane, Orde\nNays: Bell", "**4. Road**\n\nMembers voted as follows:\nYes: Vane, Orde\nNo: Bell"])
def test_lists_that_are_one(text: str) -> None:
    assert [sorted(votes) for votes in divisions(text)] == [[("Bell", "against"), ("Orde", "for"), ("Vane", "for")]]


@pytest.mark.parametrize(("call", "voters"), [("Roll call: Vane would vote yes, Bell no.", []), ("Roll call: Vane yes, Bell no.", [("Vane", "for"), ("Bell", "against")]), ("Roll call: Jo van Orde yes, Bell no.", [("Jo van Orde", "for"), ("Bell", "against")])])
def test_who_would_vote_so_has_not(call: str, voters: list[tuple[str, str]]) -> None:
    assert named(f"{US}{call}") == voters


def test_the_public_that_was_for_it_has_no_vote() -> None:
    assert motions(f"{UK}Of the members of the public present 12 were for and 3 against. Carried.") == [("carried", None, None)]


@pytest.mark.parametrize(("wish", "voters"), [
    ("Councillor Orde asked that his vote against (2) be recorded.", []), ("Councillor Orde asked that his vote against recommendation 2 be recorded.", []), ("Councillor Orde asked that his vote against be recorded.", [("Orde", "against")])])
def test_a_vote_on_one_of_several_is_none_on_all(wish: str, voters: list[tuple[str, str]]) -> None:
    assert named(f"RESOLVED\n(1) that the report be noted;\n(2) that the fee be raised.\n\n{wish}") == voters


@pytest.mark.parametrize(("text", "rows"), [
    ("Motion by Vane, second by Bell, to reconsider the April 20 vote on the lease, which failed 2-3.", [(None, None, None)]),
    ("Vane moved to reconsider the April 20 vote on the lease, which failed 2-3. Bell seconded. Motion to reconsider carried 4-1.", [("carried", 4, 1)]),
    ("Motion by Vane, second by Bell, to accept the bid of Heath Paving, which passed 3-2.", [("carried", 3, 2)]),
    ("The minutes of the Works Committee record: Moved Pell, seconded Lusk, that the bridge be closed. Carried.", [])])
def test_what_became_of_what_a_motion_is_about(text: str, rows: list[tuple[str | None, int | None, int | None]]) -> None:
    assert motions(text) == rows


@pytest.mark.parametrize(("votes", "outcome"), [("All in favor: Bell, Orde, Pell. Opposed: Lusk.", None), ("Ayes: Bell, Orde, Pell. Opposed: Lusk.", "carried"), ("Ayes: None. Opposed: Lusk.", "lost")])
def test_those_against_alone_do_not_lose_a_motion(votes: str, outcome: str | None) -> None:
    assert told(US + votes)[0][0] == outcome


@pytest.mark.parametrize(("note", "voters"), [("(NOTE: In relation to item 3 above, Councillor Orde asked that his vote against be recorded.)", []), ("In relation to item 4 above, Councillor Orde asked that his vote against be recorded.", [("Orde", "against")])])
def test_a_note_on_another_item_is_no_vote_here(note: str, voters: list[tuple[str, str]]) -> None:
    assert named(f"RESOLVED that permission be granted.\n\n{note}") == voters


def test_who_moved_what_is_told_behind_a_resolution_did_not_move_it() -> None:
    found = proceedings("**4. Land**\n\nResolved that the public be excluded. Carried. The Council resumed in open meeting. The resolution passed in the public excluded part, moved Pell, seconded Lusk, was released.")
    assert [r.mover for r in found if isinstance(r, Resolution)] == [None]


@pytest.mark.parametrize("talk", ["Cr Pell foreshadowed an amendment to be seconded by Cr Lusk.", "Cr Pell and Cr Lusk voted against."])
def test_what_is_told_below_a_slips_words_is_none_of_them(talk: str) -> None:
    found = proceedings(f"**4. Rates**\n\nMoved: Bell  Seconded: Orde\n\nThat the rates be set.\n\n{talk}\n\nCarried")
    assert [(r.text, r.outcome) for r in found if isinstance(r, Resolution)] == [("That the rates be set.", "carried")]
