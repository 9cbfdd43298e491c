"""What `papermine serve --public` keeps back of rows that carry no pack of their own: meetings and people."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from builders import PackOf, at, put
from papermine.export.pieces import parts
from papermine.export.redact import MASK, Redactor
from papermine.records import Attendance, Declaration, Document, Recommendation
from papermine.serve import make_app
from papermine.store import open_writer, query


def test_the_venue_of_a_meeting_is_masked_as_its_packs_are(tmp_path: Path) -> None:
    """A row of meetings names no pack: the masks are those of all packs that print something of the meeting."""
    db = tmp_path / "council.duckdb"
    pack = PackOf("home")
    pack.paper(pack.meeting(venue="at the home of Andrew Lynch, 12 Mill Lane"))
    pack.records[0].text = "Question 1 – Andrew Lynch\nWhy is the pool shut?"  # type: ignore[attr-defined]
    other = PackOf("elsewhere")
    other.paper(other.meeting("Planning Committee", venue="Lynch Hall, 12 Mill Lane"))
    put(db, pack, other)
    (meeting,) = query(db, "SELECT meeting_id FROM meetings WHERE body = 'Cabinet'").rows[0]
    with TestClient(make_app(str(db), public=True)) as web:
        for address in ("/meetings", "/api/meetings", "/meetings?format=csv", f"/meetings/{meeting}", "/"):
            text = web.get(address).text
            assert "Andrew Lynch" not in text, address
            assert address == "/" or "at the home of [member of the public], [address withheld]" in text, address
        assert "Lynch Hall, 12 Mill Lane" in web.get("/meetings").text
    with TestClient(make_app(str(db))) as web:
        assert "at the home of Andrew Lynch, 12 Mill Lane" in web.get(f"/meetings/{meeting}").text


def _came(pack: PackOf, paper: Document, name: str) -> None:
    pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, name=name,
                        name_printed=f"Councillor {name}", status="present"))


def _named_in_exempt_matter() -> PackOf:
    """Hale comes to the meeting; Ordway only seconds what is exempt, and votes on it."""
    pack = PackOf("exempt")
    paper = pack.paper(pack.meeting(), pages=(1, 1))
    _came(pack, paper, "Ann Hale")
    secret = pack.item(paper, "Land deal", "2", exempt=True)
    moved = pack.motion(paper, "buy it", item_id=secret.item_id, mover="Ann Hale", seconder="Bea Ordway")
    voted = pack.division(paper, {"for": ["Bea Ordway"]}, motion_id=moved.motion_id)
    pack.resolution(paper, "That it be bought", secret, seconder="Bea Ordway", division_id=voted.division_id)
    return pack


def test_who_is_named_in_exempt_matter_alone_is_not_among_the_people(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    put(db, _named_in_exempt_matter())
    ids = {name: key for key, name in query(db, "SELECT person_id, name FROM people").rows}
    with TestClient(make_app(str(db))) as web:
        assert "Ordway" in web.get("/people").text
        assert web.get("/api/search?q=ordway&kind=person").json()["found"] == 1
    with TestClient(make_app(str(db), public=True)) as web:
        assert [row["name"] for row in web.get("/api/people").json()["rows"]] == ["Ann Hale"]
        for address in ("/people", "/people?name=ordway", "/people?format=csv", "/search?q=bea&kind=person", f"/people/{ids['Bea Ordway']}", "/",
                        "/api/people?name=ordway", f"/people/{ids['Ann Hale']}", "/api/openapi.json"):
            assert "Ordway" not in web.get(address).text, address
        assert web.get(f"/people/{ids['Bea Ordway']}").status_code == 404
        assert web.get(f"/people/{ids['Ann Hale']}").status_code == 200
        assert web.get("/api/search?q=ordway").json()["found"] == 0
        assert web.get("/api/search?q=hale&kind=person").json()["found"] == 1


def test_whom_the_papers_tell_to_be_of_the_public_is_not_among_the_people(tmp_path: Path) -> None:
    """He moved something, and is "a local resident": a masked name would still tell itself by its place in the order."""
    db = tmp_path / "council.duckdb"
    pack = PackOf("parish")
    paper = pack.paper(pack.meeting())
    pack.records[0].text = "Andrew Lynch, a local resident, spoke."  # type: ignore[attr-defined]
    _came(pack, paper, "Ann Hale")
    _came(pack, paper, "Zoe Marsh")
    pack.add(Declaration(declaration_id=pack.ids("declaration", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                         name="Andrew Lynch", kind="pecuniary", text="An interest was declared.", page=1))
    pack.resolution(paper, "That the pool open", pack.item(paper, "Pool"), mover="Andrew Lynch", seconder="Zoe Marsh")
    put(db, pack)
    ids = {name: key for key, name in query(db, "SELECT person_id, name FROM people").rows}
    with TestClient(make_app(str(db), public=True)) as web:
        assert [row["name"] for row in web.get("/api/people").json()["rows"]] == ["Ann Hale", "Zoe Marsh"]
        assert web.get("/api/people?name=lynch").json()["total"] == 0
        assert web.get(f"/people/{ids['Andrew Lynch']}").status_code == 404
        assert web.get(f"/api/declarations?person={ids['Andrew Lynch']}").json()["total"] == 0
        assert web.get(f"/api/attendance?person={ids['Ann Hale']}").json()["total"] == 1
        assert web.get("/api/search?q=resident&kind=person").json()["found"] == 0
        assert web.get("/api/search?kind=person&q=hale").json()["found"] == 1
        assert web.get("/api/search?kind=person&q=lynch").json()["found"] == 0
        assert web.get("/api/search?q=public&kind=person").json()["found"] == 0
    with TestClient(make_app(str(db))) as web:
        assert web.get("/api/people?name=lynch").json()["total"] == 1
        assert web.get(f"/api/declarations?person={ids['Andrew Lynch']}").json()["total"] == 1


@pytest.mark.parametrize("rows", [[["No.", "Name", ""], ["1", "Andrew", "Lynch"]], [["Surname", "Forename"], ["Lynch", "Andrew"]],
                                  [["Question of", "Andrew"], ["", "Lynch"]]])
def test_a_name_over_two_cells_of_a_table_is_masked(tmp_path: Path, rows: list[list[str]]) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("questions")
    paper = pack.paper(pack.meeting())
    pack.records[0].text = "Question 1 – Andrew Lynch\nWhy is the pool shut?"  # type: ignore[attr-defined]
    grid = pack.grid(paper, rows)
    near = pack.grid(paper, [["Andrew", "Hale"], ["Councillor", "Lynch"]])
    put(db, pack)
    (cell,), (printed,) = (query(db, f"SELECT {key} FROM {view} WHERE text = 'Lynch' AND table_id = '{grid.table_id}'").rows[0]
                           for key, view in (("cell_id", "table_cells"), ("printed_cell_id", "printed_cells")))
    with TestClient(make_app(str(db), public=True)) as web:
        for address in (f"/tables/{grid.table_id}", f"/tables/{grid.table_id}?format=csv", f"/api/tables/{grid.table_id}",
                        f"/api/search?q={rows[0][0].split()[0].strip('.')}&kind=table"):
            text = web.get(address).text
            assert "Lynch" not in text, address
            assert "Andrew" not in text, address
        assert web.get("/api/search?q=public&kind=table").json()["found"] == 1
        assert web.get(f"/tables/{grid.table_id}").text.count("[member of the public]") >= 2
        for key in (cell, printed):
            assert web.get(f"/api/records/{key}").status_code == 404
            assert "Lynch" not in web.get(f"/records/{key}").text
        text = web.get(f"/tables/{near.table_id}").text
        assert "Andrew" in text
        assert "Lynch" in text
        assert web.get(f"/api/records/{near.table_id}:1.1").status_code == 200


def test_what_became_of_advice_in_exempt_matter_is_not_told(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("advice")
    paper = pack.paper(pack.meeting(), pages=(1, 1))
    heading = pack.item(paper, "Parks", "1")
    secret = pack.item(paper, "Land deal", "2", exempt=True)
    taken = pack.resolution(paper, "That the land be bought", secret)
    advice = pack.add(Recommendation(recommendation_id=pack.ids("recommendation", 1), document_id=paper.document_id, item_id=heading.item_id,
                                     text="Keep the parks", page=1, evidence=at(1, "Keep the parks")))
    put(db, pack)
    with open_writer(db) as con:
        con.execute("DELETE FROM stored.outcome_links")
        con.execute("INSERT INTO stored.outcome_links (scope, recommendation_id, pack_id, outcome, resolution_id) VALUES ('x', ?, ?, 'rejected', ?)",
                    [advice.recommendation_id, pack.id, taken.resolution_id])
    with TestClient(make_app(str(db))) as web:
        assert "rejected" in web.get(f"/items/{heading.item_id}").text
    with TestClient(make_app(str(db), public=True)) as web:
        text = web.get(f"/items/{heading.item_id}").text
        assert "Keep the parks" in text
        assert "rejected" not in text


def test_a_name_is_masked_with_its_surname_first(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("list")
    pack.paper(pack.meeting())
    pack.records[0].text = "Question 1 – Mr Andrew Lynch\nWhy is the pool shut?"  # type: ignore[attr-defined]
    put(db, pack)
    redactor = Redactor(db)
    for text in ("Lynch, Andrew", "LYNCH, Andrew", "LYNCH ANDREW", "Lynch\nAndrew"):
        assert redactor.text(f"1 {text}, of Bath", pack.id) == "1 [member of the public], of Bath", text
    for text in ("Lynch, Andrews", "Lynch", "Lynch and Andrew", "St Lynch; Andrew"):
        assert redactor.text(text, pack.id) == text


def test_two_names_that_share_a_cell_are_both_masked() -> None:
    def spans(text: str) -> list[tuple[int, int]]:
        return [(at, at + len(name)) for name in ("Andrew\nLynch", "Mary\nPoole") if (at := text.find(name)) >= 0]

    found = parts([(1, 1, "Andrew"), (1, 2, "Lynch Mary"), (1, 3, "Poole"), (2, 1, "Lynch")], spans)
    assert found == {(1, 1): MASK, (1, 2): f"{MASK} {MASK}", (1, 3): MASK, (2, 1): MASK}


def test_a_name_over_two_cells_is_masked_in_the_stored_words_of_a_page_that_has_no_picture(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("questions")
    paper = pack.paper(pack.meeting())
    pack.records[0].text = "Question 1 – Andrew Lynch\nWhy is the pool shut?"  # type: ignore[attr-defined]
    pack.grid(paper, [["No.", "Name", ""], ["1", "Andrew", "Lynch"]])
    put(db, pack)
    (key,), = query(db, "SELECT pack_id FROM packs").rows
    with TestClient(make_app(str(db), public=True)) as web:
        answer = web.get(f"/packs/{key}/pages/1")
        assert answer.status_code == 200
        assert "Andrew" not in answer.text
        assert "Lynch" not in answer.text


def test_who_has_no_page_is_named_without_a_link(tmp_path: Path) -> None:
    """He moved something and is told to be of the public: his address would lead nowhere, and tell a guess at his name."""
    db = tmp_path / "council.duckdb"
    pack = PackOf("parish")
    paper = pack.paper(pack.meeting(), pages=(1, 1))
    pack.records[0].text = "Andrew Lynch, a local resident, spoke."  # type: ignore[attr-defined]
    _came(pack, paper, "Zoe Marsh")
    vote = pack.division(paper, {"for": ["Andrew Lynch", "Zoe Marsh"]}, votes_for=2)
    decided = pack.resolution(paper, "That the pool open", pack.item(paper, "Pool"), mover="Andrew Lynch", seconder="Zoe Marsh", division_id=vote.division_id)
    put(db, pack)
    ids = {name: key.split(":")[1] for key, name in query(db, "SELECT person_id, name FROM people").rows}  # an address has the colon in another form
    (meeting,), = query(db, "SELECT meeting_id FROM meetings").rows
    addresses = (f"/records/{decided.resolution_id}", f"/api/records/{decided.resolution_id}", f"/meetings/{meeting}", "/api/decisions")
    for public in (False, True):
        with TestClient(make_app(str(db), public=public)) as web:
            for address in addresses:
                text = web.get(address).text
                assert (ids["Andrew Lynch"] in text) != public, address
                assert ids["Zoe Marsh"] in text, address
