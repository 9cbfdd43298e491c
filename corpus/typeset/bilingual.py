"""A Welsh community council's minutes, first in Welsh, then in English: two papers of one meeting in one file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .ink import Page
from .pack import Pack, minute, put
from .page import Paper, Style
from .truth import Attendance, Meeting, Truth, Vote
from .words import Dice

STYLE = Style(family="times", size=11.5, leading=1.2, left=70, right=70, top=76, bottom=80, gap=7)
DAY = dt.date(2025, 3, 4)
MEMBERS = ("Aled Huws", "Bethan Rhys", "Carys Prys", "Dilwyn Ellis", "Elin Morus")
AWAY = "Ffion Tudur"
CLERK = "Gareth Llwyd"


@dataclass(frozen=True)
class _Matter:
    """An item in both languages (Welsh, English): heading, what is said, what is decided and on whose motion."""

    title: tuple[str, str]
    said: tuple[str, str]
    decided: tuple[tuple[str, str], ...] = ()
    movers: tuple[str, str] | None = None


MATTERS = (
    _Matter(("COFNODION Y CYFARFOD DIWETHAF", "MINUTES OF THE LAST MEETING"),
            ("Roedd y cofnodion wedi eu dosbarthu ymlaen llaw.", "The minutes had been circulated beforehand."),
            (("bod cofnodion y cyfarfod a gynhaliwyd ar 4 Chwefror 2025 yn gywir.",
              "that the minutes of the meeting held on 4 February 2025 were correct."),), ("A. Huws", "B. Rhys")),
    _Matter(("DATGANIADAU O DDIDDORDEB", "DECLARATIONS OF INTEREST"),
            ("Nid oedd unrhyw ddatganiadau.", "There were no declarations.")),
    _Matter(("YSWIRIANT", "INSURANCE"),
            ("Roedd tri dyfynbris wedi dod i law gan y Clerc.", "The Clerk had received three quotations."),
            (("bod yswiriant y Cyngor yn cael ei adnewyddu am £1,243.80.", "that the Council's insurance be renewed for £1,243.80."),),
            ("C. Prys", "D. Ellis")),
    _Matter(("LLWYBRAU TROED", "FOOTPATHS"),
            ("Adroddwyd bod y gamfa ger Gwernogle wedi torri.", "It was reported that the stile near Gwernogle was broken."),
            (("bod y Clerc yn cysylltu gyda pherchennog y tir yn Gwernogle.", "that the Clerk contact the owner of the land at Gwernogle."),
             ("bod £85 yn cael ei wario ar arwydd newydd.", "that £85 be spent on a new sign."))),
    _Matter(("CYNLLUNIO", "PLANNING"),
            ("Derbyniwyd cais 25/00417 am estyniad i Bryn Awel.", "Application 25/00417 for an extension to Bryn Awel was received."),
            (("nad oes gan y Cyngor wrthwynebiad i gais 25/00417.", "that the Council has no objection to application 25/00417."),)),
    _Matter(("GOLEUADAU", "LIGHTING"),
            ("Roedd y golau ger y neuadd wedi ei drwsio.", "The light by the hall had been repaired."),
            (("bod llythyr o ddiolch yn cael ei anfon at y contractwr.", "that a letter of thanks be sent to the contractor."),)),
)
_HEADS = (("CYNGOR CYMUNED PANTYBRENIN", "COFNODION",
           "Cynhaliwyd cyfarfod o Gyngor Cymuned Pantybrenin am 7.30pm ar 4 Mawrth 2025 yn Neuadd y Pentref, Pantybrenin.",
           "PRESENNOL", "Cynghorwyr", "a", "YMDDIHEURIADAU", f"Derbyniwyd ymddiheuriadau gan y Cynghorydd {AWAY}.", f"Clerc: {CLERK}"),
          ("PANTYBRENIN COMMUNITY COUNCIL", "MINUTES",
           "Pantybrenin Community Council held their meeting at 7.30pm on 4 March 2025 at the Village Hall, Pantybrenin.",
           "PRESENT", "Councillors", "and", "APOLOGIES", f"Apologies were received from Councillor {AWAY}.", f"Clerk: {CLERK}"))


def _half(truth: Truth, tongue: int) -> Paper:
    """The minutes in Welsh (0) or English (1)."""
    council, kind, opening, present, title, last, apologies, away, clerk = _HEADS[tongue]
    paper = Paper(STYLE, "minutes")
    paper.para(council, face="b", size=14, align="centre", after=4)
    paper.para(kind, face="b", align="centre", after=10)
    paper.para(opening, after=10)
    paper.para(present, face="b", after=3)
    paper.para(f"{title} {', '.join(MEMBERS[:-1])} {last} {MEMBERS[-1]}.", after=4)
    paper.para(clerk, after=10)
    at = 0

    def head(words: str) -> str:
        nonlocal at
        at += 1
        page = paper.para(words, label=f"{at}.", label_face="b", hang=26, face="b", before=6, after=2, keep=40)
        minute(truth, page, str(at), words)
        return str(at)

    head(apologies)
    paper.para(away, left=26)
    for matter in MATTERS:
        number = head(matter.title[tongue])
        paper.para(matter.said[tongue], left=26)
        for decided in matter.decided:
            text, vote = decided[tongue], Vote()
            if matter.movers:
                a, b = matter.movers
                lead = (f"Cynigiwyd gan y Cyng. {a}, eiliwyd gan y Cyng. {b} a chytunwyd yn unfrydol,",
                        f"It was proposed by Cllr. {a}, seconded by Cllr. {b} and unanimously agreed")[tongue]
                vote = Vote(a, b, outcome="carried")
            else:
                lead = ("Penderfynwyd", "Resolved")[tongue]
            page = paper.para(f"{lead} {text}", left=26)
            truth.resolve(text.split(" ", 1)[1] if text.startswith(("bod ", "that ")) else text, page, number, vote)
    paper.para(f"{('Llofnod', 'Signed')[tongue]} {'.' * 40}", before=24)
    return paper


def build(dice: Dice) -> Pack:
    """The minutes of one meeting in two languages; nothing varies with ``dice``."""
    truth = Truth("Pantybrenin Community Council", "GB")
    truth.meetings.append(Meeting("Pantybrenin Community Council", DAY.isoformat(), "19:30", "Village Hall, Pantybrenin"))
    papers = [_half(truth, tongue) for tongue in (0, 1)]
    day = DAY.isoformat()
    for _ in papers:  # both papers list them
        truth.attendance += [Attendance(name, "present", day) for name in MEMBERS]
        truth.attendance += [Attendance(AWAY, "apologies", day), Attendance(CLERK, "in_attendance", day, "Clerk")]

    def furniture(word: str) -> object:
        def draw(page: Page, at: int, count: int) -> None:
            put(page, f"{word} {at} / {count}", "centre", 40, 9, family="times")
        return draw

    for paper, word in zip(papers, ("Tudalen", "Page"), strict=True):
        paper.furniture = furniture(word)  # type: ignore[assignment]
    return Pack(stem=f"pantybrenin-cc--{day}-cofnodion-minutes", truth=truth, papers=papers)
