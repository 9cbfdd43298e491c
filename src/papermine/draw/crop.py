"""The part of a page where a fact is printed, as a picture: what a reviewer holds beside the record."""

from __future__ import annotations

import io
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw

from papermine.draw.marks import ORANGE
from papermine.provenance import Box

MARGIN = 48.0
"""Points of the page shown above and below the place: the heading before it and the line after it."""


def crop(path: str | PathLike[str], page: int, boxes: Sequence[Box] = (), *, scale: float = 1.5, margin: float = MARGIN,
         form: Literal["PNG", "JPEG"] = "PNG", password: str | None = None) -> bytes:
    """The strip of page ``page`` (from 1) that holds these boxes (points), over the page's whole width, the boxes framed.

    Without boxes it is the whole page. Raises `UnreadableFile` or `NotFound` where there is no such page to draw.
    """
    from papermine.reader import open_pdf
    from papermine.reader.picture import picture
    with open_pdf(Path(path), password=password) as source:
        pixels, used = picture(source, page, scale)
    image = Image.fromarray(pixels)
    draw = ImageDraw.Draw(image)
    for b in boxes:
        frame = ((b.x0 - 2) * used, (b.top - 2) * used, (b.x1 + 2) * used, (b.bottom + 2) * used)
        draw.rectangle(frame, outline=ORANGE, width=max(2, round(1.6 * used)))
    if boxes:
        top = max(0, round((min(b.top for b in boxes) - margin) * used))
        bottom = min(image.height, round((max(b.bottom for b in boxes) + margin) * used))
        if bottom - top > 8:
            image = image.crop((0, top, image.width, bottom))
    out = io.BytesIO()
    if form == "JPEG":
        image.save(out, "JPEG", quality=72, optimize=True)
    else:
        image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
