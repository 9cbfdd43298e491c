"""Dates and times as councils print them.

>>> first_date("Minutes of the meeting held on Thursday, 13th March, 2025.")
datetime.date(2025, 3, 13)
>>> [(d.text, d.iso, d.precision) for d in find_dates("from Mai 2015 to 31 March 2016")]
[('Mai 2015', '2015-05', 'month'), ('31 March 2016', '2016-03-31', 'day')]
>>> [t.text for t in find_times("at 10.00 am in the Council Chamber")]
['10.00 am']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from papermine import regex as re
from papermine.language.datewords import worded_days

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. ``date`` is None unless a whole, possible day is printed.

    ``iso`` is as precise as the words: "2025-03-13", "2025-03", "2025", "--03-13" (no year is
    printed); None where there is no such day. ``weekday`` is the weekday's name as printed.
    """

    start: int
    end: int
    text: str
    date: date | None
    precision: Precision
    iso: str | None
    weekday: str | None = None


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day in a text."""

    start: int
    end: int
    text: str
    time: time


_MONTHS = {
    name: number
    for number, names in enumerate((
        "january jan ionawr", "february feb febr chwefror", "march mar mawrth fawrth", "april apr ebrill", "may mai fai",
        "june jun mehefin fehefin", "july jul gorffennaf orffennaf", "august aug awst", "september sept sep medi fedi",
        "october oct hydref", "november nov tachwedd dachwedd", "december dec rhagfyr ragfyr"), start=1)
    for name in names.split()
}
_STEMS = tuple(name for name in _MONTHS if not any(other in name for other in _MONTHS.keys() - {name}))
# most numbers are followed by another letter than a month begins with: looking at it first spares a try of each name
_MONTH = r"(?=[" + "".join(sorted({name[0] for name in _MONTHS})) + r"])(?P<month>(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?)"
_PRINTED = (r"(?P<month>(?:" + "|".join(sorted({form for name in _MONTHS for form in (name.title(), name.upper())}, key=len, reverse=True))
            + r")\b\.?)")
_WELSH_DAYS = r"(?:dydd|nos)\s+(?:llun|fawrth|mawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul)"
_WEEKDAYS = {name: number for number, names in enumerate(
    ("mon llun", "tue mawrth fawrth", "wed mercher fercher", "thu iau", "fri gwener wener", "sat sadwrn", "sun sul")) for name in names.split()}
_TAIL = re.compile(
    r"(?<!\w)(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thur?s?|fri|sat|sun|" + _WELSH_DAYS
    + r")\.?\s*,?\s*(?:[-–]\s+)?(?:(?:the|y)\s+)?$", re.I)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|af|il|ydd|fed|eg|ain|ed)(?![a-zA-Z])(?:\.(?=\s+[A-Z]))?)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d])(?!/\d)"
_GAP = r"\s*,?\s+"

_DAY_MONTH = re.compile(
    r"(?P<day>\d\d?)" + _ORDINAL + r"(?P<sep>[-/.]|,?\s*(?:day\s+)?(?:of\s+|o\s+)?)" + _MONTH
    + r"(?:(?:\s*,?\s*(?:of\s+)?|[-/])" + _YEAR + r"|[-/](?P<short>\d\d)(?!\w)|\s*,?\s*['’](?P<apostrophe>\d\d)(?!\w))?", re.I)
_INSIDE = re.compile(r"(?:[\d£$€.,/]|[A-Za-z][-–])$")
_BEFORE_DAYS = re.compile(r"(?<![\d£$€.,/])(?P<printed>(?P<day>\d{1,2})" + _ORDINAL 
                          + r")\s*(?:-|–|—|/|&|to|and|until|a|i)\s*(?:(?:the)\s+)?$", re.I)
_MONTH_DAY = re.compile(_PRINTED + r"\s+(?P<day>\d{1,2})" + r"(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w))?(?![\d:/%])(?!\.\d)"
                        r"(?:\s*,?\s+" + _YEAR + r")?")
_MONTH_YEAR = re.compile(_PRINTED + r"(?:\s*,?\s*(?:of\s+)?)" + _YEAR)
_SHORT_MONTH = re.compile(r"(?<![\w-])(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[-–](?P<year>[0-6]\d)(?![\w-])")
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(?P<year>[12][09]\d\d)(?P<sep>[-/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\w/-])")
_NUMERIC = re.compile(r"(?P<a>\d\d?)(?P<sep>\s?[/.-]\s?)(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)"
                      r"(?![\w/%])(?![.,-]\d)")
_JOINED = re.compile(r"[\w/.,£$€-]")
_IN_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?!\w)(?![/–,.-]\d)(?=\s*(?:[.,;:)\]]|$|(?:and|or|to|the|for|was|were|is|are|has|have|had|with|when|which|that|"
    r"at|a|an|it|we|but|until|as|by)\b))")
_YEAR_CUE = re.compile(r"\b(?:in|since|during|before|after|until|by|early|late|spring|summer|autumn|winter|year)\s+$", re.I)
_DOT_CUE = re.compile(r"(?:\b(?:on|dated?|of|held|from|to|until|by|due|since|day)|[(:–-])\s*$", re.I)


def _iso(year: int | None, month: int, day: int | None) -> tuple[date | None, str | None]:
    if day is None:
        return None, f"{year:04d}-{month:02d}"
    try:
        found = date(2000 if year is None else year, month, day)
    except ValueError:
        return None, None
    return (None, f"--{month:02d}-{day:02d}") if year is None else (found, found.isoformat())


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _month_number(word: str) -> int:
    return _MONTHS[word.rstrip(".").lower()]


def _named_months(text: str) -> Iterator[tuple[int, int, int | None, int, int | None]]:
    """(start, end, year, month, day) for each date with a month's name."""
    low = text.lower()
    if not any(stem in low for stem in _STEMS):
        return
    for m in _DAY_MONTH.finditer(text):
        word = m["month"]
        short = m["short"] or m["apostrophe"]
        year = int(m["year"]) if m["year"] else _full_year(short) if short else None
        if year is None and (word[0].islower() or word.lower() in ("mar", "sep", "mai", "fai", "fawrth", "dec", "jan", "jun", "feb")):
            continue
        if _INSIDE.search(text, max(0, m.start() - 2), m.start()):
            continue
        if not 1 <= int(m["day"]) <= 31 or (m["short"] and m["sep"].strip() != "-"):
            continue
        ordinal = m.end("day") < m.start("sep")
        if year is None and (("\n" in m["sep"] and not ordinal) or "," in m["sep"]):
            continue
        end = m.end() if year is not None else m.end("month") - word.endswith(".")
        yield m.start(), end, year, _month_number(word), int(m["day"])
        # "10 to 12 March 2025", "13th and 14th March"
        before = _BEFORE_DAYS.search(text, max(0, m.start() - 14), m.start()) if year is not None else None
        if before and 1 <= int(before["day"]) < int(m["day"]):
            yield before.start(), before.end("printed"), year, _month_number(word), int(before["day"])
    for m in _MONTH_DAY.finditer(text):
        if not text[m.start() - 1:m.start()].isalnum() and (
                m["year"] or (1 <= int(m["day"]) <= 31 and (len(m["month"]) > 4 or m["month"].lower() in ("june", "july", "may")))):
            yield m.start(), m.end(), int(m["year"]) if m["year"] else None, _month_number(m["month"]), int(m["day"])
    for m in _MONTH_YEAR.finditer(text):
        if not text[m.start() - 1:m.start()].isalnum():
            yield m.start(), m.end(), int(m["year"]), _month_number(m["month"]), None
    for m in _SHORT_MONTH.finditer(text):
        yield m.start(), m.end(), _full_year(m["year"]), _month_number(m["month"]), None


def _numeric(text: str, month_first: bool) -> Iterator[tuple[int, int, int | None, int, int | None]]:
    """The same for dates in digits: ISO, "13/03/2025", "21.4.15"."""
    for m in _ISO.finditer(text):
        if m.start() and _JOINED.match(text, m.start() - 1):
            continue
        yield m.start(), m.end(), int(m["year"]), int(m["month"]), int(m["day"])
    for m in _NUMERIC.finditer(text):
        a, b, sep = int(m["a"]), int(m["b"]), m["sep"].strip()
        if _JOINED.match(text, m.start() - 1) and m.start():
            continue
        if sep != "/" and len(m["year"]) == 2 and not _dotted_date(text, m):
            continue
        day, month = (b, a) if month_first else (a, b)
        if month > 12 and day <= 12:  # only the other order is possible
            day, month = month, day
        if month and day:
            yield m.start(), m.end(), _full_year(m["year"]), month, day


def _dotted_date(text: str, m: re.Match[str]) -> bool:
    """Is "21.4.15" a date? "1.2.15 The Panel …" is a paragraph number."""
    if int(m["b"]) > 12 or int(m["a"]) > 31 or not int(m["b"]) or not int(m["a"]):
        return False
    if m["a"][0] == "0" or m["b"][0] == "0" or _DOT_CUE.search(text, max(0, m.start() - 8), m.start()):
        return True
    line = text[text.rfind("\n", 0, m.start()) + 1:m.start()]
    return int(m["a"]) > 12 and (bool(line.strip()) or not re.match(r"[ \t]+[A-Z]", text[m.end():]))


def weekday_number(printed: str) -> int | None:
    """The weekday of a printed name, 0 for Monday; None where it is none.

    >>> [weekday_number(name) for name in ("Wednesday", "Thurs", "nos Fercher", "DYDD MAWRTH", "day")]
    [2, 3, 2, 1, None]
    """
    words = printed.lower().split() or [""]
    return _WEEKDAYS.get(words[-1]) if len(words) > 1 else _WEEKDAYS.get(words[0][:3])


def find_dates(text: str, *, month_first: bool = False) -> list[FoundDate]:
    """All dates of ``text`` in order. ``month_first``: 3/4/2025 is 4 March (United States).

    "13/03/2025" has one possible reading in either order, and gets it.

    >>> [d.iso for d in find_dates("22 January 2020, 13/03/2025, March 13, 2025, 2025-03-13, 21.4.15")]
    ['2020-01-22', '2025-03-13', '2025-03-13', '2025-03-13', '2015-04-21']
    >>> [d.iso for d in find_dates("31 February 2025; 13th March")]
    [None, '--03-13']
    >>> find_dates("3.2.15 The Panel may 24/00093, 2024/25, £13.03.20 and 1/2")
    []
    """
    found: list[FoundDate] = []
    digits = _DIGIT.search(text) is not None
    for start, end, year, month, day in (*(_named_months(text) if digits else ()), *(_numeric(text, month_first) if digits else ()), *(worded_days(text) if "day of" in text.lower() else ())):
        whole, iso = _iso(year, month, day) if month <= 12 else (None, None)
        weekday = None
        if day is not None and (tail := _TAIL.search(text, max(0, start - 24), start)):
            start, weekday = tail.start(), tail["weekday"]
        found.append(FoundDate(start, end, text[start:end], whole, "month" if day is None else "day", iso, weekday))
    for m in _IN_YEAR.finditer(text) if digits else ():
        if _YEAR_CUE.search(text, max(0, m.start() - 10), m.start()):
            found.append(FoundDate(m.start(), m.end(), m["year"], None, "year", m["year"]))
    return _apart(found)


def _apart(found: list[FoundDate]) -> list[FoundDate]:
    """In order, the longest first where two overlap; years printed count for more than length."""
    out: list[FoundDate] = []
    for one in sorted(found, key=lambda d: ((d.iso or "").startswith("--"), d.start - d.end)):
        if all(one.end <= other.start or one.start >= other.end for other in out):
            out.append(one)
    return sorted(out, key=lambda d: d.start)


def first_date(text: str, *, month_first: bool = False) -> date | None:
    """The first whole date of ``text``.

    >>> first_date("Tuesday 21st Sept. 2021 at 7pm"), first_date("March 2025")
    (datetime.date(2021, 9, 21), None)
    """
    return next((d.date for d in find_dates(text, month_first=month_first) if d.date), None)


def reads_month_first(text: str) -> bool:
    """Do the dates in digits that can be read only one way put the month first?

    >>> reads_month_first("filed 4/20/2016, postponed to 5/4/16"), reads_month_first("paid 1/12/2017")
    (True, False)
    """
    score = 0
    for m in _NUMERIC.finditer(text):
        if "/" in m["sep"] and not (m.start() and _JOINED.match(text, m.start() - 1)):
            a, b = int(m["a"]), int(m["b"])
            score += (a <= 12 < b <= 31) - (b <= 12 < a <= 31)
    return score > 0


_HALF = r"(?:o['’]clock,?\s*)?(?P<half>[ap]\.?\s?m(?![a-zA-Z])\.?|y\.?[bh](?![a-zA-Z])\.?|in\s+the\s+(?:morning|afternoon|evening)\b)"
_CLOCK12 = re.compile(r"(?<![\d.:£$€,/])(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>\d\d))?\s*" + _HALF, re.I)
_NOON = re.compile(r"(?<![\w.:])(?:12(?:[.:]00)?\s*)?(?P<word>noon|midday|mid-day|midnight)\b", re.I)
_CLOCK24 = re.compile(r"(?<![\d.:£$€,/\w])(?P<hour>\d{1,2})(?P<sep>[.:])(?P<minute>[0-5]\d)(?![\d%])(?::[0-5]\d)?"
                      r"(?![.:,/]\d)(?!\s?(?:%|m\b|k\b|bn\b|million|percent|per cent))")
_HOURS = re.compile(r"(?<![\d.:£$€,/\w])(?P<hour>[01]\d|2[0-4])[.:]?(?P<minute>[0-5]\d)"
                    r"\s?(?:hrs|hours|h)\b(?!\s+(?:per|of|a|each|were)\b)", re.I)
_TO_TIME = re.compile(r"\s*(?:-|–|—|to|until|and|till)\s*$", re.I)
_STRONG_CUE = re.compile(
    r"(?:\b(?:at|time|times|commenc\w+|start\w*|began|begins?|opened|opens|closed|closes|ended|ends|finish\w*|concluded|adjourned|"
    r"reconvened|resumed|am|gan)(?:\s+at)?(?:\s+(?:approximately|about|around))?\s*[:–-]?)\s*$", re.I)
_NOT_TIME = re.compile(
    r"(?:\b(?:paragraphs?|paras?|sections?|sects?|items?|minutes?|no|nos|policy|policies|ratio|scale|gradient|clauses?|rules?|parts?|appendix|table|"
    r"figure|fig|schedule|page|version|v|stood|score|chapter|regulation|article)\.?\s*|[#§])$", re.I)


def find_times(text: str, *, context: bool = False) -> list[FoundTime]:
    """All times of day. ``context``: the text is known to speak of times (an attendance note, "Time:").

    Without it, "19.45" and "9:30" count only after words such as "at" or "closed".

    >>> [t.time.isoformat("minutes") for t in find_times("10.00 am, 7:30 p.m., 7pm, 12 noon, 18:00 and at 19.45")]
    ['10:00', '19:30', '19:00', '12:00', '18:00', '19:45']
    >>> [t.time.isoformat("minutes") for t in find_times("6.00-8.00 pm")]
    ['18:00', '20:00']
    >>> [t.time.isoformat("minutes") for t in find_times("at 6.30 in the evening, 10 in the morning")]
    ['18:30', '10:00']
    >>> find_times("£10.00, paragraph 10.06, 3.50%, a scale of 1:50")
    []
    >>> [t.text for t in find_times("from 10.06", context=True)]
    ['10.06']
    """
    found: dict[int, FoundTime] = {}

    def add(start: int, end: int, hour: int, minute: int) -> None:
        if hour < 24 and minute < 60 and not any(start < t.end and t.start < end for t in found.values()):
            found[start] = FoundTime(start, end, text[start:end], time(hour, minute))

    for m in _NOON.finditer(text):
        add(m.start(), m.end(), 0 if m["word"].lower() == "midnight" else 12, 0)
    for m in _CLOCK12.finditer(text):
        hour, half = int(m["hour"]), m["half"].lower()
        afternoon = half[0] == "p" or half.endswith(("afternoon", "evening")) or half.replace(".", "").endswith("h")  # Welsh yb: in the morning; yh: in the evening
        if hour > 23 or (hour == 0 and m["minute"] is None):
            continue
        if hour <= 12:
            hour = hour % 12 + (12 if afternoon else 0)
        add(m.start(), m.end() - (text[m.end() - 1] == "." and half.count(".") < 2), hour, int(m["minute"] or 0))
    for m in _HOURS.finditer(text):
        sep = text[m.end("hour"):m.start("minute")]
        if sep or context or _STRONG_CUE.search(text, max(0, m.start() - 24), m.start()):
            add(m.start(), m.end(), int(m["hour"]) % 24, int(m["minute"]))
    for m in _CLOCK24.finditer(text):
        _clock24(text, m, context, found, add)
    return [found[start] for start in sorted(found)]


def _clock24(text: str, m: re.Match[str], context: bool, found: dict[int, FoundTime],
             add: Callable[[int, int, int, int], None]) -> None:
    """Judge "19.45" or "9:30" by the words round it, and take it where it is a time."""
    hour, minute, before = int(m["hour"]), int(m["minute"]), max(0, m.start() - 24)
    if hour > 24 or m["hour"] == "0" or _NOT_TIME.search(text, before, m.start()):
        return
    after = next((t for t in found.values() if m.end() <= t.start and _TO_TIME.fullmatch(text, m.end(), t.start)), None)
    prior = next((t for t in found.values() if t.end <= m.start() and _TO_TIME.fullmatch(text, t.end, m.start())), None)
    if after is not None:  # "6.00-8.00 pm": the half of the day is printed once
        if hour < 12 and hour + 12 <= after.time.hour:
            hour += 12
    elif not (context or prior or (m["sep"] == ":" and len(m["hour"]) == 2)
              or _STRONG_CUE.search(text, before, m.start())):
        return
    add(m.start(), m.end(), hour % 24, minute)
