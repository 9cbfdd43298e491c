"""What papermine sees, drawn over the page: for looking at before a rule is changed, and at a fact's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from papermine.draw.canvas import compose
from papermine.draw.layers import LAYERS, Layer, add_blocks, add_lines, add_papers, add_records, add_redacted, add_tables, add_words
from papermine.draw.marks import BLUE, ORANGE, RED, Key, Mark, Sheet
from papermine.provenance import Box

if TYPE_CHECKING:
    from papermine.document import LaidPage
    from papermine.reader.source import Source

__all__ = ["LAYERS", "CellMark", "Layer", "draw_cells", "draw_page", "draw_places", "page_png"]

SCALE = 2.0
"""Pixels a point, where nothing else is asked for (144 dots an inch)."""
_AROUND = 3
"""Running heads are known by the pages round a page: so many on either side are laid out too."""
_OF_LAYOUT: dict[Layer, Callable[[Sheet, LaidPage], None]] = {"lines": add_lines, "blocks": add_blocks, "tables": add_tables}
"""The layers that need the page laid out."""


@dataclass(frozen=True, slots=True)
class CellMark:
    """A printed cell: its box in points on the page as displayed, its grid position from 0, and what it is.

    ``row`` is None for a header that the page repeats.
    """

    box: Box
    row: int | None
    column: int
    header: bool = False
    figure: bool = False


def draw_page(path: str | PathLike[str], page: int, layers: Sequence[Layer], out: str | PathLike[str], *, scale: float = SCALE,
              password: str | None = None) -> list[str]:
    """Draw page ``page`` (from 1) of a PDF with what papermine sees on it, as a PNG.

    ``scale`` is pixels a point. The layers ``papers`` and ``records`` need the whole file and take
    as long as reading it. Returns the legend's sentences.
    """
    from papermine.reader import open_pdf
    from papermine.reader.picture import check_page, picture
    with open_pdf(Path(path), password=password) as source:
        check_page(source, page)
        pixels, used = picture(source, page, scale)
        sheet = Sheet(f"{source.path.name} · page {page} of {len(source)}")
        raw = source.page(page)
        laid = _laid_out(source, page) if _OF_LAYOUT.keys() & set(layers) else None
        if laid is not None and laid.label:
            sheet.title += f", stamped {laid.label}"
    add_redacted(sheet, raw)
    if raw.notes or raw.source in ("none", "unreadable"):
        sheet.keys += [Key(RED, sentence, "dashed") for _, sentence in raw.notes] or [Key(RED, "no text on this page", "dashed")]
    if "words" in layers:
        add_words(sheet, raw)
    for layer, add in _OF_LAYOUT.items():
        if laid is not None and layer in layers:
            add(sheet, laid)
    if {"papers", "records"} & set(layers):
        _from_whole_file(sheet, path, page, layers, password)
    compose(pixels, used, sheet).save(out, format="PNG")
    return [key.text for key in sheet.keys]


def _laid_out(source: Source, page: int) -> LaidPage:
    from papermine.layout import lay_page
    from papermine.layout.running import set_aside_running
    first = max(page - _AROUND, 1)
    near = [lay_page(source.page(n)) for n in range(first, min(page + _AROUND, len(source)) + 1)]
    set_aside_running(near)
    return near[page - first]


def _from_whole_file(sheet: Sheet, path: str | PathLike[str], page: int, layers: Sequence[Layer], password: str | None) -> None:
    from papermine import segment
    from papermine.pipeline import mine, read
    pack = read(path, password=password)
    if "papers" in layers:
        add_papers(sheet, pack, segment.split(pack), page)
    if "records" in layers:
        add_records(sheet, mine(pack), page)


def draw_places(path: str | PathLike[str], page: int, boxes: Sequence[Box], out: str | PathLike[str], *, scale: float = SCALE,
                password: str | None = None) -> None:
    """Draw a page with these places marked and the rest paler, as a PNG.

    Boxes are points on the page as displayed, as `Evidence` and view `evidence` have them.
    """
    marks = [Mark(box, ORANGE, weight=1.6, fill=0.22) for box in boxes]
    _draw(path, page, marks, [Key(ORANGE, "printed here", fill=0.3)], out, scale, password, dim=True)


def draw_cells(path: str | PathLike[str], page: int, cells: Sequence[CellMark], out: str | PathLike[str], *, scale: float = SCALE,
               password: str | None = None) -> None:
    """Draw a page with the cells of one table on it, rows and columns numbered from 1, as a PNG."""
    marks = [Mark(c.box, ORANGE if c.header else BLUE if c.figure else RED, weight=0.9,
                  fill=0.25 if c.header else 0.16 if c.figure else 0.05) for c in cells]
    seen: set[int] = set()
    for cell, mark in zip(cells, marks, strict=True):
        if cell.row is not None and cell.row not in seen and cell.column == min(c.column for c in cells if c.row == cell.row):
            seen.add(cell.row)
            mark.badge = str(cell.row + 1)
    keys = [Key(RED, f"cells, by row of the table: {len(seen)} rows × {len({c.column for c in cells})} columns here", fill=0.08)]
    keys += [Key(ORANGE, "header", fill=0.3)] if any(c.header for c in cells) else []
    keys += [Key(BLUE, "figures", fill=0.2)] if any(c.figure for c in cells) else []
    _draw(path, page, marks, keys, out, scale, password)


def _draw(path: str | PathLike[str], page: int, marks: list[Mark], keys: list[Key], out: str | PathLike[str], scale: float,
          password: str | None, dim: bool = False) -> None:
    from papermine.reader import open_pdf
    from papermine.reader.picture import picture
    with open_pdf(Path(path), password=password) as source:
        pixels, used = picture(source, page, scale)
        sheet = Sheet(f"{source.path.name} · page {page} of {len(source)}", marks, keys, dim=dim)
    compose(pixels, used, sheet).save(out, format="PNG")


def page_png(source: Source, page: int, scale: float = SCALE, hidden: Sequence[tuple[float, float, float, float]] = ()) -> bytes:
    """A page of an open PDF as a PNG; ``hidden`` boxes (points on the page as displayed) are painted over."""
    import io

    from PIL import Image, ImageDraw

    from papermine.reader.picture import picture
    pixels, used = picture(source, page, scale)
    image = Image.fromarray(pixels)
    if hidden:
        pen = ImageDraw.Draw(image)
        for x0, top, x1, bottom in hidden:
            pen.rectangle((x0 * used - 1, top * used - 1, x1 * used + 1, bottom * used + 1), fill=(60, 60, 60))
    if (pixels[:, :, 0] == pixels[:, :, 1]).all() and (pixels[:, :, 1] == pixels[:, :, 2]).all():
        image = image.convert("L")
    out = io.BytesIO()
    image.save(out, format="PNG", compress_level=2)
    return out.getvalue()
