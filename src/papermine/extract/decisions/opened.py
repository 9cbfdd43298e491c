"""What the words that open a decision lead to, and what a column or a label "Decision" prints."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.deciding import NOTHING, adoptable, alike, decide
from papermine.extract.decisions.endings import tail_start
from papermine.extract.decisions.item import APPLICATION, Item
from papermine.extract.decisions.leads import stops
from papermine.extract.decisions.moving import DECIDED_TAIL, moves_other
from papermine.extract.decisions.operative import Piece, gather
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.decisions.wording import OPEN_BODY
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import counts
from papermine.extract.votes.lists import voters_in
from papermine.language.motions import Moved, find_moved
from papermine.language.movers import bare, paired, person_at
from papermine.language.outcomes import outcome_alone, outcome_in
from papermine.language.titles import CHAIR, TITLE

_PAIR = re.compile(r"\((?:[A-Z][\w.’'-]*\s?){1,4}/\s*(?:[A-Z][\w.’'-]*\s?){1,4}\)\s*(?:(?:that|THAT|That)\b)?\s*")
"""Mover and seconder between the verb and what was resolved."""
_MOVER = re.compile(rf"\((?P<who>(?:{CHAIR},\s+)?{TITLE}\.?\s(?:[A-Z][\w.’'-]*\s?){{1,4}})\)\s*(?:that|THAT|That)\b\s*:?\s*")
"""One mover between them, of a motion that needs no seconder: "RESOLUTION: (Mayor, Cr T Song) that …"."""

_BY_THEM = re.compile(r"[A-Z][\w ,]{3,60}\((?P<who>(?:[A-Z][\w’'-]+ )+(?:Council|Authority|Borough|County))\)\.?")
"""Another's decision: "Decision: REFUSED (Dorset Council)"."""


_LABEL = re.compile(r"(?:planning\s+)?(?:decisions?|decided)\b", re.I)
_CONDITIONS = r"(?:with|subject to)\s+(?:\d+\s+)?conditions?"
_VERDICT = re.compile(rf"(?:planning\s+)?(?:permission\s+)?(?:granted|refused|approved|permitted|withdrawn|dismissed|allowed)(?:\s+{_CONDITIONS})?(?:\s+(?:on\s+)?\d[\w ./-]*|\s*\([A-Z]{{2,5}}\))?\W*", re.I)


def _theirs(item: Item, lead: str, words: str) -> bool:
    """Is it what the planning authority decided, in a list of applications of those who are only asked: "Decision: Refused", "APPROVED: 24/0012 Mill Lane"?"""
    if not item.asked:
        return False
    if lead.startswith("APPROVED"):
        return APPLICATION.match(words) is not None or re.fullmatch(rf"{_CONDITIONS}\W*", words, re.I) is not None
    return _LABEL.match(lead) is not None and _VERDICT.fullmatch(re.split(r"\s[–—-]\s", words)[-1] if APPLICATION.match(words) else words) is not None


def read_lead(item: Item, i: int, lead: tuple[int, int, str, bool], proposal: Proposal | None = None) -> int:
    """The operative paragraphs after words that open a decision (``lead``: as `leads.lead_in` gives it); the index of the paragraph after them."""
    floor = item.floor
    para = item.paras[i]
    start, end, _, body = lead
    if proposal is None and (pair := _PAIR.match(para.text, end)) is not None and (both := find_moved(para.text[start:pair.end()])) is not None and both.seconder is not None:  # "94/15 RESOLVED: (Cole/Diaz) that …"
        proposal = Proposal(order=floor.order, outcome="carried", implied=True)
        proposal.moved_by(para, start, both)
        floor.proposals.append(proposal)
        end = pair.end()
    elif proposal is None and lead[2].lower().startswith("reso") and (one := _MOVER.match(para.text, end)) is not None and (mover := person_at(para.text, (one.start("who") + one["who"].rfind(", ") + 1, one.end("who")))) is not None:
        proposal = Proposal(order=floor.order, outcome="carried", implied=True, mover=(para, *mover))
        floor.proposals.append(proposal)
        end = one.end()
    moved = find_moved(para.text[end:]) if proposal is None else None
    if moved is not None and moved.start < 4 and moved.seconder is not None:  # "AGREED: On the proposal of A, seconded by B, that …"
        proposal = Proposal(order=floor.order, outcome="carried")
        proposal.moved_by(para, end, moved)
        if (same := moved_before(item, proposal, para.text[end + moved.end:])) is not None:
            proposal = same
        else:
            floor.proposals.append(proposal)
        tail = DECIDED_TAIL.match(para.text, end + moved.end) or OPEN_BODY.match(para.text, end + moved.end)
        end = tail.end() if tail else end + moved.end
    named = find_moved(para.text[start:end]) if proposal is None else None
    if named is not None and named.seconder is not None:  # "Resolved (proposed Cllr A, seconded Cllr B): to …"
        proposal = Proposal(order=floor.order, outcome="carried", implied=True)
        proposal.moved_by(para, start, named)
        floor.proposals.append(proposal)
    stop = tail_start(para, end)
    cast = item.paras.pop(i + 1) if not para.text[end:].strip() and i + 2 < len(item.paras) and _vote_alone(item.paras[i + 1]) else None
    found, after = gather(item.paras, i, end, lead=[Piece(para, start, end)], end=stop)
    found = [op for op in found if ((them := _BY_THEM.fullmatch(op.text)) is None or them["who"].split()[0].lower() in item.head.lower()) and not _theirs(item, para.text[start:end], op.text)]
    if len(found) == 1 and body and found[0].pieces[0].para is para and found[0].number is None:
        found[0].pieces[0] = Piece(para, start, found[0].pieces[0].end)  # a sentence with its subject is kept whole
    if proposal is None and stop is not None and (own := find_moved(para.text[stop:])) is not None and own.mover is not None and (waiting := adoptable(item, para)) is not None and waiting.mover is not None \
            and bare(para.text[stop + own.mover[0]:stop + own.mover[1]]).split()[-1:] != bare(waiting.mover[0].text[waiting.mover[1]:waiting.mover[2]]).split()[-1:]:
        proposal = floor.imply()  # "Resolved that the meeting be adjourned. Moved by A, seconded by B": what another moved above is not this
    decide(item, found, "operative.gather", proposal, first=para)
    if cast is not None and found and item.decided and item.decided[-1].operative is found[-1]:
        item.decided[-1].proposal.vote_in(cast, 0, len(cast.text))
    if stop is not None:
        read_tail(item, para, stop)
    if item.decided:
        ballot = counts(para.text[start:end] if stop is None else para.text[start:end] + para.text[stop:])
        if not ballot.empty:
            ballot.places += para.places(start, end)
            item.decided[-1].proposal.ballot.join(ballot)
    return max(after, i + 1)


def _vote_alone(para: Paragraph) -> bool:
    """Does a paragraph in brackets tell a vote and nothing else: "(6 Members (Councillors Orde, …) voted in favour and 2 Members (…) voted against)"?"""
    return para.text.startswith("(") and para.text.rstrip(" .").endswith(")") and "vot" in para.text and counts(para.text).votes_for is not None


def moved_before(item: Item, again: Proposal, words: str) -> Proposal | None:
    """The motion carried above by the same two, which "AGREED: On the proposal of A, seconded by B, it was agreed to …" tells once more, in the same words."""
    def names(p: Proposal) -> list[str]:
        return [at[0].text[at[1]:at[2]].split()[-1] for at in (p.mover, p.seconder) if at is not None]
    return next((p for p in reversed(item.floor.proposals) if not p.implied and not p.adopted and p.kind == "motion" and p.outcome == "carried" and p.pieces and names(p) == names(again) and alike(p.text, words)), None)


_TOLD = re.compile(r"[.;]\s+(?:The|This|A|An|Later|Then)\s[^.;]{12,}$")
"""Before movers of something else: "Carried. The resolution passed in the excluded part, moved Pell, seconded Lusk, was released"."""


def read_tail(item: Item, para: Paragraph, start: int) -> None:
    """What stands after the words of the last decision: who moved it, its vote and its outcome."""
    moved = find_moved(para.text[start:])
    if moved is None and (pair := paired(para.text[start:])) is not None:
        moved = Moved(0, pair[2], pair[0], pair[1], "motion")
    if moved is not None and _TOLD.search(para.text, start, start + moved.start) is not None:
        moved = None
    proposal = item.decided[-1].proposal if item.decided else None
    if proposal is None or (moved is not None and moves_other(para.text[start:], moved) and not alike(para.text[start:], " ".join(p.text for p in item.decided[-1].operative.pieces))):
        return
    if moved is not None:
        proposal.moved_by(para, start, moved)
        proposal.outcome = proposal.outcome or "carried"
    ballot = counts(para.text[start:])
    if not ballot.empty:
        ballot.places += para.places(start)
        proposal.ballot.join(ballot)
    found = outcome_alone(para.text[start:]) or (outcome_alone(para.text[start + moved.end:].strip(" .,;")) if moved is not None else None) or outcome_in(para.text[start:])
    if found:
        proposal.outcome = found[0]
    proposal.ballot.join(voters_in(para, start))


def read_column(item: Item, i: int) -> int:
    """What a column headed "Decision" prints: operative words as they stand, with votes after them."""
    para = item.paras[i]
    if item.decided and re.match(r"\(?(?:Vote|VOTE|Voting|Votes|Carried|CARRIED|For|FOR|Unanimous)\b", para.rest) and len(para.rest) < 60:
        read_tail(item, para, para.start)
        return i + 1
    alone = outcome_alone(para.rest)
    if NOTHING.fullmatch(para.rest.strip()) or _theirs(item, "Decision", para.rest) or (stops(para) if alone is None else alone[1] or alone[0] != "carried" or re.match(r"carried|passed", para.rest, re.I)):
        return i + 1
    found, after = gather(item.paras, i, para.start, end=(stop := tail_start(para, para.start)))
    decide(item, found, "gridded.decision_column", first=para)
    if stop is not None and item.decided:
        read_tail(item, para, stop)
    return max(after, i + 1)
