"""A file of thousands of pages: read, mined and stored in parts, with the same answer as in one piece."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from builders import PackOf, dump, minutes_pack
from paper import Row, typeset
from papermine.document import LaidPage, Pages
from papermine.ingest import Options, ingest
from papermine.layout.running import Running
from papermine.ocr.wanted import Wanted
from papermine.pipeline import mine, read
from papermine.segment.borders import may_start
from papermine.store import Batch, commit, pack_rows, write
from papermine.store import rows as store_rows
from papermine.store.parquet import pack_files, pack_of

CORPUS = Path(__file__).parent.parent / "corpus"
PACK = CORPUS / "wexmere--2024-02-21-scrutiny-pack.pdf"


def few(pages: list[LaidPage], held: int) -> Pages:
    return Pages(pages, held)


def test_pages_that_were_not_used_lately_come_back_as_they_were() -> None:
    rows: list[list[Row]] = [[(57, f"Heading {n}", "b"), f"The harbour has {n} cranes."] for n in range(9)]
    pages = list(typeset(*rows).pages)
    packed = few(pages, 2)
    assert [page.text for page in packed] == [page.text for page in pages]
    assert [pickle.dumps(page) for page in packed[3:6]] == [pickle.dumps(page) for page in pages[3:6]]
    assert packed[-1].head[0].words == pages[-1].head[0].words
    assert [page.number for page in packed[2:8][1:-1]] == [4, 5, 6, 7]
    with pytest.raises(IndexError):
        packed[9]


def test_a_page_that_was_changed_is_packed_again() -> None:
    pages = few([LaidPage(n, 595, 842, []) for n in range(1, 6)], 1)
    page = pages[1]
    page.label = "7"
    pages[1] = page
    assert [p.label for p in pages] == [None, "7", None, None, None]


def test_running_lines_are_set_aside_five_pages_at_a_time() -> None:
    rows: list[list[Row]] = [["Harbour Panel papers", "", (57, f"Heading {n}", "b"), f"Crane {n} was mended."] for n in range(12)]
    whole = typeset(*rows, labels=30)
    pages = few([LaidPage(p.number, p.width, p.height, [*p.head, *p.lines, *p.foot]) for p in whole.pages], 1)
    running = Running()
    for page in pages:
        running.see(page)
    running.set_aside(pages)
    assert [(p.label, p.text, [ln.text for ln in p.head]) for p in pages] == [(p.label, p.text, [ln.text for ln in p.head]) for p in whole.pages]
    assert pages[5].label == "35"


@pytest.mark.parametrize(("labels", "odd"), [
    ([None, None], [True, True]),
    (["1", "2", "3"], [True, False, True]),
    # counted on from the nearest stamp; of two as near, from the one before
    ([None, "4", None, "7", None], [True, False, True, True, False]),
    (["ii", None, "8"], [False, True, False]),
])
def test_where_a_paper_of_whole_sheets_may_start(labels: list[str | None], odd: list[bool]) -> None:
    assert may_start(labels) == odd


def test_a_pack_of_packed_pages_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = mine(read(PACK))
    monkeypatch.setattr(Pages.__init__, "__defaults__", ((), 3))
    pack = read(PACK)
    assert isinstance(pack.pages, Pages)
    assert sum(page is not None for page in pack.pages._packed) > 3
    packed = mine(pack)
    assert [r.model_dump() | {"at": r.evidence} for r in packed.records] == [r.model_dump() | {"at": r.evidence} for r in whole.records]


@pytest.fixture
def packs() -> list[PackOf]:
    out = []
    for name in ("a", "b"):
        pack = minutes_pack(name)
        paper = pack.paper(pack.meeting(body="Planning"))
        for n in range(40):
            pack.resolution(paper, f"That report {n} be noted")
        out.append(pack)
    return out


def stored(db: Path, packs: list[PackOf]) -> object:
    commit(db, Batch([pack_rows(p.mined) for p in packs], [p.file() for p in packs]))
    return dump(db)


def test_rows_that_were_packed_on_the_way_are_stored_the_same(tmp_path: Path, packs: list[PackOf], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = stored(tmp_path / "plain.duckdb", packs)
    monkeypatch.setattr(store_rows, "AT_ONCE", 1)
    monkeypatch.setattr(store_rows, "PACKED_BYTES", 1000)
    filling = store_rows.Filling(packs[0].id)
    for record in packs[0].mined.records:
        filling.add([record])
    rows = filling.rows(packs[0].mined.pack)
    assert len(rows.packed["resolutions"]) > 1
    again = pack_of(pack_files(rows))
    assert (again.size, rows.size) == (pack_rows(packs[0].mined).size,) * 2
    for n, first in enumerate((pickle.loads(pickle.dumps(rows)), again)):
        db = tmp_path / f"{n}.duckdb"
        commit(db, Batch([first, pack_rows(packs[1].mined)], [p.file() for p in packs]))
        assert dump(db) == plain


@pytest.mark.parametrize("memory", ["64MB", "1MB"])
def test_a_large_commit_is_whole_whether_or_not_little_memory_does(tmp_path: Path, packs: list[PackOf], monkeypatch: pytest.MonkeyPatch,
                                                                   memory: str) -> None:
    plain = stored(tmp_path / "plain.duckdb", packs)
    monkeypatch.setattr(write, "LONG_BATCH", 10)
    monkeypatch.setattr(write, "SPARING", memory)
    assert stored(tmp_path / "long.duckdb", packs) == plain


SENT_AHEAD = """
import sys
from pathlib import Path
from papermine.ingest import Options, ingest
from papermine.ingest.pool import Pool
from papermine.ocr.wanted import Wanted
from papermine.store import rows

rows.AT_ONCE, rows.PACKED_BYTES = 50, 2000
hear, ahead = Pool._hear, 0

def heard(pool, worker):
    global ahead
    ahead += bool(worker.ahead)
    return hear(pool, worker)

Pool._hear = heard
ingest([Path(p) for p in sys.argv[2:]], Path(sys.argv[1]), Options(workers=1, ocr=Wanted("never")))
print(ahead)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker is a new process, for which nothing can be changed from here")
def test_packed_rows_that_a_worker_sends_ahead_are_stored_with_its_outcome(tmp_path: Path) -> None:
    """Two files in the hands of one worker, one after the other: each gets its own. (In a process of its own, whose threads let it fork.)"""
    paths = [PACK, CORPUS / "nether-quillmere-pc--2024-09-17-minutes.pdf"]
    plain, sent = tmp_path / "plain.duckdb", tmp_path / "sent.duckdb"
    ingest(paths, plain, Options(workers=0, ocr=Wanted("never")))
    done = subprocess.run([sys.executable, "-c", SENT_AHEAD, str(sent), *map(str, paths)], capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[-1]) > 10
    one, other = dump(sent), dump(plain)
    assert len(one.pop("packs")) == len(other.pop("packs")) == 2  # each says how long it took
    assert one == other


FAILS_ON_THE_WAY = """
import sys
from pathlib import Path
from papermine import pipeline
from papermine.ingest import Options, ingest
from papermine.ocr.wanted import Wanted
from papermine.store import rows

rows.AT_ONCE, rows.PACKED_BYTES = 50, 2000
real = pipeline.mine_by_paper

def half(pack):
    yield from list(real(pack))[:-1]
    raise ValueError("no more")

pipeline.mine_by_paper = half
report = ingest([Path(sys.argv[2])], Path(sys.argv[1]), Options(workers=1, ocr=Wanted("never")))
print([f.code for f in report.failures])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker is a new process, for which nothing can be changed from here")
def test_of_a_file_that_fails_on_the_way_nothing_that_was_sent_ahead_is_stored(tmp_path: Path) -> None:
    db = tmp_path / "papers.duckdb"
    done = subprocess.run([sys.executable, "-c", FAILS_ON_THE_WAY, str(db), str(PACK)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['internal-error']"
    found = dump(db)
    assert [len(found[view]) for view in ("packs", "issues", "pages", "documents", "mentions")] == [1, 1, 0, 0, 0]
    assert {row[1] for row in found["evidence"]} == {"issues"}
