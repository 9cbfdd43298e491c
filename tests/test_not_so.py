"""What reads like a record and is none: beside each page stands its true neighbour."""

from __future__ import annotations

import pytest
from printed import came, decided, moved, proceedings

from papermine.records import Motion

TOP = "MINUTES of Quillmere Council held on 3 May 2023\n\nPresent: Councillors Ann Tull, Bob Orde, Carl Dace and Dee Hart\n\n"
PUT = f"{TOP}**4. Bus shelter**\n\nMotion by Tull, seconded by Orde, to paint the shelter.\n"


def outcomes(text: str) -> list[str | None]:
    return [r.outcome for r in proceedings(text) if isinstance(r, Motion)]


@pytest.mark.parametrize(("votes", "outcome"), [
    ("Dace – Nay, Hart – Nay", None), ("Nay: Dace", None), ("Noes: Dace, Hart\nAbstain: Orde", None),
    ("Tull – Aye, Dace – Nay, Hart – Nay", "lost"), ("Ayes: None\nNoes: Dace, Hart", "lost"), ("Ayes: Tull\nNoes: Dace, Hart", "lost"), ("Ayes: 0\nNoes: Dace, Hart", "lost")])
def test_a_list_of_noes_alone_decides_nothing(votes: str, outcome: str | None) -> None:
    assert outcomes(f"{PUT}{votes}\n") == [outcome]


def test_votes_are_no_words_of_a_motion() -> None:
    movers = f"{TOP}**4. Bus shelter**\n\nMotion: Ann Tull\nSecond: Bob Orde\n"
    assert moved(f"{movers}Ayes: Tull, Orde, Dace, Hart\nVote: 4-0 Motion carried.\n") == []
    assert moved(f"{movers}To paint the shelter.\nAyes: Tull, Orde, Dace, Hart\nVote: 4-0 Motion carried.\n") == [("Ann Tull", "Bob Orde", "carried", "paint the shelter.")]


@pytest.mark.parametrize(("printed", "words"), [
    ("APPROVED: 4 YES – 1 NO (Dace)", []), ("Decision: unanimous decision.", []), ("Resolved: all in favour.", []),
    ("Decision: unanimous decision to paint the shelter.", ["unanimous decision to paint the shelter."]), ("RESOLVED: To vote against.", ["To vote against."]),
    ("RESOLVED: 4 votes to be cast at the assembly.", ["4 votes to be cast at the assembly."])])
def test_votes_are_no_words_of_a_decision(printed: str, words: list[str]) -> None:
    assert [text for _, _, text in decided(f"{TOP}**4. Bus shelter**\n\nThe shelter was inspected.\n\n{printed}\n")] == words
