"""Printed pages as a scanner gives them: one picture a page, no text layer."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papermine.ocr.engine import engine, how_to_install

needs_tesseract = pytest.mark.skipif(engine() is None, reason=f"Tesseract is not installed: {how_to_install(('eng', 'cym'))}")
needs_welsh = pytest.mark.skipif((tool := engine()) is None or "cym" not in tool.languages, reason=f"no Welsh: {how_to_install(('cym',))}")

PAGE_SIZE = (420, 300)
MINUTES = ("MINUTES of a meeting of the Parish Council", "held in the Village Hall on Tuesday 14 May 2024", "Present: Councillors Ann Hill and David Price",
           "1. Apologies for absence", "Apologies were received from Councillor Mary Jones.", "2. Accounts for payment",
           "RESOLVED that the accounts of £1,250.40 be paid.")


def printed(draw: Callable[[Canvas], None], size: tuple[float, float] = (420, 300)) -> bytes:
    """One page that ``draw`` prints, as a PDF with text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(texts: tuple[str, ...] = MINUTES, font: str = "Times-Roman") -> Callable[[Canvas], None]:
    """Draws these lines, one under the other."""
    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(texts):
            canvas.setFont(font, 12)
            canvas.drawString(40, 260 - 24 * n, text)
    return draw


def picture(pdf: bytes, dpi: int = 200) -> Image.Image:
    """Its first page in grey."""
    document = pdfium.PdfDocument(pdf)
    grey = document[0].render(scale=dpi / 72).to_pil().convert("L")
    document.close()
    return grey


def spoil(grey: Image.Image, *, skew: float = 0, noise: float = 0, ink: int = 0, blur: float = 0) -> Image.Image:
    """Lean it clockwise by ``skew`` degrees, blur it, make its ink as pale as ``ink``, add noise."""
    grey = grey.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255)
    grey = grey.filter(ImageFilter.GaussianBlur(blur)) if blur else grey
    light = np.asarray(grey, dtype=np.float32) / 255 * (255 - ink) + ink
    light += np.random.default_rng(1).normal(0, noise, light.shape) if noise else 0
    return Image.fromarray(np.clip(light, 0, 255).astype(np.uint8))


def as_pdf(path: Path, *pages: Image.Image | Callable[[Canvas], None], size: tuple[float, float] = (420, 300)) -> Path:
    """A PDF of pictures, each filling its page, and of pages that are drawn."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for page in pages:
        if isinstance(page, Image.Image):
            turned = (page.width > page.height) != (size[0] > size[1])
            canvas.setPageSize(size[::-1] if turned else size)
            canvas.drawImage(ImageReader(page), 0, 0, *(size[::-1] if turned else size))
        else:
            canvas.setPageSize(size)
            page(canvas)
        canvas.showPage()
    canvas.save()
    return path
