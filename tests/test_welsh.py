"""Minutes in Welsh → the same records: who came, what was moved by whom, what was resolved."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from paper import typeset
from papermine.extract.decisions.leads import lead_in
from papermine.language.motions import find_moved
from papermine.pipeline import mine
from papermine.records import AgendaItem, Attendance, PackMeeting, Record, Resolution

MINUTES = ["CYNGOR CYMUNED LLANFACH", "Cofnodion y cyfarfod a gynhaliwyd nos Fawrth 4 Mawrth 2025 am 7.30pm yn Neuadd y Pentref, Llanfach.", "", "PRESENNOL", "",
           "Cynghorwyr Aled Huws, Bethan Rhys, Carys Prys a'r Cynghorydd Sir Dewi Puw.", "", "1. YMDDIHEURIADAU", "",
           "Derbyniwyd ymddiheuriadau gan y Cynghorwyr Elin Morus ac Ffion Tudur.", "", "2. COFNODION Y CYFARFOD DIWETHAF", "",
           "Cynigiwyd gan y Cyng. A. Huws, eiliwyd gan y Cyng. B. Rhys gyda phawb yn gytûn, bod cofnodion", "y cyfarfod diwethaf yn gywir.", "",
           "3. YSWIRIANT", "", "Cynigiwyd gan y Cyng. C. Prys, eiliwyd gan y Cynghorydd Sir D. Puw a chytunwyd yn unfrydol", "i adnewyddu yswiriant y Cyngor.", "",
           "4. CYNLLUNIO", "", "Penderfynwyd bod y sylwadau yn cael eu hanfon at yr Adran Gynllunio.", "",
           "Dywedodd y Cyng. B. Rhys ei bod wedi bwrw glaw."]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return mine(typeset(MINUTES)).records


def of(kind: type, records: list[Record]) -> list[Any]:
    return [r for r in records if isinstance(r, kind)]


def test_the_meeting(records: list[Record]) -> None:
    meeting = of(PackMeeting, records)[0]
    assert (meeting.meeting_date, meeting.start_time) == (dt.date(2025, 3, 4), dt.time(19, 30))


def test_who_came(records: list[Record]) -> None:
    assert [(a.name, a.status) for a in of(Attendance, records)] == [
        ("Aled Huws", "present"), ("Bethan Rhys", "present"), ("Carys Prys", "present"), ("Dewi Puw", "present"),
        ("Elin Morus", "apologies"), ("Ffion Tudur", "apologies")]


def test_what_was_resolved_and_on_whose_motion(records: list[Record]) -> None:
    assert [i.number for i in of(AgendaItem, records)] == ["1", "2", "3", "4"]
    assert [(r.item_number, r.text, r.mover, r.seconder, r.outcome) for r in of(Resolution, records)] == [
        ("2", "cofnodion y cyfarfod diwethaf yn gywir.", "A. Huws", "B. Rhys", "carried"),
        ("3", "i adnewyddu yswiriant y Cyngor.", "C. Prys", "D. Puw", "carried"),
        ("4", "y sylwadau yn cael eu hanfon at yr Adran Gynllunio.", None, None, None)]


def test_a_carried_motion_gives_nobody_a_vote(records: list[Record]) -> None:
    assert not [r for r in records if type(r).__name__ == "DivisionVote"]


@pytest.mark.parametrize("text", ["Nodwyd ei bod wedi bwrw glaw.", "Dywedodd y Cyng. A. Huws bod y ffordd ar gau.", "Penderfyniadau blaenorol y Cyngor"])
def test_what_is_no_decision(text: str) -> None:
    assert lead_in(text) is None
    assert find_moved(text) is None
