"""`papermine review`: issues and doubtful records one at a time, and what people said of them."""

from __future__ import annotations

import enum
import shlex

import typer

from papermine.cli.answers import FORMAT, OUTPUT, Format, write
from papermine.cli.terminal import DEFAULT_DB, Db, database, one_line, safe, say, shown
from papermine.errors import NotFound, PapermineError

_CODE = typer.Option(None, "--code", metavar="CODE", help="Only what this issue or test names; may be repeated (`papermine review codes`).")
_KIND = typer.Option(None, "--kind", metavar="VIEW", help="Only records of this view: issues, resolutions, attendance …")
_PACK = typer.Option(None, "--pack", metavar="NAME|ID", help="Only this pack: its id, or a part of its file name.")
_SEVERITY = typer.Option("warning", "--severity", metavar="SEVERITY", help="Issues this bad or worse: info, warning or error.")
_SEEN = typer.Option(False, "--seen", help="Also what somebody has said something of already.")
_BY = typer.Option(None, "--by", metavar="NAME", envvar="PAPERMINE_BY", show_envvar=True, help="Who says so.  [default: your login name]")
_NOTE = typer.Option(None, "--note", metavar="TEXT", help="Why, in your words.")
_ID = typer.Argument(..., metavar="ID", help="Id of a record, as `papermine review list` or any view shows it.")


class State(enum.StrEnum):
    """What came of a line of corrections.jsonl."""

    applied = "applied"
    moved = "moved"
    superseded = "superseded"
    gone = "gone"
    unusable = "unusable"
    waiting = "waiting"
    other_pack = "other-pack"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
    group.callback()(review)
    for name, command in (("list", list_), ("show", show), ("accept", accept), ("correct", correct), ("reject", reject), ("undo", undo),
                          ("log", log), ("apply", apply), ("codes", codes)):
        group.command(name)(command)
    app.add_typer(group, name="review")


def review(
    ctx: typer.Context, code: list[str] = _CODE, kind: str = _KIND, pack: str = _PACK, severity: str = _SEVERITY, seen: bool = _SEEN, by: str = _BY,
    crops: str = typer.Option(None, "--crops", metavar="DIR", help="Folder for the pictures.  [default: a new one in the system's temporary folder]"),
    db: str = Db,
) -> None:
    """Show issues and doubtful records one at a time, each with its printed words and its part of the page.

    Each can be accepted, corrected or rejected. What you say is a line in corrections.jsonl beside the
    database: it survives a new reading and a new database, and marks what it changes as corrected
    (evidence.basis, view corrections). Without a terminal the answers are read from standard input.

    \b
    papermine review
    papermine review --code tally-differs --by "Ann Clerk"
    papermine review list --pack scrutiny --format csv
    papermine review correct 05d1526b7dbc3e5d:resolution:5.1 --field mover --value "J Smith" --by Ann
    papermine review reject 05d1526b7dbc3e5d:attendance:2.7 --note "a heading, not a person"
    papermine review log
    """
    if ctx.invoked_subcommand is None:
        from papermine.cli.reviewing import Session
        from papermine.review import queue
        file = database(db)
        Session(file, queue(file, codes=code or (), kind=kind, pack=pack, severity=severity, seen=seen), by, crops).run()


def list_(
    code: list[str] = _CODE, kind: str = _KIND, pack: str = _PACK, severity: str = _SEVERITY, seen: bool = _SEEN,
    limit: int = typer.Option(None, "--limit", "-n", metavar="N", min=1, help="Only the first N."),
    db: str = Db,
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """List what deserves a look, in the order in which `papermine review` shows it.

    \b
    papermine review list
    papermine review list --kind resolutions --format csv > doubtful.csv
    """
    from papermine.review import queue
    found = queue(database(db), codes=code or (), kind=kind, pack=pack, severity=severity, seen=seen)
    kept = found[:limit]
    write(["id", "kind", "code", "file", "page", "why", "about"], ["VARCHAR"] * 4 + ["BIGINT", "VARCHAR", "VARCHAR"],
          [(q.record_id, q.kind, q.code, q.file_name, q.page, q.why, q.about) for q in kept], format, output)
    if not found:
        say("nothing is left to look at")
    elif len(kept) < len(found):
        say(f"{len(kept)} of {len(found)}")


def show(
    record_id: str = _ID, db: str = Db,
    output: str = typer.Option(None, "--output", "-o", metavar="FILE.png", help="Where the picture goes.  [default: the temporary folder]"),
) -> None:
    """Show one record with its printed words and its part of the page.

    \b
    papermine review show 05d1526b7dbc3e5d:resolution:5.1 -o place.png
    """
    from papermine.cli.reviewing import card, crop_file
    from papermine.review import correctable, fields, printed
    file = database(db)
    what = printed(file, record_id)
    try:
        names = fields(correctable(file, record_id))
    except NotFound:
        names = []
    print(card(what, names))
    print(f"picture: {safe(crop_file(what, output, None))}")


def accept(record_id: str = _ID, by: str = _BY, note: str = _NOTE, db: str = Db) -> None:
    """Say that a record is right as it is, or that an issue needs no more work.

    \b
    papermine review accept 05d1526b7dbc3e5d:issue:12.1 --by Ann
    """
    _judge(database(db), record_id, "accept", by, note)


def correct(
    record_id: str = _ID,
    field: str = typer.Option(..., "--field", metavar="COLUMN", help="Column to correct, as `papermine schema` names it."),
    value: str = typer.Option(None, "--value", metavar="VALUE", help="What is printed there."),
    blank: bool = typer.Option(False, "--blank", help="Nothing is printed there: empty the column."),
    by: str = _BY, note: str = _NOTE, db: str = Db,
) -> None:
    """Give one field of a record the value that is printed.

    What a resolution repeats of its motion and its vote follows from `motions` and `divisions`: correct those.

    \b
    papermine review correct 05d1526b7dbc3e5d:resolution:5.1 --field mover --value "J Smith" --by Ann
    papermine review correct 05d1526b7dbc3e5d:attendance:2.7 --field party --blank
    papermine review correct 05d1526b7dbc3e5d:meeting:1.1 --field meeting_date --value 2024-05-31
    """
    if (value is None) == (not blank):
        raise PapermineError("say what is printed (--value TEXT), or that nothing is (--blank)")
    _judge(database(db), record_id, "correct", by, note, field, value)


def reject(record_id: str = _ID, by: str = _BY, note: str = _NOTE, db: str = Db) -> None:
    """Take out a record that is none, or an issue that is a false alarm. `undo` brings it back.

    \b
    papermine review reject 05d1526b7dbc3e5d:attendance:2.7 --note "a heading, not a person"
    """
    _judge(database(db), record_id, "reject", by, note)


def undo(record_id: str = _ID, by: str = _BY, note: str = _NOTE, db: str = Db) -> None:
    """Take back all that was said of a record; the lines stay in corrections.jsonl.

    \b
    papermine review undo 05d1526b7dbc3e5d:attendance:2.7
    """
    _judge(database(db), record_id, "undo", by, note)


def _judge(file: str, record_id: str, action: str, by: str | None, note: str | None, field: str | None = None, value: str | None = None) -> None:
    from papermine.review import judge
    line = judge(file, record_id, action, by=by, field=field, value=value, note=note)
    said = {"accept": "accepted", "reject": "rejected", "undo": "taken back", "correct": f"{field} is now {shown(line.value) or 'empty'}"}[action]
    say(f"{one_line(record_id)}: {one_line(said)} (by {one_line(line.by)}; it was {one_line(shown(line.was)) or 'empty'})" if action == "correct"
        else f"{one_line(record_id)}: {said} (by {one_line(line.by)})")


def log(
    db: str = Db,
    state: State = typer.Option(None, "--state", help="Only lines of this state."),
    format: Format = FORMAT,
    output: str = OUTPUT,
) -> None:
    """List every line of corrections.jsonl and what came of it. None is ever dropped.

    applied; moved: the same words have another id now; superseded: a later line counts; gone: nothing is printed there
    any more; unusable: it makes no sense; waiting: added by hand (`papermine review apply`); other-pack: its pack is
    not in this database.

    \b
    papermine review log
    papermine review log --state gone --format csv
    """
    from papermine.review import log as lines
    file = database(db)
    logged = lines(file)
    rows = [(one.line.number, one.state, one.line.action, one.line.id, one.line.field, one.line.value, one.line.was, one.line.by, one.line.when,
             (one.line.fault and f"{one.line.fault}: {one.line.note}") or one.line.note, one.file_name, one.line.place.page)
            for one in logged if state is None or one.state == state.value]
    write(["line", "state", "action", "id", "field", "value", "was", "by", "when", "note", "file", "page"], ["BIGINT"] + ["VARCHAR"] * 11, rows,
          format, output)
    lost = sum(one.state in ("gone", "unusable") for one in logged)
    if lost:
        say(f"{lost} of {len(logged)} lines changed nothing: their place is gone, or they make no sense")
    if any(one.state == "waiting" for one in logged):
        say(f"some wait: papermine review apply{'' if file == DEFAULT_DB else f' --db {shlex.quote(file)}'}")


def apply(db: str = Db) -> None:
    """Apply corrections.jsonl again to all packs that it speaks of: after you edited the file.

    \b
    papermine review apply
    """
    from papermine.review import log as lines
    from papermine.store import correct as again
    from papermine.store import query
    file = database(db)
    packs = {one.line.pack_id for one in lines(file)} | {p for (p,) in query(file, "SELECT DISTINCT pack_id FROM corrections").rows}
    again(file, sorted(packs))
    states: dict[str, int] = {}
    for one in lines(file):
        states[one.state] = states.get(one.state, 0) + 1
    say(", ".join(f"{n} {name}" for name, n in sorted(states.items())) or "corrections.jsonl is empty, or not there")


def codes(db: str = Db, format: Format = FORMAT) -> None:
    """List the tests that find a record doubtful, and how many each finds that nobody has looked at.

    \b
    papermine review codes
    """
    from papermine.review import DOUBTS, queue
    found: dict[str, int] = {}
    for one in queue(database(db)):
        found[one.code] = found.get(one.code, 0) + 1
    rows = [(code, found.get(code, 0), DOUBTS[code][0] if code in DOUBTS else "issue (papermine issues)") for code in sorted({*DOUBTS, *found})]
    write(["code", "to look at", "what it means"], ["VARCHAR", "BIGINT", "VARCHAR"], rows, format, None)

