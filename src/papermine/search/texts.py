"""What can be found: one entry for each decision, item, recommendation, page, table and person."""

from __future__ import annotations

COLUMNS = ("pack_id", "kind", "record_id", "title", "text", "council", "body", "day", "outcome", "page", "label", "file_name")
"""Columns of an entry. ``day`` is 20240531 or NULL; ``label`` is what stands above a hit (item, paper)."""

KEY = "trim(regexp_replace(lower(strip_accents({0})), '[^a-z0-9]+', '-', 'g'), '-')"
"""SQL of a name as it stands in an address: "St. Mary's" is st-mary-s."""


PEOPLE = "people:"
"""What stands for the pack of people's entries, before the key of their council."""


def _spelled(name: str, alias: str, of: str = "") -> str:
    """One spelling for each name: the most frequent, CAPITALS only where there is no other."""
    by = f"{KEY.format('council')} AS council_key, " if of else ""
    group = "council_key, " if of else ""
    return (f"{alias} AS (SELECT {group}key, arg_min(name, (name = upper(name))::INT * 1000000000 - n) AS name FROM ("
            f"SELECT {by}{KEY.format(name)} AS key, {name} AS name, count(*) AS n FROM meetings WHERE {name} IS NOT NULL GROUP BY ALL) GROUP BY ALL)")


NAMED = f"""{_spelled('council', 'council_names')}, {_spelled('body', 'body_names', 'council')},
named AS (SELECT m.meeting_id, coalesce(c.name, m.council) AS council, coalesce(b.name, m.body) AS body, m.meeting_date, m.start_time, m.end_time,
  m.venue, coalesce(c.key, 'unknown') AS council_key, coalesce(b.key, 'unknown') AS body_key
  FROM meetings m LEFT JOIN council_names c ON c.key = {KEY.format('m.council')}
  LEFT JOIN body_names b ON b.key = {KEY.format('m.body')} AND b.council_key IS NOT DISTINCT FROM {KEY.format('m.council')})"""
"""Common table expression ``named``: meetings with one spelling of each council and body, and the keys that stand in addresses."""

_DAY = "(year(g.meeting_date) * 10000 + month(g.meeting_date) * 100 + day(g.meeting_date))::BIGINT AS day"

_DECISIONS = f"""
SELECT r.pack_id, 'decision' AS kind, r.resolution_id AS record_id, coalesce(r.item_title, '') AS title,
  concat_ws(' ', r.lead_in, r.text) AS text, g.council, g.body, {_DAY}, coalesce(r.outcome, 'resolved') AS outcome, r.page,
  r.item_number AS label, r.file_name
FROM decisions r LEFT JOIN named g USING (meeting_id)"""
_NOT_CARRIED = f"""
SELECT r.pack_id, 'decision', r.resolution_id, coalesce(i.title, ''), concat_ws(' ', r.lead_in, r.text), g.council, g.body, {_DAY},
  coalesce(r.outcome, d.outcome, m.outcome) AS outcome, r.page, r.item_number, k.file_name
FROM resolutions r JOIN packs k USING (pack_id) LEFT JOIN named g USING (meeting_id)
LEFT JOIN divisions d ON d.division_id = r.division_id LEFT JOIN motions m ON m.motion_id = r.motion_id
LEFT JOIN agenda_items i ON i.item_id = r.item_id
WHERE coalesce(r.outcome, d.outcome, m.outcome) IN ('lost', 'withdrawn', 'deferred')"""
_ITEMS = f"""
SELECT i.pack_id, 'item', i.item_id, i.title, concat_ws(' · ', i.section, i.presenter), g.council, g.body, {_DAY}, NULL, i.page, i.number, k.file_name
FROM agenda_items i JOIN packs k USING (pack_id) LEFT JOIN named g USING (meeting_id)"""
_RECOMMENDATIONS = f"""
SELECT r.pack_id, 'recommendation', r.recommendation_id, coalesce(d.title, ''), concat_ws(' ', r.lead_in, r.text), g.council, g.body, {_DAY}, NULL,
  r.page, r.number, k.file_name
FROM recommendations r JOIN packs k USING (pack_id) JOIN documents d ON d.document_id = r.document_id
LEFT JOIN named g ON g.meeting_id = d.meeting_id"""
_PAGES = f"""
SELECT p.pack_id, 'page', p.page_id, coalesce(d.title, replace(d.kind, '_', ' '), ''), p.text, g.council, g.body, {_DAY}, NULL,
  p.page, replace(d.kind, '_', ' '), k.file_name
FROM pages p JOIN packs k USING (pack_id)
LEFT JOIN documents d ON d.pack_id = p.pack_id AND p.page BETWEEN d.first_page AND d.last_page
LEFT JOIN named g ON g.meeting_id = d.meeting_id
WHERE p.text <> ''"""
_TABLES = f"""
SELECT t.pack_id, 'table', t.table_id, coalesce(t.title, ''), concat_ws(' ', t.unit, c.words, t.note), g.council, g.body, {_DAY}, NULL,
  t.first_page, d.title, k.file_name
FROM tables t JOIN packs k USING (pack_id) JOIN documents d ON d.document_id = t.document_id LEFT JOIN named g ON g.meeting_id = d.meeting_id
LEFT JOIN (SELECT table_id, string_agg(text, ' ' ORDER BY row_index, column_index) AS words FROM table_cells WHERE text <> '' GROUP BY table_id) c
  ON c.table_id = t.table_id"""
_PEOPLE = f"""
SELECT '{PEOPLE}' || coalesce(c.key, 'unknown'), 'person', p.person_id, p.name,
  concat_ws(' · ', p.title, p.post, p.party, p.ward, n.names), coalesce(c.name, p.council), NULL,
  (year(p.last_date) * 10000 + month(p.last_date) * 100 + day(p.last_date))::BIGINT, NULL, NULL, p.kind, NULL
FROM people p LEFT JOIN council_names c ON c.key = {KEY.format('p.council')}
LEFT JOIN (SELECT person_id, string_agg(name, ', ' ORDER BY name) AS names FROM person_names GROUP BY person_id) n USING (person_id)"""
ENTRIES = " UNION ALL ".join((_DECISIONS, _NOT_CARRIED, _ITEMS, _RECOMMENDATIONS, _PAGES, _TABLES, _PEOPLE))
FINGERPRINTS = f"""
WITH {NAMED}
SELECT pack_id, count(*)::VARCHAR || '-' || sum(hash({', '.join(COLUMNS)})::HUGEINT)::VARCHAR AS fingerprint FROM ({ENTRIES}) GROUP BY pack_id"""
"""One value a pack: while it stays the same, its entries are the same."""
SOME = f"WITH {NAMED} SELECT {', '.join(COLUMNS)} FROM ({ENTRIES}) WHERE list_contains($packs, pack_id)"
