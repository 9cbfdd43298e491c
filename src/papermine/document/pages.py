"""The pages of a pack as a sequence of which only the pages last used are held whole."""

from __future__ import annotations

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from papermine.document.laid import LaidPage

FIRST = 6
"""So many pages at the front show what the others of a pack repeat (what deflate can look back to, 32 KB, is filled by fewer)."""
HELD = 400
"""A pack of so many pages is held as objects (10 MB); of a longer one an eighth of that."""


class Pages(Sequence[LaidPage]):
    """Laid-out pages in order. In a long pack a page that was not used lately is packed: pickled and deflated with the first pages of the pack
    as what it is likely to repeat, 3.7 KB in place of 25. No file is written: a process that reads strangers' papers may be held to reading.

    An index gives the page, and a slice a view that unpacks its pages as they are asked for. Who changes a
    page puts it back (``pages[i] = page``). A page that was packed meanwhile is another object when it comes again: who
    compares its lines by identity takes a list of the pages first.
    """

    def __init__(self, pages: Iterable[LaidPage] = (), held: int = HELD) -> None:
        self._held = held
        self._packed: list[bytes | None] = []
        self._like = b""
        self._open: OrderedDict[int, LaidPage] = OrderedDict()
        for page in pages:
            self.append(page)

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> LaidPage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[LaidPage]: ...
    def __getitem__(self, at: int | slice) -> LaidPage | Sequence[LaidPage]:
        if isinstance(at, slice):
            return _Part(self, range(len(self))[at])
        i = range(len(self))[at]
        page = self._open.get(i)
        if page is None:
            packed = self._packed[i]
            assert packed is not None
            page = self._unpacked(packed)
            self._open[i] = page
            self._pack_oldest()
        elif len(self) > self._held:
            self._open.move_to_end(i)
        return page

    def __iter__(self) -> Iterator[LaidPage]:
        return (self[i] for i in range(len(self)))

    def __setitem__(self, i: int, page: LaidPage) -> None:
        i = range(len(self))[i]
        self._packed[i] = None
        self._open[i] = page
        self._pack_oldest()

    def append(self, page: LaidPage) -> None:
        """Add a page at the end."""
        self._packed.append(None)
        self._open[len(self) - 1] = page
        self._pack_oldest()

    def _pack_oldest(self) -> None:
        most = self._held if len(self) <= self._held else max(self._held // 8, 1)
        while len(self._open) > most:
            i, page = self._open.popitem(last=False)
            if self._packed[i] is None:
                self._packed[i] = self._pack(page)

    def _pack(self, page: LaidPage) -> bytes:
        if not self._like:
            first = [self._open.get(i, page) for i in range(FIRST)]
            self._like = b"".join([pickle.dumps(p, pickle.HIGHEST_PROTOCOL) for p in first])[-1 << 15:]  # deflate looks no farther back
        deflate = zlib.compressobj(zdict=self._like)
        return deflate.compress(pickle.dumps(page, pickle.HIGHEST_PROTOCOL)) + deflate.flush()

    def _unpacked(self, packed: bytes) -> LaidPage:
        page: LaidPage = pickle.loads(zlib.decompressobj(zdict=self._like).decompress(packed))
        return page


class _Part(Sequence[LaidPage]):
    """Some pages of `Pages`, in order, unpacked as they are asked for."""

    def __init__(self, pages: Pages, places: range) -> None:
        self._pages, self._places = pages, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> LaidPage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[LaidPage]: ...
    def __getitem__(self, at: int | slice) -> LaidPage | Sequence[LaidPage]:
        if isinstance(at, slice):
            return _Part(self._pages, self._places[at])
        return self._pages[self._places[at]]

    def __iter__(self) -> Iterator[LaidPage]:
        return (self._pages[i] for i in self._places)
