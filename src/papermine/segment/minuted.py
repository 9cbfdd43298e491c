"""Minutes that do not say so: a body and a day as titles over those who came, and what was called to order, moved or resolved."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import LaidPage, Line
from papermine.language.datewords import MONTH, worded_days
from papermine.language.screened import Screened
from papermine.language.titles import TITLE

_NARRATED = re.compile(
    r"\b(?:held\s+(?:their|its|an?)\s+(?:\w+\s+){0,3}meeting|meeting\s+.{0,80}\bwas\s+held|meeting\W{1,3}held\s+(?:in|at|on|remotely|by|via)\b|meeting\s+of\s+.{4,90}?\b(?:held|hosted)\s+(?:in|at|on|remotely|by)\b|cynhaliwyd\s+(?:cyfarfod|cyngor)|met\s+(?:in|at|on)\b|meeting\s+(?:of\s+.{0,80})?was\s+(?:opened|called\s+to\s+order|convened)\b)", re.I)


_MEETING_LINE = re.compile(r"^\W*(?:(?:annual|general|ordinary|extraordinary|special|monthly|quarterly)\s+){0,3}(?:meeting|cyfarfod)\b.{0,60}\d", re.I)
PRESENT = re.compile(
    r"^\W*(?:(?:the\s+)?(?:voting\s+|community\s+|committee\s+|council\s+|panel\s+|board\s+|elected\s+)?(?:members?|councill?ors?|those|directors|trustees|officers)\s+)?(?:also\s+)?"
    r"(?:(?:who\s+)?(?:were\s+)?present\b|in\s+attendance\b|attendance\b|attend(?:ees|ing|ed)\b|participating\s*:|sederunt\b|roll\s+call\b|presennol\b|apologies\b|regrets\b|"
    r"i l[aá]thair\b)(?!\s+(?:for absence|and substitut\w+)?\s*\(pages?|\s+is\s+requested)", re.I)
"""The list of those present, at the start of a line."""


def present(page_lines: Sequence[Line]) -> bool:
    """A list of those present (or of apologies) begins among these lines."""
    return any(PRESENT.match(line.text) for line in page_lines)


def titled(line: Line, page: LaidPage) -> bool:
    """Set as a title: bold, larger, in capitals, or centred."""
    centred = abs((line.x0 + line.x1) / 2 - page.width / 2) < 0.05 * page.width and line.x0 > 0.17 * page.width
    return line.bold or line.size > page.body_size * 1.08 or line.text.isupper() or centred or bool(line.bold_prefix and len(line) < 9)


def minuted(page: LaidPage, following: LaidPage | None) -> bool:
    """Is a page that calls itself minutes the first of a set, not one that speaks of minutes: does it say who came, or what was resolved?"""
    lines = page.lines + (following.lines[:25] if following is not None and len(page.lines) < 25 else [])
    form = {m[1].lower() for ln in lines[:40] if (m := re.match(r"\W*(absent|staff|select ?board|board|council|members|trustees|public|guests|excused)\s*:\s*\S", ln.text, re.I))}
    unlabelled = any(re.match(r"(?:Councill?ors|Cllrs)\s+[A-Z][^,]*\(Chair\w*\)", ln.text) for ln in lines[:12]) or (any(re.match(r"Councill?ors\s+[A-Z]", ln.text) for ln in lines[:20]) and any(_RESOLVED.match(ln.text) or ACTED.search(ln.text) for ln in lines))  # who came stands below the title without a label
    columns = any(len(ln) < 9 and re.search(r"\bpresent\b.{0,12}\b(?:absent|apologies)\b", ln.text, re.I) for ln in lines[:60])  # "Name   Present   Absent" over ticks
    return present(lines[:60]) or columns or len(form) > 1 or unlabelled or acted(lines, page, following) or any(told.search(" ".join(line.text for line in lines[:16])) for told in (_BEGAN, _TOLD_OF)) or any(re.search(r"\bpresent\b\W*(?:were\W*)?:|\b(?:members?|councillors?) present\b|\bpresent:?\s*$|^\d{1,2}(?:\.\d{0,2})?[.)]?\s+(?:those )?(?:attending|attendees|attendance|in attendance|sederunt|present)\b", ln.text, re.I) for ln in lines[:60])


def narrated(lines: Sequence[Line]) -> bool:
    """"Manordeilo Community Council held their meeting at 7.30pm on …" above a list of those present."""
    if not any(PRESENT_LINE.match(ln.text) for ln in lines):
        return False
    text = " ".join(line.text for line in lines[:14])
    said = _NARRATED.search(text) or any(_MEETING_LINE.match(f"{line.text} {below.text}") for line, below in itertools.pairwise(lines[:7]))
    form = {m[1].lower() for line in lines[:20] for text, _ in line.segments() if (m := re.match(r"\W*(date|time|venue|location|place)\s*:", text, re.I))}
    return bool(said) or len(form) >= 2


_ROLL_LABEL = re.compile(rf"\W*(?:(?P<came>(?:members? |councillors? )?present)|(?P<other>(?:also (?:present|attending)|attending|in attendance|officers(?: present)?|apolog(?:y|ies))\b.{{0,24}}?))\s*(?:[:;–-]|(?=\s{TITLE}\b))", re.I)
DAY = Screened(rf"\b\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d\b|\b(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+{MONTH},?|{MONTH}\s+\d{{1,2}},)\s+(?:19|20)\d\d\b", ("19", "20"), flags=re.I)
_HELD = re.compile(r"\b(?:held|date)\s*(?::|\bon\b)", re.I)
_RESOLVED = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})?\.?\s+)?(?:RESOLVED|Resolved|AGREED|Agreed)\b\s*(?:[:(–—-]|that\b|That\b|to\b|unanimously\b|$)|.*\b(?:were|be)\s+(?:\w+ly\s+)?(?:approved|confirmed|agreed|signed|accepted)\b.{0,40}\bcorrect record\b")
_STARRED = re.compile(r"\W*(?:denotes\s+)?members?\s+(?:\w+\s+)?present\W*$", re.I)


def _day_told(lines: Sequence[Line]) -> bool:
    """ "REGULAR MEETING OF THE BOARD HELD THE SIXTH DAY OF JULY IN THE YEAR TWO THOUSAND AND SIX", over two lines."""
    text = " ".join(line.text for line in lines[:6])
    return "day of" in text.lower() and any(re.search(r"\b(?:held|meets?|met)\b", text[:start], re.I) for start, *_ in worded_days(text))


def rolled(lines: Sequence[Line], page: LaidPage, following: LaidPage | None, labelled: bool) -> bool:
    """A body and a day as titles over those present, and those who attended or sent apologies, each under a label of its own, or what was resolved: minutes that do not say so.

    ``labelled``: the page has labels as a report's header has; then only what was resolved tells.
    """
    if not any((day := DAY.search(line.text)) and (titled(line, page) or _HELD.search(line.text) or len(line.text) < len(day.group()) + 12) for line in lines[:6]) and not _day_told(lines):
        return False
    if not labelled and any(len(cells := [text.strip(" :") for text, _ in line.segments()]) > 1 and all(PRESENT.match(cell) for cell in cells) and cells[0].lower().endswith("present") for line in lines[:12]):
        return True  # columns headed "Present | Apologies | In attendance"
    labels = [m.lastgroup for line in lines[:24] for m in [_ROLL_LABEL.match(" ".join(text for text, _ in line.segments()[:2]))] if m]
    came = "came" in labels or any((line.text.strip(" :").lower() == "present" and (line.bold or line.text.isupper())) or _STARRED.match(line.text) for line in lines[:26])
    decided = any(ACTED.search(p.text) or any(_RESOLVED.match(line.text) for line in p.lines) for p in (page, following) if p is not None)
    return (came and ((not labelled and "other" in labels) or decided)) or (decided and labels.count("other") > 1)


_CALLED = re.compile(
    r"\bcall(?:ed|ing)\b[^;]{0,240}?\bto order\b|\b(?:convened|met) (?:in (?:an? )?(?:(?:regular|special|open|adjourned|emergency|public|joint|general) )*session|pursuant to adjournment)\b|\bpursuant to (?:due )?(?:call|notice)\b[^.;]{0,240}?\b(?:was (?:duly )?held|convened|met)\b|\b(?:held|conducted) (?:a|its|their|the) (?:\w+ ){0,3}meeting\b|"
    r"\bmet (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|for (?:the|its|an?) [^.;]{0,40}?\b(?:meeting|session)\b)|\bbe it remembered that\b|\ball (?:\w+ )?members (?:were )?present\b|"
    r"\bcall the meeting to order\b|\bopened the meeting\b|\bdeclared the meeting open\b", re.I)


ACTED = re.compile(r"\b(?i:motion (?:was )?(?:made )?by:?|moved by|moved:|second(?:ed)? by|supported by) +[A-Z]|\bmoved(?:,| and|, and) (?:[A-Z][\w.’'-]* ){1,4}second(?:s|ed)\b|^[A-Z][\w’'-]+/[A-Z][\w’'-]+\s[–—-]\sto [a-z]|\bprop(?:osed)?\b[^.;\n]{2,60}\bsec(?:ond(?:ed|s)?)?\b:? +(?:by +)?[A-Z]|\b[A-Z]\w+ proposes\b[^.;\n]{2,60}\band [A-Z][^.;\n]{2,30} seconds\b|\b(?i:made (?:a|the) motion|moved (?:to|that)|motioned|seconded the motion)\b|^(?i:motion to) [a-z]", re.M)


def acted(lines: Sequence[Line], page: LaidPage, following: LaidPage | None) -> bool:
    """The meeting was called to order, and something was moved: minutes told in the past, under a day as a title or "Date:" (an agenda's "Call to order" is none)."""
    if not any(DAY.search(line.text) for line in lines[:10]) and not DAY.search(" ".join(line.text for line in lines[:5])) and not _day_told(lines):
        return False
    if not _CALLED.search(" ".join(line.text for line in lines)):
        return False
    return moved(page, following)


_BEGAN = re.compile(
    r"\bcalled\s+[^;.]{0,200}?\bto\s+order\b|\b(?:convened|met)\s+(?:in|at|on)\s[^.;]{0,160}\d|\b(?:opened|declared)\s+the\s+[^.;]{0,60}?\b(?:meeting|session)\b(?:\s+open)?[^.;]{0,20}\bat\s+\d|\bbegun\s+and\s+hold?en\b|\bmeeting\s+(?:was\s+)?(?:opened|commenced|began)\s+at\s+\d|\bPRESENT:[^.:]{3,60}?\s(?:presiding|in\s+the\s+chair)\b", re.I)
"""How a meeting began, told in the past; an agenda calls it for a day to come."""
_TOLD_OF = re.compile(r"\b(?:attended|chaired)\s+the\s+meeting\b|\b(?:apologies\s+(?:for\s+absence\s+)?(?:were|had\s+been)|(?:were|was)\s+also\s+in\s+attendance|in\s+attendance\s+were)\b", re.I)
"""Who came to it, or sent apologies, told in the past: under a title that says minutes."""
_WHO_CAME = re.compile(r"\b(?:(?:were|was)\s+(?:also\s+)?(?:present|in\s+attendance)|present\s+(?:were|included)|in\s+attendance\s+(?:were|was)|answered)\b", re.I)


def began(lines: Sequence[Line]) -> bool:
    """A day over how the meeting began, told in the past, and who came: a label at the start of a cell, or a sentence."""
    text = " ".join(line.text for line in lines)
    return (any(DAY.search(line.text) for line in lines[:10]) or any(worded_days(text[:500]))) and _BEGAN.search(text) is not None and (
        _WHO_CAME.search(text) is not None or any(PRESENT.match(cell) for line in lines[:26] for cell, _ in line.segments()))


def moved(page: LaidPage, following: LaidPage | None) -> bool:
    """Something was moved, in the past, on these pages."""
    return any(ACTED.search(p.text) for p in (page, *([following] if following is not None else [])))


PRESENT_LINE = Screened(r"\W*(?:present|presennol|attendance|sederunt|in attendance|members? present|attendees)\b(?!\s+(?:is|are)\b)\W*(?:$|[A-Z(])|.*\bpresent\s+were\s*:\W*$", ("presen", "attend", "sederunt"), flags=re.I)
