"""What changed between two versions of a paper: words taken out and put in, with their pages.

>>> changes([(1, "The fee is ten pounds.")], [(1, "The fee is twelve pounds a year.")])
[Change(kind='changed', page_a=1, page_b=1, before='The fee is', old='ten pounds', new='twelve pounds a year')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

CONTEXT = 4
"""Words shown before a change."""
NEAR = 1
"""Two changes with no more unchanged words than this between them are shown as one."""


class Change(NamedTuple):
    """One place where two texts differ. ``page_a`` and ``page_b`` are positions in the two files."""

    kind: str
    page_a: int | None
    page_b: int | None
    before: str
    old: str
    new: str


def changes(a: Iterable[tuple[int, str]], b: Iterable[tuple[int, str]]) -> list[Change]:
    """The changes from ``a`` to ``b``, each (page, text) in order. Line breaks, case of bullets and spacing count for nothing."""
    one, two = _words(a), _words(b)
    blocks = [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
              for op in LCSseq.opcodes([_bare(w) for _, w in one], [_bare(w) for _, w in two])]
    hunks: list[list[int]] = []
    for tag, i, j, k, m in blocks:
        if tag == "equal":
            continue
        if (hunks and i - hunks[-1][1] <= NEAR and k - hunks[-1][3] <= NEAR and hunks[-1][1] - hunks[-1][0] and hunks[-1][3] - hunks[-1][2]) or (hunks and i == hunks[-1][1] and k == hunks[-1][3]):
            hunks[-1][1], hunks[-1][3] = j, m
        else:
            hunks.append([i, j, k, m])
    out = []
    for i, j, k, m in hunks:
        old, new = " ".join(w for _, w in one[i:j]), " ".join(w for _, w in two[k:m])
        if not (re.search(r"\w", old) or re.search(r"\w", new)):
            continue
        kind = "changed" if old and new else "removed" if old else "added"
        before = " ".join(w for _, w in two[max(0, k - CONTEXT):k])
        out.append(Change(kind, _page(one, i), _page(two, k), before, old.strip(" .,;") if not new else old.strip(), new.rstrip(" .,;")))
    return [c._replace(old=c.old.rstrip(" .,;")) for c in out]


def _page(words: list[tuple[int, str]], at: int) -> int | None:
    return words[min(at, len(words) - 1)][0] if words else None


def _words(pages: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(page, word) for page, text in pages for word in text.split() if re.search(r"\w", word)]


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word.replace("’", "'")) or word
