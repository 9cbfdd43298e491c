"""What a column holds: its type, unit and scale, and the number that each cell prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from papermine import regex as re
from papermine.language.dates import find_dates
from papermine.language.money import parse_number
from papermine.tables.text import is_mark

MOSTLY = 0.75
"""A column has a type if this share of its cells that are not blank prints it."""

_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|(?:19|20)\d\d))?\W?$")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    r"^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})|\d{4}-\d\d-\d\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}(?:[\s,-]+(?:\d{{4}}|\d\d))?|{_MONTH}[\s-]+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:\d{{4}}|\d\d))$", re.I)
_TICK = re.compile(r"^(?:[✓✔☑✗✘☒●•xX√]|\uf0fc|\uf0fb|Y|N|Yes|No)$")
_CURRENCY = re.compile(r"[£$€]")
UNIT = re.compile(r"(?:all\s+(?:figures|amounts|values|sums)\s+(?:are\s+)?in\s+|figures\s+in\s+|in\s+)?[£$€]\s?['’‘]?\s?(?:000['’]?s?|k|m(?:illions?)?|bn|billions?|thousands?)\b"
                  r"|[£$€]\s?['’‘]000|\bin\s+thousands\b|\bin\s+millions\b|\(\s?[£$€%]\s?\)", re.I)
_SCALES = ((re.compile(r"000|thousand|\bk\b|[£$€]k", re.I), 1000), (re.compile(r"million|[£$€]\s?m|\bmillions\b", re.I), 1_000_000),
           (re.compile(r"billion|bn", re.I), 1_000_000_000))


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a column, its unit as printed, and what its figures count in."""

    type: str
    unit: str | None = None
    scale: int = 1


def unit_of(text: str) -> str | None:
    """The unit statement in a title or header as printed ("£000", "All figures in £m").

    >>> unit_of("Table 2: Outturn (£'000)"), unit_of("All figures in £m"), unit_of("Revenue"), unit_of("a grant of £3.2m")
    ("£'000", 'All figures in £m', None, None)
    """
    match = UNIT.search(text)
    return match.group().strip("() ") if match else None


def scale_of(unit: str | None) -> int:
    """How many a figure of this unit counts for.

    >>> scale_of("£000"), scale_of("£m"), scale_of("£"), scale_of(None), scale_of("$ bn")
    (1000, 1000000, 1, 1, 1000000000)
    """
    for pattern, scale in _SCALES:
        if unit and pattern.search(unit):
            return scale
    return 1


def kind_of(texts: Sequence[str], name: str, table_unit: str | None) -> Kind:
    """What a column holds, from its cells below the header, its name and the table's unit statement.

    >>> kind_of(["1,200", "(35)", "n/a"], "2024/25 £000", None)
    Kind(type='money', unit='£000', scale=1000)
    >>> kind_of(["12%", "8.5%"], "Share", None).type, kind_of(["2023/24", "2024/25"], "Year", None).type
    ('percent', 'year')
    >>> kind_of(["31.03.2025", "1 April 2025"], "Due", None).type, kind_of(["Hall", "Library"], "Site", "£000").type
    ('date', 'text')
    """
    said = [t for t in texts if t and not is_mark(t)]
    ticks = [t for t in texts if t]
    if ticks and all(_TICK.match(t) for t in ticks):
        return Kind("tick")
    if not said:
        return Kind("text")

    def most(count: int) -> bool:
        return count >= MOSTLY * len(said)

    if most(sum(bool(_YEAR.match(t)) for t in said)):
        return Kind("year")
    if most(sum(bool(_DATE.match(t)) for t in said)):
        return Kind("date")
    if not most(sum(number(t) is not None for t in said)):
        return Kind("text")
    own = unit_of(name)
    if most(sum("%" in t for t in said)) or ("%" in name and not any(_CURRENCY.search(t) for t in said)):
        return Kind("percent", "%")
    printed = next((m.group() for t in said if (m := _CURRENCY.search(t))), None)
    if printed or (own and _CURRENCY.search(own)):
        return Kind("money", own or printed, scale_of(own))
    if _CURRENCY.search(name):
        sign = _CURRENCY.search(name)
        return Kind("money", sign.group() if sign else None)
    if table_unit and _CURRENCY.search(table_unit) and not re.search(r"\b(?:no\.?|number|count|fte|days?|units?|ref|age|rank)\b", name, re.I):
        return Kind("money", table_unit, scale_of(table_unit))
    return Kind("number", own, scale_of(own))


def day_of(text: str, month_first: bool = False) -> dt.date | None:
    """The day that a cell prints, whole and alone; ``month_first`` reads 3/4/2025 as in the United States.

    >>> str(day_of("31.03.2025")), str(day_of("3/4/2025", True)), day_of("March 2025"), day_of("by 1 May 2025")
    ('2025-03-31', '2025-03-04', None, None)
    """
    text = text.strip()
    if not _DATE.match(text):
        return None
    found = find_dates(text, month_first=month_first)
    return found[0].date if len(found) == 1 and found[0].text == text else None


def number(text: str) -> Decimal | None:
    """The number that a cell prints; None for text, years as ranges, dates and marks for none."""
    return None if _DATE.match(text) else parse_number(text)
