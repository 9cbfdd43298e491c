"""Headings of business without a number: the capital headings of United States agendas, standing business set apart by its style, and the
headings that divide an agenda."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.extract.agenda.numbers import Heading, item_number
from papermine.language.dates import find_dates
from papermine.language.pages import page_range

OPENER = re.compile(r"^\W*(?:meeting\s+)?(?:call(?:ed)?\s+to\s+order|roll\s+call|pledge\s+of\s+allegiance|salute\s+to\s+the\s+flag|flag\s+salute|invocation|adjourn(?:ment)?|moment\s+of\s+silence|opening\s+ceremonies)\b", re.I)
GROUP = re.compile(
    r"^\W*(?:consent|(?:consider(?:ation\s+of)?\s+)?(?:the\s+)?(?:adoption|approval)\s+of\s+the\s+consent\s+(?:calendar|agenda)\b.*|(?:planning|zoning|financial|legal|staff|licensing)(?:\s+(?:and|&)\s+\w+)?\s+matters|other business|new business|old business|unfinished business|regular (?:business|calendar|agenda|items)|(?:public|action|study|routine|discussion|business) agenda|action items?|discussion items?|general business|public hearings?(?:/.*)?|"
    r"(?:presentations?|proclamations?|delegations?|deputations?|petitions?)(?:(?:\s+and\s+|\s*[&/,]\s*)(?:presentations?|proclamations?|delegations?|deputations?|petitions?))+|presentations?|ceremonial\w*|workshop|business items?|informational? items?|(?:information only )?reports?(?:/items)?|items? (?:for|to be)\b.*|committee reports|[\w'’ &/.:]+ meeting(?: \([^)]*\))?|closed session|in[ -]camera(?: session)?|study session|"
    r"ordinances?|resolutions?|by-?laws?|delegations?(?:/\w+)?|deputations?|correspondence|staff reports?|(?:officers?['’]?|department(?:al)?|management) reports?|reports? of (?:officers|departments|committees|staff)|notices? of motions?|petitions?|meeting (?:business )?(?:items|guidelines)|special orders?.*|proclamations?.*|(?:part|section) [\divxab]+\b.*)(?: calendar| agenda| items?| business)?\W*$", re.I)
_CLOSED = re.compile(r"^\W*(?:conference (?:with|involving)\b|public employ(?:ee|ment)\b|liability claims?\b|licen[sc]e/permit determination|threats? to public services|"
                     r"case review/planning|charge or complaint involving|report involving trade secrets?|hearings? \(|pension fund investments?)", re.I)
"""How California's agendas describe business in closed session (Government Code section 54954.5, whose words they are)."""
_NO_BUSINESS = re.compile(r"\(items?\s+\d|^\W*(?:city\s+)?council\s+(?:chambers?|conference\s+room)\W*$", re.I)
"""Headings of numbered items ("NEW BUSINESS CONSENT (Items 4-5)"), and of the room in which they are taken."""
_AFTER = re.compile(r"^\W*(?:notices?\s+(?:to|regarding|of(?!\s+motions?\b))\b|(?:additional|important)\s+(?:notice|information)|certif\w+|affidavit|ADA\b|americans\s+with|dates?\s+of\s+(?:future|next)|upcoming\s+meetings?|notes?\s*:?$|"
                    r"information\s+for\b|for\s+further\s+information|contact\b|planning\s+(?:a|to)\b|public\s+access|speaker)", re.I)
STOPS = re.compile(
    r"^\W*(?:recommend\w*|\(?pages?\b|report\s+(?:of|by|from)\b|to\s+(?:receive|consider|note|approve|agree|discuss|confirm|sign|appoint|elect|declare|authorise)\b|contact\b|officer\b|lead\s+officer|presenter|"
    r"presented\s+by|estimated\s+time|time\s+estimate|staff\s+report|attachments?\b|see\s+(?:supplement|also|attached|report)|(?:agenda\s+)?item\s+type\b|(?:description|rationale|sponsors?)\s*:|legislative\s+history\b|append(?:ix|ices)(?:\s+[A-Z\d]{1,4})?\s*[-–—:]?\s*$|wards?\b|reasons?\b|members\s+(?:are|of|should|must|will)\b|please|note\s*:|council(?:lors)?\s+(?:is|are)|"
    r"cabinet\s+member\s*:|portfolio\b|key\s+decision|councillor\s|cllr\.?\s|mr\s|mrs\s|ms\s|purpose\b|action\s*:|proposed\s+(?:action|by)|moved\b|\(?copy\b|\(?enclos\w+|\(?attached|\(?report\b|\d{1,2}[.:]\d\d\s*(?:am|pm)?\s*$)|^[•\uf0b7▪◦○·*o-]\s", re.I)
_CLOSES = re.compile(r"^\W*(?:general business|clos(?:ure|e|ing)(?: of (?:the )?meeting)?|meeting clos(?:ure|es|ed))\W*$", re.I)
_STANDING = re.compile(
    r"^\W*(?:(?:welcome|introductions?)\b|apolog(?:y|ies)\b|declarations?\s+of\b|disclosures?\s+of\b|minutes\s+of\b|(?:confirmation|approval|adoption)\s+of\s+(?:the\s+)?(?:previous\s+)?(?:minutes|agenda)|previous\s+minutes|"
    r"matters\s+arising|public\s+(?:participation|questions?|forum|session|comments?|speaking)|(?:chair\w*'?s?|mayor'?s?|convener'?s?|clerk'?s?)\s+(?:announcements?|report|communications?|business)|correspondence|finance\b|planning\b|"
    r"(?:any\s+)?other\s+(?:competent\s+)?business|a\.?o\.?c?\.?b|date\s+(?:and\s+time\s+)?of\s+(?:the\s+)?next|next\s+meeting|urgent\s+business|exclusion\s+of|attendance|opening)", re.I)


def standing_above(lines: Sequence[Line], numbered: Sequence[Heading]) -> list[Heading]:
    """Standing business without a number just above number 1, in the style and at the edge of its title: "Apologies for absence" ⏎ "1. Minutes"."""
    if not numbered or numbered[0].path != ("1",) or not (head := numbered[0]).line.text[head.start:].strip():
        return []
    at = next(i for i, line in enumerate(lines) if line is head.line)
    line = lines[at - 1] if at else None
    edge = head.line.box_of(head.start, head.start + 1).x0
    first = line is not None and _STANDING.match(line.text) and abs(line.x0 - edge) < 3 and line.bold == head.line.style(head.line.text.count(" ", 0, head.start))[0] and line.page == head.line.page and len(line) < 8
    return [Heading(line, None, (line.text,), 0)] if line is not None and first else []


def standing_below(lines: Sequence[Line], numbered: Sequence[Heading]) -> list[Heading]:
    """Standing business without a number below the last of the numbered, in their style and at their edge: "12. Reserves" ⏎ "GENERAL BUSINESS:" ⏎ "CLOSURE:"."""
    tops = [h for h in numbered if len(h.path) == 1]
    if len(tops) < 3 or tops[-1] is not numbered[-1] or not tops[-1].line.bold:
        return []
    model = tops[-1].line
    below = lines[next(i for i, line in enumerate(lines) if line is model) + 1:]
    return [Heading(line, None, (line.text,), 0) for line in below if (_STANDING.match(line.text) or _CLOSES.match(line.text)) and len(line) < 8 and same_style(line, model)
            and not _AFTER.match(line.text) and abs(line.x0 - model.x0) < 4 and line.gap > 0.4 * line.size]


def capital_headings(lines: Sequence[Line], numbered: Sequence[Heading]) -> list[Heading]:
    """Unnumbered headings of business, as United States agendas print them ("CALL TO ORDER" … "ADJOURNMENT")."""
    marked = {id(h.line) for h in numbered}
    openers = [i for i, line in enumerate(lines) if id(line) not in marked and OPENER.match(line.text) and len(_lead(line).split()) < 9 and (line.bold or _capitals(line.text) or line.bold_prefix.endswith(":"))]
    if not openers:
        return []
    last = next((i for i in reversed(openers) if re.search(r"adjourn", lines[i].text, re.I)), len(lines) - 1)
    choices = [_like(lines, lines[k], openers[0], last, marked) for k in openers]
    heads = max(choices, key=len)
    model = lines[heads[0]] if heads else lines[openers[0]]
    heads = [i for i in heads if not i or not any(h.line is lines[i - 1] or lines[i - 1] in h.title for h in numbered) or lines[i].size > numbered[0].line.size + 0.5 or lines[i].gap > 0.9 * lines[i].size or (lines[i].bold and not lines[i - 1].bold and len(lines[i - 1]) > 2)]
    out: list[Heading] = []
    for k, i in enumerate(heads):
        stop = heads[k + 1] if k + 1 < len(heads) else last + 1
        inside = lines[i + 1:stop]
        if any(id(line) in marked for line in inside) and not (OPENER.match(lines[i].text) and (i == heads[-1] or (numbered[0].line in inside and same_style(lines[i], numbered[0].line)))):
            continue  # it groups them, but for the last opening, after which the business is numbered: "PLEDGE OF ALLEGIANCE" ⏎ "1. APPROVAL OF AGENDA"
        if _NO_BUSINESS.search(lines[i].text):
            continue
        if closed := [line for line in inside if _CLOSED.match(line.text) and _capitals(line.text) and len(line) < 16]:
            out += [Heading(line, None, ("", line.text), 0) for line in closed]
            continue
        if GROUP.match(lines[i].text):
            out += [Heading(line, None, ("", line.text), 0) for line in inside if line.text.isupper() and 2 < len(line) < 20 and line.size > model.size * 0.7 and not GROUP.match(line.text) and not re.search(r"\bSUPPLEMENT\b", line.text)][:1]
            continue
        out.append(Heading(lines[i], None, (lines[i].text,), 0))
    return out


def standing(lines: Sequence[Line]) -> list[Heading]:
    """Unnumbered headings of an agenda set apart by their style alone: at least two of them are standing business."""
    known = [i for i, line in enumerate(lines) if _STANDING.match(line.text) and len(line) < 12 and (line.bold or line.text.isupper()) and not line.text.rstrip().endswith((".", ","))]
    if len(known) < 2:
        return []
    model = lines[known[0]]
    like = [i for i, line in enumerate(lines) if i >= known[0] and same_style(line, model) and abs(line.x0 - model.x0) < 4 and len(line) < 20 and line.text[0].isupper()
            and not _AFTER.match(line.text) and not STOPS.match(line.text)]
    heads = [i for i in like if i == known[0] or not (i - 1 in like and lines[i].gap < 0.4 * lines[i].size and lines[i].page == lines[i - 1].page)]
    return [Heading(lines[i], None, (lines[i].text,), 0) for i in heads] if len(heads) > 2 else []


def _like(lines: Sequence[Line], model: Line, first: int, last: int, marked: set[int]) -> list[int]:
    """The unnumbered lines set like the heading ``model``, or led by words that are: "**OLD BUSINESS:** none"."""
    return [i for i, line in enumerate(lines) if first <= i <= last and id(line) not in marked and (line.bold == model.bold or _led(line, model)) and (_capitals(_lead(line)) == _capitals(_lead(model)) or (line.bold and OPENER.match(line.text) is not None))
            and abs(line.size - model.size) < 1.1 and len(_lead(line).split()) < 16 and line.size >= model.size - 0.3 and item_number(line.text) is None and line.text[0].isalpha()
            and not _AFTER.match(line.text) and not _FILED.match(line.text) and (line.gap > 0.35 * line.size or i == first or line.page != lines[i - 1].page)]


_FILED = re.compile(r"\W*(?:legislative\s+history|attachments?|sponsors?)\b\W*", re.I)
"""Labels of a clerk's file under its title."""


def _led(line: Line, model: Line) -> bool:
    """The line begins, at the edge of the bold heading ``model``, with bold words of its own that end with a colon."""
    return model.bold and abs(line.x0 - model.x0) < 9 and line.bold_prefix.endswith(":") and len(line.bold_prefix.split()) < 9


def _lead(line: Line) -> str:
    """The bold words that the line begins with, where plain ones follow; else all its words."""
    return line.bold_prefix if not line.bold and line.bold_prefix.endswith(":") else line.text


def sections_in(lines: Sequence[Line], found: dict[int, Heading]) -> set[int]:
    """Headings that divide the agenda: bold or capital lines without a number, no part of a title."""
    out: set[int] = set()
    firsts = [i for i, line in enumerate(lines) if id(line) in found]
    if not firsts:
        return out
    edge = lines[firsts[0]].x0
    for i, line in enumerate(lines):
        if i < firsts[0] - 3 or find_dates(line.text) or not line.text[0].isalnum() or (line.x0 > edge + 16 and line.x0 < 140):
            continue
        if id(line) in found or len(line) > 14 or item_number(line.text) is not None or page_range(line.text):
            continue
        loud = line.bold or (line.text.isupper() and len(line.text) > 5)
        before = lines[i - 1] if i else None
        titled = before is not None and (id(before) in found or before.bold) and line.gap < 0.6 * line.size and line.page == before.page
        if loud and not titled and re.search(r"[A-Za-z]{3}", line.text) and not STOPS.match(line.text):
            out.add(id(line))
    return out


def _capitals(text: str) -> bool:
    """In capitals, whatever a bracket adds: "CONSENT CALENDAR (Items 1-2)"."""
    return re.sub(r"\([^()]*\)", "", text).isupper()


def same_style(a: Line, b: Line) -> bool:
    """Set alike: boldness, capitals and size."""
    return a.bold == b.bold and a.text.isupper() == b.text.isupper() and abs(a.size - b.size) < 0.5
