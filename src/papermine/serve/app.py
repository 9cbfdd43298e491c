"""The routes, and what becomes of an error."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from papermine.errors import BadQuery, DatabaseBusy, DatabaseUnusable, NotFound, PapermineError, UnreadableFile
from papermine.serve import api, browse, evidence, sqlpage, tablepage
from papermine.serve.lists import LISTS
from papermine.serve.openapi import openapi
from papermine.serve.respond import BadRequest, json_answer, list_page
from papermine.serve.review import review
from papermine.serve.safety import Guard
from papermine.serve.site import Site
from papermine.serve.workers import Broken, Busy, TimeIsUp

_STATUS: tuple[tuple[type[PapermineError], int], ...] = (
    (NotFound, 404), (BadRequest, 400), (BadQuery, 400), (DatabaseBusy, 503), (Busy, 503), (DatabaseUnusable, 503), (TimeIsUp, 504), (Broken, 502),
    (UnreadableFile, 404))
Handler = Callable[[Site, Request], Response]


class _Assets(StaticFiles):
    """Files of the package: an address with today's digest may be kept for good."""

    def file_response(self, *args: Any, **more: Any) -> Response:
        """A file."""
        response = super().file_response(*args, **more)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def make_app(db: str, *, public: bool = False, hosts: frozenset[str] = frozenset()) -> Starlette:
    """The web application over one database. ``hosts``: names that it answers to; empty: any."""
    site = Site(db, public=public)

    def bare(handler: Handler) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            response = handler(site, request)
            response.headers.setdefault("Cache-Control", "no-store")
            return response
        return answer

    def kept(path: str, handler: Handler) -> Route:
        return Route(path, site.cached(handler), methods=["GET"])

    routes = [
        kept("/", browse.home), kept("/search", browse.find),
        *(kept(f"/{one.name}", list_page(one)) for one in LISTS.values()),
        kept("/councils/{council}", browse.council), kept("/councils/{council}/{body}", browse.body),
        kept("/meetings/{meeting}", browse.meeting), kept("/items/{item}", browse.item), kept("/people/{person}", browse.person),
        kept("/papers/{paper}", evidence.paper), kept("/records/{record}", evidence.record), kept("/tables/{table}", tablepage.table),
        kept("/packs/{pack}", evidence.pack), kept("/packs/{pack}/pages/{page:int}", evidence.page),
        Route("/packs/{pack}/pages/{page:int}.png", bare(evidence.picture), methods=["GET"]),
        Route("/packs/{pack}/file.pdf", bare(evidence.pdf), methods=["GET"]),
        kept("/review", review), Route("/sql", bare(sqlpage.page), methods=["GET"]),
        *(kept(f"/api/{one.name}", api.listing(one)) for one in LISTS.values()),
        kept("/api/search", api.find), kept("/api/review", api.review), kept("/api/records/{record}", api.record),
        kept("/api/tables/{table}", api.table),
        Route("/api/sql", bare(api.sql), methods=["GET"]), kept("/api/meta", api.meta), kept("/api/openapi.json", api.document),
        kept("/api", _api_page), kept("/about", _about),
        Mount(f"/static/{site.assets}", _Assets(directory=Path(__file__).parent / "static")),
    ]

    def failed(request: Request, error: Exception) -> Response:
        status = next((s for kind, s in _STATUS if isinstance(error, kind)), 500)
        message = str(error) if isinstance(error, PapermineError) else "Something went wrong here; it is no fault of yours."
        if isinstance(error, HTTPException):
            status, message = error.status_code, "There is no page of that address." if error.status_code == 404 else error.detail
        if isinstance(error, NotFound) and site.public:
            message = "There is nothing of that name that can be shown."
        elif isinstance(error, (DatabaseUnusable, DatabaseBusy, UnreadableFile)) and site.public:  # theirs say where the file lies
            message = "It cannot be read just now."
        code = error.code if isinstance(error, PapermineError) else "error"
        headers = {"Retry-After": "2"} if status == 503 else {}
        if request.url.path.startswith("/api/"):
            response = json_answer({"error": code, "message": message}, status)
        else:
            title = "The database cannot be read" if isinstance(error, DatabaseUnusable) else _TITLES.get(status, "Error")
            response = site.html("error.html", request, status, title=title, message=message)
        response.headers["Cache-Control"] = "no-store"
        response.headers.update(headers)
        return response

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        yield
        site.close()

    app = Starlette(routes=routes, lifespan=life, middleware=[Middleware(Guard, hosts=hosts), Middleware(GZipMiddleware, minimum_size=1500,
    compresslevel=3)],
                    exception_handlers={PapermineError: failed, HTTPException: failed, Exception: failed})
    app.state.site = site
    return app


_TITLES = {404: "Not found", 400: "That cannot be understood", 503: "Busy: try again in a moment", 504: "It took too long", 500: "Error"}


def _api_page(site: Site, request: Request) -> Response:
    return site.html("api.html", request, title="API", document=openapi(site))


def _about(site: Site, request: Request) -> Response:
    return site.html("about.html", request, title="About")
