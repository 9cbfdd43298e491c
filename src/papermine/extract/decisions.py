"""What was decided: motions, divisions, votes and resolutions."""

from __future__ import annotations

from papermine.document import Paper
from papermine.extract.minutes import MinuteItem
from papermine.provenance import Ids
from papermine.records import Record


def decision_records(paper: Paper, parts: list[MinuteItem], ids: Ids) -> list[Record]:
    """Motion, Division, DivisionVote and Resolution records of minutes or a decision record."""
    return []
