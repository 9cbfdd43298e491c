"""What tells of a pack which others it may belong together with, kept pack by pack so that no other pack need be read for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import duckdb

from papermine.link.approvals import signs as approval_signs
from papermine.link.named import Mention
from papermine.link.named import signs as name_signs
from papermine.link.outcomes import VERY_LONG, core
from papermine.link.outcomes import signs as word_signs
from papermine.store.arrow import table_of_rows
from papermine.store.columns import arrow_schema
from papermine.store.connect import let_go
from papermine.store.link_reads import TEXTS
from papermine.store.link_schema import SIGNS
from papermine.store.meetings import insert
from papermine.store.slices import ask_of_packs, of_packs

AT_ONCE = 1_000
"""So many rows are taken from the database together."""
_PAPERS = f"""
INSERT INTO stored.signs_papers
SELECT document_id, pack_id, md5(run), length(run) FROM (
  SELECT e.document_id, e.pack_id, string_agg(regexp_replace(lower(p.text), '[^a-z0-9]+', '', 'g'), '' ORDER BY p.page) AS run
  FROM {of_packs("documents")} e JOIN {of_packs("pages")} p ON p.pack_id = e.pack_id AND p.page BETWEEN e.first_page AND e.last_page
  GROUP BY e.document_id, e.pack_id)"""
_BLANK = "NULL, NULL, NULL, NULL"
_AT, _AT_PAPERS = (f"coalesce({t}.pack_meeting_id, t.pack_id || ':given')" for t in "te")
_NAMES = {
    "attendance": f"""
SELECT t.attendance_id, 'attendance', 'name', t.pack_id, t.document_id, {_AT}, t.name, t.name_printed, t.status, t.role, t.party, t.ward
FROM {of_packs("attendance")} t""",
    "declarations": f"""
SELECT t.declaration_id, 'declarations', 'name', t.pack_id, t.document_id, {_AT}, t.name, t.name, {_BLANK}
FROM {of_packs("declarations")} t""",
    "resolutions": f"""
SELECT t.resolution_id, 'resolutions', NULL, t.pack_id, t.document_id, {_AT}, t.mover, t.seconder, {_BLANK}
FROM {of_packs("resolutions")} t WHERE t.mover IS NOT NULL OR t.seconder IS NOT NULL""",
    "motions": f"""
SELECT t.motion_id, 'motions', NULL, t.pack_id, t.document_id, {_AT_PAPERS}, t.mover, t.seconder, {_BLANK}
FROM {of_packs("motions")} t JOIN {of_packs("documents")} e ON e.document_id = t.document_id
WHERE t.mover IS NOT NULL OR t.seconder IS NOT NULL""",
    "division_votes": f"""
SELECT t.division_vote_id, 'division_votes', 'person_name', t.pack_id, d.document_id, {_AT_PAPERS}, t.person_name, t.person_name, {_BLANK}
FROM {of_packs("division_votes")} t JOIN {of_packs("divisions")} d ON d.division_id = t.division_id
JOIN {of_packs("documents")} e ON e.document_id = d.document_id"""}
_WORDS = {
    "resolutions": f"SELECT t.resolution_id, t.document_id, t.pack_id, 'resolutions', t.text FROM {of_packs('resolutions')} t",
    "recommendations": f"SELECT t.recommendation_id, t.document_id, t.pack_id, 'recommendations', t.text FROM {of_packs('recommendations')} t"}
_ON_MINUTES = f"""
SELECT t.document_id, t.resolution_id, t.text FROM {of_packs("resolutions")} t WHERE contains(lower(t.text), 'minutes')
ORDER BY t.pack_id, t.ordinal"""


def sign(con: duckdb.DuckDBPyConnection, packs: list[str], empty: set[str]) -> None:
    """Put the signs of these packs in, in place of what was kept of them.

    ``empty``: tables in which there is nothing; those that get rows are taken out.
    """
    if not packs:
        return
    for table in SIGNS.keys() - empty:
        con.execute(f"DELETE FROM stored.{table} WHERE pack_id IN (SELECT unnest($packs))", {"packs": packs})
    ask_of_packs(con, _PAPERS, packs)
    empty.discard("signs_papers")
    let_go(con)
    for table, rows in (("signs_names", _names), ("signs_words", _words), ("signs_approvals", _approvals)):  # of a long file each takes 10 MB
        if found := rows(con, packs, empty):
            empty.discard(table)
            insert(con, table, table_of_rows(found, arrow_schema(SIGNS[table][1])))


def _asked(con: duckdb.DuckDBPyConnection, parts: Mapping[str, str], packs: list[str], empty: set[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of these queries, each of a table, where there are any in it."""
    for table, sql in parts.items():  # one by one: a union of them holds the blocks of all until its end
        if table not in empty:
            asked = ask_of_packs(con, sql, packs)
            while some := asked.fetchmany(AT_ONCE):
                yield from some


def _names(con: duckdb.DuckDBPyConnection, packs: list[str], empty: set[str]) -> list[tuple[object, ...]]:
    return [(*row, *name_signs(Mention(*row))) for found in _asked(con, _NAMES, packs, empty) for row in _each(found)]


def _each(row: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """A row of `_NAMES`; without a field it holds mover and seconder, and is a row for each."""
    if row[2] is not None:
        yield row
    else:
        for field, name in zip(("mover", "seconder"), row[6:8], strict=True):
            if name is not None:
                yield (*row[:2], field, *row[3:6], name, name, *row[8:])


def _words(con: duckdb.DuckDBPyConnection, packs: list[str], empty: set[str]) -> list[tuple[object, ...]]:
    return [(*row[:4], *word_signs(row[4])) for row in _asked(con, _WORDS, packs, empty)
            if row[3] == "resolutions" or len(core(row[4]).split()) >= VERY_LONG]


def _approvals(con: duckdb.DuckDBPyConnection, packs: list[str], _: set[str]) -> list[tuple[object, ...]]:
    pack_of = dict(con.execute("SELECT document_id, pack_id FROM stored.documents WHERE kind = 'minutes' AND pack_id IN (SELECT unnest($packs))",
                               {"packs": packs}).fetchall())
    if not pack_of:
        return []
    resolved: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document_id, key, text in ask_of_packs(con, _ON_MINUTES, packs).fetchall():
        resolved[document_id].append((key, text))
    texts = con.execute(TEXTS, {"documents": list(pack_of)}).fetchall()
    return [(document_id, pack_of[document_id], n, *row)
            for document_id, text in sorted(texts) for n, row in enumerate(approval_signs(document_id, text, resolved[document_id]))]
