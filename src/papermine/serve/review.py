"""The review queue, to read: what deserves a look, and why. Verdicts are given with `papermine review`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from papermine.errors import NotFound
from papermine.review import DOUBTS
from papermine.serve.respond import PER_PAGE, Part, download, whole
from papermine.serve.site import Site


def review(site: Site, request: Request) -> Response:
    """The queue as a page or a download."""
    if site.public:
        raise NotFound("A public server shows no review queue.")
    code = request.query_params.get("code", "")[:60]
    looks = site.looks()
    codes: dict[str, int] = {}
    for look in looks:
        codes[look.code] = codes.get(look.code, 0) + 1
    chosen = [look for look in looks if not code or look.code == code]
    form = request.query_params.get("format")
    if form:
        return download("review", form, ["record_id", "kind", "code", "why", "file_name", "page"],
                        [(x.record_id, x.kind, x.code, x.why, x.file_name, x.page) for x in chosen])
    page = whole(request, "page", 1, 1, 10**6)
    found = Part([], len(chosen), page, PER_PAGE)
    return site.html("review.html", request, title="Review", looks=chosen[(page - 1) * PER_PAGE:page * PER_PAGE], found=found, codes=codes, code=code,
                     doubts={k: v[0] for k, v in DOUBTS.items()}, given={"code": code} if code else {})
