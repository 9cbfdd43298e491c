"""The OpenAPI document of the API: made of the declarations of the lists, the data dictionary, and what the database says of each list's columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from papermine import __version__
from papermine.records import KINDS
from papermine.search import KINDS as FOUND
from papermine.serve import sqlpage
from papermine.serve.lists import LISTS, Listing
from papermine.serve.respond import MOST_PER_PAGE, PER_PAGE, described
from papermine.serve.site import Site
from papermine.store.dictionary import views

Schema = dict[str, Any]
_TYPES = {"text": {"type": "string"}, "date": {"type": "string", "description": "2024-05-31, 2024-05 or 2024"}, "number": {"type": "integer"}}
_OF_SQL: dict[str, tuple[str, str | None]] = {
    "BIGINT": ("integer", None), "INTEGER": ("integer", None), "HUGEINT": ("integer", None), "DOUBLE": ("number", None), "DECIMAL": ("number", None),
    "BOOLEAN": ("boolean", None), "DATE": ("string", "date"), "TIME": ("string", "time"), "VARCHAR": ("string", None)}
_SAID = {
    "council_key": "Key of the council, as it stands in the address of its page and in parameter council",
    "body_key": "Key of the body, as it stands in the address of its page and in parameter body",
    "report": "Title of the report", "paper": "Title of the paper", "item_title": "Title of the item"}
"""Columns that a list has beside those of its view."""
_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_WHOLE: Schema = {"type": ["integer", "null"]}


@cache
def _comments() -> dict[str, dict[str, str]]:
    return {v["view"]: {c["name"]: c["comment"] for c in v["columns"]} for v in views()}


def _object(properties: dict[str, Schema], about: str = "") -> Schema:
    """An object that has all of these."""
    return {"type": "object", **({"description": about} if about else {}), "required": list(properties), "properties": properties}


def _rows(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _column(name: str, sql_type: str, view: str) -> Schema:
    kind, form = _OF_SQL.get(sql_type.split("(")[0], (None, None))
    said = _comments().get(view, {}).get(name) or _SAID.get(name) or next((c[name] for c in _comments().values() if name in c), None)
    return {**({"type": [kind, "null"]} if kind else {}), **({"format": form} if form else {}), **({"description": said} if said else {})}


def _row(one: Listing, columns: Sequence[tuple[str, str]]) -> Schema:
    view = {"outcomes": "recommendation_outcomes", "people": "people", "decisions": "decisions", "coverage": "coverage",
            "meetings": "meetings"}.get(one.name, one.kind)
    return _object({name: _column(name, sql_type, view) for name, sql_type in columns}, f"A row of {one.name}: {one.about}")


def _parameter(name: str, about: str, schema: Schema, where: str = "query") -> Schema:
    return {"name": name, "in": where, "required": where == "path", "description": about, "schema": schema}


def _operation(name: str, summary: str, parameters: list[Schema], schema: Schema) -> Schema:
    problem = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    return {"get": {"operationId": name, "summary": summary, "parameters": parameters, "responses": {
        "200": {"description": "The answer", "headers": {"ETag": {"description": "Changes with the database's generation", "schema": _TEXT}},
                "content": {"application/json": {"schema": schema}}},
        "304": {"description": "Nothing has changed since the ETag that If-None-Match names"},
        "400": {"description": "A parameter cannot be understood", **problem}, "404": {"description": "There is no such thing", **problem},
        "503": {"description": "The database is being written, or all workers are busy: try again", **problem}}}}


def _paged(rows: Schema, more: dict[str, Schema] | None = None) -> Schema:
    return _object({"total": {"type": "integer", "description": "Rows in all"}, "page": {"type": "integer"}, "per_page": {"type": "integer"},
                    "pages": {"type": "integer"}, "next": {**_MAYBE, "description": "Address of the next page; null on the last"},
                    "rows": _rows(rows), **(more or {})})


_HIT = _object({
    "kind": {"type": "string", "enum": list(FOUND)},
    "record_id": {**_TEXT, "description": "For /api/records/{id}; a person's or page's id otherwise"},
    "pack_id": _TEXT, "title": _TEXT, "snippet": {**_TEXT, "description": "The part of the text that fits best"},
    "marked": {**_rows(_TEXT), "description": "The words of the snippet that match"}, "council": _MAYBE, "body": _MAYBE,
    "date": {**_MAYBE, "format": "date"}, "outcome": _MAYBE, "page": _WHOLE, "file_name": _MAYBE,
    "score": {"type": "number", "description": "BM25 with weights: comparable within one answer only"}}, "What was found")
_COUNTS = {"type": "object", "description": "For each filter its values with counts, under all other filters",
           "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}}}
_LOOK = _object({"record_id": _TEXT, "kind": {**_TEXT, "description": "Its view"}, "code": {**_TEXT, "description": "The reason, in one word"},
                 "why": {**_TEXT, "description": "The reason, in a sentence"}, "file_name": _MAYBE, "page": _WHOLE})
_TABLE = _object({
    "table_id": _TEXT, "title": _MAYBE, "unit": _MAYBE, "note": _MAYBE, "council": _MAYBE, "body": _MAYBE,
    "meeting_date": {**_MAYBE, "format": "date"}, "file_name": _TEXT, "first_page": _WHOLE, "last_page": _WHOLE, "source_url": _MAYBE,
    "header_rows": {"type": "integer", "description": "So many of the rows are headings"},
    "rows": {**_rows(_rows(_TEXT)), "description": "Cells as printed, row by row"},
    "columns": _rows(_object({"name": _MAYBE, "type": _TEXT, "unit": _MAYBE, "scale": {"type": ["integer", "number", "null"]},
                              "values": {**_rows({}), "description": "What the cells below the headings mean, by the column's type"}}))})
_ANSWER = _object({"columns": _rows(_object({"name": _TEXT, "type": {**_TEXT, "description": "DuckDB's type"}})), "rows": _rows(_rows({})),
                   "more": {"type": "boolean", "description": "There were more rows than were asked for"}})
_META = _object({"generation": {"type": "integer", "description": "Rises with each commit that changes something"}, "papermine_version": _TEXT,
                 "schema_version": {"type": "integer"}, "public": {"type": "boolean", "description": "Are members of the public masked?"},
                 "lists": _rows(_TEXT)})


def openapi(site: Site) -> Schema:
    """The API of this server as an OpenAPI 3.1 document."""
    paging = [_parameter("page", "Page of the answer, from 1", {"type": "integer", "minimum": 1, "default": 1}),
              _parameter("per_page", "Rows of a page", {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE})]
    problem = _object({"error": {**_TEXT, "description": "A code"}, "message": {**_TEXT, "description": "A sentence"}})
    schemas: dict[str, Schema] = {"Problem": problem}
    paths: dict[str, Any] = {}
    with site.read() as reader:
        for one in LISTS.values():
            filters = [_parameter(n, f.about, {**_TYPES[f.type], **({"enum": list(f.choices)} if f.choices else {})}) for n, f in one.filters.items()]
            schemas[f"row_{one.name}"] = _row(one, described(reader, one))
            paths[f"/api/{one.name}"] = _operation(one.name, one.about, [*filters, *paging], _paged(_ref(f"row_{one.name}")))
    by_name = {v["view"]: v for v in views()}
    for name in sorted({kind.table for kind in KINDS} - {"files"} | {"evidence"}):
        schemas[name] = _object({c["name"]: _column(c["name"], c["type"], name) for c in by_name[name]["columns"]}, by_name[name]["comment"])
    paths["/api/search"] = _operation("search", "Find by words, best first", [
        _parameter("q", 'Words that all must stand there, "a phrase", part* of a word, -word for what must not', _TEXT),
        _parameter("kind", "Kind of what is found", {"type": "string", "enum": list(FOUND)}),
        _parameter("council", "Council, as the answer names it", _TEXT), _parameter("body", "Body, as the answer names it", _TEXT),
        _parameter("outcome", "Outcome of a decision", {"type": "string", "enum": ["resolved", "carried", "lost", "withdrawn", "deferred"]}),
        _parameter("from", "Meetings on or after this day", _TYPES["date"]), _parameter("to", "Meetings up to this day", _TYPES["date"]),
        _parameter("order", "Order of the answer", {"type": "string", "enum": ["rank", "newest", "oldest"], "default": "rank"}),
        paging[0], _parameter("per_page", "Rows of a page", {"type": "integer", "minimum": 1, "maximum": 100, "default": 20})],
        _paged(_HIT, {"found": {"type": "integer", "description": "Entries that match; total counts those that can be paged through"},
                      "current": {"type": "boolean", "description": "False: the database has just changed, and what is new is being indexed"},
                      "some_of_the_words": {"type": "boolean", "description": "Nothing has all the words, so these have some"}, "counts": _COUNTS}))
    record = {"anyOf": [_ref(kind.table) for kind in KINDS if kind.table != "files"]}
    paths["/api/records/{id}"] = _operation("record", "One record of whatever kind, with its evidence",
                                            [_parameter("id", "Id of the record", _TEXT, "path")], _object({
                                                "kind": {**_TEXT, "description": "Its view, which names its schema here"}, "record": record,
                                                "evidence": _rows(_ref("evidence"))}))
    paths["/api/tables/{id}"] = _operation("table", "A table: columns with types, rows as printed",
                                           [_parameter("id", "Id of the table", _TEXT, "path")], _TABLE)
    if not site.public:
        paths["/api/review"] = _operation("review", "The review queue: records that deserve a look, and why",
                                          [_parameter("code", "Only of this reason", _TEXT), *paging], _paged(_LOOK))
        paths["/api/sql"] = _operation("sql", f"A read-only query: at most {sqlpage.ROWS} rows and {sqlpage.SECONDS:g} seconds",
                                       [_parameter("q", "One SELECT", _TEXT)], _ANSWER)
    paths["/api/meta"] = _operation("meta", "The state of the database", [], _META)
    return {"openapi": "3.1.0", "info": {"title": "papermine", "version": __version__,
                                         "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
                                         "description": "What councils' papers say, with the page where it is printed. Read-only, with ETags."},
            "servers": [{"url": "/"}], "paths": paths, "components": {"schemas": schemas}}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
