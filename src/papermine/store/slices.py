"""A query narrowed to some packs: what a page asks about a few packs should not read the rows of all.

A record and all that its view joins to it stand in one pack (meetings aside), so that each stored table may be narrowed before
anything is joined. The engine does not do that by itself: it carries a filter on ``pack_id`` over a join for one value only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from papermine import regex as re
from papermine.records import KINDS
from papermine.store.schema import pack_tables, quoted
from papermine.store.views import RECORD_EVIDENCE, VIEWS

if TYPE_CHECKING:
    import duckdb

    from papermine.store.link_reads import Asked
    from papermine.store.runs import Runs

WITHIN = frozenset({kind.table for kind in KINDS} | {"decisions", "decision_printings", "votes", "evidence", "record_evidence",
                                                      "pack_sources"})
"""Views whose rows are made of rows of one pack, each, and of meetings; ``record_evidence`` is evidence without that of cells."""
ACROSS = frozenset({"recommendation_outcomes"})
"""Views whose rows join two packs: both must be among those that are asked for."""
_SQL = {view.name: view.sql for view in VIEWS} | {"record_evidence": RECORD_EVIDENCE}
_OF_PACK = frozenset(pack_tables())
_TABLE = re.compile(r"\bstored\.(\w+)(?: ([a-z]\w*))?")
_OF_PACKS = re.compile(r"rowid IN \(SELECT rowid FROM stored\.\w+ SEMI JOIN \(SELECT unnest\(\$packs\) AS pack_id\) USING \(pack_id\)\)")
_SOURCES = re.compile(r"\bJOIN pack_sources\b")


def narrowed(sql: str, packs: Sequence[str], runs: Runs | None = None) -> str:
    """A query whose stored tables hold no more than the rows of these packs. ``runs`` are those of the file as it is: fewer rows are looked at.

    Ids are written out: with one value that it knows while it plans, the engine takes half the time.
    """
    def rows(table: str) -> str:
        if len(packs) != 1:
            return f"SEMI JOIN (SELECT unnest([{', '.join(map(quoted, packs))}]::VARCHAR[]) AS pack_id) USING (pack_id)"
        return f"WHERE pack_id = {quoted(packs[0])}" + (f" AND {runs.condition(table, packs[0])}" if runs is not None else "")

    whole = _SOURCES.sub(lambda _: f"JOIN ({_SQL['pack_sources']})", sql)
    return _TABLE.sub(lambda m: f"(SELECT * FROM stored.{m[1]} {rows(m[1])}) {m[2] or m[1]}" if m[1] in _OF_PACK else m[0], whole)


def of_packs(table: str) -> str:
    """The rows of a stored table that some packs hold, for FROM of a query that `ask_of_packs` asks.

    Only the rows found by the column of ids are read of the others: a join alone reads every column whole, of pages all words.
    """
    found = f"SELECT rowid FROM stored.{table} SEMI JOIN (SELECT unnest($packs) AS pack_id) USING (pack_id)"
    return f"(SELECT * FROM stored.{table} WHERE rowid IN ({found}))"


def ask_of_packs(con: Asked, sql: str, packs: Sequence[str]) -> duckdb.DuckDBPyConnection:
    """Run a statement over `of_packs`. A single pack's id is written out, which takes half the time; several of them in this way take longer."""
    if len(packs) == 1:
        return con.execute(_OF_PACKS.sub(f"pack_id = {quoted(packs[0])}", sql))
    return con.execute(sql, {"packs": packs})


def pack_view(view: str) -> str:
    """The query of one of the views `WITHIN` a pack or `ACROSS` two, for `narrowed`. Raises `KeyError` for another."""
    if view not in WITHIN | ACROSS:
        raise KeyError(view)
    return _SQL[view]
