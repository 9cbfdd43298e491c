"""The road in one page: PDF → pages → lines and tables → papers → records → checks."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from pathlib import Path

import papermine
from papermine.document import Pack, Paper
from papermine.mined import Mined
from papermine.ocr.wanted import Wanted
from papermine.provenance import Ids
from papermine.reader.source import Reader
from papermine.records import AgendaItem, Document, Evidence, PackRow, PageRow, PrintedCell, Record


def read(path: str | PathLike[str], *, password: str | None = None, reader: Reader = "auto", ocr: Wanted | None = None,
         on_page: Callable[[int, int], None] | None = None, skip: Mapping[int, tuple[str, str]] | None = None) -> Pack:
    """Read and lay out one PDF. Raises `UnreadableFile` where it cannot be opened.

    ``ocr`` says which pages are recognised from their picture (by default those that need it).
    ``on_page`` is called with (0, pages) when the file is open and with (page, pages) after each page.
    ``skip`` names pages (from 1) that are not to be tried, with the code and words of the issue that says why.
    """
    from papermine.layout import lay_out
    from papermine.reader import open_pdf
    start = time.perf_counter()
    with open_pdf(Path(path), password=password, reader=reader, ocr=ocr, skip=skip) as source:
        pack = lay_out(source, on_page)
    pack.seconds = time.perf_counter() - start
    return pack


def mine(pack: Pack) -> Mined:
    """All records of a pack that was read, checked against each other."""
    from papermine import check, segment
    from papermine.extract import agenda, attendance, decisions, meetings, minutes, reports
    from papermine.language.mentions import mentions, roster_of
    from papermine.tables import tables_of
    start = time.perf_counter()
    ids = Ids(pack.pack_id)
    papers = segment.split(pack)
    for paper in papers:
        paper.document_id = ids("document", paper.first_page)
    met, meeting_of = meetings.pack_meetings(pack, papers, ids)
    found: list[Record] = []
    for paper in papers:
        if paper.kind == "agenda":
            items = agenda.agenda_items(paper, pack, ids)
            found += [*items, *reports.order_paper(paper, items, ids)]
        elif paper.kind in ("minutes", "decision"):
            parts = minutes.minute_items(paper, ids)
            found += [part.item for part in parts if part.item is not None]
            found += attendance.attendance_records(paper, parts, ids)
            found += decisions.decision_records(paper, parts, ids)
        elif paper.kind == "report":
            found += reports.report_records(paper, ids)
        found += tables_of(paper, ids)
    documents = [_document(paper, pack) for paper in papers]
    for record in (*documents, *found):
        if hasattr(record, "pack_meeting_id"):
            record.pack_meeting_id = meeting_of.get(getattr(record, "document_id", ""))
    _link_items(documents, found)
    roster = roster_of(found)
    for paper in papers:
        found += mentions(paper, roster, ids)
    pages: list[Record] = [_page(pack, i) for i in range(len(pack.pages))]
    records: list[Record] = [*pages, *documents, *met, *found]
    _label(records, pack)
    issues = check.check(pack, papers, records, ids)
    pack.seconds += time.perf_counter() - start
    row = PackRow(pack_id=pack.pack_id, sha256=pack.sha256, file_name=pack.file_name, page_count=len(pack.pages), producer=pack.producer,
                  status=check.status(issues), papermine_version=papermine.__version__, rules_version=papermine.RULES_VERSION,
                  seconds=round(pack.seconds, 3))
    return Mined(row, [*records, *issues])


def _document(paper: Paper, pack: Pack) -> Document:
    from papermine.document import places
    from papermine.extract.exempt import marked
    lines = paper.title_lines or paper.pages[0].lines[:1]
    by = marked(paper)
    return Document(document_id=paper.document_id, pack_id=pack.pack_id, kind=paper.kind, title=paper.title, first_page=paper.first_page,
                    last_page=paper.last_page,
                    exempt_statute=by.statute if by else None, exempt_paragraphs=by.paragraphs if by else None,
                    evidence=Evidence.at(places(lines)), rule=paper.rule)


def _page(pack: Pack, i: int) -> PageRow:
    page = pack.pages[i]
    width, height = (page.height, page.width) if page.turned % 180 else (page.width, page.height)
    return PageRow(page_id=f"{pack.pack_id}:page:{page.number}", pack_id=pack.pack_id, page=page.number, page_label=page.label,
                   width=round(width, 1), height=round(height, 1), source=page.source, source_reason=page.reason,
                   confidence=page.confidence, text=page.text)


def _link_items(documents: Sequence[Document], found: Sequence[Record]) -> None:
    """Tie papers, and what they print, to the agenda item whose page range holds them."""
    items = [r for r in found if isinstance(r, AgendaItem) and r.source == "agenda" and r.first_page is not None and r.last_page is not None]
    of: dict[str, str] = {}
    for document in documents:
        held = [i for i in items if (i.first_page or 0) <= document.first_page <= (i.last_page or 0)]
        if held and document.kind != "agenda":
            document.item_id = of[document.document_id] = held[0].item_id
    for record in found:
        if hasattr(record, "item_id") and not isinstance(record, AgendaItem) and record.item_id is None:
            record.item_id = of.get(getattr(record, "document_id", ""))


def _label(records: Sequence[Record], pack: Pack) -> None:
    """Put the stamped page label on all evidence, and turn boxes back to the page as displayed."""
    from papermine.provenance import Box
    shown: dict[int, tuple[Evidence, Evidence]] = {}  # a table's cell and its print share theirs
    for record in records:
        if isinstance(record, PrintedCell) and ((page := pack.pages[record.page - 1]).turned or page.skew):
            box = page.unturn(Box(record.x0, record.top, record.x1, record.bottom))
            record.x0, record.top, record.x1, record.bottom = (round(v, 1) for v in box)
        if not record.evidence:
            continue
        fresh = []
        for e in record.evidence:
            if (known := shown.get(id(e))) is not None:
                fresh.append(known[1])
                continue
            page = pack.pages[e.page - 1]
            paragraph = page.paragraph_at(e.top)
            label = page.label if paragraph is None else f"¶ {paragraph}"
            made = e
            if label is not None or page.turned or page.skew:
                box = Box(e.x0, e.top, e.x1, e.bottom)
                made = e.with_label(e.page_label if label is None else label, page.unturn(box))
            shown[id(e)] = (e, made)
            fresh.append(made)
        record.evidence = tuple(fresh)
