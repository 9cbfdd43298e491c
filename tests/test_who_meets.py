"""Who meets, and when, where no known form says so: the place of a name in a title, cells of a line, what the text speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from paper import Row
from papermine.language.bodies import clean_body, council_in
from test_meetings import met

ROLL: list[Row] = ["PRESENT: Ada Brook (Chair), Cy Dean", "", "Moved by Ada Brook, seconded by Cy Dean, that the quay be mended. Carried.", "", "The meeting closed at 9.15 pm"]


def bold(text: str) -> Row:
    return (150, text, "b")


def body_and_day(*rows: Row) -> tuple[str | None, dt.date | None]:
    [meeting], _ = met([*rows, "", *ROLL])
    return meeting.body, meeting.meeting_date


@pytest.mark.parametrize(("title", "body"), [
    ("Minutes of the meeting of the Quay and Recreation Ground Trustee held on 3 May 2023", "Quay and Recreation Ground Trustee"),
    ("Minutes of a Meeting of the Full Governing Body of Cove School held on 3 May 2023", "Full Governing Body of Cove School"),
    ("Heath Parks and Recreation Minutes, 3 May 2023", "Heath Parks and Recreation"),
    ("Regular Council Meeting Minutes, 3 May 2023", "Council"),
    ("Minutes of the Monthly Board Meeting, 3 May 2023", "Board"),
    ("Minutes of the Eighty Fourth Special Meeting, 3 May 2023", None),  # only which meeting it was
    ("Annual General Meeting, 3 May 2023", None),
    ("Minutes of the Meeting in the Cove Rooms, 3 May 2023", None)])
def test_a_title_names_who_meets_by_the_place_of_the_name(title: str, body: str | None) -> None:
    assert body_and_day((57, title, "b")) == (body, dt.date(2023, 5, 3))


def test_a_cell_of_a_title_line_names_who_meets() -> None:
    assert body_and_day((57, "COVE TOWN OFFICES\t\tTOWN BOARD PROCEEDINGS"), (57, "3 Quay Road\t\tMay 3, 2023")) == ("TOWN BOARD", dt.date(2023, 5, 3))
    assert body_and_day(bold("CFD 3 MINUTES"), (57, "BOARD OF COMMISSIONERS\t\tDISTRICT OFFICERS"), (57, "REGULAR MEETING May 3, 2023\t\t4 Quay Road")) == ("BOARD OF COMMISSIONERS", dt.date(2023, 5, 3))


def test_the_text_speaks_of_who_meets_where_the_title_does_not() -> None:
    told: list[Row] = ["The Board considered the mower.", "", "The Board agreed that it be sold.", "", "It was agreed that the Board meet again."]
    assert body_and_day(bold("GENERAL MEETING"), bold("3 May 2023"), "", *told)[0] == "Board"
    two: list[Row] = [f"Ada Brook told how in {year} the Board and the Council had mended the quay of the old mill." for year in ("spring", "summer", "autumn")]
    assert body_and_day(bold("GENERAL MEETING"), bold("3 May 2023"), "", *two)[0] is None
    assert body_and_day(bold("SELECTMEN’S MEETING"), bold("MAY 3, 2023"), "", "The Board of Selectmen heard Jo Vane.")[0] == "Board of Selectmen"


def test_a_council_alone_above_the_title_meets() -> None:
    assert body_and_day(bold("Heath Parish Council, Moor Hall, 7.30 pm, 3 May 2023"))[0] == "Heath Parish Council"


@pytest.mark.parametrize("later", ["The hearing was moved to July 24, 2023 at 8.30 pm.", "Upon motion, the minutes of the Board meeting held on April 5, 2023 were approved.", "Review minutes of 4/5/2023 meeting:"])
def test_a_title_of_a_day_alone_outweighs_the_days_that_are_spoken_of(later: str) -> None:
    assert body_and_day(bold("Zoning Board Meeting"), bold("MAY 3, 2023"), "", "The Chair called the meeting to order at 7:06 PM.", "", later) == ("Zoning Board", dt.date(2023, 5, 3))


def test_the_day_of_a_letter_that_calls_to_a_meeting_is_not_the_meetings() -> None:
    [meeting], _ = met([(400, "27 February 2023"), "", bold("Notice of Meeting"), "", "You are invited to attend the Monthly Council Meeting to be held on Monday, 6 March 2023",
                        "at 6.00 pm in the Moot Hall.", "", bold("Agenda"), "", "1.  Apologies", "", "2.  Minutes", "", "3.  Quay repairs"])
    assert (meeting.body, meeting.meeting_date) == ("Council", dt.date(2023, 3, 6))


def test_names_of_bodies_without_what_stands_round_them() -> None:
    assert clean_body("Cove Public Library – Board of Trustees") == "Board of Trustees"
    assert clean_body("COVE AND CITY OF HEATH FIRE AUTHORITY - POLICY COMMITTEE") == "POLICY COMMITTEE"
    assert clean_body("ADOPTED COUNCIL MINUTES") == "COUNCIL"
    assert clean_body("Special Review Board") == "Review Board"
    assert [clean_body(text) for text in ("Jo Vane, District 1", "No Executive Session", "IN THE COUNCIL", "Upon motion by Jo Vane, the Board")] == [None] * 4
    assert council_in("SUMMER VILLAGE OF SILVER MOOR") == "SUMMER VILLAGE OF SILVER MOOR"


@pytest.mark.parametrize(("to", "body"), [
    ("To:\tHonorable Mayor and Members of the City Council", "City Council"),
    ("To:\tJo Vane, Harbour Master", "City of Heath")])
def test_a_report_under_the_municipality_is_for_the_body_it_addresses(to: str, body: str) -> None:
    [meeting], _ = met([bold("STAFF REPORT"), bold("City of Heath"), "", "Agenda Date: 11/7/2023", to, "From:\tAda Brook, City Manager", "Subject:\tQuay repairs", "", "RECOMMENDATION:", "Staff recommends that the quay be mended."])
    assert (meeting.body, meeting.meeting_date) == (body, dt.date(2023, 11, 7))


def test_the_day_of_a_memorandum_is_no_meeting_of_the_town() -> None:
    rows: list[Row] = [bold("CITY OF HEATH"), bold("MEMORANDUM"), "", "To:\tJo Vane, City Manager", "From:\tAda Brook, Member", "Date:\tAugust 21, 2023", "Subject:\tQuay repairs", "", "RECOMMENDATION:", "That the quay be mended."]
    assert met(rows)[0] == []
    rows[5] = "Meeting Date:\tAugust 21, 2023"
    assert [m.body for m in met(rows)[0]] == ["CITY OF HEATH"]


def test_a_day_on_which_a_report_was_listed_is_not_its_meetings() -> None:
    [meeting], _ = met([bold("CABINET"), bold("Quay repairs"), bold("9 October 2023"), "", bold("Report of Head of Quays"), "", "PURPOSE OF REPORT", "To seek views on the quay.", "", "Date Included in Forward Plan\t10 September 2023", "", "RECOMMENDATIONS", "(1) That the quay be mended."])
    assert (meeting.body, meeting.meeting_date) == ("CABINET", dt.date(2023, 10, 9))


def test_a_town_meeting_spoken_of_is_not_who_meets() -> None:
    assert body_and_day((57, "Board of Selectmen", "b"), (57, "May 3, 2023", "b"), "", "The Committee will make their recommendation on town meeting floor.")[0] == "Board of Selectmen"
