"""A page as read: words and rules, and where they stand on the page as displayed."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

from papermine.provenance import Box

Source = Literal["text", "ocr", "none", "unreadable"]
RuleKind = Literal["line", "fill", "curve", "image"]


@dataclass(slots=True)
class Word:
    """Glyphs set together, without spaces. ``size`` is the font size in points as displayed.

    ``upright`` is False for words that run up or (``downward``) down the page. ``order`` is the paint order.
    ``confidence`` (0 to 1) is less than 1 only where a picture was recognised.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    upright: bool = True
    order: int = 0
    baseline: float = 0.0
    downward: bool = False
    confidence: float = 1.0

    @property
    def box(self) -> Box:
        """The word's box: from the font's ascent to its descent, over its advance widths."""
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True)
class Rule:
    """Ink that is not text, as an axis-parallel box.

    ``line``: a stroked straight segment (a stroked rectangle gives four), or a filled rectangle
    thinner than 2.5 points. ``fill``: a filled rectangle. ``curve``: any other path, as the box
    round it. ``image``: a picture.
    ``light`` is the luminance of its colour: 0 is black, 1 white.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    kind: RuleKind
    light: float = 0.0
    order: int = 0

    @property
    def box(self) -> Box:
        """The rule's box in points."""
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True)
class Page:
    """One page as read: words and rules, not yet in reading order.

    ``source``: where its words come from (none: nothing is printed; unreadable: what is printed cannot be read);
    ``reason``: why its picture was recognised, or why it is unreadable. ``skew``: degrees by which the print leans
    clockwise, straightened in these positions. ``confidence``: mean over its letters; ``unsure``: words with little.
    ``hidden``: its text is invisible (an OCR layer under or over a picture); ``unmapped``: glyphs without a character.
    ``redacted``: boxes of text that lies under an opaque fill. ``notes``: (issue code, sentence) for what could not be read.
    ``paragraphs``: (top, number from 1) of the paragraphs of a paper that has no pages of its own (Word, HTML), from the top down.
    """

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[Rule]
    turned: int = 0
    label: str | None = None
    source: Source = "text"
    reason: str | None = None
    skew: float = 0.0
    confidence: float | None = None
    unsure: list[Word] = field(default_factory=list)
    hidden: bool = False
    unmapped: int = 0
    redacted: list[Box] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[tuple[float, int]] = field(default_factory=list)

    def unturn(self, box: Box) -> Box:
        """The place of ``box`` on the page as displayed (the same where ``turned`` and ``skew`` are 0)."""
        return unturn(box, self.turned, self.width, self.height, self.skew)


def unturn(box: Box, turned: int, width: float, height: float, skew: float = 0.0) -> Box:
    """Map a box from a sheet turned by ``turned`` degrees (``width`` × ``height``) back.

    Where the sheet was straightened by ``skew`` degrees round its middle, the box round the leaning one is given.
    """
    if skew:
        sin, cos = math.sin(math.radians(skew)), math.cos(math.radians(skew))
        cx, cy = width / 2, height / 2
        corners = [(x - cx, y - cy) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
        xs, ys = [cx + x * cos - y * sin for x, y in corners], [cy + x * sin + y * cos for x, y in corners]
        box = Box(min(xs), min(ys), max(xs), max(ys))
    if turned == 180:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    if turned == 90:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    if turned == 270:
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)
    return box
