"""A paragraph of prose, sentence by sentence."""

from __future__ import annotations

import itertools

from papermine import regex as re
from papermine.extract.decisions.asides import SINCE_DONE
from papermine.extract.decisions.deciding import PROMISES, adoptable, alike, decide
from papermine.extract.decisions.endings import WORDS, tail_start
from papermine.extract.decisions.item import APPLICATION, Item
from papermine.extract.decisions.leads import lead_in
from papermine.extract.decisions.moving import read_moved
from papermine.extract.decisions.narrative import decided_sentence, elected, of_another, soft_decision, stood, who_was_elected
from papermine.extract.decisions.opened import read_lead
from papermine.extract.decisions.operative import Operative, Piece, complete_list, gather
from papermine.extract.decisions.proposals import Decided, Proposal, candidate
from papermine.extract.decisions.told import read_told
from papermine.extract.decisions.unmoved import VOTED_ON, read_labelled, read_unmoved, read_voted_on
from papermine.extract.decisions.wording import TO_FOLLOW, words_below
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import LONE, Ballot
from papermine.extract.votes.calls import roll_call_in
from papermine.extract.votes.lists import LIST_PREFIX, read_lists
from papermine.extract.votes.options import option_label
from papermine.language.motions import Moved, find_moved, he_moved
from papermine.language.outcomes import Outcome, outcome_alone, outcome_in, reported
from papermine.language.screened import Screened
from papermine.language.sentences import sentences

_AFTER_DASH = re.compile(r"\s[–—-]\s+(?=(?:RESOLVED|AGREED|DECIDED|Resolved|Agreed)\b\s*(?:[:–—-]|to\b|that\b|TO\b|THAT\b))")
_APPROVED_ARE = re.compile(r"(?:The\s+)?(?:(?:consent|agenda|calendar|following)\s+)*items?\s+(?:that were\s+|were\s+)?approved\s+(?:on the consent (?:agenda|calendar)\s+)?(?:are|were|is)?\s*(?:as follows|the following)?\s*:$", re.I)
"""Over the items of a consent agenda: "The agenda items approved are as follows:"."""
_PUT_BELOW = Screened(r"\bput\s+the\s+following\s+(?:\w+\s+)?motion\b[^.;:]*:\s*-?$", "put", ":")
"""Over the words of a motion that was moved before: "The Mayor then put the following motion to the vote:"."""
_PROPOSED_SO = re.compile(r"(?:proposed|draft|recommended|suggested)\s+(?:resolution|motion|decision|wording)\s*:?", re.I)
_STAMP = re.compile(r"(?:[A-Z]{2,5}\s?\d{1,4}|\d{1,3}[a-z])/\d{2,4}\s+(?=[A-Z])")
_CAST = re.compile(r":\s*-?\s+(?=(?:ayes|yeas)\s*:|(?:for|in favou?r)\b(?: of)?(?: the (?:motion|amendment|proposal)\b[^:;.()]{0,40}?)?\s*(?::|\(\d))", re.I)
"""Lists of names at the end of a sentence: "carried by the following roll call vote: ayes: Jantzer, Olson; nays: none"."""
_OF_A_VOTE = re.compile(r"\b(?:vot(?:e|es|ed|ing)|division|poll|show of hands)\b", re.I)
_BEHIND_LABEL = Screened(r"^(?!(?:.*\.\s)?[^.:]*\b(?:vot(?:e[ds]?|ing)|roll[- ]call|division|ballot|poll|result)\b[^.:]*:\s+(?:Ayes?|Yeas?|Yes|For|In favou?r)\s*:[^.:]*\.?\s*$).*[a-z\d]\w*:\s+(?:Ayes?|Yeas?|Yes|For|In favou?r)\s*:\s[^.:]*\.?\s*$", ":", ("aye", "yea", "yes", "for", "favo"))
"""Lists under a label of their own that was not read as a vote."""
_SPOKEN = Screened(r"\b(?:spoke|speaking|speakers?|representations|letters|signatures|respondents|submissions)\b(?:(?!\bvot)[^.]){0,60}\b(?:for|in favou?r|in support|support(?:ing)?)\s*:", ":", ("spoke", "speak", "representations", "letters", "signatures", "respondents", "submissions"), flags=re.I)
"""Before a list of those against who spoke or wrote: "The following Members spoke for: Orde, Dace. Against: Hart."."""
_TALLY = re.compile(r"\s*[,(]?\s*(?:by |with )?\d+ votes? for\b.{0,120}$")
_TALLIED = re.compile(r"\d{1,3}\s+(?:[Mm]embers?|[Cc]ouncill?ors?|[Vv]otes?)\b")
_ON_A_VOTE = re.compile(r"\b(?:(?:RESOLVED|AGREED|DECIDED),? (?:on|by) a vote of \w+ (?:votes )?(?:to|for)\b|(?:agreed|resolved|decided) by (?:a )?majority (?:vote )?(?:of\s+\d|\())")
_CARRIED_AND = re.compile(r"\b(?:carried|CARRIED|AGREED)(?:\s+(?:without division|unanimously))?\s+and\s+(?:it was\s+)?(?=RESOLVED\b\s*(?:that\b|:|$))")
_THEN_RESOLVED = Screened(r",?\s+(?:and\s+)?(?=(?:the|this)\s+(?:[A-Z][\w-]*\s+){0,4}(?:RESOLVED|AGREED|DECIDED)\s+(?:that|to|THAT|TO)\b)", ("resolved", "agreed", "decided"))
_OF_PLANS = re.compile(r"\bapplications?\b[^.;]*\b(?:approved|granted|permitted)\b")
_VIEW = re.compile(r"(?:[.:)–—-]|\s{2})\s*(?:(?:It was )?[Aa]greed:?\s+|RESOLVED:?\s+)?(?:[Nn]o (?:objections?|comments?)(?: (?:raised|to make))?|NO (?:OBJECTIONS?|COMMENTS?)|Object(?:ion)?|OBJECT(?:ION)?|Support(?:ed)?|SUPPORT(?:ED)?|Neutral|NEUTRAL)\.?$")
"""A parish's view on an application; the planning authority's own decisions ("Approved", "Refused") are not its."""


def read_prose(item: Item, i: int) -> int:
    """Read paragraph ``i`` sentence by sentence; the index of the next that is not read yet."""
    floor = item.floor
    para = item.paras[i]
    read = 0  # so far the paragraph has been read beyond the sentence at hand
    if item.plans and _VIEW.search(para.text) and APPLICATION.match(para.rest) and find_moved(para.text) is None and lead_in(para.text, para.start) is None:
        cuts = [para.start, *(at for at in para.offsets if at > para.start and APPLICATION.match(para.text[at:])), len(para.text)]
        for a, b in itertools.pairwise(cuts):  # an application a line: beside "APPROVED" stands what the planning authority did
            if _VIEW.search(para.text[a:b].rstrip()):
                decide(item, [Operative([Piece(para, a, b)])], "proceedings.planning_view", Proposal(implied=True, adopted=True, order=floor.order))
        return i + 1
    if (labelled := read_labelled(item, para)) is not None:
        read = labelled
    elif (whole := VOTED_ON.search(para.text)) is not None and whole["what"] and find_moved(para.text) is None:
        read_voted_on(item, para, 0, len(para.text), whole)
        return i + 1
    label = _run_in(para)
    away = False
    for start, end in sentences(para.text):
        if start < label < end:
            start = label
        start = max(start, para.start if LONE.match(para.text) is None and _TALLIED.match(para.text) is None else 0)  # "5 Ayes. 0 Nays." has no list's number
        if start >= end:
            continue
        if start == para.start and (stamp := _STAMP.match(para.text, start, end)) is not None:
            start = stamp.end()
        if away and _THEN.match(para.text, start) is not None:
            continue
        away = away or ((met := _MET.match(para.text, start, end)) is not None and of_another(f"{met['who']} agreed it.", item.head))
        after = _opening(item, i, start, end)
        if after is None and start >= read:
            after, read = _sentence(item, i, start, end)
        if after is not None:
            return after
    target = floor.target
    if _PUT_BELOW.search(para.text) is not None and (put := next((p for p in reversed(floor.proposals) if p.kind == "motion" and not p.implied and p.outcome is None), None)) is not None and not put.pieces:
        put.pieces, below = words_below(item, i, [])
        return below
    if para.text.rstrip().endswith(":") and target is not None and target.order == floor.order and not ((target.pieces and TO_FOLLOW.fullmatch(target.text) is None) or target.implied or target.adopted) and target.base is None:
        words, below = words_below(item, i, [])
        target.pieces = words or target.pieces
        return below
    return i + 1


_LABEL = re.compile(r"(?:[A-Z][A-Z\d &/’',-]{3,70}|(?:(?:Approval|Confirmation|Adoption) of (?:the )?[Mm]inutes|Minutes) of [^.:;]{3,80}):\s+(?=[“\"]?(?!That\b|THAT\b)[A-Z])")
_NO_LABEL = re.compile(r"\b(?:motions?|resolved|resolutions?|agreed|decisions?|decided|moved|mover|proposed|proposer|seconded|seconder|votes?|voting|ayes?|noes|nays|amendments?|recommend\w*|actions?|penderfyn\w*|cytun\w*|cynig\w*)\b", re.I)


def _run_in(para: Paragraph) -> int:
    """Where the words begin behind a heading that the paragraph starts with: "**Minutes of the AGM:** The minutes were adopted"; else 0."""
    bold = para.lines[0].bold_prefix
    if bold.rstrip().endswith(":") and para.text.startswith(bold) and len(bold) < len(para.text) and not para.lines[0].bold:
        end = len(bold) + 1
    elif (m := _LABEL.match(para.text, stamp.end() if (stamp := _STAMP.match(para.text, para.start)) is not None else para.start)) is not None:
        end = m.end()
    else:
        return 0
    return 0 if _NO_LABEL.search(para.text[:end]) is not None or not re.match(r"[“\"]?[A-Z]", para.text[end:]) else end


def _opening(item: Item, i: int, start: int, end: int) -> int | None:
    """A sentence that opens a decision, or a list of what was decided; the index after all of it."""
    floor = item.floor
    para = item.paras[i]
    sentence = para.text[start:end]
    lead = lead_in(para.text, start) if start > para.start else None
    if lead is not None and not lead[2].islower() and not (outcome_alone(sentence) is not None and (floor.waiting() is not None or _on_what_stands_before(item, i, lead))):
        return read_lead(item, i, lead)
    if end == len(para.text.rstrip()) and _APPROVED_ARE.match(sentence) and (carried := floor.target) is not None and carried.outcome == "carried" and carried.mover is not None:
        return _items_of(item, i, carried)
    if (dash := _AFTER_DASH.search(sentence)) is not None and (lead := lead_in(para.text, start + dash.end())) is not None and find_moved(sentence[:dash.start()]) is None:
        return read_lead(item, i, lead)  # "Extension at 3 Maes Hyfryd – RESOLVED: No objection."
    return None


def _on_what_stands_before(item: Item, i: int, lead: tuple[int, int, str, bool]) -> bool:
    """Is the verb alone, at the end of a paragraph, a verdict on its words, and not on what happens to be printed below: "24/0012 Mill Lane, extension. APPROVED"?"""
    para = item.paras[i]
    below = item.paras[i + 1] if i + 1 < len(item.paras) else None
    return lead[1] >= len(para.text.rstrip()) and not para.text.rstrip().endswith((":", "–", "-")) and (below is None or (below.mark is None and below.x0 < para.x0 + 6 and WORDS.match(below.text) is None))


_ANSWERS = re.compile(r"(?:Answer|Reply|Response|A|Q|Question)(?:\s+\d+)?\s*[:.]\s")
"""What somebody asked or answered: "Answer: No. Council resolved that it be kept."."""
_BODY_DID = re.compile(r"(?:The\s+)?(?:Council|Cabinet|Committee|Members|Executive)\b")
"""Whose doings a county councillor reports to a parish: "The Council resolved to raise the tax"."""
_FORMAL = re.compile(r"\bmoved\b|\bmotion\b", re.I)
"""What only members do, as the public does not: "Mrs. Pell moved to close the hearing"."""


_MEETS = re.compile(r"\b(?:met|held\s+(?:its|their|an?|the)\b[^.;]{0,30}\b(?:AGM|meeting|assembly)|(?:at|of|on|from|attended)\s+(?:the|its|their|an?)\b[^.;]{0,60}\b(?:meeting|AGM|assembly))\b", re.I)
"""That others met, told before what they did: "The Trust held its AGM on 4 May"."""
_MET = re.compile(r"(?P<who>(?:The\s+)?(?:[A-Z][\w’'-]*\s+(?:of\s+|and\s+|for\s+)?)+)(?:had\s+|has\s+|also\s+)*(?:met|held\s+(?:its|their|an?))\b")
_THEN = re.compile(r"(?:It|They)\s|The\s(?:[a-z]+\s){1,4}(?:was|were)\s")
"""How the sentences go on that tell what they did."""


def _of_strangers(item: Item, para: Paragraph, start: int, moved: Moved) -> bool:
    """Did two move and second of whom the roll has neither, while the public spoke or where another meeting is told of: "The Trust held its AGM. … Proposed by Ann Roe, seconded by Bob Poe"?"""
    if moved.mover is None or moved.seconder is None or not (item.public or _MEETS.search(para.text, 0, start) is not None):
        return False
    return item.strangers(*(para.text[start + a:start + b] for a, b in (moved.mover, moved.seconder)))


def _told_below(para: Paragraph, end: int) -> bool:
    """Does the rest of the paragraph say what became of a motion?"""
    rest = para.text[end:]
    return any(outcome_alone(rest[a:b]) is not None for a, b in sentences(rest))


def _sentence(item: Item, i: int, start: int, end: int) -> tuple[int | None, int]:
    """What one sentence moves, tells or decides: the index of the paragraph to go on with, if it is not this one; and how far this one is read."""
    floor = item.floor
    para = item.paras[i]
    sentence = para.text[start:end]
    if (listed := _listed_votes(item, para, start)) is not None:
        return None, listed
    if (roll := roll_call_in(para, start, end)) is not None:
        _called(item, i, start, end, *roll)
    elif (mover := he_moved(para.text, para.start, start, end)) is not None:
        floor.put(Proposal(order=floor.order, mover=(para, *mover), sentence=Piece(para, start, end)))
    elif (cast := _CAST.search(sentence)) is not None and (alone := outcome_alone(sentence[:cast.start()])) is not None and floor.waiting() is not None:
        if (votes := _listed_votes(item, para, start + cast.end(), alone)) is not None:
            return None, votes  # "Approved by the following roll call vote: Ayes: Hale, Orde. Noes: None."
    elif cast is not None and floor.proposals and _OF_A_VOTE.search(sentence, 0, cast.start()) is not None and find_moved(sentence) is None and (votes := _listed_votes(item, para, start + cast.end())) is not None:
        return None, votes  # "A vote was taken, which resulted as follows: For: Cllrs Hale and Orde (2). Against: none."
    elif (voted_on := VOTED_ON.search(sentence)) is not None:
        read_voted_on(item, para, start, end, voted_on)
    elif (hard := _THEN_RESOLVED.search(sentence)) is not None and (half := find_moved(sentence[:hard.start()])) is not None and (lead := lead_in(para.text, start + hard.end())) is not None:
        return _then_resolved(item, i, (start, start + hard.start()), half, lead), end
    elif (hard := _CARRIED_AND.search(sentence)) is not None and (lead := lead_in(para.text, start + hard.end())) is not None:
        read_told(floor, para, start, start + hard.end(), sentence[:hard.end()])
        return read_lead(item, i, lead), end
    elif (moved := find_moved(sentence)) is not None:
        if _of_strangers(item, para, start, moved):
            item.decided = [d for d in item.decided if d.operative.pieces[0].para is not para]
            return None, end
        if moved.mover is not None and item.public and _FORMAL.search(sentence) is None and not _told_below(para, end) and re.match(r"(?:Mr|Mrs|Ms|Miss)\b", para.text[start + moved.mover[0]:]):
            return None, end  # "Mrs Roe proposed that the hedge be cut": the public moves nothing
        if moved.mover is not None and _in_quotes(para, start + moved.mover[0]):
            return None, end  # read out: "The Clerk read the minute: “Proposed by A, seconded by B, …”"
        cast = _CAST.search(sentence, moved.end)
        after = read_moved(item, i, start, start + cast.start() if cast is not None else end, moved)
        votes = _listed_votes(item, para, start + cast.end()) if cast is not None else None
        return after if after > i + 1 else None, votes or end
    elif stood(sentence):
        _narrated(item, i, para, start, end, "elected")
    elif (all(p.implied or p.outcome is not None for p in floor.proposals) and decided_sentence(sentence) == "minutes" and not _in_quotes(para, start) and not of_another(sentence, item.head)):
        _narrated(item, i, para, start, end, "minutes")  # told of no motion
    elif _IN_FULL.match(sentence) is not None and not _in_quotes(para, start) and _ANSWERS.match(para.text) is None and (soft := soft_decision(sentence, _after(item, i, end))) is not None and adoptable(item, para, sentence[soft:]) is not None:
        return _agreed_so(item, i, start, end, start + soft), end  # its numbers in brackets are the vote on these words
    elif read_told(floor, para, start, end, sentence) or read_unmoved(item, i, start, end):
        pass
    elif (found := decided_sentence(sentence) or ("elected" if item.elects and elected(sentence) else None)) is not None and not _in_quotes(para, start) \
            and not of_another(sentence, item.head) and not (item.reported and _BODY_DID.match(sentence) is not None) and _ANSWERS.match(para.text) is None and not (found == "following" and item.asked and _OF_PLANS.search(sentence)) and not (found == "that" and i and _PROPOSED_SO.fullmatch(item.paras[i - 1].text)):
        return _narrated(item, i, para, start, end, found), end
    elif item.old and SINCE_DONE.match(para.text[end:].lstrip()) is not None:
        return None, end  # "It was agreed to paint the bench. This has been done.": of old
    elif not _in_quotes(para, start) and _ANSWERS.match(para.text) is None and (soft := soft_decision(sentence, _after(item, i, end))) is not None:
        return _agreed_so(item, i, start, end, start + soft), end
    return None, end


_IN_FULL = re.compile(r"It was (?:then |therefore |duly |unanimously )*resolved (?:unanimously )?(?:that|to)\b")
"""How a sentence begins that says the words of what was resolved."""


def _after(item: Item, i: int, end: int) -> str:
    return " ".join([item.paras[i].text[end:], *(para.text for para in item.paras[i + 1:i + 2])])


def _agreed_so(item: Item, i: int, start: int, end: int, words: int) -> int | None:
    """What a sentence says was agreed, from ``words`` on, its vote before or behind them; the index after the list that it opens."""
    para = item.paras[i]
    stop = tail_start(para, words)
    if stop is not None and not start < stop < end:
        stop = None
    last = stop or (end if end < len(para.text) else None)
    ops, after = gather(item.paras, i, words, lead=[Piece(para, start, words)], end=last)
    decide(item, ops, "narrative.soft_decision")
    if ops and item.decided and item.decided[-1].operative is ops[-1]:
        item.decided[-1].proposal.vote_in(para, start, words)
        if stop is not None:
            item.decided[-1].proposal.vote_in(para, stop, end)
    return after if after > i + 1 else None


def _called(item: Item, i: int, start: int, end: int, votes: Ballot, cut: int) -> None:
    """A roll call that a sentence tells, from ``cut`` on, and what stands before it."""
    floor = item.floor
    para = item.paras[i]
    sentence = para.text[start:end]
    votes.places += para.places(start, end)
    if (half := find_moved(sentence)) is not None and start + half.end <= cut:
        read_moved(item, i, start, cut, half)  # "Mr. Orde seconded the motion and on roll call, Mr. Orde, aye; Ms. Pell, nay."
    if (ended := outcome_in(sentence)) is not None:
        floor.ends(ended[0], ended[1], para, start)
    elif (told := decided_sentence(sentence)) is not None and not _in_quotes(para, start):
        _narrated(item, i, para, start, end, told)
    floor.vote(votes)


def _then_resolved(item: Item, i: int, said: tuple[int, int], half: Moved, lead: tuple[int, int, str, bool]) -> int:
    """ "It was proposed by A, seconded by B and the Council RESOLVED to …"."""
    read_moved(item, i, *said, half)
    after = read_lead(item, i, (*lead[:3], False))
    if item.decided and item.decided[-1].proposal.mover is not None:
        item.decided[-1].proposal.outcome = "carried"
    return after


def _items_of(item: Item, i: int, motion: Proposal) -> int:
    """The items that a consent motion approved, in a list below "The items approved are as follows:"; the index after them."""
    floor = item.floor
    k = i + 1
    while k < len(item.paras) and (mark := item.paras[k].mark) is not None and mark.kind != "bullet" and find_moved(item.paras[k].text) is None:
        item.decided.append(Decided(Operative([Piece(item.paras[k], item.paras[k].start, len(item.paras[k].text))], mark.number), motion, "consent.listed", floor.order + 1))
        k += 1
    return k


def _listed_votes(item: Item, para: Paragraph, start: int, told: tuple[Outcome, str] | None = None) -> int | None:
    """ "Ayes: Amato, Ellis. Nays: Brock, Chen." within a paragraph, and what is ``told`` before it of what was voted on (`outcome_alone`): where the lists end."""
    floor = item.floor
    end = start
    if _BEHIND_LABEL.search(para.text[:start]) is not None or _SPOKEN.search(para.text, 0, start) is not None:
        return None  # "Completed training: Yes: Vane. No: Orde."
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
    if told is not None:
        floor.ends(*told, para, start)
    if not found[0].on and (on := _VOTE_ON.search(para.text, 0, start)) is not None:
        found[0].on = on["what"]
    floor.vote(found[0])
    return end


_VOTE_ON = re.compile(r"\b(?:vote|voting|division|poll)\b[^.;]*\bon the (?:[a-z]+ )?(?P<what>amendment|motion)\b[^.;]*$")


_QUOTED = re.compile(r"“[^“”]*”|(?:(?<=^)|(?<=[\s(:]))\"(?=\S)[^\"]*\"")


def _in_quotes(para: Paragraph, start: int) -> bool:
    return para.text[:start].count("“") > para.text[:start].count("”") or any(m.start() < start < m.end() for m in _QUOTED.finditer(para.text))


_TO_APPROVE = re.compile(r"(?:to\s+)?(?:approv|accept|adopt|confirm)\w*\s[^.;]*\bminutes\b|[^.;]*\bminutes\b[^.;]*\bbe\s+(?:approved|accepted|adopted|confirmed|taken)\b", re.I)
_SIGNED = re.compile(r"The minutes were (?:then |duly |also )*signed(?: by the (?:Chair\w*|Mayor))?\.?", re.I)


def _narrated(item: Item, i: int, para: Paragraph, start: int, end: int, rule: str) -> int | None:
    """A decision told in a sentence (``rule``: in which way, as `narrative.decided_sentence` says), with the motion that it carries; the index after the list that it opens."""
    floor = item.floor
    if rule == "minutes" and _SIGNED.fullmatch(para.text, start, end) and any("minutes" in d.operative.text.lower() for d in item.decided):
        return None  # "All agreed that the minutes were a true record. The minutes were duly signed."
    waiting = adoptable(item, para) if rule in ("elected", "agreed", "approved", "minutes", "passive") else None
    if rule == "elected" and waiting is not None and (who := candidate(waiting)) is not None and who not in (chosen := who_was_elected(para.text[start:end])):  # another man's nomination
        waiting = next((p for p in floor.proposals if p.kind == "motion" and not p.implied and not p.adopted and (candidate(p) or "\0") in chosen), None)
    elif rule == "elected" and waiting is not None and candidate(waiting) is None and sum(not p.implied for p in floor.proposals) > 1:
        waiting = None  # one of several nominations
    same = waiting is not None and alike(waiting.text, para.text[start:end])
    if waiting is not None and rule in ("approved", "minutes", "passive") and para.text[start:end].startswith("The minutes were") and waiting.outcome is None and waiting.seconder is not None and _TO_APPROVE.match(waiting.text) is not None and not reported(para.text[start:end]):
        waiting.outcome = "carried"  # "Mr Pell moved to approve the minutes; second by Mr Orde. The minutes were approved as printed."
        waiting.vote_in(para, start, end)
        return None
    if waiting is not None and rule != "elected" and not (waiting.pieces and (waiting.outcome == "carried" or rule != "agreed") and same):
        waiting = None
    if waiting is not None and rule in ("approved", "minutes", "passive"):
        waiting.outcome = "carried"
    proposal = waiting or Proposal(implied=True, adopted=True, order=floor.order)
    tally = _TALLY.search(para.text, start, end) if rule in ("minutes", "passive", "agreed", "approved") else None
    told = [Operative([Piece(para, start, tally.start() if tally else end)])]
    after: int | None = None
    if end >= len(para.text.rstrip()) and PROMISES.fullmatch(para.text[start:end]) is not None:
        told, after = gather(item.paras, i, end, lead=[Piece(para, start, end)])  # "The Council approved the following: ⏎ 1. To sell the hall."
    elif end >= len(para.text.rstrip()) and complete_list(para.text[start:end]):  # "The minutes were approved, subject to:- ⏎ (a) the removal of …"
        told = gather(item.paras, i, start)[0]
    decide(item, told, f"narrative.{rule}", proposal)
    if rule == "voted" or tally is not None or _ON_A_VOTE.search(para.text, start, end) is not None:
        proposal.vote_in(para, start, end)
    return after
