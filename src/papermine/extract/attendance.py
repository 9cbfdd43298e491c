"""Who came: attendance, apologies, substitutes; and who declared an interest."""

from __future__ import annotations

from papermine.document import Paper
from papermine.extract.minutes import MinuteItem
from papermine.provenance import Ids
from papermine.records import Record


def attendance_records(paper: Paper, parts: list[MinuteItem], ids: Ids) -> list[Record]:
    """Attendance and Declaration records of one set of minutes (or decision record)."""
    return []
