"""A page as a picture, by PDFium."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from papermine.errors import NotFound, UnreadableFile
from papermine.provenance import Box

if TYPE_CHECKING:
    from papermine.reader.source import Source

BESIDE = 40
"""So many pixels beside a part are drawn too: a letter that PDFium cuts off at the edge is drawn a little differently as far as it goes."""
MOST_PIXELS = 40_000_000
"""A larger picture is drawn at a smaller scale: an A0 plan at 4 pixels a point would take a gigabyte."""


def check_page(source: Source, number: int) -> None:
    """Raise `NotFound`, with the pages that there are, where the file has no page ``number`` (from 1)."""
    pages = len(source)
    if not 1 <= number <= pages:
        there = "one page" if pages == 1 else f"pages 1 to {pages}"
        raise NotFound(f"{source.path.name} has {there}: there is no page {number}")


def picture(source: Source, number: int, scale: float) -> tuple[NDArray[np.uint8], float]:
    """Page ``number`` (from 1) as displayed, as an RGB array of shape (height, width, 3).

    ``scale`` is in pixels a point; the one returned beside the array is what was used.
    """
    pixels, used, _ = part(source, number, scale, None)
    return pixels, used


def part(source: Source, number: int, scale: float, box: Box | None) -> tuple[NDArray[np.uint8], float, tuple[int, int]]:
    """The part of that picture that holds ``box`` (points of the page as displayed), the scale that was used, and where the part's upper left
    pixel stands in the whole picture (x, y). Little beside it is drawn, and what is in the box is the same."""
    check_page(source, number)
    try:
        handle: Any = source._document[number - 1]
        try:
            width, height = handle.get_size()
            used = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            left = top = right = bottom = 0  # pixels that are left out at each side
            if box is not None:
                across, down = math.ceil(width * used), math.ceil(height * used)
                left, top = max(int(box.x0 * used) - BESIDE, 0), max(int(box.top * used) - BESIDE, 0)
                right, bottom = max(across - int(box.x1 * used) - 1 - BESIDE, 0), max(down - int(box.bottom * used) - 1 - BESIDE, 0)
            crop = tuple(max(n - 0.01, 0) / used for n in (left, bottom, right, top))  # the library rounds up
            bitmap = handle.render(scale=used, crop=crop, rev_byteorder=True, prefer_bgrx=False)
            pixels = np.array(bitmap.to_numpy(), dtype=np.uint8, copy=True)
            bitmap.close()
        finally:
            handle.close()
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        raise UnreadableFile(f"{source.path.name}: page {number} cannot be drawn ({error})", "page-unreadable") from error
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        pixels = np.repeat(pixels.reshape(*pixels.shape[:2], 1), 3, axis=2)
    return pixels[:, :, :3], used, (left, top)
