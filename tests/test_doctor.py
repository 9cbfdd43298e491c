"""`papermine doctor`, and the page that `ingest --report` writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from papermine.cli import app
from papermine.coverage.figures import Example, Figures, PackFigures
from papermine.coverage.page import html
from papermine.doctor import examine
from papermine.ocr import engine
from scanned import PAGE_SIZE, as_pdf, lines, picture, printed


def test_doctor_names_what_is_missing_and_for_which_feature(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    engine.engine.cache_clear()
    try:
        found = {f.what: f for f in examine(tmp_path / "x.duckdb")}
        strict = CliRunner().invoke(app, ["doctor", "--db", str(tmp_path / "x.duckdb"), "--strict", "--format", "json"])
    finally:
        engine.engine.cache_clear()
    assert found["Tesseract"].state == "missing"
    assert "pages without a usable text layer stay unread" in found["Tesseract"].found
    assert found["Tesseract"].then == engine.how_to_install(("eng", "cym"))
    assert found["disk"].state == "ok"
    assert strict.exit_code == 3
    assert {f["what"] for f in json.loads(strict.stdout)} >= {"papermine", "libraries", "Tesseract", "database", "disk", "OCR cache"}


def test_doctor_ends_with_1_where_papermine_cannot_work(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("not a database")
    done = CliRunner().invoke(app, ["doctor", "--db", str(tmp_path / "x.duckdb")])
    assert done.exit_code == 1
    assert "broken" in done.stdout


def test_the_report_counts_pages_by_source_and_shows_examples(tmp_path: Path) -> None:
    assert PAGE_SIZE == (420, 300)
    as_pdf(tmp_path / "mixed.pdf", lines(), picture(printed(lines())))
    out = tmp_path / "report.html"
    done = CliRunner().invoke(app, ["ingest", str(tmp_path / "mixed.pdf"), "--db", str(tmp_path / "x.duckdb"), "--ocr", "never", "--workers", "0",
                                    "--council", "Anytown", "--report", str(out)])
    assert done.exit_code == 0, done.output
    text = out.read_text(encoding="utf-8")
    assert "1 (50.0%) have a text layer that was used" in text
    assert "1 (50.0%) could not be read" in text
    assert "<td>Anytown</td>" in text
    assert "<td>no-text-layer</td>" in text
    assert 'src="data:image/jpeg;base64,' in text
    assert "http" not in text.split("</style>")[1].replace("http-equiv", "")


def test_what_papers_print_is_escaped() -> None:
    evil = "<script>alert(1)</script>\x1b[31m"
    found = Figures([PackFigures("p", evil, None, evil, "clean", {"text": 1}, None, {"x": 1})], {"x": ("info", 1, 1)},
                    [Example("x", "info", evil, evil, None, 1, [])])
    text = html(found)
    assert "<script" not in text
    assert "\x1b" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
