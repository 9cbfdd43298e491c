"""Word documents (ISO/IEC 29500 WordprocessingML): paragraphs with the numbers that Word counts out, and tables.

python-docx opens the package; list numbers are no text in the file but follow from numbering.xml (part 1, 17.9).
Deleted (tracked) and hidden text is left out, inserted text is in.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from papermine.errors import UnreadableFile
from papermine.reader.flow.blocks import Block, Grid, GridCell, Paragraph, Run

MAX_BYTES = 512 << 20
"""Unpacked size above which a document is refused: no paper of words is that large, a bomb is."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def blocks(data: bytes) -> list[Block]:
    """Paragraphs and tables of a .docx in order, after what the head of its first page prints."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if sum(member.file_size for member in package.infolist()) > MAX_BYTES:
            raise UnreadableFile(f"it unpacks to more than {MAX_BYTES >> 20} MiB; save it again without its pictures", "memory")
    import docx
    document = docx.Document(io.BytesIO(data))
    numbering = _Numbering(document)
    out: list[Block] = []
    section = document.sections[0] if len(document.sections) else None
    if section is not None:
        head = section.first_page_header if section.different_first_page_header_footer else section.header
        out += _body(head._element, document, numbering)
    out += _body(document.element.body, document, numbering)
    return out


def _body(parent: Any, document: Any, numbering: _Numbering) -> Iterator[Block]:
    for child in parent.iterchildren():
        if child.tag == f"{_W}p":
            yield _paragraph(child, document, numbering)
        elif child.tag == f"{_W}tbl":
            yield _grid(child, document, numbering)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _body(child, document, numbering)


def _on(properties: Any, name: str) -> bool:
    """A toggle property such as ``w:b``: there, and not switched off."""
    found = properties.find(f"{_W}{name}") if properties is not None else None
    return found is not None and found.get(f"{_W}val", "1") not in ("0", "false", "off")


def _paragraph(p: Any, document: Any, numbering: _Numbering) -> Paragraph:
    properties = p.find(f"{_W}pPr")
    style_id = _value(properties, "pStyle")
    style = numbering.styles.get(style_id or numbering.default)
    heading = style.heading if style else 0
    bold = style.bold if style else False
    runs = []
    for run in p.iter(f"{_W}r"):
        if any(a.tag in (f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent") for a in run.iterancestors()) or _on(run.find(f"{_W}rPr"), "vanish"):
            continue
        text = "".join(_text(node) for node in run.iterchildren())
        if text:
            own = run.find(f"{_W}rPr")
            switched = own is not None and own.find(f"{_W}b") is not None
            runs.append(Run(text, _on(own, "b") if switched else bold))
    label, level = numbering.label(properties, style)
    centred = _value(properties, "jc") == "center" or (style is not None and style.centred)
    return Paragraph(runs, label, level, heading, centred)


def _text(node: Any) -> str:
    if node.tag == f"{_W}t":
        return node.text or ""
    return {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}.get(node.tag, "")


def _value(parent: Any, name: str) -> str | None:
    found = parent.find(f"{_W}{name}") if parent is not None else None
    return found.get(f"{_W}val") if found is not None else None


def _grid(table: Any, document: Any, numbering: _Numbering) -> Grid:
    cells: list[GridCell] = []
    open_above: dict[int, GridCell] = {}
    rows = columns = 0
    for tr in table.iter(f"{_W}tr"):
        if next(a for a in tr.iterancestors() if a.tag == f"{_W}tbl") is not table:
            continue  # a row of a table inside a cell
        column = int(_value(tr.find(f"{_W}trPr"), "gridBefore") or 0)
        for tc in tr.iterchildren(f"{_W}tc"):
            properties = tc.find(f"{_W}tcPr")
            span = max(1, min(int(_value(properties, "gridSpan") or 1), 200))
            merge = properties.find(f"{_W}vMerge") if properties is not None else None
            if merge is not None and merge.get(f"{_W}val") != "restart" and column in open_above:
                open_above[column].row_span += 1
            else:
                inner = list(_body(tc, document, numbering))
                cell = GridCell(rows, column, [p for b in inner for p in _flat(b)], 1, span)
                cells.append(cell)
                open_above.pop(column, None)
                if merge is not None:
                    open_above[column] = cell
            column += span
        columns = max(columns, column)
        rows += 1
    return Grid(rows, columns, cells)


def _flat(block: Block) -> list[Paragraph]:
    """The paragraphs of a block; a table inside a cell gives up its grid."""
    return [block] if isinstance(block, Paragraph) else [p for c in block.cells for p in c.paragraphs]


class _Style:
    """What a paragraph style says of its paragraphs, its bases included."""

    def __init__(self, element: Any, base: _Style | None) -> None:
        paragraph, run = element.find(f"{_W}pPr"), element.find(f"{_W}rPr")
        name = (_value(element, "name") or "").lower()
        self.bold: bool = _on(run, "b") if run is not None and run.find(f"{_W}b") is not None else base.bold if base else False
        self.centred: bool = _value(paragraph, "jc") == "center" if _value(paragraph, "jc") else base.centred if base else False
        own_heading = re.fullmatch(r"heading (\d)|title", name)
        self.heading: int = int(own_heading[1] or 1) if own_heading else base.heading if base else 0
        own = paragraph.find(f"{_W}numPr") if paragraph is not None else None
        self.numbers: Any = own if own is not None else base.numbers if base else None


class _Numbering:
    """Counts list numbers out as Word does, paragraph by paragraph."""

    def __init__(self, document: Any) -> None:
        self.styles: dict[str | None, _Style] = {}
        self.default: str | None = None
        elements = {e.get(f"{_W}styleId"): e for e in document.styles.element.iterchildren(f"{_W}style") if e.get(f"{_W}type") == "paragraph"}
        for key, element in elements.items():
            if element.get(f"{_W}default") in ("1", "true"):
                self.default = key
            self._style(key, elements, 0)
        self.levels: dict[str, dict[int, Any]] = {}
        self.abstract: dict[str, str] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.counts: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.iterchildren(f"{_W}abstractNum"):
            self.levels[abstract.get(f"{_W}abstractNumId")] = {int(lv.get(f"{_W}ilvl")): lv for lv in abstract.iterchildren(f"{_W}lvl")}
        for number in root.iterchildren(f"{_W}num"):
            key = number.get(f"{_W}numId")
            self.abstract[key] = _value(number, "abstractNumId") or ""
            for change in number.iterchildren(f"{_W}lvlOverride"):
                if (start := _value(change, "startOverride")) is not None:
                    self.starts[key, int(change.get(f"{_W}ilvl"))] = int(start)

    def _style(self, key: str | None, elements: dict[str | None, Any], depth: int) -> _Style | None:
        if key not in elements or depth > 20:
            return None
        if key not in self.styles:
            self.styles[key] = _Style(elements[key], self._style(_value(elements[key], "basedOn"), elements, depth + 1))
        return self.styles[key]

    def label(self, properties: Any, style: _Style | None) -> tuple[str, int]:
        """The number or bullet of the next paragraph, and how deep it is set in."""
        own = properties.find(f"{_W}numPr") if properties is not None else None
        wanted = own if own is not None else style.numbers if style else None
        if wanted is None:
            return "", 0
        key, depth = _value(wanted, "numId") or _value(style.numbers if style else None, "numId"), int(_value(wanted, "ilvl") or 0)
        levels = self.levels.get(self.abstract.get(key or "", ""), {})
        if key in (None, "0") or depth not in levels:
            return "", 0
        counted = self.counts.setdefault(self.abstract[key or ""], {})
        if (key or "", depth) in self.starts:
            counted[depth] = self.starts.pop((key or "", depth)) - 1
        counted[depth] = counted.get(depth, int(_value(levels[depth], "start") or 1) - 1) + 1
        for deeper in [d for d in counted if d > depth]:
            del counted[deeper]
        if (_value(levels[depth], "numFmt") or "decimal") == "bullet":
            return "•", depth + 1
        text = _value(levels[depth], "lvlText") or ""
        for d in range(depth + 1):
            if d in levels:
                n = counted.get(d, int(_value(levels[d], "start") or 1))
                text = text.replace(f"%{d + 1}", in_format(n, _value(levels[d], "numFmt") or "decimal"))
        return text.strip(), depth + 1 if depth else 0


def in_format(n: int, kind: str) -> str:
    """A list number as ``w:numFmt`` prints it.

    >>> [in_format(4, k) for k in ("decimal", "lowerLetter", "upperRoman", "lowerRoman", "decimalZero", "none")]
    ['4', 'd', 'IV', 'iv', '04', '']
    """
    if kind == "none":
        return ""
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1) if n > 0 else ""
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman"):
        return roman(n) if kind == "lowerRoman" else roman(n).upper()
    return f"{n:02}" if kind == "decimalZero" else str(n)


def roman(n: int) -> str:
    """A small Roman number.

    >>> [roman(n) for n in (1, 9, 14, 40)]
    ['i', 'ix', 'xiv', 'xl']
    """
    out = ""
    for value, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        out += sign * min(n // value, 50)
        n %= value
    return out
