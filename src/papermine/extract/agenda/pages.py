"""The pages that an agenda prints, beside a title or in columns of their own: left of the numbers, first and last apart, or the first alone; and hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import Line, Pack
from papermine.extract.agenda.numbers import Heading
from papermine.extract.paragraphs import paragraph
from papermine.language.pages import PageRange, left_column, page_range
from papermine.provenance import Place
from papermine.records import AgendaItem

_ATTACHED = re.compile(r"\W*(?:(?:covering\s+|the\s+)?report(?:\s+attached)?|append(?:ix|ices)|annex|attachment|enclosure)\b[^.]{0,60}\d\s*$", re.I)
"""A paper of the item above, its pages in the column of pages."""
LEADER = re.compile(r"\s*(?:(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,})[\s.…_]*(?:(?:[Pp]ages?\s*)?[(\[]?(?P<page>\d{1,4})[)\]]?(?:\s.{0,60})?)?$|\s\.{1,3}(?:\s+\d{1,4})?\s*$)")
"""Dots that lead from a title to its page in a table of contents, and what a column behind that says: "Welcome ....... 2 Agenda note"."""


def dashed(lines: list[Line]) -> list[Line]:
    """The lines with a dash between the pages of two columns, first and last: "2. Minutes | 5 | 12"."""
    out = list(lines)
    for k, line in enumerate(lines):
        cells = [text.strip() for text, _ in line.segments(1.0)]
        if len(cells) > 2 and all(re.fullmatch(r"\d{1,4}", text) for text in cells[-2:]) and 0 <= int(cells[-1]) - int(cells[-2]) < 1000:
            first, last = (words := line.words)[-2:]
            out[k] = Line(line.page, [*words[:-1], replace(first, text="-", x0=(first.x1 + last.x0) / 2 - 1, x1=(first.x1 + last.x0) / 2 + 1), last])
            out[k].gap, out[k].table = line.gap, line.table
    pairs = sum(a is not b for a, b in zip(lines, out, strict=True))
    return out if pairs > 1 else lines


def without_left_pages(lines: list[Line]) -> tuple[list[Line], dict[int, Place]]:
    """The lines with the pages that stand in a column left of the items' numbers set to the right of them; and where they are printed, by the ``id`` of the line that is left."""
    cells = [line.segments(1.0) for line in lines]
    found = left_column([(own[0][0], own[0][1].x0, own[1][0] if len(own) > 1 else "") for own in cells])
    aside: dict[int, Place] = {}
    over = max((line.x1 for line in lines), default=0.0)
    for k in found:
        line, count = lines[k], len(cells[k][0][0].split())
        words = line.words
        turned = [replace(w, x0=w.x0 + over, x1=w.x1 + over) for w in words[:count]]
        rest = Line(line.page, [*words[count:], *turned])
        rest.gap, rest.table = line.gap, line.table
        lines[k], aside[id(rest)] = rest, line.place(0, len(cells[k][0][0]), "first_page")
    return lines, aside


_HOUR = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|noon\b|hrs)?\s*[-–—:]?", re.I)


def without_hours(lines: list[Line]) -> list[Line]:
    """The lines without the hours that stand in a column left of the titles: "6:30 PM | CALL TO ORDER"."""
    timed = [k for k, line in enumerate(lines) if len(cells := line.segments(1.0)) > 1 and ":" in cells[0][0] and _HOUR.fullmatch(cells[0][0].strip())]
    edges = [lines[k].x0 for k in timed]
    out = list(lines)
    for k in timed:
        if sum(abs(lines[k].x0 - x0) < 3 for x0 in edges) > 1:
            line = lines[k]
            out[k] = Line(line.page, line.words[len(line.segments(1.0)[0][0].split()):])
            out[k].gap, out[k].table = max(line.gap, line.size), line.table  # each hour begins a row
    return out


def until_next(items: Sequence[AgendaItem], pack: Pack) -> None:
    """Where an agenda prints only the page on which each item's papers begin, they run to the page before the next item's.

    Only where no item prints a range and the pages leave room between them: single pages may also be whole papers.
    """
    firsts = sorted({item.first_page for item in items if item.first_page is not None})
    if len(firsts) < 2 or any(item.first_page != item.last_page for item in items) or len(firsts) >= firsts[-1] - firsts[0] + 1:
        return
    ends = dict(zip(firsts, [*(n - 1 for n in firsts[1:]), len(pack.pages)], strict=True))
    for item in items:
        if item.first_page is not None:
            item.last_page, item.basis = ends[item.first_page], "derived"


def pages_of(heading: Heading, bare: bool) -> PageRange | None:
    """The page range that the heading, or one of the lines under it, prints."""
    for line in [heading.line, *heading.under[:2]] if bare else []:
        if (led := LEADER.search(line.text)) and led["page"]:  # "Review of Policy ........ 3 Ref"
            return PageRange(*led.span("page"), led["page"], led["page"])
    if bare and (attached := [found for line in heading.under[:8] if _ATTACHED.match(line.text) and len(line.segments()) > 1 and (found := page_range(line.text, bare=True)) is not None]):
        return attached[0]._replace(last=attached[-1].last)  # "Report    3" ⏎ "Appendix 1    7 - 9"
    bare = bare and not year_ends(heading.line)
    for count in range(8):
        lines = [heading.line, *heading.under[:count]]
        if found := page_range(paragraph(lines).text, bare=bare and count == 0 and heading.number is not None):
            return found
        if count and lines[-1].x0 > heading.line.x0 + 60 and (found := page_range(lines[-1].text)):
            return found  # "Page 9", at the right margin below the title
    return None


def year_ends(line: Line) -> bool:
    """The title ends with a year, which no column sets apart: no page number."""
    return re.search(r"\s(?:19|20)\d\d$", line.segments()[-1][0]) is not None


def printed_at(lines: Sequence[Line], first: str) -> list[Place]:
    """Where the range that begins with ``first`` is printed."""
    for line in lines:
        found = page_range(line.text, bare=True)
        if found and found.first == first:
            return [line.place(found.start, found.end, "first_page")]
    return []
