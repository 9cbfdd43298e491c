"""`papermine load`: Parquet folders of a cluster run into a database."""

from __future__ import annotations

import sys

import typer

from papermine.cli.terminal import Db, database, one_line, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("load")(load)


def load(
    data: str = typer.Argument(..., metavar="DIR|URL", help="What `papermine ingest --engine dask --out DIR|URL` wrote."),
    db: str = Db,
) -> None:
    """Put all packs of a cluster run into a database: the same that an ingest on this machine makes. Packs that it holds are skipped.

    \b
    papermine load national/ --db national.duckdb
    papermine load s3://bucket/national --db national.duckdb
    """
    from papermine.cluster.load import load as run
    file = database(db)
    every = 1 if sys.stderr.isatty() else 500

    def show(done: int, of: int) -> None:
        if done % every == 0 or done == of:
            print(f"\r{done} of {of} packs" if every == 1 else f"{done} of {of} packs", end="" if every == 1 and done < of else "\n",
                  file=sys.stderr, flush=True)

    done = run(data, file, show)
    for problem in done.problems:
        say(f"warning: {one_line(problem)}")
    say(f"{done.packs} packs put into {one_line(file)}; {done.unchanged} were there.")
