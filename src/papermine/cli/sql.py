"""`papermine sql`: ask the database."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, write
from papermine.cli.terminal import Db, database, say
from papermine.errors import PapermineError

if TYPE_CHECKING:
    from papermine.store import Answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sql")(sql)


def sql(
    query: str = typer.Argument(None, metavar="[QUERY|-]", help="SQL, or - to read it from standard input."),
    db: str = Db,
    data: str = typer.Option(None, "--data", metavar="DIR|URL", help=(
        "Ask the Parquet folders of `papermine ingest --engine dask --out DIR|URL` instead of a database: the same views, without loading.")),
    format: Format = FORMAT,
    output: str = OUTPUT,
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
    write(answer.names, answer.types, answer.rows, format, output)


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
