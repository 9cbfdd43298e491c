"""`papermine show`: one record, with where it is printed."""

from __future__ import annotations

import typer

from papermine.cli.terminal import Db, database, safe, say, shown


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show)


def show(
    record_id: str = typer.Argument(..., metavar="RECORD_ID", help="Id of any record: a resolution, an item, a table …"),
    db: str = Db,
    output: str = typer.Option(None, "--output", "-o", metavar="FILE.png", help="Draw its page with its place marked."),
) -> None:
    """Print a record with its evidence: pages, boxes, the words as printed, and the rule that found it.

    \b
    papermine show 05d1526b7dbc3e5d:resolution:5.1
    papermine show 05d1526b7dbc3e5d:table:12.1 -o place.png
    """
    from papermine.store import record
    file = database(db)
    kind, fields, evidence = record(file, record_id)
    print(f"{safe(record_id)}  ({kind})")
    width = max(map(len, fields))
    for name, value in fields.items():
        if value is not None:
            print(f"  {name:{width}}  {safe(shown(value)).replace(chr(10), chr(10) + ' ' * (width + 4))}")
    for e in evidence:
        label = f", stamped {safe(e['page_label'])}" if e["page_label"] else ""
        field = f" of {e['field']}" if e["field"] else ""
        box = f"  box {e['x0']:g} {e['top']:g} {e['x1']:g} {e['bottom']:g}" if e["x0"] is not None else ""
        print(f"\n  printed{field}: {safe(e['file_name'])}, page {e['page']}{label}{box}")
        print(f"    rule {safe(e['rule'] or '?')}, {e['basis']}")
        if e["text"]:
            print(f"    {safe(e['text']).replace(chr(10), chr(10) + '    ')}")
    if evidence and evidence[0]["source_url"]:
        print(f"\n  published at {safe(evidence[0]['source_url'])}")
    if output is not None:
        _draw(file, record_id, evidence, output)


def _draw(file: str, record_id: str, evidence: list[dict[str, object]], output: str) -> None:
    import os

    from papermine.draw import draw_places
    from papermine.errors import NotFound
    from papermine.export.files import whole_file
    from papermine.provenance import Box
    from papermine.store import query
    places = [e for e in evidence if e["x0"] is not None]
    if not places:
        raise NotFound(f"{record_id} has no printed place of its own to draw")
    page = int(str(places[0]["page"]))
    boxes = [Box(*(float(str(e[c])) for c in ("x0", "top", "x1", "bottom"))) for e in places if e["page"] == page]
    paths = [p for (p,) in query(file, "SELECT path FROM files WHERE pack_id = ? ORDER BY path", [places[0]["pack_id"]]).rows]
    here = next((p for p in paths if os.path.exists(p)), None)
    if here is None:
        raise NotFound(f"the file is no longer at {' or '.join(paths)}: its page cannot be drawn")
    with whole_file(output) as part:
        draw_places(here, page, boxes, part)
    more = sorted({int(str(e["page"])) for e in places} - {page})
    say(f"{output}: page {page}" + (f" (it goes on on page {', '.join(map(str, more))})" if more else ""))
