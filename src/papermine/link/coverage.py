"""What each meeting's papers promise, against what was ingested, with the reason for each gap."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from papermine import regex as re
from papermine.link.likeness import likeness, plain_words
from papermine.link.rows import Meeting, Paper

_RANGE = re.compile(r"\bpages?\s*:?\s*\d+", re.I)
_TO_FOLLOW = re.compile(r"\bto[\s-]+follow\b|\bto be (?:tabled|circulated|published)\b", re.I)
_SPOKEN = re.compile(r"\b(?:verbal|oral)\b", re.I)


class Item(NamedTuple):
    """A heading of an agenda or of minutes."""

    item_id: str
    pack_id: str
    document_id: str
    meeting_id: str | None
    business_id: str
    source: str
    number: str | None
    title: str
    first_page: int | None
    exempt: bool
    ordinal: int


class Promise(NamedTuple):
    """A row of stored.coverage without its scope."""

    meeting_id: str
    promised: str
    item_id: str | None
    number: str | None
    title: str | None
    found: bool
    document_id: str | None
    reason: str | None


def coverage(meetings: Iterable[Meeting], papers: Iterable[Paper], items: Iterable[Item], texts: Mapping[str, str],
             approved: Iterable[str], last: dt.date | None) -> list[Promise]:
    """What is promised for each of these meetings of a council, and whether it is here.

    ``texts``: the words of the agendas, which say "(Pages 5 - 12)" and "to follow". ``approved``: meetings whose minutes later minutes approve.
    ``last``: the day of the council's last meeting of which there is a paper.
    """
    there: dict[str, list[Paper]] = defaultdict(list)
    for p in sorted(papers, key=lambda p: (p.pack_id, p.first_page)):
        if p.meeting_id:
            there[p.meeting_id].append(p)
    headings: dict[str, list[Item]] = defaultdict(list)
    for i in sorted(items, key=lambda i: (i.pack_id, i.ordinal)):
        if i.meeting_id:
            headings[i.meeting_id].append(i)
    rows = sorted(meetings, key=lambda m: m.meeting_id)
    known = set(approved)
    out: list[Promise] = []
    for m in rows:
        here = there.get(m.meeting_id, [])
        if here:
            out += _meeting(m, here, headings[m.meeting_id], texts, last, m.meeting_id in known)
    return out


def _meeting(m: Meeting, here: list[Paper], headings: list[Item], texts: Mapping[str, str], last: dt.date | None, approved: bool) -> list[Promise]:
    agenda = next((p for p in here if p.kind == "agenda"), None)
    minutes = next((p for p in here if p.kind == "minutes"), None) or next((p for p in here if p.kind == "decision"), None)
    out = [Promise(m.meeting_id, "agenda", None, None, agenda.title if agenda else None, agenda is not None, agenda and agenda.document_id,
                   None if agenda else "no agenda of this meeting is among the packs ingested")]
    why = None
    if minutes is None:
        why = ("they are approved by later minutes that are here, but are not among the packs ingested" if approved else
               "not due yet: no paper of a later meeting is here" if m.day is None or last is None or m.day >= last else
               "no minutes or decision record of this meeting is among the packs ingested")
    out.append(Promise(m.meeting_id, "minutes", None, None, minutes.title if minutes else None, minutes is not None,
                       minutes and minutes.document_id, why))
    seen: set[str] = set()
    minuted = {i.business_id for i in headings if i.source == "minutes"}
    for document_id, own in _by_paper([i for i in headings if i.source == "agenda"]).items():
        segments = _segments(own, texts.get(document_id, ""))
        for item, words in zip(own, segments, strict=True):
            if item.business_id in seen:
                continue
            same = [i for i in headings if i.business_id == item.business_id and i.source == "agenda"]
            seen.add(item.business_id)
            out += _item(m, item, same, words, here)
            if minutes is not None and minutes.kind == "minutes":
                done = item.business_id in minuted or any(_heads(i, item) for i in headings if i.source == "minutes")
                out.append(Promise(m.meeting_id, "item in minutes", item.item_id, item.number, item.title, done, minutes.document_id if done else None,
                                   None if done else "the minutes have no heading that is this item's"))
    return out


def _by_paper(items: list[Item]) -> dict[str, list[Item]]:
    out: dict[str, list[Item]] = defaultdict(list)
    for i in items:
        out[i.document_id].append(i)
    # the agenda whose papers are with it speaks first
    return dict(sorted(out.items(), key=lambda o: (-sum(i.first_page is not None for i in o[1]), o[0])))


def _segments(items: list[Item], text: str) -> list[str]:
    """The words that an agenda prints from each item's title to the next one's."""
    flat = " ".join(text.split())
    places: list[int | None] = []
    at = 0
    for item in items:
        found = flat.lower().find(" ".join(item.title.split())[:25].lower(), at)
        places.append(found if found >= 0 else None)
        at = found + 1 if found >= 0 else at
    out = []
    for n, place in enumerate(places):
        end = next((p for p in places[n + 1:] if p is not None), (place or 0) + 400)
        out.append("" if place is None else flat[place:min(end, place + 600)])
    return out


def _item(m: Meeting, item: Item, same: list[Item], words: str, here: list[Paper]) -> list[Promise]:
    """The papers that an agenda item promises."""
    follow = _TO_FOLLOW.search(f"{item.title} {words}") is not None
    ranged = any(i.first_page is not None for i in same)
    if not (follow or ranged or _RANGE.search(words)):
        return []
    ids = {i.item_id for i in same}
    paper = next((p for p in here if p.item_id in ids and p.kind != "agenda"), None) or next(
        (p for p in here if p.kind in ("report", "appendix") and p.title and _titled(p.title, item.title)), None)
    found = paper is not None or (ranged and not follow)
    reason = None
    if not found:
        reason = ("the item is exempt: its papers are not published" if any(i.exempt for i in same) else
                  "it is to be given by word of mouth" if _SPOKEN.search(words) else
                  "it was to follow, and is not among the packs ingested" if follow else
                  "the agenda gives its pages, and they are not among the packs ingested")
    return [Promise(m.meeting_id, "paper to follow" if follow else "item papers", item.item_id, item.number, item.title, found,
                    paper.document_id if paper else None, reason)]


def _heads(minute: Item, item: Item) -> bool:
    """Is a minutes heading that of an agenda item: one title begins as the other, or "01.26.02" counts the agenda's 2?"""
    one, two = sorted((plain_words(minute.title), plain_words(item.title)), key=len)
    counted = re.fullmatch(r"(?:\d+\.+){2,}0*(\d+)", minute.number or "")
    return (len(one) >= 10 and two.startswith(one[:-1])) or bool(counted and counted[1] == (item.number or ""))


def _titled(title: str, item: str) -> bool:
    """Does a paper bear the item's title?"""
    one, two = plain_words(re.sub(r"^\s*(?:subject|title|report title)\s*:?\s*", "", title, flags=re.I)), plain_words(item)
    return likeness(one, two) >= 0.85 or (len(two) >= 20 and (one.startswith(two) or (two.startswith(one) and len(one) >= 20)))
