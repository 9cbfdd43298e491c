"""Who came, as parishes, counties and committees of the United Kingdom and Ireland print it: ward members in a sentence, letters with a legend, offices in columns."""

from __future__ import annotations

import pytest

from papermine.records import AgendaItem, Attendance, Resolution
from printed import moved, proceedings


def came(text: str) -> list[tuple[str, str]]:
    return [(r.name, r.status) for r in proceedings(text) if isinstance(r, Attendance)]


MEMBERS = [("A Vane", "present"), ("B Tull", "present"), ("C Orde", "present")]


@pytest.mark.parametrize(("sentence", "others"), [
    ("Councillors Jim Burley and Ann Cawrey, ward members, were also present.", ["Jim Burley", "Ann Cawrey"]),
    ("District Cllrs Burley and Cawrey were present.", ["Burley", "Cawrey"]),
    ("Also present clerk Mrs K M Elder. County Councillor W Bowk and District Councillor T Jones, ward members, were also present.", ["K M Elder", "W Bowk", "T Jones"]),
    ("Councillor Jim Burley attended the meeting in accordance with the provisions of Procedure Rule 1.37 (b).", ["Jim Burley"]),
    ("Councillors Jim Burley and Ann Cawrey were also present for parts of the meeting.", ["Jim Burley", "Ann Cawrey"]),
    ("County Councillor Jim Burley was in attendance with 14 members of the public and a member of the Press. Also in attendance for part of the meeting was Mrs Ann Cawrey, Head Teacher.",
     ["Jim Burley", "Ann Cawrey"]),
    ("Three Members of the Public were present – Capt. & Mrs John Burley and Mrs Joy Cawrey - to the point mentioned.", []),
    ("Members of the public were also present and the Clerk said that Mr Jones was also present in 2019.", [])])
def test_ward_members_in_a_sentence_are_in_attendance(sentence: str, others: list[str]):
    assert came(f"""
    Present: Councillors A Vane (Chair), B Tull and C Orde.

    {sentence}
    """) == [*MEMBERS, *((name, "in_attendance") for name in others)]


@pytest.mark.parametrize("text", [
    """
    Councillor      Present
    Mrs A Vane      P
    Mr B Tull       A
    Mr C Orde       Ap

    P = present, A = absent, Ap = apologies
    """, """
    Attendance

    A Vane (Chair) - P
    B Tull - A
    C Orde - Ap

    P - present; A - absent; Ap - apologies given
    """])
def test_letters_mean_what_the_legend_says(text: str):
    assert came(text) == [("A Vane", "present"), ("B Tull", "absent"), ("C Orde", "apologies")]


def test_a_row_of_several_letters_tells_of_several_meetings():
    assert came("""
    Councillor      Attendance
    Mrs A Vane      P P A
    Mr B Tull       P A A

    P = present, A = apologies
    """) == []


def test_apologies_in_brackets_in_a_table():
    assert came("""
    Members        Ward          Attendance
    Cllr A Vane    North         Present
    Cllr B Tull    South         (Apologies)
    """) == [("A Vane", "present"), ("B Tull", "apologies")]


@pytest.mark.parametrize(("text", "who"), [
    ("""
    In the Chair:   Councillor R Mulgrew
    In attendance:  (Councillors)
                    Councillor T Andrews     Councillor R Burgess
                    (Officials)
                    Mr L Hannaway, Chief Executive
                    Mrs D Carville, Director of Corporate Services
    """, [("R Mulgrew", "present"), ("T Andrews", "present"), ("R Burgess", "present"), ("L Hannaway", "in_attendance"), ("D Carville", "in_attendance")]),
    ("""
    Present: Chairman: Cllr Mrs Prior Councillors: Mrs Bolton, Mrs Burnard, Dipple, Harte
    Clerk: Mrs Scriven Members of public: 3
    """, [*((name, "present") for name in ("Prior", "Bolton", "Burnard", "Dipple", "Harte")), ("Scriven", "in_attendance")]),
    ("""
    An Cathaoirleach, Councillor Niamh McGowan presided.

    Members Present: Councillors Joe Bonner and Sirena Campbell.
    """, [("Niamh McGowan", "present"), ("Joe Bonner", "present"), ("Sirena Campbell", "present")]),
    ("""
    Councillors Noel Atkins, Caroline Baxter, Russ Cochran and Beccy Cooper
    """, [(name, "present") for name in ("Noel Atkins", "Caroline Baxter", "Russ Cochran", "Beccy Cooper")]),
    ("""
    Councillors Noel Atkins and Caroline Baxter asked about the path and Russ Cochran replied.
    """, [])])
def test_groups_in_brackets_labels_on_one_line_and_lists_without_a_label(text: str, who: list[tuple[str, str]]):
    assert came(text) == who


def test_local_members_below_also_present_are_no_members():
    assert came("""
    PRESENT: Councillor D.E. Vane (Chairman)
    Councillors: R.C. Tull, D. Cox and W.O. Thomas

    ALSO PRESENT:

    The following Councillors attended as local Members:-

    Councillor H. Brown - agenda item 6.2. Councillor C. Legg - agenda item 6.4.
    """)[-2:] == [("H. Brown", "in_attendance"), ("C. Legg", "in_attendance")]


def test_the_first_row_of_columns_ends_in_an_office():
    assert came("""
    PRESENT     Councillor C Godolph       Chairman
                Councillor T Chalker       Vice Chairman
                Councillor M Champion
                Councillor Mrs V Dalley

    In Attendance: Amanda Mugford, Town Clerk; Melanie Negus, Administrative Assistant; Cornwall Councillors Viv Lewis and Paul White.
    """) == [*((name, "present") for name in ("C Godolph", "T Chalker", "M Champion", "V Dalley")), *((name, "in_attendance") for name in ("Amanda Mugford", "Melanie Negus", "Viv Lewis", "Paul White"))]


def test_a_surname_that_is_a_word_and_honours_of_engineers():
    assert came("""
    Present: Cllrs Laity, Mrs. Mitchell, Eddy, Mrs. Reynolds, Read, Britten & Mrs. Scrase

    Officials:
          Matt Short                District Director.
          Michael F. Hayes B.E.     Senior Engineer, Roads.
    """) == [*((name, "present") for name in ("Laity", "Mitchell", "Eddy", "Reynolds", "Read", "Britten", "Scrase")), ("Matt Short", "in_attendance"), ("Michael F. Hayes", "in_attendance")]


def test_who_presided():
    assert came("""
    PRESIDED:       Cllr. Joe Murphy, Cathaoirleach
    MEMBERS:        Cllrs. V. Byrne, J. Cummins and T. Crosby
    """)[0] == ("Joe Murphy", "present")


def test_headings_of_a_letter_and_a_figure_and_roads_that_are_none():
    items = [(r.number, r.title) for r in proceedings("""
    **A1 Declarations of Interest**

    There were none.

    **A2 Roads**

    A1 works at Scotch Corner were noted.

    **A3 Appointment**

    Moved by Councillor Manton and
    Seconded by Councillor Young:

    That Councillor Dean be appointed.

    The motion was carried.
    """) if isinstance(r, AgendaItem)]
    assert items == [("A1", "Declarations of Interest"), ("A2", "Roads"), ("A3", "Appointment")]


def test_the_following_motion_was_moved_over_lines_and_what_is_resolved_is_the_motion():
    assert moved("""
    **A3 Paper**

    The following Motion was

    Moved by Councillor Nugent and
    Seconded by Councillor Walker:

    That the Council responds to the invitation.

    The following amendment was

    Moved by Councillor South and
    Seconded by Councillor Martin:

    That the decision be deferred.

    Following a vote being taken the amendment was lost.

    Upon a further vote being taken there voted for the Motion 9, against 5, abstentions 1 and the Motion was carried.

    Resolved:

    That the Motion be adopted.

    **A4 Close**
    """) == [("Nugent", "Walker", "carried", "That the Council responds to the invitation."), ("South", "Martin", "lost", "That the decision be deferred.")]


def test_headings_over_paragraphs_that_begin_with_three_figures():
    assert [(r.item_number, r.text) for r in proceedings("""
    **Minutes**
    017 RESOLVED that the minutes be approved.

    **Matters arising**
    018 The clerk reported on the hedge.

    019 The clerk reported on the toilets.

    020 The clerk reported on the plan.

    021 The clerk reported on the wall.

    **Planning**
    022 RESOLVED that the application be supported.

    **Next meeting**
    023 Tuesday.
    """) if isinstance(r, Resolution)] == [("017", "the minutes be approved."), ("022", "the application be supported.")]


@pytest.mark.parametrize(("rows", "names"), [
    ("Councillor – N Kelso", ["N Kelso"]),
    ("""Alderman – N Kelso
       Councillors – J Pell and B Hart""", ["N Kelso", "J Pell", "B Hart"]),
    ("Councillor support – a report is awaited", [])])
def test_a_title_may_have_a_dash_for_its_space(rows: str, names: list[str]):
    assert came(f"""
    Present: Councillors A Vane (Chair), B Tull and C Orde.

    **2    APOLOGIES**

       {rows}

    **3    MINUTES**
    """) == [*MEMBERS, *((name, "apologies") for name in names)]


@pytest.mark.parametrize(("below", "first"), [("Montgomery-Vane", "Alexandra Montgomery-Vane"), ("Montgomery", "Alexandra Montgomery"), ("Independent", "Alexandra"), ("Alliance", "Alexandra")])
def test_a_name_may_go_on_in_the_row_below(below: str, first: str):
    assert came(f"""
    Present

    Councillor Alexandra        Councillor Peter Hale
    {below}
    Councillor Jo Tull          Councillor Ann Orde

    **1. Minutes**
    """) == [(name, "present") for name in (first, "Peter Hale", "Jo Tull", "Ann Orde")]


@pytest.mark.parametrize("told", ["and Councillor C Orde attended as the duly appointed substitute", "who was substituted by Councillor C Orde"])
def test_the_substitute_who_attended_sent_no_apologies(told: str):
    assert came(f"""
    Present: Councillors A Vane (Chair), B Tull and C Orde.

    **1.   APOLOGIES FOR ABSENCE**

    Apologies for absence were received from Councillors Sue Alston and Steve Wilson {told}.
    """) == [*MEMBERS, ("Sue Alston", "apologies"), ("Steve Wilson", "apologies")]


def test_a_party_whose_name_runs_over_two_lines():
    assert came("""
    Present:

    Conservative Group       Robby Missen (Chairman), Carol Besley,
                             Phil Crowden and Matt Sutter

    Residents’ Group         Stephanie Nunley

    Upham & Cranley          John Tyldesley
    Residents’ Group

    Labour Group             Keith Wallis
    """) == [(name, "present") for name in ("Robby Missen", "Carol Besley", "Phil Crowden", "Matt Sutter", "Stephanie Nunley", "John Tyldesley", "Keith Wallis")]


def test_a_post_in_one_column_and_a_county_councillor_in_the_next():
    assert came("""
    PRESENT:       Cllr A Vane (Mayor)       Cllr B Tull
                   Cllr C Orde
    APOLOGIES:     Cllr J Collins            Rev Fr N Cable, Mayor’s Chaplain
                   Mr M Bell, PCC Link Officer      County Cllr A Tudge

    The Clerk was in attendance.
    """) == [*MEMBERS, *((name, "apologies") for name in ("J Collins", "N Cable", "M Bell", "A Tudge"))]


@pytest.mark.parametrize(("printed", "others"), [
    ("Present: A Vane (Chair), B Tull, C Orde\nMembers of the public: 5\nCouncillors: Cllr Tom Pell, Cllr Una Voss", [("Tom Pell", "in_attendance"), ("Una Voss", "in_attendance")]),
    ("Present: A Vane (Chair), B Tull, C Orde\nMembers of the public: Rex Bell\nPolice: PC Kerr\nCouncillors: Cllr Tom Pell", [("Rex Bell", "in_attendance"), ("Kerr", "in_attendance"), ("Tom Pell", "in_attendance")]),
    ("Present: Cllrs A Vane (Chair), B Tull, C Orde\nAlso Attending: Bell, Hartnell and Voss", [("Bell", "in_attendance"), ("Hartnell", "in_attendance"), ("Voss", "in_attendance")]),
    ("Present: Cllrs A Vane (Chair), B Tull, C Orde\nAlso Present: Finance, Planning and Legal", []),
    ("Present: Cllrs A Vane (Chair), B Tull, C Orde\n\nBill Hart, Town Clerk\nTom Woods, Planning Officer", [("Bill Hart", "in_attendance"), ("Tom Woods", "in_attendance")]),
    ("Present: Cllrs A Vane (Chair), B Tull, C Orde\n\nBill Hart, Town Clerk\nTom Woods, Vice Chairman", [("Bill Hart", "in_attendance"), ("Tom Woods", "present")])])
def test_those_below_the_members(printed: str, others: list[tuple[str, str]]):
    assert came(f"{printed}\n\n**1. Business**\nThe minutes were read.") == [*MEMBERS, *others]


def test_councillors_below_the_public_are_the_members_where_nobody_else_is():
    rest = "Members of the public: 5\nCouncillors: Cllr Tom Pell, Cllr Una Voss\n\n**1. Business**\nThe minutes were read."
    assert came(f"Chairman: Mrs A Vane\nVice Chairman: Mr B Tull\n{rest}")[-2:] == [("Tom Pell", "present"), ("Una Voss", "present")]
    assert came(f"Present: Mayor A Vane and Deputy Mayor B Tull\n{rest}")[-2:] == [("Tom Pell", "present"), ("Una Voss", "present")]
