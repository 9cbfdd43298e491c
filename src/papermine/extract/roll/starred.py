"""A roll of all members with a sign or a word for each: "* Councillor Ann Vane   Councillor Jo Lee" over "* Denotes member present"; "Mayor Jo Vane, present"."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.extract.roll.running import Seen
from papermine.language.labels import Status
from papermine.language.posts import SERVANT, STAFF, one_person

_LEGEND = re.compile(r"\W{0,3}(?P<mark>[*†‡#+Øø])\s*[-–=:]?\s*(?:denotes?\s+|indicates?\s+|those\s+)?(?:(?:the\s+)?(?:members?|councillors?)\s+)?(?P<what>(?:who\s+(?:was|were)\s+)?present|(?:in )?attendance|apolog(?:y|ies)(?: for absence)?(?: received)?|absent)\W*", re.I)


def explains(line: Line) -> bool:
    """Does a line say what a sign of the roll means: "* Denotes attendance"?"""
    return _LEGEND.fullmatch(line.text.strip()) is not None


def read_marks(lines: Sequence[Line], found: Sequence[Seen]) -> None:
    """Give those listed the status that their sign has in the legend; who bears none where the sign for "present" is explained, is absent.

    Nothing changes where no legend is printed, or where nobody bears its sign.
    """
    meaning: dict[str, Status] = {}
    for line in lines:
        if (m := _LEGEND.fullmatch(line.text.strip())) is not None:
            what = m["what"].lower()
            meaning[m["mark"]] = "apologies" if what.startswith("apolog") else "absent" if what == "absent" else "present"
    came = next((mark for mark, status in meaning.items() if status == "present"), None)
    if came is None:
        return
    marked = [(seen, _mark(seen, lines, meaning)) for seen in found if seen.status == "present" and seen.rule.startswith("roll.")]
    if sum(mark == came for _, mark in marked) < 2:
        return
    for seen, mark in marked:
        seen.status = meaning[mark] if mark is not None else "absent"
        seen.label = seen.label if seen.status == "present" else f"{mark or 'no'} sign"


_ANSWER = re.compile(r"(?P<who>[^,;:]{5,60}?(?:,\s(?:Jr|Sr|II|III)\.?)?),?\s+(?:(?P<absent>absent)|(?P<excused>excused)|present|here|(?:arrived|joined|entered)(?: late)? at \d.{3,12})\.?", re.I)


def read_answers(lines: Sequence[Line]) -> list[Seen]:
    """A roll call with a line for each who was called: "Mayor Jo Vane, present" ⏎ "Commissioner Al Tull, absent"; three lines at least."""
    out: list[Seen] = []
    for line in lines:
        m = _ANSWER.fullmatch(line.text)
        person = one_person(m["who"]) if m is not None else None
        if m is None or person is None:
            if len(out) > 2:
                break
            out = []
            continue
        status: Status = "absent" if m["absent"] else "apologies" if m["excused"] else "in_attendance" if STAFF.fullmatch(person.role or "") or SERVANT.match(person.role or "") else "present"
        out.append(Seen(person, status, [line.place(0, m.end("who"))], "roll.answered", label="roll call"))
    return out if len(out) > 2 else []


def _mark(seen: Seen, lines: Sequence[Line], meaning: dict[str, Status]) -> str | None:
    """The sign at the start of a person's cell, or standing alone close before it."""
    place = seen.places[0]
    for line in lines:
        if line.page != place.page or line.top > place.box.bottom - 1 or line.bottom < place.box.top + 1:
            continue
        before = [w for w in line.words if w.x0 <= place.box.x0 + 1 and w.text[0] in meaning and place.box.x0 - w.x1 < 45]
        if before and not any(before[-1].x1 < w.x0 < place.box.x0 - 1 for w in line.words):
            return before[-1].text[0]
    return None
