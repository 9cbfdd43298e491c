"""What every answer carries and every request must fit: headers, sizes, methods, hosts."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS = 8_192
"""Bytes of path and query together."""
MOST_AT_ONCE = 200
"""Requests that are answered at one time."""
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer, errors too."""


class Guard:
    """Refuses what does not fit, and puts `HEADERS` on every answer.

    ``hosts``: names by which this server may be addressed; empty: any. A page on the internet that has its
    own name point to 127.0.0.1 could otherwise read a loopback server through the visitor's browser.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str] = frozenset()) -> None:
        self.app, self.hosts = app, hosts
        self._at_work = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refused = self._refused(scope)
        self._at_work += 1
        try:
            await (self.app if refused is None else refused)(scope, receive, guarded)
        finally:
            self._at_work -= 1

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if self._at_work >= MOST_AT_ONCE:
            return PlainTextResponse("Too many requests at once: try again in a moment.\n", 503, {"Retry-After": "2"})
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("This server only reads: GET or HEAD.\n", 405, {"Allow": "GET, HEAD"})
        if len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"") > LONGEST_ADDRESS:
            return PlainTextResponse(f"The address is longer than {LONGEST_ADDRESS} bytes.\n", 414)
        if headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
            return PlainTextResponse("This server takes no body.\n", 413, {"Connection": "close"})
        host = headers.get("host", "").rsplit(":", 1)[0].lower() if not headers.get("host", "").endswith("]") else headers["host"].lower()
        if self.hosts and host not in self.hosts:
            return PlainTextResponse("This server does not answer to that name: start it with --host.\n", 421)
        return None
