"""The figures of `scale.py` as a page and a picture.

    python benchmarks/scale_report.py /tmp/scale/legs.jsonl --output benchmarks/scale.md
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

SIZES = (100, 1_000, 10_000, 100_000)
LAST = 5_000
"""Pages before a size over which its cost is taken; at small sizes, all of them."""


def write(legs: list[dict[str, Any]], figures: dict[str, Any], to: Path) -> None:
    """The page, and beside it the picture."""
    to.write_text(_page(legs, figures), encoding="utf-8")
    _picture(legs, to.with_suffix(".svg"))


def _until(legs: list[dict[str, Any]], size: int) -> list[dict[str, Any]]:
    out = []
    for leg in legs:
        out.append(leg)
        if leg["upto"] >= size:
            return out
    return []


def _each(legs: list[dict[str, Any]], name: str) -> float:
    """Milliseconds a page."""
    return 1000 * sum(leg[name] for leg in legs) / sum(leg["pages"] for leg in legs)


def _page(legs: list[dict[str, Any]], figures: dict[str, Any]) -> str:
    end = legs[-1]
    out = ["# Scale", "", f"`python benchmarks/scale.py --workers {end['workers']}` on {os.cpu_count()} cores, Python {sys.version.split()[0]}: "
           f"{end['upto']:,} pages of {end['packs']:,} packs, every one read, in {len(legs)} legs.",
           f"A size's cost is that of its last legs (up to {LAST:,} pages before it), start-up and links included.", "",
           "![CPU for each page](scale.svg)", "",
           "| pages | packs | CPU ms a page | of it commits | links | CPU from the first page | wall s | peak PSS MiB | database KiB a page | "
           "÷ PDFs | ÷ text |",
           "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    rows = {}
    for size in sorted({*SIZES, legs[-1]["upto"]}):
        some = _until(legs, size)
        if not some:
            continue
        last = some[-1]
        if last["upto"] in rows:
            continue
        near = [leg for leg in some if leg["upto"] > last["upto"] - LAST] if last["upto"] > LAST else some
        rows[last["upto"]] = _each(near, "cpu")
        out.append(f"| {last['upto']:,} | {last['packs']:,} | {_each(near, 'cpu'):.1f} | {_each(near, 'store'):.2f} | {_each(near, 'link'):.2f} | "
                   f"{_each(some, 'cpu'):.1f} | {sum(leg['wall'] for leg in some):.0f} | {max(leg['peak'] for leg in near):.0f} | "
                   f"{last['bytes'] / last['upto'] / 1024:.1f} | {last['bytes'] / last['pdf']:.2f} | {last['bytes'] / last['text']:.1f} |")
    if len(rows) > 1 and (small := next((upto for upto in sorted(rows) if upto >= SIZES[1]), None)) is not None:
        largest = max(rows)
        out += ["", f"A page at {largest:,} costs {rows[largest] / rows[small]:.2f} times one at {small:,}."]
    if "questions" in figures:
        median, slowest, number = figures["questions"]
        out += ["", f"The twenty questions on the largest, open connection: median {median:.0f} ms, slowest {slowest:.0f} ms (question {number})."]
    if "changed" in figures:
        one, alone, nothing = figures["changed"]
        out += ["", f"One changed file among {figures['among']:,}, in the database of {end['packs']:,}: {one:.2f} s of CPU; that file alone "
                f"into a new database: {alone:.2f} s; a run without changes: {nothing:.2f} s."]
    return "\n".join(out) + "\n"


def _picture(legs: list[dict[str, Any]], to: Path) -> None:
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "papermine"
    from matplotlib import pyplot
    figure, (cost, memory) = pyplot.subplots(1, 2, figsize=(9, 3.6))
    pages = [leg["upto"] for leg in legs]
    for name, words in (("cpu", "all"), ("store", "commits"), ("link", "links")):
        cost.plot(pages, [_each([leg], name) for leg in legs], marker=".", label=words)
    cost.set(xscale="log", xlabel="pages in the database", ylabel="CPU ms a page", ylim=(0, None))
    cost.legend()
    memory.plot(pages, [leg["peak"] for leg in legs], marker=".")
    memory.set(xscale="log", xlabel="pages in the database", ylabel="peak PSS, MiB", ylim=(0, None))
    figure.tight_layout()
    figure.savefig(to, metadata={"Date": None})


def main() -> None:
    """Read the log, write the page."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("log", type=Path)
    ask.add_argument("--output", type=Path, required=True)
    given = ask.parse_args()
    lines = [json.loads(line) for line in given.log.read_text().splitlines() if line.startswith("{")]
    write([line for line in lines if "upto" in line], {k: v for line in lines if "upto" not in line for k, v in line.items()}, given.output)


if __name__ == "__main__":
    main()
