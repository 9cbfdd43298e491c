"""An officer's report whose header has no form that is known: weak signs added up over its first page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from papermine import regex as re
from papermine.document import LaidPage, Line
from papermine.language.motions import ACT
from papermine.segment import evidence
from papermine.segment.minuted import ACTED, DAY, titled

_FORM = re.compile(r"\W*(?P<label>[A-Z][\w/'’&.() -]{1,40}?)\s*:\s*\S")
_OF_MEETING = re.compile(r"present|apolog|absent|attend|time|venue|location|members?$|quorum|chair|clerk$|motion|moved|second|\baye|\bnay|vote|for$|against|abst", re.I)
_CALLED = re.compile(r"\b(?:report|memo(?:randum)?|bill|briefing|request|agenda\s+item(?!\s*(?:no|number|\d))|summary|communication|transmittal|action\s+form)\b", re.I)
_ITEM = re.compile(r"\W*(?:agenda\s+)?item(?:\s*(?:no\.?|number))?\s*:?\s*#?\d[\w.()/-]{0,6}\W*$", re.I)
_DECIDED = re.compile(r"\bdecisions?\s+(?:taken|made)\b", re.I)
_OTHER = re.compile(r"\W*(?:dear\s+[A-Z]|yours\s+(?:sincerely|faithfully|truly)\b|(?:media|press)\s+(?:briefing|release|statement)\b|(?:press\s+)?embargo\b|(?:[\w’'&-]+\s+){0,4}(?:application|nomination|claim)\s+form\W*$)", re.I)
"""Of a letter, of what is told to the press, or of a form that somebody fills in."""
_HEADS = re.compile(r"\W*(?:\d{1,2}(?:\.\d{0,2})?\.?\s*)?(?:officers?['’]?s?\s+|staff\s+|the\s+)?recomm?end(?:ation|ed)", re.I)
_DO = rf"(?:{ACT}|Agree|Consider|Delegate|Instruct|Note|Pass|Provide|Review|Support|Welcome)\b"
_OF_BODY = re.compile(rf"^\W*(?:\(?\w{{1,3}}[.)]\s+)?(?:(?i:that|to)\b|{_DO}|(?:[\w’'-]+\s+){{0,3}}[Aa]pprov(?:al|e)\b)|(?i:\brecommend(?:s|ed|ing)?\b|\b(?:is|are)\s+(?:asked|invited|requested)\b|\b(?:council|committee|board|commission|cabinet|panel|members|trustees)\s+(?:is\s+|are\s+|to\s+)?(?:{_DO}))", re.M)
"""Whom advice asks, or for what a body can do: not "Payroll records should be kept for six years"."""
_EACH = re.compile(r"\W*(?:application|planning|reference|case|plan|permit|file)\s*(?:ref(?:erence)?|no|number)?\b\.?\s*:\s*\S*\d", re.I)
"""What each entry of a list has: "Application No: 24/0012"."""
_ENOUGH = 4.5


def asks(lines: Sequence[Line], page: LaidPage, labels: dict[str, bool], sections: Collection[str], asked: int, listed: bool) -> bool:
    """Do these lines, the first of ``page``, open an officer's report: labels with their values, sections, one heading that recommends, a day or an item's number and the name of such a paper as titles, and nothing of a meeting that was held, of what was moved or decided, or of other items?

    ``labels``: those of a report's header, each strong or not; ``sections``: the headings of a report; ``asked``: how many headings
    recommend; ``listed``: its lines count up, as an agenda's.
    """
    items = [line for line in page.lines if _ITEM.match(line.text)]
    if not asked or asked > 2 or (listed and not sections) or len(items) > 1 or (asked > 1 and sum(_EACH.match(line.text) is not None for line in page.lines) > 1) or any(ACTED.search(line.text) or _DECIDED.search(line.text) or _OTHER.match(line.text) for line in page.lines):
        return False
    forms = {m["label"].lower() for line in lines[:18] for cell, _ in line.segments(1.2) if (m := _FORM.match(cell)) and len(m["label"].split()) < 6 and not _OF_MEETING.search(m["label"])}
    if not _asks_a_body(page):
        return False
    score = min(0.6 * len(forms), 3.0) + min(sum(1.2 if strong else 0.4 for strong in labels.values()), 3.0) + min(len(sections), 3) + (2 if asked == 1 else 1)
    if any((DAY.search(line.text) and titled(line, page) and len(line) < 9) or _ITEM.match(line.text) for line in lines[:6]):
        score += 1
    if any(_CALLED.search(line.text) and titled(line, page) and len(line) < 12 for line in lines[:5]):
        score += 1.5
    return score - evidence.of_meeting(lines) >= _ENOUGH


def _asks_a_body(page: LaidPage) -> bool:
    """Does the advice on a page, as far as it is printed there, ask a body for something?"""
    for i, line in enumerate(page.lines):
        if (head := _HEADS.match(line.text)) is not None:
            below = [line.text[head.end():], *(other.text for other in page.lines[i + 1:i + 5])]
            if len(below) < 3 or any(_OF_BODY.search(text) is not None for text in below):
                return True
    return False
