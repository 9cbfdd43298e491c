"""What a run that adds packs holds in memory, by the size of the database that it adds to.

    python benchmarks/scale_grow.py --keep /tmp/scale --packs 81 803 8028 --add 1 24

Of the database that `scale.py` left in the folder, the first packs are taken into databases of their own (once; all of them is a copy), and
linked afresh. To a copy of each the same new packs are added, of councils that none of them holds. Memory is the peak of the summed PSS of the
process tree, and of its anonymous part, which no other process shares; CPU is user plus system time, start-up included. One line of JSON for each.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "corpus")]
from scale import Base, bases, stamp  # noqa: E402
from speed import Measured, measure  # noqa: E402

NEW = 600
"""The change of a base pack from which its council is in no leg of `scale.py`."""


def cut(whole: Path, packs: int, to: Path) -> None:
    """The first packs, in the order in which they were read, as a database of their own."""
    import duckdb

    from papermine.store import recompute
    from papermine.store.fresh import create
    from papermine.store.link_schema import LINK_TABLES
    from papermine.store.schema import base_tables
    create(to)
    with duckdb.connect(str(to)) as con:
        con.execute(f"ATTACH '{whole}' AS whole (READ_ONLY)")
        held = con.execute("SELECT path, pack_id FROM whole.stored.files").fetchall()
        if packs >= len(held):
            con.close()
            shutil.copy(whole, to)
            return
        first = [pack for _, pack in sorted(held, key=lambda row: Path(row[0]).stem.split("-")[:0:-1])[:packs]]
        for name, _, columns in base_tables():
            if name in (*LINK_TABLES, "meeting_links", "business_links") or all(c.name != "pack_id" for c in columns):
                continue
            names = ", ".join(f'"{c.name}"' for c in columns)
            con.execute(f"INSERT INTO stored.{name} ({names}) SELECT {names} FROM whole.stored.{name} WHERE pack_id IN (SELECT unnest(?))", [first])
    recompute(to)


def added(db: Path, files: list[Path], keep: Path) -> Measured:
    """What a run takes that adds these files to a copy of a database."""
    copy, listed = keep / "grown.duckdb", keep / "grown.csv"
    shutil.copy(db, copy)
    listed.write_text("path\n" + "".join(f"{f}\n" for f in files))
    took = measure([sys.executable, "-m", "papermine", "ingest", "--workers", "1", "--db", str(copy), "--manifest", str(listed)], weigh=True)
    copy.unlink()
    return took


def arriving(folder: Path, packs: list[Base], count: int) -> list[Path]:
    """So many new packs, each written once."""
    folder.mkdir(exist_ok=True)
    out = []
    for n in range(count):
        base = packs[n % len(packs)]
        k = NEW + n // len(packs)
        out.append(folder / f"{Path(base.path).stem[:-5]}{k:05d}.pdf")
        if not out[-1].exists():
            stamp(base, k, out[-1])
    return out


def main() -> None:
    """Cut, add, say."""
    from papermine.store import query
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--keep", type=Path, required=True, help="the folder of `scale.py`")
    ask.add_argument("--packs", type=int, nargs="+", default=[81, 803], help="sizes of the databases, in packs")
    ask.add_argument("--add", type=int, nargs="+", default=[1, 24], help="packs that a run adds")
    given = ask.parse_args()
    packs = bases(given.keep / "bases")
    for size in given.packs:
        db = given.keep / f"first-{size}.duckdb"
        if not db.exists():
            cut(given.keep / "scale.duckdb", size, db)
        (pages,), = query(db, "SELECT count(*) FROM stored.pages").rows
        for count in given.add:
            took = added(db, arriving(given.keep / "arriving", packs, count), given.keep)
            print(json.dumps({"pages": pages, "added": sum(packs[n % len(packs)].pages for n in range(count)), "cpu": round(took.cpu, 2),
                              "peak": round(took.peak), "anonymous": round(took.anonymous)}), flush=True)


if __name__ == "__main__":
    main()
