"""A US city's agenda packet: roll call, consent calendar, ayes and noes, staff reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .ink import LETTER, Page
from .looks import COLOURS, list_label, said_date, short_date, vary
from .pack import Bound, Pack, Ranges, agenda_item, front, minute, number, put
from .page import Paper, Style
from .prose import AMERICAN, ASKS, SAID, THEMES, VERBS, Theme, Writer
from .reports import figures
from .tables import Row, grid
from .truth import Attendance, Meeting, Recommendation, Report, Truth, Vote
from .words import US_CITIES, WARDS, Dice, People, Person, clock, day

HOUSE = Style(
    family="helvetica",
    size=11,
    leading=1.16,
    left=72,
    right=72,
    top=70,
    bottom=76,
    gap=8,
    border="header",
    justify=False,
    numbers="{}.",
    dates="{weekday}, {month} {d}, {y}",
    sheet=LETTER,
)


@dataclass
class _Setting:
    city: str
    council: str
    body: str
    venue: str
    date: dt.date
    before: dt.date
    members: list[Person]
    staff: list[tuple[Person, str]]
    style: Style
    dice: Dice
    writer: Writer
    themes: list[Theme]
    lettered: bool


def _setting(dice: Dice) -> _Setting:
    city = US_CITIES[0] if dice.house else dice.choice(US_CITIES)
    date = dt.date(2024, 5, 14) if dice.house else day(dice, (0, 1, 2))
    people = People(dice)
    return _Setting(
        city=city,
        council=f"City of {city}",
        body=dice.vary("City Council", f"{city} City Council"),
        venue=dice.vary(f"Council Chambers, 200 Mesa Street, {city}", f"City Hall, 41 Larkspur Avenue, {city}"),
        date=date,
        before=date - dt.timedelta(days=14),
        members=people.several(dice.vary(5, 7, 5)),
        staff=[(people.one(), role) for role in ("City Manager", "City Attorney", "City Clerk", "Public Works Director", "Finance Director")],
        style=vary(HOUSE, dice, american=True),
        dice=dice,
        writer=Writer(dice, date.year, AMERICAN),
        themes=dice.sample(THEMES, len(THEMES)),
        lettered=dice.vary(False, True),
    )


def _act(s: _Setting, theme: Theme, dice: Dice) -> str:
    """An agenda item's title as a US city words it."""
    verb, rest = s.writer.one(VERBS, theme).split(" ", 1)
    return f"{verb.capitalize()} {rest}"


def _agenda(s: _Setting, truth: Truth, consent: list[str], business: list[str], ranges: Ranges) -> Paper:
    """The agenda; items under headings that only group them."""
    dice, size = s.dice.fork("agenda"), s.style.size
    paper = Paper(s.style, "agenda")
    paper.crest(paper.width / 2 - 22, 54, COLOURS[2] if dice.house else dice.choice(COLOURS))
    paper.space(62)
    paper.para(s.council.upper(), face="b", size=size + 3, align="centre", after=3)
    paper.para(dice.vary("Regular Meeting Agenda", "Agenda of the Regular Meeting"), face="b", size=size + 1, align="centre", after=3)
    paper.para(s.body, align="centre", after=8)
    for at, person in enumerate(s.members):
        paper.para(f"{person.name} - {('Mayor', 'Mayor Pro Tem')[at] if at < 2 else 'Council Member'}", face="i", align="centre", after=1)
    paper.rule(1.2, after=4)
    paper.para(f"{said_date(s.style, s.date)} {clock(18, 30, 'colon')}", face="b", align="centre", after=3)
    paper.para(s.venue, face="b", align="centre", after=3)
    paper.rule(1.2, after=10)
    paper.para(
        "Members of the public may address the City Council on any item on the agenda. Comments are limited to three "
        "minutes. Please hand a speaker card to the City Clerk before the item is called."
    )

    def open_item(title: str, presenter: str | None = None) -> None:
        page = paper.para(
            title, face="b", size=size + 1, align="centre", underline=dice.fork("underline").vary(True, False), before=6, after=3, keep=30
        )
        if presenter:
            paper.para(presenter, align="centre", after=6)
        agenda_item(truth, page, None, title, presenter)

    def item(no: str, title: str) -> None:
        shown = title.upper() if dice.fork("caps").vary(True, False) else title
        page = paper.para(shown, label=s.style.numbers.format(no), label_face="b", hang=30, face="b", align="left", after=2 if no in ranges else 9)
        if no in ranges:
            first, last = ranges[no]
            paper.para(f"(Pages {first} - {last})" if first != last else f"(Page {first})", left=30, after=9)
        agenda_item(truth, page, no, shown)

    open_item("CALL TO ORDER", f"Mayor {s.members[0].last}")
    open_item("ROLL CALL", f"City Clerk {s.staff[2][0].name}")
    open_item("PLEDGE OF ALLEGIANCE")
    open_item("PUBLIC COMMENT")
    paper.para("CONSENT CALENDAR", face="b", size=size + 2, before=8, after=4, keep=60)
    paper.para(
        "Items on the Consent Calendar are considered routine and may be approved by one motion. Any member of the "
        "Council or public may ask for an item to be taken separately."
    )
    for at, title in enumerate(consent, start=1):
        item(_label(s, "C", at, 0), title)
    paper.para(
        "OTHER BUSINESS" if dice.house else dice.choice(("OTHER BUSINESS", "REGULAR BUSINESS")), face="b", size=size + 2, before=8, after=6, keep=60
    )
    for at, title in enumerate(business, start=1):
        item(_label(s, "D", at, len(consent)), title)
    open_item("FUTURE COUNCIL INITIATED AGENDA ITEMS")
    open_item("ADJOURNMENT")
    return paper


def _label(s: _Setting, letter: str, at: int, after: int) -> str:
    """An item's number: running, or by section as in "C2"."""
    return f"{letter}{at}" if s.lettered else str(at + after)


class _Vote:
    """Prints motions and how each member voted."""

    def __init__(self, s: _Setting, truth: Truth, paper: Paper, here: list[Person]) -> None:
        self.s, self.truth, self.paper, self.here = s, truth, paper, here
        self.form = s.dice.vary("msc", "ayes", "prose")

    def put(self, no: str | None, action: str, noes: int, abstain: int) -> None:
        """A motion to do `action`, with the names of those for, against and abstaining."""
        s, dice, left = self.s, self.s.dice, 30.0
        mover, seconder = (p.last for p in dice.sample(self.here, 2))
        pool = [p for p in self.here if p.last not in (mover, seconder)]
        dice.shuffle(pool)
        against, neither = pool[:noes], pool[noes : noes + abstain]
        names = {
            "for": [p.last for p in self.here if p not in against and p not in neither],
            "against": [p.last for p in self.here if p in against],
            "abstain": [p.last for p in self.here if p in neither],
        }
        absent = [p.last for p in s.members if p not in self.here]
        outcome = "carried" if len(names["for"]) > len(names["against"]) else "lost"
        text = f"{action[0].lower()}{action[1:]}."
        count: list[int | None] | None = None
        if self.form == "msc":
            letters = "M/S/C" if outcome == "carried" else "M/S/F"
            page = self.paper.para([(f"{letters} {mover}/{seconder}", "b"), (f"to {text}", "")], left=left, after=3, keep=40)
        elif self.form == "ayes":
            page = self.paper.para(f"Motion by Council Member {mover}, seconded by Council Member {seconder}, to {text}", left=left, after=3, keep=40)
        else:
            page = self.paper.para([("ACTION:", "b"), (f"Motion and second ({mover}/{seconder}) to {text}", "")], left=left, after=3, keep=40)
        rows = [("Ayes", names["for"]), ("Noes", names["against"]), ("Abstain", names["abstain"]), ("Absent", absent)]
        spelled = [(word, ", ".join(people) or "None") for word, people in rows]
        if self.form == "prose":
            count = [len(names["for"]), len(names["against"]), len(names["abstain"])]
            word = "Motion passed" if outcome == "carried" else "Motion failed"
            self.paper.para(f"{word} {count[0]}-{count[1]}-{count[2]}.", left=left, after=2)
        if self.form == "msc" and dice.fork("oneline").vary(True, False):
            self.paper.para(" ".join(f"{word}: {who}." for word, who in spelled), left=left)
        else:
            for word, who in spelled:
                shown = word.upper() if self.form == "ayes" else word
                self.paper.tabs([(left, f"{shown}:"), (left + 70, who)], after=1)
            self.paper.space(7)
        self.truth.resolve(text, page, no, Vote(mover, seconder, count, names, outcome))


def _minutes(s: _Setting, truth: Truth) -> Paper:
    """The previous meeting's minutes."""
    dice, size = s.dice, s.style.size
    paper = Paper(s.style, "minutes")
    date = s.before.isoformat()
    paper.para(s.council.upper(), face="b", size=size + 2, align="centre", after=3)
    paper.para(dice.vary("CITY COUNCIL MINUTES", "MINUTES OF THE REGULAR MEETING", "Minutes"), face="b", align="centre", after=3)
    paper.para(said_date(s.style, s.before), face="b", align="centre", after=3)
    paper.para(f"{clock(18, 30, 'colon')}, {s.venue}", align="centre", after=12)
    gone = s.members[-1:] if dice.house or dice.random() < 0.5 else []
    here = [p for p in s.members if p not in gone]
    vote = _Vote(s, truth, paper, here)
    n = 0

    def head(title: str) -> str:
        nonlocal n
        n += 1
        no = "ABCDEFGHIJKL"[n - 1] if s.lettered else str(n)
        page = paper.para(title, label=s.style.numbers.format(no), label_face="b", hang=30, face="b", before=6, after=4, keep=40)
        minute(truth, page, no, title)
        return no

    head("CALL TO ORDER")
    paper.para(f"Mayor {s.members[0].last} called the meeting to order at 6:31 p.m.", left=30)
    head("ROLL CALL")
    titles = ["Mayor", "Mayor Pro Tem", *["Council Member"] * len(s.members)]
    role = dict(zip(s.members, titles, strict=False))
    if dice.vary(True, False):
        paper.tabs([(30, "PRESENT:"), (120, ", ".join(f"{role[p]} {p.name}" for p in here))], after=3)
        paper.tabs([(30, "ABSENT:"), (120, ", ".join(f"{role[p]} {p.name}" for p in gone) or "None")], after=3)
    else:
        paper.para(f"Present: {', '.join(f'{role[p]} {p.name}' for p in here)}", left=30, after=3)
        paper.para(f"Absent: {', '.join(f'{role[p]} {p.name}' for p in gone) or 'None'}", left=30, after=3)
    paper.para("Staff present: " + ", ".join(f"{title} {p.name}" for p, title in s.staff[:4]) + ".", left=30)
    truth.attendance += [Attendance(p.name, "present", date, role[p]) for p in here]
    truth.attendance += [Attendance(p.name, "absent", date, role[p]) for p in gone]
    truth.attendance += [Attendance(p.name, "in_attendance", date, title) for p, title in s.staff[:4]]
    head("PUBLIC COMMENT")
    for _ in range(3):
        paper.para(s.writer.speech(s.themes[9], 2), left=30)
    no = head("CONSENT CALENDAR")
    start = short_date(s.style, s.before - dt.timedelta(days=14))
    listed = [f"Approve the minutes of the regular meeting of {start}", *(_act(s, theme, dice) for theme in s.themes[10:15])]
    for at, title in enumerate(listed, start=1):
        paper.para(f"{title}.", left=30, hang=24, label=list_label("(a)", at), after=3)
    paper.space(4)
    vote.put(no, f"Approve the Consent Calendar, items (a) through ({'abcdefgh'[len(listed) - 1]}), as presented", 0, 0)
    plan = ((1, 0), (0, 1), (len(here) // 2 + 1, 0), (0, 0))
    for at, theme in enumerate(s.themes[15 : 19 if dice.house else 15 + dice.randint(2, 5)]):
        no = head(theme.topic.upper())
        for _ in range(4 if dice.house else 2):
            paper.para(s.writer.speech(theme, dice.randint(2, 3)), left=30)
        noes, abstain = plan[at % 4]
        if len(here) < 5 and noes > 1:
            noes = 2
        vote.put(no, s.writer.one(VERBS, theme), noes, abstain)
    head("COUNCIL MEMBER REPORTS")
    paper.para(s.writer.one(SAID, s.themes[20]), left=30)
    head("ADJOURNMENT")
    paper.para("Mayor " + s.members[0].last + " adjourned the meeting at 9:04 p.m.", left=30)
    paper.para(f"{s.staff[2][0].name}, City Clerk", before=24, left=30)
    return paper


def _staff_report(s: _Setting, truth: Truth, title: str, theme: Theme) -> Paper:
    """A staff report with a bare From: line, a recommendation and fiscal figures."""
    dice, size = s.dice, s.style.size
    paper = Paper(s.style, "report")
    paper.para(dice.vary("CITY COUNCIL STAFF REPORT", "STAFF REPORT", "AGENDA REPORT"), face="b", size=size + 4, after=4)
    paper.rule(1.5, after=8)
    person, role = s.staff[3]
    for label, value in (
        ("MEETING DATE:", short_date(s.style, s.date)),
        ("TO:", "Honorable Mayor and City Council"),
        ("FROM:", f"{person.name}, {role}"),
    ):
        paper.tabs([(0, [(label, "b")]), (110, value)], after=3)
    subject = title.upper() if dice.house else title
    page = paper.tabs([(0, [(dice.fork("subject").vary("SUBJECT:", "TITLE:"), "b")]), (110, [(subject, "b")])], after=6)
    paper.rule(0.75, after=8)
    truth.reports.append(Report(page, subject))
    asks = s.writer.several(ASKS, theme, dice.vary(3, 1, 2))
    paper.para(dice.vary("RECOMMENDATION(S)", "RECOMMENDATION", "RECOMMENDED ACTION"), face="b", after=4)
    for at, ask in enumerate(asks, start=1):
        mark = "" if len(asks) == 1 else f"{at}."
        on = paper.para(ask, hang=24 if mark else 0, label=mark, after=3)
        truth.recommendations.append(Recommendation(str(at) if mark else None, ask, on))
    more = 5 if dice.house else dice.randint(2, 5)
    for name, paras in (("BACKGROUND", more), ("DISCUSSION", more + 2), ("COMMUNITY ENGAGEMENT", 1), ("ENVIRONMENTAL REVIEW", 1)):
        paper.para(name, face="b", before=8, after=4, keep=40)
        for _ in range(paras):
            paper.para(s.writer.prose(theme, dice.randint(2, 4)))
    paper.para("FISCAL IMPACT", face="b", before=8, after=4, keep=80)
    paper.para("The cost over the next three fiscal years is shown below.")
    rows: list[Row] = [["Account", "FY 1", "FY 2", "FY 3", "Total"]]
    lines = [[dice.randint(4, 190) * 1000 for _ in range(3)] for _ in range(4)]
    names = ("General Fund", "Gas Tax", "Grants", "Impact Fees")
    rows += [[n, *(f"${a:,}" for a in line), f"${sum(line):,}"] for n, line in zip(names, lines, strict=True)]
    total = [sum(column) for column in zip(*lines, strict=True)]
    rows.append(["Total", *(f"${a:,}" for a in total), f"${sum(total):,}"])
    truth.tables.append(grid(paper, rows, (36, 16, 16, 16, 16), aligns=("left", *["right"] * 4)))
    return paper


def _attachment(s: _Setting, truth: Truth, theme: Theme) -> Paper:
    """An attachment of figures."""
    paper = Paper(s.style, "appendix")
    paper.para(f"Attachment A - {theme.topic}: figures by district", face="b", size=s.style.size + 2, after=8)
    paper.para(s.writer.prose(theme, 2))
    rows = figures(s.dice, theme, s.writer.year, s.dice.sample(WARDS, 12))
    rows[0] = ["District", *rows[0][1:]]
    truth.tables.append(grid(paper, rows, (40, 15, 15, 15, 15), aligns=("left", *["right"] * 4)))
    return paper


def build(dice: Dice) -> Pack:
    """A US city's agenda packet."""
    s = _setting(dice)
    truth = Truth(s.council, "US")
    truth.meetings = [Meeting(s.body, s.date.isoformat(), "18:30", s.venue), Meeting(s.body, s.before.isoformat(), "18:30", s.venue)]
    consent = [f"Approve the minutes of the regular meeting of {short_date(s.style, s.before)}"]
    consent += [_act(s, theme, dice) for theme in s.themes[1 : 6 if dice.house else dice.randint(3, 8)]]
    business = [_act(s, theme, dice) for theme in s.themes[:2]]
    bound = [Bound(_label(s, "C", 1, 0), [_minutes(s, truth)])]
    for at, title in enumerate(business):
        papers = [_staff_report(s, truth, title, s.themes[at])]
        if at == 0 or dice.maybe(0.5):
            papers.append(_attachment(s, truth, s.themes[at]))
        bound.append(Bound(_label(s, "D", at + 1, len(consent)), papers))
    agenda, offset = front(bound, truth, lambda ranges: _agenda(s, truth, consent, business, ranges), stamped=True, pad=False)
    every = [agenda, *(paper for bundle in bound for paper in bundle.papers)]
    number([page for paper in every for page in paper.pages])
    foot = short_date(s.style, s.date)

    def furniture(page: Page, at: int, count: int) -> None:
        if at > 1:
            put(page, foot, "centre", 46, 9, family=s.style.family)

    for paper in every:
        paper.furniture = furniture
    return Pack(
        stem=f"{s.city.lower().replace(' ', '-')}--{s.date.isoformat()}-agenda-packet",
        truth=truth,
        papers=every,
        stamp=dice.vary("Packet page {n}", "{n}", "Page {n}"),
        offset=offset,
        stamp_at=dice.vary("right", "centre"),
    )
