"""One run on a cluster: which paths are new, tasks for them, what came of each."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from papermine.cluster.folder import Folder, Manifest, Note
from papermine.cluster.places import INSTALL, is_url, look, papers_at
from papermine.cluster.task import Told, give_up, read_path
from papermine.errors import PapermineError, UnreadableFile
from papermine.ingest.report import Failure, Listener, Options, Progress, Report
from papermine.ingest.sources import PAPERS, Given, Sources, find
from papermine.ingest.start import TRY_AGAIN

WINDOW = 1_000
"""Tasks that are given out at once, so that a scheduler need not hold a hundred thousand."""
_TRIES = 2
"""Workers of this machine that a file may end before it is read no more. Each worker is given one file at a time: what waits behind a file that
ends its worker would be blamed too. A scheduler elsewhere has its own settings (docs/scale.md)."""
WAIT = 30.0
"""Seconds to wait for a scheduler."""


def ingest(paths: Sequence[str], out: str, options: Options, scheduler: str | None = None, listener: Listener | None = None) -> Report:
    """Read these files, folders, globs and URLs into ``out``, a folder or URL that all workers reach. What is there already is skipped.

    Without a ``scheduler`` (``tcp://host:8786``) worker processes are started on this machine. Raises `PapermineError` where there is nothing
    to read, the extra is not installed, no scheduler answers, or ``out`` cannot be written.
    """
    began = time.monotonic()
    folder = Folder(out)
    absolute = out if is_url(out) else os.path.abspath(out)
    sources = _sources(paths, options, absolute)
    if not sources.files:
        raise PapermineError("; ".join(sources.problems) or "there is nothing to read: name PDF files or folders that hold some")
    folder.tree.sweep()
    report = Report(out, len(sources.files), problems=list(sources.problems))
    progress = Progress(files_total=len(sources.files))
    todo = list(_new(sources, folder, options, report))
    progress.files_done = len(sources.files) - len(todo)
    if todo:
        with _client(scheduler, options.workers, len(todo)) as client:
            try:
                for told in _told(client, todo, absolute, options):
                    _take(told, report)
                    progress.files_done += 1
                    progress.pages_done += told.pages
                    progress.pages_total = round(report.pages * len(todo) / max(1, report.read + report.copies))
                    (listener or (lambda _: None))(progress)
            except KeyboardInterrupt:
                report.left = progress.files_total - progress.files_done
    report.seconds = time.monotonic() - began
    return report


def _sources(paths: Sequence[str], options: Options, out: str) -> Sources:
    local = [p for p in paths if not is_url(p)]
    unpack = None if is_url(out) else Path(out + ".papers")
    language = "+".join(options.ocr.languages) or None
    sources = find(local, options.council, options.manifest, unpack, language) if local or not paths else Sources()
    for url in paths:
        if is_url(url):
            found = papers_at(url, PAPERS)
            sources.files |= dict.fromkeys(found, Given(council=options.council, ocr_lang=language))
            if not found:
                sources.problems.append(f"{url} holds no papers (PDF, Word or HTML files)")
    for path in [p for p in sources.files if p.lower().endswith(".zip")]:
        del sources.files[path]
        sources.problems.append(f"{path}: a ZIP file is unpacked on a disk only: unpack it, and name the folder")
    return sources


def _new(sources: Sources, folder: Folder, options: Options, report: Report) -> Iterator[tuple[str, Given]]:
    """The paths that must be read: those not noted with their size, time and what is said of them, or whose pack is not there as it should be."""
    notes, packs = folder.notes(), folder.manifests()
    for path, given in sources.files.items():
        note = notes.get(path)
        held = packs.get(note.pack_id) if note is not None else None
        if note is None or held is None or not _settled(path, note, held, given, options):
            yield path, given
            continue
        report.unchanged += 1
        if held.code is not None:
            report.failures.append(Failure(path, held.code, held.message or "it could not be read", before=True))


def _settled(path: str, note: Note, held: Manifest, given: Given, options: Options) -> bool:
    if options.again or not (held.current or options.keep_old) or note.given != given:
        return False
    if held.code in TRY_AGAIN or (held.code == "encrypted" and options.password is not None):
        return False
    try:
        return look(path) == (note.size, note.modified_ns)
    except UnreadableFile:
        return False


@contextlib.contextmanager
def _client(scheduler: str | None, workers: int | None, files: int) -> Iterator[Any]:
    """A client of the scheduler, or of one on this machine."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise PapermineError(f"--engine dask needs Dask, which is not installed: {INSTALL}") from error
    if scheduler is not None:
        try:
            client = Client(scheduler, timeout=WAIT)
        except (OSError, ValueError) as error:
            raise PapermineError(f"no Dask scheduler answers at {scheduler} ({error}): start one with `dask scheduler`, and name its tcp:// address"
                                 ) from error
        with client:
            yield client
        return
    wanted = min(workers or os.cpu_count() or 1, files)
    with dask.config.set({"distributed.scheduler.allowed-failures": _TRIES - 1, "distributed.scheduler.worker-saturation": 1.0}):
        with _workers_deaf_to_ctrl_c():
            started = LocalCluster(n_workers=wanted, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1")
        with started as cluster, Client(cluster) as client:
            yield client


@contextlib.contextmanager
def _workers_deaf_to_ctrl_c() -> Iterator[None]:
    """What is started meanwhile ignores Ctrl-C, which a terminal sends to all processes: this one alone ends the workers."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _told(client: Any, todo: list[tuple[str, Given]], out: str, options: Options) -> Iterator[Told]:
    """What came of each path, as it comes. A file on which workers died is read no more, and becomes a failed pack."""
    from distributed import KilledWorker, as_completed
    waiting = iter(todo)
    said: dict[str, tuple[str, Given]] = {}

    def give(some: list[tuple[str, Given]]) -> list[Any]:
        futures = [client.submit(read_path, path, given, out, options, pure=False, priority=0) for path, given in some]
        said.update({f.key: job for f, job in zip(futures, some, strict=True)})
        return futures

    coming = as_completed(give(list(itertools.islice(waiting, WINDOW))))
    for future in coming:
        job = said.pop(future.key)
        try:
            told: Told = future.result()
        except KilledWorker:
            told = give_up(*job, out, "the workers that read it died, perhaps out of memory: give them more (--memory-limit), and use --again")
        for more in give(list(itertools.islice(waiting, 1))):
            coming.add(more)
        yield told


def _take(told: Told, report: Report) -> None:
    if told.done == "copy":
        report.copies += 1
    elif told.done == "read":
        report.read += 1
        report.pages += told.pages
    if told.code is not None:
        report.failures.append(Failure(told.path, told.code, told.message or "it could not be read", told.trace))
    for severity, n in told.issues:
        report.severities[severity] = report.severities.get(severity, 0) + n
