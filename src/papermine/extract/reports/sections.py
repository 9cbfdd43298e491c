"""The standard sections of a report: implications with their clearance codes, and background papers."""

from __future__ import annotations

from papermine import regex as re
from papermine.document import Line, Paper, places
from papermine.extract.paragraphs import Measure, paragraphs
from papermine.language.screened import Screened
from papermine.provenance import Ids
from papermine.records import BackgroundPaper, Evidence, Record, ReportSection

KINDS: tuple[tuple[str, str], ...] = (
    ("financial", r"financ\w*|fiscal|resource|budget\w*|value\s+for\s+money|revenue"),
    ("legal", r"legal|constitutional|statutory"),
    ("equalities", r"equalit\w+|equal\s+opportunit\w+|diversity|public\s+sector\s+equality\s+duty|eqia|socio-economic"),
    ("environmental", r"environment\w*|climate\w*|carbon|sustainab\w+|ceqa|biodiversity"),
    ("human_resources", r"human\s+resources?|staffing|personnel|workforce|hr"),
    ("property", r"corporate\s+landlord|property|asset\w*|land"),
    ("health", r"health\w*|well-?being|public\s+health"),
    ("procurement", r"procurement|social\s+value|commercial"),
    ("risk", r"risk\w*"),
    ("data_protection", r"data\s+protection|information\s+governance|privacy|gdpr"),
    ("crime", r"crime\w*|community\s+safety|anti-social\s+behaviour"),
    ("covid", r"covid\S*"),
    ("consultation", r"consultation"),
    ("safeguarding", r"safeguarding|children|young\s+people|corporate\s+parenting"),
)
"""Kinds of implications and the words that name them, in the order in which they are tried."""

_NUMBER = r"(?:\W*(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]?\s+)?"
HEADING = Screened(
    rf"^{_NUMBER}(?P<heading>(?:(?:other|corporate|key|summary\s+of)\s+)*(?:[A-Za-z&/,'’() -]{{3,60}}?)\s*(?:implications?|considerations?|impacts?|comments|impact\s+assessment)"
    r"(?:\s*\([^)]*\))?(?:\s+of\s+[\w ]{3,40})?)\s*:?\s*$", ("implication", "consideration", "impact", "comments"), flags=re.I)
"""A heading of implications, alone on its line: "5.0 Financial implications"."""
BACKGROUND = Screened(rf"^{_NUMBER}(?:schedule\s+of\s+|list\s+of\s+|local\s+government\s+act\s+1972\W+)?(?P<heading>background\s+(?:papers?|documents?|reading|information\s+and\s+papers))"
                        r"\W*(?:\(.{0,120}\))?\s*:?\s*$", "background", flags=re.I)
CLEARANCE = re.compile(r"\[?\b(?P<code>[A-Z]{1,4}\s?/\s?\d{6,8}\s?/\s?[A-Z]{1,3})\b\]?")
"""Clearance code that a finance or legal officer leaves at the end of a section: "[MK/17012020/C]"."""


def kind_of(heading: str) -> str:
    """The kind of a section, by its heading.

    >>> [kind_of(t) for t in ("Financial implications", "Corporate landlord implications", "Health and Wellbeing Implications", "Crime and disorder")]
    ['financial', 'property', 'health', 'crime']
    >>> kind_of("Other implications")
    'other'
    """
    return next((kind for kind, words in KINDS if re.search(rf"\b(?:{words})\b", heading, re.I)), "other")


def sections(paper: Paper, ids: Ids) -> list[Record]:
    """ReportSection and BackgroundPaper records of one report."""
    lines = list(paper.lines)
    measure = Measure.of(lines)
    found: list[Record] = []
    for i, line in enumerate(lines):
        background = BACKGROUND.match(line.text)
        match = None if background else HEADING.match(line.text)
        if line.table is not None or not (background or match) or not _is_heading(lines, i):
            continue
        body = _body(lines, i)
        if background:
            found += _papers(paper, body, measure, ids)
        elif match and (kind_of(match["heading"]) != "other" or "implication" in match["heading"].lower()):
            held = paragraphs(body, measure)
            text = "\n".join(p.text for p in held)
            codes = CLEARANCE.findall(text)
            found.append(ReportSection(
                section_id=ids("section", line.page), document_id=paper.document_id, kind=kind_of(match["heading"]), number=match["number"],
                heading=match["heading"].strip(), text=text, clearance_code=codes[-1] if codes else None, page=line.page,
                evidence=Evidence.at(places([line, *body])), rule="implications-heading"))
    return found


def _is_heading(lines: list[Line], i: int) -> bool:
    line = lines[i]
    if re.search(r"\b(?:there|is|are|no|has|have|will|report)\b", line.text, re.I) and not line.text.isupper():
        return False
    if line.bold or (line.text.isupper() and len(line.text) > 6):
        return True
    after = lines[i + 1] if i + 1 < len(lines) else None
    return bool(re.match(r"\W*\d", line.text)) and line.gap > 0.5 * line.size and (after is None or after.gap > 0.1 * line.size)


def _body(lines: list[Line], i: int) -> list[Line]:
    """The lines under the heading at ``i``, up to the next heading of its rank."""
    head = lines[i]
    number = re.match(r"\W*(\d+)(?:\.0)?[.)]?\s", head.text)
    out: list[Line] = []
    for k in range(i + 1, min(i + 200, len(lines))):
        line = lines[k]
        if line.table is not None:
            continue
        if (HEADING.match(line.text) and _is_heading(lines, k)) or BACKGROUND.match(line.text):
            break
        following = re.match(r"\W*(\d+)(?:\.0)?[.)]?\s+[A-Z]", line.text)
        if number and following and int(following[1]) == int(number[1]) + 1 and (line.bold or line.gap > 0.5 * line.size):
            break
        if line.bold and head.bold and line.size >= head.size - 0.3 and len(line.text) < 90 and line.gap > 0.3 * line.size \
                and not (number and line.text.startswith(f"{number[1]}.")):
            break
        out.append(line)
    return out


def _papers(paper: Paper, body: list[Line], measure: Measure, ids: Ids) -> list[Record]:
    found: list[Record] = []
    for p in paragraphs(body, measure)[:40]:
        text = p.rest.strip()
        if not text or re.match(r"(?:none|nil|not applicable|n/?a|there are no)\b", text, re.I) or _LEAD.search(text):
            continue
        spots = p.places(p.start)
        found.append(BackgroundPaper(background_paper_id=ids("background-paper", spots[0].page), document_id=paper.document_id, text=text,
                                     page=spots[0].page, evidence=Evidence.at(spots), rule="background-papers-heading"))
    return found


_LEAD = re.compile(r"(?:\b(?:following|papers|documents)\b.*:|:)\s*$", re.I)
