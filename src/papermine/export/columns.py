"""What the columns of a table are called, what they hold, and their cells as typed values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papermine import regex as re
from papermine.export.tables import Grid, GridCell
from papermine.language.dates import find_dates, reads_month_first
from papermine.language.money import parse_number

Value = Decimal | dt.date | str | None
FIGURES = frozenset({"money", "number", "percent", "year"})
_DASH = re.compile(r"[-–—−\s]*")
_NOTHING = re.compile(r"[-–—−.…*\s]*|n\s?/?\s?a\.?|nil|tbc|tba|x", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"0\d+")
MOST = 0.8
"""A column whose type nobody has stored holds figures if so many of its filled cells do."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, below its header.

    ``type``: money, number, percent, date, year, text or tick. ``values``: a Decimal (as printed, before
    ``unit`` and ``scale``: 12.5 for "12.5%"), a date, a text, or None where the cell is none of these.
    """

    index: int
    name: str
    type: str
    unit: str | None
    scale: int
    texts: list[str]
    values: list[Value]

    @property
    def whole(self) -> bool:
        """Every filled cell has a value, but for dashes, which stand for nothing."""
        return all(v is not None or _DASH.fullmatch(t) for v, t in zip(self.values, self.texts, strict=True))

    @property
    def places(self) -> int:
        """Decimal places of its figures."""
        return max((-int(v.as_tuple().exponent) for v in self.values if isinstance(v, Decimal)), default=0)


def columns_of(grid: Grid) -> list[Column]:
    """The columns of a table, with names that differ from each other."""
    about = grid.about
    at: dict[int, list[GridCell | None]] = {n: [None] * max(about.rows - about.header_rows, 0) for n in range(about.columns)}
    for cell in grid.cells:
        if cell.column in at and about.header_rows <= cell.row < about.rows:
            at[cell.column][cell.row - about.header_rows] = cell
    known = any(c.value is not None for c in grid.cells)
    names = unique(header_names(grid))
    out = []
    for index, cells in at.items():
        stored = grid.columns.get(index)
        texts = [c.text if c is not None else "" for c in cells]
        numbers = [value_of(c, known) if c is not None else None for c in cells]
        kind = stored.type if stored is not None else _kind(texts, numbers)
        out.append(Column(index, names[index], kind, stored.unit if stored else None, stored.scale if stored else 1, texts,
                          _values(kind, texts, numbers)))
    return out


def value_of(cell: GridCell, known: bool) -> Decimal | None:
    """The figure of a cell: the stored one; where none is stored in its table, what its text says."""
    if cell.value is not None:
        return tidy(cell.value, cell.text)
    return None if known or _CODE.fullmatch(cell.text) else parse_number(cell.text)


def tidy(value: Decimal, text: str) -> Decimal:
    """The value with as many decimal places as are printed (the database holds six).

    >>> tidy(Decimal("1234.500000"), "£1,234.50"), tidy(Decimal("1200000.000000"), "£1.2m")
    (Decimal('1234.50'), Decimal('1200000'))
    """
    printed = re.search(r"\.(\d+)", text)
    short = round(value, len(printed[1])) if printed else value
    if printed and short == value and re.sub(r"\D", "", text).lstrip("0") == re.sub(r"\D", "", str(short)).lstrip("0"):
        return short
    return Decimal(f"{value.normalize():f}")


def header_names(grid: Grid) -> list[str]:
    """Each column's header text: as stored, else the levels above it joined with " / "; "column 3" where none."""
    out = []
    for index in range(grid.about.columns):
        stored = grid.columns.get(index)
        name = stored.name if stored is not None else None
        if not name:
            over = [c.text for c in grid.cells if c.row < grid.about.header_rows and c.text and c.column <= index < c.column + c.column_span]
            name = " / ".join(dict.fromkeys(over))
        out.append(" ".join(name.split()) or f"column {index + 1}")
    return out


def unique(names: Iterable[str]) -> list[str]:
    """The names, the second of its kind with (2) after it; case does not tell names apart.

    >>> unique(["Budget", "Actual", "budget"])
    ['Budget', 'Actual', 'budget (2)']
    """
    seen: set[str] = set()
    out = []
    for name in names:
        fresh, n = name, 1
        while fresh.lower() in seen:
            n += 1
            fresh = f"{name} ({n})"
        seen.add(fresh.lower())
        out.append(fresh)
    return out


def _kind(texts: Sequence[str], numbers: Sequence[Decimal | None]) -> str:
    """What a column holds, by its cells."""
    filled = [(t, n) for t, n in zip(texts, numbers, strict=True) if not _NOTHING.fullmatch(t.strip())]
    figures = [t for t, n in filled if n is not None]
    if figures and len(figures) >= MOST * len(filled):
        if all(_YEAR.fullmatch(t) for t in figures):
            return "year"
        if any("%" in t for t in figures):
            return "percent"
        return "money" if any(c in t for t in figures for c in "£$€") else "number"
    if filled and all(_date(t, False) for t, _ in filled):
        return "date"
    return "text"


def _values(kind: str, texts: list[str], numbers: Sequence[Decimal | None]) -> list[Value]:
    if kind in FIGURES:
        return list(numbers)
    if kind == "date":
        month_first = reads_month_first("\n".join(texts))
        return [_date(t, month_first) for t in texts]
    return [t or None for t in texts]


def _date(text: str, month_first: bool) -> dt.date | None:
    """The day that the whole text prints."""
    text = text.strip()
    found = find_dates(text, month_first=month_first)
    return found[0].date if len(found) == 1 and found[0].text == text else None
