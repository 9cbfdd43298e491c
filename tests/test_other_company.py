"""Known forms in company in which they had not been met: what stands beside them says what they are."""

from papermine.records import AgendaItem, Division, DivisionVote, Motion
from printed import came, decided, moved, proceedings


def _votes(text: str) -> list[tuple[int | None, int | None, int | None]]:
    return [(d.votes_for, d.votes_against, d.votes_abstain) for d in proceedings(text) if isinstance(d, Division)]


RESOLVED_IN_FULL = """
**5. Planning**

Councillor Ann Orde proposed that the Council should raise no objections to the application. This was seconded by Councillor Ben Tull.

It was resolved that the Parish Council raises no objections to application 16/00619 subject to an agreement on the land. (5 in favour, 4 against and 1 abstention)
"""


def test_what_was_resolved_in_full_is_the_decision_and_the_numbers_in_brackets_its_vote() -> None:
    assert moved(RESOLVED_IN_FULL) == [("Ann Orde", "Ben Tull", "carried", "the Parish Council raises no objections to application 16/00619 subject to an agreement on the land.")]
    assert _votes(RESOLVED_IN_FULL) == [(5, 4, 1)]


def test_it_was_resolved_right_behind_a_motion_adopts_it_in_other_words() -> None:
    assert moved("""
    **7. Applications**

    Councillor Orde proposed, seconded by Councillor Tull, that the extension be approved. It was resolved to approve the application in accordance with the report.
    """) == [("Orde", "Tull", None, "approve the application in accordance with the report.")]
    far = moved("""
    **7. Applications**

    Councillor Orde proposed, seconded by Councillor Tull, that the extension be approved.

    Members spoke of the weather.

    The Clerk read a letter.

    It was resolved to buy a bench.
    """)
    assert [r[:2] for r in far if "bench" in r[3]] == [(None, None)]
    for proposed, resolved in (("the application be refused", "to approve the application at Mill Lane"), ("the council write to the school", "that the council buy a mower"),
                               ("the lamp at the school be replaced", "that a letter be sent to the school"), ("the extension be approved", "to approve the minutes")):
        other = moved(f"""
        **7. Applications**

        Councillor Orde proposed, seconded by Councillor Tull, that {proposed}. It was resolved {resolved}.
        """)
        assert [r[:2] for r in other if r[3].rstrip(".") in resolved] == [(None, None)], resolved


def test_a_proposal_that_found_no_seconder_is_not_what_was_resolved() -> None:
    found = moved("""
    **7. Applications**

    Councillor Orde proposed that the application be refused because it is too big. The proposal was seconded by Councillor Tull. Councillor Bell proposed that the application be approved in accordance with the report; there was no seconder to the proposal.

    It was resolved to refuse the application for the reason given.
    """)
    assert [r[:2] for r in found] == [("Orde", "Tull")]


def test_the_committee_agreed_the_motion_tells_of_its_vote() -> None:
    text = """
    **4. Licence**

    Councillor Orde, seconded by Councillor Tull, moved that the committee grants the application for one year.

    By way of an amendment, Councillor Bell, seconded by Councillor Hale, moved that the committee refuses the application.

    On a division, 5 members voted for the motion and 2 members voted for the amendment.

    **Decision**
    The committee agreed the motion.
    """
    assert "The committee agreed the motion." not in [words for *_, words in decided(text)]
    assert [(m.mover, m.outcome) for m in proceedings(text) if isinstance(m, Motion)] == [("Orde", "carried"), ("Bell", "lost")]
    assert decided("""
    **4. Licence**

    **Decision**
    The committee agreed the recommendations in the report.
    """) == [("4", None, "The committee agreed the recommendations in the report.")]


def test_apologies_that_were_noted_decide_nothing_and_those_accepted_do() -> None:
    assert decided("""
    **1. Apologies**

    The apologies for absence were presented and were noted as listed above.
    """) == []
    assert len(decided("""
    **1. Apologies**

    The apologies for absence were received and accepted.
    """)) == 1


def _headings(text: str) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in proceedings(text) if isinstance(i, AgendaItem)]


def test_a_long_title_at_the_edge_of_the_main_headings_is_one_of_them_and_a_number_within_a_sentence_is_none() -> None:
    assert [n for n, _ in _headings("""
    **2.   INTERESTS**

         Councillor Orde declared an interest in application
         12.8 on the agenda as a governor.

    **5.   SITE VISITS**

         None.

    **7.   ARISING**

    **7.1  FPL/2021/10 – Full application for the siting of 32 holiday lodges together with**
         **the building of a shop at Glan Don**

         The application was reported.

    **7.2  HHP/2021/157 – Full application for alterations and extensions at 31 Sea Road, all**
         **of it on the shore**

         It was deferred.

    **8.   OTHERS**

         None.
    """)] == ["2", "5", "7", "7.1", "7.2", "8"]
    assert [n for n, _ in _headings("""
    **2.   INTERESTS**

         None.

    **3.   BUDGET**

         Members agreed:

    **3.1  That the estimates which the Treasurer has set out in the report be approved for**
         **the coming year**

    **3.2  That the precept which the Treasurer has set out in the report be approved for the**
         **coming year**

    **4.   OTHERS**

         None.
    """)] == ["2", "3", "4"]


def test_an_officer_with_his_initials_in_brackets_is_no_label_and_local_members_only_attend() -> None:
    text = """
    **PRESENT:**           Councillor Nell Orde (Chair)
                           Councillors John Bell, Ken Hale and Ann Tull

                           Local Members: Councillor Al Dace (application 7.2)
    **IN ATTENDANCE:**     Chief Planning Officer (DFJ)
                           Committee Officer (ATH)
    **APOLOGIES:**         Councillors Glyn Vane, Dora Pell

    **1. Minutes**

    The minutes were approved.
    """
    assert [(status, name) for status, name, _ in came(text)] == [
        ("present", "Nell Orde"), ("present", "John Bell"), ("present", "Ken Hale"), ("present", "Ann Tull"), ("in_attendance", "Al Dace"), ("apologies", "Glyn Vane"), ("apologies", "Dora Pell")]


def test_members_without_a_label_have_the_mayor_above_and_the_county_below() -> None:
    text = """
    **Heath Town Council**

    **Monthly Meeting**

    Councillor Nell Orde (Mayor)

    Councillors John Bell, Ken Hale, Ann Tull and Al Dace

    County Councillor Hugh Lusk

    In attendance: Di Vane (Town Clerk)

    **134. Personal Matters**

    Apologies were received from Cllrs Max Pell, Mrs Shirley Roe, Andrew Hart and Tom Cole.

    **135. Minutes**

    The minutes were approved.
    """
    assert sorted((status, name) for status, name, _ in came(text)) == sorted([
        ("present", "Nell Orde"), ("present", "John Bell"), ("present", "Ken Hale"), ("present", "Ann Tull"), ("present", "Al Dace"), ("in_attendance", "Hugh Lusk"), ("in_attendance", "Di Vane"),
        ("apologies", "Max Pell"), ("apologies", "Shirley Roe"), ("apologies", "Andrew Hart"), ("apologies", "Tom Cole")])
    assert ("apologies", "Max Pell") not in [(status, name) for status, name, _ in came("""
    **Heath Town Council**

    Present: Councillors John Bell and Ken Hale

    **134. Roads**

    Apologies for the delay were received from Mr Max Pell of the County.
    """)]


def test_apologies_below_a_heading_of_something_else_are_members_and_no_others():
    for told in ("Apologies were received from Ann Pell of the bus company for the noise.", "An apology was received from Mr Pell for the broken fence.",
                 "Apologies from Cllr Pell and Cllr Roe were sent to the governors’ meeting.", "Apologies from the last meeting had been sent by Cllr Pell and were noted."):
        assert not [seen for seen in came(f"""
        **Heath Town Council**

        Present: Councillors John Bell, Ken Hale and Ann Tull

        **134. Letters**

        {told}
        """) if seen[0] == "apologies"]
    assert not [seen for seen in came("""
    **Heath Town Council**

    Present: Councillors John Bell, Ken Hale and Ann Tull

    **1. Minutes**

    The minutes were approved.

    **2. AGM of the Trust**

    Apologies were received from Cllr Pell and Cllr Roe.
    """) if seen[0] == "apologies"]


def test_a_poll_that_binds_nobody_is_no_vote_though_it_was_on_the_motion():
    assert _votes("""
    **5. Lamp**

    Cllr Vane, seconded by Cllr Tull, moved that the lamp be lit.
    The online poll showed 40 for the motion and 20 against.
    The motion was carried by 3 votes to 2.
    """) == [(3, 2, None)]


CITY = """
**115    TRANSPORT**

It was moved by Councillor Orde and seconded by Councillor Tull:-

    “(1) That the scheme be continued.

    (2) That a report be submitted.”

By way of amendment, which was not accepted by the mover and seconder of the original motion, it was moved by Councillor Bell and seconded by Councillor Hale:-

    “That the fare be frozen.”

Upon being put to the vote, 3 Members (Councillors Bell, Hale and Dace) voted in favour of the amendment and 4 Members (Councillors Orde, Tull, Pell and Vane) voted against, whereupon the Chairman declared the amendment to be lost.

Members then voted as follows on the original motion.

Resolved:

(4 Members (Councillors Orde, Tull, Pell and Vane) voted in favour, 2 Members (Councillors Bell and Dace) voted against and 1 Member (Councillor Hale) abstained)

(1) That the scheme be continued.

(2) That a report be submitted.
"""


def test_an_amendment_by_way_of_which_a_motion_is_changed_has_its_own_vote_and_the_bracket_below_resolved_is_the_vote_on_it() -> None:
    found = proceedings(CITY)
    assert [(m.kind, m.mover, m.outcome, m.text) for m in found if isinstance(m, Motion)] == [
        ("motion", "Orde", "carried", "“(1) That the scheme be continued. (2) That a report be submitted.”"), ("amendment", "Bell", "lost", "“That the fare be frozen.”")]
    assert decided(CITY)[1:] == [("115", "1", "That the scheme be continued."), ("115", "2", "That a report be submitted.")]
    motions = {m.motion_id: m.kind for m in found if isinstance(m, Motion)}
    cast = {motions[d.motion_id or ""]: (d.votes_for, d.votes_against, d.votes_abstain, sorted((v.person_name, v.option) for v in found if isinstance(v, DivisionVote) and v.division_id == d.division_id)) for d in found if isinstance(d, Division)}
    assert cast["amendment"] == (3, 4, None, [("Bell", "for"), ("Dace", "for"), ("Hale", "for"), ("Orde", "against"), ("Pell", "against"), ("Tull", "against"), ("Vane", "against")])
    assert cast["motion"] == (4, 2, 1, [("Bell", "against"), ("Dace", "against"), ("Hale", "abstain"), ("Orde", "for"), ("Pell", "for"), ("Tull", "for"), ("Vane", "for")])


def test_numbers_before_names_in_brackets_that_tell_no_vote_are_none() -> None:
    assert _votes("""
    **4. Roads**

    It was resolved that 3 Members (Councillors Bell, Hale and Dace) meet the County and 2 Members (Councillors Orde and Tull) write against the plan.
    """) == []
    assert decided("""
    **5. Grants**

    Resolved:

    (to be voted on by 3 Members)

    (1) That the grant be paid.
    """)[-1:] == [("5", "1", "That the grant be paid.")]


DIVISION = """
**3.   COMMITTEES**

Motion

The Council:-

1.   Agrees that meetings of the BCC are suspended.

2.   Agrees that a review will be reported in April.

Moved by Councillor Ann Orde, seconded by Councillor Ben Tull.

Amendment

Agree to the terms of the Motion with one change.

Moved by Councillor Cy Bell, seconded by Councillor Di Hale.

The Members voted by calling the roll and voted as follows:-

Motion                      Amendment
Councillor Orde             Councillor Bell
Councillor Tull             Councillor Hale
Councillor Vane

Decision

With the Motion receiving 3 votes and the Amendment 2 votes, the Council resolved accordingly.
"""


def test_a_motion_that_is_a_list_below_the_councils_name_is_resolved_clause_by_clause_with_the_numbers_told_later() -> None:
    found = proceedings(DIVISION)
    assert decided(DIVISION)[:2] == [("3", "1", "Agrees that meetings of the BCC are suspended."), ("3", "2", "Agrees that a review will be reported in April.")]
    assert [(d.votes_for, sum(v.division_id == d.division_id for v in found if isinstance(v, DivisionVote))) for d in found if isinstance(d, Division)] == [(3, 3), (2, 2)]
    other = DIVISION.replace("receiving 3 votes", "receiving 9 votes")  # another division than the one listed
    assert next(d for d in proceedings(other) if isinstance(d, Division)).votes_for is None


COMMUNITY = """
**Minutes of August**

Ann will amend the minutes.

Proposed: Simon Orde

Seconded: John Tull

Declarations of Interest

None

Matters Arising

Ann went through the matters.

A vote was taken to show voting numbers in the minutes from now on – 6 for, 2 against, 0 abstained.

Treasurer’s Report

Di reported a balance of £2,314.60. It was agreed to pay £60 to the British Legion for the wreath.
"""


def test_who_proposed_the_minutes_and_what_was_voted_on_are_not_of_what_is_agreed_further_down() -> None:
    assert moved(COMMUNITY) == [(None, None, "carried", "show voting numbers in the minutes from now on"), (None, None, None, "pay £60 to the British Legion for the wreath.")]
    assert _votes(COMMUNITY) == [(6, 2, 0)]
    lost = COMMUNITY.replace("6 for, 2 against", "2 for, 6 against")
    assert ("lost", "show voting numbers in the minutes from now on") in [(m.outcome, m.text) for m in proceedings(lost) if isinstance(m, Motion)]
    assert _votes("""
    **4. Fete**

    A vote was taken to the hall in a box – 6 for the raffle, 2 against the wall.
    """) == []


def test_a_sum_of_money_before_for_counts_nobody() -> None:
    assert moved(COMMUNITY.replace("£60 to the British Legion", "£60"))[1:] == [(None, None, None, "pay £60 for the wreath.")]
    assert _votes(COMMUNITY.replace("£60 to the British Legion", "£60")) == [(6, 2, 0)]


def test_what_is_resolved_and_recommended_to_the_council_in_the_same_words_are_two_and_what_is_resolved_twice_is_one() -> None:
    text = """
    **31.  RISK**

    RESOLVED: That the Annual Report on Risk be noted.

    RECOMMENDED TO COUNCIL: That the Annual Report on Risk be noted.
    """
    assert len(decided(text)) == 2
    assert len(decided(text.replace("RECOMMENDED TO COUNCIL", "RESOLVED"))) == 1


def test_resolved_adopts_the_motion_of_those_who_moved_far_above() -> None:
    talk = "\n\n".join(f"Members spoke of road {n}." for n in range(9))
    assert [r[:2] for r in moved(f"""
    **7. Parking**

    It was moved by Councillor Orde and seconded by Councillor Tull.

    {talk}

    RESOLVED: that the charge be kept.
    """)] == [("Orde", "Tull")]


def test_what_stands_between_movers_and_the_next_motion_is_no_motion_s_words():
    found = [(m.mover, m.text) for m in proceedings("""
    **5. Lamp**

    Motion to light the lamp.

    Moved by Vane.

    Second by Tull.

    Hale said that it was late.

    The Board went into closed session.

    Motion to adjourn.

    Moved by Orde.

    Second by Hale.

    Carried 5-0.
    """) if isinstance(m, Motion)]
    assert not any("late" in text for _, text in found)
    assert not any("adjourn" in text for mover, text in found if mover == "Vane")
