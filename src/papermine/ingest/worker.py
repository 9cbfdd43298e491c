"""Reading one file in a process of its own: read, mine, and turn the records into columns."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from papermine import RULES_VERSION, __version__
from papermine.errors import PapermineError
from papermine.mined import Mined
from papermine.provenance import Ids
from papermine.records import Issue, PackRow
from papermine.store.rows import PackRows, pack_rows


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read. ``number`` is its place in the run."""

    number: int
    path: str
    sha256: str
    size: int
    password: str | None = None


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


Report = Callable[[Pages], None]
Reader = Callable[[Job, Report], Outcome]


def read_one(job: Job, report: Report) -> Outcome:
    """Read and mine one file. Whatever happens in it becomes an outcome."""
    from papermine import pipeline
    began = time.monotonic()
    last = 0.0

    def on_page(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > 0.2 or done >= total:
            last = now
            report(Pages(job.number, done, total))

    try:
        pack = pipeline.read(job.path, password=job.password, on_page=on_page)
        mined = pipeline.mine(pack)
        mined.pack = mined.pack.model_copy(update={"seconds": round(time.monotonic() - began, 2)})
        severities: dict[str, int] = {}
        for issue in mined.issues:
            severities[issue.severity] = severities.get(issue.severity, 0) + 1
        return Outcome(job.number, pack_rows(mined), issues=severities)
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


def work(pipe: Connection, read: Reader, verbose: bool) -> None:
    """The life of a worker process: take a job, send progress and its outcome, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not verbose:
        import logging
        import warnings
        warnings.simplefilter("ignore")
        logging.lastResort = None
    try:
        while True:
            job = pipe.recv()
            if job is None:
                return
            pipe.send(Started(job.number))
            pipe.send(read(job, pipe.send))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
