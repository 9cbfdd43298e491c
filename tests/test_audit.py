"""`papermine audit`: the same seed draws the same sample; the intervals hold what they promise; ticks become a statement."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

import command
from builders import DAY, PackOf, put, rows
from papermine.audit import draw, report
from papermine.audit.intervals import Page, Stratum, proportion, ratio, wilson
from papermine.audit.sample import shares


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two councils, minutes and a decision notice: 40, 6 and 4 resolutions, on pages 1 and 2 of packs of three pages."""
    path = tmp_path / "council.duckdb"
    for name, council, kind, count in (("a", "Kent County Council", "minutes", 40), ("b", "KENT COUNTY COUNCIL", "decision", 6),
                                       ("c", "Anytown Council", "minutes", 4)):
        pack = PackOf(name)
        paper = pack.paper(pack.meeting(council=council, day=DAY.replace(day=1 + len(name))), kind)
        for n in range(count):
            pack.resolution(paper, f"That <b>{name}{n}</b> be done")
        put(path, pack)
    return path


def ids(db: Path, **more: Any) -> list[str]:
    return [s.id for s in draw(db, ["resolutions"], **{"n": 12, "seed": 1, "pages": 2, **more}).rows]


def test_the_same_seed_draws_the_same_and_another_draws_another(db: Path) -> None:
    assert ids(db) == ids(db)
    assert ids(db) != ids(db, seed=2)
    assert len(set(ids(db))) == 14


def test_strata_are_councils_and_kinds_of_paper_whatever_the_spelling(db: Path) -> None:
    drawn = draw(db, ["resolutions"], 12, 1, 0).rows
    sizes = {s.stratum: s.size for s in drawn}
    assert sizes == {"Anytown Council · minutes": 4, "Kent County Council · decision": 6, "Kent County Council · minutes": 40}
    assert {name: sum(s.stratum == name for s in drawn) for name in sizes} == shares(sizes, 12) == {
        "Anytown Council · minutes": 2, "Kent County Council · decision": 2, "Kent County Council · minutes": 8}


def test_more_strata_than_records_asked_for_become_fewer(db: Path) -> None:
    assert {s.stratum for s in draw(db, ["resolutions"], 2, 1, 0).rows} == {"minutes", "decision"}
    assert {s.stratum for s in draw(db, ["resolutions"], 1, 1, 0).rows} == {"all"}


def test_all_can_be_drawn_and_no_more_than_all(db: Path) -> None:
    assert len(ids(db, n=1000, pages=0)) == 50


def test_sampled_pages_come_with_what_was_found_there(db: Path) -> None:
    found = {s.file_name: len(s.found) for s in draw(db, ["resolutions"], 1, 1, 1000).rows if s.what == "page"}
    assert found == {"a.pdf": 40, "b.pdf": 6, "c.pdf": 4}


def test_the_interval_of_a_stratified_sample_holds_the_truth_as_often_as_it_says() -> None:
    """Three strata of unlike size and unlike accuracy, drawn 600 times: over 4,000 draws 93.8% cover."""
    dice = random.Random(20260101)
    sizes, accuracies = (2000, 300, 60), (0.93, 0.7, 0.5)
    population = [[dice.random() < p for _ in range(n)] for n, p in zip(sizes, accuracies, strict=True)]
    truth = sum(map(sum, population)) / sum(sizes)
    held = 0
    for _ in range(600):
        strata = []
        for of, n in zip(population, (60, 25, 15), strict=True):
            strata.append(Stratum(len(of), n, sum(dice.sample(of, n))))
        _, low, high = proportion(strata) or (0.0, 0.0, 0.0)
        held += low <= truth <= high
    assert 0.92 < held / 600 < 0.98


def test_so_does_the_interval_of_recall_over_pages_where_misses_come_in_clumps() -> None:
    dice = random.Random(7)
    pages = []
    for n in range(900):
        printed = dice.choice((0, 0, 1, 2, 5, 9))
        bad = dice.random() < 0.12
        pages.append((("a", "b")[n % 3 == 0], printed, sum(dice.random() < (0.4 if bad else 0.97) for _ in range(printed))))
    truth = sum(found for _, _, found in pages) / sum(printed for _, printed, _ in pages)
    groups = {g: [p for p in pages if p[0] == g] for g in "ab"}
    held = 0
    for _ in range(600):
        drawn = [Page(g, len(of) / 40, found, printed) for g, of in groups.items() for _, printed, found in dice.sample(of, 40)]
        _, low, high = ratio(drawn) or (0.0, 0.0, 0.0)
        held += low <= truth <= high
    assert held / 600 > 0.9


def test_strata_are_weighted_by_their_size() -> None:
    """Half of the sample comes from a tenth of the records: 0.9 × 1 + 0.1 × 0."""
    value, low, high = proportion([Stratum(900, 10, 10), Stratum(100, 10, 0)]) or (0.0, 0.0, 0.0)
    assert value == pytest.approx(0.9)
    assert low < 0.9 < high


def test_nothing_wrong_in_the_sample_is_not_certainty_and_a_census_is() -> None:
    value, low, high = proportion([Stratum(1000, 50, 50)]) or (0.0, 0.0, 0.0)
    assert (value, high) == (1.0, 1.0)
    assert low == pytest.approx(wilson(1.0, 50)[0])
    assert proportion([Stratum(4, 4, 3)]) == (0.75, 0.75, 0.75)
    assert proportion([]) is None
    assert ratio([Page("a", 3, 0, 0)]) is None


def ticked(folder: Path, tick: Any) -> None:
    sheet = folder / "audit.csv"
    data = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
    for row in data:
        tick(row)
    with open(sheet, "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, data[0])
        writer.writeheader()
        writer.writerows(data)


def made(db: Path, *args: str) -> Path:
    folder = db.parent / "sheets"
    command.ok("audit", "-n", "20", "--pages", "3", "-o", str(folder), *args, db=db)
    return folder


def test_from_sample_to_statement(db: Path) -> None:
    folder = made(db)

    def tick(row: dict[str, str]) -> None:
        if row["what"] == "page":
            row["missed"] = "5" if row["file"] == "a.pdf" else "0"
        else:
            row["verdict"] = "wrong" if "b" in row["file"] else "right"

    ticked(folder, tick)
    out = command.ok("audit", "report", str(folder), "--format", "json")
    said = {(e["measure"], e["group"]): e for e in json.loads(out)}
    assert said["precision", "all"]["estimate"] == pytest.approx(44 / 50, abs=1e-4)
    assert said["precision", "Anytown Council"]["estimate"] == 1.0
    assert said["precision", "paper: decision"]["estimate"] == 0.0
    assert said["precision", "Kent County Council"]["estimate"] == pytest.approx(40 / 46, abs=1e-3)
    assert said["recall", "all"] | {"low": 0, "high": 0} == {
        "kind": "resolutions", "measure": "recall", "group": "all", "looked_at": 3, "right": 50, "of": 55, "estimate": 0.9091, "low": 0, "high": 0}
    text = command.ok("audit", "report", str(folder))
    assert "| precision | all | 20 records | " in text
    assert "Wilson's (1927)" in text
    assert command.run("audit", "report", str(folder)).stderr == ""


def test_a_sheet_that_excel_saved_with_semicolons_is_read_too(db: Path) -> None:
    folder = made(db)
    ticked(folder, lambda row: row.update(verdict="Right", missed="0" if row["what"] == "page" else ""))
    text = (folder / "audit.csv").read_text(encoding="utf-8-sig")
    again = io.StringIO()
    csv.writer(again, delimiter=";").writerows(csv.reader(io.StringIO(text, newline="")))
    (folder / "audit.csv").write_text(again.getvalue(), encoding="utf-8-sig")
    assert report(folder / "audit.csv").estimates[0].value == 1.0


def test_rows_without_a_tick_are_told_and_left_out(db: Path) -> None:
    folder = made(db)
    done = command.run("audit", "report", str(folder))
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing in" in done.stderr
    ticked(folder, lambda row: row.update(verdict={"001": "right", "002": "unsure"}.get(row["number"], "")))
    done = command.run("audit", "report", str(folder), "-f", "csv")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].startswith("resolutions,precision,all,1,1,1,1.0,")
    assert "21 of 23 rows are not ticked yet" in done.stderr


@pytest.mark.parametrize(("change", "says"), [({"verdict": "maybe"}, "verdict 'maybe' is none of"), ({"missed": "some"}, "invalid literal"),
                                              ({"missed": "-1"}, "-1 missed"), ({"wrong": "99", "missed": "0"}, "99 wrong of")])
def test_a_tick_that_makes_no_sense_is_named_with_its_row(db: Path, change: dict[str, str], says: str) -> None:
    folder = made(db)
    ticked(folder, lambda row: row.update(change) if row["what"] == "page" else None)
    done = command.run("audit", "report", str(folder))
    assert done.returncode == 1
    assert re.search(r"audit\.csv, row \d+: ", done.stderr)
    assert says in done.stderr


def test_the_html_needs_nothing_else_and_holds_nothing_that_runs(db: Path) -> None:
    text = (made(db) / "audit.html").read_text(encoding="utf-8")
    assert not re.search(r'(?:src|href)="(?!data:)', text)
    assert text.count("<section") == 23
    assert "<b>a" not in text, "words out of a PDF are text"
    assert "&lt;b&gt;a" in text
    data = json.loads(text.split('id="data">')[1].split("</script>")[0])
    sheet = (db.parent / "sheets" / "audit.csv").read_text(encoding="utf-8-sig")
    assert [data["columns"], *data["rows"]] == list(csv.reader(io.StringIO(sheet, newline="")))


def test_a_ticked_sheet_is_never_written_over(db: Path) -> None:
    made(db)
    done = command.run("audit", "-o", str(db.parent / "sheets"), db=db)
    assert done.returncode == 1
    assert "is there already, perhaps ticked" in done.stderr


def test_kinds_without_records_still_get_pages(db: Path) -> None:
    done = command.run("audit", "--kind", "attendance", "-n", "9", "-o", str(db.parent / "x"), db=db)
    assert done.returncode == 0
    assert "attendance: 0 of 0 records, 3 of 3 pages" in done.stderr
    done = command.run("audit", "--kind", "resolution", db=db)
    assert (done.returncode, "resolutions" in done.stderr) == (1, True)


def test_every_kind_can_be_drawn(db: Path) -> None:
    from papermine.audit import KINDS
    assert draw(db, list(KINDS), 5, 1, 2).population.keys() == KINDS.keys()
    assert rows(db, "SELECT count(*) FROM pages") == [(3,)]
