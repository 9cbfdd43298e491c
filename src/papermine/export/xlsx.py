"""Tables as an Excel workbook: a sheet for each table, and a first sheet that lists them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from papermine import regex as re
from papermine.errors import PapermineError
from papermine.export.columns import FIGURES, columns_of, value_of
from papermine.export.csv import harmless
from papermine.export.files import whole_file
from papermine.export.tables import About, Grid, GridCell

CONTENTS = "Tables"
"""The name of the first sheet."""
_LONGEST = 32_767
_ROWS = 1_048_576
_DIGITS = 15
"""Excel keeps so many digits of a number: a longer one is written as text."""
_HEAD = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="E4E9EE")
_HEAD_LINE = Border(bottom=Side("thin", color="8A929B"))
_LINK = Font(color="0563C1", underline="single")
_WRAP = Alignment(wrap_text=True, vertical="top")
_TOP = Alignment(vertical="top")
_LIST = ("no.", "table", "file", "pages", "rows", "columns", "council", "body", "date", "item", "id")
_FIGURE = re.compile(
    r"(?P<open>\()?[\s-]*(?P<plus>\+)?[\s−–—-]*(?P<currency>[£$€])?[\s(−–-]*(?P<whole>[\d,]*)(?:\.(?P<part>\d+))?[−–-]?\)?"
    r"\s?(?P<scale>k|m|bn|b|thousand|million|billion)?\s?(?P<percent>%)?\s?\)?", re.I)


def write_workbook(grids: Iterable[Grid], output: Path, *, evidence: bool = False) -> list[str]:
    """Write the tables into one workbook. Returns the names of their sheets.

    Texts are written as texts, whatever they start with; figures as numbers that look as printed.
    ``evidence`` adds source, page and box (points) of each row at the right.
    """
    book = Workbook()
    contents = book.active
    contents.title = CONTENTS
    names: list[str] = []
    taken = {CONTENTS.lower()}
    _contents_head(contents)
    for number, grid in enumerate(grids, 1):
        name = sheet_name(grid.about, number, taken)
        names.append(name)
        _table(book.create_sheet(name), grid, evidence)
        _listed(contents, grid.about, number, name)
    contents.auto_filter.ref = f"A1:{get_column_letter(len(_LIST))}{len(names) + 1}"
    with whole_file(output) as part:
        book.save(part)
    return names


def sheet_name(about: About, number: int, taken: set[str]) -> str:
    """A sheet's name as Excel allows it: at most 31 characters, none of []:*?/\\, and no two alike."""
    words = re.sub(r"[\[\]:*?/\\\x00-\x1f]+", " ", f"{number} p{about.first_page} {about.title or ''}")
    name = " ".join(ILLEGAL_CHARACTERS_RE.sub("", words).split())[:31].strip(" '")
    while name.lower() in taken:
        name = f"{number} p{about.first_page}"
    taken.add(name.lower())
    return name


def number_format(text: str, value: Decimal) -> str:
    """The Excel format in which ``value`` looks as printed.

    >>> number_format("(1,234.5)", Decimal("-1234.5")), number_format("£1.2m", Decimal(1200000)), number_format("12%", Decimal(12))
    ('#,##0.0;(#,##0.0)', '"£"0.0,,"m"', '0%')
    """
    m = _FIGURE.fullmatch(text.strip().rstrip("*†‡#^¹²³"))
    if m is None:
        return "General"
    body = ("#,##0" if "," in m["whole"] else "0") + ("." + "0" * len(m["part"]) if m["part"] else "")
    if m["percent"]:
        body += "%"
    elif m["scale"]:
        times = {"k": 3, "t": 3, "m": 6, "b": 9}[m["scale"][0].lower()]
        printed = Decimal((m["whole"].replace(",", "") or "0") + "." + (m["part"] or "0"))
        if printed * 10 ** times == abs(value):
            body += "," * (times // 3) + f'"{m["scale"]}"'
    if m["currency"]:
        body = f'"{m["currency"]}"{body}'
    if m["open"] or (m["currency"] and "(" in text):
        return f"{body};({body})"
    return f"+{body};-{body};{body}" if m["plus"] else body


def _text(cell: Any, text: str) -> None:
    """Put a text into a cell: never a formula, an error or a number, and without characters that XML forbids."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)[:_LONGEST]
    cell.data_type = "s"
    if harmless(text) != text:
        cell.quotePrefix = True


def _table(sheet: Any, grid: Grid, evidence: bool) -> None:
    about = grid.about
    columns = {c.index: c for c in columns_of(grid)}
    known = any(c.value is not None for c in grid.cells)
    widest = [6.0] * about.columns
    for cell in grid.cells:
        at = sheet.cell(cell.row + 1, cell.column + 1)
        if not cell.text:
            continue
        header = cell.row < about.header_rows
        figures = cell.column in columns and columns[cell.column].type in FIGURES
        value = None if header or not figures else value_of(cell, known)
        if value is None or not _fits(value, cell.text):
            _text(at, cell.text)
            at.alignment = _WRAP
        else:
            at.value = value / 100 if "%" in cell.text else value
            at.number_format = number_format(cell.text, value)
            at.alignment = _TOP
        if header:
            at.font = _HEAD
            _merge(sheet, cell, about.header_rows)
        if cell.column_span == 1:
            widest[cell.column] = max(widest[cell.column], min(len(cell.text) + 2.0, 48.0))
    for row in range(1, about.header_rows + 1):
        for column in range(1, about.columns + 1):
            sheet.cell(row, column).fill = _HEAD_FILL
            if row == about.header_rows:
                sheet.cell(row, column).border = _HEAD_LINE
    for index, wide in enumerate(widest, 1):
        sheet.column_dimensions[get_column_letter(index)].width = wide
    if about.header_rows:
        sheet.freeze_panes = f"A{about.header_rows + 1}"
    if evidence:
        _evidence(sheet, grid)
    last = sheet.cell(about.rows + 2, 1)
    _link(last, f"{about.file_name}, page {about.pages}", target(about))
    if about.note:
        _text(sheet.cell(about.rows + 3, 1), about.note)
    _link(sheet.cell(about.rows + 4, 1), "back to the list of tables", f"#'{CONTENTS}'!A1")


def _fits(value: Decimal, text: str) -> bool:
    """A number that Excel can hold, and no code with a leading zero."""
    return len(value.as_tuple().digits) <= _DIGITS and not re.fullmatch(r"0\d+", text)


def _merge(sheet: Any, cell: GridCell, header_rows: int) -> None:
    """Merge a header cell over the columns and header rows that it covers."""
    rows = min(cell.row_span, header_rows - cell.row)
    if rows > 1 or cell.column_span > 1:
        sheet.merge_cells(start_row=cell.row + 1, start_column=cell.column + 1, end_row=cell.row + rows, end_column=cell.column + cell.column_span)


def _evidence(sheet: Any, grid: Grid) -> None:
    from papermine.export.sheets import EVIDENCE, evidence_row
    start = grid.about.columns + 1
    for n, name in enumerate(EVIDENCE):
        if grid.about.header_rows:
            head = sheet.cell(grid.about.header_rows, start + n)
            _text(head, name)
            head.font, head.fill, head.border = _HEAD, _HEAD_FILL, _HEAD_LINE
    for row in range(grid.about.header_rows, grid.about.rows):
        for n, value in enumerate(evidence_row(grid, row)):
            at = sheet.cell(row + 1, start + n)
            if isinstance(value, str):
                _text(at, value)
            else:
                at.value = value
            at.alignment = _TOP


def target(about: About) -> str | None:
    """A link to the table's page: where the file was published, else the file itself."""
    if about.source_url and about.source_url.lower().startswith(("http://", "https://")):
        return f"{about.source_url.split('#')[0]}#page={about.first_page}"
    if about.path and Path(about.path).is_absolute():
        return f"{Path(about.path).as_uri()}#page={about.first_page}"
    return None


def _link(cell: Any, text: str, to: str | None) -> None:
    _text(cell, text)
    if to is None:
        return
    if to.startswith("#"):
        from openpyxl.worksheet.hyperlink import Hyperlink
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=to[1:])
    else:
        cell.hyperlink = to
    cell.font = _LINK


def _contents_head(sheet: Any) -> None:
    for column, (name, wide) in enumerate(zip(_LIST, (6, 60, 46, 9, 7, 9, 26, 34, 12, 34, 30), strict=True), 1):
        head = sheet.cell(1, column)
        _text(head, name)
        head.font, head.fill, head.border = _HEAD, _HEAD_FILL, _HEAD_LINE
        sheet.column_dimensions[get_column_letter(column)].width = wide
    sheet.freeze_panes = "A2"


def _listed(sheet: Any, about: About, number: int, name: str) -> None:
    """The table's row of the first sheet."""
    item = " ".join(v for v in (about.item_number, about.item_title) if v)
    values = (number, about.name, about.file_name, about.pages, about.rows, about.columns, about.council, about.body, about.meeting_date,
              item or None, about.table_id)
    for column, value in enumerate(values, 1):
        at = sheet.cell(number + 1, column)
        if isinstance(value, str):
            _text(at, value)
        elif value is not None:
            at.value = value
            if column == 9:
                at.number_format = "yyyy-mm-dd"
        at.alignment = _TOP
    _link(sheet.cell(number + 1, 2), about.name, "#'" + name.replace("'", "''") + "'!A1")
    _link(sheet.cell(number + 1, 3), about.file_name, target(about))


def rows_workbook(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows of an answer as a workbook of one sheet, in bytes. Texts are texts, whatever they start with; dates and figures are typed."""
    import io
    out = io.BytesIO()
    _sheet_of(names, rows).save(out)
    return out.getvalue()


def write_rows(names: Sequence[str], rows: Iterable[Sequence[Any]], output: Path) -> None:
    """The same as a file. Raises `PapermineError` where there are more rows than a sheet has."""
    book = _sheet_of(names, rows)
    with whole_file(output) as part:
        book.save(part)


def _sheet_of(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Workbook:
    from openpyxl.cell import WriteOnlyCell
    book = Workbook(write_only=True)
    sheet = book.create_sheet("rows")
    sheet.freeze_panes = "A2"

    def cell(value: Any, bold: bool = False) -> WriteOnlyCell:
        plain = isinstance(value, (bool, int, float, Decimal, dt.date, dt.time)) and not (isinstance(value, dt.datetime) and value.tzinfo)
        if plain and not (isinstance(value, (int, Decimal)) and len(str(value).strip("-").replace(".", "")) > _DIGITS):
            return WriteOnlyCell(sheet, value)
        text = "" if value is None else value if isinstance(value, str) else str(value)
        made = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST] or None)
        if made.data_type == "f":
            made.data_type = "s"
        if bold:
            made.font = _HEAD
        return made

    sheet.append([cell(n, True) for n in names])
    for n, row in enumerate(rows, 2):
        if n > _ROWS:
            raise PapermineError(f"a sheet of Excel ends after {_ROWS:,} rows, and there are more: write CSV, JSON or Parquet")
        sheet.append([cell(v) for v in row])
    return book
