"""What a public server masks stays masked: after each change of the database, on pictures, in filters."""

from __future__ import annotations

import json
from pathlib import Path

from builders import PackOf, put
from papermine.records import Attendance
from papermine.search import Wanted, search
from papermine.serve.site import Site
from papermine.store import forget


def found(site: Site, words: str) -> int:
    site.bring_up()
    return search(site.index, Wanted(words)).total


def minutes_of_the_deal() -> PackOf:
    pack = PackOf("minutes")
    paper = pack.paper(pack.meeting(), pages=(1, 1))
    pack.resolution(paper, "That the secretland be bought", pack.item(paper, "Land deal", "2"))
    return pack


def agenda_of_the_deal() -> PackOf:
    pack = PackOf("agenda")
    paper = pack.paper(pack.meeting(), "agenda", pages=(1, 1))
    pack.item(paper, "Land deal", "2", "agenda", exempt=True)
    return pack


def test_what_another_pack_marks_exempt_leaves_the_index(tmp_path: Path) -> None:
    """An agenda that comes later says that an item of the minutes is exempt: no entry of the minutes is another one by that."""
    db = tmp_path / "council.duckdb"
    put(db, minutes_of_the_deal())
    site = Site(str(db), public=True)
    try:
        before = found(site, "secretland")
        put(db, agenda_of_the_deal())
        marked = found(site, "secretland")
        forget(db, [agenda_of_the_deal().file().path])
        after = found(site, "secretland")
    finally:
        site.close()
    assert before > 0
    assert (marked, after) == (0, before)


def test_who_is_known_as_a_member_no_more_leaves_the_index(tmp_path: Path) -> None:
    """The pack that lists him is forgotten: in the other he is one of the public."""
    db = tmp_path / "council.duckdb"
    asked, listed = PackOf("asked"), PackOf("listed")
    asked.paper(asked.meeting(), "questions", pages=(1, 1))
    asked.records[0].text = "Question 1 - Andrew Lynch"  # type: ignore[attr-defined]
    roll = listed.paper(listed.meeting(body="Council"), pages=(1, 1))
    listed.add(Attendance(attendance_id=listed.ids("attendance", 1), document_id=roll.document_id, name="Andrew Lynch", name_printed="Cllr Andrew Lynch",
                          status="present"))
    put(db, asked, listed)
    site = Site(str(db), public=True)
    try:
        before = found(site, '"question 1 andrew lynch"')
        forget(db, [listed.file().path])
        after = found(site, "lynch")
    finally:
        site.close()
    assert (before, after) == (1, 0)


def test_an_index_that_other_rules_masked_is_made_anew(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    put(db, minutes_of_the_deal())
    kept = tmp_path / "council.duckdb.search-public" / "state.json"
    site = Site(str(db), public=True)
    site.bring_up()
    site.close()
    state = json.loads(kept.read_text())
    assert state["rules"]
    kept.write_text(json.dumps({**state, "rules": "of yesterday"}))
    later = Site(str(db), public=True)
    later.close()
    assert later.index.generation == -1
