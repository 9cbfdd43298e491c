"""What became of the committed cabinet pack: the printed minutes of its meeting, and the decision notice.

Nothing varies: both papers answer the recommendations of `cabinet` as built in the house style, so that advice and outcome, one
decision in two printings, a close vote and a declaration of interest have a typeset example.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .ink import Page
from .pack import Pack, minute, put
from .page import Paper, Style
from .truth import Attendance, Meeting, Truth, Vote
from .words import Dice

STYLE = Style(family="helvetica", size=11, leading=1.2, left=72, right=72, top=72, bottom=70, gap=8)
COUNCIL = "Brindlecombe Borough Council"
DAY = dt.date(2025, 2, 4)
VENUE = "The Moot Hall, Tollgate Street, Brindlecombe"
MEMBERS = (("Jasvinder Tinsley", "Chair"), ("Olwen Langridge", "Cabinet Member for Neighbourhoods"),
           ("Meera Pickersgill", "Cabinet Member for Corporate Resources"), ("Greta Zielinski", "Cabinet Member for Economy and Skills"),
           ("Noor Jaggard", "Cabinet Member for Transport and Streets"), ("Saskia Dosanjh", "Cabinet Member for Culture and Heritage"),
           ("Nadia Wigglesworth", "Cabinet Member for Housing"), ("Opal Flitcroft", "Cabinet Member for Community Safety"))
OFFICERS = (("Isaac Sidhu", "Chief Executive"), ("Devika Tomkinson", "Corporate Director of Resources"))
AWAY = "Dinah Osgodby"


@dataclass(frozen=True)
class _Matter:
    """An item that the meeting decided: its number on the agenda, its title, what is said of it, its decision and reason."""

    item: str
    title: str
    said: str
    parts: tuple[str, ...]
    reason: str


MATTERS = (
    _Matter("4", "Revenue and Capital Budget 2025/26",
            "The Cabinet Member for Neighbourhoods presented the report. The budget requirement was £48.2 million, to be set under the Local "
            "Government Finance Act 1992.",
            ("Recommend to full Council the revenue budget set out in Appendix A.",
             "Recommend to full Council the capital programme set out in Appendix C.",
             "Delegate authority to the Corporate Director of Resources, in consultation with the Leader of the Council, to make minor changes to "
             "the budget.",
             "Approve the fees and charges listed in Appendix D with effect from 1 July 2026, with the exception of burial fees."),
            "To set a balanced budget."),
    _Matter("5", "Customer Contact Standards",
            "The Cabinet Member for Corporate Resources said that the ward figures had come too late to be considered.",
            ("the report be deferred to the next meeting of the Cabinet.",),
            "To allow the figures to be checked."),
    _Matter("6", "Adult Learning Review",
            "The Cabinet Member for Economy and Skills presented the report.",
            ("Support the proposal to consult residents of Eastgate and Quarry and Old Wharf wards on the adult learning offer.",
             "Adopt the adult learning offer standards with effect from 1 June 2026."),
            "To hear residents before the offer is settled."),
)
AMENDMENT = "That the increase in burial fees be taken out of Appendix D and that £35,000 be met from reserves."


def _top(paper: Paper, kind: str) -> None:
    paper.para(COUNCIL, face="b", size=15, align="centre", after=3)
    paper.para("Cabinet", face="b", size=13, align="centre", after=3)
    paper.para(kind, face="b", size=12, align="centre", after=10)


def _foot(paper: Paper, name: str) -> None:
    def draw(page: Page, at: int, count: int) -> None:
        put(page, f"{name} - page {at} of {count}", "centre", 36, 9)
    paper.furniture = draw


def _parts(paper: Paper, truth: Truth, matter: _Matter, number: str, vote: Vote) -> None:
    """RESOLVED that … or RESOLVED to: with lettered parts."""
    if len(matter.parts) == 1:
        (text,) = matter.parts
        truth.resolve(text, paper.para(f"RESOLVED that {text}", face="b", left=30), number, vote)
        return
    paper.para("RESOLVED to:", face="b", left=30, after=4, keep=30)
    for letter, text in zip("abcd", matter.parts, strict=False):
        truth.resolve(text, paper.para(text, label=f"({letter})", left=30, hang=28, after=4), number, vote, letter)


def _minutes(truth: Truth) -> Paper:
    day, paper, number = DAY.isoformat(), Paper(STYLE, "minutes"), 69
    _top(paper, "Minutes")
    paper.para(f"Minutes of the meeting of the Cabinet held on Tuesday 4 February 2025 at 10.00 am in {VENUE}.", after=10)
    truth.meetings.append(Meeting("Cabinet", day, "10:00", VENUE))
    paper.para("Present:", face="b", after=2)
    for name, post in MEMBERS:
        paper.para(f"Councillor {name} ({post})", left=20, after=1)
        truth.attendance.append(Attendance(name, "present", day, post))
    paper.para("Officers in attendance:", face="b", before=8, after=2)
    for name, post in OFFICERS:
        paper.para(f"{name}, {post}", left=20, after=1)
        truth.attendance.append(Attendance(name, "in_attendance", day, post))
    truth.attendance.append(Attendance(AWAY, "apologies", day))

    def head(title: str) -> str:
        nonlocal number
        number += 1
        page = paper.para(title, label=f"{number}.", label_face="b", hang=30, face="b", before=10, after=4, keep=50)
        minute(truth, page, str(number), title)
        return str(number)

    head("Apologies for Absence")
    paper.para(f"Apologies for absence were received from Councillor {AWAY}.", left=30)
    head("Declarations of Interest")
    paper.para("Councillor Nadia Wigglesworth declared a disclosable pecuniary interest in item 6 (Adult Learning Review), as her employer "
               "provides courses, and left the room.", left=30)
    at = head("Minutes of the meeting held on 7 January 2025")
    text = "the minutes of the meeting held on 7 January 2025 be confirmed and signed."
    truth.resolve(text, paper.para(f"RESOLVED that {text}", face="b", left=30), at)
    budget, contact, learning = MATTERS
    at = head(budget.title)
    paper.para(budget.said, left=30)
    paper.para("Councillor Noor Jaggard moved, and Councillor Saskia Dosanjh seconded, the following amendment:", left=30)
    page = paper.para(f"“{AMENDMENT}”", left=30)
    paper.para("On being put to the vote the amendment was lost by 3 votes to 5.", left=30)
    truth.resolve(f"“{AMENDMENT}”", page, at, Vote("Noor Jaggard", "Saskia Dosanjh", [3, 5, None], outcome="lost"))
    paper.para("The Leader then proposed, and Councillor Meera Pickersgill seconded, the recommendations with a later date for the fees and "
               "without the increase in burial fees. This was carried unanimously.", left=30)
    _parts(paper, truth, budget, at, Vote("The Leader", "Meera Pickersgill", outcome="carried"))
    at = head(contact.title)
    paper.para(contact.said, left=30)
    _parts(paper, truth, contact, at, Vote())
    number += 1  # a slip of the kind that clerks make: no minute has this number
    at = head(learning.title)
    paper.para(learning.said, left=30)
    paper.para("The recommendations were moved by Councillor Greta Zielinski, seconded by Councillor Olwen Langridge, put to the vote and carried "
               "by 4 votes to 3.", left=30)
    _parts(paper, truth, learning, at, Vote("Greta Zielinski", "Olwen Langridge", [4, 3, None], outcome="carried"))
    paper.para("The meeting closed at 11.20 am.", before=10)
    _foot(paper, "Cabinet, 4 February 2025")
    return paper


def minutes(dice: Dice) -> Pack:
    """The printed minutes of the cabinet's meeting of 4 February 2025."""
    truth = Truth(COUNCIL, "GB")
    return Pack(stem=f"brindlecombe--{DAY.isoformat()}-cabinet-printed-minutes", truth=truth, papers=[_minutes(truth)])


def notice(dice: Dice) -> Pack:
    """The decision notice of that meeting: what was decided, with reasons, printed a second time."""
    truth = Truth(COUNCIL, "GB")
    truth.meetings.append(Meeting("Cabinet", DAY.isoformat()))
    paper = Paper(STYLE, "decision")
    _top(paper, "Decision Notice")
    paper.para("Decisions taken at the meeting of the Cabinet held on Tuesday 4 February 2025.")
    paper.para("They take effect on 12 February 2025 unless they are called in.", after=10)
    for matter in MATTERS:
        paper.para(matter.title, label=f"{matter.item}.", label_face="b", hang=30, face="b", before=10, after=4, keep=50)
        _parts(paper, truth, matter, matter.item, Vote())
        paper.para([("Reason for the decision: ", "b"), (matter.reason, "")], left=30, before=4)
    _foot(paper, "Decision Notice")
    return Pack(stem=f"brindlecombe--{DAY.isoformat()}-cabinet-decision-notice", truth=truth, papers=[paper])
