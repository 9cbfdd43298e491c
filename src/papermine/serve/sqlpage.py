"""The SQL page: one read-only query, in a worker with bounds on time, rows and memory; the data dictionary beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from papermine.errors import BadQuery, NotFound, PapermineError
from papermine.questions import questions
from papermine.serve.charts import chart_of
from papermine.serve.respond import download
from papermine.serve.site import Site
from papermine.serve.workers import Broken, TimeIsUp
from papermine.store import Answer, bounded_query, limit_readers
from papermine.store.dictionary import views

SECONDS = 10.0
ROWS, DOWNLOAD_ROWS = 1_000, 100_000
LONGEST = 6_000
_CELL = 5_000


@cache
def ready() -> None:
    """In a worker, once: its engine, within its bounds."""
    limit_readers("1GB", 2)


def ask(db: str, sql: str, rows: int, seconds: float) -> tuple[list[str], list[str], list[tuple[Any, ...]], bool]:
    """In a worker: the answer to a stranger's query, its cells cut to a bearable length."""
    ready()
    found = bounded_query(db, sql, rows=rows, seconds=seconds)
    return found.answer.names, found.answer.types, [tuple(_bearable(v) for v in row) for row in found.answer.rows], found.more


def _bearable(value: Any) -> Any:
    if isinstance(value, (str, bytes)) and len(value) > _CELL:
        return value[:_CELL] if isinstance(value, str) else value[:32]
    if isinstance(value, (list, dict)) and len(value) > 200:
        return str(value)[:_CELL]
    return value


def asked(site: Site, sql: str, rows: int) -> tuple[Answer, bool]:
    """The answer; True: there were more rows. Raises `BadQuery`, `Busy`, `NotFound` on a public server."""
    if site.public:
        raise NotFound("A public server has no SQL page: a query could ask for what is masked.")
    if len(sql) > LONGEST:
        raise BadQuery(f"the query is longer than {LONGEST} characters")
    try:
        names, types, found, more = site.askers(ask, str(site.db), sql, rows, SECONDS, seconds=SECONDS + 2)
    except TimeIsUp:
        raise BadQuery(f"the query was stopped after {SECONDS:g} seconds: narrow it (WHERE …), or use `papermine sql`, which has no limit") from None
    except Broken as error:
        raise BadQuery(f"the query was stopped: {error}") from None
    return Answer(names, types, found), more


def page(site: Site, request: Request) -> Response:
    """The form, and with ``?q=`` the answer as table, chart or download."""
    sql = request.query_params.get("q", "").strip()
    form = request.query_params.get("format")
    answer: Answer | None = None
    error, more, chart = "", False, None
    if sql or site.public:
        try:
            answer, more = asked(site, sql, DOWNLOAD_ROWS if form else ROWS)
            if form:
                return download("answer", form, answer.names, answer.rows)
            chart = chart_of(answer.names, answer.rows[:40], "Chart of the answer") if len(answer.rows) <= 40 else None
        except BadQuery as refused:
            if form:
                raise
            error = re.sub(r"\n{3,}", "\n\n", str(refused))
    return site.html("sql.html", request, 400 if error else 200, title="SQL", sql=sql, answer=answer, error=error, more=more, chart=chart,
                     dictionary=views(), questions=questions(), limit=ROWS, seconds=SECONDS)


__all__ = ["PapermineError", "ask", "asked", "page"]
