"""What other bodies and other people did, what was done at another time and what is only worded → no decision and no declaration of this meeting."""

from __future__ import annotations

import pytest

from papermine.records import Declaration, Resolution
from printed import decided, proceedings


def texts(text: str, head: str = "") -> list[str]:
    return [words for _, _, words in decided(f"{head}**4. Mill Lane**\n\n{text}")]


HEAD = "Minutes of the meeting of Heath Parish Council\nPresent: Cllrs Jo Vane and Al Tull\n\n"


@pytest.mark.parametrize(("sentence", "is_decided"), [
    ("The District Council approved the application by 7 votes to 4.", False),
    ("The County Council voted 31 to 19 in favour of the scheme.", False),
    ("The Finance Committee agreed that the grant be refused.", False),
    ("The Youth Council resolved to hold a disco.", False),
    ("The Planning Commission voted 5-2 to recommend approval.", False),
    ("The Parish Council agreed that the grant be refused.", True),
    ("The Council agreed that the grant be refused.", True),
    ("Full Council agreed that the grant be refused.", True),
    ("The Committee agreed that the grant be refused.", True),
    ("The report was noted by the Finance Committee.", False),
    ("The accounts were approved by the County Council.", False),
    ("The report was noted by the Council.", True),
    ("The report was noted by the Parish Council.", True),
])
def test_what_another_body_did_is_no_decision_of_this_one(sentence: str, is_decided: bool) -> None:
    assert bool(texts(sentence, HEAD)) == is_decided


def test_a_committee_decides_in_its_own_minutes() -> None:
    assert texts("The Finance and Staffing Committee agreed that the grant be refused.", "Heath Parish Council\nMinutes of the Finance and Staffing Committee\n\n") != []


@pytest.mark.parametrize("sentence", [
    "The Council had AGREED that the lane be closed.", "The Committee had RESOLVED to close the lane. That decision had been called in.", "In May the Board agreed to fund the bus.",
    "As the Board agreed to fund the bus, passengers had doubled.", "Had the Board approved the grant, it would be paid.", "The accounts were agreed by the bank.", "It was agreed not to be the Board's fault.",
    "“RESOLVED that no action be taken” could be the wording.", "Since the Board agreed to fund the bus, passengers had doubled.", "The accounts were approved by the auditor.", "The invoices were approved for payment by the Clerk under delegated powers.",
    "The minutes of 3 May were approved at the June meeting.", "The minutes could not be agreed.", "The following applications were approved by the District Council: 22/104, 22/105.",
    "All agreed that the event had gone well.", "Agreed: nothing further.", "DECISION: None.", "DECISION: No decision was taken as the meeting was inquorate.",
    "\"RESOLVED that no action be taken\" was the wording that had been circulated.", "Draft resolution:\n\nRESOLVED that the lane be closed.\n\nMembers asked for more time.",
    "EXTRACT FROM THE MINUTES OF THE FINANCE COMMITTEE\n\nRESOLVED that the lease be approved.", "Extract from the minutes of the Finance Committee of 3 May\n\nThe Committee agreed to sell the van.\n\nThe Committee agreed to buy a bus.\n\nThe report was noted.",
    "The Council agreed that the lane was muddy.", "The Committee agreed that Mr Poe had a point.", "The Board approved of the tone of the letter.", "The minutes were approved by email in May.", "The report was noted to be late.",
    "The minutes of the Finance Committee were approved at its own meeting.", "The recommendations were agreed by the residents.", "The recommendations were accepted in principle by officers.", "The budget was approved by the County in May.",
    "Decision: pending.", "Decision: to be taken in July.", "The lights were too bright – Agreed.", "Residents wanted a crossing – Agreed.", "It was a good event – Agreed.", "DECISION\n\nThat Friday was wet was regretted.", "Decision\n\nThat evening the hall was full.", "PROPOSED RESOLUTION\n\nThat the lease be approved.\n\nMoved by\nSeconded by"])
def test_what_is_told_or_worded_is_not_decided(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize("sentence", [
    "The Council has AGREED that the lane be closed.", "After the report, the Board AGREED to fund the bus.", "The accounts were approved by the Council.", "The accounts were approved and signed by the Chairman.",
    "Extract from the minutes of the Finance Committee\n\n    The Committee agreed to sell the van.\n\n    The report was noted.\n\nThe Council agreed to buy a bus.", "Decision\n\nThat the report, which was late, be noted.",
    "The Council agreed that the lane was to be closed.", "The Council agreed that the grant be refused.", "The recommendations were accepted in principle.", "The minutes of the meeting in May were approved.", "Decision: to sell the land.",
    "DECISION\n\nThat approval was granted.",
    "The Committee agreed that the minutes were a correct record.", "The Council agreed that no further action was required.", "DECISION: To follow the officer's recommendation.", "AGREED: to be taken forward by the Clerk.",
    "Extract from the minutes of the Finance Committee\n\nThe Committee noted the report.\n\nThe Council RESOLVED that the grant be paid.", "Extract from the minutes of the Finance Committee\n\nRECOMMENDED that the rate be five pounds.\n\nMoved by Cllr Vane, seconded by Cllr Bell and RESOLVED that the recommendation be adopted.",
    "The minutes of 3 May were approved.", "All agreed that the lane should be closed.", "\"RESOLVED that no action be taken.\"", "DECISION: To close the lane."])
def test_what_is_decided_is(sentence: str) -> None:
    assert len(texts(sentence)) == 1


def test_who_was_elected_years_ago_is_told() -> None:
    found = proceedings("**5. Election of Chairman**\n\nCllr Bell was elected Chairman in May 2021 and had served since.\n\nCllr Orde was elected Chairman.")
    assert [r.text for r in found if isinstance(r, Resolution)] == ["Cllr Orde was elected Chairman."]


@pytest.mark.parametrize(("told", "found"), [
    ("The Clerk advised that if Cllr Vane declared a pecuniary interest he would have to leave.", []),
    ("At the last meeting Cllr Vane declared an interest in item 5.", []),
    ("Declarations of interest: Cllr Vane in the chair asked for any.", []),
    ("Declarations of interest: Cllr Vane, item 5.", [("Vane", None)]),
    ("Dispensation: Cllr Vane had been granted one for item 5.", []),
    ("The minutes were amended to show that Cllr Vane declared a personal interest in item 9.", []),
    ("Cllr Vane - item 5, no interest. Cllr Tull - item 6, personal interest.", [("Tull", None)]),
    ("It was noted that Cllr Vane declared an interest in item 5.", [("Vane", None)]),
    ("Cllr Vane declared an interest in item 5 and remained. Cllr Tull left the room for item 9.", [("Vane", False)]),
    ("Cllr Vane declared an interest in item 5. Cllr Tull left the room for item 9.", [("Vane", None)]),
    ("Cllr Vane declared an interest in item 5. He left the room.", [("Vane", True)]),
    ("Cllr Vane declared an interest in item 5. Cllr Vane left the room.", [("Vane", True)]),
])
def test_who_declared_and_whether_he_left(told: str, found: list[tuple[str, bool | None]]) -> None:
    assert [(r.name, r.left_room) for r in proceedings(f"**2. Declarations of interest**\n\n{told}") if isinstance(r, Declaration)] == found


def test_who_moved_what_stands_above_did_not_move_what_names_its_own_mover() -> None:
    found = proceedings("**8. Close**\n\nMoved by Kalvin, seconded by Dave, that the report be received. Carried.\n\nBe it resolved that the Board meeting of May 4 is hereby adjourned\nMoved by: Nancy Seconded by: Mieke Carried.")
    assert [(r.mover, r.text) for r in found if isinstance(r, Resolution) and "adjourned" in r.text] == [("Nancy", "the Board meeting of May 4 is hereby adjourned")]


@pytest.mark.parametrize(("rows", "views"), [
    ("20/02194/TCA Beech House, High Street - APPROVED\n20/02035/F Timber cottage - REFUSED\n20/02610/TCA Holly Cottage - no objections", ["20/02610/TCA Holly Cottage - no objections"]),
    ("20/02610/TCA Holly Cottage - no objections\n20/02611/F Elm House - Object", ["20/02610/TCA Holly Cottage - no objections", "20/02611/F Elm House - Object"]),
    ("20/02194/TCA Beech House, High Street - APPROVED\n20/02035/F Timber cottage - REFUSED", []),
])
def test_what_the_planning_authority_decided_is_no_view_of_the_parish(rows: str, views: list[str]) -> None:
    assert [text for _, _, text in decided(f"**7. Planning**\n\n{rows}")] == views


def test_what_the_public_proposes_is_not_agreed_to() -> None:
    for title, n in (("Public question time", 0), ("Any other business", 1)):
        assert len(decided(f"**9. {title}**\n\nMr Tull proposed that the lane be closed and Mrs Lusk seconded this. The Chairman thanked them.")) == n


@pytest.mark.parametrize("words", ["the motion proposed by Cllr Pell and seconded by Cllr Orde at the last meeting be rescinded.", "the bid proposed by Cllr Pell and seconded by Cllr Orde in May be refused."])
def test_who_moved_what_is_rescinded_did_not_move_that_it_be(words: str) -> None:
    found = proceedings(f"**8. Land**\n\nRESOLVED that {words}")
    assert [(r.mover, r.text) for r in found if isinstance(r, Resolution)] == [(None, words)]
