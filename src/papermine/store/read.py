"""Reading the database: one query, one short-lived connection."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from papermine.errors import BadQuery, NotFound
from papermine.store.connect import READ_WAIT, open_reader

Row = dict[str, Any]


@dataclass(slots=True)
class Answer:
    """The answer to a query: column names, their DuckDB types, and rows of Python values."""

    names: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]

    def dicts(self) -> list[Row]:
        """The rows as dictionaries."""
        return [dict(zip(self.names, row, strict=True)) for row in self.rows]


Source = str | os.PathLike[str] | duckdb.DuckDBPyConnection
"""A database file, or a connection that somebody holds open for several queries."""


def query(db: Source, sql: str, args: Sequence[Any] | dict[str, Any] = (), *, wait: float = READ_WAIT, check: bool = True) -> Answer:
    """Run one query read-only. Raises `BadQuery` with DuckDB's own words and the nearest names."""
    if isinstance(db, duckdb.DuckDBPyConnection):
        return answer_of(db, sql, args)
    with open_reader(db, wait=wait, check=check) as con:
        return answer_of(con, sql, args)


def answer_of(con: duckdb.DuckDBPyConnection, sql: str, args: Sequence[Any] | dict[str, Any] = ()) -> Answer:
    """The answer of a connection. Raises as `query`."""
    try:
        con.execute(sql, args if isinstance(args, dict) else list(args))
        if con.description is None:
            return Answer([], [], [])
        return Answer([d[0] for d in con.description], [str(d[1]) for d in con.description], con.fetchall())
    except duckdb.Error as error:
        from papermine.store.suggest import explained
        raise BadQuery(explained(con, sql, error)) from error


def generation(db: str | os.PathLike[str]) -> int:
    """The number that rises with each commit that changes something."""
    return int(query(db, "SELECT generation FROM meta").rows[0][0])


def record(db: str | os.PathLike[str], record_id: str) -> tuple[str, Row, list[Row]]:
    """(kind, fields, evidence) of one record, by its id in whatever view. Raises `NotFound`."""
    with open_reader(db) as con:
        from papermine.records import KINDS
        part = record_id.split(":")[1] if record_id.count(":") else ""
        kinds = sorted((k for k in KINDS if k.table != "files"), key=lambda k: not (part and k.key.startswith(part)))
        keys = [(k.table, k.key) for k in kinds] + [("meetings", "meeting_id")]
        for table, key in keys:
            row = con.execute(f'SELECT * FROM {table} WHERE "{key}" = ? LIMIT 1', [record_id])
            names = [d[0] for d in row.description or []]
            found = row.fetchone()
            if found is not None:
                places = con.execute("SELECT * FROM evidence WHERE record_id = ? ORDER BY ordinal", [record_id])
                places_names = [d[0] for d in places.description or []]
                evidence = [dict(zip(places_names, p, strict=True)) for p in places.fetchall()]
                return table, dict(zip(names, found, strict=True)), evidence
    raise NotFound(f"no record has the id {record_id}: ids stand in the first column of each view "
                   "(try `papermine sql \"SELECT resolution_id, text FROM resolutions LIMIT 5\"`)")
