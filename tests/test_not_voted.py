"""Numbers and names that are of another vote, of somebody else or of no vote at all → none on the motion at hand."""

from __future__ import annotations

import pytest

from papermine.records import Division, DivisionVote, Motion, Resolution
from printed import proceedings

UK = "Councillor Vane moved, seconded by Councillor Bell, that the land be sold. "
US = "Motion by Vane, second by Bell, to approve the lease. "


def told(text: str) -> list[tuple[str | None, int | None, int | None, str | None]]:
    """(outcome of the first motion, votes for and against, method)."""
    found = proceedings(f"**4. Mill Lane**\n\n{text}")
    motion = next(r for r in found if isinstance(r, Motion))
    held = [r for r in found if isinstance(r, Division) and r.motion_id == motion.motion_id] or [None]
    return [(motion.outcome, d.votes_for if d else None, d.votes_against if d else None, d.method if d else None) for d in held]


def named(text: str) -> list[tuple[str, str]]:
    return [(r.person_name, r.option) for r in proceedings(f"**4. Mill Lane**\n\n{text}") if isinstance(r, DivisionVote)]


@pytest.mark.parametrize(("between", "votes"), [
    ("It was agreed by 7 votes to 2 to extend the meeting by half an hour.", (None, None)),
    ("The vote to go into closed session was 5 for and 4 against.", (None, None)),
    ("Councillor Orde's request for a recorded vote was not supported, 3 members voting for it and 9 against.", (None, None)),
    ("The letters received were 14 in favour and 2 against.", (None, None)),
    ("A straw poll was 3 for and 2 against.", (None, None)),
    ("At committee this had been lost by 3 votes to 6.", (None, None)),
    ("Heath had voted by 12 to 4 to do so.", (None, None)),
    ("There voted 7 for and 2 against.", (7, 2)),
    ("The Council voted by 7 to 2 to sell the land.", (7, 2)),
    ("The vote was 6 for and 6 against; on a recount 7 for and 6 against.", (7, 6)),
])
def test_a_vote_told_before_the_outcome_is_of_the_motion_or_of_something_else(between: str, votes: tuple[int | None, int | None]) -> None:
    assert [(row[1], row[2]) for row in told(f"{UK}\n\n{between}\n\nThe motion was carried.")] == [votes]


@pytest.mark.parametrize(("after", "row"), [
    ("The motion was carried by 7 votes to 6. After a recount the motion was lost by 6 votes to 7.", ("lost", 6, 7, None)),
    ("The Chair declared the motion carried but, on a recount being demanded, it was lost by 6 votes to 7.", ("lost", 6, 7, None)),
    ("There were 5 votes for and 5 against. The Chairman declined to use his casting vote and the motion fell.", ("lost", 5, 5, None)),
    ("There were 5 votes for and 5 against. The Chairman used his casting vote against and the motion fell.", ("lost", 5, 5, "casting vote")),
    ("The motion was carried by 7 votes to 5. The request for a recount was lost by 3 votes to 9.", ("carried", 7, 5, None)),
    ("The motion was carried by 7 votes to 5. Councillor Orde asked for a recount, which was refused by 8 votes to 4.", ("carried", 7, 5, None)),
    ("The motion was carried by 7 votes to 5. In the poll of residents 120 voted for and 80 against.", ("carried", 7, 5, None)),
    ("The motion was carried by 7 votes to 5. The electors may demand a poll if 10 vote for and 3 against.", ("carried", 7, 5, None)),
    ("The motion was carried. Consultees: three in favour (Heath Trust, Mill Society), two against (Ramblers).", ("carried", None, None, None)),
])
def test_a_recount_takes_the_place_of_the_vote_and_a_casting_vote_not_given_is_none(after: str, row: tuple[str, int, int, str | None]) -> None:
    assert told(UK + after) == [row]


def test_a_meeting_that_adjourned_later_does_not_carry_a_motion_to_adjourn_that_had_fewer_votes() -> None:
    assert told("Motion by Vane, second by Bell, to adjourn. 2 Ayes, 3 Nays.\n\nThe meeting adjourned at 9:10.") == [("lost", 2, 3, None)]


@pytest.mark.parametrize(("words", "outcome"), [("to adjourn. The meeting adjourned at 7:32 p.m.", "carried"), ("to adjourn to closed session. The Board considered it. The meeting had adjourned at 7:30 in May.", None),
                                               ("to adjourn.\n\nThere being no further business, the meeting was adjourned at 9:10.", "carried"), ("to adjourn. The motion was ruled out of order. The meeting adjourned at 9:10.", None),
                                               ("to adjourn. Councillor Orde objected.\n\nThe bus was discussed.\n\nThe meeting adjourned at 9:10.", None), ("to adjourn.\n\nThe Chair refused the motion.\n\nThe meeting was adjourned at 9:10.", None),
                                               ("to adjourn. The meeting was not adjourned.", None), ("to adjourn. The Board refused to be adjourned.", None), ("to adjourn. The meeting will be adjourned at ten.", None), ("to adjourn. The committee adjourned the hearing to May.", None),
                                               ("to adjourn. The meeting was adjourned for lack of a quorum.", None), ("to adjourn. With no objection, the meeting was adjourned at 9:10.", "carried"), ("to adjourn. Time 9:10. The meeting was adjourned.", "carried")])
def test_what_carries_a_motion_to_adjourn(words: str, outcome: str | None) -> None:
    assert told(f"Motion by Vane, second by Bell, {words}")[0][0] == outcome


def test_a_tie_that_was_broken_is_carried() -> None:
    assert told(US + "Vote 3-3. Motion failed due to a tie. The Mayor broke the tie by voting yes. Motion carried 4-3.") == [("carried", 4, 3, None)]


@pytest.mark.parametrize(("words", "votes"), [
    ("that rents rise by 5 to 7 per cent. Carried.", (None, None)),
    ("that a team of 5 for and 5 against the plan be formed. Carried.", (None, None)),
    ("that the resolution “That the land be sold” (carried on 3 May by 7 votes to 5) be rescinded. Lost.", (None, None)),
    ("to approve the minutes, correcting the vote on item 3 to Ayes 3, Nays 2. Motion carried.", (None, None)),
    ("to accept the bid of Heath Paving, which passed 3-2 in committee. Motion carried 5-0.", (5, 0)),
    ("to reconsider the motion to sell that passed 3-2 on May 4. Motion failed 2-3.", (2, 3)),
    ("that the land be sold, the Finance Committee having voted 6 to 3 in favour. Carried.", (None, None)),
    ("to accept the bid of Heath Paving, which passed 3-2.", (3, 2)),
    ("that the land be sold, 7 votes for and 5 against. Carried.", (7, 5)),
    ("that the land be sold, with 7 members voting in favour and 5 against.", (7, 5)),
])
def test_numbers_in_the_words_of_a_motion_are_no_vote(words: str, votes: tuple[int | None, int | None]) -> None:
    assert [(row[1], row[2]) for row in told(f"Councillor Vane moved, seconded by Councillor Bell, {words}")] == [votes]


@pytest.mark.parametrize(("sentence", "voters"), [
    ("Councillor Pell said that he would have voted against.", []),
    ("Councillor Pell abstained from speaking.", []),
    ("Councillor Pell abstained on item 3.", []),
    ("Councillor Pell abstained from voting on the lights.", []),
    ("Councillor Pell abstained from voting on this item.", [("Pell", "abstain")]),
    ("Councillor Pell wished it recorded that the public voted against.", []),
    ("Councillor Pell voted against the amendment to item 3.", []),
    ("Councillor Pell voted against the motion at the June meeting.", []),
    ("Councillor Pell voted against the lease at a former meeting.", []),
    ("Councillor Pell opposed the motion and spoke at length.", []),
    ("Pell opposed the height, and asked for 6 feet.", []),
    ("Pell dissented from the view of the officer.", []),
    ("Pell voted no, then changed his vote to yes.", []),
    ("Councillor Pell asked that his concern be recorded; he did not vote against.", []),
    ("Councillor Pell asked that it be recorded that Councillor Orde voted against.", []),
    ("Councillor Pell asked how officers recorded votes against.", []),
    ("Councillor Pell wished it to be recorded that he would have abstained had he been there.", []),
    ("Councillor Pell asked that his vote against be recorded.", [("Councillor Pell", "against")]),
    ("Councillor Pell wished it to be recorded that he voted against the motion.", [("Councillor Pell", "against")]),
    ("Councillor Pell voted against.", [("Councillor Pell", "against")]),
    ("Councillor Pell abstained from voting.", [("Councillor Pell", "abstain")]),
    ("Pell opposed.", [("Pell", "against")]),
])
def test_who_is_told_to_have_voted(sentence: str, voters: list[tuple[str, str]]) -> None:
    assert [(name.split()[-1], option) for name, option in named(f"{UK}Carried. {sentence}")] == [(name.split()[-1], option) for name, option in voters]


@pytest.mark.parametrize("below", ["Nays: None. Absent and not voting: Orde, Lusk.", "Nays: None\nTellers: Orde, Lusk", "Nays: None\nEX OFFICIO: Orde, Lusk", "Nays: None\nAPPROVED: Lee Lusk, Mayor"])
def test_another_list_below_that_of_the_voters_votes_for_nothing(below: str) -> None:
    assert named(f"Motion by Vane, second by Bell to sell.\nAyes: Vane, Bell\n{below}\nMotion carried.") == [("Vane", "for"), ("Bell", "for")]


@pytest.mark.parametrize(("words", "below", "outcome"), [
    ("to approve", "Motion failed for lack of a super majority.", "lost"), ("to override the veto", "", None), ("to suspend the rules (2/3 required)", "", None), ("to approve", "", "carried")])
def test_more_than_half_of_the_votes_may_not_be_enough(words: str, below: str, outcome: str | None) -> None:
    assert told(f"Motion by Vane, second by Bell {words}.\nAyes: Vane, Bell, Orde\nNays: Pell, Lusk\n{below}")[0][0] == outcome


@pytest.mark.parametrize(("result", "outcomes"), [("CONTINUED", ["deferred"]), ("DENIED [3 TO 2]", []), ("FAILED FOR LACK OF A SECOND", ["lost"]), ("APPROVED [3 TO 2]", ["carried"])])
def test_what_a_box_says_was_not_done_is_no_decision(result: str, outcomes: list[str]) -> None:
    found = proceedings(f"**4. Lease**\n\nRecommended Action: Approve the lease.\n\nRESULT: {result}\nMOVER: Vane\nSECONDER: Bell")
    assert [r.outcome for r in found if isinstance(r, Resolution)] == outcomes


def test_a_substitute_motion_has_its_own_vote() -> None:
    found = proceedings(f"**4. Lease**\n\n{US}Orde offered a substitute motion, second by Pell, to deny the lease. Substitute motion failed 2-3.")
    assert [(r.mover, r.outcome) for r in found if isinstance(r, Motion)] == [("Vane", None), ("Orde", "lost")]


def test_the_vote_is_not_given_to_an_amendment_that_was_not_seconded() -> None:
    found = proceedings(f"**6. Sale**\n\n{UK}\n\nCouncillor Orde moved an amendment that the sale wait. This was not seconded.\n\nFor: Councillors Vane, Bell, Pell (3)\nAgainst: Councillors Orde (1)\n\nCarried.")
    assert [(r.kind, r.outcome) for r in found if isinstance(r, Motion)] == [("motion", "carried"), ("amendment", None)]


def test_what_was_pulled_before_the_consent_calendar_was_moved_is_not_carried_with_it() -> None:
    found = proceedings("**3. Consent**\n\nConsent Calendar. Item 4 was pulled by Orde. Motion by Vane, second by Bell to approve the Consent Calendar (Items 3-6). Carried 5-0.\n\n3. Approved the minutes.\n\n4. Approved the contract.\n\n5. Approved the warrants.")
    assert [r.text for r in found if isinstance(r, Resolution) and r.rule == "consent.listed"] == ["Approved the minutes.", "Approved the warrants."]


@pytest.mark.parametrize(("above", "count"), [("The following spoke in the debate:", 0), ("Letters were received as follows:", 0), ("Contributions to the discussion:", 0), ("After the debate the Council voted:", 4)])
def test_those_who_spoke_in_the_debate_have_no_vote(above: str, count: int) -> None:
    assert len(named(f"{UK}\n\n{above}\nFor: Councillors Vane, Bell\nAgainst: Councillors Pell, Orde\n\nThe motion was carried by 20 votes to 3.")) == count


def test_the_vote_on_the_motion_is_not_that_on_the_amendment_lost_before() -> None:
    slip = "**6. Sale**\n\nMoved Cr Vane, seconded Cr Bell that the land be sold.\n\nAMENDMENT\n\nMoved Cr Pell, seconded Cr Orde that the sale wait.\n\nLOST 2/7\n\nThe motion was put and\n\nCARRIED 7/2"
    assert [(r.mover, r.outcome) for r in proceedings(slip) if isinstance(r, Motion)] == [("Vane", "carried"), ("Pell", "lost")]
    prose = f"**6. Lease**\n\n{US}During discussion Orde made a motion to amend to $400; Pell seconded. Amendment failed 2-3. Original motion passed 3-2."
    assert [(r.mover, r.outcome) for r in proceedings(prose) if isinstance(r, Motion)] == [("Vane", "carried"), ("Orde", "lost")]


def test_names_of_a_vote_on_an_amendment_that_is_not_read_are_none_on_the_motion() -> None:
    lists = "by the following vote: Ayes: Orde, Tull. Noes: Rusk, Hale, Fenn."
    assert told(US + f"The amendment was lost {lists}") == told(US)
    assert told(US + f"The motion was lost {lists}") != told(US)


@pytest.mark.parametrize(("between", "rows"), [
    ("The amendment was lost by 4 votes to 6.", [("carried", 7, 3, None)]),
    ("The amendment was put to the vote: 4 for, 6 against. The amendment was lost.", [("carried", 7, 3, None)]),
    ("An amendment was carried by 6 votes to 4. A further amendment was lost.", [("carried", 7, 3, None)]),
    ("AMENDMENT LOST 4/6", [("carried", 7, 3, None)]),
    ("The amendment to the motion was lost by 4 votes to 6.", [("carried", 7, 3, None)]),
    ("On the amendment being put there were 4 for and 6 against.", [("carried", 7, 3, None)]),
    ("The amendment was accepted.", [("carried", 7, 3, None)])])
def test_what_is_told_of_an_amendment_that_is_not_read_says_nothing_of_the_motion(between: str, rows: list[tuple[str, int, int, str | None]]) -> None:
    assert told(f"{UK}\n\n{between}\n\nThe motion was carried by 7 votes to 3.") == rows
    assert told(f"{UK}\n\n{between}") == [(None, None, None, None)]


@pytest.mark.parametrize(("after", "votes"), [
    ("In the second vote on the lights there were 4 for and 5 against.", (None, None)),
    ("In the second vote on the lights there were 5 for and 4 against.", (None, None)),
    ("On the question of the hall there were 5 for and 4 against.", (None, None)),
    ("The closure of the road had 5 for and 4 against.", (None, None)),
    ("Lights: 5 for, 4 against.", (None, None)),
    ("A motion to take a break was lost by 4 votes to 5.", (None, None)),
    ("There were 4 for and 5 against.", (None, None)),
    ("Roll call vote: 5 ayes and 4 nays.", (5, 4)), ("A show of hands gave 5 for and 4 against.", (5, 4)), ("Sixteen voted for and fourteen against.", (16, 14)), ("The tally was 5 for and 4 against.", (5, 4)),
    ("In favour 5, against 4, declared interest 1.", (5, 4)), ("Result of the division: 5 for, 4 against.", (5, 4)), ("By roll call: 5 for, 4 against.", (5, 4)),
    ("There were 5 for and 4 against.", (5, 4)),
    ("The vote on the land was 5 for and 4 against.", (5, 4)),
    ("The vote on the motion was 5 for and 4 against.", (5, 4)),
    ("(5 in favour, 4 against)", (5, 4))])
def test_a_vote_told_after_the_outcome_is_of_the_motion_or_of_something_else(after: str, votes: tuple[int | None, int | None]) -> None:
    assert [(row[1], row[2]) for row in told(f"{UK}Carried. {after}")] == [votes]


@pytest.mark.parametrize(("sentence", "row"), [
    ("A motion to take a break was lost by 4 votes to 5.", ("carried", None, None, None)), ("The vote on extending the meeting was 4 for and 5 against.", ("carried", None, None, None)),
    ("The vote on selling the land was 5 for and 4 against.", ("carried", 5, 4, None)), ("The motion to sell the land had 5 for and 4 against.", ("carried", 5, 4, None))])
def test_a_motion_told_in_passing_is_not_the_one_before_the_meeting(sentence: str, row: tuple[str, int | None, int | None, str | None]) -> None:
    assert told(f"{UK}{sentence} The motion was carried.") == [row]


@pytest.mark.parametrize(("after", "row"), [
    ("The Mayor declared the vote void as a member had voted twice.", (None, None, None, None)),
    ("The vote was declared void, and was retaken. The motion was lost by 5 votes to 6.", ("lost", 5, 6, None)),
    ("The vote was retaken and the motion was lost by 5 votes to 6.", ("lost", 5, 6, None)),
    ("Councillor Orde asked that the vote be declared void.", ("carried", 7, 3, None)), ("The Clerk said that the vote was void.", ("carried", 7, 3, None)),
    ("The vote of Councillor Orde was declared void.", ("carried", 7, 3, None)), ("The vote was not void.", ("carried", 7, 3, None)),
    ("The Chair ruled that the vote was null and void.", (None, None, None, None)), ("This decision uses the money set aside in the budget.", ("carried", 7, 3, None)), ("The decision cannot be set aside.", ("carried", 7, 3, None)),
    ("The earlier decision was set aside by the High Court.", ("carried", 7, 3, None)), ("A Member asked for the vote to be retaken.", ("carried", 7, 3, None)), ("If the vote were void the item would be put again.", ("carried", 7, 3, None)),
    ("It was proposed that the vote be retaken but this was refused.", ("carried", 7, 3, None))])
def test_a_vote_that_was_declared_void_holds_no_more(after: str, row: tuple[str | None, int | None, int | None, str | None]) -> None:
    assert told(f"{UK}The motion was carried by 7 votes to 3.\n\n{after}") == [row]


@pytest.mark.parametrize(("sentence", "row"), [
    ("Council voted 4-3 against the motion.", ("lost", 3, 4, None)), ("The Council voted by 4 votes to 3 against it.", ("lost", 3, 4, None)), ("The Council voted 4-3 against approving.", (None, None, None, None)),
    ("The Council voted by 4 votes to 3 in favour of it.", ("carried", 4, 3, None)),
    ("The motion was carried by 4 votes to 3 against.", ("carried", 4, 3, None)), ("Motion carried 4-3 Against: Orde, Pell, Tull.", ("carried", 4, 3, None)), ("The Council voted by 4 votes to 3 to reject the motion.", ("lost", 3, 4, None))])
def test_those_told_first_may_have_been_against(sentence: str, row: tuple[str | None, int | None, int | None, str | None]) -> None:
    assert told(US + sentence) == [row]


@pytest.mark.parametrize(("lists", "voters"), [
    ("For (5): Labour: Orde, Pell; Independent: Lusk, Tull, Roe\nAgainst (2): Green: Vane, Bell", {"for": ["Orde", "Pell", "Lusk", "Tull", "Roe"], "against": ["Vane", "Bell"]}),
    ("For: Labour: Orde, Pell. Absent and not voting: Lusk, Tull\nAgainst: Green: Vane, Bell", {"for": ["Orde", "Pell"], "against": ["Vane", "Bell"]})])
def test_parties_within_a_list_of_voters_do_not_end_it(lists: str, voters: dict[str, list[str]]) -> None:
    found = named(f"{UK}\n\n{lists}\n\nThe motion was carried.")
    assert {way: [name for name, option in found if option == way] for way in ("for", "against")} == voters


@pytest.mark.parametrize(("sentence", "row"), [
    ("The closure motion was carried by 7 votes to 3.", (None, None, None, None)),
    ("It was moved that the question be now put. This was carried by 7 votes to 3.", (None, None, None, None)),
    ("A motion that the question be now put was carried by 7 votes to 3. The motion was then lost by 4 votes to 6.", ("lost", 4, 6, None)),
    ("The procedural motion was carried by 7 votes to 3. The motion was lost.", ("lost", None, None, None)),
    ("A vote of no confidence in the Chair was lost by 3 votes to 7.", (None, None, None, None)),
    ("The original resolution was carried in 2019 by 7 votes to 3.", (None, None, None, None)),
    ("A similar motion was carried at Heath by 12 votes to 3.", (None, None, None, None)),
    ("The same motion had failed at the Finance Committee.", (None, None, None, None)),
    ("The neighbouring parish's motion was carried by 7 votes to 2.", (None, None, None, None)),
    ("The Clerk confirmed that a motion carried by 7 votes to 2 could not be revisited.", (None, None, None, None)),
    ("Councillor Orde's motion on the hall was carried by 7 votes to 2.", (None, None, None, None)),
    ("The motion in the name of Councillor Orde was lost by 2 votes to 7.", (None, None, None, None)),
    ("The second motion was lost by 2 votes to 7.", (None, None, None, None)),
    ("For: 5 letters, against: 2 letters.", (None, None, None, None)),
    ("Councillor Vane's motion was carried by 7 votes to 2.", ("carried", 7, 2, None)),
    ("The motion in the name of Councillor Vane was lost by 2 votes to 7.", ("lost", 2, 7, None)),
    ("The same motion was carried by 7 votes to 2.", ("carried", 7, 2, None)),
    ("For: 5 members, against: 2 members. The motion was carried.", ("carried", 5, 2, None)),
    ("The Council carried the motion by 7 votes to 2, the Clerk having explained the law of 2019.", ("carried", 7, 2, None)),
    ("The motion was carried by Voice Vote, 7-2.", ("carried", 7, 2, "Voice Vote")), ("The motion was carried in Public Session by 7 votes to 2.", ("carried", 7, 2, None)), ("The motion was carried by Members, 7 for and 2 against.", ("carried", 7, 2, None)),
    ("The motion was carried at Heath by 7 votes to 2.", (None, None, None, None)), ("The motion was carried at the Finance Committee by 7 votes to 2.", (None, None, None, None)),
    ("The motion was carried by 7 votes to 2, and Councillor Orde's proposal for lights was noted.", ("carried", 7, 2, None)), ("The motion to approve was carried by 7 votes to 2.", ("carried", 7, 2, None)),
    ("A motion to refer it back was lost by 2 votes to 7.", (None, None, None, None)), ("A recorded vote was taken on the motion that the land be sold, which was carried by 7 votes to 2.", ("carried", 7, 2, "recorded vote")),
    ("The Clerk confirmed that there were 7 for and 2 against.", ("carried", 7, 2, None)), ("It was moved that standing orders be suspended. This was agreed. Mr Pell spoke. The motion was carried by 7 votes to 2.", ("carried", 7, 2, None)),
    ("It was moved that standing orders be suspended and this was agreed. The motion was carried by 7 votes to 2.", ("carried", 7, 2, None))])
def test_of_which_motion_a_sentence_tells(sentence: str, row: tuple[str | None, int | None, int | None, str | None]) -> None:
    assert told(UK + sentence) == [row]


@pytest.mark.parametrize(("decided", "movers"), [("the vote be taken in July", [None]), ("the item be deferred", [None]), ("the land be sold by auction", ["Vane"])])
def test_who_moved_a_motion_did_not_move_what_is_agreed_on_its_vote(decided: str, movers: list[str | None]) -> None:
    assert [r.mover for r in proceedings(f"**4. Mill Lane**\n\n{UK}It was agreed that {decided}.") if isinstance(r, Resolution)] == movers


@pytest.mark.parametrize(("words", "rows"), [
    ("to approve. Call the question by Orde, second by Pell. Carried 5-0.", [("approve.", None, None)]),
    ("to approve. Orde called for the question, seconded by Pell. Carried 5-0. Motion carried 4-1.", [("approve.", "carried", 4)]),
    ("to approve. Orde called the question. Motion carried 5-0.", [("approve.", "carried", 5)]),
    ("to approve item A. Motion by Orde, second by Pell, to approve item B. Carried 5-0.", [("approve item A.", None, None), ("approve item B.", "carried", 5)]),
    ("to reconsider the vote by which Ordinance 12 failed 2-3. Carried 4-1.", [("reconsider the vote by which Ordinance 12 failed 2-3.", "carried", 4)]),
    ("to reconsider the sale passed 4-1.", [("reconsider the sale", "carried", 4)]),
    ("to approve. Vote 3-2. Needs four votes.", [("approve.", None, 3)])])
def test_a_vote_on_whether_to_vote_or_on_another_motion_is_none_on_this_one(words: str, rows: list[tuple[str, str | None, int | None]]) -> None:
    found = proceedings(f"**4. Mill Lane**\n\nMotion by Vane, second by Bell, {words}")
    votes = {r.motion_id: r.votes_for for r in found if isinstance(r, Division)}
    assert [(r.text, r.outcome, votes.get(r.motion_id)) for r in found if isinstance(r, Motion)] == rows


@pytest.mark.parametrize(("beside", "voters"), [("(absent)", ["Orde", "Pell"]), ("(not voting)", ["Orde", "Pell"]), ("(Chair)", ["Orde", "Pell", "Lusk"])])
def test_who_is_in_brackets_said_to_be_away_did_not_vote(beside: str, voters: list[str]) -> None:
    assert [name for name, option in named(f"{UK}\n\nAYES: Orde, Pell, Lusk {beside}\nNAYS: Tull\nCARRIED") if option == "for"] == voters


@pytest.mark.parametrize(("moved", "row"), [
    ("moved an alternative motion, seconded by Councillor Bell, that the land be leased. The alternative motion was carried by 6 votes to 3.", ("carried", 6, 3, None)),
    ("moved, seconded by Councillor Bell, that the Clerk be thanked. The vote of thanks was carried by 6 votes to 3.", ("carried", 6, 3, None)),
    ("moved, seconded by Councillor Bell, that the item be deferred. The motion to approve was carried by 6 votes to 3.", (None, None, None, None)),
    ("moved, seconded by Councillor Bell, that the amended budget be approved. The amendment was lost by 4 votes to 6.", (None, None, None, None))])
def test_a_vote_is_of_the_motion_that_it_names(moved: str, row: tuple[str | None, int | None, int | None, str | None]) -> None:
    assert told(f"Councillor Vane {moved}") == [row]


def test_who_moved_that_a_matter_wait_moved_what_was_resolved_so() -> None:
    found = proceedings("**4. Mill Lane**\n\nCouncillor Vane moved, seconded by Councillor Bell, that Council defer the application.\n\nRESOLVED that the application be deferred.")
    assert [r.mover for r in found if isinstance(r, Resolution)] == ["Vane"]


@pytest.mark.parametrize(("amendment", "motion"), [
    ("Voting on the amendment\nFor: Orde, Pell\nAgainst: Vane, Bell, Tull\n\nThe amendment was lost.", "Voting on the motion\nFor: Vane, Bell, Tull\nAgainst: Orde, Pell\n\nThe motion was carried."),
    ("On the amendment: For: Orde, Pell. Against: Vane, Bell, Tull. Amendment lost.", "On the motion: For: Vane, Bell, Tull. Against: Orde, Pell. Carried.")])
def test_a_list_says_what_was_voted_on(amendment: str, motion: str) -> None:
    found = proceedings(f"**4. Mill Lane**\n\n{UK}\n\n{amendment}\n\n{motion}")
    (division,) = [r for r in found if isinstance(r, Division) and r.motion_id is not None]
    assert [r.outcome for r in found if isinstance(r, Motion)] == ["carried"]
    assert [(r.person_name, r.option) for r in found if isinstance(r, DivisionVote) and r.division_id == division.division_id] == [
        ("Vane", "for"), ("Bell", "for"), ("Tull", "for"), ("Orde", "against"), ("Pell", "against")]


def test_each_amendment_has_the_vote_told_of_its_mover() -> None:
    found = proceedings(f"**4. Mill Lane**\n\n{UK}\n\nCouncillor Orde moved an amendment, seconded by Councillor Pell, that the sale wait.\n\nCouncillor Tull moved a further amendment, seconded by Councillor Lusk, that the land be let.\n\n"
                        "Councillor Orde's amendment was lost by 4 votes to 6. Councillor Tull's amendment was carried by 6 votes to 4.")
    votes = {r.motion_id: r.votes_for for r in found if isinstance(r, Division)}
    assert [(r.mover, r.outcome, votes.get(r.motion_id)) for r in found if isinstance(r, Motion)] == [("Vane", None, None), ("Orde", "lost", 4), ("Tull", "carried", 6)]


def test_an_amendment_told_in_its_own_words_is_not_the_motion() -> None:
    assert told(f"{UK}The amendment that the sale wait was lost by 4 votes to 6. The motion was carried.") == [("carried", None, None, None)]


@pytest.mark.parametrize(("put", "row"), [
    ("On the amendment being put, 5 voted for and 2 against, and the amendment was carried.", ("lost", None, None, None)), ("The amendment was put to the vote: 5 for, 2 against.", ("lost", None, None, None)),
    ("On being put to the vote, 2 voted for and 5 against, and the motion was lost.", ("lost", 2, 5, None))])
def test_the_vote_on_an_amendment_below_movers_and_words_is_none_on_the_motion(put: str, row: tuple[str | None, int | None, int | None, str | None]) -> None:
    assert told(f"Moved by Cllr Vane, seconded by Cllr Bell\n\nThat the land be sold.\n\n{put}\n\nThe motion was lost.") == [row]
