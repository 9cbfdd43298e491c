"""What became of each recommendation: matched to what was resolved on the same item, or later in the same words.

An outcome is said only where words are printed that tell it. Minutes that decide on an item in
other words than the report's leave it "not settled"; a meeting without minutes here, "no minutes yet".
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from papermine import regex as re
from papermine.language import fuzz
from papermine.link.likeness import changed_words, figures, likeness, plain_words
from papermine.link.rows import Advice, Decided, Meeting

ADOPTED, AMENDED, ELSEWHERE = 0.9, 0.68, 0.93
LONG, VERY_LONG = 12, 20
"""Words from which a paragraph is told by its words inside another one, and in another meeting."""
LATER = dt.timedelta(days=550)
_VERBS = ("note", "agree", "approve", "endorse", "delegate", "authorise", "authorize", "adopt", "support", "continue", "debate", "decide", "comment",
          "recommend", "grant", "accept", "confirm", "receive", "consider", "appoint", "support", "request", "ask", "initiate", "implement", "transfer",
          "refer", "review", "resolve", "instruct", "declare", "award", "waive", "make", "express", "require", "commend", "welcome", "thank", "amend")
_BASE = {form: verb for verb in _VERBS for form in (verb, verb + "s", verb + "d", verb + "ed", verb.removesuffix("e") + "ing", verb + "es",
                                                    verb[:-1] + "ies" if verb.endswith("y") else verb)} \
    | {"noting": "note", "referred": "refer", "does": "do", "did": "do"}
_EMPTY = frozenset([
    "the", "a", "an", "that", "to", "and", "or", "of", "this", "its", "it", "is", "are", "be", "by", "in", "on", "for", "as", "at", "with",
    "council", "cabinet", "committee", "panel", "board", "members", "executive", "county", "city", "town", "parish", "meeting", "policy", "do",
    "been", "was", "were", "shall", "should", "will"])
_SUBJECT = re.compile(
    r"^(?:(?:that|it (?:is|was)|the|to|and|county|city|town|parish|borough|district|council|full|cabinet|committee|sub|panel|board|executive|members|"
    r"member|policy|is|are|be|was|were|asked|requested|recommended|invited|resolved|agreed that|for transport connectivity)\s+)+")
_CONDITION = re.compile(r"^\s*(?:if|should)\s[^,;]{3,80}\b(?:passed|agreed|approved|carried|adopted)\b[^,;]{0,20},\s*", re.I)
_OPTIONS = re.compile(r"\bone of the following\b|\beither\b[^.]*:$|\bfollowing options\b", re.I)
_WHOLE = re.compile(r"\brecommendations?\b(?P<which>[^.;]*?)\b(?:be|were|was|is|are)?\s*(?:approved|agreed|accepted|adopted|endorsed|supported)\b", re.I)
_AS_AMENDED = re.compile(r"\bas amended\b|\bwith the (?:exception|addition)\b|\bsubject to\b|\bexcept\b|\bother than\b|\bamend", re.I)
_DEFERRED = re.compile(r"\b(?:deferred?|deferral|adjourned|postponed|withdrawn from the agenda|held over)\b|\bconsidered at (?:a|the) (?:future|later|next)\b",
                       re.I)
_NOT_REACHED = re.compile(r"\bnot (?:reached|considered|taken|dealt with|discussed)\b[^.]*\b(?:time|meeting|business|item)\b|"
                          r"\b(?:lack|want|shortage) of time\b|\bguillotine\b", re.I)
_GRANT, _REFUSE = re.compile(r"\b(?:grant|approv)\w*", re.I), re.compile(r"\b(?:refus|reject)\w*|\bnot (?:be )?(?:agreed|approved|granted|supported)\b", re.I)


class Outcome(NamedTuple):
    """A row of stored.outcome_links without its scope."""

    recommendation_id: str
    pack_id: str
    outcome: str
    resolution_id: str | None
    meeting_id: str | None
    change: str | None
    rule: str
    score: float | None
    reason: str | None


@lru_cache(maxsize=50_000)
def core(text: str) -> str:
    """The words that decide: without who decides, verbs in one form.

    >>> core("County Council is asked to NOTE the report."), core("That the Council notes the report"), core("If 4 is passed, APPROVE it")
    ('note the report', 'note the report', 'approve it')
    """
    words = plain_words(_CONDITION.sub("", text))
    words = _SUBJECT.sub("", words + " ").strip() or words
    return " ".join(_BASE.get(w, w) for w in words.split())


def content(text: str) -> list[str]:
    """The words of a text that say something, sorted: what makes two decisions differ."""
    return sorted(w for w in core(text).split() if w not in _EMPTY)


def alike(a: str, b: str) -> float:
    """Likeness of two operative texts, 0 to 1, whatever the order of "the report be noted" and "note the report"."""
    one, two = core(a), core(b)
    if one == two:
        return 1.0
    return max(fuzz.ratio(one, two), fuzz.token_sort_ratio(" ".join(content(a)), " ".join(content(b))) - 1) / 100


def signs(text: str) -> tuple[str, int, int]:
    """(figures, letters of `core`, letters of `content`): what two texts nearly share where they are told by their words at another meeting."""
    return " ".join(sorted(figures(text))), len(core(text)), len(" ".join(content(text)))


def _held(short: str, long: str) -> bool:
    """Does the longer text hold the shorter, all but word for word, with its figures?"""
    one, two = core(short), core(long)
    return len(one.split()) >= LONG and len(two) > 1.15 * len(one) and fuzz.partial_ratio(one, two) >= 97 \
        and not [f for f in figures(short) if f not in figures(long)]


def _begun(short: str, long: str) -> float:
    """How like the beginning of the longer text is to the shorter one, where it goes on for at least as long again."""
    one, two = core(short).split(), core(long).split()
    while one and one[-1] in ("or", "and"):
        one.pop()
    return fuzz.ratio(" ".join(one), " ".join(two[:len(one) + 1])) / 100 if len(one) >= 8 and len(two) >= 1.5 * len(one) else 0.0


def outcomes(advice: Iterable[Advice], decided: Iterable[Decided], meetings: Mapping[str, Meeting], minuted: Mapping[str, bool]) -> list[Outcome]:
    """A row for each recommendation of a council. ``decided``: each decision (and each motion lost) at its best printing.

    ``minuted``: the meetings whose minutes or decision records are here.
    """
    by_meeting: dict[str, list[Decided]] = defaultdict(list)
    every = sorted(decided, key=lambda d: (d.pack_id, d.ordinal))
    for d in every:
        by_meeting[d.meeting_id or ""].append(d)
    reports: dict[str, list[Advice]] = defaultdict(list)
    for a in advice:
        reports[a.document_id].append(a)
    out = []
    for _, group in sorted(reports.items()):
        out += _report(sorted(group, key=lambda a: a.ordinal), by_meeting, every, meetings, minuted)
    return sorted(out)


def _on_item(a: Advice, d: Decided) -> bool:
    if a.business_id is not None and d.business_id is not None:
        return a.business_id == d.business_id
    title = a.item_title or re.sub(r"^\s*(?:subject|title|report title)\s*:?\s*", "", a.report or "", flags=re.I)
    return bool(title and d.item_title) and max(likeness(title, d.item_title or ""), _headed(title, d.item_title or "")) >= 0.85


def _headed(a: str, b: str) -> float:
    """A title that begins with the whole of the other, of some length."""
    one, two = sorted((plain_words(a), plain_words(b)), key=len)
    return 0.9 if len(one) >= 15 and two.startswith(one) else 0.0


def _report(group: list[Advice], by_meeting: Mapping[str, list[Decided]], every: list[Decided], meetings: Mapping[str, Meeting],
            minuted: Mapping[str, bool]) -> list[Outcome]:
    """The recommendations of one report."""
    there = by_meeting.get(group[0].meeting_id or "", []) if group[0].meeting_id else []
    if not there and (other := _same_day(group[0].meeting_id, meetings, minuted)) is not None:
        there = by_meeting.get(other, [])
    found: dict[str, Outcome] = {}
    scored = []
    for n, a in enumerate(group):
        holding = [d for d in there if d.outcome in (None, "carried") and _on_item(a, d) and _held(a.text, d.text)]
        if holding and not any(_on_item(a, d) and d not in holding and alike(a.text, d.text) >= AMENDED for d in there):
            found[a.recommendation_id] = _row(a, "adopted", holding[-1], "part of a resolution", 0.97)
            continue
        for m, d in enumerate(there):
            if d in holding:
                continue
            here = _on_item(a, d)
            score = max(alike(a.text, d.text), _begun(a.text, d.text) - 0.1 if here else 0.0)
            if score >= (AMENDED if here else ELSEWHERE) and (here or len(core(a.text).split()) >= LONG):
                scored.append((-score, not here, abs(n - m), n, m))
    taken: set[int] = set()
    for _, _, _, n, m in sorted(scored):
        a, d = group[n], there[m]
        if a.recommendation_id not in found and m not in taken:
            found[a.recommendation_id] = _outcome(a, d)
            taken.add(m)
    on_item = [d for d in there if any(_on_item(a, d) for a in group)]
    for a in group:
        if a.recommendation_id not in found:
            found[a.recommendation_id] = _otherwise(a, group, on_item, found, every, meetings, minuted)
    return list(found.values())


def _same_day(meeting_id: str | None, meetings: Mapping[str, Meeting], minuted: Mapping[str, bool]) -> str | None:
    """The one minuted meeting of that day whose body's name holds the words of this one's, or the other way round.

    "Transport and Connectivity Committee" on the report is "Transport and Connectivity Policy Committee" in the minutes.
    """
    here = meetings.get(meeting_id or "")
    if here is None or here.day is None or not here.body or minuted.get(here.meeting_id):
        return None
    words = set(plain_words(here.body.replace("&", " and ")).split())
    others = [m.meeting_id for m in meetings.values() if m.day == here.day and m.body and minuted.get(m.meeting_id)
              and len(words & (named := set(plain_words(m.body.replace("&", " and ")).split()))) >= 3 and (words <= named or named <= words)]
    return others[0] if len(others) == 1 else None


def _row(a: Advice, outcome: str, d: Decided | None, rule: str, score: float | None = None, change: str | None = None,
         reason: str | None = None, meeting_id: str | None = None) -> Outcome:
    return Outcome(a.recommendation_id, a.pack_id, outcome, d.resolution_id if d else None, (d.meeting_id if d else None) or meeting_id or a.meeting_id,
                   change, rule, None if score is None else round(score, 3), reason)


def _outcome(a: Advice, d: Decided) -> Outcome:
    """What a resolution in these words makes of a recommendation."""
    score = alike(a.text, d.text)
    if d.outcome == "lost":
        return _row(a, "rejected", d, "lost in its own words", score, reason="a motion in these words was lost")
    if d.outcome in ("deferred", "withdrawn") or _DEFERRED.search(d.text):
        return _row(a, "deferred", d, "deferred in its own words", score, reason="the motion in these words was " + (d.outcome or "deferred"))
    if _GRANT.search(a.text) and _REFUSE.search(d.text) and not _REFUSE.search(a.text):
        return _row(a, "rejected", d, "refused", score, reason="what the report would grant was refused")
    if content(a.text) == content(d.text):
        return _row(a, "adopted", d, "same words", score)
    if score >= ADOPTED and not _differs(a.text, d.text):
        return _row(a, "adopted", d, "nearly the same words", score)
    return _row(a, "amended", d, "changed words", score, changed_words(a.text, d.text))


def _differs(a: str, b: str) -> bool:
    """Do two texts differ in more than spelling: in a word that says something, or a figure?"""
    if sorted(figures(a)) != sorted(figures(b)):
        return True
    one, two = content(a), content(b)
    left, more = [w for w in one if w not in two], [w for w in two if w not in one]
    return len(left) != len(more) or any(max((fuzz.ratio(w, v) for v in more), default=0) < 75 for w in left)


def _otherwise(a: Advice, group: list[Advice], on_item: list[Decided], found: Mapping[str, Outcome], every: list[Decided],
               meetings: Mapping[str, Meeting], minuted: Mapping[str, bool]) -> Outcome:
    """A recommendation whose words no resolution of its meeting has to itself."""
    for d in on_item:
        if d.outcome is None or d.outcome == "carried":
            whole = _WHOLE.search(d.text)
            if whole and _numbered(whole["which"], a, group):
                if _AS_AMENDED.search(d.text):
                    return _row(a, "amended", d, "recommendations as a whole", reason="agreed with changes that the resolution names", change=d.text)
                return _row(a, "adopted", d, "recommendations as a whole", reason="the recommendations were agreed as a whole")
    for d in on_item:
        if _NOT_REACHED.search(d.text):
            return _row(a, "not reached", d, "said so", reason="the minutes say that the item was not reached")
        if d.outcome == "deferred" or (_DEFERRED.search(d.text) and not found and len(core(d.text).split()) <= 40):
            return _row(a, "deferred", d, "item deferred", reason="the item was deferred")
    met = meetings.get(a.meeting_id or "")
    for d in every if len(core(a.text).split()) >= VERY_LONG else ():
        later = meetings.get(d.meeting_id or "")
        if d.meeting_id == a.meeting_id or d.outcome in ("lost", "withdrawn", "deferred"):
            continue
        if met and met.day and later and later.day and not (met.day <= later.day <= met.day + LATER):
            continue
        if alike(a.text, d.text) >= ELSEWHERE and not _differs(a.text, d.text):
            return _row(a, "adopted", d, "same words at another meeting", alike(a.text, d.text))
    if a.meeting_id is None:
        return _row(a, "not settled", None, "no meeting", reason="the report does not say which meeting it is for")
    if not minuted.get(a.meeting_id) and not on_item and _same_day(a.meeting_id, meetings, minuted) is None:
        return _row(a, "no minutes yet", None, "no minutes", reason="no minutes or decision record of that meeting is in this database")
    if _OPTIONS.search(a.lead_in or "") and any(found.get(o.recommendation_id) for o in group):
        return _row(a, "not settled", None, "another option", reason="another of the options that the report offers was chosen")
    if on_item:
        return _row(a, "not settled", None, "other words", reason=f"the minutes print {len(on_item)} decision{'s' * (len(on_item) > 1)} on the item, "
                    "none of which has its words")
    return _row(a, "not settled", None, "no decision", reason="the minutes print no decision on the item")


def _numbered(which: str, a: Advice, group: list[Advice]) -> bool:
    """Does "recommendations 1 to 3" or "the recommendations in the report" speak of this one?"""
    numbers = re.findall(r"(?<![\w.])\(?(\d{1,2}|[a-z]|[ivx]{1,4})\)?(?![\w.])", which.lower())
    numbers = [n for n in numbers if n != "a"] if not re.search(r"\(a\)|\ba\)", which.lower()) else numbers
    if not numbers:
        return True
    printed = [(o.number or "").lower() for o in group]
    mine = (a.number or "").lower()
    if re.search(r"\b(?:to|-|–)\b|–", which) and len(numbers) == 2 and numbers[0] in printed and numbers[1] in printed and mine in printed:
        return printed.index(numbers[0]) <= printed.index(mine) <= printed.index(numbers[1])
    return mine in numbers
