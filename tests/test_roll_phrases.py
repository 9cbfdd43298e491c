"""What title blocks and rolls print in passing: who opened the meeting, whose comma is missing, what a list says of one who did not come; and the printed near misses."""

from __future__ import annotations

from datetime import date

import pytest

from paper import Row, typeset
from papermine.extract.meetings.fronts import read_minutes
from papermine.extract.minutes.headings import number_at, sentence_tail
from papermine.extract.roll.absences import TAIL_GONE
from papermine.language.bodies import body_in
from papermine.language.labels import label_at, status_of
from papermine.segment import split
from printed import came, paper

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
    ("PRESENT: Cllr Jo Vane, Cllr Al Tull, 3 x members of the public. Mrs A Stone recorded the minutes", [("Jo Vane", "present"), ("Al Tull", "present"), ("A Stone", "in_attendance")]),
    # an office on a line of its own, over who holds it; a body's own name over its officers
    ("PRESENT:      The Right Worshipful the Mayor\n              Councillor A Gill\n              Deputy Mayor\n              Councillor J Orde\n              Aldermen D Pell and S Vane\n"
     "IN ATTENDANCE: Bell & Orde City Council\n               Chief Executive\n               Head of Marketing and Communications",
     [("A Gill", "present"), ("J Orde", "present"), ("D Pell", "present"), ("S Vane", "present")]),
    # the roll beside the title block; labels in small bold letters, one behind its translation
    ("Board of Selectmen              Present: Stanley Wys\nTown Hall                       Mark Orde\n                                Linda Day, Town Secretary\n\nMr Orde called the meeting to order.",
     [("Stanley Wys", "present"), ("Mark Orde", "present"), ("Linda Day", "in_attendance")]),
    ("**present**\nJulie Fair\nJon Turn\n\n**Te Hunga | absent**\nHarry Doig", [("Julie Fair", "present"), ("Jon Turn", "present"), ("Harry Doig", "absent")]),
    # one mark behind each of several names on a line
    ("Members (P = present, A = apologies):\nAthel, J (Chair)   P     Brind, S (Vice-Chair)   P\nCawth, M   P     Dewh, L   A", [("J Athel", "present"), ("S Brind", "present"), ("M Cawth", "present"), ("L Dewh", "apologies")]),
    # a label that says by what right they came; names parted by slashes; whose councillor it is behind the name
    ("Present: Councillors P Ains (Chairman) and J Birt\nApologies: Councillor R Frith\nAlso in attendance in accordance with Rule 4.4: Councillors B Jolley and T Lomax",
     [("P Ains", "present"), ("J Birt", "present"), ("R Frith", "apologies"), ("B Jolley", "in_attendance"), ("T Lomax", "in_attendance")]),
    ("Cllrs: R Axtell (Chair)/J Bowyer/M Crabb\nApologies: P Fearn/L Goss", [("R Axtell", "present"), ("J Bowyer", "present"), ("M Crabb", "present"), ("P Fearn", "apologies"), ("L Goss", "apologies")]),
    # who was absent, with a note behind; all but some, after one who came
    ("ROLL CALL\nPresent on roll call: Mayor Gates and council members Tom Klem and Di Vane (3). Alderperson Shawn Bolt and Mike Koest were absent (see note at 6:18 pm for Alderperson Koest to enter). "
     "Corporation Counsel Sarah Orde was present.",
     [("Gates", "present"), ("Tom Klem", "present"), ("Di Vane", "present"), ("Shawn Bolt", "absent"), ("Mike Koest", "absent"), ("Sarah Orde", "in_attendance")]),
    ("PRESENT: District Chair J. Klink and all other members of Council except S. Aitch, S. Cairn", [("J. Klink", "present"), ("S. Aitch", "absent"), ("S. Cairn", "absent")]),
    ("President Chad Lars called the meeting to order. Roll call showed all board members present with the exceptions of Brian Ewing and Bruce Orde. Also present were, Diane Hill and Di Vane.",
     [("Diane Hill", "in_attendance"), ("Di Vane", "in_attendance"), ("Brian Ewing", "absent"), ("Bruce Orde", "absent"), ("Chad Lars", "present")]),
    # what was done before the meeting, below the apologies: he who met residents sent none
    ("Present: Cllr Jo Vane, Cllr Al Tull\nApologies: Di Orde, Ann Mason.\n\nPrior to the start of the meeting Cllr Hussain met residents and Cllr Pell.", [("Jo Vane", "present"), ("Al Tull", "present"), ("Di Orde", "apologies"), ("Ann Mason", "apologies")]),
    # who came from which place
    ("Carestown - Mr J Adams\nStrathrow - Mr H Camp, Mrs N Bert\nEdzell: Jo Vane (Secretary), Apologies from Al Tull\nGlenesk: No rep\n\nIn attendance: Cllr D Murr",
     [("D Murr", "in_attendance"), ("J Adams", "present"), ("H Camp", "present"), ("N Bert", "present"), ("Jo Vane", "present"), ("Al Tull", "apologies")]),
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
    # no places that send, but what was moved, and who is on a committee
    ("Proposed: Jo Vane\nSeconded: Al Tull\nAction: Di Hale", "Jo Vane"),
    ("Finance Committee: Jo Vane, Al Tull\nPlanning Committee: Di Hale\nHall Committee: Ed Orde", "Jo Vane"),
    # posts and what is received are nobody; a clerk's address is no roll
    ("Present: Cllr Jo Vane\nIn attendance: Di Orde, Chief Administrative Officer (CAO)", "Chief Administrative Officer"),
    ("Clerk: Mrs V Oxley, 3 The Row, Thurlby Fen\n\nPresent: Cllr Jo Vane, Cllr Al Tull", "Thurlby Fen"),
    ("Present: Cllr Jo Vane, Cllr Al Tull\nIn attendance: Di Hale, Clerk/RFO", "RFO"),
    # what ends a list speaks of a vote, not of the meeting
    ("Present: Ann Orde, Ben Tull and Di Hale. Ben Tull was absent for the vote on the budget.", None),
])
def test_near_misses(roll: str, nobody: str | None) -> None:
    assert nobody not in [name for name, _ in people(roll)]
    assert "absent" not in [status for _, status in people(roll)]


@pytest.mark.parametrize(("title", "cut"), [("Present:- Mrs J Lees, Mr D Hale", "Present"), ("Property: - Future options", "Property"), ("Re-use of the hall", None)])
def test_a_heading_ends_at_its_colon_and_dash(title: str, cut: str | None) -> None:
    at = sentence_tail(title)
    assert (title[:at] if at is not None else None) == cut


def test_numbers_with_a_colon() -> None:
    assert [found and (found[0], found[3]) for t in ("04/08:01 Apologies", "1:00 Apologies:", "7:30 Apologies", "7:00 PM Supper", "10:15 Coffee") for found in [number_at(t)]] == [
        ("04/08:01", "Apologies"), ("1:00", "Apologies:"), None, None, None]


@pytest.mark.parametrize(("text", "body"), [
    ("MINUTES OF THE ANNUAL VILLAGE MEETING", "ANNUAL VILLAGE MEETING"), ("Town of Warnock – Planning Board", "Planning Board"), ("Town of Orde – Hale Street", None)])
def test_bodies(text: str, body: str | None) -> None:
    assert body_in(text) == body


@pytest.mark.parametrize(("held", "day"), [
    ("held in the Hall on Thursday 17th November at 7pm", date(2011, 11, 17)),  # the year stands in the letter above
    ("held in the Hall on Friday 17th November at 7pm", date(2011, 11, 10)),  # it was no Friday: another year's
    ("held in the Hall on Thursday 17th November 2011 at 7pm", date(2011, 11, 17)),
])
def test_a_letters_day_is_not_the_meetings(held: str, day: date) -> None:
    assert read_minutes(paper(f"10th November 2011\nTo: All members of Bell Parish Council\n\n**Minutes of the Bell Parish Council meeting {held}**\n\nPresent: Cllr Jo Vane")).day == day


def test_the_next_meetings_day_is_not_this_ones() -> None:
    told = paper("**Bell Parish Council**\nMinutes of Meeting 7.30pm Thursday 10th November 2011\n1. Present: Cllr Jo Vane, Cllr Ann Orde\n2. Reports\nThe police sent none.\n3. Date of next meeting Thursday 8th December 7.30pm.")
    assert read_minutes(told).day == date(2011, 11, 10)


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
    ([(200, "ANNUAL PARISH MEETING", "b"), (150, "MINUTES OF THE MEETING HELD ON 27 MARCH 2006", "b"), "", "Cllrs Hall, Orde and Tull attended the meeting together with six residents.", "1. Matters arising"], "minutes"),
    ([(350, "Board of Trustees"), (350, "April 20, 2009 8:00 p.m."), "", "PRESENT: Mayor Fixel presiding; Trustees Bash, Hoyt and Orde", "Mayor Fixel introduced a guest."], "minutes"),
    # who attended a meeting that a report tells of
    ([(200, "Report on the quay", "b"), (250, "May 11, 2020", "b"), "", "Mr Hale attended the meeting of the group. Apologies were sent to all who were present."], "other"),
    # an agenda calls it for a day to come; a report tells of a meeting that was held
    ([(200, "BELL CITY COUNCIL", "b"), (250, "May 11, 2020", "b"), "", "1. Call to order", "2. Roll call", "The Mayor will call the meeting to order at 7 pm. Those present are asked to stand."], "other"),
    ([(200, "Visit to the quay", "b"), (250, "May 11, 2020", "b"), "", "The group met at 7 pm and walked the quay.", "The harbour master reported."], "other"),
])
def test_minutes_that_do_not_say_so(rows: list[Row], kind: str) -> None:
    assert [p.kind for p in split(typeset(rows))] == [kind]
