"""Money, dates, legislation and names in running text (first version; the language work replaces it)."""

from __future__ import annotations

from collections.abc import Sequence

from papermine.document import Paper
from papermine.provenance import Ids
from papermine.records import Mention


def mentions(paper: Paper, roster: Sequence[str], ids: Ids) -> list[Mention]:
    """The mentions of one paper."""
    return []
