"""A table as a Parquet file with typed columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from papermine.export.columns import FIGURES, Column, Value, columns_of, unique
from papermine.export.files import whole_file
from papermine.export.tables import Grid

_DIGITS = 38
"""The widest decimal that Parquet readers share."""


def write_parquet(grid: Grid, output: Path, *, evidence: bool = False) -> None:
    """Write the rows below the header; names and types are the columns'.

    Figures are decimals as printed, before the unit and scale that the column's metadata name; years
    are integers, dates dates. Where a filled cell of such a column is none ("n/a"), a second column
    "… (printed)" keeps all its texts. ``evidence`` adds source, page and box (points) of each row.
    """
    with whole_file(output) as part:
        pq.write_table(arrow(grid, evidence=evidence), part)


def arrow(grid: Grid, *, evidence: bool = False) -> pa.Table:
    """The table as Arrow."""
    about = grid.about
    fields: list[tuple[str, pa.Array, dict[str, str]]] = []
    for column in columns_of(grid):
        kind = _type(column)
        about_column = {"type": column.type, "unit": column.unit or "", "scale": str(column.scale)}
        if kind is None:
            fields.append((column.name, pa.array([t or None for t in column.texts], pa.string()), about_column))
            continue
        fields.append((column.name, pa.array(_cast(column.values, kind), kind), about_column))
        if not column.whole:
            fields.append((f"{column.name} (printed)", pa.array([t or None for t in column.texts], pa.string()), {"type": "text"}))
    if evidence:
        fields += _evidence(grid)
    names = unique(name for name, _, _ in fields)
    told = {"table_id": about.table_id, "title": about.title, "unit": about.unit, "note": about.note, "file": about.file_name, "pages": about.pages,
            "source": about.source_url}
    schema = pa.schema([pa.field(name, array.type, metadata={k: v for k, v in more.items() if v})
                        for name, (_, array, more) in zip(names, fields, strict=True)], metadata={k: v for k, v in told.items() if v})
    return pa.Table.from_arrays([array for _, array, _ in fields], schema=schema)


def _type(column: Column) -> pa.DataType | None:
    """The Arrow type of a column's values; None: text."""
    if column.type == "date":
        return pa.date32()
    if column.type not in FIGURES:
        return None
    figures = [v for v in column.values if isinstance(v, Decimal)]
    if column.type == "year" and all(v == v.to_integral_value() for v in figures):
        return pa.int32()
    whole = max((len(str(abs(int(v)))) for v in figures), default=1)
    return pa.decimal128(max(whole + column.places, 18), column.places) if whole + column.places <= _DIGITS else None


def _cast(values: Sequence[Value], kind: pa.DataType) -> list[Decimal | dt.date | int | None]:
    out: list[Decimal | dt.date | int | None] = []
    for value in values:
        if isinstance(value, Decimal):
            out.append(int(value) if pa.types.is_integer(kind) else value)
        else:
            out.append(value if isinstance(value, dt.date) else None)
    return out


def _evidence(grid: Grid) -> list[tuple[str, pa.Array, dict[str, str]]]:
    from papermine.export.sheets import EVIDENCE, evidence_row
    rows = [evidence_row(grid, row) for row in range(grid.about.header_rows, grid.about.rows)]
    types = (pa.string(), pa.int32(), *[pa.float64()] * 4)
    return [(name, pa.array([row[n] for row in rows], kind), {}) for n, (name, kind) in enumerate(zip(EVIDENCE, types, strict=True))]
