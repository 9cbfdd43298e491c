"""What minutes tell of others, of other times or of how things are, beside what was moved and decided now, and who came."""

from __future__ import annotations

import pytest

from papermine.extract.decisions.proceedings import read_item
from papermine.extract.minutes.table import DecisionLine
from papermine.extract.paragraphs import paragraph
from papermine.records import DivisionVote, Motion, Resolution
from printed import came, decided, moved, proceedings, words_of

TOP = "MINUTES of Quillmere Council held on 3 May 2023\n\nPresent: Councillors Ann Tull, Bob Orde, Carl Dace and Dee Hart\n\n"


def words(told: str) -> list[str]:
    return [text for _, _, text in decided(f"{TOP}**4. Hall**\n\n{told}\n")]


@pytest.mark.parametrize("told", [
    "The Clerk read an email from the County: it was agreed that the verge would be cut twice a year.", "On 4 March 2022 Cabinet resolved that the depot be sold. On 6 June 2022 it was agreed to market it.",
    "The Council agreed that the mower is too old.", "RECOMMENDED (by Cabinet on 4 April 2023) – That the budget be approved.",
    "The Mayor ruled the following motion out of order:\n\n“That this Council opposes the closure of the depot.” (Moved by Councillor Orde, seconded by Councillor Hart)",
    "At the April 6 meeting Orde moved, seconded by Dace, to buy a mower. Motion carried 4-0. Staff reported that the mower was delivered.",
    "Councillor Orde proposed that the hall be painted, seconded by Councillor Hart. The Clerk advised that this was not lawful and the matter was left."])
def test_what_was_done_elsewhere_or_not_at_all(told: str) -> None:
    assert words(told) == []


@pytest.mark.parametrize(("told", "found"), [
    ("The Clerk read an email from the County, and it was agreed that the verge be cut.", ["the verge be cut."]), ("On the Clerk’s advice it was agreed to market the depot.", ["market the depot."]),
    ("The Council agreed that the mower is too old and should be sold.", ["The Council agreed that the mower is too old and should be sold."]), ("RESOLVED (by 3 votes to 1) – That the budget be approved.", ["That the budget be approved."]),
    ("At the May 3 meeting Orde moved, seconded by Dace, to buy a mower. Motion carried 4-0.", []), ("At the April 6 meeting a mower was discussed. Orde moved, seconded by Dace, to buy it. Motion carried 4-0.", ["buy it."]),
    ("Councillor Orde proposed that the hall be painted, seconded by Councillor Hart. The Clerk will ask for prices.", ["the hall be painted"])])
def test_what_was_done_here(told: str, found: list[str]) -> None:
    assert words(told) == found


def test_who_moved_the_next_motion_did_not_move_what_stands_above() -> None:
    painted = f"{TOP}**4. Hall**\n\nRESOLVED that the hall be painted.\n\n"
    assert moved(f"{painted}Cllr Orde proposed a vote of thanks to the painter, seconded by Cllr Hart.\n") == [(None, None, None, "the hall be painted.")]
    for told in ("Proposed by Cllr Orde and seconded by Cllr Hart.", "This was proposed by Cllr Orde, seconded by the Vice-Chair, Cllr Hart.", "Cllr Orde proposed their acceptance, seconded by Cllr Hart.", "Proposed Cllr Orde (Vice Chair), seconded Cllr Hart"):
        assert moved(f"{painted}{told}\n") == [("Orde", "Hart", "carried", "the hall be painted.")]


def test_a_tie_above_what_was_resolved_is_no_vote_on_it() -> None:
    def votes(told: str) -> list[tuple[int | None, int | None]]:
        return [(r.votes_for, r.votes_against) for r in proceedings(f"{TOP}**4. Call-in**\n\n{told} It was RESOLVED that the decision stand.\n") if isinstance(r, Resolution)]
    assert votes("The Committee voted on whether to refer the decision back: 4 for, 4 against. The call-in fell.") == [(None, None)]
    assert votes("The Mayor put the recommendations to the vote, which were agreed with 5 voting for and 3 against.") == [(5, 3)]


def test_each_slip_has_its_own_number() -> None:
    slips = "MINUTES\nTOWNSHIP OF QUILLMERE\nTuesday, February 4, 2025\n\n**Present:** Mayor Dave Yule and Councillors Ann Tull, Bob Orde, Carl Dace and Dee Hart.\n\n" \
            "**R2025-024 {}, B. Orde:**\nThat the minutes be adopted as published.\n**Carried.**\n\n**R2025-025 C. Dace, D. Hart:**\nThat we buy a pump.\nCarried.\n\n**R2025-026 A. Tull, B. Orde:**\nThat we note the letter.\nCarried.\n"
    for first in ("A. Tull", "A.Tull"):
        made = [(r.item_number, r.mover, r.seconder) for r in proceedings(slips.format(first)) if isinstance(r, Resolution)]
        assert made == [("R2025-024", first, "B. Orde"), ("R2025-025", "C. Dace", "D. Hart"), ("R2025-026", "A. Tull", "B. Orde")]


ROLL = "MINUTES of Heath Parish Council held on 3 May 2023 at 7pm\n\nPresent: Cllrs Tull (Chair), Orde and Dace"


def others(text: str) -> list[tuple[str, str]]:
    found = [(status, name) for status, name, _ in came(f"{ROLL}{text}\n\n**9. Minutes**\n\nThe minutes were approved.\n")]
    assert {("present", "Tull"), ("present", "Orde"), ("present", "Dace")} <= set(found)
    return [(status, name) for status, name in found if name not in ("Tull", "Orde", "Dace")]


@pytest.mark.parametrize("told", [
    ".\nThe Chair thanked Mrs Jane Vane for the flowers.", ", 3 members of the public.\nCounty Cllr Vane sent a written report.", ". Cllr Hart has resigned.", ". The Clerk read a letter from Mr John Roe.", "\nIn memory of Cllr Ron Bell", "\nThe late Cllr Ron Bell was remembered.",
    "\nMinutes taken by Jane Vane from a recording.", "\nContact: Jane Reed, Clerk, 12 Mill Lane", "\nApologies: to be sent to the Clerk, Mrs J Reed", "\nAbsent for item 4: Cllr Orde", "\nMr John Roe complained of the hedge.", "\nCounty Cllr Vane was in hospital.\nMrs Jane Reed will be the new Clerk from June.",
    "\nInvocation: Rev. John Roe", "\nProclamation honoring Coach John Roe."])
def test_who_is_told_of_below_a_roll_did_not_come(told: str) -> None:
    assert others(told) == []


@pytest.mark.parametrize(("told", "found"), [
    (". Cllr Hart arrived at 7.15.", [("present", "Hart")]), ("\nMinutes taken by Jane Vane", [("in_attendance", "Jane Vane")]), ("\nCounty Cllr Vane also attended", [("in_attendance", "Vane")]), (".\nApologies: Cllr Hart (on holiday), Cllr Bell", [("apologies", "Hart"), ("apologies", "Bell")]),
    (". Cllr Hart sent apologies.", [("apologies", "Hart")])])
def test_who_is_told_to_have_come(told: str, found: list[tuple[str, str]]) -> None:
    assert others(told) == found


@pytest.mark.parametrize("told", [
    "The following payments were approved by the Chair under delegated powers: Hale £20.", "All agreed that he would be sadly missed.", "Resolved: Mill Lane light\n\nUnresolved: Hill Road light"])
def test_what_others_settled(told: str) -> None:
    assert words(told) == []
    assert words("The following payments were approved: Hale £20.") != []
    assert words("Resolved: that the light be mended\n\nThe light at Hill Road is out.") == ["that the light be mended"]


def test_agreed_actions_of_the_last_meeting() -> None:
    actions = "AGREED ACTIONS:\n\n1. Clerk to write to the County.\n2. Cllr Orde to buy paint.\n"
    assert decided(f"{TOP}**3. Actions from the last meeting**\n\n{actions}") == []
    assert len(decided(f"{TOP}**3. Roads**\n\n{actions}")) == 2


def test_who_spoke_against_did_not_vote_so() -> None:
    def named(told: str) -> list[str]:
        return [r.person_name for r in proceedings(f"{TOP}**4. Budget**\n\nCouncillor Tull moved, seconded by Councillor Dace, that the budget be approved.\n\n{told}\n\nThe motion was carried.\n") if isinstance(r, DivisionVote)]
    assert named("The following Members spoke for: Orde, Dace. Against: Hart.") == []
    assert named("The following Members voted for: Orde, Dace. Against: Hart.") == ["Orde", "Dace", "Hart"]
    assert [r for r in proceedings(f"{TOP}**5. Boards**\n\nFor: Library Board: Roe, Vane\n\nFor: Parks Board: Bell, Fenn\n") if isinstance(r, DivisionVote)] == []


@pytest.mark.parametrize(("cell", "found"), [
    ("The Clerk explained the rules to members.", []), ("Cllr Orde said that benches cost £500.", []), ("Jane Vane reported that the County had agreed to pay.", []), ("Members discussed the benches at length and agreed that they are old.", []),
    ("To be discussed at the next meeting.", []), ("See item 9.", []), ("Ongoing", []), ("Lost.", []), ("Motion failed 2-3.", []), ("The meeting closed at 9pm.", []), ("Action: Clerk", []),
    ("Two benches to be bought.", ["Two benches to be bought."]), ("Clerk to obtain quotations.", ["Clerk to obtain quotations."]), ("Deferred to June.", ["Deferred to June."]), ("No objection", ["No objection"]), ("Approved.", ["Approved."]),
    ("The Clerk reported the prices. It was agreed to buy two benches.", ["buy two benches."])])
def test_what_is_told_in_a_column_of_decisions_is_not_decided(cell: str, found: list[str]) -> None:
    assert [d.operative.text for d in read_item([paragraph([DecisionLine(1, words_of(cell, 260, 100))])], "183", 0, "Benches").decided] == found


def test_a_vote_is_no_word_of_what_was_moved() -> None:
    [elected] = moved(f"{TOP}**4. Chairman**\n\nMrs Orde nominated Mr Dace, seconded Mrs Hart, unanimous decision.\n")
    assert elected == ("Orde", "Hart", "carried", "Mr Dace")
    [lost] = moved(f"{TOP}**4. Levy**\n\nMotion was made by Dace second by Hart to amend motion to exceed the levy by $50,000, motion to amend failed on a voice vote.\n")
    assert lost == ("Dace", "Hart", "lost", "amend motion to exceed the levy by $50,000")
    for empty in ("Moved by: Seconded by: Carried.", "Moved by: ____ Seconded by: ____ Carried."):
        assert words(f"Be it resolved that the meeting is hereby adjourned {empty}") == ["the meeting is hereby adjourned"]
    assert words("Be it resolved that the meeting moved by Seconded House be adjourned.") == ["the meeting moved by Seconded House be adjourned."]


def test_movers_before_the_words_of_one_paragraph_moved_that() -> None:
    found = moved(f"{TOP}**4. Committee**\n\nRESOLVED – (a) moved by Councillor Tull and seconded by Councillor Hart: That the Chair be appointed.\n(b) That the rest be left.\n")
    assert found == [("Tull", "Hart", "carried", "That the Chair be appointed."), (None, None, None, "That the rest be left.")]


def test_letters_that_count_on_are_no_initials() -> None:
    two = "A. John Dale made motion to approve a licence, Bob Orde seconded the motion. Motion carried.\n\n{}. Bob Orde made motion to adjourn, John Dale seconded. Motion carried.\n"
    assert [r.mover for r in proceedings(f"{TOP}{two.format('B')}") if isinstance(r, Motion)] == ["John Dale", "Bob Orde"]
    assert [r.mover for r in proceedings(f"{TOP}{two.format('J')}") if isinstance(r, Motion)] == ["A. John Dale", "J. Bob Orde"]


def test_what_was_accepted_by_all_is_the_proposal() -> None:
    assert moved(f"{TOP}**4. Hall**\n\nKK proposed that the hall be painted. This was accepted by all.\n") == [("KK", None, "carried", "the hall be painted.")]
    assert words("RESOLVED:\n\nThe Clerk then left the meeting.") == []


def test_a_heading_s_number_and_what_only_leads_on_are_no_words() -> None:
    assert words("27d/19 Approval of minutes of meeting of 5th March 2019: The minutes were read, approved and signed as a true record.") == ["The minutes were read, approved and signed as a true record."]
    assert words("These minutes will be ratified at the September Meeting.") == []
    court = "Motion by Commissioner Orde, seconded by Commissioner Dace that the following action be\ntaken by the Court:\n\n{}\n\nMotion carried, all present voting aye."
    assert words(court.format("Approve the re-appointment of Jamie Tull to the Board.")) == ["Approve the re-appointment of Jamie Tull to the Board."]
    assert words(court.format("Judge Willey spoke of the Board.")) == ["the following action be taken by the Court:"]
    box = "Regular Meeting February 16, 1993\n\nMOTION - Orde\nSECOND - Dace\nAYES - Tull, Orde, Dace\n{}"
    assert words(box.format("ACTION: Approved.")) == []


@pytest.mark.parametrize("lost", ["LOST", "Not carried.", "DEFEATED", "Motion denied.", "Motion died.", "NEGATIVED", "Motion not passed.", "Ayes: 1 Nays: 3", "Vote: 1-3", "1 for, 3 against", "Rejected."])
@pytest.mark.parametrize("words_", ["BE IT RESOLVED THAT the hall be sold.", "RESOLVED that the hall be sold.", "That the hall be sold."])
@pytest.mark.parametrize("by", ["Moved by Bob Orde, seconded by Dee Hart", "Bob Orde/Dee Hart"])
def test_what_was_lost_was_not_resolved(words_: str, by: str, lost: str) -> None:
    for page in (f"{words_}\n\n{by}\n\n{lost}", f"{words_} {by} {lost}"):
        made = [r.outcome for r in proceedings(f"{TOP}**4. Hall**\n\n{page}\n") if isinstance(r, Resolution)]
        assert made in (["lost"], []), page
    won = moved(f"{TOP}**4. Hall**\n\n{words_} {by} CARRIED\n")
    assert [(mover, seconder, outcome) for mover, seconder, outcome, _ in won] in ([("Bob Orde", "Dee Hart", "carried")], [])


def test_what_is_told_below_a_vote_is_no_word_of_the_motion() -> None:
    slip = "Moved by: Orde  Seconded by: Hart\n\nTHAT the bench be repaired.\n\n{}\n\n"
    for vote in ("Ayes: 3 Nays: 1", "Roll call: Tull aye, Orde aye, Dace aye, Hart nay. Motion carried."):
        assert words(slip.format(vote) + "The Chairman moved on to the next matter.") == ["THAT the bench be repaired."]
    grid = slip.format("Roll call vote:\n\nMember   Aye   Nay\nCouncillor Tull   X\nCouncillor Orde   X") + "Councillor Dace X Councillor Hart X"
    assert all("Dace" not in text for text in words(grid + "\n\nMotion carried."))


def test_movers_are_no_words_of_what_they_moved() -> None:
    assert moved(f"{TOP}**4. Bills**\n\nMoved by Orde, seconded by Dace (after Hart declined), to pay the bills. Carried.\n") == [("Orde", "Dace", "carried", "pay the bills.")]
    assert words("Motion to sell the hall. Moved by Bob Orde, seconded by Dee Hart Not carried.") == []
    assert moved(f"{TOP}**4. Roads**\n\nMotion by Mayor Pro Tem to pay the bills, seconded by Dace. Carried.\n")[0][0] == "Mayor Pro Tem"
    told = "Agreed that the tender be accepted. Proposed by Councillor Dace and seconded by Councillor Hart.\n\nDiscussion followed.\n\nCARRIED"
    assert words(told) == ["the tender be accepted."]


def test_a_motion_that_won_a_vote_did_not_move_another_resolution() -> None:
    first = "Motion (Bob Orde/Dee Hart) to adopt Policy 14 on dogs in parks.\n\nAYES: Bob Orde, Dee Hart, Ann Tull\nNOES: Carl Dace\n\n"
    made = moved(f"{TOP}**4. Parks**\n\n{first}RESOLVED\n\nThat the lease of the pavilion be renewed for five years. Moved by Carl Dace; seconded by Ann Tull.\n\nThe motion passed.\n")
    assert [(mover, text) for mover, _, _, text in made if "lease" in text] == [("Carl Dace", "That the lease of the pavilion be renewed for five years.")]


def test_words_that_lead_on_are_no_outcome() -> None:
    page = f"{TOP}**6. Report**\n\nCouncillor Orde proposed and Councillor Hart seconded the recommendations.\n\nAGREED (unanimously) that:\n\n(a) the report be noted; and\n(b) the surplus be distributed.\n"
    assert [(mover, text) for mover, _, _, text in moved(page)] == [("Orde", "the report be noted; and"), ("Orde", "the surplus be distributed.")]
    assert [r.outcome for r in proceedings(f"{TOP}**6. Report**\n\nMoved by Orde, seconded by Hart, that the report be noted.\n\nAGREED (unanimously)\n") if isinstance(r, Resolution)] == ["carried"]
