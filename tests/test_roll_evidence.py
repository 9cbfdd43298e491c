"""Rolls in wordings that no form lists: labels weighed word by word, names part by part; and the printed near misses."""

from __future__ import annotations

import pytest

from papermine.language.listed import listed
from papermine.language.rollwords import label_of
from printed import came

HEAD = "**BELL TOWN COUNCIL**\nMinutes of the meeting held on 3 May 2021\n\n{}\n\n**1. Minutes**\nSigned.\n**2. Finance**\nNoted."


def people(roll: str) -> list[tuple[str, str]]:
    return sorted((name, status) for status, name, _ in came(HEAD.format(roll)))


@pytest.mark.parametrize(("roll", "seen"), [
    ("Present: A.Vane, C.Orde, and K.O’Hale (clerk).", [("A. Vane", "present"), ("C. Orde", "present"), ("K. O’Hale", "in_attendance")]),
    ("Present: Jo Vane (JV) Highland Councillor, Al Tull (AT), Di Orde (DO)", [("Al Tull", "present"), ("Di Orde", "present"), ("Jo Vane", "in_attendance")]),
    ("Present: Cllrs P Vane and J Tull.\nIn attendance: Di Stone, Clerk, Cllr D Orde DCC, Cllr S Pell WDDC (joined after item 3)",
     [("D Orde", "in_attendance"), ("Di Stone", "in_attendance"), ("J Tull", "present"), ("P Vane", "present"), ("S Pell", "in_attendance")]),
    ("Present: Cllrs Vane, Tull and Orde\nAlso Present: 2 Members of the Public and Borough Councillor Ian Pell",
     [("Ian Pell", "in_attendance"), ("Orde", "present"), ("Tull", "present"), ("Vane", "present")]),
])
def test_who_came(roll: str, seen: list[tuple[str, str]]):
    assert people(roll) == seen


@pytest.mark.parametrize("text", ["Reserves: Cllr Di Orde", "Contact: Jane Reed, Clerk", "Cllr Di Orde spoke as a parishioner.", "**Announcements by Mayor Orde**", "In the absence of the Chairman, Cllr Orde, Cllr Vane took the chair."])
def test_what_stands_below_a_roll_is_none(text: str):
    assert people(f"Present: Cllrs Jo Vane and Al Tull\n\n{text}") == [("Al Tull", "present"), ("Jo Vane", "present")]


@pytest.mark.parametrize(("text", "names"), [
    ("Director Corporate Services (Adele Hale), Works Manager (Jon Orde)", ["Adele Hale", "Jon Orde"]),
    ("Mr J\nOrde, Mr Peter\nTull (Chairman)", ["J Orde", "Peter Tull"]),
    ("S. Etling M. Harr (Clerk), J. Orde", ["S. Etling", "M. Harr", "J. Orde"]),
    ("Cllr Di Orde via Cllr Lee Stone", []), ("Cllr Lee Stone for Cllr Di Orde", []), ("Jo Vane (no longer a member), Cllr Al Tull", ["Al Tull"]),
    ("Head of Marketing and Communications, Borough Lawyer", []), ("VOTES OF SYMPATHY", []), ("Orde, Darragh\nHale, Anne\nTull, Paul", []),
])
def test_names_by_what_speaks_for_them(text: str, names: list[str]):
    assert [person.name for person in listed(text).people] == names


@pytest.mark.parametrize(("text", "status"), [
    ("Township Supervisors in attendance were Ann Orde", "present"), ("Members on Leave of Absence: Cr Orde", "apologies"), ("Those not able to attend:", None),
    ("That the apology from Councillors Orde", "apologies"), ("Present at the last meeting: Cllr Orde", None), ("Approval of the minutes", None), ("Invited: Mr Orde", None),
])
def test_labels_by_their_words(text: str, status: str | None):
    told = label_of(text)
    assert (told.status if told is not None else None) == status
