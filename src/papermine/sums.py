"""A table's own arithmetic: do the printed totals agree with the rows and columns that they sum?

A total is what is called one ("Total", "Total income", "Grand total"). What it sums is not printed, so several
readings are tried: the rows since the last total, all rows that are no totals, the totals above. A reading counts
only where it fits most of the figures of that total; a figure that then differs is a finding, and what fits
nothing is left alone: a net line may be called a total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papermine import regex as re

_TOTAL = re.compile(r"\b(?:sub-?|grand\s)?totals?\b", re.I)
_RESULT = re.compile(r"\b(?:net|balance|surplus|deficit|average|mean|variance|difference|cumulative|opening|closing|percentage|requirement)\b", re.I)
_AVERAGE = re.compile(r"\b(?:average|mean|median|rate|index|per\s(?:head|unit|cent)|life|duration)\b", re.I)
SUMMABLE = frozenset({"money", "number"})
"""Column types whose figures add up."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total and what its summands come to. Rows and columns from 0; ``name`` is the total's label."""

    row: int
    column: int
    name: str
    printed: Decimal
    computed: Decimal
    agrees: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """A table as its figures: ``values`` by (row, column) below the header, ``labels`` by row, ``names``, ``types`` and
    ``scales`` by column."""

    rows: range
    values: Mapping[tuple[int, int], Decimal]
    labels: Mapping[int, str]
    names: Sequence[str]
    types: Sequence[str]
    scales: Sequence[int]


def sums(table: Figures) -> list[Sum]:
    """Every printed total that can be checked, by row and column."""
    return sorted([*_rows(table), *_columns(table)], key=lambda s: (s.row, s.column))


def verdict(found: Sequence[Sum]) -> str | None:
    """"agree", "differ", or None where nothing could be checked."""
    return None if not found else "agree" if all(s.agrees for s in found) else "differ"


def _agrees(printed: Decimal, parts: Sequence[Decimal], rounded: bool) -> bool:
    """Equal, or as near as rounding of each part to the last place printed allows."""
    off = abs(printed - sum(parts, Decimal(0)))
    places = max(-int(v.as_tuple().exponent) for v in (printed, *parts))
    if off == 0 or places >= 2 or (not rounded and places == 0):
        return off == 0
    return off <= Decimal(1).scaleb(-max(places, 0)) * (len(parts) + 1) / 2


def _rows(table: Figures) -> list[Sum]:
    """Total rows against the rows above them."""
    totals = [r for r in table.rows if _TOTAL.search(table.labels.get(r, "")) and any((r, c) in table.values for c in range(len(table.types)))]
    figures = [c for c, kind in enumerate(table.types) if kind in SUMMABLE and not _AVERAGE.search(table.names[c])]
    out: list[Sum] = []
    for k, total in enumerate(totals):
        since = totals[k - 1] + 1 if k else table.rows.start
        group = next((r + 1 for r in range(total - 1, since - 1, -1) if not any((r, c) in table.values for c in figures)), since)
        plain = [r for r in table.rows if r < total and r not in totals]
        readings = [range(since, total), range(group, total), plain, totals[:k], [*totals[:k], *range(since, total)]]
        best: list[Sum] = []
        for reading in readings:
            fresh = _reading(table, total, [r for r in reading if not _RESULT.search(table.labels.get(r, ""))], figures)
            if sum(s.agrees for s in fresh) > sum(s.agrees for s in best):
                best = fresh
        if not best and len(totals) == 1 and total == table.rows[-1] and not any(_RESULT.search(label) for label in table.labels.values()):
            best = [s for s in _reading(table, total, plain, figures) if len(figures) == 1 and _near(s)]
            out += best
        elif best and 2 * sum(s.agrees for s in best) >= len(best):
            out += best
    return out


def _near(s: Sum) -> bool:
    """The two figures are of one size: a slip, not another kind of figure."""
    return abs(s.printed - s.computed) <= abs(s.printed) / 4


def _reading(table: Figures, total: int, rows: Sequence[int], columns: Sequence[int]) -> list[Sum]:
    out = []
    for c in columns:
        parts = [table.values[r, c] for r in rows if (r, c) in table.values]
        printed = table.values.get((total, c))
        if printed is not None and len(parts) > 1:
            out.append(Sum(total, c, table.labels[total], printed, sum(parts, Decimal(0)), _agrees(printed, parts, table.scales[c] > 1)))
    return out


def _columns(table: Figures) -> list[Sum]:
    """A column that is called a total against the columns before it."""
    out: list[Sum] = []
    begin = 0
    for c, name in enumerate(table.names):
        if not _TOTAL.search(name) or table.types[c] not in SUMMABLE or _RESULT.search(name):
            continue
        before = [b for b in range(begin, c) if table.types[b] in SUMMABLE and not _RESULT.search(table.names[b])]
        fresh = []
        for r in table.rows:
            parts = [table.values[r, b] for b in before if (r, b) in table.values]
            printed = table.values.get((r, c))
            if printed is not None and len(parts) > 1:
                fresh.append(Sum(r, c, name, printed, sum(parts, Decimal(0)), _agrees(printed, parts, table.scales[c] > 1)))
        if len(fresh) > 1 and 3 * sum(s.agrees for s in fresh) >= 2 * len(fresh):
            out += fresh
        begin = c + 1
    return out
