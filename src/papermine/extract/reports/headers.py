"""Headers of officers' reports: labels and values, in a ruled grid or as "Label: value" lines.

The labels are those that English, Welsh and Scottish councils, combined authorities and North
American staff reports print; what a label means is decided by its words, not by its place.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import LaidPage, Line, TablePart, in_place, join_lines
from papermine.extract.reports.abreast import apart
from papermine.language.formitems import names_item
from papermine.language.person import is_person, is_word
from papermine.language.titles import TITLE
from papermine.provenance import Box, Place

_S = r"(?:\s*\(s\)|\s*/\s*s|s)?"
_FLOOR = rf"(?:ward|division|area|parish|parishe|community|communitie|electoral\s+area|district){_S}"
_NAMES_OF_WARDS = r"(?:if\s+(?:relevant|yes|so|applicable)\W{0,3})?(?:please\s+)?(?:(?:give|list|state|insert)\s+)?(?:the\s+)?names?(?:\s*\(s\))?\s+of\s+(?:the\s+)?(?:wards?|divisions?)(?:\s*\(s\))?(?:\s+affected)?"
_RANK = r"(?:accountable|responsible|lead|executive|corporate|strategic|service|report(?:ing)?|sponsoring|relevant|senior)"
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(pattern, re.I)) for name, pattern in (
    ("title", r"(?:report\s+|full\s+|item\s+|agenda\s+(?:item\s+)?)?title(?:\s+of\s+(?:the\s+)?(?:report|item))?|(?:report\s+|agenda\s+|item\s+)?subject(?:\s+matter|\s+of\s+(?:the\s+)?report)?|(?:report\s+)?heading|report\s+(?:title|subject|on)|"
              r"name\s+of\s+(?:report|item)|item\s+(?:name|heading)|re|regarding|(?:regular|consent|public)\s+(?:business|calendar|agenda|hearing)|study\s+session|informational?\s+items?"),
    ("accountable_employee", r"(?:(?:lead|responsible|contact|presenting)\s+officers?\s*(?:/|and|&)\s*)?(?:(?:report(?:'s|ing)?|main|lead)\s+)?(?:author|writer|originator)(?:s|\(s\))?(?:\s+of\s+(?:the\s+)?report)?(?:\s*(?:/|and|&|\().*)?"),
    ("cabinet_member", r"(?:report\s+of\s+|name\s+of\s+)?(?:the\s+)?(?:relevant\s+|lead\s+|responsible\s+)?(?:(?:cabinet|executive)\s+)?(?:(?:cabinet|executive(?:\s+board)?|portfolio)\s+(?:member|holder|councillor|lead)s?)(?:\s*\(s\))?\b.*|(?:lead|executive)\s+(?:cabinet\s+)?(?:member|councillor)\b.*|accountable\s+(?:cabinet\s+)?members?(?:\s*\(s\))?|(?:(?:cabinet|executive)\s+)?portfolio(?:\s+area)?(?:\s*(?:and|/|&)\s*(?:cabinet|executive)\s+member)?"),
    ("wards_affected", rf"(?!division$)(?:electoral\s+)?(?:ward|division|area){_S}(?:\s+(?:or\s+\w+\s+)?(?:particularly\s+|directly\s+|most\s+)?(?:affected|involved|concerned).*)?|"
                       rf"(?:electoral\s+)?{_FLOOR}(?:\s*(?:/|and|or|&|,)\s*{_FLOOR})*(?:\s+(?:or\s+\w+\s+)?(?:particularly\s+|directly\s+|significantly\s+|most\s+)?(?:affected|involved|concerned)\b.*)|(?:district|borough|city|council)\s+wards?\s+(?:significantly\s+|directly\s+)?affected|ward\s*/\s*(?:parish|division){_S}|(?:division|ward){_S}\s*(?:/|and)\s*local\s+members?{_S}|local\s+members?{_S}\s*(?:/|and)\s*(?:division|ward){_S}|{_NAMES_OF_WARDS}|wards?\s+to\s+which\s+(?:the\s+)?report\s+relates|council\s+districts?{_S}(?:\s+affected)?|town\s+or\s+parish"),
    ("accountable_director", rf"(?:name\s+of\s+(?:the\s+)?)(?:head\s+of\s+service|director)|{_RANK}\s+(?:executive\s+|corporate\s+|strategic\s+|assistant\s+)?director\b.*"
                             r"|director(?:\s+(?:lead|responsible|approving).*)?|(?:responsible|reporting)\s+(?:chief\s+|senior\s+)?officer\b.*|lead\s+(?:chief\s+)?officer\b.*|chief\s+officer|corporate\s+lead(?:\s+officer)?|report\s+authori[sz]ed\s+by|report\s+owner\s*/\s*(?:corporate\s+)?director|[a-z]mt\s+(?:lead|sponsor)|executive\s+(?:lead|sponsor)|"
                             r"(?:lead\s+|responsible\s+|relevant\s+)?head\s+of\s+service|(?:report|executive)\s+sponsor|responsible\s+manager|authori[sz]ing\s+officer"),
    ("originating_service", r"(?:originating|submitting|initiating|sponsoring|requesting|reporting|responsible)\s+(?:service|department|section|office|unit|division)\b.*|(?:service|service\s+area|department(?:\s*\(s\)|s)?(?:\s*/\s*division)?|department\s+name|dep(?:t\.?|artment)(?:\s+of)?\s+origin|dept\.?|directorate|division\s+of\s+service|"
                            r"lead\s+(?:service|directorate|department)|business\s+unit)"),
    ("accountable_employee", r"accountable\s+(?:employees?|officers?)(?:\s*\(s\))?\b.*|(?:(?:staff|officer|information)\s+)?contact(?:s|\(s\))?(?:\s+(?:officer|person|name|details|for\s+further\s+information|information|for\s+enquiries|telephone(?:/extension)?))*(?:s|\(s\))?|(?:staff\s+)?contact\s+(?:officer|person|name)\b.*|"
                             r"(?:report\s+)?(?:prepared|written|drafted|authored|completed|submitted)\s+by|originating\s+officer(?:s|\(s\))?|case\s+(?:officer|planner)|responsible\s+(?:employee|author)|(?:(?:assigned|staff|project)\s+)?planner|staff|officer\s+preparing.*"),
))
"""Columns of `reports` and the labels that mean them. A bare "From:" or "By:" means none."""


_KNOWN = re.compile(
    r"(?:from|by|to|cc|via|through|date|day|time|meeting|meeting\s+(?:date|body|of|name|type)|committee|panel|cabinet|council|board|body|class|meeting\s*/\s*decision\s+(?:maker|date)|(?:final\s+)?decision[\s-]+(?:maker|no|number|type|taker|date|level)|date\s+of\s+\w+|classification|"
    r"status|(?:past|previous|future)\s+pathway.*|(?:is\s+this\s+a\s+)?key(?:\s+or\s+non-?key)?(?:\s+decision.*)?|(?:is|will)\s+(?:this|the)\b.*\?|in\s+forward\s+plan|forward\s+plan.*|item(?:\s*no)?\.?|agenda\s+(?:item|section|number|date|no|type|placement).*|"
    r"project(?:\s+(?:name|title))?|caption|report\s+(?:to|of|by|from|for|no|number|ref\w*|reference|date|type|status|has\s+been.*|to\s+be.*)\.?|report\s+to\s*be/has\s+been\s+considered\s+by|purpose(?:\s+of\s+(?:the\s+)?report)?|type(?:\s+of\s+(?:report|item))?|tel|email|telephone|"
    r"officer\s+presenting.*|presented\s+by|presenter|committee\s+chair|proposal\s+origin|decision\s+required|exempt.*|confidential\w*|open/exempt|appendi(?:x|ces).*|enclosures?|attachments?(?:\s*\(s\))?|(?:file|record|folder|document)\s*(?:no|number|#|ref\w*|id)?\.?|division|"
    r"ref(?:erence)?(?:\s*no)?\.?|(?:approved|reviewed|authori[sz]ed|cleared)\s+by|authori[sz]er|department\s+(?:head|no|number)\.?|staff\s+contact|applicant|agent|application\s+(?:no|number|ref\w*)\.?|location|site(?:\s+address)?|proposal|ward\s+councillors?|"
    r"urgen(?:t|cy)(?:\s*\?)?|placement|estimated\s+time|time\s+(?:required|estimate)|vote\s+required|continued\s+item|for\s+agenda\s+of|(?:action|decision)\s+(?:requested|required|needed)|(?:requested|recommended|proposed)\s+action|"
    r"voting\s+requirements?|owner|proponent|disclosure\s+of\s+interest.*|executive/routine|council\s+commitments?|(?:finance|legal|procurement|human\s+resources|hr|access\s+to\s+services|democratic\s+services)\s+(?:officer|advis[eo]r)|previous\s+(?:items?|reference)s?|applicant/owner|implementation\s+date|funding\s+source|budgeted)", re.I)
_END = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:recommendation|recommended|purpose\b|summary\b|executive\s+summary|introduction|background|decision\s+required|proposed\s+decision|reasons?\s+for|"
    r"evidence\s+base|discussion|context|issue\b|overview|synopsis)", re.I)
_COLON = re.compile(r"\[?(?P<label>[A-Z][^:]{0,64}?)\s*:[-–—]?(?=\s|$)\s*")


_DASHED = re.compile(r"(?P<label>[A-Z][a-zA-Z]+(?:\s[A-Za-z]+){1,3})\s+[-–—]\s+(?=[A-Z])")
"""A label with a dash in place of its colon: "Responsible Director – Suzanne Dale, Director of Works"."""
_STACKED = re.compile(
    r"(?P<label>item(?:\s+no\.?)?|classification|decision\s+(?:level|maker)|date|from|title\s+of\s+report|report\s+title|proposal|address|meeting(?:\s+name)?)"
    r"(?=:?\s+(?-i:[A-Z\d(])):?\s+(?P<value>\S.*)$", re.I | re.S)
"""A cell that prints its label over its value: "Title of Report" ⏎ "DEVELOPMENT CONTROL"."""


_DATED = re.compile(r"(?P<label>[A-Z][a-z]+(?: [A-Za-z]+){0,3} [Dd]ate):?(?:\s+(?P<value>\d.*))?$", re.S)
"""A cell that prints a date beside its label, or leaves it open: "Application Start Date 26/09/2008", "Application Expiry Date"."""


@dataclass(slots=True)
class Entry:
    """A label and its value as printed; the value may stand on several lines or cells."""

    label: str
    value: list[str] = field(default_factory=list)
    label_places: list[Place] = field(default_factory=list)
    value_places: list[Place] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The value, lines joined."""
        return join_lines(self.value)

    @property
    def column(self) -> str | None:
        """The column of `reports` that the label means."""
        return column_of(self.label) or ("title" if names_item(self.label, self.text) else None)


def column_of(label: str) -> str | None:
    """The column of `reports` that a label means.

    >>> [column_of(t) for t in ("Cabinet member with lead responsibility", "Ward(s)", "Executive Director lead", "Responsible officer", "Report author")]
    ['cabinet_member', 'wards_affected', 'accountable_director', 'accountable_director', 'accountable_employee']
    >>> [column_of(t) for t in ("From", "By", "Officer presenting the report", "Committee Chair", "Directors' meeting")]
    [None, None, None, None, None]
    """
    bare = " ".join(label.split()).strip(" :.*")
    return next((name for name, pattern in COLUMNS if pattern.fullmatch(bare)), None)


def known(label: str) -> bool:
    """Is it a label that report headers print?"""
    bare = " ".join(label.split()).strip(" :.*")
    return column_of(bare) is not None or _KNOWN.fullmatch(bare) is not None or (
        len(joint := re.split(r"\s*/\s*", bare)) == 2 and all(known(one) for one in joint) and any(column_of(one) for one in joint))  # "Report of / Cabinet Member"


def grid_header(part: TablePart, least: int = 2) -> list[Entry]:
    """The labels and values of a ruled grid, or nothing where it is no report header.

    ``least`` of its rows must start with a known label, one of them a column of `reports`.
    """
    rows: dict[int, list[tuple[int, str, Box]]] = {}
    for cell in part.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append((cell.column, cell.text.strip(), cell.box))
    found: list[Entry] = []
    hits = unknown = 0
    valued = -1
    open_cell = -2  # the row whose first cell holds a label and the start of its value
    for row, cells in sorted(rows.items()):
        cells.sort(key=lambda c: c[0])
        first = cells[0]
        if row == valued:
            continue
        below = {c[0]: c for c in rows.get(row + 1, ())}
        if len(cells) > 2 and all(known(c[1]) for c in cells) and not any(known(c[1]) for c in below.values()):  # labels over their values: "Meeting of: | Date: | Ward(s):"
            for column, named, where in cells:
                under = [below[column]] if column in below else []
                found.append(Entry(named.strip(" :"), [u[1] for u in under], [Place(part.page, where, named)], [Place(part.page, u[2], u[1]) for u in under]))
            hits, valued = hits + len(cells), row + 1
            continue
        if first[0] != 0 or len(cells) > 5:
            continue
        inlines = [_COLON.match(text) for _, text, _ in cells]
        if len(cells) > 1 and all(m and m.end() < len(text) for m, (_, text, _) in zip(inlines, cells, strict=True)):
            for m, (_, text, box) in zip(inlines, cells, strict=True):  # "Wards affected: All | Date of consultation: 1 August 2022"
                if m is not None:
                    found.append(Entry(m["label"].strip(), [text[m.end():]], [Place(part.page, box, m["label"])], [Place(part.page, box, text[m.end():])]))
                    hits += known(m["label"])
                    unknown += not known(m["label"])
            continue
        if stacked := [(m, c) for c in cells if (m := _STACKED.match(c[1]))]:
            for m, (_, _, box) in stacked:
                found.append(Entry(m["label"], [m["value"]], [Place(part.page, box, m["label"])], [Place(part.page, box, m["value"])]))
            hits += len(stacked)
            continue
        dated = [m for _, text, _ in cells if (m := _DATED.match(text))]
        if len(dated) == len(cells) > 1 and any(m["value"] for m in dated):
            found += [Entry(m["label"], [m["value"]], [Place(part.page, box, m["label"])], [Place(part.page, box, m["value"])])
                      for m, (_, _, box) in zip(dated, cells, strict=True) if m["value"]]
            continue
        inline = _COLON.match(first[1]) if len(cells) == 1 else None
        if inline and known(inline["label"]):
            rest = first[1][inline.end():]
            found.append(Entry(inline["label"].strip(), [rest] if rest else [], [Place(part.page, first[2], inline["label"])],
                               [Place(part.page, first[2], rest)] if rest else []))
            hits += 1
            continue
        own = _COLON.match(first[1])
        if own and column_of(own["label"]) not in (None, "title") and first[1][own.end():][:1].isalpha():  # the value below its label in one cell, the post beside it: "Name of Head of Service: ⏎ Jo Dale | Head of Works"
            rest = first[1][own.end():]
            found.append(Entry(own["label"].strip(), [rest], [Place(part.page, first[2], own["label"])], [Place(part.page, first[2], rest)]))
            hits, open_cell = hits + 1, row
            continue
        if open_cell == row - 1 and ":" not in first[1] and len(first[1].split()) < 4 and not known(first[1]):
            found[-1].value.append(first[1])
            found[-1].value_places.append(Place(part.page, first[2], first[1]))
            continue
        pairs = [cells[0:2], cells[2:4]] if len(cells) > 3 and known(cells[0][1]) and known(cells[2][1]) else [cells]
        for pair in pairs:
            label, values = pair[0], pair[1:2]
            hits += known(label[1])
            found.append(Entry(label[1].strip(" :"), [v[1] for v in values], [Place(part.page, label[2], label[1])],
                               [Place(part.page, v[2], v[1]) for v in values]))
    columns = {e.column for e in found} - {None}
    if hits < least or not columns or 2 * hits < len(found) - unknown:
        return []
    return found


def line_header(page: LaidPage, grids: Collection[int] = ()) -> list[Entry]:
    """The "Label: value" lines at the top of a page, with their continuation lines; not those of the tables ``grids``, which were read as such."""
    lines = [line for line in with_labels(page) if line.table not in grids]
    left, columns = apart(lines, known)
    own = _labelled(left, page)
    parts = [own, *(_labelled(part, page) for part in columns if part[0].top < own[2])]
    found = [entry for part, _, _ in parts for entry in part]
    if found and not any(e.column == "wards_affected" for e in found):  # below the summary, where some reports print it
        found += [Entry(got[0], [got[1]], [line.place(0, len(got[0]))], [line.place(got[2])]) for line in lines
                  if (got := split_label(line, line.segments(1.2))) is not None and got[1] and len(got[1]) < 80 and line.text[:1].isupper() and re.search(r"affected$", got[0], re.I) and column_of(got[0]) == "wards_affected"][:1]
    return found if sum(known(e.label) for e in found) + bool(found) * sum(beside for _, beside, _ in parts) > (not grids) else []


def _labelled(lines: list[Line], page: LaidPage) -> tuple[list[Entry], int, float]:
    """The labels and values of one column of lines, how many labels of no meaning here have their values beside them, and where (in points from the top) the header ends."""
    end = page.height
    found: list[Entry] = []
    label_x = value_x = None
    open_label: Line | None = None
    opened: list[Line] = []  # lines of a label that is broken over several: "Relevant" ⏎ "Cabinet" ⏎ "Member:"
    skip: Sequence[Line] = ()  # the value below the last label
    last: Line | None = None
    beside = 0
    closed = False  # the value of the last entry: a label of no meaning here stands below it
    for i, line in enumerate(lines[:60]):
        segments = line.segments(1.2)
        in_column = len(segments) > 1 and value_x is not None and abs(segments[1][1].x0 - value_x) < 6 and known(segments[0][0])  # one more label beside its value
        if found and _END.match(line.text) and not in_column and (column_of(_before_colon(line.text)) is None):
            end = line.top
            break
        if open_label is not None and abs(line.x0 - open_label.x0) < 3 and line.gap < 0.6 * line.size and not (
                len(segments) > 1 and known(segments[0][0]) and known(over := open_label.segments(1.2)[0][0]) and not over.endswith("/")):  # two labels, each with its value
            first = open_label.segments(1.2)
            rows = [first, *(other.segments(1.2) for other in opened), segments]
            joined = " ".join(row[0][0] for row in rows)
            if known(joined) and not _label_goes_on(lines, i, joined):  # "REPORT ⏎ TITLE:", its value beside either line
                values = [v for row in rows for v in row[1:]]
                found.append(Entry(joined.strip(" :"), [v[0] for v in values], [Place(line.page, row[0][1], row[0][0]) for row in rows],
                                   [Place(line.page, v[1], v[0]) for v in values]))
                value_x = values[0][1].x0 if values else value_x
                open_label, opened, last, closed = None, [], line, False
                continue
            if len(opened) < 2 and (known(joined) or (len(segments) == 1 and split_label(line, segments) is None)):
                opened.append(line)
                continue
        if below := label_over(lines, i):
            whole = [below, *_wrapped(lines[i + 2:i + 5], below)]
            found.append(Entry(line.text.strip(" :"), [other.text for other in whole], [line.place()], [other.place() for other in whole]))
            label_x = line.x0 if label_x is None else label_x
            skip, closed = whole, False
            continue
        if line in skip:
            continue
        split = split_label(line, segments)
        if split is None and found and last is lines[i - 1] and abs(line.x0 - last.x0) < 3 and line.gap < 0.6 * line.size and ":" not in last.text and (
                segments[0][0].endswith(":") or segments[0][0].islower()) and known(f"{found[-1].label} {segments[0][0]}"):
            found[-1].label += f" {segments[0][0].strip(' :')}"  # its label goes on: "Cabinet Member with    Cllr Ada Brook" ⏎ "lead responsibility:"
            found[-1].value += [text for text, _ in segments[1:2]]
            found[-1].value_places += [Place(line.page, box, text) for text, box in segments[1:2]]
            last = line
            continue
        if split is None:
            ranged = last is not None and abs(line.x1 - last.x1) < 2 and abs(line.x0 - last.x0) > 12 and value_x is not None and abs(line.x0 - value_x) > 8  # set to the right edge, each line on its own
            ranged = ranged or (line.bold_prefix.endswith(":") and not line.bold)  # another label, of no meaning here
            ranged = ranged or (line.bold and last is not None and not last.words[-1].bold and value_x is not None and (abs(line.x0 - value_x) > 8 or line.text.isupper()))  # a heading, centred below the values, or what is to be done: "RECEIVE AND FILE"
            goes_on = found and not ranged and not closed and label_x is not None and line.x0 > label_x + 12 and line.gap < 1.3 * line.size \
                and (value_x is None or line.x0 >= value_x - 14) and (
                last is None or (last.table == line.table and (line.table is None or value_x is None or line.x0 < value_x + 60)))
            boxed = found and not ranged and found[-1].value and last is lines[i - 1] and last.table == line.table and line.gap < 0.35 * line.size and (
                abs(line.x0 - last.x0) < 3 and len(segments) == 1 and (_OPEN_END.search(last.text) or last.x1 + (line.words[0].x1 - line.words[0].x0) > 0.7 * max(other.x1 for other in lines)) and line.bold == last.words[-1].bold)
            run_over = found and found[-1].value_places and line.bold and lines[i - 1].bold and line.gap < 0.35 * line.size and found[-1].column == "title" and len(segments) == 1 and (
                lines[i - 1].x1 > 0.72 * page.width and found[-1].value[-1] == lines[i - 1].text[-len(found[-1].value[-1]):])
            if goes_on or run_over or boxed:
                found[-1].value.append(line.text)
                found[-1].value_places.append(line.place())
                last = line
                continue
            if len(segments) > 1 and i < 40:
                open_label, opened = line, []
                closed = closed or ((segments[0][0].endswith(":") or known(segments[0][0])) and label_x is not None and abs(line.x0 - label_x) < 3)
                beside += known(segments[0][0])
                label_x = label_x if label_x is not None else line.x0
                continue
            if found and len(found) >= 2 and line.gap > 1.5 * line.size:
                end = line.top
                break
            continue
        label, rest, start = split
        if found and label_x is not None and line.x0 > label_x + 40 and not line.text.startswith("["):
            continue
        label_x = line.x0 if label_x is None else label_x
        entry = Entry(label, [rest] if rest else [], [line.place(0, len(label))], [line.place(start)] if rest else [])
        if rest:
            value_x = line.box_of(start, len(line.text)).x0
            second = re.search(r"\s(Date|Meeting|Item|Classification):\s+(\S.*)$", rest)
            if second:  # two pairs on one line: "To: County Council   Date: 13 March 2025"
                entry.value = [rest[:second.start()]]
                entry.value_places = [line.place(start, start + second.start())]
                found.append(entry)
                entry = Entry(second[1], [second[2]], [line.place(start + second.start(1), start + second.end(1))],
                              [line.place(start + second.start(2))])
        found.append(entry)
        open_label, opened, last, closed = None, [], line, False
    return found, beside, end


_OPEN_END = re.compile(r"(?:[,&]|\b(?:and|of|the|for))$")
"""Words after which a value goes on, wherever its line breaks."""


def _label_goes_on(lines: list[Line], i: int, joined: str) -> bool:
    """Does the label that line ``i`` ends so far go on in the line close below: "Executive ⏎ Member/Reporting ⏎ Officer:"?"""
    line, below = lines[i], lines[i + 1] if i + 1 < len(lines) else None
    if below is None or joined.endswith(":") or abs(below.x0 - line.x0) > 3 or below.gap > 0.3 * line.size or below.page != line.page:
        return False
    rest = below.segments(1.2)[0][0]
    return rest.endswith(":") and len(rest.split()) < 4 and column_of(rest) is None and known(f"{joined} {rest}")


def with_labels(page: LaidPage) -> list[Line]:
    """The page's lines, with those back in place that only look like running heads because each report repeats them: "Date of Meeting  11 November"."""
    return in_place((line for line in page.head if split_label(line, line.segments(1.2)) is not None), page.lines)


def _wrapped(lines: Sequence[Line], first: Line) -> Iterator[Line]:
    """The lines that go on close below a value, set as it is."""
    return itertools.takewhile(lambda line: line.bold == first.bold and line.gap < 0.4 * line.size and abs(line.size - first.size) < 0.6 and not known(_before_colon(line.text)), lines)


def label_over(lines: list[Line], i: int) -> Line | None:
    """The value printed below a label that stands alone in bold on its line: "Wards affected" ⏎ "All"."""
    line = lines[i]
    value = lines[i + 1] if i + 1 < len(lines) else None
    if value is None or not line.bold or len(line) > 9 or column_of(line.text) is None or line.table is not None:
        return None
    if column_of(line.text) == "title" and (line.text.endswith(":") or _in_stack(lines, i)) and value.bold and value.page == line.page and value.gap < 0.9 * value.size and not known(_before_colon(value.text)):
        return value  # "RE:" ⏎ "Bid Award", both in bold, the title in the middle of the sheet or not
    if column_of(line.text) in ("accountable_director", "accountable_employee", "cabinet_member") and len(value) > 8 and sum(word.islower() for word in value.text.split()) > 0.6 * len(value):
        return None  # what is told below a post: "Corporate Director" ⏎ "The service has met its targets in most areas"
    plain = not value.bold and (value.gap < 0.9 * value.size or _in_stack(lines, i)) and abs(value.x0 - line.x0) < 20 and value.page == line.page and not ((":" in value.text or len(value) < 4) and known(_before_colon(value.text)))
    return value if plain else None


def _in_stack(lines: list[Line], i: int) -> bool:
    """One more label stands alone in bold over a plain line, next above or below the one at ``i`` and its value: the header is a stack of them, whatever its leading."""
    return any(other.bold and known(other.text) and not _END.match(other.text) and abs(other.x0 - lines[i].x0) < 3 and not lines[k + 1].bold
               for k, other in enumerate(lines[:-1]) if k != i and abs(k - i) < 5)


_POST = re.compile(
    rf"(?P<name>(?:{TITLE}\.?\s+)?[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){{1,3}}?)\s+(?=(?:Head|Director|Assistant|Senior|Principal|Chief|"
    r"Deputy|Interim|Acting|Strategic|Service|Corporate|Group|Lead|Team|Manager|Officer|Executive|Programme|Project|Policy|Finance|Democratic|Scrutiny|Contact|Tel|Telephone|"
    r"Email|E-mail|Phone|Ext|\+?\(?\d{3,})\b)")


_REACHED = re.compile(r"[\s,;|(–-]*(?:\b(?:tele?(?:phone)?(?:\s+no)?|phone|e-?mail|ext(?:ension)?|mobile|contact|number)\b[\s:.]*){0,3}(?:\+?\(?\d{3,5}\)?[\s-]?\d{3,}[\d\s-]*|[\w.+'’-]+@[\w.-]+)", re.I)
"""How to reach someone: a telephone number or an e-mail address, with its label."""


def bare_name(value: str) -> str:
    """The name alone, where a post, telephone number or e-mail address is printed behind it.

    >>> bare_name("Rob Hart Head of Inclusion Support Tel 01902 555256"), bare_name("Ada Brook, Scrutiny Officer"), bare_name("Jo Lee, 020 7946 0321, jo@x.example"), bare_name("Corporate Finance Manager")
    ('Rob Hart', 'Ada Brook, Scrutiny Officer', 'Jo Lee', 'Corporate Finance Manager')
    """
    value = re.sub(r"^name\s*:\s*", "", value, flags=re.I)
    match = _POST.match(value)
    if match and (is_person(match["name"]) or not all(is_word(w) for w in match["name"].split())):
        return match["name"]
    return reached(value)


def reached(value: str) -> str:
    """The value without how to reach whom it names.

    >>> reached("Cllr Ada Brook, Cabinet Member for Quays Email: ada@cove.example"), reached("Cy Dean, Director of Works")
    ('Cllr Ada Brook, Cabinet Member for Quays', 'Cy Dean, Director of Works')
    """
    told = _REACHED.search(value)
    return value[:told.start()] if told and told.start() > 4 else value


def _before_colon(text: str) -> str:
    return text.split(":", 1)[0]


def split_label(line: Line, segments: list[tuple[str, Box]]) -> tuple[str, str, int] | None:
    """(label, value, start of the value in the line), where the line starts with a known label; ``segments``: its parts, as wide gaps cut it."""
    match = _COLON.match(line.text)
    if match and line.table is not None and len(segments) > 1 and re.fullmatch(_NAMES_OF_WARDS, match["label"].strip(), re.I):
        own = _COLON.match(segments[0][0])  # what stands in the cells beside it is another answer
        return match["label"].strip(), segments[0][0][own.end():] if own else "", match.end()
    if match and known(match["label"]) and not (len(segments) > 1 and len(match["label"]) > len(segments[0][0]) and known(segments[0][0])):
        return match["label"].strip(), line.text[match.end():].removesuffix("]" if line.text.startswith("[") else ""), match.end()
    if (match := _DASHED.match(line.text)) and match.end("label") <= len(segments[0][0]) and column_of(match["label"]) in ("cabinet_member", "accountable_director", "accountable_employee") and is_person(
            re.split(r"\s*[,(–—-]\s|,", line.text[match.end():])[0]):  # not a post: "Corporate Director - Resources"
        return match["label"], line.text[match.end():], match.end()
    if len(segments) > 1 and segments[0][0].endswith("/"):
        return None  # "Executive Member/ ⏎ Reporting Officer:"
    if not line.bold and (run := line.bold_prefix) and run[-1] not in ":/" and column_of(run) not in (None, "title") and line.text[len(run):].strip()[:1].isupper():
        return run, line.text[len(run) + 1:], len(run) + 1  # "**Contact officer** Ada Brook, Licensing Manager"
    if len(segments) > 1 and known(segments[0][0]) and column_of(segments[0][0]) is not None:
        start = len(segments[0][0]) + 1
        return segments[0][0].strip(" :"), line.text[start:], start
    return None
