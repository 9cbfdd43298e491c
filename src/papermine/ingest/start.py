"""The start of a run. Where no file has changed it ends here too: one look at the database, and nothing else is imported."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from papermine import RULES_VERSION, __version__
from papermine.errors import PapermineError, UnreadableFile
from papermine.ingest.report import Failure, Listener, Options, Report
from papermine.ingest.sources import SAID, Given, Sources, find, stat
from papermine.provenance import whole
from papermine.store.read import Source, queries, query
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
    if (report := nothing_new(sources, Path(db), options)) is not None:
        report.seconds = time.monotonic() - began
        return report
    from papermine.ingest.run import Run
    return Run(sources, Path(db), options, listener or (lambda _: None)).go()


def nothing_new(sources: Sources, db: Path, options: Options) -> Report | None:
    """The report of a run that has nothing to do, or None where there may be something.

    Every file must be stored with its size and time of change, read by this papermine, with all that is said of it now.
    """
    if db.with_name(db.name + ".wal").exists():
        return None  # a run that was killed left it: a writer puts it into the file
    if options.again or options.prune or options.password is not None or not db.is_file():
        return None
    try:
        meta, rows, unread_rows = (answer.rows for answer in queries(db, (
            ("SELECT schema_version, papermine_version, (SELECT count(*) FROM stored.link_due) FROM stored.meta", ()),
            (f"SELECT f.path, f.size, f.modified_ns, f.{', f.'.join(SAID)}, p.status, p.papermine_version, p.rules_version, "
            "(SELECT (code, message) FROM stored.issues i WHERE i.pack_id = p.pack_id AND p.status = 'failed' AND severity = 'error' "
            "LIMIT 1) "
            "FROM stored.files f JOIN stored.packs p USING (pack_id) WHERE f.path IN (SELECT unnest(?))", [[whole(path) for path in sources.files]]),
            (_UNREAD, ())), check=False))
    except PapermineError:
        return None  # the run itself says what is wrong with it
    if meta != [(SCHEMA_VERSION, __version__, 0)]:
        return None
    if options.ocr.mode != "never" and not options.keep_old and unread_rows:
        return None  # if Tesseract has come meanwhile, they are read
    held = {row[0]: row[1:] for row in rows}
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


def unread(db: Source) -> list[str]:
    """The packs with pages that could not be recognised when they were read, for want of Tesseract or by the user's wish."""
    return [pack_id for (pack_id,) in query(db, _UNREAD, check=False).rows]
