"""An empty database. Writing today's layout down takes a thousand statements, so the finished file is kept, and copied the next time.

It lies under the user's cache folder (or ``PAPERMINE_CACHE``), named by a digest of all that it depends on, and begins with a
digest of the rest of it: what is not whole is made again. Where the folder cannot be written, nothing is kept.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import duckdb

from papermine import __version__
from papermine.cachefolder import keep, kept, place_of
from papermine.errors import DatabaseUnusable
from papermine.store import schema
from papermine.store.connect import WRITING, close, replace_views, unusable
from papermine.store.version import SCHEMA_VERSION


def create(path: Path) -> None:
    """Make an empty database, whole or not at all: a process killed meanwhile leaves no half file.

    One that another run made first is left as it is. Raises `DatabaseUnusable`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob(f".{path.name}.*.new*"):
            if time.time() - left.stat().st_mtime > 60:
                left.unlink(missing_ok=True)
        if path.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        if path.exists() and path.stat().st_size == 0:
            path.unlink()
    except OSError as error:
        raise DatabaseUnusable(
            f"{path} cannot be made ({error.strerror or error}): name a file in a folder that you may write, with --db") from error
    fresh = path.parent / f".{path.name}.{os.getpid()}.new"
    try:
        if (known := _kept()) is None:
            _write(fresh)
            _keep(fresh.read_bytes())
        else:
            with open(fresh, "wb") as file:
                file.write(known)
                file.flush()
                os.fsync(file.fileno())  # a full disk shows here, before the file gets its name
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass  # another run made it first
        except OSError:
            os.replace(fresh, path)
    except (duckdb.Error, OSError) as error:
        raise unusable(path, error) from error
    finally:
        for left in (fresh, fresh.with_name(fresh.name + ".wal")):
            left.unlink(missing_ok=True)


def _write(path: Path) -> None:
    """Write today's layout into a new file. Raises what DuckDB or the disk says."""
    con = duckdb.connect(str(path), config=WRITING)
    try:
        con.execute("PRAGMA disable_optimizer")  # a thousand statements with nothing in them to make better: half their time
        con.execute("BEGIN")
        for statement in schema.table_statements():
            con.execute(statement)
        con.execute("INSERT INTO stored.meta VALUES (?, ?, '', 0, ?)", [SCHEMA_VERSION, schema.layout_digest(), __version__])
        replace_views(con)
        con.execute("COMMIT")
        con.execute("CHECKPOINT")  # a full disk shows here, before the file gets its name
    finally:
        close(con)
    if path.with_name(path.name + ".wal").exists():
        raise OSError(28, "no space left")


def _place() -> Path:
    """Where the empty database of this papermine, layout and DuckDB is kept."""
    return place_of("empty", __version__, SCHEMA_VERSION, schema.layout_digest(), schema.views_digest(), duckdb.__version__)


def _kept() -> bytes | None:
    """The empty database that was kept; None where there is none, or not a whole one."""
    try:
        return kept(_place())
    except (OSError, RuntimeError):
        return None


def _keep(made: bytes) -> None:
    """Keep it, if the folder can be written."""
    with suppress(OSError, RuntimeError):
        keep(_place(), made)
