"""Words → lines: rows by baseline, cut into columns of prose where a page is set in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from papermine.document import Line, Page, Word
from papermine.language.welsh import language
from papermine.provenance import Box
from papermine.tables.text import baselines


def make_lines(page: Page, tables: list[Box]) -> list[Line]:
    """The page's upright words as lines in reading order; `Line.table` names the table that holds it."""
    words = [w for w in page.words if w.upright]
    inside: list[list[Word]] = [[] for _ in tables]
    outside = [] if tables else words
    reach = [(b.x0 - 1, b.top - 1, b.x1 + 1, b.bottom + 1, held) for b, held in zip(tables, inside, strict=True)]
    for w in words if tables else ():
        cx, cy = (w.x0 + w.x1) / 2, (w.top + w.bottom) / 2
        for x0, top, x1, bottom, held in reach:
            if x0 <= cx <= x1 and top <= cy <= bottom:
                held.append(w)
                break
        else:
            outside.append(w)
    chunks: list[tuple[Box, list[Line]]] = []
    for k, held in enumerate(inside):
        lines = [Line(page.number, row) for row in rows(held)]
        for line in lines:
            line.table = k
        if lines:
            chunks.append((tables[k], lines))
    body: list[Line] = []
    for column in columns(outside):
        body += [Line(page.number, row) for row in column]
    for box, lines in sorted(chunks, key=lambda c: c[0].top):
        at = next((i for i, line in enumerate(body) if line.top >= box.top - 1 and line.x0 < box.x1 and line.x1 > box.x0), len(body))
        body[at:at] = lines
    _gaps(body)
    return body


def side_lines(page: Page) -> list[Line]:
    """Lines that run up or down the page (stamps on landscape pages, labels of charts)."""
    side = [w for w in page.words if not w.upright]
    groups: dict[tuple[int, bool], list[Word]] = {}
    for w in side:
        groups.setdefault((round(w.x0 / 4), w.downward), []).append(w)
    return [Line(page.number, sorted(g, key=lambda w: w.top if w.downward else -w.bottom)) for g in groups.values()]


def rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words grouped into rows by baseline, from top to bottom, each from left to right.

    A smaller word (a raised mark) joins the row that it overlaps.
    """
    return baselines(words, 0.3)


def columns(words: Sequence[Word]) -> list[list[list[Word]]]:
    """Words as chunks of rows in reading order: where a band of the page is set in columns of prose,
    the left column comes before the right one. Columns of a list or a form stay side by side.
    """
    if len(words) < LEAST:
        return [rows(words)]
    return [rows(chunk.words) for chunk in _columns(_Chunk.of(words))]


@dataclass(slots=True)
class _Chunk:
    """Some of a page's words: their places (n) in the list of all, and for each (n, 4): x0, x1, top, bottom."""

    page: Sequence[Word]
    at: NDArray[np.int64]
    box: NDArray[np.float64]

    @classmethod
    def of(cls, words: Sequence[Word]) -> _Chunk:
        columns = [w.x0 for w in words], [w.x1 for w in words], [w.top for w in words], [w.bottom for w in words]
        return cls(words, np.arange(len(words)), np.array(columns).T)

    def part(self, mask: NDArray[np.bool_]) -> _Chunk:
        return _Chunk(self.page, self.at[mask], self.box[mask])

    @property
    def words(self) -> list[Word]:
        return [self.page[k] for k in self.at.tolist()]

    @property
    def middle(self) -> NDArray[np.float64]:
        return (self.box[:, 2] + self.box[:, 3]) / 2


def _columns(chunk: _Chunk) -> list[_Chunk]:
    cut = _gutter(chunk)
    if cut is None:
        return [chunk]
    top, bottom, x = cut
    middle, left = chunk.middle, (chunk.box[:, 0] + chunk.box[:, 1]) / 2 < x
    above, below = middle < top, middle > bottom
    band = ~above & ~below
    return [part for mask in (above, band & left, band & ~left, below) if mask.any() for part in _columns(chunk.part(mask))]


GUTTER = 5.0
"""A gutter between columns is at least this wide, in points, and wider by a quarter than the space between words: in a
typewriter face, spaces that stand below one another by chance are as wide as that."""
BAND = 8
"""Columns run over at least this many lines."""
LEAST = 6 * BAND
"""Fewer words than these are not looked at as columns."""


def _gutter(chunk: _Chunk) -> tuple[float, float, float] | None:
    """The longest band (top, bottom, x) in which no word crosses x and running text fills both sides."""
    if len(chunk.at) < LEAST:
        return None
    box = chunk.box
    low, high = float(box[:, 0].min()), float(box[:, 1].max())
    tall = BAND * 1.1 * _median(box[:, 3] - box[:, 2])
    if float(box[:, 3].max() - box[:, 2].min()) < tall or high - low < 150:
        return None
    xs = np.arange(low + 0.2 * (high - low), low + 0.8 * (high - low), 2.0)
    by_row = box[np.lexsort((box[:, 0], box[:, 3], box[:, 2]))]
    starts, ends, xs = _widest_breaks(by_row, xs, max(GUTTER, 1.25 * _space(by_row)))
    high_enough = ends - starts >= tall
    starts, ends, xs = starts[high_enough], ends[high_enough], xs[high_enough]
    middle = chunk.middle
    tried: list[float] = []
    for k in np.argsort(starts - ends, kind="stable").tolist():
        top, bottom, x = float(starts[k]), float(ends[k]), float(xs[k])
        if any(abs(x - t) < 8 for t in tried):
            continue
        tried.append(x)
        left = box[:, 1] <= x
        band = (top < middle) & (middle < bottom)
        one, other = chunk.part(band & left), chunk.part(band & ~left)
        smaller_first = sorted((one, other), key=lambda side: len(side.at))  # it is told sooner that this one is no column
        if all(_prose(side, high - low) or _gutter(side) is not None for side in smaller_first) or two_languages(one.words, other.words):
            return max(top, _under_heading(box[band & left], box[band & ~left], low, high)), bottom, x
        if len(tried) >= 6:
            return None
    return None


def two_languages(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Is one of two columns in Welsh and the other in English? Then each is read by itself, whatever its form."""
    tongue = language(" ".join([w.text for w in one]))
    return tongue is not None and {tongue, language(" ".join([w.text for w in other]))} == {"cy", "en"}


def _under_heading(one: NDArray[np.float64], other: NDArray[np.float64], low: float, high: float) -> float:
    """Where columns begin that have a short line over them, in the middle of the sheet and clear of the gutter ("MONDAY, JUNE 8, 1998")."""
    for side, beside in ((one, other), (other, one)):
        alone = side[:, 3] < beside[:, 2].min()
        if alone.any() and not alone.all():
            heading = side[alone]
            middle, height = (heading[:, 0].min() + heading[:, 1].max()) / 2, heading[:, 3].max() - heading[:, 2].min()
            white = side[~alone][:, 2].min() - heading[:, 3].max()
            if abs(middle - (low + high) / 2) < 0.03 * (high - low) and white > 0.5 * height and height < 40:
                return float(heading[:, 3].max())
    return 0.0


def _space(box: NDArray[np.float64]) -> float:
    """The usual space between words next to one another, in points; ``box`` is (n, 4) row by row."""
    white = box[1:, 0] - box[:-1, 1]
    return _median(white[(white > 0) & (box[1:, 2] == box[:-1, 2]) & (box[1:, 3] == box[:-1, 3])])


def _median(values: NDArray[np.float64]) -> float:
    """The middle one, or the mean of the two in the middle; 0 of none. NumPy's own would first import its masked arrays."""
    ordered = np.sort(values)
    return float(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2 if len(ordered) else 0.0


def _widest_breaks(box: NDArray[np.float64], xs: NDArray[np.float64],
                   gutter: float) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """The upper and lower end of the tallest band that no word crosses at x, for each x where one runs over enough lines; and these x.

    ``box`` is (n, 4), row by row: x0, x1, top, bottom. A picture or white space is no line.
    """
    # words of one height without a gutter between them cross as one
    new = np.concatenate(([True], (box[1:, 2] != box[:-1, 2]) | (box[1:, 3] != box[:-1, 3]) | (box[1:, 0] >= box[:-1, 1] + gutter)))
    first = np.flatnonzero(new)
    x0, x1, top, bottom = box[first, 0], np.maximum.reduceat(box[:, 1], first), box[first, 2], box[first, 3]
    row, least = np.cumsum(np.append(True, np.diff(top) > 1)), BAND - 2
    low, high = np.searchsorted(xs + gutter / 2, x0, "right"), np.searchsorted(xs - gutter / 2, x1)  # what stands from x0 to x1 crosses xs[low:high]
    # most x of a page of prose are crossed on all lines: only those that so many lines on end leave free are looked at closely
    turns = np.zeros((row[-1] + 1, len(xs) + 1), dtype=np.int32)
    np.add.at(turns, (row, low), 1)
    np.add.at(turns, (row, np.maximum(low, high)), -1)
    crossed = (turns.cumsum(axis=1)[:, :-1] > 0).cumsum(axis=0)
    free = np.flatnonzero((crossed[least:] == crossed[:-least]).any(axis=0))
    xs = xs[free]
    if not len(xs):
        return xs, xs, xs
    crossing = (low[:, None] <= free) & (free < high[:, None])
    none = np.zeros((1, len(xs)))
    above = np.maximum.accumulate(np.vstack((none + top.min() - 1, np.where(crossing, bottom[:, None], top.min() - 1))), axis=0)
    below = np.vstack((np.where(crossing, top[:, None], -np.inf), none + bottom.max() + 1))
    before = np.maximum.accumulate(np.vstack((none, np.where(crossing, row[:, None], 0))), axis=0)
    inside = np.append(row, row[-1] + 1)[:, None] - before > least
    at, columns = np.argmax(np.where(inside, below - above, 0.0), axis=0), np.arange(len(xs))
    return above[at, columns], below[at, columns], xs


def _prose(chunk: _Chunk, page_width: float) -> bool:
    """Running text: most rows reach across the column, with no wide gaps inside."""
    box, count, words = chunk.box, len(chunk.at), chunk.words
    if count < 3.2 * (BAND - 2) or box[:, 1].max() - box[:, 0].min() <= 0.2 * page_width:
        return False
    if sum([len(w.text) if w.text.isalpha() else sum(map(str.isalpha, w.text)) for w in words]) <= 0.7 * sum([len(w.text) for w in words]):
        return False
    sizes = np.array([w.size for w in words])
    row = _row_of(np.array([w.baseline or w.bottom for w in words]), sizes)
    if row is None:  # raised marks, or lines that overlap
        row = np.empty(count, dtype=np.int64)
        number = {id(w): k for k, line in enumerate(rows(words)) for w in line}
        row[:] = [number[id(w)] for w in words]
    n = int(row.max()) + 1
    if n < BAND - 2 or count / n < 3.2:
        return False
    order = np.lexsort((box[:, 0], row))
    row, x0, x1, size = row[order], box[order, 0], box[order, 1], sizes[order]
    last = np.append(np.flatnonzero(np.diff(row)), count - 1)
    left, right = x0[np.append(0, last[:-1] + 1)], x1[last]
    width = right.max() - left.min()
    wide = (x0[1:] - x1[:-1] > 2 * size[:-1]) & (row[1:] == row[:-1])
    gaps = len(set(row[:-1][wide].tolist()))
    return bool((right - left > 0.7 * width).sum() >= 0.5 * n and gaps <= 0.25 * n and width > 0.2 * page_width)


def _row_of(base: NDArray[np.float64], size: NDArray[np.float64]) -> NDArray[np.int64] | None:
    """The row of each word, from 0 downwards, where baselines lie plainly together or apart; else None."""
    order = np.argsort(base, kind="stable")
    ordered = base[order]
    step = np.diff(ordered) > 0.25 * size.min()
    ends = np.append(np.flatnonzero(step), len(base) - 1)
    starts = np.append(0, ends[:-1] + 1)
    if (ordered[ends] - ordered[starts] > 0.25 * size.min()).any() or (ordered[starts[1:]] - ordered[ends[:-1]] <= 0.5 * size.max()).any():
        return None
    row = np.empty(len(base), dtype=np.int64)
    row[order] = np.concatenate(([0], np.cumsum(step)))
    return row


def _gaps(lines: list[Line]) -> None:
    """Set each line's white space above, up to the line before it in reading order."""
    for before, line in pairwise(lines):
        line.gap = line.top - before.bottom if line.top > before.top else 0.0
