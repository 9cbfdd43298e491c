"""Officers' reports → header fields, recommendations, implications, background papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import LaidPage, Line, Paper, join_lines, places
from papermine.extract.agenda.numbers import after, item_number
from papermine.extract.reports.endmatter import end_entries
from papermine.extract.reports.headers import Entry, bare_name, column_of, grid_header, known, label_over, line_header, reached
from papermine.extract.reports.jointlabels import parted
from papermine.extract.reports.recommendations import recommendations
from papermine.extract.reports.sections import sections
from papermine.language.bodies import clean_body, council_in
from papermine.language.dates import find_dates, first_date
from papermine.provenance import Ids, Place
from papermine.records import AgendaItem, Evidence, Recommendation, Record, Report, ReportField

_NO_TITLE = re.compile(
    r"\W*(?:agenda\s+item(?:\s*(?:no\.?|number))?\s*:?\s*[\w./-]*\W*$|agenda\s+item$|item\s+(?:no|\d)|page\s+\d|(?:file|record|bill|case)\s+(?:no|number|#|id)\b\W*[\w./-]*\W*$|appendix|(?:(?:staff|council|committee|cabinet|city|town|county|village|district|borough|officers?['’]?s?|agenda|planning|public|items?|executive|information|delegated|cover(?:ing)?|summary|members?|board|commission|open|part|[ivx]+|administrative|management|manager['’]?s?|director['’]?s?|clerk['’]?s?|chief|decision|the|a|joint|key|to|of|for|executive['’]?s?|main|action|full|departmental|request|regular|consent|scrutiny|confidential|exempt|formal|business|meeting|project|standard)\s+){0,4}(?:report|memorandum|memo|communication|briefing(?:\s+sheet)?|request\s+for\s+decision|(?:cover|summary|transmittal)\s+sheet|transmittal|action\s+form)(?:\s+to\s+(?:the\s+)?(?:[\w'’&]+\s*){1,6})?(?:\s*[-–—:]\s*(?:agenda\s+)?item\s+(?:no\.?\s*)?[\w./-]+)?\W*$|(?:joint\s+)?report\s+(?:of|to|by|from)\b|official\W*$|"
    r"(?:meeting|council)\s+date\b|date\b|(?:(?:non-?)?key|ordinary|executive)\s+decision(?:\s+(?:no|number|ref\w*)\b.{0,30})?\W*$|to\s+(?:the\s+)?(?:chair\w*|mayor|leader|convener|members)\b|decision\s+required\W*$|part\s+(?:[ivx]+|\d|[a-c])(?:\W+(?:open|public|for)\b.{0,40})?\W*$|(?:section\s+[a-d]\s*[-–—:]\s*)?matters?\s+(?:for|requiring)\s+(?:decision|information|monitoring|noting|consideration|approval|recommendation)\W*$|for\s+(?:general\s+)?(?:release|discussion|information|decision|approval|noting|review|action)(?:\s+(?:and|or|&)\s+\w+)?\W*$|(?:not\s+)?for\s+publication\b|public\W*$|confidential\W*$|open\W*$|(?-i:[A-Z][\w'’&-]+(?:\s[A-Z&][\w'’&-]*){0,4}\s(?:MBC|MDC|CBC|RBC|BC|DC|CC))\W*$)", re.I)
_SECTION = re.compile(r"\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:(?:staff|officers?['’]?s?|administration['’]?s?|management|manager['’]?s?)\s+(?=recomm?end))?(?:recomm?end|purpose|summary|executive\s+summary|introduction|background|decision|reason|issues?\W*$|discussion|actions?(?:\s+(?:required|requested|sought|needed))?\W*$|report\s+in\s+brief|overview)", re.I)

_MEASURE = re.compile(r"[\d.,]+\s*(?:ha\b|hectares?|acres?|m2\b|m²|sq)", re.I)
"""How large a site is: no ward, though its label is "Area"."""
_POST = re.compile(r"\b(?:officer|director|manager|head\s+of|lead|adviser|accountant|solicitor|engineer|planner|clerk|assistant)\b", re.I)
_PRESENTED = re.compile(r"presented\s+by|presenter|presenting\s+(?:member|councillor)|report\s+(?:of|by|from)|from", re.I)
_HOLDER = re.compile(r"(?:cllr|councill?or)\b.{3,60}\b(?:portfolio\s+holder|cabinet\s+member|executive\s+(?:member|councillor)|(?:deputy\s+)?leader\b)", re.I)
"""Whose portfolio it is, where the label says only who presents it: "Presented by | Councillor Ada Brook, Housing Portfolio Holder"."""

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
            found += _report(paper, page, parted(entries, page), rule, ids)
    if not any(isinstance(r, Report) for r in found) and paper.title and paper.title_lines and not paper.rule.endswith(":report-part"):
        own = list(paper.title_lines) if paper.rule.endswith(":periodic-report") else []
        heading = own or _told_title(paper.pages[0]) or _heading_first(paper.pages[0]) or _named_last(paper) or list(paper.title_lines)
        title, start = _without_number(heading)
        if (told := _TITLE_TOLD.match(heading[0].text)) is not None:
            title, start = join_lines([heading[0].text[told.end():], *(line.text for line in heading[1:])]), told.end()
        found.insert(0, Report(report_id=ids("report", heading[0].page), document_id=paper.document_id, page=heading[0].page, title=title,
                               evidence=Evidence.at([*places(heading), heading[0].place(start, None, "title"), *places(heading[1:], "title")]), rule="paper-title"))
    if len(headers := [r for r in found if isinstance(r, Report)]) == 1:
        found += _ended(paper, headers[0], ids)
    return [*found, *recommendations(paper, ids), *sections(paper, ids)]


def _ended(paper: Paper, report: Report, ids: Ids) -> list[ReportField]:
    """Fill the columns that the report's header leaves open from the labels that end it; returns those labels' records."""
    entries = end_entries(paper, {name for name in ("cabinet_member", "wards_affected", "accountable_director", "accountable_employee") if getattr(report, name) is not None})
    out: list[ReportField] = []
    for entry in entries:
        name, place = entry.column or "", entry.value_places[0]
        if not _nobody(name, entry.text):
            setattr(report, name, _value(name, entry.text))
        report.evidence = (*report.evidence, *Evidence.at(Place(p.page, p.box, p.text, field=name) for p in entry.value_places))
        out.append(ReportField(report_field_id=ids("report-field", place.page), report_id=report.report_id, document_id=paper.document_id, page=place.page, label=entry.label, value=entry.text,
                               column_name=name, evidence=Evidence.at([*entry.label_places, *(Place(p.page, p.box, p.text, field="value") for p in entry.value_places)]), rule="end-of-report"))
    return out


def _nobody(name: str, text: str) -> bool:
    """Does a label leave open who it is: "Cabinet Member: N/A", "Report author: To be confirmed"?"""
    return name in ("cabinet_member", "accountable_director", "accountable_employee") and re.fullmatch(r"(?:n/?a|tb[ac]|vacant(?: post)?|none|not applicable|to be (?:confirmed|advised|appointed)|as above|[-–—.])\W*", text.strip(), re.I) is not None


_SIGNED = re.compile(r"\A\W*original\s+signed(?:\s+by)?\W+(?=\w)", re.I)
"""The stamp over a name that signed the paper copy."""


def _value(name: str, text: str) -> str:
    if name == "accountable_employee":
        return bare_name(_SIGNED.sub("", text))
    return reached(_SIGNED.sub("", text)) if name in ("cabinet_member", "accountable_director") else text


def order_paper(paper: Paper, items: Sequence[AgendaItem], ids: Ids) -> list[Record]:
    """The reports that an order paper sets one after another under the numbers of its business ("9.1.2 LIST OF ACCOUNTS" above "Author:").

    ``items`` are the agenda's items: a report is tied to the one that has its number.
    """
    lines = list(paper.lines)
    pages = {page.number: page for page in paper.pages}
    found: list[Record] = []
    for i, line in enumerate(lines):
        got = item_number(line.text)
        if got is None or not line.bold or got[2] >= len(line.text):
            continue
        end = next((k for k in range(i + 1, len(lines)) if _next_business(line, got, lines[k])), len(lines))
        title = [line, *_more_title(lines[i + 1:end])]
        block = lines[i + len(title):end]
        here = [other for other in block if other.page == line.page]
        page = pages[line.page]
        entries, rule = next(iter(_headers(replace(page, lines=here, head=[], tables=[t for t in page.tables if t.box.top > line.top and any(
            other.table is not None and page.tables[other.table] is t for other in here[:40])]), first=True)), ([], ""))
        top = min((p.box.top for e in entries for p in e.label_places), default=0.0)
        if any(other.bold and item_number(other.text) is not None and other.top < top for other in here):
            continue  # the heading of a group of reports
        if not any(e.column == "accountable_employee" or e.column == "accountable_director" for e in entries) or top > title[-1].bottom + 90:
            continue
        asks = recommendations(paper, ids, block)
        if not asks:
            continue
        records = _report(paper, page, entries, rule, ids, (title, got[2]))
        item = next((it.item_id for it in items if it.number == got[0]), None)
        for record in (*records, *asks):
            if isinstance(record, (Report, Recommendation)):
                record.item_id = item
        found += [*records, *asks]
    return found


def _next_business(line: Line, got: tuple[str, tuple[str, ...], int], other: Line) -> bool:
    """Is ``other`` the number after that of ``line``: the next on its level, or the next of a level above?"""
    then = item_number(other.text)
    if then is None or " " not in other.bold_prefix or abs(other.size - line.size) > 3:
        return False
    mine, theirs = got[1], then[1]
    return any(len(theirs) == n + 1 and theirs[:n] == mine[:n] and after(mine[n], theirs[n]) for n in range(len(mine)))


def _more_title(lines: Sequence[Line]) -> list[Line]:
    out: list[Line] = []
    for line in lines[:3]:
        if not line.bold or line.gap > 0.5 * line.size or column_of(line.text.split(":")[0]) is not None or known(line.segments(1.2)[0][0]):
            break
        out.append(line)
    return out


def _headers(page: LaidPage, first: bool) -> list[tuple[list[Entry], str]]:
    """The headers of one page: each ruled grid that is one, else its "Label: value" lines."""
    held = {k: entries for k, part in enumerate(page.tables) if (entries := grid_header(part))}
    grids = [(entries, "header-grid") for entries in held.values()]
    titled = [g for g in grids if any(e.column == "title" for e in g[0])]
    lines = line_header(page, held) if first and len(titled) < 2 else []
    lined = any(e.column for e in lines)
    if not first or len(titled) > 1:
        return titled
    if titled and any(e.column == "title" for e in lines):
        return [(_together(page, [titled[0][0], *_small_grids(page)]), titled[0][1])]
    if not grids:
        return [(lines, "header-lines")] if lined else []
    if not titled and not lined:
        return [max(grids, key=lambda g: len({e.column for e in g[0]} - {None}))]
    parts = [*(grids if lined else titled), *([(lines, "header-lines")] if lined else [])]
    return [(_together(page, [entries for entries, _ in parts] + _small_grids(page)), parts[0][1])]


def _small_grids(page: LaidPage) -> list[list[Entry]]:
    """Grids of one or two rows, each of which a label opens: a form is often drawn as several."""
    return [entries for part in page.tables if part.rows < 4 and part.box.top < 0.5 * page.height and (entries := grid_header(part, least=1))]


def _together(page: LaidPage, parts: list[list[Entry]]) -> list[Entry]:
    """The labels of one header that is set as several grids, or as grids and lines, in the order printed; each label once.

    What stands below the first section counts where it is a form of its own, with two columns of `reports` at least.
    """
    forms = {id(e) for part in parts if len({e.column for e in part} - {None}) > 1 for e in part}
    end = next((line.top for line in page.lines if _SECTION.match(line.text) and line.bold and len(line) < 5 and line.table is None and not _named(line.text)), page.height)
    found: list[Entry] = []
    for entry in sorted((e for part in parts for e in part if e.label_places), key=lambda e: (round(e.label_places[0].box.top / 4), e.label_places[0].box.x0)):
        if (entry.label_places[0].box.top < end or id(entry) in forms) and not any(entry.label == other.label and entry.text == other.text for other in found):
            found.append(entry)
    return found or parts[0]


def _heading_by(page: LaidPage, top: float, bottom: float) -> list[Line]:
    """The report's title where no label says so: the nearest bold or larger heading above its first label, else the first below its last."""
    shown = _shown(page)
    if shown and page.lines[shown[-1]].bottom < top and any(_SECTION.match(line.text) and line.bold and line.bottom < top for line in page.lines):
        return _block(page, shown[0], shown)  # its labels end the report
    above = [i for i in shown if page.lines[i].bottom <= top + 1]
    if above:
        last = above[-1]
        if last - 1 in above and _SUBTITLE.fullmatch(page.lines[last].text.strip()) and page.lines[last - 1].size > page.lines[last].size + 0.9:
            last -= 1
        first = last
        while first - 1 in above and page.lines[first].gap < 0.6 * page.lines[first].size and abs(page.lines[first].size - page.lines[first - 1].size) < 0.6:
            first -= 1
        return page.lines[first:last + 1]
    below = next((i for i, line in enumerate(page.lines) if line.top > bottom - 1), len(page.lines))
    return _block(page, below, shown) if below in shown and not re.match(r"1(?:\.0)?[.)]?\s", page.lines[below].text) else []  # not the first section: "1. SITE DESCRIPTION"





def _heading_first(page: LaidPage) -> list[Line]:
    """The title of a report without labels: the first heading of its first page that names no council, body, day or section."""
    shown = _shown(page)
    first = next((i for i in shown if page.lines[i].top < 0.5 * page.height), None)
    return [] if first is None else _block(page, first, shown)


_TITLE_TOLD = re.compile(r"(?:(?:report\s+)?(?:title|subject)|re)\s*:\s*(?=\S.{3})", re.I)


_SUBTITLE = re.compile(r"\(.*\)|\W*(?:(?:[A-Z][a-z]+(?:\s+\d{4})?\s+(?:to|-|–)\s+[A-Z][a-z]+|quarter\s+(?:\d|one|two|three|four)|Q\d|year\s+ended.*|for\s+the\s+(?:year|period|quarter)\b.*)\W*(?:\d{4}(?:[/-]\d{2,4})?)?)\W*", re.I)
"""Words in brackets or a period alone: what stands small below a title and is no part of it."""


def _told_title(page: LaidPage) -> list[Line]:
    """The line that is labelled as the title, the only label that the report has: "TITLE: Sale of Land"."""
    at = next((i for i, line in enumerate(page.lines[:25]) if _TITLE_TOLD.match(line.text) and line.bold_prefix), None)
    if at is None:
        return []
    after = page.lines[at + 1:at + 2]
    return [page.lines[at], *(line for line in after if line.bold == page.lines[at].bold and line.gap < 0.4 * line.size and ":" not in line.text)]


def _named_last(paper: Paper) -> list[Line]:
    """The title that names a body, below those of who meets, of the day and of whose report it is: "WIRRAL COUNCIL" ⏎ "CABINET – 16 AUGUST 2007" ⏎ "MEMBERS' ALLOWANCES PANEL"."""
    page = paper.pages[0]
    loud = [line for line in page.lines[:12] if line.bold or line.size > page.body_size + 0.9]
    end = next((k for k, line in enumerate(loud) if _SECTION.match(line.text) and not _named(line.text)), len(loud))
    last = loud[end - 1] if end else None
    return [last] if last is not None and _named(last.text) and not _NO_TITLE.match(last.text) and first_date(last.text) is None and any(
        _of_meeting(line.text) or _REPORT_BY.match(line.text) for line in [*page.head, *loud[:end - 1]]) else []


_LABEL = re.compile(r"[A-Z][\w/ ]{0,28}:")
"""A label alone, the last line of one that is broken over several: "OFFICER:"."""


def _of_meeting(text: str) -> bool:
    """The line tells of the meeting: who meets, or its day; not "STATEMENT OF THE FUND'S ACCOUNT AS AT 31 DECEMBER 2024"."""
    found = next((d for d in find_dates(text) if d.date), None)
    return _named(text) or (found is not None and _PERIOD_TO.search(text[:found.start]) is None)


_PERIOD_TO = re.compile(r"\b(?:as\s+(?:at|of)|to|end(?:ed|ing)|until|from|between|since)\s*$", re.I)
"""Words before the day to which a title's matter runs."""


def _named(text: str) -> bool:
    """The line names a council or one of its bodies, and nothing else."""
    return council_in(text) is not None or (clean_body(text) is not None and re.search(r"\b(?:council|committee|cabinet|board|panel|executive|commission|authority)\b", text, re.I) is not None)


_REPORT_BY = re.compile(r"\W*(?:joint\s+)?report\s+(?:of|by|from)\b", re.I)


def _shown(page: LaidPage) -> list[int]:
    """The lines set as headings, down to the first section of the report."""
    end = next((i for i, line in enumerate(page.lines) if _SECTION.match(line.text) and (line.bold or len(line) < 5) and line.x0 < 0.5 * page.width and not _named(line.text)), len(page.lines))
    by = {i + 1 for i, line in enumerate(page.lines[:max(end - 1, 0)]) if page.lines[i + 1].gap < 0.4 * line.size and (
        (_REPORT_BY.match(line.text) and line.x1 > 0.7 * page.width)  # its post goes on
        or (len(line.segments()) > 1 and _of_meeting(line.segments()[-1][0]) and abs(page.lines[i + 1].x0 - line.x0) < 3))}  # "DEVELOPMENT AND | 23 OCTOBER 2013" ⏎ "INFRASTRUCTURE"
    return [i for i, line in enumerate(page.lines[:end]) if i not in by and (line.bold or line.size > page.body_size + 0.9) and not _NO_TITLE.match(line.text) and re.search(r"[^\W\d_]{3}", line.text)
            and line.table is None and not _of_meeting(line.text) and not _LABEL.fullmatch(line.text) and not (known(line.text) and i + 1 < len(page.lines) and not page.lines[i + 1].bold) and not (":" in line.text and column_of(line.text.split(":", 1)[0]) not in (None, "title"))]


_APPLIED = re.compile(r"applicant(?:'s name)?|application\s+(?:no|number|ref\w*)\.?", re.I)
"""A label of a planning application: its sections are headed, and no heading names it."""
_ITS_NUMBER = re.compile(r"(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?|\d{1,2}\.)\s+(?=[A-Z\d])")
"""The item's number before the title of its report: "7.2 FINANCIAL STATEMENT"."""


def _without_number(heading: list[Line]) -> tuple[str | None, int]:
    """The title that lines set as a heading make, and where its words start on the first that is left: not the number of its item, nor the heading of the items of its kind above it, "7. REPORTS" ⏎ "7.1 ACCOUNTS"."""
    for k, line in enumerate(heading[1:], 1):
        if (m := _ITS_NUMBER.match(line.text)) and re.match(rf"{re.escape(line.text.split('.')[0])}\W", heading[0].text):
            del heading[:k]
            break
    m = _ITS_NUMBER.match(heading[0].text) if heading else None
    start = m.end() if m is not None and m.end() < len(heading[0].text) else 0
    return (join_lines([heading[0].text[start:], *(line.text for line in heading[1:])]) if heading else None) or None, start


def _block(page: LaidPage, first: int, shown: list[int]) -> list[Line]:
    last = first
    while last + 1 in shown and page.lines[last + 1].gap < 0.6 * page.lines[last].size and abs(page.lines[last + 1].size - page.lines[last].size) < 0.6:
        last += 1
    return page.lines[first:last + 1]


def _report(paper: Paper, page: LaidPage, entries: list[Entry], rule: str, ids: Ids, called: tuple[list[Line], int] | None = None) -> list[Record]:
    """The records of one header; ``called``: the lines of its title where they are an item's, and where on the first its words start."""
    values: dict[str, str] = {}
    spots: list[Place] = []
    columns = [entry.column for entry in entries]
    if any(column_of(e.label) == "title" for e in entries):
        columns = [column_of(e.label) for e in entries]  # a title of its own goes before "Item: …"
    if any(re.match(r"dep(?:artmen)?t", e.label, re.I) for e in entries):  # a division beside a department is a part of it
        columns = [None if c == "wards_affected" and re.fullmatch(r"divisions?(?:\s*\(s\))?", e.label.strip(" :"), re.I) else c for c, e in zip(columns, entries, strict=True)]
    if columns.count("accountable_employee") > 1:  # whoever submits it goes behind whoever wrote it, or answers for it
        columns = [None if c == "accountable_employee" and re.search(r"submitted\s+by$", e.label.strip(" :"), re.I) else c for c, e in zip(columns, entries, strict=True)]
    named = any(re.search(r"\bdirector\b|\bauthori[sz]ed\b", e.label, re.I) and e.column == "accountable_director" for e in entries)
    if named and "accountable_employee" not in columns:  # "Responsible officer" beside a named director is whoever wrote it
        columns = ["accountable_employee" if c == "accountable_director" and not re.search(r"\bdirector\b|\bauthori[sz]ed\b", e.label, re.I) else c
                   for c, e in zip(columns, entries, strict=True)]
    if any(re.search(r"\bauthor\b", e.label, re.I) for e in entries) and "accountable_director" not in columns:  # an "Accountable officer" beside the author is who answers for it
        columns = ["accountable_director" if re.fullmatch(r"accountable\s+officers?(?:\s*\(s\))?", e.label.strip(" :"), re.I) else c for c, e in zip(columns, entries, strict=True)]
    if "cabinet_member" not in columns:
        columns = ["cabinet_member" if c is None and _PRESENTED.fullmatch(e.label.strip(" :")) and _HOLDER.match(e.text) else c for c, e in zip(columns, entries, strict=True)]
    columns = ["" if e.label.strip(" :").lower() == "title" and k and columns[k - 1] == "accountable_employee" and _POST.search(e.text) else c for k, (c, e) in enumerate(zip(columns, entries, strict=True))]
    columns = [c or None for c in columns]  # "Report author: Helen Hill" ⏎ "Title: Corporate Director"
    for name, entry in zip(columns, entries, strict=True):
        if name and entry.text and name not in values and not _nobody(name, entry.text) and not (name == "wards_affected" and _MEASURE.match(entry.text)):
            values[name] = _value(name, entry.text)
            spots += [Place(p.page, p.box, p.text, field=name) for p in entry.value_places]
    title = values.get("title")
    if called is not None:
        title = join_lines([called[0][0].text[called[1]:], *(line.text for line in called[0][1:])])
        spots = [*(s for s in spots if s.field != "title"), called[0][0].place(called[1], None, "title"), *places(called[0][1:], "title")]
    if title is None:
        at = [p.box for e in entries for p in e.label_places]
        told = next((value for i, line in enumerate(page.lines[:30]) if column_of(line.text) == "title" and (value := label_over(page.lines, i)) is not None), None)
        heading = ([told] if told is not None else []) or _heading_by(page, min(box.top for box in at), max(box.bottom for box in at)) or (_heading_first(page) if page is paper.pages[0] and not any(_APPLIED.fullmatch(e.label.strip(" :")) for e in entries) else []) or ([line for line in paper.title_lines if not _NO_TITLE.match(line.text)] if page is paper.pages[0] else [])
        title, start = _without_number(heading := list(heading))
        spots += [heading[0].place(start, None, "title"), *places(heading[1:], "title")] if heading else []
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
