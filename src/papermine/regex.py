"""Regular expressions, as in `re`, except that `compile` waits until the expression is first used.

papermine knows some five hundred, most of them long. Compiling them takes a third of a second of each process, and a run over a
few papers uses half. Rooms say ``from papermine import regex as re``.
"""

from __future__ import annotations

import re
from re import DOTALL as S
from re import IGNORECASE as I
from re import MULTILINE as M
from re import Match, Pattern, RegexFlag, escape, findall, finditer, fullmatch, match, search, split, sub
from typing import Any, cast

__all__ = ["I", "M", "Match", "Pattern", "RegexFlag", "S", "compile", "escape", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"]


class _Late:
    """Stands for a compiled pattern. At the first look at one of its methods it becomes compiled, and holds the real ones."""

    __slots__ = ("findall", "finditer", "flags", "fullmatch", "given", "groupindex", "groups", "match", "pattern", "search", "split", "sub", "subn")

    def __init__(self, pattern: str, flags: int | RegexFlag) -> None:
        self.pattern, self.given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_COMPILED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.given)
        for each in _OF_COMPILED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


_OF_COMPILED = frozenset(_Late.__slots__) - {"pattern", "given"}


def compile(pattern: str, flags: int | RegexFlag = 0) -> Pattern[str]:
    """The pattern, compiled at its first use: a mistake in it shows then.

    Whoever takes a pattern as an argument calls its methods: `re.search` itself does not know it.
    """
    return cast("Pattern[str]", _Late(pattern, flags))
