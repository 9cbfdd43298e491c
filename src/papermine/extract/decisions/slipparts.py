"""A line of a slip as its parts: who moved, who seconded, the number, the outcome, the vote; or words that are none of these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from papermine import regex as re
from papermine.extract.decisions.endings import VOTE_TALK, tally
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.options import option_label
from papermine.language.motions import find_moved
from papermine.language.movers import NAME, person_at
from papermine.language.outcomes import VOTE_ONLY, outcome_alone, outcome_in
from papermine.language.person import is_civic, is_word, title_at
from papermine.language.sentences import sentences
from papermine.language.titles import CHAIR, TITLE

Role = Literal["mover", "seconder", "number", "label", "unnamed", "told", "words"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line: its role, and where its name, number or words begin and end."""

    role: Role
    start: int
    end: int


_MOVED = r"(?:moved|mover|propos(?:ed|er|al)|motion(?:ed)?|offered|introduced|nominated|mvd|prop)"
_SECONDED = r"(?:2nd(?:ed)?|second(?:ed|er)?|supported|sec)"
_BY = r"\.?(?:\s+by)?(?:\s*[:;–—-]+\s*|\s+(?=[A-Z(])|(?=\())"
_MOVER = re.compile(rf"(?i:(?:it was |this was )?(?:(?:the )?(?:motion|resolution|amendment)\s+(?:was\s+)?(?=made|offered|introduced|moved|proposed))?(?:made\s+by\b|{_MOVED})(?i:{_BY}))(?=[\"(]?[A-Z]|the )")
_ON_MOTION = re.compile(r"(?i:(?:up)?on (?:a |the )?(?:motion|proposal|proposition) (?:of|by)|moved? by)\s+(?:the\s+)?(?=[A-Z])")
_SECONDER = re.compile(rf"(?i:(?:and\s+)?(?:was\s+)?(?:duly\s+)?(?:motion\s+)?{_SECONDED}{_BY})(?=[\"(]?[A-Z]|the )")
_VERB_MOVED = re.compile(r"\s*,?\s+(?i:moved|proposed|made (?:the|a) motion)(?=\s*(?:[,;/.:]|$|\s(?:and|AND)\s))(?:\s+(?:and|AND)(?=\s))?")
_VERB_SECONDED = re.compile(r"\s*,?\s+(?i:seconded|seconds|second|made the second)(?:\s+(?:the motion|it|this))?(?=\s*(?:[,;/.:]|$|\s(?:and|AND)\s))(?:\s+(?:and|AND)(?=\s))?")
_UNNAMED = re.compile(r"(?i:(?:it was |motion )?(?:duly )?(?:moved|proposed)(?: and |, | & |/)(?:duly )?seconded)(?!\s+by)\b")
_NUMBER = re.compile(r"(?:(?i:(?:(?:council|committee|board)\s+)?(?:resolution|motion|minute|decision|recommendation|order|res|reso|mot))\b\.?\s*)?(?:(?i:no|number|num)\b\.?\s*)?[:#]?\s*"
                     r"(?P<number>[A-Z]{0,5}[-.#]?\d{1,4}(?:\s?[-/:.]\s?[A-Z]{0,3}\d{1,5})+(?:\([A-Z]\))?|[A-Z]{1,4}[-.#]?\d{1,5}[\w/.:-]*|#\s?\d+|\d{2,5}|[A-Z]{1,3}\d{2}\(\d+\)(?: (?:January|February|March|April|May|June|July|August|September|October|November|December))?)(?=[\s:.,;–—-]|$)")
_LABEL = re.compile(r"(?:(?:THE|The)\s+)?(?:(?:COUNCIL|COMMITTEE|BOARD|COMMUNITY BOARD|Council|Committee|Board|Community Board|Commission|COMMISSION)(?:['’][Ss])?\s+)?(?:(?:SUBSTANTIVE|Substantive|PROCEDURAL|Procedural)\s+)?"
                    r"(?:RESOLUTIONS?|Resolutions?|DECISIONS?|Decisions?|MOTIONS?|Motions?|RESOLVED|Resolved|ACTION|Action)(?:\s+(?:NO\.?|No\.?|NUMBER|Number|#))?\s*:?\s*(?=$|[A-Z(\"“#\d])")
_RESULT = re.compile(r"(?i:the\s+)?(?i:voice vote|roll[- ]call(?: vote)?|votes?|voting|decision|result|action(?: taken)?|outcome|disposition)\s*[:–—-]+\s*")
_VOTING = re.compile(r"\d|(?i:\b(?:unanimous\w*|carried|passed|agreed?|approved|lost|failed|defeated|ayes?|nays?|noes|in favou?r|AIF)\b)")
_DASH_THAT = re.compile(r"\s*(?:[–—]|\s-)\s*(?:[Tt]hat|THAT)\s+(?=.*\b(?:be|we)\b)")
"""Behind a mover whom nobody needs to second: "BENTE – That the minutes be approved."."""
_TALLIED = re.compile(r"\d{1,2}\s?[-–]\s?\d{1,2}(?![\d-])(?:\s?[-–]\s?\d{1,2})?[\s,;:]+(?i:approved|carried|passed|adopted|agreed|failed|lost|defeated|denied|in favou?r|ayes?|yes)\b[^.?]{0,60}\.?$")
"""Behind such a label, numbers and what became of it, in whatever words: "Vote: 3 - 0 Approved and so declared"."""
_AND = re.compile(r"(?:and|AND)\s*")
_CUT = re.compile(r"\s+(?:(?=\S*\d)\S+|(?i:carried|lost|defeated|failed|passed|motion|unanimous(?:ly)?|second(?:ed|er)?|moved|mover|proposed)\b).*$", re.S)
_NO_NAME = re.compile(r"(?i:the\s+)?(?i:unanimous(?:ly)?|carried|lost|defeated|failed|passed|approved|adopted|agreed|all|ayes?|vote|none)\b")
"""Behind a name on its line, with nothing between: a number, or what became of the motion."""
_NAMED = re.compile(rf"(?:the\s+)?{NAME}")
_SEP = re.compile(r"[\s,;:/|.()\[\]_*•–—-]+")
_PAIR = re.compile(rf"\(?(?P<m>{NAME})\s*(?:/|\s[–—-]+\s|,\s|\s(?:and|AND|&)\s)\s*(?!(?i:{_SECONDED}|{_MOVED})\b)(?P<s>{NAME})")
_WORDS = re.compile(r"[“\"‘(]?(?:THAT|That|that|TO|To|to|BE IT|Be it|WHEREAS|Whereas)[\s:]")
_THAT = re.compile(r"that\s+")
_TOLD_OF = re.compile(r"(?:The|It|This|Mrs?|Ms|None|Nil|N/?A)\b")
_IN_COLUMNS = re.compile(r"\b(?:Moved|MOVED|Seconded|SECONDED|Carried|CARRIED)\b\s*(?:[Bb]y|BY)?\s*:|\s[–—-]\s(?:the\s)?" + rf"(?:{TITLE}|{CHAIR})" + r"\.?\s[A-Z][\w’'-]+\s*[,/&]\s*[A-Z][^.;:]*$")
"""Parts that stand among a motion's words: of two columns read across, or movers at their end."""
_SEATED = re.compile(r"\s*\((?!(?i:moved|prop|second))[^()]{1,40}\)|,\s(?:Board|Council|Committee|Commission) Member\b")
_AREA = re.compile(rf"(?:{TITLE}|Judge|Director)\.?,?\s(?:Precinct|Pct\.?|Ward|District|Division|Place|Seat|Position)\s#?\d+,?\s(?=[A-Z])")
"""The seat that a member holds, before the name: "Commissioner Precinct 3 Ann Tull"."""
_ENDED = re.compile(r"(?:(?i:the\s+)?(?i:motion|amendment)\s+(?i:was\s+)?)?(?i:carried|lost|defeated|passed|failed|approved|adopted|unanimous(?:ly)?)\b")


@lru_cache(4096)
def parts(text: str, start: int = 0) -> tuple[Part, ...] | None:
    """The parts that make a line of a slip, from ``start`` on; None where any of its words is none of them.

    Words of a motion may only stand last, behind one of the others.
    """
    found: list[Part] = []
    at = start
    while at < len(text):
        sep = _SEP.match(text, at)
        at = sep.end() if sep is not None else at
        if at >= len(text) or (found and _AND.fullmatch(text, at) is not None):
            break
        took = _part(text, at, found)
        if took is None:
            if not found or not _worded(text, start, at, found):
                return None
            that = _THAT.match(text, at) if {"mover", "unnamed"} & {part.role for part in found} else None
            return (*found, Part("words", that.end() if that is not None else at, len(text)))
        more, at = took
        found += more
    return tuple(found) or None


def broken(words: str) -> bool:
    """Do parts of the slip stand among its words?"""
    return _IN_COLUMNS.search(words) is not None


def _worded(text: str, start: int, at: int, found: list[Part]) -> bool:
    """Do a motion's words, in one sentence, follow the parts found: those of a label or number, or "That …" behind the movers? A sentence with its movers in it is prose."""
    words = text[at:]
    if len(sentences(words)) > 1 or find_moved(words) is not None or outcome_in(words) is not None or broken(words):
        return False
    if found[-1].role == "label":
        return len(found) == 1 and ":" in text[start:at] and (_TOLD_OF.match(words) is None or " be " in words)
    return _WORDS.match(words) is not None and (found[-1].role in ("number", "unnamed") or found[0].role == "number" or words.lstrip("“\"‘(")[:1].isupper())


def said(text: str) -> tuple[str, bool]:
    """What a text tells of a vote, without the label before it, and whether it had one: "Action: Unanimously approved"."""
    rest = re.sub(r"^(?:and|AND)\s+(?:(?:it\s+)?was\s+)?", "", text).strip()
    label = _RESULT.match(rest)
    return (rest[label.end():], True) if label is not None else (rest, False)


def _told(text: str, at: int) -> bool:
    rest, labelled = said(text[at:])
    if outcome_alone(rest) is not None or tally(rest) is not None or option_label(rest) is not None or VOTE_ONLY.fullmatch(rest) is not None or (_ENDED.match(rest) is not None and VOTE_TALK.fullmatch(rest) is not None):
        return True
    return labelled and (not rest or _TALLIED.match(rest) is not None or (VOTE_TALK.fullmatch(rest) is not None and _VOTING.search(rest) is not None))


def _name(text: str, at: int) -> tuple[int, int] | None:
    at = area.end() if (area := _AREA.match(text, at)) is not None else at
    m = _NAMED.match(text, at + (text[at:at + 1] == "("))
    if m is None or _NO_NAME.match(m.group()) is not None:
        return None
    end = m.start() + cut.start() if (cut := _CUT.search(m.group())) is not None else m.end()
    span = person_at(text, (m.start(), end))
    return span if span is not None and span[0] == m.start() else None


def _past(text: str, end: int) -> int:
    seat = _SEATED.match(text, end)
    return seat.end() if seat is not None else end


def _part(text: str, at: int, found: list[Part]) -> tuple[list[Part], int] | None:
    roles = {part.role for part in found}
    if (m := _UNNAMED.match(text, at)) is not None and not roles & {"mover", "seconder"}:
        return [Part("unnamed", *m.span())], m.end()
    if (m := _SECONDER.match(text, at)) is not None and "seconder" not in roles and (who := _name(text, m.end())) is not None:
        return [Part("seconder", *who)], _past(text, who[1])
    for label in (_MOVER, _ON_MOTION):
        if (m := label.match(text, at)) is not None and "mover" not in roles:
            pair = _PAIR.match(text, m.end())
            if pair is not None and (both := _pair(text, pair, loose=True)) is not None:
                return both, _past(text, both[-1].end)
            if (who := _name(text, m.end())) is not None:
                return [Part("mover", *who)], _past(text, who[1])
    if _told(text, at):
        return [Part("told", at, len(text))], len(text)
    if not roles & {"number"} and (m := _NUMBER.match(text, at)) is not None:
        return [Part("number", *m.span("number"))], m.end()
    if roles <= {"number"} and (m := _LABEL.match(text, at)) is not None:
        return [Part("label", *m.span())], m.end()
    if (who := _name(text, at)) is not None and "mover" not in roles and (m := _VERB_MOVED.match(text, who[1])) is not None:
        return [Part("mover", *who)], m.end()
    if who is not None and "seconder" not in roles and (m := _VERB_SECONDED.match(text, who[1])) is not None:
        return [Part("seconder", *who)], m.end()
    if who is not None and not roles - {"number", "label"} and (m := _DASH_THAT.match(text, who[1])) is not None and (title_at(text, who[0]) is not None or not (is_word(last := text[who[0]:who[1]].split()[-1]) or is_civic(last))):
        return [Part("mover", *who), Part("words", m.end(), len(text))], len(text)
    if not roles & {"mover", "seconder", "told"} and (pair := _PAIR.match(text, at)) is not None and (both := _pair(text, pair, loose=False)) is not None:
        rest = text[both[-1].end:].strip(" :;.)–—-")
        if not rest or _WORDS.match(rest) is not None or _told(text, both[-1].end + len(text[both[-1].end:]) - len(text[both[-1].end:].lstrip(" :;.)–—-"))):
            return both, both[-1].end
    return None


def _pair(text: str, pair: re.Match[str], *, loose: bool) -> list[Part] | None:
    mover, seconder = person_at(text, pair.span("m")), person_at(text, pair.span("s"))
    if mover is None or seconder is None or mover[0] != pair.start("m") or mover[1] != pair.end("m") or seconder[0] != pair.start("s"):
        return None
    few = all if "/" in text[mover[1]:seconder[0]] else any
    if not loose and few(title_at(text, a) is None and (is_word(word := text[a:b].split()[-1]) or is_civic(word)) for a, b in (mover, seconder)):
        return None
    return [Part("mover", *mover), Part("seconder", *seconder)]


def line_parts(para: Paragraph) -> tuple[Part, ...] | None:
    """The parts of a paragraph: a number before them is its marker, or the slip's."""
    if para.mark is None:
        return parts(para.text)
    return (parts(para.text) if para.mark.kind == "reference" else None) or parts(para.text, para.start)
