"""Minutes that no title tells: weak signs of a meeting that was held, added up over a page, against signs of what is still to come."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.document import LaidPage, Line
from papermine.language.dates import find_dates
from papermine.language.labels import label_at
from papermine.language.titles import TITLE
from papermine.segment.minuted import titled

_WHO = (r"(?:(?:the\s+)?(?:chair\w*|vice-chair\w*|mayor|reeve|warden|president|presiding\s+officer|clerk|secretary|treasurer|members?|councill?ors?|committee|council|board|court|trustees?|commissioners?|supervisors?|"
        r"directors?|officers?|meeting|panel|administrator|manager|attorney|cllrs?|crs?|ald\w*|m[rs]{1,2}s?|dr|miss|judge|motion|resident)\b\.?(?:\s+(?-i:[A-Z])[\w.'’-]*){0,4})")
_DID = r"(?:\w{2,}ed|gave|said|told|took|made|left|felt|spoke|met|read|went|put|led|sought|was|were|had)"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: its weight each time it is printed, up to ``most``. ``met``: it speaks of the meeting itself, not of what was said there."""

    name: str
    weight: float
    most: float
    pattern: re.Pattern[str]
    met: bool = False

    def weigh(self, text: str) -> float:
        """What the sign weighs in ``text``, a page with its line breaks."""
        got = 0.0
        for _ in self.pattern.finditer(text):
            got += self.weight
            if got >= self.most:
                return self.most
        return got


def _sign(name: str, weight: float, most: float, pattern: str, *, met: bool = False) -> Sign:
    return Sign(name, weight, most, re.compile(pattern, re.I | re.M), met)


HELD = (
    _sign("began", 2, 2, r"\bcall(?:ed|ing)\b[^;]{0,160}?\bto\s+order\b|\b(?:was|were|duly)\s+(?:\w+ly\s+)?(?:called\s+to\s+order|opened|convened|constituted)\b|\bmeeting\b[^.;]{0,80}?\bwas\s+(?:duly\s+)?held\b|\b(?:convened|met)\s+(?:in(?!\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b)|at|on|for|via|by|pursuant|this)\b|"
          r"\b(?:opened|declared|convened|commenced|began|started|chaired)\b[^.;]{0,60}?\b(?:meeting|session|open)\b|\b(?:meeting|session|council|board|court)\s+(?:was\s+)?(?:duly\s+)?(?:opened|commenced|began|started|convened)\b|\bbe\s+it\s+remembered\b|"
          r"\bbegun\s+and\s+hold?en\b|\bwelcomed\b[^.;]{0,60}\bmeeting\b|\b[cg]ynhaliwyd\b", met=True),
    _sign("came", 2, 2, r"\b(?<=[.;] )present: +(?-i:[A-Z][a-z])|\b(?:were|was)\s+(?:also\s+|not\s+)?(?:present|absent|in\s+attendance|excused)\b|\b(?:present|in\s+attendance|absent)\s+(?:were|was|included)\b|\brecorded\s+as\s+present\b|\bin\s+the\s+chair\b|\bpresiding\b|\battended\s+(?:the|this)\s+meeting\b|\banswered\b[^.;]{0,20}\broll\b|"
          r"\bapologies\b[^.;]{0,40}\b(?:were|was|had\s+been)\b|\bapologies\s+from\s+(?-i:[A-Z])|\bpresennol\b", met=True),
    _sign("moved", 1.5, 3, r"\b(?:moved|proposed|motion(?:\s+(?:was\s+)?made)?|seconded|second|supported|offered)(?:(?:\s+by\s*:?|\s*:)\s+(?-i:(?!The|A\b|That|This|To\b)[A-Z])|\s+(?-i:(?!The|A\b|That|This|To\b)[A-Z](?:\.|[\w’'-]*[a-z])))|\b(?-i:[A-Z][\w.'’-]+)\s+(?:moved|seconded|motioned|proposed|offered|seconds|moves)\b|"
          r"\bmade\s+(?:a|the)\s+motion\b|\bcynigiwyd\b", met=True),
    _sign("ended", 2, 2, r"\badjourned\b|\bmeeting\s+(?:was\s+)?(?:closed|ended|concluded|finished|terminated)\b|\bno\s+further\s+business\b|\bclosed\s+the\s+meeting\b", met=True),
    _sign("outcome", 1.5, 3, r"\b(?:carried\b|motion\s+(?:was\s+)?(?:\w+ly\s+)?(?:passed|failed|approved|adopted|lost|defeated)\b|unanimous(?:ly)?\b|(?:ayes?|nays?|yeas?|noes)\b\s*[-–—:]|voting\s+(?:aye|yes|no|nay)\b|voted\b|"
          r"(?:it\s+was|council|committee|board|members|councillors)\s+(?:\w+ly\s+)?(?:resolved|agreed|noted|reported|moved)\b|penderfynwyd\b|cytunwyd\b)|^\W*(?-i:RESOLVED|AGREED|NOTED|Resolved|Agreed|Noted)\b"),
    _sign("said", 0.75, 3, rf"\b{_WHO}\s+(?:(?:also|then|had|has|have|further|\w+ly)\s+)?{_DID}\b"),
    _sign("done", 0.5, 2, r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:\w+ed|read|given|taken|made|put|held|sent)\b|\bthere\s+(?:was|were|being)\b|\b\w+wyd\b"),
)
"""What minutes tell, in the past."""
COMING = (
    _sign("called", 3, 3, r"\bwill\s+(?:be\s+held|meet|hold)\b|\bto\s+be\s+held\b|\bhereby\s+(?:given|summoned|notified|called)\b|\byou\s+are\s+(?:\w+\s+)?(?:invited|summoned|requested)\b|\breasonably\s+anticipated\b|\bis\s+requested\b|\bplease\b"),
    _sign("to do", 1, 4, r"^\W*(?:(?:item\s+)?[\dA-Za-z]{1,3}(?:[./]\d+)*[.):]?\s+)?to\s+(?:receive|consider|approve|confirm|note|discuss|agree|sign|elect|appoint|review|adopt|resolve|authori[sz]e|hear|transact|deal|report|decide)\b"),
    _sign("pages", 2, 4, r"\bpages?\s+(?:no\.?\s*)?\d+\s*[-–—]\s*\d+"),
    _sign("letter", 3, 6, r"^\W*(?:dear\s|yours\s+(?:sincerely|faithfully|truly))|\bI\s+(?:am|was|have|hope|had|voted|think|would|write|attended)\b"),
    _sign("speech", 1.5, 4.5, r"^\W*(?-i:(?:Q|A|[A-Z]{2,})(?:\s[A-Z]{2,}){0,2}):\s+(?-i:[A-Z])[^\n:]*\?|\bwe\s+are\s+adjourned\b"),
    _sign("recommends", 2, 2, r"\b(?:is|are)\s+(?:recommended|asked|invited)\s+(?:that|to)\b"),
    _sign("report", 2, 4, r"^\W*(?:\d{1,2}(?:\.\d)?[.)]?\s+)?(?:subject|title|purpose|reasons?\s+for\s+(?:report|decision)|executive\s+summary|summary|background|introduction|(?:officer['’]?s?\s+|staff\s+)?recommendations?|implications|fiscal\s+impact|conclusions?|contact\s+officer|report\s+(?:of|by|author)|author)\b(?:[^.\n]{0,30}$|\s*:)"),
)
"""What an agenda calls for, a letter asks and a report is made of."""
_TITLE = re.compile(r"\b(?:minutes?|m\s+i\s+n\s+u\s+t\s+e\s+s|proceedings|notes\s+of|record\s+of|cofnodion)\b", re.I)
_OF_OTHERS = re.compile(r"\b(?:extracts?|approv\w*|confirm\w*|previous|last|adopt\w*|arising|to\s+receive)\b", re.I)
_ITEM = re.compile(r"\W*\d{1,2}[.)]?\s+minutes\b.{0,45}$", re.I)
_HELD = re.compile(r"\b(?:meetings?|sessions?)\b[^;]{0,140}?(?<!be )\bheld\b", re.I)
_NAMED = re.compile(r"\W*(?:(?:annual|general|ordinary|extraordinary|special|monthly|quarterly)\s+){0,3}meeting\s+(?:of|no)\b", re.I)
_MEETS = re.compile(r"\b(?:meetings?|sessions?|council|committee|board|court|commission\w*|panel|cabinet|authority|executive|jury|cyfarfod|cyngor)\b", re.I)
_CAME = re.compile(r"\bpresent|sederunt|\battend|roll call", re.I)
_ROLL_ALONE = re.compile(r"\W*(?:(?:members|councillors|those)\s+)?present\W*", re.I)
_NAMED_FIRST = re.compile(rf"\W*(?:(?:the\s+)?{TITLE}\b\.?\s+[A-Z]|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,3}}\s*(?:[(,;]|[–-]\s)\s*[A-Z(])")
_STARRED = re.compile(r"\W*(?:denotes\s+)?members?\s+(?:\w+\s+)?present\W*$", re.I)
_STAR = re.compile(rf"\*\s*{TITLE}\b")
"""A roll whose label stands over its names: "PRESENT" ⏎ "Cllrs Vane, Orde"; or that is starred: "*Councillor Vane", "* Member present"."""
_ALSO = re.compile(r"also\b", re.I)
_ROLL = re.compile(r"attend|absen|apolog|regrets|excused|roll call", re.I)
_OTHER_KIND = re.compile(
    r"(?!.*\b(?:board|committee)\s+of\s+\w+)\W*(?:[\w’'&.,/-]+\s+){0,5}(?:newsletter|news|press\s+release|media\s+release|reports?|statements?|letters?|ordinance|by-?law|resolution\s+(?:no|#|\d)|bulletin|action\s+(?:log|list|sheet)|determination|findings|extracts?|reference\s+from|consultation|results|review|"
    r"engagements|announcements|communications?|order\s+paper|forward\s+plan|attendance\s+record|briefing|memo(?:randum)?|proclamation|petition|leaflet|survey|notices?\s+of\s+motion|(?:group|budget)\s+amendments?|amendments\s+to|actions?\s+arising|transcript|complaint|diary)\b"
    r"(?!\W+(?:(?:and|of)\s+\w+\s+)?(?:committee|board|panel|commission|sub-?committee|meeting)\b)", re.I)
"""A title that names another kind of paper, which may tell of a meeting too: "Heath Parish Council Newsletter", "Chairman's report"."""
_AGENDA = re.compile(r"(?!.*\b(?:approv\w*|adopt\w*|accept\w*|confirm\w*|review\w*|set|changes?|additions?|amend\w*|consent|order|items?)\b)\W*(?:[A-Za-z’'&.,/-]+\s+){0,5}agenda\b", re.I)
"""A title that calls a meeting: "AGENDA – Thursday, 15 August 2019"."""
_OF_MEETING = {sign.name for sign in HELD if sign.met} | {"title", "held", "roll"}
_ENOUGH, _PLENTY = 4.0, 5.5


def told(lines: Sequence[Line], page: LaidPage, strong: int = 0) -> bool:
    """Do these lines, the first of ``page``, open minutes: a meeting's name and day, and enough that tells of it in the past?

    Two signs at least speak of the meeting itself (how it began, who came, who moved, when it ended, its title), or one
    where much was decided; and something is told in a sentence, or those present are listed below a meeting's name and nothing speaks against it. ``strong``: how many labels
    of a report's header the page has.
    """
    head = _head(lines)
    if _MEETS.search(head) is None or (page.number > 1 and not any(titled(line, page) for line in lines[:3]) and _HELD.search(head) is None):
        return False
    if not any(found.date for found in find_dates(head)) and (page.number > 1 or not _called(lines)):
        return False
    agenda = next((i for i, line in enumerate(lines[:8]) if _AGENDA.match(line.text) and titled(line, page)), None)
    if agenda is not None and (not _called(lines[:agenda + 1]) and (not _called(lines) or weigh(lines).keys().isdisjoint({"began", "outcome"}))):
        return False
    if _labelled(lines).keys() <= {"others"} and not _decides_much(lines) and not any(sign.weigh(_text(lines)) for sign in HELD if sign.name in ("began", "came", "ended")):
        return False  # as most pages: the dear signs need not be looked for
    weights = weigh(lines)
    if not weights.keys() & {"roll", "title"} and not _decides_much(lines) and (weights.keys().isdisjoint({"began", "came", "ended", "held"}) or weights.keys().isdisjoint({"outcome", "said", "done", "began", "ended"}) or (weights.keys().isdisjoint({"began", "came", "ended"}) and "recommends" in weights) or (not weights.keys() >= {"moved", "ended"} and any(_OTHER_KIND.match(line.text) and titled(line, page) for line in lines[:5]))):
        return False
    if page.number > 1 and not weigh(lines[:26]).keys() & {"began", "came", "roll"}:
        return False  # a page in the middle of minutes
    if not any(sign.name in weights for sign in HELD):
        named = weights.keys() & {"title", "held"} or any(_NAMED.match(line.text) for line in lines[:6])
        return (bool(named) or "others" in weights) and page.number == 1 and "roll" in weights and min(weights.values()) > 0  # titles and labels alone
    met = sum(name in weights for name in _OF_MEETING) + ("roll" in weights)
    return met > 0 and sum(weights.values()) - strong >= (_ENOUGH if met > 1 else _PLENTY)


def weigh(lines: Sequence[Line]) -> dict[str, float]:
    """The signs that these lines print, and what each weighs; below 0 what speaks against minutes."""
    text = _text(lines)
    weights = {sign.name: got for sign in HELD if (got := sign.weigh(text))}
    return weights | {sign.name: -got for sign in COMING if (got := sign.weigh(text))} | _labelled(lines)


def _called(lines: Sequence[Line]) -> bool:
    """A title of minutes stands among the first lines."""
    return any(_TITLE.search(line.text) and not _OF_OTHERS.search(line.text) and len(line) < 24 and _ITEM.match(line.text) is None for line in lines[:6])


def _decides_much(lines: Sequence[Line]) -> bool:
    """A list of what was decided, whatever it calls itself: "CITY CLERK'S REPORT" over three motions with their seconders."""
    return len(re.findall(r"\bseconded\b", _text(lines), re.I)) > 2


def of_meeting(lines: Sequence[Line]) -> float:
    """What speaks of a meeting that was held, and in no report: who came, how it began, who moved and when it ended."""
    return sum(got for name, got in weigh(lines).items() if name in _OF_MEETING - {"title", "held"})


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _head(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines[:9])[:600]


def _labelled(lines: Sequence[Line]) -> dict[str, float]:
    """What titles and labels weigh: a title of minutes, a meeting that was held, a roll of those who came, and others on it."""
    out: dict[str, float] = {}
    if _called(lines):
        out["title"] = 2
    if _HELD.search(_head(lines)):
        out["held"] = 1
    for line, below in itertools.pairwise([*lines[:40], *lines[-1:]]):
        if (_ROLL_ALONE.fullmatch(line.text) is not None and _NAMED_FIRST.match(below.text) is not None) or (_STARRED.match(line.text) is not None and sum(_STAR.match(other.text) is not None for other in lines[:40]) > 1):
            out["roll"] = 3
        cells = [text for text, _ in line.segments()[:3]]
        for i, cell in enumerate(cells[:2]):
            if (label := label_at(cell)) is None:
                continue
            if _ALSO.match(label[0]):
                out["others"] = 1
            elif _CAME.search(label[0]) and ((cell.rstrip().endswith(":") and ((next_label := label_at(below.text)) is None or not _ROLL.search(next_label[0]))) or re.search("[A-Za-z]{2}", " ".join([cell[label[1]:], *cells[i + 1:]]))):
                out["roll"] = 3
            elif _ROLL.search(label[0]):
                out["others"] = 1
    return out
