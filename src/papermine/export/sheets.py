"""A folder of tables: a file for each (CSV, JSON, Parquet) or one workbook (XLSX), and a catalogue."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import IO, Any

from papermine.export import csv
from papermine.export.columns import columns_of, header_names
from papermine.export.files import opened
from papermine.export.rows import plain
from papermine.export.tables import About, Grid, load

EVIDENCE = ("evidence_source", "evidence_page", "evidence_x0", "evidence_top", "evidence_x1", "evidence_bottom")
"""Columns that ``--evidence`` adds to each row: where it starts."""
CATALOGUE = "tables.csv"
WORKBOOK = "tables.xlsx"
_COLUMNS = ("file", "sheet", "title", "header", "unit", "note", "pack", "pages", "first_page", "last_page", "rows", "columns", "council", "body",
            "meeting_date", "item_number", "item_title", "paper", "source", "path", "table_id")


def export_tables(db: str | PathLike[str], tables: Sequence[About], folder: Path, format: str, *, raw: bool = False, evidence: bool = False,
                  on_table: Callable[[int], None] | None = None) -> list[Path]:
    """Write tables into ``folder`` as csv, xlsx, json or parquet, and the catalogue. Returns the paths.

    ``raw`` leaves formula-like cells of CSV as they are. ``on_table`` is called with the number done.
    A file's name comes from its pack and page, so that a better title does not change it.
    """
    grids = _counted(load(db, tables, places=evidence), on_table)
    if format == "xlsx":
        from papermine.export.xlsx import write_workbook
        sheets = write_workbook(grids, folder / WORKBOOK, evidence=evidence)
        listed = [(about, WORKBOOK, sheet) for about, sheet in zip(tables, sheets, strict=True)]
        paths = [folder / WORKBOOK]
    else:
        listed, paths = [], []
        for grid in grids:
            name = f"{file_stem(grid.about)}.{format}"
            if format == "parquet":
                from papermine.export.parquet import write_parquet
                write_parquet(grid, folder / name, evidence=evidence)
            elif format == "json":
                with opened(str(folder / name)) as out:
                    write_json(out, grid, evidence=evidence)
            else:
                write_csv(grid, str(folder / name), raw=raw, evidence=evidence)
            listed.append((grid.about, name, ""))
            paths.append(folder / name)
    with opened(str(folder / CATALOGUE)) as out:
        csv.write(out, _COLUMNS, (_row(*one) for one in listed), raw=raw)
    return [*paths, folder / CATALOGUE]


def _counted(grids: Iterator[Grid], on_table: Callable[[int], None] | None) -> Iterator[Grid]:
    for n, grid in enumerate(grids, 1):
        yield grid
        if on_table is not None:
            on_table(n)


def file_stem(about: About) -> str:
    """A name that any system takes: pack, the first digits of its id, page, and position on the page.

    It stays the same when rules change what a table is called.
    """
    stem = unicodedata.normalize("NFC", re.sub(r"\.pdf$", "", about.file_name, flags=re.I))
    stem = re.sub(r"[^\w.-]+", "-", stem).strip("-. ")
    while len(stem.encode("utf-8", "replace")) > 120:
        stem = stem[:-1]
    page, _, nth = about.table_id.rsplit(":", 1)[-1].partition(".")
    place = f"p{int(page):03d}-{nth}" if page.isdecimal() and nth.isdecimal() else re.sub(r"\W+", "-", about.table_id)
    return f"{stem or 'pack'}-{about.pack_id[:8]}-{place}"


def write_csv(grid: Grid, output: str | None, *, raw: bool = False, evidence: bool = False) -> None:
    """The table as printed, header rows first, as CSV that a spreadsheet opens rightly (None: stdout)."""
    rows: list[list[Any]] = [list(row) for row in grid.texts]
    if evidence:
        head = grid.about.header_rows
        if not head:
            rows.insert(0, [*header_names(grid)])
        for n, row in enumerate(rows):
            if n == max(head - 1, 0):
                row += EVIDENCE
            elif n < head:
                row += [""] * len(EVIDENCE)
            else:
                row += evidence_row(grid, n if head else n - 1)
    with opened(output) as out:
        csv.write(out, rows[0] if rows else [], rows[1:], raw=raw)


def as_json(grid: Grid) -> dict[str, Any]:
    """A table for programs: columns with types, rows as printed and as values."""
    columns = columns_of(grid)
    about = grid.about
    return {"table_id": about.table_id, "title": about.title, "unit": about.unit, "note": about.note, "council": about.council, "body": about.body,
            "meeting_date": plain(about.meeting_date), "file_name": about.file_name, "first_page": about.first_page, "last_page": about.last_page,
            "source_url": about.source_url, "header_rows": about.header_rows, "rows": grid.texts,
            "columns": [{"name": c.name, "type": c.type, "unit": c.unit, "scale": c.scale, "values": [plain(v) for v in c.values]} for c in columns]}


def write_json(out: IO[str], grid: Grid, *, evidence: bool = False) -> None:
    """`as_json` as text; ``evidence`` adds where each of ``rows`` starts."""
    where = {"evidence": [dict(zip(EVIDENCE, evidence_row(grid, n), strict=True)) for n in range(grid.about.rows)]} if evidence else {}
    json.dump(as_json(grid) | where, out, ensure_ascii=False, indent=1)
    out.write("\n")


def evidence_row(grid: Grid, row: int) -> tuple[str, int | None, float | None, float | None, float | None, float | None]:
    """Source, page and box (points) of the place where ``row`` (from 0) starts."""
    spot = grid.spots.get(row)
    source = grid.about.source_url or grid.about.file_name
    if spot is None:
        return source, None, None, None, None, None
    return (source, spot.page, *(spot.box or (None, None, None, None)))


def _row(about: About, file: str, sheet: str) -> tuple[Any, ...]:
    return (file, sheet or None, about.title, about.header, about.unit, about.note, about.file_name, about.pages, about.first_page, about.last_page,
            about.rows, about.columns, about.council, about.body, about.meeting_date, about.item_number, about.item_title, about.paper,
            about.source_url, about.path, about.table_id)
