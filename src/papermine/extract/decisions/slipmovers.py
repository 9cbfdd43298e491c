"""Mover and seconder on the lines of a slip (`slips`) that hold them and nothing else, and the number printed among them."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.decisions.leads import lead_in
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.paragraphs import Paragraph
from papermine.language.motions import INITIALLED, find_moved
from papermine.language.movers import paired
from papermine.language.outcomes import outcome_alone
from papermine.language.titles import TITLE

MOTION_WORDS = re.compile(r"(?:(?:MOTION|Motion)\s*:\s+)?[“\"]?(?:THAT|That|To|TO)\b|(?:Motion|MOTION) (?:to|that)\s|that\s")
"""How the words of a motion begin, below its movers."""
_SAID = r"\s+(?:it was\s+)?(?:unanimously\s+)?(?:agreed|resolved|carried|AGREED|RESOLVED|CARRIED)(?:\s+(?:that|to))?\s*[:.–-]*"
_AGUS = r"\s+agus\s+(?:glac\w+|aonta\w+)\s+leis\b\W*"
"""Irish for "and it was accepted"."""
_AND_DID = re.compile(rf"(?:(?:\s*,\s+[A-Z][\w.’' -]{{2,40}}?)?{_AGUS}|\s+AND\s+SECONDED|\s*,?\s+(?:and|AND)(?P<did>{_SAID})?)\s*$")
"""What may follow the mover or the seconder on a slip: "Seconded by Councillor Kelso and agreed that"."""
_BY_WAY = re.compile(r"\s+by way of (?:an )?amendment\W*$")
AND_SAID = re.compile(rf"{_AGUS}$|\b(?:and|AND){_SAID}\s*$")
_NUMBERED_BEHIND = re.compile(r"\s+(?:#\s?)?[A-Z]{0,4}-?\d[\w:.-]*(?:\s?/\s?\d+)?$")
"""The resolution's number at the end of a line of movers: "Seconded  Councillor Panelle   2019/ 141"."""
_NO_SECONDER = re.compile(r"\s*(?:Seconded|SECONDED)\s*(?:[Bb][Yy])?\s*:?\s*(?:TBC|TBA|N/?A|[Nn]il|[Nn]one|NIL|NONE)?\.?$")
_NAME_FIRST = re.compile(rf"{TITLE}\.?\s[^.;:,]{{2,40}}\s(?:moved|seconded|MOVED|SECONDED)\s*[,:.]?")
"""A mover before the verb, on a line of his own: "Councillor Browne moved," over "Councillor Kalnay seconded,"."""


def take_movers(paras: Sequence[Paragraph], at: int, proposal: Proposal) -> int:
    """Take lines that hold a mover or a seconder and nothing else; the index after them."""
    stop = at + 4
    while at < len(paras) and at < stop and (proposal.mover is None or proposal.seconder is None):
        para = paras[at]
        text, way = para.rest, _BY_WAY.search(para.rest)
        if way is not None:  # "Moved by Cr Ash by way of amendment"
            text = text[:way.start()]
        elif find_moved(text) is None:
            text = _NUMBERED_BEHIND.sub("", text)
        if proposal.mover is None and (pair := paired(para.text)) is not None and at + 1 < len(paras) and (MOTION_WORDS.match(paras[at + 1].text) or lead_in(paras[at + 1].text, paras[at + 1].start) is not None):  # "Howard/Adams" above "THAT …"
            proposal.mover, proposal.seconder = (para, *pair[0]), (para, *pair[1])
            return at + 1
        moved, alone = find_moved(text), _NAME_FIRST.fullmatch(text) is not None
        if moved is None and proposal.mover is not None and _NO_SECONDER.fullmatch(text):
            at += 1  # "Seconded: TBC"
            continue
        ended = outcome_alone(text[moved.end:].strip(" .,;:()")) if moved is not None and moved.seconder is not None else None
        if moved is None or moved.what is not None or moved.start > 12 or (len(text.rstrip(" _")) - moved.end > 4 and not alone and ended is None and not _AND_DID.match(text, moved.end) and not _NO_SECONDER.match(text, moved.end) and not _NUMBERED_BEHIND.fullmatch(text, moved.end)) or not (INITIALLED.fullmatch(text) or alone or re.match(r"\(?(?:It was\s+)?(?:[Oo]n the (?:PROPOSAL|MOTION|proposal|motion)|RESOLVED|Resolved|AMENDMENT|Amendment|[A-Z][A-Z’' /–—-]+:?$|Moved|MOVED|Mover|Seconded|SECONDED|Seconder|Second|SECOND|Proposed|PROPOSED|Proposer|Motion|MOTION|moved|proposed|[Aa]r(?:na)? mh?oladh|[Mm]olta)\b", text)):
            break
        if way is not None:
            proposal.kind = "amendment"
        if ended is not None:  # "Moved: Cr Ash   Seconded: Cr Bell   CARRIED: 5/0"
            proposal.ends(ended[0], para, para.start + moved.end)
        if moved.mover is not None:
            proposal.mover = (para, para.start + moved.mover[0], para.start + moved.mover[1])
        if moved.seconder is not None:
            proposal.seconder = (para, para.start + moved.seconder[0], para.start + moved.seconder[1])
        at += 1
    return at
