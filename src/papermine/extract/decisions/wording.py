"""The words of a motion: in the sentence that tells who moved it, or above or below it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from papermine import regex as re
from papermine.extract.decisions.deciding import decide
from papermine.extract.decisions.endings import VOTE_TALK
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.leads import lead_in
from papermine.extract.decisions.operative import Operative, Piece, approves_below
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.lists import voting
from papermine.language.motions import ACT, Moved, find_moved, procedural
from papermine.language.numbering import continues, starts
from papermine.language.outcomes import ENDED, UNSECONDED, Outcome, outcome_alone, outcome_in
from papermine.language.sentences import sentences
from papermine.language.titles import TITLE

OPEN_BODY = re.compile(r"\s*,?\s*(?:the\s+(?:following\s+)?(?:substantive\s+)?(?:motions?|amendments?|recommendations?|resolution)(?:\s+set out below)?(?!\s+be\b)|a\s+(?:motion|proposal)|(?:as\s+)?an\s+amendment|as\s+follows)?\s*[,:;–—-]{0,2}\s*(?:that\b|THAT\b|[Tt]o\b|TO\b)?\s*[:,]?\s*")
_TERSE = re.compile(r"(?:Proposed|Prop|Moved|PROPOSED|MOVED|Proposer|proposed|prop|Motion)\b")
_ACTS = re.compile(r"(?:To|That|Proposal (?:to|that)|Approv(?:al|ed?)|Accept(?:ance|ed)?|Adopt(?:ion|ed)?|Payment|Appoint(?:ment)?)\s+\w")
_FOR_OFFICE = re.compile(rf"{TITLE}\.?\s[^.;:]{{3,60}}?\s(?:as|for the (?:position|post|office|role))\b")
"""A nomination: "proposed Cllr B for the position of Treasurer. This was seconded by Cllr C."."""
_BE_DONE = re.compile(r"(?:the|this|these|our|an?)\s[^.;:]{3,160}?\sbe\s")
EDGE = " .;)],–—-"
_STATED = re.compile(r"(?:The|This|These|All|An?)\s[^.;:]{3,200}?\s(?:was|were|be)\s+(?:\w+ly\s+)?(?:adjourned|closed|suspended|elected|appointed|re-?opened|extended|excluded)\b")
"""What was done, told before its movers: "The meeting was adjourned to hear the public. Proposed A, seconded B"."""
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|said|asked|reported|would|will|be|been|Cllrs?|Councillors?|Mrs?|Ms)\b")
_WORDS = re.compile(r"(?:That|THAT|Delete|DELETE|Add|Insert|Replace|Remove|Amend|Substitute|Omit)\b(?! (?:amendment|motion|was)\b)")
"""How the words of a motion or an amendment begin, under "An amendment was moved by A, seconded by B,"."""
_VOTED_SO = (r"(?=\W*$|\W*(?:unanim\w*|all\b|as (?:amended|presented|written|submitted|read|circulated|moved|follows)|with\b|without\b|voice\b|roll\b|in favou?r|ayes?\b|yes\b|vot\w+|nem\b|none\b|"
             r"unopposed|for (?:the )?(?:lack|want)\b|due to\b|\d|\(|(?<=,\s)[A-Z]|by\s+[A-Z][^.;]{2,60}\b(?:yea|aye)s?\b|(?:by|on|in|upon)\s+(?:(?!the (?:council|board|committee)\b)[\w-]+\s+){0,4}?(?:votes?|voting|roll|voice|show|majority|consent|acclamation|all|\d+\s?[-–:/]\s?\d+|unanim\w*|division|favou?r)\b))")
"""What follows an outcome in the same sentence; not "carried forward from 2023", "passed away", "passed on 4 May", "lost in the fire"."""
_PASSED = re.compile(rf"(?<!\bbe)(?<!\bthat)(?:[,;]\s+(?!(?i:to|that)\b)[^.;]{{2,120}}?\b(?:vot(?:ed|ing)\s+[“\"]?(?:aye|yes|nay|no)[”\"]?|abstain(?:ed|ing))(?=\s*[;,]))*\s*[,;]?\s+(?!(?:which\s+)?(?:was\s+)?(?:passed|carried|failed|lost|defeated)\b[^.;]*\b(?:in committee|(?:on|in) (?:[A-Z][a-z]+ \d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th)? [A-Z])|in (?:19|20)\d\d)\b)(?:and\s+|[–—-]\s+)?(?:(?:(?:[Tt]he|[Tt]his)\s+)?(?:[Mm]otion|MOTION)\s+|it\s+|which\s+)?(?:was\s+)?(?:unanimously\s+)?(?P<out>(?<=which was )(?:unanimously\s+)?(?:approved|adopted)(?=\s*\.?$|\s+(?:unanimously|by (?:all|the (?:Board|Council|Commission|Committee|Court)))\b)|(?<=which )motion carried(?=,)|approved(?=\s+by\s+the\s+(?:following\b|[^.;]{{0,40}}\bvotes?\b))|(?:[Pp]assed|[Cc]arried|[Ff]ailed|lost|defeated)\b{_VOTED_SO}|PASSED\b|CARRIED\b|FAILED\b)[^.;]{{0,80}}[.;]?$|"
                     r"\s*,?\s+with\s+all\s+(?:members\s+|those\s+)?(?:present\s+|voting\s+)*[“\"]?(?:in\s+favou?r|aye)\b[^.;]*[.;]?$|\s*[,;]\s+all\s+(?:(?:members|present|commissioners)\s+)*voted\s+[“\"]?aye\b[^.;]*[.;]?$|"
                     r"\s+All in favou?r\.?$|\s*[,;]\s+(?:by\s+)?(?:an?\s+)?(?:unanimous(?:ly)?(?:\s+vote)?|(?:all|ALL) (?:in favou?r|ayes?)|[Vv]ot\w+\s+unanimous(?:ly)?)\s*[.;]?$|\s*,\s+carried unanimously\b[^;]{0,200}$")
_PUT_BEHIND = re.compile(r",?\s+(?:was|were)\s+(?:(?:then|duly|thereupon|accordingly)\s+)*put(?:\s+to\s+the\s+(?:meeting|vote))?,?\s+and\s+(?:was\s+)?(?:declared\s+)?(?P<out>carried|lost|defeated)\b[^.;]{0,80}\.?$", re.I)
"""What became of a motion, behind its words: "moved by A and seconded by B that the report be adopted was then put and declared carried"."""
_WORDS_END = re.compile(r"\bbe\s+(?:\w+ly\s+)?[a-z]+(?:ed|en|wn|ld)\W*$")
"""What is moved goes on behind the word: "that the resolution passed by 5 votes to 3 be rescinded"."""
_BY_WHICH = re.compile(r"\b(?:vote|decision|motion) (?:by|in|at|on) which\b[^.;]*$")
_AGAIN = re.compile(r"\b(?:reconsider|rescind|revisit|repeal|overturn|reverse)\b", re.I)
"""What passed or failed is not this motion: "to reconsider the vote by which Ordinance 12 failed 2-3", "to reconsider the April vote, which failed 2-3"."""
_AS_FOLLOWS = re.compile(r"\s*,?\s+(?:by|on|upon)\s+(?:an?\s+|the following\s+)?(?:roll[- ]call|recorded|voice)\s+vote\s*:?\s*$|\s*[,;–-]\s*(?:and\s+)?(?:with\s+)?(?:the\s+)?(?:votes?|voting|result)\b[^.;:,]{0,40}\bas follows\s*[:–-]*$")
"""What leads to the names: "that the meeting stand adjourned, the voting being as follows:"."""
_CARRIED_TO = re.compile(r"\s*,?\s*(?:and\s+(?:(?:the\s+)?motion\s+)?(?:unanimously\s+|duly\s+)?(?:carried|approved|passed)\b(?:\s+unanimously)?|with\s+all\s+(?:members\s+)?(?:present\s+)?(?:voting\s+)?(?:in\s+favou?r|aye))[^.;:]{0,110}?\s+(?:(?<=\bby roll call )that\s+|to\s+(?=(?:approve|adopt|accept|award|authori[sz]e|direct|receive|introduce|waive|appoint|ratify|confirm|grant|deny|continue|refer|set|declare|adjourn|table|find|amend|conduct|open|close|file|support|allow|request|reject|uphold|schedule|excuse|add|enter|go|recess|hold|send|remove|place|extend|transfer|pay|purchase|hire|renew|forward|recommend|reappoint|re-appoint|nominate|suspend|postpone|proceed|execute)\b))", re.I)
_AMENDMENT_TO = re.compile(r"\s*(?:proposed|moved)?\s*(?:an?|the)\s+(?:(?:[Ff]urther|[Aa]lternative)\s+)?(?i:amendment|motion|proposal|recommendation)\s+(?:that|to)\s+(?![^.;:]{0,80}\b(?:as follows|following)\b)(?=\w)")
"""What leads to the words of an amendment that only its mover is named of: "Cllr A proposed an amendment that …"."""
_FOLLOWING = re.compile(r"(?!\s*(?:to|that)\s+[a-z]+\s[^:]{3,}?\b(?:as follows|following\s+(?!amendment|motion))\b)[^:]{0,80}?\b(?:as follows|following amendment|following motion|following)\b\s*[:;]?|\s*(?:an?|the)\s+(?:amendment|motion)[^:]{0,40}[:;]?\s*(?:that|to)?\s*")
"""… or to words below: "Cllr A moved the following amendment: …"."""
_NOUN_FIRST = re.compile(r"for nominations? to (?:cease|close)\b|(?:for\s+)?(?:the\s+)?(?i:adjournment|approval|adoption|acceptance|denial|suspension|passage|appointment|ratification|authorization|reconsideration|deferral|referral|receipt|dismissal)(?:\s+of\b|\.?$)|the\s+(?:[A-Z]\w+\s+){0,3}(?:Council|Commission|Board|Committee|Court)\s+[a-z]|(?:approve|adopt|accept|adjourn|deny|table|appoint|authorize|ratify|recommending|approving|adopting|accepting|authorizing|directing|denying)\s+\w")
"""Words of a motion that no "that" opens: "approval of the minutes", "the Council suspend …", "adopt Resolution 12"."""
_TOLD_ON = re.compile(r"(?:but|then|has|have|had|was|were|is|who|which|will|would|should|shall|can|could|may|might|remains?|though|although|however)\b", re.I)
"""What is told after the movers, and not moved: "The bench, proposed by A and supported by B, has been delivered"."""
_BEATEN = ("failed", "lost", "defeated")
_THAT = re.compile(r"[“\"]?(?:That|THAT|to)\b|[“\"]that\b")


@dataclass(slots=True)
class MovedSentence:
    """A sentence with a mover or a seconder (``moved``): from ``start`` to ``end`` in paragraph ``i`` of an item."""

    item: Item
    i: int
    start: int
    end: int
    moved: Moved

    @property
    def para(self) -> Paragraph:
        """The paragraph it stands in."""
        return self.item.paras[self.i]

    @property
    def text(self) -> str:
        """Its words."""
        return self.para.text[self.start:self.end]

    @property
    def before(self) -> str:
        """What stands before its movers."""
        return self.text[:self.moved.start].rstrip(" ,–-(")

    @property
    def tail(self) -> str:
        """What stands after its movers."""
        return self.text[self.moved.end:]

    def piece(self, a: int = 0, b: int | None = None) -> Piece:
        """Part of it, by offsets within it; up to its end where ``b`` is not given."""
        return Piece(self.para, self.start + a, self.end if b is None else self.start + b)

    def until(self, at: int) -> MovedSentence:
        """The same without what stands from an offset within it on."""
        return replace(self, end=self.start + at)

    def vote(self, proposal: Proposal, a: int | None = None, b: int | None = None) -> None:
        """Give a motion the vote told in part of it: by offsets within it, or after its movers."""
        proposal.vote_in(self.para, self.start + (self.moved.end if a is None else a), self.end if b is None else self.start + b)


def read_words(said: MovedSentence, proposal: Proposal) -> int:
    """Find the words of a motion that has none yet, and what became of it; the index of the next paragraph that is not read yet."""
    proposal.sentence = said.piece()
    for form in (_of_printed, _moved_that, _carried_to):
        if form(said, proposal):
            return said.i + 1
    floor, para, told = said.item.floor, said.para, outcome_in(said.tail)
    if told is not None and _WORDS_END.search(said.tail, told[2]) is not None:
        told = None
    if (put := _PUT_BEHIND.search(said.tail)) is not None and re.match(r"\s*,?\s*(?:to\b|that\b.*\bbe\b)", said.tail[:put.start()]) and not re.search(r"\bbe\b", put.group()):
        proposal.outcome, told = ENDED[put["out"].lower()], None
        said.vote(proposal, said.moved.end + put.start())
        said = said.until(said.moved.end + put.start())
    passed = _PASSED.search(said.tail)
    if passed is not None and (_BY_WHICH.search(said.tail, 0, passed.start()) is not None or _WORDS_END.search(passed.group()) is not None or (passed.group().lstrip(" ,;").startswith("which") and _AGAIN.search(said.tail, 0, passed.start()) is not None)):
        passed = None
    if passed is not None and (told is None or re.match(r"\s*[,:;–-]?\s*(?:to|that|TO|THAT)\b", said.tail)):
        told = None
        said.vote(proposal, said.moved.end + passed.start())
        proposal.outcome = _passed(passed)
        said = said.until(said.moved.end + passed.start())
    if (cast := _AS_FOLLOWS.search(said.tail)) is not None:
        said = said.until(said.moved.end + cast.start())
    after = _take_words(said, proposal) if told is None else said.i + 1
    if procedural(said.tail) or (proposal.pieces and procedural(proposal.text) and proposal.kind == "motion"):
        proposal.kind = "procedural"
    if told is not None:
        floor.ends(told[0], told[1] or ("amendment" if proposal.kind == "amendment" else "motion"), para, said.start)
        if UNSECONDED.search(said.tail) is not None:
            floor.target = next((p for p in reversed(floor.proposals) if not p.implied and p.outcome is None), None) or floor.imply()  # no vote was taken on it
    said.vote(proposal, said.moved.end + _vote_at(said.tail) if proposal.pieces else None)
    return after


_OF_VOTES = re.compile(r"\b(?:correct\w*|rescind\w*|reconsider\w*|revers\w*|overturn\w*|uphold\w*|having voted|(?:which|that) (?:was )?(?:passed|carried|failed|lost|defeated))\b", re.I)
"""A motion about an earlier vote, whose numbers are not its own."""


def _vote_at(tail: str) -> int:
    """Where, after the movers, nothing but a vote follows: in the words of a motion, "rents rise by 5 to 7 per cent" is none."""
    talk = VOTE_TALK.search(tail)
    return len(tail) if talk is None or _OF_VOTES.search(tail) is not None else talk.start()


def _of_printed(said: MovedSentence, proposal: Proposal) -> bool:
    """ "Cllr A proposed the motion, which was seconded by Cllr B": its words stand above."""
    moved = said.moved
    if re.match(r"\s*(?:proposed|moved)?\s*(?:the|his|her|their|this)\s+motion\b", said.text[moved.mover[1] if moved.mover else moved.end:]) is None and re.match(r"\s*(?:the|this)\s+motion\b", said.tail) is None:
        return False
    printed = words_above(said.item, said.i)
    if not printed:
        return False
    proposal.pieces = printed
    if (told := outcome_in(said.tail)) is not None:
        proposal.outcome = told[0]
    said.vote(proposal)
    return True


def _moved_that(said: MovedSentence, proposal: Proposal) -> bool:
    """ "Cllr A proposed that the tree be felled, seconded by Cllr B"."""
    if said.moved.what is None:
        return False
    proposal.pieces = [said.piece(*said.moved.what)]
    if (alone := outcome_alone(re.sub(r"^[\s,;–-]*(?:and\s+)?(?:it\s+(?:was\s+)?)?", "", said.tail))) is not None:
        proposal.outcome = alone[0]
    elif (ended := _PASSED.search(said.tail)) is not None:
        proposal.outcome = _passed(ended)
    said.vote(proposal)
    return True


def _carried_to(said: MovedSentence, proposal: Proposal) -> bool:
    """ "Moved by A, seconded by B, and carried 4-0 with Mayor pro tem C absent to adopt Resolution 12"."""
    to = _CARRIED_TO.match(said.tail)
    if to is None:
        return False
    at = said.moved.end + to.end()
    apart = APART.search(said.text, at)
    proposal.outcome = "carried"
    decide(said.item, [Operative([said.piece(at, apart.start() if apart is not None else None)])], "proceedings.moved_and_decided", proposal)
    said.vote(proposal, b=at)
    if apart is not None:
        said.vote(proposal, apart.start())
    return True


APART = re.compile(rf"\s*,\s+(?:with\s+)?{TITLE}\.?\s[A-Z][^;:]{{2,80}}?\s(?:vot(?:ing|ed) (?:no|nay|against)|dissenting|opposed|abstaining)\s*\.?$")
"""Who did not go along, behind the words: "… and carried 3-1 to award the contract, Councilman Pell voting no."."""


def _passed(m: re.Match[str]) -> Outcome:
    return "lost" if (m["out"] or "").lower() in _BEATEN else "carried"


def _take_words(said: MovedSentence, proposal: Proposal) -> int:
    """The words after the movers, or in the paragraphs below where the sentence only leads to them; the index of the next paragraph."""
    item, i, para, tail, after = said.item, said.i, said.para, said.tail, said.i + 1
    opening = OPEN_BODY.match(tail)
    at = opening.end() if opening else 0
    if said.moved.seconder is None and (leads := _AMENDMENT_TO.match(tail) or _FOLLOWING.match(tail)) is not None:
        at = leads.end()
    words = tail[at:].strip()
    last = said.end == len(para.text.rstrip())
    quoted = re.search(r":\s*-?$", words) is not None and i + 1 < len(item.paras) and item.paras[i + 1].text[:1] in "“\"‘" and not re.match(r"(?:that|to)\b", words, re.I)
    if not quoted and _are_words(words, tail[:at], said.moved):
        proposal.pieces = [said.piece(said.moved.end + at)]
        if last and words.rstrip().endswith((":", "–", "—", "-")):
            proposal.pieces, after = words_below(item, i, proposal.pieces)
    elif last:
        proposal.pieces, after = words_below(item, i, [])
        if len(proposal.pieces) == 1 and (only := proposal.pieces[0].para).mark is not None and only.number:
            proposal.number, proposal.pieces = only.number, [Piece(only, only.start, len(only.text))]
        _strip_label(proposal)
    if not proposal.pieces and last and said.moved.kind == "amendment" and (below := _amendment_below(item, i)) is not None:
        proposal.pieces, after = [below], i + 2
    if not proposal.pieces and not words.strip(" .:") and (following := re.match(r"\s*To\s+(?=[a-z])[^.]{8,300}\.", para.text[said.end:])) is not None:
        proposal.pieces = [Piece(para, said.end + following.group().index("To") + 3, said.end + following.end())]  # "MOTION: Cole. SECOND: Diaz. To approve …"
    return after


_DUTY = re.compile(r"\b(?:should|shall|be|must)\b")
_TOLD = re.compile(r"\b(?:was|were|had|said|asked|felt|stated|explained|spoke|discuss\w*|replied|thought)\b|\b(?:\w{2,}ed(?:\s+\w+)?|note)\s+that\b")
_ON_AMENDMENT = re.compile(r"(?:The|This)\s+amendment\s+(?:was|being|having)\b[^.]{0,40}\b(?:put|vote|carried|lost|defeated)\b")


def _amendment_below(item: Item, i: int) -> Piece | None:
    """The words of "A moved an amendment, seconded by B." in the paragraph below, where the one after it tells of the vote: what should be, not what was said."""
    if i + 2 >= len(item.paras):
        return None
    para = item.paras[i + 1]
    if _DUTY.search(para.text) is None or _TOLD.search(para.text) is not None or find_moved(para.text) is not None or _ON_AMENDMENT.match(item.paras[i + 2].text) is None:
        return None
    return Piece(para, para.start, len(para.text))


def _are_words(words: str, lead: str, moved: Moved) -> bool:
    """Is what follows ``lead`` after the movers what they moved?"""
    if not words.strip(" .:") or re.fullmatch(r"(?:and\s+)?it\s+(?:was|is)(?:\s+(?:then|duly|unanimously))?\W*", words) or not re.match(r"[“\"A-Za-z(£$€\d]", words) or _TOLD_ON.match(words) or re.match(r"(?:as follows|for the(?! (?i:adoption|approval|acceptance|confirmation)\b)|the following)\b(?![^:]*\bbe\b)[^:]*:?$", words):
        return False
    if re.search(r"\b(?:that|THAT|[Tt]o|TO)\s*[:,]?\s*$", lead) or lead.rstrip().endswith((":", ",")) or moved.outcome is not None:
        return True
    return any(form.match(words) for form in (_THAT, _BE_DONE, _FOR_OFFICE, _NOUN_FIRST))


def words_before(said: MovedSentence) -> Piece | None:
    """The words to which "Proposed Cllr A, seconded Cllr B" is the tail: those before it in its sentence, the sentence before, or the paragraph above."""
    item, i, para, start, before, sentence, moved = said.item, said.i, said.para, said.start, said.before, said.text, said.moved
    tail = re.sub(r"^and (?:it was )?(?=\w+ly )", "", sentence[moved.end:].strip(EDGE))
    if moved.kind != "motion" or moved.seconder is None or not _TERSE.match(sentence, moved.start) or (tail and outcome_alone(tail) is None):
        return None
    if before:
        return Piece(para, start, start + len(before)) if _ACTS.match(before) or (len(before.split()) > 3 and start == para.start and not _FINITE.search(before)) else None
    if start > para.start:
        a, b = next(((a, b) for a, b in reversed(sentences(para.text[:start])) if para.text[a:b].strip()), (0, 0))
        a = max(a, para.start)
        return Piece(para, a, b) if _ACTS.match(para.text[a:b]) or _STATED.match(para.text[a:b]) else None
    if i and item.paras[i - 1].lines[0].page >= para.lines[0].page - 1 and (_ACTS.match(item.paras[i - 1].rest) or _STATED.match(item.paras[i - 1].rest)) and len(sentences(item.paras[i - 1].rest)) == 1:
        above = item.paras[i - 1]
        return None if any(p.para is above for d in item.decided for p in d.operative.pieces) else Piece(above, above.start, len(above.text))
    return None


def words_above(item: Item, i: int) -> list[Piece]:
    """The words of a motion printed above paragraph ``i``: in quotation marks, "That …" or "Motion to …"."""
    if i == 0:
        return []
    above = item.paras[i - 1]
    if (called := re.match(r"(?:A\s+)?(?:Motion|MOTION)\s+to\s+", above.rest)) is not None and find_moved(above.text) is None:
        return [Piece(above, above.start + called.end(), len(above.text))]
    if not re.match(r"[“\"‘]|(?:That|THAT)\b|I (?:will )?move\b", above.rest) or lead_in(above.text, above.start) is not None or find_moved(above.text) is not None:
        return []
    return [Piece(above, above.start, len(above.text))]


_RESOLVED = re.compile(r"(?:RESOLVED|Resolved|AGREED|Agreed)\b\s*[:–—-]*\s*$")
"""Below a motion, what it came to: "A proposed the recommendation in the report ⏎ RESOLVED: ⏎ 1. That …"."""


TO_FOLLOW = re.compile(r"(?:that\s+)?the\s+following\s+(?:actions?|motions?|orders?|resolutions?)\b[^.;:]*:\s*-?", re.I)
"""Words that only lead to those below: "that the following action be taken by the Court:"."""
_TO_ACT = re.compile(r"\bthe\s+following\s+(?:actions?|orders?)\b[^.;:]*:\s*-?$", re.I)
_DONE_SO = re.compile(rf"(?i:{ACT})\s+\w")
"""What is to be done, below "that the following action be taken by the Court:"."""


def words_below(item: Item, i: int, pieces: list[Piece]) -> tuple[list[Piece], int]:
    """Add to a motion's opening words in paragraph ``i`` those below that hold its text: deeper, in italics, or in quotation marks; and the index after them."""
    para = item.paras[i]
    if (several := _consent_below(item, i)) is not None:
        return [*pieces, *several], i + 1 + len(several)
    out = list(pieces)
    k = i + 1
    style: str | None = None
    quoted = False
    while k < len(item.paras):
        here = item.paras[k]
        if outcome_alone(here.rest) is not None or voting(here.text) or _RESOLVED.match(here.rest) is not None:
            break
        italic = here.lines[0].italic or (here.lines[-1].italic and not here.lines[0].bold)
        deeper = here.x0 > para.x0 + 10 and here.x0 < para.x0 + 160
        if style is None:
            quoted = here.text.startswith(("“", '"', "‘"))
            lists = para.text.rstrip().endswith((":", "–", "—", "-")) and here.mark is not None and here.mark.kind != "bullet" and starts(here.mark)
            style = "deeper" if deeper else "listed" if lists and (pieces or re.search(r"\b(?:to|that)\s*:\s*$", para.text, re.I)) else "italic" if italic and not para.lines[-1].italic else "quoted" if quoted else "plain" if (_WORDS.match(here.text) and not para.text.rstrip().endswith(".")) or (_TO_ACT.search(para.text) is not None and _DONE_SO.match(here.text) is not None) else None
            if style is None:
                break
        elif (style == "italic" and not italic) or (style == "deeper" and not deeper) or (style == "plain" and here.mark is None) or (
                style == "listed" and (here.mark is None or out[-1].para.mark is None or not continues(out[-1].para.mark, here.mark))):
            break
        out.append(Piece(here, 0, len(here.text)))
        k += 1
        if quoted and here.text.rstrip(" .").endswith(("”", '"', "’")):
            break
    return out, k


_NO_ITEM = re.compile(r"(?:Discussion|DISCUSSION|Roll[- ][Cc]all|ROLL CALL|(?:Public )?Comments?|Questions?|Motion|Second(?:ed)?|Vote|Note|Abst\w+)\b[^:]{0,20}:|(?:[A-Z][\w.’'-]*\s){1,4}(?:thanked|asked|requested|removed|pulled|commented|noted|stated|answered|explained|questioned|inquired|reported)\b")
"""What stands between them and is none: "Discussion: None", "Mayor Vane thanked staff"."""


def _consent_below(item: Item, i: int) -> list[Piece] | None:
    """What stands between "Moved by A, seconded by B, to approve the consent agenda as follows:" and the vote: an item each paragraph."""
    if not approves_below(item.paras[i].text):
        return None
    for k in range(i + 1, len(item.paras)):
        here = item.paras[k]
        if outcome_alone(here.rest) is not None or voting(here.text):
            return [Piece(p, p.start, len(p.text)) for p in item.paras[i + 1:k]] or None
        if find_moved(here.text) is not None or lead_in(here.text, here.start) is not None or _TOLD.search(here.text) is not None or _NO_ITEM.match(here.text) is not None:
            return None
    return None


def _strip_label(proposal: Proposal) -> None:
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
