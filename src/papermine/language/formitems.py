"""What a paper's form prints at "Agenda item:": the number of the item, or what it is called."""

from __future__ import annotations

from papermine import regex as re

_LABEL = re.compile(r"\W*(?:(?:agenda\s+)?item|project(?:\s+(?:name|title))?|caption)\W*", re.I)
_GROUP = re.compile(r"(?:consent|regular|new|old|unfinished|public|action|discussion|information(?:al)?|general|other)\s+\w+$", re.I)


def names_item(label: str, value: str) -> bool:
    """Does the label "Agenda item" (or "Project", "Caption") stand before the item's title? Not before its number, nor the name of a group of items.

    >>> names_item("AGENDA ITEM", "Purchase of Turnout Gear"), names_item("Item", "Sale of Land"), names_item("Agenda item", "19-04-PP Plat of Mapleton")
    (True, True, True)
    >>> names_item("Agenda item", "6.c"), names_item("Item", "No. 7"), names_item("Agenda item", "Consent Calendar"), names_item("Agenda section", "New Business Items")
    (False, False, False, False)
    """
    words = value.split()
    return _LABEL.fullmatch(label) is not None and len(words) > 1 and sum(re.match(r"\W*[A-Za-z]{2}", word) is not None for word in words) > 1 and re.match(
        r"\W*no\b", value, re.I) is None and _GROUP.match(value) is None
