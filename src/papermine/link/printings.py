"""Which printings are one decision, and which of them is the best."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from papermine.link.rows import Decided

Link = tuple[str, str, str, int, str | None, float | None]
"""resolution_id, pack_id, decision_id, rank, rule, score."""


def words_of(text: str) -> str:
    """The letters and digits of a text, for comparison."""
    return re.sub(r"[\W_]+", "", text.lower())


def printings(decided: Iterable[Decided]) -> list[Link]:
    """A row for each resolution of a council: its decision, and its rank among the printings."""
    groups: dict[tuple[object, ...], list[Decided]] = defaultdict(list)
    nth: dict[tuple[object, ...], int] = defaultdict(int)
    for d in sorted(decided, key=lambda d: (d.pack_id, d.document_id, d.ordinal)):
        words = (d.item_number, d.number, words_of(d.text))
        nth[d.document_id, *words] += 1
        groups[d.meeting_id or d.document_id, *words, nth[d.document_id, *words]].append(d)
    out: list[Link] = []
    for group in groups.values():
        for rank, d in enumerate(group, 1):
            out.append((d.resolution_id, d.pack_id, group[0].resolution_id, rank, "same words" if len(group) > 1 else None, None))
    return out
