"""Tables of a papermine database as predictions for the ICDAR 2013 scorer.

    papermine ingest ICDAR_FOLDER --db icdar.duckdb
    python benchmarks/icdar.py icdar.duckdb predictions.jsonl
    python SCORER/score.py predictions.jsonl --use cells
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import duckdb


def main(database: str, out: str) -> None:
    """One JSON line for each PDF, a table for each page that prints it, from `printed_cells`."""
    con = duckdb.connect(database, read_only=True)
    rows = con.execute("""
        SELECT p.file_name, t.table_id, c.page, c.row_index, c.column_index, c.row_span, c.column_span, c.text
        FROM packs p JOIN documents d USING (pack_id) JOIN tables t USING (document_id) JOIN printed_cells c USING (table_id)
        ORDER BY ALL""").fetchall()
    docs: dict[str, dict[tuple[str, int], list[list[object]]]] = {
        name: {} for (name,) in con.execute("SELECT file_name FROM packs").fetchall()}
    for name, table, page, row, column, high, wide, text in rows:
        docs[name].setdefault((table, page), []).append([row, column, row + high - 1, column + wide - 1, text])
    with Path(out).open("w", encoding="utf-8") as file:
        for name, tables in sorted(docs.items()):
            cells = [{"page": page, "cells": held} for (_, page), held in tables.items()]
            file.write(json.dumps({"doc": Path(name).stem, "seconds": 0, "tables": cells}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
