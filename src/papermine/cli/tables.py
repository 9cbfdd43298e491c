"""`papermine tables`: list, show, export and stack the tables that papers print."""

from __future__ import annotations

import datetime as dt
import enum
import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, at_terminal, chosen, write
from papermine.cli.terminal import DEFAULT_DB, Db, console, database, one_line, paged, safe, say, wrapped
from papermine.errors import NotFound, PapermineError

if TYPE_CHECKING:
    from papermine.export.tables import About, Grid, Wanted


class ShowFormat(enum.StrEnum):
    """How one table is written."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"


class FileFormat(enum.StrEnum):
    """How tables are exported."""

    csv = "csv"
    xlsx = "xlsx"
    json = "json"
    parquet = "parquet"


_COUNCIL = typer.Option(None, "--council", metavar="NAME", help="Only of councils with these words in their name.")
_BODY = typer.Option(None, "--body", metavar="NAME", help="Only of committees and boards with these words in their name.")
_FROM = typer.Option(None, "--from", metavar="DATE", help="Only of meetings on or after this day (2024-05-31, 2024-05 or 2024).")
_TO = typer.Option(None, "--to", metavar="DATE", help="Only of meetings up to this day, month or year.")
_ITEM = typer.Option(None, "--item", metavar="NUMBER|WORDS", help="Only of the agenda item of this number, or with these words in its title.")
_WORDS = typer.Option(None, "--words", metavar="WORDS", help="Only tables with all these words in title or header.")
_MIN_ROWS = typer.Option(None, "--min-rows", metavar="N", min=0, help="Only tables of at least N rows.")
_PACK = typer.Option(None, "--pack", "--file", metavar="NAME|ID", help="Only of this pack: its id, or a part of its file name.")
_PAGE = typer.Option(None, "--page", metavar="N", min=1, help="Only tables on this page (position in the file).")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    group.command("list")(list_tables)
    group.command("show")(show)
    group.command("export")(export)
    group.command("stack")(stack)
    app.add_typer(group, name="tables", help="List, show and export the tables that papers print.")


def list_tables(
    council: str = _COUNCIL, body: str = _BODY, start: str = _FROM, end: str = _TO, item: str = _ITEM, words: str = _WORDS,
    min_rows: int = _MIN_ROWS, pack: str = _PACK, page: int = _PAGE, db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """List tables, by date of meeting, file and page. All filters that are given must hold.

    A table without a title is shown by [the words of its header].

    \b
    papermine tables list --words "capital budget" --min-rows 10
    papermine tables list --body cabinet --from 2024 --to 2025-03
    papermine tables list --pack scrutiny-pack --page 12 --format json
    """
    from papermine.export.tables import count, find
    wanted = _wanted(council, body, start, end, item, words, min_rows, pack, page)
    file = database(db)
    found = find(file, wanted)
    if at_terminal(format, output):
        with paged() as out:
            for line in listed(found, console().width):
                out.print(line, soft_wrap=True)
        say(_tables(len(found)))
    elif chosen(format, output) is Format.table:
        write(["table_id", "date", "body", "file", "pages", "rows", "columns", "title"], ["VARCHAR"] * 5 + ["BIGINT"] * 2 + ["VARCHAR"],
              [(t.table_id, t.meeting_date, t.body, t.file_name, t.pages, t.rows, t.columns, _short(t.name))
               for t in found], format, output)
    else:
        names = ["table_id", "council", "body", "meeting_date", "item_number", "item_title", "paper", "title", "header", "unit", "note", "file_name",
                 "first_page", "last_page", "rows", "columns", "header_rows", "source_url", "path", "pack_id"]
        write(names, ["VARCHAR"] * len(names), [tuple(getattr(t, n) for n in names) for t in found], format, output)
    if not found:
        say(f"no table is like that; {file} holds {_tables(count(file))}")


def listed(found: Sequence[About], width: int) -> list[str]:
    """The tables as lines: a heading for each file, then each table's pages, size, title and, on a line of its own, its id to copy."""
    out: list[str] = []
    file: tuple[object, ...] = ()
    for t in found:
        now = (t.pack_id, t.meeting_date, t.body)
        if now != file:
            out += [*([""] if out else []), *wrapped(" · ".join(str(v) for v in (t.meeting_date or "no date", t.body, t.file_name) if v), width),
                    "═" * min(width, 72)]
            file = now
        size = f"{t.rows} row{'' if t.rows == 1 else 's'}, {t.columns} column{'' if t.columns == 1 else 's'}"
        out += [*wrapped(f"page {t.pages}: {_short(t.name, 160)}", width, "  "), f"      {size} · {t.table_id}"]
    return out


def show(
    table_id: str = typer.Argument(..., metavar="ID", help="Id of a table, as `papermine tables list` shows it."),
    db: str = Db,
    format: ShowFormat = typer.Option(None, "--format", "-f", help=(
        "table, csv (for spreadsheets), json or md.  [default: table on a terminal, csv in a pipe]")),
    image: str = typer.Option(None, "--image", "-o", metavar="FILE.png", help="Draw its page with the cells on it."),
    page: int = typer.Option(None, "--page", metavar="N", min=1, help="Which of its pages --image draws.  [default: its first]"),
    sql: str = typer.Option(None, "--sql", metavar="NAME", help="Make the typed view named.NAME of it in the database, so that SQL can join it."),
) -> None:
    """Show one table, with its title, unit, notes, and where it is printed.

    \b
    papermine tables show 05d1526b7dbc3e5d:table:12.1
    papermine tables show 05d1526b7dbc3e5d:table:12.1 --image cells.png
    papermine tables show 05d1526b7dbc3e5d:table:12.1 --format csv > table.csv
    papermine tables show 05d1526b7dbc3e5d:table:12.1 --sql budget && papermine sql "SELECT * FROM named.budget"
    """
    from papermine.export.tables import Wanted, find, load
    file = database(db)
    grid = next(load(file, find(file, Wanted(ids=(table_id,)))))
    if image is not None:
        _draw(file, grid, image, page)
    if sql is not None:
        from papermine.export.named import make_view
        name = make_view(file, sql, grid)
        option = "" if file == DEFAULT_DB else f" --db {shlex.quote(file)}"
        say(f'view {name} is made: papermine sql "SELECT * FROM {name}"{option}')
    if format is None:
        format = ShowFormat.table if sys.stdout.isatty() else ShowFormat.csv
        grid.cells = [replace(c, text=safe(c.text)) for c in grid.cells]  # a pipe may yet end on a terminal (`| head`)
    if format is ShowFormat.csv:
        from papermine.export.sheets import write_csv
        write_csv(grid, None)
    elif format is ShowFormat.json:
        from papermine.export.files import opened
        from papermine.export.sheets import write_json
        with opened(None) as out:
            write_json(out, grid)
    elif format is ShowFormat.md:
        from papermine.export.columns import header_names
        from papermine.export.files import opened
        from papermine.export.rows import write_md
        with opened(None) as out:
            write_md(out, header_names(grid), grid.texts[grid.about.header_rows:])
    else:
        from papermine.cli.grid import print_grid
        print_grid(grid, console())
        sys.stdout.flush()


def export(
    ids: list[str] = typer.Argument(None, metavar="[ID...]", help="Ids of tables.  [default: all that the filters leave]"),
    output: str = typer.Option(..., "--output", "-o", metavar="DIR", help="Folder for the files; it is made where it is missing."),
    format: FileFormat = typer.Option(FileFormat.csv, "--format", "-f", help="csv, json or parquet: a file for each table; xlsx: one workbook."),
    council: str = _COUNCIL, body: str = _BODY, start: str = _FROM, end: str = _TO, item: str = _ITEM, words: str = _WORDS,
    min_rows: int = _MIN_ROWS, pack: str = _PACK, page: int = _PAGE, db: str = Db,
    evidence: bool = typer.Option(False, "--evidence", help="Add source, page and box (points from the upper left corner) of each row."),
    raw: bool = typer.Option(False, "--raw", help="CSV: leave cells that a spreadsheet would run as a formula as they are."),
) -> None:
    """Write tables to files, with a catalogue (tables.csv) that says what each is and where it is from.

    CSV is for spreadsheets: UTF-8 with a byte order mark, and a text that starts like a formula gets a leading
    apostrophe. XLSX has figures as numbers, a sheet for each table, and a first sheet with links to them and to
    the papers. JSON has the rows as printed and each column's values. Parquet has typed columns; where
    a column of figures holds something else, a second column keeps what is printed.

    \b
    papermine tables export --output tables/
    papermine tables export --output tables/ --format xlsx --body cabinet --words budget
    papermine tables export --output tables/ --format parquet --evidence
    papermine tables export 05d1526b7dbc3e5d:table:12.1 --output .
    """
    from papermine.export.sheets import export_tables
    from papermine.export.tables import count, find
    file = database(db)
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise PapermineError(f"{folder} is a file: name a folder with --output")
    found = find(file, _wanted(council, body, start, end, item, words, min_rows, pack, page, ids))
    if not found:
        raise NotFound(f"no table is like that, so nothing is written; {file} holds {_tables(count(file))}")
    paths = export_tables(file, found, folder, format.value, raw=raw, evidence=evidence)
    say(f"{one_line(str(folder))}: {_tables(len(found))} in {one_line(paths[0].name) if len(paths) == 2 else f'{len(paths) - 1} files'}, "
        f"listed in {paths[-1].name}")


def stack(
    like: str = typer.Option(..., "--like", metavar="ID", help="The table whose shape is wanted."),
    council: str = _COUNCIL, body: str = _BODY, start: str = _FROM, end: str = _TO, item: str = _ITEM, words: str = _WORDS,
    min_rows: int = _MIN_ROWS, pack: str = _PACK, page: int = _PAGE, db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """Stack tables of one shape over many packs (each quarter's budget monitoring) as one long typed table.

    Columns are matched by the words of their headers, whichever year or quarter they name, and by type. Standard
    error tells what was matched to what; a column that a table does not have is empty in its rows.

    \b
    papermine tables stack --like 05d1526b7dbc3e5d:table:12.1 > monitoring.csv
    papermine tables stack --like 05d1526b7dbc3e5d:table:12.1 --body cabinet --from 2023 -o monitoring.csv
    """
    from papermine.export.stack import stack as stacked
    found = stacked(database(db), like, _wanted(council, body, start, end, item, words, min_rows, pack, page))
    for one in found.tables:
        say(f"{one.about.table_id} ({one.about.meeting_date or 'undated'}, {one_line(one.about.file_name)}, page {one.about.pages})")
        for m in one.matches:
            if m.other is None:
                say(f"  {one_line(m.model)}: no such column")
            elif m.other != m.model:
                say(f"  {one_line(m.model)} ← {one_line(m.other)} ({m.likeness:.2f})")
        for name in one.left_out:
            say(f"  left out: {one_line(name)}")
    say(f"{_tables(len(found.tables))}, {len(found.rows)} rows")
    write(found.names, found.types, found.rows, format, output)


def _tables(number: int) -> str:
    return f"{number} table{'' if number == 1 else 's'}"


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[:most - 1].rstrip() + "…"


def _wanted(council: str | None, body: str | None, start: str | None, end: str | None, item: str | None, words: str | None, min_rows: int | None,
            pack: str | None, page: int | None, ids: list[str] | None = None) -> Wanted:
    from papermine.export.tables import Wanted
    return Wanted(council, body, day(start, False) if start else None, day(end, True) if end else None, item, words, min_rows, pack, page,
                  tuple(ids or ()))


def day(text: str, last: bool) -> dt.date:
    """A day given as a date, a month or a year: the first or the last day of it.

    >>> day("2024-02", True), day("2024", False)
    (datetime.date(2024, 2, 29), datetime.date(2024, 1, 1))
    """
    m = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text.strip())
    try:
        if m is None:
            raise ValueError
        year, month = int(m[1]), int(m[2] or (12 if last else 1))
        if m[3]:
            return dt.date(year, month, int(m[3]))
        first = dt.date(year, month, 1)
        return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1) if last else first
    except (ValueError, OverflowError):
        raise PapermineError(f"{text!r} is no date: write it as 2024-05-31, 2024-05 or 2024") from None


def _draw(file: str, grid: Grid, output: str, page: int | None) -> None:
    """The table's cells over a page of the paper."""
    import os

    from papermine.draw import CellMark, draw_cells
    from papermine.export.columns import FIGURES, columns_of
    from papermine.export.files import whole_file
    from papermine.export.tables import printed
    from papermine.store import query
    boxes = printed(file, grid.about.table_id)
    pages = sorted({b.page for b in boxes})
    if not pages:
        raise NotFound(f"{grid.about.table_id} has no printed place of its own to draw")
    number = pages[0] if page is None else page
    if number not in pages:
        raise NotFound(f"{grid.about.table_id} stands on page {grid.about.pages}, not on page {number}")
    if Path(output).suffix.lower() not in ("", ".png"):
        raise PapermineError(f"the picture is a PNG: name it {Path(output).with_suffix('.png')}")
    paths = [p for (p,) in query(file, "SELECT path FROM files WHERE pack_id = ? ORDER BY path", [grid.about.pack_id]).rows]
    here = next((p for p in paths if os.path.exists(p)), None)
    if here is None:
        raise NotFound(f"the file is no longer at {' or '.join(paths)}: its page cannot be drawn")
    figures = {c.index for c in columns_of(grid) if c.type in FIGURES}
    head = grid.about.header_rows
    marks = [CellMark(b.box, b.row, b.column, b.row is None or b.row < head, bool(b.text) and b.column in figures) for b in boxes if b.page == number]
    with whole_file(output) as part:
        draw_cells(here, number, marks, part)
    others = [str(p) for p in pages if p != number]
    say(f"{one_line(output)}: page {number}" + (f" (it also stands on page {', '.join(others)}: --page N)" if others else ""))
