"""`papermine people`: one member's attendance, motions, votes and declarations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, at_terminal, write
from papermine.cli.terminal import Db, console, database, least_width, one_line, paged, print_table, say, shown, wrapped
from papermine.errors import NotFound, PapermineError

if TYPE_CHECKING:
    from papermine.export.persons import Person


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("people")(people)


def people(
    name: str = typer.Argument(None, metavar="[NAME|ID]", help="Words of the name as any paper prints it, or an id.  [default: list everybody]"),
    council: str = typer.Option(None, "--council", metavar="NAME", help="Only of councils with these words in their name."),
    kind: str = typer.Option(None, "--kind", metavar="KIND", help="Without a name: only members, or only officers (member, officer)."),
    db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """Show what the papers print of a member or officer: attendance, motions, votes, declarations, each with file and page.

    Members of the public are not here (docs/privacy.md). Where several people have that name, they are listed; name one
    by more words or by the id.

    \b
    papermine people
    papermine people "Antony Hook"
    papermine people Plowden --format csv > plowden.csv
    papermine people --council kent --kind officer
    """
    from papermine.export import persons
    file = database(db)
    if kind is not None and (kind := kind.removesuffix("s")) not in ("member", "officer"):
        raise PapermineError(f"there is no kind {kind!r}: it is member or officer")
    found = persons.people(file, council, kind) if name is None else persons.matching(file, name, council)
    if name is not None and not found:
        from papermine.store import query
        loose = query(file, "SELECT count(*) FROM unlinked_names WHERE contains(lower(name), lower(?))", [name]).rows[0][0]
        more = f"; {loose} records print it but cannot be told apart (view unlinked_names)" if loose else ""
        near = ", ".join(p.name for p in persons.matching(file, (name.split() or [""])[-1], council)[:5])
        raise NotFound(f"no member or officer has the name {one_line(name)}{more}: "
                       + (f"there is {one_line(near)}" if near else "`papermine people` lists them"))
    if name is None or len(found) > 1:
        names = ["person_id", "name", "council", "kind", "post", "party", "ward", "first_date", "last_date", "meetings"]
        rows = [tuple(getattr(p, n) for n in names) for p in found]
        if at_terminal(format, output):
            _print(names, rows)
        else:
            write(names, ["VARCHAR"] * 9 + ["BIGINT"], rows, format, output)
        if not found:
            say("nobody is like that: the papers of no such council name a member or officer")
        if name is not None:
            say(f"{len(found)} people have that name: say more of it, or give the id")
        return
    answer = persons.record_of(file, found[0].person_id)
    if at_terminal(format, output):
        with paged() as out:
            for line in page(found[0], answer.dicts(), console().width):
                out.print(line, soft_wrap=True)
        return
    write(["person_id", "name", *answer.names], ["VARCHAR", "VARCHAR", *answer.types],
          [(found[0].person_id, found[0].name, *row) for row in answer.rows], format, output)


_LESS = ("first_date", "ward", "party", "last_date", "kind", "post", "meetings")
"""Columns that a narrow terminal goes without, these first."""


def _print(names: list[str], rows: list[tuple[Any, ...]]) -> None:
    """For a reader: no column that is the same or blank for everybody, ids only where two have one name, and what fits side by side."""
    of_name = Counter(row[1] for row in rows)
    same = len(of_name) < len(rows)
    rows = [(row[0] if of_name[row[1]] > 1 else None, *row[1:]) for row in rows]
    kept = [n for n in names if n in ("name", "meetings") or (same if n == "person_id" else len({row[names.index(n)] for row in rows}) > 1)]
    kept.sort(key=lambda n: n == "person_id")
    left_out = []

    def cells() -> list[list[Any]]:
        return [[row[names.index(n)] for n in kept] for row in rows]

    for name in _LESS:
        if name in kept and least_width(kept, [[shown(v) for v in row] for row in cells()]) > console().width:
            kept.remove(name)
            left_out.append(name)
    print_table(kept, cells(), right=[n == "meetings" for n in kept])
    if left_out:
        say(f"left out, for want of width: {', '.join(left_out)} (--format csv has all)")


def page(who: Person, rows: list[dict[str, Any]], width: int) -> list[str]:
    """What is printed of one person, as lines: who, attendance by body, then each kind by date."""
    from papermine.store.meetings import body_key
    about = [who.kind, who.post, who.party, who.ward and f"ward {who.ward}"]
    times = f"{who.meetings} meeting{'' if who.meetings == 1 else 's'}"
    span = f"{who.first_date} to {who.last_date}, {times}" if who.first_date and who.first_date != who.last_date else times
    out = [one_line(" ".join(v for v in (who.title, who.name) if v)), "═" * min(width, 72),
           *wrapped(" · ".join(str(v) for v in (who.council, *about, span) if v), width), who.person_id]
    came: dict[str, list[dict[str, Any]]] = {}
    for r in rows:
        if r["what"] == "attendance":
            came.setdefault(body_key(r["body"] or "no body printed", who.council), []).append(r)
    if came:
        out += ["", "Attendance"]
        for body, here in sorted((some[0]["body"] or "no body printed", some) for some in came.values()):
            out += wrapped(f"{body}: {_counted(here)}", width, "  ")
    for what, title in (("declaration", "Declarations of interest"), ("motion", "Motions"), ("vote", "Votes")):
        some = [r for r in rows if r["what"] == what]
        if some:
            out += ["", f"{title}: {_counted(some, 'detail')}"]
        for r in some:
            detail = r["detail"] if len(r["detail"] or "") <= 240 else r["detail"][:239] + "…"
            out += wrapped(f"{r['meeting_date'] or 'no date'}  {r['how']}: {detail}", width, "  ")
            out += wrapped(f"{r['file_name']}, page {r['page']}", width, "      ")
    return out


def _counted(rows: list[dict[str, Any]], *more: str) -> str:
    """How often what: "3 present, 1 apologies". What two files print of one body's day (minutes, and the notice of it) is counted once."""
    from papermine.store.meetings import body_key
    once = {(r["meeting_date"] or r["record_id"], body_key(r["body"] or "", r["council"]), r["how"], *(r[name] for name in more)):
            str(r["how"]).replace("_", " ") for r in rows}
    return ", ".join(f"{n} {how}" for how, n in Counter(once.values()).most_common())
