"""Heads of minutes → who came, as what; and who sent apologies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papermine.records import Attendance
from printed import came, proceedings


def test_running_text_under_labels():
    found = [r for r in proceedings("""
    PRESENT: Mr B J Sweetland (Chairman), Mrs T Dean, MBE, Rich Lehmann and Ms J
    Meade

    IN ATTENDANCE VIRTUALLY: Mr S Jones (Corporate Director of Growth,
    Environment and Transport), Dr M Gogarty (Consultant) and McKay (Accountant)

    **1. Apologies**
    The Manager reported apologies from Mr Bond and Mrs Hudson.
    """) if isinstance(r, Attendance)]
    assert [(a.status, a.name, a.name_printed, a.role, a.remote) for a in found] == [
        ("present", "B J Sweetland", "Mr B J Sweetland (Chairman)", "Chairman", None),
        ("present", "T Dean", "Mrs T Dean, MBE", None, None),
        ("present", "Rich Lehmann", "Rich Lehmann", None, None),
        ("present", "J Meade", "Ms J Meade", None, None),
        ("in_attendance", "S Jones", "Mr S Jones (Corporate Director of Growth, Environment and Transport)", "Corporate Director of Growth, Environment and Transport", True),
        ("in_attendance", "M Gogarty", "Dr M Gogarty (Consultant)", "Consultant", True),
        ("in_attendance", "McKay", "McKay (Accountant)", "Accountant", True),
        ("apologies", "Bond", "Mr Bond", None, None), ("apologies", "Hudson", "Mrs Hudson", None, None)]


def test_a_list_with_posts_beside_and_around_the_names():
    assert came("""
    **Attendance**

    **Members of the Children, Young People and Families Scrutiny Panel**

    Cllr Rita Potter (Chair)
    Cllr Udey Singh
    Wolverhampton Youth Council

    **In Attendance**

    Cllr Dr Michael Hardacre          Cabinet Member for Education

    **Employees**

    Earl Piggott-Smith                Scrutiny Officer
    Dawn Williams                     Head of Service
                                      Safeguarding

    **1 Apologies**
    Apologies were received from the following members of the panel:
    Cllr John Rowley
    Cllr Rupinderjit Kaur

    **2 Declarations of interest**
    There were none.
    """) == [
        ("present", "Rita Potter", "Chair"), ("present", "Udey Singh", None),
        ("in_attendance", "Michael Hardacre", "Cabinet Member for Education"),
        ("in_attendance", "Earl Piggott-Smith", "Scrutiny Officer"), ("in_attendance", "Dawn Williams", "Head of Service Safeguarding"),
        ("apologies", "John Rowley", None), ("apologies", "Rupinderjit Kaur", None)]


def test_a_long_name_close_to_the_posts_and_a_post_that_names_another():
    assert came("""
    **Members Present:**
    Ann Pinder                Acting Secretary
    David Norton              Treasurer

    **Attending:**
    Craig Borland             Seaport Advertiser
    Cllr Robert G. MacIntyre  A&B Councillor
    Russell White             Harbour Police

    **Apologies:**
    Colin Smith               Member
    James Dalgleish           Marine Unit
    John McMurtrie            Parliamentary Co-ordinator for Cllr. Maurice Corry
    Cllr. Maurice Corry       MSP
    """)[2:] == [
        ("in_attendance", "Craig Borland", "Seaport Advertiser"), ("in_attendance", "Robert G. MacIntyre", "A&B Councillor"),
        ("in_attendance", "Russell White", "Harbour Police"), ("apologies", "Colin Smith", "Member"), ("apologies", "James Dalgleish", "Marine Unit"),
        ("apologies", "John McMurtrie", "Parliamentary Co-ordinator for Cllr. Maurice Corry"), ("apologies", "Maurice Corry", "MSP")]


def test_two_columns_of_names_with_parties():
    found = [r for r in proceedings("""
    **Members Present**
    Cllr Ann Reid (Labour)            Cllr Bob Muir (Conservative)
    Cllr Carol Shaw (Green)           Cllr Dan Todd

    **Members Absent**
    Cllr Eve Ure
    """) if isinstance(r, Attendance)]
    assert [(a.status, a.name, a.party) for a in found] == [
        ("present", "Ann Reid", "Labour"), ("present", "Bob Muir", "Conservative"), ("present", "Carol Shaw", "Green"), ("present", "Dan Todd", None),
        ("absent", "Eve Ure", None)]


def test_members_and_public_side_by_side_and_the_clerk_among_the_members():
    assert came("""
    **Present:                      Members of the Public:**

    **Nick Oakham (NO) CHAIR        Alan Smith**
    **Kate Green (KG)               Katy Draper**
    **Cathy Fleming (CF) CLERK**

    **11.25.01 Apologies for absence**
    Apologies had been received from Cllr David Rogers and Cllr Gareth Evans
    """) == [
        ("present", "Nick Oakham", "CHAIR"), ("present", "Kate Green", None), ("in_attendance", "Cathy Fleming", "CLERK"),
        ("in_attendance", "Alan Smith", None), ("in_attendance", "Katy Draper", None), ("apologies", "David Rogers", None), ("apologies", "Gareth Evans", None)]


def test_posts_before_names_as_in_ontario():
    assert came("""
    Present: Mayor Tom Piper and Councillors Tom Butler, Shelly Foote and Dave
    Yemm.
    Staff: Fire Chief-MLEO-CEMC Will Bateman, Deputy Clerk Kristin Linklater; Operations
    Superintendent Dan Orme and Municipal Administrator Kris Croskery-Hodgins.
    Disclosure of pecuniary interest: Councillor Shelly Foote.
    """) == [
        ("present", "Tom Piper", "Mayor"), ("present", "Tom Butler", None), ("present", "Shelly Foote", None), ("present", "Dave Yemm", None),
        ("in_attendance", "Will Bateman", "Fire Chief-MLEO-CEMC"), ("in_attendance", "Kristin Linklater", "Deputy Clerk"),
        ("in_attendance", "Dan Orme", "Operations Superintendent"), ("in_attendance", "Kris Croskery-Hodgins", "Municipal Administrator")]


def test_names_with_their_initials_are_no_posts_of_one_another():
    assert came("""
    Present:
    Alistair Thorne Karen Bart-Lee Bryn Howe (BH), Sec Ailish Corr (AC)
    """) == [("present", "Bryn Howe", None), ("present", "Ailish Corr", "Sec")]


def test_substitutes():
    found = [r for r in proceedings("""
    **Members Present:-**
    **Councillors:** Ed Plowden (Chair), Tim Rippington and Jos Clark

    **2 Apologies for Absence and Substitutions**
    Apologies were received from Councillor Coombes. Councillor Jos Clark attended
    as substitute.
    """) if isinstance(r, Attendance)]
    assert [(a.status, a.name, a.role) for a in found] == [
        ("present", "Ed Plowden", "Chair"), ("present", "Tim Rippington", None), ("present", "Jos Clark", "substitute"), ("apologies", "Coombes", None)]
    found = [r for r in proceedings("""
    Present: Councillors A Smith (Chairman), B Jones and C Lee-Brown

    **1. APOLOGIES**
    Apologies were received from Councillor G Young (Councillor C Lee-Brown substituting).
    """) if isinstance(r, Attendance)]
    assert [(a.name, a.substitute_for, a.note) for a in found if a.substitute_for or a.note] == [
        ("C Lee-Brown", "Councillor G Young", None), ("G Young", None, "Councillor C Lee-Brown substituting")]


def test_who_took_the_chair_and_who_joined():
    assert came("""
    **PRESENT**
    Councillors Alun Davies, Peter Harries, Doris Jones and County Councillor Joseph Davies.

    **1. WELCOME AND APOLOGIES**
    Cllr. P. Harries took the Chair and welcomed everyone to the meeting.

    **2. POLICE**
    P.C.S.O. Louise Lewis joined the meeting and advised that no crimes had been reported.
    """) == [("present", "Alun Davies", None), ("present", "Peter Harries", "Chair"), ("present", "Doris Jones", None), ("present", "Joseph Davies", None),
             ("in_attendance", "Louise Lewis", None)]


def test_no_apologies_are_none():
    assert came("""
    **1. Apologies**
    There were no apologies for absence.

    **2. Questions**
    The Chairman noted that Members of the public present had asked about parking.
    """) == []


FORENAMES = ["Ann", "Peter", "Rita", "John", "Mary", "David", "Susan", "Paul"]
SURNAMES = ["Smith", "O'Neill", "Barrington-King", "Kaur", "Jones", "Hughes", "Sweetland", "Rowley"]


@settings(max_examples=60, deadline=None)
@given(people=st.lists(st.tuples(st.sampled_from(FORENAMES), st.sampled_from(SURNAMES)), min_size=2, max_size=9, unique=True),
       title=st.sampled_from(["Councillor", "Cllr", "Mr", ""]), style=st.sampled_from(["running", "list"]))
def test_each_printed_name_is_one_person(people: list[tuple[str, str]], title: str, style: str):
    names = [" ".join(filter(None, (title, *person))) for person in people]
    text = "**Present**\n" + "\n".join(names) if style == "list" else "Present: " + ", ".join(names[:-1]) + " and " + names[-1]
    assert [(status, name) for status, name, _ in came(text)] == [("present", " ".join(person)) for person in people]


@pytest.mark.parametrize(("head", "status"), [
    ("**ROLL CALL**\nCouncil Members: Ann Reed, Joe Hale, Mary Diaz and Tom Orr. Council Member Diaz was excused.", "apologies"),
    ("PRESENT:\nAnn Reed\nJoe Hale\nMary Diaz\nTom Orr\n\nCouncilmember Diaz was excused.", "apologies"),
    ("COUNCIL MEMBERS:\nAnn Reed\nJoe Hale\nMary Diaz\nTom Orr\n\nABSENT: Mary Diaz", "absent"),
    ("PRESENT: Ann Reed, Joe Hale, Mary Diaz, Tom Orr\nABSENT: Diaz", "absent"),
    ("Members: Ann Reed, Joe Hale, Mary Diaz, Tom Orr\nExcused: Mary Diaz", "apologies"), ("Members: Ann Reed, Joe Hale, Mary Diaz, Tom Orr\n\nMary Diaz was excused", "apologies"),
    ("**Roll Call**\nAnn Reed\nJoe Hale\nMary Diaz (excused)\nTom Orr", "apologies"),
    ("**1. Roll Call**\nMembers: Ann Reed, Joe Hale, Mary Diaz, Tom Orr. All members were present with the exception of Councilmember Diaz, who was absent.", "absent")])
def test_one_of_a_roster_who_did_not_come_is_not_present_too(head: str, status: str):
    assert sorted(found[:2] for found in came(f"{head}\n\n**2. Minutes**\nThe minutes were read.")) == sorted(
        [("present", "Ann Reed"), ("present", "Joe Hale"), (status, "Mary Diaz"), ("present", "Tom Orr")])


@pytest.mark.parametrize("head", [
    "PRESENT: Ann Reed, Joe Hale, Mary Diaz (arrived at 7.15)\nABSENT: Mary Diaz", "PRESENT: Ann Reed, Joe Hale, Mary Diaz\nABSENT: Mary Diaz\n\nMary Diaz arrived at 7.15.",
    "PRESENT: Ann Reed, Joe Hale, Mary Diaz\nAPOLOGIES: Mary Diaz", "Members: Ann Reed, Joe Hale, Mary Diaz\n\nMary Diaz was excused at 8.15 pm.",
    "PRESENT: Ann Reed, Joe Hale, Mary Diaz and Luis Diaz\nABSENT: Diaz"])
def test_who_came_late_or_whom_two_lists_dispute_stays_present(head: str):
    assert ("present", "Mary Diaz", None) in came(f"{head}\n\n**2. Minutes**\nThe minutes were read.")


def test_a_namesake_who_is_absent_takes_nobody_from_the_list():
    assert ("in_attendance", "J Orde", "Clerk") in came("PRESENT: Cllr Ann Reed, Cllr Joe Hale\nIN ATTENDANCE: Mr J Orde (Clerk)\nABSENT: Cllr Orde\n\n**2. Minutes**\nThe minutes were read.")
    assert ("present", "Orde", None) in came("PRESENT: Cllr Reed, Cllr Hale, Cllr Orde\nABSENT: Cllr J Orde\n\n**2. Minutes**\nThe minutes were read.")
