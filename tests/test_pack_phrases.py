"""Wordings of reports and front sheets met in many short excerpts, each beside the near miss that must stay unread."""

from __future__ import annotations

from pathlib import Path

import pytest

import packstyle
from paper import Row, typeset
from papermine.extract.agenda import agenda_items
from papermine.extract.meetings.headers import read_report
from papermine.extract.reports import report_records
from papermine.extract.reports.headers import column_of
from papermine.language.bodies import clean_body
from papermine.language.numbering import marker
from papermine.pipeline import read
from papermine.provenance import Ids
from papermine.records import Recommendation, Report
from papermine.segment import split
from test_pack_forms import listed, reports
from test_reports import recommended
from test_segment import kinds


def asked(folder: Path, *marked: str) -> list[str]:
    """What the recommendations of a report say, its body given in the marks of `packstyle`."""
    source = folder / "paper.txt"
    source.write_text("\n".join(["#council Quayside", "D report|", "W110,340|**Report to:** ~ Harbour Panel", "W110,340|**Subject:** ~ Quay repairs", *marked]), encoding="utf-8")
    [paper] = split(read(packstyle.typeset(source, folder)))
    return [r.text for r in report_records(paper, Ids("p")) if isinstance(r, Recommendation)]


@pytest.mark.parametrize(("label", "column"), [
    ("Report Submitted by", "accountable_employee"), ("Staff Planner", "accountable_employee"), ("Contact for further information", "accountable_employee"), ("Information Contact", "accountable_employee"),
    ("Authorising Officer", "accountable_director"), ("Responsible Department", "originating_service"), ("Dept. Origin", "originating_service"), ("Department/Division", "originating_service"),
    ("Submitted", None), ("Contact for the media", None), ("Authorised", None), ("Officer", None), ("Origin", None)])
def test_more_labels(label: str, column: str | None) -> None:
    assert column_of(label) == column


def test_a_project_is_the_title_where_nothing_else_is() -> None:
    rows: list[Row] = ["Project:\tCorner Market Permit", "Applicant:\tNadia Fenn", "Staff planner:\tEvan Lusk", "", (57, "STAFF RECOMMENDATION", "b"), "Adopt the resolution in Exhibit A."]
    assert reports(*rows).title == "Corner Market Permit"
    assert reports(rows[0], "Title:\tA Permit for a Market", *rows[1:]).title == "A Permit for a Market"


def test_a_stamp_over_a_signature_is_no_name() -> None:
    rows: list[Row] = ["Subject:\tQuay repairs", "Submitted by:\tOriginal Signed Cy Dean, Director of Works", "Date:\t3 May 2021", "", (57, "RECOMMENDATION", "b"), "That the quay be repaired."]
    assert reports(*rows).accountable_employee == "Cy Dean, Director of Works"


def test_a_heading_of_advice_runs_into_its_words(tmp_path: Path) -> None:
    assert asked(tmp_path, "P|**Recommendation** That the quay be repaired.", "P|The quay was built in 1931.") == ["That the quay be repaired."]
    assert asked(tmp_path, "P|**Recommendations** of the Tribunal were sent to members last year.") == []


def test_headings_in_the_margin(tmp_path: Path) -> None:
    rows = ["W110,340|**Recommendation** ~ That the charge be raised with effect from the whole of the month of April<br/>1998.", "W110,340|**Background** ~ The charge was last raised in 1996."]
    assert asked(tmp_path, *rows) == ["That the charge be raised with effect from the whole of the month of April 1998."]


def test_the_next_box_of_a_form_ends_the_advice(tmp_path: Path) -> None:
    assert asked(tmp_path, "G450|RECOMMENDED ACTION: Approve the By-law.<br/>FINANCIAL: As in the plan.") == ["Approve the By-law."]
    assert asked(tmp_path, "G450|RECOMMENDED ACTION: Approve the By-law of 2019 and the plan that goes with it as the Board has drawn it up on the<br/>HARBOUR side.")[0].endswith("HARBOUR side.")


def test_what_a_cell_advises(tmp_path: Path) -> None:
    assert asked(tmp_path, "W130,320|RECOMMENDATION ~ Permission be granted for ten years") == ["Permission be granted for ten years"]
    assert asked(tmp_path, "W130,320|Recommendation ~ Agreed action taken since", "W130,320|Train all staff ~ All staff were trained") == []


@pytest.mark.parametrize(("heading", "advice"), [("ACTION DESIRED", True), ("Recommended option", True), ("RECOMMENDATION / CONDITIONS:", True), ("Preferred option", False), ("Options", False)])
def test_more_headings_of_advice(heading: str, advice: bool) -> None:
    assert recommended((57, heading, "b"), "That the quay be repaired in two parts.") == ([(None, "That the quay be repaired in two parts.")] if advice else [])


def test_an_option_is_no_advice_of_its_own() -> None:
    assert recommended("The report was late.", "", "Recommended option costs are in the annex to this report.") == []


def test_a_number_alone_in_bold_words_heads_advice(tmp_path: Path) -> None:
    assert asked(tmp_path, "G40,410|2.0 ~ **Recommendations**", "G40,410|2.1 ~ That the list be agreed.", "G40,410|2.2 ~ Authorise the Clerk to publish it.", "G40,410|3.0 ~ **Resource implications**", "G40,410|3.1 ~ None.") == [
        "That the list be agreed.", "Authorise the Clerk to publish it."]


def test_a_year_alone_counts_nothing() -> None:
    assert marker("1998.") is None
    assert marker("12.") is not None
    assert marker("1998. That the list be agreed") is not None


FORM: list[Row] = [(200, "CITY COUNCIL AGENDA BILL", "b"), "", "Subject: Library Agreement", "Prepared by: Jo Lusk", "", "It renews that of 2009.", "", "RECOMMENDATION / CONDITIONS: Motion to sign the agreement."]


def test_a_short_form_that_recommends_is_a_report() -> None:
    assert kinds(FORM) == [("report", 1, 1)]
    assert kinds([*FORM[:-1], "The agreement was signed in 2009."]) != [("report", 1, 1)]
    assert kinds([*FORM, "", "Moved by Councillor Fenn, seconded by Councillor Orde. CARRIED"]) != [("report", 1, 1)]


ITEM: list[Row] = [(200, "AREA COMMITTEE MEETING", "b"), (240, "25th May 2009", "b"), "", "Item No.: 8", "", (57, "A Playground at Shanganna", "b"), "Two submissions were received.", ""]


def test_below_the_day_and_the_number_of_the_item() -> None:
    assert kinds([*ITEM, (57, "Recommendation", "b"), "That the scheme be proceeded with."]) == [("report", 1, 1)]
    assert kinds([*ITEM, "Item No.: 9", "", (57, "Recommendation", "b"), "That the scheme be proceeded with."]) != [("report", 1, 1)]
    assert kinds([*ITEM, (57, "Recommendation", "b"), "That the scheme be proceeded with.", "", (57, "Decision taken", "b"), "It was agreed."]) != [("report", 1, 1)]


AGENDA: list[Row] = [(250, "AGENDA", "b"), "", "1.  Confirmation of Minutes", "2.  Roads Programme", "3.  Casual Trading", "4.  Notices of Motion"]


def test_motions_of_members_are_no_items() -> None:
    last = "5.  Correspondence"
    plain = [("1", "Confirmation of Minutes"), ("2", "Roads Programme"), ("3", "Casual Trading"), ("4", "Notices of Motion"), ("5", "Correspondence")]
    assert listed(*AGENDA, (87, "4.1  Cllr. P. Lusk - “That the Council erect signs.”"), (87, "4.2  Cllr. M. Fenn - “That the Council mend the road.”"), last) == plain
    assert [n for n, _ in listed(*AGENDA, (87, "4.1  Notice of motion 1, Councillor Jon Lusk"), (87, "4.2  Notice of motion 2, Councillor Jon Lusk"), last)] == ["1", "2", "3", "4.1", "4.2", "5"]


def test_dots_lead_to_a_page_in_words() -> None:
    assert listed((250, "AGENDA", "b"), "", "1.  Apologies .......", "2.  Audit Plan ............ Page (2)", "3.  The Fund ............. Page (3)") == [("1", "Apologies"), ("2", "Audit Plan"), ("3", "The Fund")]


def test_roman_numbers_with_parts() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", "I.  CALL TO ORDER (Principles III and V)", (87, "I.1.  Pledge"), (87, "I.2.  Roll Call"), "II.  PUBLIC COMMENT (Principle III)", (87, "The board has set aside half an hour."),
                       "III.  ITEMS FOR ACTION", (87, "III.1.  A study of schools"), (87, "III.2.  A new lease"), "IV.  ADJOURNMENT"]
    assert listed(*rows) == [("I.1", "Pledge"), ("I.2", "Roll Call"), ("II", "PUBLIC COMMENT (Principle III)"), ("III.1", "A study of schools"), ("III.2", "A new lease"), ("IV", "ADJOURNMENT")]


def test_where_the_paper_is_attached_is_no_title() -> None:
    assert listed((250, "AGENDA", "b"), "", "1.  Minutes (Attachment # 1)", "2.  Police cars (Attachment # 2)", "3.  Attachment of earnings (Rule 4)")[1:] == [("2", "Police cars"), ("3", "Attachment of earnings (Rule 4)")]


def met(*rows: Row) -> tuple[str | None, str | None]:
    [paper] = split(typeset(list(rows)))
    found = read_report(paper)
    return found.body, str(found.day)


def test_whose_meeting_a_report_is_for() -> None:
    end: list[Row] = ["", (57, "RECOMMENDATION", "b"), "That the report be noted."]
    assert met("To: Chair Tom Gall and Members of the Harbour Committee", "Date:\t9 January 2019", "Subject:\tApplications", *end) == ("Harbour Committee", "2019-01-09")
    assert met("Subject: Library Agreement\tAgenda Date: March 3, 2014", "Prepared By: Jo Lusk\tDate Prepared: February 20, 2014", (57, "CITY COUNCIL AGENDA BILL", "b"), *end)[1] == "2014-03-03"
    assert clean_body("COUNCIL DISTRICT") is None
    assert clean_body("HONORABLE CITY COUNCIL") == "CITY COUNCIL"


def test_a_masthead_that_goes_on_and_the_first_section_are_no_titles(tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_text("\n".join(["#council Quayside", "D report|", "W150,300|**GLENORD COUNCIL** ~ **AREA COMMITTEE**", "W150,300|**DEVELOPMENT AND INFRASTRUCTURE** ~ **23 OCTOBER 2013**", "C|WINTER CARE", "L40,40 1.0|**INTRODUCTION**",
                                 "L40,40 1.1|The policy is looked at each year.", "L40,40 2.0|**RECOMMENDATIONS**", "L40,40 2.1|Members are asked to note the policy.", "L40,40 3.0|**DETAIL**", "X1|"]), encoding="utf-8")
    [paper] = split(read(packstyle.typeset(source, tmp_path)))
    assert [r.title for r in report_records(paper, Ids("p")) if isinstance(r, Report)] == ["WINTER CARE"]
    assert reports("Application no:\t10/00821", "Applicant:\tMr P Gale", "Ward:\tDewick", "", (57, "1. SITE DESCRIPTION", "b"), "The site is a field.").title != "SITE DESCRIPTION"


def test_how_large_a_site_is_is_no_ward() -> None:
    end: list[Row] = ["", (57, "1. Recommendations", "b"), "1.1 That the sale be agreed."]
    assert reports("Subject:\tSale of land", "Report author:\tHugh Parrish", "Area:\t0.042 hectares", *end).wards_affected is None
    assert reports("Subject:\tSale of land", "Report author:\tHugh Parrish", "Area:\tDenby", *end).wards_affected == "Denby"


def test_what_a_matter_is_for_is_no_title() -> None:
    end: list[Row] = ["", (57, "1. Recommendations", "b"), "1.1 That the budget be agreed."]
    assert reports((200, "SECTION A – MATTER FOR DECISION", "b"), "Wards affected:\tAll", "Report author:\tHugh Parrish", (200, "ANNUAL BUDGET REPORT", "b"), *end).title == "ANNUAL BUDGET REPORT"
    assert reports((200, "MATTERS FOR THE NEW DEPOT", "b"), "Wards affected:\tAll", "Report author:\tHugh Parrish", *end).title == "MATTERS FOR THE NEW DEPOT"


@pytest.mark.parametrize(("label", "column"), [
    ("Cabinet Portfolio Holder", "cabinet_member"), ("Executive Board Member", "cabinet_member"), ("Staff", "accountable_employee"), ("Staffing", None), ("Cabinet", None)])
def test_labels_of_people(label: str, column: str | None) -> None:
    assert column_of(label) == column


def test_hour_and_place_beside_title_and_author_are_a_reports() -> None:
    rows: list[Row] = ["Date:\t19 June 2012", "Time:\t6.00 pm", "Venue:\tCommittee Room 2", "Report Title:\tLand at Mill Lane"]
    end: list[Row] = ["Report Submitted by:\tHugh Parrish, Surveyor", "Wards:\tDenby", "", (57, "1. Recommendations", "b"), "1.1 That the sale be agreed."]
    assert kinds([*rows, *end])[0][0] == "report"
    assert kinds([*rows[:3], "Title:\tHousing Committee", "Contact:\tHugh Parrish, Democratic Services Officer", "Members: all of them", "", (57, "AGENDA", "b"), "1. Apologies", "2. Minutes", "3. Reports"])[0][0] == "agenda"
    assert kinds([*rows[:3], "Members:\tCllrs Orde, Lusk and Tull", "Clerk:\tHugh Parrish, 01632 960001", "", (57, "AGENDA", "b"), "1. Apologies", "2. Minutes", "3. Reports"]) == [("agenda", 1, 1)]


def test_what_is_called_a_report_and_recommends() -> None:
    rows: list[Row] = [(200, "Clerk’s report – agenda item 18/25", "b"), (230, "Grass cutting tender", "b"), "", "Three firms were asked.", ""]
    pack = typeset([*rows, "Recommendation: That Green & Son be appointed."])
    [paper] = split(pack)
    assert paper.kind == "report"
    assert [r.title for r in report_records(paper, Ids("p")) if isinstance(r, Report)] == ["Grass cutting tender"]
    assert kinds([*rows, "Green & Son were appointed last year."])[0][0] != "report"


def test_an_item_named_in_two_columns(tmp_path: Path) -> None:
    assert reports("AGENDA ITEM:\tSurplus Police Vehicles", "DEPARTMENT:\tPolice", "PREPARED BY:\tCarla Dunn, City Clerk", "", "SUMMARY STATEMENT: Four have worn out.", "", "RECOMMENDED ACTION: Adopt Resolution 31.").title == "Surplus Police Vehicles"


def test_a_post_over_what_is_told_names_nobody() -> None:
    rows: list[Row] = ["To:\tHarbour Panel", "Subject:\tQuay repairs", "", (57, "Corporate Director", "b")]
    assert reports(*rows, "Mark Bowden").accountable_director == "Mark Bowden"
    assert reports(*rows, "the service has met its targets for the year in most areas of the quay").accountable_director is None


def test_what_is_to_be_done_below_a_title_is_no_part_of_it() -> None:
    rows: list[Row] = ["TO:\tCity Council", "FROM:\tJo Lusk", "SUBJECT:\tUpdate on the Work Plan"]
    assert reports(*rows, (227, "RECEIVE AND FILE", "b")).title == "Update on the Work Plan"
    assert reports(*rows, (227, "for the coming year")).title == "Update on the Work Plan for the coming year"


def test_a_division_beside_a_department_is_no_ward() -> None:
    rows: list[Row] = ["To:\tCouncil", "Subject:\tBusiness Park"]
    assert reports(*rows, "Departments:\tDevelopment", "Divisions:\tEngineering").wards_affected is None
    assert reports(*rows, "Division(s):\tAll").wards_affected == "All"


def test_points_that_run_on_in_their_lines() -> None:
    head: Row = (57, "RECOMMENDATION", "b")
    assert recommended(head, "(i) review the Code, (ii) hold a hearing, and (iii) adopt the ordinance.") == [("i", "review the Code,"), ("ii", "hold a hearing,"), ("iii", "adopt the ordinance.")]
    assert recommended(head, "(i) review the Code, (iv) of which is old.") == [("i", "review the Code, (iv) of which is old.")]
    assert recommended((57, "Recommendation from the Chief Administrative Officer:", "b"), "THAT the Board approve the permit.") == [(None, "THAT the Board approve the permit.")]


def test_a_proposal_that_asks_is_advice() -> None:
    assert recommended((57, "Proposal(s)", "b"), "That a limit of 40 mph be introduced.") == [(None, "That a limit of 40 mph be introduced.")]
    assert recommended((57, "Proposal", "b"), "The scheme would take two years to build.") == []


def test_pages_on_the_lines_of_what_is_attached(tmp_path: Path) -> None:
    source = tmp_path / "pack.txt"
    source.write_text("\n".join(["#council Quayside", "#stamp #", "D agenda|", "C14|HARBOUR PANEL", "C|Tuesday 11 June 2019 at 6.00 pm", "C|AGENDA", "W30,340,80|1 ~ **APOLOGIES** ~", "W30,340,80|2 ~ **QUAY REPAIRS** ~", "W30,340,80| ~ //Report attached// ~ <<2>>",
                                 "W30,340,80|3 ~ **TREES** ~", "W30,340,80| ~ Report ~ <<3>>", "W30,340,80| ~ Appendix 1 ~ <<4>>", *(line for k in ("Quay Repairs", "Trees") for line in ("D report|", f"P|**Report title:** {k}", "P|**Report by:** Head of Works", "H|1. Recommendations", "L30,30 1.1|That it be noted.", "X2|")),
                                 "D appendix|", "R|**Appendix 1**", "X2|"]), encoding="utf-8")
    pack = read(packstyle.typeset(source, tmp_path))
    assert [(i.number, i.first_page, i.last_page) for i in agenda_items(split(pack)[0], pack, Ids("p"))] == [("1", None, None), ("2", 2, 2), ("3", 3, 4)]


def test_names_under_letters_are_no_business() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", "1.  CALL TO ORDER", "2.  STUDENT AWARDS", (117, "a) Amanda Brown"), (117, "b) Ruth Fisher"), "3.  CONSENT CALENDAR", (117, "a) Minutes of May"), (117, "b) Salt Contract"), "4.  ADJOURNMENT"]
    assert [n for n, _ in listed(*rows)] == ["1", "2", "a", "b", "4"]


def test_the_day_a_report_was_written_is_no_meetings() -> None:
    end: list[Row] = ["Subject:\tQuay repairs", "", (57, "RECOMMENDATION", "b"), "That the report be noted."]
    assert met("To:\tHarbour Committee", "Date Written 20 May 2016", *end)[1] != "2016-05-20"
    assert clean_body("G/5.1.3 CENTRAL COAST ASSOCIATION") is None


def test_who_submits_a_report_that_another_wrote() -> None:
    rows: list[Row] = ["To:\tCouncil", "Subject:\tBusiness Park", "Submitted by:\tPhil Lusk, Director"]
    assert reports(*rows).accountable_employee == "Phil Lusk, Director"
    assert reports(*rows, "Contact Person:\tKate Fenn, Manager").accountable_employee == "Kate Fenn, Manager"


def test_a_letter_in_a_column_of_its_own_begins_no_second_line() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", "I.  CALL TO ORDER", "II.  FIRST READING OF ORDINANCES", (87, "A.  Zoning of Cook Street"), (87, "B.  Budget of 2020"), "III.  ADJOURNMENT"]
    assert listed(*rows) == [("I", "CALL TO ORDER"), ("A", "Zoning of Cook Street"), ("B", "Budget of 2020"), ("III", "ADJOURNMENT")]
    assert [n for n, _ in listed(*rows[:3], "II.  FIRST READING OF ORDINANCES", (87, "C.  Smith is to speak"), "III.  ADJOURNMENT")] == ["I", "II", "III"]
