"""Corrections → stored tables, inside a commit: after a pack is put in, before meetings and matters are resolved.

Each change keeps what was there before, so that a line can be taken back without reading the pack again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from papermine.records import KINDS, FileRow, PackRow, PageRow, Record
from papermine.store.columns import BY_TABLE, record_columns, stored_columns
from papermine.store.journal import Line, in_force

NEAR = 6.0
"""Points: a record that starts so near to where it stood is at the same place."""
CHILDREN = {"divisions": ("division_votes",), "tables": ("table_cells", "table_columns", "printed_cells"), "reports": ("report_fields",)}
"""What goes with a record that is rejected."""
FOLLOW = {("divisions", f): ("resolutions", "division_id") for f in ("votes_for", "votes_against", "votes_abstain", "outcome")} | {
    ("motions", f): ("resolutions", "motion_id") for f in ("mover", "seconder", "outcome")}
"""What a resolution repeats of its vote and its motion changes with them."""
CORRECTABLE: dict[str, type[Record]] = {k.table: k for k in KINDS if k not in (FileRow, PackRow, PageRow)}


def fields_of(kind: type[Record]) -> list[str]:
    """The columns of a kind that can be corrected: what is printed, not ids."""
    return [c.name for c in record_columns(kind) if (not c.name.endswith("_id") or c.name == "item_id") and c.name != kind.key]


@dataclass(slots=True)
class _Found:
    """A record at its place: its id, first page, left and upper edge, and words."""

    id: str
    page: int | None
    x0: float | None
    top: float | None
    words: str


def _row(con: duckdb.DuckDBPyConnection, sql: str, values: list[Any]) -> tuple[Any, ...] | None:
    """The first row of a query, read to its end: rows that wait would keep the next table from being put in."""
    return next(iter(con.execute(sql, values).fetchall()), None)


def place_of(con: duckdb.DuckDBPyConnection, kind: type[Record], record_id: str) -> tuple[int | None, float | None, float | None, str]:
    """(page, x0, top, words) of a stored record: where it is printed first, and all its printed words."""
    rows = con.execute("SELECT page, x0, top, text FROM stored.evidence WHERE record_id = ? AND field IS NULL ORDER BY ordinal",
                       [record_id]).fetchall()
    if not rows and kind.table == "table_cells":
        rows = con.execute("SELECT page, x0, top, text FROM stored.printed_cells WHERE cell_id = ? ORDER BY ordinal", [record_id]).fetchall()
    if rows and rows[0][3]:
        return rows[0][0], rows[0][1], rows[0][2], " ".join(t for *_, t in rows if t)
    names = [c.name for c in stored_columns(kind)]
    wanted = [c for c in ("message", "text", "person_name", "name_printed", "title", "body") if c in names]
    page = "page" if "page" in names else "NULL"
    words = f"coalesce({', '.join(wanted)}, '')" if wanted else "''"
    row = _row(con, f'SELECT {page}, {words} FROM stored.{kind.table} WHERE "{kind.key}" = ?', [record_id])
    first = rows[0] if rows else (row[0] if row else None, None, None, None)
    return first[0], first[1], first[2], str(row[1]) if row else ""


def _even(text: str | None) -> str:
    return "".join(c for c in (text or "").casefold() if c.isalnum())


def find_again(con: duckdb.DuckDBPyConnection, line: Line) -> tuple[str | None, str]:
    """(id of the record that a line speaks of, state): applied, moved (the id is another's now), or gone."""
    kind = CORRECTABLE[line.kind]
    spot = line.place

    def same(found: _Found) -> bool:
        if spot.words is None or _even(found.words) == _even(spot.words):
            return True
        return spot.page == found.page and None not in (spot.x0, spot.top, found.x0, found.top) \
            and abs((spot.x0 or 0) - (found.x0 or 0)) <= NEAR and abs((spot.top or 0) - (found.top or 0)) <= NEAR

    there = _row(con, f'SELECT 1 FROM stored.{kind.table} WHERE "{kind.key}" = ?', [line.id])
    if there and same(_Found(line.id, *place_of(con, kind, line.id))):
        return line.id, "applied"
    if spot.words is None:
        return None, "gone"
    page = 'AND "page" = ?' if spot.page is not None and "page" in {c.name for c in stored_columns(kind)} else ""
    ids = con.execute(f'SELECT "{kind.key}" FROM stored.{kind.table} WHERE pack_id = ? {page} ORDER BY ordinal',
                      [line.pack_id, *([spot.page] if page else [])]).fetchall()
    others = [_Found(i, *place_of(con, kind, i)) for (i,) in ids]
    alike = [f for f in others if f.page == spot.page and _even(f.words) == _even(spot.words)] or [f for f in others if same(f)]
    return (alike[0].id, "moved") if len(alike) == 1 else (None, "gone")


def apply(con: duckdb.DuckDBPyConnection, lines: Sequence[Line], packs: Sequence[str]) -> None:
    """Apply the lines of these packs (which are in the database, with none applied yet), and write down what came of each."""
    counts = in_force(lines)
    chosen = set(packs)
    for line in lines:
        if line.pack_id not in chosen:
            continue
        target, state, held = _applied(con, line) if counts[line.number] else (line.id, "superseded", [])
        con.execute("INSERT INTO stored.corrections (correction_id, record_id, kind, pack_id, action, field, value, was, who, made_at, note, state, "
                    "target_id, held) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [line.number, line.id, line.kind, line.pack_id, line.action, line.field, _text(line.value), _text(line.was), line.by, line.when,
                     line.note, state, target, json.dumps(held)])
        for _table, _key, record_id, column, _value in (h for h in held if len(h) == 5):
            con.execute("INSERT INTO stored.corrected_fields (record_id, field, pack_id, correction_id) VALUES (?, ?, ?, ?)",
                        [record_id, column, line.pack_id, line.number])
    _statuses(con, sorted(chosen))


def revert(con: duckdb.DuckDBPyConnection, packs: Sequence[str]) -> None:
    """Put back what the corrections of these packs changed, the last one first."""
    rows = con.execute("SELECT held FROM stored.corrections WHERE pack_id IN (SELECT unnest(?)) ORDER BY correction_id DESC",
                       [list(packs)]).fetchall()
    for (held,) in rows:
        for entry in reversed(json.loads(held)):
            if len(entry) == 5:
                table, key, record_id, column, value = entry
                con.execute(f'UPDATE stored.{table} SET "{column}" = CAST(? AS {_type(table, column)}) WHERE "{key}" = ?', [value, record_id])
            else:
                table, names, values = entry
                marks = ", ".join(f"CAST(? AS {_type(table, n)})" for n in names)
                columns = ", ".join(f'"{n}"' for n in names)
                con.execute(f"INSERT INTO stored.{table} ({columns}) VALUES ({marks})", values)
    for table in ("corrections", "corrected_fields"):
        con.execute(f"DELETE FROM stored.{table} WHERE pack_id IN (SELECT unnest(?))", [list(packs)])


def _type(table: str, column: str) -> str:
    from papermine.store.columns import EVIDENCE
    columns = EVIDENCE if table == "evidence" else stored_columns(BY_TABLE[table])
    return next(c.type for c in columns if c.name == column)


def _text(value: Any) -> str | None:
    return None if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _applied(con: duckdb.DuckDBPyConnection, line: Line) -> tuple[str | None, str, list[list[Any]]]:
    """(target, state, what was there before) of one line that counts."""
    kind = CORRECTABLE.get(line.kind)
    if kind is None or (line.action == "correct" and line.field not in fields_of(kind)):
        return None, "unusable", []
    target, state = find_again(con, line)
    if target is None or line.action == "accept":
        return target, state, []
    if line.action == "reject":
        return target, state, _taken_out(con, kind, target)
    assert line.field is not None
    fits = _row(con, f"SELECT TRY_CAST(? AS {_type(kind.table, line.field)}) IS NOT NULL", [_text(line.value)])
    if line.value is not None and fits != (True,):
        return None, "unusable", []
    held = _set(con, kind.table, kind.key, target, line.field, _text(line.value))
    follow = FOLLOW.get((kind.table, line.field))
    if follow:
        table, key = follow
        for (other,) in con.execute(f'SELECT resolution_id FROM stored.{table} WHERE "{key}" = ?', [target]).fetchall():
            held += _set(con, table, "resolution_id", other, line.field, _text(line.value))
    return target, state, held


def _set(con: duckdb.DuckDBPyConnection, table: str, key: str, record_id: str, column: str, value: str | None) -> list[list[Any]]:
    row = _row(con, f'SELECT CAST("{column}" AS VARCHAR) FROM stored.{table} WHERE "{key}" = ?', [record_id])
    con.execute(f'UPDATE stored.{table} SET "{column}" = CAST(? AS {_type(table, column)}) WHERE "{key}" = ?', [value, record_id])
    return [[table, key, record_id, column, row[0] if row else None]]


def _taken_out(con: duckdb.DuckDBPyConnection, kind: type[Record], record_id: str) -> list[list[Any]]:
    """Take a record out with what hangs on it and its evidence; returns the rows."""
    held: list[list[Any]] = []
    for table in (*CHILDREN.get(kind.table, ()), kind.table):
        key = BY_TABLE[table].key
        ids = [i for (i,) in con.execute(f'SELECT "{key}" FROM stored.{table} WHERE "{kind.key}" = ?', [record_id]).fetchall()]
        held += _rows_out(con, "evidence", "record_id", ids)
        held += _rows_out(con, table, key, ids)
    return held


def _rows_out(con: duckdb.DuckDBPyConnection, table: str, key: str, ids: list[str]) -> list[list[Any]]:
    if not ids:
        return []
    cursor = con.execute(f'SELECT CAST(COLUMNS(*) AS VARCHAR) FROM stored.{table} WHERE "{key}" IN (SELECT unnest(?))', [ids])
    names = [d[0] for d in cursor.description or []]
    held = [[table, names, list(row)] for row in cursor.fetchall()]
    con.execute(f'DELETE FROM stored.{table} WHERE "{key}" IN (SELECT unnest(?))', [ids])
    return held


def _statuses(con: duckdb.DuckDBPyConnection, packs: list[str]) -> None:
    """A pack's status follows from its issues, those that are left."""
    con.execute("UPDATE stored.packs SET status = CASE WHEN EXISTS (SELECT 1 FROM stored.issues i WHERE i.pack_id = packs.pack_id "
                "AND i.severity <> 'info') THEN 'partial' ELSE 'clean' END WHERE status <> 'failed' AND pack_id IN (SELECT unnest(?))", [packs])
