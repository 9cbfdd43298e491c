"""What is printed: a Pack of Pages, their Words, Rules, Lines and Blocks, and the Papers they make.

All positions are points from the top left corner of the page as displayed (after /Rotate and the
crop box); page numbers are positions in the file, from 1. On a page whose text runs up or down
the sheet the coordinates are those of the sheet turned so that it reads (`Page.turned`);
`Page.unturn` gives the place on the page as displayed.
"""

from __future__ import annotations

from papermine.document.laid import Cell, LaidPage, Pack, Paper, PaperKind, TablePart
from papermine.document.lines import Block, Line, in_place, join_lines, places
from papermine.document.page import Page, Rule, RuleKind, Source, Word, unturn
from papermine.document.pages import Pages

__all__ = ["Block", "Cell", "LaidPage", "Line", "Pack", "Page", "Pages", "Paper", "PaperKind", "Rule", "RuleKind", "Source", "TablePart", "Word",
           "in_place", "join_lines", "places", "unturn"]
