"""A small page builder for tests: plain text, as it would stand on paper, becomes a Paper.

Leading spaces are the indent, a blank line is white space, ``**bold**`` at the start of a line is bold
type (the whole line where nothing follows), ``\\f`` starts a page. Two or more spaces inside a line are a gap.
"""

from __future__ import annotations

import re

from papermine.document import LaidPage, Line, Paper, PaperKind, Word
from papermine.extract.decisions import decision_records
from papermine.extract.minutes import minute_items
from papermine.extract.roll import attendance_records
from papermine.provenance import Ids
from papermine.records import Attendance, Record, Resolution

CHAR = 5.0
SIZE = 10.0
LEADING = 12.0


def words_of(text: str, x0: float, top: float, bold: bool = False, italic: bool = False) -> list[Word]:
    out = []
    for m in re.finditer(r"\S+", text):
        left = x0 + m.start() * CHAR
        out.append(Word(m.group(), left, top, left + len(m.group()) * CHAR, top + SIZE, SIZE, bold, italic, baseline=top + SIZE))
    return out


def line_of(raw: str, page: int, top: float) -> Line:
    indent = len(raw) - len(raw.lstrip())
    text, x0 = raw.strip(), 50 + indent * CHAR
    italic = text.startswith("//") and text.endswith("//")
    text = text.strip("/") if italic else text
    m = re.match(r"\*\*(?P<bold>.+?)\*\*(?P<rest>.*)$", text)
    if m:
        words = words_of(m["bold"], x0, top, bold=True)
        return Line(page, words + words_of(m["rest"], words[-1].x1, top))
    return Line(page, words_of(text, x0, top, italic=italic))


def paper(text: str, kind: PaperKind = "minutes") -> Paper:
    pages = []
    for number, sheet in enumerate(text.strip("\n").split("\f"), start=1):
        lines: list[Line] = []
        top, before = 50.0, None
        for raw in sheet.strip("\n").split("\n"):
            top += LEADING
            if not raw.strip():
                continue
            line = line_of(raw, number, top)
            line.gap = line.top - before if before is not None else 0.0
            before = line.bottom
            lines.append(line)
        pages.append(LaidPage(number, 595.0, 842.0, lines))
    made = Paper(kind, pages)
    made.document_id = "d"
    return made


def proceedings(text: str, kind: PaperKind = "minutes") -> list[Record]:
    """Every record that minutes yield, in order: items, attendance, declarations, decisions."""
    made, ids = paper(text, kind), Ids("p")
    parts = minute_items(made, ids)
    items: list[Record] = [part.item for part in parts if part.item is not None]
    roll = attendance_records(made, parts, ids)
    return [*items, *roll, *decision_records(made, parts, ids, roll)]


def decided(text: str, kind: PaperKind = "minutes") -> list[tuple[str | None, str | None, str]]:
    """(item, number, text) of each resolution."""
    return [(r.item_number, r.number, r.text) for r in proceedings(text, kind) if isinstance(r, Resolution)]


def moved(text: str) -> list[tuple[str | None, str | None, str | None, str]]:
    """(mover, seconder, outcome, text) of each resolution."""
    return [(r.mover, r.seconder, r.outcome, r.text) for r in proceedings(text) if isinstance(r, Resolution)]


def came(text: str, kind: PaperKind = "minutes") -> list[tuple[str, str, str | None]]:
    """(status, name, role) of each person, in the order printed."""
    return [(r.status, r.name, r.role) for r in proceedings(text, kind) if isinstance(r, Attendance)]
