"""Regular expressions, as in `re`, except that `compile` waits until the expression is first used.

papermine knows some nine hundred, many of them long. Compiling them takes half a second of each process, and a run over a few papers
uses half; so the compiled ones are kept, too (`papermine.regex.kept`). `re` itself remembers 512 patterns, and would compile those that are
written where they are used again and again: here all are remembered. Rooms say ``from papermine import regex as re``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from re import DOTALL as S
from re import IGNORECASE as I
from re import MULTILINE as M
from re import Match, Pattern, RegexFlag, escape
from re import compile as _compile
from typing import Any, cast

from papermine.regex import kept
from papermine.regex.kept import keep

__all__ = ["I", "M", "Match", "Pattern", "RegexFlag", "S", "compile", "escape", "findall", "finditer", "fullmatch", "keep", "made_of", "match",
           "search", "split", "sub"]

Flags = int | RegexFlag
Replacement = str | Callable[[Match[str]], str]


class _Late:
    """Stands for a compiled pattern. At the first look at one of its methods it becomes compiled, and holds the real ones."""

    __slots__ = ("findall", "finditer", "flags", "fullmatch", "given", "groupindex", "groups", "match", "pattern", "search", "split", "sub", "subn")

    def __init__(self, pattern: str, flags: Flags) -> None:
        self.pattern, self.given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_COMPILED:
            raise AttributeError(name)
        compiled = kept.compiled(self.pattern, int(self.given))
        for each in _OF_COMPILED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


_OF_COMPILED = frozenset(_Late.__slots__) - {"pattern", "given"}


def compile(pattern: str, flags: Flags = 0) -> Pattern[str]:
    """The pattern, compiled at its first use: a mistake in it shows then.

    Whoever takes a pattern as an argument calls its methods: `re.search` itself does not know it.
    """
    return cast("Pattern[str]", _Late(pattern, flags))


def made_of(pattern: str, flags: Flags = 0) -> Pattern[str]:
    """A pattern made of what papers print (names, exempt words): compiled now, and kept nowhere, neither in memory nor on the disk."""
    return _compile(pattern, flags)


class _Known(dict[tuple[str, Flags], Pattern[str]]):
    """Patterns that are written where they are used, compiled at their first use."""

    def __missing__(self, key: tuple[str, Flags]) -> Pattern[str]:
        self[key] = made = kept.compiled(key[0], int(key[1]))
        return made


_KNOWN = _Known()


def search(pattern: str, text: str, flags: Flags = 0) -> Match[str] | None:
    """As `re.search`."""
    return _KNOWN[pattern, flags].search(text)


def match(pattern: str, text: str, flags: Flags = 0) -> Match[str] | None:
    """As `re.match`."""
    return _KNOWN[pattern, flags].match(text)


def fullmatch(pattern: str, text: str, flags: Flags = 0) -> Match[str] | None:
    """As `re.fullmatch`."""
    return _KNOWN[pattern, flags].fullmatch(text)


def findall(pattern: str, text: str, flags: Flags = 0) -> list[Any]:
    """As `re.findall`."""
    return _KNOWN[pattern, flags].findall(text)


def finditer(pattern: str, text: str, flags: Flags = 0) -> Iterator[Match[str]]:
    """As `re.finditer`."""
    return _KNOWN[pattern, flags].finditer(text)


def split(pattern: str, text: str, maxsplit: int = 0, flags: Flags = 0) -> list[str | Any]:
    """As `re.split`."""
    return _KNOWN[pattern, flags].split(text, maxsplit)


def sub(pattern: str, new: Replacement, text: str, count: int = 0, flags: Flags = 0) -> str:
    """As `re.sub`."""
    return _KNOWN[pattern, flags].sub(new, text, count)
