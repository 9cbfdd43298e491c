"""`papermine schema`: the data dictionary."""

from __future__ import annotations

import enum

import typer

from papermine.cli.terminal import say


class Format(enum.StrEnum):
    """How the dictionary is written."""

    text = "text"
    md = "md"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema")(schema)


def schema(
    view: str = typer.Argument(None, metavar="[VIEW]", help="Only this view."),
    format: Format = typer.Option(Format.text, "--format", "-f", help="text, md or json."),
    write: bool = typer.Option(False, "--write", help="Write JSON Schemas and DDL into --folder (for papermine's own sources)."),
    folder: str = typer.Option("schemas", "--folder", metavar="DIR", help="Where --write puts them."),
) -> None:
    """Print every view and column, and what it means.

    \b
    papermine schema
    papermine schema decisions
    papermine schema --format md > dictionary.md
    papermine schema --write
    """
    from papermine.errors import NotFound
    from papermine.store import dictionary
    if write:
        from pathlib import Path
        changed = dictionary.write_schemas(Path(folder))
        say(f"{folder}: {', '.join(changed)}" if changed else f"{folder}: nothing has changed")
        return
    if view is not None:
        found = [v for v in dictionary.views() if v["view"] == view]
        if not found:
            from papermine.store.suggest import nearest
            names = [v["view"] for v in dictionary.views()]
            near = nearest(view, names) or names
            raise NotFound(f"there is no view {view}: nearest are {', '.join(near)}")
        text = "\n".join(line for line in _only(dictionary.as_text(), view))
    elif format is Format.json:
        text = dictionary.as_json()
    elif format is Format.md:
        text = "\n".join(dictionary.as_markdown())
    else:
        text = "\n".join(dictionary.as_text())
    print(text.rstrip("\n"))


def _only(lines: object, view: str) -> list[str]:
    """The lines of one view."""
    out: list[str] = []
    for line in lines:  # type: ignore[attr-defined]
        if line == view or (out and line):
            out.append(line)
        elif out:
            break
    return out
