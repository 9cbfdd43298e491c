"""An Ontario township's agenda package: motion slips, recorded votes, draft resolution sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from .ink import LETTER, Page
from .looks import COLOURS, said_date, short_date, vary
from .pack import Pack, agenda_item, minute, number, put
from .page import Paper, Style
from .prose import ASKS, CANADIAN, THEMES, VERBS, Theme, Writer
from .reports import figures
from .tables import Cell, Row, grid
from .truth import Attendance, Meeting, Recommendation, Report, Truth, Vote
from .words import ROADS, TOWNSHIPS, WARDS, Dice, People, Person, clock, day, listing

HOUSE = Style(
    family="times",
    size=12,
    leading=1.15,
    left=72,
    right=72,
    top=72,
    bottom=72,
    gap=8,
    border="rows",
    numbers="{}.",
    dates="{weekday}, {month} {d}, {y}",
    sheet=LETTER,
)
PAYEES = (
    ("Northern", "Lakeside", "Granite", "Pinehurst", "Bayview", "Two Rivers"),
    ("Supply", "Fuels", "Electric", "Hardware", "Gravel", "Equipment"),
    ("Ltd.", "Inc.", "Co."),
)
GOODS = ("Culverts", "Diesel fuel", "Office supplies", "Winter sand", "Hydro", "Boots and gloves", "Library grant")
STAFF = ("Municipal Administrator-Clerk-Treasurer", "Fire Chief", "Operations Superintendent", "Deputy Clerk")


class _Township:
    """The council, its people and how its paper looks."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.style = vary(HOUSE, dice, american=True)
        self.name = TOWNSHIPS[0] if dice.house else dice.choice(TOWNSHIPS)
        self.council = dice.vary(f"Township of {self.name}", f"Municipality of {self.name}", f"Township of {self.name}")
        self.body = f"{self.council} Council"
        self.date = dt.date(2024, 6, 18) if dice.house else day(dice, (1, 2))
        self.before = self.date - dt.timedelta(days=14)
        people = People(dice)
        self.members = people.several(5)
        self.staff = [(people.one(), role) for role in STAFF]
        self.themes = dice.sample(THEMES, len(THEMES))
        self.writer = Writer(dice, self.date.year, CANADIAN)
        self.truth = Truth(self.council, "CA")
        self.venue = f"{self.council} Community Centre"
        self.number = dice.vary(112, 20, 147, 201) + dice.randint(0, 8)
        self.slip = dice.vary("slip", "line", "tab")
        self.headed = self.slip == "tab"
        self.time = clock(18, 30, "colon")

    def who(self, person: Person) -> str:
        """As a motion slip names a member: "D. Yemm"."""
        return f"{person.first[0]}. {person.last}"


def _agenda(t: _Township) -> tuple[Paper, list[str]]:
    """One page of numbered business."""
    dice, size = t.dice, t.style.size
    paper = Paper(t.style, "agenda")
    paper.crest(0, 44, COLOURS[3] if dice.house else dice.choice(COLOURS))
    paper.para(f"The Corporation of the {t.council}", face="b", align="right", after=1)
    paper.para(f"45 {ROADS[3]}, {t.name}, Ontario", align="right", size=size - 2, after=24)
    paper.para(dice.vary("*** AGENDA ***", "AGENDA", "Council Agenda"), face="b", size=size + 4, align="centre", after=3)
    paper.para(said_date(t.style, t.date), face="b", size=size + 1, align="centre", after=3)
    paper.para(f"START TIME {t.time}", face="b", align="centre", underline=dice.vary(True, False), after=14)
    titles = [
        "Disclosure of pecuniary interest.",
        "Committee Reports.",
        f"Resolution: Adopt the minutes of the meeting held {short_date(t.style, t.before)}.",
        f"Staff Report: {t.themes[0].topic}.",
        *(f"Resolution: {_upper(t.writer.one(VERBS, theme))}." for theme in t.themes[1:3]),
        f"By-Law: Authorize an agreement for the {t.themes[3].thing}.",
        "Correspondence.",
        "Accounts to pay.",
        "Closed Session.",
        f"By-Law: Confirming Proceedings of Council at its meeting held {short_date(t.style, t.date)}.",
        "Adjournment.",
    ]
    for at, title in enumerate(titles, start=1):
        page = paper.para(title, label=t.style.numbers.format(at), left=14, hang=30, align="left", after=9)
        agenda_item(t.truth, page, str(at), title)
        if title == "Closed Session.":
            paper.para("239(2)(b) personal matters about an identifiable individual, including municipal employees.", left=44, after=9)
    paper.para(f"Council meetings are held at the {t.venue} and are livestreamed.", size=size - 2, before=8)
    return paper, titles


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


class _Slips:
    """Prints motions, with mover, seconder and outcome, and notes them as truth."""

    def __init__(self, t: _Township, paper: Paper) -> None:
        self.t, self.paper, self.item = t, paper, ""
        self.word = {
            "carried": t.dice.vary("Carried.", "CARRIED", "Carried"),
            "lost": t.dice.vary("Defeated.", "LOST", "Defeated"),
            "deferred": t.dice.vary("Deferred.", "DEFERRED", "Deferred"),
        }

    def recorded(self, against: int) -> tuple[Vote, str]:
        """A recorded vote with `against` nays; the vote and its outcome."""
        t = self.t
        pool = list(t.members)
        t.dice.shuffle(pool)
        no = [p for p in t.members if p in pool[:against]]
        yes = [p for p in t.members if p not in no]
        names = {"for": [t.who(p) for p in yes], "against": [t.who(p) for p in no], "abstain": []}
        return Vote(names=names), "carried" if len(yes) > len(no) else "lost"

    def print_vote(self, vote: Vote) -> None:
        """The recorded vote: a grid of yeas and nays, or two lines of names."""
        assert vote.names is not None
        t, paper = self.t, self.paper
        yes, no = vote.names["for"], vote.names["against"]
        if t.dice.fork("recorded").vary("grid", "lines") == "grid":
            rows: list[Row] = [["Recorded Vote", "Yea", "Nay"]]
            for person in t.members:
                name = t.who(person)
                rows.append([name, "X" if name in yes else "", "X" if name in no else ""])
            t.truth.tables.append(grid(paper, rows, (60, 20, 20), aligns=("left", "centre", "centre"), border="full", after=4))
        else:
            paper.para(f"Recorded vote. For: {', '.join(yes)}. Against: {', '.join(no) or 'None'}.", after=3)

    def motion(self, texts: Sequence[str], *, preamble: Sequence[str] = (), outcome: str = "carried", against: int | None = None) -> None:
        """A motion of one or more operative paragraphs; `against` asks for a recorded vote."""
        t, paper, size = self.t, self.paper, self.t.style.size
        lead = size * t.style.leading
        mover, seconder = (t.who(p) for p in t.dice.sample(t.members[1:], 2))
        vote = Vote()
        if against is not None:
            vote, outcome = self.recorded(against)
        vote.mover, vote.seconder, vote.outcome = mover, seconder, outcome
        no = f"R{t.before.year}-{t.number}"
        t.number += 1
        lines = sum(len(paper.wrap(text, paper.width, size)) + 1 for text in [*preamble, *texts])
        paper.room(min(lead * (lines + 6 + (9 if against is not None else 0)) + 24, 560))
        if t.slip == "slip":
            paper.space(8)
        top, on = paper.y, paper.page
        if t.slip == "slip":
            paper.space(6)
            paper.tabs([(0, [("RESOLUTION NUMBER:", "b"), (no, "")])], after=3)
            paper.tabs([(0, [("Moved by", "b"), (mover, "")])], after=3)
            paper.tabs([(0, [("Seconded by", "b"), (seconder, "")])], after=6)
        elif t.slip == "line":
            paper.para(f"{no} {mover}, {seconder}:", face="b", after=1)
        else:
            paper.tabs([(0, [("Moved by:", "b"), (mover, "")]), (paper.width / 2, [("Seconded by:", "b"), (seconder, "")])], after=3)
        for text in preamble:
            paper.para(text, after=4)
        word = self.word[outcome]
        inline = t.slip == "line" and against is None
        item = self.item if t.headed else no
        for at, text in enumerate(texts):
            tail = [(word, "b")] if inline and at == len(texts) - 1 else []
            page = paper.para([(_lead(at) if preamble else "", ""), (text, ""), *tail], after=4)
            t.truth.resolve(text, page, item, vote)
        if against is not None:
            self.print_vote(vote)
        if not inline:
            paper.para(word, face="b", align=t.dice.fork("word").vary("left", "right"), after=4)
        if t.slip == "slip":
            paper.panel(top, on)
        paper.space(12)


def _lead(at: int) -> str:
    """Opening words of a resolved paragraph after a preamble."""
    return "NOW THEREFORE BE IT RESOLVED THAT" if at == 0 else "AND FURTHER BE IT RESOLVED THAT"


def _minutes(t: _Township) -> Paper:
    """The previous meeting's minutes, motion by motion."""
    dice, truth, size = t.dice, t.truth, t.style.size
    paper = Paper(t.style, "minutes")
    date = t.before.isoformat()
    paper.para(dice.vary("MINUTES", "Minutes of Regular Council Meeting", "COUNCIL MINUTES"), face="b", size=size + 3, align="centre", after=3)
    paper.para(t.council.upper(), align="centre", after=2)
    paper.para(said_date(t.style, t.before), align="centre", after=12)
    paper.para(f"A regular meeting of the {t.body} was held on {said_date(t.style, t.before)} starting at {t.time} at the {t.venue}.")
    said = short_date(t.style, t.before)
    mayor, rest = t.members[0], t.members[1:]
    paper.para(
        [
            (dice.vary("Present:", "Members Present:", "PRESENT:"), "b"),
            (f"Mayor {mayor.name} and Councillors {listing([p.name for p in rest])}.", ""),
        ],
        after=3,
    )
    truth.attendance.append(Attendance(mayor.name, "present", date, "Mayor"))
    truth.attendance += [Attendance(p.name, "present", date, "Councillor") for p in rest]
    paper.para([("Staff:", "b"), (listing([f"{role} {p.name}" for p, role in t.staff]) + ".", "")])
    truth.attendance += [Attendance(p.name, "in_attendance", date, role) for p, role in t.staff]
    slips = _Slips(t, paper)
    heads = 0

    def head(title: str) -> None:
        nonlocal heads
        if not t.headed:
            return
        heads += 1
        page = paper.para(title, label=t.style.numbers.format(heads), label_face="b", hang=28, face="b", before=6, after=4, keep=60)
        minute(truth, page, str(heads), title)
        slips.item = str(heads)

    head("DISCLOSURE OF PECUNIARY INTEREST")
    paper.para([("Disclosure of pecuniary interest:", "b"), (dice.vary("None.", f"Councillor {rest[1].name}."), "")])
    head("COMMITTEE REPORTS")
    paper.para("Committee Reports:", face="b", after=2)
    for person, body in zip(rest[:3], ("Museum Board", "Recreation Committee", "Public Library Board"), strict=True):
        paper.para([(f"Councillor {person.name}:", "b"), (f"{t.name} {body}.", "")], after=2)
    paper.space(8)
    head("ADOPTION OF MINUTES")
    slips.motion([f"THAT the minutes of the Council meeting held {short_date(t.style, t.before - dt.timedelta(days=14))} be adopted as published."])
    plan: list[tuple[str, int | None]] = [("carried", None), ("carried", 1), ("deferred", None), ("lost", 3), ("carried", None), ("carried", 0)]
    if not dice.house:
        dice.shuffle(plan)
        plan = plan[: dice.randint(2, 6)]
    head("NEW BUSINESS")
    for theme, (outcome, against) in zip(t.themes[6:], plan, strict=False):
        paper.para(t.writer.speech(theme, 2))
        slips.motion([f"THAT we {t.writer.one(VERBS, theme)}."], outcome=outcome, against=against)
    theme = t.themes[15]
    head("CORRESPONDENCE")
    slips.motion(
        [
            f"the {t.council} ask the Province of Ontario to restore funding for the {theme.thing};",
            f"the {t.council} call on neighbouring municipalities to share the cost of {theme.many}; and",
            "a copy of this Resolution be forwarded to the local Member of Provincial Parliament.",
        ],
        preamble=[
            f"WHEREAS the number of {theme.many} in rural Ontario has fallen by {dice.randint(5, 40)} per cent; and",
            f"AND WHEREAS the cost of the {theme.thing} cannot be met from property taxes alone;",
        ],
        against=dice.vary(1, None),
    )
    slips.motion(["THAT we accept the correspondence as presented."])
    head("ACCOUNTS")
    sum_paid = f"${dice.randint(80000, 700000):,}.{dice.randint(10, 99)}"
    slips.motion([f"THAT the statement of accounts dated {said}, totaling {sum_paid}, be approved."])
    head("BY-LAWS")
    by_law = f"By-Law Number {t.before.year}-{dice.randint(20, 60)}"
    slips.motion([f"THAT we pass {by_law}, being a By-Law to confirm the proceedings of Council at its meeting held on {said}."])
    head("ADJOURNMENT")
    slips.motion([f"THAT the meeting be adjourned. Time: 8:17 p.m. Next regular meeting to be held {short_date(t.style, t.date)}."])
    paper.room(60)
    paper.para("Mayor:", left=120, before=10, after=14)
    paper.para("Municipal Administrator:", left=120)
    return paper


def _staff_report(t: _Township, theme: Theme) -> Paper:
    """A memo with bare To and From lines."""
    paper, dice = Paper(t.style, "report"), t.dice
    person, role = t.staff[2]
    paper.para(dice.vary("STAFF REPORT TO COUNCIL", "STAFF REPORT"), face="b", size=t.style.size + 3, align="centre", after=10)
    for label, value in (("To:", "Mayor and Council"), ("From:", f"{person.name}, {role}"), ("Date:", short_date(t.style, t.date))):
        paper.tabs([(0, [(label, "b")]), (80, value)], after=2)
    page = paper.tabs([(0, [("Subject:", "b")]), (80, [(theme.topic, "b")])], after=6)
    paper.rule(after=10)
    t.truth.reports.append(Report(page, theme.topic))
    for name, paras in (("Background", 3), ("Discussion", 4)):
        paper.para(name, face="b", before=6, after=4, keep=40)
        for _ in range(paras):
            paper.para(t.writer.prose(theme, 3))
    paper.para("Financial Impact", face="b", before=6, after=4, keep=60)
    rows = figures(dice, theme, t.writer.year, dice.sample(WARDS, 4))
    rows[0] = ["Area", *rows[0][1:]]
    t.truth.tables.append(grid(paper, rows, (36, 16, 16, 16, 16), aligns=("left", *["right"] * 4)))
    paper.para(dice.vary("Recommendation", "Recommendations"), face="b", before=6, after=4, keep=60)
    paper.para("It is recommended that Council:", after=4)
    for at, ask in enumerate(t.writer.several(ASKS, theme, dice.vary(2, 3)), start=1):
        t.truth.recommendations.append(Recommendation(str(at), ask, paper.para(ask, left=14, hang=24, label=f"{at}.", after=4)))
    return paper


def _accounts(t: _Township) -> Paper:
    """The accounts to pay, with a total; runs over a page."""
    paper, dice = Paper(t.style, "other"), t.dice
    paper.para("ACCOUNTS TO PAY", face="b", size=t.style.size + 2, align="centre", after=4)
    paper.para(f"Council meeting of {short_date(t.style, t.date)}", align="centre")
    rows: list[Row] = [["Cheque", "Payee", "Description", "Amount"]]
    total = 0
    for at in range(38 if dice.house else dice.randint(12, 70)):
        amount = dice.randint(4000, 900000)
        total += amount
        payee = " ".join(dice.choice(part) for part in PAYEES)
        rows.append([str(4401 + at), payee, dice.choice(GOODS), f"${amount / 100:,.2f}"])
    rows.append([Cell("Total", face="b", colspan=3), None, None, Cell(f"${total / 100:,.2f}", face="b")])
    t.truth.tables.append(grid(paper, rows, (14, 38, 30, 18), aligns=("left", "left", "left", "right")))
    return paper


def _draft(t: _Township, text: str) -> Paper:
    """A resolution sheet for the coming meeting: mover, seconder and vote still to be filled in."""
    paper = Paper(t.style, "other")
    paper.para(t.council.upper(), face="b", align="centre", after=4)
    paper.para("RESOLUTION", face="b", align="centre", after=24)
    for label, value in (("DATE:", short_date(t.style, t.date)), ("NUMBER:", f"R{t.date.year}-"), ("Moved by", ""), ("Seconded by", "")):
        paper.tabs([(0, label), (100, value or "." * 40)], after=12)
    paper.para(text, before=8, after=30)
    paper.tabs([(110, "For"), (180, "Against")], after=12)
    for person in t.members:
        paper.para(person.last.upper(), after=2)
    paper.para("Carried", left=200, before=40)
    paper.para(f"Mayor: {t.members[0].name}", left=200, before=30)
    return paper


def build(dice: Dice) -> Pack:
    """A township's agenda package."""
    t = _Township(dice)
    agenda, titles = _agenda(t)
    t.truth.meetings = [Meeting(t.body, t.date.isoformat(), "18:30", t.venue), Meeting(t.body, t.before.isoformat(), "18:30", t.venue)]
    minutes = _minutes(t)
    papers = [agenda, minutes, _staff_report(t, t.themes[0])]
    drafts = [title.removeprefix("Resolution: ") for title in titles if title.startswith("Resolution: ")][1:]
    papers += [_draft(t, f"THAT we {text[0].lower()}{text[1:]}") for text in drafts]
    papers.append(_accounts(t))
    number([page for paper in papers for page in paper.pages])

    def furniture(page: Page, at: int, count: int) -> None:
        if at > 1:
            put(page, f"{short_date(t.style, t.before)} – Minutes – Page {at}", "right", page.height - 50, 9, family=t.style.family)

    minutes.furniture = furniture
    return Pack(stem=f"{t.name.lower().replace(' ', '-')}-township--{t.date.isoformat()}-agenda-package", truth=t.truth, papers=papers)
