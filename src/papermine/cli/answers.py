"""How a command hands over its answer: a table for a reader at a terminal, CSV in a pipe, or what was asked for."""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from papermine.cli.terminal import one_line, print_table, safe, say, shown
from papermine.errors import PapermineError

_SUFFIXES = ("csv", "json", "jsonl", "md", "parquet", "xlsx", "ods", "html", "pdf")
"""Suffixes that name a format. A file with another one takes what is written unless it is said."""


class Format(enum.StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    md = "md"
    xlsx = "xlsx"


FORMAT = typer.Option(None, "--format", "-f", help=(
    "table, csv, json, jsonl, md or xlsx (with --output).  [default: by --output's suffix; else table on a terminal, csv in a pipe]"))
OUTPUT = typer.Option(None, "--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")


def at_terminal(format: Format | None, output: str | None) -> bool:
    """Whether a reader sees the answer as it comes, and has not asked for a format."""
    return format is None and output is None and sys.stdout.isatty()


def of_suffix(output: str | None, known: Sequence[str]) -> str | None:
    """The format that a file's suffix names, if any. Raises `PapermineError` where it names one that is not among ``known``.

    >>> of_suffix("votes.JSONL", ("csv", "jsonl")), of_suffix("votes.txt", ("csv",)), of_suffix("csv", ("csv",))
    ('jsonl', None, None)
    """
    suffix = Path(output or "").suffix.lower().removeprefix(".")
    if suffix in known:
        return suffix
    if suffix in _SUFFIXES:
        raise PapermineError(f"{one_line(str(output))} cannot be written as {suffix}: name a file that ends with "
                             f"{', '.join(f'.{name}' for name in known)}, or say which with --format")
    return None


def chosen(format: Format | None, output: str | None) -> Format:
    """The format asked for, else that of the file's suffix, else a table on a terminal and CSV elsewhere.

    >>> str(chosen(None, "votes.jsonl")), str(chosen(Format.md, "votes.csv")), str(chosen(None, "votes.txt"))
    ('jsonl', 'md', 'csv')
    """
    if format is not None:
        return format
    if named := of_suffix(output, ("csv", "json", "jsonl", "md", "xlsx")):
        return Format(named)
    return Format.table if at_terminal(format, output) else Format.csv


def write(names: Sequence[str], types: Sequence[str], rows: Sequence[tuple[object, ...]], format: Format | None, output: str | None) -> None:
    """Write an answer (``types`` as DuckDB names them) in a format, to stdout or a file.

    CSV that was not asked for may yet end on a terminal (``| head``): in it, as in a table, a text cannot steer one.
    """
    asked = format is not None or output is not None
    format = chosen(format, output)
    if format is Format.table and output is None:
        numbers = [any(t in kind.upper() for t in ("INT", "DECIMAL", "DOUBLE", "FLOAT", "NUMBER")) for kind in types]
        if names:
            print_table(names, rows, right=numbers)
        if sys.stdout.isatty():
            say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")
        return
    if format is Format.xlsx:
        if output in (None, "-"):
            raise PapermineError("a workbook is no text: name a file with --output answer.xlsx")
        from papermine.export.xlsx import write_rows
        write_rows(names, rows, Path(str(output)))
        return
    from papermine.export.files import opened
    from papermine.export.rows import WRITERS
    with opened(output) as out:
        if format is Format.table:
            from rich.box import SIMPLE_HEAD
            from rich.console import Console
            from rich.table import Table
            from rich.text import Text
            table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
            for name in names:
                table.add_column(Text(name))
            for row in rows:
                table.add_row(*(Text(shown(v)) for v in row))
            Console(file=out, markup=False, highlight=False, width=10_000).print(table)
        else:
            WRITERS[format.value](out, names, rows if asked else [[safe(v) if isinstance(v, str) else v for v in row] for row in rows])
