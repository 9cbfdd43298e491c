"""The review queue, to read: what deserves a look, and why. Verdicts are given with `papermine review`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from papermine.errors import NotFound
from papermine.review import COLUMNS, DOUBTS, Look
from papermine.serve.respond import MOST_PER_PAGE, PER_PAGE, Part, download, whole
from papermine.serve.site import Site

NAMES = ("record_id", "kind", "code", "why", "file_name", "page")
"""What is told of each record of the queue to programs."""


def looks(site: Site, request: Request, *, all: bool = False) -> tuple[Part, list[Look], dict[str, int]]:
    """Of the queue what a request asks for (``rows`` by `NAMES`), and how many there are by code. Raises `NotFound` on a public server."""
    if site.public:
        raise NotFound("A public server shows no review queue.")
    code = request.query_params.get("code", "")[:60]
    per, page = whole(request, "per_page", PER_PAGE, 1, MOST_PER_PAGE), whole(request, "page", 1, 1, 10**6)
    some = "" if all else f"LIMIT {per} OFFSET {(page - 1) * per}"
    with site.read() as reader:
        codes = dict(reader.bare("SELECT code, count(*) FROM {kept:looks} GROUP BY code ORDER BY min(place)"))
        found = [Look(*row) for row in reader.bare(f"SELECT {', '.join(COLUMNS)} FROM {{kept:looks}} WHERE $code IN ('', code) ORDER BY place {some}",
                                                   {"code": code})]
    rows = [{name: getattr(look, name) for name in NAMES} for look in found]
    return Part(rows, codes.get(code, 0) if code else sum(codes.values()), page, per), found, codes


def review(site: Site, request: Request) -> Response:
    """The queue as a page or a download."""
    code = request.query_params.get("code", "")[:60]
    form = request.query_params.get("format")
    found, shown, codes = looks(site, request, all=bool(form))
    if form:
        return download("review", form, list(NAMES), [tuple(row.values()) for row in found.rows])
    return site.html("review.html", request, title="Review", looks=shown, found=found, codes=codes, code=code,
                     doubts={k: v[0] for k, v in DOUBTS.items()}, given={"code": code} if code else {})
