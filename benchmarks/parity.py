"""Compare words, their order, boxes and rules with pdfplumber's, page by page, and put what differs in classes.

    python benchmarks/parity.py FOLDER... [--every N] [--show CLASS] [--output benchmarks/parity.md]
    python benchmarks/parity.py --pictures docs/reader

A page's words are compared as multisets, with pdfplumber's default settings and with its best fair ones (text flow, and a
tolerance that goes by the size of the type). What differs with the fair ones is put together by place, and each place is put in a
class by what the characters and the rendered page show there: a class is excused only where the picture says so.
``--pictures`` draws the smallest page of each class (tests/quirks.py) with what either reader reads on it.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
import pypdfium2 as pdfium

import papermine
from papermine.document import Page
from papermine.errors import UnreadableFile
from papermine.ocr.wanted import Wanted
from papermine.reader import open_pdf
from papermine.reader.marks import THIN

FAIR = {"use_text_flow": True, "x_tolerance_ratio": 0.18}
SCALE = 3.0
CLASSES = {
    "painted space": "pdfplumber parts a word at a space glyph over which the next letter is painted",
    "kerning": "pdfplumber parts a word where the picture shows no white space of a word's width",
    "tracked": "pdfplumber parts a word whose letters are set apart evenly",
    "no printed space": "pdfplumber joins words between which the picture shows white space",
    "leader": "dot leaders: one word with their neighbours for pdfplumber, words of their own for us (convention)",
    "mark": "raised or lowered marks: joined to their word and what follows by us, by pdfplumber only within 3 points (convention)",
    "accent": "an accent set over its letter is one letter with it for us",
    "sideways": "text that runs up, down or slanting: letters apart, or backwards, by pdfplumber",
    "overlap": "two texts set over each other: pdfplumber mixes their letters",
    "names": "letters that pdfplumber takes from a glyph's name or code in another case or alphabet than the picture's (small capitals, Symbol)",
    "unmapped": "glyphs without a character: (cid:1) by pdfplumber, left out and counted by us",
    "unseen": "words by pdfplumber where the picture shows nothing (off the page, clipped, covered)",
    "doubled": "text printed twice for bold: twice by pdfplumber",
    "hidden scan": "invisible text layers: parted by other spaces in either",
    "unexplained": "not explained: ours may be wrong",
}
EXCUSED = [name for name in CLASSES if name not in ("unexplained", "hidden scan")]


@dataclass(slots=True)
class Seen:
    """A word of either reader: its text evened out, its box in points, whether it is upright, and (pdfplumber's) characters."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    upright: bool = True
    chars: list[dict[str, Any]] = field(default_factory=list)


def plain(text: str) -> str:
    """The word with ligatures, bullets, dashes and unmapped glyphs evened out."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "-")
    for code, letters in (("Ɵ", "ti"), ("Ʃ", "tt"), ("ƫ", "tti"), ("(cid:415)", "ti"), ("(cid:425)", "tt"), ("(cid:427)", "tti")):
        text = text.replace(code, letters)
    return re.sub(r"[\ue000-\uf8ff•●▪■◦‣\x00-\x1f\x7f-\x9f]|\(cid:\d+\)", "", text)


def ours_of(page: Page) -> list[Seen]:
    """Our words, on the page as displayed."""
    return [Seen(t, *page.unturn(w.box), w.upright and not page.turned) for w in page.words if (t := plain(w.text))]


def theirs_of(page: Any, **settings: Any) -> list[Seen]:
    """pdfplumber's words."""
    return [Seen(plain(w["text"]), w["x0"], w["top"], w["x1"], w["bottom"], w["upright"], w["chars"])
            for w in page.extract_words(return_chars=True, **settings) if plain(w["text"])]


def settle(ours: list[Seen], theirs: list[Seen]) -> tuple[list[tuple[int, int]], list[Seen], list[Seen]]:
    """Pairs (index, index) of words with the same text, nearest first, and what is left of either."""
    pool: dict[str, list[int]] = defaultdict(list)
    for k, w in enumerate(theirs):
        pool[w.text].append(k)
    pairs, left = [], []
    for n, w in enumerate(ours):
        same = pool.get(w.text)
        if not same:
            left.append(w)
            continue
        k = min(same, key=lambda k: abs(theirs[k].x0 - w.x0) + abs(theirs[k].top - w.top))
        same.remove(k)
        pairs.append((n, k))
    used = {k for _, k in pairs}
    return pairs, left, [w for k, w in enumerate(theirs) if k not in used]


def places(ours: list[Seen], theirs: list[Seen]) -> list[tuple[list[Seen], list[Seen]]]:
    """What is left, put together where boxes touch."""
    items = [(0, w) for w in ours] + [(1, w) for w in theirs]
    group = list(range(len(items)))
    for i, (_, w) in enumerate(items):
        for j in range(i):
            v = items[j][1]
            tall = min(w.bottom, v.bottom) - max(w.top, v.top)
            if w.x0 < v.x1 + 0.5 and v.x0 < w.x1 + 0.5 and tall > 0.2 * min(w.bottom - w.top, v.bottom - v.top) and group[i] != group[j]:
                old, new = group[i], group[j]
                group = [new if g == old else g for g in group]
    found: dict[int, tuple[list[Seen], list[Seen]]] = {}
    for g, (side, w) in zip(group, items, strict=True):
        found.setdefault(g, ([], []))[side].append(w)
    return list(found.values())


def classify(ours: list[Seen], theirs: list[Seen], peer: Any, ink: np.ndarray, hidden: bool) -> str:
    """The class of one place. ``ink``: the rendered page in grey at `SCALE`; ``hidden``: its text is an invisible layer."""
    a = "".join(w.text for w in sorted(ours, key=lambda w: w.x0))
    raw = "".join(c["text"] for w in theirs for c in w.chars)
    b = "".join(w.text for w in sorted(theirs, key=lambda w: w.x0))
    if hidden:
        return "hidden scan"
    if "(cid:" in raw or any("\ue000" <= c <= "\uf8ff" or c < " " for c in raw):
        return "unmapped"
    if not all(w.upright for w in ours + theirs):
        return "sideways"
    spare = Counter(b) - Counter(a)
    if not ours or (not Counter(a) - Counter(b) and spare):
        cut = [w for w in theirs if w.text not in a] or theirs
        if all(_unseen(c, ink) for w in cut for c in w.chars if c["text"].strip()) or any(_unseen(w.chars[-1], ink) for w in cut):
            return "unseen"
        if sorted(a + a) == sorted(b):
            return "doubled"
    if sorted(a) != sorted(b):
        return _other_letters(a, b)
    if any(re.fullmatch(r"[.…]{4,}", w.text) for w in ours):
        return "leader"
    lines = {round(c["bottom"]) for w in theirs for c in w.chars}
    sizes = [c["size"] for w in theirs for c in w.chars]
    if len(theirs) <= len(ours) and _rows(ours) > 1:
        return "overlap" if max(sizes) < 1.15 * min(sizes) or a != b else "mark"
    if max(sizes) > 1.15 * min(sizes) and len(lines) > 1:
        return "mark"
    return _parting(ours, theirs, peer, ink)


def _unseen(char: dict[str, Any], ink: np.ndarray) -> bool:
    x0, x1, top, bottom = (int(v * SCALE) for v in (char["x0"], char["x1"] + 0.5, char["top"], char["bottom"]))
    if x0 < 0 or top < 0 or x0 >= ink.shape[1] - 1 or top >= ink.shape[0] - 1:
        return True
    crop = ink[top:bottom, x0:x1]
    return not crop.size or float(crop.std()) < 6


def _other_letters(a: str, b: str) -> str:
    bare = unicodedata.normalize("NFD", a)
    if bare != a and sorted(c for c in bare if c.isascii()) == sorted(c for c in unicodedata.normalize("NFD", b) if c.isascii() and c != " "):
        return "accent"
    if a.lower() == b.lower() or (len(a) == len(b) and any(ord(c) > 0x370 for c in a) and not any(ord(c) > 0x370 for c in b)):
        return "names"
    return "unexplained"


def _rows(words: list[Seen]) -> int:
    """How many rows the words stand in, where they overlap from left to right."""
    return 1 + sum(abs(w.bottom - v.bottom) > 1 and w.x0 < v.x1 and v.x0 < w.x1 for v, w in pairwise(words))


def _parting(ours: list[Seen], theirs: list[Seen], peer: Any, ink: np.ndarray) -> str:
    """The same letters, parted otherwise: what does the picture show where one reader parts and the other does not?"""
    size = float(np.median([c["size"] for w in theirs for c in w.chars]))
    broken = _breaks(theirs, ours)
    joined = _breaks(ours, theirs)
    if broken:
        blanks = [c for c in peer.chars if c["text"] == " " and any(w.top < (c["top"] + c["bottom"]) / 2 < w.bottom for w in theirs)]
        if all(any(abs(c["x0"] - x) < 0.35 * size for c in blanks) for x in broken):
            return "painted space" if max(_white(ink, x, theirs, size) for x in broken) < 0.2 * size else "unexplained"
        if len(theirs) >= 3 and all(len(w.text) == 1 for w in theirs):
            gaps = [w.x0 - v.x1 for v, w in pairwise(theirs)]
            if max(gaps) - min(gaps) < 0.1 * size:
                return "tracked"
        return "kerning" if max(_white(ink, x, theirs, size) for x in broken) < 0.25 * size else "unexplained"
    if joined:
        return "no printed space" if min(_white(ink, x, ours, size) for x in joined) > 0.06 * size else "unexplained"
    return "unexplained"


def _breaks(words: list[Seen], other: list[Seen]) -> list[float]:
    """Where ``words`` part and ``other`` has no edge: x in points."""
    row = sorted(words, key=lambda w: w.x0)
    edges = [x for w in other for x in (w.x0, w.x1)]
    middles = [(v.x1 + w.x0) / 2 for v, w in pairwise(row)]
    return [x for x in middles if all(abs(x - e) > 1.5 for e in edges)]


def _white(ink: np.ndarray, x: float, words: list[Seen], size: float) -> float:
    """Width in points of the white space round ``x`` in the row of these words."""
    top, bottom = min(w.top for w in words), max(w.bottom for w in words)
    low, high = max(int((x - size) * SCALE), 0), int((x + size) * SCALE)
    band = ink[max(int(top * SCALE), 0):int(bottom * SCALE), low:high]
    if not band.size:
        return 0.0
    paper = np.median(band)
    clear = (np.abs(band.astype(float) - paper) < 60).all(axis=0)
    near = [end - start for start, end in _runs(clear) if abs((start + end) / 2 - (x * SCALE - low)) < 0.45 * size * SCALE]
    return max(near, default=0) / SCALE


def _runs(mask: np.ndarray) -> list[tuple[int, int]]:
    edge = np.diff(np.concatenate(([0], mask.astype(np.int8), [0])))
    return list(zip(np.flatnonzero(edge == 1).tolist(), np.flatnonzero(edge == -1).tolist(), strict=True))


Segment = tuple[float, float, float, float]


def segments(page: Any) -> list[Segment]:
    """pdfplumber's lines, and the edges of its rectangles, as (x0, top, x1, bottom) on the page."""
    out: list[Segment] = [(r["x0"], r["top"], r["x1"], r["bottom"]) for r in page.lines]
    for r in page.rects:
        out += edges(r["x0"], r["top"], r["x1"], r["bottom"])
    width, height = float(page.width), float(page.height)
    return [(max(a, 0), max(b, 0), min(c, width), min(d, height)) for a, b, c, d in out if a < width and c > 0 and b < height and d > 0]


def edges(x0: float, top: float, x1: float, bottom: float) -> list[Segment]:
    """A thin rectangle as one segment, another as four."""
    if x1 - x0 < THIN or bottom - top < THIN:
        return [(x0, top, x1, bottom)]
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def apart(these: list[Segment], those: list[Segment]) -> list[Segment]:
    """Those of ``these`` that have none of ``those`` within 2 points at either end."""
    b = np.array(those).reshape(-1, 4)
    return [row for row in these if not (np.abs(b - np.array(row)).max(axis=1, initial=0) < 2).any()]


RULES = {
    "slanting": "a line that slants (of a chart): a curve with the same box here, and no rule of a table",
    "curved": "an upright or level stroke of a drawing that has curves or slanting strokes too: a curve with the same box here",
    "drawing": "a stroke of a path of thousands (a chart's dotted grid): one curve round all of them here",
    "unexplained": "not explained: ours may be wrong",
}


def rule_class(segment: Segment, curves: list[Segment]) -> str:
    """Why a line of pdfplumber's is none of ours."""
    x0, top, x1, bottom = segment
    if not apart([segment], curves):
        return "slanting" if x1 - x0 >= 2 and bottom - top >= 2 else "curved"
    return "drawing" if any(a - 1 <= x0 and b - 1 <= top and x1 <= c + 1 and bottom <= d + 1 for a, b, c, d in curves) else "unexplained"


@dataclass(slots=True)
class Totals:
    """Sums over all pages."""

    pages: int = 0
    ours: int = 0
    count: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    sites: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    x: list[float] = field(default_factory=list)


def compare(path: Path, every: int, total: Totals, show: str | None) -> None:
    """Add a file's pages to the sums."""
    try:
        source, peer, paint = open_pdf(path, ocr=Wanted("never")), pdfplumber.open(path), pdfium.PdfDocument(path)
    except (UnreadableFile, Exception) as error:
        print(f"{path.name}: {type(error).__name__}", file=sys.stderr)
        return
    with source, peer:
        for number in range(1, len(source) + 1, every):
            _page(source.page(number), peer.pages[number - 1], paint, f"{path.name} p{number}", total, show)
            peer.pages[number - 1].close()
    paint.close()


def _page(page: Page, other: Any, paint: Any, name: str, total: Totals, show: str | None) -> None:
    ours, theirs, default = ours_of(page), theirs_of(other, **FAIR), theirs_of(other)
    pairs, left, rest = settle(ours, theirs)
    total.pages += 1
    total.ours += len(ours)
    total.count["default"] += len(default)
    total.count["default equal"] += (Counter(w.text for w in default) & Counter(w.text for w in ours)).total()
    total.count["fair"] += len(theirs)
    total.count["fair equal"] += len(pairs)
    at = {k: n for n, k in pairs}
    nexts = [(at[k], at[k + 1]) for k in range(len(theirs) - 1) if k in at and k + 1 in at]
    total.count["neighbours"] += len(nexts)
    total.count["neighbours in order"] += sum(b == a + 1 for a, b in nexts)
    for n, k in pairs:
        if ours[n].upright:
            total.x += [max(abs(ours[n].x0 - theirs[k].x0), abs(ours[n].x1 - theirs[k].x1))]
            total.count["boxes"] += 1
            tall = min(ours[n].bottom, theirs[k].bottom) - max(ours[n].top, theirs[k].top)
            total.count["boxes on one line"] += tall > 0.5 * min(ours[n].bottom - ours[n].top, theirs[k].bottom - theirs[k].top)
    mine = [s for r in page.rules for s in ([r.box] if r.kind == "line" else edges(*r.box) if r.kind == "fill" else [])]
    mine = [tuple(page.unturn(type(page.rules[0].box)(*s))) for s in mine]
    curves = [tuple(page.unturn(r.box)) for r in page.rules if r.kind == "curve"]
    peers = segments(other)
    missed = apart(peers, mine)
    total.count["rules"] += len(peers)
    total.count["rules found"] += len(peers) - len(missed)
    total.count["our rules"] += len(mine)
    total.count["our rules found"] += len(mine) - len(apart(mine, peers))
    for segment in missed:
        total.rules[kind := rule_class(segment, curves)] += 1
        if show == kind:
            print(f"{name}: {kind}: {tuple(round(v, 1) for v in segment)}")
    if not left and not rest:
        return
    sheet = paint[page.number - 1]
    ink = np.asarray(sheet.render(scale=SCALE, grayscale=True).to_numpy()).reshape(int(np.ceil(sheet.get_height() * SCALE)), -1)
    for a, b in places(left, rest):
        kind = classify(a, b, other, ink, page.hidden)
        total.classes[kind] += len(b)
        total.sites[kind] += 1
        if show and kind.startswith(show):
            print(f"{kind}\t{name}\t{[w.text for w in a][:8]}\t{[w.text for w in b][:12]}")


def report(total: Totals) -> str:
    """The tables."""
    c = total.count
    explained = c["fair equal"] + sum(total.classes[k] for k in EXCUSED)
    out = f"""| what | figure |
| --- | --- |
| pages | {total.pages} |
| words by pdfplumber, fair settings / default | {c["fair"]} / {c["default"]} |
| words by papermine | {total.ours} |
| equal as multisets, default settings | {_share(c["default equal"], c["default"])} |
| equal as multisets, fair settings | {_share(c["fair equal"], c["fair"])} |
| equal or explained by the picture or a stated convention, fair settings | {_share(explained, c["fair"])} |
| neighbours in pdfplumber's text flow that are neighbours here | {_share(c["neighbours in order"], c["neighbours"])} |
| equal upright words whose ends lie within 1 point | {_share(sum(d < 1 for d in total.x), len(total.x))} |
| … that stand on one line | {_share(c["boxes on one line"], c["boxes"])} |
| pdfplumber's lines and edges of rectangles that are found here within 2 points | {_share(c["rules found"], c["rules"])} of {c["rules"]} |
| found, or explained by the picture | {_share(c["rules"] - total.rules["unexplained"], c["rules"])} |
| ours that are found there | {_share(c["our rules found"], c["our rules"])} of {c["our rules"]} |

| class of difference (fair settings) | words of pdfplumber | places |
| --- | --- | --- |
"""
    for name, words in CLASSES.items():
        if total.sites[name]:
            out += f"| **{name}**: {words} | {total.classes[name]} | {total.sites[name]} |\n"
    out += "\n| class of difference | lines of pdfplumber |\n| --- | --- |\n"
    for name, words in RULES.items():
        if total.rules[name]:
            out += f"| **{name}**: {words} | {total.rules[name]} |\n"
    return out


def _share(part: float, whole: float) -> str:
    return f"{100 * part / max(whole, 1):.2f}%"


def drawn(marks: Counter[str]) -> list[str]:
    """What is drawn on a page, in words."""
    return [f"[{n} {kind}{'s' * (n > 1)}]" for kind, n in sorted(marks.items()) if n]


def pictures(folder: Path) -> None:
    """Draw each quirk of tests/quirks.py with what either reader reads."""
    from PIL import Image, ImageDraw, ImageFont
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    from quirks import QUIRKS
    folder.mkdir(parents=True, exist_ok=True)
    font = ImageFont.truetype(str(Path(papermine.__file__).parent / "typeface" / "DejaVuSans-latin.ttf"), 13)
    rows = []
    for quirk in QUIRKS:
        path = quirk.write(folder / "quirk.pdf")
        with open_pdf(path) as source:
            seen = source.page(1)
            ours = " | ".join([*(w.text for w in seen.words), *drawn(Counter(r.kind for r in seen.rules if r.kind != "fill"))])
        with pdfplumber.open(path) as peer:
            marks = drawn(Counter({"line": len(peer.pages[0].lines), "rect": len([r for r in peer.pages[0].rects if r["width"] < THIN])}))
            fair, usual = (" | ".join([*(w["text"] for w in peer.pages[0].extract_words(**s)), *marks]) for s in (FAIR, {}))
        page = pdfium.PdfDocument(path)[0].render(scale=2).to_pil()
        row = Image.new("RGB", (900, 128), "white")
        row.paste(page.resize((320, 64 * page.width // 320)) if page.width > 640 else page.crop((0, 0, 325, 120)), (0, 4))
        draw = ImageDraw.Draw(row)
        said = ("black", quirk.name), ("#005a9c", f"papermine: {ours}"), ("#b03a00", f"pdfplumber, fair settings: {fair}"), \
            ("#b03a00", f"pdfplumber: {usual}")
        for k, (colour, text) in enumerate(said):
            draw.text((330, 8 + 29 * k), text if len(text) < 76 else text[:74] + "…", fill=colour, font=font)
        draw.line((0, 126, 900, 126), fill="#999999")
        rows.append(row)
        path.unlink()
    sheet = Image.new("RGB", (900, 128 * len(rows)), "white")
    for k, row in enumerate(rows):
        sheet.paste(row, (0, 128 * k))
    sheet.quantize(32).save(folder / "quirks.png", optimize=True)


def main() -> None:
    """Compare and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--every", type=int, default=1, help="look at every Nth page only")
    parser.add_argument("--show", help="print the places of this class (or its first letters)")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--pictures", type=Path, help="draw the smallest page of each class into this folder, and do no more")
    args = parser.parse_args()
    if args.pictures:
        return pictures(args.pictures)
    total = Totals()
    for path in sorted(p for f in args.folders for p in f.rglob("*.pdf")):
        compare(path, args.every, total, args.show)
        print(path.name, total.count["fair"], total.count["fair equal"], file=sys.stderr, flush=True)
    text = report(total)
    print(text)
    if args.output:
        names = " ".join(str(f) for f in args.folders)
        args.output.write_text(f"# The reader beside pdfplumber\n\n`python benchmarks/parity.py {names} --every {args.every}`; pdfplumber "
                               f"{pdfplumber.__version__}, fair settings {FAIR}.\nClasses and pictures: "
                               f"[docs/reader.md](../docs/reader.md).\n\n{text}",
                               encoding="utf-8")


if __name__ == "__main__":
    main()
