"""Bare calls of PDFium's functions: the same answers as the checked binding's, for pages with more glyphs than go at once."""

from __future__ import annotations

import ctypes
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from reportlab.pdfgen.canvas import Canvas

from papermine.reader.native import Rows, address, bare


@pytest.fixture(scope="module")
def text_page(tmp_path_factory: pytest.TempPathFactory) -> pdfium.PdfTextPage:
    path: Path = tmp_path_factory.mktemp("native") / "page.pdf"
    canvas = Canvas(str(path))
    for n in range(30):
        canvas.drawString(40, 780 - 20 * n, f"Line {n} of the minutes of the Council")
    canvas.save()
    return pdfium.PdfDocument(path)[0].get_textpage()


def test_rows_hold_what_the_checked_binding_gives(text_page: pdfium.PdfTextPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rows, "AT_ONCE", 64)
    count = text_page.count_chars()
    assert count > 5 * 64
    boxes = Rows(4, np.float32).filled(bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int), _at(text_page), range(count))
    wanted = np.zeros((count, 4), dtype=np.float32)
    for n in range(count):
        rect = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text_page.raw, n, ctypes.byref(rect))
        wanted[n] = rect.left, rect.top, rect.right, rect.bottom
    assert (boxes == wanted).all()
    assert boxes.any(axis=1).all()


def test_two_numbers_go_to_neighbouring_columns_and_what_is_not_written_is_0(text_page: pdfium.PdfTextPage) -> None:
    rows, ask = Rows(2, np.float64, outs=2), bare(raw.FPDFText_GetCharOrigin, ctypes.c_int)
    beyond = text_page.count_chars() + 5
    found = rows.filled(ask, _at(text_page), [0, 5])
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page.raw, 5, x, y)
    assert found[1].tolist() == [x.value, y.value]
    assert rows.filled(ask, _at(text_page), [beyond, 5]).tolist() == [[0.0, 0.0], [x.value, y.value]]


def _at(text_page: pdfium.PdfTextPage) -> object:
    return address(ctypes.cast(text_page.raw, ctypes.c_void_p).value)
