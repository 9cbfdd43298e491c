"""Full-text search: ranked answers out of an index that lies beside the database and follows its generation."""

from __future__ import annotations

from papermine.search.ask import KINDS, MOST, Found, Hit, Wanted, names_with, search
from papermine.search.index import SearchIndex, fresh
from papermine.search.texts import KEY, NAMED, PEOPLE

__all__ = ["KEY", "KINDS", "MOST", "NAMED", "PEOPLE", "Found", "Hit", "SearchIndex", "Wanted", "fresh", "names_with", "search"]
