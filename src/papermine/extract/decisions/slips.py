"""Resolution slips: mover, seconder, words and outcome on lines of their own, in whatever order a house prints them.

"Moved by A ⏎ Seconded by B ⏎ THAT … ⏎ Carried."; "R2023-147 A, B: ⏎ That … Carried."; "COUNCIL RESOLUTION ⏎ That … ⏎ Moved: A
Seconded: B ⏎ CARRIED 5/0"; "Proposed by A ⏎ Seconded by B ⏎ and resolved: ⏎ “That …”"; "Motion ⏎ That … ⏎ Moved by A, seconded by B".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.extract.decisions.clauses import clauses, without_reasons
from papermine.extract.decisions.endings import PUT_AND, WORDS
from papermine.extract.decisions.leads import lead_in
from papermine.extract.decisions.operative import Operative, Piece, gather
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.decisions.slipmovers import AND_SAID, take_movers
from papermine.extract.decisions.slipvotes import late_votes, settle, settled_first, take_tally, take_told
from papermine.extract.paragraphs import DECISION, Paragraph
from papermine.extract.votes.ballots import counts
from papermine.extract.votes.options import option_label
from papermine.language.motions import find_moved
from papermine.language.outcomes import ENDED, SETTLED, outcome_alone, outcome_in
from papermine.language.titles import CHAIR, TITLE

SLIP = re.compile(r"^(?:RESOLUTION|Resolution|MOTION|Motion|RES\.?|Res\.?)?-?\s*(?:NUMBER|Number|NO\.?|No\.?|#)?\s*:?\s*(?P<number>[A-Z]{0,3}[-#]?\d{2,4}\s?[-/]\s?\d{1,4}(?:-\d{2})?|\d{1,4}[-/]\d{2,4}|#\s?\d+|R\d{1,3}(?=\s+[A-Z][\w.]*\s))\b")
HEADER = re.compile(
    r"(?:(?:(?:THE\s+)?(?:COUNCIL|COMMITTEE|BOARD|COMMUNITY BOARD|Council|Committee|Board|Community Board)(?:['’][Ss])?\s+)?(?:OFFICER[’']?S? RECOMMENDATION\s*(?:/|AND)\s*COUNCIL (?:DECISION|RESOLUTION)|"
    r"RESOLUTION|Resolution|resolution|DECISION|Decision|decision|MOTION|Motion|(?:SUBSTANTIVE|PROCEDURAL|ALTERNATIVE) MOTION|(?:Substantive|Procedural|Alternative) [Mm]otion|AMENDMENT|Amendment|COMMITTEE RECOMMENDATION\s*/\s*COUNCIL DECISION|"
    r"(?:RESOLVED|Resolved)(?=\s+[A-Z]{1,4}/?\d)|RECOMMENDATION TO COUNCIL|Recommendation to Council|The following (?:[Mm]otion|[Aa]mendment) was)(?:(?:\s+|(?=:))(?:NO\.?|No\.?|NUMBER|Number|#)?\s*:?\s*\(?(?P<number>[A-Z]{0,4}[-/.]?\d[\w/.-]*)\)?)?)\s*:?\s*$")
ADVICE = re.compile(
    r"(?:(?:THE\s+|The\s+)?(?:OFFICER|Officer|STAFF|Staff|MANAGEMENT|Management|EXECUTIVE|Executive|CHIEF EXECUTIVE|Chief Executive|DIRECTOR|Director|VOTING REQUIREMENTS?|Voting Requirements?)[’']?[Ss]?\s+)"
    r"(?:RECOMMENDATIONS?|Recommendations?|recommendations?)\s*:?\s*$|RECOMMENDATIONS?\s*:?\s*$|Recommendations?\s*:?\s*$")
OUT_END = re.compile(rf"(?:^|[.;:,”\"’)\s])(?:[-–]\s*)?(?:(?i:motion) )?(?<!/)(?<!/ )(?P<out>{SETTLED})(?:\s+[Uu]nanimously)?(?:\s+\d{{1,2}}\s?[/–-]\s?\d{{1,2}})?\s*[.!*]*$")
DEBATE = re.compile(rf"(?:(?:{TITLE}\.?|Members|The (?:{CHAIR}|Monitoring Officer|Chief Executive|(?:Town |City |Municipal )?Clerk))\s+(?:[\w.’'-]+\s+){{0,8}}?(?:spoke|stated|said|asked|explained|thanked|commented|felt|"
                     r"reminded|advised|considered|debated|discussed|adjourned|invited|expressed|introduced|responded|queried|left|noted|read|foreshadowed|voted|used|called|requested)\b|(?:[A-Z][\w’'-]*\.?\s){1,3}(?:spoke|said|asked|queried|thanked)\b|(?:Following|During|After) (?:a |the |some |further |much )?(?:lengthy |detailed )?(?:debate|discussion|consideration)\b|"
                     r"(?:A (?:lengthy |full |detailed )?(?:debate|discussion)|(?:Further |Some )?(?:[Dd]ebate|[Dd]iscussion)) (?:ensued|took place|followed)|The (?:meeting|Council|Committee) (?:was )?(?:adjourned|resumed|reconvened)\b|Amendments? (?:was|were) (?:submitted|received|proposed))")
"""What is told of a debate, between a motion's words and its outcome."""
_SO_RESOLVED = re.compile(r"(?i:(?:now|and|therefore)\b.{0,20}be it)\b|(?i:be it\b.{0,14}\bresolved\b)")
"""Words that open the body of a slip: "Be it resolved that … ⏎ And that …"."""
_BE_IT = re.compile(r"(?i:be it) (?:FURTHER )?RESOLVED,? (?:THAT|that)\s+(?=\w)")
IN_PARTS = re.compile(r"\b(?:taken|put|voted on) in (?:\w+ )?parts\b", re.I)
_OUT_OF_ORDER = re.compile(r"(?:The|This|His|Her|His Worship|Her Worship)\s[^.]{0,80}\bout of order\b", re.I)
BY_WAY = r"(?:By way of amendment|(?:By way of|As)\s+an?\s+(?:\w+\s+)?amendment)\b"
"""How a sentence begins that moves an amendment; a piece of patterns."""
OF_AMENDMENT = re.compile(rf"(?:(?:Up)?[Oo]n (?:the |an |this )?|The )amendment\b(?!.*\bmotion\b).*\b(?:put|vote[ds]?)\b|{BY_WAY}.*\b(?:moved|proposed)\b", re.S)
"""A vote that is none on the motion above: "On the amendment being put, 5 voted for and 2 against"."""
_AMENDED = re.compile(r"(?:the following )?amendment\b", re.I)
_TOLD_NEXT = re.compile(r"(?:The|This|It|An?|There|Then)\s[a-zA-Z].{8,}[a-z)]\.", re.S)
"""A sentence below the votes on a motion is none of its words: "The Chairman moved on to the next matter."."""
_TICKED = re.compile(r"(?:[A-Z][\w.’' -]{3,40}\s[Xx✓✔]\s*)+")
"""Rows of a grid that goes on over a page break: "Councillor Hobday X Councillor Fenn X"."""
_DID = re.compile(r"(?:and|And|AND|it was|IT WAS|and it was|were|was)?\s*(?:unanimously\s+|UNANIMOUSLY\s+)?(?:resolved|RESOLVED|Resolved|agreed|AGREED|Agreed|adopted|ADOPTED|passed|approved|APPROVED)(?:\s+unanimously)?(?:\s+(?:that|THAT|to))?\s*[:;,.–—-]*\s*$")
_MOVER_COLON = re.compile(r"(?::|\s[–—-])\s+(?:That|THAT)\b")
"""What parts a mover, whom nobody needs to second, from the words: "19/086 ORDE: That …"."""
_LABELLED = re.compile(r"(?:MOTION|Motion)\s*:\s+(?=[A-Z“\"])")
_ON_BEHALF = re.compile(r"(?:[A-Z1-9]\.\s+)?(?:PROCEDURAL |Procedural )?(?P<what>(?i:motion|amendment))\s+(?:(?:on behalf of|ON BEHALF OF)\s+[^.:;]{3,90}|(?:by|BY)\s+(?:the\s+)?[A-Z][^.:;]{3,60}(?:Group|GROUP)s?):?")
"""The label of a group's motion, whose mover is not printed: "Amendment on behalf of the Labour Group"."""
_PROPOSED_TO = re.compile(r"It was (?:then |also |further )?proposed\s+(?:to|that)\s+")


@dataclass(slots=True)
class Slip:
    """A slip read: its motion, what it decides, its number, the index of the paragraph after it.

    ``pending``: its outcome is told later (a motion with amendments).
    """

    proposal: Proposal
    operatives: list[Operative]
    number: str | None
    after: int
    pending: bool = False


def own_number(number: str | None, item: str | None) -> str | None:
    """The number of a slip that stands below no item's, or below one that is a slip's too.

    >>> [own_number("R2025-025", item) for item in (None, "R2025-024", "4")], own_number("1", "2")
    (['R2025-025', 'R2025-025', None], None)
    """
    shape = re.sub(r"\d", "#", number or "")
    return number if number is not None and (item is None or (number != item and re.search(r"\d{3}", number) is not None and shape == re.sub(r"\d", "#", item))) else None


def read_slip(paras: Sequence[Paragraph], i: int) -> Slip | None:
    """The slip that starts at paragraph ``i``, if one does."""
    head = paras[i]
    number = SLIP.match(head.text)
    proposal = Proposal()
    if number is not None and (head.mark is None or head.mark.kind == "reference") and (moved := find_moved(head.text)) is not None and moved.mover and (moved.seconder or _MOVER_COLON.match(head.text, moved.mover[1]) or re.search(r"\b(?:RESOLVED|Resolved)\s*\($", head.text[:moved.mover[0]])):
        proposal.mover, proposal.seconder = (head, *moved.mover), (head, *moved.seconder) if moved.seconder else None
        rest = head.text[moved.end:].lstrip(" :;.)")
        if (ended := outcome_alone(rest)) is not None:  # "65/2018 RESOLVED (Cole/Diaz)      Carried", its words below
            proposal.outcome, rest = ended[0], ""
        if not rest and re.search(r"\b(?:RESOLVED|Resolved)\b", head.text[:moved.mover[0]]):
            return _opened(paras, i, proposal, number["number"].strip())
        if rest and not re.match(r"[“\"]?(?:THAT|That|WHEREAS|BE IT)\b", rest):
            return None
        inline = Piece(head, len(head.text) - len(rest), len(head.text)) if rest else None
        if inline is not None and (m := OUT_END.search(rest)) is not None:  # "19/086 ORDE: That the minutes be approved.   CARRIED"
            inline.end = inline.start + m.start("out")
            proposal.ends(ENDED[m["out"].lower()], head, inline.end)
        slip = _body(paras, i + 1, proposal, number["number"].strip(), inline)
        return slip if proposal.seconder is not None or proposal.outcome is not None else None  # nobody seconds it, and what became of it is printed elsewhere
    header = HEADER.match(head.text)
    at = i
    named: str | None = None
    if header is not None:
        at, named = i + 1, header["number"]
        proposal.kind = "amendment" if _AMENDED.match(head.text) else "motion"
    elif number is not None and len(head.text) < 50 and not re.search(r"[a-z]{3,} [a-z]{3,}", head.text):
        at, named = i + 1, number["number"].strip()
    elif number is not None:
        return None
    start = at
    if (party := _ON_BEHALF.fullmatch(head.text)) is not None:
        proposal.kind = "amendment" if party["what"].lower() == "amendment" else "motion"
        return _of_group(paras, i + 1, proposal)
    at = take_movers(paras, at, proposal)
    if proposal.mover is not None and at == start + 1 and re.match(r"(?:[A-Z]{0,5}\d[\w/.-]*\s+)?(?:RESOLVED|Resolved)\b", paras[start].text):
        return _opened(paras, start, proposal, named)
    if proposal.mover is not None and proposal.seconder is not None:
        if header is None and number is None and (_of_above(paras, i, at) or (i and lead_in(paras[i - 1].text, paras[i - 1].start) is not None and at < len(paras) and DEBATE.match(paras[at].text) is not None)):
            return None
        return _resolved(paras, at, proposal, named) or _body(paras, at, proposal, named, None)
    if proposal.mover is not None and at < len(paras) and re.match(r"[“\"]?(?:THAT|That)\b", paras[at].rest):  # a motion that needs no seconder
        return _body(paras, at, proposal, named, None)
    if at == start and (header is not None or re.match(r"[“\"]?(?:That|THAT)\b|(?:Motion|MOTION) (?:was made )?to [a-z]", head.rest)):
        return _movers_last(paras, at, proposal, named, labelled=header is not None)
    return None


def opens_words(para: Paragraph) -> bool:
    """Does a paragraph below movers begin what they moved?"""
    if outcome_alone(para.rest) is not None:
        return False  # "Agreed unanimously."
    return WORDS.match(para.rest) is not None or lead_in(para.text, para.start) is not None or HEADER.match(para.text) is not None or para.number is not None


def _of_above(paras: Sequence[Paragraph], i: int, after: int) -> bool:
    """Are the movers printed from ``i`` on those of the decision above: do its number and theirs part them from the one below, or does the last pair of the item stand below all?"""
    if not 0 < i < after < len(paras) or (lead := lead_in(paras[i - 1].text, paras[i - 1].start)) is None or not paras[i - 1].text[lead[1]:].strip(" .:"):
        return False
    if find_moved(paras[i - 1].text) is not None or (i > 1 and find_moved(paras[i - 2].text) is not None and lead_in(paras[i - 2].text) is None):
        return False
    return (paras[after].number is not None and paras[i].mark is None) or (lead_in(paras[after].text, paras[after].start) is not None and take_movers(paras, len(paras) - 1, Proposal()) == len(paras))


def _of_group(paras: Sequence[Paragraph], at: int, proposal: Proposal) -> Slip | None:
    """The words under "Amendment on behalf of the Labour Group", down to the sentence that tells what became of it; ``pending`` where another label comes first."""
    k = at
    while k < len(paras) and k < at + 20:
        para = paras[k]
        if (ended := outcome_in(para.text)) is not None and k > at:
            proposal.ends(ended[0], para)
        if ended is not None or _ON_BEHALF.fullmatch(para.text) or HEADER.match(para.text) or lead_in(para.text, para.start) is not None:
            break
        k += 1
    held = [Piece(p, 0, len(p.text)) for p in paras[at:k]]
    if not held:
        return None
    proposal.pieces = held
    return Slip(proposal, clauses(held), None, k + (proposal.outcome is not None), pending=proposal.outcome is None)


def _resolved(paras: Sequence[Paragraph], at: int, proposal: Proposal, number: str | None) -> Slip | None:
    """ "and resolved:-" (or "RESOLVED: …") after the movers, and what follows it."""
    if at >= len(paras):
        return None
    above = paras[at - 1]
    said = AND_SAID.search(above.text)
    quoted = re.match(r"[“\"‘]", paras[at].text) is not None
    if said is not None and not quoted and paras[at].mark is None and not re.search(r"(?:that|to|[:–-])\s*$", said.group()) and not re.match(r"[Tt](?:o|hat)\b|THAT\b|[^.]*?\bbe\b", paras[at].rest):
        said = None  # what follows is told, not resolved: "AND AGREED" ⏎ "The Clerk reported that the heater had failed."
    if said is not None and not quoted:
        found, after = gather(paras, at - 1, len(above.text), lead=[Piece(above, said.start(), len(above.text))])
        if found:
            proposal.outcome, proposal.pieces = "carried", [p for op in found for p in op.pieces]
            return Slip(proposal, found, number, late_votes(paras, after, proposal))
    para = paras[at]
    did = _DID.match(para.text)
    lead = None if _SO_RESOLVED.match(para.text) else lead_in(para.text, para.start)
    if did is None and lead is None and said is None and DECISION.fullmatch(para.text) is None:
        return None
    if said is not None:  # "…, seconded by B, and RESOLVED" ⏎ "“That …”"
        at, para = at - 1, above
    end = said.end() if said is not None else did.end() if did is not None else lead[1] if lead is not None else len(para.text)
    if end >= len(para.text.rstrip()) and at + 1 < len(paras) and re.match(r"[“\"‘]", paras[at + 1].text):
        k = at + 1
        while k < len(paras) and k < at + 12 and not re.search(r"[”\"’]\s*[.;]?\s*$", paras[k].text):
            k += 1
        found, after = [Operative([Piece(p, 0, len(p.text)) for p in paras[at + 1:k + 1]], None, [Piece(para, 0, end)])], k + 1
    else:
        found, after = gather(paras, at, end, lead=[Piece(para, para.start, end)])
    if not found:
        return None
    after = settle(paras, after, proposal)
    proposal.outcome = proposal.outcome or "carried"  # "RESOLVED that … ⏎ Defeated." was not
    if not (told := counts(para.text[:end])).empty:  # "DECIDED (by 3 votes to 2) – That …"
        told.places += para.places(0, end)
        proposal.ballot.join(told)
    proposal.pieces = [p for op in found for p in op.pieces]
    return Slip(proposal, found, number, late_votes(paras, after, proposal))


def _opened(paras: Sequence[Paragraph], i: int, proposal: Proposal, number: str | None) -> Slip | None:
    """ "Resolved (Cr A / Cr B)" ⏎ "That …" (or "That Council:" over a list): what the words open, then vote and outcome."""
    head = paras[i]
    if i + 1 < len(paras) and (ended := outcome_alone(paras[i + 1].rest)) is not None:  # "Carried", at the end of its line
        proposal.ends(ended[0], paras[i + 1])
        i += 1
    found, after = gather(paras, i, len(paras[i].text), lead=[Piece(head, 0, len(head.text))])
    if not found:
        return None
    proposal.pieces = [p for op in found for p in op.pieces]
    after = settle(paras, after, proposal)
    proposal.outcome = proposal.outcome or "carried"
    return Slip(proposal, found, number, late_votes(paras, after, proposal))


def _movers_last(paras: Sequence[Paragraph], at: int, proposal: Proposal, number: str | None, *, labelled: bool) -> Slip | None:
    """Words first, then "Moved: A  Seconded: B", then (it may be) the outcome."""
    k = named = at
    while k < len(paras) and k < at + (30 if labelled else 10):
        text = paras[k].text
        if (k > at and (HEADER.match(text) or ADVICE.match(text) or lead_in(text, paras[k].start) is not None)) or paras[k].lines[0].table is not None:
            return None
        after = take_movers(paras, k, proposal)
        if proposal.mover is not None and k > at:
            named = after
            break
        if after > k or outcome_alone(paras[k].rest) is not None or option_label(text) is not None:
            return None
        k += 1
    if proposal.mover is None or k >= len(paras):
        return None
    held = [Piece(p, p.start if p is paras[at] and k == at + 1 else 0, len(p.text)) for p in paras[at:k] if p is paras[at] or not take_tally(proposal, p)]
    if (opens := _LABELLED.match(held[0].para.text, held[0].start) or _BE_IT.match(held[0].para.text, held[0].start)) is not None and opens.end() < held[0].end:
        held[0].start = opens.end()
    if not labelled and held[0].text.endswith(".") and all(piece.para.mark is not None for piece in held[1:]):
        held = held[:1]  # "Motion to adopt the Consent Agenda." over its items
    k = settle(paras, named, proposal)
    proposal.pieces = held
    if proposal.outcome is None and proposal.ballot.sides is None and not labelled and not _voted_below(paras, k):
        return None
    return Slip(proposal, clauses(held), number, k, pending=proposal.outcome is None)


def _voted_below(paras: Sequence[Paragraph], k: int) -> bool:
    """Is a vote or an outcome printed soon, with nothing between that moves or opens something else?"""
    for at in range(k, min(k + 3, len(paras))):
        if settle(paras, at, Proposal()) > at:
            return True
        if opens_words(paras[at]) or find_moved(paras[at].text) is not None:
            break
    return False


def _body(paras: Sequence[Paragraph], at: int, proposal: Proposal, number: str | None, inline: Piece | None) -> Slip | None:
    """The words below the movers and what is told of their vote, down to the outcome or to an amendment that comes before it."""
    held: list[Piece] = [inline] if inline is not None else []
    if inline is None and at < len(paras) and PUT_AND.match(paras[at].text):
        return None
    k = at
    while k < len(paras) and proposal.outcome is None:
        para, below = paras[k], k > at or inline is not None
        if below and (HEADER.match(para.text) or ADVICE.match(para.text)):
            if held and _AMENDED.match(para.text):
                return _worded(proposal, held, number, k, pending=True)
            break
        if held and proposal.kind == "motion" and OF_AMENDMENT.match(para.text):
            return _worded(proposal, held, number, k, pending=True)
        if held and _OUT_OF_ORDER.match(para.text):  # no vote that is told below is on it
            return _worded(proposal, held, number, k + 1, pending=True)
        if below and IN_PARTS.search(para.text):
            return None  # each part has a vote of its own
        if below and SLIP.match(para.text) and (find_moved(para.text) is not None or (len(para.text) < 50 and not re.search(r"[a-z]{3,} [a-z]{3,}", para.text))):
            break
        if not below and settled_first(paras, k):
            proposal.ends(alone[0] if (alone := outcome_alone(para.rest)) is not None else "carried", para)
            return _worded(proposal, [Piece(paras[k + 1], 0, len(paras[k + 1].text))], number, k + 2)
        if (told := take_told(paras, k, proposal, below=below, worded=bool(held))) is not None:
            k = told
            continue
        if held and below and (other := find_moved(para.rest)) is not None and other.mover is not None and other.start < 40:
            return _worded(proposal, held, number, k, pending=True)  # an amendment is moved before the motion's outcome
        if (sides := proposal.ballot.sides) is not None and _SO_RESOLVED.match(para.text) is None and lead_in(para.text, para.start) is not None and (held or sides[0] < sides[1]):
            return _worded(proposal, held, number, k, pending=True) if held else None  # what was resolved once this was voted on
        if held and below and sides is not None and (not proposal.ballot.lists or _TOLD_NEXT.fullmatch(para.text) is not None):
            return _worded(proposal, held, number, k, pending=True)  # told by its numbers alone
        if held and proposal.seconder is None and proposal.mover is not None and (after := take_movers(paras, k, proposal)) > k:
            k = after  # "Moved: Cr Ash" above the words, "Seconded: Cr Bell" below
            continue
        k += 1
        if held and below and (_TICKED.fullmatch(para.text) is not None or _closed(held) or (DEBATE.match(para.text) and held[-1].text.rstrip("”\"’").endswith("."))):
            continue
        end = len(para.text)
        if (m := OUT_END.search(para.text)) is not None:
            proposal.ends(ENDED[m["out"].lower()], para, m.start("out"))
            end = m.start("out")
        held.append(Piece(para, opens.end() if not held and (opens := _PROPOSED_TO.match(para.text) or _LABELLED.match(para.text)) is not None else 0, end))
        if k - at > 60:
            return None
    if not held or (proposal.outcome is None and number is None and proposal.ballot.sides is None):
        return None
    return _worded(proposal, held, number, late_votes(paras, k, proposal), pending=proposal.outcome is None and proposal.ballot.sides is not None)


def _worded(proposal: Proposal, held: Sequence[Piece], number: str | None, after: int, *, pending: bool = False) -> Slip:
    """The slip with ``held`` for its words."""
    proposal.pieces = in_full(held)
    return Slip(proposal, clauses(held), number, after, pending)


def in_full(held: Sequence[Piece]) -> list[Piece]:
    """A motion's words as they stand, without its reasons and without "BE IT RESOLVED THAT"."""
    pieces = without_reasons(held)
    first = pieces[0]
    if (opens := _BE_IT.match(first.text)) is not None:
        pieces = [Piece(first.para, first.start + opens.end(), first.end), *pieces[1:]]
    return pieces


def _closed(held: Sequence[Piece]) -> bool:
    """Has the quotation that holds a motion's words ended?"""
    return held[0].text[:1] in "“\"‘" and held[-1].text.rstrip(" .;").endswith(("”", '"', "’"))
