"""Votes told in a sentence that is nothing but a vote, whatever the order of its parts; and other things by which a motion's vote, movers or outcome are told. What looks like it stays unread."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.language.outcomes import outcome_alone
from papermine.language.sentences import sentences
from papermine.records import DivisionVote
from papermine.segment import split
from printed import moved, proceedings

MINUTES = """
MINUTES OF THE COUNCIL 4 MAY 2024

Present: Cr Dunn, Cr Orde, Cr Pell, Cr Vane, Cr Tull, Cr van Eyck

**1. LIGHTS**

"""
MOTION = "Cr Orde moved, seconded by Cr Pell, that the hall be let. "


def votes(told: str) -> dict[str, list[str]]:
    """Who voted how, by the way of voting."""
    out: dict[str, list[str]] = {}
    for r in proceedings(MINUTES + told):
        if isinstance(r, DivisionVote):
            out.setdefault(r.option, []).append(r.person_name)
    return out


@pytest.mark.parametrize(("told", "ayes", "noes", "rest"), [
    ("The motion CARRIED with Directors Orde, Pell and Dunn voting in the affirmative and Directors Vane and van Eyck voting in the negative.", ["Orde", "Pell", "Dunn"], ["Vane", "van Eyck"], []),
    ("\n\nMOTION PASSED: 3-1 Vane no", [], ["Vane"], []),
    ("\n\nMOTION PASSED 3-2 (Vane and Tull – no; Dunn absent)", [], ["Vane", "Tull"], []),
    ("\n\nMOTION PASSED 3-1-1 (Vane no, Tull abstained)", [], ["Vane"], ["Tull"]),
    ("The motion was lost with the Mayor and Councillors Dunn, Vane and Tull voting “nay”.", [], ["the Mayor", "Dunn", "Vane", "Tull"], []),
    ("The motion carried. Vane abstained because his son works there.", [], [], ["Vane"]),
    ("Motion passed; Vane - no, Tull - abstain.", [], ["Vane"], ["Tull"]),
    ("The motion carried with Orde, Pell, Dunn in favor and Vane opposed.", ["Orde", "Pell", "Dunn"], ["Vane"], []),
    ("The motion carried with the following vote: Orde, yes; Pell, yes; Dunn, yes; Vane, no.", ["Orde", "Pell", "Dunn"], ["Vane"], []),
    ("Vane and Tull voted no, all others voted yes. Motion carried.", [], ["Vane", "Tull"], []),
    ("Orde aye, Pell aye, Dunn aye, Vane nay. Motion carried.", ["Orde", "Pell", "Dunn"], ["Vane"], []),
    ("Voting in favor were Orde, Pell, and Dunn. Voting against was Vane. Motion carried.", ["Orde", "Pell", "Dunn"], ["Vane"], []),
    ("Motion carried 3 yes (Orde, Pell, Dunn) to 1 no (Vane).", ["Orde", "Pell", "Dunn"], ["Vane"], []),
    ("Motion carried on the following roll call: Yes, Orde, Pell, Dunn; No, Vane.", ["Orde", "Pell", "Dunn"], ["Vane"], []),
    ("The vote: aye, Orde; aye, Pell; aye, Dunn; nay, Vane. Motion carried.", ["Orde", "Pell", "Dunn"], ["Vane"], []),
])
def test_a_sentence_of_voters_and_ways_of_voting_is_read_in_any_order(told: str, ayes: list[str], noes: list[str], rest: list[str]) -> None:
    assert votes(MOTION + told) == {option: names for option, names in (("for", ayes), ("against", noes), ("abstain", rest)) if names}


@pytest.mark.parametrize("told", [
    "All voted in favor except Vane. Motion carried.",
    "Motion by Vane carried, none opposed.",
    "The motion carried. Vane asked that Lot 4-1 Mill Road no longer be used.",
    "The motion carried. Dunn would vote no on Item 7 as well.",
    "Motion carried. Vane did not vote no.",
    "Public hearing. In favor: Jo Roe, Al Blythe. Opposed: Jim Hale.",
    "The motion carried. Mill Lane: no.",
    "Motion carried 3-0, Vane.",
    "The motion carried. Mr. Tull's report: yes.",
    "Ayes: all but Vane. Motion carried.",
    "All Alderpersons voted aye. Motion carried.",
    "The motion carried. HRA Resolution No. 91-05",
])
def test_a_sentence_that_tells_anything_else_gives_nobody_a_vote(told: str) -> None:
    assert votes(MOTION + told) == {}


def test_the_grid_of_a_vote_may_tick_who_moved_and_who_seconded() -> None:
    grid = """
Motion to approve the minutes of 4 April 2024

MEMBER           MOTION      SECOND      YES      NO      ABSTAIN
Mr. Orde           X                      X
Mr. Pell                        X         X
Mr. Dunn                                           X
Mr. Vane                                                     X

Motion carried.

Motion to approve the bills

MEMBER           MOTION      SECOND      YES      NO      ABSTAIN
Mr. Dunn           X                      X
Mr. Pell                                  X
Mr. Vane                        X         X

Motion carried.
"""
    assert moved(MINUTES + grid) == [("Orde", "Pell", "carried", "approve the minutes of 4 April 2024"), ("Dunn", "Vane", "carried", "approve the bills")]
    assert votes(grid) == {"for": ["Mr. Orde", "Mr. Pell", "Mr. Dunn", "Mr. Pell", "Mr. Vane"], "against": ["Mr. Dunn"], "abstain": ["Mr. Vane"]}


def test_what_becomes_of_a_substitute_that_is_not_read_is_not_what_became_of_the_motion() -> None:
    text = "MOTION: Cr Orde moved, seconded by Cr Pell to adopt the Ordinance.\n\nSUBSTITUTE MOTION: Cr Vane moved, seconded by Cr\nXX to continue this item.\n\nSUBSTITUTE MOTION FAILED DUE TO THE LACK OF A SECOND\n\nMOTION PASSED: 3-1 Vane no"
    assert ("Orde", "Pell", "carried", "adopt the Ordinance.") in moved(MINUTES + text)
    lost = "MOTION: Cr Orde moved, seconded by Cr Pell to adopt the Ordinance.\n\nMOTION FAILED: 1-3 Vane yes"
    assert moved(MINUTES + lost) == [("Orde", "Pell", "lost", "adopt the Ordinance.")]


@pytest.mark.parametrize(("text", "records"), [
    ("RESOLVED unanimously on the motion of Cr Orde, seconded Cr Pell that the speakers be heard.", [("Orde", "Pell", "carried", "the speakers be heard.")]),
    ("The minutes were approved on motion of Hon. Ruel F. Orde and seconded by Hon. Ann E. Pell.", [("Ruel F. Orde", "Ann E. Pell", "carried", "The minutes were approved")]),
    ("The meeting was adjourned at 8:15 p.m. on a motion by Cr Orde, seconded by Cr Pell.", [("Orde", "Pell", "carried", "The meeting was adjourned at 8:15 p.m.")]),
    ("MOVED: Cr Orde    SECONDED: Cr Pell\n\nThat the payments be approved.\n\n                    CARRIED: 6/0 Res: 151001", [("Orde", "Pell", "carried", "That the payments be approved.")]),
    ("DECISION:\n\nCr Orde moved, Cr Pell seconded that Council fund the lighting.\n\n                 MOTION LOST", [("Orde", "Pell", "lost", "Council fund the lighting.")]),
    ("AMENDMENT: Cr Orde moved, seconded by Cr Pell to add to the motion, “direct staff to return.”\nAMENDMENT FAILED: 1-3 DeVoss yes", [("Orde", "Pell", "lost", "add to the motion, “direct staff to return.”")]),
])
def test_movers_and_outcomes_in_more_company(text: str, records: list[tuple[str | None, ...]]) -> None:
    assert moved(MINUTES + text) == records


def test_a_resolution_number_behind_an_outcome_is_no_part_of_it() -> None:
    assert outcome_alone("LOST 2/4 Resolution No. 12-15") == ("lost", "")
    assert outcome_alone("Carried over to resolution 12") is None
    assert len(sentences("Seconded by Hon. Pell. The Hon. Orde spoke.")) == 2


TITLE: list[Row] = ["", "", (150, "HEATH COUNTY COUNCIL", "b"), (150, "MINUTES OF COUNCIL MEETING", "b"), (200, "April 21, 2011", "b"), "", "Present: J. Vane, Reeve, A. Orde, B. Pell", "",
                    (57, "1. MINUTES", "b"), "Moved by Councillor Orde that the minutes be adopted. Carried.", "The meeting was called to order at 10:30 a.m. by the Reeve."] + ["The Reeve reported on the roads of the county."] * 20
MORE: list[Row] = ["Councillor Orde said that the dogs run free at night.", "Moved by Councillor Pell that the bylaw receive first reading. Carried.", "Discussion followed on the number of dogs that may be kept."] * 4


def kinds(*pages: list[Row]) -> list[str]:
    return [p.kind for p in split(typeset(*pages))]


def test_minutes_are_not_cut_where_a_page_repeats_their_title() -> None:
    assert kinds(TITLE, [(150, "HEATH COUNTY COUNCIL MINUTES April 21, 2011"), "", "", *MORE]) == ["minutes"]
    assert kinds(TITLE, [(150, "HEATH COUNTY COUNCIL", "b"), (150, "MINUTES OF COUNCIL MEETING", "b"), (200, "May 12, 2011", "b"), "", "Present: J. Vane, Reeve, A. Orde", "", *MORE]) == ["minutes", "minutes"]


def test_minutes_are_not_cut_at_the_report_on_one_of_their_items() -> None:
    item: list[Row] = [(57, "5.1 LIGHTING OF THE OVAL", "b"), "AUTHOR: Municipal Engineer", "DATE: 12 October 2015", "", (57, "RECOMMENDATION", "b"), "That the lighting be deferred.", *MORE]
    assert kinds(TITLE, item) == ["minutes"]


@pytest.mark.parametrize(("text", "records"), [
    ("Upon motion of Supervisor Orde, seconded by Supervisor Pell and carried, it was ordered that the road be closed.", [("Orde", "Pell", "carried", "the road be closed.")]),
    ("Orde motioned to approve the bills, Pell 2nd. All in favor.", [("Orde", "Pell", "carried", "approve the bills")]),
    ("A motion was made and seconded (Orde/Pell) to approve the bills. Motion carried.", [("Orde", "Pell", "carried", "approve the bills.")]),
    ("On the motion of Orde, seconded by Pell, the bills were approved by the following vote: Yes: Orde, Pell. No: Vane.", [("Orde", "Pell", "carried", "the bills were approved")]),
    ("Commissioner Orde moved, Commissioner Pell seconded, to pay the bills. Discussion was held. Vote was 3-1 in favor. Vane opposed.", [("Orde", "Pell", "carried", "pay the bills.")]),
    ("Legislator Orde moved, Legislator Pell seconded, to pay the bills. Carried.", [("Orde", "Pell", "carried", "pay the bills.")]),
    ("Cr Orde moved to the next item, a second. The hall was cold.", []),
    ("The clerk ordered that the hall be heated.", []),
    ("The last vote was 3-1 on the hall in May.", []),
])
def test_motions_of_american_boards(text: str, records: list[tuple[str | None, ...]]) -> None:
    assert moved(MINUTES + text) == records


def test_a_vote_in_a_place_is_that_of_others():
    assert not [r for r in proceedings("""
    **5. Lamp**

    Moved by Vane, seconded by Tull, to light the lamp. In the Senate, Senator Poe voted aye and Senator Roe voted nay.

    Motion carried.
    """) if isinstance(r, DivisionVote)]
