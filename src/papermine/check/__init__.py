"""Do the records agree with each other, and was everything read? What does not becomes an Issue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from papermine.check.agreement import disagreements
from papermine.document import LaidPage, Pack, Paper
from papermine.provenance import Ids
from papermine.records import Attendance, Division, DivisionVote, Evidence, Issue, PackMeeting, Record, Table, TableCell, TableColumn
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


def check(pack: Pack, papers: Sequence[Paper], records: Sequence[Record], ids: Ids) -> list[Issue]:
    """Every issue of one pack, in page order."""
    issues = [*_pages(pack, ids), *_meetings(pack, records, ids), *_votes(pack, records, ids), *_totals(pack, records, ids),
              *(_issue(pack, ids, f.severity, f.code, f.message, f.page, f.about, f.document) for f in disagreements(pack, records))]
    return sorted(issues, key=lambda i: (i.page or 0, i.issue_id))


def _issue(pack: Pack, ids: Ids, severity: Literal["info", "warning", "error"], code: str, message: str, page: int | None = None,
           about: str | None = None, document: str | None = None, evidence: tuple[Evidence, ...] = ()) -> Issue:
    return Issue(issue_id=ids("issue", page or 0), pack_id=pack.pack_id, document_id=document, severity=severity, code=code,
                 message=message, page=page, about=about, evidence=evidence, rule=code, basis="derived")


def _pages(pack: Pack, ids: Ids) -> list[Issue]:
    """Pages that could not be read, and text that was painted over."""
    issues = []
    for page in pack.pages:
        for code, message in page.notes:
            issues.append(_issue(pack, ids, _NOTE_SEVERITY.get(code, "warning"), code, f"Page {page.number}: {message}", page.number))
        if page.source == "none" and not page.notes and not page.blank:
            issues.append(_issue(pack, ids, "info", "empty-page", f"Page {page.number} holds no text", page.number))
        if page.unsure:
            issues.append(_unsure(pack, page, ids))
        for box in page.redacted:
            spot = Evidence(page=page.number, page_label=page.label, x0=round(box.x0, 1), top=round(box.top, 1), x1=round(box.x1, 1),
                            bottom=round(box.bottom, 1), text="")
            issues.append(_issue(pack, ids, "info", "redacted", f"Page {page.number}: text is painted over here; its words are not stored",
                                 page.number, evidence=(spot,)))
    return issues


def _unsure(pack: Pack, page: LaidPage, ids: Ids) -> Issue:
    """The words of a recognised page that may be misread, each with its place."""
    total = sum(len(line) for line in page.lines) or len(page.unsure)
    named = sorted(page.unsure, key=lambda w: w.confidence)[:_NAMED]
    spots = tuple(Evidence(page=page.number, page_label=page.label, x0=round(w.x0, 1), top=round(w.top, 1), x1=round(w.x1, 1),
                           bottom=round(w.bottom, 1), text=w.text) for w in named)
    words = ", ".join(f"{w.text} ({w.confidence:.0%})" for w in named[:5])
    return _issue(pack, ids, "warning" if len(page.unsure) > _MANY * total else "info", "ocr-unsure",
                  f"Page {page.number}: {len(page.unsure)} of {total} recognised words are unsure: {words}{' …' if len(page.unsure) > 5 else ''}",
                  page.number, evidence=spots)


def _meetings(pack: Pack, records: Sequence[Record], ids: Ids) -> list[Issue]:
    """Meetings whose day is not printed as a whole date."""
    return [_issue(pack, ids, "warning", "meeting-undated", f"No whole date is printed for the meeting of {m.body or 'an unnamed body'}",
                   m.evidence[0].page if m.evidence else None, m.pack_meeting_id)
            for m in records if isinstance(m, PackMeeting) and m.meeting_date is None]


def _totals(pack: Pack, records: Sequence[Record], ids: Ids) -> list[Issue]:
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
                issues.append(_issue(pack, ids, "info", "total-differs", f"Page {cell.page}: {s.name!r}, {where}, is printed as {cell.text} "
                                     f"but its figures come to {s.computed:,f}; both are kept", cell.page, table_id,
                                     table.document_id, cell.evidence))
    return issues


def _votes(pack: Pack, records: Sequence[Record], ids: Ids) -> list[Issue]:
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
                issues.append(_issue(pack, ids, "warning", "tally-differs",
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
                issues.append(_issue(pack, ids, "warning", "more-votes-than-members",
                                     f"Page {d.page}: {cast} votes were cast but {there[d.document_id]} members are recorded as present", d.page,
                                     d.division_id, d.document_id))
    return issues
