"""A stranger's query: one SELECT, read-only, with an end in time and rows."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass

import duckdb

from papermine.errors import BadQuery
from papermine.store.connect import READ_WAIT, open_reader
from papermine.store.read import Answer

_ALLOWED = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)


@dataclass(slots=True)
class Bounded:
    """An answer of at most so many rows; ``more``: there were more."""

    answer: Answer
    more: bool


def bounded_query(db: str | os.PathLike[str], sql: str, *, rows: int, seconds: float, wait: float = READ_WAIT) -> Bounded:
    """Run one SELECT of a stranger. Raises `BadQuery` for any other statement, for what DuckDB refuses, and when time is up."""
    with open_reader(db, wait=wait, check=False) as con:
        late = threading.Event()

        def stop() -> None:
            late.set()
            con.interrupt()

        timer = threading.Timer(seconds, stop)
        try:
            statements = con.extract_statements(sql)
            if len(statements) != 1 or statements[0].type not in _ALLOWED:
                raise BadQuery("one query (SELECT …, WITH … SELECT, FROM …, DESCRIBE …) can be asked at a time, and nothing can be changed")
            timer.start()
            con.execute(statements[0])
            if con.description is None:
                return Bounded(Answer([], [], []), False)
            found = con.fetchmany(rows + 1)
            names, types = [d[0] for d in con.description], [str(d[1]) for d in con.description]
            return Bounded(Answer(names, types, found[:rows]), len(found) > rows)
        except duckdb.Error as error:
            if late.is_set():
                raise BadQuery(f"the query was stopped after {seconds:g} seconds: narrow it (WHERE …), or use `papermine sql`, which has no limit"
                               ) from error
            from papermine.store.suggest import explained
            raise BadQuery(explained(con, sql, error)) from error
        finally:
            timer.cancel()
