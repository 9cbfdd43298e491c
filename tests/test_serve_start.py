"""`papermine serve --public` of a large collection answers at once, and shows nothing that it has not gone through."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

from builders import PackOf, put

_SERVER = """
import sys, time
from pathlib import Path
from papermine.export.told import ToldPapers
from papermine.serve import run, site

db, gate = sys.argv[1:]
site._PATIENT_WITH = 1
gone_through = ToldPapers.names_in

def waiting(self, *args, **more):
    while not Path(gate).exists():
        time.sleep(0.02)
    return gone_through(self, *args, **more)

ToldPapers.names_in = waiting
run.run(db, "127.0.0.1", 0, public=True, on_ready=lambda url: print(url, flush=True))
"""


def _asks(pack: PackOf) -> PackOf:
    paper = pack.paper(pack.meeting(f"{pack.name} Committee"))
    pack.records[0].text = "Question 1 – Andrew Lynch\nWhy is the pool shut?"  # type: ignore[attr-defined]
    pack.resolution(paper, "That Andrew Lynch be thanked", pack.item(paper, "Pool"))
    pack.division(paper, {"for": ["Ann Hale"]}, votes_for=1)
    return pack


def test_the_public_is_answered_while_the_papers_are_gone_through(tmp_path: Path) -> None:
    db, gate = tmp_path / "council.duckdb", tmp_path / "gate"
    put(db, *(_asks(PackOf(name)) for name in ("Parks", "Roads", "Ways", "Means")))
    left = tmp_path / "council.duckdb.search-public"
    left.mkdir()
    (left / "state.json").write_text('{"layout": 1, "rules": "of yesterday", "packs": {}}')
    with subprocess.Popen([sys.executable, "-c", _SERVER, str(db), str(gate)], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            url = httpx.URL(server.stdout.readline().strip())
            with socket.create_connection((url.host, url.port), 20) as raw:
                raw.sendall(b"no HTTP\r\n\r\n")
                answer = b"".join(iter(lambda: raw.recv(4096), b""))
            assert answer.startswith(b"HTTP/1.1 400 ")
            assert b"\r\nContent-Security-Policy: default-src 'none'" in answer
            with httpx.Client(base_url=url, timeout=120) as web:
                for address in ("/about", "/", "/api/meta"):
                    answer = web.get(address)
                    assert answer.status_code == 200, address
                    assert "Lynch" not in answer.text, address
                    assert ("still being gone through" in answer.text) == (address != "/api/meta"), address
                for address, words in (("/search?q=pool", "still being indexed"), ("/decisions", "still being gone through"), ("/meetings", "still being")):
                    for path in (address, f"/api{address}"):
                        answer = web.get(path)
                        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2"), path
                        assert words in answer.text, path
                        assert "Lynch" not in answer.text, path
                gate.touch()
                end = time.monotonic() + 120
                while web.get("/api/search?q=pool").status_code != 200 and time.monotonic() < end:
                    time.sleep(0.1)
                assert web.get("/api/search?q=pool&kind=decision").json()["found"] == 4
                assert web.get("/api/search?q=lynch").json()["found"] == 0
                for address in ("/decisions", "/meetings", "/"):
                    answer = web.get(address)
                    assert answer.status_code == 200
                    assert "Roads Committee" in answer.text, address
                    assert "still being gone through" not in answer.text, address
                    assert "Lynch" not in answer.text
        finally:
            server.kill()


_BROWSER = """
import sys
from pathlib import Path
import httpx

Path(sys.argv[1]).write_text(f"{httpx.get(sys.argv[2], timeout=60).status_code} {sys.argv[2]}")
"""


def test_the_page_is_opened_in_the_browser_and_answers_one_that_waits_for_it(tmp_path: Path) -> None:
    db, script, seen = tmp_path / "council.duckdb", tmp_path / "browser.py", tmp_path / "seen"
    put(db, PackOf("Parks"))
    script.write_text(_BROWSER)
    with subprocess.Popen([sys.executable, "-m", "papermine", "serve", "--db", str(db), "--port", "0", "--open"], stderr=subprocess.PIPE, text=True,
                          env={**os.environ, "BROWSER": f"{sys.executable} {script} {seen} %s"}) as server:
        try:
            until = time.monotonic() + 60
            while not (seen.exists() and seen.read_text()) and time.monotonic() < until:
                time.sleep(0.1)
            status, url = seen.read_text().split()
        finally:
            server.terminate()
        assert server.stderr is not None
        assert url in server.stderr.read()
    assert status == "200"
