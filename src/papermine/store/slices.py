"""A query narrowed to some packs: what a page asks about a few packs should not read the rows of all.

A record and all that its view joins to it stand in one pack (meetings aside), so that each stored table may be narrowed before
anything is joined. The engine does not do that by itself: it carries a filter on ``pack_id`` over a join for one value only.
"""

from __future__ import annotations

from functools import cache

from papermine import regex as re
from papermine.records import KINDS
from papermine.store.schema import base_tables
from papermine.store.views import VIEWS

WITHIN = frozenset({kind.table for kind in KINDS} | {"decisions", "decision_printings", "votes", "evidence", "pack_sources"})
"""Views whose rows are made of rows of one pack, each, and of meetings."""
_SQL = {view.name: view.sql for view in VIEWS}
_OF_PACK = frozenset(name for name, _, columns in base_tables() if any(c.name == "pack_id" for c in columns))
_AMONG = "SEMI JOIN (SELECT unnest($packs::VARCHAR[]) AS pack_id) USING (pack_id)"
_TABLE = re.compile(r"\bstored\.(\w+)(?: ([a-z]\w*))?")
_SOURCES = re.compile(r"\bJOIN pack_sources\b")


def narrowed(sql: str) -> str:
    """A query whose stored tables hold no more than the rows of the packs in its parameter ``$packs`` (a list)."""
    whole = _SOURCES.sub(lambda _: f"JOIN ({_SQL['pack_sources']})", sql)
    return _TABLE.sub(lambda m: f"(SELECT * FROM stored.{m[1]} {_AMONG}) {m[2] or m[1]}" if m[1] in _OF_PACK else m[0], whole)


@cache
def of_packs(view: str) -> str:
    """The query of one of the views `WITHIN` a pack, narrowed to the packs in parameter ``$packs``. Raises `KeyError` for another."""
    if view not in WITHIN:
        raise KeyError(view)
    return narrowed(_SQL[view])
