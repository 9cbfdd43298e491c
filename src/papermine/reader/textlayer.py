"""Does a page's text layer say what is printed? By the statistics of its characters and words.

Real pages have 0.9 and more of their characters in words that could stand in a paper
(`lexicon.plausible`), tables of figures and Welsh included; pages whose fonts lie about their
characters have less than 0.4. What lies between is doubted, and compared with the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import Literal

from papermine import regex as re
from papermine.document import Page
from papermine.language import lexicon

BAD, DOUBTED = 0.5, 0.85
"""Share of characters in plausible words: below the first a layer is gibberish, below the second it is doubted."""
HIDDEN_DOUBTED = 0.97
"""An old OCR layer has to be better: what it got wrong looks like words."""
FEW = 12
"""A page that is a picture with no more words than a stamp and a running head has has no text layer of its own."""
ENOUGH = 15
"""Statistics of fewer words than this tell nothing."""
MOST_READ = 400
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of a text layer, and why in a few words."""

    layer: Literal["good", "doubted", "bad", "missing", "empty"]
    reason: str = ""


def judge(page: Page) -> Verdict:
    """Judge the text layer of a page as read. ``empty``: nothing is printed that could be text."""
    covered, unmapped = picture_share(page), page.unmapped
    curves = sum(r.kind == "curve" for r in page.rules)
    words = page.words[:MOST_READ]
    if not words:
        if unmapped > ENOUGH:
            return Verdict("bad", "its fonts do not say what their characters mean")
        if covered > 0.02 or curves > 20:
            return Verdict("missing", "its letters are drawn as curves" if curves > 100 and covered < 0.3 else "it has no text layer")
        return Verdict("empty")
    if len(page.words) <= FEW and (covered > 0.5 or (curves > 100 and _scattered(page))):
        return Verdict("missing", "it is a picture with a few words of text on it" if covered > 0.5 else "its letters are drawn as curves")
    texts = [w.text for w in words]
    letters = sum(map(len, texts))
    private = len(PRIVATE.findall("".join(texts)))
    if private > 0.2 * letters or unmapped > 0.5 * (letters + unmapped):
        return Verdict("bad", "its fonts do not say what their characters mean")
    if len(texts) < ENOUGH:
        return Verdict("good")
    single = sum([len(t) == 1 and t.isalpha() for t in texts]) / len(texts)
    if single > 0.6:
        return Verdict("bad", "there is a space after each letter")
    glued = sum([len(t) for t in texts if len(t) > 24 and t.isalpha()]) / letters
    if glued > 0.5:
        return Verdict("bad", "the spaces between words are lost")
    share = plausible_share(texts)
    if share < BAD:
        return Verdict("bad", "its characters make no words")
    if page.hidden and share < HIDDEN_DOUBTED:
        return Verdict("doubted", "its old OCR layer has many words that are none")
    if share < DOUBTED or private > 0.02 * letters or unmapped > 0.1 * (letters + unmapped) or glued > 0.15 or single > 0.35:
        return Verdict("doubted", "many of its words are none" if glued <= 0.15 else "spaces between words are lost")
    return Verdict("good")


def plausible_share(texts: list[str]) -> float:
    """The share of characters that stand in plausible words, 0 to 1."""
    letters = sum(map(len, texts))
    return sum(compress(map(len, texts), map(lexicon.plausible, texts))) / letters if letters else 1.0


def picture_share(page: Page) -> float:
    """The share of the page that pictures cover, 0 to 1."""
    area = page.width * page.height
    return min(sum((r.x1 - r.x0) * (r.bottom - r.top) for r in page.rules if r.kind == "image") / area, 1.0) if area else 0.0


def _scattered(page: Page) -> bool:
    """Small curves over more than a corner of the page, as letters are and no logo is."""
    small = [r for r in page.rules if r.kind == "curve" and r.bottom - r.top < 30 and r.x1 - r.x0 < 40]
    return len(small) > 100 and max(r.bottom for r in small) - min(r.top for r in small) > 0.3 * page.height
