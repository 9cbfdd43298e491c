"""Movers, words, votes and numbers of motions as councils of Canada, Australia, New Zealand and others set them → records."""

from __future__ import annotations

import pytest

from papermine.extract.minutes import minute_items
from papermine.extract.votes.ballots import counts
from papermine.language.outcomes import outcome_alone
from papermine.provenance import Ids
from papermine.records import Division, DivisionVote, Resolution
from papermine.segment.titles import MINUTES
from printed import paper, proceedings


def moved(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(r.text, r.mover, r.seconder, r.outcome) for r in proceedings(text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)]


@pytest.mark.parametrize("text", [
    "14/174 - Moved, seconded by Councillors Pell/Orde that the Minutes be confirmed.\n\nCARRIED",
    "183/17 Moved by Pell – Orde – THAT the Minutes be confirmed.\n\nCarried (Unanimous)",
    "Resolution No: 14/11/01\n\nCr Pell / Cr Orde that the Minutes be confirmed.\n\nCARRIED",
    "NR-18-170\n\nPell – Orde\n\n“That the Minutes be confirmed.”\n\nCARRIED",
    "MOTION moved by Cr Pell seconded by Cr Orde and carried.\n\nTHAT the Minutes be confirmed.",
    "#0002-13\n\nCouncillor Pell moved,\n\nCouncillor Orde seconded,\n\nThat the Minutes be confirmed.\n\nMOTION CARRIED",
    "Moved Cr Pell, seconded Cr Orde C590-2011\n\nThat the Minutes be confirmed.\n\nCarried",
    "Moved      Councillor Pell\n\nSeconded   Councillor Orde   2019/ 141\n\n“that the Minutes be confirmed.”\n\nCARRIED",
    "Moved by Cr Pell\n\nSeconded by Cr Orde\n\nMotion No: 2016:08:261\n\nThat the Minutes be confirmed.\n\nCARRIED",
    "Resolution No. 2017/83\n\nThat the Minutes be confirmed.\n\nMoved: Cr Pell\n\nSeconded: Cr Orde\n\nVote: AIF",
])
def test_movers_and_the_number_of_a_motion_in_any_order(text: str) -> None:
    (one,) = moved(text)
    assert (one[0].strip("“”").lower().removeprefix("that "), *one[1:]) == ("the minutes be confirmed.", "Pell", "Orde", "carried")


@pytest.mark.parametrize("text", [
    "Cr Pell / Cr Orde that evening walked over the bridge.",
    "Moved by D. Pell – Heath – that summer the library closed.",
    "12/04 That application was approved in May.\n\nMr Tull thanked the Board.",
    "NR-18-170\n\nFinance – Planning\n\nThe Manager spoke to the report.",
])
def test_words_alike_that_move_nothing(text: str) -> None:
    assert moved(text) == []


def test_a_heading_between_number_and_words_moves_nothing() -> None:
    assert [m[1:3] for m in moved("NR-18-170\n\nFinance – Planning\n\nThat the budget be adopted.\n\nCARRIED")] in ([], [(None, None)])


def test_what_is_told_below_a_motion_that_was_carried_is_not_moved() -> None:
    text = "That the minutes be adopted.\n\nMoved by Cr Pell, seconded by Cr Orde and carried.\n\nThe Clerk reported that the heater had failed."
    assert moved(text) == [("That the minutes be adopted.", "Pell", "Orde", "carried")]


def test_a_number_and_the_words_of_a_motion_whose_mover_is_not_printed() -> None:
    assert moved("Res. 1/07   That Ann Orde be appointed Administrator.\n\nCarried") == [("That Ann Orde be appointed Administrator.", None, None, "carried")]


def test_a_house_that_names_neither_with_the_words_below() -> None:
    assert moved("SB-2012-044\n\nIt was MOVED and SECONDED,\n\nthat Bylaw No. 461 be read a first time.\n\nCARRIED") == [("that Bylaw No. 461 be read a first time.", None, None, "carried")]


def test_one_mover_in_brackets_with_his_office() -> None:
    assert moved("RESOLUTION: (Mayor, Cr T Song) that Council allocate $2,000 to the school.") == [("Council allocate $2,000 to the school.", "T Song", None, "carried")]


def test_a_list_behind_a_dash() -> None:
    text = "Cr Pell / Cr Orde that Council –\n\n    a. buy a grader; and\n\n    b. sell the old one.\n\nCARRIED BY ABSOLUTE MAJORITY 6/1"
    assert [m[0] for m in moved(text)] == ["buy a grader; and", "sell the old one."]
    assert [(d.votes_for, d.votes_against) for d in proceedings(text) if isinstance(d, Division)] == [(6, 1)]


def test_a_motion_resolved_in_the_words_it_was_carried_in_is_one() -> None:
    text = "A Motion was moved by Councillor Pell and seconded by Councillor Orde that the application be approved.\n\nThe Motion on being put was CARRIED and it was -\n\n" \
           "RESOLVED (Councillors Pell/Orde)\n\nThat the application be approved."
    assert [m[1:] for m in moved(text)] == [("Pell", "Orde", "carried")]


def test_an_amendment_by_way_of_its_movers_and_the_division_on_it() -> None:
    text = "Moved by Cr Pell by way of amendment\n\nSeconded by Cr Orde\n\nThat clause 3 be referred back.\n\n" \
           "The amendment was put to the meeting and lost on division no 1 by 3 votes to 2, the voting being as follows:\n\nFor (2): Councillors Pell and Orde\n\nAgainst (3): The Mayor, Councillors Tull and Vane"
    assert moved(text) == [("That clause 3 be referred back.", "Pell", "Orde", "lost")]
    assert [(d.votes_for, d.votes_against) for d in proceedings(text) if isinstance(d, Division)] == [(2, 3)]
    assert {("Pell", "for"), ("Tull", "against")} <= set(voted(text))


def test_an_amendment_that_became_the_motion_beats_it() -> None:
    text = "Moved Cr. Wallis\n\nSeconded Cr. Teague\n\nThat the street trees be removed.\n\nAMENDMENT\n\nMoved Cr. Houston\n\nSeconded Cr. Beard\n\nThat no tree be removed before the engineer reports.\n\n" \
           "The AMENDMENT was PUT and CARRIED.\n\nThe AMENDMENT became the MOTION and was PUT and CARRIED."
    assert ("That the street trees be removed.", "Wallis", "Teague", "carried") not in moved(text)


def test_who_was_against_behind_the_outcome_or_below_it() -> None:
    carried = "M09-032 Councillor Pell / Councillor Orde\n\nResolved that the application be approved.\n\nCarried, Councillor Galgay dissenting."
    assert ([m[3] for m in moved(carried)], voted(carried)) == (["carried"], [("Galgay", "against")])
    below = "2020-7-3\n\nMoved Director Pell\n\nSeconded Director Orde\n\nThat the bylaw be read a third time.\n\nCarried\n\nContrary to the Motion: Director Sjostrand"
    assert voted(below) == [("Sjostrand", "against")]
    assert outcome_alone("Carried forward, Councillor Galgay opposed") is None


def test_what_general_consent_approved() -> None:
    assert moved("By general consent the agenda was approved as presented.") == [("By general consent the agenda was approved as presented.", None, None, None)]
    assert moved("By general consent the agenda was long.") == []


MOVED = "Moved by: Councillor Ketch\n\nSeconded by: Councillor Jonas\n\nThat the minutes be adopted.\n\n"


def test_names_beside_their_wards_and_a_word_for_a_tick() -> None:
    grid = MOVED + "Recorded Vote\n\n                                          Yes        No\n West Elmore        Duncan McPhee         Yes\n Dunmore            Bob Purley                       Yes\n Malden             Warden Dave Mennell   Yes\n" \
        "                                          2          1\n\nMotion Carried."
    assert voted(grid) == [("Duncan McPhee", "for"), ("Bob Purley", "against"), ("Dave Mennell", "for")]


def test_names_between_the_ways_to_vote() -> None:
    grid = MOVED + "CARRIED.\n\nFor     Councillor            Against\n √      Mayor A Bisden\n √      Clr A Bantik\n        Clr C Beven             √"
    assert voted(grid) == [("A Bisden", "for"), ("A Bantik", "for"), ("C Beven", "against")]


def test_totals_below_two_columns_are_no_voters() -> None:
    columns = MOVED + "The division was taken and the names of those voting were:\n\nFOR                       AGAINST\nCouncillor Andrew         Councillor Matsen\nCouncillor Nashe\nTotal (2)                 Total (1)\n\nCARRIED"
    assert voted(columns) == [("Andrew", "for"), ("Nashe", "for"), ("Matsen", "against")]


def test_the_end_of_a_sentence_is_no_heading() -> None:
    text = "**5 Election**\n\nMOVED by Chairperson A Pell, seconded by Member S Orde:\n\nThat the Board elect a chair.\n\nThe motion was put to the vote and was declared CARRIED unanimously,\n8 votes to 0.\n\n**6 Closure**\n\nThe meeting closed."
    assert [part.item.number for part in minute_items(paper(text), Ids("d")) if part.item is not None] == ["5", "6"]


def test_who_had_moved_what_is_put_now() -> None:
    assert moved("The motion, which had been moved by Cr Pell and seconded by Cr Orde that the report be adopted was then put and declared carried.") == [("the report be adopted", "Pell", "Orde", "carried")]
    assert moved("The Clerk said that the report had been moved by Cr Pell and seconded by Cr Orde in May.") == []


@pytest.mark.parametrize(("text", "rows"), [
    ("RESOLUTION: 2008.11.2\n\nThat Council:\n\n    (a) let the depot; and\n\n    (b) set the term.\n\nMoved: Cr Pell   Seconded: Cr Orde   CARRIED: 4/1", [("let the depot; and", "Pell", "Orde", "carried"), ("set the term.", "Pell", "Orde", "carried")]),
    ("Moved by Pell\n\nSeconded by Orde\n\nBe it resolved that Council:\n\n    a) receive the report; and\n\n    b) award the tender.\n\nCarried.", [("receive the report; and", "Pell", "Orde", "carried"), ("award the tender.", "Pell", "Orde", "carried")]),
    ("Moved by Pell\n\nSeconded by Orde\n\nTHAT Report 51 be adopted.\n\n    i) THAT the land be sold; and\n\n    ii) THAT the Mayor sign.\n\nA 2/3 VOTE OF COUNCIL WAS NOT REQUIRED. CARRIED 8 TO 3",
     [("THAT Report 51 be adopted.", "Pell", "Orde", "carried"), ("THAT the land be sold; and", "Pell", "Orde", "carried"), ("THAT the Mayor sign.", "Pell", "Orde", "carried")]),
    ("65/2018   RESOLVED (Ann Pell/Gus Orde)   Carried\n\n    (a) That Council accept the apology.", [("That Council accept the apology.", "Ann Pell", "Gus Orde", "carried")]),
    ("Moved: Cr. Pell.\n\nThat Council adopts the policy.\n\nSeconded: Cr. Orde.\n\nLOST", [("That Council adopts the policy.", "Pell", "Orde", "lost")]),
    ("It was duly moved and seconded that the agenda be approved.\n\nMoved by Councillor Pell, seconded by Councillor Orde\n\n9-3 MOTION CARRIED 2018-10-103", [("the agenda be approved.", "Pell", "Orde", "carried")]),
    ("Resolutions:\n\nR1 A. Pell, G. Orde:\n\nTHAT the Minutes be adopted.\n\n“CARRIED”", [("THAT the Minutes be adopted.", "A. Pell", "G. Orde", "carried")]),
    ("MOTION: The agenda be approved – Deputy Mayor Pell, Councillor Orde – Motion Carried – 2022-98", [("The agenda be approved", "Pell", "Orde", "carried")]),
    ("On the motion of Councillors Pell and Orde:\n\nMoved that the agenda be approved.\n\nMOTION CARRIED", [("that the agenda be approved.", "Pell", "Orde", "carried")]),
    ("Councillor Pell moved for the adoption of the agenda. Seconded by Councillor Orde. 5 voted in favour, 1 against, 2 abstained. Motion carried.", [("for the adoption of the agenda.", "Pell", "Orde", "carried")]),
    ("Councillor Pell moved that the wall be inspected. Crd.", [("the wall be inspected.", "Pell", None, "carried")]),
    ("UNANIMOUSLY RESOLVED (proposed by Alderman FJ Pell, seconded by Councillor T Orde-Vandermeer)\n\n    (a) That the budget be approved.\n\n    (b) That the Manager submits it.",
     [("That the budget be approved.", "FJ Pell", "T Orde-Vandermeer", "carried"), ("That the Manager submits it.", "FJ Pell", "T Orde-Vandermeer", "carried")]),
])
def test_forms_of_one_motion(text: str, rows: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert moved(text) == rows


@pytest.mark.parametrize("text", [
    "RESOLUTION – ROAD REPAIRS\n\nThe Chairman thanked the engineer.",
    "Resolve that long dispute, said Mr Pell.",
    "MOTION: The agenda – Councillor Pell, Councillor Orde spoke to it.",
])
def test_words_alike_that_decide_nothing(text: str) -> None:
    assert moved(text) == []


@pytest.mark.parametrize("told", ["8 Councillors voted in favour and 3 against.", "On division: Votes for: 8; Votes against: 3."])
def test_a_number_at_the_start_of_a_vote_is_counted(told: str) -> None:
    text = f"Cllr Pell proposed that the budget be approved. Cllr Orde seconded the proposal.\n\n{told}\n\nThe motion was carried."
    assert [(d.votes_for, d.votes_against) for d in proceedings(text) if isinstance(d, Division)] == [(8, 3)]
    assert counts("A 2/3 VOTE OF COUNCIL WAS REQUIRED.").empty


@pytest.mark.parametrize("lists", [
    "Yes Votes: Councillors Pell, Orde\n\nNo Votes: Deputy Mayor Wilcocks",
    "Votes for: Councillor Pell, Councillor Orde. Votes against: Deputy Mayor Wilcocks.",
    "FOR Clr Pell, Clr Orde\n\nAGAINST Clr Wilcocks",
])
def test_labels_over_those_who_voted(lists: str) -> None:
    assert voted(f"{MOVED}Motion carried.\n\n{lists}") == [("Pell", "for"), ("Orde", "for"), ("Wilcocks", "against")]


def test_a_label_in_capitals_above_a_sentence_lists_nobody() -> None:
    assert voted(f"{MOVED}Motion carried.\n\nFOR Councillor Pell the road was closed.") == []


@pytest.mark.parametrize(("line", "is_title"), [("Minutes Ordinary Council Meeting", True), ("MINUTES ORDINARY MEETING", True), ("Minutes previous council meeting", False), ("Minutes ordinary meetings are kept for ever", False)])
def test_a_title_that_names_the_meeting_behind_the_word(line: str, is_title: bool) -> None:
    assert (MINUTES.match(line) is not None) is is_title
