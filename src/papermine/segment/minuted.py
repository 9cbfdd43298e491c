"""What minutes have on their first page: a title, those who came, what was moved."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import LaidPage, Line
from papermine.language.datewords import MONTH
from papermine.language.screened import Screened

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
    """Is a page that calls itself minutes the first of a set, not one that speaks of minutes: does it say who came?"""
    lines = page.lines + (following.lines[:25] if following is not None and len(page.lines) < 25 else [])
    return present(lines[:60]) or any(re.search(r"\bpresent\b\W*(?:were\W*)?:|\b(?:members?|councillors?) present\b|\bpresent:?\s*$|^\d{1,2}(?:\.\d{0,2})?[.)]?\s+(?:those )?(?:attending|attendees|attendance|in attendance|sederunt|present)\b", ln.text, re.I) for ln in lines[:60])


DAY = Screened(rf"\b\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d\b|\b(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+{MONTH},?|{MONTH}\s+\d{{1,2}},)\s+(?:19|20)\d\d\b", ("19", "20"), flags=re.I)
ACTED = re.compile(r"\b(?:(?i:motion (?:was )?(?:made )?by:?|moved by|moved:|second(?:ed)? by|supported by) +[A-Z]|moved(?:,| and|, and) (?:[A-Z][\w.’'-]* ){1,4}second(?:s|ed)\b|^[A-Z][\w’'-]+/[A-Z][\w’'-]+\s[–—-]\sto [a-z]|prop(?:osed)?\b[^.;\n]{2,60}\bsec(?:ond(?:ed|s)?)?\b:? +(?:by +)?[A-Z]|[A-Z]\w+ proposes\b[^.;\n]{2,60}\band [A-Z][^.;\n]{2,30} seconds\b|(?i:made (?:a|the) motion|moved (?:to|that)|motioned|seconded the motion)\b|^(?i:motion to) [a-z])", re.M)


def moved(page: LaidPage, following: LaidPage | None) -> bool:
    """Something was moved, in the past, on these pages."""
    return any(ACTED.search(p.text) for p in (page, *([following] if following is not None else [])))
