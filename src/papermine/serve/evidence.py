"""The printed page beside the fact: the page's picture with the place outlined, the PDF itself, or the stored words where it is gone."""

from __future__ import annotations

import os
from collections import Counter
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from papermine import regex as re
from papermine.errors import NotFound, UnreadableFile
from papermine.export.pieces import parts
from papermine.provenance import Box, pack_of
from papermine.records import KINDS
from papermine.serve.browse import decided, with_outcome
from papermine.serve.curtain import PageText
from papermine.serve.reader import Reader, Row
from papermine.serve.site import Site
from papermine.serve.words import KIND_NAMES, citation, day, paper_name
from papermine.serve.workers import Broken, TimeIsUp
from papermine.store import JOINED

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
        outcome = _outcome(reader, key) if kind == "recommendations" else None
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


def _outcome(reader: Reader, key: str) -> Row | None:
    """What became of a recommendation."""
    resolved = reader.ids("SELECT resolution_id FROM stored.outcome_links WHERE recommendation_id = $id", {"id": key, "packs": [pack_of(key)]})
    packs = sorted({pack_of(each) for each in (key, *resolved) if each})
    return reader.one("SELECT * FROM {recommendation_outcomes} WHERE recommendation_id = $id", {"id": key, "packs": packs}) if resolved else None


def record_of(reader: Reader, key: str) -> tuple[str, Row]:
    """(kind, fields) of a record by its id. Raises `NotFound`."""
    kind = kind_of(key)
    found: list[Row] = []
    if kind in JOINED:
        found = reader.of(kind, [pack_of(key)], f't."{_KEYS[kind]}" = $id', {"id": key})
    elif kind:
        found = reader.rows(f'SELECT * FROM {{{kind}}} WHERE "{_KEYS[kind]}" = $id LIMIT 1', {"id": key, "packs": [pack_of(key)]})
    if kind is None or not found or (kind in ("table_cells", "printed_cells") and _part_of_a_name(reader, found[0])):
        raise NotFound("There is no record of that id.")
    return kind, found[0]


def _part_of_a_name(reader: Reader, cell: Row) -> bool:
    """Does the cell print a part of a name that is masked, which its neighbours print the rest of?"""
    curtain, pack = reader.curtain, pack_of(cell["table_id"])
    if curtain is None:
        return False
    cells = reader.bare("SELECT t.row_index, t.column_index, coalesce(t.text, ''), t.cell_id FROM stored.table_cells t WHERE t.table_id = $id",
                        {"id": cell["table_id"], "packs": [pack]})
    over = parts([(row, column, text) for row, column, text, _ in cells], lambda text: curtain.spans(text, pack))
    return any(key == cell["cell_id"] and (row, column) in over for row, column, _, key in cells)


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
    if kind in ("table_cells", "printed_cells"):
        return reader.rows(f"WITH here AS MATERIALIZED (FROM {{evidence}} WHERE kind = '{kind}') FROM here WHERE record_id = $id ORDER BY ordinal",
                           {"id": key, "packs": [pack_of(key)]})
    return reader.places(pack_of(key), f"t.kind = '{kind}' AND t.record_id = $id", {"id": key}) if kind else []


def printings_of(reader: Reader, key: str) -> list[Row]:
    """All printings of the decision that a resolution is a printing of, the best first; none where it is printed once."""
    found = reader.bare("SELECT decision_id, printings FROM stored.decision_links WHERE resolution_id = $id", {"id": key, "packs": [pack_of(key)]})
    if not found or found[0][1] < 2:
        return []
    packs = reader.ids("SELECT DISTINCT pack_id FROM stored.decision_links WHERE decision_id = ?", [found[0][0]])
    return reader.rows("SELECT * FROM {decision_printings} WHERE decision_id = $id ORDER BY rank", {"id": found[0][0], "packs": packs})


def about_of(reader: Reader, fields: Row) -> Row:
    """Meeting, item and paper that a record belongs to."""
    packs = [fields["pack_id"]]
    about: Row = dict.fromkeys(("document_id", "paper", "paper_kind", "meeting_id", "item_id", "item_title", "item_number"))
    paper = next(iter(reader.of("documents", packs, "t.document_id = $id", {"id": fields["document_id"]})), {}) if fields.get("document_id") else {}
    item_id = fields.get("item_id") or paper.get("item_id")
    item = next(iter(reader.of("agenda_items", packs, "t.item_id = $id", {"id": item_id})), {}) if item_id else {}
    if paper:
        about |= {"document_id": paper["document_id"], "paper": paper["title"], "paper_kind": paper["kind"]}
    if item:
        about |= {"item_id": item["item_id"], "item_title": item["title"], "item_number": item["number"]}
    return about | reader.named(fields.get("meeting_id") or paper.get("meeting_id") or item.get("meeting_id"))


def paper(site: Site, request: Request) -> Response:
    """A paper: what it is, its pages, and what was found in it."""
    key = request.path_params["paper"]
    packs = [pack_of(key)]
    with site.read() as reader:
        def here(view: str) -> list[Row]:
            return reader.of(view, packs, "t.document_id = $id", {"id": key})

        found = next(iter(here("documents")), None)
        if found is None:
            raise NotFound("There is no paper of that id.")
        about = _pack(reader, found["pack_id"])
        found |= {"file_name": about["file_name"], "source_url": about["source_url"], **reader.named(found["meeting_id"])}
        header = next(iter(here("reports")), None)
        recommended = with_outcome(reader, reader.with_file(here("recommendations")))
        sections, tables, items = here("report_sections"), here("tables"), here("agenda_items")
        resolved = decided(reader, reader.with_file(here("resolutions")), packs)
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
        papers = [{**row, **reader.named(row["meeting_id"])} for row in reader.of("documents", [key])]
        issues = reader.rows("SELECT * FROM {issues} ORDER BY page NULLS FIRST, ordinal", {"packs": [key]})
    return site.html("pack.html", request, title=found["file_name"], pack=found, papers=papers, issues=issues, has_file=_file(found) is not None)


def _pack(reader: Reader, key: str) -> Row:
    found = next(iter(reader.of("packs", [key])), None)
    if found is None:
        raise NotFound("There is no pack of that id.")
    return found | (reader.one("SELECT arg_min(source_url, path) AS source_url, arg_min(published, path) AS published, "
                               "arg_min(licence, path) AS licence, "
                               "list({'path': path, 'size': size, 'modified': modified_ns} ORDER BY path) AS paths FROM stored.files",
                               {"packs": [key]}) or {})


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


_NAMED_ON_PAGE = ("t.page = $n AND t.field IS NULL AND t.kind IN ('resolutions', 'agenda_items', 'recommendations', 'tables', 'motions', "
                  "'divisions', 'reports', 'report_sections', 'attendance', 'declarations')")
"""Places of the records that the side of a page's picture names."""


def page(site: Site, request: Request) -> Response:
    """A printed page, a record's place outlined on it, words highlighted."""
    key, number = request.path_params["pack"], request.path_params["page"]
    chosen, q = request.query_params.get("record", "")[:200], request.query_params.get("q", "")[:400]
    with site.read() as reader:
        found = _pack(reader, key)
        sheet = next(iter(reader.of("pages", [key], "t.page = $n", {"n": number})), None)
        if sheet is None:
            raise NotFound(f"There is no page {number} of {found['file_name']}.")
        places = [p for p in places_of(reader, chosen) if p["pack_id"] == key] if chosen else []
        here = [p for p in places if p["page"] == number]
        whole = [p for p in here if p["field"] is None] or here
        paper = next(iter(reader.of("documents", [key], "$n BETWEEN t.first_page AND t.last_page", {"n": number})), None)
        paper = paper and paper | reader.named(paper["meeting_id"])
        records: dict[str, Row] = {}
        for place in reader.places(key, _NAMED_ON_PAGE, {"n": number}):
            first = records.setdefault(place["record_id"], place)
            first["top"] = min(first["top"], place["top"])
        file = _file(found)
        text = _read_of(reader, key, number)
        pages = reader.one("SELECT max(t.page) FILTER (t.page < $n) AS before, min(t.page) FILTER (t.page > $n) AS after FROM stored.pages t "
                           "WHERE {shown:pages}", {"n": number, "packs": [key]}) or {}
    hidden = hidden_words(site, file, key, number, text) if file and text is not None else None
    path = None if hidden is None else file
    words: list[Row] = []
    if path is None:
        with site.read() as reader:
            words = reader.rows("SELECT pack_id, page, x0, top, x1, bottom, text FROM {evidence} WHERE page = $n AND kind <> 'mentions' "
                                "AND text <> '' ORDER BY top, x0", {"n": number, "packs": [key]})
    words = _lines(words, whole if path is None else [])
    if (curtain := site.curtain()) is not None:  # a name over two cells is two of them
        over = parts(((0, k, w["text"]) for k, w in enumerate(words)), lambda shown: curtain.spans(shown, key))
        words = [w | {"text": over.get((0, k), w["text"])} for k, w in enumerate(words)]
    marks = _marks(site, path, key, number, whole, q, set(hidden or ())) if path else []
    of = paper or {}
    answer = site.html("page.html", request, title=f"{found['file_name']}, page {number}", pack=found, sheet=sheet, places=whole, chosen=chosen,
                       q_page=q,
                       others=sorted({p["page"] for p in places} - {number}), paper=paper, records=sorted(records.values(), key=lambda r: r["top"]),
                       has_file=file is not None, pictured=path is not None, marks=marks,
                       words=words, pages=pages, number=number, web_url=found["source_url"],
                       cite=citation(of.get("council"), of.get("body"), of.get("meeting_date"), None, found["file_name"], number,
                                     sheet["page_label"]))
    answer.stale = file is None  # type: ignore[attr-defined]
    return answer


def _read_of(reader: Reader, key: str, number: int) -> PageText | None:
    """A page as it was read, without masks; None where there is no such page that may be shown."""
    found = reader.bare("SELECT t.text FROM stored.pages t WHERE t.page = $n AND {shown:pages}", {"n": number, "packs": [key]})
    if not found:
        return None
    masked = reader.curtain.parted(key, number, reader.stored).masked if reader.curtain is not None else frozenset()
    return PageText(str(found[0][0]), masked)


def _marks(site: Site, path: str, key: str, number: int, places: list[Row], q: str, hidden: set[Box]) -> list[tuple[str, float, float, float, float]]:
    """Boxes to tint: words of the question, and the words inside the record's place, but none that is ``hidden``."""
    asked = set(site.index.analyzer.analyze(q.replace('"', " ").replace("*", " "))) if q else set()
    if not asked and not places:
        return []
    out = []
    for w in site.painter.words([path], key, number):
        if Box(w.x0, w.top, w.x1, w.bottom) in hidden:
            continue  # whose name is asked for must not show under the paint
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
        text = _read_of(reader, key, number)
        if text is None:
            raise NotFound(f"There is no page {number} of {found['file_name']}.")
    path = _file(found)
    if path is None:
        raise NotFound("The PDF is no longer where it was read.")
    hidden = hidden_words(site, path, key, number, text)
    if hidden is None:
        raise NotFound("The picture of this page is not shown.")
    body = site.painter.picture([path], key, number, tuple(hidden))
    return Response(body, media_type="image/png", headers={"ETag": tag, "Cache-Control": "no-cache" if site.public else "private, max-age=86400"})


def hidden_words(site: Site, path: str, key: str, number: int, read: PageText) -> list[Box] | None:
    """Boxes of the words that the mask takes out of the page.

    ``read`` is what was read of it. None: what is masked there is not found on the page, or nothing was read, so that its picture is not to be shown.
    """
    curtain = site.curtain()
    if curtain is None:
        return []
    try:
        words = site.painter.words([path], key, number)
    except (NotFound, UnreadableFile, Broken, TimeIsUp):
        return None  # its stored words are shown all the same
    printed, places = "", []
    for w in words:
        places.append((len(printed), len(printed) + len(w.text)))
        printed += w.text + "\n"  # a line may end after each: it is a space to a mask, and more where it cuts a word
    out: list[Box] = []
    found: Counter[str] = Counter()
    for start, end in curtain.spans(printed, key):
        found[_letters(printed[start:end])] += 1
        out += [Box(w.x0, w.top, w.x1, w.bottom) for w, (a, b) in zip(words, places, strict=True) if a < end and b > start]
    missed = Counter(_letters(read.text[start:end]) for start, end in curtain.spans(read.text, key)) - found
    for part in read.parts:
        places_of_part = _runs([_letters(w.text) for w in words], _letters(part))
        if not places_of_part:
            return None
        out += [Box(w.x0, w.top, w.x1, w.bottom) for n in places_of_part for w in words[n]]
    return out if read.text and not missed else None


def _runs(words: list[str], letters: str) -> list[slice]:
    """All runs of words that make these letters: a part of a name is painted over wherever the page prints it.

    >>> _runs(["by", "Mr", "Andrew", "and", "Andrew"], "mrandrew"), _runs(["Andrew"], "and")
    ([slice(1, 3, None)], [])
    """
    out = []
    for n in range(len(words)):
        made, end = "", n
        while end < len(words) and len(made) < len(letters):
            made += words[end].lower()
            end += 1
        if made == letters and words[n]:
            out.append(slice(n, end))
    return out


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


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
