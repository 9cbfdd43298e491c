"""Officers' reports → header fields, recommendations, implications, background papers."""

from __future__ import annotations

from papermine.document import LaidPage, Paper, places
from papermine.extract.headers import Entry, bare_name, grid_header, line_header
from papermine.extract.recommendations import recommendations
from papermine.extract.sections import sections
from papermine.provenance import Ids, Place
from papermine.records import Evidence, Record, Report, ReportField

HEADER_PAGES = 2
"""A header stands on the first pages of a report: no further than this."""


def report_records(paper: Paper, ids: Ids) -> list[Record]:
    """Report, ReportField, Recommendation, ReportSection and BackgroundPaper records of one report.

    A paper may hold several report headers (a covering report, then the report that it covers).
    """
    found: list[Record] = []
    for page in paper.pages[:HEADER_PAGES]:
        for entries, rule in _headers(page, first=page is paper.pages[0]):
            found += _report(paper, page, entries, rule, ids)
    if not any(isinstance(r, Report) for r in found) and paper.title and paper.title_lines:
        page_number = paper.title_lines[0].page
        found.insert(0, Report(report_id=ids("report", page_number), document_id=paper.document_id, page=page_number, title=paper.title,
                               evidence=Evidence.at([*places(paper.title_lines), *places(paper.title_lines, "title")]), rule="paper-title"))
    return [*found, *recommendations(paper, ids), *sections(paper, ids)]


def _headers(page: LaidPage, first: bool) -> list[tuple[list[Entry], str]]:
    """The headers of one page: each ruled grid that is one, else its "Label: value" lines."""
    grids = [(entries, "header-grid") for part in page.tables if (entries := grid_header(part))]
    titled = [g for g in grids if any(e.column == "title" for e in g[0])]
    if titled:
        return titled
    lines = line_header(page) if first else []
    if lines and any(e.column == "title" for e in lines):
        return [(lines, "header-lines")]
    return grids if first else []


def _report(paper: Paper, page: LaidPage, entries: list[Entry], rule: str, ids: Ids) -> list[Record]:
    values: dict[str, str] = {}
    spots: list[Place] = []
    for entry in entries:
        name = entry.column
        if name and entry.text and name not in values:
            values[name] = bare_name(entry.text) if name == "accountable_employee" else entry.text
            spots += [Place(p.page, p.box, p.text, field=name) for p in entry.value_places]
    title = values.get("title") or (paper.title if page is paper.pages[0] else None)
    box = [p for e in entries for p in (*e.label_places, *e.value_places)]
    whole = box[0].box
    for place in box[1:]:
        whole = whole.join(place.box)
    report_id = ids("report", page.number)
    text = " ".join(f"{e.label}: {e.text}" for e in entries)
    report = Report(report_id=report_id, document_id=paper.document_id, page=page.number, title=title,
                    cabinet_member=values.get("cabinet_member"), wards_affected=values.get("wards_affected"),
                    accountable_director=values.get("accountable_director"), originating_service=values.get("originating_service"),
                    accountable_employee=values.get("accountable_employee"),
                    evidence=Evidence.at([Place(page.number, whole, text), *spots]), rule=rule)
    fields = [ReportField(report_field_id=ids("report-field", page.number), report_id=report_id, document_id=paper.document_id,
                          page=page.number, label=e.label, value=e.text, column_name=e.column,
                          evidence=Evidence.at([*e.label_places, *(Place(p.page, p.box, p.text, field="value") for p in e.value_places)]),
                          rule=rule) for e in entries]
    return [report, *fields]
