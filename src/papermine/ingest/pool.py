"""A pool of worker processes that knows which file each of them has.

A worker that dies (a crash in a C library, the kernel's out-of-memory killer), takes too long or
takes too much memory over a page costs that page: a new worker reads the file without it. Where it was at no page, or
too many pages fail, it costs the one file in its hands, which becomes a failed pack.
"""

from __future__ import annotations

import multiprocessing as mp
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from papermine.ingest.memory import resident
from papermine.ingest.report import Limits
from papermine.ingest.worker import Ahead, BadPage, Job, Outcome, PageInHand, Pages, Reader, Started, failed, load_road, read_one, work

FILES_PER_WORKER = 200
"""A worker is replaced after so many files, so that what a library leaks does not add up."""

LONG_FILE = 1000
"""A worker that read a file of more pages is replaced too: of what a long file took, the allocator gives little back."""

START_SECONDS = 60.0
"""What a new worker may take to start, beside the time for its first file."""

LOOK_SECONDS = 0.25
"""How often the parent looks at a silent worker's page, time and memory."""

BAD_PAGES = 5
"""A file is read again without the page that stopped its reader so often, then it fails as a whole."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    in_hand: PageInHand
    job: Job | None = None
    began: float = 0.0
    files: int = 0
    page: int = 0
    page_began: float = 0.0
    ahead: dict[str, list[bytes]] = field(default_factory=dict)
    """What it sent of the outcome that is to come."""


@dataclass(slots=True)
class Pool:
    """Up to ``size`` worker processes; with ``size`` 0 files are read in this process, one by one."""

    size: int
    limits: Limits
    verbose: bool = False
    reader: Reader = read_one
    _workers: list[_Worker] = field(default_factory=list)
    _again: list[Job] = field(default_factory=list)

    def run(self, jobs: Iterator[Job]) -> Iterator[Pages | Outcome | None]:
        """Read these files; yields progress, outcomes, and None about twice a second."""
        if self.size == 0:
            yield from self._run_here(jobs)
            return
        more = True
        while True:
            while (more or self._again) and (idle := self._idle()) is not None:
                job = self._again.pop() if self._again else next(jobs, None)
                if job is None:
                    more = False
                else:
                    self._give(idle, job)
                    yield None
            busy = [w for w in self._workers if w.job is not None]
            if not busy:
                return
            ready = wait([w.pipe for w in busy], timeout=LOOK_SECONDS)
            for worker in busy:
                yield self._hear(worker) if worker.pipe in ready else self._watch(worker)
            yield None

    def close(self) -> None:
        """End all workers; files in hand are dropped."""
        for worker in list(self._workers):
            self._drop(worker)

    def _run_here(self, jobs: Iterator[Job]) -> Iterator[Pages | Outcome | None]:
        for job in jobs:
            heard: deque[Pages] = deque(maxlen=1)
            outcome = self.reader(job, heard.append)
            yield from heard
            yield outcome

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if worker.job is None:
                if worker.files >= FILES_PER_WORKER or not worker.process.is_alive():
                    self._drop(worker)
                    break
                return worker
        if len(self._workers) >= self.size:
            return None
        may_fork = _may_fork()
        here, there = mp.Pipe()
        in_hand = mp.get_context("fork" if may_fork else "spawn").RawValue("q", 0)
        args: tuple[object, ...] = (there, self.reader, self.verbose, in_hand, self.limits.memory)
        process: BaseProcess
        if may_fork:
            if self.reader is read_one:
                load_road()  # once here, for all workers
            args = (*args, (here, *(w.pipe for w in self._workers)))
            process = mp.get_context("fork").Process(target=work, args=args, daemon=True, name="papermine-reader")
        else:
            process = mp.get_context("spawn").Process(target=work, args=args, daemon=True, name="papermine-reader")
        with _deaf_to_ctrl_c():
            process.start()
        there.close()
        self._workers.append(_Worker(process, here, in_hand))
        return self._workers[-1]

    def _give(self, worker: _Worker, job: Job) -> None:
        worker.job, worker.began = job, time.monotonic() + (0 if worker.files else START_SECONDS)
        worker.page, worker.in_hand.value, worker.ahead = 0, 0, {}
        worker.files += 1
        try:
            worker.pipe.send(job)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it died meanwhile: `_hear` finds the pipe at its end

    def _hear(self, worker: _Worker) -> Pages | Outcome | None:
        job = worker.job
        assert job is not None
        try:
            message: Pages | Outcome | Started | Ahead = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            how = _how(worker.process.exitcode)
            return self._give_up(worker, "crashed", f"the reader stopped while reading it ({how}): please report this file")
        if isinstance(message, Started):
            worker.began = time.monotonic()
            return None
        if isinstance(message, Ahead):
            worker.ahead.setdefault(message.table, []).append(message.rows)
            return None
        if isinstance(message, Outcome):
            if message.code is None:
                message.rows.packed |= worker.ahead
            worker.ahead, worker.job = {}, None
            if (message.rows.pack.page_count or 0) > LONG_FILE:
                self._drop(worker)
        return message

    def _watch(self, worker: _Worker) -> Outcome | None:
        """Hold a worker that says nothing to its limits."""
        now, limits, page = time.monotonic(), self.limits, worker.in_hand.value
        if page != worker.page:
            worker.page, worker.page_began = page, now
        used = resident(worker.process.pid or 0)
        if used is None:
            return None  # it died meanwhile: its pipe will tell
        if used > limits.memory:
            return self._give_up(worker, "memory", f"reading it took more than {limits.memory} MiB of memory: allow more with --memory")
        if page and now - worker.page_began > limits.page_timeout:
            return self._give_up(worker, "timeout", f"reading it took more than {limits.page_timeout:g} seconds: allow more with --page-timeout")
        if now - worker.began > limits.file_timeout:
            worker.in_hand.value = 0
            return self._give_up(worker, "timeout", f"it took more than {limits.file_timeout:g} seconds: allow more with --file-timeout")
        return None

    def _give_up(self, worker: _Worker, code: str, why: str) -> Outcome | None:
        """End a worker; the page in its hands is left out when the file is read again, or the file fails."""
        job, page = worker.job, worker.in_hand.value
        assert job is not None
        seconds = max(0.0, time.monotonic() - worker.began)
        self._drop(worker)
        if page and len(job.skip) < BAD_PAGES and all(bad.page != page for bad in job.skip):
            bad = BadPage(page, f"page-{code}", f"{why} and read it with --again" if "allow" in why else why)
            self._again.append(replace(job, skip=(*job.skip, bad)))
            return None
        if len(job.skip) >= BAD_PAGES:
            why = f"{BAD_PAGES + 1} of its pages could not be read, the last being page {page}: {why}"
        return failed(job, code, why, seconds)

    def _drop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        if worker.job is None:
            worker.process.join(0.5)
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join(5)


def _may_fork() -> bool:
    """On Linux a process without other Python threads is copied, imports and all; else a new one is started.

    DuckDB's threads live only while a database is open, which is never so while a worker is made.
    """
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """A process started meanwhile ignores Ctrl-C from its first moment: it is this process that stops it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if hasattr(signal, "pthread_sigmask"):  # held back, not lost: it comes when the process is started
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _how(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        try:
            name = signal.Signals(-exitcode).name
        except ValueError:
            name = f"signal {-exitcode}"
        return f"{name}, perhaps out of memory" if name == "SIGKILL" else name
    return f"exit code {exitcode}"
