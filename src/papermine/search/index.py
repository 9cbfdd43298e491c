"""The index on disk: made beside the database, brought up to date where the database has moved on.

Entries carry their pack. An update asks the database for a fingerprint of each pack's entries and
puts in anew only the packs whose fingerprint changed: a commit of one pack costs one pack, though
the resolved meeting that it changed may stand in another. What the public may not see of a pack is part
of its fingerprint: that too hangs on other packs.
"""

from __future__ import annotations

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from papermine import __version__
from papermine.errors import PapermineError
from papermine.search.texts import COLUMNS, FINGERPRINTS, SOME
from papermine.store import open_reader

LAYOUT = 3
"""Raised when fields or words are indexed differently: an index of another layout is made anew."""
_MEMORY = 50_000_000
_AT_ONCE = 200
_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Mask:
    """What the public may see of ``entries``, which are all of their packs.

    ``digest`` says for a pack what that hangs on, ``rules`` what all of it does.
    """

    entries: Callable[[list[dict[str, Any]]], Iterable[dict[str, Any]]]
    digest: Callable[[str], str]
    rules: str


def analyzer() -> tantivy.TextAnalyzer:
    """How texts become words: lower case, accents off, English word stems."""
    return (tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(60)).filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.ascii_fold()).filter(tantivy.Filter.stemmer("english")).build())


def _schema() -> tantivy.Schema:
    make = tantivy.SchemaBuilder()
    for name in ("pack_id", "record_id", "label", "file_name"):
        make.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("kind", "council", "body", "outcome"):
        make.add_text_field(name, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("title", "text"):
        make.add_text_field(name, stored=True, tokenizer_name=_WORDS)
    make.add_integer_field("day", stored=True, indexed=True, fast=True)
    make.add_integer_field("year", indexed=True, fast=True)
    make.add_integer_field("page", stored=True)
    return make.build()


@dataclass(slots=True)
class _State:
    """What the index was made of. ``stamp`` is the database file as it was then."""

    generation: int
    stamp: list[int]
    packs: dict[str, str]


def stamp(db: str | os.PathLike[str]) -> list[int]:
    """Size and time of the database file and its log: while they stay, nothing was committed."""
    out: list[int] = []
    for path in (os.fspath(db), f"{os.fspath(db)}.wal"):
        try:
            found = os.stat(path)
            out += [found.st_size, found.st_mtime_ns, found.st_ino]
        except OSError:
            out += [0, 0, 0]
    return out


class SearchIndex:
    """The index of one database. One object for a process; its methods may be called from any thread.

    ``mask`` is what the public may see: with it the index is a second one, of its own
    folder. Where the folder cannot be written, the index lives in memory.
    """

    def __init__(self, db: str | os.PathLike[str], *, mask: Mask | None = None) -> None:
        self.db = Path(db)
        self.mask = mask
        self.folder: Path | None = self.db.with_name(self.db.name + (".search-public" if mask else ".search"))
        self.analyzer = analyzer()
        self.schema = _schema()
        self._one = threading.Lock()
        self._index, self._state = self._opened()
        self._searcher = self._index.searcher()

    @property
    def _rules(self) -> str:
        return self.mask.rules if self.mask is not None else ""

    @property
    def generation(self) -> int:
        """The database's generation that the answers show; -1: nothing is indexed yet."""
        return self._state.generation

    @property
    def packs(self) -> int:
        """Packs that are indexed."""
        return len(self._state.packs)

    @property
    def searcher(self) -> tantivy.Searcher:
        """What answers questions, as of the last update."""
        return self._searcher

    def stale(self) -> bool:
        """Has the database file changed since the last update?"""
        return self._state.stamp != stamp(self.db)

    def masked_otherwise(self) -> frozenset[str]:
        """Of the packs that are indexed those of which something else is hidden or masked by now."""
        mask = self.mask
        return frozenset(pack for pack, made in self._state.packs.items() if mask is not None and made.rpartition(" ")[2] != mask.digest(pack))

    def update(self, on_pack: Callable[[int, int], None] | None = None) -> bool:
        """Bring the index up to date; ``on_pack`` is told (packs done, packs to do). False: another process is at it.

        Raises `DatabaseBusy`, `DatabaseUnusable`.
        """
        with self._one:
            seen = stamp(self.db)
            if self._state.stamp == seen:
                return True
            with open_reader(self.db) as con:
                row = con.execute("SELECT generation FROM meta").fetchone()
                generation = int(row[0]) if row else 0
                if generation == self._state.generation:
                    self._state.stamp = seen
                    self._save()
                    return True
                now = dict(con.execute(FINGERPRINTS).fetchall())
            if self.mask is not None:  # after the reader is gone: it may read for itself
                now = {pack: f"{entries} {self.mask.digest(pack)}" for pack, entries in now.items()}
            changed = sorted(p for p, f in now.items() if self._state.packs.get(p) != f)
            gone = sorted(set(self._state.packs) - set(now))
            if changed or gone:
                try:
                    writer = self._index.writer(_MEMORY, 1)
                except ValueError:
                    return self._adopted()
                self._put(writer, changed, gone, on_pack)
            self._show(_State(generation, seen, now))
            self._save()
            return True

    def _show(self, state: _State) -> None:
        """Answer from what was indexed. The answers come first, then the word that they are up to date: another thread may ask between the two."""
        self._index.reload()
        self._searcher = self._index.searcher()
        self._state = state

    def _put(self, writer: tantivy.IndexWriter, changed: list[str], gone: list[str], on_pack: Callable[[int, int], None] | None) -> None:
        try:
            for pack in (*gone, *changed):
                writer.delete_documents_by_term("pack_id", pack)
            for first in range(0, len(changed), _AT_ONCE):
                with open_reader(self.db) as con:
                    rows = con.execute(SOME, {"packs": changed[first:first + _AT_ONCE]}).fetchall()
                entries = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
                for entry in entries if self.mask is None else self.mask.entries(entries):
                    self._add(writer, entry)
                if on_pack is not None:
                    on_pack(min(first + _AT_ONCE, len(changed)), len(changed))
            writer.commit()
            writer.wait_merging_threads()
        except BaseException:
            writer.rollback()
            raise

    def _add(self, writer: tantivy.IndexWriter, entry: dict[str, Any]) -> None:
        fields = {k: v for k, v in entry.items() if v is not None}
        if fields.get("day"):
            fields["year"] = fields["day"] // 10000
        writer.add_document(tantivy.Document.from_dict(fields, self.schema))

    def _adopted(self) -> bool:
        """Another process writes the index: take what it has made so far."""
        end = time.monotonic() + 1.0
        while time.monotonic() < end:
            state = self._read_state()
            if state is not None and state.generation > self._state.generation:
                self._show(state)
                return not self.stale()
            time.sleep(0.05)
        return False

    def _opened(self) -> tuple[tantivy.Index, _State]:
        empty = _State(-1, [], {})
        state = self._read_state()
        try:
            assert self.folder is not None
            self.folder.mkdir(exist_ok=True)
            if state is None:  # an index of another layout, or half of one
                for left in self.folder.iterdir():
                    left.unlink()
            index = tantivy.Index(self.schema, str(self.folder), reuse=True)
            with tempfile.TemporaryFile(dir=self.folder):
                pass
        except (OSError, ValueError):
            self.folder, state = None, None
            index = tantivy.Index(self.schema)
        index.register_tokenizer(_WORDS, self.analyzer)
        index.config_reader("manual")
        index.reload()
        return index, state or empty

    def _read_state(self) -> _State | None:
        if self.folder is None:
            return None
        try:
            found = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
            if found["layout"] != LAYOUT or found["papermine"] != __version__ or found["rules"] != self._rules:
                return None
            return _State(found["generation"], found["stamp"], found["packs"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _save(self) -> None:
        if self.folder is None:
            return
        part = self.folder / f"state.{os.getpid()}.part"
        part.write_text(json.dumps({"layout": LAYOUT, "papermine": __version__, "rules": self._rules, "generation": self._state.generation,
                                    "stamp": self._state.stamp, "packs": self._state.packs}), encoding="utf-8")
        os.replace(part, self.folder / "state.json")


def fresh(db: str | os.PathLike[str], on_pack: Callable[[int, int], None] | None = None) -> SearchIndex:
    """The index of a database, up to date. Raises `DatabaseUnusable` where there is no database, `PapermineError` where it is being written."""
    with open_reader(db):
        pass
    index = SearchIndex(db)
    for _ in range(600):
        if index.update(on_pack) or index.generation >= 0:
            return index
        time.sleep(0.1)
    raise PapermineError(f"{index.folder} is being written by another process, and was not done within a minute: try again")

