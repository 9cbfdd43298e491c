"""What a sentence tells of a vote: "The motion was put and carried by 12 votes to 5", "Mr Orr asked that his vote be recorded"."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.floor import Floor
from papermine.extract.decisions.narrative import of_another
from papermine.extract.decisions.operative import Piece, inline_split
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.decisions.spoken import of_another_item, spoken_of
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import LONE, RECOUNT, Ballot, counts, option_of, versus
from papermine.extract.votes.lists import ELSEWHERE, MATTER, only_voters, voters_in
from papermine.language.motions import procedural
from papermine.language.movers import NAME
from papermine.language.namelists import split_people
from papermine.language.outcomes import UNSECONDED, Outcome, outcome_alone, outcome_in
from papermine.language.screened import Screened
from papermine.language.titles import TITLE

_PUT = Screened(r"\bput\b[^.]{0,160}?\b(?:to the vote|to a vote|to the meeting)|\bvote (?:was|is) (?:then |also )?(?:held|taken|called)\b|\bon (?:the (?:\w+ )?(?:motion|amendment) )?being put\b|\bput (?:the|to) |\b[Ff]ollowing a vote\b|\bvoting (?:was|took place)|\bvoted? on\b", ("put", "vot"), flags=re.I)
_PARA = re.compile(r"\b(?:paragraph|para\.?)\s+(?P<n>\d{1,2}|[a-z])\b")
_PART = Screened(r"\bput\s+(?:part|section|paragraph|clause|recommendation)s?\s+[\w()]+\s+of\s+the\s+(?:substantive\s+|original\s+)?(?:motion|recommendations?)\b.*?[“\"](?P<text>[^”\"]+)[”\"]", "put", flags=re.I | re.S)
_PART_TOLD = re.compile(r"(?:(?:Part|Paragraph|Section|Clause|Limb)\s+(?P<n>\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\)?)|[Tt]he (?:first|second|third|fourth|last|other|remaining) (?:part|paragraph|section|clause|limb|half)\b)(?P<of>\s+of\s+the\s+(?:\w+\s+)?motion)?\s*(?:[-–—:,]|\b(?:was|were)\b)\s*(?P<rest>.*)$", re.S)
_WISH = Screened(rf"(?P<who>(?:{TITLE}\.?|[A-Z])[^.;]{{2,160}}?)\s+(?:wished|requested|asked|required|wanted|requests)\b[^.;]{{0,80}}\brecord[^.;]{{0,60}}?\b(?:vote[ds]?|voting|abst\w+)"
                   r"(?:\s+(?P<option>against|for|in favou?r))?", "record", ("vot", "abst"), ("wish", "request", "asked", "required", "wanted"), flags=re.I)
_ASKED = Screened(rf"(?P<who>(?:{TITLE}\.?|[A-Z])[^.;()]{{2,160}}?)\s+(?:wished|requested|asked)\s+(?:for|that)\s+(?:his|her|their)\s+(?:names?\s+be\s+recorded\s+as\s+(?:having\s+)?)?"
                    r"(?:vote[sd]?|voting|abstentions?|abstain\w*)\s*(?P<option>against|for|in favou?r)?\b[^.]{0,60}?(?:recorded|\.|$)", ("vot", "abst"), ("wished", "requested", "asked"), flags=re.I)
_VOTED = Screened(rf"^(?:\(?Note\s*:\s*)?(?P<who>{TITLE}\.?\s(?:[^.;]|(?<=\bSt)\.){{2,160}}?)\s+(?:(?:all\s+|both\s+)?(?:abstained(?: from (?:the vot\w+|voting)(?: on {MATTER})?)?(?:\s+(?:to\s+)?(?:due to|because|as|having)\b[^.;]{{3,100}})?|voted (?P<option>against|for|in favou?r)\b(?: of)?(?: {MATTER}(?: (?:to|that|for|as|on)\b[^.;]{{0,120}})?)?))\s*\.?\)?$", ("abstained", "voted "))
BECAME = Screened(r"\s*,?\s*(?:(?:and|which|it)\s+)?(?:(?:then|thereby|thus|accordingly|therefore|duly|now|so)\s+)*bec(?:a|o)m(?:e|es|ing)\s+the\s+(?:new\s+)?(?:substantive\s+(?:motion|proposal|recommendation|resolution)|(?:original\s+)?motion\b(?!\s+(?:of|for|that|to|in)\b)|(?:finding|decision|resolution) of the \w+)\b|"
                  r"\s+(?:was|is)\s+(?:(?:then|thereupon|thereafter|accordingly)\s+)?put\s+to\s+the\s+\w+\s+as\s+the\s+substantive\s+(?:motion|proposal)\b", ("bec", "as the substantive"), flags=re.I)
"""What an amendment that was carried became: "and became the substantive motion", "The AMENDMENT became the MOTION", "and became the finding of the Committee"."""
_SO_AGREED = re.compile(r"(?:This|It) was (?:then |duly |unanimously )*(?:agreed|AGREED|accepted|approved)(?: unanimously| by all(?: present)?)?\.?")
"""What became of the motion told right before it: "Councillor Bell then moved the motion. This was agreed unanimously."."""
_COUNTED = re.compile(r"\(?(?:The\s+|A\s+)?(?:vot|result|for\b|ayes|all in favour|carried)|(?:The |All )?(?:members|councillors|committee|council|panel|board)\s+(?:\w+\s+)?voted\b", re.I)
"""How a sentence begins that tells how many voted how."""
_OF_OTHERS = re.compile(r"\bwill be (?:taken|needed|required)\b|\b(?:members of the public|straw poll|(?:online|opinion|telephone|postal|public|parish) (?:poll|vote|ballot)|poll of|consultees|households|indicative|(?:hands|vote|votes|count|poll) (?:of|by|among|from) (?:the )?(?:public|audience|residents|visitors)|letters|responses|replies|representations|respondents|petition|survey|consultation|referendum|rescinded|(?:in|at|by) committee|had (?:\w+ )?(?:been )?(?:voted|carried|lost|defeated|passed))\b", re.I)
_POLL = re.compile(r"\b(?:straw|opinion|online|telephone) (?:poll|vote|ballot)\b", re.I)
"""What binds nobody, whatever it was about: "The online poll showed 40 for the motion and 20 against"."""
_OF_MOTION = re.compile(r"\b(?:motion|amendment|recommendations?|proposal|resolution|application)\b", re.I)
"""What tells of a vote of others, or at another time, where no motion is named."""
_VOID = Screened(r"^(?P<by>(?:The )?(?:Deputy |Vice[- ])?(?:Mayor|Chair\w*|Convener|Provost|President|Council|Committee|Board|Meeting)\s+(?:then\s+)?(?:declared|ruled|held|directed)\s+(?:that\s+)?)?(?:the|this|that)\s+(?:(?:first|recorded)\s+)?(?:vote|ballot|division|result)"
                   r"(?(by)(?:\s+(?:was|be|to be))?|\s+(?:(?:was|has been)(?:\s+(?:then|therefore|accordingly|thus))?))(?:\s+(?:declared|ruled|held|null and|to be))*\s+(?:void|null|invalid|annulled|set aside|re-?taken|re-?run|taken again)\b|^(?:.{3,120}\band\s+)?(?:the|this|that)\s+(?:above\s+)?(?:decision|resolution)\s+(?:is|was|has\s+been)(?:\s+(?:then|therefore|declared|ruled|held|null|and|recorded|made|to\s+be))*\s+(?:void|null|invalid|in\s+error)\b|^.{0,30}\bdeclared\s+(?:the|this)\s+(?:decision|resolution)\s+(?:null\s+and\s+)?void\b|^.{0,30}\bvoided\s+the\s+(?:vote|ballot|division|result)\b", ("void", "null", "invalid", "set aside", "taken", "re-run", "rerun", "error"), flags=re.I)
"""What was voted holds no more: "The Mayor declared the vote void", "The vote was retaken"."""
_PART_OF = re.compile(r"\s*(?:(?:the\s+)?(?:resolution|recommendation|part|point|clause)s?\s*)?(?:no\.?\s*)?\(?\d{1,2}\b", re.I)
"""Behind a vote, that it is on one of several: "asked that his vote against (2) be recorded"."""
_ITEM_OF = re.compile(r"\bitem\s+(?:no\.?\s*)?(?P<n>\d[\w/.]*)", re.I)
"""Of which item a note speaks: "In relation to item 3 above, Councillor Orde asked that his vote against be recorded"."""
_CHANGED = Screened(rf"(?P<who>{NAME})\s+(?:(?:then|later|subsequently)\s+)?changed\s+(?:his|her|their)\s+vote\b[^.;]*?\bto\s+\W?(?P<to>\w+)", "changed")
"""Who voted otherwise than was printed before: "Orde changed his vote to aye."."""
_IN_TURN = re.compile(r"(?:The\s+)?(?:first|former)(?:\s+(?:motion|proposal))?\s+(?P<one>[^.;]*?)[,;]?\s*(?:\b(?:and|but|while)\s+)?(?:the\s+)?\b(?:second|latter|other)(?:\s+(?:motion|proposal))?\s+(?P<other>[^;]*?)\.?", re.I)
_TOGETHER = re.compile(r"(?:(?P<both>Both(?: of the| the)?|The two)|All(?: of the| the)?(?: (?:above|three|four|five))?|Each of the(?: \w+)?) (?=motions?\b)(?P<told>.*)", re.I)
"""Of all that wait: "Both motions carried 5-0.", "All the above motions were carried unanimously"."""
_RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_CLAUSE = re.compile(r"\b(?:said|that|who|would|had|have|not|did|was|were|asked|felt|explained)\b")
_UNCAST = re.compile(rf"\b(?:would have|unable|not|why|how|whether|if)\b|\bthat {TITLE}\b|\bthat (?:(?!that\b|he\b|she\b|they\b)\w+ ){{1,4}}(?:voted|abstained)\b")
"""In what somebody wished to have recorded: no vote of his."""
_AMENDMENT_PUT = re.compile(r"^(?!.*\b(?:motion|recommendations?|proposals?|resolution|application|amended)\b).*\bamendments?\b", re.I | re.S)
"""A sentence about an amendment and nothing else."""
_TO_MOTION = re.compile(r"(?<=\bamendment)\s+to\s+the\s+(?:\w+\s+)?(?:motion|proposal|resolution|recommendations?)(?=\s+(?:was|were)\b)", re.I)
"""What was amended, between the amendment and what became of it."""
_REPORTS = re.compile(r"\b(?:recommendations?|report|application|proposals?|resolution|motion)\b", re.I)
_IN_DEBATE = re.compile(r"\bopposed\s+(?:the|this)\s+(?:motion|amendment|proposal)\W*$")
"""What was said, where the motion is not voted on yet: "Cllr Dace opposed the motion."."""
_SAID = re.compile(r"\b(?:said|stated|explained|recalled|commented|added|felt|argued|thought|told|mentioned|queried|questioned|remarked|responded|replied|pointed out|noted|referred)\b(?! (?:the )?(?:motion|amendment)\b)")


def read_told(floor: Floor, para: Paragraph, start: int, end: int, sentence: str) -> bool:
    """What a sentence tells of a vote. True where that is all it says."""
    if _VOID.match(sentence) is not None and (live := floor.target or floor.waiting(any_state=True)) is not None:
        live.undo()
    if _OF_OTHERS.search(sentence) is not None and (_OF_MOTION.search(sentence) is None or (_POLL.search(sentence) is not None and outcome_in(sentence) is None)):
        return False
    if of_another(sentence, floor.head) and not counts(sentence).empty:
        return False  # "The Planning Commission recommended approval by a vote of 5-2."
    if (changed := _CHANGED.search(sentence)) is not None and floor.target is not None and floor.target.ballot.recast(changed["who"], option_of(changed["to"])):
        return True
    if _in_turn(floor, para, start, sentence):
        return True
    if (m := _WISH.search(sentence) or _ASKED.search(sentence) or _VOTED.match(sentence)) is not None and not _CLAUSE.search(m["who"]) and not _UNCAST.search(m.group()[len(m["who"]):]) and ELSEWHERE.match(sentence, at := m.end("option") if m["option"] else m.end("who")) is None:
        if _PART_OF.match(sentence, at) is not None or ((other := _ITEM_OF.search(sentence, 0, m.end("who"))) is not None and f"item {other['n']} " not in floor.over):
            return True
        _wish(floor, para, start, m, sentence)
        return True
    if _in_parts(floor, para, start, sentence):
        return True
    if (said := _SAID.search(sentence)) is not None:  # "Mr Krantz said that he would move if the rezoning passed 3-2": no vote of this meeting
        sentence, end = sentence[:said.start()], start + said.start()
    became = BECAME.search(sentence)
    if became is not None and (won := floor.displace(sentence[:became.start()])) is not None:
        told = read_told(floor, para, start, start + became.start(), sentence[:became.start()])
        if won.outcome is None:
            won.outcome, won.counted_out = "carried", True
        return told or bool(won.outcome)
    if (divided := versus(sentence)) is not None:
        divided.places += para.places(start, end)
        floor.divide(divided)
    live = floor.waiting(any_state=True)
    return _early(floor, para, start, end, sentence) if live is None else _voted(floor, live, para, start, end, sentence)


def _early(floor: Floor, para: Paragraph, start: int, end: int, sentence: str) -> bool:
    """A vote on what is decided below: "The Mayor put the recommendations to the vote, which were agreed with 20 voting for and 5 against"."""
    ballot = counts(sentence)
    ended = outcome_in(sentence)
    if of_another_item(floor, sentence):
        return False
    if ballot.votes_for is None or ballot.votes_against is None or not (_PUT.search(sentence) or (ended is not None and ended[0] == "carried")):
        return False
    ballot.places += para.places(start, end)
    ballot.join(voters_in(para, start, end))
    floor.early = ballot
    return True


def _voted(floor: Floor, live: Proposal, para: Paragraph, start: int, end: int, sentence: str) -> bool:
    """The vote on the motion before the meeting: what became of it, how many voted how, and who."""
    sentence = _TO_MOTION.sub("", sentence)
    put = _PUT.search(sentence)
    if put is not None:
        _aim(floor, para, start, end, sentence)
    found = _became_of(floor, live, sentence)
    ballot = counts(sentence)
    of = spoken_of(floor, floor.target or live, sentence, ballot, ended=found is not None)
    if of == "aside":
        floor.aside(found[0] if found is not None else None, ballot, para, start, end)
    if of == "nothing" and ballot.votes_for is None and ballot.votes_against is None and live.outcome is not None:
        return False  # "It was unanimously agreed to allow a greenhouse": another matter
    if of != "motion":
        return of != "own"  # "A motion to take a break was lost" is one of its own
    if (again := RECOUNT.search(sentence)) is not None and ballot.votes_for is not None:
        (floor.target or live).ballot.forget()
        found = _became_of(floor, live, sentence[again.start():]) or found
    before = (floor.target or live)
    if found is not None and before.outcome is not None and _at_odds(before.ballot, ballot):
        rest = [p for p in floor.proposals if not p.implied and p.base is None and p.outcome is None and p.kind == "motion"]
        if rest:
            floor.target = rest[-1]  # "… that the public be excluded. Carried unanimously. … The motion was carried by 6 votes to 4."
        elif before.ballot.votes_for is None:
            return True  # those of a motion whose words are not read
    if found is not None and before.adopted and before.mover is None and UNSECONDED.search(sentence) is not None:
        floor.target = floor.imply()  # what nobody seconded was not what had been agreed
    if found is not None:
        floor.ends(found[0], found[1], para, start)
    on_vote = found is not None or put is not None
    dissent = voters_in(para, start, end)
    if dissent.names and (on_vote or not ballot.empty or re.match(r"\(?(?:Motion|The motion|Ayes|All)\b", sentence) or (re.match(r"\(?(?:Those|THOSE)\b", sentence) and (re.search(r"\bmotion\b|\bvot", sentence, re.I) or not re.search(r"\bhearing\b", f"{floor.over} {live.text}", re.I)))
                          or re.search(r"\bvot(?:ed|ing) (?:for|against|in favou?r)\b[^.]{0,60}\b(?:were|was)\b", sentence)):
        (floor.target or live).ballot.join(dissent)
    elif dissent.names and before.outcome is None and _IN_DEBATE.search(sentence) is not None:
        return False
    elif dissent.names and only_voters(sentence):  # "Reyes voted no.", "Commissioners Cole, Diaz and Hart voted aye."
        dissent.lists = sum(option == "for" for _, option, _ in dissent.names) > 1
        (floor.target or live).ballot.join(dissent)
        return True
    if not ballot.empty and (on_vote or LONE.fullmatch(sentence) is not None or _COUNTED.match(sentence) or (ballot.votes_for is not None and ballot.votes_against is not None)
                             or (re.match(r"There (?:was|were)\b", sentence) and ballot.votes_abstain is not None)):
        ballot.places += para.places(start, end)
        (floor.target or live).ballot.join(ballot)
        return True
    if re.match(r"There (?:was|were) (?P<n>\w+) abstention", sentence) and floor.target is not None:
        late = counts("1 for, 0 against, " + sentence)
        floor.target.ballot.votes_abstain = late.votes_abstain if floor.target.ballot.votes_abstain is None else floor.target.ballot.votes_abstain
    return on_vote


def _at_odds(known: Ballot, told: Ballot) -> bool:
    """Are these votes on two things? What was carried unanimously has no votes against."""
    if known.votes_for is not None and told.votes_for is not None:
        return (known.votes_for, known.votes_against) != (told.votes_for, told.votes_against)
    return bool(told.votes_against) and re.match(r"unanim|nem", known.method or "", re.I) is not None


def _in_turn(floor: Floor, para: Paragraph, start: int, sentence: str) -> bool:
    """ "The first was carried 5-0, the second failed 2-3.": each of the two motions that wait has its own; where other than two wait, or what is told of both stands together ("respectively"), it is of none."""
    if _RESPECTIVELY.search(sentence) is not None and outcome_in(sentence) is not None:
        return True
    waiting = [p for p in floor.proposals if not p.implied and p.base is None and p.outcome is None]
    if (together := _TOGETHER.match(sentence)) is not None and (same := outcome_alone(together["told"])) is not None:
        for p in waiting if together["both"] is None or len(waiting) <= 2 else []:
            p.ends(same[0], para, start, start + len(sentence))
        return True
    if (m := _IN_TURN.fullmatch(sentence)) is None or (one := outcome_alone(m["one"].strip(" ,;."))) is None or (other := outcome_alone(m["other"].strip(" ,;."))) is None:
        return False
    if len(waiting) == 2:
        for p, ended, part in ((waiting[0], one, "one"), (waiting[1], other, "other")):
            p.ends(ended[0], para, start + m.start(part), start + m.end(part))
    return True


def _became_of(floor: Floor, live: Proposal, sentence: str) -> tuple[Outcome, str] | None:
    """The outcome that a sentence tells of the motion before the meeting, with its words."""
    found = outcome_in(sentence)
    if found is not None:
        return found[0], found[1]
    if live.outcome is not None:
        return None
    if (only := outcome_alone(sentence)) is not None:
        return only[0], only[1]
    agreed = live.order >= floor.order - 1 and _SO_AGREED.fullmatch(sentence) is not None
    return ("carried", "") if agreed and (not live.implied or live.kind == "procedural") else None


def _in_parts(floor: Floor, para: Paragraph, start: int, sentence: str) -> bool:
    """ "Part (1) of the motion was put and carried by 12 votes to 5.": that paragraph of the motion has a vote of its own, the whole has none."""
    m = _PART_TOLD.match(sentence)
    mains = [p for p in floor.proposals if p.kind == "motion" and not p.implied and p.base is None and p.outcome is None]
    if m is None or not mains:
        return False
    told = outcome_alone(m["rest"]) or outcome_alone(m["rest"].split(",")[0])
    n = (m["n"] or "").strip("()")
    held = [part for piece in mains[-1].pieces for number, part in [(piece.para.number, Piece(piece.para, piece.para.start, piece.end)), *inline_split(piece)] if number is not None and number == n]
    if told is None or (not held and m["of"] is None):
        return told is not None and (not n or sentence[:m.end("n")].lower() not in f"{mains[-1].text} {floor.over}".lower())  # what is told of a part says nothing of the whole
    part = Proposal(pieces=held, number=n if held else None, mover=mains[-1].mover, seconder=mains[-1].seconder,
                    base=mains[-1], outcome=told[0], order=floor.order, stated=para.places(start, start + len(sentence)))
    part.vote_in(para, start + m.start("rest"), start + len(sentence))
    floor.put(part)
    return True


def _aim(floor: Floor, para: Paragraph, start: int, end: int, sentence: str) -> None:
    """Which motion a vote is taken on."""
    real = [p for p in floor.proposals if not p.implied]
    if (part := _PART.search(sentence)) is not None:
        mains = [p for p in real if p.kind == "motion" and p.base is None]
        if mains:
            sub = Proposal(kind="motion", pieces=[Piece(para, start + part.start("text"), start + part.end("text"))], mover=mains[-1].mover,
                           seconder=mains[-1].seconder, base=mains[-1], order=floor.order)
            floor.put(sub)
        return
    ref = _PARA.search(sentence)
    if ref is not None and "substantive" not in sentence.lower():
        for p in real:
            if p.mover is not None and p.mover[0].number == ref["n"] and (p.base is None):
                floor.target = p
                return
    if re.search(r"\bamendment\b", sentence, re.I) and not re.search(r"as amended|substantive", sentence, re.I):
        held = [p for p in real if p.kind == "amendment" and p.outcome is None] or [p for p in real if p.kind == "amendment"]
    else:
        held = [p for p in real if p.kind == "motion" and p.base is None and (p.outcome is None or "substantive" in sentence.lower())]
        if procedural(sentence) or not held:
            held = [p for p in real if p.outcome is None] or held
    if held:
        floor.target = held[-1]
    elif _AMENDMENT_PUT.search(sentence) is not None:
        floor.amendment()
    elif real and real[-1].kind == "amendment" and real[-1].outcome is not None and _REPORTS.search(sentence):
        floor.put_question()


def _wish(floor: Floor, para: Paragraph, start: int, m: re.Match[str], sentence: str) -> None:
    """ "Rich Lehmann wished it to be recorded that he voted against the motion": a vote by name."""
    ref = _PARA.search(sentence, m.start())
    named = [p for p in floor.proposals if p.mover is not None and ref is not None and p.mover[0].number == ref["n"]]
    target = named[0] if named else floor.target or floor.waiting(any_state=True)
    if target is None:
        return
    word = (m["option"] or "").lower()
    option = "against" if word == "against" else "for" if word else "abstain"
    if not word and not re.search(r"abst", m.group(), re.I):
        return
    who = re.sub(r"^.*\b(?:Constitution|Standing Orders?|Rules?|\d+(?:\.\d+)*)\s*,\s*", "", m["who"])
    at = para.text.index(who, start)
    for person in split_people(who, surnames=True):
        found = para.places(at + person.start, at + person.end, "person_name")
        target.ballot.names.append((person.printed, option, found[0]))  # type: ignore[arg-type]
