"""Finds tables with papermine and its peers on the ICDAR 2013 set, and prints a Markdown table of scores.

    python benchmarks/tables.py ../shared/tables [--tools papermine,pdfplumber] [--output FOLDER]

The folder holds `score.py` and `icdar2013/*/*.pdf`. Peers that are not installed are named and left out
(`pip install pdfplumber camelot-py tabula-py img2table`). Each tool runs with its default settings. Seconds are
CPU time of this process and its children for the whole set, reading the PDF included; for papermine and
pdfplumber the time from words and rules to cells stands beside it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

Cells = list[list[Any]]
Found = Iterator[tuple[int, Cells, float]]
"""Page, cells (first row, first column, last row, last column, text), seconds from words and rules to cells."""


def cpu() -> float:
    """CPU seconds that this process and its finished children have used."""
    return sum(u.ru_utime + u.ru_stime for u in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)))


def _grid(rows: Any) -> Cells:
    return [[i, j, i, j, str(text)] for i, row in enumerate(rows) for j, text in enumerate(row) if text is not None and str(text).strip()]


def papermine(path: Path) -> Found:
    """This project: what stands in `printed_cells`."""
    from papermine.reader import open_pdf
    from papermine.tables import find_tables
    with open_pdf(path) as source:
        for page in source:
            start = time.process_time()
            parts = find_tables(page)
            spent = time.process_time() - start
            if not parts:
                yield page.number, [], spent
            for k, part in enumerate(parts):
                yield page.number, [[c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1, c.text] for c in part.cells if c.text], \
                    0.0 if k else spent


def pdfplumber(path: Path) -> Found:
    """pdfplumber's `find_tables` and `extract`."""
    import pdfplumber as library
    with library.open(path) as pdf:
        for page in pdf.pages:
            _ = page.chars, page.edges
            start = time.process_time()
            tables = [table.extract() for table in page.find_tables()]
            spent = time.process_time() - start
            if not tables:
                yield page.page_number, [], spent
            for k, rows in enumerate(tables):
                yield page.page_number, _grid(rows), 0.0 if k else spent


def camelot(path: Path, flavor: str = "lattice") -> Found:
    """camelot, by flavour."""
    import camelot as library
    for table in library.read_pdf(str(path), pages="all", flavor=flavor):
        yield int(table.page), _grid(table.df.values.tolist()), 0.0


def tabula(path: Path) -> Found:
    """tabula-java, by tabula-py."""
    import tabula as library
    from pypdfium2 import PdfDocument
    for page in range(1, len(PdfDocument(path)) + 1):  # its JSON does not name the page
        for table in library.read_pdf(str(path), pages=page, output_format="json", silent=True):
            yield page, _grid([[cell["text"] for cell in row] for row in table["data"]]), 0.0


def img2table(path: Path) -> Found:
    """img2table, on the text that the PDF holds."""
    from img2table.document import PDF
    for page, tables in PDF(src=str(path)).extract_tables().items():
        for table in tables:
            yield page + 1, _grid(table.df.values.tolist()), 0.0


TOOLS: dict[str, tuple[str, Callable[[Path], Found]]] = {
    "papermine": ("papermine", papermine),
    "pdfplumber": ("pdfplumber", pdfplumber),
    "camelot lattice": ("camelot", camelot),
    "camelot stream": ("camelot", lambda path: camelot(path, "stream")),
    "camelot hybrid": ("camelot", lambda path: camelot(path, "hybrid")),
    "tabula": ("tabula", tabula),
    "img2table": ("img2table", img2table),
}


def predict(tool: Callable[[Path], Found], root: Path) -> tuple[dict[str, list[dict[str, Any]]], float, float]:
    """The tables of all PDFs of the set, CPU seconds in all, and those from words and rules to cells."""
    out: dict[str, list[dict[str, Any]]] = {}
    start, core = cpu(), 0.0
    for path in sorted(root.glob("*/*.pdf")):
        tables = out[path.stem] = []
        try:
            for page, cells, seconds in tool(path):
                core += seconds
                if cells:
                    tables.append({"page": page, "cells": [tuple(c) for c in cells]})
        except Exception as error:  # a peer may fail on a file: it then has found nothing there
            print(f"{path.name}: {type(error).__name__}: {error}", file=sys.stderr)
    return out, cpu() - start, core


def scorer(folder: Path) -> ModuleType:
    """The set's own scorer."""
    spec = importlib.util.spec_from_file_location("tables_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder / 'score.py'}: there is no scorer; give the folder that holds it")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Run the tools, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--output", type=Path, help="write each tool's predictions as JSON lines here")
    args = parser.parse_args()
    score = scorer(args.folder)
    truth = score.load_truth(args.folder / "icdar2013")
    print("| tool | P | R | F1 | micro F1 | tables ≥ .9 | exact | false tables | CPU s | words → cells s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in args.tools.split(","):
        module, tool = TOOLS[name.strip()]
        if importlib.util.find_spec(module) is None:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        found, seconds, core = predict(tool, args.folder / "icdar2013")
        if args.output:
            args.output.mkdir(parents=True, exist_ok=True)
            lines = [json.dumps({"doc": doc, "tables": tables}, ensure_ascii=False) for doc, tables in found.items()]
            (args.output / f"{name.replace(' ', '-')}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        r = score.evaluate(truth, found)
        print(f"| {name} | {r['macro_p']:.3f} | {r['macro_r']:.3f} | {r['macro_f1']:.3f} | {r['micro'][2]:.3f} | {r['found90']} of {r['tables']} "
              f"| {r['exact']} | {r['false_tables']} | {seconds:.1f} | {f'{core:.1f}' if core else ''} |")


if __name__ == "__main__":
    main()
