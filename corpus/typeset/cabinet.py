"""A cabinet pack: proposed decisions, exempt items, ten pages of budget tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .budget import appendices
from .ink import Page
from .looks import COLOURS, bare, list_label, said_date, short_date, vary
from .pack import Bound, Pack, Ranges, agenda_item, front, minute, number, pad_even, put
from .page import Paper, Style
from .prose import ASKS, BE, THEMES, Theme, Writer
from .reports import Header, header_lines, header_table, recommendations, sections
from .truth import Attendance, Meeting, Truth
from .words import WARDS, Dice, People, Person, clock, day, listing, place

HOUSE = Style(
    family="helvetica",
    size=11,
    leading=1.18,
    left=70,
    right=70,
    top=76,
    bottom=70,
    gap=8,
    border="rects",
    numbers="{}.",
    dates="{weekday}, {d} {month} {y}",
)
EXEMPT = (
    "That, under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for "
    "the following business on the grounds that it involves the likely disclosure of exempt information as defined in "
    "paragraph 3 of Part 1 of Schedule 12A of the Act."
)
BUDGET = Theme("Budget", "Financial Services", "Corporate Resources", "Head of Finance", "medium term financial plan", "budget lines")
BUDGET_ASKS = (
    "Recommend to full Council the revenue budget set out in Appendix A.",
    "Recommend to full Council the capital programme set out in Appendix C.",
    "Approve the fees and charges listed in Appendix D with effect from 1 April {next}.",
    "Delegate authority to the Corporate Director of Resources, in consultation with the Leader of the Council, to make minor changes to the budget.",
)


@dataclass
class _Setting:
    council: str
    town: str
    venue: str
    date: dt.date
    before: dt.date
    hour: int
    cabinet: list[tuple[Person, str]]
    officers: list[tuple[Person, str]]
    away: Person
    style: Style
    dice: Dice
    writer: Writer
    themes: list[Theme]
    body: str
    first_number: int


def _setting(dice: Dice) -> _Setting:
    town = "Brindlecombe" if dice.house else place(dice)
    people = People(dice)
    themes = dice.sample(THEMES, len(THEMES))
    date = dt.date(2025, 2, 4) if dice.house else day(dice)
    portfolios = list(dict.fromkeys(theme.portfolio for theme in themes))[:7]
    roles = ["Leader of the Council", *(f"Cabinet Member for {p}" for p in portfolios)]
    return _Setting(
        council=dice.vary(f"{town} Borough Council", f"{town} District Council", f"{town} Council"),
        town=town,
        venue=dice.vary(f"The Moot Hall, Tollgate Street, {town}", f"Council Chamber, Civic Centre, {town}"),
        date=date,
        before=date - dt.timedelta(days=28),
        hour=dice.vary(10, 14, 17, 18),
        cabinet=list(zip(people.several(len(roles)), roles, strict=True)),
        officers=[
            (people.one(), role)
            for role in ("Chief Executive", "Corporate Director of Resources", "Monitoring Officer", "Head of Finance", "Head of Property")
        ],
        away=people.one(),
        style=vary(HOUSE, dice),
        dice=dice,
        writer=Writer(dice, date.year),
        themes=themes,
        body=dice.vary("Cabinet", "Executive", "Cabinet"),
        first_number=61 if dice.house else dice.choice((1, dice.randint(20, 140))),
    )


def _agenda(s: _Setting, truth: Truth, entries: list[tuple[str, str, str]], ranges: Ranges) -> Paper:
    """Summons and agenda, the page ranges at the right."""
    dice, size = s.dice.fork("agenda"), s.style.size
    paper = Paper(s.style, "agenda")
    paper.crest(paper.width - 48, 58, COLOURS[1] if dice.house else dice.choice(COLOURS))
    paper.para(s.council, face="b", size=size + 9, align="left", after=2)
    paper.para(dice.vary("Democratic Services", "Committee Services"), size=size, after=26)
    paper.para(f"{s.body.upper()}", face="b", size=size + 5, align="centre", after=8)
    paper.para(f"{said_date(s.style, s.date)} at {clock(s.hour, 0, 'dot')}", face="b", align="centre", after=4)
    paper.para(s.venue, align="centre", after=14)
    paper.para(f"{dice.vary('A G E N D A', 'AGENDA', 'Agenda')}", face="b", size=size + 2, align="centre", after=12)
    paper.para("Membership", face="b", after=4)
    people = [f"{p.name} ({role})" for p, role in s.cabinet]
    paper.para(f"Councillors {listing(people)}.", after=12)
    wide = paper.width - 92

    def item(no: str, title: str, note: str = "") -> None:
        paper.room(3.2 * size)
        top, on = paper.y, paper.page
        page = paper.para(
            title,
            label=s.style.numbers.format(no),
            hang=36,
            right=96,
            after=2 if note else 9,
            face=dice.vary("", "b"),
            label_face=dice.vary("", "b"),
            align="left",
        )
        if no in ranges and on is page:
            low = paper.y
            paper.y = top
            first, last = ranges[no]
            paper.tabs([(wide, [(f"(Pages {first} - {last})", "b")])])
            paper.y = low
        if note:
            paper.para(note, left=36, right=96, face="i", after=9)
        agenda_item(truth, page, no, title)

    item("1", dice.vary("Apologies for Absence", "Apologies"))
    item("2", dice.vary("Declarations of Interest", "Disclosable Pecuniary Interests"))
    item("3", f"Minutes of the meeting held on {short_date(s.style, s.before)}")
    for no, title, note in entries:
        if note == "exclusion":
            paper.para(dice.vary("EXEMPT ITEMS", "PART 2 - PRIVATE"), face="b", align="centre", before=6, keep=40)
            item(no, title)
            paper.para(EXEMPT, left=36, right=96)
            continue
        item(no, title, note)
    paper.space(10)
    paper.para(s.officers[0][0].name, left=paper.width * 0.6, after=1)
    paper.para("Chief Executive", left=paper.width * 0.6)
    return paper


def _minutes(s: _Setting, truth: Truth) -> Paper:
    """The previous meeting's minutes: numbered decisions with reasons."""
    dice, size = s.dice, s.style.size
    paper = Paper(s.style, "minutes")
    date = s.before.isoformat()
    paper.para(s.council.upper(), face="b", align="centre", after=4)
    paper.para(f"{s.body.upper()}", face="b", align="centre", after=10)
    paper.para(
        f"{dice.vary('MINUTES', 'Minutes')} of the meeting of the {s.body} held at {s.venue} on "
        f"{said_date(s.style, s.before)} at {clock(s.hour, 0, 'dot')}."
    )
    here = [f"Councillor {p.name} ({'Chair' if at == 0 else role})" for at, (p, role) in enumerate(s.cabinet)]
    if dice.vary("list", "run") == "list":
        paper.para(dice.vary("Present:", "PRESENT", "Members Present:"), face="b", after=3)
        for name in here:
            paper.para(name, left=20, after=1)
        paper.space(5)
    else:
        paper.para([("Present:", "b"), (listing(here), "")])
    truth.attendance += [Attendance(p.name, "present", date, "Chair" if at == 0 else role) for at, (p, role) in enumerate(s.cabinet)]
    staff = [f"{p.name} ({role})" for p, role in s.officers]
    paper.para([(dice.vary("In attendance:", "Officers present:"), "b"), (listing(staff), "")])
    truth.attendance += [Attendance(p.name, "in_attendance", date, role) for p, role in s.officers]
    at = s.first_number

    def head(title: str) -> str:
        nonlocal at
        no = str(at)
        at += 1
        page = paper.para(title, label=s.style.numbers.format(no), label_face="b", hang=36, face="b", align="left", before=6, after=5, keep=3 * size)
        minute(truth, page, no, title)
        return no

    head(dice.vary("Apologies for Absence", "Apologies"))
    paper.para(f"An apology for absence was received from Councillor {s.away.name}.", left=36)
    truth.attendance.append(Attendance(s.away.name, "apologies", date))
    head("Declarations of Interest")
    paper.para("No interests were declared.", left=36)
    no = head("Minutes of the previous meeting")
    text = f"the minutes of the meeting held on {short_date(s.style, s.before - dt.timedelta(days=28))} be confirmed and signed."
    word = dice.vary("RESOLVED", "Resolved", "R E S O L V E D", "DECISION")
    joined = word if word != "DECISION" else "It was agreed"
    truth.resolve(text, paper.para([(joined, "b"), (f"that {text}", "")], left=36), no)
    label = dice.vary("(1)", "1.", "(a)", "(i)")
    for step, theme in enumerate(s.themes[8 : 12 if dice.house else 8 + dice.randint(2, 5)]):
        no = head(theme.topic)
        for _ in range(3 if dice.house else dice.randint(1, 3)):
            paper.para(s.writer.speech(theme, dice.randint(2, 4)), left=36)
        texts = s.writer.several(BE, theme, (3, 1, 2, 2)[step % 4])
        if len(texts) == 1:
            truth.resolve(texts[0] + ".", paper.para([(joined, "b"), (f"that {texts[0]}.", "")], left=36), no)
        else:
            paper.para([(f"{word}:", "b")], left=36, after=3, keep=2 * size)
            for count, text in enumerate(texts, start=1):
                mark = list_label(label, count)
                whole = f"That {text}."
                truth.resolve(whole, paper.para(whole, left=36, hang=28, label=mark, after=3), no, number=bare(mark))
            paper.space(5)
        if dice.vary(True, False):
            paper.para([("Reason for decision:", "b"), (s.writer.prose(theme, 1), "")], left=36)
    no = head("Exclusion of the Press and Public")
    truth.resolve(EXEMPT, paper.para(EXEMPT, left=36, before=0), no)
    no = head(f"{s.themes[7].topic} (exempt by virtue of paragraph 3)")
    text = f"The {s.body} considered the exempt report and agreed the terms set out in it."
    truth.resolve(text, paper.para(text, left=36), no)
    return paper


def _report(s: _Setting, truth: Truth, theme: Theme, title: str, no: str, at: int, paras: int, notes: list[str]) -> Paper:
    """An officer's report with its labels, proposed decision and numbered body."""
    dice, size = s.dice, s.style.size
    paper = Paper(s.style, "report")
    author, role = s.officers[3 + at % 2]
    member = s.cabinet[1 + at % (len(s.cabinet) - 1)][0]
    wards = dice.sample(WARDS, 5)
    head = Header(
        title,
        Theme(theme.topic, theme.service, theme.portfolio, role, theme.thing, theme.many),
        member,
        f"{s.officers[1][0].name}, {s.officers[1][1]}",
        author,
        dice.choice(("All", "All wards", f"{wards[0]} and {wards[1]}")),
    )
    if dice.fork("stamp").vary(True, False):
        paper.para(f"Agenda Item {no}", align="right", face="b", after=8)
    paper.para([(f"{s.body}", "b"), (f" - {short_date(s.style, s.date)}", "")], size=size + 2, after=8)
    if dice.fork("head").vary("lines", "table", "lines") == "lines":
        header_lines(paper, truth, dice, head)
    else:
        header_table(paper, truth, dice, head, s.town)
    for note in notes:
        paper.para(note, face="i")
    heading = dice.vary("Proposed decision" if at % 2 else "Recommendation", "Recommendations", "Proposed decisions", "PROPOSED DECISION")
    lead = dice.vary(f"The {s.body} is asked to", f"The {s.body} is recommended to", f"It is proposed that the {s.body}")
    if lead.startswith("It is"):
        lead = f"The {s.body} is invited to"
    asks = s.writer.several(BUDGET_ASKS if theme is BUDGET else ASKS, theme, (4, 2, 3)[at % 3] if dice.house else dice.randint(1, 4))
    recommendations(paper, truth, dice, heading, lead, asks, dice.fork("asks").vary("(a)", "1.", "(i)", "(1)"))
    sections(paper, truth, dice, s.writer, theme, paras=paras, wards=wards)
    paper.para("Appendices", face="b", before=6, after=4, keep=40)
    for name in ("Appendix A – Revenue budget", "Appendix B – exempt", "Appendix C – Capital programme") if at == 0 else ("None",):
        paper.para(name, left=18, after=2)
    return paper


def build(dice: Dice) -> Pack:
    """A cabinet pack."""
    s = _setting(dice)
    truth = Truth(s.council, "GB")
    truth.meetings = [
        Meeting(s.body, s.date.isoformat(), f"{s.hour:02d}:00", s.venue),
        Meeting(s.body, s.before.isoformat(), f"{s.hour:02d}:00", s.venue),
    ]
    year = s.date.year
    span = f"{year}/{(year + 1) % 100:02d}"
    bound = [Bound("3", [_minutes(s, truth)])]
    secret = "Appendix B to this report is exempt from publication by virtue of paragraph 3 of Part 1 of Schedule 12A."
    title = dice.vary(f"Revenue and Capital Budget {span}", f"Medium Term Financial Plan and Budget {span}")
    papers = [_report(s, truth, BUDGET, title, "4", 0, 9 if dice.house else dice.randint(5, 14), [secret])]
    papers += appendices(s.style, truth, dice, s.writer, year, 14 if dice.house else dice.randint(6, 15))
    bound.append(Bound("4", papers))
    entries = [("4", title, "(Appendix B – exempt)")]
    for at in range(1, 3 if dice.house else dice.randint(2, 4)):
        theme, no = s.themes[at], str(4 + at)
        bound.append(Bound(no, [_report(s, truth, theme, theme.topic, no, at, 13 if dice.house else dice.randint(4, 12), [])]))
        entries.append((no, theme.topic, dice.choice(("", "Key decision"))))
    last = 4 + len(bound) - 1
    entries.append((str(last), "Exclusion of the press and public", "exclusion"))
    entries.append((str(last + 1), f"{s.themes[5].topic} - award of contract", "Report circulated to members only (paragraph 3)"))
    pad = dice.vary(False, True)
    if pad:
        for bundle in bound:
            for paper in bundle.papers:
                pad_even(paper)
    agenda, offset = front(bound, truth, lambda ranges: _agenda(s, truth, entries, ranges), stamped=dice.vary(False, True), pad=pad)
    every = [agenda, *(paper for bundle in bound for paper in bundle.papers)]
    number([page for paper in every for page in paper.pages])
    head = dice.vary(True, False)

    def furniture(page: Page, at: int, count: int) -> None:
        if head and at > 1:
            put(page, f"{s.council} {s.body}, {short_date(s.style, s.date)}", "left", page.height - 44, 8.5, gray=0.35)
            put(page, f"{at} of {count}", "right", page.height - 44, 8.5, gray=0.35)

    for paper in every:
        if paper.kind == "report":
            paper.furniture = furniture
    pack = Pack(
        stem=f"{s.town.lower()}--{s.date.isoformat()}-{s.body.lower()}-pack",
        truth=truth,
        papers=every,
        stamp="Page {n}",
        offset=offset,
        stamp_at=dice.vary("centre", "right"),
        blank_note=dice.vary("", "This page is intentionally left blank"),
    )
    if dice.vary(True, False):
        titles = {i.number: i.title for i in truth.agenda}
        pack.outline = [("Agenda", agenda.pages[0]), *((f"{b.number} {titles[b.number]}", b.first) for b in bound)]
    return pack
