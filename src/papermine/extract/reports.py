"""Officers' reports → header fields, recommendations, implications, background papers."""

from __future__ import annotations

import re

from papermine.document import LaidPage, Line, Paper, join_lines, places
from papermine.extract.headers import Entry, bare_name, grid_header, line_header
from papermine.extract.recommendations import recommendations
from papermine.extract.sections import sections
from papermine.language.dates import first_date
from papermine.provenance import Ids, Place
from papermine.records import Evidence, Record, Report, ReportField

_NO_TITLE = re.compile(r"\W*(?:agenda\s+item|item\s+\d|page\s+\d|appendix|(?:public|committee|cabinet|council|officer|staff)?\s*report\W*$|report\s+(?:of|to|by)\b|official\W*$)", re.I)

HEADER_PAGES = 2
"""A header stands on the first pages of a report: no further than this."""


def report_records(paper: Paper, ids: Ids) -> list[Record]:
    """Report, ReportField, Recommendation, ReportSection and BackgroundPaper records of one report.

    A paper may hold several report headers (a covering report, then the report that it covers). A part of a
    report that follows its appendices without a header of its own has none.
    """
    found: list[Record] = []
    for page in paper.pages[:HEADER_PAGES]:
        for entries, rule in _headers(page, first=page is paper.pages[0]):
            found += _report(paper, page, entries, rule, ids)
    if not any(isinstance(r, Report) for r in found) and paper.title and paper.title_lines and not paper.rule.endswith(":report-part"):
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
    if lines and any(e.column for e in lines):
        return [(lines, "header-lines")]
    return grids if first else []


def _heading_above(page: LaidPage, top: float) -> list[Line]:
    """The report's title where no label says so: the nearest bold or larger heading above its first label."""
    above = [line for line in page.lines if line.bottom <= top + 1]
    size = page.body_size
    shown = [i for i, line in enumerate(above) if (line.bold or line.size > size + 0.9) and not _NO_TITLE.match(line.text) and len(line.text) > 3
             and first_date(line.text) is None]
    if not shown:
        return []
    last = first = shown[-1]
    while first - 1 in shown and above[first].gap < 0.6 * above[first].size and abs(above[first].size - above[first - 1].size) < 0.6:
        first -= 1
    return above[first:last + 1]


def _report(paper: Paper, page: LaidPage, entries: list[Entry], rule: str, ids: Ids) -> list[Record]:
    values: dict[str, str] = {}
    spots: list[Place] = []
    columns = [entry.column for entry in entries]
    named = any(re.search(r"\bdirector\b", e.label, re.I) and e.column == "accountable_director" for e in entries)
    if named and "accountable_employee" not in columns:  # "Responsible officer" beside a named director is whoever wrote it
        columns = ["accountable_employee" if c == "accountable_director" and not re.search(r"\bdirector\b", e.label, re.I) else c
                   for c, e in zip(columns, entries, strict=True)]
    for name, entry in zip(columns, entries, strict=True):
        if name and entry.text and name not in values:
            values[name] = bare_name(entry.text) if name == "accountable_employee" else entry.text
            spots += [Place(p.page, p.box, p.text, field=name) for p in entry.value_places]
    title = values.get("title")
    if title is None:
        heading = _heading_above(page, min(p.box.top for e in entries for p in e.label_places)) or (paper.title_lines if page is paper.pages[0] else [])
        title = join_lines([line.text for line in heading]) or None
        spots += places(heading, "title")
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
                          page=page.number, label=e.label, value=e.text, column_name=c,
                          evidence=Evidence.at([*e.label_places, *(Place(p.page, p.box, p.text, field="value") for p in e.value_places)]),
                          rule=rule) for c, e in zip(columns, entries, strict=True)]
    return [report, *fields]
