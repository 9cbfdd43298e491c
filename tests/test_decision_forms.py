"""Forms of decisions, votes and rolls that are told by shape: pairs of movers, capitals in a sentence, dissent in a sentence."""

from __future__ import annotations

from papermine.records import DivisionVote, Resolution
from printed import came, proceedings


def decided(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(r.text, r.mover, r.seconder, r.outcome) for r in proceedings(text) if isinstance(r, Resolution)]


def voted(text: str) -> list[tuple[str, str]]:
    return [(v.person_name, v.option) for v in proceedings(text) if isinstance(v, DivisionVote)]


def test_a_pair_of_movers_after_a_minute_number():
    assert decided("""
    **4. Minutes**
    2021/152 Resolved (Cr Abbie Lowndes / Cr Peter Mundy)

    That the minutes of 24 June 2021 be confirmed.

    The Motion on being put to the meeting was carried unanimously.
    """) == [("That the minutes of 24 June 2021 be confirmed.", "Abbie Lowndes", "Peter Mundy", "carried")]


def test_a_pair_of_movers_on_a_line_of_its_own():
    assert decided("""
    **3. Minutes**
    RESOLVED WDC22/071 Crs Anker/Broad

    That the minutes be confirmed.

    CARRIED

    **4. Bylaws**
    HEMPHILL/ROBERTSEN

    THAT Bylaw No. 492 be given three readings.

    CARRIED #319
    """) == [("That the minutes be confirmed.", "Anker", "Broad", "carried"), ("THAT Bylaw No. 492 be given three readings.", "HEMPHILL", "ROBERTSEN", "carried")]


def test_a_place_with_a_slash_is_no_pair_of_movers():
    assert decided("""
    **3. Roads**
    HIGH STREET/MILL LANE

    The Clerk reported that the county had resurfaced the junction.
    """) == []


def test_capitals_in_a_sentence_set_the_decision_apart():
    assert decided("""
    **9. Standing Orders**
    The Council otherwise AGREED the remaining changes as circulated. Members had NOTED before that it rained.

    **10. New Road**
    Following the vote, the Committee RESOLVED to GRANT PLANNING PERMISSION.
    """) == [("The Council otherwise AGREED the remaining changes as circulated.", None, None, None),
             ("Following the vote, the Committee RESOLVED to GRANT PLANNING PERMISSION.", None, None, None)]


def test_the_reason_before_what_was_resolved():
    assert decided("""
    **1. Chairman**
    Cllr Tong proposed Cllr Wills, seconded by Cllr Day. As there were no further nominations it was resolved that Cllr Wills remain as Chairman.

    **2. Planning**
    Rear extension at Yew Tree Cottage – it was RESOLVED that no objection be raised.
    """) == [("Cllr Wills remain as Chairman.", "Tong", "Day", None), ("no objection be raised.", None, None, None)]


def test_dissent_told_in_a_sentence():
    assert voted("""
    **5. Budget**
    Cllr Hale moved to approve the budget, seconded by Cllr Reyes. The motion carried 3-2 with Bixby and Grove voting no.
    """) == [("Bixby", "against"), ("Grove", "against")]
    assert voted("""
    **5. Budget**
    Cllr Hale moved to approve the budget, seconded by Cllr Reyes. The motion carried 4-1 (Pruitt dissenting).
    """) == [("Pruitt", "against")]
    assert voted("""
    **5. Budget**
    The Committee RESOLVED that permission be granted by 4 votes to 1 with 1 abstention.

    Councillors Patel and Ryland voted for the resolution to grant planning permission. Councillor Darvell voted against the resolution. Councillor Hall abstained.
    """) == [("Patel", "for"), ("Ryland", "for"), ("Darvell", "against"), ("Hall", "abstain")]


def test_those_who_only_spoke_against_have_no_vote():
    assert voted("""
    **5. Budget**
    Cllr Hale moved to approve the budget, seconded by Cllr Reyes. Residents opposed the plan, and Mr Cole spoke against it. The motion was carried.
    """) == []


def test_a_motion_without_a_seconder_is_lost():
    assert decided("""
    **4. Streets**
    Councilmember Haskell moved to table the item until July. The motion died for lack of a second.
    """) == [("table the item until July.", "Haskell", None, "lost")]


def test_surnames_before_initials():
    assert came("""
    Members Present: Ambler, S (Chair); Anglin, M; Dyson, P

    Apologies: Ince, J; Lund, K

    **1. Minutes**
    """) == [("present", "S Ambler", "Chair"), ("present", "M Anglin", None), ("present", "P Dyson", None), ("apologies", "J Ince", None), ("apologies", "K Lund", None)]


def test_members_named_after_a_sentence_about_the_session():
    assert came("""
    The City Council met in regular session with the following members present, to wit:

    Bobby Lindon
    Carla Haskell

    with the following absent: Will Sharpe

    **1. Call to order**
    """) == [("present", "Bobby Lindon", None), ("present", "Carla Haskell", None), ("absent", "Will Sharpe", None)]
