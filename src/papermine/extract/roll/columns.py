"""Labels of a roll that stand over or beside columns, and those that a narrow column cuts."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.language.labels import THOSE, label_at, status_of
from papermine.language.posts import one_person, people_in

_BODY = re.compile(r"(?:(?:Town|City|County|Village|Township|School)\s+)?(?:Board|Council|Commission|Committee)(?:\s+Members)?:?", re.I)


def two_rows(lines: Sequence[Line]) -> tuple[int, list[float]] | None:
    """A row of labels over columns: "Present:      Members of the Public:"."""
    for i, line in enumerate(lines[:25]):
        parts = line.segments(2.0)
        if len(parts) > 1 and not (len(parts) == 2 and THOSE.fullmatch(parts[1][0])) and all((found := label_at(text)) is not None and found[1] >= len(text) for text, _ in parts):
            return i, [box.x0 for _, box in parts]
        if len(parts) == 2 and _BODY.fullmatch(parts[0][0]) and (found := label_at(parts[1][0])) is not None and found[1] >= len(parts[1][0]) and status_of(found[0]) == "in_attendance":
            return i, [box.x0 for _, box in parts]  # "BOARD      STAFF"
    return None


def whole_labels(lines: Sequence[Line]) -> list[Line]:
    """A label that its narrow column cuts is put together: "APOLOGIES FOR   Councillors A and B ⏎ ABSENCE:"."""
    out = [within(line, line.words[2].x0, 1e6) or line if re.fullmatch(r"roll call: [\w ]{4,40}:", line.text, re.I) and len(line.words) > 2 else line for line in lines]
    for i in range(len(out) - 1):
        if re.fullmatch(r"also|others?", out[i].text, re.I) and re.match(r"present\s*:|in attendance\s*:", out[i + 1].text, re.I) and abs(out[i].x0 - out[i + 1].x0) < 3 and out[i].page == out[i + 1].page:
            whole = Line(out[i].page, [*out[i].words, *out[i + 1].words])  # "Also ⏎ Present:   CAO John Ferg"
            whole.gap, whole.table = out[i].gap, out[i + 1].table
            return whole_labels([*out[:i], whole, *out[i + 2:]])
        here, below = out[i].segments(0.8), out[i + 1].segments(0.8)
        capitals = len(below) == 1 and below[0][0].isupper() and here[0][0].isupper()  # "ALSO PRESENT   Councillor Ed Foley ⏎ VIRTUALLY"
        if len(here) < 2 or abs(here[0][1].x0 - below[0][1].x0) > 3 or out[i].page != out[i + 1].page or here[0][0].endswith(":") or not (capitals or below[0][0].rstrip().endswith(":")):
            continue
        label = label_at(f"{here[0][0]} {below[0][0].rstrip(':')}:")
        if label is None or label[1] < len(here[0][0]) + 1 + len(below[0][0].rstrip(":")) or len(label[0].split()) > 5 or (len(below) == 1 and label_at(below[0][0]) is not None and people_in(here[0][0])):
            continue
        n, m = here[0][0].count(" ") + 1, below[0][0].count(" ") + 1
        whole = Line(out[i].page, [*out[i].words[:n], *out[i + 1].words[:m], *out[i].words[n:]])
        whole.gap, whole.table = out[i].gap, out[i].table
        rest = Line(out[i + 1].page, out[i + 1].words[m:]) if m < len(out[i + 1]) else None
        out[i] = whole
        if rest is None:
            return whole_labels([*out[:i + 1], *out[i + 2:]])
        rest.gap, rest.table = out[i + 1].gap, out[i + 1].table
        out[i + 1] = rest
    return out


def beside_functions(lines: Sequence[Line]) -> list[Line]:
    """Names and posts without the column of functions before them: "Reporting Officer   Monique Dale   Chief Executive ⏎    Daniel Hale   Manager"; the lines as they are where no such column is."""
    rows = [cells for line in lines if len(cells := line.segments(1.2)) == 3 and one_person(cells[0][0]) is None and one_person(cells[1][0]) is not None]
    if not rows:
        return list(lines)
    x = rows[0][1][1].x0
    cut = [within(line, x - 2, 1e6) for line in lines]
    named = [part for part in cut if part is not None and abs(part.x0 - x) < 2 and one_person(part.segments(1.2)[0][0]) is not None]
    if len(named) < 3 or any(one_person(line.segments(1.2)[0][0]) is not None for line in lines if line.x0 < x - 2):
        return list(lines)
    return [part for part in cut if part is not None]


def within(line: Line, low: float, high: float) -> Line | None:
    """The part of a line between two places across the page; None where it has no words there."""
    words = [w for w in line.words if low <= w.x0 < high]
    if not words:
        return None
    part = Line(line.page, words)
    part.gap, part.table = line.gap, line.table
    return part


_NAMES = re.compile(r"(?:Names?|(?:Board |Committee |Panel )?Members?|Councillors?|Attendees?|Officers?)(?: present| names?)?", re.I)
_POSTS = re.compile(r"Roles?|Represent(?:ing|ative of)|Organi[sz]ations?|Posts?|Positions?|Job titles?|Titles?|Designations?|Capacity|Offices?|Appointed by", re.I)


def column_heads(line: Line) -> bool:
    """The heads over names and their posts: "Members   Role", "Name   Organisation"."""
    cells = [text.strip(" :") for text, _ in line.segments(1.2)]
    return len(cells) == 2 and _NAMES.fullmatch(cells[0]) is not None and _POSTS.fullmatch(cells[1]) is not None
