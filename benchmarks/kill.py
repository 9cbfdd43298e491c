"""`kill -9` of `papermine ingest` at random moments: what is stored stays, no pack is half stored, the next run goes on.

    python benchmarks/kill.py ../shared/benchmark/packs corpus --out benchmarks/kill.md

The smallest PDFs of these folders are read once undisturbed. Then, into a fresh database: ingest, kill after a random time, look; ingest
again, kill again … until a run ends by itself; then its database must equal the undisturbed one in every row of every view (but for
`packs.seconds`, which is a clock's). In every fourth database `--again` reads packs that are all stored. Kills take the whole process group and the
parent alone by turns; of a parent that dies alone the workers must end too. Commits follow each other every tenth of a second
instead of every two, so that many kills meet one.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from papermine.ingest import Options, ingest, run
from papermine.ingest.worker import load_road
from papermine.records import KINDS, FileRow
from papermine.store import query
from processes import group

State = dict[str, dict[str, int]]
"""Stored table → pack → rows."""


def start(folder: Path, db: Path, again: bool = False) -> int:
    """Begin an ingest in a process group of its own, a copy of this process so that no time goes into imports. Returns its number."""
    pid = os.fork()
    if not pid:
        os.setsid()
        code = 1
        try:
            run.BATCH_SECONDS = 0.1
            ingest([folder], db, Options(workers=1, again=again))
            code = 0
        finally:
            os._exit(code)
    return pid


def ended(pid: int, seconds: float) -> int | None:
    """Wait so long for it to end by itself: its exit code, or None where it still runs."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    return None


def state(db: Path) -> State:
    """How many rows each pack has in each stored table."""
    if not db.exists():
        return {}
    tables = [kind.table for kind in KINDS if kind is not FileRow]
    union = " UNION ALL ".join(f"SELECT '{t}', pack_id, count(*) FROM stored.{t} GROUP BY pack_id" for t in tables)
    out: State = {}
    for table, pack, n in query(db, union).rows:
        out.setdefault(table, {})[pack] = n
    return out


def everything(db: Path) -> dict[str, Counter[str]]:
    """All rows of all views, but for the clock's."""
    out = {}
    for (view,) in query(db, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal AND view_name <> 'meta'").rows:
        rows = query(db, f'SELECT * FROM "{view}"').dicts()
        out[view] = Counter(str(sorted((k, str(v)) for k, v in row.items() if k != "seconds")) for row in rows)
    return out


def wrong(found: State, wanted: State, before: State) -> list[str]:
    """What is lost or half stored, in words."""
    packs, held = found.get("packs", {}), before.get("packs", {})
    said = [f"pack {p} is lost" for p in held if p not in packs]
    for table, whole in wanted.items():
        rows = found.get(table, {})
        said += [f"{table} of pack {p}: {rows.get(p, 0)} rows of {whole.get(p, 0)}" for p in packs if rows.get(p, 0) != whole.get(p, 0)]
        said += [f"{table} has rows of pack {p}, which is not stored" for p in rows if p not in packs]
    return said


def kill(pid: int, alone: bool) -> list[int]:
    """End it; which processes of its group are left 20 seconds later."""
    (os.kill if alone else os.killpg)(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    end = time.monotonic() + 20
    while (left := group(pid)) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def main() -> None:
    """Kill, look, go on; write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--files", type=int, default=12)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    room = Path(tempfile.mkdtemp(prefix="papermine-kill-"))
    folder = room / "in"
    folder.mkdir()
    small = sorted((p for f in options.folders for p in f.glob("*.pdf")), key=lambda p: p.stat().st_size)[:options.files]
    for path in small:
        shutil.copy(path, folder / path.name)
    load_road()
    began = time.monotonic()
    if ended(start(folder, room / "whole.duckdb"), 3600) != 0:
        sys.exit("the undisturbed ingest failed: nothing to compare with")
    took = time.monotonic() - began
    whole, rows = state(room / "whole.duckdb"), everything(room / "whole.duckdb")
    faults: list[str] = []
    kills = alone = midway = finished = databases = strays = 0
    while kills < options.kills:
        databases += 1
        db, again = room / f"{databases}.duckdb", databases % 4 == 0
        if again:
            shutil.copy(room / "whole.duckdb", db)
        before: State = state(db)
        while True:
            done = len(before.get("packs", {})) / len(whole["packs"])
            tired = again and chance.random() < 0.1  # the last run over this database
            pid = start(folder, db, again and not tired)
            patience = 3600.0 if kills >= options.kills or tired else chance.uniform(0.01, took if again else took * (1.4 - done))
            code = ended(pid, patience)
            if code is None:
                left = kill(pid, alone=kills % 2 == 1)
                midway += db.with_name(db.name + ".wal").exists()
                alone += kills % 2
                kills += 1
                strays += len(left)
                found = state(db)
                faults += [f"kill {kills}, database {databases}: {text}" for text in wrong(found, whole, before)]
                before = found
                print(f"{kills} kills, {databases} databases, {len(before['packs']) if before else 0} packs, {len(faults)} faults", file=sys.stderr)
                continue
            if code != 0:
                faults.append(f"database {databases}: a run that was left alone ended with exit code {code}")
                break
            if again and not tired:
                continue
            finished += 1
            now = everything(db)
            faults += [f"database {databases}: {view} differs from the undisturbed one: {(now[view] - rows[view]) + (rows[view] - now[view])}"
                       for view in rows if now[view] != rows[view]]
            odd = [p.name for p in room.iterdir() if p.name.startswith(f"{databases}.duckdb") and p != db]
            faults += [f"database {databases}: {name} was left behind" for name in odd]
            break
    shutil.rmtree(room)
    text = "\n".join([
        "# kill -9", "",
        f"{kills} kills (seed {options.seed}) of `papermine ingest` over the {len(small)} smallest packs of these folders, one worker; "
        f"an undisturbed run takes {took:.1f} s here. By `python benchmarks/kill.py`.", "",
        "| what | how many |", "| --- | --- |",
        f"| kills of the whole process group, of the parent alone | {kills - alone}, {alone} |",
        f"| kills that came in a commit (a write-ahead log was left) | {midway} |",
        f"| databases begun, ended by a run that was left alone, compared row by row with the undisturbed one | {databases}, {finished} |",
        f"| workers that outlived their parent by 20 seconds | {strays} |",
        f"| packs lost, packs half stored, databases that differ | {len(faults)} |", "", *faults, *([""] if faults else [])])
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
