"""Many short readings of one database by one process: the file is attached while somebody reads, and let go after.

A connection of its own costs 30 ms of CPU for each reading, most of it to start an engine that knows nothing yet. Here one
engine in memory stays, and only the file comes and goes: a writer gets in between as before.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import duckdb

from papermine.errors import DatabaseUnusable
from papermine.store.connect import BUSY, READ_WAIT, Connection, busy, check_layout, let_writers_in, unusable
from papermine.store.schema import quoted

_NAME = "council_papers"
"""The file's name in the engine."""


class AttachedReader:
    """Read-only connections to ``db`` that reach no other file. One object for a process; its methods may be called from any thread.

    What a caller keeps in schema ``memory.main`` (`Connection` of `engine`) stays, and each reading sees it.
    """

    def __init__(self, db: str | os.PathLike[str]) -> None:
        self.path = Path(db)
        self.engine: Connection = duckdb.connect(":memory:", config={"autoload_known_extensions": "false", "autoinstall_known_extensions": "false"})
        at = os.path.abspath(db)
        self._attach = f"ATTACH {quoted(at)} AS {_NAME} (READ_ONLY)"
        self.engine.execute(f"SET allowed_paths = [{quoted(at)}, {quoted(at + '.wal')}]")
        self.engine.execute("SET enable_external_access = false")
        self.engine.execute("SET lock_configuration = true")
        self._lock = threading.Lock()
        self._at_once = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))
        """Readings at a time: more of them would each take longer, and a writer that waits has to wait for all of them."""
        self._readers = self.inode = 0
        """How many read now, and the inode of the file that they read."""

    @contextmanager
    def read(self, wait: float = READ_WAIT) -> Iterator[Connection]:
        """A connection for one reading. Raises `DatabaseBusy` after ``wait`` seconds, `DatabaseUnusable` where there is nothing to read."""
        if not self._at_once.acquire(timeout=2 * wait):  # those before may have waited for a writer so long
            raise busy(self.path, "", 2 * wait)
        try:
            with closing(self.engine.cursor()) as con:
                self._begin(con, wait)
                try:
                    con.execute(f"USE {_NAME}")
                    check_layout(con, self.path)
                    yield con
                finally:
                    with suppress(duckdb.Error):
                        con.execute("USE memory")
                    self._end(con)
        finally:
            self._at_once.release()

    def _begin(self, con: Connection, wait: float) -> None:
        let_writers_in(self.path, wait)
        end = time.monotonic() + wait
        while True:
            with self._lock:
                if self._joined(con, end, wait):
                    self._readers += 1
                    return
            time.sleep(0.02)

    def _joined(self, con: Connection, end: float, wait: float) -> bool:
        """Is the file attached, and still the one of that name? Attaches it where nobody reads."""
        try:
            found = self.path.stat()
        except OSError:
            found = None
        if found is None or found.st_size == 0:
            raise DatabaseUnusable(f"{self.path} does not exist: run `papermine ingest PATH --db {self.path}` first")
        if self._readers:
            return found.st_ino == self.inode or time.monotonic() >= end
        try:
            con.execute(self._attach)
        except duckdb.Error as error:
            if not any(sign in str(error).lower() for sign in BUSY):
                raise unusable(self.path, error) from error
            if time.monotonic() >= end:
                raise busy(self.path, str(error), wait) from error
            return False
        self.inode = found.st_ino
        return True

    def _end(self, con: Connection) -> None:
        with self._lock:
            self._readers -= 1
            if not self._readers:
                con.execute(f"DETACH {_NAME}")

    def close(self) -> None:
        """End the engine."""
        self.engine.close()
