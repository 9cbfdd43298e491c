"""One item of minutes, paragraph by paragraph: what was moved, how it was voted, what was decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from papermine import regex as re
from papermine.extract.decisions.asides import STATUS_LAST, read_advice, read_copied, read_reasons, read_summary
from papermine.extract.decisions.blocks import read_block
from papermine.extract.decisions.closing import close
from papermine.extract.decisions.deciding import decide
from papermine.extract.decisions.endings import in_turn, lettered, movers_alone, on_lines, tally
from papermine.extract.decisions.floor import Floor
from papermine.extract.decisions.item import UNKNOWN, House, Item
from papermine.extract.decisions.leads import body_alone, lead_in
from papermine.extract.decisions.narrative import of_another
from papermine.extract.decisions.opened import moved_before, read_column, read_lead
from papermine.extract.decisions.operative import Operative, Piece, gather
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.decisions.prose import read_prose
from papermine.extract.decisions.resultblocks import read_result
from papermine.extract.decisions.slips import DEBATE, SLIP, opens_words, own_number, read_slip
from papermine.extract.decisions.told import BECAME
from papermine.extract.decisions.unmoved import read_for_one
from papermine.extract.decisions.wording import words_above
from papermine.extract.minutes.table import DecisionLine
from papermine.extract.paragraphs import DECISION, Paragraph
from papermine.extract.votes.ballots import Ballot, counts
from papermine.extract.votes.calls import read_roll_call, roll_call_in
from papermine.extract.votes.columns import read_voting
from papermine.extract.votes.lists import ENDED_FIRST, SPOKE, read_lists, voters_in, voting
from papermine.language.datewords import MONTH
from papermine.language.motions import find_moved
from papermine.language.movers import paired
from papermine.language.outcomes import NOT_DONE, outcome_alone
from papermine.language.screened import Screened

_ELSEWHEN = re.compile(rf"\b(?:[Aa]t|[Oo]f|[Ff]rom|[Ii]n)\s+(?:the|its|an|their)\s+(?:(?:last|previous|earlier|former|next)\b|(?:\d{{1,2}}\w*\s+)?(?i:{MONTH})\b)|^(?!.*\b(?:motions?|moved|seconded|vot(?:e|ing) (?:was|is|were) taken)\b).*\bminutes\b.*\b(?:correct\w*|amend\w*|show\w*|read|record\w*)\b[^.]*:\s*$", re.S | re.I)
"""Above lists of another meeting: "At the April 6 meeting the vote was:", "The minutes were corrected to read:"."""
_YES_NO = re.compile(r"(?:YES|NO|Yes|No)\b|(?:[A-Z][a-z]+\s+)+(?:Yes\s+No|YES\s+NO)\b")
_VOTING = re.compile(r"\b(?:vot(?:e[ds]?|ing)|motion|amendment|resol\w+|division|roll[- ]call|moved|seconded|carried|lost|passed|defeated|approved|ayes?|nays?|ballot|poll)\b", re.I)
"""What is told beside a vote, and not beside "Who has sent the form in: Yes: Vane. No: Orde."."""
_VOTED_ON = re.compile(r"\b(?:vote|voting|division)\b[^.;:]{0,30}\bon the (?:[a-z]+ )?(?P<what>amendment|motion)\b[^.;:]{0,140}:?\s*$", re.I)
"""Above lists for and against: "Voting on the amendment"."""
_VERB_ALONE = re.compile(r"(?:Duly |All )?(?:Noted|NOTED|Agreed|AGREED|Approved|APPROVED|Received|RECEIVED|Accepted|ACCEPTED|Adopted|ADOPTED)(?: unanimously| and (?:noted|approved|agreed)| (?:with|subject to) (?:an? |one |the |two )?(?:small |minor |following |above )?(?:changes?|amendments?|corrections?|alterations?)\b[^.]{0,80})?\s*\.?")
_VERB_LAST = Screened(r"(?!.*\b(?:said|felt|thought|asked|agreed|disagreed|whether|if|had|not|too|nobody|no[- ]one|wanted|(?:was|were)\s+an?)\b)(?=.*\b(?!and\b)[a-z]{2,}\b)[A-Z“][^?]{12,300}\w[.”)]?\s[–—-]\s(?:All )?(?:Noted|NOTED|Agreed|AGREED)(?: unanimously)?\.?", ("noted", "agreed"), flags=re.S)
"""A matter told, and after a dash what was done with it; what was felt or asked may be agreed with and nothing decided."""
ACTED = re.compile(r"(?P<label>(?:(?:Recommended|Requested|Proposed|Staff|Council|Committee|Board) )?(?:Action|Recommendation|Motion)s?(?: Taken)?\s*:\s*|RECOMMENDED ACTION\s*:\s*|RECOMMENDATIONS?\s*:\s*|ACTION(?: TAKEN)?\s*:\s*|MOTION\s*:\s*|It is recommended that the (?:Council|Committee|Board(?: of (?:Education|Trustees|Directors))?)\s+(?!of\b)(?=[a-z]))?"
                   r"(?:(?<=:\s)|(?<=[a-z]\s)(?=[a-z])|(?=(?:That|THAT|Adopt|Approve|Authorize|Authorise|Accept|Direct|Receive|Introduce|Waive|Award|Appoint|Ratify|Confirm|Grant|Deny|Conduct|Hold|Adjourn|Table|Continue|Refer|Set|Declare|Enter|Motion to)(?:d|ed|s)?\b))", re.S)
"""Words that say what a motion does: "Recommended Action: Authorize …", "Adopt an urgency ordinance …"."""
_ACTED_ON = re.compile(r"(?:[Tt]o|[Tt]hat)\s+[a-z]|(?i:noted|agreed|approved|endorsed|instructed|authorised|delegated|remitted|continued|homologated|received|welcomed|appointed|granted|refused)\b(?!\s*(?:$|[:–—-])|\s+(?:powers?|persons?|members?|officers?|permissions?|matters?|authority)\b)")
"""How the list begins that stands under that label: "(i) noted the report; (ii) agreed …", "1. To note …"."""
_TOLD = re.compile(r"That\b(?!.*\b(?:be|is|are|shall|will|should|do|does|has|have)\b)(?!(?:(?!\bwas\b|\bwere\b).)*\b(?:was|were)\s+(?:\w+ly\s+)?(?:granted|refused|approved|agreed|noted|accepted|adopted|deferred)\b).*\b(?:was|were|had)\b", re.S)
"""Under that label, what is only told: "That evening the hall was full"."""
_ACTED_SO = re.compile(r"(?:NOTED|APPROVED|ENDORSED|REMITTED|CONTINUED|HOMOLOGATED|GRANTED|REFUSED|DEFERRED|RECEIVED|WELCOMED|Noted|Approved|Endorsed|Remitted|Continued|Granted|Refused|Deferred|Received|Welcomed)\b(?P<list>\s*[:–—-]+\s*$)?")
"""What was done, under the label "DECISION" on a line of its own."""
_DECISION_FIRST = re.compile(r"DECISIONS?\s+(?=(?:AGREED|DECIDED|RESOLVED)\b\s*$)")
_WORDS_LAST = re.compile(r"(?:to|that)\s+[a-z]")
"""A motion's words below its vote: "moved by A, seconded by B and carried with the following vote: ⏎ Ayes: … ⏎ to approve the agenda."."""
_MINUTE_NUMBER = re.compile(r"#?\s?\d{2,4}[/-]\d{1,4}\s+(?=(?:BE IT\s+)?RESOLVED\b)|[A-Z]{1,4}\d{1,4}\s+(?=RESOLVED\b)|(?:[A-Z]{1,5}\s?\d{1,4}/\d{2,4}|[A-Z]{0,3}\.?\d{1,4}(?:\.\d{1,2})+|\d{3})\s+(?=(?:RESOLVED|AGREED|NOTED|Resolved|It was|The )\b)")
_RECOUNTS = re.compile(r"(?:(?:The|A|An|Some|All|Several)\s+)?(?:[A-Z][\w.’'-]*\s+|resident\s+|member\s+|parishioner\s+){1,5}(?:then\s+|also\s+)?(?:advised|asked|commented|described|discussed|enquired|explained|felt|informed|noted\s+that|outlined|queried|read|reported|said|spoke|stated|suggested|thanked|wondered)\b")
"""In such a column, what is told of the debate, and read as all prose is."""
_ACCEPTED = re.compile(r"\b(?:accepted|approved|agreed|noted|granted|sanctioned)\b", re.I)
"""In a column "Decision" beside apologies and declarations, what is decided on them; who declared what is no decision."""


def read_item(paras: Sequence[Paragraph], number: str | None, order: int, title: str = "", heading: Paragraph | None = None, head: str = "", house: House = UNKNOWN, known: frozenset[str] = frozenset()) -> Item:
    """The proceedings under one heading, read to the end; ``order``: what its paragraphs are counted from, higher than in the items before; ``head``: the lines above the first item; ``known``: the words of the names on the roll."""
    lettered(paras)
    item = Item(list(on_lines(in_turn(paras))), number, Floor(order, head, f"item {number or ''} {title}"), title, heading, head=head, house=house, known=known)
    i = 0
    while i < len(item.paras):
        i = _step(item, i)
    close(item)
    return item


def _step(item: Item, i: int) -> int:
    """Read paragraph ``i`` and those that belong to it; the index of the next that is not read yet."""
    item.floor.order += 1
    for read in _FORMS:
        if (after := read(item, i)) is not None:
            return after
    return read_prose(item, i)


def _no_vote(item: Item, i: int, after: int) -> bool:
    """Do lists or a grid (paragraphs ``i`` to ``after``) tell of those who spoke, of a vote at another time, or who said Yes to something that is no motion?"""
    before = item.paras[i - 1].text if i else ""
    if SPOKE.search(before) or (before.endswith(":") and _ELSEWHEN.search(before)):
        return True
    beside = [item.title, *(para.text for para in item.paras[max(i - 2, 0):i]), *(para.text for para in item.paras[after:after + 2])]
    return not item.floor.proposals and _YES_NO.match(item.paras[i].text) is not None and not any(_VOTING.search(text) for text in beside)


def _columns(item: Item, i: int) -> int | None:
    if (table := read_voting(item.paras, i)) is not None:
        if not _no_vote(item, i, table[1]):
            if table[0].moved and (words := words_above(item, i)):
                item.floor.put(_ticked(item, i, table[0], words))
            item.floor.vote(table[0])
        return table[1]
    return None


def _ticked(item: Item, i: int, ballot: Ballot, words: list[Piece]) -> Proposal:
    """ "Motion to approve the minutes" above a grid with columns for who moved and who seconded it."""
    proposal = Proposal(order=item.floor.order, pieces=words)
    for para in item.paras[i:i + 40]:
        for role, name in ballot.moved.items():
            if (at := para.text.find(name)) >= 0 and getattr(proposal, role) is None:
                setattr(proposal, role, (para, at, at + len(name)))
    return proposal


def _lists(item: Item, i: int) -> int | None:
    """Lists of those who voted, with the outcome before or after them."""
    floor = item.floor
    para = item.paras[i]
    if (lists := read_lists(item.paras, i)) is None:
        return None
    if _no_vote(item, i, lists[1]):
        return lists[1]
    if i and not lists[0].on and (on := _VOTED_ON.search(item.paras[i - 1].text)) is not None:
        lists[0].on = on["what"].lower()
    floor.vote(lists[0])
    if (word := ENDED_FIRST.match(para.text)) is not None and (ended := outcome_alone(word.group())) is not None:
        floor.ends(ended[0], "", para, 0)
    if (after := lists[0].told) is not None and (ended := outcome_alone(after[0].text[after[1]:])) is not None:
        floor.ends(ended[0], ended[1], after[0], after[1])
        floor.vote(counts(after[0].text[after[1]:]), quiet=True)
    return lists[1]


def _roll_call(item: Item, i: int) -> int | None:
    if (called := read_roll_call(item.paras, i)) is not None:
        item.floor.vote(called[0])
        return called[1]
    return None


def _words_follow(below: Sequence[Paragraph]) -> bool:
    """Do other words stand between the movers and an outcome: what they moved?"""
    first = next((k for k, para in enumerate(below) if DEBATE.match(para.text) is None), len(below))
    return bool(below) and (opens_words(below[0]) or (first < len(below) and not _settles(below[first]) and any(_settles(para) for para in below[first + 1:])))


def _settles(para: Paragraph) -> bool:
    return outcome_alone(para.rest) is not None or voting(para.text) or tally(para.text) is not None


def _movers_below(item: Item, i: int) -> int | None:
    """ "Pell/Hargreaves  CARRIED", "Moved by A, seconded by B" below what was resolved."""
    floor = item.floor
    para = item.paras[i]
    if not item.decided or (last := item.decided[-1]).operative.pieces[-1].para is not item.paras[i - 1] or last.proposal.mover is not None:
        return None
    if "/" in para.text and (pair := paired(para.text)) is not None:
        mover, seconder, told = *pair[:2], pair[2]
    elif movers_alone(para.text) and (moved := find_moved(para.text)) is not None and moved.mover is not None and moved.seconder is not None and not _words_follow(item.paras[i + 1:i + 4]):
        mover, seconder, told = moved.mover, moved.seconder, moved.end
    else:
        return None
    last.proposal.mover, last.proposal.seconder, floor.target = (para, *mover), (para, *seconder), last.proposal
    if (ended := outcome_alone(para.text[told:].strip(" .,;:()"))) is None and not any(outcome_alone(below.rest) is not None for below in item.paras[i + 1:i + 4]) and not any(NOT_DONE.search(below.text) for below in item.paras[i + 1:i + 2]):
        last.proposal.outcome = last.proposal.outcome or "carried"
    if ended is not None:
        last.proposal.outcome = ended[0]
        floor.vote(voters_in(para, told), quiet=True)
        floor.vote(counts(para.text[told:]), quiet=True)
    return i + 1


def _outcome(item: Item, i: int) -> int | None:
    """ "CARRIED" on a line of its own, below the motion that waits for it."""
    floor = item.floor
    para = item.paras[i]
    alone = outcome_alone(para.rest)
    if alone is None or (floor.waiting() is None and not (floor.target is not None and floor.target.outcome == alone[0] and floor.target.ballot.empty)):
        return None
    floor.ends(alone[0], alone[1], para, para.start)
    if alone[0] == "carried" and (became := BECAME.search(para.rest)) is not None:
        floor.displace(para.rest[:became.start()])
    floor.vote(counts(para.text), quiet=True)
    floor.vote(voters_in(para), quiet=True)
    if (roll := roll_call_in(para, para.start, len(para.text))) is not None:
        floor.vote(roll[0], quiet=True)  # "Motion carried by Jo Pell yea, Gus Orde yea."
    return i + 1


def _under_decision(item: Item, i: int) -> int | None:
    """ "DECISION ⏎ (i) noted the report; ⏎ (ii) agreed …"."""
    para = item.paras[i]
    if not i or not (para.mark is not None or para.text.startswith(("To ", "That "))) or not DECISION.fullmatch(item.paras[i - 1].text) or not (_ACTED_ON.match(para.rest) or para.text.startswith("That ")) or _TOLD.match(para.text):
        return None
    found, below = gather(item.paras, i - 1, len(item.paras[i - 1].text))
    decide(item, found, "proceedings.under_decision", first=para)
    return max(below, i + 1)


def _of_old(item: Item, text: str) -> bool:
    """Is it a label of what was settled before: "AGREED ACTIONS:" below "Actions from the last meeting", "Resolved:" where "Unresolved:" stands too?"""
    if re.match(r"Resolved\s*:", text) is not None:
        return any(re.match(r"Unresolved\s*:", para.text) is not None for para in item.paras)
    return item.old and (re.match(r"(?i:agreed actions?)\b", text) is not None or STATUS_LAST.search(text) is not None)


def _opened(item: Item, i: int) -> int | None:
    """Words that open a decision: "RESOLVED that …", or the body's name alone above a list."""
    para = item.paras[i]
    lead = lead_in(para.text, para.start)
    if lead is None and (stamp := _MINUTE_NUMBER.match(para.text)) is not None:  # "PLA148/14 RESOLVED – That …"
        lead = lead_in(para.text, stamp.end())
    if lead is not None and _of_old(item, para.text[lead[0]:]):
        return i + 1
    below = item.paras[i + 1].text if i + 1 < len(item.paras) else ""
    if lead is None and (label := _DECISION_FIRST.match(para.text)) is not None:  # "DECISION ⏎ AGREED ⏎ (a) to appoint …"
        lead = lead_in(para.text, label.end())
    leads = lead is not None and not para.text[lead[1]:].strip() and re.match(r"(?:that|to)\s", below) is not None  # "…, it was agreed ⏎ that permission be granted"
    told = lead is not None and lead[2].islower() and not leads and not para.text.rstrip().endswith((":", "that", " to", "–", "-")) and re.match(r"\(?[ia1][.)]\s", para.text[lead[1]:]) is None
    if lead is not None and of_another(para.text[lead[0]:], item.head):
        return i + 1  # "The Youth Council RESOLVED that …"
    labelled = i > 0 and DECISION.fullmatch(item.paras[i - 1].text) is not None and i + 1 < len(item.paras) and item.paras[i + 1].mark is not None  # "DECISION ⏎ AGREED ⏎ (a) to appoint …"
    if lead is not None and not told and (labelled or not _only_outcome(para, lead[1])):
        if lead[1] >= len(para.text.rstrip()) and (moved := find_moved(below)) is not None and (SLIP.match(below) is not None or (moved.start == 0 and moved.seconder is not None and not leads)):
            return i + 1  # "Resolutions:" over slips that print their movers, "DECISION:" over "Cr Pell moved, Cr Orde seconded that …"
        return read_lead(item, i, lead)
    if body_alone(para, item.paras[i + 1] if i + 1 < len(item.paras) else None):
        return read_lead(item, i, (para.start, len(para.text), "", True))
    return None


def _column(item: Item, i: int) -> int | None:
    """A row's cell in a column of decisions."""
    para = item.paras[i]
    if isinstance(para.lines[0], DecisionLine) and _RECOUNTS.match(para.rest) is None and not (item.formal and not _ACCEPTED.search(para.rest)) and ((moved := find_moved(para.rest)) is None or moved.start > 0):
        return read_column(item, i)
    return None


def _done_so(item: Item, i: int) -> int | None:
    """ "DECISION ⏎ NOTED the replies."."""
    para = item.paras[i]
    if not i or not DECISION.fullmatch(item.paras[i - 1].text) or (acted := _ACTED_SO.match(para.rest)) is None:
        return None
    opens = acted["list"] is not None
    found, below = gather(item.paras, i, para.start + acted.end()) if opens else ([Operative([Piece(para, para.start, len(para.text))])], i + 1)
    decide(item, found, "proceedings.under_decision", first=para)
    return max(below, i + 1)


def _words_last(item: Item, i: int) -> int | None:
    """ "to approve the agenda.", below the lists of those who voted on it."""
    para = item.paras[i]
    live = item.floor.target
    if live is None or not live.ballot.lists or live.mover is None or live.pieces or live.implied or live.adopted or not _WORDS_LAST.match(para.text):
        return None
    live.pieces = [Piece(para, 0, len(para.text))]
    return i + 1


def _verb_alone(item: Item, i: int) -> int | None:
    """ "Noted.", all that is printed of a numbered item; "The bench is to be painted – Agreed.", a matter of one each time."""
    para = item.paras[i]
    alone = not item.decided and item.floor.target is None and _VERB_ALONE.fullmatch(para.rest.strip()) is not None
    after = ((live := item.floor.waiting()) is None or live.implied) and not item.plans and not item.public and _VERB_LAST.fullmatch(para.rest.strip()) is not None and find_moved(para.rest) is None
    if not item.number or not (alone or after):
        return None
    decide(item, [Operative([Piece(para, para.start, len(para.text))])], "proceedings.verb_alone", Proposal(implied=True, adopted=True, order=item.floor.order))
    return i + 1


def _result(item: Item, i: int) -> int | None:
    """ "RESULT: APPROVED ⏎ MOVER: … ⏎ AYES: …": the motion before the meeting, or the action printed above (or right below)."""
    if (box := read_result(item.paras, i)) is None:
        return None
    floor = item.floor
    waiting = floor.waiting()
    proposal = waiting or Proposal(order=floor.order)
    proposal.mover, proposal.seconder = proposal.mover or box.mover, proposal.seconder or box.seconder
    proposal.outcome = box.outcome or proposal.outcome
    proposal.ballot.join(box.ballot)
    if waiting is not None or (box.undone and box.outcome is None):
        return box.after
    floor.put(proposal)
    above = next((k for k in range(i - 1, max(i - 7, -1), -1) if ACTED.match(item.paras[k].rest)), None)
    at = above if above is not None else box.after if box.after < len(item.paras) and ACTED.match(item.paras[box.after].rest) else None
    if at is None or any(p.para is item.paras[at] for d in item.decided for p in d.operative.pieces):
        return box.after
    para = item.paras[at]
    m = ACTED.match(para.rest)
    start = para.start + (m.end("label") if m is not None and m["label"] else 0)
    found, after = gather(item.paras, at, start, lead=[Piece(para, para.start, start)] if start > para.start else [])
    if proposal.outcome in ("lost", "withdrawn", "deferred"):
        proposal.pieces = [p for op in found for p in op.pieces]
    else:
        decide(item, found, "resultblocks.read_result", proposal)
    return box.after if at < i else max(after, box.after)


def _only_outcome(para: Paragraph, end: int) -> bool:
    """ "AGREED." with nothing after it, and no list."""
    return not para.text[end:].strip(" .") and outcome_alone(para.rest) is not None and not para.text.rstrip().endswith((":", "–", "-"))


def _slip(item: Item, i: int) -> int | None:
    """ "Moved by A ⏎ Seconded by B ⏎ THAT … ⏎ Carried.", or "R2023-147 A, B: ⏎ That … Carried."."""
    floor = item.floor
    found = read_block(item.paras, i, item.house) or read_slip(item.paras, i)
    if found is None:
        return None
    found.proposal.order = floor.order
    if found.proposal.kind == "amendment":
        found.proposal.amends = next((p for p in reversed(floor.proposals) if p.kind == "motion" and not p.implied), None)
    if found.proposal.outcome == "carried" and not found.pending and found.operatives and (same := moved_before(item, found.proposal, found.proposal.text)) is not None:
        same.ballot.join(found.proposal.ballot)  # "The motion was put and carried, and it was ⏎ RESOLVED (Crs Vane/Tull) ⏎ That …": told once more
        decide(item, found.operatives, "slips.read_slip", same, number=own_number(found.number, item.number))
        return found.after
    floor.put(found.proposal)
    told = item.paras[found.after - 1].text
    if found.proposal.kind == "amendment" and found.proposal.outcome == "carried" and (became := BECAME.search(told)) is not None:
        floor.displace(told[:became.start()].rpartition(". ")[2])
    if found.pending:
        return found.after
    if found.proposal.outcome not in ("lost", "withdrawn", "deferred") and found.operatives:
        decide(item, found.operatives, "slips.read_slip", found.proposal, number=own_number(found.number, item.number))
    found.proposal.label = found.number
    return found.after


_FORMS: tuple[Callable[[Item, int], int | None], ...] = (
    read_summary, _result, _columns, read_for_one, _lists, read_copied, read_advice, read_reasons, _movers_below, _slip, _roll_call, _outcome, _under_decision, _opened, _column, _done_so, _words_last, _verb_alone)
"""What a paragraph may be, in the order in which it is asked; prose, if none of these."""
