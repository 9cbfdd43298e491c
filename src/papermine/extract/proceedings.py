"""One item of minutes, paragraph by paragraph: what was moved, how it was voted, what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papermine.extract.floor import Decided, Floor, Proposal
from papermine.extract.motions import Moved, find_moved, outcome_alone, outcome_in, procedural
from papermine.extract.narrative import decided_sentence, elected, soft_decision
from papermine.extract.operative import BODY, Operative, Piece, body_alone, gather, lead_in
from papermine.extract.paragraphs import Paragraph
from papermine.extract.roll import sentences
from papermine.extract.slips import SLIP, read_slip
from papermine.extract.votes import counts, option_label, read_grid, read_lists

_OPEN_BODY = re.compile(r"\s*,?\s*(?:the\s+(?:following\s+)?(?:substantive\s+)?(?:motions?|amendments?|recommendations?|resolution)(?:\s+set out below)?|a\s+motion|(?:as\s+)?an\s+amendment|as\s+follows)?\s*[,:;–—-]?\s*(?:that\b|THAT\b|to\b|TO\b)?\s*[:,]?\s*")
_DECIDED_TAIL = re.compile(
    r"\s*,?\s*(?:(?:and|it|was|were|is|be|then|duly|all|members|members present|hereby|unanimously|by all|nem\.? con\.?|on a show of hands|with all in favour)\s*,?\s*)*\b(?P<verb>RESOLVED|Resolved|resolved|AGREED|agreed|APPROVED|approved|DECIDED|decided|CARRIED|carried|accepted|adopted)\b"
    r"(?:\s+(?:unanimously|by all(?: present)?|nem\.? con\.?|in principle|(?:with )?all in favou?r))*\s*(?P<that>,?\s*(?:that|THAT|to)\b\s*:?|:)?\s*,?\s*", re.I)
_WAS = re.compile(r"\b(?:accepted|approved|agreed|adopted|confirmed|signed|noted|received|resolved|passed|ratified|endorsed)\b", re.I)
_PASSED = re.compile(r"\s*[,;]?\s+(?:and\s+)?(?:the motion\s+|it\s+|which\s+)?(?:was\s+)?(?P<out>passed|carried|failed|lost|defeated|PASSED|CARRIED|FAILED)\b[^.;]{0,80}[.;]?$")
_VERB_ALONE = re.compile(r"(?:Duly |All )?(?:Noted|NOTED|Agreed|AGREED|Approved|APPROVED|Received|RECEIVED|Accepted|ACCEPTED|Adopted|ADOPTED)(?: unanimously| and (?:noted|approved|agreed))?\s*\.?")
_BODY_DID = re.compile(rf"\s*,?\s*(?P<did>(?:{BODY})(?:\s*,[^,]{{1,40}},)?\s+(?:\w+ly\s+)?(?:approved|agreed|adopted|voted|accepted|resolved|authorized|authorised|granted|denied|appointed|received|directed|ratified|confirmed)\b)")


class Item(Floor):
    """The proceedings under one heading."""

    def __init__(self, paras: Sequence[Paragraph], number: str | None, order: int, title: str = "") -> None:
        super().__init__(order)
        self.paras = list(paras)
        self.number = number
        self.summary = False
        self.elects = bool(re.search(r"elect|appoint|chair|co-?opt|vacanc|represent|nominat", title, re.I))
        i = 0
        while i < len(self.paras):
            i = self._step(i)
        self._close()

    def _step(self, i: int) -> int:
        para = self.paras[i]
        self.order += 1
        if re.match(r"SUMMARY OF\b|Summary of (?:approved|decisions|resolutions)", para.text):
            self.summary = True
            return i + 1
        table = para.lines[0].table
        if table is not None:
            end = i
            while end < len(self.paras) and self.paras[end].lines[0].table == table and self.paras[end].lines[0].page == para.lines[0].page:
                end += 1
            grid = read_grid([line for p in self.paras[i:end] for line in p.lines])
            if grid is not None:
                self._vote(grid)
                return end
        lists = read_lists(self.paras, i)
        if lists is not None:
            self._vote(lists[0])
            return lists[1]
        slip = self._slip(i)
        if slip is not None:
            return slip
        alone = outcome_alone(para.rest)
        if alone is not None and (self._await() is not None):
            self._outcome(alone[0], alone[1], para, para.start)
            self._vote(counts(para.text), quiet=True)
            return i + 1
        lead = lead_in(para.text, para.start)
        told = lead is not None and lead[2].islower() and not para.text.rstrip().endswith((":", "that", " to", "–", "-"))
        if lead is not None and not told and not self._only_outcome(para, lead[1]):
            return self._lead(i, lead)
        if body_alone(para, self.paras[i + 1] if i + 1 < len(self.paras) else None):
            return self._lead(i, (para.start, len(para.text), "", True))
        if self.number and not self.decided and _VERB_ALONE.fullmatch(para.rest.strip()) and self.target is None:
            self._decide([Operative([Piece(para, para.start, len(para.text))])], "proceedings.verb_alone", Proposal(implied=True, adopted=True, order=self.order))
            return i + 1
        return self._sentences(i)

    def _only_outcome(self, para: Paragraph, end: int) -> bool:
        """ "AGREED." with nothing after it, and no list."""
        return not para.text[end:].strip(" .") and outcome_alone(para.rest) is not None and not para.text.rstrip().endswith((":", "–", "-"))

    def _lead(self, i: int, lead: tuple[int, int, str, bool], proposal: Proposal | None = None) -> int:
        para = self.paras[i]
        start, end, _, body = lead
        moved = find_moved(para.text[end:]) if proposal is None else None
        if moved is not None and moved.start < 4 and moved.seconder is not None:  # "AGREED: On the proposal of A, seconded by B, that …"
            proposal = Proposal(order=self.order, outcome="carried")
            self._name(proposal, para, end, moved)
            self.proposals.append(proposal)
            tail = _DECIDED_TAIL.match(para.text, end + moved.end) or _OPEN_BODY.match(para.text, end + moved.end)
            end = tail.end() if tail else end + moved.end
        named = find_moved(para.text[start:end]) if proposal is None else None
        if named is not None and named.seconder is not None:  # "Resolved (proposed Cllr A, seconded Cllr B): to …"
            proposal = Proposal(order=self.order, outcome="carried", implied=True)
            self._name(proposal, para, start, named)
            self.proposals.append(proposal)
        stop = self._tail(para, end)
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

    def _tail(self, para: Paragraph, start: int) -> int | None:
        """Where sentences about mover, seconder or vote begin after the operative words of a paragraph."""
        for a, b in sentences(para.text[start:]):
            if a == 0:
                continue
            sentence = para.text[start + a:start + b]
            moved = find_moved(sentence)
            if (moved is not None and moved.start < 12) or outcome_alone(sentence) is not None or option_label(sentence) is not None \
                    or re.match(r"\(?(?:Proposed|Moved|PROPOSED|MOVED|Prop\b|All (?:were )?in favou?r|All agreed|Carried|CARRIED|Vote|VOTE|Voting|On being put|Unanimous)", sentence):
                return start + a
        m = re.search(r"\s*[\[(]?(?:[Pp]roposed|[Mm]oved|Prop\.?)(?:\s+by|:)?\s+[A-Z][^()]{2,120}(?:[Ss]econded|[Ss]ec\.?)(?:\s+by|:)?\s[^()]{2,80}[\])]?[^.]{0,40}\.?\s*$", para.text[start:])
        return start + m.start() if m and m.start() > 0 else None

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

    def _decide(self, found: Sequence[Operative], rule: str, proposal: Proposal | None = None, *, first: Paragraph | None = None, item: str | None = None) -> None:
        """Record operative paragraphs, each with the motion it adopts."""
        found = [op for op in found if re.search(r"\w{3}", op.text)]
        if not found or (self.summary and self.decided):
            return
        before = [_norm(d.operative.text) for d in self.decided]
        if len(found) > 1 and sum(_norm(op.text) in before for op in found) * 2 >= len(found):
            return
        if proposal is None:
            proposal = self._adoptable(first)
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

    def _own(self, op: Operative) -> Proposal | None:
        """ "Wales Air Ambulance - £200 (proposed by Cllr A, seconded by Cllr B)": a paragraph with a mover of its own."""
        piece = op.pieces[-1]
        text = piece.para.text[piece.start:piece.end]
        m = re.search(r"\s*[\[(]\s*(?:proposed|moved)\b[^()]{4,160}[\])]?\s*(?:Clerk|All)?\.?\s*$", text, re.I)
        if m is None or (moved := find_moved(text[m.start():])) is None:
            return None
        own = Proposal(implied=True, adopted=True, outcome="carried", order=self.order)
        self._name(own, piece.para, piece.start + m.start(), moved)
        op.pieces[-1] = Piece(piece.para, piece.start, piece.start + m.start())
        self.proposals.append(own)
        return own

    def _adoptable(self, first: Paragraph | None) -> Proposal | None:
        """The motion that a RESOLVED adopts: the last main motion that was not lost, withdrawn or adopted before."""
        for p in reversed(self.proposals):
            if p.kind == "motion" and not p.implied and p.base is None and not p.adopted and p.outcome in (None, "carried"):
                return p
        rest = [p for p in self.proposals if not p.implied and not p.adopted and p.kind == "amendment" and p.outcome == "carried"]
        return rest[-1] if len(rest) == 1 and len([p for p in self.proposals if not p.implied]) == 1 and not rest[-1].pieces else None

    def _sentences(self, i: int) -> int:
        para = self.paras[i]
        after = i + 1
        for start, end in sentences(para.text):
            start = max(start, para.start)
            if start >= end:
                continue
            sentence = para.text[start:end]
            lead = lead_in(para.text, start) if start > para.start else None
            if lead is not None and not lead[2].islower():
                return self._lead(i, lead)
            moved = find_moved(sentence)
            if moved is not None:
                jump = self._moved(i, start, end, moved)
                if jump is not None:
                    after = max(after, jump)
                    if jump > i + 1:
                        return after
                continue
            if self._told(para, start, end, sentence):
                continue
            found = decided_sentence(sentence) or ("elected" if self.elects and elected(sentence) else None)
            if found is not None and not self._in_quotes(para, start):
                self._narrated(i, para, start, end, found)
                continue
            soft = soft_decision(sentence)
            if soft is not None:
                ops, jump = gather(self.paras, i, start + soft, lead=[Piece(para, start, start + soft)], end=end if end < len(para.text) else None)
                self._decide(ops, "narrative.soft_decision")
                if jump > i + 1:
                    return jump
        if after == i + 1 and para.text.rstrip().endswith(":") and self.target is not None and self.target.order == self.order and not self.target.pieces \
                and not self.target.implied and self.target.base is None:
            self.target.pieces, after = self._follow(i, para, [])
        return after

    def _in_quotes(self, para: Paragraph, start: int) -> bool:
        return para.text[:start].count("“") > para.text[:start].count("”")

    def _narrated(self, i: int, para: Paragraph, start: int, end: int, rule: str) -> None:
        waiting = self._adoptable(para) if rule == "elected" else None
        self._decide([Operative([Piece(para, start, end)])], f"narrative.{rule}", waiting or Proposal(implied=True, adopted=True, order=self.order))

    def _moved(self, i: int, start: int, end: int, moved: Moved) -> int | None:
        """A sentence with a mover or seconder. Returns the index of the next paragraph where it reads on over several."""
        para = self.paras[i]
        sentence = para.text[start:end]
        if moved.mover is None:  # "The amendment was seconded by Cllr B"
            for p in reversed(self.proposals):
                if not p.implied and p.seconder is None and p.mover is not None and (moved.kind != "amendment" or p.kind == "amendment"):
                    self._name(p, para, start, moved)
                    self._told(para, start, end, sentence[moved.end:])
                    return None
            return None
        before = sentence[:moved.start].rstrip(" ,–-(")
        proposal = Proposal(kind=moved.kind, order=self.order)
        if len(before) > 12 and _WAS.search(before) and not re.search(r"\b(?:was|were)\s*$", before) and moved.kind == "motion":
            self._name(proposal, para, start, moved)
            proposal.implied, proposal.outcome = True, proposal.outcome or "carried"
            self.proposals.append(proposal)
            cut = re.sub(r"[\s,;(–-]*(?:this was|it was|and|,|was|were)*[\s,]*$", "", before)
            soft = soft_decision(cut)
            lead = [Piece(para, start, start + soft)] if soft else []
            self._decide([Operative([Piece(para, start + (soft or 0), start + len(cut))], None, lead)], "proceedings.passive", proposal)
            self._ballot_of(para, start + moved.end, end, proposal)
            return None
        if not before and self.decided and self.decided[-1].proposal.mover is None and self.decided[-1].order >= self.order - 1 and not re.search(r"\b(?:that|to|amendment|motion)\b", sentence[moved.end:]):
            self._name(self.decided[-1].proposal, para, start, moved)
            self.decided[-1].proposal.outcome = self.decided[-1].proposal.outcome or "carried"
            self._ballot_of(para, start + moved.end, end, self.decided[-1].proposal)
            return None
        self._name(proposal, para, start, moved)
        label = re.search(r"\b[Rr]ecommendations?\s+(?P<n>\d{1,2}[A-Za-z]?)\b", before + " ")
        proposal.label = label["n"].lower() if label else None
        mains = [p for p in self.proposals if p.kind == "motion" and not p.implied]
        proposal.amends = mains[-1] if moved.kind == "amendment" and mains else None
        self.proposals.append(proposal)
        self.target = proposal
        did = _BODY_DID.match(sentence, moved.end)
        if did is not None:
            proposal.outcome = "carried"
            self._decide([Operative([Piece(para, start + did.start("did"), end)])], "proceedings.moved_and_did", proposal)
            self._ballot_of(para, start + moved.end, end, proposal)
            return None
        decided = _DECIDED_TAIL.match(sentence, moved.end)
        if decided is not None and (decided["that"] or not sentence[decided.end():].strip(" .")):
            at = start + decided.end()
            if para.text[at:end].strip(" ."):
                proposal.outcome = "carried"
                ops, after = gather(self.paras, i, at, lead=[Piece(para, start, at)], end=end if end < len(para.text) or sentence.endswith(".") else None)
                self._decide(ops, "proceedings.moved_and_decided", proposal)
                self._ballot_of(para, start + moved.end, at, proposal)
                return after if after > i + 1 else None
            if before and not re.search(r"\b(?:was|were|is)\s*$", before):
                proposal.pieces = [Piece(para, start, start + len(before))]
            proposal.outcome = "carried"
            self._ballot_of(para, start + moved.end, end, proposal)
            return None
        return self._motion_text(i, start, end, moved, proposal)

    def _motion_text(self, i: int, start: int, end: int, moved: Moved, proposal: Proposal) -> int | None:
        para = self.paras[i]
        sentence = para.text[start:end]
        tail = sentence[moved.end:]
        told = outcome_in(tail)
        proposal.sentence = Piece(para, start, end)
        if moved.what is not None:  # "Cllr A proposed that the tree be felled, seconded by Cllr B"
            proposal.pieces = [Piece(para, start + moved.what[0], start + moved.what[1])]
            self._ballot_of(para, start + moved.end, end, proposal)
            return None
        passed = _PASSED.search(tail)
        if passed is not None and (told is None or re.match(r"\s*,?\s*(?:to|that|TO|THAT)\b", tail)):
            told = None
            self._ballot_of(para, start + moved.end + passed.start(), end, proposal)
            proposal.outcome = "lost" if passed["out"].lower() in ("failed", "lost", "defeated") else "carried"
            end = start + moved.end + passed.start()
            tail = tail[:passed.start()]
        opening = _OPEN_BODY.match(tail)
        at = opening.end() if opening else 0
        if moved.seconder is None and (m := re.match(r"[^:]{0,80}?\b(?:as follows|following amendment|following motion|following)\b\s*[:;]?|\s*(?:an?|the)\s+(?:amendment|motion)[^:]{0,40}[:;]?\s*(?:that|to)?\s*", tail)):
            at = m.end()
        words = tail[at:].strip()
        after: int | None = None
        if told is None and words.strip(" .:") and re.match(r"[“\"A-Za-z(]", words) and not re.match(r"(?:as follows|for the|the following)\b[^:]*:?$", words) and (
                re.search(r"\b(?:that|THAT|to|TO)\s*[:,]?\s*$", tail[:at]) or tail[:at].rstrip().endswith((":", ",")) or moved.outcome is not None or re.match(r"[“\"]?(?:That|THAT|to)\b", words)):
            proposal.pieces = [Piece(para, start + moved.end + at, end)]
            if end == len(para.text.rstrip()) and words.rstrip().endswith(":"):
                proposal.pieces, after = self._follow(i, para, proposal.pieces)
            elif end < len(para.text) and (words.count("“") > words.count("”")):
                proposal.pieces = [Piece(para, start + moved.end + at, len(para.text))]
        elif told is None and end == len(para.text.rstrip()):
            proposal.pieces, after = self._follow(i, para, [])
            if len(proposal.pieces) == 1 and proposal.pieces[0].para.mark is not None and proposal.pieces[0].para.number:
                only = proposal.pieces[0].para
                proposal.number, proposal.pieces = only.number, [Piece(only, only.start, len(only.text))]
            self._strip_label(proposal)
        if procedural(tail) or (proposal.pieces and procedural(proposal.text) and proposal.kind == "motion"):
            proposal.kind = "procedural"
        if told is not None:
            self._outcome(told[0], told[1] or "motion", para, start)
        self._ballot_of(para, start + moved.end, end, proposal)
        return after

    def _follow(self, i: int, para: Paragraph, pieces: list[Piece]) -> tuple[list[Piece], int]:
        """The paragraphs after a motion's opening words that hold its text: deeper, in italics, or in quotation marks."""
        out = list(pieces)
        k = i + 1
        style: str | None = None
        quoted = False
        while k < len(self.paras):
            here = self.paras[k]
            if outcome_alone(here.rest) is not None or option_label(here.text) is not None:
                break
            italic = here.lines[0].italic or (here.lines[-1].italic and not here.lines[0].bold)
            deeper = here.x0 > para.x0 + 10 and here.x0 < para.x0 + 160
            if style is None:
                quoted = here.text.startswith(("“", '"', "‘"))
                style = "deeper" if deeper else "italic" if italic and not para.lines[-1].italic else "quoted" if quoted else None
                if style is None:
                    break
            elif (style == "italic" and not italic) or (style == "deeper" and not deeper):
                break
            out.append(Piece(here, 0, len(here.text)))
            k += 1
            if style == "quoted" and here.text.rstrip(" .").endswith(("”", '"', "’")):
                break
        return out, k

    def _slip(self, i: int) -> int | None:
        """ "Moved by A ⏎ Seconded by B ⏎ THAT … ⏎ Carried.", or "R2023-147 A, B: ⏎ That … Carried."."""
        found = read_slip(self.paras, i)
        if found is None:
            return None
        self.target = None
        self.proposals.append(found.proposal)
        found.proposal.order = self.order
        self.target = found.proposal
        if found.proposal.outcome in ("lost", "withdrawn", "deferred") or not found.operatives:
            found.proposal.label = found.number
        else:
            self._decide(found.operatives, "slips.read_slip", found.proposal, item=found.number)
        found.proposal.label = found.number
        return found.after

    def _told_before(self) -> None:
        """Where an item ends in RESOLVED, "it was agreed" in the discussion before it is what was said, not what was decided."""
        hard = [d.order for d in self.decided if d.rule == "operative.gather" and any(re.match(r"RESOLVED|Resolved|R E S", p.text) for p in d.operative.lead)]
        if hard:
            self.decided = [d for d in self.decided if not (d.rule.startswith("narrative.") and d.proposal.mover is None and d.order < hard[-1])]

    def _close(self) -> None:
        """Motions that were carried, lost, withdrawn or deferred and that no RESOLVED repeats are records of their own."""
        self._told_before()
        for p in self.proposals:
            if p.outcome is None and p.ballot.lists and p.pieces and not p.implied:
                options = [option for _, option, _ in p.ballot.names]
                ayes, noes = options.count("for"), options.count("against")
                if ayes != noes:  # a tie may have been broken by a vote that is not printed
                    p.outcome, p.counted_out = "carried" if ayes > noes else "lost", True
            if not p.pieces and p.sentence is not None and p.outcome is not None and not p.implied and not p.adopted and not self.decided:
                p.pieces = [p.sentence]
            if p.implied or p.adopted or p.outcome is None or not re.search(r"\w{3}", p.text):
                continue
            op = Operative(list(p.pieces), p.number)
            self.decided.append(Decided(op, p, "proceedings.motion", p.order, p.label if p.label and SLIP.match(p.label) else None))
        self.decided.sort(key=lambda d: (d.operative.pieces[0].para.lines[0].page, d.order))


def _norm(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
