"""A second look at rules of evidence: what tells of a meeting, of an approval or in voting words, and is none of ours; and what those rules must not lose."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.language.outcomes import outcome_alone
from papermine.records import Resolution
from papermine.segment import split
from printed import moved, proceedings
from test_meetings import met

PROSE: list[Row] = ["The service was last reviewed in 2021, and demand has grown since then.", "Officers worked with partners to carry it out. Members noted that it was late."]


def bold(text: str) -> Row:
    return (150, text, "b")


def kinds(*rows: Row) -> list[str]:
    return [p.kind for p in split(typeset(list(rows), PROSE))]


@pytest.mark.parametrize(("titles", "told"), [
    (["HEATH PARISH COUNCIL NEWSLETTER", "May 2021"], ["The Council met on 4 May 2021. Cllr Vane was elected Chairman and Cllr Orde was thanked.", "The Council agreed to spend £500. The Clerk reported that the hedge had been cut."]),
    (["HEATH COUNCIL PRESS RELEASE", "4 May 2021"], ["The Council voted unanimously to close the bridge. Cllr Vane moved the motion, seconded by Cllr Orde.", "Cllr Vane said: the bridge was unsafe. The Mayor thanked the engineers."]),
    (["HEATH TOWN COUNCIL", "Council meeting Tuesday 4 May 2021 7 pm Town Hall"], ["Presiding: Mayor Vane", "1. Call to Order", "2. Motion by Councillor Orde, seconded by Councillor Dace: that the Council supports the farmers.", "3. Motion by Councillor Hart: that the fee be waived. Seconded by Councillor Bell"]),
    (["Heath Town Council", "4 May 2021"], ["To the members of the Finance Committee", "I was present at the meeting on 6 April when Cllr Vane moved that the rent be raised. The motion was carried.", "I was told by the Clerk that the tenants had been asked. I hope that the Council was aware."]),
    (["HEATH TOWN COUNCIL", "Planning Committee 4 May 2021", "Mill Lane bridge"], ["1. At the meeting held on 6 April 2021 it was moved by Cllr Vane, seconded by Cllr Orde, that the bridge be closed. The motion was carried 5-2.",
                                                                                      "2. The engineer reported that the bridge was unsafe. The Clerk was asked to write.", "3. It is recommended that the bridge be opened again."]),
    (["HEATH CITY COUNCIL", "RESOLUTION No. 21-12", "May 4, 2021"], ["Moved by Councilmember Vane, seconded by Councilmember Orde", "RESOLVED, that the library be closed.", "Ayes: Vane, Orde. Nays: Dace.", "This resolution was adopted at the meeting held on May 4, 2021."]),
    (["Council 4 May 2021", "Mayor's Announcements"], ["6 April The Mayor attended the Scouts' meeting. The Mayor was in attendance at the concert.", "9 April The Mayor opened the meeting of the Rotary and was welcomed by the President."]),
    (["County Councillor's report", "Heath Parish Council, 4 May 2021"], ["The County Council met on 6 April. Councillor Vane moved the budget, which was carried.", "The Leader said that the tax was too low. The road was closed."]),
    (["Cabinet 4 May 2021", "Reference from the Scrutiny Committee"], ["The Committee met on 6 April 2021. Cllr Vane moved and Cllr Orde seconded that the plan be withdrawn. The motion was carried.", "The Committee resolved that Cabinet be asked to think again."]),
    (["Council 4 May 2021", "Extract from the minutes of the Cabinet held on 6 April 2021"], ["12 Budget", "The Leader moved the budget. It was RESOLVED that Council be recommended to approve it."]),
    (["Standards Committee", "Investigator's findings 4 May 2021"], ["Cllr Vane attended the meeting of 6 April. He was in the chair. Cllr Orde said that he was rude.", "The meeting was adjourned. Witnesses were interviewed."]),
    (["HEATH PARISH COUNCIL", "AGENDA", "4 May 2021 at 7 pm"], ["1. Apologies", "2. Minutes", "3. Members absent: Cllrs Vane, Orde were excused", "4. Matters arising: the bridge was closed in April"]),
    (["HEATH CITY COUNCIL", "Regular Meeting May 4, 2021"], ["Mayor Jo Vane presiding", "1. Minutes", "Staff recommended that the minutes be approved.", "2. Bridge", "The bridge was closed in April. The engineer reported that it was unsafe.", "3. Adjourn"]),
    (["COUNCIL 4 MAY 2021", "NOTICES OF MOTION"], ["Motion by Councillor Vane, seconded by Councillor Orde:", "This Council notes that the bridge was closed and that residents were told in April. The Committee agreed a plan in 2019.", "This Council resolves to open it."]),
    (["Policy Committee", "4 May 2021", "Bridge: history"], ["In 2019 the Council was told that the bridge was unsafe. The Committee met in March and agreed to close it.", "Cllr Vane moved that it be mended. This was carried. The engineer was asked to report."]),
    (["HEATH TOWN COUNCIL", "Tuesday 4 May 2021"], ["Present:", "Apologies:", "1. Call to order", "2. Roll call", "3. Minutes of 6 April", "4. Adjournment"]),
])
def test_papers_that_tell_of_a_meeting_are_not_its_minutes(titles: list[str], told: list[Row]) -> None:
    assert "minutes" not in kinds(*map(bold, titles), "", *told)


@pytest.mark.parametrize(("titles", "told"), [
    (["FINANCE COMMITTEE", "Tuesday 4 May 2021"], ["*Councillor Vane (Chair)", "*Councillor Orde", "Councillor Dace", "* Member present", "1. MINUTES", "RESOLVED: That the minutes be confirmed."]),
    (["HEATH PARISH COUNCIL", "Meeting held on 4 May 2021 in the hall"], [(57, "PRESENT", "b"), "Cllrs Vane, Orde, Dace", "", (57, "APOLOGIES", "b"), "Cllr Bell", "", (57, "21/01 MINUTES", "b"), "Agreed."]),
    (["Licensing Committee", "4 May 2021"], ["Members present: Vane, Orde", "Also present: Jo Tull", "Licence for the Mill. Granted."]),
    (["COMMUNICATIONS COMMITTEE", "4 May 2021"], ["Cllr Vane in the chair. Cllrs Orde and Dace were present.", "It was agreed to buy a camera. The Clerk was asked to order it. The meeting closed at 8 pm."]),
    (["COUNCIL", "TOWN HOUSE, HEATH, 11 December 2024. COUNCIL MEETING. Present: Lord"], ["Provost Jo Vane; Councillors Ally, Orde and Dace.", "12. Councillor Ally moved, seconded by Councillor Orde:-", "That the Council defer item 7.", "The Council resolved:-", "to adopt the motion."]),
    (["HEATH COMMUNITY COUNCIL"], ["A meeting of the Community Council was held Tuesday night February the 6th 2018 at 7.30pm", "in the Hall, Heath.", "1. Welcome and Apologies: Present Jo Vane, Ann Orde", "3 Minutes from the Meeting held on January the 9th 2018 Item 9.1 - the papers have arrived",
                                  "were noted. They were proposed as a correct record by JV and this was seconded by AO."]),
    (["BOARD OF REVIEW MEETING", "May 4, 2021"], ["The Board of Review met in regular session at 7 pm. Members were present.", "Moved by Vane, seconded by Orde, to lower the value. Carried. The meeting was adjourned."]),
    (["HEATH SCHOOL BOARD", "May 4, 2021", "Mission Statement: We teach all children"], ["President Vane called the meeting to order at 7 pm.", "Moved by Tull, seconded by Dace, to pay the bills. Carried. The meeting was adjourned."]),
    (["CITY CLERK'S REPORT", "COUNCIL MEETING OF June 7, 2019"], ["1 Cameras", "Moved: Vane", "Seconded: Orde", "UNANIMOUS", "2 Truck", "Moved: Orde", "Seconded: Vane", "UNANIMOUS", "3 Hall", "Moved: Orde", "Seconded: Vane", "UNANIMOUS"]),
])
def test_minutes_without_a_title_are_known_by_their_roll_or_their_motions(titles: list[str], told: list[Row]) -> None:
    assert kinds(*map(bold, titles), "", *told) == ["minutes"]


@pytest.mark.parametrize("text", [
    "All in favour: none", "All in favor? None.", "Ayes: none", "Ayes: None Nays: all", "The motion was passed to the committee.", "One yes, five no, motion passed to committee", "It was agreed to put the motion.", "Motion was unanimously put",
    "The record of the meeting was approved.", "The results were agreed", "The motion carried at the other meeting.", "The board unanimously agreed to the following", "The motion was not approved at the last meeting", "The resolution was not adopted in May", "5 LOST"])
def test_voting_words_that_carry_nothing(text: str) -> None:
    assert outcome_alone(text) is None


@pytest.mark.parametrize(("text", "outcome"), [
    ("All in favor. None opposed.", "carried"), ("Ayes: all. Nays: none.", "carried"), ("All in favour, none opposed.", "carried"), ("Said motion was approved by roll call vote.", "carried"), ("Motion denied 1-3", "lost"), ("Yes 1 No 3 FAILED", "lost")])
def test_voting_words_that_tell_an_outcome(text: str, outcome: str) -> None:
    told = outcome_alone(text)
    assert told is not None
    assert told[0] == outcome


@pytest.mark.parametrize(("told", "n"), [
    ("The extension at 4 Mill Lane was approved with conditions.", 0), ("The tree works at The Grange were approved subject to conditions.", 0), ("The new road was adopted.", 0), ("The land at Mill Lane was adopted as highway.", 0), ("A petition was approved by all residents.", 0),
    ("The works at the bridge were approved and started on Monday.", 0), ("The defibrillator was approved for use.", 0), ("The merger was approved by the members of the Club.", 0), ("The pupil numbers were agreed as too low.", 0),
    ("A revised procedure was considered and adopted.", 1), ("The Risk Assessment was adopted without change.", 1), ("The asset register was reviewed, and approved.", 1),
    ("AGREED that the internal controls are adequate.", 1), ("It was agreed that the hall is dangerous.", 0), ("RESOLVED: That the minutes be amended [recorded in error as 5 May].", 1), ("RESOLVED: That the hall be sold. [recorded in error]", 0),
    ("Reasons:\n\nResolved that the fee be set at £5.", 1), ("Reasons for decision:\n\nIt was agreed with the County that the fee be set at £5.", 0)])
def test_what_was_approved_is_told_from_what_others_approved(told: str, n: int) -> None:
    assert sum(isinstance(r, Resolution) for r in proceedings(f"**1. MATTERS**\n\n{told}\n\n**2. NEXT**\n\nThe meeting closed at 9 pm.")) == n


@pytest.mark.parametrize(("over", "body"), [
    ("Working Together For Heath", None), ("Proud Past, Bright Future", None), ("Jo Vane, Town Clerk", None), ("Mayor Jo Vane", None), ("Market Square, Heath", None), ("Appendix A", None), ("Unapproved Record", None),
    ("HEATH SCHOOL DIVISION", "HEATH SCHOOL DIVISION"), ("Shire of Heath", "Shire of Heath"), ("Rural Municipality of Minnow Lake No. 442", "Rural Municipality of Minnow Lake No. 442")])
def test_a_line_that_names_no_institution_does_not_say_who_meets(over: str, body: str | None) -> None:
    [meeting], _ = met([bold(over), bold("REGULAR MEETING MINUTES"), bold("3 May 2023"), "", "PRESENT: Cllr Ada Brook (Chair), Cllr Cy Dean", "", "Moved by Ada Brook, seconded by Cy Dean, that the quay be mended. Carried."])
    assert meeting.body == body


@pytest.mark.parametrize(("rows", "body"), [
    (["To the Chair and Members of the Planning Committee (North)", "Date: 7 June 2023"], "Planning Committee (North)"),
    (["Committee: Finance", "Meeting Date: June 7,\tItem: 4", "2024 is the year of the review"], None)])
def test_whom_a_report_addresses_by_name(rows: list[Row], body: str | None) -> None:
    found, _ = met([*rows, "Subject: Quay repairs", "Prepared by: Ada Brook", "", (57, "Purpose", "b"), "Words.", "", (57, "Recommendation", "b"), "That the plan be approved."])
    assert [m.body for m in found] == ([] if body is None else [body])


HART = ("Hart", "Dace")


@pytest.mark.parametrize(("text", "outcome"), [
    ("Motion: Hart moved to keep the hall\n\nSecond: Dace\n\nDecision: 1-3", "lost"), ("Motion: Hart moved to keep the hall\n\nSecond: Dace\n\nDecision: 3-1", "carried"),
    ("MOTION: To keep the hall\n\nHart moved/Dace seconded\n\nVOTE: In Favor: Hart; Opposed: Pell/Orde/Bell", "lost"), ("MOTION: To keep the hall\n\nHart moved/Dace seconded\n\nVOTE: In Favor: Hart/Dace/Pell; Opposed: Orde", "carried")])
def test_numbers_behind_a_label_and_names_between_strokes_are_the_vote(text: str, outcome: str) -> None:
    assert moved(f"**1. Hall**\n\n{text}") == [(*HART, outcome, "keep the hall")]


@pytest.mark.parametrize("rows", [
    [bold("PLANNING COMMITTEE"), bold("4 May 2021"), "Application No: 24/0012", "Site: Mill Lane", "Applicant: J Vane", "Proposal: Extension", "Recommendation: Approve", "Application No: 24/0013", "Site: Quay", "Recommendation: Refuse"],
    [bold("MEDIA BRIEFING"), bold("4 May 2021"), "Contact: Jo Vane", "Telephone: 01632 960001", "Embargo: noon", "Summary", "The bridge opened.", "Recommendation", "Stay safe."],
    [bold("Heath Council"), "Date: 4 May 2021", "To: Jo Roe", "Ref: 12/34", "Dear Jo", "Recommendation", "I recommend that you write.", "Yours sincerely"]])
def test_lists_letters_and_what_the_press_is_told_are_no_reports(rows: list[Row]) -> None:
    assert "report" not in kinds(*rows)


@pytest.mark.parametrize(("tail", "mover"), [
    ("Cllr Orde proposed a vote of thanks, seconded by Cllr Hart.", None), ("Cllr Orde proposed the meeting be closed, seconded by Cllr Hart. Carried.", None),
    ("Cllr Orde moved approval of the above, which was seconded by Cllr Hart.", "Orde"), ("Proposed Cllr Orde (Chair), seconded Cllr Hart.", "Orde")])
def test_who_moves_another_matter_in_the_same_paragraph_moved_not_this_one(tail: str, mover: str | None) -> None:
    assert [m for m, *_ in moved(f"**1. Plans**\n\nRESOLVED: That the mower be bought. {tail}")] == [mover]
