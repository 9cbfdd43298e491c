"""`papermine doctor`: what is there, what is missing, and for which feature."""

from __future__ import annotations

import json
from enum import StrEnum

import typer

from papermine.cli.terminal import Db, database, print_table


class Format(StrEnum):
    """How to print."""

    table = "table"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor(
    db: str = Db,
    format: Format = typer.Option("table", "--format", "-f", help="table or json."),
    strict: bool = typer.Option(False, "--strict", help="Exit with 3 where a feature is lacking."),
) -> None:
    """Look at versions, OCR languages, the database and the disk, and say what is missing for which feature.

    Exit code 0: papermine can work (what is missing is listed); 1: it cannot; 3: with --strict, a feature is lacking.

    \b
    papermine doctor
    papermine doctor --db council.duckdb --strict
    papermine doctor --format json
    """
    from papermine.doctor import examine
    findings = examine(database(db))
    if format is Format.json:
        typer.echo(json.dumps([{"what": f.what, "state": f.state, "found": f.found, "then": f.then} for f in findings], ensure_ascii=False, indent=1))
    else:
        print_table(("", "state", "found", "what to do"), [(f.what, f.state, f.found, f.then) for f in findings])
    states = {f.state for f in findings}
    raise typer.Exit(1 if "broken" in states else 3 if strict and "missing" in states else 0)
