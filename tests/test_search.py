"""Search: what is found, in which order, marked how; and that the index follows the database."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from builders import PackOf, put
from papermine.cli import app
from papermine.search import Found, SearchIndex, Wanted, fresh, names_with, search
from papermine.search.index import Mask, stamp
from papermine.store import forget, query


def library_pack(name: str = "library", **meeting: Any) -> PackOf:
    pack = PackOf(name)
    paper = pack.paper(pack.meeting(**meeting))
    item = pack.item(paper, "Library opening hours", "5")
    pack.resolution(paper, "That the libraries of Old Town open on Sundays", item, lead_in="RESOLVED")
    pack.resolution(paper, "That the mobile library be withdrawn", item, outcome="lost")
    pack.grid(paper, [["Branch", "Visits"], ["Old Town", "1,204"]])
    return pack


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "council.duckdb"
    put(path, library_pack())
    return path


def texts(found: Found) -> list[str]:
    return ["".join(piece for piece, _ in h.snippet) for h in found.hits]


def ask(db: Path, words: str, **more: Any) -> Found:
    return search(fresh(db), Wanted(words, **more))


def test_words_are_found_by_their_stem_and_marked(db: Path) -> None:
    found = ask(db, "library sunday", kind="decision")
    assert texts(found) == ["RESOLVED That the libraries of Old Town open on Sundays"]
    assert [piece for piece, marked in found.hits[0].snippet if marked] == ["libraries", "Sundays"]
    assert [piece for piece, marked in found.hits[0].title if marked] == ["Library"]
    assert found.hits[0].date == "2020-01-22"
    assert (found.hits[0].council, found.hits[0].body, found.hits[0].label, found.hits[0].page) == ("Anytown Council", "Cabinet", "5", 1)


@pytest.mark.parametrize(("words", "count"), [
    ('"old town"', 1), ('"town old"', 0), ("sund*", 1), ("libraries*", 2), ("libr* -mobile", 1), ('library -"old town"', 1), ("OLD-TOWN", 1), ("Zzyzx", 0)])
def test_phrases_parts_and_what_must_not_stand_there(db: Path, words: str, count: int) -> None:
    assert ask(db, words, kind="decision").total == count


def test_counts_stand_under_all_other_filters(db: Path) -> None:
    put(db, library_pack("other", council="Othertown Council", day=dt.date(2023, 5, 2)))
    found = ask(db, "library", kind="decision", council="Othertown Council")
    assert found.total == 2
    assert found.facets["council"] == [("Anytown Council", 2), ("Othertown Council", 2)]
    assert dict(found.facets["kind"]) == {"decision": 2, "item": 1}
    assert found.facets["outcome"] == [("lost", 1), ("resolved", 1)]
    assert found.facets["year"] == [("2023", 2)]
    assert ask(db, "library", kind="decision", outcome="lost", start=20230101, end=20231231).total == 1


def test_a_council_or_body_is_named_by_words_of_it(db: Path) -> None:
    put(db, library_pack("other", council="Othertown Council", body="Cultural Services Committee"))
    index = fresh(db)
    assert names_with(index, "council", "TOWN council") == ("Anytown Council", "Othertown Council")
    assert names_with(index, "body", "services") == ("Cultural Services Committee",)
    assert names_with(index, "council", "elsewhere") == ()
    assert ask(db, "sundays", kind="decision", council=names_with(index, "council", "othertown")).total == 1
    assert ask(db, "sundays", kind="decision", council=names_with(index, "council", "town")).total == 2
    assert ask(db, "sundays", kind="decision", council=()).total == 0
    result = CliRunner().invoke(app, ["search", "sundays", "--council", "other", "--body", "CULTURAL", "--kind", "decision", "--db", str(db)])
    assert [row["council"] for row in csv.DictReader(result.stdout.splitlines())] == ["Othertown Council"]


def test_by_date(db: Path) -> None:
    put(db, library_pack("other", day=dt.date(2023, 5, 2)))
    dates = [h.date for h in ask(db, "sundays", kind="decision", order="newest").hits]
    assert dates == ["2023-05-02", "2020-01-22"]
    assert [h.date for h in ask(db, "sundays", kind="decision", order="oldest").hits] == dates[::-1]


def test_some_of_the_words_where_nothing_has_all(db: Path) -> None:
    found = ask(db, "sundays zzyzx", kind="decision")
    assert (found.total, found.loosened) == (1, True)


def test_one_spelling_of_a_council(db: Path) -> None:
    put(db, library_pack("loud", council="ANYTOWN COUNCIL", body="CABINET", day=dt.date(2021, 1, 1)))
    assert ask(db, "sundays", kind="decision").facets["council"] == [("Anytown Council", 2)]
    assert ask(db, "sundays", kind="decision").facets["body"] == [("Cabinet", 2)]


def test_a_table_is_found_by_its_cells_and_a_page_by_its_words(db: Path) -> None:
    assert [h.kind for h in ask(db, "1,204").hits] == ["table"]
    assert [h.kind for h in ask(db, "words of page one").hits] == ["page"]


def test_the_index_follows_the_database(db: Path) -> None:
    index = fresh(db)
    assert search(index, Wanted("sundays", kind="decision")).total == 1
    put(db, library_pack("other"))
    assert index.stale()
    assert index.update()
    assert not index.stale()
    assert search(index, Wanted("mobile", kind="decision")).total == 2
    assert index.generation == query(db, "SELECT generation FROM meta").rows[0][0]
    gone = [p for (p,) in query(db, "SELECT path FROM files WHERE path LIKE '%other%'").rows]
    forget(db, gone)
    index.update()
    assert search(index, Wanted("mobile", kind="decision")).total == 1


def test_an_index_that_says_that_it_is_up_to_date_answers_so(db: Path) -> None:
    """Another thread may ask while an update writes down how far it came: it must not get the answer of before, called current."""
    seen: list[tuple[bool, int]] = []

    class Watched(SearchIndex):
        def _save(self) -> None:
            seen.append((self.stale(), search(self, Wanted("library", kind="decision")).total))
            super()._save()

    Watched(db).update()
    assert seen == [(False, 2)]


def test_only_packs_that_changed_are_indexed_again(db: Path) -> None:
    index = fresh(db)
    put(db, library_pack("other", day=dt.date(2023, 5, 2)))
    told: list[tuple[int, int]] = []
    index.update(lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]


def test_another_process_finds_it_made(db: Path) -> None:
    fresh(db)
    again = SearchIndex(db)
    assert not again.stale()
    assert search(again, Wanted("sundays", kind="decision")).total == 1


@pytest.mark.parametrize("state", ["", "{}", '{"layout": 0}', "[1"])
def test_half_an_index_is_made_anew(db: Path, state: str) -> None:
    folder = fresh(db).folder
    assert folder is not None
    (folder / "state.json").write_text(state, encoding="utf-8")
    assert ask(db, "sundays", kind="decision").total == 1


def test_where_no_folder_can_be_made_the_index_lives_in_memory(db: Path) -> None:
    db.with_name(db.name + ".search").write_text("a file stands in the way")
    index = fresh(db)
    assert index.folder is None
    assert search(index, Wanted("sundays", kind="decision")).total == 1


def test_the_public_index_holds_what_the_mask_leaves(db: Path) -> None:
    def mask(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**entry, "text": entry["text"].replace("Sundays", "[masked]")} for entry in entries if entry["kind"] != "page"]

    index = SearchIndex(db, mask=Mask(mask, lambda pack: "", "rules"))
    index.update()
    assert search(index, Wanted("sundays")).total == 0
    assert search(index, Wanted('"words of page one"')).total == 0
    assert ask(db, "sundays", kind="decision").total == 1


def test_the_stamp_tells_a_commit(db: Path) -> None:
    before = stamp(db)
    assert stamp(db) == before
    put(db, library_pack("other"))
    assert stamp(db) != before


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    path = tmp_path_factory.mktemp("index") / "council.duckdb"
    put(path, library_pack())
    return fresh(path)


@settings(max_examples=150, deadline=None)
@given(words=st.text(st.one_of(st.characters(), st.sampled_from('"*-+:()[]^~\\ /AND OR')), max_size=60), offset=st.integers(-5, 10**12))
def test_no_input_is_an_error(index: SearchIndex, words: str, offset: int) -> None:
    found = search(index, Wanted(words, offset=max(offset, 0)))
    assert found.total >= len(found.hits)


run = CliRunner().invoke


def test_search_on_the_command_line(db: Path) -> None:
    done = run(app, ["search", "sundays", "--kind", "decision", "--db", str(db), "--format", "json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)[0]["text"] == "RESOLVED That the libraries of Old Town open on Sundays"
    done = run(app, ["search", "library", "--outcome", "lost", "--db", str(db), "-f", "csv"])
    assert [row["record_id"] for row in csv.DictReader(done.stdout.splitlines())] == [f"{library_pack().id}:resolution:1.2"]
    done = run(app, ["search", "library", "--from", "2021", "--db", str(db)])
    assert (done.exit_code, "nothing" in done.stderr, "fits these filters" in done.stderr) == (0, True, True)
    assert run(app, ["search", "x", "--db", str(db.with_name("none.duckdb"))]).exit_code == 1
