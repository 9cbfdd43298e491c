"""One page by pdfplumber (pdfminer.six): the reference, and the fallback where PDFium cannot."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papermine.document import Page, Rule, Word
from papermine.reader.marks import THIN


class Plumber:
    """A PDF opened with pdfplumber, kept open while pages are asked for."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        import pdfplumber  # a fifth of a second, for the rare page that needs it
        self._file = path.open("rb")
        try:
            self._pdf: Any = pdfplumber.open(self._file, password=password or "")
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        """Close the file. (`pdfplumber.PDF.close` would look at every page once more, and stumble over the broken ones.)"""
        self._file.close()

    def characters(self, number: int, boxes: NDArray[np.float64]) -> list[str]:
        """For each box (x0, top, x1, bottom in points): the character whose middle is in it, "" where there is none that has a code."""
        page = self._pdf.pages[number - 1]
        known = [c for c in page.chars if not c["text"].startswith("(cid:") and c["text"].isprintable()]
        middle = np.array([((c["x0"] + c["x1"]) / 2, (c["top"] + c["bottom"]) / 2) for c in known]).reshape(-1, 2)
        page.close()
        out = []
        for x0, top, x1, bottom in boxes.tolist():
            inside = np.flatnonzero((middle[:, 0] > x0 - 0.3) & (middle[:, 0] < x1 + 0.3) & (middle[:, 1] > top) & (middle[:, 1] < bottom))
            text = str(known[int(inside[0])]["text"]) if len(inside) == 1 else ""
            out.append(unicodedata.normalize("NFKC", text).strip())
        return out

    def page(self, number: int) -> Page:
        """Page ``number`` (from 1)."""
        page = self._pdf.pages[number - 1]
        words = []
        for w in page.extract_words(extra_attrs=["fontname", "size"], use_text_flow=False):
            name = str(w["fontname"]).lower()
            words.append(Word(w["text"], w["x0"], w["top"], w["x1"], w["bottom"], round(float(w["size"]), 2), "bold" in name,
                              "italic" in name or "oblique" in name, bool(w["upright"]), 0, float(w["bottom"])))
        rules = [Rule(r["x0"], r["top"], r["x1"], r["bottom"], "line" if min(r["width"], r["height"]) < THIN else "fill")
                 for r in (*page.lines, *page.rects)]
        rules += [Rule(r["x0"], r["top"], r["x1"], r["bottom"], "image") for r in page.images]
        rules += [Rule(r["x0"], r["top"], r["x1"], r["bottom"], "curve") for r in page.curves]
        width, height = float(page.width), float(page.height)
        page.close()
        return Page(number, width, height, words, rules, source="text" if words else "none")
