"""What papermine itself can tell that it missed: words of a decision that belong to no record, and papers without what their kind prints.

No truth is needed for it: minutes say "RESOLVED that", "Moved by", "CARRIED", and each such line should lie in the evidence of a motion, a
vote or a resolution, or open or close one. docs/minutes.md says how much more is right in papers in which nothing is found so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papermine import regex as re
from papermine.check.agreement import Finding
from papermine.document import LaidPage, Line, Paper
from papermine.provenance import Box
from papermine.records import AgendaItem, Attendance, Division, DivisionVote, Evidence, Motion, Recommendation, Record, Resolution

_OUTCOME = r"(?:[Cc]arried|CARRIED|[Ll]ost|LOST|[Dd]efeated|DEFEATED|[Pp]assed|PASSED|[Ff]ailed|FAILED)"
_CUE = re.compile(
    r"\b(?:R\s?E\s?S\s?O\s?L\s?V\s?E\s?D\b|(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Ss]econded|SECONDED)(?:\s+by\b|\s*:\s*\w)|made\s+(?:a|the)\s+motion\b"
    rf"|(?:[Mm]otion|MOTION|[Aa]mendment|AMENDMENT)\b[^.]{{0,40}}\b{_OUTCOME}\b|by\s+\d+\s+votes?\s+to\s+\d+|(?:Ayes?|AYES?|Nays?|NAYS?|Yeas|YEAS|Noes|NOES)\s*[:–-]\s*\w)"
    r"|^\W*(?:Resolved\b\s*(?:[:;–-]|that\b|to\b)|(?:CARRIED|LOST|DEFEATED|Carried|Lost|Defeated)\b(?:[^a-z]{0,20}$|\s+(?:unanimously|by)))"
    r"|(?:^|[.;:]\s+)(?:[Aa]fter\b|[Ff]ollowing\b)?[^.;:]{0,40}?\b[Ii]t\s+was\s+(?:\w+ly\s+)?(?:resolved|agreed|decided)\s+(?:that|(?:not\s+)?to)\b")
"""Words that minutes print where something is moved, voted or decided."""
_TOLD = re.compile(r"\b(?:last|previous|earlier|next) (?:year|month|week|meeting)|\b[Aa]t (?:the|its|a) [^.]{0,40}\bmeeting\b"
                   r"|\b(?:said|stated|asked|reported|explained|advised|reminded|noted|recalled|would)\b")
"""Somebody tells of a decision made elsewhere: "stated that it was agreed last year that …"."""
_NEAR = 2.2
"""Lines at most so many heights below the one before belong together."""


_RECOMMENDATIONS = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})?\W*)?(?:RECOMMENDATIONS?|(?:Officer |Key )?Recommendations?)\W*$")
"""A heading over what a report asks to be decided: "2. RECOMMENDATIONS"."""


class _Printed(NamedTuple):
    """A line, its place on the page as displayed, and whether a record's evidence covers it."""

    line: Line
    page: LaidPage
    box: Box
    read: bool


def unread_decisions(paper: Paper, records: Sequence[Record]) -> Iterator[Finding]:
    """Runs of lines of minutes and decision notices that speak of a motion, vote or decision (`_CUE`), of which no record is stored.

    ``records``: those of the paper, their boxes on the page as displayed. A line counts as read where a motion's, vote's or resolution's
    evidence covers it or the line after it (its opening words), or the line right above (what became of it).
    """
    if paper.kind not in ("minutes", "decision"):
        return
    covered: dict[int, list[Evidence]] = defaultdict(list)
    for r in records:
        if isinstance(r, (Motion, Division, DivisionVote, Resolution)):
            for e in r.evidence:
                covered[e.page].append(e)
    printed = [_Printed(line, page, box, any(_covers(e, box) for e in covered[page.number]))
               for page in paper.pages for line in _reading(page) for box in (page.unturn(line.box),)]
    run: list[_Printed] = []
    for at, here in enumerate(printed):
        if not here.read and _CUE.search(here.line.text) and not _TOLD.search(here.line.text) and not _adjoins(printed, at):
            if run and not _follows(run[-1], here, 3 * _NEAR):
                yield _finding(run, paper)
                run = []
            run.append(here)
    if run:
        yield _finding(run, paper)


def empty_papers(paper: Paper, records: Sequence[Record]) -> Iterator[Finding]:
    """An agenda without an item, minutes without anyone who came, a report with a heading "Recommendations" and none stored."""
    def without(code: str, page: int, what: str) -> Finding:
        return Finding("info", code, f"Page {page}: {what}", page, document=paper.document_id)
    if paper.kind == "agenda" and not any(isinstance(r, AgendaItem) for r in records):
        yield without("agenda-unread", paper.first_page, "no item of this agenda was read")
    elif paper.kind == "minutes" and not any(isinstance(r, Attendance) for r in records):
        yield without("attendance-unread", paper.first_page, "nobody is stored as present or absent in these minutes")
    elif paper.kind == "report" and not any(isinstance(r, Recommendation) for r in records):
        head = next((line for line in paper.lines if _RECOMMENDATIONS.match(line.text)), None)
        if head is not None:
            yield without("recommendations-unread", head.page, f"a heading “{head.text.strip()}” is printed, but no recommendation is stored")


def open_motions(records: Sequence[Record]) -> Iterator[Finding]:
    """Motions of which no outcome is stored and that nothing resolved adopts: what became of them is not printed, or was not read."""
    adopted = {r.motion_id for r in records if isinstance(r, Resolution)}
    for m in records:
        if isinstance(m, Motion) and m.kind == "motion" and m.outcome is None and m.motion_id not in adopted:
            yield Finding("info", "outcome-unread", f"Page {m.page}: a motion moved by {m.mover or 'nobody named'} has no outcome that was read",
                          m.page, m.motion_id, m.document_id, m.evidence[:1])


def _reading(page: LaidPage) -> list[Line]:
    return sorted(page.lines, key=lambda line: (line.box.top, line.box.x0))


def _covers(e: Evidence, box: Box) -> bool:
    """Half the height of a line, and some of its width."""
    return min(e.bottom, box.bottom) - max(e.top, box.top) > 0.5 * (box.bottom - box.top) and min(e.x1, box.x1) > max(e.x0, box.x0)


def _adjoins(printed: Sequence[_Printed], at: int) -> bool:
    after = printed[at + 1] if at + 1 < len(printed) else None
    before = printed[at - 1] if at else None
    return (after is not None and after.read) or (before is not None and before.read and _follows(before, printed[at], _NEAR))


def _follows(before: _Printed, here: _Printed, heights: float) -> bool:
    return before.page is here.page and here.line.box.top - before.line.box.top < heights * (here.line.box.bottom - here.line.box.top)


def _finding(run: Sequence[_Printed], paper: Paper) -> Finding:
    page, words = run[0].page, " ".join(p.line.text for p in run)
    spots = tuple(Evidence(page=p.page.number, page_label=p.page.label, x0=round(p.box.x0, 1), top=round(p.box.top, 1), x1=round(p.box.x1, 1),
                           bottom=round(p.box.bottom, 1), text=p.line.text) for p in run)
    short = words if len(words) <= 120 else words[:119].rsplit(" ", 1)[0] + " …"
    return Finding("info", "decision-unread", f"Page {page.number}: “{short}” reads like a decision, of which no record is stored", page.number,
                   document=paper.document_id, evidence=spots)
