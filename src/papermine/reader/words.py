"""Glyphs → words, by position: where white space, a step up or down, or a turn parts them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from papermine.document import Word
from papermine.reader.glyphline import accented, leaders, overprinted, tracked, trimmed

Column = NDArray[np.float64]
Mask = NDArray[np.bool_]
Index = NDArray[np.int64]

SPACE = 0.18
"""White space wider than this share of the font size parts two words."""
HINTED = 0.02
"""Where PDFium would put a space, white space wider than this parts them."""
TOUCH = 0.12
"""Pieces painted apart that stand closer than this share of the smaller size are one word."""
RAISED = 0.87
"""A piece smaller than this share of its neighbour's size may be a raised or lowered mark of it."""


@dataclass(slots=True)
class Glyphs:
    """The glyphs of a page as columns. ``box`` (n, 4) and ``origin`` (n, 2) are in points.

    ``origin`` is that of the glyph's text object, for its baseline. ``hint``: PDFium would put a space before this glyph.
    """

    chars: list[str]
    box: NDArray[np.float64]
    origin: NDArray[np.float64]
    size: NDArray[np.float64]
    direction: NDArray[np.int8]
    bold: Mask
    italic: Mask
    order: Index
    hidden: Mask
    hint: Mask

    def __len__(self) -> int:
        return len(self.chars)

    @classmethod
    def none(cls) -> Glyphs:
        """No glyphs at all."""
        zero = np.zeros(0)
        return cls([], np.zeros((0, 4)), np.zeros((0, 2)), zero, zero.astype(np.int8), zero.astype(bool), zero.astype(bool),
                   zero.astype(np.int64), zero.astype(bool), zero.astype(bool))

    def take(self, keep: Mask) -> Glyphs:
        """Those for which ``keep`` is true."""
        if keep.all():
            return self
        chars = [c for c, k in zip(self.chars, keep.tolist(), strict=True) if k]
        return Glyphs(chars, self.box[keep], self.origin[keep], self.size[keep], self.direction[keep], self.bold[keep], self.italic[keep],
                      self.order[keep], self.hidden[keep], self.hint[keep])


def make_words(glyphs: Glyphs) -> list[Word]:
    """The words, upright ones first in content order, then those that run up, down or slanting."""
    if not glyphs.direction.any():
        return _words(glyphs, 0) if len(glyphs) else []
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


@dataclass(slots=True)
class _Pieces:
    """Glyphs that follow each other without a break, as columns; what `_join` makes words of.

    ``first``: the first glyph of each. ``spaced``: a space is printed between it and the piece after it. ``lone``: joins nothing.
    """

    texts: list[str]
    box: NDArray[np.float64]
    size: Column
    base: Column
    bold: list[bool]
    first: Index
    spaced: Mask
    lone: Mask


def _words(glyphs: Glyphs, direction: int) -> list[Word]:
    box, origin = _upright(glyphs, direction)
    base, size = origin[:, 1], np.maximum(glyphs.size, 1.0)
    x0, x1 = trimmed(box[:, 0], box[:, 2], origin[:, 0], glyphs.order, size)
    chars = accented(glyphs.chars, x0, x1, base, size)
    joined = "".join(chars)
    if len(joined) > len(chars) or "" in chars:  # ligatures, accents that were made one with their letter
        joined = "".join([c[:1] or "\0" for c in chars])  # "\0" is NumPy's ""
    letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<U1")
    space = letters == " "
    gone = overprinted(space, x0, x1, base, size) | (letters == "")
    hint = glyphs.hint
    if gone.any():
        kept = np.flatnonzero(~gone)
        hint = hint.copy()
        # a space of no width is one that PDFium added inside a text object
        hint[np.minimum(np.flatnonzero(space & (x1 - x0 < 0.01)) + 1, len(chars) - 1)] = True
        chars = [chars[k] for k in kept.tolist()]
        letters, space, hint, x0, x1, base, size, box = letters[kept], space[kept], hint[kept], x0[kept], x1[kept], base[kept], size[kept], box[kept]
        glyphs = Glyphs(chars, box, origin[kept], size, glyphs.direction[kept], glyphs.bold[kept], glyphs.italic[kept], glyphs.order[kept],
                        glyphs.hidden[kept], hint)
    if space.all():
        return []
    # a font may claim any ascent: keep the box within what letters of this size fill
    top = np.clip(box[:, 1], base - 1.05 * size, base - 0.6 * size)
    bottom = np.clip(box[:, 3], base + 0.1 * size, base + 0.32 * size)
    gap, smaller = x0[1:] - x1[:-1], np.minimum(size[1:], size[:-1])
    step = np.abs(np.diff(base))
    # a character in two runs (ligature parts share one box) is no twin: those have the same order
    near = (np.abs(np.diff(x0)) < 0.12 * size[1:]) & (step < 0.12 * size[1:])
    twin = near & (letters[1:] == letters[:-1]) & ~space[1:] & (np.diff(glyphs.order) != 0)
    hinted = hint[1:] & (gap > HINTED * smaller)
    back = x1[1:] < x0[:-1] + 0.02 * smaller
    resized = (size[1:] > 1.6 * size[:-1]) | (size[1:] < size[:-1] / 1.6)
    apart = (gap > SPACE * smaller) | hinted
    apart &= ~tracked(letters, gap, smaller, step, glyphs.order)
    dots = leaders(letters, apart | (step > 0.25 * smaller))
    split = apart | back | (step > 0.25 * smaller) | resized | space[1:] | space[:-1] | twin | (dots[1:] != dots[:-1])
    starts = np.concatenate(([0], np.flatnonzero(split) + 1))
    ends = np.concatenate((starts[1:], [len(chars)]))
    least, most = np.minimum.reduceat, np.maximum.reduceat
    edges = np.stack((least(x0, starts), least(top, starts), most(x1, starts), most(bottom, starts)), axis=1)
    printed = np.flatnonzero(~space[starts])
    doubled = np.concatenate(([False], twin))[starts[printed]]
    spaced = np.diff(printed, append=len(starts)) > 1
    joined = "".join(chars)
    if len(joined) == len(chars):
        texts = [joined[a:b] for a, b in zip(starts[printed].tolist(), ends[printed].tolist(), strict=True)]
    else:  # ligatures
        texts = ["".join(chars[a:b]) for a, b in zip(starts[printed].tolist(), ends[printed].tolist(), strict=True)]
    first = starts[printed]
    bold = glyphs.bold[first].tolist()
    pieces = _Pieces(texts, edges[printed], size[first], base[first], bold, first, spaced, dots[first])
    alive = np.ones(len(texts), dtype=bool)
    for k in np.flatnonzero(doubled).tolist():  # its first letter is printed twice: that is bold, and one letter
        if k:
            bold[k - 1] = True
        texts[k] = texts[k][len(chars[first[k]]):]
        alive[k] = bool(texts[k])
        rest = slice(int(first[k]) + 1, int(ends[printed[k]]))
        if alive[k]:
            pieces.box[k] = x0[rest].min(), top[rest].min(), x1[rest].max(), bottom[rest].max()
    _single(pieces, alive)
    follower = _join(pieces, alive, space, x0, x1, base, hinted)
    words = _made(pieces, alive, follower, glyphs)
    return [_back(w, direction) for w in words] if direction else words


def _made(pieces: _Pieces, alive: Mask, follower: dict[int, int], glyphs: Glyphs) -> list[Word]:
    """Words of the pieces that are left, each with those that follow it."""
    first = pieces.first
    left, top, right, bottom = pieces.box.T.tolist()
    sizes, bases = np.round(pieces.size, 2).tolist(), pieces.base.tolist()
    italics, orders = glyphs.italic[first].tolist(), glyphs.order[first].tolist()
    words = list(map(Word, pieces.texts, left, top, right, bottom, sizes, pieces.bold, italics, repeat(True), orders, bases))
    gone = set(np.flatnonzero(~alive).tolist()).union(follower.values())
    for k in follower.keys() - gone:
        word, j = words[k], k
        while j in follower:
            j = follower[j]
            word.text += words[j].text
            word.x0, word.top = min(word.x0, words[j].x0), min(word.top, words[j].top)
            word.x1, word.bottom = max(word.x1, words[j].x1), max(word.bottom, words[j].bottom)
    if gone:
        words = [w for k, w in enumerate(words) if k not in gone]
    for word in words:
        if not word.text.isascii():
            word.text = unicodedata.normalize("NFC", word.text)
    return words


def _pairs(low: Index, high: Index) -> tuple[Index, Index]:
    """All (i, j) with ``low[i]`` ≤ j < ``high[i]``."""
    count = np.maximum(high - low, 0)
    i = np.repeat(np.arange(len(low)), count)
    return i, np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)


def _single(pieces: _Pieces, alive: Mask) -> None:
    """Drop pieces that are printed twice at one place (a way to make bold), keeping the first as bold."""
    often = Counter(pieces.texts)
    some = np.flatnonzero(np.fromiter([often[text] > 1 for text in pieces.texts], dtype=np.bool_))
    left, top, near = pieces.box[some, 0], pieces.box[some, 1], 0.15 * pieces.size[some]
    order = np.argsort(top, kind="stable")
    ordered = top[order]
    i, at = _pairs(np.searchsorted(ordered, top - near, "right"), np.searchsorted(ordered, top + near, "left"))
    j = order[at]
    close = (j < i) & (np.abs(left[i] - left[j]) < near[i])
    for later, earlier in sorted(zip(some[i[close]].tolist(), some[j[close]].tolist(), strict=True)):
        if alive[later] and alive[earlier] and pieces.texts[later] == pieces.texts[earlier]:
            alive[later] = False
            pieces.bold[earlier] = True


def _join(pieces: _Pieces, alive: Mask, space: Mask, x0: Column, x1: Column, base: Column, hinted: Mask) -> dict[int, int]:
    """Which piece follows which in one word: those that touch on one line although other text is painted between them,
    raised and lowered marks, and what comes after a mark."""
    left, right, size, line = pieces.box[:, 0], pieces.box[:, 2], pieces.size, pieces.base
    order = np.argsort(left, kind="stable")
    ordered = left[order]
    i, at = _pairs(np.searchsorted(ordered, right - 0.15 * size, "right"), np.searchsorted(ordered, right + TOUCH * size, "left"))
    j = order[at]
    free = alive & ~pieces.lone
    rough = (i != j) & (np.abs(line[i] - line[j]) < 0.55 * np.maximum(size[i], size[j])) & (right[j] > right[i]) & free[i] & free[j] \
        & ~((j == i + 1) & pieces.spaced[i])
    i, j = i[rough], j[rough]
    if not len(i):
        return {}
    gap, small, step = left[j] - right[i], np.minimum(size[i], size[j]), line[j] - line[i]
    level = np.abs(step) <= 0.15 * small
    mark = (size[j] < RAISED * size[i]) & (step < 0.35 * size[i])  # raised by up to 0.55, lowered by up to 0.35 of the size
    after = (size[i] < RAISED * size[j]) & (step > -0.35 * size[j])
    fits = (gap > -0.15 * small) & (gap < np.where(mark, TOUCH * size[i], TOUCH * small)) & (level | mark | after)
    if not fits.any():
        return {}
    spaces = _spots((x0 + x1)[space] / 2, base[space])
    swallowed = _spots((x0[1:] + x1[:-1])[hinted] / 2, base[:-1][hinted])
    near: dict[int, list[tuple[float, int, bool]]] = {}
    for k, m, g, is_mark, is_after in zip(i[fits].tolist(), j[fits].tolist(), np.abs(gap[fits]).tolist(), (mark & ~level)[fits].tolist(),
                                          (after & ~level)[fits].tolist(), strict=True):
        x, y = (left[m] + right[k]) / 2, line[k]
        if not _parted(spaces, x, y) and (is_mark or not _parted(swallowed, x, y)):
            near.setdefault(k, []).append((g, m, is_after))
    follower: dict[int, int] = {}
    leader: dict[int, int] = {}
    for later in (False, True):
        for k in sorted(near):
            for _, m, is_after in sorted(near[k]):
                if k in follower:
                    break
                if m in leader or is_after != later or _reaches(follower, m, k):
                    continue
                if is_after and (k not in leader or abs(line[leader[k]] - line[m]) > 0.15 * size[m]):
                    continue
                follower[k], leader[m] = m, k
    return follower


def _reaches(follower: dict[int, int], start: int, goal: int) -> bool:
    while start in follower:
        start = follower[start]
        if start == goal:
            return True
    return start == goal


def _spots(x: Column, y: Column) -> set[tuple[int, int]]:
    """Places rounded to points: two pieces never join across one where a space is."""
    return set(zip(np.rint(x).astype(int).tolist(), np.rint(y).astype(int).tolist(), strict=True))


def _parted(spots: set[tuple[int, int]], x: float, base: float) -> bool:
    return any((round(x) + dx, round(base) + dy) in spots for dx in (0, -1, 1) for dy in (0, -1, 1))
