"""When an item is read to its end: what its motions come to, and which of them are records."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.clauses import clauses, preamble
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.operative import Operative, Piece, listed
from papermine.extract.decisions.proposals import Decided, Proposal, candidate, rivals
from papermine.extract.decisions.slips import SLIP
from papermine.extract.decisions.wording import TO_FOLLOW
from papermine.extract.votes.ballots import Ballot
from papermine.extract.votes.options import option_label
from papermine.language.motions import only_names
from papermine.language.movers import NAME, person_at
from papermine.language.outcomes import NOT_DONE, VOTE_ONLY, outcome_alone
from papermine.language.person import is_word, title_at
from papermine.language.sentences import sentences

_TRUE_RECORD = re.compile(r"\bbe\b.{0,40}\b(?:accepted|approved|confirmed|adopted|agreed|signed|taken)\b.{0,60}\b(?:true|correct|accurate)\b.{0,20}\brecord\b", re.I)
_CONTESTED = re.compile(r"\b(?:lost|defeated|withdr\w+|fail(?:ed|s)?|fell|lapsed|rejected|deferred|tabled|ballot|votes?|voted|voting(?! members)|amendments?|put to|nominations? (?:were|was)|roll|declined|refused (?:to|the (?:nomination|post|office|role))|did not (?:wish|want)|unwilling|vacant|not (?:to be )?(?:qualified|eligible|elected|present|allow\w*|permitted|accepted?|agreed?|taken|take|in order)|stood down|no (?:decision|majority|agreement|conclusion|resolution)|nobody|no[- ]one|against|put off|(?:matter|it) was left|left (?:over|to the|until|for the)|(?:un|not )lawful|ultra vires|out of order|no power|t(?:aken|ook) back|gwrthod\w*|yn erbyn|gwelliant|g?ohiri\w*|pleidl\w*|inquorate|abandoned|disputed|carried (?:forward|over)|(?:will|to) be (?:decided|considered|discussed|revisited|carried forward)|think (?:about|over)|instead|(?:after|following)\s(?:[a-z]+\s){0,3}(?:debate|discussion)[^.;]{0,30}\bit was (?:resolved|agreed|decided) (?:that|to))\b", re.I)
"""Words that say that a motion was not simply agreed to, or that its vote was told in a form that is not read."""
_SETTLED = re.compile(r"\b(?:amend\w*|accept\w*|withdr\w+|incorporat\w+|includ\w+|substantive|addendum|press\w*|rule[ds]?|ruling|order|incompetent|consent|agreed|t[ao]ken?|took|lapsed|fell)\b", re.I)
"""Words that may tell what became of an amendment."""
_DIVIDED = re.compile(r"\b[Mm]otion was (?:then )?(?:carried|agreed|approved|adopted)\b", re.I)
_VOTE_TAKEN = re.compile(r"A vote was (?:then )?taken(?: by (?:a )?show of hands)?\.?")
_QUALIFIED = re.compile(r"\b(?:2/3|3/4|4/5|two[- ]thirds|three[- ](?:quarters|fourths)|four[- ]fifths|super[- ]?majority|override|veto|(?:needs?|needed|requires?|required) (?:\w+ )?(?:affirmative )?votes|votes (?:\w+ )?(?:needed|required))", re.I)
"""More than half of the votes may not have been enough."""
_HEADING_MOVES = re.compile(r"(?:\W*(?:\w*\d[\w./()-]*|[A-Za-z]{1,4}[.)])\s+)?(?:T[oO]\s+)?(?P<what>(?i:confirmation|approval|adoption|acceptance)\s+(?i:of)\s+(?!.*\b(?i:or)\b)(?=.*\b(?i:minutes|notes|accounts)\b)|(?<=\bT[oO]\s)(?i:approve|adopt|accept|agree|confirm|ratify|authori[sz]e|award|buy|purchase|pay|grant|sell|support|sign|renew|replace|install|repair|donate|close|adjourn)\s+(?!(?i:whether|if|how|on\b|or\b|any\b|what\b))(?!.*\b(?i:or\s+(?:otherwise|not|refuse|reject|amend))\b))")
"""A heading that says what is to be done, and leaves nothing open: "4. To purchase a bench for the green"."""
_MOVED_BY = re.compile(r"\s*[:.–—-]*\s*(?i:it was |on (?:a |the )?)?(?i:moved|proposed|motion) (?i:by|of)\b")
_ADJOURN = re.compile(r"(?:(?:that\s+)?the\s+meeting\s+be\s+adjourned|(?:to\s+)?adjourn)\b(?!\s+(?:to|into|the\s+(?!meeting|session|regular|special))\b)", re.I)
_ADJOURNED = re.compile(r"(?:Time\b[^.]{0,12}\.\s+|At\s[\d:. ]{1,6}(?:\s?[ap]\.?m\.?)?,?\s+|There being\b(?![^,]*\b(?:second|quorum))[^.;,]{3,60},\s+|(?:With(?:out| no)|Hearing no) objections?,\s+)?(?:the\s+)?(?:\w+\s+)?(?:meeting|session|council|board|commission|committee)\b"
                        r"(?![^.;]*\b(?:not|never|no|refused?|declined|against|would|will|should|may|might|could|can(?:not)?|being|had|asked|noted|when|whether|if|until|last|how|why)\b[^.;]*\badjourned\b)[^.;]{0,60}?\badjourned\b(?!\s+(?:for\s+(?:lack|want|a|fifteen|ten|five)\b|the\s))", re.I)
"""That the meeting ended, told right behind a motion to adjourn; not that it "was not adjourned", or "for lack of a quorum"."""
_ALTERED = re.compile(r"\b(?:amend\w*|withdr\w+|incorporat\w+|includ\w+|substantive|addendum)\b", re.I)
"""Words that may tell that what was moved was altered."""


def close(item: Item) -> None:
    """Motions that were carried, lost, withdrawn or deferred and that no RESOLVED repeats are records of their own."""
    floor = item.floor
    item.decided = [d for d in item.decided if not (d.proposal.undone and d.proposal.outcome is None)]
    _told_before(item)
    _displace(item)
    _outvoted(item)
    _elected(item)
    for d in item.decided:
        if not d.proposal.stated and (sides := d.proposal.ballot.sides) is not None and sides[0] < sides[1]:
            d.proposal.outcome, d.proposal.counted_out = "lost", True  # "BE IT RESOLVED … ⏎ Ayes: 1 Nays: 3", and nobody says that it was carried
    _accepted(item)
    _headed(item)
    for p in floor.proposals:
        _without_vote(p)
        if p.outcome is None and p.mover is not None and p.ballot.empty and _ADJOURN.match(p.text) and _ADJOURNED.match(_next(item, p)):
            p.outcome, p.counted_out = "carried", True  # "Motion by A, seconded by B, to adjourn. The meeting adjourned at 7:32 p.m."
        if p.outcome is None and p.pieces and not p.implied and (sides := p.ballot.sides) is not None:
            ayes, noes = sides
            if ayes != noes and not any(_QUALIFIED.search(para.text) for para in item.paras):  # a tie may have been broken by a vote that is not printed
                p.outcome, p.counted_out = "carried" if ayes > noes else "lost", True
        if not p.pieces and p.sentence is not None and p.outcome is not None and not p.implied and not p.adopted and not item.decided and not only_names(p.sentence.text):
            p.pieces = [p.sentence]
        _without_movers(p)
        if p.implied or p.adopted or (p.outcome is None and (p.undone or not (_approves(item, p) or (p.terse and NOT_DONE.search(_next(item, p)) is None)))) or not re.search(r"\w{3}", p.text):
            continue
        for op in (clauses(p.pieces) if any(preamble(piece.text) for piece in p.pieces) else listed(p.pieces)) if p.kind == "motion" and p.outcome == "carried" else [Operative(list(p.pieces), p.number)]:
            op.number = op.number or p.number
            item.decided.append(Decided(op, p, "proceedings.motion", p.order, p.label if p.label and item.number is None and SLIP.match(p.label) else None))
    if item.number is None:
        _numbered(item)
    item.decided.sort(key=lambda d: (d.operative.pieces[0].para.lines[0].page, d.order))


def _without_movers(p: Proposal) -> None:
    """Cut off the movers with whom a motion's words begin: "Proposer: A; Seconder: B Motion: That the fee be set"."""
    first = p.pieces[0] if p.pieces else None
    if first is not None and p.mover is not None and p.seconder is not None and first.para is p.mover[0] is p.seconder[0] and first.start <= p.mover[1] < p.seconder[2] < first.end \
            and _MOVED_FIRST.fullmatch(first.para.text, first.start, p.mover[1]) is not None and (behind := _BEHIND.match(first.para.text, p.seconder[2])) is not None:
        first.start = behind.end()
        if (ended := outcome_alone(p.text)) is not None:
            p.outcome, p.pieces = ended[0], []  # "Moved by A, seconded by B Not carried."


def _without_vote(p: Proposal) -> None:
    """Cut off a motion's words what tells its vote: "A nominated B, seconded by C, unanimous decision.", "…, motion to amend" before "failed"."""
    if p.pieces and (_TALK.match(p.text) is not None or _NEXT.search(p.text) is not None or any(_CALLED.match(piece.text) for piece in p.pieces[1:])):
        p.pieces = []  # "Motion: A ⏎ Second: B ⏎ Discussion: Bell asked about the price.", "Moved by A ⏎ Second by B ⏎ It was late. ⏎ Motion to adjourn."
    if len(p.pieces) > 1 and TO_FOLLOW.fullmatch(p.pieces[0].text) is not None:
        del p.pieces[0]
    if p.pieces and (ended := outcome_alone(p.text)) is not None and ended[0] == "lost":
        p.outcome, p.pieces = "lost", []
    if p.pieces and VOTE_ONLY.fullmatch(p.text) is not None:
        p.outcome, p.pieces = p.outcome or ("carried" if re.search(r"\bunanimous", p.text, re.I) is not None else None), []
        if p.mover is not None and p.seconder is not None and p.mover[0] is p.seconder[0] and (who := _NOMINATED.match(p.mover[0].text, p.mover[2])) is not None and who.end() <= p.seconder[1]:
            p.pieces = [Piece(p.mover[0], *who.span("who"))]
    elif p.pieces and p.outcome is not None and (told := _SUBJECT_LAST.search(p.pieces[-1].para.text, p.pieces[-1].start, p.pieces[-1].end)) is not None and told.start() > p.pieces[-1].start:
        p.pieces[-1].end = told.start()


_CALLED = re.compile(r"(?:Motion|MOTION)\s+(?:to|that)\s+[a-z]")
_NEXT = re.compile(rf"[.!?]\s+{_CALLED.pattern}")
"""In what was taken for a motion's words, the next motion."""
_TALK = re.compile(r"(?:Discussion|Debate|Comments?|Questions?)\s*:")
_NOMINATED = re.compile(r"\s+(?:nominated|proposed)\s+(?P<who>[A-Z][^,;:.]*(?:\.\s[^,;:.]*)?),?\s+(?:and\s+)?seconded\b")
_MOVED_FIRST = re.compile(r"\W*(?i:moved|proposed|proposer|mover)(?:\s+(?i:by))?\s*:?\s*")
_BEHIND = re.compile(r"(?:\s*\([^()]*\))?[\s:;,.–—-]*(?:(?:Motion|MOTION)\s*:\s*|to\s+(?=[a-z]))?(?=[\w“\"(])")
"""Movers at the begin of a motion's words, and what parts them: "Proposer: A; Seconder: B Motion: That …"."""
_SUBJECT_LAST = re.compile(r"[,;]\s+(?:the\s+|this\s+)?(?:motion|amendment)(?:\s+to\s+\w+)?\s*$", re.I)


def _numbered(item: Item) -> None:
    """ "MOTION NO. 18-024   Moved by A, seconded by B, that …": the number before the movers is the decision's, where no item above has one."""
    for d in item.decided:
        if d.item is None and d.proposal.mover is not None and (number := SLIP.match((para := d.proposal.mover[0]).text)) is not None and number.start("number") \
                and para is d.operative.pieces[0].para and _MOVED_BY.match(para.text, number.end()) is not None:
            d.item = number["number"].strip()


def _headed(item: Item) -> None:
    """ "4. To buy a bench ⏎ Proposed: A ⏎ Seconded: B ⏎ Carried": the heading is what was moved, where an outcome stands right below nothing but the movers and the numbers of the vote."""
    held = [p for p in item.floor.proposals if not p.implied]
    words = _HEADING_MOVES.match(item.heading.text) if item.heading is not None else None
    if item.heading is None or words is None or item.decided or len(held) != 1 or held[0].pieces or held[0].outcome is None or held[0].mover is None or held[0].seconder is None \
            or any(_ALTERED.search(para.text) for para in item.paras):
        return
    (first, at, _), (last, _, end) = held[0].mover, held[0].seconder
    after = last.text[end:].strip(" .,;") or next((para.text for para in item.paras[item.paras.index(last) + 1:] if option_label(para.text) is None), "")
    told = [after[a:b] for a, b in sentences(after)][:1]
    if first is item.paras[0] and last in item.paras[:2] and re.fullmatch(r"(?:It was )?(?i:moved|proposed|motion)?\W*(?:by)?\W*", first.text[:at]) and told and outcome_alone(re.sub(r"^and (?:it was )?", "", told[0])) is not None:
        held[0].pieces = [Piece(item.heading, words.start("what"), len(item.heading.text))]


def _told_before(item: Item) -> None:
    """Where an item ends in RESOLVED, "it was agreed" in the discussion before it is what was said, not what was decided."""
    hard = [d.order for d in item.decided if d.rule == "operative.gather" and any(re.match(r"RESOLVED|Resolved|R E S", p.text) for p in d.operative.lead)]
    if hard:
        item.decided = [d for d in item.decided if not (d.rule.startswith("narrative.") and d.proposal.mover is None and d.order < hard[-1])]


def _displace(item: Item) -> None:
    """A motion whose place an amendment took, and that nothing resolved takes up, is lost (derived); the vote on the substantive motion is none on its words."""
    floor = item.floor
    for p in [p for p in floor.proposals if p.displaced and not p.adopted and p.outcome in (None, "carried")]:
        if p.outcome == "carried":
            floor.proposals.append(Proposal(base=p, adopted=True, order=p.order, ballot=p.ballot, outcome=p.outcome, stated=p.stated))
            p.ballot, p.stated = Ballot(), []
        p.outcome, p.counted_out = "lost", True


def _outvoted(item: Item) -> None:
    """An amendment put against the motion, which a division told right below it carried, is lost (derived): where nothing else that is printed tells of it."""
    for q in [q for q in item.floor.proposals if q.kind == "amendment" and q.mover is not None and q.seconder is not None and q.pieces and q.outcome is None and q.ballot.empty]:
        won = q.amends
        own = [q.mover[0], q.seconder[0], *(piece.para for piece in q.pieces)] if q.mover is not None and q.seconder is not None else []
        last = max((k for k, para in enumerate(item.paras) if any(para is one for one in own)), default=len(item.paras))
        while last + 1 < len(item.paras) and _VOTE_TAKEN.fullmatch(item.paras[last + 1].text):
            last += 1
        if won is None or won.outcome != "carried" or won.ballot.votes_for is None or won.ballot.votes_against is None or last + 1 >= len(item.paras) or _DIVIDED.search(item.paras[last + 1].text) is None:
            continue
        said = (q.pieces[-1].para.text[q.pieces[-1].end:], *(sentence for piece in q.pieces for sentence in piece.text.split(". ")[1:]), *(para.text for para in item.paras[last + 1:] if not any(para is piece.para for d in item.decided if d.proposal is won for piece in d.operative.pieces)))
        if not any(_SETTLED.search(text) for text in said):
            q.outcome, q.counted_out = "lost", True


def _elected(item: Item) -> None:
    """Of several who were put up and voted for, who had more than half of the votes is elected, and the others are not (derived).

    Nothing follows where nobody had (another round decides), or where another is told to be elected.
    """
    floor = item.floor
    held = [(p, p.ballot.votes_for) for p in floor.proposals if not p.implied and p.ballot.votes_for is not None and p.ballot.votes_against is None and candidate(p) is not None]
    if len(held) < 2 or len({candidate(p) for p, _ in held}) < len(held):
        return
    most = max(n for _, n in held)
    if 2 * most <= sum(n for _, n in held) or any(p.adopted and n < most for p, n in held):
        return
    for p, n in held:
        if p.outcome is None:
            p.outcome, p.counted_out = "carried" if n == most else "lost", True


def _accepted(item: Item) -> None:
    """ "LR proposed Cathie Wren and this was seconded by JH – Cathie accepted the nomination.": the nomination stands in its own words; no outcome is printed, nor is one stored."""
    for p in item.floor.proposals if item.elects else []:
        if p.pieces or p.implied or p.outcome is not None or p.sentence is None or p.mover is None or p.seconder is None or p.seconder[0] is not p.sentence.para or not p.ballot.empty:
            continue
        if re.match(r"\W+(?:[A-Z][\w.’'-]*\s){1,3}(?:was happy to |agreed to )?accept(?:ed)? the (?:nomination|position|post|role|office)\b", p.seconder[0].text[p.seconder[2]:]) and not _contested(item, p) \
                and not any(q is not p and not q.implied and q.mover is not None for q in item.floor.proposals) and not item.decided:
            p.pieces, p.terse = [Piece(p.sentence.para, p.sentence.start, p.seconder[2])], True


def _approves(item: Item, p: Proposal) -> bool:
    """ "It was proposed by A, seconded by B that the grant be paid.", and nothing under the heading that speaks against it: no outcome is printed, nor is one stored."""
    floor = item.floor
    if p.kind != "motion" or p.mover is None or p.seconder is None or item.public or p.base is not None or p.amends is not None or any(q.kind == "amendment" or q.base is p or (q is not p and rivals(p, q)) for q in floor.proposals):
        return False
    if _TRUE_RECORD.search(p.text) and len([q for q in floor.proposals if not q.implied]) == 1:
        return True
    para, start, end = p.mover
    if not p.ballot.empty or not re.search(r"propos|nominat|[cg]ynig", para.text[max(start - 25, 0):end + 40], re.I):
        return False  # where motions are "moved", what became of them is printed
    return not any(d.rule.startswith("operative") for d in item.decided) and not _contested(item, p)


_CHOSEN = re.compile(rf"(?P<who>{NAME})\s+(?:(?:was|were|is|had|been|also|then|duly|therefore|accordingly|unanimously|(?:signed|thanked|was)\s[^.;]{{3,60}}?\sand)\s+)*(?:(?:self-)?(?:proposed|nominated)|(?:re-?)?elected|appointed|chosen|stood|put (?:his|her|their) name|took (?:the [Cc]hair|office|over))\b(?P<seat>[^.;]*)")
"""Who else was put up for an office, or took it: "Tom Pell was then proposed by AB", "Cllr Lusk took the chair"."""
_TALLIES = re.compile(rf"{NAME}\s*[:–—-]?\s*\d{{1,3}}(?:\s+votes?)?\s*(?:[,;&]|and\b)\s*(?:and\s+)?{NAME}\s*[:–—-]?\s*\d{{1,3}}\b")
"""How many voted for each: "Cllr Bell 3, Cllr Lusk 5"."""
_OTHER_SEAT = re.compile(r"\b(?:vice|deputy|treasurer|secretary|clerk|representatives?|members?|committee|governor|trustees?|officer)\b", re.I)


def _contested(item: Item, p: Proposal) -> bool:
    """Do the words printed of a motion tell that it was not simply agreed to, or that another than whom it names was put up for the office, or took it?"""
    said = _after(item, p)
    return any(_CONTESTED.search(text) for text in said) or (item.elects and any(_TALLIES.search(text) or any(_another(p, text, m) for m in _CHOSEN.finditer(text)) for text in said))


def _another(p: Proposal, text: str, m: re.Match[str]) -> bool:
    words = f"{p.text} {p.sentence.text if p.sentence is not None else ''}"
    if m["who"].startswith(("The ", "the ", "THE ")) or (span := person_at(text, m.span("who"))) is None or (surname := text[slice(*span)].split()[-1]) in words or (is_word(surname) and title_at(m["who"]) is None):
        return False
    seat = _OTHER_SEAT.search(m["seat"])
    return seat is None or seat.group().lower() in words.lower()


def _next(item: Item, p: Proposal) -> str:
    """What is printed right behind a motion's words and movers: what goes on there, or the next paragraph."""
    at = {id(para): k for k, para in enumerate(item.paras)}
    ends = [(at.get(id(para), -1), end) for para, _, end in (*((piece.para, piece.start, piece.end) for piece in p.pieces), *(named for named in (p.mover, p.seconder) if named is not None))]
    k, end = max(ends)
    rest = item.paras[k].text[end:].strip(" .,;") if k >= 0 else ""
    return rest or (item.paras[k + 1].text if k + 1 < len(item.paras) else "")


def _after(item: Item, p: Proposal) -> list[str]:
    """What is printed of a motion: its paragraph and those below it, up to the next that is moved."""
    floor = item.floor
    at = next((k for k, para in enumerate(item.paras) if p.mover is not None and para is p.mover[0]), 0)
    movers = [q.mover[0] for q in floor.proposals if q.mover is not None and q is not p]
    end = next((k for k in range(at + 1, len(item.paras)) if any(para is item.paras[k] for para in movers)), at + 4)
    return [para.text for para in item.paras[at:min(end, at + 4)]]
