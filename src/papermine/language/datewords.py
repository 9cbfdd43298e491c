"""Days that are written out: "the sixth day of July in the year two thousand and six", "this eleventh day of April 2012"."""

from __future__ import annotations

from collections.abc import Iterator

from papermine import regex as re

_UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_CARDINALS = {word: n for n, word in enumerate(_UNITS) if word} | _TENS | {f"{ten}{join}{_UNITS[n]}": value + n for ten, value in _TENS.items() for n in range(1, 10) for join in ("-", " ")}
_FIRST = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_DAYS = {word: n for n, word in enumerate((*_FIRST, "tenth", "eleventh", "twelfth", *(f"{_UNITS[n]}th" for n in range(13, 20)), "twentieth")) if word} | {"thirtieth": 30} | {
    f"{ten}{join}{_FIRST[n]}": value + n for ten, value in (("twenty", 20), ("thirty", 30)) for n in range(1, 10) for join in ("-", " ") if value + n < 32}
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
MONTH = f"(?:{'|'.join(MONTHS)})"
"""Any month's whole name, for patterns that take no notice of case."""


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WORDED = re.compile(
    rf"\b(?:(?P<day>{_any(_DAYS)})|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))\s+day\s+of\s+(?P<month>{MONTH})\s*,?\s+(?:(?:in\s+)?the\s+year\s+(?:of\s+our\s+lord\s+)?)?"
    rf"(?:(?P<year>(?:19|20)\d\d)\b|(?P<century>two\s+thousand|nineteen(?:\s+hundred)?)(?:\s+(?:and\s+)?(?P<rest>{_any(_CARDINALS)}))?\b)", re.I)


def worded_days(text: str) -> Iterator[tuple[int, int, int, int, int]]:
    """(start, end, year, month, day) of each day whose number or year is written out; "the first day of the sale" is none.

    >>> list(worded_days("HELD THE SIXTH DAY OF JULY IN THE YEAR TWO THOUSAND AND SIX")), list(worded_days("this twenty-first day of April, 2012"))
    ([(9, 59, 2006, 7, 6)], [(5, 36, 2012, 4, 21)])
    >>> list(worded_days("on the first day of the sale")), list(worded_days("the second day of May was fine"))
    ([], [])
    """
    for m in _WORDED.finditer(text):
        day = _DAYS[" ".join(m["day"].lower().split())] if m["day"] else int(m["digits"])
        year = int(m["year"]) if m["year"] else (2000 if m["century"].lower().startswith("two") else 1900) + (_CARDINALS[m["rest"].lower()] if m["rest"] else 0)
        yield m.start(), m.end(), year, MONTHS.index(m["month"].lower()) + 1, day
