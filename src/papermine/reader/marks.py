"""The page's objects by PDFium: paint order, paths and pictures as rules, and fills that cover."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from papermine.document import Rule, RuleKind
from papermine.provenance import Box
from papermine.reader.clips import clip_of
from papermine.reader.native import address, bare, direct

THIN = 2.5
"""A filled rectangle thinner than this many points is a line."""
MAX_SEGMENTS = 4000
"""A path of more segments than this is a drawing: only the box round it is kept."""
MAX_OBJECTS = 60_000
MAX_DEPTH = 12

_P, _I = ctypes.c_void_p, ctypes.c_int
_TEXT, _PATH = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
_MOVE, _CURVE = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_BEZIERTO
_count_objects = direct(raw.FPDFPage_CountObjects, _I, _P)
_get_object = bare(raw.FPDFPage_GetObject, _P)
_form_count = direct(raw.FPDFFormObj_CountObjects, _I, _P)
_form_object = direct(raw.FPDFFormObj_GetObject, _P, _P, ctypes.c_ulong)
_type = bare(raw.FPDFPageObj_GetType, _I)
_get_matrix = bare(raw.FPDFPageObj_GetMatrix, _I)
_draw_mode = bare(raw.FPDFPath_GetDrawMode, _I)
_segments = bare(raw.FPDFPath_CountSegments, _I)
_segment = bare(raw.FPDFPath_GetPathSegment, _P)
_segment_type = bare(raw.FPDFPathSegment_GetType, _I)
_segment_point = bare(raw.FPDFPathSegment_GetPoint, _I)
_segment_close = bare(raw.FPDFPathSegment_GetClose, _I)
_stroke_width = bare(raw.FPDFPageObj_GetStrokeWidth, _I)
_transparent = bare(raw.FPDFPageObj_HasTransparency, _I)
_fill_colour = bare(raw.FPDFPageObj_GetFillColor, _I)
_stroke_colour = bare(raw.FPDFPageObj_GetStrokeColor, _I)
_object_bounds = bare(raw.FPDFPageObj_GetBounds, _I)

Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Desk:
    """Memory in which PDFium puts its answers, made once for all objects of a page."""

    FEW = 64

    def __init__(self) -> None:
        self.whole, self.real = (ctypes.c_uint * 4)(), (ctypes.c_float * 6)()
        self.at_whole = [address(ctypes.addressof(self.whole) + 4 * k) for k in range(4)]
        self.at_real = [address(ctypes.addressof(self.real) + 4 * k) for k in range(4)]
        self._few = self._points(self.FEW)

    def points(self, count: int) -> tuple[Any, list[Any], list[Any]]:
        """Room for ``count`` points or more, x and y in turn, and the addresses of all x and of all y."""
        return self._few if count <= self.FEW else self._points(count)

    @staticmethod
    def _points(count: int) -> tuple[Any, list[Any], list[Any]]:
        xy = (ctypes.c_float * (2 * count))()
        at = ctypes.addressof(xy)
        return xy, [address(a) for a in range(at, at + 8 * count, 8)], [address(a) for a in range(at + 4, at + 8 * count, 8)]


@dataclass(frozen=True, slots=True)
class Transform:
    """From a page's own space (PDF units, y up) to displayed points (y down)."""

    x0: float
    y0: float
    x1: float
    y1: float
    rotation: int

    @classmethod
    def of(cls, handle: Any) -> Transform:
        """The transform of an open page: crop box ∩ media box, turned by /Rotate."""
        rect = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(handle.raw, ctypes.byref(rect))
        return cls(rect.left, rect.bottom, rect.right, rect.top, raw.FPDFPage_GetRotation(handle.raw))

    @property
    def width(self) -> float:
        """Width as displayed, points."""
        return self.y1 - self.y0 if self.rotation % 2 else self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height as displayed, points."""
        return self.x1 - self.x0 if self.rotation % 2 else self.y1 - self.y0

    def vector(self, dx: NDArray[np.float64], dy: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Directions in displayed space (y down)."""
        return ((dx, -dy), (dy, dx), (-dx, dy), (-dy, -dx))[self.rotation]

    def points(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points of shape (n, 2) in displayed space. Here and in `boxes` numbers of one column lie side by side in memory: columns are worked on."""
        return np.stack(self._shown(*xy.T)).T

    def _shown(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        if self.rotation == 0:
            return x - self.x0, self.y1 - y
        if self.rotation == 1:
            return y - self.y0, x - self.x0
        return (self.x1 - x, y - self.y0) if self.rotation == 2 else (self.y1 - y, self.x1 - x)

    def boxes(self, ltrb: NDArray[np.float64]) -> NDArray[np.float64]:
        """Boxes of shape (n, 4) given as left, top, right, bottom in page space."""
        left, top, right, bottom = ltrb.T
        (ax, ay), (bx, by) = self._shown(left, top), self._shown(right, bottom)
        return np.stack((np.minimum(ax, bx), np.minimum(ay, by), np.maximum(ax, bx), np.maximum(ay, by))).T

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """One box, given as left, bottom, right, top in page space."""
        if self.rotation == 0:
            return Box(x0 - self.x0, self.y1 - y1, x1 - self.x0, self.y1 - y0)
        return Box(*self.boxes(np.array([[x0, y1, x1, y0]]))[0].tolist())


@dataclass(slots=True)
class Cover:
    """An opaque filled area, and its paint order."""

    box: Box
    order: int


@dataclass(slots=True)
class Marks:
    """What the page's objects paint. ``order``: address of a text object → its paint order.

    ``direct``: those that stand on the page itself, not in a form XObject. ``clips``: paint order → the box of
    displayed points outside which this text object is not painted, for those that do not show on the whole page.
    """

    rules: list[Rule] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    direct: set[int] = field(default_factory=set)
    covers: list[Cover] = field(default_factory=list)
    clips: dict[int, Box] = field(default_factory=dict)
    first_text: int = -1
    desk: _Desk = field(default_factory=_Desk, repr=False)

    def box_of(self, obj: int, transform: Transform) -> Box | None:
        """The box of a text object of the page itself, while the page is open; None where it paints nothing."""
        corners = _bounds(address(obj), self.desk) if obj in self.direct else []
        if not corners or corners[1][0] - corners[0][0] < 3:
            return None
        return transform.box(corners[0][0], corners[0][1], corners[1][0], corners[1][1])

    def flat(self, handle: Any, boxes: list[Box]) -> list[bool]:
        """For each box: does the rendered page show but one colour inside it?"""
        scale = 2.0 if max(handle.get_size()) < 2000 else 0.5
        image = np.asarray(handle.render(scale=scale, may_draw_forms=False).to_numpy())
        out = []
        for b in boxes:
            y0, y1, x0, x1 = (max(int(v * scale), 0) for v in (b.top + 1, b.bottom - 1, b.x0, b.x1))
            crop = image[y0:y1, x0:x1]
            out.append(crop.size > 0 and bool((crop.reshape(-1, crop.shape[-1]).std(axis=0) < 6).all()))
        return out


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    """``m`` applied first, then ``n``."""
    a, b, c, d, e, f = m
    g, h, i, j, k, q = n
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + q)


def _matrix_of(obj: Any, desk: _Desk) -> Matrix:
    _get_matrix(obj, desk.at_real[0])
    a, b, c, d, e, f = desk.real
    return (a, b, c, d, e, f)


def _colour(obj: Any, fill: bool, desk: _Desk) -> tuple[float, int]:
    """(luminance 0 to 1, alpha 0 to 255) of the fill or stroke."""
    if not (_fill_colour if fill else _stroke_colour)(obj, *desk.at_whole):
        return 0.0, 255
    r, g, b, a = desk.whole
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255, a


def read_marks(handle: Any, transform: Transform) -> Marks:
    """Walk the page's objects in paint order, into form XObjects too."""
    marks = Marks()
    page = ctypes.cast(handle.raw, _P).value
    _walk(marks, transform, map(_get_object, repeat(address(page)), range(_count_objects(page))), _AS_IT_IS, 0, itertools.count(1))
    return marks


def _walk(marks: Marks, transform: Transform, objects: Iterable[int | None], matrix: Matrix, depth: int, seen: Iterator[int]) -> None:
    desk = marks.desk
    for number, order in zip(objects, seen):  # noqa: B905 (it takes no number that it does not use: objects end first)
        if order > MAX_OBJECTS:
            return
        if not number:
            continue
        obj = address(number)
        kind = _type(obj)
        if kind == _TEXT:
            marks.order[number] = order
            if not depth:
                marks.direct.add(number)
            if marks.first_text < 0:
                marks.first_text = order
            if clip := clip_of(obj):
                _clip(marks, transform, _corners(matrix, [clip[:2], clip[2:]]), order)
        elif kind == _PATH:
            _path(marks, transform, obj, matrix, order)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            _add(marks, transform, _corners(_multiply(_matrix_of(obj, desk), matrix), [(0, 0), (1, 0), (1, 1), (0, 1)]), "image", 0.5, order)
        elif kind == raw.FPDF_PAGEOBJ_SHADING:
            box = _bounds(obj, desk)
            if box:
                _add(marks, transform, _corners(matrix, box), "fill", 0.7, order)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inside = map(_form_object, repeat(number), range(_form_count(number)))
            _walk(marks, transform, inside, _multiply(_matrix_of(obj, desk), matrix), depth + 1, seen)


def _clip(marks: Marks, transform: Transform, points: list[tuple[float, float]], order: int) -> None:
    """Keep the box that a text object's clipping paths leave, where it is less than the page. What lies off the page is another matter."""
    (ax, ay), (bx, by) = points
    box = transform.box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
    cuts = box.x0 > 1, box.top > 1, box.x1 < transform.width - 1, box.bottom < transform.height - 1
    if any(cuts):
        far = (-math.inf, -math.inf, math.inf, math.inf)
        marks.clips[order] = Box(*(edge if cut else end for edge, cut, end in zip(box, cuts, far, strict=True)))


def _bounds(obj: Any, desk: _Desk) -> list[tuple[float, float]]:
    if not _object_bounds(obj, *desk.at_real[:4]):
        return []
    left, bottom, right, top = desk.real[:4]
    return [(left, bottom), (right, top)]


def _corners(m: Matrix, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    if m == _AS_IT_IS:
        return points
    a, b, c, d, e, f = m
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def _add(marks: Marks, transform: Transform, points: list[tuple[float, float]], kind: RuleKind, light: float, order: int) -> None:
    """Keep the box round ``points`` (page space) as a rule, where it touches the page."""
    xs, ys = zip(*points, strict=True)
    box = transform.box(min(xs), min(ys), max(xs), max(ys))
    if box.x1 < 0 or box.bottom < 0 or box.x0 > transform.width or box.top > transform.height:
        return
    x1, bottom = min(box.x1, transform.width), min(box.bottom, transform.height)
    marks.rules.append(Rule(max(box.x0, 0), max(box.top, 0), x1, bottom, kind, light, order))


def _path(marks: Marks, transform: Transform, obj: Any, matrix: Matrix, order: int) -> None:
    desk = marks.desk
    _draw_mode(obj, *desk.at_whole[:2])
    filled, stroked = bool(desk.whole[0]), bool(desk.whole[1])
    if not filled and not stroked:
        return
    light, alpha = _colour(obj, filled, desk)
    if alpha < 8:
        filled = False
    count = _segments(obj)
    if count > MAX_SEGMENTS or count <= 0:
        box = _bounds(obj, desk)
        if box:
            _add(marks, transform, _corners(matrix, box), "curve", light, order)
        return
    whole = _multiply(_matrix_of(obj, desk), matrix)
    parts = _subpaths(obj, count, desk, stroked)
    pen, ink = 0.0, (0.0, 0)
    if stroked:
        desk.real[0] = 0.0
        _stroke_width(obj, desk.at_real[0])
        pen = max(desk.real[0] * abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5, 0.0)
        ink = _colour(obj, False, desk)
    covers = filled and marks.first_text >= 0 and alpha >= 250 and not _transparent(obj)
    for points, curved, closed in parts:
        corners = _corners(whole, points)
        if curved or not _axis_parallel(corners, closed or filled):
            _add(marks, transform, corners, "curve", light, order)
            continue
        if filled:
            _fill(marks, transform, corners, light, order, covers)
        if stroked and ink[1] >= 8 and not (filled and pen <= 0):
            _stroke(marks, transform, corners, closed, pen, ink[0], order)


def _subpaths(obj: Any, count: int, desk: _Desk, stroked: bool) -> list[tuple[list[tuple[float, float]], bool, bool]]:
    """The path's parts as (points, has curves, closed). Only one that is ``stroked`` need be told to be closed."""
    segments = list(map(address, map(_segment, repeat(obj), range(count))))
    xy, at_x, at_y = desk.points(count)
    deque(map(_segment_point, segments, at_x, at_y), maxlen=0)
    flat = xy[:2 * count]
    points = list(zip(flat[::2], flat[1::2], strict=True))
    kinds = list(map(_segment_type, segments))
    closing = list(map(_segment_close, segments)) if stroked else []
    starts = [0, *(i for i, kind in enumerate(kinds) if i and kind == _MOVE), count]
    return [(points[a:b], _CURVE in kinds[a:b], any(closing[a:b])) for a, b in pairwise(starts) if b - a > 1]


def _axis_parallel(points: list[tuple[float, float]], closed: bool) -> bool:
    x, y = points[-1] if closed else points[0]
    for next_x, next_y in points:
        if not (abs(x - next_x) < 0.6 or abs(y - next_y) < 0.6):
            return False
        x, y = next_x, next_y
    return True


def _fill(marks: Marks, transform: Transform, corners: list[tuple[float, float]], light: float, order: int, covers: bool) -> None:
    xs, ys = zip(*corners, strict=True)
    thin = min(max(xs) - min(xs), max(ys) - min(ys)) < THIN
    _add(marks, transform, corners, "line" if thin else "fill", light, order)
    if covers and not thin:
        marks.covers.append(Cover(transform.box(min(xs), min(ys), max(xs), max(ys)), order))


def _stroke(marks: Marks, transform: Transform, corners: list[tuple[float, float]], closed: bool, pen: float, light: float,
            order: int) -> None:
    ring = corners + corners[:1] if closed and corners[0] != corners[-1] else corners
    half = max(pen, 0.1) / 2
    for (ax, ay), (bx, by) in pairwise(ring):
        if abs(ax - bx) < 0.01 and abs(ay - by) < 0.01:
            continue
        flat = abs(ay - by) <= abs(ax - bx)
        dx, dy = (0.0, half) if flat else (half, 0.0)
        _add(marks, transform, [(min(ax, bx) - dx, min(ay, by) - dy), (max(ax, bx) + dx, max(ay, by) + dy)], "line", light, order)
