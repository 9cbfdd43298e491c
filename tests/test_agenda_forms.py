"""Forms of agendas from many kinds of councils: numbers, letters, groups, run-in titles, tables of contents."""

from __future__ import annotations

import pytest

from paper import Row
from papermine.extract.itemnumbers import item_number
from test_agenda import items


def printed(*rows: Row) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in items(list(rows))]


def test_lettered_headings_that_group_numbered_items() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "A. CALL TO ORDER", "b"), "", (57, "B. ROLL CALL", "b"), "", (57, "C. CONSENT AGENDA", "b"), "",
                   (80, "1.  Approve the agreement for lamps"), (105, "Recommended Action: Approve."), (80, "2.  Award the contract for trees"), "",
                   (57, "D. NEW BUSINESS", "b"), "", (80, "1.  Adopt the plan for paths"), "", (57, "E. ADJOURNMENT", "b")) == [
        ("A", "CALL TO ORDER"), ("B", "ROLL CALL"), ("1", "Approve the agreement for lamps"), ("2", "Award the contract for trees"),
        ("1", "Adopt the plan for paths"), ("E", "ADJOURNMENT")]


def test_lettered_items_below_a_numbered_group() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "1. CALL TO ORDER", "b"), "", (57, "2. DELEGATIONS", "b"), (80, "a) Ada Brook: the harbour wall"),
                   (80, "b) Ben Clay: the bus shelter"), "", (57, "3. ADJOURNMENT", "b")) == [
        ("1", "CALL TO ORDER"), ("a", "Ada Brook: the harbour wall"), ("b", "Ben Clay: the bus shelter"), ("3", "ADJOURNMENT")]


def test_numbered_points_under_a_lettered_item_are_no_items() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "A. ADOPT THE BUDGET", "b"), (57, "Staff recommends that the Council:"), (80, "1. Adopt the budget."),
                   (80, "2. Thank the clerk."), "", (57, "B. AWARD THE CONTRACT", "b"), "", (57, "C. ADJOURNMENT", "b")) == [
        ("A", "ADOPT THE BUDGET"), ("B", "AWARD THE CONTRACT"), ("C", "ADJOURNMENT")]


def test_unnumbered_headings_known_by_their_style() -> None:
    assert printed((250, "AGENDA", "b"), "", (57, "Apologies for Absence", "b"), "To receive apologies.", "", (57, "Declarations of Interest", "b"),
                   "Members are asked to declare interests.", "", (57, "The harbour wall", "b"), "Report of the Clerk.") == [
        (None, "Apologies for Absence"), (None, "Declarations of Interest"), (None, "The harbour wall")]


def test_a_table_of_contents_with_dot_leaders() -> None:
    assert printed((57, "TABLE OF CONTENTS", "b"), "", "1.  OPENING ............................................ 2", "2.  PUBLIC QUESTION TIME ..................... 2",
                   "3.  CLOSURE ............................................ 9") == [("1", "OPENING"), ("2", "PUBLIC QUESTION TIME"), ("3", "CLOSURE")]


@pytest.mark.parametrize(("text", "number"), [
    ("24/057 Apologies", "24/057"), ("057/24 Apologies", "057/24"), ("FC24/12 Apologies", "FC24/12"), ("1a Apologies", "1a"), ("2(b) Budget", "2(b)"),
    ("Item 4: Budget", "4"), ("IV. Roll call", "IV"), ("2.4.1 Budget", "2.4.1"),
    ("2024/25 Budget", None), ("12/03/2024 Meeting", None), ("7.30pm Doors open", None), ("20/21 accounts", None)])
def test_numbers_and_what_only_looks_like_one(text: str, number: str | None) -> None:
    got = item_number(text)
    assert (got and got[0]) == number
