"""Glyphs → words, by position: where white space, a step up or down, or a turn parts them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from papermine.document import Word

Column = NDArray[np.float64]

SPACE = 0.18
"""White space wider than this share of the font size parts two words."""


@dataclass(slots=True)
class Glyphs:
    """The glyphs of a page as columns. ``box`` (n, 4) and ``origin`` (n, 2) are in points.

    ``hint``: PDFium would put a space before this glyph.
    """

    chars: list[str]
    box: NDArray[np.float64]
    origin: NDArray[np.float64]
    size: NDArray[np.float64]
    direction: NDArray[np.int8]
    bold: NDArray[np.bool_]
    italic: NDArray[np.bool_]
    order: NDArray[np.int64]
    hidden: NDArray[np.bool_]
    hint: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.chars)

    @classmethod
    def none(cls) -> Glyphs:
        """No glyphs at all."""
        zero = np.zeros(0)
        return cls([], np.zeros((0, 4)), np.zeros((0, 2)), zero, zero.astype(np.int8), zero.astype(bool), zero.astype(bool),
                   zero.astype(np.int64), zero.astype(bool), zero.astype(bool))

    def take(self, keep: NDArray[np.bool_]) -> Glyphs:
        """Those for which ``keep`` is true."""
        if keep.all():
            return self
        chars = [c for c, k in zip(self.chars, keep.tolist(), strict=True) if k]
        return Glyphs(chars, self.box[keep], self.origin[keep], self.size[keep], self.direction[keep], self.bold[keep], self.italic[keep],
                      self.order[keep], self.hidden[keep], self.hint[keep])


def make_words(glyphs: Glyphs) -> list[Word]:
    """The words, upright ones first in content order, then those that run up, down or slanting."""
    words: list[Word] = []
    for direction in (0, 1, 3, 2, 4):
        mask = glyphs.direction == direction
        if mask.any():
            words += _words(glyphs.take(mask), direction)
    return words


def _upright(glyphs: Glyphs, direction: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Boxes and origins in a frame where the text runs from left to right."""
    x0, top, x1, bottom = glyphs.box.T
    ox, oy = glyphs.origin.T
    if direction == 1:
        return np.stack((-bottom, x0, -top, x1), axis=1), np.stack((-oy, ox), axis=1)
    if direction == 3:
        return np.stack((top, -x1, bottom, -x0), axis=1), np.stack((oy, -ox), axis=1)
    if direction == 2:
        return np.stack((-x1, -bottom, -x0, -top), axis=1), np.stack((-ox, -oy), axis=1)
    return glyphs.box, glyphs.origin


def _back(word: Word, direction: int) -> Word:
    x0, top, x1, bottom = word.x0, word.top, word.x1, word.bottom
    if direction == 1:
        word.x0, word.top, word.x1, word.bottom = top, -x1, bottom, -x0
    elif direction == 3:
        word.x0, word.top, word.x1, word.bottom = -bottom, x0, -top, x1
    elif direction == 2:
        word.x0, word.top, word.x1, word.bottom = -x1, -bottom, -x0, -top
    word.upright, word.downward = direction == 0, direction == 3
    return word


def _words(glyphs: Glyphs, direction: int) -> list[Word]:
    box, origin = _upright(glyphs, direction)
    base, size = origin[:, 1], np.maximum(glyphs.size, 1.0)
    x0, x1 = box[:, 0], box[:, 2]
    # a font may claim any ascent: keep the box within what letters of this size fill
    top = np.clip(box[:, 1], base - 1.05 * size, base - 0.6 * size)
    bottom = np.clip(box[:, 3], base + 0.1 * size, base + 0.32 * size)
    chars = np.array([c if len(c) == 1 else c[0] for c in glyphs.chars])
    space = chars == " "
    if len(chars) > 1:
        twin = (chars[1:] == chars[:-1]) & ~space[1:] & (np.abs(np.diff(x0)) < 0.12 * size[1:]) & (np.abs(np.diff(base)) < 0.12 * size[1:])
        # a character in two runs (ligature parts share one box) is no twin: those have the same order
        twin &= np.diff(glyphs.order) != 0
    else:
        twin = np.zeros(0, dtype=bool)
    gap = x0[1:] - x1[:-1]
    smaller = np.minimum(size[1:], size[:-1])
    hinted = glyphs.hint[1:] & (gap > 0.02 * smaller)
    back = x1[1:] < x0[:-1] + 0.02 * smaller
    step = np.abs(np.diff(base)) > 0.25 * smaller
    resized = (size[1:] > 1.6 * size[:-1]) | (size[1:] < size[:-1] / 1.6)
    split = (gap > SPACE * smaller) | hinted | back | step | resized | space[1:] | space[:-1]
    if twin.any():
        split |= twin
    starts = np.concatenate(([0], np.flatnonzero(split) + 1))
    ends = np.concatenate((starts[1:], [len(chars)]))
    pieces: list[Word] = []
    dropped = np.concatenate(([False], twin))
    least, most = np.minimum.reduceat, np.maximum.reduceat
    edges = zip(least(x0, starts).tolist(), least(top, starts).tolist(), most(x1, starts).tolist(), most(bottom, starts).tolist(), strict=True)
    sizes, bases, bolds, italics = np.round(size, 2).tolist(), base.tolist(), glyphs.bold.tolist(), glyphs.italic.tolist()
    orders, blank = glyphs.order.tolist(), space.tolist()
    for a, b, edge in zip(starts.tolist(), ends.tolist(), edges, strict=True):
        if blank[a]:
            continue
        if dropped[a]:
            if pieces:
                pieces[-1].bold = True
            a += 1
            if a >= b:
                continue
        pieces.append(Word("".join(glyphs.chars[a:b]), *edge, sizes[a], bolds[a], italics[a], True, orders[a], bases[a]))
    words = _join(_single(pieces), _printed_spaces(x0, x1, base, space) | _hinted_spaces(x0, x1, base, hinted))
    return [_back(w, direction) for w in words] if direction else words


def _printed_spaces(x0: Column, x1: Column, base: Column, space: NDArray[np.bool_]) -> set[tuple[int, int]]:
    """Where spaces are printed, as (x, baseline) rounded to points: two pieces never join across one."""
    xs, ys = ((x0 + x1) / 2)[space], base[space]
    return {(round(x), round(y)) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)}


def _hinted_spaces(x0: Column, x1: Column, base: Column, hinted: NDArray[np.bool_]) -> set[tuple[int, int]]:
    middle = (x0[1:] + x1[:-1])[hinted] / 2
    return {(round(x), round(y)) for x, y in zip(middle.tolist(), base[:-1][hinted].tolist(), strict=True)}


def _parted(spaces: set[tuple[int, int]], x: float, base: float) -> bool:
    return any((round(x) + dx, round(base) + dy) in spaces for dx in (0, -1, 1) for dy in (0, -1, 1))


def _single(pieces: list[Word]) -> list[Word]:
    """Drop words that are printed twice at one place (a way to make bold), keeping the first as bold."""
    seen: dict[str, list[Word]] = {}
    out: list[Word] = []
    for w in pieces:
        same = seen.get(w.text)
        if same is None:
            seen[w.text] = [w]
        else:
            near = 0.15 * w.size
            twin = next((s for s in same if abs(s.x0 - w.x0) < near and abs(s.top - w.top) < near), None)
            if twin is not None:
                twin.bold = True
                continue
            same.append(w)
        out.append(w)
    return out


_ROW = 1 << 20


def _join(pieces: list[Word], spaces: set[tuple[int, int]]) -> list[Word]:
    """Join pieces that touch on one line although other text is painted between them, and raised marks."""
    near: dict[int, list[int]] = {}  # by square of 8 × 8 points: row × _ROW + column
    for i, w in enumerate(pieces):
        near.setdefault(int(w.baseline // 8) * _ROW + int(w.x0 // 8), []).append(i)
    used = [False] * len(pieces)
    follower: dict[int, int] = {}
    for i, w in enumerate(pieces):
        best, best_gap = -1, 0.0
        here = int(w.baseline // 8) * _ROW + int(w.x1 // 8)
        for square in (here - _ROW, here, here + _ROW, here - _ROW + 1, here + 1, here + _ROW + 1, here - 1):
            for j in near.get(square, ()):
                v = pieces[j]
                if j == i or used[j] or v.x1 <= w.x1:
                    continue
                gap = v.x0 - w.x1
                small = min(v.size, w.size)
                if not -0.15 * small < gap < 0.12 * small:
                    continue
                step = abs(v.baseline - w.baseline)
                if step > 0.15 * small and not (v.size < 0.87 * w.size and step < 0.55 * w.size and v.baseline < w.baseline):
                    continue
                if _parted(spaces, (v.x0 + w.x1) / 2, w.baseline):
                    continue
                if best < 0 or abs(gap) < best_gap:
                    best, best_gap = j, abs(gap)
        if best >= 0:
            follower[i] = best
            used[best] = True
    if not follower:
        return pieces
    out: list[Word] = []
    taken: set[int] = set()
    for i, w in enumerate(pieces):
        if used[i] or i in taken:
            continue
        j = i
        while j in follower and follower[j] not in taken:
            j = follower[j]
            taken.add(j)
            v = pieces[j]
            w.text += v.text
            w.x0, w.x1 = min(w.x0, v.x0), max(w.x1, v.x1)
            w.top, w.bottom = min(w.top, v.top), max(w.bottom, v.bottom)
        out.append(w)
    return out + [p for i, p in enumerate(pieces) if used[i] and i not in taken]
