"""Officers' reports → header fields, recommendations, implications, background papers."""

from __future__ import annotations

import re

from papermine.document import LaidPage, Line, Paper, join_lines, places
from papermine.extract.bodies import clean_body, council_in
from papermine.extract.headers import Entry, bare_name, column_of, grid_header, label_over, line_header
from papermine.extract.recommendations import recommendations
from papermine.extract.sections import sections
from papermine.language.dates import first_date
from papermine.provenance import Ids, Place
from papermine.records import Evidence, Record, Report, ReportField

_NO_TITLE = re.compile(
    r"\W*(?:agenda\s+item|item\s+(?:no|\d)|page\s+\d|appendix|(?:[\w'’]+\s+){0,4}(?:report|memorandum|memo|communication)(?:\s+to\s+(?:the\s+)?(?:[\w'’&]+\s*){1,6})?\W*$|report\s+(?:of|to|by|from)\b|official\W*$|"
    r"(?:meeting|council)\s+date\b|date\b|(?:not\s+)?for\s+publication\b|public\W*$|confidential\W*$|open\W*$)", re.I)
_SECTION = re.compile(r"\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:recomm?end|purpose|summary|executive\s+summary|introduction|background|decision|reason|issue|discussion|action|report\s+in\s+brief|overview)", re.I)

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
        heading = _heading_first(paper.pages[0]) or paper.title_lines
        found.insert(0, Report(report_id=ids("report", heading[0].page), document_id=paper.document_id, page=heading[0].page,
                               title=join_lines([line.text for line in heading]), evidence=Evidence.at([*places(heading), *places(heading, "title")]), rule="paper-title"))
    return [*found, *recommendations(paper, ids), *sections(paper, ids)]


def _headers(page: LaidPage, first: bool) -> list[tuple[list[Entry], str]]:
    """The headers of one page: each ruled grid that is one, else its "Label: value" lines."""
    grids = [(entries, "header-grid") for part in page.tables if (entries := grid_header(part))]
    titled = [g for g in grids if any(e.column == "title" for e in g[0])]
    if titled:
        return titled
    full = [g for g in grids if len({e.column for e in g[0]} - {None}) > 1]
    if full and first:
        return full[:1]
    lines = line_header(page) if first else []
    if lines and any(e.column for e in lines):
        return [(lines, "header-lines")]
    return grids if first else []


def _heading_by(page: LaidPage, top: float, bottom: float) -> list[Line]:
    """The report's title where no label says so: the nearest bold or larger heading above its first label, else the first below its last."""
    shown = _shown(page)
    above = [i for i in shown if page.lines[i].bottom <= top + 1]
    if above:
        last = first = above[-1]
        while first - 1 in above and page.lines[first].gap < 0.6 * page.lines[first].size and abs(page.lines[first].size - page.lines[first - 1].size) < 0.6:
            first -= 1
        return page.lines[first:last + 1]
    below = next((i for i, line in enumerate(page.lines) if line.top > bottom - 1), len(page.lines))
    return _block(page, below, shown) if below in shown else []


def _heading_first(page: LaidPage) -> list[Line]:
    """The title of a report without labels: the first heading of its first page that names no council, body, day or section."""
    shown = _shown(page)
    first = next((i for i in shown if page.lines[i].top < 0.5 * page.height), None)
    return [] if first is None else _block(page, first, shown)


def _named(text: str) -> bool:
    """The line names a council or one of its bodies, and nothing else."""
    return council_in(text) is not None or (clean_body(text) is not None and re.search(r"\b(?:council|committee|cabinet|board|panel|executive|commission|authority)\b", text, re.I) is not None)


def _shown(page: LaidPage) -> list[int]:
    """The lines set as headings, down to the first section of the report."""
    end = next((i for i, line in enumerate(page.lines) if _SECTION.match(line.text) and (line.bold or len(line) < 5) and not _named(line.text)), len(page.lines))
    return [i for i, line in enumerate(page.lines[:end]) if (line.bold or line.size > page.body_size + 0.9) and not _NO_TITLE.match(line.text) and len(line.text) > 3
            and line.table is None and first_date(line.text) is None and not _named(line.text)]


def _block(page: LaidPage, first: int, shown: list[int]) -> list[Line]:
    last = first
    while last + 1 in shown and page.lines[last + 1].gap < 0.6 * page.lines[last].size and abs(page.lines[last + 1].size - page.lines[last].size) < 0.6:
        last += 1
    return page.lines[first:last + 1]


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
        at = [p.box for e in entries for p in e.label_places]
        told = next((value for i, line in enumerate(page.lines[:30]) if column_of(line.text) == "title" and (value := label_over(page.lines, i)) is not None), None)
        heading = ([told] if told is not None else []) or _heading_by(page, min(box.top for box in at), max(box.bottom for box in at)) or (paper.title_lines if page is paper.pages[0] else [])
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
