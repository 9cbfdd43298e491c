"""Scanned pages → words, boxes, tables and records, as from a text layer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from builders import rows
from papermine.ingest import Options, ingest
from papermine.ingest.worker import Job, Outcome, Pages, read_one
from papermine.ocr import cache
from papermine.ocr.wanted import Wanted
from papermine.pipeline import mine, read
from papermine.records import Resolution
from scanned import MINUTES, as_pdf, lines, needs_tesseract, needs_welsh, picture, printed, spoil


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERMINE_CACHE", str(tmp_path / "cache"))


PAGE = picture(printed(lines()))


@needs_tesseract
def test_a_scan_gives_the_records_of_its_words_with_their_boxes(tmp_path: Path) -> None:
    pack = read(as_pdf(tmp_path / "scan.pdf", PAGE))
    page = pack.pages[0]
    assert (page.source, page.reason) == ("ocr", "it has no text layer")
    assert page.confidence is not None
    assert page.confidence > 0.8
    found = mine(pack).of(Resolution)
    assert [r.text for r in found] == ["the accounts of £1,250.40 be paid."]
    text = as_pdf(tmp_path / "text.pdf", lines())
    assert [(r.text, r.item_number) for r in found] == [(r.text, r.item_number) for r in mine(read(text)).of(Resolution)]
    spot = found[0].evidence[0]
    assert abs(spot.bottom - (300 - 260 + 24 * 6)) < 8  # its baseline on the sheet, in points from the top
    assert spot.x0 == pytest.approx(40 + stringWidth("RESOLVED that ", "Times-Roman", 12), abs=2)


@needs_tesseract
@pytest.mark.parametrize(("spoiled", "turned"), [
    (spoil(PAGE, skew=2), 0), (spoil(PAGE, noise=25, blur=0.6), 0), (spoil(PAGE, ink=165), 0), (PAGE.rotate(180), 180),
    (PAGE.rotate(90, expand=True), 90)], ids=["leaning", "noisy", "faint", "on its head", "on its side"])
def test_a_bad_scan(tmp_path: Path, spoiled: object, turned: int) -> None:
    page = read(as_pdf(tmp_path / "scan.pdf", spoiled)).pages[0]  # type: ignore[arg-type]
    assert page.turned == turned
    words = page.text.split()
    printed_words = " ".join(MINUTES).split()
    assert sum(w in words for w in printed_words) >= 0.85 * len(printed_words), page.text


@needs_tesseract
def test_boxes_of_a_leaning_scan_are_where_the_words_lean(tmp_path: Path) -> None:
    page = read(as_pdf(tmp_path / "scan.pdf", spoil(PAGE, skew=3))).pages[0]
    assert page.skew == pytest.approx(3, abs=0.3)
    line = next(ln for ln in page.lines if ln.text.startswith("RESOLVED"))
    shown = page.unturn(line.box)
    assert shown.height > line.box.height + 8  # 250 points wide, at 3 degrees
    assert shown.x0 < line.x0 - 1  # below the middle, print that leans clockwise moves to the left


@needs_tesseract
def test_a_ruled_table_of_a_scan(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        cells = (("Payee", "Purpose", "Amount"), ("Oakley Ltd", "Grass cutting", "450.00"), ("B. Water", "Allotments", "61.75"))
        canvas.setFont("Helvetica", 11)
        for i, row in enumerate(cells):
            for k, text in enumerate(row):
                canvas.drawString(46 + 110 * k, 226 - 24 * i, text)
        canvas.grid([40, 150, 260, 370], [242, 218, 194, 170])
    page = read(as_pdf(tmp_path / "scan.pdf", picture(printed(draw)))).pages[0]
    assert [t.ruled for t in page.tables] == [True]
    texts = [[c.text for c in sorted(page.tables[0].cells, key=lambda c: c.column) if c.row == r] for r in range(3)]
    assert texts == [["Payee", "Purpose", "Amount"], ["Oakley Ltd", "Grass cutting", "450.00"], ["B. Water", "Allotments", "61.75"]]


@needs_tesseract
def test_only_the_pages_that_need_it(tmp_path: Path) -> None:
    pack = read(as_pdf(tmp_path / "mixed.pdf", lines(), PAGE, picture(printed(lambda canvas: None))))
    assert [p.source for p in pack.pages] == ["text", "ocr", "none"]
    assert pack.pages[2].blank
    assert [p.source for p in read(tmp_path / "mixed.pdf", ocr=Wanted("always")).pages] == ["ocr", "ocr", "none"]
    never = read(tmp_path / "mixed.pdf", ocr=Wanted("never"))
    assert [p.source for p in never.pages] == ["text", "unreadable", "unreadable"]
    assert {i.code for i in mine(never).issues if i.page == 2} == {"no-text-layer"}


@needs_tesseract
def test_a_stamp_on_a_scan_is_kept_as_the_text_layer_has_it(tmp_path: Path) -> None:
    out = tmp_path / "stamped.pdf"
    canvas = Canvas(str(out), pagesize=(420, 300), invariant=1)
    canvas.drawInlineImage(PAGE, 0, 0, 420, 300)
    canvas.drawString(330, 285, "Page 17")
    canvas.save()
    page = read(out).pages[0]
    assert (page.source, page.label) == ("ocr", "17")
    assert "RESOLVED that" in page.text


def test_without_tesseract_the_issue_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from papermine.ocr import engine
    monkeypatch.setenv("PATH", str(tmp_path))
    engine.engine.cache_clear()
    try:
        mined = mine(read(as_pdf(tmp_path / "scan.pdf", PAGE)))
    finally:
        engine.engine.cache_clear()
    [issue] = [i for i in mined.issues if i.code == "no-text-layer"]
    assert (issue.page, issue.severity) == (1, "warning")
    assert "Tesseract is not installed" in issue.message
    assert engine.how_to_install() in issue.message


@needs_tesseract
def test_what_could_not_be_recognised_is_read_again_when_it_can(tmp_path: Path) -> None:
    as_pdf(tmp_path / "scan.pdf", PAGE)
    db = tmp_path / "x.duckdb"
    ingest([tmp_path / "scan.pdf"], db, Options(workers=0, ocr=Wanted("never")))
    assert rows(db, "SELECT source FROM pages") == [("unreadable",)]
    assert ingest([tmp_path / "scan.pdf"], db, Options(workers=0)).read == 1
    [(source, reason, confidence)] = rows(db, "SELECT source, source_reason, confidence FROM pages")
    assert (source, reason) == ("ocr", "it has no text layer")
    assert 0.8 < confidence <= 1
    assert ingest([tmp_path / "scan.pdf"], db, Options(workers=0)).unchanged == 1


@needs_tesseract
def test_recognised_pages_are_kept_and_the_cache_may_be_spoiled_or_gone(tmp_path: Path) -> None:
    path = as_pdf(tmp_path / "scan.pdf", PAGE)
    first = read(path)
    [kept] = list(cache.folder().rglob("*.json.gz"))
    before = kept.stat().st_mtime_ns
    assert read(path).pages[0].text == first.pages[0].text
    assert kept.stat().st_mtime_ns == before
    kept.write_bytes(b"not a cache")
    assert read(path).pages[0].text == first.pages[0].text
    cache.forget_pack(first.pack_id)
    assert not list(cache.folder().rglob("*.json.gz"))


@needs_tesseract
def test_forget_and_prune_take_recognised_pages_out_of_the_cache_too(tmp_path: Path) -> None:
    from papermine.cli.forget import forget
    db = tmp_path / "x.duckdb"
    path = tmp_path / "scan.pdf"
    for prune in (False, True):
        as_pdf(path, PAGE)
        ingest([path], db, Options(workers=0))
        assert list(cache.folder().rglob("*.json.gz"))
        if prune:
            path.unlink()
            ingest([tmp_path], db, Options(workers=0, prune=True))
        else:
            forget([str(path)], str(db))
        assert not list(cache.folder().rglob("*.json.gz"))


@needs_tesseract
def test_a_noisy_sheet_with_few_words(tmp_path: Path) -> None:
    few = picture(printed(lines(("Parish Clerk", "Nerys Hill, 3 Anvil Lane")), (595, 842)))
    page = read(as_pdf(tmp_path / "scan.pdf", spoil(few, noise=16, ink=95, blur=0.6), size=(595, 842))).pages[0]
    assert page.text.split() == ["Parish", "Clerk", "Nerys", "Hill,", "3", "Anvil", "Lane"]


@needs_tesseract
def test_unsure_words_are_an_issue_with_their_places(tmp_path: Path) -> None:
    scrawl = spoil(PAGE, blur=2.6, noise=30)
    mined = mine(read(as_pdf(tmp_path / "scan.pdf", scrawl)))
    [issue] = [i for i in mined.issues if i.code == "ocr-unsure"]
    assert issue.severity == "warning"
    assert issue.evidence
    assert all(e.text for e in issue.evidence)


@needs_tesseract
def test_the_language_that_a_file_was_read_in_is_kept_for_the_next_time(tmp_path: Path) -> None:
    path, db = as_pdf(tmp_path / "scan.pdf", PAGE), tmp_path / "x.duckdb"
    asked: list[tuple[str, ...]] = []

    def noting(job: Job, report: Callable[[Pages], None]) -> Outcome:
        asked.append(job.ocr.languages)
        return read_one(job, report)

    def go(**options: Any) -> int:
        return ingest([path], db, Options(workers=0, reader=noting, **options)).read

    assert (go(ocr=Wanted("auto", ("eng",))), rows(db, "SELECT ocr_lang FROM files")) == (1, [("eng",)])
    assert go() == 0
    assert go(again=True) == 1
    assert go(rebuild=True) == 1
    assert (asked, rows(db, "SELECT ocr_lang FROM files")) == ([("eng",)] * 3, [("eng",)])


@needs_welsh
def test_recognised_pages_are_read_again_in_another_language_and_text_is_not(tmp_path: Path) -> None:
    paths = [as_pdf(tmp_path / "scan.pdf", PAGE), as_pdf(tmp_path / "text.pdf", lines())]
    db = tmp_path / "x.duckdb"
    ingest(paths, db, Options(workers=0))
    report = ingest(paths, db, Options(workers=0, ocr=Wanted("auto", ("cym", "eng"))))
    assert (report.read, report.unchanged) == (1, 1)
    assert rows(db, "SELECT ocr_lang FROM files") == [("cym+eng",)] * 2


@needs_welsh
def test_welsh_is_told_by_its_words(tmp_path: Path) -> None:
    text = ("Cofnodion cyfarfod y Cyngor Cymuned a gynhaliwyd yn y neuadd", "ar nos Fercher y trydydd o Fai am saith o'r gloch yr hwyr",
            "Yr oedd y Cadeirydd yn y gadair ac roedd y Clerc yn bresennol", "Penderfynwyd derbyn y cofnodion fel rhai cywir ac fe'u llofnodwyd",
            "Roedd llythyr wedi dod oddi wrth y Cyngor Sir am gyflwr y ffordd", "Bydd y cyfarfod nesaf yn cael ei gynnal yn y neuadd ar y degfed")
    page = read(as_pdf(tmp_path / "scan.pdf", picture(printed(lines(text))))).pages[0]
    words, expected = page.text.split(), " ".join(text).split()
    assert sum(w in words for w in expected) >= 0.95 * len(expected), page.text


@needs_tesseract
def test_a_page_whose_border_is_full_of_lines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines()(canvas)
        for n in range(90):  # a tartan strip down the margin: its bars look like lines of text that run down the sheet
            canvas.rect(8, 10 + 3 * n, 14, 1.2, fill=1)
    page = read(as_pdf(tmp_path / "scan.pdf", picture(printed(draw)))).pages[0]
    assert page.turned == 0
    assert "RESOLVED that the accounts" in page.text


@needs_tesseract
def test_recognition_that_is_asked_for_does_not_mix_in_the_old_hidden_layer(tmp_path: Path) -> None:
    out = tmp_path / "old.pdf"
    canvas = Canvas(str(out), pagesize=(420, 300), invariant=1)
    text = canvas.beginText(40, 116)
    text.setTextRenderMode(3)
    text.setFont("Times-Roman", 12)
    text.textLine("RESQLVED tbat tne acc0unts of L1,25O.4O he pald.")
    canvas.drawText(text)
    canvas.drawInlineImage(PAGE, 0, 0, 420, 300)
    canvas.save()
    page = read(out, ocr=Wanted("always")).pages[0]
    assert "RESOLVED that the accounts of £1,250.40 be paid." in page.text
    assert "tbat" not in page.text
