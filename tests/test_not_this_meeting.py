"""Who came to another meeting, sent apologies or was a guest; what is no paper of a meeting; and days on which none was held."""

from __future__ import annotations

from datetime import date

import pytest

from printed import came
from test_meetings import met
from test_second_look import PROSE, bold, kinds

TOP = "Minutes of Quillmere Parish Council held on 3 May 2023\n\n"
VANE, ORDE = ("present", "Vane"), ("present", "Orde")


def names(text: str) -> list[tuple[str, str]]:
    return [(status, name) for status, name, _ in came(TOP + text)]


@pytest.mark.parametrize(("printed", "found"), [
    ("Present: Cllr Vane, Cllr Orde\n\n**1. Minutes**\n\nAgreed.\n\n**2. Sub-committee**\n\nThe Roads Sub-Committee met on 3 April.\n\nPresent: Cllr Dace, Cllr Bell\n\nThe road was looked at.\n", [VANE, ORDE]),
    ("Present: Cllr Vane, Cllr Orde\n\n**1. Site visit**\n\nPresent: Ann Roe, Bob Poe, Cllr Hart\nApologies: Cllr Bell\n\nThe road was looked at.\n", [VANE, ORDE]),
    ("Councillors: Vane, Orde, Dace, Bell, Hart\nPresent: Vane, Orde, Dace\n", [VANE, ORDE, ("present", "Dace")]),
    ("Present: Cllr Vane, Cllr Orde\nIn attendance: Mr J Tull, Clerk; Ms A Bell, Engineer (tendered apology)\n", [VANE, ORDE, ("in_attendance", "J Tull"), ("apologies", "A Bell")]),
    ("Present: Cllr Vane, Cllr Orde\nOfficials: Jo Tull (Clerk), Ann Bell (Engineer)\nAnn Bell, Engineer, tendered apology.\n", [VANE, ORDE, ("in_attendance", "Jo Tull"), ("apologies", "Ann Bell")]),
    ("Present: Cllr Vane, Cllr Orde, Jo Tull (Clerk), Ann Hume (guest)\n", [VANE, ORDE, ("in_attendance", "Jo Tull"), ("in_attendance", "Ann Hume")]),
    ("Present: Councillors J McCabe and R-M Donnan, P Orde\n", [("present", "J McCabe"), ("present", "R-M Donnan"), ("present", "P Orde")])])
def test_who_came_to_this_meeting(printed: str, found: list[tuple[str, str]]) -> None:
    assert names(printed) == found


def test_a_guest_has_not_the_post_of_the_label_before() -> None:
    assert came(f"{TOP}Members present: Vane, Orde, Dace. Clerk: Tull. Guests: Ann Bell, Jo Hume.\n")[3:] == [("in_attendance", "Ann Bell", None), ("in_attendance", "Jo Hume", None)]


@pytest.mark.parametrize(("titles", "told", "kind"), [
    (["Mill Lane Public Inquiry", "Transcript of day 3, 4 May 2021"], ["MR VANE: Were you present at the meeting when the motion was carried?", "MS ORDE: Yes. It was moved and seconded.", "INSPECTOR: We are adjourned until 2 pm.", "(The inquiry adjourned at 1 pm)"], "other"),
    (["Community Grant", "Application form"], ["Name of group: Heath Scouts", "Amount asked for: £500", "Purpose: new tents", "Officer comments:", "Recommendations", "Award £500."], "other"),
    (["Internal Audit Summary 2020/21"], ["Audits completed this quarter", "Payroll: substantial assurance", "Recommendations", "1. Payroll records should be kept for six years.", "2. Access to the vault should be reviewed."], "other"),
    (["Internal Audit Summary 2020/21"], ["Audits completed this quarter", "Payroll: substantial assurance", "Recommendations", "1. That the summary be noted.", "2. That access to the vault be reviewed."], "report")])
def test_what_is_no_paper_of_a_meeting(titles: list[str], told: list[str], kind: str) -> None:
    assert kinds(*map(bold, titles), "", *told) == [kind]


@pytest.mark.parametrize(("titles", "below", "day"), [
    (["MEMORANDUM"], ["To: Mayor and Council", "From: Jo Vane, Engineer", "Date: April 20, 2021", "Re: Bridge repair for the May 4, 2021 Council meeting", "Recommendation: Approve the contract."], date(2021, 5, 4)),
    (["HEATH CITY COUNCIL", "MEMORANDUM"], ["DATE: April 20, 2021", "TO: City Council", "FROM: City Manager", "SUBJECT: Bridge repair", "RECOMMENDATION", "That the Council approve the contract."], None),
    (["HEATH CITY COUNCIL", "STAFF REPORT"], ["DATE: April 20, 2021", "TO: City Council", "FROM: City Manager", "SUBJECT: Bridge repair", "RECOMMENDATION", "That the Council approve the contract."], date(2021, 4, 20)),
    (["HEATH TOWN COUNCIL"], ["20 April 2021", "To: all members of the Council", "Dear Councillor", "A meeting of the Council will be held in the Town Hall next Tuesday.", "AGENDA", "1. Apologies", "2. Minutes", "3. Bridge"], None),
    (["HEATH TOWN COUNCIL"], ["Tuesday 20 April 2021", "at 7 pm in the Town Hall", "AGENDA", "1. Apologies", "2. Minutes", "3. Bridge"], date(2021, 4, 20)),
    (["HEATH PARISH COUNCIL", "MINUTES"], ["Draft issued 20 April 2021", "Present: Cllrs Vane, Orde, Dace", "1. Minutes", "The minutes of 2 March 2021 were approved."], None),
    (["Cabinet", "Bridge repair"], ["Decision to be made on or after: 20 April 2021", "Report of: Director of Place", "Recommendations", "That the bridge be mended."], None)])
def test_a_day_on_which_a_paper_was_written_is_no_day_of_a_meeting(titles: list[str], below: list[str], day: date | None) -> None:
    meetings, _ = met([*map(bold, titles), "", *below], PROSE)
    assert [m.meeting_date for m in meetings if m.meeting_date] == [day] * (day is not None)
