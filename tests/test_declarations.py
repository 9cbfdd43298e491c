"""Declarations of interest: who, what kind, which item, and whether they left."""

from __future__ import annotations

import pytest

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


HEAD = "**3. Declarations of interest**\n"


@pytest.mark.parametrize(("text", "expected"), [
    ("Councillor Gow declared a non-financial interest in item 5 (Harbour Lease). He left the room and took no part.", [("Gow", "5", "non-financial", True)]),
    ("Mrs J Fox declared a personal interest in Item 4 as a trustee and remained in the meeting.", [("J Fox", "4", "personal", False)]),
    ("Councillor Ford declared a disclosable pecuniary interest in agenda items 7 and 9 and withdrew from the meeting.",
     [("Ford", "7", "disclosable pecuniary", True), ("Ford", "9", "disclosable pecuniary", True)]),
    ("Cllr Dacre declared a personal interest in PE22/35(b) as a neighbour.", [("Dacre", "PE22/35(b)", "personal", None)]),
    ("CY declared a non-pecuniary interest in item 7.", [("CY", "7", "non-pecuniary", None)]),
    ("Personal interests were declared by Cllr Hart in item 4 and Cllr Moss in item 6.", [("Hart", "4", "Personal", None), ("Moss", "6", "Personal", None)]),
    ("Cllr Hart - Item 4 - personal interest as a member of the club", [("Hart", "4", "personal", None)]),
    ("Council Member Ho recused herself from Item 9 and left the dais.", [("Ho", "9", None, True)]),
    ("No interests were declared by Members.", []),
    ("There were no declarations of interest.", []),
    ("Members were reminded to declare any interest in item 4.", []),
    ("Cllr Neal advised the meeting that she was a member of the trust.", [])])
def test_forms_of_declarations(text: str, expected: list[tuple[str, str | None, str | None, bool | None]]) -> None:
    assert [(r.name, r.item_number, r.kind, r.left_room) for r in proceedings(HEAD + text) if isinstance(r, Declaration)] == expected
