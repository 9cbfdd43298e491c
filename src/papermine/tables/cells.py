"""Words into the cells of a lattice, and cells into a `TablePart`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine.document import Cell, TablePart, Word
from papermine.provenance import Box
from papermine.tables.lattice import Lattice, Span
from papermine.tables.text import cell_text


@dataclass(slots=True)
class Held:
    """A cell and the words in it."""

    span: Span
    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, lines joined."""
        return cell_text(self.words)


def fill(lattice: Lattice, words: Sequence[Word]) -> list[Held]:
    """The cells of the lattice, each with the words whose middle lies in it."""
    held = [Held(s) for s in lattice.spans()]
    at: dict[tuple[int, int], Held] = {}
    for h in held:
        for r in range(h.span.r0, h.span.r1 + 1):
            for c in range(h.span.c0, h.span.c1 + 1):
                at[r, c] = h
    xs, ys = lattice.xs, lattice.ys
    for w in words:
        h_at = at.get((bisect_right(ys, middle(w)) - 1, bisect_right(xs, (w.x0 + w.x1) / 2) - 1))
        if h_at is not None:
            h_at.words.append(w)
    return held


def middle(w: Word) -> float:
    """Half the height of a word's small letters above its baseline (points from the top)."""
    return w.baseline - 0.25 * w.size if w.upright and w.baseline else (w.top + w.bottom) / 2


def words_in(words: Sequence[Word], box: Box, margin: float = 1.0) -> list[Word]:
    """The words whose middle lies in ``box``, widened by ``margin`` points."""
    return [w for w in words if box.x0 - margin <= (w.x0 + w.x1) / 2 <= box.x1 + margin
            and box.top - margin <= middle(w) <= box.bottom + margin]


def part_of(lattice: Lattice, held: Sequence[Held], page: int, ruled: bool, rule: str) -> TablePart:
    """The table that the filled lattice makes; rows and columns without any words are left out."""
    rows = sorted({h.span.r0 for h in held if h.words})
    columns = sorted({h.span.c0 for h in held if h.words})
    new_row = {r: i for i, r in enumerate(rows)}
    new_column = {c: i for i, c in enumerate(columns)}
    cells: list[Cell] = []
    for h in held:
        s = h.span
        inside = [new_row[r] for r in range(s.r0, s.r1 + 1) if r in new_row]
        across = [new_column[c] for c in range(s.c0, s.c1 + 1) if c in new_column]
        if not inside or not across:
            continue
        box = lattice.place(s)
        bold = all(w.bold for w in h.words) if h.words else False
        cells.append(Cell(inside[0], across[0], h.text, box, len(inside), len(across), bold))
    if rule != "lattice":
        _group_names(cells)
    covered = {(r, c) for cell in cells for r in range(cell.row, cell.row + cell.row_span) for c in range(cell.column, cell.column + cell.column_span)}
    for i, r in enumerate(rows):
        for j, c in enumerate(columns):
            if (i, j) not in covered:
                cells.append(Cell(i, j, "", Box(lattice.xs[c], lattice.ys[r], lattice.xs[c + 1], lattice.ys[r + 1])))
    cells.sort(key=lambda c: (c.row, c.column))
    return TablePart(page, lattice.box, len(rows), len(columns), cells, ruled, rule)


def _group_names(cells: Sequence[Cell]) -> None:
    """Without borders, words that start in the first column and run on over blank ones are no merged cell."""
    for c in cells:
        if c.column == 0 and c.column_span > 1 and c.row > 0:
            c.column_span = 1
