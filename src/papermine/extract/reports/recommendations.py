"""What a report asks its meeting to decide: the operative paragraphs under "Recommendations"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.document import Line, Paper
from papermine.extract.paragraphs import Measure, Paragraph, paragraph, paragraphs
from papermine.language import fuzz
from papermine.language.bodies import ASKS_FOR
from papermine.language.numbering import Marker, continues, marker, starts
from papermine.provenance import Ids
from papermine.records import Evidence, Recommendation

_NUMBER = r"(?:\W*(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[ivx]+)(?:[.)]?\s+|\s[–—-]\s))?"
_WHAT = (r"(?:(?:(?:chief|responsible|reporting|lead)?\s*officer['’]?s?['’]?|staff['’]?s?|administration['’]?s?|administrative|management['’]?s?|manager['’]?s?|proposed|summary\s+of|report|key|draft|formal|specific|suggested|director['’]?s?|the|clerk['’]?s?|chief\s+(?:executive|administrative)(?:\s+officer)?['’]?s?|c[ae]o['’]?s?|(?:city|town|county|village)\s+(?:manager|administrator)['’]?s?|superintendent['’]?s?|council|committee|board|panel)\s+)?"
         r"(?:(?:(?:outline|summary)\s+and\s+)?recomm?endations?(?:\s*/\s*s)?(?:\s+(?:of|from)\s+(?:the\s+)?(?:councillor|cllr|cabinet\s+member|portfolio\s+holder|leader|chair|mayor|director|head|chief|officers?)\b(?-i:\s+(?:[A-Z][\w'’,.-]*|for|and|of|the|&)){0,8})?(?:\s*/\s*(?:resolutions?|decisions?|key\s+decisions?(?:\s+required)?))?|recommendations?\s*\(s\)|(?:recommended|suggested|requested|proposed|possible|draft)\s+(?:(?:council|committee|board|commission)\s+)?(?:actions?|decisions?|motions?|resolutions?)|"
         r"decisions?(?:\s*\(s\))?\s+(?:required|sought|requested|recommended)|actions?(?:\s*\(s\))?\s+(?:required|sought|requested|recommended|desired)|recommended\s+option(?!\s+and\b)|argymhell(?:ion|iad)?|(?:what\s+)?(?:is|are)\s+(?:the\s+)?(?:committee|council|cabinet|board|panel|members?)\s+(?:being\s+)?asked\s+to\s+(?:do|decide|agree|consider)\s*\??|"
         r"(?-i:THE\s+(?:[A-Z&,]+\s+){0,6}?(?:COMMITTEE|COUNCIL|CABINET|BOARD|PANEL|MEMBERS)\s+(?:IS|ARE)\s+(?:ASKED|REQUESTED|RECOMMENDED|INVITED)\s+TO))")
_TWIN = r"(?:(?:[^\W\d_]|['’ -]){3,30}\s*[/|]\s*)?"
"""The same words in another language before them: "Ngā tūtohunga / Recommendations"."""
HEADING = re.compile(rf"^{_NUMBER}{_TWIN}(?P<what>{_WHAT}|recommended)(?P<action>\s+(?:for|to|and)\b[^:.]{{0,60}})?(?:\s*[/|]\s*[^:.]{{3,30}})?\s*[:.]?[-–]?\s*$", re.I)
"""A heading that opens recommendations, alone on its line: "Recommendation(s) for action or decision:"."""
INLINE = re.compile(rf"^{_NUMBER}(?P<what>{_WHAT})(?P<action>\s+for\b[^:.]{{0,40}})?(?:\s*[/|]\s*[A-Za-z ]{{3,30}})?\s*[:–—-]\s*(?=\S)", re.I)
"""The same with the text on the same line: "Recommendation: County Council is asked to note the report."."""
_ADOPT = re.compile(r"\bfollowing\s+(?:resolutions?|motions?|recommendations?)\s+be\s+(?:adopted|approved|passed|considered)\b.{0,120}$", re.I)
"""Words before the resolution that a report proposes: "It is recommended that the following resolution be adopted at the meeting of …"."""
_BE_IT = re.compile(r"(?:(?:now|and),?\s+)?(?:therefore,?\s+)?(?:be\s+it\s+)?(?:further\s+)?resolved\s+(?:by\s+[^,]{3,80},?\s+)?that\W*\s+(?=\S)", re.I)
OPENING = re.compile(
    r"^(?:\d{1,2}\.\d{1,2}\.?\s+)?(?:It\s+is\s+(?:therefore\s+)?recommended\s+that|I\s+(?:therefore\s+|hereby\s+)?recommend\s+that|(?-i:RECOMMENDED)(?:\s+that)?|RECOMMENDATIONS?\s+THAT|Recommended\s+that)\b(?!\s+(?:option|action|motion))", re.I)
_CONDITIONS = re.compile(r"\b(?:subject to|for|with)(?:\s+the)?(?:\s+following)?\s+(?:conditions?|reasons?|informatives?)(?:\s+(?:and|or)\s+(?:conditions?|reasons?|informatives?))?(?:\s+(?:below|set out below))?\s*[:.–-]?\W*$", re.I)
"""A permission and what it is subject to: the list below holds conditions (or reasons), not recommendations."""
_LEAD = re.compile(
    r"(?:[:;–—-]|\b(?:asked|recommended|requested|invited|advised|required)(?:\s+(?:to|that))?|\bthat|\bto|\bfollowing)\W*$", re.I)
_ASKED = re.compile(r"\b(?:asked|recommended|requested|invited)\b", re.I)
_ASKS = re.compile(r"\b(?:asked|recommended|requested|invited)(?:\s+(?:to|that))?\W*$", re.I)
_STOP = re.compile(
    rf"^{_NUMBER}(?:reasons?\b|for\s+the\s+following\s+reasons?|background|introduction|purpose|context|overview|appendi(?:x|ces)|annex|contact|summary|executive\s+summary|"
    r"(?:financial|legal|equalit\w+|policy|risk|environmental|human\s+resources?|corporate|resource|staffing|climate)\b.{0,40}(?:implications?|considerations?|impact|framework|priorities)|"
    r"(?:key\s+)?(?:options|issues|considerations|implications)|alternative|supporting\s+information|report(?:\s+author|\s+detail|ing)|evidence|voting\s+arrangements|discussion|analysis|"
    r"publication\s+requirements|consultation|proposals?\b|main\s+(?:report|body|issues)|the\s+(?:report|proposal|current\s+position)|list\s+of|attachments?|fiscal|signed|authors?\b|"
    r"conclusions?|next\s+steps|timescales?|lead\s+officer|officer\s+contact|revenue\s+(?:cost|source)|capital\s+(?:cost|source)|finance\s+advice|city\s+benefits|consultation\s+details)"
    r"(?:[^.]{0,60})?\W*$", re.I)
_RECOMMENDS = re.compile(r"recomm?end|argymhell", re.I)
"""Headings with this word give the recommendations; "Action requested" and "Suggested motion" do so only in a report that has none."""
_SIGNED = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:,?\s+(?:[A-ZÀ-Þ(][\w'’.)-]*|of|and|for|the|&|to)){0,7}")
"""Only words that begin with a capital: the name and post of who signs the report."""
_SIGNS = re.compile(r"\W*(?:(?:approved|authori[sz]ed|signed|cleared|agreed)\s+by\b|[^.;]{3,60}(?:_{5,}|\.{8,}|…{3,}))", re.I)
"""Where it is signed: "Approved by Councillor A Clarke", "Department Head: ________"."""
_LABELLED = re.compile(r"(?:reasons?(?:\s+for\s+(?:the\s+)?\w+)?|background|financial\s+implications|legal\s+implications|alternatives?(?:\s+(?:options?\s+)?considered)?|appendices)\s*:\s", re.I)
"""Another label of the form, with its words behind it: "Reasons: To comply with the Code"."""
_ASKED_TO = re.compile(r"\b(?:resolves?|asked|recommended|requested|invited)\s+(?:to|that)\W*$", re.I)
"""What the cell beside "Decision(s)" opens with in a report: "The Committee RESOLVES to:"."""
_ELSEWHERE = re.compile(r"(?:(?:these|they|(?:the\s+)?recommendations?)\s+(?:is|are)\s+)?(?:please\s+)?(?:as\s+)?(?:set\s+out|stated|shown|detailed|outlined|listed|given|see|as)\s+(?:at|on|in|above|below)\b[^;:]{0,60}$", re.I)
"""It only says where the recommendations are: "As set out at the front of the report."."""
_NOTHING = re.compile(r"(?:none|nil|n/?a|not\s+applicable)\b(?:\W*$|\s*[,;.–-].{0,60}$)|there\s+are\s+no\s+(?:\w+\s+)?recommendations?\b|to\s+(?:follow|be\s+(?:confirmed|tabled|circulated|advised))\W*$|no\s+(?:\w+\s+)?action\s+(?:is\s+)?(?:requested|required|needed|necessary|sought)\b", re.I)
"""Nothing is asked for: "None, informational item only.", "No action requested"."""
_REMARK = re.compile(r"(?:note|n\.?b\.?)\s*:", re.I)
"""Beside a recommendation, where it is not counted among them: "Note: The Committee rejected this in March."."""
_OUTLINED = re.compile(r"\b(?:outline|summary)\s+and\b", re.I)
"""A heading over what the report tells and, behind "The Committee is asked to:", what it recommends."""
_ASKED_BODY = re.compile(r"(?:the )?(?:\w+ ){0,3}(?:committee|council|cabinet|board|panel|executive|members) (?:is|are) (?:asked|recommended|requested|invited) (?:to|that) (?=\w)")
"""Opening words that one printing of a recommendation has and another has not."""
_PROPOSES = re.compile(r"(?:\d{1,2}(?:\.0)?\.?\s+)?proposals?(?:\s*\(s\))?\W*", re.I)
"""A heading that opens recommendations where its words ask for something: "Proposal(s)" ⏎ "That a limit of 40 mph be introduced"."""
_ADVICE = re.compile(r"(?:(?:planning\s+)?permission\s+be|(?:grant|refuse|approve|adopt|authori[sz]e|endorse|delegate|accept|to\s+(?:grant|refuse|approve|adopt|note|agree))\s+\w+)\s+\w", re.I)
"""What a report advises, in the cell beside its heading: "Recommendation | Permission be granted", "Recommendation | Approve the scheme of 2019"; not "Recommendation | Agreed action"."""
_VOTING = re.compile(r"voting\s+requirements?\b.{0,40}", re.I)
"""How the recommendation beside which it stands is to be voted on: "Officer's Recommendation: Voting Requirement: Simple Majority"."""
MAX_PARAGRAPHS = 60
SAME = 96
"""Texts this alike (of 100) in two lists of one report are one recommendation, printed twice."""


@dataclass(slots=True)
class _Item:
    paragraph: Paragraph
    start: int
    number: str | None
    lead: str | None


def recommendations(paper: Paper, ids: Ids, lines: Sequence[Line] | None = None) -> list[Recommendation]:
    """The recommendations of one report (or of these of its lines), in the order printed; what it repeats word for word is stored once.

    Where a heading gives them, a sentence elsewhere that only says so gives none: "It is recommended that riders book a day ahead".
    """
    lines = list(paper.lines if lines is None else lines)
    measure = Measure.of(lines)
    found: list[Recommendation] = []
    said: list[Recommendation] = []  # opened by a sentence alone
    asked: list[Recommendation] = []  # what a form says is asked for, a motion for the chair to read
    seen: set[str] = set()
    i = 0
    while i < len(lines):
        opened = _opened(lines, i, measure)
        if opened is None:
            i += 1
            continue
        body, at, action, heading = opened
        earlier = tuple(seen)
        items, used = _items(lines, body, at, heading, measure)
        if heading is None and re.match(r"\d{1,2}\.\d", lines[i].text):  # the report's own numbers go on below: "3.3 The boilers were fitted in 2009."
            items = [item for k, item in enumerate(items) if not k or not re.match(r"\d{1,2}\.\d", item.number or "")]
        if heading is not None and _OUTLINED.search(heading.text):
            items = [item for item in items if item.lead is not None]
        for item in items:
            text = item.paragraph.text[item.start:].strip()
            key = re.sub(r"\W+", " ", text.lower()).strip()
            key = _ASKED_BODY.sub("", key)
            if not key or key in seen or _ELSEWHERE.match(text) or _NOTHING.match(text) or (item.paragraph.mark is None and _REMARK.match(text)) or _VOTING.fullmatch(text) or any(fuzz.ratio(key, other) > SAME for other in earlier):
                continue
            seen.add(key)
            (said if heading is None else found if _RECOMMENDS.search(heading.text[:70]) else asked).append(
                _record(item, paper, ids, action, "recommendation-heading" if heading is not None else "recommended-that"))
        i = max(used, i + 1)
    return found or said or asked or _told(lines, measure, paper, ids)


_TELLS = re.compile(
    r"(?:\b(?:is|are|be)\s+(?:therefore\s+|hereby\s+)?(?:asked|recommended|requested|invited)\s+(?:to|that)\b|\brecommends?\s+(?:that\b|to\b)|\bfollowing\s+recommendations?\b|\brecommendations?\s+(?:is|are)\b)", re.I)


def _told(lines: list[Line], measure: Measure, paper: Paper, ids: Ids) -> list[Recommendation]:
    """Recommendations that a sentence opens, in a report without a heading for them: "This report makes the following recommendations:" above a list."""
    found = paragraphs(lines, measure)
    for k, p in enumerate(found):
        opens = (p.mark is None or p.mark.depth > 1) and p.text.rstrip().endswith(":") and len(p.text) < 260 and _TELLS.search(p.text)
        if not opens or k + 1 >= len(found) or (first := _inner(found[k + 1])).mark is None or not (starts(first.mark) or first.mark.kind == "bullet"):
            continue
        held = [p]
        for q in (_inner(q) for q in found[k + 1:k + MAX_PARAGRAPHS]):
            if (q.mark is None and not q.text[:1].islower()) or (p.mark is not None and q.mark is not None and q.x0 <= p.x0 + 3) or _ends_here(q, held, None) or (
                    q.mark is not None and q.mark.kind == first.mark.kind and q.mark.depth == first.mark.depth and q.x0 < first.x0 - 6):
                break
            held.append(q)
        return [_record(item, paper, ids, None, "recommendation-told") for item in _split(held, False)]
    asking = [p for p in found if (p.mark is None or p.mark.depth > 1) and ASKS_FOR.match(p.rest) is not None and len(p.text) < 500]
    return [_record(_Item(asking[0], asking[0].start, asking[0].number, None), paper, ids, None, "recommendation-told")] if len(asking) == 1 else []


def _record(item: _Item, paper: Paper, ids: Ids, action: str | None, rule: str) -> Recommendation:
    spots = item.paragraph.places(item.start)
    return Recommendation(recommendation_id=ids("recommendation", spots[0].page), document_id=paper.document_id, number=item.number,
                          text=item.paragraph.text[item.start:].strip(), lead_in=item.lead, action=action, page=spots[0].page, evidence=Evidence.at(spots), rule=rule)


def _opened(lines: list[Line], i: int, measure: Measure) -> tuple[int, int, str | None, Line | None] | None:
    """(first line of the text, where it starts there, what is asked, the heading) where recommendations open at line ``i``."""
    line = lines[i]
    alone = HEADING.match(line.text)
    if alone and not line.text[:1].islower() and (line.bold or (line.text[0].isdigit() and len(line) > 1 and all(w.bold for w in line.words[1:])) or measure.apart(line) or line.text.isupper() or i == 0):
        return i + 1, 0, (alone["action"] or "").strip() or None, line
    cells = [text for text, _ in line.segments(1.2)]
    if len(cells) > 1 and HEADING.match(cells[0]) and (((mark := marker(cells[1])) is not None and starts(mark)) or re.match(r"that\s+(?:the\b|[A-Z])", cells[1], re.I) or (
            _LEAD.search(cells[1]) or _ASKED_BODY.match(cells[1].lower()) or _ADVICE.match(cells[1]))):  # a row of a form: "Recommendations | 1. That the plan be adopted.", "Recommendation(s) | That Cabinet resolves to:"
        return i, len(cells[0]) + 1, None, line
    if len(cells) > 1 and line.table is not None and _LEAD.search(cells[1]) and re.fullmatch(r"decisions?(?:\s*\(s\))?\W*", cells[0], re.I) and _ASKED_TO.search(cells[1]):
        return i, len(cells[0]) + 1, None, line
    if _PROPOSES.fullmatch(cells[0]) and re.match(r"that\s(?!(?:is|was|said|means|has|had|would|will|may)\b)|.{3,60}\b(?:is|are)\s+(?:asked|invited|recommended)\s+to\b", cells[1] if len(cells) > 1 else lines[i + 1].text if i + 1 < len(lines) and (line.bold or line.table is not None) else "", re.I):
        return (i, len(cells[0]) + 1, None, line) if len(cells) > 1 else (i + 1, 0, None, line)
    run = line.bold_prefix
    if not line.bold and HEADING.match(run) and line.text[len(run) + 1:len(run) + 2].isupper():  # "**Recommendation** That the plan be adopted."
        return i, len(run) + 1, None, line
    inline = INLINE.match(line.text)
    if inline and not _STOP.match(line.text):
        return i, inline.end(), (inline["action"] or "").strip() or None, line
    if OPENING.match(line.text) and (line.gap > 0.3 * line.size or i == 0):
        return i, 0, None, None
    return None


def _items(lines: list[Line], first: int, at: int, heading: Line | None, measure: Measure) -> tuple[list[_Item], int]:
    """The operative paragraphs from line ``first`` on, and the line after the last one."""
    held: list[Paragraph] = []
    end = first
    run_in = at > 0 and heading is not None and not heading.bold and HEADING.match(heading.bold_prefix) is not None and ":" not in heading.bold_prefix and len(heading.segments(1.2)) == 1
    window = lines[first:first + 260]
    if at and at == len((cell := window[0].segments(1.2)[0])[0]) + 1:  # the cell beside the heading's
        own, at = window[0], 0
        window[0] = Line(own.page, [w for w in own.words if w.x0 > cell[1].x1])
        window[0].table, window[0].gap = own.table, own.gap
    found = [_inner(part) for p in paragraphs(window, measure) for part in _counted(p)]
    for k, p in enumerate(found):
        following = found[k + 1] if k + 1 < len(found) else None
        counted = bool(held) and held[0].mark is not None and _leads(held[0]) and _STOP.match(p.text) is not None  # "1. Cabinet is RECOMMENDED to:" counts the report's paragraphs
        counted = counted or (heading is not None and bool(held) and _counts_paragraphs(held[0], lines, first))
        between = held and not counted and p.mark is None and _short(p) and following is not None and following.mark is not None and (
            (not _headed(p, heading) and _goes_on(held, following)) or _letters_on(held, following))
        if (held and not between and _ends_here(p, held, heading)) or (not held and not at and _next_section(p, following, heading)) or (
                not held and heading is not None and not at and _STOP.match(p.text) and _short(p) and not _ASKS.search(p.text)):
            break
        if (heading is None or run_in) and held and p.mark is None and not _leads(held[-1]):
            break
        held.append(p)
        end += len(p.lines)
        if len(held) >= MAX_PARAGRAPHS:
            break
    if held and at:
        head = held[0]
        trimmed = paragraph(head.lines)
        trimmed.mark, trimmed.start = None, at
        held[0] = trimmed
    return [part for item in _split(held, bool(at)) for part in _run_on(item)], end


_NEXT = re.compile(r"(?:[,;.:]\s+(?:and\s+|or\s+)?|\s+and\s+)\((?P<number>[ivx]{1,4}|[IVX]{1,4}|[a-h]|\d{1,2})\)\s+(?!(?:of|above|below|and|or|hereof|thereof|inclusive|under|is|are|shall|will|which)\b)(?=\w)")


def _run_on(item: _Item) -> list[_Item]:
    """The points of a list that runs on in its lines: "(i) review the Code, (ii) hold a hearing, and (iii) adopt the ordinance."."""
    p, last = item.paragraph, item.paragraph.mark
    if last is None or last.style != "()":
        return [item]
    cuts: list[tuple[int, int, str]] = []
    for m in _NEXT.finditer(p.text, item.start):
        following = marker(p.text[m.start("number") - 1:])
        if following is None or not continues(last, following):
            return [item]
        cuts.append((m.start() + 1, m.end(), m["number"]))
        last = following
    ends = [*(a for a, _, _ in cuts), len(p.text)]
    return [_Item(p.part(start, end), 0, number, item.lead) for (start, number), end in zip([(item.start, item.number), *((b, n) for _, b, n in cuts)], ends, strict=True)] if cuts else [item]


_COUNTED = re.compile(r"(?:Recommendation|RECOMMENDATION)\s+(?P<number>\d{1,2})\s*[:–—-]\s*(?=[A-Z“\x22])")
"""The number of a recommendation, in words: "Recommendation 2: Adopt the scheme"."""


def _counted(p: Paragraph) -> list[Paragraph]:
    """The paragraph cut where its lines count recommendations in words, each part marked by its number, or where another label of the form stands close below."""
    starts_at = [k for k, line in enumerate(p.lines) if _COUNTED.match(line.text) or (k and _labels(p.lines, k))]
    if not starts_at:
        return [p]
    out = []
    for a, b in itertools.pairwise(sorted({0, *starts_at, len(p.lines)})):
        part = paragraph(p.lines[a:b])
        if (told := _COUNTED.match(part.text)) is not None:
            part.mark, part.start = Marker("number", told.group().strip(), told["number"], ":", 1, part.text[told.end():]), told.end()
        out.append(part)
    return out


_CAPITALS = re.compile(r"[A-Z][A-Z /&()’'-]{3,40}:\s(?!(?:[Tt]hat|[Tt]o)\s)")
"""Another label in capitals, its words behind it: "FINANCIAL: As in the plan"."""


def _labels(lines: Sequence[Line], k: int) -> bool:
    """Does line ``k`` open another box of the form: "FINANCIAL: As in the plan", "**Fiscal note:** none", or the heading of a section over words of its own?"""
    line = lines[k]
    over = len(line) < 4 and _STOP.match(line.text) and k + 1 < len(lines) and lines[k + 1].text[:1].isupper() and line.text[:1].isupper() and lines[k - 1].text.rstrip().endswith((".", ";", ":"))
    return bool(_CAPITALS.match(line.text) or over) or (not line.bold and line.bold_prefix.endswith(":"))


def _inner(p: Paragraph) -> Paragraph:
    """The paragraph "1 a) That …" by its inner mark: the outer number counts the report's paragraphs."""
    m = re.match(r"\d{1,3}(?:\.\d{1,2})?[.)]?\s+(?=\(?(?:1|a|i)[.)]\s)", p.text)
    inner = marker(p.text[m.end():]) if m else None
    if inner is not None:
        p.mark, p.start = inner, len(p.text) - len(inner.rest)
    return p


def _next_section(p: Paragraph, following: Paragraph | None, heading: Line | None) -> bool:
    """Nothing stands under the heading of the recommendations: another set like it follows at once, over plain words of its own."""
    return _headed(p, heading) and p.mark is None and following is not None and following.mark is None and not following.lines[0].bold and not _leads(p) and (
        re.match(r"(?:that|to)\b", p.text, re.I) is None and len(p.text.split()) < 9)


def _counts_paragraphs(p: Paragraph, lines: Sequence[Line], first: int) -> bool:
    """Is its number that after the last paragraph above the heading, "1. To choose who attends." ⏎ "RECOMMENDATION" ⏎ "2. That …"? Then numbers are the report's, and any heading ends the section."""
    before = next((m for line in reversed(lines[max(first - 14, 0):max(first - 1, 0)]) if (m := marker(line.text)) is not None and m.kind == "number"), None)
    return before is not None and p.mark is not None and p.mark.kind == "number" and before.depth == p.mark.depth and p.mark.number.isdigit() and before.number == str(int(p.mark.number) - 1)


def _short(p: Paragraph) -> bool:
    return len(p.text) < 90 and not p.text.rstrip().endswith(".")


def _leads(p: Paragraph) -> bool:
    return bool(_LEAD.search(p.text))


def _ends_here(p: Paragraph, held: list[Paragraph], heading: Line | None) -> bool:
    """Does this paragraph belong to the next section?"""
    line, before = p.lines[0], held[-1]
    if p.mark is None and before.text.rstrip().endswith(".") and len(p.lines) < 4 and _SIGNED.fullmatch(p.text.strip()):
        return True
    if p.mark is None and (_SIGNS.match(p.text) or _LABELLED.match(p.text) or (_CAPITALS.match(p.text) and not _leads(before)) or (len(p.lines) > 1 and _labels([before.lines[-1], *p.lines], 1)) or (
            not before.lines[-1].bold and (run := line.bold_prefix).endswith(":") and len(run.split()) < 8 and not _leads(before))):
        return True
    if HEADING.match(line.text) or INLINE.match(line.text) or (p.mark is None and _side_heading(line)):
        return True
    if before.lines[-1].table != line.table and not _leads(before) and (before.lines[-1].table is not None or (p.mark is None and len(line.segments()) > 2)):
        return True
    if _short(p) and _STOP.match(p.text) and (line.bold or p.mark is None or p.mark.kind != "letter"):
        return True
    if _headed(p, heading) and not before.lines[-1].bold and not _leads(before):
        return True
    items_bold = held[-1].lines[0].bold
    if all(ln.bold for ln in p.lines) and not items_bold and not (p.mark is not None and p.mark.style in ("()", ")")):
        return not _leads(before) or _short(p)
    left = min(h.lines[0].x0 for h in held)
    if heading is not None and p.mark is not None and p.mark.kind in ("number", "decimal") and line.x0 <= heading.x0 + 3:
        number = re.match(r"\W*(\d+)", heading.text)
        if number and p.mark.number.split(".")[0] == str(int(number[1]) + 1) and not (_goes_on(held, p) and len(held) > 1):
            return True
        if left > heading.x0 + 6 and line.x0 < left - 6 and not _leads(before):
            return True
        if _short(p) and (line.bold or p.rest.isupper()) and not (number and p.mark.depth > 1 and p.mark.number.split(".")[0] == number[1]):
            return True
        if not number and p.mark.depth > 1 and not any(h.mark is not None and h.mark.depth > 1 for h in held) and len(held) > 1:
            return True
    if p.mark is None and len(held) > 1 and held[-1].mark is not None and held[0].mark is None:
        return line.x0 <= held[0].lines[0].x0 + 4 and not line.text[:1].islower()
    marked = p.mark is None and held[-1].mark is not None
    return marked and line.gap > 0.9 * line.size and line.x0 < held[-1].inner - 6


def _side_heading(line: Line) -> bool:
    """A heading in bold in the margin, its words beside it: "**Background**    The scheme began in 2009"."""
    cells = line.segments(1.2)
    return len(cells) > 1 and not line.bold and line.bold_prefix == cells[0][0] and len(cells[0][0].split()) < 5


def _headed(p: Paragraph, heading: Line | None) -> bool:
    """Does it open with a heading set like that of the recommendations?"""
    line = p.lines[0]
    return (heading is not None and heading.bold and line.bold and line.text.isupper() == heading.text.isupper() and abs(line.size - heading.size) < 0.6
            and len(line.text) < 80 and not line.text.rstrip().endswith((".", ",", ";")) and (p.mark is None or marker(heading.text) is not None))


def _goes_on(held: list[Paragraph], p: Paragraph) -> bool:
    """Is it the next number of the list so far ("7." after "6.")?"""
    own = p.mark.number if p.mark else ""
    numbers = [h.number for h in held if h.number and h.mark and p.mark and h.mark.kind == p.mark.kind and h.mark.depth == p.mark.depth]
    return bool(numbers) and own.isdigit() and numbers[-1] == str(int(own) - 1)


def _letters_on(held: list[Paragraph], p: Paragraph) -> bool:
    """Is it the next letter or bracketed number of the list so far? Sections are not numbered so: what stands between is a heading inside the list."""
    last = next((h.mark for h in reversed(held) if h.mark is not None), None)
    return last is not None and p.mark is not None and p.mark.style in ("()", ")") and continues(last, p.mark)


def _split(held: list[Paragraph], inline: bool) -> list[_Item]:
    """Operative paragraphs with the words that they share: "The Panel is recommended to:" is a lead, not an item."""
    out: list[_Item] = []
    leads: list[tuple[float, str]] = []
    for k, p in enumerate(held):
        following = held[k + 1] if k + 1 < len(held) else None
        if following is not None and following.mark is not None and p.text.rstrip().endswith(":") and _CONDITIONS.search(p.text) and len(p.text) > 40:
            return [*out, _Item(p, p.start if p.mark is not None or (inline and k == 0) else 0, p.number, " ".join(text for _, text in leads) or None)]
        start = p.start if p.mark is not None else (p.start if inline and k == 0 else 0)
        if following is not None and p.mark is None and _ADOPT.search(p.text[start:]):
            continue
        if be := _BE_IT.match(p.text, start):
            start = be.end()
        number = p.number
        leads = [lead for lead in leads if lead[0] < p.x0 + 2 or (p.mark is not None and lead[0] <= p.inner)]
        deeper = following is not None and following.mark is not None and (p.mark is None or following.x0 > p.x0 + 3 or following.mark.kind != p.mark.kind)
        if p.mark is not None and p.mark.depth > 1 and following is not None and p.text.rstrip().endswith(":") and _short(p) and _ASKED.search(p.text):
            leads.append((p.x0, p.text[start:].strip()))
            continue  # "2.1 It is recommended that the Committee:"
        opens = p.mark is None and following is not None and following.mark is not None and p.text[-1] not in ".?!" and _short(p)
        alike = p.mark is not None and following is not None and following.mark is not None and p.mark.kind == following.mark.kind and p.mark.style == following.mark.style and p.mark.depth >= following.mark.depth
        if (_leads(p) or opens) and following is not None and not alike and (deeper or (p.mark is None and following.mark is None and p.text.rstrip().endswith((":", "to", "that")))):
            if p.mark is None:
                leads = [lead for lead in leads if not _leads(p) and _LEAD.search(lead[1])]  # a heading inside the list does not end what opens it
            leads.append((p.x0, p.text[start:].strip()))
            continue
        lead = " ".join(text for _, text in leads) or None
        if p.mark is not None and p.mark.kind == "letter" and len(leads) > 1 and p.x0 <= leads[-1][0] + 2:
            leads.pop()
        out.append(_Item(p, start, number, lead))
    return out
