"""Masks for members of the public in what goes out to everybody (docs/privacy.md).

    redactor = Redactor("council.duckdb")
    redactor.text("Question 1 - Andrew Lynch", pack_id)       # 'Question 1 - [member of the public]'
    redactor.row(names, row)                                   # a row of any view, masked

Which names they are is told by the pack's own words (`papermine.language.public`); who is known as a member or officer, by
attendance, votes, motions, report headers and presenters over all packs of the council, is not masked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from os import PathLike
from typing import Any

from papermine import regex as re
from papermine.export.told import ToldPapers
from papermine.language.person import is_forename
from papermine.language.public import Told
from papermine.language.samename import NameParts, agree, name_parts
from papermine.language.titles import STYLE
from papermine.store import Connection, open_reader
from papermine.store.meetings import council_key

MASK = "[member of the public]"
EMAIL, ADDRESS = "[email withheld]", "[address withheld]"
_TITLES = rf"(?=[A-Z])(?i:{STYLE})"
_PERSONAL_EMAIL = re.compile(r"[\w.+'-]+@(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|mac|msn|aol|btinternet|btopenworld|sky|"
                             r"talktalk|ntlworld|virginmedia|virgin|blueyonder|tiscali|plus|protonmail|proton|gmx|mail|comcast|sbcglobal|verizon|cox|att)"
                             r"\.(?:com|net|org|co\.uk|uk|ca|ie|me|de)\b", re.I)
_ADDRESS = re.compile(r"(?P<before>,?\s+(?:of\s+)?)(?P<address>\d+\w?,?\s+(?:[A-Z][\w'’-]*\s+){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|"
                      r"Crescent|Court|Place|Terrace|Gardens|Grove|St|Rd|Ave|Dr|Ln|Blvd)\b\.?)")
"""What may follow a name: "Jane Roe of 12 Mill Lane"."""
_ADDRESS_AFTER = re.compile(re.escape(MASK) + _ADDRESS.pattern)
_PLACES = frozenset(("hill", "park", "green", "road", "down", "way", "bridge", "end", "cross", "common", "mead", "moor", "wood", "field", "town",
                     "gate", "bay", "island", "valley", "heath"))
_OUTSIDE = re.compile(r"\b(?:public|residents?|petitioners?|applicants?|objectors?|speakers?|visitors?|guests?|parishioners?|supporters?)\b", re.I)
_OFFICE = re.compile(r"public (?:health|works|realm|protection|safety|services|affairs|relations)", re.I)
_KEPT = frozenset(("pack_id", "sha256", "file_name", "path", "source_url", "producer", "papermine_version", "rules_version", "status", "severity",
                   "code", "option", "outcome", "source", "rule", "basis", "council", "licence", "published", "page_label", "number", "item_number",
                   "who", "made_at"))
_OF_PACK = re.compile(r"([0-9a-f]{16})(?::|$)")

_KNOWN = """
SELECT pack_id, name, known, known, role FROM (
  SELECT *, status <> 'in_attendance' OR role IS NOT NULL OR regexp_matches(name_printed, '(?i)cllr|councillor|mayor|\\bM\\.?S?P\\b') AS known
  FROM stored.attendance)
UNION ALL SELECT pack_id, mover, true, false, NULL FROM stored.motions UNION ALL SELECT pack_id, seconder, true, false, NULL FROM stored.motions
UNION ALL SELECT pack_id, mover, true, false, NULL FROM stored.resolutions
UNION ALL SELECT pack_id, person_name, true, false, NULL FROM stored.division_votes
UNION ALL SELECT pack_id, unnest([cabinet_member, accountable_director, accountable_employee]), true, false, NULL FROM stored.reports
UNION ALL SELECT pack_id, presenter, true, false, NULL FROM stored.agenda_items
"""
_COUNCIL_OF = """SELECT k.pack_id, coalesce(max(s.council), max(m.council)) FROM packs k LEFT JOIN pack_sources s ON s.pack_id = k.pack_id
LEFT JOIN pack_meetings m ON m.pack_id = k.pack_id GROUP BY k.pack_id"""
_PAPERS = """SELECT d.pack_id, d.kind, d.title, coalesce(string_agg(p.text, chr(10) ORDER BY p.page), '') FROM stored.documents d
JOIN stored.pages p ON p.pack_id = d.pack_id AND p.page BETWEEN d.first_page AND d.last_page WHERE d.pack_id IN ({})
GROUP BY d.pack_id, d.document_id, d.kind, d.title ORDER BY d.document_id"""
"""Of the stored tables: a connection may have views of what the public may see before the others."""
_LINE_END = r"\s*\n\s*"
_AT_ONCE = 100
"""Packs whose papers are in memory at a time."""
_PUBLIC_TITLE = re.compile(r"\bpublic\b|\b(?:questions|statements|petitions|representations) (?:from|by|to)\b|\bstatements\b", re.I)


class Redactor:
    """The masks of one database. Packs are read as they are asked for; a database that has changed needs a new one.

    ``papers`` is what was found in papers before: one that has not changed is not gone through again.
    """

    def __init__(self, db: str | PathLike[str], papers: ToldPapers | None = None, con: Connection | None = None) -> None:
        """``con``: a reader of the database that is open."""
        self.db = db
        self.papers = papers if papers is not None else ToldPapers()
        self.asked: set[str] = set()
        """Keys of the papers that were read, for `ToldPapers.save`."""
        self._known: dict[str, dict[str, list[NameParts]]] = defaultdict(lambda: defaultdict(list))
        self._members: dict[str, list[NameParts]] = defaultdict(list)
        self._outside: dict[str, set[str]] = defaultdict(set)
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        self._names: dict[str, list[str]] = {}
        with self._reader(con) as reader:
            self._council = {pack: council_key(council) if council else pack for pack, council in reader.execute(_COUNCIL_OF).fetchall()}
            known_there: set[tuple[str, str, bool]] = set()
            for pack, name, known, body, role in reader.execute(_KNOWN).fetchall():
                if name and role and _OUTSIDE.search(role) and not _OFFICE.search(role):
                    self._outside[pack].add(name)
                    continue
                there = (self._council.get(pack, pack), name, bool(body))
                if not name or not known or there in known_there:
                    continue
                known_there.add(there)
                if (taken := name_parts(name)) is not None:
                    self._known[there[0]][taken.surname].append(taken)
                    if body:
                        self._members[there[0]].append(taken)

    @property
    def packs(self) -> list[str]:
        """All packs of the database."""
        return list(self._council)

    def names(self, pack_id: str) -> list[str]:
        """The names of the public in one pack, as printed, each once."""
        self.read([pack_id])
        return self._names[pack_id]

    def _reader(self, con: Connection | None) -> AbstractContextManager[Connection]:
        return open_reader(self.db) if con is None else nullcontext(con)

    def unread(self, packs: Iterable[str]) -> list[str]:
        """Those of the packs that were not gone through yet, each once."""
        return [pack for pack in dict.fromkeys(packs) if pack not in self._names]

    def read(self, packs: Iterable[str], con: Connection | None = None) -> None:
        """Find the names of these packs, many at a time, which is cheaper than one by one. ``con``: a reader that is open."""
        missing = self.unread(packs)
        for at in range(0, len(missing), _AT_ONCE):
            some = missing[at:at + _AT_ONCE]
            papers: dict[str, list[tuple[str, str | None, str]]] = defaultdict(list)
            with self._reader(con) as reader:
                for pack, *paper in reader.execute(_PAPERS.format(", ".join("?" * len(some))), some).fetchall():
                    papers[pack].append((paper[0], paper[1], paper[2]))
            for pack in some:
                told = dict.fromkeys(sorted(self._outside.get(pack, ())))
                for kind, title, text in papers[pack]:
                    public = kind == "questions" and _PUBLIC_TITLE.search(title or text[:300]) is not None
                    told |= dict.fromkeys(one.name for one in self.papers.names_in(text, self.asked, public=public) if not self._is_known(one, pack))
                self._names[pack] = list(told)

    def _is_known(self, told: Told, pack_id: str) -> bool:
        """Is it a member's or officer's name, or (only named in passing) perhaps a place's?"""
        taken = name_parts(told.name)
        if taken is None:
            return told.sign == "near"
        same = self._known[self._council.get(pack_id, pack_id)].get(taken.surname, [])
        given = [k for k in same if k.given and taken.given and agree(k.given[0], taken.given[0])]
        if told.sign == "outright":
            return any(k.given[0] == taken.given[0] for k in self._members[self._council.get(pack_id, pack_id)] if k.given and taken.given
                       and k.surname == taken.surname)
        lone = [k for k in same if not k.given or not taken.given]
        if given or (lone and told.sign == "label"):
            return True
        words = told.name.split()
        if told.sign in ("near", "leads") and words[-1].lower() in _PLACES and not re.match(_TITLES, told.name):
            return not (told.sign == "leads" and is_forename(words[0]))
        return f" {told.name.lower()} " in f" {self._council.get(pack_id, '')} "

    def forms(self, pack_id: str) -> list[str]:
        """Patterns of all ways in which a pack may print its names, the longest first."""
        forms: set[str] = set()
        known = self._known[self._council.get(pack_id, pack_id)]
        for name in self.names(pack_id):
            words = name.split()
            forms.add(r"\s+".join(map(_printed, words)))
            if given := [word for word in words[:-1] if not re.fullmatch(rf"{_TITLES}\.?", word)]:
                forms.add(rf"{_printed(words[-1])},?\s+" + r"\s+".join(map(_printed, given)))  # "Lynch, Andrew"
            taken = name_parts(name)
            if taken is not None and taken.surname not in known and len(taken.printed_surname) > 1:
                forms.add(rf"{_TITLES}\.?\s+(?:[A-Z][\w.'’-]*\s+){{0,2}}" + r"\s+".join(map(_printed, taken.printed_surname.split())))
        return sorted(forms, key=lambda f: (-len(f), f))

    def _pattern(self, pack_id: str) -> re.Pattern[str] | None:
        if pack_id not in self._patterns:
            forms = "|".join(self.forms(pack_id))
            self._patterns[pack_id] = re.made_of(rf"(?<![\w@])(?:{_TITLES}\.?\s+)?(?:{forms})(?![\w@-])") if forms else None
        return self._patterns[pack_id]

    def text(self, text: str, pack_id: str) -> str:
        """The text as everybody may read it. Texts out of one pack only: names are told pack by pack."""
        pattern = self._pattern(pack_id)
        if pattern is not None:
            text = _ADDRESS_AFTER.sub(rf"{MASK}\g<before>{ADDRESS}", pattern.sub(MASK, text))
        return _PERSONAL_EMAIL.sub(EMAIL, text)

    def spans(self, text: str, pack_id: str) -> list[tuple[int, int]]:
        """Where a text of the pack holds what `text` would mask: first and last character of each place."""
        pattern = self._pattern(pack_id)
        found = [m.span() for m in pattern.finditer(text)] if pattern is not None else []
        found += [m.span("address") for _, end in list(found) if (m := _ADDRESS.match(text, end)) is not None]
        return found + [m.span() for m in _PERSONAL_EMAIL.finditer(text)]

    def row(self, names: Sequence[str], row: Sequence[Any]) -> tuple[Any, ...]:
        """A row of any view, masked; ids, files and codes stay. The pack is told by ``pack_id``, or by the row's first id."""
        pack = next((v for n, v in zip(names, row, strict=True) if n == "pack_id"), None) or next(
            (m[1] for n, v in zip(names, row, strict=True) if isinstance(v, str) and n.endswith("_id") and (m := _OF_PACK.match(v))), None)
        return tuple(self._value(v, pack) if not (n in _KEPT or n.endswith("_id")) else v for n, v in zip(names, row, strict=True))

    def rows(self, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterable[tuple[Any, ...]]:
        """Rows of any view, masked."""
        return (self.row(names, row) for row in rows)

    def _value(self, value: Any, pack: str | None) -> Any:
        if isinstance(value, str):
            return self.text(value, pack) if pack else _PERSONAL_EMAIL.sub(EMAIL, value)
        if isinstance(value, (list, tuple)):
            return [self._value(v, pack) for v in value]
        if isinstance(value, dict):
            return {k: self._value(v, pack) for k, v in value.items()}
        return value


def _printed(word: str) -> str:
    """A word of a name as papers print it: in capitals or not, and cut by a line end: "Ram-" / "say"."""
    first = f"[{word[0]}{word[0].upper()}]" if word[0].islower() else re.escape(word[0])

    def rest(end: int, start: int = 1) -> str:
        return re.escape(word[start:end]).replace(r"\-", rf"-(?:{_LINE_END})?")

    cuts = (rest(n) + rf"-{_LINE_END}" + rest(len(word), n) for n in range(2, len(word) - 1) if "-" not in word[n - 1:n + 1])
    return f"{first}(?i:{'|'.join((rest(len(word)), *cuts))})"
