"""The web page without a browser: every link leads somewhere, every list can be taken away, every record links to its printed page."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from builders import PackOf, put
from papermine.ingest import Options, ingest
from papermine.questions import questions
from papermine.records import KINDS, Attendance, Declaration
from papermine.serve import make_app
from papermine.serve.browse import matters_of, packs_of
from papermine.serve.charts import chart_of
from papermine.serve.lists import LISTS
from papermine.serve.site import Site
from papermine.store import JOINED, forget, narrowed, open_reader, open_writer, pack_view, query
from papermine.store.runs import Runs
from papermine.store.slices import WITHIN
from test_search import library_pack

CORPUS = Path(__file__).parent.parent / "corpus"
PACKS = ("harrowdale-cc--2024-11-14-county-council-printed-minutes.pdf", "wexmere--2024-02-21-scrutiny-pack.pdf")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "council.duckdb"
    ingest([str(CORPUS / name) for name in PACKS], str(path), Options(workers=0))
    return path


@pytest.fixture(scope="module")
def web(db: Path) -> Iterator[TestClient]:
    with TestClient(make_app(str(db))) as client:
        yield client


def one(db: Path, sql: str, *args: Any) -> Any:
    return query(db, sql, args).rows[0][0]


def links(text: str) -> list[str]:
    return [html.unescape(h) for h in re.findall(r'(?:href|src)="(/[^"#]*)', text)]


def test_decisions_are_counted_as_they_are_listed(tmp_path: Path) -> None:
    """What was lost, and the second printing of what was decided, are resolutions but no decisions of their own."""
    put(tmp_path / "a.duckdb", library_pack(), library_pack("copy"))
    with TestClient(make_app(str(tmp_path / "a.duckdb"))) as web:
        meeting = one(tmp_path / "a.duckdb", "SELECT meeting_id FROM meetings")
        listed = re.search(r"(\d+) in all", web.get("/decisions").text)
        assert listed is not None
        assert (listed[1], one(tmp_path / "a.duckdb", "SELECT count(*) FROM resolutions")) == ("1", 4)
        assert "1 decision, 1 meeting" in web.get("/").text
        assert "2 papers, 1 decision" in web.get("/councils/anytown-council").text
        assert meeting in web.get("/councils/anytown-council").text


def test_a_page_is_no_figure_of_a_chart() -> None:
    assert chart_of(["body", "page"], [("Cabinet", 4), ("Council", 12)], "Answer") is None
    drawn = chart_of(["page", "body", "votes_for"], [(4, "Cabinet", 5), (12, "Council", 7)], "Answer")
    assert drawn is not None
    assert [word in drawn for word in ("votes_for", "Cabinet", "page")] == [True, True, False]


def test_every_link_leads_somewhere(web: TestClient) -> None:
    seen, todo = {"/"}, deque(["/"])
    taken: dict[str, int] = {}
    while todo:
        address = todo.popleft()
        family = re.sub(r"/\d+", "/N", re.sub(r"meeting:\w+|[0-9a-f]{16}[^/?]*", "ID", address.split("?")[0]))
        taken[family] = taken.get(family, 0) + 1
        if taken[family] > 2:
            continue
        answer = web.get(address)
        assert answer.status_code == 200, address
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        if answer.headers["content-type"].startswith("text/html"):
            assert re.search(r"<h1>.+</h1>", answer.text, re.S), address
            assert not re.search(r'(?:href|src)="(?!/|#|https?://)', answer.text), address
            todo += [x for x in links(answer.text) if x not in seen]
            seen |= set(links(answer.text))
    assert {"/packs/ID/pages/N", "/packs/ID/pages/N.png", "/packs/ID/file.pdf", "/meetings/ID", "/items/ID", "/records/ID", "/tables/ID",
            "/papers/ID", "/sql", "/search", "/api"} <= set(taken)


def test_a_decision_shows_its_vote_and_its_printed_page(web: TestClient, db: Path) -> None:
    key = one(db, "SELECT resolution_id FROM resolutions WHERE votes_for = 41 LIMIT 1")
    text = web.get(f"/records/{key}").text
    assert "41 for" in text
    assert "Names as printed" in text
    page = next(x for x in links(text) if "/pages/" in x and "record=" in x)
    text = web.get(page).text
    assert text.count('class="place"') >= 1
    assert text.count('class="word"') > 3
    picture = web.get(next(x for x in links(text) if x.endswith(".png")) if any(x.endswith(".png") for x in links(text)) else page.split("?")[0] + ".png")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_person_has_lost_motions_and_declarations_too(tmp_path: Path) -> None:
    made = PackOf("a")
    paper = made.paper(made.meeting())
    for record in (
            Attendance(attendance_id=made.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, name="Rob Hart",
                       name_printed="Councillor Rob Hart", status="present"),
            Declaration(declaration_id=made.ids("declaration", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                        name="Rob Hart", kind="pecuniary", text="Councillor Hart declared an interest in the levy.", page=1)):
        made.add(record)
    made.motion(paper, "That the levy be nothing", mover="Rob Hart", outcome="lost")
    made.resolution(paper, "That the levy be £550", mover="Rob Hart", outcome="carried")
    put(tmp_path / "a.duckdb", made)
    with TestClient(make_app(str(tmp_path / "a.duckdb"))) as web:
        shown = web.get("/people/" + query(tmp_path / "a.duckdb", "SELECT person_id FROM people").rows[0][0]).text
        assert all(words in shown for words in ("That the levy be nothing", "lost, Cabinet", "That the levy be £550", "declared an interest in the levy"))
        assert [web.get(href).status_code for href in links(shown) if href.startswith("/records/")] == [200] * 3
        for name in ("attendance", "declarations"):
            (row,) = web.get(f"/api/{name}?person={query(tmp_path / 'a.duckdb', 'SELECT person_id FROM people').rows[0][0]}").json()["rows"]
            assert web.get(f"/{name}?format=json").json() == [row]
            assert (row["name"], row["body"]) == ("Rob Hart", "Cabinet")


def test_a_table_says_what_its_printed_totals_say(web: TestClient, db: Path) -> None:
    said = dict(query(db, "SELECT checked, any_value(table_id) FROM tables GROUP BY checked").rows)
    assert "agree" in said
    assert "Totals: agree" in web.get(f"/tables/{said['agree']}").text
    assert "Totals:" not in web.get(f"/tables/{said[None]}").text


def test_the_sql_page_offers_every_question_of_the_docs(web: TestClient) -> None:
    offered = [x for x in links(web.get("/sql").text) if x.startswith("/sql?q=")]
    assert len(offered) >= len(questions()) == 20
    for address in offered[:20]:
        assert web.get(address).status_code == 200, address


def test_words_of_the_question_are_highlighted_on_the_page(web: TestClient) -> None:
    hit = web.get("/api/search", params={"q": "swimming pools", "kind": "page"}).json()["rows"][0]
    text = web.get(f"/packs/{hit['pack_id']}/pages/{hit['page']}", params={"q": "swimming pools"}).text
    assert text.count('class="found"') >= 2


def test_the_pdf_itself(web: TestClient, db: Path) -> None:
    pack = one(db, "SELECT pack_id FROM packs ORDER BY file_name LIMIT 1")
    answer = web.get(f"/packs/{pack}/file.pdf")
    assert answer.content[:5] == b"%PDF-"
    assert answer.headers["content-disposition"].startswith("inline")
    assert f"/packs/{pack}/file.pdf#page=2" in web.get(f"/packs/{pack}/pages/2").text


@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_a_page_a_download_and_an_api(web: TestClient, name: str) -> None:
    said = web.get(f"/api/{name}", params={"per_page": 500}).json()
    assert said["total"] == len(said["rows"])
    assert web.get(f"/{name}").status_code == 200
    rows = web.get(f"/{name}", params={"format": "json"}).json()
    assert rows == said["rows"]
    table = list(csv.DictReader(io.StringIO(web.get(f"/{name}", params={"format": "csv"}).content.decode("utf-8-sig"))))
    assert len(table) == said["total"]
    sheet = openpyxl.load_workbook(io.BytesIO(web.get(f"/{name}", params={"format": "xlsx"}).content)).active
    assert sheet is not None
    assert sheet.max_row == said["total"] + 1


def test_lists_are_filtered_and_paged(web: TestClient, db: Path) -> None:
    said = web.get("/api/decisions", params={"from": "2024-11", "to": "2024-11-30", "per_page": 5}).json()
    assert said["total"] == one(db, "SELECT count(*) FROM decisions WHERE meeting_date = '2024-11-14'")
    assert len(said["rows"]) == 5
    second = web.get(said["next"]).json()
    assert second["page"] == 2
    assert not {r["resolution_id"] for r in said["rows"]} & {r["resolution_id"] for r in second["rows"]}
    assert web.get("/decisions", params={"council": "harrowdale-county-council"}).text.count("<tr>") > 5
    assert "take them away" in web.get("/decisions", params={"council": "nowhere"}).text


@pytest.mark.parametrize(("name", "given"), [
    *(("decisions", given) for given in ("outcome=carried", "outcome=resolved", "mover=a&from=2023", "from=2024&to=2025-01", "council=harrowdale-county-council")),
    ("votes", "option=abstain"), ("votes", "person={voter}"), ("attendance", "person={voter}"), ("attendance", "status=apologies")])
def test_a_page_of_a_list_is_cut_out_of_the_whole_list(web: TestClient, db: Path, name: str, given: str) -> None:
    """A page is chosen by ids first, a download is not."""
    given = given.format(voter=one(db, "SELECT person_id FROM division_votes JOIN people USING (person_id) JOIN attendance USING (person_id) ORDER BY ALL LIMIT 1"))
    whole = web.get(f"/{name}?format=json&{given}").json()
    assert whole
    for page, rows in ((1, whole[:3]), (2, whole[3:6])):
        answer = web.get(f"/api/{name}?per_page=3&page={page}&{given}").json()
        assert (answer["rows"], answer["total"]) == (rows, len(whole))
    assert web.get(f"/api/{name}?page=9999&{given}").json()["total"] == len(whole)


def test_each_vote_names_what_was_voted_on(web: TestClient, db: Path) -> None:
    votes = web.get("/votes?format=json").json()
    assert {(v["division_vote_id"], v["person_name"], v["option"]) for v in votes} == set(query(db, "SELECT division_vote_id, person_name, option FROM division_votes").rows)
    on = dict(query(db, "SELECT division_id, arg_min(text, ordinal) FROM resolutions WHERE division_id IS NOT NULL GROUP BY ALL").rows)
    assert {v["text"] for v in votes if v["division_id"] in on} == {on[v["division_id"]] for v in votes if v["division_id"] in on}
    first = next(v for v in votes[:50] if v["person_id"])
    shown = web.get("/votes").text
    assert f'<a href="/people/{first["person_id"].replace(":", "%3A")}">{first["person_name"]}</a>' in shown
    assert f'<a href="/records/{first["resolution_id"]}">' in shown


def test_the_matters_of_one_meeting_are_those_of_the_view(db: Path) -> None:
    meetings = [row[0] for row in query(db, "SELECT DISTINCT meeting_id FROM business WHERE meeting_id IS NOT NULL").rows]
    assert len(meetings) > 2
    site = Site(str(db))
    with site.read() as reader:
        for meeting in meetings:
            rows = matters_of([row for row in reader.of("agenda_items", packs_of(reader, [meeting])) if row["meeting_id"] == meeting])
            assert all((row.pop("pack_id") is None) == (row["first_page"] is None) for row in rows)
            whole = query(db, f"SELECT {', '.join(rows[0])} FROM business WHERE meeting_id = ? ORDER BY business_id", [meeting])
            assert [tuple(row.values()) for row in sorted(rows, key=lambda row: str(row["business_id"]))] == whole.rows
    site.close()


def test_the_business_of_a_meeting_comes_as_its_agenda_has_it(tmp_path: Path) -> None:
    """The papers of item 2 stand on the first pages of a file of their own, whose agenda has no more of them."""
    agenda, supplement = PackOf("agenda"), PackOf("supplement")
    printed = agenda.paper(agenda.meeting(), kind="agenda")
    for number, title, first in (("1", "Minutes", 5), ("2", "Questions", None), ("10", "Budget", 30)):
        agenda.item(printed, title, number, source="agenda", first_page=first, last_page=first)
    apart = supplement.paper(supplement.meeting(), kind="agenda")
    supplement.item(apart, "Questions", "2", source="agenda", first_page=2, last_page=4)
    supplement.item(apart, "Late report", "9", source="agenda", first_page=6, last_page=6)
    db = tmp_path / "council.duckdb"
    put(db, agenda, supplement)
    (meeting,) = query(db, "SELECT meeting_id FROM meetings").rows[0]
    with TestClient(make_app(str(db))) as web:
        text = web.get(f"/meetings/{meeting}").text
    assert re.findall(r'<h3><span class="number">(\d+)</span>', text) == ["1", "2", "9", "10"]
    assert f'<a href="/packs/{supplement.id}/pages/2">pages 2 to 4</a> of supplement.pdf' in text
    assert f'<a href="/packs/{agenda.id}/pages/30">page 30</a> of agenda.pdf' in text


@pytest.mark.parametrize("view", sorted(JOINED))
def test_rows_that_a_page_joins_are_those_of_the_view(db: Path, view: str) -> None:
    packs = [row[0] for row in query(db, "SELECT pack_id FROM packs ORDER BY 1").rows]
    site = Site(str(db))
    site._find_runs()
    with site.read() as reader:
        for some in (packs[:1], packs[1:], packs):
            whole = query(db, f"SELECT * FROM {view} WHERE pack_id IN (SELECT unnest($packs)) ORDER BY ALL", {"packs": some})
            rows = reader.of(view, some)
            assert [list(row) for row in rows[:1]] == [whole.names][:len(rows)]
            assert sorted((tuple(row.values()) for row in rows), key=repr) == sorted(whole.rows, key=repr)
            if "ordinal" in whole.names:
                assert [(r["pack_id"], r["ordinal"]) for r in rows] == sorted((r["pack_id"], r["ordinal"]) for r in rows)
        assert reader.of(view, ["x' OR '1'='1"]) == []
    site.close()


def test_places_that_a_page_joins_are_those_of_the_view(db: Path, tmp_path: Path) -> None:
    """Corrected fields too: one of a record, and one of another that was corrected whole."""
    copy = tmp_path / "copy.duckdb"
    shutil.copy(db, copy)
    with open_writer(copy) as con:
        con.execute("INSERT INTO stored.corrected_fields (record_id, field, pack_id, correction_id) "
                    "SELECT DISTINCT ON (kind) record_id, coalesce(field, 'text'), pack_id, 1 FROM stored.evidence ORDER BY kind, field")
    site = Site(str(copy))
    with site.read() as reader:
        for (pack,) in query(copy, "SELECT pack_id FROM packs").rows:
            whole = query(copy, "SELECT * FROM evidence WHERE pack_id = ? AND kind NOT IN ('table_cells', 'printed_cells') "
                                "ORDER BY record_id, ordinal", [pack])
            assert [tuple(row.values()) for row in reader.places(pack, "true", {})] == whole.rows
            assert "corrected" in {row["basis"] for row in reader.places(pack, "true", {})}
    site.close()


@pytest.mark.parametrize("view", sorted(WITHIN - {"files", "pack_sources", "record_evidence"}))
def test_a_view_narrowed_to_packs_has_their_rows_of_the_view(db: Path, view: str) -> None:
    """Pages ask for a few packs' rows: what they get must be what the whole view says of these packs."""
    packs = [row[0] for row in query(db, "SELECT pack_id FROM packs ORDER BY 1").rows]
    with open_reader(db) as con:
        runs = Runs(con)
    for some in (packs[:1], packs[1:], packs):
        whole = query(db, f"SELECT * FROM {view} WHERE pack_id IN (SELECT unnest($packs)) ORDER BY ALL", {"packs": some})
        for known in (None, runs):
            assert query(db, narrowed(f"SELECT * FROM ({pack_view(view)}) ORDER BY ALL", some, known)) == whole
    for none in ([], ["x' OR '1'='1"]):
        assert query(db, narrowed(f"SELECT * FROM ({pack_view(view)})", none, runs)).rows == []


def test_evidence_of_records_is_that_of_the_view_without_cells(db: Path) -> None:
    whole = query(db, "SELECT * FROM evidence WHERE kind NOT IN ('table_cells', 'printed_cells') ORDER BY ALL")
    packs = [row[0] for row in query(db, "SELECT pack_id FROM packs").rows]
    assert query(db, narrowed(f"SELECT * FROM ({pack_view('record_evidence')}) ORDER BY ALL", packs)) == whole
    assert len(whole.rows) > 100


def test_runs_of_rows_are_those_of_the_file_as_it_is(tmp_path: Path) -> None:
    """After each kind of commit, and where another file takes the place of the first."""
    db = tmp_path / "council.duckdb"
    site = Site(str(db))
    one, two, three = library_pack(), library_pack("two", council="Othertown"), library_pack("three", council="Thirdtown")

    def texts() -> dict[str, list[str]]:
        with site.read() as reader:
            assert reader._runs is not None
            return {p.id: [r["text"] for r in reader.rows("SELECT text FROM {resolutions} ORDER BY ordinal", {"packs": [p.id]})]
                    for p in (one, two, three)}

    def follows(*there: PackOf) -> None:
        with site.read() as reader:  # until they are looked for again, nobody goes by those of an earlier state
            assert reader._runs is None
            assert all(reader.rows("FROM {resolutions}", {"packs": [p.id]}) for p in there)
        site._find_runs()
        assert {p for p, found in texts().items() if found} == {p.id for p in there}

    try:
        put(db, one)
        follows(one)
        put(db, two, three)
        follows(one, two, three)
        put(db, one)
        follows(one, two, three)
        forget(db, [two.file().path])
        follows(one, three)
        other = tmp_path / "other.duckdb"
        put(other, three)
        other.replace(db)
        follows(three)
    finally:
        site.close()


def test_a_view_over_several_meetings_is_not_narrowed() -> None:
    """A matter may stand in any pack of its meeting."""
    with pytest.raises(KeyError):
        pack_view("business")


@pytest.mark.parametrize("query", ["from=yesterday", "page=two", "outcome=odd", "from=2024-13", "format=exe", "to=0000", "from=9999-99-99"])
def test_a_parameter_that_cannot_be_understood(web: TestClient, query: str) -> None:
    assert web.get(f"/decisions?{query}").status_code == 400
    answer = web.get(f"/api/decisions?{query}")
    assert answer.status_code == (200 if "format" in query else 400)
    if "format" not in query:
        assert answer.json()["error"] == "bad-request"


def test_a_table_sorted_and_taken_away(web: TestClient, db: Path) -> None:
    key = one(db, "SELECT table_id FROM tables WHERE table_id IN (SELECT table_id FROM table_columns WHERE type IN ('number', 'money')) "
                  "ORDER BY row_count DESC LIMIT 1")
    told = web.get(f"/tables/{key}?format=json").json()
    n, column = next((n, c) for n, c in enumerate(told["columns"], 1) if c["type"] in ("number", "money"))
    text = web.get(f"/tables/{key}?sort={n}&down=1").text
    assert 'aria-sort="descending"' in text
    cells = re.findall(r"<tr>(?:<td[^>]*>.*?</td>)+</tr>", text, re.S)
    shown = [html.unescape(re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)[n - 1]) for row in cells]
    by_text = dict(zip([r[n - 1] for r in told["rows"][told["header_rows"]:]], column["values"], strict=True))
    values = [by_text[s] for s in shown if by_text.get(s) is not None]
    assert len(values) > 2
    assert values == sorted(values, reverse=True)
    assert web.get(f"/tables/{key}?format=csv").content.decode("utf-8-sig").count("\r\n") == len(told["rows"])
    assert web.get(f"/tables/{key}?format=xlsx").content[:2] == b"PK"


def test_the_api_is_what_its_document_says(web: TestClient, db: Path) -> None:
    document = web.get("/api/openapi.json").json()
    validate(document)
    said = {"/api/search": "?q=libraries", "/api/sql": "?q=SELECT+1+AS+a,+'x'+AS+b"}
    ids = {"/api/tables/{id}": [one(db, "SELECT table_id FROM tables LIMIT 1")],
           "/api/records/{id}": [one(db, f"SELECT {kind.key} FROM {kind.table} LIMIT 1") for kind in KINDS
                                 if kind.table != "files" and query(db, f"SELECT count(*) FROM {kind.table}").rows[0][0]]}
    for path, methods in document["paths"].items():
        schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        for address in [path.replace("{id}", key) for key in ids[path]] if "{" in path else [path + said.get(path, "")]:
            answer = web.get(address)
            assert answer.status_code == 200, address
            told = answer.json()
            Draft202012Validator({**schema, "components": document["components"]}).validate(told)
            rows = schema["properties"].get("rows", {}).get("items", {})
            if "$ref" in rows and told["rows"]:  # nothing is answered that the document does not name
                assert set(told["rows"][0]) == set(document["components"]["schemas"][rows["$ref"].rsplit("/", 1)[1]]["properties"]), path
            if path == "/api/records/{id}":
                assert set(told["record"]) == set(document["components"]["schemas"][told["kind"]]["properties"]), address
    assert web.get("/api/records/nothing:here:1").json()["error"] == "not-found"
    assert web.get("/api/review?per_page=500").json()["rows"] == web.get("/review?format=json").json()
    for name, many in (("meeting", "meetings"), ("person", "people")):
        first = web.get(f"/api/{many}?per_page=1").json()["rows"][0]
        assert web.get(f"/api/{many}?{name}={first[f'{name}_id']}").json()["rows"] == [first]
    page = web.get("/api").text
    assert all(f"<code>{name}</code>" in page for name in document["components"]["schemas"]["row_decisions"]["properties"])
    undescribed = [f"{name}.{column}" for name, schema in document["components"]["schemas"].items()
                   for column, of in schema["properties"].items() if "description" not in of]
    assert not undescribed


def test_a_record_in_the_api_has_its_evidence(web: TestClient, db: Path) -> None:
    key = one(db, "SELECT recommendation_id FROM recommendations LIMIT 1")
    told = web.get(f"/api/records/{key}").json()
    assert told["kind"] == "recommendations"
    assert told["evidence"][0]["page"] == told["record"]["page"]
    assert told["evidence"][0]["x0"] > 0


def test_answers_are_kept_until_the_database_changes(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    put(db, library_pack())
    with TestClient(make_app(str(db))) as web:
        first = web.get("/decisions")
        assert "Sundays" in first.text
        again = web.get("/decisions", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        put(db, library_pack("other", council="Othertown Council"))
        later = web.get("/decisions", headers={"If-None-Match": first.headers["etag"]})
        assert later.status_code == 200
        assert "Othertown" in later.text
        end = time.monotonic() + 10
        while (found := web.get("/api/search?q=sundays&kind=decision").json()["found"]) != 2 and time.monotonic() < end:
            time.sleep(0.1)
        assert found == 2


def test_where_the_pdf_is_gone_the_stored_words_stand_in_their_place(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = library_pack()
    put(db, pack)
    with TestClient(make_app(str(db))) as web:
        text = web.get(f"/packs/{pack.id}/pages/1?record={pack.id}:resolution:1.1").text
        assert "no longer where it was read" in text
        assert re.search(r"<text x=\"72.0\"[^>]*>That the libraries of Old Town open on Sundays</text>", text)
        assert 'class="place"' in text
        assert web.get(f"/packs/{pack.id}/pages/1.png").status_code == 404
        assert web.get(f"/packs/{pack.id}/file.pdf").status_code == 404


def test_a_file_that_was_replaced_is_not_shown_as_evidence(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = library_pack()
    other = tmp_path / "library.pdf"
    other.write_bytes((CORPUS / PACKS[0]).read_bytes())
    from papermine.store import Batch, commit, pack_rows
    commit(db, Batch([pack_rows(pack.mined)], [pack.file(path=str(other))]))
    with TestClient(make_app(str(db))) as web:
        assert web.get(f"/packs/{pack.id}/pages/1.png").status_code == 404
        assert web.get(f"/packs/{pack.id}/file.pdf").status_code == 404


def test_search_counts_filters_and_downloads(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    text = web.get("/search?q=council&kind=decision").text
    assert "<mark>" in text
    assert 'aria-current="true"' in text
    rows = list(csv.DictReader(io.StringIO(web.get("/search?q=council&format=csv").content.decode("utf-8-sig"))))
    assert len(rows) == web.get("/api/search?q=council").json()["found"] > 20
    assert "the first" not in text
    monkeypatch.setattr("papermine.serve.browse.MOST", 20)
    assert "the first 20 of" in web.get("/search?q=council&kind=page").text
    assert len(web.get("/search?q=council&kind=page&format=json").json()) == 20
    monkeypatch.setattr("papermine.serve.respond.MOST_ROWS", 10)
    assert "the first 10 of" in web.get("/decisions?from=2020").text
    assert "Try fewer words" in web.get("/search?q=zzyzx").text


def test_the_sql_page(web: TestClient) -> None:
    text = web.get("/sql", params={"q": "SELECT body, count(*) AS n FROM decisions GROUP BY body"}).text
    assert "<svg class=\"chart\"" in text
    assert web.get("/sql", params={"q": "SELECT 1 AS a", "format": "csv"}).content.decode("utf-8-sig") == "a\r\n1\r\n"
    wrong = web.get("/sql", params={"q": "SELECT * FROM decisons"})
    assert wrong.status_code == 400
    assert "Nearest views: decisions" in wrong.text
    told = web.get("/api/sql", params={"q": "SELECT DATE '2024-05-01' AS day, 1.50 AS sum"}).json()
    assert told == {"columns": [{"name": "day", "type": "DATE"}, {"name": "sum", "type": "DECIMAL(3,2)"}], "rows": [["2024-05-01", 1.5]], "more": False}
    assert json.loads(web.get("/api/sql", params={"q": "SELECT range FROM range(5000)"}).text)["more"] is True


def test_meetings_without_date_body_or_council_have_pages(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("bare")
    paper = pack.paper(pack.meeting(body=None, day=None, council=None))
    pack.resolution(paper, "That it be noted")
    put(db, pack)
    with TestClient(make_app(str(db))) as web:
        for address in ("/", "/councils/unknown", "/meetings", "/decisions", f"/records/{pack.id}:resolution:1.1", f"/papers/{paper.document_id}"):
            assert web.get(address).status_code == 200, address


def test_an_empty_database_has_pages(tmp_path: Path) -> None:
    from papermine.store import Batch, commit
    db = tmp_path / "council.duckdb"
    commit(db, Batch())
    with TestClient(make_app(str(db))) as web:
        for address in ("/", "/search?q=x", *(f"/{name}" for name in LISTS), "/review", "/sql?q=SELECT+1"):
            assert web.get(address).status_code == 200, address
