"""What all pages share: the database, the index, the templates, answers kept while the database stays as it is."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from papermine import __version__
from papermine.errors import PapermineError
from papermine.export.told import ToldPapers
from papermine.search import NAMED, Found, SearchIndex, Wanted, search
from papermine.search.index import Mask, stamp
from papermine.serve import words
from papermine.serve.curtain import Curtain, keep, mask_rules, raise_curtain
from papermine.serve.paint import Bounded, Painter
from papermine.serve.reader import KEPT, Reader
from papermine.serve.workers import Busy, Workers
from papermine.store import AttachedReader, open_reader
from papermine.store.runs import Runs

HERE = Path(__file__).parent
_KEPT = 48 << 20
_AHEAD = 100
"""Packs that are read ahead at a time."""
_PATIENCE, _PATIENT_WITH = 1.5, 300
"""Seconds for which a search waits for the index to take in what was just ingested, and the packs of a database up to which it does: the index of
a larger one answers from what it has."""
_LOOK, _SHARE = 0.5, 10
"""Seconds between two looks whether the database has changed; and so many times as long as the work after a change took, until the next."""


class Site:
    """One database, shown. ``public``: with members of the public masked and exempt matter left out."""

    def __init__(self, db: str, *, public: bool = False, workers: int = 2) -> None:
        self.db, self.public = Path(db), public
        self.reader = AttachedReader(db)
        self._named: list[int] = []
        self._naming = threading.Lock()
        self._tables: dict[str, list[int]] = {}
        self._making = {name: threading.Lock() for name in KEPT}
        self.workers = Workers(workers)
        self.askers = Workers(2)
        self.painter = Painter(self.workers)
        self._kept = Bounded(_KEPT)
        self._curtain: tuple[list[int], Curtain | None] = ([], None)
        self._raising = threading.Lock()
        self._runs: tuple[list[int], Runs | None] = ([], None)
        self._closed = threading.Event()
        self.starting = threading.Event()
        """Is a large collection being brought up for the first time?"""
        self.index = SearchIndex(db, mask=self._mask() if public else None)
        self.papers = ToldPapers(self.index.folder / "told.json" if public and self.index.folder else None)
        self._indexing = threading.Lock()
        self.index_began = self._index_took = 0.0
        self._not_shown: tuple[Curtain | None, int, frozenset[str]] = (None, 0, frozenset())
        self.assets = _digest(HERE / "static")
        self.pages = self._templates()

    def _templates(self) -> jinja2.Environment:
        env = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
                                 trim_blocks=True, lstrip_blocks=True, auto_reload=False, finalize=lambda value: "" if value is None else value)
        env.globals.update(assets=self.assets, public=self.public, version=__version__, kinds=words.KIND_NAMES)
        env.filters.update(words.FILTERS)
        return env

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A connection for this request alone. Raises `DatabaseBusy`, `DatabaseUnusable`."""
        with self.reader.read() as con:
            seen = self._name(con)
            state, runs = self._runs
            yield Reader(con, self._curtain_of(con, seen), runs if seen and state == seen else None,
                         (lambda on, name, sql: self._made(on, seen, name, sql)) if seen else None)

    def _made(self, con: Any, seen: list[int], name: str, sql: str) -> str:
        """The table in memory that holds a query's rows, of the database as it is now (``seen``): made where it is not there."""
        with self._making[name]:
            if self._tables.get(name) != seen:
                con.execute(f"CREATE OR REPLACE TABLE memory.main.{name} AS {sql}")
                self._tables[name] = seen
        return f"memory.main.{name}"

    def _name(self, con: Any) -> list[int]:
        """Keep the names of councils, bodies and meetings in memory, as the database is now.

        Returns its stamp, which stays the same while it is read; empty where the name is another file's by now.
        """
        with self._naming:
            seen = stamp(self.db)
            if seen[2] != self.reader.inode:
                seen = []  # another file took the place of the one that is being read
            if not seen or self._named != seen:
                for table in ("council_names", "named"):
                    con.execute(f"CREATE OR REPLACE TABLE memory.main.{table} AS WITH {NAMED} FROM {table}")
                if self.public:
                    keep(con)
                self._named = seen
            return seen

    def curtain(self) -> Curtain | None:
        """What must not be shown, as of now; None: all may be."""
        seen = stamp(self.db)
        if not self.public or self._curtain[0] == seen:
            return self._curtain[1]
        with open_reader(self.db) as con:
            return self._curtain_of(con, seen if stamp(self.db) == seen else [])

    def _curtain_of(self, con: Any, seen: list[int]) -> Curtain | None:
        """The same for a reader that is open. ``seen``: the stamp of the file that it reads; empty: another file by now, so that it is not kept."""
        if not self.public:
            return None
        state, curtain = self._curtain
        if seen and state == seen:
            return curtain
        # the reader first: who waits for one with the lock in hand keeps up those that have one, and with them the writer that he waits for
        with self._raising:
            if not seen:
                return raise_curtain(self.db, con, self.papers, self.starting.is_set, curtain)
            if self._curtain[0] != seen:
                self._curtain = (seen, raise_curtain(self.db, con, self.papers, self.starting.is_set, curtain))
            return self._curtain[1]

    def _mask(self) -> Mask:
        return Mask(lambda entries: self._curtain_now().entries(entries), lambda pack: self._curtain_now().digest(pack), mask_rules())

    def _curtain_now(self) -> Curtain:
        curtain = self.curtain()
        assert curtain is not None
        return curtain

    def searched(self) -> SearchIndex:
        """The index, brought up to date behind the scenes; this waits a moment for it, longer where nothing is indexed yet.

        Raises `Busy` where there is none yet.
        """
        under_way = self.starting.is_set() or self._indexing.locked()
        if self.index.stale() and not under_way and time.monotonic() - self.index_began > max(1.0, 3 * self._index_took):
            threading.Thread(target=self._reindex, daemon=True).start()
            time.sleep(0.005)
        first = self.index.generation < 0 and not self.starting.is_set()
        end = time.monotonic() + (60.0 if first else _PATIENCE if self.index.packs <= _PATIENT_WITH else 0.0)
        while self.index.stale() and time.monotonic() < end and (self._indexing.locked() or self.index.generation < 0):
            time.sleep(0.02)
        if self.index.generation < 0 or (self.public and self.starting.is_set() and self.index.stale()):  # what it hides may be of an earlier day
            raise Busy("the papers are still being indexed: they can be searched when that is done")
        return self.index

    def found(self, wanted: Wanted) -> tuple[Found, bool]:
        """The answer to a question, and whether the database has moved on since it was indexed. Raises `Busy` where nothing is indexed yet.

        The public is shown no entry of a pack of which something else is hidden or masked by now.
        """
        index = self.searched()
        behind = index.stale()
        return search(index, wanted, but=self._closed_packs(index) if behind and self.public else ()), behind

    def _closed_packs(self, index: SearchIndex) -> frozenset[str]:
        curtain = self._curtain_now()
        by, generation, packs = self._not_shown
        if by is not curtain or generation != index.generation:
            generation, packs = index.generation, index.masked_otherwise()
            self._not_shown = (curtain, generation, packs)
        return packs

    def start(self, on_pack: Callable[[int, int], None] | None = None, on_names: Callable[[int, int], None] | None = None) -> None:
        """Make ready behind the scenes (`warm`, `bring_up`), while requests are answered: of a large collection with what is known so far."""
        with open_reader(self.db) as con:
            (packs,), = con.execute("SELECT count(*) FROM stored.packs").fetchall()
        if packs > _PATIENT_WITH:
            self.starting.set()

        def make_ready() -> None:
            try:
                self.warm()
                with suppress(PapermineError):  # a request will say what is wrong
                    self.bring_up(on_pack, on_names)
            finally:
                self.starting.clear()

        threading.Thread(target=make_ready, daemon=True).start()

    def _reindex(self) -> None:
        try:
            self.bring_up()
        except Exception:  # the next request tries again; what is there still answers
            pass

    def bring_up(self, on_pack: Callable[[int, int], None] | None = None, on_names: Callable[[int, int], None] | None = None) -> None:
        """Bring the index up to date, unless that is under way; a public one after the names of the public in all packs, which its mask asks for.

        ``on_names`` is told (packs read for names, packs in all) where they are not known yet, ``on_pack`` (packs indexed, packs to index).
        Raises `DatabaseBusy`, `DatabaseUnusable`.
        """
        if self._indexing.acquire(blocking=False):
            try:
                self.index_began = time.monotonic()
                if self.public:
                    self._read_names(on_names)
                self.index.update(on_pack)
            finally:
                self._index_took, self.index_began = time.monotonic() - self.index_began, time.monotonic()
                self._indexing.release()

    def _read_names(self, on_names: Callable[[int, int], None] | None = None) -> None:
        """Find the names of the public in all packs, many at a time, before they are asked for."""
        curtain = self._curtain_now()
        packs = sorted(curtain.redactor.packs)
        for at in range(0, len(packs), _AHEAD):
            if self._closed.is_set() or self._curtain[1] is not curtain:
                return
            curtain.redactor.read(packs[at:at + _AHEAD])  # by a reader that is gone before they are gone through: a writer need not wait for that
            if on_names is not None and self.papers.grew:
                on_names(min(at + _AHEAD, len(packs)), len(packs))
        self.papers.save(curtain.redactor.asked)

    def html(self, template: str, request: Request, status: int = 200, **values: Any) -> Response:
        """A page from a template."""
        values.setdefault("q", "")
        text = self.pages.get_template(template).render(request=request, here=request.url.path, today=dt.date.today(),
                                                       getting_ready=self.public and self.starting.is_set(), **values)
        return HTMLResponse(text, status)

    def cached(self, handler: Callable[[Site, Request], Response]) -> Callable[[Request], Response]:
        """The handler, with an ETag from the database's state; an answer is kept while that stays the same."""
        def answer(request: Request) -> Response:
            seen = stamp(self.db)
            key = (tuple(seen), request.url.path, request.url.query)
            tag = f'W/"{hashlib.sha256(repr((key, self.assets, __version__, self.public)).encode()).hexdigest()[:24]}"'
            if request.headers.get("if-none-match") == tag:
                return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
            kept: tuple[bytes, str, dict[str, str]] | None = self._kept.get(key)
            if kept is not None:
                body, kind, more = kept
                return Response(body, media_type=kind, headers={**more, "ETag": tag, "Cache-Control": "no-cache"})
            response = handler(self, request)
            if response.status_code == 200 and stamp(self.db) == seen and not getattr(response, "stale", False) and not self.starting.is_set():
                response.headers["ETag"] = tag
                response.headers["Cache-Control"] = "no-cache"
                more = {"Content-Disposition": v} if (v := response.headers.get("content-disposition")) else {}
                self._kept.put(key, (bytes(response.body), response.headers["content-type"], more), len(response.body) + 500)
            else:
                response.headers["Cache-Control"] = "no-store"
            return response
        return answer

    def warm(self) -> None:
        """Have ready what requests would wait for: now, and, behind the scenes, after each change of the database."""
        for name in self.pages.list_templates():
            self.pages.get_template(name)
        seen = stamp(self.db)
        with suppress(Exception):  # a request will say what is wrong
            self._find_runs()
            self._keep_tables()
        threading.Thread(target=self._keep_up, args=(seen,), daemon=True).start()

    def _keep_up(self, seen: list[int]) -> None:
        pause = _LOOK
        while not self._closed.wait(pause):
            pause = _LOOK
            if seen == stamp(self.db):
                continue
            seen = stamp(self.db)
            began = time.monotonic()
            with suppress(Exception):  # a request will say what is wrong, and the next change is looked at again
                self._find_runs()
                self._reindex()
                self._keep_tables()
            pause = max(_LOOK, _SHARE * (time.monotonic() - began))

    def _keep_tables(self) -> None:
        """Make the tables in memory, each by a reading of its own."""
        for name in KEPT:
            if name != "looks" or not self.public:
                with self.read() as reader:
                    reader.bare(f"SELECT count(*) FROM {{kept:{name}}}")

    def _find_runs(self) -> None:
        """Look where the rows of each pack lie, and have the names ready that every page asks for."""
        with self.reader.read() as con:
            self._name(con)
        seen = stamp(self.db)
        with open_reader(self.db) as con:  # an engine of its own, which gives back what it read
            runs = Runs(con)
            if stamp(self.db) == seen:
                self._runs = (seen, runs)

    def close(self) -> None:
        """End the worker processes."""
        self._closed.set()
        self.workers.close()
        self.askers.close()
        self.reader.close()


def _digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]
