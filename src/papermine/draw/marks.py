"""What is drawn over a page: marks, their colours, and the picture's parts, still without pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from papermine.provenance import Box

Colour = tuple[int, int, int]
Stroke = Literal["solid", "dashed", "none"]

# Okabe and Ito's palette: told apart by readers with any kind of colour vision.
BLACK: Colour = (40, 40, 40)
ORANGE: Colour = (230, 159, 0)
SKY: Colour = (86, 180, 233)
GREEN: Colour = (0, 158, 115)
YELLOW: Colour = (240, 228, 66)
BLUE: Colour = (0, 114, 178)
RED: Colour = (213, 94, 0)
PURPLE: Colour = (204, 121, 167)
GREY: Colour = (130, 134, 140)


def ink_on(colour: Colour) -> Colour:
    """Black or white, whichever reads better on ``colour``."""
    r, g, b = ((c / 255) ** 2.2 for c in colour)
    return (255, 255, 255) if 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.3 else (0, 0, 0)


@dataclass(slots=True)
class Mark:
    """A box to draw, in points on the page as displayed.

    ``fill``: opacity of its inside, 0 to 1. ``badge``: a chip at its upper left corner.
    ``note``: a text beside the page that a thin line joins to the box; ``head`` stands before it
    in bold.
    """

    box: Box
    colour: Colour
    stroke: Stroke = "solid"
    weight: float = 1.0
    fill: float = 0.0
    badge: str | None = None
    note: str | None = None
    head: str = ""


@dataclass(slots=True)
class Key:
    """A line of the legend: a colour, how it is drawn, and what it means."""

    colour: Colour
    text: str
    stroke: Stroke = "solid"
    fill: float = 0.0


@dataclass(slots=True)
class Strip:
    """The papers of a pack as a bar: (first page, last page, colour, kind) of each, and the page drawn."""

    pages: int
    page: int
    papers: list[tuple[int, int, Colour, str]]


@dataclass(slots=True)
class Sheet:
    """All that is drawn over one page. ``dim`` greys what no mark covers."""

    title: str
    marks: list[Mark] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)
    strip: Strip | None = None
    dim: bool = False
