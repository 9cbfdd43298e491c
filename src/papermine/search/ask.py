"""From the words in the box to ranked hits, with counts for the filters and the matching words marked.

In the box: words (all must stand there), "a phrase", part* of a word, -word for what must not stand there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import tantivy
from tantivy import Occur, Query

from papermine import regex as re
from papermine.provenance import whole
from papermine.search.index import SearchIndex

KINDS: dict[str, str] = {"decision": "Decisions", "item": "Items", "recommendation": "Recommendations", "table": "Tables", "person": "People",
                         "page": "Pages of papers"}
"""Kinds of entries, and what they are called."""
MOST = 1000
"""Hits that can be paged through."""
_LONGEST = 400
"""Characters of the box that are read."""
_WORDS_AT_MOST = 24
_EXPANSIONS = 60
_NAMES = 100_000
_TITLE_WEIGHT = 2.5
_KIND_WEIGHT = {"person": 6.0, "decision": 5.0, "item": 4.0, "recommendation": 3.0, "table": 1.0}
_SNIPPET = 260
_FACETS = ("kind", "council", "body", "outcome", "year")
_PART = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question: words and filters. ``start`` and ``end`` are days as 20240531; ``order`` is rank, newest or oldest.

    ``council`` and ``body`` are a name as the index has it, or several of which any will do (`names_with`).
    """

    words: str = ""
    kind: str | None = None
    council: str | tuple[str, ...] | None = None
    body: str | tuple[str, ...] | None = None
    outcome: str | None = None
    start: int | None = None
    end: int | None = None
    order: str = "rank"
    offset: int = 0
    limit: int = 20


Marked = list[tuple[str, bool]]
"""A text in pieces; True: the piece is a matching word."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that matches: its fields, its title and the best part of its text with the matching words marked."""

    kind: str
    record_id: str
    pack_id: str
    title: Marked
    snippet: Marked
    council: str | None
    body: str | None
    day: int | None
    outcome: str | None
    page: int | None
    label: str | None
    file_name: str | None
    score: float

    @property
    def date(self) -> str | None:
        """The day as ISO text."""
        return f"{self.day // 10000:04}-{self.day // 100 % 100:02}-{self.day % 100:02}" if self.day else None


@dataclass(slots=True)
class Found:
    """The answer: hits in order, how many there are, and for each filter its values with counts.

    ``loosened``: no entry has all the words, so these have some of them.
    """

    hits: list[Hit]
    total: int
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    loosened: bool = False


def search(index: SearchIndex, wanted: Wanted, *, facets: bool = True, but: Collection[str] = ()) -> Found:
    """The answer to a question, from the index as it is: without what it holds of the packs ``but``."""
    musts, nots = _parts(index, wanted.words)
    nots += [Query.term_set_query(index.schema, "pack_id", sorted(but))] if but else []
    if wanted.words.strip() and not musts:
        return Found([], 0, {name: [] for name in _FACETS} if facets else {})
    asked = _all(musts, nots, Occur.Must)
    found = _answer(index, wanted, asked, facets)
    if not found.total and len(musts) > 1:
        found = _answer(index, wanted, _all(musts, nots, Occur.Should), facets)
        found.loosened = bool(found.total)
    return found


def names_with(index: SearchIndex, field: str, words: str) -> tuple[str, ...]:
    """The councils or bodies (``field``) that the index has with all these words in their name, whatever their case or accents."""
    wanted = _bare(words).split()
    names = (name for name, _ in index.searcher.terms_with_prefix(field, "", limit=_NAMES))
    return tuple(name for name in names if all(word in _bare(name) for word in wanted))


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def _answer(index: SearchIndex, wanted: Wanted, asked: Query, facets: bool) -> Found:
    filters = _filters(index, wanted)
    query = _filtered(asked, filters)
    searcher = index.searcher
    offset, limit = min(wanted.offset, MOST), max(min(wanted.limit, MOST), 1)
    if wanted.order in ("newest", "oldest"):
        order = tantivy.Order.Desc if wanted.order == "newest" else tantivy.Order.Asc
        result = searcher.search(query, limit, count=True, order_by_field="day", offset=offset, order=order)
    else:
        result = searcher.search(_ranked(index, query), limit, count=True, offset=offset)
    hits = _hits(index, asked, result.hits)
    counts = _counts(index, asked, filters) if facets else {}
    return Found(hits, int(result.count), counts)  # type: ignore[attr-defined]


def _ranked(index: SearchIndex, query: Query) -> Query:
    """Decisions before items, these before running text, where the words fit alike."""
    lift = [(Occur.Should, Query.boost_query(Query.const_score_query(Query.term_query(index.schema, "kind", kind), 1.0), weight))
            for kind, weight in _KIND_WEIGHT.items()]
    return Query.boolean_query([(Occur.Must, query), *lift])


def _all(musts: list[Query], nots: list[Query], occur: Occur) -> Query:
    if not musts:
        return Query.boolean_query([(Occur.Must, Query.all_query()), *((Occur.MustNot, n) for n in nots)])
    asked = Query.boolean_query([(occur, m) for m in musts])
    return Query.boolean_query([(Occur.Must, asked), *((Occur.MustNot, n) for n in nots)]) if nots else asked


def _parts(index: SearchIndex, text: str) -> tuple[list[Query], list[Query]]:
    """What must and what must not stand in an entry. No input is an error."""
    musts: list[Query] = []
    nots: list[Query] = []
    for found in list(_PART.finditer(whole(text[:_LONGEST])))[:_WORDS_AT_MOST]:
        phrase = found[2] is not None
        raw, minus = (found[2], found[1]) if phrase else (found[4], found[3])
        prefix = not phrase and raw.endswith("*")
        words = index.analyzer.analyze(raw.replace("*", " "))
        if not words:
            continue
        query = _prefix(index, raw.rstrip("*"), words) if prefix else _phrase(index, words)
        (nots if minus else musts).append(query)
    return musts, nots


def _phrase(index: SearchIndex, words: list[str]) -> Query:
    """One word, or words that stand side by side (a word that a hyphen or dot divides is such)."""
    def at(name: str) -> Query:
        if len(words) == 1:
            return Query.term_query(index.schema, name, words[0])
        return Query.phrase_query(index.schema, name, list(words))
    return _either(at("title"), at("text"))


def _prefix(index: SearchIndex, raw: str, words: list[str]) -> Query:
    """Words that start so. The index holds stems: the stem of the part itself counts too ("policies*" finds policy)."""
    start = re.sub(r"\W+", "", raw.lower())
    def at(name: str) -> Query:
        terms = {t for t, _ in index.searcher.terms_with_prefix(name, start, limit=_EXPANSIONS)} if len(words) == 1 and start else set()
        terms.add(words[-1])
        return Query.boolean_query([(Occur.Should, Query.term_query(index.schema, name, t)) for t in sorted(terms)])
    return _either(at("title"), at("text"))


def _either(title: Query, text: Query) -> Query:
    return Query.boolean_query([(Occur.Should, Query.boost_query(title, _TITLE_WEIGHT)), (Occur.Should, text)])


def _filters(index: SearchIndex, wanted: Wanted) -> dict[str, Query]:
    out = {name: Query.term_set_query(index.schema, name, [value] if isinstance(value, str) else list(value))
           for name in ("kind", "council", "body", "outcome") if (value := getattr(wanted, name)) is not None and value != ""}
    if wanted.start is not None or wanted.end is not None:
        out["year"] = Query.range_query(index.schema, "day", tantivy.FieldType.Integer, wanted.start, wanted.end)
    return out


def _filtered(asked: Query, filters: dict[str, Query], but: str = "") -> Query:
    kept = [(Occur.Must, Query.const_score_query(q, 0.0)) for name, q in filters.items() if name != but]
    return Query.boolean_query([(Occur.Must, asked), *kept]) if kept else asked


def _counts(index: SearchIndex, asked: Query, filters: dict[str, Query]) -> dict[str, list[tuple[str, int]]]:
    """The values of each filter with counts, under all other filters: those that are not set are counted in one go."""
    told: dict[str, Any] = {}
    for but in ("", *filters):
        names = [but] if but else [name for name in _FACETS if name not in filters]
        if names:
            told |= index.searcher.aggregate(_filtered(asked, filters, but), {name: {"terms": {"field": name, "size": 60}} for name in names})
    out = {}
    for name in _FACETS:
        found = [(str(int(b["key"]) if name == "year" else b["key"]), int(b["doc_count"])) for b in told[name]["buckets"]]
        out[name] = sorted(found, reverse=True) if name == "year" else found
    return out


def _hits(index: SearchIndex, asked: Query, found: list[tuple[Any, tantivy.DocAddress]]) -> list[Hit]:
    if not found:
        return []
    makers = {}
    for name, size in (("title", 600), ("text", _SNIPPET)):
        makers[name] = tantivy.SnippetGenerator.create(index.searcher, asked, index.schema, name)
        makers[name].set_max_num_chars(size)
    out = []
    for score, address in found:
        stored = index.searcher.doc(address)
        d = {name: values[0] for name, values in stored.to_dict().items()}
        out.append(Hit(d["kind"], d["record_id"], d["pack_id"], _marked(makers["title"].snippet_from_doc(stored), d.get("title", ""), 600),
                       _marked(makers["text"].snippet_from_doc(stored), d.get("text", ""), _SNIPPET),
                       d.get("council"), d.get("body"), d.get("day"), d.get("outcome"), d.get("page"), d.get("label"), d.get("file_name"),
                       float(score or 0)))
    return out


def _marked(snippet: tantivy.Snippet, whole: str, most: int) -> Marked:
    """The fragment in pieces; where nothing is marked, the text's beginning. Offsets are bytes of UTF-8."""
    data = snippet.fragment().encode("utf-8")
    spans = [(r.start, r.end) for r in snippet.highlighted()]
    if not spans:
        short = " ".join(whole[:most].split())
        return [(short + (" …" if len(whole) > most else ""), False)] if short else []
    out: Marked = []
    at = 0
    for start, end in spans:
        if start > at:
            out.append((data[at:start].decode("utf-8", "replace"), False))
        out.append((data[start:end].decode("utf-8", "replace"), True))
        at = end
    out.append((data[at:].decode("utf-8", "replace"), False))
    text = snippet.fragment()
    if whole and not whole.startswith(text):
        out.insert(0, ("… ", False))
    if whole and not whole.endswith(text):
        out.append((" …", False))
    return [(t, m) for t, m in out if t]

