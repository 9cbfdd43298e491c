"""Is what a sentence tells of a vote told of the motion before the meeting, of something else that this meeting voted on, or of no vote of this meeting?"""

from __future__ import annotations

from typing import Literal

from papermine import regex as re
from papermine.extract.decisions.deciding import alike
from papermine.extract.decisions.floor import Floor
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.votes.ballots import Ballot
from papermine.language.datewords import MONTH
from papermine.language.motions import procedural
from papermine.language.movers import NAME
from papermine.language.outcomes import DECLARED, reported
from papermine.language.person import is_word
from papermine.language.titles import TITLE

Of = Literal["motion", "own", "aside", "nothing"]
"""Of what: the motion before the meeting; a motion that the sentence itself states; something else that was voted on; nothing that this meeting voted on now."""
_OF_MOTION = re.compile(r"\b(?:motion|amendment|recommendations?|proposal|resolution|application)\b", re.I)
_SUPPOSED = re.compile(r"(?:If|Should|Were|Unless|Had|In the event)\b", re.I)
_BEFORE = re.compile(r"^[^,;]*\bhad\s+(?:\w+ly\s+)?been\s+(?:carried|lost|passed|defeated|approved|adopted|rejected)\b(?!.*\b(?:was|were)\s+(?:(?:then|put|now|\w+ly)\s+)*(?:put|carried|lost|passed|defeated|approved)\b)", re.S)
"""Of a vote of another time, or of none: "If the votes were equal, 3 for and 3 against, …", "Resolution 44 had been carried by 6 votes to 4"."""
_THING = r"(?:(?:agenda\s+)?items?|minutes?|recommendations?|options?|parts?|amendments?|proposals?|questions?|motions?|resolutions?|reports?|ordinances?|by-?laws?)"
_NUMBERED = re.compile(rf"(?:(?:On|The)\s+(?:vote|voting|result|division|poll)\s+(?:on|of)\s+)?(?:[Tt]he\s+)?(?P<what>{_THING})\s+(?:[Nn]o\.?\s*|#\s*)?(?P<n>\d[\w./-]*|[A-H])(?:,|\s+(?:was|were|has|had|is|then|carried|lost|passed|failed|fell|received)\b)", re.I)
"""What a sentence speaks of, by its number: "Item 9 was carried by 6 votes to 4", "The vote on item 9 was …"."""
_NAMED_LATER = re.compile(r"motion|resolution|ordinance|by-?law|report", re.I)
"""What may get its number when it is adopted: "Resolution 2021-44 passed 5-0"."""
_REQUEST = re.compile(r"\b(?:request(?:ed)?|ask(?:ed)?|call(?:ed)?) for an? (?:(?:recorded|named|roll[- ]call|second) vote|re-?count|re-?vote|poll)\b[^.;]*\b(?:supported|refused|rejected|granted|lost|carried)\b", re.I)
_ELSEWHERE = re.compile(r"\b(?:[Aa]n?|[Tt]he)\s+(?:similar|identical|neighbou?ring)\b[^.;]*\b(?:motion|proposal|resolution)\b|\b[Tt]he same (?:motion|proposal|resolution)\b[^.;]*\bhad\b", re.S)
"""Of another body, or another time: "A similar motion was carried in 2019"."""
_THERE = re.compile(r"\b(?:carried|lost|defeated|passed|failed|rejected)\s+(?:(?:at|in)\s+(?:the\s+)?(?:[A-Z][a-z]+\s+){1,4}(?:Council|Committee|Board|Assembly)\b|at\s+(?!Council\b|Committee\b|Board\b|Cabinet\b|Full\b)[A-Z][a-z]+\b|in\s+(?P<place>[A-Z][a-z]+)\b)")
"""Where: "was carried at Heath"; not "in Division" or "at Council", words of council papers."""
_ON_DAY = re.compile(rf"\b(?:carried|lost|defeated|passed|failed|adopted|approved)\s+(?:on\s+)?(?P<day>(?i:{MONTH})\s+\d{{1,2}}\b|\d{{1,2}}(?:st|nd|rd|th)?\s+(?i:{MONTH})\b)")
"""When: "First reading passed April 6 by 2-1"."""
_OTHER_VOTE = re.compile(r"\b(?:closure|procedural|guillotine|dilatory)\s+(?:motion|resolution)\b|\bvotes?\s+of\s+(?:thanks|(?:no\s+)?confidence|censure|sympathy|condolence|appreciation)\b", re.I)
_MINUTES_DECLARED = re.compile(r"\b[Mm]inutes\s+(?:was|were)\s+(?:\w+ly\s+)?(?:declared|approved|agreed|confirmed|accepted|adopted)\b")
_NOT = re.compile(r"\b(?:do|does|be|is|are) not\b")
"""Of a motion against them, the vote for the minutes is none: "the Minutes were declared as an accurate record by 24 votes to 10"."""
_NEXT_VOTE = re.compile(r"\b(?:second|third|another|next|further|alternative|counter|rival|earlier|previous)[- ](?:motion|proposal)\b", re.I)
_ENDED = re.compile(r"\b(?:carried|lost|passed|defeated|approved|agreed|adopted|rejected)\b", re.I)
_WHOSE = re.compile(rf"\b(?P<his>{TITLE}\.?\s{NAME})[’']s?\s+(?:[a-z]+\s){{0,2}}(?:motion|proposal|amendment)\b|\b(?:[Mm]otion|[Pp]roposal|[Aa]mendment)\s+(?:of|by|from|in\s+the\s+name\s+of|standing\s+in\s+the\s+name\s+of)\s+(?P<by>{TITLE}\.?\s{NAME})")
"""Whose motion it was: "Councillor Orde's motion was carried"."""
_TO_ACT = re.compile(r"\b(?:agreed|vot(?:e[ds]?|ing))\b[^.;]*?\bto (?P<act>(?!(?:the|an?|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|be)\b)[a-z]{2,}\b[^.;]*)")
_ON = re.compile(r"\b(?:vot(?:es?|ed|ing)|division|poll)\s+(?:was\s+(?:taken\s+)?)?on\s+(?P<act>(?!(?:being|it)\b)[a-z]+ing\b[^.,;:]*?)(?=[.,;:]|\s+(?:was|were|had|resulted)\b|$)", re.I)
_SAME = re.compile(r"(?:to )?(?:accept|adopt|approve|pass|agree to)(?:ing)?(?:\s+(?:it|this|them|as\b.*))?", re.I)
"""What a motion is to do that was stated before: "the motion to approve"."""
_OFF = re.compile(r"\b(?:refus|reject|defer|refer|postpon|adjourn|tabl|den[yi])", re.I)
_RESULT = re.compile(r"\bthat:?\s+(?:there\b|(?:the\s+)?(?:votes?|voting|results?|figures|count|numbers)\b|\d)", re.I)
"""What is told of the vote itself: "The Clerk confirmed that there were 7 for and 2 against"."""
_MOTION_TO = re.compile(r"\b(?:motion|proposal|amendment)\s+(?:to|that)\s+(?P<act>[a-z][^.,;:]*?)\s+(?:was|were|is|has|had|having|then|carried|lost|passed|failed|fell|received)\b", re.I)
_MATTER = re.compile(r"\b(?:on|of|over|about)\s+(?:the|an?|that|this|whether)\s+(?P<on>[a-z]+(?:\s+of\s+the\s+[a-z]+)?)|^(?P<label>[A-Z][a-z]+)\s*:\s")
"""What a vote was on: "on the question of the hall", "of the road", "Lights: …"."""
_OF_VOTES = re.compile(r"(?:for|against|vot\w+|ayes?|noes|nays?|yeas?|favou?r|opposed|results?|division|poll|ballot|roll|call|show|hands|recorded|named|count|tally|figures|numbers|majority|casting|mayor|chair\w*|council\w*|members?|committee|board|debate|discussion|"
                       r"matter|item|question|above|floor|meeting|the|of|same|total|carried|lost|passed|yes|no)", re.I)
"""Words that tell of a vote, and not what it was on."""


def of_another_item(floor: Floor, sentence: str) -> bool:
    """Does a sentence speak, by its number, of something else than what stands under this heading?"""
    named = _NUMBERED.match(sentence)
    return named is not None and _by_number(floor, Proposal(), named) == "nothing"


def spoken_of(floor: Floor, live: Proposal, sentence: str, ballot: Ballot, *, ended: bool) -> Of:
    """Of what a sentence tells a vote (``ballot``) or what became of it (``ended``); ``live``: the motion before the meeting. Where it names the mover of another, that comes before it."""
    if _REQUEST.search(sentence) or ((ended or not ballot.empty) and (_elsewhere(sentence, floor.head) or (not ended and reported(sentence) and _RESULT.search(sentence) is None))):
        return "nothing"
    if (_BEFORE.search(sentence) is not None and DECLARED.match(sentence) is None) or (not ended and not ballot.empty and _SUPPOSED.match(sentence) is not None):
        return "nothing"
    if (named := _NUMBERED.match(sentence)) is not None and (of := _by_number(floor, live, named)) is not None:
        return of
    if not live.text:
        return "motion"
    real = [p for p in floor.proposals if not p.implied and p.base is None]
    if not ballot.empty and _MINUTES_DECLARED.search(sentence) is not None and _NOT.search(live.text) is not None:
        return "aside"
    other = _OTHER_VOTE.search(sentence)
    if other is not None and other.group().split()[-1].lower()[:5] not in live.text.lower() and not (live.kind == "procedural" or procedural(live.text)):
        return "aside"
    if len(real) == 1 and (following := _NEXT_VOTE.search(sentence)) is not None and not (live.mover is not None and following.group().lower() in live.mover[0].text[:live.pieces[-1].end if live.pieces and live.pieces[-1].para is live.mover[0] else None].lower()):
        return "aside"
    if (whose := _WHOSE.search(sentence)) is not None and _ENDED.search(sentence, 0, whose.start()) is None and not _moved_by(live, name := (whose["his"] or whose["by"]).split()[-1]):
        if not (his := [p for p in real if _moved_by(p, name)]):
            return "aside"
        floor.target = his[-1]
        return "motion"
    if (own := _MOTION_TO.search(sentence)) is not None:
        return "motion" if _same(live, own["act"]) else "own"
    if ended or ballot.empty:
        return "motion"
    if (act := _TO_ACT.search(sentence) or _ON.search(sentence)) is not None:
        return "motion" if _same(live, act["act"]) else "nothing"  # "It was agreed by 7 votes to 2 to extend the meeting"
    return "nothing" if _too_late(live, sentence, ballot) else "motion"


def _by_number(floor: Floor, live: Proposal, named: re.Match[str]) -> Of | None:
    """Of what a sentence speaks that gives its number: the motion in whose words, or before whose movers, that number is printed; None where that may be any."""
    label = re.made_of(rf"\b{re.escape(named['what'].rstrip('s'))}s?\s+(?:no\.?\s*|#\s*)?{re.escape(named['n'].rstrip('.'))}(?![\w/-])", re.I)
    near: list[tuple[int, int]] = []
    for k, p in enumerate(floor.proposals):
        before = p.mover[0].text[:p.mover[1]] if p.mover is not None else ""
        if not p.implied and (at := next((len(before) - m.end() for m in reversed(list(label.finditer(before)))), 0 if label.search(p.text) is not None else None)) is not None:
            near.append((at, -k))
    if near:
        floor.target = floor.proposals[-min(near)[1]]
        return "motion"
    amendments = [p for p in floor.proposals if p.kind == "amendment" and not p.implied]
    if named["what"].lower() == "amendment" and named["n"].isdigit() and 0 < int(named["n"]) <= len(amendments) and not any(p.number or p.label for p in amendments):
        floor.target = amendments[int(named["n"]) - 1]  # the first that was moved, though nothing before its mover says "Amendment 1"
        return "motion"
    if _NAMED_LATER.match(named["what"]) is not None or live.number == named["n"] or live.label == named["n"].lower() or label.search(floor.over) is not None:
        return None
    return "nothing"


def _same(live: Proposal, act: str) -> bool:
    return alike(live.text, act) or _OF_MOTION.search(act) is not None or (_SAME.fullmatch(act) is not None and _OFF.search(live.text) is None)


def _elsewhere(sentence: str, head: str) -> bool:
    if (when := _ON_DAY.search(sentence)) is not None and when["day"].lower() not in head.lower():
        return True
    return _ELSEWHERE.search(sentence) is not None or ((there := _THERE.search(sentence)) is not None and (there["place"] is None or not is_word(there["place"])))


def _moved_by(p: Proposal, name: str) -> bool:
    return p.mover is None or any(name in named[0].text[named[1]:named[2]] for named in (p.mover, p.seconder) if named is not None)


def _too_late(live: Proposal, sentence: str, ballot: Ballot) -> bool:
    """Below what became of the motion: "In the second vote on the lights there were …"; or fewer votes for it than against, though it was carried."""
    if live.outcome is None or live.counted_out or _OF_MOTION.search(sentence) is not None:
        return False
    live_words = set(live.text.lower().split())
    if live.outcome == "carried" and ballot.votes_for is not None and ballot.votes_against is not None and ballot.votes_for < ballot.votes_against:
        return True
    return any(not said & live_words and not all(_OF_VOTES.fullmatch(word) for word in said) for said in (set(re.findall(r"[a-z]+", (m["on"] or m["label"]).lower())) for m in _MATTER.finditer(sentence)))
