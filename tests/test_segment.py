"""Printed pages → papers: where each begins, and what kind it is."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

import packstyle
from paper import Row, typeset
from papermine.document import Pack
from papermine.language.pages import page_range
from papermine.pipeline import read
from papermine.segment import split
from papermine.segment.formlabels import label_of
from papermine.segment.titles import AGENDA, APPENDIX, DECISION, MINUTES, PROGRAMME, QUESTIONS, STAMP

PROSE: list[Row] = ["The service was last reviewed in 2021, and demand has grown since then.", "Residents asked for more notice of changes."]
MINUTES_PAGE: list[Row] = [(200, "Harbour Panel", "b"), "", "MINUTES of the meeting of the Harbour Panel held on 3 May 2023", "", "PRESENT: Cllr Ada Brook (Chair)",
                           "", *PROSE]
REPORT_PAGE: list[Row] = ["From:\tDirector of Works", "To:\tHarbour Panel - 7 June 2023", "Subject:\tQuay repairs", "", (57, "1. Introduction", "b"), *PROSE]
BLANK: list[Row] = ["This page is intentionally left blank"]


def kinds(*pages: list[Row], labels: int | None = None) -> list[tuple[str, int, int]]:
    return [(p.kind, p.first_page, p.last_page) for p in split(typeset(*pages, labels=labels))]


def test_a_pack_by_its_agenda_page_ranges() -> None:
    agenda: list[Row] = [(57, "Agenda", "b"), "", "1.  Apologies", "", "2.  Minutes of the previous meeting (Pages 2 - 3)", "",
                         "3.  Quay repairs (Pages 4 - 6)", "", "4.  Work programme (Page 7)"]
    programme: list[Row] = [(57, "Work programme 2023/24", "b"), "", *PROSE]
    appendix: list[Row] = [(57, "Appendix A - Quays", "b"), "", *PROSE]
    assert kinds(agenda, MINUTES_PAGE, PROSE, REPORT_PAGE, PROSE, appendix, programme, labels=1) == [
        ("agenda", 1, 1), ("minutes", 2, 3), ("report", 4, 5), ("appendix", 6, 6), ("work_programme", 7, 7)]


def test_blank_pages_belong_to_the_paper_before() -> None:
    agenda: list[Row] = [(57, "Agenda", "b"), "", "1.  Minutes (Pages 2 - 3)", "", "2.  Quay repairs (Pages 4 - 5)"]
    assert kinds(agenda, MINUTES_PAGE, BLANK, REPORT_PAGE, BLANK, labels=1) == [("agenda", 1, 1), ("minutes", 2, 3), ("report", 4, 5)]


@pytest.mark.parametrize(("rows", "kind"), [
    (MINUTES_PAGE, "minutes"),
    (REPORT_PAGE, "report"),
    ([(57, "RECORD OF DECISION", "b"), "", "Decision taken by: Cllr Ada Brook", *PROSE], "decision"),
    ([(57, "Forward plan", "b"), "", *PROSE], "work_programme"),
    ([(200, "CABINET - PUBLIC QUESTIONS", "b"), "", "1. Public question from a resident", *PROSE], "questions"),
    ([(57, "Budget Book", "b"), "", *PROSE], "other"),
    (PROSE, "other"),
    # a title, and something that was moved
    ([(200, "BELL CITY COUNCIL", "b"), (250, "MINUTES", "b"), "", "Motion by Pell, seconded by Orde, to approve the agenda.", *PROSE], "minutes"),
    ([(200, "Shire of Bell", "b"), (250, "MINUTES NOVEMBER 2014", "b"), "", "Moved by Cr Pell, seconded by Cr Orde that the accounts be paid.", *PROSE], "minutes"),
    ([(200, "Pursuant to due call and notice thereof, a regular meeting was"), "held in the Town Hall on May 11, 2020.", "", "MOVED by Pell, seconded by Orde to pay the bills.", *PROSE], "minutes"),
    ([(200, "BELL CITY COUNCIL", "b"), (250, "MINUTES", "b"), "", "The minutes are on the web.", *PROSE], "other"),
    # minutes that do not say so: a day, a meeting called to order, a motion
    ([(200, "BELL COUNTY BOARD MEETING", "b"), (250, "May 11, 2020", "b"), "", "Chr. Pell called the meeting to order. Commissioner Orde made a motion to approve the agenda.",
      "Commissioner Lusk seconded the motion. The motion is approved.", *PROSE], "minutes"),
    ([(200, "Town Board Minutes for October 10, 2011", "b"), "", "Call to Order. Chairperson L Orde called the regular meeting to order at 7 p.m.", "Moved by V Pell, second by D Yew to adjourn.", *PROSE], "minutes"),
    ([(200, "BELL COUNTY BOARD", "b"), (250, "May 11, 2020", "b"), "", "1. Call to order", "2. Motion to approve the agenda", *PROSE], "other"),
    # a word of the trade in a sentence is no title
    (["Members approved the minutes of the last meeting, and noted the agenda.", *PROSE], "other"),
])
def test_a_file_of_one_paper(rows: list[Row], kind: str) -> None:
    assert kinds(rows, PROSE) == [(kind, 1, 2)]


def test_a_report_in_a_file_of_its_own_keeps_its_pages_until_an_appendix() -> None:
    appendix: list[Row] = [(57, "Appendix 1 - Soundings", "b"), "", *PROSE]
    listed: list[Row] = [(57, "Appendices", "b"), "", "Appendix 1 - Soundings", "Appendix 2 - Tides", "Appendix 3 - Charts"]
    assert kinds(REPORT_PAGE, listed, appendix, PROSE) == [("report", 1, 2), ("appendix", 3, 4)]


def test_papers_tile_the_pack() -> None:
    pack = typeset(PROSE, MINUTES_PAGE, BLANK, REPORT_PAGE, PROSE)
    pages = [page.number for paper in split(pack) for page in paper.pages]
    assert pages == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("pattern", "printed", "near_misses"), [
    (MINUTES, ["MINUTES", "Draft Minutes of the Cabinet", "MINUTES of a meeting of the County Council held in", "COUNCIL MINUTES", "Cofnodion"],
     ["Minutes of silence were kept", "To approve the previous minutes", "3. Minutes of the previous meeting", "minutes later the bus came"]),
    (AGENDA, ["AGENDA", "A G E N D A", "Regular Meeting Agenda", "Agenda & Summons", "Notice of Meeting"], ["Agenda Item 4", "The agenda was agreed by all", "Adoption of the agenda", "APPROVAL OF AGENDA", "Consent Agenda"]),
    (DECISION, ["RECORD OF DECISION", "Notice of Decisions", "Decision Notice", "Officer Decision Record"], ["The decision was recorded by the clerk"]),
    (PROGRAMME, ["Forward Plan", "Scrutiny Work Programme 2024/25"], ["the work programme was noted and members asked"]),
    (QUESTIONS, ["Public Questions", "Petitions", "Questions from Members"], ["Members asked several questions about the budget"]),
    (APPENDIX, ["Appendix A", "APPENDIX 1: Budget", "Annex C", "Attachment 2"], ["Attached is the plan", "The appendix shows"]),
    (STAMP, ["Agenda Item 3", "Agenda Item No. 12", "Minute Item 45"], ["Agenda Items", "Agenda Item 3 was deferred"]),
])
def test_patterns(pattern: object, printed: list[str], near_misses: list[str]) -> None:
    assert [t for t in printed if not pattern.match(t)] == []  # type: ignore[attr-defined]
    if pattern is not MINUTES:
        assert [t for t in near_misses if pattern.match(t)] == []  # type: ignore[attr-defined]
    else:
        assert kinds([(57, t) for t in near_misses]) == [("other", 1, 1)]


def test_labels_of_report_headers() -> None:
    assert [label_of(t) and label_of(t)[0] for t in ("Subject: Quay", "Report title", "Ward(s) affected:", "Portfolio Holder", "From here on it rained")] == [  # type: ignore[index]
        "subject", "title", "wards", "member", None]


def test_page_ranges() -> None:
    assert [(r.first, r.last) for t in ("Budget (Pages 3 - 8)", "Budget (Page 12)", "Budget [pp. 5–9]", "Cofnodion (Tudalennau 1 - 4)") if (r := page_range(t))] == [
        ("3", "8"), ("12", "12"), ("5", "9"), ("1", "4")]
    assert [t for t in ("see page 4", "a 3 - 8 week wait", "2024 - 25", "(Pages 8 - 3)") if page_range(t)] == []


def test_a_report_after_an_agenda_that_prints_no_pages() -> None:
    agenda: list[Row] = [(57, "Agenda", "b"), "", "1.  Apologies", "", "2.  Quay repairs", "Report of the Harbour Master", "", "3.  Close"]
    report: list[Row] = [(57, "Quay repairs", "b"), "Report of the Harbour Master", "", (57, "Introduction", "b"), *PROSE, "", (57, "Recommendation", "b"), "That the repairs be made."]
    annex: list[Row] = [(260, "Annex 1", "b"), "", *PROSE]
    assert kinds(agenda, report, annex) == [("agenda", 1, 1), ("report", 2, 2), ("appendix", 3, 3)]


def test_a_line_of_an_agenda_that_breaks_before_minutes_opens_none() -> None:
    agenda: list[Row] = [(220, "CITY COUNCIL AGENDA", "b"), "", "Members of the public may speak. Speakers are limited to three", "minutes.", "",
                         (220, "ROLL CALL", "b"), "", "1.  Approve the plan", "", "2.  Adopt the map", "", "3.  Award the contract"]
    assert kinds(agenda) == [("agenda", 1, 1)]


def test_the_item_of_an_agenda_on_the_previous_minutes_opens_none() -> None:
    front: list[Row] = [(57, "AGENDA", "b"), "", "Harbour Panel", "7 June 2023 at 6.00 pm"]
    listed: list[Row] = ["APOLOGIES", "", "MINUTES OF THE PREVIOUS MEETING", "To approve the minutes of the meeting.", "", "QUAY REPAIRS", "Report of the Harbour Master."]
    assert kinds(front, listed, MINUTES_PAGE) == [("agenda", 1, 2), ("minutes", 3, 3)]


def test_an_outline_that_names_papers_parts_them() -> None:
    words = ("quays", "moorings", "ladders", "lights", "buoys")
    pages: list[list[Row]] = [[f"The harbour has {word} that were looked at in the {n} week of the year." for n in range(20 * k, 20 * k + 20)]
                              for k, word in enumerate(words)]
    pack = typeset(*pages)
    assert [p.first_page for p in split(pack)] == [1]
    pack.bookmarks = [("Front sheet", 1, 0), ("2 Moorings", 2, 0), ("3 Ladders", 3, 0), ("Costs", 4, 1)]
    assert [p.first_page for p in split(pack)] == [1, 2, 3]


def test_a_planning_report_by_the_labels_of_the_application() -> None:
    assert kinds([(57, "19/0441/FUL - Mill Lane", "b"), "", "Application No:\t19/0441", "Ward:\tOttery", "Location:\tMill Lane", "Applicant:\tMr Penn", "Case Officer:\tCy Dean", "", *PROSE]) == [("report", 1, 1)]


def test_a_letter_that_recommends_begins_after_the_agenda() -> None:
    agenda: list[Row] = [(250, "AGENDA", "b"), "", "1.  Minutes", "", "2.  Disposal of land", "", "3.  Motions"]
    letter: list[Row] = ["8th January 2024", "", (57, "To: The Members of Cove County Council", "b"), "", (57, "Re: Disposal of land at Quay Street", "b"), "", *PROSE, "It is recommended that the Council approve it."]
    assert kinds(agenda, letter) == [("agenda", 1, 1), ("report", 2, 2)]
    assert kinds(agenda, PROSE) == [("agenda", 1, 2)]


def test_an_agenda_called_in_a_sentence() -> None:
    rows: list[Row] = [(200, "COVE COUNCIL", "b"), "", (200, "HARBOUR COMMITTEE", "b"), "", "Town House", "9 May 2023", "", "A meeting of the Harbour Committee will be held in the Town House on", "Thursday 16 May 2023.",
                       "", "FIONA GALE", "", (260, "BUSINESS", "b"), "", "1  Sederunt", "2  Declarations", "3  Winter plan"]
    assert kinds(rows) == [("agenda", 1, 1)]


def test_business_that_goes_on_is_no_report() -> None:
    agenda: list[Row] = [(250, "AGENDA", "b"), "", *PROSE]
    more: list[Row] = [(57, "1. OPENING", "b"), *PROSE, "", (57, "2. APOLOGIES", "b"), *PROSE, "", (57, "5. REPORTS", "b"), (57, "5.1 SHED", "b"), "", "Applicant:\tJ Doran", "Author:\tT Vale", "",
                       (57, "Summary", "b"), *PROSE, (57, "Background", "b"), *PROSE]
    assert kinds(agenda, more) == [("agenda", 1, 2)]


def test_the_labels_of_a_front_sheet_are_no_report() -> None:
    front: list[Row] = [(57, "Housing Committee", "b"), "", "Title:\tHousing Committee", "Date:\t17 May 2021", "Time:\t4.00pm", "Venue:\tTown Hall", "Members:\tCouncillors Gibb and Hughes", "Contact:\tGreg Weaver"]
    agenda: list[Row] = [(250, "AGENDA", "b"), "", "31  PROCEDURAL BUSINESS", "", "32  MINUTES", "", "33  REPAIRS"]
    assert kinds(front, agenda) == [("agenda", 1, 2)]


@pytest.mark.parametrize("title", ["AGENDA – PART 1", "Agenda\tMembership: Cllrs Ada Brook (Chair), Cy Dean"])
def test_an_agenda_by_its_word_below_a_list_of_members(title: str) -> None:
    page: list[Row] = [(200, "THE CABINET", "b"), "", (57, title, "b"), "", "1.  Apologies", "2.  Declarations of interest", "3.  Quay repairs"]
    assert kinds(page) == [("agenda", 1, 1)]


def test_an_items_papers_that_recommend_are_a_report() -> None:
    agenda: list[Row] = [(57, "Agenda", "b"), "", "1.  Apologies", "", "2.  Application 23/01 (Page 2)", "", "3.  Letter from the tenants (Page 3)"]
    application: list[Row] = [(57, "Planning Application 23/01", "b"), "Applicant:\tMs A Brook", "", *PROSE, "", (57, "RECOMMENDATION", "b"), "That permission be granted."]
    letter: list[Row] = ["Dear Sir", "", *PROSE, "We recommend that the quay be repaired."]
    assert [kind for kind, _, _ in kinds(agenda, application, letter, labels=1)][1] == "report"
    assert [kind for kind, _, _ in kinds(agenda, letter, PROSE, labels=1)][1] != "report"


def test_a_form_for_one_body_is_a_report() -> None:
    form: list[Row] = [(57, "CITY COUNCIL AGENDA ITEM BRIEFING SHEET", "b"), "Originating Department:\tHarbor", "Council Date:\t06/07/23", "", "RECOMMENDED MOTION:", "Approve the plan."]
    assert kinds(form) == [("report", 1, 1)]


def test_a_forward_plan_whose_table_has_the_labels_of_a_report() -> None:
    plan: list[Row] = [(200, "Cove District Council", "b"), (200, "Forward Plan of Key Decisions", "b"), (200, "1 November 2022 to 28 February 2023", "b"), "", "This plan sets out the key decisions that Cabinet is likely to take.", "",
                       (57, "Key Decision\tCabinet Member\tContact Officer", "b"), "Date\tReport of the Head of Quays\tCy Dean"]
    assert kinds(plan) == [("work_programme", 1, 1)]


def test_an_american_order_of_business_that_does_not_say_agenda() -> None:
    order: list[Row] = [(200, "CITY OF COVE", "b"), (200, "REGULAR MEETING OF THE CITY COUNCIL", "b"), (250, "December 19, 2006", "b"), "", (57, "CALL TO ORDER", "b"), "", (57, "ROLL CALL", "b"), "", (57, "CONSENT CALENDAR", "b"), "",
                        "1.  Street sweeping", "", (57, "ORAL COMMUNICATIONS", "b"), "", (57, "ADJOURNMENT", "b")]
    assert kinds(order) == [("agenda", 1, 1)]
    told: list[Row] = [*order[:8], "Motion by Brook, seconded by Clay, to approve.", *order[8:]]
    assert kinds(told) != [("agenda", 1, 1)]


def test_a_form_with_a_member_and_an_officer_that_recommends_is_a_report() -> None:
    assert kinds([(200, "CABINET", "b"), (200, "26 JUNE 2023", "b"), "", "Purpose: To report.", "", (57, "Recommendations / key decisions required:", "b"), "That it be noted.", "", (57, "CABINET MEMBER PORTFOLIO HOLDER:- Cllr Ada Brook", "b"), "",
                  "Report Author: Cy Dean"])[0][0] == "report"


def test_a_british_agenda_that_does_not_say_so() -> None:
    front: list[Row] = [(100, "TRANSPORT AND QUAYS COMMITTEE MEETING", "b"), "", "Date:\tWednesday 13 January 2016", "Time:\t6.30 p.m.", "Venue:\tTown Hall, Cove", "", "1.\tApologies for Absence", "2.\tUrgent Items",
                        "3.\tDisclosures by Members and Officers", "4.\tThe Quay Framework"]
    assert kinds(front) == [("agenda", 1, 1)]
    told: list[Row] = [*front[:7], "There were none.", front[7], "There were none.", front[8], "Cllr Clay disclosed an interest.", front[9]]  # notes of a meeting: words stand between the headings
    assert kinds(told) != [("agenda", 1, 1)]
    undated: list[Row] = ["How a meeting is run", "", *front[6:]]
    assert kinds(undated) != [("agenda", 1, 1)]


def test_a_work_programme_whose_title_and_table_break() -> None:
    table: list[Row] = ["Report Title\tDate of meeting\tReport Author", "Quays\t9 February 2016\tCy Dean", "Air\t8 March 2016\tAda Brook"]
    assert kinds([(57, "Transport and Quays Committee Work", "b"), (57, "Programme", "b"), "", *table]) == [("work_programme", 1, 1)]
    assert kinds([(57, "Transport and Quays Committee Work", "b"), (57, "In the harbour, and what it costs", "b"), "", *table]) != [("work_programme", 1, 1)]
    report: list[Row] = [(57, "Review of the Work Programme", "b"), "", "Report to:\tCabinet", "Date:\t9 February 2016", "Subject:\tThe plan", "Report Author:\tCy Dean", "", *PROSE]
    assert kinds(report) == [("report", 1, 1)]


def test_what_the_chief_executive_reports_each_month_is_a_report() -> None:
    """Its title names the month, or stands above it as a title too; a heading of minutes that go on, with the month in its text, opens nothing."""
    agenda: list[Row] = [(200, "VANEFIELD COUNTY COUNCIL", "b"), (200, "AGENDA", "b"), "", "Meeting of Vanefield County Council on Monday 13 May 2024 at 2.00 pm", "",
                         "1. Confirmation of Minutes", "2. Chief Executive’s Report", "3. Notices of Motion"]
    text: list[Row] = ["The housing programme is on target, and the scheme at Mill Lane was handed over in April.", "Works on the next phase begin in June."]

    def below(*head: Row) -> list[tuple[str, int, int]]:
        return kinds(agenda, [*head, "", "", (57, "Housing", "b"), *text, "", (57, "Roads", "b"), *text], [(57, "Libraries", "b"), *text], labels=1)
    for title in ("CHIEF EXECUTIVE’S MANAGEMENT REPORT", "Monthly Management Report", "Tuarascáil Mhíosúil / Chief Executive's Report"):
        assert below((180, title, "b"), (230, "May 2024", "b")) == [("agenda", 1, 1), ("report", 2, 3)]
    assert below((150, "Chief Executive’s Monthly Management Report – May 2024", "b")) == [("agenda", 1, 1), ("report", 2, 3)]
    assert below((57, "Chief Executive’s Report", "b"), "The Chief Executive’s report for May 2024 had been circulated.") == [("agenda", 1, 3)]


def test_a_report_on_a_forward_plan_is_a_report() -> None:
    head: list[Row] = [(57, "Museum Forward Plan", "b"), "", "Wards affected:\tAll", "Report author:\tCy Dean", "", (57, "1. Purpose", "b"), "To adopt the plan.", "", (57, "2. Background", "b"), "Words."]
    assert [p.kind for p in split(typeset(head))] == ["report"]
    plan: list[Row] = [(57, "Cabinet Forward Plan", "b"), "", (57, "Report title\tDecision date\tReport author", "b"), "Quay repairs\t3 May 2024\tCy Dean"]
    assert [p.kind for p in split(typeset(plan))] == ["work_programme"]


def test_a_report_below_the_name_of_the_appendix_that_it_is() -> None:
    head: list[Row] = [(450, "Appendix A"), "", (57, "Sale of a Grader", "b"), "", "Wards affected:\tAll", "Report author:\tCy Dean", "Date:\t3 May 2024", "",
                       (57, "1. Purpose", "b"), "To sell it.", "", (57, "2. Background", "b"), "Words."]
    assert [p.kind for p in split(typeset(head))] == ["report"]
    assert [p.kind for p in split(typeset(["Subject:\tQuays", "Report to:\tCabinet", "Date:\t3 May 2024", "", (57, "1. Purpose", "b"), "Words."], [(57, "Appendix A", "b"), "", "The costs of 2024."]))] == [
        "report", "appendix"]


def test_a_title_larger_than_any_of_the_report_is_of_what_is_attached() -> None:
    report = "#council X\nD report|\nC14|Winter Plan\nW150,300|**Report to:** ~ Cabinet\nW150,300|**Report author:** ~ Cy Dean\nW150,300|**Wards affected:** ~ All\nH|1. Purpose\nX6|\nH|2. Background\nX3|\n"
    for heading, kinds in (("C20|Quay Strategy", ["report", "appendix"]), ("C14|Quay Strategy", ["report"])):
        assert [p.kind for p in split(_set(f"{report}B|\n{heading}\nX5|\n"))] == kinds


def _set(text: str) -> Pack:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "x.txt"
        source.write_text(text, encoding="utf-8")
        return read(packstyle.typeset(source, Path(folder)))


def test_an_agenda_whose_numbered_business_says_so() -> None:
    head: list[Row] = [(200, "Harbour School District", "b"), (200, "Board of Education Meeting", "b"), (200, "September 17, 2025 at 6:30 PM", "b"), ""]
    business: list[Row] = ["1. Call the meeting to order", "Item type: procedural", "2. Roll Call", "Item type: procedural", "3. Consent Agenda:", "Item type: consent", "4. New Business", "5. Adjourn"]
    assert kinds([*head, *business]) == [("agenda", 1, 1)]
    told: list[Row] = ["1. Call to order", "President Vane called the meeting to order.", "2. Roll Call", "Present: Vane, Tull.", "3. New Business", "Moved by Tull, seconded by Hogg, to buy a van.", "4. Public Hearing", "5. Adjournment"]
    assert kinds([*head, *told]) == [("minutes", 1, 1)]


def test_minutes_of_a_meeting_below_the_first_business_are_an_item() -> None:
    assert kinds([(200, "HARBOUR TOWN", "b"), (200, "COMMON COUNCIL MEETING", "b"), (200, "SEPTEMBER 3, 2013", "b"), "", (57, "CALL TO ORDER", "b"), "", (57, "ROLL CALL", "b"), "", (57, "PLEDGE OF ALLEGIANCE", "b"), "",
                  (57, "MINUTES OF COUNCIL MEETING HELD: August 20, 2013", "b"), "", (57, "COMMENTS FROM CITIZENS PRESENT", "b"), "", (57, "OLD BUSINESS", "b"), "", (57, "ADJOURNMENT", "b")]) == [("agenda", 1, 1)]
    assert kinds([(57, "Mallow Township Council met at the hall on June 6, 2019. The following were present:"), "Council: Mayor D. Hale, Councillor M. Tull", "", (57, "CALL TO ORDER:", "b"), "", (57, "MINUTES:", "b"), "",
                  "Moved by: Max Tull", "Seconded by: Ann Vane", "THAT the minutes of May 16, 2019 be adopted."]) == [("minutes", 1, 1)]
