"""A part of a page's picture is the whole picture's pixels there, wherever it lies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papermine.provenance import Box
from papermine.reader import open_pdf
from papermine.reader.picture import part, picture


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("picture") / "paper.pdf"
    shades = (np.add.outer(np.arange(300) * 7, np.arange(400) * 3) % 256).astype(np.uint8)
    canvas = Canvas(str(path), pagesize=(595.3, 841.9))
    canvas.drawImage(ImageReader(Image.fromarray(shades)), 61.3, 402.7, 333.1, 251.9)
    for n in range(30):
        canvas.drawString(40.4, 780 - 20.3 * n, f"Line {n} of the minutes of the Council")
    canvas.save()
    return path


@pytest.mark.parametrize("box", [Box(61.3, 187.3, 394.4, 439.2), Box(0, 0, 200.2, 90.1), Box(400.7, 700.3, 595.3, 841.9), Box(0, 0, 595.3, 841.9),
                                 Box(-20, -20, 50, 50), Box(550, 800, 700, 900), Box(100.2, 200.4, 300.7, 401.1)])
def test_a_part_is_as_in_the_whole(paper: Path, box: Box) -> None:
    with open_pdf(paper) as source:
        whole, scale = picture(source, 1, 100 / 72)
        pixels, used, (x, y) = part(source, 1, 100 / 72, box)
    there = [slice(max(int(low * scale), 0), int(high * scale) + 1) for low, high in ((box.top, box.bottom), (box.x0, box.x1))]
    here = [slice(s.start - at, s.stop - at) for s, at in zip(there, (y, x), strict=True)]
    assert used == scale
    assert whole[*there].size
    assert pixels.shape[0] * pixels.shape[1] <= (there[0].stop - there[0].start + 80) * (there[1].stop - there[1].start + 80)
    assert np.array_equal(pixels[*here], whole[*there])
