"""Sentences wholly about who moved what is printed before them, or how it was voted: on lines of their own, or behind the words on the same line."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from papermine import regex as re
from papermine.extract.decisions.leads import lead_in
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot, counts
from papermine.extract.votes.calls import read_roll_call
from papermine.extract.votes.lists import voting
from papermine.extract.votes.options import OTHERS
from papermine.language.motions import find_moved, paired
from papermine.language.outcomes import outcome_alone, outcome_in
from papermine.language.sentences import sentences
from papermine.language.titles import TITLE

VOTE_TALK = re.compile(r"\(?(?:(?:\b(?:with|and|but|by|an?|the|votes?|voted|voting|of|to|in|favou?r|for|against|oppos(?:ed|ing|ition)|dissent(?:ing|ed|ion)?|abstain(?:ing|ed)|abstentions?|absent|ayes?|nays?|noes|no|yes|yeas?|none|nil|nem|con|unanimous(?:ly)?|all|members?|councill?ors?|commissioners?|"
                       r"present|carried|passed|agreed|approved|failed|lost|recorded|roll|call|on|was|were|being|having|voice|show|hands|majority|consent|who|except|one|two|three|four|five|six|seven|eight|nine|ten|casting|chair\w*|mayor)\b|\b[A-Z][\w’'.-]*|\d+)[\s.,;:()\[\]–—/-]*)+$")
PUT_AND = re.compile(r"(?:(?:Up)?[Oo]n (?:the |a |this |being )|Following a vote\b|(?:The|This) (?:motion|amendment|proposal)\b.{0,30}\bput\b|The (?:Deputy |Lord |Vice[- ])?(?:Mayor|Chair\w*|Convener|Provost|President) (?:then )?(?:put|declared) (?:the|this)\b)")
"""What opens the sentence that tells a vote and its outcome: "On being put to the meeting …"."""
_OTHERS = re.compile(rf"\b{OTHERS}", re.I)
_ENDS = " .;,)]("
_OPENS = re.compile(r"\W*(?:It was|This was|Motion(?: was)?(?: made)?|MOTION)?\W*", re.I)
_BETWEEN = re.compile(r"(?<=[.)])\s+(?=\((?i:proposed|moved|prop\b|seconded))|\)\.?\s+(?=[A-Z\d])")
"""Where brackets with the movers part from the words before them, and from a vote after them."""
WORDS = re.compile(r"[“\"‘]?(?:(?:MOTION|Motion|AMENDMENT|Amendment)\s*:\s*)?(?:That|THAT|To|TO|WHEREAS|Whereas|BE IT|Be it|NOW|THEREFORE)\b|[“\"‘]")
"""How the words of a motion begin that stand by themselves."""


def movers_alone(text: str) -> bool:
    """Does a text name a mover and a seconder, it may be the outcome, and nothing of what was moved?

    >>> [movers_alone(t) for t in ("(proposed by Cllr Vane, seconded by Cllr Tull)", "Moved by Hale; seconded by Orde.", "Proposed Cllr Vane, seconded Cllr Tull, all in favour.")]
    [True, True, True]
    >>> [movers_alone(t) for t in ("Cllr Vane moved, seconded by Cllr Tull, to adjourn.", "The motion proposed by Cllr Vane and seconded by Cllr Tull fell in May.")]
    [False, False]
    """
    moved = find_moved(text)
    if moved is None or moved.mover is None or moved.seconder is None or moved.what is not None or moved.outcome is not None or _OPENS.fullmatch(text[:moved.mover[0]][:moved.start]) is None:
        return False
    tail = re.sub(r"^and (?:it was )?", "", text[moved.end:].strip(_ENDS))
    return not tail or outcome_alone(tail) is not None


def _cast(para: Paragraph, start: int, end: int) -> bool:
    text = para.text[start:end]
    if voting(text) or outcome_alone(text.strip("() ")) is not None or read_roll_call([para.part(start, end)], 0) is not None:
        return True
    if PUT_AND.match(text) and outcome_in(text) is not None:
        return True
    return tally(text) is not None


def tally(text: str) -> Ballot | None:
    """The numbers of a vote that a sentence tells, and nothing else.

    >>> b = tally("5 for, 2 against, 1 abstention."); b.votes_for, b.votes_against, b.votes_abstain
    (5, 2, 1)
    >>> [tally(t) is None for t in ("12 were in favour of the scheme in the survey and 3 against.", "Letters: 12 for, 3 against.")]
    [True, True]
    """
    if VOTE_TALK.fullmatch(text) is None or _OTHERS.search(text) is not None:
        return None
    told = counts(text)
    return told if told.votes_for is not None or told.votes_against is not None else None


_HALF = re.compile(r"(?i:moved|proposed|mover|proposer|motion|prop\b)")
_OTHER_HALF = re.compile(r"\(?(?i:second)")
_PROPOSED = re.compile(rf"{TITLE}\.?\s[^.;:,]{{2,50}}\s(?:then\s)?(?:proposed|moved),?")
_AND_RESOLVED = re.compile(rf"{_PROPOSED.pattern}(?:\s[Ss]econded by {TITLE}\.?\s[^.;:,]{{2,50}},?(?:\s?(?:and )?(?:unanimously )?(?:resolved|agreed),?)?)?")
_QUOTED = re.compile(r"[“\"]\s*(?:That|To)\b")
"""A sentence over lines, each of which begins with a capital: "Councillor A proposed, ⏎ Seconded by Councillor B and resolved, ⏎ “That the minutes be adopted.”"."""


def on_lines(paras: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs as a clerk would print them who gives the movers and the vote lines of their own: see `_apart`; mover and seconder on two lines are on one."""
    before: Paragraph | None = None
    for para in itertools.chain.from_iterable(_apart(para) for para in paras):
        if before is not None and _OTHER_HALF.match(para.text) and _HALF.match(before.text) and movers_alone(f"{before.text} {para.text}") and not movers_alone(before.text):
            before = _joined(before, para)
            continue
        if before is not None and ((_OTHER_HALF.match(para.text) and _PROPOSED.fullmatch(before.text)) or (_QUOTED.match(para.text) and _AND_RESOLVED.fullmatch(before.text))):
            before = _joined(before, para)
            continue
        if before is not None:
            yield before
        before = para
    if before is not None:
        yield before


def _joined(one: Paragraph, other: Paragraph) -> Paragraph:
    """Two paragraphs as one."""
    shift = len(one.text) + 1
    return Paragraph([*one.lines, *other.lines], f"{one.text} {other.text}", [*one.offsets, *(at + shift for at in other.offsets)], one.mark, one.start)


def _apart(para: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, cut before the sentences at its end that tell its movers and its vote."""
    text = para.text
    bounds = sorted({para.start, *(a for a, _ in sentences(text) if a > para.start), *(m.end() for m in _BETWEEN.finditer(text, para.start))})
    cuts: list[int] = []
    for a, b in zip(reversed(bounds), reversed([*bounds[1:], len(text)]), strict=True):
        if movers_alone(text[a:b].strip()) or _cast(para, a, b):
            cuts.append(a)
        else:
            break
    cuts = [at for at in sorted(cuts) if at > para.start and not (voting(text[at:]) and voting(text[max(c for c in bounds if c < at):at]))]
    if not cuts or not _stands_apart(para, bounds, cuts[0]):
        yield para
        return
    yield Paragraph(para.lines, text[:cuts[0]].rstrip(), para.offsets, para.mark, para.start)
    for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True):
        yield para.part(a, a + len(text[a:b].rstrip()))


def _stands_apart(para: Paragraph, bounds: Sequence[int], cut: int) -> bool:
    """Are the words before ``cut`` a motion's own, a decision, or its movers; not told in prose, whose vote is told there too?"""
    if WORDS.match(para.rest) is not None or lead_in(para.text[:cut], para.start) is not None:
        return True
    first = para.text[para.start:bounds[1]].strip()
    return movers_alone(first) or tally(first) is not None or _OTHER_HALF.match(first) is not None or paired(first) is not None or (para.mark is not None and movers_alone(para.text[cut:next((at for at in bounds if at > cut), len(para.text))].strip()))
