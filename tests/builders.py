"""Short ways to make records, and a reader of toy files, for tests of store, ingest and the command line."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from papermine import RULES_VERSION, __version__
from papermine.errors import UnreadableFile
from papermine.ingest.worker import Job, Outcome, Pages, Report, failed
from papermine.mined import Mined
from papermine.provenance import Ids
from papermine.records import (
    AgendaItem,
    Division,
    DivisionVote,
    Document,
    Evidence,
    FileRow,
    Issue,
    Motion,
    PackMeeting,
    PackRow,
    PageRow,
    PrintedCell,
    Record,
    Resolution,
    Table,
    TableCell,
)
from papermine.store import Batch, commit, pack_rows, query

DAY = dt.date(2020, 1, 22)


def pack_id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def at(page: int, text: str, field: str | None = None) -> tuple[Evidence, ...]:
    return (Evidence(field=field, page=page, page_label=str(page), x0=72, top=100.5, x1=300, bottom=112, text=text),)


class PackOf:
    """Builds the records of one pack, ids included. `name` stands for its content."""

    def __init__(self, name: str, *, sha256: str | None = None, status: str = "clean", version: str = __version__) -> None:
        self.sha256 = sha256 or hashlib.sha256(name.encode()).hexdigest()
        self.id, self.name = self.sha256[:16], name
        self.ids = Ids(self.id)
        self.row = PackRow(pack_id=self.id, sha256=self.sha256, file_name=f"{name}.pdf", page_count=3, producer="test",
                           status=status,  # type: ignore[arg-type]
                           papermine_version=version, rules_version=RULES_VERSION, seconds=0.1)
        self.records: list[Record] = [PageRow(page_id=f"{self.id}:page:1", pack_id=self.id, page=1, page_label="i", width=595, height=842,
                                              source="text", text="words of page one")]

    def add(self, record: Any) -> Any:
        self.records.append(record)
        return record

    def meeting(self, body: str | None = "Cabinet", day: dt.date | None = DAY, council: str | None = "Anytown Council", **more: Any) -> PackMeeting:
        return self.add(PackMeeting(pack_meeting_id=self.ids("meeting", 1), pack_id=self.id, council=council, body=body, meeting_date=day,
                                    evidence=at(1, body or "?"), rule="test.meeting", **more))

    def paper(self, meeting: PackMeeting | None = None, kind: str = "minutes", pages: tuple[int, int] = (1, 3)) -> Document:
        return self.add(Document(document_id=self.ids("document", pages[0]), pack_id=self.id, kind=kind, title=kind.title(),
                                 first_page=pages[0], last_page=pages[1], pack_meeting_id=meeting and meeting.pack_meeting_id))

    def item(self, paper: Document, title: str, number: str | None = "1", source: str = "minutes", **more: Any) -> AgendaItem:
        return self.add(AgendaItem(item_id=self.ids("item", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                                   source=source, number=number, title=title, page=1, **more))

    def resolution(self, paper: Document, text: str, item: AgendaItem | None = None, **more: Any) -> Resolution:
        return self.add(Resolution(resolution_id=self.ids("resolution", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                                   item_id=item and item.item_id, item_number=item and item.number, text=text, page=1, evidence=at(1, text),
                                   rule="test.resolution", **more))

    def division(self, paper: Document, names: dict[str, Sequence[str]] | None = None, **more: Any) -> Division:
        division = self.add(Division(division_id=self.ids("division", 1), document_id=paper.document_id, page=1, **more))
        for option, who in (names or {}).items():
            for name in who:
                self.add(DivisionVote(division_vote_id=self.ids("vote", 1), division_id=division.division_id, person_name=name, option=option,
                                      page=1))
        return division

    def motion(self, paper: Document, text: str, **more: Any) -> Motion:
        return self.add(Motion(motion_id=self.ids("motion", 1), document_id=paper.document_id, text=text, page=1, **more))

    def grid(self, paper: Document, rows: Sequence[Sequence[str]], page: int = 1) -> Table:
        table = self.add(Table(table_id=self.ids("table", page), document_id=paper.document_id, first_page=page, last_page=page, row_count=len(rows),
                               column_count=len(rows[0]), ruled=True, evidence=at(page, "grid"), rule="test.grid"))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                cell = self.add(TableCell(cell_id=f"{table.table_id}:{r}.{c}", table_id=table.table_id, row_index=r, column_index=c, text=text,
                                          page=page))
                self.add(PrintedCell(printed_cell_id=f"{table.table_id}:p{page}:{r}.{c}", table_id=table.table_id, page=page, row_index=r, column_index=c,
                                     text=text, cell_id=cell.cell_id, x0=10 * c, top=10 * r, x1=10 * c + 9, bottom=10 * r + 9))
        return table

    def issue(self, code: str = "odd", severity: str = "warning", page: int | None = 1) -> Issue:
        return self.add(Issue(issue_id=self.ids("issue", page or 0), pack_id=self.id, severity=severity, code=code, message=f"{code} here",
                              page=page))

    @property
    def mined(self) -> Mined:
        return Mined(self.row, list(self.records))

    def file(self, path: str | None = None, **given: Any) -> FileRow:
        return FileRow(path=path or f"/packs/{self.name}.pdf", pack_id=self.id, file_name=f"{self.name}.pdf", size=10, modified_ns=1, **given)


def put(db: Path, *packs: PackOf, **given: Any) -> None:
    """Store these packs in one commit, each at a path of its own."""
    commit(db, Batch([pack_rows(p.mined) for p in packs], [p.file(**given) for p in packs]))


def minutes_pack(name: str, text: str = "That the report be noted", **meeting: Any) -> PackOf:
    """A pack of one paper of minutes with one item and one resolution."""
    pack = PackOf(name)
    paper = pack.paper(pack.meeting(**meeting))
    pack.resolution(paper, text, pack.item(paper, "Budget", "7"))
    return pack


def rows(db: Path, sql: str, *args: Any) -> list[tuple[Any, ...]]:
    return query(db, sql, args).rows


def dump(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all views, for comparison."""
    views = [v for (v,) in rows(db, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal ORDER BY 1")]
    return {view: sorted(rows(db, f'SELECT * FROM "{view}"'), key=str) for view in views if view != "meta"}


def stop(how: str) -> None:
    """What a bad page does to its reader."""
    if how == "hang":
        time.sleep(60)
    if how == "eat":
        eaten = []
        while True:
            eaten.append(bytearray(b"x") * (16 << 20))
            time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGSEGV)


def toy_read(job: Job, report: Report) -> Outcome:
    """A reader of toy files: the first word says what happens, the rest what is read."""
    if os.environ.get("TOY_LOG"):
        with open(os.environ["TOY_LOG"], "a", encoding="utf-8") as log:
            log.write(os.path.basename(job.path) + "\n")
    text = Path(job.path).read_text(encoding="utf-8").removeprefix("%PDF-1.4 ")
    word, _, rest = text.partition(" ")
    if word == "exit":
        os._exit(7)
    if word == "segv":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "oom":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "sleep":
        time.sleep(float(rest.split()[0]))
    left_out = {bad.page: bad for bad in job.skip}
    if word in ("hang", "eat", "die"):
        for page in sorted(int(n) for n in rest.split()):
            report(Pages(job.number, page - 1, 9))
            if page not in left_out:
                stop(word)
    if word == "bad":
        error = UnreadableFile(f"{job.path}: not a PDF; fetch it again", "not-pdf")
        return failed(job, error.code, str(error), 0.0)
    report(Pages(job.number, 1, 3))
    pack = PackOf(os.path.basename(job.path).removesuffix(".pdf"), sha256=job.sha256)
    paper = pack.paper(pack.meeting(body=rest.split()[0] if rest.split() else "Cabinet", council=None if word == "nameless" else "Anytown Council"))
    for n in range(3):
        pack.resolution(paper, f"That {text} {n} be noted")
    for bad in left_out.values():
        pack.issue(bad.code, "error", bad.page)
    if word == "warn":
        pack.issue()
    severities = {"warning": 1} if word == "warn" else {}
    return Outcome(job.number, pack_rows(pack.mined), issues=severities)


def toys(folder: Path, *texts: str) -> Path:
    """A folder of toy files a.pdf, b.pdf …"""
    folder.mkdir(parents=True, exist_ok=True)
    for n, text in enumerate(texts):
        (folder / f"{chr(97 + n)}.pdf").write_text(f"%PDF-1.4 {text}", encoding="utf-8")
    return folder
