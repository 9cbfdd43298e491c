"""One pack as Parquet files, and back: the Arrow tables that the store takes in, one file for each stored table."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from papermine.records import PackRow
from papermine.store.columns import BY_TABLE
from papermine.store.rows import PackRows

PACK_TABLES = (*(name for name in BY_TABLE if name != "files"), "evidence")
"""The tables that a pack brings; all others are worked out from them."""


def pack_files(rows: PackRows) -> dict[str, bytes]:
    """Table name → the bytes of its Parquet file."""
    out = {}
    for name in sorted({*rows.tables, *rows.packed}):
        sink = pa.BufferOutputStream()
        parts = rows.parts(name)
        first = next(parts)
        with pq.ParquetWriter(sink, first.schema, compression="zstd") as file:
            for part in (first, *parts):
                file.write_table(part)
        out[name] = sink.getvalue().to_pybytes()
    return out


def pack_of(files: Mapping[str, bytes]) -> PackRows:
    """The pack whose files these are. Raises `ValueError` where they are not whole."""
    try:
        tables = {name: pq.read_table(pa.BufferReader(data)) for name, data in files.items() if name in PACK_TABLES}
        (row,) = tables["packs"].to_pylist()
    except (pa.ArrowException, KeyError) as error:
        raise ValueError(str(error)) from error
    return PackRows(PackRow(**{k: v for k, v in row.items() if k in PackRow.model_fields}), tables)


def renamed(rows: PackRows, file_name: str) -> PackRows:
    """The same pack under another file name."""
    packs = rows.tables["packs"]
    at = packs.schema.get_field_index("file_name")
    tables = {**rows.tables, "packs": packs.set_column(at, packs.schema.field(at), pa.array([file_name], pa.string()))}
    return PackRows(rows.pack.model_copy(update={"file_name": file_name}), tables)
