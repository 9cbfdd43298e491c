"""Labels of a roll that stand over or beside columns, and those that a narrow column cuts."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.language.labels import THOSE, label_at, status_of
from papermine.language.person import is_forename
from papermine.language.posts import bare, one_person, people_in

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
        if len(here) > 1 and i + 2 < len(out) and (three := _three(out[i:i + 3])) is not None:
            return whole_labels([*out[:i], three, *out[i + 3:]])
        capitals = len(below) == 1 and below[0][0].isupper() and here[0][0].isupper()  # "ALSO PRESENT   Councillor Ed Foley ⏎ VIRTUALLY"
        if len(here) < 2 or abs(here[0][1].x0 - below[0][1].x0) > 3 or out[i].page != out[i + 1].page or here[0][0].endswith(":") or not (capitals or below[0][0].rstrip().endswith(":") or (len(below) == 1 and out[i + 1].bold and out[i].bold_prefix == here[0][0])):
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


def _three(lines: Sequence[Line]) -> Line | None:
    """A label cut twice, beside nothing but its first line: "Representatives from   Mr M Bowes – Planner ⏎ Other Bodies in ⏎ Attendance:"; None where it is none."""
    first, middle, last = lines
    n = first.segments(0.8)[0][0].count(" ") + 1
    words = [*first.words[:n], *middle.words, *last.words]
    label = label_at(text) if last.text.endswith(":") and not middle.text.endswith(":") and (text := " ".join(w.text for w in words)) else None
    if label is None or label[1] < len(text) or any(len(line.segments(0.8)) > 1 or line.page != first.page or abs(line.x0 - first.x0) > 3 or people_in(line.text) for line in (middle, last)) or people_in(first.segments(0.8)[0][0]):
        return None
    whole = Line(first.page, [*words, *first.words[n:]])
    whole.gap, whole.table = first.gap, first.table
    return whole


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


def without_title(lines: Sequence[Line]) -> list[Line]:
    """The roll in a column beside the title block: "Board of Selectmen   Present: Stan Wys ⏎ May 21, 2015   Mark Orde"; the lines as they are where none is."""
    for i, line in enumerate(lines[:12]):
        cells = line.segments(2.0)
        if len(cells) == 2 and re.match(r"(?:members )?present\s*:", cells[1][0], re.I) and label_at(cells[0][0]) is None and not people_in(cells[0][0]):
            x = cells[1][1].x0
            end = next((k for k in range(i + 1, len(lines)) if not any(abs(w.x0 - x) < 60 and w.x0 > x - 2 for w in lines[k].words) or any(a.x0 < x - 2 < a.x1 for a in lines[k].words)), len(lines))
            if any((left := within(lines[k], -1e6, x - 2)) is not None and label_at(left.text) is not None for k in range(i, end)):
                continue  # a roll in two columns
            return [*lines[:i], *(part for k in lines[i:end] if (part := within(k, x - 2, 1e6)) is not None), *lines[end:]]
    return list(lines)


_NAMES = re.compile(r"(?:Names?|(?:Board |Committee |Panel )?Members?|Councillors?|Attendees?|Officers?)(?: present| names?)?", re.I)
_POSTS = re.compile(r"Roles?|Represent(?:ing|ative of)|Organi[sz]ations?|Posts?|Positions?|Job titles?|Titles?|Designations?|Capacity|Offices?|Appointed by", re.I)


def column_heads(line: Line) -> bool:
    """The heads over names and their posts: "Members   Role", "Name   Organisation"."""
    cells = [text.strip(" :") for text, _ in line.segments(1.2)]
    return len(cells) == 2 and _NAMES.fullmatch(cells[0]) is not None and _POSTS.fullmatch(cells[1]) is not None


INITIALED = re.compile(r"(?:[A-Z]\.?\s){1,3}[A-Z][a-z][\w’'-]+")
"""A name beside another in columns of names: "N Alam   D M Carter   J Kaufman"."""


def name_columns(lines: Sequence[Line]) -> list[float]:
    """Where columns of names stand beside the first: two rows or more name somebody there, most of them by a title, initials or a known forename."""
    at: dict[float, list[bool]] = {}
    for line in lines:
        for text, box in line.segments(1.2)[1:]:
            person = one_person(text)
            at.setdefault(round(box.x0), []).append(person is not None and person.role is None and (person.title is not None or INITIALED.fullmatch(text) is not None or is_forename(bare(text).split()[0])))
    return [x for x, sure in at.items() if len(sure) > 1 and sum(sure) * 2 >= len(sure)]


def second_column(lines: Sequence[Line]) -> float | None:
    """Where the posts of a list begin, if two rows or more have them in one column, and none elsewhere."""
    starts = [cells[1][1].x0 for line in lines if len(cells := line.segments(1.5)) == 2]
    return starts[0] if len(starts) > 1 and all(abs(x - starts[0]) < 1 for x in starts) else None
