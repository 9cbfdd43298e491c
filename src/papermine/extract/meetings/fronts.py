"""What the first page of an agenda or of minutes says of its meeting: body, day, time, venue, council."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from papermine import regex as re
from papermine.document import LaidPage, Line, Paper, in_place
from papermine.extract.meetings.owners import MEETS, bare_noun, body_key, institution, owned, phrased, rank
from papermine.extract.meetings.venues import find_venue
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.language.bodies import WILL_HOLD, body_in, clean_body, council_in, municipality, narrations, welsh_body
from papermine.language.dates import FoundDate, find_dates, find_times, reads_month_first
from papermine.provenance import Place

HEAD = 36
"""Lines at the top of a paper among which its meeting is named."""

ISSUED = re.compile(r"\b(?:publi\w+|issued?|written|prepared|drafted|submitted|despatch\w*|dated?|posted|produced|printed|sent|deadline|by|before|from|since|until|minutes of|version|updated?)\b\W*(?:on|date|the|:)?\W*$", re.I)
_PUBLISHED = re.compile(r"\b(?:published|posted|printed|uploaded|downloaded|updated)\b\W*(?:on|the)?\W*$", re.I)
_WHEN = re.compile(r"^\W*(?:date(?!\s+of\s+(?:issue|publication|despatch|notice|posting))(?:\s+(?:of\s+meeting|and\s+time))?|meeting\s+date|when|time|dyddiad)\b", re.I)
_APPROVED = re.compile(r"(?![^.;]{0,60}?\bminutes\s+of\b)[^.;]{0,60}?\b(?:were|was|be|as)\b[^.;]{0,40}?\b(?:approved|confirmed|received|agreed|signed|adopted|accepted|correct|true|read)\b", re.I)
"""What follows the date of the minutes that a meeting approves."""
_HALF = re.compile(r"\W*[ap]\.?\s?m\b\.?", re.I)
_ENDED = re.compile(
    r"\b(?:meeting|session|council|committee|proceedings|business|chair\w*|mayor|panel|board)\b.{0,60}?\b(?:ended|closed|clos\w+|finished|concluded|adjourned|rose|terminated|declared\s+closed|ddaeth)\b|"
    r"^\W*(?:meeting\s+(?:end|finish|close)\w*|(?:time\s+)?(?:closed?|ended|end|finish(?:ed)?|adjourn(?:ed|ment)?|close\s+of\s+meeting))\b", re.I)


@dataclass(slots=True)
class Printed:
    """A meeting as one paper prints it, with the place of each field."""

    body: str | None = None
    day: date | None = None
    day_printed: str | None = None
    start: time | None = None
    end: time | None = None
    venue: str | None = None
    council: str | None = None
    where: list[Place] = field(default_factory=list)
    rule: str = ""

    def same(self, other: Printed) -> bool:
        """Do both print one meeting: the same day, and bodies that do not contradict?"""
        mine, theirs = body_key(self.body), body_key(other.body)
        return self.day == other.day and (not mine or not theirs or mine in theirs or theirs in mine)

    def fill(self, other: Printed) -> None:
        """Take from ``other`` what is not printed here."""
        for name in ("body", "day", "day_printed", "start", "end", "venue", "council"):
            if getattr(self, name) is None and getattr(other, name) is not None:
                setattr(self, name, getattr(other, name))
                self.where += [place for place in other.where if place.field == _FIELD.get(name, name)]


_FIELD = {"day": "meeting_date", "day_printed": "meeting_date", "start": "start_time", "end": "end_time"}


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
    return reads_month_first(text) or re.search(r"\b(?:City (?:Attorney|Manager)|Mayor Pro Tem|Council ?members? |Councilors? |Councilm[ae]n |Selectm[ae]n\b|Planning (?:and Zoning )?Commission|Board of (?:Supervisors|Education|Trustees|Aldermen)|Select ?[Bb]oard\b|Unified School District|County Commissioners|Ordinance No)\b", text) is not None or re.search(r"\b(?:[A-Z]{2}|California|Ohio|Texas|Florida|Washington|New York),? \d{5}\b", text) is not None


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
    _body(printed, lines, text)
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


def _above_names(lines: list[Line]) -> list[Line]:
    """The lines above the list of members or of those present."""
    end = next((i for i, line in enumerate(lines) if re.match(
        r"\W*(?:(?:members?|councillors?|committee members?|also)\s+)?(?:present|in attendance|attendance|attend(?:ees|ing)|apologies|sederunt|membership|members|roll call)\b(?!\s+of\b)", line.text, re.I)),
        len(lines))
    return lines[:end] if end > 1 else lines[:2]


def council_on(printed: Printed, lines: Sequence[Line]) -> None:
    """Set the council that the first lines name, on one line or over up to three."""
    for count in (3, 2, 1):
        for i in range(min(len(lines), 14) - count + 1):
            group = lines[i:i + count]
            if count > 1 and (max(ln.x1 - ln.x0 for ln in group) > 220 or any(abs(ln.size - group[0].size) > 0.5 for ln in group)):
                continue
            joined = paragraph(group)
            name = council_in(joined.text if count == 1 else joined.text.strip())
            if name and (count == 1 or name.casefold() == joined.text.strip().casefold()):
                at = joined.text.find(name)
                printed.council = name
                printed.where += joined.places(max(at, 0), max(at, 0) + len(name), "council")
                return


def candidates(lines: Sequence[Line]) -> Iterator[tuple[str, Paragraph]]:
    """The bodies that title lines name: lines alone, and two or three of one style together."""
    limit = min(len(lines), 26)
    used: set[int] = set()
    for count in (3, 2, 1):
        for i in range(limit - count + 1):
            group = lines[i:i + count]
            if any(k in used for k in range(i, i + count)) or any(
                    abs(a.size - b.size) > 0.6 or a.bold != b.bold or b.gap > 1.3 * b.size or a.page != b.page for a, b in itertools.pairwise(group)):
                continue
            if count == 1 and len(cells := group[0].segments()) == 2 and ((re.match(r"(?:held|date)\s*:", cells[1][0], re.I) and cells[0][0].isupper()) or re.match(r"(?:members\s+)?present\s*:", cells[1][0], re.I)) and (beside := body_in(cells[0][0])) is not None:
                used.add(i)
                yield beside, paragraph(group)  # "CABINET          HELD: Tuesday, 14 September 2021"
                continue
            if count == 1 and len(cells) == 2 and i < 12 and group[0].words[-1].bold and (beside := clean_body(cells[1][0])) is not None and beside == cells[1][0].strip() and MEETS.search(beside):
                used.add(i)
                yield beside, paragraph(group)  # "400 Harbour Avenue          City Commission"
                continue
            if len(group[0].text) > 150 or not _loud(group, lines) or (count > 1 and any(len(line.segments()) > 1 for line in group)):
                continue
            joined = paragraph(group)
            if count > 1 and not all(_goes_on(a.text, b.text) or _wrapped(a, b, lines) for a, b in itertools.pairwise(group)):
                continue
            body = body_in(joined.text)
            if body is None and count == 1 and len(cells := group[0].segments()) == 2 and re.fullmatch(r"[\d. ]+[A-Za-z]?\.?", cells[1][0]):
                body = body_in(cells[0][0])  # "Regular Planning Commission          6. 3."
            if body and (count == 1 or (body_in(group[-1].text) != body and not _whole(group[1:], body))):
                used.update(range(i, i + count))
                yield body, joined


def _whole(group: Sequence[Line], body: str) -> bool:
    return body_in(" ".join(line.text for line in group)) == body


def _wrapped(line: Line, after: Line, lines: Sequence[Line]) -> bool:
    """Is the line so full that the next line's first word had no room on it: "OVERSIGHT BOARD TO THE SUCCESSOR AGENCY OF THE VISTA LOMA COMMUNITY" ⏎ "REDEVELOPMENT AGENCY"?"""
    return len(line) > 6 and council_in(line.text) is None and line.x1 - line.x0 + after.words[0].x1 - after.words[0].x0 > max(x.x1 for x in lines) - min(x.x0 for x in lines)


def _goes_on(first: str, then: str) -> bool:
    """Does the line cut a body's name: "Minutes of the Transport and Connectivity" ⏎ "Policy Committee"?

    Below a council's whole name only a bare noun goes on with it ("… COMBINED AUTHORITY" ⏎ "COMMITTEE"), not a body of its own ("… DISTRICT COUNCIL" ⏎ "SCRUTINY COMMITTEE").
    """
    if council_in(first) is not None and (municipality(first.strip()) or re.search(r"\b(?:council|authority)\W*$", first, re.I)) and (own := body_in(then)) is not None and (len(own.split()) > 1 or re.search(r"\bmeeting\b", then, re.I)):
        return False
    if re.fullmatch(r"\W*(?:(?:draft|unconfirmed|unapproved|final|approved)\W*)+", first, re.I):
        return False  # a stamp over the title: "DRAFT"
    if re.match(r"(?:[\w'’-]+ ){1,3}county\W*$", first, re.I) and (own := body_in(then)) is not None and len(own.split()) > 1:
        return False  # "COPPERFIELD COUNTY" ⏎ "BOARD OF COUNTY COMMISSIONERS"
    if re.search(r"\b(?:schools|district(?:\s+(?:no\.?\s*)?\d+)?|county|agency)\W*$", first, re.I) and re.match(r"\W*board\s+of\s+(?:education|directors|trustees|commissioners|supervisors)\b", then, re.I):
        return False  # "NORTHMOOR PUBLIC SCHOOLS" ⏎ "Board of Education Regular Meeting"
    if re.fullmatch(r"\W*(?:[A-Z]{1,6}[/.-]?)?\d[\w/.-]*\W*|[A-Z]{1,6}(?:[/.-]\d+){1,3}", first.strip()):
        return False  # the number of a report: "CET/24/23" ⏎ "Cabinet"
    if re.match(r"\W*(?:(?:sub-?|joint |scrutiny |select |sub )?(?:committee|panel|board)|and|&|of|for)\b", then, re.I):
        return True
    if first.rstrip().endswith((",", "&", " and", " AND", " of", " OF", " the", " THE", "-", "–", "/")):
        return True
    return clean_body(first) is None and council_in(first) is None and not find_dates(first) and re.search(r"\b(?:borough|city|county|fund)\b", first, re.I) is None


def _loud(group: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Set as a title is: bold, in capitals, larger than most, short and centred, or naming itself minutes or agenda."""
    size = sorted(line.size for line in lines)[len(lines) // 2]
    width = max(line.x1 for line in lines) + min(line.x0 for line in lines)
    return all(line.bold or line.text.isupper() or line.size > 1.05 * size or len(line) <= 9 or abs(line.x0 + line.x1 - width) < 30
               or re.match(r"\W*(?:minutes|meeting|agenda|decision|notice)\b", line.text, re.I) for line in group)


def _body(printed: Printed, lines: list[Line], text: Paragraph) -> None:
    options: list[tuple[float, str, list[Place]]] = []
    for told in narrations(text.text):
        k = 5 * len(options)  # the first sentence that tells who meets is this meeting's; those below speak of others'
        if body := clean_body(told["body"]):
            at = told.start("body") + told["body"].find(body)
            bare = re.fullmatch(r"(?:the\s+)?council", body, re.I) and re.search(r"council\s+meeting", told.group(), re.I) and printed.council is not None and municipality(printed.council)  # the municipality's name says whose
            options.append((rank(body, printed.council) - (0 if bare else 1) + 0.2 * k, body, text.places(at, at + len(body), "body")))
    for told in WILL_HOLD.finditer(text.text, 0, 2600):
        if body := clean_body(told["body"]):
            at = told.start("body") + told["body"].find(body)
            options.append((rank(body, printed.council) - 1, body, text.places(at, at + len(body), "body")))
    for line in lines[:14]:
        if (m := re.match(r"^(?P<body>[A-Z].{4,80}?) (?:held (?:their|its|an?)\b|met\b|will (?:be )?hold(?:ing)? (?:their|its|an?)\b|will meet\b)", line.text)) and (body := clean_body(m["body"])):
            options.append((rank(body, printed.council) - (1 if " " in body else -0.1), body, [line.place(0, len(body), "body")]))
    for line in lines[:20]:
        if (m := re.match(r"\W*Members of the (?P<body>[A-Z].{5,90})$", line.text)) and (body := clean_body(m["body"])):
            options.append((rank(body, printed.council) + 1, body, [line.place(m.start("body"), m.start("body") + len(body), "body")]))
    for line, after in itertools.pairwise(lines[:16]):
        if re.search(r"\bmeeting\s+of(?:\s+the)?\W*$", line.text, re.I) and _loud([after], lines) and not find_dates(after.text) and 1 < len(after) < 12 and not re.search(r"[:;.]", after.text):
            named = clean_body(after.text) or after.text.strip()  # who meets, whatever it is called: "Notice of a public meeting of" ⏎ "Decision Session - Executive Member for Transport"
            options.append((rank(named, printed.council) - 1.5, named, [after.place(0, None, "body")]))
    for line in lines[:20]:
        halves = [text for text, _ in line.segments()]
        if len(halves) == 2 and welsh_body(halves[0]) and (body := clean_body(halves[1])):  # both languages side by side
            at = line.text.rfind(body)
            options.append((rank(body, printed.council) - 0.5, body, [line.place(at, at + len(body), "body")]))
    for body, joined in candidates(_above_names(lines)):
        at = max(joined.text.find(body), 0)
        alone = joined.text.strip(" -–—").casefold() == body.casefold() and (printed.council is None or not municipality(printed.council))
        options.append((rank(body, printed.council) - (0.6 if alone and re.fullmatch("council", body, re.I) else 0), body, joined.places(at, at + len(body), "body")))
    if not options:
        if (said := phrased(_above_names(lines))) is not None:
            at = max(said[1].text.find(said[0]), 0)
            printed.body = said[0]
            printed.where.append(said[1].place(at, at + len(said[0]), "body"))
        elif (over := institution(lines)) is not None:
            printed.body = over.text.strip(" .,-–—*|")
            printed.where.append(over.place(0, None, "body"))
        return
    _, printed.body, where = min(options, key=lambda option: option[0])
    meets = next((option for option in options if re.fullmatch("council", option[1], re.I)), None)
    if municipality(printed.body) and meets is not None:  # "TOWNSHIP OF ELMVALE NORTH" ⏎ "COUNCIL MEETING MINUTES"
        printed.body, where = f"{printed.body} {meets[1]}", [*where, *meets[2]]
    alone = any(line.text.strip(" -–—").casefold() == printed.body.casefold() for line in lines[:14])
    if not alone and (noun := bare_noun(printed.body)) is not None:
        fuller = [option for option in options if re.search(rf"\w\s+{noun}$", option[1], re.I) and bare_noun(option[1]) is None]
        if fuller:
            _, printed.body, where = min(fuller, key=lambda option: option[0])
        elif (own := owned(noun, lines)) is not None:
            printed.body, where = own[0], [*where, own[1].place(0, None, "body")]
    if printed.council is not None and re.fullmatch(r"(?:the )?council", printed.body, re.I) and re.search(r"\b(?:parish|town|community) council$", printed.council, re.I):
        printed.body, where = printed.council, [replace(p, field="body") for p in printed.where if p.field == "council"]  # a small council under its own name: "St Fagans Community Council" ⏎ "Minutes of the Council Meeting"
    printed.where += where


_OTHER_MINUTES = re.compile(r"\b(?:moved?|motion\w*|to)\b[^.]{0,60}\b(?:approve|accept|adopt|confirm)\b[^.]{0,30}\bminutes\b[^.]*$|\b(?:moved|motion|seconded) by\b[^.]*$", re.I)


_CALLS = re.compile(r"\b(?:(?:summoned|invited|requested|invite you|called) to (?:attend )?(?:a|the|an) (?:\w+ )?meeting\b|gyfarfod o|g?[cg]ynhelir\b)(?:[^.:]|\.(?=\d))*$", re.I)
"""The words of a letter that calls to a meeting, before its day: "You are summoned to attend a meeting of the Council on"."""


def _day(printed: Printed, lines: Sequence[Line], text: Paragraph, months_first: bool) -> None:
    best: tuple[float, FoundDate] | None = None
    yearless: FoundDate | None = None
    starts = dict(zip(text.offsets, lines, strict=False))
    told = next(narrations(text.text), None)
    named = len(_above_names(list(lines)))
    business = text.offsets[named] if named < len(lines) else len(text.text)
    below = business if 2 < named < len(lines) else None
    for found in find_dates(text.text, month_first=months_first):
        if found.date is None:
            if yearless is None and (found.iso or "").startswith("--") and found.weekday and _MET.search(text.text[max(0, found.start - 90):found.start]):
                yearless = found
            continue
        start = max((s for s in starts if s <= found.start), default=0)
        line = starts[start]
        before = text.text[max(0, found.start - 40):found.start]
        score = found.start / 300
        if _PUBLISHED.search(before):
            continue  # the paper's own day: no day on which anybody met
        if ISSUED.search(before) and not _WHEN.match(line.text):
            score += 30
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
