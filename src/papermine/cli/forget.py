"""`papermine forget`: take packs out of the database."""

from __future__ import annotations

import os

import typer

from papermine.cli.terminal import Db, database, one_line, say
from papermine.errors import NotFound


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("forget")(forget)


def forget(
    paths: list[str] = typer.Argument(..., metavar="PATH...", help="Files as they were ingested, or folders of them; they need not exist."),
    db: str = Db,
) -> None:
    """Take files out of the database, with all that was read from them and what was kept of their recognised pages. The files themselves stay.

    A pack that also lies at another ingested path stays until that is forgotten too.

    \b
    papermine forget packs/2020-01-22.pdf
    papermine forget old-packs/
    """
    from papermine.ingest.sources import under
    from papermine.ocr.cache import forget_pack
    from papermine.provenance import whole
    from papermine.store import forget as take_out
    from papermine.store import query
    file = database(db)
    pack_of = dict(query(file, "SELECT path, pack_id FROM files").rows)
    stored = list(pack_of)
    gone: list[str] = []
    for path in paths:
        found = [p for p in stored if under(p, [whole(os.path.abspath(path))])]
        if not found:
            raise NotFound(f"{one_line(path)} is not in {file}: `papermine sql \"SELECT path FROM files\"` lists what is")
        gone += found
    done = take_out(file, gone)
    kept = {pack_id for (pack_id,) in query(file, "SELECT pack_id FROM packs").rows}
    for pack_id in {pack_of[path] for path in gone} - kept:
        forget_pack(pack_id)
    stay = "" if done.taken_out == len(set(gone)) else " (a pack with another copy stays)"
    say(f"forgot {len(set(gone))} file{'' if len(set(gone)) == 1 else 's'}, {done.taken_out} pack{'' if done.taken_out == 1 else 's'}{stay}")
