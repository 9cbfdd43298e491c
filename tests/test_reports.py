"""A printed report → its header, recommendations, implications and background papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from packstyle import typeset as packstyle
from paper import Row, paper, typeset
from papermine.document import Paper
from papermine.extract.reports import order_paper, report_records
from papermine.extract.reports.headers import column_of
from papermine.extract.reports.jointlabels import _next_label
from papermine.pipeline import read
from papermine.provenance import Ids
from papermine.records import AgendaItem, BackgroundPaper, Recommendation, Record, Report, ReportField, ReportSection
from papermine.segment import split


def mined(*pages: list[Row]) -> list[Record]:
    return report_records(paper("report", *pages), Ids("p"))


def recommended(*rows: Row) -> list[tuple[str | None, str]]:
    head: list[Row] = ["To:\tCabinet", "Subject:\tTram extension", ""]
    return [(r.number, r.text) for r in mined([*head, *rows]) if isinstance(r, Recommendation)]


def test_label_value_lines_with_continuations() -> None:
    records = mined(["From:\tAda Brook, Cabinet Member for Roads", "\tBen Clay, Corporate Director", "", "To:\tCounty Council - 13 March 2025", "",
                     "Subject:\tReview of the tram extension", "\tand its costs", "", "Wards affected:\tCastle and Mill", "",
                     "Report author:\tCy Dean Head of Transport", "", (57, "1. Introduction", "b"), "1.1 Words."])
    [report] = [r for r in records if isinstance(r, Report)]
    assert (report.page, report.title, report.wards_affected, report.accountable_employee, report.cabinet_member) == (
        1, "Review of the tram extension and its costs", "Castle and Mill", "Cy Dean", None)
    fields = [(f.label, f.value, f.column_name) for f in records if isinstance(f, ReportField)]
    assert fields[0] == ("From", "Ada Brook, Cabinet Member for Roads Ben Clay, Corporate Director", None)
    assert fields[2][2] == "title"
    printed = {e.field: e.text for e in report.evidence}
    assert printed["wards_affected"] == "Castle and Mill"


def test_labels_in_two_lines_beside_their_value() -> None:
    records = mined([(57, "REPORT TO:\tCOMBINED AUTHORITY", "b"), "", (57, "REPORT\tTRANSPORT", "b"), (57, "TITLE:", "b"), "",
                     (57, "RESPONSIBLE\tDIRECTOR OF ROADS", "b"), (57, "OFFICER:", "b"), "", (57, "Purpose of Report", "b"), "", "Words."])
    [report] = [r for r in records if isinstance(r, Report)]
    assert (report.title, report.accountable_director) == ("TRANSPORT", "DIRECTOR OF ROADS")


@pytest.mark.parametrize(("label", "column"), [
    ("Cabinet member with lead responsibility", "cabinet_member"), ("Portfolio holder", "cabinet_member"), ("Electoral Division(s)", "wards_affected"),
    ("Ward(s) affected", "wards_affected"), ("Executive Director lead", "accountable_director"), ("Originating service", "originating_service"),
    ("Contact officer", "accountable_employee"), ("From", None), ("By", None), ("Committee Chair", None), ("Next steps", None)])
def test_what_labels_mean(label: str, column: str | None) -> None:
    assert column_of(label) == column


def test_numbered_recommendations_without_their_lead() -> None:
    assert recommended((57, "Recommendation(s) for action or decision:", "b"), "", "The Scrutiny Panel is recommended to:", "",
                       (78, "1. Support the development priorities for 2019-20 as outlined"), (92, "within the evaluation."),
                       (78, "2. Consider whether the report answers the questions."), "", (57, "1.0 Purpose", "b"), "1.1 Words.") == [
        ("1", "Support the development priorities for 2019-20 as outlined within the evaluation."),
        ("2", "Consider whether the report answers the questions.")]


def test_one_sentence_beside_its_label_is_kept_whole() -> None:
    assert recommended("Recommendation: County Council is asked to note the report.", "", (57, "1. Introduction", "b"), "1.1 Words.") == [
        (None, "County Council is asked to note the report.")]


def test_bullets_and_plain_paragraphs() -> None:
    assert recommended((57, "Recommendation:", "b"), "", "The Council is asked to:", (75, "•  AGREE the terms of reference; and"),
                       (75, "•  DELEGATE changes to the officer."), "", (57, "1. Introduction", "b")) == [
        (None, "AGREE the terms of reference; and"), (None, "DELEGATE changes to the officer.")]
    assert recommended((57, "Recommendation(s):", "b"), "", "The Cabinet Member is asked to:", "", (57, "APPROVE the proposal to close the depot.", "b"), "",
                       (57, "DELEGATE authority to the Director to sign the lease.", "b"), "", (57, "1. INTRODUCTION", "b"), "", "1.1 Words.") == [
        (None, "APPROVE the proposal to close the depot."), (None, "DELEGATE authority to the Director to sign the lease.")]


def test_the_last_section_of_a_report_and_its_number() -> None:
    assert recommended((57, "5. RECOMMENDATION", "b"), "", "5.1 County Council endorses the policy statement.", "", (57, "Ada Brook", "b"),
                       (57, "People Adviser", "b")) == [("5.1", "County Council endorses the policy statement.")]


def test_what_is_printed_twice_is_one_recommendation() -> None:
    found = mined(["To:\tCabinet", "Subject:\tTrams", "", (57, "Recommendation:", "b"), "", "Members are asked to note the annual report on trams.", "",
                   (57, "1. Background", "b"), "", "1.1 Words of the report."],
                  [(57, "4. Recommendations", "b"), "", "4.1 Members are asked to note the annual report on trams."])
    assert len([r for r in found if isinstance(r, Recommendation)]) == 1


@pytest.mark.parametrize("prose", [
    ["There were five overarching", "recommendations:", "1. The city explores options."],
    ["The recommendations of the panel were noted last year."],
    ["Members of the working group made a recommendation to", "the cabinet in the spring."]])
def test_near_misses_of_recommendations(prose: list[Row]) -> None:
    assert recommended("Some words come before this paragraph of the report.", *prose) == []


def test_implications_with_their_clearance_codes_and_background_papers() -> None:
    found = mined(["To:\tCabinet", "Subject:\tTrams", "", (57, "5.0 Financial implications", "b"), "5.1 There are no direct financial implications.",
                   "[MK/17012020/C]", "", (57, "6.0 Equalities implications", "b"), "6.1 A full analysis was made.", "",
                   (57, "7.0 Background papers", "b"), "7.1 Cabinet report of 4 May 2019 on trams."])
    sections = [(s.kind, s.number, s.heading, s.clearance_code) for s in found if isinstance(s, ReportSection)]
    assert sections == [("financial", "5.0", "Financial implications", "MK/17012020/C"), ("equalities", "6.0", "Equalities implications", None)]
    assert [b.text for b in found if isinstance(b, BackgroundPaper)] == ["Cabinet report of 4 May 2019 on trams."]


def test_paragraph_numbers_that_run_on_into_the_next_section_are_no_recommendations() -> None:
    assert recommended((57, "RECOMMENDATION", "b"), "", (57, "1.  That the Cabinet Member approves the plan."), "", (57, "BACKGROUND INFORMATION", "b"), "",
                       (57, "2.  The block falls within phase 3 of the programme."), "", (57, "KEY ISSUES FOR CONSIDERATION", "b"), "",
                       (57, "3.  The council is committed to the programme.")) == [("1", "That the Cabinet Member approves the plan.")]


def test_a_letter_behind_the_number_of_the_paragraph() -> None:
    assert recommended((57, "RECOMMENDATION", "b"), "", "1   a) That permission is granted subject to conditions;", "", (78, "b) That the reasons are published."), "",
                       (57, "BACKGROUND", "b"), "2   Words.") == [
        ("a", "That permission is granted subject to conditions;"), ("b", "That the reasons are published.")]


def test_a_section_in_capitals_ends_a_recommendation_of_one_sentence() -> None:
    assert recommended((57, "RECOMMENDATION(S)", "b"), "Review conditions and continue the proclamation.", "", (57, "COUNCIL PRIORITIES, GOALS", "b"), "Public safety", "",
                       (57, "REPORT NARRATIVE:", "b"), "On Friday the manager proclaimed a local emergency.") == [(None, "Review conditions and continue the proclamation.")]


def test_the_title_below_the_labels_of_a_staff_report() -> None:
    records = mined([(57, "CITY COUNCIL STAFF REPORT", "b"), (57, "MEETING DATE: May 6, 2020", "b"), "", "PREPARED BY: Ada Brook, City Attorney", "APPROVED BY: City Manager", "",
                     (57, "REVIEW THE HARBOUR RULES", "b"), "", (57, "RECOMMENDATION", "b"), "Review the rules."])
    [report] = [r for r in records if isinstance(r, Report)]
    assert (report.title, report.accountable_employee) == ("REVIEW THE HARBOUR RULES", "Ada Brook, City Attorney")


def test_labels_over_their_values() -> None:
    records = mined([(57, "Quay repairs", "b"), "", (57, "Cabinet Member", "b"), "Councillor Ada Brook", "", (57, "Wards affected", "b"), "All", "",
                     (57, "Report author", "b"), "Cy Dean", "", (57, "Summary", "b"), "The quay was last repaired in 2001."])
    [report] = [r for r in records if isinstance(r, Report)]
    assert (report.title, report.cabinet_member, report.wards_affected, report.accountable_employee) == ("Quay repairs", "Councillor Ada Brook", "All", "Cy Dean")


def test_a_body_that_begins_like_a_section_is_asked() -> None:
    assert recommended((57, "Recommended action", "b"), "Overview and Scrutiny Committee is asked to", (78, "1. Note the report."), (78, "2. Thank the crew."), "",
                       (57, "Background", "b"), "Words.") == [("1", "Note the report."), ("2", "Thank the crew.")]


def test_two_reports_that_repeat_a_label_at_one_height_keep_it() -> None:
    rows: list[Row] = ["Report on\tQuay repairs", "Date of Meeting\t11 May 2021", "Reporting Officer\tDirector of Ports: Harbours", "Contact Officer\tCy Dean", "", (57, "1.0 Purpose", "b"), "Words."]
    records = mined(rows, ["Report on\tTrams", *rows[1:]])
    report = next(r for r in records if isinstance(r, Report))
    assert (report.title, report.accountable_director, report.accountable_employee) == ("Quay repairs", "Director of Ports: Harbours", "Cy Dean")


@pytest.mark.parametrize(("label", "column"), [
    ("Lead Officer and Report Author", "accountable_employee"), ("Lead Head of Service", "accountable_director"), ("Reporting Officer", "accountable_director"),
    ("Officer Contact Details", "accountable_employee"), ("Department Name", "originating_service"), ("Item Title", "title"), ("Wards/Parishes affected", "wards_affected"),
    ("Agenda Item", None), ("Presented by", None), ("Community", None), ("Authority", None)])
def test_what_more_labels_mean(label: str, column: str | None) -> None:
    assert column_of(label) == column


def test_headings_inside_a_lettered_list_do_not_end_it() -> None:
    assert recommended((57, "Recommendations:", "b"), (57, "The Council is asked to agree the following:", "b"), "", (57, "Capital programme", "b"), "",
                       (57, "(a) The programme of works set out below."), "", (57, "Council Tax", "b"), "", (57, "(b) The rates set out in table 6."), "", "In addition:", "",
                       (57, "(c) To note the outlook."), "", (57, "Background", "b"), "", "Words of the report.") == [
        ("a", "The programme of works set out below."), ("b", "The rates set out in table 6."), ("c", "To note the outlook.")]


def test_what_a_form_asks_is_no_second_recommendation() -> None:
    head: list[Row] = ["Item Title:\tStreet sweeper", "Action Requested:\tApprove the purchase", ""]
    found = mined([*head, (57, "STAFF RECOMMENDATION", "b"), "Approve the purchase of the sweeper at the state price.", "", (57, "SUGGESTED MOTION", "b"), "Move to approve it."])
    assert [r.text for r in found if isinstance(r, Recommendation)] == ["Approve the purchase of the sweeper at the state price."]
    found = mined([*head, (57, "SUGGESTED MOTION", "b"), "Move to buy the sweeper."])
    assert "Move to buy the sweeper." in [r.text for r in found if isinstance(r, Recommendation)]


def test_who_signs_the_report_is_not_recommended() -> None:
    assert recommended((57, "3. Recommendation", "b"), "", "It is recommended that the scheme be proceeded with.", "", "Chief Executive") == [
        (None, "It is recommended that the scheme be proceeded with.")]


def test_reports_set_under_the_items_of_an_order_paper() -> None:
    rows: list[Row] = [(57, "AGENDA", "b"), "", (57, "1. OPENING", "b"), "Words.", "", (57, "5. REPORTS OF OFFICERS", "b"), "", (57, "5.1 SHED - LOT 14", "b"), "", "Applicant:\tJ Doran",
                       "Author:\tT Vale, Planner", "Responsible Officer:\tK Moran, Director", "", (57, "Background", "b"), "Words of the report.", "", (57, "Officer Recommendation", "b"),
                       "That Council:", "", (78, "1. Grants approval; and"), (78, "2. Tells the applicant."), "", (57, "6. CLOSURE", "b"), "", "That is all."]
    pack = paper("agenda", rows)
    item = AgendaItem(item_id="i", document_id="d", source="agenda", number="5.1", title="SHED", page=1)
    found = order_paper(pack, [item], Ids("p"))
    [report] = [r for r in found if isinstance(r, Report)]
    assert (report.title, report.accountable_employee, report.accountable_director, report.item_id) == ("SHED - LOT 14", "T Vale, Planner", "K Moran, Director", "i")
    assert [(r.number, r.text, r.item_id) for r in found if isinstance(r, Recommendation)] == [("1", "Grants approval; and", "i"), ("2", "Tells the applicant.", "i")]


def test_recommendations_that_a_plain_agenda_prints_are_no_reports() -> None:
    rows: list[Row] = [(57, "AGENDA", "b"), "", (57, "1. ROLL CALL", "b"), "", (57, "2. AWARD OF CONTRACT", "b"), "", (57, "Recommendation:", "b"), "Award the contract.", "", (57, "3. CLOSE", "b")]
    assert order_paper(paper("agenda", rows), [], Ids("p")) == []


def test_recommendations_that_a_sentence_opens() -> None:
    assert recommended((57, "This report makes the following recommendations to the Committee:", "b"), "", (78, "1.  That the plan at Appendix 1 be adopted."), (78, "2.  That the Head of Parks may change it."), "",
                       (57, "1. INTRODUCTION", "b"), "Words.") == [("1", "That the plan at Appendix 1 be adopted."), ("2", "That the Head of Parks may change it.")]
    assert recommended("The following changes were made:", "", (78, "1.  That the hours be cut."), "", (57, "1. INTRODUCTION", "b"), "Words.") == []


def test_a_heading_in_two_languages_and_one_that_says_whose() -> None:
    rows: list[Row] = ["", "That the report be received.", "", (57, "Background", "b"), "Words."]
    for heading in ("NGA TUTOHUNGA / RECOMMENDATION/S", "Clerk's Recommendation", "City Manager's Recommendation:", "ADMINISTRATIVE RECOMMENDATIONS"):
        assert recommended((57, heading, "b"), *rows) == [(None, "That the report be received.")], heading


def test_a_lead_set_in_from_numbers_at_the_edge() -> None:
    assert recommended((57, "2. Recommendations", "b"), "", (87, "That Committee:"), "", "2.1 Notes the plan.", "2.2 Agrees the dates.", "", (57, "3. Background", "b"), "Words.") == [
        ("2.1", "Notes the plan."), ("2.2", "Agrees the dates.")]


def test_a_post_is_not_cut_like_a_name() -> None:
    [report] = [r for r in mined(["Report title:\tCapital", "Report author:\tCorporate Finance Manager", "", (57, "1. Purpose", "b"), "Words."]) if isinstance(r, Report)]
    assert report.accountable_employee == "Corporate Finance Manager"


def header(*rows: Row) -> Report:
    [report] = [r for r in mined(list(rows)) if isinstance(r, Report)]
    return report


def test_a_label_of_two_offices_over_two_lines_has_one_value():
    """Neither office is given half of the other's post."""
    report = header("Subject:\tQuay repairs", "Executive Member/\tCllr Ada Brook – First Deputy (Finance,", "Reporting Officer:\tResources and Quays)",
                    "Date:\t3 May 2022", "", (57, "1. Purpose", "b"), "Words.")
    assert (report.cabinet_member, report.accountable_director) == ("Cllr Ada Brook – First Deputy (Finance, Resources and Quays)", None)



def test_a_label_over_three_lines_and_a_value_that_goes_on_at_its_edge() -> None:
    report = header("Subject:\tQuay repairs", "Relevant\tCllr Ada Brook", "Cabinet", "Member:", "Report author:\tCy Dean", "", (57, "1. Purpose", "b"), "Words.")
    assert (report.title, report.cabinet_member, report.accountable_employee) == ("Quay repairs", "Cllr Ada Brook", "Cy Dean")
    report = header("Lead Officer/Author of Report: Cy Dean, Head of Harbours, Quays, Moorings, Slipways, Beaches", "and Coastal Works", "Subject: Quay repairs", "", (57, "1. Purpose", "b"), "Words.")
    assert report.accountable_employee == "Cy Dean, Head of Harbours, Quays, Moorings, Slipways, Beaches and Coastal Works"


def test_wards_printed_below_the_summary_or_as_names_of_wards() -> None:
    report = header("Report to:\tHarbour Panel", "Subject:\tQuay repairs", "Report author:\tCy Dean", "", (57, "Summary", "b"), "Words of the summary.", "", (57, "Wards Affected: Quay and Cliff", "b"), "", (57, "1. Background", "b"), "Words.")
    assert report.wards_affected == "Quay and Cliff"
    report = header("Report to:\tHarbour Panel", "Subject:\tQuay repairs", "", (57, "Summary", "b"), "The wards affected: none that we know, said the officers.", "", (57, "1. Background", "b"), "Words.")
    assert report.wards_affected is None
    assert [column_of(t) for t in ("If relevant, name(s) of ward(s)", "If yes, names of wards affected", "Council District(s)", "Name of company")] == ["wards_affected"] * 3 + [None]


def test_the_name_of_a_form_and_the_line_of_a_label_are_no_titles() -> None:
    [report] = [r for r in mined([(200, "CITY COUNCIL AGENDA ITEM BRIEFING SHEET", "b"), "Originating Department:\tHarbor", "Presented By:\tCy Dean", "", (57, "BACKGROUND:", "b"), "Words."]) if isinstance(r, Report)]
    assert (report.title, report.originating_service) == (None, "Harbor")
    [alone] = split(typeset([(400, "Division(s): N/A", "b"), (200, "CABINET – 18 OCTOBER 2022", "b"), (200, "QUAY REPAIRS", "b"), "Report by Director of Works", "", (57, "RECOMMENDATION", "b"), "Note it.", "",
                             (57, "Background", "b"), "Words."]))
    [report] = [r for r in report_records(alone, Ids("p")) if isinstance(r, Report)]
    assert report.title == "QUAY REPAIRS"


def test_a_numbered_lead_counts_the_paragraphs_of_the_report() -> None:
    assert recommended((57, "RECOMMENDATION", "b"), "", (57, "1. The Cabinet is RECOMMENDED to:", "b"), "", (87, "a) note the position;", "b"), "", (87, "b) approve the plan.", "b"), "", (57, "Executive Summary", "b"), "",
                       "2. The programme is large.", "", "Words.") == [("a", "note the position;"), ("b", "approve the plan.")]


def test_conditions_of_a_permission_are_not_recommended() -> None:
    assert recommended((57, "RECOMMENDATION", "b"), "", "That planning permission be GRANTED subject to the following conditions:", "", (78, "1. Work must begin within three years."), "", (78, "2. Bricks shall match."), "") == [
        (None, "That planning permission be GRANTED subject to the following conditions:")]
    assert recommended((57, "RECOMMENDATION", "b"), "", "Cabinet is recommended to approve:", "", (78, "1. the conditions of service; and"), "", (78, "2. the plan."), "") == [("1", "the conditions of service; and"), ("2", "the plan.")]


def test_a_resolution_that_a_report_proposes() -> None:
    assert recommended((57, "RECOMMENDATION/RESOLUTION", "b"), "", "It is recommended that the following resolution be adopted at the meeting of Monday, 3 June 2024.", "",
                       "BE IT RESOLVED THAT Council receive Report 24-12.", "") == [(None, "Council receive Report 24-12.")]


def test_recommendations_of_a_named_member() -> None:
    assert recommended((57, "RECOMMENDATIONS OF COUNCILLOR BROOK", "b"), "", (57, "(1) That the plan be adopted.", "b"), "", (57, "(2) That the budget be updated.", "b"), "", (57, "1.0 Introduction", "b"), "Words.") == [
        ("1", "That the plan be adopted."), ("2", "That the budget be updated.")]
    assert recommended("The recommendations of Councillor Brook were heard in March.", "Words.") == []


def test_a_lead_above_deeper_numbers_is_no_recommendation() -> None:
    assert recommended((57, "1. Recommendations", "b"), "", "1.1 It is recommended that Committee:", "", (90, "1.1.1 notes the results; and"), "", (90, "1.1.2 approves the plan."), "", (57, "2. Background", "b"), "Words.") == [
        ("1.1.1", "notes the results; and"), ("1.1.2", "approves the plan.")]


def test_one_known_label_beside_forms_of_its_own() -> None:
    [report] = [r for r in mined([(200, "Harbour Panel", "b"), (200, "Quay repairs", "b"), "", "Executive/routine\tExecutive", "Wards\tQuay", "", (57, "1. Recommendations", "b"), "Note it."]) if isinstance(r, Report)]
    assert (report.title, report.wards_affected) == ("Quay repairs", "Quay")


def test_whoever_is_accountable_beside_the_author() -> None:
    report = header("Subject:\tQuay repairs", "Accountable member:\tCllr Ada Brook, Cabinet Member for Quays Email: ada@cove.example", "Accountable officer:\tCy Dean, Director of Works", "Report author:\tJo Vane, Engineer", "",
                    (57, "1. Background", "b"), "Words.")
    assert (report.cabinet_member, report.accountable_director, report.accountable_employee) == ("Cllr Ada Brook, Cabinet Member for Quays", "Cy Dean, Director of Works", "Jo Vane, Engineer")


def test_a_value_below_its_label_that_begins_like_one() -> None:
    report = header((57, "Name of Cabinet Member:", "b"), "Cabinet Member for Quays - Councillor A Brook", "", (57, "Director approving submission of the report:", "b"), "Director of Works", "", (57, "Title: Quay repairs", "b"), "",
                    (57, "Executive Summary:", "b"), "Words.")
    assert (report.cabinet_member, report.accountable_director) == ("Cabinet Member for Quays - Councillor A Brook", "Director of Works")


def test_the_post_that_goes_on_from_report_by_is_no_title() -> None:
    long = "Report by Councillor Ada Brook, Depute Leader of the Council and City Convener for Sustainable"
    [alone] = split(typeset([(57, long, "b"), (57, "Financial Inclusion", "b"), "", (57, "BUDGET MONITORING", "b"), "", (57, "Purpose of Report:", "b"), "Words.", "", (57, "Recommendations:", "b"), "Note it.", "", (57, "1. BACKGROUND", "b"), "Words."]))
    [report] = [r for r in report_records(alone, Ids("p")) if isinstance(r, Report)]
    assert report.title == "BUDGET MONITORING"


def test_labels_below_the_first_section_and_at_the_end() -> None:
    report = header((57, "Quay repairs", "b"), "", "Report of:\tDirector of Works", "Wards affected:\tAll", "", (57, "Executive summary:", "b"), "Words of the summary.", "", (57, "Contact officer: Cy Dean, Harbour Manager", "b"), "",
                    (57, "Recommendations:", "b"), "Note it.")
    assert report.wards_affected == "All"
    [alone] = split(typeset([(57, "Quay repairs", "b"), "Report of the Director of Works", "", (57, "1) Recommendation", "b"), "That the report be noted.", "", (57, "2) Background", "b"), "Words.", "", (57, "Ada Brook", "b"), "Director of Works", "",
                             "CABINET MEMBER FOR QUAYS: Cllr Ben Clay"]))
    [report] = [r for r in report_records(alone, Ids("p")) if isinstance(r, Report)]
    assert (report.title, report.cabinet_member) == ("Quay repairs", "Cllr Ben Clay")


@pytest.mark.parametrize(("below", "officer"), [("Risk Management", "Ada Brook, Harbour Manager"), ("Financial implications", "Ada Brook, Harbour Manager"), ("Background papers", None), ("Appendices", None)])
def test_a_contact_below_the_recommendations_is_the_reports_where_it_goes_on(below: str, officer: str | None) -> None:
    [alone] = split(typeset([(57, "REPORT TO: Harbour Committee", "b"), (57, "SUBJECT: Harbour dues", "b"), "", (57, "1. Recommendation", "b"), "That the dues be set at £14.", "", (57, "2. Purpose", "b"), "To set the dues.", "",
                             (57, "Contact officers", "b"), "Ada Brook, Harbour Manager", "", (57, below, "b"), "Words."], ["The dues were last set in 2019."], ["Words."], ["Words."]))
    [report] = [r for r in report_records(alone, Ids("p")) if isinstance(r, Report)]
    assert report.accountable_employee == officer


def test_the_report_of_a_month_is_called_by_its_own_name() -> None:
    [alone] = split(typeset([(180, "Chief Executive’s Report", "b"), "", "", (220, "April 2019", "b"), "", "", (57, "Housing", "b"), "Words of the housing section."]))
    [report] = [r for r in report_records(alone, Ids("p")) if isinstance(r, Report)]
    assert report.title == "Chief Executive’s Report"


def test_the_next_label_ends_a_value_though_it_means_nothing_here() -> None:
    report = header("Subject:\tQuay repairs", "Report author:\tCy Dean", "Cabinet Portfolio and\tCllr Ada Brook, Cabinet Member for Quays", "Cabinet Member:\tand Slipways", "", (57, "Background", "b"), "Words.")
    assert report.cabinet_member == "Cllr Ada Brook, Cabinet Member for Quays and Slipways"
    report = header("Report to:\tHarbour Panel", "Title:\tQuay repairs", "Purpose of the report:\tTo consider them", "Cabinet Member:\tCllr Ada Brook", "", (57, "Background", "b"), "Words.")
    assert (report.title, report.cabinet_member) == ("Quay repairs", "Cllr Ada Brook")


def test_who_signs_or_a_label_with_its_words_ends_the_recommendations() -> None:
    assert recommended((57, "RECOMMENDATION(S)", "b"), "", "1. That the contract be let.", "", "Approved by Councillor A Clay, Portfolio Holder for Quays") == [("1", "That the contract be let.")]
    assert recommended((57, "Recommendations:", "b"), "That the report be noted.", "", "Reasons: To comply with the Code of Practice.") == [(None, "That the report be noted.")]
    assert recommended((57, "Recommendations:", "b"), "That the report be noted.", "", "Department Head: ______________") == [(None, "That the report be noted.")]


def test_titles_that_end_in_report_or_begin_with_actions() -> None:
    [alone] = split(typeset([(200, "COVE COUNCIL", "b"), (200, "CABINET - 5 AUGUST 2020", "b"), (150, "REPORT OF THE CORPORATE DIRECTOR", "b"), (200, "ACTIONS STATUS REPORT", "b"), "", (57, "1 Executive Summary", "b"), "Words.", "",
                             (57, "2 Recommendations", "b"), "2.1 That it be noted.", "", (57, "3 Explanation", "b"), "Words."]))
    [report] = [r for r in report_records(alone, Ids("p")) if isinstance(r, Report)]
    assert report.title == "ACTIONS STATUS REPORT"


def test_a_council_by_its_initials_is_no_title() -> None:
    [alone] = split(typeset([(200, "Cove MBC", "b"), "Wards Affected\tAll", "", (180, "Empty Homes Strategy", "b"), (180, "Report of the Director of Homes", "b"), "", (57, "1. Purpose of Report", "b"), "Words.", "", (57, "2. Recommendation", "b"), "2.1 That it be noted."]))
    [report] = [r for r in report_records(alone, Ids("p")) if isinstance(r, Report)]
    assert report.title == "Empty Homes Strategy"


def test_a_heading_of_recommendations_with_nothing_below_takes_no_words_of_the_next_section() -> None:
    assert recommended((57, "Recommendations", "b"), "", (57, "How we deliver our priorities", "b"), "", "The service has met its targets for the year.", "", "Demand rose by a tenth.") == []
    assert recommended((57, "Recommendations", "b"), "", (57, "That the quay be repaired", "b"), "", "The service has met its targets.")[0] == (None, "That the quay be repaired")


def test_a_table_below_a_recommendation_is_none(tmp_path: Path) -> None:
    """Set with rules: cells divided by lines are a table's, not paragraphs."""
    def asked(words: str, *rows: str) -> list[str]:
        text = "\n".join(["#council Cove", "D report|", "H|Report to Cabinet", "H|RECOMMENDATION", f"P|{words}", *(f"G150,150,150|{row}" for row in rows), "H|BACKGROUND", "X2|"])
        (tmp_path / "form.txt").write_text(text, encoding="utf-8")
        pack = read(packstyle(tmp_path / "form.txt", tmp_path))
        return [r.text for r in report_records(Paper("report", pack.pages, document_id="d"), Ids("p")) if isinstance(r, Recommendation)]

    assert asked("I move to approve payroll of $1,204 as detailed below.", "Payroll Period ~ Payment Date ~ Amount Paid", "6/11/06-6/24/06 ~ 6/30/2006 ~ $404") == ["I move to approve payroll of $1,204 as detailed below."]
    assert asked("It is recommended that Cabinet:", "1. ~ Approves the payroll of June. ~ Treasurer", "2. ~ Notes the payroll of July. ~ Clerk") != []


def test_a_numbered_sentence_that_recommends_without_a_heading() -> None:
    assert recommended((57, "8. CONCLUSION", "b"), "", "8.1 The work was routine.", "", "8.2 It is recommended that the Council notes this report.") == [("8.2", "It is recommended that the Council notes this report.")]
    assert recommended((57, "8. CONCLUSION", "b"), "", "8.1 The work was routine.", "", "8.2 The auditor wrote that it is recommended that books be kept.") == []


def test_a_number_above_the_council_is_no_title() -> None:
    pack = typeset([(480, "14/550", "b"), (180, "COVE COUNCIL", "b"), (220, "17 December 2014", "b"), (140, "ANNUAL REPORT OF THE HARBOUR", "b"), (180, "Report by Chief Officer", "b"), "", (57, "1. BACKGROUND", "b"), "The year was calm.", "", (57, "2. RECOMMENDATION", "b"), "That it be noted."])
    found = report_records(split(pack)[0], Ids("p"))
    assert [r.title for r in found if isinstance(r, Report)] == ["ANNUAL REPORT OF THE HARBOUR"]


@pytest.mark.parametrize(("value", "cut"), [
    ("Chris Moor Report Author: Cy Dean", ("Chris Moor", "Report Author", "Cy Dean")),
    ("Cllr A Day – Finance; Director: Jo Dale", ("Cllr A Day – Finance", "Director", "Jo Dale")),
    ("Jo Dale, who said: nothing", None),
    ("Review of the Author: a play", None)])
def test_a_value_that_goes_on_with_another_label(value: str, cut: tuple[str, str, str] | None) -> None:
    found = _next_label(value)
    assert (None if found is None else (value[:found[0]].rstrip(" ;"), value[found[0]:found[1]], value[found[2]:])) == cut


def test_the_numbers_of_a_report_that_go_on_below_a_recommendation_recommend_nothing() -> None:
    assert recommended("3.1  Tanks were looked at.", "", "3.2  It is recommended that tanks be cleaned yearly.", "", "3.3  The boilers were fitted in 2009.", "",
                       "3.4  Costs will rise by 4% next year.") in ([], [("3.2", "It is recommended that tanks be cleaned yearly.")])


@pytest.mark.parametrize(("labels", "title"), [
    (["Item:\tApproval of the lease of the wall"], "Approval of the lease of the wall"),
    (["Item:\tPublic hearing", "Subject:\tApproval of the lease"], "Approval of the lease"),
    (["Item:\t5", "Subject:\tApproval of the lease"], "Approval of the lease")])
def test_a_report_named_behind_item(labels: list[str], title: str) -> None:
    records = mined([(57, "COVE STAFF REPORT", "b"), "", "Date:\tMay 3, 2023", "To:\tCity Council", *labels, "Prepared by:\tCy Dean", "", (57, "BACKGROUND", "b"), "Words of it."])
    assert [r.title for r in records if isinstance(r, Report)] == [title]
