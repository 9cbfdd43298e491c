"""`papermine export`: records as files."""

from __future__ import annotations

import enum
from pathlib import Path

import typer

from papermine.cli.answers import of_suffix
from papermine.cli.terminal import Db, database, say
from papermine.errors import NotFound, PapermineError


class Format(enum.StrEnum):
    """How records are written."""

    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    xlsx = "xlsx"
    parquet = "parquet"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    kind: str = typer.Argument(None, metavar="[KIND]", help="A view: decisions, resolutions, agenda_items, attendance …"),
    all: bool = typer.Option(False, "--all", help="Every view, one file each, into the folder --output."),
    db: str = Db,
    format: Format = typer.Option(None, "--format", "-f", help=(
        "csv or xlsx (for spreadsheets), json, jsonl or parquet.  [default: by --output's suffix; else csv]")),
    output: str = typer.Option(None, "--output", "-o", metavar="FILE|DIR", help="File, or folder with --all.  [default: standard output]"),
    redact_public: bool = typer.Option(False, "--redact-public", help=(
        "Mask members of the public (questioners, objectors, applicants, residents …) in all texts; see docs/privacy.md.")),
    raw: bool = typer.Option(False, "--raw", help="CSV: leave cells that a spreadsheet would run as a formula as they are."),
) -> None:
    """Write records to files.

    CSV is for spreadsheets: UTF-8 with a byte order mark, and a text that starts like a formula gets a leading
    apostrophe. So is XLSX, whose dates and numbers have their types. JSON, JSONL and Parquet are exactly what the database holds.

    \b
    papermine export decisions --output decisions.csv
    papermine export attendance --output attendance.jsonl
    papermine export --all --format parquet --output records/
    papermine export pages --redact-public --format jsonl --output texts.jsonl
    """
    from papermine.export.views import export_view, view_names
    names = view_names()
    file = database(db)
    if format is None:
        format = Format(of_suffix(None if all else output, tuple(Format)) or "csv")
    redactor = None
    if redact_public:
        from papermine.export.redact import Redactor
        redactor = Redactor(file)
    if all:
        if kind is not None or output is None:
            raise PapermineError("--all writes every view into a folder: papermine export --all --output DIR")
        for name in names:
            rows = export_view(file, name, format.value, Path(output) / f"{name}.{format.value}", raw=raw, redactor=redactor)
            say(f"{Path(output) / f'{name}.{format.value}'}: {rows} rows")
        return
    if kind is None:
        raise PapermineError(f"say which kind to export, or --all: {', '.join(names)}")
    name = kind.replace("-", "_")
    if name not in names:
        from papermine.store.suggest import nearest
        raise NotFound(f"there is no kind {kind}: {', '.join(nearest(name, names) or names)}")
    if format in (Format.parquet, Format.xlsx) and output in (None, "-"):
        raise PapermineError(f"{format} is no text: name a file with --output {name}.{format}")
    target = Path(output) if output is not None and output != "-" else None
    if target is not None and target.is_dir():
        target = target / f"{name}.{format.value}"
    rows = export_view(file, name, format.value, target, raw=raw, redactor=redactor)
    if target is not None:
        say(f"{target}: {rows} rows")
