"""What a public server masks stays masked: after each change of the database, on pictures, in filters."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from starlette.testclient import TestClient

from builders import PackOf, minutes_pack, put
from papermine.pipeline import read
from papermine.records import Attendance, Evidence, Mention, PageRow
from papermine.search import Wanted, search
from papermine.serve import make_app
from papermine.serve.curtain import PageText
from papermine.serve.evidence import _read_of, hidden_words
from papermine.serve.site import Site
from papermine.store import Batch, commit, forget, pack_rows, query
from scanned import MINUTES, as_pdf, lines, needs_tesseract, picture, printed, spoil


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


def stored_pdf(path: Path, data: bytes, text: str | None = None) -> tuple[Path, str]:
    """A database of one PDF, its first page's text as read (or ``text``), and the pack's id."""
    path.write_bytes(data)
    pack = PackOf(path.stem, sha256=hashlib.sha256(data).hexdigest())
    pack.paper(pack.meeting(), "questions", pages=(1, 1)).title = "Public questions"
    pack.records[0].text = read(path).pages[0].text if text is None else text  # type: ignore[attr-defined]
    db = path.with_suffix(".duckdb")
    commit(db, Batch([pack_rows(pack.mined)], [pack.file(path=str(path)).model_copy(update={"size": len(data)})]))
    return db, pack.id


def seen_words(site: Site, path: Path, key: str) -> list[str]:
    """The words of page 1 that a picture of it would show to the public."""
    hidden = hidden_words(site, str(path), key, 1, PageText(query(site.db, "SELECT text FROM pages").rows[0][0], frozenset()))
    assert hidden is not None
    return [w.text for w in site.painter.words([str(path)], key, 1) if (w.x0, w.top, w.x1, w.bottom) not in hidden]


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Callable[..., list[str]]]:
    """What the public sees of a PDF's first page."""
    sites: list[Site] = []

    def show(data: bytes) -> list[str]:
        db, key = stored_pdf(tmp_path / "q.pdf", data)
        sites.append(Site(str(db), public=True))
        return seen_words(sites[-1], tmp_path / "q.pdf", key)

    yield show
    for site in sites:
        site.close()


QUESTIONS = ("Question 1 - Alan Ramsay", "Why is the pool shut? The reply that was sent to Alan Ram-", "say in March says nothing of the pool, and AL-",
             "AN RAMSAY asks again. It was Alan", "Ramsay who asked.")


def test_a_name_that_a_line_end_cuts_is_painted_over(shown: Callable[..., list[str]]) -> None:
    words = shown(printed(lines(QUESTIONS)))
    assert [w for w in words if w.lower().strip("-.") in ("alan", "ramsay", "ram", "say", "al", "an")] == []
    assert {"Question", "pool,", "who", "asked."} <= set(words)


def test_a_name_that_is_cut_in_one_of_two_columns_is_painted_over(shown: Callable[..., list[str]]) -> None:
    columns = (("Question 1 - Alan Ramsay", "Why is the pool shut in the", "summer of this year? Alan Ram-", "say was told nothing of it by",
                "those who run the pool, and so", "he asks the council once more", "what it means to do with it.", "That is all of the letter,",
                "and the reply has no more of", "it than was told him in May."),
               ("The reply of the leader, who", "was not at the meeting, has been", "sent to all members. It states that", "the pool is shut because of its",
                "roof, which was found unsafe in", "the spring, and that it will open", "again when the money is there", "and the work is done. Until then",
                "the pool of the next town may be", "used at the price of this one."))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        for x, column in zip((30, 230), columns, strict=True):
            for n, text in enumerate(column):
                canvas.drawString(x, 260 - 14 * n, text)

    assert [w for w in shown(printed(draw)) if w.lower().strip("-") in ("alan", "ramsay", "ram", "say")] == []


@needs_tesseract
def test_on_a_scan_that_leans_the_paint_lies_where_the_name_is(tmp_path: Path) -> None:
    db, key = stored_pdf(tmp_path / "q.pdf", as_pdf(tmp_path / "scan.pdf", spoil(picture(printed(lines(("Alan Ramsay, a local resident, asked", *MINUTES[1:])))), skew=3))
                         .read_bytes())
    site = Site(str(db), public=True)
    try:
        boxes = hidden_words(site, str(tmp_path / "q.pdf"), key, 1, PageText(query(db, "SELECT text FROM pages").rows[0][0], frozenset()))
    finally:
        site.close()
    assert boxes
    assert min(boxes)[1] < 25  # 31 points from the top as typed, and at the left 8 points higher on the sheet that leans


def test_a_name_that_the_end_of_a_page_cuts_is_masked_on_both(tmp_path: Path) -> None:
    """On the pictures, in the text of the pages, in the words of a record that goes on overleaf, in the search."""
    path = tmp_path / "q.pdf"
    sheets = (("Question 1 - Alan Ramsay", "Why is the pool shut? It was asked by Mr Alan", "Page 1 of 2"), ("Anytown Council", "Ramsay in March, whom", "Alan Hale answered."))
    canvas = Canvas(str(path), pagesize=(420, 300), invariant=1)
    for sheet in sheets:
        lines(sheet)(canvas)
        canvas.showPage()
    canvas.save()
    pack = PackOf("q", sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    paper = pack.paper(pack.meeting(), "questions", pages=(1, 2))
    pack.records[0].text = "\n".join(sheets[0])  # type: ignore[attr-defined]
    pack.add(PageRow(page_id=f"{pack.id}:page:2", pack_id=pack.id, page=2, width=420, height=300, source="text", text="\n".join(sheets[1])))
    asked = pack.resolution(paper, "Why is the pool shut? It was asked by Mr Alan Ramsay in March")
    asked.evidence = tuple(Evidence(page=page, page_label=None, x0=20, top=60, x1=300, bottom=72, text=text)
                           for page, text in ((1, "Why is the pool shut? It was asked by Mr Alan"), (2, "Ramsay in March")))
    db = tmp_path / "q.duckdb"
    commit(db, Batch([pack_rows(pack.mined)], [pack.file(path=str(path)).model_copy(update={"size": path.stat().st_size})]))
    with TestClient(make_app(str(db), public=True)) as web:
        site: Site = web.app.state.site  # type: ignore[attr-defined]
        for page, left in ((1, {"asked", "by", "pool"}), (2, {"Hale", "March,", "whom"})):
            with site.read() as reader:
                read_of = _read_of(reader, pack.id, page)
            assert read_of is not None
            hidden = hidden_words(site, str(path), pack.id, page, read_of)
            assert hidden is not None
            words = {w.text for w in site.painter.words([str(path)], pack.id, page) if (w.x0, w.top, w.x1, w.bottom) not in hidden}
            assert left <= words
            assert words & {"Ramsay", "Mr"} == set()
            for address in (f"/packs/{pack.id}/pages/{page}?record={asked.resolution_id}", f"/api/records/{pack.id}:page:{page}"):
                assert "Ramsay" not in web.get(address).text, address
                assert "Mr Alan" not in web.get(address).text, address
        path.unlink()  # the stored words stand in its place
        for address in (*(f"/packs/{pack.id}/pages/{page}" for page in (1, 2)), f"/records/{asked.resolution_id}"):
            assert "Ramsay" not in web.get(address).text, address
            assert "Mr Alan" not in web.get(address).text, address
        assert web.get("/api/search?q=ramsay").json()["found"] == 0
        assert "Mr" not in web.get("/api/search?q=pool&kind=page").text
        assert "Alan Hale" in web.get(f"/packs/{pack.id}/pages/2").text


@pytest.mark.parametrize("text", ["Question 1 - Alan Ramsay", ""])
def test_a_picture_on_which_a_masked_name_is_not_found_is_not_shown(tmp_path: Path, text: str) -> None:
    """A letter of a resident as a picture, that was recognised elsewhere or not at all: nobody knows where on it his name stands."""
    grey = picture(printed(lines(("Dear Sirs,",))))
    canvas_of = io.BytesIO()
    canvas = Canvas(canvas_of, pagesize=(420, 300), invariant=1)
    canvas.drawImage(ImageReader(grey.convert("RGB")), 0, 0, 420, 300)
    canvas.drawString(40, 40, "Letters that came in since the last meeting, with the replies that were sent")
    canvas.save()
    db, key = stored_pdf(tmp_path / "q.pdf", canvas_of.getvalue(), text)
    with TestClient(make_app(str(db), public=True)) as web:
        assert web.get(f"/packs/{key}/pages/1.png").status_code == 404
        page = web.get(f"/packs/{key}/pages/1")
        assert page.status_code == 200
        assert ".png" not in page.text
    with TestClient(make_app(str(db))) as web:
        assert web.get(f"/packs/{key}/pages/1.png").status_code == 200
        assert ".png" in web.get(f"/packs/{key}/pages/1").text


def test_no_filter_tells_whether_a_guess_at_masked_words_is_right(tmp_path: Path) -> None:
    """A list that is narrowed by a name is empty, or its length would say that it is the name under the mask."""
    db = tmp_path / "council.duckdb"
    pack = PackOf("petitions")
    paper = pack.paper(pack.meeting(), "questions", pages=(1, 1))
    pack.records[0].text = "Objector: Andrew Lynch"  # type: ignore[attr-defined]
    pack.resolution(paper, "That the petition be noted", mover="Andrew Lynch")
    pack.resolution(paper, "That the pool be opened", mover="Cllr Rita Potter")
    pack.grid(paper, [["a", "b"]]).title = "Questions of Andrew Lynch"
    pack.grid(paper, [["c", "d"]]).title = "Lynch Lane by year"
    put(db, pack)
    asked = {"/decisions?mover=Lynch": (1, 0), "/decisions?mover=potter": (1, 1), "/tables?words=andrew": (1, 0), "/tables?words=LYNCH": (2, 1),
             "/tables?words=questions": (1, 1), "/tables?words=lynch&min_rows=1": (2, 1), "/tables?words=lynch&min_rows=2": (0, 0)}
    for public in (False, True):
        with TestClient(make_app(str(db), public=public)) as web:
            for address, counts in asked.items():
                answer = web.get(f"/api{address}&per_page=1").json()
                assert (answer["total"], answer["pages"]) == (counts[public], max(counts[public], 1)), address
                assert web.get(f"/api{address}&per_page=1&page=2").json()["total"] == counts[public], address
                assert len(web.get(f"{address}&format=json").json()) == counts[public], address
                assert web.get(address).text.count('href="/records/') + web.get(address).text.count('href="/tables/') == counts[public], address


def test_a_sum_that_an_exempt_decision_names_has_no_address_of_its_own(tmp_path: Path) -> None:
    db = tmp_path / "council.duckdb"
    pack = PackOf("minutes")
    paper = pack.paper(pack.meeting(), pages=(1, 1))
    pack.resolution(paper, "That the land be bought for £1,250,000", pack.item(paper, "Land deal", "2", exempt=True))

    def mention(text: str, top: float) -> str:
        place = Evidence(page=1, page_label="1", x0=200, top=top, x1=250, bottom=top + 11, text=text)
        found = Mention(mention_id=pack.ids("mention", 1), document_id=paper.document_id, page=1, kind="money", text=text, evidence=(place,))
        return str(pack.add(found).mention_id)

    exempt, public = mention("£1,250,000", 100.8), mention("£12", 300)
    put(db, pack)
    with TestClient(make_app(str(db))) as web:
        assert "1,250,000" in web.get(f"/api/records/{exempt}").text
    with TestClient(make_app(str(db), public=True)) as web:
        for address in (f"/records/{exempt}", f"/api/records/{exempt}"):
            answer = web.get(address)
            assert answer.status_code == 404
            assert "1,250,000" not in answer.text
        assert web.get(f"/api/records/{public}").json()["record"]["text"] == "£12"


@pytest.mark.parametrize("address", ["/", "/api/decisions"])
def test_no_error_tells_the_public_where_files_lie(tmp_path: Path, address: str) -> None:
    db = tmp_path / "council.duckdb"
    put(db, minutes_of_the_deal())
    told = {}
    for public in (False, True):
        with TestClient(make_app(str(db), public=public)) as web:
            db.rename(tmp_path / "elsewhere")
            answer = web.get(address)
            (tmp_path / "elsewhere").rename(db)
            assert answer.status_code == 503
            told[public] = str(tmp_path) in answer.text
    assert told == {False: True, True: False}


@pytest.mark.parametrize("way", ["/search", "/api/search"])
def test_while_the_index_is_of_yesterday_it_answers_as_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Of a large collection, that takes long to index: what became exempt, whom a pack tells to be of the public, is neither shown nor counted."""
    monkeypatch.setattr("papermine.serve.site._PATIENT_WITH", 0)
    db = tmp_path / "council.duckdb"
    petition, other = PackOf("petition"), minutes_pack("other", "That the secretland report be noted", body="Planning")
    listed = PackOf("listed")
    roll = listed.paper(listed.meeting(body="Council"), pages=(1, 1))
    listed.add(Attendance(attendance_id=listed.ids("attendance", 1), document_id=roll.document_id, name="Andrew Lynch", name_printed="Cllr Andrew Lynch",
                          status="present"))
    petition.paper(petition.meeting(body="Forum"), "questions", pages=(1, 1))
    petition.records[0].text = "Question 1 - Andrew Lynch"  # type: ignore[attr-defined]
    put(db, minutes_of_the_deal(), petition, listed, other)
    with TestClient(make_app(str(db), public=True)) as web:
        site: Site = web.app.state.site  # type: ignore[attr-defined]
        site.bring_up()
        before = {words: web.get(f"/api/search?q={words}").json()["found"] for words in ("secretland", "lynch", "noted")}
        with site._indexing:  # under way, and far from done
            put(db, agenda_of_the_deal())
            forget(db, [listed.file().path])
            answer = web.get(f"{way}?q=secretland OR lynch").text
            after = {words: web.get(f"/api/search?q={words}").json() for words in before}
        assert "Land deal" not in answer
        assert "Lynch" not in answer.replace("secretland OR lynch", "")
        site.bring_up()
        at_last = {words: web.get(f"/api/search?q={words}").json() for words in before}
    assert {words: found > 0 for words, found in before.items()} == {"secretland": True, "lynch": True, "noted": True}
    assert {words: (found["found"], found["current"]) for words, found in after.items()} == {
        "secretland": (1, False), "lynch": (0, False), "noted": (before["noted"], False)}
    assert {words: found["current"] for words, found in at_last.items()} == dict.fromkeys(before, True)
    assert [at_last[words]["found"] for words in before] == [after[words]["found"] for words in before]
