"""The review queue, to read: what deserves a look, and why. Verdicts are given with `papermine review`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from papermine.errors import NotFound
from papermine.review import COLUMNS, DOUBTS, Look
from papermine.serve.respond import PER_PAGE, Part, download, whole
from papermine.serve.site import Site


def review(site: Site, request: Request) -> Response:
    """The queue as a page or a download."""
    if site.public:
        raise NotFound("A public server shows no review queue.")
    code = request.query_params.get("code", "")[:60]
    form = request.query_params.get("format")
    page = whole(request, "page", 1, 1, 10**6)
    some = "" if form else f"LIMIT {PER_PAGE} OFFSET {(page - 1) * PER_PAGE}"
    with site.read() as reader:
        codes = dict(reader.bare("SELECT code, count(*) FROM {kept:looks} GROUP BY code ORDER BY min(place)"))
        looks = [Look(*row) for row in reader.bare(f"SELECT {', '.join(COLUMNS)} FROM {{kept:looks}} WHERE $code IN ('', code) ORDER BY place {some}",
                                                   {"code": code})]
    if form:
        return download("review", form, ["record_id", "kind", "code", "why", "file_name", "page"],
                        [(x.record_id, x.kind, x.code, x.why, x.file_name, x.page) for x in looks])
    found = Part([], codes.get(code, 0) if code else sum(codes.values()), page, PER_PAGE)
    return site.html("review.html", request, title="Review", looks=looks, found=found, codes=codes, code=code,
                     doubts={k: v[0] for k, v in DOUBTS.items()}, given={"code": code} if code else {})
