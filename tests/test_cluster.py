"""Many machines: a scheduler and two workers over loopback; what is written, skipped, loaded, and what a killed worker or client costs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import command
from builders import rows, toy_read, toys
from machines import cluster, stored, until
from papermine.errors import PapermineError
from papermine.ingest import Options, ingest

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytest.importorskip("fsspec", reason="the extra `cluster` is not installed")

from papermine.cluster.folder import Folder
from papermine.cluster.load import load
from papermine.cluster.run import ingest as on_cluster
from papermine.cluster.task import read_path
from papermine.ingest.sources import Given
from processes import group

HERE = Path(__file__).parent
TOY = Options(reader=toy_read)


def without_dask(paths: list[Path], out: Path, options: Options = TOY) -> list[Any]:
    """The tasks, done here one by one."""
    return [read_path(str(p), Given(), str(out), options) for p in paths]


def test_loaded_is_what_a_local_ingest_makes_row_for_row(tmp_path: Path) -> None:
    """Fifty packs, one of them twice, one unreadable, over two councils' worth of bodies."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(50):
        text = f"{'bad' if n == 9 else 'nameless' if n % 7 == 0 else 'ok'} Body{n % 5} {n if n != 31 else 30}"
        (folder / f"p{n:02d}.pdf").write_text(f"%PDF-1.4 {text}", encoding="utf-8")
    (folder / "z-copy.pdf").write_bytes((folder / "p11.pdf").read_bytes())
    ingest([folder], tmp_path / "local.duckdb", Options(workers=0, reader=toy_read))
    without_dask(sorted(folder.iterdir(), reverse=True), tmp_path / "out")
    done = load(str(tmp_path / "out"), tmp_path / "loaded.duckdb")
    assert done.packs == rows(tmp_path / "local.duckdb", "SELECT count(*) FROM packs")[0][0] >= 49
    assert stored(tmp_path / "loaded.duckdb") == stored(tmp_path / "local.duckdb")
    again = load(str(tmp_path / "out"), tmp_path / "loaded.duckdb")
    assert (again.packs, again.unchanged) == (0, done.packs)


def test_a_typeset_pack_comes_through_parquet_unchanged(tmp_path: Path) -> None:
    """Dates, times, decimals, boxes, and words beyond ASCII of a real reading."""
    pack = next((HERE.parent / "corpus").glob("nether-quillmere*.pdf"))
    ingest([pack], tmp_path / "local.duckdb", Options(workers=0))
    without_dask([pack], tmp_path / "out", Options())
    load(str(tmp_path / "out"), tmp_path / "loaded.duckdb")
    assert stored(tmp_path / "loaded.duckdb") == stored(tmp_path / "local.duckdb")
    sql = "SELECT meeting_date, body, text, file_name, page FROM decisions ORDER BY ALL"
    direct = command.ok("sql", sql, "--data", str(tmp_path / "out"), "-f", "csv")
    assert direct == command.ok("sql", sql, "-f", "csv", db=tmp_path / "loaded.duckdb")
    assert len(direct.splitlines()) > 3


def test_parquet_folders_are_asked_as_they_are_and_nothing_else(tmp_path: Path) -> None:
    without_dask([toys(tmp_path / "in", "ok Cabinet", "ok Panel") / f"{n}.pdf" for n in "ab"], tmp_path / "out")
    assert command.ok("sql", "SELECT body, count(*) AS n FROM decisions GROUP BY 1 ORDER BY 1", "--data", str(tmp_path / "out"), "-f", "csv") \
        .split() == ["body,n", "Cabinet,3", "Panel,3"]
    (tmp_path / "secret.csv").write_text("a\n1\n")
    for query in (f"FROM '{tmp_path}/secret.csv'", f"COPY (SELECT 1) TO '{tmp_path}/x.csv'", "CREATE TABLE x (a INT)"):
        done = command.run("sql", query, "--data", str(tmp_path / "out"))
        assert (done.returncode, done.stdout) == (1, ""), query
    assert not (tmp_path / "x.csv").exists()
    wrong = command.run("sql", "SELECT bodi FROM decisions", "--data", str(tmp_path / "out"))
    assert (wrong.returncode, "body" in wrong.stderr) == (1, True)


def test_a_folder_of_this_machine_needs_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_dask([toys(tmp_path / "in", "ok Cabinet") / "a.pdf"], tmp_path / "out")
    monkeypatch.setitem(sys.modules, "fsspec", None)
    assert command.ok("sql", "SELECT count(*) FROM decisions", "--data", str(tmp_path / "out"), "-f", "csv").split()[1] == "3"
    assert load(f"file://{tmp_path / 'out'}", tmp_path / "loaded.duckdb").packs == 1
    with pytest.raises(PapermineError, match="fsspec"):
        load("s3://bucket/out", tmp_path / "loaded.duckdb")


def test_a_half_written_pack_does_not_count(tmp_path: Path) -> None:
    one, other = (toys(tmp_path / "in", "ok One", "ok Two") / f"{n}.pdf" for n in "ab")
    without_dask([one, other], tmp_path / "out")
    folder = Folder(str(tmp_path / "out"))
    kept, torn = sorted(folder.manifests())
    manifest = tmp_path / "out" / "packs" / torn / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:40])
    assert list(folder.manifests()) == [kept]
    assert [t.done for t in without_dask([one, other], tmp_path / "out")].count("read") == 1
    assert sorted(folder.manifests()) == [kept, torn]
    (tmp_path / "out" / "packs" / kept / "resolutions.parquet").unlink()
    with pytest.raises(PapermineError, match=r"resolutions\.parquet is missing: remove"):
        load(str(tmp_path / "out"), tmp_path / "db.duckdb")


def test_errors_name_the_place_and_the_next_step(tmp_path: Path) -> None:
    folder = toys(tmp_path / "in", "ok One")
    for args, says in (
            ((str(folder), "--engine", "dask"), "--out"),
            ((str(folder), "--out", str(tmp_path / "out")), "--engine dask"),
            ((str(folder), "--engine", "dask", "--out", str(tmp_path / "out"), "--prune"), "papermine load"),
            ((str(tmp_path / "none*"), "--engine", "dask", "--out", str(tmp_path / "out")), "no file matches")):
        done = command.run("ingest", *args)
        assert done.returncode in (1, 2)
        assert says in done.stderr
    done = command.run("load", str(tmp_path / "nowhere"), db=tmp_path / "db.duckdb")
    assert (done.returncode, "holds no packs" in done.stderr, "--engine dask" in done.stderr) == (1, True, True)


@pytest.mark.xdist_group("cluster")
def test_a_killed_worker_and_a_restarted_client_lose_nothing_and_read_nothing_twice(tmp_path: Path) -> None:
    """Forty packs, two workers; one is killed when some are written, then the client; the next client goes on with one worker."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(40):
        (folder / f"p{n:02d}.pdf").write_text(f"%PDF-1.4 sleep 0.1 {n}", encoding="utf-8")
    out = tmp_path / "out"

    def written() -> int:
        return len(list(out.glob("packs/*/manifest.json")))

    with cluster(tmp_path) as machines:
        first, _ = machines.worker(), machines.worker()
        script = tmp_path / "client.py"
        script.write_text("import sys\nfrom builders import toy_read\nfrom papermine.cluster.run import ingest\nfrom papermine.ingest import Options\n"
                          "report = ingest([sys.argv[1]], sys.argv[2], Options(reader=toy_read), sys.argv[3])\n"
                          "print(report.read, report.unchanged, report.copies, len(report.failures))\n")
        line = [sys.executable, str(script), str(folder), str(out), machines.address]
        client = subprocess.Popen(line, env=machines.env, stdout=machines.log, stderr=machines.log)
        until(lambda: written() >= 5)
        first.send_signal(signal.SIGKILL)
        until(lambda: written() >= 12)
        client.kill()
        client.wait()
        held = written()
        again = subprocess.run(line, env=machines.env, stdout=subprocess.PIPE, stderr=machines.log, text=True, timeout=120, check=True)
        read, unchanged, copies, failures = map(int, again.stdout.split())
        assert held <= unchanged + copies + 2  # what was in a worker's hands is written after the client's death
        assert (read + unchanged + copies, failures, written()) == (40, 0, 40)
    read_names = (tmp_path / "log").read_text().split()
    assert len(read_names) - len(set(read_names)) <= 3, "only what the killed worker and client had in hand is read again"
    ingest([folder], tmp_path / "local.duckdb", Options(workers=0, reader=toy_read))
    load(str(out), tmp_path / "loaded.duckdb")
    assert stored(tmp_path / "loaded.duckdb") == stored(tmp_path / "local.duckdb")


@pytest.mark.xdist_group("cluster")
def test_from_and_to_an_object_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """moto's server on loopback speaks S3: papers come out of one bucket, packs go into another, and are loaded from there."""
    server = pytest.importorskip("moto.server", reason="moto[server] is not installed")
    pytest.importorskip("s3fs", reason="the extra `cluster` is not installed")
    import s3fs
    for name, value in {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(name, value)
    threaded = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    threaded.start()
    try:
        host, port = threaded.get_host_and_port()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        s3fs.S3FileSystem.clear_instance_cache()
        store = s3fs.S3FileSystem()
        store.mkdir("papers")
        store.mkdir("facts")
        folder = toys(tmp_path / "in", "ok Cabinet", "bad", "ok Panel")
        for file in folder.iterdir():
            store.put_file(str(file), f"papers/2024/{file.name}")
        report = on_cluster(["s3://papers/2024"], "s3://facts/run", Options(workers=1, reader=toy_read))
        assert (report.read, [f.code for f in report.failures]) == (3, ["not-pdf"])
        assert report.failures[0].path == "s3://papers/2024/b.pdf"
        again = on_cluster(["s3://papers/2024/*.pdf"], "s3://facts/run", Options(workers=1, reader=toy_read))
        assert (again.read, again.unchanged) == (0, 3)
        load("s3://facts/run", tmp_path / "loaded.duckdb")
        ingest([folder], tmp_path / "local.duckdb", Options(workers=0, reader=toy_read))
        ask = "SELECT body, text, file_name FROM decisions ORDER BY ALL"
        assert rows(tmp_path / "loaded.duckdb", ask) == rows(tmp_path / "local.duckdb", ask) != []
        assert command.ok("sql", ask, "--data", "s3://facts/run", "-f", "csv") == command.ok("sql", ask, "-f", "csv", db=tmp_path / "loaded.duckdb")
        refused = command.run("sql", "FROM 's3://papers/2024/a.pdf'", "--data", "s3://facts/run")
        assert (refused.returncode, refused.stdout) == (1, "")
        assert ("s3://papers/2024/a.pdf",) in rows(tmp_path / "loaded.duckdb", "SELECT path FROM files")
        missing = read_path("s3://papers/none.pdf", Given(), "s3://facts/run", TOY)
        assert (missing.done, missing.code) == ("failed", "missing-file")
    finally:
        threaded.stop()
        s3fs.S3FileSystem.clear_instance_cache()


def toy_client(folder: Path) -> Path:
    """A program that runs toy files on Dask: IN OUT SCHEDULER|- ; it prints what `Report` says."""
    script = folder / "client.py"
    script.write_text(
        "import sys\nfrom builders import toy_read\nfrom papermine.cluster.run import ingest\nfrom papermine.ingest import Limits, Options\n"
        "if __name__ == '__main__':\n"
        "    options = Options(reader=toy_read, workers=2, limits=Limits(page_timeout=20.0, memory=512))\n"
        "    report = ingest([sys.argv[1]], sys.argv[2], options, None if sys.argv[3] == '-' else sys.argv[3])\n"
        "    print(report.read, report.unchanged, report.copies, len(report.failures), report.left)\n")
    return script


@pytest.mark.xdist_group("cluster")
def test_a_file_that_crashes_hangs_or_eats_memory_costs_itself_and_no_worker(tmp_path: Path) -> None:
    """Crashes among sound files on two workers of this machine: all of it ends, and only those files fail."""
    words = ("ok One", "segv", "oom", "ok Two", "hang 2", "eat 3", "ok Three")
    folder = toys(tmp_path / "in", *words)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", "")))}
    done = subprocess.run([sys.executable, str(toy_client(tmp_path)), str(folder), str(tmp_path / "out"), "-"], env=env, capture_output=True, text=True,
                          timeout=300, check=True)
    assert done.stdout.split() == ["7", "0", "0", "2", "None"]
    packs = Folder(str(tmp_path / "out")).manifests()
    assert sorted(m.code or "ok" for m in packs.values()) == ["crashed"] * 2 + ["ok"] * 5
    load(str(tmp_path / "out"), tmp_path / "db.duckdb")
    issues = dict(rows(tmp_path / "db.duckdb", "SELECT page, code FROM issues WHERE page IS NOT NULL"))
    assert issues.pop(3) in ("page-memory", "page-crashed")  # by the parent's look, or at one stroke by the system's limit
    assert issues == {2: "page-timeout"}
    assert all("SIGSEGV" in (m.message or "") or "memory" in (m.message or "") for m in packs.values() if m.code)


@pytest.mark.xdist_group("cluster")
def test_ctrl_c_ends_the_client_and_its_workers_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = toys(tmp_path / "in", *(f"sleep 0.4 {n}" for n in range(20)))
    out = tmp_path / "out"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", "")))}
    line = [sys.executable, str(toy_client(tmp_path)), str(folder), str(out), "-"]
    client = subprocess.Popen(line, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    until(lambda: len(list(out.glob("packs/*/manifest.json"))) >= 2)
    os.killpg(client.pid, signal.SIGINT)
    said, errors = client.communicate(timeout=60)
    assert (client.returncode, "KeyboardInterrupt" in errors) == (0, False), errors  # Dask may log of its own
    read, unchanged, _, failures, left = map(int, said.split())
    assert (unchanged, failures) == (0, 0)
    assert 0 < left <= 20 - read
    until(lambda: not group(client.pid))
    again = subprocess.run(line, env=env, capture_output=True, text=True, timeout=120, check=True)
    read, unchanged, copies, failures = map(int, again.stdout.split()[:4])
    assert (read + unchanged + copies, failures) == (20, 0)
    assert unchanged >= 2
    assert len(Folder(str(out)).manifests()) == 20


def test_what_a_killed_worker_left_half_written_is_swept_once_it_is_old(tmp_path: Path) -> None:
    without_dask([toys(tmp_path / "in", "ok One") / "a.pdf"], tmp_path / "out")
    old, fresh, note = (tmp_path / "out" / name for name in ("packs/.0123.abc.part", "packs/.4567.def.part", "files/.x.json.abc.part"))
    for folder in (old, fresh):
        folder.mkdir()
        (folder / "packs.parquet").write_bytes(b"half")
    note.write_bytes(b"{")
    for left in (old, note):
        os.utime(left, (1, 1))
    assert len(Folder(str(tmp_path / "out")).manifests()) == 1
    on_cluster([str(tmp_path / "in")], str(tmp_path / "out"), Options(workers=1, reader=toy_read))
    assert (old.exists(), note.exists(), fresh.exists()) == (False, False, True)
    assert len(Folder(str(tmp_path / "out")).manifests()) == 1


@pytest.mark.xdist_group("cluster")
def test_sixty_typeset_packs_outlive_a_killed_worker_and_a_killed_client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by the real road; then loaded, and row for row what a local ingest makes. `python benchmarks/cluster.py` does it with 200 and 1,000."""
    pytest.importorskip("reportlab", reason="packs are typeset with reportlab")
    for folder in ("benchmarks", "corpus"):
        monkeypatch.syspath_prepend(str(HERE.parent / folder))
    from cluster import rehearse, small
    done = rehearse(tmp_path, small(tmp_path, ("parish",)), 60)
    assert (done["packs"], done["rows"] > 5_000) == (60, True)
