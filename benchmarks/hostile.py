"""Twenty thousand seeded mutations of real and typeset papers through `papermine ingest`: what becomes of them.

    python benchmarks/hostile.py ../shared/benchmark/packs ../shared/wild corpus --out benchmarks/hostile.md

The originals are pieces of one or two pages of the PDFs in these folders, each once with its streams laid open, so that a fault
reaches what is drawn, and once as they are deflated. Mutation N is the same for the same ``--seed``. Files are read in batches, each by
an ingest of its own with one worker into one database per batch; the worker is held by the kernel to reading (``tests/confined.py``): a
file written or removed, a socket, a program, and the system kills it, which would show as a crash. The first ``--ocr`` batches are
read with `--ocr auto` and without that hold, since Tesseract is a program. A run that was stopped goes on where it was (``--work``).
``--only 17,99`` runs these mutations again and says what becomes of each.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from confined import confine
from hostile import mutated
from papermine.ingest import Limits, Options, ingest, run
from papermine.ingest.worker import Job, Outcome, Report, read_one
from papermine.ocr.wanted import Wanted
from papermine.store import query

LIMITS = Limits(file_timeout=120, page_timeout=60, memory=1024)
MOST_BYTES = 100_000
"""A larger piece is left out: it would be mutated in its pictures only."""
FAULTS = ("internal-error", "crashed", "timeout", "memory", "page-crashed", "page-timeout", "page-memory", "page-failed")
_confined = False


def confined(job: Job, report: Report) -> Outcome:
    """The reader, in a process that can do nothing but read."""
    global _confined
    if not _confined:
        confine()
        _confined = True
    return read_one(job, report)


def pieces(folders: list[Path]) -> Iterator[tuple[str, bytes]]:
    """(name, PDF) of one or two pages from the beginning, the middle and the end of each PDF."""
    for path in sorted(p for folder in folders for p in folder.glob("*.pdf")):
        with pikepdf.open(path) as whole:
            n = len(whole.pages)
            for first, many in sorted({(0, 1), (n // 2, 1), (max(n - 2, 0), 2)}):
                for open_streams in (True, False):
                    few = pikepdf.new()
                    few.pages.extend(list(whole.pages)[first:first + many])
                    few.remove_unreferenced_resources()
                    out = io.BytesIO()
                    if open_streams:
                        few.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
                    else:
                        few.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, static_id=True)
                    if len(out.getvalue()) <= MOST_BYTES:
                        yield f"{path.stem} {first + 1}+{many}{' open' if open_streams else ''}", out.getvalue()


def mutation(sources: list[tuple[str, bytes]], seed: int, n: int) -> bytes:
    """Mutation ``n``, as `tests/hostile.mutations` makes it."""
    return mutated(sources[n % len(sources)][1], seed * 1_000_003 + n)


def one_batch(folder: Path, db: Path, ocr: bool) -> dict[str, Any]:
    """Ingest a folder in this process and say what became of each file."""
    run.BATCH_SECONDS = 60  # a commit every 50 files
    options = Options(workers=1, limits=LIMITS, ocr=Wanted("auto" if ocr else "never"), reader=read_one if ocr else confined)
    began = time.monotonic()
    report = ingest([folder], db, options)
    wall = time.monotonic() - began
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    packs = {name: [status, seconds] for name, status, seconds in
             query(db, "SELECT f.file_name, p.status, p.seconds FROM files f JOIN packs p USING (pack_id)").rows}
    issues = query(db, "SELECT f.file_name, i.code, i.severity, i.page, i.message FROM files f JOIN issues i USING (pack_id)").rows
    counts = {v: query(db, f"SELECT count(*) FROM {v}").rows[0][0] for v in ("pages", "documents", "resolutions", "tables", "evidence")}
    orphans = query(db, "SELECT count(*) FROM packs WHERE pack_id NOT IN (SELECT pack_id FROM pages) AND status <> 'failed'").rows[0][0]
    return {"files": report.files, "wall": wall, "cpu": sum(u.ru_utime + u.ru_stime for u in usage), "parent": usage[0].ru_maxrss >> 10,
            "largest": usage[1].ru_maxrss >> 10, "packs": packs, "issues": issues, "counts": counts, "orphans": orphans}


def run_batch(work: Path, files: dict[str, bytes], ocr: bool) -> dict[str, Any]:
    """The same in a process of its own, in a folder of its own; what was left behind is counted."""
    room = work / "room"
    for old in sorted(room.rglob("*"), reverse=True):
        old.rmdir() if old.is_dir() else old.unlink()
    for name in ("in", "home", "tmp", "out"):
        (room / name).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (room / "in" / name).write_bytes(data)
    env = {**os.environ, "HOME": str(room / "home"), "TMPDIR": str(room / "tmp"), "PAPERMINE_CACHE": str(work / "cache")}
    command = [sys.executable, __file__, "--batch-in", str(room / "in"), "--batch-db", str(room / "out" / "x.duckdb")]
    command += ["--batch-ocr"] if ocr else []
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=room, timeout=7200)
    left = sorted(str(p.relative_to(room)) for p in room.rglob("*") if p.is_file() and p.parent != room / "in")
    told: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"files": 0, "packs": {}, "issues": [], "counts": {}}
    return {**told, "exit": done.returncode, "stderr": done.stderr[-2000:], "strays": [p for p in left if p != "out/x.duckdb"]}


def report(results: list[dict[str, Any]], sources: int, count: int, seed: int, ocr_batches: int) -> str:
    """What became of them all, as Markdown."""
    packs = {n: p for r in results for n, p in r["packs"].items()}
    issues = [i for r in results for i in r["issues"]]
    status = Counter(p[0] for p in packs.values())
    codes = Counter(code for code, _ in {(code, name) for name, code, *_ in issues})
    faults = sorted({(code, name.removesuffix(".pdf"), message) for name, code, _, _, message in issues if code in FAULTS})
    slow = sorted(packs.items(), key=lambda p: -(p[1][1] or 0))[:5]
    lost = sum(r["files"] - len(r["packs"]) for r in results) + sum(r["orphans"] for r in results if "orphans" in r)
    total = {k: sum(r["counts"].get(k, 0) for r in results) for k in results[0]["counts"]}
    lines = [
        "# Hostile files", "",
        f"{count:,} seeded mutations (seed {seed}) of {sources} pieces of real and typeset papers, by `python benchmarks/hostile.py`; one worker, "
        f"at most {LIMITS.memory} MiB and {LIMITS.page_timeout:g} s a page. {ocr_batches} of {len(results)} batches were read with "
        "`--ocr auto`, the others in a worker that the kernel holds to reading.", "",
        "| what | how many |", "| --- | --- |",
        f"| files given, files recorded | {sum(r['files'] for r in results):,}, {len(packs):,} |",
        *(f"| packs: {name} | {n:,} |" for name, n in status.most_common()),
        f"| ingests that did not end with exit code 0 | {sum(r['exit'] != 0 for r in results)} of {len(results)} |",
        f"| files lost, or stored without their pages | {lost} |",
        f"| files written outside the database | {sum(len(r['strays']) for r in results)} |",
        f"| files that stopped, or outran, their reader, or on which papermine itself failed | {len({f[1] for f in faults})} |",
        f"| records stored | {', '.join(f'{n:,} {k}' for k, n in total.items())} |",
        f"| slowest files by the clock | {', '.join(f'{name[:5]}: {told[1]:.0f} s' for name, told in slow)} |",
        f"| largest worker, largest parent (resident) | {max(r['largest'] for r in results)}, {max(r['parent'] for r in results)} MiB |",
        f"| CPU in all | {sum(r['cpu'] for r in results) / 60:.0f} min |", "",
        "| issue | files |", "| --- | --- |", *(f"| {code} | {n:,} |" for code, n in codes.most_common()), ""]
    if faults:
        lines += ["| mutation | issue | what it says |", "| --- | --- | --- |", *(f"| {n} | {code} | {text} |" for code, n, text in faults), ""]
    return "\n".join(lines)


def main() -> None:
    """Run what is not yet done, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--batch", type=int, default=500)
    parser.add_argument("--ocr", type=int, default=1, help="so many batches are read with --ocr auto")
    parser.add_argument("--work", type=Path, default=Path("hostile-work"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only", help="numbers of mutations to run again")
    parser.add_argument("--batch-in", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--batch-db", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--batch-ocr", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.batch_in:
        print(json.dumps(one_batch(options.batch_in, options.batch_db, options.batch_ocr)))
        return
    work: Path = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    sources = list(pieces(options.folders))
    if options.only:
        wanted = [int(n) for n in options.only.split(",")]
        told = run_batch(work, {f"{n:05}.pdf": mutation(sources, options.seed, n) for n in wanted}, ocr=False)
        for name, (status, seconds) in sorted(told["packs"].items()):
            print(name, sources[int(name[:5]) % len(sources)][0], status, seconds, [i[1:] for i in told["issues"] if i[0] == name])
        sys.exit(told["exit"])
    log = work / f"seed-{options.seed}.jsonl"
    results = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    for start in range(len(results) * options.batch, options.count, options.batch):
        numbers = range(start, min(start + options.batch, options.count))
        told = run_batch(work, {f"{n:05}.pdf": mutation(sources, options.seed, n) for n in numbers}, ocr=len(results) < options.ocr)
        results.append(told)
        with log.open("a") as out:
            out.write(json.dumps(told) + "\n")
        codes = Counter(i[1] for i in told["issues"] if i[1] in FAULTS)
        print(f"{numbers[-1] + 1} of {options.count}: exit {told['exit']}, {told.get('cpu', 0):.0f} s of CPU, {dict(codes)} {told['stderr'][-300:]}",
              file=sys.stderr, flush=True)
    text = report(results, len(sources), options.count, options.seed, options.ocr)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
