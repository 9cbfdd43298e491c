"""Reading truth and database, and scoring all packs."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from papermine.errors import PapermineError
from papermine.score.kinds import ORDER, Found, score_pack
from papermine.score.tally import Tally
from papermine.store import Connection, open_reader


@dataclass(slots=True)
class Scores:
    """The tallies by kind, the number of packs with truth, and which of them the database lacks."""

    tallies: dict[str, Tally]
    packs: int = 0
    absent: list[str] = field(default_factory=list)

    @property
    def kinds(self) -> dict[str, Tally]:
        """The kinds of which anything was expected or found."""
        return {kind: t for kind, t in self.tallies.items() if t.expected or t.found}

    @property
    def mean_f1(self) -> float:
        """Mean F1 over the kinds of which anything was expected."""
        scored = [t.f1 for t in self.tallies.values() if t.expected]
        return sum(scored) / len(scored) if scored else 0.0


def score(db: str | os.PathLike[str], truth: str | os.PathLike[str], *, text_only: bool = False) -> Scores:
    """Compare a database with a folder of truth files (or one file). Packs are found by their SHA-256.

    ``text_only`` leaves out packs whose pages are images.
    """
    truths = _truths(Path(truth), text_only)
    out = Scores({kind: Tally() for kind in ORDER}, len(truths))
    with open_reader(db) as con:
        packs = dict(con.execute("SELECT sha256, pack_id FROM packs").fetchall())
        for one in truths:
            pack_id = packs.get(one["sha256"])
            if pack_id is None:
                out.absent.append(one["pdf"])
            score_pack(one, Found() if pack_id is None else read_pack(con, pack_id), out.tallies)
    return out


def _truths(path: Path, text_only: bool) -> list[dict[str, Any]]:
    files = sorted(path.glob("**/*.json")) if path.is_dir() else [path]
    out = []
    for file in files:
        try:
            one = json.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise PapermineError(f"the truth file {file} cannot be read ({error.strerror}): check the path") from error
        except ValueError as error:
            raise PapermineError(f"the truth file {file} cannot be read ({error}): it is JSON, as corpus/README.md says") from error
        if isinstance(one, dict) and "complete" in one and not (text_only and one.get("scanned")):
            out.append(one)
    if not out:
        raise PapermineError(f"{path} holds no truth files: name a folder of JSON files with `sha256` and `complete`")
    return out


def _rows(con: Connection, sql: str, pack_id: str) -> list[dict[str, Any]]:
    answer = con.execute(sql, [pack_id])
    names = [d[0] for d in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def read_pack(con: Connection, pack_id: str) -> Found:
    """What the public views hold of one pack."""
    out = Found()
    out.rows["documents"] = _rows(con, "SELECT * FROM documents WHERE pack_id = ? ORDER BY first_page", pack_id)
    inside = "document_id IN (SELECT document_id FROM documents WHERE pack_id = ?)"
    for view in ("agenda_items", "resolutions", "attendance", "reports", "recommendations", "tables"):
        out.rows[view] = _rows(con, f"SELECT * FROM {view} WHERE {inside}", pack_id)
    out.rows["meetings"] = _rows(
        con, "SELECT * FROM meetings WHERE meeting_id IN (SELECT meeting_id FROM documents WHERE pack_id = ?)", pack_id)
    for vote in _rows(con, f"SELECT v.* FROM votes v JOIN resolutions r USING (resolution_id) WHERE r.{inside}", pack_id):
        out.votes.setdefault(vote["resolution_id"], []).append((vote["person_name"], vote["option"]))
    cells: dict[str, dict[tuple[int, int], str]] = {}
    sql = f"SELECT table_id, row_index, column_index, text FROM table_cells WHERE table_id IN (SELECT table_id FROM tables WHERE {inside})"
    for cell in _rows(con, sql, pack_id):
        cells.setdefault(cell["table_id"], {})[cell["row_index"], cell["column_index"]] = cell["text"] or ""
    out.grids = {table: _grid(of) for table, of in cells.items()}
    return out


def _grid(cells: dict[tuple[int, int], str]) -> list[list[str]]:
    rows, columns = [r for r, _ in cells], [c for _, c in cells]
    return [[cells.get((r, c), "") for c in range(min(columns), max(columns) + 1)] for r in range(min(rows), max(rows) + 1)]
