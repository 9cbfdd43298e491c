"""Compare the words of papermine's reader with pdfplumber's, page by page.

    python benchmarks/parity.py FOLDER... [--every N] [--show CLASS] [--output benchmarks/parity.md]

A page's words are compared as multisets. What differs is put in a class, so that each class can be
looked at and either mended or explained; the classes are explained in docs/reader.md.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pdfplumber

from papermine.errors import UnreadableFile
from papermine.reader import open_pdf


def plain(text: str) -> str:
    """The word with ligatures, bullets, dashes and unmapped glyphs evened out."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "-")
    for code, letters in (("Ɵ", "ti"), ("Ʃ", "tt"), ("ƫ", "tti"), ("(cid:415)", "ti"), ("(cid:425)", "tt"), ("(cid:427)", "tti")):
        text = text.replace(code, letters)
    return re.sub(r"[\ue000-\uf8ff•●▪■◦‣\x00-\x1f\x7f-\x9f]|\(cid:\d+\)", "", text)


def classify(ours: Counter[str], theirs: Counter[str], upright: bool) -> Iterable[tuple[str, int]]:
    """(class, words) of what only pdfplumber has on one page."""
    missing = theirs - ours
    if not missing:
        return
    extra = ours - theirs
    pool, rest = "".join(sorted("".join(extra.elements()))), "".join(sorted("".join(missing.elements())))
    count = sum(missing.values())
    if any("(cid:" in w for w in missing):
        yield "unmapped glyphs", count
    elif pool == rest:
        yield ("same letters, parted otherwise" if upright else "words up and down the page"), count
    elif len(pool) > len(rest) and not Counter(rest) - Counter(pool):
        yield "letters that pdfplumber drops", count
    elif not Counter(pool) - Counter(rest):
        yield "letters that we leave out (hidden, doubled, off the page)", count
    else:
        yield "other", count


def main() -> None:
    """Compare and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="look at every Nth page only")
    parser.add_argument("--show", help="print the pages of this class (or its first letters)")
    parser.add_argument("--output", type=Path)
    args = parser.parse_args()
    classes: Counter[str] = Counter()
    words = equal = pages = 0
    rules_ours = rules_theirs = 0
    for path in sorted(p for f in args.folders for p in f.rglob("*.pdf")):
        try:
            source, peer = open_pdf(path), pdfplumber.open(path)
        except (UnreadableFile, Exception) as error:
            print(f"{path.name}: {type(error).__name__}")
            continue
        with source, peer:
            for number in range(1, len(source) + 1, args.every):
                page, other = source.page(number), peer.pages[number - 1]
                raw = other.extract_words()
                ours = Counter(t for w in page.words if (t := plain(w.text)))
                theirs = Counter(t for w in raw if (t := plain(w["text"])))
                both = ours & theirs
                pages, words, equal = pages + 1, words + theirs.total(), equal + both.total()
                rules_ours += sum(r.kind == "line" for r in page.rules) > 0
                rules_theirs += bool(other.lines or other.rects)
                for name, count in classify(ours, theirs, all(w.upright for w in page.words)):
                    classes[name] += count
                    if args.show and name.startswith(args.show):
                        print(f"{path.name} p{number} ours {list((ours - theirs).elements())[:8]} theirs {list((theirs - ours).elements())[:8]}")
                other.close()
    rows = [("pages", str(pages)), ("words by pdfplumber", str(words)), ("equal as multisets", f"{100 * equal / max(words, 1):.2f}%"),
            ("pages with ruled lines (ours / theirs)", f"{rules_ours} / {rules_theirs}"),
            *((f"differ: {name}", f"{count} ({100 * count / max(words, 1):.2f}%)") for name, count in classes.most_common())]
    text = "| what | figure |\n| --- | --- |\n" + "".join(f"| {a} | {b} |\n" for a, b in rows)
    print(text)
    if args.output:
        args.output.write_text(f"# The reader beside pdfplumber\n\n`python benchmarks/parity.py …`, every {args.every} page(s).\n\n{text}")


if __name__ == "__main__":
    main()
