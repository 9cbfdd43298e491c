"""An agenda or a report's header set in a ruled grid → items, fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from papermine.document import Paper
from papermine.extract.agenda import agenda_items
from papermine.extract.reports import report_records
from papermine.pipeline import mine, read
from papermine.provenance import Ids
from papermine.records import Document, PackMeeting, Recommendation, Report, ReportField
from typeset_tables import Sheet, typeset

XS = [57.0, 110.0, 350.0, 470.0, 530.0]


def ruled(sheet: Sheet, xs: list[float], top: float, rows: list[list[str]], high: float = 30) -> None:
    ys = [top + high * k for k in range(len(rows) + 1)]
    sheet.grid(xs, ys)
    sheet.cells(xs, ys, rows)


def test_columns_of_number_title_presenter_and_page(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "AGENDA", 16, "Helvetica-Bold")
        ruled(sheet, XS, 120, [["Item No.", "Title of Report", "Report of", "Page"], ["1", "Apologies", "", ""], ["2", "The harbour wall and|its railings", "Harbour Master", "2 - 3"],
                               ["3", "Budget monitoring|To note the report.", "Treasurer", "4"]])

    def words(sheet: Sheet) -> None:
        sheet.paragraph(57, 100, 400, "Words of a report on the harbour.")

    pack = read(typeset(tmp_path / "agenda.pdf", draw, *[lambda s, n=n: (words(s), s.text(280, 820, f"Page {n}")) for n in (2, 3, 4)]))
    found = agenda_items(Paper("agenda", pack.pages[:1], document_id="p:document:1.1"), pack, Ids("p"))
    assert [(i.number, i.title, i.presenter, i.first_page, i.last_page) for i in found] == [
        ("1", "Apologies", None, None, None), ("2", "The harbour wall and its railings", "Harbour Master", 2, 3), ("3", "Budget monitoring", "Treasurer", 4, 4)]
    assert found[1].rule == "table-row"
    assert {e.field for e in found[1].evidence} == {None, "title"}


def test_number_and_title_in_one_cell_beside_what_is_to_be_done(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "AGENDA", 16, "Helvetica-Bold")
        ruled(sheet, [57, 220, 520], 120, [["1. Apologies", "To receive apologies for absence"], ["2. Declarations of interest", "To invite Councillors to declare any interests"],
                                           ["3. Confirmation of minutes", "To confirm the minutes of the last meeting"]])

    pack = read(typeset(tmp_path / "agenda.pdf", draw))
    assert [(i.number, i.title) for i in agenda_items(Paper("agenda", pack.pages), pack, Ids("p"))] == [
        ("1", "Apologies"), ("2", "Declarations of interest"), ("3", "Confirmation of minutes")]


def test_the_day_in_a_narrow_cell_of_a_front_sheet(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "Notice of Meeting", 16, "Helvetica-Bold")
        sheet.text(57, 100, "Harbour Panel", 12, "Helvetica-Bold")
        ruled(sheet, [57, 180, 300, 420], 120, [["Date & time", "Place", "Contact"], ["Tuesday, 27 April|2021 at 2.00 pm", "Remote via MS|Teams", "Cy Dean"]], 40)
        for k, text in enumerate(["1. Apologies", "2. Minutes", "3. Quay repairs"]):
            sheet.text(57, 220 + 20 * k, text)

    [meeting] = [r for r in mine(read(typeset(tmp_path / "front.pdf", draw))).records if isinstance(r, PackMeeting)]
    assert (str(meeting.meeting_date), str(meeting.start_time), meeting.venue) == ("2021-04-27", "14:00:00", "Remote via MS Teams")


def test_times_before_the_numbers(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "Agenda", 16, "Helvetica-Bold")
        ruled(sheet, XS, 120, [["Time", "Agenda item", "Lead", "Paper"], ["10.00", "1. Welcome", "Chair", "Verbal"], ["10.05", "2. Minutes", "Chair", "A"], ["10.10", "3. Harbour", "Ada Brook", "B"]])
    pack = read(typeset(tmp_path / "agenda.pdf", draw))
    found = agenda_items(Paper("agenda", pack.pages, document_id="p:document:1.1"), pack, Ids("p"))
    assert [(i.number, i.title, i.presenter) for i in found] == [("1", "Welcome", "Chair"), ("2", "Minutes", "Chair"), ("3", "Harbour", "Ada Brook")]


def test_a_date_beside_its_label_in_one_cell_is_no_label_of_the_next(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        ruled(sheet, [57, 300, 540], 60, [["From|Head of Harbours", "Title of Report|Quay wall"], ["Proposal|A taller wall", "Address|1 Quay Street"],
                                          ["Application Start Date 26/09/2008", "Application Expiry Date"]])
        sheet.text(57, 220, "Recommendation", 11, "Helvetica-Bold")
        sheet.text(57, 240, "Grant permission.", 10)

    pack = read(typeset(tmp_path / "report.pdf", draw))
    fields = [r for r in report_records(Paper("report", pack.pages, document_id="p:document:1.1"), Ids("p")) if isinstance(r, ReportField)]
    assert [(f.label, f.value) for f in fields][-1] == ("Application Start Date", "26/09/2008")
    assert len(fields) == 5
    [paper] = [r for r in mine(pack).records if isinstance(r, Document)]
    assert (paper.kind, paper.title, [e.text for e in paper.evidence]) == ("report", "Quay wall", ["Quay wall"])


def test_a_grid_of_two_pairs_a_row_is_a_report_header(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "Quay repairs", 16, "Helvetica-Bold")
        ruled(sheet, [57, 150, 300, 400, 540], 110, [["Portfolio Holder", "Cllr Ada Brook", "Wards affected", "Harbour"], ["Lead Director", "Cy Dean", "Report author", "Di Eve"]])
        sheet.text(57, 220, "Recommendation/s", 11, "Helvetica-Bold")
        sheet.text(57, 240, "That the Board:", 10)
        sheet.text(70, 260, "a)  approve the repairs.", 10)
        sheet.text(70, 276, "b)  thank the crew.", 10)
        sheet.text(57, 300, "Background", 11, "Helvetica-Bold")
        sheet.text(57, 320, "The quay was last repaired in 2001.", 10)
    pack = read(typeset(tmp_path / "report.pdf", draw))
    found = report_records(Paper("report", pack.pages, document_id="p:document:1.1"), Ids("p"))
    [report] = [r for r in found if isinstance(r, Report)]
    assert (report.title, report.cabinet_member, report.wards_affected, report.accountable_director, report.accountable_employee) == (
        "Quay repairs", "Cllr Ada Brook", "Harbour", "Cy Dean", "Di Eve")
    assert [(r.number, r.text) for r in found if isinstance(r, Recommendation)] == [("a", "approve the repairs."), ("b", "thank the crew.")]


@pytest.mark.parametrize("heading", ["Decision(s) requested", "SUGGESTED MOTION:", "Officer's Recommendation", "Recommended Council Action", "RECOMMENDED"])
def test_names_of_the_section_of_recommendations(heading: str, tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "Quay repairs", 16, "Helvetica-Bold")
        sheet.text(57, 110, heading, 10, "Helvetica-Bold")
        sheet.text(57, 130, "1.1  Approve the repairs.", 10)
        sheet.text(57, 146, "1.2  Thank the crew.", 10)
        sheet.text(57, 180, "Background", 10, "Helvetica-Bold")
        sheet.text(57, 200, "The quay was last repaired in 2001.", 10)
    pack = read(typeset(tmp_path / "report.pdf", draw))
    found = report_records(Paper("report", pack.pages, document_id="p:document:1.1"), Ids("p"))
    assert [(r.number, r.text) for r in found if isinstance(r, Recommendation)] == [("1.1", "Approve the repairs."), ("1.2", "Thank the crew.")]


def test_a_plain_sentence_in_a_row_under_an_item(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "AGENDA", 16, "Helvetica-Bold")
        sheet.grid([57, 110, 470, 530], [120 + 30 * k for k in range(7)])
        for k, (number, title, page) in enumerate([("Item", "Title", "Pages"), ("1", "Minutes", "2"), ("2", "Responses from the Mayor", ""), ("", "There are none.", ""), ("3", "Flood risk", "3"), ("", "Close of meeting", "")]):
            for x, text, font in ((60, number, "Helvetica"), (113, title, "Helvetica" if title.endswith(".") else "Helvetica-Bold"), (473, page, "Helvetica")):
                sheet.text(x, 138 + 30 * k, text, 11, font)

    pack = read(typeset(tmp_path / "agenda.pdf", draw))
    assert [(i.number, i.title) for i in agenda_items(Paper("agenda", pack.pages), pack, Ids("p"))] == [
        ("1", "Minutes"), ("2", "Responses from the Mayor"), ("3", "Flood risk"), (None, "Close of meeting")]


def test_headings_that_group_across_a_table_and_items_that_count_on_below_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "AGENDA", 16, "Helvetica-Bold")
        ruled(sheet, [57.0, 300.0, 400.0, 530.0], 120, [["Business", "Lead / Paper", "Primary action requested"], ["", "", ""], ["1. Apologies for absence", "Clerk", "To record"], ["2. Minutes of 4 May", "Chair", "To approve"],
                                   ["", "", ""], ["3. Annual audit letter", "Auditor", "To note"]])
        sheet.text(62, 170, "Procedural", 10, "Helvetica-Bold")
        sheet.text(62, 260, "Governance", 10, "Helvetica-Bold")
        sheet.text(57, 330, "For information", 10, "Helvetica-Bold")
        sheet.text(62, 350, "4. Policy update", 10)
        sheet.text(57, 370, "In 2019 the Panel met twice.", 10)

    pack = read(typeset(tmp_path / "agenda.pdf", draw))
    found = agenda_items(Paper("agenda", pack.pages, document_id="p:document:1.1"), pack, Ids("p"))
    assert [(i.number, i.title, i.rule) for i in found] == [("1", "Apologies for absence", "table-row"), ("2", "Minutes of 4 May", "table-row"), ("3", "Annual audit letter", "table-row"), ("4", "Policy update", "numbered-heading")]


def test_a_sentence_set_further_off_than_the_lines_of_titles_is_none(tmp_path: Path) -> None:
    def draw(off: float) -> list[tuple[str | None, str]]:
        def page(sheet: Sheet) -> None:
            sheet.text(57, 80, "AGENDA", 16, "Helvetica-Bold")
            rows = (("1.", "Consider the lease of the play area by the harbour with the", 120.0), ("", "sailing club", 131.5), ("2.", "Consider the purchase of new equipment for the upper field", 150.0), ("", "and its fence", 161.5),
                    ("3.", "Consider the purchase of swings, which is the longest of all", 180.0), ("", "Papers of the field committee will be shown", 191.5 + off), ("4.", "Close", 220.0))
            for number, words, y in rows:
                sheet.text(57, y, number, 10)
                sheet.text(80, y, words, 10)
        pack = read(typeset(tmp_path / f"agenda{off}.pdf", page))
        return [(i.number, i.title) for i in agenda_items(Paper("agenda", pack.pages, document_id="p:document:1.1"), pack, Ids("p"))]
    assert draw(4.5)[2] == ("3", "Consider the purchase of swings, which is the longest of all")
    assert draw(0)[2] == ("3", "Consider the purchase of swings, which is the longest of all Papers of the field committee will be shown")


def test_a_numbered_row_that_groups_those_below_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(57, 80, "AGENDA", 16, "Helvetica-Bold")
        ruled(sheet, [57.0, 110.0, 500.0], 120, [["No", "Item"], ["1", "Apologies"], ["2", "Play areas"], ["2.1", "Swings"], ["2.2", "Fences"], ["3", "Next meeting"]])

    pack = read(typeset(tmp_path / "agenda.pdf", draw))
    assert [(i.number, i.title) for i in agenda_items(Paper("agenda", pack.pages), pack, Ids("p"))] == [("1", "Apologies"), ("2.1", "Swings"), ("2.2", "Fences"), ("3", "Next meeting")]
