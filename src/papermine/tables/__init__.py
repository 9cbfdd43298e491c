"""Words and rules → tables: found on each page, and joined over page breaks."""

from __future__ import annotations

from papermine.document import Paper
from papermine.provenance import Ids
from papermine.records import Record
from papermine.tables.describe import records_of
from papermine.tables.find import find_tables
from papermine.tables.stitch import wholes

__all__ = ["find_tables", "tables_of"]


def tables_of(paper: Paper, ids: Ids) -> list[Record]:
    """The tables of one paper, joined over its pages: tables, columns, cells and what each page prints."""
    out: list[Record] = []
    for whole in wholes(paper):
        out += records_of(whole, paper, ids)
    return out
