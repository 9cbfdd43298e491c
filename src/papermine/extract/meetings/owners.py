"""Whose "Authority" or "Board" it is that meets: the name that heads the page."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.language.dates import find_dates, find_times

_BARE = re.compile(r"(?:the\s+)?(?:(?:monthly|regular|ordinary|special|annual)\s+)*(?P<noun>committee|board|authority|commission|corporation|court)", re.I)
_NO_NAME = re.compile(r"\b(?:minutes?|agenda|meetings?|notice|summons|session|report|draft|unconfirmed|approved|copy|page|present|held|date|time|venue|chambers?|halls?|rooms?|cent(?:re|er)|offices?|street|road|library|church|public|document|pack|welcome|dear|to|from|proceedings|cofnodion|cyfarfod|rhaglen)\b|[\d@:;?!]", re.I)
_SMALL = re.compile(r"(?:of|the|and|upon|on|in|le|de|du|y|&|for|a)", re.I)
_NUMBERED = re.compile(r"\s+no\.?\s*\d{1,4}$", re.I)


def bare_noun(body: str) -> str | None:
    """The noun of a body that is named by nothing else: "Authority", "Monthly Board"; a council's own name stands in another column.

    >>> bare_noun("Monthly Board"), bare_noun("the Authority"), bare_noun("Council")
    ('Board', 'Authority', None)
    """
    m = _BARE.fullmatch(body)
    return m["noun"] if m is not None else None


def heading(lines: Sequence[Line]) -> Line | None:
    """The line that names who publishes the paper, by its place and form: one of the first three, above any date, two to nine words in capitals or each with one, and none of a title of minutes or of an address.

    "FORT LA ROSSE SCHOOL DIVISION" ⏎ "REGULAR MEETING MINUTES".
    """
    for line in lines[:3]:
        text = line.text.strip(" .,-–—*|")
        if find_dates(text) or find_times(text, context=True):
            return None
        words = _NUMBERED.sub("", text).split()
        if 1 < len(words) < 10 and not _NO_NAME.search(" ".join(words)) and all(word[:1].isupper() or _SMALL.fullmatch(word) for word in words) and len(line.segments()) == 1:
            return line
    return None


def owned(noun: str, lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The full name of a body that its minutes call "Authority" or "Board", by the line that heads the page: "SAUBLE RIDGE CONSERVATION AUTHORITY"; None where nothing of that kind heads it."""
    over = heading(lines)
    if over is None:
        return None
    name = over.text.strip(" .,-–—*|")
    return (name, over) if re.search(rf"^{noun}\b|\b{noun}$", name, re.I) else None
