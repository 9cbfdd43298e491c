"""`papermine follow`: the trail of a matter over meetings."""

from __future__ import annotations

import typer

from papermine.cli.sql import Format, write
from papermine.cli.terminal import Db, database

NAMES = ["meeting_date", "body", "step", "title", "text", "file_name", "page", "record_id"]
TYPES = ["DATE", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT", "VARCHAR"]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("follow")(follow)


def follow(
    what: str = typer.Argument(..., metavar="ITEM|TEXT", help="Id of an item, report, recommendation or decision; or words of its title; or a "
                                                             "decision's number (24/00093)."),
    db: str = Db,
    format: Format = typer.Option(Format.table, "--format", "-f", help="table, csv, json, jsonl or md."),
    output: str = typer.Option(None, "--output", "-o", metavar="FILE", help="Write to a file instead of standard output."),
) -> None:
    """Print the trail of a matter over meetings: item, report, advice and its outcome, motions, decision, referral, call-in, minutes approved.

    Each step has the file and page that print it. Another meeting's item is the same matter where it prints
    the same number or bears the same title, in the same council (docs/linking.md).

    \b
    papermine follow "workplace parking levy"
    papermine follow 24/00093
    papermine follow 05d1526b7dbc3e5d:item:3.9 --format json
    """
    from papermine.store.trails import follow as steps_of
    rows = [(s.day, s.body, s.kind, s.title, s.text, s.file_name, s.page, s.record_id) for s in steps_of(database(db), what)]
    write(NAMES, TYPES, rows, format, output)
