"""The forms that decisions take: printed minutes → resolutions; and what only looks like one."""

from __future__ import annotations

import pytest

from papermine.records import Motion, Resolution
from printed import decided, moved, proceedings


def test_resolved_that_over_a_page_break_is_one_record_with_its_evidence():
    found = [r for r in proceedings("""
    **295. Minutes**
    RESOLVED that the minutes of the meetings held on 29 October 2024 and on the
    tenth of
    \f    December 2024 be noted.
    """) if isinstance(r, Resolution)]
    assert [r.model_dump(exclude_none=True, exclude={"resolution_id", "item_id"}) for r in found] == [{
        "document_id": "d", "item_number": "295", "text": "the minutes of the meetings held on 29 October 2024 and on the tenth of December 2024 be noted.",
        "lead_in": "RESOLVED that", "page": 1}]
    assert [(e.page, e.text) for e in found[0].evidence] == [
        (1, "the minutes of the meetings held on 29 October 2024 and on the tenth of"), (2, "December 2024 be noted.")]
    assert (found[0].rule, found[0].basis) == ("operative.gather", "stated")


@pytest.mark.parametrize("lead", [
    "RESOLVED that", "Resolved that", "RESOLVED –", "Resolved:", "RESOLVED: That", "R E S O L V E D   T H A T", "It was resolved that", "It was RESOLVED that",
    "It was agreed that", "It was unanimously agreed that", "AGREED that", "AGREED –", "RECOMMENDED TO COUNCIL that", "DECIDED that", "BE IT RESOLVED THAT",
    "RESOLVED (unanimously) that", "RESOLVED unanimously that", "It was APPROVED that", "Decision:", "Following debate, it was agreed that"])
def test_words_that_open_a_decision(lead: str):
    found = decided(f"**7. Budget**\nThe Director presented the report and answered a number of questions.\n\n{lead} the report be noted.")
    assert [(item, text.removeprefix("That ")) for item, _, text in found] == [("7", "the report be noted.")]


@pytest.mark.parametrize("sentence", [
    "The Committee noted the report.", "The panel agreed to note the report.", "The minutes of the previous meeting were agreed as accurate.",
    "Council approved the accounts for payment.", "The report was NOTED.", "That the minutes of the meeting be approved as a correct record.",
    "The panel welcomed the report and agreed to note the proposals.", "All were in agreement that the quotes should be accepted.",
    "The following accounts were approved for payment:", "Noted.", "AGREED."])
def test_decisions_told_in_a_sentence_are_kept_whole(sentence: str):
    assert decided(f"**7. Budget**\n{sentence}") == [("7", None, sentence)]


@pytest.mark.parametrize("sentence", [
    "Members noted that it rained.", "The Chairman explained that the motion was carried in 2019.", "A Member noted the absence of school exclusions.",
    "The Cabinet Member agreed to bring a report to a future meeting.", "Officers agreed to return with proposals.", "It was noted that the contract runs until May.",
    "At the last meeting it was agreed that the weighting should stay at 20%.", "The Committee noted that the following questions had been received.",
    "Members noted the challenges of managing limited funding.", "It was agreed that such bins are unsuitable.", "It was suggested that residents be consulted.",
    "The Executive Director reported that the budget had been approved.", "Mr Bell said that the Council resolved to close the school in 1998.",
    "It was proposed by the developer to move the bus stop.", "The Leader asked whether the motion should be carried.", "Resolved issues were listed in the report."])
def test_notes_of_discussion_are_not_decisions(sentence: str):
    assert decided(f"**7. Budget**\n{sentence}") == []


def test_numbered_lettered_and_nested_paragraphs():
    assert decided("""
    **88. Budget**
     3. RESOLVED that Cabinet agree to:

        (a) Note the overspend; and

        (b) Delegate authority to the Director, in consultation with the Leader, to take
            the actions that are needed.

     4. The Leader thanked everyone.

    **89. Parking**
    The Policy Committee RESOLVED:

    1. To start a Task Group, to be chaired by Cllr Bryher.
    2. Residents Parking
       a. Approve the increase to £124.
       b. Approve the new zones.
    3. That the order is subject to the following conditions:
       • the applicant pays all costs; and
       • notice is given.

    Reasons for decision: the contract ends in May.
    """) == [
        ("88", "a", "Note the overspend; and"),
        ("88", "b", "Delegate authority to the Director, in consultation with the Leader, to take the actions that are needed."),
        ("89", "1", "To start a Task Group, to be chaired by Cllr Bryher."), ("89", "a", "Approve the increase to £124."), ("89", "b", "Approve the new zones."),
        ("89", "3", "That the order is subject to the following conditions: the applicant pays all costs; and notice is given.")]


def test_unnumbered_paragraphs_bullets_and_enumerations_in_a_line():
    assert decided("""
    **301. Covenant**
     5) RESOLVED that:

         Members note all that is being done.

         Members continue to support the Covenant.

    **302. Terms of Reference**
     3) RESOLVED that Council:

         • Agrees the revised terms; and

         • Delegates to the Monitoring Officer the changes to the Constitution.

    **303. Names**
    RESOLVED that (a) the names be approved; and (b) officers inform the Post Office.
    """) == [
        ("301", None, "Members note all that is being done."), ("301", None, "Members continue to support the Covenant."),
        ("302", None, "Agrees the revised terms; and"), ("302", None, "Delegates to the Monitoring Officer the changes to the Constitution."),
        ("303", "a", "the names be approved; and"), ("303", "b", "officers inform the Post Office.")]


def test_a_permission_with_its_conditions_is_one_decision():
    assert decided("""
    **45. Application 24/0012**
    RESOLVED that planning permission be GRANTED subject to the following conditions:

    1. The development shall begin within three years.
    2. Materials shall match the house.
    """) == [("45", None, "planning permission be GRANTED subject to the following conditions: 1. The development shall begin within three years. "
              "2. Materials shall match the house.")]


def test_a_motion_that_resolved_repeats_is_one_decision_and_an_amendment_is_another():
    text = """
    **306. Governance**
     1) Mr Gough proposed, and Mr Jeffrey seconded the motion that

         “Council is asked to approve the Constitution.”

     2) Mr Holden proposed and Mr Lewis seconded the following amendment:

         “Council is asked to:

         1. Approve the Constitution
         2. Reject section 14.60.”

     3) Following the debate the Chairman put the amendment set out in paragraph 2 to
        the vote.

                                                              //Amendment lost.//

     4) The Chairman put the motion set out in paragraph 1 to the vote and it was agreed
        unanimously.

     5) RESOLVED that Council approves the Constitution.
    """
    assert moved(text) == [
        ("Holden", "Lewis", "lost", "“Council is asked to: 1. Approve the Constitution 2. Reject section 14.60.”"),
        ("Gough", "Jeffrey", "carried", "Council approves the Constitution.")]
    motions = [m for m in proceedings(text) if isinstance(m, Motion)]
    assert [(m.kind, m.amends) for m in motions] == [("motion", None), ("amendment", motions[0].motion_id)]


def test_recommendations_moved_in_narrative_approved_lost_and_withdrawn():
    assert moved("""
    **7 Parking**
    Recommendation 2A was moved by Councillor Plowden and seconded by Councillor Morris.
    On being put to the vote the recommendation was CARRIED unanimously.

    **It was APPROVED**
    **2a. Approve the increase to £124.**

    Recommendation 4C was moved by Councillor Plowden and seconded by Councillor Bryher.

    //“Recommendation 4c//
    //Approves the removal of free parking.”//

    On being put to the vote the recommendation was LOST (4 members voting in favour,
    5 against).

    Councillor Self moved an amendment which was seconded by Tim Rippington. The
    amendment text as follows:

    //That the work be split into two parts.//

    The amendment was withdrawn on the above assurances.
    """) == [
        ("Plowden", "Morris", "carried", "Approve the increase to £124."), ("Plowden", "Bryher", "lost", "Approves the removal of free parking.”"),
        ("Self", "Tim Rippington", "withdrawn", "That the work be split into two parts.")]


@pytest.mark.parametrize(("text", "expected"), [
    ("It was proposed by Cllr. W. Loynton, seconded by Cllr. D. Jones and unanimously agreed, that the minutes were correct. Signed by the Chair",
     ("W. Loynton", "D. Jones", "carried", "the minutes were correct.")),
    ("It was RESOLVED to approve the minutes. Proposed Cllr Greenhalgh, seconded Cllr Hutchings, all in favour.",
     ("Greenhalgh", "Hutchings", "carried", "approve the minutes.")),
    ("The minutes of the meeting were accepted, proposed by Martin Croft and Seconded by Craig Ritchie",
     ("Martin Croft", "Craig Ritchie", "carried", "The minutes of the meeting were accepted")),
    ("It was moved by Councillor Smith, seconded by Councillor Jones and RESOLVED that the limit be 20 mph.",
     ("Smith", "Jones", "carried", "the limit be 20 mph.")),
    ("On the proposal of Cllr. M. Byrne, seconded by Cllr. K. Ryan, it was resolved: That the draft plan be displayed.",
     ("M. Byrne", "K. Ryan", "carried", "That the draft plan be displayed.")),
    ("AGREED: On the proposal of Alderman Hill, seconded by Councillor Orr, that officers bring back a report.",
     ("Hill", "Orr", "carried", "officers bring back a report.")),
    ("MOTION by Smith, second by Jones, to approve the Consent Calendar. Motion carried 7-0.",
     ("Smith", "Jones", "carried", "approve the Consent Calendar.")),
    ("Councilmember Diaz moved to adopt Ordinance 12. Councilmember Cole seconded. The motion failed 2-3.",
     ("Diaz", "Cole", "lost", "adopt Ordinance 12.")),
    ("M/S/C Khatun/Arkwright to approve the minutes.", ("Khatun", "Arkwright", "carried", "approve the minutes.")),
    ("M/S/F Khatun/Arkwright to write to the owners.", ("Khatun", "Arkwright", "lost", "write to the owners.")),
    ("Motion (Cole/Diaz) to approve the fee schedule. Passed 3-1.", ("Cole", "Diaz", "carried", "approve the fee schedule.")),
    ("Upon motion of Council Member Hart, seconded by Council Member Webb, the Council approved the park plan.",
     ("Hart", "Webb", "carried", "the Council approved the park plan.")),
    ("Councillor Mac Neil, seconded by Councillor Reid, moved that the Council approve the plan. The motion was carried.",
     ("Mac Neil", "Reid", "carried", "the Council approve the plan.")),
    ("ACTION: Motion and second (Nash/ Taylor), to approve the consent calendar, passed unanimously.",
     ("Nash", "Taylor", "carried", "approve the consent calendar")),
    ("MOTION: MAYOR PRO TEM HURT MOVED AND COUNCIL MEMBER ACKLEY SECONDED TO APPROVE THE CONSENT CALENDAR. MOTION CARRIED UNANIMOUSLY.",
     ("HURT", "ACKLEY", "carried", "APPROVE THE CONSENT CALENDAR.")),
    ("Action: On a motion by Council Member Spring and seconded by Council Member Carr, the City Council, by a 5-0 vote, adopted Resolution No. 20-100.",
     ("Spring", "Carr", "carried", "the City Council, by a 5-0 vote, adopted Resolution No. 20-100.")),
    ("Resolved (proposed Cllr A Brown, seconded Cllr C Dean): to grant £200 to the Scouts.", ("A Brown", "C Dean", "carried", "to grant £200 to the Scouts.")),
    ("Cllr Smith proposed that the tree be felled, seconded by Cllr Jones. All agreed.", ("Smith", "Jones", "carried", "the tree be felled")),
    ("MOTION: Flores. SECOND: Hsu. To approve the variance. VOTE: 4-1.", ("Flores", "Hsu", "carried", "approve the variance.")),
    ("It was M/S by Carr/Spring to continue the item. The motion passed by a unanimous vote.", ("Carr", "Spring", "carried", "continue the item.")),
    ("The Chairman proposed and the Vice-Chairman seconded that the thanks of the Council be recorded. The motion was carried.",
     ("The Chairman", "the Vice-Chairman", "carried", "the thanks of the Council be recorded.")),
])
def test_movers_and_seconders(text: str, expected: tuple[str, str, str, str]):
    assert moved(f"**5. Business**\n{text}") == [expected]


def test_grants_each_with_a_mover_of_its_own():
    assert moved("""
    **10. Donations**
    It was unanimously agreed to donate as follows:
     • Young Farmers - £100 (proposed by Cllr. W. Loynton, seconded by Cllr. D. Jones)
     • Wales Air Ambulance - £200 (proposed by Cllr. H. Gwynne, seconded by Cllr. Joseph Davies)
    """) == [("W. Loynton", "D. Jones", "carried", "Young Farmers - £100"), ("H. Gwynne", "Joseph Davies", "carried", "Wales Air Ambulance - £200")]


def test_slips_of_an_ontario_township():
    text = """
    **R2023-147 D. Yemm, S. Foote:**
    That the minutes of June 20, 2023, be adopted as published. Carried.

    **R2023-148 T. Butler, S. Kirkey:**
    WHEREAS housing is short in every community of the province;

    NOW THEREFORE BE IT RESOLVED THAT the Township supports the request;

    AND FURTHER BE IT RESOLVED THAT a copy be sent to the Minister.
    **Carried.**

    **RESOLUTION NUMBER: R2023-149**
    **Moved by** I. Allardyce
    **Seconded by** L. Cresswell
    THAT we write to the owners.
    **Defeated.**
    """
    assert [(r.item_number, r.mover, r.seconder, r.outcome, r.text) for r in proceedings(text) if isinstance(r, Resolution)] == [
        ("R2023-147", "D. Yemm", "S. Foote", "carried", "That the minutes of June 20, 2023, be adopted as published."),
        ("R2023-148", "T. Butler", "S. Kirkey", "carried", "the Township supports the request;"),
        ("R2023-148", "T. Butler", "S. Kirkey", "carried", "a copy be sent to the Minister."),
        ("R2023-149", "I. Allardyce", "L. Cresswell", "lost", "THAT we write to the owners.")]


def test_scottish_forms():
    assert decided("""
    **13 Roads**
    The Committee agreed:-

    (1) to note the report; and

    (2) to instruct the Chief Officer to report back.

    **14 Ferries**
    The Committee:-

    (i) noted the content of the report; and

    (ii) agreed that a letter be sent to the Minister.
    """) == [("13", "1", "to note the report; and"), ("13", "2", "to instruct the Chief Officer to report back."),
             ("14", "i", "noted the content of the report; and"), ("14", "ii", "agreed that a letter be sent to the Minister.")]


def test_a_summary_repeats_nothing():
    assert decided("""
    **7 Parking**
    **It was APPROVED:**
    **6. Approved the early bird charging at Temple Gate.**

    **SUMMARY OF APPROVED RECOMMENDATIONS**
    **The Policy Committee RESOLVED:**
    **6. Approved the early bird charging at Temple Gate.**
    """) == [("7", "6", "Approved the early bird charging at Temple Gate.")]


def test_it_was_agreed_in_a_discussion_that_ends_in_resolved_is_what_was_said():
    assert decided("""
    **7 Annual report**
     2. Members spoke of the report. It was agreed that children should be placed near home.

     3. RESOLVED that the Panel note the report.
    """) == [("7", None, "the Panel note the report.")]


def test_a_notice_of_decisions():
    assert decided("""
    **(a) Subject:** Supported Bus Services
        (agenda item 8)

    **(d) Decision taken**
        That the Committee:

        1. Approved the approach to the Hub.

        2. Authorised the Director to take the steps that are needed.

    **(h) Reason for decision:**
        As set out in the report.

    **(a) Subject:** Finance Forecast
        (agenda item 11)

    **(d) Decision taken**
        The Committee noted the report.

    **(e) Exempt Information?**
        Open
    """, "decision") == [("8", "1", "Approved the approach to the Hub."), ("8", "2", "Authorised the Director to take the steps that are needed."),
                         ("11", None, "The Committee noted the report.")]


def test_a_record_of_an_executive_decision():
    assert decided("""
    **RECORD OF DECISION**

    **Decision:**
    As Cabinet Member I agree to:

    **APPROVE the proposal to not re-commission the services.**

    **DELEGATE authority to the Director to take the actions needed.**

    **Reason(s) for decision:**
    The saving is needed.
    """, "decision") == [(None, None, "APPROVE the proposal to not re-commission the services."), (None, None, "DELEGATE authority to the Director to take the actions needed.")]


def test_elections():
    assert moved("""
    **12. Election of Chair**
    Cllr Jones was proposed by Cllr Smith and seconded by Cllr Brown. Cllr Jones was duly elected Chair.
    """) == [("Smith", "Brown", None, "Cllr Jones was duly elected Chair.")]


def test_a_vote_told_before_the_resolution_it_was_taken_on():
    found = [r for r in proceedings("""
    **17. Budget**
    The Mayor put the recommendations to the vote, which were agreed with 20 Members
    voting for, 5 against and 2 abstaining.

    RESOLVED - That the budget be adopted.
    """) if isinstance(r, Resolution)]
    assert [(r.text, r.votes_for, r.votes_against, r.votes_abstain) for r in found] == [("That the budget be adopted.", 20, 5, 2)]


def test_the_section_decision_of_a_notice_ends_where_the_next_is_numbered_and_its_title_is_none():
    assert decided("""
    **DECISION NOTICE**
    **DECISION OF THE LICENSING PANEL**

    **4. Interested parties: Mrs A Vane**

    **5. Decision**

    Having considered all of the evidence, the Panel unanimously

    RESOLVED

    (a) that the application be refused.
    (b) that the fee be kept.

    6. Why it was refused

    The Panel heard that there is a school beside it.

    Dated: 6 August 2012
    """, "decision") == [(None, "a", "that the application be refused."), (None, "b", "that the fee be kept.")]
