"""What a worker does with one path: read it as a local run would, and write its pack."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass, replace

from papermine.cluster.folder import Folder, Note
from papermine.cluster.places import here, look
from papermine.errors import UnreadableFile
from papermine.ingest.pool import Pool
from papermine.ingest.report import Options
from papermine.ingest.sources import Given, fingerprint
from papermine.ingest.start import TRY_AGAIN
from papermine.ingest.worker import Job, Outcome, failed, read_one
from papermine.ocr.engine import languages_of

_POOLS: list[Pool] = []
"""Reading processes that no thread of this worker uses now. Files are read in a process of their own, so that one which crashes, takes too
long or too much memory costs itself, and never the worker with what waits there."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a path. ``done``: read, copy (its pack is there already), or failed."""

    path: str
    done: str
    pages: int = 0
    code: str | None = None
    message: str | None = None
    trace: str | None = None
    issues: tuple[tuple[str, int], ...] = ()


def read_path(path: str, given: Given, out: str, options: Options) -> Told:
    """Read one path into ``out``. A bad file is a failed pack; only an output that cannot be written raises (`PapermineError`)."""
    folder = Folder(out)
    try:
        size, modified = look(path)
        with here(path) as local:
            sha256 = fingerprint(local)
            note = Note(path, sha256[:16], size, modified, given)
            held = folder.manifest(note.pack_id)
            if held is not None and (held.current or options.keep_old) and held.code not in TRY_AGAIN and not options.again \
                    and not (held.code == "encrypted" and options.password is not None):
                folder.note(note)
                return Told(path, "copy", held.pages, held.code, held.message)
            job = Job(0, local, sha256, size, options.password, ocr=replace(options.ocr, languages=languages_of(given.ocr_lang)))
            outcome = _read(job, options)
            said = folder.put(outcome, sha256)
            folder.note(replace(note, pack_id=said.pack_id))
    except UnreadableFile as error:
        return Told(path, "failed", code=error.code, message=str(error))
    return Told(path, "read", said.pages, outcome.code, (outcome.message or "").replace(local, path).removeprefix(f"{path}: ") or None,
                outcome.trace, tuple(outcome.issues.items()))


def _read(job: Job, options: Options) -> Outcome:
    """Read a file in a child process, held to the limits of the run."""
    reader = options.reader or read_one
    try:
        pool = _POOLS.pop()
    except IndexError:
        pool = Pool(1, options.limits, options.verbose, reader)
    if (pool.limits, pool.verbose, pool.reader) != (options.limits, options.verbose, reader):
        pool.close()
        pool = Pool(1, options.limits, options.verbose, reader)
    _let_have_children()
    try:
        (outcome,) = (event for event in pool.run(iter([job])) if isinstance(event, Outcome))
    except BaseException:
        pool.close()
        raise
    _POOLS.append(pool)
    return outcome


def _let_have_children() -> None:
    """Dask starts its workers as daemons, which Python lets have no children; ours end by themselves when the worker is gone."""
    here = multiprocessing.current_process()
    if here.daemon:
        here.daemon = False


def give_up(path: str, given: Given, out: str, why: str) -> Told:
    """The failed pack of a file whose reader ended its worker more than once. Raises as `read_path` does."""
    folder = Folder(out)
    try:
        size, modified = look(path)
        with here(path) as local:
            sha256 = fingerprint(local)
            outcome = failed(Job(0, local, sha256, size), "crashed", why, 0.0)
            folder.put(outcome, sha256)
            folder.note(Note(path, sha256[:16], size, modified, given))
    except UnreadableFile as error:
        return Told(path, "failed", code=error.code, message=str(error))
    return Told(path, "read", 0, "crashed", why, None, tuple(outcome.issues.items()))
