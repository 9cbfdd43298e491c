"""Words → lines: rows by baseline, cut into columns of prose where a page is set in columns."""

from __future__ import annotations

import itertools

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
    for column in columns(rows(outside)):
        body += [Line(page.number, row) for row in column]
    for box, lines in sorted(chunks, key=lambda c: c[0].top):
        at = next((i for i, line in enumerate(body) if line.top >= box.top - 1 and line.x0 < box.x1 and line.x1 > box.x0), len(body))
        body[at:at] = lines
    _gaps(body)
    return body


def side_lines(page: Page) -> list[Line]:
    """Lines that run up or down the page (stamps on landscape pages, labels of charts)."""
    side = [w for w in page.words if not w.upright]
    groups: dict[int, list[Word]] = {}
    for w in side:
        groups.setdefault(round(w.x0 / 4), []).append(w)
    return [Line(page.number, sorted(g, key=lambda w: -w.bottom)) for g in groups.values()]


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


def columns(page_rows: list[list[Word]]) -> list[list[list[Word]]]:
    """Rows in reading order, as chunks: where a band of the page is set in columns of prose, the
    left column comes before the right one. Columns of a list or a form stay side by side.
    """
    if len(page_rows) < 8:
        return [page_rows]
    x0 = min(r[0].x0 for r in page_rows)
    x1 = max(w.x1 for r in page_rows for w in r)
    best: tuple[int, int, float] | None = None
    for step in range(30, 71, 2):
        x = x0 + (x1 - x0) * step / 100
        start = 0
        while start < len(page_rows):
            end = start
            while end < len(page_rows) and not any(w.x0 < x + 4 and w.x1 > x - 4 for w in page_rows[end]):
                end += 1
            if end - start >= 8 and (best is None or end - start > best[1] - best[0]) and _prose_both(page_rows[start:end], x, x0, x1):
                best = (start, end, x)
            start = max(end, start) + 1
    if best is None:
        return [page_rows]
    start, end, x = best
    left = [side for r in page_rows[start:end] if (side := [w for w in r if w.x1 <= x])]
    right = [side for r in page_rows[start:end] if (side := [w for w in r if w.x1 > x])]
    left, right = rows([w for r in left for w in r]), rows([w for r in right for w in r])
    return [*columns(page_rows[:start]), *columns(left), *columns(right), *columns(page_rows[end:])]


def _prose_both(band: list[list[Word]], x: float, x0: float, x1: float) -> bool:
    """Both sides of ``x`` are filled with running text: most lines reach across their column."""
    for left, low, high in ((True, x0, x), (False, x, x1)):
        sides = [s for r in band if (s := [w for w in r if (w.x1 <= x) == left])]
        if len(sides) < 6:
            return False
        low, high = min(s[0].x0 for s in sides), max(s[-1].x1 for s in sides)
        width = high - low
        full = sum(s[-1].x1 - s[0].x0 > 0.7 * width for s in sides)
        count = sum(len(s) for s in sides) / len(sides)
        gaps = sum(any(b.x0 - a.x1 > 2 * a.size for a, b in itertools.pairwise(s)) for s in sides)
        if full < 0.5 * len(sides) or count < 3.5 or gaps > 0.2 * len(sides) or width < 0.25 * (x1 - x0):
            return False
    return True


def _gaps(lines: list[Line]) -> None:
    """Set each line's white space above, up to the line before it in reading order."""
    for before, line in itertools.pairwise(lines):
        line.gap = line.top - before.bottom if line.top > before.top else 0.0
