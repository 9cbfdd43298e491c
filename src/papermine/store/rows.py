"""Records → Arrow tables, one for each stored table. This runs in the process that read the pack."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import pyarrow as pa

from papermine.mined import Mined
from papermine.records import KINDS, FileRow, PackRow, Record
from papermine.store.arrow import packed, table, unpacked
from papermine.store.columns import BY_TABLE, DECIMAL_DIGITS, DECIMAL_PLACES, EVIDENCE, Column, arrow_schema, stored_columns

_STEP = Decimal(1).scaleb(-DECIMAL_PLACES)
_LIMIT = Decimal(10) ** (DECIMAL_DIGITS - DECIMAL_PLACES)
_PLACED_BY_CELLS = frozenset({"table_cells", "printed_cells", "table_columns"})
"""Kinds whose place `printed_cells` already holds: view `evidence` takes it from there."""
AT_ONCE = 2_000
"""So many records are turned into columns together: 6 MB of them."""
PACKED_BYTES = 1 << 18
"""A table of more bytes is packed (to about a tenth), so that a pack of thousands of pages is small in memory and in the pipe."""


@dataclass(slots=True)
class PackRows:
    """One pack ready to be stored: Arrow tables by the name of their stored table.

    ``tables`` holds them, or of a long pack their last rows; ``packed`` the rows before these. `parts` gives all in order.
    """

    pack: PackRow
    tables: dict[str, pa.Table] = field(default_factory=dict)
    packed: dict[str, list[bytes]] = field(default_factory=dict)
    size: int = 0
    """Rows over all tables."""

    def __post_init__(self) -> None:
        self.size = self.size or sum(t.num_rows for t in self.tables.values())

    def parts(self, name: str) -> Iterator[pa.Table]:
        """The rows of one stored table, in order, in one part or more."""
        yield from map(unpacked, self.packed.get(name, ()))
        if name in self.tables:
            yield self.tables[name]


class Filling:
    """The columns of a pack while its records come in, in any number of parts, each kind in order.

    ``ahead`` takes each packed part as it is made, with the name of its table; else they are held.
    """

    def __init__(self, pack_id: str, ahead: Callable[[str, bytes], None] | None = None) -> None:
        self.pack_id = pack_id
        self._ahead = ahead
        self._records: list[Record] = []
        self._counts: Counter[str] = Counter()
        self._tables: dict[str, list[pa.Table]] = defaultdict(list)
        self._packed: dict[str, list[bytes]] = defaultdict(list)

    def add(self, records: Iterable[Record]) -> None:
        """Take records in."""
        self._records += records
        if len(self._records) >= AT_ONCE:
            self._fill()

    def rows(self, pack: PackRow) -> PackRows:
        """All that came in, under the pack's own row."""
        self._records.append(pack)
        self._fill()
        return PackRows(pack, {name: pa.concat_tables(parts) for name, parts in self._tables.items() if parts}, dict(self._packed),
                        self._counts.total())

    def _fill(self) -> None:
        by_kind: dict[type[Record], list[Record]] = {}
        for record in self._records:
            by_kind.setdefault(type(record), []).append(record)
        for kind in KINDS:
            if (found := by_kind.get(kind)) and kind is not FileRow:
                self._put(kind.table, _table(found, stored_columns(kind), self.pack_id, self._counts[kind.table]))
        places = list(_evidence(self._records, self.pack_id))
        if places:
            self._put("evidence", table(list(zip(*places, strict=True)), arrow_schema(EVIDENCE)))
        self._records = []

    def _put(self, name: str, rows: pa.Table) -> None:
        self._counts[name] += rows.num_rows
        held = self._tables[name]
        held.append(rows)
        if sum(t.nbytes for t in held) > PACKED_BYTES:
            part = packed(pa.concat_tables(held))
            held.clear()
            if self._ahead is None:
                self._packed[name].append(part)
            else:
                self._ahead(name, part)


def pack_rows(mined: Mined) -> PackRows:
    """Turn the records of one pack into columns.

    A decimal that does not fit its column is left out: the cell's text keeps what is printed.
    """
    filling = Filling(mined.pack.pack_id)
    filling.add(mined.records)
    return filling.rows(mined.pack)


def _table(records: list[Record], columns: tuple[Column, ...], pack_id: str, first: int) -> pa.Table:
    """``first``: the ordinal of the first."""
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
            values = list(range(first, first + len(records)))
        given.append(values)
    return table(given, arrow_schema(columns))


def fitted(value: Decimal | None) -> Decimal | None:
    """The decimal as its column holds it, or None where it would not be the same number."""
    if value is None or not value.is_finite() or abs(value) >= _LIMIT:
        return None
    rounded = value.quantize(_STEP, rounding=ROUND_HALF_EVEN)
    return rounded if rounded == value else None


def _evidence(records: Iterable[Record], pack_id: str) -> Iterator[tuple[Any, ...]]:
    for r in records:
        if r.table in _PLACED_BY_CELLS:
            continue
        key, basis, rule = r.record_id, r.basis, r.rule or None
        for n, e in enumerate(r.evidence):
            yield (key, r.table, pack_id, n, e.field, e.page, e.page_label, e.x0, e.top, e.x1, e.bottom, e.text, rule, basis)
        if not r.evidence and rule:
            yield (key, r.table, pack_id, 0, None, getattr(r, "page", None), None, None, None, None, None, None, rule, basis)


def together(packs: Sequence[PackRows]) -> Iterator[tuple[str, pa.RecordBatchReader]]:
    """The rows of several packs, stored table by stored table, each as a stream that unpacks what is packed as it is read."""
    for name in (*BY_TABLE, "evidence"):
        if held := [p for p in packs if name in p.tables or name in p.packed]:
            schema = next(held[0].parts(name)).schema
            yield name, pa.RecordBatchReader.from_batches(schema, (batch for p in held for part in p.parts(name) for batch in part.to_batches()))
