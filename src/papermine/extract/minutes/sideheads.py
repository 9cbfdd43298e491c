"""Minutes whose headings stand in a column of their own beside the text ("**2006 Apologies and** | Apologies for absence were …"): each heading whole, then the text beside it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from papermine import regex as re
from papermine.document import Line, Word
from papermine.language.labels import label_at

_NUMBERED = re.compile(r"(?:\d{1,4}|[A-Z]{1,4}\s?\d{1,4}(?:/\d{2,4})?)\.?(?:\s|$)")
_COUNTED = re.compile(r"\(?\d{1,3}[.)]?")
_RESOLUTION = re.compile(r"#?[A-Z]{0,2}\d{1,4}[-/]\d{2,4}[.:]?")
_OF_A_SLIP = re.compile(r"(?:(?:moved?r?|proposed|proposer|seconded|seconder|for|against|in favou?r(?: of)?|abst\w+|ayes?|nays?|noes|yes|no|absent|votes?|voting|result|outcome|carried|lost|motion|amendment|resolved|resolution|recommended|recommendations?|decisions?|agreed|noted|action|present|reasons?|note|whereas|that)\b\s*(?:by|that|for|no|\d)?[\s:.;–—-]*)+", re.I)
"""What is printed at the left and heads no business: the label of a mover, of a vote, of words that decide."""


_TOLD = re.compile(r"\b(?:was|were|had|have|been|is|are|be|that|none|nil|received|accepted|noted|agreed|resolved)\b", re.I)
"""In what is told beside the label of a roll, and not among the names of those who came."""


class _Row(NamedTuple):
    """A line as the column parts it: its words left and right of the edge (either may be empty), where it does not run over the edge."""

    line: Line
    left: list[Word]
    right: list[Word]


@dataclass(slots=True)
class _Group:
    """A heading and the rows beside and below it, down to the next heading."""

    rows: list[_Row] = field(default_factory=list)

    @property
    def heading(self) -> list[Word]:
        return [w for row in self.rows for w in row.left]

    @property
    def text(self) -> list[list[Word]]:
        return [row.right for row in self.rows if row.right]


def beside(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines with headings and the text beside them apart, in the order in which they read; as they are where no such column is.

    The column is told by weak signs together: at one edge left of the middle many lines begin, or words behind a gap; few lines run over it; three headings at least stand
    left of it, at one edge themselves, in words, and prose begins beside each. Labels of those present, of movers and of votes head no business: their rows stay as they are.
    A number at the edge that each heading has goes before the heading ("Devotion | 2. | The Pastor prayed.").
    ``width``: the page's, in points.
    """
    starts: Counter[int] = Counter()
    first = min((line.x0 for line in lines), default=0.0)
    each = [line.words for line in lines]
    for line, words in zip(lines, each, strict=True):
        starts.update({round(w.x0 / 2) for before, w in itertools.pairwise([None, *words]) if w is not None and (before is None or w.x0 - before.x1 > 0.5 * line.size)})
    near = Counter({at: starts[at - 1] + n + starts[at + 1] for at, n in starts.items() if first + 40 < 2 * at < 0.48 * width})
    for at, count in near.most_common(6):
        if count > 4 and (parted := _parted(lines, each, 2.0 * at)) is not None:
            return parted
    return list(lines)


def _row(line: Line, words: list[Word], edge: float) -> _Row | None:
    """The line, given with its words, parted at the edge; None where it runs over it."""
    k = next((k for k, w in enumerate(words) if w.x0 > edge - 8), len(words))
    if k and (words[k - 1].x1 > edge - 2 or (k < len(words) and (words[k].x0 > edge + 8 or words[k].x0 - words[k - 1].x1 < 0.4 * line.size))):
        return None
    return _Row(line, words[:k], words[k:])


def _parted(lines: Sequence[Line], each: Sequence[list[Word]], edge: float) -> list[Line] | None:
    rows = [_row(line, words, edge) for line, words in zip(lines, each, strict=True)]
    gaps = sorted(line.gap for line in lines if line.gap > 0) or [0.0]
    usual = gaps[len(gaps) // 4]
    bands = [[row for row in run if row is not None] for whole, run in itertools.groupby(rows, lambda row: row is not None) if whole]
    grouped = [list(_groups(band, usual)) for band in bands]
    heads = [group for groups in grouped for group in groups if _heads(group)]
    if not _told(heads, rows, edge):
        return None
    counted = _count_up(heads)
    at = {id(group.rows[0].line): group for group in heads}
    out: list[Line] = []
    held: set[int] = set()
    for line in lines:
        if (group := at.get(id(line))) is not None:
            held.update(id(row.line) for row in group.rows)
            out += _unfold(group, counted)
        elif id(line) not in held:
            out.append(line)
    return out


def _groups(band: Sequence[_Row], usual: float) -> Iterator[_Group]:
    group = _Group()
    for before, row in itertools.pairwise([None, *band]):
        if row is None:
            continue
        apart = before is None or not before.left or row.line.gap > usual + 3 or row.line.page != before.line.page or before.left[-1].text.endswith(":") \
            or _NUMBERED.match(row.left[0].text if row.left else "") is not None or (bool(row.left and row.right) and _number(row) is not None)
        if row.left and apart:
            if group.rows:
                yield group
            group = _Group()
        group.rows.append(row)
    if group.rows:
        yield group


def _heads(group: _Group) -> bool:
    """Is it a heading in words, with the text beside it?"""
    heading = " ".join(w.text for w in group.heading)
    letters = sum(map(str.isalpha, heading))
    opens = heading.lstrip("(“\"*")[:1]
    return bool(group.rows[0].left and group.rows[0].right) and len(group.heading) < 16 and letters > max(2, 0.5 * len(heading.replace(" ", ""))) and (opens.isupper() or opens.isdigit()) \
        and _OF_A_SLIP.fullmatch(heading) is None and (label_at(_NUMBERED.sub("", heading, count=1).strip() + ":") is None or _TOLD.search(" ".join(w.text for line in group.text for w in line)) is not None) and re.search(r"[a-z]{3,}\.\s+[A-Z]|,$", heading) is None


def _told(heads: Sequence[_Group], rows: Sequence[_Row | None], edge: float) -> bool:
    """Do headings stand in a column: three at least, at one edge, beside prose, with few lines that run over it from the first on?"""
    if len(heads) < 3:
        return False
    begins = Counter(round(group.rows[0].left[0].x0 / 4) for group in heads)
    texts = [line for group in heads for line in group.text]
    reach = max(line[-1].x1 for line in texts)
    longs = sum(line[-1].x1 - line[0].x0 > 0.6 * (reach - edge) and len(line) > 4 for line in texts)
    opened = sum(re.match(r"[(“\"*•\d-]*[A-Z£$•–-]|\d", " ".join(w.text for w in group.text[0])) is not None for group in heads)
    first, last = (next(k for k, row in enumerate(rows) if row is not None and row.line is group.rows[at].line) for group, at in ((heads[0], 0), (heads[-1], -1)))
    among = rows[first:last + 1]
    return begins.most_common(1)[0][1] >= 0.75 * len(heads) and 3 * longs >= len(texts) > 1.3 * len(heads) and opened >= 0.7 * len(heads) and sum(row is None for row in among) <= 0.25 * len(among)


def _number(row: _Row) -> Word | None:
    """The number between a heading and the text beside it."""
    return next((w for w, among in ((row.left[-1], row.left), (row.right[0], row.right)) if len(among) > 1 and _COUNTED.fullmatch(w.text) is not None), None)


def _count_up(heads: Sequence[_Group]) -> bool:
    """Does a number stand between most headings and their text, one more each time, and none before them?"""
    numbers = [int(number.text.strip("().")) for group in heads if (number := _number(group.rows[0])) is not None]
    return len(numbers) >= max(3, 0.8 * len(heads)) and all(0 < b - a < 4 for a, b in itertools.pairwise(numbers)) and not any(_NUMBERED.match(group.heading[0].text) for group in heads)


def _unfold(group: _Group, counted: bool) -> Iterator[Line]:
    """The heading, then the text; a number between them stands before the heading where it counts headings, before the text where it is a resolution's."""
    first = group.rows[0]
    number = _number(first) if counted else None
    resolved = [w for w in first.left[-1:] if _RESOLUTION.fullmatch(w.text) is not None]
    if resolved and len(first.left) == 2 and re.fullmatch(r"(?:Motion|Resolution)(?: No\.?)?", first.left[0].text, re.I) is not None:
        resolved = first.left
    heading = Line(first.line.page, [*([number] if number is not None else []), *([w for w in group.heading if w is not number and w not in resolved] or resolved)])
    heading.gap = first.line.gap
    yield heading
    for row in group.rows:
        if words := [*(resolved if row is first and len(resolved) < len(group.heading) else []), *(w for w in row.right if w is not number)]:
            line = Line(row.line.page, words)
            line.gap = row.line.gap
            yield line
