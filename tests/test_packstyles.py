"""Whole packs in the house styles of invented councils: marked-up text → PDF → records, measured against what the text says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crossed_packs import Breed
from packstyle import FOLDER, typeset
from papermine.score import score

FLOOR = {"documents": 0.98, "meetings": 0.98, "agenda_items": 0.98, "item_page_ranges": 0.98, "report_fields": 0.97, "recommendations": 0.97}
"""What the rules reach on the packs in ``tests/packs``; a change that falls below it has lost a form."""


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("packs")
    for source in sorted(FOLDER.glob("*.txt")):
        typeset(source, folder)
    done = subprocess.run([sys.executable, "-m", "papermine", "ingest", str(folder), "--db", str(folder / "packs.duckdb"), "--workers", "1"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return score(folder / "packs.duckdb", folder).tallies


@pytest.mark.xdist_group("packs")
@pytest.mark.parametrize("kind", FLOOR)
def test_packs(tallies: Any, kind: str) -> None:
    found = tallies[kind]
    assert found.f1 >= FLOOR[kind], found.misses


BRED = {"documents": 0.95, "meetings": 0.95, "agenda_items": 0.90, "item_page_ranges": 0.85, "report_fields": 0.95, "recommendations": 0.90}
"""The same on packs whose parts were drawn one by one, each seed a pair of forms that no council above prints."""


@pytest.fixture(scope="module")
def bred(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("bred")
    for seed in range(1, 13):
        source = folder / f"bred{seed:02}.txt"
        source.write_text(Breed(seed).text, encoding="utf-8")
        typeset(source, folder)
    done = subprocess.run([sys.executable, "-m", "papermine", "ingest", str(folder), "--db", str(folder / "bred.duckdb"), "--workers", "1"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return score(folder / "bred.duckdb", folder).tallies


@pytest.mark.xdist_group("bred")
@pytest.mark.parametrize("kind", BRED)
def test_bred_packs(bred: Any, kind: str) -> None:
    found = bred[kind]
    assert found.f1 >= BRED[kind], found.misses
