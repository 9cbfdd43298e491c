"""What other bodies and other people did, what was done at another time and what is only worded → no decision and no declaration of this meeting."""

from __future__ import annotations

import pytest

from papermine.records import Declaration, Motion, Resolution
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
    ("Cllr Vane: None\nCllr Tull: Item 6, personal", [("Tull", None)]),
    ("Cllr Vane: Item 5, personal\nCllr Tull: None", [("Vane", None)]),
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


@pytest.mark.parametrize(("sentence", "is_decided"), [
    ("The Youth Council RESOLVED that skating be allowed.", False), ("The Parish Council RESOLVED that skating be allowed.", True), ("The Working Party agreed to recommend that the hall be sold.", False),
    ("The Cabinet approved the budget by 40 votes to 20.", False), ("The Chief Executive approved the purchase under delegated powers.", False), ("The accounts, which were approved by the Council in May, were sent to the auditor.", False),
    ("The accounts, which were late, were approved by the Council.", True), ("The plan was approved by Historic England.", False), ("The minutes of the Heath Trust were approved by its trustees.", False),
    ("The Committee agreed to differ.", False), ("The Committee agreed that it might be possible to sell the hall.", False), ("The Committee agreed to sell the hall.", True), ("Resolution: the photograph was of low resolution.", False),
    ("Resolution: the hall to be sold.", True), ("Resolution: the application was refused.", True), ("The Council approved the following business items:", False), ("The Council approved the following:\n\n1. To sell the hall.", True)])
def test_what_others_did_and_what_is_only_told(sentence: str, is_decided: bool) -> None:
    assert bool(texts(sentence, HEAD)) == is_decided


@pytest.mark.parametrize(("text", "found"), [
    ("The draft resolution before the Council was as follows:\n\nRESOLVED that the hall be sold.\n\nThe Council took no action.", []),
    ("The County's resolution was read:\n\n“RESOLVED that the library be closed.”\n\nMembers deplored it.", []),
    ("The following resolution was read:\n\nRESOLVED that the hall be sold.\n\nMoved by Cllr Vane, seconded by Cllr Tull. Carried.", ["the hall be sold."]),
    ("There being no quorum, the following were informally agreed:\n\n1. That the report be noted.\n\n2. That the fee be raised.", []),
    ("The following motions were considered but not put:\n\nThat the hall be sold. Moved Cr Orde, seconded Cr Pell.\n\nThat the barn be let. Moved Cr Lusk, seconded Cr Tull.", []),
    ("Cr Orde foreshadowed that, if the motion was lost, he would move:\n\nThat the hall be leased.\n\nThat the hall be sold.\n\nMoved: Cr Vane\nSeconded: Cr Tull\n\nCARRIED 5/2", ["That the hall be sold."]),
    ("Extract from the minutes of the Finance Committee of 3 May\n\n“RESOLVED that the grant be paid.\n\nThe Committee agreed to write to the bank.”\n\nThe Council agreed to note the extract.", ["The Council agreed to note the extract."]),
    ("The following is an extract from the County's minutes:\n\nMoved by Councillor Poe, seconded by Councillor Roe, that the library be closed. The motion was carried.\n\nThe Council RESOLVED to object.", ["The Council RESOLVED to object."])])
def test_what_is_copied_read_out_or_not_put_is_no_decision(text: str, found: list[str]) -> None:
    assert texts(text, HEAD) == found
    assert [r.mover for r in proceedings(f"{HEAD}**4. Mill Lane**\n\n{text}") if isinstance(r, Resolution) and r.mover not in (None, "Vane")] == []


@pytest.mark.parametrize(("decision", "found"), [("REFUSED (Dorset Council)", []), ("REFUSED (Heath Parish Council)", ["REFUSED (Heath Parish Council)"]), ("Object (loss of light)", ["Object (loss of light)"])])
def test_the_decision_of_another_council_in_a_list_of_applications(decision: str, found: list[str]) -> None:
    assert texts(f"PA/2021/044 12 Mill Lane, extension. Decision: {decision}", HEAD) == found


@pytest.mark.parametrize(("below", "rows"), [
    ("No vote was taken.", [("Vane", None)]), ("The matter was not put to the vote.", [("Vane", None)]), ("The Clerk will write.", [("Vane", "carried")])])
def test_what_was_resolved_and_not_voted_on_is_not_carried(below: str, rows: list[tuple[str | None, str | None]]) -> None:
    found = proceedings(f"**4. Mill Lane**\n\nRESOLVED that the land be sold.\n\nMoved by Cr Vane, seconded by Cr Bell\n\n{below}")
    assert [(r.mover, r.outcome) for r in found if isinstance(r, Resolution)] == rows


@pytest.mark.parametrize(("below", "n"), [("MOTION LAPSED", 0), ("RULED OUT OF ORDER", 0), ("The time having expired, the motion stood adjourned.", 0), ("EQUAL VOTES 3/3", 0), ("", 1), ("The Clerk will write.", 1)])
def test_what_was_moved_and_lapsed_is_no_resolution(below: str, n: int) -> None:
    found = proceedings(f"**4. Mill Lane**\n\nThat the hall be sold.\n\nMoved: Cr Vane\nSeconded: Cr Bell\n\n{below}")
    assert len([r for r in found if isinstance(r, Resolution)]) == n


@pytest.mark.parametrize(("told", "outcomes"), [
    ("The Monitoring Officer advised that the vote was inquorate and the decision was declared null and void.", []), ("The Mayor declared the decision void.", []), ("The decision was declared at noon.", ["carried"])])
def test_a_decision_that_was_declared_void(told: str, outcomes: list[str]) -> None:
    found = proceedings(f"**4. Mill Lane**\n\nCouncillor Vane moved, seconded by Councillor Bell, that the land be sold. The motion was carried by 6 votes to 4.\n\n{told}")
    assert [r.outcome for r in found if isinstance(r, Resolution)] == outcomes


def test_who_moved_what_nobody_was_found_to_second_did_not_move_what_was_resolved() -> None:
    found = proceedings("**4. Mill Lane**\n\nCouncillor Orde moved that the hall be sold. No seconder was forthcoming. RESOLVED that the hall be kept.")
    assert [(r.mover, r.outcome) for r in found if isinstance(r, Resolution)] == [(None, None), ("Orde", "lost")]


@pytest.mark.parametrize(("title", "mover", "n"), [("Public participation", "Mrs Roe", 0), ("Public participation", "Councillor Roe", 1), ("Hedges", "Mrs Roe", 1)])
def test_the_public_moves_nothing(title: str, mover: str, n: int) -> None:
    assert len([r for r in proceedings(f"**4. {title}**\n\n{mover} proposed that the hedge be cut, and Mr Poe seconded. The Chairman thanked them.") if isinstance(r, Motion)]) == n


def test_what_was_carried_at_a_meeting_with_residents() -> None:
    assert texts("At a meeting with residents it was proposed by Mr Poe and seconded by Mrs Roe that a bench be bought, and this was carried.") == []


@pytest.mark.parametrize(("title", "head", "decision", "found"), [
    ("Planning applications", HEAD, "Refused", []), ("Planning applications", HEAD, "Approved with conditions", []), ("Planning decisions notified by the District Council", "Minutes of Heath Town Council\n\n", "Granted", []),
    ("Planning applications", "Minutes of the Planning Committee of Heath District Council\n\n", "Refused", ["Refused"]), ("Planning applications", HEAD, "No objection", ["No objection"]), ("Grants", HEAD, "Refused", ["Refused"])])
def test_whose_decision_on_an_application_it_is(title: str, head: str, decision: str, found: list[str]) -> None:
    assert [words for _, _, words in decided(f"{head}**4. {title}**\n\n12 Mill Lane, extension. Decision: {decision}")] == found
