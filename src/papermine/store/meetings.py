"""Which printed meetings are one and the same meeting.

A meeting is a council, a day and a body, whatever their spelling. Nothing is guessed: a printed
meeting without council, day or body is a meeting of its own pack only.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from papermine import regex as re
from papermine.language.welsh import in_english
from papermine.store.arrow import table_of_rows

T = TypeVar("T")

@dataclass(frozen=True, slots=True)
class Printed:
    """A meeting as one pack prints it, gaps filled with what the user said of the file."""

    pack_meeting_id: str
    pack_id: str
    council: str | None
    body: str | None
    meeting_date: dt.date | None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    venue: str | None = None


_COUNCIL_NOISE = {"the", "of", "and", "council"}
_BODY_LEAD = re.compile(
    r"^(?:minutes of |proceedings of |(?:a |an |the )?(?:ordinary |regular |formal )?meetings? of )+(?:the )?|^the |^(?:ordinary|regular|full) ")
_BODY_END = re.compile(r" (?:ordinary |regular )?(?:meetings?|minutes|agenda)$")
_COUNCILS = {"council", "city council", "county council", "district council", "borough council", "town council", "parish council",
             "community council", "full council", "council meeting"}


def plain(text: str) -> str:
    """Lower case words without accents or punctuation; "&" is "and"."""
    text = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ").replace("’", "").replace("'", "")
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in text if not unicodedata.combining(c))))


def council_key(council: str) -> str:
    """The same for "City of Wolverhampton Council" and "Wolverhampton City Council"; for "Cyngor Tref Llanfach" and "Llanfach Town Council"."""
    name = plain(council)
    words = sorted(w for w in (in_english(name) or name).split() if w not in _COUNCIL_NOISE)
    return " ".join(words) or name


@lru_cache(maxsize=20_000)
def body_key(body: str, council: str | None = None) -> str:
    """The same for "Scrutiny Board", "THE SCRUTINY BOARD" and "Kent County Council - Scrutiny Board"; for a name in Welsh and in English."""
    key = plain(body)
    key = in_english(key) or key
    name = plain(council) if council else ""
    name = in_english(name) or name
    for _ in range(3):
        if name and key.startswith(name + " ") and key != name:
            key = key[len(name) + 1:]
        key = _BODY_END.sub("", _BODY_LEAD.sub("", key)) or key
    key = re.sub(r"\bsub (?=committee|group|panel)", "sub", key).replace("cttee", "committee")
    if key == name or key in _COUNCILS or (council and council_key(council) == council_key(key) and key.endswith("council")):
        return "council"
    return key


def meeting_key(m: Printed) -> str:
    """What makes two printed meetings one. A gap keeps the meeting to its pack, or to itself."""
    if m.meeting_date is None or not m.body:
        return f"{m.pack_meeting_id}"
    council = council_key(m.council) if m.council else m.pack_id
    return f"{council}|{m.meeting_date.isoformat()}|{body_key(m.body, m.council)}"


def meeting_id(key: str) -> str:
    """A short id for a meeting's key."""
    return "meeting:" + hashlib.sha256(key.encode()).hexdigest()[:16]


def _best(values: Iterable[T | None], rank: Callable[[T], Any]) -> T | None:
    """The value most packs print; among equals the one that ranks lowest."""
    count = Counter(v for v in values if v is not None)
    return min(count, key=lambda v: (-count[v], rank(v))) if count else None


def _name_rank(name: str) -> tuple[bool, int, str]:
    return (name.isupper() or name.islower(), -len(name), name)


def near_body(one: str, other: str) -> bool:
    """Are two bodies' keys the same, or has one all the words of the other (three at least) and more?

    >>> near_body("transport and roads committee", "transport and roads policy committee"), near_body("planning committee", "x planning committee")
    (True, False)
    """
    a, b = set(one.split()), set(other.split())
    return one == other or (len(a & b) >= 3 and (a <= b or b <= a))


def adopt(printed: Iterable[Printed], named: Callable[[Printed], set[str]]) -> list[Printed]:
    """Give a meeting whose pack names no council that of its day's other meetings, where the papers themselves bear it out.

    The day and the body (or all its words, and more) must be those of meetings of exactly one council, and ``named`` (which answers with councils
    that the pack's own words bear out: it prints the council's name, or the same people at the meeting) must hold it.
    """
    rows = list(printed)
    known: dict[tuple[dt.date | None, str], dict[str, str]] = defaultdict(dict)
    for m in rows:
        if m.council and m.body and m.meeting_date:
            key = council_key(m.council)
            known[m.meeting_date, body_key(m.body, m.council)][key] = min(m.council, known[m.meeting_date, body_key(m.body, m.council)].get(
                key, m.council), key=_name_rank)
    out = []
    for m in rows:
        if m.council is None and m.body and m.meeting_date:
            fits: dict[str, str] = {}
            for (day, body), councils in known.items():
                if day == m.meeting_date and near_body(body, body_key(m.body)):
                    fits |= councils
            if len(fits) == 1 and set(fits) & named(m):
                m = replace(m, council=next(iter(fits.values())))
        out.append(m)
    return out


def resolve(printed: Iterable[Printed]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Rows of stored.meetings and stored.meeting_links for these printed meetings."""
    groups: dict[str, list[Printed]] = defaultdict(list)
    for m in printed:
        groups[meeting_key(m)].append(m)
    meetings, links = [], []
    for key, group in sorted(groups.items()):
        group.sort(key=lambda m: m.pack_meeting_id)
        mid = meeting_id(key)
        meetings.append((mid, _best((m.council for m in group), _name_rank), _best((m.body for m in group), _name_rank),
                         group[0].meeting_date, _best((m.start_time for m in group), lambda t: t), _best((m.end_time for m in group), lambda t: t),
                         _best((m.venue for m in group), lambda v: (-len(v), v))))
        links += [(m.pack_meeting_id, m.pack_id, mid, m.council, m.body, m.meeting_date) for m in group]
    return meetings, links


_MEETING_TYPES = pa.schema([("meeting_id", pa.string()), ("council", pa.string()), ("body", pa.string()), ("meeting_date", pa.date32()),
                            ("start_time", pa.time64("us")), ("end_time", pa.time64("us")), ("venue", pa.string())])
_LINK_TYPES = pa.schema([("pack_meeting_id", pa.string()), ("pack_id", pa.string()), ("meeting_id", pa.string()), ("council", pa.string()),
                         ("body", pa.string()), ("meeting_date", pa.date32())])


def insert(con: duckdb.DuckDBPyConnection, table: str, arriving: pa.Table | pa.RecordBatchReader) -> None:
    """Append an Arrow table, or a stream of one, to a stored table, by column name.

    DuckDB finds ``arriving`` among the variables of this function: to register it there and take it back costs as much again.
    """
    if isinstance(arriving, pa.RecordBatchReader) or arriving.num_rows:
        names = ", ".join(f'"{n}"' for n in arriving.schema.names)
        con.execute(f"INSERT INTO stored.{table} ({names}) SELECT {names} FROM arriving")


_PEOPLE = """
SELECT DISTINCT lower(a.name) FROM stored.attendance a WHERE a.pack_id = $pack AND contains(a.name, ' ')
INTERSECT SELECT lower(a.name) FROM stored.attendance a JOIN stored.pack_meetings p ON p.pack_meeting_id = a.pack_meeting_id
WHERE p.meeting_date = $day AND a.pack_id IN (SELECT unnest($packs))"""
_SAME_PAGE = """
SELECT 1 FROM stored.pages a JOIN stored.pages b ON b.text = a.text
WHERE a.pack_id = $pack AND b.pack_id IN (SELECT unnest($packs)) AND length(a.text) > 600 LIMIT 1"""
"""A whole page in common: one of the two prints a paper of the other."""
_SAME_PEOPLE = 3
"""So many full names in common at the body's meeting of that day tell that it is the same body."""


def _borne_out(con: duckdb.DuckDBPyConnection, printed: list[Printed]) -> Callable[[Printed], set[str]]:
    """Which councils of that day the pack of a meeting bears out by its own words."""
    def named(m: Printed) -> set[str]:
        out = set()
        assert m.body is not None
        for key in {council_key(o.council) for o in printed if o.council and o.meeting_date == m.meeting_date}:
            there = [o for o in printed if o.council and council_key(o.council) == key and o.meeting_date == m.meeting_date
                     and o.body and near_body(body_key(o.body, o.council), body_key(m.body))]
            names = sorted({o.council.lower() for o in there if o.council})
            packs = sorted({o.pack_id for o in there})
            told = con.execute("SELECT 1 FROM stored.pages, (SELECT unnest($names) AS name) WHERE pack_id = $pack AND contains(lower(text), name) "
                               "LIMIT 1", {"names": names, "pack": m.pack_id}).fetchall()
            told = told or con.execute(_SAME_PAGE, {"pack": m.pack_id, "packs": packs}).fetchall()
            if told or len(con.execute(_PEOPLE, {"pack": m.pack_id, "day": m.meeting_date, "packs": packs}).fetchall()) >= _SAME_PEOPLE:
                out.add(key)
        return out
    return named


@dataclass(frozen=True, slots=True)
class Resolved:
    """What resolving again changed: ids of meetings that are new, gone, printed by other packs or in other words, or a pack's that was
    resolved again; of these, the ones with another council, body or day than before; packs whose printed meetings are others now."""

    meetings: set[str]
    renamed: set[str]
    packs: set[str]


def recompute(con: duckdb.DuckDBPyConnection, packs: list[str] | None = None) -> Resolved:
    """Resolve again the meetings of ``packs``, and of their days before and now (by default all), and say what that changed."""
    printed = _printed(con, packs)
    old_links = _links(con, "WHERE pack_id IN (SELECT unnest(?))", packs)
    if packs is not None:
        days = {m.meeting_date for m in printed} | {link[5] for link in old_links}
        others = _links(con, "WHERE meeting_date IN (SELECT unnest(?)) AND pack_id NOT IN (SELECT unnest(?))",
                        sorted(day for day in days if day is not None), packs)
        old_links |= others
        printed += [m for m in _printed(con, sorted({link[1] for link in others})) if m.meeting_date in days]
    meetings, links = resolve(adopt(printed, _borne_out(con, printed)))
    ids = sorted({link[2] for link in old_links})
    old = {row[0]: row[1:] for row in con.execute("SELECT meeting_id, council, body, meeting_date FROM stored.meetings WHERE meeting_id IN "
                                                  "(SELECT unnest(?))", [ids]).fetchall()} if ids else {}
    for table in ("meetings", "meeting_links") if ids else ():
        con.execute(f"DELETE FROM stored.{table} WHERE meeting_id IN (SELECT unnest(?))", [ids])
    insert(con, "meetings", table_of_rows(meetings, _MEETING_TYPES))
    insert(con, "meeting_links", table_of_rows(links, _LINK_TYPES))
    moved = old_links ^ set(links)
    again = set(packs or ())
    return Resolved({link[2] for link in moved} | {link[2] for link in links if packs is None or link[1] in again}
                    | {row[0] for row in meetings if old.get(row[0]) != row[1:4]},
                    {row[0] for row in meetings if old.get(row[0], row[1:4]) != row[1:4]}, {link[1] for link in moved})


def _printed(con: duckdb.DuckDBPyConnection, packs: list[str] | None) -> list[Printed]:
    """The meetings that these packs print (None: all), and what the user said of a file where the paper is silent.

    Two plain questions, put together here: to plan one question that joins them takes longer than all this.
    """
    if packs is not None and not packs:
        return []
    these, args = ("", {}) if packs is None else ("WHERE pack_id IN (SELECT unnest($packs))", {"packs": packs})
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    for pack, *values in con.execute(f'SELECT pack_id, council, body, "date" FROM stored.files {these} ORDER BY path', args).fetchall():
        for name, value in zip(("council", "body", "day"), values, strict=True):
            if value is not None:
                said[pack].setdefault(name, value)
    by_pack: dict[str, list[Printed]] = defaultdict(list)
    for row in con.execute("SELECT pack_meeting_id, pack_id, council, body, meeting_date, start_time, end_time, venue FROM stored.pack_meetings "
                           f"{these} ORDER BY pack_id, ordinal", args).fetchall():
        by_pack[row[1]].append(Printed(*row))
    out = []
    for pack, some in by_pack.items():
        told = said.get(pack, {})
        day = told.get("day")
        if some[0].meeting_date is None and day is not None and all(m.meeting_date != day for m in some):
            some[0] = replace(some[0], meeting_date=day)
        out += [replace(m, council=told.get("council") if m.council is None else m.council, body=told.get("body") if m.body is None else m.body)
                for m in some] if told else some
    silent = [pack for pack, told in said.items() if pack not in by_pack and ("body" in told or "day" in told)]
    read = con.execute("SELECT pack_id FROM stored.packs WHERE status <> 'failed' AND pack_id IN (SELECT unnest(?))", [silent]) if silent else None
    for (pack,) in read.fetchall() if read else ():
        out.append(Printed(f"{pack}:given", pack, *(said[pack].get(name) for name in ("council", "body", "day"))))
    return out


def _links(con: duckdb.DuckDBPyConnection, where: str, *wanted: list[Any] | None) -> set[tuple[Any, ...]]:
    """Rows of meeting_links (without lists: all; with an empty first list: none)."""
    if wanted[0] is None:
        where, wanted = "", ()
    elif not wanted[0]:
        return set()
    return set(con.execute(f"SELECT pack_meeting_id, pack_id, meeting_id, council, body, meeting_date FROM stored.meeting_links {where}",
                           list(wanted)).fetchall())
