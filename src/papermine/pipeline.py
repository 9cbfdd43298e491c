"""The road in one page: PDF → pages → lines and tables → papers → records → checks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from os import PathLike
from pathlib import Path

import papermine
from papermine.document import LaidPage, Pack, Paper
from papermine.mined import Mined
from papermine.ocr.wanted import Wanted
from papermine.provenance import Box, Ids, Place
from papermine.reader.source import Reader
from papermine.records import AgendaItem, Document, Evidence, PackRow, PageRow, PrintedCell, Record, Report


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
    *records, row = (record for part in mine_by_paper(pack) for record in part)
    assert isinstance(row, PackRow)
    return Mined(row, records)


def mine_by_paper(pack: Pack) -> Iterator[list[Record]]:
    """The same in parts, so that nothing need hold them all: the meetings; what each paper says; its pages and what they mention;
    at the end the issues and, last of all, the pack's own row."""
    from papermine import segment
    from papermine.check import Checks, status
    from papermine.extract import agenda, meetings
    from papermine.language.mentions import mentions, names_in, roster_of
    start = time.perf_counter()
    ids = Ids(pack.pack_id)
    papers = segment.split(pack)
    for paper in papers:
        paper.document_id = ids("document", paper.first_page)
    met, meeting_of = meetings.pack_meetings(pack, papers, ids)
    _label(met, pack)
    yield [*met]
    listed = {paper.document_id: agenda.agenda_items(_held(paper), pack, ids) for paper in papers if paper.kind == "agenda"}
    items = [item for found in listed.values() for item in found if item.first_page is not None and item.last_page is not None]
    checks, names = Checks(pack, met), dict[str, None]()
    for paper in papers:
        held = _held(paper)
        found = _say(held, listed.pop(paper.document_id, []), ids)
        records = [_document(held, pack, found), *found]
        _link(records, items, meeting_of.get(paper.document_id))
        _label(records, pack)
        checks.paper(held, records)
        names.update(dict.fromkeys(names_in(found)))
        yield records
    roster = roster_of(names)
    for paper in papers:
        held = _held(paper)
        for page in held.pages:
            checks.page(page)
        mentioned = mentions(held, roster, ids)
        _label(mentioned, pack)
        yield [*(_page(pack, page) for page in held.pages), *mentioned]
    issues = checks.issues(ids)
    pack.seconds += time.perf_counter() - start
    yield [*issues, PackRow(
        pack_id=pack.pack_id, sha256=pack.sha256, file_name=pack.file_name, page_count=len(pack.pages), producer=pack.producer, status=status(issues),
        papermine_version=papermine.__version__, rules_version=papermine.RULES_VERSION, seconds=round(pack.seconds, 3))]


def _held(paper: Paper) -> Paper:
    """The paper with its pages at hand: each is one object for as long."""
    return replace(paper, pages=list(paper.pages))


def _say(paper: Paper, items: Sequence[AgendaItem], ids: Ids) -> list[Record]:
    """What one paper says, by its kind; ``items`` are those of an agenda."""
    from papermine.extract import decisions, minutes, reports, roll
    from papermine.tables import tables_of
    found: list[Record] = []
    if paper.kind == "agenda":
        found += [*items, *reports.order_paper(paper, items, ids)]
    elif paper.kind in ("minutes", "decision"):
        parts = minutes.minute_items(paper, ids)
        found += [part.item for part in parts if part.item is not None]
        came = roll.attendance_records(paper, parts, ids)
        found += [*came, *decisions.decision_records(paper, parts, ids, came)]
    elif paper.kind == "report":
        found += reports.report_records(paper, ids)
    return [*found, *tables_of(paper, ids)]


def _document(paper: Paper, pack: Pack, found: Sequence[Record]) -> Document:
    """The paper itself. Its title is what its report header calls it, where it has one: the lines that stand first may be labels."""
    from papermine.document import places
    from papermine.extract.exempt import marked
    by = marked(paper)
    title, evidence = paper.title, Evidence.at(places(paper.title_lines or paper.pages[0].lines[:1]))
    header = next((r for r in found if isinstance(r, Report)), None)
    if header is not None and header.page == paper.first_page and header.title:
        called = [Place(e.page, Box(e.x0, e.top, e.x1, e.bottom), e.text) for e in header.evidence if e.field == "title"]
        title, evidence = header.title, Evidence.at(called) or evidence
    return Document(document_id=paper.document_id, pack_id=pack.pack_id, kind=paper.kind, title=title, first_page=paper.first_page,
                    last_page=paper.last_page,
                    exempt_statute=by.statute if by else None, exempt_paragraphs=by.paragraphs if by else None,
                    evidence=evidence, rule=paper.rule)


def _page(pack: Pack, page: LaidPage) -> PageRow:
    width, height = (page.height, page.width) if page.turned % 180 else (page.width, page.height)
    return PageRow(page_id=f"{pack.pack_id}:page:{page.number}", pack_id=pack.pack_id, page=page.number, page_label=page.label,
                   width=round(width, 1), height=round(height, 1), source=page.source, source_reason=page.reason,
                   confidence=page.confidence, text=page.text)


def _link(records: Sequence[Record], items: Sequence[AgendaItem], meeting: str | None) -> None:
    """Tie a paper, and what it prints, to its meeting and to the agenda item whose page range holds it."""
    item_id: str | None = None
    for record in records:
        if not _tied(type(record)):
            continue
        if isinstance(record, Document) and record.kind != "agenda":
            item_id = record.item_id = next((i.item_id for i in items if (i.first_page or 0) <= record.first_page <= (i.last_page or 0)), None)
        if hasattr(record, "pack_meeting_id"):
            record.pack_meeting_id = meeting
        if item_id is not None and hasattr(record, "item_id") and not isinstance(record, AgendaItem) and record.item_id is None:
            record.item_id = item_id


@cache
def _tied(kind: type[Record]) -> bool:
    """Records of this kind may be tied to a meeting or an item. Most records are cells of tables, and are not."""
    return not kind.model_fields.keys().isdisjoint(("pack_meeting_id", "item_id"))


def _label(records: Sequence[Record], pack: Pack) -> None:
    """Put the stamped page label on all evidence, and turn boxes back to the page as displayed."""
    at = cache(lambda number: pack.pages[number - 1])
    shown: dict[int, tuple[Evidence, Evidence]] = {}  # a table's cell and its print share theirs
    for record in records:
        if isinstance(record, PrintedCell) and ((page := at(record.page)).turned or page.skew):
            box = page.unturn(Box(record.x0, record.top, record.x1, record.bottom))
            record.x0, record.top, record.x1, record.bottom = (round(v, 1) for v in box)
        if not record.evidence:
            continue
        fresh = []
        for e in record.evidence:
            if (known := shown.get(id(e))) is not None:
                fresh.append(known[1])
                continue
            page = at(e.page)
            paragraph = page.paragraph_at(e.top)
            label = page.label if paragraph is None else f"¶ {paragraph}"
            made = e
            if label is not None or page.turned or page.skew:
                box = Box(e.x0, e.top, e.x1, e.bottom)
                made = e.with_label(e.page_label if label is None else label, page.unturn(box))
            shown[id(e)] = (e, made)
            fresh.append(made)
        record.evidence = tuple(fresh)
