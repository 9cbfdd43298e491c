"""Which body a paper's first lines name: every name that they print is weighed, and the likeliest is who meets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from papermine import regex as re
from papermine.document import Line
from papermine.extract.meetings.owners import MEETS, PLACES, bare_noun, body_key, institution, owned, phrased, rank
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.language.bodies import WILL_HOLD, body_in, clean_body, council_in, municipality, narrations, welsh_body
from papermine.language.dates import find_dates
from papermine.language.titles import TITLE
from papermine.provenance import Place


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


def above_names(lines: list[Line]) -> list[Line]:
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
            if count == 1 and len(cells := group[0].segments(2.5)) > 1 and i < 16 and (beside := _in_cells(group[0], [text for text, _ in cells])):
                used.add(i)
                yield beside, paragraph(group)
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


def _in_cells(line: Line, cells: Sequence[str]) -> str | None:
    """The body that one of a line's cells names, far from the others: "CABINET          HELD: Tuesday, 14 September 2021", "TOWN OFFICES          TOWN BOARD PROCEEDINGS"."""
    named = [(body, cell) for cell in cells if len(cell) < 90 and (body := body_in(cell)) is not None and MEETS.search(body)]
    others = [cell for cell in cells if all(cell != own for _, own in named)]
    if len(named) != 1 or any(re.match(r"[A-Z][\w ]{2,25}:|.*:$", cell) and not _BESIDE.match(cell) for cell in cells) or any(_TITLED.search(cell) and not _BESIDE.match(cell) for cell in others):
        return None
    body, cell = named[0]
    titled = line.words[0].bold or line.words[-1].bold or cell.isupper() or re.search(r"\b(?:minutes|agenda|meeting|proceedings|notice)\b", cell, re.I) or any(find_dates(other) or _BESIDE.match(other) for other in others)
    return body if titled else None


_BESIDE = re.compile(r"(?:held|date|(?:members\s+)?present)\s*:", re.I)
_TITLED = re.compile(rf"\b{TITLE}\s")


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
    if _OPENS.match(then) or PLACES.search(first):
        return False  # a title of its own below: "PROVINCE OF ALBERTA" ⏎ "REGULAR COUNCIL MEETING"
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


_OPENS = re.compile(r"\W*(?:regular|special|ordinary|extra-?ordinary|monthly|minutes\s+of|agenda\s+(?:of|for)|notice\s+of)\b.*\b(?:meeting|session|minutes|agenda)\b", re.I)


def _loud(group: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Set as a title is: bold, in capitals, larger than most, short and centred, or naming itself minutes or agenda."""
    size = sorted(line.size for line in lines)[len(lines) // 2]
    width = max(line.x1 for line in lines) + min(line.x0 for line in lines)
    return all(line.bold or line.text.isupper() or line.size > 1.05 * size or len(line) <= 9 or abs(line.x0 + line.x1 - width) < 30
               or re.match(r"\W*(?:minutes|meeting|agenda|decision|notice)\b", line.text, re.I) for line in group)


def name_body(printed: Printed, lines: list[Line], text: Paragraph) -> None:
    """Set the body that ``lines`` (those above the first heading of business) name; ``text``: the same as one paragraph."""
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
    for body, joined in candidates(above_names(lines)):
        at = max(joined.text.find(body), 0)
        alone = joined.text.strip(" -–—").casefold() == body.casefold() and (printed.council is None or not municipality(printed.council))
        options.append((rank(body, printed.council) - (0.6 if alone and re.fullmatch("council", body, re.I) else 0), body, joined.places(at, at + len(body), "body")))
    if not options:
        if (said := phrased(above_names(lines))) is not None:
            at = max(said[1].text.find(said[0]), 0)
            printed.body = said[0]
            printed.where += said[1].places(at, at + len(said[0]), "body")
        elif (over := institution(lines)) is not None:
            printed.body = over.text.strip(" .,-–—*|")
            printed.where.append(over.place(0, None, "body"))
        elif re.match(r"(?!mayor\b).*\bcouncil$", printed.council or "", re.I):  # no title says who meets: "LEIGH UNDER MOOR PARISH COUNCIL"
            printed.body = printed.council
            printed.where += [replace(p, field="body") for p in printed.where if p.field == "council"]
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
