"""What a bad query may have meant: the nearest view and column names."""

from __future__ import annotations

from difflib import get_close_matches

import duckdb

from papermine import regex as re

_TABLE = re.compile(r"Table with name \"?([^\s\"]+)\"? does not exist", re.I)
_COLUMN = re.compile(
    r"Referenced column \"([^\"]+)\" not found|does not have a column named \"([^\"]+)\"|column named \"?([^\s\"]+)\"? ", re.I)


def explained(con: duckdb.DuckDBPyConnection, sql: str, error: duckdb.Error) -> str:
    """DuckDB's message, without its guesses at system tables, and the nearest names of ours."""
    message = re.sub(r"\nDid you mean \"pg_[^\n]*", "", str(error)).rstrip()
    table, column = _TABLE.search(message), _COLUMN.search(message)
    rows = con.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal "
                       "ORDER BY table_name, column_index").fetchall()
    views = sorted({view for view, _ in rows})
    if table:
        near = nearest(table[1].split(".")[-1], views)
        return f"{message}\n\nNearest views: {', '.join(near)}" if near else f"{message}\n\nViews: {', '.join(views)}"
    if column:
        name = next(g for g in column.groups() if g)
        used = [v for v in views if re.search(rf"\b{re.escape(v)}\b", sql, re.I)] or views
        here = [f"{v}.{c}" for v in used for c in nearest(name, [c for w, c in rows if w == v])]
        there = sorted({v for v, c in rows if c == name} - set(used))
        if here:
            message += f"\n\nNearest columns: {', '.join(here)}"
        elif used != views:
            message += "\n\nColumns: " + "; ".join(f"{v}({', '.join(c for w, c in rows if w == v)})" for v in used[:3])
        if there:
            message += f"\n{name} is a column of {', '.join(there)}"
    return message


def nearest(name: str, names: list[str], count: int = 3) -> list[str]:
    """The names most like this one: close in spelling, or holding it."""
    low = name.lower()
    near = get_close_matches(low, names, count, 0.6)
    held = [n for n in names if len(low) > 2 and (low.rstrip("s") in n or n.rstrip("s") in low) and n not in near]
    return (near + held)[:count]
