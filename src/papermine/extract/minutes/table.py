"""Minutes that are set as a table ("Item | Minute | Action"): their lines in the order in which they read.

Each row's cells follow one another, a number cell joins the first line of the text beside it, and columns that say
who is to act are left aside. Tables inside minutes (payments, planning applications) stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papermine import regex as re
from papermine.document import Cell, LaidPage, Line, Paper, TablePart, Word
from papermine.extract.minutes.headings import follows, number_at
from papermine.extract.minutes.sideheads import beside
from papermine.provenance import Box

_ACTION = re.compile(r"(?:actions?|action (?:by|owner|required|points?|for|taken)|by whom|who|owner|lead|responsible|responsibility|initials?|actions? (?:and|/) (?:date|owner)|page|by when|"
                     r"time ?scale|deadline|status)\W*$", re.I)
_HEAD = re.compile(r"(?:agenda |minute )?(?:items?|minutes?|no\.?|ref(?:erence)?\.?|number|item no\.?|minute no\.?|agenda|subject|topic|discussion.*|details?|notes?|summary.*|business|decisions?.*|"
                   r"resolutions?.*|outcomes?|description|matters?.*|proceedings)\W*$", re.I)
_DECISION = re.compile(r"(?:decisions?|resolutions?|outcomes?|resolved|decision(?:s)? (?:made|taken|/ ?resolution)|resolutions? (?:made|passed)|vote|result)\W*$", re.I)
_VERB = re.compile(r"\b(?:was|were|had|has|have|is|are|be|been|that|resolved|agreed|reported|noted|received|proposed)\b", re.I)


class DecisionLine(Line):
    """A line of a column that its heading calls decisions: "Item | Discussion | Decision | Action"."""

    __slots__ = ()


_RESOLVED = re.compile(r"(?:RESOLVED|Resolved|DECISION|Decision|RECOMMENDED|Recommended)(?: that| to)?\W*")
_REASON = re.compile(r"reasons?(?: for (?:the )?(?:decision|recommendation|resolution)s?)?\W*", re.I)


def _beside_reasons(paper: Paper) -> set[tuple[int, int]]:
    """(page, table index) of those that print what was resolved beside the reason for it: "RESOLVED | Reason for Decision", and what goes on of one on the next page."""
    out: set[tuple[int, int]] = set()
    last: tuple[int, int] | None = None
    for page in paper.pages:
        for k, part in enumerate(page.tables):
            top = {c.column: c.text.strip() for c in part.cells if c.row == 0}
            headed = part.columns == 2 and _RESOLVED.fullmatch(top.get(0, "")) is not None and _REASON.fullmatch(top.get(1, "")) is not None
            if headed or (k == 0 and part.columns == 2 and part.rows == 1 and last == (page.number - 1, -1)):
                out.add((page.number, k))
                last = page.number, -1 if k + 1 == len(page.tables) else k
    return out


def running_lines(paper: Paper) -> list[Line]:
    """The paper's lines in reading order, those of a grid that holds the whole minutes cell by cell."""
    grids, reasoned = _grids(paper), _beside_reasons(paper)
    out: list[Line] = []
    edge: float | None = None
    for page in paper.pages:
        if page.blank:
            continue
        done: set[int] = set()
        for line in page.lines:
            if line.table is not None and (page.number, line.table) in grids:
                if line.table not in done:
                    done.add(line.table)
                    out += _unfold(page, line.table, grids[page.number, line.table])
                continue
            if line.table is not None and (page.number, line.table) in reasoned:
                if line.table not in done:
                    done.add(line.table)
                    whole = page.tables[line.table].rows > 1  # where a page break parts head and text, the reason is left out: it would stand between them
                    out += [cell for column in (0, 1)[:1 + whole] for cell in _column(page, line.table, column)]
                continue
            if line.table is None:
                edge = _action_edge(line, edge, page)
                cut = _without_action(line, edge) if edge is not None else line
                if cut is not None:
                    out.append(cut)
                continue
            out.append(line)
    return beside(out, paper.pages[0].width)


def _grids(paper: Paper) -> dict[tuple[int, int], set[int]]:
    """(page, table index) → the columns to leave out, for the tables that hold the minutes themselves."""
    found: dict[tuple[int, int], set[int]] = {}
    inside = 0
    value: tuple[int, ...] | None = None
    aside: set[int] = set()
    columns = 0
    for page in paper.pages:
        for k, part in enumerate(page.tables):
            numbers = _numbers(part, value)
            header = _header(part)
            goes_on = bool(found) and part.columns == columns and bool(_VERB.search(" ".join(c.text for c in part.cells)))
            if part.columns < 2 or not _prose(part) or not (len(numbers) > 1 or header is not None or (goes_on and (numbers or part.rows < 3))):
                continue
            value = numbers[-1] if numbers else value
            if header is not None or not found or part.columns != columns:
                aside = {c.column for c in header or () if _ACTION.match(c.text.strip())} if header is not None else _narrow(part)
            columns = part.columns
            found[page.number, k] = aside
            inside += sum(len(c.text) for c in part.cells)
    total = sum(len(line.text) for line in paper.lines)
    return found if inside > 0.4 * total else {}


def _prose(part: TablePart) -> bool:
    """Does a column hold sentences?"""
    texts = [c.text for c in part.cells if len(c.text) > 60]
    return sum(len(_VERB.findall(t)) for t in texts) >= max(3, part.rows // 3)


def _header(part: TablePart) -> list[Cell] | None:
    """The cells of a first row that names the columns."""
    top = [c for c in part.cells if c.row == 0 and c.text.strip()]
    known = sum(bool(_HEAD.match(c.text.strip()) or _ACTION.match(c.text.strip())) for c in top)
    return top if len(top) > 1 and known >= len(top) - 1 and known > 1 else None


def _numbers(part: TablePart, before: tuple[int, ...] | None) -> list[tuple[int, ...]]:
    """The numbers that its first column counts up; empty where they do not."""
    out: list[tuple[int, ...]] = []
    last = before
    cells = [c for c in part.cells if c.column == min(d.column for d in part.cells) and c.text.strip()]
    for cell in cells:
        read = number_at(cell.text.strip() + " X") or number_at(re.sub(r"[.)]?$", ". ", cell.text.strip().split(" ")[0], count=1) + "X")
        if read is None:
            continue
        if last is None or follows(last, read[1]):
            last = read[1]
            out.append(last)
    return out if len(out) >= 0.5 * len(cells) else []


def _narrow(part: TablePart) -> set[int]:
    """A last column of short words beside prose, without a heading: who acts."""
    last = max(c.column + c.column_span - 1 for c in part.cells)
    here = [c for c in part.cells if c.column == last and c.column_span == 1]
    wide = part.box.width
    words = [c.text for c in here if c.text.strip()]
    if part.columns < 2 or not here or max(c.box.width for c in here) > 0.22 * wide or any(len(w) > 60 or re.search(r"RESOLVED|AGREED|[Rr]esolved", w) for w in words):
        return set()
    return {last} if part.columns > 2 else set()


def _unfold(page: LaidPage, index: int, aside: set[int]) -> Iterator[Line]:
    part = page.tables[index]
    words = [(w, line) for line in page.lines if line.table == index for w in line.words]
    header = _header(part)
    decides = {c.column for c in header or () if _DECISION.match(c.text.strip())}
    pending: list[Word] = []
    for row in sorted({c.row for c in part.cells}):
        if header is not None and row == 0:
            continue
        opened = True
        for cell in sorted((c for c in part.cells if c.row == row), key=lambda c: c.column):
            if cell.column in aside or cell.column >= part.columns:
                continue
            lines = _cell_lines(cell.box, [w for w, _ in words], page.number, DecisionLine if cell.column in decides else Line)
            if not lines:
                continue
            text = " ".join(line.text for line in lines)
            if len(text) < 14 and number_at(re.sub(r"[.)]?$", ". X", text)) is not None and cell.column < part.columns - 1 and not pending:
                pending = [w for line in lines for w in line.words]
                continue
            if pending:
                joined = Line(page.number, [*pending, *lines[0].words])
                joined.gap = 0.0
                lines[0], pending = joined, []
            if opened:
                lines[0].gap = 2 * lines[0].size
                opened = False
            elif lines[0].gap == 0.0:
                lines[0].gap = lines[0].size
            yield from lines
    if pending:
        yield Line(page.number, pending)


def _column(page: LaidPage, index: int, column: int) -> Iterator[Line]:
    """The lines of one column, cell by cell."""
    words = [w for line in page.lines if line.table == index for w in line.words]
    for cell in sorted((c for c in page.tables[index].cells if c.column == column), key=lambda c: c.row):
        if lines := _cell_lines(cell.box, words, page.number):
            lines[0].gap = 2 * lines[0].size
            yield from lines


def _cell_lines(box: Box, words: Sequence[Word], page: int, kind: type[Line] = Line) -> list[Line]:
    held = sorted((w for w in words if box.x0 - 1 <= (w.x0 + w.x1) / 2 <= box.x1 + 1 and box.top - 1 <= (w.top + w.bottom) / 2 <= box.bottom + 1), key=lambda w: (w.top, w.x0))
    rows: list[list[Word]] = []
    for w in held:
        if rows and abs((w.top + w.bottom) / 2 - (rows[-1][0].top + rows[-1][0].bottom) / 2) < 0.45 * max(w.size, rows[-1][0].size):
            rows[-1].append(w)
        else:
            rows.append([w])
    out: list[Line] = []
    for row in rows:
        line = kind(page, sorted(row, key=lambda w: w.x0))
        line.gap = line.top - out[-1].bottom if out else 0.0
        out.append(line)
    return out


def _action_edge(line: Line, edge: float | None, page: LaidPage) -> float | None:
    """Where a column of actions begins that only its heading and white space set apart."""
    parts = line.segments(1.5)
    text, box = parts[-1]
    if re.fullmatch(r"actions?(?: by| points?)?\W*", text.strip(), re.I) and box.x0 > 0.62 * page.width and (len(parts) == 1 or all(_HEAD.match(t.strip()) for t, _ in parts[:-1])):
        return box.x0
    return edge


def _without_action(line: Line, edge: float) -> Line | None:
    """The line without the words that stand in the column of actions; None where nothing else is on it."""
    words = line.words
    first = next((k for k, w in enumerate(words) if w.x0 >= edge - 12 and (k == 0 or w.x0 - words[k - 1].x1 > 0.9 * line.size)), None)
    if first is None:
        return line
    if first == 0:
        return None if len(line.text) < 40 else line
    cut = Line(line.page, words[:first])
    cut.gap, cut.table = line.gap, line.table
    return cut
