"""CSV that a spreadsheet opens rightly: UTF-8 with BOM, and no cell that it would run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import IO, Any

from papermine import regex as re

BOM = "\ufeff"
_FIGURE = re.compile(
    r"[+\-−–—]?\s?[£$€]?\s?[+\-−–—]?(?:\d[\d,. ]*|[.,]\d+)\s?(?:%|p|m|k|bn|cr|st|nd|rd|th)?", re.I)
_DASHES = re.compile(r"[-−–—\s]+")


def is_figure(text: str) -> bool:
    """A number, a signed figure (-4.2, +£1,200, -5%) or a dash: what figures in a table may be.

    >>> [is_figure(t) for t in ("-4.2", "+£1,200", "-", "-1+1", "=A1")]
    [True, True, True, False, False]
    """
    text = text.strip(" \u00a0")
    return bool(_FIGURE.fullmatch(text) or _DASHES.fullmatch(text))


def harmless(text: str) -> str:
    """The cell as a spreadsheet may have it: a leading apostrophe before what it would run as a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("-4.2"), harmless("@SUM(A1)"), harmless("- none")
    ("'=HYPERLINK(1)", '-4.2', "'@SUM(A1)", "'- none")
    """
    if text[:1] not in ("=", "+", "-", "@", "\t", "\r") or (text[0] in "+-" and is_figure(text)):
        return text
    return "'" + text


def cell(value: Any, raw: bool = False) -> str:
    """A value as CSV text; NULL is empty, booleans are true and false, lists are JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if raw else harmless(value)
    if isinstance(value, (list, tuple, dict)):
        import json
        text = json.dumps(value, ensure_ascii=False, default=str)
        return text
    return str(value)


def write(out: IO[str], names: Sequence[str], rows: Iterable[Sequence[Any]], *, raw: bool = False, bom: bool = True) -> None:
    """Write a header and rows as CSV for spreadsheets. Open ``out`` as UTF-8 with ``newline=""``.

    ``raw`` leaves formula-like cells as they are; ``bom`` makes Excel read UTF-8.
    """
    if bom:
        out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([cell(n, raw) for n in names])
    writer.writerows([cell(v, raw) for v in row] for row in rows)
