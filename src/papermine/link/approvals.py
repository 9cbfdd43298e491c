"""Which meeting's minutes a later meeting approved, and what it corrected in them.

>>> [s.day.isoformat() for s in said("RESOLVED that the minutes of the meeting held on 9 January 2025 be approved as a correct record.")]
['2025-01-09']
>>> said("To receive the minutes of the meeting held on 9 January 2025"), said("The minutes of the last meeting were agreed.")
([], [])
>>> said("The minutes of the meeting of 26th July 2024 were agreed as a true record subject to amendments to item 4. Signed.")[0].corrections
'The minutes of the meeting of 26th July 2024 were agreed as a true record subject to amendments to item 4.'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from papermine import regex as re
from papermine.language.dates import find_dates
from papermine.link.rows import Meeting

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z(“\"])|\n\s*\n|\n(?=\s*(?:\d[\d.]*[.)]?|[•▪●-])\s)|"
                       r"\n(?=(?:The|That the|RESOLVED|Resolved|It was)\b)")
_APPROVED = re.compile(r"\b(?:(?:correct|true|accurate|fair)\s+(?:and\s+\w+\s+)?(?:record|account|reflection)|approved|confirmed|adopted|accepted|agreed|"
                       r"passed|signed|ratified)\b", re.I)
_NOT = re.compile(r"\b(?:not|deferred|will be|to be (?:approved|confirmed|agreed|circulated)|except)\b|^\W*(?:[\d.]+\s*)?to\s+(?:approve|confirm|receive|"
                  r"agree|consider|sign|adopt|note)\b", re.I)
_CORRECTED = re.compile(r"\bsubject to\b|\bas amended\b|\b(?:with|after) the following\b|\b(?:amendments?|corrections?|corrected|amended)\b", re.I)
_NO_CORRECTIONS = re.compile(r"\b(?:no|without|without any|nil)\s+(?:amendments?|corrections?|changes?)\b", re.I)


class Said(NamedTuple):
    """A sentence that approves the minutes of a day."""

    day: dt.date
    text: str
    corrections: str | None


class Approval(NamedTuple):
    """The approval of a meeting's minutes: by which paper, on which day, by which record."""

    meeting_id: str
    on: dt.date
    document_id: str
    record_id: str
    corrections: str | None


class Sign(NamedTuple):
    """A paper of minutes (of meeting ``meeting_id``) approves the minutes of a day, by a record of its own."""

    document_id: str
    meeting_id: str | None
    day: dt.date
    record_id: str
    corrections: str | None


def said(text: str) -> list[Said]:
    """The approvals that a text prints, with a whole date each."""
    out = []
    sentences = [" ".join(s.split()) for s in _SENTENCE.split(text) if s and s.strip()]
    for n, sentence in enumerate(sentences):
        if not re.search(r"\bminutes\b", sentence, re.I) or not _APPROVED.search(sentence) or _NOT.search(sentence):
            continue
        at = re.search(r"\bminutes\b", sentence, re.I)
        assert at is not None
        days = [d.date for d in find_dates(sentence) if d.date is not None and d.start > at.start()]
        fixed = None
        if _CORRECTED.search(sentence) and not _NO_CORRECTIONS.search(sentence):
            more = sentences[n + 1] if sentence.endswith((":", ";")) and n + 1 < len(sentences) else ""
            fixed = f"{sentence} {more}".strip()
        out += [Said(day, sentence, fixed) for day in days]
    return out


def signs(document_id: str, text: str, resolved: Iterable[tuple[str, str]]) -> list[tuple[dt.date, str, str | None]]:
    """(day, record, corrections) of each approval that minutes print. ``resolved``: (resolution_id, text) of the paper, in order."""
    found = said(text)
    records = [(key, [d.date for d in find_dates(words)]) for key, words in resolved if "minutes" in words.lower()] if found else []
    return [(s.day, next((key for key, days in records if s.day in days), document_id), s.corrections) for s in found]


def approvals(found: Iterable[Sign], meetings: Mapping[str, Meeting], bodies: Mapping[str, str]) -> list[Approval]:
    """The approvals that the minutes of a council print of its other minutes.

    The minutes approved are those of the same body (``bodies``: meeting_id → body's key) on the day printed, before the meeting itself.
    """
    held = {(bodies[m], meetings[m].day): m for m in sorted(bodies) if m in meetings}
    out = []
    for s in found:
        here = meetings.get(s.meeting_id or "")
        if here is None or here.day is None or here.meeting_id not in bodies or s.day >= here.day:
            continue
        if (there := held.get((bodies[here.meeting_id], s.day))) is not None:
            out.append(Approval(there, here.day, s.document_id, s.record_id, s.corrections))
    return out
