"""The API: every list and record as JSON, described by an OpenAPI document that is made from the same declarations."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from papermine.export.sheets import as_json
from papermine.search.ask import MOST
from papermine.serve import sqlpage
from papermine.serve.browse import wanted_of
from papermine.serve.evidence import places_of, record_of
from papermine.serve.lists import LISTS, Listing
from papermine.serve.openapi import openapi
from papermine.serve.respond import json_answer, part, whole
from papermine.serve.review import looks
from papermine.serve.site import Site
from papermine.serve.tablepage import loaded


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


def review(site: Site, request: Request) -> Response:
    """The review queue."""
    found, _, _ = looks(site, request)
    return json_answer(_paged(request, found.total, found.page, found.per, found.rows))


def record(site: Site, request: Request) -> Response:
    """One record with its evidence."""
    with site.read() as reader:
        kind, fields = record_of(reader, request.path_params["record"])
        places = places_of(reader, request.path_params["record"])
    return json_answer({"kind": kind, "record": fields, "evidence": places})


def table(site: Site, request: Request) -> Response:
    """A table with its cells."""
    return json_answer(as_json(loaded(site, request.path_params["table"])))


def find(site: Site, request: Request) -> Response:
    """Search."""
    per = whole(request, "per_page", 20, 1, 100)
    page = whole(request, "page", 1, 1, MOST // per)
    found, behind = site.found(wanted_of(request, (page - 1) * per, per))
    rows = [{"kind": h.kind, "record_id": h.record_id, "pack_id": h.pack_id, "title": "".join(t for t, _ in h.title),
             "snippet": "".join(t for t, _ in h.snippet), "marked": [t for t, m in h.snippet if m], "council": h.council, "body": h.body,
             "date": h.date,
             "outcome": h.outcome, "page": h.page, "file_name": h.file_name, "score": round(h.score, 3)} for h in found.hits]
    body = {**_paged(request, min(found.total, MOST), page, per, rows), "found": found.total, "some_of_the_words": found.loosened,
            "current": not behind,
            "counts": {k: dict(v) for k, v in found.facets.items()}}
    answer = json_answer(body)
    answer.stale = behind  # type: ignore[attr-defined]
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
    return json_answer(openapi(site))
