"""What is decided under one heading, and which motion each decision adopts."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.decisions.floor import Decided, Floor, Proposal
from papermine.extract.decisions.operative import Operative, Piece, listed
from papermine.extract.decisions.slips import SLIP
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot
from papermine.language.motions import find_moved, only_names
from papermine.language.titles import CHAIR

_REFERS = re.compile(r"\b(?:recommendations?|report|motion|as (?:set out|amended|printed|circulated|presented)|minutes?|resolution|proposals?|following)\b", re.I)
_OF_MEETINGS = re.compile(r"\b(?:minutes of|(?:approve|adopt|accept) the (?:\w+ )?(?:minutes|agenda))\b", re.I)
_ADOPTS = re.compile(r"(?:to\s+)?(?:adopt|approve|accept|agree(?:\s+to)?)\s+the\s+(?:terms\s+of\s+the\s+)?(?:substantive\s+)?(?:motion|amendment)\.?|(?:that\s+)?the\s+(?:substantive\s+)?motion\s+be\s+(?:adopted|approved|agreed|carried)\.?", re.I)
_TRUE_RECORD = re.compile(r"\bbe\b.{0,40}\b(?:accepted|approved|confirmed|adopted|agreed|signed|taken)\b.{0,60}\b(?:true|correct|accurate)\b.{0,20}\brecord\b", re.I)
_CONTESTED = re.compile(r"\b(?:lost|defeated|withdr\w+|fail(?:ed|s)?|fell|lapsed|rejected|deferred|tabled|ballot|votes?|voted|voting|amendments?|put to|nominations? (?:were|was)|roll)\b", re.I)
"""Words that say that a motion was not simply agreed to, or that its vote was told in a form that is not read."""

_ONE_SEAT = re.compile(rf"(?:\b(?:be|as|for|to|elected|re-?elected|appointed|the|position|office|role|of)\s+)*(?P<office>{CHAIR})", re.I)
_PUT_UP = re.compile(r"(?:Councillor|Cllr\.?|Alderman|Mrs?\.?|Ms|Miss|Dr)\s+(?:[A-Z][\w.’'-]*\s+){0,3}?(?P<who>[A-Z][\w’'-]+)\s+(?:be|as|for|to be)\b")


def candidate(proposal: Proposal) -> str | None:
    """The surname of whom a motion puts up: "That Councillor Darragh Butler be elected Mayor"."""
    put_up = _PUT_UP.search(proposal.text)
    return proposal.nominee or (put_up["who"] if put_up is not None else None)


def _rivals(one: Proposal, other: Proposal) -> bool:
    """Do two motions put up two people for an office that one of them can hold?"""
    seats = []
    for p in (one, other):
        put_up = _PUT_UP.search(p.text)
        sought = _ONE_SEAT.search(p.text, put_up.end("who") if put_up is not None else 0) if candidate(p) is not None else None
        seats.append(sought["office"].casefold() if sought is not None else None)
    return seats[0] is not None and seats[0] == seats[1] and (one.nominee, one.text) != (other.nominee, other.text)


class Deciding(Floor):
    """The paragraphs under one heading, and what is decided in them.

    ``summary``: a summary of decisions printed above has begun.
    """

    def __init__(self, paras: Sequence[Paragraph], number: str | None, order: int) -> None:
        super().__init__(order)
        self.paras = list(paras)
        self.number = number
        self.summary = False

    def _decide(self, found: Sequence[Operative], rule: str, proposal: Proposal | None = None, *, first: Paragraph | None = None, item: str | None = None) -> None:
        """Record operative paragraphs, each with the motion it adopts."""
        found = [op for op in found if re.search(r"[^\W\d_]{3}", op.text)]
        if not found or (self.summary and self.decided):
            return
        before = [_norm(d.operative.text) for d in self.decided]
        if len(found) > 1 and sum(_norm(op.text) in before for op in found) * 2 >= len(found):
            return
        if proposal is None:
            adopts = len(found) == 1 and _ADOPTS.fullmatch(found[0].text) is not None
            proposal = self._adoptable(first, "" if adopts else " ".join(op.text for op in found))
            if proposal is not None and proposal.nominee is not None and len(found) > 1:
                proposal = None  # who nominated one person did not move all that was agreed
            if proposal is not None and proposal.pieces and adopts:
                proposal.outcome = "carried"  # "The Committee resolved:- to adopt the motion.": its words stand above
                return
            if proposal is None and rule == "operative.gather":
                proposal = self._again(" ".join(op.text for op in found))
            if proposal is None and rule == "operative.gather":
                proposal = self._voted_first()
            if proposal is None and self.unmoved is not None and not self.unmoved.adopted and self.unmoved.outcome in (None, "carried"):
                proposal = self.unmoved
            if proposal is None:
                proposal = Proposal(implied=True, order=self.order)
                self.proposals.append(proposal)
                if self.early is not None:
                    proposal.ballot.join(self.early)
                    self.early = None
        proposal.adopted = True
        self.target = proposal
        for op in found:
            own = self._own(op)
            self.decided.append(Decided(op, own or proposal, rule, self.order, item))

    def _again(self, words: str) -> Proposal | None:
        """The motion carried last, where RESOLVED says its words again: "“That the policy be adopted.” ⏎ … carried ⏎ Resolved – That the policy be adopted"; the one record is what was resolved."""
        last = self.decided[-1] if self.decided else None
        if last is None or last.rule != "slips.read_slip" or last.proposal.kind != "motion" or last.item is not None or last.proposal.outcome != "carried" or len(last.proposal.text.split()) < 4 or not alike(last.proposal.text, words):
            return None
        self.decided = [d for d in self.decided if d.proposal is not last.proposal]
        return last.proposal

    def _own(self, op: Operative) -> Proposal | None:
        """ "Wales Air Ambulance - £200 (proposed by Cllr A, seconded by Cllr B)": a paragraph with a mover of its own."""
        piece = op.pieces[-1]
        text = piece.para.text[piece.start:piece.end]
        m = re.search(r"(?:\s*[\[(]\s*|\s+[–—-]\s+)(?:proposed|moved|prop)\b[^()]{4,160}[\])]?\s*(?:Clerk|All)?\.?\s*$", text, re.I)
        if m is None or (moved := find_moved(text[m.start():])) is None:
            return None
        own = Proposal(implied=True, adopted=True, outcome="carried", order=self.order)
        self._name(own, piece.para, piece.start + m.start(), moved)
        op.pieces[-1] = Piece(piece.para, piece.start, piece.start + m.start())
        self.proposals.append(own)
        return own

    def _adoptable(self, first: Paragraph | None, words: str = "") -> Proposal | None:
        """The motion that a RESOLVED adopts: the last main motion that was not lost, withdrawn or adopted before, nor another man's nomination, nor carried, or moved by one alone, in other words."""
        for p in reversed(self.proposals):
            if words and p.nominee is not None and p.nominee not in words:
                continue
            if words and p.outcome == "carried" and _OF_MEETINGS.search(p.text) and not _OF_MEETINGS.search(words):
                continue
            if words and (p.outcome == "carried" or p.seconder is None) and len(p.text.split()) > 4 and not _REFERS.search(p.text) and not alike(p.text, words):
                continue
            if p.kind == "motion" and not p.implied and p.base is None and not p.adopted and p.outcome in (None, "carried"):
                return p
        rest = [p for p in self.proposals if not p.implied and not p.adopted and p.kind == "amendment" and p.outcome == "carried"]
        if words and rest and rest[-1].text and rest[-1].amends is not None and rest[-1].amends.outcome == "lost" and alike(rest[-1].text, words):
            return rest[-1]  # it won the division against the motion, and is what was resolved
        return rest[-1] if len(rest) == 1 and len([p for p in self.proposals if not p.implied]) == 1 and not rest[-1].pieces else None

    def _approves(self, p: Proposal) -> bool:
        """ "It was proposed by A, seconded by B that the grant be paid.", and nothing under the heading that speaks against it: no outcome is printed, nor is one stored."""
        if p.kind != "motion" or p.mover is None or p.seconder is None or p.base is not None or p.amends is not None or any(q.kind == "amendment" or q.base is p or (q is not p and _rivals(p, q)) for q in self.proposals):
            return False
        if _TRUE_RECORD.search(p.text) and len([q for q in self.proposals if not q.implied]) == 1:
            return True
        para, start, end = p.mover
        if not p.ballot.empty or not re.search(r"propos|nominat", para.text[max(start - 25, 0):end + 40], re.I):
            return False  # where motions are "moved", what became of them is printed
        return not any(d.rule.startswith("operative") for d in self.decided) and not any(_CONTESTED.search(text) for text in self._after(p))

    def _after(self, p: Proposal) -> list[str]:
        """What is printed of a motion: its paragraph and those below it, up to the next that is moved."""
        at = next((k for k, para in enumerate(self.paras) if p.mover is not None and para is p.mover[0]), 0)
        movers = [q.mover[0] for q in self.proposals if q.mover is not None and q is not p]
        end = next((k for k in range(at + 1, len(self.paras)) if any(para is self.paras[k] for para in movers)), at + 4)
        return [para.text for para in self.paras[at:min(end, at + 4)]]

    def close(self) -> None:
        """Motions that were carried, lost, withdrawn or deferred and that no RESOLVED repeats are records of their own."""
        self._told_before()
        self._displace()
        self._elected()
        for p in self.proposals:
            if p.outcome is None and p.pieces and not p.implied and (sides := p.ballot.sides) is not None:
                ayes, noes = sides
                if ayes != noes:  # a tie may have been broken by a vote that is not printed
                    p.outcome, p.counted_out = "carried" if ayes > noes else "lost", True
            if not p.pieces and p.sentence is not None and p.outcome is not None and not p.implied and not p.adopted and not self.decided and not only_names(p.sentence.text):
                p.pieces = [p.sentence]
            if p.implied or p.adopted or (p.outcome is None and not (p.terse or self._approves(p))) or not re.search(r"\w{3}", p.text):
                continue
            for op in listed(p.pieces) if p.kind == "motion" and p.outcome == "carried" else [Operative(list(p.pieces), p.number)]:
                op.number = op.number or p.number
                self.decided.append(Decided(op, p, "proceedings.motion", p.order, p.label if p.label and self.number is None and SLIP.match(p.label) else None))
        self.decided.sort(key=lambda d: (d.operative.pieces[0].para.lines[0].page, d.order))

    def _told_before(self) -> None:
        """Where an item ends in RESOLVED, "it was agreed" in the discussion before it is what was said, not what was decided."""
        hard = [d.order for d in self.decided if d.rule == "operative.gather" and any(re.match(r"RESOLVED|Resolved|R E S", p.text) for p in d.operative.lead)]
        if hard:
            self.decided = [d for d in self.decided if not (d.rule.startswith("narrative.") and d.proposal.mover is None and d.order < hard[-1])]

    def _displace(self) -> None:
        """A motion whose place an amendment took, and that nothing resolved takes up, is lost (derived); the vote on the substantive motion is none on its words."""
        for p in [p for p in self.proposals if p.displaced and not p.adopted and p.outcome in (None, "carried")]:
            if p.outcome == "carried":
                self.proposals.append(Proposal(base=p, adopted=True, order=p.order, ballot=p.ballot, outcome=p.outcome, stated=p.stated))
                p.ballot, p.stated = Ballot(), []
            p.outcome, p.counted_out = "lost", True

    def _elected(self) -> None:
        """Of several who were put up and voted for, who had more than half of the votes is elected, and the others are not (derived).

        Nothing follows where nobody had (another round decides), or where another is told to be elected.
        """
        held = [(p, p.ballot.votes_for) for p in self.proposals if not p.implied and p.ballot.votes_for is not None and p.ballot.votes_against is None and candidate(p) is not None]
        if len(held) < 2 or len({candidate(p) for p, _ in held}) < len(held):
            return
        most = max(n for _, n in held)
        if 2 * most <= sum(n for _, n in held) or any(p.adopted and n < most for p, n in held):
            return
        for p, n in held:
            if p.outcome is None:
                p.outcome, p.counted_out = "carried" if n == most else "lost", True


def alike(a: str, b: str) -> bool:
    """Do two texts share most of their words? An empty text is like any."""
    x, y = set(_norm(a).split()), set(_norm(b).split())
    return not x or not y or len(x & y) > 0.5 * min(len(x), len(y))


def _norm(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
