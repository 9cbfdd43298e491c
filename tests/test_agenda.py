"""A printed agenda → its items."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.document import Paper
from papermine.extract.agenda import agenda_items
from papermine.provenance import Ids
from papermine.records import AgendaItem


def items(*pages: list[Row], agenda_pages: int = 1, labels: int | None = None) -> list[AgendaItem]:
    pack = typeset(*pages, labels=labels)
    return agenda_items(Paper("agenda", pack.pages[:agenda_pages], document_id="p:document:1.1"), pack, Ids("p"))


def test_numbers_titles_sections_and_presenters() -> None:
    found = items([(57, "Agenda", "b"), "", (57, "Part 1 - items open to the press and public", "b"), "", "1   Apologies", "",
                   "2   Minutes of the previous meeting", "[To approve the minutes as a correct record]", "",
                   "3   Tram extension", "[Ada Brook, Head of Transport, to present report]", "",
                   (57, "Part 2 - exempt items", "b"), "", "4   Sale of land"])
    assert [(i.number, i.title, i.presenter, i.exempt) for i in found] == [
        ("1", "Apologies", None, False), ("2", "Minutes of the previous meeting", None, False),
        ("3", "Tram extension", "Ada Brook, Head of Transport", False), ("4", "Sale of land", None, True)]
    assert found[3].section == "Part 2 - exempt items"
    assert {i.source for i in found} == {"agenda"}
    assert found[0].item_id == "p:item:1.1"
    assert found[0].evidence[0].text == "1 Apologies"


def test_page_ranges_are_labels_that_become_positions() -> None:
    agenda: list[Row] = [(57, "A G E N D A", "b"), "", "1.  Apologies", "", "2.  Minutes of the last meeting and, if in order,",
                         (75, "to be approved (Pages 13 - 14)"), "", "3.  Budget monitoring (Page 15)", "", "4.  Elsewhere (Pages 90 - 99)"]
    body: list[Row] = ["Words of a paper"]
    found = items(agenda, body, body, body, labels=12)
    assert [(i.number, i.title, i.first_page, i.last_page) for i in found] == [
        ("1", "Apologies", None, None), ("2", "Minutes of the last meeting and, if in order, to be approved", 2, 3),
        ("3", "Budget monitoring", 4, 4), ("4", "Elsewhere", None, None)]


def test_a_wrapped_range_on_its_own_line() -> None:
    found = items([(57, "AGENDA", "b"), "", "1.  Apologies", "", "2.  A very long title of a report on the capital programme (Pages",
                   (75, "2 - 2)")], ["Words"], labels=1)
    assert found[1].title == "A very long title of a report on the capital programme"
    assert (found[1].first_page, found[1].last_page) == (2, 2)


@pytest.mark.parametrize(("printed", "numbers"), [
    (("1.", "2.", "3."), ["1", "2", "3"]),
    (("(1)", "(2)", "(3)"), ["1", "2", "3"]),
    (("1", "2", "4"), ["1", "2", "4"]),
    (("A.", "B.", "B1."), ["A", "B", "B1"]),
    (("I.", "II.", "III."), ["I", "II", "III"]),
    (("5.1", "5.2", "5.3"), ["5.1", "5.2", "5.3"]),
])
def test_ways_to_number(printed: tuple[str, ...], numbers: list[str]) -> None:
    rows: list[Row] = [(57, "AGENDA", "b"), ""]
    for mark, title in zip(printed, ("Apologies for absence", "Declarations of interest", "Street lighting"), strict=True):
        rows += [f"{mark}   {title}", ""]
    assert [i.number for i in items(rows)] == numbers


def test_numbered_notes_under_an_item_are_no_items() -> None:
    found = items([(57, "AGENDA", "b"), "", (57, "1.  ADOPT THE BUDGET", "b"), "", (80, "Recommendation:"), (80, "1.  Adopt the resolution"),
                   (80, "2.  Authorize the clerk"), "", (57, "2.  APPROVE THE MAP", "b"), "", (57, "3.  AWARD THE CONTRACT", "b")])
    assert [i.title for i in found] == ["ADOPT THE BUDGET", "APPROVE THE MAP", "AWARD THE CONTRACT"]


def test_standing_headings_without_numbers_and_headings_of_groups() -> None:
    found = items([(200, "CALL TO ORDER", "b"), (200, "Mayor Ada Brook"), "", (200, "ROLL CALL", "b"), "", (200, "CONSENT CALENDAR", "b"), "",
                   (57, "1.  APPROVE THE MINUTES", "b"), "", (57, "2.  AWARD THE CONTRACT", "b"), "", (200, "ADJOURNMENT", "b")])
    assert [(i.number, i.title, i.presenter) for i in found] == [
        (None, "CALL TO ORDER", "Mayor Ada Brook"), (None, "ROLL CALL", None), ("1", "APPROVE THE MINUTES", None),
        ("2", "AWARD THE CONTRACT", None), (None, "ADJOURNMENT", None)]


def test_business_in_closed_session_by_the_words_of_its_law() -> None:
    found = items([(57, "CALL TO ORDER", "b"), "", (57, "PUBLIC COMMENTS", "b"), "", (57, "CLOSED SESSION", "b"), "",
                   (90, "CONFERENCE WITH LEGAL COUNSEL – ANTICIPATED LITIGATION"), (90, "Significant exposure to litigation"), "",
                   (90, "CONFERENCE WITH REAL PROPERTY NEGOTIATORS"), (90, "Property: 35 Quay Circle"), (90, "Agency negotiator: City Manager"), "",
                   (90, "PUBLIC EMPLOYEE PERFORMANCE EVALUATION"), (90, "Title: City Attorney"), "", (57, "ADJOURNMENT", "b")])
    assert [i.title for i in found] == ["CALL TO ORDER", "PUBLIC COMMENTS", "CONFERENCE WITH LEGAL COUNSEL – ANTICIPATED LITIGATION",
                                        "CONFERENCE WITH REAL PROPERTY NEGOTIATORS", "PUBLIC EMPLOYEE PERFORMANCE EVALUATION", "ADJOURNMENT"]


def test_prose_with_years_and_times_is_no_agenda() -> None:
    assert items(["2020 was a good year for the panel.", "10 June is the day of the next meeting.", "All are welcome."]) == []


def test_a_report_behind_the_title_is_no_part_of_it() -> None:
    found = items([(200, "AGENDA", "b"), "", "1  Apologies", "2  Winter Plan - Report by Executive Director (Place)", "3  Report on the quay - harbour works", "4  Close"])
    assert [i.title for i in found] == ["Apologies", "Winter Plan", "Report on the quay - harbour works", "Close"]


def test_pages_on_which_papers_begin_run_to_the_next() -> None:
    agenda: list[Row] = [(200, "AGENDA", "b"), "", "1.  Apologies", "", "2.  Quay repairs (Page 2)", "", "3.  Trams (Page 4)", "", "4.  Close"]
    pages = [agenda, ["Words."], ["Words."], ["Words."], ["Words."]]
    found = {i.number: (i.first_page, i.last_page, i.basis) for i in items(*pages, labels=1) if i.first_page}
    assert found == {"2": (2, 3, "derived"), "3": (4, 5, "derived")}


def test_a_number_over_its_only_sub_item_groups_it() -> None:
    found = items([(200, "AGENDA", "b"), "", (57, "1. CALL TO ORDER", "b"), "", (57, "2. MINUTES", "b"), (57, "2.1 Council meeting of 3 May"), "", (57, "3. CLOSE", "b")])
    assert [(i.number, i.title) for i in found] == [("1", "CALL TO ORDER"), ("2.1", "Council meeting of 3 May"), ("3", "CLOSE")]


def test_a_column_of_pages_without_a_head() -> None:
    agenda: list[Row] = [(200, "AGENDA", "b"), "", "1  Opening", "2  Quay repairs\t\t2", "3  Trams\t\t3", "4  Land\t\t5", "5  Close"]
    pages = [agenda, ["Words."], ["Words."], ["Words."], ["Words."]]
    assert {i.number: (i.first_page, i.last_page) for i in items(*pages, labels=1) if i.first_page} == {"2": (2, 2), "3": (3, 4), "4": (5, 5)}


def test_a_decimal_nought_is_the_number_of_a_group() -> None:
    found = items([(200, "AGENDA", "b"), "", (57, "1.0 CALL TO ORDER", "b"), "", (57, "2.0 BUSINESS", "b"), "", (57, "2.1 Ice plant"), "", (57, "2.2 Snow policy"), "", (57, "3.0 ADJOURNMENT", "b")])
    assert [(i.number, i.title) for i in found] == [("1.0", "CALL TO ORDER"), ("2.1", "Ice plant"), ("2.2", "Snow policy"), ("3.0", "ADJOURNMENT")]


def test_what_is_said_of_the_business_behind_its_title_is_no_part_of_it() -> None:
    found = items([(57, "Agenda", "b"), "", "1.  Public questions (This time is reserved for questions of residents.)", "", "2.  Treasurer's Report - the Treasurer to report on any relevant matters.", "",
                   "3.  Quay repairs (phase 2)", "", "4.  Bins - the way to a cleaner quay"])
    assert [item.title for item in found] == ["Public questions", "Treasurer's Report", "Quay repairs (phase 2)", "Bins - the way to a cleaner quay"]
