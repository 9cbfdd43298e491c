"""Reports as letters, memos and boxes met on new bodies: labels over titles in bold, labels in brackets at the right edge, outlines that end with what is asked."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.extract.reports.headers import split_label
from papermine.records import Recommendation
from papermine.segment import split
from papermine.segment.formlabels import label_of
from test_pack_forms import reports
from test_pack_headers import told
from test_reports import mined, recommended

_MEMO: list[Row] = [(200, "City Council Action Memo", "b"), "", (57, "File Number: 25-4471", "b"), "", (57, "TO:\tMayor and Members of City Council", "b"), (57, "FROM:\tKimberly Toone, Purchasing Manager", "b"), "",
                    (57, "RE:", "b"), (57, "Bid Award - Purchase of One Dump Body Truck and of the Tools", "b"), (57, "that Belong to It", "b"), "", (57, "COUNCIL DISTRICT(S):", "b"), "All", "",
                    (57, "Recommended Action:", "b"), "Staff recommends that Council award the bid."]


def test_a_title_in_bold_below_its_label() -> None:
    report = reports(*_MEMO)
    assert (report.title, report.wards_affected) == ("Bid Award - Purchase of One Dump Body Truck and of the Tools that Belong to It", "All")


def test_the_number_of_a_file_is_no_title() -> None:
    assert told(*[row for row in _MEMO if row not in ((57, "RE:", "b"), *[r for r in _MEMO if isinstance(r, tuple) and ("Bid" in r[1] or "Belong" in r[1])])]).title != "File Number: 25-4471"
    head: list[Row] = [(57, "File Number Nine Cottage Lane", "b"), "", (57, "PURPOSE", "b"), "To tell.", "", (57, "RECOMMENDATION", "b"), "That it be noted."]
    assert told(*head).title == "File Number Nine Cottage Lane"


_BRACKETS: list[Row] = [(200, "NORTHMOOR BOROUGH COUNCIL", "b"), (200, "EXECUTIVE - 7TH FEBRUARY 2006", "b"), "", "Title:", (240, "HOMELESSNESS STRATEGY", "b"), "", (380, "[Portfolio Holder: Cllr Jean Robin]"),
                        (380, "[Wards Affected: All]"), "", "Summary and purpose:", "This report reviews the strategy.", "", "Recommendation", "It is recommended that the Executive:", "", "1.  notes the progress made."]


def test_labels_in_brackets_at_the_right_edge() -> None:
    report = told(*_BRACKETS)
    assert (report.cabinet_member, report.wards_affected) == ("Cllr Jean Robin", "All")
    [line] = typeset(["[Portfolio Holder: Cllr Jean Robin (deputy)]"]).pages[0].lines
    assert (split_label(line, line.segments()) or ("", ""))[1] == "Cllr Jean Robin (deputy)"
    [line] = typeset(["Portfolio Holder: Cllr Jean Robin [deputy]"]).pages[0].lines
    assert (split_label(line, line.segments()) or ("", ""))[1] == "Cllr Jean Robin [deputy]"


def test_an_attached_report_with_a_header_of_its_own_is_a_report() -> None:
    [report] = split(typeset([(470, "APPENDIX C"), *_BRACKETS]))
    assert report.kind == "report"
    [table] = split(typeset([(470, "APPENDIX C", "b"), (200, "NORTHMOOR BOROUGH COUNCIL", "b"), "", "Car parks and what they took in", "Quay Street  4,100", "Mill Lane  2,200"]))
    assert table.kind == "appendix"


_LETTER: list[Row] = [(200, "BARROWMORE COUNTY COUNCIL", "b"), "", (400, "3rd May, 2019"), "", (57, "TO EACH MEMBER OF BARROWMORE COUNTY COUNCIL", "b"), "", (57, "RE: DISPOSAL OF LAND AT POLLERTON", "b"), "", "A Chara,", "",
                      "Notice is given that the Council proposes to dispose of the land.", "", "I recommend that the Council approve the disposal.", "", "Director of Services"]


def test_a_letter_to_each_member_that_recommends() -> None:
    report = told(*_LETTER)
    assert report.title == "DISPOSAL OF LAND AT POLLERTON"
    assert [r.text for r in mined(_LETTER) if isinstance(r, Recommendation)] == ["I recommend that the Council approve the disposal."]
    [thanks] = split(typeset([row for row in _LETTER if "recommend" not in str(row)]))
    assert thanks.kind != "report"


_BOX: list[Row] = [(57, "Sustainable Development Select Committee", "b"), "", (57, "Parks strategy", "b"), "Date: 2 November 2022", "Key decision: No.", "Class: Part 1.", "Ward(s) affected: All", "",
                   (57, "Outline and recommendations", "b"), "This report gives the annual update on the strategy.", "", "The Committee is asked to:", "• note the progress made in the second year.", "",
                   (57, "1. Timeline", "b"), "The strategy was adopted in 2020."]


def test_an_outline_that_ends_with_what_is_asked() -> None:
    [report] = split(typeset(_BOX))
    assert report.kind == "report"
    rows: list[Row] = [*_BOX[8:14], (57, "2. Recommendations", "b"), "", "2.1  The Committee is asked to note the progress made in the second year.", "", (57, "3. Policy", "b"), "None."]
    assert [text for _, text in recommended(*rows)] == ["note the progress made in the second year."]


@pytest.mark.parametrize(("text", "found"), [("Class: Part 1.", ("class", False)), ("[Wards Affected: All]", ("wards", True)), ("Classroom: 4", None)])
def test_labels_of_forms(text: str, found: tuple[str, bool] | None) -> None:
    assert label_of(text) == found
