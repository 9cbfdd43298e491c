"""Sheet + picture of a page → one image: legend above, notes at the right, boxes over the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from papermine.draw.fonts import cut, drawable, font, width, wrapped
from papermine.draw.marks import BLACK, Colour, Key, Mark, Sheet, Strip, ink_on
from papermine.provenance import Box

_GROUND: Colour = (236, 239, 242)
_EDGE: Colour = (176, 182, 190)
_TEXT: Colour = (28, 32, 38)
_PALE: Colour = (96, 102, 110)
PANEL = 230.0
"""Width of the notes beside the page, in points."""


@dataclass(slots=True)
class _Note:
    mark: Mark
    lines: list[str]
    y: float
    height: float


def compose(pixels: NDArray[np.uint8], scale: float, sheet: Sheet) -> Image.Image:
    """Draw ``sheet`` over the picture of its page, made at ``scale`` pixels a point."""
    return _Composer(pixels, scale, sheet).image()


class _Composer:
    """One picture in the making. Lengths are pixels; ``u`` is the size of one point of the labels."""

    def __init__(self, pixels: NDArray[np.uint8], scale: float, sheet: Sheet) -> None:
        self.page = Image.fromarray(pixels)
        self.scale, self.sheet = scale, sheet
        self.u = max(scale, 0.9)
        self.size = round(7.5 * self.u)
        self.pad = round(9 * self.u)
        self.gutter = self._gutter()
        self.left = self.pad + self.gutter
        notes = [m for m in sheet.marks if m.note is not None]
        self.panel = round(PANEL * self.u) if notes else 0
        self.full = self.left + self.page.width + self.pad + (self.panel + self.pad if notes else 0)
        self.keys = self._key_rows()
        row = round(self.size * 1.7)
        self.top = self.pad + round(self.size * 1.9) + len(self.keys) * row + (round(34 * self.u) if sheet.strip else 0) + self.pad // 2
        self.notes = self._notes(notes)
        reach = max((n.y + n.height for n in self.notes), default=0.0)
        self.high = max(self.top + self.page.height, round(reach)) + self.pad

    def image(self) -> Image.Image:
        """The finished picture."""
        image = Image.new("RGB", (self.full, self.high), _GROUND)
        image.paste(self._dimmed() if self.sheet.dim else self.page, (self.left, self.top))
        overlay = Image.new("RGBA", image.size, (0, 0, 0, 0))
        over = ImageDraw.Draw(overlay)
        for mark in self.sheet.marks:
            if mark.fill:
                over.rectangle(self._pixels(mark.box), fill=(*mark.colour, round(255 * mark.fill)))
        image.paste(overlay, (0, 0), overlay)
        draw = ImageDraw.Draw(image)
        draw.rectangle((self.left - 1, self.top - 1, self.left + self.page.width, self.top + self.page.height), outline=_EDGE)
        self._header(draw)
        for mark in self.sheet.marks:
            self._outline(draw, mark)
        self._leaders(image)
        self._badges(draw)
        self._panel(draw)
        return image

    def _pixels(self, box: Box) -> tuple[float, float, float, float]:
        """A box of the page in pixels of the picture, kept on the page."""
        x0, x1 = (min(max(v * self.scale, 0), self.page.width - 1) for v in (box.x0, box.x1))
        y0, y1 = (min(max(v * self.scale, 0), self.page.height - 1) for v in (box.top, box.bottom))
        return self.left + min(x0, x1), self.top + min(y0, y1), self.left + max(x0, x1), self.top + max(y0, y1)

    def _dimmed(self) -> Image.Image:
        """The page, paler wherever no mark stands."""
        pale = Image.blend(self.page, Image.new("RGB", self.page.size, (255, 255, 255)), 0.55)
        for mark in self.sheet.marks:
            x0, y0, x1, y1 = (round(v) for v in self._pixels(mark.box))
            area = (x0 - self.left, y0 - self.top, x1 - self.left + 1, y1 - self.top + 1)
            pale.paste(self.page.crop(area), area[:2])
        return pale

    def _gutter(self) -> int:
        """Room left of the page for badges of boxes that start at its edge."""
        badges = [(m.box.x0 * self.scale, self._chip(m.badge)) for m in self.sheet.marks if m.badge]
        return round(max((max(wide - x0 + 2, 0) for x0, wide in badges), default=0))

    def _chip(self, text: str) -> float:
        """Width of a badge."""
        return width(text, self.size, True) + 0.7 * self.size

    def _key_rows(self) -> list[list[tuple[Key, float]]]:
        """The legend in rows that fit the width, each key with its place from the left."""
        rows: list[list[tuple[Key, float]]] = []
        x = float(self.full)
        for key in self.sheet.keys:
            need = 2.2 * self.size + width(drawable(key.text), self.size) + 1.5 * self.size
            if x + need > self.full - self.pad:
                rows.append([])
                x = float(self.pad)
            rows[-1].append((key, x))
            x += need
        return rows

    def _header(self, draw: ImageDraw.ImageDraw) -> None:
        """Title, legend, and the bar of papers."""
        big = round(self.size * 1.15)
        draw.text((self.pad, self.pad), cut(drawable(self.sheet.title), big, self.full - 2 * self.pad, True), _TEXT, font(big, True))
        y = self.pad + round(self.size * 1.9)
        for row in self.keys:
            for key, x in row:
                area = (x, y + 0.15 * self.size, x + 1.6 * self.size, y + 1.15 * self.size)
                tint = tuple(round(255 + (c - 255) * max(key.fill, 0.12)) for c in key.colour)
                draw.rectangle(area, fill=tint)
                self._frame(draw, area, key.colour, key.stroke, max(1, round(self.u)))
                draw.text((x + 2.2 * self.size, y), drawable(key.text), _TEXT, font(self.size))
            y += round(self.size * 1.7)
        if self.sheet.strip:
            self._strip(draw, self.sheet.strip, y + round(6 * self.u))

    def _strip(self, draw: ImageDraw.ImageDraw, strip: Strip, y: float) -> None:
        """The papers of the pack side by side, as wide as their pages are many."""
        x0, wide, high = float(self.pad), self.full - 2 * self.pad, 15 * self.u
        for first, last, colour, kind in strip.papers:
            a, b = x0 + wide * (first - 1) / strip.pages, x0 + wide * last / strip.pages
            draw.rectangle((a, y, max(b - 1, a), y + high), fill=colour, outline=_GROUND if b - a > 3 else None)
            text = drawable(kind)
            if width(text, self.size) + 0.8 * self.size < b - a:
                draw.text((a + 0.4 * self.size, y + (high - 1.2 * self.size) / 2), text, ink_on(colour), font(self.size))
        x = x0 + wide * (strip.page - 0.5) / strip.pages
        tip, foot = y + high + 1 * self.u, y + high + 7 * self.u
        draw.polygon([(x, tip), (x - 4 * self.u, foot), (x + 4 * self.u, foot)], fill=BLACK)

    def _frame(self, draw: ImageDraw.ImageDraw, area: tuple[float, float, float, float], colour: Colour, stroke: str, weight: int) -> None:
        if stroke == "solid":
            draw.rectangle(area, outline=colour, width=weight)
        elif stroke == "dashed":
            x0, y0, x1, y1 = area
            for x, y in self._dashes(x0, x1):
                draw.line((x, y0, y, y0), fill=colour, width=weight)
                draw.line((x, y1, y, y1), fill=colour, width=weight)
            for x, y in self._dashes(y0, y1):
                draw.line((x0, x, x0, y), fill=colour, width=weight)
                draw.line((x1, x, x1, y), fill=colour, width=weight)

    def _dashes(self, start: float, end: float) -> Iterator[tuple[float, float]]:
        """The dashes of a line, as (from, to)."""
        dash = 3 * self.u
        while start < end:
            yield start, min(start + dash, end)
            start += 1.8 * dash

    def _outline(self, draw: ImageDraw.ImageDraw, mark: Mark) -> None:
        if mark.stroke != "none":
            grow = 0.6 * self.scale
            x0, y0, x1, y1 = self._pixels(mark.box)
            self._frame(draw, (x0 - grow, y0 - grow, x1 + grow, y1 + grow), mark.colour, mark.stroke, max(1, round(mark.weight * self.u)))

    def _badges(self, draw: ImageDraw.ImageDraw) -> None:
        """Chips left of the boxes; one that would cover another moves left, then down."""
        taken: list[tuple[float, float, float, float]] = []
        high = 1.35 * self.size
        for mark in self.sheet.marks:
            if mark.badge is None:
                continue
            wide = self._chip(mark.badge)
            x0, y0, _, _ = self._pixels(mark.box)
            x, y = max(x0 - wide - 1, 1.0), y0
            while (hit := next((t for t in taken if x < t[2] and x + wide > t[0] and y < t[3] and y + high > t[1]), None)) is not None:
                if hit[0] - wide - 1 >= 1:
                    x = hit[0] - wide - 1
                else:
                    x, y = max(x0 - wide - 1, 1.0), hit[3] + 1
            taken.append((x, y, x + wide, y + high))
            self._badge(draw, x, y, mark)

    def _badge(self, draw: ImageDraw.ImageDraw, x: float, y: float, mark: Mark) -> None:
        text = mark.badge or ""
        draw.rounded_rectangle((x, y, x + self._chip(text), y + 1.35 * self.size), self.size * 0.3, fill=mark.colour)
        draw.text((x + 0.35 * self.size, y + 0.05 * self.size), text, ink_on(mark.colour), font(self.size, True))

    def _notes(self, marks: list[Mark]) -> list[_Note]:
        """The notes at the right: each at the height of its box, or lower where another is in the way."""
        room = self.panel - self._indent(marks)
        line = 1.3 * self.size
        out = []
        for mark in sorted(marks, key=lambda m: (m.box.top, m.box.x0)):
            text = drawable(mark.note or "")
            lines = wrapped(text, self.size, room, 2) if text else []
            out.append(_Note(mark, lines, self.top + mark.box.top * self.scale, line * (len(lines) + bool(mark.head)) + 0.5 * self.size))
        spare = self.page.height - sum(n.height for n in out)
        if spare < 0:
            for n in out:
                n.lines = n.lines[:1] if len(n.lines) < 2 else [cut(" ".join(n.lines), self.size, room)]
                n.height = line * (len(n.lines) + bool(n.mark.head)) + 0.3 * self.size
        floor = float(self.top)
        for n in out:
            n.y = floor = max(n.y, floor)
            floor += n.height
        ceiling = float(self.top + self.page.height)
        for n in reversed(out):
            n.y = max(min(n.y, ceiling - n.height), float(self.top))
            ceiling = n.y
        floor = float(self.top)
        for n in out:
            n.y = floor = max(n.y, floor)
            floor += n.height
        return out

    def _indent(self, marks: list[Mark]) -> float:
        return max((self._chip(m.badge) for m in marks if m.badge), default=0.0) + 0.8 * self.size

    def _leaders(self, image: Image.Image) -> None:
        """Thin lines from the boxes to their notes."""
        if not self.notes:
            return
        overlay = Image.new("RGBA", image.size, (0, 0, 0, 0))
        draw = ImageDraw.Draw(overlay)
        edge = self.left + self.page.width + 1
        for n in self.notes:
            _, y0, x1, y1 = self._pixels(n.mark.box)
            start = min(y0 + 0.7 * self.size, (y0 + y1) / 2) if y1 - y0 > 1.4 * self.size else (y0 + y1) / 2
            end = n.y + 0.68 * self.size
            draw.line([(x1 + 1, start), (edge, start), (edge + self.pad, end)], fill=(*n.mark.colour, 150), width=max(1, round(0.5 * self.u)))
        image.paste(overlay, (0, 0), overlay)

    def _panel(self, draw: ImageDraw.ImageDraw) -> None:
        x = self.left + self.page.width + self.pad + 2.0
        indent = self._indent([n.mark for n in self.notes])
        for n in self.notes:
            if n.mark.badge is not None:
                self._badge(draw, x, n.y, n.mark)
            y = n.y
            if n.mark.head:
                draw.text((x + indent, y), cut(drawable(n.mark.head), self.size, self.panel - indent, True), _TEXT, font(self.size, True))
                y += 1.3 * self.size
            for text in n.lines:
                draw.text((x + indent, y), text, _PALE if n.mark.head else _TEXT, font(self.size))
                y += 1.3 * self.size
