"""How fast `papermine serve` is: search, pages and page pictures under twenty clients, memory over many requests, ingest meanwhile.

    python corpus/build.py --packs 24 --seed 7 --out varied && papermine ingest varied --db varied.duckdb
    python benchmarks/serve.py varied.duckdb --pages 20000 100000 --pack PACK.pdf --out benchmarks/serve.md

Each large database is made of the small one: the stored rows of its packs, copied under fresh pack ids with other councils, days
and a word of their own in each text, then resolved and linked again. Each copied pack's file is a link to the PDF it comes from.
Latencies are measured at the client; CPU is that of the server and its workers.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import httpx
import psutil

from papermine.records import KINDS
from papermine.store import open_writer, query, recompute

WORDS = ("budget", "library", "housing", "parking", "school", "travel survey", '"leisure centre"', "hous*", "cemeteries", "adoption", "carers",
         "tender", "approved", "planning policy", "bus shelter", "youth hub", "swimming", "allotments", "council tax",
         "capital programme", "minutes", "grant")


def multiply(small: str, large: str, pages: int) -> tuple[int, int]:
    """Make ``large`` out of ``small``. Returns packs and pages."""
    shutil.copy(small, large)
    links = Path(large).with_suffix(".files")
    links.mkdir(exist_ok=True)
    con = duckdb.connect(large)
    packs = con.execute("SELECT p.pack_id, p.page_count, any_value(f.path) FROM stored.packs p JOIN stored.files f USING (pack_id) "
                        "GROUP BY ALL").fetchall()
    copies = -(-pages // sum(n for _, n, _ in packs))
    tables = [k.table for k in KINDS if k.table != "files"] + ["evidence"]
    con.execute("CREATE TEMP TABLE copies (old VARCHAR, new VARCHAR, k INTEGER)")
    rows = [(p, hashlib.sha256(f"{p}{k}".encode()).hexdigest()[:16], k) for p, _, _ in packs for k in range(1, copies)]
    con.executemany("INSERT INTO copies VALUES (?, ?, ?)", rows)
    con.execute("BEGIN")
    for table in tables:
        columns = con.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'stored' AND table_name = ? "
                              "ORDER BY column_index", [table]).fetchall()
        con.execute(f"INSERT INTO stored.{table} SELECT {', '.join(_altered(table, n, t) for n, t in columns)} FROM stored.{table} t "
                    "JOIN copies c ON c.old = t.pack_id ORDER BY c.k, t.pack_id")
    for old, new, _ in rows:
        source = next(path for p, _, path in packs if p == old)
        path = links / f"{new}.pdf"
        if not path.exists():
            os.link(source, path)
        at = path.stat()
        con.execute("INSERT INTO stored.files (path, pack_id, file_name, size, modified_ns) VALUES (?, ?, ?, ?, ?)",
                    [str(path), new, path.name, at.st_size, at.st_mtime_ns])
    con.execute("COMMIT")
    con.close()
    recompute(large)
    return query(large, "SELECT count(*), sum(page_count)::BIGINT FROM packs").rows[0]  # type: ignore[return-value]


def _altered(table: str, name: str, kind: str) -> str:
    """A column of a copied row."""
    if name in ("file_name", "sha256"):
        return "c.new || '.pdf'" if name == "file_name" else "c.new || substr(t.sha256, 17)"
    if table == "pack_meetings" and name == "council":
        return "t.council || ' ' || (c.k % 25)"
    if table == "pack_meetings" and name == "meeting_date":
        return "t.meeting_date - INTERVAL (c.k * 7) DAY"
    if kind == "VARCHAR" and (name.endswith("_id") or name in ("about", "amends")):
        return f"replace(t.{name}, c.old, c.new)"
    if name == "text" and table in ("resolutions", "pages", "recommendations"):
        return "t.text || ' Reference w' || c.k || substr(c.new, 1, 3)"
    return f't."{name}"'


class Server:
    """`papermine serve` as a user starts it."""

    def __init__(self, db: str, *more: str) -> None:
        self.began = time.perf_counter()
        command = [sys.executable, "-m", "papermine", "serve", "--db", db, "--port", "0", *more]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if found := re.search(r"http://\S+", line):
                self.url = found[0]
                break
        self.seconds = 0.0

    def ready(self) -> None:
        """Wait until the papers are indexed, and gone through for what is masked."""
        for address in ("api/search?q=warm", "api/decisions", "api/people"):
            while not self._current(address):
                time.sleep(0.2)
        self.seconds = time.perf_counter() - self.began

    def _current(self, address: str) -> bool:
        """It answers there, from an index of today."""
        answer = httpx.get(self.url + address, timeout=60)
        return answer.status_code != 503 and bool(answer.json().get("current", True))

    def tree(self) -> list[psutil.Process]:
        """The server and its workers."""
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]

    def memory(self) -> int:
        """Bytes of private memory of the server process."""
        return int(psutil.Process(self.process.pid).memory_full_info().uss)

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        return sum(sum(p.cpu_times()[:2]) for p in self.tree())

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)


async def load(server: Server, addresses: list[str], clients: int, think: float) -> tuple[list[float], float, list[int]]:
    """Each client asks its share one after the other, resting ``think`` seconds (on average) between. Latencies, CPU ms a request, bad statuses."""
    times: list[float] = []
    bad: list[int] = []
    queue = list(addresses)
    cpu = server.cpu()

    async def client(n: int) -> None:
        rnd = random.Random(n)
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as web:
            await asyncio.sleep(rnd.random() * think)
            while queue:
                address = queue.pop()
                began = time.perf_counter()
                answer = await web.get(address)
                times.append(time.perf_counter() - began)
                if answer.status_code != 200:
                    bad.append(answer.status_code)
                if think:
                    await asyncio.sleep(rnd.uniform(0.5, 1.5) * think)

    await asyncio.gather(*(client(n) for n in range(clients)))
    return times, 1000 * (server.cpu() - cpu) / max(len(addresses), 1), bad


def line(what: str, times: list[float], cpu: float, bad: list[int]) -> str:
    """A row of the report."""
    ordered = sorted(times)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    wrong = f"; {len(bad)} not 200: {sorted(set(bad))}" if bad else ""
    return (f"| {what} | {len(times)} | {1000 * statistics.median(times):.0f} | {1000 * p95:.0f} | {1000 * max(times):.0f} | {cpu:.1f} |{wrong}")


def addresses(db: str, rnd: random.Random) -> dict[str, list[str]]:
    """Addresses of each kind, drawn by lot."""
    def some(sql: str, count: int) -> list[Any]:
        rows = query(db, sql).rows
        return [rnd.choice(rows) for _ in range(count)]

    searches = [f"/search?q={rnd.choice(WORDS)} {rnd.choice(WORDS + ('',) * 20)}&kind={rnd.choice(('', '', 'decision', 'item', 'table', 'page'))}"
                f"&page={rnd.randint(1, 3)}".replace('"', "%22") for _ in range(400)]
    pages = [f"/meetings/{m}" for (m,) in some("SELECT meeting_id FROM meetings", 40)]
    pages += [f"/records/{r}" for (r,) in some("SELECT resolution_id FROM resolutions", 40)]
    pages += [f"/items/{i}" for (i,) in some("SELECT item_id FROM agenda_items", 40)]
    pages += [f"/papers/{d}" for (d,) in some("SELECT document_id FROM documents", 30)]
    pages += [f"/tables/{t}" for (t,) in some("SELECT table_id FROM tables", 30)]
    pages += [f"/people/{p}" for (p,) in some("SELECT person_id FROM people", 30)]
    pages += [f"/packs/{p}/pages/{n}" for p, n in some("SELECT pack_id, page FROM pages", 40)]
    lists = ["/", "/decisions", "/items", "/recommendations", "/outcomes", "/meetings", "/papers", "/tables", "/people", "/packs",
             "/coverage", "/issues", "/decisions?page=40", "/items?page=100", "/tables?min_rows=20"]
    lists += [f"/councils/{c}" for (c,) in some("SELECT DISTINCT trim(regexp_replace(lower(council), '[^a-z0-9]+', '-', 'g'), '-') FROM meetings "
                                                "WHERE council IS NOT NULL", 6)]
    # a copied pack's id is not the hash of its file, which has no picture then
    printed = query(db, "SELECT p.pack_id, p.page FROM pages p JOIN packs k USING (pack_id) WHERE starts_with(k.sha256, k.pack_id) "
                        "AND k.file_name NOT LIKE k.pack_id || '%' ORDER BY ALL").rows
    pictures = [f"/packs/{p}/pages/{n}.png" for p, n in rnd.sample(printed, min(100, len(printed)))]
    for found in (searches, pages, lists, pictures):
        rnd.shuffle(found)
    return {"search": searches, "pages": pages, "lists": lists, "pictures": pictures}


def main() -> None:
    """Measure, and write the report."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("small")
    ask.add_argument("--pages", type=int, nargs="+", default=[20_000],
                     help="sizes to measure; the first has the long run of requests and the public server")
    ask.add_argument("--requests", type=int, default=10_000, help="requests of the long run")
    ask.add_argument("--keep", metavar="FOLDER", help="keep the large databases here, or take them from here")
    ask.add_argument("--pack", metavar="PDF", help="ingest this meanwhile")
    ask.add_argument("--out")
    given = ask.parse_args()
    folder = Path(given.keep or tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    out: list[str] = []

    def say(text: str) -> None:
        out.append(text)
        print(text, flush=True)

    for n, pages in enumerate(given.pages):
        large = str(folder / f"{pages}.duckdb")
        if not Path(large).exists():
            multiply(given.small, large, pages)
        with open_writer(large):
            pass  # a database that was kept gets the views of today
        measured(large, say, given.requests if not n else 0, given.pack if not n else None, public=not n)
    if given.out:
        text = Path(__file__).read_text(encoding="utf-8").split('"""')[1].strip()
        Path(given.out).write_text(f"# papermine serve, measured\n\n{text}\n\n" + "\n".join(out) + "\n", encoding="utf-8")


def measured(large: str, say: Callable[[str], None], requests: int, pack: str | None, *, public: bool) -> None:
    """One database: latencies, the long run of ``requests``, the same pages as the public sees them, an ingest meanwhile."""
    packs, pages = query(large, "SELECT count(*), sum(page_count)::BIGINT FROM packs").rows[0]
    server = Server(large)
    server.ready()
    say(f"## {pages:,} pages\n\n{packs:,} packs, database {os.path.getsize(large) / 1e6:.0f} MB, "
        f"index {sum(f.stat().st_size for f in Path(large + '.search').iterdir()) / 1e6:.0f} MB. "
        f"Start, index brought up to date: {server.seconds:.1f} s. "
        f"{os.cpu_count()} cores; load of the machine before: {os.getloadavg()[0]:.1f}.\n")
    say("| what | requests | median ms | p95 ms | slowest ms | CPU ms a request |\n| --- | --- | --- | --- | --- | --- |")
    asked = addresses(large, random.Random(1))
    asyncio.run(load(server, ["/search?q=warm", "/", asked["pictures"][0]], 1, 0))
    say(line("search, one client", *asyncio.run(load(server, asked["search"][:100], 1, 0))))
    say(line("search, 20 clients, each a question every second", *asyncio.run(load(server, asked["search"][100:], 20, 1.0))))
    say(line("pages (meeting, decision, item, paper, table, person, printed page), one client",
             *asyncio.run(load(server, asked["pages"][:100], 1, 0))))
    say(line("the same, 20 clients, each a page every four seconds", *asyncio.run(load(server, asked["pages"][100:], 20, 4.0))))
    say(line("lists, front page and councils, one client", *asyncio.run(load(server, asked["lists"], 1, 0))))
    say(line("the same again (kept while the database stays as it is)", *asyncio.run(load(server, asked["lists"], 1, 0))))
    say(line("page picture, cold, one client", *asyncio.run(load(server, asked["pictures"][1:61], 1, 0))))
    say(line("page picture, cold, 20 clients, each one every five seconds", *asyncio.run(load(server, asked["pictures"][61:], 20, 5.0))))
    mixed = [a for kind in ("search", "search", "pages", "lists") for a in asked[kind]]
    rnd = random.Random(2)
    for share in range(5 if requests else 0):
        many = [rnd.choice(mixed) for _ in range(requests // 5)]
        times, cpu, bad = asyncio.run(load(server, many, 20, 0))
        say(line(f"mixed, 20 clients without rest, {share + 1} of 5 ({server.memory() / 1e6:.0f} MB after it)", times, cpu, bad))
    said = meanwhile(server, large, pack, asked["search"] + asked["pages"]) if pack else ""
    server.stop()
    if public:
        server = Server(large, "--public")
        server.ready()
        asyncio.run(load(server, ["/search?q=warm", "/"], 1, 0))
        hidden = {f"/items/{i}" for (i,) in query(large, "SELECT item_id FROM agenda_items WHERE business_id IN (SELECT business_id "
                                                  "FROM agenda_items WHERE exempt)").rows}  # these are not found, as they should be
        say(line("`--public`: pages, one client", *asyncio.run(load(server, [a for a in asked["pages"] if a not in hidden][:100], 1, 0))))
        say(line("`--public`: lists, front page and councils, one client", *asyncio.run(load(server, asked["lists"], 1, 0))))
        said += f" {after_commit(server, large, pack)}" if pack else ""
        server.stop()
    say(f"\n{said}\n" if said else "")


def after_commit(server: Server, db: str, pack: str) -> str:
    """What the commit of one pack costs a public server: until it has found what is hidden and masked now, and indexed it."""
    cpu = server.cpu()
    subprocess.run([sys.executable, "-m", "papermine", "ingest", pack, "--db", db, "--workers", "1", "--again"], stderr=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, check=False)
    began = time.perf_counter()
    httpx.get(f"{server.url}decisions", timeout=60)
    first = time.perf_counter() - began
    server.ready()
    return (f"`--public` after a commit of one pack: first list {1000 * first:.0f} ms, index up to date after {time.perf_counter() - began:.1f} s, "
            f"{server.cpu() - cpu:.1f} s of CPU.")


def meanwhile(server: Server, db: str, pack: str, asked: list[str]) -> str:
    """Ingest a pack while twenty clients ask; what was ingested shows without a restart."""
    before = query(db, "SELECT count(*) FROM packs").rows[0][0]
    ingest = subprocess.Popen([sys.executable, "-m", "papermine", "ingest", pack, "--db", db, "--workers", "1", "--again"], stderr=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL)
    began = time.perf_counter()
    times: list[float] = []
    bad: list[int] = []
    while ingest.poll() is None and time.perf_counter() - began < 600:
        some, _, wrong = asyncio.run(load(server, random.sample(asked, 60), 20, 1.0))
        times += some
        bad += wrong
    shown = httpx.get(f"{server.url}api/packs", timeout=60).json()["total"]
    return (f"Ingest of {Path(pack).name} meanwhile: exit {ingest.returncode} after {time.perf_counter() - began:.0f} s; {len(times)} requests, "
            f"median {1000 * statistics.median(times):.0f} ms, slowest {1000 * max(times):.0f} ms, {len(bad)} not 200; "
            f"packs shown without a restart: {before} before, {shown} after.")


if __name__ == "__main__":
    main()
