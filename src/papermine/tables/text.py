"""Words → text lines and their segments, as tables see them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import nan
from operator import attrgetter

from papermine import regex as re
from papermine.document import Word, join_lines

BREAK = 0.62
"""White space wider than this share of the font size parts two segments of a line."""
BREAK_FIGURES = 0.42
"""Between two figures less is enough, unless they are groups of one number ("13 240")."""

_FIGURE = re.compile(r"^[(\[<>≤≥~+\-−–—±£$€¥]*\d[\d.,:/'’]*(?:[%)\]*†‡§+\-–−a-d¹²³]|bn|m|k|p|x|pp|st|nd|rd|th|st)*$", re.I)
_BLANK_MARK = re.compile(r"^(?:[-–—−.…:*†‡#~]+|n/?a\.?|n\.a\.|n/?k|na|nil|none|x|tbc|tbd|\(x\)|:|[✓✔●•]|\(-\)|\([a-z:]\))$", re.I)
_NUMBER_WORDS = re.compile(r"^(?:£|\$|€|%|m|bn|million|billion|to|-|–|\+/-|±|p|per|cent|of)$", re.I)


_DIGIT = re.compile(r"\d")
FIGURE_PARTS = 5
"""What prints a figure has at most so many words."""
_GROUP, _GROUP_BEFORE = re.compile(r"^\d{3}\D{0,2}$"), re.compile(r"(?:^|\D)\d{1,3}$")
"""Groups of one number: "240" after "13"."""
_THOUSANDS = re.compile(r"^\(?(?:[£$€]\s?['’‘]?\s?0{3}|['’‘]0{3}|0{3})s?['’]?s?\)?$")
"""A unit in a header ("£000", "'000s") is no figure."""
_PHONE = re.compile(r"^\+?[\d\s()-]{9,}$")
_TIME = re.compile(r"^\d{1,2}(?::\d\d|[.:]\d\d\s?[ap]\.?m\.?)$", re.I)
"""Nor are telephone numbers and times."""


@dataclass(slots=True)
class Segment:
    """Words of one line without a wide gap between them."""

    words: list[Word]
    x0: float
    x1: float
    _text: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """Its words with one space between."""
        if self._text is None:
            self._text = " ".join([w.text for w in self.words])
        return self._text


@dataclass(slots=True)
class TextLine:
    """Words on one baseline, from left to right, as segments. Positions in points. It is not changed once it is made."""

    words: list[Word]
    segments: list[Segment]
    base: float
    top: float
    bottom: float
    size: float
    _text: str | None = field(default=None, init=False, repr=False, compare=False)
    _figures: list[Segment] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def x0(self) -> float:
        """Left end."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.segments[-1].x1

    @property
    def text(self) -> str:
        """Its words with one space between."""
        if self._text is None:
            self._text = " ".join([w.text for w in self.words])
        return self._text

    @property
    def figures(self) -> list[Segment]:
        """Segments that print a figure, apart from one that opens the line before words (a list number). Not to be changed."""
        if self._figures is None:
            out = [s for s in self.segments if len(s.words) <= FIGURE_PARTS and is_figure(text := s.text) and not is_year(text)
                   and not _PHONE.match(text) and not _TIME.match(text)]
            self._figures = out[1:] if out and out[0] is self.segments[0] else out
        return self._figures


def is_figure(text: str) -> bool:
    """Does a cell print a figure: "1,234.5", "(12)", "£3.4m", "12%", "5 to 9", "13 240"?"""
    if not _DIGIT.search(text):  # most cells and most lines are words
        return False
    parts = text.split()
    if len(parts) > FIGURE_PARTS or _THOUSANDS.match(text):
        return False
    return any(_FIGURE.match(p) for p in parts) and all(_FIGURE.match(p) or _NUMBER_WORDS.match(p) for p in parts)


def is_amount(text: str) -> bool:
    """A figure that is no bare year or column number: "1,234", "12.5", "£3", "40%", "104"."""
    return is_figure(text) and not is_year(text) and bool(re.search(r"[.,£$€%(]|\d{3}", text))


def is_year(text: str) -> bool:
    """Does a cell print a year: "2024", "2024/25", "2024-2025", "31.03.2025"?"""
    return bool(_YEAR.match(text.strip()))


_YEAR = re.compile(r"^(?:(?:19|20)\d\d(?:\s?[-–—/]\s?(?:\d\d|(?:19|20)\d\d))?|\d\d/\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4}))[*†]?$")


def is_mark(text: str) -> bool:
    """Does a cell print a mark for "none": "-", "..", "n/a", or a tick?"""
    return bool(_BLANK_MARK.match(text.strip()))


_MARKER = re.compile(r"^(?:\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]?|[•●○▪■◦·–—-]|\uf0b7)$", re.I)


def is_marker(text: str) -> bool:
    """Does a piece at the start of a line number or mark an item: "1", "2.1", "(a)", "iv)", "•"?"""
    return bool(_MARKER.match(text))


_left = attrgetter("x0")


def baselines(words: Sequence[Word], reach: float = 0.25) -> list[list[Word]]:
    """Words grouped by baseline, from top to bottom, each from left to right. Raised marks join their line.

    ``reach``: baselines of one line differ by at most this share of the font size.
    """
    out: list[list[Word]] = []
    bases: list[float] = []
    sizes: list[float] = []  # of each line's first word
    last, last_size = nan, nan
    line: list[Word] = []
    several: set[int] = set()
    for base, _, _, w in sorted([(w.baseline or w.bottom, w.x0, k, w) for k, w in enumerate(words)]):
        size = w.size
        if base == last and size == last_size:  # such words go to one line together
            line.append(w)
            continue
        last, last_size = base, size
        for k in range(len(out) - 1, max(len(out) - 4, -1), -1):
            other = sizes[k]
            big, small = (size, other) if size > other else (other, size)
            raised = small < 0.85 * big and (base < bases[k]) == (size < other)  # what is smaller and below is another line
            if abs(base - bases[k]) <= (0.5 if raised else reach) * big:
                if size > other * 1.15:
                    bases[k] = base
                line = out[k]
                line.append(w)
                several.add(k)
                break
        else:
            line = [w]
            out.append(line)
            bases.append(base)
            sizes.append(size)
    for k in several:
        out[k].sort(key=_left)
    return [out[k] for k in sorted(range(len(out)), key=bases.__getitem__)]


def segments_of(words: Sequence[Word]) -> list[Segment]:
    """Cut the words of one line (from left to right) at wide gaps."""
    if not words:
        return []
    out: list[Segment] = []
    held: list[Word] = []
    last, left, end = words[0], words[0].x0, words[0].x1
    for w in words:
        gap = w.x0 - end
        if gap > BREAK_FIGURES and gap > BREAK_FIGURES * (size := last.size if last.size < w.size else w.size) \
                and (gap > BREAK * max(size, 1.0) or (_FIGURE.match(w.text) and _FIGURE.match(last.text)
                                                      and not (_GROUP.match(w.text) and _GROUP_BEFORE.search(last.text)))):
            out.append(Segment(held, left, end))
            held, left, end = [], w.x0, w.x1
        held.append(w)
        last = w
        if w.x1 > end:
            end = w.x1
    out.append(Segment(held, left, end))
    return out if len(out) < JUSTIFIED or not _justified(words) else [Segment(list(words), words[0].x0, end)]


JUSTIFIED = 5
"""A line of fewer pieces is never taken for one that was stretched to its margin."""
EVEN = 0.14
"""The spaces of a stretched line differ by at most this share of the font size; columns part by what their words leave."""
SMALL = 0.4
"""Running text starts more than this share of its words with a small letter, as headings of columns side by side do not."""
STRETCHED = 1.7
"""Nor are they wider than this many font sizes."""


def _justified(words: Sequence[Word]) -> bool:
    """One line of running text, its spaces stretched evenly to the margin; its number may stand apart."""
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(words)][is_marker(words[0].text):]
    size = words[-1].size
    return len(gaps) >= JUSTIFIED and max(gaps) - min(gaps) < EVEN * size and max(gaps) < STRETCHED * size and sum(w.text[0].islower() for w in words) > SMALL * len(words)


def text_lines(words: Sequence[Word]) -> list[TextLine]:
    """The upright words as lines from top to bottom."""
    out: list[TextLine] = []
    for row in baselines([w for w in words if w.upright]):
        sizes = [w.size for w in row]
        size = max(sizes)
        bases = sorted([w.baseline or w.bottom for w in row if w.size > 0.85 * size])
        out.append(TextLine(row, segments_of(row), bases[len(bases) // 2], min([w.top for w in row]), max([w.bottom for w in row]), size))
    return out


def cell_text(words: Sequence[Word]) -> str:
    """The words of one cell as text: lines joined with one space, hyphenation undone."""
    if not words:
        return ""
    if len(words) == 1:
        return words[0].text
    upright = [w for w in words if w.upright]
    lines = [" ".join(w.text for w in row) for row in baselines(upright)]
    side = [w for w in words if not w.upright]
    if side:
        lines += _side_lines(side)
    return join_lines(lines)


def _side_lines(words: list[Word]) -> list[str]:
    """Words that run up or down the page, as lines in reading order.

    Which way they run shows in the paint order: upward text is painted from the lowest word.
    """
    columns: list[list[Word]] = []
    for w in sorted(words, key=lambda w: (w.x0 + w.x1) / 2):
        if columns and abs((w.x0 + w.x1) - (columns[-1][0].x0 + columns[-1][0].x1)) / 2 <= 0.4 * w.size:
            columns[-1].append(w)
        else:
            columns.append([w])
    votes = 0
    for column in columns:
        by_order = sorted(column, key=lambda w: w.order)
        votes += sum(1 if b.top < a.top else -1 for a, b in itertools.pairwise(by_order) if a.order != b.order)
    if votes >= 0:
        return [" ".join(w.text for w in sorted(c, key=lambda w: -w.bottom)) for c in columns]
    return [" ".join(w.text for w in sorted(c, key=lambda w: w.top)) for c in reversed(columns)]
