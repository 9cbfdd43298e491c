"""Forms of agendas from many kinds of councils: numbers, letters, groups, run-in titles, tables of contents."""

from __future__ import annotations

import pytest

from paper import Row
from papermine.document import Line, Word
from papermine.extract.agenda.items import _run_in
from papermine.extract.agenda.numbers import item_number
from papermine.extract.agenda.unnumbered import _led
from test_agenda import items


def printed(*rows: Row) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in items(list(rows))]


def test_lettered_headings_that_group_numbered_items() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "A. CALL TO ORDER", "b"), "", (57, "B. ROLL CALL", "b"), "", (57, "C. CONSENT AGENDA", "b"), "",
                   (80, "1.  Approve the agreement for lamps"), (105, "Recommended Action: Approve."), (80, "2.  Award the contract for trees"), "",
                   (57, "D. NEW BUSINESS", "b"), "", (80, "1.  Adopt the plan for paths"), "", (57, "E. ADJOURNMENT", "b")) == [
        ("A", "CALL TO ORDER"), ("B", "ROLL CALL"), ("1", "Approve the agreement for lamps"), ("2", "Award the contract for trees"),
        ("1", "Adopt the plan for paths"), ("E", "ADJOURNMENT")]


def test_lettered_items_below_a_numbered_group() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "1. CALL TO ORDER", "b"), "", (57, "2. DELEGATIONS", "b"), (80, "a) Ada Brook: the harbour wall"),
                   (80, "b) Ben Clay: the bus shelter"), "", (57, "3. ADJOURNMENT", "b")) == [
        ("1", "CALL TO ORDER"), ("a", "Ada Brook: the harbour wall"), ("b", "Ben Clay: the bus shelter"), ("3", "ADJOURNMENT")]


def test_numbered_points_under_a_lettered_item_are_no_items() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "A. ADOPT THE BUDGET", "b"), (57, "Staff recommends that the Council:"), (80, "1. Adopt the budget."),
                   (80, "2. Thank the clerk."), "", (57, "B. AWARD THE CONTRACT", "b"), "", (57, "C. ADJOURNMENT", "b")) == [
        ("A", "ADOPT THE BUDGET"), ("B", "AWARD THE CONTRACT"), ("C", "ADJOURNMENT")]


def test_unnumbered_headings_known_by_their_style() -> None:
    assert printed((250, "AGENDA", "b"), "", (57, "Apologies for Absence", "b"), "To receive apologies.", "", (57, "Declarations of Interest", "b"),
                   "Members are asked to declare interests.", "", (57, "The harbour wall", "b"), "Report of the Clerk.") == [
        (None, "Apologies for Absence"), (None, "Declarations of Interest"), (None, "The harbour wall")]


def test_a_table_of_contents_with_dot_leaders() -> None:
    assert printed((57, "TABLE OF CONTENTS", "b"), "", "1.  OPENING ............................................ 2", "2.  PUBLIC QUESTION TIME ..................... 2",
                   "3.  CLOSURE ............................................ 9") == [("1", "OPENING"), ("2", "PUBLIC QUESTION TIME"), ("3", "CLOSURE")]


@pytest.mark.parametrize(("text", "number"), [
    ("24/057 Apologies", "24/057"), ("057/24 Apologies", "057/24"), ("FC24/12 Apologies", "FC24/12"), ("1a Apologies", "1a"), ("2(b) Budget", "2(b)"),
    ("Item 4: Budget", "4"), ("IV. Roll call", "IV"), ("2.4.1 Budget", "2.4.1"),
    ("20/21/031 Apologies", "20/21/031"), ("20/02/21 Apologies", None), ("2024/25 Budget", None), ("12/03/2024 Meeting", None), ("7.30pm Doors open", None), ("20/21 accounts", None)])
def test_numbers_and_what_only_looks_like_one(text: str, number: str | None) -> None:
    got = item_number(text)
    assert (got and got[0]) == number


def test_a_line_broken_on_purpose_ends_the_title() -> None:
    full = "To consider the purchase of play equipment for the playing field at the end of Church Lane and"
    assert printed((57, "AGENDA", "b"), "", "1.  Record of members present", "2.  Planning", (78, "a) 4 Harbour Road, rear extension"), "3.  Progress reports", (78, "For information only"), f"4.  {full}",
                   (78, "the paddock"), "5.  Date of next meeting") == [
        ("1", "Record of members present"), ("2", "Planning"), ("3", "Progress reports"), ("4", f"{full} the paddock"), ("5", "Date of next meeting")]


def test_a_heading_back_at_the_margin_is_no_part_of_the_title_before() -> None:
    assert printed((57, "AGENDA", "b"), "", (57, "1.0\tManagement report of the Chief Executive for the month of May", "b"), "", (57, "Statutory business", "b"), "", (57, "2.0\tAnnual report", "b"), "", (57, "3.0\tMinutes", "b")) == [
        ("1.0", "Management report of the Chief Executive for the month of May"), ("2.0", "Annual report"), ("3.0", "Minutes")]


def test_lettered_numbers_of_a_consent_calendar_and_who_speaks_how_long() -> None:
    assert printed((57, "AGENDA", "b"), "", (57, "CONSENT AGENDA", "b"), "", (57, "C1. MINUTES OF MAY 3, 2024", "b"), "Approve as presented.", "", (57, "C2. WATER LINE PROJECT", "b"), "Approve plans.", "", (57, "BUSINESS ITEMS", "b"), "",
                   (57, "1. WATER STATUS REPORT (BROOK/DEAN - 20 MIN.)", "b"), "Receive it.", "", (57, "2. PUBLIC COMMENT (15 minutes)", "b"), "Words.") == [
        ("C1", "MINUTES OF MAY 3, 2024"), ("C2", "WATER LINE PROJECT"), ("1", "WATER STATUS REPORT"), ("2", "PUBLIC COMMENT (15 minutes)")]


def test_a_numbered_sentence_under_a_louder_heading_is_no_item() -> None:
    assert printed((57, "AGENDA", "b"), "", (57, "1. Order of business", "b"), (80, "1.1 Including any notices of motion and other items submitted as urgent."), "", (57, "2. Minutes", "b"), (80, "2.1 Minute of the Harbour Panel of 3 May 2023"), "",
                   (57, "3. Reports", "b"), (80, "3.1 Quay repairs"), (80, "3.2 Slipways")) == [
        ("1", "Order of business"), ("2.1", "Minute of the Harbour Panel of 3 May 2023"), ("3.1", "Quay repairs"), ("3.2", "Slipways")]


def test_file_numbers_below_numbered_headings() -> None:
    assert printed((57, "AGENDA", "b"), "", (57, "1. CALL TO ORDER", "b"), "", (57, "2. PUBLIC COMMENT", "b"), "", (57, "3. CONSENT CALENDAR", "b"), "3.1 24-0112 Approve the minutes", "3.2 24-0119 Adopt a resolution",
                   "3.3 24-0120 Award a contract", "", (57, "4. ADJOURNMENT", "b")) == [
        ("1", "CALL TO ORDER"), ("2", "PUBLIC COMMENT"), ("3.1", "Approve the minutes"), ("3.2", "Adopt a resolution"), ("3.3", "Award a contract"), ("4", "ADJOURNMENT")]


def test_columns_of_times_are_no_title() -> None:
    assert printed((57, "AGENDA", "b"), "", "1.  Apologies\t4.30 pm\t5 mins", "2.  Public questions\t4.35 pm\t5 mins", "3.  Petitions") == [("1", "Apologies"), ("2", "Public questions"), ("3", "Petitions")]


def test_numbers_of_three_levels_and_roman_ones() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "1.  CALL TO ORDER", "b"), "", (57, "2.  REPORTS", "b"), "", (93, "2.1  STAFF", "b"), "", (129, "2.1.1  Quay repairs"), "", (129, "2.1.2  Slipway charges"), "",
                   (57, "3.  CONSENT DOCKET", "b"), "", (93, "3.I.  Minutes of 17 July"), "", (93, "3.II.  Hearing date"), "", (57, "4.  ADJOURNMENT", "b")) == [
        ("1", "CALL TO ORDER"), ("2.1.1", "Quay repairs"), ("2.1.2", "Slipway charges"), ("3.I", "Minutes of 17 July"), ("3.II", "Hearing date"), ("4", "ADJOURNMENT")]


def test_openings_without_a_number_before_the_numbered_business() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "CALL TO ORDER/ROLL CALL", "b"), "", (57, "PLEDGE OF ALLEGIANCE", "b"), "", (57, "1.  APPROVAL OF AGENDA", "b"), "", (57, "2.  PUBLIC INQUIRIES", "b"), "",
                   (57, "3.  ADJOURNMENT", "b")) == [
        (None, "CALL TO ORDER/ROLL CALL"), (None, "PLEDGE OF ALLEGIANCE"), ("1", "APPROVAL OF AGENDA"), ("2", "PUBLIC INQUIRIES"), ("3", "ADJOURNMENT")]


def test_lettered_items_whose_pages_are_printed() -> None:
    business: list[Row] = ["AGENDA", "", "1.  Apologies", "", "2.  Minutes", "", "3.  Matters for decision", (80, "The following are in the forward plan:-")]
    assert printed(*business, (80, "(a)  Quay repairs (Pages 3 - 8)"), (80, "(b)  Slipway charges (Pages 9 - 12)"), "", "4.  Urgent business")[2:] == [("a", "Quay repairs"), ("b", "Slipway charges"), ("4", "Urgent business")]
    assert printed(*business, (80, "(a)  note the quay repairs"), (80, "(b)  agree the slipway charges"), "", "4.  Urgent business")[2:] == [("3", "Matters for decision"), ("4", "Urgent business")]


def test_letters_directly_below_headings_as_below_groups() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "1. CALL TO ORDER", "b"), "", (57, "2. PUBLIC WORDS", "b"), (93, "A. Report of the sheriff"), (129, "Sheriff Clay", "i"), "", (57, "3. CONSENT CALENDAR", "b"), (93, "Routine matters."),
                   (93, "A. Claims and payroll"), (93, "B. Street seal coat"), (129, "Cy Dean, City Engineer", "i"), "", (57, "4. ADJOURNMENT", "b")) == [
        ("1", "CALL TO ORDER"), ("A", "Report of the sheriff"), ("A", "Claims and payroll"), ("B", "Street seal coat"), ("4", "ADJOURNMENT")]
    assert printed((57, "AGENDA", "b"), "", "24/1  Apologies", "", "24/2  Reports from others", (93, "(i) County Councillor"), (93, "(ii) Police"), "", "24/3  Planning") == [("24/1", "Apologies"), ("24/2", "Reports from others"), ("24/3", "Planning")]


def test_items_called_so_with_their_number_in_brackets() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "CALL TO ORDER", "b"), "", (57, "NEW BUSINESS (Items 1-2)", "b"), "", "ITEM NO. (1)  STREET SWEEPING", (130, "RECOMMENDATION:"), (130, "1.  Approve the contract."), "",
                   "ITEM NO. (2)  INVESTMENT REPORT", "", (57, "ADJOURNMENT", "b")) == [(None, "CALL TO ORDER"), ("1", "STREET SWEEPING"), ("2", "INVESTMENT REPORT"), (None, "ADJOURNMENT")]


def test_a_financial_year_is_no_file_number() -> None:
    assert printed((57, "AGENDA", "b"), "", "1.  Apologies", "2.  2023-24 Quarter 2 Spending", "3.  Minutes") == [("1", "Apologies"), ("2", "2023-24 Quarter 2 Spending"), ("3", "Minutes")]


def test_unnumbered_headings_round_numbered_business() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "CALL TO ORDER: - 6:00 P.M.", "b"), "", (57, "ROLL CALL:", "b"), "", (57, "CONSENT CALENDAR:", "b"), "", "1.  Voucher listings", "", (57, "WRITTEN COMMUNICATIONS:", "b"), "",
                   (57, "PUBLIC HEARINGS:", "b"), "", "2.  Parcel map at Avenue 52", "", (57, "ADJOURNMENT:", "b")) == [
        (None, "CALL TO ORDER"), (None, "ROLL CALL"), ("1", "Voucher listings"), (None, "WRITTEN COMMUNICATIONS"), ("2", "Parcel map at Avenue 52"), (None, "ADJOURNMENT")]


def test_numbers_that_run_on_under_the_next_group() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "PLEDGE OF ALLEGIANCE", "b"), "", (57, "I.  APPROVAL OF THE AGENDA", "b"), "", (57, "II.  CONSENT CALENDAR", "b"), (80, "(Items 1 and 2)"), "", (80, "1.  Lighting agreement", "b"), "",
                   (80, "2.  Paving notice", "b"), "", (57, "III.  REGULAR CALENDAR", "b"), (80, "(Item 3)"), "", (80, "3.  Drought update", "b"), "", (57, "IV.  ADJOURNMENT", "b")) == [
        (None, "PLEDGE OF ALLEGIANCE"), ("I", "APPROVAL OF THE AGENDA"), ("1", "Lighting agreement"), ("2", "Paving notice"), ("3", "Drought update"), ("IV", "ADJOURNMENT")]


def test_standing_business_just_above_number_one() -> None:
    below: list[Row] = ["", (57, "1. Minutes", "b"), "", (57, "2. Work plan", "b"), "", (57, "3. Budget", "b")]
    assert printed((57, "Agenda", "b"), "", (69, "Apologies for Absence", "b"), *below) == [(None, "Apologies for Absence"), ("1", "Minutes"), ("2", "Work plan"), ("3", "Budget")]
    assert printed((57, "Agenda", "b"), "", (69, "Members are asked to be brief", "b"), *below) == [("1", "Minutes"), ("2", "Work plan"), ("3", "Budget")]


def test_file_numbers_of_letters_and_a_space() -> None:
    assert printed((57, "AGENDA", "b"), "", "1.  MIN 23-080 Approve the minutes", "2.  CONS 23-350 Adopt a resolution", "3.  PH 23-046 Master fees") == [("1", "Approve the minutes"), ("2", "Adopt a resolution"), ("3", "Master fees")]


def test_the_head_of_a_second_meeting_on_the_sheet_is_no_item() -> None:
    assert (None, "7 P.M. COUNCIL MEETING") not in printed(
        (200, "AGENDA", "b"), "", (57, "5:30 P.M. SPECIAL COUNCIL MEETING (Study Session)", "b"), "", (57, "CALL TO ORDER", "b"), "", (57, "Adjourn Special Meeting", "b"), "",
        (57, "7 P.M. COUNCIL MEETING", "b"), "", (57, "Council will not begin consideration of any item after 11:30 p.m. without a vote."), "", (57, "CALL TO ORDER", "b"), "",
        (57, "ROLL CALL", "b"), "", (57, "CONSENT CALENDAR", "b"), (57, "1.A  Approve the minutes of January 26"), (57, "1.B  Approve the work plans"), "",
        (57, "ADJOURNMENT", "b"))


def test_numbers_that_end_with_a_letter() -> None:
    assert printed((250, "AGENDA", "b"), "", "69/C  Apologies", "", "70/C  Minutes of the last meeting", "", "71/C  The harbour wall") == [("69/C", "Apologies"), ("70/C", "Minutes of the last meeting"), ("71/C", "The harbour wall")]
    assert item_number("24/h Something") is None
    assert item_number("12/Apologies Welcome") is None


def test_an_opening_of_business_with_one_point_below_is_an_item_itself() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", "1.  CALL TO ORDER", "", "2.  FLAG SALUTE/ROLL CALL", (75, "(a) Proclamation for the month of parks"), "", "3.  REPORTS", "", "4.  ADJOURNMENT"]
    assert ("2", "FLAG SALUTE/ROLL CALL") in printed(*rows)


def test_a_dot_read_as_a_comma_on_a_scan() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", "1. Apologies", "", "2, Appointment of a representative", "", "3. Accounts to pay", "", "4. Adjournment"]
    assert [number for number, _ in printed(*rows)] == ["1", "2", "3", "4"]
    assert item_number("4, and so on") is None
    assert [number for number, _ in printed(*rows[:4], (57, "12, Quay Street"), *rows[4:])] == ["1", "2", "3", "4"]


def test_smaller_words_behind_a_dash_are_no_part_of_a_title() -> None:
    def words(small: float) -> list[Word]:
        texts = ("2", "Declarations", "of", "Interest", "-", "to", "receive", "any")
        return [Word(text, 57 + 60 * k, 50, 110 + 60 * k, 61, 11.0 if k < 4 else small, True) for k, text in enumerate(texts)]

    assert _run_in(Line(1, words(9.0)), 2, 40) == len("2 Declarations of Interest")
    assert _run_in(Line(1, words(10.5)), 2, 40) is None


def test_copies_that_come_with_lettered_points_make_them_items() -> None:
    rows: list[Row] = [(250, "AGENDA", "b"), "", (57, "1.  APOLOGIES", "b"), "", (57, "2.  COVE PLANNING PARTNERSHIP", "b"), "", (87, "(i)  Minute of the Board of 5 May 2014 (copy herewith)"), "",
                       (87, "(ii)  Briefing Note by the Clerk (copy herewith 14/546)"), "", (57, "3.  ADJOURNMENT", "b")]
    assert [number for number, _ in printed(*rows)] == ["1", "i", "ii", "3"]
    rows[6], rows[8] = (87, "(i)  Minute of the Board of 5 May 2014"), (87, "(ii)  Briefing Note by the Clerk")
    assert [number for number, _ in printed(*rows)] == ["1", "2", "3"]  # a point without a paper: particulars of the item


def test_the_consent_calendar_groups_its_letters_and_names_below_another_item_are_none() -> None:
    assert printed((250, "AGENDA", "b"), "", (57, "ITEM 1.  CALL TO ORDER.", "b"), "", (57, "ITEM 2.  CITIZENSHIP AWARDS", "b"), "", (117, "a)  Reid Denning"), "", (117, "b)  Grace Larsen"), "",
                   (57, "ITEM 3.  CONSIDER ADOPTION OF THE CONSENT CALENDAR AS PRESENTED.", "b"), "", (117, "a)  Approval of Council Actions.", "b"), (147, "1.\tJanuary 24, Work Session"), "", (117, "b)  Receive Minutes of Boards.", "b"), "",
                   (57, "ITEM 4.  ADJOURNMENT.", "b")) == [
        ("1", "CALL TO ORDER."), ("2", "CITIZENSHIP AWARDS"), ("a", "Approval of Council Actions."), ("b", "Receive Minutes of Boards."), ("4", "ADJOURNMENT.")]


def test_addresses_below_an_item_are_no_items() -> None:
    assert printed((200, "AGENDA", "b"), "", "1. Apologies", "2. Minutes", "3. Planning applications:", (80, "4, Mill Lane - rear extension"), (80, "5, Station Road - new garage"),
                   "4. Finance", "5. Date of next meeting")[3:] == [("4", "Finance"), ("5", "Date of next meeting")]


def test_standing_business_without_a_number_below_the_numbered() -> None:
    numbered: list[Row] = [(200, "AGENDA", "b"), "", (57, "1. APOLOGIES", "b"), "", (57, "2. MINUTES", "b"), "", (57, "3. PARK LEASE", "b"), ""]
    assert printed(*numbered, (57, "GENERAL BUSINESS:", "b"), "Matters of the roads", "", (57, "CLOSURE:", "b"))[3:] == [(None, "GENERAL BUSINESS"), (None, "CLOSURE")]
    assert printed(*numbered, (57, "NOTES FOR MEMBERS:", "b"), "Members of the public may speak.", "", (57, "CLOSED CIRCUIT TELEVISION:", "b"), "", (57, "DATE OF NEXT MEETINGS", "b"))[3:] == []


def test_letters_below_a_number_alone() -> None:
    below: list[Row] = [(200, "AGENDA", "b"), "", (57, "5. Minutes"), "", (57, "6."), (75, "(a) Park lease"), (75, "(b) Road works"), "", (57, "7. Closure")]
    assert printed(*below) == [("5", "Minutes"), ("a", "Park lease"), ("b", "Road works"), ("7", "Closure")]
    below[4] = (57, "6. Conditions of the lease")
    assert ("a", "Park lease") not in printed(*below)


def test_an_appendix_alone_behind_a_title_is_no_part_of_it() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "1. Minutes"), "", (57, "2. Park lease"), (57, "Appendix C –"), "", (57, "3. Review of"), (57, "Appendix D of the plan"), "", (57, "4. Closure"))[1:3] == [
        ("2", "Park lease"), ("3", "Review of Appendix D of the plan")]


def test_hours_in_a_column_left_of_the_headings() -> None:
    assert printed((200, "AGENDA", "b"), "", "6:30 PM\tCALL TO ORDER", "6:40 PM\tANNOUNCEMENTS", "7:05 PM\tPUBLIC COMMENT", "7:50 PM\tADJOURNMENT") == [
        (None, "CALL TO ORDER"), (None, "ANNOUNCEMENTS"), (None, "PUBLIC COMMENT"), (None, "ADJOURNMENT")]
    assert printed((200, "AGENDA", "b"), "", "1.  Minutes of the May meeting", "2.  Harbour lease - 30 minutes", "3.  The 12:15 ferry", "4.  Twelve - 30 houses") == [
        ("1", "Minutes of the May meeting"), ("2", "Harbour lease"), ("3", "The 12:15 ferry"), ("4", "Twelve - 30 houses")]


def test_a_capital_heading_that_plain_words_follow() -> None:
    bold = lambda *words: Line(1, [Word(w, 57 + 60 * k, 0, 57 + 60 * k + 50, 11, 11, bold=w.isupper()) for k, w in enumerate(words)])  # noqa: E731
    assert _led(bold("OLD", "BUSINESS:", "none"), bold("ADJOURNMENT"))
    assert not _led(bold("OLD", "BUSINESS", "none"), bold("ADJOURNMENT"))
    assert not _led(bold("OLD", "BUSINESS:", "none"), bold("Adjournment"))


def test_capital_letters_below_bold_numbers() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "1. Call to order", "b"), (80, "A. Invocation"), (80, "B. Roll call"), "", (57, "2. Approval of minutes", "b"), (80, "A. Minutes of 3 May"), (80, "B. Minutes of 10 May"), "",
                   (57, "3. Harbour business", "b"), (80, "A. Ordinance 12, moorings"), (80, "B. Ordinance 13, fees"), "", (57, "4. Adjournment", "b")) == [
        ("A", "Invocation"), ("B", "Roll call"), ("A", "Minutes of 3 May"), ("B", "Minutes of 10 May"), ("A", "Ordinance 12, moorings"), ("B", "Ordinance 13, fees"), ("4", "Adjournment")]
    assert printed((200, "AGENDA", "b"), "", (57, "1. Call to order", "b"), "", (57, "2. Harbour wall", "b"), (80, "A. Cost"), (80, "B. Time"), "", (57, "3. Lamps", "b"), "", (57, "4. Adjournment", "b")) == [
        ("1", "Call to order"), ("2", "Harbour wall"), ("3", "Lamps"), ("4", "Adjournment")]


def test_roman_groups_at_the_edge_of_the_numbers_that_count_on_below_them() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "I. CONSENT CALENDAR (Items 1 - 2)", "b"), "", "1.  Approve appointments", "", "2.  Adopt a code", "", (57, "II. DISCUSSION ITEMS (Items 3 - 4)", "b"), "",
                   "3.  Accept the canvass", "", "4.  Award the contract", "", (57, "III. ADJOURNMENT", "b")) == [
        ("1", "Approve appointments"), ("2", "Adopt a code"), ("3", "Accept the canvass"), ("4", "Award the contract"), ("III", "ADJOURNMENT")]

    assert printed((200, "AGENDA", "b"), "", (57, "A. Formal matters", "b"), "", "1.  Apologies", "", "2.  Declarations", "", (57, "B. Items for decision", "b"), "", "3.  Harbour Bar, new licence", "",
                   (57, "C. Urgent non-exempt items", "b")) == [("1", "Apologies"), ("2", "Declarations"), ("3", "Harbour Bar, new licence")]


def test_capital_letters_below_roman_numbers() -> None:
    assert printed((200, "AGENDA", "b"), "", (57, "I. CALL TO ORDER"), "", (57, "II. APPROVAL OF MINUTES"), (93, "A. Regular meeting of 22 May"), (93, "B. Closed session of 22 May"), "", (57, "III. ORDINANCES"),
                   (93, "A. Ordinance 19-01, parking"), "", (57, "IV. ADJOURNMENT")) == [
        ("I", "CALL TO ORDER"), ("A", "Regular meeting of 22 May"), ("B", "Closed session of 22 May"), ("A", "Ordinance 19-01, parking"), ("IV", "ADJOURNMENT")]


def test_numbers_with_a_dash_and_a_telephone_number() -> None:
    assert [(got := item_number(t)) and got[0] for t in ("5-1. Approve the minutes", "(530) 555-0157", "5-1 vote")] == ["5-1", None, None]
