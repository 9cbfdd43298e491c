"""One label for two people: "Executive Member/Reporting Officer:" with one under the other, "Cabinet Member: Cllr A Day; Director: Jo Dale"."""

from __future__ import annotations

from papermine import regex as re
from papermine.document import LaidPage, join_lines
from papermine.extract.reports.headers import Entry, column_of
from papermine.language.person import is_person, title_at
from papermine.provenance import Box, Place

_JOINT = re.compile(r"\s*(?:/|&|\band\b)\s*", re.I)
_MEMBER = re.compile(r"(?:cllrs?|councill?ors?|alderman|cyng)\b", re.I)
_OFFICE = re.compile(r"\s(?:author|officer|director|directorate|department|manager|service|member)$", re.I)
_NAMED = re.compile(r"\b[A-Z][\w'’.-]*\)?$")
_COLON = re.compile(r"\s*:\s+(?=\S)")
_BETWEEN = re.compile(r"\s*;\s*|\s+/\s+")
_NAME_END = re.compile(r"\s+[–—-]\s+|\s*[,(:;]")


def parted(entries: list[Entry], page: LaidPage) -> list[Entry]:
    """The entries of a header, those that name several people under one label as one for each of them."""
    return [part for entry in entries for one in _own_labels(entry) for part in _joint(one, page)]


def _own_labels(entry: Entry) -> list[Entry]:
    """A value that goes on with another label: "Cllr A Day – Finance; Director: Jo Dale", "Jo Dale ⏎ Report Author: Cy Dean"."""
    text = entry.text
    cut = _next_label(text)
    if cut is None or not entry.value_places:
        return [entry]
    label, first, second = text[cut[0]:cut[1]], text[:cut[0]].rstrip(" ;|/"), text[cut[2]:]
    held = [p for p in entry.value_places if label in p.text] or entry.value_places[-1:]
    mine = entry.value_places[:entry.value_places.index(held[0]) + 1]
    return [Entry(entry.label, [first], entry.label_places, [Place(p.page, p.box, p.text.split(label)[0].strip(" ;|/")) for p in mine]),
            *_own_labels(Entry(label, [second], [Place(p.page, p.box, label) for p in held[:1]], [Place(p.page, p.box, second) for p in held]))]


def _next_label(text: str) -> tuple[int, int, int] | None:
    """Where inside a value a label of a column begins and ends, and where its own value begins."""
    for colon in _COLON.finditer(text):
        for word in re.compile(r"(?<=[\s;|/])[A-Z]").finditer(text, max(colon.start() - 40, 0), colon.start()):
            label, before = text[word.start():colon.start()], text[:word.start()].rstrip()
            if colon.start() - word.start() > 4 and column_of(label) not in (None, "title") and (before[-1:] in ";|/" or (_OFFICE.search(label) and _NAMED.search(before))):
                return word.start(), colon.start(), colon.end()
    return None


def _joint(entry: Entry, page: LaidPage) -> list[Entry]:
    names = _JOINT.split(entry.label.strip(" :"))
    columns = [column_of(name) for name in names]
    if len(names) != 2 or columns[0] == columns[1] or "title" in columns or "wards_affected" in columns:
        return [entry]
    people = _people(entry, page)
    if len(people) != 2:
        own = next(name for name, column in zip(names, columns, strict=True) if column)
        return [entry if None not in columns else Entry(own, entry.value, entry.label_places, entry.value_places)]  # "Report of / Cabinet Member: Cllr A Day"
    if "cabinet_member" in columns and [bool(_MEMBER.match(join_lines([p.text for p in own]))) for own in people] == [c != "cabinet_member" for c in columns]:
        people.reverse()  # the councillor is the member, whichever is printed first
    return [Entry(name, [p.text for p in own], entry.label_places, own) for name, own in zip(names, people, strict=True)]


def _people(entry: Entry, page: LaidPage) -> list[list[Place]]:
    """The places of the value by person: each begins on a line of its own, or behind a semicolon or stroke."""
    people: list[list[Place]] = []
    for place in entry.value_places:
        inside = [Place(place.page, box, text) for line in page.lines for text, box in line.segments(1.2) if _within(box, place.box)] if place.page == page.number else []
        for row in inside or [place]:
            if not people or _MEMBER.match(row.text) or title_at(row.text) or is_person(_NAME_END.split(row.text)[0]):
                people.append([row])
            else:
                people[-1].append(row)
    if len(people) == 1 and len(halves := _BETWEEN.split(join_lines([p.text for p in people[0]]))) == 2:
        return [[Place(p.page, p.box, half) for p in people[0][:1]] for half in halves]
    return people


def _within(inner: Box, outer: Box) -> bool:
    return outer.x0 - 1 <= (inner.x0 + inner.x1) / 2 <= outer.x1 + 1 and outer.top - 1 <= (inner.top + inner.bottom) / 2 <= outer.bottom + 1


__all__ = ["parted"]
