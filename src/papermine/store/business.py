"""Which agenda heading and which minutes heading are one matter of a meeting, over all packs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

import duckdb
import pyarrow as pa

from papermine.store.arrow import table_of_rows
from papermine.store.meetings import insert, plain

SAME_TITLE, NEAR_TITLE = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Heading:
    """A row of agenda_items, as far as it says which matter it is."""

    item_id: str
    pack_id: str
    document_id: str
    meeting_id: str | None
    source: str
    number: str | None
    agenda_number: str | None
    minute_number: str | None
    title: str
    business_id: str | None


def _number(number: str | None) -> str:
    return "".join(c for c in (number or "").lower() if c.isalnum() or c == ".").strip(".")


def _likeness(a: list[str], b: list[str], floor: float) -> float:
    """How like two titles are, by words; 0 where that is below ``floor``."""
    if a == b:
        return 1.0
    if 2 * min(len(a), len(b)) < floor * (len(a) + len(b)):
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return ratio if matcher.quick_ratio() >= floor and (ratio := matcher.ratio()) >= floor else 0.0


class _Matter:
    """Headings taken for one matter so far."""

    def __init__(self, first: Heading) -> None:
        self.rows = [first]
        self.words = plain(first.title).split()
        self.number = _number(first.number)
        self.agenda_number = _number(first.agenda_number)

    @property
    def first(self) -> Heading:
        return self.rows[0]

    def has(self, source: str) -> bool:
        return any(r.source == source for r in self.rows)


def matters(headings: Iterable[Heading]) -> dict[str, str]:
    """item_id → business_id for the headings of one meeting, given in a stable order.

    The pack's own ``business_id`` comes first; then the same heading printed in several files;
    then minutes headings that name their agenda item, have its title, or its number and nearly its title.
    """
    agenda = _printings([h for h in headings if h.source == "agenda"])
    minutes = _printings([h for h in headings if h.source == "minutes"])
    taken: set[int] = set()
    for kind in ("own", "named", "title", "number", "near"):
        for m in minutes:
            if m.has("agenda"):
                continue
            fits = [(score, n) for n, a in enumerate(agenda) if n not in taken and (score := _fit(kind, a, m)) > 0]
            if not fits:
                continue
            best = max(score for score, _ in fits)
            top = [n for score, n in fits if score == best]
            if len(top) == 1 or kind == "own":
                taken.add(top[0])
                m.rows = agenda[top[0]].rows + m.rows
                agenda[top[0]].rows = m.rows
    return {row.item_id: matter.first.item_id for matter in (*agenda, *minutes) for row in matter.rows}


def _fit(kind: str, a: _Matter, m: _Matter) -> float:
    """How well a minutes matter fits an agenda matter by one kind of sign; 0: not at all."""
    if kind == "own":
        return float(any(x.business_id is not None and x.business_id in (y.business_id, y.item_id) for x in m.rows for y in a.rows))
    if kind == "named":
        return float(bool(m.agenda_number) and m.agenda_number == (a.agenda_number or a.number))
    if kind == "title":
        return float(a.words == m.words)
    if kind == "number":
        return _likeness(a.words, m.words, NEAR_TITLE) if a.number and a.number == m.number else 0.0
    return _likeness(a.words, m.words, SAME_TITLE)


def _printings(headings: list[Heading]) -> list[_Matter]:
    """One matter for each heading; the same number and title in another paper is another printing of it."""
    out: list[_Matter] = []
    seen: dict[tuple[str, str], list[_Matter]] = defaultdict(list)
    for h in headings:
        key = (_number(h.minute_number or h.number), plain(h.title))
        again = next((m for m in seen[key] if all(r.document_id != h.document_id for r in m.rows)), None)
        if again is not None:
            again.rows.append(h)
        else:
            out.append(_Matter(h))
            seen[key].append(out[-1])
    return out


_TYPES = pa.schema([("item_id", pa.string()), ("pack_id", pa.string()), ("business_id", pa.string())])
_HEADINGS = """
SELECT t.item_id, t.pack_id, t.document_id, m.meeting_id, t.source, t.number, t.agenda_number, t.minute_number, t.title, t.business_id
FROM stored.agenda_items t JOIN stored.meeting_links m ON m.pack_meeting_id = coalesce(t.pack_meeting_id, t.pack_id || ':given')
"""


def recompute(con: duckdb.DuckDBPyConnection, meetings: set[str] | None = None, packs: Sequence[str] = (), new: Set[str] = frozenset()) -> None:
    """Match again the headings of these meetings (by default of all).

    ``packs`` are those that changed or are gone; ``new`` those of which nothing was stored before.
    """
    if meetings is None:
        con.execute("DELETE FROM stored.business_links")
        rows = con.execute(f"{_HEADINGS} ORDER BY t.pack_id, t.ordinal").fetchall()
    else:
        if packs:
            con.execute("DELETE FROM stored.business_links WHERE pack_id IN (SELECT unnest(?))", [packs])
        chosen = f"{_HEADINGS} WHERE m.meeting_id IN (SELECT unnest(?)) ORDER BY t.pack_id, t.ordinal"
        rows = con.execute(chosen, [sorted(meetings)]).fetchall()
        if old := [row[0] for row in rows if row[1] not in new]:
            con.execute("DELETE FROM stored.business_links WHERE item_id IN (SELECT unnest(?))", [old])
    by_meeting: dict[str, list[Heading]] = defaultdict(list)
    for row in rows:
        by_meeting[row[3]].append(Heading(*row))
    links = []
    for group in by_meeting.values():
        pack_of = {h.item_id: h.pack_id for h in group}
        links += [(item, pack_of[item], business) for item, business in matters(group).items()]
    insert(con, "business_links", table_of_rows(links, _TYPES))
