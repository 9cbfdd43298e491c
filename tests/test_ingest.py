"""The runner: what is skipped, what is read again, what a crash costs, what a kill leaves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import papermine.ingest.run as run_module
import papermine.ingest.start as start_module
from builders import PackOf, dump, put, rows, toy_read, toys
from papermine.errors import DatabaseUnusable, PapermineError
from papermine.ingest import Limits, Options, Progress, Report, ingest
from papermine.store import generation
from processes import group

HERE = Path(__file__).parent


def go(folder: Path | list[str], db: Path, listener: Any = None, **options: Any) -> Report:
    paths = folder if isinstance(folder, list) else [str(folder)]
    return ingest(paths, db, Options(**{"workers": 0, "reader": toy_read, **options}), listener)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "log"
    monkeypatch.setenv("TOY_LOG", str(path))
    return path


def read_names(log: Path) -> list[str]:
    names = log.read_text().split() if log.exists() else []
    log.unlink(missing_ok=True)
    return sorted(names)


def test_files_folders_and_globs(tmp_path: Path, db: Path, log: Path) -> None:
    toys(tmp_path / "in" / "deep", "one", "two")
    toys(tmp_path / "other", "three")
    (tmp_path / "in" / "c.PDF").write_text("%PDF-1.4 four")
    (tmp_path / "in" / "notes.txt").write_text("no")
    report = go([str(tmp_path / "in"), str(tmp_path / "oth*" / "*.pdf")], db)
    assert read_names(log) == ["a.pdf", "a.pdf", "b.pdf", "c.PDF"]
    assert (report.read, report.found["decisions"], report.stored["packs"]) == (4, 12, 4)


def test_ingesting_again_changes_nothing(tmp_path: Path, db: Path, log: Path) -> None:
    folder = toys(tmp_path / "in", "one", "two", "bad")
    go(folder, db)
    before, number, size = dump(db), generation(db), db.stat().st_mtime_ns
    read_names(log)
    report = go(folder, db)
    assert read_names(log) == []
    assert (report.read, report.unchanged, dump(db), generation(db)) == (0, 3, before, number)
    assert [f.before for f in report.failures] == [True]
    assert size is not None


def test_a_touched_file_is_not_read_again(tmp_path: Path, db: Path, log: Path) -> None:
    folder = toys(tmp_path / "in", "one")
    go(folder, db)
    read_names(log)
    os.utime(folder / "a.pdf", ns=(1, 1))
    assert go(folder, db).unchanged == 1
    assert read_names(log) == []
    assert rows(db, "SELECT modified_ns FROM files") == [(1,)]


def test_a_changed_file_replaces_its_pack(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "one")
    go(folder, db)
    toys(folder, "other")
    go(folder, db)
    assert rows(db, "SELECT text FROM resolutions ORDER BY 1 LIMIT 1") == [("That other 0 be noted",)]
    assert rows(db, "SELECT count(*) FROM packs") == [(1,)]


def test_after_an_upgrade_packs_are_read_again(tmp_path: Path, db: Path, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = toys(tmp_path / "in", "one")
    go(folder, db)
    read_names(log)
    for module in (run_module, start_module):
        monkeypatch.setattr(module, "RULES_VERSION", "next")
    assert go(folder, db, keep_old=True).unchanged == 1
    assert read_names(log) == []
    assert go(folder, db).read == 1
    assert read_names(log) == ["a.pdf"]


def test_again_reads_unchanged_files(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "one", "one")
    go(folder, db)
    assert go(folder, db, again=True).read == 1


def test_two_copies_are_one_pack(tmp_path: Path, db: Path, log: Path) -> None:
    folder = toys(tmp_path / "in", "same", "same")
    report = go(folder, db)
    assert (report.read, report.copies + report.unchanged) == (1, 1)
    assert read_names(log) == ["a.pdf"]
    assert rows(db, "SELECT count(*), count(DISTINCT pack_id) FROM files") == [(2, 1)]
    assert rows(db, "SELECT copies FROM pack_sources") == [(2,)]
    (folder / "a.pdf").unlink()
    go(folder, db, prune=True)
    assert rows(db, "SELECT count(*) FROM resolutions") == [(3,)]


def test_prune_forgets_what_is_gone_below_the_folders_only(tmp_path: Path, db: Path) -> None:
    one, other = toys(tmp_path / "one", "x", "y"), toys(tmp_path / "other", "z")
    go([str(one), str(other)], db)
    (one / "a.pdf").unlink()
    (other / "a.pdf").unlink()
    assert go(one, db).forgotten == 0
    assert go(one, db, prune=True).forgotten == 1
    assert [Path(p).parent.name for (p,) in rows(db, "SELECT path FROM files ORDER BY 1")] == ["one", "other"]


def test_a_folder_that_lost_all_its_files_can_be_pruned(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "x")
    go(folder, db)
    (folder / "a.pdf").unlink()
    assert go(folder, db, prune=True).forgotten == 1
    assert rows(db, "SELECT count(*) FROM packs") == [(0,)]


def test_council_and_manifest(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "nameless", "nameless two")
    (tmp_path / "m.csv").write_text(
        "\ufeffPath,council,date,source_url,published,licence,note\nin/a.pdf,Bigtown,2020-01-22,https://example.org/a.pdf,2020-01-30,OGL,x\n"
        "in/gone.pdf,Bigtown,,,,,\nin/b.pdf,,22/01/2020,,,,\n", encoding="utf-8")
    report = go(folder, db, council="Smalltown", manifest=str(tmp_path / "m.csv"))
    assert rows(db, "SELECT f.file_name, f.council, source_url, licence FROM files f ORDER BY 1") == [
        ("a.pdf", "Bigtown", "https://example.org/a.pdf", "OGL"), ("b.pdf", "Smalltown", None, None)]
    assert rows(db, "SELECT DISTINCT council FROM meetings ORDER BY 1") == [("Bigtown",), ("Smalltown",)]
    assert rows(db, "SELECT DISTINCT source_url FROM evidence WHERE kind = 'resolutions' AND file_name = 'a.pdf'") == [("https://example.org/a.pdf",)]
    assert len(report.problems) == 2
    assert "gone.pdf does not exist" in report.problems[0]
    assert "22/01/2020" in report.problems[1]


def test_a_manifest_alone_names_the_files(tmp_path: Path, db: Path) -> None:
    toys(tmp_path / "in", "x", "y")
    (tmp_path / "m.csv").write_text("path\nin/b.pdf\n")
    assert go([], db, manifest=str(tmp_path / "m.csv")).read == 1
    assert rows(db, "SELECT file_name FROM files") == [("b.pdf",)]


def test_a_manifest_can_be_given_later(tmp_path: Path, db: Path, log: Path) -> None:
    folder = toys(tmp_path / "in", "nameless")
    go(folder, db)
    assert rows(db, "SELECT code FROM issues") == [("council-unknown",)]
    read_names(log)
    assert go(folder, db, council="Bigtown").unchanged == 1
    assert read_names(log) == []
    assert rows(db, "SELECT council FROM meetings") == [("Bigtown",)]
    assert rows(db, "SELECT code FROM issues") == []
    go(folder, db)
    assert rows(db, "SELECT council FROM meetings") == [("Bigtown",)]


@pytest.mark.parametrize(("text", "message"), [("a,b\n1,2\n", "no column `path`"), (None, "cannot be read")])
def test_a_bad_manifest_is_one_sentence(tmp_path: Path, db: Path, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / "m.csv").write_text(text)
    with pytest.raises(PapermineError, match=message):
        go(toys(tmp_path / "in", "x"), db, manifest=str(tmp_path / "m.csv"))


@pytest.mark.parametrize(("word", "code", "says"), [("exit", "crashed", "exit code 7"), ("segv", "crashed", "SIGSEGV"), ("oom", "crashed", "memory"),
                                                    ("sleep 60", "timeout", "--file-timeout")])
def test_a_worker_that_dies_costs_one_file(tmp_path: Path, db: Path, word: str, code: str, says: str) -> None:
    folder = toys(tmp_path / "in", "one", word, "two", "three")
    report = go(folder, db, workers=2, limits=Limits(file_timeout=4.0))
    assert [(Path(f.path).name, f.code) for f in report.failures] == [("b.pdf", code)]
    assert says in report.failures[0].message
    assert rows(db, "SELECT status, count(*) FROM packs GROUP BY 1 ORDER BY 1") == [("clean", 3), ("failed", 1)]
    assert rows(db, "SELECT severity, code FROM issues") == [("error", code)]
    number = generation(db)
    again = go(folder, db, workers=1, limits=Limits(file_timeout=4.0))
    assert (again.read, again.unchanged, len(again.failures), generation(db)) == (1, 3, 1, number)


def test_missing_and_unreadable_files_leave_the_rest_whole(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "one")
    (folder / "link.pdf").symlink_to(tmp_path / "nowhere.pdf")
    report = go([str(folder), str(tmp_path / "no.pdf")], db)
    assert [(Path(f.path).name, f.code) for f in report.failures] == [("link.pdf", "missing-file"), ("no.pdf", "missing-file")]
    assert rows(db, "SELECT count(*) FROM packs") == [(1,)]


def test_nothing_to_read_is_an_error(tmp_path: Path, db: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PapermineError, match="holds no papers"):
        go(tmp_path / "empty", db)
    assert not db.exists()


def test_progress_counts_files_and_pages(tmp_path: Path, db: Path) -> None:
    seen: list[tuple[int, int]] = []

    def listen(now: Progress) -> None:
        seen.append((now.files_done, now.pages_total))

    go(toys(tmp_path / "in", "one", "two", "three"), db, listener=listen)
    assert seen[-1] == (3, 9)


def test_ctrl_c_keeps_what_is_finished(tmp_path: Path, db: Path) -> None:
    def stop(now: Progress) -> None:
        if now.files_done == 2:
            raise KeyboardInterrupt

    report = go(toys(tmp_path / "in", "one", "two", "three", "four"), db, listener=stop)
    assert (report.interrupted, report.left) == (True, 2)
    assert rows(db, "SELECT count(*) FROM packs") == [(2,)]
    assert go(tmp_path / "in", db).read == 2


def test_rebuild_reads_all_stored_files_into_a_fresh_database(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "nameless", "two")
    go([str(folder / "a.pdf")], db, council="Bigtown")
    report = go([str(folder / "b.pdf")], db, rebuild=True)
    assert report.read == 2
    assert rows(db, "SELECT file_name, council FROM files ORDER BY 1") == [("a.pdf", "Bigtown"), ("b.pdf", None)]
    assert rows(db.with_name(db.name + ".old"), "SELECT count(*) FROM files") == [(1,)]


def test_a_database_that_cannot_be_made(tmp_path: Path) -> None:
    folder = toys(tmp_path / "in", "one")
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatabaseUnusable, match="--db"):
        go(folder, tmp_path / "file" / "x.duckdb")
    with pytest.raises(DatabaseUnusable, match="--db"):
        go(folder, folder)


TOY_RUN = """
import sys
from builders import toy_read
from papermine.ingest import Limits, Options, ingest
if __name__ == "__main__":
    ingest([sys.argv[1]], sys.argv[2], Options(workers=int(sys.argv[3]), reader=toy_read))
"""


def start(tmp_path: Path, folder: Path, db: Path, workers: int = 0) -> subprocess.Popen[bytes]:
    script = tmp_path / "toy_run.py"
    script.write_text(TOY_RUN)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", "")))}
    return subprocess.Popen([sys.executable, str(script), str(folder), str(db), str(workers)], env=env, start_new_session=True)


def test_killed_at_any_moment_the_next_run_goes_on(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", *(f"sleep 0.05 {n}" for n in range(20)))
    chance = random.Random(7)
    last = 0
    for n in range(6):
        process = start(tmp_path, folder, db, workers=n % 2)
        time.sleep(0.4 + chance.random() * 2.5)
        (os.kill if n % 3 == 0 else os.killpg)(process.pid, signal.SIGKILL)  # the parent alone, or its workers too
        process.wait()
        if db.exists():
            packs, files, resolutions = rows(db, "SELECT (SELECT count(*) FROM packs), (SELECT count(*) FROM files), "
                                             "(SELECT count(*) FROM resolutions)")[0]
            assert packs >= last
            assert files == packs
            assert resolutions == 3 * packs
            last = packs
    process = start(tmp_path, folder, db)
    assert process.wait(60) == 0
    assert rows(db, "SELECT count(*) FROM resolutions") == [(60,)]
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith("council")) == ["council.duckdb"]


def test_what_a_killed_run_left_beside_the_file_is_put_into_it_though_nothing_is_new(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "one")
    assert start(tmp_path, folder, db).wait(60) == 0
    killed = ("import os, sys; from papermine.store import open_writer; opened = open_writer(sys.argv[1]); con = opened.__enter__(); "
              "con.execute('UPDATE stored.packs SET seconds = 77'); os._exit(9)")
    assert subprocess.run([sys.executable, "-c", killed, str(db)], check=False).returncode == 9
    assert db.with_name(db.name + ".wal").exists()
    assert start(tmp_path, folder, db).wait(60) == 0
    assert not db.with_name(db.name + ".wal").exists()
    assert rows(db, "SELECT seconds FROM packs") == [(77,)]


def test_ctrl_c_in_a_terminal_ends_all_quietly(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "one", "two", *(f"sleep 3 {n}" for n in range(6)))
    script = tmp_path / "toy_run.py"
    script.write_text(TOY_RUN.replace("    ingest(", "    report = ingest(") + "    print(report.left)\n")
    process = subprocess.Popen([sys.executable, str(script), str(folder), str(db), "2"], env={**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", "")))},
                               start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not (db.exists() and rows(db, "SELECT count(*) FROM packs")[0][0] >= 2) and time.monotonic() < end:
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert int(out) == 8 - rows(db, "SELECT count(*) FROM packs")[0][0] > 0
    assert not group(process.pid)


def test_workers_end_with_their_parent(tmp_path: Path, db: Path) -> None:
    folder = toys(tmp_path / "in", "sleep 2", "sleep 2 b")
    process = start(tmp_path, folder, db, workers=2)
    time.sleep(1.8)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    end = time.monotonic() + 15
    while (alive := group(process.pid)) and time.monotonic() < end:
        time.sleep(0.2)
    assert not alive


def test_two_ingests_take_turns(tmp_path: Path, db: Path) -> None:
    one = toys(tmp_path / "one", *(f"sleep 0.1 {n}" for n in range(8)))
    other = toys(tmp_path / "other", *(f"sleep 0.1 other {n}" for n in range(8)))
    runs = [start(tmp_path, folder, db) for folder in (one, other)]
    assert [r.wait(90) for r in runs] == [0, 0]
    assert rows(db, "SELECT count(*) FROM packs") == [(16,)]


def test_the_writer_lets_readers_in_between_commits(tmp_path: Path, db: Path) -> None:
    put(db, PackOf("x"))
    process = start(tmp_path, toys(tmp_path / "in", *(f"sleep 0.9 {n}" for n in range(8))), db)  # the first commit comes after five seconds
    seen = set()
    while process.poll() is None:
        seen.add(rows(db, "SELECT count(*) FROM packs")[0][0])
        time.sleep(0.02)
    assert process.returncode == 0
    assert seen & set(range(2, 9)), "no reader came in between the first commit and the last"
