"""A lattice: positions of rows and columns, and which of the edges between cells are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from papermine.provenance import Box
from papermine.tables.ink import Edge, levels

COVER = 0.6
"""An edge is drawn if ink covers this share of it."""
APART = 3.2
"""Lines of one direction nearer than this many points are one border."""


@dataclass(slots=True)
class Span:
    """A cell's place in the lattice: first and last row and column, ends inclusive."""

    r0: int
    c0: int
    r1: int
    c1: int


@dataclass(slots=True)
class Lattice:
    """``xs``, ``ys``: borders in points. ``over[i, j]``: is there an edge above row i in column j (i up to the
    number of rows)? ``left[i, j]``: one left of column j in row i (j up to the number of columns)?"""

    xs: list[float]
    ys: list[float]
    over: NDArray[np.bool_]
    left: NDArray[np.bool_]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1

    @property
    def box(self) -> Box:
        """From the first to the last border, points."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def place(self, s: Span) -> Box:
        """The box of a cell, points."""
        return Box(self.xs[s.c0], self.ys[s.r0], self.xs[s.c1 + 1], self.ys[s.r1 + 1])

    def spans(self) -> list[Span]:
        """The cells: runs of columns without an edge between, joined down where none is drawn under all of them."""
        done: list[Span] = []
        open_: dict[tuple[int, int], Span] = {}
        left: list[list[bool]] = self.left.tolist()
        over: list[list[bool]] = self.over.tolist()
        for r in range(self.rows):
            runs: list[tuple[int, int]] = []
            start = 0
            for c in range(1, self.columns + 1):
                if c == self.columns or left[r][c]:
                    runs.append((start, c - 1))
                    start = c
            fresh: dict[tuple[int, int], Span] = {}
            for run in runs:
                above = open_.get(run)
                if above is not None and True not in over[r][run[0]:run[1] + 1]:
                    above.r1 = r
                    fresh[run] = above
                else:
                    fresh[run] = span = Span(r, run[0], r, run[1])
                    done.append(span)
            open_ = fresh
        return done

    def redraw(self, across: Sequence[Edge]) -> None:
        """Look again which pieces of the borders between rows are drawn, now that there are more columns."""
        self.over = np.zeros((len(self.ys), len(self.xs) - 1), dtype=bool)
        _draw(self.over, self.ys, self.xs, across)

    def split_column(self, column: int, x: float, rows: Sequence[bool]) -> None:
        """Add a border at ``x`` inside a column, drawn in those rows for which ``rows`` is true."""
        self.xs.insert(column + 1, x)
        self.over = np.insert(self.over, column, self.over[:, column], axis=1)
        self.left = np.insert(self.left, column + 1, np.array(rows, dtype=bool), axis=1)

    def split_row(self, row: int, y: float, columns: Sequence[bool]) -> None:
        """Add a border at ``y`` inside a row, drawn in those columns for which ``columns`` is true."""
        self.ys.insert(row + 1, y)
        self.left = np.insert(self.left, row, self.left[row], axis=0)
        self.over = np.insert(self.over, row + 1, np.array(columns, dtype=bool), axis=0)

    def keep_rows(self, first: int, last: int) -> Lattice:
        """The lattice of rows ``first`` to ``last`` only (inclusive)."""
        return Lattice(list(self.xs), self.ys[first:last + 2], self.over[first:last + 2].copy(), self.left[first:last + 1].copy())

    def drop_column(self, column: int) -> None:
        """Take out the border left of ``column``: it and the column before become one."""
        del self.xs[column]
        self.over = np.delete(self.over, column, axis=1)
        self.left = np.delete(self.left, column, axis=1)


def lattice_of(across: Sequence[Edge], down: Sequence[Edge]) -> Lattice | None:
    """The lattice that these edges draw; None where they bound no area.

    Where lines run on beyond the outermost border of the other direction (a table without side
    borders), the table ends where they end.
    """
    xs = levels((e.at for e in down), APART)
    ys = levels((e.at for e in across), APART)
    xs = _ends(xs, across, 8.0)
    ys = _ends(ys, down, 5.0)
    if len(xs) < 2 or len(ys) < 2:
        return None
    over = np.zeros((len(ys), len(xs) - 1), dtype=bool)
    left = np.zeros((len(ys) - 1, len(xs)), dtype=bool)
    _draw(over, ys, xs, across)
    turned = np.zeros((len(xs), len(ys) - 1), dtype=bool)
    _draw(turned, xs, ys, down)
    left[:, :] = turned.T
    return Lattice(xs, ys, over, left)


def _ends(at: list[float], crossing: Sequence[Edge], beyond: float) -> list[float]:
    if not crossing:
        return at
    low, high = min(e.low for e in crossing), max(e.high for e in crossing)
    if not at:
        return [low, high] if high - low > beyond else []
    if low < at[0] - beyond:
        at = [low, *at]
    if high > at[-1] + beyond:
        at = [*at, high]
    return at


def _draw(drawn: NDArray[np.bool_], at: list[float], stops: list[float], edges: Sequence[Edge]) -> None:
    """Mark in ``drawn`` which pieces (between ``stops``) of each line of ``at`` the edges cover."""
    stop = np.array(stops)
    starts, ends = stop[:-1], stop[1:]
    length = ends - starts
    cover = np.zeros(drawn.shape)
    where = np.array(at)
    for e in edges:
        k = int(np.abs(where - e.at).argmin())
        if abs(where[k] - e.at) > 2 * APART:
            continue
        cover[k] += np.maximum(np.minimum(ends, e.high) - np.maximum(starts, e.low), 0)
    drawn[:, :] = cover >= COVER * length
