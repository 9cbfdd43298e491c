"""Officers' reports whose header has no known form, known by the sum of what they print; and papers that only ask or only look like a form."""

from __future__ import annotations

import pytest

from paper import Row, typeset
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
