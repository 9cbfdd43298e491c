"""What is printed: a Pack of Pages, their Words, Rules, Lines and Blocks, and the Papers they make.

All positions are points from the top left corner of the page as displayed (after /Rotate and the
crop box); page numbers are positions in the file, from 1. On a page whose text runs up or down
the sheet the coordinates are those of the sheet turned so that it reads (`Page.turned`);
`Page.unturn` gives the place on the page as displayed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from papermine.provenance import Box, Place

Source = Literal["text", "ocr", "none", "unreadable"]
RuleKind = Literal["line", "fill", "curve", "image"]
PaperKind = Literal["agenda", "minutes", "report", "appendix", "work_programme", "decision", "questions", "other"]


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


class Line:
    """One printed line of a page, kept compactly: its text, and each word's box.

    ``text`` is the words with one space between. ``size`` is the size of most of its letters.
    ``bold`` / ``italic``: so are all its words. ``table``: index of the page's table that holds
    it, else None. ``gap``: white space above it in points, up to the line before in its column.
    """

    __slots__ = ("_bold", "_boxes", "_italic", "bold", "bottom", "gap", "italic", "page", "size", "table", "text", "top", "x0", "x1")

    def __init__(self, page: int, words: Sequence[Word]) -> None:
        self.page = page
        self.text = " ".join(w.text for w in words)
        boxes = np.array([(w.x0, w.top, w.x1, w.bottom, w.size) for w in words], dtype=np.float32)
        self._boxes: NDArray[np.float32] = boxes
        least, most = boxes.min(axis=0).tolist(), boxes.max(axis=0).tolist()
        self.x0, self.top, self.x1, self.bottom = float(least[0]), float(least[1]), float(most[2]), float(most[3])
        sizes: Counter[float] = Counter()
        for w in words:
            sizes[round(w.size, 1)] += len(w.text)
        self.size = max(sizes, key=sizes.__getitem__)
        self._bold = sum(1 << i for i, w in enumerate(words) if w.bold)
        self._italic = sum(1 << i for i, w in enumerate(words) if w.italic)
        full = (1 << len(words)) - 1
        self.bold, self.italic = self._bold == full, self._italic == full
        self.table: int | None = None
        self.gap = 0.0

    def __repr__(self) -> str:
        return f"Line(p{self.page} {self.x0:.0f},{self.top:.0f} {self.text!r})"

    def __len__(self) -> int:
        return len(self._boxes)

    @property
    def box(self) -> Box:
        """The line's box in points."""
        return Box(self.x0, self.top, self.x1, self.bottom)

    @property
    def words(self) -> list[Word]:
        """The line's words, made afresh at each call."""
        rows: list[list[float]] = self._boxes.tolist()
        return [Word(t, r[0], r[1], r[2], r[3], r[4], bool(self._bold >> i & 1), bool(self._italic >> i & 1))
                for i, (t, r) in enumerate(zip(self.text.split(" "), rows, strict=True))]

    @property
    def bold_prefix(self) -> str:
        """The words at its start that are bold ("7 Declarations" of a half-bold line)."""
        n = 0
        while n < len(self) and self._bold >> n & 1:
            n += 1
        return " ".join(self.text.split(" ")[:n])

    def segments(self, gap: float = 1.5) -> list[tuple[str, Box]]:
        """The line cut where the white space between words exceeds ``gap`` × font size."""
        out: list[tuple[str, Box]] = []
        texts, first, (x0, top, x1, bottom, _) = self.text.split(" "), 0, self._boxes[0].tolist()
        for i, (left, upper, right, lower, _) in enumerate(self._boxes.tolist()):
            if left - x1 > gap * self.size and i:
                out.append((" ".join(texts[first:i]), Box(x0, top, x1, bottom)))
                first, x0, top, x1, bottom = i, left, upper, right, lower
            x0, top, x1, bottom = min(x0, left), min(top, upper), max(x1, right), max(bottom, lower)
        return [*out, (" ".join(texts[first:]), Box(x0, top, x1, bottom))]

    def box_of(self, start: int, end: int) -> Box:
        """The box of the words that characters ``start`` to ``end`` of `text` touch."""
        first = self.text.count(" ", 0, max(start, 0))
        last = self.text.count(" ", 0, max(min(end, len(self.text)) - 1, 0))
        rows = self._boxes[first:last + 1]
        return Box(float(rows[:, 0].min()), float(rows[:, 1].min()), float(rows[:, 2].max()), float(rows[:, 3].max()))

    def place(self, start: int = 0, end: int | None = None, field: str | None = None) -> Place:
        """The place of these characters of the line (by default all of it)."""
        end = len(self.text) if end is None else end
        return Place(self.page, self.box_of(start, end), self.text[start:end].strip(), field=field)


def places(lines: Sequence[Line], field: str | None = None) -> list[Place]:
    """One place for each page that ``lines`` stand on, with the words printed there."""
    out: list[Place] = []
    for page in dict.fromkeys(line.page for line in lines):
        here = [line for line in lines if line.page == page]
        box = here[0].box
        for line in here[1:]:
            box = box.join(line.box)
        out.append(Place(page, box, " ".join(line.text for line in here), field=field))
    return out


@dataclass(slots=True)
class Block:
    """Lines that belong together: a paragraph, a heading, a list item. In reading order."""

    lines: list[Line]

    @property
    def text(self) -> str:
        """Its lines joined with a space, hyphenation at line ends undone."""
        return join_lines([line.text for line in self.lines])

    @property
    def page(self) -> int:
        """The page of its first line, from 1."""
        return self.lines[0].page

    @property
    def bold(self) -> bool:
        """All its words are bold."""
        return all(line.bold for line in self.lines)


def join_lines(texts: Sequence[str]) -> str:
    """Join printed lines with one space; "develop-" + "ment" becomes "development".

    A hyphen stays where the next line starts with a capital or a digit ("Mid-" + "Wales"), and after
    a one-letter part ("e-" + "mail" is joined with its hyphen).
    """
    out = ""
    for text in texts:
        if not out:
            out = text
        elif out.endswith("\u00ad"):
            out = out[:-1] + text
        elif out.endswith("-") and len(out) > 2 and out[-2].isalpha() and text[:1].islower():
            stem = out[:-1].rsplit(" ", 1)[-1]
            out = (out if len(stem) < 2 or "-" in stem else out[:-1]) + text
        elif out.endswith("-") and len(out) > 2 and out[-2].isalnum() and text[:1].isalnum() and out[-2].isdigit() == text[0].isdigit():
            out += text
        else:
            out = f"{out} {text}"
    return out.replace("\u00ad", "")


@dataclass(slots=True)
class Cell:
    """A table cell as one page prints it: grid position from 0, spans, text and box."""

    row: int
    column: int
    text: str
    box: Box
    row_span: int = 1
    column_span: int = 1
    bold: bool = False


@dataclass(slots=True)
class TablePart:
    """A table, or what one page holds of it. ``ruled``: by borders; else by white space.

    ``header_rows`` counts the rows at its top that name the columns.
    """

    page: int
    box: Box
    rows: int
    columns: int
    cells: list[Cell]
    ruled: bool
    rule: str
    header_rows: int = 0


@dataclass(slots=True)
class LaidPage:
    """A page after layout: lines in reading order, running heads and feet set aside.

    ``label`` is the page number as stamped ("Page 3" → "3"); ``head`` and ``foot`` the lines that
    repeat from page to page; ``lines`` all others, including those inside tables (`Line.table`
    is then the index in ``tables``); ``images`` the share of the page that pictures cover, 0 to 1.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    head: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    tables: list[TablePart] = field(default_factory=list)
    label: str | None = None
    pdf_label: str | None = None
    turned: int = 0
    images: float = 0.0
    source: Source = "text"
    reason: str | None = None
    skew: float = 0.0
    confidence: float | None = None
    unsure: list[Word] = field(default_factory=list)
    redacted: list[Box] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[tuple[float, int]] = field(default_factory=list)

    def paragraph_at(self, top: float) -> int | None:
        """The number of the paragraph that holds what begins at ``top``; None on a page of a paper that has pages."""
        above = [n for y, n in self.paragraphs if y <= top + 1]
        return above[-1] if above else None

    def unturn(self, box: Box) -> Box:
        """The place of ``box`` on the page as displayed."""
        return unturn(box, self.turned, self.width, self.height, self.skew)

    @property
    def text(self) -> str:
        """All body lines, one a line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def body_size(self) -> float:
        """The font size of most letters, in points (0 on an empty page)."""
        count: dict[float, int] = {}
        for line in self.lines:
            count[line.size] = count.get(line.size, 0) + len(line.text)
        return max(count, key=lambda s: count[s]) if count else 0.0

    @property
    def blank(self) -> bool:
        """Nothing is printed but running lines, or "This page is intentionally left blank"."""
        text = self.text.strip().lower().strip("[](). ")
        return (not text and self.images < 0.05) or text in _BLANK


_BLANK = {"this page is intentionally left blank", "this page has been intentionally left blank", "intentionally left blank",
          "page intentionally left blank", "this page has intentionally been left blank", "blank page"}


@dataclass(slots=True)
class Paper:
    """One of the papers that a pack is made of: its kind, and its laid-out pages in order."""

    kind: PaperKind
    pages: list[LaidPage]
    title: str | None = None
    title_lines: list[Line] = field(default_factory=list)
    rule: str = ""
    document_id: str = ""

    @property
    def first_page(self) -> int:
        """Position of its first page in the file, from 1."""
        return self.pages[0].number

    @property
    def last_page(self) -> int:
        """Position of its last page in the file."""
        return self.pages[-1].number

    @property
    def lines(self) -> Iterator[Line]:
        """Its body lines in reading order, over all its pages but those that are left blank."""
        for page in self.pages:
            if not page.blank:
                yield from page.lines


@dataclass(slots=True)
class Pack:
    """A whole file, laid out. ``bookmarks``: (title, page, level) of the PDF's outline."""

    pack_id: str
    sha256: str
    file_name: str
    path: str
    pages: list[LaidPage]
    producer: str | None = None
    bookmarks: list[tuple[str, int, int]] = field(default_factory=list)
    seconds: float = 0.0

    def position(self, label: str) -> int | None:
        """The position of the page stamped ``label``; between two stamped pages a missed stamp is counted on.

        PDF page labels are used where no page is stamped; None where the page is not in this file.
        """
        stamped = {page.label: page.number for page in self.pages if page.label is not None}
        if not stamped:
            stamped = {page.pdf_label: page.number for page in self.pages if page.pdf_label is not None}
            return stamped.get(label)
        if label in stamped or not label.isdigit():
            return stamped.get(label)
        offsets = Counter(number - int(own) for own, number in stamped.items() if own.isdigit())
        if not offsets:
            return None
        offset, count = offsets.most_common(1)[0]
        here = int(label) + offset
        if count * 2 <= len(stamped) or not 1 <= here <= len(self.pages) or self.pages[here - 1].label is not None:
            return None
        return here
