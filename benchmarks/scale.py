"""Does the cost of a page stay flat from 100 to 100,000 pages? CPU, memory, database size, the twenty questions, one changed file.

    python benchmarks/scale.py --keep /tmp/scale --output benchmarks/scale.md                      every page is read
    python benchmarks/scale.py --keep /tmp/scale --output benchmarks/scale.md --read-up-to 1000    larger sizes: stored and linked only

A few packs of each kind are typeset (corpus/typeset). Every further pack is one of them with other years and another council in its
text, so that hash, words, meetings and councils differ; a council has twenty packs. All go through `papermine ingest` itself.

Above ``--read-up-to`` pages the pack's file is stamped and hashed like any other, but its records are those of the pack that it was
stamped from, with the same changes: reading a file knows nothing of the database, so its cost cannot depend on the size; what can
(looking for changes, commits, meetings, links) is done in full. The report says which sizes were done so, and how many of the rows
that are made so are those of a true reading.

CPU seconds are user plus system time of the process and its children. Memory is the peak of the summed PSS of the process tree.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pyarrow as pa

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


def bases(folder: Path) -> list[Base]:
    """Typeset the packs that all others come from, once."""
    listed = folder / "bases.json"
    if not listed.exists():
        import build
        folder.mkdir(parents=True, exist_ok=True)
        out = []
        for n in range(EACH * len(KINDS)):
            pdf, truth = build.varied(KINDS[n % len(KINDS)], 77, n).write(folder)
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


def library(folder: Path, packs: list[Base], pages: int) -> tuple[list[str], int]:
    """Files of so many pages at least, each written once; and how many pages that is."""
    folder.mkdir(parents=True, exist_ok=True)
    files, count, k = [], 0, 0
    while count < pages:
        for base in packs:
            path = folder / f"{Path(base.path).stem[:-5]}{k:05d}.pdf"
            if not path.exists():
                part = path.with_suffix(".part")
                stamp(base, k, part)
                part.rename(path)
            files.append(str(path))
            count += base.pages
            if count >= pages:
                break
        k += 1
    return files, count


class Copier:
    """A reader for the runner: the records of the pack that a file was stamped from, with the file's own changes."""

    def __init__(self, packs: list[Base]) -> None:
        self.packs = {Path(b.path).stem[:-5]: b for b in packs}
        self.read: dict[str, Any] = {}

    def __call__(self, job: Any, report: Any) -> Any:
        """One file."""
        from papermine.ingest.sources import fingerprint
        from papermine.ingest.worker import Job, Outcome, read_one
        from papermine.store.rows import PackRows
        stem = Path(job.path).stem
        base, k = self.packs[stem[:-5]], int(stem[-5:])
        if base.path not in self.read:
            self.read[base.path] = read_one(Job(0, base.path, fingerprint(base.path), 0), lambda _: None)
        first = self.read[base.path]
        old = first.rows.pack
        change = changed(base, k)
        names = [(old.sha256.encode(), job.sha256.encode()), (old.pack_id.encode(), job.sha256[:16].encode()),
                 (old.file_name.encode(), f"{stem}.pdf".encode())]

        def renamed(text: bytes) -> bytes:
            kept = change(text)
            for a, b in names:
                kept = kept.replace(a, b)
            return kept
        tables = {name: pa.Table.from_arrays([_column(c, renamed, k) for c in table.columns], schema=table.schema)
                  for name, table in first.rows.tables.items()}
        pack = old.model_copy(update={"pack_id": job.sha256[:16], "sha256": job.sha256, "file_name": f"{stem}.pdf"})
        return Outcome(job.number, PackRows(pack, tables), issues=first.issues)


def _column(column: Any, renamed: Callable[[bytes], bytes], k: int) -> Any:
    values = column.combine_chunks()
    values = values.chunk(0) if isinstance(values, pa.ChunkedArray) else values
    if values.type == pa.string() and len(values):
        validity, ends, data = values.buffers()
        fresh = renamed(data.to_pybytes() if data else b"")
        assert len(fresh) == (data.size if data else 0)
        return pa.Array.from_buffers(values.type, len(values), [validity, ends, pa.py_buffer(fresh)], values.null_count, values.offset)
    if pa.types.is_date(values.type) and values.null_count < len(values):
        days = [v if v is None or not 2000 <= v.year < 2030 else v.replace(year=_turned(v.year, k), day=min(v.day, 28) if v.month == 2 else v.day)
                for v in values.to_pylist()]
        return pa.array(days, values.type)
    return values


def child(keep: Path, db: str, pages: int) -> None:
    """In a process of its own: ingest so many pages with copied records; CPU by stage goes to a file."""
    import papermine.ingest.run as run
    from papermine.ingest import Options, ingest
    packs = bases(keep / "bases")
    files, _ = library(keep / "packs", packs, pages)
    spent = {"store": 0.0, "link": 0.0}

    def timed(name: str, what: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            began = time.process_time()
            try:
                return what(*args, **more)
            finally:
                spent[name] += time.process_time() - began
        return call
    run.commit, run.link = timed("store", run.commit), timed("link", run.link)
    run.BATCH_SECONDS = 3600.0  # commits come by packs and rows, not by a clock that runs faster on a busy machine
    done = ingest(files, db, Options(workers=0, reader=Copier(packs)))
    (keep / "stages.json").write_text(json.dumps({**spent, "read": done.read, "failed": len(done.failures)}))


def alike(keep: Path, packs: list[Base]) -> tuple[int, int]:
    """How many rows made from copies are those of a true reading, of how many: for one changed pack of each kind."""
    from papermine.ingest.sources import fingerprint
    from papermine.ingest.worker import Job, read_one
    copier, same, every = Copier(packs), 0, 0
    for n, base in enumerate(packs[:len(KINDS)]):
        k = 21 + n
        path = keep / f"{Path(base.path).stem[:-5]}{k:05d}.pdf"
        stamp(base, k, path)
        job = Job(0, str(path), fingerprint(str(path)), 0)
        true, made = read_one(job, lambda _: None).rows, copier(job, None).rows
        for name in {*true.tables, *made.tables} - {"packs"}:
            one, other = ([json.dumps(r, default=str) for r in t.tables[name].to_pylist()] if name in t.tables else [] for t in (true, made))
            same += len(set(one) & set(other))
            every += max(len(set(one)), len(set(other)))
        path.unlink()
    return same, every


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
    """CPU seconds of a run over all files of which one changed; of that file alone into a fresh database; of a run without changes."""
    target = Path(files[-1])
    base = next(b for b in packs if Path(b.path).stem[:-5] == target.stem[:-5])
    alone = keep / "alone.duckdb"
    command = [sys.executable, "-m", "papermine", "ingest", "--workers", "0", "--db"]
    nothing = measure([*command, db, str(keep / "packs")])[0]
    stamp(base, int(target.stem[-5:]) + 7, target)
    one = measure([*command, db, str(keep / "packs")])[0]
    alone.unlink(missing_ok=True)
    return one, measure([*command, str(alone), str(target)])[0], nothing


def main() -> None:
    """Measure everything; the figures go to stdout as they come, then to the report and its picture."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--keep", type=Path, required=True, help="folder for packs and databases; it is used again, and stays")
    ask.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="pages")
    ask.add_argument("--read-up-to", type=int, default=10**9, metavar="PAGES", help="from more pages on, records are copied")
    ask.add_argument("--output", type=Path, help="FILE.md; the picture lies beside it as FILE.svg")
    ask.add_argument("--child", nargs=2, metavar=("DB", "PAGES"), help=argparse.SUPPRESS)
    given = ask.parse_args()
    if given.child:
        child(given.keep, given.child[0], int(given.child[1]))
        return
    began = time.process_time()
    packs = bases(given.keep / "bases")
    rows: list[dict[str, Any]] = []
    for size in given.sizes:
        for copied in (False, True):
            if (not copied and size > given.read_up_to) or (copied and given.read_up_to == 10**9):
                continue
            rows.append(step(given.keep, packs, size, copied))
            print(json.dumps(rows[-1]), flush=True)
    last = rows[-1]
    files, _ = library(given.keep / "packs", packs, last["pages"])
    figures: dict[str, Any] = {"questions": asked(last["db"]), "alike": alike(given.keep, packs) if any(r["copied"] for r in rows) else None,
                               "changed": one_changed(given.keep, files, last["db"], packs), "files": len(files),
                               "bench": time.process_time() - began}
    print(json.dumps(figures), flush=True)
    if given.output:
        from scale_report import write
        write([*rows, figures], given.output)


def step(keep: Path, packs: list[Base], size: int, copied: bool) -> dict[str, Any]:
    """One size: typeset, ingest into a fresh database, weigh it."""
    began = time.process_time()
    files, pages = library(keep / "packs", packs, size)
    made = time.process_time() - began
    name = keep / f"{'copied' if copied else 'read'}-{size}.duckdb"
    for left in (name, Path(f"{name}.wal")):
        left.unlink(missing_ok=True)
    said = keep / "stages.json"
    if copied:
        command = [sys.executable, __file__, "--keep", str(keep), "--child", str(name), str(size)]
        cpu, wall, peak = measure(command)
        stages = json.loads(said.read_text())
    else:
        listed = keep / "files.csv"
        listed.write_text("path\n" + "".join(f"{f}\n" for f in files))
        cpu, wall, peak = measure([sys.executable, "-m", "papermine", "ingest", "--manifest", str(listed), "--db", str(name), "--workers", "1"])
        stages = {}
    said.unlink(missing_ok=True)
    from papermine.store import query
    text = query(name, "SELECT sum(strlen(text))::BIGINT FROM pages").rows[0][0]
    stored = query(name, "SELECT count(*) FROM packs").rows[0][0]
    return {"size": size, "pages": pages, "packs": len(files), "stored": stored, "copied": copied, "cpu": cpu, "wall": wall, "peak": peak,
            "bytes": name.stat().st_size, "pdf": sum(os.stat(f).st_size for f in files), "text": text, "made": made, "db": str(name), **stages}


if __name__ == "__main__":
    main()
