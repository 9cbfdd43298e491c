"""How like two strings are, 0 to 100, by rapidfuzz: it is imported when the first two are compared, and many papers have none to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rapidfuzz.fuzz import partial_ratio, ratio, token_sort_ratio

__all__ = ["partial_ratio", "ratio", "token_sort_ratio"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from rapidfuzz import fuzz
    globals().update({each: getattr(fuzz, each) for each in __all__})
    return globals()[name]
