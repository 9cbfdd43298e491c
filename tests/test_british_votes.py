"""How councils of the United Kingdom and Ireland tell votes: divisions of a motion against an amendment, casting votes, and what only looks like a number of votes."""

from __future__ import annotations

import pytest

from papermine.language.outcomes import outcome_in
from papermine.records import Division, DivisionVote, Motion, Resolution
from printed import moved, proceedings


def voted(text: str) -> list[tuple[str, str]]:
    return [(r.person_name, r.option) for r in proceedings(text) if isinstance(r, DivisionVote)]


def outcomes(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(r.mover, r.kind, r.outcome) for r in proceedings(text) if isinstance(r, Motion)]


DIVISION = """
**1. Pool**
Councillor Bell, seconded by Councillor Cairns, moved that the pool be kept.

As an amendment, Councillor Dow, seconded by Councillor Eden, moved that the pool be sold.

{told}
"""


@pytest.mark.parametrize("told", [
    """There voted for the amendment:

Councillors Dow, Eden and Fyfe (3)

There voted for the motion:

Councillors Bell, Cairns, Gunn and Hay (4)

The motion was accordingly declared carried.""",
    """On the roll being called, the following members voted for the amendment: Councillors Dow, Eden and Fyfe.

The following members voted for the motion: Councillors Bell, Cairns, Gunn and Hay.

3 members having voted for the amendment and 4 members having voted for the motion, the motion was accordingly declared carried."""])
def test_the_motion_that_beat_an_amendment_is_carried_and_each_side_has_its_own_voters(told: str):
    text = DIVISION.format(told=told)
    assert outcomes(text) == [("Bell", "motion", "carried"), ("Dow", "amendment", "lost")]
    assert voted(text) == [*((name, "for") for name in ("Bell", "Cairns", "Gunn", "Hay")), *((name, "for") for name in ("Dow", "Eden", "Fyfe"))]


@pytest.mark.parametrize("told", ["4 members having voted for the amendment and 9 members having voted for the motion, the motion was accordingly declared carried.",
                                  "On a vote, there voted for the motion 9 members and for the amendment 4 members."])
def test_a_division_told_by_its_numbers(told: str):
    found = proceedings(DIVISION.format(told=told))
    assert [(r.kind, r.outcome) for r in found if isinstance(r, Motion)] == [("motion", "carried"), ("amendment", "lost")]
    assert [(r.votes_for, r.votes_against) for r in found if isinstance(r, Division)] == [(9, None), (4, None)]


def test_speakers_for_a_motion_are_no_votes():
    found = proceedings(DIVISION.format(told="Councillor Hay spoke for the motion and 3 others for the amendment."))
    assert [r for r in found if isinstance(r, Division)] == []


def test_columns_headed_motion_amendment_and_no_vote():
    text = """
    **2. ELECT PROVOST**
    **Motion**

    Councillor Ellen Mort nominated Councillor Len Scour for the position of Provost and this was seconded by Councillor Dave Kinn.

    **Amendment**

    Councillor Anne Horn nominated Councillor Doug Philips for the position of Provost and this was seconded by Councillor Julie Kenny.

    The requisite number of Members required the vote to be taken by calling the roll and Members voted as follows -

    Motion                     Amendment                No Vote

    Councillor Dave            Councillor Anne Horn     Councillor Doug Philips
    Kinnaird                   Councillor Julie Kenny
    Councillor Ellen Mort
    Councillor Len Scour

    **Decision**

    The Motion was carried by 3 votes to 2 and the Council resolved accordingly.
    """
    assert moved(text) == [("Ellen Mort", "Dave Kinn", "carried", "Councillor Len Scour for the position of Provost"), ("Anne Horn", "Julie Kenny", "lost", "Councillor Doug Philips for the position of Provost")]
    assert voted(text) == [("Dave Kinnaird", "for"), ("Ellen Mort", "for"), ("Len Scour", "for"), ("Anne Horn", "for"), ("Julie Kenny", "for")]


def test_what_leads_to_the_names_is_no_part_of_the_motion_and_minutes_are_no_votes():
    text = """
    **4. Order**
    A named vote was taken on the motion, moved by Councillor Buck and seconded by Councillor Pell, that the meeting stand adjourned for 30 minutes, the voting being as follows:

    For the motion:

    Cllrs K Buck and M Pell (2)

    Against the motion:

    Cllrs S Allen, M Berry, M Borton, P Collins, D Cowan, C Mulroney, A Vane, B Tull, T Orde and R Woodley (10)
    \f
    Abstentions:

    Cllrs S Aylen and R Long (2)

    The motion was therefore lost.
    """
    assert moved(text) == [("Buck", "Pell", "lost", "the meeting stand adjourned for 30 minutes")]
    assert [(r.votes_for, r.votes_against, r.votes_abstain) for r in proceedings(text) if isinstance(r, Division)] == [(2, 10, 2)]
    assert [name for name, option in voted(text) if option == "abstain"] == ["S Aylen", "R Long"]


def test_a_casting_vote_against_loses_it_and_its_mover_did_not_move_what_is_resolved():
    assert moved("""
    **141. MINUTES**
    Councillor P.G. Heesom proposed that the penultimate paragraph be amended to reflect his concern. The proposal was duly seconded by Councillor A.M. Halford. \
On being put to the vote there was an equality of voting and the Chairman used his casting vote to vote against the inclusion of the amendment.

    RESOLVED:

    That the minutes be approved as a correct record and signed by the Chairman.
    """) == [("P.G. Heesom", "A.M. Halford", "lost", "the penultimate paragraph be amended to reflect his concern."),
             (None, None, None, "That the minutes be approved as a correct record and signed by the Chairman.")]


def test_on_the_proposal_of_in_capitals_over_lines_and_what_was_defeated():
    text = """
    **94.21 Tax**
    On the PROPOSAL of Cllr. Fallon
       SECONDED by Cllr. Byrne
    It was proposed to reduce the rate of Local Property Tax by 5% for 2022.

    A vote was taken, which resulted as follows:

    For: (2) Cllrs. Fallon and Byrne

    Against: (3) Cllrs. Cummins, Crosby and Shanagher

    The proposal was defeated.

    On the PROPOSAL of Cllr. Naughten
       SECONDED by Cllr. Crosby
    It was AGREED to increase the rate of Local Property Tax by 15% for 2022.
    """
    assert moved(text) == [("Fallon", "Byrne", "lost", "reduce the rate of Local Property Tax by 5% for 2022."), ("Naughten", "Crosby", "carried", "increase the rate of Local Property Tax by 15% for 2022.")]
    assert [(r.votes_for, r.votes_against) for r in proceedings(text) if isinstance(r, Division)] == [(2, 3)]


def test_this_was_agreed_tells_what_became_of_the_motion_before_it():
    assert moved("""
    **3. Motion**
    There was submitted a Notice of Motion by Councillors Bibby and Devine in the following terms:

    "Council agrees to write to the Secretary of State opposing the closure of the Jobcentre."

    Councillor Bibby, seconded by Councillor Devine, then moved the motion. This was agreed unanimously.

    DECIDED: That Council agrees to write to the Secretary of State opposing the closure of the Jobcentre.
    """) == [("Bibby", "Devine", "carried", "That Council agrees to write to the Secretary of State opposing the closure of the Jobcentre.")]


def test_carried_unanimously_but_with_some_abstaining():
    text = """
    **17. Minutes**
    It was proposed by Cllr Trudgen and seconded Cllr Scrase that the minutes were a true and correct record, carried unanimously but with Cllrs Vincent, Mitchell and Hosking abstaining \
as they had not then been present.
    """
    assert moved(text) == [("Trudgen", "Scrase", "carried", "the minutes were a true and correct record")]
    assert voted(text) == [("Vincent", "abstain"), ("Mitchell", "abstain"), ("Hosking", "abstain")]


def test_a_decimal_minute_number_before_resolved_and_movers_below():
    assert moved("""
    **C.3083 BUS SHELTER**
    The Clerk reported.

    C.3083.2 RESOLVED: that £2,500 be allocated to a bus shelter

    Proposed by Councillor Chapman

    Seconded by Councillor Fox

    On a vote being taken the matter was approved by a majority.
    """) == [("Chapman", "Fox", "carried", "that £2,500 be allocated to a bus shelter")]


PARTS = """
**3. Motion**
Moved by Councillor Vane, seconded by Councillor Tull:

"That this Council:

(1) Opens the baths on Sundays;

(2) Closes the depot."

{told}
"""


def test_parts_of_a_motion_have_votes_of_their_own_and_the_whole_has_none():
    text = PARTS.format(told="""At the request of Councillor Pell the motion was taken in two parts.

Part (1) of the motion was put to the vote and carried by 12 votes to 5.

Part (2) of the motion was put to the vote and lost by 6 votes to 11.""")
    assert moved(text) == [("Vane", "Tull", "carried", "Opens the baths on Sundays;"), ("Vane", "Tull", "lost", 'Closes the depot."')]
    assert [(r.votes_for, r.votes_against, r.outcome) for r in proceedings(text) if isinstance(r, Division)] == [(12, 5, "carried"), (6, 11, "lost")]


@pytest.mark.parametrize("told", ["Paragraph 2 was carried forward from last year.", "Part 2 of the report was noted."])
def test_what_else_is_carried_is_no_part_of_the_motion(told: str):
    assert moved(PARTS.format(told=told)) == []


def test_a_row_for_each_way_of_voting():
    text = """
    **5. Depot**
    Councillor Vane proposed and Councillor Tull seconded that the depot be closed.

    Vote       Councillors                    Count
    For        Vane, Tull,                    3
               Pell
    Against    Orde, Yew, Ash and Oak         4
    Abstain    Elm                            1

    The motion was lost.
    """
    assert voted(text) == [*((name, "for") for name in ("Vane", "Tull", "Pell")), *((name, "against") for name in ("Orde", "Yew", "Ash", "Oak")), ("Elm", "abstain")]
    assert [(r.votes_for, r.votes_against, r.votes_abstain) for r in proceedings(text) if isinstance(r, Division)] == [(3, 4, 1)]


def test_a_grid_without_rules():
    assert voted("""
    **5. Depot**
    Councillor Vane proposed and Councillor Tull seconded that the depot be closed.

    Councillor       For    Against    Abstain
    A Vane           X
    C Orde                  X
    E Ash                              X

    The motion was lost.
    """) == [("A Vane", "for"), ("C Orde", "against"), ("E Ash", "abstain")]


def test_one_side_alone_tells_no_outcome_and_both_do():
    text = """
    **2. Depot**
    Councillor Vane proposed, seconded by Councillor Tull, that the depot be closed. There voted for the motion: 4{rest}.
    """
    assert [r.outcome for r in proceedings(text.format(rest="")) if isinstance(r, Motion)] == [None]
    assert [r.outcome for r in proceedings(text.format(rest="; against: 9")) if isinstance(r, Motion)] == ["lost"]


@pytest.mark.parametrize("sentence", ["It was proposed and seconded that the depot be closed. On being put to the vote the motion was lost by 4 votes to 9.",
                                      "A motion that the depot be closed was put and lost."])
def test_a_motion_that_names_nobody_and_was_lost(sentence: str):
    found = moved(f"""
    **2. Depot**
    {sentence}
    """)
    assert [row[:3] for row in found] == [(None, None, "lost")]
    assert "depot be closed" in found[0][3]


@pytest.mark.parametrize(("text", "decided"), [
    ("RECOMMEND (to Council) that the budget be approved.", ["the budget be approved."]),
    ("The Cabinet RECOMMENDS to Council that:\n\n(a) the budget be approved; and\n\n(b) the fees be set.", ["the budget be approved; and", "the fees be set."]),
    ("RECOMMEND TO COUNCIL:\n\n(a) That the budget be approved; and\n\n(b) That the fees be set.", ["That the budget be approved; and", "That the fees be set."]),
    ("The report recommended that the budget be approved. Officers recommended approval. The Council is recommended to approve the budget. The Cabinet recommends approval in its report.", [])])
def test_what_a_committee_recommends_to_council(text: str, decided: list[str]):
    assert [row[3] for row in moved("**4. Budget**\n" + text)] == decided


def test_words_of_a_motion_above_those_who_moved_it():
    assert moved("""
    **3. Notice of motion**
    The following motion came forward in the name of Councillor Byrne:

    “This Council calls on the Department to fund the marketing of the area.”

    Councillor Byrne proposed and Councillor Andrews seconded the motion.

    FOR: 6   AGAINST: 2   ABSTENTIONS: 1

    The motion was carried.
    """) == [("Byrne", "Andrews", "carried", "“This Council calls on the Department to fund the marketing of the area.”")]


@pytest.mark.parametrize(("text", "found"), [
    ("Agreed: The Action Sheet was noted on the proposal of Councillor Clarke, seconded by Councillor Casey.", ("Clarke", "Casey", "The Action Sheet was noted")),
    ("Proposed as a true record by Cllr Smith seconded by Cllr Higgins and unanimously approved.", ("Smith", "Higgins", "Proposed as a true record")),
    ("To approve expenditure as itemised on schedule.\n\nProposed by Cllr Smith seconded by Cllr Colenutt and unanimously approved.", ("Smith", "Colenutt", "To approve expenditure as itemised on schedule."))])
def test_movers_after_the_words(text: str, found: tuple[str, str, str]):
    assert [(row[0], row[1], row[3]) for row in moved("**4. Business**\n" + text)] == [found]


def test_minutes_of_the_following_committees_are_one_decision_and_a_vote_is_no_part_of_it():
    assert [row[3] for row in moved("""
    **254. Committees**
    It was unanimously resolved to receive and adopt the minutes of the following committees:

        Planning Committee held on 17 February 2011

        Staffing Committee held on 28 February 2011

    **255. Grants**
    It was agreed that £500 would be donated. 11 Councillors in favour, 1 against.
    """)] == ["receive and adopt the minutes of the following committees: Planning Committee held on 17 February 2011 Staffing Committee held on 28 February 2011", "£500 would be donated."]


def test_who_nominated_one_person_did_not_move_all_that_was_agreed_after_consideration():
    assert moved("""
    **4. Chairs**
    Mr Robb, seconded by Councillor Morr proposed Professor Nick Flood for Care Governance. As there was no one otherwise minded the new Chairs were agreed.

    Following consideration the Board agreed:

    i) to note the Chair was due to rotate on 1 April 2021; and

    ii) that Professor Nick Flood take over as Chair.
    """) == [(None, None, None, "to note the Chair was due to rotate on 1 April 2021; and"), (None, None, None, "that Professor Nick Flood take over as Chair.")]


@pytest.mark.parametrize(("text", "found"), [
    ("Having been already circulated, Cllr Dix proposed that they were a true record; the proposal was seconded by Cllr Styles and unanimously agreed by the council.", ("Dix", "Styles", "carried", "they were a true record")),
    ("Upon a vote, it was RESOLVED (8 for, 2 against) to defer the application.", (None, None, None, "defer the application.")),
    ("Proposed Cllr Ash, seconded Cllr Birch; agreed that the minutes be signed.", ("Ash", "Birch", "carried", "the minutes be signed.")),
    ("RESOLVED (Cllr Ash/Cllr Birch; 5 in favour, 1 against) that the tree be felled.", ("Ash", "Birch", "carried", "the tree be felled.")),
    ("Cllr Ash moved, seconded by Cllr Birch, that the road be closed. Cllr Cole moved the direct negative, seconded by Cllr Dean. The motion was lost.", ("Ash", "Birch", "lost", "the road be closed."))])
def test_short_forms_of_motions(text: str, found: tuple[str | None, str | None, str | None, str]):
    assert moved("**4. Business**\n" + text) == [found]


@pytest.mark.parametrize(("elected", "movers"), [("Cllr Ash", ("Birch", "Cole")), ("Cllr Dean", (None, None))])
def test_who_nominated_another_did_not_move_the_one_elected(elected: str, movers: tuple[str | None, str | None]):
    assert [row[:2] for row in moved(f"""
    **9. Election**
    Nominations for Chair: Cllr Ash (proposed Cllr Birch, seconded Cllr Cole); Cllr Dean (proposed Cllr Elm, seconded Cllr Fox). Votes were cast. {elected} was duly elected Chair.
    """)] == [movers]


@pytest.mark.parametrize(("text", "found"), [
    ("Cllr Ash proposed, Cllr Birch seconded and it was agreed with one abstention (Cllr Cole) that the path be repaired.", ("Ash", "Birch", "carried", "the path be repaired.")),
    ("Resolution: That signs be bought. Proposer: Cllr Ash. Seconder: Cllr Birch. Vote: For 5 Against 0.", ("Ash", "Birch", "carried", "That signs be bought.")),
    ("Cllr Cole proposed an amendment that the precept be £12,000, seconded by Cllr Dean. The amendment was carried 5:4.", ("Cole", "Dean", "carried", "the precept be £12,000"))])
def test_more_short_forms(text: str, found: tuple[str | None, str | None, str | None, str]):
    assert moved("**4. Business**\n" + text) == [found]


@pytest.mark.parametrize("text", [
    "The motion to Council in July, proposed by Councillor Ash and seconded by Councillor Birch, had been lost by 12 votes to 9.",
    "Councillor Ash asked: \"Will the Leader agree that the motion was carried by 30 votes to 12?\" The Leader replied that the amendment was lost.",
    "It was reported that the Planning Committee had RESOLVED that permission be granted.",
    "The Chair reminded Members that a casting vote against the motion would be in line with practice.",
    "The Panel discussed whether to RECOMMEND to Council that the fees be raised. No decision was made.",
    "A resident said that 12 people were for and 3 against the scheme. In 2019 the Council voted 12 for, 3 against."])
def test_what_is_told_of_other_meetings_and_other_people_is_no_decision(text: str):
    found = proceedings("**5. Report**\n" + text)
    assert not [r for r in found if isinstance(r, Motion | Division | DivisionVote)]
    assert moved("**5. Report**\n" + text) == []


@pytest.mark.parametrize(("sentence", "outcome"), [
    ("The Chairman gave his casting vote for the motion.", "carried"),
    ("The votes being equal, the Chair exercised his second or casting vote against the amendment.", "lost"),
    ("The Chair, with her casting vote, voted against the motion.", "lost"),
    ("The Chairman declined to use his casting vote in favour of the motion.", None),
    ("The Mayor did not use her casting vote for the amendment.", None),
    ("The Chairman has a casting vote for any motion that is tied.", None),
    ("The Chairman would use his casting vote against the motion.", None),
    ("If the votes were equal the Chair could give a casting vote for the motion.", None),
])
def test_a_casting_vote_tells_an_outcome_where_it_was_used(sentence: str, outcome: str | None):
    found = outcome_in(sentence)
    assert (found[0] if found is not None else None) == outcome


@pytest.mark.parametrize(("sentence", "outcome"), [
    ("The amendment was not declared carried.", "lost"), ("The motion was not therefore carried.", "lost"), ("The amendment had not been carried.", "lost"),
    ("The motion was therefore declared carried.", "carried"), ("There being no objection, the motion was carried.", "carried"),
    ("No amendment was carried.", None), ("Neither motion was carried.", None), ("The motion could not be declared carried.", None),
])
def test_what_was_not_carried_is_not_stored_as_carried(sentence: str, outcome: str | None):
    found = outcome_in(sentence)
    assert (found[0] if found is not None else None) == outcome


@pytest.mark.parametrize("sentence", ["The motion to defer the matter would fall if the amendment was carried.",
                                      "A motion to close the debate can be put once the amendment was lost."])
def test_an_outcome_that_is_only_supposed_is_none(sentence: str):
    assert moved(f"""
    **12. PARKS**
    {sentence}
    """) == []


def test_the_words_of_a_motion_may_name_a_time():
    assert moved("""
    **12. PARKS**
    The motion to close the north gate of the park to all traffic but buses and the cars of those who live beside it until July was lost.
    """)[0][2] == "lost"


@pytest.mark.parametrize("numbers", ["Motion 5 and amendment 2 were withdrawn.", "Motion 12, amendment 3 stood on the order paper."])
def test_the_numbers_of_a_motion_and_an_amendment_are_no_votes(numbers: str):
    assert not [r for r in proceedings(DIVISION.format(told=numbers)) if isinstance(r, Division)]


@pytest.mark.parametrize(("printed", "found"), [
    ("Councillor Vane proposed,\nSeconded by Councillor Tull and resolved,\n\n“That the report be received.”\n\nCllr Orde left.", ("Vane", "Tull", "carried", None)),
    ("Councillor Vane proposed,\nSeconded by Councillor Tull and unanimously resolved,\n“That the report be received.”", ("Vane", "Tull", "carried", None)),
    ("Councillor Vane proposed,\nSeconded by Councillor Tull,\n“That the report be received.”\n\nOn the proposal being put to the meeting, 7 members voted in favour, 4 members voted against and 1 member abstained. The Chairman declared the proposal carried.",
     ("Vane", "Tull", "carried", 7)),
    ("It was proposed by Cllr Vane, seconded by Cllr Tull and AGREED by the Meeting, with one abstention, to receive the report.", ("Vane", "Tull", "carried", None)),
    ("On the motion of Councillor Vane, seconded by Councillor Tull, it was\n\nRESOLVED – the report be deferred for a visit.", ("Vane", "Tull", None, None)),
])
def test_movers_over_lines_before_what_was_resolved(printed: str, found: tuple[object, ...]) -> None:
    assert [(r.mover, r.seconder, r.outcome, r.votes_for) for r in proceedings(f"**5. Roads**\n{printed}") if isinstance(r, Resolution)] == [found]


@pytest.mark.parametrize("printed", [
    "It was agreed that the hall be let.\n\nCouncillor Pell proposed,\n“That the Council contribute £500.”\n\nAs there was no seconder the proposal fell.",
    "It was agreed that the hall be let.\n\nCouncillor Pell proposed that the bench be sold. As there was no seconder the motion fell.",
])
def test_a_proposal_that_nobody_seconded_leaves_what_was_agreed(printed: str) -> None:
    assert next((r.text, r.mover, r.outcome) for r in proceedings(f"**5. Roads**\n{printed}") if isinstance(r, Resolution)) == ("the hall be let.", None, None)
