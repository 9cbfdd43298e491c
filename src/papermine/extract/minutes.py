"""Minutes → their headings of business."""

from __future__ import annotations

from dataclasses import dataclass

from papermine.document import Line, Paper
from papermine.provenance import Ids
from papermine.records import AgendaItem


@dataclass(slots=True)
class MinuteItem:
    """A heading in minutes, and the lines that stand under it, up to the next heading.

    ``item`` is None for what stands before the first heading.
    """

    item: AgendaItem | None
    heading: list[Line]
    body: list[Line]


def minute_items(paper: Paper, ids: Ids) -> list[MinuteItem]:
    """The parts of one set of minutes, in order; the first has no heading."""
    return [MinuteItem(None, [], list(paper.lines))]
