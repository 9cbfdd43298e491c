"""Exempt matter: items and papers carry the statute and its paragraphs, where they are printed."""

from __future__ import annotations

from papermine.extract.exempt import marked
from papermine.records import AgendaItem
from printed import paper, proceedings
from test_agenda import items


def exempt(text: str) -> list[tuple[str | None, bool, str | None, str | None]]:
    return [(r.number, r.exempt, r.exempt_statute, r.exempt_paragraphs) for r in proceedings(text) if isinstance(r, AgendaItem)]


def test_items_after_the_exclusion_carry_its_statute_and_paragraph():
    assert exempt("""
    **53. Leisure centre roof**
    RESOLVED that the report be noted.

    **54. Exclusion of the public**
    RESOLVED that under Section 100A(4) of the Local Government Act 1972 the public be excluded from the
    meeting as the item involves the likely disclosure of exempt information as defined in Paragraphs 1
    and 3 of Part 1 of Schedule 12A of the Act.

    **55. Disposal of land**
    RESOLVED that the offer be accepted.
    """) == [("53", False, None, None), ("54", False, None, None), ("55", True, "Schedule 12A, Local Government Act 1972", "1, 3")]


def test_a_parish_excludes_under_an_act_without_paragraphs():
    assert exempt("""
    **9. Exclusion of press and public**
    Resolved: that under the Public Bodies (Admission to Meetings) Act 1960 the press and public be excluded.

    **10. Staffing**
    Resolved: that the pay award be approved.
    """)[1] == ("10", True, "Public Bodies (Admission to Meetings) Act 1960", None)


def test_a_motion_that_nobody_excluded_anyone_by_exempts_nothing():
    assert exempt("""
    **9. Freedom of information**
    The Clerk explained paragraph 3 of Schedule 12A to the Local Government Act 1972.

    **10. Staffing**
    Resolved: that the pay award be approved.
    """) == [("9", False, None, None), ("10", False, None, None)]


def test_an_appendix_that_says_so_at_its_head():
    found = marked(paper("""
    Appendix 2
    NOT FOR PUBLICATION by virtue of paragraph 3 of
    Schedule 12A to the Local Government Act 1972
    Offers received
    """, "appendix"))
    assert found == ("Schedule 12A, Local Government Act 1972", "3")


def test_a_report_whose_appendix_is_exempt_is_open():
    assert marked(paper("""
    Report of the Director of Resources
    Appendix 2 is not for publication by virtue of paragraph 3 of Schedule 12A
    Title: Sale of land
    """, "report")) is None
    assert marked(paper("Unrestricted\nReport of the Director of Resources", "report")) is None


def test_a_motion_on_an_agenda_speaks_for_the_items_after_it():
    found = items([(57, "AGENDA", "b"), "", (57, "1.  Apologies", "b"), "", (57, "2.  Exclusion of the press and public", "b"),
                   "That the public be excluded from the following items, which involve exempt information", "as defined in paragraphs 1 and 3 of Schedule 12A to the Local Government Act 1972.", "",
                   (57, "3.  Sale of land", "b"), "", (57, "4.  Staffing", "b"), "(Exempt under Schedule 12A, paragraph 2)"])
    assert [(i.number, i.exempt, i.exempt_paragraphs) for i in found] == [("1", False, None), ("2", False, None), ("3", True, "1, 3"), ("4", True, "2")]
    assert found[2].exempt_statute == "Schedule 12A, Local Government Act 1972"
