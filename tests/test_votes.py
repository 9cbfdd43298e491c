"""Votes as printed: counts, lists of names, grids; and nothing that is not printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papermine.extract.paragraphs import Measure, paragraphs
from papermine.extract.votes.ballots import counts
from papermine.extract.votes.grids import read_grid
from papermine.extract.votes.lists import read_lists
from papermine.records import Division, DivisionVote, Resolution
from printed import line_of, paper, proceedings


@pytest.mark.parametrize(("text", "expected"), [
    ("CARRIED (6 members voting in favour, none against with 3 abstentions)", (6, 0, 3)),
    ("the amendment was LOST (2 members voting in favour and 7 against)", (2, 7, None)),
    ("carried (8 voting FOR, 1 against)", (8, 1, None)),
    ("The motion was carried by 23 votes to 12, with 3 abstentions", (23, 12, 3)),
    ("by twelve votes to five", (12, 5, None)),
    ("Motion carried 5-0-1", (5, 0, 1)),
    ("For: 7, Against: 3, Abstentions: 1", (7, 3, 1)),
    ("carried unanimously", (None, None, None)),
    ("nem con", (None, None, None)),
    ("Members noted that 12 residents were against the plan", (None, None, None)),
    ("The meeting moved from 7-9 High Street", (None, None, None)),
])
def test_counts(text: str, expected: tuple[int | None, int | None, int | None]):
    ballot = counts(text)
    assert (ballot.votes_for, ballot.votes_against, ballot.votes_abstain) == expected


def test_unanimous_is_a_method_and_gives_nobody_a_vote():
    found = proceedings("""
    **7. Bins**
    Cllr Hughes proposed and Cllr Lee seconded that bins be bought.

    The motion was carried unanimously.
    """)
    assert [(d.votes_for, d.votes_against, d.method, d.outcome) for d in found if isinstance(d, Division)] == [(None, None, "unanimously", "carried")]
    assert not [v for v in found if isinstance(v, DivisionVote)]


RECORDED = """
**299. Local Plan**
 1) Mr Murphy proposed, and Mr Thomas seconded the motion that

     “Council is asked to adopt the plan.”

 2) Following the debate, the Chairman put the motion set out in paragraph 1 to
    the vote and the voting was as follows:

 For (4)

 Mr Baker, Mrs Bell, Sir Paul Carter, CBE, Ms Meade

\fAgainst (0)

 Abstain (2)

 Mr Hook, Mr
 Meade
                                                              //Motion carried.//

 3) RESOLVED that Council adopts the plan.
"""


def test_a_recorded_vote_over_a_page_break():
    found = proceedings(RECORDED)
    division = next(d for d in found if isinstance(d, Division))
    assert (division.votes_for, division.votes_against, division.votes_abstain, division.outcome) == (4, 0, 2, "carried")
    assert [(v.person_name, v.option, v.page) for v in found if isinstance(v, DivisionVote)] == [
        ("Mr Baker", "for", 1), ("Mrs Bell", "for", 1), ("Sir Paul Carter", "for", 1), ("Ms Meade", "for", 1), ("Mr Hook", "abstain", 2), ("Mr Meade", "abstain", 2)]
    resolution = next(r for r in found if isinstance(r, Resolution))
    assert (resolution.text, resolution.mover, resolution.seconder, resolution.division_id) == (
        "Council adopts the plan.", "Murphy", "Thomas", division.division_id)
    assert [e.text for e in resolution.evidence if e.field in ("mover", "seconder")] == ["Mr Murphy", "Mr Thomas"]


def test_names_after_labels_on_lines_that_follow_each_other():
    found = proceedings("""
    **12. Vote**
    The amendment was put to the vote and on a recorded vote there voted:

    For the motion: Councillors Adams, Brown and Green (3)
    Against the motion: Cllr Davis
    Abstained: None
    """)
    assert [(v.person_name, v.option) for v in found if isinstance(v, DivisionVote)] == [
        ("Adams", "for"), ("Brown", "for"), ("Green", "for"), ("Davis", "against")]


def test_a_vote_that_one_member_asked_to_be_recorded():
    found = proceedings("""
    **300. Hubs**
     1) Mr Booth proposed and Mrs Binks seconded that the decision stand.

     2) Following the debate, the Chairman put the motion set out in paragraph 1 to
        the vote.

                                                              //Motion carried.//

     3) RESOLVED that the decision stand.

    Rich Lehmann wished for it to be recorded in the minutes that he voted against
    the motion set out in paragraph 1.
    """)
    assert [(v.person_name, v.option) for v in found if isinstance(v, DivisionVote)] == [("Rich Lehmann", "against")]


def test_a_grid_with_crosses():
    lines = [line_of(row, 1, 100.0 + 14 * k) for k, row in enumerate((
        "Recorded Vote            Yea     Nay", "M. Kettle                 X", "I. Allard                         X", "L. Cress                  X"))]
    ballot = read_grid(lines)
    assert ballot is not None
    assert [(name, option) for name, option, _ in ballot.names] == [("M. Kettle", "for"), ("I. Allard", "against"), ("L. Cress", "for")]


SURNAMES = ["Adams", "Brown", "Barrington-King", "O'Neill", "de Souza", "Green", "Hill", "Love", "Ng", "Rivers", "Bond", "Meade"]


@settings(max_examples=60, deadline=None)
@given(yes=st.lists(st.sampled_from(SURNAMES), unique=True, max_size=8), no=st.lists(st.sampled_from(SURNAMES), unique=True, max_size=8),
       title=st.sampled_from(["Mr", "Mrs", "Cllr", "Councillor", "Dr"]), last=st.sampled_from([", ", " and "]))
def test_every_name_of_a_list_votes_once_and_no_other(yes: list[str], no: list[str], title: str, last: str):
    def listed(names: list[str]) -> str:
        named = [f"{title} {n}" for n in names]
        return ", ".join(named[:-1]) + (last if len(named) > 1 else "") + named[-1] if named else ""
    page = paper(f"For ({len(yes)})\n\n{listed(yes)}\n\nAgainst ({len(no)})\n\n{listed(no)}\n\nMotion carried.")
    paras = paragraphs(list(page.lines), Measure.of(page.lines))
    found = read_lists(paras, 0)
    assert found is not None
    assert [(n, o) for n, o, _ in found[0].names] == [(f"{title} {n}", "for") for n in yes] + [(f"{title} {n}", "against") for n in no]
    assert (found[0].votes_for, found[0].votes_against) == (len(yes), len(no))


SLIP = """
**4. Tram policy**

Moved by Ada Brook, seconded by Ben Clay, to adopt the tram policy as printed.

Ayes: Brook, Clay{more}
Noes: Field{noes}
"""


@pytest.mark.parametrize(("more", "noes", "outcome"), [(", Dean", "", "carried"), ("", ", Dean, East", "lost")])
def test_an_outcome_that_only_the_names_tell_is_derived(more: str, noes: str, outcome: str):
    found = proceedings(SLIP.format(more=more, noes=noes))
    [resolution] = [r for r in found if isinstance(r, Resolution)]
    assert (resolution.outcome, resolution.basis) == (outcome, "derived")
    [division] = [d for d in found if isinstance(d, Division)]
    assert (division.outcome, division.votes_for, division.votes_against) == (None, None, None)


def test_a_tie_without_a_printed_outcome_decides_nothing():
    found = proceedings(SLIP.format(more="", noes=", Dean"))
    assert [r for r in found if isinstance(r, Resolution)] == []


def test_a_printed_outcome_is_stated():
    found = proceedings(SLIP.format(more=", Dean", noes="") + "\nMotion carried.\n")
    [resolution] = [r for r in found if isinstance(r, Resolution)]
    assert (resolution.outcome, resolution.basis) == ("carried", "stated")


def test_an_outcome_at_the_foot_of_a_page_does_not_run_into_the_next_motion():
    """ "Carried", page break, "R2017-211 …": the votes below belong to the second motion, not to the first."""
    records = proceedings("""
    **R2017-210 O. Swinburn, S. Sedgewick:**
    THAT we write to the owners of Cooperage Road.

    Recorded vote. For: T. Loxley, S. Sedgewick. Against: M. Worsnop.

    **Carried**
    \f**R2017-211 T. Loxley, O. Swinburn:**
    THAT we accept the correspondence as presented.

    Recorded vote. For: M. Worsnop, T. Loxley. Against: S. Sedgewick.

    **Carried**
    """)
    divisions = [r for r in records if isinstance(r, Division)]
    names = [[(v.person_name, v.option) for v in records if isinstance(v, DivisionVote) and v.division_id == d.division_id] for d in divisions]
    assert names == [[("T. Loxley", "for"), ("S. Sedgewick", "for"), ("M. Worsnop", "against")],
                     [("M. Worsnop", "for"), ("T. Loxley", "for"), ("S. Sedgewick", "against")]]
    assert [(r.text, r.mover) for r in records if isinstance(r, Resolution)] == [
        ("THAT we write to the owners of Cooperage Road.", "O. Swinburn"), ("THAT we accept the correspondence as presented.", "T. Loxley")]


@pytest.mark.parametrize("told", [
    "On a motion by Mr. Wood and seconded by Ms. Kovall the minutes of May 4 were accepted by vote: Mr. Wood - aye, Mr. Denning – nay, Ms. Kovall – aye. Carried 2 – 1.",
    "Ms. Kovall moved to accept the minutes of May 4. Mr. Wood seconded the motion and on roll call the vote was: Mr. Wood, aye; Mr. Denning, nay; and Ms. Kovall, aye. The motion passed.",
])
def test_a_roll_call_told_after_what_was_decided(told: str) -> None:
    found = proceedings(f"**1. Minutes**\n{told}")
    assert [r.text.rstrip(".") for r in found if isinstance(r, Resolution)] in (["the minutes of May 4 were accepted"], ["accept the minutes of May 4"])
    assert [(v.person_name, v.option) for v in found if isinstance(v, DivisionVote)] == [("Mr. Wood", "for"), ("Mr. Denning", "against"), ("Ms. Kovall", "for")]


def test_words_after_a_vote_that_name_nobody_cast_no_vote() -> None:
    found = proceedings("**1. Minutes**\nThe Mayor noted that the levy was adopted by vote: Denning Road residents said aye, the rest nay.\n\nHe said the vote was: Kovall Street, for the bridge; Wood Lane had no view.")
    assert not [v for v in found if isinstance(v, DivisionVote)]


def test_a_box_of_results_and_a_grid_of_voters_and_their_posts() -> None:
    found = proceedings("""
    **7. Bus Purchase**
    It is recommended that the Board of Education purchase one bus.

    Resolution: 137-2023

    Result: Failed

    Motioned: Dr. Jo Vane, Board Member

    Seconded: Mr. Al Tull, President
    """)
    [r] = [r for r in found if isinstance(r, Resolution)]
    assert (r.text, r.mover, r.seconder, r.outcome) == ("purchase one bus.", "Jo Vane", "Al Tull", "lost")
    grid = read_grid([line_of(row, 1, 50.0 + 12 * k) for k, row in enumerate((
        "Voter                            Yes     No     Abstaining", "Dr. Jo Vane, Board Member         X", "Mr. Al Tull, President                    X", "Ms. Di Orde, Vice-President               X"))])
    assert grid is not None
    assert [name[:2] for name in grid.names] == [("Dr. Jo Vane", "for"), ("Mr. Al Tull", "against"), ("Ms. Di Orde", "against")]


def test_what_is_recommended_without_a_result_decides_nothing() -> None:
    found = proceedings("**7. Bus Purchase**\nIt is recommended that the Board of Education purchase one bus.\n\nResolution: 137-2023\n\nMinutes: Dr. Vane asked what it costs.")
    assert not [r for r in found if isinstance(r, Resolution)]


@pytest.mark.parametrize(("vote", "cast"), [
    ("Ayes: Ann Orde, Board Member; Ben Tull, Board Member; Cal Fenn, President\nNays: None", [("Ann Orde", "for"), ("Ben Tull", "for"), ("Cal Fenn", "for")]),
    ("Yes: Ann Orde, Chair, Ben Tull, Board Member\nNo: Cal Rind, Vice Chair", [("Ann Orde", "for"), ("Ben Tull", "for"), ("Cal Rind", "against")]),
    ("Roll call vote: Ann Orde, Board Member, Aye; Ben Tull, Council Member, Aye; Cal Fenn, President, Nay.", [("Ann Orde", "for"), ("Ben Tull", "for"), ("Cal Fenn", "against")]),
    ("Ayes: Orde, Tull and the Mayor\nNays: None", [("Orde", "for"), ("Tull", "for"), ("the Mayor", "for")]),
    ("Ayes: Orde, Chair; Tull, Secretary; and Fenn\nNays: None", [("Orde", "for"), ("Tull", "for"), ("Fenn", "for")])])
def test_the_seat_behind_a_voters_name_is_no_voter(vote: str, cast: list[tuple[str, str]]) -> None:
    found = proceedings(f"**3. Bus**\n\nMotion by Ann Orde, Board Member, second by Ben Tull, Board Member, to buy one bus.\n\n{vote}\n\nMotion carried.")
    assert [(v.person_name, v.option) for v in found if isinstance(v, DivisionVote)] == cast
    assert [(r.mover, r.seconder, r.text) for r in found if isinstance(r, Resolution)] == [("Ann Orde", "Ben Tull", "buy one bus.")]
