"""Divisions and rolls as houses set them: motion against amendment, names in columns, what was only said about a vote."""

from __future__ import annotations

import pytest

from papermine.records import DivisionVote, Motion, Resolution
from printed import came, moved, proceedings


def counted(text: str) -> list[tuple[str, str | None, int | None, int | None]]:
    return [(r.text, r.outcome, r.votes_for, r.votes_against) for r in proceedings(text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)]


DIVISION = """
**5. Shore Road**
Councillor Camron, seconded by Councillor Manek, moved that the application be approved.

Councillor Elliot, seconded by Councillor Hannah, moved as an amendment that the application be refused.

For the Motion - 4 votes

Councillors Bayne, Barrit, Camron and Manek.

For the Amendment - 2 votes

Councillors Elliot and Hannah.
"""


def test_a_division_of_motion_against_amendment_gives_each_side_its_own_votes():
    assert counted(DIVISION) == [("the application be approved.", "carried", 4, None), ("the application be refused.", "lost", 2, None)]
    assert voted(DIVISION) == [("Bayne", "for"), ("Barrit", "for"), ("Camron", "for"), ("Manek", "for"), ("Elliot", "for"), ("Hannah", "for")]
    assert [(m.kind, m.outcome, m.basis) for m in proceedings(DIVISION) if isinstance(m, Motion)] == [("motion", "carried", "derived"), ("amendment", "lost", "derived")]


def test_a_vote_on_the_amendment_alone():
    assert counted("""
    **5. Roads**
    It was proposed by Cllr. E. Stanton, seconded by Cllr. S. Weld that the scheme be deferred.

    Cllr. P. Boyle proposed as an amendment, seconded by Cllr. J. Mannix that the scheme be adopted.

    The amendment was put to the meeting and there voted:-

    For the amendment: Cllrs. Boyle, Mannix and Quill (3)

    Against the amendment: Cllrs. Stanton and Weld (2)

    The Cathaoirleach declared the amendment carried.
    """) == [("the scheme be adopted.", "carried", 3, 2)]


def test_received_votes():
    assert counted("""
    **5. Standing Orders**
    As a MOTION, Ms M Smyth, seconded by Dr I Cockayne, moved that the limit be removed.

    As an AMENDMENT, Mr A Hendry, seconded by Mr D Rixson, moved that the status quo be maintained.

    On a vote being taken, the MOTION received 5 votes and the AMENDMENT received 2 votes, and the MOTION was therefore CARRIED.
    """) == [("the limit be removed.", "carried", 5, None), ("the status quo be maintained.", "lost", 2, None)]


def test_what_a_speaker_says_about_a_vote_is_no_vote():
    assert counted("""
    **Hearing**
    Motion by Brandt, second by Ochoa, to approve the consent agenda. Motion carried.

    Dale Krantz, 410 Oak, said he would move if the rezoning passed 3-2 as it had in Millbrook.
    """) == [("approve the consent agenda.", "carried", None, None)]


def test_names_in_columns_under_the_way_they_voted():
    text = """
    **5. Rezone**
    Council Member Busk moved to approve the rezone; Council Member Florin seconded the motion; Council President Schmid asked for a vote:

    Those voting aye                  Those voting nay
    Council Member Florin             Council Member Wolf
    Council Member Busk
    Council President Schmid

    The motion carried.
    """
    assert moved(text) == [("Busk", "Florin", "carried", "approve the rezone")]
    assert voted(text) == [("Florin", "for"), ("Busk", "for"), ("Schmid", "for"), ("Wolf", "against")]


def test_who_opposed_below_the_outcome():
    text = """
    **5. Transit**
    Moved: Councillor Gonel
    Seconded: Councillor Flint
    THAT the hours be reduced to 2,000.

                                      DEFEATED
                                      Mayor Harris, Councillors Lavoie and Lindsey Opposed
    """
    assert moved(text) == [("Gonel", "Flint", "lost", "THAT the hours be reduced to 2,000.")]
    assert voted(text) == [("Harris", "against"), ("Lavoie", "against"), ("Lindsey", "against")]


def test_the_seconder_after_the_words():
    assert moved("""
    **5. Grants**
    Cllr Purle proposed that a grant of £1,204.66 be made to the club, Cllr Mrs Lacey seconded. 3 in favour, 1 against. Carried.

    Cllr H. Rees proposed that the precept be set at £9,500, and this was seconded by Cllr G. Bevan and agreed.
    """) == [("Purle", "Lacey", "carried", "a grant of £1,204.66 be made to the club"), ("H. Rees", "G. Bevan", "carried", "the precept be set at £9,500")]


def test_movers_after_a_labelled_motion():
    assert moved("""
    **4. Fairgrounds**
    Motion: Approve the contract for three years. Motion by: Lund. Second by: Mercado. Vote: 4-0. Motion carried.
    """) == [("Lund", "Mercado", "carried", "Approve the contract for three years.")]


def test_a_motion_that_needs_no_seconder():
    text = """
    **C. BYLAWS**
    CC-24-063 Moved by Councillor Lowen that Council award the gravel contract to Prairie Hauling.

    Carried

    In Favour: Reeve Duncan, Councillor Lowen

    Opposed: Councillor Jeffs
    """
    assert moved(text) == [("Lowen", None, "carried", "Council award the gravel contract to Prairie Hauling.")]
    assert voted(text) == [("Duncan", "for"), ("Lowen", "for"), ("Jeffs", "against")]


def test_a_label_that_its_column_cuts():
    assert came("""
    PRESENT:             Councillors Alistair Bayne (Convener), David Barrit and Ross Vettrano.
    APOLOGIES FOR        Councillors Alice McGarrie and Derek Noblet.
    ABSENCE:

    **1. MINUTE**
    """) == [("present", "Alistair Bayne", "Convener"), ("present", "David Barrit", None), ("present", "Ross Vettrano", None),
             ("apologies", "Alice McGarrie", None), ("apologies", "Derek Noblet", None)]


def test_officers_in_a_paragraph_below_the_members():
    assert came("""
    Present: Cllrs. Aughney, Bennet and Conlan.

    Mr. E. Daly, Chief Executive, Mr. J. Murrin, Head of Finance and Ms. C. Thorn, Meetings Administrator.

    **1. Minutes**
    """) == [("present", "Aughney", None), ("present", "Bennet", None), ("present", "Conlan", None), ("in_attendance", "E. Daly", "Chief Executive"),
             ("in_attendance", "J. Murrin", "Head of Finance"), ("in_attendance", "C. Thorn", "Meetings Administrator")]


def test_absent_told_in_a_sentence():
    assert [(status, name) for status, name, _ in came("""
    Present: Cllrs T Hobday and G Purle

    **1. Apologies**
    Apologies received from Cllr R Fenn (work). Cllr J Orde was absent.
    """)] == [("present", "T Hobday"), ("present", "G Purle"), ("apologies", "R Fenn"), ("absent", "J Orde")]


def test_agreed_on_the_proposal_of():
    assert moved("""
    **5. Roadworks**
    It was unanimously agreed on the proposal of Cllr S. Tracey, seconded by Cllr Maxey, to adopt the schedule of works for 2021.
    """) == [("S. Tracey", "Maxey", "carried", "adopt the schedule of works for 2021.")]


def test_words_with_nothing_but_their_movers_after_them():
    assert moved("""
    **4. Minutes**
    The minutes of the October meeting were read. It was proposed by Cllr D. Tomos, seconded by Cllr G. Bevan that they be accepted as a true record.

    **5. Finance**
    To approve the payments on the list. Proposed: Cllr Purle Seconded: Cllr Yeo.

    **6. Bench**
    Cllr Purle moved, seconded by Cllr Yeo, that a bench be bought.
    """) == [("D. Tomos", "G. Bevan", None, "they be accepted as a true record."), ("Purle", "Yeo", None, "To approve the payments on the list.")]


def test_a_view_on_a_planning_application_is_a_decision_and_the_planning_authority_s_is_not():
    assert [r.text for r in proceedings("""
    **6. Planning**
    25/0981/HH – 4 The Green – single storey rear extension. No objection.

    25/0412/FUL – Mill Farm – approved by the District Council.

    Members had no objection.

    **7. Finance**
    Bank balances were noted: £21,445.10.

    Payments were approved by the county in May.
    """) if isinstance(r, Resolution)] == ["25/0981/HH – 4 The Green – single storey rear extension. No objection.", "Bank balances were noted: £21,445.10."]


def test_a_nomination_is_the_motion_for_that_person_only():
    assert moved("""
    **2. Election of Deputy Mayor**
    Cllr Dace was proposed by Cllr Jupp and seconded by Cllr Baird. Cllr Hale was proposed by Cllr Frost and seconded by Cllr Ogle. Following a ballot it was RESOLVED that Cllr Colin Dace be elected Deputy Mayor.
    """) == [("Jupp", "Baird", None, "Cllr Colin Dace be elected Deputy Mayor.")]


def test_what_is_resolved_after_a_carried_motion_of_other_words_has_no_mover():
    assert moved("""
    **5. Roads**
    It was proposed by Councillor Pike and seconded by Councillor Vole that the new road be named Kestrel Way. The motion was carried.

    Councillor Tunn reported on the lay-by. RESOLVED – That the Clerk write to the county asking for dates.
    """) == [("Pike", "Vole", "carried", "the new road be named Kestrel Way."), (None, None, None, "That the Clerk write to the county asking for dates.")]


def test_two_recorded_votes_are_two():
    text = """
    **C.80 BUDGET**
    The Leader, Councillor Dunstan, presented the report and moved the recommendations, which were seconded by Councillor Eames.

    Councillor Frayne moved the following amendment, seconded by Councillor Gask:

        That £40,000 be added to the grants budget.

    A recorded vote was taken on the amendment as follows:

    FOR (2): Councillors Frayne and Gask.

    AGAINST (2): Councillors Ball and Catt.

    The amendment therefore fell.

    A recorded vote was then taken on the substantive motion:

    FOR (3): Councillors Ball, Catt and Frayne.

    AGAINST (1): Councillor Gask.

    RESOLVED That the revenue budget be approved.
    """
    assert counted(text) == [("That £40,000 be added to the grants budget.", "lost", 2, 2), ("the revenue budget be approved.", None, 3, 1)]
    assert moved(text)[1][:2] == ("Dunstan", "Eames")
    assert voted(text) == [("Ball", "for"), ("Catt", "for"), ("Frayne", "for"), ("Gask", "against"), ("Frayne", "for"), ("Gask", "for"), ("Ball", "against"), ("Catt", "against")]


def test_the_chair_moved_to_the_vote():
    assert moved("""
    **3. 12 Common Road**
    Councillor Charlton proposed a motion to refuse the application on the grounds of bulk. This was seconded by Councillor McGrath. The motion was put to the vote and fell: 2 votes for, 3 against.

    The Chair moved to the vote on the recommendation: Votes For – 3, Against – 1, Abstentions – 1.

    RESOLVED: That permission be granted.
    """) == [("Charlton", "McGrath", "lost", "refuse the application on the grounds of bulk."), (None, None, None, "That permission be granted.")]


def test_slips_that_end_in_and():
    assert moved("""
    **4. Minutes**
    Moved by Alderman Smythe,
    Seconded by Councillor Archer and

        RESOLVED – that the Minutes of 30 August be taken as read.

    **5. Bus shelter**
    Proposed by Alderman Clarkin
    Seconded by Councillor Kelso and agreed that

    the Council supports a bus shelter at Main Street.

    **6. Gritting**
    Proposed by Councillor Goodwin
    Seconded by Councillor Cush

    “That this Council asks that the road be gritted.”

    On the Motion being put to the meeting and a recorded vote having been requested, Members voted as follows:

    In favour: Councillors Goodwin and Cush

    Against: Alderman Smythe

    The Motion was declared carried.
    """) == [("Smythe", "Archer", "carried", "that the Minutes of 30 August be taken as read."), ("Clarkin", "Kelso", "carried", "the Council supports a bus shelter at Main Street."),
             ("Goodwin", "Cush", "carried", "“That this Council asks that the road be gritted.”")]


def test_headings_over_paragraphs_that_carry_the_number():
    assert [(r.item_number, r.text) for r in proceedings("""
    APOLOGIES

    PLA146/14 There were none.

    MINUTES

    PLA147/14 RESOLVED – That the minutes of 22 September be approved.

    BUS LAY-BY

    PLA148/14 Councillor Tunn reported. RESOLVED – That the Clerk write to the county.
    """) if isinstance(r, Resolution)] == [("PLA147/14", "That the minutes of 22 September be approved."), ("PLA148/14", "That the Clerk write to the county.")]


def test_members_after_a_semicolon_and_and():
    assert [name for _, name, _ in came("""
    Present: Councillor Allardyce, Convener; Councillor Milner, Vice Convener; and Councillors Cameron, Delany and Dickie.
    """)] == ["Allardyce", "Milner", "Cameron", "Delany", "Dickie"]


def test_voted_on_and_resolved_over_a_list():
    text = """
    **36. Lane Rental**
    The original recommendations, proposed by Councillor Marchant and seconded by Councillor Dunmore, were then voted on and it was resolved (by 4 votes to 1, with 1 abstention):

        a) That the scheme be endorsed; and
        b) That a report be brought in 2025.
    """
    assert moved(text) == [("Marchant", "Dunmore", "carried", "That the scheme be endorsed; and"), ("Marchant", "Dunmore", "carried", "That a report be brought in 2025.")]
    assert [c[2:] for c in counted(text)] == [(4, 1), (4, 1)]


def test_the_request_for_a_recorded_vote_is_no_part_of_the_motion():
    assert moved("""
    **2. Reports**
    Resolution No. 2024-89
    Moved by Councillor K. Wilkes
    Seconded by Councillor S. Cresswell
    THAT Zone Change Application ZCA-04/24 be approved.

    A recorded vote was requested by Councillor Dunn.

    YEAS: (1) Councillor K. Wilkes

    NAYS: (2) Mayor N. Salmon and Councillor S. Cresswell

    Motion Defeated (1 to 2)
    """) == [("K. Wilkes", "S. Cresswell", "lost", "THAT Zone Change Application ZCA-04/24 be approved.")]


def test_voted_unanimously_and_who_opposed():
    text = """
    **4. Executive Session**
    MOTION by A. Beebe to enter executive session to discuss a contract. SECONDED by D. Frechette. VOTED unanimously in favor.

    **5. Tires**
    D. Frechette moved and A. Beebe seconded to buy six tires. C. Whitman opposed. The motion passed 3-1.
    """
    assert moved(text) == [("A. Beebe", "D. Frechette", "carried", "enter executive session to discuss a contract."), ("D. Frechette", "A. Beebe", "carried", "buy six tires.")]
    assert voted(text) == [("C. Whitman", "against")]


def test_an_amendment_to_the_report_stands_below():
    assert moved("""
    **7. Pricing**
    The recommendation was moved by Councillor Plowden and seconded by Councillor Bryher.

    Councillor Rippington moved an amendment to the report as follows;

    7. Implement an inflation-based charge only.

    The amendment was seconded by Councillor Alexander. On being put to the vote the amendment was CARRIED (7 members voting in favour, 0 against).

    The recommendation as amended was then put to a vote and was CARRIED unanimously.

    It was APPROVED:

    7. Implement an inflation-based charge only.
    """) == [("Plowden", "Bryher", "carried", "Implement an inflation-based charge only.")]


MAY_OR_JUNE = """
**7. Bus lanes**
Councillor Vane moved, seconded by Councillor Tull, that the bus lane be opened in May.

Councillor Dey moved as an amendment, seconded by Councillor Poe, that the bus lane be opened in June.

"""


def outcomes(text: str) -> list[tuple[str | None, str | None, str, int | None]]:
    return [(r.mover, r.outcome, r.basis, r.votes_for) for r in proceedings(text) if isinstance(r, Resolution)]


@pytest.mark.parametrize(("told", "found"), [
    ("The amendment was put to the vote and CARRIED and became the substantive motion.\n\nThe substantive motion was put to the vote and CARRIED by 9 votes to 2.",
     [("Vane", "lost", "derived", None), ("Dey", "carried", "stated", None)]),
    ("The amendment was carried by 12 votes to 9 and became the substantive motion.", [("Vane", "lost", "derived", None), ("Dey", "carried", "stated", 12)]),
    ("The amendment became the substantive motion.", [("Vane", "lost", "derived", None), ("Dey", "carried", "derived", None)]),
    ("The amendment was carried. The original motion therefore fell.", [("Vane", "lost", "stated", None), ("Dey", "carried", "stated", None)]),
    ("The amendment was carried by 12 votes to 9.", [("Dey", "carried", "stated", 12)]),
    ("For the Motion (2): Councillors Vane and Tull.\n\nFor the Amendment (3): Councillors Dey, Poe and Orr.\n\nThe amendment was accordingly carried.",
     [("Vane", "lost", "derived", 2), ("Dey", "carried", "stated", 3)]),
    ("For the Motion (2): Councillors Vane and Tull.\n\nFor the Amendment (3): Councillors Dey, Poe and Orr.\n\nRESOLVED that the bus lane be opened in June.",
     [("Vane", "lost", "derived", 2), ("Dey", "carried", "derived", 3)])])
def test_a_motion_whose_place_an_amendment_took(told: str, found: list[tuple[str | None, str | None, str, int | None]]):
    assert outcomes(MAY_OR_JUNE + told) == found


def test_a_motion_whose_mover_accepts_the_amendment_is_not_lost():
    assert outcomes(MAY_OR_JUNE + "The proposer of the original motion agreed to the amendment, which became the substantive motion.") == []


def test_an_amendment_that_only_adds_words_takes_no_place():
    assert outcomes("""
    **7. Bus lanes**
    Councillor Vane moved, seconded by Councillor Tull, that the bus lane be opened in May.

    Councillor Dey moved an amendment, seconded by Councillor Poe, to add the words "and closed in July".

    The amendment was carried and became part of the substantive motion.

    The substantive motion was put and CARRIED.
    """) == [("Vane", "carried", "stated", None), ("Dey", "carried", "stated", None)]


def test_an_office_with_its_holder_in_brackets_is_the_holder():
    assert voted("""
    **7. Bus lanes**
    Moved by Councillor Vane, seconded by Councillor Tull, that the bus lane be opened in May.

    For (2): The Deputy Lord Mayor (Alderman McCoubrey) and Councillor Tull.

    Against (3): The High Sheriff (Councillor Long); Alderman Dorrian and Councillor Kyle (by video).
    """) == [("McCoubrey", "for"), ("Tull", "for"), ("Long", "against"), ("Dorrian", "against"), ("Kyle", "against")]


def test_a_closure_that_was_carried_leaves_the_motion_to_its_own_vote() -> None:
    found = proceedings("1. Lights\nMoved by Cllr Vane, seconded by Cllr Tull, that the lights be repaired. A motion that the question be put was carried. The motion was carried by 7 votes to 2.\n")
    assert [(m.text, m.outcome, m.votes_for, m.votes_against) for m in found if isinstance(m, Resolution)] == [
        ("the lights be repaired.", "carried", 7, 2), ("A motion that the question be put was carried.", "carried", None, None)]
