"""Lines → blocks: paragraphs, headings and list items."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from statistics import median

from papermine import regex as re
from papermine.document import Block, Line
from papermine.language.numbering import marker


def blocks(lines: Iterable[Line]) -> list[Block]:
    """Group lines, given in reading order, into paragraphs.

    A new one starts after more white space than usual, where the style changes, at a list marker,
    and where the line before stops although the next word would still have fitted on it.
    A paragraph that the page break cuts goes on.
    """
    all_lines = list(lines)
    if not all_lines:
        return []
    margin: dict[int, float] = {}
    gaps = [line.gap / line.size for line in all_lines if 0 <= line.gap < 1.2 * line.size]
    usual = median(gaps) if gaps else 0.15
    for line in all_lines:
        margin[line.page] = max(margin.get(line.page, 0.0), line.x1)
    out = [Block([all_lines[0]])]
    for before, line in itertools.pairwise(all_lines):
        if _parts(before, line, out[-1], usual, margin[before.page]):
            out.append(Block([line]))
        else:
            out[-1].lines.append(line)
    return out


_GOES_ON = re.compile(r"[a-z(\"'“‘£0-9]")


def _parts(before: Line, line: Line, block: Block, usual: float, margin: float) -> bool:
    """Does ``line`` start a new block?"""
    if before.table != line.table:
        return True
    if marker(line.text) is not None and (line.x0 <= block.lines[0].x0 + 1 or line.x0 <= before.x0 + 1 or line.gap > (usual + 0.1) * line.size):
        return True
    if abs(line.size - before.size) > 0.12 * max(line.size, before.size):
        return True
    if (before.bold != line.bold) and (before.bold or line.bold):
        return True
    if line.page != before.page:
        return not (_GOES_ON.match(line.text) and before.text[-1] not in ".?!:;" and not line.bold)
    if line.top <= before.top:
        return True
    if line.gap > (max(usual, 0.0) + 0.3) * line.size:
        return True
    first = line.text.split(" ", 1)[0]
    per_char = (line.x1 - line.x0) / max(len(line.text), 1)
    return before.x1 + per_char * (len(first) + 1) < margin - 0.12 * (margin - line.x0) and before.text[-1] in ".:;?!"
