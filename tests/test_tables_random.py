"""Random grids with random borders, spans, fonts and page breaks, typeset and read back cell for cell."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from papermine.document import Paper
from papermine.layout import lay_page
from papermine.provenance import Ids
from papermine.reader import open_pdf
from papermine.records.tables import PrintedCell, Table, TableCell
from papermine.tables import tables_of
from typeset_tables import Sheet, tables_on, texts, typeset

Borders = Literal["all", "rows", "frame", "header", "none"]
STUBS = ("Adult care", "Libraries", "Waste", "Highways and lighting", "Parks", "Housing", "Planning", "Schools", "Youth work", "Museums")
HEADS = ("Budget", "Actual", "Outturn", "Variance", "Forecast", "Base")


@dataclass
class Grid:
    """A table to typeset: texts, borders, and header cells merged over two columns (by their first column)."""

    rows: list[list[str]]
    borders: Borders
    size: float
    font: str
    pad: float
    merged: list[int] = field(default_factory=list)


@st.composite
def figures(draw: st.DrawFn) -> str:
    value = draw(st.integers(0, 2_000_000))
    return draw(st.sampled_from([f"{value:,}", f"({value % 9000:,})", f"{value / 100:,.2f}", f"{value % 100}.{value % 10}%", f"£{value:,}", "-", "n/a"])) \
        if draw(st.integers(0, 3)) == 0 else f"{value:,}"


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    borders: Borders = draw(st.sampled_from(["all", "rows", "frame", "header", "none"]))
    columns, rows = draw(st.integers(3, 6)), draw(st.integers(4, 9))
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=columns - 1, max_size=columns - 1, unique=True))
    stubs = draw(st.lists(st.sampled_from(STUBS), min_size=rows, max_size=rows, unique=True))
    body = [[stub, *(draw(figures()) for _ in range(columns - 1))] for stub in stubs]
    merged = [1] if borders == "all" and columns >= 4 and draw(st.booleans()) else []
    table = [["Service", *heads], *body]
    if merged:
        table.insert(0, ["", "Together", ""] + [""] * (columns - 3))
    return Grid(table, borders, draw(st.sampled_from([7.5, 9.0, 11.0])), draw(st.sampled_from(["Helvetica", "Times-Roman"])),
                draw(st.sampled_from([3.0, 5.0])), merged)


def set_grid(s: Sheet, g: Grid) -> None:
    widths = [max(stringWidth(r[c], g.font, g.size) for r in g.rows) + 4 * g.pad + 4 for c in range(len(g.rows[0]))]
    xs = [40.0]
    for w in widths:
        xs.append(xs[-1] + w)
    step = g.size + 2 * g.pad
    ys = [90 + k * step for k in range(len(g.rows) + 1)]
    if g.borders in ("all", "rows", "frame"):
        for k, y in enumerate(ys):
            if g.borders != "frame" or k in (0, 1, len(ys) - 1):
                s.line(xs[0], y, xs[-1], y)
    if g.borders == "header":
        s.line(xs[0], ys[1], xs[-1], ys[1])
    if g.borders == "all":
        for k, x in enumerate(xs):
            s.line(x, ys[1] if any(k == m + 1 for m in g.merged) else ys[0], x, ys[-1])
    if g.borders == "frame":
        s.line(xs[0], ys[0], xs[0], ys[-1])
        s.line(xs[-1], ys[0], xs[-1], ys[-1])
    for row, y in zip(g.rows, ys, strict=False):
        for c, text in enumerate(row):
            base = y + g.pad + 0.8 * g.size
            if c == 0:
                s.text(xs[0] + g.pad, base, text, g.size, g.font)
            elif text:
                s.text(xs[c + 1] - g.pad, base, text, g.size, g.font, "right")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(grids())
def test_a_random_grid_reads_back(grid: Grid) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = tables_on(typeset(Path(folder) / "x.pdf", lambda s: set_grid(s, grid)))
    assert [texts(p) for p in found] == [grid.rows]
    (part,) = found
    wide = {(c.row, c.column): c.column_span for c in part.cells if c.column_span > 1 and c.text}
    assert wide == {(0, m): 2 for m in grid.merged}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(STUBS), figures(), figures()), min_size=22, max_size=22), st.integers(2, 9), st.booleans())
def test_a_random_table_over_a_page_break_reads_back(body: list[tuple[str, str, str]], rest: int, again: bool) -> None:
    rows = [["Service", "Budget", "Actual"], *[[f"{k} {stub}", a, b] for k, (stub, a, b) in enumerate(body)]]
    more = [[f"{30 + k} {stub}", a, b] for k, (stub, a, b) in enumerate(body[:rest])]
    xs = [60.0, 260.0, 380.0, 500.0]

    def page(rows: list[list[str]]) -> Callable[[Sheet], None]:
        def draw(s: Sheet) -> None:
            ys = [60 + 31.0 * k for k in range(len(rows) + 1)]
            s.grid(xs, ys)
            s.cells(xs, ys, rows)
        return draw
    with tempfile.TemporaryDirectory() as folder:
        path = typeset(Path(folder) / "x.pdf", page(rows), page([rows[0], *more] if again else more))
        with open_pdf(path) as source:
            pages = [lay_page(source.page(n)) for n in (1, 2)]
    records = tables_of(Paper("report", pages), Ids("p"))
    (table,) = [r for r in records if isinstance(r, Table)]
    cells = {(r.row_index, r.column_index): r.text for r in records if isinstance(r, TableCell)}
    assert [[cells[i, j] for j in range(3)] for i in range(table.row_count)] == rows + more
    printed = [r for r in records if isinstance(r, PrintedCell) and r.page == 2]
    assert len(printed) == 3 * (rest + again)
    assert sum(r.cell_id is None for r in printed) == 3 * again
