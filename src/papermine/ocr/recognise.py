"""One page: which way up it is, how it leans, its words, its ruling lines."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papermine.document import Rule, Word
from papermine.ocr import cache, clean
from papermine.ocr.engine import Engine, OcrFailed, Spotted, run
from papermine.ocr.ruling import ruling
from papermine.ocr.words import make_words

DPI = 300
"""What Tesseract's models were trained for; its manual advises it too."""
READ = 0.6
"""A page whose letters are recognised with less confidence than this on average may lie the wrong way up."""
PATIENCE = 60.0
"""Seconds after which no other way up is tried."""
VERSION = 6
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
    began = time.monotonic()
    skew, sideways = clean.slope(page, dpi)
    turned = 90 if sideways else 0
    straight = clean.straighten(clean.turn(page, turned), skew)
    spotted = run(tool, straight, dpi, languages)
    other = _better_way(tool, straight, dpi, languages, spotted, began)
    if other:
        turned = (turned + other) % 360
        if other % 180:
            skew = clean.slope(clean.turn(page, turned), dpi)[0]
        straight = clean.straighten(clean.turn(page, turned), skew)
        spotted = run(tool, straight, dpi, languages)
    height, width = straight.shape
    rules = [[round(v, 2) for v in r.box] for r in ruling(straight, dpi)]
    ink = straight < clean.INK
    rows = [[s.text, s.x0, s.top, s.x1, s.bottom, round(s.base, 1), s.height, s.confidence, s.line, round(_stroke(ink, s), 2)]
            for s in spotted]
    return {"turned": turned, "skew": round(skew, 2), "width": width * 72 / dpi, "height": height * 72 / dpi, "words": rows, "rules": rules}


def _better_way(tool: Engine, page: clean.Grey, dpi: float, languages: Sequence[str], spotted: Sequence[Spotted], began: float) -> int:
    """Degrees by which to turn the sheet on (clockwise) so that it reads; 0 where it does.

    Tesseract reads lines that run up or down the sheet too, but only lines across it have tables and reading order.
    A sheet that lies on its head reads as gibberish: the other ways up are tried at half the resolution, unless time is short.
    """
    if len(spotted) < 5:
        return 0
    if aside := _aside(spotted):
        return aside
    best, most = 0, quality(spotted) + 0.1
    half = clean.smaller(page, 2)
    for turn in (180, 90, 270) if quality(spotted) < READ else ():
        left = PATIENCE - (time.monotonic() - began)
        try:
            found = run(tool, clean.turn(half, turn), dpi / 2, languages, seconds=left) if left > 5 else []
        except OcrFailed:
            break
        if len(found) >= 5 and quality(found) > most:
            best, most = turn, quality(found)
            if most > 0.8:
                break
    return best


def _aside(spotted: Sequence[Spotted]) -> int:
    """90 where most words run up the sheet, 270 where they run down, 0 where they run across it."""
    long = [s for s in spotted if len(s.text) >= 4]
    if sum(s.bottom - s.top > 1.5 * (s.x1 - s.x0) for s in long) <= 0.6 * len(long):
        return 0
    steps = [b.top - a.top for a, b in pairwise(spotted) if a.line == b.line]
    return 270 if sum(step > 0 for step in steps) * 2 > len(steps) else 90


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
