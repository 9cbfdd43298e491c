"""What tells of a pack which others it may belong together with, kept pack by pack so that no other pack need be read for it."""

from __future__ import annotations

from collections import defaultdict

import duckdb

from papermine.link.approvals import signs as approval_signs
from papermine.link.named import Mention
from papermine.link.named import signs as name_signs
from papermine.link.outcomes import VERY_LONG, core
from papermine.link.outcomes import signs as word_signs
from papermine.store.arrow import table_of_rows
from papermine.store.columns import arrow_schema
from papermine.store.link_reads import TEXTS
from papermine.store.link_schema import SIGNS
from papermine.store.meetings import insert
from papermine.store.slices import of_packs

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
_MOVED = "LATERAL (SELECT unnest(['mover', 'seconder']) AS field, unnest([t.mover, t.seconder]) AS name) f"
_NAMES = f"""
SELECT t.attendance_id, 'attendance', 'name', t.pack_id, t.document_id, {_AT}, t.name, t.name_printed, t.status, t.role, t.party, t.ward
FROM {of_packs("attendance")} t
UNION ALL SELECT t.declaration_id, 'declarations', 'name', t.pack_id, t.document_id, {_AT}, t.name, t.name, {_BLANK}
FROM {of_packs("declarations")} t
UNION ALL SELECT t.resolution_id, 'resolutions', f.field, t.pack_id, t.document_id, {_AT}, f.name, f.name, {_BLANK}
FROM {of_packs("resolutions")} t, {_MOVED} WHERE f.name IS NOT NULL
UNION ALL SELECT t.motion_id, 'motions', f.field, t.pack_id, t.document_id, {_AT_PAPERS}, f.name, f.name, {_BLANK}
FROM {of_packs("motions")} t JOIN {of_packs("documents")} e ON e.document_id = t.document_id, {_MOVED} WHERE f.name IS NOT NULL
UNION ALL SELECT t.division_vote_id, 'division_votes', 'person_name', t.pack_id, d.document_id, {_AT_PAPERS}, t.person_name, t.person_name, {_BLANK}
FROM {of_packs("division_votes")} t JOIN {of_packs("divisions")} d ON d.division_id = t.division_id
JOIN {of_packs("documents")} e ON e.document_id = d.document_id"""
_WORDS = f"""
SELECT t.resolution_id, t.document_id, t.pack_id, 'resolutions', t.text FROM {of_packs("resolutions")} t
UNION ALL SELECT t.recommendation_id, t.document_id, t.pack_id, 'recommendations', t.text FROM {of_packs("recommendations")} t"""
_ON_MINUTES = f"""
SELECT t.document_id, t.resolution_id, t.text FROM {of_packs("resolutions")} t WHERE contains(lower(t.text), 'minutes')
ORDER BY t.pack_id, t.ordinal"""


def sign(con: duckdb.DuckDBPyConnection, packs: list[str]) -> None:
    """Put the signs of these packs in, in place of what was kept of them."""
    if not packs:
        return
    args = {"packs": packs}
    for table in SIGNS:
        con.execute(f"DELETE FROM stored.{table} WHERE pack_id IN (SELECT unnest($packs))", args)
    con.execute(_PAPERS, args)
    for table, rows in (("signs_names", _names), ("signs_words", _words), ("signs_approvals", _approvals)):  # of a long file each takes 10 MB
        insert(con, table, table_of_rows(rows(con, packs), arrow_schema(SIGNS[table][1])))


def _names(con: duckdb.DuckDBPyConnection, packs: list[str]) -> list[tuple[object, ...]]:
    asked = con.execute(_NAMES, {"packs": packs})
    return [(*row, *name_signs(Mention(*row))) for some in iter(lambda: asked.fetchmany(AT_ONCE), []) for row in some]


def _words(con: duckdb.DuckDBPyConnection, packs: list[str]) -> list[tuple[object, ...]]:
    asked = con.execute(_WORDS, {"packs": packs})
    return [(*row[:4], *word_signs(row[4])) for some in iter(lambda: asked.fetchmany(AT_ONCE), []) for row in some
            if row[3] == "resolutions" or len(core(row[4]).split()) >= VERY_LONG]


def _approvals(con: duckdb.DuckDBPyConnection, packs: list[str]) -> list[tuple[object, ...]]:
    pack_of = dict(con.execute("SELECT document_id, pack_id FROM stored.documents WHERE kind = 'minutes' AND pack_id IN (SELECT unnest($packs))",
                               {"packs": packs}).fetchall())
    if not pack_of:
        return []
    resolved: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document_id, key, text in con.execute(_ON_MINUTES, {"packs": packs}).fetchall():
        resolved[document_id].append((key, text))
    texts = con.execute(TEXTS, {"documents": list(pack_of)}).fetchall()
    return [(document_id, pack_of[document_id], n, *row)
            for document_id, text in sorted(texts) for n, row in enumerate(approval_signs(document_id, text, resolved[document_id]))]
