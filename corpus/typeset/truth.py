"""What a pack says, as records whose pages are known by construction, and the JSON they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .ink import Page

KINDS = (
    "documents",
    "meetings",
    "agenda_items",
    "resolutions",
    "attendance",
    "reports",
    "recommendations",
    "tables",
)
"""The record kinds annotated in full, in every pack."""


@dataclass
class Meeting:
    """A meeting whose agenda, minutes or reports are in the file; `date` ISO, `time` HH:MM (24 h)."""

    body: str
    date: str
    time: str | None = None
    venue: str | None = None


@dataclass
class Item:
    """An agenda item or a heading of the minutes; `first` and `last` bound its papers in the file."""

    where: str
    number: str | None
    title: str
    page: Page
    first: Page | None = None
    last: Page | None = None
    presenter: str | None = None


@dataclass
class Vote:
    """How a motion came to a decision, as far as it is printed.

    `count` is [for, against, abstain], null for a number that is not printed; `names` has the keys
    for, against and abstain.
    """

    mover: str | None = None
    seconder: str | None = None
    count: list[int | None] | None = None
    names: dict[str, list[str]] | None = None
    outcome: str | None = None


@dataclass
class Resolution:
    """One operative paragraph that a meeting decided."""

    text: str
    page: Page
    item: str | None = None
    number: str | None = None
    vote: Vote = field(default_factory=Vote)


@dataclass
class Attendance:
    """One person at a meeting; `status` is present, apologies, absent or in_attendance."""

    name: str
    status: str
    meeting_date: str
    role: str | None = None
    party: str | None = None


@dataclass
class Report:
    """A report header; `fields` holds the labelled values (cabinet_member, wards_affected ...)."""

    page: Page
    title: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class Recommendation:
    """One operative paragraph of a report's recommendations."""

    number: str | None
    text: str
    page: Page


@dataclass
class Table:
    """A table and the pages it runs over; a cell over several columns or rows is written once."""

    first: Page
    last: Page
    rows: list[list[str]]


@dataclass
class Truth:
    """Everything that one pack says."""

    council: str
    country: str
    meetings: list[Meeting] = field(default_factory=list)
    agenda: list[Item] = field(default_factory=list)
    minutes: list[Item] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def resolve(self, text: str, page: Page, item: str | None, vote: Vote | None = None, number: str | None = None) -> None:
        """Note a resolution."""
        self.resolutions.append(Resolution(text, page, item, number, vote or Vote()))

    def as_json(self, pdf: str, sha256: str, documents: Sequence[tuple[str, int, int]]) -> dict[str, Any]:
        """The truth file of the PDF named `pdf`; `documents` are (kind, first page, last page)."""
        return {
            "pdf": pdf,
            "sha256": sha256,
            "council": self.council,
            "country": self.country,
            "complete": list(KINDS),
            "documents": [{"kind": kind, "pages": [first, last]} for kind, first, last in documents],
            "meetings": [vars(meeting) for meeting in self.meetings],
            "agenda_items": [_item(item) for item in [*self.agenda, *self.minutes]],
            "resolutions": [_resolution(r) for r in self.resolutions],
            "attendance": [vars(person) for person in self.attendance],
            "reports": [{"page": r.page.position, "title": r.title, **r.fields} for r in self.reports],
            "recommendations": [{"number": r.number, "text": r.text, "page": r.page.position} for r in self.recommendations],
            "tables": [{"pages": [t.first.position, t.last.position], "rows": t.rows} for t in sorted(self.tables, key=lambda t: t.first.position)],
        }


def _item(item: Item) -> dict[str, Any]:
    """An agenda item as JSON; page range and presenter only where there are any."""
    out: dict[str, Any] = {
        "where": item.where,
        "number": item.number,
        "title": item.title,
        "page": item.page.position,
    }
    if item.first is not None and item.last is not None:
        out["pages"] = [item.first.position, item.last.position]
    if item.presenter:
        out["presenter"] = item.presenter
    return out


def _resolution(resolution: Resolution) -> dict[str, Any]:
    """A resolution as JSON; `outcome` is left out where it is a plain resolution."""
    vote = resolution.vote
    out: dict[str, Any] = {
        "text": resolution.text,
        "item": resolution.item,
        "number": resolution.number,
        "page": resolution.page.position,
        "mover": vote.mover,
        "seconder": vote.seconder,
        "count": vote.count,
        "votes": vote.names,
    }
    if vote.outcome:
        out["outcome"] = vote.outcome
    return out
