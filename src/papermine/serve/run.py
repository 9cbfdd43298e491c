"""Listening: one process, whose port takes requests before anything is said of it."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from papermine.errors import PapermineError
from papermine.serve import paint, sqlpage
from papermine.serve.app import make_app
from papermine.serve.safety import HEADERS
from papermine.store import open_reader

_LOOPBACK = {"127.0.0.1": ("127.0.0.1", "localhost"), "localhost": ("127.0.0.1", "localhost"), "::1": ("[::1]", "localhost")}
_BACKLOG = 256


def run(db: str, host: str, port: int, *, public: bool = False, open_browser: bool = False, on_ready: Callable[[str], None] | None = None,
        on_pack: Callable[[int, int], None] | None = None, on_names: Callable[[int, int], None] | None = None) -> None:
    """Serve a database until it is interrupted. On loopback only the names of loopback are answered.

    Raises `DatabaseUnusable` where there is none, `PapermineError` where the port is taken.
    """
    with open_reader(db):
        pass
    listening = _bound(host, port)
    app = make_app(db, public=public, hosts=frozenset(_LOOPBACK.get(host, ())))
    app.state.site.workers.warm(paint.ready)
    if not public:
        app.state.site.askers.warm(sqlpage.ready)
    app.state.site.start(on_pack, on_names)
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{listening.getsockname()[1]}/"
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=True, http=_Http, backlog=_BACKLOG,
                            timeout_keep_alive=15, timeout_graceful_shutdown=3, h11_max_incomplete_event_size=32_768, ws="none")
    if on_ready is not None:
        on_ready(url)
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()  # a browser in the terminal keeps who opened it waiting
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        pass


class _Http(H11Protocol):
    """HTTP, with what every answer carries also on that to something that is no HTTP."""

    def send_400_response(self, msg: str) -> None:
        """Say so, and hang up."""
        headers = {"Content-Type": "text/plain; charset=utf-8", "Connection": "close", **HEADERS}
        self.transport.write("\r\n".join(("HTTP/1.1 400 Bad Request", *(f"{k}: {v}" for k, v in headers.items()), "", msg)).encode("ascii"))
        self.transport.close()


def _bound(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # asyncio sends at once (TCP_NODELAY) only where the socket says that it is TCP: else an answer waits 40 ms for the client's acknowledgement
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(_BACKLOG)  # who asks from now on is answered as soon as the server is up
        return listening
    except OSError as error:
        reason = error.strerror or error
        raise PapermineError(f"port {port} of {host} cannot be had ({reason}): name another with --port, or 0 for a free one") from error
