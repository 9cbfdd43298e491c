"""What Tesseract spotted → words as the rest of the road knows them: font size, baseline, boldness, sure spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from papermine import regex as re
from papermine.document import Word
from papermine.language import lexicon
from papermine.ocr.engine import Spotted

UNSURE = 0.6
"""Words recognised with less confidence are named in an issue."""
NOISE = 0.3
"""With less confidence, marks that look like no word are handwriting, stamps and dirt, and are left out."""
HEIGHT = 0.92
"""Letters from ascender to descender fill about this share of the font size (Times 0.90, Arial 0.93)."""
ASCENT, DESCENT = 0.90, 0.21
"""What a PDF's own words fill above and below the baseline, as shares of the font size."""
BOLD = 1.28
"""Strokes this much thicker than usual for the page are bold (Times 1.5, Arial 1.5, Calibri 1.4)."""


def make_words(spotted: Sequence[Spotted], strokes: Sequence[float], dpi: float) -> tuple[list[Word], list[Word]]:
    """(the words, those of them that are unsure); positions in points."""
    scale = 72 / dpi
    kept = [(s, stroke) for s, stroke in zip(_in_order(spotted), strokes, strict=True) if not _noise(s)]
    sizes = _sizes([s for s, _ in kept], scale)
    thick = [stroke / sizes[s.line] for s, stroke in kept if sum(c.isalpha() for c in s.text) >= 3]
    usual = median(thick) if thick else 0.0
    words: list[Word] = []
    unsure: list[Word] = []
    for s, stroke in kept:
        text = spell(_trim(s.text), s.confidence)
        if not text:
            continue
        size = sizes[s.line]
        base = s.base * scale
        bold = usual > 0 and stroke / size > BOLD * usual and any(c.isalnum() for c in text)
        words.append(Word(text, s.x0 * scale, base - ASCENT * size, s.x1 * scale, base + DESCENT * size, size, bold, order=len(words), baseline=base,
                          confidence=round(s.confidence, 2)))
        if s.confidence < UNSURE or text != _trim(s.text):
            unsure.append(words[-1])
    return words, unsure


def _sizes(spotted: Sequence[Spotted], scale: float) -> dict[int, float]:
    """The font size of each line in points. Sizes near the most frequent one are that one: the eye of the engine wavers."""
    letters: dict[int, int] = {}
    tall: dict[int, float] = {}
    for s in spotted:
        letters[s.line] = letters.get(s.line, 0) + len(s.text)
        tall[s.line] = s.height * scale / HEIGHT
    if not tall:
        return {}
    lines = sorted(tall, key=lambda n: tall[n])
    half, seen, body = sum(letters.values()) / 2, 0, tall[lines[-1]]
    for n in lines:
        seen += letters[n]
        if seen >= half:
            body = tall[n]
            break
    body = max(round(body * 2) / 2, 4.0)
    return {n: body if abs(size - body) <= 0.16 * body else max(round(size * 2) / 2, 3.0) for n, size in tall.items()}


def _in_order(spotted: Sequence[Spotted]) -> list[Spotted]:
    """Tesseract has a line's words in order, but now and then a box from elsewhere on the line: such words share the space that is left."""
    out = list(spotted)
    start = 0
    for end in range(1, len(out) + 1):
        if end < len(out) and out[end].line == out[start].line:
            continue
        line = out[start:end]
        middle = [(s.x0 + s.x1) / 2 for s in line]
        if any(b < a for a, b in pairwise(middle)):
            out[start:end] = _spread(line)
        start = end
    return out


def _spread(line: list[Spotted]) -> list[Spotted]:
    """The words with boxes in order: the largest set that is in order stays, each other gets its share of the gap where it belongs."""
    middle = [(s.x0 + s.x1) / 2 for s in line]
    best: list[list[int]] = []
    for i, m in enumerate(middle):
        longest: list[int] = []
        for chain in best:
            if middle[chain[-1]] < m and len(chain) > len(longest):
                longest = chain
        best.append([*longest, i])
    kept = max(best, key=len)
    stay = set(kept)
    left, right = min(s.x0 for s in line), max(s.x1 for s in line)
    out = list(line)
    i = 0
    while i < len(line):
        if i in stay:
            i += 1
            continue
        j = i
        while j < len(line) and j not in stay:
            j += 1
        low = out[i - 1].x1 if i else left
        high = line[j].x0 if j < len(line) else right
        step = max(high - low, 0.0) / max(sum(len(line[k].text) + 1 for k in range(i, j)), 1)
        at = low
        for k in range(i, j):
            wide = (len(line[k].text) + 1) * step
            out[k] = replace(line[k], x0=at + step / 2, x1=at + wide - step / 2)
            at += wide
        i = j
    return out


_MARKS = re.compile(r"[\W_]+")
_PLAIN = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "‘‘": "“", "’’": "”"}


def _noise(s: Spotted) -> bool:
    """Dirt: only marks with little confidence, or letters that make no word with hardly any."""
    if _MARKS.fullmatch(s.text):
        return s.confidence < UNSURE or set(s.text) <= set("|_~¦=")
    if s.confidence < UNSURE and len(s.text) <= 3 and not any(c.isdigit() for c in s.text):
        return not lexicon.known(s.text) or len(s.text) == 1
    return s.confidence < NOISE and not lexicon.plausible(s.text)


def _trim(text: str) -> str:
    """Without the ruling lines that were taken for characters at its ends, and with ligatures undone."""
    for mark, plain in _PLAIN.items():
        text = text.replace(mark, plain)
    return text.strip("|¦_") or text


_AMONG_DIGITS = re.compile(r"(?<=\d)[OolI|](?=[\d,.])|(?<=[\d][,.])[OolI|](?=\d)|^[OolI|](?=[\d][\d,./]*\d)")
_CLLR = re.compile(r"\bC[lIi1|][lIi1|]r(?=s?\b)")
_DIGIT = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"}
_CONFUSED = (("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("ii", "u"), ("li", "h"), ("1", "l"), ("1", "i"), ("0", "o"),
             ("5", "s"), ("|", "l"), ("|", "i"), ("c", "e"), ("e", "c"), ("f", "t"), ("t", "f"))


def spell(text: str, confidence: float) -> str:
    """The word, with a misread letter put right where there is but one way to.

    Digits among digits and the "Cllr" that no other word looks like, at any confidence; and small words of five letters or more that are no words,
    were read with little confidence, and become exactly one word by one confusion that scans are known for.

    >>> spell("2O24", 0.9), spell("cornmittee", 0.5), spell("cornmittee", 0.99), spell("Cornwall", 0.3), spell("Clir.", 0.9)
    ('2024', 'committee', 'cornmittee', 'Cornwall', 'Cllr.')
    """
    text = _CLLR.sub("Cllr", _AMONG_DIGITS.sub(lambda m: _DIGIT[m[0]], text))
    bare = text.strip(".,;:()[]\"'“”‘’")
    if confidence >= 0.85 or len(bare) < 5 or not bare[:1].islower() or lexicon.known(bare):
        return text
    ways = {bare[:i] + right + bare[i + len(wrong):] for wrong, right in _CONFUSED for i in range(len(bare)) if bare.startswith(wrong, i)}
    found = {w for w in ways if lexicon.known(w)}
    return text.replace(bare, found.pop()) if len(found) == 1 else text
