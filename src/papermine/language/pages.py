"""Page ranges as agendas print them: "(Pages 3 - 8)".

>>> page_range("3. Minutes of the meeting held on 9 January 2025 (Pages 3 - 8)")
PageRange(start=49, end=62, first='3', last='8')
>>> page_range("Budget monitoring (Page 12)").last, page_range("Cofnodion (Tudalennau 5 - 10)").first
('12', '5')
>>> page_range("6. Home Adaptations (Pages 19 - Key decision 21)").last  # a column of ranges, wrapped beside the title
'21'
>>> page_range("Review of Noise Policy - Report by Director (copy attached, pages 5 - 9).").last
'9'
>>> page_range("Page 9").first  # alone on its line
'9'
>>> page_range("Tenders received - Page 5").first, page_range("ANNEX B pp 38-42").last, page_range("Budget (p. 7)").first
('5', '42', '7')
>>> page_range("Regarding the letter pg 3").first
'3'
>>> [page_range(t) for t in ("see page 4 of the report", "a 3 - 8 week wait", "2024 - 25")]
[None, None, None]
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from papermine import regex as re
from papermine.language.screened import Screened


class PageRange(NamedTuple):
    """A page range in a text: where it stands, and its first and last page labels."""

    start: int
    end: int
    first: str
    last: str


_DIGIT = re.compile(r"\d")
_DASH = r"\s*(?:-|–|—|to|hyd at|i)\s*"
_LABEL = r"[A-Z]{0,2}\d{1,4}[a-z]?"
_BRACKETED = re.compile(
    r"[(\[]\s*(?:(?:(?:copy|copies|report)\s+)?(?:attached|enclosed|herewith)\s*[,;:–-]?\s*)?(?:packet\s+)?(?:pages?|pps?\.?|pgs?\.?|p\.|tudalennau|tudalen)\s*(?:nos?\.?\s*)?:?\s*"
    rf"(?P<first>{_LABEL})(?:{_DASH}(?:[^()\[\]\d]{{1,90}}\s)?(?P<last>{_LABEL}))?\s*[)\]]", re.I)
_WORDED = Screened(rf"(?:^|\s)(?:pages|pps?\.?|pgs?\.?)\s*(?P<first>{_LABEL}){_DASH}(?P<last>{_LABEL})(?:\s+(?:attached|enclosed))?\s*$", ("page", "pp", "pg"), flags=re.I)
_DASHED = re.compile(rf"(?:\s[-–—]\s*(?:pages?|pgs?\.?|pp?\.?)\s*|(?:^|\s)(?:pp\.?\s*|(?-i:[Pp]gs?)\.?\s+(?!(?:19|20)\d\d\b)))(?P<first>\d{{1,4}})(?:{_DASH}(?P<last>\d{{1,4}}))?\s*$", re.I)
_LONE = re.compile(rf"\s*page\s+(?P<first>{_LABEL})(?P<last>)\s*", re.I)
_BARE = re.compile(r"(?:^|\s)(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?\s*$")


def page_range(text: str, *, bare: bool = False) -> PageRange | None:
    """The last page range of ``text``. ``bare``: the page column of an agenda, "5 - 10" or "5" alone."""
    if not _DIGIT.search(text):
        return None
    found = next(reversed(list(_BRACKETED.finditer(text))), None) or _WORDED.search(text) or (_DASHED.search(text) if text.rstrip()[-1:].isdigit() else None) or _LONE.fullmatch(text) or (_BARE.search(text) if bare else None)
    if found is None:
        return None
    first, last = found["first"], found["last"] or found["first"]
    if first.isdigit() and last.isdigit() and int(last) < int(first):
        return None
    return PageRange(found.start() + (len(found.group()) - len(found.group().lstrip())), found.end(), first, last)


def page_column(cells: Sequence[tuple[str, float, float]]) -> bool:
    """Do the last words of an agenda's lines, each given with its left and right edge, make a column of page numbers?

    Three at least, all set to their right edge or all to their left, that never count back; or two, a range at least one of them, one from the page after the other.

    >>> page_column([("3", 514.0, 520.0), ("3", 514.2, 520.2), ("11", 508.0, 519.9), ("Nil", 505.0, 520.0)])
    True
    >>> page_column([("2 - 3", 430.0, 452.0), ("4 - 11", 430.0, 458.0), ("12", 430.0, 442.0)])
    True
    >>> page_column([("4 - 5", 430.0, 452.0), ("6 - 7", 430.0, 452.0)]), page_column([("2019 - 20", 430.0, 470.0), ("2020 - 21", 430.0, 470.0)])
    (True, False)
    >>> page_column([("2", 430.0, 435.0), ("3 - 4", 430.0, 452.0)]), page_column([("2", 430.0, 435.0), ("3", 430.0, 435.0)])
    (True, False)
    >>> page_column([("9", 514.0, 520.0), ("3", 514.0, 520.0), ("11", 508.0, 520.0)]), page_column([("3", 90.0, 96.0), ("4", 130.0, 136.0), ("5", 200.0, 206.0)])
    (False, False)
    """
    found = [(m, x0, x1) for text, x0, x1 in cells if (m := re.fullmatch(r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?", text.strip()))]
    numbers = [(int(m[1]), x0, x1) for m, x0, x1 in found]
    tiled = len(found) == 2 and any(m[2] for m, _, _ in found) and all(int(m[1]) <= int(m[2] or m[1]) for m, _, _ in found) and int(found[1][0][1]) == int(found[0][0][2] or found[0][0][1]) + 1
    if (len(numbers) < 3 and not tiled) or numbers[0][0] >= numbers[-1][0] or any(a[0] > b[0] for a, b in itertools.pairwise(numbers)):
        return False
    return any(all(abs(a[edge] - b[edge]) < 4 for a, b in itertools.pairwise(numbers)) for edge in (1, 2))


_NUMBERED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,4})[.):]+(?:\s|$)")


def left_column(lines: Sequence[tuple[str, float, str]]) -> set[int]:
    """Which lines of an agenda begin with a page, or pages, set in a column to the left of the items' numbers.

    Each line is given by its first words, their left edge, and the words behind the white space after them. The column is headed "Page", and never counts back.

    >>> sorted(left_column([("Page", 72.0, ""), ("1.", 132.0, "Call to order"), ("7 - 30", 72.0, "5.1. Minutes"), ("31", 72.0, "7.1. Interim Levy")]))
    [2, 3]
    >>> left_column([("Page", 500.0, ""), ("1.", 72.0, "Call to order"), ("2.", 72.0, "Minutes")]), left_column([("Page", 72.0, ""), ("2", 72.0, "Minutes"), ("3", 72.0, "Levy")])
    (set(), set())
    """
    head = next((k for k, (text, _, _) in enumerate(lines) if re.fullmatch(r"\W*pages?(?:\s*(?:no|nos|number)\b)?\W*", text, re.I)), None)
    if head is None:
        return set()
    out: set[int] = set()
    last = 0
    for k in range(head + 1, len(lines)):
        text, x0, rest = lines[k]
        m = re.fullmatch(r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?", text.strip())
        if m and abs(x0 - lines[head][1]) < 25 and _NUMBERED.match(rest) and int(m[1]) >= last:
            out.add(k)
            last = int(m[1])
    return out
