"""Welsh and English minutes of one meeting: each decision once, with both printings; where nothing but its place in the list speaks for it, two."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from builders import PackOf, put, rows
from paper import typeset
from papermine.language.welsh import in_english, language
from papermine.pipeline import mine, read
from papermine.records import FileRow, Table
from papermine.store import Batch, commit, pack_rows
from papermine.store.meetings import body_key, council_key

WELSH, ENGLISH = "Cyngor Cymuned Llanfach", "Llanfach Community Council"
RENEWED = ("y dylid adnewyddu yswiriant y Cyngor am £1,250", "that the Council's insurance be renewed for £1,250")
SENT = ("bod y sylwadau yn cael eu hanfon at yr Adran Gynllunio", "that the observations be sent to the Planning Department")
CLOSED = ("bod y llwybr yn Gwernogle yn cael ei gau", "that the path at Gwernogle be closed")

Said = list[tuple[str, str, dict[str, Any]]]


def minutes(name: str, council: str, body: str, decided: Said) -> PackOf:
    """Minutes of one meeting: (item number, text, more) of each decision."""
    pack = PackOf(name)
    paper = pack.paper(pack.meeting(body=body, council=council))
    for number, text, more in decided:
        pack.resolution(paper, text, pack.item(paper, f"({number})", number), **more)
    return pack


def twins(db: Path, welsh: Said, english: Said) -> list[tuple[Any, ...]]:
    put(db, minutes("cofnodion", WELSH, "Cyngor", welsh), minutes("minutes", ENGLISH, "Council", english))
    return rows(db, "SELECT item_number, text, printings FROM decisions ORDER BY item_number, text")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "council.duckdb"


def test_twin_minutes_give_each_decision_once(db: Path) -> None:
    pairs = [("3", RENEWED), ("4", SENT), ("5", CLOSED)]
    found = twins(db, [(n, p[0], {}) for n, p in pairs], [(n, p[1], {}) for n, p in pairs])
    assert found == [(n, p[1], 2) for n, p in pairs]
    assert rows(db, "SELECT count(*) FROM meetings") == [(1,)]
    printed = rows(db, "SELECT language, is_best, rule, text FROM decision_printings ORDER BY text")
    shown, placed = "other language, same figures or names", "other language, same place in minutes of one structure"
    assert sorted(printed, key=str) == sorted([
        *(("en", True, "best source", p[1]) for _, p in pairs),
        ("cy", False, shown, RENEWED[0]), ("cy", False, placed, SENT[0]), ("cy", False, shown, CLOSED[0])], key=str)


@pytest.mark.parametrize(("welsh", "english", "why"), [
    ([("3", RENEWED[0], {})], [("3", RENEWED[1].replace("1,250", "1,520"), {})], "other figures"),
    ([("3", RENEWED[0], {})], [("4", RENEWED[1], {})], "another item"),
    ([("4", SENT[0], {})], [("4", SENT[1], {})], "one decision with no figure or name: its place alone is no evidence"),
    ([("3", RENEWED[0], {"mover": "A. Huws"})], [("3", RENEWED[1], {"mover": "B. Rhys"})], "another mover"),
    ([("3", RENEWED[0], {"outcome": "lost"})], [("3", RENEWED[1], {})], "one was lost"),
    ([("3", RENEWED[0], {}), ("3", SENT[0], {})], [("3", RENEWED[1], {})], "not as many under the item"),
    ([("3", "£1,250", {})], [("3", RENEWED[1], {})], "a text of no language")])
def test_what_contradicts_or_is_not_counted_alike_stays_two(db: Path, welsh: Said, english: Said, why: str) -> None:
    twins(db, welsh, english)
    assert rows(db, "SELECT count(DISTINCT decision_id), count(*) FROM decision_printings") == [(len(welsh) + len(english),) * 2], why


def test_another_day_is_another_meeting(db: Path) -> None:
    other = PackOf("minutes")
    paper = other.paper(other.meeting(body="Council", council=ENGLISH, day=dt.date(2020, 2, 19)))
    other.resolution(paper, RENEWED[1], other.item(paper, "Insurance", "3"))
    put(db, minutes("cofnodion", WELSH, "Cyngor", [("3", RENEWED[0], {})]), other)
    assert rows(db, "SELECT count(*) FROM decisions") == [(2,)]


def test_the_better_source_counts_whatever_its_language(db: Path) -> None:
    notice = PackOf("notice")
    paper = notice.paper(notice.meeting(body="Council", council=ENGLISH), kind="decision")
    notice.resolution(paper, RENEWED[1], notice.item(paper, "Insurance", "3"))
    put(db, minutes("cofnodion", WELSH, "Cyngor", [("3", RENEWED[0], {})]), notice)
    assert rows(db, "SELECT text, printings FROM decisions") == [(RENEWED[0], 2)]


@pytest.mark.parametrize(("welsh", "english"), [
    ("Cyngor Cymuned Llanfach", "Llanfach Community Council"), ("CYNGOR CYMUNED MANORDEILO A SALEM", "Manordeilo & Salem Community Council"),
    ("Cyngor Tref Abermach", "Abermach Town Council"), ("Cyngor Bwrdeistref Sirol Cwmbach", "Cwmbach County Borough Council")])
def test_a_council_is_one_in_both_languages(welsh: str, english: str) -> None:
    assert council_key(welsh) == council_key(english)
    assert body_key(welsh, english) == body_key("Council", english) == body_key(english, welsh) == "council"


@pytest.mark.parametrize(("welsh", "english"), [
    ("Pwyllgor Craffu Addysg", "Education Scrutiny Committee"), ("Y Pwyllgor Cynllunio", "the Planning Committee"),
    ("Pwyllgor Archwilio a Llywodraethu", "Audit and Governance Committee"), ("Y Cabinet", "Cabinet"), ("Is-bwyllgor Trwyddedu", "Licensing Sub-Committee")])
def test_a_body_is_one_in_both_languages(welsh: str, english: str) -> None:
    assert body_key(welsh) == body_key(english)


@pytest.mark.parametrize("name", ["pwyllgor dathliadau", "caerdydd", "planning committee", ""])
def test_a_name_that_is_not_wholly_known_is_left(name: str) -> None:
    assert in_english(name) is None


@pytest.mark.parametrize(("text", "tongue"), [(RENEWED[0], "cy"), (SENT[1], "en"), ("Aled Huws", None), ("£1,250.00", None), ("", None),
                                              ("Penderfynwyd Resolved that y the", None)])
def test_the_language_of_a_text(text: str, tongue: str | None) -> None:
    assert language(text) == tongue


CY = [["CYNGOR CYMUNED LLANFACH"], ["COFNODION"], ["Cofnodion y cyfarfod o'r Cyngor a gynhaliwyd nos Fawrth 4 Mawrth 2025 am 7.30pm yn Neuadd y Pentref."],
      ["PRESENNOL"], ["Cynghorwyr Aled Huws, Bethan Rhys, Carys Prys a'r Cynghorydd Sir Dewi Puw."], ["1. YMDDIHEURIADAU"],
      ["Derbyniwyd ymddiheuriadau gan y Cynghorydd Elin Morus."], ["2. YSWIRIANT"],
      ["Cynigiwyd gan y Cyng. C. Prys, eiliwyd gan y Cyng. A. Huws a chytunwyd yn unfrydol", "i adnewyddu yswiriant y Cyngor am £1,250."],
      ["3. CYNLLUNIO"], ["Penderfynwyd bod y sylwadau yn cael eu hanfon at yr Adran Gynllunio."]]
EN = [["LLANFACH COMMUNITY COUNCIL"], ["MINUTES"], ["Minutes of the meeting of the Council held on Tuesday 4 March 2025 at 7.30pm in the Village Hall."],
      ["PRESENT"], ["Councillors Aled Huws, Bethan Rhys, Carys Prys and County Councillor Dewi Puw."], ["1. APOLOGIES"],
      ["Apologies were received from Councillor Elin Morus."], ["2. INSURANCE"],
      ["It was proposed by Cllr C. Prys, seconded by Cllr A. Huws and unanimously agreed", "that the Council's insurance be renewed for £1,250."],
      ["3. PLANNING"], ["Resolved that the observations be sent to the Planning Department."]]


def spaced(paragraphs: list[list[str]]) -> list[str]:
    return [row for p in paragraphs for row in (*p, "", "")]


def store(db: Path, *packs: Any) -> None:
    commit(db, Batch([pack_rows(mine(p)) for p in packs],
                     [FileRow(path=f"/in/{n}.pdf", pack_id=p.pack_id, file_name=f"{n}.pdf", size=1, modified_ns=1) for n, p in enumerate(packs)]))


def once_each(db: Path, papers: int = 2) -> None:
    assert rows(db, "SELECT council, meeting_date FROM meetings") != []
    assert rows(db, "SELECT item_number, mover, seconder, printings, text FROM decisions ORDER BY 1") == [
        ("2", "C. Prys", "A. Huws", papers, "the Council's insurance be renewed for £1,250."),
        ("3", None, None, papers, "the observations be sent to the Planning Department.")]
    assert rows(db, "SELECT language, count(*) FROM decision_printings GROUP BY 1 ORDER BY 1") == [("cy", 2), ("en", 2)]


def test_two_files_from_the_paper(db: Path) -> None:
    store(db, typeset(spaced(CY)), typeset(spaced(EN)))
    once_each(db)


def test_two_halves_of_one_file(db: Path) -> None:
    store(db, typeset(spaced(CY), spaced(EN)))
    once_each(db)


def test_paragraphs_by_turns(db: Path) -> None:
    by_turns = [[f"{a[0]} / {b[0][3:]}"] if a[0][0].isdigit() else row for a, b in zip(CY, EN, strict=True)
                for row in ([a] if a[0][0].isdigit() else (a, b))]
    store(db, typeset(spaced(by_turns)))
    once_each(db, papers=1)


def side_by_side(path: Path, borders: bool) -> None:
    """The two texts in two columns, each paragraph beside its other."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    y = 790.0
    for pair in zip(CY, EN, strict=True):
        columns = [wrap(" ".join(p), 44) for p in pair]
        canvas.setFont("Helvetica-Bold" if pair[0][0].isupper() else "Helvetica", 10)
        below = y - 13 * max(map(len, columns)) - 9
        for k, lines in enumerate(columns):
            for n, line in enumerate(lines):
                canvas.drawString(45 + 265 * k, y - 13 * n, line)
            if borders:
                canvas.rect(40 + 265 * k, below + 11, 265, y - below)
        y = below
    canvas.save()


@pytest.mark.parametrize("borders", [False, True])
def test_columns_side_by_side(db: Path, tmp_path: Path, borders: bool) -> None:
    side_by_side(tmp_path / "side.pdf", borders)
    pack = read(tmp_path / "side.pdf")
    lines = [line.text for line in pack.pages[0].lines]
    assert lines[0] == "CYNGOR CYMUNED LLANFACH"
    assert lines.index("LLANFACH COMMUNITY COUNCIL") > lines.index("3. CYNLLUNIO")
    assert not [r for r in mine(pack).records if isinstance(r, Table)]
    store(db, pack)
    once_each(db, papers=1)
