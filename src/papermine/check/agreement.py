"""Do minutes and agendas agree with themselves: who was there, who moved and voted, numbers, pages, dates?

Each check yields what differs and where; nothing is changed. A warning contradicts itself; an info may have a reason that is not printed.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from papermine import regex as re
from papermine.document import Pack
from papermine.language.dates import find_dates, weekday_number
from papermine.language.names import clean_name
from papermine.language.samename import same_name
from papermine.records import AgendaItem, Attendance, Division, DivisionVote, Document, Evidence, Motion, PackMeeting, Record


class Finding(NamedTuple):
    """What does not agree, or was not read: severity, code, a sentence, the page (position), the record it is about, its paper, and places."""

    severity: Literal["info", "warning", "error"]
    code: str
    message: str
    page: int | None = None
    about: str | None = None
    document: str | None = None
    evidence: tuple[Evidence, ...] = ()


def disagreements(pack: Pack, records: Sequence[Record]) -> Iterator[Finding]:
    """Everything that does not agree in one pack."""
    yield from in_paper(pack, records)
    yield from over_papers(records)


def in_paper(pack: Pack, records: Sequence[Record]) -> Iterator[Finding]:
    """What does not agree within a paper. ``records``: those of one paper, or of several."""
    there: dict[str, list[Attendance]] = defaultdict(list)
    for record in records:
        if isinstance(record, Attendance):
            there[record.document_id].append(record)
    yield from _apologies(there)
    yield from _movers(records, there)
    yield from _voters(records, there)
    yield from _numbers(records)
    yield from _ranges(pack, records)


def over_papers(records: Sequence[Record]) -> Iterator[Finding]:
    """What meetings, papers (`Document`) and agenda items of a whole pack say that does not agree."""
    yield from _minuted(records)
    yield from _dates(records)


def _page(record: Record) -> int | None:
    return record.evidence[0].page if record.evidence else None


def _apologies(there: dict[str, list[Attendance]]) -> Iterator[Finding]:
    """Nobody both sends apologies and is present."""
    for document, people in there.items():
        present = [a.name.lower() for a in people if a.status == "present"]
        for a in people:
            if a.status in ("apologies", "absent") and a.name.lower() in present:
                yield Finding(
                    "warning",
                    "present-and-apologies",
                    f"Page {_page(a)}: {a.name} is listed as present and under {a.status}; both are kept",
                    _page(a),
                    a.attendance_id,
                    document,
                )


_OFFICE = re.compile(
    r"(?:the\s+)?(?:(?:vice|deputy|lord|acting)[- ]*)*(?:chair\w*|mayor|leader|president|conven[eo]r|provost|speaker|reeve|cathaoirleach)\b", re.I
)


def _among(name: str, people: Sequence[Attendance]) -> bool:
    """Can the name be one of these people: by name, by its first or last word ("Margaret"), by initials ("MU"), or by office ("the Chairman")?"""
    bare = clean_name(re.sub(r"\([^)]*\)", "", name).strip(" .,;"))
    if _OFFICE.match(bare) or not bare:
        return True
    if re.fullmatch(r"[A-Z]{2,4}", bare):
        return any(bare[0] == a.name[:1].upper() and bare[-1] == a.name.split()[-1][:1].upper() for a in people if a.name)
    words = bare.lower().split()
    named = [(a.name, clean_name(a.name).lower().split()) for a in people if a.name]
    return any(same_name(name, bare) or words[-1] == parts[-1] or words == parts[:1] for name, parts in named)


def _movers(records: Sequence[Record], there: dict[str, list[Attendance]]) -> Iterator[Finding]:
    """Mover and seconder are among those present."""
    for m in records:
        if not isinstance(m, Motion) or sum(a.status == "present" for a in there[m.document_id]) < 3:
            continue
        here = [a for a in there[m.document_id] if a.status in ("present", "in_attendance")]
        for what, name in (("mover", m.mover), ("seconder", m.seconder)):
            if name and not _among(name, here):
                yield Finding(
                    "warning",
                    f"{what}-not-present",
                    f"Page {m.page}: {name} is printed as {what} but is not among those present",
                    m.page,
                    m.motion_id,
                    m.document_id,
                )
        if m.mover and m.mover == m.seconder and not re.fullmatch(r"[A-Z]{1,4}", m.mover):
            yield Finding(
                "info", "mover-seconds", f"Page {m.page}: {m.mover} is printed as mover and as seconder", m.page, m.motion_id, m.document_id
            )


def _voters(records: Sequence[Record], there: dict[str, list[Attendance]]) -> Iterator[Finding]:
    """Those who voted are among those present, and vote once."""
    paper = {d.division_id: d for d in records if isinstance(d, Division)}
    cast: dict[tuple[str, str], set[str]] = defaultdict(set)
    told: set[tuple[str, str]] = set()  # once a paper
    for v in records:
        if not isinstance(v, DivisionVote) or v.division_id not in paper:
            continue
        d = paper[v.division_id]
        people = there[d.document_id]
        cast[v.division_id, v.person_name].add(v.option)
        if (
            (d.document_id, v.person_name) not in told
            and sum(a.status == "present" for a in people) >= 3
            and not _among(v.person_name, [a for a in people if a.status in ("present", "in_attendance")])
        ):
            told.add((d.document_id, v.person_name))
            message = f"Page {v.page}: a vote of {v.person_name} is printed, who is not among those present"
            yield Finding("warning", "voter-not-present", message, v.page, v.division_vote_id, d.document_id)
    for (division, name), options in cast.items():
        if len(options) > 1:
            yield Finding(
                "warning",
                "votes-twice",
                f"Page {paper[division].page}: {name} is printed under {' and '.join(sorted(options))}; both are kept",
                paper[division].page,
                division,
                paper[division].document_id,
            )


def _numbers(records: Sequence[Record]) -> Iterator[Finding]:
    """Minute numbers count up by one."""
    by_paper: dict[str, list[AgendaItem]] = defaultdict(list)
    for item in records:
        if isinstance(item, AgendaItem) and item.source == "minutes" and item.number:
            by_paper[item.document_id].append(item)
    for document, items in by_paper.items():
        whole = [
            (i, int(m["n"]), m["before"], m["after"])
            for i in items
            if (m := re.fullmatch(r"(?P<before>.*?)(?P<n>\d+)(?P<after>/\d{2,4})?", i.number or ""))
        ]
        main = [w for w in whole if "." not in w[2] and len(w[2]) == len(whole[0][2])]
        if len(main) < 3:
            continue
        for (_, a, before, after), (item, b, then, later) in itertools.pairwise(main):
            if (before, after) == (then, later) and b != a + 1:
                how = "repeats" if b == a else "goes back from" if b < a else "skips from"
                yield Finding(
                    "info",
                    "minute-numbers",
                    f"Page {item.page}: minute number {item.number} {how} {before}{a}{after or ''}",
                    item.page,
                    item.item_id,
                    document,
                )


def _ranges(pack: Pack, records: Sequence[Record]) -> Iterator[Finding]:
    """The page ranges of an agenda tile the pack, and run as the stamped labels do."""
    by_paper: dict[str, list[AgendaItem]] = defaultdict(list)
    for i in records:
        if isinstance(i, AgendaItem) and i.source == "agenda" and i.first_page is not None and i.last_page is not None:
            by_paper[i.document_id].append(i)
    for document, items in by_paper.items():
        for i in items:
            first, last = i.first_page or 0, i.last_page or 0
            if last < first:
                yield Finding(
                    "warning",
                    "page-range-backwards",
                    f"Page {i.page}: the papers of item {i.number or i.title} end on page {last}, before they begin on {first}",
                    i.page,
                    i.item_id,
                    document,
                )
                continue
            a, b = pack.labels[first - 1], pack.labels[min(last, len(pack.pages)) - 1]
            if a and b and a.isdigit() and b.isdigit() and int(b) - int(a) != last - first:
                yield Finding(
                    "info",
                    "page-labels-jump",
                    f"Page {i.page}: the papers of item {i.number or i.title} are {last - first + 1} pages, but are stamped {a} to {b}",
                    i.page,
                    i.item_id,
                    document,
                )
        run = sorted((i for i in items if (i.last_page or 0) >= (i.first_page or 0)), key=lambda i: (i.first_page or 0, i.last_page or 0))
        for before, after in itertools.pairwise(run):
            end, start = before.last_page or 0, after.first_page or 0
            if start < end and (before.first_page, end) != (start, after.last_page):
                yield Finding(
                    "info",
                    "page-ranges-overlap",
                    f"Page {after.page}: {after.number or after.title} begins on page {start}, inside those of {before.number or before.title[:60]}",
                    after.page,
                    after.item_id,
                    document,
                )
            elif start > end + 1 and not all(page.blank for page in pack.pages[end : start - 1]):
                yield Finding(
                    "info",
                    "page-ranges-gap",
                    f"Page {after.page}: pages {end + 1} to {start - 1} belong to no item of the agenda",
                    after.page,
                    after.item_id,
                    document,
                )


def _minuted(records: Sequence[Record]) -> Iterator[Finding]:
    """Every item of an agenda is in the minutes of the same meeting, where both are in the pack."""
    kinds = {d.document_id: d.kind for d in records if isinstance(d, Document)}
    agenda: dict[str, list[AgendaItem]] = defaultdict(list)
    minutes: dict[str, list[AgendaItem]] = defaultdict(list)
    for i in records:
        if isinstance(i, AgendaItem) and i.pack_meeting_id:
            (agenda if i.source == "agenda" else minutes)[i.pack_meeting_id].append(i)
    for meeting, items in agenda.items():
        held = minutes.get(meeting, [])
        if len(held) < 2:
            continue
        titles = {_key(i.title) for i in held}
        numbers = {i.agenda_number or i.number for i in held}
        for i in items:
            if kinds.get(i.document_id) == "agenda" and i.number and i.number not in numbers and _key(i.title) not in titles:
                yield Finding(
                    "info",
                    "item-not-minuted",
                    f"Page {i.page}: item {i.number} ({i.title}) is on the agenda but not in the minutes",
                    i.page,
                    i.item_id,
                    i.document_id,
                )


def _key(title: str) -> str:
    return re.sub(r"\W+", "", title).lower()[:40]


def _dates(records: Sequence[Record]) -> Iterator[Finding]:
    """The weekday that is printed is that of the date, the year is one of councils' papers, and a meeting ends after it starts."""
    for m in (r for r in records if isinstance(r, PackMeeting)):
        if m.meeting_date is None:
            continue
        page = _page(m)
        days = {weekday_number(d.weekday) for d in find_dates(m.date_printed or "") if d.weekday}
        if days and m.meeting_date.weekday() not in days:
            yield Finding(
                "warning",
                "weekday-differs",
                f"Page {page}: {m.date_printed} is printed, but {m.meeting_date} is a {m.meeting_date:%A}",
                page,
                m.pack_meeting_id,
                None,
            )
        if not 1835 <= m.meeting_date.year <= 2100:
            yield Finding(
                "warning",
                "date-impossible",
                f"Page {page}: {m.date_printed or m.meeting_date.isoformat()} is no date of a meeting",
                page,
                m.pack_meeting_id,
                None,
            )
        if (
            m.start_time is not None
            and m.end_time is not None
            and m.end_time < m.start_time
            and not (m.start_time.hour >= 17 and m.end_time.hour < 6)
        ):
            yield Finding(
                "info",
                "ends-before-it-starts",
                f"Page {page}: the meeting starts at {m.start_time:%H:%M} and ends at {m.end_time:%H:%M}",
                page,
                m.pack_meeting_id,
                None,
            )
