"""Which printings are one decision, and which of them is the best.

A decision stands in minutes, in a notice or summary, in a later pack that reprints the minutes. Two
printings are one decision where they belong to one meeting, stand under one item, and have the
same words but for their setting; each paper prints it once, or once in each of two languages (`languages`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from papermine.link.languages import spoken, two_languages
from papermine.link.likeness import figures, likeness, plain_words
from papermine.link.rows import Decided

Link = tuple[str, str, str, int, str | None, float | None, int, str | None]
"""resolution_id, pack_id, decision_id, rank, rule, score, papers that print the decision, language of this printing."""
Standing = Mapping[str, tuple[str | None, bool]]
"""document_id → (status, is it the current version?)."""

SAME, SAME_ELSEWHERE = 0.9, 0.95
LONG = 15
"""Words from which a paragraph is taken to be printed once: shorter ones ("that the report be noted") may be decided again."""
_AGAINST = ("lost", "withdrawn", "deferred")
SOURCES = ("approved minutes", "published minutes", "decision record", "draft minutes")
"""The best source of a decision first."""


def source(kind: str, status: str | None) -> int:
    """The place of a paper in `SOURCES`."""
    if kind != "minutes":
        return 2
    return {"approved": 0, "draft": 3}.get(status or "", 1)


def printings(decided: Iterable[Decided], standing: Standing) -> list[Link]:
    """A row for each resolution of a council: its decision, and its rank among the printings."""
    meetings: dict[str, list[Decided]] = defaultdict(list)
    for d in decided:
        meetings[d.meeting_id or d.document_id].append(d)
    out: list[Link] = []
    for _, rows in sorted(meetings.items()):
        for group in _decisions(rows, standing):
            best = group[0][0].resolution_id
            papers = len({d.document_id for d, _, _ in group})
            out += [(d.resolution_id, d.pack_id, best, rank, rule, score, papers, spoken(d)) for rank, (d, rule, score) in enumerate(group, 1)]
    return out


_Row = tuple[Decided, str | None, float | None]


def _decisions(rows: list[Decided], standing: Standing) -> list[list[_Row]]:
    """The decisions of one meeting: its printings, the best first."""
    papers: dict[str, list[Decided]] = defaultdict(list)
    for d in rows:
        papers[d.document_id].append(d)

    def rank(document_id: str) -> tuple[int, bool, int, str]:
        status, current = standing.get(document_id, (None, True))
        kind = papers[document_id][0].kind
        return source(kind, status), not current, -len(papers[document_id]), document_id

    out: list[list[_Row]] = []
    for document_id in sorted(papers, key=rank):
        own = _once(papers[document_id])
        pairs = []
        for n, again in enumerate(own):
            for m, group in enumerate(out):
                found = _same(group[0][0], again[0][0])
                if found is not None:
                    pairs.append((-found[1], abs(n - m), n, m, found))
        taken_own: set[int] = set()
        taken_out: set[int] = set()
        for _, _, n, m, (rule, score) in sorted(pairs):
            if n in taken_own or m in taken_out:
                continue
            taken_own.add(n)
            taken_out.add(m)
            out[m] += [(d, rule, round(score, 3)) for d, _, _ in own[n]]
        out += [group for n, group in enumerate(own) if n not in taken_own]
    out = _both_languages(out, lambda d: rank(d.document_id))
    return [[(d, rule if len(group) > 1 else None, score) for d, rule, score in group] for group in out]


def _both_languages(groups: list[list[_Row]], rank: Callable[[Decided], tuple[Any, ...]]) -> list[list[_Row]]:
    """The decisions with two language versions of one made one: the better source first, of equals the English one."""
    joined = list(groups)
    gone: set[int] = set()
    for welsh, english, rule in two_languages(groups, lambda group: group[0][0]):
        first, then = (welsh, english) if rank(groups[welsh][0][0])[:2] < rank(groups[english][0][0])[:2] else (english, welsh)
        later = groups[then]
        joined[first] = [*groups[first], (later[0][0], rule, None), *later[1:]]
        gone.add(then)
    return [group for n, group in enumerate(joined) if n not in gone]


def _once(paper: list[Decided]) -> list[list[_Row]]:
    """The decisions of one paper. A long paragraph carried as moved and then resolved in the same words is one."""
    out: list[list[_Row]] = []
    for d in sorted(paper, key=lambda d: d.ordinal):
        twin = next((g for g in out if g[0][0].item_id == d.item_id and _side(g[0][0]) == _side(d) and _long(d) and _long(g[0][0])
                     and bool(g[0][0].lead_in) != bool(d.lead_in) and _ends(g[0][0].text, d.text)), None)
        if twin is None:
            out.append([(d, "best source", None)])
        else:
            score = round(_match(twin[0][0].text, d.text), 3)
            twin.append((d, "moved and resolved", score))
            # what was resolved counts before what was moved
            twin.sort(key=lambda row: (not row[0].lead_in, row[0].ordinal))
            twin[:] = [(twin[0][0], "best source", None), *((r, "moved and resolved", score) for r, _, _ in twin[1:])]
    return out


def _ends(a: str, b: str) -> bool:
    """The same words, or the one after a heading of its own."""
    one, two = sorted((plain_words(a), plain_words(b)), key=len)
    return two.endswith(one) and len(one) >= 0.5 * len(two)


def _side(d: Decided) -> str:
    return d.outcome if d.outcome in _AGAINST else "decided"


def _long(d: Decided) -> bool:
    return len(plain_words(d.text).split()) >= LONG


def figures_agree(a: str, b: str) -> bool:
    """Do both print the same numbers, or one of them those of the other and some more at its head ("2a. Permits - ")?"""
    one, two = figures(a), figures(b)
    short, long = sorted((one, two), key=len)
    return one == two or (long[len(long) - len(short):] == short and len(long) - len(short) <= 2)


def _match(a: str, b: str) -> float:
    """Likeness; a heading printed before the words of one of them ("Residents Parking - Approve …") is not counted."""
    score = likeness(a, b)
    one, two = sorted((plain_words(a), plain_words(b)), key=len)
    if score < 1 and len(one) > 40 and len(one) >= 0.5 * len(two) and two.endswith(one):
        return 0.99
    if score < 1 and len(one) > 60 and 0.6 * len(two) <= len(one) < len(two):
        score = max(score, likeness(one, two[len(two) - len(one):]))
    return score


def _same(a: Decided, b: Decided) -> tuple[str, float] | None:
    """(rule, likeness) where two printings in two papers are one decision."""
    if _side(a) != _side(b) or not figures_agree(a.text, b.text):
        return None
    score = _match(a.text, b.text)
    here = same_item(a, b)
    if here and score >= SAME:
        return ("same words" if score == 1 else "near words"), score
    if here is None and score >= SAME_ELSEWHERE and _long(a) and _long(b):
        return "long words, no item", score
    return None


def _number(number: str | None) -> str:
    return "".join(c for c in (number or "").lower() if c.isalnum())


def same_item(a: Decided, b: Decided) -> bool | None:
    """Do both stand under one item of their meeting? None: that is not said.

    Minutes number on from year to year, where a decision record has the agenda's numbers: 73 and 4 may be one item.
    """
    if a.business_id is not None and a.business_id == b.business_id:
        return True
    if a.item_title and b.item_title:
        alike = likeness(a.item_title, b.item_title)
        same_number = bool(_number(a.item_number)) and _number(a.item_number) == _number(b.item_number)
        return alike >= 0.85 or (same_number and alike >= 0.5)
    if a.item_number and b.item_number:
        return _number(a.item_number) == _number(b.item_number) or (None if a.kind != b.kind else False)
    return True if (a.item_number, a.item_title) == (b.item_number, b.item_title) else None
