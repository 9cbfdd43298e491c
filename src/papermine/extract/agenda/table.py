"""Agendas set as a table: "Item | Subject | Page", "Time | No. | Item | Lead | Paper"."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import Cell, LaidPage, Paper, TablePart, Word
from papermine.extract.agenda.numbers import after, item_number
from papermine.provenance import Box, Place

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(rf"(?:{pattern})\W*", re.I)) for name, pattern in (
    ("number", r"(?:agenda\s+)?(?:item\s+)?(?:no\.?|number|nos?\.|#|ref\.?)|minute\s+no\.?"),
    ("page", r"pages?(?:\s*(?:no\.?|nos\.?|number|numbers|ref\w*)?)|p\.?"),
    ("presenter", r"lead(?:\s+(?:officer|member|by|person))?|presenters?|presented\s+by|presenting(?:\s+officer)?|led\s+by|officers?|report(?:\s+)?(?:of|by|from|author)|who|owner|speakers?|responsib\w+(?:\s+officer)?|contact(?:\s+officer)?|author|sponsor"),
    ("time", r"times?|timings?|start|duration|mins|minutes"),
    ("paper", r"papers?|enc(?:losure|l)?s?\.?|attachments?|document\w*|purpose|(?:primary\s+)?action(?:\s+re\w+)?|format|status|type|for|decision\W+(?:information|noting)|wards?|area"),
    ("title", r"(?:agenda\s+)?items?|subjects?|titles?(?:\s+of\s+(?:the\s+)?(?:report|item))?|topics?|(?:items?\s+of\s+)?business|description|reports?(?:\s+title)?|agenda|matter|heading"),
))
_NUMBER = re.compile(r"(?:item\s*)?\(?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z]\d?|[ivx]{1,4}|[IVX]{1,4}|\d{1,4}/\d{1,4})[.):]*$", re.I)
_MORE = re.compile(r"\W*(?:to\s+(?:receive|consider|note|approve|agree|discuss|confirm|sign|appoint|elect|declare|authorise)\b|report\s+(?:of|by|from)\b|recommend|\(?pages?\b|contact\b|wards?\b)", re.I)


@dataclass(slots=True)
class Row:
    """One item of an agenda's table: the places of its title, and what its other columns say."""

    number: str | None
    title: str
    page: int
    places: list[Place]
    pages: str | None = None
    presenter: str | None = None
    under: str = ""
    more: list[Place] = field(default_factory=list)


def rows_of(paper: Paper) -> list[Row]:
    """The items that the agenda's tables list, in order; none where no table lists three."""
    found: list[Row] = []
    roles: dict[str, int] = {}
    columns = 0
    for page in paper.pages:
        for part in page.tables:
            grid = _rows(part)
            told, after = _header(grid)
            if told:
                roles, columns = told, part.columns
            elif roles and part.columns != columns:
                continue
            elif not roles:
                roles, columns, after = {"title": 0} if _named_rows(grid) else {}, part.columns, 0
            if roles:
                found += _items(page, grid[after:], roles)
            if not found:
                roles = {}
    found = [row for row, *below in ((row, *found[k + 1:k + 3]) for k, row in enumerate(found)) if not (row.number and not row.pages and len(below) == 2 and [r.number for r in below] == [f"{row.number}.1", f"{row.number}.2"])]  # groups
    return found if len(found) > 2 and sum(row.number is not None for row in found) >= 0.7 * len(found) else []


def _rows(part: TablePart) -> list[dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in part.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return [rows[r] for r in sorted(rows)]


def _header(grid: list[dict[int, Cell]]) -> tuple[dict[str, int], int]:
    """What the columns hold, by the words at their heads; and the first row below."""
    for r, row in enumerate(grid[:2]):
        roles: dict[str, int] = {}
        named = 0
        for column, cell in sorted(row.items()):
            text = " ".join(cell.text.split())
            role = next((name for name, pattern in _ROLES if pattern.fullmatch(text) or pattern.fullmatch(text.split("/")[0].strip())), None) if text else None  # "Lead / Paper"
            named += role is not None
            if role and role not in roles:
                roles[role] = column
        if named < 2 or named < len([c for c in row.values() if c.text.strip()]):
            continue
        below = grid[r + 1:]
        if "number" not in roles:
            held = {c for name, c in roles.items() if name in ("time", "page", "presenter")}
            counted = next((c for c in sorted(row) if c not in held and _counted(below, c)), None)
            if counted is not None:
                roles = {name: c for name, c in roles.items() if c != counted} | {"number": counted}
            elif "title" not in roles or sum(item_number(row[roles["title"]].text.strip()) is not None for row in below if roles["title"] in row) < 2:
                return {}, 0
        if "title" not in roles:
            rest = [c for c in sorted(row) if c not in roles.values()]
            if not rest and "presenter" not in roles:
                return {}, 0
            roles["title"] = rest[0] if rest else roles.pop("presenter")
        return roles, r + 1
    return {}, 0


def _named_rows(grid: list[dict[int, Cell]]) -> bool:
    """Rows whose first cell holds number and title, beside what is to be done: "1. Apologies | To receive apologies for absence"."""
    marks = [item_number(row[0].text.strip()) if 0 in row and row[0].text.strip() else None for row in grid]
    counts = [got[1] for got in marks if got is not None and got[2] and len(got[1]) == 1]
    beside = sum(len([c for c in row.values() if c.text.strip()]) == 2 for row in grid)
    return len(counts) > 2 and len(counts) >= 0.7 * len(grid) and counts[0] == ("1",) and all(after(a[0], b[0]) for a, b in itertools.pairwise(counts)) and beside >= 0.7 * len(grid)


def _counted(rows: list[dict[int, Cell]], column: int) -> bool:
    cells = [row[column].text.strip() for row in rows if column in row and row[column].text.strip()]
    return len(cells) > 1 and sum(bool(_NUMBER.match(text)) for text in cells) >= 0.7 * len(cells)


def _numbered(row: dict[int, Cell], roles: dict[str, int]) -> bool:
    """The row has a number, in a column of its own or before its title."""
    mark, title = row.get(roles.get("number", -1)), row.get(roles["title"])
    return title is not None and ((mark is not None and _NUMBER.match(mark.text.strip()) is not None) or item_number(title.text.strip()) is not None)


def _items(page: LaidPage, rows: list[dict[int, Cell]], roles: dict[str, int]) -> list[Row]:
    out: list[Row] = []
    bold = False
    plain = any(_numbered(row, roles) and (words := _title(page, row[roles["title"]])[0]) and not words[0].bold for row in rows)
    for row in rows:
        cell, mark = row.get(roles["title"]), row.get(roles.get("number", -1))
        text = {name: " ".join(row[c].text.split()) if c in row else "" for name, c in roles.items()}
        text.setdefault("number", "")
        got = _NUMBER.match(text["number"])
        if cell is None or not text["title"]:
            continue
        if got is None and text["number"]:
            continue
        titled, rest = _title(page, cell)
        if not text["number"] and titled and titled[0].bold and plain and item_number(text["title"]) is None and not any(c.text.strip() for c in row.values() if c is not cell):
            continue  # a heading that groups, across the table
        if got is None and out and out[-1].number and titled and not titled[0].bold and titled[-1].text.endswith(".") and bold:
            continue  # a sentence under an item: "There are none."
        bold = bool(titled) and titled[0].bold
        title = " ".join(word.text for word in titled)
        number = got["number"] if got else None
        if mark is None and (own := item_number(title)) is not None:  # "1. Welcome" in one cell
            number, titled = own[0], titled[title.count(" ", 0, own[2]):]
            title = " ".join(word.text for word in titled)
        if not re.search(r"[A-Za-zÀ-ÿ]{2}", title):
            continue
        out.append(Row(number, title.strip(" :;-–—"), page.number, [Place(page.number, _round(titled), title, field="title")],
                       text.get("page") or None, text.get("presenter") or None, " ".join(word.text for word in rest),
                       [Place(page.number, mark.box, mark.text)] if mark is not None and got else []))
    return out


def _title(page: LaidPage, cell: Cell) -> tuple[list[Word], list[Word]]:
    """The words of the cell that are the title, and those that follow: plain words after bold ones, or "To receive …" on a new line."""
    words = [w for line in page.lines for w in line.words
             if cell.box.x0 - 1 <= (w.x0 + w.x1) / 2 <= cell.box.x1 + 1 and cell.box.top - 1 <= (w.top + w.bottom) / 2 <= cell.box.bottom + 1]
    if not words:
        return [Word(t, *cell.box, 0.0) for t in cell.text.split()], []
    cut = len(words)
    if words[0].bold:
        cut = next((i for i, w in enumerate(words) if not w.bold), cut)
    for i in range(1, cut):
        if abs(words[i].top - words[i - 1].top) > 0.5 * words[i].size and _MORE.match(" ".join(w.text for w in words[i:i + 3])):
            cut = i
            break
    return words[:cut], words[cut:]


def _round(words: list[Word]) -> Box:
    box = words[0].box
    for word in words[1:]:
        box = box.join(word.box)
    return box
