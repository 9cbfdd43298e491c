"""Pages whose text layer is missing or wrong are recognised from their picture; all others stay as they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from papermine.document import Page, Word
from papermine.errors import UnreadableFile
from papermine.language import lexicon
from papermine.ocr.engine import Engine, OcrFailed, engine, how_to_install
from papermine.ocr.wanted import Wanted
from papermine.reader.insets import Insets
from papermine.reader.picture import picture
from papermine.reader.textlayer import FEW, Verdict, judge, picture_share, plausible_share

if TYPE_CHECKING:
    from papermine.ocr.recognise import Recognised
    from papermine.reader.source import Source

Picture = NDArray[np.uint8]

MOST_PIXELS = 25_000_000
"""A larger page (an A2 plan at 300 dpi) is read at a smaller scale."""
BLANK = 0.0003
"""Less ink than this share of a sheet (two letters' worth) is dust."""
AGREE = 0.6
"""A text layer of which this share of words is recognised at the same place says what is printed."""
WELSH = 0.1
"""More frequent Welsh words than this: recognise with the Welsh model (English papers have 0.01, Welsh ones 0.2)."""


class Scans:
    """The pages of one file. It learns the file's language from the first page that it recognises."""

    def __init__(self, source: Source, wanted: Wanted) -> None:
        self._source = source
        self._wanted = wanted
        self._languages = wanted.languages
        self._insets = Insets(source)

    def examine(self, page: Page) -> Page:
        """The page as it is, or as recognised from its picture; notes say what was done and what could not be."""
        verdict = judge(page)
        mode = self._wanted.mode
        try:
            if mode != "never" and page.hidden and verdict.layer in ("good", "doubted"):
                verdict = self._compare_hidden(page, verdict)
            elif mode in ("auto", "pictures") and verdict.layer == "doubted":
                verdict = self._compare(page, verdict)
            if mode == "always" and verdict.layer != "empty":
                verdict = Verdict("missing", verdict.reason or "recognition of every page was asked for")
            if verdict.layer in ("good", "empty"):
                return self._with_pictures(page) if verdict.layer == "good" and not page.hidden else page
            if mode == "never":
                return _unread(page, verdict, "recognition was switched off (--ocr never)")
            tool = engine()
            missing = _missing(tool, self._languages)
            if tool is None or missing:
                lacks = "Tesseract is not installed" if tool is None else f"Tesseract lacks the language {', '.join(missing)}"
                return _unread(page, verdict, f"{lacks}: {how_to_install(missing or ('eng',))}, then ingest it "
                               f"again{' with --again' if tool else ''}")
            return self._recognised(tool, page, verdict)
        except OcrFailed as error:
            return _unread(page, verdict, f"recognition failed ({error})", "ocr-failed")
        except UnreadableFile as error:
            return _unread(page, verdict, str(error), "ocr-failed")

    def _with_pictures(self, page: Page) -> Page:
        """A page of text: pictures of text inside it are recognised where that is asked for, and reported where not."""
        try:
            found = self._insets.of_text(page)
        except UnreadableFile as error:
            page.notes.append(("ocr-failed", f"its pictures cannot be looked at ({error})"))
            return page
        if not found:
            return page
        tool = engine()
        missing = _missing(tool, self._languages)
        if self._wanted.mode != "pictures":
            self._insets.report(page, found, "--ocr pictures --again reads it" if tool else how_to_install())
        elif tool is None or missing:
            self._insets.report(page, found, how_to_install(missing or ("eng",)))
        else:
            self._insets.read(page, found, tool, self._languages or _first(tool))
        return page

    def _picture(self, page: Page, dpi: float) -> tuple[Picture, float]:
        scale = min(dpi / 72, (MOST_PIXELS / max(page.width * page.height, 1.0)) ** 0.5)
        pixels, used = picture(self._source, page.number, scale)
        return pixels, used * 72

    def _recognised(self, tool: Engine, page: Page, verdict: Verdict) -> Page:
        from papermine.ocr.clean import grey, ink
        from papermine.ocr.recognise import DPI, recognise_page
        pixels, dpi = self._picture(page, DPI)
        if ink(grey(pixels)) < BLANK:
            page.rules = [r for r in page.rules if r.kind != "image"]
            page.source, page.words = "none", []
            return page
        languages = self._languages or _first(tool)
        found = recognise_page(tool, pixels, dpi, languages, self._source.pack_id)
        if not self._languages and "cym" in tool.languages and languages != ("cym", "eng") and len(found.words) > 30 \
                and lexicon.welsh([w.text for w in found.words]) > WELSH:
            welsh = recognise_page(tool, pixels, dpi, ("cym", "eng"), self._source.pack_id)
            if welsh.confidence >= found.confidence - 0.02:
                found, self._languages = welsh, ("cym", "eng")
        if page.hidden and verdict.layer == "doubted" and plausible_share([w.text for w in page.words]) >= \
                plausible_share([w.text for w in found.words]) and len(page.words) >= 0.9 * len(found.words):
            return page  # the old layer is no worse than ours
        return _replaced(page, found, verdict)

    def _compare(self, page: Page, verdict: Verdict) -> Verdict:
        """Read a strip of the page and see whether it says what the text layer says there."""
        tool = engine()
        if tool is None or _missing(tool, self._languages) or page.turned:
            return verdict if tool is None else Verdict("good")
        pixels, dpi = self._picture(page, 200)
        share = self._agreement(tool, page, pixels, dpi)
        return Verdict("good") if share is None or share >= AGREE else Verdict("bad", f"{verdict.reason}, and the picture shows others")

    def _compare_hidden(self, page: Page, verdict: Verdict) -> Verdict:
        """An invisible text layer: words where nothing is seen are left out, a strip is compared with the picture."""
        pixels, dpi = self._picture(page, 200)
        if not page.turned:
            _drop_unseen(page, pixels, dpi)
        tool = engine()
        if tool is None or _missing(tool, self._languages) or page.turned or verdict.layer == "doubted":
            return verdict
        share = self._agreement(tool, page, pixels, dpi)
        return verdict if share is None or share >= AGREE else Verdict("bad", "its hidden text differs from what is seen")

    def _agreement(self, tool: Engine, page: Page, pixels: Picture, dpi: float) -> float | None:
        """The share of the text layer's letters, in its fullest strip, that are recognised there too; None where too few stand there."""
        from papermine.ocr.recognise import glance
        scale = dpi / 72
        upright = [w for w in page.words if w.upright]
        tops = sorted(w.top for w in upright)
        if len(tops) < 5:
            return None
        tall = 0.12 * page.height
        start = max(tops, key=lambda t: sum(len(w.text) for w in upright if t <= w.top <= t + tall)) - 3
        strip = [w for w in upright if w.top >= start and w.bottom <= start + tall + 3]
        letters = sum(len(w.text) for w in strip)
        crop = pixels[max(int(start * scale), 0):int((start + tall + 6) * scale)]
        if letters < 20 or not crop.size:
            return None
        read = "".join(glance(tool, crop, dpi, self._languages or _first(tool))).lower()
        return sum(len(w.text) for w in strip if w.text.lower().strip(".,;:()") in read) / letters


def _first(tool: Engine) -> tuple[str, ...]:
    return ("eng",) if "eng" in tool.languages else tuple(sorted(tool.languages))[:1]


def _missing(tool: Engine | None, languages: tuple[str, ...]) -> tuple[str, ...]:
    if tool is None:
        return languages
    return tuple(name for name in languages if name not in tool.languages) if languages else () if tool.languages else ("eng",)


def _unread(page: Page, verdict: Verdict, why: str, code: str | None = None) -> Page:
    """A page that stays as it is. Gibberish is not kept as text; a doubted layer is."""
    page.reason = verdict.reason
    if verdict.layer == "doubted":
        page.notes.append((code or "text-layer-doubted", f"{verdict.reason}; {why}"))
        return page
    if verdict.layer == "bad":
        page.words = []
    if not page.words:
        page.source = "unreadable"
    page.notes.append((code or ("bad-text-layer" if verdict.layer == "bad" else "no-text-layer"), f"{verdict.reason}; {why}"))
    return page


def _replaced(page: Page, found: Recognised, verdict: Verdict) -> Page:
    own = page.words if verdict.layer == "missing" and not page.hidden and len(page.words) <= FEW else []
    if page.turned:  # its words are laid out on the turned sheet, the picture is not
        page.width, page.height = (page.height, page.width) if page.turned % 180 else (page.width, page.height)
        own, page.rules = [], []
    scanned = picture_share(page) > 0.3 or found.turned or found.skew or not page.rules
    page.rules = [*(r for r in page.rules if r.kind == "image"), *found.rules] if scanned else page.rules
    page.turned, page.skew, page.width, page.height = found.turned, found.skew, found.width, found.height
    page.words = _merged(page, own, found.words)
    page.source, page.reason, page.confidence, page.unsure = "ocr", verdict.reason, round(found.confidence, 3), found.unsure
    if verdict.layer in ("bad", "doubted"):
        page.notes.append(("text-layer-replaced", f"{verdict.reason}; its words are recognised from the picture"))
    elif not page.words:
        page.source, page.confidence = "unreadable", None
        page.notes.append(("no-words-found", f"{verdict.reason}, and no words are recognised on its picture"))
    return page


def _merged(page: Page, own: list[Word], found: list[Word]) -> list[Word]:
    """The recognised words, with the text layer's own (a stamp, a running head) in place of those they cover."""
    if not own or page.source == "ocr":
        return found
    placed = [_onto(page, w) for w in own if w.upright]
    out = [w for w in found if not any(p.x0 - 2 < (w.x0 + w.x1) / 2 < p.x1 + 2 and p.top - 1 < (w.top + w.bottom) / 2 < p.bottom + 1 for p in placed)]
    return out + placed if page.turned == 0 else found


def _onto(page: Page, word: Word) -> Word:
    """A word of the page as displayed, on the straightened sheet."""
    sin, cos = math.sin(math.radians(page.skew)), math.cos(math.radians(page.skew))
    cx, cy = (word.x0 + word.x1) / 2 - page.width / 2, (word.top + word.bottom) / 2 - page.height / 2
    dx, dy = page.width / 2 + cx * cos + cy * sin - (word.x0 + word.x1) / 2, page.height / 2 - cx * sin + cy * cos - (word.top + word.bottom) / 2
    word.x0, word.x1, word.top, word.bottom, word.baseline = word.x0 + dx, word.x1 + dx, word.top + dy, word.bottom + dy, word.baseline + dy
    return word


def _drop_unseen(page: Page, pixels: Picture, dpi: float) -> None:
    """Leave out hidden words where the picture shows but one colour: what is not seen is not printed."""
    scale = dpi / 72
    seen: list[Word] = []
    gone: list[Any] = []
    for w in page.words:
        crop = pixels[max(int(w.top * scale), 0):int(w.bottom * scale) + 1, max(int(w.x0 * scale), 0):int(w.x1 * scale) + 1, 1]
        (gone if crop.size and float(crop.std()) < 6 else seen).append(w)
    if gone:
        page.words = seen
        page.redacted += [w.box for w in gone]
        page.notes.append(("hidden-text", f"{len(gone)} words of its invisible text layer stand where nothing is seen; they are left out"))
