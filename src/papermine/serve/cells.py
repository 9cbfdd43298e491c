"""Names that a table prints over several cells: "Andrew" | "Lynch", or one below the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import accumulate

from papermine.export.redact import MASK

Cell = tuple[int, int, str]
"""Row and column from 0, and text."""
Spans = Callable[[str], list[tuple[int, int]]]
"""Where a text holds what is masked."""


def parts(cells: Iterable[Cell], spans: Spans) -> dict[tuple[int, int], str]:
    """The cells that hold a part of what is masked only as a whole, each by row and column with its text without that part.

    >>> parts([(0, 0, "7"), (0, 1, "Mr Andrew"), (0, 2, "Lynch (Bath)")], lambda text: [(text.find("Andrew"), text.find(" (Bath)"))])
    {(0, 1): 'Mr [member of the public]', (0, 2): '[member of the public] (Bath)'}
    """
    rows: dict[int, list[Cell]] = defaultdict(list)
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in sorted(cells):
        if cell[2]:
            rows[cell[0]].append(cell)
            columns[cell[1]].append(cell)
    masked: dict[tuple[int, int], set[int]] = defaultdict(set)
    texts: dict[tuple[int, int], str] = {}
    for line in (*rows.values(), *columns.values()):
        starts = [0, *accumulate(len(text) + 1 for _, _, text in line)]
        for first, last in spans("\n".join(text for _, _, text in line)):
            over = [(cell, start) for cell, start in zip(line, starts, strict=False) if start < last and start + len(cell[2]) > first]
            if len(over) > 1:
                for (row, column, text), start in over:
                    texts[row, column] = text
                    masked[row, column].update(range(max(first - start, 0), min(last - start, len(text))))
    return {at: _without(text, masked[at]) for at, text in texts.items()}


def _without(text: str, masked: set[int]) -> str:
    """The text with a mask for each run of these characters."""
    return "".join(c if k not in masked else MASK if k - 1 not in masked else "" for k, c in enumerate(text))
