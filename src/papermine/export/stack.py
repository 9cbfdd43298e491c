"""Tables of one shape over many packs as one long table: columns are matched by the words of their headers and their types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from typing import Any

from papermine import regex as re
from papermine.export.columns import FIGURES, Column, columns_of
from papermine.export.tables import About, Grid, Wanted, find, load

ALIKE = 0.5
"""Two columns are one where at least this share of the words of both headers is the same."""
SHAPE = 0.6
"""Two tables are of one shape where at least this share of the columns of both is matched."""
CONTEXT = ("council", "body", "meeting_date", "file_name", "table_id", "page", "row_index")
"""Columns that stand before those of the tables: where each row is from."""

_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\bq[1-4]\b|\bquarter\s\d\b|\bmonth\s\d+\b", re.I)


@dataclass(frozen=True, slots=True)
class Match:
    """A column of another table that was taken for a column of the model; ``likeness`` 0 to 1. None: it has none."""

    model: str
    other: str | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Stacked:
    """A table that was stacked: what was matched to what, and its columns that the model does not have."""

    about: About
    matches: list[Match]
    left_out: list[str]


@dataclass(frozen=True, slots=True)
class Stack:
    """The long table: column names, DuckDB types, rows, and how each table was matched."""

    names: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]
    tables: list[Stacked]


def header_words(name: str) -> list[str]:
    """The words of a header by which it is known again: a year, month or quarter is one whichever it is.

    >>> header_words("2024/25 Budget £000"), header_words("Q3 Forecast (£m)")
    (['#', 'budget'], ['#', 'forecast'])
    """
    text = _MONTH.sub(" # ", _YEAR.sub(" # ", name.lower()))
    return list(re.findall(r"#|[^\W\d_]+", re.sub(r"[£$€]\s?['’]?(?:000s?|m|k|bn)?\b|\b000s?\b", " ", text)))


def likeness(a: Column, b: Column) -> float:
    """How alike two columns are, 0 to 1, by header words; 0 where one holds figures and the other none."""
    if (a.type in FIGURES) != (b.type in FIGURES):
        return 0.0
    left, right = header_words(a.name), header_words(b.name)
    if not left or not right:
        return 0.8 if a.index == b.index and not left and not right else 0.0
    rest = list(right)
    both = 0
    for w in left:
        if w in rest:
            rest.remove(w)
            both += 1
    return 2 * both / (len(left) + len(right))


def match(model: Sequence[Column], other: Sequence[Column]) -> list[tuple[Column, Column, float]]:
    """The best pairs of columns, each used once; of equals those at the same place."""
    pairs = sorted(((likeness(a, b), -abs(i - j), -i, a, b) for i, a in enumerate(model) for j, b in enumerate(other)),
                   key=lambda p: p[:3], reverse=True)
    out: list[tuple[Column, Column, float]] = []
    for like, _, _, a, b in pairs:
        if like >= ALIKE and not any(a is x or b is y for x, y, _ in out):
            out.append((a, b, like))
    return sorted(out, key=lambda p: p[0].index)


def stack(db: str | PathLike[str], table_id: str, wanted: Wanted) -> Stack:
    """All tables that ``wanted`` leaves and that have the shape of ``table_id``, by date. Raises `NotFound` for an unknown id."""
    (model,) = load(db, find(db, Wanted(ids=(table_id,))))
    columns = columns_of(model)
    names = [*CONTEXT, *(c.name for c in columns)]
    types = ["VARCHAR", "VARCHAR", "DATE", "VARCHAR", "VARCHAR", "BIGINT", "BIGINT",
             *("DECIMAL" if c.type in FIGURES else "DATE" if c.type == "date" else "VARCHAR" for c in columns)]
    rows: list[tuple[Any, ...]] = []
    done: list[Stacked] = []
    near = [a for a in find(db, wanted) if a.table_id == table_id or abs(a.columns - model.about.columns) <= max(1, model.about.columns // 2)]
    for grid in load(db, near):
        others = columns_of(grid)
        pairs = match(columns, others)
        if grid.about.table_id != table_id and len(pairs) < SHAPE * max(len(columns), len(others)):
            continue
        of = {a.index: (b, like) for a, b, like in pairs}
        matches = [Match(c.name, of[c.index][0].name, of[c.index][1]) if c.index in of else Match(c.name, None, 0.0) for c in columns]
        done.append(Stacked(grid.about, matches, [b.name for b in others if not any(b is y for _, y, _ in pairs)]))
        rows += _rows(grid, [of[c.index][0] if c.index in of else None for c in columns])
    return Stack(names, types, rows, done)


def _rows(grid: Grid, columns: Sequence[Column | None]) -> list[tuple[Any, ...]]:
    about = grid.about
    pages: dict[int, int] = {}
    for cell in grid.cells:
        pages[cell.row] = min(pages.get(cell.row, cell.page), cell.page)
    return [(about.council, about.body, about.meeting_date, about.file_name, about.table_id, pages.get(row, about.first_page), row,
             *(c.values[row - about.header_rows] if c is not None else None for c in columns)) for row in range(about.header_rows, about.rows)]
