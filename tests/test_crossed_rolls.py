"""Minutes whose forms are drawn independently of each other (`crossed_rolls`), measured against what was drawn."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crossed_rolls import LANDS, crossed
from housestyle import typeset
from papermine.score import score

FLOOR = {"documents": 1.0, "meetings": 1.0, "agenda_items": 0.99, "attendance": 0.98}
"""What is read of the forms in any company; a change that falls below it has tied a rule to what stands beside it."""


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("crossed")
    for seed in range(30):
        source = folder / f"c{seed:03}.txt"
        source.write_text(crossed(seed)[0], encoding="utf-8")
        truth = typeset(source, folder).with_suffix(".json")
        kept = json.loads(truth.read_text(encoding="utf-8")) | {"complete": list(FLOOR)}
        truth.write_text(json.dumps(kept), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "papermine", "ingest", str(folder), "--db", str(folder / "crossed.duckdb"), "--workers", "1"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return score(folder / "crossed.duckdb", folder).tallies


@pytest.mark.xdist_group("crossed")
@pytest.mark.parametrize("kind", FLOOR)
def test_crossed_forms(tallies: Any, kind: str) -> None:
    assert tallies[kind].f1 >= FLOOR[kind], tallies[kind].misses


def test_a_form_can_be_held() -> None:
    """A failure is followed to its pair by drawing the same paper with one part in another form."""
    text, drawn = crossed(7, {"land": "parish", "roll": "cols2", "break": "none"})
    assert (drawn["land"], drawn["roll"], drawn["break"]) == ("parish", "cols2", "none")
    assert any(council in text for council in LANDS["parish"].councils)
    assert "W230,230|" in text
    assert "B|" not in text.splitlines()
