"""Speed and memory, side by side with pdfplumber, one process each, in one run.

    python benchmarks/speed.py FOLDER... [--large PACK.pdf] [--most 40] [--output benchmarks/speed.md]

FOLDERs hold PDFs. Pages without a text layer are left out on both sides, and nothing is recognised from its
picture (`--ocr never`). Where pdfplumber is the peer, both read the same pages: of each file the first ``--most``
with text.

What is warm: both sides' modules are compiled to bytecode and lie in the file system's cache (each import is tried three times first), and so do the
PDFs, which are looked through before. papermine also keeps things of its own from run to run (compiled patterns, an empty database). They lie in a
cache folder of this script's own, empty at first; one ingest of the same pages fills it, as a user's first run does, and the output says how
large it is then. What the very first run of three packs costs, with nothing kept, is a row of its own.

CPU seconds are user plus system time of the child process and its children as the operating system accounts
them, the least of three runs or more on either side, taken in turns (wall time likewise). Interpreter start and imports are measured apart (the
same child with no work), reported, and taken off where the row does not say otherwise. Memory is the peak, sampled every 0.1 s, of the summed PSS
(/proc/PID/smaps_rollup) of the whole process tree, and beside it what of PSS is anonymous: libraries and files, which PSS divides among all
processes that map them, weigh less while other Pythons run on the machine, anonymous memory is this tree's own. On an idle machine of 2 cores it
takes about twenty-five minutes.
"""

from __future__ import annotations

import argparse
import ctypes
import itertools
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil

if TYPE_CHECKING:
    import pypdfium2 as pdfium

READER_OURS = """
import sys
from pathlib import Path
from papermine.layout.lines import rows
from papermine.ocr.wanted import Wanted
from papermine.reader import open_pdf
for name in sys.argv[1:]:
    with open_pdf(Path(name), ocr=Wanted("never")) as source:
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
IMPORTS = {"pdfplumber": "import pdfplumber", "reader": "from papermine.layout.lines import rows; from papermine.reader import open_pdf",
           "road": "import gc, os; gc.set_threshold(200_000, 20, 20); os.environ['OPENBLAS_NUM_THREADS'] = '1'; "
                   "from papermine import classes; classes.remember(); "
                   "import papermine.cli, papermine.ingest.run; from papermine.ingest.worker import load_road; load_road(); "
                   "classes.keep(); os._exit(0)"}
"""What each side imports before it reads. An ingest sets the collector and NumPy's threads so, and ends so (`papermine.__main__`): taken off
without that, its start would be taken for more than it is."""


class Rows(list[tuple[str, str, str]]):
    """The table's rows (what, figure, what is asked); each is printed to stderr as soon as it is known."""

    def say(self, what: str, figure: str, asked: str = "") -> None:
        """Add a row and print it."""
        self.append((what, figure, asked))
        print(what, figure, asked, sep=" | ", file=sys.stderr, flush=True)


class Measured(NamedTuple):
    """What a command and all its children took: seconds of CPU and wall clock, and at the peak MiB of PSS, and of its anonymous part."""

    cpu: float
    wall: float
    peak: float
    anonymous: float


def measure(command: list[str], *, weigh: bool = False) -> Measured:
    """Run a command. Memory is sampled where it is asked for (``weigh``) only: looking takes CPU that two workers need."""
    start = time.perf_counter()
    before = os.times()
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}  # as in ordinary use
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = anonymous = 0
    root = psutil.Process(process.pid)
    while weigh and process.poll() is None:
        held = [pss(p.pid) for p in [root, *children(root)]]
        peak, anonymous = max(peak, sum(all_of for all_of, _ in held)), max(anonymous, sum(own for _, own in held))
        time.sleep(0.1)
    errors = process.communicate()[1]
    if process.returncode not in (0, 2):
        raise SystemExit(f"{command[:4]} … failed:\n{errors.decode()[-2000:]}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(cpu, time.perf_counter() - start, peak / 2**10, anonymous / 2**10)


def pss(pid: int) -> tuple[int, int]:
    """(PSS, its anonymous part) of a process, KiB; (0, 0) where it has ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0, 0
    held = {line[0]: int(line[1]) for line in map(str.split, text.splitlines()[1:])}
    return held.get("Pss:", 0), held.get("Pss_Anon:", 0)


def children(root: psutil.Process) -> list[psutil.Process]:
    """All living descendants."""
    try:
        return root.children(recursive=True)
    except psutil.Error:
        return []


def with_text(paths: list[Path], to: Path, most: int | None = None) -> tuple[list[str], int]:
    """The PDFs, or copies that hold only their pages with text (of each file the first ``most``), and how many pages that is."""
    import pypdfium2 as pdfium
    to.mkdir()
    kept, count = [], 0
    for path in paths:
        try:
            pdf = pdfium.PdfDocument(path)
        except pdfium.PdfiumError:
            continue
        good = [i for i in range(len(pdf)) if pdf[i].get_textpage().count_chars() > 20][:most]
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
    return [sys.executable, "-m", "papermine", "ingest", *files, "--db", str(db), "--workers", str(workers), "--ocr", "never"]


def least(command: list[str], times: int = 3) -> float:
    """The least CPU seconds of a command over several runs."""
    return min(measure(command).cpu for _ in range(times))


def in_turns(ours: Callable[[], list[str]], peer: list[str], times: int = 3) -> tuple[float, float]:
    """The least CPU seconds of two commands, run in turns: a machine that others share is faster in one minute than in the next."""
    runs = [(measure(ours()).cpu, measure(peer).cpu) for _ in range(times)]
    return min(cpu for cpu, _ in runs), min(cpu for _, cpu in runs)


def anew(files: list[str], tmp: Path, workers: int = 1) -> list[str]:
    """The command of a whole ingest into ``tmp/road.duckdb``, from which the one before is taken away."""
    (tmp / "road.duckdb").unlink(missing_ok=True)
    return road(files, tmp / "road.duckdb", workers)


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--large", type=Path, help="pack for the memory figures")
    parser.add_argument("--most", type=int, default=40, help="pages of each file that pdfplumber reads too")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="typeset packs whose pages make the file of 5,000")
    parser.add_argument("--output", type=Path)
    args = parser.parse_args()
    load = os.getloadavg()[0]
    rows = Rows()
    with tempfile.TemporaryDirectory() as folder:
        tmp = Path(folder)
        paths = sorted(p for f in args.folders for p in f.glob("*.pdf"))
        os.environ["PAPERMINE_CACHE"] = str(tmp / "cache")
        base = {name: least([sys.executable, "-c", code]) for name, code in IMPORTS.items()}
        rows.say("interpreter and imports, CPU: all that an ingest needs, against pdfplumber",
                 f"{base['road']:.2f} against {base['pdfplumber']:.2f} s")
        rows.say("`papermine --help`, CPU", f"{least([sys.executable, '-m', 'papermine', '--help']):.2f} s", "< 0.5 s")
        some, pages = with_text(paths, tmp / "some", args.most)
        three = sorted(some, key=lambda f: Path(f).stat().st_size)[len(some) // 2:][:3]
        first = measure(road(three, tmp / "first.duckdb", 1)).cpu
        measure(road(some, tmp / "warm.duckdb", 2))
        kept = sum(p.stat().st_size for p in (tmp / "cache").rglob("*") if p.is_file()) / 2**20
        beside_pdfplumber(rows, some, pages, base, tmp)
        a_few(rows, three, first, tmp)
        alone(rows, *with_text(paths, tmp / "all"), tmp)
        if args.large:
            memory(rows, args.large, args.corpus, tmp)
    text = "| what | figure | asked |\n| --- | --- | --- |\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    print(text)
    if args.output:
        command = " ".join(["python", "benchmarks/speed.py", *sys.argv[1:]])
        said = (f"Written by `{command}` on {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f} at the start.",
                "CPU times, the least of three runs or more, in turns; the peer is pdfplumber's `extract_words` (+ `rects` and `lines`, or",
                f"`extract_tables`) over the same pages: of each file the first {args.most} that have a text layer. Nothing is read from its",
                "picture. Interpreter and imports are taken off where a row does not say otherwise. Both sides' bytecode and files are warm;",
                f"papermine's cache folder is the script's own, and holds what one ingest of the same pages leaves there ({kept:.1f} MiB: patterns,",
                "empty database), but in the row of the very first run.")
        args.output.write_text("# Speed and memory\n\n" + "\n".join(said) + "\n\n" + text)


def beside_pdfplumber(rows: Rows, files: list[str], pages: int, base: dict[str, float], tmp: Path) -> None:
    """The rows in which both read the same pages."""
    python = [sys.executable, "-c"]
    ours, peer = in_turns(lambda: [*python, READER_OURS, *files], [*python, READER_PEER, *files])
    ours, peer = ours - base["reader"], peer - base["pdfplumber"]
    rows.say(f"reader alone, {pages} pages of {len(files)} files: {1000 * ours / pages:.1f} against {1000 * peer / pages:.1f} ms a page",
             f"{peer / ours:.1f} ×", "≥ 8 ×")
    ours, peer = in_turns(lambda: anew(files, tmp), [*python, ROAD_PEER, *files])
    ours, peer = ours - base["road"], peer - base["pdfplumber"]
    rows.say(f"whole ingest, the same pages: {1000 * ours / pages:.1f} against {1000 * peer / pages:.1f} ms a page", f"{peer / ours:.1f} ×", "≥ 5 ×")


def a_few(rows: Rows, three: list[str], first: float, tmp: Path) -> None:
    """The rows of three packs, start-up included. ``first``: what the first run took, CPU seconds."""
    few, peer = in_turns(lambda: anew(three, tmp), [sys.executable, "-c", ROAD_PEER, *three], 5)
    rows.say(f"whole ingest of three packs, start-up and a fresh database included: {few:.2f} against {peer:.2f} s", f"{peer / few:.1f} ×", "≥ 3 ×")
    rows.say(f"the same, the very first run, with nothing kept from one before: {first:.2f} s", f"{peer / first:.1f} ×")


def alone(rows: Rows, files: list[str], pages: int, tmp: Path) -> None:
    """The rows that compare an ingest of all pages with text with another of the same."""
    runs = [(measure(anew(files, tmp, 2)), measure(anew(files, tmp))) for _ in range(3)]
    again, cpu = least(road(files, tmp / "road.duckdb", 1)), min(one.cpu for _, one in runs)
    rows.say(f"second run over {len(files)} unchanged files, start-up included: {again:.2f} s of {cpu:.1f} s ({pages} pages)",
             f"{100 * again / cpu:.1f}%", "≤ 1%")
    with_two, with_one = (min(run[n].wall for run in runs) for n in (0, 1))
    rows.say(f"two workers against one, the same files, wall: {with_two:.1f} against {with_one:.1f} s", f"{with_one / with_two:.2f} ×", "≥ 1.7 ×")


def memory(rows: Rows, pack: Path, corpus: Path, tmp: Path) -> None:
    """The peak memory of a large pack, and of a file of 5,000 pages."""
    large = measure(road([str(pack)], tmp / "large.duckdb", 1), weigh=True)
    rows.say(f"{pack.name}, one worker, peak PSS of the process tree ({large.wall:.0f} s wall)",
             f"{large.peak:.0f} MiB (anonymous: {large.anonymous:.0f})", "≤ 350 MiB")
    long = tmp / "long.pdf"
    lengthen(corpus, long, 5000)
    big = measure(road([str(long)], tmp / "long.duckdb", 1), weigh=True)
    rows.say(f"5,000 pages in one file, the same ({big.wall:.0f} s wall)",
             f"{big.peak:.0f} MiB ({big.peak / large.peak:.2f} × that; anonymous: {big.anonymous:.0f}, {big.anonymous / large.anonymous:.2f} ×)",
             "≤ 1.2 ×")


def lengthen(folder: Path, to: Path, pages: int) -> None:
    """One file of so many typeset pages: those of the folder's packs in turn, each with a stamp of its own at its side."""
    import pypdfium2 as pdfium
    out = pdfium.PdfDocument.new()
    for path in itertools.cycle(sorted(folder.glob("*.pdf"))):
        done = len(out)
        if done >= pages:
            break
        part = pdfium.PdfDocument(path)
        for n in range(len(part)):
            stamp(part, n, f"Sheet {done + n + 1} of {pages}")
        out.import_pages(part, list(range(min(len(part), pages - done))))
        part.close()
    out.save(to)


def stamp(pdf: pdfium.PdfDocument, n: int, words: str) -> None:
    """Print words up the left side of page ``n`` (from 0)."""
    import pypdfium2.raw as raw
    page = pdf[n]
    text = raw.FPDFPageObj_CreateTextObj(pdf.raw, raw.FPDFText_LoadStandardFont(pdf.raw, b"Helvetica"), 6.0)
    raw.FPDFText_SetText(text, ctypes.cast(ctypes.create_string_buffer((words + "\0").encode("utf-16-le")), raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_Transform(text, 0, 1, -1, 0, 12, 300)
    raw.FPDFPage_InsertObject(page.raw, text)
    page.gen_content()
    page.close()


if __name__ == "__main__":
    main()
