"""The councils at hand: the rows of their packs, copied beside the stored tables, so that what a step of the link asks reads these alone.

A step asks some fifty questions. Asked of the stored tables, each of them reads columns of the whole collection; a copy is one look at
them, and all fifty are then about a council. How long a step takes, and what it holds, is so decided by the council.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import duckdb

from papermine import regex as re
from papermine.store.arrow import table_of_rows
from papermine.store.columns import arrow_schema
from papermine.store.connect import let_go
from papermine.store.link_schema import LINK_TABLES
from papermine.store.meetings import insert
from papermine.store.slices import ask_of_packs, of_packs

AT_ONCE = 250
"""Packs of councils that are at hand together. A council of more is at hand alone."""
MOST = 2_500
"""A council of more packs is not copied: its rows are read where they are stored."""
FEW = 300
"""In a database of no more packs nothing is copied: a question of all of it costs no more than one of a copy, and the copies as much as forty."""
LET_GO = 16
"""So many questions are asked before the blocks that they have read are given back: that takes milliseconds, and then some are read again."""
_COPIED: dict[str, str] = {
    "link_scopes": "pack_id, scope, council",
    "meeting_links": "pack_meeting_id, pack_id, meeting_id, council, body, meeting_date",
    "documents": "document_id, pack_id, pack_meeting_id, kind, title, first_page, last_page, item_id, ordinal",
    "agenda_items": "item_id, pack_id, pack_meeting_id, document_id, business_id, source, number, title, first_page, exempt, ordinal",
    "business_links": "item_id, pack_id, business_id",
    "resolutions": "resolution_id, pack_id, pack_meeting_id, document_id, item_id, item_number, number, text, lead_in, outcome, page, ordinal, "
                   "division_id, motion_id, mover, seconder",
    "divisions": "division_id, pack_id, outcome",
    "motions": "motion_id, pack_id, outcome",
    "recommendations": "recommendation_id, pack_id, document_id, item_id, number, text, lead_in, page, ordinal",
    "reports": "document_id, pack_id, title, ordinal",
    "packs": "pack_id, file_name",
    "files": "pack_id, path, published",
    "signs_papers": "document_id, pack_id, digest, letters",
    "signs_approvals": "document_id, pack_id, ordinal, day, record_id, corrections",
    "signs_words": "record_id, document_id, pack_id, kind, figures, core, content",
    "signs_names": "record_id, kind, field, pack_id, document_id, pack_meeting_id, name, name_printed, status, role, party, ward, surname, office, "
                   "initials"}
PAPERS = tuple(table for table in _COPIED if table != "signs_names")
"""What linking papers reads of all packs of a council; of the packs that are due it reads the names too."""
NAMES = ("link_scopes", "meeting_links", "signs_names")
"""What linking names reads of all packs of a council."""
_TABLE = re.compile(r"\bstored\.(\w+)")
_AT_HAND = """
SELECT scope, packs FROM (
  SELECT d.scope, count(z.pack_id) AS packs, sum(count(z.pack_id)) OVER (ORDER BY d.scope ROWS UNBOUNDED PRECEDING) AS so_far
  FROM (SELECT DISTINCT scope FROM stored.link_due WHERE {which}) d LEFT JOIN stored.link_scopes z ON z.scope = d.scope GROUP BY d.scope)
WHERE so_far <= $most OR so_far = packs ORDER BY scope"""


class Near:
    """A writer that reads copies where it has them. What a step writes is in none of them.

    ``empty``: stored tables in which there was nothing when the step began, and nothing was put since (`papermine.store.link_reads`).
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, scopes: list[str], tables: tuple[str, ...], empty: set[str],
                 due: list[str] | None = None) -> None:
        """Copy these tables for the packs of these councils; with ``due``, for these packs alone ``signs_names`` too."""
        self.con, self.empty = con, empty
        self._copied: frozenset[str] = frozenset()
        self._asked = 0
        (every,) = con.execute("SELECT count(*) FROM stored.link_scopes").fetchone() or (0,)
        if every <= FEW:
            return
        packs = [pack for (pack,) in con.execute("SELECT pack_id FROM stored.link_scopes WHERE scope IN (SELECT unnest(?))", [scopes]).fetchall()]
        if len(packs) > MOST:
            return
        wanted = dict.fromkeys(tables, packs)
        if due is not None:
            wanted["signs_names"] = due
        for table, some in wanted.items():
            ask_of_packs(self, f"CREATE OR REPLACE TEMP TABLE near_{table} AS SELECT {_COPIED[table]} FROM {of_packs(table)}", some)
        self.execute("CREATE OR REPLACE TEMP TABLE near_meetings AS SELECT meeting_id, council, body, meeting_date FROM stored.meetings "
                     "WHERE meeting_id IN (SELECT meeting_id FROM near_meeting_links)")
        self._copied = frozenset({*wanted, "meetings"})
        let_go(con)

    def execute(self, query: str, parameters: object = None) -> duckdb.DuckDBPyConnection:
        """Run a statement of the step; after a few, what they have read is let go."""
        self._asked += 1
        if self._asked % LET_GO == 0:
            let_go(self.con)
        return self.con.execute(_TABLE.sub(lambda m: f"near_{m[1]}" if m[1] in self._copied else m[0], query), parameters)

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Store rows of links."""
        if every := list(rows):
            self.empty.discard(table)
            insert(self.con, table, table_of_rows(every, arrow_schema(LINK_TABLES[table][1])))

    def end(self) -> None:
        """Give the copies up."""
        for table in sorted(self._copied):
            self.con.execute(f"DROP TABLE near_{table}")
        self._copied = frozenset()


def at_hand(con: duckdb.DuckDBPyConnection, which: str) -> list[str]:
    """The next councils of which something is due: about `AT_ONCE` packs. ``which``: a condition on rows of link_due."""
    return [scope for scope, _ in con.execute(_AT_HAND.format(which=which), {"most": AT_ONCE}).fetchall()]

