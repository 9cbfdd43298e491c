"""Mentions: who may be indexed, spans over line and page breaks, and the spaCy documents behind them."""

from __future__ import annotations

from papermine.document import LaidPage, Line, Paper, Word
from papermine.language.mentions import find_spans, mentions, names_in, read_doc, roster_of
from papermine.language.people import Roster
from papermine.provenance import Ids
from papermine.records import Attendance, Report


def line(page: int, top: float, text: str, gap: float = 1.0) -> Line:
    at, words = 72.0, []
    for word in text.split(" "):
        words.append(Word(word, at, top, at + 5 * len(word), top + 10, 10.0))
        at += 5 * len(word) + 3
    made = Line(page, words)
    made.gap = gap
    return made


def paper(*pages: list[Line]) -> Paper:
    return Paper("minutes", [LaidPage(n, 595, 842, lines) for n, lines in enumerate(pages, start=1)], document_id="d:document:1.1")


def test_kinds_and_values() -> None:
    text = "Cllr Potter moved that £1.2m be spent by 13 March 2025 under the Care Act 2014."
    found = mentions(paper([line(1, 100, text)]), ["Rita Potter"], Ids("d"))
    assert [(m.mention_id, m.kind, m.text, m.value, m.basis) for m in found] == [
        ("d:mention:1.1", "person", "Cllr Potter", "Potter", "stated"), ("d:mention:1.2", "money", "£1.2m", "1200000", "stated"),
        ("d:mention:1.3", "date", "13 March 2025", "2025-03-13", "stated"), ("d:mention:1.4", "legislation", "Care Act 2014", "Care Act 2014",
        "stated")]
    assert all(m.rule == f"language.mentions.{m.kind}" and m.document_id == "d:document:1.1" and m.page == 1 for m in found)
    assert [e.text for m in found for e in m.evidence] == [m.text for m in found]


def test_a_line_break_has_its_words_joined() -> None:
    (one,) = mentions(paper([line(1, 100, "to be held on Thursday, 13"), line(1, 112, "March 2025 in the Hall")]), [], Ids("d"))
    assert (one.text, one.value) == ("Thursday, 13 March 2025", "2025-03-13")
    assert [(e.text, e.top) for e in one.evidence] == [("Thursday, 13", 100.0), ("March 2025", 112.0)]


def test_a_page_break_has_two_places() -> None:
    (one,) = mentions(paper([line(1, 700, "as required by the Local Government")], [line(2, 60, "Act 1972 and its schedules")]), [], Ids("d"))
    assert (one.text, one.page, [e.page for e in one.evidence]) == ("Local Government Act 1972", 1, [1, 2])


def test_paragraphs_and_table_rows_are_not_joined() -> None:
    apart = [line(1, 100, "Held on 13"), line(1, 140, "March 2025", gap=30.0)]
    assert [m.value for m in mentions(paper(apart), [], Ids("d"))] == ["2025-03"]
    rows = [line(1, 100, "Paid 31"), line(1, 112, "March 2025")]
    for row in rows:
        row.table = 0
    assert [m.value for m in mentions(paper(rows), [], Ids("d"))] == ["2025-03"]


def test_the_public_is_not_indexed() -> None:
    people = Roster(["A J Hook", "Rita Potter", "Rob Thomas", "S Kirkey"])
    text = "Mr Green, a resident, asked Mr Hook; Jane Brown thanked Rita Potter's team. Mrs Potterton and Rita Skeeter left. Rita Potter House."
    assert [words for _, _, words, _ in people.find(text)] == ["Mr Hook", "Rita Potter"]


def test_titles_of_members_count_without_a_roster() -> None:
    text = "Councillors Edwards, Plowden and Clark; Cllr. Ann Lee; Mayor Constantine; Councillor Attendance; Councillors' updates; Mr Lee"
    found = Roster([]).find(text)
    assert [words for _, _, words, _ in found] == ["Councillors Edwards", "Cllr. Ann Lee", "Mayor Constantine"]


def test_values_of_people() -> None:
    people = Roster(["Stephen Kirkey", "A J Hook", "P Cole", "P T Cole"])
    assert [(w, v) for _, _, w, v in people.find("S. Kirkey, Mr Hook, Cllr P Cole and Cllr Antony Hook")] == [
        ("S. Kirkey", "Stephen Kirkey"), ("Mr Hook", "Hook"), ("Cllr P Cole", "P Cole"), ("Cllr Antony Hook", "A J Hook")]


def test_posts_and_acronyms_are_not_names() -> None:
    people = Roster(["Rory Love", "Sue Chandler"])
    assert [w for _, _, w, _ in people.find("Prices CYPE Rory Love Kent; Service CYPE Sue Chandler")] == ["Rory Love", "Sue Chandler"]


def test_spans_do_not_overlap() -> None:
    text = "in 2014, the Care Act 2014 (13 March 2014) cost £5"
    spans = find_spans(text, Roster([]))
    assert [(s.kind, text[s.start:s.end]) for s in spans] == [
        ("date", "2014"), ("legislation", "Care Act 2014"), ("date", "13 March 2014"), ("money", "£5")]


def test_the_spacy_document_carries_the_spans() -> None:
    text = "Cllr Potter (£1.2m),\nand 13 March 2025."
    doc = read_doc(text, Roster(["Rita Potter"]))
    assert doc.text == text
    assert [(s.label_, s.text, s._.value) for s in doc.spans["mentions"]] == [
        ("person", "Cllr Potter", "Potter"), ("money", "£1.2m", "1200000"), ("date", "13 March 2025", "2025-03-13")]


def test_month_first_papers() -> None:
    found = mentions(paper([line(1, 100, "appeal of 4/20/2016 was put off to 5/4/2016")]), [], Ids("d"))
    assert [m.value for m in found] == ["2016-04-20", "2016-05-04"]


def test_the_roster_of_a_pack() -> None:
    def came(name: str, status: str, role: str | None) -> Attendance:
        return Attendance(attendance_id="a", document_id="d", name=name, name_printed=name, status=status, role=role)  # type: ignore[arg-type]
    records = [came("Rita Potter", "present", None), came("Bond", "present", None), came("Jane Brown", "in_attendance", "Local resident"),
               came("Tim Coe", "in_attendance", "Democratic Services Officer"),
               Report(report_id="r", document_id="d", page=1, accountable_director="Emma Bennett, Director of Children's Services")]
    assert roster_of(names_in(records)) == ["Rita Potter", "Bond", "Tim Coe", "Emma Bennett"]
