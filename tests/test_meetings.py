"""Printed papers → the meetings they belong to."""

from __future__ import annotations

import datetime as dt

import pytest

from paper import Row, typeset
from papermine.extract.meetings import pack_meetings
from papermine.language.bodies import body_in, council_in
from papermine.language.dates import find_dates
from papermine.provenance import Ids
from papermine.records import PackMeeting
from papermine.segment import split


def met(*pages: list[Row], labels: int | None = None) -> tuple[list[PackMeeting], list[tuple[str, str | None]]]:
    pack, ids = typeset(*pages, labels=labels), Ids("p")
    papers = split(pack)
    for paper in papers:
        paper.document_id = ids("document", paper.first_page)
    meetings, belongs = pack_meetings(pack, papers, ids)
    return meetings, [(p.kind, belongs.get(p.document_id)) for p in papers]


def test_minutes_belong_to_the_meeting_they_record() -> None:
    agenda: list[Row] = [(57, "Cove County Council", "b"), (57, "Harbour Panel", "b"), "", "7 June 2023 at 6.00 pm", "", (57, "Agenda", "b"), "", "1.  Apologies", "",
                         "2.  Minutes of the previous meeting (Page 2)", "", "3.  Quay repairs (Page 3)"]
    minutes: list[Row] = [(200, "Harbour Panel", "b"), "", "MINUTES of the meeting of the Harbour Panel held in the Moot Hall on 3 May 2023", "",
                          "PRESENT: Cllr Ada Brook (Chair)", "", "The meeting closed at 7.45 pm"]
    report: list[Row] = ["From:\tDirector of Works", "To:\tHarbour Panel - 7 June 2023", "Subject:\tQuay repairs", "", "Words of the report."]
    meetings, papers = met(agenda, minutes, report, labels=1)
    assert [(m.body, m.meeting_date, m.start_time, m.end_time, m.council) for m in meetings] == [
        ("Harbour Panel", dt.date(2023, 6, 7), dt.time(18), None, "Cove County Council"),
        ("Harbour Panel", dt.date(2023, 5, 3), None, dt.time(19, 45), "Cove County Council")]
    now, before = (m.pack_meeting_id for m in meetings)
    assert papers == [("agenda", now), ("minutes", before), ("report", now)]
    assert meetings[1].venue == "Moot Hall"
    assert {("body", "Harbour Panel"), ("meeting_date", "7 June 2023")} <= {(e.field, e.text) for e in meetings[0].evidence}


def test_minutes_without_a_date_take_the_agenda_items() -> None:
    agenda: list[Row] = [(57, "Harbour Panel", "b"), "", "7 June 2023", "", (57, "Agenda", "b"), "", "1.  Apologies", "", "2.  Minutes of the previous meeting (3 May 2023) (Page 2)"]
    minutes: list[Row] = [(57, "Attendance", "b"), "", (57, "Members of the Harbour Panel", "b"), "", "Cllr Ada Brook (Chair)", "", "1. Apologies", "There were none."]
    meetings, _ = met(agenda, minutes, labels=1)
    assert [(m.body, m.meeting_date) for m in meetings] == [("Harbour Panel", dt.date(2023, 6, 7)), ("Harbour Panel", dt.date(2023, 5, 3))]


def test_a_report_alone_names_its_meeting() -> None:
    meetings, papers = met(["Report to:\tHarbour Panel", "Date:\t7 June 2023", "Subject:\tQuay repairs", "", "Words."])
    assert [(m.body, m.meeting_date) for m in meetings] == [("Harbour Panel", dt.date(2023, 6, 7))]
    assert papers == [("report", meetings[0].pack_meeting_id)]


def test_a_members_own_decision_and_a_forward_plan_have_no_meeting() -> None:
    assert met([(57, "RECORD OF DECISION", "b"), "", "Decision taken by: Cllr Ada Brook, Cabinet Member for Quays", "7 June 2023"])[0] == []
    assert met([(57, "Forward plan", "b"), "", "This update published 7 June 2023"])[0] == []


def test_a_council_that_is_not_printed_is_not_guessed() -> None:
    meetings, _ = met([(57, "AGENDA", "b"), (57, "CABINET", "b"), "", "Thursday, 8 June 2023 at 10.00 am", "", "1.  Apologies", "", "2.  Questions"])
    assert [(m.body, m.council, m.start_time) for m in meetings] == [("CABINET", None, dt.time(10))]


@pytest.mark.parametrize(("printed", "body"), [
    ("MINUTES of a meeting of the County Council held in the Council Chamber", "County Council"),
    ("A regular meeting of the Township of Cove Council was held on Tuesday", "Township of Cove Council"),
    ("Cove Community Council held their meeting at 7.30pm", "Cove Community Council"),
    ("Joint Cove Financing Authority/City Council Meeting", "Joint Cove Financing Authority/City Council"),
    ("CABINET - THURSDAY, 8 JUNE 2023", "CABINET"),
    ("Minutes of the First Meeting of Cove Community Council on", "Cove Community Council"),
    ("First Aid Panel", "First Aid Panel"),
    ("MINUTES OF THE TOWN BOARD The Board convened at 7 pm", "TOWN BOARD"),
    ("Friends of The Park Committee", "Friends of The Park Committee"),
    ("Planning Committee (North)", "Planning Committee (North)"),
    ("Committee of the Whole", "Committee of the Whole"),
    ("Council Chamber, County Hall", None),
    ("Cabinet Member for Quays", None),
    ("Declarations of Interest", None),
    ("The", None),
    ("– *", None),
    ("Meeting of the", None),
    ("CARSEGOWAN COUNCIL – SOUTH AREA PLANNING COMMITTEE – REMOTE MEETING", "SOUTH AREA PLANNING COMMITTEE"),
    ("Minutes of January Ordinary Meeting of Inishcarra County Council held on Monday", "Inishcarra County Council"),
    ("Cruinniú na Comhairle Contae / County Council Monthly Meeting", "County Council"),
    ("District of Elk Harbour will hold Committee of the Whole Meeting No. 3 at 7:00 p.m.", "Committee of the Whole"),
    ("Nether Cove Parish Council will hold its Annual Meeting on Monday", "Nether Cove Parish Council"),
    ("The hall will hold sixty", None),
    ("Town Council Work Session", "Town Council"),
    ("Meeting Agenda - Final City Council", "City Council"),
    ("Agenda - Final-revised Harbor Commission", "Harbor Commission"),
    ("Local Review Body", "Local Review Body"),
    ("Mayor and City Council Meeting", "Mayor and City Council"),
    ("Mayor and Officers", None),
    ("FORTY-SECOND MEETING OF THE WELLOW COUNTY BOARD OF SUPERVISORS The Board of Supervisors met on Tuesday, October 15, 2019", None),
    ("Minutes of the Met Gate Liaison Committee held on 4 May 2021", "Met Gate Liaison Committee"),
])
def test_bodies(printed: str, body: str | None) -> None:
    assert body_in(printed) == body


def test_councils() -> None:
    assert [council_in(t) for t in ("KENT COUNTY COUNCIL", "London Borough of Southwark", "City of Cove", "COUNTY COUNCIL", "Staff Report City Council")] == [
        "KENT COUNTY COUNCIL", "London Borough of Southwark", "City of Cove", None, None]


@pytest.mark.parametrize(("rows", "body"), [
    ([(200, "COVE DISTRICT COUNCIL", "b"), (200, "SCRUTINY COMMITTEE", "b"), "Minutes of a meeting held on 3 May 2023"], "SCRUTINY COMMITTEE"),
    ([(200, "COVE PUBLIC SCHOOLS", "b"), (200, "Board of Education Regular Meeting", "b"), "Minutes of a meeting held on 3 May 2023"], "Board of Education"),
    ([(200, "COVE FIRE AUTHORITY", "b"), (200, "AUDIT AND GOVERNANCE COMMITTEE", "b"), "Minutes of a meeting held on 3 May 2023"], "AUDIT AND GOVERNANCE COMMITTEE"),
    ([(200, "Cove Township Museum", "b"), (200, "Board of Management", "b"), "Minutes of a meeting held on 3 May 2023"], "Cove Township Museum Board of Management"),
    ([(200, "COVE COMBINED AUTHORITY", "b"), (200, "COMMITTEE", "b"), "Minutes of a meeting held on 3 May 2023"], "COVE COMBINED AUTHORITY COMMITTEE"),
    ([(200, "STRATH COUNCIL", "b"), "", "Minutes of Meeting of the Corporate Services Committee held remotely on 3 May 2023"], "Corporate Services Committee"),
    ([(200, "MINUTES OF COVE DISTRICT COUNCIL", "b"), (200, "ORDINARY COUNCIL MEETING", "b"), (200, "HELD AT COVE ON 3 MAY 2023", "b")], "COVE DISTRICT COUNCIL")])
def test_a_council_above_its_body(rows: list[Row], body: str) -> None:
    [meeting], _ = met([*rows, "", "PRESENT: Cllr Ada Brook (Chair)", "", "1. Apologies", "There were none."])
    assert meeting.body == body


def test_a_title_that_ends_like_a_body_is_none() -> None:
    [meeting], _ = met([(57, "Review of Taxi Licensing Review", "b"), (57, "Overview and Scrutiny Panel, 8 November 2016", "b"), "", "Lead Member\tCllr Ada Brook", "Report Author\tCy Dean", "",
                        (57, "Summary", "b"), "Words.", (57, "Recommendation", "b"), "Note it."])
    assert meeting.body == "Overview and Scrutiny Panel"


@pytest.mark.parametrize(("rows", "body", "day"), [
    ([(57, "Report to Policy Committee", "b"), "", "Report to:\tHarbour and Quays Policy Committee", "Date:\t7 June 2023", "Subject:\tQuay repairs", "", "Words."], "Harbour and Quays Policy Committee", dt.date(2023, 6, 7)),
    (["Title of meeting:\tCabinet", "Date of meeting:\t7 June 2023", "Subject:\tQuay repairs", "Wards affected:\tAll", "Full Council decision:\tYes", "", "Words."], "Cabinet", dt.date(2023, 6, 7)),
    ([(200, "CITY COUNCIL STAFF REPORT", "b"), (200, "Meeting: June 7, 2023", "b"), "", (57, "Subject", "b"), "Quay repairs", "", (57, "Recommended Action", "b"), "Approve the plan.", "", (57, "Background", "b"), "Words."],
     "CITY COUNCIL", dt.date(2023, 6, 7)),
    (["TO:\tHonorable Mayor and Members of the City Council", "FROM:\tAda Brook, Harbor Master", "DATE:\tJune 7, 2023", "SUBJECT:\tQuay repairs", "", (57, "Recommendation", "b"), "Approve the plan."], "City Council", dt.date(2023, 6, 7))])
def test_a_report_alone_by_its_labels(rows: list[Row], body: str, day: dt.date) -> None:
    [meeting], _ = met(rows)
    assert (meeting.body, meeting.meeting_date) == (body, day)


@pytest.mark.parametrize(("rows", "body"), [
    ([(200, "SAUBLE BAY CONSERVATION AUTHORITY", "b"), (200, "MINUTES OF THE AUTHORITY", "b")], "SAUBLE BAY CONSERVATION AUTHORITY"),
    ([(200, "CORPORATION OF HAMLEY", "b"), (200, "MINUTES OF MEETING OF THE CORPORATION", "b")], "CORPORATION OF HAMLEY"),
    ([(200, "Cove Town Council", "b"), (200, "Community Action Committee", "b"), "A meeting of the Committee was held in the Moot Hall."], "Community Action Committee"),
    # nothing but the line that heads the page says who meets
    ([(200, "FORT LA ROSE SCHOOL DIVISION", "b"), (200, "REGULAR MEETING MINUTES", "b")], "FORT LA ROSE SCHOOL DIVISION"),
    ([(200, "Rural Municipality of Minnow Lake No. 442", "b"), (200, "MINUTES OF THE REGULAR MEETING", "b")], "Rural Municipality of Minnow Lake No. 442"),
    # in the course of a title
    ([(57, "MINUTES FROM THE BROADGATE AREA COMMUNITY COUNCIL SPECIAL GENERAL", "b"), (57, "MEETING HELD AT THE BROADGATE CENTRE", "b")], "BROADGATE AREA COMMUNITY COUNCIL"),
    ([(57, "MINUTES FROM THE MEETING AT THE NORTH COVE COUNCIL CHAMBER", "b")], None),
    # a stamp, a day, a place and a sentence head no page
    ([(200, "DRAFT MINUTES", "b")], None),
    ([(200, "WEST COVE TOWN OFFICES", "b"), (200, "REGULAR MEETING MINUTES", "b")], None),
    ([(200, "We met as usual", "b"), (200, "REGULAR MEETING MINUTES", "b")], None),
    ([(200, "REGULAR MEETING MINUTES", "b")], None)])
def test_whose_authority_it_is_and_who_meets_where_no_word_says_so(rows: list[Row], body: str | None) -> None:
    [meeting], _ = met([*rows, (200, "Monday, 11 September 2017", "b"), "", "PRESENT: Cllr Ada Brook (Chair)", "", "Moved by Ada Brook, seconded by Cy Dean, that the quay be mended. Carried."])
    assert meeting.body == body


@pytest.mark.parametrize(("rows", "body"), [
    (["TO:\tChair and Directors, Outer Isles Services Committee (June 7, 2023)", "FROM:\tAda Brook", "DATE:\tMay 2, 2023"], "Outer Isles Services Committee"),
    (["Committee: EXECUTIVE\tRef No: E/09/76", "Date: 7 June 2023"], "EXECUTIVE"),
    ([(57, "To the Chair and Members of the CABINET", "b"), "Date: 7 June 2023"], "CABINET"),
    ([(200, "CITY COUNCIL AGENDA ITEM SUMMARY", "b"), "Meeting Date: June 7,\tAgenda Section:", "2023\tWorks"], "CITY COUNCIL"),
    # an officer of a body is not the body
    (["TO:\tAda Brook, Clerk to the Council", "DATE:\t7 June 2023"], None),
    (["TO:\tCy Dean, Planning Committee Chair", "DATE:\t7 June 2023"], None)])
def test_the_body_in_the_value_of_a_label(rows: list[Row], body: str | None) -> None:
    found, _ = met([*rows, "Subject: Quay repairs", "Prepared by: Ada Brook", "", (57, "Purpose", "b"), "Words.", "", (57, "Recommendation", "b"), "That the plan be approved."])
    assert [(m.body, m.meeting_date) for m in found] == ([] if body is None else [(body, dt.date(2023, 6, 7))])


def test_a_report_to_a_person_names_no_meeting() -> None:
    assert met(["TO:\tMayor and Chief Administrative Officer", "FROM:\tAda Brook", "DATE:\tJune 7, 2023", "SUBJECT:\tQuay repairs", "", (57, "Recommendation", "b"), "Approve the plan."])[0] == []


def test_a_record_headed_by_the_body_that_decided() -> None:
    [meeting], papers = met([(57, "COVE BOROUGH COUNCIL", "b"), (57, "RECORD OF DECISION OF THE Cabinet", "b"), "", "Decision Made:\t12 September 2012", "", (57, "Quay repairs", "b"), "", (57, "Decision Made", "b"), "That the quay be repaired."])
    assert (meeting.body, meeting.meeting_date, papers[0][0]) == ("Cabinet", dt.date(2012, 9, 12), "decision")
    assert met([(57, "RECORD OF DECISION OF THE CABINET MEMBER FOR QUAYS", "b"), "", "Decision Made:\t12 September 2012"])[0] == []


def test_a_day_with_a_capital_ordinal_and_business_from_1_0() -> None:
    [meeting], _ = met([(200, "Cruinniú na Comhairle Contae / County Council Monthly Meeting", "b"), (200, "MONDAY, MARCH 23RD, 2020 at 10:00am", "b"), (200, "Clár Oibre / Agenda", "b"), "", "1.0  Minutes",
                        "Minutes of Monthly Meeting held on 19th February 2020", "2.0  Minutes of Committee Meetings for noting", "3.0  Annual report"])
    assert (meeting.body, meeting.meeting_date, meeting.start_time) == ("County Council", dt.date(2020, 3, 23), dt.time(10))


def test_the_minutes_that_are_approved_do_not_date_the_meeting() -> None:
    pack = typeset([(200, "BOARD OF COUNTY COMMISSIONERS", "b"), (250, "MINUTES", "b"), (230, "AUGUST 22, 2011", "b"), "", "The Board of County Commissioners met in regular session at the usual place.",
                    "ROLL CALL: present were Commissioner Jo Vane and Commissioner Al Orde.", "MINUTES: Commissioner Vane moved to approve the minutes of the Board of", "County Commissioners meeting of August 17, 2011, as printed."])
    papers = split(pack)
    records, _ = pack_meetings(pack, papers, Ids("p"))
    assert [str(m.meeting_date) for m in records] == ["2011-08-22"]


def test_the_venue_beside_its_label_and_no_line_of_contacts() -> None:
    head: list[Row] = [(57, "Meeting\tCabinet", "b"), "Meeting Venue\tBy Zoom", "Meeting Date\tTuesday, 15 March 2022", "Meeting Time\t10.00 am", "", "For further information please contact County Hall"]
    business: list[Row] = ["", (200, "AGENDA", "b"), "", "1.  Apologies", "2.  Minutes", "3.  Funding review"]
    [meeting], _ = met([*head, *business])
    assert (meeting.body, meeting.meeting_date, meeting.start_time, meeting.venue) == ("Cabinet", dt.date(2022, 3, 15), dt.time(10), "By Zoom")
    [meeting], _ = met([row for row in head if "Venue" not in str(row)] + business)
    assert meeting.venue is None


def test_a_summons_whose_business_stands_overleaf() -> None:
    call: list[Row] = ["You are summoned to attend a meeting of the Harbour Panel which will be held at the Moot Hall on", "Thursday, 26 October 2023 at 4.30 pm to transact the business set out in the agenda attached."]
    meetings, papers = met(call, ["1.  Apologies", "2.  Minutes", "3.  Petitions"])
    assert ([(m.body, m.meeting_date, m.start_time) for m in meetings], [kind for kind, _ in papers]) == ([("Harbour Panel", dt.date(2023, 10, 26), dt.time(16, 30))], ["agenda"])


def test_prose_that_begins_with_to_does_not_date_the_meeting() -> None:
    [meeting], _ = met([(400, "8 September 2022", "b"), (200, "Harbour Panel", "b"), "Report by Cllr Ada Brook", "Contact: Cy Dean", "Subject:\tBudget monitoring", "", (57, "Purpose of report", "b"),
                        "To report the spending of the four months to 28 July 2022.", "", (57, "Recommendations", "b"), "Note it."])
    assert meeting.meeting_date == dt.date(2022, 9, 8)


def test_a_cover_with_body_hour_and_place() -> None:
    cover: list[Row] = [(57, "Harbour Policy and Scrutiny Committee", "b"), "", "10:00\tThursday, 26 May 2022\tCommittee Room 1", "", "For information about the meeting please ask for: Cy Dean"]
    [meeting], papers = met(cover, ["1  Apologies", "2  Minutes", "3  Work programme"])
    assert (meeting.body, meeting.meeting_date, papers[0][0]) == ("Harbour Policy and Scrutiny Committee", dt.date(2022, 5, 26), "agenda")
    _, papers = met([(57, "Harbour Plan", "b"), "", "Printed 26 May 2022", "", "Words on the plan."], ["1  Aims", "2  Means", "3  Ends"])
    assert papers[0][0] != "agenda"


def test_the_day_of_issue_and_the_next_meeting_are_not_this_one() -> None:
    call: list[Row] = [(200, "HARBOUR PANEL", "b"), "DATE:\tWednesday, 1 April 2015 (not 17 March 2015)", "TIME:\t7.30 pm", "", "Date of Issue: 27 March 2015", "", "The next meeting of the Board is on Thursday, 14 May 2015", "",
                       (200, "AGENDA", "b"), "", "1.  Apologies", "2.  Minutes", "3.  Planning"]
    [meeting], _ = met(call)
    assert (meeting.body, meeting.meeting_date) == ("HARBOUR PANEL", dt.date(2015, 4, 1))


@pytest.mark.parametrize(("head", "body"), [
    ([(57, "Committee Name and Date of Committee Meeting", "b"), "Cabinet – 16 September 2024"], "Cabinet"),
    ([(400, "Date: 16 September 2024", "b"), (57, "To the Chair and Members of the CABINET", "b")], "CABINET"),
    ([(57, "Mayor and Cabinet", "b"), "Date: 16 September 2024"], "Mayor and Cabinet"),
    ([(480, "CET/24/23"), (480, "Cabinet"), (460, "16 September 2024")], "Cabinet"),
])
def test_the_meeting_of_a_report_by_its_head(head: list[Row], body: str) -> None:
    [meeting], _ = met([*head, "", (57, "Report title:\tQuay repairs", "b"), "Report author:\tCy Dean", "Wards affected:\tAll", "", (57, "Recommendations", "b"), "1. Note it.", "", (57, "1. Background", "b"), "Words."])
    assert (meeting.body, meeting.meeting_date) == (body, dt.date(2024, 9, 16))


def test_who_meets_is_named_below_the_words_meeting_of() -> None:
    [meeting], _ = met([(150, "Notice of a public meeting of", "b"), (150, "Decision Session - Executive Member for Quays", "b"), "", "Date:\tTuesday, 13 February 2024", "Time:\t10.00 am", "", (200, "AGENDA", "b"), "", "1.  Interests", "2.  Minutes",
                        "3.  Parking"])
    assert (meeting.body, meeting.meeting_date) == ("Decision Session - Executive Member for Quays", dt.date(2024, 2, 13))


def test_decisions_that_were_taken_on_a_day_by_a_body() -> None:
    [meeting], _ = met([(200, "RECORD OF DECISION", "b"), "", "The following decisions were taken on WEDNESDAY, 12 JANUARY 2005 by the EXECUTIVE", "", "These decisions do not take effect until MONDAY, 24 JANUARY 2005", "", "Decision: note it."])
    assert (meeting.body, meeting.meeting_date) == ("EXECUTIVE", dt.date(2005, 1, 12))


def test_a_plenary_meeting_notes_from_a_meeting_and_a_stop_after_the_ordinal() -> None:
    assert body_in("MINUTES OF THE PLENARY MEETING OF ROSS COUNTY COUNCIL") == "ROSS COUNTY COUNCIL"
    assert body_in("Notes from Parish Council Meeting held on Thursday 16th March 2023") == "Parish Council"
    assert body_in("Notes from the Chairman") is None
    assert [(d.text, d.date) for d in find_dates("IN THE MOOT HALL ON WEDNESDAY, 22nd. APRIL, 2015.")] == [("WEDNESDAY, 22nd. APRIL, 2015", dt.date(2015, 4, 22))]


def test_minutes_whose_roll_stands_without_a_label_are_minutes() -> None:
    minutes: list[Row] = [(57, "Minutes of a meeting of Cove Borough Council", "b"), (57, "held in the Moot Hall on 18 July 2023 at 6.30pm", "b"), "", "The Mayor, Councillor Jon Roser", "", "Councillors Noel Atkins, Caroline Baxter and Russ Cochran", "",
                          (57, "1. Minutes", "b"), "", "Resolved that the minutes of the meeting held on 23 May 2023 be approved as a correct record."]
    assert [kind for kind, _ in met(minutes)[1]] == ["minutes"]


def test_minutes_headed_by_the_city_alone_are_those_of_the_council_on_the_packets_front() -> None:
    meetings, _ = met(
        [(200, "CITY OF COVE", "b"), (200, "AGENDA", "b"), (200, "Cove City Council", "b"), "October 14th, 2013", "6:30 p.m.", "", "(A) CALL TO ORDER", "(B) ROLL CALL",
         "(C) APPROVAL OF MINUTES", "(D) PUBLIC HEARINGS", "(E) ADJOURNMENT"],
        [(200, "CITY OF COVE", "b"), (200, "MINUTES OF THE REGULAR MEETING", "b"), "September 30th, 2013", "6:30 p.m., Council Chambers", "", "(A) CALL TO ORDER",
         "Mayor Muirhead called the meeting to order at 6:31 p.m.", "(B) ROLL CALL", "PRESENT: Mayor Piers Muirhead, Council Member Ann Vane", "(C) ADJOURNMENT",
         "The meeting was adjourned at 9:04 p.m."])
    assert [(m.body, m.meeting_date) for m in meetings] == [("Cove City Council", dt.date(2013, 10, 14)), ("Cove City Council", dt.date(2013, 9, 30))]


@pytest.mark.parametrize(("printed", "body"), [
    ("MINUTES OF THE REGULAR MEETING OF THE COUNCIL OF THE RURAL MUNICIPALITY OF SILVER LAKE NO. 412 HELD IN THE MUNICIPAL OFFICE ON APRIL 4, 2019", "COUNCIL OF THE RURAL MUNICIPALITY OF SILVER LAKE NO. 412"),
    ("MINUTES OF THE REGULAR MEETING OF THE COUNCIL OF THE RURAL MUNICIPALITY OF", None),
    ("ORGANIZATIONAL MEETING OF THE TOWN BOARD", "TOWN BOARD"),
    ("Board of Education of the Wayland County School District", "Board of Education"),
    ("Board of Commissioners of Wayland County", "Board of Commissioners of Wayland County"),
])
def test_what_a_body_is_called_where_it_says_whose_it_is(printed: str, body: str | None) -> None:
    assert body_in(printed) == body


@pytest.mark.parametrize(("business", "day"), [
    (["Minutes of the meeting held on 3 May 2021 were approved."], None),
    (["The minutes of 3 May 2021, having been circulated, were taken as read."], None),
    (["It was moved by Bell to approve the minutes", "of the meeting of Monday 3 May 2021."], None),
    (["Meeting of 7 June 2021", "", "Minutes of the meeting held on 3 May 2021 were approved."], dt.date(2021, 6, 7)),
])
def test_the_day_of_the_minutes_that_are_approved_is_not_the_meetings(business: list[Row], day: dt.date | None) -> None:
    front: list[Row] = [(200, "Harbour Panel", "b"), "", "MINUTES of the meeting of the Harbour Panel held in the Moot Hall", "", "PRESENT: Cllr Ada Brook (Chair)", ""]
    meetings, _ = met([*front, *business, "", "Members spoke of the quay.", "The meeting closed at 7.45 pm"])
    assert [(m.body, m.meeting_date) for m in meetings] == [("Harbour Panel", day)]


def test_a_title_that_says_when_its_minutes_were_approved_keeps_its_own_day() -> None:
    meetings, _ = met([(200, "Harbour Panel", "b"), "", "MINUTES of the meeting of the Harbour Panel held on 3 May 2021 (as approved on 7 June 2021)", "", "PRESENT: Cllr Ada Brook (Chair)", "", "Members spoke of the quay."])
    assert [m.meeting_date for m in meetings] == [dt.date(2021, 5, 3)]


@pytest.mark.parametrize(("below", "venue"), [
    ("Via Zoom: Jo Vane, Hal Orde", None),
    ("ZOOM meeting: to follow it please click on the link below", None),
    ("Via Zoom", "Via Zoom"),
])
def test_those_who_came_by_a_call_are_no_place(below: str, venue: str | None) -> None:
    meetings, _ = met([(150, "Harbour Library Board", "b"), (150, "Minutes for Monday, June 7, 2021", "b"), (90, below), "", "PRESENT: Ada Brook (Chair)", "", "The report was read."])
    assert [m.venue for m in meetings] == [venue]


def test_the_day_of_a_welsh_letter_is_not_the_meetings() -> None:
    letter: list[Row] = [(57, "Cyngor Tref Abermach", "b"), (57, "Dyddiad: 28 Ebrill 2021"), "", "Annwyl Aelod", "", "Fe'ch gwysir i gyfarfod o'r Cyngor a gynhelir yn y Siambr ar", "4 Mai 2021 am 7 o'r gloch.", "",
                         "Yn gywir", "Clerc y Dref", "", "AGENDA", "1.  Ymddiheuriadau", "2.  Cofnodion", "3.  Cynllunio"]
    assert [m.meeting_date for m in met(letter)[0]] == [dt.date(2021, 5, 4)]
    assert [m.meeting_date for m in met([*letter[:3], *letter[11:]])[0]] == [dt.date(2021, 4, 28)]


def test_the_day_of_a_letter_is_not_the_meetings() -> None:
    letter: list[Row] = [(57, "Heath Parish Council", "b"), "", (57, "Date: 28 April 2021"), "", "Dear Councillor", "", "You are hereby summoned to attend a meeting of the Parish Council in the Hall on", "4 May 2021 at 7.30 pm.", "",
                         "A. Clerk", "", "AGENDA", "1.  Apologies", "2.  Minutes", "3.  Planning"]
    assert [m.meeting_date for m in met(letter)[0]] == [dt.date(2021, 5, 4)]
    assert [m.meeting_date for m in met([*letter[:4], *letter[11:]])[0]] == [dt.date(2021, 4, 28)]


def test_the_paper_s_own_day_and_the_next_meeting_s_hour_are_not_this_one_s() -> None:
    def first(*rows: Row) -> PackMeeting:
        return met([(57, "Heath Parish Council", "b"), "", *rows, "", "Present: Cllrs Tull (Chair), Orde and Dace", "", "1. Apologies", "", "There were none."])[0][0]
    assert first("Published 10 May 2023", "", "Minutes of the meeting of the Council").meeting_date is None
    assert first("Published 10 May 2023", "", "Minutes of the meeting of 3 May 2023").meeting_date == dt.date(2023, 5, 3)
    assert first("Minutes of the meeting of 3rd May 2023. Next meeting: 7th June 2023 at 7pm.").start_time is None
    assert first("Minutes of the meeting of 3rd May 2023 at 7pm. Next meeting: 7th June 2023 at 8pm.").start_time == dt.time(19)
    assert first("Minutes of the meeting held on 3 May 2023 at 7pm in the Village Hall (approved 7 June 2023)").venue == "Village Hall"
