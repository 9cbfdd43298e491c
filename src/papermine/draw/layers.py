"""What each layer shows of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from papermine.document import LaidPage, Line, Pack, Page, Paper, TablePart, Word
from papermine.draw.marks import BLACK, BLUE, GREEN, GREY, ORANGE, PURPLE, RED, SKY, YELLOW, Colour, Key, Mark, Sheet, Strip
from papermine.layout import blocks
from papermine.mined import Mined
from papermine.provenance import Box
from papermine.records import Evidence, Mention, Record, Table

Layer = Literal["words", "lines", "blocks", "tables", "papers", "records"]
LAYERS: tuple[Layer, ...] = ("words", "lines", "blocks", "tables", "papers", "records")

PAPER_COLOURS: dict[str, Colour] = {"agenda": BLUE, "minutes": GREEN, "report": ORANGE, "appendix": SKY, "work_programme": YELLOW, "decision": RED,
                                    "questions": PURPLE, "other": GREY}
_RECORD_COLOURS: dict[str, Colour] = {
    "documents": GREY, "pack_meetings": BLACK, "agenda_items": BLUE, "attendance": GREEN, "declarations": GREEN, "motions": PURPLE,
    "divisions": PURPLE, "division_votes": PURPLE, "resolutions": RED, "reports": ORANGE, "report_fields": ORANGE, "recommendations": RED,
    "report_sections": ORANGE, "background_papers": ORANGE, "tables": BLUE, "mentions": SKY, "issues": BLACK}
_UNSEEN = {"pages", "table_cells", "printed_cells", "table_columns", "packs", "files"}
_SAYS = ("title", "text", "name_printed", "name", "person_name", "body", "heading", "message")
_RANK: dict[str, int] = {kind: n for n, kind in enumerate(_RECORD_COLOURS)}


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _shown(page: Page | LaidPage, box: Box) -> Box:
    """A box of the page's text on the page as displayed."""
    return page.unturn(box)


def add_words(sheet: Sheet, page: Page) -> None:
    """Every word; bold ones filled, sideways ones dashed."""
    sheet.marks += [_word(page, w) for w in page.words]
    bold, sideways = sum(w.bold for w in page.words), sum(not w.upright for w in page.words)
    sheet.keys.append(Key(SKY, _plural(len(page.words), "word")))
    if bold:
        sheet.keys.append(Key(BLUE, f"{bold} of them bold", fill=0.3))
    if sideways:
        sheet.keys.append(Key(RED, f"{sideways} of them sideways", "dashed"))


def _word(page: Page, w: Word) -> Mark:
    colour = RED if not w.upright else BLUE if w.bold else SKY
    return Mark(_shown(page, w.box), colour, "solid" if w.upright else "dashed", 0.6, 0.18 if w.bold else 0.0)


def add_lines(sheet: Sheet, page: LaidPage) -> None:
    """Lines, numbered in reading order; running heads and feet dashed."""
    for n, line in enumerate(page.lines, 1):
        sheet.marks.append(Mark(_shown(page, line.box), BLUE, weight=0.7, fill=0.06, badge=str(n)))
    running = [*page.head, *page.foot]
    sheet.marks += [Mark(_shown(page, line.box), GREY, "dashed", 0.8, 0.10) for line in running]
    sheet.keys.append(Key(BLUE, f"{_plural(len(page.lines), 'line')} in reading order"))
    if running:
        sheet.keys.append(Key(GREY, f"{_plural(len(running), 'running line')} (head, foot) set aside", "dashed"))


def add_blocks(sheet: Sheet, page: LaidPage) -> None:
    """Paragraphs, headings and list items, numbered in reading order; bold ones filled darker."""
    found = blocks(page.lines)
    for n, block in enumerate(found, 1):
        sheet.marks.append(Mark(_shown(page, _around(block.lines)), GREEN, weight=1.0, fill=0.22 if block.bold else 0.08, badge=str(n)))
    sheet.keys.append(Key(GREEN, _plural(len(found), "block"), fill=0.08))
    if any(b.bold for b in found):
        sheet.keys.append(Key(GREEN, f"{sum(b.bold for b in found)} of them bold throughout", fill=0.35))


def _around(lines: Sequence[Line]) -> Box:
    box = lines[0].box
    for line in lines[1:]:
        box = box.join(line.box)
    return box


def add_tables(sheet: Sheet, page: LaidPage) -> None:
    """Tables with their cells; header rows filled."""
    for n, part in enumerate(page.tables, 1):
        for cell in part.cells:
            header = cell.row < part.header_rows
            sheet.marks.append(Mark(_shown(page, cell.box), ORANGE if header else RED, weight=0.6, fill=0.22 if header else 0.04))
        sheet.marks.append(Mark(_shown(page, part.box), RED, weight=1.8, badge=f"T{n}", note=_part_note(part), head=f"table {n}"))
    sheet.keys.append(Key(RED, f"{_plural(len(page.tables), 'table')} with {_plural(sum(len(t.cells) for t in page.tables), 'cell')}"))
    if any(t.header_rows for t in page.tables):
        sheet.keys.append(Key(ORANGE, "header rows", fill=0.3))


def _part_note(part: TablePart) -> str:
    header = f", {_plural(part.header_rows, 'header row')}" if part.header_rows else ""
    how = "by its borders" if part.ruled else "by white space"
    return f"{_plural(part.rows, 'row')} × {_plural(part.columns, 'column')}{header}; {how} ({part.rule})"


def add_redacted(sheet: Sheet, page: Page | LaidPage) -> None:
    """Text that is painted over, on every layer."""
    sheet.marks += [Mark(_shown(page, box), BLACK, "dashed", 1.2) for box in page.redacted]
    if page.redacted:
        sheet.keys.append(Key(BLACK, f"{_plural(len(page.redacted), 'place')} with text painted over", "dashed"))


def add_papers(sheet: Sheet, pack: Pack, papers: Sequence[Paper], number: int) -> None:
    """Which paper the page belongs to, and the papers of the whole file as a bar."""
    at = next(i for i, p in enumerate(papers) if p.first_page <= number <= p.last_page)
    paper, page = papers[at], pack.pages[number - 1]
    colour = PAPER_COLOURS.get(paper.kind, GREY)
    bars = [(p.first_page, p.last_page, PAPER_COLOURS.get(p.kind, GREY), p.kind.replace("_", " ")) for p in papers]
    sheet.strip = Strip(len(pack.pages), number, bars)
    whole = _shown(page, Box(3, 3, page.width - 3, page.height - 3))
    span = f"page {paper.first_page}" if paper.first_page == paper.last_page else f"pages {paper.first_page} to {paper.last_page}"
    head = f"{paper.kind.replace('_', ' ')}, paper {at + 1} of {len(papers)}, {span}"
    here = [line for line in paper.title_lines if line.page == number]
    note = (paper.title or "without a title") + (f" ({paper.rule})" if paper.rule else "")
    sheet.marks.append(Mark(whole, colour, weight=2.5, note=None if here else note, head=head))
    if here:
        sheet.marks.append(Mark(_shown(page, _around(here)), colour, weight=1.2, fill=0.18, note=note, head=head))
    kinds = Counter(p.kind for p in papers)
    sheet.keys += [Key(PAPER_COLOURS.get(k, GREY), f"{c} × {k.replace('_', ' ')}", fill=0.8) for k, c in kinds.items()]


def add_records(sheet: Sheet, mined: Mined, number: int) -> None:
    """The records printed on the page: numbered boxes, and beside the page what each says; mentions only tinted."""
    found: list[tuple[Record, list[Evidence]]] = []
    for record in mined.records:
        here = [e for e in record.evidence if e.page == number]
        if here and record.table not in _UNSEEN:
            found.append((record, here))
    found.sort(key=lambda f: (round(f[1][0].top), f[1][0].x0, _RANK.get(f[0].table, 99)))
    inline = [f for f in found if isinstance(f[0], Mention)]
    found = [f for f in found if not isinstance(f[0], Mention)]
    for n, (record, here) in enumerate(found, 1):
        colour = _RECORD_COLOURS.get(record.table, GREY)
        whole = [e for e in here if e.field is None] or here
        for i, e in enumerate(whole):
            sheet.marks.append(Mark(_box(e), colour, weight=1.0, fill=0.14, badge=str(n) if i == 0 else None,
                                    note=_says(record) if i == 0 else None, head=_kind(record)))
        sheet.marks += [Mark(_box(e), colour, "dashed", 0.8) for e in here if e.field is not None and e not in whole]
    sheet.marks += [Mark(_box(e), SKY, "none", fill=0.3) for _, here in inline for e in here]
    kinds = Counter(r.table for r, _ in found)
    sheet.keys += [Key(_RECORD_COLOURS.get(k, GREY), f"{c} × {k.replace('_', ' ')}", fill=0.3) for k, c in kinds.items()]
    said = Counter(r.kind for r, _ in inline if isinstance(r, Mention))
    if said:
        sheet.keys.append(Key(SKY, "mentions: " + ", ".join(f"{c} × {k}" for k, c in said.items()), "none", 0.5))
    if not found and not inline:
        sheet.keys.append(Key(GREY, "no records on this page"))


def _box(e: Evidence) -> Box:
    return Box(e.x0, e.top, e.x1, e.bottom)


def _kind(record: Record) -> str:
    """The record's kind and number ("agenda item 7")."""
    kind = record.record_id.split(":")[1] if record.record_id.count(":") > 1 else record.key.removesuffix("_id")
    number = next((v for f in ("number", "minute_number", "agenda_number") if (v := getattr(record, f, None))), None)
    detail = next((v for f in ("status", "outcome", "kind", "code") if isinstance(v := getattr(record, f, None), str)), None)
    return " ".join(str(v).replace("_", " ") for v in (kind, number, f"({detail})" if detail else None) if v)


def _says(record: Record) -> str:
    """What the record says, in a few words."""
    if hasattr(record, "label") and hasattr(record, "value"):
        return f"{record.label}: {record.value}"
    if isinstance(record, Table):
        return f"{record.title or 'without a title'}, {_plural(record.row_count, 'row')} × {_plural(record.column_count, 'column')}"
    votes = [str(v) for f in ("votes_for", "votes_against", "votes_abstain") if (v := getattr(record, f, None)) is not None]
    text = next((str(v) for f in _SAYS if (v := getattr(record, f, None))), "")
    if hasattr(record, "division_id") and hasattr(record, "method"):
        return " : ".join(votes) or record.method or text
    return text


__all__ = ["LAYERS", "Layer", "add_blocks", "add_lines", "add_papers", "add_records", "add_redacted", "add_tables", "add_words"]
