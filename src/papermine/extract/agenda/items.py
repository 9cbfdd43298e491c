"""Agendas → agenda items, with the pages of their papers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line, Pack, Paper, Word, join_lines, places
from papermine.extract.agenda.headings import headings
from papermine.extract.agenda.numbers import FILE_NUMBER, Heading, after, item_number
from papermine.extract.agenda.pages import LEADER, dashed, pages_of, printed_at, until_next, without_hours, without_left_pages, year_ends
from papermine.extract.agenda.table import Row, rows_of
from papermine.extract.agenda.unnumbered import STOPS
from papermine.extract.exempt import Exemption, exemption
from papermine.extract.paragraphs import paragraph
from papermine.language.pages import page_column, page_range
from papermine.language.person import is_person
from papermine.provenance import Ids, Place
from papermine.records import AgendaItem, Evidence

_EXEMPT_SECTION = re.compile(r"\b(?:exempt|confidential|not\s+(?:open|for\s+publication)|excluded|exclusion|in\s+private|private\s+(?:items?|business|session)|restricted\s+items|closed\s+(?:session|items?)|in\s+camera|part\s+(?:ii|2|b)\b.{0,40}(?:private|exempt|closed))\b", re.I)
_OPEN_SECTION = re.compile(r"\bunrestricted\b|\bopen\s+(?:to|items|session)\b|\bpublic\s+items\b|\bnot\s+(?:exempt|excluded)\b", re.I)
_EXEMPT_ITEM = re.compile(r"\bnot\s+for\s+publication\b|\bexempt\s+(?:appendix|report|information|item|under|by)\b|\bschedule\s+(?:12a|7a)\b|\((?:exempt|confidential|restricted)\)|\bparagraphs?\s+\d[\d, and]*\s+of\s+(?:part|schedule)\b", re.I)
_PRESENTS = re.compile(r"[\[(]\s*(?P<who>[A-Z][^\[\]]{3,140}?)(?:,?\s+to\s+(?:present|report|introduce|give|lead|update|provide)\b[^\])]*)[\])]")
_BY = re.compile(r"\s*(?:[-–—:]\s*|[(\[]\s*)(?:joint\s+)?reports?\s+(?:of|by|from)\s+(?:the\s+)?[A-Z][^()]{3,90}(?:\([^()]*\))?[^()]{0,30}[)\]]?\s*$", re.I)
"""Who wrote the report, behind the title on its line: "Winter Service Plan – Report by Head of Roads"."""
_SEE = re.compile(r"\s*(?:[-–—]\s+|[(\[]\s*)(?:please\s+)?see\s+(?:attached|enclosed|below|[“\x22‘'][^()]{3,40}[”\x22’']|(?:the\s+)?(?:clerk|officer|attached|enclosed|separate)\S*\s)[^()\[\]]{0,40}[)\]]?\s*$|\s*[(\[]\s*attachments?\s*(?:#|nos?\.?)?\s*[\w ,&-]{1,9}[)\]]\s*$", re.I)
"""Where its paper is, behind the title: "Grants – see Clerk's report", "Police Cars (Attachment # 3)"."""
_REMARK = re.compile(r"(?<=[\w)])(?:\s*[(\[](?=(?:This|These|Please|Speakers|Persons|Anyone|Members\s+of\s+the\s+public)\s)[^()\[\]]{20,}[)\]]?\.?|(?:\s+[-–—]|:)\s+(?:an?\s+opportunity|the\s+[A-Z][\w ]{2,40}?\s+to\s+(?:report|update|advise|inform|present))\b.*)\s*$")
"""What is said of the business behind its title: "CITIZEN COMMENTS (This time is reserved for …)", "Treasurer's Report – the Treasurer to report on any relevant matters"."""
_AT = re.compile(r"(?<=[\w)])\s*(?::\s*[-–—]?|[-–—])\s*(?:at\s+)?\d{1,2}[:.]\d\d\s*[ap]\.?\s?m\b\.?\s*$", re.I)
"""The hour behind the title: "CALL TO ORDER: - 6:00 P.M.", "Call to order: 6:00 p.m."."""
_TIMED = re.compile(r"\s*(?:\([A-Z][^()]{2,60}?[-–—,]\s*\d{1,3}\s*(?:mins?|minutes)\.?\)|\s[-–—]\s*\d{1,3}\s*(?:mins?|minutes)\.?)\s*$", re.I)
"""How long it is given, and who speaks, behind the title: "(MOSS - 20 MIN.)", "Town Meeting Warrant - 30 minutes"."""
_PRESENTER_LABEL = re.compile(r"^\W*(?:presenter|presented\s+by|lead(?:\s+officer|\s+member)?|officer|report\s+of|report\s+by|speaker|contact\s+officer|introduced\s+by)\s*:?\s+(?P<who>[A-Z].{3,120})$", re.I)


def agenda_items(paper: Paper, pack: Pack, ids: Ids) -> list[AgendaItem]:
    """The items of one agenda; ``pack`` resolves printed page labels to positions in the file."""
    lines, aside = without_left_pages(dashed(without_hours(list(paper.lines))))
    bare = any(re.search(r"\bpage(?:s\b|\(s\)|\b)(?:\s*(?:no\.?|nos\.?|number|ref\w*))?\s*$", line.text, re.I) for line in lines) or any(
        page_column([(parts[-1][0], parts[-1][1].x0, parts[-1][1].x1) for line in page.lines if len(parts := line.segments()) > 1]) for page in paper.pages) or sum(
        (m := LEADER.search(line.text)) is not None and m["page"] is not None for line in lines) > 1
    items = []
    found = headings(lines)
    edges = [(box.x0, box.x1) for line in lines for _, box in line.segments()]
    listed = rows_of(paper)
    texts: list[str] = []
    if listed and len(listed) >= 0.7 * len(found) and len(listed) >= sum(h.line.table is not None for h in found):
        items, texts = [_row_item(row, paper, pack, ids) for row in listed], [f"{row.title} {row.under}" for row in listed]
        found = _on_from(listed[-1].number, found)
    beside, lead = _beside(found), _leading(lines)
    for heading in found:
        item = _item(heading, paper, pack, ids, bare, edges, beside, lead, aside.get(id(heading.line)))
        if item is not None:
            items.append(item)
            texts.append(" ".join(line.text for line in [heading.line, *heading.under[:12]]))
    _carry(items, texts)
    until_next(items, pack)
    return items


def _on_from(number: str | None, found: Sequence[Heading]) -> list[Heading]:
    """The headings without a table that count on from ``number``, the last that the table lists: what stands below it under headings of its own."""
    out: list[Heading] = []
    for heading in found:
        if heading.number is not None and number is not None and heading.line.table is None and after(number, heading.number):
            out.append(heading)
            number = heading.number
    return out


def _leading(lines: Sequence[Line]) -> float | None:
    """The white space (points) within the paragraphs of this agenda: above lines that go on in small letters. None: too few such lines tell."""
    gaps = sorted(line.gap for before, line in itertools.pairwise(lines) if line.page == before.page and line.text[:1].islower() and line.text[1:2] not in ").:" and abs(line.size - before.size) < 0.3
                  and not before.text.rstrip().endswith((".", ":", ";")) and line.gap < 0.7 * line.size)
    return gaps[-1] if len(gaps) > 1 and gaps[-1] < gaps[0] + 1.5 else None


_EXCLUSION = re.compile(r"\b(?:exclu(?:sion|de|ding)\b.{0,40}\b(?:press|public)|(?:press|public)\b.{0,30}\bexclu(?:ded|sion))\b", re.I)
_FOLLOWING = re.compile(r"\b(?:following|remaining|next)\s+(?:\w+\s+){0,2}?(?:items?|business|matters?|reports?|part)\b", re.I)


def _carry(items: Sequence[AgendaItem], texts: Sequence[str]) -> None:
    """A motion to exclude the public "from the following items" is open itself, and speaks for the items after it.

    ``texts`` are the words printed at each item. What an item says of itself goes before what the motion says.
    """
    motion: Exemption | None = None
    follows = False
    for item, text in zip(items, texts, strict=True):
        own = exemption(text)
        if _EXCLUSION.search(item.title):
            motion, follows, item.exempt, item.exempt_statute, item.exempt_paragraphs = own, bool(_FOLLOWING.search(text)), False, None, None
            continue
        follows = follows and not (item.section and _OPEN_SECTION.search(item.section))
        item.exempt = item.exempt or follows
        reason = own if own is not None else motion
        if item.exempt and reason is not None:
            item.exempt_statute, item.exempt_paragraphs = reason


def _row_item(row: Row, paper: Paper, pack: Pack, ids: Ids) -> AgendaItem:
    """The item that one row of the agenda's table lists."""
    found = page_range(row.pages, bare=True) if row.pages else page_range(f"{row.title} {row.under}")
    first, last = (pack.position(found.first), pack.position(found.last)) if found else (None, None)
    if first is not None and paper.first_page <= first <= paper.last_page:
        first = None
    title, told = _without_brackets(row.title)
    return AgendaItem(
        item_id=ids("item", row.page), document_id=paper.document_id, source="agenda", number=row.number, agenda_number=row.number, title=title, page=row.page,
        first_page=first, last_page=last if first is not None else None, presenter=row.presenter or told,
        exempt=bool(_EXEMPT_ITEM.search(f"{row.title} {row.under}")), evidence=Evidence.at([*row.more, *row.places]), rule="table-row")


def _item(heading: Heading, paper: Paper, pack: Pack, ids: Ids, bare: bool, edges: Sequence[tuple[float, float]], beside: float | None, lead: float | None, aside: Place | None) -> AgendaItem | None:
    if filed := FILE_NUMBER.match(heading.line.text[heading.start:]):
        heading.start += filed.end()
    head, near = heading.line, [heading.line, *heading.under[:8]]
    parts, column = _title_parts(heading, bare, edges, beside, lead)
    title, told = _without_brackets(join_lines([text.strip() for text, _, _ in parts if text.strip()]))
    title = title.strip() if title.rstrip().endswith(".") and heading.number is not None else title.strip(" .:;-–—")
    if not re.search(r"[A-Za-zÀ-ÿ]{2}|(?:[A-Z]\.){2}", title):
        return None
    title = _AT.sub("", _TIMED.sub("", _SEE.sub("", _BY.sub("", _REMARK.sub("", title)))))
    presenter, presenter_place = (column or told, None) if column or told else _presenter(heading)
    found = page_range(aside.text, bare=True) if aside is not None else pages_of(heading, bare)
    first, last = (pack.position(found.first), pack.position(found.last)) if found else (None, None)
    if first is not None and paper.first_page <= first <= paper.last_page:
        first = None  # the range of another file, by chance also a page of this agenda
    exempt = bool(_EXEMPT_ITEM.search(" ".join(line.text for line in near))) or bool(
        heading.section and _EXEMPT_SECTION.search(heading.section) and not _OPEN_SECTION.search(heading.section))
    by = exemption(" ".join(line.text for line in near)) if exempt else None
    evidence = [*places([head, *(line for _, line, _ in parts[1:] if line is not head)]),
                *(line.place(start, max(start + len(text), start + 1), "title") for text, line, start in parts)]
    if presenter_place is not None:
        evidence.append(presenter_place)
    if aside is not None:
        evidence.append(aside)
    elif found:
        evidence += printed_at(near, found.first)
    return AgendaItem(
        item_id=ids("item", head.page), document_id=paper.document_id, source="agenda", number=heading.number, agenda_number=heading.number, title=title,
        page=head.page, first_page=first, last_page=last if first is not None else None, presenter=presenter, section=heading.section, exempt=exempt,
        exempt_statute=by.statute if by else None, exempt_paragraphs=by.paragraphs if by else None,
        evidence=Evidence.at(evidence), rule="numbered-heading" if heading.number else "plain-heading")


def _title_parts(heading: Heading, bare: bool, edges: Sequence[tuple[float, float]], beside: float | None, lead: float | None) -> tuple[list[tuple[str, Line, int]], str | None]:
    """The title's words, line by line, with where they start on it; and the presenter's name in a column beside them."""
    head, rest = heading.line, list(heading.under)
    text, column = _first_line(head, heading.start, bare, beside)
    parts, before, edge = [(text, head, heading.start)], head, _title_edge(head, heading.start)
    unfinished = _unfinished(head.text)
    for line in rest:
        if _over(before, *parts[-1], line):
            break
        if page_range(line.text) and re.match(r"^\W*(?:\(|pages?\b|\d)", line.text, re.I) and len(line) <= 6:
            before = line
            continue
        if unfinished and re.match(r"^(?:\d{1,4}\s*[-–—]?\s*)?\d{1,4}\s*[)\]]", line.text):
            before, unfinished = line, False
            continue
        if (lead is not None and line.page == before.page and line.gap > lead + 0.3 * line.size) or not _goes_on(heading, before, line, edge) or _style_breaks(parts[-1], line) or _broken(before, line, edge, edges, beside):
            break
        if (heading.path[0] == "" and head.text.isupper() and not line.text.isupper()) or _told_below(head.text[heading.start:], line):
            break  # capitals under a heading that groups, their particulars below: "CONFERENCE WITH LABOR NEGOTIATORS" ⏎ "Agency negotiator: …"
        shown, _ = _first_line(line, 0, bare, beside)
        parts.append((shown, line, 0))
        unfinished, before = _unfinished(line.text), line
    return parts, column


def _told_below(title: str, line: Line) -> bool:
    """Does a sentence in small letters begin below a title in capitals, whatever its brackets add: "PUBLIC COMMENT (Principles III and V)" ⏎ "The board has set aside 30 minutes."?"""
    bare = re.sub(r"\([^()]*\)", "", title)
    return bare.isupper() and len(bare.split()) > 1 and _OPEN_END.search(bare) is None and line.text[:1].isupper() and sum(word.islower() for word in line.text.split()) > 3


def _over(before: Line, shown: str, line: Line, start: int, after: Line) -> bool:
    """The title ends on ``line``: the words behind it are plain text, or its page range close behind it."""
    end = start + len(shown)
    if before is not line or not shown or end >= len(line.text.rstrip()):
        return False
    if _run_in(line, start, len(line.text)) == end:
        return True
    found = page_range(line.text)
    return found is not None and line.text[found.start] in "([" and line.text[found.end:].strip(" .") == "" and not after.text[:1].islower() and (
        line.text[found.start:] not in [text for text, _ in line.segments()[1:]])


def _style_breaks(part: tuple[str, Line, int], line: Line) -> bool:
    """The words change from bold (or italics) to plain, or back, between a title's line and the next."""
    shown, before, start = part
    if not shown.strip():
        return False
    words = before.words
    last = min(before.text.count(" ", 0, start) + shown.rstrip().count(" "), len(words) - 1)
    return words[last].bold != line.words[0].bold or words[last].italic != line.words[0].italic


def _goes_on(heading: Heading, before: Line, line: Line, edge: float) -> bool:
    """Does ``line`` go on with the title? It stands close below, in its style and at its edge, and starts nothing of its own."""
    head = heading.line
    if line.page != before.page and not (line.text[:1].islower() or abs(line.x0 - edge) < 4):
        return False
    if line.page == before.page and line.gap >= (0.62 if heading.number is not None else 0.4) * head.size:
        return False
    if abs(line.size - head.size) > 0.8:
        return False
    if (STOPS.match(line.text) and not re.match(r"[a-z][a-z]", line.text)) or line.text.lstrip()[:1] == "[":
        return False
    if (line.x0 < edge - 9 and line.x0 < head.x0 - 2) or line.x0 > edge + 60:
        return False
    return item_number(line.text) is None or line.x0 > edge - 4


_OPEN_END = re.compile(r"(?:[,&(–—/-]|\b(?:of|and|or|the|for|to|in|on|at|by|with|from|re|a|an|no|no\.))\s*$", re.I)
"""Words after which a title goes on, wherever its line breaks."""
_MARKED = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s")


def _broken(before: Line, line: Line, edge: float, edges: Sequence[tuple[float, float]], beside: float | None) -> bool:
    """The break before ``line`` was meant: its first word would have stood on the line above, in the column that this title's words fill.

    Titles in bold are broken for their looks, and go on all the same where their next line stands at their edge.
    """
    if _MARKED.match(line.text) or (len(cells := line.segments(1.0)) > 1 and re.fullmatch(r"[a-h]|(?:[A-H]|\d{1,2})[.)]", cells[0][0])):
        return True  # "a) …": a list under the title
    aside = abs(line.x0 - edge) > 9
    if line.x0 < edge - 24 and line.gap > 0.4 * line.size:
        return True  # back at the margin, set apart: a heading of what follows
    if line.page != before.page or (line.bold and not aside) or line.text[:1].islower() or _OPEN_END.search(before.text):
        return False
    last = before.segments()[-1][1] if abs(before.segments()[-1][1].x0 - edge) < 15 else next((box for _, box in before.segments() if box.x1 > edge), before.box)
    right = max((x1 for x0, x1 in edges if abs(x0 - edge) < 15), default=before.x1)
    if beside is not None and last.x0 < beside < right:
        return max(w.x1 for w in before.words if w.x0 < beside - 2) + (line.words[0].x1 - line.words[0].x0) + 0.5 * line.size < beside - 0.5 * line.size
    return last.x1 + (line.words[0].x1 - line.words[0].x0) + 0.5 * line.size < right - 0.2 * (right - edge)


def _first_line(line: Line, start: int, bare: bool, beside: float | None = None) -> tuple[str, str | None]:
    """The title's words on a line, without page range, time or presenter column; and that presenter."""
    text = line.text
    end, who = len(text), None
    found = page_range(text, bare=bare and len(line.segments()) > 1 and not year_ends(line))
    if leader := LEADER.search(text, start):
        end = leader.start()
    elif found and found.start >= start:
        end = found.start
    else:
        cut = re.search(r"[\[(]\s*pages?\b[^)\]]*$", text, re.I)
        end = cut.start() if cut and cut.start() >= start else end
    if run_in := _run_in(line, start, end):
        return text[start:run_in], None
    segments = line.segments(2.2)
    while len(segments) > 1:
        last = segments.pop()[0]
        at = text.rfind(last, 0, end + 1)
        plain = last.strip(" ()")
        if at > start + 3 and at < end:
            if re.fullmatch(r"\d{1,2}[.:]\d\d\s*(?:am|pm|hrs)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d\s*(?:am|pm)?)?(?:\s+\d{1,3}\s*(?:mins?|minutes))?|\d{1,3}\s*(?:mins?|minutes)|\d{1,4}(?:\s*[-–]\s*\d{1,4})?|pages?\s+\d{1,4}|attached|verbal|oral|to\s+follow|enclosed|[-–—]{1,3}|(?-i:[A-Z✓✔√])", plain, re.I):
                end = at
                continue  # "4.30 pm | 5 mins": another column may stand before it
            elif who is None and (is_person(plain) or _POST.match(plain) or re.match(r"(?:cllr|councillor|mr|mrs|ms|dr)\b\.?\s+[A-Z]", plain, re.I)):
                end, who = at, plain
        break
    if beside is not None:
        end = min([end, *(at for at, word in _word_starts(line) if at > start and word.x0 > beside - 2)])
    shown = text[start:end].rstrip()
    m = FILE_NUMBER.match(shown)
    return (shown[m.end():] if m else shown).rstrip(), who


_POST = re.compile(r"(?-i:[A-Z])(?:[\w&’'-]+\s+){0,4}(?:director|head|manager|officer|chief|clerk|treasurer|solicitor|engineer|executive)\b(?:\s*[,(]?\s*(?-i:[A-Z&])[\w&’'-]*|\s+(?:of|and|for|the)\b)*\)?$|(?:leader|chair(?:man)?)$", re.I)
"""An office alone, in the presenters' column: "Head of Roads", "Area Manager North"."""


_ENCLOSED = re.compile(r"(?:\s*[-–—,(]\s*|\s+)(?:(?:the\s+)?(?:reports?|cop(?:y|ies)|papers?)\s+)?(?:attached|enclosed|herewith|submitted|to\s+follow)\b.*|\s*\(pages?\b.*", re.I)
"""Where the report is, behind who wrote it: "Report of the Chief Fire Officer – report attached marked 4"."""


def _balanced(text: str) -> str:
    return text[:-1].rstrip() if text.endswith(")") and "(" not in text else text


def _word_starts(line: Line) -> list[tuple[int, Word]]:
    """The words of a line, each with where in its text it starts."""
    at, out = 0, []
    for word in line.words:
        out.append((at, word))
        at += len(word.text) + 1
    return out


def _beside(headings: Sequence[Heading]) -> float | None:
    """The left edge of a column of descriptions beside the titles: three items at least, and a third of all, have words that start there, after white space.

    "2.1 Regular meeting agenda | Adoption of the agenda | 2-4"
    """
    edges = []
    for h in headings:
        left = h.line.box_of(h.start, h.start + 1).x0
        cells = [(text.strip(), box.x0) for text, box in h.line.segments() if box.x1 > left]
        if len(cells) > 1 and _CODE.fullmatch(cells[0][0].split()[-1]):  # "1.A   21-0177   Approve the minutes"
            left = cells[1][1]
        edges += [x0 for text, x0 in cells if x0 > left + 60 and not _PLACED.fullmatch(text)]
    usual = max(edges, key=lambda x0: sum(abs(x0 - other) < 3 for other in edges), default=None)
    return usual if usual is not None and sum(abs(usual - other) < 3 for other in edges) > max(2, 0.33 * len(headings)) else None


_CODE = re.compile(r"#?[A-Z]{0,6}[ .:#-]*\d[\d./-]*[A-Z]?")
"""A clerk's number of a file, in a column between the item's number and its title."""
_PLACED = re.compile(r"\d{1,4}(?:\s*[-–—]\s*\d{1,4})?|\(?(?:pages?\s*\d.*|to\s+follow|attached|verbal|enclosed)\)?|\d{1,2}[:.]\d\d.*|\(?\s*\d{1,3}\s*min\w*\.?\)?", re.I)
"""What other columns hold: pages, times, whether a paper is attached."""


def _run_in(line: Line, start: int, end: int) -> int | None:
    """Where a bold title ends that runs into plain (or smaller) words: "24/101 **Apologies:** to receive apologies"."""
    at, words = start, line.words[line.text.count(" ", 0, start):]
    for word, shown in zip(line.text[start:end].split(" "), words, strict=False):
        if not shown.bold or shown.size < words[0].size - 1.5:
            stopped = line.text[start:at].rstrip()[-1:] in ":.–—-" or line.text[at:at + 1] in "–—-:" or _FOR.match(line.text, at) is not None
            return at - 1 if at - 1 > start + 2 and stopped else None
        at += len(word) + 1
    return None


_FOR = re.compile(r"(?:for|to)\s+(?:approv\w+|not(?:ing|e)|decision|information|consideration|confirmation|signature|discussion)\b")
"""Plain words behind a title in bold, which say what is to be done with it: "**Minute of 1 May 2013** for approval and signature"."""


def _title_edge(line: Line, start: int) -> float:
    """Where the title's words begin on the sheet."""
    return line.box_of(start, start + 1).x0 if start < len(line.text) else line.x0


def _unfinished(text: str) -> bool:
    """The line ends inside a page range: "(Pages 5 -"."""
    return re.search(r"[\[(]\s*pages?\s*(?:\d+\s*[-–]?\s*)?$", text, re.I) is not None


def _without_brackets(title: str) -> tuple[str, str | None]:
    """A title without an unfinished page range, the note that it is exempt, and the bracket that says who presents it."""
    title = re.sub(r"\s*[\[(]\s*(?:(?:pages?|tudalen\w*)\s*[\w\s–-]*|cop(?:y|ies)|reports?|attached|enclosed|herewith)$", "", title, flags=re.I)
    m = _PRESENTS.search(title)
    told = m["who"].strip() if m else None
    title = title[:m.start()].strip() if m else title
    return re.sub(r"\s*[\[(][^()\[\]]*\b(?:exempt|confidential|not for publication|restricted)\b[^()\[\]]*[\])]\s*$", "", title, flags=re.I), told


def _presenter(heading: Heading) -> tuple[str | None, Place | None]:
    """Who presents the item, from the lines under its title."""
    under = heading.under[:8]
    if under and (m := _PRESENTS.search((text := paragraph(under)).text)):
        where = text.places(m.start("who"), m.end("who"), "presenter")
        return m["who"].strip(), where[0]
    for line in under[:6]:
        if m := _PRESENTER_LABEL.match(line.text):
            who = _ENCLOSED.sub("", m["who"])
            return _balanced(who.strip(" .")), line.place(m.start("who"), m.start("who") + len(who), "presenter")
    if heading.number is None:
        for line in under[:3]:
            words = line.text.split()
            if 1 < len(words) < 9 and abs(line.x0 + line.x1 - heading.line.x0 - heading.line.x1) < 14 and line.text[0].isupper() and not line.text.isupper() and (
                    is_person(" ".join(words[-2:]), surname=True) or is_person(words[-1], surname=True)) and not re.search(r"\d", line.text):
                return line.text, line.place(0, None, "presenter")
    return None, None
