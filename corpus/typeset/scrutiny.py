"""An English city's scrutiny pack: front sheet, agenda, minutes, reports, slides, work programme."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from .looks import COLOURS, bare, list_label, said_date, short_date, vary
from .pack import Bound, Pack, Ranges, agenda_item, front, minute, number, pad_even
from .page import Paper, Style
from .prose import ASKS, BE, THEMES, Theme, Writer
from .reports import Header, header_lines, header_table, recommendations, sections
from .slides import slides
from .tables import Row, grid
from .truth import Attendance, Meeting, Truth
from .words import PARTIES, SHORT_PARTY, WARDS, Dice, People, Person, clock, day, place

HOUSE = Style(family="helvetica", size=11, gap=8, border="full", dates="{d} {month} {y}")


@dataclass
class _Setting:
    """Who meets, where and when."""

    council: str
    town: str
    body: str
    venue: str
    date: dt.date
    before: dt.date
    time: str
    members: list[Person]
    cabinet: list[Person]
    officers: list[tuple[Person, str]]
    style: Style
    dice: Dice
    writer: Writer
    themes: list[Theme]


def _setting(dice: Dice) -> _Setting:
    town = "Wexmere" if dice.house else place(dice)
    council = dice.vary(f"{town} City Council", f"City of {town} Council", f"{town} Borough Council", f"{town} Metropolitan Borough Council")
    date = dt.date(2024, 2, 21) if dice.house else day(dice)
    people = People(dice)
    themes = dice.sample(THEMES, len(THEMES))
    return _Setting(
        council=council,
        town=town,
        body=dice.vary(
            "Communities and Environment Scrutiny Panel",
            "Overview and Scrutiny Committee",
            "Adults and Health Scrutiny Board",
            "Economy and Place Select Committee",
            "Resources Scrutiny Panel",
        ),
        venue=dice.vary(
            f"Committee Room 2 - Guildhall, Lantern Square, {town}",
            f"Council Chamber, Town Hall, {town}",
            f"The Alderman Room, Civic Offices, Priory Street, {town}",
        ),
        date=date,
        before=date - dt.timedelta(days=dice.choice((42, 49, 56, 63))),
        time=dice.vary("dot", "tight"),
        members=people.several(dice.vary(10, 8, 9, 11), PARTIES),
        cabinet=people.several(5),
        officers=[(people.one(), theme.role) for theme in themes[:6]],
        style=vary(HOUSE, dice),
        dice=dice,
        writer=Writer(dice, date.year),
        themes=themes,
    )


def _clock(s: _Setting) -> tuple[str, str]:
    """The time as printed, and as HH:MM."""
    hour, minutes = (18, 0) if s.dice.house else s.dice.fork("time").choice(((10, 0), (14, 0), (17, 30), (18, 0), (19, 0)))
    return clock(hour, minutes, s.time), f"{hour:02d}:{minutes:02d}"


def _front_sheet(paper: Paper, s: _Setting, dice: Dice) -> None:
    """Page one: the meeting, the membership by party, whom to ask."""
    size = paper.style.size
    paper.crest(0, 56, COLOURS[0] if s.dice.house else dice.choice(COLOURS))
    paper.space(10)
    for line in s.council.upper().split():
        paper.para(line, left=58, size=size + 1, after=0)
    paper.space(28)
    paper.para(s.body, face="b", size=size + 7, after=4)
    paper.para(said_date(s.style, s.date), size=size + 3, after=14)
    shown = _clock(s)[0]
    paper.tabs(
        [(0, [("Time", "b")]), (70, shown), (150, [("Public Meeting?", "b"), ("YES", "")]), (300, [("Type of meeting", "b"), ("Scrutiny", "")])],
        after=6,
    )
    paper.tabs([(0, [("Venue", "b")]), (70, s.venue)], after=14)
    paper.para("Membership", face="b", size=size + 3, after=6)
    for role, person in zip(("Chair", "Vice-chair"), s.members[:2], strict=True):
        paper.tabs([(0, [(role, "b")]), (90, f"Cllr {person.name} ({SHORT_PARTY[person.party]})")])
    paper.space(6)
    parties = [p for p in PARTIES if any(m.party == p for m in s.members[2:])]
    if dice.maybe(0.5) or s.dice.house:
        columns = [[f"Cllr {m.name}" for m in s.members[2:] if m.party == p] for p in parties]
        step = paper.width / max(len(parties), 3)
        paper.tabs([(i * step, [(p, "b")]) for i, p in enumerate(parties)])
        for row in range(max(map(len, columns))):
            paper.tabs([(i * step, c[row] if row < len(c) else "") for i, c in enumerate(columns)])
    else:
        for party in parties:
            paper.para(party, face="b", after=1)
            for m in s.members[2:]:
                if m.party == party:
                    paper.para(f"Cllr {m.name}", after=1)
            paper.space(4)
    paper.space(8)
    paper.para("Quorum for this meeting is four voting members.", after=14)
    paper.para("Information for the Public", face="b", size=size + 2, after=4)
    paper.para("If you have any queries about this meeting, please contact the Democratic Services team:", after=4)
    officer = s.officers[0][0]
    host = s.town.lower()
    paper.tabs([(0, [("Contact", "b")]), (90, officer.name)])
    paper.tabs([(0, [("Tel/Email", "b")]), (90, f"Tel: 01632 960{dice.randint(100, 999)} or {officer.first.lower()}@{host}.example")])
    paper.tabs([(0, [("Address", "b")]), (90, f"Democratic Services, Guildhall, Lantern Square, {s.town}")], after=10)
    paper.para("Copies of other agendas and reports are available from:", after=4)
    paper.tabs([(0, [("Website", "b")]), (90, f"http://democracy.{host}.example/")], after=10)
    paper.para(
        "Some items are discussed in private because of their confidential or commercial nature. These reports are not available to the public.",
        size=size - 1,
    )


def _agenda(s: _Setting, truth: Truth, papers: list[tuple[str, str, str]], ranges: Ranges) -> Paper:
    """Front sheet and agenda; `papers` are (number, title, presenter) of the items with papers."""
    dice = s.dice.fork("agenda")
    paper = Paper(s.style, "agenda")
    _front_sheet(paper, s, dice)
    paper.new_page()
    size = s.style.size
    paper.para("Agenda", face="b", size=size + 9, after=10)
    paper.para("Part 1 – items open to the press and public", face="b", size=size + 3, after=8)
    paper.tabs([(0, "Item No."), (62, "Title")], size=size - 1, after=8)

    def item(no: str, title: str, note: str = "", presenter: str | None = None) -> None:
        spread = ""
        if no in ranges:
            first, last = ranges[no]
            spread = f"(Pages {first} - {last})" if first != last or dice.house else f"(Page {first})"
        page = paper.para(
            [(title, "b"), (spread, "")],
            label=s.style.numbers.format(no),
            label_face="b",
            hang=40,
            after=1 if note else 9,
            keep=14,
        )
        if note:
            paper.para(note, left=40, after=9)
        agenda_item(truth, page, no, title, presenter)

    paper.para("MEETING BUSINESS ITEMS", face="b", after=8)
    item("1", dice.vary("Apologies", "Apologies for absence"))
    item("2", dice.vary("Declarations of interest", "Declarations of Interests"))
    item(
        "3",
        f"Minutes of the previous meeting ({short_date(s.style, s.before)})",
        "[To approve the minutes of the previous meeting as a correct record]",
    )
    item("4", "Matters arising", "[To consider any matters arising from the minutes]")
    paper.para("DISCUSSION ITEMS", face="b", before=6, after=8)
    for no, title, presenter in papers:
        item(no, title, f"[{presenter}, to present report]" if presenter else "", presenter or None)
    return paper


def _minutes(s: _Setting, truth: Truth) -> Paper:
    """The previous meeting's minutes."""
    dice, writer, size = s.dice, s.writer, s.style.size
    paper = Paper(s.style, "minutes")
    date = s.before.isoformat()
    title = dice.vary(
        f"Minutes - {short_date(s.style, s.before)}",
        "MINUTES",
        f"Minutes of the meeting of the {s.body}",
    )
    paper.para(s.body, face="b", size=size + 5, after=4)
    paper.para(title, face="b", size=size + 3, after=4)
    if title == "MINUTES" or title.startswith("Minutes of"):
        paper.para(f"Held on {short_date(s.style, s.before)}", after=4)
    paper.para(dice.vary("Attendance", "Present", "Members Present"), face="b", size=size + 3, before=10, after=6)
    paper.para(f"Members of the {s.body}", face="b", after=4)
    away, there = s.members[-2:], s.members[:-2]
    roles = {0: "Chair", 1: "Vice-Chair"}
    names = [f"Cllr {m.name}" + (f" ({roles[i]})" if i in roles else "") for i, m in enumerate(there)]
    if dice.maybe(0.4):
        half = (len(names) + 1) // 2
        for row in range(half):
            paper.tabs([(0, names[row]), (paper.width / 2, names[row + half] if row + half < len(names) else "")])
    else:
        for name in names:
            paper.para(name, after=3)
    for i, m in enumerate(there):
        truth.attendance.append(Attendance(m.name, "present", date, roles.get(i)))
    paper.para(dice.vary("In Attendance", "Also present", "In attendance"), face="b", before=8, after=4, keep=30)
    paper.tabs([(0, f"Cllr {s.cabinet[0].name}"), (paper.width * 0.45, f"Cabinet Member for {s.themes[0].portfolio}")])
    truth.attendance.append(Attendance(s.cabinet[0].name, "in_attendance", date, f"Cabinet Member for {s.themes[0].portfolio}"))
    paper.para(dice.vary("Employees", "Officers"), face="b", before=8, after=4, keep=30)
    for person, role in [(s.officers[0][0], "Scrutiny Officer"), *s.officers[1:5]]:
        paper.tabs([(0, person.name), (paper.width * 0.45, role)])
        truth.attendance.append(Attendance(person.name, "in_attendance", date, role))
    paper.space(10)
    paper.para("Part 1 – items open to the press and public", face="b", size=size + 1, after=6)

    def head(no: int, text: str) -> str:
        page = paper.para(text, label=s.style.numbers.format(no), label_face="b", hang=30, face="b", before=6, after=4, keep=30)
        minute(truth, page, str(no), text)
        return str(no)

    no = head(1, dice.vary("Apologies", "Apologies for absence"))
    paper.para("Apologies were received from the following members of the panel:", after=3)
    for m in away:
        paper.para(f"Cllr {m.name}", after=2)
        truth.attendance.append(Attendance(m.name, "apologies", date))
    head(2, dice.vary("Declarations of interest", "Declarations of Interests"))
    paper.para(dice.vary("There were no declarations of interest.", "None."))
    earlier = short_date(s.style, s.before - dt.timedelta(days=56))
    no = head(3, f"Minutes of the previous meeting ({earlier})")
    spaced = dice.maybe(0.5)
    word = "R E S O L V E D" if spaced else dice.vary("Resolved", "RESOLVED", "Agreed")
    text = f"That the minutes of the meeting held on {earlier} be approved as a correct record and signed by the Chair."
    paper.para(f"{word}:", face=dice.vary("", "b"), after=3, keep=30)
    truth.resolve(text, paper.para(text), no)
    head(4, "Matters arising")
    paper.para("There were no matters arising from the minutes.")
    label = dice.vary("1.", "(1)", "(a)", "a)", "(i)")
    for at, theme in enumerate(s.themes[6:10], start=5):
        no = head(at, theme.topic)
        for _ in range(5 if dice.house else dice.randint(1, 4)):
            paper.para(writer.speech(theme, dice.randint(6, 8) if dice.house else dice.randint(3, 6)))
        count = (2, 1, 3, 1)[at - 5] if dice.house else dice.choice((1, 1, 2, 3))
        texts = writer.several(BE, theme, count)
        if count == 1:
            if dice.maybe(0.5):
                truth.resolve(texts[0] + ".", paper.para([(f"{word} that", "b"), (texts[0] + ".", "")]), no)
            else:
                paper.para(f"{word}:", after=3, keep=30)
                text = f"That {texts[0]}."
                truth.resolve(text, paper.para(text), no)
            continue
        paper.para(f"{word}" + dice.vary(":", " that:"), after=3, keep=30)
        for number_in_list, text in enumerate(texts, start=1):
            mark = list_label(label, number_in_list)
            whole = f"That {text}." if dice.house else f"{text[0].upper()}{text[1:]}."
            truth.resolve(whole, paper.para(whole, left=24, hang=24, label=mark, after=3), no, number=bare(mark))
        paper.space(6)
    paper.para(f"The meeting ended at {clock(20, 12, s.time)}.", before=6)
    return paper


def _report(s: _Setting, truth: Truth, theme: Theme, at: int, paras: int) -> Paper:
    """One officer's report."""
    dice, size = s.dice, s.style.size
    paper = Paper(s.style, "report")
    wards = dice.sample(WARDS, dice.randint(4, 7))
    directors = ("Director of Place", "Director of Children and Adults", "Director of Resources")
    author, director = s.officers[at % len(s.officers)][0], s.cabinet[at % 4 + 1]
    head = Header(
        title=dice.vary(f"{theme.topic}: progress report", f"{theme.topic} - annual review", f"{theme.topic} Update"),
        theme=theme,
        member=s.cabinet[at % 4],
        director=f"{director.name}, {dice.choice(directors)}",
        author=author,
        wards=dice.choice(("All", "All wards", f"{wards[0]}; {wards[1]}", "All")),
    )
    if dice.fork("head").vary("table", "table", "lines") == "table":
        paper.para(s.body, face="b", size=size + 5, after=3)
        paper.para(said_date(s.style, s.date), size=size + 1, after=12)
        header_table(paper, truth, dice, head, s.town)
    else:
        header_lines(paper, truth, dice, head)
    asks = s.writer.several(ASKS, theme, (3, 1, 2)[at % 3] if dice.house else dice.randint(1, 4))
    panel = s.body.split()[-1]
    heading, lead = dice.vary(
        ("Recommendation(s) for action or decision:", f"The {panel} is recommended to"),
        ("Recommendations", f"The {panel} is asked to"),
        ("RECOMMENDATION", f"That the {panel}"),
    )
    if lead.startswith("That"):
        lead = f"The {panel} is invited to"
    recommendations(paper, truth, dice, heading, lead, asks, dice.fork("asks").vary("1.", "(a)", "(i)", "(1)"))
    sections(paper, truth, dice, s.writer, theme, paras=paras, wards=wards)
    return paper


def _programme(s: _Setting, truth: Truth) -> Paper:
    """The work programme, on a landscape page in the house style."""
    dice, size = s.dice, s.style.size
    sheet = s.style.sheet[::-1] if dice.vary(True, False) else s.style.sheet
    paper = Paper(replace(s.style, left=56, right=56), "work_programme", sheet=(sheet[0], sheet[1]))
    paper.para(
        f"{s.body} – {dice.vary('Draft Work Programme', 'Work Programme', 'Forward Work Plan')} {s.date.year}-{(s.date.year + 1) % 100:02d}",
        face="b",
        size=size + 3,
    )
    paper.para(
        "The panel is responsible for scrutiny functions as they relate to: parks, waste, streets, libraries, community "
        "safety, and the council's work on climate."
    )
    rows: list[Row] = [["Date of Meeting", "Item Description", "Lead Report Author", "Notes"]]
    date = s.date
    pool = s.themes[10:]
    for at in range(5 if dice.house else dice.randint(4, 8)):
        date = date + dt.timedelta(days=49)
        pair = pool[2 * at : 2 * at + 2]
        officer, role = s.officers[at % len(s.officers)]
        rows.append(
            [
                short_date(s.style, date),
                ", ".join(t.topic for t in pair),
                f"{officer.name}, {role}",
                dice.choice(("", "Pre-decision scrutiny", "Annual report", "", "Requested by the Chair")),
            ]
        )
    truth.tables.append(grid(paper, rows, (16, 38, 32, 14)))
    paper.para("Potential Future Items:", face="b", after=4)
    for at, theme in enumerate(pool[-2:], start=1):
        paper.para(f"{theme.topic} - {theme.role}", left=12, hang=20, label=f"{at}.", after=3)
    return paper


def build(dice: Dice, least: int = 0) -> Pack:
    """A scrutiny pack of at least `least` pages."""
    s = _setting(dice)
    truth = Truth(s.council, "GB")
    shown = _clock(s)
    truth.meetings = [
        Meeting(s.body, s.date.isoformat(), shown[1], s.venue),
        Meeting(s.body, s.before.isoformat()),
    ]
    pad = dice.house or dice.random() < 0.6
    bound = [Bound("3", [_minutes(s, truth)])]
    entries: list[tuple[str, str, str]] = []
    lengths = (9, 16, 12) if dice.house else tuple(dice.randint(5, 18) for _ in range(dice.randint(2, 4)))
    at = 0
    while at < len(lengths) or sum(len(p.pages) for b in bound for p in b.papers) < least - 4:
        theme, no = s.themes[at % 6], str(5 + at)
        papers = [_report(s, truth, theme, at, lengths[at % len(lengths)])]
        if at == 0 or dice.maybe(0.3):
            if pad:
                pad_even(papers[0])
            papers.append(slides(s.style, truth, dice, s.writer, theme, 7 if dice.house else dice.randint(3, 8)))
        bound.append(Bound(no, papers))
        officer, role = s.officers[at % len(s.officers)]
        entries.append((no, theme.topic if at < 6 else f"{theme.topic} ({at})", f"{officer.name}, {role}"))
        at += 1
    no = str(5 + at)
    bound.append(Bound(no, [_programme(s, truth)]))
    entries.append((no, f"{s.body} - Draft Work Programme", f"{s.officers[0][0].name}, Scrutiny Officer"))
    if pad:
        for item in bound:
            for paper in item.papers:
                pad_even(paper)
    agenda, offset = front(bound, truth, lambda ranges: _agenda(s, truth, entries, ranges), stamped=dice.vary(True, True, False), pad=pad)
    papers = [agenda, *(paper for item in bound for paper in item.papers)]
    number([page for paper in papers for page in paper.pages])
    titles = {i.number: i.title for i in truth.agenda}
    pack = Pack(
        stem=f"{s.town.lower()}--{s.date.isoformat()}-scrutiny-pack",
        truth=truth,
        papers=papers,
        stamp="Page {n}",
        offset=offset,
        stamp_at=dice.vary("right", "centre", "right"),
        blank_note=dice.vary("This page is intentionally left blank", ""),
    )
    if dice.vary(True, False):
        pack.outline = [("Agenda", agenda.pages[0]), *((f"{b.number} {titles[b.number]}", b.first) for b in bound)]
    return pack
