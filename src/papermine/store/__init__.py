"""Records → DuckDB and back. Base tables lie in schema ``stored``; the public views in ``main``.

Nothing here holds a database open: a reader opens it for one query, the writer for one commit.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from papermine.store.attached import AttachedReader
    from papermine.store.bounded import Bounded, bounded_query
    from papermine.store.connect import Connection, limit_readers, open_reader, open_writer
    from papermine.store.joined import JOINED, Joined
    from papermine.store.linking import link
    from papermine.store.read import Answer, Source, generation, query, record
    from papermine.store.rows import PackRows, pack_rows
    from papermine.store.schema import quoted
    from papermine.store.slices import narrowed, pack_view
    from papermine.store.views import DECISION_PACKS, LINK, STANDING
    from papermine.store.write import Batch, Committed, commit, correct, forget, recompute

__all__ = ["DECISION_PACKS", "JOINED", "LINK", "STANDING", "Answer", "AttachedReader", "Batch", "Bounded", "Committed", "Connection", "Joined",
           "PackRows", "Source", "bounded_query", "commit", "correct", "forget", "generation",
           "limit_readers", "link", "narrowed", "open_reader", "open_writer", "pack_rows", "pack_view", "query", "quoted", "recompute", "record"]

os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
"""Arrow reads this when it is first imported, here and in the processes started from here: its own allocator reserves a GiB at its
first use, which a reader's limit (RLIMIT_DATA) counts whole, so that a reader was aborted before it had read anything."""

_WHERE = {
    "attached": ("AttachedReader",),
    "bounded": ("Bounded", "bounded_query"),
    "connect": ("Connection", "limit_readers", "open_reader", "open_writer"),
    "joined": ("JOINED", "Joined"),
    "linking": ("link",),
    "read": ("Answer", "Source", "generation", "query", "record"),
    "rows": ("PackRows", "pack_rows"),
    "schema": ("quoted",),
    "slices": ("narrowed", "pack_view"),
    "views": ("DECISION_PACKS", "LINK", "STANDING"),
    "write": ("Batch", "Committed", "commit", "correct", "forget", "recompute"),
}


def __getattr__(name: str) -> Any:
    """Import only what is used: a worker needs no DuckDB, and a query no Arrow."""
    for module, names in _WHERE.items():
        if name in names:
            return getattr(importlib.import_module(f"papermine.store.{module}"), name)
    raise AttributeError(name)
