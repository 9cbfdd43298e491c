"""Rows headed by a party's name: "Conservative Group   Dilip Patil, …"."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line

_GROUP = re.compile(r"(?:The )?[A-Z][\w’'&-]+(?: [\w’'&-]+){0,4} Group$")
_GROUP_ENDS = re.compile(r"(?:[A-Z][\w’'&-]+ ){0,3}Group")


def without_group(line: Line) -> Line:
    """ "Conservative Group   Dilip Patil, …": the row without the party's name in its first column."""
    cells = line.segments(1.2)
    if len(cells) < 2 or not _GROUP.match(cells[0][0].strip()):
        return line
    kept = Line(line.page, line.words[cells[0][0].count(" ") + 1:])
    kept.table, kept.gap = line.table, line.gap
    return kept


def whole_groups(lines: Sequence[Line]) -> list[Line]:
    """Rows whose party's name runs over two lines of its column ("Upminster &   Jo Vane ⏎ Cranley Residents’ Group"), each with the whole name."""
    out: list[Line] = []
    for line in lines:
        cells = out[-1].segments(1.2) if out else []
        if len(cells) > 1 and abs(out[-1].x0 - line.x0) < 3 and _GROUP_ENDS.fullmatch(line.text) and not _GROUP.match(cells[0][0]) and _GROUP.match(f"{cells[0][0]} {line.text}"):
            at = cells[0][0].count(" ") + 1
            joined = Line(line.page, [*out[-1].words[:at], *line.words, *out[-1].words[at:]])
            joined.gap, joined.table = out[-1].gap, out[-1].table
            out[-1] = joined
        else:
            out.append(line)
    return out


def untallied(line: Line) -> Line:
    """A line without the number of those it ends: "Campion, McAfee, Boyles – 6"."""
    if len(line) < 3 or not line.words[-1].text.isdigit() or line.words[-2].text not in "-–—":
        return line
    kept = Line(line.page, line.words[:-2])
    kept.gap, kept.table = line.gap, line.table
    return kept
