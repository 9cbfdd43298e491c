"""Finds the tables of one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from papermine.document import Page, TablePart, Word
from papermine.provenance import Box
from papermine.tables.aligned import aligned
from papermine.tables.cells import Held, fill, part_of, words_in
from papermine.tables.groups import join_groups
from papermine.tables.header import header_rows
from papermine.tables.ink import Edge, Ink, connected, edges_of
from papermine.tables.lattice import Lattice, lattice_of
from papermine.tables.levels import add_levels
from papermine.tables.merged import complete, header_bands, open_cells
from papermine.tables.regions import Region, framed, good_figures, is_list, outside, regions
from papermine.tables.reject import is_caption, is_chart, is_columns_of_text, is_letterhead, is_note, is_sparse
from papermine.tables.rows import add_rows
from papermine.tables.stacks import band_above, header_above, is_partial, raised, stacks
from papermine.tables.text import text_lines
from papermine.tables.white import add_columns


def find_tables(page: Page) -> list[TablePart]:
    """The tables of one page, from top to bottom."""
    if not page.words:
        return []
    ink = edges_of(page)
    groups, loose_across, _ = connected(ink)
    found: list[TablePart] = []
    frames: list[Box] = []
    lines = text_lines([w for w in page.words if w.upright])
    for across, down in groups:
        whole = lattice_of(across, down)
        if whole is not None and whole.columns == 1 and len(down) > 1:
            frames.append(whole.box)
        if whole is None or len(whole.xs) * len(whole.ys) < 6:
            continue
        regimes_found = regimes(whole)
        for lattice in regimes_found:
            words = words_in(page.words, lattice.box)
            if len(words) < 2 or is_chart(lattice, words, ink):
                continue
            across_here = across
            if len(regimes_found) == 1:
                edge = band_above(lattice.box, lines, ink) or (header_above(lattice, words, lines, ink) if lattice.columns > 1 else None)
                if edge is not None:
                    lattice, across_here = raised(lattice, edge), [edge, *across]
                    words = words_in(page.words, lattice.box)
            part = settle(lattice, words, across_here, page, ink, "lattice")
            if part is not None:
                found.append(part)
    found = _outermost_out(found)
    single = [t for t in found if t.rows == 1]
    found = [t for t in found if t.rows > 1]
    taken = [t.box for t in found]
    doubtful: list[TablePart] = []
    for across in stacks(loose_across, lines):
        bare = lattice_of(across, [])
        if bare is None or any(_meet(b, bare.box) for b in taken):
            continue
        lattice = bare
        words = words_in(page.words, lattice.box)
        edge = band_above(lattice.box, lines, ink) or header_above(lattice, words, lines, ink)
        if edge is not None:
            across = [edge, *across]
            lattice = lattice_of(across, []) or lattice
            words = words_in(page.words, lattice.box)
        part = settle(lattice, words, across, page, ink, "half-ruled")
        if part is not None:
            shades = all(any(abs(e.at - y) < 1 for y in ink.stripes) for e in across)  # every other row: more may stand outside
            (doubtful if shades or is_partial(part, lines) else found).append(part)
    parts = framed(lines, frames)
    for region, make in chain(((r, unruled) for own in parts for r in regions(outside(own, [t.box for t in found]))),
                              ((r, open_table) for own in parts for r in aligned(outside(own, [t.box for t in found])))):
        part = make(region, ink, page)
        if part is not None and not any(_meet(t.box, part.box) for t in found):
            found.append(part)
    found += [t for t in doubtful if not any(_meet(t.box, u.box) for u in found)]
    near = [Box(t.box.x0, t.box.top - TOUCH, t.box.x1, t.box.bottom + TOUCH) for t in found]
    found += [t for t in single if not any(_meet(t.box, b) for b in near)]
    return join_groups(found, lines)


def unruled(region: Region, ink: Ink, page: Page) -> TablePart | None:
    """The table that lines with figures under each other make."""
    return None if is_list(region) or not good_figures(region) else open_table(region, ink, page)


def open_table(region: Region, ink: Ink, page: Page) -> TablePart | None:
    """The table that lines without borders make; rules under its header or between groups help."""
    box = region.box
    if any(_meet(box, b) for b in [*ink.images, *(c for c in ink.curves if c.width > 6 and c.height > 6)]):
        return None
    top, bottom = Edge(box.top - 1, box.x0 - 1, box.x1 + 1), Edge(box.bottom + 1, box.x0 - 1, box.x1 + 1)
    inner = [e for e in ink.across if box.top + 3 < e.at < box.bottom - 3 and e.low > box.x0 - 12 and e.high < box.x1 + 12]
    if region.head:
        y = (region.head[-1].bottom + region.body[0].top) / 2
        if not any(region.head[-1].base < e.at < region.body[0].base - 0.5 * region.body[0].size and e.length > 0.6 * box.width for e in inner):
            inner.append(Edge(y, box.x0 - 1, box.x1 + 1))
    across = [top, *inner, bottom]
    lattice = lattice_of(across, [])
    if lattice is None:
        return None
    words = words_in([w for ln in region.lines for w in ln.words], lattice.box)
    if is_chart(lattice, words, ink):
        return None
    part = settle(lattice, words, across, page, ink, "white space")
    if part is not None:
        part.ruled = False
    return part


def _meet(a: Box, b: Box) -> bool:
    return a.top < b.bottom and b.top < a.bottom and a.x0 < b.x1 and b.x0 < a.x1


def _outermost_out(found: Sequence[TablePart]) -> list[TablePart]:
    """Leave out frames: grids that hold another table inside one of their cells."""
    return [t for t in found if not any(u is not t and _meet(t.box, u.box) and u.box.width * u.box.height < t.box.width * t.box.height
                                        for u in found)]


def regimes(lattice: Lattice) -> list[Lattice]:
    """Cut a lattice where one grid ends and one with other columns begins under it."""
    rows, last = lattice.rows, len(lattice.xs) - 1
    sets = [{c for c, drawn in enumerate(row) if drawn and 0 < c < last} for row in lattice.left.tolist()]
    whole = [bool(row.all()) for row in lattice.over]
    for r in range(1, rows):
        if not whole[r]:
            continue
        above: set[int] = set().union(*sets[:r])
        below: set[int] = set().union(*sets[r:])
        common = above & below
        if above - below and below - above and len(common) <= 0.5 * min(len(above), len(below)):
            return [*regimes(_tidy(lattice.keep_rows(0, r - 1))), *regimes(_tidy(lattice.keep_rows(r, rows - 1)))]
    return [lattice]


def _tidy(lattice: Lattice) -> Lattice:
    for c in range(lattice.columns - 1, 0, -1):
        if not lattice.left[:, c].any():
            lattice.drop_column(c)
    return lattice


EDGE_OF_PAGE = 0.16
"""A single row within this share of the page's height from its edge may be the end or start of a table over pages."""


TOUCH = 6.0
"""A row nearer than this many points to a table is part of it, not the end of another one."""


def settle(lattice: Lattice, words: Sequence[Word], across: Sequence[Edge], page: Page, ink: Ink, rule: str) -> TablePart | None:
    """Work out columns and rows inside a lattice; None where it is no table."""
    open_columns = lattice.columns == 1 or _drawn(lattice) < 0.3
    add_columns(lattice, words, open_columns, across)
    if lattice.columns < 2:
        return None
    lattice.redraw(across)
    header = header_bands(lattice, words)
    if rule != "lattice":
        for r in range(header + 1, lattice.rows):
            if lattice.over[r].any():
                lattice.over[r] = True  # a rule over the figures of a total parts whole rows
    add_rows(lattice, words, eager=rule != "lattice", header=header)
    header = add_levels(lattice, words, header, ink.fills)
    complete(lattice, words, across, header)
    open_cells(lattice, words)
    lattice, held = trim(lattice, words)
    part = part_of(lattice, held, page.number, True, rule)
    if part.columns < 2 or part.rows < 1:
        return None
    part.header_rows = header_rows(part)
    if part.rows == 1:
        box = part.box
        near = box.top < EDGE_OF_PAGE * page.height or box.bottom > (1 - EDGE_OF_PAGE) * page.height
        return part if near and rule == "lattice" and sum(bool(c.text) for c in part.cells) > 1 else None
    return None if is_sparse(part) or is_letterhead(part) or (rule != "lattice" and is_columns_of_text(part)) else part


def trim(lattice: Lattice, words: Sequence[Word]) -> tuple[Lattice, list[Held]]:
    """The lattice and its filled cells, without a title row at its top and notes at its bottom, where these are the only cell of their row."""
    first, last = 0, lattice.rows - 1
    held = fill(lattice, words)
    only: dict[int, list[Held]] = {}
    for h in held:
        if h.words:
            for r in range(h.span.r0, h.span.r1 + 1):
                only.setdefault(r, []).append(h)
    while first < last and (first not in only or (len(only[first]) == 1 and is_caption(only[first][0].text))):
        first += 1
    while first < last and (last not in only or (len(only[last]) == 1 and only[last][0].span.c0 == 0 and is_note(only[last][0].text))):
        last -= 1
    if (first, last) != (0, lattice.rows - 1):
        lattice = lattice.keep_rows(first, last)
        held = fill(lattice, words)
    return lattice, held


def _drawn(lattice: Lattice) -> float:
    """Share of the inner borders between columns that are drawn."""
    inner = lattice.left[:, 1:-1]
    return float(inner.mean()) if inner.size else 0.0
