"""Where the operative words of a paragraph end, and sentences about who moved them and how they were voted begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papermine import regex as re
from papermine.extract.decisions.deciding import alike
from papermine.extract.decisions.leads import lead_in
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.options import option_label
from papermine.language.motions import find_moved
from papermine.language.outcomes import outcome_alone
from papermine.language.sentences import sentences
from papermine.language.titles import TITLE

_SPOKE = re.compile(rf"(?:The |An? |One |Some |{TITLE}\.? |Members )[^.;:]{{2,60}}?\b(?:said|reported|asked|advised|explained|felt|stated|informed|thanked|commented|queried|had agreed)\b")


_ITS_OWN = re.compile(r"\b(?:motion|amendment|resolution|proposal|scheme|nomination|item)\s*$", re.I)
"""Before movers that are part of what is resolved: "RESOLVED that the motion proposed by A and seconded by B in May be rescinded"."""
_GOES_ON = re.compile(r"[Ss]ec.*\bbe\s+[a-z]", re.S)
"""What is resolved goes on behind such movers: "… the bid proposed by A and seconded by B in May be refused"."""
_NEXT = re.compile(rf"(?:{TITLE}\.?\s[^.;:,]{{2,40}}?\s+(?:then\s+|also\s+|further\s+|subsequently\s+)?(?:proposed|moved)|It was (?:then\s+|also\s+|further\s+)?(?:proposed|moved) by\s[^.;:]{{2,90}}?)\s*,?\s+(?:that|to|an (?:further )?amendment)\s+(?P<what>\w.*)", re.S)
"""A sentence that moves something, in words of its own."""


def in_turn(paras: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs, one that opens with a decision cut before a sentence that moves something else.

    "RESOLVED that the report be noted. Councillor Vane then proposed that the bench be moved.": who moved the second did not move the first.
    """
    for para in paras:
        lead = lead_in(para.text, para.start)
        spans = sentences(para.text[lead[1]:]) if lead is not None else []
        cut = next((lead[1] + a for a, b in spans[1:] if lead is not None and (m := _NEXT.fullmatch(para.text[lead[1] + a:lead[1] + b].strip())) is not None
                    and not alike(m["what"], para.text[lead[1]:lead[1] + a])), None)
        if cut is None:
            yield para
            continue
        yield Paragraph(para.lines, para.text[:cut].rstrip(), para.offsets, para.mark, para.start)
        yield para.part(cut, len(para.text))


def tail_start(para: Paragraph, start: int) -> int | None:
    """Where sentences about mover, seconder or vote begin after the operative words of a paragraph."""
    for a, b in sentences(para.text[start:]):
        if a == 0:
            continue
        sentence = para.text[start + a:start + b]
        moved = find_moved(sentence)
        if _SPOKE.match(sentence) or re.match(r"The [Mm]inutes were (?:then |duly |subsequently )?signed\b|This was proposed by\b", sentence) or (moved is not None and moved.start < 12) or outcome_alone(sentence) is not None or option_label(sentence) is not None \
                or re.match(rf"\(?{TITLE}\.? [A-Z][\w’' .-]{{1,40}} (?:left|returned|rejoined|re-joined|re-entered|abstained|took no part|did not vote|voted|asked that|requested that)\b", sentence) \
                or re.match(r"\(\s*(?:For|FOR|In favou?r|Votes? for|Voting)\s*[:–-]?\s*\d|\d{1,3} (?:(?:Councillors|Cllrs|Members|votes|were) (?:voted )?|voted )(?:in favou?r|for|against)\b", sentence) \
                or re.match(r"\(?(?:Proposed|Moved|PROPOSED|MOVED|Prop\b|Proposer\b|Mover\b|All (?:were )?in favou?r|All agreed|Carried|CARRIED|Vote|VOTE|Voting|On being put|Unanimous)", sentence):
            return start + a
    tally = re.search(r"\s*\((?:(?:For|FOR|In favou?r|Votes? for|Voting)\s*[:–-]?\s*\d|\d{1,3}\s+(?:for|in favou?r)\b)[^()]*\)\s*\.?$", para.text[start:])
    if tally is not None and tally.start() > 0:
        return start + tally.start()
    proposed = re.search(r",?\s+on the (?:proposal|motion|proposition) of [A-Z][^.;]{2,60}?,?\s+(?:and\s+)?seconded by [^.;]{2,60}\.?\s*$", para.text[start:])
    if proposed is not None and proposed.start() > 0:
        return start + proposed.start()
    bracket = re.search(r"\s*[\[(](?:[Pp]roposed|[Mm]oved|[Pp]rop\b)[^()]{4,160}[\])]\s*\.?\s*(?:ACTIONS?\b[^.]{0,60}\.?)?$", para.text[start:])
    if bracket is not None and bracket.start() > 0:
        return start + bracket.start()
    m = re.search(r"\s*[\[(]?(?:[Pp]roposed|[Mm]oved|Prop\.?)(?:\s+by)?:?\s+[A-Z][^()]{2,120}(?:[Ss]econded|[Ss]ec\.?)(?:\s+by)?:?\s[^()]{2,80}[\])]?[^.]{0,40}\.?\s*$", para.text[start:])
    return start + m.start() if m and m.start() > 0 and _ITS_OWN.search(para.text, 0, start + m.start()) is None and _GOES_ON.search(m.group()) is None else None
