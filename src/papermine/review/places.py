"""Where a record is printed, and the part of the page that shows it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from os import PathLike
from typing import Any, Literal

from papermine.errors import NotFound
from papermine.provenance import Box
from papermine.store import query, record


@dataclass(frozen=True, slots=True)
class Printed:
    """A record with its printed words: ``page`` is the position in the file, from 1, of the first place; ``more`` further pages."""

    record_id: str
    kind: str
    fields: dict[str, Any]
    words: str
    pack_id: str
    file_name: str
    paths: tuple[str, ...]
    page: int | None
    page_label: str | None
    boxes: tuple[Box, ...] = ()
    more: tuple[int, ...] = ()
    basis: str | None = None
    rule: str | None = None
    source_url: str | None = None


def printed(db: str | PathLike[str], record_id: str) -> Printed:
    """One record of whatever view. A record without a place of its own has the page that it names. Raises `NotFound`."""
    kind, fields, evidence = record(db, record_id)
    pack_id = str(fields.get("pack_id") or record_id.split(":", 1)[0])
    rows = query(db, "SELECT k.file_name, list(f.path ORDER BY f.path), any_value(s.source_url) FROM packs k JOIN files f ON f.pack_id = k.pack_id "
                 "LEFT JOIN pack_sources s ON s.pack_id = k.pack_id WHERE k.pack_id = ? GROUP BY k.file_name", [pack_id]).rows
    name, paths, url = rows[0] if rows else ("?", [], None)
    whole = [e for e in evidence if e["field"] is None] or evidence
    placed = [e for e in whole if e["x0"] is not None]
    page = placed[0]["page"] if placed else next((e["page"] for e in whole if e["page"]), fields.get("page") or fields.get("first_page"))
    boxes = tuple(Box(e["x0"], e["top"], e["x1"], e["bottom"]) for e in placed if e["page"] == page)
    words = "\n".join(e["text"] for e in whole if e["text"])
    return Printed(record_id, kind, fields, words, pack_id, name, tuple(paths), page, next((e["page_label"] for e in whole), None), boxes,
                   tuple(sorted({e["page"] for e in placed} - {page})), next((e["basis"] for e in whole), None),
                   next((e["rule"] for e in whole), None), url)


def cut_out(what: Printed, *, form: Literal["PNG", "JPEG"] = "PNG", scale: float = 1.5) -> bytes:
    """The part of the page where the record is printed, as a picture; the whole page where it has no box. Raises `NotFound`."""
    from papermine.draw.crop import crop
    if what.page is None:
        raise NotFound(f"{what.record_id} names no page of {what.file_name}")
    path = next((p for p in what.paths if os.path.exists(p)), None)
    if path is None:
        raise NotFound(f"{what.file_name} is no longer at {' or '.join(what.paths) or 'any path'}: its page cannot be shown")
    return crop(path, what.page, what.boxes, form=form, scale=scale)
