"""`papermine page`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from papermine.cli import app
from papermine.errors import NotFound, PapermineError, UnreadableFile
from test_draw import typeset

PNG = b"\x89PNG\r\n\x1a\n"


def run(*args: str) -> tuple[str, str]:
    """(stdout, stderr) of a command that must succeed."""
    result = CliRunner().invoke(app, ["page", *args], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def test_default_name_and_layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = typeset(tmp_path / "a b.pdf")
    monkeypatch.chdir(tmp_path)
    out, err = run(str(path), "1")
    assert (out, err) == ("", "a b-p1-lines-tables.png: page 1; 2 lines in reading order; 0 tables with 0 cells\n")
    assert (tmp_path / "a b-p1-lines-tables.png").read_bytes().startswith(PNG)


def test_options_may_stand_first_and_layers_repeat(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf")
    _, err = run("--layer", "words", "-l", "blocks", "-o", str(tmp_path / "x.png"), "--scale", "1", str(path), "1")
    assert "7 words" in err or "words" in err
    assert "blocks" in err or "block" in err
    assert (tmp_path / "x.png").read_bytes().startswith(PNG)


def test_a_folder_as_output_gets_the_default_name(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf")
    run(str(path), "1", "-l", "words", "-o", str(tmp_path))
    assert (tmp_path / "a-p1-words.png").exists()


def test_failures_are_one_sentence_and_leave_no_file(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", pages=3)
    out = tmp_path / "x.png"
    runner = CliRunner()
    for args, kind, words in (
            (["page", str(path), "9", "-o", str(out)], NotFound, "a.pdf has pages 1 to 3: there is no page 9"),
            (["page", str(tmp_path / "no.pdf"), "1", "-o", str(out)], UnreadableFile, "no such file"),
            (["page", str(path), "1", "-o", str(tmp_path / "x.jpg")], PapermineError, "x.png"),
            (["page", str(path), "1", "-o", str(path / "under" / "x.png")], PapermineError, "cannot be written")):
        result = runner.invoke(app, args)
        assert isinstance(result.exception, kind)
        assert words in str(result.exception)
        assert "\n" not in str(result.exception)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf"]


def test_picture_on_stdout(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf")
    done = subprocess.run([sys.executable, "-m", "papermine", "page", str(path), "1", "-l", "words", "-o", "-"], capture_output=True, check=True)
    assert done.stdout.startswith(PNG)


def test_help_has_examples() -> None:
    out, _ = run("--help")
    assert "papermine page pack.pdf 5 --layer tables -o tables.png" in out
