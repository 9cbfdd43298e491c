"""Which meetings a pack prints, and which paper belongs to which."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from papermine.document import LaidPage, Line, Pack, Paper
from papermine.extract.bodies import NARRATED, body_in, clean_body, council_in, generic
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.language.dates import FoundDate, find_dates, find_times, reads_month_first
from papermine.language.pages import page_range
from papermine.provenance import Ids, Place
from papermine.records import Evidence, PackMeeting

HEAD = 36
"""Lines at the top of a paper among which its meeting is named."""

_ISSUED = re.compile(r"\b(?:publi\w+|issued?|despatch\w*|dated?|posted|produced|printed|sent|deadline|by|before|from|since|until|minutes of|version|updated?)\b\W*(?:on|date|the|:)?\W*$", re.I)
_WHEN = re.compile(r"^\W*(?:date(?:\s+(?:of\s+meeting|and\s+time))?|meeting\s+date|when|time|dyddiad)\b", re.I)
_VENUE_LABEL = re.compile(r"^\W*(?:venue|location|place|where|meeting\s+location|lleoliad|ionad)\s*:?\s+(?P<venue>\S.*)?$", re.I)
_VENUE_TOLD = re.compile(
    r"\b(?:held|takes?\s+place|meeting|convened|meet|gynhaliwyd)\b(?:\s+(?:virtually|remotely|online|in\s+person|on\s+\w+day[^,]{0,40},?|at\s+[\d.:]+\s*[ap]\.?m\.?,?))*\s+(?:in|at|within|via|yn)\s+"
    r"(?P<venue>(?:the\s+)?[A-Z0-9].{3,140}?)(?=,?\s+(?:on\s+(?:the\s+)?(?:\w+day\b|\d)|at\s+(?:\d|noon)|commencing|starting|from\s+\d|to\s+(?:deal|consider|transact)|and\s+livestreamed|when\b|for\s+the)|\.(?:\s|$)|$)")
_VENUE_WORDS = re.compile(
    r"\b(?:room|chambers?|hall|centre|center|house|virtual|zoom|teams|telepresence|webinar|library|school|church|offices?|suite|theatre|pavilion|building|online|remote|club|institute|forum|castle)\b", re.I)
_ENDED = re.compile(
    r"\b(?:meeting|session|council|committee|proceedings|business|chair\w*|mayor|panel|board)\b.{0,60}?\b(?:ended|closed|clos\w+|finished|concluded|adjourned|rose|terminated|declared\s+closed|ddaeth)\b|"
    r"^\W*(?:meeting\s+(?:end|finish|close)\w*|(?:time\s+)?(?:closed?|ended|end|finish(?:ed)?|adjourn(?:ed|ment)?|close\s+of\s+meeting))\b", re.I)
_STARTS = re.compile(r"\b(?:at|time|start\w*|commenc\w*|from|begin\w*|am|gan)\b", re.I)
_TO_BODY = re.compile(r"^\W*(?:report\s+)?(?:to|for|committee|meeting(?:\s+(?:name|of|body))?|decision\s+(?:maker|level)|council\s+meeting|name\s+of\s+(?:meeting|committee)|body)\s*:?\s+(?P<body>\S.*)$", re.I)
_PERSON_TO = re.compile(r"\b(?:cabinet\s+member|portfolio\s+holder|leader\s+of|mayor|director|chief|honou?rable|councillor|cllr)\b", re.I)


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
        mine, theirs = _key(self.body), _key(other.body)
        return self.day == other.day and (not mine or not theirs or mine in theirs or theirs in mine)

    def fill(self, other: Printed) -> None:
        """Take from ``other`` what is not printed here."""
        for name in ("body", "day", "day_printed", "start", "end", "venue", "council"):
            if getattr(self, name) is None and getattr(other, name) is not None:
                setattr(self, name, getattr(other, name))
                self.where += [place for place in other.where if place.field == _FIELD.get(name, name)]


_FIELD = {"day": "meeting_date", "day_printed": "meeting_date", "start": "start_time", "end": "end_time"}


def _key(body: str | None) -> str:
    words = re.findall(r"\w+", (body or "").lower().replace("&", "and"))
    return " ".join(w for w in words if w not in ("the", "meeting", "policy"))


def pack_meetings(pack: Pack, papers: list[Paper], ids: Ids) -> tuple[list[PackMeeting], dict[str, str]]:
    """The meetings of a pack, and document_id → pack_meeting_id for papers that belong to one.

    An agenda's papers belong to its meeting; minutes to the earlier meeting that they record; an
    appendix to the meeting of the paper before it.
    """
    found: list[Printed] = []
    belongs: dict[str, int] = {}
    main: int | None = None
    council: tuple[str, list[Place]] | None = None
    sent = _sent_on(papers[0], pack) if papers and papers[0].kind == "agenda" else {}
    for paper in papers:
        if paper.kind in ("agenda", "minutes"):
            printed = read_agenda(paper) if paper.kind == "agenda" else read_minutes(paper)
            if paper.kind == "minutes" and printed.day is None and paper.first_page in sent:
                _from_item(printed, sent[paper.first_page])
            if printed.council:
                council = council or (printed.council, [p for p in printed.where if p.field == "council"])
            if paper.kind == "minutes" and printed.body is None and main is not None:
                printed.body = found[main].body
                printed.where += [p for p in found[main].where if p.field == "body"]
        elif main is None and paper.kind in ("report", "decision", "questions"):
            printed = read_report(paper) if paper.kind != "decision" else read_decision(paper)
            if printed.body is None or printed.day is None:
                continue
        else:
            continue
        if printed.body is None and printed.day is None:
            continue
        at = next((i for i, known in enumerate(found) if known.same(printed)), None)
        if at is None:
            found.append(printed)
            at = len(found) - 1
        else:
            found[at].fill(printed)
        belongs[paper.document_id] = at
        if paper.kind == "agenda" and main is None:
            main = at
    _spread(papers, belongs, main)
    _named_by_others(found)
    records = [_record(printed, pack, ids, council) for printed in found]
    return records, {document: records[at].pack_meeting_id for document, at in belongs.items()}


def _spread(papers: Sequence[Paper], belongs: dict[str, int], main: int | None) -> None:
    """Give the papers that name no meeting the agenda's, and appendices that of the paper before."""
    before: int | None = None
    for paper in papers:
        if paper.document_id not in belongs:
            if paper.kind == "appendix" and before is not None:
                belongs[paper.document_id] = before
            elif main is not None and paper.kind != "minutes":
                belongs[paper.document_id] = main
            elif main is None and before is not None and paper.kind in ("report", "other"):
                belongs[paper.document_id] = before
        if paper.kind != "appendix":
            before = belongs.get(paper.document_id)


def _named_by_others(found: Sequence[Printed]) -> None:
    """An agenda headed by the municipality alone meets as the council that its minutes name ("Township of Nipissing Council")."""
    for printed in found:
        if printed.body is not None and _rank(printed.body, None) == 6:
            other = next((p for p in found if p.body is not None and re.fullmatch(rf"{re.escape(_key(printed.body))} (?:town |city )?council", _key(p.body))), None)
            if other is not None:
                printed.body = other.body
                printed.where = [p for p in printed.where if p.field != "body"] + [p for p in other.where if p.field == "body"]


def _record(printed: Printed, pack: Pack, ids: Ids, council: tuple[str, list[Place]] | None) -> PackMeeting:
    where = list(printed.where)
    if printed.council is None and council is not None:
        where += council[1]
    page = where[0].page if where else 1
    return PackMeeting(
        pack_meeting_id=ids("meeting", page), pack_id=pack.pack_id, council=printed.council or (council[0] if council else None), body=printed.body,
        meeting_date=printed.day, date_printed=printed.day_printed, start_time=printed.start, end_time=printed.end, venue=printed.venue,
        evidence=Evidence.at(where), rule=printed.rule)


# ------------------------------------------------------------------- agendas and minutes

def read_agenda(paper: Paper) -> Printed:
    """The meeting that an agenda calls: its title lines, or "A meeting of the … will be held in … on … at …"."""
    lines = [line for page in paper.pages[:3] for line in _head(page)]
    return _read(lines, "front-sheet", months_first=_month_first(paper.pages))


def read_minutes(paper: Paper) -> Printed:
    """The meeting that minutes record: their title lines, or "MINUTES of a meeting of the … held in … on …"."""
    lines = [*_head(paper.pages[0]), *(_head(paper.pages[1])[:8] if len(paper.pages) > 1 and len(paper.pages[0].lines) < 12 else [])]
    printed = _read(lines, "minutes-head", months_first=_month_first(paper.pages))
    _end(printed, [line for page in paper.pages[-3:] for line in page.lines])
    if printed.start is None:
        _opened(printed, paper.pages[0].lines[:60])
    return printed


def _month_first(pages: Sequence[LaidPage]) -> bool:
    """Does the paper write dates in digits with the month first, as in the United States?"""
    lines = [line.text for page in pages[:3] for line in [*page.lines, *page.foot, *page.head]]
    text = " ".join(lines)
    if re.search(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b", text):
        return False  # a British postcode
    return reads_month_first(text) or re.search(r"\b(?:[A-Z]{2}|California|Ohio|Texas|Florida|Washington|New York),? \d{5}\b", text) is not None


def _head(page: LaidPage) -> list[Line]:
    """The page's first lines in order, its own running heads included."""
    return sorted((ln for ln in page.head if re.search(r"[A-Za-z]{4}", ln.text)), key=lambda ln: ln.top) + page.lines[:HEAD]


def _read(lines: list[Line], rule: str, *, months_first: bool = False) -> Printed:
    printed = Printed(rule=rule)
    if not lines:
        return printed
    _council(printed, lines)
    lines = _zone(lines)
    text = paragraph(lines)
    _body(printed, lines, text)
    _day(printed, lines, text, months_first)
    _time(printed, lines)
    _venue(printed, lines, text)
    return printed


_FIRST_ITEM = re.compile(r"^\W*(?:[Ii]tem\s*|ITEM\s*)?(?:(?:0?1)[.):]?|[AI][.):]|\d{2,4}/\d{1,4}|\d{1,2}\.\d{2}\.\d{1,2}|\d{2,4}[.)])\s+[A-Z](?!\w*\s+20\d\d)")


def _zone(lines: list[Line]) -> list[Line]:
    """The lines above the first heading of business."""
    end = next((i for i, line in enumerate(lines) if i > 2 and _FIRST_ITEM.match(line.text) and not find_dates(line.text[:30])), len(lines))
    return lines[:end]


def _above_names(lines: list[Line]) -> list[Line]:
    """The lines above the list of members or of those present."""
    end = next((i for i, line in enumerate(lines) if re.match(
        r"\W*(?:(?:members?|councillors?|committee members?|also)\s+)?(?:present|in attendance|attendance|attend(?:ees|ing)|apologies|sederunt|membership|members|roll call)\b(?!\s+of\b)", line.text, re.I)),
        len(lines))
    return lines[:end] if end > 1 else lines[:2]


def _council(printed: Printed, lines: Sequence[Line]) -> None:
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


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[str, Paragraph]]:
    """The bodies that title lines name: lines alone, and two or three of one style together."""
    limit = min(len(lines), 26)
    used: set[int] = set()
    for count in (3, 2, 1):
        for i in range(limit - count + 1):
            group = lines[i:i + count]
            if any(k in used for k in range(i, i + count)) or any(
                    abs(a.size - b.size) > 0.6 or a.bold != b.bold or b.gap > 1.3 * b.size or a.page != b.page for a, b in itertools.pairwise(group)):
                continue
            if len(group[0].text) > 150 or not _loud(group, lines):
                continue
            joined = paragraph(group)
            if count > 1 and not all(_goes_on(a.text, b.text) for a, b in itertools.pairwise(group)):
                continue
            body = body_in(joined.text)
            if body and (count == 1 or (body_in(group[-1].text) != body and not _whole(group[1:], body))):
                used.update(range(i, i + count))
                yield body, joined


def _whole(group: Sequence[Line], body: str) -> bool:
    return body_in(" ".join(line.text for line in group)) == body


def _goes_on(first: str, then: str) -> bool:
    """Does the line cut a body's name: "Minutes of the Transport and Connectivity" ⏎ "Policy Committee"?"""
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
    told = NARRATED.search(text.text)
    while told and not clean_body(told["body"]):
        told = NARRATED.search(text.text, told.end())
    options: list[tuple[int, str, list[Place]]] = []
    if told and told.start() < 2600 and (body := clean_body(told["body"])):
        at = told.start("body") + told["body"].find(body)
        options.append((_rank(body, printed.council) - 1, body, text.places(at, at + len(body), "body")))
    for line in lines[:14]:
        if (m := re.match(r"^(?P<body>[A-Z].{4,80}?) (?:held (?:their|its|an?)\b|met\b)", line.text)) and (body := clean_body(m["body"])):
            options.append((_rank(body, printed.council) - 1, body, [line.place(0, len(body), "body")]))
    for line in lines[:20]:
        if (m := re.match(r"\W*Members of the (?P<body>[A-Z].{5,90})$", line.text)) and (body := clean_body(m["body"])):
            options.append((_rank(body, printed.council) + 1, body, [line.place(m.start("body"), m.start("body") + len(body), "body")]))
    for body, joined in _candidates(_above_names(lines)):
        at = max(joined.text.find(body), 0)
        options.append((_rank(body, printed.council), body, joined.places(at, at + len(body), "body")))
    if options:
        _, printed.body, where = min(options, key=lambda option: option[0])
        printed.where += where


def _rank(body: str, council: str | None) -> int:
    """How likely a name is the body that meets: a committee before the council that it belongs to."""
    own = (council is not None and _key(body) == _key(council)) or council_in(body) == body
    municipal = re.match(r"(?:the\s+)?(?:corporation|city|town|township|county|london borough|royal borough)\b.{0,40}\bof\b", body, re.I) is not None and not re.search(r"council|committee|board", body, re.I)
    return 6 if municipal else 4 if own else 2 if generic(body) and not own else 0


def _day(printed: Printed, lines: Sequence[Line], text: Paragraph, months_first: bool) -> None:
    best: tuple[float, FoundDate] | None = None
    starts = dict(zip(text.offsets, lines, strict=False))
    told = NARRATED.search(text.text)
    for found in find_dates(text.text, month_first=months_first):
        if found.date is None:
            continue
        start = max((s for s in starts if s <= found.start), default=0)
        line = starts[start]
        before = text.text[max(0, found.start - 40):found.start]
        score = found.start / 300
        if _ISSUED.search(before) and not _WHEN.match(line.text):
            score += 30
        if told and told.start() < found.start < told.end() + 220 and "." not in text.text[told.end():found.start].replace("p.m.", "").replace("a.m.", ""):
            score -= 12
        if body_in(line.text) or re.search(r"\bmeeting\b|\bheld\b", line.text, re.I):
            score -= 4
        if _WHEN.match(line.text) and not re.match(r"\W*date\s*:", line.text, re.I):
            score -= 3
        if line.bold or found.weekday or find_times(text.text[found.end:found.end + 25], context=True):
            score -= 2
        if re.search(r"\b(?:approv\w+|confirm\w+|previous|last|adopt\w*|receive|next|sign)\b", line.text[:max(found.start - start, 0)], re.I):
            score += 25
        if best is None or score < best[0]:
            best = (score, found)
    if best is not None:
        found = best[1]
        printed.day, printed.day_printed = found.date, found.text
        printed.where += text.places(found.start, found.end, "meeting_date")


def _time(printed: Printed, lines: Sequence[Line]) -> None:
    for line in lines:
        dated = printed.day_printed is not None and printed.day_printed[:12] in line.text
        cue = dated or re.match(r"\W*(?:time|start|date)", line.text, re.I) or re.search(r"\b(?:held|commenc\w+|start\w*|begin\w*|at|session|meeting)\b", line.text, re.I) or len(line) < 5
        if cue and (times := find_times(line.text, context=bool(dated or re.match(r"\W*(?:start\s+)?time", line.text, re.I)))) and not re.search(
                r"\b(?:ends?|finish|clos\w+|until|by|deadline|office hours|open)\b.{0,12}$", line.text[:times[0].start], re.I):
            printed.start = times[0].time
            printed.where.append(line.place(times[0].start, times[0].end, "start_time"))
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


def _venue(printed: Printed, lines: Sequence[Line], text: Paragraph) -> None:
    for i, line in enumerate(lines):
        if (m := _VENUE_LABEL.match(line.text)) and m["venue"]:
            group = [line]
            for after in lines[i + 1:i + 3]:
                if after.gap > 0.5 * after.size or re.match(r"\W*[A-Z][\w ]{0,24}:", after.text) or after.text.isupper() or not _VENUE_WORDS.search(after.text + line.text):
                    break
                if after.bold != line.bold or find_dates(after.text):
                    break
                group.append(after)
            joined = paragraph(group)
            printed.venue = joined.text[m.start("venue"):].strip(" .")
            printed.where += joined.places(m.start("venue"), None, "venue")
            return
    if (m := _VENUE_TOLD.search(text.text[:3000])) and _VENUE_WORDS.search(m["venue"]):
        venue = re.sub(r"^the\s+", "", m["venue"])
        printed.venue = venue.strip(" ,.")
        printed.where += text.places(m.end("venue") - len(venue), m.end("venue"), "venue")
        return
    if printed.day_printed is None:
        return
    at = next((i for i, line in enumerate(lines) if printed.day_printed[:10] in line.text), None)
    for line in lines[at + 1:at + 4] if at is not None else []:
        if _VENUE_WORDS.search(line.text) and body_in(line.text) is None and len(line.text) < 110 and not line.text.endswith(":"):
            told = re.sub(r"^\W*(?:held\s+)?(?:in|at)\s+(?:the\s+)?", "", line.text, flags=re.I)
            printed.venue = told.strip(" ,.")
            printed.where.append(line.place(len(line.text) - len(told), None, "venue"))
            return


# ------------------------------------------------------------------- reports, decisions, items

def read_report(paper: Paper) -> Printed:
    """The meeting that a report is for, by its header: "To: County Council – 13 March 2025", "REPORT TO:" and "DATE:"."""
    lines = _head(paper.pages[0])[:24]
    printed = Printed(rule="report-header")
    _council(printed, lines)
    for i, line in enumerate(lines):
        m = _TO_BODY.match(line.text)
        if m and printed.body is None and not _PERSON_TO.search(m["body"]):
            value = line.text[m.start("body"):]
            group = [line]
            if i + 1 < len(lines) and lines[i + 1].gap < 0.6 * line.size and lines[i + 1].x0 > line.x0 + 20 and len(lines[i + 1].segments()) == 1:
                group.append(lines[i + 1])
            for held in (group, [line]):
                joined = paragraph(held)
                value = joined.text[m.start("body"):]
                if body := clean_body(value) or clean_body(re.split(r"\s[-–—]\s|,|\(|:\s", value)[0]):
                    printed.body = body
                    at = joined.text.find(body)
                    printed.where += joined.places(at, at + len(body), "body")
                    break
            _date_in(printed, line)
    for line in lines:
        if printed.day is None and re.match(r"\W*(?:meeting\s+|committee\s+|cabinet\s+)?date\b", line.text, re.I):
            _date_in(printed, line)
    if printed.body is None:
        for body, joined in _candidates(lines[:12]):
            printed.body = body
            at = max(joined.text.find(body), 0)
            printed.where += joined.places(at, at + len(body), "body")
            break
    if printed.body is not None and printed.day is None:
        for line in lines[:10]:
            if not re.search(_ISSUED, line.text[:max((d.start for d in find_dates(line.text)[:1]), default=0)]):
                _date_in(printed, line)
    return printed


def _date_in(printed: Printed, line: Line) -> None:
    found = next((d for d in find_dates(line.text) if d.date), None)
    if found and printed.day is None:
        printed.day, printed.day_printed = found.date, found.text
        printed.where.append(line.place(found.start, found.end, "meeting_date"))


def read_decision(paper: Paper) -> Printed:
    """The meeting whose decisions a notice gives: "Decision determined at … Committee meeting on 12 September 2024"."""
    text = paragraph(_head(paper.pages[0])[:16])
    m = re.search(r"\b(?:decisions?|action)\b[^.]{0,40}?\b(?:determined|taken|made|agreed|of)\s+(?:at|by)?\s*(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>[^.:]{4,110}?)\s*(?:,|[-–—])?\s+"
                  r"(?:meeting\s+)?(?:(?:held\s+)?on|[-–—])\s+", text.text, re.I)
    printed = Printed(rule="decision-head")
    if not m or not (body := clean_body(m["body"])) or _PERSON_TO.search(body):
        return printed
    found = next((d for d in find_dates(text.text[m.end():m.end() + 60]) if d.date), None)
    if found:
        at = text.text.find(body, m.start())
        printed.body, printed.day, printed.day_printed = body, found.date, found.text
        printed.where += text.places(at, at + len(body), "body")
        printed.where += text.places(m.end() + found.start, m.end() + found.end, "meeting_date")
    return printed


def _sent_on(agenda: Paper, pack: Pack) -> dict[int, Paragraph]:
    """For each page that the agenda's ranges send to: the lines of that item."""
    out: dict[int, Paragraph] = {}
    held: list[Line] = []
    for line in agenda.lines:
        if re.match(r"^\W*(?:item\s+)?\d{1,3}[.)]?\s", line.text):
            held = []
        held.append(line)
        joined = paragraph(held[-5:])
        found = page_range(joined.text)
        if found and (first := pack.position(found.first)) is not None:
            out.setdefault(first, joined)
    return out


def _from_item(printed: Printed, item: Paragraph) -> None:
    """The date of the previous meeting, as the agenda's item gives it: "Minutes of the previous meeting (27 November 2019)"."""
    found = next((d for d in find_dates(item.text) if d.date), None)
    if found:
        printed.day, printed.day_printed = found.date, found.text
        printed.where += item.places(found.start, found.end, "meeting_date")
