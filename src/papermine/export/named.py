"""One table as a typed view of the database, so that SQL can join it."""

from __future__ import annotations

import re
from os import PathLike

from papermine.errors import PapermineError
from papermine.export.columns import FIGURES, columns_of, unique
from papermine.export.tables import Grid
from papermine.store import open_writer
from papermine.store.schema import quoted

SCHEMA = "named"
"""Views that users make live in a schema of their own: those of papermine are made anew by each version."""


def column_names(names: list[str]) -> list[str]:
    """Names that need no quotes in SQL.

    >>> column_names(["2024/25 Budget £000", "Service", "service"])
    ['c_2024_25_budget_000', 'service', 'service_2']
    """
    plain = [re.sub(r"\W+", "_", n.lower()).strip("_") or "column" for n in names]
    return [re.sub(r" \((\d+)\)$", r"_\1", n) for n in unique(f"c_{n}" if n[0].isdigit() else n for n in plain)]


def view_statements(name: str, grid: Grid) -> list[str]:
    """The SQL that makes the view: a row for each row below the header, figures as numbers, the rest as text.

    A column of figures with filled cells that are none ("n/a") has a second one, "…_printed", of their texts.
    """
    about = grid.about
    stored = {c.column for c in grid.cells if c.value is not None and c.row >= about.header_rows}
    made = [("page", "min(c.page)", "Page where the row starts (position)"), ("row_index", "c.row_index", "Row of the table, from 0")]
    for column in columns_of(grid):
        cell = f"FILTER (column_index = {column.index})"
        text = f"""nullif(any_value("text") {cell}, '')"""
        unit = f"; {column.unit}" if column.unit else ""
        told = f"{column.name} ({column.type}{unit}{f', in units of {column.scale}' if column.scale != 1 else ''})"
        if column.type in FIGURES and column.index in stored:
            made.append((column.name, f'any_value("value") {cell}::DECIMAL(28,{min(column.places, 6)})', told))
            if not column.whole:
                made.append((f"{column.name} printed", text, f"{column.name}, as printed"))
        else:
            made.append((column.name, text, told))
    names = column_names([wanted for wanted, _, _ in made])
    target = f'{SCHEMA}."{name}"'
    select = ",\n  ".join(f'{sql} AS "{short}"' for short, (_, sql, _) in zip(names, made, strict=True))
    view = (f"CREATE OR REPLACE VIEW {target} AS\nSELECT {select}\nFROM main.table_cells AS c\n"
            f"WHERE table_id = {quoted(about.table_id)} AND c.row_index >= {about.header_rows}\nGROUP BY c.row_index ORDER BY c.row_index")
    told = f"{about.name}: {about.file_name}, page {about.pages}"
    return [f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}", view, f"COMMENT ON VIEW {target} IS {quoted(told)}",
            *(f'COMMENT ON COLUMN {target}."{short}" IS {quoted(text)}' for short, (_, _, text) in zip(names, made, strict=True))]


def make_view(db: str | PathLike[str], name: str, grid: Grid) -> str:
    """Make (or replace) the view ``named.NAME``; returns its full name. The table's cells stay where they are."""
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,62}", name):
        raise PapermineError(f"{name!r} cannot name a view: use letters, digits and _, and start with a letter")
    with open_writer(db) as con:
        con.execute("BEGIN")
        for statement in view_statements(name, grid):
            con.execute(statement)
        con.execute("COMMIT")
    return f"{SCHEMA}.{name}"
