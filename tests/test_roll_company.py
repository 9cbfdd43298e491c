"""Rolls in company that their forms had not been met with: those who came later, labels behind semicolons; and what names nobody."""

from __future__ import annotations

from papermine.language.listed import listed
from papermine.records import Attendance
from printed import proceedings

HEAD = "MINUTES OF THE COUNCIL 4 MAY 2024\n\n"
TAIL = "\n\n**1. LIGHTS**\n\nNoted."


def came(text: str) -> list[tuple[str, str]]:
    return [(r.name, r.status) for r in proceedings(HEAD + text + TAIL) if isinstance(r, Attendance)]


def test_those_who_came_later_and_a_surname_that_is_a_word() -> None:
    assert came("Present Were:\n   1.   His Worship the Mayor, Cllr. Norman Scotland - Chairman\n   2.   Councillor Ann Orde\n   3.   Councillor Jo Vane\nCouncillors who arrived subsequently\n   4.   Councillor Bob Pell\n   5.   Councillor Hal Dunn") \
        == [(name, "present") for name in ("Norman Scotland", "Ann Orde", "Jo Vane", "Bob Pell", "Hal Dunn")]
    assert [p.name for p in listed("Cllr Jo Vane, Cllr Norman Committee - minutes, Cllr Ann Orde").people] == ["Jo Vane", "Norman", "Ann Orde"]


def test_a_word_of_a_post_is_nobody() -> None:
    assert came("MEMBERS:     J. Vane, Reeve\n             A. Orde\nSTAFF:       K. Hart, Chief Administrative Officer\n             D. Pell, County Planner — ORRS") == [("J. Vane", "present"), ("A. Orde", "present"), ("K. Hart", "in_attendance"), ("D. Pell", "in_attendance")]


def test_labels_behind_semicolons_open_lists_of_their_own() -> None:
    assert came("Trustees in attendance: Vane, Orde, Pell; absent: Tull; also present: Clerk Roe, Administrator Hale") \
        == [("Vane", "present"), ("Orde", "present"), ("Pell", "present"), ("Tull", "absent"), ("Roe", "in_attendance"), ("Hale", "in_attendance")]
    assert {name for name, _ in came("Trustees in attendance: Vane, Orde, Pell; reports received: Water, Roads")} <= {"Vane", "Orde", "Pell"}
