"""What a paper without pages is made of: paragraphs and tables, in order."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike."""

    text: str
    bold: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph, with its list number or bullet as the reader of the paper sees it ("3.1", "(a)", "•").

    ``level`` is how deep it is set in (0: not); ``heading`` is 1 for the largest heading, 0 for none.
    A run's text may hold ``"\\n"``: a line break inside the paragraph.
    """

    runs: list[Run]
    label: str = ""
    level: int = 0
    heading: int = 0
    centred: bool = False

    @property
    def words(self) -> bool:
        """Does it say anything?"""
        return any(r.text.strip() for r in self.runs)


@dataclass(slots=True)
class GridCell:
    """A cell: its place from 0, its spans, and its paragraphs."""

    row: int
    column: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Grid:
    """A table of ``rows`` × ``columns``."""

    rows: int
    columns: int
    cells: list[GridCell]

    @property
    def words(self) -> bool:
        """Does it say anything?"""
        return any(p.words for c in self.cells for p in c.paragraphs)


Block = Paragraph | Grid
