"""`papermine audit`: how right is it on your own papers?"""

from __future__ import annotations

import enum
import shlex
import sys
from pathlib import Path

import typer

from papermine.cli.answers import of_suffix
from papermine.cli.terminal import Db, database, one_line, say
from papermine.errors import PapermineError


class Format(enum.StrEnum):
    """How the statement is written."""

    md = "md"
    csv = "csv"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
    group.callback()(audit)
    group.command("report")(report)
    app.add_typer(group, name="audit")


def audit(
    ctx: typer.Context,
    kind: list[str] = typer.Option(None, "--kind", "-k", metavar="VIEW", help=(
        "What to sample: resolutions, recommendations, agenda_items, attendance, motions, divisions, division_votes, declarations, reports, "
        "report_fields, tables or mentions; may be repeated.  [default: resolutions]")),
    n: int = typer.Option(100, "--n", "-n", min=1, metavar="N", help="Records of each kind."),
    pages: int = typer.Option(None, "--pages", min=0, metavar="N", help="Pages of each kind, to see what was missed.  [default: a third of --n]"),
    seed: int = typer.Option(1, "--seed", metavar="N", help="The same seed over the same records draws the same sample."),
    output: str = typer.Option(None, "--output", "-o", metavar="DIR", help="Folder for the sheets.  [default: audit-KIND-SEED here]"),
    db: str = Db,
) -> None:
    """Draw a sample of what was extracted, and of pages, with pictures of the pages, to tick by hand.

    It is stratified by council and kind of paper. Tick audit.html in a browser (by keyboard: 1 right, 2 wrong, 3 unsure,
    j and k to move) and save audit.csv over the one in the folder, or fill audit.csv in a spreadsheet: verdict is
    right, wrong or unsure; of a page, missed (and wrong) are numbers. Then `papermine audit report` says how right it
    is, with 95% intervals.

    \b
    papermine audit --kind resolutions --n 100 --seed 1
    papermine audit --kind attendance --kind division_votes --n 200 --pages 60 -o my-audit
    papermine audit report audit-resolutions-1
    papermine audit report audit-resolutions-1 --format csv > accuracy.csv
    """
    if ctx.invoked_subcommand is not None:
        return
    from papermine.audit import draw, write_sheets
    kinds = tuple(k.replace("-", "_") for k in kind or ("resolutions",))
    file = database(db)
    sample = draw(file, kinds, n, seed, pages)
    folder = Path(output) if output else Path(f"audit-{'-'.join(dict.fromkeys(kinds))}-{seed}")
    tty = sys.stderr.isatty()

    def progress(done: int, of: int) -> None:
        if tty:
            print(f"\r{done} of {of} pictures", end="\n" if done == of else "", file=sys.stderr, flush=True)

    made = write_sheets(file, sample, folder, progress)
    for name, (records, all_pages) in sample.population.items():
        got = [sum(s.kind == name and s.what == what for s in sample.rows) for what in ("record", "page")]
        say(f"{name}: {got[0]} of {records} records, {got[1]} of {all_pages} pages")
        if records == 0:
            say(f"  there are no {name} in {one_line(file)}: only pages were drawn, to see whether any is printed")
    say(f"{', '.join(one_line(str(path)) for path in made)}\n\nTick them, save audit.csv, then:\n  papermine audit report {shlex.quote(str(folder))}")


def report(
    sheet: str = typer.Argument(..., metavar="DIR|CSV", help="The folder that `papermine audit` made, or a ticked CSV."),
    format: Format = typer.Option(None, "--format", "-f", help="md, csv or json.  [default: by --output's suffix; else md]"),
    output: str = typer.Option(None, "--output", "-o", metavar="FILE", help="Write to a file instead of standard output."),
) -> None:
    """Say how right the ticked sample was: precision by kind, council and kind of paper, recall from the pages.

    Exit code 1 where nothing is ticked yet.

    \b
    papermine audit report audit-resolutions-1
    papermine audit report ~/Downloads/audit.csv --format json
    """
    from papermine.audit.report import as_markdown
    from papermine.audit.report import report as read
    from papermine.export.files import opened
    from papermine.export.rows import WRITERS
    if format is None:
        format = Format(of_suffix(output, tuple(Format)) or "md")
    said = read(sheet)
    if not any(e.looked for e in said.estimates):
        raise PapermineError(f"nothing in {one_line(sheet)} is ticked yet: verdict is right, wrong or unsure; of a page, missed is a number")
    with opened(output) as out:
        if format is Format.md:
            out.write(as_markdown(said))
        else:
            names = ["kind", "measure", "group", "looked_at", "right", "of", "estimate", "low", "high"]
            rows = [(e.kind, e.measure, e.group, e.looked, e.right, e.of, *(None if v is None else round(v, 4) for v in (e.value, e.low, e.high)))
                    for e in said.estimates]
            WRITERS[format.value](out, names, rows)
    left = sum(said.left.values())
    if left:
        say(f"{left} of {sum(said.sampled.values())} rows are not ticked yet; the figures stand on the others")
