"""What deserves a look: issues, and records that a named test finds doubtful. Nobody's guess at a probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike

from papermine.errors import PapermineError
from papermine.records import KINDS
from papermine.store import query, quoted

SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Look:
    """Something to look at: a record (``kind`` is its view), why, and where. An issue may be about another record."""

    record_id: str
    kind: str
    code: str
    why: str
    file_name: str
    page: int | None
    pack_id: str
    about: str | None = None


_RECORD = "SELECT {key} AS record_id, '{kind}' AS kind, {why} AS why, t.page, t.pack_id FROM stored.{kind} t WHERE {where}"


def _test(kind: str, key: str, where: str, why: str) -> str:
    return _RECORD.format(key=key, kind=kind, where=where, why=why)


DOUBTS: dict[str, tuple[str, str]] = {
    "derived": ("It follows from what is printed, but is not printed so itself", (
        "SELECT record_id, kind, 'Not printed so: it follows from other words (' || coalesce(any_value(rule), '?') || ')' AS why, "
        "min(page) AS page, any_value(pack_id) AS pack_id FROM (SELECT * FROM stored.evidence WHERE basis = 'derived') e "
        "WHERE kind IN ('resolutions', 'motions', 'divisions', 'attendance', 'agenda_items', 'declarations', 'recommendations') "
        "AND NOT EXISTS (SELECT 1 FROM stored.corrected_fields x WHERE x.record_id = e.record_id AND (e.field IS NULL OR x.field = e.field)) "
        "GROUP BY record_id, kind")),
    "no-item": ("A decision that stands under no item", _test(
        "resolutions", "resolution_id", "item_id IS NULL AND document_id IN (SELECT document_id FROM stored.agenda_items)",
        "'The paper has headings, but the decision stands under none'")),
    "short-decision": ("A decision of a few letters", _test(
        "resolutions", "resolution_id", "length(text) < 8", "'Only ' || length(text) || ' characters'")),
    "long-decision": ("A decision over 2,000 characters: it may hold what follows it", _test(
        "resolutions", "resolution_id", "length(text) > 2000", "length(text) || ' characters: does it hold what follows it?'")),
    "self-seconded": ("Moved and seconded by one person", _test(
        "resolutions", "resolution_id", "mover = seconder", "'Mover and seconder are both ' || mover")),
    "voted-twice": ("One name under two options of a vote", (
        "SELECT min(division_vote_id) AS record_id, 'division_votes' AS kind, any_value(person_name) || ' stands under ' || "
        "string_agg(DISTINCT option, ' and ' ORDER BY option) AS why, min(page) AS page, any_value(pack_id) AS pack_id "
        "FROM stored.division_votes SEMI JOIN (SELECT division_id, person_name FROM stored.division_votes "
        "GROUP BY ALL HAVING min(option) <> max(option)) USING (division_id, person_name) GROUP BY division_id, person_name")),
    "here-and-away": ("One name both present and absent", (
        "SELECT min(attendance_id) AS record_id, 'attendance' AS kind, any_value(name) || ' is both present and ' || "
        "string_agg(DISTINCT status, ', ' ORDER BY status) FILTER (status IN ('apologies', 'absent')) AS why, "
        "NULL::BIGINT AS page, any_value(pack_id) AS pack_id FROM stored.attendance "
        "SEMI JOIN (SELECT document_id, name FROM stored.attendance GROUP BY ALL "
        "HAVING bool_or(status = 'present') AND bool_or(status IN ('apologies', 'absent'))) USING (document_id, name) GROUP BY document_id, name")),
    "odd-name": ("A name that does not look like one", (
        "SELECT attendance_id AS record_id, 'attendance' AS kind, 'Is this a name? ' || name AS why, NULL::BIGINT AS page, pack_id "
        "FROM stored.attendance "
        r"WHERE NOT regexp_matches(name, '\s') OR regexp_matches(name, '\d|[:;@]') OR length(name) > 60")),
    "long-title": ("A heading over 250 characters", _test(
        "agenda_items", "item_id", "length(title) > 250", "length(title) || ' characters: does the heading hold its paper?'")),
    "no-body": ("A meeting without a body", (
        "SELECT pack_meeting_id AS record_id, 'pack_meetings' AS kind, 'Which body met is not printed, or was not found' AS why, "
        "NULL::BIGINT AS page, pack_id FROM pack_meetings WHERE body IS NULL")),
    "blank-table": ("A table of which most cells are blank", (
        "SELECT t.table_id AS record_id, 'tables' AS kind, c.blank || ' of ' || c.cells || ' cells are blank' AS why, "
        "t.first_page AS page, t.pack_id FROM stored.tables t JOIN (SELECT table_id, count(*) AS cells, count(*) FILTER (text = '') AS blank "
        "FROM stored.table_cells GROUP BY table_id) c ON c.table_id = t.table_id WHERE c.blank > 0.6 * c.cells")),
}
"""Code → (what it means, the records it finds: record_id, kind, why, page, pack_id)."""


def queue(db: str | PathLike[str], *, codes: Sequence[str] = (), kind: str | None = None, pack: str | None = None,
          severity: str = "warning", seen: bool = False) -> list[Look]:
    """What deserves a look: issues about a record first, then doubts, then issues about a page; by file and page.

    ``seen`` includes what somebody has already accepted, corrected or rejected. Raises `PapermineError` on an unknown code, kind or severity.
    """
    others = [c for c in codes if c not in DOUBTS]
    known = {c for (c,) in query(db, "SELECT DISTINCT code FROM issues").rows} if others else set()
    if unknown := [c for c in others if c not in known]:
        raise PapermineError(f"nothing has the code {', '.join(unknown)}: there are {', '.join(sorted({*known, *DOUBTS}))}")
    if kind is not None and kind not in (kinds := sorted(k.table for k in KINDS)):
        raise PapermineError(f"there is no kind {kind!r}: it is one of {', '.join(kinds)}")
    sql = f"SELECT {', '.join(COLUMNS)} FROM ({_queued(codes, severity, seen)}) WHERE ($kind IS NULL OR kind = $kind) " \
          "AND ($pack IS NULL OR pack_id = $pack OR contains(lower(file_name), lower($pack))) ORDER BY place"
    return [Look(*row) for row in query(db, sql, {"kind": kind, "pack": pack}).rows]


COLUMNS = ("record_id", "kind", "code", "why", "file_name", "page", "pack_id", "about")
"""Columns of a look, as `Look` has them."""


def _queued(codes: Sequence[str] = (), severity: str = "warning", seen: bool = False) -> str:
    """The query of the queue: `COLUMNS`, and ``place`` to order it by. Raises `PapermineError` on an unknown severity."""
    if severity not in SEVERITIES:
        raise PapermineError(f"there is no severity {severity!r}: it is one of {', '.join(SEVERITIES)}")
    wanted = [c for c in DOUBTS if not codes or c in codes]
    others = [c for c in codes if c not in DOUBTS]
    worst = SEVERITIES[SEVERITIES.index(severity):]
    parts = [f"SELECT record_id, kind, '{code}' AS code, why, page, pack_id, NULL AS about, 1 AS turn FROM ({DOUBTS[code][1]})" for code in wanted]
    if not codes or others:
        which = f"code IN ({', '.join(map(quoted, others))})" if others else f"severity IN ({', '.join(map(quoted, worst))})"
        parts.insert(0, "SELECT issue_id, 'issues', code, severity || ': ' || message, page, pack_id, about, if(about IS NULL, 2, 0) FROM issues "
                        f"WHERE {which}")
    unseen = "q.record_id NOT IN (SELECT target_id FROM corrections WHERE target_id IS NOT NULL AND state IN ('applied', 'moved'))"
    return f"""
        WITH q(record_id, kind, code, why, page, pack_id, about, turn) AS MATERIALIZED ({' UNION ALL '.join(parts)}),
        e AS (SELECT record_id, min(page) AS page FROM stored.evidence WHERE record_id IN (SELECT record_id FROM q WHERE page IS NULL)
              GROUP BY record_id)
        SELECT q.record_id, q.kind, q.code, q.why, k.file_name, coalesce(q.page, e.page) AS page, q.pack_id, q.about,
          row_number() OVER (ORDER BY q.turn, k.file_name, q.pack_id, coalesce(q.page, e.page), q.code, q.record_id) AS place
        FROM q JOIN packs k ON k.pack_id = q.pack_id LEFT JOIN e ON e.record_id = q.record_id
        WHERE {"true" if seen else unseen}"""


QUEUE = _queued()
"""The query of all that nobody has looked at yet."""
