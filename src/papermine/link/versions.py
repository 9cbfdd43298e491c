"""Copies and versions of papers: draft and final, agenda and revised agenda, minutes and approved minutes.

A copy prints the same letters. A version is a paper of the same meeting and kind (a report: of the
same title too) in other words; what marks it is what it prints of itself, or else its file's name.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from papermine import regex as re
from papermine.link.approvals import Approval
from papermine.link.likeness import likeness, plain_words
from papermine.link.rows import Paper

ENOUGH = 150
"""Letters from which a paper without its like is told by its letters alone."""
SAME_TITLE = 0.95
RELATED = 0.3
"""Share of five-word runs of the shorter paper that two versions have in common at least."""
NEARLY = 0.985
_DRAFT = re.compile(r"\b(?:draft|unconfirmed|unapproved)\s+(?:\w+\s+){0,2}?(?:minutes|notes?|agenda|report|version|copy)\b|^\s*\W*draft\W*$|"
                    r"\bsubject to (?:approval|confirmation)\b|\bnot yet (?:been )?(?:approved|confirmed)\b|"
                    r"\bminutes\s*[-–(:]\s*(?:draft|unconfirmed|unapproved)\b", re.I | re.M)
_FINAL = re.compile(r"^\s*\W*final(?: version| report)?\W*$", re.I | re.M)
_REVISED = re.compile(r"\b(?:revised|amended|updated|replacement)\s+(?:\w+\s+){0,2}?(?:agenda|minutes|report|version|paper|pack|notice)\b|"
                      r"^\s*\W*(?:revised|amended)\W*$", re.I | re.M)
_SUPPLEMENT = re.compile(r"\b(?:supplement(?:ary|al)?\s+(?:\w+\s+){0,2}?(?:agenda|pack|papers?|report|items?)|supplement to the agenda|"
                         r"agenda supplement|addendum|late (?:papers|items?))\b", re.I)
_NAME = re.compile(r"(?<![a-z])(draft|final|revised|amended|supplement(?:ary)?|addendum)(?![a-z])", re.I)
_RANK = {"draft": 0, None: 1, "final": 2, "revised": 3, "approved": 4}


class Version(NamedTuple):
    """What the link step says of a paper: a row of stored.document_links without its scope."""

    document_id: str
    pack_id: str
    same_as: str | None
    status: str | None
    approved_on: dt.date | None
    approved_by: str | None
    corrections: str | None
    version_group: str
    version: str | None
    version_number: int
    is_current: bool
    rule: str | None
    score: float | None


def marked(paper: Paper) -> tuple[str | None, str | None]:
    """(what marks the paper as a version, rule): what its first lines say, else its file's name.

    A file of many papers gives its name to none of them: only a file whose name speaks of the paper's own kind counts.
    """
    head = "\n".join(filter(None, (paper.title, (paper.head or "")[:700])))
    for word, pattern in (("supplement", _SUPPLEMENT), ("revised", _REVISED), ("draft", _DRAFT), ("final", _FINAL)):
        if paper.kind in ("agenda", "minutes", "report", "decision") and pattern.search(head if word != "supplement" else head[:300]):
            return word, "printed on it"
    if (named := _NAME.search(paper.file_name.replace("_", " "))) and paper.kind in ("minutes", "agenda") and paper.first_page == 1:
        word = named[1].lower()
        return {"amended": "revised", "supplementary": "supplement", "addendum": "supplement"}.get(word, word), "file name"
    return None, None


def versions(papers: Iterable[Paper], approvals: Iterable[Approval], texts: Callable[[list[str]], Mapping[str, str]]) -> list[Version]:
    """A row for each paper of a council. ``texts`` gives the words of the papers that must be compared."""
    rows = sorted(papers, key=lambda p: (p.pack_id, p.first_page, p.document_id))
    same, near = _copies(rows)
    groups, scores = _groups(rows, same, texts, near)
    approved = {a.meeting_id: a for a in sorted(approvals, key=lambda a: (a.on, a.document_id), reverse=True)}
    out = []
    for group in groups:
        out += _numbered(group, same, near, scores, approved)
    return sorted(out, key=lambda v: v.document_id)


def _copies(rows: list[Paper]) -> tuple[dict[str, str], dict[str, tuple[str, float]]]:
    """document_id → the copy that counts, where it is another; and (filled later) why."""
    alike: dict[str, list[Paper]] = defaultdict(list)
    for p in rows:
        if p.digest and (p.letters or 0) >= ENOUGH:
            alike[p.digest].append(p)
    same: dict[str, str] = {}
    for group in alike.values():
        best = min(group, key=_first)
        same |= {p.document_id: best.document_id for p in group if p is not best}
    return same, dict.fromkeys(same, ("same letters", 1.0))


def _first(p: Paper) -> tuple[bool, bool, str, int]:
    """The copy that counts: one that belongs to an item and a meeting, else the first stored."""
    return p.item_id is None, p.meeting_id is None, p.pack_id, p.first_page


def _groups(rows: list[Paper], same: dict[str, str], texts: Callable[[list[str]], Mapping[str, str]],
            near: dict[str, tuple[str, float]]) -> tuple[list[list[Paper]], dict[str, float]]:
    """Papers that are versions of one another, and how like each is to the first of its group."""
    of = {p.document_id: p for p in rows}
    parent = {p.document_id: same.get(p.document_id, p.document_id) for p in rows}
    candidates: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for p in rows:
        if p.document_id not in same and p.meeting_id and p.kind in ("agenda", "minutes", "report", "decision"):
            candidates[p.meeting_id, p.kind].append(p)
    pairs = []
    for (_, kind), group in sorted(candidates.items()):
        for n, a in enumerate(group):
            for b in group[n + 1:]:
                if a.pack_id != b.pack_id and (kind in ("agenda", "minutes") or likeness(a.title or "", b.title or "?") >= SAME_TITLE):
                    pairs.append((a, b))
    words = texts(sorted({p.document_id for pair in pairs for p in pair})) if pairs else {}
    runs = {d: _runs(t) for d, t in words.items()}
    scores: dict[str, float] = {}
    for a, b in pairs:
        one, two = runs.get(a.document_id, set()), runs.get(b.document_id, set())
        common = len(one & two)
        added = a.kind == "agenda" and "supplement" in (marked(a)[0], marked(b)[0])
        if not one or not two or (common < RELATED * min(len(one), len(two)) and not added):
            continue
        score = round(common / len(one | two), 3)
        roots = sorted((_root(parent, a.document_id), _root(parent, b.document_id)), key=lambda d: _first(of[d]))
        if score >= NEARLY and marked(a)[0] == marked(b)[0]:
            best, other = sorted((a, b), key=_first)
            if best.document_id not in same:
                same[other.document_id], near[other.document_id] = best.document_id, ("nearly the same words", score)
        parent[roots[1]] = roots[0]
        for d in (a.document_id, b.document_id):
            scores[d] = max(score, scores.get(d, 0.0))
    out: dict[str, list[Paper]] = defaultdict(list)
    for p in rows:
        out[_root(parent, p.document_id)].append(p)
    return list(out.values()), scores


def _root(parent: dict[str, str], d: str) -> str:
    while parent[d] != d:
        d = parent[d]
    return d


def _runs(text: str) -> set[tuple[str, ...]]:
    words = plain_words(text).split()
    return set(zip(*(words[n:] for n in range(5)), strict=False))


def _numbered(group: list[Paper], same: dict[str, str], why: dict[str, tuple[str, float]], scores: dict[str, float],
              approved: Mapping[str, Approval]) -> list[Version]:
    """The versions of one paper, oldest first, each copy with the number of what it copies."""
    mark = {p.document_id: marked(p) for p in group}
    kept = [p for p in group if p.document_id not in same]
    approval = next((approved[p.meeting_id] for p in kept if p.kind == "minutes" and p.meeting_id and p.meeting_id in approved), None)
    latest = max((_RANK.get(mark[p.document_id][0], 1) for p in kept), default=1)

    def order(p: Paper) -> tuple[int, str, int, str]:
        return _RANK.get(mark[p.document_id][0], 1), p.published or "", p.letters or 0, p.document_id

    ranked = sorted(kept, key=order)
    number = {p.document_id: n for n, p in enumerate(ranked, 1)}
    current = {p.document_id for p in ranked if mark[p.document_id][0] == "supplement"} | {
        next(p.document_id for p in reversed(ranked) if mark[p.document_id][0] != "supplement" or all(
            mark[q.document_id][0] == "supplement" for q in ranked))}
    even = len({order(p)[:2] for p in ranked}) < len(ranked)
    first = min(group, key=_first).document_id
    out = []
    for p in group:
        copy_of = same.get(p.document_id)
        like = copy_of or p.document_id
        word, rule = mark[p.document_id] if copy_of is None else mark.get(like, (None, None))
        taken = approval is not None and p.kind == "minutes" and like in current and _RANK.get(word, 1) == latest
        status = None
        if p.kind == "minutes":
            status = "approved" if taken else "draft" if word == "draft" else "published"
        elif word in ("draft", "final"):
            status = word
        copied = why.get(p.document_id)
        out.append(Version(
            p.document_id, p.pack_id, copy_of, status, approval.on if taken and approval else None,
            approval.record_id if taken and approval else None, approval.corrections if taken and approval else None, first, word,
            number.get(like, 1), copy_of is None and like in current,
            copied[0] if copied else rule or (None if len(kept) == 1 else "longest" if even else "not marked, beside one that is"),
            copied[1] if copied else scores.get(p.document_id)))
    return out
