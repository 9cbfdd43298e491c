"""Sentences that tell of another meeting, of what somebody said or of what may be, and names that stand near a verb → nobody is stored as a mover who is not printed as one."""

from __future__ import annotations

import pytest

from papermine.records import Division, Motion, Resolution
from printed import proceedings

VANE = [("Vane", "Bell")]


def movers(text: str, title: str = "Mill Lane") -> list[tuple[str | None, str | None]]:
    return [(r.mover, r.seconder) for r in proceedings(f"**4. {title}**\n\n{text}") if isinstance(r, Motion)]


@pytest.mark.parametrize("before", [
    "It had been", "It may be", "It was to have been", "It would be", "Cllr Pell thought it was", "Cllr Pell alleged that it was", "In July it was", "At the Finance Committee it was", "Two years ago it was",
    "The Herald wrote: It was", "A complaint had been received that it was"])
def test_what_is_told_of_another_time_or_by_somebody_moves_nothing(before: str) -> None:
    assert movers(f"{before} proposed by Cllr Vane and seconded by Cllr Bell that the land be sold.") == []


@pytest.mark.parametrize("before", ["It was", "After debate it was", "The minutes having been taken as read it was", "In view of the cost it was", "At the request of the Chairman it was"])
def test_what_is_moved_now_is_moved(before: str) -> None:
    assert movers(f"{before} proposed by Cllr Vane and seconded by Cllr Bell that the land be sold.") == VANE


@pytest.mark.parametrize(("printed", "found"), [
    ("Councillor Pell in reply to Councillor Vane moved, seconded by Councillor Bell, that the land be sold. Carried.", []),
    ("After a debate Councillor Vane moved, seconded by Councillor Bell, that the land be sold. Carried.", VANE),
    ("Mrs Jane Roe moved to Heath in 2010 and supported by Mr Poe asked for a crossing.", []),
    ("Councillor Vane moved to the chair.", []),
    ("Councillor Vane moved to Heath.", []),
    ("Vane/Bell moved to Mill Lane, where they still live.", []),
    ("Vane/Bell moved to sell the land. Carried.", VANE),
    ("Vane/Bell moved to Approve the lease. Carried.", VANE),
    ("Councillor Vane moved to Rescind, seconded by Councillor Bell. Carried.", VANE),
    ("19/088 Lord Nelson: That the grant be paid. Carried.", []),
    ("19/088 Mill Lane: That the grant be paid. Carried.", []),
    ("19/088 J Vane: That the grant be paid. Carried.", [("J Vane", None)]),
    ("Moved by CR. Jo Vane and seconded by CR. Al Bell that the land be sold. Carried.", [("Jo Vane", "Al Bell")]),
    ("The Mayor invited Mr Vane to move the budget display, and the motion was carried.", []),
    ("The minutes of the Planning Committee were received. These recorded that Councillor Vane proposed, seconded by Councillor Bell, that the lane be closed.", []),
    ("Motions on notice for the July meeting:\n\n1. Proposed by Councillor Vane, seconded by Councillor Bell: That the land be sold.", []),
    ("The bench, proposed by Councillor Vane and seconded by Councillor Bell, will be delivered.", []),
    ("Councillor Vane proposed to Councillor Bell that they meet the owner.", []),
    ("Councillor Vane moved to Approve the lease, seconded by Councillor Bell. Carried.", VANE),
    ("The bench, proposed by Councillor Vane and supported by Councillor Bell, has been delivered.", []),
    ("The Clerk read the minute of 7 June: “Proposed by Cllr Vane, seconded by Cllr Bell, that the gate be repaired. Carried.”", []),
    ("The Clerk read the minute of 7 June: \"Proposed by Cllr Vane, seconded by Cllr Bell, that the gate be repaired. Carried.\"", []),
    ("Proposed by Cllr Vane, seconded by Cllr Bell: \"That the gate be repaired.\" Carried.", VANE),
    ("A 5\" pipe had burst. Proposed by Cllr Vane, seconded by Cllr Bell, that it be replaced. Carried.", VANE),
])
def test_who_moved(printed: str, found: list[tuple[str, str]]) -> None:
    assert movers(printed) == found


@pytest.mark.parametrize(("told", "outcomes"), [
    ("Cllr Bell declined.", []), ("Cllr Bell did not wish to stand.", []), ("The post was left vacant.", []), ("Cllr Bell thanked the members.", [None])])
def test_a_nomination_that_was_declined_chose_nobody(told: str, outcomes: list[str | None]) -> None:
    found = proceedings(f"**4. Election of Chairman**\n\nIt was proposed by Cllr Vane, seconded by Cllr Orde, that Cllr Bell be elected Chairman. {told}")
    assert [r.outcome for r in found if isinstance(r, Resolution)] == outcomes


def test_a_vote_that_is_read_out_is_none() -> None:
    found = proceedings("**4. Mill Lane**\n\nExtract from the minutes of 3 May:\n\n“Councillor Vane moved, seconded by Councillor Bell, that the land be sold. Carried by 6 votes to 4.”\n\nThe Council discussed the extract.")
    assert [r for r in found if isinstance(r, (Motion, Division, Resolution))] == []


def test_whom_nobody_need_second_moved_only_what_stands_beside_him() -> None:
    found = proceedings("**4. Hours**\n\n19/088 ORDE: That the hours be cut.\n\n19/089 PELL: That the minutes be approved. CARRIED")
    assert [(r.mover, r.text) for r in found if isinstance(r, Resolution)] == [("PELL", "That the minutes be approved.")]


MOTION = "**4. Budget**\n\nCouncillor Vane moved, seconded by Councillor Bell, that the budget be approved.\n\n"


def test_a_quotation_above_a_motion_is_its_words_where_it_moves_something() -> None:
    texts = [r.text for words in ("I want a crossing at the school.", "I move that we adopt Ordinance 12.") for r in proceedings(f"**4. Ordinance**\n\nMr Poe said “{words}” MOTION BY VANE. SECONDED BY BELL.") if isinstance(r, Motion)]
    assert texts == ["“I move that we adopt Ordinance 12.”"]


def test_a_groups_budget_amendment_is_an_amendment() -> None:
    found = proceedings(f"{MOTION}The Labour Group budget amendment was moved by Councillor Orde and seconded by Councillor Fenn.\n\nThe amendment was lost by 3 votes to 9. The motion was carried.")
    assert [(r.mover, r.outcome, r.votes_for) for r in found if isinstance(r, Resolution)] == [("Vane", "carried", None)]


@pytest.mark.parametrize("told", ["The Clerk warned that the Council must keep within its powers.", "Councillor Rind reminded members that they should be brief."])
def test_what_is_said_below_an_amendment_is_not_its_words(told: str) -> None:
    found = proceedings(f"{MOTION}Councillor Orde moved an amendment, seconded by Councillor Fenn.\n\n{told}\n\nThe amendment was put and lost. The motion was carried.")
    assert [r.mover for r in found if isinstance(r, Resolution)] == ["Vane"]


@pytest.mark.parametrize(("told", "n"), [
    ("No decision was made.", 0), ("There was no majority.", 0), ("Nobody agreed.", 0), ("All were against.", 0), ("The election was put off to June.", 0), ("Cllr Vane then took back his proposal.", 0),
    ("Carried over.", 0), ("Carried forward to the July meeting.", 0), ("The Chairman would not take it.", 0), ("This will be decided in July.", 0), ("The meeting was abandoned.", 0), ("The Clerk pointed out that the agenda did not allow this.", 0),
    ("The Clerk will write to the County.", 1), ("Members thanked the Clerk.", 1)])
def test_what_was_proposed_and_not_settled_is_no_decision(told: str, n: int) -> None:
    found = proceedings(f"**5. Precept**\n\nIt was proposed by Cllr Vane, seconded by Cllr Bell, that the precept be £12,000. {told}")
    assert len([r for r in found if isinstance(r, Resolution)]) == n


@pytest.mark.parametrize(("below", "rows"), [
    ("Approve the minutes.\n\nLost.", [(None, None), ("Vane", "lost")]), ("Approval of the minutes of 4 May.\n\nCarried", [(None, None), ("Vane", "carried")]),
    ("Carried", [("Vane", "carried")]), ("For: Orde, Pell. Against: Lusk.\n\nCarried", [("Vane", "carried")])])
def test_who_moved_what_stands_below_did_not_move_what_stands_above(below: str, rows: list[tuple[str | None, str | None]]) -> None:
    found = proceedings(f"**4. Mill Lane**\n\nRESOLVED that the lane be closed.\n\nMoved by Cllr Vane, seconded by Cllr Bell\n\n{below}")
    assert [(r.mover, r.outcome) for r in found if isinstance(r, Resolution)] == rows


SLIP = "**4. Mill Lane**\n\nMOVED Cr Vane, SECONDED Cr Bell\n\nThat the land be sold.\n\n"


@pytest.mark.parametrize(("below", "rows"), [
    ("CARRIED / LOST", [("Vane", None, "That the land be sold.")]), ("CARRIED 4/1", [("Vane", "carried", "That the land be sold.")]),
    ("The meeting adjourned at 8.00pm and resumed at 8.10pm.\n\nCARRIED 4/1", [("Vane", "carried", "That the land be sold.")]),
    ("PROCEDURAL MOTION\nMOVED Cr Orde, SECONDED Cr Pell\n\nThat the item lie on the table.\n\nCARRIED 3/2", [("Vane", None, "That the land be sold."), ("Orde", "carried", "That the item lie on the table.")])])
def test_what_stands_between_a_slips_words_and_its_outcome(below: str, rows: list[tuple[str, str | None, str]]) -> None:
    assert [(r.mover, r.outcome, r.text) for r in proceedings(SLIP + below) if isinstance(r, Motion)] == rows


def test_who_moved_what_is_revoked_in_brackets_did_not_move_that_it_be() -> None:
    found = proceedings("**4. Mill Lane**\n\nThat Council revokes its decision 12/2021: “That the land be leased” (Moved Cr Orde, Seconded Cr Pell, CARRIED 5/0).\n\nMOVED Cr Vane, SECONDED Cr Bell\n\nCARRIED 4/1")
    assert [r.mover for r in found if isinstance(r, Resolution)] == ["Vane"]


@pytest.mark.parametrize(("label", "n"), [("Previous action:", 0), ("History:", 0), ("Prior Board Action:", 0), ("Action:", 1)])
def test_what_was_done_before_is_history(label: str, n: int) -> None:
    assert len([r for r in proceedings(f"**4. Lease**\n\n{label} Motion by Vane, second by Bell, to approve the lease. Carried 5-0.") if isinstance(r, Motion)]) == n
