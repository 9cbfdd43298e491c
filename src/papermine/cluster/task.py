"""What a worker does with one path: read it as a local run would, and write its pack."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from papermine.cluster.folder import Folder, Note
from papermine.cluster.places import here, look
from papermine.errors import UnreadableFile
from papermine.ingest.report import Options
from papermine.ingest.sources import Given, fingerprint
from papermine.ingest.start import TRY_AGAIN
from papermine.ingest.worker import Job, failed, read_one
from papermine.ocr.engine import languages_of

_ONE_AT_A_TIME = threading.Lock()
"""PDFium reads one file at a time in a process, however many threads a worker has."""


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
            with _ONE_AT_A_TIME:
                outcome = (options.reader or read_one)(job, lambda _: None)
            said = folder.put(outcome, sha256)
            folder.note(replace(note, pack_id=said.pack_id))
    except UnreadableFile as error:
        return Told(path, "failed", code=error.code, message=str(error))
    return Told(path, "read", said.pages, outcome.code, (outcome.message or "").replace(local, path).removeprefix(f"{path}: ") or None,
                outcome.trace, tuple(outcome.issues.items()))


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
