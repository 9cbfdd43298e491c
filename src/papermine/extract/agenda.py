"""Agendas → agenda items, with the pages of their papers."""

from __future__ import annotations

from papermine.document import Pack, Paper
from papermine.provenance import Ids
from papermine.records import AgendaItem


def agenda_items(paper: Paper, pack: Pack, ids: Ids) -> list[AgendaItem]:
    """The items of one agenda; ``pack`` resolves printed page labels to positions in the file."""
    return []
