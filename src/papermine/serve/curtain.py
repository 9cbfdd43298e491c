"""What the public is not shown: exempt matter, and the names of members of the public."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from os import PathLike
from typing import Any

_ITEMS = ("SELECT item_id FROM main.agenda_items WHERE business_id IN (SELECT business_id FROM main.agenda_items WHERE exempt)")
_PAPERS = f"SELECT document_id FROM main.documents WHERE item_id IN ({_ITEMS})"
_NO_ITEM = f"(item_id IS NULL OR item_id NOT IN ({_ITEMS}))"
_NO_PAPER = f"(document_id IS NULL OR document_id NOT IN ({_PAPERS}))"
_NO_TABLE = f"table_id NOT IN (SELECT table_id FROM main.tables WHERE document_id IN ({_PAPERS}))"
_NO_PAGE = (f"NOT EXISTS (SELECT 1 FROM main.documents h WHERE h.document_id IN ({_PAPERS}) AND h.pack_id = t.pack_id "
            "AND t.page BETWEEN h.first_page AND h.last_page)")
_SHADOWS = {
    "agenda_items": _NO_ITEM, "documents": _NO_PAPER, "resolutions": f"{_NO_ITEM} AND {_NO_PAPER}", "decisions": f"{_NO_ITEM} AND {_NO_PAPER}",
    "recommendations": f"{_NO_ITEM} AND {_NO_PAPER}", "recommendation_outcomes": _NO_PAPER, "tables": _NO_PAPER, "table_cells": _NO_TABLE,
    "printed_cells": _NO_TABLE, "reports": _NO_PAPER, "report_sections": _NO_PAPER, "report_fields": _NO_PAPER,
    "motions": f"{_NO_ITEM} AND {_NO_PAPER}",
    "divisions": _NO_PAPER, "mentions": _NO_PAPER, "pages": _NO_PAGE, "evidence": _NO_PAGE, "issues": _NO_PAPER,
    "coverage": _NO_ITEM,
    "business": f"(agenda_item_id IS NULL OR agenda_item_id NOT IN ({_ITEMS})) AND (minutes_item_id IS NULL OR minutes_item_id NOT IN ({_ITEMS}))"}


def hide(con: Any) -> None:
    """Put views without exempt matter before the views of the same name, for this connection."""
    database = con.execute("SELECT '\"' || replace(current_database(), '\"', '\"\"') || '\"'").fetchone()[0]
    there = {name for (name,) in con.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal").fetchall()}
    for view, condition in _SHADOWS.items():
        if view in there:
            query = f"SELECT t.* FROM main.{view} t WHERE {condition}"
            con.execute(f"CREATE TEMP VIEW {view} AS {query.replace(' main.', f' {database}.main.')}")


@dataclass(frozen=True, slots=True)
class Curtain:
    """Exempt pages (pack, first, last) and records, and the names to mask."""

    pages: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    records: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None

    def hides(self, pack_id: str, page: int | None, record_id: str = "") -> bool:
        """Is the page, or the record, exempt?"""
        return record_id in self.records or any(first <= (page or 0) <= last for first, last in self.pages.get(pack_id, ()))

    def mask(self, text: str) -> str:
        """The text without names of members of the public."""
        return self.pattern.sub("[member of the public]", text) if self.pattern is not None else text

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the text holds names to mask."""
        return [m.span() for m in self.pattern.finditer(text)] if self.pattern is not None else []


def no_curtain() -> Curtain:
    """Nothing is hidden."""
    return Curtain()


def raise_curtain(db: str | PathLike[str], con: Any) -> Curtain:
    """What must not be shown, as the database is now. ``con`` has no shadows yet."""
    pages: dict[str, list[tuple[int, int]]] = {}
    for pack, first, last in con.execute(f"SELECT pack_id, first_page, last_page FROM main.documents WHERE document_id IN ({_PAPERS})").fetchall():
        pages.setdefault(pack, []).append((first, last))
    records = con.execute(f"{_ITEMS} UNION ALL {_PAPERS} UNION ALL SELECT resolution_id FROM main.resolutions WHERE item_id IN ({_ITEMS})").fetchall()
    return Curtain(pages, frozenset(record for (record,) in records))
