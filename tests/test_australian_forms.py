"""Motions and votes as councils of New South Wales print them → mover, seconder, words, vote."""

from __future__ import annotations

from papermine.records import DivisionVote, Resolution
from printed import proceedings


def moved(text: str) -> list[tuple[str, str | None, str | None, int | None, int | None]]:
    return [(r.text, r.mover, r.seconder, r.votes_for, r.votes_against) for r in proceedings(text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)]


ON_MOTION = """
RESOLVED on the motion of Councillors Brand and Brook-Hall that Standing Orders be suspended.

For the Motion were Councillors Gould, Hutch and Brand (Total 3).

Against the Motion were Councillors Brook-Hall and Strand (Total 2).
"""


def test_resolved_on_the_motion_of_two() -> None:
    assert moved(ON_MOTION) == [("Standing Orders be suspended.", "Brand", "Brook-Hall", 3, 2)]
    assert voted(ON_MOTION) == [("Gould", "for"), ("Hutch", "for"), ("Brand", "for"), ("Brook-Hall", "against"), ("Strand", "against")]


def test_against_was_nobody() -> None:
    text = ON_MOTION.replace("were Councillors Brook-Hall and Strand (Total 2)", "was Nil (Total 0)")
    assert (moved(text)[0][3:], voted(text)) == ((3, 0), [("Gould", "for"), ("Hutch", "for"), ("Brand", "for")])


def test_in_capitals_with_its_words_below() -> None:
    assert moved("RESOLVED ON THE MOTION OF COUNCILLOR Hutch, seconded by COUNCILLOR GOULD,\n\nTHAT the apology be accepted.\n\nFOR:   Councillors Gould and Hutch\n\nAGAINST:   Nil") == [
        ("THAT the apology be accepted.", "Hutch", "GOULD", None, None)]


RESOLVED_BY = """
2021/197   Resolved (Cr Dana Night)

That Council:

1.   Calls on the Government to withdraw the Bill.

2.   Calls on the Government to consult again.

Carried

Votes For:   {who}
Votes Against:   Cr George Cecil
"""


def test_a_resolution_with_its_number_and_mover() -> None:
    text = RESOLVED_BY.format(who="Cr Dana Night, Cr Tegan Swann")
    assert [(t, m) for t, m, *_ in moved(text)] == [("Calls on the Government to withdraw the Bill.", "Dana Night"), ("Calls on the Government to consult again.", "Dana Night")]
    assert voted(text) == [("Dana Night", "for"), ("Tegan Swann", "for"), ("George Cecil", "against")]


def test_unanimous_is_nobodys_name() -> None:
    assert voted(RESOLVED_BY.format(who="Unanimous")) == [("George Cecil", "against")]


def test_a_slip_in_a_box() -> None:
    text = "**Resolution 449/2019**\nMoved: Cr Dennis Palm\nSeconded: Cr Leigh Bow\nCouncil adjourn for Open Forum.\nCARRIED"
    assert moved(text)[0][:3] == ("Council adjourn for Open Forum.", "Dennis Palm", "Leigh Bow")


def test_the_number_of_a_resolution_is_not_its_words() -> None:
    assert moved("RESOLUTION: 2008.11.1\n\nThat the minutes be confirmed.\n\nMoved: Cr Hubbel     Seconded: Cr Grovan\n\nCARRIED: 5/0") == [("That the minutes be confirmed.", "Hubbel", "Grovan", 5, 0)]


def test_a_seconder_to_be_confirmed_is_nobody() -> None:
    assert moved("Moved: Cr Chambley\nSeconded: TBC\n\nThat Cr Payne leave the room.\n\nCARRIED 6/0") == [("That Cr Payne leave the room.", "Chambley", None, 6, 0)]


def test_an_outcome_with_the_resolutions_number_after_it() -> None:
    assert moved("MOTION:\n\nThat Council adopt the Minutes.\n\nMOVED:     CR DAVID VISS\n\nSECONDED:     CR DARYL WARE\n\nCARRIED.\n(R800/20)")[0][:3] == ("That Council adopt the Minutes.", "DAVID VISS", "DARYL WARE")
