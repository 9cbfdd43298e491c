"""Where a fact is printed: file, page, box and words.

A `Place` is one printed spot. A fact that crosses a page break has several places, in order.
Boxes are in points from the top left corner of the page as a reader displays it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Basis = Literal["stated", "derived"]


class Box(NamedTuple):
    """A rectangle in points; the origin is the top left corner of the displayed page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def join(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom))

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Place:
    """One printed spot. ``page`` is the position in the file, from 1; ``label`` the stamped one.

    ``field`` names the column whose printed words these are (None: the whole record).
    """

    page: int
    box: Box
    text: str
    label: str | None = None
    field: str | None = None


class Ids:
    """Names records by place: pack, kind, page, and position among the kind on that page.

    >>> ids = Ids("05d1526b7dbc3e5d")
    >>> ids("resolution", 5), ids("resolution", 5)
    ('05d1526b7dbc3e5d:resolution:5.1', '05d1526b7dbc3e5d:resolution:5.2')
    """

    def __init__(self, pack_id: str) -> None:
        self.pack_id = pack_id
        self._count: dict[tuple[str, int], int] = {}

    def __call__(self, kind: str, page: int) -> str:
        """The next id of this kind on this page (1-based)."""
        n = self._count[kind, page] = self._count.get((kind, page), 0) + 1
        return f"{self.pack_id}:{kind}:{page}.{n}"

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return iter(self._count)


def pack_of(record_id: str) -> str:
    """The pack that an id of `Ids` names.

    >>> pack_of("05d1526b7dbc3e5d:resolution:5.1")
    '05d1526b7dbc3e5d'
    """
    return record_id.partition(":")[0]


def whole(text: str) -> str:
    """Text that UTF-8 can hold: lone surrogates (out of broken fonts or file names) become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
