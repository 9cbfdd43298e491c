"""Columns of the stored tables, taken from the record classes."""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, Union, get_args, get_origin

import pyarrow as pa

from papermine.records import KINDS, Evidence, Record


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or view: its DuckDB type, and the sentence that the data dictionary shows."""

    name: str
    type: str
    comment: str
    nullable: bool = True


DECIMAL_DIGITS, DECIMAL_PLACES = 28, 6

_TYPES: dict[object, tuple[str, pa.DataType]] = {
    str: ("VARCHAR", pa.string()),
    int: ("BIGINT", pa.int64()),
    float: ("DOUBLE", pa.float64()),
    bool: ("BOOLEAN", pa.bool_()),
    dt.date: ("DATE", pa.date32()),
    dt.time: ("TIME", pa.time64("us")),
    Decimal: (f"DECIMAL({DECIMAL_DIGITS},{DECIMAL_PLACES})", pa.decimal128(DECIMAL_DIGITS, DECIMAL_PLACES)),
}
_ARROW = dict(_TYPES.values())

PACK_ID = Column("pack_id", "VARCHAR", "The pack that it was read from", nullable=False)
ORDINAL = Column("ordinal", "BIGINT", "Position among the records of its kind in its pack, from 0, in the order in which they are printed",
                 nullable=False)
EVIDENCE_KIND = Column("kind", "VARCHAR", "View that holds the record (resolutions, agenda_items …)", nullable=False)


def _plain(annotation: object) -> tuple[object, bool]:
    """The Python type under an annotation, and whether it may be None."""
    origin = get_origin(annotation)
    if origin is Literal:
        return type(get_args(annotation)[0]), False
    if origin is Union or origin is types.UnionType:
        inner = [a for a in get_args(annotation) if a is not type(None)]
        return _plain(inner[0])[0], True
    return annotation, False


@cache
def record_columns(kind: type[Record]) -> tuple[Column, ...]:
    """The columns that a record class itself names, in order (evidence, rule and basis left out)."""
    out = []
    for name, info in kind.model_fields.items():
        if info.exclude:
            continue
        plain, nullable = _plain(info.annotation)
        out.append(Column(name, _TYPES[plain][0], info.description or "", nullable))
    return tuple(out)


@cache
def stored_columns(kind: type[Record]) -> tuple[Column, ...]:
    """The columns of the base table: the record's own, its pack, and its position in the pack."""
    own = record_columns(kind)
    if kind.table in ("packs", "files"):
        return own
    names = {c.name for c in own}
    return (*own, *(() if "pack_id" in names else (PACK_ID,)), ORDINAL)


def _evidence_columns() -> tuple[Column, ...]:
    own = []
    for name, info in Evidence.model_fields.items():
        plain, _ = _plain(info.annotation)
        own.append(Column(name, _TYPES[plain][0], info.description or "", name != "page"))
    return (Column("record_id", "VARCHAR", "Id of the record (the key column of its view)", nullable=False), EVIDENCE_KIND, PACK_ID,
            Column("ordinal", "BIGINT", "Position among the places of its record, from 0", nullable=False), *own,
            Column("rule", "VARCHAR", "The function that found it"),
            Column("basis", "VARCHAR", "stated: printed so; derived: follows from what is printed; corrected: a person changed it"))


EVIDENCE: tuple[Column, ...] = tuple(
    Column(c.name, c.type, c.comment, c.name not in ("record_id", "kind", "pack_id", "ordinal")) for c in _evidence_columns())
CORRECTION: tuple[Column, ...] = (
    Column("correction_id", "BIGINT", "Line of corrections.jsonl, from 1", False), Column("record_id", "VARCHAR", "Record that it speaks of", False),
    Column("kind", "VARCHAR", "View that holds the record", False), Column("pack_id", "VARCHAR", "The pack", False),
    Column("action", "VARCHAR", (
        "accept: it is right; correct: a field has another value; reject: it is taken out; undo: earlier lines are taken back"), False),
    Column("field", "VARCHAR", "Column that it corrects"), Column("value", "VARCHAR", "Value that it gives, as text"),
    Column("was", "VARCHAR", "Value that stood there when it was written, as text"), Column("who", "VARCHAR", "Who wrote it", False),
    Column("made_at", "VARCHAR", "When, ISO 8601"), Column("note", "VARCHAR", "What else was written"),
    Column("state", "VARCHAR", (
        "applied; moved: applied to target_id, which the same words now have as their id; superseded: a later line counts; "
        "gone: nothing is printed there any more that it could speak of; unusable: no such field, or no value for it"), False),
    Column("target_id", "VARCHAR", "Record that it was applied to; NULL where it is gone"))
BY_TABLE: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}


def arrow_schema(columns: tuple[Column, ...]) -> pa.Schema:
    """The Arrow schema that carries rows of these columns into DuckDB."""
    return pa.schema([pa.field(c.name, _ARROW[c.type]) for c in columns])
