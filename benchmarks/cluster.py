"""Many machines, rehearsed on one: a scheduler and two workers read typeset packs; one worker is killed, then the client; what is lost?

    python benchmarks/cluster.py --packs 200 --keep /tmp/cluster
    python benchmarks/cluster.py --packs 1000 --keep /tmp/cluster --output benchmarks/cluster.md

Small packs are typeset and stamped with other years and councils as in `scale.py`. When a quarter of them is written one of two workers
is killed (SIGKILL), when half is, the client; the same command then goes on with the worker that is left. Afterwards each pack must be there
once, and `papermine load` must make the database that `papermine ingest` makes of the same files here, in every row of every stored table.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests"), str(HERE.parent / "corpus")]

from scale import Base, bases, library  # noqa: E402

from machines import cluster, stored, until  # noqa: E402
from papermine.cluster.folder import Folder  # noqa: E402

SMALL = 6
"""Pages that a small pack has at most."""


HEAD = """# Many machines, rehearsed

By `python benchmarks/cluster.py`: two workers, one killed at a quarter, the client killed at half and started again.
Each pack was there once, and `load` made what a local ingest makes, row for row.

| packs | pages | written when the client died | wall s | CPU s | rows compared | half written folders left |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""


def rehearse(keep: Path, packs: list[Base], count: int) -> dict[str, Any]:
    """Read so many packs on two workers with both accidents, and here; say what came of it. Raises where anything is lost or there twice."""
    files = library(keep / "packs", packs, 10**9, count)[0]
    listed = keep / "files.csv"
    listed.write_text("path\n" + "".join(f"{f}\n" for f in files))
    out = keep / "out"
    shutil.rmtree(out, ignore_errors=True)

    def written() -> int:
        return len(list(out.glob("packs/*/manifest.json")))

    began, before = time.monotonic(), os.times()
    with cluster(keep) as machines:
        first, _ = machines.worker(), machines.worker()
        line = ["--manifest", str(listed), "--out", str(out)]
        client = machines.client(*line)
        until(lambda: written() >= count // 4, 3600)
        first.send_signal(signal.SIGKILL)
        until(lambda: written() >= count // 2, 3600)
        client.kill()
        client.wait()
        held = written()
        code = machines.client(*line).wait(7200)
    after = os.times()
    found = Folder(str(out)).manifests()
    assert code == 0, f"the second client ended with {code}"
    assert len(found) == len({m.sha256 for m in found.values()}) == len(Folder(str(out)).notes()) == count, f"{len(found)} packs of {count}"
    assert all(m.code is None for m in found.values()), "a pack failed"
    local, loaded = keep / "local.duckdb", keep / "loaded.duckdb"
    for db in (local, loaded):
        db.unlink(missing_ok=True)
    said: dict[str, Any] = {"packs": count, "pages": sum(m.pages for m in found.values()), "held": held, "wall": time.monotonic() - began,
                            "cpu": after.children_user + after.children_system - before.children_user - before.children_system}
    for line in (["load", str(out), "--db", str(loaded)], ["ingest", "--manifest", str(listed), "--db", str(local)]):
        subprocess.run([sys.executable, "-m", "papermine", *line], check=True, stderr=subprocess.DEVNULL)
    one, other = stored(loaded), stored(local)
    assert one == other, f"the databases differ in {[t for t in one if one[t] != other[t]]}"
    return {**said, "rows": sum(map(len, one.values())), "half": len(list(out.glob("*/.*.part")))}


def small(keep: Path, kinds: Sequence[str] = ("parish", "township")) -> list[Base]:
    """The typeset packs that are small."""
    return [b for b in bases(keep / "bases", kinds) if b.pages <= SMALL]


def main() -> None:
    """Rehearse; the figures go to stdout, and to the report."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--packs", type=int, default=200)
    ask.add_argument("--keep", type=Path, required=True, help="folder for packs and databases; it stays")
    ask.add_argument("--output", type=Path, help="FILE.md; a line is added to it for each run")
    given = ask.parse_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    done = rehearse(given.keep, small(given.keep), given.packs)
    print(json.dumps(done))
    if given.output:
        if not given.output.exists():
            given.output.write_text(HEAD)
        with given.output.open("a") as out:
            out.write(f"| {done['packs']:,} | {done['pages']:,} | {done['held']:,} | {done['wall']:.0f} | {done['cpu']:.0f} | {done['rows']:,} | "
                      f"{done['half']} |\n")


if __name__ == "__main__":
    main()
