"""Papers without pages (Word, HTML, in a ZIP): the same records as from a PDF, tied to the paragraph that prints them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from builders import rows
from papermine import pipeline
from papermine.errors import UnreadableFile
from papermine.ingest import Options, ingest
from papermine.reader.flow.blocks import Grid, GridCell, Paragraph, Run
from papermine.reader.flow.typeset import typeset
from papermine.records import AgendaItem, Attendance, Evidence, PackMeeting, Record, Resolution, TableCell

HEAD = "Minutes of the meeting of Little Wexford Parish Council held on Tuesday 4 March 2025 at 7.30 pm in the Village Hall"
PRESENT = "Present: Councillors A Marsh (Chair), B Oduya, C Penhale and D Quill"
PAID = "that the payments below be approved. Proposed by Councillor B Oduya, seconded by Councillor C Penhale."
GRID = [["Payee", "Purpose", "Amount (£)"], ["Hedge & Co", "Verge cutting", "1,240.00"], ["Wexford Hall", "Room hire", "85.50"], ["Total", "", "1,325.50"]]


def word_minutes() -> Document:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "LITTLE WEXFORD PARISH COUNCIL"
    paper.add_heading(HEAD, 1)
    paper.add_paragraph(PRESENT)
    paper.add_paragraph("Apologies for absence", style="List Number")
    paper.add_paragraph("Apologies were received from Councillor F Stoat.")
    paper.add_paragraph("Finance", style="List Number")
    paragraph = paper.add_paragraph()
    paragraph.add_run("RESOLVED ").bold = True
    paragraph.add_run(PAID)
    table = paper.add_table(rows=4, cols=3)
    for r, row in enumerate(GRID):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(3, 0).merge(table.cell(3, 1))
    paper.add_paragraph("Date of the next meeting", style="List Number")
    return paper


HTML = f"""<!doctype html><html><head><title>Minutes</title><script>alert("RESOLVED that scripts be run")</script><style>p {{ color: red }}</style></head>
<body><nav>Home | RESOLVED that menus be read</nav><main><h1>Little Wexford Parish Council</h1><h2>{HEAD}</h2><p><b>Present:</b>{PRESENT[8:]}</p>
<ol><li><strong>Apologies for absence</strong><p>Apologies were received from Councillor F Stoat.</p></li>
<li><strong>Finance</strong><p><b>RESOLVED</b> {PAID}</p><p hidden>RESOLVED that what is hidden be read</p>
<table><tr><th>Payee<th>Purpose<th>Amount (£)</tr><tr><td>Hedge &amp; Co<td>Verge cutting<td>1,240.00</tr>
<tr><td>Wexford Hall<td>Room hire<td>85.50</tr><tr><td colspan=2>Total<td>1,325.50</tr></table></li>
<li><strong>Date of the next meeting</strong></li></ol></main></body></html>"""


def written(folder: Path, kind: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"minutes.{kind}"
    if kind == "docx":
        word_minutes().save(str(path))
    else:
        path.write_text(HTML, encoding="utf-8")
    return path


def mined(path: Path) -> list[Record]:
    return pipeline.mine(pipeline.read(path)).records


def of(kind: Any, records: list[Record]) -> list[Any]:
    return [r for r in records if isinstance(r, kind)]


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_minutes_without_pages(tmp_path: Path, kind: str) -> None:
    records = mined(written(tmp_path, kind))
    meeting = of(PackMeeting, records)[0]
    assert (meeting.body, str(meeting.meeting_date), str(meeting.start_time), meeting.venue) == (
        "Little Wexford Parish Council", "2025-03-04", "19:30:00", "Village Hall")
    assert [(i.number, i.title) for i in of(AgendaItem, records)] == [
        ("1", "Apologies for absence"), ("2", "Finance"), ("3", "Date of the next meeting")]
    assert [(a.name, a.status, a.role) for a in of(Attendance, records)] == [
        ("A Marsh", "present", "Chair"), ("B Oduya", "present", None), ("C Penhale", "present", None), ("D Quill", "present", None),
        ("F Stoat", "apologies", None)]
    assert [(r.text, r.item_number, r.mover, r.seconder) for r in of(Resolution, records)] == [
        ("the payments below be approved.", "2", "B Oduya", "C Penhale")]
    cells = {(c.row_index, c.column_index): (c.text, c.column_span) for c in of(TableCell, records)}
    assert cells[3, 0] == ("Total", 2)
    assert cells[1, 2] == ("1,240.00", 1)


@pytest.mark.parametrize(("kind", "paragraph"), [("docx", "¶ 7"), ("html", "¶ 7")])
def test_evidence_names_the_paragraph(tmp_path: Path, kind: str, paragraph: str) -> None:
    found: tuple[Evidence, ...] = of(Resolution, mined(written(tmp_path, kind)))[0].evidence
    assert {e.page_label for e in found if e.field is None} == {paragraph}
    assert found[0].text == "the payments below be approved."


def test_word_counts_lists_out(tmp_path: Path) -> None:
    """ "1.", "2." and, below a heading, "1." again are nowhere in the file; deleted and hidden words are not read."""
    paper = docx.Document()
    for text, style in (("One", "List Number"), ("Two", "List Number"), ("dot", "List Bullet"), ("Three", "List Number")):
        paper.add_paragraph(text, style=style)
    last = paper.add_paragraph("Seen ")
    last.add_run("hidden").font.hidden = True
    path = tmp_path / "list.docx"
    paper.save(str(path))
    assert pipeline.read(path).pages[0].text.split("\n") == ["1. One", "2. Two", "• dot", "3. Three", "Seen"]


def test_a_row_taller_than_a_sheet_goes_on_over_sheets() -> None:
    long = Paragraph([Run("word " * 3000)])
    made = typeset([Grid(1, 2, [GridCell(0, 0, [long]), GridCell(0, 1, [Paragraph([Run("short")])])])])
    assert len(made.marks) > 2
    assert all(marks[0][1] == 1 for marks in made.marks)


@pytest.mark.parametrize(("name", "data", "code"), [
    ("a.docx", b"PK\x03\x04 not a package", "damaged"), ("a.html", b"<html><body><script>x</script></body></html>", "no-pages"),
    ("b.html", b"<div>" * 100_000, "no-pages"), ("c.docx", b"plain text", "not-pdf")])
def test_a_bad_paper_is_one_sentence(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        pipeline.read(tmp_path / name)
    assert caught.value.code == code
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_document_that_unpacks_without_end(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as out:
        for _ in range(600):
            out.write(b" " * (1 << 20))
    with pytest.raises(UnreadableFile, match="unpacks to more than 512 MiB"):
        pipeline.read(tmp_path / "bomb.docx")


def test_an_entity_is_not_fetched_or_multiplied(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the safe's number")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>Anytown Council &x;</p></body></html>'
    (tmp_path / "x.html").write_text(page)
    assert "safe" not in pipeline.read(tmp_path / "x.html").pages[0].text


def test_a_zip_of_papers(tmp_path: Path) -> None:
    path = tmp_path / "in" / "papers.zip"
    path.parent.mkdir()
    buffer = io.BytesIO()
    word_minutes().save(buffer)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("2025/march/minutes.docx", buffer.getvalue())
        package.writestr("../../../../escape.html", HTML)
        package.writestr("notes.txt", "no paper")
        package.writestr("__MACOSX/._minutes.docx", "no paper")
    db = tmp_path / "x.duckdb"
    report = ingest([path], db, Options(workers=0, council="Little Wexford"))
    assert (report.read, report.failures, report.problems) == (2, [], [])
    assert {p.name for p in tmp_path.iterdir()} == {"in", "x.duckdb", "x.duckdb.papers"}
    assert rows(db, "SELECT file_name, council FROM files ORDER BY 1") == [("escape.html", "Little Wexford"), ("minutes.docx", "Little Wexford")]
    assert all(Path(p).resolve().is_relative_to(tmp_path / "x.duckdb.papers") for (p,) in rows(db, "SELECT path FROM files"))
    assert ingest([path.parent], db, Options(workers=0)).unchanged == 2


@pytest.mark.parametrize(("data", "says"), [(b"PK no", "cannot be opened as a ZIP file"), (None, "holds no papers")])
def test_a_bad_zip_is_a_problem_that_names_it(tmp_path: Path, data: bytes | None, says: str) -> None:
    path = tmp_path / "in" / "bad.zip"
    path.parent.mkdir()
    if data is None:
        zipfile.ZipFile(path, "w").close()
    else:
        path.write_bytes(data)
    written(tmp_path / "in", "html")
    report = ingest([path.parent], tmp_path / "x.duckdb", Options(workers=0))
    assert report.read == 1
    assert "bad.zip" in report.problems[0]
    assert says in report.problems[0]
