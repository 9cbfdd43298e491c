"""Slips of any house: lines that hold parts of a decision (`slipparts`), in whatever order, and the words that they belong to.

Lines with parts that follow each other, and the words among them, are a block: it ends where a part comes a second time. The words stand where
the block says it (behind a label or the parts on their line, between the movers and the outcome); otherwise above or below, as the paper's other blocks tell (`stand`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papermine import regex as re
from papermine.extract.decisions.clauses import clauses
from papermine.extract.decisions.item import House, Stand
from papermine.extract.decisions.leads import lead_in
from papermine.extract.decisions.operative import Operative, Piece, gather
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.decisions.slipparts import Part, broken, line_parts, said
from papermine.extract.decisions.slips import ADVICE, DEBATE, HEADER, IN_PARTS, OF_AMENDMENT, OUT_END, Slip, in_full
from papermine.extract.decisions.slipvotes import late_votes, take_told
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import counts
from papermine.extract.votes.lists import voters_in
from papermine.language.motions import ACT, Moved, find_moved
from papermine.language.outcomes import ENDED, NOT_DONE, outcome_alone, outcome_in
from papermine.language.sentences import sentences

_OPENS = re.compile(r"[“\"‘]?(?:(?:THAT|That|that|TO|To|WHEREAS|Whereas)\b|(?:to|That|THAT)\s+[a-z]|(?:(?:AND|And|NOW|Now|THEREFORE|Therefore|It is hereby|IT IS HEREBY),?\s+)*(?:BE IT|Be it|be it|RESOLVED|Resolved|resolved)\b|(?:A\s+)?(?:[Mm]otion|MOTION|[Pp]roposal)\s+(?:to|that)\s|(?:Moved|MOVED)\s+that\s)")
_QUOTED = re.compile(r"[“\"]\w")
_LEAD = re.compile(r"(?:(?:A\s+)?(?:[Mm]otion|MOTION)\s+(?:to|that)\s+|(?:Moved|MOVED)\s+(?=that\s)|(?<=: )(?:To|TO)\s+(?=[A-Za-z]))")
_GOES_ON = re.compile(r"[“\"]?(?:AND|And|and|FURTHER|Further)\b|(?:THAT|That)\b")
_ALL_FOR = re.compile(r"(?<!not )(?<!NOT )\b(?:unanimous(?:ly)?|UNANIMOUS(?:LY)?|Unanimous(?:ly)?)\b")
_DISCUSSED = re.compile(r"(?:Discussion|DISCUSSION|Debate|Comments?)\s*:")
_CALLED = re.compile(r"(?:Motion|MOTION)\s+(?i:to|that)\s+\w")
_MOVED_TO = re.compile(r"\s*,?\s*(?:moved|MOVED|(?:made|offered) (?:a|the) motion)?\s*(?:to|that)\s+")
_MOTION = re.compile(r"(?:Motion|MOTION)\s*:\s*")
_NOMINATED = re.compile(r"\s+nominate[sd]\s+[A-Z]")
"""Behind who moved it, in a sentence under the label "Motion:" that names no motion: "Ann Vane nominated Bo Tull for Chair"."""
_TALLY = re.compile(r"(?P<a>\d{1,2})\s?[-–/:]\s?(?P<b>\d{1,2})(?![\d/-])")
_TO = re.compile(r"(?:To|TO)\s+(?=[A-Za-z])")
_ACTS = re.compile(rf"{ACT}\b")
_DECIDED = re.compile(r"(?:RESOLVED|Resolved|DECISIONS?|Decisions?)\W*$")
_CUT = re.compile(r"\b(?:the|of|and|to|an?|for|in|on|by|with)$")
_KEY = {"mover", "seconder", "unnamed"}


def house_of(items: Iterable[Sequence[Paragraph]]) -> House:
    """The habits of a paper: words stand where all blocks of movers allow it that have words on one side only, or words on one side that begin like a motion's."""
    above = below = 0
    tells = False
    for paras in items:
        lines = [line_parts(para) for para in paras]
        tells = tells or any(outcome_alone(para.rest) is not None for para in paras)
        i = 0
        while i < len(paras):
            k, held = i, set[str]()
            while k < len(paras) and (line := lines[k]) is not None and not ({p.role for p in line} & held & _KEY):
                held |= {p.role for p in line}
                k += 1
            if held & _KEY and "words" not in held:
                before, after = i > 0 and lines[i - 1] is None, k < len(paras) and lines[k] is None
                opens = (before and _OPENS.match(paras[i - 1].rest) is not None, after and _OPENS.match(paras[k].rest) is not None)
                one = opens if opens[0] != opens[1] else (before, after) if before != after else (False, False)
                above, below = above + one[0], below + one[1]
            i = max(k, i + 1)
    return House("above" if above and not below else "below" if below and not above else None, tells)


def read_block(paras: Sequence[Paragraph], i: int, house: House) -> Slip | None:
    """The block that starts at paragraph ``i``; None where there is none, or its words can not be told for sure."""
    where = house.words
    first = line_parts(paras[i])
    if first is None and (i + 1 >= len(paras) or (_sentence(paras[i]) is None and (_OPENS.match(paras[i].rest) is None or where == "below"))):
        return None
    block = _Block(paras, i, tells=house.tells)
    block.read(where)
    return block.slip()


def _sentence(para: Paragraph) -> Moved | None:
    """The mover of a sentence that is all of a paragraph: "GOLD moved to approve the agenda." over "Seconded by MILLIG"."""
    moved = find_moved(para.text)
    if moved is None or moved.mover is None or moved.seconder is not None or moved.start > 12 or len(sentences(para.text)) > 1:
        return None
    if moved.what is None and (to := _MOVED_TO.match(para.text, moved.mover[1])) is not None:
        moved.what = (to.end(), len(para.text))
    if moved.what is None and (label := _MOTION.match(para.text)) is not None and _NOMINATED.match(para.text, moved.mover[1]) is not None:
        moved.what = (label.end(), len(para.text))
    return moved if moved.what is not None else None


class _Block:
    """One block while it is read."""

    def __init__(self, paras: Sequence[Paragraph], at: int, *, tells: bool) -> None:
        self.paras, self.at, self.tells = paras, at, tells
        self.proposal = Proposal()
        self.number: str | None = None
        self.held: list[Piece] = []
        self.found: list[Operative] | None = None
        self.roles: set[str] = set()
        self.decided = False
        self.certain = False  # do its words say that they are a motion's: "MOTION to approve …"?

    def read(self, where: Stand | None) -> None:
        """Parts and words, to the end of the block."""
        self._lines()
        first = not self.roles
        if first and (moved := _sentence(self.paras[self.at])) is not None and self.at + 1 < len(self.paras):
            self.proposal.moved_by(self.paras[self.at], 0, moved)
            self.roles |= {"mover", "words"}
            if moved.what is not None:
                self.held = [Piece(self.paras[self.at], *moved.what)]
            self.at += 1
            before = self.at
            self._lines()
            if self.proposal.seconder is None or self.proposal.seconder[0] is not self.paras[before]:
                self.held = []
            return
        if not self.held and self.at < len(self.paras) and self._opens(where):
            self.certain = first and _CALLED.match(self.paras[self.at].text) is not None
            self._words()
            before = self.at
            self._lines()
            if not self.certain and self._told_later():
                self.held = []  # what stands between may be words, or talk
            if where is None and first and self.at > before and "told" not in self.roles and self.at < len(self.paras) and _OPENS.match(self.paras[self.at].rest) is not None:
                self.held = []  # words above, and words below: whose are the movers?
        elif self.held:
            self._list()
            self._lines()

    def _opens(self, where: Stand | None) -> bool:
        para = self.paras[self.at]
        if ADVICE.match(para.text) or "told" in self.roles or (where == "above" and self.roles & _KEY):
            return False
        if (moved := find_moved(para.rest)) is not None and moved.mover is not None:
            return False
        if broken(para.text):
            return False
        return _OPENS.match(para.rest) is not None or (bool(self.roles & _KEY) and _QUOTED.match(para.text) is not None) or ("label" in self.roles and (_ACTS.match(para.rest) is not None or " be " in para.text) and self._between())

    def _told_later(self) -> bool:
        """May what stands below be words too, or talk: is an outcome told behind it, or does a house that tells outcomes not tell it here?"""
        if "told" in self.roles or self.at >= len(self.paras) or line_parts(self.paras[self.at]) is not None:
            return False
        for para in self.paras[self.at:self.at + 8]:
            line = line_parts(para)
            if IN_PARTS.search(para.text) is not None:
                return True
            if line is None and OUT_END.search(para.text) is None:
                continue
            return self.tells or line is None or (any(part.role == "told" for part in line) and not any(part.role in _KEY for part in line))
        return self.tells

    def _ends_later(self) -> bool:
        """Is what became of it told below, before any other motion?"""
        for para in self.paras[self.at:self.at + 8]:
            if (line := line_parts(para)) is not None:
                return line[0].role == "told"
            if _CALLED.match(para.text) is not None or find_moved(para.text) is not None:
                return False
        return False

    def _between(self) -> bool:
        """Does one paragraph stand between the label of one motion and movers or an outcome?"""
        if re.search(r"[sS]\W*$", self.paras[self.at - 1].text) is not None:
            return False
        below = self.paras[self.at + 1] if self.at + 1 < len(self.paras) else None
        return below is not None and (line := line_parts(below)) is not None and bool({p.role for p in line} & {*_KEY, "told"})

    def _lines(self) -> None:
        """Take lines that hold parts and nothing else, until one comes a second time."""
        paras = self.paras
        while self.at < len(paras):
            para = paras[self.at]
            if self.held and OF_AMENDMENT.match(para.text):
                return
            if (self.held or self.roles & _KEY) and (told := take_told(paras, self.at, self.proposal, below=True, worded=bool(self.held))) is not None:
                self.roles.add("told")
                self._unanimous(paras[self.at:told])
                self.at = told
                continue
            line = line_parts(para)
            if line is None and self.held and self.roles & _KEY and _DISCUSSED.match(para.text) is not None and self.at + 1 < len(paras) and (then := line_parts(paras[self.at + 1])) is not None and then[0].role == "told":
                self.at += 1
                continue
            if line is None or {p.role for p in line} & self.roles & {*_KEY, "label", "words"} or ("told" in self.roles and {p.role for p in line} & {"label", "words", *_KEY} and self.roles & _KEY):
                return
            if "number" in self.roles and line[0].role == "number" and self.roles & {"told", "words"}:
                return
            if "told" in {p.role for p in line} and not self.roles & _KEY and not self.held and not {p.role for p in line} & _KEY:
                return
            if self.decided and self.roles & _KEY and [p.role for p in line] == ["number", "words"]:
                return  # "Resolved" over "43/25 That …", "44/25 That …"
            moved = bool(self.roles & _KEY)
            for part in line:
                self._take(para, part)
            if moved and line[0].role == "number" and line[-1].role == "words":
                self.held = [Piece(para, para.start, line[-1].end)]
            if any(part.role == "told" for part in line):
                self._unanimous([para])
            self.at += 1
            if "words" in self.roles and self.held and self.held[-1].para is para:
                return

    def _unanimous(self, told: Sequence[Paragraph]) -> None:
        """ "In Favor: Unanimous", where no other outcome is told."""
        if self.proposal.outcome is None and any(_ALL_FOR.search(para.text) for para in told):
            self.proposal.outcome = "carried"

    def _take(self, para: Paragraph, part: Part) -> None:
        self.roles.add(part.role)
        p = self.proposal
        if part.role == "mover":
            p.mover = (para, part.start, part.end)
        elif part.role == "seconder":
            p.seconder = (para, part.start, part.end)
        elif part.role == "number":
            self.number = self.number or para.text[part.start:part.end]
        elif part.role == "label":
            self.decided |= _DECIDED.match(para.text, part.start) is not None or _DECIDED.match(para.text[part.start:part.end]) is not None
        elif part.role == "words":
            self.held = [Piece(para, part.start, part.end)]
        elif part.role == "told":
            text, _ = said(para.text[part.start:part.end])
            if (alone := outcome_alone(text) or outcome_in(text)) is not None:
                p.ends(alone[0], para, part.start)
            else:
                told = counts(text)
                if (n := _TALLY.match(text)) is not None and told.votes_for is None:
                    told.votes_for, told.votes_against = int(n["a"]), int(n["b"])
                told.join(voters_in(para, part.start))
                told.places += para.places(part.start, part.end)
                p.ballot.join(told)

    def _words(self) -> None:
        """The paragraph at hand, and those that go on with it."""
        para = self.paras[self.at]
        lead = lead_in(para.text, para.start)
        above = self.paras[self.at - 1] if self.at and "label" in self.roles and self.roles & _KEY else None
        if above is not None and re.fullmatch(r"(?:[Rr]esolved|RESOLVED)\W*", above.rest) and (opened := lead_in(above.text, above.start)) is not None:
            self.found, self.at = gather(self.paras, self.at - 1, opened[1], lead=[Piece(above, above.start, opened[1])])
            self.held = [p for op in self.found for p in op.pieces]
            self.decided = True
            return
        if lead is not None and re.match(r"[Rr]esolved|RESOLVED", para.rest):
            self.found, self.at = gather(self.paras, self.at, lead[1], lead=[Piece(para, para.start, lead[1])])
            self.held = [p for op in self.found for p in op.pieces]
            self.decided = True
            return
        self.held = [Piece(para, para.start if para.mark is None or para.mark.kind in ("bullet", "letter", "roman") else 0, len(para.text))]
        self.at += 1
        self._list()

    def _list(self) -> None:
        """Paragraphs below the words that go on with them: a list, or further clauses."""
        paras = self.paras
        while self.at < len(paras):
            para, above = paras[self.at], paras[self.at - 1]
            listed = para.mark is not None and (above.mark is not None or not above.text.rstrip().endswith(".")) and find_moved(para.rest) is None
            further = _GOES_ON.match(para.rest) is not None and find_moved(para.text) is None
            cut = above.text.rstrip()[-1:] not in ".;:?!”\")" and (para.text[:1].islower() or _CUT.search(above.text) is not None or (para.lines[0].table is not None and para.lines[0].table == above.lines[0].table))
            open_ = cut or above.text.rstrip().endswith((":", ";", "; and", "that", ","))
            if line_parts(para) is not None or HEADER.match(para.text) or ADVICE.match(para.text) or DEBATE.match(para.text) or not (listed or further or open_) or len(self.held) > 40:
                return
            self.held.append(Piece(para, 0, len(para.text)))
            self.at += 1

    def slip(self) -> Slip | None:
        """What was read, where it is a slip: words with their movers, or with a number or label and an outcome."""
        p = self.proposal
        if not self.held or not (self.roles & _KEY or (self.roles & {"number", "label"} and "told" in self.roles and p.outcome is not None)):
            return None
        if (p.seconder is not None and p.mover is None) or any((inner := find_moved(piece.text)) is not None and inner.mover is not None and (p.mover is None or piece.para is not p.mover[0]) for piece in self.held):
            return None
        self._ended()
        ended = p.outcome is not None or not p.ballot.empty
        if not ended and (p.mover is None or p.seconder is None):
            return None
        p.terse = not ended and not self.tells and (self.at >= len(self.paras) or line_parts(self.paras[self.at]) is not None)
        if not ended and not p.terse and "words" not in self.roles and not (self.certain and self._ends_later()):
            return None
        after = late_votes(self.paras, self.at, p) if ended else self.at
        first, found = self.held[0], self.found or clauses(self.held)
        if len(found) == 1 and self.found is None and not self.decided and (lead := _LEAD.match(first.para.text, first.start) or (_TO.match(first.para.text, first.start) if p.mover is not None and p.mover[0].text.startswith(("Motion", "MOTION")) else None)) is not None and first.para.text[lead.end():first.end].strip():
            self.held[0] = found[0].pieces[0] = Piece(first.para, lead.end(), first.end)
        p.pieces = in_full(self.held)
        return Slip(p, found, self.number, after, pending=p.outcome is None and not self.decided)

    def _ended(self) -> None:
        """The outcome behind the last words ("… a grant. Carried."), or the one that the label "RESOLVED" tells."""
        p, last = self.proposal, self.held[-1]
        if p.outcome is None and self.found is None and (out := OUT_END.search(last.para.text, last.start, last.end)) is not None and out.start("out") > last.start:
            self.held[-1] = Piece(last.para, last.start, out.start("out"))
            p.ends(ENDED[out["out"].lower()], last.para, out.start("out"))
        if p.outcome is None and p.mover is not None and p.ballot.votes_for is not None and not p.ballot.names and (sides := p.ballot.sides) is not None and sides[0] != sides[1]:
            p.outcome, p.counted_out = "carried" if sides[0] > sides[1] else "lost", True  # "Decision: 4-0", and no more of it
        if self.decided and p.outcome is None and not any(NOT_DONE.search(para.text) for para in self.paras[self.at:self.at + 1]) and ((sides := p.ballot.sides) is None or sides[0] > sides[1]):
            p.outcome = "carried"
