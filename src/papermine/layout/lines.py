"""Words → lines: rows by baseline, cut into columns of prose where a page is set in columns."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from papermine.document import Line, Page, Word
from papermine.provenance import Box


def make_lines(page: Page, tables: list[Box]) -> list[Line]:
    """The page's upright words as lines in reading order; `Line.table` names the table that holds it."""
    words = [w for w in page.words if w.upright]
    inside: list[list[Word]] = [[] for _ in tables]
    outside: list[Word] = []
    for w in words:
        cx, cy = (w.x0 + w.x1) / 2, (w.top + w.bottom) / 2
        k = next((i for i, b in enumerate(tables) if b.x0 - 1 <= cx <= b.x1 + 1 and b.top - 1 <= cy <= b.bottom + 1), None)
        (outside if k is None else inside[k]).append(w)
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


def rows(words: list[Word]) -> list[list[Word]]:
    """Words grouped into rows by baseline, from top to bottom, each from left to right.

    A smaller word (a raised mark) joins the row that it overlaps.
    """
    out: list[list[Word]] = []
    bases: list[float] = []
    for w in sorted(words, key=lambda w: (w.baseline or w.bottom, w.x0)):
        base = w.baseline or w.bottom
        for k in range(len(out) - 1, max(len(out) - 4, -1), -1):
            big, small = max(w.size, out[k][0].size), min(w.size, out[k][0].size)
            raised = small < 0.85 * big
            if abs(base - bases[k]) <= (0.5 if raised else 0.3) * big:
                if w.size > out[k][0].size * 1.15:
                    bases[k] = base
                out[k].append(w)
                break
        else:
            out.append([w])
            bases.append(base)
    for row in out:
        row.sort(key=lambda w: w.x0)
    order = sorted(range(len(out)), key=lambda k: bases[k])
    return [out[k] for k in order]


def columns(words: list[Word]) -> list[list[list[Word]]]:
    """Words as chunks of rows in reading order: where a band of the page is set in columns of prose,
    the left column comes before the right one. Columns of a list or a form stay side by side.
    """
    cut = _gutter(words)
    if cut is None:
        return [rows(words)]
    top, bottom, x = cut
    above: list[Word] = []
    left: list[Word] = []
    right: list[Word] = []
    below: list[Word] = []
    for w in words:
        middle = (w.top + w.bottom) / 2
        (above if middle < top else below if middle > bottom else left if (w.x0 + w.x1) / 2 < x else right).append(w)
    return [chunk for part in (above, left, right, below) if part for chunk in columns(part)]


GUTTER = 5.0
"""A gutter between columns is at least this wide, in points."""
BAND = 8
"""Columns run over at least this many lines."""


def _gutter(words: list[Word]) -> tuple[float, float, float] | None:
    """The longest band (top, bottom, x) in which no word crosses x and running text fills both sides."""
    if len(words) < 12 * BAND / 2:
        return None
    box = np.array([(w.x0, w.x1, w.top, w.bottom) for w in words])
    low, high = float(box[:, 0].min()), float(box[:, 1].max())
    tall = BAND * 1.1 * float(np.median(box[:, 3] - box[:, 2]))
    if float(box[:, 3].max() - box[:, 2].min()) < tall or high - low < 150:
        return None
    found: list[tuple[float, float, float, float]] = []
    for x in np.arange(low + 0.2 * (high - low), low + 0.8 * (high - low), 2.0).tolist():
        crossing = (box[:, 0] < x + GUTTER / 2) & (box[:, 1] > x - GUTTER / 2)
        ys = box[crossing][:, 2:]
        ys = ys[np.argsort(ys[:, 0])]
        starts = np.concatenate(([box[:, 2].min() - 1], np.maximum.accumulate(ys[:, 1]) if len(ys) else []))
        ends = np.concatenate((ys[:, 0], [box[:, 3].max() + 1]))
        k = int(np.argmax(ends - starts))
        if ends[k] - starts[k] >= tall:
            found.append((float(ends[k] - starts[k]), float(starts[k]), float(ends[k]), x))
    found.sort(key=lambda f: -f[0])
    tried: list[float] = []
    for _, top, bottom, x in found:
        if any(abs(x - t) < 8 for t in tried):
            continue
        tried.append(x)
        band = [w for w in words if top < (w.top + w.bottom) / 2 < bottom]
        sides = [w for w in band if w.x1 <= x], [w for w in band if w.x1 > x]
        if all(_prose(side, high - low) or _gutter(side) is not None for side in sides):
            return top, bottom, x
        if len(tried) >= 6:
            return None
    return None


def _prose(words: list[Word], page_width: float) -> bool:
    """Running text: most rows reach across the column, with no wide gaps inside."""
    sides = rows(words)
    if len(sides) < BAND - 2:
        return False
    width = max(s[-1].x1 for s in sides) - min(s[0].x0 for s in sides)
    full = sum(s[-1].x1 - s[0].x0 > 0.7 * width for s in sides)
    gaps = sum(any(b.x0 - a.x1 > 2 * a.size for a, b in pairwise(s)) for s in sides)
    letters = sum(sum(c.isalpha() for c in w.text) for w in words) / max(sum(len(w.text) for w in words), 1)
    return full >= 0.5 * len(sides) and len(words) / len(sides) >= 3.2 and gaps <= 0.25 * len(sides) and width > 0.2 * page_width \
        and letters > 0.7


def _gaps(lines: list[Line]) -> None:
    """Set each line's white space above, up to the line before it in reading order."""
    for before, line in pairwise(lines):
        line.gap = line.top - before.bottom if line.top > before.top else 0.0
