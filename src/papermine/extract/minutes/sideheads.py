"""Minutes whose headings stand in a column of their own beside the text ("**2006 Apologies and** | Apologies for absence were …"): each heading whole, then the text beside it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line

_NUMBERED = re.compile(r"(?:\d{1,4}|[A-Z]{1,4}\s?\d{1,4}(?:/\d{2,4})?)\.?(?:\s|$)")

_RESOLUTION = re.compile(r"#?[A-Z]{0,2}\d{1,4}[-/]\d{2,4}[.:]?(?=\s|$)")


def beside(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines with headings and the text beside them apart, in the order in which they read; as they are where no such column is.

    Or subjects beside resolutions that carry a number ("Minutes | 19/086 HALE: That the minutes be accepted"): three rows at least whose number stands at one edge. Or headings in a column between the numbers and the text.
    The column: most lines begin at one edge right of the leftmost, and three rows at least have a number and nothing but bold type left of it and other type right of it.
    ``width``: the page's, in points.
    """
    first = min((line.x0 for line in lines), default=0.0)
    starts = Counter(round(line.x0 / 4) for line in lines if line.table is None and first + 50 < line.x0 < 0.48 * width)
    at, count = max(starts.items(), key=lambda found: found[1], default=(0, 0))
    edge = at * 4.0
    parted = [_part(line, edge) for line in lines] if count and count >= 0.4 * len(lines) else []
    begins = [left is not None and right is not None and _NUMBERED.match(left.text) is not None for left, right in parted]
    if sum(begins) < 3:
        numbers = Counter(round(w.x0 / 4) for line in lines if line.table is None for a, w in itertools.pairwise(line.words) if w.x0 - a.x1 > line.size and _RESOLUTION.fullmatch(w.text))
        at, count = max(numbers.items(), key=lambda found: found[1], default=(0, 0))
        if count > 2:
            parted = [_part(line, at * 4.0, plain=True) for line in lines]
            begins = [right is not None and _RESOLUTION.match(right.text) is not None for _, right in parted]
        elif (edges := _three_columns(lines, width)) is not None:
            return _in_columns(lines, *edges)
        else:
            return list(lines)
    out: list[Line] = []
    text: list[Line] = []
    titled = False
    for line, (left, right), first_row in zip(lines, parted, begins, strict=True):
        if left is not None and first_row:
            out += text
            text, titled = [], True
        elif left is None or not titled or (out and out[-1].page != line.page):
            out += text
            text, titled = [], False
            out.append(line)
            continue
        out.append(left)
        text += [right] if right is not None else []
    return out + text


def _three_columns(lines: Sequence[Line], width: float) -> tuple[float, float] | None:
    """Where headings and text begin that stand each in a column of its own right of the numbers: "2.   Declarations   There were none."; None where there are no such columns.

    Three rows at least whose numbers count up, with the headings at one edge and the text at another, left of the middle, and more of it than of the headings.
    """
    rows = [cells for line in lines if line.table is None and len(cells := line.segments(1.0)) == 3 and re.fullmatch(r"\d{1,3}\.?", cells[0][0]) and cells[2][0].count(" ") > 1]
    if len(rows) < 3 or not all(int(a[0][0].rstrip(".")) < int(b[0][0].rstrip(".")) for a, b in itertools.pairwise(rows)):
        return None
    (heads, several), (text, many) = (Counter(round(cells[k][1].x0 / 4) for cells in rows).most_common(1)[0] for k in (1, 2))
    if min(several, many) < max(3, len(rows) - 1) or text * 4 > 0.48 * width or 2 * sum(len(cells[2][0]) > len(cells[1][0]) for cells in rows) <= len(rows):
        return None
    return heads * 4.0, text * 4.0


def _in_columns(lines: Sequence[Line], heads: float, edge: float) -> list[Line]:
    """The lines with each heading, from its number on and over its lines, before the text beside it; columns of headings and text begin at ``heads`` and ``edge``."""
    out: list[Line] = []
    text: list[Line] = []
    titled = False
    for line in lines:
        left, right = _part(line, edge, plain=True)
        apart = left is not None and (right is None or right.x0 - left.x1 > 0.8 * line.size)
        if left is not None and right is not None and apart and left.x0 < heads - 4 and _NUMBERED.match(left.text):
            out += [*text, left]
            text, titled = [right], True
        elif left is not None and apart and titled and abs(left.x0 - heads) < 4 and line.gap < line.size and out[-1].page == line.page:
            joined = Line(line.page, [*out[-1].words, *left.words])
            joined.gap = out[-1].gap
            out[-1] = joined
            text += [right] if right is not None else []
        else:
            out += [*text, line]
            text, titled = [], False
    return out + text


def _part(line: Line, edge: float, *, plain: bool = False) -> tuple[Line | None, Line | None]:
    """A line's words left and right of the edge, where those on the left are bold (or ``plain``) and a gap divides them; (None, None): no such line."""
    k = next((k for k, w in enumerate(line.words) if w.x0 > edge - 8), len(line.words))
    if k == 0 or line.table is not None or not (plain or all(w.bold for w in line.words[:k])) or line.words[k - 1].x1 > edge - 2:
        return None, None
    rest = line.words[k:]
    if rest and not plain and all(w.bold for w in rest) and re.match(r"R\s?E\s?S|AGREED|NOTED", rest[0].text) is None:
        return None, None  # a title that runs over the edge
    left = Line(line.page, line.words[:k])
    left.gap = line.gap
    if not rest:
        return left, None
    right = Line(line.page, rest)
    right.gap = line.gap
    return left, right
