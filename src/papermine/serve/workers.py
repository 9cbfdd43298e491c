"""Work that a hostile file or query could hang or crash, in processes of its own that are killed when time is up.

PDFium runs here because a broken PDF can take its process down, and is not safe for threads; a
stranger's SQL because some functions of DuckDB do not heed an interrupt.
"""

from __future__ import annotations

import multiprocessing
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from papermine.errors import PapermineError

_MEMORY = 6 << 30
"""Bytes of address space that a worker may use, where the system can bound it."""
_START = 60.0
"""Seconds that a worker may take to come up."""


class TimeIsUp(PapermineError):
    """The work took too long, and its process was ended."""

    code = "time-is-up"


class Broken(PapermineError):
    """The process that did the work died of it."""

    code = "broken"


class Busy(PapermineError):
    """All workers are at work, and none was free in time."""

    code = "busy"


def _serve(pipe: Connection) -> None:
    """The worker's loop: (function, arguments) in, (True, result) or (False, error) out."""
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass
    with suppress(OSError):  # nobody is there any more who asked
        pipe.send(True)  # it is up: the time of the work begins after this
    while True:
        try:
            function, args = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send((True, function(*args)))
        except PapermineError as error:
            pipe.send((False, error))
        except MemoryError:
            pipe.send((False, Broken("it would take more memory than this server gives it")))
        except Exception as error:
            with suppress(OSError):
                pipe.send((False, Broken(f"{type(error).__name__}: {error}")))


class _Worker:
    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def kill(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join(5)


class Workers:
    """At most ``count`` processes, started when they are first needed; one that was ended is replaced at once. Safe for threads."""

    def __init__(self, count: int) -> None:
        self._free: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(count):
            self._free.put(None)
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def __call__(self, function: Callable[..., Any], *args: Any, seconds: float, wait: float = 20.0) -> Any:
        """Do it in a worker. ``function`` is of a module; arguments and result must be picklable.

        Raises what it raises on purpose, `TimeIsUp`, `Broken`, or `Busy` where no worker was free after ``wait`` seconds.
        """
        try:
            worker = self._free.get(timeout=wait)
        except queue.Empty:
            raise Busy("this server has its hands full: try again in a moment") from None
        kept: _Worker | None = None
        at_work = False
        try:
            if worker is None or not worker.process.is_alive():
                worker = self._started(worker)
            kept, at_work = worker, True
            worker.pipe.send((function, args))
            if not worker.pipe.poll(seconds):
                kept = None
                self._ended(worker)
                raise TimeIsUp(f"it took longer than {seconds:g} seconds, and was stopped")
            good, result = worker.pipe.recv()
        except (EOFError, OSError) as error:
            kept = None
            if worker is not None:
                self._ended(worker)
            raise Broken("it broke the process that worked on it") from error
        finally:
            if at_work and kept is None:
                threading.Thread(target=self._replace, daemon=True).start()
            else:
                self._free.put(kept)
        if good:
            return result
        raise result

    def warm(self, first: Callable[[], None]) -> None:
        """Start the workers now, so that no request waits for one (half a second each): each does ``first``, which imports what it will need."""
        def start() -> None:
            try:
                self(first, seconds=60)
            except PapermineError:
                pass  # the server ended meanwhile, or the first request will say what is wrong

        for _ in range(self._free.qsize()):
            threading.Thread(target=start, daemon=True).start()

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            self._closed = True
            for worker in self._all:
                worker.kill()
            self._all.clear()

    def _started(self, dead: _Worker | None) -> _Worker:
        if dead is not None:
            self._ended(dead)
        worker = _Worker()
        with self._lock:
            self._all.add(worker)
        if self._closed or not worker.pipe.poll(_START):
            self._ended(worker)
            raise Busy("this server has its hands full: try again in a moment")
        worker.pipe.recv()
        return worker

    def _replace(self) -> None:
        """Start a worker in place of one that was ended, so that the next request need not wait for that."""
        worker: _Worker | None = None
        try:
            worker = self._started(None)
        except (PapermineError, EOFError, OSError):
            pass  # the server ended meanwhile, or the next request will say what is wrong
        finally:
            self._free.put(worker)

    def _ended(self, worker: _Worker) -> None:
        worker.kill()
        with self._lock:
            self._all.discard(worker)
