"""Lines of minutes → paragraphs that know where each of their words is printed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from papermine import regex as re
from papermine.document import Line, join_lines
from papermine.language.datewords import MONTH
from papermine.language.labels import label_at
from papermine.language.motions import only_names
from papermine.language.numbering import Marker, marker
from papermine.language.outcomes import SETTLED, outcome_alone
from papermine.language.titles import SEAT
from papermine.provenance import Place


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, with its text and where in it each line starts.

    ``mark`` is the list marker it starts with; ``start`` is where the words after it begin.
    """

    lines: list[Line]
    text: str = ""
    offsets: list[int] = field(default_factory=list)
    mark: Marker | None = None
    start: int = 0

    @property
    def rest(self) -> str:
        """The words after the marker."""
        return self.text[self.start:]

    @property
    def x0(self) -> float:
        """The left edge of its first line."""
        return self.lines[0].x0

    @property
    def number(self) -> str | None:
        """The bare number or letter of its marker; None for a bullet or none."""
        return self.mark.number if self.mark and self.mark.kind != "bullet" else None

    @property
    def inner(self) -> float:
        """The left edge of its words: after the marker, or of its hanging lines."""
        if self.mark is None or len(self.lines[0]) < 2:
            return self.x0
        words = self.lines[0].words
        skip = min(self.mark.printed.count(" ") + 1, len(words) - 1)
        return words[skip].x0

    def part(self, start: int, end: int) -> Paragraph:
        """Some of its text as a paragraph of its own, which knows where its words are printed."""
        return Paragraph(self.lines, self.text[start:end], [o - start for o in self.offsets])

    def page_at(self, at: int) -> int:
        """The page on which the character at ``at`` is printed."""
        k = max((i for i, o in enumerate(self.offsets) if o <= at), default=0)
        return self.lines[k].page

    def places(self, start: int = 0, end: int | None = None, field: str | None = None) -> list[Place]:
        """The places of these characters of its text, one for each page they stand on."""
        end = len(self.text) if end is None else end
        by_page: dict[int, list[Place]] = {}
        for k, line in enumerate(self.lines):
            first = self.offsets[k]
            a, b = max(start - first, 0), min(end - first, len(line.text))
            if a < b and line.text[a:b].strip():
                by_page.setdefault(line.page, []).append(line.place(a, b, field))
        out = []
        for page, held in by_page.items():
            box = held[0].box
            for place in held[1:]:
                box = box.join(place.box)
            out.append(Place(page, box, join_lines([p.text for p in held]), field=field))
        return out


def paragraph(lines: Sequence[Line]) -> Paragraph:
    """One paragraph of these lines."""
    out, offsets = "", []
    for line in lines:
        out = join_lines([out, line.text]) if out else line.text
        offsets.append(max(len(out) - len(line.text), 0))
    made = Paragraph(list(lines), out, offsets, marker(out))
    made.start = len(out) - len(made.mark.rest) if made.mark else 0
    return made


@dataclass(frozen=True, slots=True)
class Measure:
    """The habits of a paper's setting: the usual white space between lines (in font sizes), and each page's right margin."""

    usual: float
    margin: dict[int, float]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Measure:
        """Measure a paper's lines."""
        held = list(lines)
        margin: dict[int, float] = {}
        for line in held:
            margin[line.page] = max(margin.get(line.page, 0.0), line.x1)
        loose, full = [], []
        for before, line in itertools.pairwise(held):
            if line.table is None and line.top > 0 and -0.4 * line.size < line.gap < 0.6 * line.size and line.gap:
                loose.append(line.gap / line.size)
                if before.page == line.page and before.x1 > 0.92 * margin[line.page]:  # minutes of one-line paragraphs have few of these
                    full.append(line.gap / line.size)
        if len(full) > 3:
            return cls(median(full), margin)
        close = [gap for gap in loose if gap < 0.35]  # where nothing runs over a line, most gaps part paragraphs
        usual = median(loose) if loose else 0.1
        if usual > 0.35:
            usual = median(close) if close else 0.1
        return cls(usual, margin)

    def apart(self, line: Line) -> bool:
        """Is there more white space than usual above the line?"""
        return line.gap > (self.usual + 0.3) * line.size

    def fits(self, before: Line, line: Line) -> bool:
        """Would the first word of ``line`` have fitted at the end of ``before``?"""
        first = line.text.split(" ", 1)[0]
        per_char = (before.x1 - before.x0) / max(len(before.text), 1)
        return before.x1 + per_char * (len(first) + 1.5) < self.margin.get(before.page, before.x1)


_OPENING = re.compile(
    r"(?:R\s?E\s?S\s?O\s?L\s?V\s?E\s?D\b|Resolved\b|Agreed(?: that\b|\s?[:–-])|AGREED\b|NOTED\b|DECISION\b|RECOMMEND(?:ED|S)?\b|WHEREAS|(?:AND )?THEREFORE|(?:NOW,? )?THEREFORE|BE IT|"
    r"Carried\b|CARRIED\b|Defeated\b|Lost\b|Ayes?\b|AYES?\b|Noes\b|NOES\b|Nays?\b|NAYS?\b|ABSENT|ABSTAIN|Absent:|Abstain\w*:|For\s?[(:]|Against\s?[(:]|"
    r"(?:For|FOR|Against|AGAINST) (?:the [Mm]otion|the [Aa]mendment|THE MOTION|THE AMENDMENT)\s?[(:]|Abst\w+\s?:|Recorded [Vv]ote|RECORDED VOTE|Roll [Cc]all|ROLL CALL|(?:Up)?[Oo]n (?:a |the )?[Rr]oll [Cc]all\b|Those [Vv]oting|Abstain\w*\s?[(:]|FOR\s?[(:]|AGAINST\s?[(:]|Moved (?:[Bb]y|and)|MOVED|Seconded [Bb]y|SECONDED|Proposed by|ACTION|Motion by|"
    r"(?i:mov(?:ed|er)|motion(?:ed)?|second(?:ed|er)?|propos(?:ed|er)|votes?|voting|result|decision|outcome|action|discussion)(?i: by| made by| taken)?:|"
    r"RESOLUTION (?:NUMBER|NO\b)|Resolution (?:Number|No\b)|Resolution: \S*\d\S*$|(?:For|FOR) (?:Councillor|COUNCILLOR|Cllr\.?|CLLR\.?) [A-Z][\w.’' -]{2,40}(?::|$)|[A-H][.)] That\b|THAT\b|AND THAT\b|AND FURTHER|That (?:the|we|this|a|an|it|Council)\b|Reasons? for|REASON|Other options|Alternative options|Options considered|Present:|In attendance|Apologies)")


DECISION = re.compile(r"(?:DECISIONS?|Decisions?)\s*:?")
"""The label over what was decided, on a line of its own (`fullmatch`)."""
_PAIR = re.compile(r"[A-Z][A-Z’'-]+\s?/\s?[A-Z][A-Z’'-]+$")
"""Mover and seconder on a line of their own: "HEMPHILL/ROBERTSEN"."""
_MOVER_LINE = re.compile(rf"(?:Moved|MOVED|Seconded|SECONDED)\s*(?:(?:[Bb][Yy]|BY)?\s*:\s*|[Bb][Yy]\s+(?=[A-Z]))[A-Z][\w.’' -]{{2,40}}(?:,\s{SEAT})?")
_CLAUSE = re.compile(r"(?:AND )?WHEREAS\b|(?:AND|NOW),? (?:THEREFORE|FURTHER|BE IT)\b|BE IT (?:FURTHER )?RESOLVED\b|THEREFORE,? BE IT\b")
_NUMBERED_PAIR = re.compile(r"[A-Z]{1,3}\d{2,4}[-/]\d{1,4}\s+[A-Z][\w.’' -]{1,40}[,/;]\s*[A-Z][\w.’' -]{1,40}:$")
"""The same under a resolution's number: "R2025-161 R. Pilkington, S. Hutchings:"."""
_NUMBERED_MOVED = re.compile(r"[A-Z]{0,4}[-\d/.]{4,12}\s+(?:Moved|MOVED)\b")
_SETTLED = re.compile(rf"[.;:”\"’)]\s(?:[-–]\s)?(?:Motion )?{SETTLED}(?: unanimously)?$")
"""A motion's last line: "at its meeting held on September 16, 2025. Carried"."""
_MOVERS = re.compile(r"\(?(?i:moved|proposed|seconded|motion|second|prop\.)")
_MOVERS_END = re.compile(r"\((?i:moved|proposed|prop\.)[^()]*\)$")
"""Movers in brackets, behind the last words of a motion."""
_VOTE_LINE = re.compile(r"(?:For|Against|In favou?r|Abst(?:ain(?:ed|ing)?|entions?)|Ayes|Noes|Nays)(?: the (?:motion|amendment))?\s?:", re.I)
_COUNTED = re.compile(r"(?i:votes?|voting|result|decision|outcome)\s*:\s*(?:\d{1,2}\s?[-–/]\s?\d{1,2}\b[^.:]{0,40}|(?i:unanimous(?:ly)?))\.?")
_TALLY = re.compile(r"(?:For|FOR|Against|AGAINST|Abst\w+|ABST\w+)\s?\(\d{1,3}\)")


def paragraphs(lines: Sequence[Line], measure: Measure) -> list[Paragraph]:
    """Group lines, given in reading order, into paragraphs.

    A new one starts after more white space than usual, at a list marker, where the indent goes back
    or jumps to the right, where the type changes after a full stop, at the words that open a
    decision or a vote, and where the line before stops although the next word would have fitted.
    What a page break cuts goes on.
    """
    out: list[list[Line]] = []
    for line in lines:
        if out and not _parts(out[-1], line, measure):
            out[-1].append(line)
        else:
            out.append([line])
    return [paragraph(held) for held in out]


def _ends(text: str) -> bool:
    return text.rstrip("”\"'’)")[-1:] in (".", ":", ";", "?", "!") or text.endswith((";", ":")) or _SETTLED.search(text) is not None or _MOVERS_END.search(text) is not None


def _parts(held: list[Line], line: Line, measure: Measure) -> bool:
    before = held[-1]
    first = held[0]
    if before.table != line.table or type(before) is not type(line):
        return True
    mark = marker(line.text)
    ended = _ends(before.text)
    if mark is not None and not _false_mark(before, line, mark.kind, ended, measure):
        return True
    if _TALLY.match(line.text) or _CLAUSE.match(line.text) or (line.text.startswith("THAT ") and re.match(r"Moved|Seconded|MOVED|SECONDED", before.text)):
        return True
    if _VOTE_LINE.fullmatch(line.text):
        return True  # "Abstentions:", on the page after a full line of names
    if _MOVER_LINE.fullmatch(before.text) and measure.fits(before, line) and not _MOVER_LINE.fullmatch(line.text):
        return True  # "Seconded: Cr Leigh Bow" over the words that they moved
    if (_PAIR.match(line.text) and measure.fits(before, line)) or _NUMBERED_PAIR.match(line.text) or _NUMBERED_MOVED.match(line.text):
        return True
    if _OPENING.match(line.text) and (ended or measure.fits(before, line) or measure.apart(line)):
        return True
    if ":" in line.text and (label := label_at(line.text)) is not None and label[1] < len(line.text) and line.text[:label[1]].rstrip().endswith(":") and (ended or before.text.endswith(",") or measure.fits(before, line)):
        return True
    if _MOVERS.match(line.text) and only_names(line.text) and not before.text.endswith((",", " and", "-", "–")):
        return True  # "Moved by Hale, seconded by Orde" below a full line of words
    if _COUNTED.fullmatch(before.text) and line.text[:1].isupper() and measure.fits(before, line):
        return True  # "Decision: 4-0" over the next heading
    if len(held) == 1 and DECISION.fullmatch(before.text):
        return True  # a label over what was decided
    if len(held) == 1 and len(before.text) < 40 and line.text[:1].isupper() and re.match(rf"(?:Motion )?{SETTLED}\b", before.text) and outcome_alone(before.text) is not None:
        return True  # "CARRIED" over "Councillor Flint Opposed"
    if line.page != before.page:
        return _parts_over_page(held, line, ended, measure)
    if line.top <= before.top - 2 or abs(line.size - before.size) > 0.2 * max(line.size, before.size):
        return True
    if measure.apart(line):
        return True
    jump = line.x0 - before.x0
    if jump > 100 and measure.fits(before, line):
        return True  # set to the right: "Motion carried."
    if jump < -100 and len(held) == 1 and len(before.text) < 30:
        return True  # and back from it
    short = measure.fits(before, line)
    if jump < -3 and len(held) > 1 and (ended or short) and line.x0 < first.x0 + 3 and first.x0 < before.x0 - 3:
        return True  # back from a hanging indent
    if line.x0 < min(first.x0, held[1].x0 if len(held) > 1 else first.x0) - 3 and (ended or short or len(held) > 1):
        return True
    if before.style(-1) != line.style(0) and (ended or short) and len(line.text) > 3:
        return True
    return short and ended and before.x1 < measure.margin.get(before.page, before.x1) - 0.08 * (measure.margin.get(before.page, 0) - before.x0)


def _parts_over_page(held: list[Line], line: Line, ended: bool, measure: Measure) -> bool:
    before, first = held[-1], held[0]
    if before.style(-1)[0] != line.style(0)[0] and line.bold:
        return True
    if len(held) == 1 and before.bold and not line.bold and line.text[:1].isupper() and measure.fits(before, line):
        return True  # "Amendment", a label at the foot of a page, and its words on the next
    if len(held) == 1 and _MOVERS.match(before.text) and only_names(before.text) and line.text[:1].isupper() and measure.fits(before, line):
        return True  # "Moved by Hale, seconded by Orde", the last line of a page
    if len(held) == 1 and outcome_alone(before.text) is not None and not line.text[:1].islower():
        return True  # "Carried", the last line of a page, and the next motion on the next
    if abs(line.size - before.size) > 0.2 * line.size or abs(line.x0 - before.x0) > 100 or _TALLY.match(before.text):
        return True
    hanging = first.x0 < line.x0 - 3 and (abs(line.x0 - before.x0) < 4 or len(held) == 1)
    if marker(first.text) is not None and hanging and not measure.fits(before, line):
        return False
    return ended or line.x0 < first.x0 - 6


_DAY_END = re.compile(rf"\b{MONTH}\s+\d{{1,2}},$", re.I)


def _false_mark(before: Line, line: Line, kind: str, ended: bool, measure: Measure) -> bool:
    """A number at the start of a line that only goes on with the sentence: "paragraph ⏎ 2 to the vote", "until ⏎ 14. The"."""
    if kind == "bullet":
        return False
    if re.match(r"(?:19|20)\d\d\b", line.text) and _DAY_END.search(before.text) and not measure.apart(line):
        return True  # "held on July 30, ⏎ 2004. Mr Shell seconded"
    if before.text.endswith((" –", " —")) and (found := marker(line.text)) is not None and not found.rest and not measure.apart(line):
        return True  # "Abstentions – ⏎ 1."
    if measure.apart(line) and line.page == before.page:
        return False
    if ended or before.text.endswith((",", " and", " or")):
        return False
    mark = marker(line.text)
    if mark is None or mark.style in ("()", ")"):
        return mark is not None and abs(line.x0 - before.x0) < 2 and not measure.fits(before, line) and mark.rest[:1].islower()
    if measure.fits(before, line):
        return False
    return abs(line.x0 - before.x0) < 2 or not mark.rest or len(mark.number) > 3
