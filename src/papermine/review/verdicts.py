"""What a person says of a record: written down beside the database, then applied."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from os import PathLike
from typing import Any

from pydantic import TypeAdapter, ValidationError

from papermine.errors import NotFound, PapermineError
from papermine.records import Record
from papermine.store import correct, open_reader, query, record
from papermine.store.corrections import CORRECTABLE, fields_of, place_of
from papermine.store.journal import Line, Spot, append, journal_of, now, read_journal


def correctable(db: str | PathLike[str], record_id: str) -> type[Record]:
    """The class of a stored record. Raises `NotFound` where there is none, or it is made of others that can be corrected."""
    kind, _, _ = record(db, record_id)
    if kind not in CORRECTABLE:
        raise NotFound(f"{record_id} is made of other records (view {kind}): correct those, by the ids in its row (`papermine show {record_id}`)")
    of = CORRECTABLE[kind]
    if not query(db, f'SELECT 1 FROM stored.{of.table} WHERE "{of.key}" = ?', [record_id]).rows:
        raise NotFound(f"{record_id} follows from what is missing, it is not printed: give the council with `papermine ingest --council`")
    return of


def fields(kind: type[Record]) -> list[str]:
    """The columns of this kind that can be corrected."""
    return fields_of(kind)


def value_of(kind: type[Record], field: str, text: str | None) -> Any:
    """The text as the column's type, ready for JSON. Raises `PapermineError` with what it may be."""
    if field not in fields_of(kind):
        from papermine.store.suggest import nearest
        near = nearest(field, fields_of(kind)) or fields_of(kind)
        raise PapermineError(f"{kind.table} has no field {field!r} that can be corrected: {', '.join(near)}")
    annotation: Any = kind.model_fields[field].annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    try:
        return adapter.dump_python(adapter.validate_python(text), mode="json")
    except ValidationError as error:
        why = error.errors()[0]["msg"].replace("Input should be ", "it should be ")
        raise PapermineError(f"{field} cannot be {text!r}: {why}") from error


def judge(db: str | PathLike[str], record_id: str, action: str, *, by: str | None = None, field: str | None = None, value: str | None = None,
          note: str | None = None) -> Line:
    """Write one verdict (accept, correct, reject, undo) into corrections.jsonl and apply it. Returns the line.

    ``value`` None empties the field. Raises `NotFound` or `PapermineError` before anything is written.
    """
    if action == "undo":
        said = [line for line in read_journal(journal_of(db)) if line.id == record_id]
        if not said or said[-1].action == "undo":
            raise NotFound(f"nobody has said anything of {record_id}{' since that was taken back' if said else ''}: "
                           "`papermine review log` lists what was")
        line = Line(record_id, said[-1].kind, action, by or who(), now(), note=note)
    else:
        kind = correctable(db, record_id)
        fresh = value_of(kind, field, value) if action == "correct" and field is not None else None
        with open_reader(db) as con:
            spot = Spot(*place_of(con, kind, record_id))
        was = record(db, record_id)[1].get(field) if field else None
        line = Line(record_id, kind.table, action, by or who(), now(), field if action == "correct" else None, fresh, _plain(was), note, spot)
    append(journal_of(db), [line])
    correct(db, [line.pack_id])
    return line


def _plain(value: Any) -> Any:
    from papermine.export.rows import plain
    return plain(value)


def who() -> str:
    """Who is at work: PAPERMINE_BY, else the name that the system knows."""
    try:
        return os.environ.get("PAPERMINE_BY") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


@dataclass(frozen=True, slots=True)
class Logged:
    """A line of corrections.jsonl and what came of it in this database.

    ``state``: applied, moved, superseded, gone, unusable; ``other-pack`` where its pack is not in this database,
    ``waiting`` where the line was added by hand since the pack was last stored.
    """

    line: Line
    state: str
    file_name: str | None
    target_id: str | None


def log(db: str | PathLike[str]) -> list[Logged]:
    """Every line of corrections.jsonl: none is ever dropped."""
    lines = read_journal(journal_of(db))
    known = {row[0]: row[1:] for row in query(db, "SELECT correction_id, state, file_name, target_id, record_id, action FROM corrections").rows}
    packs = dict(query(db, "SELECT pack_id, file_name FROM packs").rows)
    out = []
    for line in lines:
        state, name, target, record_id, action = known.get(line.number, (None,) * 5)
        if line.fault:
            state, name, target = "unusable", None, None
        elif line.pack_id not in packs:
            state, name, target = "other-pack", None, None
        elif state is None or (record_id, action) != (line.id, line.action):
            state, name, target = "waiting", packs[line.pack_id], None
        out.append(Logged(line, state, name, target))
    return out
