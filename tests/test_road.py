"""The whole road on typeset packs: packs in, truth out. Regression figures, not accuracy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from papermine.pipeline import mine, read
from papermine.records import DivisionVote
from papermine.score import ORDER, score
from papermine.store import query

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "benchmark"


def ingested(folder: Path, db: Path) -> Path:
    """Ingest a folder with the command and return the database."""
    done = subprocess.run([sys.executable, "-m", "papermine", "ingest", str(folder), "--db", str(db), "--workers", "1"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return db


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingested(ROOT / "corpus", tmp_path_factory.mktemp("corpus") / "corpus.duckdb")


def figures(db: Path, truth: Path) -> dict[str, float]:
    tallies = score(db, truth).tallies
    return {kind: round(tallies[kind].f1, 3) for kind in ORDER if tallies[kind].expected}


@pytest.mark.xdist_group("corpus")
def test_the_packs_give_their_truth(corpus: Path) -> None:
    found = figures(corpus, ROOT / "corpus")
    short = {kind: f1 for kind, f1 in found.items() if f1 < (0.9 if kind.startswith("tables") else 0.98)}
    assert not short
    assert len(found) == len(ORDER)


@pytest.mark.xdist_group("corpus")
def test_minutes_in_two_languages_give_each_decision_once(corpus: Path) -> None:
    assert query(corpus, "SELECT item_number, count(*), min(printings), max(printings) FROM decisions WHERE file_name LIKE 'pantybrenin%' "
                 "GROUP BY 1 ORDER BY 1").rows == [("2", 1, 2, 2), ("4", 1, 2, 2), ("5", 2, 2, 2), ("6", 1, 2, 2), ("7", 1, 2, 2)]


@pytest.mark.xdist_group("corpus")
def test_advice_its_outcome_and_both_printings(corpus: Path) -> None:
    """The cabinet's reports of 4.2.2025, its minutes of that day and its decision notice."""
    assert query(corpus, """
        SELECT number, outcome, change, resolved_file, resolved_page FROM recommendation_outcomes WHERE meeting_date = '2025-02-04'
        AND outcome NOT IN ('adopted', 'not settled') ORDER BY 2""").rows == [
        ("d", "amended", "Approve the fees and charges listed in Appendix D with effect from 1 [-April-] {+July+} 2026, {+with the exception of "
         "burial fees.+}", "brindlecombe--2025-02-04-cabinet-printed-minutes.pdf", 2),
        ("a", "deferred", None, "brindlecombe--2025-02-04-cabinet-printed-minutes.pdf", 2)]
    assert query(corpus, "SELECT outcome, count(*) FROM recommendation_outcomes WHERE meeting_date = '2025-02-04' GROUP BY 1 ORDER BY 1").rows == [
        ("adopted", 5), ("amended", 1), ("deferred", 1), ("not settled", 2)]
    assert query(corpus, "SELECT source_kind, printings, count(*) FROM decisions WHERE meeting_date = '2025-02-04' GROUP BY ALL ORDER BY 2").rows == [
        ("minutes", 1, 1), ("minutes", 2, 7)], "the approval of the minutes is in no notice"


@pytest.mark.xdist_group("corpus")
def test_every_record_has_evidence_that_is_printed_there(corpus: Path) -> None:
    rows = query(corpus, """
        SELECT kind, count(*) FROM evidence e JOIN pages p ON p.pack_id = e.pack_id AND p.page = e.page
        WHERE e.x0 < -1 OR e.top < -1 OR e.x1 > p.width + 1 OR e.bottom > p.height + 1 OR e.x1 < e.x0 OR e.bottom < e.top GROUP BY 1""").rows
    assert rows == []
    for table, key in (("resolutions", "resolution_id"), ("agenda_items", "item_id"), ("attendance", "attendance_id"), ("documents", "document_id"),
                       ("recommendations", "recommendation_id"), ("reports", "report_id"), ("tables", "table_id")):
        bare = query(corpus, f"SELECT {key} FROM {table} WHERE {key} NOT IN (SELECT record_id FROM evidence)").rows
        assert bare == [], table


@pytest.mark.xdist_group("corpus")
def test_a_decision_is_never_a_lost_or_withdrawn_motion(corpus: Path) -> None:
    assert query(corpus, "SELECT r.outcome, count(*) FROM decisions JOIN resolutions r USING (resolution_id) WHERE r.outcome IN ('lost', 'withdrawn') GROUP BY 1").rows == []
    [(lost,)] = query(corpus, "SELECT count(*) FROM resolutions WHERE outcome = 'lost'").rows
    assert lost > 0


@pytest.mark.xdist_group("corpus")
def test_no_vote_is_stored_that_is_not_printed(corpus: Path) -> None:
    rows = query(corpus, """
        SELECT v.person_name, p.text FROM division_votes v JOIN evidence e ON e.record_id = v.division_vote_id
        JOIN pages p ON p.pack_id = e.pack_id AND p.page = e.page""").rows
    assert len(rows) > 100
    for name, text in rows:
        assert "".join(str(name).split()) in "".join(str(text).split()), name


def test_varied_packs_of_a_seed_nobody_looked_at(tmp_path: Path) -> None:
    made = subprocess.run([sys.executable, str(ROOT / "corpus" / "build.py"), "--packs", "12", "--seed", "90210", "--out", str(tmp_path)],
                          capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    found = figures(ingested(tmp_path, tmp_path / "varied.duckdb"), tmp_path)
    floor: dict[str, float] = dict.fromkeys(ORDER, 0.85) | {"tables": 0.7, "tables_mean": 0.7, "tables_exact": 0.5, "vote_counts": 0.7, "named_votes": 0.7}
    assert not {kind: f1 for kind, f1 in found.items() if f1 < floor[kind]}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared benchmark is not beside the checkout")
def test_the_pack_that_the_project_was_made_for(tmp_path: Path) -> None:
    [truth] = SHARED.glob("truth/wolverhampton*.json")
    [pack] = SHARED.glob("packs/wolverhampton*.pdf")
    only = tmp_path / "truth"
    only.mkdir()
    (only / truth.name).write_bytes(truth.read_bytes())
    found = figures(ingested(pack, tmp_path / "one.duckdb"), only)
    wanted: dict[str, Any] = json.loads(truth.read_text())
    assert wanted["complete"]
    assert {kind: f1 for kind, f1 in found.items() if f1 < (0.98 if kind.startswith("tables") else 1)} == {}


def test_a_name_that_a_line_end_cuts_is_one_voter(tmp_path: Path) -> None:
    """ "Against: D. / Peverell." stands so in the slips of this township, whose minutes were misread once."""
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'corpus')!r}); from pathlib import Path; from build import varied; " \
           f"print(varied('township', 31337, 35).write(Path({str(tmp_path)!r}))[0])"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    names = {v.person_name for v in mine(read(made)).of(DivisionVote) if v.option == "against"}
    assert {"D. Peverell", "S. Calloway"} <= names
    assert not {"D", "S", "Peverell", "Calloway"} & names
