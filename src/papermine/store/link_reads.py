"""What the link step reads: rows of packs, meetings and papers by their keys, and which others these may belong together with.

Each query names its keys as tables of (scope, key) that `run` puts beside the stored ones.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

import duckdb

T = TypeVar("T")
Key = tuple[str, str]
"""(scope, id)."""


class Asked(Protocol):
    """What can be asked: a connection, or the councils at hand (`papermine.store.link_near`)."""

    def execute(self, query: str, parameters: object = None) -> duckdb.DuckDBPyConnection:
        """Run a statement."""


class AskedWhole(Asked, Protocol):
    """The same, with the names of stored tables in which there is nothing: what is asked of them has no answer."""

    empty: set[str]


def empty_tables(con: Asked) -> set[str]:
    """Which of the tables in `OF` hold no row. One glance; to plan a question costs a hundred times what an empty table has to say."""
    held = con.execute(" UNION ALL ".join(f"(SELECT '{table}' FROM stored.{table} LIMIT 1)" for table in sorted(OF))).fetchall()
    return OF.keys() - {table for (table,) in held}


def run(con: Asked, sql: str, **wanted: Iterable[Key]) -> duckdb.DuckDBPyConnection:
    """Execute a statement beside tables of (scope, key) by these names."""
    tables, values = [], {}
    for name, some in wanted.items():
        tables.append(f"{name} AS MATERIALIZED (SELECT unnest(${name}_scope::VARCHAR[]) AS scope, unnest(${name}_key::VARCHAR[]) AS key)")
        values[f"{name}_scope"], values[f"{name}_key"] = (list(side) for side in zip(*sorted(some), strict=True)) if some else ([], [])
    sql = sql.lstrip()
    rest = f", {sql[5:]}" if sql.startswith("WITH ") else f" {sql}"
    return con.execute(f"WITH {', '.join(tables)}{rest}", values)


def ask(con: AskedWhole, sql: str, **wanted: Iterable[Key]) -> list[tuple[Any, ...]]:
    """The rows of a query over tables of keys."""
    return [] if any(sql in OF[table] for table in con.empty) else run(con, sql, **wanted).fetchall()


def found(con: AskedWhole, sql: str, **wanted: set[Key]) -> set[Key]:
    """The keys that a query finds; none where it is asked for none."""
    return set(ask(con, sql, **wanted)) if all(wanted.values()) else set()


def loaded(con: AskedWhole, kind: type[T], sql: str, **wanted: set[Key]) -> dict[str, list[T]]:
    """Rows of a query by scope, which is its first column."""
    out: dict[str, list[T]] = defaultdict(list)
    for scope, *row in ask(con, sql, **wanted) if all(wanted.values()) else ():
        out[scope].append(kind(*row))
    return out


def days_of(con: AskedWhole, meetings: set[Key]) -> set[Key]:
    """(scope, ISO day) of the days on which these meetings were."""
    rows: list[tuple[str, dt.date]] = ask(con, _DAYS, met=meetings) if meetings else []
    return {(scope, day.isoformat()) for scope, day in rows}


_DAYS = ("SELECT DISTINCT k.scope, m.meeting_date FROM met k JOIN stored.meeting_links m ON m.meeting_id = k.key "
         "WHERE m.meeting_date IS NOT NULL")
_HERE = "JOIN stored.link_scopes z ON z.scope = k.scope AND z.pack_id"
"""Only what the packs of the same scope print."""
_AT = "coalesce(t.pack_meeting_id, t.pack_id || ':given')"
_AT_PAPERS = "coalesce(e.pack_meeting_id, t.pack_id || ':given')"
VERSIONED = ("agenda", "minutes", "report", "decision")
"""Kinds of papers that can be versions of one another."""

MEETINGS_OF_PACKS = f"SELECT DISTINCT k.scope, m.meeting_id FROM packs k {_HERE} = k.key JOIN stored.meeting_links m ON m.pack_id = z.pack_id"
MEETINGS_OF_PAPERS = f"""
SELECT DISTINCT k.scope, m.meeting_id FROM papers k JOIN stored.documents t ON t.document_id = k.key
JOIN stored.meeting_links m ON m.pack_meeting_id = {_AT}"""
MEETINGS_ON = f"""
SELECT DISTINCT k.scope, m.meeting_id FROM days k JOIN stored.meeting_links m ON m.meeting_date = k.key::DATE {_HERE} = m.pack_id"""
APPROVED_BY_PACKS = f"""
SELECT DISTINCT k.scope, m.meeting_id FROM packs k JOIN stored.link_scopes o ON o.scope = k.scope AND o.pack_id = k.key
JOIN stored.signs_approvals a ON a.pack_id = o.pack_id JOIN stored.meeting_links m ON m.meeting_date = a.day {_HERE} = m.pack_id"""
PAPERS_OF_PACKS = f"SELECT DISTINCT k.scope, t.document_id FROM packs k {_HERE} = k.key JOIN stored.documents t ON t.pack_id = z.pack_id"
PAPERS_OF_MEETINGS = f"""
SELECT DISTINCT k.scope, t.document_id FROM met k JOIN stored.meeting_links m ON m.meeting_id = k.key {_HERE} = m.pack_id
JOIN stored.documents t ON t.pack_id = m.pack_id AND {_AT} = m.pack_meeting_id"""
COPIES = f"""
SELECT DISTINCT k.scope, o.document_id FROM papers k JOIN stored.signs_papers s ON s.document_id = k.key
JOIN stored.signs_papers o ON o.digest = s.digest AND o.letters = s.letters {_HERE} = o.pack_id WHERE s.letters >= 150"""
OTHER_VERSIONS = f"""
SELECT DISTINCT k.scope, o.document_id FROM papers k JOIN stored.documents t ON t.document_id = k.key AND t.kind IN {VERSIONED}
JOIN stored.meeting_links m ON m.pack_meeting_id = {_AT}
JOIN stored.meeting_links n ON n.meeting_id = m.meeting_id AND n.pack_id <> m.pack_id {_HERE} = n.pack_id
JOIN stored.documents o ON o.pack_id = n.pack_id AND o.kind = t.kind AND coalesce(o.pack_meeting_id, o.pack_id || ':given') = n.pack_meeting_id"""

MEETINGS = f"""
SELECT DISTINCT k.scope, g.meeting_id, g.council, g.body, g.meeting_date
FROM met k JOIN stored.meetings g ON g.meeting_id = k.key JOIN stored.meeting_links m ON m.meeting_id = g.meeting_id {_HERE} = m.pack_id
ORDER BY g.meeting_id"""
PAPERS = f"""
SELECT k.scope, t.document_id, t.pack_id, t.kind, t.title, t.first_page, t.last_page, m.meeting_id, t.item_id, p.file_name, NULL, g.digest, g.letters
FROM papers k JOIN stored.documents t ON t.document_id = k.key {_HERE} = t.pack_id
LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = {_AT} JOIN stored.packs p ON p.pack_id = t.pack_id
LEFT JOIN stored.signs_papers g ON g.document_id = t.document_id ORDER BY t.pack_id, t.ordinal"""
PUBLISHED = "SELECT pack_id, published FROM stored.files WHERE published IS NOT NULL AND pack_id IN (SELECT unnest($packs)) ORDER BY path DESC"
"""The last row of a pack counts: a question of its own, for the join of it doubles the price of `PAPERS`."""
HEADS = """
WITH heads AS (SELECT pack_id, page, left(text, 1500) AS head FROM stored.pages WHERE rowid IN (
  SELECT h.rowid FROM stored.pages h JOIN stored.documents t ON h.pack_id = t.pack_id AND h.page = t.first_page
  JOIN papers k ON t.document_id = k.key))
SELECT t.document_id, h.head FROM papers k JOIN stored.documents t ON t.document_id = k.key
JOIN heads h ON h.pack_id = t.pack_id AND h.page = t.first_page"""
"""A question of its own: the joins of `PAPERS` hold memory till its end, and so do the blocks that words are read from."""
APPROVALS = f"""
SELECT k.scope, a.document_id, m.meeting_id, a.day, a.record_id, a.corrections
FROM days k JOIN stored.signs_approvals a ON a.day = k.key::DATE {_HERE} = a.pack_id JOIN stored.documents t ON t.document_id = a.document_id
LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = {_AT} ORDER BY a.document_id, a.ordinal"""
TEXTS = """
WITH papers AS MATERIALIZED (
  SELECT document_id, pack_id, first_page, last_page FROM stored.documents WHERE document_id IN (SELECT unnest($documents))),
words AS (SELECT pack_id, page, text FROM stored.pages WHERE rowid IN (
  SELECT p.rowid FROM stored.pages p JOIN papers e ON p.pack_id = e.pack_id AND p.page BETWEEN e.first_page AND e.last_page))
SELECT e.document_id, string_agg(p.text, chr(10) || chr(10) ORDER BY p.page)
FROM papers e JOIN words p ON p.pack_id = e.pack_id AND p.page BETWEEN e.first_page AND e.last_page GROUP BY e.document_id"""
"""Which pages are wanted is found before any words are read: all words of a collection would pass by otherwise."""
PAPERS_AT = f"""
SELECT k.scope, t.document_id, t.pack_id, t.kind, t.title, t.first_page, t.last_page, m.meeting_id, t.item_id
FROM met k JOIN stored.meeting_links m ON m.meeting_id = k.key {_HERE} = m.pack_id
JOIN stored.documents t ON t.pack_id = m.pack_id AND {_AT} = m.pack_meeting_id ORDER BY t.pack_id, t.ordinal"""
"""Of the papers of meetings, what coverage wants to know."""
RESOLVED_AT = f"""
SELECT DISTINCT k.scope, t.resolution_id FROM met k JOIN stored.meeting_links m ON m.meeting_id = k.key {_HERE} = m.pack_id
JOIN stored.resolutions t ON t.pack_id = m.pack_id AND {_AT} = m.pack_meeting_id"""
RESOLVED_BY = f"SELECT DISTINCT k.scope, t.resolution_id FROM packs k {_HERE} = k.key JOIN stored.resolutions t ON t.pack_id = z.pack_id"
DECIDED = f"""
SELECT k.scope, t.resolution_id, t.pack_id, t.document_id, m.meeting_id, t.item_id, t.item_number, i.title, t.number, t.text,
  t.lead_in, coalesce(t.outcome, d.outcome, o.outcome), t.page, t.ordinal, e.kind,
  coalesce(b.business_id, i.business_id, i.item_id), t.mover, t.seconder
FROM decided k JOIN stored.resolutions t ON t.resolution_id = k.key LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = {_AT}
JOIN stored.documents e ON e.document_id = t.document_id
LEFT JOIN stored.divisions d ON d.division_id = t.division_id
LEFT JOIN stored.motions o ON o.motion_id = t.motion_id
LEFT JOIN stored.agenda_items i ON i.item_id = t.item_id
LEFT JOIN stored.business_links b ON b.item_id = t.item_id
ORDER BY t.pack_id, t.ordinal"""
PROMISED = f"""
SELECT k.scope, n.meeting_id, a.number, min(a.title), min(coalesce(b.business_id, a.business_id, a.item_id))
FROM met k JOIN stored.meeting_links n ON n.meeting_id = k.key {_HERE} = n.pack_id
JOIN stored.agenda_items a ON a.pack_id = n.pack_id AND a.source = 'agenda'
  AND coalesce(a.pack_meeting_id, a.pack_id || ':given') = n.pack_meeting_id
LEFT JOIN stored.business_links b ON b.item_id = a.item_id WHERE a.number IS NOT NULL
GROUP BY k.scope, n.meeting_id, a.number HAVING count(DISTINCT coalesce(b.business_id, a.business_id, a.item_id)) = 1"""
"""The items of a meeting's agenda by number, where a number is one item's: title and matter."""
STANDING = ("SELECT k.scope, t.document_id, t.status, t.is_current "
            "FROM papers k JOIN stored.document_links t ON t.scope = k.scope AND t.document_id = k.key")

REPORTS_OF_PACKS = f"SELECT DISTINCT k.scope, t.document_id FROM packs k {_HERE} = k.key JOIN stored.recommendations t ON t.pack_id = z.pack_id"
REPORTS_AT = f"""
SELECT DISTINCT k.scope, t.document_id FROM met k JOIN stored.meeting_links m ON m.meeting_id = k.key {_HERE} = m.pack_id
JOIN stored.recommendations t ON t.pack_id = m.pack_id JOIN stored.documents e ON e.document_id = t.document_id
WHERE {_AT_PAPERS} = m.pack_meeting_id"""
REPORTS_DECIDED_BY = """
SELECT DISTINCT k.scope, c.document_id FROM decided k JOIN stored.outcome_links o ON o.scope = k.scope AND o.resolution_id = k.key
JOIN stored.recommendations c ON c.recommendation_id = o.recommendation_id"""
_NEARLY = ("a.kind = 'recommendations' AND d.kind = 'resolutions' AND a.figures = d.figures "
           "AND (200 * least(a.core, d.core) >= 93 * (a.core + d.core) OR 200 * least(a.content, d.content) >= 93 * (a.content + d.content))")
"""What must be so of two texts that are 0.93 alike and differ in no figure (`papermine.link.outcomes`)."""
REPORTS_LIKE = f"""
SELECT DISTINCT k.scope, a.document_id FROM decided k JOIN stored.signs_words d ON d.record_id = k.key
JOIN stored.signs_words a ON {_NEARLY} {_HERE} = a.pack_id"""
DECIDED_LIKE = f"""
SELECT DISTINCT k.scope, d.record_id FROM reports k JOIN stored.signs_words a ON a.document_id = k.key
JOIN stored.signs_words d ON {_NEARLY} {_HERE} = d.pack_id"""
RANKED_FIRST = ("SELECT t.scope, t.resolution_id FROM decided k JOIN stored.decision_links t ON t.scope = k.scope AND t.resolution_id = k.key "
                "WHERE t.rank = 1")
ADVICE = f"""
SELECT k.scope, t.recommendation_id, t.pack_id, t.document_id, m.meeting_id, coalesce(b.business_id, i.business_id, i.item_id), i.title,
  coalesce(r.title, e.title), t.number, t.text, t.lead_in, t.page, t.ordinal
FROM reports k JOIN stored.recommendations t ON t.document_id = k.key {_HERE} = t.pack_id JOIN stored.documents e ON e.document_id = t.document_id
LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = {_AT_PAPERS}
LEFT JOIN (SELECT document_id, arg_min(title, ordinal) AS title FROM stored.reports WHERE document_id IN (SELECT key FROM reports)
  GROUP BY document_id) r ON r.document_id = t.document_id
LEFT JOIN stored.agenda_items i ON i.item_id = coalesce(t.item_id, e.item_id)
LEFT JOIN stored.business_links b ON b.item_id = i.item_id ORDER BY t.pack_id, t.ordinal"""
MINUTED = f"""
SELECT DISTINCT k.scope, k.key FROM met k JOIN stored.meeting_links m ON m.meeting_id = k.key {_HERE} = m.pack_id
JOIN stored.documents t ON t.pack_id = m.pack_id AND {_AT} = m.pack_meeting_id WHERE t.kind IN ('minutes', 'decision')"""

NOT_DUE_YET = """
SELECT c.scope, c.meeting_id FROM stored.coverage c JOIN stored.meetings g USING (meeting_id)
WHERE c.scope IN (SELECT scope FROM met) AND c.reason LIKE 'not due yet%' AND g.meeting_date IS NOT NULL"""
LAST_DAYS = """
SELECT z.scope, max(m.meeting_date) FROM stored.link_scopes z JOIN stored.meeting_links m USING (pack_id)
WHERE z.scope IN (SELECT scope FROM met) GROUP BY z.scope HAVING max(m.meeting_date) IS NOT NULL"""
ITEMS = f"""
SELECT k.scope, t.item_id, t.pack_id, t.document_id, m.meeting_id, coalesce(b.business_id, t.business_id, t.item_id), t.source, t.number, t.title,
  t.first_page, t.exempt, t.ordinal
FROM met k JOIN stored.meeting_links m ON m.meeting_id = k.key {_HERE} = m.pack_id
JOIN stored.agenda_items t ON t.pack_id = m.pack_id AND {_AT} = m.pack_meeting_id LEFT JOIN stored.business_links b ON b.item_id = t.item_id"""

COUNCILS = """
SELECT scope, arg_min(council, (council = upper(council))::INT || lpad((100000 - n)::VARCHAR, 6, '0') || council)
FROM (SELECT scope, council, count(*) AS n FROM stored.link_scopes WHERE scope IN (SELECT scope FROM named) AND council IS NOT NULL GROUP BY ALL)
GROUP BY scope"""
_MENTION = ("SELECT {scope}, t.record_id, t.kind, t.field, t.pack_id, t.document_id, m.meeting_id, t.name, t.name_printed, "
            "t.status, t.role, t.party, t.ward FROM {table} LEFT JOIN stored.meeting_links m ON m.pack_meeting_id = t.pack_meeting_id")
_CALLED = "c.kind <> 'attendance' AND a.kind = 'attendance' AND a.surname IS NOT NULL AND (a.office = c.office OR a.initials = c.initials)"
"""A mention by office or initials, and attendance of the same paper that gives them to somebody."""
MENTIONS = f"""
{_MENTION.format(scope="k.scope", table=f"named k JOIN stored.signs_names t ON t.surname = k.key {_HERE} = t.pack_id")}
UNION ALL
{_MENTION.format(scope="q.scope", table=f'''(SELECT DISTINCT k.scope, c.record_id, c.field FROM named k
  JOIN stored.signs_names a ON a.surname = k.key {_HERE} = a.pack_id JOIN stored.signs_names c ON c.document_id = a.document_id AND {_CALLED}
  WHERE c.surname IS NULL) q JOIN stored.signs_names t ON t.record_id = q.record_id AND t.field = q.field''')}"""
CALLED_BY_NOBODYS = f"""
{_MENTION.format(scope="k.scope", table=f"packs k {_HERE} = k.key JOIN stored.signs_names t ON t.pack_id = z.pack_id AND t.surname IS NULL")}
WHERE NOT EXISTS (SELECT 1 FROM stored.signs_names a, (SELECT t.kind, t.office, t.initials) c WHERE a.document_id = t.document_id AND {_CALLED})"""
CALLED_ALIKE = f"""
SELECT DISTINCT z.scope, list_sort(list_distinct(list(a.surname) || list(c.surname).list_filter(lambda s: s IS NOT NULL))) AS surnames
FROM stored.link_scopes z JOIN stored.signs_names c ON c.pack_id = z.pack_id
JOIN stored.signs_names a ON a.document_id = c.document_id AND {_CALLED}
WHERE z.scope IN (SELECT scope FROM named) GROUP BY z.scope, c.record_id, c.field HAVING len(surnames) > 1"""
NAMES_DUE = f"""
INSERT INTO stored.link_due SELECT k.scope, 'surname', n.surname FROM packs k {_HERE} = k.key JOIN stored.signs_names n ON n.pack_id = z.pack_id
WHERE n.surname IS NOT NULL EXCEPT SELECT scope, kind, key FROM stored.link_due"""
COUNTED = """
SELECT k.scope, k.key, count(t.record_id) FROM named k LEFT JOIN (stored.signs_names t JOIN stored.link_scopes z ON z.pack_id = t.pack_id)
  ON t.surname = k.key AND z.scope = k.scope GROUP BY k.scope, k.key ORDER BY k.scope, k.key"""

OF: dict[str, frozenset[str]] = {
    "signs_approvals": frozenset({APPROVED_BY_PACKS, APPROVALS}),
    "resolutions": frozenset({RESOLVED_AT, RESOLVED_BY, DECIDED}),
    "recommendations": frozenset({REPORTS_OF_PACKS, REPORTS_AT, REPORTS_DECIDED_BY, ADVICE}),
    "signs_words": frozenset({REPORTS_LIKE, DECIDED_LIKE}),
    "agenda_items": frozenset({ITEMS, PROMISED}),
    "signs_names": frozenset({MENTIONS, CALLED_BY_NOBODYS, CALLED_ALIKE, NAMES_DUE}),
    **dict.fromkeys(("attendance", "declarations", "motions", "division_votes", "signs_papers", "people", "person_links"),
                    frozenset[str]()),
    "document_links": frozenset({STANDING}),
    "decision_links": frozenset({RANKED_FIRST}),
    "outcome_links": frozenset({REPORTS_DECIDED_BY}),
    "coverage": frozenset({NOT_DUE_YET})}
"""Stored tables, and the questions that have no answer where the table has no row."""
