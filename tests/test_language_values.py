"""Dates, times, money, legislation and list markers: what must match, and near-misses that must not."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papermine.language import lexicon
from papermine.language.dates import find_dates, find_times, first_date, reads_month_first
from papermine.language.legislation import find_legislation
from papermine.language.money import find_money, parse_number
from papermine.language.numbering import continues, letter_value, marker, roman_value, starts


def test_the_runs_of_letters_that_are_written_down_are_those_of_the_listed_words() -> None:
    written = Path(lexicon.__file__).with_name("runs.txt").read_text(encoding="utf-8")
    assert written.split("\n") == [*lexicon.runs_of_words().split("\n"), ""], "write runs.txt again: see lexicon.runs_of_words"


@pytest.mark.parametrize(("text", "iso"), [
    ("Thursday, 13 March 2025", "2025-03-13"), ("13th March, 2025", "2025-03-13"), ("22 January 2020", "2020-01-22"),
    ("13/03/2025", "2025-03-13"), ("March 13, 2025", "2025-03-13"), ("2025-03-13", "2025-03-13"), ("Tuesday 21st Sept. 2021", "2021-09-21"),
    ("21.4.15", "2015-04-21"), ("12 SEPTEMBER 2024", "2024-09-12"), ("13 Mai 2015", "2015-05-13"), ("13eg Rhagfyr 2017", "2017-12-13"),
    ("Thursday, 13th March, 2025", "2025-03-13"), ("13th day of March, 2025", "2025-03-13"), ("13 th March 2025", "2025-03-13"),
    ("30-Sep-24", "2024-09-30"), ("MONDAY, JUNE 22, 1998", "1998-06-22"), ("6/30/21", "2021-06-30"), ("the 5th of June 2026", "2026-06-05"),
    ("November 12, \n2020", "2020-11-12"), ("dated 1.2.2015", "2015-02-01"), ("27/7/98", "1998-07-27"),
])
def test_whole_dates(text: str, iso: str) -> None:
    found = find_dates(text)
    assert [d.iso for d in found] == [iso]
    assert found[0].date == date.fromisoformat(iso) == first_date(text)
    assert text[found[0].start:found[0].end] == found[0].text


@pytest.mark.parametrize(("text", "iso", "precision"), [
    ("March 2025", "2025-03", "month"), ("Medi 2016", "2016-09", "month"), ("Nov-24", "2024-11", "month"), ("in 2024.", "2024", "year"),
    ("13th March", "--03-13", "day"), ("June 18th", "--06-18", "day"),
])
def test_partial_dates_stay_partial(text: str, iso: str, precision: str) -> None:
    (found,) = find_dates(text)
    assert (found.iso, found.precision, found.date) == (iso, precision, None)
    assert first_date(text) is None


def test_impossible_dates_are_none() -> None:
    assert [(d.text, d.date, d.iso) for d in find_dates("31 February 2025 and 31/02/2025")] == [
        ("31 February 2025", None, None), ("31/02/2025", None, None)]


@pytest.mark.parametrize("text", [
    "1.2.15 The Panel considered", "24/00093", "2024/25", "£13.03.20", "1/2", "v2.1.15.3", "we may 2 or 3", "Mar-26 Jul-27"[:3], "SW1A 2AA",
    "section 5 March", "11/09/1092/A", "10.1.2.15", "March through", "in 2000 homes",
])
def test_near_misses_of_dates(text: str) -> None:
    assert all(d.precision == "day" and d.iso and d.iso.startswith("--") and "March" in text for d in find_dates(text))


def test_table_months_are_not_days() -> None:
    assert [d.iso for d in find_dates("Aug-26 Jan-27 Mar-27")] == ["2026-08", "2027-01", "2027-03"]


def test_ranges_and_order() -> None:
    assert [d.iso for d in find_dates("10 to 12 March 2025")] == ["2025-03-10", "2025-03-12"]
    assert [d.iso for d in find_dates("3/4/2025")] == ["2025-04-03"]
    assert [d.iso for d in find_dates("3/4/2025", month_first=True)] == ["2025-03-04"]
    assert reads_month_first("4/20/2016")
    assert not reads_month_first("20/4/2016")
    assert not reads_month_first("3/4/2016")


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    month = day.strftime("%B")
    for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat(), f"{day.day:02}/{day.month:02}/{day.year}",
                 f"{day.day}/{day.month}/{day.year % 100:02}"):
        assert first_date(text) == day, text


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    for found in (*find_dates(text), *find_times(text), *find_money(text), *find_legislation(text)):
        assert text[found.start:found.end] == found.text
    parse_number(text)
    marker(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("10.00 am", time(10)), ("6.00 pm", time(18)), ("7:30 p.m.", time(19, 30)), ("at 19.45", time(19, 45)), ("18:00", time(18)),
    ("12 noon", time(12)), ("7pm", time(19)), ("12.15 am", time(0, 15)), ("1900hrs", None), ("at 1900hrs", time(19)), ("7.30yh", time(19, 30)),
    ("closed at 20.58", time(20, 58)), ("8:00 o'clock, a.m.", time(8)), ("10:30 A. M.", time(10, 30)), ("midnight", time(0)),
    ("£10.00", None), ("paragraph 10.06", None), ("10.06", None), ("stood at 3.50%", None), ("1:500", None), ("rose to 5.40", None),
    ("25.00 am", None), ("item 9.30", None), ("at 4.25m", None),
])
def test_times(text: str, expected: time | None) -> None:
    assert next((t.time for t in find_times(text)), None) == expected


def test_times_in_context() -> None:
    assert [t.time for t in find_times("from 10.06", context=True)] == [time(10, 6)]
    assert [t.time for t in find_times("19.45", context=True)] == [time(19, 45)]
    assert find_times("paragraph 10.06", context=True) == []
    assert [t.time for t in find_times("9.30-12.30pm")] == [time(9, 30), time(12, 30)]
    assert [t.time for t in find_times("6.00 - 8.00 pm")] == [time(18), time(20)]


@pytest.mark.parametrize(("text", "amount"), [
    ("£1,234.50", "1234.50"), ("£1.2m", "1200000"), ("£3.5 million", "3500000"), ("£20k", "20000"), ("£300,000", "300000"), ("-£1.2m", "-1200000"),
    ("£0.5bn", "500000000"), ("$12,000", "12000"), ("€5", "5"), ("−£3k", "-3000"), ("£80million", "80000000"), ("£ 10,394.81", "10394.81"),
    ("US$5", "5"), ("£(1.5)m", "-1500000"), ("£12K", "12000"), ("(£2m)", "2000000"),
])
def test_money(text: str, amount: str) -> None:
    (found,) = find_money(text)
    assert found.amount == Decimal(amount)
    assert str(found.amount) == amount


@pytest.mark.parametrize("text", ["£000", "£'000s", "£m", "Total £s", "12,000 people", "page 12p2", "5m wide", "1080p", "3.5 million"])
def test_near_misses_of_money(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(("text", "value"), [
    ("£1,234.50", "1234.50"), ("(1,234.5)", "-1234.5"), ("1,234-", "-1234"), ("+3", "3"), ("12%", "12"), ("−5", "-5"), ("–0.5%", "-0.5"),
    ("1,234*", "1234"), ("1,234 [a]", "1234"), ("£1.2m", "1200000"), ("(£20k)", "-20000"), ("0", "0"), (".5", "0.5"), ("12\u00a0345", "12345"),
    ("- 7", "-7"), ("£(3.1)m", "-3100000"), ("1.5bn", "1500000000"),
])
def test_numbers(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["n/a", "..", "-", "–", "", "2024/25", "1,23", "12,34,567", "13.3.25", "5m", "3 of 4", "£000", "A1", "1 2", "(5",
    "5)",
                                  "--5", "(-5)", "1-2", "10.00 am", "TBC", "£", "%"])
def test_near_misses_of_numbers(text: str) -> None:
    assert parse_number(text) is None


@given(st.decimals(min_value=-10**9, max_value=10**9, places=2))
def test_every_number_is_read_back(value: Decimal) -> None:
    for text in (f"{value:,}", f"£{value:,}".replace("£-", "-£"), f"({-value:,})" if value < 0 else f"{value}", f"{value}%"):
        assert parse_number(text) == value, text


@pytest.mark.parametrize(("text", "span", "name", "provision"), [
    ("the Local Government Act 1972.", "Local Government Act 1972", "Local Government Act 1972", None),
    ("under Section 100A(4) of the Local Government Act 1972", "Section 100A(4) of the Local Government Act 1972", "Local Government Act 1972",
     "Section 100A(4)"),
    ("in Schedule 12A", "Schedule 12A", "Schedule 12A", None),
    ("the Equality Act 2010", "Equality Act 2010", "Equality Act 2010", None),
    ("the Children and Families Act 2014 (section 20)", "Children and Families Act 2014 (section 20)", "Children and Families Act 2014",
    "section 20"),
    ("Government Code Section 54956.9", "Government Code Section 54956.9", "Government Code", "Section 54956.9"),
    ("the Municipal Act, 2001, S.O. 2001, c. 25", "Municipal Act, 2001, S.O. 2001, c. 25", "Municipal Act, 2001", None),
    ("Under the Town and\nCountry Planning Act 1990", "Town and\nCountry Planning Act 1990", "Town and Country Planning Act 1990", None),
    ("the Brown Act", "Brown Act", "Brown Act", None),
    ("paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
    "paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
     "Local Government Act 1972", "paragraph 3 of Part 1 of Schedule 12A"),
    ("the Anti-social Behaviour, Crime and Policing Act 2014", "Anti-social Behaviour, Crime and Policing Act 2014",
     "Anti-social Behaviour, Crime and Policing Act 2014", None),
    ("the Council, Localism Act 2011", "Localism Act 2011", "Localism Act 2011", None),
    ("OF THE LOCAL GOVERNMENT ACT 1972", "LOCAL GOVERNMENT ACT 1972", "LOCAL GOVERNMENT ACT 1972", None),
])
def test_legislation(text: str, span: str, name: str, provision: str | None) -> None:
    (found,) = find_legislation(text)
    assert (found.text, found.name, found.provision) == (span, name, provision)


@pytest.mark.parametrize("text", ["the Act", "This Act applies", "By-Law 2023-41", "Section 4 of this report", "ACT NOW", "in Order 2 of 2012",
    "the same Act",
                                  "Schedule 2 attached", "Section 106 money", "Code of Conduct"])
def test_near_misses_of_legislation(text: str) -> None:
    assert find_legislation(text) == []


@pytest.mark.parametrize(("text", "kind", "number", "rest"), [
    ("1. Apologies", "number", "1", "Apologies"), ("1) Apologies", "number", "1", "Apologies"), ("(1) that", "number", "1", "that"),
    ("1.1 Purpose", "decimal", "1.1", "Purpose"), ("2.3.1 Purpose", "decimal", "2.3.1", "Purpose"), ("(a) that", "letter", "a", "that"),
    ("a) that", "letter", "a", "that"), ("(i) that", "roman", "i", "that"), ("iv) that", "roman", "iv", "that"), ("A. Report", "letter", "A",
    "Report"),
    ("• one", "bullet", "•", "one"), ("- one", "bullet", "-", "one"), ("▪ one", "bullet", "▪", "one"), ("292. Apologies", "number", "292",
    "Apologies"),
    ("8.a Costs", "decimal", "8.a", "Costs"), ("24/103 Finance", "reference", "24/103", "Finance"), ("5 (a) Costs", "decimal", "5(a)", "Costs"),
    ("12.1. Costs", "decimal", "12.1", "Costs"), ("7 Declarations", "number", "7", "Declarations"), ("2.1 note the report", "decimal", "2.1",
    "note the report"),
    ("(aa) that", "letter", "aa", "that"), ("12. March for peace", "number", "12", "March for peace"), ("3.", "number", "3", ""),
])
def test_markers(text: str, kind: str, number: str, rest: str) -> None:
    found = marker(text)
    assert found is not None
    assert (found.kind, found.number, found.rest) == (kind, number, rest)


@pytest.mark.parametrize("text", ["2020 was a good year", "1 April 2020", "10.00 am", "3,500 people", "10% of", "£5", "J. Smith", "e.g. this",
    "St. Mary",
                                  "2.5 million", "30.5 40.7 33.1", "13/03/2025", "2024/25 budget", "A meeting", "", "1st floor", "62%", "-5",
                                  "781.57 feet"])
def test_near_misses_of_markers(text: str) -> None:
    assert marker(text) is None


@pytest.mark.parametrize(("first", "second"), [
    ("1. a", "2. b"), ("(a) x", "(b) y"), ("(i) x", "(ii) y"), ("(h) x", "(i) y"), ("(z) x", "(aa) y"), ("292. X", "293. Y"), ("1.9 X", "1.10 Y"),
    ("1.9 X", "2.1 Y"), ("2.3 X", "2.3.1 Y"), ("2.3.4 X", "2.4 Y"), ("24/103 X", "24/104 Y"), ("8.a X", "8.b Y"), ("(iv) x", "(v) y"), ("• a", "• b"),
    ("(u) x", "(v) y"), ("(ix) x", "(x) y"),
])
def test_numbering_goes_on(first: str, second: str) -> None:
    a, b = marker(first), marker(second)
    assert a
    assert b
    assert continues(a, b)


@pytest.mark.parametrize(("first", "second"), [
    ("1. a", "3. b"), ("1. a", "(2) b"), ("(a) x", "(i) y"), ("(i) x", "(b) y"), ("1.9 X", "1.11 Y"), ("(b) x", "(a) y"), ("• a", "- b"), ("1. X",
    "(a) y"),
    ("(A) x", "(b) y"), ("2.3 X", "2.2 Y"),
])
def test_numbering_breaks(first: str, second: str) -> None:
    a, b = marker(first), marker(second)
    assert a
    assert b
    assert not continues(a, b)


def test_first_of_a_numbering() -> None:
    begins = [m is not None and starts(m) for m in map(marker, ("1. X", "(a) x", "(i) x", "4.1 X", "2. X", "(ii) x", "4.2 X"))]
    assert begins == [True, True, True, True, False, False, False]


@given(st.integers(1, 26))
def test_letters_and_romans_count(n: int) -> None:
    assert letter_value(chr(96 + n)) == n
    tens, ones = divmod(n, 10)
    numeral = "x" * tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][ones]
    assert roman_value(numeral) == n
