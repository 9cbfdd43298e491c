"""A county council's minutes: running minute numbers, motions, amendments, recorded votes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from .ink import Page
from .looks import bare, list_label, short_date, vary
from .pack import Pack, minute, put
from .page import Paper, Style
from .prose import BE, DEBATED, THEMES, VERBS, Theme, Writer
from .tables import Row, grid
from .truth import Attendance, Meeting, Truth, Vote
from .words import Dice, People, Person, clock, date_text, day, listing, place

HOUSE = Style(
    family="helvetica",
    size=11,
    leading=1.15,
    left=88,
    right=88,
    top=72,
    bottom=66,
    gap=11,
    justify=True,
    numbers="{}.",
    border="full",
    dates="{d} {month} {y}",
)


def _called(person: Person) -> str:
    """As the list of those present prints them: "Mr J A Kite, MBE"."""
    return f"{person.title} {person.initials}" + (f", {person.honour}" if person.honour else "")


def _voter(person: Person) -> str:
    """As a recorded vote prints them: "Mr Kite MBE"."""
    return person.short + (f" {person.honour}" if person.honour else "")


class _Minutes:
    """The minutes while they are written."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.style = vary(HOUSE, dice)
        self.style = replace(self.style, left=max(self.style.left, 78))
        self.date = dt.date(2024, 11, 14) if dice.house else day(dice)
        self.town = "Harrowdale" if dice.house else place(dice)
        self.council = dice.vary(f"{self.town} County Council", f"{self.town}shire County Council")
        self.truth = Truth(self.council, "GB")
        self.writer = Writer(dice, self.date.year)
        self.paper = Paper(self.style, "minutes")
        people = People(dice)
        self.members = people.several(48 if dice.house else dice.randint(14, 44), honours=True)
        self.away = people.several(5 if dice.house else dice.randint(1, 6))
        self.officers = people.several(2)
        self.chair, self.vice = self.members[:2]
        self.floor = sorted(self.members[2:], key=lambda m: m.last)
        self.number = 214 if dice.house else dice.randint(2, 480)
        self.item = 0
        self.themes = dice.sample(THEMES, 16)
        self.para_no = 0
        self.para_label = dice.vary("{})", "({})", "{}.")
        self.chairman = dice.vary("Chairman", "Chair", "Chairman")

    def head(self, title: str) -> str:
        """A minute's number and heading, with the agenda item's number below it."""
        size = self.style.size
        self.item += 1
        no = str(self.number)
        self.number += 1
        page = self.paper.para(
            title,
            left=-36,
            hang=36,
            label=self.style.numbers.format(no),
            label_face="b",
            face="b",
            align="left",
            before=10,
            after=0,
            keep=4 * size,
        )
        if self.dice.fork("item").vary(True, True, False):
            self.paper.para(f"(Item {self.item})", face="i", after=10, keep=20)
        else:
            self.paper.space(6)
        minute(self.truth, page, no, title)
        self.para_no = 0
        return no

    def say(self, text: str) -> None:
        """A numbered paragraph of the discussion."""
        self.para_no += 1
        self.paper.para(text, hang=36, label=self.para_label.format(self.para_no))

    def names(self, people: list[Person]) -> None:
        """A list of voters."""
        self.paper.para(", ".join(_voter(p) for p in people), left=36, align="left")

    def divide(self, against: int, abstain: int, what: str, paragraph: int) -> Vote:
        """Put what `paragraph` sets out to a recorded vote; the outcome follows from the numbers."""
        self.say(
            f"Following the debate, the {self.chairman} put the {what} set out in paragraph {paragraph} to the vote and the voting was as follows:"
        )
        pool = list(self.floor)
        self.dice.shuffle(pool)
        no, neither = pool[:against], pool[against : against + abstain]
        aye = [p for p in self.floor if p not in no and p not in neither]
        no, neither = ([p for p in self.floor if p in group] for group in (no, neither))
        inline = self.dice.fork("votes").vary("block", "block", "inline")
        for word, group in (("For", aye), ("Against", no), ("Abstain", neither)):
            if inline == "inline":
                names = ", ".join(_voter(p) for p in group) or "None"
                self.paper.para([(f"{word} ({len(group)}):", "b"), (names, "")], left=36, align="left")
                continue
            self.paper.para(f"{word} ({len(group)})", left=36, keep=26 if group else 0)
            if group:
                self.names(group)
        carried = len(aye) > len(no)
        word = "carried" if carried else "lost"
        self.paper.para(f"{what.capitalize()} {word}.", align="right", face="i")
        return Vote(
            count=[len(aye), len(no), len(neither)],
            names={"for": [p.short for p in aye], "against": [p.short for p in no], "abstain": [p.short for p in neither]},
            outcome=word,
        )

    def move(self, text: str, what: str = "motion") -> tuple[Vote, Page]:
        """A mover and a seconder propose `text`, printed in quotes; returns who, and the text's page."""
        mover, seconder = self.dice.sample(self.floor, 2)
        self.say(
            self.dice.fork("move").vary(
                f"{mover.short} proposed, and {seconder.short} seconded the {'motion that' if what == 'motion' else 'following amendment:'}",
                f"It was moved by {mover.short} and seconded by {seconder.short}" + (" that" if what == "motion" else " as an amendment:"),
                f"{mover.short} moved and {seconder.short} seconded the following {what}:",
            )
        )
        page = self.paper.para(text, left=36)
        return Vote(mover.short, seconder.short), page


def _opening(m: _Minutes) -> None:
    """Title, those present, apologies, declarations, previous minutes."""
    paper, truth, dice = m.paper, m.truth, m.dice
    date = m.date.isoformat()
    paper.para(m.council.upper(), face="b", align="centre", after=4)
    paper.rule(1.0, after=12)
    paper.para(dice.vary("COUNTY COUNCIL", "County Council", "MEETING OF THE COUNTY COUNCIL"), face="b", align="centre", after=14)
    venue = dice.vary(f"Council Chamber, Shire Hall, {m.town}", f"Assembly Room, County House, {m.town}")
    when = date_text(m.date, "{weekday}, {d} {month} {y}")
    hour = None if dice.house else dice.choice((None, 10, 14))
    at = f" at {clock(hour, 0, 'dot')}" if hour else ""
    paper.para(f"MINUTES of a meeting of the County Council held in the {venue} on {when}{at}.")
    truth.meetings.append(Meeting("County Council", date, f"{hour:02d}:00" if hour else None, venue))
    present = [f"{_called(m.chair)} ({m.chairman})", f"{_called(m.vice)} (Vice-{m.chairman})", *map(_called, m.floor)]
    paper.para(dice.vary("PRESENT: ", "Present: ", "Members Present: ") + listing(present))
    for person, role in ((m.chair, m.chairman), (m.vice, f"Vice-{m.chairman}"), *((p, None) for p in m.floor)):
        truth.attendance.append(Attendance(person.initials, "present", date, role))
    roles = ("Democratic Services Manager", "General Counsel")
    staff = [f"{p.title} {p.initials} ({role})" for p, role in zip(m.officers, roles, strict=True)]
    paper.para(dice.vary("IN ATTENDANCE: ", "Officers: ", "Also in attendance: ") + listing(staff))
    for person, role in zip(m.officers, roles, strict=True):
        truth.attendance.append(Attendance(person.initials, "in_attendance", date, role))
    paper.para("UNRESTRICTED ITEMS", face="b", align="centre", before=4)
    m.head(dice.vary("Apologies for Absence", "Apologies"))
    paper.para(f"The Democratic Services Manager reported apologies from {listing([p.short for p in m.away])}.")
    truth.attendance += [Attendance(p.last, "apologies", date) for p in m.away]
    m.head("Declarations of Disclosable Pecuniary Interests or Other Significant Interests in items on the agenda")
    declared = f"{m.floor[3].short} declared an interest in a later item, as a family member works for the Council."
    paper.para(dice.vary("There were no declarations of interest.", declared))
    earlier = short_date(m.style, m.date - dt.timedelta(days=56))
    no = m.head(f"Minutes of the meeting held on {earlier} and, if in order, to be approved as a correct record")
    text = f"the minutes of the Council meeting held on {earlier} be approved as a correct record."
    word = dice.vary("RESOLVED that", "R E S O L V E D that", "RESOLVED that", "It was agreed that")
    truth.resolve(text, paper.para(f"{word} {text}"), no)


def _announcements(m: _Minutes) -> None:
    """The Chairman's announcements: a motion agreed without a vote."""
    no = m.head(f"{m.chairman}'s Announcements")
    theme = m.themes[0]
    for _ in range(5 if m.dice.house else m.dice.randint(2, 5)):
        m.say(m.writer.speech(theme, 2))
    text = f"the Council formally record its thanks to the staff of {theme.service} for their work on the {theme.thing}."
    m.para_no += 1
    page = m.paper.para(
        f"{m.chair.short} proposed, and {m.vice.short} seconded, that {text}",
        hang=36,
        label=m.para_label.format(m.para_no),
        after=2,
    )
    m.paper.para("Agreed unanimously.", face="i", align="right")
    m.truth.resolve(text, page, no, Vote(m.chair.short, m.vice.short, outcome="carried"))


def _leader(m: _Minutes) -> None:
    """The Leader's report, noted."""
    no = m.head("Report by Leader of the Council")
    for theme in m.themes[1 : 1 + (11 if m.dice.house else m.dice.randint(3, 9))]:
        m.say(m.writer.speech(theme, m.dice.randint(2, 4)))
        if m.dice.house:
            m.say(m.writer.speech(theme, 5))
    m.para_no += 1
    text = "the Leader's report be noted."
    page = m.paper.para(f"RESOLVED that {text}", hang=36, label=m.para_label.format(m.para_no))
    m.truth.resolve(text, page, no)


def _motion_in_parts(m: _Minutes, theme: Theme, vote: tuple[int, int] | None, count: int) -> None:
    """A motion in lettered parts, put to the vote or agreed, and then resolved part by part."""
    no = m.head(theme.topic)
    for _ in range(5 if m.dice.house else m.dice.randint(0, 2)):
        m.say(m.writer.speech(theme, 3))
    parts = m.writer.several(VERBS, theme, count)
    who = _propose_parts(m, parts)
    if vote:
        result = m.divide(*vote, "motion", m.para_no)
    else:
        m.say(f"Following the debate, the {m.chairman} put the motion set out in paragraph {m.para_no} and it was agreed unanimously.")
        result = Vote(outcome="carried")
    result.mover, result.seconder = who.mover, who.seconder
    m.para_no += 1
    label = m.para_label.format(m.para_no)
    if len(parts) == 1:
        text = f"Council {_third(parts[0])}."
        m.truth.resolve(text, m.paper.para(f"RESOLVED that {text}", hang=36, label=label), no, result)
        return
    heading = m.dice.vary("RESOLVED that Council:", "RESOLVED to:", "R E S O L V E D that the Council:")
    m.paper.para(heading, hang=36, label=label, keep=20)
    style = m.dice.fork("parts").vary("(i)", "(a)", "a)", "1.")
    for at, part in enumerate(parts, start=1):
        mark = list_label(style, at)
        end = "; and" if at == len(parts) - 1 else ("." if at == len(parts) else ";")
        text = (part if heading.endswith("to:") else _third(part)) + end
        text = text[0].upper() + text[1:]
        page = m.paper.para(text, left=36, hang=30, label=mark, after=4)
        m.truth.resolve(text, page, no, result, bare(mark))
    m.paper.space(6)


def _third(verb_phrase: str) -> str:
    """ "note the report" as "notes the report"."""
    verb, rest = verb_phrase.split(" ", 1)
    return f"{verb}s {rest}"


def _propose_parts(m: _Minutes, parts: list[str]) -> Vote:
    """The motion as moved, in quotes and parts; the parts resolved are printed again below."""
    mover, seconder = m.dice.sample(m.floor, 2)
    m.say(f"{mover.short} proposed, and {seconder.short} seconded the motion that")
    if len(parts) == 1:
        m.paper.para(f"“Council is asked to {parts[0]}.”", left=36)
    else:
        m.paper.para("“Council is asked to:", left=36, after=4, keep=20)
        style = m.dice.fork("parts").vary("(i)", "(a)", "a)", "1.")
        for at, part in enumerate(parts, start=1):
            end = ".”" if at == len(parts) else ";"
            m.paper.para(part[0].upper() + part[1:] + end, left=36, hang=30, label=list_label(style, at), after=4)
        m.paper.space(6)
    return Vote(mover.short, seconder.short)


def _time_limited(m: _Minutes, theme: Theme, *, amend: str, carried: bool) -> None:
    """A member's motion with an amendment (`amend`: lost, carried or withdrawn), then the vote on it."""
    no = m.head(f"Motion for Time Limited Debate - {theme.topic}")
    motion = m.writer.one(DEBATED, theme)
    opening = motion.rsplit(". ", 1)[0]
    who, page = m.move(f"“{motion}”")
    moved_in, before = m.para_no, len(m.truth.resolutions)
    m.say(m.writer.speech(theme, 2))
    other = f"Council asks the Executive to {m.writer.one(VERBS, theme)}."
    amendment = f"“That the final sentence be replaced with: {other}”"
    by, amended_on = m.move(amendment, "amendment")
    half = len(m.floor) // 2
    if amend == "withdrawn":
        m.say(f"With the consent of the meeting, {by.mover} withdrew the amendment.")
        outcome = Vote(outcome="withdrawn")
    else:
        outcome = m.divide(half + 2 if amend == "lost" else 2, 1, "amendment", m.para_no)
    outcome.mover, outcome.seconder = by.mover, by.seconder
    m.truth.resolve(amendment, amended_on, no, outcome)
    m.say(f"{who.mover} replied to the debate.")
    result = m.divide(2 if carried else half + 3, 1, "motion", moved_in)
    result.mover, result.seconder = who.mover, who.seconder
    if not carried:
        m.truth.resolve(f"“{motion}”", page, no, result)
        m.truth.resolutions.insert(before, m.truth.resolutions.pop())
        return
    m.para_no += 1
    final = f"{opening}. {other}" if amend == "carried" else motion
    final = "t" + final[1:]
    on = m.paper.para(f"RESOLVED that {final}", hang=36, label=m.para_label.format(m.para_no))
    m.truth.resolve(final, on, no, result)


def _allocation(m: _Minutes) -> None:
    """Seats on committees, in a table."""
    no = m.head("Proportionality and Appointments to Committees")
    bodies = ("Planning Committee", "Pensions Committee", "Scrutiny Committee", "Governance and Audit Committee")
    rows: list[Row] = [["Committee", "Seats", "Majority group", "Other groups"]]
    totals = [0, 0]
    for body in bodies:
        seats, ours = m.dice.randint(9, 15), m.dice.randint(5, 8)
        totals = [totals[0] + seats, totals[1] + ours]
        rows.append([body, str(seats), str(ours), str(seats - ours)])
    rows.append(["Total", str(totals[0]), str(totals[1]), str(totals[0] - totals[1])])
    m.say("The General Counsel reported the seats to which each group is entitled, as follows:")
    m.truth.tables.append(grid(m.paper, rows, (46, 14, 22, 18), aligns=("left", "right", "right", "right")))
    m.para_no += 1
    text = m.writer.one(BE, m.themes[14]) + "."
    m.truth.resolve(text, m.paper.para(f"RESOLVED that {text}", hang=36, label=m.para_label.format(m.para_no)), no)


def build(dice: Dice) -> Pack:
    """A county council's printed minutes, one document."""
    m = _Minutes(dice)
    _opening(m)
    _announcements(m)
    themes = m.themes
    large = max(2, len(m.floor) // 8)
    steps: list[Callable[[], None]] = [
        lambda: _leader(m),
        lambda: _motion_in_parts(m, themes[9], (0, large), 4),
        lambda: _time_limited(m, themes[10], amend="lost", carried=False),
        lambda: _motion_in_parts(m, themes[11], None, 2),
        lambda: _allocation(m),
        lambda: _motion_in_parts(m, themes[12], (large, 1), 1),
        lambda: _time_limited(m, themes[13], amend="withdrawn", carried=True),
        lambda: _time_limited(m, themes[15], amend="carried", carried=True),
    ]
    if not dice.house:
        dice.shuffle(steps)
        steps = steps[: dice.randint(3, len(steps))]
    for step in steps:
        step()
    if dice.maybe(0.5):
        m.paper.para(f"The meeting closed at {clock(16, 25, 'dot')}.", before=10)
    foot = dice.vary("number", "page", "none")

    def furniture(page: Page, at: int, count: int) -> None:
        if foot == "number":
            put(page, str(at), "centre", 34, 10, family=m.style.family)
        elif foot == "page":
            put(page, f"Page {at} of {count}", "right", 34, 9, family=m.style.family)

    m.paper.furniture = furniture
    stem = f"{m.town.lower()}-cc--{m.date.isoformat()}-county-council-printed-minutes"
    return Pack(stem=stem, truth=m.truth, papers=[m.paper])
