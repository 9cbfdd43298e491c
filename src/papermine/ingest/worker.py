"""Reading one file in a process of its own: read, mine, and turn the records into columns."""

from __future__ import annotations

import gc
import os
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from typing import Protocol

from papermine import RULES_VERSION, __version__, classes, regex
from papermine.errors import PapermineError
from papermine.ingest.memory import data_held
from papermine.mined import Mined
from papermine.ocr.wanted import AUTO, Wanted
from papermine.provenance import Ids
from papermine.records import Issue, PackRow
from papermine.store.arrow import share_the_heap
from papermine.store.rows import Filling, PackRows, pack_rows


@dataclass(frozen=True, slots=True)
class BadPage:
    """A page (from 1) that stopped an earlier reader of this file, and why: an issue's code and words."""

    page: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read. ``number`` is its place in the run."""

    number: int
    path: str
    sha256: str
    size: int
    password: str | None = None
    skip: tuple[BadPage, ...] = ()
    """Pages that must not be tried again."""
    ocr: Wanted = AUTO


@dataclass(frozen=True, slots=True)
class Started:
    """The worker is up and has begun with a file: its time counts from here."""

    number: int


@dataclass(slots=True)
class Pages:
    """Progress within one file."""

    number: int
    done: int
    total: int


@dataclass(slots=True)
class Outcome:
    """A file read, or not: then ``code`` and ``message`` say why (its pack then has status failed)."""

    number: int
    rows: PackRows
    code: str | None = None
    message: str | None = None
    trace: str | None = None
    issues: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Packed rows of a long file, sent as they are made, ahead of its outcome: so two processes never hold all of them twice."""

    table: str
    rows: bytes


Report = Callable[[Pages], None]
Reader = Callable[[Job, Report], Outcome]


def read_one(job: Job, report: Report, ahead: Callable[[str, bytes], None] | None = None) -> Outcome:
    """Read and mine one file. Whatever happens in it becomes an outcome.

    ``ahead`` takes the packed rows of a long file as they are made (the name of their table, and they): the outcome is then without them.
    """
    from papermine import pipeline
    began = time.monotonic()
    try:
        pack = pipeline.read(job.path, password=job.password, ocr=job.ocr, on_page=lambda done, total: report(Pages(job.number, done, total)),
                             skip={bad.page: (bad.code, bad.message) for bad in job.skip})
        rows, row, severities = Filling(pack.pack_id, ahead), None, Counter[str]()
        for records in pipeline.mine_by_paper(pack):
            if records and isinstance(records[-1], PackRow):
                row = records.pop()
            severities.update(r.severity for r in records if isinstance(r, Issue))
            rows.add(records)
        assert isinstance(row, PackRow)
        del pack  # its lines are not needed any more
        return Outcome(job.number, rows.rows(row.model_copy(update={"seconds": round(time.monotonic() - began, 2)})), issues=dict(severities))
    except PapermineError as error:
        return failed(job, error.code, str(error), time.monotonic() - began, traceback.format_exc())
    except MemoryError:
        return failed(job, "memory", "there is not enough memory to read it: try again with --workers 1", time.monotonic() - began)
    except Exception as error:
        return failed(job, "internal-error", f"papermine itself failed on it ({type(error).__name__}: {error}): please report this file, "
                      "with what --verbose prints", time.monotonic() - began, traceback.format_exc())


def failed(job: Job, code: str, message: str, seconds: float, trace: str | None = None) -> Outcome:
    """The outcome of a file that could not be read: a pack of status failed, and an issue that says why."""
    pack_id = job.sha256[:16]
    pack = PackRow(pack_id=pack_id, sha256=job.sha256, file_name=os.path.basename(job.path), page_count=None, producer=None, status="failed",
                   papermine_version=__version__, rules_version=RULES_VERSION, seconds=round(seconds, 2))
    issue = Issue(issue_id=Ids(pack_id)("issue", 0), pack_id=pack_id, document_id=None, severity="error", code=code, message=message, page=None,
                  about=None, rule="ingest")
    return Outcome(job.number, pack_rows(Mined(pack, [issue])), code, message, trace, {"error": 1})


class PageInHand(Protocol):
    """A number in memory that a worker shares with its parent: the page it is at, 0 where it is at none."""

    value: int


def load_road() -> None:
    """Import all that reading a file needs."""
    import papermine.check
    import papermine.extract.agenda
    import papermine.extract.decisions
    import papermine.extract.meetings
    import papermine.extract.minutes
    import papermine.extract.reports
    import papermine.extract.roll
    import papermine.language.mentions
    import papermine.layout
    import papermine.pipeline
    import papermine.reader
    import papermine.segment
    import papermine.tables  # noqa: F401


def work(pipe: Connection, read: Reader, verbose: bool, in_hand: PageInHand, memory: int, others: Sequence[Connection] = ()) -> None:
    """The life of a worker process: take a job, send progress and its outcome, until the pipe closes.

    ``memory`` (MiB) is what the parent lets it have. The parent looks now and then only, so that a
    process which takes more at one stroke meets a limit of the system at twice as much.
    ``others``: ends of pipes that a copied process holds too; they must close with their owner.
    """
    for other in others:
        other.close()
    gc.freeze()  # what was imported is never garbage: looking at it would copy the memory that is shared
    gc.set_threshold(20_000, 20, 20)  # lines and records are many, and hardly any of them is part of a cycle
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    share_the_heap()
    _limit(2 * memory)
    last = 0.0
    if read is read_one:
        read = partial(read_one, ahead=lambda table, rows: pipe.send(Ahead(table, rows)))

    def report(pages: Pages) -> None:
        nonlocal last
        in_hand.value = pages.done + 1 if pages.done < pages.total else 0
        now = time.monotonic()
        if now - last > 0.2 or not in_hand.value:
            last = now
            pipe.send(pages)

    if not verbose:
        import logging
        import warnings
        warnings.simplefilter("ignore")
        logging.getLogger().addHandler(logging.NullHandler())
    try:
        while True:
            job = pipe.recv()
            if job is None:
                return
            in_hand.value = 0
            pipe.send(Started(job.number))
            pipe.send(read(job, report))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    finally:
        regex.keep()
        classes.keep()


def _limit(mib: int) -> None:
    """Let this process have so much memory of its own and no more, where the system can hold it to that."""
    try:
        import resource
    except ImportError:
        return  # Windows: the parent alone watches
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = data_held() + (mib << 20)  # a copied process has its parent's beside its own
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if soft == resource.RLIM_INFINITY else min(soft, wanted), hard))
