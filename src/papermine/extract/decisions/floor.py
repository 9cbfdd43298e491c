"""The motions before a meeting under one heading: which one a vote is taken on, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from papermine import regex as re
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot
from papermine.language.motions import procedural
from papermine.language.outcomes import Outcome

PATCH = re.compile(r"[“\"‘']?(?:that\s+)?(?:to\s+)?(?:add|delete|insert|replace|remove|substitut|amend|omit|strike|in (?:paragraph|line|section|the)\b|after\b|subject to|with the|paragraphs?\b|recommendations?\b|the (?:following |additional )?(?:words?|wording|text)|(?:an )?additional)|.{0,160}\bbe (?:added|inserted|deleted|removed|replaced|amended)\b", re.I | re.S)
"""An amendment that changes some of a motion's words, and does not stand in its place."""

_AMENDS = re.compile(r"\bamends?\b|\bbe amended\b|\b(?:words?|wording|paragraph|sentence)\b.{0,160}?\bbe (?:added|inserted|deleted|removed|replaced)\b", re.I | re.S)
"""A motion that is an amendment, though it is not called one."""


def _at_odds(one: Ballot, other: Ballot) -> bool:
    """Does a member vote two ways in them?"""
    held = {name: option for name, option, _ in one.names}
    return any(held.get(name, option) != option for name, option, _ in other.names)


def _both_for(one: Ballot, other: Ballot) -> bool:
    """Do both list who voted for?"""
    return all(any(option == "for" for _, option, _ in b.names) for b in (one, other))


def _substitute(p: Proposal) -> bool:
    """Does a paragraph that moves it, or its words, call it a substitute?"""
    return "substitute" in " ".join([p.text, *(at[0].text for at in (p.mover, p.seconder) if at is not None)]).lower()


@dataclass(slots=True)
class Floor:
    """The motions moved under one heading so far, and the one that is before the meeting now.

    ``order`` counts the paragraphs read; ``target``: the motion that the next vote or outcome is of; ``early``: a vote printed before what it is on;
    ``question``: what was put to the vote though nobody that is named moved it; ``head``: the lines above the first item,
    which say whose minutes they are; ``over``: number and title of this one.
    """

    order: int
    head: str = ""
    over: str = ""
    proposals: list[Proposal] = field(default_factory=list)
    target: Proposal | None = None
    early: Ballot | None = None
    question: Proposal | None = None

    def put(self, proposal: Proposal) -> None:
        """A motion comes before the meeting."""
        self.proposals.append(proposal)
        self.target = proposal

    def imply(self) -> Proposal:
        """A motion that nobody is said to have moved; it is not the one before the meeting."""
        proposal = Proposal(implied=True, order=self.order)
        self.proposals.append(proposal)
        return proposal

    def amendment(self, outcome: Outcome | None = None) -> Proposal:
        """The amendment before the meeting, of which ``outcome`` is told; one whose words are not read stands for itself, and what is told of it says nothing of the motion."""
        held = [p for p in self.proposals if (p.kind == "amendment" or _AMENDS.search(p.text)) and not p.implied and (p.outcome is None or (p.counted_out and p.outcome == outcome))]
        if not held and all(p.outcome is not None for p in self.proposals if not p.implied):
            held = [p for p in self.proposals if p.kind == "amendment" and p.outcome == outcome]  # told again
        if held:
            return held[-1]
        self.target = unread = self.imply()
        unread.kind = "amendment"
        return unread

    def aside(self, outcome: Outcome | None, ballot: Ballot, para: Paragraph, start: int, end: int) -> None:
        """Something else was voted on, that is not read; the motion before the meeting stays before it."""
        other = self.imply()
        other.outcome = outcome
        ballot.places += para.places(start, end)
        other.ballot.join(ballot)

    def waiting(self, *, any_state: bool = False) -> Proposal | None:
        """The proposal that waits for its outcome."""
        if self.target is not None and (any_state or self.target.outcome is None or self.target.ballot.lists):
            return self.target
        for p in reversed(self.proposals):
            if (not p.implied or any_state) and (any_state or p.outcome is None):
                return p
        return None

    def ends(self, outcome: Outcome, subject: str, para: Paragraph, start: int) -> None:
        """A paragraph tells from ``start`` what became of the ``subject`` ("motion", "amendment"; empty: whichever is before the meeting)."""
        target = self.target
        real = [p for p in self.proposals if not p.implied]
        if "amendment" in subject and (target is None or target.kind != "amendment" or (target.implied and target.outcome is not None)):
            target = self.amendment(outcome)
        elif subject and "amendment" not in subject and target is not None and target.kind == "amendment":
            held = [p for p in real if p.kind == "motion" and p.outcome is None and (p.base is None or target.outcome is not None)]
            target = held[-1] if held else target
        if subject.startswith("substitute") and (target is None or not _substitute(target)):
            target = self.imply()  # one whose words are not read
        if subject.startswith(("main", "original")) and target is not None and target.outcome is not None:
            target = next((p for p in reversed(real) if p.kind == "motion" and p.outcome is None and p.base is None), target)
        if not subject and target is not None and target.kind == "amendment" and target.outcome not in (None, outcome) and not target.counted_out:
            target = next((p for p in reversed(real) if p.kind == "motion" and p.outcome is None and p.base is None), target)  # "LOST 2/7" ⏎ "The motion was put and" ⏎ "CARRIED 7/2"
        sides = target.ballot.sides if target is not None else None
        if target is not None and (target.outcome, outcome) == ("lost", "carried") and sides is not None and sides[0] == sides[1]:
            target.outcome = None  # the tie was broken
            target.ballot.forget()
        if target is not None and target.kind != "amendment" and target.outcome is not None and (target.implied or target.outcome != outcome or procedural(target.text)) and not target.counted_out and subject and "amendment" not in subject:
            target = next((p for p in reversed(real) if p.kind == "motion" and p.outcome is None and p.base is None), target)  # another than the one told last
        if target is not None and target.outcome is not None and not target.counted_out and subject and "amendment" not in subject and (target.kind == "amendment" or ((target.outcome, outcome) == ("lost", "carried") and not any("amendment" in place.text for place in target.stated))):
            target = self.put_question()
        if target is not None:
            target.outcome, target.counted_out = outcome, False
            target.stated += para.places(start)
            self.target = target

    def vote(self, ballot: Ballot, *, quiet: bool = False) -> None:
        """A vote is taken; ``quiet``: where no motion is known that it was taken on, it is left out."""
        if ballot.side and self.divide(ballot):
            return
        if ballot.empty:
            return
        if ballot.on and (named := [p for p in self.proposals if not p.implied and p.base is None and (p.kind == "amendment") == (ballot.on == "amendment")]):
            self.target = next((p for p in reversed(named) if p.outcome is None), named[-1])
        elif ballot.on == "amendment" and (self.target is None or self.target.kind != "amendment"):
            self.amendment()
        target = self.target or self.waiting(any_state=True)
        if target is not None and ballot.lists and target.ballot.lists and (_at_odds(target.ballot, ballot) or (target.outcome is not None and not target.counted_out and _both_for(target.ballot, ballot))):  # a second division: on the substantive motion, or on what is resolved next
            self.early, self.target = ballot, None
            return
        if target is None and not quiet:
            target = self.imply()
        if target is not None:
            target.ballot.join(ballot)
            self.target = target

    def voted_first(self) -> Proposal | None:
        """The recorded vote that is printed right above what was resolved, where no motion is: "Those voting for the motion: … ⏎ RESOLVED – That it be deferred"."""
        last = self.proposals[-1] if self.proposals else None
        if last is None or not last.implied or last.adopted or last.kind == "amendment" or not last.ballot.lists or last.outcome not in (None, "carried") or last is self.question:
            return None
        options = [option for _, option, _ in last.ballot.names]
        return last if options.count("for") > options.count("against") else None

    def put_question(self) -> Proposal:
        """What is put to the vote once the amendments are settled, and was moved by nobody that is named: "The Chair then put the recommendations to the vote"."""
        self.question = self.target = self.imply()
        return self.question

    def displace(self, before: str) -> Proposal | None:
        """The amendment that a sentence says "became the substantive motion"; what it amends is displaced where it has words of its own."""
        held = [p for p in self.proposals if p.kind == "amendment" and p.outcome in (None, "carried")]
        if re.search(r"\b(?:proposers?|movers?|seconders?|accept\w*|consent\w*)\b", before, re.I):
            return None  # "The proposer and seconder of the original motion agreed to the amendment, which became …": altered, not beaten
        if not held or not re.search(r"\bamendment\b|^\W*(?:this|it|which)\b", before or "it", re.I):
            return None
        won = held[-1]
        if won.amends is not None and won.text and PATCH.match(won.text) is None:
            won.amends.displaced = True
        return won

    def divide(self, ballot: Ballot) -> bool:
        """A division of a motion against an amendment: each side's votes are votes for it, and what was beaten is lost (derived)."""
        real = [p for p in self.proposals if not p.implied and p.base is None]
        mains = [p for p in real if p.kind == "motion"]
        amendments = [p for p in real if p.kind == "amendment"]
        if not mains or not amendments:
            return False
        motion = next((p for p in reversed(mains) if p.outcome is None), mains[-1])
        amendment = next((p for p in amendments if p.mover is not None and ballot.rival_of and p.mover[0].text[p.mover[1]:p.mover[2]].split()[-1] in ballot.rival_of), None) \
            or next((p for p in reversed(amendments) if p.outcome is None), amendments[-1])
        rival, ballot.rival = ballot.rival, None
        if not motion.ballot.lists or (not ballot.names and ballot.votes_for == sum(option == "for" for _, option, _ in motion.ballot.names)):
            motion.ballot.join(ballot)
        self.target = motion
        if rival is None:
            return True
        amendment.ballot.join(rival)
        ours, theirs = (b.votes_for if b.votes_for is not None else sum(option == "for" for _, option, _ in b.names) for b in (ballot, rival))
        if ours != theirs:
            if amendment.outcome is None:
                amendment.outcome, amendment.counted_out = "lost" if ours > theirs else "carried", True
            if motion.outcome is None and all(p.outcome == "lost" for p in amendments):
                motion.outcome, motion.counted_out = "carried", True
            elif motion.outcome is None and theirs > ours and amendment.text and PATCH.match(amendment.text) is None:
                motion.outcome, motion.counted_out = "lost", True
        return True
