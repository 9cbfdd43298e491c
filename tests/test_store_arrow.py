"""Python values → Arrow arrays: the same as pyarrow's own, without its look for pandas."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papermine.store.arrow import array

KINDS: list[tuple[pa.DataType, st.SearchStrategy[Any]]] = [
    (pa.string(), st.text(st.characters(exclude_categories=["Cs"]))),
    (pa.int64(), st.integers(-2**63, 2**63 - 1)),
    (pa.float64(), st.floats(allow_nan=False)),
    (pa.bool_(), st.booleans()),
    (pa.date32(), st.dates()),
    (pa.time64("us"), st.times()),
    (pa.decimal128(28, 6), st.decimals(Decimal(-10**21), Decimal(10**21), places=6)),
]


@pytest.mark.parametrize(("kind", "values"), KINDS, ids=[str(k) for k, _ in KINDS])
def test_arrays_are_those_of_pyarrow(kind: pa.DataType, values: st.SearchStrategy[Any]) -> None:
    @settings(deadline=None)
    @given(st.lists(st.none() | values, max_size=20))
    def same(column: list[Any]) -> None:
        ours = array(column, kind)
        ours.validate(full=True)
        assert ours.equals(pa.array(column, kind))
    same()


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert array(["a\ud800b", None, dt.date.min.isoformat()], pa.string()).to_pylist() == ["a\ufffdb", None, "0001-01-01"]


def test_writing_does_not_import_pandas() -> None:
    code = ("import sys, pyarrow as pa; from papermine.store.arrow import table; "
            "table([['a', None], [1, None]], pa.schema([('a', pa.string()), ('b', pa.int64())])); assert 'pandas' not in sys.modules")
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_DATA counts reserved memory on Linux")
def test_what_arrow_reserves_takes_nothing_from_a_limit() -> None:
    """Its own allocator takes a GiB where a limit leaves one, and nothing is left for the rest of a reader."""
    script = ("import resource\nfrom papermine.ingest.memory import data_held\nfrom papermine.store.arrow import share_the_heap\n"
              "import pyarrow as pa, pyarrow.parquet as pq\nshare_the_heap()\n"
              "resource.setrlimit(resource.RLIMIT_DATA, (data_held() + (1100 << 20), -1))\n"
              "pq.write_table(pa.table({'a': list(range(1000))}), pa.BufferOutputStream(), compression='zstd')\n"
              "print(len(bytearray(200 << 20)) >> 20)\n")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (0, "200\n"), done.stderr
