"""Web pages: what a reader of the page sees as paragraphs, list items with their numbers, and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from papermine import regex as re
from papermine.reader.flow.blocks import Block, Grid, GridCell, Paragraph, Run
from papermine.reader.flow.docx import in_format

_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "canvas", "select", "option", "button", "input",
                     "textarea", "nav", "video", "audio", "map"})
_INLINE = frozenset({"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
                     "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "data", "img"})
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
MAX_DEPTH = 200
"""Elements inside elements; what lies deeper is left out (a hostile page nests a million)."""


def blocks(data: bytes) -> list[Block]:
    """Paragraphs and tables of a web page in order; its main part where it names one that holds most of its words."""
    import lxml.html
    parser = lxml.html.HTMLParser(encoding=_encoding(data), no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    root = lxml.html.document_fromstring(data, parser=parser)
    body = root.find("body") if root.tag == "html" else root
    body = root if body is None else body
    for main in (*body.iter("main"), *body.iter("article")):
        if 2 * len(_words(main)) > len(_words(body)):
            body = main
            break
    walk = _Walk()
    walk.into(body, False, 0, 0)
    walk.flush()
    return walk.blocks


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are that; else what the page says, or lxml's own guess."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        said = re.search(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", data[:2048].decode("latin-1"), re.I)
        return said[1] if said and said[1].lower() not in ("utf-8", "utf8") else "windows-1252"
    return "utf-8"


def _words(element: Any) -> str:
    return "".join(element.itertext())


def _seen(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag not in _UNSEEN and "hidden" not in element.attrib \
        and not _HIDDEN.search(element.get("style", "")) and element.get("aria-hidden") != "true"


@dataclass(slots=True)
class _Walk:
    """A walk through the page: runs gather until a block begins or ends."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str = ""
    level: int = 0
    heading: int = 0
    centred: bool = False

    def flush(self) -> None:
        """End the paragraph in hand."""
        if any(r.text.strip() for r in self.runs):
            self.blocks.append(Paragraph(self.runs, self.label, self.level, self.heading, self.centred))
            self.label = ""
        self.runs = []

    def into(self, element: Any, bold: bool, level: int, depth: int) -> None:
        """Walk through what an element holds."""
        if depth > MAX_DEPTH:
            return
        self._say(element.text, bold)
        for child in element.iterchildren():
            if _seen(child):
                self._child(child, bold, level, depth + 1)
            self._say(child.tail, bold)

    def _say(self, text: str | None, bold: bool) -> None:
        if text:
            self.runs.append(Run(re.sub(r"[ \t\r\n\f]+", " ", text), bold))

    def _child(self, child: Any, bold: bool, level: int, depth: int) -> None:
        tag = child.tag
        weight = re.search(r"font-weight\s*:\s*(\w+)", child.get("style", ""))
        bold = weight[1] in ("bold", "bolder", "600", "700", "800", "900") if weight else bold or tag in _BOLD
        if tag == "br":
            self.runs.append(Run("\n"))
        elif tag in _INLINE:
            self.into(child, bold, level, depth)
        elif tag == "table":
            self.flush()
            self.blocks += _table(child, level, depth)
        elif tag in ("ol", "ul"):
            self.flush()
            self._list(child, bold, level + 1, depth)
        else:
            self.flush()
            self.level, self.heading = level, int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0
            self.centred = child.get("align") == "center" or "text-align:center" in child.get("style", "").replace(" ", "") or tag == "center"
            self.into(child, bold, level, depth)
            self.flush()
            self.level, self.heading, self.centred = level, 0, False

    def _list(self, element: Any, bold: bool, level: int, depth: int) -> None:
        number = _whole(element.get("start"), 1)
        kind = _FORMATS.get(element.get("type", ""), "decimal")
        for item in element.iterchildren():
            if not _seen(item):
                continue
            if item.tag != "li":
                self._child(item, bold, level, depth + 1)
                continue
            number = _whole(item.get("value"), number)
            self.label, self.level = (f"{in_format(number, kind)}." if element.tag == "ol" else "•"), level
            self.into(item, bold, level, depth + 1)
            self.flush()
            self.label = ""
            number += 1


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text.strip()) else otherwise


def _table(table: Any, level: int, depth: int) -> Iterator[Block]:
    """A table; one that only lays the page out (a table or heading inside, a single cell in each row) gives what it holds."""
    rows = [tr for tr in table.iter("tr") if next(a for a in tr.iterancestors("table")) is table and _seen(tr)]
    caption = table.find("caption")
    if caption is not None:
        yield Paragraph([Run(" ".join(_words(caption).split()), True)])
    layout = table.get("role") in ("presentation", "none") or any(True for _ in table.iterdescendants("table", "h1", "h2", "h3")) \
        or all(len(list(tr.iterchildren("td", "th"))) < 2 for tr in rows)
    cells: list[GridCell] = []
    taken: set[tuple[int, int]] = set()
    for r, tr in enumerate(rows):
        column = 0
        for td in tr.iterchildren("td", "th"):
            while (r, column) in taken:
                column += 1
            walk = _Walk()
            walk.into(td, td.tag == "th", 0, depth + 1)
            walk.flush()
            if layout:
                yield from walk.blocks
                continue
            down, across = min(_whole(td.get("rowspan"), 1) or 1, len(rows) - r), min(_whole(td.get("colspan"), 1) or 1, 100)
            cells.append(GridCell(r, column, [b for b in walk.blocks if isinstance(b, Paragraph)], down, across))
            taken |= {(r + i, column + j) for i in range(down) for j in range(across)}
            column += across
    if cells:
        yield Grid(len(rows), max(c.column + c.column_span for c in cells), cells)
