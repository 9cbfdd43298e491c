"""Motions of American minutes: the order in which mover, words and vote are told, and near misses of each form. Seen first in excerpts of some hundred bodies."""

from __future__ import annotations

import pytest

from papermine.language.motions import find_moved
from papermine.language.movers import person_at
from papermine.records import DivisionVote
from printed import moved, proceedings


@pytest.mark.parametrize(("text", "mover", "seconder", "outcome", "words"), [
    ("A motion was made by Commissioner Pell and carried 5-0 to approve the agenda.", "Pell", None, "carried", "approve the agenda."),
    ("A motion was made at 7:05PM by Ann Orde to enter a non-public session. Jo Vane seconded the motion. Each member of the board was polled individually and all were in favor.",
     "Ann Orde", "Jo Vane", "carried", "enter a non-public session."),
    ("A motion was made to purchase the digitizer at a cost of $18,950 by Selectman Orde, seconded by Selectman Vane. Motion passed 3-1.", "Orde", "Vane", "carried", "purchase the digitizer at a cost of $18,950"),
    ("A motion was made by Mr. Orde to adjourn at 8:10 p.m. and seconded by Ms. Vane. Passed 3-0.", "Orde", "Vane", "carried", "adjourn at 8:10 p.m."),
    ("There was a motion by Trustee Orde to table the lease followed by a second from Mayor Pro Tem Vane. Motion carried.", "Orde", "Vane", "carried", "table the lease"),
    ("Motion was made by Mr. Orde, seconded by Ms. Vane, to approve the agenda, which was unanimously approved by the Board.", "Orde", "Vane", "carried", "approve the agenda"),
    ("Councilmember Orde moved and Councilmember Vane seconded to close the public hearing, which motion carried, all members voted aye.", "Orde", "Vane", "carried", "close the public hearing"),
    ("Moved by Orde, seconded by Vane, that the lease be renewed. Carried, all the Council present voting aye.", "Orde", "Vane", "carried", "the lease be renewed."),
    ("Moved by Councilman Orde, seconded by Councilman Vane and unanimously carried by roll call that staff report on the lease.", "Orde", "Vane", "carried", "staff report on the lease."),
    ("The minutes of May 4, 1990, were approved by motion of Mr. Orde, seconded by Mr. Vane and motion approved unanimously.", "Orde", "Vane", "carried", "The minutes of May 4, 1990, were approved"),
    ("Upon MMS&C, by Councilmembers Orde and Vane, and unanimous affirmative vote of all present, the minutes of May 4 were approved.", "Orde", "Vane", "carried", "the minutes of May 4 were approved."),
    ("Orde/Vane – to approve the plat of Elm Grove. Motion Passed [Unanimous]", "Orde", "Vane", "carried", "approve the plat of Elm Grove."),
    ("Orde made a motion to approve the minutes of May 4; second by Vane. The minutes were approved as printed.", "Orde", "Vane", "carried", "approve the minutes of May 4"),
    ("Alderman Orde presented the report of the Finance Committee, and moved that the report be placed on file. Seconded by Alderman Vane, motion carried.", "Orde", "Vane", "carried", "the report be placed on file."),
    ("Alderman Orde moved for the adoption of Resolution 46-98, seconded by Alderman Vane. Motion carried.", "Orde", "Vane", "carried", "adoption of Resolution 46-98"),
    ("It was moved by Council Member/Commissioner Orde, seconded by Council Member/Commissioner Vane, and unanimously carried (3/0) to approve the minutes.", "Orde", "Vane", "carried", "approve the minutes."),
    ("Motion by Orde, second by Vane for nominations to cease and a unanimous ballot be cast for Commissioner Pell. All members voted aye. Motion carried.",
     "Orde", "Vane", "carried", "for nominations to cease and a unanimous ballot be cast for Commissioner Pell."),
    ("Motion was made by Comm. Orde and seconded by Comm. Vane to approve the bonds. Said motion was approved by roll call vote.", "Orde", "Vane", "carried", "approve the bonds."),
    ("A motion was made by Jo Orde and seconded by Al Vane to deny the request. A roll call vote was taken and the vote was a unanimous, “yes”.", "Jo Orde", "Al Vane", "carried", "deny the request."),
    ("Commissioner Orde made a motion to close the hearing. Commissioner Vane seconded and all voted aye.", "Orde", "Vane", "carried", "close the hearing."),
    ("Motion to accept the bid of $2500 by Selectman Orde, seconded by Selectman Vane. All in Favor.", "Orde", "Vane", "carried", "accept the bid of $2500"),
    ("Motion by Orde, seconded by Vane that the following Court minutes be approved. Motion carried, all present voting aye.", "Orde", "Vane", "carried", "the following Court minutes be approved."),
    ("Motion by Jo Orde, seconded by Al Vane, it was VOTED 4-0-1 (Pell abstained) TO APPROVE THE LICENSE.", "Jo Orde", "Al Vane", "carried", "APPROVE THE LICENSE."),
    ("It was moved by Orde, seconded by Vane, and carried (3/1) to award the contract to Sully Engineering, Council Member Pell voting no.", "Orde", "Vane", "carried", "award the contract to Sully Engineering"),
    ("The Board moved to approve the agenda as presented. Motion carried.", None, None, "carried", "approve the agenda as presented."),
    ("Motion made to donate $500 to the Friends of the Library. Seconded and unanimously approved.", None, None, "carried", "donate $500 to the Friends of the Library."),
    ("With no further nominations received, Commissioner Orde made a motion that nominations be closed. The motion was seconded by Commissioner Vane and duly carried.", "Orde", "Vane", "carried", "nominations be closed."),
])
def test_a_motion_is_read(text: str, mover: str | None, seconder: str | None, outcome: str, words: str) -> None:
    assert moved(f"**AGENDA\n\n{text}") == [(mover, seconder, outcome, words)]


@pytest.mark.parametrize("text", [
    "The Board moved to the Village Hall. Motion sickness was reported.",
    "The Board moved to close ranks behind the Clerk.",
    "Finance/Planning – to be merged in May.",
    "The motion picture made to honor the town was shown, which was approved by the school.",
    "Each member of the board was polled on the date of the picnic.",
    "Phase 2 No. 5 was put to the voters.",
    "All of the Council present voting aye cards were handed out.",
    "The bench that was made by Mr. Orde to celebrate the fair was carried in.",
])
def test_what_looks_like_a_motion_and_is_none(text: str) -> None:
    assert moved(f"**AGENDA\n\n{text}") == []


def test_a_heading_on_the_movers_line_is_no_part_of_him() -> None:
    for text, who in (("III Approval of Agenda Commissioner Pell moved to approve the agenda.", "Commissioner Pell"), ("AGENDA Trustee Korn moved to approve the agenda.", "Trustee Korn")):
        found = find_moved(text)
        assert found is not None
        assert found.mover is not None
        assert text[slice(*found.mover)] == who
    assert person_at("Former Councillor Pell", (0, 22)) is None


def test_voters_named_in_a_sentence() -> None:
    def votes(text: str) -> set[tuple[str, str]]:
        return {(v.person_name, v.option) for v in proceedings(f"**ZONING\n\n{text}") if isinstance(v, DivisionVote)}
    assert votes("MOTION TO APPROVE THE AGENDA WAS MADE BY BRAD ORDE AND SECONDED BY LARRY VANE. THOSE IN FAVOR OF THE MOTION WERE BRAD ORDE AND LARRY VANE. THOSE OPPOSED WERE ANN PELL. MOTION CARRIED.") == {
        ("BRAD ORDE", "for"), ("LARRY VANE", "for"), ("ANN PELL", "against")}
    assert votes("Commissioner Orde made a motion to zone. Commissioner Vane seconded the motion and Commissioners Orde, Cole and Vane voted aye.") == {("Orde", "for"), ("Cole", "for"), ("Vane", "for")}
    assert votes("Moved by Orde, seconded by Vane, to approve the agenda. Those in favor of the new park were the youngest.") == set()


def test_one_list_of_noes_makes_no_motion_lost() -> None:
    text = "Moved by Orde, seconded by Vane, the resolution be adopted. Carried, by the following vote, to-wit: Ayes: Hale, Orde, Vane. Nays: Pell."
    assert moved(f"**LEASE\n\n{text}") == [("Orde", "Vane", "carried", "the resolution be adopted.")]


def test_who_resolves_is_no_part_of_what_is_resolved() -> None:
    text = "NOW, THEREFORE, BE IT RESOLVED by the City Council of the City of Vane, that the plan be adopted."
    assert [words for _, _, _, words in moved(f"**PLAN\n\n{text}")] == ["the plan be adopted."]
