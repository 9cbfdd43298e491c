"""Attendance set as a table: a name a row, and a tick under Present, Apologies or Absent (or the word itself, or a letter that a legend explains)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import Line
from papermine.extract.roll.running import Seen
from papermine.language.labels import Status
from papermine.language.names import PersonName, read_turned
from papermine.language.posts import one_person

_HEAD: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("apologies", re.compile(r"(?:apolog(?:y|ies)|regrets|excused|leave of absence)\W*$", re.I)),
    ("absent", re.compile(r"(?:absent|not present|no apolog\w+)\W*$", re.I)),
    ("in_attendance", re.compile(r"in attendance\W*$", re.I)),
    ("present", re.compile(r"(?:present|attended|attending|attendance)\W*$", re.I)))
_TICK = re.compile(r"(?:x|X|✓|✔|√|\*|●|•|||P|Y|yes|Yes|ü)$")
_WORD: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("present", re.compile(r"\(?(?:present|attended|yes|in attendance|remote(?:ly)?|virtual(?:ly)?|late|arrived late)\W*$", re.I)), ("apologies", re.compile(r"\(?(?:apolog(?:y|ies)|apologised|excused|regrets)\W*$", re.I)),
    ("absent", re.compile(r"\(?(?:absent|no|not present)\W*$", re.I)))


def read_attendance_grid(lines: Sequence[Line]) -> list[Seen]:
    """Everyone in a table of attendance among ``lines``; nobody where there is none."""
    if (legend := _legend(lines)) and len(lettered := _lettered(lines, legend)) > 1:
        return lettered
    heads: list[tuple[float, Status]] = []
    found: list[Seen] = []
    named = ticked = False
    crossed: list[Seen] = []
    for line in lines:
        cells = line.segments(0.9)
        here = [(status, (box.x0 + box.x1) / 2) for text, box in cells for status, pattern in _HEAD if pattern.fullmatch(text.strip())]
        if len(here) > 1 or (here and len(cells) > 1 and re.match(r"(?:name|councillor|member|cllr)s?\W*$", cells[0][0], re.I)):
            heads, named = [(x, status) for status, x in here], True
            continue
        if len(cells) < 2:
            continue
        person = one_person(cells[0][0]) or _loose(cells[0][0])
        if person is None:
            continue
        last = cells[-1][0].strip()
        place = line.place(0, len(cells[0][0]))
        if named and len(cells) == 2 and _TICK.fullmatch(last):
            x = (cells[-1][1].x0 + cells[-1][1].x1) / 2
            near = min(heads, key=lambda h: abs(h[0] - x))
            if abs(near[0] - x) < 60:
                found.append(Seen(person, near[1], [place], "rollgrid.ticks"))
                crossed += [found[-1]] if last in ("x", "X") else []
                ticked = ticked or last in ("✓", "✔", "√")
            continue
        status = next((s for s, pattern in _WORD if pattern.fullmatch(last)), None)
        if status is not None and (named or line.table is not None):
            role = " ".join(text for text, _ in cells[1:-1]).strip()
            found.append(Seen(replace(person, role=person.role or role or None), status, [place], "rollgrid.words"))
    for seen in crossed if ticked and all(s.status == "present" for s in crossed) else ():  # beside ticks a cross says that it is not so
        seen.status = "absent"
    sure = sum(one_person(seen.person.printed) is not None for seen in found)
    return found if len(found) > 1 and 2 * sure >= len(found) else []


_MEANS = re.compile(r"(?<![\w’'])[(\[“\"]?(?P<mark>[A-Z][A-Za-z]{0,2}|[✓✔/])[)\]”\"]?\s*(?:=|[–-]|:|(?:denotes|means|for)\b)\s*(?:(?P<present>(?i:present|in attendance|attended))|(?P<apologies>(?i:(?:sent |gave )?apolog(?:y|ies)|excused))|(?P<absent>(?i:absent|not present)))\b")


_MARKED = re.compile(r"\b(?:(?P<present>(?i:present|attended))|(?P<apologies>(?i:apolog(?:y|ies)|excused))|(?P<absent>(?i:absent)))\s*[(\[](?P<mark>[A-Z✓✔]|Ap|Ab)[)\]]")
"""A meaning before its mark, over the column: "Present (P) / Absent (A)"."""


def _legend(lines: Sequence[Line]) -> dict[str, Status]:
    """What the marks of a roll stand for, by the paper's own words ("P = present, A = apologies"); empty where it explains fewer than two."""
    out: dict[str, Status] = {}
    for line, after in itertools.zip_longest(lines, lines[1:]):
        for m in (*_MEANS.finditer(line.text), *_MARKED.finditer(line.text if after is None else f"{line.text} {after.text}")):
            out[m["mark"].lower()] = "present" if m["present"] else "apologies" if m["apologies"] else "absent"
    return out if len(set(out.values())) > 1 else {}


def _lettered(lines: Sequence[Line], legend: dict[str, Status]) -> list[Seen]:
    """Each row that ends in one mark of the legend: "Mrs A Vane   P", "B Tull – A"; a row of several marks tells of several meetings, and is left."""
    found = []
    for line in (part for whole in lines for part in _paired(whole, legend)):
        words = line.text.split(" ")
        mark = words[-1].strip("()").lower()
        before = " ".join(words[:-1]).rstrip(" –-:")
        if len(words) < 3 or mark not in legend or before.split(" ")[-1].lower() in legend or _MEANS.search(line.text):
            continue
        if (person := read_turned(before) or one_person(before) or _loose(before)) is not None:
            found.append(Seen(person, legend[mark], [line.place(0, len(before))], "rollgrid.letters"))
    return found


def _paired(line: Line, legend: dict[str, Status]) -> list[Line]:
    """A row of names each with its mark beside it, cut into one line a person: "Vane, J   P   Tull, S   A"; any other row as it is."""
    cells = line.segments(0.9)
    if len(cells) < 4 or len(cells) % 2 or not all(text.strip("()").lower() in legend for text, _ in cells[1::2]) or any(text.strip("()").lower() in legend for text, _ in cells[::2]):
        return [line]
    out, at = [], 0
    for (name, _), (mark, _) in zip(cells[::2], cells[1::2], strict=True):
        n = name.count(" ") + mark.count(" ") + 2
        out.append(Line(line.page, line.words[at:at + n]))
        at += n
    return out


def _loose(text: str) -> PersonName | None:
    """ "Rich Constant" in a column of names: two or three capitalised words, although each is a word of its own."""
    words = re.sub(r"\s*\([^)]*\)", "", text).strip()
    if not re.fullmatch(r"[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+){1,2}", words) or re.search(r"\b(?:Name|Title|Member|Status|Council|Board|Committee|Staff|Officers?|Meeting)\b", words):
        return None
    return PersonName(text.strip(), words, start=0, end=len(text))
