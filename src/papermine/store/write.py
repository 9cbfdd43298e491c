"""Writing: each commit takes whole packs in and out, in one transaction, and bumps the generation."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pyarrow as pa

from papermine import __version__
from papermine.provenance import whole
from papermine.records import KINDS, FileRow
from papermine.store import arrow, business, corrections, meetings
from papermine.store.columns import BY_TABLE, arrow_schema, stored_columns
from papermine.store.connect import MODEST, SPARING, WRITE_WAIT, hold, open_writer, sparingly
from papermine.store.journal import Line, journal_of, read_journal
from papermine.store.link_due import mark_meetings, mark_new, mark_packs
from papermine.store.link_schema import SIGNS
from papermine.store.linking import forget_links, link, relink
from papermine.store.meetings import insert
from papermine.store.read import query
from papermine.store.rows import PackRows, together
from papermine.store.schema import quoted
from papermine.store.scopes import rescope

LONG_BATCH = 150_000
"""More rows than a run of ordinary packs commits together: those of a file of thousands of pages."""
_WITH_PACK_ID = tuple(kind.table for kind in KINDS if kind is not FileRow)


@dataclass(slots=True)
class Batch:
    """What one commit does: packs to put in, paths that hold packs, paths to take out, stored packs whose corrections changed."""

    packs: list[PackRows] = field(default_factory=list)
    files: list[FileRow] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.packs or self.files or self.gone or self.corrected)

    @property
    def size(self) -> int:
        """Rows that it carries."""
        return sum(p.size for p in self.packs) + len(self.files) + len(self.gone)


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commit changed: packs put in, packs taken out, and the generation after it."""

    put: int
    taken_out: int
    generation: int
    changed: bool = True


def commit(db: str | os.PathLike[str], batch: Batch, *, links: bool = True, wait: float = WRITE_WAIT,
           con: duckdb.DuckDBPyConnection | None = None) -> Committed:
    """Put a batch in. All of it is stored, or nothing. A path not stored before replaces nothing;
    a path that held another pack takes that pack out, where no other path holds it.

    ``links=False`` leaves the links of the councils concerned for one call of `link` at the end of a run.
    ``con``: a writer on this database that is open.
    """
    if con is None:
        with open_writer(db, wait=wait) as con:
            return commit(db, batch, links=links, con=con)
    lines = read_journal(journal_of(db))
    return sparingly(con, lambda: _transaction(con, batch, lines, links), SPARING if batch.size > LONG_BATCH else MODEST)


def _transaction(con: duckdb.DuckDBPyConnection, batch: Batch, lines: Sequence[Line], links: bool) -> Committed:
    con.execute("BEGIN")
    done = _apply(con, batch, lines)
    if links and done.changed:
        relink(con)
    con.execute("COMMIT")
    return done


def forget(db: str | os.PathLike[str], paths: Sequence[str], *, wait: float = WRITE_WAIT) -> Committed:
    """Take these stored paths out, and each pack that no other path holds, without trace."""
    return commit(db, Batch(gone=list(paths)), wait=wait)


def recompute(db: str | os.PathLike[str], *, wait: float = WRITE_WAIT) -> int:
    """Resolve all meetings and matters again from what the packs print, and link everything anew, part by part. Returns the number of meetings."""
    with open_writer(db, wait=wait) as con:
        hold(con, None)  # one transaction that reads all
        con.execute("BEGIN")
        ids = meetings.recompute(con).meetings
        business.recompute(con)
        forget_links(con)
        _bump(con)
        con.execute("COMMIT")
        hold(con)
        link(con)  # not in one transaction: of a large database that is more than memory holds
        return len(ids)


def correct(db: str | os.PathLike[str], packs: Sequence[str], *, wait: float = WRITE_WAIT) -> Committed:
    """Apply again all lines of `corrections.jsonl` that speak of these packs."""
    held = query(db, "SELECT pack_id FROM packs WHERE list_contains(?, pack_id)", [list(packs)], wait=wait).rows
    return commit(db, Batch(corrected=[pack for (pack,) in held]), wait=wait)


def _apply(con: duckdb.DuckDBPyConnection, batch: Batch, lines: Sequence[Line]) -> Committed:
    put = [p.pack.pack_id for p in batch.packs]
    touched = {*put, *batch.corrected}
    stored_files = _stored_files(con, [*batch.gone, *(f.path for f in batch.files)])
    changed_files = _changed(batch.files, stored_files)
    leaving = {pack_id for pack_id, *_ in stored_files.values()}
    touched |= leaving | {f.pack_id for f in changed_files}
    stored = con.execute("SELECT pack_id FROM stored.packs WHERE pack_id IN (SELECT unnest(?))", [sorted(touched)]).fetchall()
    known = {pack_id for (pack_id,) in stored}
    new = {*put} - known  # of a pack that is new, nothing is there that could change
    if known and (put or batch.corrected or changed_files or batch.gone):
        mark_packs(con, sorted(known))
    _delete(con, [pack_id for pack_id in put if pack_id in known])
    for table, rows in together(batch.packs):
        insert(con, table, rows)
    corrected = sorted({*put, *batch.corrected}) if lines else batch.corrected
    if corrected:
        corrections.revert(con, batch.corrected)
        corrections.apply(con, lines, corrected)
    if moved := stored_files.keys() & {whole(p) for p in (*batch.gone, *(f.path for f in changed_files))}:
        con.execute("DELETE FROM stored.files WHERE path IN (SELECT unnest(?))", [sorted(moved)])
    insert(con, "files", _file_rows(changed_files))
    orphans = [row[0] for row in con.execute(
        "SELECT pack_id FROM stored.packs WHERE pack_id IN (SELECT unnest(?)) AND pack_id NOT IN (SELECT pack_id FROM stored.files)",
        [sorted(leaving)]).fetchall()] if leaving else []
    _delete(con, orphans)
    changed = bool(put or batch.corrected or changed_files or leaving & set(orphans) or (batch.gone and leaving))
    if changed:
        resolved = meetings.recompute(con, sorted(touched))
        business.recompute(con, resolved.meetings, sorted(touched - new), new)
        moved_packs = touched | resolved.packs
        rescope(con, sorted(moved_packs), before=mark_packs)
        mark_packs(con, sorted(moved_packs - new - known))
        mark_new(con, sorted(moved_packs & (new | known)))  # what the known ones were linked with is marked
        mark_meetings(con, sorted(resolved.meetings), sorted(resolved.renamed))
        generation = _bump(con)
    else:
        generation = _generation(con)
    return Committed(len(put), len(orphans), generation, changed)


def _delete(con: duckdb.DuckDBPyConnection, packs: list[str]) -> None:
    if not packs:
        return
    which = f"= {quoted(packs[0])}" if len(packs) == 1 else f"IN (SELECT unnest([{', '.join(map(quoted, packs))}]))"  # one is found in half the time
    for table in (*_WITH_PACK_ID, "evidence", "corrections", "corrected_fields", *SIGNS):
        con.execute(f"DELETE FROM stored.{table} WHERE pack_id {which}")
    # until the council is linked again, what these packs printed with others stands at each of its other printings
    con.execute("DELETE FROM stored.decision_links WHERE decision_id IN "
                "(SELECT decision_id FROM stored.decision_links WHERE pack_id IN (SELECT unnest(?)))", [packs])


_FILE_COLUMNS = tuple(c.name for c in stored_columns(FileRow))


def _stored_files(con: duckdb.DuckDBPyConnection, paths: Iterable[str]) -> dict[str, Sequence[Any]]:
    """What is stored of these paths: of each the rest of its row, which begins with the pack's id."""
    names = ", ".join(f'"{c}"' for c in _FILE_COLUMNS)
    rows = con.execute(f"SELECT {names} FROM stored.files WHERE path IN (SELECT unnest(?))", [[whole(p) for p in paths]]).fetchall()
    return {path: row for path, *row in rows}


def _changed(files: Iterable[FileRow], stored: Mapping[str, Sequence[Any]]) -> list[FileRow]:
    """The files whose stored row differs; what was said of a file before stays where nothing is said now."""
    out = []
    for path, f in {whole(f.path): f for f in files}.items():
        old = dict(zip(_FILE_COLUMNS, (path, *stored[path]), strict=True)) if path in stored else None
        new = {c: getattr(f, c) for c in _FILE_COLUMNS}
        if old is not None:
            for c in ("council", "body", "date", "source_url", "published", "licence", "ocr_lang"):
                new[c] = old[c] if new[c] is None else new[c]
        if old is None or any(old[c] != (whole(v) if isinstance(v, str) else v) for c, v in new.items()):
            out.append(FileRow(**new))
    return out


def _file_rows(files: list[FileRow]) -> pa.Table:
    columns = stored_columns(FileRow)
    return arrow.table([[getattr(f, c.name) for f in files] for c in columns], arrow_schema(columns))


def _bump(con: duckdb.DuckDBPyConnection) -> int:
    row = con.execute("UPDATE stored.meta SET generation = generation + 1, papermine_version = ? RETURNING generation", [__version__]).fetchone()
    return int(row[0]) if row else 0


def _generation(con: duckdb.DuckDBPyConnection) -> int:
    row = con.execute("SELECT generation FROM stored.meta").fetchone()
    return int(row[0]) if row else 0


__all__ = ["BY_TABLE", "Batch", "Committed", "commit", "correct", "forget", "recompute"]
