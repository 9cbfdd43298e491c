"""Imports go downward only, stages never import each other, and each library has one owner."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "papermine"

LAYERS = [
    {"cachefolder", "errors", "provenance", "questions"},
    {"classes", "regex"},
    {"document"},
    {"records"},
    {"mined", "councils", "language", "sums"},
    {"ocr"},
    {"reader", "tables", "layout", "segment", "extract", "check", "link"},
    {"pipeline"},
    {"store"},
    {"draw", "export", "ingest", "score", "search"},
    {"review"},
    {"audit", "coverage", "doctor", "cluster"},
    {"serve"},
    {"cli", "__main__"},
]
STAGES_MAY_USE = {("layout", "tables"), ("layout", "reader")}
"""Layout asks the table finder while a page's words are at hand, and takes pages from the reader."""

OWNERS = {
    "pypdfium2": {"reader", "draw", "ingest"},
    "pdfplumber": {"reader"},
    "docx": {"reader"},
    "lxml": {"reader"},
    "reportlab": {"reader"},
    "psutil": {"ingest"},
    "distributed": {"cluster"},
    "fsspec": {"cluster"},
    "spacy": {"language"},
    "duckdb": {"store"},
    "pyarrow": {"store", "export"},
    "typer": {"cli"},
    "rich": {"cli"},
    "openpyxl": {"export"},
    "PIL": {"draw", "ocr"},
    "tantivy": {"search"},
    "starlette": {"serve"},
    "jinja2": {"serve"},
    "uvicorn": {"serve"},
}


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module)
            if node.module == "papermine":
                found |= {f"papermine.{alias.name}" for alias in node.names}
    return found


FILES = sorted(p for p in SRC.rglob("*.py") if p != SRC / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_go_downward_only(path: Path) -> None:
    level = {name: i for i, layer in enumerate(LAYERS) for name in layer}
    here = room(path)
    assert here in level, f"{here} is in no layer: say where it belongs"
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "papermine" or len(parts) < 2 or parts[1] == here or parts[1] not in level:
            continue
        there = parts[1]
        same = level[there] == level[here] and (len(LAYERS[level[here]]) <= 2 or (here, there) in STAGES_MAY_USE)
        assert level[there] < level[here] or same, f"{here} imports {there}, which is not below it"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_each_library_has_one_owner(path: Path) -> None:
    for name in imported(path):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or room(path) in owners, f"{room(path)} imports {name}, which belongs to {owners}"


def test_files_are_short() -> None:
    long = {str(p.relative_to(SRC)): n for p in FILES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 420}
    assert not long, f"over 400 lines, each worth a thought about its rooms: {long}"


THEMES = [{"paragraphs", "exempt"}, {"agenda", "minutes", "meetings", "votes"}, {"roll", "reports"}, {"decisions"}]
"""The packages of extract/, from below; `agenda` and `reports` share how items are numbered."""


@pytest.mark.parametrize("path", sorted((SRC / "extract").rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_themes_of_extract_use_those_below(path: Path) -> None:
    level = {name: i for i, layer in enumerate(THEMES) for name in layer}
    here = path.relative_to(SRC / "extract").parts[0].removesuffix(".py")
    if here == "__init__":
        assert not imported(path) - {"__future__"}
        return
    for name in imported(path):
        if name.startswith("papermine.extract.") and (there := name.split(".")[2]) != here:
            assert level[there] < level[here], f"{here} imports {there}, which is not below it"
