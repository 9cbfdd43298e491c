"""Consent calendars → each printed action with the movers and the count of the one motion that carried it."""

from __future__ import annotations

import pytest

from papermine.records import Motion, Resolution
from printed import proceedings

LIST = """
**CONSENT CALENDAR**

3.  Approved minutes of the meeting of January 5, 2024.

4.  ADOPTED Resolution 24-05 accepting the audit report of the
    Treasurer.

5.  Agreement with Acme Roads

{motion}

**REGULAR CALENDAR**

6.  Approved a street closure.
"""


def listed(text: str) -> list[tuple[str | None, str | None, str, str | None, str | None, int | None, int | None]]:
    return [(r.item_number, r.number, r.text, r.mover, r.seconder, r.votes_for, r.votes_against) for r in proceedings(text) if isinstance(r, Resolution) and r.rule == "consent.listed"]


def test_items_named_by_the_motion_have_its_movers_and_count():
    text = LIST.format(motion="Motion by Hale, second by Orr, to approve the Consent Calendar (Items 3-6). Carried 5-0.")
    assert listed(text) == [
        ("3", None, "Approved minutes of the meeting of January 5, 2024.", "Hale", "Orr", 5, 0),
        ("4", None, "ADOPTED Resolution 24-05 accepting the audit report of the Treasurer.", "Hale", "Orr", 5, 0)]  # of 5 no action is printed; 6 is under another heading
    records = proceedings(text)
    assert len([r for r in records if isinstance(r, Motion)]) == 1
    assert len({(r.motion_id, r.division_id) for r in records if isinstance(r, Resolution)}) == 1


def test_items_with_headings_of_their_own_below_the_motion():
    assert listed("""
    **CONSENT CALENDAR**

    Motion by Hale, second by Orr, to approve the Consent Calendar (Items 3-5). Motion carried 4-1.

    **3.  Minutes of January 5, 2024**
    ACTION: Approved

    **4.  Resolution 24-05, audit report**
    ACTION: Adopted Resolution 24-05.

    **5.  Approved the agreement with Acme Roads**
    Cost: $4,000.

    **6.  Street closure**
    ACTION: Approved
    """) == [("3", None, "Approved", "Hale", "Orr", 4, 1), ("4", None, "Adopted Resolution 24-05.", "Hale", "Orr", 4, 1),
             ("5", None, "Approved the agreement with Acme Roads", "Hale", "Orr", 4, 1)]


def test_a_list_under_the_heading_and_items_as_follows():
    assert listed("""
    **4. CONSENT AGENDA**

    a. Approved minutes of January 5, 2024.
    b. Authorized the Mayor to sign the agreement.

    Motion by Hale, second by Orr, to approve the Consent Agenda. Carried 5-0.

    **5. OLD BUSINESS**

    The Mayor presented the item.
    """) == [("4", "a", "Approved minutes of January 5, 2024.", "Hale", "Orr", 5, 0), ("4", "b", "Authorized the Mayor to sign the agreement.", "Hale", "Orr", 5, 0)]
    assert listed("""
    **CONSENT CALENDAR**

    On motion of Hale, seconded by Orr, and on a 4-0 vote, the Council approved Items 1 and 2 as follows:

    1.  Approved minutes of January 5, 2024.

    2.  Adopted Resolution 24-05 accepting the audit.
    """) == [("1", None, "Approved minutes of January 5, 2024.", "Hale", "Orr", 4, 0), ("2", None, "Adopted Resolution 24-05 accepting the audit.", "Hale", "Orr", 4, 0)]


@pytest.mark.parametrize("motion", [
    "Motion by Hale, second by Orr, to approve the Consent Calendar except Item 4. Carried 5-0.",
    "Motion by Hale, second by Orr, to approve the Consent Calendar, Items 3-5, Item 4 having been removed. Carried 5-0.",
    "Item 4 was removed from the Consent Calendar by Ms Diaz.\n\nMotion by Hale, second by Orr, to approve the Consent Calendar. Carried 5-0."])
def test_what_was_taken_out_was_not_carried_by_it(motion: str):
    assert [found[0] for found in listed(LIST.format(motion=motion))] == ["3"]


@pytest.mark.parametrize("motion", [
    "Motion by Hale, second by Orr, to approve the Consent Calendar (Items 3-5). Motion failed 2-3.", "Motion by Hale, second by Orr, to table the audit. Carried 5-0.",
    "An item was removed from the Consent Calendar by Ms Diaz.\n\nMotion by Hale, second by Orr, to approve the Consent Calendar. Carried 5-0."])
def test_a_motion_that_is_not_tied_to_them_carries_nothing(motion: str):
    assert listed(LIST.format(motion=motion)) == []


def test_what_a_calendar_asks_is_not_what_was_done():
    assert listed("""
    **4. CONSENT CALENDAR**
    (a) Approve the minutes of May 3, 2024.
    (b) Set aside $147,000 from reserves for the burial plots.
    M/S/C Hale/Orr to approve the Consent Calendar, items (a) and (b), as presented. Ayes: Hale, Orr. Noes: None.
    """) == []
