"""Printed lines, kept compactly, and the blocks they make."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter, sub
from typing import Any

from papermine.document.page import Word
from papermine.provenance import Box, Place

_PRINTED = attrgetter("text", "x0", "top", "x1", "bottom", "size", "bold", "italic")


class Line:
    """One printed line of a page, kept compactly: its text, and each word's box.

    ``text`` is the words with one space between. ``size`` is the size of most of its letters.
    ``bold`` / ``italic``: so are all its words. ``table``: index of the page's table that holds
    it, else None. ``gap``: white space above it in points, up to the line before in its column.
    """

    __slots__ = ("_bold", "_boxes", "_italic", "_wide", "bold", "bottom", "gap", "italic", "page", "size", "table", "text", "top", "x0", "x1")

    def __init__(self, page: int, words: Sequence[Word]) -> None:
        self.page = page
        texts, x0, top, x1, bottom, sizes, bold, italic = zip(*map(_PRINTED, words), strict=True)
        self.text = " ".join(texts)
        n = len(texts)
        flat = array("f", x0 + x1 + top + bottom + sizes)
        kept = flat.tolist()
        left, right, upper, lower = kept[:n], kept[n:2 * n], kept[2 * n:3 * n], kept[3 * n:4 * n]
        self._wide: float = max(map(sub, left[1:], right), default=0.0)  # the widest gap between two words
        self.x0: float = min(left)
        self.top: float = min(upper)
        self.x1: float = max(right)
        self.bottom: float = max(lower)
        even = sizes.count(sizes[0]) == n
        if even and upper.count(self.top) == lower.count(self.bottom) == n:
            flat = flat[:2 * n] + flat[3 * n - 1:4 * n:n] + flat[-1:]
        self._boxes = flat.tobytes()
        if even:
            self.size: float = round(sizes[0], 1)
        else:
            letters: Counter[float] = Counter()
            for w in words:
                letters[round(w.size, 1)] += len(w.text)
            self.size = max(letters, key=letters.__getitem__)
        full = (1 << len(words)) - 1
        self._bold = 0 if True not in bold else full if False not in bold else sum(1 << i for i, is_bold in enumerate(bold) if is_bold)
        self._italic = 0 if True not in italic else full if False not in italic else sum(1 << i for i, is_italic in enumerate(italic) if is_italic)
        self.bold: bool = self._bold == full
        self.italic: bool = self._italic == full
        self.table: int | None = None
        self.gap = 0.0

    def __getstate__(self) -> tuple[object, ...]:
        return (self._bold, self._boxes, self._italic, self._wide, self.bold, self.bottom, self.gap, self.italic, self.page, self.size, self.table,
                self.text, self.top, self.x0, self.x1)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        (self._bold, self._boxes, self._italic, self._wide, self.bold, self.bottom, self.gap, self.italic, self.page, self.size, self.table,
         self.text, self.top, self.x0, self.x1) = state

    def __repr__(self) -> str:
        return f"Line(p{self.page} {self.x0:.0f},{self.top:.0f} {self.text!r})"

    def __len__(self) -> int:
        return self.text.count(" ") + 1

    def _columns(self) -> tuple[Sequence[float], ...]:
        """Of each word: x0, top, x1, bottom, size. What all words share is kept once."""
        n, flat = len(self), memoryview(self._boxes).cast("f")
        if len(flat) == 2 * n + 3:
            top, bottom, size = flat[2 * n:]
            return flat[:n], [top] * n, flat[n:2 * n], [bottom] * n, [size] * n
        return flat[:n], flat[2 * n:3 * n], flat[n:2 * n], flat[3 * n:4 * n], flat[4 * n:]

    @property
    def box(self) -> Box:
        """The line's box in points."""
        return Box(self.x0, self.top, self.x1, self.bottom)

    @property
    def words(self) -> list[Word]:
        """The line's words, made afresh at each call."""
        return [Word(text, x0, top, x1, bottom, size, bool(self._bold >> i & 1), bool(self._italic >> i & 1))
                for i, (text, x0, top, x1, bottom, size) in enumerate(zip(self.text.split(" "), *self._columns(), strict=True))]

    def style(self, word: int) -> tuple[bool, bool]:
        """Is its word number ``word`` (from 0; -1: the last) bold, and is it italic?"""
        word %= len(self)
        return bool(self._bold >> word & 1), bool(self._italic >> word & 1)

    @property
    def bold_prefix(self) -> str:
        """The words at its start that are bold ("7 Declarations" of a half-bold line)."""
        n = 0
        while n < len(self) and self._bold >> n & 1:
            n += 1
        return " ".join(self.text.split(" ")[:n])

    def segments(self, gap: float = 1.5) -> list[tuple[str, Box]]:
        """The line cut where the white space between words exceeds ``gap`` × font size."""
        wide = gap * self.size
        if self._wide <= wide:  # as in most lines: no need to look at each gap
            return [(self.text, self.box)]
        cuts, n, flat = [0], len(self), memoryview(self._boxes).cast("f")
        left, right = flat[:n].tolist(), flat[n:2 * n].tolist()
        end = right[0]
        for i in range(1, len(left)):
            if left[i] - end > wide:
                cuts.append(i)
                end = right[i]
            elif right[i] > end:
                end = right[i]
        if len(cuts) == 1:
            return [(self.text, self.box)]
        texts, (_, upper, _, lower, _) = self.text.split(" "), self._columns()
        return [(" ".join(texts[a:b]), Box(min(left[a:b]), min(upper[a:b]), max(right[a:b]), max(lower[a:b])))
                for a, b in pairwise([*cuts, len(left)])]

    def box_of(self, start: int, end: int) -> Box:
        """The box of the words that characters ``start`` to ``end`` of `text` touch."""
        first = self.text.count(" ", 0, max(start, 0))
        last = self.text.count(" ", 0, max(min(end, len(self.text)) - 1, 0)) + 1
        if first == 0 and last == len(self):
            return self.box
        left, upper, right, lower, _ = self._columns()
        return Box(min(left[first:last]), min(upper[first:last]), max(right[first:last]), max(lower[first:last]))

    def place(self, start: int = 0, end: int | None = None, field: str | None = None) -> Place:
        """The place of these characters of the line (by default all of it)."""
        end = len(self.text) if end is None else end
        return Place(self.page, self.box_of(start, end), self.text[start:end].strip(), field=field)


def places(lines: Sequence[Line], field: str | None = None) -> list[Place]:
    """One place for each page that ``lines`` stand on, with the words printed there."""
    out: list[Place] = []
    for page in dict.fromkeys(line.page for line in lines):
        here = [line for line in lines if line.page == page]
        box = here[0].box
        for line in here[1:]:
            box = box.join(line.box)
        out.append(Place(page, box, " ".join(line.text for line in here), field=field))
    return out


@dataclass(slots=True)
class Block:
    """Lines that belong together: a paragraph, a heading, a list item. In reading order."""

    lines: list[Line]

    @property
    def text(self) -> str:
        """Its lines joined with a space, hyphenation at line ends undone."""
        return join_lines([line.text for line in self.lines])

    @property
    def page(self) -> int:
        """The page of its first line, from 1."""
        return self.lines[0].page

    @property
    def bold(self) -> bool:
        """All its words are bold."""
        return all(line.bold for line in self.lines)


def in_place(aside: Iterable[Line], lines: Sequence[Line]) -> list[Line]:
    """Lines in reading order, with those that were set aside as running put back: before the first line that stands lower, or at the end.

    No line is put into a table, only above it.
    """
    out = list(lines)
    for line in sorted(aside, key=lambda ln: ln.top):
        inside = [i > 0 and other.table is not None and out[i - 1].table == other.table for i, other in enumerate(out)]
        at = next((i for i, other in enumerate(out) if other.page != line.page or (other.top > line.top + 1 and not inside[i])), len(out))
        out.insert(at, line)
    return out


def join_lines(texts: Sequence[str]) -> str:
    """Join printed lines with one space; "develop-" + "ment" becomes "development".

    A hyphen stays where the next line starts with a capital or a digit ("Mid-" + "Wales"), and after
    a one-letter part ("e-" + "mail" is joined with its hyphen).
    """
    out = ""
    for text in texts:
        if not out:
            out = text
        elif out.endswith("\u00ad"):
            out = out[:-1] + text
        elif out.endswith("-") and len(out) > 2 and out[-2].isalpha() and text[:1].islower():
            stem = out[:-1].rsplit(" ", 1)[-1]
            out = (out if len(stem) < 2 or "-" in stem else out[:-1]) + text
        elif out.endswith("-") and len(out) > 2 and out[-2].isalnum() and text[:1].isalnum() and out[-2].isdigit() == text[0].isdigit():
            out += text
        else:
            out = f"{out} {text}"
    return out.replace("\u00ad", "")
