"""Minutes → headings of business: which numbers head an item, and which only number a paragraph."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from papermine.extract.minutes import minute_items
from papermine.provenance import Ids
from papermine.records import AgendaItem
from printed import paper


def headings(text: str) -> list[AgendaItem]:
    return [part.item for part in minute_items(paper(text), Ids("p")) if part.item is not None]


def titles(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in headings(text)]


def test_running_minute_numbers_with_the_agenda_number_in_brackets_below():
    found = headings("""
    **292. Apologies for Absence**
           //(Item 1)//

           The Manager reported apologies from Mr Bond.

    **293. Minutes of the meeting held on 13 February and, if in order, to be**
           **approved as a correct record**
           //(Item 2)//

           1) The Chairman explained that 2 pages were missing.

           2) RESOLVED that the minutes be approved.
    """)
    assert [i.model_dump(exclude_none=True, exclude={"item_id"}) for i in found] == [
        {"document_id": "d", "source": "minutes", "number": "292", "agenda_number": "1", "minute_number": "292", "title": "Apologies for Absence", "page": 1,
         "exempt": False},
        {"document_id": "d", "source": "minutes", "number": "293", "agenda_number": "2", "minute_number": "293", "page": 1, "exempt": False,
         "title": "Minutes of the meeting held on 13 February and, if in order, to be approved as a correct record"}]
    assert found[0].evidence[0].text == "292. Apologies for Absence"
    assert (found[0].rule, found[0].basis) == ("minutes.minute_items", "stated")


def test_headings_whose_only_number_is_the_item_in_brackets_below():
    assert titles("""
    **Apologies and Substitutes**
    //(Item 1)//

    Apologies were received from Dylan Jeffrey.

    **Work programme**
    //(Item 2)//

      1. The Chair reminded the Panel of the campaign that had started in the spring.

      2. RESOLVED that the programme be noted.

    **Any other business**
    //(Item 3)//

    There was none.
    """) == [("1", "Apologies and Substitutes"), ("2", "Work programme"), ("3", "Any other business")]


def test_headings_set_as_the_text_is_stand_apart_and_count_up():
    assert titles("""
    1 Apologies
    There were none.

    2 Declarations of interest
    There were no declarations of interest recorded at the meeting.

    **3 Budget**
    The panel considered the report.

    4 Work programme
    The panel agreed to note the report.
    """) == [("1", "Apologies"), ("2", "Declarations of interest"), ("3", "Budget"), ("4", "Work programme")]


def test_titles_run_into_text_on_their_line():
    assert titles("""
    **1. Police Report** Police Scotland have notified us that they will not come.
    **2. Office Bearers**
       **(a) Chair** No news to report.
       **(b) Secretary & Correspondence** Letters were read out.
    **3. Planning** - the following applications had been received:
    """) == [("1", "Police Report"), ("2", "Office Bearers"), ("a", "Chair"), ("b", "Secretary & Correspondence"), ("3", "Planning")]


def test_numbers_of_parish_minutes():
    assert titles("""
    **24/097 Apologies for absence**
    None.

    **24/098 Finance - The following accounts were approved for payment:**
    Clerk's salary

    **24/099 Grants**
    None.
    """) == [("24/097", "Apologies for absence"), ("24/098", "Finance"), ("24/099", "Grants")]


def test_minutes_numbered_below_the_month_of_the_book():
    assert titles("""
    **2307.01 Present**
           Ada Brook, Cy Dean

    **2307.02 Disclosure of Interests**
           None.

    **2307.03 Financial Accounts**
           It was agreed that these cheques be paid:
           1250.00 Quay repairs
           1310.50 Mower
           2000.75 Hall
    """) == [("2307.01", "Present"), ("2307.02", "Disclosure of Interests"), ("2307.03", "Financial Accounts")]


def test_lettered_headings_of_a_us_council_go_past_i():
    text = "\n\n".join(f"**{letter}. {title}**\nText of the item." for letter, title in zip(
        "ABCDEFGHIJ", ("CALL TO ORDER", "ROLL CALL", "CONSENT", "PARKS", "ROADS", "WATER", "TAXES", "FEES", "REPORTS", "ADJOURNMENT"), strict=True))
    assert [n for n, _ in titles(text)] == list("ABCDEFGHIJ")


def test_movers_after_a_resolution_number_are_no_heading():
    assert titles("""
    **R2023-147 D. Yemm, S. Foote:**
    That the minutes be adopted. Carried.

    **R2023-148 T. Butler, S. Kirkey:**
    That we accept the correspondence. Carried.
    """) == []


def test_sections_and_exempt_items():
    found = headings("""
    **PART 1 - ITEMS OPEN TO THE PRESS AND PUBLIC**

    **1. Budget**
    RESOLVED that the report be noted.

    **2. Exclusion of press and public**
    RESOLVED that the press and public be excluded from the meeting.

    **3. Land in High Street**
    RESOLVED that the land be sold.
    """)
    assert [(i.number, i.section, i.exempt) for i in found] == [
        ("1", "PART 1 - ITEMS OPEN TO THE PRESS AND PUBLIC", False), ("2", "PART 1 - ITEMS OPEN TO THE PRESS AND PUBLIC", False),
        ("3", "PART 1 - ITEMS OPEN TO THE PRESS AND PUBLIC", True)]


@settings(max_examples=40, deadline=None)
@given(first=st.integers(1, 400), count=st.integers(3, 12), dot=st.sampled_from(["", ".", ")"]), paragraphs=st.integers(0, 4))
def test_any_numbering_is_read_back(first: int, count: int, dot: str, paragraphs: int):
    names = [f"Subject of business {chr(65 + k)}" for k in range(count)]
    text = "\n\n".join(
        f"**{first + k}{dot} {name}**\n" + "\n\n".join(f"      {n}) The panel heard a long account of the matter and asked about it." for n in range(1, paragraphs + 1))
        for k, name in enumerate(names))
    assert titles(text) == [(str(first + k), name) for k, name in enumerate(names)]


def test_bare_letters_in_a_column_of_their_own():
    assert titles("""
    **A      CALL TO ORDER**
           Mayor Boateng called the meeting to order.

    **B      ROLL CALL**
           Present: Mayor Boateng.

    **C      PUBLIC COMMENT**
           A resident spoke of the lights.
    """) == [("A", "CALL TO ORDER"), ("B", "ROLL CALL"), ("C", "PUBLIC COMMENT")]


def test_an_article_is_no_letter():
    assert titles("""
    **A NEW LIBRARY**
           A resident spoke of it.

    **B ROADS**
           Another spoke of them.
    """) == []


def test_bare_letters_below_numbered_headings():
    assert titles("""
    **1 PROCEDURAL MATTERS**

    **A Recording of Meeting**
    Members were reminded of it.

    **B Apologies for Absence**
    There were none.

    **C Election of Chair**
    Nominations were asked for.

    **2 ANNUAL REPORT**
    The officer introduced the report.
    """) == [("1", "PROCEDURAL MATTERS"), ("A", "Recording of Meeting"), ("B", "Apologies for Absence"), ("C", "Election of Chair"), ("2", "ANNUAL REPORT")]


def test_more_sub_headings_than_headings():
    assert titles("""
    **1. FORMALITIES AND ANNOUNCEMENTS**

    **(i) Minutes**
    The minutes were approved.

    **(ii) Urgent Decisions**
    No urgent decisions were reported.

    **(iii) Mayor's Announcements**
    The Mayor spoke of the summer.

    **2. POLICY FRAMEWORK**
    The Council approved the policy.
    """) == [("1", "FORMALITIES AND ANNOUNCEMENTS"), ("i", "Minutes"), ("ii", "Urgent Decisions"), ("iii", "Mayor's Announcements"), ("2", "POLICY FRAMEWORK")]


def test_plain_decimal_and_lettered_titles_over_their_text():
    assert titles("""
    **1. Matters arising**
    1.1 Playing field goal posts
    Discussion took place on their height.
    1.2 Bus shelter maintenance
    The council has allocated money to it.

    **2. Clerk's report**
    2.1 Letter from the county
    The clerk read it out.
    2.2 The bank had written about the mandate.
    It was left to the next meeting.

    **3. Closing**
    """) == [("1", "Matters arising"), ("1.1", "Playing field goal posts"), ("1.2", "Bus shelter maintenance"), ("2", "Clerk's report"), ("3", "Closing")]
    assert titles("""
    **1. Adoption of Agenda**

    a) Motion to Adopt the Agenda.
       Moved by Scott, seconded by Hough

    **2. Closed Session**

    a) Motion to go in Closed Session.
       Moved by Veitch, seconded by Keane
    """) == [("1", "Adoption of Agenda"), ("a", "Motion to Adopt the Agenda."), ("2", "Closed Session"), ("a", "Motion to go in Closed Session.")]


def test_lists_below_a_heading_are_no_headings():
    assert titles("""
    **1. Committees**
    The following were named:
    a) Finance Committee
    b) Planning Committee
    Mrs Green will chair both.

    **2. Reports**
    2.1 None received
    2.2 No report
    The next are due in May.

    **3. Closing**
    """) == [("1", "Committees"), ("2", "Reports"), ("3", "Closing")]


def test_minute_numbers_with_a_code_or_over_the_title():
    assert titles("""
    **Cou/285/07-08 Apologies for Absence**
    None.

    **Cou/286/07-08 Declarations of Interest**
    None.
    """) == [("Cou/285/07-08", "Apologies for Absence"), ("Cou/286/07-08", "Declarations of Interest")]
    assert titles("""
    **Minute No. 150/04**
    **Votes of Sympathy**
    Members passed a vote of sympathy.

    **Minute No. 151/04**
    **Votes of Congratulations**
    A number of votes were passed.
    """) == [("150/04", "Votes of Sympathy"), ("151/04", "Votes of Congratulations")]
    assert titles("""
    **MM21/03 Infrastructure Contributions Bill**
    The bill was read.

    **BS21/71 Investment Report**
    The balances were read.
    """) == [("MM21/03", "Infrastructure Contributions Bill"), ("BS21/71", "Investment Report")]


def test_the_number_of_an_earlier_minute_is_no_heading():
    assert titles("""
    **06/09/03 Minutes**
    They were approved.

    **06/09/04 Business Arising**

    **06/07/06 Elections**
    The chair spoke of them.

    **06/09/05 Finance**
    The accounts were read.
    """) == [("06/09/03", "Minutes"), ("06/09/04", "Business Arising"), ("06/09/05", "Finance")]


def test_a_misprinted_number_is_a_heading():
    assert titles("""
    **11.25.10 Planning**
    None.

    **10.25.12 Finance**
    The accounts were read.

    **11.25.13 Closing**
    """) == [("11.25.10", "Planning"), ("10.25.12", "Finance"), ("11.25.13", "Closing")]


def test_plain_capital_letters_below_numbered_headings():
    assert titles("""
    **1. CALL TO ORDER**

    A. Roll Call
       Present: Mayor Boateng.

    B. Approval of the Agenda
       It was read out, and nobody had anything to add to it at this meeting.

    **2. ADJOURNMENT**
    """) == [("1", "CALL TO ORDER"), ("A", "Roll Call"), ("B", "Approval of the Agenda"), ("2", "ADJOURNMENT")]


def test_the_date_of_the_next_meeting_is_no_part_of_its_title():
    assert titles("""
    **11. Members' Matters**
    Verges are overgrown between the club and the boundary of the village.

    12. Date of next meeting 14th September 2005
    """) == [("11", "Members' Matters"), ("12", "Date of next meeting")]
