"""Running heads, running feet and stamped page labels, set aside from the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import pairwise
from typing import Protocol

from papermine import regex as re
from papermine.document import LaidPage, Line

EDGE = 0.12
"""Running lines stand within this share of the page's height from its upper or lower edge."""
DEPTH = 5
"""At most this many lines at each edge are looked at."""
LARGE = 20.0
"""A number set as large as this (points), and in twice the size of the text, is an item's at the head of its papers, not a page's."""

_STAMP = re.compile(
    r"^(?:p\s?a\s?g\s?e\s*(?:/\s*tudalen\s*)?|tudalen\s*(?:/\s*page\s*)?|[-–|]\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4}|\s*[-–|])?$", re.I)
_STAMP_IN = re.compile(r"\b(?:page|tudalen)\s+(?:/\s*(?:page|tudalen)\s+)?(\d{1,4})\b", re.I)


_ADDRESS = re.compile(r"(?:^|.*\s)(?:https?://|file:///)\S+(?:\s+(\d{1,4})\s*(?:/|of)\s*\d{1,4})?$")
_CLOCK = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d\d\b|.*\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d\d(?:\s?[AP]M)?$", re.I)


def _browser(lines: list[tuple[Line, bool]]) -> set[int]:
    """The head and foot that a browser prints round a web page: address and page number on one edge, day and time on the other, a title beside them.

    "14/05/2024, 10:32   Agenda for Council" over, "https://democracy.anytown.gov.uk/a.aspx?ID=3   1/3" under the text, or the other way round.
    """
    top = max((ln for ln, upper in lines if upper), key=lambda ln: -ln.top, default=None)
    last = max((ln for ln, upper in lines if not upper), key=lambda ln: ln.top, default=None)
    if top is None or last is None:
        return set()
    for one, other in ((top, last), (last, top)):
        if _ADDRESS.match(one.text) and _CLOCK.match(other.text):
            return {id(one), id(other)}
    return set()


def _number(text: str) -> tuple[int, bool] | None:
    """The page number that a running line carries, and whether it is nothing but a stamp."""
    text = text.strip()
    match = _STAMP.match(text)
    if match:
        return int(match[1]), True
    digits = re.sub(r"(?<=\d) (?=\d)", "", re.sub(r"P a g e", "Page", text))
    match = _STAMP.match(digits)
    if match:
        return int(match[1]), True
    match = _STAMP_IN.search(digits) or _ADDRESS.match(text)
    return (int(match[1]), False) if match and match[1] else None


def _large(line: Line, page: LaidPage) -> bool:
    return line.size >= LARGE and line.size > 2 * page.body_size > 0


def _key(text: str) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", text.lower()).replace(" ", "")


class _Edges:
    """The lines near the edges of a page, and the page numbers that they may carry: what it is short of the page's position → number."""

    def __init__(self, page: LaidPage) -> None:
        self.page = page
        self.lines = _edge_lines(page)
        self.numbers: dict[int, int] = {}
        for line, _ in self.lines + [(side, False) for side in page.foot]:
            number = None if _large(line, page) else _number(line.text)
            if number is not None:
                self.numbers[number[0] - page.number] = number[0]
        self.by_key: dict[str, list[Line]] = defaultdict(list)
        for line, _ in self.lines:
            self.by_key[_key(line.text)].append(line)


class Running:
    """The running lines of a file: `see` each page as it is laid, then `set_aside` them all.

    A line is running if the same words (digits aside) stand at the same height on a neighbouring page,
    or if it is a page number that counts on from page to page.
    """

    def __init__(self) -> None:
        self._offsets: Counter[int] = Counter()

    def see(self, page: LaidPage) -> None:
        """Count the numbers that this page may be stamped with."""
        self._offsets.update(_Edges(page).numbers.keys())

    def set_aside(self, pages: MutablePages) -> None:
        """Move the running lines of all pages from ``lines`` to ``head`` and ``foot``, and set ``label``. Five pages are looked at together."""
        best = self._offsets.most_common(1)[0][0] if self._offsets else None
        window: dict[int, _Edges] = {}
        for i in range(len(pages)):
            window.pop(i - 3, None)
            for k in range(max(window, default=-1) + 1, min(i + 3, len(pages))):
                window[k] = _Edges(pages[k])
            here = window[i]
            page, found = here.page, here.numbers
            if best in found and (self._offsets[best] > 1 or len(pages) == 1):
                page.label = str(found[best])
            running = _running_lines(window, i, best, len(pages))
            for line, upper in here.lines:
                if id(line) in running:
                    (page.head if upper else page.foot).append(line)
            if running:
                page.lines = [line for line in page.lines if id(line) not in running]
            if running or page.label is not None:
                pages[i] = page


class MutablePages(Protocol):
    """A list of pages, or `Pages`."""

    def __len__(self) -> int: ...
    def __getitem__(self, i: int, /) -> LaidPage: ...
    def __setitem__(self, i: int, page: LaidPage, /) -> None: ...


def set_aside_running(pages: list[LaidPage]) -> None:
    """`Running` for pages that are all at hand."""
    running = Running()
    for page in pages:
        running.see(page)
    running.set_aside(pages)


def _running_lines(window: Mapping[int, _Edges], i: int, best: int | None, count: int) -> set[int]:
    """The identities of page ``i``'s running lines; ``window`` holds its neighbours, two before and two after."""
    here = window[i]
    page = here.page
    running = _browser(here.lines)
    in_columns = any(below.top < above.top - 0.3 * page.height for above, below in pairwise(page.lines))
    for line, upper in here.lines:
        key = _key(line.text)
        near = [other.top for k in (i - 2, i - 1, i + 1, i + 2) if k in window
                for other in window[k].by_key.get(key, ()) if _counts_on(line.text, other.text, k - i)]
        number = None if _large(line, page) else _number(line.text)
        stamp = number is not None and number[1] and (
            number[0] - page.number == best or any(number[0] - page.number in window[k].numbers for k in (i - 1, i + 1) if k in window))
        if stamp or (any(abs(top - line.top) < 6 for top in near) and key.strip("#") and _can_run(line)
                     and not (in_columns and _ends_column(page, line, upper))) \
                or (count == 1 and number is not None and number[1] and not upper):
            running.add(id(line))
    if i - 1 in window and (title := _title_again(window[i - 1].page, page)) is not None:
        running.add(id(title))
    return running


_OF_MATTER = re.compile(
    r"(?<!page )(?<!folio )(?<!sheet )(?<!\bpg )(?<!\bpg\. )(?<!\bp )(?<!\bp\. )"
    r"\b(?:(?:item|question|motion|amendment|resolution|decision|appendix|annexe?|schedule|exhibit|attachment|"
    r"application|case|no|number)\b[.:#\s]*)+[a-z]{0,3}(?:\d+[-/.])*$", re.I)
"""Before a number that counts something else than pages: "Agenda Item 4", "RESOLUTION NUMBER: R2021-116"; not "Page No. 4"."""


def _title_again(before: LaidPage, page: LaidPage) -> Line | None:
    """The first line of a page that says again what the title on the page before says, and stands higher than text begins there.

    It is the head of a paper of two pages, which has it once.
    """
    if len(before.lines) < 6 or len(page.lines) < 2:
        return None
    first, second, *_ = sorted(page.lines, key=lambda ln: ln.top)
    begins = min(line.top for line in before.lines)
    if not _can_run(first) or first.bottom > min(begins, EDGE * page.height) or second.top - first.bottom < 0.8 * first.size \
            or second.size > first.size + 3:
        return None
    said = {word.strip(".,:;–-").lower() for line in before.lines[:10] for word in line.text.split()}
    words = [w for w in (word.strip(".,:;–-|").lower() for word in first.text.split()) if w]
    return first if len(words) > 1 and all(w in said or (k > 1 and (w.isdigit() or w == "page")) for k, w in enumerate(words)) else None


def _counts_on(here: str, there: str, pages: int) -> bool:
    """Are the numbers of two running lines the same, or do they count with the pages, and nothing else than pages?

    >>> _counts_on("Minutes - 14 May 2024 - Page 2", "Minutes - 14 May 2024 - Page 3", 1), _counts_on("For (41)", "For (20)", 1)
    (True, False)
    >>> _counts_on("RESOLUTION NO. 2021-116", "RESOLUTION NO. 2021-117", 1), _counts_on("Agenda Item 4", "Agenda Item 4", 1)
    (False, True)
    >>> _counts_on("Page No. 4", "Page No. 5", 1), _counts_on("Pg. No. 4", "Pg. No. 5", 1)
    (True, True)
    """
    a, b = (list(re.finditer(r"\d{1,9}", text)) for text in (here, there))
    return len(a) == len(b) and all(
        int(y.group()) == int(x.group()) or (int(y.group()) - int(x.group()) == pages and _OF_MATTER.search(here, 0, x.start()) is None)
        for x, y in zip(a, b, strict=True))


_RECURS = re.compile(r"\([a-z\d]{1,3}\)\s|\(?(?:Moved|Seconded|Proposed|RESOLVED|Resolved|Carried|CARRIED|Apologies|PRESENT)\b"
                     r"|(?:For|Against|Abst\w+|Ayes?|Noes|Nays?|FOR|AGAINST|ABST\w+|AYES?|NOES|NAYS?)\s*[(:]"
                     r"|\d{1,2}\.?\d?\.?\s+(?i:purpose|introduction|background|(?:executive\s+)?summary|recommendations?)\b[\w ]{0,30}$")


def _can_run(line: Line) -> bool:
    """Tables of numbers, forms whose questions recur ("(e) Exempt information?"), motions with one mover, votes ("Abstain (1)"), sections of reports
    ("1. PURPOSE") repeat too."""
    return line.table is None and not _RECURS.match(line.text)


def _ends_column(page: LaidPage, line: Line, upper: bool) -> bool:
    """Does the first or last line of a column ("Finance.") stand as close to the next line as lines of a paragraph do?"""
    for other in page.lines:
        gap = other.top - line.bottom if upper else line.top - other.bottom
        if other is not line and -0.5 * line.size < gap < 0.6 * line.size and abs(other.size - line.size) < 0.08 * line.size \
                and min(other.x1, line.x1) - max(other.x0, line.x0) > 0.5 * (line.x1 - line.x0):
            return True
    return False


def _edge_lines(page: LaidPage) -> list[tuple[Line, bool]]:
    """The lines near the edges, as (line, is at the upper edge). The margins of a page laid on its side are no narrower: stamps stand farther in."""
    upper = sorted((ln for ln in page.lines if ln.bottom < EDGE * page.height), key=lambda ln: ln.top)[:DEPTH]
    lower = sorted((ln for ln in page.lines if ln.top > (1 - EDGE) * page.height), key=lambda ln: -ln.top)[:DEPTH]
    if page.width > page.height and not lower:
        last = max(page.lines, key=lambda ln: ln.top, default=None)
        if last is not None and last.table is None and last.top > page.height - EDGE * page.width and _STAMP.match(last.text):
            lower = [last]
    return [(ln, True) for ln in upper] + [(ln, False) for ln in lower if ln not in upper]
