"""Fonts, marks on a page, and the PDF they become. The only module that knows reportlab."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)
LETTER = (612.0, 792.0)

FAMILIES = {
    "helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "courier": ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
    "vera": ("Vera", "VeraBd", "VeraIt", "VeraBI"),
}
_FACES = {"": 0, "b": 1, "i": 2, "bi": 3}


@lru_cache(maxsize=1)
def _register_vera() -> None:
    """Make reportlab's bundled Vera family known; base fonts need no registering."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in FAMILIES["vera"]:
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def font(family: str, face: str = "") -> str:
    """The font name of a family's face: "" upright, "b" bold, "i" italic, "bi" both."""
    if family == "vera":
        _register_vera()
    return FAMILIES[family][_FACES[face]]


@lru_cache(maxsize=200_000)
def width(text: str, font_name: str, size: float) -> float:
    """Width of `text` in points when set in `font_name` at `size` points."""
    return float(pdfmetrics.stringWidth(text, font_name, size))


@dataclass(frozen=True)
class Glyphs:
    """A run of text; x and y (baseline) from the bottom left corner."""

    x: float
    y: float
    font: str
    size: float
    text: str
    gray: float = 0.0
    word_space: float = 0.0


@dataclass(frozen=True)
class Stroke:
    """A straight line, `weight` points thick."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float = 0.5
    gray: float = 0.0


@dataclass(frozen=True)
class Box:
    """A rectangle: filled where `fill` (red, green, blue in 0..1) is given, outlined where `weight` > 0."""

    x: float
    y: float
    width: float
    height: float
    fill: tuple[float, float, float] | None = None
    weight: float = 0.0


@dataclass(frozen=True)
class Shape:
    """A filled polygon through `points`."""

    points: tuple[tuple[float, float], ...]
    fill: tuple[float, float, float]


Mark = Glyphs | Stroke | Box | Shape


@dataclass(eq=False)
class Page:
    """One sheet: its size in points, the marks on it and, once bound into a pack, its position (from 1)."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
    blank: bool = False
    position: int = 0


def _draw(canvas: Canvas, mark: Mark) -> None:
    """Put one mark on the canvas."""
    if isinstance(mark, Glyphs):
        canvas.setFillGray(mark.gray)
        words = canvas.beginText(mark.x, mark.y)
        words.setFont(mark.font, mark.size)
        if mark.word_space:
            words.setWordSpace(round(mark.word_space, 3))
        words.textOut(mark.text)
        if mark.word_space:
            words.setWordSpace(0)
        canvas.drawText(words)
    elif isinstance(mark, Stroke):
        canvas.setStrokeGray(mark.gray)
        canvas.setLineWidth(mark.weight)
        canvas.line(mark.x0, mark.y0, mark.x1, mark.y1)
    elif isinstance(mark, Box):
        if mark.fill is not None:
            canvas.setFillColorRGB(*mark.fill)
        if mark.weight:
            canvas.setStrokeGray(0)
            canvas.setLineWidth(mark.weight)
        canvas.rect(mark.x, mark.y, mark.width, mark.height, stroke=int(mark.weight > 0), fill=int(mark.fill is not None))
    else:
        canvas.setFillColorRGB(*mark.fill)
        path = canvas.beginPath()
        path.moveTo(*mark.points[0])
        for point in mark.points[1:]:
            path.lineTo(*point)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)


def render(pages: Sequence[Page], title: str, outline: Sequence[tuple[str, Page]] = ()) -> bytes:
    """The PDF bytes of `pages`; the same pages always give the same bytes.

    `outline` lists the file's bookmarks as (text, page). Page streams are left uncompressed, so that
    the bytes do not depend on the zlib build.
    """
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("papermine corpus")
    marks: dict[int, list[str]] = {}
    for text, page in outline:
        marks.setdefault(id(page), []).append(text)
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width, page.height))
        for place, text in enumerate(marks.get(id(page), [])):
            key = f"p{number}-{place}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(text, key, 0, 1)
        for mark in page.marks:
            _draw(canvas, mark)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
