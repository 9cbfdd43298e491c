"""Open a PDF as a sequence of pages read on demand, with a clear error where it cannot be."""

from __future__ import annotations

import ctypes
import hashlib
import mmap
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from papermine.document import Page
from papermine.errors import UnreadableFile
from papermine.ocr.wanted import Wanted
from papermine.reader import flow, glyphs, plumber
from papermine.reader.scans import Scans

Reader = Literal["auto", "pdfium", "pdfplumber"]

REOPEN_PAGES = 250
"""PDFium keeps what it has parsed until a file is closed: after so many pages it is opened afresh."""
MAPPED_BYTES = 1 << 25
"""A file larger than this is mapped, not held in memory."""

MAX_SIDE = 14_400.0
"""Longest side of a page in points (200 inches: the limit that ISO 32000-1, annex C.2, names)."""


class _Data:
    """The bytes of a file: in memory, or mapped where there are many. ``pdf``: what is read instead of a file that flows."""

    def __init__(self, path: Path) -> None:
        self.pdf: bytes | None = None
        self.bytes: bytes | mmap.mmap
        with path.open("rb") as file:
            if path.stat().st_size > MAPPED_BYTES:
                self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
            else:
                self.bytes = file.read()

    def open(self, password: str | None) -> Any:
        """The PDF, opened by PDFium."""
        data = self.bytes if self.pdf is None else self.pdf
        return pdfium.PdfDocument((ctypes.c_ubyte * len(data)).from_buffer(data) if isinstance(data, mmap.mmap) else data, password=password)

    def forget(self) -> None:
        """Let the memory go that mapped pages take; they are read again where they are needed."""
        if isinstance(self.bytes, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self.bytes.madvise(mmap.MADV_DONTNEED)


class Source:
    """An open PDF. ``len`` is its page count; iterating reads each page once, in order.

    A page that cannot be read is an empty `Page` with a note that says why.
    """

    def __init__(self, path: Path, data: _Data, document: Any, reader: Reader, password: str | None,
                 skip: Mapping[int, tuple[str, str]], wanted: Wanted, paragraphs: Sequence[Sequence[tuple[float, int]]] = ()) -> None:
        self.path = path
        self._data = data
        self._since_open = 0
        self.sha256 = hashlib.sha256(data.bytes).hexdigest()
        self.pack_id = self.sha256[:16]
        self.reader = reader
        self._document = document
        self._password = password
        self._skip = skip
        self._paragraphs = paragraphs
        self._plumber: plumber.Plumber | None = None
        self._nameless = 0
        self._scans = Scans(self, wanted)

    def __len__(self) -> int:
        return len(self._document)

    def __iter__(self) -> Iterator[Page]:
        for number in range(1, len(self) + 1):
            yield self.page(number)

    def __enter__(self) -> Source:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file in both readers."""
        if self._plumber is not None:
            self._plumber.close()
            self._plumber = None
        self._document.close()

    @property
    def producer(self) -> str | None:
        """The program that made the PDF, as its metadata say."""
        try:
            meta = self._document.get_metadata_dict(skip_empty=True)
        except pdfium.PdfiumError:
            return None
        return str(meta.get("Producer") or meta.get("Creator") or "").strip()[:200] or None

    @property
    def bookmarks(self) -> list[tuple[str, int, int]]:
        """The outline as (title, page from 1, level from 0); entries without a page are left out."""
        found: list[tuple[str, int, int]] = []
        try:
            for mark in self._document.get_toc(max_depth=4):
                dest = mark.get_dest()
                index = dest.get_index() if dest else None
                if index is not None and 0 <= index < len(self):
                    found.append((" ".join(mark.get_title().split()), index + 1, mark.level))
                if len(found) >= 2000:
                    break
        except (pdfium.PdfiumError, ValueError):
            pass
        return found

    def page(self, number: int) -> Page:
        """Page ``number`` (from 1), by PDFium, or by pdfplumber where PDFium cannot; by its picture where its text layer is of no use."""
        if number in self._skip:
            return Page(number, 0, 0, [], [], source="unreadable", notes=[self._skip[number]])
        page = self._read(number)
        return page if page.notes and not page.width else self._scans.examine(page)

    def _read(self, number: int) -> Page:
        if self.reader == "pdfplumber":
            return self._plumbed(number)
        self._since_open += 1
        if self._since_open >= REOPEN_PAGES:
            self._since_open = 0
            self._document.close()
            self._data.forget()
            self._document = self._data.open(self._password)
        try:
            handle = self._document[number - 1]
        except pdfium.PdfiumError as error:
            if self.reader == "pdfium":
                return Page(number, 0, 0, [], [], source="unreadable", notes=[("page-unreadable", f"PDFium cannot open the page ({error})")])
            return self._plumbed(number)
        try:
            width, height = handle.get_size()
            if max(width, height) > MAX_SIDE:
                size = f"the page measures {width:.0f} × {height:.0f} points, more than the {MAX_SIDE:.0f} that PDF allows"
                return Page(number, width, height, [], [], source="unreadable", notes=[("page-too-large", size)])
            page = glyphs.read_page(handle, number, partial(self._named, number))
        finally:
            handle.close()
        label = self._document.get_page_label(number - 1)
        page.label = label or None
        if self._paragraphs:
            page.paragraphs = list(self._paragraphs[number - 1])
        return page

    def _named(self, number: int, boxes: NDArray[np.float64]) -> list[str]:
        """The characters that pdfplumber reads in these boxes of a page, "" where it reads none either."""
        if self._nameless < 2:
            try:
                found = self._peer().characters(number, boxes)
            except Exception:  # pdfminer raises whatever a broken file leads it to
                found = []
            if any(found):
                return found
            self._nameless += 1
        return [""] * len(boxes)

    def _peer(self) -> plumber.Plumber:
        if self._plumber is None:
            self._plumber = plumber.Plumber(self.path, self._password)
        return self._plumber

    def _plumbed(self, number: int) -> Page:
        try:
            return self._peer().page(number)
        except Exception as error:  # pdfminer raises whatever a broken file leads it to
            return Page(number, 0, 0, [], [], source="unreadable",
                        notes=[("page-unreadable", f"neither reader can open the page ({type(error).__name__}: {error})")])


def open_pdf(path: Path, *, password: str | None = None, reader: Reader = "auto", ocr: Wanted | None = None,
             skip: Mapping[int, tuple[str, str]] | None = None) -> Source:
    """Open ``path``: a PDF, or a paper without pages (Word, HTML), which is typeset on sheets.

    Raises `UnreadableFile` with a code and a sentence that says what to do.
    ``skip`` names pages that stay unread, each with the (code, words) of the note that it gets.
    """
    try:
        held = _Data(path)
        data = held.bytes
        head = data[:1024]
    except FileNotFoundError:
        raise UnreadableFile(f"{path}: there is no such file; check the path", "missing-file") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{path}: this is a folder; give it to `papermine ingest`, which looks into folders", "not-readable") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: cannot be read ({error.strerror}); check its permissions", "not-readable") from None
    if not data:
        raise UnreadableFile(f"{path}: the file is empty; fetch it again", "empty-file")
    if flow.flows(path, head):
        made = flow.sheets(path, data[:])
        held.pdf = made.pdf
        return Source(path, held, held.open(None), "pdfium", None, skip or {}, Wanted("never"), made.marks)
    if b"%PDF" not in head:
        web = b"<html" in head.lower() or b"<!doctype" in head.lower()
        looks = "a web page" if web else "a ZIP or Office file" if head[:2] == b"PK" else ""
        raise UnreadableFile(f"{path}: not a PDF{f' but {looks}' if looks else ''}; fetch the PDF itself", "not-pdf")
    try:
        document = held.open(password)
    except pdfium.PdfiumError:
        reason = raw.FPDF_GetLastError()
        if reason == raw.FPDF_ERR_PASSWORD and data.find(b"/Encrypt") >= 0:  # the reason of an earlier file may linger
            hint = "the password given does not open it" if password else "it needs a password; give it with --password"
            raise UnreadableFile(f"{path}: encrypted, and {hint}", "encrypted") from None
        if re.search(rb"/Count\s+0\b", data) and not re.search(rb"/Type\s*/Page\b", data):  # PDFium gives no reason of its own here
            raise UnreadableFile(f"{path}: the PDF has no pages; fetch it again", "no-pages") from None
        cut = b"%%EOF" not in data[-2048:]
        code = "truncated" if cut else "damaged"
        raise UnreadableFile(f"{path}: {code} beyond repair, no page can be found; fetch it again", code) from None
    if len(document) == 0:
        document.close()
        raise UnreadableFile(f"{path}: the PDF has no pages; fetch it again", "no-pages")
    return Source(path, held, document, reader, password, skip or {}, ocr or Wanted())
