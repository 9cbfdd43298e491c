"""Opening the database file: for one query, or to commit one batch; each waits for its turn."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import duckdb

from papermine import __version__
from papermine.errors import DatabaseBusy, DatabaseUnusable
from papermine.store.version import SCHEMA_VERSION

T = TypeVar("T")
Connection = duckdb.DuckDBPyConnection
Config = dict[str, str | bool | int | float | list[str]]
READ_WAIT, WRITE_WAIT = 10.0, 60.0
BUSY = ("conflicting lock", "could not set lock", "being used by another process", "already open in", "different configuration",
         "same database file", "unique file handle")
"""Signs in DuckDB's words that somebody else holds the file."""
_READ_ONLY: Config = {"enable_external_access": "false", "autoload_known_extensions": "false", "autoinstall_known_extensions": "false",
              "lock_configuration": "true"}
_LIMITS: Config = {}
LITTLE, SPARING, MODEST, AMPLE = "8MB", "64MB", "96MB", "192MB"
"""What a writer may hold in memory between the parts of a run, in a large transaction, in others (and while it opens and closes), and in those for
which that was not enough: without a bound DuckDB keeps what it read of the file, and grows with it."""
_TURN = 2.0
"""Seconds for which a writer that waits keeps new readers back, unless it says again that it waits."""
WRITING: Config = {"autoload_known_extensions": "false", "autoinstall_known_extensions": "false", "threads": 1}
"""One thread: what a commit or a link asks is many small questions, each a third dearer with two; and the readers have the other cores."""


def limit_readers(memory: str, threads: int) -> None:
    """For a process that serves strangers: bounds on what all its readers may use together, and no spilling to disk.

    Call it once, before the first reader: DuckDB lets connections of one process differ in nothing.
    """
    _LIMITS.update({"memory_limit": memory, "threads": threads, "temp_directory": ""})


@contextmanager
def open_reader(db: str | os.PathLike[str], *, wait: float = READ_WAIT, check: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection that reaches no other file: for one query, then close it.

    ``check=False`` lets through a database of another schema version. Raises `DatabaseBusy` after
    ``wait`` seconds, `DatabaseUnusable` where there is nothing to read.
    """
    path = Path(db)
    if not path.exists() or path.stat().st_size == 0:
        raise DatabaseUnusable(f"{path} does not exist: run `papermine ingest PATH --db {path}` first, or name another with --db")
    con = _connect(path, True, wait)
    try:
        if check:
            check_layout(con, path)
        yield con
    finally:
        con.close()


@contextmanager
def open_writer(db: str | os.PathLike[str], *, wait: float = WRITE_WAIT) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that can write, on a database that exists and has today's layout.

    Makes the file where there is none. Hold it for one commit (under a second). Raises `DatabaseBusy`; what DuckDB says of a
    file that cannot be written becomes `DatabaseUnusable`, and its word of an interruption `KeyboardInterrupt`.
    """
    path = Path(db)
    if not path.exists() or path.stat().st_size == 0:
        from papermine.store.fresh import create
        create(path)
    con = _connect(path, False, wait)
    try:
        _clear_away(path)
        if path.with_name(path.name + ".wal").exists():
            with suppress(duckdb.Error):
                con.execute("FORCE CHECKPOINT")  # what a run that was killed left beside the file; a close without a change would leave it there
        hold(con)
        check_layout(con, path)
        _refresh_views(con)
        yield con
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except duckdb.Error as error:
        raise unusable(path, error) from error
    finally:
        close(con)


def sparingly(con: duckdb.DuckDBPyConnection, work: Callable[[], T], memory: str = MODEST) -> T:
    """Do it with no more than ``memory`` held by DuckDB, the rest waits in its folder beside the file; where that is not enough, again with
    `AMPLE`, and then with what the machine has. What did not get through is taken back.

    After any error that it raises the connection is to be closed.
    """
    def within(bound: str | None) -> T:
        if bound != MODEST:  # which a writer is held to in between
            hold(con, bound)
        done = work()
        hold(con)
        return done

    for bound in (memory, AMPLE):
        try:
            return within(bound)
        except duckdb.OutOfMemoryException:
            with suppress(duckdb.TransactionException):
                con.execute("ROLLBACK")
    return within(None)


def hold(con: duckdb.DuckDBPyConnection, memory: str | None = MODEST) -> None:
    """Give back what was read of the file and is not in use, and hold no more than ``memory`` from now on; None: what DuckDB itself allows.

    Where more than that is in use, the bound stays as it was.
    """
    with _beside(con) as con:
        _bound(con, LITTLE)  # a bound that is lowered for a moment throws out all that may go
        _bound(con, memory)


def let_go(con: duckdb.DuckDBPyConnection) -> None:
    """Give back what was read of the file and is not in use; the bound stays."""
    with _beside(con) as con:
        (bound,) = con.execute("SELECT current_setting('memory_limit')").fetchone() or (None,)
        _bound(con, LITTLE)
        _bound(con, bound)


@contextmanager
def _beside(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the same open database: a bound that cannot be kept is an error, which aborts the transaction of the connection that it is
    said over."""
    other = con.cursor()
    try:
        yield other
    finally:
        other.close()


def _bound(con: duckdb.DuckDBPyConnection, memory: str | None) -> None:
    with suppress(duckdb.OutOfMemoryException):
        con.execute("RESET memory_limit" if memory is None else f"SET memory_limit = '{memory}'")


def _connect(path: Path, read_only: bool, wait: float) -> duckdb.DuckDBPyConnection:
    """Open the file. A writer that finds it held says so beside it, and readers let it in first: many short readers
    that follow each other closely would otherwise keep it out for good."""
    end = time.monotonic() + wait
    pause = 0.02
    turn = _turn(path)
    if read_only:
        let_writers_in(path, wait)
    try:
        while True:
            try:
                return duckdb.connect(str(path), read_only=read_only, config={**_READ_ONLY, **_LIMITS} if read_only else WRITING)
            except duckdb.Error as error:
                message = str(error)
                if not any(sign in message.lower() for sign in BUSY):
                    raise unusable(path, error) from error
                if time.monotonic() >= end:
                    raise busy(path, message, wait) from error
            if not read_only:
                _say_waiting(turn)
                pause = min(pause, 0.05)
            time.sleep(min(pause, max(0.0, end - time.monotonic())))
            pause = min(pause * 1.5, 0.25)
    finally:
        if not read_only:
            turn.unlink(missing_ok=True)


def _clear_away(path: Path) -> None:
    """What did not fit into memory DuckDB puts into a folder beside the file, and takes the folder away when it closes: of a process that was
    killed it stays. For a writer: no other process has the file open, though other threads of this one may."""
    folder = path.with_name(path.name + ".tmp")
    if folder.is_dir():
        with suppress(OSError):
            for left in folder.iterdir():
                whose = re.match(r"duckdb_temp_(\d+)_", left.name)
                if whose and int(whose[1]) != os.getpid():
                    left.unlink()
            folder.rmdir()  # which a folder with anything else in it refuses


def _turn(path: Path) -> Path:
    return path.with_name(f".{path.name}.writer-waits")


def let_writers_in(path: Path, wait: float) -> None:
    """Wait while a writer says that it waits, ``wait`` seconds at most."""
    end, turn = time.monotonic() + wait, _turn(path)
    while _waits(turn) and time.monotonic() < end:
        time.sleep(0.01)


def _waits(turn: Path) -> bool:
    try:
        return time.time() - turn.stat().st_mtime < _TURN
    except OSError:
        return False


def _say_waiting(turn: Path) -> None:
    try:
        turn.touch()
    except OSError:
        pass  # a folder that cannot be written: the writer takes its chance


def busy(path: Path, message: str, wait: float) -> DatabaseBusy:
    """The sentence that says who holds the file. ``message`` is DuckDB's."""
    held = re.search(r"(?:held in|open in) (.+?) \(PID (\d+)\)", message)
    if held:
        who = f"process {held[2]} ({Path(held[1]).name})"
        pid = int(held[2])
        if pid == os.getpid():
            who = "this process"
    elif "different configuration" in message or "unique file handle" in message:
        who = "this process"
    else:
        who = "another process"
    return DatabaseBusy(f"{path} is held by {who}, and was not let go within {wait:g} s: close that program or wait for it, then try again")


def unusable(path: Path, error: Exception) -> DatabaseUnusable:
    """The sentence for a database that cannot be opened or written."""
    if isinstance(error, DatabaseUnusable):
        return error
    text = " ".join(str(error).split("\n")[0].split())
    low = str(error).lower()
    if "not a valid duckdb" in low or "magic bytes" in low:
        return DatabaseUnusable(f"{path} is not a DuckDB database: name another file with --db")
    if "version" in low and ("newer" in low or "serialization" in low):
        return DatabaseUnusable(f"{path} was written by a newer DuckDB: upgrade it (`pip install -U duckdb`)")
    if any(sign in low for sign in ("no space", "too large", "could not write", "disk", "fatal", "invalidated", "errno 27", "errno 28")):
        return DatabaseUnusable(f"{path} could not be written, as if the disk were full ({text}): free some space and run the same command "
                                "again; what was stored before is whole")
    if "directory" in low or "permission" in low or "no such file" in low or "read-only" in low or "cannot open" in low:
        return DatabaseUnusable(f"{path} cannot be opened or made ({text}): name a file in a folder that you may write, with --db")
    return DatabaseUnusable(f"{path} cannot be used ({text})")


def check_layout(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise the sentence that says what to do where the layout is not today's."""
    try:
        rows = con.execute("SELECT schema_version, layout, papermine_version FROM stored.meta").fetchall()
    except duckdb.CatalogException:
        rows = []
    if not rows:
        raise DatabaseUnusable(f"{path} is a DuckDB database, but not one that papermine wrote: name another file with --db")
    version, layout, writer = rows[0]
    if version > SCHEMA_VERSION:
        raise DatabaseUnusable(f"{path} was written by papermine {writer}, newer than this {__version__}: upgrade papermine "
                               "(`pip install -U papermine`), or name another file with --db")
    from papermine.store.schema import layout_digest
    if version < SCHEMA_VERSION or layout != layout_digest():
        raise DatabaseUnusable(f"{path} was written by an older papermine ({writer}, schema {version}): read the papers again with "
                               f"`papermine ingest PATH --db new.duckdb`, or replace it with `papermine ingest PATH --db {path} --rebuild`")


def _refresh_views(con: duckdb.DuckDBPyConnection) -> None:
    from papermine.store.schema import views_digest
    rows = con.execute("SELECT views FROM stored.meta").fetchall()
    if rows and rows[0][0] != views_digest():
        con.execute("BEGIN")
        replace_views(con)
        con.execute("COMMIT")


def replace_views(con: duckdb.DuckDBPyConnection) -> None:
    """Put today's views and comments in; views of an earlier layout go."""
    for (name,) in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'").fetchall():
        con.execute(f'DROP VIEW main."{name}"')
    from papermine.store import schema
    for statement in (*schema.view_statements(), *schema.comment_statements()):
        con.execute(statement)
    con.execute(f"UPDATE stored.meta SET views = {schema.quoted(schema.views_digest())}")


def close(con: duckdb.DuckDBPyConnection) -> None:
    """Close it, whatever it says."""
    try:
        con.close()
    except duckdb.Error:
        pass  # a failed checkpoint: the write-ahead log keeps what was committed
