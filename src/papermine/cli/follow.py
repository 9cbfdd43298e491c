"""`papermine follow`: the trail of a matter over meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, at_terminal, write
from papermine.cli.terminal import Db, console, database, one_line, paged, wrapped

if TYPE_CHECKING:
    from papermine.link.trail import Step

NAMES = ["meeting_date", "body", "step", "title", "text", "file_name", "page", "record_id"]
TYPES = ["DATE", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT", "VARCHAR"]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("follow")(follow)


def follow(
    what: str = typer.Argument(..., metavar="ITEM|TEXT", help="Id of an item, report, recommendation or decision; or words of its title; or a "
                                                             "decision's number (24/00093)."),
    db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
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
    steps = steps_of(database(db), what)
    if at_terminal(format, output):
        with paged() as out:
            for line in listed(steps, console().width):
                out.print(line, soft_wrap=True)
        return
    rows = [(s.day, s.body, s.kind, s.title, s.text, s.file_name, s.page, s.record_id) for s in steps]
    write(NAMES, TYPES, rows, format, output)


def listed(steps: Sequence[Step], width: int) -> list[str]:
    """The trail as lines: a heading for each meeting, then what each step is, its words, and where it is printed."""
    out: list[str] = []
    meeting: tuple[object, ...] = ()
    for s in steps:
        now = (s.day, s.council, s.body)
        if now != meeting:
            day = f"{s.day:%A %-d %B %Y}" if s.day else "no date"
            out += [*([""] if out else []), *wrapped(" · ".join(v for v in (day, s.council, s.body) if v), width), "═" * min(width, 72)]
            meeting = now
        out += ["", *wrapped(f"{s.kind}: {s.title}" if s.title else s.kind, width)]
        out += wrapped(s.text, width, "  ") if s.text else []
        out += wrapped(f"{s.file_name}, page {s.page} · {s.record_id}", width, "      ")
    return [one_line(line) for line in out]
