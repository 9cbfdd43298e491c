"""Wordings of decisions that parishes, towns, districts, boards and Irish councils use: who moved, what became of it, and what only looks so."""

from __future__ import annotations

import pytest

from papermine.extract.votes.ballots import counts
from papermine.language.motions import find_moved
from papermine.language.outcomes import outcome_in
from papermine.records import DivisionVote, Resolution
from printed import decided, moved, proceedings

HEAD = "4. Business\n\n"


def movers(text: str) -> tuple[str | None, str | None] | None:
    m = find_moved(text)
    return None if m is None else (text[slice(*m.mover)] if m.mover else None, text[slice(*m.seconder)] if m.seconder else None)


def counted(text: str) -> list[tuple[str | None, int | None, int | None, int | None]]:
    return [(r.outcome, r.votes_for, r.votes_against, r.votes_abstain) for r in proceedings(HEAD + text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(r.person_name, r.option) for r in proceedings(HEAD + text) if isinstance(r, DivisionVote)]


@pytest.mark.parametrize(("text", "who"), [
    ("The Notice of Motion was proposed by Councillor Vane and formally seconded by Councillor Tull.", ("Councillor Vane", "Councillor Tull")),
    ("ML proposed purchasing two capping stones for £100, DP seconded and all agreed.", ("ML", "DP")),
    ("Councillor Vane proposed a precept of £9,000, Councillor Tull seconded, 4 in favour and 1 against.", ("Councillor Vane", "Councillor Tull")),
    ("It was proposed by AV that £100 be given to the hall and EH seconded.", ("AV", "EH")),
    ("It was proposed by Cllr Vane that the hall be let, seconded by Cllr Tull and agreed.", ("Cllr Vane", "Cllr Tull")),
    ("It was noted that the date was wrong, and it was proposed by Cllr Vane and seconded by Cllr Tull that it be altered.", ("Cllr Vane", "Cllr Tull")),
    ("Cllr Bell was proposed in his absence by Cllr Vane, seconded by Cllr Tull.", ("Cllr Vane", "Cllr Tull")),
    ("Proposed by: Cllr. Peter ‘Chap’ Vane, seconded by: Cllr. Ann Tull", ("Cllr. Peter ‘Chap’ Vane", "Cllr. Ann Tull")),
    ("Ar moladh Cllr M. Vane Cuidithe ag Cllr A. Tull agus glacadh leis", ("Cllr M. Vane", "Cllr A. Tull"))])
def test_movers(text: str, who: tuple[str, str]):
    assert movers(text) == who


@pytest.mark.parametrize("text", [
    "It was noted that in 2019 a grant was proposed by Cllr Vane and seconded by Cllr Tull.",
    "The Clerk said that at Heath it was proposed by Mr Vane that the road be shut, seconded by Mr Tull.",
    "Cllr Vane, reporting the storm, said a seat was lost, Cllr Tull had seen it."])
def test_no_movers(text: str):
    assert movers(text) is None


def test_the_body_that_acts_on_a_proposal_is_kept_with_what_it_did():
    assert moved(HEAD + "The Board, on the proposition of Cllr Vane, seconded by Cllr Tull, adopted the minutes of 15th September.\n") == [
        ("Vane", "Tull", "carried", "The Board, on the proposition of Cllr Vane, seconded by Cllr Tull, adopted the minutes of 15th September.")]


def test_and_agreed_over_quoted_words():
    assert moved(HEAD + "Proposed by Cllr. Vane\n\nSeconded by Cllr. Tull\n\nAnd unanimously Resolved “That Cllr. Bell be elected Mayor for the year.”\n") == [
        ("Vane", "Tull", "carried", "“That Cllr. Bell be elected Mayor for the year.”")]


def test_irish_words_for_moved_and_accepted():
    assert moved(HEAD + "Ar moladh Cllr M. Vane\nCuidithe ag Cllr A. Tull, P. Orde agus glacadh leis\n\n“That the Council request a longer scheme.”\n") == [
        ("M. Vane", "A. Tull", "carried", "“That the Council request a longer scheme.”")]


def test_what_was_carried_below_its_outcome():
    text = "Resolution Record No. BTC/07/05\n\nProposed by Cllr. N Vane and seconded by Cllr. S Tull\n\nCARRIED: 6 for 0 against 2 abstentions\n\nTHAT THE CHAIRMAN HOLDS THE CONFIDENCE OF THE COUNCIL\n\nThe Chairman thanked them.\n"
    assert moved(HEAD + text) == [("N Vane", "S Tull", "carried", "THAT THE CHAIRMAN HOLDS THE CONFIDENCE OF THE COUNCIL")]
    assert counted(text) == [("carried", 6, 0, 2)]


def test_what_is_told_after_an_outcome_is_not_what_was_carried():
    assert moved(HEAD + "Proposed by Cllr. N Vane and seconded by Cllr. S Tull\n\nCARRIED\n\nThat evening the hall was full.\n") == []


def test_a_motion_printed_where_it_is_put_and_declared():
    text = ("The Notice of Motion was proposed by Councillor Vane and formally seconded by Councillor Tull.\n\nThe Mayor then put the following motion to the vote:\n\n"
            "   “This Council asks for a bus.”\n\nThe Mayor confirmed that the motion had been carried.\n")
    assert moved(HEAD + text) == [("Vane", "Tull", "carried", "“This Council asks for a bus.”")]


@pytest.mark.parametrize(("text", "outcome"), [
    ("The Mayor confirmed that the motion had been carried unanimously.", "carried"), ("The Chairman declared that the amendment was lost.", "lost"),
    ("The Mayor confirmed that the motion had been carried in 2019.", None), ("The Mayor said that the motion had been carried at Heath.", None), ("Cllr Vane confirmed that the motion had been lost.", None)])
def test_who_presides_tells_what_became_of_it(text: str, outcome: str | None):
    found = outcome_in(text)
    assert (found and found[0]) == outcome


def test_lists_of_voters_in_a_paragraph():
    text = ("It was proposed by Cllr Vane and seconded by Cllr Tull “That the bus be kept”. A vote was then taken, which resulted as follows: For: Cllrs Vane, Tull and Orde – (3). "
            "Against: Cllrs Bell and Rusk – (2). The Mayor declared the motion carried.\n")
    assert counted(text) == [("carried", 3, 2, None)]
    assert voted(text) == [("Vane", "for"), ("Tull", "for"), ("Orde", "for"), ("Bell", "against"), ("Rusk", "against")]


def test_the_two_sides_of_a_division_in_one_paragraph():
    text = ("The Convener moved, seconded by the Vice Convener:-\n\n   that the report be noted.\n\nCouncillor Dey moved as an amendment, seconded by Councillor Fyfe:-\n\n   that no action be taken.\n\n"
            "On a division, there voted:- For the motion by the Convener (3) - the Convener; the Vice Convener; and Councillor Allan; For the amendment by Councillor Dey (1) - Councillor Dey; Declined to vote (1) - Councillor Gunn.\n")
    assert sorted(counted(text)) == [("carried", 3, None, None), ("lost", 1, None, None)]
    assert ("Dey", "for") in voted(text)
    assert not any(option != "for" for _, option in voted(text))


def test_a_majority_behind_the_body():
    text = "The Committee, having considered the report of the officer, agreed by a majority of 5:2 with 1 abstention to approve the application.\n"
    assert counted(text) == [(None, 5, 2, 1)]
    assert decided(HEAD + text)[0][2].startswith("The Committee, having considered")


@pytest.mark.parametrize("text", [
    "In accordance with his wishes, it was agreed that his vote against be recorded.",
    "At Cllr Vane's request it was agreed that the names of those who voted be recorded."])
def test_what_is_put_on_record_of_a_vote_decides_nothing(text: str):
    assert decided(HEAD + text + "\n") == []


def test_what_is_agreed_next_has_not_the_movers_of_another_motion():
    text = "ML proposed purchasing two capping stones for £100, DP seconded. The clerk would ask.\n\nIt was agreed that the Council would take over the churchyard wall.\n"
    assert [m[:2] for m in moved(HEAD + text) if m[3].startswith("the Council would")] == [(None, None)]


def test_bold_numbers_below_resolved_are_what_was_resolved():
    text = "**67/21 REVIEW OF THE PLAN**\n\nThe recommendation was moved, seconded, put to the vote and carried.\n\n**RESOLVED:**\n\n**1. To note the update on the review.**\n\n**2. To approve the terms of reference.**\n"
    assert decided(text) == [("67/21", "1", "To note the update on the review."), ("67/21", "2", "To approve the terms of reference.")]


def test_what_resolved_lists_is_no_motion_of_the_movers_above_it():
    assert moved(HEAD + "Cllr Vane proposed and Cllr Tull seconded the recommendation in the report.\n\n   RESOLVED:\n\n   1. That the contract be made permanent.\n\n   2. That a report be submitted.\n") == [
        ("Vane", "Tull", None, "That the contract be made permanent."), ("Vane", "Tull", None, "That a report be submitted.")]


def test_carried_and_resolved_in_a_sentence():
    assert moved(HEAD + "Councillor Vane moved a procedural motion on the debate. On being put to the vote it was declared CARRIED and RESOLVED that the rules of debate be applied.\n") == [
        ("Vane", None, "carried", "the rules of debate be applied.")]


@pytest.mark.parametrize(("text", "told"), [
    ("This item was deferred until the next meeting as nobody came.", True), ("These were approved and signed as a correct record.", True),
    ("This item had been deferred until the June meeting.", False), ("The matter was deferred in 2019.", False)])
def test_deferred_and_signed(text: str, told: bool):
    assert bool(decided(HEAD + text + "\n")) is told


def test_a_slip_whose_vote_is_told_where_the_chair_puts_it():
    text = ("   Proposed by Alderman Vane\n   Seconded by Councillor Tull\n\n   - that Committee disagrees with the recommendation and APPROVES planning permission.\n\n"
            "The Chair put the motion to the Committee to vote, 8 Members voted For, 2 Members voted Against and 1 Member Abstained.\n\nThe Chair declared the motion to approve carried.\n")
    assert [m[:3] for m in moved(HEAD + text)] == [("Vane", "Tull", "carried")]
    assert counted(text) == [("carried", 8, 2, 1)]


def test_a_vote_that_leads_to_what_was_agreed_below_it():
    text = ("Proposed by Councillor Vane\nSeconded by Councillor Tull that planning permission be granted\n\non the proposal being put to the meeting 7 Members voted in favour, 4 against and 1 abstention, it was agreed\n\n"
            "**that planning permission be granted for the application subject to the conditions set out in the report.**\n")
    assert [(m[0], m[1]) for m in moved(HEAD + text)] == [("Vane", "Tull")]
    assert [c[1:] for c in counted(text)] == [(7, 4, 1)]


def test_a_motion_that_is_presented():
    text = "The motion was presented by Councillor Vane and seconded by Councillor Tull.\n\n//This Council calls on the Board to reopen the surgery.//\n\nUpon being put to the vote, 17 voted for the motion, 22 against, and 2 abstained.\n\nThe motion was therefore lost.\n"
    assert [m[:3] for m in moved(HEAD + text)] == [("Vane", "Tull", "lost")]
    assert counted(text) == [("lost", 17, 22, 2)]


def test_a_vote_on_something_else_is_none_on_the_motion_of_a_slip():
    text = ("It was moved by Councillor Stook,\n\nSeconded by Councillor Haine,\n\n“That the Minutes of 23rd June do not comprise an accurate record.”\n\n"
            "The Mayor put the Minutes to the Council and following a vote the Minutes were declared as an accurate record by 3 votes, to 2 votes, with 1 abstention.\n\nResolved - That the Minutes be approved as a correct record.\n")
    assert not any("do not comprise" in m[3] for m in moved(HEAD + text))


def test_a_vote_on_something_else_is_none_on_the_motion():
    text = ("It was moved by Councillor Stook, seconded by Councillor Haine, “That the Minutes of 23rd June do not comprise an accurate record.”\n\nFollowing a vote the Minutes were declared as an accurate record by 3 votes to 2.\n\n"
            "There voted for the Minutes being a correct record:\n\nCouncillors Ander, Bain and Carr ....... 3\n\nThere voted against the Minutes being a correct record:\n\nCouncillors Haine and Stook ....... 2\n\n"
            "Resolved - That the Minutes be approved as a correct record.\n")
    assert not any("do not comprise" in m[3] and m[2] == "carried" for m in moved(HEAD + text))
    assert [m[0] for m in moved(HEAD + text) if "be approved" in m[3]] == [None]
    assert voted(text) == []


@pytest.mark.parametrize(("text", "sides"), [("The motion was carried 3 votes to 2.", (3, 2)), ("Lost 5 votes to 2.", (None, None))])
def test_carried_so_many_votes_to_so_many(text: str, sides: tuple[int | None, int | None]):
    ballot = counts(text)
    assert (ballot.votes_for, ballot.votes_against) == sides


def test_the_total_is_no_vote_against():
    text = "Councillor Vane proposed the recommendation, Councillor Tull seconded it, and upon being put to the vote:\n\nYes: 8\nAbstain: 1\nNo: 2\nTOTAL: 11\n\nRESOLVED: That the application be granted.\n"
    assert all(c[2] in (None, 2) for c in counted(text))


def test_who_is_deemed_elected_was_not_nominated_by_himself():
    text = ("4. Election of Chairman\n\nCouncillor Vane proposed Councillor Tull for the position of Chairman.  This was seconded by Councillor Orde.\n\nCouncillor Guck proposed that Councillor Guck be nominated for the position.\n\n"
            "As there was no seconder for the nomination of Councillor Guck, Councillor Pell deemed Councillor Tull elected as Chairman.\n")
    assert [m[:2] for m in moved(text)] == [("Vane", "Orde")]


def test_a_nomination_that_is_told_elects_nobody():
    assert decided(HEAD + "Thereafter a further nomination was received for Councillor Dow which was proposed by Councillor Bell and seconded by Councillor Kell.\n") == []


def test_an_amendment_by_a_group():
    text = "**Motion on behalf of the Administration**\n\n   That the sizes of the committees be varied.\n\n**Amendment by the Residents’ Group**\n\n   That the report be deferred.\n\nThe amendment by the Residents’ Group was NOT CARRIED by 43 votes to 7; the motion was CARRIED without division.\n"
    assert ("lost", "That the report be deferred.") in [m[2:] for m in moved(HEAD + text)]
    assert not any(m[2] == "lost" and "sizes" in m[3] for m in moved(HEAD + text))


def test_what_won_is_moved_by_who_moved_the_amendment():
    text = ("Proposed by Cllr Vane, seconded by Cllr Tull that the quotation of £4,200 be accepted. An amendment was proposed by Cllr Orde, seconded by Cllr Bell that a further quotation be sought. "
            "On being put to the vote the amendment was carried 3 votes to 2.\n\nRESOLVED: A further quotation to be sought.\n")
    assert ("Orde", "Bell", "carried", "A further quotation to be sought.") in moved(HEAD + text)
    assert not any(m[0] == "Vane" and "further" in m[3] for m in moved(HEAD + text))


@pytest.mark.parametrize("text", [
    "In accordance with financial standing orders it was agreed to transfer £12,000 to the charity account.",
    "In response to a query by Cllr Vane it was agreed that Ms. Carr would write to him.",
    "Minutes agreed as a true record. Proposed Cllr Vane seconded Cllr Tull.",
    "It was proposed that the restriction be removed. Proposed by Ann Vane. Seconded by Ben Tull. All agreed."])
def test_agreed_in_other_words(text: str):
    assert len(decided(HEAD + text + "\n")) == 1


@pytest.mark.parametrize("text", [
    "In response to a query the Clerk said that it was agreed in 2019 that the seat be moved.",
    "Minutes were asked for by a resident."])
def test_not_agreed_here(text: str):
    assert decided(HEAD + text + "\n") == []


def test_what_is_agreed_next_is_not_swallowed_by_the_vote_before_it():
    text = "Proposed by BD and seconded by JH that the allotment be let. Carried 4 for and 1 against. Motion carried.\n\nIt was unanimously agreed to allow a tenant to erect a greenhouse.\n"
    assert [m[3] for m in moved(HEAD + text)] == ["the allotment be let.", "allow a tenant to erect a greenhouse."]


def test_who_abstained_and_why():
    assert voted("It was RESOLVED that permission be granted.\n\nCouncillor Vane abstained from voting due to having called the application in.\n") == [("Vane", "abstain")]


def test_a_decision_label_over_a_bare_verb_and_its_list():
    text = "**DECISION**\n\n**AGREED**\n\n   (a) to appoint a chair at each meeting;\n\n   (b) that Ms Vane chair this one.\n"
    assert [d[1:] for d in decided(HEAD + text)] == [("a", "to appoint a chair at each meeting;"), ("b", "that Ms Vane chair this one.")]
