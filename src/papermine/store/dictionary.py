"""The data dictionary: every view and column with its sentence; JSON Schemas; the files in ``schemas/``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from papermine.records import KINDS, Evidence, Record
from papermine.store.schema import SCHEMA_VERSION, base_tables, ddl
from papermine.store.views import VIEWS


def views() -> list[dict[str, Any]]:
    """Each public view: name, comment, columns (name, type, comment)."""
    return [{"view": v.name, "comment": v.comment, "columns": [{"name": c.name, "type": c.type, "comment": c.comment} for c in v.columns]}
            for v in sorted(VIEWS, key=lambda v: v.name)]


def as_text() -> Iterator[str]:
    """The data dictionary for a terminal, line by line."""
    for view in views():
        yield view["view"]
        yield f"  {view['comment']}"
        width = max(len(c["name"]) for c in view["columns"])
        kind = max(len(c["type"]) for c in view["columns"])
        for c in view["columns"]:
            yield f"    {c['name']:{width}}  {c['type']:{kind}}  {c['comment']}"
        yield ""


def as_markdown() -> Iterator[str]:
    """The data dictionary as Markdown, line by line."""
    yield "# Data dictionary"
    yield ""
    yield f"Schema version {SCHEMA_VERSION}. These views lie in schema `main`; the base tables behind them lie in schema `stored`:"
    yield ", ".join(f"`{name}`" for name, _, _ in base_tables()) + "."
    for view in views():
        yield ""
        yield f"## {view['view']}"
        yield ""
        yield f"{view['comment']}."
        yield ""
        yield "| column | type | meaning |"
        yield "| --- | --- | --- |"
        for c in view["columns"]:
            comment = c["comment"].replace("|", "\\|")
            yield f"| {c['name']} | {c['type']} | {comment} |"


def as_json() -> str:
    """The data dictionary as JSON."""
    return json.dumps({"schema_version": SCHEMA_VERSION, "views": views()}, ensure_ascii=False, indent=1) + "\n"


def json_schema(kind: type[Record] | type[Evidence]) -> dict[str, Any]:
    """The JSON Schema of one record class, as records are written by `papermine export`."""
    schema = kind.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_files() -> dict[str, str]:
    """name → content of each file in ``schemas/``."""
    out = {f"{kind.table}.schema.json": kind_text(kind) for kind in KINDS}
    out["evidence.schema.json"] = kind_text(Evidence)
    out["papermine.sql"] = ddl()
    out["dictionary.md"] = "\n".join(as_markdown()) + "\n"
    return out


def kind_text(kind: type[Record] | type[Evidence]) -> str:
    """The text of a JSON Schema file."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path) -> list[str]:
    """Write ``schemas/``; files that no record class makes any more go. Returns the names that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    files = schema_files()
    changed = []
    for old in folder.glob("*"):
        if old.is_file() and old.name not in files and old.name.endswith((".schema.json", ".sql", ".md")):
            old.unlink()
            changed.append(old.name)
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return sorted(changed)
