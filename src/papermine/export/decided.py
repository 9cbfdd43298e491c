"""Decisions by what people ask of them: where, when, about what, with which outcome, by whom, on whose advice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from os import PathLike
from typing import Any

from papermine.errors import PapermineError
from papermine.export.persons import matching
from papermine.store import Answer, query

OUTCOMES = ("carried", "plain", "lost", "withdrawn", "deferred", "any")
"""plain: a resolution without a printed outcome. Without a filter, what was decided: carried and plain."""
ADVICE = ("adopted", "amended", "deferred", "rejected", "not reached", "no minutes yet", "not settled", "none")
"""What became of the report's recommendation that the decision stands against; none: no recommendation is matched to it."""
OPTIONS = ("for", "against", "abstain")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which decisions: all conditions that are given hold. Words match anywhere, whatever their case or accents.

    ``about``: each word stands in the decision or its item's title. ``mover`` moved or seconded it.
    ``voter`` voted by name, as ``voted`` says where given. ``exempt``: True or False, of the item.
    """

    council: str | None = None
    body: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    about: str | None = None
    outcome: str | None = None
    mover: str | None = None
    voter: str | None = None
    voted: str | None = None
    exempt: bool | None = None
    advice: str | None = None


_LOST = """
SELECT any_value(g.council) AS council, any_value(g.body) AS body, any_value(g.meeting_date) AS meeting_date, r.item_number,
  any_value(i.title) AS item_title, r.number, min_by(r.text, r.resolution_id) AS text, any_value(r.lead_in) AS lead_in,
  any_value(r.mover) AS mover, any_value(r.seconder) AS seconder, any_value(r.votes_for) AS votes_for,
  any_value(r.votes_against) AS votes_against, any_value(r.votes_abstain) AS votes_abstain,
  any_value(coalesce(r.outcome, v.outcome, m.outcome)) AS outcome, min_by(k.file_name, r.resolution_id) AS file_name,
  min_by(r.page, r.resolution_id) AS page, min_by(s.source_url, r.resolution_id) AS source_url, count(DISTINCT r.document_id) AS printings,
  any_value(d.kind) AS source_kind, any_value(d.status) AS status, min(r.resolution_id) AS resolution_id, any_value(r.meeting_id) AS meeting_id,
  any_value(r.item_id) AS item_id, any_value(r.mover_id) AS mover_id, any_value(r.seconder_id) AS seconder_id,
  any_value(r.division_id) AS division_id, min_by(r.pack_id, r.resolution_id) AS pack_id
FROM resolutions r JOIN documents d ON d.document_id = r.document_id JOIN packs k ON k.pack_id = r.pack_id
LEFT JOIN meetings g ON g.meeting_id = r.meeting_id LEFT JOIN pack_sources s ON s.pack_id = r.pack_id
LEFT JOIN agenda_items i ON i.item_id = r.item_id LEFT JOIN divisions v ON v.division_id = r.division_id
LEFT JOIN motions m ON m.motion_id = r.motion_id
WHERE coalesce(r.outcome, v.outcome, m.outcome) IN ('lost', 'withdrawn', 'deferred')
GROUP BY coalesce(r.meeting_id, r.document_id), r.item_number, r.number, lower(regexp_replace(r.text, '[^\\pL\\pN]+', '', 'g'))"""

_PLAIN = "lower(strip_accents(concat_ws(' ', {})))"


def find_decisions(db: str | PathLike[str], wanted: Wanted) -> Answer:
    """The decisions, by date of meeting, and as printed. Raises `PapermineError` on an unknown outcome, option or advice."""
    for value, known, name in ((wanted.outcome, OUTCOMES, "outcome"), (wanted.advice, ADVICE, "advice"), (wanted.voted, OPTIONS, "vote")):
        if value is not None and value not in known:
            raise PapermineError(f"there is no {name} {value!r}: it is one of {', '.join(known)}")
    given: dict[str, Any] = {}
    where = ["TRUE"]

    def words(text: str | None, columns: str, name: str) -> None:
        for n, word in enumerate((text or "").split()):
            where.append(f"contains({_PLAIN.format(columns)}, lower(strip_accents(${name}{n})))")
            given[f"{name}{n}"] = word

    words(wanted.council, "council", "council")
    words(wanted.body, "body", "body")
    words(wanted.about, "text, item_title", "about")
    for bound, sign, name in ((wanted.start, ">=", "start"), (wanted.end, "<=", "until")):
        if bound is not None:
            where.append(f"meeting_date {sign} ${name}")
            given[name] = bound
    if wanted.outcome in ("carried", "lost", "withdrawn", "deferred"):
        where.append("outcome = $outcome")
        given["outcome"] = wanted.outcome
    elif wanted.outcome == "plain":
        where.append("outcome IS NULL")
    if wanted.mover:
        given["mover"], mover = _people(db, wanted.mover, given, "movername", "mover")
        seconder = mover.replace("' ', mover", "' ', seconder")
        where.append(f"(list_has_any(list_value(mover_id, seconder_id), $mover) OR (mover_id IS NULL AND {mover}) "
                     f"OR (seconder_id IS NULL AND {seconder}))")
    if wanted.voter:
        given["voter"], printed = _people(db, wanted.voter, given, "votername", "v.person_name")
        option = "AND v.option = $voted" if wanted.voted else ""
        where.append(f"division_id IN (SELECT v.division_id FROM division_votes v WHERE (list_contains($voter, v.person_id) OR (v.person_id IS NULL "
                     f"AND {printed})) {option})")
        if wanted.voted:
            given["voted"] = wanted.voted
    elif wanted.voted:
        raise PapermineError("say whose vote: --voter NAME --voted against")
    if wanted.exempt is not None:
        where.append("exempt" if wanted.exempt else "NOT exempt")
    if wanted.advice is not None:
        where.append("advice IS NULL" if wanted.advice == "none" else "list_contains(advice, $advice)")
        if wanted.advice != "none":
            given["advice"] = wanted.advice
    both = wanted.outcome in ("any", "lost", "withdrawn", "deferred")
    sql = f"""
WITH found AS (
  SELECT d.*, r.division_id FROM decisions d LEFT JOIN resolutions r ON r.resolution_id = d.resolution_id
  {f'UNION ALL BY NAME ({_LOST})' if both else ''}),
exempted AS (
  SELECT i.item_id, bool_or(b.exempt) AS exempt FROM agenda_items i JOIN agenda_items b ON b.business_id = i.business_id GROUP BY i.item_id),
advised AS (
  SELECT coalesce(decision_id, resolution_id) AS decided, list(DISTINCT outcome ORDER BY outcome) AS advice FROM recommendation_outcomes
  WHERE decision_id IS NOT NULL OR resolution_id IS NOT NULL GROUP BY 1),
rows AS (
  SELECT f.*, coalesce(x.exempt, false) AS exempt, a.advice FROM found f LEFT JOIN exempted x ON x.item_id = f.item_id
  LEFT JOIN advised a ON a.decided = coalesce(f.decision_id, f.resolution_id))
SELECT meeting_date, council, body, item_number, item_title, number, text, lead_in, outcome, mover, seconder, votes_for, votes_against, votes_abstain,
  array_to_string(advice, ', ') AS advice, exempt, status, file_name, page, source_url, printings, decision_id, resolution_id, pack_id
FROM rows WHERE {' AND '.join(where)}
ORDER BY meeting_date NULLS LAST, council, body, file_name, page, resolution_id"""
    return query(db, sql, given)


def _people(db: str | PathLike[str], name: str, given: dict[str, Any], prefix: str, column: str) -> tuple[list[str], str]:
    """(ids of the linked persons of that name, the condition for names that are not linked)."""
    tests = []
    for n, word in enumerate(name.split()):
        given[f"{prefix}{n}"] = word
        tests.append(f"regexp_matches({_PLAIN.format(column)}, '\\b' || regexp_escape(lower(strip_accents(${prefix}{n}))) || '\\b')")
    return [p.person_id for p in matching(db, name)], " AND ".join(tests) or "FALSE"
