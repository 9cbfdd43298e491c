"""The printed page beside the fact: the page's picture with the place outlined, the PDF itself, or the stored words where it is gone."""

from __future__ import annotations

import os
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from papermine.errors import NotFound
from papermine.provenance import pack_of
from papermine.records import KINDS
from papermine.serve.browse import decided, decisions_of, recommended_by
from papermine.serve.site import Reader, Row, Site
from papermine.serve.words import KIND_NAMES, citation, day, paper_name

_KEYS = {kind.table: kind.key for kind in KINDS if kind.table != "files"}
_KINDS = {"": "packs"} | {key.removeprefix("pack_").removesuffix("_id"): table for table, key in _KEYS.items()}
"""View by the word that an id has after its pack ("item", "report_field")."""


def record(site: Site, request: Request) -> Response:
    """Any record: its fields, its words as printed, its page."""
    key = request.path_params["record"]
    with site.read() as reader:
        kind, fields = record_of(reader, key)
        places = places_of(reader, key)
        here = {"id": key, "packs": [fields["pack_id"]]}
        pack = _pack(reader, fields["pack_id"])
        about = about_of(reader, fields)
        resolved = decided(reader, [{**fields, "file_name": pack["file_name"]}], here["packs"]) if kind == "resolutions" else []
        printings = printings_of(reader, key) if kind == "resolutions" else []
        outcome = reader.one("WITH here AS MATERIALIZED (SELECT * FROM recommendation_outcomes WHERE pack_id = ?) FROM here "
                             "WHERE recommendation_id = ?", [pack_of(key), key]) if kind == "recommendations" else None
    page = next((p["page"] for p in places), fields.get("page") or fields.get("first_page"))
    label = next((p["page_label"] for p in places), None)
    title = str(about.get("item_title") or fields.get("title") or fields.get("name") or fields.get("person_name") or fields.get("message")
                or _called(kind, fields, about))
    return site.html("record.html", request, title=title, kind=kind, fields=fields, places=places, pack=pack, about=about, key=key, page=page,
                     decided=resolved, printings=printings, outcome=outcome, has_file=_file(pack) is not None,
                     cite=citation(about.get("council"), about.get("body"), about.get("meeting_date"),
                                   fields.get("item_number") or about.get("item_number"),
                                   pack["file_name"], page, label))


def _called(kind: str, fields: Row, about: Row) -> str:
    """A record that has no title of its own: "Recommendation 4, Workplace parking levy"."""
    name = " ".join(str(v) for v in (KIND_NAMES.get(kind, kind.replace("_", " ")), fields.get("number")) if v)
    return f"{name}, {paper_name(about.get('paper_kind'), about.get('paper'))}" if about.get("document_id") else name


def record_of(reader: Reader, key: str) -> tuple[str, Row]:
    """(kind, fields) of a record by its id. Raises `NotFound`."""
    kind = kind_of(key)
    # the pack's rows first: to compare the ids of all packs costs more than all else here
    found = reader.one(f'WITH here AS MATERIALIZED (FROM {{{kind}}}) FROM here WHERE "{_KEYS[kind]}" = $id LIMIT 1',
                       {"id": key, "packs": [pack_of(key)]}) if kind else None
    if kind is None or found is None:
        raise NotFound("There is no record of that id.")
    return kind, found


def kind_of(key: str) -> str | None:
    """The view that holds the record of an id, as the id says it.

    >>> kind_of("1c30cb07dc844ef5:report-field:4.2"), kind_of("1c30cb07dc844ef5:table:2.2:p2:1.3"), kind_of("nothing:of:that kind")
    ('report_fields', 'printed_cells', None)
    """
    _, _, rest = key.partition(":")
    name, *place = rest.replace("-", "_").split(":")
    if name == "table" and len(place) > 1:
        return "printed_cells" if len(place) > 2 else "table_columns" if place[1].startswith("c") else "table_cells"
    return _KINDS.get(name)


def places_of(reader: Reader, key: str) -> list[Row]:
    """Where a record is printed, in order. An id says its kind, so that the cells of all tables need not be looked through."""
    kind = kind_of(key)
    view = "evidence" if kind in ("table_cells", "printed_cells") else "record_evidence"
    return reader.rows(f"WITH here AS MATERIALIZED (FROM {{{view}}} WHERE kind = '{kind}') FROM here WHERE record_id = $id ORDER BY ordinal",
                       {"id": key, "packs": [pack_of(key)]}) if kind else []


def printings_of(reader: Reader, key: str) -> list[Row]:
    """All printings of the decision that a resolution is a printing of, the best first."""
    decision = next(iter(reader.ids("SELECT decision_id FROM stored.decision_links WHERE resolution_id = ?", [key])), key)
    packs = reader.ids("SELECT DISTINCT pack_id FROM stored.decision_links WHERE decision_id = ?", [decision])
    return reader.rows("SELECT * FROM {decision_printings} WHERE decision_id = $id ORDER BY rank", {"id": decision, "packs": packs or [pack_of(key)]})


def about_of(reader: Reader, fields: Row) -> Row:
    """Meeting, item and paper that a record belongs to."""
    here = {"packs": [fields["pack_id"]]}
    about: Row = dict.fromkeys(("document_id", "paper", "paper_kind", "meeting_id", "council", "body", "meeting_date", "council_key", "body_key",
                                "item_id", "item_title", "item_number"))
    paper = reader.one("SELECT document_id, title AS paper, kind AS paper_kind, item_id, meeting_id FROM {documents} WHERE document_id = $document",
                       {"document": fields["document_id"], **here}) if fields.get("document_id") else None
    item_id = fields.get("item_id") or (paper or {}).get("item_id")
    item = reader.one("SELECT item_id, title AS item_title, number AS item_number, meeting_id FROM {agenda_items} WHERE item_id = $item",
                      {"item": item_id, **here}) if item_id else None
    met = fields.get("meeting_id") or (paper or {}).get("meeting_id") or (item or {}).get("meeting_id")
    named = reader.one("WITH {named} SELECT meeting_id, council, body, meeting_date, council_key, body_key FROM named WHERE meeting_id = ?",
                       [met]) if met else None
    return about | (paper or {}) | {"item_id": None} | (item or {}) | {"meeting_id": None} | (named or {})


def paper(site: Site, request: Request) -> Response:
    """A paper: what it is, its pages, and what was found in it."""
    key = request.path_params["paper"]
    here = {"id": key, "packs": [pack_of(key)]}
    with site.read() as reader:
        found = reader.must("paper of that id", "WITH {named} SELECT d.*, k.file_name, g.council, g.body, g.meeting_date, g.council_key, g.body_key, "
                            "s.source_url FROM {documents} d JOIN {packs} k USING (pack_id) LEFT JOIN {pack_sources} s USING (pack_id) "
                            "LEFT JOIN named g USING (meeting_id) WHERE d.document_id = $id", here)
        header = reader.one("SELECT * FROM {reports} WHERE document_id = $id", here)
        recommended = recommended_by(reader, "r.document_id = $id", here)
        sections = reader.rows("SELECT * FROM {report_sections} WHERE document_id = $id ORDER BY ordinal", here)
        tables = reader.rows("SELECT * FROM {tables} WHERE document_id = $id ORDER BY ordinal", here)
        resolved = decisions_of(reader, "r.document_id = $id", here)
        items = reader.rows("SELECT * FROM {agenda_items} WHERE document_id = $id ORDER BY ordinal", here)
    title = paper_name(found["kind"], found["title"])
    if title in ("Agenda", "Minutes"):
        title = ", ".join(str(v) for v in (title, found["body"], day(found["meeting_date"])) if v)
    return site.html("paper.html", request, title=title, paper=found, header=header, recommended=recommended,
                     sections=sections, tables=tables, decided=resolved, items=items,
                     cite=citation(found["council"], found["body"], found["meeting_date"], None, found["file_name"], found["first_page"]))


def pack(site: Site, request: Request) -> Response:
    """A pack: the file, its papers, its issues."""
    key = request.path_params["pack"]
    with site.read() as reader:
        found = _pack(reader, key)
        papers = reader.rows("WITH {named} SELECT d.*, g.body, g.meeting_date FROM {documents} d LEFT JOIN named g USING (meeting_id) "
                             "ORDER BY d.ordinal", {"packs": [key]})
        issues = reader.rows("SELECT * FROM {issues} ORDER BY page NULLS FIRST, ordinal", {"packs": [key]})
    return site.html("pack.html", request, title=found["file_name"], pack=found, papers=papers, issues=issues, has_file=_file(found) is not None)


def _pack(reader: Reader, key: str) -> Row:
    return reader.must("pack of that id", """SELECT k.*, s.source_url, s.published, s.licence, f.paths FROM {packs} k
        LEFT JOIN {pack_sources} s USING (pack_id)
        LEFT JOIN (SELECT pack_id, list({'path': path, 'size': size, 'modified': modified_ns} ORDER BY path) AS paths FROM {files}
                   GROUP BY pack_id) f USING (pack_id)""", {"packs": [key]})


def _file(pack: Row) -> str | None:
    """A path of the pack whose file is still the one that was read."""
    for copy in pack["paths"] or ():
        try:
            found = os.stat(copy["path"])
        except OSError:
            continue
        if found.st_size == copy["size"] and (found.st_mtime_ns == copy["modified"] or _holds(copy["path"], pack["sha256"])):
            return str(copy["path"])
    return None


def _holds(path: str, sha256: str) -> bool:
    import hashlib
    try:
        with open(path, "rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest() == sha256
    except OSError:
        return False


def page(site: Site, request: Request) -> Response:
    """A printed page, a record's place outlined on it, words highlighted."""
    key, number = request.path_params["pack"], request.path_params["page"]
    chosen, q = request.query_params.get("record", "")[:200], request.query_params.get("q", "")[:400]
    with site.read() as reader:
        found = _pack(reader, key)
        sheet = reader.must(f"page {number} of {found['file_name']}", "SELECT * FROM {pages} WHERE page = $n", {"n": number, "packs": [key]})
        places = [p for p in places_of(reader, chosen) if p["pack_id"] == key] if chosen else []
        here = [p for p in places if p["page"] == number]
        whole = [p for p in here if p["field"] is None] or here
        paper = reader.one("WITH {named} SELECT d.*, g.council, g.body, g.meeting_date FROM {documents} d LEFT JOIN named g USING (meeting_id) "
                           "WHERE $n BETWEEN d.first_page AND d.last_page", {"packs": [key], "n": number})
        records = reader.rows("""SELECT record_id, any_value(kind) AS kind, any_value(text) AS text, min(top) AS top FROM {record_evidence}
            WHERE page = $n AND field IS NULL AND kind IN ('resolutions', 'agenda_items', 'recommendations', 'tables', 'motions',
            'divisions', 'reports', 'report_sections', 'attendance', 'declarations') GROUP BY record_id ORDER BY top""",
            {"packs": [key], "n": number})
        path = _file(found)
        words: list[Row] = []
        if path is None:
            words = reader.rows("SELECT pack_id, x0, top, x1, bottom, text FROM {evidence} WHERE page = $n AND kind <> 'mentions' "
                                "AND text <> '' ORDER BY top, x0", {"n": number, "packs": [key]})
        pages = reader.one("SELECT max(page) FILTER (page < $n) AS before, min(page) FILTER (page > $n) AS after FROM {pages}",
                           {"n": number, "packs": [key]}) or {}
    marks = _marks(site, path, key, number, whole, q) if path else []
    of = paper or {}
    answer = site.html("page.html", request, title=f"{found['file_name']}, page {number}", pack=found, sheet=sheet, places=whole, chosen=chosen,
                       q_page=q,
                       others=sorted({p["page"] for p in places} - {number}), paper=paper, records=records, has_file=path is not None, marks=marks,
                       words=_lines(words, whole if path is None else []), pages=pages, number=number, web_url=found["source_url"],
                       cite=citation(of.get("council"), of.get("body"), of.get("meeting_date"), None, found["file_name"], number,
                                     sheet["page_label"]))
    answer.stale = path is None  # type: ignore[attr-defined]
    return answer


def _marks(site: Site, path: str, key: str, number: int, places: list[Row], q: str) -> list[tuple[str, float, float, float, float]]:
    """Boxes to tint: words of the question, and the words inside the record's place."""
    asked = set(site.index.analyzer.analyze(q.replace('"', " ").replace("*", " "))) if q else set()
    if not asked and not places:
        return []
    out = []
    for w in site.painter.words([path], key, number):
        x, y = (w.x0 + w.x1) / 2, (w.top + w.bottom) / 2
        if asked and asked & set(site.index.analyzer.analyze(w.text)):
            out.append(("found", w.x0, w.top, w.x1, w.bottom))
        elif any(p["x0"] <= x <= p["x1"] and p["top"] <= y <= p["bottom"] for p in places):
            out.append(("word", w.x0, w.top, w.x1, w.bottom))
    return out


def _lines(words: list[Row], first: list[Row]) -> list[Row]:
    """Stored words by box: those of the record that is looked at, then the smallest boxes first, and none inside which another was drawn."""
    kept: list[Row] = [p for p in first if p["text"]]
    for w in sorted(words, key=lambda w: (w["x1"] - w["x0"]) * (w["bottom"] - w["top"])):
        if not any(k["x0"] >= w["x0"] - 1 and k["x1"] <= w["x1"] + 1 and k["top"] >= w["top"] - 1 and k["bottom"] <= w["bottom"] + 1 for k in kept):
            kept.append(w)
    return sorted(kept, key=lambda w: (w["top"], w["x0"]))


def picture(site: Site, request: Request) -> Response:
    """The page as a PNG. A pack's id is the hash of its bytes, so that the picture may be kept for good."""
    key, number = request.path_params["pack"], request.path_params["page"]
    tag = f'"{key}-{number}-{"public" if site.public else "all"}"'
    if not site.public and request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    with site.read() as reader:
        found = _pack(reader, key)
        reader.must(f"page {number} of {found['file_name']}", "SELECT 1 AS here FROM {pages} WHERE page = $n",
                    {"n": number, "packs": [key]})
    path = _file(found)
    if path is None:
        raise NotFound("The PDF is no longer where it was read.")
    hidden = tuple(hidden_words(site, path, key, number)) if site.public else ()
    body = site.painter.picture([path], key, number, hidden)
    return Response(body, media_type="image/png", headers={"ETag": tag, "Cache-Control": "no-cache" if site.public else "private, max-age=86400"})


def hidden_words(site: Site, path: str, key: str, number: int) -> list[tuple[float, float, float, float]]:
    """Boxes of the words that the mask takes out of the page's text."""
    curtain = site.curtain()
    if curtain is None:
        return []
    words = site.painter.words([path], key, number)
    text, spans = "", []
    for w in words:
        spans.append((len(text), len(text) + len(w.text)))
        text += w.text + " "
    out = []
    for start, end in curtain.spans(text, key):
        out += [(w.x0, w.top, w.x1, w.bottom) for w, (a, b) in zip(words, spans, strict=True) if a < end and b > start]
    return out


def pdf(site: Site, request: Request) -> Response:
    """The PDF itself. Not in public: it holds what is masked."""
    if site.public:
        raise NotFound("This server shows no PDF files: the council's own copy is linked where its address is known.")
    with site.read() as reader:
        found = _pack(reader, request.path_params["pack"])
    path = _file(found)
    if path is None:
        raise NotFound("The PDF is no longer where it was read.")
    name = quote(found["file_name"])
    return FileResponse(path, media_type="application/pdf", headers={"Content-Disposition": f"inline; filename*=UTF-8''{name}",
                                                                     "Cache-Control": "private, max-age=3600"})
