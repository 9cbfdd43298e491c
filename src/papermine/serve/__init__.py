"""The web page: what is in a database, to search, browse, check against the printed page, and take away. Read-only."""

from __future__ import annotations

from papermine.serve.app import make_app

__all__ = ["make_app"]
