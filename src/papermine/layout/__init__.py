"""Words → lines in reading order → pages with running heads and feet set aside."""

from __future__ import annotations

from collections.abc import Callable

from papermine.document import LaidPage, Pack, Page, Pages, TablePart
from papermine.language.welsh import language
from papermine.layout.blocks import blocks
from papermine.layout.lines import make_lines, side_lines
from papermine.layout.running import Running
from papermine.reader import Source
from papermine.tables import find_tables

__all__ = ["blocks", "lay_out", "lay_page"]


def lay_page(page: Page) -> LaidPage:
    """Lay out one page: its tables, and its lines in reading order."""
    tables = [t for t in find_tables(page) if not _in_two_languages(t)]
    lines = make_lines(page, [t.box for t in tables])
    covered = sum(max(r.x1 - r.x0, 0) * max(r.bottom - r.top, 0) for r in page.rules if r.kind == "image")
    area = page.width * page.height
    return LaidPage(page.number, page.width, page.height, lines, foot=side_lines(page), tables=tables, pdf_label=page.label, turned=page.turned,
                    images=min(covered / area, 1.0) if area else 0.0, source=page.source, reason=page.reason, skew=page.skew,
                    confidence=page.confidence, unsure=page.unsure, redacted=page.redacted, notes=page.notes, paragraphs=page.paragraphs)


def _in_two_languages(table: TablePart) -> bool:
    """A grid that sets Welsh text beside the English holds no table."""
    if table.columns != 2:
        return False
    left, right = (" ".join(c.text for c in table.cells if c.column == k) for k in (0, 1))
    return sorted((str(language(left)), str(language(right)))) == ["cy", "en"]


def lay_out(source: Source, on_page: Callable[[int, int], None] | None = None) -> Pack:
    """Read and lay out a whole file. ``on_page`` is called with (0, pages) first and with (page, pages) after each page."""
    pages, running = Pages(), Running()
    if on_page is not None:
        on_page(0, len(source))
    for page in source:
        laid = lay_page(page)
        pages.append(laid)
        running.see(laid)
        if on_page is not None:
            on_page(page.number, len(source))
    running.set_aside(pages)
    return Pack(source.pack_id, source.sha256, source.path.name, str(source.path), pages, source.producer, source.bookmarks)
