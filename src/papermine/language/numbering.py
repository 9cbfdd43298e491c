"""Markers of numbered paragraphs and list items (first version; the language work replaces it)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKER = re.compile(r"^(?P<p>\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxl]{1,5})[.)]|\d{1,3}(?:\.\d{1,2}){1,3}|[•▪●◦–-])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker: as printed, its bare number, and the text after it."""

    kind: str
    printed: str
    number: str
    rest: str


def marker(text: str) -> Marker | None:
    """The marker that a line starts with, if it does."""
    match = _MARKER.match(text)
    if not match:
        return None
    printed = match["p"]
    return Marker("bullet" if printed in "•▪●◦–-" else "number", printed, printed.strip("()."), text[match.end():])
