"""Pages → papers: where one paper of a pack ends and the next begins, and what kind each is."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import LaidPage, Line, Pack, Paper, PaperKind
from papermine.language.pages import page_range
from papermine.segment.borders import Border, Entry, borders, entries, left_blank, letter
from papermine.segment.formlabels import label_of
from papermine.segment.minuted import present
from papermine.segment.openings import asks, inline_report, opening, report_sections, stamp, top_lines
from papermine.segment.titles import AGENDA, MINUTES, PROGRAMME, QUESTIONS

_PLANNED = re.compile(r"\b(?:work|forward)\s+(?:programme|plan)\b", re.I)
"""The head of a column in a table of future business: "Date of Meeting | Work Programme | Responsible Officer"."""
_ITEM = re.compile(r"^\W*(?:item\s+)?(?:\d{1,3}|[A-Z])\s?[.):]?\s+\S")



def split(pack: Pack) -> list[Paper]:
    """The papers of a pack, in order, without gaps; every page belongs to one."""
    if not pack.pages:
        return []
    agenda_last, sent = _agenda(pack)
    found = borders(pack, agenda_last, sent)
    papers: list[Paper] = []
    if agenda_last:
        title = _title_lines(pack.pages[0])
        papers.append(Paper("agenda", pack.pages[:agenda_last], " ".join(ln.text for ln in title) or None, title, "front-sheet"))
    ends = [*(border.page - 1 for border in found[1:]), len(pack.pages)]
    for border, end in zip(found, ends, strict=False):
        pages = pack.pages[border.page - 1:end]
        kind, rule = _kind(border, pages, papers, sent, bool(agenda_last))
        lines = _title_lines(pages[0])
        papers.append(Paper(kind, pages, " ".join(ln.text for ln in lines) or None, lines, rule))
    return papers


def _agenda(pack: Pack) -> tuple[int, list[Entry]]:
    """The last page of the agenda that opens the file (0: none does), and the page ranges it prints."""
    head = pack.pages[:4]
    start = next((i for i, page in enumerate(head) if (o := opening(page)) and o.kind == "agenda"), None)
    seen = opening(pack.pages[0], pack.pages[1] if len(pack.pages) > 1 else None)
    if start is None or (seen is not None and seen.kind not in ("agenda", "questions", "work_programme")) or (start and not _front(pack, start)):
        return 0, []
    last = start
    inline = any(inline_report(page) for page in pack.pages)  # reports are set one after another under the agenda's items
    for i in range(start + 1, len(pack.pages)):
        page = pack.pages[i]
        if not page.blank:
            seen = opening(page, pack.pages[i + 1] if i + 1 < len(pack.pages) else None)
            starts = seen is not None and seen.sure and seen.kind not in ("agenda", "questions") and seen.lines[0].top < 0.3 * page.height and not _listing(page) and not (
                seen.rule == "numbered-report" and inline)
            if stamp(page) is not None or starts or (i > start + 40 and not inline):
                break
            firsts = [entry.first for entry in entries(pack.pages[:i], pack)]
            if firsts and page.number >= min(firsts) and not _repeats(page, pack.pages[:i]):
                break
            if letter(page) and not (seen and seen.kind == "agenda"):
                break
            if left_blank(pack.pages[i - 1]) and not _listing(page) and not (seen and seen.kind == "agenda"):
                break
            if page.label == "1" and pack.pages[i - 1].label is None and last >= start:
                break
        last = i
    return last + 1, entries(pack.pages[:last + 1], pack)


def _front(pack: Pack, start: int) -> bool:
    """The pages before the word "Agenda" are its front sheet: they print a date or nothing, and no other opening."""
    return all((o := opening(page)) is None or not o.sure or o.kind in ("agenda", "questions") for page in pack.pages[:start])


_CONTENT = re.compile(r"\W*(?P<number>\d{1,2}(?:\.\d{1,2})?)[.):]?\s+(?P<title>[A-Z][^.…_]{3,60})")


def _repeats(page: LaidPage, before: Sequence[LaidPage]) -> bool:
    """The agenda goes on below its table of contents: three headings at least are those of its items, with the numbers that it gives them."""
    def headed(lines: Sequence[Line]) -> set[tuple[str, str]]:
        return {(m["number"], re.sub(r"[\W\d]+", "", m["title"]).lower()[:24]) for line in lines if (m := _CONTENT.match(line.text))}
    return len(headed([line for line in page.lines if line.bold or line.text.isupper()]) & headed([line for p in before for line in p.lines])) > 2


def _listing(page: LaidPage) -> bool:
    """The page goes on listing items with page ranges."""
    return any(page_range(line.text) for line in page.lines)


def _kind(border: Border, pages: Sequence[LaidPage], before: list[Paper], sent: list[Entry], pack_has_agenda: bool) -> tuple[PaperKind, str]:
    """What kind of paper begins at ``border``, and the rule that says so."""
    seen, rule = border.opening, "+".join(border.evidence) or "first-page"
    item_start = "agenda-range" in border.evidence or "item-stamp" in border.evidence or any(entry.first == border.page for entry in sent)
    if seen is not None and seen.kind != "agenda" and (seen.sure or seen.kind == "minutes" or seen.rule in border.evidence or (item_start and seen.kind == "report")):
        if seen.kind == "report" and _form(pages[0]):
            return "appendix" if before else "other", rule
        return seen.kind, f"{rule}:{seen.rule}"
    if border.entry is not None:
        words = border.entry.text
        if re.search(r"\bminutes\b|\bcofnodion\b", words[-160:], re.I) and any(present(page.lines[:40]) for page in pages[:2]):
            return "minutes", f"{rule}:item-title"
        if PROGRAMME.search(words[-90:]) or re.search(r"\b(?:work|forward)\s+(?:programme|plan)\b", words[-90:], re.I):
            return "work_programme", f"{rule}:item-title"
        if re.search(r"\b(?:questions?|petitions?|statements?|deputations?)\b.{0,40}$", words, re.I) and any(
                QUESTIONS.match(line.text) for line in top_lines(pages[0], 10)):
            return "questions", f"{rule}:item-title"
    if seen is not None and seen.kind == "agenda" and not before:
        return "agenda", f"{rule}:{seen.rule}"
    if before and not item_start and "new-title" not in border.evidence and before[-1].kind in ("report", "appendix", "minutes", "decision", "work_programme") and (pack_has_agenda or sent or "larger-title" in border.evidence):
        return "appendix", rule
    if (item_start or "new-title" in border.evidence) and (_reported(pages) or (item_start and asks(pages[:6]))):
        return "report", f"{rule}:report-sections"
    if border.entry is not None and any(_PLANNED.search(line.text) and line.bold and len(line.segments()) > 1 for page in pages[:2] for line in page.lines):
        return "work_programme", f"{rule}:programme-table"
    if not before and _reported(pages[:3]) and not _minutes_inside(pages):
        return "report", f"{rule}:report-sections"
    return "other", rule


def _form(page: LaidPage) -> bool:
    """An equality or other impact assessment form has labels like a report's, but is attached to one."""
    return any(re.search(r"\b(?:eq\w*\s+)?impact\s+(?:assessment|analysis)\b|\bEQIA\b|\bEIA\b", line.text, re.I) for line in top_lines(page, 5))


def _minutes_inside(pages: Sequence[LaidPage]) -> bool:
    return any(MINUTES.match(line.text) or AGENDA.match(line.text) for line in top_lines(pages[0], 12))


def _reported(pages: Sequence[LaidPage]) -> bool:
    """The paper has the sections of an officer's report."""
    return len(report_sections(pages[:6])) >= 3


def _title_lines(page: LaidPage) -> list[Line]:
    """The lines of the paper's title: what follows a "Subject" label, else its largest or bold first lines."""
    lines = top_lines(page, 14)
    for i, line in enumerate(lines):
        got = label_of(line.text.split(":")[0] if ":" in line.text else line.segments()[0][0])
        if got and got[0] in ("subject", "title") and len(line.segments()) + (":" in line.text) > 1:
            return [line, *[ln for ln in lines[i + 1:i + 2] if ln.gap < 0.5 * ln.size and label_of(ln.text) is None and len(ln.segments()) == 1]]
    loud = [line for line in lines if line.top < 0.5 * page.height and (line.bold or line.size > 1.15 * page.body_size)]
    if not loud:
        return lines[:1]
    first = loud[0]
    at = lines.index(first)
    out = [first]
    for line in lines[at + 1:at + 4]:
        if line.bold != first.bold or abs(line.size - first.size) > 1 or line.gap > 1.2 * line.size:
            break
        out.append(line)
    return out
