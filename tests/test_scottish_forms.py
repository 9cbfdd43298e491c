"""Decisions and movers as councils of Scotland and parishes of England set them: under a label of one word, below what was resolved, after "and the Council RESOLVED"."""

from __future__ import annotations

import pytest

from papermine.records import Division, Motion
from printed import decided, moved, proceedings

PAIRS = [("G Symonds", "A Kipling", "carried", "obtain quotations for new swing seats."), ("N Kipling", "D Nightly", "carried", "not to renew the hire of the container.")]


@pytest.mark.parametrize(("first", "second", "third", "verb"), [("5.2   ", "5.3   ", "5.4   ", "Proposed"), ("", "", "", "Proposed")])
def test_movers_below_what_was_resolved_do_not_open_what_is_resolved_next(first: str, second: str, third: str, verb: str):
    end = f"{third}The Clerk left." if third else ""
    assert moved(f"""
    **5    PLAYING FIELD**

    {first}RESOLVED to obtain quotations for new swing seats.

          {verb}: Cllr G Symonds  Seconded: Cllr Mrs A Kipling

    {second}RESOLVED not to renew the hire of the container.

          {verb}: Cllr N Kipling  Seconded: Cllr D Nightly

    {end}
    """) == PAIRS


def test_movers_above_each_resolution_open_it():
    assert moved("""
    **5    PLAYING FIELD**

    Proposed: Cllr G Symonds  Seconded: Cllr Mrs A Kipling

    RESOLVED to obtain quotations for new swing seats.

    Proposed: Cllr N Kipling  Seconded: Cllr D Nightly

    RESOLVED not to renew the hire of the container.
    """) == PAIRS


@pytest.mark.parametrize(("told", "found"), [
    ("RESOLVED that the report be noted. Councillor Vane then proposed that the bench be moved. This was seconded by Councillor Tull and agreed.",
     [(None, None, None, "the report be noted."), ("Vane", "Tull", "carried", "the bench be moved.")]),
    ("RESOLVED that the report be noted. Councillor Vane proposed that the report be noted, seconded by Councillor Tull.", [("Vane", "Tull", "carried", "the report be noted.")]),
    ("RESOLVED that the report be noted. Proposed by Councillor Vane, seconded by Councillor Tull.", [("Vane", "Tull", "carried", "the report be noted.")])])
def test_who_moved_something_else_afterwards_did_not_move_what_was_resolved(told: str, found: list[tuple[str | None, ...]]):
    assert moved(f"**4. Works**\n\n{told}") == found


@pytest.mark.parametrize(("told", "found"), [
    ("It was proposed by Councillor Pell, seconded by Councillor Orde and the Council RESOLVED to fell the tree.", [("Pell", "Orde", "carried", "fell the tree.")]),
    ("It was proposed by Councillor Pell, seconded by Councillor Orde and the Council resolved to fell the tree.", [("Pell", "Orde", "carried", "fell the tree.")]),
    ("It was proposed by Councillor Pell that Councillor Becket be elected Vice Chairman the Council RESOLVED to elect Councillor Becket as Vice Chairman.",
     [("Pell", None, "carried", "elect Councillor Becket as Vice Chairman.")]),
    ("It was proposed by the developer that the Council RESOLVED to fell the tree.", [])])
def test_the_council_resolved_after_who_moved(told: str, found: list[tuple[str | None, ...]]):
    assert moved(f"**4. Works**\n\nThe Clerk reported that quotations had been received. {told}") == found


@pytest.mark.parametrize(("rows", "found"), [
    (["1. Agreed to note the report.", "2. Noted that the pack was available.", "3. Agreed that a further report be brought."],
     [("5", "1", "Agreed to note the report."), ("5", "2", "Noted that the pack was available."), ("5", "3", "Agreed that a further report be brought.")]),
    (["(i) noted the report; and", "(ii) agreed that the pack be made available."], [("5", "i", "noted the report; and"), ("5", "ii", "agreed that the pack be made available.")]),
    (["To note the report."], [("5", None, "To note the report.")]),
    (["The report was long and (a) many Members had read it."], [])])
def test_all_that_stands_under_decision_is_decided(rows: list[str], found: list[tuple[str | None, ...]]):
    listed = "\n       ".join(rows)
    assert decided(f"""
    **5. LEADER'S REPORT**

    The Council considered a report by the Leader.

    **Decision**

       {listed}

    (Reference: Report by the Leader dated 21 November 2013)
    """) == found


@pytest.mark.parametrize(("told", "found"), [
    ("The Committee agreed: i) the tender be accepted, and ii) the Clerk order the works.", [("4", "i", "the tender be accepted, and"), ("4", "ii", "the Clerk order the works.")]),
    ("The Committee agreed: in its view the tender was low.", [])])
def test_a_list_in_the_sentence_that_decides(told: str, found: list[tuple[str | None, ...]]):
    assert decided(f"**4. Works**\n\n{told}") == found


@pytest.mark.parametrize(("between", "outcomes"), [("", [("motion", "carried"), ("amendment", "lost")]), ("Councillor Pell accepted the amendment.\n", [("motion", "carried"), ("amendment", None)])])
def test_an_amendment_put_against_the_motion_that_a_division_carried_is_lost(between: str, outcomes: list[tuple[str, str | None]]):
    found = proceedings(f"""
    **6. BUDGET CONSULTATION**

    **Motion**

    To agree the recommendations in the report.

    Moved by Councillor Roderick Pell, seconded by Councillor Ellen Orde.

    **Amendment**

    To extend the period of consultation to 31 January.

    Moved by Councillor Sandy Tait, seconded by Councillor Gordon Blaine.

    {between}
    On a show of hands vote the Motion was carried by 6 votes to 3 and the Council resolved accordingly.
    """)
    assert [(r.kind, r.outcome) for r in found if isinstance(r, Motion)] == outcomes


def test_a_label_at_the_foot_of_a_page_stands_above_the_words_on_the_next():
    assert decided("""
    **5. LEADER'S REPORT**

    The Council considered a report by the Leader on the work of its officers in the last year.

    **Decision**
    \f
    To note the report.
    """) == [("5", None, "To note the report.")]


@pytest.mark.parametrize(("told", "found"), [
    ("LR proposed Cathie Wren and this was seconded by JH – Cathie accepted the nomination.", [("LR", "JH", None, "LR proposed Cathie Wren and this was seconded by JH")]),
    ("Sim Smith was proposed as Secretary by JH and this was seconded by LR. Sim accepted the nomination.", [("JH", "LR", None, "Sim Smith was proposed as Secretary by JH and this was seconded by LR")]),
    ("LR proposed Cathie Wren and this was seconded by JH. A ballot was taken.", [])])
def test_a_nomination_that_was_accepted(told: str, found: list[tuple[str | None, ...]]):
    assert moved(f"**3. Appointment of Secretary**\n\n{told}") == found


@pytest.mark.parametrize(("became", "outcome"), [("thereupon put to the Committee as the substantive motion and passed", "lost"), ("noted by all", None)])
def test_what_an_amendment_took_the_place_of_is_lost(became: str, outcome: str | None):
    found = proceedings(f"""
    **9. Licence**

    Proposed by Councillor de Fayt,
    Seconded by Councillor Anglim,

       That the Committee approves the grant of a Licence.

    **Amendment**

    Proposed by Councillor Bunton,
    Seconded by Alderman McCoubry,

       That the Committee agrees to defer consideration of the application for a month.

    On a vote, five Members voted for the amendment and two against and it was declared carried. The amendment was {became}.
    """)
    assert [(r.mover, r.outcome) for r in found if isinstance(r, Motion)] == [("de Fayt", outcome), ("Bunton", "carried")]


def test_a_sentence_that_decides_takes_its_list_and_its_vote():
    assert decided("""
    **3. Minutes**

    The minutes of the meeting held on 24 September were approved as a correct record, subject to:-

       (a) the removal of Councillor Pell from the list of those present; and
       (b) the amendment of paragraph 8.4.

    The Chair left.
    """) == [("3", None, "The minutes of the meeting held on 24 September were approved as a correct record, subject to:- (a) the removal of Councillor Pell from the list of those present; and "
              "(b) the amendment of paragraph 8.4.")]
    found = proceedings("**5. Planning**\n\nThe Committee considered the report and RESOLVED on a vote of 4 to 2 with 1 abstention to refuse planning permission.")
    assert [(r.votes_for, r.votes_against, r.votes_abstain) for r in found if isinstance(r, Division)] == [(4, 2, 1)]


def test_initials_after_a_title_are_a_mover():
    assert moved("**5. Payments**\n\nCllr AF proposed, seconded by Cllr BD and unanimously AGREED to make the payments listed.") == [("AF", "BD", "carried", "make the payments listed.")]


def test_bold_words_that_decide_are_no_part_of_the_heading():
    assert decided("""
    **87/23 Christmas Lights:** Three quotes had been received.

    **88/23 Payments: RESOLVED** that the payments listed be approved.

    **89/23 Date of next meeting:** 3 May.
    """) == [("88/23", None, "the payments listed be approved.")]


@pytest.mark.parametrize("words", ["“To confirm the minutes of the Budget Meeting held on 17 December.”", "To confirm the minutes of the Budget Meeting held on 17 December."])
def test_and_agreed_in_capitals_below_the_movers(words: str):
    assert moved(f"""
    **1. MINUTES OF THE BUDGET MEETING**

    Proposed by Councillor M. Lyon
    Seconded by Councillor M. Flemyng
    AND AGREED

    {words}

    With regard to these minutes Councillor Pell spoke.
    """) == [("M. Lyon", "M. Flemyng", "carried", words)]
