"""The rows that links are made of: what packs print, as far as it tells what belongs together."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Paper(NamedTuple):
    """A paper of a pack. ``digest`` is of its letters alone, ``head`` the start of its first page; coverage goes without these and what follows
    ``item_id``."""

    document_id: str
    pack_id: str
    kind: str
    title: str | None
    first_page: int
    last_page: int
    meeting_id: str | None
    item_id: str | None
    file_name: str = ""
    published: str | None = None
    digest: str | None = None
    letters: int | None = None
    head: str | None = None


class Meeting(NamedTuple):
    """A resolved meeting."""

    meeting_id: str
    council: str | None
    body: str | None
    day: dt.date | None


class Decided(NamedTuple):
    """A resolution at one printing, with the kind of paper that prints it."""

    resolution_id: str
    pack_id: str
    document_id: str
    meeting_id: str | None
    item_id: str | None
    item_number: str | None
    item_title: str | None
    number: str | None
    text: str
    lead_in: str | None
    outcome: str | None
    page: int
    ordinal: int
    kind: str
    business_id: str | None
    mover: str | None = None
    seconder: str | None = None


class Advice(NamedTuple):
    """A recommendation of a report, with the matter that the report is a paper for."""

    recommendation_id: str
    pack_id: str
    document_id: str
    meeting_id: str | None
    business_id: str | None
    item_title: str | None
    report: str | None
    number: str | None
    text: str
    lead_in: str | None
    page: int
    ordinal: int
