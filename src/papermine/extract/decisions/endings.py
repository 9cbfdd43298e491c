"""Where operative words end: before sentences about who moved them, how they were voted, what was moved next or what was told then.

Before an item is read its paragraphs are cut there (`on_lines`, `in_turn`), so that movers and a vote stand on lines of their own, as a clerk would print them who
sets them apart; `tail_start` finds what is told in the middle of a paragraph, or in brackets at its end.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from papermine import regex as re
from papermine.extract.decisions.deciding import alike
from papermine.extract.decisions.leads import lead_in
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot, counts
from papermine.extract.votes.calls import read_roll_call
from papermine.extract.votes.lists import voting
from papermine.extract.votes.options import OTHERS
from papermine.language.motions import find_moved
from papermine.language.movers import paired
from papermine.language.outcomes import outcome_alone, outcome_in
from papermine.language.screened import Screened
from papermine.language.sentences import sentences
from papermine.language.titles import TITLE

VOTE_TALK = re.compile(r"\(?(?:(?:\b(?:with|and|but|by|an?|the|votes?|voted|voting|of|to|in|favou?r|for|against|oppos(?:ed|ing|ition)|dissent(?:ing|ed|ion)?|abstain(?:ing|ed)|abstentions?|absent|ayes?|nays?|noes|no|yes|yeas?|none|nil|nem|con|unanimous(?:ly)?|all|members?|councill?ors?|commissioners?|"
                       r"present|carried|passed|agreed|approved|failed|lost|recorded|roll|call|on|was|were|being|having|voice|show|hands|majority|consent|who|except|one|two|three|four|five|six|seven|eight|nine|ten|casting|chair\w*|mayor)\b|\b[A-Z][\w’'.-]*|\d+)[\s.,;:()\[\]–—/-]*)+$")
PUT_AND = re.compile(r"(?:(?:Up)?[Oo]n (?:the |a |this |being )|Following a vote\b|(?:The|This) (?:motion|amendment|proposal)\b.{0,30}\bput\b|The (?:Deputy |Lord |Vice[- ])?(?:Mayor|Chair\w*|Convener|Provost|President) (?:then )?(?:put|declared) (?:the|this)\b)")
"""What opens the sentence that tells a vote and its outcome: "On being put to the meeting …"."""
_OTHERS = re.compile(rf"\b{OTHERS}", re.I)
_ENDS = " .;,)]("
_OPENS = re.compile(r"\W*(?:It was|This was|Motion(?: was)?(?: made)?|MOTION)?\W*", re.I)
_BETWEEN = Screened(r"(?<=[.)])\s+(?=\((?i:proposed|moved|prop\b|seconded))|\)\.?\s+(?=[A-Z\d])", ("(", ")"))
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
    if not _of_vote(text):
        return None
    told = counts(text)
    return told if told.votes_for is not None or told.votes_against is not None else None


@lru_cache(4096)
def _of_vote(text: str) -> bool:
    """Does a sentence speak of a vote of this meeting, and of nothing else?"""
    return VOTE_TALK.fullmatch(text) is not None and _OTHERS.search(text) is None


_HALF = re.compile(r"(?i:moved|proposed|mover|proposer|motion|prop\b)")
_OTHER_HALF = re.compile(r"\(?(?i:second)")
_PROPOSED = re.compile(rf"{TITLE}\.?\s[^.;:,]{{2,50}}\s(?:then\s)?(?:proposed|moved),?")
_AND_RESOLVED = re.compile(rf"{_PROPOSED.pattern}(?:\s[Ss]econded by {TITLE}\.?\s[^.;:,]{{2,50}},?(?:\s?(?:and )?(?:unanimously )?(?:resolved|agreed),?)?)?")
_QUOTED = re.compile(r"[“\"]\s*(?:That|To)\b")
"""A sentence over lines, each of which begins with a capital: "Councillor A proposed, ⏎ Seconded by Councillor B and resolved, ⏎ “That the minutes be adopted.”"."""


_LETTERED = re.compile(r"(?P<letter>[A-Z])\.\s+(?=[A-Z][a-z’'-]+\s+[A-Z][a-z])")


def lettered(paras: Sequence[Paragraph]) -> None:
    """Let paragraphs that count on from A begin behind their letters: "A. John Deale moved …", "B. Bob Orde moved …" are no initials."""
    held: list[tuple[Paragraph, int]] = []
    for para in paras:
        if para.mark is None and (m := _LETTERED.match(para.text)) is not None and ord(m["letter"]) == 65 + len(held):
            held.append((para, m.end()))
    for para, start in held if len(held) > 1 else ():
        para.start = start


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


_NEXT = re.compile(rf"(?:{TITLE}\.?\s[^.;:,]{{2,40}}?\s+(?:then\s+|also\s+|further\s+|subsequently\s+)?(?:proposed|moved)|It was (?:then\s+|also\s+|further\s+)?(?:proposed|moved) by\s[^.;:]{{2,90}}?)\s*,?\s+(?:that|to|an (?:further )?amendment)\s+(?P<what>\w.*)", re.S)
"""A sentence that moves something, in words of its own."""


def in_turn(paras: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs, one that opens with a decision cut before a sentence that moves something else.

    "RESOLVED that the report be noted. Councillor Vane then proposed that the bench be moved.": who moved the second did not move the first.
    """
    for para in paras:
        lead = lead_in(para.text, para.start)
        spans = sentences(para.text[lead[1]:]) if lead is not None else []
        cut = next((lead[1] + a for a, b in spans[1:] if lead is not None and (m := _NEXT.fullmatch(para.text[lead[1] + a:lead[1] + b].strip())) is not None
                    and not alike(m["what"], para.text[lead[1]:lead[1] + a])), None)
        if cut is None:
            yield para
            continue
        yield Paragraph(para.lines, para.text[:cut].rstrip(), para.offsets, para.mark, para.start)
        yield para.part(cut, len(para.text))


_SPOKE = re.compile(rf"(?:The |An? |One |Some |{TITLE}\.? |Members )[^.;:]{{2,60}}?\b(?:said|reported|asked|advised|explained|felt|stated|informed|thanked|commented|queried|had agreed)\b|The [Mm]inutes were (?:then |duly |subsequently )?signed\b")
_MEMBER_DID = re.compile(rf"\(?{TITLE}\.? [A-Z][\w’' .-]{{1,40}} (?:left|returned|rejoined|re-joined|re-entered|abstained|took no part|did not vote|voted|asked that|requested that)\b")
_MOVED_OR_PUT = re.compile(r"\d{1,3} (?:(?:Councillors|Cllrs|Members|votes|were) (?:voted )?|voted )(?:in favou?r|for|against)\b|\(?(?:This was proposed by|Proposed|Moved|PROPOSED|MOVED|Prop\b|Proposer\b|Mover\b|All (?:were )?in favou?r|All agreed|Carried|CARRIED|Vote|VOTE|Voting|On being put|Unanimous)")
_IN_BRACKETS = re.compile(r"\s*(?:\((?:(?:For|FOR|In favou?r|Votes? for|Voting)\s*[:–-]?\s*\d|\d{1,3}\s+(?:for|in favou?r)\b)[^()]*\)\s*\.?|[\[(](?:[Pp]roposed|[Mm]oved|[Pp]rop\b)[^()]{4,160}[\])]\s*\.?\s*(?:ACTIONS?\b[^.]{0,60}\.?)?)$")
"""The vote or the movers in brackets at a paragraph's end: "(For: 4, Against: 2)", "(proposed JV, seconded AT). ACTION: Clerk"."""
_MOVED_LAST = re.compile(r"(?:\s*(?:[Pp]roposed|[Mm]oved|Prop\.?)(?:\s+by)?:?|,?\s+on the (?:proposal|motion|proposition) of)\s+[A-Z][^()]{2,120}(?:[Ss]econded|[Ss]ec\.?)(?:\s+by)?:?\s[^()]{2,80}\.?\s*$")
"""Movers at a paragraph's end that no stop parts from its words: "… is adjourned Moved by: Ann Seconded by: Ben Carried.", "… was noted on the proposal of Mr Vane, seconded by Ms Tull."."""
_PAIR_LAST = re.compile(r"(?<=[.”\"])\s+(?=[A-Z][\w.’' -]{1,30}\s?/\s?[A-Z][^/]{1,60}$)")
"""Before a pair at a paragraph's end: "… be sold. Bob Orde/Dee Hart LOST"."""
_UNFILLED = re.compile(r"\s+(?:Moved|Proposed)(?:\s+by)?\s*:[\s_.…]*Seconded(?:\s+by)?\s*:[\s_.…]*(?:Carried|Defeated|Lost)?\W*$", re.I)
"""A printed form that nobody filled in: "Moved by: ____ Seconded by: ____ Carried."."""
_ITS_OWN = re.compile(r"\b(?:motion|amendment|resolution|proposal|scheme|nomination|item)\s*$", re.I)
"""Before movers that are part of what is resolved: "RESOLVED that the motion proposed by A and seconded by B in May be rescinded"."""
_GOES_ON = re.compile(r"[Ss]ec.*\bbe\s+[a-z]", re.S)
"""What is resolved goes on behind such movers: "… the bid proposed by A and seconded by B in May be refused"."""


def tail_start(para: Paragraph, start: int) -> int | None:
    """Where, behind the operative words that begin at ``start``, a sentence tells who moved them, how they were voted or what was said then."""
    for a, b in sentences(para.text[start:]):
        sentence = para.text[start + a:start + b]
        if a > 0 and (any(told.match(sentence) for told in (_SPOKE, _MEMBER_DID, _MOVED_OR_PUT)) or ((moved := find_moved(sentence)) is not None and moved.start < 12) or _cast(para, start + a, start + b)):
            return start + a
    if (bracket := _IN_BRACKETS.search(para.text, start)) is not None and bracket.start() > start:
        return bracket.start()
    if (pair := _PAIR_LAST.search(para.text, start)) is not None and (both := paired(para.text[pair.end():])) is not None and (not (rest := para.text[pair.end() + both[2]:].strip(" .,;")) or outcome_alone(rest) is not None):
        return pair.end()
    if (empty := _UNFILLED.search(para.text, start)) is not None:
        return empty.start()
    last = _MOVED_LAST.search(para.text, start)
    return last.start() if last is not None and last.start() > start and _ITS_OWN.search(para.text, 0, last.start()) is None and _GOES_ON.search(last.group()) is None else None
