"""Stored tables as grids: which ones are wanted, their cells, and the places where these are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from papermine import regex as re
from papermine.errors import NotFound
from papermine.provenance import Box, pack_of
from papermine.store import Answer, Source, query

_AT_ONCE = 200
"""Tables whose cells are fetched by one query."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tables: all conditions that are given hold. Texts match anywhere, whatever their case or accents.

    ``words``: each stands in the title, the unit or the header. ``item``: an item's number, or words of
    its title. ``pack``: a pack's id, or a part of its file name. ``page``: a position in the file.
    """

    council: str | None = None
    body: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    item: str | None = None
    words: str | None = None
    min_rows: int | None = None
    pack: str | None = None
    page: int | None = None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """A table without its cells: what it is called and where it stands."""

    table_id: str
    council: str | None
    body: str | None
    meeting_date: dt.date | None
    item_number: str | None
    item_title: str | None
    paper: str | None
    title: str | None
    header: str | None
    unit: str | None
    note: str | None
    file_name: str
    first_page: int
    last_page: int
    rows: int
    columns: int
    header_rows: int
    source_url: str | None
    path: str | None
    pack_id: str

    @property
    def name(self) -> str:
        """Its title, else the words of its header."""
        return self.title or (f"[{self.header}]" if self.header else "(without a title)")

    @property
    def pages(self) -> str:
        """The pages that it stands on; an en dash between them, which no spreadsheet takes for a date."""
        return str(self.first_page) if self.first_page == self.last_page else f"{self.first_page}–{self.last_page}"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of the joined table, from row and column 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    value: Decimal | None
    page: int


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """What `table_columns` says of a column."""

    name: str | None
    type: str
    unit: str | None
    scale: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row starts: page (position), and the box round its cells there, in points."""

    page: int
    box: Box | None


@dataclass(slots=True)
class Grid:
    """A table with its cells. ``spots`` are its rows' places, where they were asked for."""

    about: About
    cells: list[GridCell]
    columns: dict[int, StoredColumn] = field(default_factory=dict)
    spots: dict[int, Spot] = field(default_factory=dict)

    @property
    def texts(self) -> list[list[str]]:
        """Rows of cell texts; a merged cell's text stands at its top left, "" elsewhere."""
        rows = [[""] * self.about.columns for _ in range(self.about.rows)]
        for cell in self.cells:
            if cell.row < len(rows) and cell.column < self.about.columns:
                rows[cell.row][cell.column] = cell.text
        return rows


_ABOUT = """
SELECT t.table_id, g.council, g.body, g.meeting_date, i.number AS item_number, i.title AS item_title, d.title AS paper, t.title,
  h.header, t.unit, t.note, k.file_name, t.first_page, t.last_page, t.row_count AS rows, t.column_count AS columns,
  t.header_rows, s.source_url, s.path, t.pack_id
FROM {tables} t
JOIN {packs} k ON k.pack_id = t.pack_id
LEFT JOIN {pack_sources} s ON s.pack_id = t.pack_id
LEFT JOIN {documents} d ON d.pack_id = t.pack_id AND d.document_id = t.document_id
LEFT JOIN {meetings} g ON g.meeting_id = d.meeting_id
LEFT JOIN {agenda_items} i ON i.pack_id = t.pack_id AND i.item_id = t.item_id
LEFT JOIN (SELECT c.table_id, string_agg(c.text, ' | ' ORDER BY c.row_index, c.column_index) FILTER (c.text <> '') AS header
           FROM {table_cells} c JOIN {tables} t ON t.pack_id = c.pack_id AND t.table_id = c.table_id
           WHERE c.row_index < greatest(t.header_rows, 1)CHOSEN GROUP BY c.table_id) h ON h.table_id = t.table_id
WHERE true"""
_VIEW = re.compile(r"\{(\w+)\}")
_ORDER = " ORDER BY g.meeting_date NULLS LAST, k.file_name, t.pack_id, t.ordinal"


def _plain(sql: str) -> str:
    return f"lower(strip_accents({sql}))"


def _where(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """The conditions of ``wanted`` as SQL, and their values."""
    parts: list[str] = []
    args: dict[str, Any] = {}

    def add(sql: str, **values: Any) -> None:
        parts.append(f" AND {sql}")
        args.update(values)

    if wanted.council is not None:
        add(f"contains({_plain('g.council')}, {_plain('$council')})", council=wanted.council)
    if wanted.body is not None:
        add(f"contains({_plain('g.body')}, {_plain('$body')})", body=wanted.body)
    if wanted.start is not None:
        add("g.meeting_date >= $start", start=wanted.start)
    if wanted.end is not None:
        add("g.meeting_date <= $end", end=wanted.end)
    if wanted.item is not None:
        add(f"(i.number = $item OR i.agenda_number = $item OR i.minute_number = $item OR contains({_plain('i.title')}, {_plain('$item')}))",
            item=wanted.item)
    for n, word in enumerate((wanted.words or "").split()):
        add(f"contains({_plain('concat_ws(chr(32), t.title, t.unit, h.header)')}, {_plain(f'$word{n}')})", **{f"word{n}": word})
    if wanted.min_rows is not None:
        add("t.row_count >= $min_rows", min_rows=wanted.min_rows)
    if wanted.pack is not None:
        add("(t.pack_id = $pack OR contains(lower(k.file_name), lower($pack)))", pack=wanted.pack)
    if wanted.page is not None:
        add("$page BETWEEN t.first_page AND t.last_page", page=wanted.page)
    if wanted.ids:
        add("t.table_id IN (SELECT unnest($ids))", ids=list(wanted.ids))
        packs = {pack_of(each) for each in wanted.ids}
        if len(packs) == 1:  # one value goes over the joins, so that no other pack's rows are read
            add("t.pack_id = $only", only=packs.pop())
    return "".join(parts), args


View = Callable[[str], str]
"""What stands in FROM for a view: its name, or a query of those of its rows that are wanted."""


def find(db: Source, wanted: Wanted, view: View = str) -> list[About]:
    """The tables that ``wanted`` names, by meeting, file and place. Raises `NotFound` for an id that is not stored."""
    where, args = _where(wanted)
    chosen = " AND c.table_id IN (SELECT unnest($ids))" if wanted.ids else ""
    about = _VIEW.sub(lambda m: view(m[1]), _ABOUT).replace("CHOSEN", chosen + (" AND c.pack_id = $only" if "only" in args else ""))
    found = [About(*row) for row in query(db, about + where + _ORDER, args).rows]
    if wanted.ids and len({a.table_id for a in found}) < len(set(wanted.ids)):
        stored = {row[0] for row in query(db, "SELECT table_id FROM tables WHERE table_id IN (SELECT unnest(?))", [list(wanted.ids)]).rows}
        for table_id in wanted.ids:
            if table_id not in stored:
                raise NotFound(f"no table has the id {table_id}: `papermine tables list` shows the ids that there are")
    return found


def count(db: Source) -> int:
    """How many tables the database holds."""
    return int(query(db, "SELECT count(*) FROM tables").rows[0][0])


def load(db: Source, tables: Sequence[About], *, places: bool = False, view: View = str) -> Iterator[Grid]:
    """The tables with their cells, in the order given; ``places`` adds where each row is printed."""
    for first in range(0, len(tables), _AT_ONCE):
        some = tables[first:first + _AT_ONCE]
        ids = [about.table_id for about in some]
        grids = {about.table_id: Grid(about, []) for about in some}
        for table_id, *cell in _of(db, "row_index, column_index, row_span, column_span, text, value, page", view("table_cells"), ids,
                                   "row_index, column_index").rows:
            grids[table_id].cells.append(GridCell(*cell))
        for table_id, index, *column in _of(db, "column_index, name, type, unit, scale", view("table_columns"), ids, "column_index").rows:
            grids[table_id].columns[index] = StoredColumn(*column)
        if places:
            for row in query(db, _SPOTS, [ids]).rows:
                grids[row[0]].spots.setdefault(row[1], Spot(row[2], Box(*row[3:]) if row[3] is not None else None))
        yield from grids.values()


def _of(db: Source, columns: str, view: str, ids: list[str], order: str) -> Answer:
    """Rows of these tables: of their packs first, whose short ids are soon compared."""
    return query(db, f"SELECT table_id, {columns} FROM {view} SEMI JOIN (SELECT unnest($packs) AS pack_id) USING (pack_id) "
                 f"WHERE table_id IN (SELECT unnest($ids)) ORDER BY table_id, {order}", {"ids": ids, "packs": sorted({pack_of(i) for i in ids})})


_SPOTS = """
SELECT c.table_id, c.row_index, coalesce(p.page, c.page) AS on_page, min(p.x0), min(p.top), max(p.x1), max(p.bottom)
FROM table_cells c LEFT JOIN printed_cells p ON p.cell_id = c.cell_id AND p.table_id = c.table_id
WHERE c.table_id IN (SELECT unnest(?)) GROUP BY c.table_id, c.row_index, on_page ORDER BY c.table_id, c.row_index, on_page"""


@dataclass(frozen=True, slots=True)
class PrintedBox:
    """A cell as one page prints it. ``row``: its row in the joined table; None for a repeated header."""

    page: int
    row: int | None
    column: int
    text: str
    box: Box


def printed(db: Source, table_id: str) -> list[PrintedBox]:
    """What each page prints of a table, with boxes in points on the page as displayed."""
    rows = query(db, """
        SELECT p.page, c.row_index, p.column_index, p.text, p.x0, p.top, p.x1, p.bottom
        FROM printed_cells p LEFT JOIN table_cells c ON c.cell_id = p.cell_id AND c.table_id = p.table_id
        WHERE p.table_id = ? ORDER BY p.page, p.row_index, p.column_index""", [table_id]).rows
    return [PrintedBox(page, row, column, text, Box(*box)) for page, row, column, text, *box in rows]
