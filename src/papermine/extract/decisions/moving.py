"""A sentence with a mover or a seconder: what it moves, and what it says was decided."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.deciding import decide
from papermine.extract.decisions.endings import tail_start
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.leads import BODY, lead_in
from papermine.extract.decisions.narrative import soft_decision
from papermine.extract.decisions.operative import Operative, Piece, gather
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.decisions.slips import BY_WAY
from papermine.extract.decisions.told import read_told
from papermine.extract.decisions.wording import APART, EDGE, OPEN_BODY, MovedSentence, read_words, words_above, words_before
from papermine.language.datewords import MONTH
from papermine.language.motions import THE_MOTION, Moved, proposed_before
from papermine.language.outcomes import outcome_alone
from papermine.language.titles import CHAIR, MEMBER, TITLE

WELSH_TAIL = re.compile(
    r"[\s,.]*(?:ac?\s+)?(?:(?:ch?ytunwyd|ph?enderfynwyd)(?:\s+yn\s+unfrydol|\s+gan\s+bawb)*|(?:gyda|roedd)\s+phawb\s+yn\s+gyt[ûu]n|roedd\s+pawb\s+yn\s+gyt[ûu]n)"
    r"\s*,?\s*(?P<that>(?:[bf]od|y(?=\s+(?:dylid|byddai|bydd)))\b|(?=i\s)|:)\s*", re.I)
"""Welsh for "and (all) agreed to / that": "a chytunwyd yn unfrydol i …", "gyda phawb yn gytûn, bod …"."""
DECIDED_TAIL = re.compile(
    r"\s*[,;]?\s*(?:(?:and|it|was|were|is|be|then|duly|all|(?:carried|passed)(?=,\s+it\s+was\b)|members|members present|the (?:council|committee|cabinet|board|panel|meeting)|hereby|unanimously|by all|nem\.? con\.?|on a show of hands|with all in favour)\s*,?\s*)*\b(?P<verb>RESOLVED|Resolved|resolved|AGREED|agreed|APPROVED|approved|DECIDED|decided|CARRIED|carried|accepted|adopted|(?:ordered|ORDERED)(?=,?\s+that\b)|voted(?=[^.;:]{0,70}\b(?:to|that)\b))\b"
    r"(?:,?\s+(?:unanimously|by (?:a )?majority(?: vote)?|by all(?: present)?|by (?:all )?the (?:members|meeting|council|committee|board|panel)(?: present)?|nem\.? con\.?|in principle|(?:with )?all in favou?r|(?:with|by) \w+ votes? (?:for|in favou?r|to)\b[^,.;:]{0,40}?(?=\s+(?:that|to)\b)|\(?\d{1,2}\s?(?:[-–/]|to)\s?\d{1,2}(?:\s?[-–/]\s?\d{1,2})?\)?(?:\s*\([^()]{3,40}\))?|with \w+ abst\w+(?: \([^)]*\))?(?=,?\s+(?:that|to)\b)|\w+ in favou?r(?:,? (?:and |with )?\w+ (?:opposed|against|abst\w+)(?: \([^)]*\))?)*,?))*\s*(?P<that>,?\s*(?:that|THAT|to)\b\s*:?|:|[–—-](?=\s)|,?(?=\s*[“\"]\s*(?:that|to)\b))?\s*,?\s*", re.I)
_AGREED_ON = re.compile(r"(?:[Ii]t\s+(?:was|is)\s+)?(?:then\s+|further\s+)?(?:\w+ly\s+)?(?:agreed|resolved|decided|RESOLVED|AGREED|DECIDED)(?:\s+\w+ly)?")
_WAS = re.compile(r"\b(?:accepted|adjourned|approved|agreed|adopted|confirmed|signed|noted|received|resolved|passed|ratified|endorsed|elected|re-elected|appointed|co-opted|cadarnhawyd|derbyniwyd|cymeradwywyd|etholwyd)\b", re.I)
_WHILE = re.compile(r"(?:With|There being|Having|After|Following|(?P<clause>Since|As|Once|When|Because))\s")
"""What came before a motion, and is not what was done: "With no further nominations received, Mr Pell made a motion …"."""
_ANOTHER_NAME = re.compile(r"\bnominations?\b[^.;]*\breceived\b", re.I)
"""What is told of who is put up, and decides nothing: "A further nomination was received for Cllr Dow, which was proposed by …"."""
_NOMINATED = re.compile(rf"(?:(?:[Tt]he|[Aa])\s+(?:(?:further|second|other|first)\s+)?nomination\s*(?:,\s*that\s+)?(?:of|for)\s+)?{TITLE}\.?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}?(?P<who>[A-Z][\w’'-]+)(?:\s+was(?:\s+also|\s+then)?)?")
_FOR_POST = re.compile(rf"\s+(?:{TITLE}\.?\s+)?(?:[A-Z][\w.’'-]*\s+){{0,3}}?(?P<who>[A-Z][\w’'-]+)\s+(?:as|for|to be)\b")
"""Whom a motion puts up, after its movers: "Mr Robb, seconded by Councillor Morr, proposed Professor Nick Flood for the chair"."""
_CHOSEN = re.compile(r"\s*,?\s*and\s+(?:was\s+)?(?:\w+ly\s+)?(?P<did>(?:re-?)?(?:elected|appointed|co-opted)\b[^.;:]{0,90})\.?$")
"""What became of him: "Cllr Bell was proposed by Cllr Vane, seconded by Cllr Tull and unanimously elected Chairman."."""
_IN_BRACKETS = re.compile(r"(?P<who>[A-Z][\w’'-]+)\s*\(\s*(?:proposed|nominated|moved)(?:\s+by)?\s*:?\s*$")
"""One of several nominated: "Nominations: Cllr Ash (proposed Cllr Birch, seconded Cllr Cole); Cllr Dean (…)"."""
_EARLIER = re.compile(r"\bhad\s+(?:\w+ly\s+)?been\s+(?:carried|lost|defeated|rejected|passed|withdrawn)\b")
"""What became of a motion of another meeting: "The motion in July, proposed by A and seconded by B, had been lost by 12 votes to 9"."""
_AT_ANOTHER = re.compile(rf"(?:Back\s+)?(?:[Aa]t|[Dd]uring|[Ii]n)\s+(?:the|our|its|their)\s+(?:(?:last|previous|prior|earlier)\b|(?P<day>(?i:{MONTH})\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?i:{MONTH})))[^.;:]{{0,40}}?\bmeeting\b|(?:Back\s+)?[Ii]n\s+(?P<then>(?i:{MONTH})(?:\s+(?:19|20)\d\d)?|(?:19|20)\d\d)\b,?\s|Last\s+(?:month|year|week)\b,?\s")
"""Before what was moved at another meeting: "At the April 6 meeting Orde moved, seconded by Dace, to buy a mower"."""
_THEN_DID = re.compile(r"\b(?:were|was)\b[^.;:]{0,60}\bit was\s+(?:then\s+|unanimously\s+|\w+ly\s+)?(?:resolved|agreed|RESOLVED|AGREED)\b[^.;:]{0,80}(?:\bthat)?\s*:\s*-?$")
_ALTERS = re.compile(r"\bthe (?:following )?words?\b.{0,200}?\bbe (?:replaced|deleted|removed|inserted|included|added|amended|substituted|changed)\b|\bthe words?\b[^.]{0,160}\breplaced (?:by|with)\b", re.I)
_BY_WAY = re.compile(BY_WAY)
_AMENDMENT_HEAD = re.compile(r"(?:AMENDMENT|Amendment)(?: \d{1,2})?\s*:?")
_DID = re.compile(r"(?P<verb>(?:Adopted|Approved|Accepted|Agreed|Noted)(?: unanimously)?)(?:\s+as)?[\s,:–-]*")
_BODY_DID = re.compile(rf"\s*,?\s*(?:and (?:unanimously )?(?:carried|approved|passed)(?: unanimously)?,?\s*)?(?P<did>(?:{BODY})(?:\s*,[^,]{{1,40}},)?\s+(?:\w+ly\s+)?(?:approved|agreed|adopted|voted|accepted|resolved|authorized|authorised|granted|denied|appointed|received|directed|ratified|confirmed|adjourned|VOTED)\b)")
_VOTED = re.compile(r"\b(?:VOTED|RESOLVED|AGREED)\s*:\s+")
_WAS_DONE = re.compile(r"\s*,?\s*(?:and\s+(?:unanimously\s+|duly\s+)?(?:carried|approved|passed)(?:\s+(?:unanimously|by all(?: those| members)?(?: present)?))?\s*,\s*|(?:with|and)\s+(?:an?\s+)?(?:\w+\s+){0,2}vote\s+of\s+[^,]{3,60},\s*)?(?P<did>(?!it\b|that\b|to\b|[^.;:]{0,240}\b(?:that|which|who)\s+(?:was|were)\b|(?:the|this)\s+motion\b|the following\b)[a-zA-Z0-9][^.;:]{2,240}?\s(?:was|were)\s+(?:\w+ly\s+)?(?:adopted|approved|accepted|added|adjourned|amended|appointed|authori[sz]ed|awarded|closed|confirmed|continued|denied|"
                       r"elected|extended|granted|opened|ratified|received|referred|rejected|removed|set|signed|suspended|tabled|waived)\b)")
"""What was done "on a motion by A, seconded by B, the agenda was adopted"."""
_RESOLUTION_BELOW = re.compile(r"\bthe following (?:resolutions?|orders?|ordinances?|motions?) (?:was|were) (?:\w+ly )?(?:adopted|passed|approved|offered|carried)\W*$")
"""What leads to a RESOLVED: "On motion by A, seconded by B, the following resolution was adopted:"."""
_MOTION_BY = re.compile(r"(?i:motion\s+by)\b")
_QUOTED_LAST = re.compile(r"“(?=(?:I\s+(?:hereby\s+)?(?:move|make)|(?:be it\s+)?resolved|that|move|motion|to)\b)[^“”]{6,}”(?=\s*$)", re.I)
_BODY_ALONE = re.compile(rf"\s*,?\s*(?:{BODY})")
"""Who decides, at the end of a line: "Upon motion by A and seconded by B, the Board"."""
_ACTED = re.compile(r"\s*,?\s*(?P<did>(?:\w+ly\s+)?(?:accepted|adjourned|adopted|agreed|appointed|approved|authori[sz]ed|confirmed|granted|noted|ratified|received|resolved|revoked)\b)")
"""What a body did, behind the movers."""
_BY_VOTE = re.compile(r"\s*,?\s+(?:by|with|on) (?:the|a) (?:following )?(?:(?:recorded|roll[- ]call|unanimous|voice|majority) )*vote\b(?:[^.]*|\s*:.*)$")
_DOES = re.compile(r"[\s.]*\((?:ACTION:?\s*)?(?:[A-Z]{2,4}|Clerk|CLERK)(?:\s*(?:[/&,]|and)\s*(?:[A-Z]{2,4}|Clerk|CLERK))*\)\W*")
"""Who sees to it, behind what was decided: "and all agreed. (ML)"."""
_ON_MOTION = re.compile(r"(?i:\b(?:up)?on\b)\W+(?:an?\s+|the\s+)?$")
_ON_BEING = re.compile(r"(?i:(?:up)?on)\b")
"""Before, or at the begin of, the movers in "On a motion by A, seconded by B, the agenda was adopted"."""


def read_moved(item: Item, i: int, start: int, end: int, moved: Moved) -> int:
    """Read a sentence with a mover or seconder, from ``start`` to ``end`` of paragraph ``i``; the index of the next paragraph that is not read yet."""
    said = MovedSentence(item, i, start, end, moved)
    if _EARLIER.search(said.text, moved.end) is not None:
        return i + 1
    if (other := _AT_ANOTHER.match(said.text)) is not None and other.end() <= (moved.start if moved.mover is None else max(moved.start, moved.mover[1])) + 2 and not ((day := other["day"] or other["then"]) and day.lower() in item.head.lower()):
        item.floor.target = item.floor.imply()  # what is told next of a motion is told of that one
        return i + 1
    if moved.mover is None:
        return _seconded(said)
    if _alters(said):
        moved.kind = "amendment"
    proposal = Proposal(kind=moved.kind, order=item.floor.order)
    for decides in (_agreed_on, _done_as_moved, _done_then_moved, _movers_of_last, _tail_of_words):
        if (after := decides(said, proposal)) is not None:
            return after
    _put(said, proposal)
    for ends in (_chosen, _resolution_below, _body_did, _voted_then_resolved, _moved_and_decided):
        if (after := ends(said, proposal)) is not None:
            return after
    if proposal.pieces:
        said.vote(proposal)
        return i + 1
    return read_words(said, proposal)


def _seconded(said: MovedSentence) -> int:
    """ "The amendment was seconded by Cllr B": a motion that was moved before, and has no seconder yet."""
    item, i, para, moved, text = said.item, said.i, said.para, said.moved, said.text
    p = next((p for p in reversed(item.floor.proposals) if (not p.implied or p.adopted) and p.seconder is None and p.mover is not None and (moved.kind != "amendment" or p.kind == "amendment")), None)
    if p is None:
        return i + 1
    p.moved_by(para, said.start, moved)
    if not p.pieces and p.outcome is None and (what := re.match(r"\s+that\s+(?=\w)", text[moved.end:])) is not None:  # "Proposed by Councillor A ⏎ Seconded by Councillor B that permission be granted"
        p.pieces = [said.piece(moved.end + what.end())]
    did = DECIDED_TAIL.match(text, moved.end)
    if did is not None and re.match(r"[“\"]", text[did.end():]) and not p.pieces:  # "Seconded by Councillor B AND AGREED “To confirm …”"
        p.outcome = "carried"
        ops, after = gather(item.paras, i, said.start + did.end(), lead=[said.piece(0, did.end())])
        decide(item, ops, "proceedings.moved_and_decided", p)
        return max(after, i + 1)
    rest = re.sub(r"^(?:(?:duly\s+|formally\s+)?second(?:ed|s)\b(?:\s+(?:the|this)\s+(?:motion|amendment|proposal)|\s+it)?[\s,;]*(?=and\b))?(?:and\s+)?(?:it\s+)?", "", said.tail.lstrip(" ,;–-"))
    if p.outcome is None and (alone := outcome_alone(rest.split(":")[0])) is not None:  # "Motion seconded by B and carried by the following roll call vote: ayes: …"
        p.outcome = alone[0]
        said.vote(p)
    else:
        read_told(item.floor, para, said.start, said.end, rest)
    return i + 1


def _alters(said: MovedSentence) -> bool:
    """Does it move an amendment that it does not call one: "proposed that the words “each” be replaced with “relevant”", below "By way of amendment, …", or below a heading "Amendment 2"?"""
    item, i = said.item, said.i
    if _BY_WAY.match(said.text) is not None:
        return True
    if said.moved.kind == "motion" and _ALTERS.search(said.text) and (re.search(r"\bminutes\b", said.text) or any(p.kind == "motion" and not p.implied and p.outcome is None and p.pieces for p in item.floor.proposals)):
        return True
    return i > 0 and said.start <= said.para.start and _AMENDMENT_HEAD.fullmatch(item.paras[i - 1].text) is not None


def _agreed_on(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "It was unanimously agreed on the proposal of A, seconded by B, to adopt …"."""
    item, moved, para, end = said.item, said.moved, said.para, said.end
    if _AGREED_ON.fullmatch(said.before) is None or moved.seconder is None or (opening := OPEN_BODY.match(said.text, moved.end)) is None or not said.text[opening.end():].strip(" ."):
        return None
    proposal.moved_by(para, said.start, moved)
    item.floor.proposals.append(proposal)
    proposal.outcome = "carried"
    ops, after = gather(item.paras, said.i, said.start + opening.end(), lead=[said.piece(0, opening.end())], end=end if end < len(para.text) else None)
    decide(item, ops, "proceedings.agreed_on", proposal)
    return max(after, said.i + 1)


def _done_as_moved(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "Adopted as proposed by A and seconded by B"."""
    did = _DID.fullmatch(said.before)
    if did is None or said.moved.seconder is None:
        return None
    proposal.moved_by(said.para, said.start, said.moved)
    proposal.implied, proposal.outcome = True, "carried"
    said.item.floor.proposals.append(proposal)
    decide(said.item, [Operative([said.piece(0, did.end("verb"))])], "proceedings.passive", proposal)
    return said.i + 1


def _while_only(before: str) -> bool:
    """Is what stands before the movers a clause without its sentence: "Once all nominations were received", not "After debate the minutes were approved"?"""
    opens = _WHILE.match(before)
    return opens is not None and "," not in before and len(re.findall(r"\b(?:was|were)\b", before)) <= (opens["clause"] is not None)


def _done_then_moved(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "The minutes were approved, proposed by A and seconded by B"."""
    before = said.before
    if len(before) <= 12 or _while_only(before) or not _WAS.search(before) or _ANOTHER_NAME.search(before) or re.search(r"\b(?:was|were)\s*$|,\s+and$", before) or said.moved.kind != "motion":
        return None
    proposal.moved_by(said.para, said.start, said.moved)
    proposal.implied, proposal.outcome = True, proposal.outcome or "carried"
    said.item.floor.proposals.append(proposal)
    cut = re.sub(r"[\s,;(–-]*(?:this was|it was|having been|being|and|as|,|was|were)*[\s,]*$", "", before)
    soft = soft_decision(cut)
    decide(said.item, [Operative([said.piece(soft or 0, len(cut))], None, [said.piece(0, soft)] if soft else [])], "proceedings.passive", proposal)
    if soft:
        said.vote(proposal, 0, soft)
    said.vote(proposal)
    return said.i + 1


_SAME = re.compile(rf"[\s,;:.&()/–—-]*(?:(?:\([^()]*\)|(?:and|which|foregoing|was|were|is|be|duly|also|then|who|had|has|proposed|proposer|moved|mover|propose[sd]?|this|that|these|it|the|a|motion|proposal|resolution|recommendations?|minutes|decision|above|acceptance|approval|adoption|their|its|so|seconde[rd]|seconds?|2nd|prop|sec|by|of|eiliwyd|eiliodd|gan|{TITLE}|{MEMBER}|{CHAIR})\b[\s,;:.&()/–—-]*)*)", re.I)
"""Between a mover and a seconder of what was decided above; not what another motion moves: "Cllr Orde proposed a vote of thanks, seconded by Cllr Hart"."""


def moves_other(text: str, moved: Moved) -> bool:
    """Do words of another motion stand between a mover and a seconder?"""
    return moved.mover is not None and moved.seconder is not None and _SAME.fullmatch(text[min(moved.mover[1], moved.seconder[1]):max(moved.mover[0], moved.seconder[0])]) is None


def _movers_of_last(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "Proposed by A, seconded by B." right after a decision: who moved that."""
    item, moved = said.item, said.moved
    if said.before or not item.decided or item.decided[-1].proposal.mover is not None or item.decided[-1].order < item.floor.order - 1 or re.search(r"\b(?:that|to|amendment|motion)\b", said.tail) or _WAS_DONE.match(said.text, moved.end) is not None \
            or moves_other(said.text, moved):
        return None
    last = item.decided[-1].proposal
    last.moved_by(said.para, said.start, moved)
    last.outcome = last.outcome or "carried"
    said.vote(last)
    return said.i + 1


def _tail_of_words(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "To buy two benches. Proposed A, seconded B.": words with nothing but their movers after them."""
    spot = words_before(said)
    if spot is None:
        return None
    proposal.moved_by(said.para, said.start, said.moved)
    proposal.pieces, proposal.terse = [spot], True
    if (ended := outcome_alone(re.sub(r"^and (?:it was )?", "", said.tail.strip(EDGE)))) is not None:
        proposal.outcome = ended[0]
    said.item.floor.put(proposal)
    return said.i + 1


def _put(said: MovedSentence, proposal: Proposal) -> None:
    """Put a motion before the meeting: whom it puts up, what it amends, and its words where they stand before its movers."""
    item, moved, text, before, para = said.item, said.moved, said.text, said.before, said.para
    if (who := _NOMINATED.fullmatch(before) or _FOR_POST.match(text, moved.end) or _IN_BRACKETS.search(text[:moved.mover[0]] if moved.mover else "")) is not None:
        proposal.nominee = who["who"]
    if (whole := re.match(r"(?:A|The)\s+(?:motion|proposal)\s+(?:to|that)\s+(?P<what>.{8,300}?)(?:\s+was)?$", before)) is not None:
        proposal.pieces = [said.piece(*whole.span("what"))]
    elif moved.what is None and _MOTION_BY.match(text) and (quoted := _QUOTED_LAST.search(para.text, para.start, said.start)) is not None:
        proposal.pieces = [Piece(para, *quoted.span())]  # "“I move that we adopt Ordinance 12.” MOTION BY A. SECONDED BY B."
    elif moved.what is None and (THE_MOTION.match(text) or re.match(r"(?:Proposed|Moved) by\b", text)) and (stated := proposed_before(para.text[:said.start])) is not None:
        proposal.pieces = [Piece(para, *stated)]
    elif moved.what is None and THE_MOTION.match(text) and (printed := words_above(item, said.i)):
        proposal.pieces = printed  # "“That X be done.” ⏎ The motion was proposed by A, seconded by B and adopted."
    proposal.moved_by(para, said.start, moved)
    label = re.search(r"\b[Rr]ecommendations?\s+(?P<n>\d{1,2}[A-Za-z]?)\b", before + " ")
    proposal.label = label["n"].lower() if label else None
    mains = [p for p in item.floor.proposals if p.kind == "motion" and not p.implied]
    proposal.amends = mains[-1] if moved.kind == "amendment" and mains else None
    item.floor.put(proposal)


def _chosen(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "Cllr Bell was proposed by Cllr Vane, seconded by Cllr Tull and unanimously elected Chairman."."""
    chosen, named = _CHOSEN.match(said.text, said.moved.end), _NOMINATED.fullmatch(said.before)
    if chosen is None or named is None:
        return None
    proposal.outcome = "carried"
    decide(said.item, [Operative([said.piece(0, named.end("who")), said.piece(chosen.start("did"))])], "proceedings.chosen", proposal)
    return said.i + 1


def _resolution_below(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "On motion by A, seconded by B, the following resolution was adopted:": its words open with RESOLVED; "…, the Board" ⏎ "VOTED: To close the hearing."."""
    below = said.item.paras[said.i + 1] if said.i + 1 < len(said.item.paras) else None
    goes_on = below is not None and _BODY_ALONE.fullmatch(said.text, said.moved.end) is not None and (lead := lead_in(below.text, below.start)) is not None and not lead[3]
    if not goes_on and _RESOLUTION_BELOW.search(said.text, said.moved.end) is None:
        return None
    proposal.outcome = "carried"
    return said.i + 1


def _body_did(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "Moved by A, seconded by B, the Board approved …", "On a motion by A, seconded by B, the agenda was adopted"."""
    text, moved = said.text, said.moved
    did = _BODY_DID.match(text, moved.end)
    if did is None and (_ON_MOTION.search(text[:moved.start] + " ") or _ON_BEING.match(text[moved.start:])):
        did = _WAS_DONE.match(text, moved.end)
    acted = _BODY_ALONE.fullmatch(said.before) is not None and said.before != ""  # "The Board, on the proposal of A, seconded by B, adopted the minutes"
    if did is None and acted:
        did = _ACTED.match(text, moved.end)
    if did is None:
        return None
    proposal.outcome = "carried"
    cast = _BY_VOTE.search(text, did.end())
    voted = _VOTED.search(text, did.start("did"), did.end() + 9)  # "…, the Board VOTED: To close the hearing"
    decide(said.item, [Operative([said.piece(0 if acted else voted.end() if voted else did.start("did"), cast.start() if cast else None)])], "proceedings.moved_and_did", proposal)
    said.vote(proposal)
    if cast is not None:
        said.vote(proposal, cast.start())
    return said.i + 1


def _voted_then_resolved(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "The proposals of A, seconded by B, were then voted on and it was resolved (by 4 votes to 1): ⏎ a) …"."""
    para = said.para
    if said.end < len(para.text.rstrip()) or (then := _THEN_DID.search(said.text, said.moved.end)) is None:
        return None
    ops, after = gather(said.item.paras, said.i, len(para.text), lead=[said.piece()])
    if not ops:
        return None
    proposal.outcome, proposal.pieces = "carried", []
    decide(said.item, ops, "proceedings.moved_and_decided", proposal)
    said.vote(proposal, then.start())
    return after


def _moved_and_decided(said: MovedSentence, proposal: Proposal) -> int | None:
    """ "Moved by A, seconded by B and RESOLVED that …", or "… and agreed" with the words before."""
    item, i, para, moved, text, start, end = said.item, said.i, said.para, said.moved, said.text, said.start, said.end
    decided = DECIDED_TAIL.match(text, moved.end) or WELSH_TAIL.match(text, moved.end)
    if decided is not None and _DOES.fullmatch(text, decided.end()) is not None:
        end, text = start + decided.end(), text[:decided.end()]
    if decided is None or (decided["that"] is None and text[decided.end():].strip(" .")) or re.fullmatch(r"unanimous(?:ly)?\W*", text[decided.end():], re.I):
        return None
    at = start + decided.end()
    if para.text[at:end].strip(" ."):
        proposal.outcome = "carried"
        stop = tail if (tail := tail_start(para, at)) is not None and tail < end else None  # "… the scheme (For: 5, Against: 1)"
        if stop is None and (apart := APART.search(text, decided.end())) is not None:
            stop = start + apart.start()
        ops, after = gather(item.paras, i, at, lead=[said.piece(0, decided.end())], end=stop or (end if end < len(para.text) or text.endswith(".") else None))
        decide(item, ops, "proceedings.moved_and_decided", proposal)
        said.vote(proposal, b=decided.end())
        if stop is not None:
            said.vote(proposal, stop - start)
        return max(after, i + 1)
    if decided["that"] is not None and end >= len(para.text.rstrip()):  # "… and RESOLVED unanimously to: ⏎ (a) …"
        ops, after = gather(item.paras, i, len(para.text), lead=[said.piece()])
        if ops:
            proposal.outcome = "carried"
            decide(item, ops, "proceedings.moved_and_decided", proposal)
            said.vote(proposal, b=decided.end())
            return after
    if moved.what is not None:
        proposal.pieces = [said.piece(*moved.what)]
    elif (record := re.match(r"Proposed as [^.;]{3,60}?(?=\s+by\b)", text)) is not None:  # "Proposed as a true record by Cllr A seconded by Cllr B and unanimously approved"
        proposal.pieces = [said.piece(0, record.end())]
    elif not proposal.pieces and (stated := re.sub(r"[\s,]*\b(?:was|were|is)\s*$", "", said.before)) and (stated == said.before or len(stated.split()) > 3):
        proposal.pieces = [said.piece(0, len(stated))]
    proposal.outcome = "carried"
    said.vote(proposal)
    return i + 1
