"""Movers, words, votes and numbers of motions as councils of Canada, Australia, New Zealand and others set them → records."""

from __future__ import annotations

import pytest

from papermine.extract.minutes import minute_items
from papermine.language.outcomes import outcome_alone
from papermine.provenance import Ids
from papermine.records import Division, DivisionVote, Resolution
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
