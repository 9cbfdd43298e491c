"""Whole minutes in the house styles of invented councils: marked-up text → PDF → records, measured against what the text says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from housestyle import FOLDER, typeset
from papermine.score import score

FLOOR = {"agenda_items": 0.97, "resolutions": 0.95, "resolution_items": 0.95, "resolution_pages": 0.95, "movers": 0.95, "seconders": 0.95, "vote_counts": 0.95, "named_votes": 0.95,
         "attendance": 0.97}
"""What the rules reach on the styles in ``tests/styles``; a change that falls below it has lost a form."""


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("styles")
    for source in sorted(FOLDER.glob("*.txt")):
        typeset(source, folder)
    done = subprocess.run([sys.executable, "-m", "papermine", "ingest", str(folder), "--db", str(folder / "styles.duckdb"), "--workers", "1"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return score(folder / "styles.duckdb", folder).tallies


@pytest.mark.xdist_group("styles")
@pytest.mark.parametrize("kind", FLOOR)
def test_house_styles(tallies: Any, kind: str) -> None:
    found = tallies[kind]
    assert found.f1 >= FLOOR[kind], found.misses
