"""Does the cost of a page stay flat from 100 to 100,000 pages? CPU, memory, database size, the twenty questions, one changed file.

    python benchmarks/scale.py --keep /tmp/scale --output benchmarks/scale.md
    python benchmarks/scale.py --keep /tmp/scale --up-to 3000 --leg 1000

A few packs of each kind are typeset (corpus/typeset). Every further pack is one of them with other years and another council in its
text, so that hash, words, meetings and councils differ; a council has twenty packs, which come one by one among those of other councils.
Every page is truly read, by `papermine ingest` into one database that grows leg by leg: each leg reads some more packs, links them
with what is there, and says what it cost. Stop it when you like: the same command goes on after the last whole leg (``legs.jsonl``).

CPU seconds are user plus system time of the process and its children, start-up included. Memory is the peak of the summed PSS of the
process tree (``anonymous`` in ``legs.jsonl``: the part of it that no other process shares).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pikepdf

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "corpus")]
from speed import measure  # noqa: E402

SIZES = (100, 1_000, 10_000, 100_000)
KINDS = ("scrutiny", "county", "cabinet", "parish", "city_us", "township")
EACH, YEARS, FIRST_YEAR = 4, 20, 2005
"""Packs of each kind that are typeset; years that a council's packs lie in, from the first one."""
_YEAR = re.compile(rb"(?<![\d.,])20[012]\d(?![\d,])")
_LETTERS = "abcdefghiklmnoprstuw"


@dataclass(frozen=True)
class Base:
    """A typeset pack that others are stamped from. ``words``: the words of its council's name that no other council has."""

    path: str
    pages: int
    words: tuple[str, ...]


def bases(folder: Path, kinds: Sequence[str] = KINDS) -> list[Base]:
    """Typeset the packs that all others come from, once."""
    listed = folder / "bases.json"
    if not listed.exists():
        import build
        folder.mkdir(parents=True, exist_ok=True)
        out = []
        for n in range(EACH * len(kinds)):
            pdf, truth = build.varied(kinds[n % len(kinds)], 77, n).write(folder)
            name = json.loads(truth.read_text())["council"]
            words = tuple(w for w in re.findall(r"[A-Z][a-z]{4,}", name) if w not in (
                "Council", "Parish", "Borough", "Metropolitan", "County", "Township", "District", "Corporation", "Town"))[:1]
            moved = pdf.with_name(f"base-{n:02d}-00000.pdf")
            pdf.rename(moved)
            with pikepdf.open(moved) as opened:
                out.append(Base(str(moved), len(opened.pages), words))
        listed.write_text(json.dumps([asdict(b) for b in out]))
    return [Base(b["path"], b["pages"], tuple(b["words"])) for b in json.loads(listed.read_text())]


def changed(base: Base, k: int) -> Callable[[bytes], bytes]:
    """The ``k``th change of a text: years go round by ``k``, and each twenty get another council. No length changes."""
    code = k // YEARS
    ends = "".join(_LETTERS[code // len(_LETTERS) ** i % len(_LETTERS)] for i in range(3))
    words = [(w, w[:-3] + ends) for w in base.words] if code else []
    swaps = [(form(a).encode(), form(b).encode()) for a, b in words for form in (str, str.upper)]

    def change(text: bytes) -> bytes:
        text = _YEAR.sub(lambda m: b"%d" % _turned(int(m[0]), k), text)
        for a, b in swaps:
            text = text.replace(a, b)
        return text
    return change


def _turned(year: int, k: int) -> int:
    return FIRST_YEAR + (year - FIRST_YEAR + k) % YEARS


def stamp(base: Base, k: int, to: Path) -> None:
    """Write the ``k``th changed copy of a pack."""
    change = changed(base, k)
    with pikepdf.open(base.path) as pdf:
        for n, page in enumerate(pdf.pages):
            parts = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
            for m, part in enumerate(parts):
                mark = f"\n% copy {k}\n".encode() if n == m == 0 else b""
                part.write(change(part.read_bytes()) + mark)
        pdf.save(to)


def library(folder: Path, packs: list[Base], pages: int, most: int = 10**9) -> tuple[list[str], int]:
    """Files of so many pages at least (or ``most`` files), each written once; and how many pages that is."""
    folder.mkdir(parents=True, exist_ok=True)
    files, count, k = [], 0, 0
    while count < pages and len(files) < most:
        for base in packs:
            path = folder / f"{Path(base.path).stem[:-5]}{k:05d}.pdf"
            if not path.exists():
                part = path.with_suffix(".part")
                stamp(base, k, part)
                part.rename(path)
            files.append(str(path))
            count += base.pages
            if count >= pages or len(files) >= most:
                break
        k += 1
    return files, count


def child(manifest: str, db: str, workers: int, said: Path) -> None:
    """In a process of its own: one leg. What the parent process spent on commits and links goes to the file ``said``."""
    import papermine.ingest.run as run
    from papermine.ingest import Options, ingest
    spent = {"store": 0.0, "link": 0.0}

    def timed(name: str, what: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            began = time.process_time()
            try:
                return what(*args, **more)
            finally:
                spent[name] += time.process_time() - began
        return call
    run.commit, run.link = timed("store", run.commit), timed("link", run.link)  # type: ignore[attr-defined]
    done = ingest([], db, Options(manifest=manifest, workers=workers))
    if done.interrupted:
        raise SystemExit(130)
    said.write_text(json.dumps({**spent, "read": done.read, "failed": len(done.failures)}))


def asked(db: str) -> tuple[float, float, int]:
    """Milliseconds for the twenty questions over an open connection: median and slowest of each one's median of three, and which is slowest."""
    from papermine.questions import questions
    from papermine.store import open_reader
    times = {}
    with open_reader(db) as con:
        con.execute("SELECT count(*) FROM meetings").fetchall()
        for q in questions():
            each = []
            for _ in range(3):
                began = time.perf_counter()
                con.execute(q.sql).fetchall()
                each.append(1000 * (time.perf_counter() - began))
            times[q.number] = min(each)
    slowest = max(times, key=lambda n: times[n])
    return statistics.median(times.values()), times[slowest], slowest


def one_changed(keep: Path, files: list[str], db: str, packs: list[Base]) -> tuple[float, float, float]:
    """CPU seconds of a run over these files of which one changed; of that file alone into a fresh database; of a run without changes."""
    target = Path(files[-1])
    base = next(b for b in packs if Path(b.path).stem[:-5] == target.stem[:-5])
    alone = keep / "alone.duckdb"
    listed = _manifest(keep / "some.csv", files)
    command = [sys.executable, "-m", "papermine", "ingest", "--workers", "1", "--db"]
    nothing = measure([*command, db, "--manifest", listed]).cpu
    kept = target.read_bytes()
    stamp(base, int(target.stem[-5:]) + 7, target)
    one = measure([*command, db, "--manifest", listed]).cpu
    alone.unlink(missing_ok=True)
    cost = measure([*command, str(alone), str(target)]).cpu
    target.write_bytes(kept)
    measure([*command, db, "--manifest", listed])
    return one, cost, nothing


def _manifest(to: Path, files: list[str]) -> str:
    to.write_text("path\n" + "".join(f"{f}\n" for f in files))
    return str(to)


def leg(keep: Path, packs: list[Base], before: int, pages: int, workers: int) -> dict[str, Any]:
    """Read the packs from ``before`` pages up to ``pages`` into the database, and weigh it."""
    from papermine.store import query
    held, _ = library(keep / "packs", packs, before) if before else ([], 0)
    files, count = library(keep / "packs", packs, pages)
    db, said = keep / "scale.duckdb", keep / "said.json"
    said.unlink(missing_ok=True)
    manifest = _manifest(keep / "leg.csv", files[len(held):])
    took = measure([sys.executable, __file__, "--keep", str(keep), "--workers", str(workers), "--child", manifest, str(db), str(said)],
                   weigh=True)
    text, stored = query(db, "SELECT sum(strlen(text))::BIGINT, count(DISTINCT pack_id) FROM pages").rows[0]
    return {"upto": count, "pages": count - _pages(packs, len(held)), "packs": len(files), "stored": stored,
            "cpu": took.cpu, "wall": took.wall, "peak": took.peak, "anonymous": took.anonymous, "bytes": db.stat().st_size,
            "pdf": sum(os.stat(f).st_size for f in files), "text": text, "workers": workers, **json.loads(said.read_text())}


def _pages(packs: list[Base], files: int) -> int:
    whole, rest = divmod(files, len(packs))
    return whole * sum(b.pages for b in packs) + sum(b.pages for b in packs[:rest])


def main() -> None:
    """Measure leg by leg; then the questions and a changed file; then write the report and its picture."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--keep", type=Path, required=True, help="folder for packs, database and log; it is used again, and stays")
    ask.add_argument("--up-to", type=int, default=100_000, metavar="PAGES")
    ask.add_argument("--leg", type=int, default=2_500, metavar="PAGES", help="pages of a leg after the first two (100 and 900 pages)")
    ask.add_argument("--workers", type=int, default=1)
    ask.add_argument("--output", type=Path, help="FILE.md; the picture lies beside it as FILE.svg")
    ask.add_argument("--child", nargs=3, metavar=("MANIFEST", "DB", "FILE"), help=argparse.SUPPRESS)
    given = ask.parse_args()
    if given.child:
        child(given.child[0], given.child[1], given.workers, Path(given.child[2]))
        return
    packs = bases(given.keep / "bases")
    log = given.keep / "legs.jsonl"
    legs = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    for goal in sorted({*(size for size in SIZES if size <= given.up_to), *range(SIZES[1], given.up_to + 1, given.leg), given.up_to}):
        before = legs[-1]["upto"] if legs else 0
        if before >= goal:
            continue
        legs.append(leg(given.keep, packs, before, goal, given.workers))
        with log.open("a") as out:
            out.write(json.dumps(legs[-1]) + "\n")
        print(json.dumps(legs[-1]), flush=True)
    db = str(given.keep / "scale.duckdb")
    files, _ = library(given.keep / "packs", packs, legs[-1]["upto"])
    figures = {"questions": asked(db), "changed": one_changed(given.keep, files[-1000:], db, packs), "among": min(1000, len(files))}
    print(json.dumps(figures), flush=True)
    if given.output:
        from scale_report import write
        write(legs, figures, given.output)


if __name__ == "__main__":
    main()
