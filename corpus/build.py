"""Build the typeset corpus: the nine committed packs, or any number of varied ones.

python corpus/build.py                                  rebuild the nine packs in this folder
python corpus/build.py --check                          tell whether the nine equal a fresh build
python corpus/build.py --packs 1000 --seed 7 --out DIR  varied packs, truth beside each
python corpus/build.py --pages 2000 --out DIR           one long pack for load tests
python corpus/build.py --packs 6 --scan poor --out DIR  each with a scanned copy beside it (corpus/typeset/scan.py has the settings)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from typeset import bilingual, cabinet, city_us, county, decided, parish, scrutiny, township
from typeset.pack import Pack
from typeset.scan import QUALITIES, Quality, scan
from typeset.verify import verify
from typeset.words import Dice

HERE = Path(__file__).resolve().parent
KINDS = {
    "scrutiny": scrutiny.build,
    "county": county.build,
    "cabinet": cabinet.build,
    "parish": parish.build,
    "city_us": city_us.build,
    "township": township.build,
    "bilingual": bilingual.build,
    "decided_minutes": decided.minutes,
    "decided_notice": decided.notice,
}
VARIED = tuple(kind for kind in KINDS if kind not in ("bilingual", "decided_minutes", "decided_notice"))
"""The kinds that --packs makes in turn: nothing varies in the others."""


def house(kind: str) -> Pack:
    """The committed pack of a kind."""
    return KINDS[kind](Dice(f"house/{kind}", house=True))


def varied(kind: str, seed: int, index: int) -> Pack:
    """The `index`th pack of a run with `seed`, as a pack of `kind`."""
    pack = KINDS[kind](Dice(f"{seed}/{index}/{kind}"))
    pack.stem = f"{pack.stem}-s{seed}-{index:05d}"
    return pack


def _write_varied(job: tuple[str, int, int, str]) -> str:
    kind, seed, index, folder = job
    return varied(kind, seed, index).write(Path(folder))[0].name


def _write(kinds: Sequence[str], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return [house(kind).write(folder)[0] for kind in kinds]


def check(kinds: Sequence[str], folder: Path) -> list[str]:
    """The committed files of `folder` that differ from a fresh build, or are missing."""
    with tempfile.TemporaryDirectory() as fresh:
        differing = []
        for pdf in _write(kinds, Path(fresh)):
            for path in (pdf, pdf.with_suffix(".json")):
                old = folder / path.name
                if not old.is_file() or old.read_bytes() != path.read_bytes():
                    differing.append(path.name)
        return differing


def _said(q: Quality) -> str:
    return ", ".join(f"{name} {value}" for name, value in vars(q).items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 1 where --check or --verify finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packs", type=int, metavar="N", help="make N varied packs")
    parser.add_argument("--seed", type=int, default=0, help="seed of the variation (default 0)")
    parser.add_argument("--pages", type=int, metavar="N", help="make one scrutiny pack of at least N pages")
    parser.add_argument("--kind", choices=sorted(KINDS), help="packs of this kind only")
    parser.add_argument("--out", type=Path, help="folder for the files (default: this folder for the nine packs)")
    parser.add_argument("--workers", type=int, default=1, help="processes to use for --packs (default 1)")
    parser.add_argument("--check", action="store_true", help="compare the committed files with a fresh build")
    parser.add_argument("--scan", choices=sorted(QUALITIES), help="put a scanned copy beside each pack: "
                        + "; ".join(f"{name}: {_said(q)}" for name, q in QUALITIES.items()))
    parser.add_argument("--verify", action="store_true", help="read the files back and hold the truth against them")
    options = parser.parse_args(arguments)
    kinds = [options.kind] if options.kind else list(VARIED if options.packs else KINDS)
    if (options.packs is not None or options.pages is not None or options.scan) and options.out is None:
        parser.error("--packs, --pages and --scan need --out DIR")
    if options.check:
        differing = check(kinds, options.out or HERE)
        for name in differing:
            print(f"differs from a fresh build: {name}", file=sys.stderr)
        return 1 if differing else 0
    folder: Path = options.out or HERE
    folder.mkdir(parents=True, exist_ok=True)
    if options.pages is not None:
        pack = scrutiny.build(Dice(f"{options.seed}/long"), options.pages)
        pack.stem += f"-{options.pages}-pages-s{options.seed}"
        made = [pack.write(folder)[0]]
    elif options.packs is not None:
        jobs = [(kinds[i % len(kinds)], options.seed, i, str(folder)) for i in range(options.packs)]
        if options.workers > 1:
            with ProcessPoolExecutor(options.workers) as pool:
                made = [folder / name for name in pool.map(_write_varied, jobs, chunksize=8)]
        else:
            made = [folder / _write_varied(job) for job in jobs]
    else:
        made = _write(kinds, folder)
    wrong = 0
    if options.verify:
        for pdf in made:
            for sentence in verify(pdf, pdf.with_suffix(".json")):
                wrong += 1
                print(f"{pdf.name}: {sentence}", file=sys.stderr)
    if options.scan:
        for pdf in list(made):
            made.append(scan(pdf, options.scan, options.seed))
    print(f"{len(made)} pack{'s' if len(made) != 1 else ''} in {folder}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
