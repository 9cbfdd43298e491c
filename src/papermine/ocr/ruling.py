"""Ruling lines of a scanned page: long straight runs of ink become rules, as a PDF's own would be."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from papermine.document import Rule
from papermine.ocr.clean import INK, Grey

Mask = NDArray[np.bool_]

DPI = 150
SHORTEST_ACROSS, SHORTEST_DOWN = 24.0, 16.0
"""Points: longer than any letter is wide, and than letters of two lines that touch are tall."""
THICKEST = 4.0
"""Points; a thicker bar is a black field or a photograph."""
GAP = 8.0
"""Points; pieces of one line that faded in the copy are joined over a smaller gap."""
LEAN = 0.006
"""What a line may rise or fall over its length: a third of a degree is left after straightening."""


def ruling(page: Grey, dpi: float) -> list[Rule]:
    """Straight horizontal and vertical lines of a cleaned, straightened page, in points."""
    times = max(round(dpi / DPI), 1)
    # the darkest of each square, so that a hairline stays
    height, width = page.shape[0] // times * times, page.shape[1] // times * times
    small = page[:height, :width].reshape(height // times, times, width // times, times).min(axis=(1, 3))
    ink = small < INK
    scale = 72 * times / dpi
    flat = _lines(ink, SHORTEST_ACROSS / scale, scale)
    down = _lines(ink.T, SHORTEST_DOWN / scale, scale)
    rules = [Rule(x0 * scale, y0 * scale, x1 * scale, y1 * scale, "line") for x0, y0, x1, y1 in flat]
    rules += [Rule(y0 * scale, x0 * scale, y1 * scale, x1 * scale, "line") for x0, y0, x1, y1 in down]
    return rules


def _lines(ink: Mask, shortest: float, scale: float) -> list[tuple[float, float, float, float]]:
    """Boxes (x0, y0, x1, y1 in pixels) of the horizontal lines.

    A line that leans by a pixel breaks into runs on neighbouring rows: rows are smeared over the next
    one before runs are measured, and runs that touch are joined after.
    """
    smeared = ink.copy()
    smeared[:-1] |= ink[1:]
    thickest = THICKEST / scale
    found = [line for line in _touching(_runs(smeared, max(int(shortest), 3)))
             if line[3] - line[1] <= thickest + (line[2] - line[0]) * LEAN and _clear(ink, line)]
    return [(x0, middle - half, x1, middle + half) for x0, y0, x1, y1 in _joined(found, GAP / scale)
            for middle, half in [((y0 + y1 + 2) / 2, max(min(y1 - y0, thickest), 1) / 2)]]


def _runs(ink: Mask, shortest: int) -> list[tuple[int, int, int]]:
    """(y, x0, x1) of each run of at least ``shortest`` ink pixels, from top to bottom."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = ink
    edge = np.diff(padded, axis=1)
    y, start = np.nonzero(edge == 1)
    _, end = np.nonzero(edge == -1)
    long = end - start >= shortest
    return list(zip(y[long].tolist(), start[long].tolist(), end[long].tolist(), strict=True))


Line = list[int]


def _touching(runs: list[tuple[int, int, int]]) -> list[Line]:
    """Runs joined into lines [x0, y0, x1, y1] where they touch from row to row."""
    growing: list[Line] = []
    done: list[Line] = []
    for y, x0, x1 in runs:
        done += [line for line in growing if line[3] < y - 1]
        growing = [line for line in growing if line[3] >= y - 1]
        near = [line for line in growing if line[0] <= x1 + 2 and line[2] >= x0 - 2]
        if not near:
            growing.append([x0, y, x1, y])
            continue
        first = near[0]
        for other in near[1:]:
            first[0], first[1], first[2] = min(first[0], other[0]), min(first[1], other[1]), max(first[2], other[2])
            growing.remove(other)
        first[0], first[2], first[3] = min(first[0], x0), max(first[2], x1), y
    return done + growing


def _clear(ink: Mask, line: Line) -> bool:
    """White on both sides: the feet of letters that touch have the letters above them."""
    x0, y0, x1, y1 = line
    lean = int((x1 - x0) * LEAN)
    above, below = y0 - 2 - lean, y1 + 3 + lean
    if above < 0 or below >= len(ink):
        return False  # the edge of the sheet
    return float(ink[above, x0:x1].mean()) < 0.35 and float(ink[below, x0:x1].mean()) < 0.35


def _joined(lines: list[Line], gap: float) -> list[Line]:
    """Pieces of one line joined."""
    out: list[Line] = []
    for line in sorted(lines, key=lambda n: n[0]):
        for other in out:
            if 0 <= line[0] - other[2] + 4 <= gap + 4 and line[1] <= other[3] + 2 and line[3] >= other[1] - 2:
                other[1], other[2], other[3] = min(other[1], line[1]), max(other[2], line[2]), max(other[3], line[3])
                break
        else:
            out.append(line)
    return out
