"""Headings in a column beside the text, whatever their form: told by where they stand, and not where a roll, a slip or a list stands so."""

from __future__ import annotations

import pytest

from papermine.extract.minutes.sideheads import beside
from papermine.records import Resolution
from printed import came, paper, proceedings

PLAIN = """
CALL TO          The regular meeting of the City Council of Orme was called to order by
ORDER:           Mayor Jo Vane at 8:07 P.M. in the Council Chambers.

MINUTES:         Moved by Tull, seconded by Hale, to approve the minutes of the meeting
                 held on April 7, 1986, as published. Motion declared carried.

BILLS            Moved by Hale, seconded by Tull, to adopt the following schedule of
PAYABLE:         bills and to authorize payment. Motion declared carried.
"""


def texts(text: str) -> list[str]:
    return [line.text for line in beside(list(paper(text).lines), 595)]


def decided(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(r.number or r.item_number, r.mover, r.text) for r in proceedings(text) if isinstance(r, Resolution)]


def test_headings_beside_the_text_are_none_of_its_words() -> None:
    assert texts(PLAIN)[:3] == ["CALL TO ORDER:", "The regular meeting of the City Council of Orme was called to order by", "Mayor Jo Vane at 8:07 P.M. in the Council Chambers."]
    assert decided(PLAIN) == [(None, "Tull", "approve the minutes of the meeting held on April 7, 1986, as published."), (None, "Hale", "adopt the following schedule of bills and to authorize payment.")]


def test_a_number_between_heading_and_text_counts_the_headings() -> None:
    assert texts("""
Notice of          1.   The notice convening the meeting was read by the Clerk to the
the meeting             Council, Mr Orde.
Prayers            2.   Prayers were led by Pastor Hale, the Chaplain of the Parish of
                        St Orme.
Matters arising    3.   Nil
""") == ["1. Notice of the meeting", "The notice convening the meeting was read by the Clerk to the", "Council, Mr Orde.", "2. Prayers", "Prayers were led by Pastor Hale, the Chaplain of the Parish of", "St Orme.",
             "3. Matters arising", "Nil"]


def test_a_resolution_s_number_between_heading_and_text_stays_with_the_text() -> None:
    text = """
Minutes         19/086   ORDE: That the minutes of the First Meeting of Council be accepted
                         as presented. Carried

February        19/087   HALE: That it be acknowledged that there was no quorum on the day
                         and that no meeting was held. Carried

Meeting         19/089   VANE: That the draft be circulated before the next meeting is held,
Minutes                  and read out no longer. Carried
"""
    assert [row[:2] for row in decided(text)] == [("19/086", "ORDE"), ("19/087", "HALE"), ("19/089", "VANE")]


@pytest.mark.parametrize("text", [
    """
PRESENT:        Councillor Ann Vane, Councillor Bo Tull, Councillor Cy Hale and Councillor
                Di Orde were there.
ABSENT:         Councillor Ed Pell, Councillor Flo Dace and Councillor Gus Hart of the
                North Ward.
STAFF:          Ida Moss, Town Clerk, and Jan Ware, Treasurer, of the Municipality of
                Orme.
""", """
Moved by:       Councillor Ann Vane of the North Ward and the Harbour Commission
Seconded by:    Councillor Bo Tull of the South Ward and the Harbour Commission
Carried:        Unanimously on a show of hands of all who were there
                and could vote.
""", """
22/0041         Extension at 3 Mill Lane, with a garage and a store beside the house
22/0042         New dwelling at 5 Mill Lane, with a garage and a store beside the house
22/0043         Change of use at 7 Mill Lane, with a garage and a store beside it
                and a wall.
""", """
Minutes were    read by the Clerk and nobody spoke of the road before the meeting.
The Chair       thanked all those who had come, and the Clerk gave notice of a fair.
It was late     when the Council rose, and the doors of the hall were shut by nine.
""", """
Mill Lane       £40
High Street     £50
Orme Road       £60
North Road      £70
"""])
def test_what_stands_in_columns_and_is_no_heading(text: str) -> None:
    assert texts(text) == [" ".join(line.split()) for line in text.strip("\n").split("\n")]


def test_a_roll_beside_headings_stays_a_roll() -> None:
    assert [row[:2] for row in came(f"PRESENT:         Mayor Jo Vane, Councillor Bo Tull and\n                 Councillor Cy Hale\n{PLAIN}")] == [("present", "Jo Vane"), ("present", "Bo Tull"), ("present", "Cy Hale")]
