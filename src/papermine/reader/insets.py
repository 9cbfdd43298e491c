"""Pictures inside a page that has text of its own: which hold text, and what they say where that is asked for.

A pasted letter or a table kept as a picture is part of what is printed. It is never passed over in silence: an
issue says where it stands, and ``--ocr pictures`` recognises it and puts its words among the page's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from papermine.document import Page, Rule
from papermine.ocr.engine import Engine, OcrFailed
from papermine.provenance import Box
from papermine.reader.picture import part, picture
from papermine.reader.textlayer import FEW, plausible_share

if TYPE_CHECKING:
    from papermine.reader.source import Source

WIDE, HIGH, AREA = 100.0, 40.0, 12_000.0
"""Points, and square points: a smaller picture is a logo, an icon or a signature."""
MOST = 400
"""Pictures of a page that are looked at: a drawing may be made of thousands."""
SURE, PLAUSIBLE, LEAST = 0.7, 0.75, 8
"""Mean confidence, share of letters in plausible words, and words: what is recognised with less is kept out."""
MOST_LEAN = 1.5
"""Degrees: words of a picture that leans more would stand beside their places."""


def pictures(page: Page) -> list[Box]:
    """The pictures of a page that are large enough for text and have none of the text layer on them; strips of one picture are joined."""
    joined: list[Box] = []
    for r in sorted((r for r in page.rules if r.kind == "image"), key=lambda r: (r.top, r.x0))[:MOST]:
        box = Box(max(r.x0, 0.0), max(r.top, 0.0), min(r.x1, page.width), min(r.bottom, page.height))
        for i, b in enumerate(joined):
            if box.x0 < b.x1 + 1.5 and b.x0 < box.x1 + 1.5 and box.top < b.bottom + 1.5 and b.top < box.bottom + 1.5:
                joined[i] = Box(min(b.x0, box.x0), min(b.top, box.top), max(b.x1, box.x1), max(b.bottom, box.bottom))
                break
        else:
            joined.append(box)
    return [b for b in joined if b.x1 - b.x0 >= WIDE and b.bottom - b.top >= HIGH and (b.x1 - b.x0) * (b.bottom - b.top) >= AREA
            and sum([1 for w in page.words if b.x0 < (w.x0 + w.x1) / 2 < b.x1 and b.top < (w.top + w.bottom) / 2 < b.bottom]) <= FEW]


class Insets:
    """The pictures of one file. A picture that stands where one without text stood (a letterhead) is looked at once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._textless: set[Box] = set()

    def of_text(self, page: Page) -> list[Box]:
        """The pictures of a page that look as if text stood in them."""
        boxes = [b for b in pictures(page) if Box(*(round(v) for v in b)) not in self._textless]
        if not boxes or page.turned:
            return []
        from papermine.ocr.clean import grey
        from papermine.ocr.inset import DPI, looks_like_text
        every = boxes[0]
        for b in boxes[1:]:
            every = every.join(b)
        pixels, scale, (x, y) = part(self._source, page.number, DPI / 72, every)
        found = []
        for b in boxes:
            crop = pixels[int(b.top * scale) - y:int(b.bottom * scale) + 1 - y, int(b.x0 * scale) - x:int(b.x1 * scale) + 1 - x]
            if crop.size and looks_like_text(grey(crop), scale * 72):
                found.append(b)
            else:
                self._textless.add(Box(*(round(v) for v in b)))
        return found

    def report(self, page: Page, boxes: list[Box], why: str) -> None:
        """Note that these pictures probably hold text that was not read."""
        named = ", ".join(f"{b.width:.0f} × {b.height:.0f} points at {b.x0:.0f}, {b.top:.0f}" for b in boxes[:5]) + (" …" if len(boxes) > 5 else "")
        many = f"{len(boxes)} pictures on it" if len(boxes) > 1 else "a picture on it"
        page.notes.append(("picture-of-text", f"{many} ({named}) probably hold{'' if len(boxes) > 1 else 's'} text that was not read; {why}"))

    def read(self, page: Page, boxes: list[Box], tool: Engine, languages: tuple[str, ...]) -> None:
        """Recognise these pictures and put their words and ruling lines on the page; what makes no sense is noted as unread."""
        from papermine.ocr.recognise import DPI, recognise_page
        pixels, scale = picture(self._source, page.number, DPI / 72)
        unread: list[Box] = []
        sure: list[float] = []
        for b in boxes:
            crop = pixels[int(b.top * scale):int(b.bottom * scale) + 1, int(b.x0 * scale):int(b.x1 * scale) + 1]
            try:
                found = recognise_page(tool, crop, scale * 72, languages, self._source.pack_id)
            except OcrFailed:
                unread.append(b)
                continue
            texts = [w.text for w in found.words]
            if found.turned or abs(found.skew) > MOST_LEAN or len(texts) < LEAST or found.confidence < SURE or plausible_share(texts) < PLAUSIBLE:
                unread.append(b)
                continue
            place = {id(w): replace(w, x0=w.x0 + b.x0, x1=w.x1 + b.x0, top=w.top + b.top, bottom=w.bottom + b.top, baseline=w.baseline + b.top)
                     for w in found.words}
            page.words += place.values()
            page.unsure += [place[id(w)] for w in found.unsure]
            page.rules += [Rule(r.x0 + b.x0, r.top + b.top, r.x1 + b.x0, r.bottom + b.top, r.kind) for r in found.rules]
            sure += [found.confidence] * len(texts)
        if sure:
            page.confidence = round(sum(sure) / len(sure), 3)
            page.reason = f"{len(sure)} of its words stand in a picture and are recognised"
        if unread:
            self.report(page, unread, "recognition makes no sense of it")
