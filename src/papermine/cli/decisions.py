"""`papermine decisions`: what was decided, as a list that can be read."""

from __future__ import annotations

from typing import Any

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, at_terminal, write
from papermine.cli.tables import day
from papermine.cli.terminal import Db, console, database, paged, say, wrapped


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("decisions")(decisions)


def decisions(
    words: list[str] = typer.Argument(None, metavar="[WORDS]", help="Words that all stand in the decision or its item's title; the same as --about."),
    about: str = typer.Option(None, "--about", metavar="WORDS", help="Only decisions with all these words in their text or their item's title."),
    council: str = typer.Option(None, "--council", metavar="NAME", help="Only of councils with these words in their name."),
    body: str = typer.Option(None, "--body", metavar="NAME", help="Only of committees and boards with these words in their name."),
    start: str = typer.Option(None, "--from", metavar="DATE", help="Only of meetings on or after this day (2024-05-31, 2024-05 or 2024)."),
    end: str = typer.Option(None, "--to", metavar="DATE", help="Only of meetings up to this day, month or year."),
    outcome: str = typer.Option(None, "--outcome", metavar="OUTCOME", help=(
        "carried, plain (no outcome is printed), lost, withdrawn, deferred or any.  [default: carried and plain]")),
    mover: str = typer.Option(None, "--mover", metavar="NAME", help="Only what this person moved or seconded."),
    voter: str = typer.Option(None, "--voter", metavar="NAME", help="Only where this person's vote is printed."),
    voted: str = typer.Option(None, "--voted", metavar="OPTION", help="With --voter: for, against or abstain."),
    exempt: bool = typer.Option(None, "--exempt/--public", help="Only on exempt items, or only on public ones."),
    advice: str = typer.Option(None, "--advice", metavar="OUTCOME", help=(
        "Only where the report's recommendation was: adopted, amended, deferred, rejected, not reached, no minutes yet, not settled; or none.")),
    db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """List what was decided: by whom, with which votes, against which advice, and where it is printed.

    All filters that are given must hold. A decision that several papers print is listed once, as its best
    printing has it (docs/linking.md).

    \b
    papermine decisions parking levy
    papermine decisions --body cabinet --from 2024 --to 2025-03
    papermine decisions --outcome lost --mover Hook
    papermine decisions --voter "Barry Lewis" --voted against
    papermine decisions --advice amended --format csv > amended.csv
    """
    from papermine.export.decided import Wanted, find_decisions
    text = " ".join([*(words or ()), about or ""]).strip() or None
    answer = find_decisions(database(db), Wanted(council, body, day(start, False) if start else None, day(end, True) if end else None, text, outcome,
                                                 mover, voter, voted, exempt, advice))
    if at_terminal(format, output):
        with paged() as out:
            for line in listed(answer.dicts(), console().width):
                out.print(line, soft_wrap=True)
        say(f"{len(answer.rows)} decision{'' if len(answer.rows) == 1 else 's'}")
        return
    write(answer.names, answer.types, answer.rows, format, output)
    if not answer.rows:
        say("no decision is like that: fewer words or filters find more (papermine sql \"SELECT DISTINCT body FROM meetings\")")


def listed(rows: list[dict[str, Any]], width: int) -> list[str]:
    """The decisions as lines: a heading for each meeting and item, the decision, who and how, and where it is printed."""
    out: list[str] = []
    meeting: tuple[Any, ...] = ()
    item: tuple[Any, ...] = ()
    for r in rows:
        now = (r["meeting_date"], r["council"], r["body"])
        if now != meeting:
            day = f"{r['meeting_date']:%A %-d %B %Y}" if r["meeting_date"] else "no date"
            heading = _wrap(" · ".join(v for v in (day, r["council"], r["body"]) if v), width, "")
            out += ["" if not out else "\n", *heading, "═" * min(width, 72)]
            meeting, item = now, ()
        here = (r["item_number"], r["item_title"])
        if here != item and any(here):
            out += _wrap(" ".join(v for v in here if v) + (" [exempt]" if r["exempt"] else ""), width, "\n")
            item = here
        number = f"{r['number']}. " if r["number"] else ""
        lead = f"{r['lead_in']} " if r["lead_in"] else ""
        out += _wrap(f"{number}{lead}{r['text']}", width, "  ")
        out += _wrap(how(r), width, "      ") if how(r) else []
        status = ", ".join(v for v in (r["status"] and f"{r['status']} minutes", r["printings"] > 1 and f"{r['printings']} printings") if v)
        out += _wrap(f"{r['file_name']}, page {r['page']}{f' ({status})' if status else ''}", width, "      ")
    return out[1:] if out and out[0] == "" else out


def how(r: dict[str, Any]) -> str:
    """Who moved it, how it was voted, and what became of the advice, on one line; nothing that is not printed."""
    votes = [f"{r[c]} {name}" for c, name in (("votes_for", "for"), ("votes_against", "against"), ("votes_abstain", "abstained")) if r[c] is not None]
    parts = (r["mover"] and f"moved {r['mover']}", r["seconder"] and f"seconded {r['seconder']}", ", ".join(votes), r["outcome"],
             r["advice"] and f"advice {r['advice']}")
    return "; ".join(p for p in parts if p)


def _wrap(text: str, width: int, indent: str) -> list[str]:
    lead = "\n" if indent == "\n" else ""
    lines = wrapped(text, width, indent.strip("\n"))
    return [lead + lines[0], *lines[1:]] if lines else []
