"""Forms of agendas and reports that several bodies share, each on its smallest page."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.document import Paper
from papermine.extract.agenda import agenda_items
from papermine.extract.meetings import pack_meetings
from papermine.extract.reports import report_records
from papermine.provenance import Ids
from papermine.records import Report
from papermine.segment import split
from test_agenda import items
from test_pack_forms import listed, reports
from test_reports import recommended


def test_dots_lead_to_a_page_and_a_further_column() -> None:
    rows: list[Row] = [(200, "ORDER PAPER", "b"), "", "1\tWelcome ....................... 2", "2\tMembers' interests ............ 2 Agenda note", "3\tIwi Engagement ................. 3 A1 - A2",
                       "4\tAccounts to 31 December 2024 ...  4"]
    pack = typeset(rows, ["Welcome"], ["Iwi"], ["Accounts"], labels=1)
    found = agenda_items(Paper("agenda", pack.pages[:1]), pack, Ids("p"))
    assert [(i.number, i.title, i.first_page) for i in found] == [("1", "Welcome", 2), ("2", "Members' interests", 2), ("3", "Iwi Engagement", 3), ("4", "Accounts to 31 December 2024", 4)]


def test_numbers_with_a_roman_part_and_letters_that_are_none() -> None:
    assert listed((250, "AGENDA", "b"), "", (57, "1  Welcome", "b"), "", (57, "2  Minutes", "b"), (80, "A... Motion that the minutes be confirmed."), "", (57, "3  Advice of committees", "b"), "",
                  (57, "3(i)  Budget", "b"), "", (57, "3(ii)  Pay Policy", "b"), "", (57, "4  A.O.B.", "b")) == [
        ("1", "Welcome"), ("2", "Minutes"), ("3(i)", "Budget"), ("3(ii)", "Pay Policy"), ("4", "A.O.B.")]


def test_bold_numbers_may_leave_out_many() -> None:
    bold = [(57, f"{n}.  {title}", "b") for n, title in (("1", "OPENING"), ("2", "APOLOGIES"), ("3", "MINUTES"), ("9", "REPORTS"), ("10", "CLOSURE"))]
    assert [n for n, _ in listed((250, "AGENDA", "b"), "", *[row for head in bold for row in (head, "")])] == ["1", "2", "3", "9", "10"]


def test_minutes_of_several_meetings_under_one_heading() -> None:
    assert listed((250, "AGENDA", "b"), "", "1.  Apologies", "", "2.  Minutes:-", (80, "(a)  Minute of Meeting of 11 May 2016"), (80, "(b)  Volume of Minutes"), "", "3.  Appointments") == [
        ("1", "Apologies"), ("a", "Minute of Meeting of 11 May 2016"), ("b", "Volume of Minutes"), ("3", "Appointments")]


@pytest.mark.parametrize(("line", "who"), [("Report of the Chief Fire Officer – report attached marked 4 (for decision)", "the Chief Fire Officer"),
                                           ("Report of the Head of Highways. (Pages 1 - 3)", "the Head of Highways"), ("Report of the Director of Place attached", "the Director of Place")])
def test_where_the_report_is_does_not_belong_to_who_wrote_it(line: str, who: str) -> None:
    found = items([(250, "AGENDA", "b"), "", (57, "1  Apologies", "b"), "", (57, "2  Gritting", "b"), (80, line), "", (57, "3  Close", "b")])
    assert [i.presenter for i in found] == [None, who, None]


def test_a_column_of_authors_in_some_rows() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", (57, "Item\tTitle of Report\tReport of\tPages", "b"), "1.  Apologies", "2.  Public questions", "3.  Announcements", "4.  Air Quality\t\tReport of the Air Quality Officer\t2",
                       "5.  Tree Planting\t\tReport of the Tree Officer\t3", "6.  Bus Shelters\t\tReport of the Transport Manager\t4", "7.  Exclusion of the public", "8.  Land"]
    assert [title for _, title in listed(*rows)][3:6] == ["Air Quality", "Tree Planting", "Bus Shelters"]


@pytest.mark.parametrize("head", ["ORDERS OF THE DAY", "NOTICE OF AN ELK HARBOUR CITY COUNCIL REGULAR MEETING", "Items of Business"])
def test_agendas_called_otherwise(head: str) -> None:
    [paper] = split(typeset([(200, head, "b"), (200, "Monday, March 1, 2010", "b"), "", (57, "1.  CALL TO ORDER", "b"), "", (57, "2.  ADOPTION OF MINUTES", "b"), "", (57, "3.  ADJOURNMENT", "b")]))
    assert paper.kind == "agenda"


def test_attendance_that_is_requested_makes_no_minutes() -> None:
    [paper] = split(typeset([(180, "NORTHMOOR COUNTY COUNCIL", "b"), "", "A meeting of the RESOURCES COMMITTEE will be held in", "Committee Room 2 on TUESDAY, 26TH MAY, 2020 at 19:00 when your",
                             "attendance is requested to transact the following business.", "", (250, "A G E N D A", "b"), "", "1.  Public Participation", "", "2.  Chair's Announcements", "", "3.  Declarations of Interest"]))
    assert paper.kind == "agenda"


def test_statements_of_accounts_and_policy_are_no_public_statements() -> None:
    title, labels = "7.2 FINANCIAL STATEMENT", ["AUTHOR:\tRia Dell – Deputy Chief Executive Officer", "DATE:\t9 December 2020"]
    paper = split(typeset(["Words of the agenda."], [(57, title, "b"), *labels, "", (57, "RECOMMENDATION", "b"), "That Council receive the statement."]))[-1]
    assert paper.kind != "questions"
    assert split(typeset([(57, "PUBLIC STATEMENTS", "b"), "", "1. Statement from Jo Day"]))[0].kind == "questions"


def test_an_hour_that_the_line_break_parts_from_at() -> None:
    pack = typeset(["A Meeting of the Planning Committee will be held in the Council Chamber,", "Market Street, on Wednesday 9 September 2009 at", "6.30pm when your attendance is requested.", "", (250, "AGENDA", "b"), "", "1.  Minutes", "",
                    "2.  Apologies", "", "3.  Site visits"])
    [meeting], _ = pack_meetings(pack, split(pack), Ids("p"))
    assert str(meeting.start_time) == "18:30:00"


@pytest.mark.parametrize("over", ["Public Document Pack", "Next Council Meeting"])
def test_what_is_no_body(over: str) -> None:
    pack = typeset([(200, over, "b"), (200, "Northmoor Council", "b"), (200, "Health and Wellbeing Board", "b"), (200, "Wednesday, 24 June 2020", "b"), "", (250, "AGENDA", "b"), "", "1.  Minutes", "", "2.  Apologies", "", "3.  Urgent items"])
    [meeting], _ = pack_meetings(pack, split(pack), Ids("p"))
    assert meeting.body == "Health and Wellbeing Board"


def test_the_number_of_the_item_and_the_heading_of_its_kind_are_no_title() -> None:
    labels = ["Author:\tRia Dell, Manager", "File Number:\tA507"]
    assert reports((57, "7. REPORTS", "b"), (57, "7.1 ACCOUNTS PAID", "b"), "", *labels, "", (57, "RECOMMENDATION", "b"), "That it be noted.").title == "ACCOUNTS PAID"
    assert reports((57, "6.2 STATEMENT OF THE FUND'S ACCOUNT AS AT 31 DECEMBER 2024", "b"), "", *labels, "", (57, "RECOMMENDATION", "b"), "That it be noted.").title == "STATEMENT OF THE FUND'S ACCOUNT AS AT 31 DECEMBER 2024"


def test_headings_that_only_say_for_what_a_report_is() -> None:
    report = reports((200, "NORTHMOOR COUNCIL", "b"), "REPORT TO:\tWellbeing Board", "WARD(S):\tAll", (280, "PART I", "b"), (258, "FOR DISCUSSION", "b"), "", (57, "DRAFT STRATEGY 2020-2025", "b"), "",
                     (57, "1.  Purpose of Report", "b"), "To share the draft.")
    assert (report.title, report.wards_affected) == ("DRAFT STRATEGY 2020-2025", "All")


def test_the_post_of_the_author_is_no_title() -> None:
    report = reports((57, "Care home support plan", "b"), "", "Portfolio Holder: Cllr L Miller, Adult Care", "Report Author: Helen Coombes", "Title: Interim Corporate Director", "", (57, "Recommendation:", "b"), "1. That it be noted.")
    assert (report.title, report.accountable_employee) == ("Care home support plan", "Helen Coombes")


@pytest.mark.parametrize("mark", ["{}. ", "Recommendation {}: ", "Recommendation {} – "])
def test_recommendations_that_count_in_words(mark: str) -> None:
    rows: list[Row] = [(57, "Recommendations", "b"), mark.format(1) + "Adopt the scheme.", mark.format(2) + "Note the cost.", "", (57, "Background", "b"), "Words."]
    assert recommended(*rows) == [("1", "Adopt the scheme."), ("2", "Note the cost.")]


def test_bold_numbers_of_the_section_under_its_lead() -> None:
    assert recommended(*[(57, "2.  Recommendations", "b"), (90, "Council is asked to:-", "b"), (57, "2.1  note the report; and", "b"), (57, "2.2  appoint a member.", "b"), (57, "3.  Background", "b"), "Words."]) == [
        ("2.1", "note the report; and"), ("2.2", "appoint a member.")]


def test_how_it_is_to_be_voted_on_is_no_recommendation() -> None:
    assert recommended(*[(57, "Officer's Recommendation: Voting Requirement: Simple Majority", "b"), "", "That Council receive the accounts.", "", (57, "Background", "b"), "Words."]) == [(None, "That Council receive the accounts.")]


def test_labels_with_a_dash() -> None:
    report = reports((57, "CABINET", "b"), (57, "5 MARCH 2019", "b"), "", (200, "SCHOOL TRANSPORT POLICY", "b"), "", (150, "Responsible Cabinet Member - Councillor Cyndi Hughes", "b"),
                     (150, "Responsible Director - Suzanne Joyner, Director of Services", "b"), "", (57, "Purpose of the Report", "b"), "1. To consult.")
    assert (report.title, report.cabinet_member, report.accountable_director) == ("SCHOOL TRANSPORT POLICY", "Councillor Cyndi Hughes", "Suzanne Joyner, Director of Services")


def test_a_title_is_the_only_label() -> None:
    [paper] = split(typeset([(57, "Part 1 - Open to the Public", "b"), "", (57, "REPORT OF", "b"), (57, "The Strategic Director for Place", "b"), "", (57, "TITLE: Sale of Land at Ordsall Lane", "b"), "",
                             (57, "RECOMMENDATIONS:", "b"), "1. Approve the sale.", "", (57, "EXECUTIVE SUMMARY:", "b"), "Words.", "", (57, "BACKGROUND:", "b"), "Words."]))
    [report] = [r for r in report_records(paper, Ids("p")) if isinstance(r, Report)]
    assert (paper.kind, report.title) == ("report", "Sale of Land at Ordsall Lane")


def test_reasons_below_a_recommendation_are_none() -> None:
    assert recommended((57, "Recommendations", "b"), "4. It is recommended that the tenders be accepted.", "", "For the following reason:", "", "To ensure best value.") == [("4", "It is recommended that the tenders be accepted.")]


@pytest.mark.parametrize(("rows", "body", "day"), [
    (["DECISION OF:\tCABINET", "DATE:\t7 March 2018", "SUBJECT:\tLEISURE REVIEW"], "CABINET", "2018-03-07"),
    (["Title:\tHousing Delivery Update", "For Consideration By:\tCabinet", "Date:\t16 July 2019"], "Cabinet", "2019-07-16"),
    ([(180, "NORTHMOOR & VALE COUNCIL", "b"), (180, "CABINET - 3 JANUARY 2019", "b"), (180, "SERVICE PLANNING", "b"), "REPORT OF:\tThe Chief Officer", "SUBJECT:\tService planning"], "CABINET", "2019-01-03")])
def test_for_whom_a_report_is(rows: list[Row], body: str, day: str) -> None:
    pack = typeset([*rows, "", (57, "1. Summary", "b"), "Words.", "", (57, "2. Recommendations", "b"), "That it be noted."])
    [meeting], _ = pack_meetings(pack, [Paper("report", pack.pages)], Ids("p"))
    assert (meeting.body, str(meeting.meeting_date)) == (body, day)


def test_business_in_spaced_letters_with_dashes_for_pages() -> None:
    rows: list[Row] = [(200, "Northmoor Council", "b"), (200, "Thursday 28 June 2018 at 10.00 am", "b"), "", (230, "B U S I N E S S", "b"), "", "1.  Apologies\t\t--", "", "2.  Declaration of Interests\t\t--",
                       "Members should declare any interests they have", "in any item on this agenda.", "", "3.  City Deal\t\t15"]
    [paper] = split(typeset(rows))
    assert paper.kind == "agenda"
    assert listed(*rows) == [("1", "Apologies"), ("2", "Declaration of Interests"), ("3", "City Deal")]


def test_one_hearing_under_its_heading_is_an_item_however_long() -> None:
    assert listed((250, "AGENDA", "b"), "", (57, "A. CALL TO ORDER", "b"), "", (57, "B. PUBLIC HEARINGS", "b"), (75, "B-1.  Public hearing and first reading of an ordinance rezoning 1204 Main Street."), "", (57, "C. ADJOURNMENT", "b")) == [
        ("A", "CALL TO ORDER"), ("B-1", "Public hearing and first reading of an ordinance rezoning 1204 Main Street."), ("C", "ADJOURNMENT")]


def test_mayor_and_council_are_a_body() -> None:
    pack = typeset([(180, "BOROUGH OF WHIPPANY RUN", "b"), (180, "MAYOR AND COUNCIL", "b"), (180, "REGULAR MEETING AGENDA", "b"), (180, "JULY 14, 2021 - 7:00 PM", "b"), "", (57, "1. ROLL CALL", "b"), "", (57, "2. MINUTES", "b"), "",
                    (57, "3. ADJOURNMENT", "b")])
    [meeting], _ = pack_meetings(pack, split(pack), Ids("p"))
    assert (meeting.body, str(meeting.meeting_date)) == ("MAYOR AND COUNCIL", "2021-07-14")


def test_an_agenda_goes_on_below_its_table_of_contents() -> None:
    contents: list[Row] = [(200, "ORDINARY MEETING AGENDA", "b"), "", "1.  OPENING .................. 2", "2.  APOLOGIES ................ 2", "3.  PUBLIC QUESTION TIME ..... 2", "4.  REPORTS .................. 3", "4.1  ACCOUNTS PAID ............ 3"]
    business: list[Row] = [(57, "1.  OPENING", "b"), "The President declared the meeting open.", "", (57, "2.  APOLOGIES", "b"), "", (57, "3.  PUBLIC QUESTION TIME", "b"), "Nil."]
    report: list[Row] = [(57, "4.  REPORTS", "b"), (57, "4.1  ACCOUNTS PAID", "b"), "", "AUTHOR:\tRia Dell", "DATE:\t9 December 2020", "", (57, "RECOMMENDATION", "b"), "That Council receive the accounts."]
    assert [(p.kind, p.first_page, p.last_page) for p in split(typeset(contents, business, report, labels=1))] == [("agenda", 1, 2), ("report", 3, 3)]


def test_the_word_page_in_the_column_of_pages() -> None:
    assert listed((200, "TABLE OF CONTENTS", "b"), "", (57, "1.0  PRESENT", "b"), "", "1.1  Opening\t\tPage 3", "1.2  Apologies\t\tPage 3", "", (57, "2.0  GUEST SPEAKERS\t\tPage 4", "b"), "", (57, "3.0  CLOSURE\t\tPage 5", "b")) == [
        ("1.1", "Opening"), ("1.2", "Apologies"), ("2.0", "GUEST SPEAKERS"), ("3.0", "CLOSURE")]
