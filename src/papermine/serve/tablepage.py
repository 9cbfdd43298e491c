"""A table's page: its cells sorted as asked, typed columns, what its printed totals say, a chart, and downloads."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from papermine.errors import NotFound
from papermine.export.columns import FIGURES, columns_of
from papermine.export.pieces import parts
from papermine.export.sheets import as_json, file_stem
from papermine.export.tables import About, Grid, load
from papermine.provenance import pack_of
from papermine.serve.charts import bars, number
from papermine.serve.evidence import about_of
from papermine.serve.reader import Reader, Row
from papermine.serve.respond import BadRequest, json_answer, whole
from papermine.serve.site import Site
from papermine.serve.words import citation

_MOST_ROWS = 2_000


def table(site: Site, request: Request) -> Response:
    """A table as a page, or as CSV, XLSX or JSON."""
    key = request.path_params["table"]
    with site.read() as reader:
        fields = _fields(reader, key)
        about = about_of(reader, fields)
        grid = masked(site, _grid(reader, fields, about))
    form = request.query_params.get("format")
    if form:
        return _download(grid, form)
    columns = columns_of(grid)
    sort = whole(request, "sort", 0, 0, max(len(columns), 1))
    down = request.query_params.get("down") == "1"
    order = _order(columns, sort, down)
    texts = grid.texts
    head = grid.about.header_rows
    labels = next((c for c in columns if c.type not in FIGURES and any(c.texts)), None)
    figures = [c for c in columns if c.type in ("money", "number", "percent")][:3]
    chart = None
    if labels is not None and figures and grid.about.rows - head <= 40:
        kept = [n for n, text in enumerate(labels.texts)
                if text and not _total(text) and any(number(c.values[n]) is not None for c in figures)]
        chart = bars([labels.texts[n] for n in kept], [(c.name, [number(c.values[n]) for n in kept]) for c in figures],
                     f"Bar chart of {', '.join(c.name for c in figures)} by {labels.name}")
    return site.html("table.html", request, title=fields["title"] or "Table", table=fields, about=about, grid=grid, columns=columns,
                     rows=[texts[head + n] for n in order][:_MOST_ROWS], cut=len(order) > _MOST_ROWS, sort=sort, down=down, chart=chart,
                     checked=fields.get("checked"), figures=FIGURES,
                     cite=citation(about.get("council"), about.get("body"), about.get("meeting_date"), about.get("item_number"), fields["file_name"],
                                   fields["first_page"]))


def _total(text: str) -> bool:
    return "total" in text.lower()


def _order(columns: list[Any], sort: int, down: bool) -> list[int]:
    """Rows by a column (from 1; 0: as printed); blanks last, whichever way."""
    rows = list(range(len(columns[0].texts) if columns else 0))
    if not sort or sort > len(columns):
        return rows
    column = columns[sort - 1]
    def key(n: int) -> tuple[int, Any]:
        value = column.values[n]
        if isinstance(value, (Decimal, int, float)):
            return 0, value
        if isinstance(value, dt.date):
            return 0, value.toordinal()
        return 1, column.texts[n].lower()
    filled = [n for n in rows if column.texts[n].strip()]
    blank = [n for n in rows if not column.texts[n].strip()]
    return sorted(filled, key=key, reverse=down) + blank


def _download(grid: Grid, form: str) -> Response:
    name = file_stem(grid.about)
    if form == "json":
        return json_answer(as_json(grid))
    if form == "csv":
        from papermine.export import csv
        rows = grid.texts
        out = io.StringIO(newline="")
        csv.write(out, rows[0] if rows else [], rows[1:])
        body, kind = out.getvalue().encode("utf-8", "replace"), "text/csv; charset=utf-8"
    elif form == "xlsx":
        import tempfile
        from pathlib import Path

        from papermine.export.xlsx import write_workbook
        with tempfile.TemporaryDirectory() as folder:
            write_workbook([grid], Path(folder) / "table.xlsx")
            body = (Path(folder) / "table.xlsx").read_bytes()
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    else:
        raise BadRequest("format is one of csv, xlsx, json")
    return Response(body, media_type=kind, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{name}.{form}')}"})


def loaded(site: Site, key: str) -> Grid:
    """A table with its cells, where it may be shown. Raises `NotFound`."""
    with site.read() as reader:
        fields = _fields(reader, key)
        return masked(site, _grid(reader, fields, about_of(reader, fields)))


def _fields(reader: Reader, key: str) -> Row:
    """The table's row, with its file's name. Raises `NotFound` where there is none that may be shown."""
    found = reader.with_file(reader.of("tables", [pack_of(key)], "t.table_id = $id", {"id": key}))
    if not found:
        raise NotFound("There is no table of that id.")
    return found[0] | {"source_url": reader.source_urls([found[0]["pack_id"]]).get(found[0]["pack_id"])}


def _grid(reader: Reader, fields: Row, about: Row) -> Grid:
    """The table with its cells. Where the file lies on this machine is not told."""
    told = About(fields["table_id"], about["council"], about["body"], about["meeting_date"], about["item_number"], about["item_title"],
                 about["paper"], fields["title"], None, fields["unit"], fields["note"], fields["file_name"], fields["first_page"],
                 fields["last_page"], fields["row_count"], fields["column_count"], fields["header_rows"], fields["source_url"], None,
                 fields["pack_id"])
    grid = next(load(reader.stored, [told], view=reader.within([fields["pack_id"]])))
    header = " | ".join(cell.text for cell in grid.cells if cell.row < max(told.header_rows, 1) and cell.text)
    return replace(grid, about=replace(told, header=header or None))


def masked(site: Site, grid: Grid) -> Grid:
    """The table as this server may show it."""
    curtain = site.curtain()
    if curtain is None:
        return grid
    pack = grid.about.pack_id
    texts: dict[str, Any] = {n: getattr(grid.about, n) for n in ("title", "header", "unit", "note", "item_title", "paper")}
    seen: dict[str, Any] = {n: curtain.mask(v, pack) for n, v in texts.items() if v}
    about = replace(grid.about, **seen)
    columns = {n: replace(c, name=curtain.mask(c.name, pack) if c.name else c.name) for n, c in grid.columns.items()}
    over = parts(((c.row, c.column, c.text) for c in grid.cells), lambda text: curtain.spans(text, pack))
    cells = [replace(c, text=curtain.mask(over.get((c.row, c.column), c.text), pack)) for c in grid.cells]
    return Grid(about, cells, columns, grid.spots)
