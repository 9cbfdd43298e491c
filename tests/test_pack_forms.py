"""Forms of packs met on new bodies: heads of agendas, columns beside items, labels for two people, sentences that only sound like advice."""

from __future__ import annotations

import pytest

from paper import Row, typeset
from papermine.document import Paper
from papermine.extract.agenda import agenda_items
from papermine.extract.meetings import pack_meetings
from papermine.provenance import Ids
from papermine.records import Report
from papermine.segment import split
from test_agenda import items
from test_reports import mined, recommended


def listed(*rows: Row) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in items(list(rows))]


def reports(*rows: Row) -> Report:
    [report] = [r for r in mined(list(rows)) if isinstance(r, Report)]
    return report


def test_the_word_agenda_at_the_head_of_its_columns() -> None:
    front: list[Row] = ["Meeting of:\tCouncil", "Date:\tWednesday, 18th July 2018", "Time:\t6.15 pm", "", (57, "Item No.\tAGENDA\tPage No", "b"), "", (57, "1.  APOLOGIES", "b"), "",
                        (57, "2.  MINUTES", "b"), "", (57, "3.  MOTIONS", "b")]
    [agenda] = split(typeset(front))
    assert agenda.kind == "agenda"
    [meeting], _ = pack_meetings(typeset(front), [agenda], Ids("p"))
    assert (meeting.body, str(meeting.meeting_date)) == ("Council", "2018-07-18")
    [other] = split(typeset([(57, "Item No.\tAction\tPage No", "b"), "", "1.  Sweep the hall", "2.  Mend the gate", "3.  Paint the door"]))
    assert other.kind != "agenda"


_LEFT: list[Row] = [(250, "AGENDA", "b"), "", "Page", (117, "1.  CALL TO ORDER", "b"), "", (117, "2.  ADOPTION OF MINUTES", "b"), "", "2 - 3\t2.1.  Minutes of 14 January", "",
                    (117, "3.  STAFF REPORTS", "b"), "", "4\t3.1.  Interim Levy", "5 - 6\t3.2.  Gravel Tender", "", (117, "4.  ADJOURNMENT", "b")]


def test_pages_in_a_column_left_of_the_numbers() -> None:
    pack = typeset(_LEFT, *[["Words."]] * 5, labels=1)
    found = agenda_items(Paper("agenda", pack.pages[:1]), pack, Ids("p"))
    assert [(i.number, i.title, i.first_page, i.last_page) for i in found] == [
        ("1", "CALL TO ORDER", None, None), ("2.1", "Minutes of 14 January", 2, 3), ("3.1", "Interim Levy", 4, 4), ("3.2", "Gravel Tender", 5, 6), ("4", "ADJOURNMENT", None, None)]
    [place] = [e for e in found[1].evidence if e.field == "first_page"]
    assert (place.text, round(place.x0)) == ("2 - 3", 57)  # where it is printed


def test_descriptions_in_a_column_beside_the_titles() -> None:
    assert listed((250, "AGENDA", "b"), "", (57, "1.  CALL TO ORDER", "b"), "", (57, "2.  REPORTS", "b"), "", "2.1  Capital projects\tThe state of the projects.", "",
                  "2.2  Gravel tender\tTo award the tender.", "", "2.3  Service award\tTo thank Mr Day for his years.", "", (57, "3.  ADJOURNMENT", "b")) == [
        ("1", "CALL TO ORDER"), ("2.1", "Capital projects"), ("2.2", "Gravel tender"), ("2.3", "Service award"), ("3", "ADJOURNMENT")]


@pytest.mark.parametrize("code", ["21-0{}77", "ORD{}1-205"])
def test_file_numbers_in_a_column_before_the_titles(code: str) -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", (57, "CALL TO ORDER", "b"), "", (57, "CONSENT CALENDAR", "b"), ""]
    titles = ["Approve the Minutes of May", "Adopt the Amended Code", "Discussion of Districts"]
    for n, title in enumerate(titles, 1):
        rows += [f"1.{'ABC'[n - 1]}\t{code.format(n)}\t{title}", (70, "Recommendation: Approve as submitted."), ""]
    rows += [(57, "ADJOURNMENT", "b")]
    assert [title for number, title in listed(*rows) if number and number.startswith("1.")] == titles


def test_one_letter_with_pages_below_a_heading_is_its_item() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", (57, "1. APOLOGIES", "b"), "", (57, "2. MINUTES", "b"), (80, "(a) Northmoor Council of 12 February (Pages 1 - 6)"), "", (57, "3. REPORTS OF LEAD MEMBERS", "b"),
                       (80, "(a) Report by the lead member for planning (to follow)"), (80, "(b) Report by the lead member for Gaelic (Pages 7 - 9)"), "", (57, "4. CLOSE", "b")]
    assert listed(*rows) == [("1", "APOLOGIES"), ("a", "Northmoor Council of 12 February"), ("a", "Report by the lead member for planning (to follow)"), ("b", "Report by the lead member for Gaelic"), ("4", "CLOSE")]
    told: list[Row] = [(250, "AGENDA", "b"), "", (57, "1. APOLOGIES", "b"), "", (57, "2. BUDGET", "b"), (80, "(a) To note the report"), "", (57, "3. CLOSE", "b")]
    assert listed(*told) == [("1", "APOLOGIES"), ("2", "BUDGET"), ("3", "CLOSE")]


def test_plain_words_say_what_is_to_be_done_with_a_bold_title() -> None:
    [_, item, _] = items([(250, "AGENDA", "b"), "", "1. Apologies", "", "2. **Minute of 1 May** for approval and signature", "", "3. Close"])
    assert "Minute of 1 May" in item.title


def test_a_label_for_two_people() -> None:
    head: list[Row] = ["Report to:\tExecutive Cabinet", "Date:\t23 January 2019", "Executive\tCllr Ada Brook – Executive Member (Libraries)", "Member/Reporting\tBen Clay – Assistant Director (Works)",
                       "Officer:", "Subject:\tLibraries"]
    report = reports(*head, "Report Summary:\tThe report sets out the hours", "\tof each library.", "", (57, "1. BACKGROUND", "b"), "1.1 Words.")
    assert (report.title, report.cabinet_member, report.accountable_director) == ("Libraries", "Cllr Ada Brook – Executive Member (Libraries)", "Ben Clay – Assistant Director (Works)")


def test_a_value_that_goes_on_with_another_label() -> None:
    report = reports("Subject:\tLibraries", "Report of / Cabinet Member:\tCllr Ada Brook – Libraries; Director: Ben Clay", "Wards:\tAll", "", (57, "1. BACKGROUND", "b"), "1.1 Words.")
    assert (report.cabinet_member, report.accountable_director) == ("Cllr Ada Brook – Libraries", "Ben Clay")


def test_one_person_under_a_label_for_two() -> None:
    report = reports("Subject:\tLibraries", "Cabinet Member/Director:\tCllr Ada Brook", "Wards:\tAll", "", (57, "1. BACKGROUND", "b"), "1.1 Words.")
    assert (report.cabinet_member, report.accountable_director) == ("Cllr Ada Brook", None)


def test_who_presents_a_report_and_holds_its_portfolio() -> None:
    assert reports("Title of Report\tLibraries", "Presented by:\tCouncillor Ada Brook Libraries Portfolio Holder", "Wards\tAll", "", (57, "1. BACKGROUND", "b"), "1.1 Words.").cabinet_member == (
        "Councillor Ada Brook Libraries Portfolio Holder")
    assert reports("Title of Report\tLibraries", "Presented by:\tBen Clay Head of Works", "Wards\tAll", "", (57, "1. BACKGROUND", "b"), "1.1 Words.").cabinet_member is None


def test_a_sentence_that_sounds_like_advice_beside_a_heading_that_gives_it() -> None:
    rows: tuple[Row, ...] = ((57, "Recommendation", "b"), "", "That the tender be awarded.", "", (57, "Background", "b"), "", "It is recommended that riders book a day ahead.", "")
    assert recommended(*rows) == [(None, "That the tender be awarded.")]
    assert recommended(*rows[4:]) == [(None, "It is recommended that riders book a day ahead.")]  # the only advice that it prints
    assert recommended(*rows, (57, "Recommendations", "b"), "", "As set out at the front of the report.") == [(None, "That the tender be awarded.")]


def test_numbers_that_count_the_paragraphs_of_a_report_end_with_its_section() -> None:
    assert recommended((57, "Purpose of the report", "b"), "", "1.  To choose who attends.", "", (57, "RECOMMENDATION", "b"), "", "2.  That the Chair attends.", "", (57, "Strategic Framework", "b"), "",
                       "3.  Delegates travel by train.") == [("2", "That the Chair attends.")]


def test_a_numbered_sentence_opens_the_list() -> None:
    assert recommended((57, "3. CONCLUSION AND RECOMMENDATIONS", "b"), "", "3.1  Work is on time.", "", "3.2  It is recommended that the Council:", (110, "(i) notes progress; and"),
                       (110, "(ii) thanks the officers.")) == [("i", "notes progress; and"), ("ii", "thanks the officers.")]


def test_a_report_known_by_its_first_section_alone() -> None:
    rows: list[Row] = ["National Park Authority – Part A", "", (57, "6.  THE YEAR OF THE TRAILS", "b"), "", (57, "1.  Purpose of the report", "b"), "To tell members.", "", (57, "2.  Recommendation", "b"),
                       "For members to note the report.", "", (57, "3.  Background", "b"), "Words."]
    [found] = split(typeset(rows))
    assert found.kind == "report"




def test_first_and_last_pages_in_two_columns() -> None:
    pack = typeset([(250, "AGENDA", "b"), "", (227, "Pages"), "1.  Apologies", "", "2.  Minutes\t2\t3", "", "3.  Budget\t4\t6", "", "4.  Close"], *[["Words."]] * 5, labels=1)
    found = agenda_items(Paper("agenda", pack.pages[:1]), pack, Ids("p"))
    assert [(i.title, i.first_page, i.last_page) for i in found] == [("Apologies", None, None), ("Minutes", 2, 3), ("Budget", 4, 6), ("Close", None, None)]


def test_offices_with_their_area_present() -> None:
    found = items([(250, "AGENDA", "b"), "", (57, "1.  Apologies", "b"), "", (57, "2.  Roads programme", "b"), "Report by Head of Roads (North Area)", "", "3.  Parks\tArea Manager North", "", "4.  Close"])
    assert [(i.title, i.presenter) for i in found] == [("Apologies", None), ("Roads programme", "Head of Roads (North Area)"), ("Parks", "Area Manager North"), ("Close", None)]


def test_the_cell_beside_the_heading_of_recommendations_without_a_table() -> None:
    """A box of one row is no table: its words are read as in one, and go on below in their column."""
    head: list[Row] = [(57, "1. Purpose", "b"), "", "To mend the quay.", ""]
    assert recommended(*head, "Recommendations\t1. That the scheme be agreed at the cost", (227, "set out below."), (227, "2. That Cabinet note the risk."), "", (57, "2. Risk", "b"), "None.") == [
        ("1", "That the scheme be agreed at the cost set out below."), ("2", "That Cabinet note the risk.")]
    assert recommended(*head, "Recommendations\tThree of them were made by the auditor.", "", (57, "2. Risk", "b"), "None.") == []
