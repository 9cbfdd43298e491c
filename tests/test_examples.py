"""Every example that `--help` prints, run as it is printed, in a folder that holds what the examples name.

An id in an example stands for one of the reader's own: it becomes the id of a record of its kind.
"""

from __future__ import annotations

import csv
import glob
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from builders import PackOf, put
from command import run
from papermine.cli import application
from papermine.ingest import Options, ingest
from papermine.records import Attendance
from papermine.store import query

CORPUS = Path(__file__).parent.parent / "corpus"
NOTICE = "brindlecombe--2025-02-04-cabinet-decision-notice"
MINUTES = "nether-quillmere-pc--2024-09-17-minutes"
ELSEWHERE = ("--engine dask", "--data ", "papermine load", "s3://", "--ocr", "minutes.docx", "papermine serve", "papermine review correct")
"""What wants a cluster, OCR, a word processor, no end, or a certain field: tests of their own (test_cluster, test_scans, test_bad_input_files,
test_serve, test_review)."""
_ID = re.compile(r"\b[0-9a-f]{16}:(\w+):[\d.]+")

pytestmark = pytest.mark.xdist_group("examples")


def examples() -> list[str]:
    """The lines of all help texts that start a command."""
    found: dict[str, None] = {}

    def walk(command: Any) -> None:
        for line in (command.help or "").splitlines():
            if re.match(r"(?:papermine|echo) ", line.strip()):
                found[re.split(r"\s{4,}", line.strip())[0]] = None
        if hasattr(command, "commands"):
            for name in command.commands:
                walk(command.commands[name])

    walk(typer.main.get_command(application()))
    return list(found)


EXAMPLES = examples()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 70


def _words(example: str) -> Iterator[tuple[list[str], str, str | None]]:
    """(arguments, standard input, file of the output) of each command of a line, as a shell takes it apart."""
    lexer = shlex.shlex(example, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words = list(lexer)
    while words:
        end = words.index("&&") if "&&" in words else len(words)
        one, words = words[:end], words[end + 1:]
        stdin, target = "", None
        if "|" in one:
            stdin, one = " ".join(one[1:one.index("|")]), one[one.index("|") + 1:]
        if ">" in one:
            target, one = one[-1], one[:one.index(">")]
        assert one[0] == "papermine", example
        args = [found for word in one[1:] for found in (sorted(glob.glob(word)) if "*" in word and " " not in word and "/" in word else [word])]
        yield [os.path.expanduser(word) for word in args], stdin, target


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_command_that_there_is(example: str) -> None:
    """Names of commands and options, and their values, are such."""
    for args, _, _ in _words(_ID.sub("0123456789abcdef:thing:1", example)):
        command: Any = typer.main.get_command(application())
        while hasattr(command, "commands") and args and args[0] in command.commands:
            command, args = command.commands[args[0]], args[1:]
        command.make_context("papermine", args)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packs, papers and databases by the names that the examples have."""
    here = tmp_path_factory.mktemp("examples")
    for name in ("corpus", "packs", "old-packs", "truth", "tables", "Downloads"):
        (here / name).mkdir()
    for end in ("pdf", "json"):
        shutil.copy(CORPUS / f"{NOTICE}.{end}", here / "corpus")
    shutil.copy(CORPUS / f"{NOTICE}.json", here / "truth")
    shutil.copy(CORPUS / f"{MINUTES}.pdf", here / "packs" / "2020-01-22.pdf")
    shutil.copy(CORPUS / f"{MINUTES}.pdf", here / "pack.pdf")
    shutil.copy(CORPUS / "brindlecombe--2025-02-04-cabinet-printed-minutes.pdf", here / "old-packs" / "printed.pdf")
    (here / "packs" / "manifest.csv").write_text("path,council\n2020-01-22.pdf,Nether Quillmere Parish Council\n", encoding="utf-8")
    db = here / "papermine.duckdb"
    ingest([str(here / "packs" / "2020-01-22.pdf"), str(here / "old-packs")], str(db), Options(workers=0))
    packs = []
    for name in ("minutes", "minutes-draft"):
        pack = PackOf(name)
        paper = pack.paper(pack.meeting())
        item = pack.item(paper, "Workplace parking levy (24/00093)")
        pack.resolution(paper, "That the levy be noted", item, mover="A Hook")
        for n, who in enumerate(("Antony Hook", "Barry Lewis", "Sarah Plowden")):
            pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                                name=who, name_printed=f"Cllr {who}", status="present", party="Green" if n else None))
        pack.division(paper, {"for": ["Antony Hook"], "against": ["Barry Lewis"]})
        pack.grid(paper, [["Service", "Budget"], ["Parking", "5"]])
        pack.issue("tally-differs")
        packs.append(pack)
    put(db, *packs)
    sheet = here / "ticked"
    assert run("audit", "--n", "2", "--pages", "0", "-o", str(sheet), db=db).returncode == 0
    with (sheet / "audit.csv").open(encoding="utf-8-sig", newline="") as given:
        rows = list(csv.DictReader(given))
    with (sheet / "audit.csv").open("w", encoding="utf-8", newline="") as ticked:
        out = csv.DictWriter(ticked, list(rows[0]))
        out.writeheader()
        out.writerows({**row, "verdict": "right"} for row in rows)
    shutil.copy(sheet / "audit.csv", here / "Downloads")
    shutil.copy(db, here / "council.duckdb")
    shutil.copy(db, here / "kept.db")
    return here


@pytest.fixture
def stage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, its databases as they were."""
    for name in ("papermine.duckdb", "council.duckdb"):
        shutil.copy(folder / "kept.db", folder / name)
    for left in folder.glob("corrections.jsonl*"):
        left.unlink()
    shutil.rmtree(folder / "audit-resolutions-1", ignore_errors=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    return folder


def _own(example: str, db: Path) -> str:
    """The example with ids of this database."""
    def own(found: re.Match[str]) -> str:
        table, key = {"resolution": ("resolutions", "resolution_id"), "attendance": ("attendance", "attendance_id"), "table": ("tables", "table_id"),
                      "issue": ("issues", "issue_id"), "item": ("agenda_items", "item_id"), "document": ("documents", "document_id")}[found[1]]
        first = "DESC" if found[0].startswith("8") else ""
        return str(query(db, f"SELECT {key} FROM {table} JOIN packs USING (pack_id) ORDER BY file_name {first}, 1 LIMIT 1").rows[0][0])
    return _ID.sub(own, example)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not any(sign in e for sign in ELSEWHERE)])
def test_an_example_runs_as_printed(example: str, stage: Path) -> None:
    if example.startswith("papermine audit report"):
        shutil.copytree(stage / "ticked", stage / "audit-resolutions-1")
    for args, stdin, target in _words(_own(example, stage / "kept.db")):
        if args[:2] == ["review", "undo"]:
            assert run("review", "reject", args[2]).returncode == 0
        done = run(*args, stdin=stdin)
        lacking = 3 if "--strict" in args and args[0] == "doctor" else 0
        assert done.returncode in (0, lacking), (args, done.stderr)
        assert "Traceback" not in done.stderr
        if target is not None:
            (stage / target).write_text(done.stdout, encoding="utf-8")
            assert done.stdout
