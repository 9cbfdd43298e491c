"""Is this a word? By a list of words of council papers, and by which letters follow each other in them.

English and Welsh. Used to tell text from gibberish, never to tell what a text means.
"""

from __future__ import annotations

import functools
from pathlib import Path

from papermine import regex as re

_EDGES = ".,;:!?()[]{}\"'“”‘’«»*•…-–—/"
_NUMBER = re.compile(r"[£$€(+-]*\d(?:[\d,.:/%)+–-]*[\d%)])?(?:st|nd|rd|th|am|pm|p|m|k|bn|[a-z])?\)?", re.I)
_CODE = re.compile(r"[A-Za-z]{1,9}[\d/-]*\d[\dA-Za-z/-]*|(?:[A-Z]\.?){1,6}|[ivxlcIVXLC]+|[A-Za-z]|M(?:rs?|s|x)|Dr|Cllrs?|Clrs?|Cr|"
                   r"(?i:https?\S+|www\S+|\S+@\S+\.\S+|\S+\.(?:pdf|doc|com|org|gov|uk|net)\S*)")


def _listed(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


@functools.cache
def _words() -> frozenset[str]:
    lists = ("words.txt", "civic.txt", "forenames.txt", "surnames.txt", "welsh.txt")
    return frozenset("\n".join([_listed(name) for name in lists]).lower().split())


def runs_of_words() -> str:
    """What stands in ``runs.txt``: every run of three letters in the listed words, their ends marked as in `_runs`.

    It is written down because to cut the words up takes as long as to read a page; after a change of the lists:
    ``python -c "from papermine.language import lexicon; print(lexicon.runs_of_words())" > src/papermine/language/runs.txt``
    """
    return "\n".join(sorted({run for w in _words() if w.isalpha() for run in _runs(w)}))


@functools.cache
def _known_runs() -> frozenset[str]:
    return frozenset(_listed("runs.txt").split())


def _runs(word: str) -> list[str]:
    marked = f"^{word}$"
    return [marked[i:i + 3] for i in range(len(marked) - 2)]


def known(word: str) -> bool:
    """It is in the list, as it stands or without a plural or past ending."""
    low = word.lower()
    return low in _words() or (len(low) > 4 and (low.removesuffix("s") in _words() or low.removesuffix("ed") in _words()
                                                 or low.removesuffix("'s").removesuffix("’s") in _words()))


@functools.lru_cache(maxsize=50_000)
def plausible(token: str) -> bool:
    """It could stand in a paper: a known word, a number, a reference, or letters in an order that words have.

    >>> [plausible(t) for t in ("Gwernogle", "£1,250.00", "24/00093", "Mr", "K.C.C.", "Jan-25", "+8.+", "'6)'80", "xqzvk")]
    [True, True, True, True, True, True, False, False, False]
    """
    bare = token.strip(_EDGES)
    if not bare:
        return True
    if known(bare) or _NUMBER.fullmatch(bare) or _CODE.fullmatch(bare):
        return True
    letters = re.sub(r"[-'’/.,&]", "", bare).lower()
    if not letters.isalpha() or len(letters) > 24:
        return False
    runs = _runs(letters)
    return sum(map(_known_runs().__contains__, runs)) >= 0.7 * len(runs)


def welsh(tokens: list[str]) -> float:
    """The share of these words that are frequent in Welsh and mean nothing in English."""
    only = {"yr", "yn", "ac", "ei", "eu", "gan", "gyda", "mae", "oedd", "wedi", "sydd", "hyn", "bydd", "roedd", "fod", "bod", "wrth", "neu", "o", "y", "ar"}
    return sum(t.lower().strip(_EDGES) in only for t in tokens) / len(tokens) if tokens else 0.0
