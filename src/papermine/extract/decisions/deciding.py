"""What is decided: each operative paragraph with the motion that it adopts."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.decisions.floor import PATCH, Floor
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.leads import BODY
from papermine.extract.decisions.operative import Operative, Piece
from papermine.extract.decisions.proposals import Decided, Proposal
from papermine.extract.paragraphs import Paragraph
from papermine.language.datewords import MONTH
from papermine.language.motions import find_moved
from papermine.language.outcomes import UNSECONDED, VOTE_ONLY

_REFERS = re.compile(r"\b(?:recommendations?|report|motion|as (?:set out|amended|printed|circulated|presented)|minutes?|resolution|proposals?|following)\b", re.I)
_PUTS_OFF = re.compile(r"(?:that\s+)?(?:(?:to\s+)?(?:defer|postpone|adjourn)\b|(?:the\s+)?(?:vote|debate|item|matter|motion|question|application|decision|consideration\b[^.;]{0,40}?)\s+(?:should\s+)?be\s+(?:deferred|postponed|adjourned|taken|held over|put off|left)\b)", re.I)
"""What is decided of a motion, and is not the motion: "to defer the vote"."""
_LATER = re.compile(r"\b(?:defer\w*|postpon\w*|adjourn\w*|delay\w*|wait\w*|held over|put off|lie|left|tabled?|until|next meeting|vote)\b", re.I)
_NOT = re.compile(r"\b(?:(?:do|does|be|is|are) not|not (?:to )?be)\b")
_MOTION = re.compile(r"\b(?:motion|resolution|recommendations?|proposal|report)\b", re.I)
_OF_MEETINGS = re.compile(r"\b(?:minutes of|(?:approve|adopt|accept) the (?:\w+ )?(?:minutes|agenda))\b", re.I)
_ADOPTS = re.compile(rf"(?:(?:{BODY})\s+)?(?:to\s+)?(?:adopt(?:ed)?|approved?|accept(?:ed)?|agreed?(?:\s+to)?)\s+the\s+(?:terms\s+of\s+the\s+)?(?:substantive\s+)?(?:motion|amendment)\.?|(?:that\s+)?the\s+(?:substantive\s+)?motion\s+be\s+(?:adopted|approved|agreed|carried)\.?", re.I)
NOTHING = re.compile(rf"(?:n/?a|not\s+(?:yet\s+)?(?:taken|made|determined)|none|nil|nothing further|no (?:decision|action|resolution)(?: (?:required|needed|taken)| was (?:taken|made|reached)\b.*)?|[-–—.]*|(?:for )?information(?: only)?|yes|no|done|completed?|on-?going|outstanding|in progress|see (?:above|below|(?:item|minute|agenda)\b[^.]{{0,20}})|to be (?:discussed|considered|revisited)\b[^.;]*|pending|awaited|awaiting .*|to (?:be (?:taken|made|confirmed|decided|announced)|follow)(?:\s+(?:at|in|by|on|after)\s+(?:the\s+|an?\s+)?(?:next|later|future|further|subsequent|{MONTH})\b.*)?)\W*", re.I)
"""Under "Decision:", what says that there is none."""
PROMISES = re.compile(r"(?:[^:,;]{0,60}\s)?(?:approved?|adopt(?:ed)?|accept(?:ed)?|agreed?(?: to)?|ratif(?:y|ied))\s+the\s+following\b[^:]{0,60}:\s*-?", re.I)
"""What says that a list follows, where none was found: "approve the following business items:"."""


def decide(item: Item, found: Sequence[Operative], rule: str, proposal: Proposal | None = None, *, first: Paragraph | None = None, number: str | None = None) -> None:
    """Record operative paragraphs, each with the motion it adopts."""
    floor = item.floor
    found = [op for op in found if re.search(r"[^\W\d_]{3}", op.text) and PROMISES.fullmatch(op.text) is None and NOTHING.fullmatch(op.text) is None and VOTE_ONLY.fullmatch(op.text) is None]
    if not found or (item.summary and item.decided):
        return
    before = [_norm(d.operative.text) for d in item.decided]
    if len(found) > 1 and sum(_norm(op.text) in before for op in found) * 2 >= len(found):
        return
    adopts = len(found) == 1 and _ADOPTS.fullmatch(found[0].text) is not None
    if adopts and not any(_ADOPTS.search(p.text) for p in floor.proposals) and (carried := [p for p in floor.proposals if not p.implied and p.outcome == "carried" and p.pieces]) and carried[-1].kind == "motion":
        return  # "The Committee agreed the motion.", told of its vote before
    if proposal is None:
        proposal = adoptable(item, first or found[0].pieces[0].para, "" if adopts else " ".join(op.text for op in found))
        if proposal is not None and proposal.pieces and rule == "narrative.soft_decision" and not _REFERS.search(proposal.text) and not alike(proposal.text, found[0].text) and not _resolved_next(floor, proposal, found[0]):
            proposal = None  # agreed on another matter
        if proposal is not None and not proposal.pieces and rule == "narrative.soft_decision" and _far(item, proposal, found[0].pieces[0].para):
            proposal = None  # "Proposed: A ⏎ Seconded: B" below the minutes, and what was agreed further down
        if proposal is not None and proposal.nominee is not None and len(found) > 1:
            proposal = None  # who nominated one person did not move all that was agreed
        if proposal is not None and proposal.pieces and adopts:
            proposal.outcome = "carried"  # "The Committee resolved:- to adopt the motion.": its words stand above
            return
        if proposal is None and rule == "operative.gather":
            proposal = _again(item, " ".join(op.text for op in found))
        if proposal is None and rule == "operative.gather":
            proposal = floor.voted_first()
        if proposal is None and floor.question is not None and not floor.question.adopted and floor.question.outcome in (None, "carried"):
            proposal = floor.question
        if proposal is None:
            proposal = floor.imply()
            if (early := floor.early) is not None:
                if (sides := early.sides) is None or sides[0] > sides[1] or early.method == "casting vote":
                    proposal.ballot.join(early)  # not a tie, or what more were against: what is resolved is another thing
                floor.early = None
    proposal.adopted = True
    floor.target = proposal
    for op in found:
        own = _own(item, op) if proposal.mover is None or len(found) > 1 else None  # not who moved what "That the resolution “…” (Moved A, Seconded B) be revoked" quotes
        item.decided.append(Decided(op, own or proposal, rule, floor.order, number))


def _resolved_next(floor: Floor, proposal: Proposal, op: Operative) -> bool:
    """Is it what was resolved, in so many words, right after a motion that two moved and seconded, and does it do the same: "that the extension be approved" – "resolved to approve the application"?"""
    done = _DOES.search(op.text)
    same = done is not None and (done["act"] or done["done"])[:5].lower() in {word[:5] for word in _norm(proposal.text).split()} and (_OF_MEETINGS.search(op.text) is None) == (_OF_MEETINGS.search(proposal.text) is None)
    return same and not _contrary(proposal.text, op.text) and proposal.mover is not None and proposal.seconder is not None and floor.order - proposal.order < 2 and any(re.search(r"\bresolved\b", piece.text, re.I) for piece in op.lead)


_DOES = re.compile(r"^\W*(?:to\s+)?(?!the\b)(?P<act>[a-z]{3,})\b(?!.*\bbe\s)|\bbe\s+(?P<done>[a-z]{3,})")
"""The verb of what is resolved."""


def _again(item: Item, words: str) -> Proposal | None:
    """The motion carried last, where RESOLVED says its words again: "“That the policy be adopted.” ⏎ … carried ⏎ Resolved – That the policy be adopted"; the one record is what was resolved."""
    last = item.decided[-1] if item.decided else None
    if last is None or last.rule != "slips.read_slip" or last.proposal.kind != "motion" or last.item is not None or last.proposal.outcome != "carried" or len(last.proposal.text.split()) < 4 or not alike(last.proposal.text, words):
        return None
    item.decided = [d for d in item.decided if d.proposal is not last.proposal]
    return last.proposal


_WORDS_BEHIND = re.compile(r"\s*[:,–—-]\s*(?=[“\"]?(?:[Tt]hat|THAT|[Tt]o|TO)\b)")


_MARKED = re.compile(r"\s*(?:\(?[a-z\d]{1,3}[.)]\s*)?")


def _own(item: Item, op: Operative) -> Proposal | None:
    """ "Wales Air Ambulance - £200 (proposed by Cllr A, seconded by Cllr B)": a paragraph with a mover of its own."""
    floor = item.floor
    piece = op.pieces[0]
    text = piece.para.text[piece.start:piece.end]
    if (first := find_moved(text)) is not None and first.mover is not None and first.seconder is not None and _MARKED.fullmatch(text, 0, first.start) is not None and (words := _WORDS_BEHIND.match(text, first.end)) is not None:
        own = Proposal(implied=True, adopted=True, outcome="carried", order=floor.order)
        own.moved_by(piece.para, piece.start, first)
        piece.start += words.end()
        floor.proposals.append(own)
        return own  # "(a) moved by A and seconded by B: That …"
    piece = op.pieces[-1]
    text = piece.para.text[piece.start:piece.end]
    m = re.search(r"(?:\s*[\[(]\s*|\s+[–—-]\s+)(?:proposed|moved|prop)\b[^()]{4,160}[\])]?\s*(?:Clerk|All)?\.?\s*$", text, re.I)
    if m is None or (moved := find_moved(text[m.start():])) is None:
        return None
    own = Proposal(implied=True, adopted=True, outcome="carried", order=floor.order)
    own.moved_by(piece.para, piece.start + m.start(), moved)
    op.pieces[-1] = Piece(piece.para, piece.start, piece.start + m.start())
    floor.proposals.append(own)
    return own


def adoptable(item: Item, first: Paragraph | None, words: str = "") -> Proposal | None:
    """The motion that a RESOLVED adopts: the last main motion that was not lost, withdrawn or adopted before, nor another man's nomination, nor carried, or moved by one alone, in other words."""
    floor = item.floor
    won = next((p for p in reversed(floor.proposals) if p.kind == "amendment" and p.outcome == "carried" and not p.implied and not p.adopted), None)
    if words and won is not None and won.amends is not None and won.text and PATCH.match(won.text) is None and won.amends.text and alike(won.text, words) and not alike(won.amends.text, words):
        won.amends.displaced = True  # "the amendment was carried. RESOLVED: A further quotation be sought"
        return won
    for p in reversed(floor.proposals):
        if (sides := p.ballot.sides) is not None and sides[0] < sides[1]:
            continue  # more were against it: what is resolved is another thing
        if words and p.mover is None and p.counted_out and p.outcome == "carried" and p.text and not alike(p.text, words):
            continue  # what was voted on, and moved by nobody that is named
        if words and p.seconder is None and UNSECONDED.search(p.text) is not None:
            continue
        if words and p.text and _PUTS_OFF.match(words) and _LATER.search(p.text) is None:
            continue
        if words and p.nominee is not None and p.nominee not in words:
            continue
        if words and p.text and _contrary(p.text, words) and _MOTION.search(words) is None:
            continue  # "That the minutes do not comprise an accurate record" is not what "be approved as a correct record" adopts
        if words and not p.pieces and p.mover is not None and (below := _below(item, p, first)) is not None and _MOVES.match(below) and (not alike(below, words) or _contrary(below, words)):
            continue  # "Proposed: A ⏎ Seconded: B ⏎ To have the road closed ⏎ It was resolved that the road stay open"
        if words and p.outcome == "carried" and _OF_MEETINGS.search(p.text) and not _OF_MEETINGS.search(words):
            continue
        if words and (p.outcome == "carried" or p.seconder is None or (sides is not None and "put to" not in p.text)) and len(p.text.split()) > 4 and not _REFERS.search(p.text) and not alike(p.text, words):
            continue
        if p.kind == "motion" and not p.implied and p.base is None and not p.adopted and p.outcome in (None, "carried"):
            return p
    rest = [p for p in floor.proposals if not p.implied and not p.adopted and p.kind == "amendment" and p.outcome == "carried"]
    if words and rest and rest[-1].text and rest[-1].amends is not None and rest[-1].amends.outcome == "lost" and alike(rest[-1].text, words):
        return rest[-1]  # it won the division against the motion, and is what was resolved
    return rest[-1] if len(rest) == 1 and len([p for p in floor.proposals if not p.implied]) == 1 and not rest[-1].pieces else None


def _far(item: Item, p: Proposal, first: Paragraph) -> bool:
    """Do more than six paragraphs stand between movers and what was decided?"""
    named = p.seconder or p.mover
    at = {id(para): k for k, para in enumerate(item.paras)}
    return named is not None and at.get(id(first), 0) - at.get(id(named[0]), 0) > 6


def _contrary(a: str, b: str) -> bool:
    return (_NOT.search(a) is None) != (_NOT.search(b) is None)


_MOVES = re.compile(r"[“\"]?(?:That|THAT|To|TO)\s|(?:The|A|An|This)\s[^.;:]{3,80}\sbe\s(?:not\s)?\w+[^.;:]{0,60}\.?$")


def _below(item: Item, p: Proposal, first: Paragraph | None) -> str | None:
    """What is printed right below the movers, where it is not yet what was decided (``first``)."""
    named = p.seconder or p.mover
    k = next((k for k, para in enumerate(item.paras) if named is not None and para is named[0]), len(item.paras)) + 1
    return item.paras[k].text if k < len(item.paras) and item.paras[k] is not first else None


def alike(a: str, b: str) -> bool:
    """Do two texts share most of their words? An empty text is like any."""
    x, y = set(_norm(a).split()), set(_norm(b).split())
    return not x or not y or len(x & y) > 0.5 * min(len(x), len(y))


def _norm(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
