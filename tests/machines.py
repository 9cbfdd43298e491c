"""A cluster on this machine: a scheduler and worker processes over loopback, as an administrator starts them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from builders import rows

HERE = Path(__file__).parent


class Cluster:
    """A scheduler and worker processes on loopback, as an administrator starts them."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.log = (folder / "cluster.log").open("ab")
        path = os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", "")))
        self.env = {**os.environ, "PYTHONPATH": path, "TOY_LOG": str(folder / "log"), "DASK_DISTRIBUTED__COMM__RETRY__COUNT": "2"}
        self.processes: list[subprocess.Popen[bytes]] = []
        self.start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        until(self.file.exists)
        self.address = json.loads(self.file.read_text())["address"]

    def start(self, module: str, *args: str) -> subprocess.Popen[bytes]:
        """One more process of the cluster."""
        line = [sys.executable, "-m", f"distributed.cli.{module}", "--scheduler-file", str(self.file), "--no-dashboard", *args]
        self.processes.append(subprocess.Popen(line, env=self.env, stdout=self.log, stderr=self.log))
        return self.processes[-1]

    def worker(self) -> subprocess.Popen[bytes]:
        """One more worker."""
        return self.start("dask_worker", "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")

    def client(self, *args: str) -> subprocess.Popen[bytes]:
        """`papermine ingest … --scheduler`."""
        return subprocess.Popen([sys.executable, "-m", "papermine", "ingest", *args, "--engine", "dask", "--scheduler", self.address],
                                stdout=self.log, stderr=self.log)

    def close(self) -> None:
        """End all of it."""
        for process in reversed(self.processes):
            process.kill()
            process.wait()
        self.log.close()


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    one = Cluster(folder)
    try:
        yield one
    finally:
        one.close()


def until(true: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def stored(db: Path) -> dict[str, list[str]]:
    """All rows of all base tables; when a row was read, and how long it took, aside."""
    names = [t for (t,) in rows(db, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'stored' AND table_name <> 'meta' ORDER BY 1")]
    assert len(names) > 30
    return {t: sorted(map(str, rows(db, f"SELECT * {'EXCLUDE (seconds)' if t == 'packs' else ''} FROM stored.{t}"))) for t in names}
