"""What a cluster run leaves: ``packs/ID/`` with a Parquet file for each table and ``manifest.json``, and a note for each path in ``files/``.

A pack counts when its manifest is there: that is written last (object stores), or the whole folder gets its name at once (disks).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from papermine import RULES_VERSION, __version__
from papermine.cluster.places import Tree
from papermine.errors import PapermineError
from papermine.ingest.sources import Given
from papermine.ingest.worker import Outcome
from papermine.records import FileRow
from papermine.store.parquet import pack_files, pack_of
from papermine.store.rows import PackRows
from papermine.store.schema import layout_digest

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack's folder says of itself. ``tables``: the names of its Parquet files."""

    pack_id: str
    sha256: str
    status: str
    pages: int
    tables: list[str]
    papermine_version: str
    rules_version: str
    layout: str
    code: str | None = None
    message: str | None = None

    @property
    def current(self) -> bool:
        """Written by this papermine."""
        return (self.papermine_version, self.rules_version, self.layout) == (__version__, RULES_VERSION, layout_digest())


@dataclass(frozen=True, slots=True)
class Note:
    """A path of the run: which pack it held, and what the user said of it."""

    path: str
    pack_id: str
    size: int
    modified_ns: int
    given: Given

    @property
    def file_row(self) -> FileRow:
        """Its row of `files`."""
        from papermine.ingest.sources import file_row
        return file_row(self.path, self.pack_id, self.size, self.modified_ns, self.given)


class Folder:
    """A folder or URL of packs."""

    def __init__(self, url: str) -> None:
        self.tree = Tree(url.rstrip("/"))

    def manifest(self, pack_id: str) -> Manifest | None:
        """What is said of a pack, or None where it is not there, or not whole."""
        data = self.tree.get(f"packs/{pack_id}/{MANIFEST}")
        return None if data is None else _manifest(data)

    def put(self, outcome: Outcome, sha256: str) -> Manifest:
        """Write a pack in place of what was there of it."""
        pack = outcome.rows.pack
        tables = pack_files(outcome.rows)
        files = {f"{name}.parquet": data for name, data in tables.items()}
        said = Manifest(pack.pack_id, sha256, pack.status, pack.page_count or 0, sorted(tables), __version__, RULES_VERSION,
                        layout_digest(), outcome.code, outcome.message)
        files[MANIFEST] = json.dumps(asdict(said), indent=1).encode()
        self.tree.put_folder(f"packs/{pack.pack_id}", files, MANIFEST)
        return said

    def note(self, note: Note) -> None:
        """Write which pack a path held. A later note of the same path takes its place."""
        name = hashlib.sha256(note.path.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        said = {"path": note.path, "pack_id": note.pack_id, "size": note.size, "modified_ns": note.modified_ns, "given": asdict(note.given)}
        self.tree.put(f"files/{name}.json", json.dumps(said, default=str).encode())

    def manifests(self) -> dict[str, Manifest]:
        """All packs that are whole."""
        found = (_manifest(data) for data in self.tree.get_all(f"packs/*/{MANIFEST}").values())
        return {m.pack_id: m for m in found if m is not None}

    def notes(self) -> dict[str, Note]:
        """All paths."""
        found = (_note(data) for data in self.tree.get_all("files/*.json").values())
        return {n.path: n for n in found if n is not None}

    def read(self, said: Manifest) -> PackRows:
        """A pack's rows. Raises `PapermineError` where its files are not what the manifest says."""
        files = {}
        for name in said.tables:
            data = self.tree.get(f"packs/{said.pack_id}/{name}.parquet")
            if data is None:
                raise PapermineError(f"{self.tree.url}/packs/{said.pack_id}/{name}.parquet is missing: "
                                     "remove the pack's folder and run the ingest again")
            files[name] = data
        try:
            return pack_of(files)
        except ValueError as error:
            raise PapermineError(f"{self.tree.url}/packs/{said.pack_id} is damaged ({error}): remove this folder and run the ingest again") from error

    def usable(self, problems: list[str]) -> dict[str, Manifest]:
        """The packs that this papermine can load; of all others there is a sentence in ``problems``."""
        every = self.manifests()
        if not every:
            raise PapermineError(f"{self.tree.url} holds no packs: `papermine ingest PATH --engine dask --out {self.tree.url}` writes them")
        old = [m for m in every.values() if m.layout != layout_digest()]
        if old:
            problems.append(f"{len(old)} packs of {self.tree.url} were written by another papermine ({old[0].papermine_version}), and are left out: "
                            "run the ingest again with this one")
        return {k: m for k, m in every.items() if m.layout == layout_digest()}

    def tables(self, packs: Iterable[Manifest]) -> Iterator[tuple[str, str]]:
        """(table, path or URL of a Parquet file) of these packs."""
        for m in packs:
            for name in m.tables:
                yield name, f"{self.tree.base}/packs/{m.pack_id}/{name}.parquet"


def _manifest(data: bytes) -> Manifest | None:
    try:
        return Manifest(**json.loads(data))
    except (ValueError, TypeError):
        return None  # half a file, or not ours: the pack is read again


def _note(data: bytes) -> Note | None:
    try:
        said: dict[str, Any] = json.loads(data)
        given = said.pop("given")
        day = given.get("date")
        return Note(**said, given=Given(**{**given, "date": dt.date.fromisoformat(day) if day else None}))
    except (ValueError, TypeError, KeyError):
        return None
