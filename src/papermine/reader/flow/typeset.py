"""Paragraphs and tables → sheets of a PDF, and where each paragraph stands on them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from papermine.reader.flow.blocks import Block, Grid, GridCell, Paragraph

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 56.0
"""The sheet (A4, ISO 216) and its margins, in points."""
SIZE, LEADING, INDENT = 10.0, 1.3, 22.0
_SIZES = {1: 15.0, 2: 13.0, 3: 11.5}
_PAD = 3.0
_FOLDER = Path(__file__).parent.parent.parent / "typeface"


@dataclass(slots=True)
class Sheets:
    """A typeset paper: the PDF's bytes, and for each sheet the (top in points, number from 1) of each paragraph that begins
    or goes on there, from the top down. A table's rows count as paragraphs, each as one."""

    pdf: bytes
    marks: list[list[tuple[float, int]]] = field(default_factory=list)


@cache
def _fonts() -> tuple[str, str]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    for name, file in (("Flow", "DejaVuSans-latin.ttf"), ("FlowBold", "DejaVuSans-Bold-latin.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(_FOLDER / file)))
    return "Flow", "FlowBold"


@dataclass(slots=True)
class _Piece:
    text: str
    bold: bool
    width: float


_Row = list[_Piece]
"""A line as set: its words, from left to right."""


def typeset(blocks: list[Block]) -> Sheets:
    """Set blocks one below the other on as many sheets as they need."""
    return _Press().run(blocks)


class _Press:
    def __init__(self) -> None:
        from reportlab.pdfgen.canvas import Canvas
        self.out = io.BytesIO()
        self.canvas: Any = Canvas(self.out, pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=True)
        self.marks: list[list[tuple[float, int]]] = [[]]
        self.y = MARGIN
        self.number = 0

    def run(self, blocks: list[Block]) -> Sheets:
        for block in blocks:
            if not block.words:
                continue
            if isinstance(block, Grid):
                self._grid(block)
            else:
                self.number += 1
                self._paragraph(block)
        self.canvas.save()
        return Sheets(self.out.getvalue(), self.marks)

    def _turn(self) -> None:
        self.canvas.showPage()
        self.marks.append([])
        self.y = MARGIN

    def _mark(self) -> None:
        self.marks[-1].append((self.y, self.number))

    def _paragraph(self, p: Paragraph) -> None:
        size = _SIZES.get(p.heading, SIZE)
        left = MARGIN + INDENT * min(p.level, 6)
        hang = left if not p.label else left + max(INDENT, _width(p.label + "  ", False, size))
        rows = _rows(p, WIDTH - MARGIN - hang, size)
        self.y += 12 if p.heading else 6
        first = True
        for row in rows:
            if self.y + size * LEADING > HEIGHT - MARGIN:
                self._turn()
                first_here = True
            else:
                first_here = first
            if first_here:
                self._mark()
            if first and p.label:
                self._set([_Piece(p.label, p.heading > 0 or (bool(row) and row[0].bold), 0)], left, size)
            x = hang
            if p.centred and not p.label:
                x = max(MARGIN, (WIDTH - _length(row, size)) / 2)
            self._set(row, x, size)
            self.y += size * LEADING
            first = False

    def _set(self, row: _Row, x: float, size: float) -> None:
        """Draw a line's words, those of one weight in one go, so that their spaces are printed."""
        plain, bold = _fonts()
        at = 0
        while at < len(row):
            end = at
            while end < len(row) and row[end].bold == row[at].bold:
                end += 1
            text = " ".join(p.text for p in row[at:end])
            self.canvas.setFont(bold if row[at].bold else plain, size)
            self.canvas.drawString(x, HEIGHT - self.y - size, text)
            x += _width(text + " ", row[at].bold, size)
            at = end

    def _grid(self, grid: Grid) -> None:
        edges = _edges(grid)
        size = SIZE - 1.5
        lines = {id(c): [row for p in c.paragraphs for row in _rows(_labelled(p), edges[c.column + c.column_span] - edges[c.column] - 2 * _PAD, size)]
                 for c in grid.cells}
        heights = [size * LEADING + 2 * _PAD] * grid.rows
        for c in grid.cells:
            need = len(lines[id(c)]) * size * LEADING + 2 * _PAD
            last = min(c.row + c.row_span, grid.rows) - 1
            spare = need - sum(heights[c.row:last + 1])
            if spare > 0:
                heights[last] += spare
        self.y += 8
        held: dict[int, list[GridCell]] = {}
        for c in grid.cells:
            held.setdefault(c.row, []).append(c)
        room = HEIGHT - 2 * MARGIN
        for r in range(grid.rows):
            self.number += 1
            left = {id(c): list(lines[id(c)]) for c in held.get(r, [])}
            height = min(heights[r], room)
            if self.y + height > HEIGHT - MARGIN:
                if self.marks[-1]:
                    self._turn()
                self.y = MARGIN
            while True:
                self._mark()
                fits = max(1, int((height - 2 * _PAD) / (size * LEADING) + 1e-6))
                for c in held.get(r, []):
                    span = height + sum(heights[r + 1:r + c.row_span])
                    down = min(span, HEIGHT - MARGIN - self.y)
                    self.canvas.rect(edges[c.column], HEIGHT - self.y - down, edges[c.column + c.column_span] - edges[c.column], down)
                    many = fits if c.row_span == 1 else max(fits, int((down - 2 * _PAD) / (size * LEADING)))
                    mine, left[id(c)] = left[id(c)][:many], left[id(c)][many:]
                    top = self.y
                    self.y += _PAD
                    for row in mine:
                        self._set(row, edges[c.column] + _PAD, size)
                        self.y += size * LEADING
                    self.y = top
                self.y += height
                rest = max((len(v) for v in left.values()), default=0)
                if not rest:
                    break
                self._turn()
                height = min(room, rest * size * LEADING + 2 * _PAD)
        self.y += 4


def _labelled(p: Paragraph) -> Paragraph:
    """A paragraph in a cell, its number in front of its words."""
    from papermine.reader.flow.blocks import Run
    return Paragraph([Run(p.label + " "), *p.runs] if p.label else p.runs)


def _rows(p: Paragraph, room: float, size: float) -> list[_Row]:
    """A paragraph broken into lines that fit; a word wider than a line is cut."""
    rows: list[_Row] = [[]]
    x = 0.0
    glue = False
    for run in p.runs:
        bold = run.bold or p.heading > 0
        for part in re.split(r"(\s+)", run.text):
            if not part:
                continue
            if part.isspace():
                glue = False
                if "\n" in part:
                    rows.append([])
                    x = 0.0
                continue
            for word in _cut(_plain(part), bold, size, room):
                wide = _width(word, bold, size)
                if glue and rows[-1] and rows[-1][-1].bold == bold:
                    rows[-1][-1] = _Piece(rows[-1][-1].text + word, bold, rows[-1][-1].width + wide)
                    x += wide
                else:
                    if x + wide > room and rows[-1]:
                        rows.append([])
                        x = 0.0
                    rows[-1].append(_Piece(word, bold, wide))
                    x += wide + _width(" ", bold, size)
                glue = True
    return [row for row in rows if row]


def _cut(word: str, bold: bool, size: float, room: float) -> list[str]:
    if _width(word, bold, size) <= room:
        return [word] if word else []
    fit = max(1, int(len(word) * room / _width(word, bold, size)) - 1)
    return [word[i:i + fit] for i in range(0, len(word), fit)]


def _plain(text: str) -> str:
    """Without control characters, which a PDF string cannot carry."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", text)


def _width(text: str, bold: bool, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    return float(stringWidth(text, _fonts()[bold], size))


def _length(row: _Row, size: float) -> float:
    return sum(p.width for p in row) + sum(_width(" ", p.bold, size) for p in row[1:])


def _edges(grid: Grid) -> list[float]:
    """Where the columns begin and end: each as wide as its words ask for, within the sheet."""
    wish = [20.0] * grid.columns
    for c in grid.cells:
        texts = ["".join(r.text for r in p.runs) for p in c.paragraphs]
        need = max((_width(_plain(t), True, SIZE - 1.5) for t in texts), default=0.0) + 3 * _PAD
        longest = max((_width(_plain(w), True, SIZE - 1.5) for t in texts for w in t.split()), default=0.0) + 3 * _PAD
        if c.column_span == 1:
            wish[c.column] = max(wish[c.column], min(need, 180.0), min(longest, 240.0))
    room = WIDTH - 2 * MARGIN
    scale = min(1.0, room / sum(wish)) if sum(wish) else 1.0
    edges = [MARGIN]
    for w in wish:
        edges.append(edges[-1] + w * scale)
    return edges
