"""Two labels with their values beside each other: "Report to: Cabinet    Date: 3 March 2024"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from papermine.document import Line


def apart(lines: Sequence[Line], known: Callable[[str], bool]) -> tuple[list[Line], list[list[Line]]]:
    """The lines without what stands under a second column of labels, and the lines of each such column.

    ``known``: is it a label of report headers? A column begins where such a label stands behind another one and its value.
    """
    left: list[Line] = []
    columns: list[list[Line]] = []
    edge: float | None = None
    for i, line in enumerate(lines):
        second = _second(line, known) if i < 40 else None
        if second is not None and (edge is None or abs(second - edge) > 4):
            edge = second
            columns.append([])
        elif second is None and edge is not None and (line.gap > 0.6 * line.size or not _clear(line, edge)):
            edge = None
        if edge is None:
            left.append(line)
            continue
        words = line.words
        for held, part in ((left, [w for w in words if w.x0 < edge - 2]), (columns[-1], [w for w in words if w.x0 >= edge - 2])):
            if part:
                cut = Line(line.page, part)
                cut.table, cut.gap = line.table, line.gap if held is left or not held else cut.top - held[-1].bottom
                held.append(cut)
    return left, columns


def _second(line: Line, known: Callable[[str], bool]) -> float | None:
    """Where a label stands on the line behind another label and its value."""
    cells = line.segments(1.2)
    if len(cells) < 2 or not known(cells[0][0].split(":")[0]):
        return None
    for k, (text, box) in enumerate(cells[1:], 1):
        label, colon, value = text.partition(":")
        answered = k > 1 or cells[0][0].partition(":")[2].strip()
        if known(label) and answered and not known(cells[k - 1][0]) and (value.strip() or k + 1 < len(cells) or (colon and k > 1)):
            return box.x0
    return None


def _clear(line: Line, edge: float) -> bool:
    """No word of the line crosses the edge, and some stand on either side of it or right of it."""
    return all(w.x1 < edge or w.x0 >= edge - 2 for w in line.words)
