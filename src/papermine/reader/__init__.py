"""PDF → pages of words and rules. PDFium reads; pdfplumber is the reference and the fallback."""

from __future__ import annotations

from papermine.reader.source import Source, open_pdf

__all__ = ["Source", "open_pdf"]
