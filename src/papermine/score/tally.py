"""Counting: what was expected, what was found, what was right, and what was missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

E = TypeVar("E")
F = TypeVar("F")


def match(expected: Sequence[E], found: Sequence[F], likeness: Callable[[E, F], float], threshold: float) -> list[tuple[int, int]]:
    """Greedy one-to-one matching, best pairs first: (index of expected, index of found)."""
    scored = [(score, i, j) for i, e in enumerate(expected) for j, f in enumerate(found) if (score := likeness(e, f)) >= threshold]
    left: set[int] = set()
    right: set[int] = set()
    out = []
    for _, i, j in sorted(scored, key=lambda s: -s[0]):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j))
    return out


@dataclass(slots=True)
class Tally:
    """The score of one record kind over all packs. ``misses``: (pack, missing | extra | differs, what)."""

    expected: float = 0
    found: float = 0
    correct: float = 0
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, pack: str, expected: Sequence[E], found: Sequence[F], likeness: Callable[[E, F], float], threshold: float,
            show: Callable[[Any], str]) -> list[tuple[int, int]]:
        """Match and count the records of one pack. Returns the pairs."""
        pairs = match(expected, found, likeness, threshold)
        self.expected += len(expected)
        self.found += len(found)
        self.correct += len(pairs)
        got, used = {i for i, _ in pairs}, {j for _, j in pairs}
        self.misses += [(pack, "missing", show(e)) for i, e in enumerate(expected) if i not in got]
        self.misses += [(pack, "extra", show(f)) for j, f in enumerate(found) if j not in used]
        return pairs

    @property
    def precision(self) -> float:
        """Right among found."""
        return self.correct / self.found if self.found else float(self.expected == 0)

    @property
    def recall(self) -> float:
        """Found among expected."""
        return self.correct / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0
