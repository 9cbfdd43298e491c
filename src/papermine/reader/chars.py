"""What PDFium's text page says of each character, as columns: its code, its text object and its advance box.

A thousand calls through ctypes cost as much as a twentieth of a page's parsing, so no more is
asked than must be: all codes come in one call, and a text object is asked for at the ends of a run.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from papermine.reader.native import Rows, address, bare, direct

_P = ctypes.c_void_p
_count = direct(raw.FPDFText_CountChars, ctypes.c_int, _P)
_text = direct(raw.FPDFText_GetText, ctypes.c_int, _P, ctypes.c_int, ctypes.c_int, _P)
_unicode = direct(raw.FPDFText_GetUnicode, ctypes.c_uint, _P, ctypes.c_int)
_loose_box = bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int)
_text_object = bare(raw.FPDFText_GetTextObject, ctypes.c_size_t)  # 0 for NULL
_BOXES = Rows(4, np.float32)

Codes = NDArray[np.int64]
SPACE, HYPHEN = 32, 0xFFFE
"""Codes of a space, and of PDFium's mark for a hyphen at a line end."""


def read_chars(tp: int | None) -> tuple[Codes, Codes]:
    """Of all characters of an open text page (its address), in content order: their codes, and the addresses of their text objects.

    The address is 0 for spaces and line ends that PDFium adds of its own.
    """
    code = _codes(tp, max(_count(tp), 0))
    return code, _objects(address(tp), code)


def boxes(tp: int | None, which: Sequence[int]) -> NDArray[np.float64]:
    """The boxes of these characters, (n, 4): left, top, right, bottom in page space, by advance width and font height."""
    return _BOXES.filled(_loose_box, address(tp), which).astype(np.float64)


def _codes(tp: int | None, count: int) -> Codes:
    """The characters' codes. PDFium's text has one unit for each, unless some have no code or one beyond 16 bits."""
    units = np.zeros(2 * count + 2, dtype=np.uint16)
    written = _text(tp, 0, count, units.ctypes.data) - 1 if count else 0
    codes: Codes = units[:count].astype(np.int64)
    if written != count or ((codes & 0xF800) == 0xD800).any():
        codes = np.fromiter(map(_unicode, repeat(tp), range(count)), dtype=np.int64, count=count)
        codes[codes == 2] = HYPHEN
    return codes


def _objects(tp: Any, code: Codes) -> Codes:
    """The text object of each character. Those of one object follow each other: what stands between two of them is of it too."""
    out = np.full(len(code), -1, dtype=np.int64)
    out[(code == 13) | (code == 10)] = 0  # line ends are PDFium's own
    space = code == SPACE
    for spaces in (False, True, False):  # of what is not known, the ends of each run are asked for; then spaces: objects mostly end at one
        unknown = out < 0
        _ask(tp, out, unknown & space if spaces else unknown & ~(np.append(unknown[1:], False) & np.append(False, unknown[:-1])))
        _fill(out)
    _ask(tp, out, out < 0)
    return out


def _ask(tp: Any, out: Codes, which: NDArray[np.bool_]) -> None:
    at = np.flatnonzero(which)
    out[at] = np.fromiter(map(_text_object, repeat(tp), at.tolist()), dtype=np.int64, count=len(at))


def _fill(out: Codes) -> None:
    """What is unknown (-1) between two characters of one text object is of that object."""
    at = np.flatnonzero(out >= 0)
    if len(at) > 1:
        known, between = out[at], out[at[0]:at[-1]]
        same = (known[1:] == known[:-1]) & (known[1:] > 0)
        between[:] = np.where(between < 0, np.repeat(np.where(same, known[1:], -1), np.diff(at)), between)
