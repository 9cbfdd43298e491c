"""Was what minutes decide undone later in the same minutes? The decision stays as it was taken; the issue says what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papermine import regex as re
from papermine.check.agreement import Finding
from papermine.records import AgendaItem, Record, Resolution

_UNDOES = re.compile(r"\b(?P<how>rescind|revok|annul|overturn|revers|repeal|reconsider|set aside)\w*", re.I)
_NUMBER = re.compile(r"\b(?:items?|minutes?|resolutions?|motions?|decisions?|recommendations?)\s+(?:nos?\.?\s*|number\s+|#\s*)?"
                     r"(?P<n>[A-Z]{0,5}[-/]?\d[\w/.-]*)", re.I)
_THIS = re.compile(r"\b(?:the|that|its|this)\s+(?:above\s+|previous\s+|earlier\s+|foregoing\s+)?(?:decision|resolution|vote|motion)\b"
                   r"(?!\s+(?:of|at|on|taken|made|in)\s+(?:the\s+)?(?:\d|[A-Z]|last|previous|meeting))")
_THEN = re.compile(r"\b(?:of|at|on|in)\s+(?:the\s+)?(?:meeting\b|(?:last|previous)\b|\d{1,2}\w*\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d)")
"""Of another meeting: "minute 44 of the meeting of 3 May"."""


def undone_decisions(records: Sequence[Record]) -> Iterator[Finding]:
    """Decisions of one paper that a later one of the same paper rescinds or takes up again: by its number, or, right below it, as "the decision"."""
    numbers = {r.item_id: r.number for r in records if isinstance(r, AgendaItem)}
    held = [r for r in records if isinstance(r, Resolution)]
    for k, later in enumerate(held):
        undoes = _UNDOES.search(later.text)
        if undoes is None or later.outcome not in (None, "carried") or _THEN.search(later.text) is not None:
            continue
        named = {_key(m["n"]) for m in _NUMBER.finditer(later.text)}
        before = [r for r in held[:k] if r.outcome in (None, "carried") and r.document_id == later.document_id and _UNDOES.search(r.text) is None]
        if named:
            meant = [r for r in before if {_key(r.item_number), _key(numbers.get(r.item_id or ""))} & named]
        else:
            meant = [r for r in before[-1:] if r.item_id == later.item_id and _THIS.search(later.text) is not None]
        for r in meant:
            message = f"Page {r.page}: what was decided here is taken up again on page {later.page}: “{_short(later.text)}”"
            yield Finding("info", "decision-undone", message, r.page, r.resolution_id, r.document_id, later.evidence[:1])


def _key(number: str | None) -> str:
    return (number or "\0").strip(" .").lower()


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:99].rsplit(" ", 1)[0] + " …"
