"""A typeset pack as a scanner would give it: each page one JPEG picture, no text layer."""

from __future__ import annotations

import io
import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Quality:
    """How a page is spoiled.

    ``dpi``: resolution; ``skew``: most degrees that a page leans either way; ``blur``: radius in pixels of a
    Gaussian; ``noise``: standard deviation of the grey values' noise (0 to 255); ``specks``: share of pixels
    that turn black; ``ink``, ``paper``: grey of black and white (a faint copy on grey paper); ``shade``: how much
    darker one edge is; ``jpeg``: quality as Pillow counts it, 1 to 95.
    """

    dpi: int
    skew: float
    blur: float
    noise: float
    specks: float
    ink: int
    paper: int
    shade: int
    jpeg: int


QUALITIES = {
    "clean": Quality(dpi=300, skew=0.5, blur=0.4, noise=4, specks=0, ink=15, paper=252, shade=0, jpeg=85),
    "poor": Quality(dpi=200, skew=2.5, blur=0.8, noise=16, specks=0.0004, ink=95, paper=225, shade=30, jpeg=45),
}


def scan(pdf: Path, quality: str, seed: int = 0) -> Path:
    """Put a scanned copy beside ``pdf`` (its name and ``-clean`` or ``-poor``), with its truth; returns its path."""
    q = QUALITIES[quality]
    out = pdf.with_name(f"{pdf.stem}-{quality}.pdf")
    document = pdfium.PdfDocument(pdf)
    canvas = Canvas(str(out), invariant=1)
    for number, page in enumerate(document):
        dice = random.Random(f"{seed}/{pdf.stem}/{number}")
        width, height = page.get_size()
        grey = page.render(scale=q.dpi / 72, grayscale=True).to_pil().convert("L")
        canvas.setPageSize((width, height))
        canvas.drawImage(_spoiled(grey, q, dice), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    document.close()
    truth = pdf.with_suffix(".json")
    if truth.is_file():
        said = json.loads(truth.read_text(encoding="utf-8"))
        said |= {"pdf": out.name, "sha256": None, "scanned": True}
        out.with_suffix(".json").write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return out


def _spoiled(grey: Image.Image, q: Quality, dice: random.Random) -> ImageReader:
    grey = grey.rotate(dice.uniform(-q.skew, q.skew), Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(q.blur))
    noise = np.random.default_rng(dice.randrange(2**32))
    light = np.asarray(grey, dtype=np.float32) / 255 * (q.paper - q.ink) + q.ink
    light -= np.linspace(0, q.shade, light.shape[1], dtype=np.float32)
    light += noise.normal(0, q.noise, light.shape).astype(np.float32)
    if q.specks:
        light[noise.random(light.shape, dtype=np.float32) < q.specks] = 30
    picture = Image.fromarray(np.clip(light, 0, 255).astype(np.uint8))
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=q.jpeg)
    jpeg.seek(0)
    return ImageReader(jpeg)  # given the file itself, reportlab puts the JPEG in as it is
