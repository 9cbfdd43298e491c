"""The notebooks run from top to bottom, on papers of the corpus and a database made of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PACKS = ("brindlecombe--2025-02-04-cabinet-pack", "nether-quillmere", "wexmere")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of notebooks/ beside three packs of the corpus, and a database of these."""
    from papermine.ingest import Options, ingest
    folder = tmp_path_factory.mktemp("workshop")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    (folder / "corpus").mkdir()
    for stem in PACKS:
        shutil.copy(next((ROOT / "corpus").glob(f"{stem}*.pdf")), folder / "corpus")
    report = ingest([str(folder / "corpus")], str(folder / "council.duckdb"), Options(workers=0))
    assert report.read == len(PACKS)
    return folder


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_it_is_committed_without_outputs(path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    for cell in book.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.xdist_group("notebooks")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_it_runs(path: Path, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ipykernel")
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    monkeypatch.setenv("PAPERMINE_DB", str(workshop / "council.duckdb"))
    monkeypatch.setenv("IPYTHONDIR", str(workshop / "ipython"))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    book = nbformat.read(workshop / "notebooks" / path.name, as_version=4)
    nbclient.NotebookClient(book, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(workshop / "notebooks")}}).execute()
    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("image/png" in output.get("data", {}) for output in outputs), "no picture was shown"
    assert not [output for output in outputs if output.output_type == "error"]
    if folder := os.environ.get("PAPERMINE_KEEP_NOTEBOOKS"):
        nbformat.write(book, Path(folder) / path.name)
