"""Word recall of recognised pages, against the text of the same pages before they were scanned.

python corpus/build.py --packs 6 --seed 11 --scan poor --out DIR
python benchmarks/scans.py DIR --scan poor --pages 20

Or against pages typed by hand: FOLDER holds NAME.pdf-PAGE.txt for page PAGE of NAME.pdf.

python benchmarks/scans.py DIR --typed FOLDER
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from papermine.document import Page
from papermine.ocr.wanted import Wanted
from papermine.reader import open_pdf


def words(text: str) -> Counter[str]:
    """The words of a text, case and the punctuation at their ends evened out."""
    even = text.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace("—", "-")
    return Counter(w for w in (t.strip(".,;:!?()[]\"'*•-_|") for t in even.split()) if w and re.search(r"\w", w))


def said(page: Page) -> str:
    """All words of a page."""
    return " ".join(w.text for w in page.words)


def pairs(folder: Path, quality: str, most: int) -> Iterator[tuple[str, Counter[str], Page]]:
    """(name, the words printed, the page recognised) of pages spread evenly over the scanned packs of a folder."""
    for scanned in sorted(folder.glob(f"*-{quality}.pdf")):
        with open_pdf(scanned) as scan, open_pdf(scanned.with_name(scanned.name.replace(f"-{quality}.pdf", ".pdf")), ocr=Wanted("never")) as text:
            step = max(len(scan) // most, 1)
            for n in range(1, len(scan) + 1, step):
                yield f"{scanned.name} page {n}", words(said(text.page(n))), scan.page(n)


def typed(folder: Path, notes: Path) -> Iterator[tuple[str, Counter[str], Page]]:
    """The same for pages typed by hand."""
    for note in sorted(notes.glob("*.pdf-*.txt")):
        name, _, n = note.stem.rpartition("-")
        with open_pdf(folder / name, ocr=Wanted("always")) as scan:
            yield f"{name} page {n}", words(note.read_text(encoding="utf-8")), scan.page(int(n))


def main() -> None:
    """Print recall and precision for each page and for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scan", default="clean")
    parser.add_argument("--pages", type=int, default=1000, help="about how many pages of each pack")
    parser.add_argument("--typed", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    expected = right = found = 0
    for name, truth, page in typed(options.folder, options.typed) if options.typed else pairs(options.folder, options.scan, options.pages):
        got = words(said(page))
        both = sum((truth & got).values())
        expected, right, found = expected + sum(truth.values()), right + both, found + sum(got.values())
        if truth:
            print(f"{name}: recall {both / sum(truth.values()):.3f}, precision {both / max(sum(got.values()), 1):.3f}, "
                  f"skew {page.skew:+.2f}, confidence {page.confidence}", flush=True)
        if options.misses:
            print("   missed:", " ".join((truth - got).elements())[:600])
            print("   not printed:", " ".join((got - truth).elements())[:600])
    print(f"{expected} words: recall {right / max(expected, 1):.4f}, precision {right / max(found, 1):.4f}")


if __name__ == "__main__":
    main()
