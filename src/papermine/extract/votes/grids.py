"""Grids of names with ticks under their option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from papermine import regex as re
from papermine.document import Line, Word
from papermine.extract.votes.ballots import Ballot, Option
from papermine.extract.votes.options import option_label
from papermine.language.names import read_person, read_turned
from papermine.language.titles import CHAIR, MEMBER, POST

Role = Literal["mover", "seconder"]
_MOVERS: dict[Role, re.Pattern[str]] = {"mover": re.compile(r"motion|moved?|mover|m|1st|first", re.I), "seconder": re.compile(r"second(?:ed|er)?|2nd|s", re.I)}
"""What heads the columns in which movers and seconders are ticked, beside those of the vote."""
_TICK = re.compile(r"(?:x|X|☒|☑|✓|✔|√|\*|●|•|||P|1|Y|yes|Yes)$")

_POST_BESIDE = re.compile(rf"(?<=[a-z]),\s+(?:(?:Board|Committee) Member|(?:Vice[- ])?President|{CHAIR}|{MEMBER}|{POST})$")
"""What a member is, behind the name: "Mr. Al Tull, Board Member"."""


def _last_cell(words: list[Word]) -> list[Word]:
    """Whom the words beside a tick name: behind a wide gap that leaves a whole name ("West Elmore   |   Duncan McPhee"), else all."""
    cut = next((k for k in range(len(words) - 2, 0, -1) if words[k].x0 - words[k - 1].x1 > 1.5 * words[k].size), 0)
    return words[cut:]


def _movers(header: Line, first: float) -> dict[Role, float]:
    """The middles of the columns of movers and seconders, left of the ``first`` of the vote; none where but one of them is there."""
    found: dict[Role, float] = {}
    for word in header.words:
        for role, pattern in _MOVERS.items():
            if word.x1 < first and role not in found and pattern.fullmatch(word.text.strip(":.")):
                found[role] = (word.x0 + word.x1) / 2
    return found if len(found) == 2 else {}


def _nearest(tick: Word, putting: Mapping[Role, float], group: Sequence[tuple[float, Option | None]]) -> Role | None:
    """The column of movers or seconders in which a tick stands; None where it is one of the vote's."""
    middle = (tick.x0 + tick.x1) / 2
    role = min(putting, key=lambda r: abs(putting[r] - middle), default=None)
    return role if role is not None and abs(putting[role] - middle) < min(abs(x - middle) for x, _ in group) else None


def read_grid(lines: Sequence[Line]) -> Ballot | None:
    """A grid of names with ticks under Yea and Nay (For, Against, Abstain)."""
    for h, header in enumerate(lines):
        heads: list[tuple[float, Option | None]] = []
        for word in header.words:
            label = option_label(word.text.strip(":"), loose=True)
            if label is not None:
                heads.append(((word.x0 + word.x1) / 2, label[0]))
        if len({option for _, option in heads if option}) < 2 or len(header) > 3 + 2 * len(heads):
            continue
        putting = _movers(header, heads[0][0])
        groups: list[list[tuple[float, Option | None]]] = []
        for head in heads:  # "For  Against      For  Against": names in two columns, each with its ticks
            if not groups or head[1] in [option for _, option in groups[-1]]:
                groups.append([])
            groups[-1].append(head)
        ballot = Ballot(method="recorded vote" if re.search(r"recorded vote", " ".join(x.text for x in lines[:h + 1]), re.I) else None)
        for line in lines[h + 1:]:
            totals = [w.text for w in line.words if w.text.isdigit()]
            if len(groups) == 1 and ballot.names and len(totals) == len(heads) == len(line.words):  # "7   0   0", the last row
                for (_, option), total in zip(heads, totals, strict=True):
                    if option is not None:
                        ballot.count(option, int(total))
                break
            edge = 0.0
            for group in groups:
                words = [w for w in line.words if edge <= w.x0 < group[-1][0] + 30]
                edge = group[-1][0] + 30
                ticks = [w for w in words if _TICK.fullmatch(w.text) and w.x0 > group[0][0] - 40 and _nearest(w, putting, group) is None]
                if len(ticks) != 1:
                    continue
                tick = ticks[0]
                before = [w for w in words if w.x1 <= tick.x0 and not _TICK.fullmatch(w.text)] or [w for w in words if tick.x1 <= w.x0]  # "√   Clr Vane", the name between the options
                before = _last_cell(before)
                before = before[1:] if len(before) > 2 and before[0].text == "Regional" else before  # "Regional Councillor Davies"
                name = _POST_BESIDE.sub("", " ".join(w.text for w in before))
                turned = read_turned(name, rare=True)
                if turned is None and read_person(name, surname=True) is None:
                    continue
                for w in words:
                    if _TICK.fullmatch(w.text) and (did := _nearest(w, putting, group)) is not None:
                        ballot.moved.setdefault(did, name)
                near = min(group, key=lambda c: abs(c[0] - (tick.x0 + tick.x1) / 2))
                if near[1] is not None and abs(near[0] - (tick.x0 + tick.x1) / 2) < 60:
                    at = line.words.index(before[0])
                    start = len(" ".join(w.text for w in line.words[:at])) + (at > 0)
                    ballot.names.append((turned.name if turned is not None else name, near[1], line.place(start, start + len(name), "person_name")))
        if len(ballot.names) >= 2:
            return ballot
    return None
