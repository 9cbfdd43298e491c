"""The motions before a meeting under one heading: who moved them, which one a vote is taken on, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from papermine import regex as re
from papermine.extract.decisions.operative import Operative, Piece
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot, counts, versus
from papermine.extract.votes.lists import voters_in
from papermine.language.motions import Kind, Moved, procedural
from papermine.language.names import split_people
from papermine.language.outcomes import Outcome, outcome_alone, outcome_in
from papermine.language.screened import Screened
from papermine.language.titles import TITLE
from papermine.provenance import Place


@dataclass(slots=True)
class Proposal:
    """A motion or amendment, or what was decided without one: who moved it, its text, its vote, its outcome.

    ``counted_out``: no outcome is printed; it follows from the names of those who voted. ``terse``: words with nothing but "Proposed A, seconded B"
    after them, which is how a house prints that they were agreed to. ``nominee``: the surname of the person whom it puts up for an office.
    ``displaced``: an amendment of other words became the substantive motion.
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


@dataclass(slots=True)
class Decided:
    """An operative paragraph that was decided, and the proposal it adopts."""

    operative: Operative
    proposal: Proposal
    rule: str
    order: int
    item: str | None = None


_PUT = Screened(r"\bput\b[^.]{0,160}?\b(?:to the vote|to a vote|to the meeting)|\bvote (?:was|is) (?:then |also )?(?:held|taken|called)\b|\bon being put\b|\bput (?:the|to) |\b[Ff]ollowing a vote\b|\bvoting (?:was|took place)|\bvoted? on\b", ("put", "vot"), flags=re.I)
_PARA = re.compile(r"\b(?:paragraph|para\.?)\s+(?P<n>\d{1,2}|[a-z])\b")
_PART = Screened(r"\bput\s+(?:part|section|paragraph|clause|recommendation)s?\s+[\w()]+\s+of\s+the\s+(?:substantive\s+|original\s+)?(?:motion|recommendations?)\b.*?[“\"](?P<text>[^”\"]+)[”\"]", "put", flags=re.I | re.S)
_PART_TOLD = re.compile(r"(?:Part|Paragraph|Section|Clause|Limb)\s+(?P<n>\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\)?)(?P<of>\s+of\s+the\s+(?:\w+\s+)?motion)?\s*(?:[-–—:,]|\b(?:was|were)\b)\s*(?P<rest>.*)$", re.S)
_WISH = Screened(rf"(?P<who>(?:{TITLE}\.?|[A-Z])[^.;]{{2,160}}?)\s+(?:wished|requested|asked|required|wanted|requests)\b[^.]{{0,80}}\brecord[^.]{{0,60}}?\b(?:vote[ds]?|voting|abst\w+)"
                   r"(?:\s+(?P<option>against|for|in favou?r))?", "record", ("vot", "abst"), ("wish", "request", "asked", "required", "wanted"), flags=re.I)
_ASKED = Screened(rf"(?P<who>(?:{TITLE}\.?|[A-Z])[^.;()]{{2,160}}?)\s+(?:wished|requested|asked)\s+(?:for|that)\s+(?:his|her|their)\s+(?:names?\s+be\s+recorded\s+as\s+(?:having\s+)?)?"
                    r"(?:vote[sd]?|voting|abstentions?|abstain\w*)\s*(?P<option>against|for|in favou?r)?\b[^.]{0,60}?(?:recorded|\.|$)", ("vot", "abst"), ("wished", "requested", "asked"), flags=re.I)
_VOTED = Screened(rf"^(?P<who>{TITLE}\.?\s(?:[^.;]|(?<=\bSt)\.){{2,160}}?)\s+(?:(?:all\s+|both\s+)?(?:abstained(?: from (?:the vot\w+|voting))?|voted (?P<option>against|for|in favou?r)\b(?: of)?(?: (?:the|this) (?:motion|amendment|recommendation|proposal|decision|resolution|application|item)(?: (?:to|that|for|as|on)\b[^.;]{{0,120}})?)?))\s*\.?\)?$", ("abstained", "voted "))


BECAME = Screened(r"\s*,?\s*(?:(?:and|which|it)\s+)?(?:(?:then|thereby|thus|accordingly|therefore|duly|now|so)\s+)*bec(?:a|o)m(?:e|es|ing)\s+the\s+(?:new\s+)?(?:substantive\s+(?:motion|proposal|recommendation|resolution)|(?:finding|decision|resolution) of the \w+)\b", "bec", flags=re.I)
"""What an amendment that was carried became: "and became the substantive motion", "and became the finding of the Committee"."""
_SO_AGREED = re.compile(r"(?:This|It) was (?:then |duly |unanimously )*(?:agreed|AGREED)(?: unanimously| by all)?\.?")
"""What became of the motion told right before it: "Councillor Bell then moved the motion. This was agreed unanimously."."""
_ADJOURNED = re.compile(r"(?:The )?[Mm]eeting (?:was )?(?:duly )?adjourned\b")
"""What became of a motion to adjourn."""
_PATCH = re.compile(r"[“\"‘']?(?:that\s+)?(?:to\s+)?(?:add|delete|insert|replace|remove|substitut|amend|omit|strike|in (?:paragraph|line|section|the)\b|after\b|subject to|with the|paragraphs?\b|recommendations?\b|the (?:following |additional )?(?:words?|wording|text)|(?:an )?additional)|.{0,160}\bbe (?:added|inserted|deleted|removed|replaced|amended)\b", re.I | re.S)
"""An amendment that changes some of a motion's words, and does not stand in its place."""
_REPORTS = re.compile(r"\b(?:recommendations?|report|application|proposals?|resolution|motion)\b", re.I)
_SAID = re.compile(r"\b(?:said|stated|explained|recalled|commented|added|felt|argued|thought|told|mentioned|queried|questioned|remarked|responded|replied|pointed out)\b(?! (?:the )?(?:motion|amendment)\b)")


def _at_odds(one: Ballot, other: Ballot) -> bool:
    """Does a member vote two ways in them?"""
    held = {name: option for name, option, _ in one.names}
    return any(held.get(name, option) != option for name, option, _ in other.names)


def _both_for(one: Ballot, other: Ballot) -> bool:
    """Do both list who voted for?"""
    return all(any(option == "for" for _, option, _ in b.names) for b in (one, other))


class Floor:
    """The motions moved under one heading so far, and the one that is before the meeting now."""

    def __init__(self, order: int) -> None:
        self.order = order
        self.proposals: list[Proposal] = []
        self.decided: list[Decided] = []
        self.target: Proposal | None = None
        self.early: Ballot | None = None
        self.unmoved: Proposal | None = None

    def _name(self, proposal: Proposal, para: Paragraph, offset: int, moved: Moved) -> None:
        if moved.mover is not None and proposal.mover is None:
            proposal.mover = (para, offset + moved.mover[0], offset + moved.mover[1])
        if moved.seconder is not None and proposal.seconder is None:
            proposal.seconder = (para, offset + moved.seconder[0], offset + moved.seconder[1])
        proposal.outcome = proposal.outcome or moved.outcome

    def _ballot_of(self, para: Paragraph, start: int, end: int, proposal: Proposal) -> None:
        ballot = counts(para.text[start:end])
        ballot.join(voters_in(para, start, end))
        if not ballot.empty:
            ballot.places += para.places(start, end)
            proposal.ballot.join(ballot)

    def _told(self, para: Paragraph, start: int, end: int, sentence: str) -> bool:
        """What a sentence tells of a vote. True where that is all it says."""
        if (m := _WISH.search(sentence) or _ASKED.search(sentence) or _VOTED.match(sentence)) is not None:
            self._wish(para, start, m, sentence)
            return True
        if self._in_parts(para, start, sentence):
            return True
        if (said := _SAID.search(sentence)) is not None:  # "Mr Krantz said that he would move if the rezoning passed 3-2": no vote of this meeting
            sentence, end = sentence[:said.start()], start + said.start()
        became = BECAME.search(sentence)
        if became is not None and (won := self._displaces(sentence[:became.start()])) is not None:
            sentence, end = sentence[:became.start()], start + became.start()
            told = self._told(para, start, end, sentence)
            if won.outcome is None:
                won.outcome, won.counted_out = "carried", True
            return told or bool(won.outcome)
        if (divided := versus(sentence)) is not None:
            divided.places += para.places(start, end)
            self._divide(divided)
        live = self._await(any_state=True)
        if live is None:  # "The Mayor put the recommendations to the vote, which were agreed with 20 voting for and 5 against"
            early = counts(sentence)
            ended = outcome_in(sentence)
            if (_PUT.search(sentence) or (ended is not None and ended[0] == "carried")) and early.votes_for is not None and early.votes_against is not None:
                early.places += para.places(start, end)
                self.early = early
                return True
            return False
        put = _PUT.search(sentence)
        if put is not None:
            self._aim(para, start, end, sentence)
        found = outcome_in(sentence)
        if found is None and (only := outcome_alone(sentence)) is not None and live.outcome is None:
            found = (only[0], only[1], 0)
        if found is None and live.outcome is None and live.order >= self.order - 1 and not live.implied and _SO_AGREED.fullmatch(sentence) is not None:
            found = ("carried", "", 0)
        if found is None and live.outcome is None and not live.implied and _ADJOURNED.match(sentence) is not None and re.search(r"\badjourn", live.text, re.I) is not None:
            found = ("carried", "", 0)
        ballot = counts(sentence)
        before = (self.target or live)
        if found is not None and ballot.votes_against and before.outcome is not None and re.match(r"unanim|nem", before.ballot.method or "", re.I) and all(p.outcome is not None for p in self.proposals if not p.implied):
            return True  # what was carried unanimously has no votes against: those of a motion whose words are not read
        if found is not None:
            self._outcome(found[0], found[1], para, start)
        dissent = voters_in(para, start, end)
        if dissent.names and (found is not None or put is not None or not ballot.empty or re.match(r"\(?(?:Motion|The motion|Ayes|All)\b", sentence)
                              or re.search(r"\bvot(?:ed|ing) (?:for|against|in favou?r)\b[^.]{0,60}\b(?:were|was)\b", sentence)):
            (self.target or live).ballot.join(dissent)
        elif dissent.names and len(dissent.names[0][0]) + 60 > len(sentence) and sentence.startswith(dissent.names[0][0]):  # "Reyes voted no."
            (self.target or live).ballot.join(dissent)
            return True
        if not ballot.empty and (found is not None or put is not None or re.match(r"\(?(?:The\s+|A\s+)?(?:vot|result|for\b|ayes|all in favour|carried)|(?:The |All )?(?:members|councillors|committee|council|panel|board)\s+(?:\w+\s+)?voted\b", sentence, re.I)
                                 or (ballot.votes_for is not None and ballot.votes_against is not None)
                                 or (re.match(r"There (?:was|were)\b", sentence) and ballot.votes_abstain is not None)):
            ballot.places += para.places(start, end)
            (self.target or live).ballot.join(ballot)
            return True
        if re.match(r"There (?:was|were) (?P<n>\w+) abstention", sentence) and self.target is not None:
            late = counts("1 for, 0 against, " + sentence)
            self.target.ballot.votes_abstain = late.votes_abstain if self.target.ballot.votes_abstain is None else self.target.ballot.votes_abstain
        return found is not None or put is not None

    def _in_parts(self, para: Paragraph, start: int, sentence: str) -> bool:
        """ "Part (1) of the motion was put and carried by 12 votes to 5.": that paragraph of the motion has a vote of its own, the whole has none."""
        m = _PART_TOLD.match(sentence)
        mains = [p for p in self.proposals if p.kind == "motion" and not p.implied and p.base is None and p.outcome is None]
        if m is None or not mains:
            return False
        told = outcome_alone(m["rest"]) or outcome_alone(m["rest"].split(",")[0])
        held = [piece for piece in mains[-1].pieces if piece.para.number == m["n"].strip("()")]
        if told is None or (not held and m["of"] is None):
            return False
        part = Proposal(pieces=[Piece(piece.para, piece.para.start, piece.end) for piece in held], number=m["n"].strip("()") if held else None, mover=mains[-1].mover, seconder=mains[-1].seconder,
                        base=mains[-1], outcome=told[0], order=self.order, stated=para.places(start, start + len(sentence)))
        self._ballot_of(para, start + m.start("rest"), start + len(sentence), part)
        self.proposals.append(part)
        self.target = part
        return True

    def _displaces(self, before: str) -> Proposal | None:
        """The amendment that a sentence says "became the substantive motion"; what it amends is displaced where it has words of its own."""
        held = [p for p in self.proposals if p.kind == "amendment" and p.outcome in (None, "carried")]
        if re.search(r"\b(?:proposers?|movers?|seconders?|accept\w*|consent\w*)\b", before, re.I):
            return None  # "The proposer and seconder of the original motion agreed to the amendment, which became …": altered, not beaten
        if not held or not re.search(r"\bamendment\b|^\W*(?:this|it|which)\b", before or "it", re.I):
            return None
        won = held[-1]
        if won.amends is not None and won.text and _PATCH.match(won.text) is None:
            won.amends.displaced = True
        return won

    def _aim(self, para: Paragraph, start: int, end: int, sentence: str) -> None:
        """Which motion a vote is taken on."""
        real = [p for p in self.proposals if not p.implied]
        if (part := _PART.search(sentence)) is not None:
            mains = [p for p in real if p.kind == "motion" and p.base is None]
            if mains:
                sub = Proposal(kind="motion", pieces=[Piece(para, start + part.start("text"), start + part.end("text"))], mover=mains[-1].mover,
                               seconder=mains[-1].seconder, base=mains[-1], order=self.order)
                self.proposals.append(sub)
                self.target = sub
            return
        ref = _PARA.search(sentence)
        if ref is not None and "substantive" not in sentence.lower():
            for p in real:
                if p.mover is not None and p.mover[0].number == ref["n"] and (p.base is None):
                    self.target = p
                    return
        if re.search(r"\bamendment\b", sentence, re.I) and not re.search(r"as amended|substantive", sentence, re.I):
            held = [p for p in real if p.kind == "amendment" and p.outcome is None] or [p for p in real if p.kind == "amendment"]
        else:
            held = [p for p in real if p.kind == "motion" and p.base is None and (p.outcome is None or "substantive" in sentence.lower())]
            if procedural(sentence) or not held:
                held = [p for p in real if p.outcome is None] or held
        if held:
            self.target = held[-1]
        elif real and real[-1].kind == "amendment" and real[-1].outcome is not None and _REPORTS.search(sentence):
            self._main()

    def _main(self) -> Proposal:
        """What is put to the vote once the amendments are settled, and was moved by nobody that is named: "The Chair then put the recommendations to the vote"."""
        self.unmoved = self.target = Proposal(implied=True, order=self.order)
        self.proposals.append(self.unmoved)
        return self.unmoved

    def _voted_first(self) -> Proposal | None:
        """The recorded vote that is printed right above what was resolved, where no motion is: "Those voting for the motion: … ⏎ RESOLVED – That it be deferred"."""
        last = self.proposals[-1] if self.proposals else None
        if last is None or not last.implied or last.adopted or not last.ballot.lists or last.outcome not in (None, "carried") or last is self.unmoved:
            return None
        options = [option for _, option, _ in last.ballot.names]
        return last if options.count("for") > options.count("against") else None

    def _await(self, *, any_state: bool = False) -> Proposal | None:
        """The proposal that waits for its outcome."""
        if self.target is not None and (any_state or self.target.outcome is None or self.target.ballot.lists):
            return self.target
        for p in reversed(self.proposals):
            if (not p.implied or any_state) and (any_state or p.outcome is None):
                return p
        return None

    def _outcome(self, outcome: Outcome, subject: str, para: Paragraph, start: int) -> None:
        target = self.target
        real = [p for p in self.proposals if not p.implied]
        if "amendment" in subject and (target is None or target.kind != "amendment"):
            held = [p for p in real if p.kind == "amendment" and (p.outcome is None or (p.counted_out and p.outcome == outcome))]
            target = held[-1] if held else target
        elif subject and "amendment" not in subject and target is not None and target.kind == "amendment" and target.outcome is not None:
            held = [p for p in real if p.kind == "motion" and p.outcome is None]
            target = held[-1] if held else target
        elif subject and "amendment" not in subject and target is not None and target.kind == "amendment" and subject != "amendment" and any(
                p.kind == "motion" and p.outcome is None and p.base is None for p in real):
            target = [p for p in real if p.kind == "motion" and p.outcome is None and p.base is None][-1]
        if target is not None and target.outcome is not None and not target.counted_out and subject and "amendment" not in subject and (target.kind == "amendment" or ((target.outcome, outcome) == ("lost", "carried") and not any("amendment" in place.text for place in target.stated))):
            target = self._main()
        if target is not None:
            target.outcome, target.counted_out = outcome, False
            target.stated += para.places(start)
            self.target = target

    def _divide(self, ballot: Ballot) -> bool:
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
        if not motion.ballot.lists:
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
            elif motion.outcome is None and theirs > ours and amendment.text and _PATCH.match(amendment.text) is None:
                motion.outcome, motion.counted_out = "lost", True
        return True

    def _vote(self, ballot: Ballot, *, quiet: bool = False) -> None:
        if ballot.side and self._divide(ballot):
            return
        if ballot.empty:
            return
        if ballot.on and (named := [p for p in self.proposals if not p.implied and p.base is None and (p.kind == "amendment") == (ballot.on == "amendment")]):
            self.target = next((p for p in reversed(named) if p.outcome is None), named[-1])
        target = self.target or self._await(any_state=True)
        if target is not None and ballot.lists and target.ballot.lists and (_at_odds(target.ballot, ballot) or (target.outcome is not None and not target.counted_out and _both_for(target.ballot, ballot))):  # a second division: on the substantive motion, or on what is resolved next
            self.early, self.target = ballot, None
            return
        if target is None and not quiet:
            target = Proposal(implied=True, order=self.order)
            self.proposals.append(target)
        if target is not None:
            target.ballot.join(ballot)
            self.target = target

    def _wish(self, para: Paragraph, start: int, m: re.Match[str], sentence: str) -> None:
        """ "Rich Lehmann wished it to be recorded that he voted against the motion": a vote by name."""
        ref = _PARA.search(sentence, m.start())
        named = [p for p in self.proposals if p.mover is not None and ref is not None and p.mover[0].number == ref["n"]]
        target = named[0] if named else self.target or self._await(any_state=True)
        if target is None:
            return
        word = (m["option"] or "").lower()
        option = "against" if word == "against" else "for" if word else "abstain"
        if not word and not re.search(r"abst", m.group(), re.I):
            return
        who = re.sub(r"^.*\b(?:Constitution|Standing Orders?|Rules?|\d+(?:\.\d+)*)\s*,\s*", "", m["who"])
        at = para.text.index(who, start)
        for person in split_people(who, surnames=True):
            found = para.places(at + person.start, at + person.end, "person_name")
            target.ballot.names.append((person.printed, option, found[0]))  # type: ignore[arg-type]

    def _strip_label(self, proposal: Proposal) -> None:
        """ "“Recommendation 4c ⏎ Approves the removal …”": the number, then the text."""
        if not proposal.pieces:
            return
        piece = proposal.pieces[0]
        m = re.match(r"[“\"]?\s*Recommendation\s+(?P<n>\d{1,2}[A-Za-z]?)\s*[.:–-]?\s*", piece.para.text[piece.start:piece.end])
        if m is None:
            return
        proposal.number = m["n"]
        if m.end() >= piece.end - piece.start and len(proposal.pieces) > 1:
            proposal.pieces = proposal.pieces[1:]
        else:
            proposal.pieces[0] = Piece(piece.para, piece.start + m.end(), piece.end)
