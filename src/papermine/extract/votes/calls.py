"""Roll calls that print each member's vote beside the name: "Hobbs – yes, Jarvi – yes", "Councillor Tull    Aye"."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import NUMBER_WORDS, Ballot, option_of
from papermine.extract.votes.lists import take_names
from papermine.language.movers import NAME
from papermine.language.names import read_person
from papermine.language.screened import Screened
from papermine.language.titles import MEMBER, SEAT

_WORD = r"(?:yes|aye|yea|yay|no|nay|against|for|in favou?r|abstain(?:ed|s|ing)?|abstention|absent|excused|recused?|not voting)"
_SHORT = NAME.replace("{0,6}", "{0,6}?")
"""A name that ends as soon as a vote follows: "Councillor Veitch Yea Councillor DeSousa Nay" are two."""
_VOTE = re.compile(rf"(?P<who>{_SHORT})(?:,\s+{SEAT})?\s*(?:[-–—:,(=\"“]|\s(?:voted|voting|votes))*\s*[\"“(]?(?P<word>{_WORD})\b[\"”)]?", re.I)
_HEAD = re.compile(r"(?:(?:A\s+)?(?:Roll[- ]?[Cc]all|ROLL[- ]?CALL|Recorded|RECORDED)(?:\s+(?:[Vv]ote|VOTE))?(?:\s+(?:was taken|as follows|resulted|being))?|Vote|VOTE|Voting|On roll call(?: vote)?|Upon roll call(?: vote)?)\s*[:.,–-]*\s*")
_GAP = re.compile(r"[\s,;.)&•|]*(?:and\s+)?")
_ENDED = Screened(r"[.,;]?\s+(?:(?:The\s+)?(?i:motion)\s+)?(?:(?:was|is)\s+)?(?i:carried|carries|did not carry|passed|passes|failed|fails|lost|approved|denied)(?:\s+(?:unanimously|\d+\s?-\s?\d+))?\s*\.?$", ("carried", "carries", "carry", "passe", "fail", "lost", "approved", "denied"))
_LOWER = re.compile(r"\s(?!(?:de|van|der|von|la|le|du|ap|ab|of|the)\b)[a-z]")
"""No name: "Vane would vote yes"."""
_CLOSED = re.compile(r"[”\")]*\s*(?:[.;,]|$)")
_TOGETHER = re.compile(rf"(?:(?:Town |City |County )?(?:{MEMBER}|Members)\s*[,:]?\s+)?"
                       rf"(?P<who>{NAME}(?:\s*,\s*(?:and\s+)?{NAME}|\s+and\s+{NAME})+)\s*[,:–-]\s*(?P<word>(?i:{_WORD}))\s*(?=[.;]|$)")
"""Several members and one word: "Councilmen Tom Drew, Donald Lovelace, Greg Stevenson, yes."."""
_BY = re.compile(r"\((?=[A-Z][\w.’' ]{2,30}\s?[-–—]\s?(?i:yes|aye|yea|no|nay)\b)|\b(?:voted as follows\s*:\s*(?=[A-Z])|[Rr]oll[- ][Cc]all [Vv]ote(?: was (?:recorded|taken))?\s*:\s*(?=[A-Z])|by (?:the following )?(?:roll[- ]call )?vote\s*:\s*(?=[A-Z])|(?:[Oo]n (?:a |the )?roll[- ]call,? )?[Tt]he vote was\s*:\s*(?=[A-Z])|(?:by|with) (?:(?:a|the) (?:roll[- ]call )?vote of |a roll[- ]call:? )?(?=[A-Z])|[Oo]n (?:a |the )?roll[- ]call(?: vote)?\s*[,:]?\s+(?=[A-Z]))")


def read_roll_call(paras: Sequence[Paragraph], at: int) -> tuple[Ballot, int] | None:
    """The roll call that starts at paragraph ``at``, and the index after it; None where there is none.

    At least two members with a vote each, and nothing else between them.
    """
    ballot = Ballot(lists=True)
    k = at
    while k < len(paras) and k < at + 60:
        found = _in(paras[k], _HEAD.match(paras[k].text))
        if found is None or (not found.names and not (k == at and _headed(paras[k].text))):
            break
        ballot.join(found)
        ballot.places += paras[k].places()
        k += 1
    return (ballot, k) if len(ballot.names) > 1 else None


def _headed(text: str) -> bool:
    m = _HEAD.match(text)
    return m is not None and m.end() >= len(text)


def roll_call_in(para: Paragraph, start: int, end: int) -> tuple[Ballot, int] | None:
    """The roll call that part of a paragraph prints, and where its words begin: "Roll call vote: Hobbs – yes, Jarvi – yes."."""
    text = para.text[start:end]
    head = _HEAD.match(text)
    if head is None or not head.group().strip():
        head = next((m for m in _BY.finditer(text) if (told := _read(para, start + m.end(), end)) is not None and len(told.names) > 1), None)  # "Motion carried by Jo Keough yea, Gus Mantay yea."
        if head is None:
            return None
    found = _read(para, start + head.end(), end)
    while found is not None and end < len(para.text) and (more := _VOTE.match(para.text, end + 1)) is not None and _CLOSED.match(para.text, more.end()) is not None \
            and (longer := _read(para, start + head.end(), more.end())) is not None:
        found, end = longer, more.end() + 1  # "Roll Call Vote: Vest, aye; Rusk, absent. Jordan, aye. Anderson, aye."
    return (found, start + head.start()) if found is not None and len(found.names) > 1 else None


def _in(para: Paragraph, head: re.Match[str] | None) -> Ballot | None:
    start = head.end() if head else 0
    return _read(para, start, len(para.text)) if para.text[start:].strip() else Ballot(lists=True)


def _read(para: Paragraph, start: int, end: int) -> Ballot | None:
    ballot = Ballot(lists=True)
    at = start
    text = para.text
    if (told := _ENDED.search(text, start, end)) is not None:
        end = told.start()  # "Lund-Nay, Motion carried."
    while at < end:
        gap = _GAP.match(text, at, end)
        at = gap.end() if gap else at
        if at >= end:
            break
        m = _VOTE.match(text, at, end)
        if m is None and (several := _TOGETHER.match(text, at, end)) is not None and (cast := option_of(several["word"])) is not None:
            take_names(ballot, para, *several.span("who"), cast)
            at = several.end()
            continue
        if m is None or not m["who"][0].isupper():
            return None
        who = m["who"].rstrip(" ,-–—:")
        if read_person(who, surname=True) is None or _LOWER.search(who) is not None or who.lower() in NUMBER_WORDS or re.fullmatch(rf"(?:{_WORD}|motion|all|vote|members?)", who, re.I):
            return None
        option = option_of(m["word"])
        if option is not None:
            ballot.names.append((who, option, para.places(m.start("who"), m.start("who") + len(who), "person_name")[0]))
        at = m.end()
    return ballot
