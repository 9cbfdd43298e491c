"""Budget tables in thousands of pounds: group rows, bracketed negatives, totals that sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .page import Paper, Style
from .prose import THEMES, Writer
from .tables import Cell, Row, grid
from .truth import Truth
from .words import ROADS, WARDS, Dice

DIRECTORATES = ("Children and Young People", "Adult Care", "Place and Environment", "Economy and Housing", "Resources")
LINES = (
    "Management and support",
    "Staff pay",
    "Contracts",
    "Buildings",
    "Transport",
    "Grants to partners",
    "Supplies",
    "Commissioned services",
    "Legal and licensing",
    "Systems and data",
    "Training",
    "Income from fees",
    "Early help",
    "Assessment and review",
    "Community teams",
    "Planned maintenance",
)
_TINT, _GROUP = 0.86, 0.93


def money(amount: int) -> str:
    """Thousands of pounds as printed: 1,234, (1,234) for less than nothing, - for nothing."""
    if amount == 0:
        return "-"
    return f"({-amount:,})" if amount < 0 else f"{amount:,}"


def _bold(texts: Sequence[str]) -> list[Cell]:
    return [Cell(text, face="b", fill=_TINT) for text in texts]


def _head(first: Sequence[str], group: str, under: Sequence[str], last: Sequence[str]) -> list[Row]:
    """Two header rows: `group` spans the columns `under` it, the others span both rows."""
    top: list[Cell | str | None] = [Cell(text, rowspan=2, fill=_TINT, face="b") for text in first]
    top += [Cell(group, colspan=len(under), fill=_TINT, face="b", align="centre"), *[None] * (len(under) - 1)]
    top += [Cell(text, rowspan=2, fill=_TINT, face="b") for text in last]
    low: list[Cell | str | None] = [None] * len(first)
    low += _bold(under)
    low += [None] * len(last)
    return [top, low]


def _changes(dice: Dice) -> list[int]:
    """Base budget, inflation, growth, savings and the budget that follows from them."""
    base = dice.randint(200, 9800)
    parts = [base, dice.randint(5, 300), dice.choice((0, dice.randint(10, 700))), -dice.choice((0, dice.randint(10, 600)))]
    if dice.random() < 0.1:
        parts[0] = -parts[0]
    return [*parts, sum(parts)]


def _sum(lines: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*lines, strict=True)]


class Budget:
    """The budget of one council; its tables agree with each other."""

    def __init__(self, style: Style, truth: Truth, dice: Dice, year: int, per_group: int) -> None:
        """`per_group` is how many service lines each directorate has."""
        self.truth, self.dice, self.year = truth, dice, year
        look = replace(style, left=48, right=48, top=60, bottom=58, size=9.5, justify=False)
        self.style = replace(look, border=look.border if look.border != "none" else "rows")
        self.then, self.now = (f"{y}/{(y + 1) % 100:02d}" for y in (year - 1, year))
        self.lines = {name: [(line, _changes(dice)) for line in dice.sample(LINES, min(per_group, len(LINES)))] for name in DIRECTORATES}

    def start(self, title: str, *, landscape: bool = False) -> Paper:
        """A paper titled `title`."""
        sheet = (self.style.sheet[1], self.style.sheet[0]) if landscape else self.style.sheet
        paper = Paper(self.style, "appendix", sheet=sheet)
        self.title(paper, title)
        return paper

    def title(self, paper: Paper, text: str) -> None:
        """A table's title and unit."""
        paper.para(text, face="b", size=13, after=6, keep=80)

    def table(self, paper: Paper, rows: list[Row], shares: Sequence[float], *, texts: int = 1, header: int = 2) -> None:
        """Set a table whose first `texts` columns are words and whose others are figures."""
        aligns = ["left"] * texts + ["right"] * (len(shares) - texts)
        self.truth.tables.append(grid(paper, rows, shares, header=header, aligns=aligns, size=9))

    def summary(self, paper: Paper) -> None:
        """Net budget by directorate and how it is paid for."""
        under = ("Inflation £000", "Growth £000", "Savings £000")
        rows = _head(("Directorate", f"{self.then} Budget £000"), "Changes", under, (f"{self.now} Budget £000",))
        sums = {name: _sum([values for _, values in lines]) for name, lines in self.lines.items()}
        rows += [[name, *map(money, values)] for name, values in sums.items()]
        whole = _sum(list(sums.values()))
        rows.append(_bold(["Net service budget", *map(money, whole)]))
        finance = [_changes(self.dice) for _ in range(3)]
        rows += [[name, *map(money, values)] for name, values in zip(("Capital financing", "Levies", "Contingency"), finance, strict=True)]
        whole = _sum([whole, *finance])
        rows.append(_bold(["Budget requirement", *map(money, whole)]))
        rows.append([Cell("Funded by", colspan=6, face="b", fill=_GROUP), None, None, None, None, None])
        left = [whole[0], whole[-1]]
        for name in ("Business rates", "Revenue support grant", "Collection fund surplus", "Use of reserves"):
            pair = [-self.dice.randint(300, max(301, amount // 6)) for amount in left]
            left = [amount + paid for amount, paid in zip(left, pair, strict=True)]
            rows.append([name, money(pair[0]), "", "", "", money(pair[1])])
        rows.append(["Council tax", money(-left[0]), "", "", "", money(-left[1])])
        rows.append(_bold(["Total funding", money(-whole[0]), "", "", "", money(-whole[-1])]))
        self.table(paper, rows, (34, 14, 13, 13, 13, 14))

    def detail(self, paper: Paper) -> None:
        """Every service line, grouped by directorate; runs over pages."""
        under = ("Inflation £000", "Growth £000", "Savings £000")
        rows = _head(("Service", f"{self.then} Budget £000"), "Changes", under, (f"{self.now} Budget £000",))
        everything: list[list[int]] = []
        for name, lines in self.lines.items():
            rows.append([Cell(name, colspan=6, face="b", fill=_GROUP), None, None, None, None, None])
            rows += [[line, *map(money, values)] for line, values in lines]
            total = _sum([values for _, values in lines])
            everything.append(total)
            rows.append(_bold([f"Total {name}", *map(money, total)]))
        rows.append(_bold(["Net service budget", *map(money, _sum(everything))]))
        self.table(paper, rows, (34, 14, 13, 13, 13, 14))

    def savings(self, paper: Paper, writer: Writer, count: int) -> None:
        """Savings proposals over three years."""
        years = [f"{y}/{(y + 1) % 100:02d} £000" for y in range(self.year, self.year + 3)]
        rows: list[Row] = [_bold(["Ref", "Proposal", "Directorate", *years])]
        lines = []
        for at in range(1, count + 1):
            amounts = [-self.dice.choice((0, self.dice.randint(10, 450))) for _ in years]
            amounts[self.dice.randrange(3)] = -self.dice.randint(10, 450)
            theme = self.dice.choice(THEMES)
            what = self.dice.choice(("Review of", "Fewer", "New contract for", "Shared management of", "Charge for"))
            rows.append([f"S{at:02d}", f"{what} {theme.many} in {self.dice.choice(WARDS)}", self.dice.choice(DIRECTORATES), *map(money, amounts)])
            lines.append(amounts)
        rows.append([Cell("Total savings", colspan=3, face="b", fill=_TINT), None, None, *_bold([money(n) for n in _sum(lines)])])
        self.table(paper, rows, (8, 40, 24, 12, 12, 12), texts=3, header=1)

    def capital(self, paper: Paper, per_group: int) -> None:
        """The capital programme over five years, grouped, with its funding."""
        years = [f"{y}/{(y + 1) % 100:02d}" for y in range(self.year - 1, self.year + 4)]
        rows = _head(("Scheme", "Funded from"), "Planned spending £000", years, ("Total £000",))
        wide = len(years) + 3
        everything = []
        for group in ("Highways and streets", "Schools", "Housing", "Parks and leisure", "Corporate"):
            rows.append([Cell(group, colspan=wide, face="b", fill=_GROUP), *[None] * (wide - 1)])
            lines = []
            for road in self.dice.sample(ROADS, per_group):
                amounts = [self.dice.choice((0, self.dice.randint(15, 2400))) for _ in years]
                what = self.dice.choice(("resurfacing", "extension", "roof renewal", "new build", "drainage", "refurbishment"))
                source = self.dice.choice(("Borrowing", "Grant", "Receipts", "Reserves", "Developers"))
                rows.append([f"{road} {what}", source, *map(money, amounts), money(sum(amounts))])
                lines.append([*amounts, sum(amounts)])
            total = _sum(lines)
            everything.append(total)
            rows.append(_bold([f"Total {group}", "", *map(money, total)]))
        rows.append(_bold(["Total capital programme", "", *map(money, _sum(everything))]))
        self.table(paper, rows, (36, 14, *[10] * len(years), 12), texts=2)

    def reserves(self, paper: Paper, count: int) -> None:
        """Earmarked reserves: opening balance, what comes and goes, closing balance."""
        rows: list[Row] = [_bold(["Reserve", "Opening balance £000", "Transfers in £000", "Transfers out £000", "Closing balance £000"])]
        lines = []
        for theme in self.dice.sample(THEMES, count):
            line = [self.dice.randint(200, 5000), self.dice.choice((0, self.dice.randint(20, 900))), -self.dice.randint(0, 180)]
            lines.append([*line, sum(line)])
            rows.append([f"{theme.topic} reserve", *map(money, lines[-1])])
        rows.append(_bold(["Total earmarked reserves", *map(money, _sum(lines))]))
        self.table(paper, rows, (40, 16, 15, 15, 16), header=1)

    def fees(self, paper: Paper, count: int) -> None:
        """Fees and charges in pounds and pence."""
        rows: list[Row] = [_bold(["Service", "Unit", f"{self.then} £", f"{self.now} £", "Change %"])]
        for theme in self.dice.sample(THEMES, count):
            old = self.dice.randint(150, 24000)
            new = old + self.dice.randint(0, old // 10)
            unit = self.dice.choice(("per visit", "per hour", "each", "per year", "per application"))
            rows.append([f"{theme.service} - {theme.many}", unit, f"{old / 100:,.2f}", f"{new / 100:,.2f}", f"{100 * (new - old) / old:.1f}"])
        self.table(paper, rows, (48, 18, 13, 13, 12), texts=2, header=1)


def appendices(style: Style, truth: Truth, dice: Dice, writer: Writer, year: int, scale: int) -> list[Paper]:
    """Appendices A, C and D of the budget report; `scale` is the number of lines in a group."""
    budget = Budget(style, truth, dice, year, scale)
    a = budget.start("Appendix A – Summary of the revenue budget")
    budget.summary(a)
    a.new_page()
    budget.title(a, "Revenue budget by service")
    budget.detail(a)
    a.new_page()
    budget.title(a, "Savings proposals")
    budget.savings(a, writer, scale * 3 + 2)
    c = budget.start("Appendix C – Capital programme", landscape=True)
    budget.capital(c, max(3, scale // 2))
    d = budget.start("Appendix D – Earmarked reserves")
    budget.reserves(d, min(len(THEMES), scale + 8))
    d.new_page()
    budget.title(d, "Fees and charges")
    budget.fees(d, min(len(THEMES), scale + 12))
    return [a, c, d]
