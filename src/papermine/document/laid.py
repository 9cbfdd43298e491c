"""Pages after layout, the papers that they make, and the whole pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from papermine.document.lines import Line
from papermine.document.page import Source, Word, unturn
from papermine.provenance import Box

PaperKind = Literal["agenda", "minutes", "report", "appendix", "work_programme", "decision", "questions", "other"]


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
    pages: Sequence[LaidPage]
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


@dataclass
class Pack:
    """A whole file, laid out. ``bookmarks``: (title, page, level) of the PDF's outline.

    ``pages`` is a list, or `Pages`, which holds a long pack's pages packed. Their labels are looked at once.
    """

    pack_id: str
    sha256: str
    file_name: str
    path: str
    pages: Sequence[LaidPage]
    producer: str | None = None
    bookmarks: list[tuple[str, int, int]] = field(default_factory=list)
    seconds: float = 0.0

    @cached_property
    def labels(self) -> list[str | None]:
        """The stamped label of each page, in order."""
        return [page.label for page in self.pages]

    @cached_property
    def _positions(self) -> tuple[dict[str, int], bool]:
        """Label → position, and whether these are stamped ones (else those of the PDF)."""
        stamped = {label: n for n, label in enumerate(self.labels, 1) if label is not None}
        if stamped:
            return stamped, True
        return {page.pdf_label: page.number for page in self.pages if page.pdf_label is not None}, False

    @cached_property
    def _offset(self) -> int | None:
        """What most stamped numbers are short of their positions; None where there is no such number."""
        stamped, _ = self._positions
        offsets = Counter(number - int(own) for own, number in stamped.items() if own.isdigit())
        offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
        return offset if count * 2 > len(stamped) else None

    def position(self, label: str) -> int | None:
        """The position of the page stamped ``label``; between two stamped pages a missed stamp is counted on.

        PDF page labels are used where no page is stamped; None where the page is not in this file.
        """
        known, stamped = self._positions
        if label in known or not stamped or not label.isdigit() or self._offset is None:
            return known.get(label)
        here = int(label) + self._offset
        return here if 1 <= here <= len(self.pages) and self.labels[here - 1] is None else None
