"""Officers' reports whose header has no known form, known by the sum of what they print; and papers that only ask or only look like a form."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine import mine
from papermine.records import Recommendation
from papermine.segment import split

PROSE: list[Row] = ["The service was last reviewed in 2021, and demand has grown since then.", "Residents asked for more notice of changes."]


def kinds(*pages: list[Row]) -> list[str]:
    return [p.kind for p in split(typeset(*pages))]


@pytest.mark.parametrize("rows", [
    [(200, "CITY COUNCIL AGENDA BILL", "b"), "", "Dept. Origin: Administration\tBill No.: AB 14-022", "Prepared By: Jo Vane\tDate Prepared: February 20, 2014", "Expenditure Required: $0", "", "SUMMARY STATEMENT: The agreement renews that of 2009.",
     "RECOMMENDATION / CONDITIONS: Motion to sign the agreement."],
    [(200, "QUAYS BOARD", "b"), (200, "14 May 2018", "b"), "", (57, "MOORING STRATEGY", "b"), "Purpose: To present the strategy.", (57, "Recommendations / key decisions required:", "b"), "To approve the strategy.", "Reasons: The Harbours Act 1998.",
     "Name of Head of Service: Jo Vane", "Report Author: Ann Orde"],
    [(200, "Cove Fire Authority", "b"), (200, "24 June 2024", "b"), "", (57, "Composition of the Authority", "b"), "Contact for further information: Jo Vane", (57, "Executive Summary", "b"), "The paper sets out who sits.", (57, "Recommendation", "b"), "To note the report.", (57, "Background", "b"), *PROSE],
])
def test_a_report_by_what_it_prints(rows: list[Row]) -> None:
    assert kinds(rows, PROSE) == ["report"]


@pytest.mark.parametrize("rows", [
    # a form that recommends nothing, advice in a leaflet, an agenda whose items recommend
    [(200, "ORDER FORM", "b"), "", "Name: Jo Vane", "Street: 4 Quay Lane", "Telephone: 01632 960001", "Account No.: 77", *PROSE],
    [(200, "Caring for trees", "b"), "", *PROSE, (57, "Recommendation", "b"), "Water them.", *PROSE],
    [(200, "CITY COUNCIL", "b"), (200, "May 14, 2018", "b"), "", "1. Bridge", "Recommended Action: Approve", "2. Quay", "Recommended Action: Approve", "3. Pier", "Recommended Action: Approve"],
    # minutes of a committee that recommends
    [(200, "Quays Committee: Report of Meeting", "b"), (200, "14 May 2018", "b"), "", "Present: Jo Vane, Ann Orde", "", "Ann Orde moved, seconded by Jo Vane, that the quay be mended. Carried.", (57, "Recommendation", "b"), "That Council approve the plan.", "The meeting was adjourned at 8 p.m."],
])
def test_what_asks_nothing_or_asks_for_more_is_no_report(rows: list[Row]) -> None:
    assert "report" not in kinds(rows, PROSE)


def test_a_title_in_capitals_that_begins_with_proposed_moves_nothing() -> None:
    assert kinds([(200, "COMHAIRLE CONTAE", "b"), (200, "HEATH COUNTY COUNCIL", "b"), (200, "MEETING OF MILL AREA COMMITTEE", "b"), (200, "Monday, January 25, 2010", "b"), (200, "HEADED ITEM NO. 7", "b"), "",
                  (120, "PROPOSED DISPOSAL OF LAND AT REAR OF 14 MILL VIEW", "b"), "", (57, "REPORT:", "b"), *PROSE, "", (57, "RECOMMENDATION:", "b"), "It is recommended that the land be disposed of."]) == ["report"]


def test_a_report_about_the_work_programme_is_a_report_and_the_programme_is_none() -> None:
    head: list[Row] = [(57, "HEATH POLICE PANEL", "b"), (57, "12 SEPTEMBER 2016", "b"), "", (57, "WORK PROGRAMME", "b"), ""]
    assert kinds([*head, (57, "Purpose of the Report", "b"), "1.   To give Members an opportunity to consider the programme.", (57, "Information and Advice", "b"), "2.   It will be reviewed.",
                  (57, "Reasons for Recommendation/s", "b"), "3.   To develop it further.", (57, "RECOMMENDATION/S", "b"), "1)   That the work programme be noted."]) == ["report"]
    assert kinds([*head, "Item\tPurpose of the report", "Budget\tTo approve the budget", "Recommendations tracker\tTo note progress", "Roads\tTo consider the plan"]) == ["work_programme"]


def test_a_sentence_that_asks_the_meeting_is_what_a_report_without_a_heading_for_it_recommends() -> None:
    head: list[Row] = [(200, "HEATH COUNTY COUNCIL", "b"), (200, "Roads Committee - 20 May 2019", "b"), "", (57, "Resurfacing of Mill Road", "b"), "Report of the Director of Roads", "", (57, "Introduction", "b"), *PROSE, (57, "Proposal", "b"), *PROSE, ""]

    def asked(*rows: Row) -> list[str]:
        return [r.text for r in mine(typeset([*head, *rows])).records if isinstance(r, Recommendation)]
    assert asked("The Committee is invited to approve the proposal.") == ["The Committee is invited to approve the proposal."]
    assert asked("Members are asked to bring their diaries.") == []
    assert asked("Residents said that the Committee is asked to note too much.") == []


def test_a_lettered_heading_with_a_dash_opens_recommendations() -> None:
    rows: list[Row] = [(57, "ISLE OF HEATH COUNTY COUNCIL", "b"), "Report to:\tExecutive Committee", "Date:\t20 May 2019", "Subject:\tLeisure Centres", "Portfolio Holder(s):\tCouncillor Jo Vane", "Head of Service:\tAnn Orde", "",
                       (57, "A – Recommendation/s and reason/s", "b"), "1. To approve the plan.", "2. To note the costs.", (57, "B – What other options did you consider", "b"), "None."]
    assert [r.text for r in mine(typeset(rows)).records if isinstance(r, Recommendation)] == ["To approve the plan.", "To note the costs."]
