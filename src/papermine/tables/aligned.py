"""Tables of words without borders: lines whose pieces start at the same places, row after row."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from papermine import regex as re
from papermine.document import Word
from papermine.language.titles import TITLE
from papermine.tables.regions import Region
from papermine.tables.reject import is_caption, is_note
from papermine.tables.text import Segment, TextLine, is_figure, is_marker, is_year

COLUMNS = 3
"""Words make a table without borders from so many columns; two are a list with its labels."""
ROWS = 3
"""So many lines have words in most of the columns, the line of headings among them."""
EDGE = 2.5
"""Words of one column start at the same place to within this many points."""
GUTTER = 0.8
"""Between two columns of words at least this share of the font size is white in most lines."""
STEP = 2.7
"""The next line of a table stands at most this many font sizes below the last."""

_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_DASH = re.compile(r"^[-–—:.]+$")
_PERSON = re.compile(rf"(?:{TITLE}|Lord|Cyng|Mayor)\b", re.I)


def aligned(lines: Sequence[TextLine]) -> list[Region]:
    """Runs of lines that keep to three columns or more, headings first."""
    out: list[Region] = []
    k = 0
    while k < len(lines):
        last = _run(lines, k)
        if last is None:
            k += 1
            continue
        first = _upward(lines, k, out[-1].lines[-1].base if out else -1.0)
        body = [_pieces(ln, _edges(lines[k])) for ln in lines[first:last + 1]]
        if is_tabular(body):
            head = body[:_heading_lines(body)] if _names_columns(body) else _headings(lines, first, body, out[-1].lines[-1].base if out else -1.0)
            out.append(Region(body[len(head):] if head and head[0] is body[0] else body, head))
            k = last + 1
        else:
            k += 1
    return out


def _edges(line: TextLine) -> list[float]:
    return [s.x0 for s in line.segments]


def _pieces(line: TextLine, edges: Sequence[float]) -> TextLine:
    """The line with its pieces cut where a word starts at a column's edge, though the space before it is narrow."""
    out: list[Segment] = []
    inner = [-inf, *sorted(edges[1:]), inf]
    for s in line.segments:
        start, words = 0, s.words
        for k in range(1, len(words)):
            x0 = words[k].x0
            at = bisect(inner, x0)
            if (inner[at] - x0 < EXACT or x0 - inner[at - 1] < EXACT) and x0 - words[k - 1].x1 > 0.2 * words[k].size:
                out.append(_segment(words[start:k]))
                start = k
        out.append(_segment(words[start:]) if start else s)
    return line if len(out) == len(line.segments) else TextLine(line.words, out, line.base, line.top, line.bottom, line.size)


def _segment(words: list[Word]) -> Segment:
    return Segment(words, words[0].x0, max(w.x1 for w in words))


EXACT = 0.8
"""A word that starts a column does so to within this many points."""


def _fits(line: TextLine, edges: Sequence[float]) -> bool:
    """Does each piece start at a column's edge and end before the next column?"""
    for s in line.segments:
        home = min(range(len(edges)), key=lambda i: abs(edges[i] - s.x0))
        if abs(edges[home] - s.x0) > EDGE:
            return False
        if home + 1 < len(edges) and s.x1 > edges[home + 1] - 0.2 * line.size:
            return False
    return True


def _run(lines: Sequence[TextLine], first: int) -> int | None:
    """Index of the last line that keeps to the columns of line ``first``; None where it has too few."""
    line = lines[first]
    edges = _edges(line)
    if len(edges) < COLUMNS or any(len(s.words) > 9 for s in line.segments) or _LEADER.search(line.text):
        return None
    left, right = line.x0, line.x1
    last, many = first, 1
    for k in range(first + 1, len(lines)):
        below, step = lines[k], lines[k].base - lines[k - 1].base
        if step > STEP * max(below.size, line.size) or abs(below.size - line.size) > 0.2 * line.size or is_note(below.text) or is_caption(below.text):
            break
        below = _pieces(below, edges)
        if not _fits(below, edges) or _LEADER.search(below.text):
            break
        if len(below.segments) == 1 and (below.x1 - below.x0 > 0.6 * (right - left) or k - last > 4):
            break
        right = max(right, below.x1)
        if len(below.segments) >= 2:
            many += 1
        last = k
    return last if many >= ROWS else None


def _upward(lines: Sequence[TextLine], first: int, floor: float) -> int:
    """The first line of the same cells: where words stand in the middle of their rows, some start above."""
    edges = _edges(lines[first])
    k = first
    while k > 0 and k > first - 3:
        above = lines[k - 1]
        if above.base < floor or lines[k].base - above.base > 1.45 * lines[k].size or len(above.segments) >= COLUMNS or not _fits(above, edges) \
                or above.segments[0].x0 < edges[1] - EDGE:
            break
        k -= 1
    return k


def _headings(lines: Sequence[TextLine], first: int, body: Sequence[TextLine], floor: float) -> list[TextLine]:
    """The lines above that name the columns: each piece stands over one column, at its edge or in its middle."""
    edges = _edges(max(body, key=lambda ln: len(ln.segments)))
    ends = [max((s.x1 for ln in body for s in ln.segments if abs(s.x0 - e) <= EDGE), default=e) for e in edges]
    head: list[TextLine] = []
    for k in range(first - 1, max(first - 5, -1), -1):
        line, below = lines[k], lines[k + 1]
        if line.base < floor or below.base - line.base > (STEP if head else HEAD_STEP) * line.size or is_caption(line.text):
            break
        if any(len(s.words) > 5 or is_figure(s.text) or sum(s.x0 < b and s.x1 > a for a, b in zip(edges, ends, strict=True)) != 1 for s in line.segments):
            break
        head.insert(0, line)
    while head and len(head[0].segments) < 2:
        del head[0]
    return head


HEAD_STEP = 3.6
"""Headings stand at most this many font sizes above the first row."""


def is_tabular(body: Sequence[TextLine]) -> bool:
    """Do lines that keep to columns print a table, and not names side by side, a list, or columns of running text?"""
    edges = _edges(max(body, key=lambda ln: len(ln.segments)))
    columns: list[list[Segment]] = [[] for _ in edges]
    for ln in body:
        for s in ln.segments:
            columns[min(range(len(edges)), key=lambda i: abs(edges[i] - s.x0))].append(s)
    if any(len(c) < 2 for c in columns[:2]) or sum(len(c) >= 2 for c in columns) < COLUMNS:
        return False
    full = [ln for ln in body if len(ln.segments) >= len(edges) - 1 and len(ln.segments) >= 2]
    if len(full) < ROWS or len(full) < 0.25 * len(body):
        return False
    for a, b in pairwise(edges):
        gaps = [t.x0 - s.x1 for ln in body for s, t in pairwise(ln.segments) if abs(s.x0 - a) <= EDGE and abs(t.x0 - b) <= EDGE]
        if gaps and sum(g > GUTTER * body[0].size for g in gaps) < 0.6 * len(gaps):
            return False
    texts = [[s.text for s in c] for c in columns]
    if sum(bool(_PERSON.match(t)) for c in texts for t in c) > 0.3 * sum(map(len, texts)):
        return False
    if any(c and sum(bool(_DASH.match(t)) for t in c) > 0.7 * len(c) for c in texts):
        return False
    marks = [t for t in texts[0] if is_marker(t)]
    if len(marks) > 0.5 * len(texts[0]) and not _names_columns(body):
        return False
    if sum(t.endswith(":") for t in texts[0]) > 0.3 * len(texts[0]):
        return False
    running = [sum(t[:1].islower() for t in c) / len(c) for c in texts]
    wordy = [sum(len(t.split()) for t in c) / len(c) for c in texts]
    if min(running) > 0.25 or (running[0] > 0.3 and not _names_columns(body)):
        return False
    return min(wordy) <= 4 and not all(is_figure(t) or is_year(t) for c in texts for t in c)


def _names_columns(body: Sequence[TextLine]) -> bool:
    """Does the first line print a heading over each column: short, no figure, and in bold where the rest is not?"""
    first, most = body[0], max(len(ln.segments) for ln in body)
    if len(first.segments) < most or any(is_figure(s.text) or len(s.words) > 4 for s in first.segments):
        return False
    bold = [all(w.bold for w in ln.words) for ln in body]
    if bold[0]:
        return not all(bold[1:3])
    return not any(bold) and all(s.text[:1].isupper() for s in first.segments) and not any(is_marker(s.text) for s in first.segments)


def _heading_lines(body: Sequence[TextLine]) -> int:
    """Over how many lines the headings in the first go on, set as close and as bold, above rows that are not: "Date of | Item" ⏎ "Meeting"."""
    count = 1
    while count < min(4, len(body) - 1) and body[count].base - body[count - 1].base < CLOSE * body[0].size and len(body[count].segments) < len(body[0].segments) and all(
            w.bold for ln in body[:count + 1] for w in ln.words) and not all(w.bold for w in body[count + 1].words):
        count += 1
    return count


CLOSE = 1.5
"""Lines of one heading follow each other within this many font sizes."""


__all__ = ["aligned", "is_tabular"]
