"""`corrections.jsonl`: what people said of single records, one JSON object a line, beside the database.

The file is the original: it is appended to, never rewritten, and can be read, kept in version control
and edited by hand. The database holds what came of each line (view ``corrections``).

A line has ``id`` (the record), ``kind`` (its view), ``action`` (accept, correct, reject, undo), ``field``
and ``value`` where it corrects, ``was`` (the value before), ``by``, ``when`` (ISO 8601 with zone), ``note``, and
``place``: where the record was printed when it was looked at (``page``, ``x0``, ``top``, ``words``), by which it
is found again when a better rule numbers the records of its page differently.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from papermine.errors import PapermineError

FILE_NAME = "corrections.jsonl"
ACTIONS = ("accept", "correct", "reject", "undo")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a record was printed when it was looked at: 1-based page, points, and the words."""

    page: int | None = None
    x0: float | None = None
    top: float | None = None
    words: str | None = None


_NOWHERE = Spot()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file. ``number`` counts from 1; ``fault`` says why a line cannot be used (its text is in ``note``)."""

    id: str
    kind: str
    action: str
    by: str
    when: str
    field: str | None = None
    value: Any = None
    was: Any = None
    note: str | None = None
    place: Spot = _NOWHERE
    number: int = 0
    fault: str | None = None

    @property
    def pack_id(self) -> str:
        """The pack of the record, as its id begins."""
        return self.id.split(":", 1)[0]


def journal_of(db: str | os.PathLike[str]) -> Path:
    """The file that belongs to a database: in the same folder."""
    return Path(db).absolute().parent / FILE_NAME


def now() -> str:
    """The time to write down: UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def read_journal(path: Path) -> list[Line]:
    """All lines, in order. A line that cannot be used is kept, with its ``fault``; no file is no lines."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise PapermineError(f"{path} cannot be read ({error.strerror or error}): the corrections in it would be lost; make it readable") from error
    return [_parsed(raw, n) for n, raw in enumerate(text.split("\n"), 1) if raw.strip()]


def _parsed(raw: str, number: int) -> Line:
    try:
        data = json.loads(raw)
        if not isinstance(data, dict):
            raise ValueError("it is no JSON object")
        missing = [k for k in ("id", "kind", "action") if not isinstance(data.get(k), str)]
        if missing:
            raise ValueError(f"{' and '.join(missing)} missing")
        if data["action"] not in ACTIONS:
            raise ValueError(f"its action is none of {', '.join(ACTIONS)}")
        if data["action"] == "correct" and not isinstance(data.get("field"), str):
            raise ValueError("field missing")
        said = data.get("place")
        spot: dict[str, Any] = said if isinstance(said, dict) else {}
        return Line(data["id"], data["kind"], data["action"], str(data.get("by") or "?"), str(data.get("when") or "?"), data.get("field"),
                    data.get("value"), data.get("was"), data.get("note"), Spot(*(spot.get(k) for k in ("page", "x0", "top", "words"))), number)
    except ValueError as error:
        return Line("?", "?", "?", "?", "?", note=raw.strip(), number=number, fault=f"the line cannot be used: {error}")


def append(path: Path, lines: Sequence[Line]) -> None:
    """Write lines at the end, whole. Raises `PapermineError` where the file cannot be written."""
    text = "".join(json.dumps(_plain(line), ensure_ascii=False) + "\n" for line in lines)
    try:
        with open(path, "a+b") as out:
            if out.tell() and not _ends_well(out):
                text = "\n" + text
            out.write(text.encode("utf-8", "replace"))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise PapermineError(f"{path} cannot be written ({error.strerror or error}): corrections lie beside the database; make its folder "
                             "writable") from error


def _ends_well(out: Any) -> bool:
    """An editor may have left the last line without its line break."""
    out.seek(-1, os.SEEK_END)
    return bool(out.read(1) == b"\n")


def _plain(line: Line) -> dict[str, Any]:
    kept = {k: v for k, v in asdict(line).items() if k not in ("number", "fault", "place")}
    if line.action != "correct":
        kept = {k: v for k, v in kept.items() if k not in ("field", "value", "was")}
    place = {k: v for k, v in asdict(line.place).items() if v is not None}
    return {**{k: v for k, v in kept.items() if v is not None or k in ("value", "was")}, **({"place": place} if place else {})}


def in_force(lines: Sequence[Line]) -> dict[int, bool]:
    """Line number → whether it still counts: a later line on the same record and field takes its place, ``undo`` all of a record's.

    >>> def line(n, action, field=None): return Line("p:x:1.1", "resolutions", action, "me", "now", field, number=n)
    >>> in_force([line(1, "accept"), line(2, "correct", "text"), line(3, "correct", "text"), line(4, "undo"), line(5, "reject")])
    {1: False, 2: False, 3: False, 4: False, 5: True}
    """
    out: dict[int, bool] = {}
    standing: dict[str, dict[str | None, int]] = {}
    for line in lines:
        of = standing.setdefault(line.id, {})
        if line.fault:
            out[line.number] = False
        elif line.action == "undo":
            out |= dict.fromkeys(of.values(), False)
            of.clear()
            out[line.number] = False
        else:
            key = line.field if line.action == "correct" else None
            if key in of:
                out[of[key]] = False
            of[key] = line.number
            out[line.number] = True
    return out
