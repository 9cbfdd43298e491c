"""When two printed texts, names, numbers or tables are the same."""

from __future__ import annotations

import unicodedata
from collections import Counter
from difflib import SequenceMatcher

from papermine import regex as re

SAME_TEXT, SAME_TITLE = 0.90, 0.85

_LEAD = re.compile(r"^(?:it was |was )?(?:resolved|agreed|recommended)?\s*(?:unanimously )?(?:that )?")
_TITLES = frozenset((
    "cllr", "cllrs", "councillor", "councillors", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "alderman", "ald", "the", "mayor",
    "deputy", "chair", "chairman", "vice", "rev", "prof", "professor", "lord", "lady", "cr", "hon", "mbe", "obe", "cbe", "dl", "jp", "kbe",
    "qc", "kc"))

Pairs = Counter[tuple[str, str, str]]


def norm(text: str | None) -> str:
    """Lower case, punctuation and dashes evened out.

    >>> norm("The Council’s — BUDGET (2020/21)")
    'the council s budget 2020 21'
    """
    plain = unicodedata.normalize("NFKC", text or "").replace("\u00ad", "").lower()
    plain = re.sub(r"[\u2010-\u2015]", "-", plain).replace("\u2019", "'")
    return re.sub(r"[^\w£$€%]+", " ", plain).strip()


def squash(text: str | None) -> str:
    """The same without any space."""
    return norm(text).replace(" ", "")


def number(printed: object) -> str:
    """A printed number without brackets, spaces or a final dot."""
    return re.sub(r"[^a-z0-9.]", "", "" if printed is None else str(printed).lower()).strip(".")


def person(name: str | None) -> tuple[str, ...]:
    """The words of a name without titles; a name of titles alone ("The Chairman") keeps them."""
    words = norm(re.sub(r"\(.*?\)", " ", name or "")).split()
    return tuple(w for w in words if w not in _TITLES) or tuple(words)


def same_person(one: str | None, other: str | None) -> bool:
    """The surname is the same, and forenames or initials do not contradict each other.

    >>> same_person("Cllr P Brookfield", "Philippa Brookfield"), same_person("Brookfield", "P Brookfield")
    (True, False)
    """
    a, b = person(one), person(other)
    if not a or not b or a[-1] != b[-1]:
        return False
    if len(a) == 1 or len(b) == 1:
        return len(a) == len(b)
    if a[0][0] != b[0][0]:
        return False
    return len(a[0]) == 1 or len(b[0]) == 1 or a[0] == b[0] or set(a) <= set(b) or set(b) <= set(a)


def similar(one: str | None, other: str | None, strip_lead: bool = False) -> float:
    """Likeness of two texts from 0 to 1, by words, or by letters where words were joined or split."""
    a, b = norm(one), norm(other)
    if strip_lead:
        a, b = _LEAD.sub("", a), _LEAD.sub("", b)
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    by_words = SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()
    if by_words <= 0.5 and len(a) >= 60:
        return by_words
    return max(by_words, SequenceMatcher(None, a.replace(" ", ""), b.replace(" ", ""), autojunk=False).ratio())


def neighbours(rows: list[list[str]]) -> Pairs:
    """Each non-blank cell with the next one to its right and below (ICDAR 2013)."""
    grid = [[squash(cell) for cell in row] for row in rows]
    out: Pairs = Counter()
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if not cell:
                continue
            right = next((c for c in row[x + 1:] if c), None)
            below = next((r[x] for r in grid[y + 1:] if x < len(r) and r[x]), None)
            if right is not None:
                out[cell, right, "h"] += 1
            if below is not None:
                out[cell, below, "v"] += 1
    return out


def shared(a: Pairs, b: Pairs) -> int:
    """How many pairs two tables have in common."""
    return sum((a & b).values())
