"""A table whose rules stop at each group heading is one table: "Adult Care" between two stacks of rules is a row."""

from __future__ import annotations

from collections.abc import Sequence

from papermine.document import Cell, TablePart
from papermine.provenance import Box
from papermine.tables.text import TextLine

EDGE = 4.0
"""Parts of one table have the same left and right edge to within this many points."""
HEADING = 34.0
"""A group heading with its white space is at most this high, in points."""


def join_groups(found: Sequence[TablePart], lines: Sequence[TextLine]) -> list[TablePart]:
    """Join parts with the same edges and as many columns where one short line at the left stands between them."""
    out: list[TablePart] = []
    for part in sorted(found, key=lambda t: (t.box.top, t.box.x0)):
        above = next((t for t in reversed(out) if _continues(t, part)), None)
        heading = _heading(above, part, lines) if above is not None else None
        if above is None or heading is None:
            out.append(part)
        else:
            out[out.index(above)] = _joined(above, heading, part)
    return out


def _continues(above: TablePart, part: TablePart) -> bool:
    a, b = above.box, part.box
    return (above.columns == part.columns and above.columns > 2 and part.header_rows == 0 and above.rule != "lattice" and part.rule != "lattice"
            and abs(a.x0 - b.x0) < EDGE and abs(a.x1 - b.x1) < EDGE and 0 < b.top - a.bottom < HEADING)


def _heading(above: TablePart, part: TablePart, lines: Sequence[TextLine]) -> TextLine | None:
    """The one line between two parts, at their left edge and not across them."""
    top, bottom = above.box.bottom, part.box.top
    between = [ln for ln in lines if top - 1 < (ln.top + ln.bottom) / 2 < bottom + 1 and ln.x0 < part.box.x1 and ln.x1 > part.box.x0]
    if len(between) != 1:
        return None
    line = between[0]
    short = line.x1 - line.x0 < 0.6 * part.box.width
    return line if short and abs(line.x0 - part.box.x0) < 14 and not line.text.endswith((".", ":")) else None


def _joined(above: TablePart, heading: TextLine, part: TablePart) -> TablePart:
    row = above.rows
    top, bottom = above.box.bottom, part.box.top
    cells = [*above.cells]
    edges = sorted({c.column: c.box for c in part.cells if c.column_span == 1}.items())
    cells.append(Cell(row, 0, heading.text, Box(part.box.x0, top, max(heading.x1, edges[0][1].x1 if edges else heading.x1), bottom),
                      bold=all(w.bold for w in heading.words)))
    cells += [Cell(row, column, "", Box(box.x0, top, box.x1, bottom)) for column, box in edges if column > 0]
    for cell in part.cells:
        cell.row += row + 1
        cells.append(cell)
    return TablePart(above.page, above.box.join(part.box), above.rows + 1 + part.rows, above.columns, cells, above.ruled, above.rule,
                     header_rows=above.header_rows)
