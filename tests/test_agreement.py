"""Do the records agree with each other? What does not is an issue, and both stay."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from builders import PackOf
from papermine.check.agreement import disagreements
from papermine.document import LaidPage, Pack
from papermine.records import Attendance


def pack(labels: list[str | None]) -> Pack:
    return Pack("p", "s", "f.pdf", "f.pdf", [LaidPage(n, 595, 842, [], label=label, images=0.5) for n, label in enumerate(labels, start=1)])


def codes(made: PackOf, labels: list[str | None] | None = None) -> list[str]:
    return [f.code for f in disagreements(pack(labels or [None] * 9), made.records)]


def came(made: PackOf, paper: Any, name: str, status: str = "present") -> None:
    made.add(Attendance(attendance_id=made.ids("attendance", 1), document_id=paper.document_id, name=name, name_printed=name, status=status))  # type: ignore[arg-type]


@pytest.fixture
def minutes() -> tuple[PackOf, Any]:
    made = PackOf("m")
    paper = made.paper(made.meeting())
    for name in ("Ruth Tyson", "Alan Fearon", "J Moss"):
        came(made, paper, name)
    return made, paper


def test_a_meeting_that_agrees_has_no_findings(minutes: tuple[PackOf, Any]) -> None:
    made, paper = minutes
    made.motion(paper, "That it be noted", mover="Fearon", seconder="Janet Moss")
    made.motion(paper, "That it be noted", mover="the Chairman", seconder="RT")
    made.motion(paper, "That it be noted", mover="Alan", seconder="Ruth")
    made.division(paper, {"for": ["Cllr Tyson", "Moss"], "against": ["Fearon"]}, votes_for=2, votes_against=1)
    for n in ("41", "42", "43"):
        made.item(paper, f"Item {n}", n)
    assert codes(made) == []


def test_present_and_apologies(minutes: tuple[PackOf, Any]) -> None:
    made, paper = minutes
    came(made, paper, "Alan Fearon", "apologies")
    assert codes(made) == ["present-and-apologies"]


def test_a_mover_and_a_voter_who_were_not_there(minutes: tuple[PackOf, Any]) -> None:
    made, paper = minutes
    made.motion(paper, "That it be noted", mover="Alan Pell", seconder="Moss")
    made.division(paper, {"for": ["Pell", "Moss"], "against": ["Moss"]})
    assert codes(made) == ["mover-not-present", "voter-not-present", "votes-twice"]


@pytest.mark.parametrize(("numbers", "expected"), [
    (("41", "42", "44", "45"), ["minute-numbers"]), (("24/1", "24/2", "24/2", "24/3"), ["minute-numbers"]), (("125/20", "126/20", "127/20"), []),
    (("1", "1.1", "2", "3"), []), (("7", "8", "6", "7"), ["minute-numbers"]), (("5", "5a", "6", "7"), [])])
def test_minute_numbers_count_up(minutes: tuple[PackOf, Any], numbers: tuple[str, ...], expected: list[str]) -> None:
    made, paper = minutes
    for n in numbers:
        made.item(paper, f"Item {n}", n)
    assert codes(made) == expected


@pytest.mark.parametrize(("ranges", "labels", "expected"), [
    ([(2, 3), (4, 6)], None, []), ([(2, 3), (5, 6)], None, ["page-ranges-gap"]), ([(2, 5), (4, 6)], None, ["page-ranges-overlap"]),
    ([(5, 3)], None, ["page-range-backwards"]), ([(2, 4)], [None, "1", "2", "5", None], ["page-labels-jump"])])
def test_the_page_ranges_of_an_agenda_tile_the_pack(ranges: list[tuple[int, int]], labels: list[str | None] | None, expected: list[str]) -> None:
    made = PackOf("a")
    paper = made.paper(made.meeting(), kind="agenda", pages=(1, 1))
    for k, (first, last) in enumerate(ranges):
        made.item(paper, f"Item {k}", str(k + 1), source="agenda", first_page=first, last_page=last)
    assert codes(made, labels) == expected


def test_an_agenda_item_that_the_minutes_pass_over() -> None:
    made = PackOf("b")
    meeting = made.meeting()
    agenda, paper = made.paper(meeting, kind="agenda", pages=(1, 1)), made.paper(meeting, pages=(2, 3))
    for n, title in (("1", "Apologies"), ("2", "Budget"), ("3", "Roads")):
        made.item(agenda, title, n, source="agenda")
    for n, title in (("41", "Apologies"), ("42", "Roads")):
        made.item(paper, title, n)
    assert codes(made) == ["item-not-minuted"]


@pytest.mark.parametrize(("printed", "found"), [
    ("Friday 05 March 2026", ["weekday-differs"]), ("Thursday 05 March 2026", []), ("Fri 5th March 2026", ["weekday-differs"]), ("Thurs, 5 March 2026", []),
    ("nos Wener, 5 Mawrth 2026", ["weekday-differs"]), ("dydd Iau 5 Mawrth 2026", []), ("Fri 3/5/2026", ["weekday-differs"]), ("5 March 2026, the Friday group", [])])
def test_the_weekday_that_is_printed_is_that_of_the_date(printed: str, found: list[str]) -> None:
    made = PackOf("w")
    made.meeting(day=dt.date(2026, 3, 5), date_printed=printed)
    assert codes(made) == found


def test_dates_are_possible() -> None:
    made = PackOf("d")
    made.meeting(day=dt.date(2020, 1, 22), date_printed="Wednesday 22 January 2020")
    assert codes(made) == []
    made.meeting(day=dt.date(2020, 1, 22), date_printed="Tuesday 22 January 2020", start_time=dt.time(14), end_time=dt.time(13))
    assert codes(made) == ["weekday-differs", "ends-before-it-starts"]
