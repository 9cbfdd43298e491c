"""The link step: loads what a council's packs print, asks the room ``link`` what belongs together, stores the answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

import duckdb

from papermine.link.approvals import approvals
from papermine.link.coverage import Item, coverage
from papermine.link.named import Mention
from papermine.link.outcomes import outcomes
from papermine.link.persons import persons
from papermine.link.printings import printings
from papermine.link.rows import Advice, Decided, Meeting, Paper
from papermine.link.versions import versions
from papermine.store.arrow import table_of_rows
from papermine.store.columns import arrow_schema
from papermine.store.connect import WRITE_WAIT, open_writer
from papermine.store.link_schema import LINK_TABLES
from papermine.store.meetings import body_key, insert
from papermine.store.scopes import rescope

WRITTEN = tuple(name for name in LINK_TABLES if name not in ("link_scopes", "link_due"))
"""The tables that the step writes, scope by scope."""
_TOGETHER = 400
"""Packs that are loaded at once; a larger council is loaded alone."""
T = TypeVar("T")


def link(db: str | os.PathLike[str] | duckdb.DuckDBPyConnection, *, everything: bool = False, wait: float = WRITE_WAIT) -> int:
    """Link again each council whose packs changed since (``everything``: all of them). Returns how many.

    A database without changes costs one query. All of it is stored, or nothing. ``db`` may be a writer that is open.
    """
    if not isinstance(db, duckdb.DuckDBPyConnection):
        with open_writer(db, wait=wait) as con:
            return link(con, everything=everything)
    if not everything and db.execute("SELECT 1 FROM stored.link_due LIMIT 1").fetchone() is None:
        return 0
    db.execute("BEGIN")
    if everything:
        for table in WRITTEN:
            db.execute(f"DELETE FROM stored.{table}")
        rescope(db)
    done = relink(db)
    db.execute("UPDATE stored.meta SET generation = generation + 1")
    db.execute("COMMIT")
    return done


def relink(con: duckdb.DuckDBPyConnection) -> int:
    """Link the scopes that are due, within the caller's transaction. Returns how many."""
    due = con.execute("SELECT d.scope, count(s.pack_id) FROM stored.link_due d LEFT JOIN stored.link_scopes s USING (scope) "
                      "GROUP BY d.scope ORDER BY d.scope").fetchall()
    for scopes in _chunks(due):
        for table in WRITTEN:
            con.execute(f"DELETE FROM stored.{table} WHERE scope IN (SELECT unnest(?))", [scopes])
        rows: dict[str, list[tuple[Any, ...]]] = {}
        papers = _loaded(con, scopes, Paper, _PAPERS)
        decided = _loaded(con, scopes, Decided, _DECIDED)
        meetings = _loaded(con, scopes, Meeting, _MEETINGS)
        mentions = _loaded(con, scopes, Mention, _MENTIONS)
        advice = _loaded(con, scopes, Advice, _ADVICE)
        items = _loaded(con, scopes, Item, _ITEMS)
        councils = dict(con.execute(_COUNCILS, {"scopes": scopes}).fetchall())
        for scope in scopes:
            met, named = meetings.get(scope, []), mentions.get(scope, [])
            printed = _Printed(papers.get(scope, []), decided.get(scope, []), met, named, advice.get(scope, []), items.get(scope, []))
            for table, found in _links(con, scope, councils.get(scope), printed).items():
                rows.setdefault(table, []).extend((scope, *row) for row in found)
        for table, found in rows.items():
            insert(con, table, table_of_rows(found, arrow_schema(LINK_TABLES[table][1])))
    con.execute("DELETE FROM stored.link_due")
    return len(due)


class _Printed(NamedTuple):
    """What the packs of one scope print."""

    papers: list[Paper]
    decided: list[Decided]
    meetings: list[Meeting]
    mentions: list[Mention]
    advice: list[Advice]
    items: list[Item]


def _links(con: duckdb.DuckDBPyConnection, scope: str, council: str | None, printed: _Printed) -> dict[str, list[Any]]:
    """The rows of each link table for one scope."""
    papers, decided, meetings, mentions, advice, items = printed
    met = {m.meeting_id: m for m in meetings}
    bodies = {m.meeting_id: body_key(m.body, m.council) for m in meetings if m.body}

    def texts(document_ids: list[str]) -> dict[str, str]:
        return dict(con.execute(_TEXTS, {"documents": document_ids}).fetchall())

    minutes = [p for p in papers if p.kind == "minutes"]
    approved = approvals(minutes, texts([p.document_id for p in minutes]) if len(minutes) > 1 else {}, met, bodies, decided)
    papers_as = versions(papers, approved, texts)
    standing = {v.document_id: (v.status, v.is_current) for v in papers_as}
    printed_as = printings(decided, standing)
    best = {row[0] for row in printed_as if row[3] == 1}
    minuted = {p.meeting_id: True for p in papers if p.kind in ("minutes", "decision") and p.meeting_id}
    became = outcomes(advice, [d for d in decided if d.resolution_id in best], met, minuted)
    return {"document_links": papers_as, "decision_links": printed_as, "outcome_links": became,
            "coverage": coverage(meetings, papers, items, texts([p.document_id for p in papers if p.kind == "agenda"]),
                                 {a.meeting_id for a in approved}),
            **persons(scope, council, mentions, met, bodies)}


def _chunks(due: list[tuple[str, int]]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for scope, packs in due:
        if chunk and size + packs > _TOGETHER:
            yield chunk
            chunk, size = [], 0
        chunk.append(scope)
        size += packs
    if chunk:
        yield chunk


def _loaded(con: duckdb.DuckDBPyConnection, scopes: list[str], kind: type[T], sql: str) -> dict[str, list[T]]:
    """Rows of a query by scope. The query's first column is the scope; it names the scopes as ``$scopes``."""
    out: dict[str, list[T]] = {}
    for scope, *row in con.execute(sql, {"scopes": scopes}).fetchall():
        out.setdefault(scope, []).append(kind(*row))
    return out


_IN_SCOPE = "JOIN stored.link_scopes z ON z.pack_id = t.pack_id AND z.scope IN (SELECT unnest($scopes))"
_MEETING = "LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = coalesce(t.pack_meeting_id, t.pack_id || ':given')"
_PAPERS = f"""
WITH letters AS (
  SELECT e.document_id, string_agg(regexp_replace(lower(p.text), '[^a-z0-9]+', '', 'g'), '' ORDER BY p.page) AS run,
    arg_min(p.text, p.page) AS head
  FROM stored.documents e JOIN stored.link_scopes z ON z.pack_id = e.pack_id AND z.scope IN (SELECT unnest($scopes))
  JOIN stored.pages p ON p.pack_id = e.pack_id AND p.page BETWEEN e.first_page AND e.last_page GROUP BY e.document_id),
said AS (SELECT pack_id, arg_min(published, path) AS published FROM stored.files GROUP BY pack_id)
SELECT z.scope, t.document_id, t.pack_id, t.kind, t.title, t.first_page, t.last_page, m.meeting_id, t.item_id, k.file_name, s.published,
  md5(l.run), length(l.run), left(l.head, 1500)
FROM stored.documents t {_IN_SCOPE} {_MEETING} JOIN stored.packs k ON k.pack_id = t.pack_id LEFT JOIN letters l ON l.document_id = t.document_id
LEFT JOIN said s ON s.pack_id = t.pack_id ORDER BY t.pack_id, t.ordinal"""
_COUNCILS = """
SELECT scope, arg_min(council, (council = upper(council))::INT || lpad((100000 - n)::VARCHAR, 6, '0') || council)
FROM (SELECT scope, council, count(*) AS n FROM stored.link_scopes WHERE scope IN (SELECT unnest($scopes)) AND council IS NOT NULL GROUP BY ALL)
GROUP BY scope"""
_BLANK = "NULL, NULL, NULL, NULL"
_MENTIONS = f"""
SELECT z.scope, t.attendance_id, 'attendance', 'name', t.pack_id, t.document_id, m.meeting_id, t.name, t.name_printed, t.status, t.role,
  t.party, t.ward
FROM stored.attendance t {_IN_SCOPE} {_MEETING}
UNION ALL SELECT z.scope, t.declaration_id, 'declarations', 'name', t.pack_id, t.document_id, m.meeting_id, t.name, t.name, {_BLANK}
FROM stored.declarations t {_IN_SCOPE} {_MEETING}
UNION ALL SELECT z.scope, t.resolution_id, 'resolutions', f.field, t.pack_id, t.document_id, m.meeting_id, f.name, f.name, {_BLANK}
FROM stored.resolutions t {_IN_SCOPE} {_MEETING},
  LATERAL (SELECT unnest(['mover', 'seconder']) AS field, unnest([t.mover, t.seconder]) AS name) f WHERE f.name IS NOT NULL
UNION ALL SELECT z.scope, t.motion_id, 'motions', f.field, t.pack_id, t.document_id, m.meeting_id, f.name, f.name, {_BLANK}
FROM stored.motions t {_IN_SCOPE} JOIN stored.documents e ON e.document_id = t.document_id
LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = coalesce(e.pack_meeting_id, t.pack_id || ':given'),
  LATERAL (SELECT unnest(['mover', 'seconder']) AS field, unnest([t.mover, t.seconder]) AS name) f WHERE f.name IS NOT NULL
UNION ALL SELECT z.scope, t.division_vote_id, 'division_votes', 'person_name', t.pack_id, d.document_id, m.meeting_id, t.person_name, t.person_name,
  {_BLANK}
FROM stored.division_votes t {_IN_SCOPE} JOIN stored.divisions d ON d.division_id = t.division_id
JOIN stored.documents e ON e.document_id = d.document_id
LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = coalesce(e.pack_meeting_id, t.pack_id || ':given')"""
_ADVICE = f"""
SELECT z.scope, t.recommendation_id, t.pack_id, t.document_id, m.meeting_id, coalesce(b.business_id, i.business_id, i.item_id), i.title,
  coalesce(r.title, e.title), t.number, t.text, t.lead_in, t.page, t.ordinal
FROM stored.recommendations t {_IN_SCOPE} JOIN stored.documents e ON e.document_id = t.document_id
LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = coalesce(e.pack_meeting_id, t.pack_id || ':given')
LEFT JOIN (SELECT document_id, arg_min(title, ordinal) AS title FROM stored.reports GROUP BY document_id) r ON r.document_id = t.document_id
LEFT JOIN stored.agenda_items i ON i.item_id = coalesce(t.item_id, e.item_id)
LEFT JOIN stored.business_links b ON b.item_id = i.item_id ORDER BY t.pack_id, t.ordinal"""
_ITEMS = f"""
SELECT z.scope, t.item_id, t.pack_id, t.document_id, m.meeting_id, coalesce(b.business_id, t.business_id, t.item_id), t.source, t.number, t.title,
  t.first_page, t.exempt, t.ordinal
FROM stored.agenda_items t {_IN_SCOPE} {_MEETING} LEFT JOIN stored.business_links b ON b.item_id = t.item_id"""
_MEETINGS = f"""
SELECT DISTINCT z.scope, g.meeting_id, g.council, g.body, g.meeting_date
FROM stored.meeting_links t {_IN_SCOPE} JOIN stored.meetings g ON g.meeting_id = t.meeting_id ORDER BY g.meeting_id"""
_TEXTS = """
SELECT e.document_id, string_agg(p.text, chr(10) || chr(10) ORDER BY p.page)
FROM stored.documents e JOIN stored.pages p ON p.pack_id = e.pack_id AND p.page BETWEEN e.first_page AND e.last_page
WHERE e.document_id IN (SELECT unnest($documents)) GROUP BY e.document_id"""
_DECIDED = f"""
SELECT z.scope, t.resolution_id, t.pack_id, t.document_id, m.meeting_id, t.item_id, t.item_number, i.title, t.number, t.text, t.lead_in,
  coalesce(t.outcome, d.outcome, o.outcome), t.page, t.ordinal, e.kind, coalesce(b.business_id, i.business_id, i.item_id), t.mover, t.seconder
FROM stored.resolutions t {_IN_SCOPE} {_MEETING}
JOIN stored.documents e ON e.document_id = t.document_id
LEFT JOIN stored.divisions d ON d.division_id = t.division_id
LEFT JOIN stored.motions o ON o.motion_id = t.motion_id
LEFT JOIN stored.agenda_items i ON i.item_id = t.item_id
LEFT JOIN stored.business_links b ON b.item_id = t.item_id
ORDER BY t.pack_id, t.ordinal"""
