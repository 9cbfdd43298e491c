"""Records → Arrow tables, one for each stored table. This runs in the process that read the pack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import pyarrow as pa

from papermine.mined import Mined
from papermine.records import KINDS, FileRow, PackRow, Record
from papermine.store.arrow import table
from papermine.store.columns import BY_TABLE, DECIMAL_DIGITS, DECIMAL_PLACES, EVIDENCE, Column, arrow_schema, stored_columns

_STEP = Decimal(1).scaleb(-DECIMAL_PLACES)
_LIMIT = Decimal(10) ** (DECIMAL_DIGITS - DECIMAL_PLACES)
_PLACED_BY_CELLS = frozenset({"table_cells", "printed_cells", "table_columns"})
"""Kinds whose place `printed_cells` already holds: view `evidence` takes it from there."""


@dataclass(slots=True)
class PackRows:
    """One pack ready to be stored: Arrow tables by the name of their stored table."""

    pack: PackRow
    tables: dict[str, pa.Table] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Rows over all tables."""
        return sum(t.num_rows for t in self.tables.values())


def pack_rows(mined: Mined) -> PackRows:
    """Turn the records of one pack into columns.

    A decimal that does not fit its column is left out: the cell's text keeps what is printed.
    """
    pack_id = mined.pack.pack_id
    out = PackRows(mined.pack)
    by_kind: dict[type[Record], list[Record]] = {}
    for record in mined.records:
        by_kind.setdefault(type(record), []).append(record)
    for kind in KINDS:
        records: list[Record] = [mined.pack] if kind is PackRow else by_kind.get(kind, [])
        if kind is FileRow or not records:
            continue
        out.tables[kind.table] = _table(records, stored_columns(kind), pack_id)
    places = list(_evidence(mined.records, pack_id))
    if places:
        columns = list(zip(*places, strict=True))
        out.tables["evidence"] = table(columns, arrow_schema(EVIDENCE))
    return out


def _table(records: list[Record], columns: tuple[Column, ...], pack_id: str) -> pa.Table:
    own = type(records[0]).model_fields
    given = []
    for column in columns:
        values: list[Any]
        if column.name in own:
            values = [getattr(r, column.name) for r in records]
            if column.type.startswith("DECIMAL"):
                values = [fitted(v) for v in values]
        elif column.name == "pack_id":
            values = [pack_id] * len(records)
        else:
            values = list(range(len(records)))
        given.append(values)
    return table(given, arrow_schema(columns))


def fitted(value: Decimal | None) -> Decimal | None:
    """The decimal as its column holds it, or None where it would not be the same number."""
    if value is None or not value.is_finite() or abs(value) >= _LIMIT:
        return None
    rounded = value.quantize(_STEP, rounding=ROUND_HALF_EVEN)
    return rounded if rounded == value else None


def _evidence(records: Iterable[Record], pack_id: str) -> Iterable[tuple[Any, ...]]:
    for r in records:
        if r.table in _PLACED_BY_CELLS:
            continue
        key, basis, rule = r.record_id, r.basis, r.rule or None
        for n, e in enumerate(r.evidence):
            yield (key, r.table, pack_id, n, e.field, e.page, e.page_label, e.x0, e.top, e.x1, e.bottom, e.text, rule, basis)
        if not r.evidence and rule:
            yield (key, r.table, pack_id, 0, None, getattr(r, "page", None), None, None, None, None, None, None, rule, basis)


def concat(packs: list[PackRows]) -> dict[str, pa.Table]:
    """The rows of several packs, as one Arrow table for each stored table."""
    out: dict[str, pa.Table] = {}
    for name in (*BY_TABLE, "evidence"):
        parts = [p.tables[name] for p in packs if name in p.tables]
        if parts:
            out[name] = pa.concat_tables(parts)
    return out
