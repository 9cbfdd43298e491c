"""Declarations of interest: who, what kind, which item, and whether they left."""

from __future__ import annotations

from papermine.records import Declaration
from printed import proceedings


def declared(text: str) -> list[tuple[str, str | None, str | None, bool | None]]:
    return [(d.name, d.kind, d.item_number, d.left_room) for d in proceedings(text) if isinstance(d, Declaration)]


def test_under_the_item_and_later_in_the_meeting():
    assert declared("""
    **2. Declarations of Interest**
    Councillor B Jones declared a non-pecuniary interest in item 5 as a school governor.

    Later in the meeting Mr Sole declared an interest under Item 16 - Pay Policy.

    **11. Accounts**
    Councillor Shelly Foote declared a pecuniary interest in the accounts and left the room.
    """) == [("B Jones", "non-pecuniary", "5", None), ("Sole", None, "16", None), ("Shelly Foote", "pecuniary", "11", True)]


def test_a_label_at_the_head():
    assert declared("""
    Present: Mayor Tom Piper and Councillors Tom Butler and Shelly Foote.
    Disclosure of pecuniary interest: Councillor Shelly Foote.
    """) == [("Shelly Foote", "pecuniary", None, None)]


def test_nobody_declared():
    assert declared("""
    **2. Declarations of Interest**
    There were no declarations of interest.

    No interests were declared. None declared an interest.

    **3. Disclosure**
    Disclosure of pecuniary interest: None.
    """) == []
