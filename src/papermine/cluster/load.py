"""Parquet folders → one database, as if the files had been read here."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from papermine.cluster.folder import Folder, Manifest, Note
from papermine.store import Batch, commit, link, query
from papermine.store.parquet import renamed
from papermine.store.rows import PackRows

PACKS_AT_ONCE, ROWS_AT_ONCE = 50, 100_000


@dataclass(slots=True)
class Loaded:
    """What a load did: packs put in, packs that were there already, and sentences on what was left out."""

    packs: int = 0
    unchanged: int = 0
    problems: list[str] = field(default_factory=list)


def load(url: str, db: str | os.PathLike[str], on_pack: Callable[[int, int], None] | None = None) -> Loaded:
    """Put all packs of a folder or URL into a database that the same ingest here would have made. What it holds already is skipped.

    ``on_pack`` is called with (done, all). Raises `PapermineError` where the folder holds no packs, or the database cannot be written.
    """
    out = Loaded()
    folder = Folder(url)
    packs = folder.usable(out.problems)
    notes = sorted((n for n in folder.notes().values() if n.pack_id in packs), key=lambda n: n.path)
    by_pack: dict[str, list[Note]] = {}
    for note in notes:
        by_pack.setdefault(note.pack_id, []).append(note)
    commit(db, Batch())
    held = {(p, v, r) for p, v, r in query(db, "SELECT pack_id, papermine_version, rules_version FROM packs").rows}
    batch = Batch()
    for done, (pack_id, paths) in enumerate(by_pack.items(), 1):
        said = packs[pack_id]
        if (pack_id, said.papermine_version, said.rules_version) in held:
            out.unchanged += 1
        else:
            batch.packs.append(_pack(folder, said, paths))
            out.packs += 1
        batch.files += [n.file_row for n in paths]
        if len(batch.packs) >= PACKS_AT_ONCE or batch.size >= ROWS_AT_ONCE:
            commit(db, batch, links=False)
            batch = Batch()
        if on_pack is not None:
            on_pack(done, len(by_pack))
    if batch:
        commit(db, batch, links=False)
    link(db)
    return out


def _pack(folder: Folder, said: Manifest, paths: list[Note]) -> PackRows:
    """Of several copies the first by path names the pack, whichever worker read it first."""
    rows = folder.read(said)
    name = os.path.basename(paths[0].path)
    return rows if rows.pack.file_name == name else renamed(rows, name)


def parquet_of(url: str, problems: list[str]) -> tuple[str, dict[str, list[str]], list[Note], Any]:
    """The folder, the Parquet files of each table, the paths of all packs, and of a URL its fsspec file system, for `papermine sql --data`."""
    folder = Folder(url)
    packs = folder.usable(problems)
    files: dict[str, list[str]] = {}
    for table, path in folder.tables(packs.values()):
        files.setdefault(table, []).append(path)
    notes = [n for n in folder.notes().values() if n.pack_id in packs]
    return folder.tree.base, files, notes, None if folder.tree.local else folder.tree.fs
