"""The meeting that an officers' report is for, or that a notice of decision records, by its header."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import LaidPage, Line, Paper
from papermine.extract.meetings.fronts import ISSUED, head_lines, reads_american
from papermine.extract.meetings.naming import Printed, candidates, council_on
from papermine.extract.meetings.owners import rank
from papermine.extract.paragraphs import paragraph
from papermine.language.bodies import clean_body, municipality
from papermine.language.dates import find_dates
from papermine.provenance import Box, Place

_TO_BODY = re.compile(r"^\W*(?:report\s+)?(?:to|for(?:\s+consideration\s+by)?|decision\s+of(?=\s*:)|committee|meeting(?:\s+(?:name|of|body|title))?|(?:meeting\s*/\s*)?decision[\s-]+(?:maker|level|taker)|council\s+meeting|(?:name|title)\s+of\s+(?:meeting|committee)|(?:name\s+and\s+date\s+of|date\s+and\s+name\s+of)\s+(?:meeting|committee)|body)(?P<colon>\s*:)?\s+(?P<body>\S.*)$", re.I)
_MEMBERS_TO = re.compile(r"\b(?:mayor\b.{0,12}\band\s+|members\s+of\s+)(?:the\s+)?(?:honou?rable\s+)?(?:members\s+of\s+)?(?:the\s+)?(?P<body>(?:city|town|county|village|borough)\s+(?:council|commission)|board\s+of\s+(?:county\s+)?(?:supervisors|commissioners|selectmen|trustees))\b", re.I)
"""To whom a staff report is written: "Honorable Mayor and Members of the City Council"."""
_OWN_FORM = re.compile(r"^\W*(?P<body>(?:city|town|county|village|borough)\s+(?:council|commission|board)|board\s+of\s+(?:county\s+)?(?:supervisors|commissioners|selectmen|trustees)|(?:planning|parks|zoning)(?:\s+(?:and|&)\s+\w+)?\s+commission)\s+"
                       r"(?:(?:staff|agenda|action)\s+)*(?:item\s+)?(?:reports?|memo(?:randum)?|briefing|communication|summary|cover\s+sheet|transmittal|action|bill)\b.{0,30}$", re.I)
"""The form of a paper for one body: "CITY COUNCIL STAFF REPORT"."""
_DATE_BESIDE = re.compile(r"(?:^|\s)(?:(?:(?:agenda|meeting|(?P<body>council|cabinet)(?:\s+meeting)?)\s+date|for\s+agenda\s+of)\s*:|for\s+the\s+agenda\s+of\b)\s*", re.I)
"""The label of the meeting's day, wherever on its line it stands: "Subject: Library Agreement   Agenda Date: March 3, 2014"."""
_CUT_DAY = re.compile(r"\W*(?:meeting|agenda|council|committee|board)\s+date\s*:\s*(?P<day>.{4,24}),?$", re.I)
"""A day whose year went to the next line of its column: "Meeting Date: October 24," ⏎ "2022"."""
_COLUMN_LABEL = re.compile(r"item\s*(?:no\.?|number)?|classification|decision\s+(?:level|maker|taker)|date|meeting\s+name|meeting|committee", re.I)
_NAME_AND_DATE = re.compile(r"^\W*(?:committee|meeting)\s+(?:name\s+)?and\s+date(?:\s+of\s+(?:the\s+)?(?:\w+\s+)?meeting)?\W*$", re.I)
"""A label over body and day: "Committee Name and Date of Committee Meeting" ⏎ "Cabinet – 16 September 2024"."""
_MEMO = re.compile(r"\W*(?:[\w’']+\s+){0,3}memo(?:randum)?\W*", re.I)
_ITS_DAY = re.compile(r"\W*dated?\s*:", re.I)
"""The day of a memorandum, below its title: when it was written."""
_DEADLINE = re.compile(r"\b(?:on or after|no earlier than|not before)\b\W*(?:the\s+)?\d", re.I)
_PERSON_TO = re.compile(r"\b(?:cabinet\s+member|portfolio\s+holder|leader\s+of|mayor(?!\s+and\s+cabinet\b)|director|chief|honou?rable|councillor|cllr)\b", re.I)


def read_report(paper: Paper) -> Printed:
    """The meeting that a report is for, by its header: "To: County Council – 13 March 2025", "REPORT TO:" and "DATE:"."""
    lines = head_lines(paper.pages[0])[:24]
    printed = Printed(rule="report-header")
    council_on(printed, lines)
    _columns(printed, lines)
    months_first = reads_american(paper.pages)
    memo = any(_MEMO.fullmatch(line.text) for line in lines[:6])
    lines = [line for line in lines if not ((memo and _ITS_DAY.match(line.text)) or _DEADLINE.search(line.text))]
    labelled = any((m := _TO_BODY.match(line.text)) and m["colon"] and not _PERSON_TO.search(m["body"]) and clean_body(m["body"]) for line in lines)
    for line, after in itertools.pairwise(lines):
        if _NAME_AND_DATE.match(line.text) and (body := clean_body(re.split(r"\s[-–—]\s|,", after.text)[0])):
            printed.body = body
            printed.where.append(after.place(0, len(body), "body"))
            _date_in(printed, after, months_first)
    for i, line in enumerate(lines):
        m = _TO_BODY.match(line.text)
        if m and printed.body is None and (m["colon"] or not labelled) and not _PERSON_TO.search(m["body"]):
            cells = [text for text, _ in line.segments(1.2)]
            if len(cells) > 2 and cells[1] == line.text[m.start("body"):m.start("body") + len(cells[1])] and (body := clean_body(cells[1])):  # "Report To: | Finance Committee | Date: | 21 May 2019"
                printed.body = body
                printed.where.append(line.place(m.start("body"), m.start("body") + len(cells[1]), "body"))
                _date_in(printed, line, months_first)
                continue
            value = line.text[m.start("body"):]
            group = [line]
            if i + 1 < len(lines) and lines[i + 1].gap < 0.6 * line.size and lines[i + 1].x0 > line.x0 + 20 and len(lines[i + 1].segments()) == 1:
                group.append(lines[i + 1])
            for held in (group, [line]):
                joined = paragraph(held)
                value = joined.text[m.start("body"):]
                if body := clean_body(value) or clean_body(re.split(r"\s[-–—]\s|,|\(|:\s", value)[0]) or _part(value, next((cell for cell in cells if value.startswith(cell)), cells[0][m.start("body"):])) or _called_committee(line, m):
                    printed.body = body
                    at = joined.text.find(body)
                    printed.where += joined.places(at, at + len(body), "body")
                    break
            if m["colon"] or printed.body is not None or len(line.segments(1.2)) > 1 or not re.match(r"\W*(?:to|for)\b", line.text, re.I):
                _date_in(printed, line, months_first)  # not "To report the spending of the period to 28 July 2022"
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if printed.day is None and below is not None and (cut := _CUT_DAY.match(line.segments()[0][0])) and (year := re.fullmatch(r"(?:19|20)\d\d", below.segments()[0][0].strip())) and abs(below.x0 - line.x0) < 3:
            day = next((d for d in find_dates(f"{cut['day']} {year.group()}") if d.date), None)
            if day is not None:
                printed.day, printed.day_printed = day.date, day.text
                printed.where += [line.place(*cut.span("day"), "meeting_date"), below.place(0, 4, "meeting_date")]
    for line in lines:
        if printed.day is None and re.match(r"\W*(?:(?:meeting|committee|cabinet|council|board|commission|hearing|agenda)\s+)?(?:/\s*decision\s+)?date\b(?!\s+(?:written|prepared|submitted|drafted|posted|issued|received|included|added|placed)\b)(?!\s+of\s+(?:the\s+)?(?:notice|publication|report|first|last|next|previous|forthcoming|key)\b)", line.text, re.I):
            _date_in(printed, line, months_first)
    for line in lines:
        if printed.day is None and (told := _DATE_BESIDE.search(line.text)):
            day = next((d for d in find_dates(line.text[told.end():told.end() + 40], month_first=months_first) if d.date), None)
            if day is not None:
                printed.day, printed.day_printed = day.date, day.text
                printed.where.append(line.place(told.end() + day.start, told.end() + day.end, "meeting_date"))
                printed.body = printed.body or told["body"]
    _cells(printed, paper.pages[0], months_first)
    if printed.body is None:
        _by_form(printed, lines)
    if printed.body is not None and printed.day is None:
        for line in lines[:10]:
            if not ISSUED.search(line.text[:max((d.start for d in find_dates(line.text)[:1]), default=0)]):
                _date_in(printed, line, months_first)
    if printed.body is not None and municipality(printed.body) and not any(printed.day_printed in line.text and re.search(r"\b(?:meeting|agenda|hearing|session|council|commission|board|committee)\b", line.text, re.I) for line in lines if printed.day_printed):
        printed.body = None  # a memorandum's own day, below the name of the town: nobody is said to have met
    return printed


def _by_form(printed: Printed, lines: Sequence[Line]) -> None:
    """The body that a report's title lines name; where these name the municipality alone, the one whose form it is, or to whose members it is written: "CITY OF HEATH" ⏎ "STAFF REPORT" ⏎ "To: Honorable Mayor and Members of the City Council"."""
    found = min(((rank(body, printed.council), k, body, joined) for k, (body, joined) in enumerate(candidates(lines[:12]))), default=None, key=lambda f: f[:2])
    if found is None or municipality(found[2]):
        form = next(((line, m) for line in lines[:6] if (m := _OWN_FORM.match(line.text))), None) or next(((line, m) for k, line in enumerate(lines) if (m := _MEMBERS_TO.search(line.text)) and (
            re.match(r"\W*to\b", line.text, re.I) or (k and re.fullmatch(r"\W*to\W*", lines[k - 1].text, re.I)))), None)
        if form is not None:
            printed.body = form[1]["body"]
            printed.where.append(form[0].place(*form[1].span("body"), "body"))
            return
    if found is not None:
        _, _, printed.body, joined = found
        at = max(joined.text.find(printed.body), 0)
        printed.where += joined.places(at, at + len(printed.body), "body")


def _part(value: str, cell: str) -> str | None:
    """The body in the value of a label, without the next cell, who else is addressed and what stands in brackets: "Chair and Directors, Electoral Areas Services Committee (May 8, 2023)"."""
    own = re.sub(r"\s*\([^()]*\d[^()]*\)", "", cell if cell and value.startswith(cell) else value).strip()
    parts = [own, *(own[m.end():] for m in _ADDRESSED.finditer(own))]
    named = [body for part in parts if (body := clean_body(part)) and _SITTING.search(body)]
    return next((body for body in named if "," not in body), named[0] if named else None)


_ADDRESSED = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\band\s+(?:the\s+)?|\bmembers\s+of\s+(?:the\s+)?", re.I)
_SITTING = re.compile(r"\b(?:council|cabinet|(?:sub-?)?committee|panel|board|executive|commission|authority)\b", re.I)
_CELL_BODY = re.compile(r"(?:(?:meeting\s*/\s*)?decision[\s-]+(?:maker|of)|for\s+consideration\s+by|report\s+(?:to|for)|meeting(?:\s+(?:of|name|body))?|committee(?:\s+name)?|name\s+of\s+(?:meeting|committee))\s*:?", re.I)
_CELL_DAY = re.compile(r"(?:(?P<body>cabinet|council|executive|committee)\s+)?(?:(?:meeting|committee|cabinet|council)\s*(?:/\s*decision\s+)?date|date(?:\s+(?:of\s+(?:the\s+)?(?:meeting|decision)|to\s+be\s+considered))?)\s*:?", re.I)


def _cells(printed: Printed, page: LaidPage, months_first: bool) -> None:
    """Body and day from the rows of a ruled header, whose labels may run over lines: "MEETING/ DECISION ⏎ MAKER:" beside "Cabinet"."""
    for part in page.tables:
        for label in part.cells:
            value = next((c for c in part.cells if c.row == label.row and c.column == label.column + 1), None)
            name, text = " ".join(label.text.split()), " ".join(value.text.split()) if value is not None else ""
            if label.row == label.column == 0 and printed.body is None and (body := clean_body(name)) and (day := next((d for d in find_dates(text, month_first=months_first) if d.date and len(d.text) > 0.7 * len(text)), None)):
                printed.body, printed.day, printed.day_printed = body, day.date, day.text  # "Health and Wellbeing Board | 26 March 2015"
                printed.where += [Place(part.page, label.box, name, field="body"), Place(part.page, value.box if value is not None else label.box, text, field="meeting_date")]
                continue
            if value is None or not text:
                continue
            if printed.body is None and _CELL_BODY.fullmatch(name) and not _PERSON_TO.search(text) and (body := clean_body(text)):
                printed.body = body
                printed.where.append(Place(part.page, value.box, text, field="body"))
            elif printed.day is None and _CELL_DAY.fullmatch(name) and (found := next((d for d in find_dates(text, month_first=months_first) if d.date), None)):
                printed.day, printed.day_printed = found.date, found.text
                printed.where.append(Place(part.page, value.box, text, field="meeting_date"))
                if printed.body is None and (told := _CELL_DAY.fullmatch(name)) is not None and told["body"] and told["body"].lower() != "committee":
                    printed.body = told["body"]  # "Cabinet Meeting Date: | 14 March 2018"
                    printed.where.append(Place(part.page, label.box, label.text, field="body"))


def _called_committee(line: Line, m: re.Match[str]) -> str | None:
    """The value of "Committee:" names one, though it leaves the word out: "Communities and Place"."""
    value = line.text[m.start("body"):].strip()
    cells = [text for text, _ in line.segments(1.2)]
    named = re.match(r"\W*(?:name\s+of\s+)?committee\s*:", line.text, re.I) or (len(cells) == 2 and re.fullmatch(r"(?:name\s+of\s+)?committee", cells[0], re.I))
    whole = named and len(cells) < 3 and not find_dates(value) and len(value.split()) < 9
    return value if whole and value[:1].isupper() and not re.search(r"\d|[.:;]", value) else None


def _columns(printed: Printed, lines: Sequence[Line]) -> None:
    """A header of columns, labels above values: "Item No. | Classification | Date | Meeting Name" ⏎ "9 | Open | May 20 2008 | Executive"."""
    for i, line in enumerate(lines[:8]):
        labels = [(line.box_of(*m.span()).x0, m.group().lower()) for m in _COLUMN_LABEL.finditer(line.text)]
        if len(labels) < 3 or not any(re.match("meeting|decision", name) for _, name in labels):
            continue
        cells: dict[str, list[Place]] = {}
        for after in lines[i + 1:i + 5]:
            if len(after) > 14 or (after.gap > 1.6 * after.size and cells) or re.match(r"\W*(?:from|report|title|proposal)\b", after.text, re.I):
                break
            at = 0
            for word in after.text.split(" "):
                place = after.place(at, at + len(word))
                name = max((label for label in labels if label[0] <= place.box.x0 + 14), default=labels[0])[1]
                cells.setdefault(name, []).append(place)
                at += len(word) + 1
        for name, held in cells.items():
            text = " ".join(place.text for place in held)
            if re.match("meeting|decision", name) and (body := clean_body(text)) and not _PERSON_TO.search(text):
                printed.body = body
                printed.where += [Place(held[0].page, _joined(held), text, field="body")]
            elif name.startswith("date") and (found := next((d for d in find_dates(text) if d.date), None)):
                printed.day, printed.day_printed = found.date, found.text
                printed.where += [Place(held[0].page, _joined(held), text, field="meeting_date")]
        return


def _joined(held: Sequence[Place]) -> Box:
    box = held[0].box
    for place in held[1:]:
        box = box.join(place.box)
    return box


def _date_in(printed: Printed, line: Line, months_first: bool = False) -> None:
    found = next((d for d in find_dates(line.text, month_first=months_first) if d.date), None)
    if found and printed.day is None:
        printed.day, printed.day_printed = found.date, found.text
        printed.where.append(line.place(found.start, found.end, "meeting_date"))


def read_decision(paper: Paper) -> Printed:
    """The meeting whose decisions a notice gives: "Decision determined at … Committee meeting on 12 September 2024"."""
    text = paragraph(head_lines(paper.pages[0])[:16])
    m = re.search(r"\b(?:decisions?|action)\b[^.]{0,40}?\b(?:determined|taken|made|agreed|of)\s+(?:at|by)?\s*(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>[^.:]{4,110}?)\s*(?:,|[-–—])?\s+"
                  r"(?:meeting\s+)?(?:(?:held\s+)?on|[-–—])\s+", text.text, re.I)
    printed = Printed(rule="decision-head")
    if m is None and (told := _TAKEN_ON.search(text.text)) and (body := clean_body(told["body"])) and not _PERSON_TO.search(told["body"]) and (
            found := next((d for d in find_dates(told["day"]) if d.date), None)):
        printed.body, printed.day, printed.day_printed = body, found.date, found.text
        printed.where += [*text.places(told.start("body"), told.start("body") + len(body), "body"), *text.places(told.start("day") + found.start, told.start("day") + found.end, "meeting_date")]
        return printed
    if m is None and _headed_decision(printed, paper):
        return printed
    if not m or not (body := clean_body(m["body"])) or _PERSON_TO.search(body):
        return printed
    found = next((d for d in find_dates(text.text[m.end():m.end() + 60]) if d.date), None)
    if found:
        at = text.text.find(body, m.start())
        printed.body, printed.day, printed.day_printed = body, found.date, found.text
        printed.where += text.places(at, at + len(body), "body")
        printed.where += text.places(m.end() + found.start, m.end() + found.end, "meeting_date")
    return printed


_TAKEN_ON = re.compile(r"\bdecisions?\s+(?:was|were)\s+(?:taken|made)\s+on\s+(?P<day>[^.]{6,44}?)\s+by\s+(?:the\s+)?(?P<body>[A-Z][\w'’&, -]{3,60}?)(?=\s*(?:[.:(]|$|\s(?:These|The|This)\b))", re.I)
"""The head of a record: "The following decisions were taken on WEDNESDAY, 12 JANUARY 2005 by the EXECUTIVE"."""
_DECIDED_BY = re.compile(r"\W*(?:notice|record|statement|summary|list)\s+of\s+(?:\w+\s+)?decisions?(?:\s+(?:made|taken))?\s+(?:of|by)\s+(?:the\s+)?(?P<body>[A-Z].{3,80})$", re.I)
_DECIDED_ON = re.compile(r"\W*(?:decisions?\s+(?:made|taken)|date\s+(?:of\s+)?(?:the\s+)?(?:decision|meeting)(?:\s+(?:made|taken))?|date|meeting\s+date)(?:\s+on)?\s*:?\s", re.I)


def _headed_decision(printed: Printed, paper: Paper) -> bool:
    """A record headed by the body that decided, its day under a label: "RECORD OF DECISION OF THE Cabinet", "Decision made: 12 September 2012"."""
    lines = head_lines(paper.pages[0])[:14]
    named = next(((line, m, body) for line in lines if (m := _DECIDED_BY.match(line.text)) and not _PERSON_TO.search(m["body"]) and (body := clean_body(m["body"]))), None)
    dated = next((line for line in lines if _DECIDED_ON.match(line.text) and any(d.date for d in find_dates(line.text))), None)
    if named is None or dated is None:
        return False
    line, m, body = named
    at = line.text.find(body, m.start("body"))
    printed.body = body
    printed.where.append(line.place(at, at + len(body), "body"))
    _date_in(printed, dated)
    return True
