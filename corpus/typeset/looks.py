"""How packs look: the style of each, and how it varies with the seed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from .ink import LETTER
from .page import Style
from .tables import BORDERS
from .words import Dice, date_text

UK_DATES = ("{d} {month} {y}", "{th} {month} {y}", "{weekday}, {d} {month} {y}", "{weekday} {th} {month}, {y}")
US_DATES = ("{month} {d}, {y}", "{weekday}, {month} {d}, {y}", "{month} {th}, {y}")
COLOURS = (
    ((0.20, 0.24, 0.48), (0.86, 0.72, 0.30)),
    ((0.45, 0.10, 0.16), (0.90, 0.88, 0.82)),
    ((0.10, 0.38, 0.30), (0.85, 0.80, 0.45)),
    ((0.25, 0.25, 0.28), (0.75, 0.35, 0.20)),
)


def vary(style: Style, dice: Dice, *, american: bool = False) -> Style:
    """`style` as it is in the house style, else changed by the dice within what real papers do."""
    if dice.house:
        return style
    family = dice.choice(("helvetica", "helvetica", "times", "vera", "courier"))
    size = {"courier": 10.0, "vera": 9.5, "times": 11.5}.get(family, style.size) + dice.choice((-0.5, 0.0, 0.5))
    side = dice.choice((50.0, 56.7, 64.0, 72.0, 79.0))
    return replace(
        style,
        family=family,
        size=size,
        leading=dice.choice((1.12, 1.16, 1.2, 1.28)),
        left=side,
        right=dice.choice((side, side + 8)),
        top=dice.choice((56.0, 64.0, 72.0)),
        bottom=dice.choice((64.0, 72.0, 80.0)),
        gap=dice.choice((5.0, 7.0, 9.0)),
        border=dice.choice(BORDERS),
        justify=dice.random() < 0.4,
        numbers=dice.choice(("{}", "{}.", "{})", "({})")),
        dates=dice.choice(US_DATES if american else UK_DATES),
        sheet=LETTER if american else style.sheet,
    )


def said_date(style: Style, date: dt.date) -> str:
    """`date` in the pack's own form."""
    return date_text(date, style.dates)


def short_date(style: Style, date: dt.date) -> str:
    """`date` in the pack's form without the weekday."""
    return date_text(date, style.dates.replace("{weekday}, ", "").replace("{weekday} ", ""))


def list_label(style: str, number: int) -> str:
    """The `number`th label of a list of a style: "1." "(a)" "(i)" "a)" ..."""
    letters = "abcdefghijklmnop"
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return {
        "1.": f"{number}.",
        "(1)": f"({number})",
        "(a)": f"({letters[number - 1]})",
        "a)": f"{letters[number - 1]})",
        "(i)": f"({roman[number - 1]})",
    }[style]


def bare(label: str) -> str:
    """A label as truth gives it: "(a)" is "a", "1." is "1"."""
    return label.strip("().")
