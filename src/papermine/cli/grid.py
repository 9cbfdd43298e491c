"""A council table on a terminal."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from papermine.cli.terminal import one_line, safe
from papermine.export.columns import FIGURES, columns_of
from papermine.export.tables import Grid

_GAP = 3
"""Characters between two columns."""
_NARROWEST = 16
"""A column may be squeezed to its longest word, but a longer word than this is broken."""


def print_grid(grid: Grid, out: Console) -> None:
    """What the table is called, its cells, and where it is printed.

    Columns that do not fit side by side come in bands, each with the first column again.
    """
    about = grid.about
    if about.title:
        out.print(Text(safe(about.title), Style(bold=True)))
    if about.unit:
        out.print(Text(safe(about.unit), Style(italic=True)))
    texts = [[safe(text) for text in row] for row in grid.texts]
    figures = {c.index for c in columns_of(grid) if c.type in FIGURES}
    narrowest = [_narrow(texts, n) for n in range(about.columns)]
    natural = [max((len(row[n]) for row in texts), default=1) for n in range(about.columns)]
    for band in bands(narrowest, out.width):
        table = Table(box=SIMPLE_HEAD, show_header=False, show_edge=False, pad_edge=False)
        for n, wide in zip(band, widths([narrowest[n] for n in band], [natural[n] for n in band], out.width), strict=True):
            table.add_column(justify="right" if n in figures else "left", overflow="fold", width=wide)
        for r, row in enumerate(texts):
            last_of_head = r == about.header_rows - 1
            table.add_row(*(Text(row[n]) for n in band), style="bold" if r < about.header_rows else None, end_section=last_of_head)
        out.print(table)
    if about.note:
        out.print(Text(safe(about.note), Style(dim=True)))
    out.print(Text(whereabouts(grid), Style(dim=True)))


def whereabouts(grid: Grid) -> str:
    """Where the table is printed, on one line."""
    about = grid.about
    item = " ".join(v for v in (about.item_number, about.item_title) if v)
    parts = (f"{about.file_name}, page {about.pages}", about.council, about.body, about.meeting_date and about.meeting_date.isoformat(),
             item and f"item {item}", about.source_url)
    return one_line(" · ".join(p for p in parts if p))


def _narrow(texts: list[list[str]], column: int) -> int:
    """The width that a column needs at least."""
    return min(max((len(word) for row in texts for word in row[column].split()), default=1), _NARROWEST)


def widths(narrowest: list[int], natural: list[int], width: int) -> list[int]:
    """How wide each column gets: what is left over goes to those that would wrap.

    >>> widths([5, 5], [40, 10], 33), widths([5, 5], [6, 5], 80)
    ([22, 7], [6, 5])
    """
    spare = width - sum(narrowest) - _GAP * (len(narrowest) - 1)
    wish = [max(b - a, 0) for a, b in zip(narrowest, natural, strict=True)]
    if sum(wish) <= max(spare, 0):
        return [max(min(max(a, b), width), 1) for a, b in zip(narrowest, natural, strict=True)]
    return [max(min(a + max(spare, 0) * w // sum(wish), width), 1) for a, w in zip(narrowest, wish, strict=True)]


def bands(narrowest: list[int], width: int) -> list[list[int]]:
    """Columns in groups that fit ``width`` characters, the first column in each.

    >>> bands([10, 8, 8, 8], 34), bands([10, 8], 80), bands([], 80)
    ([[0, 1, 2], [0, 3]], [[0, 1]], [])
    """
    out: list[list[int]] = []
    for n, need in enumerate(narrowest):
        if out and sum(narrowest[k] + _GAP for k in out[-1]) + need <= width:
            out[-1].append(n)
        elif n and out[-1] != [0] and narrowest[0] + _GAP + need <= width:
            out.append([0, n])
        else:
            out.append([n])
    return out
