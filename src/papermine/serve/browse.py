"""Councils → bodies → meetings → items → papers, people, and search."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from papermine.provenance import pack_of
from papermine.search import KINDS, Wanted, search
from papermine.search.ask import MOST
from papermine.serve.charts import timeline, vote_bar
from papermine.serve.respond import date, download, whole
from papermine.serve.site import Reader, Row, Site
from papermine.serve.words import citation
from papermine.store import matters_sql

PER_PAGE = 20


def home(site: Site, request: Request) -> Response:
    """What is in the database, and where to begin."""
    with site.read() as reader:
        all_of = "" if site.public else "stored."  # a view has as many rows as its table, and a curtain hangs before views
        counts = reader.one(f"""SELECT (SELECT count(*) FROM packs) AS packs, (SELECT sum(page_count) FROM packs) AS pages,
            (SELECT count(*) FROM meetings) AS meetings, (SELECT count(*) FROM {all_of}resolutions) AS decisions,
            (SELECT count(*) FROM {all_of}tables) AS tables, (SELECT count(*) FROM people) AS people,
            (SELECT count(*) FROM issues WHERE severity <> 'info') AS issues""")
        councils = reader.rows("""WITH {named} SELECT council_key AS key, any_value(council) AS name, count(*) AS meetings,
            count(DISTINCT body_key) AS bodies, min(meeting_date) AS first, max(meeting_date) AS last
            FROM named GROUP BY council_key ORDER BY name NULLS LAST""")
        latest = reader.rows("WITH {named} SELECT * FROM named WHERE meeting_date IS NOT NULL ORDER BY meeting_date DESC, council, body LIMIT 8")
    return site.html("home.html", request, title="Council papers", counts=counts, councils=councils, latest=latest)


def council(site: Site, request: Request) -> Response:
    """A council: its bodies, and its meetings on a line of time."""
    key = request.path_params["council"]
    with site.read() as reader:
        bodies = reader.rows("""WITH {named} SELECT council, body_key AS key, any_value(body) AS name, count(*) AS meetings,
            min(meeting_date) AS first, max(meeting_date) AS last
            FROM named WHERE council_key = ? GROUP BY council, body_key ORDER BY name NULLS LAST""", [key])
        found = reader.must("council of that name",
                            "WITH {named} SELECT any_value(council) AS name FROM named WHERE council_key = ? HAVING count(*) > 0", [key])
        name = found["name"] or "Council not printed"
        meetings = _meetings(reader, "council_key = $council", {"council": key})
    return site.html("council.html", request, title=name, name=name, key=key, bodies=bodies, meetings=meetings[:60], more=len(meetings) > 60,
                     line=timeline(meetings), body=None)


def body(site: Site, request: Request) -> Response:
    """A body of a council: its meetings."""
    keys = {"council": request.path_params["council"], "body": request.path_params["body"]}
    with site.read() as reader:
        meetings = _meetings(reader, "council_key = $council AND body_key = $body", keys)
        found = reader.must("such body", "WITH {named} SELECT council, body FROM named WHERE council_key = $council AND body_key = $body LIMIT 1",
                            keys)
    title = f"{found['body'] or 'Body not printed'}, {found['council'] or 'council not printed'}"
    return site.html("council.html", request, title=title, name=found["council"] or "Council not printed", key=keys["council"], bodies=[],
                     meetings=meetings[:300], more=len(meetings) > 300, line=timeline(meetings), body=found["body"] or "Body not printed")


def _meetings(reader: Reader, where: str, args: dict[str, Any]) -> list[Row]:
    found = reader.rows(f"WITH {{named}} SELECT * FROM named WHERE {where} ORDER BY meeting_date DESC NULLS LAST, body", args)
    packs = {"packs": packs_of(reader, [m["meeting_id"] for m in found])}
    counts = {r["meeting_id"]: r["n"] for r in reader.rows("SELECT meeting_id, count(*) AS n FROM {resolutions} GROUP BY meeting_id", packs)}
    papers = {r["meeting_id"]: r for r in reader.rows(
        "SELECT meeting_id, count(*) AS n, bool_or(kind = 'minutes') AS minutes FROM {documents} GROUP BY meeting_id", packs)}
    nothing = {"n": 0, "minutes": False}
    return [{**m, "decisions": counts.get(m["meeting_id"], 0), "papers": of["n"], "minutes": of["minutes"]}
            for m in found for of in [papers.get(m["meeting_id"], nothing)]]


def packs_of(reader: Reader, meetings: list[str]) -> list[str]:
    """The packs that print something of these meetings."""
    return reader.ids("SELECT DISTINCT pack_id FROM stored.meeting_links WHERE meeting_id IN (SELECT unnest($m::VARCHAR[]))", {"m": meetings})


def meeting(site: Site, request: Request) -> Response:
    """A meeting: agenda, decisions with votes, attendance, papers, coverage."""
    key = request.path_params["meeting"]
    with site.read() as reader:
        found = reader.must("meeting of that id", "WITH {named} SELECT * FROM named WHERE meeting_id = ?", [key])
        here = {"meeting": key, "packs": packs_of(reader, [key])}
        papers = reader.rows("SELECT d.*, k.file_name FROM {documents} d JOIN {packs} k USING (pack_id) WHERE meeting_id = $meeting "
                             "ORDER BY d.pack_id, d.ordinal", here)
        items = business_of(reader, here)
        resolved = decisions_of(reader, "r.meeting_id = $meeting", here)
        came = reader.rows("SELECT * FROM {attendance} WHERE meeting_id = $meeting ORDER BY pack_id, ordinal", here)
        declared = reader.rows("SELECT * FROM {declarations} WHERE meeting_id = $meeting ORDER BY pack_id, ordinal", here)
        promised = reader.rows("SELECT * FROM stored.coverage t WHERE meeting_id = ? AND {shown:coverage} ORDER BY promised, number", [key])
    items.sort(key=lambda i: (i["first_page"] or 10**6, _order(i["agenda_number"] or i["minute_number"])))
    by_item: dict[str, list[Row]] = {}
    for d in resolved:
        by_item.setdefault(d["business_id"] or "", []).append(d)
    people = list({(a["name"], a["status"]): a for a in reversed(came)}.values())[::-1]
    return site.html("meeting.html", request, title=f"{found['body'] or 'Meeting'}, {found['council'] or ''}", meeting=found, papers=papers,
                     items=items,
                     by_item=by_item, people=people, declared=declared, promised=promised,
                     loose=[d for k, v in by_item.items() if k not in {i["business_id"] for i in items} for d in v],
                     cite=citation(found["council"], found["body"], found["meeting_date"], None, None, None))


MATTERS = ("SELECT b.business_id, b.agenda_number, b.minute_number, b.title, b.section, b.presenter, b.papers.first AS first_page, "
           "b.papers.last AS last_page, b.agenda_item_id, b.minutes_item_id FROM matters b")
"""What a meeting's page shows of its matters."""


def business_of(reader: Reader, here: dict[str, Any]) -> list[Row]:
    """The matters of a meeting, of all the packs that print them (``here`` has the ``meeting`` and the ``packs``).

    The view of all would work out those of all meetings first; a curtain hides their headings here too.
    """
    return reader.rows(f"{matters_sql('WHERE meeting_id = $meeting', '{agenda_items}')} {MATTERS}", here)


def _order(number: str | None) -> tuple[Any, ...]:
    return tuple((0, int(p)) if p.isdigit() else (1, p) for p in re.findall(r"\d+|[a-z]+", (number or "~").lower()))


_FIRST: Row = {"rank": 1}
_UNSAID: Row = {"outcome": None, "method": None}


def decisions_of(reader: Reader, where: str, args: dict[str, Any]) -> list[Row]:
    """Resolutions that meet a condition, as `decided` gives them. ``args`` has the ``packs`` that they stand in."""
    rows = reader.rows(f"SELECT r.*, k.file_name FROM {{resolutions}} r JOIN {{packs}} k USING (pack_id) WHERE {where} ORDER BY r.pack_id, r.ordinal",
                       args)
    return decided(reader, rows, args["packs"])


def decided(reader: Reader, rows: list[Row], packs: list[str]) -> list[Row]:
    """Of rows of view ``resolutions`` those at their best printing, lost ones too, each with its vote: counts as printed, names behind it, a bar."""
    def beside(sql: str, column: str) -> dict[str, Row]:
        """Rows that belong to these, by their id. One question after another: all joined at once they take longer to plan than to read."""
        ids = sorted({r[column] for r in rows if r[column]})
        return {found[column]: found for found in reader.rows(f"{sql} WHERE t.{column} IN (SELECT unnest($ids::VARCHAR[]))",
                                                              {"ids": ids, "packs": packs})} if ids else {}

    ranks = beside("SELECT t.resolution_id, t.rank FROM stored.decision_links t", "resolution_id")
    rows = [r for r in rows if ranks.get(r["resolution_id"], _FIRST)["rank"] == 1]
    taken = beside("SELECT t.division_id, t.outcome, t.method FROM stored.divisions t", "division_id")
    moved = beside("SELECT t.motion_id, t.outcome FROM stored.motions t", "motion_id")
    matters = beside("SELECT t.item_id, coalesce(b.business_id, t.business_id, t.item_id) AS business_id FROM stored.agenda_items t "
                     "LEFT JOIN stored.business_links b ON b.item_id = t.item_id", "item_id")
    for r in rows:
        vote = taken.get(r["division_id"], _UNSAID)
        r["result"] = r["outcome"] or vote["outcome"] or moved.get(r["motion_id"], _UNSAID)["outcome"]
        r["method"] = vote["method"]
        r["business_id"] = matters[r["item_id"]]["business_id"] if r["item_id"] in matters else None
    divisions = sorted({r["division_id"] for r in rows if r["division_id"]})
    votes: dict[str, dict[str, list[Row]]] = {}
    if divisions:
        for v in reader.rows("SELECT division_id, person_name, option, person_id FROM {division_votes} WHERE division_id IN (SELECT unnest($d)) "
                             "ORDER BY ordinal", {"d": divisions, "packs": packs}):
            votes.setdefault(v["division_id"], {}).setdefault(v["option"], []).append(v)
    for r in rows:
        r["names"] = votes.get(r["division_id"], {})
        r["bar"] = vote_bar(r, r["names"])
    return rows


def item(site: Site, request: Request) -> Response:
    """A matter of a meeting: where it is printed, its papers, what was recommended, what was decided."""
    key = request.path_params["item"]
    with site.read() as reader:
        found = reader.must("item of that id", "WITH {named} SELECT i.*, g.council, g.body, g.meeting_date, g.council_key, g.body_key, k.file_name "
                            "FROM {agenda_items} i JOIN {packs} k USING (pack_id) LEFT JOIN named g USING (meeting_id) WHERE i.item_id = $id",
                            {"id": key, "packs": [pack_of(key)]})
        all_of = _among(reader.ids("SELECT item_id FROM stored.business_links WHERE business_id = ?", [found["business_id"]]) or [key])
        same = reader.rows("SELECT i.*, k.file_name FROM {agenda_items} i JOIN {packs} k USING (pack_id) "
                           "WHERE item_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY source, i.pack_id, i.ordinal", all_of)
        here = _among([s["item_id"] for s in same])
        papers = reader.rows("SELECT d.*, k.file_name FROM {documents} d JOIN {packs} k USING (pack_id) "
                             "WHERE item_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY d.pack_id, d.ordinal", here)
        recommended = recommended_by(reader, "r.item_id IN (SELECT unnest($ids::VARCHAR[]))", here)
        resolved = decisions_of(reader, "r.item_id IN (SELECT unnest($ids::VARCHAR[]))", here)
        printed = reader.rows("SELECT t.*, k.file_name FROM {tables} t JOIN {packs} k USING (pack_id) "
                              "WHERE t.item_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY t.pack_id, t.ordinal", here)
    return site.html("item.html", request, title=found["title"], item=found, same=same, papers=papers, recommended=recommended, decided=resolved,
                     tables=printed, cite=citation(found["council"], found["body"], found["meeting_date"], found["number"], found["file_name"],
                                                   found["page"]))


def _among(ids: list[str]) -> dict[str, Any]:
    return {"ids": ids, "packs": sorted({pack_of(each) for each in ids})}


def recommended_by(reader: Reader, where: str, args: dict[str, Any]) -> list[Row]:
    """Recommendations with what became of them. ``args`` has the ``packs`` that they stand in."""
    return reader.rows("SELECT r.*, k.file_name, o.outcome FROM {recommendations} r JOIN {packs} k USING (pack_id) "
                       "LEFT JOIN stored.outcome_links o ON o.recommendation_id = r.recommendation_id "
                       f"WHERE {where} ORDER BY r.pack_id, r.ordinal", args)


def person(site: Site, request: Request) -> Response:
    """A person: forms of the name, meetings, what was moved and seconded, votes."""
    key = request.path_params["person"]
    with site.read() as reader:
        found = reader.must("person of that id", "SELECT * FROM people WHERE person_id = ?", [key])
        names = reader.rows("SELECT * FROM person_names WHERE person_id = ? ORDER BY records DESC, name", [key])
        said = {field: reader.ids("SELECT record_id FROM stored.person_links WHERE person_id = ? AND kind = ?", [key, field])
                for field in ("attendance", "resolutions", "division_votes")}
        came = reader.rows("WITH {named} SELECT DISTINCT g.meeting_id, g.body, g.meeting_date, a.status, a.role FROM {attendance} a "
                           "JOIN named g USING (meeting_id) WHERE a.attendance_id IN (SELECT unnest($ids::VARCHAR[])) "
                           "ORDER BY g.meeting_date DESC LIMIT 200",
                           _among(said["attendance"]))
        moved = reader.rows("WITH {named} SELECT r.resolution_id, r.text, r.page, r.pack_id, r.mover_id = $p AS moved, g.body, g.meeting_date "
                            "FROM {resolutions} r LEFT JOIN named g USING (meeting_id) WHERE r.resolution_id IN (SELECT unnest($ids::VARCHAR[])) "
                            "ORDER BY g.meeting_date DESC, r.pack_id, r.ordinal LIMIT 200",
                            {"p": key, **_among(said["resolutions"])})
        voted = _votes_of(reader, said["division_votes"])
    return site.html("person.html", request, title=found["name"], person=found, names=names, came=came, moved=moved, voted=voted)


def _votes_of(reader: Reader, ids: list[str]) -> list[Row]:
    """The votes of these ids, the latest 300, each with what was voted on."""
    here = _among(ids)
    votes = reader.rows("SELECT DISTINCT division_id, option, page, pack_id FROM {division_votes} "
                        "WHERE division_vote_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY pack_id, page, division_id", here)
    on = {row["division_id"]: row for row in reader.rows(
        "WITH {named} SELECT r.division_id, arg_min(r.text, r.ordinal) AS text, arg_min(r.resolution_id, r.ordinal) AS resolution_id, "
        "any_value(g.body) AS body, any_value(g.meeting_date) AS meeting_date FROM {resolutions} r LEFT JOIN named g USING (meeting_id) "
        "WHERE r.division_id IN (SELECT unnest($divisions::VARCHAR[])) GROUP BY r.division_id",
        {"divisions": [v["division_id"] for v in votes], "packs": here["packs"]})}
    nothing = {"text": None, "resolution_id": None, "body": None, "meeting_date": None}
    voted = [{**nothing, **on.get(v["division_id"], {}), **v} for v in votes]
    voted.sort(key=lambda v: v["meeting_date"] or dt.date.min, reverse=True)
    return voted[:300]


def wanted_of(request: Request, offset: int, limit: int) -> Wanted:
    """The question that a request's parameters ask. Raises `BadRequest`."""
    params = request.query_params
    kind, council, body, outcome = (params.get(name, "")[:200] or None for name in ("kind", "council", "body", "outcome"))
    first, last = date(params.get("from"), "from"), date(params.get("to"), "to", last=True)
    order = params.get("order", "rank")
    return Wanted(params.get("q", "")[:400], kind, council, body, outcome, int(first.strftime("%Y%m%d")) if first else None,
                  int(last.strftime("%Y%m%d")) if last else None, order if order in ("newest", "oldest") else "rank", offset, limit)


def find(site: Site, request: Request) -> Response:
    """Search, as a page or a download."""
    params = request.query_params
    page = whole(request, "page", 1, 1, MOST // PER_PAGE)
    form = params.get("format")
    wanted = wanted_of(request, 0 if form else (page - 1) * PER_PAGE, 100 if form else PER_PAGE)
    index = site.searched()
    found = search(index, wanted)
    if form:
        names = ["kind", "date", "council", "body", "item", "title", "text", "outcome", "file_name", "page", "record_id"]
        rows = [(h.kind, h.date, h.council, h.body, h.label, "".join(t for t, _ in h.title), "".join(t for t, _ in h.snippet), h.outcome, h.file_name,
                 h.page, h.record_id) for h in found.hits]
        return download("search", form, names, rows)
    given = {k: v for k in ("q", "kind", "council", "body", "outcome", "from", "to", "order") if (v := params.get(k, "")[:400])}
    answer = site.html("search.html", request, title=f"Search: {wanted.words}" if wanted.words else "Search", q=wanted.words, found=found,
                       wanted=wanted,
                       given=given, page=page, behind=index.stale(), pages=min(-(-found.total // PER_PAGE), MOST // PER_PAGE), kinds_found=KINDS)
    answer.stale = index.stale()  # type: ignore[attr-defined]
    return answer
