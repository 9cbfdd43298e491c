"""Two language versions of one decision: Welsh and English, in twin minutes, in halves of one paper, side by side or by turns.

Words can not be compared, so what must agree is all else: the meeting, the number of the item, how many decisions each language prints
under it and in which order, the figures, the number of the paragraph, mover and seconder, and whether it was carried. On top of that
something must speak for it: a figure or a name in both, or minutes whose every item has as many decisions in the one language as in the
other. What contradicts, or is not counted alike, stays two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from papermine import regex as re
from papermine.language.welsh import language
from papermine.link.likeness import figures
from papermine.link.rows import Decided

T = TypeVar("T")
SHOWN, PLACED = "other language, same figures or names", "other language, same place in minutes of one structure"
_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-ZÂÊÎÔÛŴŶ][\w'’-]{3,}")


def spoken(d: Decided) -> str | None:
    """The language of a resolution: "cy", "en", or None where it cannot be told."""
    return language(f"{d.lead_in or ''} {d.text}") or language(d.lead_in or "") or language(d.item_title or "")


def two_languages(groups: Sequence[T], first: Callable[[T], Decided]) -> list[tuple[int, int, str]]:
    """(index of the Welsh one, index of the English one, rule) for each two decisions of one meeting that are one.

    ``first`` gives the best printing of a group of printings that are one decision already.
    """
    under: dict[str, dict[str, list[int]]] = {"cy": defaultdict(list), "en": defaultdict(list)}
    for n in sorted(range(len(groups)), key=lambda n: (first(groups[n]).document_id, first(groups[n]).ordinal)):
        d = first(groups[n])
        tongue, item = spoken(d), _item(d)
        if tongue is not None and item:
            under[tongue][item].append(n)
    welsh, english = under["cy"], under["en"]
    counts = [{item: len(held) for item, held in side.items()} for side in (welsh, english)]
    pairs = {item: list(zip(held, english[item], strict=True)) for item, held in welsh.items() if len(held) == len(english.get(item, ()))}
    pairs = {item: held for item, held in pairs.items() if all(_agree(first(groups[a]), first(groups[b])) for a, b in held)}
    shown = [(a, b) for held in pairs.values() for a, b in held if _speaks(first(groups[a]), first(groups[b]))]
    whole = counts[0] == counts[1] and len(pairs) == len(welsh) and sum(counts[0].values()) >= 2
    return [(a, b, SHOWN if (a, b) in shown else PLACED) for held in pairs.values() for a, b in held if (a, b) in shown or whole]


def _item(d: Decided) -> str:
    return "".join(c for c in (d.item_number or "").lower() if c.isalnum())


def _names(d: Decided) -> list[str | None]:
    """Surnames of mover and seconder."""
    return [name.split()[-1].lower() if name else None for name in (d.mover, d.seconder)]


def _agree(a: Decided, b: Decided) -> bool:
    """Nothing that both print differs but the language."""
    if sorted(figures(a.text)) != sorted(figures(b.text)) or (a.outcome or "carried") != (b.outcome or "carried"):
        return False
    if (a.number is None) != (b.number is None) or (a.number or "").strip("()., ").lower() != (b.number or "").strip("()., ").lower():
        return False
    return _names(a) == _names(b)


def _speaks(a: Decided, b: Decided) -> bool:
    """A figure, a mover or a name is printed in both."""
    return bool(figures(a.text)) or a.mover is not None or bool(set(_NAME.findall(a.text)) & set(_NAME.findall(b.text)))
