"""The trail of a matter over meetings: report, advice, decision, referral, call-in, each step with its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from papermine import regex as re
from papermine.link.likeness import likeness, plain_words

_REFERENCE = re.compile(r"\b\d{2}/\d{4,5}(?:/[A-Z]{1,4})?\b|\b[A-Z]{2,5}/\d{2,4}/\d{2,6}\b")
_REFERRED = re.compile(r"\b(?:refer(?:red|s)?|recommend(?:ed|s)?)\b[^.;]{0,80}?\bto\s+(?:the\s+)?(?:(?:full|county|city|town|borough|district)\s+)?"
                       r"(?:council|cabinet|executive|[A-Z][\w&, ]*?(?:committee|panel|board))\b", re.I)
_CALLED_IN = re.compile(r"\bcall(?:ed)?[\s-]?in\b", re.I)
_ROUTINE = re.compile(r"\b(?:apolog|declarations?|minutes|public (?:forum|participation|questions?)|announcements?|questions|any other business|urgent business|"
                      r"date of next|exclusion of|welcome|correspondence|matters arising|petitions?|work(?:ing)? programme|adjourn\w*|call to order)\b", re.I)
ALIKE = 0.85


class Step(NamedTuple):
    """Something that a paper prints of a matter. ``order`` sorts the steps of one day."""

    day: dt.date | None
    council: str | None
    body: str | None
    kind: str
    title: str | None
    text: str | None
    file_name: str
    page: int | None
    record_id: str
    matter: str | None
    meeting_id: str | None
    order: int


def named(words: str, steps: Iterable[Step]) -> list[Step]:
    """The steps that a user's words name: all of them in the title, else all of them in title or text; or a printed reference."""
    wanted = plain_words(words).split()
    rows = list(steps)
    if not wanted:
        return []
    if references(words):
        return [s for s in rows if references(words) & references(f"{s.title} {s.text}")]
    titled = [s for s in rows if all(w in plain_words(s.title or "").split() for w in wanted)]
    return titled or [s for s in rows if all(w in plain_words(f"{s.title} {s.text}").split() for w in wanted)]


def references(text: str) -> set[str]:
    """The numbers by which councils print a decision or an application.

    >>> sorted(references("Review of Decision 24/00093 and application 25/02267/F in 2024/25"))
    ['24/00093', '25/02267/F']
    """
    return set(_REFERENCE.findall(text))


def trail(seeds: Iterable[Step], steps: Iterable[Step]) -> list[Step]:
    """The steps of the matters that ``seeds`` belong to, over meetings of the same council, in order of time.

    Another meeting's item is the same matter where it prints the same reference number, or bears the same title (routine items do not count).
    """
    rows = list(steps)
    chosen = list(seeds)
    matters = {s.matter for s in chosen if s.matter}
    councils = {s.council for s in chosen}
    titles = {t for s in chosen if (t := _own(s.title)) is not None}
    numbers = {r for s in chosen for r in references(s.title or "")}
    out = {s.record_id: s for s in chosen}
    for s in rows:
        title = _own(s.title)
        if s.council not in councils:
            continue
        same = (s.matter is not None and s.matter in matters) or bool(numbers & references(f"{s.title} {s.text}")) or (
            title is not None and any(likeness(title, t) >= ALIKE for t in titles))
        if same:
            out[s.record_id] = s
    return in_time(_kind(s) for s in out.values())


def in_time(steps: Iterable[Step]) -> list[Step]:
    """Steps by day, body, kind and page; those without a day last."""
    return sorted(steps, key=lambda s: (s.day or dt.date.max, s.body or "", s.order, s.file_name, s.page or 0, s.record_id))


def _own(title: str | None) -> str | None:
    """A title that is a matter's own; None for routine items and titles that say too little."""
    bare = re.sub(r"^\s*(?:subject|title|report title)\s*:?\s*", "", title or "", flags=re.I)
    return bare if len(plain_words(bare).split()) >= 2 and len(bare) >= 12 and not _ROUTINE.search(bare) else None


def _kind(s: Step) -> Step:
    """A decision that sends the matter on, or a call-in, is said to be one."""
    if s.kind == "decision" and _REFERRED.search(s.text or ""):
        return s._replace(kind="referred on")
    if s.kind in ("item", "decision", "report") and _CALLED_IN.search(f"{s.title} {s.text if s.kind == 'decision' else ''}"):
        return s._replace(kind="call-in")
    return s
