"""Boxes that print what became of a motion: "RESULT: APPROVED [3 TO 1] ⏎ MOVER: … ⏎ SECONDER: … ⏎ AYES: … ⏎ NAYS: …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot, counts, option_of
from papermine.extract.votes.lists import take_names
from papermine.language.movers import person_at
from papermine.language.outcomes import Outcome, outcome_alone

_LABEL = re.compile(r"(?<![\w])(?P<label>RESULT|Result|MOVER|Mover|MOVED BY|Moved [Bb]y|MOTIONED|Motioned|SECONDER|Seconder|SECONDED BY|Seconded [Bb]y|SECONDED|Seconded|AYES|Ayes|YEAS|Yeas|YES|IN FAVOU?R|NAYS|Nays|NOES|Noes|NO|OPPOSED|AGAINST|ABSTAIN(?:ED|ING|S)?|Abstain(?:ed|s)?|"
                    r"ABSENT|Absent|EXCUSED|Excused|RECUSED|Recused|AWAY|NOT VOTING)\s*:\s*")
_COUNT = re.compile(r"[\[(]\s*(?P<a>\d{1,2})\s*(?:TO|to|[-–/])\s*(?P<b>\d{1,2})(?:\s*(?:TO|to|[-–/])\s*(?P<c>\d{1,2}))?\s*[\])]")


_OTHERWISE = re.compile(r"(?P<later>CONTINUED|POSTPONED)|(?P<lost>FAILED|DIED)|DENIED|NOT?\b|REFERRED|HELD", re.I)
"""A result that is not what was asked: the action above was not taken."""


@dataclass(slots=True)
class ResultBlock:
    """What one box prints: outcome, mover, seconder and votes; ``after`` is the index of the paragraph after it; ``undone``: what was asked was not done."""

    outcome: Outcome | None
    mover: tuple[Paragraph, int, int] | None
    seconder: tuple[Paragraph, int, int] | None
    ballot: Ballot
    after: int
    undone: bool = False


def read_result(paras: Sequence[Paragraph], at: int) -> ResultBlock | None:
    """The box that starts at paragraph ``at`` with "RESULT:"; None where there is none."""
    if re.match(r"RESULT\s*:|Result\s*:", paras[at].text) is None:
        return None
    block = ResultBlock(None, None, None, Ballot(lists=True), at)
    k = at
    while k < len(paras) and (_LABEL.match(paras[k].text) is not None or (k > at and paras[k].lines[0].table is not None and paras[k].lines[0].table == paras[at].lines[0].table)):
        if k > at and re.match(r"RESULT\s*:|Result\s*:", paras[k].text):
            break
        _read(paras[k], block)
        k += 1
    block.after = k
    if block.outcome is None and block.mover is None and not block.ballot.names:
        return None
    return block


def _read(para: Paragraph, block: ResultBlock) -> None:
    found = list(_LABEL.finditer(para.text))
    for m, after in zip(found, [*found[1:], None], strict=False):
        end = after.start() if after is not None else len(para.text)
        value = para.text[m.end():end].strip()
        label = m["label"].lower()
        if label == "result":
            word = re.sub(r"[\[(].*$", "", value).strip()
            if (told := outcome_alone(word)) is not None:
                block.outcome = told[0]
            elif (other := _OTHERWISE.match(word)) is not None:
                block.outcome, block.undone = "deferred" if other["later"] else "lost" if other["lost"] else None, True
            if (c := _COUNT.search(value)) is not None:
                block.ballot.votes_for, block.ballot.votes_against = int(c["a"]), int(c["b"])
                block.ballot.votes_abstain = int(c["c"]) if c["c"] else None
            else:
                block.ballot.method = counts(value).method
            block.ballot.places += para.places(m.start(), end)
        elif label.startswith(("mover", "moved", "motioned", "second")):
            name = re.split(r",|\s[-–]\s|\(", value)[0].rstrip()
            span = person_at(para.text, (m.end(), m.end() + len(name)))
            if span is not None and label.startswith("second"):
                block.seconder = (para, *span)
            elif span is not None:
                block.mover = (para, *span)
        else:
            if (option := option_of(label)) is not None:
                take_names(block.ballot, para, m.end(), end, option)
                block.ballot.nobody_for |= option == "for"
                block.ballot.places += para.places(m.start(), end)
