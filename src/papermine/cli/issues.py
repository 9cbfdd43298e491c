"""`papermine issues`: what could not be read, or does not agree."""

from __future__ import annotations

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, write
from papermine.cli.terminal import Db, database, say
from papermine.errors import PapermineError

_SEVERITIES = ("info", "warning", "error")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("issues")(issues)


def issues(
    db: str = Db,
    code: str = typer.Option(None, "--code", metavar="CODE", help="Only issues of this code."),
    severity: str = typer.Option(None, "--severity", metavar="SEVERITY", help="Only issues this bad or worse: info, warning or error."),
    pack: str = typer.Option(None, "--pack", metavar="NAME|ID", help="Only this pack: its id, or a part of its file name."),
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """List what could not be read, or does not agree, with the page to look at.

    \b
    papermine issues --severity warning
    papermine issues --code council-unknown --format csv
    papermine issues --pack scrutiny
    """
    if severity is not None and severity not in _SEVERITIES:
        raise PapermineError(f"there is no severity {severity!r}: it is one of {', '.join(_SEVERITIES)}")
    from papermine.store import query
    kept = _SEVERITIES[_SEVERITIES.index(severity):] if severity else _SEVERITIES
    file = database(db)
    answer = query(file, """
        SELECT i.severity, i.code, k.file_name AS file, i.page, i.message, i.about FROM issues i JOIN packs k USING (pack_id)
        WHERE list_contains($severities, i.severity) AND ($code IS NULL OR i.code = $code)
          AND ($pack IS NULL OR i.pack_id = $pack OR contains(lower(k.file_name), lower($pack)))
        ORDER BY list_position(['error', 'warning', 'info'], i.severity), file, i.page NULLS FIRST, i.ordinal""",
                   {"severities": list(kept), "code": code, "pack": pack})
    write(answer.names, answer.types, answer.rows, format, output)
    if not answer.rows:
        held = query(file, "SELECT DISTINCT code FROM issues ORDER BY code").rows
        say("no issue is like that" + (f"; the codes that there are: {', '.join(code for (code,) in held)}" if held else ": the database holds none"))
