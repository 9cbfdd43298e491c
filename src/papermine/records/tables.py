"""Records of tables: the joined table, and what each page prints of it."""

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from papermine.records.base import Record


class Table(Record):
    """A table, joined over the pages that it runs across."""

    table: ClassVar[str] = "tables"
    key: ClassVar[str] = "table_id"

    table_id: str = Field(description="Id")
    document_id: str = Field(description="The paper that prints it")
    item_id: str | None = Field(None, description="The agenda item of that paper")
    title: str | None = Field(None, description="Title or caption as printed")
    unit: str | None = Field(None, description="Unit statement as printed (\"£000\", \"All figures in £m\")")
    note: str | None = Field(None, description="Notes printed under it")
    first_page: int = Field(description="First page (position)")
    last_page: int = Field(description="Last page (position)")
    row_count: int = Field(description="Rows of the joined table, header rows included")
    column_count: int = Field(description="Columns")
    header_rows: int = Field(0, description="Rows at its top that name the columns")
    ruled: bool = Field(description="True: found by its borders; False: by white space")
    checked: str | None = Field(None, description="Its printed totals against its own figures: agree, or differ (an issue then names both); "
                                                  "NULL: no total that can be checked is printed")


class TableCell(Record):
    """A cell of the joined table. A merged cell is stored once, at its top left."""

    table: ClassVar[str] = "table_cells"
    key: ClassVar[str] = "cell_id"

    cell_id: str = Field(description="Id: table, row and column")
    table_id: str = Field(description="The table")
    row_index: int = Field(description="Row from 0")
    column_index: int = Field(description="Column from 0")
    row_span: int = Field(1, description="Rows that it covers")
    column_span: int = Field(1, description="Columns that it covers")
    text: str = Field(description="Text as printed, lines joined; empty for a blank cell")
    value: Decimal | None = Field(None, description="The number printed, where the cell is one (before unit and scale)")
    day: dt.date | None = Field(None, description="The day printed, where the cell is one")
    page: int = Field(description="Page where it is printed (position)")


class PrintedCell(Record):
    """A cell as one page prints it: repeated headers and split rows included."""

    table: ClassVar[str] = "printed_cells"
    key: ClassVar[str] = "printed_cell_id"

    printed_cell_id: str = Field(description="Id: table, page, row and column")
    table_id: str = Field(description="The table")
    page: int = Field(description="Page (position)")
    row_index: int = Field(description="Row from 0 on this page")
    column_index: int = Field(description="Column from 0")
    row_span: int = Field(1, description="Rows that it covers on this page")
    column_span: int = Field(1, description="Columns that it covers")
    text: str = Field(description="Text as printed on this page")
    cell_id: str | None = Field(None, description="The joined cell that it is part of; NULL for a repeated header")
    x0: float = Field(description="Left edge, points")
    top: float = Field(description="Upper edge, points")
    x1: float = Field(description="Right edge, points")
    bottom: float = Field(description="Lower edge, points")


class TableColumn(Record):
    """What a column holds."""

    table: ClassVar[str] = "table_columns"
    key: ClassVar[str] = "column_id"

    column_id: str = Field(description="Id: table and column")
    table_id: str = Field(description="The table")
    column_index: int = Field(description="Column from 0")
    name: str | None = Field(None, description="Header text, levels joined with \" / \"")
    type: str = Field(description="money, number, percent, date, year, text or tick")
    unit: str | None = Field(None, description="Unit as printed in header or caption (£, %)")
    scale: int = Field(1, description="Figures are in units of this many (£000: 1000)")
