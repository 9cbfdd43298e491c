"""Money, dates, legislation, and the names of members and officers, in a paper's running text.

`find_spans` finds them by rules. `read_doc` gives the same as a spaCy document of a blank pipeline, whose
spans (`doc.spans["mentions"]`) displaCy can show; it takes a second to import, so an ingest does without it.

>>> doc = read_doc("Cllr Potter moved £1.2m on 13 March 2025 under the Care Act 2014.", Roster(["Rita Potter"]))
>>> [(span.label_, span.text, span._.value) for span in doc.spans["mentions"]]
[('person', 'Cllr Potter', 'Potter'), ('money', '£1.2m', '1200000'), ('date', '13 March 2025', '2025-03-13'), \
('legislation', 'Care Act 2014', 'Care Act 2014')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from papermine import regex as re
from papermine.document import Line, Paper
from papermine.language.dates import find_dates, reads_month_first
from papermine.language.legislation import find_legislation
from papermine.language.money import find_money
from papermine.language.namelists import split_people
from papermine.language.names import is_person
from papermine.language.numbering import marker
from papermine.language.people import Roster
from papermine.language.samename import name_parts
from papermine.language.titles import COUNCILLOR
from papermine.provenance import Ids, Place
from papermine.records import AgendaItem, Attendance, DivisionVote, Evidence, Mention, Motion, Record, Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Kind = Literal["money", "date", "legislation", "person"]
_BREAK = " ¶ "
_CHUNK = 20_000
_TOKEN = re.compile(r"(?:\w+|[^\w\s]) ?|\s")


@dataclass(frozen=True, slots=True)
class Span:
    """What was found at characters ``start`` to ``end``; ``value`` is its normal form."""

    start: int
    end: int
    kind: Kind
    value: str | None


def find_spans(text: str, roster: Roster, *, month_first: bool = False) -> list[Span]:
    """All mentions in ``text`` in order; none overlaps another.

    >>> [(s.kind, s.value) for s in find_spans("Mr Hook paid $5 in May 2025", Roster(["A J Hook"]))]
    [('person', 'Hook'), ('money', '5'), ('date', '2025-05')]
    """
    found = [Span(f.start, f.end, "legislation", f.name) for f in find_legislation(text)]
    found += [Span(start, end, "person", name) for start, end, _, name in roster.find(text)]
    found += [Span(m.start, m.end, "money", f"{m.amount:f}") for m in find_money(text)]
    found += [Span(d.start, d.end, "date", d.iso) for d in find_dates(text, month_first=month_first)]
    taken: list[Span] = []
    for span in found:
        if "¶" not in text[span.start:span.end] and all(span.end <= t.start or span.start >= t.end for t in taken):
            taken.append(span)
    return sorted((_whole_words(text, span) for span in taken), key=lambda s: s.start)


def _whole_words(text: str, span: Span) -> Span:
    """The span with all of the words that it begins and ends in."""
    start, end = span.start, span.end
    while 0 < start < len(text) and _is_word(text[start]) and _is_word(text[start - 1]):
        start -= 1
    while 0 < end < len(text) and _is_word(text[end - 1]) and _is_word(text[end]):
        end += 1
    return span if (start, end) == (span.start, span.end) else Span(start, end, span.kind, span.value)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


@cache
def nlp() -> Language:
    """The pipeline: blank English, tokens by a rule, and one component that marks the mentions.

    A document's text, roster and date order are in its ``user_data``; `read_doc` puts them there.
    """
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    blank = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
    if not SpacySpan.has_extension("value"):
        SpacySpan.set_extension("value", default=None)

    def tokens(text: str) -> Doc:
        words = _TOKEN.findall(text)
        return Doc(blank.vocab, words=[w.rstrip(" ") or w for w in words], spaces=[w[-1] == " " and w != " " for w in words])

    @Language.component("council_mentions")
    def council_mentions(doc: Doc) -> Doc:
        group = []
        for one in find_spans(doc.user_data["text"], doc.user_data["roster"], month_first=doc.user_data["month_first"]):
            if (span := doc.char_span(one.start, one.end, label=one.kind, alignment_mode="expand")) is not None:
                span._.value = one.value
                group.append(span)
        doc.spans["mentions"] = group
        return doc

    blank.tokenizer = tokens
    blank.add_pipe("council_mentions")
    return blank


def read_doc(text: str, roster: Roster, *, month_first: bool = False) -> Doc:
    """The text as a spaCy document with ``doc.spans["mentions"]``; each span has its kind as label and ``span._.value``."""
    doc = nlp().make_doc(text)
    doc.user_data.update(text=text, roster=roster, month_first=month_first)
    return nlp()(doc)


class _Text:
    """The body of a paper as one string, which remembers the line that each character is from."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.pieces: list[tuple[int, Line]] = []
        parts: list[str] = []
        length = 0
        before: Line | None = None
        for line in lines:
            if before is not None:
                joined = _BREAK if _parts(before, line) else "\n"
                parts.append(joined)
                length += len(joined)
            self.pieces.append((length, line))
            parts.append(line.text)
            length += len(line.text)
            before = line
        self.text = "".join(parts)
        self._starts = [start for start, _ in self.pieces]

    def places(self, start: int, end: int) -> list[Place]:
        """One place for each line that these characters stand on."""
        out: list[Place] = []
        for i in range(max(bisect_right(self._starts, start) - 1, 0), len(self.pieces)):
            at, line = self.pieces[i]
            if at >= end:
                break
            a, b = max(start - at, 0), min(end - at, len(line.text))
            if a < b and line.text[a:b].strip():
                out.append(line.place(a, b))
        return out

    def chunks(self) -> list[tuple[int, str]]:
        """The text cut at paragraph breaks into parts that are not too long, each with its offset."""
        out: list[tuple[int, str]] = []
        at = 0
        while at < len(self.text):
            cut = self.text.find("¶", at + _CHUNK)
            cut = len(self.text) if cut < 0 else cut + 1
            out.append((at, self.text[at:cut]))
            at = cut
        return out


def _parts(before: Line, line: Line) -> bool:
    """Does the text not run on from ``before`` to ``line``? Lines of tables never do."""
    if before.table is not None or line.table is not None:
        return True
    if before.bold != line.bold and (before.text[-1] in ".?!:;" or line.text[0].isupper()):
        return True
    if abs(before.size - line.size) > 0.12 * before.size:
        return True
    if line.page != before.page or line.top <= before.top:
        return before.text[-1] in ".?!:;" or line.bold
    return line.gap > 0.75 * line.size or (marker(line.text) is not None and before.text[-1] in ".?!:;,")


def mentions(paper: Paper, roster: Sequence[str], ids: Ids) -> list[Mention]:
    """The mentions of one paper, with the places where they are printed.

    ``roster``: the members and officers that its pack names (`roster_of`).
    """
    body = _Text(paper.lines)
    if not body.text:
        return []
    people, month_first = Roster(roster), reads_month_first(body.text)
    out: list[Mention] = []
    for offset, text in body.chunks():
        for span in find_spans(text, people, month_first=month_first):
            at = body.places(offset + span.start, offset + span.end)
            if not at:
                continue
            words, kind, value = " ".join(text[span.start:span.end].split()), span.kind, span.value
            out.append(Mention(
                mention_id=ids("mention", at[0].page), document_id=paper.document_id, page=at[0].page, kind=kind, text=words,
                value=value, evidence=Evidence.at(at), rule=f"language.mentions.{kind}",
                basis="derived" if kind == "person" and value is not None and value not in words else "stated"))
    return out


_MEMBER = re.compile(rf"(?:\w+\s+)?(?:{COUNCILLOR}|ald|mayor|cyng\w*)\b", re.I)
_OUTSIDE = re.compile(
    r"\b(?:public|residents?|observers?|press|guests?|visitors?|petitioners?|applicants?|objectors?|speakers?|trust|ltd|limited|bus|police|"
    r"p\.?c\.?s?\.?o?|mp|msp|ms|society|association|friends|church|charity|company|university)\b", re.I)


def names_in(records: Iterable[Record]) -> Iterator[str]:
    """The names of members and officers in a pack's records, as its roster takes them (`roster_of`).

    Who attended as a guest or one of the public is left out, and so is who attended without a post or a member's title: many
    minutes list the public beside the members.
    """
    for r in records:
        names: tuple[str | None, ...] = ()
        if isinstance(r, Attendance):
            titled = name_parts(r.name_printed)
            if r.status != "in_attendance" or (r.role and not _OUTSIDE.search(r.role)) or (titled and _MEMBER.match(titled.title)):
                names = (r.name,)
        elif isinstance(r, Report):
            names = (r.cabinet_member, r.accountable_director, r.accountable_employee)
        elif isinstance(r, AgendaItem):
            names = (r.presenter,)
        elif isinstance(r, Motion):
            names = (r.mover, r.seconder)
        elif isinstance(r, DivisionVote):
            names = (r.person_name,)
        yield from (name for name in names if name)


def roster_of(names: Iterable[str]) -> list[str]:
    """The members and officers of these names, each once, to look for in a pack's running text."""
    each = dict.fromkeys(names)
    return list(dict.fromkeys(p.name for n in each for p in split_people(n, surnames=True) if p.role or is_person(p.printed, surname=True)))
