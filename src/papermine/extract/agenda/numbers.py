"""The numbers of agenda items: "3.", "G1.", "1.A", "24/057", "IV.", "(b)"; and which counts on from which.

>>> [item_number(t) for t in ("3. Minutes (Pages 3 - 8)", "G1. Adopt Resolution No. 6613", "1.A 21-0177 Approve", "6 Questions", "22 January 2020", "4, Appointment of a clerk")]
[('3', ('3',), 3), ('G1', ('G', '1'), 4), ('1.A', ('1', 'A'), 4), ('6', ('6',), 2), None, ('4', ('4',), 3)]
"""

from __future__ import annotations

from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import Line
from papermine.language.dates import find_dates
from papermine.language.numbering import roman_value

_NUMBER = re.compile(
    r"^\W{0,2}(?P<word>(?:agenda\s+)?item\s*(?:no\.?\s*)?\(?)?(?P<number>(?P<r>(?:[A-Z]{1,4}[./ -]?)?\d{1,4}/\d{1,4}(?:/\d{1,3})?|\d{1,4}/(?-i:[A-Z]{1,3})(?=[.):]?\s)|[A-Z]{1,4}[./-]?\d{2,4}-\d{1,3})|(?P<a>\d{1,3})(?:\.(?P<b>\d{1,2}|[IVX]{2,4}(?=[.)\s])|[A-Z])(?:\.(?P<c>\d{1,2}))?|-(?P<h>\d{1,2})(?=\.\s)|(?P<s>[a-h](?=[.):\s])|\s?\((?:[a-h]|[ivx]{1,4})\)))?|(?P<l>[A-Z])[-.]?(?P<m>\d{1,2})(?:\.(?P<n>\d{1,2}))?|(?P<k>[A-Z])(?=[.)](?!\.)|\s+\d{2,4}-\d{2,5}\s)|"
    r"(?P<x>[IVX]{2,5})(?:\.(?P<y>\d{1,2}))?(?=[.)]))(?P<dot>[.):]|(?<=\d),(?=\s(?-i:[A-Z])(?!(?:[\w.’'-]+\s){1,3}?(?:street|road|lane|avenue|close|drive|way|terrace|crescent|place|square|court|hill|gardens|park|row|green)\b)))*(?:\s+|(?<=[.)])(?=[A-Z])|$)(?:[-–—]\s+)?", re.I)
_CASED = re.compile(r"[A-Z0-9\"“‘'(\[£$*À-Ý]")
FILE_NUMBER = re.compile(r"^(?:\d{2}-\d{3,5}|(?!(?:19|20)\d\d-\d\d\s)\d{4}-\d{2,5}|[A-Z]{1,3}\d{2,4}-\d{2,5}|[A-Z]{2,5}\s\d{2}-\d{2,4})\s+(?=[A-Z])")
"""The clerk's file number between an item's number and its title: "21-0177"."""


@dataclass(slots=True)
class Heading:
    """A numbered (or plain) heading of an agenda: its lines, its number, and where its title starts."""

    line: Line
    number: str | None
    path: tuple[str, ...]
    start: int
    title: list[Line] = field(default_factory=list)
    under: list[Line] = field(default_factory=list)
    section: str | None = None


def item_number(text: str) -> tuple[str, tuple[str, ...], int] | None:
    """The item number at the start of a line: as printed, its parts, and where the words after it start."""
    m = _NUMBER.match(text)
    if not m or (m.end() < len(text) and not _CASED.match(text[m.end()])):
        return None
    number, rest = m["number"], text[m.end():]
    dates = find_dates(text[:40])
    if not m["dot"] and dates and dates[0].start <= m.start("number") < dates[0].end and m["a"]:
        return None
    if (m["k"] or m["l"] or m["x"]) and not (m["k"] or m["l"] or m["x"] or "").isupper():
        return None
    if (m["k"] and re.match(r"[A-Z]\.", rest)) or (m["a"] and not m["dot"] and not m["b"] and int(m["a"]) > 150):
        return None
    if m["r"] and re.match(r"\d{1,2}/\d{1,2}/(?:\d\d|\d{4})$|(?:19|20)\d\d/(?:19|20)?\d\d$", number):
        return None  # a date, or a financial year
    if re.match(r"\d{3}\)\s*\d{3}-\d{4}\b", text.lstrip("( ")):
        return None  # a telephone number
    if m["a"] and m["b"] and re.match(r"\s*(?:[ap]\.?m\b|hrs|hours)", rest, re.I):
        return None
    parts = tuple(p for p in ((m["a"], "" if m["b"] in ("0", "00") and not m["c"] else m["b"] or m["h"] or (m["s"] or "").strip(" ()"), m["c"]) if m["a"] else (m["l"], m["m"], m["n"]) if m["l"] else (m["r"] or m["k"] or m["x"], m["y"])) if p)
    return number, parts, m.end()


def number_end(h: Heading) -> float:
    """Where the number's right edge stands on the page."""
    return h.line.words[0].x1


def _value(part: str) -> int | None:
    if part.isdigit():
        return int(part)
    if len(part) == 1 and part.isalpha():
        return ord(part.upper()) - 64
    return None


def after(before: str, here: str) -> bool:
    """Does ``here`` count on from ``before``?

    >>> after("1", "2"), after("A", "B"), after("I", "II"), after("24/097", "24/098"), after("FC101/24", "FC102/24"), after("24/097", "24/099")
    (True, True, True, True, True, False)
    """
    if "/" in before or "/" in here or "-" in before:
        return _distance(before, here) == 1
    a, b = _value(before), _value(here)
    if a is not None and b is not None and b == a + 1 and before.isdigit() == here.isdigit() and before.isupper() == here.isupper():
        return True
    x, y = roman_value(before), roman_value(here)
    return x is not None and y is not None and y == x + 1 and before.isupper() == here.isupper()


def _distance(before: str, here: str) -> int | None:
    """How far a filed number counts on from another that differs in one of its parts only."""
    if re.sub(r"\d+", "#", before) != re.sub(r"\d+", "#", here):
        return None
    steps = [int(b) - int(a) for a, b in zip(re.findall(r"\d+", before), re.findall(r"\d+", here), strict=True) if a != b]
    return steps[0] if len(steps) == 1 else None


def skips(before: str, here: str, most: int = 3) -> bool:
    """Does ``here`` count on from ``before``, at ``most`` so many numbers further?"""
    if "/" in before:
        return (_distance(before, here) or 9) <= 3
    a, b = _value(before), _value(here)
    return a is not None and b is not None and a < b <= a + most and before.isdigit() and here.isdigit()


_SUB = re.compile(r"^(?P<open>\(?)(?P<number>\d{1,2}|[a-z]|[A-Z]|[ivx]{2,5})(?P<close>[.):]{1,2})\s+(?=[A-Z0-9\"“‘'(\[£$*À-Ý])")


def sub_number(text: str) -> tuple[str, int] | None:
    """The number or letter of an item below a lettered or numbered heading, and where its words start.

    >>> sub_number("(a) Mayor's announcements"), sub_number("2. Approve the minutes"), sub_number("a Report")
    (('a', 4), ('2', 3), None)
    """
    m = _SUB.match(text)
    return (m["number"], m.end()) if m and (m["close"][0] == ")" or not m["open"]) else None
