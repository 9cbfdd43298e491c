"""What the first page of an agenda or of minutes says of its meeting: body, day, time, venue, council."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from papermine import regex as re
from papermine.document import LaidPage, Line, Paper, in_place
from papermine.extract.meetings.naming import Printed, above_names, council_on, name_body
from papermine.extract.meetings.owners import spoken
from papermine.extract.meetings.venues import find_venue
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.language.bodies import body_in, clean_body, narrations
from papermine.language.dates import FoundDate, find_dates, find_times, reads_month_first
from papermine.provenance import Place

HEAD = 36
"""Lines at the top of a paper among which its meeting is named."""

ISSUED = re.compile(r"\b(?:publi\w+|issued?|written|prepared|drafted|submitted|despatch\w*|dated?|posted|produced|printed|sent|deadline|by|before|from|since|until|minutes of|version|updated?)\b\W*(?:on|date|the|:)?\W*$", re.I)
_PUBLISHED = re.compile(r"\b(?:published|issued|drafted|posted|printed|uploaded|downloaded|updated)\b\W*(?:on|the)?\W*$", re.I)
_DEAR = re.compile(r"\bDear\s[A-Z]")
_WHEN = re.compile(r"^\W*(?:date(?!\s+of\s+(?:issue|publication|despatch|notice|posting))(?:\s+(?:of\s+meeting|and\s+time))?|meeting\s+date|when|time|dyddiad)\b", re.I)
_APPROVED = re.compile(r"(?![^.;]{0,60}?\bminutes\s+of\b)[^.;]{0,60}?\b(?:were|was|be|as)\b[^.;]{0,40}?\b(?:approved|confirmed|received|agreed|signed|adopted|accepted|correct|true|read)\b", re.I)
"""What follows the date of the minutes that a meeting approves."""
_HALF = re.compile(r"\W*[ap]\.?\s?m\b\.?", re.I)
_ENDED = re.compile(
    r"\b(?:meeting|session|council|committee|proceedings|business|chair\w*|mayor|panel|board)\b.{0,60}?\b(?:ended|closed|clos\w+|finished|concluded|adjourned|rose|terminated|declared\s+closed|ddaeth)\b|"
    r"^\W*(?:meeting\s+(?:end|finish|close)\w*|(?:time\s+)?(?:closed?|ended|end|finish(?:ed)?|adjourn(?:ed|ment)?|close\s+of\s+meeting))\b", re.I)


def read_agenda(paper: Paper) -> Printed:
    """The meeting that an agenda calls: its title lines, or "A meeting of the … will be held in … on … at …"."""
    lines = [line for page in paper.pages[:3] for line in head_lines(page)]
    printed = _read(lines, "front-sheet", months_first=reads_american(paper.pages))
    if printed.day is None:
        _celled(printed, paper.pages[0])
    return printed


def _celled(printed: Printed, page: LaidPage) -> None:
    """Day, time and place from the cells of a front sheet's table, labels over values in narrow columns: "Date & time" ⏎ "Tuesday, 27 April" ⏎ "2021 at 2.00 pm"."""
    for part in page.tables:
        below = {(cell.row - 1, cell.column): cell for cell in part.cells}
        for cell in part.cells:
            text = " ".join(cell.text.split())
            under = below.get((cell.row, cell.column))
            if under is not None and re.fullmatch(r"(?:meeting\s+)?date(?:\s*(?:&|and|/)\s*time)?|place|venue|location", text, re.I):
                text, cell = f"{text} {' '.join(under.text.split())}", under
            if (whole := next((d for d in find_dates(text) if d.date and d.weekday), None)) is not None and len(text) - (whole.end - whole.start) < 14:
                text = f"Date {text}"
            if not (m := re.match(r"(?P<label>(?:meeting\s+)?date(?:\s*(?:&|and|/)\s*time)?|place|venue|location)\s*:?\s+(?=\S)", text, re.I)):
                continue
            if m["label"].lower().endswith(("place", "venue", "location")):
                if printed.venue is None:
                    printed.venue = text[m.end():]
                    printed.where.append(Place(part.page, cell.box, text, field="venue"))
            elif printed.day is None and (found := next((d for d in find_dates(text) if d.date), None)) is not None:
                printed.day, printed.day_printed = found.date, found.text
                printed.where.append(Place(part.page, cell.box, text, field="meeting_date"))


def read_minutes(paper: Paper) -> Printed:
    """The meeting that minutes record: their title lines, or "MINUTES of a meeting of the … held in … on …"."""
    lines = [*head_lines(paper.pages[0]), *(head_lines(paper.pages[1])[:8] if len(paper.pages) > 1 and len(paper.pages[0].lines) < 12 else [])]
    printed = _read(lines, "minutes-head", months_first=reads_american(paper.pages))
    if printed.day is None:
        _celled(printed, paper.pages[0])
    if printed.body is None or printed.body.islower() or " " not in printed.body:
        said = spoken(paper.lines, printed.body)
        if said is not None:
            printed.body = said[0]
            printed.where = [place for place in printed.where if place.field != "body"] + [said[1]]
    _end(printed, [line for page in paper.pages[-3:] for line in page.lines])
    if printed.start is None:
        _opened(printed, paper.pages[0].lines[:60])
    return printed


def reads_american(pages: Sequence[LaidPage]) -> bool:
    """Does the paper write dates in digits with the month first, as in the United States?"""
    lines = [line.text for page in pages[:3] for line in [*page.lines, *page.foot, *page.head]]
    text = " ".join(lines)
    if re.search(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b", text):
        return False  # a British postcode
    return reads_month_first(text) or re.search(r"\b(?:City (?:Attorney|Manager)|Mayor Pro Tem|Council ?members? |Councilors? |Councilm[ae]n |Selectm[ae]n\b|Planning (?:and Zoning )?Commission|Zoning Board\b|Pledge of Allegiance|in favor\b|Board of (?:Supervisors|Education|Trustees|Aldermen)|Select ?[Bb]oard\b|Unified School District|County Commissioners|Ordinance No)\b", text) is not None or re.search(r"\b(?:[A-Z]{2}|California|Ohio|Texas|Florida|Washington|New York),? \d{5}\b", text) is not None


def head_lines(page: LaidPage) -> list[Line]:
    """The page's first lines in order, its own running heads included."""
    return in_place((ln for ln in page.head if re.search(r"[A-Za-z]{4}", ln.text)), page.lines[:HEAD])


def _read(lines: list[Line], rule: str, *, months_first: bool = False) -> Printed:
    printed = Printed(rule=rule)
    if not lines:
        return printed
    council_on(printed, lines)
    lines = _zone(lines)
    text = paragraph(lines)
    name_body(printed, lines, text)
    _day(printed, lines, text, months_first)
    _time(printed, lines)
    if (venue := find_venue(lines, text, printed.day_printed)) is not None:
        printed.venue = venue[0]
        printed.where += venue[1]
    return printed


_FIRST_ITEM = re.compile(r"^\W*(?:[Ii]tem\s*|ITEM\s*)?(?:(?:0?1)(?:\.0)?[.):]?|[AI][.):]|\d{2,4}/\d{1,4}|\d{1,2}\.\d{2}\.\d{1,2}|\d{2,4}[.)]|[A-Z]{1,5}[\s/]?\d{1,4}/\d{2,4}(?:\s+\d{1,2}[.)]|\s+\([^()]{3,30}\))?|\d{1,4}(?=\s+(?i:apologies|declarations?|disclosures?|minutes|election|welcome)\b))\s+[A-Z](?!\w*\s+20\d\d)")


def _zone(lines: list[Line]) -> list[Line]:
    """The lines above the first heading of business."""
    end = next((i for i, line in enumerate(lines) if i > 2 and _FIRST_ITEM.match(line.text) and (re.match(r"\W*\d\d\.\d\d\.\d\d\s", line.text) or not find_dates(line.text[:30]))), len(lines))
    return lines[:end]


_OTHER_MINUTES = re.compile(r"\b(?:moved?|motion\w*|to)\b[^.]{0,60}\b(?:approve|accept|adopt|confirm)\b[^.]{0,30}\bminutes\b[^.]*$|\b(?:moved|motion|seconded) by\b[^.]*$", re.I)


_TAKEN = re.compile(r"\b(?:approv|accept|confirm|adopt|receiv|agree)\w*\b[^.]{0,25}$", re.I)
_PUT_OFF = re.compile(r"\b(?:moved|postponed|scheduled|rescheduled|continued|deferred|tabled|adjourned|set|until|by)\s+(?:to|for|until|on)?\s*(?:the\s+)?(?:\w+\s+){0,3}$", re.I)
"""What stands before the day to which business was put off."""
_CALLS = re.compile(r"\b(?:(?:summoned|invited|requested|invite you|called) to (?:attend )?(?:a|the|an) (?:\w+ )?meeting\b|gyfarfod o|g?[cg]ynhelir\b)(?:[^.:]|\.(?=\d))*$", re.I)
"""The words of a letter that calls to a meeting, before its day: "You are summoned to attend a meeting of the Council on"."""


def _day(printed: Printed, lines: Sequence[Line], text: Paragraph, months_first: bool) -> None:
    best: tuple[float, FoundDate] | None = None
    yearless: FoundDate | None = None
    starts = dict(zip(text.offsets, lines, strict=False))
    told = next((told for told in narrations(text.text) if clean_body(told["body"]) and not _TAKEN.search(text.text[max(0, told.start() - 40):told.start()])), None)
    named = len(above_names(list(lines)))
    business = text.offsets[named] if named < len(lines) else len(text.text)
    below = business if 2 < named < len(lines) else None
    letter = re.search(r"\b(?:summon\w*|invited?|requested|held)\b", text.text[:1500], re.I) is not None
    talk = next((i for i, line in enumerate(lines[:10]) if len(line) > 9), 10)
    titles = [line for line in lines[:min(talk, named)] if _titled(line.text, months_first) and (printed.rule == "minutes-head" or (not letter and (line.bold or line.text.isupper())))]
    for found in find_dates(text.text, month_first=months_first):
        if found.date is None:
            if yearless is None and (found.iso or "").startswith("--") and found.weekday and _MET.search(text.text[max(0, found.start - 90):found.start]):
                yearless = found
            continue
        start = max((s for s in starts if s <= found.start), default=0)
        line = starts[start]
        before = text.text[max(0, found.start - 40):found.start]
        score = found.start / 300 - (6 if line in titles else 0)
        if _PUBLISHED.search(before):
            continue  # the paper's own day: no day on which anybody met
        if len(line) < 5 and found.weekday is None and _DEAR.search(text.text[found.end:found.end + 120]) and not re.search(r"\babove date\b", text.text):
            continue  # a letter's
        if ISSUED.search(before) and not _WHEN.match(line.text):
            score += 30
        if _PUT_OFF.search(before):
            score += 20
        if below is not None and found.start > below:
            score += 8  # business begins below the names
        if told and (below is None or told.start() < below) and told.start() < found.start < told.end() + 220 and "." not in text.text[told.end():found.start].replace("p.m.", "").replace("a.m.", ""):
            score -= 12
        if _CALLS.search(text.text[max(0, found.start - 150):found.start]):
            score -= 12
        if body_in(line.text) or re.search(r"\bmeeting\b|\bheld\b", line.text, re.I):
            score -= 4
        if _WHEN.match(line.text) and not re.match(r"\W*(?:date|dyddiad)\s*:", line.text, re.I):
            score -= 3
        if line.bold or found.weekday or find_times(text.text[found.end:found.end + 25], context=True):
            score -= 2
        if re.search(r"\b(?:approv\w+|confirm\w+|previous|last|adopt\w*|receive|next|sign)\b", line.text[:max(found.start - start, 0)], re.I) \
                or _APPROVED.match(text.text, found.end) or _OTHER_MINUTES.search(text.text[max(0, found.start - 200):found.start]):
            if found.start > business:
                continue  # another meeting's, whose minutes this one takes
            score += 25  # "… moved to approve the minutes of the Board ⏎ meeting of August 17"
        if best is None or score < best[0]:
            best = (score, found)
    if best is not None:
        found = best[1]
        printed.day, printed.day_printed = found.date, found.text
        if yearless is not None and found.date is not None and not _MET.search(text.text[max(0, found.start - 60):found.start]) and (meant := _in_year(yearless, found.date.year)) is not None:
            found, printed.day, printed.day_printed = yearless, meant, yearless.text  # "10 November 2011 ⏎ … Minutes of the meeting held on Thursday 17th November": the letter's year
        printed.where += text.places(found.start, found.end, "meeting_date")


def _titled(text: str, months_first: bool) -> bool:
    """Does the line print hardly more than a day: "Zoning Board Minutes 05.03.23", "JULY 10, 2006 at 7.00 pm"? So does a title, and no sentence that speaks of another day."""
    found = next((d for d in find_dates(text, month_first=months_first) if d.date), None)
    return found is not None and re.search(r"[A-Za-z]{3}", text) is not None and not re.match(r"\d{4}/", found.text) and len((text[:found.start] + text[found.end:]).split()) < 7 and not ISSUED.search(text[:found.start])


_MET = re.compile(r"^(?!.*\bnext\b).*\b(?:held|meeting)\b", re.I | re.S)
"""What stands before the day of the meeting that a paper tells of; not of the next."""


def _in_year(found: FoundDate, year: int) -> date | None:
    """The day that was printed without its year, where it falls on the printed weekday in this one."""
    try:
        day = date.fromisoformat(f"{year}{(found.iso or '')[1:]}")
    except ValueError:
        return None
    return day if found.weekday is not None and day.strftime("%A") == found.weekday else None


def _time(printed: Printed, lines: Sequence[Line]) -> None:
    for i, line in enumerate(lines):
        dated = printed.day_printed is not None and printed.day_printed[:12] in line.text
        cue = dated or (i and re.search(r"\b(?:at|from|commencing|starting)\W*$", lines[i - 1].text)) or re.match(r"\W*(?:time|start|date)", line.text, re.I) or re.search(r"\b(?:held|commenc\w+|start\w*|begin\w*|at|session|meeting)\b", line.text, re.I) or len(line) < 5 \
            or (i and len(line) < 12 and printed.day_printed is not None and printed.day_printed[:12] in lines[i - 1].text)  # the day, and below it the place and the hour
        if cue and (times := find_times(line.text, context=bool(dated or re.match(r"\W*(?:start\s+)?time", line.text, re.I)))) and not re.search(
                r"\b(?:ends?|finish|clos\w+|until|by|deadline|office hours|open)\b.{0,12}$|\b(?:next\s+(?:\w+\s+){0,2}meeting|before|prior to|followed by|ahead of)\b.{0,60}$", line.text[:times[0].start], re.I):
            printed.start = times[0].time
            printed.where.append(line.place(times[0].start, times[0].end, "start_time"))
            after = lines[i + 1] if i + 1 < len(lines) else None
            if after is not None and times[0].end == len(line.text.rstrip()) and (half := _HALF.match(after.text)):  # "at 7.30" ⏎ "pm in the Hall"
                printed.start = (find_times(f"{times[0].text} {half[0]}") or times)[0].time
                printed.where.append(after.place(0, half.end(), "start_time"))
            return


def _opened(printed: Printed, lines: Sequence[Line]) -> None:
    """"The meeting started at 5.00 pm" among the first lines of the minutes."""
    for line in lines:
        if re.search(r"\b(?:meeting|session|mayor|chair\w*|council)\b.{0,50}\b(?:start\w*|commenc\w*|open\w*|began|called\b.{0,30}\bto order|convened)\b", line.text, re.I) and (
                times := find_times(line.text)):
            printed.start = times[0].time
            printed.where.append(line.place(times[0].start, times[0].end, "start_time"))
            return


def _end(printed: Printed, lines: Sequence[Line]) -> None:
    for line in reversed(lines):
        if _ENDED.search(line.text) and (times := find_times(line.text, context=True)):
            printed.end = times[-1].time
            printed.where.append(line.place(times[-1].start, times[-1].end, "end_time"))
            return
