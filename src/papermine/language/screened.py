"""Slow patterns that are tried only on texts which hold the words they cannot match without."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from papermine import regex as re


class Screened:
    """A pattern, and the words without which it never matches.

    Each of ``needs`` is a word, or several of which one must stand, in lower case. Looking for a word takes a
    hundredth of the time that a pattern with open beginnings ("… asked that his vote be recorded") takes to fail.
    As all patterns here it is compiled when a text first passes.

    >>> wish = Screened(r"\\w+ (?:asked|wished) that", ("asked", "wished"))
    >>> wish.search("He ASKED that"), wish.search("He asked that").group()
    (None, 'He asked that')
    """

    __slots__ = ("compiled", "flags", "needs", "pattern")

    def __init__(self, pattern: str, *needs: str | tuple[str, ...], flags: int | re.RegexFlag = 0) -> None:
        self.pattern, self.flags = pattern, flags
        self.needs = tuple((need,) if isinstance(need, str) else need for need in needs)
        self.compiled = re.compile(pattern, flags)

    def may(self, text: str) -> bool:
        """Do the words stand in the text that the pattern needs?"""
        low = text.lower()
        for need in self.needs:
            for word in need:
                if word in low:
                    break
            else:
                return False
        return True

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text, start, end) if self.may(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, start) if self.may(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text) if self.may(text) else None

    def finditer(self, text: str, start: int = 0) -> list[re.Match[str]]:
        """As `re.Pattern.finditer`, all at once."""
        return list(self.compiled.finditer(text, start)) if self.may(text) else []


class Screens:
    """Several such patterns that are tried one after another: each word is looked for once.

    >>> acts = Screens(Screened(r"\\w+ moved", "moved"), Screened(r"\\w+ seconded", "seconded"), Screened(r"(\\w+)/(\\w+) moved", "/", ("moved", "proposed")))
    >>> [pattern.pattern for pattern in acts.for_text("Pell MOVED and")], list(acts.for_text("Pell/Orde"))
    (['\\\\w+ moved'], [])
    """

    __slots__ = ("_patterns", "_words")

    def __init__(self, *patterns: Screened) -> None:
        self._words = {word: 1 << n for n, word in enumerate(dict.fromkeys(word for pattern in patterns for need in pattern.needs for word in need))}
        self._patterns = [(pattern.compiled, [sum(self._words[word] for word in set(need)) for need in pattern.needs]) for pattern in patterns]

    def for_text(self, text: str) -> Iterator[re.Pattern[str]]:
        """Those that may match the text, in order."""
        low = text.lower()
        held = 0
        for word, bit in self._words.items():
            if word in low:
                held |= bit
        for pattern, needs in self._patterns if held else ():
            for need in needs:
                if not held & need:
                    break
            else:
                yield pattern
