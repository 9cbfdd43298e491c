"""Whole tables → records: title, unit and notes from the lines around them, typed columns and cells."""

from __future__ import annotations

from collections.abc import Sequence

from papermine.document import Cell, LaidPage, Line, Paper, join_lines, places
from papermine.language.dates import reads_month_first
from papermine.provenance import Ids, Place
from papermine.records import Record
from papermine.records.base import Evidence
from papermine.records.tables import PrintedCell, Table, TableCell, TableColumn
from papermine.sums import Figures, sums, verdict
from papermine.tables.reject import is_caption, is_note
from papermine.tables.stitch import Whole
from papermine.tables.values import Kind, day_of, kind_of, number, unit_of

ABOVE = 2.4
"""A title stands at most this many font sizes above its table (or above the rest of the title)."""
LONGEST = 4
"""A title has at most this many lines."""


def records_of(whole: Whole, paper: Paper, ids: Ids) -> list[Record]:
    """The records of one table."""
    first, last = whole.parts[0], whole.parts[-1]
    table_id = ids("table", first.page)
    pages = {page.number: page for page in paper.pages}
    above, below = title_lines(pages[first.page], first.box.top, first.box.x0, first.box.x1), note_lines(pages[last.page], last.box.bottom)
    title = join_lines([ln.text for ln in above]) or None
    names = column_names(whole)
    unit = unit_of(" ".join([title or "", *(p.text for p in whole.pieces if p.row < max(whole.header_rows, 1))]))
    kinds = [_kind(whole, column, names[column], unit_of(title or "") or _shared(names)) for column in range(whole.columns)]
    values = {(p.row, p.column): value for p in whole.pieces if p.row >= whole.header_rows and p.text and (value := number(p.text)) is not None}
    month_first = reads_month_first("\n".join(p.text for p in whole.pieces if kinds[min(p.column, whole.columns - 1)].type == "date"))
    labels = {p.row: p.text for p in whole.pieces if p.column == 0 and p.text}
    totals = verdict(sums(Figures(range(whole.header_rows, whole.rows), values, labels, names, [k.type for k in kinds], [k.scale for k in kinds])))
    evidence = [Place(p.page, p.box, "") for p in whole.parts] + places(above, "title") + places(below, "note")
    out: list[Record] = [Table(
        table_id=table_id, document_id=paper.document_id, item_id=None, title=title, unit=unit, note=join_lines([ln.text for ln in below]) or None,
        first_page=first.page, last_page=last.page, row_count=whole.rows, column_count=whole.columns, header_rows=whole.header_rows,
        ruled=first.ruled, checked=totals, evidence=Evidence.at(evidence), rule=first.rule)]
    for column, kind in enumerate(kinds):
        out.append(TableColumn(column_id=f"{table_id}:c{column}", table_id=table_id, column_index=column, name=names[column] or None,
                               type=kind.type, unit=kind.unit, scale=kind.scale, basis="derived", rule="column_kind"))
    for piece in whole.pieces:
        cell_id = f"{table_id}:{piece.row}.{piece.column}"
        text = piece.text
        spots = Evidence.at([Place(whole.parts[k].page, c.box, c.text) for k, c in piece.printed])
        out.append(TableCell(
            cell_id=cell_id, table_id=table_id, row_index=piece.row, column_index=piece.column, row_span=piece.row_span,
            column_span=piece.column_span, text=text, value=values.get((piece.row, piece.column)),
            day=day_of(text, month_first) if piece.row >= whole.header_rows else None, page=whole.parts[piece.printed[0][0]].page, rule=first.rule,
            evidence=spots))
        out += [_printed(table_id, c, cell_id, first.rule, spot) for (_, c), spot in zip(piece.printed, spots, strict=True)]
    out += [_printed(table_id, c, None, first.rule, Evidence.at([Place(whole.parts[k].page, c.box, c.text)])[0]) for k, c in whole.repeated]
    return out


def _printed(table_id: str, c: Cell, cell_id: str | None, rule: str, spot: Evidence) -> PrintedCell:
    return PrintedCell(printed_cell_id=f"{table_id}:p{spot.page}:{c.row}.{c.column}", table_id=table_id, page=spot.page, row_index=c.row,
                       column_index=c.column, row_span=c.row_span, column_span=c.column_span, text=c.text, cell_id=cell_id,
                       x0=spot.x0, top=spot.top, x1=spot.x1, bottom=spot.bottom, rule=rule, evidence=(spot,))


def title_lines(page: LaidPage, top: float, x0: float, x1: float) -> list[Line]:
    """The lines just above a table that are its caption ("Table 3: …") or a heading of its own."""
    over = [ln for ln in page.lines if ln.table is None and ln.bottom <= top + 4 and ln.x0 < x1 + 20 and ln.x1 > x0 - 20]
    near: list[Line] = []
    edge = top
    for ln in sorted(over, key=lambda ln: -ln.bottom):
        if edge - ln.bottom > ABOVE * ln.size or len(near) == LONGEST:
            break
        near.append(ln)
        edge = ln.top
        if is_caption(ln.text):
            return near[::-1]
    heading: list[Line] = []
    for ln in near:
        goes_on = heading and (heading[-1].top - ln.bottom > 0.6 * ln.size or abs(heading[-1].size - ln.size) > 0.6)
        if not ln.bold or ln.text.endswith(".") or len(ln.text) > 160 or len(ln.segments()) > 1 or goes_on:
            break
        heading.append(ln)
    if heading:
        return heading[::-1]
    if near and unit_of(near[0].text) and len(near[0].text) < 60:
        return [near[0]]
    return []


def note_lines(page: LaidPage, bottom: float) -> list[Line]:
    """The lines just under a table that start as a note or a source does, with the lines that go on from them."""
    out: list[Line] = []
    edge = bottom
    for ln in sorted((ln for ln in page.lines if ln.table is None and ln.top >= bottom - 4), key=lambda ln: ln.top):
        if ln.top - edge > ABOVE * ln.size:
            break
        if not is_note(ln.text) and (not out or ln.bold or abs(ln.size - out[-1].size) > 0.6 or ln.top - edge > 0.6 * ln.size):
            break
        out.append(ln)
        edge = ln.bottom
    return out


def column_names(whole: Whole) -> list[str]:
    """Each column's header texts, from the top level down, joined with " / "."""
    names: list[list[str]] = [[] for _ in range(whole.columns)]
    for piece in sorted(whole.pieces, key=lambda p: (p.row, p.column)):
        if piece.row < whole.header_rows and piece.text:
            for column in range(piece.column, min(piece.column + piece.column_span, whole.columns)):
                names[column].append(piece.text)
    return [" / ".join(dict.fromkeys(parts)) for parts in names]


def _shared(names: Sequence[str]) -> str | None:
    """A unit that stands in the header once, over the stub or one column only, is no unit for the others."""
    units = {u for u in (unit_of(n) for n in names) if u}
    return units.pop() if len(units) == 1 and unit_of(names[0]) else None


def _kind(whole: Whole, column: int, name: str, unit: str | None) -> Kind:
    texts = [p.text for p in whole.pieces if p.column == column and p.row >= whole.header_rows and p.column_span == 1]
    return kind_of(texts, name, unit)
