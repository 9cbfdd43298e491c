"""Lines that hold the parts of a decision, in any order → records."""

from __future__ import annotations

import itertools

import pytest

from papermine.extract.decisions.slipparts import parts
from papermine.records import DivisionVote
from printed import moved, proceedings

MOVERS = ("Moved by Cr Pell, seconded by Cr Orde", "Proposed: Cr Pell\n\nSeconded: Cr Orde", "Cr Pell / Cr Orde", "Pell moved/Orde seconded/", "Mover: Cr Pell\n\nSeconder: Cr Orde", "Motion By: Cr Pell\n\nSecond By: Cr Orde")
NUMBERS = ("", "Resolution No. 2017/83\n\n", "BD-18-170\n\n", "COUNCIL RESOLUTION\n\n")
ENDS = ("CARRIED", "Vote: 5-0", "Action: Unanimously approved", "VOTE: In Favor: Unanimous", "Ayes: Pell, Orde, Vane\n\nNays: None\n\nMotion carried.")


@pytest.mark.parametrize(("movers", "number", "end"), [pytest.param(*drawn, id=f"{k}") for k, drawn in enumerate(itertools.product(MOVERS, NUMBERS, ENDS))])
def test_words_stand_between_the_movers_and_what_became_of_them(movers: str, number: str, end: str) -> None:
    assert moved(f"**3. Bench**\n\n{number}{movers}\n\nThat the bench be repaired.\n\n{end}\n\n**4. Gate**\n\nThe gate was discussed.") == [("Pell", "Orde", "carried", "That the bench be repaired.")]


@pytest.mark.parametrize("movers", [m for m in MOVERS if "Motion" not in m])
def test_movers_stand_between_the_words_and_the_outcome(movers: str) -> None:
    assert moved(f"**3. Bench**\n\nThat the bench be repaired.\n\n{movers}\n\nCARRIED\n\nThat the gate be painted.\n\n{movers}\n\nLOST") == [
        ("Pell", "Orde", "carried", "That the bench be repaired."), ("Pell", "Orde", "lost", "That the gate be painted.")]


@pytest.mark.parametrize(("text", "words"), [
    ("MOTION: To repair the bench.\n\nPell moved/Orde seconded/\n\nVOTE: In Favor: Pell/Orde; Opposed: Vane; Abstained: No one", "repair the bench."),
    ("Motion: Jo Pell moved to repair the bench.\n\nSecond: Gus Orde\n\nDecision: 2-1, Ann Vane opposed", "repair the bench."),
    ("• Proposal to meet every Tuesday.\n• Proposed Pell. Seconded Orde.\n• VOTE: AGREE – 2 ABSTAIN – 1.", "Proposal to meet every Tuesday."),
    ("RES 132-19 MOVED by Mayor Pell that the agenda be approved.\n\nCARRIED", "the agenda be approved."),
    ("0311-2024 Moved: Councillor Pell\n\nSeconded: Councillor Orde\n\nTHAT: the agenda be adopted.\n\nCARRIED", "THAT: the agenda be adopted."),
    ("Proposed: Cr Pell\nSeconded: Cr Orde\nthat the minutes of 6th January be adopted.", "that the minutes of 6th January be adopted."),
])
def test_forms_of_houses(text: str, words: str) -> None:
    (one,) = moved(f"**3. Business**\n\n{text}")
    assert (one[3], (one[0] or "").split()[-1]) == (words, "Pell")


@pytest.mark.parametrize("text", [
    "Moved by Cr Pell, seconded by Cr Orde\n\nThe Clerk said that the bench was old.",
    "Officer's Recommendation\n\nThat the bench be repaired.\n\nCARRIED over to June",
    "Seconded: Cr Orde\n\nThat the bench be repaired.",
    "24/0012 Mill Lane\n\nThat part of the lane floods.\n\nProposed dwelling at 3 Mill Lane",
    "Finance – Planning\n\nThat is what the residents said.\n\nPassed to the Clerk",
])
def test_what_is_not_told_for_sure_is_not_stored(text: str) -> None:
    assert moved(f"**3. Business**\n\n{text}\n\n**4. Gate**\n\nMoved by Cr Tull, seconded by Cr Vane\n\nThat the gate be shut.\n\nLOST") == [("Tull", "Vane", "lost", "That the gate be shut.")]


def test_a_house_that_tells_outcomes_and_tells_none_decided_nothing() -> None:
    held = moved("**3. Bench**\n\nProposed by Cr Pell\n\nSeconded by Cr Orde\n\nThat the bench be sold.\n\nThe Clerk explained the price.\n\nProposed by Cr Vane\n\nSeconded by Cr Tull\n\nThat the bench be repaired.\n\nCARRIED")
    assert ("Vane", "Tull", "carried", "That the bench be repaired.") in held
    assert not any(outcome == "carried" for _, _, outcome, words in held if "sold" in words)


def test_voters_of_one_block_are_not_those_of_the_next() -> None:
    text = "**3. Bench**\n\nMoved by Pell, seconded by Orde\n\nThat the bench be repaired.\n\nAyes: Pell, Orde\n\nNays: Vane\n\nCARRIED\n\nMoved by Orde, seconded by Pell\n\nThat the gate be painted.\n\nCARRIED"
    assert sorted((v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)) == [("Orde", "for"), ("Pell", "for"), ("Vane", "against")]


@pytest.mark.parametrize("line", ["Mayor Pell called the meeting to order", "Present: Councillor Pell, Councillor Orde", "Moved the chairs to the hall", "Motion was moved by the developer", "Proposed dwelling at 3 Mill Lane",
                                  "Police and Fire", "Supported by Ward 3 residents", "Decision: the Clerk to write", "Carried forward to June", "Moved by Cr Pell to adjourn. The Mayor left."])
def test_lines_that_hold_other_words_too_are_none(line: str) -> None:
    assert parts(line) is None


@pytest.mark.parametrize(("text", "row"), [
    ("MOTION to buy the mower offered by Orme Gardens at the price of August 14, 2024\nMoved by Councilor Pell, seconded by Councilor Orde\nVOTE: 3 - 0 Approved and so declared", ("Pell", "Orde", "carried", "buy the mower offered by Orme Gardens at the price of August 14, 2024")),
    ("MOTION to buy the mower.\n\nMoved by Councilor Pell, seconded by Councilor Orde\n\nDiscussion: The group noted that it is dear.\n\nVOTE: 2 - 1 Approved and so declared (Vane - not in favor)", ("Pell", "Orde", "carried", "buy the mower.")),
    ("Motion: Jo Pell nominated Ann Vane for Chair\nSecond: Gus Orde\nDecision: 4-0\nFees: Tabled.", ("Jo Pell", "Gus Orde", "carried", "Jo Pell nominated Ann Vane for Chair")),
    ("Fees: Tabled.\nMotion: Jo Pell made a motion to adjourn the meeting\nSecond: Gus Orde\nDecision: 1-3", ("Jo Pell", "Gus Orde", "lost", "adjourn the meeting")),
    ("PELL – That the payments for the R.M. General Account be approved.\n\nCARRIED.", ("PELL", None, "carried", "the payments for the R.M. General Account be approved.")),
])
def test_labels_that_sentences_follow(text: str, row: tuple[str | None, ...]) -> None:
    assert moved(f"**3. Business**\n\n{text}") == [row]


@pytest.mark.parametrize("text", [
    "FINANCE – That the payments be approved.\n\nCARRIED.", "PELL – That was the day of the fair.\n\nCARRIED.", "PELL – That the payments be approved.",
    "Motion: Jo Pell spoke of the nomination.\n\nSecond: Gus Orde\n\nDecision: 2-1",
    "MOTION to buy a mower.\n\nMoved by Councilor Pell, seconded by Councilor Orde\n\nThe Clerk spoke of the price.\n\nThe hall was shut at nine.",
])
def test_no_slips_in_sentences(text: str) -> None:
    assert [row for row in moved(f"**3. Business**\n\n{text}") if row[2] is not None] == []
