"""What title blocks and rolls print in passing: who opened the meeting, whose comma is missing, what a list says of one who did not come; and the printed near misses."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.extract.roll.absences import TAIL_GONE
from papermine.language.labels import label_at, status_of
from papermine.segment import split
from printed import came

HEAD = "**BELL TOWN COUNCIL**\nMinutes of the meeting held on 3 May 2021\n\n{}\n\n**1. Minutes**\nSigned.\n**2. Finance**\nNoted."


def people(roll: str) -> list[tuple[str, str]]:
    return [(name, status) for status, name, _ in came(HEAD.format(roll))]


@pytest.mark.parametrize(("roll", "seen"), [
    # who opened the meeting, or presided, told in the passive or in passing
    ("The meeting was called to order at 7 p.m. by Chairman Ira Wend. Selectmen present included Di Orde and Al Tull.", [("Di Orde", "present"), ("Al Tull", "present"), ("Ira Wend", "present")]),
    ("The Commission met with Chair Brask presiding; also present were Commissioners Fell, Orde and Tull. Staff in attendance were Planner Di Hale.",
     [("Fell", "present"), ("Orde", "present"), ("Tull", "present"), ("Di Hale", "in_attendance"), ("Brask", "present")]),
    ("The meeting was called to order at 7 p.m. by President Debbie Dace. Members present: Barnes, Dace, Kamin, Orde. Absent: Tull.",
     [("Barnes", "present"), ("Dace", "present"), ("Kamin", "present"), ("Orde", "present"), ("Tull", "absent")]),
    ("Present: Ann Orde, Ben Tull and Di Hale was unable to attend", [("Ann Orde", "present"), ("Ben Tull", "present"), ("Di Hale", "absent")]),
    # names whose comma is missing, or among surnames one with an office
    ("Present: J Archer, G Finch, J Gilmour M Goodall, P Hamill", [("J Archer", "present"), ("G Finch", "present"), ("J Gilmour", "present"), ("M Goodall", "present"), ("P Hamill", "present")]),
    ("PRESENT: Clarkson, Gard, Hobson, Prewitt and Mayor Stearn", [(n, "present") for n in ("Clarkson", "Gard", "Hobson", "Prewitt", "Stearn")]),
    ("Present: Reeve McIntyre, Councillors: Pell, Klect, Orde & Rind", [(n, "present") for n in ("McIntyre", "Pell", "Klect", "Orde", "Rind")]),
    # who did not come, told at the end of the list, beside a name or by a bracket
    ("PRESENT: Norman Bell, Terry Orde, Jon Tull, President Roger Vane was not at this meeting", [("Norman Bell", "present"), ("Terry Orde", "present"), ("Jon Tull", "present"), ("Roger Vane", "absent")]),
    ("Roll call: Wilkin, Chairman (present); Orde (present); Brodie (absent); Vane (excused)", [("Wilkin", "present"), ("Orde", "present"), ("Brodie", "absent"), ("Vane", "apologies")]),
    ("PRESENT: Cllr Jo Vane\n\nABSENT: Councillor Al Tull (regrets)", [("Jo Vane", "present"), ("Al Tull", "apologies")]),
    ("Members Present: Barbara Orde, Paul Tull\nAlternates Present: Clyde Hale\nAlternates Arriving Late: None\nAlternates Excused: Peter Wyman",
     [("Barbara Orde", "present"), ("Paul Tull", "present"), ("Clyde Hale", "present"), ("Peter Wyman", "apologies")]),
    # a bold line of business below those absent names who spoke, and nobody who was away
    ("**Present**\nWilliam Vesey, Mayor\n\n**Absent**\nDavid Vend, Trustee\nGayle Wax, Trustee\n**Board of Trustees Announcements by Mayor Vesey**\nThe library will reopen.",
     [("William Vesey", "present"), ("David Vend", "absent"), ("Gayle Wax", "absent")]),
    # those who serve the council, one a line right below its members
    ("PRESENT:  Mayor Jack Marr\n          Councillors Brydon, Garrick, and Kubik\n          Gary C. Nash, Administrator\n          Hope V. Byrne, Director of Planning & Building Services",
     [("Jack Marr", "present"), ("Brydon", "present"), ("Garrick", "present"), ("Kubik", "present"), ("Gary C. Nash", "in_attendance"), ("Hope V. Byrne", "in_attendance")]),
    ("Board Members in Attendance:  Dennis Hale\nStaff in Attendance:  Amy Orde, Township Manager", [("Dennis Hale", "present"), ("Amy Orde", "in_attendance")]),
    ("Present … Councillors: Mark Frank (In the Chair), Susan Marr & Chris Plant.", [("Mark Frank", "present"), ("Susan Marr", "present"), ("Chris Plant", "present")]),
])
def test_who_came(roll: str, seen: list[tuple[str, str]]) -> None:
    assert people(roll) == seen


@pytest.mark.parametrize(("roll", "nobody"), [
    # who called another meeting to order, or presides elsewhere; who calls it, by office alone
    ("Present: Cllr Jo Vane, Cllr Al Tull\n\nThe Clerk reported that the hearing had been called to order by the Inspector, Mr Hale.", "Hale"),
    # a double forename is one name
    ("Present: Mary Ann Smith Orde, Jon Tull, Di Hale", "Smith Orde"),
    # what ends a list speaks of a vote, not of the meeting
    ("Present: Ann Orde, Ben Tull and Di Hale. Ben Tull was absent for the vote on the budget.", None),
])
def test_near_misses(roll: str, nobody: str | None) -> None:
    assert nobody not in [name for name, _ in people(roll)]
    assert "absent" not in [status for _, status in people(roll)]


def test_labels() -> None:
    assert [status_of(t) for t in ("Alternates Excused", "Alternates Arriving Late")] == ["apologies", "present"]
    assert [label_at(t) is not None for t in ("In attendance … Lynda Orde – Clerk", "Alternates Excused: Vane", "Peter Excused himself … and left")] == [True, True, False]


def test_the_tail_of_a_list() -> None:
    cut = [TAIL_GONE.search(t) is not None for t in ("Ann Orde, Ben Tull, President Roger Vane was not at this meeting", "Ann Orde and Cllr Vane was absent", "Ann Orde, Ben Tull was not at the site meeting", "Cllr Orde, who was absent", "Ann Orde, Ben Tull and Di Hale were absent")]
    assert cut == [True, True, False, False, False]


@pytest.mark.parametrize(("rows", "kind"), [
    # how it began, told in the past, a day and who came: minutes that do not say so
    ([(200, "BELL CITY COUNCIL", "b"), (250, "May 11, 2020", "b"), "", "Roll Call:  Alderman Pell,  Alderman Orde", "", "Mayor Vane officially opened the Regular City Council Meeting at 8:00 pm.", "Staff gave a report."], "minutes"),
    ([(200, "Board of Selectmen", "b"), "May 21, 2015", "", "Mr. Pell called the meeting to order at 7:00 p.m. Mr. Orde and Mr. Hale were present.", "Mr. Hale reported on the roads."], "minutes"),
    ([(200, "Annual General Meeting of the Bell", "b"), (250, "Community Council Forum, 4 June 2025", "b"), "", "1) Welcome", "Present:", "Jo Vane, Al Tull"], "minutes"),
    ([(200, "MINUTES OF MEETING", "b"), (250, "19 October 2020", "b"), "", "1.00 SEDERUNT", "Jo Vane (Chair), Al Tull"], "minutes"),
    # an agenda calls it for a day to come; a report tells of a meeting that was held
    ([(200, "BELL CITY COUNCIL", "b"), (250, "May 11, 2020", "b"), "", "1. Call to order", "2. Roll call", "The Mayor will call the meeting to order at 7 pm. Those present are asked to stand."], "other"),
    ([(200, "Visit to the quay", "b"), (250, "May 11, 2020", "b"), "", "The group met at 7 pm and walked the quay.", "The harbour master reported."], "other"),
])
def test_minutes_that_do_not_say_so(rows: list[Row], kind: str) -> None:
    assert [p.kind for p in split(typeset(rows))] == [kind]
