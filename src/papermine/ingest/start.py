"""The start of a run. Where no file has changed it ends here too: one look at the database, and nothing else is imported."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from papermine import RULES_VERSION, __version__
from papermine.errors import PapermineError, UnreadableFile
from papermine.ingest.report import Failure, Listener, Options, Report
from papermine.ingest.sources import SAID, Given, Sources, find, stat
from papermine.provenance import whole
from papermine.store.connect import WRITE_WAIT, Connection, open_reader
from papermine.store.read import query
from papermine.store.version import SCHEMA_VERSION

TRY_AGAIN = frozenset({"crashed", "timeout", "memory", "not-readable", "missing-file", "internal-error"})
"""Failures that may pass: such a file is read again although it has not changed."""


def ingest(paths: Sequence[str | os.PathLike[str]], db: str | os.PathLike[str], options: Options | None = None,
           listener: Listener | None = None) -> Report:
    """Read these files and folders into the database. Unchanged files are skipped.

    Raises `PapermineError` where there is nothing to read or the database cannot be written; what
    was committed before stays.
    """
    options = options or Options()
    sources = find(paths, options.council, options.manifest, Path(os.path.abspath(db) + ".papers"), "+".join(options.ocr.languages) or None)
    if options.rebuild:
        from papermine.ingest.run import rebuild
        return rebuild(sources, Path(db), options, listener)
    if not sources.files and not options.prune:
        raise PapermineError("; ".join(sources.problems) or "there is nothing to read: name PDF files or folders that hold some")
    began = time.monotonic()
    found = look(sources, Path(db), options)
    if isinstance(found, Report):
        found.seconds = time.monotonic() - began
        return found
    from papermine.ingest.run import Run
    return Run(sources, Path(db), options, listener or (lambda _: None), found).go()


class Known(NamedTuple):
    """What the database says that a run needs to know, from one look at it. ``files``: the named ones, as path, pack_id, size, modified_ns, ocr_lang.

    ``packs``: all, as pack_id, status, papermine_version, rules_version and, of one that failed, code and message. ``unread``: packs with pages that
    could not be recognised. ``layout``: the digest of the stored tables' layout.
    """

    layout: str
    files: list[tuple[Any, ...]]
    packs: list[tuple[Any, ...]]
    unread: list[str]


def look(sources: Sources, db: Path, options: Options) -> Report | Known | None:
    """The report of a run that has nothing to do; or what the run needs to know; or None where it must look by itself, as a writer."""
    if db.with_name(db.name + ".wal").exists():
        return None  # a run that was killed left it: a writer puts it into the file
    if options.again or options.prune or options.password is not None or not db.is_file():
        return None
    try:
        with open_reader(db, check=False, wait=WRITE_WAIT) as con:
            meta = query(con, "SELECT schema_version, papermine_version, (SELECT count(*) FROM stored.link_due), layout FROM stored.meta").rows
            if len(meta) != 1 or meta[0][0] != SCHEMA_VERSION:
                return None
            report = nothing_new(sources, db, options, con) if meta[0][1:3] == (__version__, 0) else None
            return report or known(con, sources, meta[0][3])
    except PapermineError:
        return None  # the run itself says what is wrong with it


def known(con: Connection, sources: Sources | None, layout: str) -> Known:
    """What a run needs to know. ``sources``: the files that it names; None: all files that are stored are of interest."""
    named = "" if sources is None else "WHERE path IN (SELECT unnest($named))"
    return Known(layout, query(con, f"SELECT path, pack_id, size, modified_ns, ocr_lang FROM stored.files {named}",
                               {} if sources is None else {"named": [whole(path) for path in sources.files]}).rows,
                 query(con, "SELECT p.pack_id, p.status, p.papermine_version, p.rules_version, i.code, i.message FROM stored.packs p "
                       "LEFT JOIN stored.issues i ON i.pack_id = p.pack_id AND p.status = 'failed' AND i.severity = 'error'").rows,
                 [pack_id for (pack_id,) in query(con, _UNREAD).rows])


def nothing_new(sources: Sources, db: Path, options: Options, con: Connection) -> Report | None:
    """The report of a run that has nothing to do, or None where there may be something.

    Every file must be stored with its size and time of change, read by this papermine, with all that is said of it now.
    """
    if options.ocr.mode != "never" and not options.keep_old and query(con, _UNREAD).rows:
        return None  # if Tesseract has come meanwhile, they are read
    rows = query(con, f"SELECT f.path, f.size, f.modified_ns, f.{', f.'.join(SAID)}, p.status, p.papermine_version, p.rules_version, "
                 "(SELECT (code, message) FROM stored.issues i WHERE i.pack_id = p.pack_id AND p.status = 'failed' AND severity = 'error' "
                 "LIMIT 1) "
                 "FROM stored.files f JOIN stored.packs p USING (pack_id) WHERE f.path IN (SELECT unnest(?))",
                 [[whole(path) for path in sources.files]])
    held = {row[0]: row[1:] for row in rows.rows}
    report = Report(str(db), len(sources.files), problems=list(sources.problems))
    for path, given in sources.files.items():
        row = held.get(whole(path))
        if row is None or not _same(path, row[:2]) or any(v not in (None, old) for v, old in zip(_said(given), row[2:2 + len(SAID)], strict=True)):
            return None
        status, version, rules, failure = row[2 + len(SAID):]
        if not options.keep_old and (version, rules) != (__version__, RULES_VERSION):
            return None
        if status == "failed":
            code, message = failure.values() if isinstance(failure, dict) else failure or (None, None)
            if code in TRY_AGAIN or code is None:
                return None
            report.failures.append(Failure(path, code, (message or "it could not be read").removeprefix(f"{path}: "), before=True))
        report.unchanged += 1
    return report


_UNREAD = ("SELECT DISTINCT pack_id FROM stored.issues WHERE code IN ('no-text-layer', 'bad-text-layer', 'text-layer-doubted') "
           "AND (contains(message, 'Tesseract is not installed') OR contains(message, '--ocr never'))")


def _same(path: str, known: Sequence[int]) -> bool:
    try:
        found = stat(path)
    except UnreadableFile:
        return False
    return (found.st_size, found.st_mtime_ns) == tuple(known) and not os.path.isdir(path)


def _said(given: Given) -> list[object]:
    return [getattr(given, name) for name in SAID]
