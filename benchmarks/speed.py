"""Speed and memory, side by side with pdfplumber, one process each, in one run.

    python benchmarks/speed.py FOLDER... [--large PACK.pdf] [--output benchmarks/speed.md]

FOLDERs hold PDFs. Pages without a text layer are left out on both sides. CPU seconds are user plus
system time of the child process as the operating system accounts them; interpreter start and
imports are measured apart (the same child with no work) and taken off. Memory is the peak, sampled every
0.1 s, of the summed PSS (/proc/PID/smaps_rollup) of the whole process tree.
"""

from __future__ import annotations

import argparse
import ctypes
import itertools
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

READER_OURS = """
import sys
from pathlib import Path
from papermine.layout.lines import rows
from papermine.reader import open_pdf
for name in sys.argv[1:]:
    with open_pdf(Path(name)) as source:
        for page in source:
            rows(page.words)
"""
READER_PEER = """
import sys, pdfplumber
for name in sys.argv[1:]:
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_words(); page.rects; page.lines
            page.close()
"""
ROAD_PEER = """
import sys, pdfplumber
for name in sys.argv[1:]:
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_words(); page.extract_tables()
            page.close()
"""
IMPORTS = {"pdfplumber": "import pdfplumber", "reader": "from papermine.layout.lines import rows; from papermine.reader import open_pdf"}


class Rows(list[tuple[str, str]]):
    """The table's rows; each is printed to stderr as soon as it is known."""

    def append(self, row: tuple[str, str]) -> None:
        """Add a row and print it."""
        super().append(row)
        print(*row, sep=": ", file=sys.stderr, flush=True)


def measure(command: list[str]) -> tuple[float, float, float]:
    """(CPU seconds, wall seconds, peak PSS in MiB) of a command and all its children."""
    start = time.perf_counter()
    before = os.times()
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}  # as in ordinary use
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = 0
    root = psutil.Process(process.pid)
    while process.poll() is None:
        total = 0
        for p in [root, *children(root)]:
            try:
                total += p.memory_full_info().pss
            except (psutil.Error, FileNotFoundError, ProcessLookupError):
                continue
        peak = max(peak, total)
        time.sleep(0.1)
    errors = process.stderr.read() if process.stderr else b""
    if process.returncode not in (0, 2):
        raise SystemExit(f"{command[:4]} … failed:\n{errors.decode()[-2000:]}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu, time.perf_counter() - start, peak / 2**20


def children(root: psutil.Process) -> list[psutil.Process]:
    """All living descendants."""
    try:
        return root.children(recursive=True)
    except psutil.Error:
        return []


def with_text(paths: list[Path], to: Path) -> tuple[list[str], int]:
    """Copies of the PDFs that hold only their pages with text, and how many pages that is."""
    import pypdfium2 as pdfium
    kept, count = [], 0
    for path in paths:
        try:
            pdf = pdfium.PdfDocument(path)
        except pdfium.PdfiumError:
            continue
        good = [i for i in range(len(pdf)) if pdf[i].get_textpage().count_chars() > 20]
        if not good:
            continue
        count += len(good)
        if len(good) == len(pdf):
            kept.append(str(path))
            continue
        part = pdfium.PdfDocument.new()
        part.import_pages(pdf, good)
        name = to / path.name
        part.save(name)
        kept.append(str(name))
    return kept, count


def road(files: list[str], db: Path, workers: int) -> list[str]:
    """The command of a whole ingest."""
    return [sys.executable, "-m", "papermine", "ingest", *files, "--db", str(db), "--workers", str(workers)]


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--large", type=Path, help="pack for the memory figures")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="typeset packs whose pages make the file of 5,000")
    parser.add_argument("--output", type=Path)
    args = parser.parse_args()
    python = [sys.executable, "-c"]
    rows = Rows()
    with tempfile.TemporaryDirectory() as folder:
        tmp = Path(folder)
        files, pages = with_text(sorted(p for f in args.folders for p in f.glob("*.pdf")), tmp)
        base = {k: measure([*python, code])[0] for k, code in IMPORTS.items()}
        base["papermine"] = measure([sys.executable, "-m", "papermine", "--help"])[0]
        ours, peer = measure([*python, READER_OURS, *files])[0], measure([*python, READER_PEER, *files])[0]
        ours, peer = ours - base["reader"], peer - base["pdfplumber"]
        rows.append((f"reader alone, {pages} pages: {1000 * ours / pages:.1f} against {1000 * peer / pages:.1f} ms a page", f"{peer / ours:.1f} ×"))
        one = measure(road(files, tmp / "one.duckdb", 1))
        peer_road = measure([*python, ROAD_PEER, *files])[0] - base["pdfplumber"]
        rows.append((f"whole ingest: {1000 * one[0] / pages:.1f} against {1000 * peer_road / pages:.1f} ms of CPU a page (ours with start-up)",
                     f"{peer_road / one[0]:.1f} ×"))
        again = measure(road(files, tmp / "one.duckdb", 1))
        rows.append((f"second run over unchanged files: {again[0]:.2f} s of {one[0]:.1f} s", f"{100 * again[0] / one[0]:.1f}%"))
        two = measure(road(files, tmp / "two.duckdb", 2))
        rows.append((f"two workers against one: {two[1]:.1f} s against {one[1]:.1f} s wall", f"{one[1] / two[1]:.2f} ×"))
        three = sorted(files, key=lambda f: Path(f).stat().st_size)[len(files) // 2:][:3]
        few, few_peer = measure(road(three, tmp / "few.duckdb", 1))[0], measure([*python, ROAD_PEER, *three])[0]
        rows.append((f"whole ingest of three packs, start-up included: {few:.1f} against {few_peer:.1f} s of CPU", f"{few_peer / few:.1f} ×"))
        rows.append(("`papermine --help`, CPU", f"{base['papermine']:.2f} s"))
        if args.large:
            large = measure(road([str(args.large)], tmp / "large.duckdb", 1))
            rows.append((f"{args.large.name}, one worker, wall", f"{large[1]:.1f} s"))
            rows.append(("the same, peak PSS of the process tree", f"{large[2]:.0f} MiB"))
            long = tmp / "long.pdf"
            lengthen(args.corpus, long, 5000)
            big = measure(road([str(long)], tmp / "long.duckdb", 1))
            rows.append((f"5,000 pages in one file, peak PSS ({big[1]:.0f} s wall)", f"{big[2]:.0f} MiB ({big[2] / large[2]:.2f} ×)"))
    text = "| what | figure |\n| --- | --- |\n" + "".join(f"| {a} | {b} |\n" for a, b in rows)
    print(text)
    if args.output:
        args.output.write_text(f"# Speed and memory\n\n`{' '.join(['python', 'benchmarks/speed.py', '…'])}` "
                               f"on {os.cpu_count()} cores, Python {sys.version.split()[0]}.\n\n{text}")


def lengthen(folder: Path, to: Path, pages: int) -> None:
    """One file of so many typeset pages: those of the folder's packs in turn, each with a stamp of its own at its side."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw
    sources = [pdfium.PdfDocument(p) for p in sorted(folder.glob("*.pdf"))]
    out = pdfium.PdfDocument.new()
    for source in itertools.cycle(sources):
        if len(out) >= pages:
            break
        out.import_pages(source, list(range(min(len(source), pages - len(out)))))
    font = raw.FPDFText_LoadStandardFont(out.raw, b"Helvetica")
    for n in range(len(out)):
        page = out[n]
        text = raw.FPDFPageObj_CreateTextObj(out.raw, font, 6.0)
        words = (f"Sheet {n + 1} of {len(out)}" + "\0").encode("utf-16-le")
        raw.FPDFText_SetText(text, ctypes.cast(ctypes.create_string_buffer(words), raw.FPDF_WIDESTRING))
        raw.FPDFPageObj_Transform(text, 0, 1, -1, 0, 12, 300)
        raw.FPDFPage_InsertObject(page.raw, text)
        page.gen_content()
        page.close()
    out.save(to)


if __name__ == "__main__":
    main()
