"""Agendas → agenda items, with the pages of their papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papermine.document import Line, Pack, Paper, join_lines, places
from papermine.extract.business import FILE_NUMBER, STOPS, Heading, headings, item_number
from papermine.extract.paragraphs import paragraph
from papermine.language.pages import page_range
from papermine.language.person import is_person
from papermine.provenance import Ids, Place
from papermine.records import AgendaItem, Evidence

_EXEMPT_SECTION = re.compile(r"\b(?:exempt|confidential|not\s+(?:open|for\s+publication)|excluded|exclusion|in\s+private|private\s+(?:items?|business|session)|restricted\s+items|closed\s+(?:session|items?)|in\s+camera|part\s+(?:ii|2|b)\b.{0,40}(?:private|exempt|closed))\b", re.I)
_OPEN_SECTION = re.compile(r"\bunrestricted\b|\bopen\s+(?:to|items|session)\b|\bpublic\s+items\b|\bnot\s+(?:exempt|excluded)\b", re.I)
_EXEMPT_ITEM = re.compile(r"\bnot\s+for\s+publication\b|\bexempt\s+(?:appendix|report|information|item|under|by)\b|\bschedule\s+(?:12a|7a)\b|\((?:exempt|confidential|restricted)\)|\bparagraphs?\s+\d[\d, and]*\s+of\s+(?:part|schedule)\b", re.I)
_PRESENTS = re.compile(r"[\[(]\s*(?P<who>[A-Z][^\[\]]{3,140}?)(?:,?\s+to\s+(?:present|report|introduce|give|lead|update|provide)\b[^\])]*)[\])]")
_PRESENTER_LABEL = re.compile(r"^\W*(?:presenter|presented\s+by|lead(?:\s+officer|\s+member)?|officer|report\s+of|report\s+by|speaker|contact\s+officer|introduced\s+by)\s*:?\s+(?P<who>[A-Z].{3,120})$", re.I)


def agenda_items(paper: Paper, pack: Pack, ids: Ids) -> list[AgendaItem]:
    """The items of one agenda; ``pack`` resolves printed page labels to positions in the file."""
    lines = list(paper.lines)
    bare = any(re.search(r"\bpages?\b(?:\s*(?:no\.?|nos\.?|number|ref\w*))?\s*$", line.text, re.I) for line in lines)
    items = []
    for heading in headings(lines):
        item = _item(heading, paper, pack, ids, bare)
        if item is not None:
            items.append(item)
    return items


def _item(heading: Heading, paper: Paper, pack: Pack, ids: Ids, bare: bool) -> AgendaItem | None:
    head, presenter = heading.line, None
    if filed := FILE_NUMBER.match(head.text[heading.start:]):
        heading.start += filed.end()
    held: list[tuple[str, Line, int, int]] = []
    presenter_place: Place | None = None
    text, column = _first_line(head, heading.start, bare)
    held.append((text, head, heading.start, heading.start + len(text)))
    if column:
        presenter, presenter_place = column, None
    edge = _title_edge(head, heading.start)
    size, before = head.size, head
    rest = list(heading.under)
    if not text and rest:  # the number stands alone, its title on the next line
        before, edge = rest[0], rest[0].x0
        text, _ = _first_line(rest[0], 0, bare)
        held = [(text, rest[0], 0, len(text))]
        rest = rest[1:]
    open_range = _unfinished(head.text)
    for line in rest:
        if page_range(line.text) and re.match(r"^\W*(?:\(|pages?\b|\d)", line.text, re.I) and len(line) <= 6:
            before = line
            continue
        tail = open_range and re.match(r"^(?:\d{1,4}\s*[-–—]?\s*)?\d{1,4}\s*[)\]]", line.text)
        if tail:
            before, open_range = line, False
            continue
        near = line.gap < 0.62 * size or line.page != before.page
        if not near or (line.bold != before.bold and (before.bold or line.bold) and before is not head) or (head.bold and not line.bold) or abs(line.size - size) > 0.8 or (STOPS.match(line.text) and not re.match(r"[a-z][a-z]", line.text)) or \
                line.text.lstrip()[:1] == "[" or (line.x0 < edge - 9 and line.x0 < head.x0 - 2) or line.x0 > edge + 60:
            break
        if line.page != before.page and not (line.text[:1].islower() or abs(line.x0 - edge) < 4):
            break
        if item_number(line.text) is not None and line.x0 <= edge - 4:
            break
        shown, _ = _first_line(line, 0, bare)
        if open_range and (tail := re.search(r"\s+(?:\d{1,4}\s*[-–—]\s*)?\d{1,4}\s*[)\]]$", shown)):
            shown = shown[:tail.start()]
        held.append((shown, line, 0, len(shown)))
        open_range = _unfinished(line.text)
        before = line
    whole = paragraph([head, *heading.under[:14]])
    title = paragraph([line for _, line, _, _ in held])
    words = join_lines([t.strip() for t, _, _, _ in held if t.strip()])
    words = re.sub(r"\s*[\[(]\s*(?:pages?|tudalen\w*)\s*[\w\s–-]*$", "", words, flags=re.I)
    words, told = _without_presenter(words)
    words = re.sub(r"\s*[\[(][^()\[\]]*\b(?:exempt|confidential|not for publication|restricted)\b[^()\[\]]*[\])]\s*$", "", words, flags=re.I)
    found = next((r for n in range(1, 9) if (r := page_range(paragraph([head, *heading.under[:n - 1]]).text, bare=bare and n == 1))), None) if heading.number else page_range(whole.text)
    first = pack.position(found.first) if found else None
    final = pack.position(found.last) if found else None
    if first is not None and (first <= paper.last_page and paper.first_page <= first):
        first = final = None
    words = words.strip(" .:;-–—") if not words.rstrip().endswith(".") or heading.number is None else words.strip()
    if not words or not re.search(r"[A-Za-zÀ-ÿ]{2}", words):
        return None
    if presenter is None:
        presenter, presenter_place = told, None
    if presenter is None:
        presenter, presenter_place = _presenter(heading)
    exempt = bool(_EXEMPT_ITEM.search(" ".join(ln.text for ln in [head, *heading.under[:8]]))) or bool(
        heading.section and _EXEMPT_SECTION.search(heading.section) and not _OPEN_SECTION.search(heading.section))
    evidence = [*places([head, *(line for _, line, _, _ in held[1:])]), *(line.place(a, max(b, a + 1), "title") for _, line, a, b in held)]
    if presenter_place is not None:
        evidence.append(presenter_place)
    if found:
        evidence += list(_range_places([head, *heading.under[:8]], found.first))
    return AgendaItem(
        item_id=ids("item", title.lines[0].page), document_id=paper.document_id, source="agenda", number=heading.number, agenda_number=heading.number, title=words,
        page=head.page, first_page=first, last_page=final if first is not None else None, presenter=presenter, section=heading.section, exempt=exempt,
        evidence=Evidence.at(evidence), rule="numbered-heading" if heading.number else "plain-heading")


def _first_line(line: Line, start: int, bare: bool) -> tuple[str, str | None]:
    """The title's words on a line, without page range, time or presenter column; and that presenter."""
    text = line.text
    end, who = len(text), None
    found = page_range(text, bare=bare and len(line.segments()) > 1)
    if found and found.start >= start:
        end = found.start
    else:
        cut = re.search(r"[\[(]\s*pages?\b[^)\]]*$", text, re.I)
        end = cut.start() if cut and cut.start() >= start else end
    segments = line.segments(2.2)
    if len(segments) > 1:
        last = segments[-1][0]
        at = text.rfind(last, 0, end + 1)
        plain = last.strip(" ()")
        if at > start + 3 and at < end:
            if re.fullmatch(r"\d{1,2}[.:]\d\d\s*(?:am|pm|hrs)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d\s*(?:am|pm)?)?|\d{1,3}\s*(?:mins?|minutes)|\d{1,4}(?:\s*[-–]\s*\d{1,4})?|attached|verbal|oral|to\s+follow|enclosed", plain, re.I):
                end = at
            elif is_person(plain) or re.match(r"(?:cllr|councillor|mr|mrs|ms|dr)\b\.?\s+[A-Z]", plain, re.I):
                end, who = at, plain
    shown = text[start:end].rstrip()
    m = FILE_NUMBER.match(shown)
    return (shown[m.end():] if m else shown).rstrip(), who


def _title_edge(line: Line, start: int) -> float:
    """Where the title's words begin on the sheet."""
    return line.box_of(start, start + 1).x0 if start < len(line.text) else line.x0


def _unfinished(text: str) -> bool:
    """The line ends inside a page range: "(Pages 5 -"."""
    return re.search(r"[\[(]\s*pages?\s*(?:\d+\s*[-–]?\s*)?$", text, re.I) is not None


def _without_presenter(title: str) -> tuple[str, str | None]:
    """A title without the bracket that says who presents it."""
    m = _PRESENTS.search(title)
    return (title[:m.start()].strip(), m["who"].strip()) if m else (title, None)


def _presenter(heading: Heading) -> tuple[str | None, Place | None]:
    """Who presents the item, from the lines under its title."""
    under = heading.under[:8]
    if under and (m := _PRESENTS.search((text := paragraph(under)).text)):
        where = text.places(m.start("who"), m.end("who"), "presenter")
        return m["who"].strip(), where[0]
    for line in under[:6]:
        if m := _PRESENTER_LABEL.match(line.text):
            return m["who"].strip(" .)"), line.place(m.start("who"), m.end("who"), "presenter")
    if heading.number is None:
        for line in under[:3]:
            words = line.text.split()
            if 1 < len(words) < 9 and abs(line.x0 + line.x1 - heading.line.x0 - heading.line.x1) < 14 and line.text[0].isupper() and not line.text.isupper() and (
                    is_person(" ".join(words[-2:]), surname=True) or is_person(words[-1], surname=True)) and not re.search(r"\d", line.text):
                return line.text, line.place(0, None, "presenter")
    return None, None


def _range_places(lines: Sequence[Line], first: str) -> list[Place]:
    for line in lines:
        found = page_range(line.text, bare=True)
        if found and found.first == first:
            return [line.place(found.start, found.end, "first_page")]
    return []
