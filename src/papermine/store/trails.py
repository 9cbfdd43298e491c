"""What `papermine diff` and `papermine follow` load from the database."""

from __future__ import annotations

import os
from typing import NamedTuple

from papermine.errors import NotFound
from papermine.link.approvals import said
from papermine.link.changes import Change, changes
from papermine.link.trail import Step, in_time, named, trail
from papermine.store.read import query

_PAPERS = """
SELECT d.document_id, d.title, d.kind, k.file_name, d.first_page, d.last_page, d.pack_id, g.body, g.meeting_date
FROM documents d JOIN packs k USING (pack_id) LEFT JOIN meetings g USING (meeting_id)
WHERE d.document_id = $name OR k.pack_id = $name OR lower(k.file_name) = lower($name) OR
  (NOT EXISTS (SELECT 1 FROM packs WHERE lower(file_name) = lower($name)) AND contains(lower(k.file_name), lower($name)))
ORDER BY k.file_name, d.first_page"""
_STEPS = """
SELECT g.meeting_date, g.council, g.body, 'item', i.title, NULL, k.file_name, i.page, i.item_id, i.business_id, i.meeting_id,
  CASE WHEN i.source = 'agenda' THEN 0 ELSE 3 END
FROM agenda_items i JOIN packs k USING (pack_id) LEFT JOIN meetings g USING (meeting_id)
UNION ALL
SELECT g.meeting_date, g.council, g.body, 'report', coalesce(r.title, d.title), NULL, k.file_name, d.first_page, d.document_id, i.business_id,
  d.meeting_id, 1
FROM documents d JOIN packs k USING (pack_id) LEFT JOIN meetings g USING (meeting_id) LEFT JOIN agenda_items i ON i.item_id = d.item_id
LEFT JOIN (SELECT document_id, arg_min(title, page) AS title FROM reports GROUP BY document_id) r ON r.document_id = d.document_id
WHERE d.kind = 'report' AND d.same_as IS NULL
UNION ALL
SELECT o.meeting_date, o.council, o.body, 'advice: ' || o.outcome, o.report, o.text, o.file_name, o.page, o.recommendation_id, i.business_id,
  o.meeting_id, 2
FROM recommendation_outcomes o JOIN documents d USING (document_id) LEFT JOIN agenda_items i ON i.item_id = d.item_id WHERE d.same_as IS NULL
UNION ALL
SELECT d.meeting_date, d.council, d.body, 'decision', d.item_title, d.text, d.file_name, d.page, d.resolution_id, i.business_id, d.meeting_id, 4
FROM decisions d LEFT JOIN agenda_items i ON i.item_id = d.item_id
UNION ALL
SELECT g.meeting_date, g.council, g.body, kind || ' ' || coalesce(m.outcome, 'moved'), i.title, m.text, k.file_name, m.page, m.motion_id,
  i.business_id, i.meeting_id, 3
FROM motions m JOIN packs k USING (pack_id) JOIN agenda_items i ON i.item_id = m.item_id LEFT JOIN meetings g ON g.meeting_id = i.meeting_id
WHERE coalesce(m.outcome, '') <> 'carried'"""

_APPROVALS = """
WITH printed AS (
  SELECT document_id FROM decision_printings
  WHERE decision_id IN (SELECT decision_id FROM decision_printings WHERE list_contains($records, resolution_id))
  UNION SELECT document_id FROM motions WHERE list_contains($records, motion_id)
  UNION SELECT document_id FROM agenda_items WHERE list_contains($records, item_id) AND source = 'minutes'),
approved AS (
  SELECT DISTINCT v.approved_by, m.meeting_date FROM document_versions v JOIN documents d USING (document_id) JOIN meetings m USING (meeting_id)
  WHERE v.approved_by IS NOT NULL AND v.version_group IN (SELECT version_group FROM document_versions SEMI JOIN printed USING (document_id)))
SELECT g.meeting_date, g.council, g.body, coalesce(i.title, d.title), r.text, k.file_name, coalesce(r.page, d.first_page), a.approved_by, r.item_id,
  d.meeting_id, a.meeting_date, d.pack_id, d.first_page, d.last_page
FROM approved a LEFT JOIN resolutions r ON r.resolution_id = a.approved_by JOIN documents d ON d.document_id = coalesce(r.document_id, a.approved_by)
JOIN packs k ON k.pack_id = d.pack_id LEFT JOIN agenda_items i ON i.item_id = r.item_id LEFT JOIN meetings g ON g.meeting_id = d.meeting_id"""


class Side(NamedTuple):
    """One of two papers that are compared."""

    name: str
    pack_id: str
    first_page: int
    last_page: int


def follow(db: str | os.PathLike[str], what: str) -> list[Step]:
    """The trail of a matter, by the id of any of its records or by words of its title. Raises `NotFound`."""
    steps = [Step(*row) for row in query(db, _STEPS).rows]
    seeds = [s for s in steps if what in (s.record_id, s.matter)] or named(what, steps)
    if not seeds:
        raise NotFound(f"no item, report or decision is called {what!r}: `papermine search` and `papermine decisions WORDS` find what is")
    found = trail(seeds, steps)
    return in_time([*found, *_approvals(db, [s.record_id for s in found])])


def _approvals(db: str | os.PathLike[str], records: list[str]) -> list[Step]:
    """Where a later meeting's minutes approve the minutes that print these records, in the words that approve them.

    Where those words are no resolution, they are looked up on the pages of the paper that prints them.
    """
    out = []
    for day, council, body, title, text, file, page, record, item, meeting, minuted, pack, first, last in query(
            db, _APPROVALS, {"records": records}).rows:
        if text is None:
            words = _pages(db, Side(file, pack, first, last))
            page, text = next(((n, s.text) for n, shown in words for s in said(shown) if s.day == minuted), (page, None))
        out.append(Step(day, council, body, "minutes approved", title, text, file, page, record, item, meeting, 5))
    return out


def compare(db: str | os.PathLike[str], one: str, other: str) -> tuple[Side, Side, list[Change]]:
    """Two papers (or whole files) and what changed from the first to the second. Raises `NotFound`."""
    a, b = _side(db, one), _side(db, other)
    return a, b, changes(_pages(db, a), _pages(db, b))


def _side(db: str | os.PathLike[str], name: str) -> Side:
    rows = query(db, _PAPERS, {"name": name}).rows
    packs = {row[6]: row[3] for row in rows}
    if not rows:
        raise NotFound(f"no paper or file is called {name!r}: `papermine sql \"SELECT document_id, title, file_name FROM document_versions\"` "
                       "lists them")
    if len(packs) > 1:
        raise NotFound(f"{name!r} could be {', '.join(sorted(packs.values())[:5])}: name one of them, or a document_id")
    first, last = min(r[4] for r in rows), max(r[5] for r in rows)
    title = rows[0][1] if len(rows) == 1 and rows[0][0] == name else None
    return Side(f"{rows[0][3]}, pages {first}-{last}" + (f" ({title})" if title else ""), rows[0][6], first, last)


def _pages(db: str | os.PathLike[str], side: Side) -> list[tuple[int, str]]:
    return [(page, text) for page, text in query(db, "SELECT page, text FROM pages WHERE pack_id = ? AND page BETWEEN ? AND ? ORDER BY page",
                                                 [side.pack_id, side.first_page, side.last_page]).rows]
