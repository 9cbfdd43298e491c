"""Whole forms of minutes that councils, boards and districts of the United States share → movers, votes, headings, who came."""

from __future__ import annotations

import pytest

from papermine.extract.meetings.fronts import read_minutes
from papermine.language.bodies import body_in
from papermine.records import AgendaItem, Attendance, DivisionVote, Resolution
from printed import moved, paper, proceedings

Row = tuple[str | None, str, str | None, str | None, str | None]


def decided(text: str) -> list[Row]:
    return [(r.number, r.text, r.mover, r.seconder, r.outcome) for r in proceedings(text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)]


def came(text: str) -> list[tuple[str, str]]:
    return [(a.name, a.status) for a in proceedings(text) if isinstance(a, Attendance)]


def titles(text: str) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in proceedings(text) if isinstance(i, AgendaItem)]


def test_a_lettered_motion_above_its_movers() -> None:
    text = "**5.  VILLAGE MANAGER'S REPORT**\n\na. Motion to award the contract for sidewalks to Globe Cement.\n\n     Moved by Trustee Pell          Seconded by Trustee Orde\n\nVOICE VOTE - Unanimous Approval (5-0)\n\nMOTION CARRIED"
    assert decided(text) == [("a", "award the contract for sidewalks to Globe Cement.", "Pell", "Orde", "carried")]


def test_a_motion_on_the_line_of_its_heading_and_what_it_stands_above() -> None:
    text = "**2.  PLEDGE OF ALLEGIANCE**\n\n**3.  CONSENT AGENDA** - Motion to adopt the Consent Agenda by omnibus vote.\n\na. Adopt Resolution No. 61 on the bridge\n\nb. Adopt Ordinance No. 12 on signs\n\n" \
           "     Moved by Trustee Pell          Seconded by Trustee Orde\n\nMOTION CARRIED\n\n**4.  UNFINISHED BUSINESS** - None"
    assert titles(text) == [("2", "PLEDGE OF ALLEGIANCE"), ("3", "CONSENT AGENDA"), ("4", "UNFINISHED BUSINESS")]
    assert decided(text) == [(None, "adopt the Consent Agenda by omnibus vote.", "Pell", "Orde", "carried")]
    bold = text.replace("CONSENT AGENDA** - ", "CONSENT AGENDA - ").replace("omnibus vote.", "omnibus vote.**")
    assert (titles(bold), decided(bold)) == (titles(text), decided(text))


def test_the_board_voted_on_the_line_below() -> None:
    text = "Upon motion by Selectman Pell and seconded by Selectman Orde, the Board\n\n     VOTED: To approve the Minutes of July 24 as amended.\n\nUnanimous Vote."
    assert decided(text) == [(None, "To approve the Minutes of July 24 as amended.", "Pell", "Orde", "carried")]


@pytest.mark.parametrize("below", ["VOTED: 3-2.", "Discussed the sign on Mill Street.", "VOTED to approve the motion."])
def test_no_words_are_made_of_a_vote_or_of_a_discussion(below: str) -> None:
    text = f"Upon motion by Selectman Pell and seconded by Selectman Orde, the Board\n\n     {below}"
    assert not any("VOTED" in words or "motion" in words or "Mill" in words for _, words, *_ in decided(text))


def test_a_motion_quoted_before_its_movers_and_a_roll_call_that_it_did_not_carry() -> None:
    text = "“I MOVE THAT WE TABLE THE BID UNTIL MAY.” MOTION BY COMMISSIONER PELL. SECONDED BY DEPUTY MAYOR ORDE. DISCUSSION.\n\n" \
           "VOTE:\nDEPUTY MAYOR ORDE: NAY\nCOMMISSIONER LUSK: NAY\nCOMMISSIONER PELL: AYE\nMOTION DID NOT CARRY."
    assert decided(text) == [(None, "“I MOVE THAT WE TABLE THE BID UNTIL MAY.”", "PELL", "ORDE", "lost")]
    assert voted(text) == [("ORDE", "against"), ("LUSK", "against"), ("PELL", "for")]


def test_what_was_said_before_another_sentence_is_not_moved() -> None:
    text = "“THE BID IS FAR TOO HIGH FOR THAT ROOF.” MR. HALE LEFT. MOTION BY COMMISSIONER PELL. SECONDED BY COMMISSIONER ORDE.\n\nMOTION CARRIED."
    assert not any("ROOF" in words for _, words, *_ in decided(text))


def test_names_after_the_members_label_in_a_cell_and_over_its_edge() -> None:
    text = "Moved by Board Member Dahl, seconded by Vice-Chair Kirk, and carried 3-1 with Board Member Lusk opposed to approve the minutes.\n\nROLL CALL:\n\n" \
           "     AYES:     BOARD MEMBER: Dahl, Kirk and Chair\n               Freeman\n\n     NOES:     BOARD MEMBER: Lusk\n\n     ABSENT:     BOARD MEMBER: None"
    assert sorted(voted(text)) == [("Dahl", "for"), ("Freeman", "for"), ("Kirk", "for"), ("Lusk", "against")]


def test_a_number_of_votes_is_no_voter() -> None:
    assert ("Three", "for") not in voted("Upon motion by Selectman Pell and seconded by Selectman Orde, it was VOTED to grant the permit.\n\nThree in favor. Selectman Lusk abstained.")


def test_a_line_for_each_who_was_called() -> None:
    text = "**I.  CALL TO ORDER**\n\nMayor Jo Vane called the meeting to order.\n\n**ROLL CALL:**\nMayor Jo Vane, present\nCommissioner Al Tull, Jr., present\nCommissioner Di Orde, arrived at 6:41 p.m.\nCommissioner Ed Pell, absent\nCity Manager Kay Lund, present"
    assert came(text) == [("Jo Vane", "present"), ("Al Tull, Jr.", "present"), ("Di Orde", "present"), ("Ed Pell", "absent"), ("Kay Lund", "in_attendance")]


def test_two_who_were_present_at_something_are_no_roll() -> None:
    assert came("**1.  SITE VISIT**\n\nMr Al Tull, present\nMr Di Orde, absent\nThe fence was looked at.") == []


def test_commissioners_in_a_sentence_and_the_council_below() -> None:
    text = "PLANNING COMMISSION MINUTES\n\n**Roll Call 7:03:** Present were Commissioners Vane, Tull, and Orde.\n\n**Staff Present:** Planning Director Kay Lund\n\n**Council Members Present:** Mayor Ed Pell"
    assert came(text) == [("Vane", "present"), ("Tull", "present"), ("Orde", "present"), ("Kay Lund", "in_attendance"), ("Ed Pell", "in_attendance")]


def test_council_members_present_are_the_council_s_own_where_no_commissioner_is() -> None:
    assert came("COUNCIL MINUTES\n\n**Council Members Present:** Mayor Ed Pell, Ann Vane and Al Tull")[0] == ("Ed Pell", "present")


def test_who_was_an_apology_for_the_meeting() -> None:
    text = "**1.  WELCOME**\n\n**2.  APOLOGIES**\n\nCr Di Orde was an apology for the meeting.\n\nCr Ed Pell was an apology for a man.\n\n**3.  BUSINESS**"
    assert came(text) == [("Di Orde", "apologies")]


def test_who_was_absent_below_who_was_present_under_a_heading() -> None:
    text = "**1.  CALL TO ORDER - 7:20 PM**\n\nPRESENT: Mayor Jo Vane, Trustees Al Tull, Di Orde, and Kay Lund.\n\nABSENT: Trustee Ed Pell\n\nA Quorum was present.\n\n**2.  MINUTES**"
    assert came(text)[-1] == ("Ed Pell", "absent")


@pytest.mark.parametrize(("printed", "body"), [
    ("City Council of the City of Bayou Crossing, Texas", "City Council"), ("OVERSIGHT BOARD TO THE SUCCESSOR AGENCY OF THE CITY OF LOMA", "OVERSIGHT BOARD TO THE SUCCESSOR AGENCY OF THE CITY OF LOMA"),
    ("Report of the Board to the Council", None), ("Youth Council of the City of Loma", "Youth Council of the City of Loma"),
])
def test_whose_a_council_is_does_not_belong_to_its_name(printed: str, body: str | None) -> None:
    assert body_in(printed) == body


def test_a_title_as_wide_as_the_page_goes_on_below() -> None:
    head = "MINUTES\n\n  OVERSIGHT BOARD TO THE SUCCESSOR AGENCY OF THE VISTA LOMA COMMUNITY\n                    REDEVELOPMENT AGENCY\n\n                  ADJOURNED REGULAR MEETING\n\n                       June 4, 2013\n\n" \
           "Chair Vane called the meeting to order at 3:32 p.m. The Secretary led.\n\nBOARD MEMBERS PRESENT: Jo Vane and Al Tull"
    assert read_minutes(paper(head)).body == "OVERSIGHT BOARD TO THE SUCCESSOR AGENCY OF THE VISTA LOMA COMMUNITY REDEVELOPMENT AGENCY"


def test_mover_and_seconder_beside_a_stroke_before_the_verb() -> None:
    assert decided("MILLS/HUNTLEY MOVED TO APPROVE THE MINUTES OF MAY 4. MOTION PASSED 5-0-0.") == [(None, "APPROVE THE MINUTES OF MAY 4.", "MILLS", "HUNTLEY", "carried")]
    assert decided("The Mills/Huntley report moved to the next agenda.") == []


def test_a_motion_that_died_and_one_to_adjourn_that_is_told_to_have_been_followed() -> None:
    assert decided("**Boards.** A motion was made by Council Member Pell to appoint the members as listed. The motion failed for lack of a second.") == [(None, "appoint the members as listed.", "Pell", None, "lost")]
    assert decided("**End.** A motion was made by Council Member Pell, seconded by Mayor Orde, to adjourn. The Council meeting adjourned at 7:32 p.m.") == [(None, "adjourn.", "Pell", "Orde", "carried")]
    assert decided("**End.** A motion was made by Council Member Pell, seconded by Mayor Orde, to adjourn. The Council went on at 7:32 p.m.") == []


def test_dashes_between_labels_and_names_and_a_roll_call_in_one_sentence() -> None:
    text = "Motion–Pell/Second–Orde: To sign the lease. Approved by the following roll call vote: Ayes: Councilmembers Pell and Orde, and Mayor Lusk. Noes: Councilmember Hale and Mayor Pro Tem Vane. Absent: None."
    assert decided(text) == [(None, "sign the lease.", "Pell", "Orde", "carried")]
    assert voted(text) == [("Pell", "for"), ("Orde", "for"), ("Lusk", "for"), ("Hale", "against"), ("Vane", "against")]


def test_an_amount_with_a_point_in_what_passed() -> None:
    text = "**II. Consent Agenda** - Motion to pay claims of $148,212.17 passed with a motion by Pell and a second by Orde."
    assert decided(text) == [(None, "pay claims of $148,212.17", "Pell", "Orde", "carried")]


def test_a_division_in_columns_with_the_members_title_over_them() -> None:
    text = "MOVED by Cr Barkley, seconded Cr Boyd:\n\nThat the mowing be reinstated.\n\nA division was called for, voting on which was as follows:\n\n" \
           "For:                 Against:             Abstained:\nCouncillors:         Councillors:         Councillors:\nMike Barkley         David Allen\nRogan Boyd           Ross Brannon\n" \
           "                     Bernie Wander\n\nThe division was declared LOST by 2 votes to 3."
    assert voted(text) == [("Mike Barkley", "for"), ("Rogan Boyd", "for"), ("David Allen", "against"), ("Ross Brannon", "against"), ("Bernie Wander", "against")]


def test_officers_who_were_also_present_and_lists_in_columns_below_a_label() -> None:
    text = "The Council convened with the following members present: Mayor Vane presiding, and Council Members Tull and Orde. City Manager Ross, City Attorney Dugan, and City Secretary Holloway were also present."
    assert came(text)[-3:] == [("Ross", "in_attendance"), ("Dugan", "in_attendance"), ("Holloway", "in_attendance")]
    text = "MEMBERS PRESENT:     COUNCILLORS:     Molly Doyle, Reeve\n                                      C. Amund\n                                      G. Simms\n" \
           "                     STAFF:           K. Stevens, Chief Administrative Officer\n\n1.  CALL TO ORDER"
    assert came(text) == [("Molly Doyle", "present"), ("C. Amund", "present"), ("G. Simms", "present"), ("K. Stevens", "in_attendance")]


def test_posts_stay_with_the_names_of_their_own_lines() -> None:
    text = "PRESENT: Mayor Jo Vane and Council Member Al Tull\n\nALSO PRESENT: Dave Andrews, City Manager\n              Mary Furer, Administrative Services Director\n              Cynthia McCormack, Assistant Planner"
    assert [(a.name, a.role) for a in proceedings(text) if isinstance(a, Attendance)][2:] == [
        ("Dave Andrews", "City Manager"), ("Mary Furer", "Administrative Services Director"), ("Cynthia McCormack", "Assistant Planner")]


def test_letters_of_a_consent_calendar_before_the_numbers_that_go_on() -> None:
    text = "**CONSENT CALENDAR**\n\n**1A.  MINUTES OF MAY 4**\n\nApprove minutes.\n\n**1B.  CHECK REGISTERS**\n\nAccept them.\n\n**PUBLIC HEARINGS**\n\n**2.  APPEAL OF A DENIAL**\n\nStaff spoke.\n\n**3.  HOLIDAY CLOSURE**\n\nStaff spoke."
    assert [n for n, _ in titles(text)] == ["1A", "1B", "2", "3"]


def test_capitals_carried_by_a_vote_to_do_something() -> None:
    text = "MOVED BY PELL, SECONDED BY ORDE AND CARRIED BY A VOTE OF 3 TO 1 WITH LUSK CASTING THE DISSENTING VOTE TO AWARD THE CONTRACT TO CANYON SWEEPERS."
    assert (decided(text), voted(text)) == ([(None, "AWARD THE CONTRACT TO CANYON SWEEPERS.", "PELL", "ORDE", "carried")], [("LUSK", "against")])


def test_so_ordered_and_labels_joined_by_a_stroke_over_the_motion() -> None:
    assert decided("Mr. Pell made a motion, seconded by Mrs. Orde, that said reports be placed on file. The Chair so ordered.") == [(None, "said reports be placed on file.", "Pell", "Orde", "carried")]
    assert decided("Mr. Pell made a motion, seconded by Mrs. Orde, that said reports be placed on file. The Chair ordered lunch.") == []
    text = "**MOVED/SECOND:** Council Member Pell/Council Member Orde\n\n**MOTION:** Continue the item to March 17.\n\nThe motion failed by the following roll call vote:\n\n" \
           "     Ayes: Council Member Pell and Council Member Orde\n     Nays: Council Member Lusk, Council Member Hale, and Mayor Vane\n     Absent: None\n     Motion failed: 2-3"
    assert decided(text) == [(None, "Continue the item to March 17.", "Pell", "Orde", "lost")]
    assert [(r.votes_for, r.votes_against) for r in proceedings(text) if isinstance(r, Resolution)] == [(2, 3)]


def test_a_grid_of_marks_under_yea_and_nay_with_its_totals() -> None:
    text = "**6.1  Reports**\n\n**RESOLUTION NO. C-2024-0033**\n\n**Moved By** Councillor Neesom\n**Seconded By** Regional Councillor Davies\n\n1.  That Council receive the report;\n\n2.  That staff report back in June.\n\n" \
           "A Recorded Vote was requested; the Clerk recorded the vote as follows:\n\n                              Yea      Nay\n\nMayor Quilter                  X\nRegional Councillor Davies     X\nCouncillor Fellows                      X\nYea - 2\n\nNay - 1\n\n" \
           "                                             **Carried (2 to 1)**"
    assert decided(text) == [("1", "That Council receive the report;", "Neesom", "Davies", "carried"), ("2", "That staff report back in June.", "Neesom", "Davies", "carried")]
    assert voted(text) == [("Quilter", "for"), ("Davies", "for"), ("Fellows", "against")]


def test_clauses_below_movers_without_a_colon_are_all_resolved() -> None:
    text = "Resolution No: 2019/113\nMoved By: Wilmer Malcom\nSeconded By: Nestor Rizzo\n\nBE IT RESOLVED THAT Council adopt the policy attached;\n\nAND THAT any policies inconsistent herewith are repealed.\n\nFor: 4 Against: 2\nCARRIED"
    assert [row[1] for row in decided(text)] == ["Council adopt the policy attached;", "any policies inconsistent herewith are repealed."]
    assert decided(text.replace("CARRIED", "DEFEATED"))[0][1].startswith("Council adopt the policy attached;")


def test_surnames_with_their_number_and_who_was_absent() -> None:
    text = "PRESENT: Campion, McAfee, Vellone, Boyles – 4\n\nABSENT: Elliston – 1\n\nMayor Wallace called upon Alderman Boyles to lead the Pledge to the Flag."
    assert came(text) == [("Campion", "present"), ("McAfee", "present"), ("Vellone", "present"), ("Boyles", "present"), ("Elliston", "absent")]
    text = "PRESENT:             COUNCILMEMBERS: ALONZO, CHERVIN, DOMINIC\nABSENT:              COUNCILMEMBERS: WASHBURNE"
    assert came(text)[-1] == ("WASHBURNE", "absent")


def test_the_mayor_before_the_label_of_the_members() -> None:
    assert [n for n, _ in came("PRESENT: Mayor Laura Whitt and Council Members: Alesa Belmont, Greg Goebel and Rick Renner.")] == ["Laura Whitt", "Alesa Belmont", "Greg Goebel", "Rick Renner"]


@pytest.mark.parametrize(("printed", "body"), [
    ("MINUTES OF THE TOWN OF EASTLAKE, TEXAS TOWN COUNCIL MEETING", "TOWN COUNCIL"),
    ("CITY COUNCIL AND SUCCESSOR AGENCY TO THE REDEVELOPMENT AGENCY", "CITY COUNCIL AND SUCCESSOR AGENCY TO THE REDEVELOPMENT AGENCY"),
])
def test_a_council_under_its_town_s_name_and_one_that_is_an_agency_too(printed: str, body: str) -> None:
    assert body_in(printed) == body


def test_movers_on_the_line_above_be_it_resolved() -> None:
    assert moved("**5. Roads**\nMoved by DeSilva, Seconded by Hogue\nBe it resolved that the roads report be received.\nCarried.") == [("DeSilva", "Hogue", "carried", "the roads report be received.")]


@pytest.mark.parametrize("printed", ["M/S Vane/Tull to uphold the appeal. Motion failed. Vote: (Ayes: M. Vane and Tull; Noes: Fenn and B. Orde).", "M/S Vane/Tull to uphold the appeal.\n\nVote: (Ayes: M. Vane and Tull; Noes: Fenn and B. Orde).\n\nMotion failed."])
def test_a_vote_in_brackets(printed: str) -> None:
    assert [(v.person_name, v.option) for v in proceedings(f"**5. Appeal**\n{printed}") if isinstance(v, DivisionVote)] == [("M. Vane", "for"), ("Tull", "for"), ("Fenn", "against"), ("B. Orde", "against")]


def test_the_number_of_a_report_ends_no_sentence() -> None:
    assert moved("**6. Reports**\nMoved by Keene, Seconded by DeSilva\nBe it resolved that Report No. DS2020-61 be received and a by-law be brought forward.\nCarried.") == [
        ("Keene", "DeSilva", "carried", "Report No. DS2020-61 be received and a by-law be brought forward.")]
