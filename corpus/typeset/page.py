"""A paper: text flowed over pages, each call telling on which page its first line landed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .ink import A4, Box, Glyphs, Page, Shape, Stroke, font, width

Text = str | Sequence[tuple[str, str]]
"""Words to set: plain, or runs of (words, face) with the faces "", "b", "i", "bi"."""

Furniture = Callable[[Page, int, int], None]
"""Draws a page's running head and foot; told the page, its number in the paper (from 1) and the count."""


@dataclass(frozen=True)
class Style:
    """The look of a pack. Lengths in points; `leading` is a multiple of the type size."""

    family: str = "helvetica"
    size: float = 11.0
    leading: float = 1.16
    left: float = 72.0
    right: float = 72.0
    top: float = 64.0
    bottom: float = 72.0
    gap: float = 8.0
    border: str = "full"
    justify: bool = False
    numbers: str = "{}"
    dates: str = "{d} {month} {y}"
    sheet: tuple[float, float] = A4


@dataclass(frozen=True)
class _Word:
    text: str
    font: str
    width: float


def runs(text: Text, face: str) -> list[tuple[str, str]]:
    """`text` as a list of (words, face)."""
    return [(text, face)] if isinstance(text, str) else [(words, own or face) for words, own in text]


def plain(text: Text) -> str:
    """The words of `text` without their faces."""
    return text if isinstance(text, str) else " ".join(" ".join(words for words, _ in text).split())


class Paper:
    """One paper of a pack: a cursor that runs down a page and starts the next when it is full.

    `y` is the baseline zone's upper edge, measured up from the foot of the page.
    """

    def __init__(self, style: Style, kind: str, *, sheet: tuple[float, float] | None = None) -> None:
        """Start a paper of document kind `kind` with one empty page of `sheet` (width, height)."""
        self.style = style
        self.kind = kind
        self.sheet = sheet or style.sheet
        self.pages: list[Page] = []
        self.furniture: Furniture | None = None
        self.y = 0.0
        self.new_page()

    @property
    def page(self) -> Page:
        """The page that the cursor is on."""
        return self.pages[-1]

    @property
    def width(self) -> float:
        """Width between the margins, in points."""
        return self.sheet[0] - self.style.left - self.style.right

    def new_page(self, sheet: tuple[float, float] | None = None) -> Page:
        """Start a page, from here on of size `sheet` where given."""
        self.sheet = sheet or self.sheet
        self.pages.append(Page(*self.sheet))
        self.y = self.sheet[1] - self.style.top
        return self.page

    def room(self, height: float) -> bool:
        """Start a new page unless `height` points are left on this one; true where it did."""
        if self.y - height >= self.style.bottom:
            return False
        self.new_page()
        return True

    def space(self, height: float) -> None:
        """Move down by `height` points, never past the foot."""
        self.y = max(self.y - height, self.style.bottom)

    def wrap(self, text: Text, measure: float, size: float, face: str = "") -> list[list[_Word]]:
        """Break `text` into lines no wider than `measure` points."""
        lines: list[list[_Word]] = [[]]
        used = 0.0
        for words, own in runs(text, face):
            name = font(self.style.family, own)
            space = width(" ", name, size)
            for word in words.split():
                item = _Word(word, name, width(word, name, size))
                if lines[-1] and used + space + item.width > measure:
                    lines.append([])
                    used = 0.0
                used += item.width + (space if lines[-1] else 0.0)
                lines[-1].append(item)
        return lines

    def line_width(self, line: Sequence[_Word], size: float) -> float:
        """Set width of a line in points."""
        return sum(w.width for w in line) + sum(width(" ", w.font, size) for w in line[1:])

    def set_line(self, line: Sequence[_Word], x: float, y: float, size: float, *, stretch: float = 0.0, gray: float = 0.0) -> None:
        """Set one line with its baseline at `y`; `stretch` widens each space by so many points."""
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and line[end].font == line[start].font:
                end += 1
            text = " ".join(w.text for w in line[start:end]) + (" " if end < len(line) else "")
            name = line[start].font
            if stretch and name.startswith("Vera"):  # word spacing does not reach composite fonts
                for word in line[start:end]:
                    self.page.marks.append(Glyphs(x, y, name, size, word.text, gray))
                    x += word.width + width(" ", name, size) + stretch
            else:
                self.page.marks.append(Glyphs(x, y, name, size, text, gray, stretch))
                x += width(text, name, size) + stretch * text.count(" ")
            start = end

    def para(
        self,
        text: Text,
        *,
        left: float = 0.0,
        right: float = 0.0,
        hang: float = 0.0,
        label: str = "",
        label_face: str = "",
        size: float | None = None,
        face: str = "",
        align: str = "",
        before: float = 0.0,
        after: float | None = None,
        keep: float = 0.0,
        underline: bool = False,
        gray: float = 0.0,
    ) -> Page:
        """Set a paragraph and return the page of its first line.

        `label` (a number or bullet) is set at `left`, the text at `left + hang`; `keep` asks for so many
        points below the first line on the same page; `before` and `after` are space in points.
        """
        size = size or self.style.size
        lead = size * self.style.leading
        align = align or ("justify" if self.style.justify else "left")
        measure = self.width - left - right - hang
        lines = self.wrap(text, measure, size, face)
        if self.y < self.sheet[1] - self.style.top - 1:
            self.space(before)
        first: Page | None = None
        for number, line in enumerate(lines):
            orphan = lead if number == 0 and len(lines) > 2 else 0.0
            self.room(lead + max(orphan, keep if number == 0 else 0.0))
            self.y -= lead
            base = self.y + size * 0.22
            x = self.style.left + left + hang
            if first is None:
                first = self.page
                if label:
                    self.page.marks.append(Glyphs(self.style.left + left, base, font(self.style.family, label_face), size, label, gray))
            spare = measure - self.line_width(line, size)
            stretch = 0.0
            if align == "centre":
                x += spare / 2
            elif align == "right":
                x += spare
            elif align == "justify" and number < len(lines) - 1 and len(line) > 3 and spare < measure * 0.2:
                stretch = spare / (len(line) - 1)
            self.set_line(line, x, base, size, stretch=stretch, gray=gray)
            if underline:
                end = x + measure - spare if align != "justify" else x + measure
                self.page.marks.append(Stroke(x, base - size * 0.12, end, base - size * 0.12, 0.6, gray))
        self.space(self.style.gap if after is None else after)
        assert first is not None
        return first

    def tabs(self, cells: Sequence[tuple[float, Text]], *, size: float | None = None, face: str = "", after: float = 2.0) -> Page:
        """Set texts side by side without rules, each (x from the left margin, text); return their page."""
        size = size or self.style.size
        lead = size * self.style.leading
        ends = [x - 6 for x, _ in cells[1:]] + [self.width]
        columns = [(x, self.wrap(text, end - x, size, face)) for (x, text), end in zip(cells, ends, strict=True)]
        height = lead * max(len(lines) for _, lines in columns)
        self.room(height)
        for x, lines in columns:
            for number, line in enumerate(lines):
                base = self.y - lead * (number + 1) + size * 0.22
                self.set_line(line, self.style.left + x, base, size)
        self.y -= height
        self.space(after)
        return self.page

    def rule(self, weight: float = 0.75, *, after: float = 6.0, left: float = 0.0, right: float = 0.0) -> None:
        """Draw a line across the page."""
        self.room(4)
        self.y -= 2
        x0, x1 = self.style.left + left, self.sheet[0] - self.style.right - right
        self.page.marks.append(Stroke(x0, self.y, x1, self.y, weight))
        self.space(after)

    def crest(self, x: float, height: float, colours: Sequence[tuple[float, float, float]]) -> None:
        """Draw a shield `height` points high with its upper edge at the cursor, `x` from the left margin."""
        w, top, left = height * 0.82, self.y, self.style.left + x
        a, b = colours[0], colours[1]
        outline = ((0, 0), (w, 0), (w, -height * 0.55), (w / 2, -height), (0, -height * 0.55))
        self.page.marks.append(Shape(tuple((left + px, top + py) for px, py in outline), a))
        band = ((0, -height * 0.18), (w, -height * 0.42), (w, -height * 0.58), (0, -height * 0.34))
        self.page.marks.append(Shape(tuple((left + px, top + py) for px, py in band), b))
        for px, py in ((0.68, 0.14), (0.26, 0.60)):
            side = height * 0.11
            self.page.marks.append(Box(left + w * px, top - height * py - side, side, side, b))

    def panel(self, top: float, top_page: Page, *, weight: float = 0.75, pad: float = 8.0) -> None:
        """Draw a box round what was set since the cursor was at `top` on `top_page` (same page only)."""
        if top_page is self.page:
            x = self.style.left - pad
            self.page.marks.append(Box(x, self.y, self.width + 2 * pad, top - self.y, None, weight))
