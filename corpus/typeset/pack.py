"""Papers bound into one file: order, blank pages, stamped labels, bookmarks, truth."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .ink import Glyphs, Page, font, render, width
from .page import Paper
from .truth import Item, Truth


@dataclass
class Bound:
    """The papers of one agenda item, in order."""

    number: str
    papers: list[Paper] = field(default_factory=list)

    @property
    def first(self) -> Page:
        """First page of the item's papers."""
        return self.papers[0].pages[0]

    @property
    def last(self) -> Page:
        """Last page of the item's papers, blank pages included."""
        return self.papers[-1].pages[-1]


@dataclass
class Pack:
    """A file to be: `stem` names it; `offset` is how many leading pages bear no stamped label."""

    stem: str
    truth: Truth
    papers: list[Paper]
    stamp: str = ""
    offset: int = 0
    stamp_at: str = "right"
    blank_note: str = ""
    outline: list[tuple[str, Page]] = field(default_factory=list)

    @property
    def pages(self) -> list[Page]:
        """All pages in order."""
        return [page for paper in self.papers for page in paper.pages]

    def finish(self) -> bytes:
        """Draw heads, feet and labels, and render the PDF."""
        number(self.pages)
        for paper in self.papers:
            filled = [page for page in paper.pages if not page.blank]
            for at, page in enumerate(filled, start=1):
                if paper.furniture:
                    paper.furniture(page, at, len(filled))
        for page in self.pages:
            label = page.position - self.offset
            if page.blank and self.blank_note:
                put(page, self.blank_note, "centre", page.height / 2, 11)
            if self.stamp and label > 0:
                text = self.stamp.format(n=label)
                name = font("helvetica")
                x = page.width - 56 - width(text, name, 11) if self.stamp_at == "right" else page.width / 2 - 16
                page.marks.append(Glyphs(x, 23, name, 11, text))
        return render(self.pages, self.stem, self.outline)

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write the PDF and its truth into `folder`; return both paths."""
        data = self.finish()
        pdf, truth = folder / f"{self.stem}.pdf", folder / f"{self.stem}.json"
        documents = [(p.kind, p.pages[0].position, p.pages[-1].position) for p in self.papers]
        record = self.truth.as_json(pdf.name, hashlib.sha256(data).hexdigest(), documents)
        pdf.write_bytes(data)
        truth.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return pdf, truth


def number(pages: Sequence[Page], start: int = 1) -> None:
    """Give `pages` their positions, from `start`."""
    for position, page in enumerate(pages, start=start):
        page.position = position


def put(
    page: Page,
    text: str,
    align: str,
    y: float,
    size: float,
    *,
    family: str = "helvetica",
    face: str = "",
    margin: float = 56.0,
    gray: float = 0.0,
) -> None:
    """Set a single line on a finished page, for heads and feet; `y` from the foot of the page."""
    name = font(family, face)
    wide = width(text, name, size)
    x = {"left": margin, "right": page.width - margin - wide, "centre": (page.width - wide) / 2}[align]
    page.marks.append(Glyphs(x, y, name, size, text, gray))


def pad_even(paper: Paper) -> None:
    """Add a blank page where the paper ends on an odd one, so that the next starts on a right-hand page."""
    if len(paper.pages) % 2:
        first = paper.pages[0]
        paper.pages.append(Page(first.width, first.height, blank=True))


Ranges = dict[str, tuple[int, int]]
"""Printed page range of each agenda item's papers, by item number."""


def front(bound: Sequence[Bound], truth: Truth, draw: Callable[[Ranges], Paper], *, stamped: bool, pad: bool) -> tuple[Paper, int]:
    """Draw the agenda that prints where each item's papers are; return it and the labels' offset.

    The ranges depend on how long the agenda is, so it is drawn again until its length agrees. Where
    the agenda itself is `stamped`, labels equal positions; else they start after it.
    """
    papers = [paper for item in bound for paper in item.papers]
    guess = 1
    for _ in range(12):
        number([page for paper in papers for page in paper.pages], guess + 1)
        offset = 0 if stamped else guess
        ranges = {b.number: (b.first.position - offset, b.last.position - offset) for b in bound}
        truth.agenda.clear()
        agenda = draw(ranges)
        if pad:
            pad_even(agenda)
        if len(agenda.pages) == guess:
            break
        guess = len(agenda.pages)
    else:
        raise RuntimeError("the agenda's length does not settle")
    ends = {b.number: b for b in bound}
    for item in truth.agenda:
        if item.number in ends:
            item.first, item.last = ends[item.number].first, ends[item.number].last
    return agenda, offset


def agenda_item(truth: Truth, page: Page, number_text: str | None, title: str, presenter: str | None = None) -> None:
    """Note an item of the agenda."""
    truth.agenda.append(Item("agenda", number_text, title, page, presenter=presenter))


def minute(truth: Truth, page: Page, number_text: str | None, title: str) -> None:
    """Note a heading of the minutes."""
    truth.minutes.append(Item("minutes", number_text, title, page))
