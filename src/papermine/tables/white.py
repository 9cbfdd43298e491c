"""Columns from white space: segments of text that keep to their own strip of the page."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import Word
from papermine.tables.cells import middle, words_in
from papermine.tables.ink import Edge
from papermine.tables.lattice import Lattice
from papermine.tables.text import Segment, TextLine, is_figure, is_mark, text_lines

_SIGN = re.compile(r"^[$£€]$|^\(?[$£€]$")
_BULLET = re.compile(r"^(?:[•●○▪■◦·o\uf0b7❖➢✦‣–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$")
_TAIL = re.compile(r"^(?:%|\)|\*+|[†‡§]|[a-z]|[\d])$")


@dataclass(slots=True)
class Strip:
    """A column of text: from ``x0`` to ``x1`` (points), with the segments that stand in it, by line."""

    x0: float
    x1: float
    held: dict[int, Segment] = field(default_factory=dict)

    @property
    def figures(self) -> float:
        """Share of its segments that print figures or marks for none."""
        texts = [s.text for s in self.held.values()]
        return sum(is_figure(t) or is_mark(t) for t in texts) / len(texts) if texts else 0.0


def strips_of(lines: Sequence[TextLine]) -> list[Strip]:
    """The columns of text that ``lines`` share, from left to right.

    Lines with most segments speak first; a segment that bridges columns which others keep apart is
    taken for a heading across them.
    """
    strips: list[Strip] = []
    order = sorted(range(len(lines)), key=lambda k: -len(lines[k].segments))
    crossing: list[Segment] = []
    for k in order:
        for s in lines[k].segments:
            hit = [t for t in strips if t.x0 < s.x1 and s.x0 < t.x1]
            if not hit:
                strips.append(Strip(s.x0, s.x1, {k: s}))
                strips.sort(key=lambda t: t.x0)
            elif len(hit) == 1:
                _add(hit[0], k, s)
            else:
                strong = [t for t in hit if len(t.held) > 1]
                if len(strong) > 1:
                    crossing.append(s)
                    continue
                first = hit[0]
                for other in hit[1:]:
                    first.held |= other.held
                    first.x1 = max(first.x1, other.x1)
                    strips.remove(other)
                _add(first, k, s)
    strips = _merge_bridged(strips, crossing)
    return _merge_signs(strips)


def _add(strip: Strip, k: int, s: Segment) -> None:
    strip.x0, strip.x1 = min(strip.x0, s.x0), max(strip.x1, s.x1)
    old = strip.held.get(k)
    strip.held[k] = s if old is None else Segment(old.words + s.words, min(old.x0, s.x0), max(old.x1, s.x1))


def _join(a: Strip, b: Strip) -> None:
    for k, s in b.held.items():
        _add(a, k, s)
    a.x1 = max(a.x1, b.x1)


def _merge_bridged(strips: list[Strip], crossing: Sequence[Segment]) -> list[Strip]:
    """Join neighbours that more lines bridge than keep apart."""
    i = 0
    while i + 1 < len(strips):
        a, b = strips[i], strips[i + 1]
        apart = len(a.held.keys() & b.held.keys())
        bridge = sum(s.x0 < a.x1 and s.x1 > b.x0 for s in crossing)
        if a.x1 > b.x0 + 1 or bridge > apart:
            _join(a, b)
            del strips[i + 1]
        else:
            i += 1
    return strips


def _merge_signs(strips: list[Strip]) -> list[Strip]:
    """A column of nothing but "$" belongs to the figures on its right, one of "%" or marks to those on its left."""
    i = 0
    while i < len(strips):
        texts = [s.text for s in strips[i].held.values()]
        if i + 1 < len(strips) and all(_SIGN.match(t) for t in texts) and strips[i + 1].figures > 0.3:
            _join(strips[i], strips[i + 1])
            del strips[i + 1]
            continue
        if i + 1 < len(strips) and len(texts) > 1 and all(_BULLET.match(t) for t in texts) and strips[i + 1].figures < 0.5 \
                and sum(k in strips[i + 1].held for k in strips[i].held) > 0.6 * len(texts):
            _join(strips[i], strips[i + 1])
            del strips[i + 1]
            continue
        if i and all(_TAIL.match(t) for t in texts) and strips[i - 1].figures > 0.5 and not all(t.isdigit() for t in texts) \
                and all(k in strips[i - 1].held for k in strips[i].held) and strips[i].x0 - strips[i - 1].x1 < 12:
            _join(strips[i - 1], strips[i])
            del strips[i]
            continue
        i += 1
    return strips


def _parted(strip: Strip) -> list[Strip]:
    """A column of figures and one of words set close to its right, where white space runs down between the two."""
    cuts: list[tuple[float, float]] = []
    for s in strip.held.values():
        for a, b in itertools.pairwise(s.words):
            if b.x0 - a.x1 > CLOSE * min(a.size, b.size) and is_figure(Segment([w for w in s.words if w.x1 <= a.x1], 0, 0).text):
                cuts.append((a.x1, b.x0))
                break
    if len(cuts) < LEAST or len(cuts) < 0.5 * len(strip.held):
        return [strip]
    low, high = max(a for a, _ in cuts), min(b for _, b in cuts)
    if low >= high or any(w.x0 < high - 0.5 and w.x1 > low + 0.5 for s in strip.held.values() for w in s.words):
        return [strip]
    left: dict[int, Segment] = {}
    right: dict[int, Segment] = {}
    for k, s in strip.held.items():
        for held, words in ((left, [w for w in s.words if w.x1 <= low + 0.5]), (right, [w for w in s.words if w.x0 >= high - 0.5])):
            if words:
                held[k] = Segment(words, words[0].x0, max(w.x1 for w in words))
    return [Strip(min(s.x0 for s in held.values()), max(s.x1 for s in held.values()), held) for held in (left, right)]


CLOSE = 0.34
"""A space between words is narrower than this share of the font size."""
LEAST = 3
"""White space that parts two columns does so in at least this many lines."""


def add_columns(lattice: Lattice, words: Sequence[Word], eager: bool, across: Sequence[Edge] = ()) -> None:
    """Split the lattice's columns where white space shows that they hold several.

    ``eager``: the region has no borders between columns; else the borders speak, and white space
    must be plain to overrule them. Where a rule ``across`` ends in the white strip, the columns part there.
    """
    for column in range(lattice.columns - 1, -1, -1):
        x0, x1 = lattice.xs[column], lattice.xs[column + 1]
        inside = [w for w in words if x0 <= (w.x0 + w.x1) / 2 < x1 and w.upright]
        inside = _unspanned(lattice, inside, column)
        if len(inside) < 4:
            continue
        lines = text_lines(inside)
        if eager:
            lines = _cut_at_starts(lines)
            strips = [part for s in strips_of(lines) for part in _parted(s)]
        else:
            many = sum(len(line.segments) > 1 for line in lines)
            if many < 3 or many < 0.6 * len(lines):
                continue
            strips = strips_of(lines)
            if not all(len(s.held) >= 3 for s in strips):
                continue
        if len(strips) < 2:
            continue
        for a, b in list(itertools.pairwise(strips))[::-1]:
            x = _gutter(a, b, across)
            lattice.split_column(column, x, _kept_apart(lattice, lines, a, b, x))


def _cut_at_starts(lines: list[TextLine]) -> list[TextLine]:
    """The lines with their pieces cut where a word starts to a hair at the place where those of a column start in many others, though it nearly touches the word before: an address that fills its column."""
    starts = sorted(s.x0 for line in lines for s in line.segments[1:]) + sorted(line.segments[0].x0 for line in lines if line.segments)
    edges = [x for x in {round(x, 1) for x in starts} if sum(abs(x - other) < HAIR for other in starts) >= max(LEAST + 1, 0.3 * len(lines))]
    out: list[TextLine] = []
    for line in lines:
        pieces: list[Segment] = []
        for s in line.segments:
            at = [0, *(k for k in range(1, len(s.words)) if not s.words[k].text[:1].islower() and any(abs(s.words[k].x0 - x) < HAIR for x in edges) and not _spaced(s, k)), len(s.words)]
            parts = [s.words[a:b] for a, b in itertools.pairwise(at)]
            pieces += [s] if len(parts) == 1 else [Segment(words, words[0].x0, max(w.x1 for w in words)) for words in parts]
        out.append(line if len(pieces) == len(line.segments) else TextLine(line.words, pieces, line.base, line.top, line.bottom, line.size))
    return out


HAIR = 0.3
"""Words that start a column do so to within this many points, where the same hand set them."""
SPACE = 0.02
"""The spaces of one line differ by no more points, unless it is stretched."""


def _spaced(s: Segment, k: int) -> bool:
    """Is the space before word ``k`` the one between the other words of its piece? Then it stands at a column's edge by chance."""
    spaces = sorted(b.x0 - a.x1 for i, (a, b) in enumerate(itertools.pairwise(s.words), 1) if i != k)
    return len(spaces) > 1 and abs(s.words[k].x0 - s.words[k - 1].x1 - spaces[len(spaces) // 2]) < SPACE


def _gutter(a: Strip, b: Strip, across: Sequence[Edge]) -> float:
    ends = [x for e in across for x in (e.low, e.high) if a.x1 - 1 <= x <= b.x0 + 1]
    return sum(ends) / len(ends) if ends else (a.x1 + b.x0) / 2


def _unspanned(lattice: Lattice, words: list[Word], column: int) -> list[Word]:
    """Leave out words in rows where the column is part of a wider cell."""
    out: list[Word] = []
    for w in words:
        r = bisect_right(lattice.ys, middle(w)) - 1
        if 0 <= r < lattice.rows and (lattice.columns == 1 or (lattice.left[r, column] and lattice.left[r, column + 1])
                                      or (column == 0 and lattice.left[r, 1]) or (column == lattice.columns - 1 and lattice.left[r, column])):
            out.append(w)
    return out


def _kept_apart(lattice: Lattice, lines: Sequence[TextLine], a: Strip, b: Strip, x: float) -> list[bool]:
    """In which rows of the lattice does no segment cross ``x``?"""
    out = [True] * lattice.rows
    for line in lines:
        for s in line.segments:
            if s.x0 < x - 0.5 and s.x1 > x + 0.5:
                r = bisect_right(lattice.ys, middle(s.words[0])) - 1
                if 0 <= r < lattice.rows:
                    out[r] = False
    return out


__all__ = ["Strip", "add_columns", "strips_of", "words_in"]
