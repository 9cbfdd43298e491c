"""`papermine score` gives the figures of the shared scorer; what is the same and what is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from builders import PackOf, put
from papermine.errors import PapermineError
from papermine.records import Attendance, Recommendation, Report
from papermine.score import score
from papermine.score.likeness import neighbours, number, same_person, similar
from papermine.score.tally import match

SHARED = Path(os.environ.get("PAPERMINE_SHARED_SCORER", Path(__file__).parents[2] / "shared" / "benchmark" / "score.py"))


def pack_with_everything() -> tuple[PackOf, dict[str, Any]]:
    """A pack, and truth that differs from it in each kind a little."""
    pack = PackOf("a")
    meeting = pack.meeting(body="Scrutiny Board")
    agenda, paper = pack.paper(meeting, "agenda", (1, 2)), pack.paper(meeting, "minutes", (3, 6))
    pack.item(agenda, "Apologies for absence", "1", "agenda")
    pack.item(agenda, "Budget", "2.", "agenda", first_page=3, last_page=4)
    item = pack.item(paper, "Budget", "2")
    division = pack.division(paper, {"for": ["Cllr Philip Bateman MBE", "J Smith"], "against": ["Jones"]})
    pack.resolution(paper, "That the budget be approved as set out", item, mover="Philip Bateman", seconder="J Smith", votes_for=2, votes_against=1,
                    division_id=division.division_id)
    pack.resolution(paper, "Something that nobody said", item)
    for name, status in (("Philip Bateman", "present"), ("Jo Extra", "absent")):
        pack.add(Attendance(attendance_id=pack.ids("attendance", 3), document_id=paper.document_id, pack_meeting_id=meeting.pack_meeting_id, name=name,
                            name_printed=name, status=status))
    pack.add(Report(report_id=pack.ids("report", 4), document_id=paper.document_id, page=4, title="The Budget 2020/21", wards_affected="All"))
    pack.add(Recommendation(recommendation_id=pack.ids("recommendation", 4), document_id=paper.document_id, number="1", text="Approve the budget.", page=4))
    pack.grid(paper, [["", "2019/20", "2020/21"], ["Rates", "1", "2"]], 5)
    pack.grid(paper, [["odd", "table"]], 6)
    truth = {
        "pdf": "a.pdf", "sha256": pack.sha256, "council": "Anytown", "country": "UK",
        "complete": ["documents", "meetings", "agenda_items", "resolutions", "attendance", "reports", "recommendations", "tables"],
        "documents": [{"kind": "agenda", "pages": [1, 2]}, {"kind": "minutes", "pages": [3, 5]}, {"kind": "report", "pages": [6, 6]}],
        "meetings": [{"body": "THE Scrutiny Board", "date": "2020-01-22"}],
        "agenda_items": [{"where": "agenda", "number": "1", "title": "Apologies for absence", "page": 1},
                         {"where": "agenda", "number": "2", "title": "Budget", "page": 1, "pages": [3, 5]},
                         {"where": "minutes", "number": "2", "title": "Budget", "page": 3}],
        "resolutions": [{"text": "That the budget be approved, as set out", "item": "2", "number": None, "page": 1, "mover": "Cllr P Bateman",
                         "seconder": "A Smith", "count": [2, 1, None], "votes": {"for": ["Phil Bateman", "John Smith"], "against": ["Brown"]}},
                        {"text": "Resolved that the minutes be signed", "item": "3", "number": "1", "page": 2, "mover": None, "seconder": None}],
        "attendance": [{"name": "Cllr Philip Bateman MBE", "status": "present"}, {"name": "Ann Other", "status": "apologies"}],
        "reports": [{"page": 4, "title": "Budget 2020/21", "wards_affected": "All wards"}],
        "recommendations": [{"number": "1", "text": "Approve the budget", "page": 4}],
        "tables": [{"pages": [5, 5], "rows": [["", "2019/20", "2020/21"], ["Rates", "1", "3"]]}],
    }
    return pack, truth


@pytest.fixture
def scored(tmp_path: Path) -> tuple[Path, Path]:
    pack, truth = pack_with_everything()
    put(tmp_path / "x.duckdb", pack)
    folder = tmp_path / "truth" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps(truth))
    absent = {**truth, "pdf": "gone.pdf", "sha256": "0" * 64, "scanned": True, "table_pages": [5]}
    (folder / "gone.json").write_text(json.dumps(absent))
    (folder / "notes.json").write_text("[]")
    return tmp_path / "x.duckdb", tmp_path / "truth"


def test_figures_by_kind(scored: tuple[Path, Path]) -> None:
    scores = score(*scored, text_only=True)
    got = {kind: (t.expected, t.found, t.correct) for kind, t in scores.kinds.items() if kind not in ("tables_mean",)}
    assert got == {
        "documents": (3, 2, 2), "meetings": (1, 1, 1), "agenda_items": (3, 3, 3), "item_page_ranges": (1, 1, 0), "resolutions": (2, 2, 1),
        "resolution_items": (2, 2, 1), "resolution_pages": (2, 2, 1), "movers": (1, 1, 1), "seconders": (1, 1, 0), "vote_counts": (1, 1, 1),
        "named_votes": (3, 3, 1), "attendance": (2, 2, 1), "report_fields": (2, 2, 1), "recommendations": (1, 1, 1), "tables": (5, 6, 3),
        "tables_exact": (1, 2, 0)}
    assert ("a.pdf", "missing", "Ann Other (apologies)") in scores.tallies["attendance"].misses
    assert (scores.packs, scores.absent) == (1, [])
    assert score(*scored).absent == ["gone.pdf"]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared scorer is not here")
@pytest.mark.parametrize("text_only", [False, True])
def test_the_figures_are_those_of_the_shared_scorer(scored: tuple[Path, Path], tmp_path: Path, text_only: bool) -> None:
    option = ["--text-only"] if text_only else []
    theirs = subprocess.run([sys.executable, str(SHARED), *map(str, scored), "--json", str(tmp_path / "theirs.json"), *option],
                            capture_output=True, text=True, check=True).stdout
    ours = subprocess.run([sys.executable, "-m", "papermine", "score", *map(str, scored), "--json", str(tmp_path / "ours.json"), *option],
                          capture_output=True, text=True, check=True).stdout
    assert ours == theirs
    assert json.loads((tmp_path / "ours.json").read_text()) == json.loads((tmp_path / "theirs.json").read_text())


def test_misses_are_listed(scored: tuple[Path, Path]) -> None:
    done = subprocess.run([sys.executable, "-m", "papermine", "score", *map(str, scored), "--misses"], capture_output=True, text=True, check=True)
    assert "attendance | a.pdf | extra | Jo Extra (absent)" in done.stdout
    assert "item_page_ranges | a.pdf | differs | [3, 5] != [3, 4]: Budget" in done.stdout


def test_no_truth_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PapermineError, match="holds no truth files"):
        score(tmp_path / "x.duckdb", tmp_path)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Cllr P Brookfield", "Philippa Brookfield", True), ("Brookfield", "P Brookfield", False), ("The Chairman", "the chairman", True),
    ("John Smith", "Jane Smith", False), ("J. Smith (Labour)", "John Smith", True), (None, "Smith", False)])
def test_same_person(one: str | None, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_likeness() -> None:
    assert similar("It was resolved that the report be noted", "That the report be noted.", True) == 1.0
    assert similar("green houses", "greenhouses") == 1.0
    assert similar("a", None) == 0.0
    assert number("(2).") == number("2") == "2"
    assert neighbours([["a", "", "b"], ["c", "", ""]]) == {("a", "b", "h"): 1, ("a", "c", "v"): 1}
    assert match([1, 2], [2, 1], lambda e, f: 1.0 - abs(e - f) / 10, 0.5) == [(0, 1), (1, 0)]
