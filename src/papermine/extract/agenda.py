"""Agendas → agenda items, with the pages of their papers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papermine.document import Line, Pack, Paper, join_lines, places
from papermine.language.numbering import marker
from papermine.language.pages import page_range
from papermine.provenance import Ids
from papermine.records import AgendaItem, Evidence

_NUMBER = re.compile(
    r"(?P<mark>(?:(?:item|eitem|agenda\s+item)\s+(?:no\.?\s*)?)?\(?(?P<number>\d{1,3}(?:[.-]\d{1,2}){0,2}[a-z]?|[A-Z]{1,2}[-.]?\d{1,2}|[A-Z]|[IVX]{1,5}|\d{1,4}/\d{2,4})"
    r"(?P<sign>[.):]+|\s[-–])?)\s+(?=[^\s\d.,%)–-]|\d{2}/\d|\d{4}\b|\d+(?:st|nd|rd|th)\b)", re.I)
_BRACKET = re.compile(r"[\[(]\s*(?:[A-Z][a-z]|to\s)")
_PRESENTER = (
    re.compile(r"\[\s*(?P<who>[A-Z][^\]]+?),?\s+(?:to\s+(?:present|introduce|report|lead|give|provide|update)|will\s+(?:present|introduce|give|attend))\b[^\]]*\]"),
    re.compile(r"(?:^|\s)(?:presented\s+by|presenters?|presenting\s+officer|lead\s+officer|to\s+be\s+presented\s+by)\s*[:–-]?\s+(?P<who>[A-Z][^\n]+?)\s*$", re.I),
)
_CEREMONY = re.compile(
    r"(?:call(?:ed)?\s+to\s+order|roll\s+call|pledge\s+of\s+allegiance|(?:salute|invocation|moment\s+of\s+(?:silence|reflection)|opening\s+prayer|land\s+acknowledge?ment)|"
    r"declaration\s+of\s+posting|(?:special\s+)?(?:proclamations?|presentations?|recognitions?)|(?:general\s+)?public\s+(?:comments?|communications?|forum|input|participation)|oral\s+communications?|"
    r"(?:adoption|approval|adopt|approve|changes|additions)\s+(?:of|to|or\s+\w+\s+to)\s+(?:the\s+)?agenda|(?:city|town|county|village)\s+(?:manager|attorney|clerk|administrator|council)['’]?s?\s+(?:report|comments?)|"
    r"(?:council|board|commission|committee|mayor)\w*(?:\s+member)?['’]?s?\s+(?:reports?|comments?|announcements?|communications)|closed\s+session|report\s+(?:from|out\s+of)\s+closed\s+session|"
    r"future\s+(?:\w+\s+){0,4}(?:agenda\s+)?items|announcements?|adjourn\w*|disclosure\w*\s+of\s+.*interest)\b", re.I)
"""Standing headings of American and Canadian agendas, which print no number."""
_GROUP = re.compile(
    r"(?:consent\s+(?:calendar|agenda|items?)|(?:old|new|other|unfinished|regular|general|special|action)\s+(?:business|items?)|public\s+hearings?|business\s+items?|action\s+(?:items?|calendar)|"
    r"presentations?|reports?|correspondence|by-?laws|resolutions|discussion\s+items?|study\s+session)\W*$", re.I)
_EXEMPT = re.compile(r"\b(?:exempt|confidential|private|closed|restricted|in\s+camera|part\s+(?:2|ii|b|two)\b)", re.I)
_OPEN = re.compile(r"\b(?:open\s+to|unrestricted|non-?exempt|public\s+session|part\s+(?:1|i|a|one)\b)", re.I)
_STOP = re.compile(r"(?:notes?\b|information\s+for|access\s+to\s+information|please\s+(?:note|submit|contact)|membership|quorum|distribution|issued\s+on|contact\b|for\s+further|date\s+of\s+(?:this\s+)?notice)", re.I)

_OFFICE = re.compile(r"(?:(?:deputy|assistant|acting|interim|vice)\s+)?(?:city|town|county|village|mayor|chair\w*|reeve|council|clerk|warden)\b(?:\s+[A-Z][\w.'’-]*){1,5}$", re.I)
"""An office and its holder, alone on a line: "City Manager Ada Brook"."""
_NOTE = re.compile(
    r"(?:(?:non-?)?key\s+decision\b|(?:joint\s+)?report\s+(?:of|by|from|to\s+follow|attached|circulated|herewith)\b|to\s+(?:consider|receive|approve|note|agree|discuss|confirm|sign)\b|"
    r"wards?(?:\s+affected)?\s*[:(]|portfolio|lead\s+(?:officer|member)|contact\s+officer|recommendation|estimated\s+time|staff\s+report|deadline|purpose\s+of|"
    r"presented\s+by|cabinet\s+member|relevant\s+(?:cabinet|ward)|see\s+(?:attached|supplement))", re.I)
"""Notes under an item's title that are not part of it."""


@dataclass(slots=True)
class _Head:
    """A heading as found: its line, the number, and where the title starts in the line."""

    line: Line
    index: int
    number: str | None
    start: int
    lines: list[Line] = field(default_factory=list)


def agenda_items(paper: Paper, pack: Pack, ids: Ids) -> list[AgendaItem]:
    """The items of one agenda; ``pack`` resolves printed page labels to positions in the file."""
    lines = list(paper.lines)
    heads = _numbered(lines)
    heads = sorted([*heads, *_unnumbered(lines, heads)], key=lambda h: h.index)
    found: list[AgendaItem] = []
    for k, head in enumerate(heads):
        end = heads[k + 1].index if k + 1 < len(heads) else min(head.index + 40, len(lines))
        found_item = _item(paper, pack, lines, head, end, ids)
        if found_item is not None:
            found.append(found_item)
    return found


def _numbered(lines: list[Line]) -> list[_Head]:
    """Headings that go on counting at one left edge: the longest such sequence on the agenda."""
    edges: dict[int, list[_Head]] = {}
    for i, line in enumerate(lines):
        match = _NUMBER.match(line.text)
        if match is None or re.match(r"\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", line.text, re.I):
            continue
        if not match["sign"] and (match["number"].isalpha() or (len(match["number"]) > 3 and match["number"].isdigit())):
            continue
        if match["number"].islower():
            continue
        edges.setdefault(round(line.x0 / 7), []).append(_Head(line, i, match["number"], match.end()))
    best: list[_Head] = []
    for edge in sorted(edges):
        near = sorted([*edges[edge], *edges.get(edge + 1, [])], key=lambda h: h.index)
        chain = _chain(near)
        if len(chain) > len(best) or (len(chain) == len(best) and chain and chain[0].line.x0 < best[0].line.x0 - 10):
            best = chain
    return best if len(best) >= 2 else best[:1] if best and best[0].number in ("1", "A") else []


def _chain(heads: list[_Head]) -> list[_Head]:
    """The headings whose numbers count on: 1, 2, 3 …; A, B, C1, C2, D …; 8.a, 8.b; a gap of two is a withdrawn item."""
    best: list[_Head] = []
    for first in range(min(len(heads), 6)):
        chain = [heads[first]]
        for head in heads[first + 1:]:
            if _follows(chain[-1].number or "", head.number or ""):
                chain.append(head)
        if len(chain) > len(best):
            best = chain
    return best


def _follows(before: str, after: str) -> bool:
    """Can number ``after`` come next on an agenda after ``before``?

    >>> [_follows(a, b) for a, b in (("1", "2"), ("9", "11"), ("C", "C1"), ("C2", "D"), ("F1", "F2"), ("2.1", "2.2"), ("2.2", "3"), ("III", "IV"))]
    [True, True, True, True, True, True, True, True]
    >>> [_follows(a, b) for a, b in (("2", "1"), ("3", "9"), ("C1", "C"), ("5", "5"))]
    [False, False, False, False]
    """
    if re.fullmatch(r"[IVX]{2,5}|I", before) and re.fullmatch(r"[IVX]{1,5}", after):
        a, b = _roman(before), _roman(after)
        return 0 < b - a <= 2
    x, y = _parts(before), _parts(after)
    if not x or not y or y <= x:
        return False
    k = next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    if k >= len(x):
        return len(y) == len(x) + 1 and y[-1] <= 1
    return y[k] - x[k] <= 3 and all(q <= 1 for q in y[k + 1:])


def _parts(number: str) -> list[int]:
    return [int(p) if p.isdigit() else ord(p.upper()) - 64 for p in re.findall(r"\d+|[A-Za-z]", number)]


def _roman(text: str) -> int:
    value = {"I": 1, "V": 5, "X": 10}
    digits = [value[c] for c in text]
    return sum(-d if i + 1 < len(digits) and digits[i + 1] > d else d for i, d in enumerate(digits))


def _unnumbered(lines: list[Line], numbered: list[_Head]) -> list[_Head]:
    """Standing headings without a number, on agendas that print them in capitals or bold; a heading of a group is none."""
    sizes = {head.line.size for head in numbered}
    heads = [i for i, line in enumerate(lines) if _shouts(line, lines, i)]
    if not any(re.match(r"(?:call\s+to\s+order|roll\s+call|adjournment)", lines[i].text, re.I) for i in heads):
        return []
    taken = {h.index for h in numbered}
    out = []
    for k, i in enumerate(heads):
        line = lines[i]
        if i in taken:
            continue
        nearest = heads[k + 1] if k + 1 < len(heads) else len(lines)
        groups = any(i < t <= nearest for t in taken) and not _CEREMONY.match(line.text)
        holds = k + 1 < len(heads) and lines[nearest].size < line.size - 0.5 and nearest - i == 1 and nearest not in taken \
            and lines[nearest].page == line.page
        under = k > 0 and heads[k - 1] == i - 1 and lines[heads[k - 1]].size > line.size + 0.5 and _GROUP.match(lines[heads[k - 1]].text)
        supplement = re.search(r"\bsupplement\b", line.text, re.I) and k > 0
        if supplement or groups or holds or (sizes and line.size < min(sizes) - 0.5):
            continue
        if under or (_CEREMONY.match(line.text) and not (_GROUP.match(line.text) and any(i < t <= nearest for t in taken))):
            out.append(_Head(line, i, None, 0))
    return out


def _shouts(line: Line, lines: list[Line], i: int) -> bool:
    text = line.text
    if len(text) > 90 or text.endswith((".", ",", ";")) or not text[:1].isalpha():
        return False
    if text.isupper() and len(text) > 5:
        return True
    return line.bold and line.gap > 0.3 * line.size and (i + 1 >= len(lines) or not lines[i + 1].bold) and bool(_CEREMONY.match(text))


def _item(paper: Paper, pack: Pack, lines: list[Line], head: _Head, end: int, ids: Ids) -> AgendaItem | None:
    held = _title_lines(lines, head, end)
    texts = [head.line.text[head.start:], *(line.text for line in held[1:])]
    joined = join_lines(texts)
    tail = join_lines([line.text for line in lines[head.index + len(held):end][:4]])
    span = page_range(joined)
    if span is None and re.match(r"[(\[]\s*(?:pages?|tudalen)", tail, re.I):
        span = page_range(tail.split(")")[0].split("]")[0] + ")")
    title = joined
    if (inside := page_range(joined)) is not None:
        title = joined[:inside.start] + joined[inside.end:]
    who = None
    whole = join_lines([*texts, *(line.text for line in lines[head.index + len(held):end][:6])])
    for pattern in _PRESENTER:
        if match := pattern.search(whole):
            who = " ".join(match["who"].split())
            break
    under = lines[head.index + 1] if head.number is None and head.index + 1 < end else None
    if who is None and under is not None and _OFFICE.match(under.text):
        who = under.text
    title = re.sub(r"\s*\[[^\]]*\]?\s*$", "", title).strip()
    title = re.sub(r"\s+", " ", title).strip(" -–")
    if not title or (head.number is None and not _CEREMONY.match(title) and not title.isupper()):
        return None
    first = last = None
    if span is not None:
        a, b = pack.position(span.first), pack.position(span.last)
        if a is not None and b is not None and paper.last_page < a <= b:
            first, last = a, b
    section = _section(lines, head.index)
    number = head.number.rstrip(".") if head.number else None
    spots = places(held)
    exempt = bool(section and _EXEMPT.search(section) and not _OPEN.search(section)) or bool(re.search(r"\bexempt\s+(?:appendix|report|item|information)|\(exempt\)", title, re.I))
    return AgendaItem(item_id=ids("item", head.line.page), document_id=paper.document_id, source="agenda", number=number, agenda_number=number, title=title,
                      page=head.line.page, first_page=first, last_page=last, presenter=who, section=section, exempt=exempt,
                      evidence=Evidence.at([*spots, *places(held, "title")]), rule="agenda-number" if number else "agenda-standing-heading")


def _title_lines(lines: list[Line], head: _Head, end: int) -> list[Line]:
    """The heading's lines: those that go on at its text's left edge, in its type, without white space between."""
    held = [head.line]
    words = head.line.words
    skip = head.line.text[:head.start].count(" ")
    text_x = words[min(skip, len(words) - 1)].x0
    bold = words[min(skip, len(words) - 1)].bold
    for line in lines[head.index + 1:end]:
        before = held[-1]
        if line.page != before.page:
            break
        closes = re.match(r"[(\[]?\s*(?:pages?\s*)?\d+\s*[-–]\s*\d+\s*[)\]]", line.text, re.I) and "(Pages" in join_lines([h.text for h in held])
        if line.gap > 0.62 * line.size and not closes:
            break
        if line.gap > max(before.gap, 0.1 * line.size) * 1.6 + 1 and len(held) > 1:
            break
        if not closes and (line.x0 < text_x - 12 or (line.x0 > text_x + 40 and not line.text.startswith("("))) and head.number is not None and line.x0 != head.line.x0:
            break
        if _NOTE.match(line.text) and before.text[-1] not in ",-–" and not re.search(r"\b(?:and|or|of|the|to|for|in|on|a)$", before.text):
            break
        if (_BRACKET.match(line.text) and not re.match(r"\(\s*(?:pages?|tudalen)", line.text, re.I)) or abs(line.size - before.size) > 0.6:
            break
        if line.words[0].bold != bold and not closes and not line.text.startswith("("):
            break
        mark = marker(line.text)
        wrapped = mark is not None and mark.kind in ("decimal", "number") and not mark.style and abs(line.x0 - text_x) < 3 and before.text[-1] not in ".:;"
        if mark is not None and not closes and not wrapped and (mark.kind == "bullet" or line.x0 > head.line.x0 + 6 or mark.style):
            break
        if page_range(join_lines([h.text for h in held])) is not None and before.text.rstrip().endswith((")", "]")) and before.x1 < line.x1 - 150:
            break
        if head.number is None:
            break
        held.append(line)
        if len(held) > 14:
            break
    return held


def _section(lines: list[Line], index: int) -> str | None:
    """The nearest heading above that names a part of the agenda."""
    for line in reversed(lines[max(index - 60, 0):index]):
        text = line.text.strip()
        if len(text) < 90 and not _NUMBER.match(text) and (line.bold or text.isupper()) and not text.endswith((".", ",")) \
                and re.search(r"\b(?:items?|part|consent|business|calendar|session|matters|hearings?|exempt|confidential|press|public|reports|agenda)\b", text, re.I):
            return text
    return None
