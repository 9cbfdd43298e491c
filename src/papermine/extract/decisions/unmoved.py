"""Motions whose mover is not printed, or stands after their words ("The motion to approve was LOST by 3 votes to 5.", "MOTION – Accept the minutes. APPROVED: 5-0-1"), and votes between those put up for an office."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.leads import BODY, fell
from papermine.extract.decisions.operative import Piece
from papermine.extract.decisions.proposals import Proposal, candidate
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot
from papermine.extract.votes.lists import take_names
from papermine.language.motions import ACT, find_moved, procedural
from papermine.language.names import read_turned
from papermine.language.outcomes import ENDED, Outcome, outcome_alone, outcome_in
from papermine.language.screened import Screened
from papermine.language.sentences import sentences
from papermine.language.titles import COUNCILLOR, TITLE

_UNMOVED = re.compile(r"(?:The|A)\s+(?P<what>motion|proposal|amendment)\s+(?:to|that)\s+[a-z]")
_BODY_MOVED = re.compile(rf"(?:{BODY})\s+moved\s+to\s+(?=(?!(?i:add|close|file|fund|go|hold|table)\b)(?i:{ACT})\b)|(?:A\s+)?[Mm]otion\s+(?:was\s+)?made\s+to\s+(?=[a-z])")
"""… before what became of it: "The Board moved to approve the agenda. Motion carried.", "Motion made to donate $500. Seconded and approved."."""
"""A motion whose mover is not printed: "The motion to approve the application was LOST by 3 votes to 5."."""
_MOTION_LABEL = re.compile(r"(?:Motion|MOTION|Proposal|PROPOSAL)\s*:\s+(?=[A-Z“\"])")
VOTED_ON = Screened(
    r"\b(?:MOTION|Motion)\s*[:–—-]+\s*(?P<what>[A-Z][^:]{6,300}?)\.?\s+(?P<out>APPROVED|CARRIED|PASSED|DENIED|FAILED|Approved|Carried|Passed|Denied|Failed)\s*[:,]?\s*\(?\d{1,2}\s?-\s?\d{1,2}(?:\s?-\s?\d{1,2})?\b|"
    r"\b(?:[Mm]oved|MOVED|[Mm]otion (?:was )?made),?\s+(?:and\s+)?[Ss]econded,?\s+and\s+(?:unanimously\s+)?voted(?:\s+unanimously)?(?:\s+\d{1,2}-\d{1,2}(?:-\d{1,2})?)?,?\s+(?:to|that)\s+(?P<did>.{6,400}?\.?)$|"
    r"^(?:A|The) vote was (?:then )?(?:taken|held) (?:on whether )?to\s+(?P<put>(?!(?:the|an?|this|that|all)\b)[a-z][^.;:]{6,200}?)\s*[:,–—-]+\s+(?=\(?\d{1,2} (?:members? |votes? )?(?:for|in favou?r)(?:\s*[,;]|\s+and\b)\s*\d{1,2} (?:members? |votes? )?against\b)", ("motion", "moved", "vote was"), flags=re.S)
"""A motion whose mover is not printed, with its vote: "MOTION – Accept the minutes. APPROVED: 5-0-1", "Moved, seconded and voted 3-0 to adjourn", "A vote was taken to close the hall – 6 for, 2 against"."""
_SECONDED = re.compile(r"It was (?:then |duly |also )*(?:proposed|moved)(?:,| and) (?:duly )?seconded,? (?:that|to)\s+")
"""A motion that names neither, before what became of it: "It was proposed and seconded that the depot be closed. … the motion was lost"."""
_QUOTED = re.compile(r"[“\"]That\s[^“”\"]{8,600}[”\"]\.?")
_PUT_NEXT = re.compile(r"(?:The|This)\s+motion\s+(?:was|on|having|being)\b(?:[^.;]|\.(?=\d))*")
"""A motion in quotation marks, and the sentence right behind it that puts it: "“That the band be disbanded.” The motion was put and lost."."""
_UNNAMED = re.compile(r"It was (?:then |duly |also )*(?:proposed|moved)(?: and seconded)?,? (?:that|to)\b")
"""A motion about the meeting whose mover is not printed: what is told next is told of it: "It was moved that the question be now put. This was carried …"."""
_CALLED = re.compile(r"\b[Cc]all(?:ed|s)?\s+(?:for\s+)?the\s+(?:previous\s+)?question\b[^.;]*\b(?:seconded|second|2nd)\b")
"""A motion to vote now, with one who seconds it: "Call the question by Orde, second by Pell"."""
_AGREED = re.compile(r"\b(?:agreed|carried|lost|approved|refused|defeated)\b", re.I)
_CLOSED = re.compile(r"\b(?:was|were)\s+(?:then\s+)?(?:put(?:\s+to\s+the\s+(?:vote|meeting))?,?\s+and\s+)?(?:was\s+)?(?:declared\s+)?(?P<out>carried|lost|defeated|CARRIED|LOST|DEFEATED)\b[^.;:]{0,60}\.?$")
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|when|until|once|after)\s+(?:the|an?|this|that|any|it)\b(?:\s+\w+){0,2}\s*$", re.I)
"""Before an outcome that is none yet: "The motion to defer would fall if the amendment was carried"."""
_FOR_WHOM = rf"(?:Votes? )?(?:For|FOR)\s+(?i:{TITLE})\.?\s+(?P<who>[A-Z][\w.’' -]{{2,40}}?)\s*"
_FOR_ONE = re.compile(rf"{_FOR_WHOM}(?:[:–—-]\s*|\s(?=\d))(?:(?P<n>\d{{1,3}})\b(?:\s*\([A-Z ]+\)|\s+votes?)?\.?|{COUNCILLOR}[,:]?\s+(?P<names>[A-Z](?:(?!\b(?:For|FOR)\s).)*))$", re.S)
"""The votes for one of several: "For Councillor Stewart 5 votes", "FOR COUNCILLOR DARRAGH ORDE: Councillors, Fenn, J.P.; Orde, Darragh"."""
_FOR_ONE_ABOVE = re.compile(rf"{_FOR_WHOM}(?:\((?P<n>\d{{1,3}})\))?\s*[:–—-]*")
"""The same over lines of names: "For Councillor Bell ⏎ Councillor Orde ⏎ Councillor Fenn"."""


def read_unmoved(item: Item, i: int, start: int, end: int) -> bool:
    """A sentence that puts a motion and names nobody who moved it; its outcome is in it, or is told next."""
    floor = item.floor
    para = item.paras[i]
    sentence = para.text[start:end]
    named = _UNMOVED.match(sentence)
    outcome: Outcome | None = None
    at = 0
    if named is not None:
        told = outcome_in(sentence)
        closed = _CLOSED.search(sentence)
        if closed is not None and _SUPPOSED.search(sentence[:closed.start()]):
            closed = None
        outcome = told[0] if told is not None else ENDED[closed["out"].lower()] if closed is not None else None
    elif _QUOTED.fullmatch(sentence) is not None and (put := _PUT_NEXT.match(para.text[end:].strip() or (item.paras[i + 1].text if i + 1 < len(item.paras) else ""))) is not None and outcome_in(put.group().strip()) is not None:
        floor.put(Proposal(order=floor.order, pieces=[Piece(para, start, end)]))
        return True
    elif (seconded := _SECONDED.match(sentence)) is not None and fell("proposed and seconded", " ".join([para.text[end:], *(p.text for p in item.paras[i + 1:i + 2])])):
        at = seconded.end()
    elif (body := _BODY_MOVED.match(sentence)) is not None and (ended := _next_told(item, i, end)) is not None:
        at, outcome = body.end(), ended
    if outcome is None and not at:
        if floor.target is not None and ((_UNNAMED.match(sentence) is not None and procedural(sentence)) or _CALLED.search(sentence) is not None):
            if outcome_in(sentence) is None and _AGREED.search(sentence) is None:
                floor.target = floor.imply()
                floor.target.kind = "procedural"
            return True
        return False
    proposal = Proposal(order=floor.order, outcome=outcome, kind="amendment" if named is not None and named["what"] == "amendment" else "motion", pieces=[Piece(para, start + at, end)])
    if outcome is not None:
        proposal.vote_in(para, start, end)
    floor.put(proposal)
    return True


def _next_told(item: Item, i: int, end: int) -> Outcome | None:
    """What the next sentence says became of a motion, and nothing else."""
    para = item.paras[i]
    after = para.text[end:].strip() or (item.paras[i + 1].rest if i + 1 < len(item.paras) else "")
    ended = next((outcome_alone(after[a:b]) for a, b in sentences(after)), None)
    return ended[0] if ended is not None else None


def read_for_one(item: Item, i: int) -> int | None:
    """The votes for one of those whom motions put up, in paragraph ``i`` or on the lines below it; the index of the next paragraph."""
    floor, para = item.floor, item.paras[i]
    one = _FOR_ONE.fullmatch(para.text)
    m = one or _FOR_ONE_ABOVE.fullmatch(para.lines[0].text)
    last = m["who"].split()[-1].casefold() if m is not None else ""
    motion = next((p for p in reversed(floor.proposals) if not p.implied and (candidate(p) or "").casefold() == last), None)
    if m is None or motion is None:
        return None
    ballot, after = Ballot(places=para.places()), i + 1
    if m["n"]:
        ballot.votes_for = int(m["n"])
    if one is None:
        under = para.part(para.offsets[1], len(para.text)) if len(para.lines) > 1 else None
        if under is not None and not _voters(ballot, under):
            return None
        while after < len(item.paras) and (under is None or len(para.lines) == 1) and _voters(ballot, item.paras[after]):
            ballot.places += item.paras[after].places()
            after += 1
        if not ballot.names:
            return None
    elif not m["n"] and ";" in m["names"]:
        for chunk in re.finditer(r"[^;]+", m["names"]):
            at = m.start("names") + chunk.start()
            if (person := read_turned(re.sub(r"(?<=[a-z])\.\s*$", "", chunk.group()), rare=True)) is not None:
                ballot.names.append((person.name, "for", para.places(at, at + len(chunk.group()), "person_name")[0]))
    elif not m["n"] and not _voters(ballot, para.part(*m.span("names"))):
        return None  # "For Councillor Pell: Councillors Orde and Fenn spoke of his service"
    motion.ballot.join(ballot)
    floor.target = max((p for p in floor.proposals if p.nominee is not None or p is motion), key=lambda p: (p.ballot.votes_for or 0, p is motion))  # those who abstained, below, did so on who is elected
    return after


def _voters(ballot: Ballot, para: Paragraph) -> bool:
    """Take those whom a paragraph names; False, and nobody taken, where it holds anything else."""
    held = len(ballot.names)
    take_names(ballot, para, 0, len(para.text), "for")
    named = re.split(r"\W*\b(?:Total|TOTAL)\b", para.text)[0]
    if len(ballot.names) - held >= max(len(re.split(r",(?:\s*and\b)?|\band\b|&", named)), sum(offset >= 0 for offset in para.offsets) if "," not in named else 1) and _FOR_ONE_ABOVE.match(para.text) is None:
        return True
    del ballot.names[held:]
    return False


def read_voted_on(item: Item, para: Paragraph, start: int, end: int, m: re.Match[str]) -> None:
    """A motion that names no mover, and the vote on it in the same sentence."""
    floor = item.floor
    if m["put"]:
        put = Proposal(order=floor.order, counted_out=True, pieces=[Piece(para, start + m.start("put"), start + m.end("put"))])
        put.vote_in(para, start + m.end("put"), end)
        if (sides := put.ballot.sides) is not None and sides[0] != sides[1]:
            put.outcome = "carried" if sides[0] > sides[1] else "lost"
        floor.put(put)
        return
    out = (m["out"] or "carried").lower()
    proposal = Proposal(order=floor.order, outcome="lost" if out in ("denied", "failed") else "carried", pieces=[Piece(para, start + m.start("what" if m["what"] else "did"), start + m.end("what" if m["what"] else "did"))])
    floor.put(proposal)
    proposal.vote_in(para, start + (m.start("out") if m["out"] else m.start()), end if m["out"] else start + m.start("did"))


def read_labelled(item: Item, para: Paragraph) -> int | None:
    """ "Motion: Approve the contract. Motion by: Lund. Second by: Mercado. Vote: 4-0.": its words, then its movers; where these end."""
    floor = item.floor
    first = sentences(para.text)[0][1] if para.text.strip() else 0
    label = _MOTION_LABEL.match(para.text)
    if label is None or first >= len(para.text.rstrip()) or find_moved(para.text[:first]) is not None:
        return None
    moved = find_moved(para.text[first:])
    if moved is None or moved.mover is None or moved.seconder is None or moved.start > 3:
        return None
    proposal = Proposal(order=floor.order, pieces=[Piece(para, label.end(), first)])
    proposal.moved_by(para, first, moved)
    floor.put(proposal)
    return first + moved.end + len(re.match(r"[\s.;,]*", para.text[first + moved.end:]).group())  # type: ignore[union-attr]
