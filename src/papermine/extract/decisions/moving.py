"""A sentence with a mover or a seconder: what it moves, which words, and what it says was decided."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.deciding import decide
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.leads import BODY, lead_in
from papermine.extract.decisions.narrative import soft_decision
from papermine.extract.decisions.operative import Operative, Piece, gather
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.decisions.told import read_told
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.lists import voting
from papermine.language.motions import THE_MOTION, Moved, find_moved, procedural, proposed_before
from papermine.language.numbering import continues, starts
from papermine.language.outcomes import UNSECONDED, outcome_alone, outcome_in
from papermine.language.sentences import sentences
from papermine.language.titles import TITLE

OPEN_BODY = re.compile(r"\s*,?\s*(?:the\s+(?:following\s+)?(?:substantive\s+)?(?:motions?|amendments?|recommendations?|resolution)(?:\s+set out below)?|a\s+(?:motion|proposal)|(?:as\s+)?an\s+amendment|as\s+follows)?\s*[,:;–—-]{0,2}\s*(?:that\b|THAT\b|to\b|TO\b)?\s*[:,]?\s*")
WELSH_TAIL = re.compile(
    r"[\s,.]*(?:ac?\s+)?(?:(?:ch?ytunwyd|ph?enderfynwyd)(?:\s+yn\s+unfrydol|\s+gan\s+bawb)*|(?:gyda|roedd)\s+phawb\s+yn\s+gyt[ûu]n|roedd\s+pawb\s+yn\s+gyt[ûu]n)"
    r"\s*,?\s*(?P<that>(?:[bf]od|y(?=\s+(?:dylid|byddai|bydd)))\b|(?=i\s)|:)\s*", re.I)
"""Welsh for "and (all) agreed to / that": "a chytunwyd yn unfrydol i …", "gyda phawb yn gytûn, bod …"."""
DECIDED_TAIL = re.compile(
    r"\s*[,;]?\s*(?:(?:and|it|was|were|is|be|then|duly|all|members|members present|hereby|unanimously|by all|nem\.? con\.?|on a show of hands|with all in favour)\s*,?\s*)*\b(?P<verb>RESOLVED|Resolved|resolved|AGREED|agreed|APPROVED|approved|DECIDED|decided|CARRIED|carried|accepted|adopted|voted(?=[^.;:]{0,70}\b(?:to|that)\b))\b"
    r"(?:\s+(?:unanimously|by all(?: present)?|by (?:all )?the members(?: present)?|nem\.? con\.?|in principle|(?:with )?all in favou?r|(?:with|by) \w+ votes? (?:for|in favou?r|to)\b[^,.;:]{0,40}?(?=\s+(?:that|to)\b)|\(?\d{1,2}\s?(?:[-–/]|to)\s?\d{1,2}(?:\s?[-–/]\s?\d{1,2})?\)?|with \w+ abst\w+(?: \([^)]*\))?(?=\s+(?:that|to)\b)|\w+ in favou?r(?:,? (?:and |with )?\w+ (?:opposed|against|abst\w+)(?: \([^)]*\))?)*,?))*\s*(?P<that>,?\s*(?:that|THAT|to)\b\s*:?|:|[–—-](?=\s))?\s*,?\s*", re.I)
_AGREED_ON = re.compile(r"(?:[Ii]t\s+(?:was|is)\s+)?(?:then\s+|further\s+)?(?:\w+ly\s+)?(?:agreed|resolved|decided|RESOLVED|AGREED|DECIDED)(?:\s+\w+ly)?")
_WAS = re.compile(r"\b(?:accepted|approved|agreed|adopted|confirmed|signed|noted|received|resolved|passed|ratified|endorsed|elected|re-elected|appointed|co-opted)\b", re.I)
_NOMINATED = re.compile(rf"{TITLE}\.?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}?(?P<who>[A-Z][\w’'-]+)(?:\s+was(?:\s+also|\s+then)?)?")
_FOR_POST = re.compile(rf"\s+(?:{TITLE}\.?\s+)?(?:[A-Z][\w.’'-]*\s+){{0,3}}?(?P<who>[A-Z][\w’'-]+)\s+(?:as|for|to be)\b")
"""Whom a motion puts up, after its movers: "Mr Robb, seconded by Councillor Morr, proposed Professor Nick Flood for the chair"."""
_CHOSEN = re.compile(r"\s*,?\s*and\s+(?:was\s+)?(?:\w+ly\s+)?(?P<did>(?:re-?)?(?:elected|appointed|co-opted)\b[^.;:]{0,90})\.?$")
"""What became of him: "Cllr Bell was proposed by Cllr Vane, seconded by Cllr Tull and unanimously elected Chairman."."""
_IN_BRACKETS = re.compile(r"(?P<who>[A-Z][\w’'-]+)\s*\(\s*(?:proposed|nominated|moved)(?:\s+by)?\s*:?\s*$")
"""One of several nominated: "Nominations: Cllr Ash (proposed Cllr Birch, seconded Cllr Cole); Cllr Dean (…)"."""
_EARLIER = re.compile(r"\bhad\s+(?:\w+ly\s+)?been\s+(?:carried|lost|defeated|rejected|passed|withdrawn)\b")
"""What became of a motion of another meeting: "The motion in July, proposed by A and seconded by B, had been lost by 12 votes to 9"."""
_THEN_DID = re.compile(r"\b(?:were|was)\b[^.;:]{0,60}\bit was\s+(?:then\s+|unanimously\s+|\w+ly\s+)?(?:resolved|agreed|RESOLVED|AGREED)\b[^.;:]{0,80}(?:\bthat)?\s*:\s*-?$")
_TERSE = re.compile(r"(?:Proposed|Prop|Moved|PROPOSED|MOVED|Proposer|proposed|prop|Motion)\b")
_ACTS = re.compile(r"(?:To|That|Approv(?:al|ed?)|Accept(?:ance|ed)?|Adopt(?:ion|ed)?|Payment|Appoint(?:ment)?)\s+\w")
_FOR_OFFICE = re.compile(rf"{TITLE}\.?\s[^.;:]{{3,60}}?\s(?:as|for the (?:position|post|office|role))\b")
"""A nomination: "proposed Cllr B for the position of Treasurer. This was seconded by Cllr C."."""
_BE_DONE = re.compile(r"(?:the|this|these|our|an?)\s[^.;:]{3,160}?\sbe\s")
_ALTERS = re.compile(r"\bthe (?:following )?words?\b.{0,200}?\bbe (?:replaced|deleted|removed|inserted|included|added|amended|substituted|changed)\b|\bthe words?\b[^.]{0,160}\breplaced (?:by|with)\b", re.I)
_AMENDMENT_HEAD = re.compile(r"(?:AMENDMENT|Amendment)(?: \d{1,2})?\s*:?")
_DID = re.compile(r"(?P<verb>(?:Adopted|Approved|Accepted|Agreed|Noted)(?: unanimously)?)(?:\s+as)?[\s,:–-]*")
_EDGE = " .;)],–—-"
_STATED = re.compile(r"(?:The|This|These|All|An?)\s[^.;:]{3,200}?\s(?:was|were|be)\s+(?:\w+ly\s+)?(?:adjourned|closed|suspended|elected|appointed|re-?opened|extended|excluded)\b")
"""What was done, told before its movers: "The meeting was adjourned to hear the public. Proposed A, seconded B"."""
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|said|asked|reported|would|will|be|been|Cllrs?|Councillors?|Mrs?|Ms)\b")
_WORDS = re.compile(r"(?:That|THAT|Delete|DELETE|Add|Insert|Replace|Remove|Amend|Substitute|Omit)\b(?! (?:amendment|motion|was)\b)")
"""How the words of a motion or an amendment begin, under "An amendment was moved by A, seconded by B,"."""
_VOTED_SO = (r"(?=\W*$|\W*(?:unanim\w*|all\b|as (?:amended|presented|written|submitted|read|circulated|moved|follows)|with\b|without\b|voice\b|roll\b|in favou?r|ayes?\b|yes\b|vot\w+|nem\b|none\b|"
             r"unopposed|for (?:the )?(?:lack|want)\b|due to\b|\d|\(|(?<=,\s)[A-Z]|by\s+[A-Z][^.;]{2,60}\b(?:yea|aye)s?\b|(?:by|on|in|upon)\s+(?:(?!the (?:council|board|committee)\b)[\w-]+\s+){0,4}?(?:votes?|voting|roll|voice|show|majority|consent|acclamation|all|\d+\s?[-–:/]\s?\d+|unanim\w*|division|favou?r)\b))")
"""What follows an outcome in the same sentence; not "carried forward from 2023", "passed away", "passed on 4 May", "lost in the fire"."""
_PASSED = re.compile(rf"(?<!\bbe)\s*[,;]?\s+(?:and\s+)?(?:(?:the\s+)?(?:[Mm]otion|MOTION)\s+|it\s+|which\s+)?(?:was\s+)?(?:unanimously\s+)?(?P<out>approved(?=\s+by\s+the\s+(?:following\b|[^.;]{{0,40}}\bvotes?\b))|(?:[Pp]assed|[Cc]arried|[Ff]ailed|lost|defeated)\b{_VOTED_SO}|PASSED\b|CARRIED\b|FAILED\b)[^.;]{{0,80}}[.;]?$|"
                     r"\s*,?\s+with\s+all\s+(?:members\s+|those\s+)?(?:present\s+|voting\s+)*(?:in\s+favou?r|aye)\b[^.;]*[.;]?$|"
                     r"\s+All in favou?r\.?$|\s*[,;]\s+(?:by\s+)?(?:an?\s+)?(?:unanimous(?:ly)?(?:\s+vote)?|(?:all|ALL) (?:in favou?r|ayes?)|[Vv]ot\w+\s+unanimous(?:ly)?)\s*[.;]?$|\s*,\s+carried unanimously\b[^;]{0,200}$")
_AS_FOLLOWS = re.compile(r"\s*[,;–-]\s*(?:and\s+)?(?:with\s+)?(?:the\s+)?(?:votes?|voting|result)\b[^.;:,]{0,40}\bas follows\s*[:–-]*$")
"""What leads to the names: "that the meeting stand adjourned, the voting being as follows:"."""
_CARRIED_TO = re.compile(r"\s*,?\s*and\s+(?:(?:the\s+)?motion\s+)?(?:unanimously\s+|duly\s+)?(?:carried|approved|passed)\b(?:\s+unanimously)?[^.;:]{0,110}?\s+to\s+(?=(?:approve|adopt|accept|award|authori[sz]e|direct|receive|introduce|waive|appoint|ratify|confirm|grant|deny|continue|refer|set|declare|adjourn|table|find|amend|conduct|open|close|file|support|allow|request|reject|uphold|schedule|excuse|add|enter|go|recess|hold|send|remove|place|extend|transfer|pay|purchase|hire|renew|forward|recommend|reappoint|re-appoint|nominate|suspend|postpone|proceed|execute)\b)")
_BODY_DID = re.compile(rf"\s*,?\s*(?:and (?:unanimously )?(?:carried|approved|passed)(?: unanimously)?,?\s*)?(?P<did>(?:{BODY})(?:\s*,[^,]{{1,40}},)?\s+(?:\w+ly\s+)?(?:approved|agreed|adopted|voted|accepted|resolved|authorized|authorised|granted|denied|appointed|received|directed|ratified|confirmed|adjourned)\b)")
_WAS_DONE = re.compile(r"\s*,?\s*(?:and\s+(?:unanimously\s+|duly\s+)?(?:carried|approved|passed)(?:\s+(?:unanimously|by all(?: those| members)?(?: present)?))?\s*,\s*|with\s+an?\s+(?:\w+\s+)?vote\s+of\s+[^,]{3,40},\s*)?(?P<did>(?!it\b|that\b|to\b|[^.;:]{0,240}\b(?:that|which|who)\s+(?:was|were)\b|(?:the|this)\s+motion\b|the following\b)[a-zA-Z0-9][^.;:]{2,240}?\s(?:was|were)\s+(?:\w+ly\s+)?(?:adopted|approved|accepted|added|adjourned|amended|appointed|authori[sz]ed|awarded|closed|confirmed|continued|denied|"
                       r"elected|granted|opened|ratified|received|referred|rejected|removed|set|signed|tabled)\b)")
"""What was done "on a motion by A, seconded by B, the agenda was adopted"."""
_RESOLUTION_BELOW = re.compile(r"\bthe following (?:resolutions?|orders?|ordinances?|motions?) (?:was|were) (?:\w+ly )?(?:adopted|passed|approved|offered|carried)\W*$")
"""What leads to a RESOLVED: "On motion by A, seconded by B, the following resolution was adopted:"."""
_BY_VOTE = re.compile(r"\s*,?\s+(?:by|with|on) (?:the|a) (?:following )?(?:(?:recorded|roll[- ]call|unanimous|voice|majority) )*vote\b[^.]*$")


def read_moved(item: Item, i: int, start: int, end: int, moved: Moved) -> int | None:
    """A sentence with a mover or seconder. Returns the index of the next paragraph where it reads on over several."""
    floor = item.floor
    para = item.paras[i]
    sentence = para.text[start:end]
    if _EARLIER.search(sentence, moved.end) is not None:
        return None
    if moved.mover is None:  # "The amendment was seconded by Cllr B"
        for p in reversed(floor.proposals):
            if (not p.implied or p.adopted) and p.seconder is None and p.mover is not None and (moved.kind != "amendment" or p.kind == "amendment"):
                p.moved_by(para, start, moved)
                did = DECIDED_TAIL.match(sentence, moved.end)
                if did is not None and re.match(r"[“\"]", sentence[did.end():]) and not p.pieces:  # "Seconded by Councillor B AND AGREED “To confirm …”"
                    p.outcome = "carried"
                    ops, after = gather(item.paras, i, start + did.end(), lead=[Piece(para, start, start + did.end())])
                    decide(item, ops, "proceedings.moved_and_decided", p)
                    return after if after > i + 1 else None
                rest = re.sub(r"^(?:and\s+)?(?:it\s+)?", "", sentence[moved.end:].lstrip(" ,;–-"))
                if p.outcome is None and (alone := outcome_alone(rest.split(":")[0])) is not None:  # "Motion seconded by B and carried by the following roll call vote: ayes: …"
                    p.outcome = alone[0]
                    p.vote_in(para, start + moved.end, end)
                else:
                    read_told(floor, para, start, end, rest)
                return None
        return None
    if moved.kind == "motion" and _ALTERS.search(sentence) and (re.search(r"\bminutes\b", sentence) or any(p.kind == "motion" and not p.implied and p.outcome is None and p.pieces for p in floor.proposals)):
        moved.kind = "amendment"  # "proposed that the words “each” be replaced with “relevant”", "that the following words be included in the minutes"
    if i and start <= para.start and _AMENDMENT_HEAD.fullmatch(item.paras[i - 1].text):
        moved.kind = "amendment"
    before = sentence[:moved.start].rstrip(" ,–-(")
    proposal = Proposal(kind=moved.kind, order=floor.order)
    if _AGREED_ON.fullmatch(before) and moved.seconder is not None and (opening := OPEN_BODY.match(sentence, moved.end)) is not None and sentence[opening.end():].strip(" ."):
        proposal.moved_by(para, start, moved)  # "It was unanimously agreed on the proposal of A, seconded by B, to adopt …"
        floor.proposals.append(proposal)
        proposal.outcome = "carried"
        ops, after = gather(item.paras, i, start + opening.end(), lead=[Piece(para, start, start + opening.end())], end=end if end < len(para.text) else None)
        decide(item, ops, "proceedings.agreed_on", proposal)
        return after if after > i + 1 else None
    if (did := _DID.fullmatch(before)) is not None and moved.seconder is not None:  # "Adopted as proposed by A and seconded by B"
        proposal.moved_by(para, start, moved)
        proposal.implied, proposal.outcome = True, "carried"
        floor.proposals.append(proposal)
        decide(item, [Operative([Piece(para, start, start + did.end("verb"))])], "proceedings.passive", proposal)
        return None
    if len(before) > 12 and _WAS.search(before) and not re.search(r"\b(?:was|were)\s*$", before) and moved.kind == "motion":
        proposal.moved_by(para, start, moved)
        proposal.implied, proposal.outcome = True, proposal.outcome or "carried"
        floor.proposals.append(proposal)
        cut = re.sub(r"[\s,;(–-]*(?:this was|it was|having been|being|and|,|was|were)*[\s,]*$", "", before)
        soft = soft_decision(cut)
        lead = [Piece(para, start, start + soft)] if soft else []
        decide(item, [Operative([Piece(para, start + (soft or 0), start + len(cut))], None, lead)], "proceedings.passive", proposal)
        if soft:
            proposal.vote_in(para, start, start + soft)
        proposal.vote_in(para, start + moved.end, end)
        return None
    if not before and item.decided and item.decided[-1].proposal.mover is None and item.decided[-1].order >= floor.order - 1 and not re.search(r"\b(?:that|to|amendment|motion)\b", sentence[moved.end:]) and _WAS_DONE.match(sentence, moved.end) is None:
        item.decided[-1].proposal.moved_by(para, start, moved)
        item.decided[-1].proposal.outcome = item.decided[-1].proposal.outcome or "carried"
        item.decided[-1].proposal.vote_in(para, start + moved.end, end)
        return None
    if (spot := _terse(item, i, start, before, sentence, moved)) is not None:
        proposal.moved_by(para, start, moved)
        proposal.pieces, proposal.terse = [spot], True
        if (ended := outcome_alone(re.sub(r"^and (?:it was )?", "", sentence[moved.end:].strip(_EDGE)))) is not None:
            proposal.outcome = ended[0]
        floor.put(proposal)
        return None
    if (who := _NOMINATED.fullmatch(before) or _FOR_POST.match(sentence, moved.end) or _IN_BRACKETS.search(sentence[:moved.mover[0]])) is not None:
        proposal.nominee = who["who"]
    if (whole := re.match(r"(?:A|The)\s+(?:motion|proposal)\s+(?:to|that)\s+(?P<what>.{8,300}?)(?:\s+was)?$", before)) is not None:
        proposal.pieces = [Piece(para, start + whole.start("what"), start + whole.end("what"))]
    elif moved.what is None and THE_MOTION.match(sentence) and (stated := proposed_before(para.text[:start])) is not None:
        proposal.pieces = [Piece(para, *stated)]
    elif moved.what is None and THE_MOTION.match(sentence) and (printed := _printed(item, i)):
        proposal.pieces = printed  # "“That X be done.” ⏎ The motion was proposed by A, seconded by B and adopted."
    proposal.moved_by(para, start, moved)
    label = re.search(r"\b[Rr]ecommendations?\s+(?P<n>\d{1,2}[A-Za-z]?)\b", before + " ")
    proposal.label = label["n"].lower() if label else None
    mains = [p for p in floor.proposals if p.kind == "motion" and not p.implied]
    proposal.amends = mains[-1] if moved.kind == "amendment" and mains else None
    floor.put(proposal)
    if (chosen := _CHOSEN.match(sentence, moved.end)) is not None and (named := _NOMINATED.fullmatch(before)) is not None:
        proposal.outcome = "carried"
        name = Piece(para, start, start + named.end("who"))
        decide(item, [Operative([name, Piece(para, start + chosen.start("did"), end)])], "proceedings.chosen", proposal)
        return None
    if _RESOLUTION_BELOW.search(sentence, moved.end) is not None:
        proposal.outcome = "carried"
        return None
    did = _BODY_DID.match(sentence, moved.end) or (_WAS_DONE.match(sentence, moved.end) if re.search(r"(?i:\b(?:up)?on\b)\W+(?:an?\s+|the\s+)?$", sentence[:moved.start] + " ") or re.match(r"(?i:(?:up)?on)\b", sentence[moved.start:]) else None)
    if did is not None:
        proposal.outcome = "carried"
        cast = _BY_VOTE.search(sentence, did.end())
        decide(item, [Operative([Piece(para, start + did.start("did"), start + cast.start() if cast else end)])], "proceedings.moved_and_did", proposal)
        proposal.vote_in(para, start + moved.end, end)
        return None
    if end >= len(para.text.rstrip()) and (then := _THEN_DID.search(sentence, moved.end)) is not None:  # "…, were then voted on and it was resolved (by 4 votes to 1): ⏎ a) …"
        ops, after = gather(item.paras, i, len(para.text), lead=[Piece(para, start, end)])
        if ops:
            proposal.outcome, proposal.pieces = "carried", []
            decide(item, ops, "proceedings.moved_and_decided", proposal)
            proposal.vote_in(para, start + then.start(), end)
            return after
    decided = DECIDED_TAIL.match(sentence, moved.end) or WELSH_TAIL.match(sentence, moved.end)
    if decided is not None and (decided["that"] is not None or not sentence[decided.end():].strip(" .")) and not re.fullmatch(r"unanimous(?:ly)?\W*", sentence[decided.end():], re.I):
        at = start + decided.end()
        if para.text[at:end].strip(" ."):
            proposal.outcome = "carried"
            ops, after = gather(item.paras, i, at, lead=[Piece(para, start, at)], end=end if end < len(para.text) or sentence.endswith(".") else None)
            decide(item, ops, "proceedings.moved_and_decided", proposal)
            proposal.vote_in(para, start + moved.end, at)
            return after if after > i + 1 else None
        if decided["that"] is not None and end >= len(para.text.rstrip()):  # "… and RESOLVED unanimously to: ⏎ (a) …"
            ops, after = gather(item.paras, i, len(para.text), lead=[Piece(para, start, end)])
            if ops:
                proposal.outcome = "carried"
                decide(item, ops, "proceedings.moved_and_decided", proposal)
                proposal.vote_in(para, start + moved.end, at)
                return after
        if moved.what is not None:
            proposal.pieces = [Piece(para, start + moved.what[0], start + moved.what[1])]
        elif (record := re.match(r"Proposed as [^.;]{3,60}?(?=\s+by\b)", sentence)) is not None:  # "Proposed as a true record by Cllr A seconded by Cllr B and unanimously approved"
            proposal.pieces = [Piece(para, start, start + record.end())]
        elif not proposal.pieces and (said := re.sub(r"[\s,]*\b(?:was|were|is)\s*$", "", before)) and (said == before or len(said.split()) > 3):
            proposal.pieces = [Piece(para, start, start + len(said))]
        proposal.outcome = "carried"
        proposal.vote_in(para, start + moved.end, end)
        return None
    if proposal.pieces:
        proposal.vote_in(para, start + moved.end, end)
        return None
    return _motion_text(item, i, start, end, moved, proposal)


def _terse(item: Item, i: int, start: int, before: str, sentence: str, moved: Moved) -> Piece | None:
    """The words to which "Proposed Cllr A, seconded Cllr B" is the tail: those before it in its sentence, the sentence before, or the paragraph above."""
    tail = re.sub(r"^and (?:it was )?(?=\w+ly )", "", sentence[moved.end:].strip(_EDGE))
    if moved.kind != "motion" or moved.seconder is None or not _TERSE.match(sentence, moved.start) or (tail and outcome_alone(tail) is None):
        return None
    para = item.paras[i]
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


def _motion_text(item: Item, i: int, start: int, end: int, moved: Moved, proposal: Proposal) -> int | None:
    floor = item.floor
    para = item.paras[i]
    sentence = para.text[start:end]
    tail = sentence[moved.end:]
    told = outcome_in(tail)
    proposal.sentence = Piece(para, start, end)
    if (re.match(r"\s*(?:proposed|moved)?\s*(?:the|his|her|their|this)\s+motion\b", sentence[moved.mover[1] if moved.mover else moved.end:]) is not None or re.match(r"\s*(?:the|this)\s+motion\b", tail) is not None) and (printed := _printed(item, i)):
        proposal.pieces = printed  # "Cllr A proposed the motion, which was seconded by Cllr B": its words stand above
        proposal.vote_in(para, start + moved.end, end)
        return None
    if moved.what is not None:  # "Cllr A proposed that the tree be felled, seconded by Cllr B"
        proposal.pieces = [Piece(para, start + moved.what[0], start + moved.what[1])]
        if (alone := outcome_alone(re.sub(r"^[\s,;–-]*(?:and\s+)?(?:it\s+(?:was\s+)?)?", "", tail))) is not None:
            proposal.outcome = alone[0]
        elif (ended := _PASSED.search(tail)) is not None:
            proposal.outcome = "lost" if (ended["out"] or "").lower() in ("failed", "lost", "defeated") else "carried"
        proposal.vote_in(para, start + moved.end, end)
        return None
    if (to := _CARRIED_TO.match(tail)) is not None:  # "Moved by A, seconded by B, and carried 4-0 with Mayor pro tem C absent to adopt Resolution 12"
        proposal.outcome = "carried"
        decide(item, [Operative([Piece(para, start + moved.end + to.end(), end)])], "proceedings.moved_and_decided", proposal)
        proposal.vote_in(para, start + moved.end, start + moved.end + to.end())
        return None
    passed = _PASSED.search(tail)
    if passed is not None and (told is None or re.match(r"\s*[,:;–-]?\s*(?:to|that|TO|THAT)\b", tail)):
        told = None
        proposal.vote_in(para, start + moved.end + passed.start(), end)
        proposal.outcome = "lost" if (passed["out"] or "").lower() in ("failed", "lost", "defeated") else "carried"
        end = start + moved.end + passed.start()
        tail = tail[:passed.start()]
    if (cast := _AS_FOLLOWS.search(tail)) is not None:
        end, tail = start + moved.end + cast.start(), tail[:cast.start()]
    opening = OPEN_BODY.match(tail)
    at = opening.end() if opening else 0
    if (moved.seconder is None and (m := re.match(r"\s*(?:proposed|moved)?\s*(?:an?|the)\s+(?:further\s+)?(?:amendment|motion)\s+(?:that|to)\s+(?![^.;:]{0,80}\b(?:as follows|following)\b)(?=\w)", tail))) or (moved.seconder is None and (m := re.match(r"(?!\s*(?:to|that)\s+[a-z]+\s[^:]{3,}?\b(?:as follows|following\s+(?!amendment|motion))\b)[^:]{0,80}?\b(?:as follows|following amendment|following motion|following)\b\s*[:;]?|\s*(?:an?|the)\s+(?:amendment|motion)[^:]{0,40}[:;]?\s*(?:that|to)?\s*", tail))):
        at = m.end()
    words = tail[at:].strip()
    after: int | None = None
    quoted = re.search(r":\s*-?$", words) is not None and i + 1 < len(item.paras) and item.paras[i + 1].text[:1] in "“\"‘" and not re.match(r"(?:that|to)\b", words, re.I)
    if told is None and not quoted and words.strip(" .:") and re.match(r"[“\"A-Za-z(£$€\d]", words) and not re.match(r"(?:as follows|for the|the following)\b[^:]*:?$", words) and (
            re.search(r"\b(?:that|THAT|to|TO)\s*[:,]?\s*$", tail[:at]) or tail[:at].rstrip().endswith((":", ",")) or moved.outcome is not None or re.match(r"[“\"]?(?:That|THAT|to)\b|[“\"]that\b", words)
            or _BE_DONE.match(words) or _FOR_OFFICE.match(words) or re.match(r"(?:for\s+)?(?:the\s+)?(?i:adjournment|approval|adoption|acceptance|denial|suspension|passage|appointment|ratification|authorization|reconsideration|deferral|referral|receipt|dismissal)(?:\s+of\b|\.?$)|the\s+(?:[A-Z]\w+\s+){0,3}(?:Council|Commission|Board|Committee|Court)\s+[a-z]|(?:approve|adopt|accept|adjourn|deny|table|appoint|authorize|ratify|recommending|approving|adopting|accepting|authorizing|directing|denying)\s+\w", words)):
        proposal.pieces = [Piece(para, start + moved.end + at, end)]
        if end == len(para.text.rstrip()) and words.rstrip().endswith(":"):
            proposal.pieces, after = follow(item, i, para, proposal.pieces)
    elif told is None and end == len(para.text.rstrip()):
        proposal.pieces, after = follow(item, i, para, [])
        if len(proposal.pieces) == 1 and proposal.pieces[0].para.mark is not None and proposal.pieces[0].para.number:
            only = proposal.pieces[0].para
            proposal.number, proposal.pieces = only.number, [Piece(only, only.start, len(only.text))]
        _strip_label(proposal)
    if not proposal.pieces and told is None and not words.strip(" .:") and (following := re.match(r"\s*To\s+(?=[a-z])[^.]{8,300}\.", para.text[end:])) is not None:
        proposal.pieces = [Piece(para, end + following.group().index("To") + 3, end + following.end())]  # "MOTION: Cole. SECOND: Diaz. To approve …"
    if procedural(tail) or (proposal.pieces and procedural(proposal.text) and proposal.kind == "motion"):
        proposal.kind = "procedural"
    if told is not None:
        floor.ends(told[0], told[1] or ("amendment" if proposal.kind == "amendment" else "motion"), para, start)
        if UNSECONDED.search(tail) is not None:
            floor.target = next((p for p in reversed(floor.proposals) if not p.implied and p.outcome is None), None)  # no vote was taken on it
    proposal.vote_in(para, start + moved.end, end)
    return after


def _printed(item: Item, i: int) -> list[Piece]:
    """The words of a motion printed above paragraph ``i``: in quotation marks, "That …" or "Motion to …"."""
    if i == 0:
        return []
    above = item.paras[i - 1]
    if (called := re.match(r"(?:A\s+)?(?:Motion|MOTION)\s+to\s+", above.rest)) is not None and find_moved(above.text) is None:
        return [Piece(above, above.start + called.end(), len(above.text))]
    if not re.match(r"[“\"‘]|(?:That|THAT)\b|I (?:will )?move\b", above.rest) or lead_in(above.text, above.start) is not None or find_moved(above.text) is not None:
        return []
    return [Piece(above, above.start, len(above.text))]


def follow(item: Item, i: int, para: Paragraph, pieces: list[Piece]) -> tuple[list[Piece], int]:
    """The paragraphs after a motion's opening words that hold its text: deeper, in italics, or in quotation marks."""
    out = list(pieces)
    k = i + 1
    style: str | None = None
    quoted = False
    while k < len(item.paras):
        here = item.paras[k]
        if outcome_alone(here.rest) is not None or voting(here.text):
            break
        italic = here.lines[0].italic or (here.lines[-1].italic and not here.lines[0].bold)
        deeper = here.x0 > para.x0 + 10 and here.x0 < para.x0 + 160
        if style is None:
            quoted = here.text.startswith(("“", '"', "‘"))
            lists = para.text.rstrip().endswith(":") and here.mark is not None and here.mark.kind != "bullet" and starts(here.mark)
            style = "deeper" if deeper else "listed" if lists and (pieces or re.search(r"\b(?:to|that)\s*:\s*$", para.text, re.I)) else "italic" if italic and not para.lines[-1].italic else "quoted" if quoted else "plain" if _WORDS.match(here.text) and not para.text.rstrip().endswith(".") else None
            if style is None:
                break
        elif (style == "italic" and not italic) or (style == "deeper" and not deeper) or (style == "plain" and here.mark is None) or (
                style == "listed" and (here.mark is None or out[-1].para.mark is None or not continues(out[-1].para.mark, here.mark))):
            break
        out.append(Piece(here, 0, len(here.text)))
        k += 1
        if style == "quoted" and here.text.rstrip(" .").endswith(("”", '"', "’")):
            break
    return out, k


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
