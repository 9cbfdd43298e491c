"""The generated files in schemas/ are those that the record classes make today."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from papermine.records import KINDS
from papermine.store.dictionary import schema_files, write_schemas
from papermine.store.schema import SCHEMA_VERSION, layout_digest

FOLDER = Path(__file__).parent.parent / "schemas"


def test_schemas_are_fresh() -> None:
    stale = [name for name, text in schema_files().items()
             if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != text]
    left = [p.name for p in FOLDER.iterdir() if p.name not in schema_files()]
    assert (stale, left) == ([], []), "run `papermine schema --write`"


def test_the_layout_has_a_version_of_its_own() -> None:
    """A change of columns needs a new SCHEMA_VERSION: then put its digest here."""
    known = json.loads((Path(__file__).parent / "data" / "layouts.json").read_text())
    assert known.get(str(SCHEMA_VERSION)) == layout_digest(), "the columns have changed: raise SCHEMA_VERSION and add its digest"


def test_the_ddl_makes_the_database() -> None:
    with duckdb.connect() as con:
        con.execute(schema_files()["papermine.sql"])
        assert con.execute("SELECT count(*) FROM decisions").fetchone() == (0,)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.table)
def test_json_schemas_describe_every_field(kind: type) -> None:
    schema = json.loads(schema_files()[f"{kind.table}.schema.json"])  # type: ignore[attr-defined]
    assert schema["type"] == "object"
    assert all(p.get("description") for p in schema["properties"].values())
    assert not {"evidence", "rule", "basis"} & set(schema["properties"])


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "old.schema.json").write_text("{}")
    assert "old.schema.json" in write_schemas(tmp_path)
    assert write_schemas(tmp_path) == []
