"""Python values → Arrow arrays, by Arrow's columnar format itself.

`pa.array` asks pandas about every list it is given, and so imports pandas wherever it is installed: half
a second of each process. The buffers are laid out as Arrow's format says (validity bitmap, offsets, values).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa

from papermine.provenance import whole

_EPOCH = dt.date(1970, 1, 1).toordinal()
_MOST_BYTES = 2**31 - 1


def table(columns: Iterable[Sequence[Any]], schema: pa.Schema) -> pa.Table:
    """Columns of Python values (None: null) as an Arrow table of this schema."""
    return pa.Table.from_arrays([array(values, f.type) for values, f in zip(columns, schema, strict=True)], schema=schema)


def table_of_rows(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    """Rows of Python values as an Arrow table of this schema."""
    return table(list(zip(*rows, strict=True)) if rows else [()] * len(schema), schema)


def array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Values as an Arrow array: strings, 64-bit integers and floats, booleans, dates, times in microseconds, 128-bit decimals.

    >>> array(["a", None, "£"], pa.string()).to_pylist(), array([1, None], pa.int64()).to_pylist()
    (['a', None, '£'], [1, None])
    """
    count = len(values)
    null = values.count(None) if isinstance(values, (list, tuple)) else sum(v is None for v in values)
    validity = pa.py_buffer(_bits(v is not None for v in values)) if null else None
    if kind == pa.string():
        texts = ["" if v is None else v for v in values] if null else values
        data = "".join(texts).encode("ascii", "ignore")
        ends = np.cumsum([0, *map(len, texts)], dtype=np.int64)
        if len(data) < ends[-1]:  # not all is ASCII
            encoded = [whole(text).encode() for text in texts]
            data, ends = b"".join(encoded), np.cumsum([0, *map(len, encoded)], dtype=np.int64)
        if ends[-1] > _MOST_BYTES:
            raise pa.ArrowCapacityError(f"a column of {ends[-1]} bytes of text is more than one array holds")
        return pa.Array.from_buffers(kind, count, [validity, pa.py_buffer(ends.astype(np.int32).tobytes()), pa.py_buffer(data)], null)
    data = _fixed(kind, [0 if v is None else v for v in values] if null else values)
    return pa.Array.from_buffers(kind, count, [validity, pa.py_buffer(data)], null)


def packed(rows: pa.Table) -> bytes:
    """A table as a compressed Arrow stream."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as stream:
        stream.write_table(rows.combine_chunks())
    out: bytes = sink.getvalue().to_pybytes()
    return out


def unpacked(data: bytes) -> pa.Table:
    """The table that `packed` packed."""
    with pa.ipc.open_stream(data) as stream:
        return stream.read_all()


def _fixed(kind: pa.DataType, values: Sequence[Any]) -> bytes:
    if pa.types.is_decimal(kind):
        return b"".join(int(Decimal(v).scaleb(kind.scale)).to_bytes(16, "little", signed=True) for v in values)
    if kind == pa.bool_():
        return _bits(bool(v) for v in values)
    number, dtype = _NUMBERS[kind]
    return np.array([number(v) for v in values] if number else values, dtype=dtype).tobytes()


def _bits(flags: Iterable[bool]) -> bytes:
    return np.packbits(np.fromiter(flags, dtype=np.bool_), bitorder="little").tobytes()


def _days(value: dt.date | int) -> int:
    return value.toordinal() - _EPOCH if isinstance(value, dt.date) else 0


def _microseconds(value: dt.time | int) -> int:
    return ((value.hour * 60 + value.minute) * 60 + value.second) * 1_000_000 + value.microsecond if isinstance(value, dt.time) else 0


_NUMBERS: dict[pa.DataType, tuple[Callable[[Any], int] | None, type[np.generic]]] = {
    pa.int64(): (None, np.int64), pa.float64(): (None, np.float64),
    pa.date32(): (_days, np.int32), pa.time64("us"): (_microseconds, np.int64)}


def share_the_heap() -> None:
    """Let Arrow take memory from the process's own heap: its allocator reserves a GiB at its first use, which a limit (RLIMIT_DATA) counts whole."""
    pa.set_memory_pool(pa.system_memory_pool())
