"""Where one paper ends and the next begins: the evidence for each page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import LaidPage, Pack
from papermine.language.datewords import MONTH
from papermine.language.pages import left_column, page_column, page_range
from papermine.segment import evidence
from papermine.segment.openings import Opening, opening, stamp, top_lines
from papermine.segment.titles import STAMP

_OWN = re.compile(r"(?:page\s*)?\|?\s*(\d{1,3})(?:\s*(?:of|/)\s*(\d{1,3}))?\W*$", re.I)
_OWN_IN = re.compile(r"\bpage\s*(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?\b", re.I)
_LEFT_BLANK = re.compile(r"intentionally\s+(?:been\s+)?left\s+blank|left\s+intentionally\s+blank|gadael.{0,20}yn\s+wag", re.I)
_HEADING_NUMBER = re.compile(r"^\W*(\d{1,3}|[A-Z])[.)]?\s")


@dataclass(slots=True)
class Entry:
    """A page range of the agenda: the pages it sends to, as positions, and the words before it."""

    first: int
    last: int
    text: str


@dataclass(slots=True)
class Border:
    """A paper starts at ``page`` (position): which evidence says so, and what opens there."""

    page: int
    evidence: list[str] = field(default_factory=list)
    opening: Opening | None = None
    entry: Entry | None = None


def entries(pages: Sequence[LaidPage], pack: Pack) -> list[Entry]:
    """The page ranges that these pages of an agenda print, as positions in the file.

    "3. Minutes of the previous meeting (Pages 3 - 8)"; a range may stand on the line after, or be cut by it.
    """
    bare = any(re.search(r"\bpage(?:s\b|\(s\)|\b)(?:\s*(?:no\.?|nos\.?|number|ref\w*))?\s*$", line.text, re.I) for page in pages for line in page.lines) or any(
        page_column([(parts[-1][0], parts[-1][1].x0, parts[-1][1].x1) for line in page.lines if len(parts := line.segments()) > 1]) for page in pages)
    out: list[Entry] = []
    pending: list[str] = []
    lines = [line for page in pages for line in page.lines]
    cells = [line.segments(1.0) for line in lines]
    for k in sorted(left_column([(own[0][0], own[0][1].x0, own[1][0] if len(own) > 1 else "") for own in cells])):
        if (found := page_range(cells[k][0][0], bare=True)) and (first := pack.position(found.first)) is not None and first > pages[0].number:
            last = pack.position(found.last)
            out.append(Entry(first, last if last is not None and last >= first else first, lines[k].text[len(cells[k][0][0]):].strip()))
    if out:
        return out
    for line in lines:
        wide = bare and len(line.segments()) > 1 and re.fullmatch(r"\d{1,4}(?:\s*[-–—]\s*\d{1,4})?", line.segments()[-1][0]) is not None
        if _HEADING_NUMBER.match(line.text) and pending and page_range(" ".join(pending[-1:])) is None:
            pending = []
        pending.append(line.text)
        text = " ".join(pending[-4:])
        found = page_range(text, bare=wide)
        if found is None and page_range(line.text):
            text, found = line.text, page_range(line.text)
        if found and found.end > len(text) - len(line.text):
            first, last = pack.position(found.first), pack.position(found.last)
            if first is not None and first > pages[0].number:
                out.append(Entry(first, last if last is not None and last >= first else first, text[:found.start].strip()))
            pending = []
    return out


def left_blank(page: LaidPage) -> bool:
    """A blank page put in between two papers ("This page is intentionally left blank")."""
    return page.blank and bool(_LEFT_BLANK.search(page.text))


def own_number(page: LaidPage) -> int | None:
    """The paper's own page number, where it is printed beside (or without) the stamped label."""
    for line in [*page.foot, *page.head, *page.lines[-2:], *page.lines[:1]]:
        if 0.1 * page.height < line.top < 0.9 * page.height:
            continue
        m = _OWN.fullmatch(line.text.strip()) or (_OWN_IN.search(line.text) if len(line.text) < 90 else None)
        if m and m[1] != page.label:
            return int(m[1])
    return None


def running(page: LaidPage) -> set[str]:
    """The running heads and feet of the paper itself, numbers and stamps aside."""
    out = set()
    for line in [*page.head, *page.foot]:
        key = re.sub(r"[\d\W_]+", "", re.sub(r"\bpage\b", "", line.text.lower()))
        if len(key) > 5 and not STAMP.match(line.text) and not 0.065 * page.height < line.top < 0.9 * page.height:
            out.add(key)
    return out


def _running_change(before: LaidPage, earlier: LaidPage | None, page: LaidPage, after: Sequence[LaidPage]) -> bool:
    """Running words that stood on the two pages before are gone, or new ones begin that go on."""
    old, new = running(before), running(page)
    gone = old - new if earlier is not None and old & running(earlier) else set()
    come = (new - old) & running(after[0]) & running(after[1]) if len(after) > 1 else set()
    return bool((gone and not old & new) or (come and not old & new and not old))


def _size(page: LaidPage) -> tuple[int, int]:
    return round(page.width / 8), round(page.height / 8)


def _fresh_title(page: LaidPage) -> bool:
    """The page opens with a title: its first line is larger than its text, or a cover in large letters."""
    lines = top_lines(page, 3)
    return bool(lines) and (lines[0].size > 1.2 * page.body_size or max(ln.size for ln in lines) >= 16) and lines[0].text[:1].isupper()


def _cover(page: LaidPage) -> bool:
    """Few words in large letters, as on the cover of a plan."""
    return 0 < len(page.lines) < 16 and page.body_size >= 16


def _short(page: LaidPage) -> bool:
    """The page's text ends well above its foot."""
    return not page.lines or max(line.bottom for line in page.lines) < 0.72 * page.height


def _layout_change(before: LaidPage, page: LaidPage) -> str | None:
    """A new sheet size, orientation, or a cover."""
    a, b = _size(before), _size(page)
    if a != b and a != b[::-1]:
        return "new-sheet-size"
    if a != b and _short(before) and (_fresh_title(page) or before.width < before.height):
        return "new-orientation"
    if _cover(page) and not _cover(before) and before.body_size and before.body_size < 0.7 * page.body_size:
        return "cover"
    margin = [min((line.x0 for line in p.lines), default=0.0) for p in (before, page)]
    if _fresh_title(page) and abs(margin[0] - margin[1]) > 25 and page.body_size:
        return "new-margin"
    return None


def _padded(pack: Pack, firsts: list[int], blanks: int) -> bool:
    """Papers are filled up to an even number of pages (``blanks`` of them left blank), so that each begins on an odd label."""
    labels = [pack.labels[n - 1] for n in firsts]
    return blanks >= 2 and len(labels) >= 2 and all(label is None or (label.isdigit() and int(label) % 2 == 1) for label in labels)


def may_start(labels: list[str | None]) -> list[bool]:
    """For each page: is its place odd, counting on from the nearest stamp (of two as near, from the one before)?"""
    numbers = [(at, int(label)) for at, label in enumerate(labels) if label is not None and label.isdigit()]
    if not numbers:
        return [True] * len(labels)
    out, k = [], 0
    for at in range(len(labels)):
        while k + 1 < len(numbers) and numbers[k + 1][0] - at < abs(numbers[k][0] - at):
            k += 1
        near, number = numbers[k]
        out.append((number + at - near) % 2 == 1)
    return out


def borders(pack: Pack, agenda_last: int, sent: list[Entry]) -> list[Border]:
    """The pages after ``agenda_last`` (0: the file has no agenda) at which a paper begins."""
    pages = pack.pages
    firsts: dict[int, Entry] = {}
    for entry in sent:
        firsts.setdefault(entry.first, entry)
    looked = [(stamp(page), left_blank(page)) for page in pages]
    stamped = [n for n, (number, _) in enumerate(looked, 1) if number is not None]
    blanks = sum(blank for _, blank in looked)
    bundle = bool(agenda_last or stamped or blanks)
    padded = _padded(pack, [*firsts, *stamped], blanks)
    odd = may_start(pack.labels)
    marks = {page for title, page, level in pack.bookmarks if level == 0} if _paper_marks(pack) else set()
    out: list[Border] = []
    if agenda_last < len(pages):
        out.append(_border(pack, agenda_last, [], firsts))
    for before, page in itertools.pairwise(pages):
        i = page.number - 1
        if i <= agenda_last or page.blank:
            continue
        border = _border(pack, i, [], firsts)
        if page.number in firsts:
            border.evidence.append("agenda-range")
        if looked[i][0] is not None and looked[i][0] != looked[i - 1][0]:
            border.evidence.append("item-stamp")
        if page.number in marks:
            border.evidence.append("bookmark")
        if border.evidence:
            out.append(border)
            continue
        if padded and not odd[i]:
            continue
        if looked[i - 1][1] and bundle:
            border.evidence.append("after-blank")
        if border.opening and border.opening.sure and _believed(border, before, page, bundle) and (bundle or not _goes_on(border.opening, page, pages[out[-1].page - 1:i] if _minutes(out) else [])) and not _next_question(border, out):
            border.evidence.append(border.opening.rule)
        if out and border.opening and border.opening.rule == "report-part" and _after_appendix(out[-1]):
            border.evidence.append("report-part")
        if agenda_last and not sent and not stamped and not border.evidence and (_headed(page, before) or letter(page) or _resolution_sheet(page)):
            border.evidence.append("new-title")
        if out and not border.evidence and out[-1].opening is not None and out[-1].opening.kind == "report" and _outgrown(page, pages[out[-1].page - 1:i]):
            border.evidence.append("larger-title")
        if bundle and not border.evidence:
            change = _layout_change(_last_printed(pages, i), page)
            if change and (padded or change in ("new-sheet-size", "cover") or (change == "new-orientation" and _fresh_title(page))):
                border.evidence.append(change)
            number = own_number(page)
            if number == 1 and (own_number(before) or 0) != 0 and (padded or _fresh_title(page)):
                border.evidence.append("numbering-restarts")
            if padded and _running_change(before, pages[i - 2] if i > 1 else None, page, pages[i + 1:i + 3]):
                border.evidence.append("new-running-words")
        if border.evidence:
            out.append(border)
    return out


def _border(pack: Pack, i: int, evidence: list[str], firsts: dict[int, Entry]) -> Border:
    page = pack.pages[i]
    after = pack.pages[i + 1] if i + 1 < len(pack.pages) else None
    return Border(page.number, evidence, opening(page, after), firsts.get(page.number))


def _last_printed(pages: Sequence[LaidPage], i: int) -> LaidPage:
    """The last page before index ``i`` that is not blank."""
    return next((pages[k] for k in range(i - 1, -1, -1) if not pages[k].blank), pages[i - 1])


def _believed(border: Border, before: LaidPage, page: LaidPage, bundle: bool) -> bool:
    """May this opening start a paper here? In a file of one paper only headers and appendices do."""
    seen = border.opening
    if seen is None:
        return False
    low = not seen.lines or seen.lines[0].top > 0.33 * page.height
    if seen.kind == "agenda" or low:
        return False
    if seen.kind == "appendix":
        numbers = [_appendix_number(p) for p in (before, page)]
        return numbers[1] is None or numbers[0] != numbers[1]
    return bundle or seen.kind in ("report", "minutes", "decision")


def _minutes(out: Sequence[Border]) -> bool:
    """Are minutes the paper that is open?"""
    return bool(out) and out[-1].opening is not None and out[-1].opening.kind == "minutes"


def _goes_on(seen: Opening, page: LaidPage, minutes: Sequence[LaidPage]) -> bool:
    """Do the ``minutes`` before a page go on there, though a title or a report seems to open on it? They do where the title tells again whose minutes they are, and nobody comes and nothing begins below it,
    and at the report on an item where they have not told their end."""
    if seen.kind == "minutes":
        return bool(minutes) and evidence.weigh(top_lines(page, 26)).keys().isdisjoint({"began", "came", "roll", "others"})
    return seen.kind == "report" and seen.rule != "report-header" and bool(minutes) and all("ended" not in evidence.weigh(other.lines) for other in minutes)


def _next_question(border: Border, out: list[Border]) -> bool:
    """One more question of the paper of questions that is open."""
    seen = border.opening
    last = out[-1].opening if out else None
    return seen is not None and last is not None and seen.kind == last.kind == "questions" and not border.evidence


def _after_appendix(border: Border) -> bool:
    return border.opening is not None and border.opening.kind == "appendix"


def _headed(page: LaidPage, before: LaidPage) -> bool:
    """A centred title in capitals or large letters opens the page, and the page before ends early."""
    both_short = all(max((line.bottom for line in p.lines), default=0.0) < 0.7 * p.height for p in (before, page))
    lines = [line for line in [*(page.head if both_short else []), *page.lines[:2]] if line.top < 0.22 * page.height]
    ends = max((line.bottom for line in before.lines), default=0.0) < 0.86 * before.height
    return ends and any((line.text.isupper() or line.size > 1.2 * page.body_size) and len(line) < 12 and line.table is None
                        and abs(line.x0 + line.x1 - page.width) < 0.12 * page.width and line.x0 > 0.15 * page.width for line in lines)


def _outgrown(page: LaidPage, before: Sequence[LaidPage]) -> bool:
    """A title opens the page that is larger than all that the paper has printed before: that of something attached to it."""
    lines = top_lines(page, 2)
    return bool(lines) and lines[0].top < 0.3 * page.height and lines[0].size > 1.35 * page.body_size and _fresh_title(page) and all(
        line.size + 1.5 < lines[0].size for other in before for line in (*other.head, *other.lines))


_DATED = re.compile(rf"\W*(?:\w+day,?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?)\s+\d{{4}}\W*", re.I)
_SALUTES = re.compile(r"\W*(?:dear\s+\S.{0,60}|(?:re|subject)\s*:\s*\S.*)$", re.I)
_BLANK_MOVER = re.compile(r"(?:moved|seconded)(?:\s+by)?[\W_]*$", re.I)


def letter(page: LaidPage) -> bool:
    """A letter begins: its date stands alone in the upper part, "Dear …" or "Re: …" follows."""
    lines = top_lines(page, 30)
    at = next((i for i, line in enumerate(lines) if line.top < 0.45 * page.height and _DATED.fullmatch(line.text)), None)
    return at is not None and any(_SALUTES.match(line.text) for line in lines[at + 1:at + 14])


def _resolution_sheet(page: LaidPage) -> bool:
    """The form of a resolution that is to be moved: "RESOLUTION", and "Moved by" with nobody after it."""
    lines = top_lines(page, 16)
    return any(line.text.endswith("RESOLUTION") for line in lines[:8]) and sum(bool(_BLANK_MOVER.match(line.text)) for line in lines) > 1


def _appendix_number(page: LaidPage) -> str | None:
    """The appendix that the page's running head or first line names."""
    for line in [*page.head, *page.lines[:1]]:
        if m := re.match(r"\W*(?:appendix|annex|annexe|attachment)\s+(\w{1,3})\b", line.text, re.I):
            return m[1].upper()
    return None


def _paper_marks(pack: Pack) -> bool:
    """Do the outline's upper entries name papers: "Agenda", "3 Minutes of the previous meeting"?"""
    upper = [title for title, _, level in pack.bookmarks if level == 0]
    return len(upper) > 1 and bool(re.match(r"(?:public\s+)?(?:document\s+pack|agenda|rhaglen|front\s*sheet|summons)", upper[0].strip(), re.I))
