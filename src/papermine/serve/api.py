"""The API: every list and record as JSON, described by an OpenAPI document that is made from the same declarations."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from papermine import __version__
from papermine.search import KINDS, search
from papermine.search.ask import MOST
from papermine.serve import sqlpage
from papermine.serve.browse import wanted_of
from papermine.serve.evidence import places_of, record_of
from papermine.serve.lists import LISTS, Listing
from papermine.serve.respond import MOST_PER_PAGE, PER_PAGE, json_answer, part, whole
from papermine.serve.site import Site
from papermine.serve.tablepage import loaded, table_json


def listing(one: Listing) -> Any:
    """The handler of a list."""
    def answer(site: Site, request: Request) -> Response:
        with site.read() as reader:
            found = part(reader, one, request)
        return json_answer(_paged(request, found.total, found.page, found.per, found.rows))
    return answer


def _paged(request: Request, total: int, page: int, per: int, rows: list[Any]) -> dict[str, Any]:
    last = max(-(-total // per), 1)
    return {"total": total, "page": page, "per_page": per, "pages": last,
            "next": str(request.url.include_query_params(page=page + 1)).split(request.url.netloc, 1)[-1] if page < last else None, "rows": rows}


def record(site: Site, request: Request) -> Response:
    """One record with its evidence."""
    with site.read() as reader:
        kind, fields = record_of(reader, request.path_params["record"])
        places = places_of(reader, request.path_params["record"])
    return json_answer({"kind": kind, "record": fields, "evidence": places})


def table(site: Site, request: Request) -> Response:
    """A table with its cells."""
    return json_answer(table_json(loaded(site, request.path_params["table"])))


def find(site: Site, request: Request) -> Response:
    """Search."""
    per = whole(request, "per_page", 20, 1, 100)
    page = whole(request, "page", 1, 1, MOST // per)
    wanted = wanted_of(request, (page - 1) * per, per)
    index = site.searched()
    found = search(index, wanted)
    rows = [{"kind": h.kind, "record_id": h.record_id, "pack_id": h.pack_id, "title": "".join(t for t, _ in h.title),
             "snippet": "".join(t for t, _ in h.snippet), "marked": [t for t, m in h.snippet if m], "council": h.council, "body": h.body,
             "date": h.date,
             "outcome": h.outcome, "page": h.page, "file_name": h.file_name, "score": round(h.score, 3)} for h in found.hits]
    body = {**_paged(request, min(found.total, MOST), page, per, rows), "found": found.total, "some_of_the_words": found.loosened,
            "counts": {k: dict(v) for k, v in found.facets.items()}}
    answer = json_answer(body)
    answer.stale = index.stale()  # type: ignore[attr-defined]
    return answer


def sql(site: Site, request: Request) -> Response:
    """A query."""
    answer, more = sqlpage.asked(site, request.query_params.get("q", ""), sqlpage.ROWS)
    return json_answer({"columns": [{"name": n, "type": t} for n, t in zip(answer.names, answer.types, strict=True)],
                              "rows": [list(r) for r in answer.rows], "more": more})


def meta(site: Site, request: Request) -> Response:
    """The state of the database."""
    with site.read() as reader:
        return json_answer({**(reader.one("SELECT generation, papermine_version, schema_version FROM meta") or {}), "public": site.public,
                                  "lists": sorted(LISTS)})


def document(site: Site, request: Request) -> Response:
    """The OpenAPI document."""
    return json_answer(openapi())


_TYPES = {"text": {"type": "string"}, "date": {"type": "string", "description": "2024-05-31, 2024-05 or 2024"}, "number": {"type": "integer"}}


def _parameter(name: str, about: str, schema: dict[str, Any], where: str = "query") -> dict[str, Any]:
    return {"name": name, "in": where, "required": where == "path", "description": about, "schema": schema}


def _operation(name: str, summary: str, parameters: list[dict[str, Any]], schema: dict[str, Any]) -> dict[str, Any]:
    problem = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    return {"get": {"operationId": name, "summary": summary, "parameters": parameters, "responses": {
        "200": {"description": "The answer", "headers": {"ETag": {"description": "Changes with the database's generation",
                                                                  "schema": {"type": "string"}}},
                "content": {"application/json": {"schema": schema}}},
        "304": {"description": "Nothing has changed since the ETag that If-None-Match names"},
        "400": {"description": "A parameter cannot be understood", **problem}, "404": {"description": "There is no such thing", **problem},
        "503": {"description": "The database is being written, or all workers are busy: try again", **problem}}}}


def openapi() -> dict[str, Any]:
    """The API as an OpenAPI 3.1 document."""
    paging = [_parameter("page", "Page of the answer, from 1", {"type": "integer", "minimum": 1, "default": 1}),
              _parameter("per_page", "Rows of a page", {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE})]
    rows = {"$ref": "#/components/schemas/Rows"}
    paths: dict[str, Any] = {}
    for one in LISTS.values():
        filters = [_parameter(n, f.about, {**_TYPES[f.type], **({"enum": list(f.choices)} if f.choices else {})}) for n, f in one.filters.items()]
        paths[f"/api/{one.name}"] = _operation(one.name, one.about, [*filters, *paging], rows)
    text = {"type": "string"}
    paths["/api/search"] = _operation("search", "Find by words, best first", [
        _parameter("q", 'Words that all must stand there, "a phrase", part* of a word, -word for what must not', text),
        _parameter("kind", "Kind of what is found", {"type": "string", "enum": list(KINDS)}), _parameter("council",
        "Council, as the answer names it", text),
        _parameter("body", "Body, as the answer names it", text),
        _parameter("outcome", "Outcome of a decision", {"type": "string", "enum": ["resolved", "carried", "lost", "withdrawn", "deferred"]}),
        _parameter("from", "Meetings on or after this day", _TYPES["date"]), _parameter("to", "Meetings up to this day", _TYPES["date"]),
        _parameter("order", "Order of the answer", {"type": "string", "enum": ["rank", "newest", "oldest"], "default": "rank"}), *paging], rows)
    paths["/api/records/{id}"] = _operation("record", "One record of whatever kind, with its evidence", [_parameter("id", "Id of the record", text,
    "path")],
                                            {"type": "object", "required": ["kind", "record", "evidence"], "properties": {
                                                "kind": text, "record": {"type": "object"}, "evidence": {"type": "array",
                                                "items": {"type": "object"}}}})
    paths["/api/tables/{id}"] = _operation("table", "A table: columns with types, rows as printed", [_parameter("id", "Id of the table", text,
    "path")],
                                           {"type": "object"})
    paths["/api/sql"] = _operation("sql", f"A read-only query: at most {sqlpage.ROWS} rows and {sqlpage.SECONDS:g} seconds; not on a public server",
                                   [_parameter("q", "One SELECT", text)],
                                   {"type": "object", "required": ["columns", "rows", "more"], "properties": {
                                       "columns": {"type": "array", "items": {"type": "object"}}, "rows": {"type": "array",
                                       "items": {"type": "array", "items": {}}},
                                       "more": {"type": "boolean"}}})
    paths["/api/meta"] = _operation("meta", "The state of the database", [], {"type": "object"})
    return {"openapi": "3.1.0", "info": {"title": "papermine", "version": __version__,
                                         "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
                                         "description": "What councils' papers say, with the page where it is printed. Read-only, with ETags."},
            "servers": [{"url": "/"}], "paths": paths,
            "components": {"schemas": {
                "Rows": {"type": "object", "required": ["total", "page", "per_page", "pages", "next", "rows"], "properties": {
                    "total": {"type": "integer"}, "page": {"type": "integer"}, "per_page": {"type": "integer"}, "pages": {"type": "integer"},
                    "next": {"type": ["string", "null"]}, "rows": {"type": "array", "items": {"type": "object"}}}},
                "Problem": {"type": "object", "required": ["error", "message"], "properties": {"error": text, "message": text}}}}}
