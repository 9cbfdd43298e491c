"""A report's recommendation against what was resolved: adopted, amended, deferred, rejected, or not told."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from builders import DAY, PackOf, put, rows
from papermine.link.outcomes import Outcome, core, outcomes
from papermine.link.rows import Advice, Decided, Meeting

SHARED = Path(__file__).parent.parent.parent / "shared" / "benchmark" / "packs"
MEETINGS = {"m": Meeting("m", "Anytown Council", "Cabinet", DAY), "later": Meeting("later", "Anytown Council", "Cabinet", DAY + dt.timedelta(days=90))}


def advice(*texts: str, lead_in: str | None = None, meeting: str | None = "m") -> list[Advice]:
    return [Advice(f"rec{n}", "p", "report", meeting, "b1", "Budget", "Budget", str(n), text, lead_in, 1, n) for n, text in enumerate(texts, 1)]


def decided(*texts: str | tuple[str, str], meeting: str = "m", item: str = "b1") -> list[Decided]:
    pairs = [t if isinstance(t, tuple) else (t, None) for t in texts]
    return [Decided(f"res{n}", "q", "minutes", meeting, item, "7", "Budget" if item == "b1" else "Roads", None, text, None, outcome, 1, n, "minutes", item)
            for n, (text, outcome) in enumerate(pairs, 1)]


def became(asked: list[Advice], made: list[Decided], minuted: bool = True) -> list[Outcome]:
    return outcomes(asked, made, MEETINGS, {"m": True, "later": True} if minuted else {})


@pytest.mark.parametrize(("asked", "resolved"), [
    ("NOTE the report.", "the report be noted"), ("County Council is asked to endorse this report.", "Council endorses the report."),
    ("Members are asked to note all that is being done and agree to priorities going forward.",
     "Members note all that is being done and agree to priorities going forward."),
    ("AGREE the revised Terms of Reference as set out in Appendix A; and", "Agrees the revised Terms of Reference as set out in Appendix A"),
    ("If Recommendation 4 is passed, APPROVE the relevant changes to the Constitution", "Approves the relevant changes to the Constitution."),
    ("Authorises the Director to award contracts in- line with the budget of £2m", "Authorised the Director to award contracts in-line with the budget of £2m")])
def test_adopted_as_printed(asked: str, resolved: str) -> None:
    assert [(o.outcome, o.resolution_id, o.change) for o in became(advice(asked), decided(resolved))] == [("adopted", "res1", None)]


@pytest.mark.parametrize(("asked", "resolved", "change"), [
    ("Approve the scheme at a cost of up to £1m", "Approved the scheme at a cost of up to £2m",
     "[-Approve-] {+Approved+} the scheme at a cost of up to [-£1m-] {+£2m+}"),
    ("APPROVE the adoption of the amended Constitution at Appendix 2.", "Approves the adoption of the Constitution at Appendix 2 (as amended in s14.60).",
     "[-APPROVE-] {+Approves+} the adoption of the [-amended-] Constitution at Appendix 2 {+(as amended in s14.60).+}"),
    ("Agree that the library be closed", "Agree that the library be not closed", "Agree that the library be {+not+} closed")])
def test_amended_with_the_words_that_changed(asked: str, resolved: str, change: str) -> None:
    assert [(o.outcome, o.change) for o in became(advice(asked), decided(resolved))] == [("amended", change)]


@pytest.mark.parametrize(("resolved", "outcome"), [
    (("Approve the sale of the land at Mill Road", "lost"), "rejected"), (("Approve the sale of the land at Mill Road", "withdrawn"), "deferred"),
    (("the item be deferred to the next meeting", None), "deferred"), (("the sale of the land at Mill Road be not approved", None), "rejected"),
    (("the item was not reached before the end of the meeting", None), "not reached"), (("officers bring a further report on parking", None), "not settled")])
def test_not_adopted(resolved: tuple[str, str | None], outcome: str) -> None:
    assert [o.outcome for o in became(advice("Approve the sale of the land at Mill Road"), decided(resolved))] == [outcome]  # type: ignore[arg-type]


def test_recommendations_agreed_as_a_whole() -> None:
    three = advice("Approve the strategy", "Note the risks", "Delegate the rest")
    assert [o.outcome for o in became(three, decided("the recommendations in the report be approved"))] == ["adopted"] * 3
    assert [o.outcome for o in became(three, decided("recommendations 1 and 3 be agreed"))] == ["adopted", "not settled", "adopted"]
    assert [o.outcome for o in became(three, decided("the recommendations be approved, subject to a review in May"))] == ["amended"] * 3


def test_two_recommendations_in_one_paragraph() -> None:
    a = "Agree to transfer the statutory functions of the service, with its workforce, to the directorate from 1 April 2025; and"
    b = "Delegate authority to the Corporate Director to take the relevant actions, including awarding and finalising contracts as necessary"
    one = decided("Cabinet agree to transfer the statutory functions of the service, with its workforce, to the directorate from 1 April 2025; and that "
                  "delegated authority to the Corporate Director to take the relevant actions, including awarding and finalising contracts as necessary")
    assert [(o.outcome, o.rule) for o in became(advice(a, b), one)] == [("adopted", "part of a resolution")] * 2


def test_the_option_that_was_not_chosen_is_not_called_rejected() -> None:
    lead = "The Council may resolve one of the following:"
    got = became(advice("Agree that the decision be implemented", "express comments but not require reconsideration of the decision, or", lead_in=lead),
                 decided("the Council makes comments but does not require reconsideration of the decision. In particular, the Council urges the Executive to "
                         "enforce the offer that hubs are funded"))
    assert [(o.outcome, o.rule) for o in got] == [("not settled", "another option"), ("amended", "changed words")]


def test_the_same_words_under_another_item_are_no_outcome() -> None:
    assert [o.outcome for o in became(advice("Note the report"), decided("the report be noted", item="b2"))] == ["not settled"]


def test_without_minutes_nothing_is_said() -> None:
    assert [o.outcome for o in became(advice("Note the report"), [], minuted=False)] == ["no minutes yet"]
    assert [o.outcome for o in became(advice("Note the report", meeting=None), decided("the report be noted", item="b2"))] == ["not settled"]


def test_a_matter_decided_at_a_later_meeting() -> None:
    text = ("Authorise the Director of Growth to procure, award and vary the contracts that are necessary for the first stage of the workplace parking "
            "levy within the budget of £1m set out in this report")
    got = became(advice(text), decided(text.replace("Authorise", "Authorised"), meeting="later", item="b9"))
    assert [(o.outcome, o.meeting_id, o.rule) for o in got] == [("adopted", "later", "same words at another meeting")]


def test_who_decides_is_not_what_is_decided() -> None:
    assert core("The County Council is asked to NOTE the report") == core("That Cabinet notes the report") == "note the report"


def test_the_view_shows_advice_beside_outcome(tmp_path: Path) -> None:
    from papermine.records import Recommendation
    db = tmp_path / "council.duckdb"
    one, two = PackOf("pack"), PackOf("minutes")
    paper = one.paper(one.meeting(), kind="agenda", pages=(1, 1))
    item = one.item(paper, "Budget", "7", "agenda", first_page=2, last_page=3)
    report = one.paper(one.records[1], kind="report", pages=(2, 3))  # type: ignore[arg-type]
    one.add(Recommendation(recommendation_id=one.ids("recommendation", 2), document_id=report.document_id, item_id=item.item_id, number="1",
                           text="Approve the budget of £5m", page=2))
    minutes = two.paper(two.meeting())
    two.resolution(minutes, "the budget of £5m be approved", two.item(minutes, "Budget", "101"))
    put(db, one)
    assert rows(db, "SELECT outcome FROM recommendation_outcomes") == [("no minutes yet",)]
    put(db, two)
    assert rows(db, "SELECT outcome, number, text, resolved, body, meeting_date, file_name, page, resolved_file, resolved_page FROM recommendation_outcomes") == [
        ("adopted", "1", "Approve the budget of £5m", "the budget of £5m be approved", "Cabinet", DAY, "pack.pdf", 2, "minutes.pdf", 1)]


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/benchmark/packs is not here: Bristol's levy report, minutes and notice of 12.9.2024 are there")
def test_bristols_report_minutes_and_notice(tmp_path: Path) -> None:
    """Without --council: the notice and the report find their meeting by what they print; each decision is there once."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
    from outcomes import score  # type: ignore[import-not-found]

    from papermine.ingest import Options, ingest
    db = tmp_path / "bristol.duckdb"
    ingest(sorted(SHARED.glob("bristol-cc--2024-09-12-*.pdf")), db, Options(workers=1))
    counts, misses = score(str(db))
    assert (counts["rows"], counts["right"], misses) == (4, 4, [])
    assert rows(db, "SELECT source_kind, min(printings), max(printings), count(*) FROM decisions WHERE item_number NOT IN ('4', '6') GROUP BY 1") == [
        ("minutes", 2, 2, 24)]
    assert rows(db, "SELECT count(*) FROM decision_printings WHERE file_name LIKE '%notice%' AND is_best") == [(0,)]
