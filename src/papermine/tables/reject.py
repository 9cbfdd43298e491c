"""What looks like a table and is none: charts, forms, frames round prose, lists, contents."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from papermine import regex as re
from papermine.document import Rule, TablePart, Word
from papermine.provenance import Box
from papermine.tables.ink import Ink
from papermine.tables.lattice import Lattice

_CAPTION = re.compile(r"^(?:table|exhibit|figure|chart|annex|schedule|box|graph)\s+(?:[A-Z]?[\d.]+|[A-Z]\b|[IVX]+\b)", re.I)
_NOTE = re.compile(r"^(?:sources?\b|notes?\s*[:.\d]|notes? to|exhibit reads|key\s*:|\*|†|‡)", re.I)


def is_caption(text: str) -> bool:
    """Does a row of one cell print the table's title ("Table 3: …")?"""
    return bool(_CAPTION.match(text))


def is_note(text: str) -> bool:
    """Does a row of one cell print a note or source under the table?"""
    return bool(_NOTE.match(text))


def is_chart(lattice: Lattice, words: Sequence[Word], ink: Ink) -> bool:
    """Grid lines of a drawing: curves inside, or lines that run through the words."""
    box = lattice.box
    drawn = [c for c in ink.curves if _inside(c, box) and max(c.width, c.height) > 6 and not (lattice.rows > 1 and _icon(c, lattice))]
    if len(drawn) >= 2 and len(drawn) > 0.08 * len(words) and sum(max(c.width, 1) * max(c.height, 1) for c in drawn) > 0.02 * box.width * box.height:
        return True
    rows = _side_by_side([f for f in ink.fills if _inside(f.box, box)])
    floating = [f for row in rows if not (_near(row[0].x0, lattice.xs) and _near(row[-1].x1, lattice.xs)) for f in row if not (
        (_near(f.x0, lattice.xs) and _near(f.x1, lattice.xs)) or (_near(f.top, lattice.ys) and _near(f.bottom, lattice.ys)))]
    if len(floating) >= 3 and len(floating) > 0.15 * len(words):
        return True
    through, xs = 0, lattice.xs
    for w in words:
        x = max(bisect_right(xs, w.x0 + 1), 1)
        if w.upright and x < len(xs) - 1 and xs[x] < w.x1 - 1:
            r = bisect_right(lattice.ys, w.baseline - 0.25 * w.size) - 1
            through += 0 <= r < lattice.rows and bool(lattice.left[r, x])
    return through >= 3 and through > 0.12 * len(words)


ICON = 20.0
"""An arrow or a light that says how a service does is at most this many points wide and high."""


def _icon(curve: Box, lattice: Lattice) -> bool:
    """Is it small, and clear of the borders of the cell that it stands in? What a chart draws lies over its grid lines."""
    if max(curve.width, curve.height) > ICON:
        return False
    return all(any(a + 1 < low and high < b - 1 for a, b in pairwise(stops)) for low, high, stops in ((curve.x0, curve.x1, lattice.xs), (curve.top, curve.bottom, lattice.ys)))


def _side_by_side(fills: Sequence[Rule]) -> list[list[Rule]]:
    """Fills of one height that touch, from left to right: the cells of a shaded row."""
    out: list[list[Rule]] = []
    for f in sorted(fills, key=lambda f: (round(f.top / 2), round(f.bottom / 2), f.x0)):
        last = out[-1][-1] if out else None
        if last is not None and abs(f.top - last.top) < TOUCH and abs(f.bottom - last.bottom) < TOUCH and -TOUCH < f.x0 - last.x1 < TOUCH:
            out[-1].append(f)
        else:
            out.append([f])
    return out


TOUCH = 2.0
"""Fills nearer than this many points touch."""


def _near(at: float, stops: Sequence[float]) -> bool:
    return any(abs(at - s) < 8 for s in stops)


def _inside(a: Box, b: Box) -> bool:
    return a.x0 >= b.x0 - 2 and a.x1 <= b.x1 + 2 and a.top >= b.top - 2 and a.bottom <= b.bottom + 2


def is_sparse(part: TablePart) -> bool:
    """Too little stands in its cells, or too few rows have more than one, for a table."""
    full = [c for c in part.cells if c.text]
    if len(full) < 3 or len(full) < 0.12 * part.rows * part.columns:
        return True
    by_row: dict[int, int] = {}
    for c in full:
        for r in range(c.row, c.row + c.row_span):
            by_row[r] = by_row.get(r, 0) + 1
    several = sum(n > 1 for n in by_row.values())
    return several < (1 if part.rows <= 2 else 2) or several < 0.3 * part.rows


def is_columns_of_text(part: TablePart) -> bool:
    """A page set in columns: sentences run on from cell to cell, downwards, in two columns or more."""
    columns: dict[int, list[str]] = {}
    for c in part.cells:
        if c.text:
            columns.setdefault(c.column, []).append(c.text)
    running = 0
    for texts in columns.values():
        pairs = [(above, below) for above, below in pairwise(texts) if below[0].islower() and (above[-1].islower() or above[-1] in ",-")]
        long = all(min(len(above.split()), len(below.split())) >= 15 for above, below in pairs)
        running += len(pairs) >= (1 if long else 3) and len(pairs) >= 0.3 * (len(texts) - 1)
    return running >= 2


_MEMO = re.compile(r"^(?:to|from|via|cc|date|meeting date|re|subject|title)\s*:$", re.I)


def is_letterhead(part: TablePart) -> bool:
    """The head of a memo or report: "TO:", "FROM:", "SUBJECT:" with what they say beside them."""
    labels = [c.text for c in part.cells if c.column == 0 and c.text]
    if part.columns > 3 or part.rows > 12 or not labels:
        return False
    return sum(bool(_MEMO.match(t)) for t in labels) >= 2 or (part.rule != "lattice" and sum(t.endswith(":") for t in labels) >= 0.7 * len(labels))
