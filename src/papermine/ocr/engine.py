"""Tesseract as a process: where it is, which languages it has, and one run over one picture.

One thread a run (``OMP_THREAD_LIMIT=1``): papermine already reads one file a core, and Tesseract's
own threads slow each other down. The output is hOCR 1.2 (kba.github.io/hocr-spec), which has the
baseline and the letter height of each line beside the boxes.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from papermine import regex as re

Grey = NDArray[np.uint8]

SECONDS = 90.0
"""What one page may take; a dense gazette page takes about twenty. Less than the ingest's ``--page-timeout``."""


class OcrFailed(Exception):
    """Tesseract gave no answer for a page; ``str(error)`` says why."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed Tesseract: its program, version, and the languages (ISO 639-3 codes) it can read."""

    path: str
    version: str
    languages: frozenset[str]


@dataclass(slots=True)
class Spotted:
    """A word as Tesseract gives it: ink box and baseline in pixels, letter height, confidence 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    height: float
    confidence: float
    line: int


@functools.cache
def engine() -> Engine | None:
    """The Tesseract on the path, asked once a process; None where there is none that works."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        version = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=20, check=True)
        languages = subprocess.run([path, "--list-langs"], capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    number = re.search(r"tesseract v?(\S+)", version.stdout + version.stderr)
    names = [n.strip() for n in (languages.stdout + languages.stderr).splitlines() if n.strip() and " " not in n.strip()]
    return Engine(path, number[1] if number else "?", frozenset(n for n in names if n != "osd"))


def languages_of(text: str | None) -> tuple[str, ...]:
    """The languages that a user names, as Tesseract writes them.

    >>> languages_of("cym+eng"), languages_of(None)
    (('cym', 'eng'), ())
    """
    return tuple(n for n in re.split(r"[+,\s]+", text or "") if n)


def how_to_install(languages: Sequence[str] = ("eng",)) -> str:
    """The command that puts Tesseract and these languages on this kind of machine."""
    if sys.platform == "darwin":
        return "brew install tesseract tesseract-lang"
    if sys.platform == "win32":
        return "install Tesseract from github.com/UB-Mannheim/tesseract and put it on the PATH"
    return "apt install tesseract-ocr " + " ".join(f"tesseract-ocr-{name.replace('_', '-')}" for name in languages)


def run(tool: Engine, grey: Grey, dpi: float, languages: Sequence[str], layout: int = 3, seconds: float = SECONDS) -> list[Spotted]:
    """Recognise a grey picture. ``layout`` is Tesseract's page segmentation mode. Raises `OcrFailed`."""
    from xml.etree import ElementTree
    height, width = grey.shape
    command = [tool.path, "stdin", "stdout", "--dpi", str(round(dpi)), "--psm", str(layout), "-l", "+".join(languages), "hocr"]
    picture = b"P5\n%d %d\n255\n" % (width, height) + np.ascontiguousarray(grey).tobytes()
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=seconds, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    except subprocess.TimeoutExpired:
        raise OcrFailed(f"Tesseract took more than {seconds:.0f} seconds") from None
    except OSError as error:
        raise OcrFailed(f"Tesseract cannot be started ({error.strerror or error})") from error
    if done.returncode != 0:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())[-200:]
        raise OcrFailed(f"Tesseract ended with code {done.returncode}{f' ({said})' if said else ''}")
    try:
        return _parse(done.stdout)
    except ElementTree.ParseError as error:
        raise OcrFailed(f"Tesseract's answer cannot be read ({error})") from error


_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")


def _property(title: str, name: str) -> list[float]:
    """The numbers of one hOCR property.

    >>> _property("bbox 36 92 618 116; baseline -0.003 -5; x_size 24", "baseline")
    [-0.003, -5.0]
    """
    for part in title.split(";"):
        words = part.split()
        if words and words[0] == name:
            return [float(n) for n in _NUMBERS.findall(" ".join(words[1:]))]
    return []


def _parse(hocr: bytes) -> list[Spotted]:
    from xml.etree import ElementTree
    root = ElementTree.fromstring(hocr)
    out: list[Spotted] = []
    number = 0
    for element in root.iter():
        kind = element.get("class", "")
        if kind not in ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"):
            continue
        title = element.get("title", "")
        edges, slope = _property(title, "bbox"), _property(title, "baseline")
        height = (_property(title, "x_size") or [0.0])[0]
        if len(edges) != 4:
            continue
        number += 1
        for word in element.iter():
            if word.get("class") != "ocrx_word":
                continue
            text = "".join("".join(word.itertext()).split())
            box, sure = _property(word.get("title", ""), "bbox"), _property(word.get("title", ""), "x_wconf")
            if not text or len(box) != 4:
                continue
            middle = (box[0] + box[2]) / 2 - edges[0]
            base = edges[3] + slope[0] * middle + slope[1] if len(slope) == 2 else box[3]
            out.append(Spotted(text, box[0], box[1], box[2], box[3], base, height or box[3] - box[1], (sure or [0.0])[0] / 100, number))
    return out
