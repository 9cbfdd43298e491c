"""All records of one pack: what the road yields and the store takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from papermine.records import Issue, PackRow, Record

R = TypeVar("R", bound=Record)


@dataclass(slots=True)
class Mined:
    """The records of one pack, in the order found. `pack` has the status that its issues give."""

    pack: PackRow
    records: list[Record] = field(default_factory=list)

    def of(self, kind: type[R]) -> list[R]:
        """The records of one class, in the order found."""
        return [r for r in self.records if type(r) is kind]

    @property
    def issues(self) -> list[Issue]:
        """What could not be read, or does not agree."""
        return self.of(Issue)
