"""What the public is not shown: exempt matter, and the names of members of the public."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from os import PathLike
from typing import Any

from papermine import regex as re
from papermine.export import pieces, redact
from papermine.export.pieces import MASK, parted, without
from papermine.export.redact import Redactor
from papermine.export.told import ToldPapers, rules
from papermine.provenance import pack_of
from papermine.search import KEY, PEOPLE
from papermine.serve.workers import Busy

EXEMPT = "[exempt]"
"""What stands for words of an exempt record where a page prints them among others."""
_OF_PACK = re.compile(r"([0-9a-f]{16})(?::|$)")
_AT_HAND = 3
"""Packs that a request may go through itself while a large collection is gone through."""
_MASKED = ("title", "text", "body", "label")
"""What an entry of the index prints; a table's label is the title of its paper."""
_LINKS = ("person_id", "mover_id", "seconder_id")
"""Columns that lead to a person's page."""
_LEAST = 8
"""Shorter words ("Noted") say nothing, and stand elsewhere too."""

_ITEMS = "SELECT item_id FROM main.agenda_items WHERE business_id IN (SELECT business_id FROM main.agenda_items WHERE exempt)"
_PAPERS = f"SELECT document_id FROM stored.documents WHERE item_id IN ({_ITEMS})"
_RECORDS = (f"{_ITEMS} UNION ALL SELECT resolution_id FROM stored.resolutions WHERE item_id IN ({_ITEMS}) "
            f"UNION ALL SELECT motion_id FROM stored.motions WHERE item_id IN ({_ITEMS}) "
            f"UNION ALL SELECT recommendation_id FROM stored.recommendations WHERE item_id IN ({_ITEMS})")
_DIVISIONS = (f"SELECT division_id FROM stored.resolutions WHERE division_id IS NOT NULL AND item_id IN ({_ITEMS}) UNION ALL "
              f"SELECT d.division_id FROM stored.divisions d JOIN stored.motions m ON m.motion_id = d.motion_id WHERE m.item_id IN ({_ITEMS})")
_QUOTES = (f"SELECT issue_id FROM stored.issues WHERE code IN ('decision-unread', 'outcome-unread', 'decision-undone') AND document_id IN "
           f"(SELECT document_id FROM stored.agenda_items WHERE item_id IN ({_ITEMS}))")
"""Issues that quote lines of a paper in which an exempt item stands: they may be its lines."""
_SUMS = ("SELECT m.record_id FROM stored.evidence m JOIN stored.evidence e ON e.pack_id = m.pack_id AND e.page = m.page WHERE m.kind = 'mentions' "
         f"AND e.kind <> 'mentions' AND e.record_id IN ({_RECORDS}) AND m.x0 < e.x1 AND m.x1 > e.x0 AND m.top < e.bottom AND m.bottom > e.top")
"""Sums, dates and names that stand where an exempt record is printed."""
_KEPT = {"exempt_items": _ITEMS, "exempt_papers": _PAPERS, "exempt_divisions": _DIVISIONS,
         "exempt_records": f"SELECT item_id AS record_id FROM ({_RECORDS}) UNION ALL ({_DIVISIONS}) UNION ALL ({_QUOTES}) UNION ALL ({_SUMS})",
         "exempt_tables": f"SELECT table_id FROM stored.tables WHERE document_id IN ({_PAPERS})",
         "exempt_pages": "SELECT DISTINCT d.pack_id, unnest(range(d.first_page, d.last_page + 1)) AS page FROM stored.documents d "
                         f"WHERE d.document_id IN ({_PAPERS})"}
"""What is exempt, worked out once for each state of the database."""
_COUNCIL = f"'{PEOPLE}' || coalesce({KEY.format('council')}, 'unknown')"
_OF_MANY = ("WITH named AS MATERIALIZED (SELECT DISTINCT person_id, pack_id FROM stored.person_links WHERE person_id IS NOT NULL) "
            "SELECT id, list(pack_id ORDER BY pack_id) FROM (SELECT DISTINCT meeting_id AS id, pack_id FROM stored.meeting_links "
            f"UNION ALL FROM named UNION ALL SELECT DISTINCT {_COUNCIL}, pack_id FROM stored.people JOIN named USING (person_id)) GROUP BY id")
_PEOPLE = f"SELECT {_COUNCIL}, sum(hash(person_id, name)) FROM stored.people GROUP BY ALL"

_NO_ITEM = "(t.item_id IS NULL OR t.item_id NOT IN (FROM memory.main.exempt_items))"
_NO_PAPER = "(t.document_id IS NULL OR t.document_id NOT IN (FROM memory.main.exempt_papers))"
_NO_VOTE = "(t.division_id IS NULL OR t.division_id NOT IN (FROM memory.main.exempt_divisions))"
_NO_ADVICE = ("t.recommendation_id NOT IN (FROM memory.main.exempt_records) "
              "AND (t.resolution_id IS NULL OR t.resolution_id NOT IN (FROM memory.main.exempt_records))")
_NO_DECISION = "t.resolution_id NOT IN (FROM memory.main.exempt_records)"
_NO_TABLE = "t.table_id NOT IN (FROM memory.main.exempt_tables)"
_NO_PAGE = "NOT EXISTS (SELECT 1 FROM memory.main.exempt_pages h WHERE h.pack_id = t.pack_id AND h.page = t.page)"
_SHADOWS = {
    "agenda_items": _NO_ITEM, "documents": _NO_PAPER, "resolutions": f"{_NO_ITEM} AND {_NO_PAPER}", "decisions": f"{_NO_ITEM} AND {_NO_PAPER}",
    "recommendations": f"{_NO_ITEM} AND {_NO_PAPER}", "recommendation_outcomes": f"{_NO_PAPER} AND {_NO_ADVICE}",
    "outcome_links": _NO_ADVICE, "tables": _NO_PAPER, "table_cells": _NO_TABLE,
    "printed_cells": _NO_TABLE, "reports": _NO_PAPER, "report_sections": _NO_PAPER, "report_fields": _NO_PAPER,
    "motions": f"{_NO_ITEM} AND {_NO_PAPER}",
    "divisions": f"{_NO_PAPER} AND {_NO_VOTE}", "division_votes": _NO_VOTE, "votes": _NO_VOTE, "attendance": _NO_PAPER,
    "declarations": _NO_PAPER, "background_papers": _NO_PAPER, "document_versions": _NO_PAPER, "table_columns": _NO_TABLE,
    "decision_printings": f"{_NO_PAPER} AND {_NO_DECISION}", "pages": _NO_PAGE,
    "mentions": f"{_NO_PAPER} AND t.mention_id NOT IN (FROM memory.main.exempt_records)",
    "evidence": f"{_NO_PAGE} AND t.record_id NOT IN (FROM memory.main.exempt_records)",
    "record_evidence": f"{_NO_PAGE} AND t.record_id NOT IN (FROM memory.main.exempt_records)",
    "issues": f"{_NO_PAPER} AND {_NO_PAGE} AND t.issue_id NOT IN (FROM memory.main.exempt_records)",
    "coverage": _NO_ITEM,
    "business": "(t.agenda_item_id IS NULL OR t.agenda_item_id NOT IN (FROM memory.main.exempt_items)) "
                "AND (t.minutes_item_id IS NULL OR t.minutes_item_id NOT IN (FROM memory.main.exempt_items))"}

_NAMING = {"attendance": "attendance_id", "division_votes": "division_vote_id", "motions": "motion_id", "resolutions": "resolution_id",
           "declarations": "declaration_id"}
"""The records that name a person, with their ids (`stored.person_links`)."""
_UNHEARD = (f"WITH {', '.join(f'{name} AS ({query})' for name, query in _KEPT.items())}, hidden AS ("
            + " UNION ALL ".join(f"SELECT t.{key} AS record_id FROM stored.{table} t WHERE NOT ({_SHADOWS[table]})" for table, key in _NAMING.items())
            + ") SELECT person_id FROM stored.person_links WHERE person_id IS NOT NULL GROUP BY person_id "
            "HAVING bool_and(record_id IN (FROM hidden))").replace("memory.main.", "")
"""Who is named in exempt matter alone."""
NAMES_PEOPLE = re.compile(r"(?<![.\w])(?<!AS )(?:people|person_names)\b")
"""In a query that may ask for people, and so must not come before `screen`."""
NAMES_A_VIEW = re.compile(rf"(?<![.\w])(?:{'|'.join(_SHADOWS)})\b", re.I)
"""In a query that may ask one of these views, and so must not come before `hide`."""


def keep(con: Any) -> None:
    """Work out what is exempt, for `hide`, into the engine's memory: again after each change of the database."""
    database = _database(con)
    for name, query in _KEPT.items():
        con.execute(f"CREATE OR REPLACE TABLE memory.main.{name} AS {query.replace(' main.', f' {database}.main.')}")


def hide(con: Any) -> None:
    """Put views without exempt matter before the views of the same name, for this connection."""
    database = _database(con)
    there = {name for (name,) in con.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal").fetchall()}
    con.execute(";\n".join(f"CREATE TEMP VIEW {view} AS SELECT t.* FROM {database}.main.{view} t WHERE {condition}"
                           for view, condition in _SHADOWS.items() if view in there))


def screen(con: Any, unseen: frozenset[str]) -> None:
    """The same for people: all but these may be shown."""
    database = _database(con)
    con.execute("CREATE TEMP TABLE unseen AS SELECT unnest(?::VARCHAR[]) AS person_id", [sorted(unseen)])
    for view in ("people", "person_names"):
        con.execute(f"CREATE TEMP VIEW {view} AS SELECT t.* FROM {database}.main.{view} t WHERE t.person_id NOT IN (FROM unseen)")


def shown(view: str) -> str:
    """The condition that a row of a view, as ``t``, meets where it may be shown."""
    return _SHADOWS.get(view, "true")


def _database(con: Any) -> str:
    return str(con.execute("SELECT '\"' || replace(current_database(), '\"', '\"\"') || '\"'").fetchone()[0])


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, and its characters that are a part of a name which the end of a page cuts."""

    text: str
    masked: frozenset[int]

    @property
    def parts(self) -> list[str]:
        """These parts, as printed."""
        return ["".join(c for _, c in some) for here, some in groupby(enumerate(self.text), key=lambda at: at[0] in self.masked) if here]


@dataclass(frozen=True, slots=True)
class Curtain:
    """Exempt pages (pack → first, last), records and words, and the masks of the public's names, as of one state of the database."""

    redactor: Redactor
    pages: dict[str, list[tuple[int, int]]]
    records: frozenset[str]
    words: dict[str, re.Pattern[str]]
    of_pack: dict[str, list[str]]
    """The records by the pack that they stand in."""
    of_many: dict[str, list[str]]
    """The packs of each meeting, each person and the people of each council: a row that names no pack has the masks of all of them."""
    people: dict[str, int]
    """One value for the people of each council."""
    unheard: frozenset[str]
    """People who are named in exempt matter alone."""
    starting: Callable[[], bool] = lambda: False
    """Are the papers of a large collection being gone through for the first time?"""
    _unseen: list[frozenset[str]] = field(default_factory=list)
    _left_out: dict[str, bool] = field(default_factory=dict)
    _parted: dict[tuple[str, int], PageText] = field(default_factory=dict)

    def digest(self, pack_id: str) -> str:
        """One value: while it stays the same, the same is hidden and masked of the pack, or of the people of a council. Empty: there is none."""
        if pack_id not in self.people and pack_id not in self.redactor.known.council:
            return ""
        all_of: tuple[Any, ...] = (sorted(self.unheard), self.people[pack_id]) if pack_id in self.people else ()
        for pack in self.of_many.get(pack_id, [pack_id]):
            words = self.words.get(pack)
            all_of += (sorted(self.pages.get(pack, ())), sorted(self.of_pack.get(pack, ())), words and words.pattern, self.redactor.forms(pack))
        return hashlib.blake2b(repr(all_of).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

    def hides(self, pack_id: str, page: int | None, record_id: str = "") -> bool:
        """Is the page, or the record, exempt?"""
        return record_id in self.records or any(first <= (page or 0) <= last for first, last in self.pages.get(pack_id, ()))

    def keeps(self, person_id: str, name: str) -> bool:
        """Is the person left out? Named in exempt matter alone, or of the public by one of the packs that print the name."""
        return person_id in self.unheard or any(self.redactor.masks(name, pack) for pack in self.of_many.get(person_id, ()))

    def unseen(self, con: Any) -> frozenset[str]:
        """All people who are left out: a masked name would still tell itself by its place among the others. ``con`` as for `rows`."""
        if not self._unseen:
            people = con.execute("SELECT person_id, name FROM stored.people WHERE name IS NOT NULL").fetchall()
            self._read([pack for person, _ in people for pack in self.of_many.get(person, ())], con)
            self._unseen.append(frozenset(person for person, name in people if self.keeps(person, name)) | self.unheard)
        return self._unseen[0]

    def entries(self, entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Entries of the index, all of their packs, as they may be shown."""
        pages: dict[str, list[dict[str, Any]]] = {}
        for entry in entries:
            if entry["kind"] == "page":
                pages.setdefault(entry["pack_id"], []).append(entry)
        for pack, some in pages.items():
            some.sort(key=lambda entry: int(entry["page"]))
            for entry, masked in zip(some, parted([entry["text"] for entry in some], partial(self.spans, pack_id=pack)), strict=True):
                entry["text"] = without(entry["text"], masked)
        return (shown for entry in entries if (shown := self.entry(entry)) is not None)

    def entry(self, entry: dict[str, Any]) -> dict[str, Any] | None:
        """An entry of the index as it may be shown; None: not at all."""
        record, pack = entry["record_id"], entry["pack_id"]
        if self.hides(pack, entry["page"], record) or (entry["kind"] == "person" and self.keeps(record, entry["title"] or "")):
            return None
        for one in self.of_many.get(record, [pack]):
            entry = {k: self.mask(v, one) if k in _MASKED and isinstance(v, str) else v for k, v in entry.items()}
        return entry

    def mask(self, text: str, pack_id: str) -> str:
        """A text of the pack without names of members of the public and without words of exempt records."""
        words = self.words.get(pack_id)
        return self.redactor.text(words.sub(EXEMPT, text) if words is not None else text, pack_id)

    def rows(self, rows: list[dict[str, Any]], con: Any) -> list[dict[str, Any]]:
        """Rows of any view, masked. ``con`` is the reader that they came from: another would wait for a writer that waits for this one."""
        self._read([pack for row in rows for pack in self._packs_of(row)], con)
        if rows and {"pack_id", "page", "text"} <= rows[0].keys() and ("page_id" in rows[0] or "x0" in rows[0]):
            rows = [row | {"text": self._without_parts(row, con)} for row in rows]
        gone = self._not_linked({row[n] for row in rows for n in _LINKS if row.get(n)}, con)
        return [{n: None if n in _LINKS and v in gone else v for n, v in row.items()} if gone else row for row in map(self.row, rows)]

    def _without_parts(self, row: dict[str, Any], con: Any) -> str | None:
        """The text of a page, or of a place on it, without the parts of names that the end of a page cuts."""
        text: str | None = row["text"]
        page = self.parted(row["pack_id"], row["page"], con) if text else None
        if not text or page is None or not page.masked:
            return text
        if "page_id" in row:
            return without(text, page.masked)
        for part in page.parts:
            words = r"\s+".join(map(re.escape, part.split()))
            text = re.made_of(rf"\A{words}(?!\w)|(?<!\w){words}\Z").sub(MASK, text)
        return text

    def parted(self, pack_id: str, page: int, con: Any) -> PageText:
        """A page's text as it was read, and in it the parts of names that its end or that of the page before cuts. ``con`` as for `rows`."""
        if (pack_id, page) not in self._parted:
            self._read([pack_id], con)
            texts = dict(con.execute("SELECT page, text FROM stored.pages WHERE pack_id = ? AND page BETWEEN ? AND ?",
                                     [pack_id, page - 1, page + 1]).fetchall()) if self.redactor.names(pack_id) else {}
            around = [texts.get(n) or "" for n in (page - 1, page, page + 1)]
            self._parted[pack_id, page] = PageText(around[1], frozenset(parted(around, partial(self.spans, pack_id=pack_id))[1]))
        return self._parted[pack_id, page]

    def _not_linked(self, people: set[str], con: Any) -> set[str]:
        """Those of these people who have no page: they are left out, or it is not known yet."""
        asked = [person for person in people if person not in self._left_out]
        named = "SELECT person_id, name FROM stored.people WHERE person_id IN (SELECT unnest(?::VARCHAR[]))"
        for person, name in con.execute(named, [asked]).fetchall() if asked else ():
            packs = self.of_many.get(person, [])
            if not self.starting() or len(self.redactor.unread(packs)) <= _AT_HAND:
                self.redactor.read(packs, con)
                self._left_out[person] = self.keeps(person, name or "")
        return {person for person in people if self._left_out.get(person, True)}

    def row(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row of any view, masked for each pack that its ids name (what was resolved may stand in another pack than the report)."""
        packs = self._packs_of(row)
        own = row.get("pack_id")
        for pack in packs or ("",):
            words = self.words.get(pack)
            if words is not None:
                row = {n: words.sub(EXEMPT, v) if isinstance(v, str) and not n.endswith("_id") else v for n, v in row.items()}
            given = {**row, "pack_id": pack or None}
            row = {n: v for n, v in zip(given, self.redactor.row(list(given), list(given.values())), strict=True) if n in row}
        return {**row, "pack_id": own} if "pack_id" in row else row

    def _read(self, packs: list[str], con: Any) -> None:
        """Have the names of these packs. Raises `Busy` where they would take long, and are on their way."""
        if self.starting() and len(self.redactor.unread(packs)) > _AT_HAND:
            raise Busy("the papers are still being gone through for names of members of the public, which are masked here: try again in some minutes")
        self.redactor.read(packs, con)

    def _packs_of(self, row: dict[str, Any]) -> dict[str, None]:
        ids = [v for n, v in row.items() if n.endswith("_id") and isinstance(v, str)]
        return dict.fromkeys(m[1] for v in ids if (m := _OF_PACK.match(v))) or dict.fromkeys(pack for v in ids for pack in self.of_many.get(v, ()))

    def spans(self, text: str, pack_id: str) -> list[tuple[int, int]]:
        """Where a text of the pack holds what is masked."""
        words = self.words.get(pack_id)
        return self.redactor.spans(text, pack_id) + ([m.span() for m in words.finditer(text)] if words is not None else [])


def mask_rules() -> str:
    """A digest of the rules by which names are found, masked and what is exempt is hidden."""
    return rules(redact.__file__, pieces.__file__, __file__)


def raise_curtain(db: str | PathLike[str], con: Any, papers: ToldPapers | None = None,
                  starting: Callable[[], bool] = lambda: False, before: Curtain | None = None) -> Curtain:
    """What must not be shown, as the database is now. ``con`` has no shadows yet; ``papers``: what was found in papers before.

    ``before``: the curtain of an earlier state, of which is kept what is true of a pack still.
    """
    pages: dict[str, list[tuple[int, int]]] = {}
    for pack, first, last in con.execute(f"SELECT pack_id, first_page, last_page FROM stored.documents WHERE document_id IN ({_PAPERS})").fetchall():
        pages.setdefault(pack, []).append((first, last))
    records = {record for (record,) in con.execute(f"{_RECORDS} UNION ALL {_DIVISIONS} UNION ALL {_QUOTES} UNION ALL {_PAPERS}").fetchall()}
    of_pack: dict[str, list[str]] = {}
    for record in records:
        of_pack.setdefault(pack_of(record), []).append(record)
    texts: dict[str, set[str]] = {}
    for pack, text in con.execute(f"SELECT pack_id, text FROM stored.evidence WHERE record_id IN ({_RECORDS})").fetchall():
        if len(text or "") >= _LEAST:
            texts.setdefault(pack, set()).add(r"\s+".join(map(re.escape, text.split())))
    words = {pack: re.made_of("|".join(sorted(found, key=len, reverse=True)), re.I) for pack, found in texts.items()}
    unheard = frozenset(person for (person,) in con.execute(_UNHEARD).fetchall())
    redactor = Redactor(db, papers, con, before.redactor if before is not None else None)
    return Curtain(redactor, pages, frozenset(records), words, of_pack, dict(con.execute(_OF_MANY).fetchall()),
                   dict(con.execute(_PEOPLE).fetchall()), unheard, starting)
