"""Does a picture look as if text stood in it? By its rows of ink: cheap, and nothing is recognised for it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from papermine.ocr.clean import Grey, paper

DPI = 100.0
"""At which a picture is looked at: letters of 7 points are four pixels high there, and a page is drawn in a hundredth of a second."""
FLAT = 0.4
"""Paper and ink are two shades of sixteen: a picture with less than this share in its two most frequent ones is a photograph."""
LEAST, LEAST_SHARE = ((4, 150), (6, 80)), 0.25
"""(rows, letters in them), and the share of the height in rows: text has more than a logo or the axes and legend of a chart."""
_INK = 165
_GROUND = 193
"""Ground on which light letters are told from it is darker: even it is evened by no more than 96 of 255."""
_LOW, _HIGH = 3.5, 24.0
"""Points: the height of a row of letters."""
_LONG = 22.0
"""Points: a longer run of ink is a ruling line, a bar or a shadow, and no part of a letter."""


def looks_like_text(picture: Grey, dpi: float = DPI) -> bool:
    """Rows of letters, dark on light or light on dark, over the picture's width or half of it. Photographs, maps, charts and logos have few."""
    if min(picture.shape) < 16 or np.sort(np.bincount(picture.ravel() >> 4, minlength=16))[-2:].sum() < FLAT * picture.size:
        return False
    point, half = dpi / 72, picture.shape[1] // 2
    grounded = (picture < _GROUND).mean() >= LEAST_SHARE / 4  # of the rows that letters must fill, half the width, and some of that is letters
    for shade in (picture, 255 - picture) if grounded else (picture,):
        dark: NDArray[np.bool_] = shade.astype(np.uint16) * 255 < _INK * paper(Image.fromarray(shade))  # as evened, without dividing
        ink: NDArray[np.bool_] = dark & ~_long_runs(dark, round(_LONG * point)) & ~_long_runs(dark.T, round(_LONG * point)).T
        if any(_rows_of_letters(part, point) for part in (ink, ink[:, :half], ink[:, half:])):
            return True
    return False


def _rows_of_letters(ink: NDArray[np.bool_], point: float) -> bool:
    on = np.concatenate(([False], ink.mean(axis=1) > 0.004, [False]))
    turns = np.flatnonzero(on[1:] != on[:-1])
    rows = letters = high = 0
    for top, bottom in zip(turns[::2], turns[1::2], strict=True):
        if not _LOW <= (bottom - top) / point <= _HIGH:
            continue
        columns: NDArray[np.bool_] = np.asarray(ink[top:bottom].any(axis=0))
        runs = int((columns[1:] & ~columns[:-1]).sum())
        if runs >= 10:
            rows, letters, high = rows + 1, letters + runs, high + int(bottom - top)
    return any(rows >= r and letters >= n for r, n in LEAST) and high >= LEAST_SHARE * ink.shape[0]


def _long_runs(ink: NDArray[np.bool_], least: int) -> NDArray[np.bool_]:
    """The pixels of each row that stand in a run of at least ``least`` pixels of ink."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = ink
    edges = np.diff(padded, axis=1)
    flat = edges.reshape(-1)  # the same memory, row by row
    starts, ends = np.flatnonzero(flat == 1), np.flatnonzero(flat == -1)
    short = ends - starts < least
    flat[starts[short]] = flat[ends[short]] = 0
    runs: NDArray[np.bool_] = edges.cumsum(axis=1, dtype=np.int8)[:, :-1] > 0
    return runs
