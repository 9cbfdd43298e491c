"""One run of `papermine ingest`: what to read, who reads it, when it is committed, what is said at the end."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from papermine import RULES_VERSION, __version__
from papermine.errors import DatabaseUnusable, PapermineError, UnreadableFile
from papermine.ingest.pool import Pool
from papermine.ingest.report import Failure, Listener, Options, Progress, Report
from papermine.ingest.sources import Given, Sources, file_row, fingerprint, stat, under
from papermine.ingest.start import TRY_AGAIN, Known, known
from papermine.ingest.worker import Job, Outcome, Pages, read_one
from papermine.ocr.engine import engine, languages_of
from papermine.provenance import whole
from papermine.records import FileRow
from papermine.store import DECISION_PACKS, Batch, Connection, commit, open_writer, query
from papermine.store.connect import WRITE_WAIT, sparingly
from papermine.store.fresh import create
from papermine.store.journal import journal_of, read_journal
from papermine.store.linking import link
from papermine.store.schema import layout_digest

BATCH_SECONDS, BATCH_PACKS, BATCH_ROWS = 5.0, 50, 100_000
COMMIT_SHARE, BATCH_SECONDS_MOST = 0.01, 20.0
"""A small commit costs a fifth of a second, and more with the size of the database: commits follow each other at most so closely that they
take this share of a run; but what a power cut may cost stays under these seconds."""
_COUNTED = {"packs": "stored.packs", "papers": "stored.documents", "items": "stored.agenda_items", "decisions": f"({DECISION_PACKS})",
            "tables": "stored.tables", "issues": "issues"}


@contextmanager
def _noting_ctrl_c() -> Iterator[list[int]]:
    """Ctrl-C interrupts as ever, and is noted too: a library that was at work may swallow the exception, but the run still stops."""
    noted: list[int] = []
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield noted
        return

    def note(number: int, frame: object) -> None:
        noted.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, note)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def rebuild(sources: Sources, db: Path, options: Options, listener: Listener | None) -> Report:
    """Read all stored and all named files into a fresh database beside the old one, then put it in its place."""
    fresh = db.with_name(db.name + ".rebuilding")
    if db.exists():
        try:
            rows = query(db, "SELECT * FROM files ORDER BY path", check=False).dicts()
        except PapermineError as error:
            sources.problems.append(f"the list of files of the old database cannot be read, so only the named ones are: {error}")
            rows = []
        for row in rows:
            given = Given(*(row.get(c) for c in ("council", "body", "date", "source_url", "published", "licence", "ocr_lang")))
            if not os.path.exists(row["path"]):
                sources.problems.append(f"{row['path']} is gone: its records stay in {db.name}.old only")
                continue
            said = sources.files.get(row["path"], Given())
            sources.files[row["path"]] = Given(*(getattr(said, c) or getattr(given, c) for c in Given.__slots__))
    if not sources.files:
        raise PapermineError("; ".join(sources.problems) or "there is nothing to read: name PDF files or folders that hold some")
    report = Run(sources, fresh, replace(options, rebuild=False, prune=False), listener or (lambda _: None)).go()
    if report.interrupted:
        report.problems.append(f"{db} is as it was: the same command goes on where this one stopped")
        return report
    try:
        if db.exists():
            os.replace(db, db.with_name(db.name + ".old"))
        os.replace(fresh, db)
    except OSError as error:
        raise DatabaseUnusable(f"{fresh} is finished, but could not take the place of {db} ({error.strerror}): rename it yourself") from error
    report.db = str(db)
    return report


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the database holds of a pack, as far as a run needs to know. Packs that are alike share one."""

    status: str
    current: bool
    code: str | None
    message: str | None


class Run:
    """The state of one run."""

    def __init__(self, sources: Sources, db: Path, options: Options, listener: Listener, known: Known | None = None) -> None:
        """``known``: what a look at the database has shown; without it, the run looks by itself."""
        self.sources, self.db, self.options, self.listener = sources, db, options, listener
        self.report = Report(str(db), len(sources.files), problems=list(sources.problems))
        self.known = known
        self.progress = Progress(files_total=len(sources.files))
        self.batch = Batch()
        self.began = self.batch_began = time.monotonic()
        self.commit_took = 0.0
        self.files: dict[str, tuple[str, int, int]] = {}
        self.languages: dict[str, str | None] = {}
        self.packs: dict[str, _Stored] = {}
        self.waiting: dict[str, list[FileRow]] = {}
        self.jobs: dict[int, Job] = {}
        self.read: set[str] = set()
        self.bytes_read = self.bytes_left = 0
        self.page_counts: dict[int, tuple[int, int]] = {}

    def go(self) -> Report:
        """Read everything, commit as it comes, and sum up."""
        self._look()
        self._prune()
        workers = self.options.workers if self.options.workers is not None else max(1, os.cpu_count() or 1)
        pool = Pool(min(workers, max(1, len(self.sources.files))), self.options.limits, self.options.verbose,
                    self.options.reader or read_one)
        if pool.size > 1:  # the largest first: begun last, a long file would be read by one worker while the others have nothing to do
            self.sources.files = dict(sorted(self.sources.files.items(), key=lambda file: -_size(file[0])))
        self.bytes_left = sum(_size(p) for p in self.sources.files)
        try:
            with _noting_ctrl_c() as noted:
                for event in pool.run(self._jobs()):
                    self._take(event)
                    if self._due():
                        self._commit()
                    self.listener(self.progress)
                    if noted:
                        raise KeyboardInterrupt
        except KeyboardInterrupt:
            self.report.left = self.progress.files_total - self.progress.files_done
        finally:
            pool.close()
        with open_writer(self.db) as con:  # opening the file costs more than a small commit
            self._commit(con)
            link(con)
            self._sum_up(con)
        return self.report

    def _look(self) -> None:
        """Make the database if need be, and learn which files and packs it holds."""
        read_journal(journal_of(self.db))  # corrections that cannot be read are said now, not at the first commit
        if not self.db.exists() or self.db.stat().st_size == 0:
            create(self.db)
            return
        held = self.known
        if held is None or held.layout != layout_digest():
            with open_writer(self.db) as con:  # which says what is wrong with the file, and mends what can be mended
                held = known(con, None if self.options.prune else self.sources, layout_digest())
        for path, pack_id, size, modified, languages in held.files:
            self.files[path] = (pack_id, size, modified)
            self.languages[path] = languages
        alike: dict[_Stored, _Stored] = {}
        for pack_id, status, version, rules, code, message in held.packs:
            current = self.options.keep_old or (version, rules) == (__version__, RULES_VERSION)
            stored = _Stored(status, current, code, message)
            self.packs[pack_id] = alike.setdefault(stored, stored)
        self.known = None  # a country's packs are many rows
        self._look_for_unread(held.unread)
        self._look_for_other_languages()

    def _look_for_unread(self, packs: Sequence[str]) -> None:
        """Packs with pages that could not be recognised then, and can be now, are read again."""
        if self.options.ocr.mode == "never" or self.options.keep_old:
            return
        if packs and engine() is not None:
            for pack_id in packs:
                self.packs[pack_id] = replace(self.packs[pack_id], current=False)

    def _look_for_other_languages(self) -> None:
        """Packs with recognised pages are read again where the user names another language than before."""
        other = {self.files[whole(path)][0] for path, given in self.sources.files.items()
                 if given.ocr_lang and whole(path) in self.files and given.ocr_lang != self.languages[whole(path)]}
        if other and not self.options.keep_old:
            for (pack_id,) in query(self.db, "SELECT DISTINCT pack_id FROM stored.pages WHERE source = 'ocr'", wait=WRITE_WAIT).rows:
                if pack_id in other:
                    self.packs[pack_id] = replace(self.packs[pack_id], current=False)

    def _prune(self) -> None:
        if self.options.prune:
            places = [*self.sources.folders, *self.sources.files]
            here = {whole(p) for p in self.sources.files if os.path.lexists(p)}
            self.batch.gone = [p for p in self.files if under(p, places) and p not in here and not os.path.exists(p)]
            self.report.forgotten = len(self.batch.gone)
            for path in self.batch.gone:
                self.progress.files_total -= self.sources.files.pop(path, None) is not None
            left = {self.files[p][0] for p in self.batch.gone}
            self._commit()
            from papermine.ocr.cache import forget_pack
            for pack_id in left - {row[0] for row in query(self.db, "SELECT pack_id FROM packs").rows}:
                forget_pack(pack_id)

    def _jobs(self) -> Iterator[Job]:
        """The files that must be read. All others are dealt with on the way."""
        for number, (path, given) in enumerate(self.sources.files.items()):
            try:
                job = self._job(number, path, given)
            except UnreadableFile as error:
                self.report.failures.append(Failure(path, error.code, str(error)))
                self._done(_size(path))
                continue
            if job is not None:
                self.jobs[number] = job
                self.progress.in_hand[number] = path
                yield job

    def _job(self, number: int, path: str, given: Given) -> Job | None:
        size, modified = (s := stat(path)).st_size, s.st_mtime_ns
        if os.path.isdir(path):
            raise UnreadableFile("it is a folder, not a file", "not-readable")
        known = self.files.get(whole(path))
        if known is not None and known[1:] == (size, modified) and self._settled(path, known[0]):
            if given != Given():
                self.batch.files.append(file_row(path, known[0], size, modified, given))
            self.report.unchanged += 1
            self._done(size)
            return None
        sha256 = fingerprint(path)
        pack_id = sha256[:16]
        row = file_row(path, pack_id, size, modified, given)
        if self._settled(path, pack_id):
            self.batch.files.append(row)
            self.report.unchanged += 1
            self._done(size)
            return None
        if pack_id in self.waiting:
            self.waiting[pack_id].append(row)
            self.report.copies += 1
            self._done(size)
            return None
        self.waiting[pack_id] = [row]
        return Job(number, path, sha256, size, self.options.password,
                   ocr=replace(self.options.ocr, languages=languages_of(given.ocr_lang or self.languages.get(whole(path)))))

    def _settled(self, path: str, pack_id: str) -> bool:
        """The pack is stored as this papermine would store it. A failure that may pass is tried again."""
        held = self.packs.get(pack_id)
        if held is None or not held.current or (self.options.again and pack_id not in self.read):
            return False
        if held.status != "failed":
            return True
        if held.code in TRY_AGAIN or (held.code == "encrypted" and self.options.password is not None):
            return False
        message = (held.message or "it could not be read").removeprefix(f"{path}: ")
        self.report.failures.append(Failure(path, held.code or "failed", message, before=True))
        return True

    def _take(self, event: Pages | Outcome | None) -> None:
        if isinstance(event, Pages):
            self.page_counts[event.number] = (event.done, event.total)
        elif isinstance(event, Outcome):
            job = self.jobs.pop(event.number)
            self.progress.in_hand.pop(event.number, None)
            pages = event.rows.pack.page_count or 0
            self.page_counts[event.number] = (pages, pages)
            self.bytes_read += job.size
            self._done(job.size)
            self._store(job, event)
        self.progress.pages_done = sum(d for d, _ in self.page_counts.values())
        known = sum(t for _, t in self.page_counts.values())
        in_hand = sum(self.jobs[n].size for n in self.page_counts if n in self.jobs)
        seen = self.bytes_read + in_hand
        self.progress.pages_total = known + (round(known / seen * max(0, self.bytes_left - in_hand)) if seen else 0)

    def _store(self, job: Job, outcome: Outcome) -> None:
        pack_id = outcome.rows.pack.pack_id
        rows = self.waiting.pop(job.sha256[:16], [])
        if pack_id != job.sha256[:16]:  # the file changed between two looks at it
            rows = [r.model_copy(update={"pack_id": pack_id}) for r in rows[:1]]
        held = self.packs.get(pack_id)
        again = held is not None and held.current and held.status == "failed" \
            and (held.code, held.message) == (outcome.code, outcome.message)
        if not again:
            self.batch.packs.append(outcome.rows)
        self.batch.files += rows
        self.read.add(pack_id)
        self.packs[pack_id] = _Stored(outcome.rows.pack.status, True, outcome.code, outcome.message)
        if outcome.code is not None:
            self.report.failures.append(Failure(job.path, outcome.code, (outcome.message or "").removeprefix(f"{job.path}: "), outcome.trace))
        self.report.read += 1
        self.report.pages += outcome.rows.pack.page_count or 0
        for severity, n in outcome.issues.items():
            self.report.severities[severity] = self.report.severities.get(severity, 0) + n

    def _done(self, size: int) -> None:
        self.progress.files_done += 1
        self.bytes_left = max(0, self.bytes_left - size)

    def _due(self) -> bool:
        """A commit is due by time, packs or rows."""
        if not self.batch:
            self.batch_began = time.monotonic()
            return False
        late = time.monotonic() - self.batch_began >= min(max(BATCH_SECONDS, self.commit_took / COMMIT_SHARE), BATCH_SECONDS_MOST)
        return late or len(self.batch.packs) >= BATCH_PACKS or self.batch.size >= BATCH_ROWS

    def _commit(self, con: Connection | None = None) -> None:
        if self.batch:
            began = time.monotonic()
            commit(self.db, self.batch, links=False, con=con)
            self.commit_took = time.monotonic() - began
            self.batch = Batch()
        self.batch_began = time.monotonic()

    def _sum_up(self, con: Connection) -> None:
        self.report.seconds = time.monotonic() - self.began
        counted = sparingly(con, lambda: [con.execute(
            f"SELECT count(*), count(n.pack_id) FROM {rows} t LEFT JOIN (SELECT unnest($now) AS pack_id) n ON n.pack_id = t.pack_id",
            {"now": sorted(self.read)}).fetchone() or (0, 0) for rows in _COUNTED.values()])
        for name, (stored, found) in zip(_COUNTED, counted, strict=True):
            self.report.stored[name], self.report.found[name] = stored, found


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0
