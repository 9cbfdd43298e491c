"""How values read on a page: dates, names of kinds, addresses of records, shortened texts, citations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus

from markupsafe import Markup, escape

KIND_NAMES = {
    "decision": "Decision", "item": "Item", "recommendation": "Recommendation", "table": "Table", "person": "Person", "page": "Page",
    "agenda": "Agenda", "minutes": "Minutes", "report": "Report", "appendix": "Appendix", "work_programme": "Work programme",
    "questions": "Questions", "other": "Other", "resolutions": "Decision", "agenda_items": "Item", "recommendations": "Recommendation",
    "tables": "Table", "documents": "Paper", "reports": "Report", "attendance": "Attendance", "motions": "Motion", "divisions": "Vote",
    "division_votes": "Vote of one member", "declarations": "Declaration of interest", "meetings": "Meeting", "pack_meetings": "Meeting",
    "report_sections": "Section of a report", "report_fields": "Line of a report's header", "background_papers": "Background paper",
    "mentions": "Mention", "issues": "Issue", "pages": "Page", "table_cells": "Cell", "printed_cells": "Cell", "table_columns": "Column",
    "packs": "Pack"}
"""What a reader calls each kind of record or paper."""
_PATHS = {"table": "tables", "tables": "tables", "item": "items", "agenda_items": "items", "person": "people", "documents": "papers"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day(value: Any) -> str:
    """A date as people write it.

    >>> day(dt.date(2024, 5, 3)), day("2024-05-03"), day(None)
    ('3 May 2024', '3 May 2024', '')
    """
    if isinstance(value, str):
        try:
            value = dt.date.fromisoformat(value[:10])
        except ValueError:
            return str(value)
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else ""


def clock(value: dt.time | None) -> str:
    """A time of day."""
    return value.strftime("%H:%M") if value else ""


def short(text: str | None, most: int = 220) -> str:
    """The beginning of a text, cut at a word."""
    text = " ".join((text or "").split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def number(value: Any) -> str:
    """A figure with commas."""
    return f"{value:,}" if isinstance(value, int) else str(value)


def count(value: int, noun: str, many: str = "") -> str:
    """A count with its noun.

    >>> count(1, "paper"), count(1200, "party", "parties")
    ('1 paper', '1,200 parties')
    """
    return f"{value:,} {noun if value == 1 else many or noun + 's'}"


def path_of(kind: str, record_id: str) -> str:
    """The address of a record's page."""
    if kind in ("page", "pages"):
        pack, _, page = record_id.partition(":page:")
        return f"/packs/{quote(pack)}/pages/{quote(page.split('.')[0])}"
    if kind == "meetings":
        return f"/meetings/{quote(record_id)}"
    return f"/{_PATHS.get(kind, 'records')}/{quote(record_id, safe=':')}"


def address(path: str, given: dict[str, Any], **changed: Any) -> str:
    """A link to the same page with some parameters changed; None and "" leave one out.

    >>> address("/search", {"q": "a b", "page": 3}, page=None, kind="item")
    '/search?q=a+b&kind=item'
    """
    kept = "&".join(f"{_quoted(k)}={_quoted(str(v))}" for k, v in {**given, **changed}.items() if v not in (None, ""))
    return f"{path}?{kept}" if kept else path


_quoted = lru_cache(10_000)(quote_plus)
"""A page of search has a hundred such addresses, most of them of the same names."""


def marked(pieces: Iterable[tuple[str, bool]], mask: Callable[[str], str] = str) -> Markup:
    """Pieces of text, the matching ones in <mark>."""
    return Markup("".join(f"<mark>{escape(t)}</mark>" if m else str(escape(t)) for t, m in pieces))


def web(url: str | None) -> str | None:
    """An address out of a manifest, where it is one that a browser may follow: http or https, nothing else."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def paper_name(kind: str | None, title: str | None) -> str:
    """What a paper is called in a sentence: an agenda or minutes print the body's name as their title, which would mislead.

    >>> paper_name("minutes", "ANYTOWN COUNCIL"), paper_name("report", "Parking"), paper_name("other", None)
    ('Minutes', 'Parking', 'Other')
    """
    return title if title and kind not in ("agenda", "minutes") else KIND_NAMES.get(kind or "", "a paper")


def citation(council: str | None, body: str | None, date: Any, item: str | None, file_name: str | None, page: Any, label: str | None = None) -> str:
    """Council, body, date, item, page: what to copy into a footnote."""
    at = f"page {page} of {file_name}" if file_name else f"page {page}" if page else None
    if at and label and str(label) != str(page):
        at += f" (stamped {label})"
    return ", ".join(str(p) for p in (council, body, day(date) or None, f"item {item}" if item else None, at) if p)


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day, "clock": clock, "short": short, "figure": number, "count": count, "marked": marked, "web": web, "address": address,
    "path_of": path_of, "paper_name": paper_name}
"""Filters of the templates."""
