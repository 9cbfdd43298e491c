"""`papermine search`: find decisions, items, recommendations, papers, tables and people by words."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, at_terminal, write
from papermine.cli.terminal import Db, database, one_line, paged, safe, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text

    from papermine.search import Found
    from papermine.search.ask import Marked


class Kind(enum.StrEnum):
    """What can be found."""

    decision = "decision"
    item = "item"
    recommendation = "recommendation"
    table = "table"
    person = "person"
    page = "page"


class Outcome(enum.StrEnum):
    """What became of a decision."""

    resolved = "resolved"
    carried = "carried"
    lost = "lost"
    withdrawn = "withdrawn"
    deferred = "deferred"


class Order(enum.StrEnum):
    """In which order."""

    rank = "rank"
    newest = "newest"
    oldest = "oldest"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search")(search)


def search(
    words: list[str] = typer.Argument(..., metavar="WORDS...", help='All must stand there; "a phrase", part* of a word, -word for what must not.'),
    db: str = Db,
    kind: Kind = typer.Option(None, "--kind", "-k", help="Only decision, item, recommendation, table, person or page (of a paper)."),
    council: str = typer.Option(None, "--council", metavar="NAME", help="Only of councils with these words in their name."),
    body: str = typer.Option(None, "--body", metavar="NAME", help="Only of committees and boards with these words in their name."),
    outcome: Outcome = typer.Option(None, "--outcome", help="Only decisions: resolved, carried, lost, withdrawn or deferred."),
    start: str = typer.Option(None, "--from", metavar="DATE", help="Only of meetings on or after this day (2024-05-31, 2024-05 or 2024)."),
    end: str = typer.Option(None, "--to", metavar="DATE", help="Only of meetings up to this day, month or year."),
    order: Order = typer.Option(Order.rank, "--order", help="rank (best first), newest or oldest."),
    limit: int = typer.Option(20, "--limit", "-n", min=1, max=100, metavar="N", help="Hits to show."),
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """Find what the papers say, best first. The index lies beside the database and is brought up to date where it is missing or stale.

    Words that begin with - come after --, so that they are no options.

    \b
    papermine search school places
    papermine search '"community asset transfer"' --kind decision --from 2023
    papermine search 'hous*' --outcome lost --format csv
    papermine search -- budget -capital
    """
    from papermine.cli.tables import day
    from papermine.search import Wanted, fresh, names_with
    from papermine.search import search as ask
    file = database(db)
    first, last = (day(text, late) if text else None for text, late in ((start, False), (end, True)))
    number = [int(d.strftime("%Y%m%d")) if d else None for d in (first, last)]
    index = fresh(file, _progress())
    wanted = Wanted(" ".join(words), kind.value if kind else None, council and names_with(index, "council", council),
                    body and names_with(index, "body", body), outcome.value if outcome else None, number[0], number[1], order.value, 0, limit)
    found = ask(index, wanted)
    if at_terminal(format, output):
        _print(found)
    else:
        names = ["kind", "date", "council", "body", "item", "title", "text", "outcome", "file", "page", "record_id"]
        write(names, ["VARCHAR"] * 9 + ["BIGINT", "VARCHAR"],
              [(h.kind, h.date, h.council, h.body, h.label, _plain(h.title), _plain(h.snippet), h.outcome, h.file_name, h.page, h.record_id)
               for h in found.hits], format, output)
    if not found.total:
        say(f"nothing in {file} has these words" + (" and fits these filters" if wanted != Wanted(wanted.words, limit=limit) else ""))
    elif found.loosened:
        say("nothing has all of these words: these have some of them")


def _plain(text: Marked) -> str:
    return " ".join("".join(piece for piece, _ in text).split())


def _print(found: Found) -> None:
    """Hits as a reader of a terminal wants them: what and where on a line, below it the words, the matching ones bold."""
    from rich.padding import Padding
    from rich.text import Text
    with paged() as out:
        for h in found.hits:
            head = Text(f"{h.kind} ", "dim")
            head.append_text(_styled(h.title) if h.title else Text("(without a title)"))
            if h.outcome and h.outcome != "resolved":
                head.append(f"  {h.outcome}", "bold")
            out.print(head)
            if h.snippet:
                out.print(Padding(_styled(h.snippet), (0, 0, 0, 2)))
            where = " · ".join(str(p) for p in (h.council, h.body, h.date, f"{h.file_name}, page {h.page}" if h.page else None) if p)
            out.print(Padding(Text(one_line(f"{where} · {h.record_id}"), "dim"), (0, 0, 1, 2)))
        shown = len(found.hits)
        out.print(Text(f"{found.total} found" if shown == found.total else f"{shown} of {found.total} found: --limit shows more", "dim"))


def _styled(text: Marked) -> Text:
    from rich.text import Text
    out = Text()
    for piece, marked in text:
        out.append(safe(" ".join(piece.split("\n"))), "bold underline" if marked else "")
    return out


def _progress() -> Callable[[int, int], None]:
    """Says that the index is being made, where there is enough to wait for."""
    told = False

    def listen(done: int, of: int) -> None:
        nonlocal told
        if of > 400 or told:
            told = True
            say(f"indexing: {done} of {of} packs")

    return listen
