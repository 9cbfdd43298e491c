"""What a change makes due: the packs, meetings, papers, reports and surnames of a council that must be linked again.

Marks are set before a pack is taken out or changed (what it was linked with), and after (what it is to be linked with).
"""

from __future__ import annotations

import duckdb

_OF_PACKS = """
WITH here AS (SELECT scope, pack_id FROM stored.link_scopes WHERE pack_id IN (SELECT unnest($packs)))
SELECT scope, 'pack' AS kind, pack_id AS key FROM here
UNION SELECT z.scope, 'meeting', m.meeting_id FROM here z JOIN stored.meeting_links m USING (pack_id)
UNION SELECT z.scope, 'surname', n.surname FROM here z JOIN stored.signs_names n USING (pack_id) WHERE n.surname IS NOT NULL
UNION SELECT o.scope, 'paper', o.document_id FROM here z JOIN stored.document_links t USING (scope, pack_id)
  JOIN stored.document_links o ON o.scope = t.scope AND o.version_group = t.version_group
UNION SELECT o.scope, 'report', c.document_id FROM here z JOIN stored.resolutions r USING (pack_id)
  JOIN stored.outcome_links o ON o.resolution_id = r.resolution_id JOIN stored.recommendations c ON c.recommendation_id = o.recommendation_id
UNION SELECT z.scope, 'meeting', g.meeting_id FROM here z JOIN stored.signs_approvals a USING (pack_id)
  JOIN stored.meetings g ON g.meeting_date = a.day JOIN stored.meeting_links m ON m.meeting_id = g.meeting_id
  JOIN stored.link_scopes y ON y.pack_id = m.pack_id AND y.scope = z.scope"""
_OF_NEW = """
WITH here AS (SELECT scope, pack_id FROM stored.link_scopes WHERE pack_id IN (SELECT unnest($packs)))
SELECT scope, 'pack' AS kind, pack_id AS key FROM here
UNION SELECT z.scope, 'meeting', m.meeting_id FROM here z JOIN stored.meeting_links m USING (pack_id)"""
_OF_MEETINGS = """
SELECT DISTINCT z.scope, 'meeting' AS kind, m.meeting_id AS key FROM stored.meeting_links m JOIN stored.link_scopes z USING (pack_id)
WHERE m.meeting_id IN (SELECT unnest($meetings))"""
_NAMED_THERE = """
SELECT DISTINCT z.scope, 'surname' AS kind, n.surname AS key FROM stored.meeting_links m JOIN stored.link_scopes z USING (pack_id)
JOIN stored.signs_names n ON n.pack_meeting_id = m.pack_meeting_id
WHERE n.surname IS NOT NULL AND m.meeting_id IN (SELECT unnest($meetings))"""


def mark_packs(con: duckdb.DuckDBPyConnection, packs: list[str]) -> None:
    """These packs are due, with all that they are linked with now."""
    if packs:
        _mark(con, _OF_PACKS, {"packs": packs})


def mark_new(con: duckdb.DuckDBPyConnection, packs: list[str]) -> None:
    """The same of packs that were never linked: nothing is linked with them yet."""
    if packs:
        _mark(con, _OF_NEW, {"packs": packs})


def mark_meetings(con: duckdb.DuckDBPyConnection, meetings: list[str], renamed: list[str]) -> None:
    """These meetings are due; of those ``renamed`` (another day, body or council) whoever is named there, too."""
    if meetings:
        _mark(con, _OF_MEETINGS, {"meetings": meetings})
    if renamed:
        _mark(con, _NAMED_THERE, {"meetings": renamed})


def _mark(con: duckdb.DuckDBPyConnection, sql: str, args: dict[str, object]) -> None:
    con.execute(f"INSERT INTO stored.link_due SELECT scope, kind, key FROM ({sql}) EXCEPT SELECT scope, kind, key FROM stored.link_due", args)


def mark_all(con: duckdb.DuckDBPyConnection) -> None:
    """Everything is due."""
    con.execute("DELETE FROM stored.link_due")
    con.execute("INSERT INTO stored.link_due SELECT scope, 'pack', pack_id FROM stored.link_scopes")
