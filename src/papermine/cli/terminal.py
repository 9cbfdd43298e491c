"""What is printed on a terminal: text out of PDFs made harmless, tables, talk on stderr."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from papermine.export.harmless import safe as safe

if TYPE_CHECKING:
    from rich.console import Console

DEFAULT_DB = "papermine.duckdb"

Db = typer.Option(None, "--db", metavar="FILE", envvar="PAPERMINE_DB", show_envvar=True,
                  help=f"Database file.  [default: {DEFAULT_DB} here]")
"""The option that each command which touches the database has."""


def one_line(text: str) -> str:
    """The same on one line."""
    return safe(" ".join(text.split("\n")).replace("\t", " "))


def wrapped(text: str, width: int, margin: str = "") -> list[str]:
    """A text as lines of less than ``width`` characters, those after the first indented further."""
    import textwrap
    return textwrap.wrap(one_line(text), max(width - 1, 30), initial_indent=margin, subsequent_indent=margin + ("  " if margin else ""))


def database(db: str | None) -> str:
    """The database to use: ``--db`` or PAPERMINE_DB, else papermine.duckdb here."""
    return db or DEFAULT_DB


def say(text: str = "") -> None:
    """Talk to the user, on stderr; stdout is for data."""
    print(text, file=sys.stderr)


def console(stderr: bool = False) -> Console:
    """A Rich console without markup in what it is given; off a terminal it does not cut lines."""
    from rich.console import Console
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else 10_000
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=False, width=width)


@contextmanager
def paged(stderr: bool = False) -> Iterator[Console]:
    """A console whose output, on a terminal that is too short for it, goes through the pager ($PAGER, else less)."""
    out = console(stderr)
    if stderr or not (sys.stdout.isatty() and sys.stdin.isatty()):
        yield out
        return
    with out.capture() as held:
        yield out
    text = held.get()
    if text.count("\n") < out.height:
        sys.stdout.write(text)
        return
    import os
    import pydoc
    os.environ.setdefault("LESS", "-FRX")
    pydoc.pager(text)


_LEAST = 12
"""Characters below which a column of longer texts cannot be read."""
_ID = re.compile(r"[0-9a-f]{16}(?::\S+)?|(?:person|meeting):\S+")
"""An id, which is copied, and so stays in one piece."""


def least_width(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> int:
    """Characters that these columns need side by side, to be read at all."""
    least = [max(len(text) if _ID.fullmatch(text) else min(len(text), _LEAST) for text in column) for column in zip(heads, *cells, strict=True)]
    return sum(least) + 3 * (len(least) - 1)


def print_table(names: Sequence[str], rows: Iterable[Sequence[Any]], *, stderr: bool = False, right: Sequence[bool] = ()) -> None:
    """Print rows as an aligned table. Text wraps on a terminal, and stays whole elsewhere.

    On a terminal too narrow for the columns each row is a block instead, a line for each of its values.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text
    heads = [one_line(name) for name in names]
    cells = [[safe(shown(v)) for v in row] for row in rows]
    with paged(stderr) as out:
        if cells and len(heads) > 1 and least_width(heads, cells) > out.width:
            for row in cells:
                block = Table.grid(padding=(0, 2))
                for head, text in zip(heads, row, strict=True):
                    if text:
                        block.add_row(Text(head, style="bold"), Text(text, overflow="fold"))
                out.print(block)
                out.print()
            return
        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
        for n, head in enumerate(heads):
            table.add_column(Text(head), justify="right" if n < len(right) and right[n] else "left", overflow="fold",
                             no_wrap=any(_ID.fullmatch(row[n]) for row in cells))
        for row in cells:
            table.add_row(*map(Text, row))
        out.print(table)


def shown(value: object) -> str:
    """A value as a reader of a terminal wants to see it; NULL is blank."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, dict)):
        import json
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
