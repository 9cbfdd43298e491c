"""Clipping paths of text objects: what lies outside them is not painted (a cell's overflowing text, a label cut short)."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

from papermine.reader.native import bare, direct

MAX_PATHS = 16
MAX_SEGMENTS = 64

_P, _I = ctypes.c_void_p, ctypes.c_int
_clip = bare(raw.FPDFPageObj_GetClipPath, _P)
_paths = direct(raw.FPDFClipPath_CountPaths, _I, _P)
_segments = direct(raw.FPDFClipPath_CountPathSegments, _I, _P, _I)
_segment = direct(raw.FPDFClipPath_GetPathSegment, _P, _P, _I, _I)
_point = direct(raw.FPDFPathSegment_GetPoint, _I, _P, _P, _P)


def clip_of(obj: Any) -> tuple[float, float, float, float] | None:
    """The box (left, bottom, right, top) round what an object's clipping paths leave, in the object's own space; None where there are none.
    ``obj``: its `address`.

    The box may be larger than what shows: paths of more than `MAX_SEGMENTS` parts are left out, and others count with the box round them.
    """
    clip = _clip(obj)
    count = _paths(clip) if clip else 0
    if count <= 0:
        return None
    left = bottom = float("-inf")
    right = top = float("inf")
    xy = (ctypes.c_float * 2)()
    at = ctypes.addressof(xy)
    found = False
    for path in range(min(count, MAX_PATHS)):
        parts = _segments(clip, path)
        if not 3 <= parts <= MAX_SEGMENTS:
            continue
        xs: list[float] = []
        ys: list[float] = []
        for k in range(parts):
            if k == 3 and parts <= 5 and ((xs[0] == xs[1] and ys[1] == ys[2]) or (ys[0] == ys[1] and xs[1] == xs[2])):
                break  # a rectangle: its other corners add nothing
            _point(_segment(clip, path, k), at, at + 4)
            xs.append(xy[0])
            ys.append(xy[1])
        left, right, bottom, top = max(left, min(xs)), min(right, max(xs)), max(bottom, min(ys)), min(top, max(ys))
        found = True
    return (left, bottom, right, top) if found else None
