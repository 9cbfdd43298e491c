"""Letters for labels: DejaVu Sans, cut to Latin, so that a picture looks the same everywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from unicodedata import category

from PIL import ImageFont

_FOLDER = Path(__file__).parent.parent / "typeface"
_ELLIPSIS = "…"


@cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The label font at ``size`` pixels."""
    return ImageFont.truetype(str(_FOLDER / f"DejaVuSans{'-Bold' if bold else ''}-latin.ttf"), size)


@cache
def _known(char: str) -> bool:
    return char == " " or bytes(font(20).getmask(char)) != bytes(font(20).getmask("\U000f0000"))


def drawable(text: str) -> str:
    """The text on one line, without unseen marks; a character that the font lacks becomes the replacement mark."""
    return "".join(c if _known(c) else "\ufffd" for c in " ".join(text.split()) if category(c) != "Cf")


def width(text: str, size: int, bold: bool = False) -> float:
    """Pixels that the text takes."""
    return font(size, bold).getlength(text)


def cut(text: str, size: int, room: float, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than ``room`` pixels."""
    if width(text, size, bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        mid = (low + high + 1) // 2
        if width(text[:mid].rstrip() + _ELLIPSIS, size, bold) <= room:
            low = mid
        else:
            high = mid - 1
    return text[:low].rstrip() + _ELLIPSIS


def wrapped(text: str, size: int, room: float, most: int) -> list[str]:
    """The text on at most ``most`` lines of ``room`` pixels; the last is cut."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(cut(" ".join(words), size, room))
            break
        n = 1
        while n < len(words) and width(" ".join(words[:n + 1]), size) <= room:
            n += 1
        lines.append(cut(" ".join(words[:n]), size, room))
        words = words[n:]
    return lines
