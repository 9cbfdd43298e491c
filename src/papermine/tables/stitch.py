"""Parts of tables on several pages → whole tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import Cell, LaidPage, Line, Paper, TablePart, join_lines
from papermine.tables.breaks import claim_foot, claim_name, claim_top
from papermine.tables.text import is_figure

NEAR = 9.0
"""Borders of one table stand at the same place on each page, within this many points."""
FOOT = 0.3
"""A table that breaks off leaves less than this share of the page's height empty under it."""


_STAMP = re.compile(r"^[-–|\s]*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?[-–|\s]*$", re.I)


@dataclass(slots=True)
class Piece:
    """A cell of a joined table: its place in the joined grid (rows from 0), and what each page prints of it."""

    row: int
    column: int
    row_span: int
    column_span: int
    printed: list[tuple[int, Cell]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text over all pages, joined."""
        return join_lines([c.text for _, c in self.printed if c.text])


@dataclass(slots=True)
class Whole:
    """A table over its pages: ``parts`` as printed, ``pieces`` joined; ``repeated`` (part index, cell) of headers
    printed again."""

    parts: list[TablePart]
    pieces: list[Piece]
    rows: int
    columns: int
    header_rows: int
    repeated: list[tuple[int, Cell]] = field(default_factory=list)
    before: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)


def wholes(paper: Paper) -> list[Whole]:
    """The tables of a paper, in order; one that runs on over a page break is one."""
    chains: list[list[TablePart]] = []
    of_page: dict[int, LaidPage] = {page.number: page for page in paper.pages}
    for page in paper.pages:
        before = of_page.get(page.number - 1)
        if before is not None and chains and chains[-1][-1].page == before.number and chains[-1][-1].header_rows:
            _top(before, chains[-1][-1], page)
        for k, part in enumerate(page.tables):
            last = chains[-1][-1] if chains else None
            if last is not None and k == 0 and last.page == page.number - 1 and _runs_on(of_page[last.page], last, page, part):
                chains[-1].append(part)
                continue
            foot = _foot(before, page, part) if before is not None and k == 0 and part.header_rows else None
            chains.append([part] if foot is None else [foot, part])
    return [_join(chain) for chain in chains if sum(part.rows for part in chain) > 1]


def _foot(before: LaidPage, page: LaidPage, part: TablePart) -> TablePart | None:
    """The few rows at the foot of the page before whose header ``part``, the first of its page, prints again at its top."""
    if any(ln.table is None and ln.bottom < part.box.top + 2 and not _running(ln, page) and not _continued(ln) for ln in page.lines):
        return None
    return claim_foot(before, _loose(before), part)


def _top(before: LaidPage, last: TablePart, page: LaidPage) -> None:
    """Make a table of the few rows at the top of ``page`` under the header of ``last``, where that ends its page.

    A header that comes again on each page at one place was set aside as a running head: it is put back.
    """
    if not all(_small_print(ln) for ln in _loose(before) if ln.top > last.box.bottom - 2):
        return
    for k in range(len(page.head) + 1):
        if claim_top(page, [*page.head[k:], *_loose(page)], last) is not None:
            page.lines[:0] = page.head[k:]
            del page.head[k:]
            return


def _loose(page: LaidPage) -> list[Line]:
    """The lines outside tables, running heads and feet."""
    return [ln for ln in page.lines if ln.table is None and not _running(ln, page)]


def _runs_on(before: LaidPage, a: TablePart, page: LaidPage, b: TablePart) -> bool:
    """Does table ``a``, the last of its page, go on as ``b`` at the top of the next?"""
    if before.tables[-1] is not a and any(t.box.top > a.box.bottom - 2 for t in before.tables):
        return False
    under = [ln for ln in _loose(before) if ln.top > a.box.bottom - 2]
    above = [ln for ln in _loose(page) if ln.bottom < b.box.top + 2]
    same = _header_again(a, b)
    if same and len(under) == 1 and claim_name(before, under[0], a):
        under = []
    if any(not _small_print(ln) for ln in under) or any(not _continued(ln) for ln in above):
        return False
    if _mapping(a, b) is None:
        return False
    empty = 1 - a.box.bottom / before.height if before.height else 0.0
    if same == 0 and b.header_rows and a.header_rows and _texts(b, 0) and _texts(a, 0) and empty > 0.12 \
            and all(c.bold for c in b.cells if c.row == 0 and c.text) and not all(c.bold for c in a.cells if c.row == a.rows - 1 and c.text):
        return False
    return bool(empty < FOOT or same)


def _running(line: Line, page: LaidPage) -> bool:
    edge = (line.bottom < 0.06 * page.height or line.top > 0.93 * page.height) and len(line.text) < 60
    return edge or bool(_STAMP.match(line.text))


def _small_print(line: Line) -> bool:
    return bool(re.match(r"^(?:\*|source|note|cont|page \d|\(cont)", line.text, re.I))


def _continued(line: Line) -> bool:
    return bool(re.search(r"\bcont(?:inued|['’]?d|\.)?\b", line.text, re.I)) or bool(re.fullmatch(r"(?:page )?\d{1,4}", line.text, re.I))


def lefts(part: TablePart) -> list[float]:
    """The left border of each column, points."""
    xs: list[float] = []
    for column in range(part.columns):
        own = [c.box.x0 for c in part.cells if c.column == column]
        xs.append(min(own) if own else (xs[-1] if xs else part.box.x0))
    return xs


def _mapping(a: TablePart, b: TablePart) -> list[int] | None:
    """For each column of ``b`` the column of ``a`` at its place; None where the two do not fit."""
    xa, xb = lefts(a), lefts(b)
    if abs(a.box.x0 - b.box.x0) > 2 * NEAR or abs(a.box.x1 - b.box.x1) > 2 * NEAR:
        return None
    if len(xa) == len(xb):
        near = all(abs(p - q) < 2 * NEAR for p, q in zip(xa, xb, strict=True))
        same = a.rule != "lattice" and b.rule != "lattice" and _header_again(a, b)  # columns found by white space shift with what they hold
        return list(range(len(xa))) if near or not a.ruled or same else None
    if len(xb) > len(xa) or len(xb) < 2:
        return None
    out: list[int] = []
    for x in xb:
        k = min(range(len(xa)), key=lambda i: abs(xa[i] - x))
        if abs(xa[k] - x) > NEAR or k in out:
            return None
        out.append(k)
    return out


def _texts(part: TablePart, row: int) -> list[str]:
    return [re.sub(r"\W+", "", c.text).lower() for c in part.cells if c.row == row and c.text.strip()]


def _header_again(a: TablePart, b: TablePart) -> int:
    """So many rows at the top of ``b`` print the first rows of ``a`` again."""
    n = 0
    while n < min(a.rows, b.rows) - 0 and n < max(a.header_rows, 1) + 1 and _texts(a, n) and _texts(a, n) == _texts(b, n):
        n += 1
    return n


def _join(chain: Sequence[TablePart]) -> Whole:
    first = chain[0]
    whole = Whole(list(chain), [], first.rows, first.columns, first.header_rows)
    for c in first.cells:
        whole.pieces.append(Piece(c.row, c.column, c.row_span, c.column_span, [(0, c)]))
    for k, part in enumerate(chain[1:], 1):
        to = _mapping(first, part) or list(range(part.columns))
        again = _header_again(first, part)
        goes_on = again < part.rows and _goes_on(whole, part, again, to)
        shift = whole.rows - again - (1 if goes_on else 0)
        last = {p.column: p for p in whole.pieces if p.row <= whole.rows - 1 < p.row + p.row_span}
        for c in part.cells:
            if c.row < again:
                whole.repeated.append((k, c))
                continue
            column = to[c.column]
            if goes_on and c.row == again and column in last:
                last[column].printed.append((k, c))
                last[column].row_span += c.row_span - 1
                continue
            span = to[min(c.column + c.column_span, len(to)) - 1] - column + 1
            whole.pieces.append(Piece(c.row + shift, column, c.row_span, span, [(k, c)]))
        whole.rows += part.rows - again - (1 if goes_on else 0)
    whole.pieces.sort(key=lambda p: (p.row, p.column))
    return whole


def _goes_on(whole: Whole, part: TablePart, row: int, to: Sequence[int]) -> bool:
    """Is the first row of the next page the rest of the row that the break cut?"""
    fresh = {to[c.column]: c for c in part.cells if c.row == row and c.text.strip()}
    last = {p.column: p.text for p in whole.pieces if p.row <= whole.rows - 1 < p.row + p.row_span and p.text}
    if not fresh or not last:
        return False
    if 0 in fresh:
        return bool(re.match(r"^[a-z]", fresh[0].text)) and all(c in last for c in fresh)
    if 0 not in last and not any(p.column == 0 and p.row > 0 and p.text for p in whole.pieces):
        return False
    if not all(c in last for c in fresh) and 0 not in last:
        return False
    if any(is_figure(cell.text) and is_figure(last.get(c, "")) for c, cell in fresh.items()):
        return False  # a figure does not go on over a break: a row without a name
    blank = sum(1 for r in range(1, whole.rows) if not any(p.row <= r < p.row + p.row_span and p.column == 0 and p.text for p in whole.pieces))
    often = blank > 0.25 * max(whole.rows - 1, 1)
    return not often or any(re.match(r"^[a-z(]", c.text) for c in fresh.values())
