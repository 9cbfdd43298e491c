"""Agendas → their headings of business: numbered runs, sub-numbers, and what `unnumbered` finds."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.extract.agenda.numbers import FILE_NUMBER, Heading, after, item_number, number_end, skips, sub_number
from papermine.extract.agenda.unnumbered import GROUP, OPENER, capital_headings, same_style, sections_in, standing, standing_above, standing_below
from papermine.language.pages import page_range
from papermine.language.person import is_person

_AGENDA = re.compile(r"^\W*(?:[\w'’&]+\s+){0,6}(?:agenda|a\s+g\s+e\s+n\s+d\s+a|b\s+u\s+s\s+i\s+n\s+e\s+s\s+s|business|cl[aá]r|rhaglen)\b\W*(?:$|&|and\b|\d|[-–—])", re.I)
def headings(lines: list[Line]) -> list[Heading]:
    """The headings of business, in order, each with the lines under it."""
    start = next((i for i, line in enumerate(lines) if _AGENDA.match(line.text) and (line.bold or not line.text[:1].islower()) and len(line) < 14 and re.match(r"\W*\d", line.text) is None), -1) + 1
    numbered = _numbered(lines[start:])
    if start and len(more := _numbered(lines)) > 1.6 * len(numbered):
        numbered, start = more, 0
    numbered = [*standing_above(lines[start:], numbered), *numbered, *standing_below(lines[start:], numbered)]
    plain = capital_headings(lines[start:], numbered) or ([] if len(numbered) > 2 else standing(lines[start:]))
    if plain and len(numbered) < 3 and not any(h.path[0] == "" for h in plain) and len(plain) > 3 * len(numbered):
        if (usual := standing(lines[start:])) and numbered and all(_numbered_page(h.line) for h in numbered):
            at = {id(line): i for i, line in enumerate(lines)}
            ends = [*(at[id(h.line)] for h in plain[1:]), len(lines)]  # "Agenda items" ⏎ "1 Review of Policy .... 3" groups them
            plain = [h for h, end in zip(plain, ends, strict=True) if not any(at[id(h.line)] < at[id(n.line)] < end for n in numbered)]
        elif usual:
            numbered = []
    found = {id(h.line): h for h in [*numbered, *plain]}
    for told in [*_told_only(lines[start:], list(found.values())), *_motions(list(found.values()))]:
        del found[id(told.line)]
    tops = list(found.values())
    groups = _groups(tops, lines)
    out: list[Heading] = []
    section: str | None = None
    title: Line | None = None
    current: Heading | None = None
    dividing = sections_in(lines[start:], found)
    for line in lines[start:]:
        if id(line) in found:
            current = found[id(line)]
            if title is not None and same_style(title, line) and current.path[0] != "":
                section = None
            current.section = section
            out.append(current)
            continue
        if id(line) in dividing:
            section, title, current = line.text.strip(" :"), line, None
            continue
        if current is not None:
            current.under.append(line)
    kept = []
    for k, heading in enumerate(out):
        if heading.number is not None and heading.path in groups and not page_range(heading.line.text):
            for child in out[k + 1:]:
                if child.path[:-1] == heading.path:
                    child.section = heading.line.text[heading.start:].strip(" :")
            continue
        kept.append(heading)
    return kept


def _groups(found: Sequence[Heading], lines: Sequence[Line]) -> set[tuple[str, ...]]:
    """Numbers whose headings only group: two or more sub-items, or one under "Public Hearing" and the like, or close below a louder heading, or next below it in its style."""
    children = Counter(h.path[:-1] for h in found if len(h.path) > 1)
    by = {h.path: h for h in found}
    only = {h.path[:-1] for h in found if len(h.path) > 1 and (up := by.get(h.path[:-1])) is not None and _louder(up.line, h.line) and not OPENER.match(up.line.text[up.start:])}
    below = {id(a): b for a, b in itertools.pairwise(lines)}
    only |= {h.path[:-1] for h in found if len(h.path) > 1 and ("." in (h.number or "") or h.number == h.path[-1]) and (up := by.get(h.path[:-1])) is not None and below.get(id(up.line)) is h.line and same_style(up.line, h.line)}
    groups = {path for path, count in children.items() if count > 1 or path in only or (path in by and GROUP.match(by[path].line.text[by[path].start:]))}
    return groups | {path[:-1] for path in groups if len(path) > 1}


def _told_only(lines: Sequence[Line], found: Sequence[Heading]) -> list[Heading]:
    """Numbered sentences under louder headings say what is to be done with those: "**1. Order of business**" ⏎ "1.1 Including any notices of motion submitted as urgent."

    A sub-number that stands alone under its heading, in plain words that end with a stop and name no pages.
    """
    children = Counter(h.path[:-1] for h in found if len(h.path) > 1)
    by = {h.path: h for h in found}
    marked = {id(h.line) for h in found}
    out: list[Heading] = []
    for k, line in enumerate(lines):
        h = next((h for h in found if h.line is line and len(h.path) == 2), None)
        if h is None or children[h.path[:-1]] > 1 or (up := by.get(h.path[:-1])) is None or not up.line.bold or line.bold or (
                GROUP.match(up.line.text[up.start:]) and not re.match(r"(?:to|if|any|including|members|the)\b", line.text[h.start:], re.I)):
            continue
        block = [line]
        for other in lines[k + 1:k + 5]:
            if id(other) in marked or other.gap > 0.5 * other.size or other.page != line.page:
                break
            block.append(other)
        text = " ".join(other.text for other in block)
        if text.rstrip().endswith(".") and len(text) > 60 and len(line) > 4 and page_range(text) is None and not _numbered_page(line) and not _set_in_columns(line):
            out.append(h)
    return out


_MOTION = re.compile(r"(?:submitted |proposed )?(?:in the names? of|by)\b(?!-)|(?:cllrs?|councill?ors?|ald(?:erman)?)\b\.?\s[^“‘\x22]{2,60}?[-–—:]\s*[“‘\x22]?that\b|[“‘\x22]?that\s+(?:this|the)\b|(?P<who>(?:cllrs?|councill?ors?|ald(?:erman)?)\b\.?(?:\s[A-Z][\w.'’-]*){1,4})\s*:?$", re.I)
_MOTIONS = re.compile(r"(?:to consider )?(?:the following )?(?:notices? of )?motions?\b(?!\s+(?:to|for|that)\b)", re.I)


_PLURAL = re.compile(r"\b(?:items|matters|business|reports)\W*$", re.I)
"""A heading of several, and none of them below it: "C. Urgent non-exempt items"."""


def _motions(found: Sequence[Heading]) -> list[Heading]:
    """What members move, counted below "Notices of Motion", is no business of its own: "(a) In the name of Cllr Day: …", "4.1 Cllr Day – “That …”"."""
    over = {h.path for h in found if _MOTIONS.match(h.line.text[h.start:])}
    return [h for h in found if h.path[:-1] in over and (m := _MOTION.match(h.line.text[h.start:])) is not None and (m["who"] is None or is_person(m["who"]))]


def _louder(line: Line, below: Line) -> bool:
    """Is ``line`` set louder than the line close below it: bold over plain, or capitals over small letters?"""
    near = line.page == below.page and 0 <= below.top - line.bottom < 1.3 * line.size
    return near and ((line.bold and not below.bold) or (line.text.isupper() and not below.text.isupper() and line.bold == below.bold))


def _numbered(lines: Sequence[Line]) -> list[Heading]:
    """The longest run of numbered headings at one left edge, with the sub-numbered ones between them."""
    marked = [Heading(line, *got) for line in lines if (got := item_number(line.text)) is not None]
    filed = [h for h in marked if FILE_NUMBER.match(h.line.text[h.start:])]
    if len(filed) > 2 and not (all(len(h.path) > 1 and h.path[1].isdigit() for h in filed) and any(len(_run(h, [m for m in marked if len(m.path) == 1])) > 2 for h in marked if h.path == ("1",))):
        return filed  # each item with its file number, "1.A 21-0177 Approve …"
    tops = [h for h in marked if len(h.path) == 1]
    best: list[Heading] = []
    for first in tops:
        if any(first is h for h in best):
            continue
        if (run := _run(first, tops)) and _worth(run) > _worth(best):
            best = run
    if (letters := _lettered(tops, best)) is not None:
        best = letters
    subs = [h for h in marked if len(h.path) > 1]
    if not best or (len(subs) > 1 and _worth(best) < 2):
        best = []
    at = {id(line): i for i, line in enumerate(lines)}
    below = [*_decimals(subs, best, at), *_below(lines, best, at)]
    if best and best[0].path[0].isalpha() and any((h.number or "").isdigit() and abs(h.line.x0 - best[0].line.x0) < 4 for h in below):  # at the edge of their items they only divide these, but for what opens and closes the meeting
        best = [h for h in best if any(child.path[0] == h.path[0] for child in below) or OPENER.match(h.line.text[h.start:]) or not (GROUP.match(h.line.text[h.start:]) or _PLURAL.search(h.line.text[h.start:]))]
    out = [*best, *below]
    return sorted(out, key=lambda h: at[id(h.line)])


def _decimals(subs: Sequence[Heading], best: Sequence[Heading], at: dict[int, int]) -> list[Heading]:
    """Sub-numbered headings ("4.1", "2b") under those of ``best``, or alone."""
    out: list[Heading] = []
    lasts: dict[int, tuple[str, ...]] = {}
    edges = {depth: _usual([h.line.x0 for h in subs if len(h.path) == depth]) for depth in {len(h.path) for h in subs}}
    filed = [h for h in subs if best and h.path[0].isalpha() and h.path[1].isdigit() and best[0].path[0].isdigit() and abs(h.line.x0 - best[0].line.x0) < 9]
    alone = len(filed) == 1 and at[id(filed[0].line)] > at[id(best[-1].line)] and abs(filed[0].line.x0 - best[-1].line.x0) < 3 and filed[0].line.bold == best[-1].line.bold  # "P1." of the private business, after the last of the rest
    if (len(filed) > 1 or alone) and all(after(a.path[1], b.path[1]) for a, b in itertools.pairwise(filed)) and filed[0].path[1] == "1" and len({h.path[0] for h in filed}) == 1:
        out, subs = filed, [h for h in subs if h not in filed]  # "C1.", "C2." of a consent calendar beside "1.", "2." of the rest
    for sub in subs:
        parent = next((h for h in reversed(best) if at[id(h.line)] < at[id(sub.line)]), None)
        orphan = sub.path[0] == "1" if parent is None else after(parent.path[0], sub.path[0])
        if best and not orphan and (parent is None or parent.path[0] != sub.path[0]):
            continue
        depth, last = len(sub.path), lasts.get(len(sub.path))
        if last is not None and last[:-1] == sub.path[:-1] and not after(last[-1], sub.path[-1]):
            continue
        if (last is None or last[:-1] != sub.path[:-1]) and sub.path[-1] not in ("1", "01", "A", "a", "I", "i") and best:
            continue
        if depth > 2 and lasts.get(2) != sub.path[:2]:
            continue
        if abs(sub.line.x0 - edges[depth]) > 14:
            continue
        lasts[depth] = sub.path
        out.append(sub)
    return out


def _usual(edges: Sequence[float]) -> float:
    """The left edge that most share, to within a few points; of as many, the one met first."""
    return max(edges, key=lambda x0: sum(abs(x0 - other) < 4 for other in edges))


def _lettered(tops: Sequence[Heading], best: Sequence[Heading]) -> list[Heading] | None:
    """The lettered or Roman headings ("A. CALL TO ORDER") that hold numbered items further in, or set less loud, where ``best`` are those items."""
    if not best or not best[0].path[0].isdigit():
        return None
    firsts = [h for h in tops if h.path[0] in ("A", "I") and h.line.x0 < best[0].line.x0 + 3]
    runs = [run for first in firsts if len(run := _run(first, [h for h in tops if not h.path[0].isdigit()])) > 2]
    found = max(runs, key=len, default=None)
    if found is None:
        return None
    louder = abs(found[0].line.x0 - best[0].line.x0) < 3 and tops.index(found[0]) < tops.index(best[0]) and all(h.line.bold for h in found) and not any(h.line.bold for h in best)
    return found if louder or found[0].line.x0 < best[0].line.x0 - 4 else None


def _below(lines: Sequence[Line], best: Sequence[Heading], at: dict[int, int]) -> list[Heading]:
    """Items numbered afresh (or lettered) under headings that group: "E. CONSENT AGENDA" ⏎ "1. Approve …", "4. DELEGATIONS" ⏎ "a) …".

    Letters under a numbered heading of another name are items where their pages are printed, or where they stand directly below it as those of the groups do.
    """
    out: list[Heading] = []
    doubtful: list[list[Heading]] = []
    roman = bool(best) and best[0].path[0] == "I"  # "IV. ORDINANCES" ⏎ "A. Parking"
    for k, parent in enumerate(best):
        i, stop = at[id(parent.line)], at[id(best[k + 1].line)] if k + 1 < len(best) else len(lines)
        lettered = parent.path[0].isalpha()
        title = parent.line.text[parent.start:]
        group = GROUP.match(re.sub(r"\s*\(items?\s[^()]*\)", "", title, flags=re.I)) or _MINUTES.match(title) or not title.strip()  # "6." ⏎ "(a) Park lease" ⏎ "(b) Road works"
        if not lettered and page_range(parent.line.text):
            continue
        children: list[Heading] = []
        for line in lines[i + 1:stop]:
            got = sub_number(line.text)
            if got is None or (got[0].isdigit() != lettered and not got[0].islower() and not (roman and len(got[0]) == 1)):
                continue
            first = not children and (got[0].lower() in ("1", "a", "i") or (out and got[0].isdigit() and after(out[-1].number or "", got[0])))
            if first or (children and after(children[-1].number or "", got[0]) and abs(line.x0 - children[0].line.x0) < 12):
                children.append(Heading(line, got[0], (*parent.path, got[0]), got[1]))
        own = [_paged(lines[at[id(child.line)]:stop]) for child in children]
        paged = any(own) and all(own[n] or _TO_FOLLOW.search(child.line.text) for n, child in enumerate(children)) and (len(children) > 1 or all(same_style(line, parent.line) and line.gap < 0.6 * line.size for line in lines[i + 1:at[id(children[0].line)]]))
        told = any(re.match(r"to\s+[a-z]", child.line.text[child.start:], re.I) for child in children) or all(is_person(child.line.text[child.start:].strip()) for child in children)
        beneath = lettered and parent.line.bold and not children[0].line.bold if children else False
        if not children or (children[0].line.x0 <= parent.line.x0 + 4 and not ((paged or beneath or (group and children[0].path[-1].islower())) and abs(children[0].line.x0 - parent.line.x0) < 3)):
            continue
        first_at = at[id(children[0].line)]
        directly = all(same_style(line, parent.line) and line.gap < 0.6 * line.size for line in lines[i + 1:first_at])
        goes_on = lettered and bool(out) and after(out[-1].number or "", children[0].number or "") and abs(children[0].line.x0 - out[-1].line.x0) < 3
        if group or paged or goes_on or (lettered and directly) or (directly and any(own) and not told):
            out += children
        elif directly and not told:
            doubtful.append(children)
    lettered_below = [children for children in doubtful if (children[0].number or "").isupper()]
    if len(lettered_below) > 2 and len(lettered_below) == len(doubtful):
        out += [child for children in lettered_below for child in children]  # "2. Reports" ⏎ "A. Treasurer's report", under each
    if len(loud := [children for children in doubtful if children[0].line.bold and same_style(lines[at[id(children[0].line)] - 1], children[0].line)]) > 1:
        out += [child for children in loud for child in children if child not in out]
    edges = [(child.line.x0, (child.number or "").isupper(), bool(child.line.bold_prefix)) for child in out if not (child.number or "").isdigit()]
    for children in doubtful:
        if children[0] not in out and any(abs(children[0].line.x0 - x0) < 3 and (children[0].number or "").isupper() == upper and bool(children[0].line.bold_prefix) == bold for x0, upper, bold in edges):
            out += children
    return out


_MINUTES = re.compile(r"(?:committee\s+)?minutes(?:\s+of\s+(?:previous\s+)?(?:meetings?|committees))?\s*(?::\W*)?$", re.I)
"""A heading over the minutes of several meetings, each with its letter: "3. Minutes:-" ⏎ "(a) Minute of Meeting of 11 May"."""
_TO_FOLLOW = re.compile(r"[(\[–-]\s*(?:reports?\s+)?to\s+follow\s*[)\]]?\s*$|\bto\s+be\s+tabled\b", re.I)


_ENCLOSED = re.compile(r"\((?:copy|copies|report|paper|minutes?)\s+(?:attached|enclosed|herewith)\b[^()]*\)\s*$", re.I)


def _set_in_columns(line: Line) -> bool:
    """Words stand in a column beside the title: "4.1 Long-Service Award | To thank Mr Day for ten years of service."."""
    cells = line.segments()
    return len(cells) > (2 if re.fullmatch(r"[\w.()]{1,6}", cells[0][0]) else 1)


def _numbered_page(line: Line) -> bool:
    """The line ends with a page, or pages, in a column of their own: "A. Liquor Sales License    8"."""
    cells = line.segments()
    return len(cells) > 1 and re.fullmatch(r"\d{1,4}(?:\s*[-–—]\s*\d{1,4})?", cells[-1][0].strip()) is not None


def _paged(lines: Sequence[Line]) -> bool:
    """Is the title that begins on the first line followed by a page range of its own, or by a copy: "(a) Quarter 1 Revenue Monitoring (Pages 9 - 14)", "(i) Minute of the Board (copy herewith)"?"""
    if lines and _numbered_page(lines[0]):
        return True
    for count in range(1, 4):
        text = " ".join(line.text for line in lines[:count])
        if (found := page_range(text)) is None and _ENCLOSED.search(text):
            return True
        if found is not None or (count < len(lines) and sub_number(lines[count].text) is not None):
            return found is not None
    return False


def _run(first: Heading, tops: Sequence[Heading]) -> list[Heading]:
    """Headings that count on from ``first`` at its left (or right) edge; a new section may start again at 1."""
    run = [first]
    begun = False
    for h in tops:
        if h is first:
            begun = True
            continue
        if not begun:
            continue
        aligned = abs(h.line.x0 - first.line.x0) < 9 or abs(number_end(h) - number_end(first)) < 3
        if not aligned:
            continue
        if after(run[-1].path[0], h.path[0]) or (skips(run[-1].path[0], h.path[0], 8 if h.line.bold and run[-1].line.bold and h.line.size == first.line.size else 3) and abs(h.line.x0 - first.line.x0) < 2) or (h.path[0] in ("1", "A") and h.path[0].isdigit() == first.path[0].isdigit() and run[-1].path[0] != h.path[0] and len(run) > 1 and h.line.bold == first.line.bold and _again(h, tops, first)):
            run.append(h)
    return run


def _again(h: Heading, tops: Sequence[Heading], first: Heading) -> bool:
    """A second list that starts at 1 belongs to the agenda if it looks the same to the point."""
    return abs(h.line.x0 - first.line.x0) < 2 and abs(h.line.size - first.line.size) < 0.3 and h.line.gap > 0.4 * h.line.size


def _worth(run: Sequence[Heading]) -> float:
    """Length counts; page ranges and bold headings count more."""
    if not run:
        return 0.0
    starts = run[0].path[0] in ("1", "A", "01", "I")
    ranged = sum(page_range(h.line.text) is not None for h in run)
    ends = sum(h.line.text.rstrip().endswith((".", ";")) and len(h.line.text) > 70 for h in run)
    restarts = sum(h.path[0] in ("1", "A") for h in run[1:])
    return len(run) - 3 * restarts + 0.7 * starts + ranged + 0.3 * sum(bool(h.line.bold_prefix) for h in run) - 0.6 * ends - 0.1 * (run[0].line.x0 > 110)

