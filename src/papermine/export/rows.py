"""Rows of an answer as CSV, JSON, JSON Lines, Markdown or Parquet."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import IO, Any

from papermine.export import csv
from papermine.export.harmless import safe


def plain(value: Any) -> Any:
    """A value as JSON has it: dates as ISO text, decimals as numbers without a change of digits."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (dt.date, dt.time, dt.datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return str(value)


def write_json(out: IO[str], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A JSON array, one object a line."""
    out.write("[")
    first = True
    for row in rows:
        out.write("\n" if first else ",\n")
        out.write(json.dumps(dict(zip(names, map(plain, row), strict=True)), ensure_ascii=False))
        first = False
    out.write("]\n" if first else "\n]\n")


def write_jsonl(out: IO[str], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """JSON Lines: one object a line."""
    for row in rows:
        out.write(json.dumps(dict(zip(names, map(plain, row), strict=True)), ensure_ascii=False) + "\n")


def write_md(out: IO[str], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A Markdown table: what a paper prints is text in it, neither HTML nor a control character."""
    def line(values: Iterable[Any]) -> str:
        cells = (re.sub(r"[\\|<]", r"\\\g<0>", safe(csv.cell(v, raw=True))) for v in values)
        return "| " + " | ".join(" ".join(c.split()) for c in cells) + " |\n"
    out.write(line(names))
    out.write("|" + " --- |" * len(names) + "\n")
    for row in rows:
        out.write(line(row))


def write_csv(out: IO[str], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Plain CSV for programs: no byte order mark, cells as they are."""
    csv.write(out, names, rows, raw=True, bom=False)


WRITERS = {"csv": write_csv, "json": write_json, "jsonl": write_jsonl, "md": write_md}
