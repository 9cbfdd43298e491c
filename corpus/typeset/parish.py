"""A parish council's minutes: short numbered minutes, planning replies, payments."""

from __future__ import annotations

import datetime as dt

from .ink import Page, Stroke
from .looks import said_date, short_date, vary
from .pack import Pack, minute, put
from .page import Paper, Style, Text
from .prose import PARISH, SAID, THEMES, VERBS, Writer
from .tables import Cell, Row, grid
from .truth import Attendance, Meeting, Truth, Vote
from .words import ROADS, Dice, People, Person, clock, day, listing, place

HOUSE = Style(
    family="times",
    size=11.5,
    leading=1.18,
    left=68,
    right=62,
    top=80,
    bottom=84,
    gap=7,
    border="full",
    dates="{th} {month} {y}",
)
PAYEES = (
    "Clerk's salary|Salary|{month}",
    "Lanternfield Grounds Ltd|Grass cutting|two cuts",
    "Moot Hall Trust|Hall hire|{month}",
    "Quarrymen Insurance|Annual premium|year 2 of 3",
    "Brightwell Lighting|Street lamp repair|lamp 14",
    "Tollgate Print|Newsletter|spring issue",
    "Parish Online Services|Website hosting|annual",
    "A1 Playground Checks|Inspection|",
    "Dovecote Water|Allotment supply|quarter",
    "Ropewalk Signs|Village sign|deposit",
    "Beacon Accountancy|Internal audit|",
)
WORKS = (
    "Single storey rear extension|No objection",
    "Fell one ash and reduce two limes|No objection",
    "Change of use from shop to dwelling|Objection: loss of the last shop in the village",
    "New porch and rooflights|No objection",
    "Outline application for four dwellings|Objection: access onto a narrow lane",
    "Replacement of windows (listed building)|No comment",
)


class _Minutes:
    """The minutes while they are written."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.style = vary(HOUSE, dice)
        self.place = "Nether Quillmere" if dice.house else dice.choice(("Great ", "Little ", "Upper ", "", "Long ")) + place(dice)
        self.date = dt.date(2024, 9, 17) if dice.house else day(dice)
        self.council = f"{self.place} Parish Council"
        self.truth = Truth(self.council, "GB")
        self.paper = Paper(self.style, "minutes")
        self.writer = Writer(dice, self.date.year, PARISH)
        people = People(dice)
        self.members = people.several(6 if dice.house else dice.randint(4, 9))
        self.away = people.several(1 if dice.house else dice.randint(1, 2))
        self.clerk, self.guest = people.one(), people.one()
        self.themes = dice.sample(THEMES, 8)
        self.count = 96 if dice.house else dice.choice((0, dice.randint(1, 150)))
        self.numbering = dice.vary("year", "month", "plain", "year")
        self.hour = (19, 30) if dice.house else dice.choice(((19, 0), (19, 30), (18, 45)))
        self.earlier = self.date - dt.timedelta(days=dice.choice((28, 35, 63)))

    def head(self, title: str, keep: float = 26) -> str:
        """The next minute's number and heading."""
        self.count += 1
        no = {
            "year": f"{self.date:%y}/{self.count:03d}",
            "month": f"{self.date:%m.%y}.{self.count:02d}",
            "plain": str(self.count),
        }[self.numbering]
        label = no if self.numbering != "plain" else self.style.numbers.format(no)
        page = self.paper.para(title, label=label, label_face="b", hang=58, face="b", align="left", before=6, after=2, keep=keep)
        minute(self.truth, page, no, title)
        return no

    def say(self, text: Text) -> Page:
        """A paragraph under the heading."""
        return self.paper.para(text, left=58)

    def who(self, person: Person) -> str:
        """A councillor as the minutes name them."""
        return f"Cllr {person.last}"

    def decide(self, no: str, text: str, how: str) -> None:
        """A resolution with proposer and seconder; `how` is the result as printed."""
        mover, seconder = self.dice.sample(self.members, 2)
        a, b = self.who(mover), self.who(seconder)
        end = self.dice.fork("who").vary(
            f"Proposed {a}, seconded {b}, {how}.",
            f"(proposed by {a}, seconded by {b}) {how.capitalize()}.",
            f"Proposed by {a} and seconded by {b}; {how}.",
        )
        lead = self.dice.fork("lead").vary("It was RESOLVED", "RESOLVED", "It was resolved", "Resolved:")
        page = self.say([(f"{lead} to", self.dice.fork("lead").vary("", "b")), (f"{text}.", ""), (end, self.dice.fork("end").vary("", "i"))])
        count: list[int | None] | None = None
        if how[0].isdigit():
            parts = [int(word) for word in how.split() if word.isdigit()]
            count = [parts[0], parts[1], parts[2]]
        self.truth.resolve(f"{text}.", page, no, Vote(a, b, count, outcome="carried"))

    def how(self) -> str:
        """How a vote went, in words."""
        here = len(self.members)
        return self.dice.vary("all in favour", "all in favour", "agreed unanimously", f"{here - 1} for, 0 against, 1 abstention")


def _opening(m: _Minutes) -> None:
    paper, dice, truth, size = m.paper, m.dice, m.truth, m.style.size
    date, when = m.date.isoformat(), said_date(m.style, m.date)
    venue = dice.vary("The Reading Room", "Village Hall", "St Elfreda's Church Room", "Memorial Hall")
    shown = clock(*m.hour, dice.vary("tight", "dot"))
    paper.para(m.council.upper(), face="b", size=size + 4, align="centre", after=6)
    paper.para(
        dice.vary(
            f"MINUTES of the meeting held in {venue} on {when} at {shown}",
            f"Minutes of the Parish Council Meeting held at {shown} on {when} in {venue}",
        ),
        face="b",
        align="centre",
        after=14,
    )
    truth.meetings.append(Meeting(m.council, date, f"{m.hour[0]:02d}:{m.hour[1]:02d}", venue))
    names = [f"Cllr {p.name}" + (" (Chair)" if at == 0 else "") for at, p in enumerate(m.members)]
    word = dice.vary("Present:", "PRESENT", "Members Present:")
    if dice.vary("run", "list", "columns") == "run":
        paper.para([(word, "b"), (listing(names) + ".", "")], after=4)
    else:
        paper.para(word, face="b", after=3)
        for name in names:
            paper.para(name, after=1)
        paper.space(4)
    truth.attendance += [Attendance(p.name, "present", date, "Chair" if at == 0 else None) for at, p in enumerate(m.members)]
    paper.para(
        [
            (dice.vary("In attendance:", "Also present:"), "b"),
            (f"{m.clerk.name} (Clerk), {m.guest.name} (District Councillor) and {dice.randint(2, 9)} members of the public.", ""),
        ],
        after=10,
    )
    truth.attendance.append(Attendance(m.clerk.name, "in_attendance", date, "Clerk"))
    truth.attendance.append(Attendance(m.guest.name, "in_attendance", date, "District Councillor"))
    m.head(dice.vary("Apologies for absence", "Apologies"))
    m.say(f"Apologies had been received from {listing([f'Cllr {p.name}' for p in m.away])}.")
    truth.attendance += [Attendance(p.name, "apologies", date) for p in m.away]
    m.head("Declarations of interest")
    m.say("There were no declarations of interest.")
    no = m.head("Minutes of the last meeting")
    m.decide(no, f"approve the minutes of the meeting held on {short_date(m.style, m.earlier)} as a true record", "all in favour")


def _payments(m: _Minutes) -> None:
    """Accounts for payment, in a table whose columns sum."""
    dice = m.dice
    no = m.head(dice.vary("Finance", "Accounts for payment"), keep=90)
    net_all = vat_all = 0
    rows: list[Row] = [["Payee", "Detail", "Net £", "VAT £", "Total £"]]
    month = short_date(m.style, m.date).split()[1]
    for line in dice.sample(PAYEES, 8 if dice.house else dice.randint(4, len(PAYEES))):
        payee, what, note = line.split("|")
        net = dice.randint(1800, 96000)
        vat = dice.choice((0, net // 5))
        net_all, vat_all = net_all + net, vat_all + vat
        detail = what + (f" ({note.format(month=month)})" if note else "")
        rows.append([payee, detail, f"{net / 100:,.2f}", f"{vat / 100:,.2f}", f"{(net + vat) / 100:,.2f}"])
    total = [f"{n / 100:,.2f}" for n in (net_all, vat_all, net_all + vat_all)]
    rows.append([Cell("Total", face="b", colspan=2), None, *(Cell(text, face="b") for text in total)])
    m.decide(no, f"approve the payments listed below, in total £{total[2]}", m.how())
    m.truth.tables.append(grid(m.paper, rows, (30, 32, 12, 12, 14), aligns=("left", "left", "right", "right", "right")))


def _planning(m: _Minutes) -> None:
    """Planning applications with the council's reply in the last column."""
    m.head("Planning")
    m.say("The following replies had been sent since the last meeting:")
    rows: list[Row] = [["Reference", "Site", "Proposal", "Reply sent"]]
    for line in m.dice.sample(WORKS, 3 if m.dice.house else m.dice.randint(2, 5)):
        work, reply = line.split("|")
        ref = f"{m.date:%y}/{m.dice.randint(200, 3999):05d}/{m.dice.choice(('F', 'TCA', 'LB', 'OUT'))}"
        rows.append([ref, f"{m.dice.randint(1, 60)} {m.dice.choice(ROADS)}, {m.place}", work, reply])
    m.truth.tables.append(grid(m.paper, rows, (18, 26, 32, 24)))


def _actions(m: _Minutes) -> None:
    """The list of actions at the end."""
    m.paper.para("ACTION LIST", face="b", before=10, after=4, keep=70)
    rows: list[Row] = [["No", "Action", "Owner", "Update"]]
    for at, theme in enumerate(m.themes[:4], start=1):
        rows.append(
            [
                f"{m.date:%b%y}.{at:02d}",
                f"Write to the county council about {theme.many} in {m.dice.choice(ROADS)}",
                "".join(word[0] for word in m.dice.choice(m.members).name.split()),
                m.dice.choice(("", "In hand", "Completed")),
            ]
        )
    m.truth.tables.append(grid(m.paper, rows, (14, 52, 12, 22)))


def build(dice: Dice) -> Pack:
    """A parish council's minutes, one document."""
    m = _Minutes(dice)
    _opening(m)

    def matter(at: int, decisions: int) -> None:
        theme = m.themes[at]
        no = m.head(theme.topic)
        for _ in range(4 if dice.house else dice.randint(1, 3)):
            m.say(m.writer.speech(theme, dice.randint(2, 4)))
        for _ in range(decisions):
            m.decide(no, m.writer.one(VERBS, theme), m.how())

    m.head("Public participation")
    m.say(m.writer.one(SAID, m.themes[7]))
    order = ["matter0", "matter1", "planning", "matter2", "payments", "matter3", "matter4", "report"]
    if not dice.house:
        dice.shuffle(order)
        order = order[: dice.randint(5, len(order))]
    for step in order:
        if step == "planning":
            _planning(m)
        elif step == "payments":
            _payments(m)
        elif step == "report":
            m.head("Reports from County and District Councillors")
            m.say("Written reports had been circulated. " + m.writer.speech(m.themes[6], 2))
        else:
            at = int(step[-1])
            matter(at, (1, 2, 1, 0, 1)[at])
    m.head("Date of next meeting")
    m.say(f"The next meeting will be held on {said_date(m.style, m.date + dt.timedelta(days=28))}. The meeting closed at {clock(21, 5, 'tight')}.")
    m.paper.room(60)
    m.paper.para(f"Signed {'.' * 44}    Chair, {m.council}", before=24, align="left")
    m.paper.para(f"Date {'.' * 30}", before=10)
    if dice.vary(True, False):
        _actions(m)
    foot = dice.vary("clerk", "page", "clerk")

    def furniture(page: Page, at: int, count: int) -> None:
        if foot == "clerk":
            put(page, f"Page | {at}", "right", page.height - 46, 9, gray=0.4)
            page.marks.append(Stroke(60, page.height - 52, page.width - 56, page.height - 52, 0.4, 0.6))
            put(page, f"Parish Clerk: {m.clerk.name}", "centre", 52, 8, family=m.style.family)
            put(page, f"3 {ROADS[0]}, {m.place}", "centre", 42, 8, family=m.style.family)
        else:
            put(page, f"Page {at} of {count}", "centre", 40, 9, family=m.style.family)

    m.paper.furniture = furniture
    stem = f"{m.place.lower().replace(' ', '-')}-pc--{m.date.isoformat()}-minutes"
    return Pack(stem=stem, truth=m.truth, papers=[m.paper])
