"""A scanned page made fit to be read: even background, full contrast, no specks, straight lines."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Grey = NDArray[np.uint8]

INK = 140
"""After cleaning, pixels darker than this are ink."""
NOISE = 3.0
"""More noise than this (of 255) is taken out by a median filter: words recalled rise from 0.88 to 0.97 at noise 16."""
FAINTEST = 215
"""Paper made even is brighter than this, letters are darker."""
MOST_SKEW = 6.0
LEAST_SKEW = 0.1
"""Degrees; a smaller skew moves nothing by more than half a line over the width of a page."""


def grey(picture: NDArray[np.uint8]) -> Grey:
    """An RGB picture (height, width, 3) as luminance."""
    return np.asarray(Image.fromarray(picture).convert("L"))


def clean(page: Grey) -> Grey:
    """Take out noise, even out the paper, and stretch faint ink to black."""
    image = Image.fromarray(page)
    smooth = image.filter(ImageFilter.MedianFilter(3))
    if _noise(page, np.asarray(smooth)) > NOISE:
        image, page = smooth, np.asarray(smooth)
    even = evened(image)
    # letters, however faint the copy: never the noise of a sheet that has few of them
    letters = even[::4, ::4]
    letters = letters[letters < FAINTEST]
    dark = float(np.percentile(letters, 30)) if len(letters) > 50 else 0.0
    if dark > 40:
        table = np.clip((np.arange(256) - dark) * (245 - 20) / (245 - dark) + 20, 0, 255).astype(np.uint8)
        even = table[even]
    return even


def paper(image: Image.Image) -> NDArray[np.uint16]:
    """How bright the paper is at each pixel: what is brightest round each place, 96 to 255."""
    small = image.reduce(8).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(4))
    out: NDArray[np.uint16] = np.maximum(np.asarray(small.resize(image.size, Image.Resampling.BILINEAR)), 96).astype(np.uint16)
    return out


def evened(image: Image.Image) -> Grey:
    """The picture divided by its paper."""
    out: Grey = np.minimum(np.asarray(image).astype(np.uint16) * 255 // paper(image), 255).astype(np.uint8)
    return out


def _noise(page: Grey, smooth: Grey) -> float:
    """How far the grey of bare paper strays from its neighbours', in steps of 255; single specks count much."""
    here, near = page[::3, ::5].astype(np.float32), smooth[::3, ::5]
    paper = near > np.median(near) - 30
    return float((here - near)[paper].std()) if paper.any() else 0.0


def ink(page: Grey) -> float:
    """The share of the sheet, its edges left out, that is darker than its paper: 0 on a blank one, however noisy."""
    even = evened(Image.fromarray(page).reduce(4))
    edge = max(even.shape[0] // 25, 1)
    inner = even[edge:-edge, edge:-edge]
    return float((inner < 205).mean()) if inner.size else 0.0


def slope(page: Grey, dpi: float) -> tuple[float, bool]:
    """(degrees by which the print is turned clockwise, its lines run up or down the sheet).

    By projection profiles (Postl 1986): along the true direction, ink gathers in lines.
    """
    step = max(round(dpi / 75), 1)
    small = np.asarray(Image.fromarray(page).reduce(step)) < 200
    edge = max(small.shape[0] // 40, 1)
    small[:edge], small[-edge:], small[:, :edge], small[:, -edge:] = False, False, False, False  # the scanner's black borders
    y, x = np.nonzero(small)
    if len(x) < 200:
        return 0.0, False
    if len(x) > 60_000:
        keep = np.random.default_rng(0).choice(len(x), 60_000, replace=False)
        x, y = x[keep], y[keep]
    flat, across = _best(x, y), _best(y, -x)
    sideways = across[1] > 1.15 * flat[1]
    return (across if sideways else flat)[0], sideways


def _best(x: NDArray[np.int64], y: NDArray[np.int64]) -> tuple[float, float]:
    """The angle with the sharpest profile, and how sharp that is."""
    def sharp(angle: float) -> float:
        rows = np.rint(y - x * np.tan(np.radians(angle))).astype(np.int64)
        count = np.bincount(rows - rows.min()).astype(np.float64)
        return float((np.diff(count) ** 2).sum()) / len(x)
    coarse = max(np.arange(-MOST_SKEW, MOST_SKEW + 0.01, 0.5).tolist(), key=sharp)
    fine = max((coarse + np.arange(-0.5, 0.51, 0.05)).tolist(), key=sharp)
    return (fine if abs(fine) >= LEAST_SKEW else 0.0), sharp(fine)


def turn(page: Grey, turned: int) -> Grey:
    """Turn the sheet clockwise by 0, 90, 180 or 270 degrees."""
    return np.ascontiguousarray(np.rot90(page, -turned // 90))


def straighten(page: Grey, skew: float) -> Grey:
    """Turn the sheet back by ``skew`` degrees (the clockwise turn of its print) round its middle."""
    if not skew:
        return page
    return np.asarray(Image.fromarray(page).rotate(skew, Image.Resampling.BICUBIC, fillcolor=255))


def smaller(page: Grey, times: int) -> Grey:
    """The picture at one ``times``-th of its resolution."""
    return np.asarray(Image.fromarray(page).reduce(times))
