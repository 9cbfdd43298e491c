"""What is moved, and what is decided: the two things that the reading of an item yields."""

from __future__ import annotations

from dataclasses import dataclass, field

from papermine import regex as re
from papermine.extract.decisions.operative import Operative, Piece
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot, counts
from papermine.extract.votes.lists import voters_in
from papermine.language.motions import Kind, Moved
from papermine.language.outcomes import Outcome
from papermine.language.titles import CHAIR, TITLE
from papermine.provenance import Place

_ONE_SEAT = re.compile(rf"(?:\b(?:be|as|for|to|elected|re-?elected|appointed|the|position|office|role|of)\s+)*(?P<office>{CHAIR})", re.I)
_PUT_UP = re.compile(rf"{TITLE}\.?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}?(?P<who>[A-Z][\w’'-]+)\s+(?:be|as|for|to be)\b")
_NOMINATES = re.compile(rf"\s+(?:then\s+|also\s+)?(?:nominated|proposed)\s+{TITLE}\.?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}?(?P<who>[A-Z][\w’'-]+)(?=\s*[,;.]|\s*$|\s+(?:and|as|for|to)\b)")
"""Between mover and seconder, who is put up: "Cllr Vane nominated Cllr Orde, seconded by Cllr Dace"."""


@dataclass(slots=True)
class Proposal:
    """A motion or amendment, or what was decided without one: who moved it, its text, its vote, its outcome.

    ``counted_out``: no outcome is printed; it follows from the names of those who voted. ``terse``: words with nothing but "Proposed A, seconded B"
    after them, which is how a house prints that they were agreed to. ``nominee``: the surname of the person whom it puts up for an office.
    ``displaced``: an amendment of other words became the substantive motion. ``undone``: a vote on it was declared void.
    """

    kind: Kind = "motion"
    pieces: list[Piece] = field(default_factory=list)
    number: str | None = None
    mover: tuple[Paragraph, int, int] | None = None
    seconder: tuple[Paragraph, int, int] | None = None
    ballot: Ballot = field(default_factory=Ballot)
    outcome: Outcome | None = None
    counted_out: bool = False
    label: str | None = None
    adopted: bool = False
    implied: bool = False
    stated: list[Place] = field(default_factory=list)
    amends: Proposal | None = None
    base: Proposal | None = None
    order: int = 0
    sentence: Piece | None = None
    terse: bool = False
    nominee: str | None = None
    displaced: bool = False
    undone: bool = False

    @property
    def text(self) -> str:
        """Its words as moved."""
        return " ".join(p.text for p in self.pieces if p.text)

    def ends(self, outcome: Outcome, para: Paragraph, start: int = 0, end: int | None = None) -> None:
        """Take the outcome that part of a paragraph prints, and the vote told there."""
        self.outcome = outcome
        self.ballot.join(counts(para.text[start:end]))
        self.ballot.join(voters_in(para, start, end))
        self.stated += para.places(start, end)

    def moved_by(self, para: Paragraph, offset: int, moved: Moved) -> None:
        """Take the mover, seconder and outcome of a sentence that begins at ``offset`` of a paragraph; what is known stays."""
        if moved.mover is not None and self.mover is None:
            self.mover = (para, offset + moved.mover[0], offset + moved.mover[1])
        if moved.seconder is not None and self.seconder is None:
            self.seconder = (para, offset + moved.seconder[0], offset + moved.seconder[1])
        self.outcome = self.outcome or moved.outcome

    def undo(self) -> None:
        """Its vote and its outcome hold no more."""
        self.outcome, self.ballot, self.stated, self.undone = None, Ballot(), [], True

    def vote_in(self, para: Paragraph, start: int, end: int) -> None:
        """Take the vote that part of a paragraph tells."""
        ballot = counts(para.text[start:end])
        ballot.join(voters_in(para, start, end))
        if not ballot.empty:
            ballot.places += para.places(start, end)
            self.ballot.join(ballot)


@dataclass(slots=True)
class Decided:
    """An operative paragraph that was decided, and the proposal it adopts."""

    operative: Operative
    proposal: Proposal
    rule: str
    order: int
    item: str | None = None


def candidate(proposal: Proposal) -> str | None:
    """The surname of whom a motion puts up: "That Councillor Darragh Orde be elected Mayor"."""
    put_up = _PUT_UP.search(proposal.text)
    if put_up is None and proposal.mover is not None and (proposal.seconder is None or proposal.mover[0] is proposal.seconder[0]):
        put_up = _NOMINATES.match(proposal.mover[0].text, proposal.mover[2], proposal.seconder[1] if proposal.seconder is not None else len(proposal.mover[0].text))
    return proposal.nominee or (put_up["who"] if put_up is not None else None)


def rivals(one: Proposal, other: Proposal) -> bool:
    """Do two motions put up two people for an office that one of them can hold?"""
    seats = []
    for p in (one, other):
        put_up = _PUT_UP.search(p.text)
        sought = _ONE_SEAT.search(p.text, put_up.end("who") if put_up is not None else 0) if candidate(p) is not None else None
        seats.append(sought["office"].casefold() if sought is not None else None)
    return seats[0] is not None and seats[0] == seats[1] and (one.nominee, one.text) != (other.nominee, other.text)
