"""Words of a decision that belong to no record are an issue with their place: silence would be a wrong answer."""

from __future__ import annotations

import pytest

from paper import Row, paper, typeset
from papermine.check.unread import empty_papers
from papermine.pipeline import mine
from papermine.records import Issue, Resolution

HEAD: list[Row] = ["Hollinbeck Parish Council", "Minutes of the meeting held on 4 March 2024", "", "Present: Councillors A Vane, B Orde and C Pell.", ""]


def unread(*rows: Row) -> list[Issue]:
    return [i for i in mine(typeset([*HEAD, (57, "1. Benches", "b"), *rows])).of(Issue) if i.code == "decision-unread"]


def test_an_election_told_by_nomination_alone_is_not_silence() -> None:
    found = unread("Simon Smith was proposed by JH as keeper of the green and this was seconded by LR.")
    assert [(i.page, i.severity, i.evidence[0].text[:11]) for i in found] == [(1, "info", "Simon Smith")]
    assert "reads like a decision, of which no record is stored" in found[0].message


@pytest.mark.parametrize("rows", [
    ["RESOLVED that two benches be bought."],
    ["RESOLVED:", "", "", "(1) that two benches be bought; and", "(2) that they be painted."],
    ["Moved by Councillor Vane, seconded by Councillor Orde, that two benches be bought.", "Carried."],
    ["The clerk said that it was agreed last year that no bench be bought.", "RESOLVED to note this."],
])
def test_what_is_stored_and_what_is_told_of_elsewhere_is_no_issue(rows: list[Row]) -> None:
    assert unread(*rows) == []


def test_lines_that_belong_together_are_one_issue() -> None:
    made = mine(typeset([*HEAD, (57, "1. Benches", "b"), "RESOLVED that two benches be bought.", (57, "2. The green", "b"),
                         "Simon Smith was proposed by JH as keeper of the green", "and this was seconded by LR."]))
    assert [len(i.evidence) for i in made.of(Issue) if i.code == "decision-unread"] == [2]
    assert [r.text for r in made.of(Resolution)] == ["two benches be bought."]


def codes(*rows: Row) -> list[str]:
    return [i.code for i in mine(typeset(list(rows))).of(Issue) if i.code.endswith("-unread")]


def test_minutes_in_which_nobody_came() -> None:
    held = paper("minutes", ["Hollinbeck Parish Council", "Minutes of the meeting held on 4 March 2024", "RESOLVED that two benches be bought."])
    assert [f.code for f in empty_papers(held, [])] == ["attendance-unread"]


def test_an_agenda_without_an_item() -> None:
    top: list[Row] = ["Hollinbeck Parish Council", "", (57, "AGENDA", "b"), "", "Meeting of the Council on Monday, 4 March 2024 at 7.00 pm", ""]
    assert codes(*top, "The council will talk about benches and about swings.") == ["agenda-unread"]
    assert codes(*top, "1. Apologies for absence", "2. Minutes of the last meeting", "3. Benches") == []


def test_a_report_whose_recommendations_were_not_read() -> None:
    top: list[Row] = ["Hollinbeck Parish Council", "", "Report to: Council", "Date: 4 March 2024", "Report of: The Clerk", "Subject: Benches", ""]
    assert codes(*top, (57, "1. Background", "b"), "Benches rot.", (57, "2. Recommendations", "b")) == ["recommendations-unread"]
    assert codes(*top, (57, "1. Background", "b"), "Benches rot.", (57, "2. Recommendations", "b"), "That two benches be bought.") == []


def test_a_line_is_quoted_as_it_is_printed() -> None:
    """Masks look for names as they are printed: `repr` would write O\\'Brien."""
    found = unread("Simon O'Brien was proposed by JH as \"keeper\" of the green and this was seconded by LR.")
    assert [("O'Brien" in i.message, "\\" in i.message) for i in found] == [(True, False)]


def test_a_motion_of_which_no_outcome_was_read() -> None:
    held: list[Row] = [*HEAD, (57, "1. Benches", "b"), "Moved by Councillor Vane, seconded by Councillor Orde, that two benches be bought."]
    assert [i.code for i in mine(typeset([*held, "The sun came out."])).of(Issue) if i.code == "outcome-unread"] == ["outcome-unread"]
    assert [i.code for i in mine(typeset([*held, "Carried."])).of(Issue) if i.code == "outcome-unread"] == []
