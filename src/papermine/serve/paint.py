"""Page pictures and the boxes of words, drawn in a worker and kept with a bound. The bytes of a pack never change: its id is their hash."""

from __future__ import annotations

import os
import threading
from array import array
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any, NamedTuple

from papermine.document import Word
from papermine.errors import NotFound, UnreadableFile
from papermine.serve.workers import Workers

SCALE = 1.6
"""Pixels a point of a page picture (115 dots an inch)."""
SECONDS = 20.0
_PICTURES = 64 << 20
_WORDS = 400


class PageWord(NamedTuple):
    """A printed word and its box, in points on the page as displayed."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


def ready() -> None:
    """In a worker: import what the first page will need."""
    import papermine.draw
    import papermine.reader.picture  # noqa: F401


def paint(path: str, pack_id: str, page: int, scale: float, hidden: tuple[tuple[float, float, float, float], ...]) -> bytes:
    """In a worker: the page as a PNG, ``hidden`` boxes (points) painted over."""
    from pathlib import Path

    from papermine.draw import page_png
    from papermine.reader import open_pdf
    with open_pdf(Path(path)) as source:
        _same(source.pack_id, pack_id, path)
        return page_png(source, page, scale, hidden)


def words_of(path: str, pack_id: str, page: int) -> list[PageWord]:
    """In a worker: the words of a page with their boxes, in reading order, then those that stand in no line."""
    from pathlib import Path

    from papermine.layout import lay_page
    from papermine.reader import open_pdf
    from papermine.reader.picture import check_page
    with open_pdf(Path(path)) as source:
        _same(source.pack_id, pack_id, path)
        check_page(source, page)
        read = source.page(page)
        laid = lay_page(read)
        words = [w for line in (*laid.lines, *laid.foot) for w in line.words]
        there = {_box_of(w) for w in words}
        return [PageWord(w.text, *read.unturn(w.box)) for w in (*words, *(w for w in read.words if _box_of(w) not in there))]


def _box_of(word: Word) -> bytes:
    """The box as lines keep it."""
    return array("f", word.box).tobytes()


def _same(found: str, wanted: str, path: str) -> None:
    if found != wanted:
        raise NotFound(f"{os.path.basename(path)} is no longer the file that was read: ingest it again")


class Bounded:
    """Values by key, the least used out first when they weigh more than ``most``."""

    def __init__(self, most: int) -> None:
        self.most, self.weight = most, 0
        self._held: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Any:
        """The value, or None."""
        with self._lock:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key][0]

    def put(self, key: Hashable, value: Any, weight: int) -> None:
        """Keep a value; one that alone weighs over an eighth of the bound is not kept."""
        if weight > self.most // 8:
            return
        with self._lock:
            old = self._held.pop(key, None)
            self.weight += weight - (old[1] if old else 0)
            self._held[key] = (value, weight)
            while self.weight > self.most:
                _, (_, light) = self._held.popitem(last=False)
                self.weight -= light

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._held.clear()
            self.weight = 0


class Painter:
    """Page pictures and words on demand."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self._pictures = Bounded(_PICTURES)
        self._words = Bounded(_WORDS)

    def picture(self, paths: list[str], pack_id: str, page: int, hidden: tuple[tuple[float, float, float, float], ...] = ()) -> bytes:
        """A page as a PNG. Raises `NotFound` where no file of the pack is left, `UnreadableFile`, or what `Workers` raises."""
        key = (pack_id, page, hidden)
        kept: bytes | None = self._pictures.get(key)
        if kept is None:
            kept = self.workers(paint, self._path(paths), pack_id, page, SCALE, hidden, seconds=SECONDS)
            assert kept is not None
            self._pictures.put(key, kept, len(kept))
        return kept

    def words(self, paths: list[str], pack_id: str, page: int) -> list[PageWord]:
        """The words of a page; none where the file is gone or cannot be read."""
        kept: list[PageWord] | None = self._words.get((pack_id, page))
        if kept is None:
            try:
                kept = self.workers(words_of, self._path(paths), pack_id, page, seconds=SECONDS)
            except (NotFound, UnreadableFile):
                return []
            assert kept is not None
            self._words.put((pack_id, page), kept, 1)
        return kept

    def _path(self, paths: list[str]) -> str:
        for path in paths:
            if os.path.isfile(path):
                return path
        raise NotFound("the PDF is no longer where it was read; its words are still here")
