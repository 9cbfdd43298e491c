"""Minutes whose forms are drawn one independently of the other (`crossed_decisions`): what is read of a form does not hang on the company it was first seen in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crossed_decisions import minutes
from housestyle import typeset
from papermine.records import Resolution
from papermine.score import score
from printed import moved, proceedings

FLOOR = {"resolutions": 0.93, "movers": 0.92, "seconders": 0.92, "vote_counts": 0.9, "named_votes": 0.9}
"""What the rules reach on these papers; a change that falls below it reads a form only where it was first seen."""


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("crossed-decisions")
    for seed in range(7000, 7012):
        source = folder / f"c{seed}.txt"
        source.write_text(minutes(seed)[0], encoding="utf-8")
        typeset(source, folder)
    done = subprocess.run([sys.executable, "-m", "papermine", "ingest", str(folder), "--db", str(folder / "c.duckdb"), "--workers", "1"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return score(folder / "c.duckdb", folder).tallies


@pytest.mark.xdist_group("crossed-decisions")
@pytest.mark.parametrize("kind", FLOOR)
def test_forms_in_new_company(tallies: Any, kind: str) -> None:
    found = tallies[kind]
    assert found.f1 >= FLOOR[kind], found.misses


WORDS = ("RESOLVED that the hall be let", "Motion: That the hall be let", "MOTION: To let the hall", "THAT the hall be let", "BE IT RESOLVED THAT the hall be let", "Decision: Let the hall")
MOVERS = ("Moved by A. Vane; seconded by J. Orde.", "(moved A. Vane, seconded J. Orde)", "Cr A. Vane/Cr J. Orde", "MOTION: A. Vane\n\nSECOND: J. Orde", "Proposer: A. Vane; Seconder: J. Orde")


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("movers", MOVERS)
@pytest.mark.parametrize("vote", ["Motion carried 5-2.", "5 for, 2 against. Carried.", "On being put to the vote, 5 members voted in favour and 2 against, and the motion was declared CARRIED."])
def test_movers_and_vote_below_or_behind_the_words(words: str, movers: str, vote: str) -> None:
    for page in (f"{words}.\n\n{movers}\n\n{vote}", f"{words}. {movers.rstrip('.')}. {vote}" if "\n" not in movers and "/" not in movers else f"{words}.\n\n{movers}. {vote}"):
        found = [(r.mover, r.seconder, r.outcome, r.votes_for, r.votes_against) for r in proceedings(f"**5. Hall**\n{page}\n\nThe Clerk will write to the owner.") if isinstance(r, Resolution)]
        assert found == [("A. Vane", "J. Orde", "carried", 5, 2)], page


@pytest.mark.parametrize("talk", ["The Clerk read it aloud.", "Councillor Pell thanked Councillor Lusk for seconding the appeal.", "Discussion followed."])
@pytest.mark.parametrize("words", ["RESOLVED that the hall be let.", "Motion: That the hall be let.", "That the hall be let."])
def test_what_is_said_between_movers_and_vote_is_not_what_they_moved(words: str, talk: str) -> None:
    for page in (f"{words}\n\nMoved by A. Vane, seconded by J. Orde.\n\n{talk}\n\nMotion carried.", f"Moved by A. Vane, seconded by J. Orde.\n\n{words}\n\n{talk}\n\nMotion carried."):
        found = moved(f"**5. Hall**\n{page}")
        assert [(m, s, text.removeprefix("That ")) for m, s, _, text in found] == [("A. Vane", "J. Orde", "the hall be let.")], page


def test_a_table_below_movers_is_not_what_they_moved():
    page = "RESOLVED to pay the bills listed below. (proposed by Cllr Vane, seconded by Cllr Tull) Agreed unanimously.\n\nPayee Detail Net\n\nHall Hire 20.00"
    assert moved(f"**24/009 Accounts**\n{page}") == [("Vane", "Tull", "carried", "pay the bills listed below.")]


@pytest.mark.parametrize("page", [
    "The motion proposed by A. Vane and seconded by J. Orde fell in May. 5 were for it and 2 against.",
    "That was the scheme. 12 for each member and 3 against the wall.",
    "Finance/Planning\n\nThat the hall was cold was noted by the Clerk.",
    "On being put to the vote of the parish in June, 5 were in favour and 2 against.",
])
def test_nothing_is_moved(page: str) -> None:
    assert moved(f"**5. Hall**\n{page}") == []
