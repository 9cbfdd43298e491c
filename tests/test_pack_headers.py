"""Forms of packs met on new bodies: calls to meet, minutes with their day first, items named in a form, headers above tables, labels between recommendations and implications."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.document import Line, in_place
from papermine.extract.reports import report_records
from papermine.provenance import Ids
from papermine.records import Report
from papermine.segment import split
from papermine.segment.titles import MINUTES, PROGRAMME
from printed import words_of
from test_agenda import items
from test_pack_forms import reports
from test_reports import recommended


def told(*rows: Row) -> Report:
    [paper] = split(typeset(list(rows)))
    [report] = [r for r in report_records(paper, Ids("p")) if isinstance(r, Report)]
    return report


_CALL: list[Row] = [(200, "KINNAIRD CITY COUNCIL", "b"), "", "To: Councillor Vane, Convener; and Councillors Orde, Fenn, Lusk and Tull.", "", (400, "7 February 2024"), "",
                    (150, "FINANCE AND RESOURCES COMMITTEE", "b"), ""]
_PARTS: list[Row] = ["", (270, "BUSINESS", "b"), "", (57, "URGENT BUSINESS", "b"), "", "1.1.  There are no items of urgent business", "", (57, "EXEMPT BUSINESS", "b"), "",
                     "2.1.  No exempt business is proposed", "", (57, "MINUTE", "b"), "", "3.1.  Minute of 20 September 2023"]


def test_members_requested_to_meet_over_parts_that_count_up() -> None:
    [agenda] = split(typeset([*_CALL, "The Members of the Committee are requested to meet in the Town House on", "THURSDAY, 15 FEBRUARY 2024 at 10.00am.", *_PARTS[3:]]))
    assert agenda.kind == "agenda"
    [other] = split(typeset([*_CALL, "The Members of the Committee asked last year who should meet the costs of", "the Town House at its next review.", *_PARTS[3:]]))
    assert other.kind != "agenda"


def test_minutes_told_behind_their_place_and_day() -> None:
    assert MINUTES.match("KINNAIRD, 20 September 2023. Minute of Meeting of the FINANCE AND")
    assert MINUTES.match("REGULAR MEETING PROCEEDINGS")
    assert not MINUTES.match("KINNAIRD, 20 September 2023. The minute of the meeting was lost")
    assert not MINUTES.match("Publication of meeting proceedings is a duty")


def test_a_planner_of_business() -> None:
    assert PROGRAMME.match("FINANCE COMMITTEE BUSINESS PLANNER")
    assert not PROGRAMME.match("The business planner works in the economy team")


_FORM: list[Row] = [(240, "EXECUTIVE SUMMARY", "b"), "", "City Council Regular Meeting: April 2, 2019", "", "AGENDA ITEM: {}", "PREPARED BY: Noel Tarn, Senior Planner", "ATTACHMENTS: Quotes", "",
                    (57, "BACKGROUND", "b"), "The plat was filed in March and has been reviewed by staff.", "", (57, "RECOMMENDATION", "b"), "Staff recommends that the Council approve the plat."]


def _named(item: str) -> list[Row]:
    return [(row[0], row[1].format(item), *row[2:]) if isinstance(row, tuple) else row.format(item) for row in _FORM]  # type: ignore[misc]


def test_an_agenda_item_that_is_named_is_the_title() -> None:
    assert reports(*_named("Preliminary Plat of Mapleton Crossing")).title == "Preliminary Plat of Mapleton Crossing"
    assert reports(*_named("6.c")).title != "6.c"
    assert reports(*_named("Consent Agenda")).title != "Consent Agenda"
    assert reports("AGENDA ITEM: Public Works Matters", "SUBJECT: Sale of a Grader", "PREPARED BY: Ann Lee").title == "Sale of a Grader"  # a title of its own goes before


def test_key_decision_below_a_title_is_no_part_of_it() -> None:
    head: list[Row] = [(57, "Cabinet", "b"), "", (57, "12 July 2023", "b"), "", (57, "Medium Term Financial Plan", "b"), (57, "Key Decision No. CORP/R/2023/01", "b"), "",
                       (57, "Electoral division(s) affected:", "b"), "Countywide", "", (57, "Purpose of the Report", "b"), "To set out the plan."]
    assert told(*head).title == "Medium Term Financial Plan"
    assert told(*[(57, "Key Decision Making in Schools", "b") if "Key" in str(row) else row for row in head]).title == "Medium Term Financial Plan Key Decision Making in Schools"


def _contact(*below: Row) -> str | None:
    rows: list[Row] = [(57, "Road Danger Reduction", "b"), "", (57, "PURPOSE OF REPORT", "b"), "To tell of the plan.", "", (57, "RECOMMENDATIONS:", "b"), "That the plan be noted.", "",
                       (57, "CONTACT OFFICERS:", "b"), "Nora Hale\tHead of Strategic Planning", "", *below]
    return told(*rows).accountable_employee


def test_whom_to_ask_between_recommendations_and_implications() -> None:
    assert _contact((57, "Equalities Implications", "b"), "None arising from this report.") == "Nora Hale"
    assert _contact((57, "Background papers", "b"), "None.") is None  # it ends the report


def test_nothing_is_asked_for() -> None:
    assert recommended((57, "RECOMMENDATION", "b"), "No action requested, information only.") == []
    assert recommended((57, "RECOMMENDATION", "b"), "None, informational item only.") == []
    assert recommended((57, "RECOMMENDATION", "b"), "There are no recommendations arising from this report.") == recommended((57, "RECOMMENDATION", "b"), "To follow") == []
    assert [text for _, text in recommended((57, "RECOMMENDATION", "b"), "1.  That the barn be sold.", "Note: The Committee rejected this in March.")] == ["That the barn be sold."]
    assert [text for _, text in recommended((57, "RECOMMENDATION", "b"), "1.  That the barn be sold.", "2.  Note the report.")] == ["That the barn be sold.", "Note the report."]
    assert recommended((57, "RECOMMENDATION", "b"), "To follow the advice of the auditor.") == [(None, "To follow the advice of the auditor.")]
    assert [text for _, text in recommended((57, "RECOMMENDATION", "b"), "None of the options be adopted this year.")] == ["None of the options be adopted this year."]


def test_a_title_ends_with_its_colon_where_its_line_was_broken_early() -> None:
    found = items([(250, "AGENDA", "b"), "", "1.  Apologies", "", "2.  Public Bodies (Admission to Meetings) Act 1960:", (74, "To resolve that the public leave the meeting because of the confidential nature of it."), "",
                   "3.  Close"])
    assert [i.title for i in found] == ["Apologies", "Public Bodies (Admission to Meetings) Act 1960", "Close"]
    found = items([(250, "AGENDA", "b"), "", "1.  Apologies", "", "2.  Application of the Northmoor Harbour and Quays Company Limited under reference 17:", (74, "Land at Quay Street and Harbour Road"), "", "3.  Close"])
    assert found[1].title.endswith("Harbour Road")


def test_a_label_repeated_above_a_table_stays_in_its_header() -> None:
    """"Reporting Officer" on every report is no running head, also where all below it stands in a table."""
    subject, officer, first, second = (Line(1, words_of(text, 57, top)) for text, top in (("Subject Grants", 60), ("Reporting Officer Jo Dale", 80), ("1 Purpose", 110), ("2 Background", 130)))
    first.table = second.table = 0
    assert in_place([officer], [subject, first, second]) == [subject, officer, first, second]
    beside = Line(1, words_of("Draft", 400, 120))
    assert in_place([beside], [subject, first, second]) == [subject, first, second, beside]  # not into a table


def test_labels_beside_each_other_without_rules() -> None:
    """Each has its own value, also where it goes on below; a second value is no label."""
    head: list[Row] = [(57, "Quay repairs", "b"), "", (20, "Portfolio Holder:\tCllr Ada Brook,\tReport author:\tCy Dean"), (190, "Harbours"), (20, "Directorate:\tPlace\tWards affected:\tAll"), "",
                       (57, "1. Purpose", "b"), "Words."]
    report = told(*head)
    assert (report.title, report.cabinet_member, report.accountable_employee, report.originating_service, report.wards_affected) == (
        "Quay repairs", "Cllr Ada Brook, Harbours", "Cy Dean", "Place", "All")
    report = told("Subject:\tQuay repairs", "Portfolio Holder:\tCllr Ada Brook\tCabinet", "Report author:\tCy Dean", "", (57, "1. Purpose", "b"), "Words.")
    assert report.cabinet_member == "Cllr Ada Brook Cabinet"


def test_a_stack_of_labels_over_their_values_whatever_its_leading() -> None:
    head: list[Row] = [(57, "Quay repairs", "b"), ""]
    for label, value in (("Key decision", "No"), ("Director", "Jo Dale, Director of Works"), ("Wards affected", "All"), ("Report author", "Cy Dean")):
        head += [(57, label, "b"), "", value, ""]
    report = told(*head, (57, "Purpose", "b"), "", "Words.")
    assert (report.title, report.accountable_director, report.wards_affected, report.accountable_employee) == ("Quay repairs", "Jo Dale, Director of Works", "All", "Cy Dean")
    report = told("Subject:\tQuay repairs", "Report author:\tCy Dean", "", (57, "Wards", "b"), "", "There are nine in the town.", "", (57, "Purpose", "b"), "Words.")
    assert report.wards_affected is None  # a heading over the report's words


def test_labels_without_meaning_do_not_take_the_next_label() -> None:
    report = told("SUBJECT\tQuay repairs", "AGENDA ITEM\t4", "DEPARTMENT\tHarbours", "PREPARED BY\tCy Dean", "", (57, "1. Purpose", "b"), "Words.")
    assert (report.originating_service, report.accountable_employee) == ("Harbours", "Cy Dean")


def test_a_label_that_goes_on_below_itself() -> None:
    report = told("Subject\tQuay repairs", "Cabinet member with\tCllr Ada Brook", "lead responsibility", "Report author\tCy Dean", "", (57, "1. Purpose", "b"), "Words.")
    assert (report.cabinet_member, report.accountable_employee) == ("Cllr Ada Brook", "Cy Dean")


def test_a_post_with_a_dash_is_no_label() -> None:
    report = told("Subject:\tQuay repairs", "Report author:\tCy Dean", (227, "Corporate Director - Resources"), "", (57, "1. Purpose", "b"), "Words.")
    assert (report.accountable_employee, report.accountable_director) == ("Cy Dean", None)
    assert told("Subject:\tQuay repairs", "Report author:\tCy Dean", "Corporate Director – Jo Dale", "", (57, "1. Purpose", "b"), "Words.").accountable_director == "Jo Dale"


@pytest.mark.parametrize(("held", "name"), [("N/A", None), ("To be confirmed", None), ("Vacant", None), ("Cllr Ann Vane", "Cllr Ann Vane"), ("Nona Vane", "Nona Vane")])
def test_a_label_that_leaves_open_who_it_is_names_nobody(held: str, name: str | None) -> None:
    report = told((57, "Heath Borough Council", "b"), (57, "Cabinet", "b"), "", "Date:\t4 May 2021", "Report title:\tDisposal of the barn", f"Cabinet Member:\t{held}", f"Report author:\t{held}", "", (57, "Recommendations", "b"), "1.  That the barn be sold.")
    assert report.cabinet_member == name
    assert (report.accountable_employee is None) == (name is None)
