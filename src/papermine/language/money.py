"""Sums of money, and numbers as tables print them. Decimal, never float.

>>> [(m.text, m.amount) for m in find_money("from £300,000 to £1.2m, a saving of -£20k")]
[('£300,000', Decimal('300000')), ('£1.2m', Decimal('1200000')), ('-£20k', Decimal('-20000'))]
>>> parse_number("(1,234.5)"), parse_number("n/a")
(Decimal('-1234.5'), None)
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from papermine import regex as re


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """A sum in a text; ``currency`` is its sign as printed ("£", "$", "€", "p")."""

    start: int
    end: int
    text: str
    amount: Decimal
    currency: str


_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SCALE = r"\s?(?:million|billion|thousand|mill|mn|bn)\b|[mMkKbB]\b(?![²³'’])|\sm\b(?![²³\w'’])"
_SUM = re.compile(
    r"(?P<currency>£|\$|€|GBP|USD|CAD|EUR)\s?(?P<inner>[-−–(])?"
    r"(?P<number>" + _NUMBER + r")(?![\d]|,\d{3}(?!\d))(?P<close>\))?(?P<scale>" + _SCALE + r")?")
_SIGN = re.compile(r"(?P<minus>(?<![\w)%.,])[-−–])?(?P<country>(?<![A-Za-z])(?:US|CA|C|A))?$")
_PENCE = re.compile(r"(?P<number>\d\d?(?:\.\d+)?)p(?!\w)(?!\.\s?\d)")
_RANGE_TAIL = re.compile(r"\s?(?:-|–|to)\s?(?P<currency>[£$€])?(?P<number>" + _NUMBER + r")(?P<scale>" + _SCALE + r")")
_AND_TAIL = re.compile(_RANGE_TAIL.pattern.replace("(?:-|–|to)", "and", 1))
_TIMES = {"m": 6, "million": 6, "mill": 6, "mn": 6, "k": 3, "thousand": 3, "b": 9, "bn": 9, "billion": 9}


def _times(number: str, scale: str | None) -> Decimal:
    value = Decimal(number.replace(",", ""))
    # scaleb would round at 28 digits; multiplying by a power of ten keeps short numbers exact and plain
    return value if not scale else Decimal(f"{(value * 10 ** _TIMES[scale.strip().lower()]).normalize():f}")


def find_money(text: str) -> list[FoundMoney]:
    """All sums of ``text`` in order. A sum in brackets is no negative in running text; in a table it is (`parse_number`).

    >>> [(m.text, str(m.amount)) for m in find_money("£1,234.50, £3.5 million, £0.5bn, $12,000, €5 (£2m) £(1.5)m 50p")]
    [('£1,234.50', '1234.50'), ('£3.5 million', '3500000'), ('£0.5bn', '500000000'), ('$12,000', '12000'), ('€5', '5'), \
('£2m', '2000000'), ('£(1.5)m', '-1500000'), ('50p', '0.5')]
    >>> [str(m.amount) for m in find_money("between £5-10m")]
    ['5000000', '10000000']
    >>> [str(m.amount) for m in find_money("between £34.3 and £37.6 million")]
    ['34300000', '37600000']
    >>> find_money("in £000, £m, £'000s, item 12, page 12p2, 5m wide")
    []
    """
    found: list[FoundMoney] = []
    for m in _SUM.finditer(text):
        number, scale, start, end = m["number"], m["scale"], m.start(), m.end()
        if (before := _SIGN.search(text, max(0, start - 3), start)) and before.group():
            start = before.start()
        elif m["currency"].isalpha() and text[start - 1:start].isalnum() and start:
            continue
        if number.startswith("00") or (m["close"] and m["inner"] != "("):
            if number.startswith("00"):
                continue
            scale, end = None, m.end("number")
        if m["inner"] == "(" and not m["close"]:
            continue
        second = (_RANGE_TAIL.match(text, end) or (_AND_TAIL.match(text, end) if text[:start].endswith("between ") else None)) if not scale else None
        if second and _times(number, None) < _times(second["number"], None):
            scale = second["scale"]  # "£5-10m": the scale is printed once
        amount = _times(number, scale)
        if m["inner"] or (before and before["minus"]):
            amount = -amount
        found.append(FoundMoney(start, end, text[start:end], amount, ((before and before["country"]) or "") + m["currency"]))
        if second and not second["currency"] and scale:
            at = second.start("number")
            found.append(FoundMoney(at, second.end(), text[at:second.end()], _times(second["number"], scale), m["currency"]))
    for m in _PENCE.finditer(text):
        if not m.start() or (text[m.start() - 1] not in ".,£$€/-–" and not text[m.start() - 1].isalnum()):
            found.append(FoundMoney(m.start(), m.end(), m.group(), Decimal(m["number"]) / 100, "p"))
    return sorted(found, key=lambda f: f.start)


_DIGIT = re.compile(r"\d")
_FOOTNOTE = re.compile(r"(?<=[\d%)mkn])\s?(?:[*†‡§#^¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\w{1,2}\])$")
_CELL = re.compile(
    r"(?P<open>\()?\s?(?P<sign>[-−–—+])?\s?(?P<currency>[£$€])?\s?(?P<late>[-−–])?(?P<inner>\()?(?P<number>" + _NUMBER + r")(?P<back>[-−–])?"
    r"(?P<shut>\))?(?P<scale>" + _SCALE + r")?\s?(?P<percent>%)?\s?(?P<close>\))?")
_THIN = str.maketrans({"\u00a0": None, "\u2009": None, "\u202f": None, "\u2007": None})


def parse_number(text: str) -> Decimal | None:
    """The number that a table cell prints; None where the cell is no single number.

    A scale ("k", "bn", "million", and "m" beside a currency sign) is worked in; % is left out.

    >>> [str(parse_number(t)) for t in ("£1,234.50", "£1.2m", "-£1.2m", "1,234-", "+3", "−4", "–0.5%", "12%", "1,234*", "(£20k)")]
    ['1234.50', '1200000', '-1200000', '-1234', '3', '-4', '-0.5', '12', '1234', '-20000']
    >>> [parse_number(t) for t in ("n/a", "..", "-", "", "2024/25", "1,23", "13.3.25", "5m", "3 of 4", "£000", "A1")]
    [None, None, None, None, None, None, None, None, None, None, None]
    """
    if not _DIGIT.search(text):  # most cells are words
        return None
    text = _FOOTNOTE.sub("", text.strip().translate(_THIN)).strip()
    m = _CELL.fullmatch(text)
    if m is None or bool(m["open"]) != bool(m["close"] or (m["shut"] and not m["inner"])) or (m["inner"] and not m["shut"]):
        return None
    if (m["shut"] and m["close"]) or (m["number"].startswith("00") and m["currency"]):
        return None
    if m["scale"] and m["scale"].strip() in ("m", "M", "b", "B") and not m["currency"]:
        return None  # metres?
    minus = [s for s in (m["sign"], m["late"], m["back"]) if s and s != "+"] + [b for b in (m["open"], m["inner"]) if b]
    if len(minus) > 1:
        return None
    value = _times(m["number"], m["scale"])
    return -value if minus else value
