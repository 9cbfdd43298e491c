"""A pool of worker processes that knows which file each of them has.

A worker that dies (a crash in a C library, the kernel's out-of-memory killer) or takes too long
costs the one file in its hands, which becomes a failed pack; a new worker takes the next file.
"""

from __future__ import annotations

import multiprocessing as mp
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from papermine.ingest.worker import Job, Outcome, Pages, Reader, Started, failed, read_one, work

FILES_PER_WORKER = 200
"""A worker is replaced after so many files, so that what a library leaks does not add up."""

START_SECONDS = 60.0
"""What a new worker may take to start, beside the time for its first file."""


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    job: Job | None = None
    began: float = 0.0
    files: int = 0


@dataclass(slots=True)
class Pool:
    """Up to ``size`` worker processes; with ``size`` 0 files are read in this process, one by one."""

    size: int
    file_timeout: float
    verbose: bool = False
    reader: Reader = read_one
    _workers: list[_Worker] = field(default_factory=list)

    def run(self, jobs: Iterator[Job]) -> Iterator[Pages | Outcome | None]:
        """Read these files; yields progress, outcomes, and None about twice a second."""
        if self.size == 0:
            yield from self._run_here(jobs)
            return
        more = True
        while True:
            while more and (idle := self._idle()) is not None:
                job = next(jobs, None)
                if job is None:
                    more = False
                else:
                    self._give(idle, job)
                    yield None
            busy = [w for w in self._workers if w.job is not None]
            if not busy:
                return
            ready = wait([w.pipe for w in busy], timeout=0.5)
            for worker in busy:
                if worker.pipe in ready:
                    yield self._hear(worker)
                elif time.monotonic() - worker.began > self.file_timeout and worker.job is not None:
                    job = worker.job
                    self._drop(worker)
                    yield failed(job, "timeout", f"it took more than {self.file_timeout:.0f} seconds: allow more with --file-timeout",
                                 self.file_timeout)
            yield None

    def close(self) -> None:
        """End all workers; files in hand are dropped."""
        for worker in list(self._workers):
            self._drop(worker)

    def _run_here(self, jobs: Iterator[Job]) -> Iterator[Pages | Outcome | None]:
        for job in jobs:
            heard: list[Pages] = []
            outcome = self.reader(job, heard.append)
            yield from heard[-1:]
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
        context = mp.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=work, args=(there, self.reader, self.verbose), daemon=True, name="papermine-reader")
        with _deaf_to_ctrl_c():
            process.start()
        there.close()
        self._workers.append(_Worker(process, here))
        return self._workers[-1]

    def _give(self, worker: _Worker, job: Job) -> None:
        worker.job, worker.began = job, time.monotonic() + (0 if worker.files else START_SECONDS)
        worker.files += 1
        try:
            worker.pipe.send(job)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it died meanwhile: `_hear` finds the pipe at its end

    def _hear(self, worker: _Worker) -> Pages | Outcome | None:
        job = worker.job
        assert job is not None
        try:
            message: Pages | Outcome | Started = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            code = worker.process.exitcode
            self._drop(worker)
            return failed(job, "crashed", f"the reader stopped while reading it ({_how(code)}): please report this file",
                          max(0.0, time.monotonic() - worker.began))
        if isinstance(message, Started):
            worker.began = time.monotonic()
            return None
        if isinstance(message, Outcome):
            worker.job = None
        return message

    def _drop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        if worker.job is None:
            worker.process.join(0.5)
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join(5)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """A process started meanwhile ignores Ctrl-C from its first moment: it is this process that stops it."""
    if threading.current_thread() is not threading.main_thread():
        yield
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
