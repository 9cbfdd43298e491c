"""What is printed means: typed records. Their field descriptions are the data dictionary."""

from __future__ import annotations

from papermine.records.base import Evidence, Record
from papermine.records.decisions import Attendance, Declaration, Division, DivisionVote, Motion, Resolution
from papermine.records.pack import FileRow, Issue, Mention, PackRow, PageRow
from papermine.records.papers import AgendaItem, BackgroundPaper, Document, PackMeeting, Recommendation, Report, ReportField, ReportSection
from papermine.records.tables import PrintedCell, Table, TableCell, TableColumn

KINDS: tuple[type[Record], ...] = (
    PackRow, FileRow, PageRow, Document, PackMeeting, AgendaItem, Report, ReportField, Recommendation, ReportSection, BackgroundPaper,
    Attendance, Declaration, Motion, Division, DivisionVote, Resolution, Table, TableColumn, TableCell, PrintedCell, Mention, Issue)
"""Every record class, in the order in which a reader would meet them."""

__all__ = ["KINDS", "AgendaItem", "Attendance", "BackgroundPaper", "Declaration", "Division", "DivisionVote", "Document", "Evidence",
           "FileRow", "Issue", "Mention", "Motion", "PackMeeting", "PackRow", "PageRow", "PrintedCell", "Recommendation", "Record",
           "Report", "ReportField", "ReportSection", "Resolution", "Table", "TableCell", "TableColumn"]
