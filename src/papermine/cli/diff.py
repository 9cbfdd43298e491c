"""`papermine diff`: what changed between two versions of a paper."""

from __future__ import annotations

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, write
from papermine.cli.terminal import Db, database, one_line, say

NAMES = ["change", "page_a", "page_b", "before", "old", "new"]
TYPES = ["VARCHAR", "BIGINT", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR"]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff")(diff)


def diff(
    one: str = typer.Argument(..., metavar="A", help="The earlier paper: a document_id, a file's name or a part of it, or a pack_id."),
    other: str = typer.Argument(..., metavar="B", help="The later one."),
    db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """Show what changed from one paper to another: words taken out and put in, with their pages.

    Line breaks and bullets count for nothing. Which papers are versions of one another stands in the view
    document_versions (docs/linking.md). Without a change nothing is printed; the exit code is 0 either way.

    \b
    papermine diff minutes-draft.pdf minutes.pdf
    papermine diff 05d1526b7dbc3e5d:document:1.1 8c0de0a1f3b1a210:document:3.1 --format csv
    """
    from papermine.store.trails import compare
    a, b, rows = compare(database(db), one, other)
    say(f"A: {one_line(a.name)}\nB: {one_line(b.name)}\n{len(rows)} change{'' if len(rows) == 1 else 's'}")
    write(NAMES, TYPES, [tuple(r) for r in rows], format, output)
