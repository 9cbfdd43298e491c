"""The link step: what changed, and what may belong together with it, is asked of the room ``link`` again, and its answer stored.

Nothing else of a council is read: the parts of it that a change cannot reach stay as they are. The outcome is what linking all of it
at once would give (tests/test_link_increments.py), in whatever order the packs came.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from typing import Any

import duckdb

from papermine.link.approvals import Approval, Sign, approvals
from papermine.link.coverage import Item, coverage
from papermine.link.outcomes import outcomes
from papermine.link.printings import printings
from papermine.link.rows import Advice, Decided, Meeting, Paper
from papermine.link.versions import versions
from papermine.store import link_reads as reads
from papermine.store.connect import WRITE_WAIT, hold, open_writer, sparingly
from papermine.store.link_due import mark_all
from papermine.store.link_near import PAPERS, Near, at_hand
from papermine.store.link_people import call_nobodys, link_names, name_councils
from papermine.store.link_reads import Asked, Key, ask, empty_tables, found, loaded
from papermine.store.link_schema import LINK_TABLES, SIGNS
from papermine.store.link_signs import sign
from papermine.store.meetings import body_key
from papermine.store.scopes import rescope

WRITTEN = tuple(name for name in LINK_TABLES if name not in ("link_scopes", "link_due", *SIGNS))
"""The tables that hold links."""
PACKS_AT_ONCE = 200
"""Packs whose papers are linked in one go; those of one council in order of their days."""
OTHERS_AT_ONCE = 4_000
"""Meetings, papers and reports that are linked with them: each brings all versions of its papers with it, again in each go."""


def link(db: str | os.PathLike[str] | duckdb.DuckDBPyConnection, *, everything: bool = False, wait: float = WRITE_WAIT) -> int:
    """Link again what changed since, and what that may belong to (``everything``: all). Returns how many councils that concerned.

    A database without changes costs one query. It is stored part by part: after a stop the next call goes on. ``db`` may be a writer that is open.
    """
    if not isinstance(db, duckdb.DuckDBPyConnection):
        with open_writer(db, wait=wait) as con:
            return link(con, everything=everything)
    if everything:
        hold(db, None)  # one transaction that takes out all rows
        db.execute("BEGIN")
        forget_links(db)
        db.execute("COMMIT")
        hold(db)
    done = _scopes_due(db)
    more = done > 0
    while more:
        more = sparingly(db, lambda con=db: _part(con))  # type: ignore[misc]
    return done


def _part(con: duckdb.DuckDBPyConnection) -> bool:
    """Link some of what is due, and store it. Is there more?"""
    con.execute("BEGIN")
    more = _step(con, PACKS_AT_ONCE) and con.execute("SELECT 1 FROM stored.link_due LIMIT 1").fetchone() is not None
    if not more:
        con.execute("UPDATE stored.meta SET generation = generation + 1")
    con.execute("COMMIT")
    return more


def relink(con: duckdb.DuckDBPyConnection, at_once: int = PACKS_AT_ONCE) -> int:
    """Link what is due, within the caller's transaction. Returns how many councils that concerned."""
    done = _scopes_due(con)
    while done and _step(con, at_once):
        pass
    return done


def relink_all(con: duckdb.DuckDBPyConnection, at_once: int = PACKS_AT_ONCE) -> None:
    """Link everything again, within the caller's transaction."""
    forget_links(con)
    relink(con, at_once)


def forget_links(con: duckdb.DuckDBPyConnection) -> None:
    """Take all links out, and note that everything is due."""
    for table in (*WRITTEN, *SIGNS):
        con.execute(f"DELETE FROM stored.{table}")
    rescope(con)
    mark_all(con)


def _scopes_due(con: duckdb.DuckDBPyConnection) -> int:
    (count,) = con.execute("SELECT count(DISTINCT scope) FROM stored.link_due").fetchone() or (0,)
    return int(count)


_DUE_PACKS = """
SELECT d.scope, d.key FROM stored.link_due d LEFT JOIN (
  SELECT pack_id, min(meeting_date) AS day FROM stored.meeting_links WHERE pack_id IN (SELECT key FROM stored.link_due WHERE kind = 'pack')
  GROUP BY pack_id) m ON m.pack_id = d.key
WHERE d.kind = 'pack' AND d.scope IN (SELECT unnest(?)) ORDER BY d.scope, m.day NULLS FIRST, d.key LIMIT ?"""
_DUE_OTHERS = """
SELECT kind, scope, key FROM stored.link_due WHERE kind IN ('meeting', 'paper', 'report') AND scope IN (SELECT unnest(?)) ORDER BY ALL LIMIT ?"""


def _step(con: duckdb.DuckDBPyConnection, at_once: int) -> bool:
    """Link a part of what is due, of some councils: papers first, then names. False: nothing is left."""
    scopes = at_hand(con, "kind <> 'surname'")
    if not scopes:
        return link_names(con)
    packs = set(con.execute(_DUE_PACKS, [scopes, at_once]).fetchall())
    others: dict[str, set[Key]] = {"meeting": set(), "paper": set(), "report": set()}
    for kind, *key in con.execute(_DUE_OTHERS, [scopes, OTHERS_AT_ONCE]).fetchall():
        others[kind].add((key[0], key[1]))
    due = sorted({pack for _, pack in packs})
    empty = empty_tables(con)
    sign(con, due, empty)
    near = Near(con, scopes, PAPERS, empty, due)
    _link_papers(near, packs, others["meeting"], others["paper"], others["report"])
    if "signs_names" not in near.empty:
        reads.run(near, reads.NAMES_DUE, packs=packs)
    for kind, done in (("pack", packs), *others.items()):
        _take_out(near, "link_due", "key", done, f"kind = '{kind}'")
    near.end()
    return True


def _link_papers(con: Near, packs: set[Key], met: set[Key], papers: set[Key], reports: set[Key]) -> None:
    """Versions, printings, outcomes and coverage of these packs, meetings, papers and reports, and of what they reach."""
    for table in ("document_links", "decision_links", "outcome_links", "person_links"):
        _take_out(con, table, "pack_id", packs)
    name_councils(con, packs)
    call_nobodys(con, packs)
    met = met | found(con, reads.MEETINGS_OF_PACKS, packs=packs) | found(con, reads.APPROVED_BY_PACKS, packs=packs)
    papers = papers | found(con, reads.PAPERS_OF_PACKS, packs=packs) | found(con, reads.PAPERS_OF_MEETINGS, met=met)
    approved = _Approvals(con)
    changed = _versions(con, papers, approved)
    met |= found(con, reads.MEETINGS_OF_PAPERS, papers=changed)
    decided = _printings(con, met, packs)
    reports = reports | found(con, reads.REPORTS_OF_PACKS, packs=packs) | found(con, reads.REPORTS_DECIDED_BY, decided=decided)
    if "recommendations" not in con.empty:
        same_day = met | found(con, reads.MEETINGS_ON, days=reads.days_of(con, met))
        reports |= found(con, reads.REPORTS_AT, met=same_day) | found(con, reads.REPORTS_LIKE, decided=decided)
    _outcomes(con, reports)
    _coverage(con, met, approved)


class _Approvals:
    """Which meetings' minutes are approved by later ones."""

    def __init__(self, con: Near) -> None:
        self.con = con

    def of(self, met: set[Key]) -> dict[str, list[Approval]]:
        """The approvals of these meetings, and some others of their days, by scope."""
        if "signs_approvals" in self.con.empty:
            return {}
        days = reads.days_of(self.con, met)
        signs = loaded(self.con, Sign, reads.APPROVALS, days=days)
        wanted = found(self.con, reads.MEETINGS_ON, days={(scope, s.day.isoformat()) for scope, some in signs.items() for s in some})
        wanted |= {(scope, s.meeting_id) for scope, some in signs.items() for s in some if s.meeting_id}
        meetings = loaded(self.con, Meeting, reads.MEETINGS, met=wanted)
        out = {}
        for scope, some in signs.items():
            here = {m.meeting_id: m for m in meetings[scope]}
            out[scope] = approvals(some, here, {m.meeting_id: body_key(m.body, m.council) for m in here.values() if m.body})
        return out


def _texts(con: Asked, document_ids: list[str]) -> dict[str, str]:
    return dict(con.execute(reads.TEXTS, {"documents": document_ids}).fetchall()) if document_ids else {}


def _versions(con: Near, papers: set[Key], approved: _Approvals) -> set[Key]:
    """Link these papers with their copies and versions. Returns those of which something else is said now."""
    size = -1
    while len(papers) != size:
        size = len(papers)
        papers = papers | found(con, reads.COPIES, papers=papers)
        papers |= found(con, reads.OTHER_VERSIONS, papers=papers)
    heads = dict(ask(con, reads.HEADS, papers=papers)) if papers else {}
    rows = loaded(con, Paper, reads.PAPERS, papers=papers)
    said = dict(con.execute(reads.PUBLISHED, {"packs": sorted({p.pack_id for some in rows.values() for p in some})}).fetchall()) if rows else {}
    rows = {scope: [p._replace(head=heads.get(p.document_id), published=said.get(p.pack_id)) for p in some] for scope, some in rows.items()}
    met = {(scope, p.meeting_id) for scope, some in rows.items() for p in some if p.kind == "minutes" and p.meeting_id}
    found_approvals = approved.of(met) if met else {}
    names = ", ".join(c.name for c in LINK_TABLES["document_links"][1])
    old = set(ask(con, f"SELECT {', '.join('t.' + n for n in names.split(', '))} FROM papers k JOIN stored.document_links t "
                       "ON t.scope = k.scope AND t.document_id = k.key", papers=papers)) if papers and "document_links" not in con.empty else set()
    new = {(scope, *row) for scope, some in rows.items() for row in versions(some, found_approvals.get(scope, []), lambda ids: _texts(con, ids))}
    changed = {(row[0], row[1]) for row in old ^ new}
    _take_out(con, "document_links", "document_id", changed)
    con.put("document_links", (row for row in new if (row[0], row[1]) in changed))
    return changed


def _decided(con: Near, keys: set[Key]) -> dict[str, list[Decided]]:
    """These resolutions. A decision record has the agenda's numbers, where minutes have their own: its item is that of the meeting's agenda.

    Two questions: each join of one holds memory till its end, and with these too they are more than a step may hold.
    """
    decided = loaded(con, Decided, reads.DECIDED, decided=keys)
    met = {(scope, d.meeting_id) for scope, some in decided.items() for d in some if d.meeting_id and _names_no_item(d)}
    promised = ask(con, reads.PROMISED, met=met) if met else []
    items = {(scope, meeting, number): (title, business) for scope, meeting, number, title, business in promised}
    nothing = (None, None)
    out = {scope: [d._replace(item_title=title, business_id=business) if _names_no_item(d) else d for d in some
                    for title, business in [items.get((scope, d.meeting_id, d.item_number), nothing)]] for scope, some in decided.items()}
    return defaultdict(list, out)


def _names_no_item(decided: Decided) -> bool:
    return decided.kind == "decision" and decided.item_id is None


def _printings(con: Near, met: set[Key], packs: set[Key]) -> set[Key]:
    """Link the printings of what was resolved at these meetings, or is printed by these packs. Returns the resolutions."""
    every = found(con, reads.RESOLVED_AT, met=met) | found(con, reads.RESOLVED_BY, packs=packs)
    decided = _decided(con, every)
    printed = {(scope, d.document_id) for scope, some in decided.items() for d in some}
    standing: dict[str, dict[str, tuple[str | None, bool]]] = defaultdict(dict)
    for scope, document_id, status, current in ask(con, reads.STANDING, papers=printed):
        standing[scope][document_id] = (status, current)
    _take_out(con, "decision_links", "resolution_id", every)
    con.put("decision_links", ((scope, *row) for scope, some in decided.items() for row in printings(some, standing[scope])))
    return every


def _outcomes(con: Near, reports: set[Key]) -> None:
    """Say again what became of the advice of these reports."""
    advice = loaded(con, Advice, reads.ADVICE, reports=reports)
    at = {(scope, a.meeting_id) for scope, some in advice.items() for a in some if a.meeting_id}
    at |= found(con, reads.MEETINGS_ON, days=reads.days_of(con, at))
    maybe = found(con, reads.RESOLVED_AT, met=at) | found(con, reads.DECIDED_LIKE, reports=reports)
    decided = _decided(con, found(con, reads.RANKED_FIRST, decided=maybe))
    known = at | {(scope, d.meeting_id) for scope, some in decided.items() for d in some if d.meeting_id}
    meetings = loaded(con, Meeting, reads.MEETINGS, met=known)
    minuted = found(con, reads.MINUTED, met=at)
    out: list[tuple[Any, ...]] = []
    for scope, some in advice.items():
        out += ((scope, *row) for row in outcomes(
            some, decided[scope], {m.meeting_id: m for m in meetings[scope]},
            {m: True for of, m in minuted if of == scope}))
    _take_out(con, "outcome_links", "recommendation_id", {(scope, a.recommendation_id) for scope, some in advice.items() for a in some})
    con.put("outcome_links", out)


def _coverage(con: Near, met: set[Key], approved: _Approvals) -> None:
    """Say again what the papers of these meetings promise; of others, only whether their minutes are due by now."""
    if not met:
        return
    last: dict[str, dt.date] = dict(ask(con, reads.LAST_DAYS, met=met))
    met = met | found(con, reads.NOT_DUE_YET, met=met) | found(con, reads.MEETINGS_ON, days={(scope, day.isoformat()) for scope, day in last.items()})
    meetings = loaded(con, Meeting, reads.MEETINGS, met=met)
    papers = loaded(con, Paper, reads.PAPERS_AT, met=met)
    items = loaded(con, Item, reads.ITEMS, met=met)
    texts = _texts(con, [p.document_id for some in papers.values() for p in some if p.kind == "agenda"])
    by = approved.of(met)
    _take_out(con, "coverage", "meeting_id", met)
    con.put("coverage", ((scope, *row) for scope, some in meetings.items() for row in coverage(
        some, papers[scope], items[scope], texts, {a.meeting_id for a in by.get(scope, [])}, last.get(scope))))


def _take_out(con: Near, table: str, column: str, some: set[Key], where: str = "true") -> None:
    if some and table not in con.empty:
        reads.run(con, f"DELETE FROM stored.{table} t USING gone k WHERE {where} AND t.scope = k.scope AND t.{column} = k.key", gone=some)
