"""What others decided, what a list only names, what was not seconded, and what was moved in other words than was resolved."""

from __future__ import annotations

import pytest

from papermine.records import DivisionVote, Resolution
from printed import decided, moved, proceedings

TOP = "Minutes of Quillmere Parish Council held on 3 May 2023\n\n**1. Minutes**\n\nThe minutes were read.\n\n"


def texts(printed: str) -> list[str]:
    return [text for _, _, text in decided(f"{TOP}{printed}\n\n**9. Close**\n\nThe meeting closed.")]


@pytest.mark.parametrize(("printed", "found"), [
    ("**4. Planning**\n\nDecisions by the County:\n\nThe extension at 4 Mill Lane was APPROVED.\nThe garage at 5 Mill Lane was APPROVED.", []),
    ("**4. Planning**\n\nDecisions made by the planning authority\n\nThe extension at 4 Mill Lane was APPROVED.\n\nIt was agreed to write to the owner.", ["write to the owner."]),
    ("**4. Planning decisions by the District Council**\n\nExtension at 4 Mill Lane. APPROVED: with conditions\nGarage at 5 Mill Lane. APPROVED: with conditions\n\nRESOLVED that the list be noted.", ["the list be noted."]),
    ("**4. Planning**\n\nDecisions by the Committee:\n\nThe extension at 4 Mill Lane was APPROVED.", ["The extension at 4 Mill Lane was APPROVED."]),
    ("**4. Planning**\n\nDecisions by Quillmere Parish Council:\n\nThe extension at 4 Mill Lane was APPROVED.", ["The extension at 4 Mill Lane was APPROVED."])])
def test_what_others_decided_is_no_decision_of_this_meeting(printed: str, found: list[str]) -> None:
    assert texts(printed) == found


@pytest.mark.parametrize(("printed", "found"), [
    ("The Council agreed the following:\n\nStanding Orders\n\nFinancial Regulations\n\nCllr Vane said that they were long.", ["Standing Orders", "Financial Regulations"]),
    ("RESOLVED to adopt the following policies:\n\nStanding Orders\n\nFinancial Regulations\n\nThe Clerk will print them.", ["Standing Orders", "Financial Regulations"]),
    ("The Council agreed the following:\n\nThe bench is to be painted.\n\nCllr Vane said that it was old.", ["The bench is to be painted."]),
    ("Resolved that the following apologies be accepted:\n- Cllr Vane (holiday)\n- Cllr Orde", ["the following apologies be accepted: Cllr Vane (holiday) Cllr Orde"]),
    ("Resolved that the following be appointed to the Roads Board:\n(a) Cllr Vane\n(b) Cllr Orde", ["the following be appointed to the Roads Board: (a) Cllr Vane (b) Cllr Orde"]),
    ("Resolved that the following appointments be made:\n(a) Roads Board: Cllr Vane\n(b) Parks Board: Cllr Orde", ["Roads Board: Cllr Vane", "Parks Board: Cllr Orde"]),
    ("Agreed: that at present the road seems narrow and children play there.", []), ("Agreed: that at present no bench be bought.", ["that at present no bench be bought."])])
def test_a_list_of_names_is_no_list_of_decisions(printed: str, found: list[str]) -> None:
    assert texts(f"**4. Policies**\n\n{printed}") == found


@pytest.mark.parametrize(("words", "rows"), [
    ("the road be closed (withdrawn).", [("withdrawn", "the road be closed")]), ("the road be closed. (not seconded)", []), ("the road be closed (not seconded).", []), ("the motion be noted (withdrawn).", [(None, "the motion be noted (withdrawn).")])])
def test_what_was_not_seconded_does_not_stand(words: str, rows: list[tuple[str | None, str]]) -> None:
    assert [(outcome, text) for *_, outcome, text in moved(f"{TOP}**4. Roads**\n\nRESOLVED that {words}\n")] == rows


@pytest.mark.parametrize(("printed", "rows"), [
    ("Proposed: Cllr Vane\nSeconded: Cllr Orde\n\nTo have the road closed at once\n\nIt was resolved that the road stay open.", [(None, "the road stay open.")]),
    ("Moved by Cllr Vane\nSeconded by Cllr Orde\n\nThe road be closed\n\nResolved: that the road not be closed.", [(None, "that the road not be closed.")]),
    ("Moved by Cllr Vane\nSeconded by Cllr Orde\n\nThe road be closed\n\nResolved: that the road be closed.", [("Vane", "that the road be closed.")]),
    ("Proposed Cllr Vane, seconded Cllr Orde, to close the road. After a debate it was resolved that it stay open.", [(None, "it stay open.")]),
    ("Moved by Cllr Vane to adjourn at 8:45 PM. Director Orde seconded the motion. Motion carried.", [("Vane", "adjourn at 8:45 PM.")])])
def test_who_moved_other_words_did_not_move_what_was_resolved(printed: str, rows: list[tuple[str | None, str]]) -> None:
    assert [(mover, text) for mover, _, _, text in moved(f"{TOP}**4. Roads**\n\n{printed}\n")] == rows


ROLL = "Minutes of Quillmere Parish Council held on 3 May 2023\n\nPresent: Cllrs Vane, Orde, Dace, Bell, Hart\n\n"


def votes(printed: str) -> list[tuple[str | None, int | None, int | None, str]]:
    return [(r.outcome, r.votes_for, r.votes_against, r.text) for r in proceedings(ROLL + printed) if isinstance(r, Resolution)]


@pytest.mark.parametrize(("told", "rows"), [
    ("that (a) the bridge be sold and (b) the road be closed. Part (a) was carried 6-2. Part (b) was lost 3-5.", [("carried", 6, 2, "the bridge be sold and"), ("lost", 3, 5, "the road be closed.")]),
    ("that the bridge be sold and the road be closed. Part (a) was carried 6-2. Part (b) was lost 3-5.", []),
    ("that the bridge be sold and the road be closed. The first part was carried 6-2. The second part was lost 3-5.", []),
    ("that clause 4 of the lease be dropped. Clause 4 was carried 6-2.", [("carried", 6, 2, "clause 4 of the lease be dropped.")]),
    ("that the resolution passed by 5 votes to 3 in April be rescinded. Lost 2-6.", [("lost", 2, 6, "the resolution passed by 5 votes to 3 in April be rescinded.")]),
    ("that the resolution “That the bridge be sold” passed on 3 April by 5 votes to 3 be rescinded. Carried.", [("carried", None, None, "the resolution “That the bridge be sold” passed on 3 April by 5 votes to 3 be rescinded.")])])
def test_a_vote_on_a_part_or_on_what_a_motion_undoes_is_none_on_the_motion(told: str, rows: list[tuple[str | None, int | None, int | None, str]]) -> None:
    assert votes(f"**4. Bridge**\n\nCllr Vane moved, seconded by Cllr Orde, {told}\n") == rows


@pytest.mark.parametrize(("title", "told", "found"), [
    ("Hall Trust", "The Trust held its AGM on 4 May. It was resolved that the hall be let. Proposed by Ann Roe, seconded by Bob Poe.", []),
    ("Hall", "The Clerk held a viewing on 4 May. It was resolved that the hall be let. Proposed by Cllr Vane, seconded by Cllr Orde.", ["the hall be let."]),
    ("Reports", "Heathshire County Council met on 4 May. The budget was approved. It was agreed that the rate be raised.", []),
    ("Reports", "The Parish Council met the architect on 4 May. It was agreed that the plan be bought.", ["the plan be bought."]),
    ("Reports", "Cllr Vane reported on the County meeting. Moved by Cllr Jo Poe and seconded by Cllr Al Roe that buses be run, which was carried 40-20.", []),
    ("Reports", "Planning Committee meeting 4 May: It was agreed to object to the barn.", []), ("Reports", "The committee met on 4 May and agreed to recommend a rent of £50.", []),
    ("Letters", "A letter from Lower Heath Parish Council: It was resolved that the path be closed.", []), ("Letters", "A letter from the County was read. It was resolved that the path be closed.", ["the path be closed."]),
    ("Public participation", "Mr Al Roe proposed that the road be closed, and Mrs Jo Poe seconded this. All agreed.", []),
    ("Public participation", "Mr Al Vane proposed that the road be closed, and Mrs Jo Orde seconded this. All agreed.", ["the road be closed"]),
    ("Matters arising", "Bench. It was agreed to paint it. This has been done.", []), ("Bench", "It was agreed to paint it. This has been done.", ["paint it."]),
    ("Actions from last meeting", "Agreed to write to the County – done.", []), ("Actions", "Agreed to write to the County.", ["write to the County."])])
def test_what_was_decided_elsewhere_or_before_is_not_decided_here(title: str, told: str, found: list[str]) -> None:
    assert [text for *_, text in votes(f"**4. {title}**\n\n{told}\n")] == found


@pytest.mark.parametrize(("told", "rows"), [
    ("An online poll gave 230 for and 45 against. The motion was carried.", [("carried", None, None)]), ("A vote gave 5 for and 2 against. The motion was carried.", [("carried", 5, 2)]),
    ("Ayes: Vane, Orde, Dace. Nays: none. First reading passed April 6 by 2-1 (Bell opposed).", [("carried", None, None)]), ("The motion passed on 3 May by 5-2.", [("carried", 5, 2)]),
    ("The vote will be taken in June, when 5 votes in favour will be needed.", [])])
def test_a_vote_of_others_or_of_another_day_is_none_on_the_motion(told: str, rows: list[tuple[str | None, int | None, int | None]]) -> None:
    assert [row[:3] for row in votes(f"**4. Bridge**\n\nMoved by Cllr Vane, seconded by Cllr Orde, that the bridge be sold. {told}\n")] == rows


def test_who_nominated_another_did_not_move_who_was_elected() -> None:
    told = "Cllr Vane nominated Cllr Orde, seconded by Cllr Dace. Cllr Bell nominated Cllr Hart, seconded by Cllr Vane. Cllr Orde received 3 votes and Cllr Hart 2. Cllr Orde was elected."
    assert [row[:2] for row in moved(f"{ROLL}**4. Chair**\n\n{told}\n")] == [("Vane", "Dace")]


@pytest.mark.parametrize(("when", "n"), [("In April ", 0), ("In 2021 ", 0), ("Last year ", 0), ("In May ", 1), ("", 1)])
def test_what_was_moved_at_another_time_is_not_moved_now(when: str, n: int) -> None:
    assert len(moved(f"{ROLL}**4. Bridge**\n\n{when}Cllr Vane moved and Cllr Orde seconded that the bridge be sold, and this was carried 5-2.\n")) == n


@pytest.mark.parametrize(("title", "told", "found"), [
    ("Terms of reference", "They state: “The Committee settles complaints. It was agreed that reports be annual.”", []), ("Terms of reference", "It was agreed that “reports be annual”.", ["“reports be annual”."]),
    ("Questions", "Q: Why was it agreed that the hall be sold? A: It was agreed that the hall be sold as it was empty.", []),
    ("Mower", "The notes of the working party were circulated: it was agreed to buy a mower; it was agreed to sell the tractor.", []),
    ("County Councillor’s report", "The Council resolved to raise the tax by 5%.", []), ("County Councillor’s report", "It was agreed to write to the County.", ["write to the County."]), ("Tax", "The Council resolved to raise the tax by 5%.", ["The Council resolved to raise the tax by 5%."]),
    ("Complaints", "RESOLVED: 4. Outstanding: 2.", []), ("Complaints", "RESOLVED: 4 benches be bought.", ["4 benches be bought."])])
def test_what_is_quoted_or_reported_is_not_decided(title: str, told: str, found: list[str]) -> None:
    assert [text for *_, text in votes(f"**4. {title}**\n\n{told}\n")] == found


def voters(printed: str) -> list[tuple[str, str]]:
    return [(r.person_name, r.option) for r in proceedings(f"{ROLL}**4. Bridge**\n\n{printed}\n") if isinstance(r, DivisionVote)]


@pytest.mark.parametrize(("printed", "found"), [
    ("Moved: Vane\nSeconded: Orde\nThat the bridge be sold.\n\nSpeakers\nFor: Hart\nAgainst: Dace, Bell\n\nCARRIED", []), ("Moved: Vane\nSeconded: Orde\nThat the bridge be sold.\n\nVotes\nFor: Hart\nAgainst: Dace\n\nCARRIED", [("Hart", "for"), ("Dace", "against")]),
    ("Moved by Cllr Vane, seconded by Cllr Orde, that the bridge be sold. Cllr Dace opposed the motion. Cllr Bell supported it. The motion was carried.", []),
    ("Moved by Cllr Vane, seconded by Cllr Orde, that the bridge be sold. The motion was carried. Cllr Dace opposed the motion.", [("Dace", "against")])])
def test_who_spoke_against_a_motion_has_not_voted(printed: str, found: list[tuple[str, str]]) -> None:
    assert voters(printed) == found


@pytest.mark.parametrize(("printed", "rows"), [
    ("Motion: Vane\nSecond: Orde\nDiscussion: Bell moved to table; no second.\nVote: 4-1", []), ("Cllr Bell moved to table the item; no second.\n\nRESOLVED that a keeper be hired.", [(None, None, None)]),
    ("Cllr Vane proposed himself. Cllr Orde seconded. Cllr Dace proposed Cllr Bell. There was no seconder for Cllr Bell. Cllr Vane was appointed.", [(None, None, None)]),
    ("Moved by Cllr Vane. Seconded by Cllr Orde. Motion to sell the bridge withdrawn by mover. RESOLVED that a survey be made.", [(None, None, None)]),
    ("Motion by Vane, second by Orde, to approve the consent agenda.\na. Minutes of April 5 (approved 5-0 by committee)\nb. Bills\nMotion carried.", [("Vane", "carried", None)])])
def test_movers_and_votes_of_what_fell_are_not_those_of_what_was_decided(printed: str, rows: list[tuple[str | None, str | None, int | None]]) -> None:
    assert [(r.mover, r.outcome, r.votes_for) for r in proceedings(f"{ROLL}**4. Appointment of bridge keeper**\n\n{printed}\n") if isinstance(r, Resolution)] == rows
