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
from dataclasses import dataclass, field
from os import PathLike
from typing import Any

from papermine import regex as re
from papermine.export.known import Known, surnames
from papermine.export.pieces import MASK as MASK
from papermine.export.pieces import mended
from papermine.export.told import ToldPapers
from papermine.language.person import is_forename
from papermine.language.samename import agree, name_parts
from papermine.language.titles import STYLE
from papermine.store import Connection, open_reader

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
_KEPT = frozenset(("pack_id", "sha256", "file_name", "path", "source_url", "producer", "papermine_version", "rules_version", "status", "severity",
                   "code", "option", "outcome", "source", "rule", "basis", "council", "licence", "published", "page_label", "number", "item_number",
                   "who", "made_at"))
_OF_PACK = re.compile(r"([0-9a-f]{16})(?::|$)")

_PAPERS = """SELECT d.pack_id, d.kind, d.title, coalesce(string_agg(p.text, chr(10) ORDER BY p.page), '') FROM stored.documents d
JOIN stored.pages p ON p.pack_id = d.pack_id AND p.page BETWEEN d.first_page AND d.last_page WHERE d.pack_id IN ({})
GROUP BY d.pack_id, d.document_id, d.kind, d.title ORDER BY d.document_id"""
"""Of the stored tables: a connection may have views of what the public may see before the others."""
_STAMPS = """SELECT k.pack_id, concat_ws(' ', k.n, p.n, d.n) FROM (SELECT pack_id, hash(k) AS n FROM stored.packs k) k
LEFT JOIN (SELECT pack_id, sum(hash(page, text))::VARCHAR AS n FROM stored.pages GROUP BY pack_id) p ON p.pack_id = k.pack_id
LEFT JOIN (SELECT pack_id, sum(hash(document_id, kind, title, first_page, last_page))::VARCHAR AS n FROM stored.documents GROUP BY pack_id) d
ON d.pack_id = k.pack_id"""
"""One value a pack: while it stays the same, `_PAPERS` of it stay the same."""
_LINE_END = r"\s*\n\s*"
_AT_ONCE = 100
"""Packs whose papers are in memory at a time."""
_PUBLIC_TITLE = re.compile(r"\bpublic\b|\b(?:questions|statements|petitions|representations) (?:from|by|to)\b|\bstatements\b", re.I)


@dataclass(slots=True)
class _Pack:
    """What one pack tells of the public: the names in its papers, each with its sign, and the papers' keys. Then whom to mask, and in which forms."""

    stamp: str
    told: tuple[tuple[str, str], ...]
    papers: frozenset[str]
    names: list[str]
    surnames: frozenset[str]
    forms: list[str] | None = None
    pattern: re.Pattern[str] | None = None
    masks: dict[str, bool] = field(default_factory=dict)
    """Of names of people: is it masked?"""


class Redactor:
    """The masks of one database. Packs are read as they are asked for; a database that has changed needs a new one.

    ``papers`` is what was found in papers before: one that has not changed is not gone through again. ``before``: the masks of an earlier state of
    the database: those of packs that nothing has changed are taken from it.
    """

    def __init__(self, db: str | PathLike[str], papers: ToldPapers | None = None, con: Connection | None = None,
                 before: Redactor | None = None) -> None:
        """``con``: a reader of the database that is open."""
        self.db = db
        self.papers = papers if papers is not None else ToldPapers()
        self._packs: dict[str, _Pack] = {}
        with self._reader(con) as reader:
            self.known: Known = Known(reader, before.known if before is not None else None)
            self._stamps = dict(reader.execute(_STAMPS).fetchall())
        if before is not None:
            self._take(before)

    def _take(self, before: Redactor) -> None:
        """What is true of a pack still, as its papers and all who are known of the names in them are the same."""
        moved = self.known.moved(before.known)
        for pack, held in list(before._packs.items()):
            council = self.known.council.get(pack)
            if council is None or held.stamp != self._stamps.get(pack, ""):
                continue
            if (council == before.known.council.get(pack) and held.surnames.isdisjoint(moved.get(council, ()))
                    and self.known.outside.get(pack) == before.known.outside.get(pack)):
                self._packs[pack] = held
            else:
                self._packs[pack] = self._of(pack, held.told, held.papers)

    def _of(self, pack: str, told: tuple[tuple[str, str], ...], papers: frozenset[str]) -> _Pack:
        outside = sorted(self.known.outside.get(pack, ()))
        names = dict.fromkeys(outside)
        names |= dict.fromkeys(name for name, sign in told if not self._is_known(name, sign, pack))
        return _Pack(self._stamps.get(pack, ""), told, papers, list(names), frozenset(surnames([*outside, *(name for name, _ in told)])))

    @property
    def packs(self) -> list[str]:
        """All packs of the database."""
        return list(self.known.council)

    @property
    def asked(self) -> set[str]:
        """Keys of the papers that were read, for `ToldPapers.save`."""
        return {key for pack in list(self._packs.values()) for key in pack.papers}

    def names(self, pack_id: str) -> list[str]:
        """The names of the public in one pack, as printed, each once."""
        return self._pack(pack_id).names

    def _pack(self, pack_id: str) -> _Pack:
        self.read([pack_id])
        return self._packs[pack_id]

    def _reader(self, con: Connection | None) -> AbstractContextManager[Connection]:
        return open_reader(self.db) if con is None else nullcontext(con)

    def unread(self, packs: Iterable[str]) -> list[str]:
        """Those of the packs that were not gone through yet, each once."""
        return [pack for pack in dict.fromkeys(packs) if pack not in self._packs]

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
                keys: set[str] = set()
                told: dict[tuple[str, str], None] = {}
                for kind, title, text in papers[pack]:
                    public = kind == "questions" and _PUBLIC_TITLE.search(title or text[:300]) is not None
                    told |= dict.fromkeys((one.name, one.sign) for one in self.papers.names_in(text, keys, public=public))
                self._packs[pack] = self._of(pack, tuple(told), frozenset(keys))

    def _is_known(self, name: str, sign: str, pack_id: str) -> bool:
        """Is it a member's or officer's name, or (only named in passing) perhaps a place's?"""
        taken = name_parts(name)
        if taken is None:
            return sign == "near"
        same = self.known.named(pack_id, taken.surname)
        if sign == "outright":
            return any(body and k.given and taken.given and k.given[0] == taken.given[0] for k, body in same)
        if any(k.given and taken.given and agree(k.given[0], taken.given[0]) for k, _ in same):
            return True
        if sign == "label" and any(not k.given or not taken.given for k, _ in same):
            return True
        words = name.split()
        if sign in ("near", "leads") and words[-1].lower() in _PLACES and not re.match(_TITLES, name):
            return not (sign == "leads" and is_forename(words[0]))
        return f" {name.lower()} " in f" {self.known.council.get(pack_id, '')} "

    def forms(self, pack_id: str) -> list[str]:
        """Patterns of all ways in which a pack may print its names, the longest first."""
        pack = self._pack(pack_id)
        if pack.forms is None:
            pack.forms = self._forms(pack_id, pack.names)
        return pack.forms

    def _forms(self, pack_id: str, names: Iterable[str]) -> list[str]:
        forms: set[str] = set()
        for name in names:
            words = name.split()
            forms.add(r"\s+".join(map(_printed, words)))
            if given := [word for word in words[:-1] if not re.fullmatch(rf"{_TITLES}\.?", word)]:
                forms.add(rf"{_printed(words[-1])},?\s+" + r"\s+".join(map(_printed, given)))  # "Lynch, Andrew"
            taken = name_parts(name)
            if taken is not None and not self.known.named(pack_id, taken.surname) and len(taken.printed_surname) > 1:
                forms.add(rf"{_TITLES}\.?\s+(?:[A-Z][\w.'’-]*\s+){{0,2}}" + r"\s+".join(map(_printed, taken.printed_surname.split())))
        return sorted(forms, key=lambda f: (-len(f), f))

    def _pattern(self, pack_id: str) -> re.Pattern[str] | None:
        pack = self._pack(pack_id)
        if pack.pattern is None and pack.names:
            pack.pattern = re.made_of(rf"(?<![\w@])(?:{_TITLES}\.?\s+)?(?:{'|'.join(self.forms(pack_id))})(?![\w@-])")
        return pack.pattern

    def masks(self, name: str, pack_id: str) -> bool:
        """Would `text` mask something in a person's name?"""
        pack = self._pack(pack_id)
        if not pack.names:
            return self.text(name, pack_id) != name
        if name not in pack.masks:
            pack.masks[name] = self.text(name, pack_id) != name
        return pack.masks[name]

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
        """Rows of any view, masked; those of one table, record or pack stand side by side (`mended`)."""
        return (self.row(names, row) for row in mended(names, rows, self.spans))

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
