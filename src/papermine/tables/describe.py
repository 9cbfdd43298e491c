"""Whole tables → records."""

from __future__ import annotations

from papermine.document import Paper
from papermine.provenance import Ids, Place
from papermine.records import Record
from papermine.records.base import Evidence
from papermine.records.tables import PrintedCell, Table, TableCell
from papermine.tables.stitch import Whole


def records_of(whole: Whole, paper: Paper, ids: Ids) -> list[Record]:
    """The records of one table."""
    first, last = whole.parts[0], whole.parts[-1]
    table_id = ids("table", first.page)
    rule = first.rule
    places = [Place(p.page, p.box, "") for p in whole.parts]
    out: list[Record] = [Table(table_id=table_id, document_id=paper.document_id, item_id=None, title=None, unit=None, note=None,
                               first_page=first.page, last_page=last.page, row_count=whole.rows, column_count=whole.columns,
                               header_rows=whole.header_rows, ruled=first.ruled, evidence=Evidence.at(places), rule=rule)]
    for piece in whole.pieces:
        cell_id = f"{table_id}:{piece.row}.{piece.column}"
        out.append(TableCell(cell_id=cell_id, table_id=table_id, row_index=piece.row, column_index=piece.column, row_span=piece.row_span,
                             column_span=piece.column_span, text=piece.text, value=None, page=whole.parts[piece.printed[0][0]].page, rule=rule,
                             evidence=Evidence.at(Place(whole.parts[k].page, c.box, c.text) for k, c in piece.printed)))
        for k, c in piece.printed:
            out.append(_printed(table_id, whole.parts[k].page, c, cell_id, rule))
    for k, c in whole.repeated:
        out.append(_printed(table_id, whole.parts[k].page, c, None, rule))
    return out


def _printed(table_id: str, page: int, c: object, cell_id: str | None, rule: str) -> PrintedCell:
    from papermine.document import Cell
    assert isinstance(c, Cell)
    return PrintedCell(printed_cell_id=f"{table_id}:p{page}:{c.row}.{c.column}", table_id=table_id, page=page, row_index=c.row,
                       column_index=c.column, row_span=c.row_span, column_span=c.column_span, text=c.text, cell_id=cell_id,
                       x0=round(c.box.x0, 1), top=round(c.box.top, 1), x1=round(c.box.x1, 1), bottom=round(c.box.bottom, 1), rule=rule)
