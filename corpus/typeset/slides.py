"""Landscape slides: big titles, bullets, bar charts, now and then a table."""

from __future__ import annotations

from dataclasses import replace

from .ink import Box, Glyphs, Stroke, font
from .page import Paper, Style
from .prose import Theme, Writer
from .tables import Cell, Row, grid
from .truth import Truth
from .words import WARDS, Dice


def chart(paper: Paper, dice: Dice, labels: list[str], height: float) -> None:
    """A bar chart with axis labels, `height` points high at the cursor."""
    paper.room(height + 20)
    wide = paper.width * 0.7
    left, base = paper.style.left + 30, paper.y - height
    marks, name = paper.page.marks, font(paper.style.family)
    for step in range(5):
        y = base + height * step / 5
        marks.append(Stroke(left, y, left + wide, y, 0.4, 0.75))
        marks.append(Glyphs(left - 22, y - 3, name, 8, str(step * 20)))
    slot = wide / len(labels)
    for at, label in enumerate(labels):
        high = height * dice.uniform(0.15, 0.9)
        marks.append(Box(left + slot * (at + 0.25), base, slot * 0.5, high, (0.93, 0.49, 0.19)))
        marks.append(Glyphs(left + slot * (at + 0.25), base - 11, name, 8, label))
    paper.y = base - 18
    paper.space(10)


def slides(style: Style, truth: Truth, dice: Dice, writer: Writer, theme: Theme, count: int) -> Paper:
    """A deck of `count` slides on `theme`, one a page."""
    look = replace(
        style,
        size=style.size + 3,
        left=64,
        right=64,
        top=60,
        bottom=56,
        justify=False,
        gap=9,
        border="full" if style.border in ("header", "none") else style.border,
    )
    paper = Paper(look, "appendix", sheet=(style.sheet[1], style.sheet[0]))
    size = look.size

    def title(text: str) -> None:
        paper.page.marks.append(Box(0, paper.sheet[1] - 26, paper.sheet[0], 26, (0.20, 0.24, 0.48)))
        paper.para(text, face="b", size=size + 8, after=16)

    paper.space(130)
    paper.para(theme.topic, face="b", size=size + 16, align="centre", after=10)
    paper.para(f"{theme.service}: presentation to members", size=size + 4, align="centre", after=6)
    paper.page.marks.append(Box(0, 0, paper.sheet[0], 18, (0.20, 0.24, 0.48)))
    heads = (
        "Where we are now",
        "What residents told us",
        "How we compare",
        "What we did",
        "Figures at a glance",
        "Next steps",
        "Risks we are watching",
        "Questions for members",
    )
    for at in range(1, count):
        paper.new_page()
        title(heads[(at - 1) % len(heads)])
        if at % 5 == 2:
            paper.para(writer.prose(theme, 1), after=12)
            chart(paper, dice, [str(writer.year - 5 + i) for i in range(5)], 190)
        elif at % 5 == 0:
            wards = dice.sample(WARDS, 5)
            rows: list[Row] = [["Ward", "Target", "Achieved", "Trend"]]
            rows += [[w, f"{dice.randint(60, 95)}%", f"{dice.randint(50, 99)}%", dice.choice(("Up", "Down", "Level"))] for w in wards]
            rows.append([Cell("Note", face="b"), Cell("Figures are for the first three quarters only", colspan=3), None, None])
            truth.tables.append(grid(paper, rows, (40, 20, 20, 20), size=size - 2))
        else:
            for _ in range(dice.randint(4, 5)):
                paper.para(writer.prose(theme, 1), hang=20, label="•", after=8)
    return paper
