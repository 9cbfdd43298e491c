"""One page: which way up it is, how it leans, its words, its ruling lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papermine.document import Rule, Word
from papermine.ocr import cache, clean
from papermine.ocr.engine import Engine, Spotted, run
from papermine.ocr.ruling import ruling
from papermine.ocr.words import make_words

DPI = 300
"""What Tesseract's models were trained for; its manual advises it too."""
READ = 0.6
"""A page whose letters are recognised with less confidence than this on average may lie the wrong way up."""
VERSION = 3
"""Part of the name under which a page is kept; raised when cleaning or ruling changes."""


@dataclass(slots=True)
class Recognised:
    """What is printed on a page, by its picture.

    Positions are points on the sheet after it is turned clockwise by ``turned`` degrees and straightened by
    ``skew`` degrees round its middle; ``width`` and ``height`` are the sheet's after turning. ``confidence``
    is the mean over all letters, 0 to 1; ``unsure`` the words below `words.UNSURE`.
    """

    words: list[Word]
    rules: list[Rule]
    turned: int
    skew: float
    width: float
    height: float
    confidence: float
    unsure: list[Word] = field(default_factory=list)


def recognise_page(tool: Engine, picture: NDArray[np.uint8], dpi: float, languages: Sequence[str], pack_id: str) -> Recognised:
    """Recognise the RGB picture of a page of pack ``pack_id``. Raises `OcrFailed`."""
    page = clean.grey(picture)
    name = cache.key(page, VERSION, tool.version, tuple(languages), round(dpi))
    kept = cache.load(pack_id, name)
    if kept is None:
        kept = _look(tool, clean.clean(page), dpi, languages)
        cache.save(pack_id, name, kept)
    spotted = [Spotted(*row[:-1]) for row in kept["words"]]
    strokes = [float(row[-1]) for row in kept["words"]]
    words, unsure = make_words(spotted, strokes, dpi)
    rules = [Rule(x0, top, x1, bottom, "line") for x0, top, x1, bottom in kept["rules"]]
    return Recognised(words, rules, kept["turned"], kept["skew"], kept["width"], kept["height"], quality(spotted), unsure)


def _look(tool: Engine, page: clean.Grey, dpi: float, languages: Sequence[str]) -> dict[str, Any]:
    """All that is kept of a page, as JSON has it."""
    skew, sideways = clean.slope(page, dpi)
    ways = [90, 270, 0, 180] if sideways else [0, 180, 90, 270]
    turned = ways[0]
    straight = clean.straighten(clean.turn(page, turned), skew)
    spotted = run(tool, straight, dpi, languages)
    if len(spotted) >= 5 and quality(spotted) < READ:
        other = _best_way(tool, page, skew, dpi, languages, ways[1:])
        if other is not None and other[1] > quality(spotted) + 0.1:
            turned = other[0]
            straight = clean.straighten(clean.turn(page, turned), skew)
            spotted = run(tool, straight, dpi, languages)
    height, width = straight.shape
    rules = [[round(v, 2) for v in r.box] for r in ruling(straight, dpi)]
    ink = straight < clean.INK
    rows = [[s.text, s.x0, s.top, s.x1, s.bottom, round(s.base, 1), s.height, s.confidence, s.line, round(_stroke(ink, s), 2)] for s in spotted]
    return {"turned": turned, "skew": round(skew, 2), "width": width * 72 / dpi, "height": height * 72 / dpi, "words": rows, "rules": rules}


def _best_way(tool: Engine, page: clean.Grey, skew: float, dpi: float, languages: Sequence[str], ways: list[int]) -> tuple[int, float] | None:
    """The way up that reads best at half the resolution, and its quality."""
    half = clean.smaller(page, 2)
    found: list[tuple[int, float]] = []
    for turned in ways:
        spotted = run(tool, clean.straighten(clean.turn(half, turned), skew if turned in ways[:1] else 0.0), dpi / 2, languages)
        if len(spotted) >= 5:
            found.append((turned, quality(spotted)))
            if found[-1][1] > 0.8:
                break
    return max(found, key=lambda f: f[1]) if found else None


def quality(spotted: Sequence[Spotted]) -> float:
    """Mean confidence over letters and digits, 0 to 1."""
    letters = [sum(c.isalnum() for c in s.text) for s in spotted]
    total = sum(letters)
    return sum(s.confidence * n for s, n in zip(spotted, letters, strict=True)) / total if total else 0.0


def _stroke(ink: NDArray[np.bool_], word: Spotted) -> float:
    """How thick a word's strokes are, in pixels: the mean length of its runs of ink from left to right."""
    crop = ink[max(int(word.top), 0):int(word.bottom) + 1, max(int(word.x0), 0):int(word.x1) + 1]
    if not crop.size:
        return 0.0
    starts = int(crop[:, 0].sum()) + int((crop[:, 1:] & ~crop[:, :-1]).sum())
    return float(crop.sum()) / starts if starts else 0.0


def glance(tool: Engine, picture: NDArray[np.uint8], dpi: float, languages: Sequence[str]) -> list[str]:
    """The words of a crop, read as one block: to see whether a text layer says what is printed. Raises `OcrFailed`."""
    page = clean.clean(np.pad(clean.grey(picture), 20, constant_values=255))
    return [s.text for s in run(tool, page, dpi, languages, layout=6, seconds=30)]
