"""Minutes that no title tells, known by what they tell; and papers that only speak of a meeting."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.document import LaidPage
from papermine.segment import evidence, split
from papermine.segment.openings import top_lines

FRONT: list[Row] = [(200, "BELL COUNTY BOARD", "b"), (250, "May 11, 2020", "b"), ""]
SAID: list[Row] = ["Mr. Pell reported that the bridge was closed. Mrs. Orde asked when it would open.", "Mr. Yew said that the State had been told. The clerk was asked to write again."]
PROSE: list[Row] = ["The service was last reviewed in 2021, and demand has grown since then.", "The Committee agreed a plan in 2019. Officers worked with partners to carry it out. Members noted that it was late."]


def told(rows: list[Row], number: int = 1) -> bool:
    page: LaidPage = typeset(*[PROSE] * (number - 1), rows).pages[number - 1]
    return evidence.told(top_lines(page, 60), page)


@pytest.mark.parametrize("rows", [
    [*FRONT, "Mr. Pell called the Board's meeting to order at 7:00 p.m.", *SAID],
    [*FRONT, "Motion by Pell second by Orde to go into closed session. Carried 3-0; Yew was not present.", "The Board recessed until 4:30 p.m."],
    [*FRONT, "1. Committee members recorded as present were: Mr. Pell and Mr. Orde.", "2. Member Orde offered a motion, seconded by Mr. Pell, that the land be sold. The motion was unanimously adopted."],
    [*FRONT, "Mr. Pell called the Board's meeting to order at 7:00 p.m.", (57, "Approval of Agenda", "b"), "Motion was made by Mr. Pell, seconded by Mr. Orde, to approve the agenda, which was unanimously approved.", *SAID],
    [(57, "The State of Texas, County of Bell."), "BE IT REMEMBERED, that on this 22nd day of July, 1929, there was begun and holden a special", "term of the Commissioners' Court of Bell County.", *SAID],
    [(150, "BELL COMMUNITY COUNCIL", "b"), (150, "Monday 19th October 2020 7 pm", "b"), "", "Sederunt: Jo Vane (Chair), Ann Orde, Di Yew", "", "Jo Vane welcomed all to the meeting. The minutes were approved."],
    [(150, "Village of Bell"), (150, "Regular Meeting No. 4, April 20, 2009 8:00 p.m."), "", "PRESENT: Mayor Pell presiding; Trustees Orde and Yew", "", *SAID],
    [(57, "COFNODION CYNGOR CYMUNED BRYNGLAS A GYNHALIWYD 18.1.21", "b"), "", "PRESENNOL", "Cyng. Eifion Puw (Cadeirydd), Ann Orde", "", "Penderfynwyd gadael y praesept ar £18,000. Cytunwyd rhoi hyn ar agenda mis Mawrth."],
    # who met is named, the day stands without its year
    [(57, "Minutes of a Meeting of the Council held at the Hall on Wednesday, 28 March", "b"), "", "The Chairman welcomed Councillors to the meeting. Apologies were received.", "Councillors agreed that the seat be mended. It was noted that the path was closed."],
])
def test_minutes_are_known_by_what_they_tell(rows: list[Row]) -> None:
    assert told(rows)
    assert [p.kind for p in split(typeset(rows, PROSE))] == ["minutes"]


@pytest.mark.parametrize("rows", [
    # an agenda: the same business, still to come
    [*FRONT, "1. Call to order", "2. Roll Call", "3. Approval of minutes of April 13, 2020", "4. Motion to go into closed session", "5. Adjournment"],
    [*FRONT, "ORDER OF PROCEEDINGS", "1 OPENING OF MEETING", "2 ATTENDANCE", "3 APOLOGIES", "4 RECEIVING AND CONFIRMATION OF MINUTES", "4.1 ORDINARY MEETING HELD FRIDAY 12 JUNE 2020"],
    [*FRONT, "The Board will meet in the Town Hall at 7 p.m. Mr. Pell will take the chair.", "1. To receive apologies for absence", "2. To approve the minutes of the meeting which was held on April 13, 2020, as read", "3. To consider the bridge, which was closed by order of the County"],
    [*FRONT, "Members present will be recorded. The meeting is to be held in the Hall.", *PROSE],
    [*FRONT, (57, "Members Present", "b"), (57, "Approval of minutes", "b"), (57, "Adjournment", "b")],
    [*FRONT, "Present:", "1. To receive apologies", "2. To note the bridge"],
    [(200, "HEATH HARBOUR COMMISSIONERS", "b"), (150, "AGENDA – Thursday, 15 August 2019, 7.00 pm", "b"), "", "1. Apologies for absence.", "2. Declarations of interest.", "3. To receive and confirm the Minutes of the Meeting and Annual Meeting held on 27 June 2019.", "4. Matters arising from the Minutes (not otherwise appearing on the Agenda).", "5. Clerk’s Report.", "6. Dates for next year (proposed Calendar attached)"],
    # a report, a letter and a leaflet that tell what was done
    [*FRONT, "Subject: Bridge", "Background", *PROSE, "The Board was told in April that the bridge was closed. It was agreed that a report be brought.", "Recommendation", "That the report be noted."],
    [*FRONT, "Dear Mr. Pell", "At the meeting held last week the Board agreed to close the bridge. Mrs. Orde moved that the State be told.", "Please let us have your views.", "Yours sincerely"],
    [*FRONT, *PROSE, *PROSE],
    # no day, no meeting
    [(200, "BELL COUNTY", "b"), "", "Mr. Pell called the meeting to order. Moved by Pell, seconded by Orde to pay the bills. Carried."],
    [(200, "Bell Players", "b"), (250, "May 11, 2020", "b"), "", *SAID],
])
def test_what_is_to_come_or_only_reported_is_no_minutes(rows: list[Row]) -> None:
    assert not told(rows)
    assert [p.kind for p in split(typeset(rows, PROSE))] != ["minutes"]


def test_a_page_in_the_middle_of_minutes_begins_none() -> None:
    motions: list[Row] = ["Moved by Pell, seconded by Orde to pay the bills of the Board of May 4, 2020. Carried.", *SAID, "Moved by Orde, seconded by Yew to adjourn. Carried.", "The meeting was closed at 9 p.m."]
    assert told([*FRONT, *motions])
    assert not told(motions, 2)
    assert not told([(57, "Bridge: meeting of the Board of May 4, 2020", "b"), *motions], 2)  # a heading opens it, but nobody came
    first: list[Row] = [*FRONT, "Present: Mr. Pell, Mrs. Orde", "", *motions]
    assert [(p.kind, p.first_page, p.last_page) for p in split(typeset(first, motions, first))] == [("minutes", 1, 3)]
