"""A council linked all at once: every row of every pack of a scope goes to the functions of room ``link`` together."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from papermine.link.approvals import Sign, approvals, signs
from papermine.link.coverage import Item, coverage
from papermine.link.named import Mention
from papermine.link.outcomes import outcomes
from papermine.link.persons import persons
from papermine.link.printings import printings
from papermine.link.rows import Advice, Decided, Meeting, Paper
from papermine.link.versions import versions
from papermine.store import query
from papermine.store.link_reads import COUNCILS
from papermine.store.meetings import body_key

_Z = "JOIN stored.link_scopes z ON z.pack_id = t.pack_id"
_M = "LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = coalesce(t.pack_meeting_id, t.pack_id || ':given')"
_E = ("JOIN stored.documents e ON e.document_id = t.document_id "
      "LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = coalesce(e.pack_meeting_id, t.pack_id || ':given')")
_B = "NULL, NULL, NULL, NULL"
_F = "(SELECT unnest(['mover', 'seconder']) AS field, unnest([t.mover, t.seconder]) AS name) f"
_PAPERS = f"""
SELECT z.scope, t.document_id, t.pack_id, t.kind, t.title, t.first_page, t.last_page, m.meeting_id, t.item_id, k.file_name,
  (SELECT arg_min(published, path) FROM stored.files f WHERE f.pack_id = t.pack_id), md5(l.run), length(l.run), left(l.head, 1500)
FROM stored.documents t {_Z} {_M} JOIN stored.packs k ON k.pack_id = t.pack_id LEFT JOIN (
  SELECT e.document_id, string_agg(regexp_replace(lower(p.text), '[^a-z0-9]+', '', 'g'), '' ORDER BY p.page) AS run, arg_min(p.text, p.page) AS head
  FROM stored.documents e JOIN stored.pages p ON p.pack_id = e.pack_id AND p.page BETWEEN e.first_page AND e.last_page GROUP BY 1) l
ON l.document_id = t.document_id"""
_MENTIONS = f"""
SELECT z.scope, t.attendance_id, 'attendance', 'name', t.pack_id, t.document_id, m.meeting_id, t.name, t.name_printed, t.status, t.role, t.party, t.ward
FROM stored.attendance t {_Z} {_M}
UNION ALL SELECT z.scope, t.declaration_id, 'declarations', 'name', t.pack_id, t.document_id, m.meeting_id, t.name, t.name, {_B}
FROM stored.declarations t {_Z} {_M}
UNION ALL SELECT z.scope, t.resolution_id, 'resolutions', f.field, t.pack_id, t.document_id, m.meeting_id, f.name, f.name, {_B}
FROM stored.resolutions t {_Z} {_M}, {_F} WHERE f.name IS NOT NULL
UNION ALL SELECT z.scope, t.motion_id, 'motions', f.field, t.pack_id, t.document_id, m.meeting_id, f.name, f.name, {_B}
FROM stored.motions t {_Z} {_E}, {_F} WHERE f.name IS NOT NULL
UNION ALL SELECT z.scope, t.division_vote_id, 'division_votes', 'person_name', t.pack_id, t.document_id, m.meeting_id, t.person_name, t.person_name, {_B}
FROM (SELECT v.*, d.document_id FROM stored.division_votes v JOIN stored.divisions d USING (division_id)) t {_Z} {_E}"""
_ADVICE = f"""
SELECT z.scope, t.recommendation_id, t.pack_id, t.document_id, m.meeting_id, coalesce(b.business_id, i.business_id, i.item_id), i.title,
  coalesce((SELECT arg_min(title, ordinal) FROM stored.reports r WHERE r.document_id = t.document_id), e.title), t.number, t.text, t.lead_in, t.page,
  t.ordinal
FROM stored.recommendations t {_Z} {_E} LEFT JOIN stored.agenda_items i ON i.item_id = coalesce(t.item_id, e.item_id)
LEFT JOIN stored.business_links b ON b.item_id = i.item_id"""
_ITEMS = f"""
SELECT z.scope, t.item_id, t.pack_id, t.document_id, m.meeting_id, coalesce(b.business_id, t.business_id, t.item_id), t.source, t.number, t.title,
  t.first_page, t.exempt, t.ordinal
FROM stored.agenda_items t {_Z} {_M} LEFT JOIN stored.business_links b ON b.item_id = t.item_id"""
_MEETINGS = f"SELECT DISTINCT z.scope, g.meeting_id, g.council, g.body, g.meeting_date FROM stored.meeting_links t {_Z} JOIN stored.meetings g USING (meeting_id)"
_DECIDED = f"""
SELECT z.scope, t.resolution_id, t.pack_id, t.document_id, m.meeting_id, t.item_id, t.item_number, i.title, t.number, t.text, t.lead_in,
  coalesce(t.outcome, d.outcome, o.outcome), t.page, t.ordinal, e.kind, coalesce(b.business_id, i.business_id, i.item_id), t.mover, t.seconder
FROM stored.resolutions t {_Z} {_M} JOIN stored.documents e ON e.document_id = t.document_id
LEFT JOIN stored.divisions d ON d.division_id = t.division_id LEFT JOIN stored.motions o ON o.motion_id = t.motion_id
LEFT JOIN stored.agenda_items i ON i.item_id = t.item_id LEFT JOIN stored.business_links b ON b.item_id = t.item_id"""
TABLES = ("people", "person_names", "person_links", "decision_links", "document_links", "outcome_links", "coverage")


def linked(db: Path) -> dict[str, list[str]]:
    """The rows of the link tables as they are stored."""
    return {t: sorted(map(str, query(db, f"SELECT * FROM stored.{t}").rows)) for t in TABLES}


def linked_at_once(db: Path) -> dict[str, list[str]]:
    """The rows that linking each whole council at once gives."""
    every = {kind: _by_scope(db, kind, sql) for kind, sql in (
        (Paper, _PAPERS), (Mention, _MENTIONS), (Advice, _ADVICE), (Item, _ITEMS), (Meeting, _MEETINGS), (Decided, _DECIDED))}
    words = dict(query(db, "SELECT e.document_id, string_agg(p.text, chr(10) || chr(10) ORDER BY p.page) FROM stored.documents e JOIN stored.pages p "
                           "ON p.pack_id = e.pack_id AND p.page BETWEEN e.first_page AND e.last_page GROUP BY 1").rows)
    councils = dict(query(db, COUNCILS.replace("(SELECT scope FROM named)", "(SELECT scope FROM stored.link_scopes)")).rows)
    out: dict[str, list[tuple[Any, ...]]] = {t: [] for t in TABLES}
    for (scope,) in query(db, "SELECT DISTINCT scope FROM stored.link_scopes").rows:
        papers, mentions, advice, items, meetings, decided = (rows[scope] for rows in every.values())
        met = {m.meeting_id: m for m in meetings}
        bodies = {m.meeting_id: body_key(m.body, m.council) for m in meetings if m.body}
        of: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for d in sorted(decided, key=lambda d: (d.pack_id, d.ordinal)):
            of[d.document_id].append((d.resolution_id, d.text))
        approved = approvals([Sign(p.document_id, p.meeting_id, *row) for p in sorted(papers) if p.kind == "minutes"
                              for row in signs(p.document_id, words[p.document_id], of[p.document_id])], met, bodies)
        papers_as = versions(papers, approved, lambda ids: {d: words[d] for d in ids})
        printed_as = printings(decided, {v.document_id: (v.status, v.is_current) for v in papers_as})
        best = {row[0] for row in printed_as if row[3] == 1}
        minuted = {p.meeting_id: True for p in papers if p.kind in ("minutes", "decision") and p.meeting_id}
        found = {"document_links": papers_as, "decision_links": printed_as,
                 "outcome_links": outcomes(advice, [d for d in decided if d.resolution_id in best], met, minuted),
                 "coverage": coverage(meetings, papers, items, words, {a.meeting_id for a in approved}, max((m.day for m in meetings if m.day), default=None)),
                 **persons(scope, councils.get(scope), mentions, met, bodies)}
        for table, rows in found.items():
            out[table] += ((scope, *row) for row in rows)
    return {t: sorted(map(str, rows)) for t, rows in out.items()}


def _by_scope(db: Path, kind: Any, sql: str) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = defaultdict(list)
    for scope, *row in query(db, sql).rows:
        out[scope].append(kind(*row))
    return out
