"""Councils → bodies → meetings → items → papers, people, and search."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from papermine.errors import NotFound
from papermine.provenance import pack_of
from papermine.search import KINDS, Wanted
from papermine.search.ask import MOST
from papermine.serve.charts import timeline, vote_bar
from papermine.serve.reader import Reader, Row
from papermine.serve.respond import date, download, whole
from papermine.serve.site import Site
from papermine.serve.words import citation
from papermine.serve.workers import Busy
from papermine.store import LINK

PER_PAGE = 20


def home(site: Site, request: Request) -> Response:
    """What is in the database, and where to begin."""
    with site.read() as reader:
        all_of = "" if site.public else "stored."  # a view has as many rows as its table, and a curtain hangs before views
        counts = reader.one(f"""SELECT (SELECT count(*) FROM packs) AS packs, (SELECT sum(page_count) FROM packs) AS pages,
            (SELECT count(*) FROM meetings) AS meetings, (SELECT count(*) FROM {{kept:standing}}) AS decisions,
            (SELECT count(*) FROM {all_of}tables) AS tables,
            (SELECT count(*) FROM issues WHERE severity <> 'info') AS issues""")
        councils = reader.rows("""WITH {named} SELECT council_key AS key, any_value(council) AS name, count(*) AS meetings,
            count(DISTINCT body_key) AS bodies, min(meeting_date) AS first, max(meeting_date) AS last
            FROM named GROUP BY council_key ORDER BY name NULLS LAST""")
        latest, whole = [], False
        with suppress(Busy):  # of a collection that is still gone through for what is masked
            latest = _counted(reader, reader.rows("WITH {named} SELECT * FROM named WHERE meeting_date IS NOT NULL "
                                                  "ORDER BY meeting_date DESC, council, body LIMIT 8"))
            whole = True
    answer = site.html("home.html", request, title="Council papers", counts=counts, councils=councils, latest=latest)
    answer.stale = not whole  # type: ignore[attr-defined]
    return answer


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
    return _counted(reader, reader.rows(f"WITH {{named}} SELECT * FROM named WHERE {where} ORDER BY meeting_date DESC NULLS LAST, body", args))


def _counted(reader: Reader, found: list[Row]) -> list[Row]:
    """Meetings, each with how many decisions and papers it has, and whether there are minutes of it."""
    packs = {"packs": packs_of(reader, [m["meeting_id"] for m in found])}
    counts = dict(reader.bare("SELECT meeting_id, count(*) FROM {kept:standing} WHERE meeting_id IN (SELECT unnest($met)) GROUP BY ALL",
                              {"met": [m["meeting_id"] for m in found]}))
    papers = {met: (n, minutes) for met, n, minutes in reader.bare(
        f"SELECT m.meeting_id, count(*), bool_or(t.kind = 'minutes') FROM stored.documents t {LINK} WHERE {{shown:documents}} GROUP BY ALL", packs)}
    return [{**m, "decisions": counts.get(m["meeting_id"], 0), "papers": n, "minutes": minutes}
            for m in found for n, minutes in [papers.get(m["meeting_id"], (0, False))]]


def packs_of(reader: Reader, meetings: list[str]) -> list[str]:
    """The packs that print something of these meetings."""
    return reader.ids("SELECT DISTINCT pack_id FROM stored.meeting_links WHERE meeting_id IN (SELECT unnest($m::VARCHAR[]))", {"m": meetings})


def meeting(site: Site, request: Request) -> Response:
    """A meeting: agenda, decisions with votes, attendance, papers, coverage."""
    key = request.path_params["meeting"]
    with site.read() as reader:
        found = reader.must("meeting of that id", "WITH {named} SELECT * FROM named WHERE meeting_id = ?", [key])
        packs = packs_of(reader, [key])

        def here(view: str) -> list[Row]:
            return [row for row in reader.of(view, packs) if row["meeting_id"] == key]

        papers = here("documents")
        headings = here("agenda_items")
        items = in_order(matters_of(headings), headings)
        resolved = decided(reader, reader.with_file(here("resolutions")), packs)
        files = {row["pack_id"]: row["file_name"] for row in reader.with_file(headings)}
        came, declared = here("attendance"), here("declarations")
        promised = reader.rows("SELECT * FROM stored.coverage t WHERE meeting_id = ? AND {shown:coverage} ORDER BY promised, number", [key])
    by_item: dict[str, list[Row]] = {}
    for d in resolved:
        by_item.setdefault(d["business_id"] or "", []).append(d)
    people = list({(a["name"], a["status"]): a for a in reversed(came)}.values())[::-1]
    return site.html("meeting.html", request, title=f"{found['body'] or 'Meeting'}, {found['council'] or ''}", meeting=found, papers=papers,
                     files=files, several=len({i["pack_id"] for i in items if i["pack_id"]}) > 1,
                     items=items,
                     by_item=by_item, people=people, declared=declared, promised=promised,
                     loose=[d for k, v in by_item.items() if k not in {i["business_id"] for i in items} for d in v],
                     cite=citation(found["council"], found["body"], found["meeting_date"], None, None, None))


def matters_of(headings: list[Row]) -> list[Row]:
    """The matters of a meeting, as view ``business`` has them: of its headings in all packs (rows of ``agenda_items``) what its page shows."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(headings, key=lambda row: (row["pack_id"], row["ordinal"])):
        groups.setdefault(row["business_id"], []).append(row)
    out = []
    for business, rows in groups.items():
        agenda, minutes = ([row for row in rows if (row["source"] == "agenda") == on] for on in (True, False))
        with_papers = next((row for row in (*agenda, *minutes) if row["first_page"] is not None), None)
        out.append({
            "business_id": business, "agenda_number": _first("number", agenda) or _first("agenda_number", rows),
            "minute_number": _first("minute_number", rows) or _first("number", [row for row in rows if row["source"] == "minutes"]),
            "title": _first("title", agenda or rows), "section": "exempt" if any(row["exempt"] for row in rows) else "public",
            "presenter": _first("presenter", [*agenda, *minutes]), "first_page": with_papers and with_papers["first_page"],
            "last_page": with_papers and with_papers["last_page"], "pack_id": with_papers and with_papers["pack_id"],
            "agenda_item_id": _first("item_id", agenda),
            "minutes_item_id": _first("item_id", [row for row in rows if row["source"] == "minutes"])})
    return out


def in_order(matters: list[Row], headings: list[Row]) -> list[Row]:
    """The matters as they come in the paper that has most of their headings, an agenda if there is one; each other one where its number puts it.

    Page numbers say nothing here: the papers of a matter may stand in a file of their own.
    """
    papers: dict[tuple[bool, str], list[Row]] = {}
    for row in headings:
        papers.setdefault((row["source"] == "agenda", row["document_id"]), []).append(row)
    main = max(papers.items(), key=lambda paper: (paper[0][0], len(paper[1]), paper[0][1]), default=(None, []))[1]
    place = {row["business_id"]: row["ordinal"] for row in reversed(main)}
    out = sorted((m for m in matters if m["business_id"] in place), key=lambda m: int(place[m["business_id"]]))
    for other in sorted((m for m in matters if m["business_id"] not in place), key=_number):
        before = [n for n, m in enumerate(out, 1) if _number(m) <= _number(other)]
        out.insert(max(before, default=0) if other["agenda_number"] or other["minute_number"] else len(out), other)
    return out


def _number(matter: Row) -> tuple[Any, ...]:
    return _order(matter["agenda_number"] or matter["minute_number"])


def _first(column: str, rows: list[Row]) -> Any:
    return next((row[column] for row in rows if row[column] is not None), None)


def _order(number: str | None) -> tuple[Any, ...]:
    return tuple((0, int(p)) if p.isdigit() else (1, p) for p in re.findall(r"\d+|[a-z]+", (number or "~").lower()))


_FIRST: Row = {"rank": 1}
_UNSAID: Row = {"outcome": None, "method": None}


def decided(reader: Reader, rows: list[Row], packs: list[str]) -> list[Row]:
    """Of rows of view ``resolutions`` those at their best printing, lost ones too, each with its vote: counts as printed, names behind it, a bar.

    ``packs`` are those that hold them.
    """
    def beside(sql: str, column: str) -> dict[str, Row]:
        """Rows that belong to these, by their id. One question after another: all joined at once they take longer to plan than to read."""
        ids = sorted({r[column] for r in rows if r[column]})
        return {found[column]: found for found in reader.rows(f"{sql} WHERE t.{column} IN (SELECT unnest($ids::VARCHAR[]))",
                                                              {"ids": ids, "packs": packs})} if ids else {}

    ranks = beside("SELECT t.resolution_id, t.rank FROM stored.decision_links t", "resolution_id")
    rows = [r for r in rows if ranks.get(r["resolution_id"], _FIRST)["rank"] == 1]
    taken = beside("SELECT t.division_id, t.outcome, t.method FROM stored.divisions t", "division_id")
    moved = beside("SELECT t.motion_id, t.outcome FROM stored.motions t", "motion_id")
    headed = beside("SELECT t.item_id, t.business_id FROM stored.agenda_items t", "item_id")
    matters = reader.matters(packs) if headed else {}
    for r in rows:
        vote = taken.get(r["division_id"], _UNSAID)
        r["result"] = r["outcome"] or vote["outcome"] or moved.get(r["motion_id"], _UNSAID)["outcome"]
        r["method"] = vote["method"]
        heading = headed.get(r["item_id"])
        r["business_id"] = (matters.get(r["item_id"]) or heading["business_id"] or r["item_id"]) if heading else None
    divisions = sorted({r["division_id"] for r in rows if r["division_id"]})
    votes: dict[str, dict[str, list[Row]]] = {}
    if divisions:
        for v in reader.of("division_votes", packs, "t.division_id IN (SELECT unnest($d))", {"d": divisions}):
            votes.setdefault(v["division_id"], {}).setdefault(v["option"], []).append(v)
    for r in rows:
        r["names"] = votes.get(r["division_id"], {})
        r["bar"] = vote_bar(r, r["names"])
    return rows


def item(site: Site, request: Request) -> Response:
    """A matter of a meeting: where it is printed, its papers, what was recommended, what was decided."""
    key = request.path_params["item"]
    with site.read() as reader:
        found = next(iter(reader.with_file(reader.of("agenda_items", [pack_of(key)], "t.item_id = $id", {"id": key}))), None)
        if found is None:
            raise NotFound("There is no item of that id.")
        found |= reader.named(found["meeting_id"])
        ids = reader.ids("SELECT item_id FROM stored.business_links WHERE business_id = ?", [found["business_id"]]) or [key]
        same = _of_items(reader, "agenda_items", ids)
        ids = [row["item_id"] for row in same]
        same.sort(key=lambda row: str(row["source"]))
        papers, printed = _of_items(reader, "documents", ids), _of_items(reader, "tables", ids)
        recommended = with_outcome(reader, _of_items(reader, "recommendations", ids))
        resolved = decided(reader, _of_items(reader, "resolutions", ids), _packs(ids))
    return site.html("item.html", request, title=found["title"], item=found, same=same, papers=papers, recommended=recommended, decided=resolved,
                     tables=printed, cite=citation(found["council"], found["body"], found["meeting_date"], found["number"], found["file_name"],
                                                   found["page"]))


def _packs(ids: list[str]) -> list[str]:
    return sorted({pack_of(each) for each in ids})


def _of_items(reader: Reader, view: str, ids: list[str]) -> list[Row]:
    """Rows of a view that stand under one of these items, each with its file's name."""
    return reader.with_file(reader.of(view, _packs(ids), "t.item_id IN (SELECT unnest($ids::VARCHAR[]))", {"ids": ids})) if ids else []


def with_outcome(reader: Reader, recommended: list[Row]) -> list[Row]:
    """Rows of view ``recommendations``, each with what became of it."""
    ids = [row["recommendation_id"] for row in recommended]
    became = dict(reader.bare("SELECT t.recommendation_id, t.outcome FROM stored.outcome_links t WHERE t.recommendation_id IN (SELECT unnest($ids)) "
                              "AND {shown:outcome_links}",
                              {"ids": ids, "packs": _packs(ids)})) if ids else {}
    return [{**row, "outcome": became.get(row["recommendation_id"])} for row in recommended]


def person(site: Site, request: Request) -> Response:
    """A person: forms of the name, meetings, what was moved and seconded (adopted or not), votes, declarations of interest."""
    key = request.path_params["person"]
    with site.read() as reader:
        found = reader.must("person of that id", "SELECT * FROM people WHERE person_id = ?", [key])
        names = reader.rows("SELECT * FROM person_names WHERE person_id = ? ORDER BY records DESC, name", [key])
        said: dict[str, list[str]] = {"attendance": [], "motions": [], "resolutions": [], "division_votes": [], "declarations": []}
        movers = set()
        for record_id, kind, field in reader.bare("SELECT record_id, kind, field FROM stored.person_links WHERE person_id = ?", [key]):
            if kind in said:
                said[kind].append(record_id)
            if field == "mover":
                movers.add(record_id)
        came = reader.rows(f"WITH {{named}} SELECT DISTINCT g.meeting_id, g.body, g.meeting_date, t.status, t.role FROM stored.attendance t {LINK} "
                           "JOIN named g ON g.meeting_id = m.meeting_id WHERE t.attendance_id IN (SELECT unnest($ids::VARCHAR[])) "
                           "AND {shown:attendance} ORDER BY g.meeting_date DESC LIMIT 200",
                           _among(said["attendance"])) if said["attendance"] else []
        moved = reader.rows(f"WITH {{named}} SELECT t.resolution_id, t.text, t.outcome, t.page, t.pack_id, g.body, g.meeting_date "
                            f"FROM stored.resolutions t {LINK} LEFT JOIN named g ON g.meeting_id = m.meeting_id "
                            "WHERE t.resolution_id IN (SELECT unnest($ids::VARCHAR[])) "
                            "AND {shown:resolutions} ORDER BY g.meeting_date DESC, t.pack_id, t.ordinal LIMIT 200",
                            _among(list(dict.fromkeys(said["resolutions"])))) if said["resolutions"] else []
        moved = [{**row, "record_id": row["resolution_id"], "moved": row["resolution_id"] in movers} for row in moved]
        moved += [{**row, "moved": row["record_id"] in movers} for row in _only_moved(reader, said["motions"])]
        moved.sort(key=lambda row: row["meeting_date"] or dt.date.min, reverse=True)
        voted = _votes_of(reader, said["division_votes"])
        declared = reader.rows("WITH {named} SELECT t.declaration_id, t.text, t.page, t.pack_id, g.body, g.meeting_date FROM stored.declarations t "
                               f"{LINK} LEFT JOIN named g ON g.meeting_id = m.meeting_id WHERE t.declaration_id IN (SELECT unnest($ids::VARCHAR[])) "
                               "AND {shown:declarations} ORDER BY g.meeting_date DESC, t.pack_id, t.ordinal LIMIT 200",
                               _among(said["declarations"])) if said["declarations"] else []
    return site.html("person.html", request, title=found["name"], person=found, names=names, came=came, moved=moved, voted=voted, declared=declared)


def _only_moved(reader: Reader, ids: list[str]) -> list[Row]:
    """The motions of these ids that no resolution adopts: amendments, and what was lost or withdrawn."""
    return reader.rows(
        "WITH {named} SELECT t.motion_id AS record_id, t.text, t.outcome, t.page, t.pack_id, g.body, g.meeting_date FROM "
        "(SELECT o.*, d.pack_meeting_id FROM stored.motions o JOIN stored.documents d ON d.document_id = o.document_id) t "
        f"{LINK} LEFT JOIN named g ON g.meeting_id = m.meeting_id WHERE t.motion_id IN (SELECT unnest($ids::VARCHAR[])) "
        "AND NOT EXISTS (SELECT 1 FROM stored.resolutions r WHERE r.motion_id = t.motion_id) AND {shown:motions} "
        "ORDER BY g.meeting_date DESC, t.pack_id, t.ordinal LIMIT 200", _among(list(dict.fromkeys(ids)))) if ids else []


def _among(ids: list[str]) -> dict[str, Any]:
    return {"ids": ids, "packs": _packs(ids)}


def _votes_of(reader: Reader, ids: list[str]) -> list[Row]:
    """The votes of these ids, the latest 300, each with what was voted on."""
    if not ids:
        return []
    here = _among(ids)
    votes = reader.rows("SELECT DISTINCT t.division_id, t.option, t.page, t.pack_id FROM stored.division_votes t "
                        "WHERE t.division_vote_id IN (SELECT unnest($ids::VARCHAR[])) AND {shown:division_votes} "
                        "ORDER BY t.pack_id, t.page, t.division_id", here)
    on = {row["division_id"]: row for row in reader.rows(
        "WITH {named} SELECT t.division_id, arg_min(t.text, t.ordinal) AS text, arg_min(t.resolution_id, t.ordinal) AS resolution_id, "
        f"any_value(g.body) AS body, any_value(g.meeting_date) AS meeting_date FROM stored.resolutions t {LINK} "
        "LEFT JOIN named g ON g.meeting_id = m.meeting_id WHERE t.division_id IN (SELECT unnest($divisions::VARCHAR[])) "
        "AND {shown:resolutions} GROUP BY t.division_id",
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
    wanted = wanted_of(request, 0 if form else (page - 1) * PER_PAGE, MOST if form else PER_PAGE)
    found, behind = site.found(wanted)
    if form:
        names = ["kind", "date", "council", "body", "item", "title", "text", "outcome", "file_name", "page", "record_id"]
        rows = [(h.kind, h.date, h.council, h.body, h.label, "".join(t for t, _ in h.title), "".join(t for t, _ in h.snippet), h.outcome, h.file_name,
                 h.page, h.record_id) for h in found.hits]
        return download("search", form, names, rows)
    given = {k: v for k in ("q", "kind", "council", "body", "outcome", "from", "to", "order") if (v := params.get(k, "")[:400])}
    answer = site.html("search.html", request, title=f"Search: {wanted.words}" if wanted.words else "Search", q=wanted.words, found=found,
                       wanted=wanted,
                       given=given, page=page, behind=behind, pages=min(-(-found.total // PER_PAGE), MOST // PER_PAGE), kinds_found=KINDS, most=MOST)
    answer.stale = behind  # type: ignore[attr-defined]
    return answer
