"""Do the records agree with each other, and was everything read? What does not becomes an Issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from papermine.check.agreement import Finding, in_paper, over_papers
from papermine.check.undone import undone_decisions
from papermine.check.unread import empty_papers, open_motions, unread_decisions
from papermine.document import LaidPage, Pack, Paper
from papermine.provenance import Ids
from papermine.records import (
    AgendaItem,
    Attendance,
    Division,
    DivisionVote,
    Document,
    Evidence,
    Issue,
    PackMeeting,
    Record,
    Table,
    TableCell,
    TableColumn,
)
from papermine.sums import Figures, sums

_NOTE_SEVERITY: dict[str, Literal["info", "warning", "error"]] = {
    "page-unreadable": "error", "page-too-large": "error", "page-timeout": "error", "page-memory": "error", "page-crashed": "error",
    "unmapped-glyphs": "warning", "text-off-page": "info", "text-layer-replaced": "info", "hidden-text": "info",
    "clipped-text": "info"}
_NAMED = 20
"""Unsure words that an issue names and shows."""
_MANY = 0.1
"""More unsure words than this share of a page make a warning."""


def status(issues: Sequence[Issue]) -> Literal["clean", "partial", "failed"]:
    """A pack's status, from its issues: clean where none is above info."""
    return "partial" if any(i.severity != "info" for i in issues) else "clean"


@dataclass(slots=True)
class Checks:
    """The checks of one pack, told its records as they are found: `paper` for each paper, `page` for each page, then `issues`.

    Held are the findings, and of the records only meetings, papers and agenda items, which are compared over papers.
    """

    pack: Pack
    _meetings: list[PackMeeting]
    _pages: list[Finding] = field(default_factory=list)
    _papers: list[Finding] = field(default_factory=list)
    _compared: list[Record] = field(default_factory=list)

    def paper(self, paper: Paper, records: Sequence[Record]) -> None:
        """Check the records of one paper against each other and against its lines."""
        self._papers += [*_votes(records), *_totals(records), *in_paper(self.pack, records), *unread_decisions(paper, records),
                         *empty_papers(paper, records), *open_motions(records), *undone_decisions(records)]
        self._compared += [r for r in records if isinstance(r, (AgendaItem, Document))]

    def page(self, page: LaidPage) -> None:
        """Say what of a page was not read."""
        self._pages += _unread(page)

    def issues(self, ids: Ids) -> list[Issue]:
        """Every issue of the pack, in page order."""
        found = [*self._pages, *_undated(self._meetings), *self._papers, *over_papers([*self._meetings, *self._compared])]
        issues = [Issue(issue_id=ids("issue", f.page or 0), pack_id=self.pack.pack_id, document_id=f.document, severity=f.severity, code=f.code,
                        message=f.message, page=f.page, about=f.about, evidence=f.evidence, rule=f.code, basis="derived") for f in found]
        return sorted(issues, key=lambda i: (i.page or 0, i.issue_id))


def _unread(page: LaidPage) -> Iterator[Finding]:
    """What could not be read on a page, and text that was painted over."""
    for code, message in page.notes:
        yield Finding(_NOTE_SEVERITY.get(code, "warning"), code, f"Page {page.number}: {message}", page.number)
    if page.source == "none" and not page.notes and not page.blank:
        yield Finding("info", "empty-page", f"Page {page.number} holds no text", page.number)
    if page.unsure:
        yield _unsure(page)
    for box in page.redacted:
        spot = Evidence(page=page.number, page_label=page.label, x0=round(box.x0, 1), top=round(box.top, 1), x1=round(box.x1, 1),
                        bottom=round(box.bottom, 1), text="")
        yield Finding("info", "redacted", f"Page {page.number}: text is painted over here; its words are not stored", page.number, evidence=(spot,))


def _unsure(page: LaidPage) -> Finding:
    """The words of a recognised page that may be misread, each with its place."""
    total = sum(len(line) for line in page.lines) or len(page.unsure)
    named = sorted(page.unsure, key=lambda w: w.confidence)[:_NAMED]
    spots = tuple(Evidence(page=page.number, page_label=page.label, x0=round(w.x0, 1), top=round(w.top, 1), x1=round(w.x1, 1),
                           bottom=round(w.bottom, 1), text=w.text) for w in named)
    words = ", ".join(f"{w.text} ({w.confidence:.0%})" for w in named[:5])
    return Finding("warning" if len(page.unsure) > _MANY * total else "info", "ocr-unsure",
                   f"Page {page.number}: {len(page.unsure)} of {total} recognised words are unsure: {words}{' …' if len(page.unsure) > 5 else ''}",
                   page.number, evidence=spots)


def _undated(meetings: Sequence[PackMeeting]) -> list[Finding]:
    """Meetings whose day is not printed as a whole date."""
    return [Finding("warning", "meeting-undated", f"No whole date is printed for the meeting of {m.body or 'an unnamed body'}",
                    m.evidence[0].page if m.evidence else None, m.pack_meeting_id)
            for m in meetings if m.meeting_date is None]


def _totals(records: Sequence[Record]) -> list[Finding]:
    """Printed totals that differ from the figures above or beside them. Both are kept as printed: the paper may be wrong."""
    tables = {r.table_id: r for r in records if isinstance(r, Table) and r.checked == "differ"}
    cells: dict[str, list[TableCell]] = {t: [] for t in tables}
    columns: dict[str, list[TableColumn]] = {t: [] for t in tables}
    for r in records:
        if isinstance(r, TableCell) and r.table_id in tables:
            cells[r.table_id].append(r)
        elif isinstance(r, TableColumn) and r.table_id in tables:
            columns[r.table_id].append(r)
    issues = []
    for table_id, table in tables.items():
        at = {(c.row_index, c.column_index): c for c in cells[table_id]}
        heads = columns[table_id]
        found = sums(Figures(range(table.header_rows, table.row_count), {k: c.value for k, c in at.items() if c.value is not None},
                             {r: c.text for (r, column), c in at.items() if column == 0 and c.text},
                             [c.name or "" for c in heads], [c.type for c in heads], [c.scale for c in heads]))
        for s in found:
            if not s.agrees:
                cell = at[s.row, s.column]
                head = heads[s.column].name or str(s.column + 1)
                where = f"row {s.row + 1}" if s.name == head else f"column {head}"
                issues.append(Finding("info", "total-differs", f"Page {cell.page}: {s.name!r}, {where}, is printed as {cell.text} "
                                      f"but its figures come to {s.computed:,f}; both are kept", cell.page, table_id,
                                      table.document_id, cell.evidence))
    return issues


def _votes(records: Sequence[Record]) -> list[Finding]:
    """Tallies that differ from the names printed, and voters who were not there. Both are kept."""
    issues = []
    names: dict[tuple[str, str], int] = {}
    for v in records:
        if isinstance(v, DivisionVote):
            names[v.division_id, v.option] = names.get((v.division_id, v.option), 0) + 1
    for d in records:
        if not isinstance(d, Division):
            continue
        for option, printed in (("for", d.votes_for), ("against", d.votes_against), ("abstain", d.votes_abstain)):
            named = names.get((d.division_id, option), 0)
            if printed is not None and named and named != printed:
                issues.append(Finding("warning", "tally-differs",
                                      f"Page {d.page}: {printed} votes {option} are printed but {named} names; both are kept", d.page, d.division_id,
                                      d.document_id))
    there: dict[str, int] = {}
    for a in records:
        if isinstance(a, Attendance) and a.status == "present":
            there[a.document_id] = there.get(a.document_id, 0) + 1
    for d in records:
        if isinstance(d, Division) and d.document_id in there and None not in (d.votes_for, d.votes_against):
            cast = (d.votes_for or 0) + (d.votes_against or 0) + (d.votes_abstain or 0)
            if cast > there[d.document_id]:
                issues.append(Finding("warning", "more-votes-than-members",
                                      f"Page {d.page}: {cast} votes were cast but {there[d.document_id]} members are recorded as present", d.page,
                                      d.division_id, d.document_id))
    return issues
