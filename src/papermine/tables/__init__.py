"""Words and rules → tables: found on each page, and joined over page breaks."""

from __future__ import annotations

from papermine.document import Page, Paper, TablePart
from papermine.provenance import Ids
from papermine.records import Record


def find_tables(page: Page) -> list[TablePart]:
    """The tables of one page, from top to bottom."""
    return []


def tables_of(paper: Paper, ids: Ids) -> list[Record]:
    """The tables of one paper, joined over its pages."""
    return []
