"""An empty database: made once, copied after that, and never a broken one."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from papermine.store import fresh, open_reader, query
from papermine.store.schema import comment_statements


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("PAPERMINE_CACHE", str(folder))
    return folder


def kept(cache: Path) -> list[Path]:
    return sorted((cache / "empty").iterdir())


def commented(db: Path) -> int:
    with open_reader(db) as con:
        (count,) = con.execute("SELECT (SELECT count(comment) FROM duckdb_columns() WHERE NOT internal) + (SELECT count(comment) FROM duckdb_tables()) "
                               "+ (SELECT count(comment) FROM duckdb_views() WHERE NOT internal)").fetchone() or (0,)
    return int(count)


def test_the_second_is_a_copy_of_the_first_comments_and_all(tmp_path: Path, cache: Path) -> None:
    fresh.create(tmp_path / "a.duckdb")
    assert len(kept(cache)) == 1
    fresh.create(tmp_path / "b.duckdb")
    assert (tmp_path / "a.duckdb").read_bytes() == (tmp_path / "b.duckdb").read_bytes()
    assert commented(tmp_path / "b.duckdb") == len(comment_statements())
    with duckdb.connect() as con:  # copies do not pass for one file
        con.execute(f"ATTACH '{tmp_path / 'a.duckdb'}' AS a; ATTACH '{tmp_path / 'b.duckdb'}' AS b; DELETE FROM b.stored.meta")
        assert con.execute("SELECT (SELECT count(*) FROM a.stored.meta), (SELECT count(*) FROM b.stored.meta)").fetchall() == [(1, 0)]


@pytest.mark.parametrize("spoil", [
    lambda held: b"", lambda held: held[:20], lambda held: held[:5000], lambda held: held[:9000] + b"x" + held[9001:], lambda held: held + b"x"])
def test_what_is_not_whole_is_made_again(tmp_path: Path, cache: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    fresh.create(tmp_path / "a.duckdb")
    (place,) = kept(cache)
    whole = place.read_bytes()
    place.write_bytes(spoil(whole))
    fresh.create(tmp_path / "b.duckdb")
    assert query(tmp_path / "b.duckdb", "SELECT count(*) FROM packs").rows == [(0,)]
    fresh.create(tmp_path / "c.duckdb")
    assert kept(cache) == [place]
    assert (tmp_path / "c.duckdb").read_bytes() == (tmp_path / "b.duckdb").read_bytes()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    fresh.create(tmp_path / "a.duckdb")
    assert query(tmp_path / "a.duckdb", "SELECT count(*) FROM packs").rows == [(0,)]


def test_another_layout_or_duckdb_takes_no_notice_of_it(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh.create(tmp_path / "a.duckdb")
    monkeypatch.setattr(duckdb, "__version__", "0.0.1")
    fresh.create(tmp_path / "b.duckdb")
    assert len(kept(cache)) == 2
