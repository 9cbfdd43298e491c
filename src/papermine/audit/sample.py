"""The sample: records of one kind, and pages, in strata of council and kind of paper.

An id is drawn by the hash of seed and id: the same seed over the same records draws the same sample, on any
machine, and a collection that has grown keeps most of it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike

from papermine.errors import NotFound, PapermineError
from papermine.store import query
from papermine.store.meetings import council_key

UNKNOWN = "(council not known)"
HOT = 0.75
"""Share of the sampled pages that comes from papers in which records of the kind were found."""

_OWN = "t.document_id"
KINDS: dict[str, tuple[str, str, str]] = {
    "resolutions": ("resolution_id", _OWN, "t.text"),
    "recommendations": ("recommendation_id", _OWN, "t.text"),
    "agenda_items": ("item_id", _OWN, "concat_ws(' ', t.number, t.title)"),
    "attendance": ("attendance_id", _OWN, "concat_ws(', ', t.name, t.status, t.role, t.party)"),
    "motions": ("motion_id", _OWN, "t.text"),
    "divisions": ("division_id", _OWN, "concat_ws(' ', 'for', t.votes_for, 'against', t.votes_against, 'abstain', t.votes_abstain, t.outcome)"),
    "division_votes": ("division_vote_id", "(SELECT document_id FROM divisions v WHERE v.division_id = t.division_id)",
                       "t.person_name || ': ' || t.option"),
    "declarations": ("declaration_id", _OWN, "t.text"),
    "reports": ("report_id", _OWN, "t.title"),
    "report_fields": ("report_field_id", _OWN, "t.label || ': ' || t.value"),
    "tables": ("table_id", _OWN, "concat_ws(' ', t.title, '(' || t.row_count || ' × ' || t.column_count || ')')"),
    "mentions": ("mention_id", _OWN, "t.kind || ': ' || t.text"),
}
"""Kinds that can be audited: key, document, and the words that tell a record."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """A record or a page to look at. ``id`` is the record's, or the page's; ``size`` what its stratum holds; ``found`` the
    records of the kind that start on a sampled page, as text."""

    number: str
    what: str
    kind: str
    stratum: str
    size: int
    council: str
    paper: str
    file_name: str
    page: int
    pack_id: str
    id: str
    text: str
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn, and how: ``population`` counts records and pages of each kind."""

    seed: int
    kinds: tuple[str, ...]
    rows: tuple[Sampled, ...]
    population: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Unit:
    id: str
    council: str
    paper: str
    file_name: str
    page: int
    pack_id: str
    text: str


def draw(db: str | PathLike[str], kinds: Sequence[str], n: int, seed: int, pages: int | None = None) -> Sample:
    """Draw ``n`` records of each kind and ``pages`` pages (by default a third as many). Raises `PapermineError` on an unknown kind or an
    empty one."""
    rows: list[Sampled] = []
    population = {}
    names = _names(db)
    for kind in dict.fromkeys(kinds):
        if kind not in KINDS:
            from papermine.store.suggest import nearest
            raise NotFound(f"there is no kind {kind} to audit: {', '.join(nearest(kind, list(KINDS)) or KINDS)}")
        units, all_pages = _one_name(_records(db, kind), names), _one_name(_pages(db), names)
        if not all_pages:
            raise PapermineError("the database holds no pages: ingest some packs first")
        population[kind] = (len(units), len(all_pages))
        wanted = (n + 2) // 3 if pages is None else pages
        rows += _numbered(kind, "record", _draw(units, n, seed, lambda u: f"{u.council} · {u.paper}"), len(rows))
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for u in units:
            found[u.pack_id, u.page].append(u.text)
        drawn = _draw_pages(all_pages, units, wanted, seed)
        rows += [_with(s, tuple(found[s.pack_id, s.page])) for s in _numbered(kind, "page", drawn, len(rows))]
    return Sample(seed, tuple(dict.fromkeys(kinds)), tuple(rows), population)


def _with(s: Sampled, found: tuple[str, ...]) -> Sampled:
    return replace(s, found=found, text=f"{len(found)} found here")


_WHERE = f"""coalesce(g.council, s.council, '{UNKNOWN}'), d.kind, k.file_name"""
_JOINS = """JOIN packs k ON k.pack_id = d.pack_id LEFT JOIN meetings g ON g.meeting_id = d.meeting_id
LEFT JOIN pack_sources s ON s.pack_id = d.pack_id"""


def _records(db: str | PathLike[str], kind: str) -> list[_Unit]:
    key, document, text = KINDS[kind]
    page = "t.first_page" if kind == "tables" else "coalesce(e.page, t.page)" if kind not in ("attendance",) else "e.page"
    sql = f"""SELECT t.{key}, {_WHERE}, coalesce({page}, d.first_page), d.pack_id, coalesce({text}, '') FROM {kind} t
        JOIN documents d ON d.document_id = {document} {_JOINS}
        LEFT JOIN (SELECT record_id, min(page) AS page FROM stored.evidence GROUP BY record_id) e ON e.record_id = t.{key}
        ORDER BY t.{key}"""
    return [_Unit(*row) for row in query(db, sql).rows]


def _pages(db: str | PathLike[str]) -> list[_Unit]:
    sql = f"""SELECT p.page_id, {_WHERE}, p.page, d.pack_id, '' FROM pages p
        JOIN documents d ON d.pack_id = p.pack_id AND p.page BETWEEN d.first_page AND d.last_page {_JOINS}
        QUALIFY row_number() OVER (PARTITION BY p.page_id ORDER BY d.first_page DESC) = 1 ORDER BY p.page_id"""
    return [_Unit(*row) for row in query(db, sql).rows]


def _names(db: str | PathLike[str]) -> dict[str, str]:
    """Council as printed → its most printed spelling: "KENT COUNTY COUNCIL" and "Kent County Council" are one stratum."""
    rows = query(db, "SELECT council, count(*) FROM (SELECT council FROM meetings UNION ALL SELECT council FROM pack_sources) "
                 "WHERE council IS NOT NULL GROUP BY council ORDER BY count(*) DESC, council").rows
    best: dict[str, str] = {}
    for council, _ in rows:
        best.setdefault(council_key(council), council)
    return {council: best[council_key(council)] for council, _ in rows}


def _one_name(units: Sequence[_Unit], names: Mapping[str, str]) -> list[_Unit]:
    return [replace(u, council=names.get(u.council, u.council)) for u in units]


def _turn(seed: int, unit_id: str) -> str:
    return hashlib.sha256(f"{seed}|{unit_id}".encode()).hexdigest()


def shares(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many of ``n`` each stratum gets: by its size, two at least (or one, where there are many strata), never more than it holds.

    >>> shares({"a": 90, "b": 8, "c": 2}, 20), shares({"a": 5, "b": 5}, 100), shares({"a": 900, "b": 1}, 10)
    ({'a': 16, 'b': 2, 'c': 2}, {'a': 5, 'b': 5}, {'a': 9, 'b': 1})
    """
    n = min(n, sum(sizes.values()))
    least = 2 if n >= 2 * len(sizes) else 1
    out = {name: min(size, least) for name, size in sizes.items()}
    while sum(out.values()) < n:
        room = {name: size for name, size in sizes.items() if out[name] < size}
        total = sum(room.values())
        behind = max(room, key=lambda name: (n * sizes[name] / total - out[name], sizes[name], name))
        out[behind] += 1
    return out


Drawn = list[tuple[str, int, _Unit]]


def _grouped(units: Sequence[_Unit], of: Callable[[_Unit], str]) -> dict[str, list[_Unit]]:
    groups: dict[str, list[_Unit]] = defaultdict(list)
    for u in units:
        groups[of(u)].append(u)
    return groups


def _draw(units: Sequence[_Unit], n: int, seed: int, stratum: Callable[[_Unit], str]) -> Drawn:
    """(stratum, its size, unit) of each drawn unit. Where there are more strata than ``n``, councils are one, then all are."""
    groups = _grouped(units, stratum)
    coarser: tuple[Callable[[_Unit], str], ...] = (lambda u: u.paper, lambda u: "all")
    for of in coarser:
        if len(groups) > n:
            groups = _grouped(units, of)
    out: Drawn = []
    if not groups or n < 1:
        return out
    for name, count in sorted(shares({k: len(v) for k, v in sorted(groups.items())}, n).items()):
        chosen = sorted(groups[name], key=lambda u: _turn(seed, u.id))[:count]
        out += [(name, len(groups[name]), u) for u in sorted(chosen, key=lambda u: (u.file_name, u.page, u.id))]
    return out


def _draw_pages(pages: Sequence[_Unit], units: Sequence[_Unit], n: int, seed: int) -> Drawn:
    """Pages: most from papers where records of the kind were found, some from all others, where they may have been missed."""
    seen = {(u.council, u.paper) for u in units}
    hot = [p for p in pages if (p.council, p.paper) in seen]
    cold = [p for p in pages if (p.council, p.paper) not in seen]
    most = n if not cold else round(n * HOT) if hot else 0
    return [*_draw(hot, most, seed, lambda u: f"{u.council} · {u.paper}"),
            *((f"elsewhere · {name}", size, u) for name, size, u in _draw(cold, n - most, seed, lambda u: u.paper))]


def _numbered(kind: str, what: str, drawn: Drawn, before: int) -> list[Sampled]:
    return [Sampled(f"{before + i:03}", what, kind, name, size, u.council, u.paper, u.file_name, u.page, u.pack_id, u.id, u.text)
            for i, (name, size, u) in enumerate(drawn, 1)]
