"""What the top of a page says about the paper that begins there."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.document import LaidPage, Line, PaperKind, in_place
from papermine.language.bodies import ASKS_FOR
from papermine.language.screened import Screened
from papermine.segment import asking, evidence
from papermine.segment.formlabels import header_labels, label_of
from papermine.segment.minuted import ACTED, DAY, PRESENT, minuted, moved, present, titled
from papermine.segment.titles import (
    AGENDA,
    APPENDIX,
    APPENDIX_LATER,
    DECISION,
    IMPACT_FORM,
    MINUTES,
    MINUTES_ITEM,
    OF_MONTH,
    PERIODIC,
    PROGRAMME,
    QUESTIONS,
    REPORT_BY,
    REPORT_TITLE,
    STAMP,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A paper's opening: its kind, the pattern that saw it, and the lines that say so.

    ``sure``: printed so that it can stand nowhere but at the start of a paper.
    """

    kind: PaperKind
    rule: str
    lines: tuple[Line, ...]
    sure: bool = True


_IN_PROSE = re.compile(r"\b(?:is|are|was|were|has|have|sets?|shows?|contains?|provides?|gives?|details?|attached|refers?|of\s+th(?:is|e)\s+report|above|below)\b", re.I)

_SECTION = re.compile(r"\W*(?:[\d.]+\s*)?(?:key (?:considerations|issues)|background|purpose|introduction|summary|recommendations?)(?: of (?:the )?report)?\W*$", re.I)



_NUMBERED = re.compile(r"^(?:item\s+)?\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+[A-Z]", re.I)
REPORT_SECTION = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{0,2})?[.)]?\s*)?(?:recomm?end(?:ation|ed action)s?|recommended|(?:decision|action)s?(?:\(s\))? (?:sought|required|requested)|main report|purpose(?: of (?:the )?report)?|executive summary|summary|background(?: information)?|introduction|"
    r"reasons? for (?:the )?(?:recommendations?|decision)s?|fiscal impact|(?:[a-z]+,? (?:and |& )?){1,3}implications|(?:alternative )?options(?: considered)?|discussion|analysis|"
    r"key (?:issues|considerations)|(?:consultation|conclusions?|proposals?|next steps|details?|report|risks?)(?=\W*$))\b.{0,25}$", re.I)
"""Headings that officers' reports have."""


def report_sections(pages: Sequence[LaidPage]) -> set[str]:
    """The headings of an officer's report that these pages print, in lower case."""
    return {m.group().lower()[:14] for page in pages for line in page.lines if (line.bold or len(line) < 6) and (m := REPORT_SECTION.match(line.text))}


def _listed(lines: Sequence[Line]) -> bool:
    """Several reports are named, as an agenda names them."""
    return sum(bool(REPORT_BY.match(line.text.strip())) for line in lines) > 1


_CALLS = Screened(r"\bmeeting\s+of\s+.{4,140}?\bwill\s+be\s+held\b|\b(?:hereby\s+)?(?:notified|requested|required|summoned|invited)\s+to\s+(?:attend\s+(?:[\w'’]+\s+){0,4}?meeting\b|meet\s+(?:in|at|on)\b)", "meet", flags=re.I)
_BARE_AGENDA = re.compile(r"\W*(?:(?:cl[aá]r(?:\s+oibre)?|rhaglen|agenda|a\s+g\s+e\s+n\s+d\s+a)\W*){1,2}(?:part\s+(?:\d|[ivx]+|[a-c]|one)\W*)?", re.I)


_HOUR = re.compile(r"(?<![\d.:£,])(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d.:%])|(?:1[0-2]|[1-9])\s?[ap]\.?m\b)", re.I)


def _called_for(lines: Sequence[Line], following: LaidPage | None = None) -> Line | None:
    """The sentence that calls a meeting ("A meeting of the … will be held …"), or the bare word "Agenda" below a cover's particulars, where a list of business that counts up from 1 follows on the page.

    The page that calls may be a letter or a cover of its own: then the next page begins with the list.
    """
    overleaf = following is not None and len(lines) < 26 and _counts_up(following.lines[:24])
    if overleaf and any(re.search(r"\bmeeting\b", line.text, re.I) for line in lines) and any(_HOUR.search(line.text) for line in lines[:8]) and not any(
            MINUTES.match(line.text) or PRESENT.match(line.text) or label_of(line.text) in (("subject", True), ("title", True), ("report_to", True)) for line in lines):
        return lines[0]  # the cover of a meeting: its body, hour and place
    for i, line in enumerate(lines[:26]):
        if i > 8 and line.text[:1].isupper() and _BARE_AGENDA.fullmatch(line.text) and (line.bold or line.text.isupper()) and _counts_up(lines[i + 1:]) \
                and not any(MINUTES.match(other.text) for other in lines[:i]):  # nor the last word of a title that was wrapped: "… on the ⏎ agenda"
            return line
        if i < 14 and _CALLS.search(" ".join(other.text for other in lines[i:i + 3])) and (_counts_up(lines[i + 1:]) or overleaf):
            return line
    return None


def _counts_up(lines: Sequence[Line]) -> bool:
    """Three lines at least count up from 1, as the items of an agenda do, or the first of each of its parts: "1.1", "2.1", "3.1"."""
    count = 0
    for line in lines:
        m = re.match(r"(?:item\s+)?(\d{1,2})(?:\.1)?[.):]?\s+[A-Z]", line.text, re.I)
        count += bool(m and int(m[1]) == count + 1)
    return count > 2


def _labelled_soon(lines: Sequence[Line], line: Line) -> bool:
    """A header label stands close below ``line``: the number is the report's own, not that of business before it."""
    at = lines.index(line)
    return any(label_of(text) is not None or re.match(r"file\b", text, re.I) for other in lines[at + 1:at + 5] for text, _ in other.segments()[:1])


def _front_sheet(lines: Sequence[Line]) -> bool:
    """The labels are a meeting's ("Time:", "Venue:", "Members:"), not a report's."""
    labels = {m[1].lower() for line in lines[:20] if (m := re.match(r"\W*(time|venue|location|place|members|membership|quorum)\s*(?::|$)", line.segments()[0][0], re.I))}
    return len(labels) > 1 and bool(labels & {"time", "members", "membership", "quorum"})


def _in_business(lines: Sequence[Line]) -> bool:
    """The page goes on with numbered business: its first heading is an item's, and no header follows it."""
    line = lines[0]
    return bool(_NUMBERED.match(line.text)) and line.bold and not REPORT_SECTION.match(line.text) and not _labelled_soon(lines, line)


def inline_report(page: LaidPage) -> bool:
    """A report begins in the middle of the page, under the number of its item: "5.2 LIST OF ACCOUNTS" above "Author:"."""
    return any(_NUMBERED.match(line.text) and line.bold and line.top > 0.3 * page.height and _labelled_soon(page.lines, line) and _authored(page.lines[i:i + 9])
               for i, line in enumerate(page.lines))


def _authored(lines: Sequence[Line]) -> bool:
    """"Author:" or the like stands among the lines with a value."""
    return any(re.match(r"\W*(?:(?:report(?:ing)?|responsible|lead)\s+)?(?:author|officer|director)\b[^:]{0,30}:\s*\S", line.text, re.I) for line in lines[:14])


def _programme(titles: Sequence[Line], i: int) -> str:
    """The title at ``i``, with the word that its line broke off: "Licensing Committee Work" ⏎ "Programme"."""
    text = titles[i].text.strip()
    wrapped = i + 1 < len(titles) and len(titles[i + 1]) < 4 and titles[i + 1].gap < 0.6 * titles[i].size and re.search(r"\b(?:work|forward)$", text, re.I)
    return f"{text} {titles[i + 1].text.strip()}" if wrapped else text


def _heads_columns(lines: Sequence[Line]) -> bool:
    """Labels stand beside each other as a table's head, not one below another as a report's: "Report Title | Date of meeting | Report Author"."""
    return any(len(cells := line.segments(1.0)) > 2 and any(label_of(a) and label_of(b) and ":" not in a + b for (a, _), (b, _) in itertools.pairwise(cells)) for line in lines[:12])


def top_lines(page: LaidPage, count: int = 30) -> list[Line]:
    """The page's first lines, running heads of its own included, without stamps and page numbers."""
    head = [line for line in page.head if not re.fullmatch(r"[\W\d]*|(?:page|p)\W*\d+.*", line.text.strip(), re.I)]
    lines = in_place(head, page.lines[:count + 4])
    return [line for line in lines if line.text.strip() and not STAMP.match(line.text)][:count]


def stamp(page: LaidPage) -> str | None:
    """The number of the agenda item stamped at the top of the page ("Agenda Item 3")."""
    for line in [*page.head, *page.foot, *page.lines[:6], *page.lines[-3:]]:
        if line.top < 0.13 * page.height or line.box.height > 4 * line.size:
            for text in (line.text, line.segments()[-1][0]):
                if m := STAMP.match(text):
                    return m["number"]
    return None


def opening(page: LaidPage, following: LaidPage | None = None) -> Opening | None:
    """The paper that begins at the top of this page, if its words say so."""
    lines = top_lines(page, 34)
    if not lines:
        return None
    titles = [line for line in lines[:12] if line.top < 0.5 * page.height and len(line.text) < 160]
    labels = header_labels(_before_end(lines, page))
    strong = sum(labels.values())
    upper = top_lines(page, 60)
    held = evidence.told(upper, page, strong)
    called = next((i for i, line in enumerate(titles[:9]) if _agenda_called(line) and titled(line, page)), 9)
    if called == 9 and (called_for := _called_for(lines, following)) is not None and (
            not strong or (_BARE_AGENDA.fullmatch(called_for.text) and not labels.keys() & {"subject", "title", "report_to", "report_of", "wards"})):
        return Opening("agenda", "agenda-called", (called_for,))
    reported = (len(labels) > 2 and labels.keys() & {"subject", "title", "report_to", "from", "to"}) or (strong and len(report_sections([page])) > 1)
    for i, line in enumerate(titles[:9]):
        text = line.text.strip()
        if i < 6 and DECISION.match(text) and titled(line, page):
            return Opening("decision", "decision-title", (line,))
        if i <= called and text[:1].isupper() and MINUTES.match(text) and not MINUTES_ITEM.match(text) and (moved(page, following) or not any(_ORDER.match(other.text) for other in titles[:i])) and (held or minuted(page, following) or (titled(line, page) and not _NUMBERED.match(text) and moved(page, following))) and (strong < 3 or i == 0):
            return Opening("minutes", "minutes-title", (line,))
        if i < 5 and (not reported or _heads_columns(lines)) and not (_asked(page) == 1 and len(report_sections([page])) > 2) and PROGRAMME.match(_programme(titles, i)) and titled(line, page):
            return Opening("work_programme", "programme-title", (line,))
        if i < 4 and len(labels) < 3 and QUESTIONS.match(text) and titled(line, page) and not text.endswith("?"):
            return Opening("questions", "questions-title", (line,))
        if i < 4 and REPORT_TITLE.match(text) and titled(line, page) and len(labels) > 1:
            return Opening("report", "report-title", (line,))
        if i < 3 and called == 9 and PERIODIC.match(text) and all(titled(other, page) for other in titles[:i + 1]) and any(
                OF_MONTH.search(other.text) and titled(other, page) and len(other.text) < 70 for other in titles[:i + 3]):
            return Opening("report", "periodic-report", (line,))
        if i < 7 and REPORT_BY.match(text) and len(report_sections([page])) > 1 and not _listed(lines):
            return Opening("report", "report-by", (line,))
        if i < 2 and _NUMBERED.match(text) and text.isupper() and titled(line, page) and "officer" in labels and len(labels) > 1 and _authored(lines) and _labelled_soon(lines, line):
            return Opening("report", "numbered-report", (line,))
    if called > 8 and (started := _report_form(lines, titles, labels, page, following)):
        return started
    essential = labels.keys() & {"subject", "title", "report_to", "report_of"} or labels.keys() >= {"from", "to"} or labels.keys() >= {"item", "date", "meeting"} or (labels.keys() >= {"wards", "date"} and labels.keys() & {"class", "key"})
    if held and called < 9:
        return Opening("minutes", "minutes-told", tuple(lines[:2]), sure=False)
    if called < 6 and _counts_up(lines[called:]):
        return Opening("agenda", "agenda-title", (titles[called],), sure=called < 8)
    plain = labels.keys() >= {"from", "to"} and labels.keys() & {"subject", "title"}
    sections = report_sections([page]) if labels.keys() & {"officer", "member"} and called > 8 else set()
    if (titles and _in_business(lines)) or (_front_sheet(lines) and not (labels.keys() >= {"title", "officer"} and labels.keys() & {"wards", "member"})):
        essential, plain = set(), set()
        sections = set()
    head = next((line for line in titles if not (APPENDIX.fullmatch(line.text.strip()) or STAMP.match(line.text))), None)
    led = head is not None and (head.bold or head.size > 1.15 * page.body_size) and len(sections) > 1 and (len(labels) > 2 or any("author" in line.text.lower() for line in lines[:14]))
    if led and (strong > 1 or len(labels) > 1):
        return Opening("report", "report-header", tuple(lines[:2]))
    requested = strong > 1 and titles and titles[0].bold and any(line.bold and line.text.isupper() and re.search(r"\b(?:IS|ARE) (?:ASKED|RECOMMENDED|REQUESTED|INVITED) TO\W*$", line.text) for line in lines)
    if plain or requested or (essential and ((len(labels) >= 3 and strong >= 2) or (len(labels) >= 4 and strong))):
        return Opening("report", "report-header", tuple(lines[:2]))
    for i, line in enumerate(titles[:3]):
        text = line.text.strip()
        listed = sum(bool(APPENDIX.match(other.text)) for other in lines[:8]) > 2
        m = APPENDIX.match(text)
        if m and (m["which"] or len(m.group().strip()) > 8) and not re.match(r"\W*[a-z]", text[m.end():]) and not listed and not _IN_PROSE.search(text) and text[0].isupper() and (
                line.bold or line.size > page.body_size * 1.05 or (i == 0 and (len(m.group()) == len(text) or line.top < 0.14 * page.height))):
            return Opening("appendix", "appendix-title", (line,))
        if i == 0 and IMPACT_FORM.match(text) and titled(line, page):
            return Opening("appendix", "impact-assessment", (line,))
        if i == 0 and line.bold and APPENDIX_LATER.match(text) and not _IN_PROSE.search(text):
            return Opening("appendix", "appendix-title", (line,))
    for i, line in enumerate(titles[:10]):
        if _agenda_called(line) and (titled(line, page) or line.text.startswith("Dear")):
            return Opening("agenda", "agenda-title", (line,), sure=i < 8)
    if held:
        return Opening("minutes", "minutes-told", tuple(lines[:2]), sure=False)
    if len(lines) > 2 and lines[0].bold and lines[0].text.isupper() and lines[1].bold and _SECTION.match(lines[1].text):
        return Opening("report", "report-part", (lines[0],), sure=False)
    if asking.asks(upper, page, labels, report_sections([page]), _asked(page), _counts_up(lines)):
        return Opening("report", "report-asking", tuple(lines[:2]), sure=page.number == 1)
    return _ordered(lines, page, following)


def _asked(page: LaidPage) -> int:
    """How many headings recommend; 1 where none does and one sentence at the begin of a line asks the meeting for something."""
    return sum(line.bold or len(line) < 6 or bool(line.bold_prefix) or ":" in line.text[:45] for line in _asking(page)) or int(sum(ASKS_FOR.match(re.sub(r"^\d{1,2}(?:\.\d{1,2})?\.?\s+", "", line.text)) is not None for line in page.lines) == 1)


_ORDER = re.compile(
    r"\W*(?:\d{1,2}[:.]\d\d\s*[ap]\.?m\b\.?\W+)?(?P<number>(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?:\.\s?(?:\d{1,2}|[a-z]))?[.)]\s+)?(?P<what>call\s+(?:the\s+)?(?:meeting\s+)?to\s+order|roll\s+call|pledge\s+of\s+allegiance|flag\s+salute|invocation|consent\s+(?:calendar|agenda)|(?:oral|public)\s+(?:communications?|comments?)|approval\s+of\s+(?:the\s+)?minutes|"
    r"adjourn(?:ment)?|closed\s+session|study\s+session|public\s+hearings?|(?:new|old|unfinished)\s+business|special\s+orders?\s+of\s+the\s+day|reports\s+of\s+officials|proclamations)\b[^.;]{0,50}$", re.I)
"""What an American order of business is headed by."""


def _ordered(lines: Sequence[Line], page: LaidPage, following: LaidPage | None) -> Opening | None:
    """An agenda that does not say so: a body and a day as titles over three headings at least of an American order of business, with nobody named as present and nothing moved."""
    if _called_silently(lines):
        return Opening("agenda", "standing-business", (lines[0],), sure=False)
    pages = (page, *([following] if following is not None else []))
    if not any(DAY.search(line.text) and len(line) < 9 for line in lines[:12]) or present([line for line in lines if not re.match(r"\W*roll\s+call\b", line.text, re.I)]) or any(ACTED.search(p.text) for p in pages):
        return None
    heads = {m["what"].lower() for p in pages for line in p.lines if len(line) < 12 and (m := _ORDER.match(line.text)) and (line.bold or line.text.isupper() or m["number"])}
    return Opening("agenda", "order-of-business", (lines[0],)) if len(heads) > 3 else None


_STANDING = re.compile(
    r"(?:item\s+)?(?P<number>\d{1,2})[.):]?\s+(?:(?:to\s+(?:receive|note|approve|confirm|sign|consider)\s+)?(?:any\s+|the\s+)?)?(?P<what>apologies|declarations?\s+of|disclosures?\s+(?:of|by)|minutes\s+of|"
    r"urgent\s+(?:items?|business)|substitut|notification\s+of|public\s+(?:participation|questions?|forum)|matters\s+arising|exclusion\s+of|chair\w*['’]?s?\s+announcements)", re.I)
"""Business of nearly every British meeting, with its number."""


_TOLD = re.compile(r"\b(?:RESOLVED|AGREED|NOTED)\b|\b(?:was|were)\s+(?:\w+ly\s+)?(?:accepted|approved|agreed|confirmed|signed|received|noted|made|declared)\b|:\s*none\b|\bclosed (?:the meeting|at)\b", re.I)
"""What minutes tell, and no agenda: "Apologies from Cllr Bell were accepted"."""


def _called_silently(lines: Sequence[Line]) -> bool:
    """An agenda that does not say so: a day and an hour over a bare list that counts up from 1 and names standing business, one heading next below another as minutes never set them."""
    first = next((i for i, line in enumerate(lines) if re.match(r"(?:item\s+)?1[.):]?\s+[A-Z]", line.text, re.I)), None)
    if first is None or present(lines) or any(_TOLD.search(line.text) for line in lines[first:]) or not any(DAY.search(line.text) for line in lines[:first]) or not any(_HOUR.search(line.text) for line in lines[:first]):
        return False
    marks = [_STANDING.match(line.text) for line in lines[first:]]
    numbers = [int(m[1]) if (m := re.match(r"(?:item\s+)?(\d{1,2})[.):]?\s+[A-Z]", line.text, re.I)) else 0 for line in lines[first:]]
    close = sum(a > 0 and b == a + 1 for a, b in itertools.pairwise(numbers))
    return _counts_up(lines[first:]) and close > 1 and len({m["what"].lower() for m in marks if m is not None}) > 1


def _agenda_called(line: Line) -> bool:
    """The line is an agenda's title, or the word stands before a column of its own, "Agenda | Membership: …", or at the head of its list: "Item No. | AGENDA | Page No."."""
    if not AGENDA.may(line.text):
        return False
    if AGENDA.match(line.text.strip()):
        return True
    cells = [text for text, _ in line.segments()]
    if len(cells) > 1 and any(_BARE_AGENDA.fullmatch(text) for text in cells) and all(_BARE_AGENDA.fullmatch(text) or _LIST_HEAD.fullmatch(text) for text in cells):
        return True
    return len(cells) > 1 and _BARE_AGENDA.fullmatch(cells[0]) is not None and re.match(r"(?:committee\s+)?(?:members|membership)\b", cells[1], re.I) is not None


_LIST_HEAD = re.compile(r"\W*(?:(?:agenda\s+)?items?|no|pages?|timings?|time|mins|lead|presenter)(?:\s*(?:no|nos|number|numbers|s|officer))?\W*", re.I)
_CALLED_REPORT = re.compile(r"^\W*(?:[\w'’&/-]+\s+){0,6}?reports?(?:\s+to\s+(?:the\s+)?(?:[\w'’&]+\s*){1,6})?(?:\s*[-–—:,|(]\s*.{3,40})?\W*$", re.I)
_ASKED = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{0,2})?\.?\s*)?(?:officers?['’]?s?\s+|staff\s+|the\s+)?recomm?end(?:ation|ed)", re.I)
_ASKS = re.compile(r"\brecommend(?:ed|ation|s)?\b", re.I)
_TO_MEMBERS = re.compile(r"\W*to\s+(?:the\s+)?(?:(?:cathaoirleach|chair\w*|mayor|provost|convener)\s+(?:and|&)\s+)?(?:each|all|every|the)?\s*members?\s+of\b", re.I)
"""Whom a letter to the council addresses: "TO EACH MEMBER OF NORTHMOOR COUNTY COUNCIL"."""
_FIRST_SECTION = re.compile(r"^\W*(?:1|1\.0|1\.|I\.)[.):]?\s+[A-Z]")


def _report_form(lines: Sequence[Line], titles: Sequence[Line], labels: dict[str, bool], page: LaidPage, following: LaidPage | None) -> Opening | None:
    """A report by its form: a planning application's labels, a letter to the council that recommends, or a page called report whose sections begin and that recommends."""
    applied = labels.keys() & {"item", "applicant", "proposal", "location"}
    if len(applied) > 1 and labels.keys() & {"officer", "wards"} and len(applied | labels.keys() & {"officer", "wards"}) > 3 and sum(
            label_of(line.text) == ("applicant", False) for line in page.lines) < 2:
        return Opening("report", "application-header", tuple(lines[:2]))
    pages = [page, *([following] if following is not None else [])]
    addressed = "to" in labels or any(_TO_MEMBERS.match(line.text) for line in lines[:12])
    if addressed and "subject" in labels and any(_ASKS.search(p.text) for p in pages):
        return Opening("report", "report-letter", tuple(lines[:2]))
    asked = any(line.bold or len(line) < 5 for p in pages for line in _asking(p))
    if asked and labels.keys() >= {"member", "officer"} and titles and titles[0].bold:
        return Opening("report", "report-form", tuple(lines[:2]))
    if _asks_for_one(lines, page, labels):
        return Opening("report", "report-form", tuple(lines[:2]))
    if not asked or len(report_sections(pages)) < 2 or not titles:
        return None
    called = next((line for line in titles[:5] if _CALLED_REPORT.match(line.text) and titled(line, page)), None)
    if called is not None and titled(titles[0], page) and report_sections([page]):
        return Opening("report", "report-called", (called,))
    first = next((i for i, line in enumerate(titles) if REPORT_SECTION.match(line.text) and (line.bold or all(w.bold for w in line.words[1:]))), None)
    if first and _FIRST_SECTION.match(titles[first].text) and (title := next((line for line in titles[:first] if line.table is None and titled(line, page)), None)) is not None:
        return Opening("report", "first-section", (title,))
    return None


_ITEM_LINE = re.compile(r"(?:agenda\s+)?item(?:\s*(?:no\.?|number))?\s*:?\s*#?\d[\w.()/-]{0,6}\W*$", re.I)
"""The number of the business alone on its line: "Item No.: 8", "Item 2"; more than one is a list of business."""


_DECIDED = re.compile(r"\bdecisions?\s+(?:taken|made)\b", re.I)


def _asking(page: LaidPage) -> list[Line]:
    """The lines of a page that recommend with their first words."""
    return [line for line in page.lines if _ASKED.match(line.text)] if "recom" in page.text.lower() else []


def _asks_for_one(lines: Sequence[Line], page: LaidPage, labels: dict[str, bool]) -> bool:
    """A page that recommends, once, and moves nothing: below labels that name its subject or (as the first words of the page) its department and author, or below the day of a meeting and the number of the item."""
    opened = [line for line in _asking(page) if line.bold or len(line) < 5 or line.bold_prefix or ":" in line.text[:40]]
    if len(opened) != 1 or _in_business(lines) or any(ACTED.search(line.text) or _DECIDED.search(line.text) for line in page.lines):
        return False
    first = label_of(lines[0].segments(1.2)[0][0])
    if labels.keys() & {"subject", "title"} and labels.keys() & {"officer", "unit", "report_of"}:
        return True
    if first is not None and labels.keys() >= {"officer", "unit"} and len(report_sections([page])) > 1:
        return True
    if any(_CALLED_REPORT.match(line.text) and titled(line, page) for line in lines[:3]):
        return True
    numbered = [line for line in (*page.head, *page.lines) if _ITEM_LINE.match(line.text) or STAMP.match(line.text)]
    return len(numbered) == 1 and numbered[0].top < 0.35 * page.height and any(DAY.search(line.text) and len(line) < 9 and titled(line, page) for line in page.lines[:6])


def asks(pages: Sequence[LaidPage]) -> bool:
    """A heading for recommendations stands on these pages, or the row of a form: "Recommendations | 1. That …"."""
    for page in pages:
        for line in _asking(page):
            cells = line.segments(1.2)
            if ((line.bold or line.text.isupper()) and len(line) < 7) or (line.table is not None and len(cells) > 1 and len(cells[0][0].split()) < 4):
                return True
    return False


_END_MATTER = re.compile(r"\W*(?:[\d.]+\s*)?(?:background (?:documents?|papers?)|audit trail|appendices|list of appendices|contact(?:s| details| officers?)?)\W*$", re.I)


def _before_end(lines: Sequence[Line], page: LaidPage) -> list[Line]:
    """The lines among which a report header can stand: not below the headings that end a report."""
    last = max((i for i, line in enumerate(lines) if REPORT_SECTION.match(line.text)), default=0)
    end = next((i for i, line in enumerate(lines) if (_END_MATTER.match(line.text) and i > last) or (i > 8 and line.bold and _BARE_AGENDA.fullmatch(line.text))), len(lines))
    return [line for line in lines[:min(end, 30)] if line.top < 0.75 * page.height]


