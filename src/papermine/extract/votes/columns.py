"""Votes set as a table: names in columns headed For and Against, or names beside ticks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line, Word
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.extract.votes.ballots import Ballot, Option
from papermine.extract.votes.grids import read_grid
from papermine.extract.votes.lists import names_only, take_names
from papermine.extract.votes.options import option_label
from papermine.language.names import read_person

_HEAD = re.compile(
    r"(?:those\s+|number\s+)?(?:members?\s+|councill?ors?\s+)?(?:vot(?:ing|ed|es?)\s+)?(?:(?P<for>for|in favou?r|ayes?|yes|yeas?|supporting)|(?P<none>no vote)|(?P<against>against|noes|nays?|no|opposed|opposing)|"
    r"(?P<abstain>abst(?:ain(?:ed|ing|s)?|entions?))|(?P<motion>motion)|(?P<rival>amendment)|(?P<other>absent|not (?:voting|present)|did not vote|declined to vote))(?:\s+(?:of\s+)?(?:the\s+)?(?:motion|amendment|proposal|recommendations?|resolution))?"
    r"\s*(?:i\.?\s?e\.?)?[\s:(–-]*(?P<n>\d{1,3})?\s*\)?\s*(?:votes?|members?)?\s*:?", re.I)
_TICK = re.compile(r"[xX✓✔√*●•☒☑]$|[Yy]es$|YES$")
_BOX = re.compile(r"[xX✓✔√*●•☒☑☐□]")
_TOTALS = re.compile(r"(?:totals?\s*[:=(]?\s*)?(\d{1,3})\W*", re.I)
"""The last row of a column: "9", "Total (9)"."""
_NOBODY = re.compile(r"(?:none|nil|n/a|0|-|–)\W*", re.I)


def read_voting(paras: Sequence[Paragraph], at: int) -> tuple[Ballot, int] | None:
    """The vote that a table (ruled, or set in columns) prints from paragraph ``at`` on, and the index after it."""
    listed = _columns(paras, at) or _rows(paras, at)
    if listed is not None:
        return listed
    if paras[at].lines[0].table is None:
        return _ticks(paras, at)
    end = _table_end(paras, at)
    lines = [line for p in paras[at:end] for line in p.lines]
    grid = read_grid(lines) or _across(lines)
    return (grid, end) if grid is not None else None


_NAMED = re.compile(r"(?:names?|councill?ors?|members?)(?: names?)?:?", re.I)
_WAY = re.compile(r"(?:vote|voting|option|way)(?: cast)?:?", re.I)
_COUNTED = re.compile(r"(?:count|numbers?|total|votes?|no\.?)(?: of votes)?:?", re.I)


def _rows(paras: Sequence[Paragraph], at: int) -> tuple[Ballot, int] | None:
    """A row for each way of voting: "Vote | Councillors | Count" over "For | Vane, Tull, Pell | 3"."""
    heads = paras[at].lines[0].segments(1.5)
    if len(heads) not in (2, 3) or _WAY.fullmatch(heads[0][0]) is None or _NAMED.fullmatch(heads[1][0]) is None or (len(heads) == 3 and _COUNTED.fullmatch(heads[2][0]) is None):
        return None
    names_at, counts_at = heads[1][1].x0 - 4, heads[2][1].x0 - 8 if len(heads) == 3 else 1e6
    ballot = Ballot(lists=True)
    held: dict[Option, list[Line]] = {}
    option: Option | None = None
    last = at
    below = [(k, line) for k in range(at, min(at + 40, len(paras))) for line in paras[k].lines][1:]
    for k, line in below:
        way = _HEAD.fullmatch(" ".join(w.text for w in line.words if w.x0 < names_at))
        if way is not None:
            option = _option(_side(way))
        elif line.x0 < names_at:
            break
        if option is not None:
            held.setdefault(option, []).extend([Line(line.page, words)] if (words := [w for w in line.words if names_at <= w.x0 and not (w.text.isdigit() and w.x0 > counts_at)]) else [])
            if (count := [w.text for w in line.words if w.text.isdigit() and w.x0 > counts_at]):
                ballot.count(option, int(count[0]))
        last = k
    ballot.nobody_for = "for" in held
    for cast, lines in held.items():
        if lines:
            take_names(ballot, para := paragraph(lines), 0, len(para.text), cast)
    return _whole(ballot, paras, at, last)


def _ticks(paras: Sequence[Paragraph], at: int) -> tuple[Ballot, int] | None:
    """A grid without rules: "Councillor   For   Against   Abstain", or the ways alone, over a name and one mark a row."""
    heads = [text for text, _ in paras[at].lines[0].segments(1.5)]
    ways = [text for text in heads if _NAMED.fullmatch(text) is None]  # "For   Councillor   Against", too
    if _NAMED.fullmatch(heads[0]) is None and (len(ways) < 2 or any(option_label(text.strip(":"), loose=True) is None or len(text.split()) > 2 for text in ways)):
        return None
    last = at
    totals: list[tuple[Option, int]] = []
    while last + 1 < len(paras):
        told = [label for line in paras[last + 1].lines if sum(_TICK.fullmatch(w.text) is not None for w in line.words) != 1 for label in [option_label(line.text)]]
        if any(label is None or label[1] is None for label in told):
            break
        totals += [(label[0], label[1]) for label in told if label is not None and label[0] is not None and label[1] is not None]  # "Yea - 4", below the marks
        last += 1
    grid = read_grid([line for p in paras[at:last + 1] for line in p.lines])
    if grid is None:
        return None
    for option, n in totals:
        grid.count(option, n)
    return grid, last + 1


def _whole(ballot: Ballot, paras: Sequence[Paragraph], at: int, last: int) -> tuple[Ballot, int] | None:
    """The ballot with the paragraphs that print it, where at least two names were read."""
    if len(ballot.names) + len(ballot.rival.names if ballot.rival is not None else []) < 2:
        return None
    ballot.paragraphs += paras[at:last + 1]
    ballot.places += [place for para in paras[at:last + 1] for place in para.places()]
    return ballot, last + 1


def _option(side: str) -> Option | None:
    return "for" if side in ("for", "motion", "rival") else "against" if side == "against" else "abstain" if side == "abstain" else None


def _across(lines: Sequence[Line]) -> Ballot | None:
    """Names over columns, options down the side, and a tick for each member: "VOTE   Hedder   Keen" ⏎ "Aye   ☒   ☐" ⏎ "Nay   ☐   ☒"."""
    heads = lines[0].segments(1.2)
    if re.fullmatch(r"(?:roll[- ]call |recorded )?vot(?:e|es|ing)\W*|members?\W*|", heads[0][0], re.I):
        heads = heads[1:]
    if len(heads) < 2 or any(read_person(text, surname=True) is None or option_label(text, loose=True) is not None for text, _ in heads):
        return None
    ballot = Ballot(lists=True)
    for line in lines[1:]:
        label = option_label(line.words[0].text.rstrip(":") + ":")
        if label is None or not all(_BOX.fullmatch(w.text) for w in line.words[1:]):
            return None
        ballot.nobody_for |= label[0] == "for"
        for tick in (w for w in line.words[1:] if _TICK.fullmatch(w.text)):
            middle = (tick.x0 + tick.x1) / 2
            text, box = min(heads, key=lambda h: abs((h[1].x0 + h[1].x1) / 2 - middle))
            if label[0] is not None and abs((box.x0 + box.x1) / 2 - middle) < 40:
                start = lines[0].text.index(text)
                ballot.names.append((text, label[0], lines[0].place(start, start + len(text), "person_name")))
    names = [name for name, _, _ in ballot.names]
    return ballot if len(names) > 1 and len(set(names)) == len(names) else None


def _table_end(paras: Sequence[Paragraph], at: int) -> int:
    first = paras[at].lines[0]
    end = at
    while end < len(paras) and paras[end].lines[0].table == first.table and paras[end].lines[0].page == first.page:
        end += 1
    return end


def _columns(paras: Sequence[Paragraph], at: int) -> tuple[Ballot, int] | None:
    """ "Those voting aye   Those voting nay" over a column of names for each."""
    first = paras[at].lines[0]
    heads = first.segments(1.5)
    if len(heads) < 2 or not re.match(r"(?:those|members?|councill?ors?|number|vot\w+|for|in favou?r|ayes?|yes|yeas?|against|noes|nays?|motion|amendment)\b", heads[0][0], re.I):
        return None
    end = _table_end(paras, at) if first.table is not None else min(at + 40, len(paras))
    lines = [(k, line) for k in range(at, end) for line in paras[k].lines]
    centres = [(box.x0 + box.x1) / 2 for _, box in heads]
    for depth in (1, 2, 3):
        titles = [" ".join(w.text for _, line in lines[:depth] for w in line.words if min(range(len(centres)), key=lambda c: abs(centres[c] - (w.x0 + w.x1) / 2)) == n) for n in range(len(heads))]
        found = [_HEAD.fullmatch(title.strip()) for title in titles]
        if all(found) and len({m.lastgroup if m.lastgroup != "n" else _side(m) for m in found if m}) == len(found):
            return _read(paras, at, lines[depth:], centres, [m for m in found if m])
    return None


def _side(m: re.Match[str]) -> str:
    return next(name for name in ("for", "against", "abstain", "motion", "rival", "none", "other") if m[name])


def _read(paras: Sequence[Paragraph], at: int, lines: Sequence[tuple[int, Line]], centres: Sequence[float], heads: Sequence[re.Match[str]]) -> tuple[Ballot, int] | None:
    held: list[tuple[int, Line]] = []
    for k, line in lines:
        if not held and all(_NAMED.fullmatch(text) for text, _ in line.segments(1.5)):
            continue  # "Councillors:   Councillors:" below "For:   Against:"
        if any(_TICK.fullmatch(w.text) for w in line.words):
            return None
        if line.table is None and not all(names_only(text) or text.isdigit() or _NOBODY.fullmatch(text) for text, _ in line.segments(1.5)):
            break
        held.append((k, line))
    bounds = [_bound([line for _, line in held], a, b) for a, b in itertools.pairwise(centres)]
    ballot = Ballot(lists=True)
    totalled = bool(held) and all(_TOTALS.fullmatch(text) for text, _ in held[-1][1].segments(1.5))
    for n, head in enumerate(heads):
        side = _side(head)
        option = _option(side)
        low, high = bounds[n - 1] if n else -1.0, bounds[n] if n < len(bounds) else 1e6
        cell = [Line(line.page, words) for _, line in held if (words := _between(line, low, high))]
        if option is None:
            continue
        told = total[1] if len(cell) > 1 and totalled and (total := _TOTALS.fullmatch(cell.pop().text)) is not None else None
        of = ballot
        if side == "rival":  # "Motion   Amendment" over who voted for each
            of = ballot.rival = Ballot(lists=True)
        if number := head["n"] or told:
            of.count(option, int(number))
        if cell:
            take_names(of, para := paragraph(cell), 0, len(para.text), option)
    ballot.side, ballot.nobody_for = any(head["motion"] for head in heads), any(head["for"] for head in heads)
    if ballot.side != (ballot.rival is not None) or not held or held[-1][1] is not paras[held[-1][0]].lines[-1]:
        return None  # the paragraph goes on with other words
    return _whole(ballot, paras, at, held[-1][0])


def _between(line: Line, low: float, high: float) -> list[Word]:
    return [w for w in line.words if low <= (w.x0 + w.x1) / 2 < high]


def _bound(lines: Sequence[Line], a: float, b: float) -> float:
    """The middle of the widest white strip between two columns' centres."""
    spans = sorted((w.x0, w.x1) for line in lines for w in line.words if w.x1 > a and w.x0 < b)
    best, where, right = 0.0, (a + b) / 2, a
    for x0, x1 in [*spans, (b, b)]:
        if x0 - right > best:
            best, where = x0 - right, (x0 + right) / 2
        right = max(right, x1)
    return where
