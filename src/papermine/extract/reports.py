"""Officers' reports → header fields, recommendations, implications, background papers."""

from __future__ import annotations

from papermine.document import Paper
from papermine.provenance import Ids
from papermine.records import Record


def report_records(paper: Paper, ids: Ids) -> list[Record]:
    """Report, ReportField, Recommendation, ReportSection and BackgroundPaper records of one report."""
    return []
