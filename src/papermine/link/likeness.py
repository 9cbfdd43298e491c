"""How like two texts are, and which words changed between them."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from papermine import regex as re
from papermine.language import fuzz

_WORD = re.compile(r"[^\W_]+(?:[.,:/'’][^\W_]+)*")


@lru_cache(maxsize=50_000)
def plain_words(text: str) -> str:
    """Lower case words without punctuation; a hyphen at a line end joins.

    >>> plain_words("That, in- line with £1.5m, it be NOTED.")
    'that inline with 1.5m it be noted'
    """
    joined = re.sub(r"(?<=[^\W\d_])-\s+(?=[a-z])", "", text)
    return " ".join(_WORD.findall(joined.lower().replace("’", "'")))


def likeness(a: str, b: str) -> float:
    """0 to 1 by letters, over plain words; 1 for the same words.

    >>> likeness("That the report be noted.", "that the report be NOTED"), likeness("Agree", "Refuse") < 0.6
    (1.0, True)
    """
    one, two = plain_words(a), plain_words(b)
    return 1.0 if one == two else fuzz.ratio(one, two) / 100


def figures(text: str) -> list[str]:
    """The numbers of a text, as printed: what two decisions may not differ in.

    >>> figures("up to £1m in 2024/25, and 4.5%")
    ['1', '2024', '25', '4.5']
    """
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def changed_words(old: str, new: str) -> str:
    """The second text with what it leaves out of the first, and what it puts in.

    >>> changed_words("That the scheme be agreed in full", "That the scheme be agreed in part from May")
    'That the scheme be agreed in [-full-] {+part from May+}'
    """
    a, b = old.split(), new.split()
    out: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, [_bare(w) for w in a], [_bare(w) for w in b], autojunk=False).get_opcodes():
        if tag == "equal":
            out += b[k:m]
            continue
        if i < j:
            out.append(f"[-{' '.join(a[i:j])}-]")
        if k < m:
            out.append(f"{{+{' '.join(b[k:m])}+}}")
    return " ".join(out)


def _bare(word: str) -> str:
    return re.sub(r"[^\w£$€%]+", "", word.lower()) or word
