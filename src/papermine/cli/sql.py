"""`papermine sql`: ask the database."""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from papermine.cli.terminal import Db, database, print_table, say, shown
from papermine.errors import PapermineError

if TYPE_CHECKING:
    from papermine.store import Answer


class Format(enum.StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    md = "md"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sql")(sql)


def sql(
    query: str = typer.Argument(None, metavar="[QUERY|-]", help="SQL, or - to read it from standard input."),
    db: str = Db,
    data: str = typer.Option(None, "--data", metavar="DIR|URL", help=(
        "Ask the Parquet folders of `papermine ingest --engine dask --out DIR|URL` instead of a database: the same views, without loading.")),
    format: Format = typer.Option(None, "--format", "-f", help="table, csv, json, jsonl or md.  [default: by --output's suffix, else table]"),
    output: str = typer.Option(None, "--output", "-o", metavar="FILE", help="Write to a file instead of standard output."),
) -> None:
    """Query the database, read-only. The query can read no other file and change nothing.

    Without a query, on a terminal, it opens harlequin where that is installed
    (pip install 'papermine[shell]'). CSV, JSON and JSONL are what the database
    holds, for programs; `papermine export` writes CSV for spreadsheets.

    \b
    papermine sql "SELECT meeting_date, body, text FROM decisions WHERE text ILIKE '%school places%' ORDER BY 1"
    papermine sql "SELECT * FROM meetings" --format csv --output meetings.csv
    echo "FROM issues" | papermine sql - --format jsonl
    papermine sql "SELECT count(*) FROM decisions" --data national
    papermine sql "SELECT count(*) FROM decisions" --data s3://bucket/national
    papermine schema        (what views and columns there are)
    """
    file = database(db)
    if query is None and data is None and sys.stdin.isatty() and sys.stdout.isatty():
        _shell(file)
        return
    if query in (None, "-"):
        query = sys.stdin.read()
    if not query or not query.strip().strip(";").strip():
        raise PapermineError("the query is empty: papermine sql \"SELECT * FROM decisions LIMIT 5\"")
    answer = _over_files(data, query) if data is not None else _over_database(file, query)
    write(answer.names, answer.types, answer.rows, _format(format, output), output)


def _over_database(file: str, query: str) -> Answer:
    from papermine.store import query as ask
    return ask(file, query, check=False)


def _over_files(data: str, query: str) -> Answer:
    from papermine.cluster.load import parquet_of
    from papermine.store.overfiles import query_files
    problems: list[str] = []
    folder, files, notes, filesystem = parquet_of(data, problems)
    for problem in problems:
        say(f"warning: {problem}")
    return query_files(folder, files, (n.file_row for n in notes), query, filesystem)


def _format(format: Format | None, output: str | None) -> Format:
    if format is not None:
        return format
    suffix = (output or "").rsplit(".", 1)[-1].lower()
    return Format(suffix) if suffix in ("csv", "json", "jsonl", "md") else Format.table


def write(names: list[str], types: list[str], rows: Sequence[tuple[object, ...]], format: Format, output: str | None) -> None:
    """Write an answer in a format, to stdout or a file."""
    from papermine.export.files import opened
    if format is Format.table and output is None:
        numbers = [any(t in kind.upper() for t in ("INT", "DECIMAL", "DOUBLE", "FLOAT", "NUMBER")) for kind in types]
        if names:
            print_table(names, rows, right=numbers)
        if sys.stdout.isatty():
            say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")
        return
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
            WRITERS[format.value](out, names, rows)


def _shell(file: str) -> None:
    """Open harlequin on the database, read-only."""
    import importlib.util
    import os
    from pathlib import Path
    if not Path(file).exists():
        raise PapermineError(f"{file} does not exist: run `papermine ingest PATH --db {file}` first, or name another with --db")
    if importlib.util.find_spec("harlequin") is None:
        raise PapermineError("no query was given: write one (papermine sql \"SELECT * FROM decisions LIMIT 5\"), or install the SQL shell "
                             "(pip install 'papermine[shell]') and run `papermine sql` again")
    os.execv(sys.executable, [sys.executable, "-m", "harlequin", "--read-only", "--", file])
