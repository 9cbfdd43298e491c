"""List markers at the start of a line, and whether one goes on from another.

>>> marker("(a) the report be noted")
Marker(kind='letter', printed='(a)', number='a', style='()', depth=1, rest='the report be noted')
>>> continues(marker("1.9 Costs"), marker("1.10 Risks")), continues(marker("(h) a"), marker("(i) b"))
(True, True)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from papermine import regex as re
from papermine.language.datewords import MONTH
from papermine.language.person import is_word

Kind = Literal["number", "decimal", "letter", "roman", "reference", "bullet"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker: what kind, as printed, its bare number, its style, its parts, and the words after it.

    ``style``: the signs round the number ("()", ")", ".", ""), which a list keeps from item to item.
    ``depth``: parts of a compound number ("2.3.1": 3). ``kind`` of "(i)" is ``roman``; it goes on
    from "(h)" as a letter, as `continues` knows. ``reference``: "24/103".
    """

    kind: Kind
    printed: str
    number: str
    style: str
    depth: int
    rest: str


_BULLET = re.compile(r"(?P<printed>[•▪●◦○■□➢➤✓✔❖\uf0b7\uf0a7\uf0d8‣∙·*]|[-–—](?=\s)|o(?=\s+[A-Z]))\s*")
_REFERENCE = re.compile(r"(?P<number>\d{1,4}/\d{1,4}(?:/\d{1,4})?)(?P<dot>[.:)]?)(?=\s|$)\s*")
_DECIMAL = re.compile(r"(?P<open>\()?(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})(?P<close>\))?(?P<dot>\.?)(?=\s|$|[A-Z])\s*")
_MIXED = re.compile(r"(?P<number>\d{1,3}(?:\s?\.?\s?\([a-z]{1,4}\)|\.?[a-z](?![a-z])))(?P<dot>[.)]?)(?=\s|$)\s*")
_NUMBER = re.compile(r"(?:(?P<open>\()(?P<a>\d{1,3})\)|(?P<b>\d{1,4})(?P<dot>[.):])(?!\d)|(?P<c>\d{1,4})(?=\s+[A-Z\"“‘'(]|\t|$))\s*")
_LETTER = re.compile(r"(?!\[[xX]\])(?:(?P<open>[(\[])(?P<a>[A-Za-z]{1,2}|[ivxlIVXL]{1,6})[)\]]|(?P<b>[A-Za-z]|[a-z]{2}|[ivxlIVXL]{1,6})(?P<dot>[.)])|(?P<c>[A-Z]):(?=\s+[A-Z]))"
                     r"(?=\s|$|[A-Z\"“])\s*")
"""… also "A: Welcomes …", in capitals."""
_ROMAN = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_UNIT = re.compile(
    rf"(?:{MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|am|pm|a\.m|p\.m|noon|hours|hrs|"
    r"million|billion|per\s?cent|%|st|nd|rd|th)\b", re.I)
_VOTES = re.compile(r"(?:For|FOR|Against|AGAINST|In [Ff]avou?r|IN FAVOU?R|Abst\w+|ABST\w+)\s*(?:[,;–-]|$|\d)|(?:[Vv]otes?|VOTES?)\s+(?:[Ff]or|FOR|[Aa]gainst|AGAINST)\b")
"""A count, no marker: "6 For, 0 Against"."""
_MEASURED = re.compile(
    r"(?:million|billion|m|k|bn|per|times|fte|miles?|km|metres?|meters?|hectares?|acres?|percentage|points?|tonnes?|years?|hours|days|"
    r"and|or|of|is|was|are|were|above|below|feet|ft|foot|inches)\b|[%£$€]|[-–]\s?\d|x\s?\d|\(?\d[\d,]*\.\d")
_INITIALS = re.compile(r"[A-Z]\.\s?(?:[A-Z]\.\s?)*(?P<surname>[A-Z][\w'’]+)(?=[\s,.;]|$)")


_YEAR = re.compile(r"(?:19|20)\d\d\.?")


@lru_cache(4096)
def marker(text: str) -> Marker | None:
    """The list marker that ``text`` starts with, or None.

    >>> [(m.kind, m.number, m.style) for t in ("1. A", "1) A", "(1) A", "2.3.1 A", "a) A", "(i) A", "A. The", "• A", "292. A", "24/103 A")
    ...  if (m := marker(t))]
    [('number', '1', '.'), ('number', '1', ')'), ('number', '1', '()'), ('decimal', '2.3.1', ''), ('letter', 'a', ')'), \
('roman', 'i', '()'), ('letter', 'A', '.'), ('bullet', '•', ''), ('number', '292', '.'), ('reference', '24/103', '')]
    >>> [(m.number, m.depth) for t in ("8.a Costs", "5 (a) Costs", "12.1. Costs", "7 Declarations") if (m := marker(t))]
    [('8.a', 2), ('5(a)', 2), ('12.1', 2), ('7', 1)]
    >>> [t for t in ("2020 was a good year", "1 April 2020", "10.00 am", "3,500 people", "10% of", "£5", "J. Smith") if marker(t)]
    []
    """
    lead = len(text) - len(text.lstrip())
    text = text[lead:].rstrip()
    if not text:
        return None
    if m := _BULLET.match(text):
        return Marker("bullet", m["printed"], m["printed"], "", 1, text[m.end():])
    for read in (_reference, _decimal, _number, _letter):
        if found := read(text):
            if found.rest[:1] in (",", ";") or (not found.rest and _YEAR.fullmatch(text)):
                return None  # "on 31st May ⏎ (1), 31st May (2) and 14th June"; "with effect from 6 April ⏎ 1998."
            return None if found.rest and _UNIT.match(found.rest) and not _closed(found, text) else found
    return None


def _closed(found: Marker, text: str) -> bool:
    """Do signs prove the marker, whatever follows? "(5) million", "12. March for peace"."""
    return found.style in ("()", ")") or (found.style == "." and text[len(found.printed):len(found.printed) + 1].isspace())


def _reference(text: str) -> Marker | None:
    m = _REFERENCE.match(text)
    if not m or re.match(r"(?:19|20)\d\d/\d\d$|\d{1,2}/\d{1,2}/\d{2,4}$", m["number"]) or re.match(r"[a-z]", text[m.end():]):
        return None
    return Marker("reference", m.group().strip(), m["number"], m["dot"], m["number"].count("/") + 1, text[m.end():])


def _decimal(text: str) -> Marker | None:
    if m := _MIXED.match(text):
        number = re.sub(r"\s|\.(?=\()", "", m["number"])
        return Marker("decimal", m.group().strip(), number, m["dot"], 2, text[m.end():])
    m = _DECIMAL.match(text)
    if not m or bool(m["open"]) != bool(m["close"]):
        return None
    number, rest = m["number"], text[m.end():]
    if not m["dot"] and not m["open"] and (_MEASURED.match(rest) or re.fullmatch(r"[\d.,%()£\s-]+", rest or "x")):
        return None  # "2.5 million", "10.00 - 12.00", a row of figures
    if re.fullmatch(r"\d{1,2}\.\d\d\s*(?:am|pm|noon|a\.m\.|p\.m\.).*", text, re.I):
        return None
    style = "()" if m["open"] else m["dot"]
    return Marker("decimal", m.group().strip(), number, style, number.count(".") + 1, rest)


def _number(text: str) -> Marker | None:
    m = _NUMBER.match(text)
    if not m:
        return None
    number, rest = m["a"] or m["b"] or m["c"], text[m.end():]
    style = "()" if m["open"] else m["dot"] or ""
    if style == "" and (len(number) > 3 or (number[0] == "0" and len(number) > 1) or _UNIT.match(rest) or _VOTES.match(rest)):
        return None
    if style == ":" and (not rest or rest[0].isdigit()):
        return None
    if style == "." and (len(number) == 4 and number[:2] in ("19", "20") and rest[:1].islower()):
        return None
    return Marker("number", m.group().strip(), number, style, 1, rest)


def _letter(text: str) -> Marker | None:
    m = _LETTER.match(text)
    if not m:
        return None
    number, rest = m["a"] or m["b"] or m["c"], text[m.end():]
    style = "()" if m["open"] else m["dot"] or ":"
    low = number.lower()
    roman = bool(_ROMAN.match(low)) and (number.islower() or number.isupper())
    if len(number) > 1 and not roman and (low[0] != low[1] or not number.islower()):
        return None  # "St. Mary", "No. 5"; "(aa)" follows "(z)"
    name = _INITIALS.match(text) if style == "." and number.isupper() else None
    if name and (not is_word(name["surname"]) or (number > "E" and name.end() == len(text.split(",")[0]))):
        return None  # "J. Smith", "A.B. Jones"
    if style == "." and re.match(r"[A-Za-z]\.\s?[A-Za-z]\.", text):
        return None  # "e.g."
    return Marker("roman" if roman and low not in ("c", "l", "d", "m") else "letter", m.group().strip(), number, style, 1, rest)


_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman_value(number: str) -> int | None:
    """The value of a roman number below 100.

    >>> roman_value("xiv"), roman_value("IX"), roman_value("a")
    (14, 9, None)
    """
    low = number.lower()
    if not low or not _ROMAN.match(low):
        return None
    values = [_ROMAN_VALUES[c] for c in low]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def letter_value(number: str) -> int | None:
    """The position of "a" … "z", "aa" … in a lettered list.

    >>> letter_value("a"), letter_value("z"), letter_value("aa"), letter_value("ab")
    (1, 26, 27, None)
    """
    low = number.lower()
    if not low.isalpha() or not low.isascii() or len(set(low)) != 1:
        return None
    return ord(low[0]) - 96 + 26 * (len(low) - 1)


def continues(previous: Marker, marker: Marker) -> bool:
    """Does ``marker`` come right after ``previous`` in one numbering?

    >>> [continues(a, b) for x, y in (("1. a", "2. b"), ("(i) a", "(ii) b"), ("(z) a", "(aa) b"), ("292. A", "293. B"), ("(b) a", "(c) b"))
    ...  if (a := marker(x)) and (b := marker(y))]
    [True, True, True, True, True]
    >>> [continues(a, b) for x, y in (("1. a", "3. b"), ("1. a", "(2) b"), ("(a) a", "(i) b"), ("(i) a", "(b) b"), ("1.9 A", "2.0 B"))
    ...  if (a := marker(x)) and (b := marker(y))]
    [False, False, False, False, False]
    >>> continues(marker("1.9 A"), marker("2.1 B")), continues(marker("• a"), marker("• b"))
    (True, True)
    """
    if previous.style != marker.style and {previous.style, marker.style} - {"", "."}:
        return False
    if previous.kind == "bullet" or marker.kind == "bullet":
        return previous.kind == marker.kind and previous.printed == marker.printed
    if previous.kind in ("letter", "roman") and marker.kind in ("letter", "roman"):
        if previous.number.islower() != marker.number.islower():
            return False
        return _next(letter_value(previous.number), letter_value(marker.number)) or _next(
            roman_value(previous.number), roman_value(marker.number))
    if previous.kind != marker.kind:
        return False
    if marker.kind == "number":
        return _next(int(previous.number), int(marker.number))
    return _compound(re.findall(r"\d+|[a-z]+", previous.number), re.findall(r"\d+|[a-z]+", marker.number))


def starts(marker: Marker) -> bool:
    """Is it the first of a numbering: 1, (a), (i), 4.1, 24/1?

    >>> starts(marker("(i) x")), starts(marker("(b) x")), starts(marker("4.1 x"))
    (True, False, True)
    """
    last = re.findall(r"\d+|[A-Za-z]+", marker.number)[-1:] or [""]
    return marker.kind == "bullet" or last[0].lower() in ("1", "a", "i", "01")


def _next(a: int | None, b: int | None) -> bool:
    return a is not None and b is not None and b == a + 1


def _compound(previous: list[str], here: list[str]) -> bool:
    """1.9 → 1.10, 1.9 → 2.1, 2.3 → 2.3.1, 2.3.1 → 2.4, 8a → 8b, 24/103 → 24/104."""
    common = 0
    while common < min(len(previous), len(here)) and previous[common] == here[common]:
        common += 1
    if common == len(previous):
        return here[common:] in (["1"], ["a"], ["i"])
    if common == len(here):
        return False
    a, b, tail = previous[common], here[common], here[common + 1:]
    step = _next(int(a), int(b)) if a.isdigit() and b.isdigit() else (
        _next(letter_value(a), letter_value(b)) or _next(roman_value(a), roman_value(b)))
    return step and (not tail or (tail in (["1"], ["a"], ["i"]) and len(previous) > common + 1))
