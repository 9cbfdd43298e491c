"""Gazettes in three columns → lines in reading order: two real pages, drawn and read by eye, each block by its first three words."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from papermine.pipeline import read

WILD = Path(__file__).parent.parent.parent / "shared" / "wild"
FRONT = """
OFFICIAL PUBLICATION OF
CITY COUNCIL
MONDAY, JUNE 8,
The City Record
Published weekly under
ARTHA WOODS
Clerk of Council
PERMANENT SCHEDULE
MONDAY—Alternating
9:30 A.M.—Public Parks,
9:30 A.M.—Public Health
MONDAY—Alternating
11:00 A.M.—Public Service
11:00 A.M.—Employment, Affirma-
MONDAY
2:00 P.M.—Finance Committee:
TUESDAY
10:00 A.M.—Community and
1:30 P.M.—Legislation Committee:
WEDNESDAY—Alternating
10:00 A.M.—Aviation &
10:00 A.M.—Public Safety
WEDNESDAY—Alternating
1:30 P.M.—Public Utilities
1:30 P.M.—City Planning
OFFICIAL PROCEEDINGS
Cleveland, Ohio June
The meeting of
Councilmen present: Britt,
Also present were
Absent: Mayor White.
Pursuant to Ordinance
MOTION
On the motion
“Ord. No. 546-98.
By Councilmen Patmon
An emergency ordinance
and inserting in
“Ord. No. 547-98.
By Councilmen Patmon
An emergency ordinance
requirement contract of
and by striking
“Ord. No. 547-98.
By Councilmen Patmon
An emergency ordinance
and inserting in
“Ord. No. 546-98.
By Councilmen Patmon
An emergency ordinance
and, further, that
The reading of
COMMUNICATIONS
File No. 1746-97-B.
Objections to Estimated
File No. 1031-98.
From the Division
File No. 1032-98.
From the Division
File No. 1033-98.
From the Brook
File No. 1034-98.
From the Richard
"""
BOARD = """
Nays: None.
Absent: Mayor Jackson,
Resolution No. 169-16.
By Director Davis.
Be it resolved
Subcontractor Work
Corlett Trenching and
Yeas: Director Langhenry,
Nays: None.
Absent: Mayor Jackson,
Resolution No. 170-16.
By Director Davis.
Be it resolved
The requirement contract
Yeas: Director Langhenry,
Nays: None.
Absent: Mayor Jackson,
Resolution No. 171-16.
By Director Davis.
Be it resolved,
15, for the
Yeas: Director Langhenry,
Nays: None.
Absent: Mayor Jackson,
Resolution No. 172-16.
By Director Davis.
Be it resolved
Be it further
Yeas: Director Langhenry,
Nays: None.
Absent: Mayor Jackson,
Resolution No. 173-16.
By Director Davis.
Be it resolved
The requirement contract
shall furnish all
Be it further
SUBCONTRACTOR WORK
RAR Contracting Co.,
Yeas: Director Langhenry,
Nays: None.
Absent: Mayor Jackson,
Resolution No. 174-16.
By Director Davis.
Be it resolved
The requirement contract
Yeas: Director Langhenry,
Nays: None.
Absent: Mayor Jackson,
Resolution No. 175-16.
By Interim Director
Whereas, under the
"""


def in_order(wanted: list[str], lines: list[str]) -> list[str]:
    """The longest run of ``wanted`` that stands in this order at the beginning of ``lines``."""
    best: list[list[str]] = [[] for _ in range(len(lines) + 1)]
    for block in wanted:
        row = [best[0]]
        for n, line in enumerate(lines):
            row.append(max(row[-1], best[n + 1], [*best[n], block] if f"{line} ".startswith(f"{block} ") else [], key=len))
        best = row
    return best[-1]


def test_columns_that_are_mixed_are_counted() -> None:
    assert in_order(["The one", "The two", "The end"], ["The one", "and more", "The end", "The two of"]) in (["The one", "The two"], ["The one", "The end"])
    assert in_order(["The one", "The two"], ["The one The two", "and moreover"]) == ["The one"]


@pytest.mark.skipif(not WILD.is_dir(), reason="../shared/wild is not here: the gazettes are others' papers and not part of the sources")
@pytest.mark.parametrize(("day", "page", "printed"), [("1998-06-10", 3, FRONT), ("2016-04-27", 12, BOARD)])
def test_the_blocks_of_a_gazette_are_read_in_their_order(tmp_path: Path, day: str, page: int, printed: str) -> None:
    one = pypdfium2.PdfDocument.new()
    one.import_pages(pypdfium2.PdfDocument(WILD / f"cleveland-city-council--{day}-city-record.pdf"), [page - 1])
    one.save(tmp_path / "page.pdf")
    wanted, lines = printed.strip().split("\n"), [" ".join(line.text.split()) for line in read(tmp_path / "page.pdf").pages[0].lines]
    assert in_order(wanted, lines) == wanted
