"""The figures of `scale.py`, one JSON object a line, as a page and a picture.

    python benchmarks/scale_report.py LOG... --output benchmarks/scale.md
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any


def write(lines: list[dict[str, Any]], to: Path) -> None:
    """The page, and beside it the picture."""
    rows = sorted((r for r in lines if "size" in r), key=lambda r: (r["size"], r["copied"]))
    figures: dict[str, Any] = {k: v for r in lines if "size" not in r for k, v in r.items()}
    to.write_text(_page(rows, figures), encoding="utf-8")
    _picture(rows, to.with_suffix(".svg"))


def _page(rows: list[dict[str, Any]], figures: dict[str, Any]) -> str:
    out = ["# Scale", "", f"`python benchmarks/scale.py` on {os.cpu_count()} cores that other work used too (judge by CPU), "
           f"Python {sys.version.split()[0]}.",
           "Rows marked *stored only* are stamped, hashed, stored and linked in full, but their records are copied, not read: "
           "see the script's head.", "",
           "![CPU for each page](scale.svg)", "",
           "| pages | packs | | CPU ms a page | of it commits | links | wall s | peak PSS MiB | database KiB a page | ÷ PDFs | ÷ text |",
           "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for r in rows:
        def each(name: str, r: dict[str, Any] = r) -> str:
            return f"{1000 * r[name] / r['pages']:.2f}" if name in r else ""
        how = "stored only" if r["copied"] else "read"
        out.append(f"| {r['pages']:,} | {r['packs']:,} | {how} | {each('cpu')} | {each('store')} | {each('link')} | {r['wall']:.0f} | "
                   f"{r['peak']:.0f} | {r['bytes'] / r['pages'] / 1024:.1f} | {r['bytes'] / r['pdf']:.2f} | {r['bytes'] / r['text']:.1f} |")
    if "questions" in figures:
        median, slowest, number = figures["questions"]
        out += ["", f"The twenty questions on the largest, open connection: median {median:.0f} ms, slowest {slowest:.0f} ms (question {number})."]
    if figures.get("alike"):
        same, every = figures["alike"]
        out += ["", f"Copied rows that a true reading of the changed file gives too: {same:,} of {every:,} ({100 * same / every:.1f}%)."]
    if "changed" in figures:
        one, alone, nothing = figures["changed"]
        out += ["", f"One changed file among {figures['files']:,}: {one:.2f} s of CPU; that file alone into a new database: {alone:.2f} s; "
                f"a run without changes: {nothing:.2f} s."]
    return "\n".join(out) + "\n"


def _picture(rows: list[dict[str, Any]], to: Path) -> None:
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "papermine"
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(7, 4))
    for copied, name in ((False, "read, stored and linked"), (True, "stored and linked only")):
        some = [r for r in rows if r["copied"] is copied]
        if some:
            axes.plot([r["pages"] for r in some], [1000 * r["cpu"] / r["pages"] for r in some], marker="o", label=name)
    axes.set(xscale="log", xlabel="pages", ylabel="CPU ms a page, start-up included", ylim=(0, None))
    axes.legend()
    figure.tight_layout()
    figure.savefig(to, metadata={"Date": None})


def main() -> None:
    """Read the logs, write the page."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("logs", nargs="+", type=Path)
    ask.add_argument("--output", type=Path, required=True)
    given = ask.parse_args()
    write([json.loads(line) for log in given.logs for line in log.read_text().splitlines() if line.startswith("{")], given.output)


if __name__ == "__main__":
    main()
