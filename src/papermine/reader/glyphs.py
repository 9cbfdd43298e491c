"""One page by PDFium: glyphs as arrays, joined into words; paths and pictures as rules.

PDFium's text page gives each glyph's character, advance box, baseline origin and text object.
Its own guesses (generated spaces and line ends) are not used: words are made from positions.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from papermine.document import Page, Word
from papermine.provenance import Box
from papermine.reader.chars import HYPHEN, boxes, read_chars
from papermine.reader.marks import Marks, Transform, read_marks
from papermine.reader.native import Rows, address, bare, direct
from papermine.reader.words import Glyphs, make_words

_P = ctypes.c_void_p
Named = Callable[[NDArray[np.float64]], Sequence[str]]
"""For glyphs in these boxes, (n, 4) in displayed points: their characters, "" where there is none."""

_origin = direct(raw.FPDFText_GetCharOrigin, ctypes.c_int, _P, ctypes.c_int, _P, _P)
_font_size = bare(raw.FPDFText_GetFontSize, ctypes.c_double)
_matrix = bare(raw.FPDFText_GetMatrix, ctypes.c_int)
_origins = bare(raw.FPDFText_GetCharOrigin, ctypes.c_int)
_mode = bare(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
_font = bare(raw.FPDFTextObj_GetFont, _P)
_weight = direct(raw.FPDFFont_GetWeight, ctypes.c_int, _P)
_flags = direct(raw.FPDFFont_GetFlags, ctypes.c_int, _P)
_base_name = direct(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _P, _P, ctypes.c_size_t)
_MATRICES, _ORIGINS = Rows(6, np.float32), Rows(2, np.float64, outs=2)

FEW_UNNAMED = 0.05
"""Where no more than this share of the characters have no code of their own, pdfplumber is asked for them (a ligature "f_i" of a CFF font)."""
OFF_PAGE = 0.15
"""Text at most this share of the page's height above or below the page is kept, and noted."""

CUT = 20
"""So many letters cut off by clipping paths are told of; fewer are the end of a label."""
SHOWS = 0.3
"""A letter of which less than this share shows beside a clipping path is not read."""

_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi", "-bd", "cmbx", "cmssbx", "sfbx", "-medi")  # TeX: CMBX10, NimbusRomNo9L-Medi
_ITALIC_NAMES = ("italic", "oblique", "-it")
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6


def _font_style(font: int) -> tuple[bool, bool]:
    """(bold, italic) by the font's name, weight and flags."""
    buffer = ctypes.create_string_buffer(256)
    _base_name(font, buffer, 256)
    name = buffer.value.decode("latin-1").lower()
    name = name.partition("+")[2] or name
    flags = max(_flags(font), 0)
    bold = any(n in name for n in _BOLD_NAMES) or bool(flags & _FORCE_BOLD) or (_weight(font) >= 600 and "regular" not in name)
    return bold, any(n in name for n in _ITALIC_NAMES) or bool(flags & _ITALIC_FLAG)


def _directions(dx: NDArray[np.float64], dy: NDArray[np.float64]) -> NDArray[np.int8]:
    """The ways that baselines run on the displayed page; ``dy`` points down."""
    level, steep = np.abs(dy) <= 0.05 * np.abs(dx), np.abs(dx) <= 0.05 * np.abs(dy)
    return np.where(level, np.where(dx >= 0, 0, 2), np.where(steep, np.where(dy < 0, 1, 3), 4)).astype(np.int8)


def read_page(handle: Any, number: int, named: Named | None = None) -> Page:
    """Read one open PDFium page. ``number`` counts from 1; ``named`` gives characters that PDFium does not know."""
    transform = Transform.of(handle)
    marks = read_marks(handle, transform)
    glyphs, odd = _read_glyphs(handle, transform, marks, named)
    turned = _turn(glyphs.direction)
    page = Page(number, transform.width, transform.height, [], marks.rules)
    outside = ~glyphs.hidden & _outside(glyphs.order, glyphs.box, marks.clips) if marks.clips else np.zeros(len(glyphs), dtype=np.bool_)
    keep, page.redacted = _visible(glyphs, outside, marks, handle, transform)
    cut = int(outside.sum())
    if cut >= CUT:
        page.notes.append(("clipped-text", f"{cut} letters lie outside the area that is painted, where no reader sees them; they are left out"))
    page.unmapped = odd
    page.hidden = len(glyphs) > 0 and (float(glyphs.hidden.mean()) > 0.5 or _under_picture(glyphs, marks, transform))
    glyphs = glyphs.take(keep)
    if turned:
        _turn_page(page, glyphs, turned)
    page.words = make_words(glyphs)
    if not page.words:
        page.source = "none"
    if any(w.top > page.height + 1 or w.bottom < -1 for w in page.words):
        page.notes.append(("text-off-page", "some text lies beyond the upper or lower edge, where no reader sees it"))
    if odd:
        page.notes.append(("unmapped-glyphs", f"{odd} glyphs have no character: the font does not say what they mean"))
    return page


def _read_glyphs(handle: Any, transform: Transform, marks: Marks, named: Named | None = None) -> tuple[Glyphs, int]:
    """All printed glyphs of the page in content order, in displayed coordinates, and how many have no character.

    ``named`` is asked for the characters of glyphs to which PDFium gives none.
    """
    text_page = raw.FPDFText_LoadPage(handle.raw)
    if not text_page:
        return Glyphs.none(), 0
    try:
        tp = ctypes.cast(text_page, _P).value
        code, obj = read_chars(tp)
        printed = obj != 0
        rare = np.flatnonzero(((code < 32) | (code > 126)) & printed)
        printed[rare] = list(map(bool, map(_CHARACTERS.__getitem__, code[rare].tolist())))
        unnamed = rare[(code[rare] < 32) & (code[rare] != 9) | (code[rare] == 0xFFFD)]
        odd, names = len(unnamed), dict[int, str]()
        if named is not None and 0 < odd <= max(3, FEW_UNNAMED * len(code)):
            names = dict(zip(unnamed.tolist(), named(transform.boxes(boxes(tp, unnamed.tolist()))), strict=True))
            printed[unnamed] = list(map(bool, names.values()))
            odd -= int(printed[unnamed].sum())
        keep = np.flatnonzero(printed)
        if not len(keep):
            return Glyphs.none(), odd
        places, chars = keep.tolist(), list(map(_CHARACTERS.__getitem__, code[keep].tolist()))
        for k, char in names.items():
            if char:
                chars[places.index(k)] = char
        box = transform.boxes(boxes(tp, places))
        of = obj[keep]
        starts = np.flatnonzero(np.diff(of, prepend=0))
        owners = of[starts].tolist()
        first = dict(zip(reversed(owners), reversed(keep[starts].tolist()), strict=True))
        style = _styles(tp, list(first), list(first.values()), transform, marks)
        row = dict(zip(first, range(len(first)), strict=True))
        inverse = np.repeat([row[owner] for owner in owners], np.diff(starts, append=len(of)))
        order, direction = style.order[inverse], style.direction[inverse]
        # a space that PDFium adds; below, text objects without glyphs: spaces that it swallowed. Hints for narrow gaps
        hint = np.concatenate(([False], (obj[:-1] == 0) & (code[:-1] == 32)))[keep]
        blank = np.array(sorted(set(marks.order.values()).difference(style.order.tolist())), dtype=np.int64)
        if len(blank):
            before = np.searchsorted(blank, style.order)[inverse]  # blank text objects painted up to each glyph
            hint[1:] |= np.diff(before) > 0
        origin = style.origin[inverse]
        for k in np.flatnonzero(direction == 4).tolist():  # slanting text has no common baseline
            origin[k] = _origin_of(tp, places[k])
    finally:
        raw.FPDFText_ClosePage(text_page)
    bold = style.bold[inverse]
    if len(blank):  # PDFium drops a text object that repeats another one slightly shifted: that is how some writers make bold
        dropped = set(blank.tolist())
        cx, cy = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
        for owner, at in marks.order.items():
            if at in dropped and (twin := marks.box_of(owner, transform)) is not None:
                bold |= (cx > twin.x0) & (cx < twin.x1) & (cy > twin.top) & (cy < twin.bottom)
    return Glyphs(chars, box, transform.points(origin), style.size[inverse], direction, bold,
                  style.italic[inverse], order, style.hidden[inverse], hint), odd


def _origin_of(tp: int | None, i: int) -> tuple[float, float]:
    """The baseline origin of a glyph, in page space."""
    x, y = ctypes.c_double(), ctypes.c_double()
    _origin(tp, i, ctypes.addressof(x), ctypes.addressof(y))
    return x.value, y.value


@dataclass(slots=True)
class _Styles:
    """What the glyphs of one text object share, as columns: a row for each object, by its first glyph.

    ``direction``: 0 left to right, 1 bottom to top, 2 right to left, 3 top to bottom, 4 slanting. ``order``: of painting.
    ``origin`` (n, 2): of the first glyph, in page space.
    """

    size: NDArray[np.float64]
    direction: NDArray[np.int8]
    bold: NDArray[np.bool_]
    italic: NDArray[np.bool_]
    order: NDArray[np.int64]
    hidden: NDArray[np.bool_]
    origin: NDArray[np.float64]


def _styles(tp: int | None, objects: list[int], first: list[int], transform: Transform, marks: Marks) -> _Styles:
    """The styles of text objects, each given by its address and the index of its first glyph."""
    n, page, at = len(objects), address(tp), list(map(address, objects))
    origin = _ORIGINS.filled(_origins, page, first)
    a, b, c, d = _MATRICES.filled(_matrix, page, first)[:, :4].astype(np.float64).T
    mode = np.fromiter(map(_mode, at), dtype=np.int64, count=n)
    fonts = list(map(_font, at))
    looks = {font: _font_style(font) for font in set(fonts)}
    bold, italic = (np.fromiter([looks[font][k] for font in fonts], dtype=np.bool_, count=n) for k in (0, 1))
    return _Styles(np.abs(np.fromiter(map(_font_size, repeat(page), first), dtype=np.float64, count=n)) * np.sqrt(c * c + d * d),
                   _directions(*transform.vector(a, b)), bold | (mode == 2), italic | ((np.abs(b) < 1e-6) & (np.abs(c) > 0.15 * np.abs(d))),
                   np.array([marks.order.get(obj, 0) for obj in objects], dtype=np.int64), mode == 3, origin)


# the first three are what Word writes for Calibri's ligatures, whose glyphs have no character
_LIGATURES = {0x019F: "ti", 0x01A9: "tt", 0x01AB: "tti",
              0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_BULLETS = {0xF0B7, 0xF0A7, 0xF076, 0xF0D8, 0xF0FC, 0x25CF, 0x25A0, 0x25AA, 0x2023, 0x25E6}
_SPACES = {9, 32, 0xA0, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000}


def _character(code: int) -> str:
    """The character a glyph stands for; "" where there is none to print."""
    if 33 <= code < 127:
        return chr(code)
    if code in (10, 13):
        return ""
    if code in _SPACES:
        return " "
    if code in (2, HYPHEN):
        return "-"
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _BULLETS:
        return "•"
    if code < 32 or 0x7F <= code < 0xA0 or code in (0x200B, 0x200C, 0x200D, 0xFEFF, 0xFFFD) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    return chr(code)


class _Characters(dict[int, str]):
    """Character codes → characters, worked out once each."""

    def __missing__(self, code: int) -> str:
        self[code] = char = _character(code)
        return char


_CHARACTERS = _Characters()


def _turn(direction: NDArray[np.int8]) -> int:
    """Degrees by which the sheet must be turned clockwise to read, by most of its glyphs."""
    if len(direction) < 20:
        return 0
    share = np.bincount(direction, minlength=5) / len(direction)
    return 90 if share[1] > 0.6 else 270 if share[3] > 0.6 else 0


def _turn_page(page: Page, glyphs: Glyphs, turned: int) -> None:
    """Turn all positions so that the text reads from left to right."""
    width, height = page.width, page.height

    def turn(box: NDArray[np.float64]) -> NDArray[np.float64]:
        x0, top, x1, bottom = box.T
        new = (height - bottom, x0, height - top, x1) if turned == 90 else (top, width - x1, bottom, width - x0)
        return np.stack(new, axis=1)

    glyphs.box = turn(glyphs.box)
    ox, oy = glyphs.origin.T
    glyphs.origin = np.stack((height - oy, ox) if turned == 90 else (oy, width - ox), axis=1)
    step = 1 if turned == 90 else 3
    upright = np.array([(d - step) % 4 if d < 4 else 4 for d in range(5)], dtype=np.int8)
    glyphs.direction = upright[glyphs.direction]
    for rule in page.rules:
        rule.x0, rule.top, rule.x1, rule.bottom = turn(np.array([[rule.x0, rule.top, rule.x1, rule.bottom]]))[0].tolist()
    page.redacted = [Box(*turn(np.array([box]))[0].tolist()) for box in page.redacted]
    page.width, page.height, page.turned = height, width, turned


def _under_picture(glyphs: Glyphs, marks: Marks, transform: Transform) -> bool:
    """A picture of the whole sheet is painted over most of the text."""
    area = 0.6 * transform.width * transform.height
    over = max((r.order for r in marks.rules if r.kind == "image" and (r.x1 - r.x0) * (r.bottom - r.top) > area), default=0)
    return over > 0 and float((glyphs.order < over).mean()) > 0.5


def _visible(glyphs: Glyphs, outside: NDArray[np.bool_], marks: Marks, handle: Any, transform: Transform) -> tuple[NDArray[np.bool_], list[Box]]:
    """Which glyphs a reader sees, and the boxes of text that was painted over.

    Left out: glyphs far off the page (a table row that Word let run over the lower edge is kept); glyphs ``outside`` their
    clipping path; glyphs under an opaque fill that is painted after them, where the rendered page shows one flat colour.
    Text in render mode 3 (invisible) is kept: it is the text layer of a scan. Where a page has
    both kinds, hidden text is kept only over pictures.
    """
    n = len(glyphs)
    if not n:
        return ~outside, []
    cx = (glyphs.box[:, 0] + glyphs.box[:, 2]) / 2
    cy = (glyphs.box[:, 1] + glyphs.box[:, 3]) / 2
    reach = OFF_PAGE * transform.height
    keep = ~outside & (cx >= -1) & (cx <= transform.width + 1) & (cy >= -reach) & (cy <= transform.height + reach)
    if glyphs.hidden.any() and not glyphs.hidden.all():
        over = np.zeros(n, dtype=bool)
        for r in marks.rules:
            if r.kind == "image":
                over |= (cx >= r.x0) & (cx <= r.x1) & (cy >= r.top) & (cy <= r.bottom)
        keep &= ~glyphs.hidden | over
    covered = np.zeros(n, dtype=bool)
    for cover in marks.covers:
        box = cover.box
        inside = (cx > box.x0) & (cx < box.x1) & (cy > box.top) & (cy < box.bottom) & (glyphs.order < cover.order) & keep
        covered |= inside & ~glyphs.hidden
    if not covered.any():
        return keep, []
    words: list[Word] = make_words(glyphs.take(covered))
    flat = marks.flat(handle, [w.box for w in words])
    redacted = [w.box for w, hidden in zip(words, flat, strict=True) if hidden]
    for box in redacted:
        keep &= ~(covered & (cx >= box.x0 - 0.5) & (cx <= box.x1 + 0.5) & (cy >= box.top - 0.5) & (cy <= box.bottom + 0.5))
    return keep, redacted


def _outside(order: NDArray[np.int64], box: NDArray[np.float64], clips: dict[int, Box]) -> NDArray[np.bool_]:
    """Which glyphs show less than `SHOWS` of their width or height inside what the clipping path of their text object leaves."""
    keys = np.array(sorted(clips), dtype=np.int64)
    at = np.minimum(np.searchsorted(keys, order), len(keys) - 1)
    clip = np.array([clips[k] for k in keys.tolist()])[at]
    seen = np.minimum(box[:, 2:], clip[:, 2:]) - np.maximum(box[:, :2], clip[:, :2])
    outside: NDArray[np.bool_] = (keys[at] == order) & (seen < SHOWS * (box[:, 2:] - box[:, :2])).any(axis=1)
    return outside
