"""Labels that stand below a report's first section, or end it: "Contact officer Ada Brook", "Electoral Divisions: All"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from papermine import regex as re
from papermine.document import LaidPage, Paper
from papermine.extract.reports.headers import Entry, column_of, label_over, split_label
from papermine.extract.reports.recommendations import HEADING, INLINE
from papermine.extract.reports.sections import HEADING as IMPLICATIONS
from papermine.extract.reports.sections import kind_of
from papermine.provenance import Place

_ABOVE = frozenset({"cabinet_member", "wards_affected", "accountable_director", "accountable_employee"})
"""Columns that a label fills on the first page, above the recommendations or the headings of implications: the report goes on below it."""
_BELOW = frozenset({"cabinet_member", "wards_affected"})
"""Columns that a label fills anywhere: whom to ask about a report, at its end, is no part of its header."""
_ANSWER = re.compile(r"(?!(?:is|are|was|were|has|have|will|and|or|the|for|to)\b)[A-Z(].{1,150}$")


def end_entries(paper: Paper, known: Set[str]) -> list[Entry]:
    """The labelled values of the first page and the last two that fill columns which no header filled (``known``), each column once.

    A label counts where it is set in bold, or where its row of a ruled grid holds it and its answer alone.
    """
    found: list[Entry] = []
    have = set(known)
    for page in dict.fromkeys((paper.pages[0].number, *(p.number for p in paper.pages[-2:]))):
        at = paper.pages[page - paper.first_page]
        end = next((line.top for line in at.lines if HEADING.match(line.text) or INLINE.match(line.text)), at.height) if page == paper.first_page else 0.0
        for entry in (*_lines(at), *_rows(at)):
            column = entry.column
            top = entry.label_places[0].box.top
            goes_on = page == paper.first_page and any(line.top > top and line.bold and (IMPLICATIONS.match(line.text) or (len(line) < 4 and kind_of(line.text) != "other")) for line in at.lines)
            wanted = _ABOVE if top < end or goes_on else _BELOW
            if column in wanted and column not in have and _ANSWER.match(entry.text) and entry.text.count("(") == entry.text.count(")"):
                found.append(entry)
                have.add(column)
    return found


def _lines(page: LaidPage) -> Iterator[Entry]:
    for k, line in enumerate(page.lines):
        if (below := label_over(page.lines, k)) is not None:
            yield Entry(line.text.strip(" :-–"), [below.text], [line.place()], [below.place()])
            continue
        if line.table is not None or not (line.bold_prefix or line.text.split(":")[0].isupper()):
            continue
        got = split_label(line, line.segments(1.2))
        if got is None or column_of(got[0]) is None or (len(got[0]) > len(line.bold_prefix) and not got[0].isupper()):
            continue
        label, value, start = got
        if value and not line.bold:
            yield Entry(label, [value], [line.place(0, len(label))], [line.place(start)])


def _rows(page: LaidPage) -> Iterator[Entry]:
    for part in page.tables:
        rows: dict[int, list[tuple[str, Place]]] = {}
        for cell in sorted(part.cells, key=lambda c: (c.row, c.column)):
            if text := " ".join(cell.text.split()):
                rows.setdefault(cell.row, []).append((text, Place(part.page, cell.box, text)))
        for cells in rows.values():
            if len(cells) == 2 and column_of(cells[0][0]) in _ABOVE:
                yield Entry(cells[0][0].strip(" :"), [cells[1][0]], [cells[0][1]], [cells[1][1]])
