"""Officers' reports as English councils print them: a header table of labels, then numbered sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .looks import bare, list_label
from .page import Paper
from .prose import NOTHING, Theme, Writer
from .tables import Cell, Row, grid
from .truth import Recommendation, Report, Truth
from .words import Dice, Person

LABELS: dict[str, tuple[str, ...]] = {
    "cabinet_member": (
        "Cabinet member with lead responsibility",
        "Portfolio Holder",
        "Lead Cabinet Member",
        "Relevant Cabinet Member",
    ),
    "wards_affected": ("Wards affected", "Ward(s) affected", "Wards Affected", "Ward"),
    "accountable_director": ("Accountable director", "Executive Director lead", "Lead Director", "Corporate Director"),
    "originating_service": ("Originating service", "Directorate", "Originating department", "Service"),
    "accountable_employee": ("Accountable employee(s)", "Responsible officer", "Report author", "Contact officer"),
}
"""Labels as councils print them, by the truth's name for their meaning."""


@dataclass
class Header:
    """What a report's header says."""

    title: str
    theme: Theme
    member: Person
    director: str
    author: Person
    wards: str


def header_table(paper: Paper, truth: Truth, dice: Dice, head: Header, council: str) -> None:
    """The ruled two-column header of a scrutiny report, its title within."""
    host = "".join(ch for ch in council.lower() if ch.isalpha())
    mail = f"{head.author.first}.{head.author.last}@{host}.example".lower()
    label = {key: dice.fork("labels" + key).vary(*options) for key, options in LABELS.items()}
    values = {
        "cabinet_member": f"Councillor {head.member.name}" + dice.vary(f" {head.theme.portfolio}", "", f", {head.theme.portfolio}"),
        "wards_affected": head.wards,
        "accountable_director": head.director,
        "originating_service": head.theme.service,
        "accountable_employee": head.author.name,
    }

    def wide(key: str) -> Row:
        return [Cell(label[key], face="b"), Cell(values[key], colspan=2), None]

    rows: list[Row] = [
        [Cell("Report title", face="b"), Cell(head.title, colspan=2, face=dice.vary("b", "")), None],
        wide("cabinet_member"),
        wide("wards_affected"),
        wide("accountable_director"),
        wide("originating_service"),
        [
            Cell(label["accountable_employee"], face="b", rowspan=3),
            Cell(head.author.name),
            Cell(head.theme.role),
        ],
        [None, "Tel", f"01632 {dice.randint(960000, 960999)}"],
        [None, "Email", mail],
        [
            Cell("Report to be/has been considered by", face="b"),
            Cell(f"{head.theme.service} Leadership Team"),
            Cell(f"{dice.randint(1, 28):02d}.{dice.randint(1, 12):02d}.{dice.randint(2012, 2025)}"),
        ],
    ]
    border = paper.style.border if paper.style.border in ("full", "rects", "rows") else "full"
    table = grid(paper, rows, (32, 34, 34), header=0, border=border)
    truth.tables.append(table)
    truth.reports.append(Report(table.first, head.title, values))


def header_lines(paper: Paper, truth: Truth, dice: Dice, head: Header) -> None:
    """A header of plain labelled lines, the title above them."""
    page = paper.para(head.title, face="b", size=paper.style.size + 3, align="left", after=8)
    label = {key: dice.fork("labels" + key).vary(*options) for key, options in LABELS.items()}
    values = {
        "cabinet_member": f"Councillor {head.member.name}",
        "accountable_director": head.director,
        "accountable_employee": f"{head.author.name}, {head.theme.role}",
        "originating_service": head.theme.service,
        "wards_affected": head.wards,
    }
    order = list(values)
    if not dice.house:
        dice.shuffle(order)
    for key in order:
        paper.tabs([(0, [(f"{label[key]}:", "b")]), (paper.width * 0.36, values[key])], after=3)
    paper.tabs([(0, [("Key decision:", "b")]), (paper.width * 0.36, dice.vary("Yes", "No"))], after=3)
    paper.rule(after=8)
    truth.reports.append(Report(page, head.title, values))


def recommendations(paper: Paper, truth: Truth, dice: Dice, heading: str, lead: str, asks: Sequence[str], label: str) -> None:
    """A block of recommendations; `label` is the list's style."""
    size = paper.style.size
    paper.para(heading, face="b", size=size + 1, before=8, after=4, keep=3 * size)
    if len(asks) == 1 and not dice.maybe(0.5):
        text = f"{lead} {asks[0][0].lower()}{asks[0][1:]}"
        truth.recommendations.append(Recommendation(None, text, paper.para(text)))
        return
    paper.para(lead + dice.vary(":", " to:"), after=4, keep=2 * size)
    for number, ask in enumerate(asks, start=1):
        mark = list_label(label, number)
        page = paper.para(ask, left=18, hang=24, label=mark, after=3)
        truth.recommendations.append(Recommendation(bare(mark), ask, page))
    paper.space(6)


def figures(dice: Dice, theme: Theme, year: int, wards: Sequence[str]) -> list[Row]:
    """A small table of yearly figures by ward, with a total that sums."""
    years = [f"{y}/{(y + 1) % 100:02d}" for y in range(year - 4, year)]
    body = [[dice.randint(8, 1400) for _ in years] for _ in wards]
    rows: list[Row] = [["Ward", *years]]
    rows += [[ward, *(f"{n:,}" for n in line)] for ward, line in zip(wards, body, strict=True)]
    totals = [sum(line[i] for line in body) for i in range(len(years))]
    rows.append([Cell(f"Total {theme.many}", face="b"), *(Cell(f"{n:,}", face="b") for n in totals)])
    return rows


def sections(paper: Paper, truth: Truth, dice: Dice, writer: Writer, theme: Theme, *, paras: int, wards: Sequence[str]) -> None:
    """The numbered body: 1.0 Purpose, 1.1 ..., with one table of figures and the usual implications."""
    size, hang = paper.style.size, paper.style.size * 3.2
    body = ["Purpose", "Background", dice.vary("Progress, options, discussion", "Current position", "Key issues")]
    if paras > 12:
        body.append("Evaluation of alternative options")
    heads = body + list(NOTHING)
    whole = dice.vary("{}.0", "{}.", "{}")
    share = {"Purpose": 1, "Background": max(2, paras // 3)}
    tabled = False
    for number, name in enumerate(heads, start=1):
        paper.para(
            name,
            label=whole.format(number),
            label_face="b",
            hang=hang,
            face="b",
            size=size + 1,
            before=6,
            after=4,
            keep=4 * size,
        )
        if name in NOTHING:
            paper.para(writer.one(NOTHING[name], theme), label=f"{number}.1", hang=hang, after=6)
            continue
        count = share.get(name, max(2, paras // 3))
        for at in range(1, count + 1):
            text = (
                f"The purpose of this report is to inform members about the {theme.thing}. {writer.prose(theme, 1)}"
                if name == "Purpose"
                else writer.prose(theme, dice.randint(2, 4))
            )
            paper.para(text, label=f"{number}.{at}", hang=hang)
            if name == "Background" and at == 1:
                for point in dice.sample(wards, 3):
                    paper.para(
                        f"more {theme.many} in {point} ward, with a visit to each by {theme.service}",
                        left=hang,
                        hang=16,
                        label="•",
                        after=2,
                    )
                paper.space(5)
            if name == body[2] and at == 1 and not tabled:
                tabled = True
                paper.para(f"Table 1: {theme.many.capitalize()} by ward", left=0, face="b", after=4, keep=60)
                truth.tables.append(
                    grid(
                        paper,
                        figures(dice, theme, writer.year, wards),
                        (34, 16, 16, 16, 16),
                        aligns=("left", *["right"] * 4),
                    )
                )
    paper.para(
        "Schedule of background papers",
        label=whole.format(len(heads) + 1),
        label_face="b",
        hang=hang,
        face="b",
        size=size + 1,
        before=6,
        after=4,
        keep=3 * size,
    )
    paper.para("None.", label=f"{len(heads) + 1}.1", hang=hang)
