"""What stands between neighbouring glyphs: spaces that are painted over, dot leaders, tracked letters, accents set apart."""

from __future__ import annotations

import unicodedata
from statistics import median

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Mask = NDArray[np.bool_]

COVERED = 0.12
"""A space of which less than this share shows before the next glyph is painted over: "4 4 1 2 8" set back as 44128."""
LEADER = 4
"""So many dots in a row lead the eye; three are an ellipsis."""
PADDED, OVERLAP = 0.05, 0.15
"""Boxes that begin by more than the first share of the size before the origin of their text, and overlap by more than the second, have a margin."""
TRACKED = 0.3
"""Letters set apart by more than this share of their size are letters on their own."""

_ACCENTS = {"`": "\u0300", "\u00b4": "\u0301", "\u02c6": "\u0302", "\u02dc": "\u0303", "\u00af": "\u0304", "\u02d8": "\u0306", "\u02d9": "\u0307",
            "\u00a8": "\u0308", "\u02da": "\u030a", "\u02dd": "\u030b", "\u02c7": "\u030c", "\u00b8": "\u0327"}


def overprinted(space: Mask, x0: Column, x1: Column, base: Column, size: Column) -> Mask:
    """Which spaces the next glyph is painted over: they show nothing."""
    out = np.zeros(len(space), dtype=bool)
    if len(space) > 1:
        ahead = x0[1:] - x0[:-1]
        level = np.abs(np.diff(base)) < 0.25 * size[:-1]
        out[:-1] = space[:-1] & ~space[1:] & (ahead <= COVERED * (x1 - x0)[:-1]) & (ahead > -0.5 * size[:-1]) & level
    return out


def trimmed(x0: Column, x1: Column, origin: Column, order: NDArray[np.int64], size: Column) -> tuple[Column, Column]:
    """The left and right edges, without the margin that the boxes of a font without metrics have round each glyph.

    Such a font's boxes are all as wide as its largest letter asks for: they begin before the ``origin`` of their text object and overlap evenly.
    """
    new = np.concatenate(([True], np.diff(order) != 0))
    pad = np.where(new, origin - x0, 0.0)
    if not (pad > PADDED * size).any():
        return x0, x1
    text = np.cumsum(new) - 1
    padded = (pad > PADDED * size)[new][text]
    inner = np.flatnonzero(padded[1:] & ~new[1:])
    overlap = (x1[:-1] - x0[1:])[inner] / size[1:][inner]
    if len(inner) < 3 or (usual := median(overlap.tolist())) <= OVERLAP:  # NumPy's own would first import its masked arrays
        return x0, x1
    left = pad[new][text]
    right = np.maximum(usual * size - left, 0.0)
    return np.where(padded, x0 + left, x0), np.where(padded, x1 - right, x1)


def leaders(letters: NDArray[np.str_], apart: Mask) -> Mask:
    """Which glyphs are dots of a leader: `LEADER` or more without a break. ``apart`` (n - 1): there is one after this glyph."""
    dots = np.where(letters == ".", 1, np.where(letters == "\u2026", 2, 0))
    if dots.sum() < LEADER:
        return np.zeros(len(letters), dtype=bool)
    dot = dots > 0
    run = np.concatenate(([0], np.cumsum(~(dot[1:] & dot[:-1]) | apart)))
    return dot & (np.bincount(run, dots)[run] >= LEADER)


def tracked(letters: NDArray[np.str_], gap: Column, size: Column, step: Column, order: NDArray[np.int64]) -> Mask:
    """Which gaps (n - 1) stand inside a word whose letters are set apart evenly: "P a g e" without a printed space.

    The letters, three at least, are of one text object, and nothing stands as near before or after them in it.
    """
    out = np.zeros(len(gap), dtype=bool)
    same = (np.diff(order) == 0) & (step < 0.05 * size)
    wide = same & (gap > 0.1 * size) & (gap < TRACKED * size)
    if not wide.any():
        return out
    edge = np.diff(np.concatenate(([False], wide, [False])).astype(np.int8))
    for a, b in zip(np.flatnonzero(edge == 1).tolist(), np.flatnonzero(edge == -1).tolist(), strict=True):
        gaps, clear = gap[a:b], 1.5 * TRACKED * size[a]
        free = (not a or not same[a - 1] or gap[a - 1] > clear) and (b == len(gap) or not same[b] or gap[b] > clear)
        if b - a > 1 and free and gaps.max() - gaps.min() < 0.06 * size[a] and "".join(letters[a:b + 1]).isalpha():
            out[a:b] = True
    return out


def accented(chars: list[str], x0: Column, x1: Column, base: Column, size: Column) -> list[str]:
    """The characters, with an accent that is set over (or under) a letter as a glyph of its own made one with it; its place is left ""."""
    if _ACCENTS.keys().isdisjoint(chars):
        return chars
    out = list(chars)
    for k, char in enumerate(chars):
        mark = _ACCENTS.get(char)
        if mark is None:
            continue
        for n in (k + 1, k - 1):
            if not 0 <= n < len(chars) or not out[n].isalpha() or abs(base[n] - base[k]) > 0.4 * size[n]:
                continue
            middle = (x0[k] + x1[k]) / 2
            whole = unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(out[n], out[n]) + mark)
            if len(whole) == 1 and x0[n] < middle < x1[n]:
                out[k], out[n] = "", whole
                break
    return out
