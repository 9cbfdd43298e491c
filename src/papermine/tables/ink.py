"""A page's rules → straight edges: merged, snapped, without underlines and invisible ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papermine.document import Page, Rule, Word
from papermine.provenance import Box

SNAP = 2.2
"""Edges closer than this many points are one line (double borders, both sides of a thin rectangle)."""
GAP = 3.5
"""Pieces of one line may be this many points apart (corners are drawn as squares of their own; dashes)."""
SHORT = 3.0
"""A stroke shorter than this many points is no edge by itself; dashes join up first."""
WHITE = 0.985
"""Ink at least this light is invisible on paper."""
CELL = 5.0
"""No cell is narrower or lower than this many points."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight edge: at ``at`` across, from ``low`` to ``high`` along, in points."""

    at: float
    low: float
    high: float

    @property
    def length(self) -> float:
        """Points from end to end."""
        return self.high - self.low


@dataclass(slots=True)
class Ink:
    """The edges of a page: ``across`` run from left to right (at = y), ``down`` from top to bottom (at = x).

    ``fills``: visible filled areas that may be cell backgrounds. ``curves``: ink of drawings. ``stripes``: where
    the shade of every other row ends, and no line is drawn (y).
    """

    across: list[Edge] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)
    fills: list[Rule] = field(default_factory=list)
    curves: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    stripes: list[float] = field(default_factory=list)


def edges_of(page: Page) -> Ink:
    """The page's edges, from strokes and thin rectangles."""
    ink = Ink()
    across: list[Edge] = []
    down: list[Edge] = []
    pale: list[Rule] = []
    area = page.width * page.height
    for r in page.rules:
        w, h = r.x1 - r.x0, r.bottom - r.top
        if r.kind == "line":
            if r.light >= WHITE:
                pale.append(r)
            elif w >= h:
                across.append(Edge((r.top + r.bottom) / 2, r.x0, r.x1))
            else:
                down.append(Edge((r.x0 + r.x1) / 2, r.top, r.bottom))
        elif r.kind == "fill":
            if r.light < WHITE and w >= CELL and h >= CELL and w * h < 0.8 * area:
                ink.fills.append(r)
        elif r.kind == "curve":
            ink.curves.append(r.box)
        elif w >= 4 and h >= 4:
            ink.images.append(r.box)
    for r in pale:
        if any(f.x0 - 1 <= r.x0 and r.x1 <= f.x1 + 1 and f.top - 1 <= r.top and r.bottom <= f.bottom + 1 for f in ink.fills):
            if r.x1 - r.x0 >= r.bottom - r.top:
                across.append(Edge((r.top + r.bottom) / 2, r.x0, r.x1))
            else:
                down.append(Edge((r.x0 + r.x1) / 2, r.top, r.bottom))
    if len(ink.fills) > 1:
        beside, below, stripes = _between_fills(ink.fills)
        strokes = list(across)
        across += [e for e in below if not _beside_stroke(e, strokes, PADDING)]
        shaded = [e for pair in stripes if not any(_within(s, pair) for s in strokes) for e in pair]
        across += shaded
        ink.stripes = sorted({e.at for e in shaded} - {e.at for e in strokes})
        down += [e for e in beside if not _beside_stroke(e, down, 2 * PADDING)]
    ink.across = _without_underlines(merge(across), page.words)
    ink.down = merge(down)
    return ink


MANY_FILLS = 3000
"""A page with more filled areas than this is a drawing; they are not looked at as cells."""


def _beside_stroke(edge: Edge, strokes: Sequence[Edge], near: float) -> bool:
    """A stroked line runs along this border of a fill: the line is the border of the cell."""
    return any(abs(e.at - edge.at) < near and min(e.high, edge.high) - max(e.low, edge.low) > 0.5 * edge.length for e in strokes)


def _within(stroke: Edge, pair: tuple[Edge, Edge]) -> bool:
    """Does a stroke part the two fills whose borders ``pair`` is?"""
    a, b = pair
    return a.at - 2 < stroke.at < b.at + 2 and stroke.low < a.high and stroke.high > a.low


PADDING = 7.0
"""A cell's background may end this many points short of its stroked border."""


def _between_fills(fills: Sequence[Rule]) -> tuple[list[Edge], list[Edge], list[tuple[Edge, Edge]]]:
    """Borders between filled cells, as (down, across, stripes): a gap of bare paper, or another shade. The same shade
    goes on within one cell. Stripes are the two borders of a bare row between filled ones."""
    across: list[Edge] = []
    down: list[Edge] = []
    stripes: list[tuple[Edge, Edge]] = []
    if len(fills) > MANY_FILLS:
        return down, across, stripes
    stacks: dict[tuple[int, int], list[Rule]] = {}
    ranks: dict[tuple[int, int], list[Rule]] = {}
    for f in fills:
        stacks.setdefault((round(f.x0 / 2), round(f.x1 / 2)), []).append(f)
        ranks.setdefault((round(f.top / 2), round(f.bottom / 2)), []).append(f)
    for stack in stacks.values():
        stack.sort(key=lambda f: f.top)
        for a, b in pairwise(stack):
            gap = b.top - a.bottom
            low, high = min(a.x0, b.x0), max(a.x1, b.x1)
            if -1 <= gap <= NARROW and (gap > 0.8 or abs(a.light - b.light) > SHADE):
                across.append(Edge((a.bottom + b.top) / 2, low, high))
            elif NARROW < gap < 2.2 * (a.bottom - a.top) and len(stack) > 2 and abs(a.light - b.light) <= SHADE:
                stripes.append((Edge(a.bottom, low, high), Edge(b.top, low, high)))
    for rank in ranks.values():
        rank.sort(key=lambda f: f.x0)
        for a, b in pairwise(rank):
            gap = b.x0 - a.x1
            if -1 <= gap <= NARROW and (gap > 0.8 or abs(a.light - b.light) > SHADE):
                down.append(Edge((a.x1 + b.x0) / 2, min(a.top, b.top), max(a.bottom, b.bottom)))
    return down, across, stripes


NARROW = 6.0
"""White paper between two filled cells is at most this many points wide."""
SHADE = 0.03
"""Two fills differ in shade where their luminance differs by more than this."""


def merge(edges: Iterable[Edge]) -> list[Edge]:
    """Join pieces of one line; drop what stays too short."""
    out: list[Edge] = []
    for group in _levels(edges):
        at = sum(e.at * max(e.length, 0.1) for e in group) / sum(max(e.length, 0.1) for e in group)
        group.sort(key=lambda e: e.low)
        low, high = group[0].low, group[0].high
        for e in group[1:]:
            if e.low <= high + GAP:
                high = max(high, e.high)
            else:
                if high - low >= SHORT:
                    out.append(Edge(at, low, high))
                low, high = e.low, e.high
        if high - low >= SHORT:
            out.append(Edge(at, low, high))
    return out


def _levels(edges: Iterable[Edge]) -> list[list[Edge]]:
    out: list[list[Edge]] = []
    for e in sorted(edges, key=lambda e: e.at):
        if out and e.at - out[-1][-1].at <= 0.7 and e.at - out[-1][0].at <= SNAP:
            out[-1].append(e)
        else:
            out.append([e])
    return out


def levels(values: Iterable[float], near: float = SNAP) -> list[float]:
    """Positions that lie within ``near`` points of each other, as their means, in order."""
    groups: list[list[float]] = []
    for v in sorted(values):
        if groups and v - groups[-1][-1] <= near and v - groups[-1][0] <= 2 * near:
            groups[-1].append(v)
        else:
            groups.append([v])
    return [sum(g) / len(g) for g in groups]


def _without_underlines(across: list[Edge], words: Sequence[Word]) -> list[Edge]:
    """Leave out lines that underline the words above them, end to end, or strike words out."""
    if not across:
        return across
    rows: dict[int, list[Word]] = {}
    for w in words:
        if w.upright:
            rows.setdefault(int(w.baseline // 4), []).append(w)
    out: list[Edge] = []
    for e in across:
        row = int(e.at // 4)
        near = [w for k in (row - 1, row, row + 1, row + 2) for w in rows.get(k, ()) if w.x1 > e.low + 1 and w.x0 < e.high - 1]
        struck = [w for w in near if 0.1 * w.size < w.baseline - e.at < 0.5 * w.size]
        if sum(min(w.x1, e.high) - max(w.x0, e.low) for w in struck) > 0.5 * e.length:
            continue
        over = [w for w in near if -0.4 < e.at - w.baseline < 0.32 * w.size]
        if over:
            over.sort(key=lambda w: w.x0)
            ends = abs(over[0].x0 - e.low) + abs(max(w.x1 for w in over) - e.high)
            gap = max((b.x0 - a.x1 for a, b in pairwise(over)), default=0.0)
            if ends < 8 and gap < over[0].size:
                continue
        out.append(e)
    return out


def connected(ink: Ink, near: float = 3.0) -> tuple[list[tuple[list[Edge], list[Edge]]], list[Edge], list[Edge]]:
    """Groups of edges that touch, as (across, down); then the edges that touch nothing."""
    n, m = len(ink.across), len(ink.down)
    parent = list(range(n + m))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    touched = [False] * (n + m)
    order = sorted(range(m), key=lambda j: ink.down[j].at)
    for i, h in enumerate(ink.across):
        for j in order:
            v = ink.down[j]
            if v.at < h.low - near:
                continue
            if v.at > h.high + near:
                break
            if v.low - near <= h.at <= v.high + near:
                touched[i] = touched[n + j] = True
                parent[root(i)] = root(n + j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for k in range(n + m):
        if touched[k]:
            group = groups.setdefault(root(k), ([], []))
            group[k >= n].append(ink.across[k] if k < n else ink.down[k - n])
    return (list(groups.values()), [h for i, h in enumerate(ink.across) if not touched[i]],
            [v for j, v in enumerate(ink.down) if not touched[n + j]])
