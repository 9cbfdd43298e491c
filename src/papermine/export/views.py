"""Whole views as CSV, XLSX, JSON, JSON Lines or Parquet files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from papermine.export import csv
from papermine.export.files import opened, whole_file
from papermine.export.redact import Redactor
from papermine.export.rows import WRITERS
from papermine.store import open_reader, query
from papermine.store.views import VIEWS

_BATCH = 10_000


def view_names() -> list[str]:
    """The public views, by name."""
    return sorted(v.name for v in VIEWS)


def _order(columns: list[str]) -> str:
    """As printed where the view knows its order; else by meeting, or by all columns."""
    if {"record_id", "ordinal"} <= set(columns):
        return "pack_id, record_id, ordinal"
    if "ordinal" in columns:
        return "pack_id, ordinal"
    if {"meeting_date", "page", "resolution_id"} <= set(columns):
        return "meeting_date, council, body, pack_id, page, resolution_id"
    return "ALL"


def export_view(db: str, name: str, format: str, output: Path | None, *, raw: bool = False, redactor: Redactor | None = None) -> int:
    """Write one view to a file (None: stdout). Returns the number of rows.

    Rows come in the order of packs, and within a pack as printed. Parquet keeps DuckDB's types. ``redactor`` masks members of the public.
    """
    if name not in view_names():
        raise KeyError(name)
    if redactor is not None:
        redactor.read(redactor.packs)  # before the rows are: a second reader would wait for a writer that waits for the first
    columns = next([c.name for c in v.columns] for v in VIEWS if v.name == name)
    sql = f'SELECT * FROM "{name}" ORDER BY {_order(columns)}'
    if format == "parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq
        assert output is not None
        with open_reader(db) as con:
            table = con.sql(sql).to_arrow_table()
        if redactor is not None:
            masked = redactor.rows(table.column_names, zip(*(c.to_pylist() for c in table.columns), strict=True))
            arrays = [pa.array(values, f.type) for values, f in zip(zip(*masked, strict=True), table.schema, strict=False)]
            table = pa.Table.from_arrays(arrays, schema=table.schema) if table.num_rows else table
        with whole_file(output) as part:
            pq.write_table(table, part)
        return int(table.num_rows)
    if output is None:  # who reads our output may be slow: the database is closed first
        rows = query(db, sql).rows
        _write(None, format, columns, rows if redactor is None else redactor.rows(columns, rows), raw)
        return len(rows)
    count = 0
    with open_reader(db) as con:
        con.execute(sql)

        def fetched() -> Iterator[tuple[Any, ...]]:
            nonlocal count
            while block := con.fetchmany(_BATCH):
                count += len(block)
                yield from block

        _write(str(output), format, columns, fetched() if redactor is None else redactor.rows(columns, fetched()), raw)
    return count


def _write(output: str | None, format: str, columns: list[str], rows: Iterable[tuple[Any, ...]], raw: bool) -> None:
    if format == "xlsx":
        from papermine.export.xlsx import write_rows
        write_rows(columns, rows, Path(str(output)))
        return
    with opened(output) as out:
        if format == "csv":
            csv.write(out, columns, rows, raw=raw)
        else:
            WRITERS[format](out, columns, rows)
