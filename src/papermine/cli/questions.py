"""`papermine questions`: questions that people ask, with their SQL."""

from __future__ import annotations

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, write
from papermine.cli.terminal import Db, database, say
from papermine.errors import NotFound


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("questions")(questions)


def questions(
    number: int = typer.Argument(None, metavar="[N]", help="Answer this one.  [default: list them]"),
    show_sql: bool = typer.Option(False, "--sql", help="Print its SQL instead of the answer, to start your own from."),
    db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """List questions that officers and journalists ask, or answer one.

    \b
    papermine questions
    papermine questions 4 --db council.duckdb
    papermine questions 4 --sql
    papermine questions 3 --format csv > votes.csv
    """
    from papermine.questions import questions as known
    if number is None:
        write(["n", "question"], ["BIGINT", "VARCHAR"], [(q.number, q.ask) for q in known()], format, output)
        return
    one = next((q for q in known() if q.number == number), None)
    if one is None:
        raise NotFound(f"there is no question {number}: they are 1 to {len(known())}")
    if show_sql:
        print(one.sql)
        return
    from papermine.store import query
    answer = query(database(db), one.sql)
    say(one.ask)
    write(answer.names, answer.types, answer.rows, format, output)
