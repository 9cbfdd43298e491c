"""The twenty questions: they run on any database, and the document shows what the program asks."""

from __future__ import annotations

from pathlib import Path

import pytest

import command
from builders import rows
from papermine.ingest import Options, ingest
from papermine.questions import as_markdown, questions
from papermine.store import query

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "benchmark" / "packs"
KENT = SHARED / "kent-cc--2025-03-13-county-council-printed-minutes.pdf"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asked") / "corpus.duckdb"
    ingest([ROOT / "corpus"], path, Options(workers=2))
    return path


@pytest.mark.parametrize("question", questions(), ids=lambda q: f"{q.number}")
@pytest.mark.xdist_group("questions")
def test_each_is_answered_on_the_corpus(db: Path, question: object) -> None:
    number, sql = question.number, question.sql  # type: ignore[attr-defined]
    answer = query(db, sql)
    assert answer.names
    assert answer.rows, number
    assert answer.rows == query(db, sql).rows, "an answer has an order"


@pytest.mark.skipif(not KENT.exists(), reason="../shared is not here: real papers are not part of the sources")
def test_three_answers_read_on_the_printed_page_of_kent(tmp_path: Path) -> None:
    """Page 1: Mr Sole declared an interest under Item 16; page 14: For (36) with 35 names, Against (4)."""
    path = tmp_path / "kent.duckdb"
    ingest([KENT], path, Options(workers=0))
    assert len([query(path, q.sql) for q in questions()]) == 20
    declared = query(path, questions()[6].sql).dicts()
    assert any(d["name"].endswith("Sole") and d["page"] == 1 and "Pay Policy Statement" in d["text"] for d in declared)
    assert {(37, 0, 2), (36, 4, 0)} <= set(rows(path, "SELECT votes_for, votes_against, votes_abstain FROM divisions WHERE page = 14"))
    against = {v["person_name"] for v in query(path, questions()[2].sql).dicts() if v["page"] == 14 and v["option"] == "against"}
    assert {n.split()[-1] for n in against} == {"Bartlett", "Booth", "Dendor", "Robey"}
    assert any("36 votes for are printed but 35 names" in i["message"] for i in query(path, questions()[19].sql).dicts())


def test_there_are_twenty_and_the_document_has_them_all() -> None:
    assert [q.number for q in questions()] == list(range(1, 21))
    assert as_markdown() in (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")


def test_the_command_lists_and_answers_them(db: Path) -> None:
    assert len(command.ok("questions", "-f", "csv").splitlines()) == 21
    assert command.ok("questions", "6", "--sql").strip() == questions()[5].sql
    assert command.ok("questions", "6", "-f", "csv", db=db).startswith("name,meetings")
    done = command.run("questions", "21", db=db)
    assert (done.returncode, "they are 1 to 20" in done.stderr) == (1, True)
