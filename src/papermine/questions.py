"""Questions that officers and journalists ask, each with its SQL: data of the program, shown by the command line and the web page."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words, and the query that answers it on any database. ``number`` counts from 1."""

    number: int
    ask: str
    sql: str


@cache
def questions() -> tuple[Question, ...]:
    """All of them, in order."""
    data = tomllib.loads(files("papermine").joinpath("questions.toml").read_text(encoding="utf-8"))
    return tuple(Question(n, q["ask"], q["sql"].strip()) for n, q in enumerate(data["question"], 1))


def as_markdown() -> str:
    """The questions for docs/questions.md."""
    return "\n".join(f"### {q.number}. {q.ask}\n\n```sql\n{q.sql}\n```\n" for q in questions())
