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


def test_agreed_after_the_sentence_that_moves():
    assert decided("""
    **4. Minutes**
    Full Council 22/6/2021 – Proposed by Mr Andrew Humphreys, seconded by Mr Gwilym Loxdale that the minutes be approved. Agreed unanimously.
    """) == [("the minutes be approved.", "Andrew Humphreys", "Gwilym Loxdale", "carried")]


def test_a_decision_after_a_dash():
    assert decided("""
    **6. Planning**
    Extension at 3 Maes Hyfryd – RESOLVED: Object on grounds of overlooking.
    """) == [("Object on grounds of overlooking.", None, None, None)]


def test_what_is_said_after_a_decision_is_no_part_of_it():
    assert decided("""
    **4. Treasurer**
    Agreed to pay £60 for hall hire. The Treasurer said the bank had agreed to waive fees.
    """) == [("pay £60 for hall hire.", None, None, None)]


def test_it_was_agreed_without_that():
    assert decided("""
    **5. Planning**
    It was agreed the Secretary should respond to the application. It was agreed the grant could be used for food.
    """) == [("the Secretary should respond to the application.", None, None, None)]


def test_what_is_agreed_after_a_carried_motion_is_another_matter():
    assert decided("""
    **41. Plan**
    It was proposed by Cllr Howells, seconded by Cllr Hackett, that Council retain the services of Pegasus. Agreed unanimously. It was agreed that the group should meet at once.
    """) == [("the group should meet at once.", None, None, None), ("Council retain the services of Pegasus.", "Howells", "Hackett", "carried")]


def test_names_before_the_way_they_voted():
    text = """
    **3. Three Waters**
    MOVED Crs Herewini/Joll

    That the submission lie on the table.

    The motion was put and LOST 2:4. Crs Herewini and Joll for; Mayor Whittle, Crs Anker, Broad and Northe against.
    """
    assert decided(text) == [("That the submission lie on the table.", "Herewini", "Joll", "lost")]
    assert voted(text) == [("Herewini", "for"), ("Joll", "for"), ("Whittle", "against"), ("Anker", "against"), ("Broad", "against"), ("Northe", "against")]


def test_a_box_that_prints_the_result():
    text = """
    **3. FIRE STATION LEASE**
    Recommended Action: Authorize the City Manager to execute a lease for Fire Station 3.

    RESULT: APPROVED [3 TO 1]

    MOVER: Rene Spry, Mayor Pro Tem

    SECONDER: John McKee, Council Member

    AYES: Constant, Spry, McKee

    NAYS: Carrow

    ABSENT: Marti
    """
    assert [(r.text, r.mover, r.seconder, r.votes_for, r.votes_against, r.outcome) for r in proceedings(text) if isinstance(r, Resolution)] == [
        ("Authorize the City Manager to execute a lease for Fire Station 3.", "Rene Spry", "John McKee", 3, 1, "carried")]
    assert voted(text) == [("Constant", "for"), ("Spry", "for"), ("McKee", "for"), ("Carrow", "against")]


def test_plain_headings_below_numbered_ones():
    assert [(r.item_number, r.text) for r in proceedings("""
    **3. REPORT BY DIRECTOR**
    The Director submitted the report.

    3.1 Dog Fouling Campaign

    Members noted the report.

    3.2 Bin Collections on Bank Holidays

    It was agreed that bins be collected on Easter Monday.

    **4. CLOSE**
    The meeting closed.
    """) if isinstance(r, Resolution)] == [("3.1", "Members noted the report."), ("3.2", "bins be collected on Easter Monday.")]


def test_who_presided_over_a_list_of_the_others():
    assert came("""
    The Cathaoirleach, Cllr. H. Kenneally, was in the Chair.

    The other Councillors present were:-

    Cllrs. M. Mulvany, J. Mannix and T. Quill

    **1. Minutes**
    """) == [("present", "H. Kenneally", "Cathaoirleach"), ("present", "M. Mulvany", None), ("present", "J. Mannix", None), ("present", "T. Quill", None)]


def test_names_in_columns_that_run_together():
    assert came("""
    COUNCILLORS:   J Baird K Burnside S Doyle
    OFFICERS:      Director of Services (Mrs H Moorhead), Member Services Officer (Mr C McGrann)

    **1. Minutes**
    """) == [("present", "J Baird", None), ("present", "K Burnside", None), ("present", "S Doyle", None),
             ("in_attendance", "H Moorhead", "Director of Services"), ("in_attendance", "C McGrann", "Member Services Officer")]


def test_a_motion_settled_at_the_foot_of_a_page_gives_its_movers_to_no_other():
    settled = "THAT we pass By-Law Number 2025-30, being a By-Law to confirm the proceedings of"
    assert decided(f"""
    R2025-160 F. Brocklebank, C. Merriweather:
    {settled}
    Council at its meeting held on September 16, 2025. Carried
\f
    R2025-161 R. Pilkington, S. Hutchings:
    THAT the meeting be adjourned. Carried
    """) == [(f"{settled} Council at its meeting held on September 16, 2025.", "F. Brocklebank", "C. Merriweather", "carried"),
             ("THAT the meeting be adjourned.", "R. Pilkington", "S. Hutchings", "carried")]


def test_a_motion_whose_movers_end_a_page():
    assert decided("""
    R2025-160 F. Brocklebank, C. Merriweather:
    THAT we pass By-Law Number 2025-30. Carried

    R2025-161 R. Pilkington, S. Hutchings:
\f
    THAT the meeting be adjourned. Carried
    """) == [("THAT we pass By-Law Number 2025-30.", "F. Brocklebank", "C. Merriweather", "carried"), ("THAT the meeting be adjourned.", "R. Pilkington", "S. Hutchings", "carried")]


def test_slips_over_a_page_break():
    assert decided("""
    Resolution 2024-12
    Moved by: A. Vane
    Seconded by: B. Tull
    THAT the accounts be approved.

    CARRIED

    Moved by: C. Orr
\f
    Seconded by: D. Pym
    THAT the meeting be adjourned.

    CARRIED
    """) == [("THAT the accounts be approved.", "A. Vane", "B. Tull", "carried"), ("THAT the meeting be adjourned.", "C. Orr", "D. Pym", "carried")]


def test_the_number_of_a_motion_printed_on_the_line_of_its_movers():
    """It is the decision's where nothing above has a number; what merely stands in the same paragraph as a motion numbers nothing."""
    minutes = """
    {head}
    MOTION NO. 18-023   MOVED by Councillor Hale that By-law 2018-12 be read a first time.
    CARRIED

    Motion No. 18-024   Moved by Councillor Orr, seconded by Councillor Hale, that the report be received.
    CARRIED

    Motion No. 18-022 was read again. Moved by Councillor Orr, seconded by Councillor Hale, that the office be closed on Monday.
    CARRIED
    """
    def numbers(head: str) -> list[tuple[str | None, str]]:
        return [(r.item_number, r.text) for r in proceedings(minutes.format(head=head)) if isinstance(r, Resolution)]
    assert numbers("") == [("18-023", "By-law 2018-12 be read a first time."), ("18-024", "the report be received."), (None, "the office be closed on Monday.")]
    assert {number for number, _ in numbers("**5. By-laws**")} == {"5"}


def test_movers_under_one_label_before_what_was_agreed():
    """ "Proposed/Seconded: A/B": on the line above the words, before them on their line, or on the line below. Nobody moves what another agreed to do, or what two bodies proposed."""
    assert decided("""
    **5. Trees**
    The clerk reported on the tree.
    Proposed/Seconded: Cllr Hale/Cllr Orr
    Agreed that the tree be felled.

    **6. Bench**
    The bench was discussed.
    Proposed/Seconded: Cllr A Hale/Cllr B Orr Agreed that the bench be moved.

    **7. Walls**
    Proposer / Seconder: Cllr Hale / Cllr Orr

    Agreed that the wall be mended.

    **8. Tellers**
    Proposed/Seconded: Cllr Hale/Cllr Orr agreed to act as tellers.

    **9. Hedges**
    Proposed/Seconded: Finance/Planning. The clerk will ask both.
    """) == [("the tree be felled.", "Hale", "Orr", "carried"), ("the bench be moved.", "A Hale", "B Orr", "carried"), ("the wall be mended.", "Hale", "Orr", "carried")]


def test_consent_items_without_numbers():
    """One motion carries each: set apart, or a line each. What was said of them below the motion, and the words of another motion, are none."""
    def items(text: str) -> list[str]:
        return [words for words, mover, _, _ in decided(text) if mover == "Hale"]
    assert items("""
    **4. CONSENT AGENDA**
    Motion by Hale, second by Orr, to approve the Consent Agenda:

    Approve the minutes of April 20, 2018.

    Adopt Resolution 18-44 accepting the bid of Vane Paving for the streets north of the river and
    the two car parks.

    Motion carried 5-0.
    """) == ["Approve the minutes of April 20, 2018.", "Adopt Resolution 18-44 accepting the bid of Vane Paving for the streets north of the river and the two car parks."]
    assert items("""
    **4. CONSENT AGENDA**
    Hale moved, seconded by Orr, that the following consent items be approved:
        Minutes of April 20, 2018
        Bid of Vane Paving for the streets north of the river and for the
        car parks
        Street closure for the fair
    Motion carried unanimously.
    """) == ["Minutes of April 20, 2018", "Bid of Vane Paving for the streets north of the river and for the car parks", "Street closure for the fair"]
    assert items("""
    **4. CONSENT AGENDA**
    Motion by Hale, second by Orr, to approve the Consent Agenda:

    Mr Bell asked about the streets.

    Motion carried 5-0.
    """) == ["approve the Consent Agenda:"]
    assert items("""
    **4. GRANT**
    Hale moved, seconded by Orr, that the grant be paid on these terms:
        The hall is open to all
        The roof is mended
    Motion carried unanimously.
    """) == ["the grant be paid on these terms: The hall is open to all The roof is mended"]


def test_what_was_done_with_a_matter_after_a_dash():
    """ "… – Noted.", at the end of a paragraph of a numbered item; not what somebody felt or asked, what others decide on, or who it was that agreed."""
    minutes = """
    **2. Reports**
    The clerk's report on the bench was circulated – Noted.

    (a) The quotation of £300 for the hedge from Vane Ltd – Agreed.

    Letter from the school about parking. – Noted.

    **3. Trees**
    Cllr Hale felt that the lights were too bright – Agreed.

    Was the hedge cut? – Agreed.

    Cllr Orr asked whether the hedge be cut – Agreed.

    Councillor Hale and Councillor Orr – Agreed.

    **4. Planning applications**
    25/0112 Rear extension at 4 Mill Lane – Agreed.

    **5. Bench**
    That the bench be moved, proposed by Cllr Orr, seconded by Cllr Hale – Agreed.
    """
    assert decided(minutes) == [("The clerk's report on the bench was circulated – Noted.", None, None, None), ("The quotation of £300 for the hedge from Vane Ltd – Agreed.", None, None, None),
                                ("Letter from the school about parking. – Noted.", None, None, None), ("That the bench be moved", "Orr", "Hale", "carried")]


def test_what_is_not_approved_with_the_consent_items():
    """What the motion takes out, or puts off; and what is said between them."""
    def items(does: str, second: str = "Sale of the van.") -> list[str]:
        return [words for words, mover, _, _ in decided(f"**4. CONSENT AGENDA**\nMotion by Hale, second by Orr, to {does}:\n\nLease of the hall.\n\n{second}\n\nMotion carried 5-0.") if mover == "Hale"]
    assert items("approve the consent agenda as follows") == ["Lease of the hall.", "Sale of the van."]
    for does in ("remove the following from the consent agenda", "approve the consent agenda with these items removed", "approve the consent agenda except", "table the consent agenda"):
        assert items(does) == [f"{does}:"]
    for second in ("Mayor Vane thanked staff for the report.", "Discussion: None.", "Roll call: Hale yes, Orr yes, Pell no."):
        assert items("approve the consent agenda", second) == ["approve the consent agenda:"]
