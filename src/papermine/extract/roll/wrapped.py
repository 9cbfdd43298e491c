"""Rows of a roll whose cells run over: a bracket, or a name, that goes on in the line below."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line, Word
from papermine.language.names import PARTY
from papermine.language.person import is_forename, is_word
from papermine.language.titles import MEMBER, STYLE


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines put together where a bracket runs over their end: "Councillor Malcolm Wood (substitute for ⏎ Councillor Jon Collins)"."""
    out: list[Line] = []
    below = any(_SURNAME.fullmatch(b.text) and abs(a.x0 - b.x0) < 3 and (m := _FORENAME_ONLY.fullmatch(a.text)) is not None and not is_forename(m["forename"]) for a, b in itertools.pairwise(lines))
    """A ward stands below each member, "Councillor Bell" ⏎ "Kirkton": a word alone is no surname."""
    for line in lines:
        if out and (open_cells := _cut_brackets(out[-1], line)) is not None:
            out[-1] = open_cells
        elif out and not below and (held := _half_named(out[-1], line)) is not None:
            joined = Line(out[-1].page, [*out[-1].words[:held], *line.words, *out[-1].words[held:]])
            joined.gap, joined.table = out[-1].gap, out[-1].table
            out[-1] = joined
        else:
            out.append(line)
    return out


def _cut_brackets(above: Line, line: Line) -> Line | None:
    """The row above with the words below put into the cells whose bracket they close: "Mrs Ann Orde (Vice   Mr Al Tull ⏎ Chair)"; None where any of them closes none."""
    cells, parts = above.segments(1.2), line.segments(1.2)
    cut = [k for k, (text, _) in enumerate(cells) if text.count("(") > text.count(")")]
    if not cut or len(parts) > len(cut):
        return None
    words: list[list[Word]] = []
    at = 0
    for text, _ in cells:
        words.append(list(above.words[at:at + text.count(" ") + 1]))
        at += text.count(" ") + 1
    at = 0
    for text, box in parts:
        into = cut[-1] if len(parts) == 1 and cut[-1] == len(cells) - 1 else next((k for k in cut if abs(cells[k][1].x0 - box.x0) < 3), None)
        if into is None or text.count(")") - text.count("(") < 1:
            return None
        words[into] += line.words[at:at + text.count(" ") + 1]
        at += text.count(" ") + 1
    joined = Line(above.page, [w for cell in words for w in cell])
    joined.gap, joined.table = above.gap, above.table
    return joined


def _half_named(above: Line, line: Line) -> int | None:
    """After how many words of the row above a surname alone on its line goes: below "Councillor Alexandra", in the same column."""
    words = 0
    for text, box in above.segments(1.2):
        words += text.count(" ") + 1
        if abs(box.x0 - line.x0) < 3:
            half = _FORENAME_ONLY.fullmatch(text)
            return words if half is not None and is_forename(half["forename"]) and _SURNAME.fullmatch(line.text) is not None and not (is_forename(line.text) or is_word(line.text) or PARTY.match(line.text)) else None
    return None


_FORENAME_ONLY = re.compile(rf"{MEMBER}\.?\s(?:{STYLE}\.?\s)?(?P<forename>[A-Z][a-z]+)")
_SURNAME = re.compile(r"[A-Z][a-z’'A-Z]+(?:-[A-Z][a-z’'A-Z]+)?")
