"""One item of minutes, paragraph by paragraph: what was moved, how it was voted, what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.decisions.deciding import alike, candidate
from papermine.extract.decisions.floor import BECAME, Decided, Proposal
from papermine.extract.decisions.leads import body_alone, lead_in
from papermine.extract.decisions.moving import DECIDED_TAIL, OPEN_BODY
from papermine.extract.decisions.narrative import decided_sentence, elected, soft_decision, stood
from papermine.extract.decisions.operative import Operative, Piece, gather
from papermine.extract.decisions.resultblocks import ResultBlock, read_result
from papermine.extract.decisions.slips import ADVICE, HEADER, read_slip
from papermine.extract.decisions.tails import tail_start
from papermine.extract.decisions.unmoved import VOTED_ON, Unmoved
from papermine.extract.minutes.table import DecisionLine
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import counts
from papermine.extract.votes.calls import read_roll_call, roll_call_in
from papermine.extract.votes.columns import read_voting
from papermine.extract.votes.lists import ENDED_FIRST, LIST_PREFIX, read_lists, voters_in
from papermine.extract.votes.options import option_label
from papermine.language.motions import find_moved, he_moved, paired
from papermine.language.outcomes import outcome_alone, outcome_in
from papermine.language.sentences import sentences

_VERB_ALONE = re.compile(r"(?:Duly |All )?(?:Noted|NOTED|Agreed|AGREED|Approved|APPROVED|Received|RECEIVED|Accepted|ACCEPTED|Adopted|ADOPTED)(?: unanimously| and (?:noted|approved|agreed)| (?:with|subject to) (?:an? |one |the |two )?(?:small |minor |following |above )?(?:changes?|amendments?|corrections?|alterations?)\b[^.]{0,80})?\s*\.?")


ACTED = re.compile(r"(?P<label>(?:(?:Recommended|Requested|Proposed|Staff|Council|Committee|Board) )?(?:Action|Recommendation|Motion)s?(?: Taken)?\s*:\s*|RECOMMENDED ACTION\s*:\s*|RECOMMENDATIONS?\s*:\s*|ACTION(?: TAKEN)?\s*:\s*|MOTION\s*:\s*)?"
                   r"(?:(?<=:\s)|(?=(?:That|THAT|Adopt|Approve|Authorize|Authorise|Accept|Direct|Receive|Introduce|Waive|Award|Appoint|Ratify|Confirm|Grant|Deny|Conduct|Hold|Adjourn|Table|Continue|Refer|Set|Declare|Enter|Motion to)(?:d|ed|s)?\b))", re.S)
"""Words that say what a motion does: "Recommended Action: Authorize …", "Adopt an urgency ordinance …"."""
_DECISION_ALONE = re.compile(r"(?:DECISIONS?|Decisions?)\s*:?")
_ACTED_SO = re.compile(r"(?:NOTED|APPROVED|ENDORSED|REMITTED|CONTINUED|HOMOLOGATED|GRANTED|REFUSED|DEFERRED|RECEIVED|WELCOMED|Noted|Approved|Endorsed|Remitted|Continued|Granted|Refused|Deferred|Received|Welcomed)\b(?P<list>\s*[:–—-]+\s*$)?")
"""What was done, under the label "DECISION" on a line of its own."""
_AFTER_DASH = re.compile(r"\s[–—-]\s+(?=(?:RESOLVED|AGREED|DECIDED|Resolved|Agreed)\b\s*(?:[:–—-]|to\b|that\b|TO\b|THAT\b))")
_WORDS_LAST = re.compile(r"(?:to|that)\s+[a-z]")
"""A motion's words below its vote: "moved by A, seconded by B and carried with the following vote: ⏎ Ayes: … ⏎ to approve the agenda."."""
_APPROVED_ARE = re.compile(r"(?:The\s+)?(?:(?:consent|agenda|calendar|following)\s+)*items?\s+(?:that were\s+|were\s+)?approved\s+(?:on the consent (?:agenda|calendar)\s+)?(?:are|were|is)?\s*(?:as follows|the following)?\s*:$", re.I)
"""Over the items of a consent agenda: "The agenda items approved are as follows:"."""
_STAMP = re.compile(r"[A-Z]{2,5}\s?\d{1,4}/\d{2,4}\s+(?=[A-Z])")
_MINUTE_NUMBER = re.compile(r"#?\s?\d{2,4}[/-]\d{1,4}\s+(?=(?:BE IT\s+)?RESOLVED\b)|(?:[A-Z]{1,5}\s?\d{1,4}/\d{2,4}|[A-Z]{0,3}\.?\d{1,4}(?:\.\d{1,2})+|\d{3})\s+(?=(?:RESOLVED|AGREED|NOTED|Resolved|It was|The )\b)")
_CAST = re.compile(r":\s+(?=(?:ayes|yeas)\s*:)", re.I)
"""Lists of names at the end of a sentence: "carried by the following roll call vote: ayes: Jantzer, Olson; nays: none"."""
_PAIR = re.compile(r"\((?:[A-Z][\w.’'-]*\s?){1,4}/\s*(?:[A-Z][\w.’'-]*\s?){1,4}\)\s*(?:(?:that|THAT|That)\b)?\s*")
"""Mover and seconder between the verb and what was resolved."""
_TALLY = re.compile(r"\s*[,(]?\s*(?:by |with )?\d+ votes? for\b.{0,120}$")
_APPLICATION = re.compile(r"(?:[\w.:()-]+\s+){0,3}?(?:[A-Z]{1,5}[/ ]?)?(?:\d{1,6}[/.]\d{2,6}\b|\d{5,})")
_VIEW = re.compile(r"(?:[.:–—-]|\s{2}|[.:)])\s*(?:(?:It was )?[Aa]greed:?\s+|RESOLVED:?\s+)?(?:[Nn]o (?:objections?|comments?)(?: (?:raised|to make))?|NO (?:OBJECTIONS?|COMMENTS?)|Object(?:ion)?|OBJECT(?:ION)?|Support(?:ed)?|SUPPORT(?:ED)?|Neutral|NEUTRAL)\.?$")
"""A parish's view on an application; the planning authority's own decisions ("Approved", "Refused") are not its."""
_ACCEPTED = re.compile(r"\b(?:accepted|approved|agreed|noted|granted|sanctioned)\b", re.I)
"""In a column "Decision" beside apologies and declarations, what is decided on them; who declared what is no decision."""
_NOTHING = re.compile(r"(?:n/?a|none|nil|no (?:decision|action|resolution)(?: (?:required|needed|taken))?|[-–—.]*|for information(?: only)?)\W*", re.I)


class Item(Unmoved):
    """The proceedings under one heading."""

    def __init__(self, paras: Sequence[Paragraph], number: str | None, order: int, title: str = "") -> None:
        super().__init__(paras, number, order)
        self.elects = bool(re.search(r"elect|appoint|chair|co-?opt|vacanc|represent|nominat", title, re.I))
        self.plans = bool(re.search(r"planning|applications?\b|cynllunio", title, re.I))
        self.formal = bool(re.match(r"\W*(?:apolog|absen|attendance|declarations?\b|disclosures?\b)", title, re.I))
        i = 0
        while i < len(self.paras):
            i = self._step(i)
        self.close()

    def _step(self, i: int) -> int:
        para = self.paras[i]
        self.order += 1
        if re.match(r"SUMMARY OF\b|Summary of (?:approved|decisions|resolutions)", para.text):
            self.summary = True
            return i + 1
        if (box := read_result(self.paras, i)) is not None:
            return self._result(i, box)
        if (table := read_voting(self.paras, i)) is not None:
            self._vote(table[0])
            return table[1]
        if self._for_one(para):
            return i + 1
        lists = read_lists(self.paras, i)
        if lists is not None:
            self._vote(lists[0])
            if (word := ENDED_FIRST.match(para.text)) is not None and (ended := outcome_alone(word.group())) is not None:
                self._outcome(ended[0], "", para, 0)
            if (after := lists[0].told) is not None and (ended := outcome_alone(after[0].text[after[1]:])) is not None:
                self._outcome(ended[0], ended[1], after[0], after[1])
                self._vote(counts(after[0].text[after[1]:]), quiet=True)
            return lists[1]
        if ADVICE.match(para.text):
            return self._advice(i)
        slip = self._slip(i)
        if slip is not None:
            return slip
        called = read_roll_call(self.paras, i)
        if called is not None:
            self._vote(called[0])
            return called[1]
        if "/" in para.text and self.decided and (last := self.decided[-1]).order == self.order - 1 and last.proposal.mover is None and (pair := paired(para.text)) is not None:  # "Pell/Hargreaves  CARRIED", below what was resolved
            last.proposal.mover, last.proposal.seconder, self.target = (para, *pair[0]), (para, *pair[1]), last.proposal
            if (ended := outcome_alone(para.text[pair[2]:])) is not None:
                last.proposal.outcome = ended[0]
                self._vote(voters_in(para, pair[2]), quiet=True)
            return i + 1
        alone = outcome_alone(para.rest)
        if alone is not None and (self._await() is not None):
            self._outcome(alone[0], alone[1], para, para.start)
            if alone[0] == "carried" and (became := BECAME.search(para.rest)) is not None:
                self._displaces(para.rest[:became.start()])
            self._vote(counts(para.text), quiet=True)
            self._vote(voters_in(para), quiet=True)
            return i + 1
        lead = lead_in(para.text, para.start)
        if lead is None and (stamp := _MINUTE_NUMBER.match(para.text)) is not None:  # "PLA148/14 RESOLVED – That …"
            lead = lead_in(para.text, stamp.end())
        told = lead is not None and lead[2].islower() and not para.text.rstrip().endswith((":", "that", " to", "–", "-"))
        if lead is not None and not told and not self._only_outcome(para, lead[1]):
            return self._lead(i, lead)
        if body_alone(para, self.paras[i + 1] if i + 1 < len(self.paras) else None):
            return self._lead(i, (para.start, len(para.text), "", True))
        if isinstance(para.lines[0], DecisionLine) and not (self.formal and not _ACCEPTED.search(para.rest)) and ((moved := find_moved(para.rest)) is None or moved.start > 0):
            return self._column(i)
        if i and _DECISION_ALONE.fullmatch(self.paras[i - 1].text) and (acted := _ACTED_SO.match(para.rest)) is not None:  # "DECISION ⏎ NOTED the replies."
            opens = acted["list"] is not None
            found, below = gather(self.paras, i, para.start + acted.end()) if opens else ([Operative([Piece(para, para.start, len(para.text))])], i + 1)
            self._decide(found, "proceedings.under_decision", first=para)
            return max(below, i + 1)
        if (live := self.target) is not None and live.ballot.lists and live.mover is not None and not (live.pieces or live.implied or live.adopted) and _WORDS_LAST.match(para.text):
            live.pieces = [Piece(para, 0, len(para.text))]
            return i + 1
        if self.number and not self.decided and _VERB_ALONE.fullmatch(para.rest.strip()) and self.target is None:
            self._decide([Operative([Piece(para, para.start, len(para.text))])], "proceedings.verb_alone", Proposal(implied=True, adopted=True, order=self.order))
            return i + 1
        return self._sentences(i)

    def _advice(self, i: int) -> int:
        """What officers recommend ("Officer Recommendation ⏎ That …") is no decision: on to the words that decide."""
        k = i + 1
        while k < len(self.paras):
            para = self.paras[k]
            if HEADER.match(para.text) or lead_in(para.text, para.start) is not None or find_moved(para.rest) is not None or outcome_alone(para.rest) is not None:
                break
            if para.lines[0].bold and para.mark is None and not ADVICE.match(para.text) and k > i + 1:
                break
            k += 1
        return k

    def _result(self, i: int, box: ResultBlock) -> int:
        """ "RESULT: APPROVED ⏎ MOVER: … ⏎ AYES: …": the motion before the meeting, or the action printed above (or right below)."""
        waiting = self._await()
        proposal = waiting or Proposal(order=self.order)
        proposal.mover, proposal.seconder = proposal.mover or box.mover, proposal.seconder or box.seconder
        proposal.outcome = box.outcome or proposal.outcome
        proposal.ballot.join(box.ballot)
        if waiting is not None:
            return box.after
        self.proposals.append(proposal)
        self.target = proposal
        above = next((k for k in range(i - 1, max(i - 7, -1), -1) if ACTED.match(self.paras[k].rest)), None)
        at = above if above is not None else box.after if box.after < len(self.paras) and ACTED.match(self.paras[box.after].rest) else None
        if at is None or any(p.para is self.paras[at] for d in self.decided for p in d.operative.pieces):
            return box.after
        para = self.paras[at]
        m = ACTED.match(para.rest)
        start = para.start + (m.end("label") if m is not None and m["label"] else 0)
        found, after = gather(self.paras, at, start, lead=[Piece(para, para.start, start)] if start > para.start else [])
        if proposal.outcome in ("lost", "withdrawn", "deferred"):
            proposal.pieces = [p for op in found for p in op.pieces]
        else:
            self._decide(found, "resultblocks.read_result", proposal)
        return box.after if at < i else max(after, box.after)

    def _column(self, i: int) -> int:
        """What a column headed "Decision" prints: operative words as they stand, with votes after them."""
        para = self.paras[i]
        if _NOTHING.fullmatch(para.rest.strip()):
            return i + 1
        if self.decided and re.match(r"\(?(?:Vote|VOTE|Voting|Votes|Carried|CARRIED|For|FOR|Unanimous)\b", para.rest) and len(para.rest) < 60:
            self._tail_read(para, para.start)
            return i + 1
        found, after = gather(self.paras, i, para.start, end=(stop := tail_start(para, para.start)))
        self._decide(found, "gridded.decision_column", first=para)
        if stop is not None and self.decided:
            self._tail_read(para, stop)
        return max(after, i + 1)

    def _only_outcome(self, para: Paragraph, end: int) -> bool:
        """ "AGREED." with nothing after it, and no list."""
        return not para.text[end:].strip(" .") and outcome_alone(para.rest) is not None and not para.text.rstrip().endswith((":", "–", "-"))

    def _lead(self, i: int, lead: tuple[int, int, str, bool], proposal: Proposal | None = None) -> int:
        para = self.paras[i]
        start, end, _, body = lead
        if proposal is None and (pair := _PAIR.match(para.text, end)) is not None and (both := find_moved(para.text[start:pair.end()])) is not None and both.seconder is not None:  # "94/15 RESOLVED: (Cole/Diaz) that …"
            proposal = Proposal(order=self.order, outcome="carried", implied=True)
            self._name(proposal, para, start, both)
            self.proposals.append(proposal)
            end = pair.end()
        moved = find_moved(para.text[end:]) if proposal is None else None
        if moved is not None and moved.start < 4 and moved.seconder is not None:  # "AGREED: On the proposal of A, seconded by B, that …"
            proposal = Proposal(order=self.order, outcome="carried")
            self._name(proposal, para, end, moved)
            self.proposals.append(proposal)
            tail = DECIDED_TAIL.match(para.text, end + moved.end) or OPEN_BODY.match(para.text, end + moved.end)
            end = tail.end() if tail else end + moved.end
        named = find_moved(para.text[start:end]) if proposal is None else None
        if named is not None and named.seconder is not None:  # "Resolved (proposed Cllr A, seconded Cllr B): to …"
            proposal = Proposal(order=self.order, outcome="carried", implied=True)
            self._name(proposal, para, start, named)
            self.proposals.append(proposal)
        stop = tail_start(para, end)
        found, after = gather(self.paras, i, end, lead=[Piece(para, start, end)], end=stop)
        if len(found) == 1 and body and found[0].pieces[0].para is para and found[0].number is None:
            found[0].pieces[0] = Piece(para, start, found[0].pieces[0].end)  # a sentence with its subject is kept whole
        self._decide(found, "operative.gather", proposal, first=para)
        if stop is not None:
            self._tail_read(para, stop)
        if self.decided:
            ballot = counts(para.text[start:end] if stop is None else para.text[start:end] + para.text[stop:])
            if not ballot.empty:
                ballot.places += para.places(start, end)
                self.decided[-1].proposal.ballot.join(ballot)
        return max(after, i + 1)

    def _tail_read(self, para: Paragraph, start: int) -> None:
        moved = find_moved(para.text[start:])
        proposal = self.decided[-1].proposal if self.decided else None
        if proposal is None:
            return
        if moved is not None:
            self._name(proposal, para, start, moved)
            proposal.outcome = proposal.outcome or "carried"
        ballot = counts(para.text[start:])
        if not ballot.empty:
            ballot.places += para.places(start)
            proposal.ballot.join(ballot)
        found = outcome_alone(para.text[start:]) or outcome_in(para.text[start:])
        if found:
            proposal.outcome = found[0]
        proposal.ballot.join(voters_in(para, start))

    def _sentences(self, i: int) -> int:
        para = self.paras[i]
        after = i + 1
        voted = 0
        if self.plans and _VIEW.search(para.text) and _APPLICATION.match(para.rest) and find_moved(para.text) is None and lead_in(para.text, para.start) is None:
            self._decide([Operative([Piece(para, para.start, len(para.text))])], "proceedings.planning_view", Proposal(implied=True, adopted=True, order=self.order))
            return after
        if (labelled := self._labelled(para)) is not None:
            voted = labelled
        elif (whole := VOTED_ON.search(para.text)) is not None and whole["what"] and find_moved(para.text) is None:
            self._voted_on(para, 0, len(para.text), whole)
            return after
        for start, end in sentences(para.text):
            start = max(start, para.start)
            if start >= end:
                continue
            if start == para.start and (stamp := _STAMP.match(para.text, start, end)) is not None:
                start = stamp.end()
            sentence = para.text[start:end]
            lead = lead_in(para.text, start) if start > para.start else None
            if lead is not None and not lead[2].islower() and not (outcome_alone(sentence) is not None and self._await() is not None):
                return self._lead(i, lead)
            if end == len(para.text.rstrip()) and _APPROVED_ARE.match(sentence) and (carried := self.target) is not None and carried.outcome == "carried" and carried.mover is not None:
                return self._items_of(i, carried)
            if (dash := _AFTER_DASH.search(sentence)) is not None and (lead := lead_in(para.text, start + dash.end())) is not None and find_moved(sentence[:dash.start()]) is None:
                return self._lead(i, lead)  # "Extension at 3 Maes Hyfryd – RESOLVED: No objection."
            if start < voted:
                continue
            listed = self._listed_votes(para, start)
            if listed is not None:
                voted = listed
                continue
            if (roll := roll_call_in(para, start, end)) is not None:
                called, cut = roll
                called.places += para.places(start, end)
                if (half := find_moved(sentence)) is not None and start + half.end <= cut:
                    self._moved(i, start, cut, half)  # "Mr. Orde seconded the motion and on roll call, Mr. Orde, aye; Ms. Pell, nay."
                if (ended := outcome_in(sentence)) is not None:
                    self._outcome(ended[0], ended[1], para, start)
                elif (told := decided_sentence(sentence)) is not None and not self._in_quotes(para, start):
                    self._narrated(i, para, start, end, told)
                self._vote(called)
                continue
            if (mover := he_moved(para.text, para.start, start, end)) is not None:
                self.target = Proposal(order=self.order, mover=(para, *mover), sentence=Piece(para, start, end))
                self.proposals.append(self.target)
                continue
            if (voted_on := VOTED_ON.search(sentence)) is not None:
                self._voted_on(para, start, end, voted_on)
                continue
            moved = find_moved(sentence)
            if moved is not None:
                cast = _CAST.search(sentence, moved.end)
                jump = self._moved(i, start, start + cast.start() if cast is not None else end, moved)
                if cast is not None and (at := self._listed_votes(para, start + cast.end())) is not None:
                    voted = at
                if jump is not None:
                    after = max(after, jump)
                    if jump > i + 1:
                        return after
                continue
            if stood(sentence):
                self._narrated(i, para, start, end, "elected")
                continue
            if self._told(para, start, end, sentence):
                continue
            if self._unmoved(i, start, end):
                continue
            found = decided_sentence(sentence) or ("elected" if self.elects and elected(sentence) else None)
            if found is not None and not self._in_quotes(para, start):
                self._narrated(i, para, start, end, found)
                continue
            soft = soft_decision(sentence, " ".join([para.text[end:], *(p.text for p in self.paras[i + 1:i + 2])]))
            if soft is not None:
                ops, jump = gather(self.paras, i, start + soft, lead=[Piece(para, start, start + soft)], end=end if end < len(para.text) else None)
                self._decide(ops, "narrative.soft_decision")
                if ops and self.decided and self.decided[-1].operative is ops[-1]:
                    self._ballot_of(para, start, start + soft, self.decided[-1].proposal)
                if jump > i + 1:
                    return jump
        if after == i + 1 and para.text.rstrip().endswith(":") and self.target is not None and self.target.order == self.order and not self.target.pieces \
                and not self.target.implied and not self.target.adopted and self.target.base is None:
            self.target.pieces, after = self._follow(i, para, [])
        return after

    def _items_of(self, i: int, motion: Proposal) -> int:
        """The items that a consent motion approved, in a list below "The items approved are as follows:"; the index after them."""
        k = i + 1
        while k < len(self.paras) and (mark := self.paras[k].mark) is not None and mark.kind != "bullet" and find_moved(self.paras[k].text) is None:
            self.decided.append(Decided(Operative([Piece(self.paras[k], self.paras[k].start, len(self.paras[k].text))], mark.number), motion, "consent.listed", self.order + 1))
            k += 1
        return k

    def _listed_votes(self, para: Paragraph, start: int) -> int | None:
        """ "Ayes: Amato, Ellis. Nays: Brock, Chen." within a paragraph: where the lists end."""
        end = start
        for a, b in sentences(para.text[start:]):
            text = para.text[start + a:start + b]
            label = option_label(text) if a else option_label(text[m.end():] if (m := LIST_PREFIX.match(text)) else text)
            if label is None:
                break
            end = start + b
        if end == start:
            return None
        found = read_lists([para.part(start, end)], 0)
        if found is None or (not found[0].names and found[0].votes_for is None):
            return None
        self._vote(found[0])
        return end

    def _in_quotes(self, para: Paragraph, start: int) -> bool:
        return para.text[:start].count("“") > para.text[:start].count("”")

    def _narrated(self, i: int, para: Paragraph, start: int, end: int, rule: str) -> None:
        waiting = self._adoptable(para) if rule in ("elected", "agreed", "approved", "minutes", "passive") else None
        if rule == "elected" and waiting is not None and (who := candidate(waiting)) is not None and who not in para.text[start:end]:  # another man's nomination
            waiting = next((p for p in self.proposals if p.kind == "motion" and not p.implied and not p.adopted and (candidate(p) or "\0") in para.text[start:end]), None)
        if waiting is not None and rule != "elected" and not (waiting.pieces and (waiting.outcome == "carried" or rule != "agreed") and alike(waiting.text, para.text[start:end])):
            waiting = None
        if waiting is not None and rule in ("approved", "minutes", "passive"):
            waiting.outcome = "carried"
        proposal = waiting or Proposal(implied=True, adopted=True, order=self.order)
        tally = _TALLY.search(para.text, start, end) if rule in ("minutes", "passive", "agreed", "approved") else None
        self._decide([Operative([Piece(para, start, tally.start() if tally else end)])], f"narrative.{rule}", proposal)
        if rule == "voted" or tally is not None:
            self._ballot_of(para, start, end, proposal)

    def _slip(self, i: int) -> int | None:
        """ "Moved by A ⏎ Seconded by B ⏎ THAT … ⏎ Carried.", or "R2023-147 A, B: ⏎ That … Carried."."""
        found = read_slip(self.paras, i)
        if found is None:
            return None
        found.proposal.order = self.order
        if found.proposal.kind == "amendment":
            found.proposal.amends = next((p for p in reversed(self.proposals) if p.kind == "motion" and not p.implied), None)
        self.proposals.append(found.proposal)
        self.target = found.proposal
        if found.pending:
            return found.after
        if found.proposal.outcome in ("lost", "withdrawn", "deferred") or not found.operatives:
            found.proposal.label = found.number
        else:
            self._decide(found.operatives, "slips.read_slip", found.proposal, item=found.number if self.number is None else None)
        found.proposal.label = found.number
        return found.after
