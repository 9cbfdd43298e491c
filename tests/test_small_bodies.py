"""Minutes of the smallest bodies, by volunteers: rolls without a colon, headings that run into their sentence, Welsh."""

from __future__ import annotations

import pytest

from papermine.extract.minutes import minute_items
from papermine.provenance import Ids
from papermine.segment.titles import MINUTES
from printed import came, moved, paper

TOP = """
**GLEN LUSS COMMUNITY COUNCIL**

**Minutes of a meeting held on 7 March 2019**

"""
MET = TOP + "Present: Cllrs Ann Vane, Bob Tull, Joe Orde\n\n"


def who(lines: str) -> list[tuple[str, str]]:
    return [(name, status) for status, name, _ in came(TOP + lines + "\n\n**1. Minutes**\n\nThe minutes were approved.")]


def titles(lines: str) -> list[tuple[str | None, str]]:
    return [(part.item.number, part.item.title) for part in minute_items(paper(MET + lines), Ids("p")) if part.item is not None]


def test_a_label_needs_no_colon_before_nothing_but_names():
    assert who("Present Iain Jarvie, Ann Camden, Lisa Glaser (minute sec),\n\nAlso Nicola Mairs and Andrew Baxton (Manager)\n\nApologies Stewart Livings ,") == [
        ("Iain Jarvie", "present"), ("Ann Camden", "present"), ("Lisa Glaser", "in_attendance"), ("Nicola Mairs", "in_attendance"), ("Andrew Baxton", "in_attendance"), ("Stewart Livings", "apologies")]
    assert who("Present: Ann Vane, Bob Tull\n\nAlso Ann Orde, Ben Hale and Jo Vane reported a lamp.") == [("Ann Vane", "present"), ("Bob Tull", "present")]


def test_attended_is_a_heading_of_those_who_came():
    text = TOP + "**1   Attended:–** Hazel Johnson, Mary Harker, Robert\nDrysdell\n\n**2   Apologies:–** Ann Vane\n\n**3   Minutes:–** The minutes were approved."
    assert [(name, status) for status, name, _ in came(text)] == [
        ("Hazel Johnson", "present"), ("Mary Harker", "present"), ("Robert Drysdell", "present"), ("Ann Vane", "apologies")]


def test_who_writes_serves_the_meeting():
    assert who("Present: Wendy McComb, Keith Lang, Michelle Peat – note taker, Clare Damer – reporter") == [
        ("Wendy McComb", "present"), ("Keith Lang", "present"), ("Michelle Peat", "in_attendance"), ("Clare Damer", "in_attendance")]
    assert who("Present: Cllr Lathem, Cllr Trotter. Mrs A Stephens recorded the minutes") == [("Lathem", "present"), ("Trotter", "present"), ("A Stephens", "in_attendance")]


def test_a_clerk_who_is_listed_with_the_members_is_none():
    assert who("Present: Mr S. Clucus, Mr P. Hilling.\n\nChair: Mr S. Clucus. Clerk: Mr P. Hilling") == [("S. Clucus", "present"), ("P. Hilling", "in_attendance")]
    assert ("P. Hilling", "present") in who("Present: Cllr S. Clucus, Cllr P. Hilling.\n\nClerk: Cllr P. Hilling")  # a member who wrote


def test_what_a_bracket_tells_ends_no_list():
    assert [name for name, _ in who("""**Present**

Cllr. J Johnsen        (Retiring Vice-Chair and newly elected Vice-Chair, Cllr. Johnsen was
                       Chairman of this meeting up to, and including, Agenda item 2).

Cllr.T Byles

Mr R Colman            Clerk""")] == ["J Johnsen", "T Byles", "R Colman"]


def test_welsh_rolls():
    assert who("PRESENNOL – Y Cynghorwyr John Puw [Cadeirydd], Wini Dafis ac Eirwen Godwin, Clerc.\n\nHEFYD YN BRESENNOL – Deg aelod o’r cyhoedd a Mr Simon Hale, Rheolwr Priffyrdd – Cyngor Sir") == [
        ("John Puw", "present"), ("Wini Dafis", "present"), ("Eirwen Godwin", "in_attendance"), ("Simon Hale", "in_attendance")]
    assert who("Presennol ; Cyng. Hedd Puw, Idris Siôn a Huw Siôn (Clerc)\n\nCafwyd ymddiheuriadau gan Robin Huws ac Ann Rhys.") == [
        ("Hedd Puw", "present"), ("Idris Siôn", "present"), ("Huw Siôn", "in_attendance"), ("Robin Huws", "apologies"), ("Ann Rhys", "apologies")]


def test_whom_the_chair_welcomed_in_welsh_is_no_member():
    assert who("Presennol: Cyng. Hedd Puw, Idris Siôn a Huw Siôn (Clerc)\n\nCroesawyd y Cyng. Robin Huws ac Ann Rhys i’r cyfarfod.") == [
        ("Hedd Puw", "present"), ("Idris Siôn", "present"), ("Huw Siôn", "in_attendance")]


@pytest.mark.parametrize(("title", "is_one"), [("Cofnodion Cyfarfod Cyffredin y Cyngor a gynhaliwyd", True), ("COFNODION CYNGOR CYMUNED LLANFACH", True), ("Cofnodion y cyfarfod diwethaf", False), ("Cofnodion cyfarfod blaenorol", False)])
def test_titles_of_welsh_minutes(title: str, is_one: bool):
    assert (MINUTES.search(title) is not None) is is_one


def test_headings_that_run_into_their_sentence():
    assert titles("1. Apologies were received from Peter and Sue Marlow.\n\n2. Minutes of the last meeting were read, agreed and signed.\n\n3. Election of Chairman. Richard was prepared to carry on.\n\n4. Accounts. Helen presented the accounts.") == [
        ("1", "Apologies"), ("2", "Minutes of the last meeting"), ("3", "Election of Chairman."), ("4", "Accounts.")]
    assert titles("1.Apologies for absence.\n\nNone were received.\n\n2. Declarations of interest.\n\nThere were none.\n\n3. To approve the Minutes\n\nThey were approved.")[0] == ("1", "Apologies for absence.")


def test_movers_stay_with_the_paragraph_that_prints_them():
    assert moved(MET + "1. Apologies were received from Peter Marlow.\n\n2. Minutes of the last meeting were read, agreed and signed.\n\n3. Election. Proposed by James, seconded by Tim, Richard was re-elected.") == [("James", "Tim", None, "Richard was re-elected.")]


def test_a_list_of_what_was_resolved_is_no_list_of_headings():
    assert titles("It was agreed to:\n\n1. Resurface the lane.\n\n2. Buy two bins.") == []


def test_an_hour_is_no_number_of_an_item():
    assert titles("**7.15 Christmas** The lights were talked of.\n\n**1. Minutes** They were signed.\n\n**2. Finance** The balance was read.") == [("1", "Minutes"), ("2", "Finance")]


def test_figures_stand_over_letters():
    assert titles("**1. Apologies**\n\nNone.\n\n**2. Minutes**\n\nSigned.\n\n**3. Matters Arising**\n\n**A. Ferry**\n\nNo news.\n\n**B. Cars**\n\nNo news.\n\n**C. Boards**\n\nNo news.") == [
        ("1", "Apologies"), ("2", "Minutes"), ("3", "Matters Arising"), ("A", "Ferry"), ("B", "Cars"), ("C", "Boards")]


@pytest.mark.parametrize(("words", "stored"), [
    ("Penderfynwyd rhoi £100 i’r Eisteddfod.", [(None, None, "rhoi £100 i’r Eisteddfod.")]),
    ("Cafwyd trafodaeth a phenderfynwyd gadael y praesept.", [(None, None, "gadael y praesept.")]),
    ("Derbyniwyd cofnodion mis Medi fel rhai cywir.", [(None, None, "Derbyniwyd cofnodion mis Medi fel rhai cywir.")]),
    ("Cadarnhawyd cofnodion y cyfarfod ar gynnig Cyng.Hedd Puw a’i eilio gan Cyng.Catrin Rhys.", [("Hedd Puw", "Catrin Rhys", "Cadarnhawyd cofnodion y cyfarfod")]),
    ("Cynigiodd Cyng. Ann Vane fod y grant yn cael ei dalu, ac eiliodd Cyng. Bob Tull.", [("Ann Vane", "Bob Tull", "y grant yn cael ei dalu")]),
    ("PENDERFYNWYD\n\n[a]  rhoi’r llythyr ar y wefan.\n\n[b]  gwahodd yr ysgol.", [(None, None, "rhoi’r llythyr ar y wefan."), (None, None, "gwahodd yr ysgol.")]),
    ("Penderfynwyd gan y Cyngor Sir gau yr ysgol.", []),  # by another council
    ("Penderfynwyd yn y cyfarfod diwethaf roi £100.", []),  # at the last meeting
    ("Adroddodd y Cyng. Vane fod y Cyngor wedi penderfynu cau y toiledau.", []),  # what he told
    ("Derbyniwyd cofnodion gan Ann Vane.", []),  # she sent them
])
def test_welsh_decisions(words: str, stored: list[tuple[str | None, str | None, str]]):
    assert [(m, s, text) for m, s, _, text in moved(MET + "**1. Materion**\n\n" + words)] == stored


@pytest.mark.parametrize(("words", "stored"), [
    ("The minutes were approved. Proposed by: JF. Seconded by: MB.", [("JF", "MB", "The minutes were approved.")]),
    ("**Sympathy:** On the proposal of Cllr. Vane, seconded by Cllr. Tull a vote of sympathy was extended to the family.", [("Vane", "Tull", "a vote of sympathy was extended to the family.")]),
    ("**Minutes of the AGM:** The minutes of the AGM were adopted on the proposal of Cllr. Vane, seconded by Cllr. Tull.", [("Vane", "Tull", "The minutes of the AGM were adopted")]),
    ("KH proposed renewing with Castle at £312, seconded MP.", [("KH", "MP", "renewing with Castle at £312")]),
    ("ALL AGREED that the minutes were a true record. The minutes were duly signed.", [(None, None, "ALL AGREED that the minutes were a true record.")]),
    ("It was agreed for the Clerk to write to the owner.", [(None, None, "for the Clerk to write to the owner.")]),
    ("The Council resolved that the membership should remain as agreed at a previous meeting, with two exceptions.", [(None, None, "The Council resolved that the membership should remain as agreed at a previous meeting, with two exceptions.")]),
    ("All agreed that the bin was an eyesore.", []),  # a view
    ("It was agreed for many reasons.", []),
    ("KH proposed regarding the bus nothing new, seconded MP.", []),
    ("The accounts were presented by RP. Seconded by: MB.", []),
    ("**Police:** The report was received and had been circulated.", []),
])
def test_decisions_told_in_few_words(words: str, stored: list[tuple[str | None, str | None, str]]):
    assert [(m, s, text) for m, s, _, text in moved(MET + "**1. Matters**\n\n" + words)] == stored


def test_a_heading_that_confirms_is_what_was_carried():
    below = "**\n\nProposed; Rob Vane, Seconded; John Tull, carried.\n\n**2) OTHER**\n\nNone."
    assert moved(MET + "**1) CONFIRMATION OF THE AGM MINUTES" + below) == [("Rob Vane", "John Tull", "carried", "CONFIRMATION OF THE AGM MINUTES")]
    assert moved(MET + "**1) APPROVAL OF MINUTES OR AMENDMENTS" + below) == []
