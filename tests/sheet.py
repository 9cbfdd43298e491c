"""What the marked-up texts of `housestyle` and `packstyle` share: marks → paragraphs and tables, words that stand in them as truth.

A line is a mark, a bar and words: ``C|`` centred bold, ``H|`` bold, ``R|`` set to the right (a figure gives a size in points: ``C16|``), ``P|`` a paragraph
(``P20|``: indented by 20 points), ``L40,20 (a)|`` a hanging paragraph at 40 points with its label 20 to the left, ``G100,300|`` a row of a ruled table
with these column widths (cells divided by ``~``), ``W100,300|`` the same without rules, ``S|`` white space, ``B|`` a page break.
``**bold**``, ``//italic//``, ``<br/>``. ``{{…}}`` marks truth. ``#key value`` lines describe the file.
"""

from __future__ import annotations

import re
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table, TableStyle

_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}


def truth_marks(kinds: str) -> re.Pattern[str]:
    """The pattern of ``{{K how: words}}`` for these letters."""
    return re.compile(r"\{\{(?P<kind>[" + kinds + r"])(?P<how>(?:[^:{}\"]|\"[^\"]*\")*): (?P<words>.*?)\}\}", re.S)


def plain(words: str) -> str:
    """The words without their marks."""
    return " ".join(re.sub(r"\*\*|//|<[^>]+>", " ", words).replace("&amp;", "&").split())


def letters(words: str) -> str:
    """Letters and figures alone, small: how words are looked for on a page."""
    return re.sub(r"\W", "", words).lower()


def _markup(words: str) -> str:
    words = re.sub(r"&(?!amp;)", "&amp;", words)
    words = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", words, flags=re.S)
    return re.sub(r"(?<!:)//(.+?)//", r"<i>\1</i>", words, flags=re.S)


class Sheet:
    """One text, set. ``story`` is what reportlab builds; `note` takes the truth out of the words."""

    marks: re.Pattern[str]

    def __init__(self, text: str) -> None:
        self.about: dict[str, str] = {}
        self.story: list[Flowable] = []
        self._rows: list[list[str]] = []
        self._table = ""
        lines = text.splitlines()
        for line in lines:
            if line.startswith("#"):
                self.describe(*line[1:].split(" ", 1))
        self.font = self.about.get("font", "Helvetica")
        self.size = float(self.about.get("size", "11"))
        self.body = ParagraphStyle("body", fontName=self.font, fontSize=self.size, leading=1.2 * self.size, spaceAfter=float(self.about.get("gap", "6")))
        for line in lines:
            if line and not line.startswith("#") and not (line.startswith("!") and self.order(line)):
                self._line(line)
        self._flush()

    def describe(self, key: str, value: str = "") -> None:
        """A ``#key value`` line."""
        self.about[key] = value

    def order(self, line: str) -> bool:
        """A ``!`` line, where this kind of text has such. False: no such order."""
        return False

    def words(self, words: str) -> str:
        """The words of a line before anything is looked for in them."""
        return words

    def own(self, mark: str, words: str) -> bool:
        """A mark that only this kind of text has. False: no such mark."""
        return False

    def note(self, m: re.Match[str]) -> str:
        """Keep a piece of truth; returns the words to print."""
        raise NotImplementedError

    def truth(self, words: str) -> str:
        """The words to print, their truth kept."""
        return self.marks.sub(self.note, words)

    def _line(self, line: str) -> None:
        mark, _, words = line.partition("|")
        words = self.words(words)
        if mark[0] in "GW" and mark[1:2].isdigit():
            if mark != self._table:
                self._flush()
            self._table = mark
            self._rows.append([self.truth(cell.strip()) for cell in words.split("~")])
            return
        self._flush()
        loud: dict[str, Any] = {"fontSize": float(mark[1:]), "leading": 1.2 * float(mark[1:])} if mark[0] in "CHR" and mark[1:].isdigit() else {}
        if self.own(mark, words):
            return
        if mark == "S":
            self.story.append(Spacer(1, float(words or "8")))
        elif mark == "B":
            self.story.append(PageBreak())
        elif mark[0] == "C":
            self.paragraph(f"**{self.truth(words)}**", alignment=TA_CENTER, **loud)
        elif mark[0] == "R":
            self.paragraph(self.truth(words), alignment=TA_RIGHT, **loud)
        elif mark[0] == "H":
            self.paragraph(f"**{self.truth(words)}**", spaceBefore=6, **loud)
        elif mark[0] == "P":
            self.paragraph(self.truth(words), leftIndent=float(mark[1:] or "0"))
        elif mark[0] == "L":
            place, _, label = mark[1:].partition(" ")
            left, back = (float(n) for n in place.split(","))
            self.paragraph(self.truth(words), label=self.truth(label), leftIndent=left, firstLineIndent=0, bulletIndent=left - back)
        else:
            raise ValueError(f"no such mark: {line}")

    def paragraph(self, words: str, label: str | None = None, **style: Any) -> None:
        """Set a paragraph, with a label before it."""
        kind = ParagraphStyle("p", parent=self.body, **style)
        kind.bulletFontName = _BOLD[self.font] if label is not None and label.startswith("**") else self.font
        kind.bulletFontSize = self.size
        self.story.append(Paragraph(_markup(words), kind, bulletText=label.strip("*") if label else None))

    def _flush(self) -> None:
        if self._rows:
            widths = [float(n) for n in self._table[1:].split(",")]
            cell = ParagraphStyle("cell", parent=self.body, spaceAfter=0)
            table = Table([[Paragraph(_markup(c), cell) for c in row] + [""] * (len(widths) - len(row)) for row in self._rows], colWidths=widths, hAlign="LEFT")
            rules = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if self._table[0] == "G" else []
            table.setStyle(TableStyle([*rules, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]))
            self.story += [table, Spacer(1, 6)]
        self._rows = []
