"""Who came, as rolls of towns, boards and districts overseas print it → status, name, post."""

from __future__ import annotations

import pytest

from printed import came

Row = tuple[str, str, str | None]
BODY = "\n\n**1. Business**\nThe minutes were read."


@pytest.mark.parametrize(("printed", "rows"), [
    ("Members Present: D. Bell (Chair) T. Barr, J. McDow, B. Olive", [("present", "D. Bell", "Chair"), ("present", "T. Barr", None), ("present", "J. McDow", None), ("present", "B. Olive", None)]),
    ("Present: Chairman, Geoffrey Walker, Selectmen Charles Bear and J.R. Colby", [("present", "Geoffrey Walker", "Chairman"), ("present", "Charles Bear", None), ("present", "J.R. Colby", None)]),
    ("Present: Supervisor, Jean Owens; Town Councilmen, Tom Drew, Gary Fisher", [("present", "Jean Owens", None), ("present", "Tom Drew", None), ("present", "Gary Fisher", None)]),
    ("Members present were: Dossen, Garner, Mathews and Wick.", [("present", "Dossen", None), ("present", "Garner", None), ("present", "Mathews", None), ("present", "Wick", None)]),
    ("The following Commissioners were present: Goil, Hale, Springs", [("present", "Goil", None), ("present", "Hale", None), ("present", "Springs", None)]),
    ("The clerk called the roll as follows, Commissioner Meyer answered present, Commissioner Fanning answered present and Chairman Zell answered present.",
     [("present", "Meyer", None), ("present", "Fanning", None), ("present", "Zell", "Chairman")]),
    ("Chairperson L Upton called the meeting to order at 7:00 p.m. Supervisors V Pell and D Yelk, and Clerk J Ram were present.",
     [("present", "V Pell", None), ("present", "D Yelk", None), ("in_attendance", "J Ram", "Clerk"), ("present", "L Upton", "Chairperson")]),
    ("Present: Mayor Pro Tempore Sayles\n         Councilmembers Barton, Blackman", [("present", "Sayles", "Mayor Pro Tempore"), ("present", "Barton", None), ("present", "Blackman", None)]),
    ("Present: Jo Vane\nStaff: Town Manager Bill Hart, Fire Chief Tom Woods, Rose Green, Mark Stone",
     [("present", "Jo Vane", None), ("in_attendance", "Bill Hart", "Town Manager"), ("in_attendance", "Tom Woods", "Fire Chief"), ("in_attendance", "Rose Green", None), ("in_attendance", "Mark Stone", None)]),
    ("Present: Jo Vane\nStaff: City Manager Bill Hart, Grant Officer, Tom Woods", [("present", "Jo Vane", None), ("in_attendance", "Bill Hart", "City Manager, Grant Officer"), ("in_attendance", "Tom Woods", None)]),
    ("Present: Mayor Jo Vane, Heath Ward, Al Tull", [("present", "Jo Vane", None), ("present", "Al Tull", None)]),
    ("Present: Jo Vane\nStaff: Fire Chief Tom Woods, Grant Street, Rose Garden", [("present", "Jo Vane", None), ("in_attendance", "Tom Woods", "Fire Chief, Grant Street, Rose Garden")]),
    ("Present: Jo Vane\n\nMedia Present: R. Little", [("present", "Jo Vane", None), ("in_attendance", "R. Little", None)]),
])
def test_a_roll(printed: str, rows: list[Row]) -> None:
    assert came(printed + BODY) == rows


def test_posts_before_names_one_a_line() -> None:
    printed = "Present: Jo Vane, Kim Orde\n\nAlso present:\n    County Attorney, Bruce T. Barker\n    Director of Finance and Administration, Monica Miles" + BODY
    assert came(printed)[2:] == [("in_attendance", "Bruce T. Barker", "County Attorney"), ("in_attendance", "Monica Miles", "Director of Finance and Administration")]


def test_the_label_of_a_roll_call_over_two_lines() -> None:
    printed = "ROLL CALL: The meeting was called to order by the Chair and on roll call the following\nmembers were present, constituting a quorum of the members thereof:\n    Commissioner Barbara Kirk, Chair\n    Commissioner Sean P. Conway" + BODY
    assert came(printed) == [("present", "Barbara Kirk", "Chair"), ("present", "Sean P. Conway", None)]


@pytest.mark.parametrize("after", [
    "MINUTES: Commissioner Conway moved to approve the minutes.",
    "B. Pledge of Allegiance\nCouncil Member O'Brien",
    "Statement by the Chairman:\n\"We acknowledge the Darug and Guringai Peoples, past and present.\"",
])
def test_a_roll_ends_where_business_begins(after: str) -> None:
    assert came(f"Present: Mike O'Brien, Jo Vane\n\nAbsent: David Glass\n\n{after}{BODY}") == [("present", "Mike O'Brien", None), ("present", "Jo Vane", None), ("absent", "David Glass", None)]


def test_a_label_below_an_electoral_area() -> None:
    printed = "Regrets:\nDirector J. Fell      Electoral Area F\nAlso in Attendance:\nC. Mason      Chief Administrative Officer" + BODY
    assert [(status, name) for status, name, _ in came(printed)] == [("apologies", "J. Fell"), ("in_attendance", "C. Mason")]


def test_offices_in_a_column_before_names() -> None:
    printed = "The meeting was called to order with the following present:\n\nMayor               C. V. Copper\nCouncilmember       D. A. Millar\nCouncilmember       Benny Frank\nCity Manager        Paul Groman" + BODY
    assert came(printed) == [("present", "C. V. Copper", "Mayor"), ("present", "D. A. Millar", "Councilmember"), ("present", "Benny Frank", "Councilmember"), ("in_attendance", "Paul Groman", "City Manager")]


def test_staff_in_the_lines_below_the_councillors() -> None:
    printed = "PRESENT:   Mayor Jack Marr\n           Councillors Bryson, Garrison, and Siklen\n           Gary C. Nash, Administrator\n           Jane V. Burns, Fire Chief" + BODY
    assert [(status, name) for status, name, _ in came(printed)] == [("present", "Jack Marr"), ("present", "Bryson"), ("present", "Garrison"), ("present", "Siklen"), ("in_attendance", "Gary C. Nash"),
                                                                    ("in_attendance", "Jane V. Burns")]


@pytest.mark.parametrize(("printed", "rows"), [
    ("Present: Mr. Al Pell, Jr., Ms. Jo Orde", [("present", "Al Pell, Jr.", None), ("present", "Jo Orde", None)]),
    ("The Chair called the meeting to order with Board members Jo Vane and Al Tull present together with Clerk Di Orde.",
     [("present", "Jo Vane", None), ("present", "Al Tull", None), ("in_attendance", "Di Orde", "Clerk")]),
    ("Commissioners Andrew, Mares, and Woodruff, answered the roll.", [("present", "Andrew", None), ("present", "Mares", None), ("present", "Woodruff", None)]),
    ("The following officials were present:\n    Mayor Al Pell\n    Trustee Jo Orde\nAbsent: Mayor Elder, Treasurer Reard", [("present", "Al Pell", "Mayor"), ("present", "Jo Orde", None), ("absent", "Elder", "Mayor"), ("absent", "Reard", "Treasurer")]),
    ("Commission Chairman Ron Winter, Commissioner Al Tull and Clerk Di Orde were present.", [("present", "Ron Winter", "Commission Chairman"), ("present", "Al Tull", None), ("in_attendance", "Di Orde", "Clerk")]),
    ("PRESENT\nChairperson          Brenda Steele\nDeputy Chairperson   Steven Garner (until 6.15pm)\nMembers              James Cole\n                     Tom Grace",
     [("present", "Brenda Steele", "Chairperson"), ("present", "Steven Garner", "Deputy Chairperson"), ("present", "James Cole", None), ("present", "Tom Grace", None)]),
    ("Present:\nSchool Committee: S. Hale, R. Orde\nAdministration: P. Dill\nAbsent: J. Peters",
     [("present", "S. Hale", None), ("present", "R. Orde", None), ("in_attendance", "P. Dill", None), ("absent", "J. Peters", None)]),
    ("PRESENT:   His Worship, Mayor C. Clark, in the Chair\n           Councillor T. Davies\n           Councillor R. Donner", [("present", "C. Clark", "Mayor"), ("present", "T. Davies", None), ("present", "R. Donner", None)]),
    ("Present:\nDirectors:    D. Abbot      Lazo (Area A)\n              W. Cole-Hamm      City of Courten\n              K. Grant      Town of Comox",
     [("present", "D. Abbot", "Lazo (Area A)"), ("present", "W. Cole-Hamm", "City of Courten"), ("present", "K. Grant", "Town of Comox")]),
    ("Roll call: Rita Drum called the roll. Supervisor Jo Vane - present, Councilman Al Tull – present, and Councilman Ed Orde - absent.", [("present", "Jo Vane", None), ("present", "Al Tull", None), ("absent", "Ed Orde", None)]),
    ("The meeting was called to order by the President with the following members\npresent: Mr. A. Hale, Mrs. Pell, and Ms. Stannett.\nMr. Sheek was absent.",
     [("present", "A. Hale", None), ("present", "Pell", None), ("present", "Stannett", None), ("absent", "Sheek", None)]),
    ("Councillors:   Division 1 – Trevor Lindal - Late\n               Division 2 – Byron Graham\n               Division 3 – Norris Wight",
     [("present", "Trevor Lindal", None), ("present", "Byron Graham", None), ("present", "Norris Wight", None)]),
    ("PRESENT:\nCouncillors:   Cr Elena White      Scrub Ward\n               Cr David Vize       Scrub Ward\nOFFICERS:      Tony Hale      Chief Executive Officer\n               Wayne Orde     Director Works and\n"
     "                              Technical Services\n               Rose Pell      Director Community Development",
     [("present", "Elena White", None), ("present", "David Vize", None), ("in_attendance", "Tony Hale", "Chief Executive Officer"), ("in_attendance", "Wayne Orde", "Director Works and Technical Services"), ("in_attendance", "Rose Pell", "Director Community Development")]),
])
def test_a_roll_of_another_clerk(printed: str, rows: list[Row]) -> None:
    assert came(printed + BODY) == rows


def test_whoever_comes_to_speak_did_not_meet() -> None:
    assert came("The Chair opened the meeting.\n\nKim Lusk was present to ask for a permit." + BODY) == []
    assert came("The Chair opened the meeting.\n\nKim Lusk was present for part of the meeting." + BODY) == [("present", "Kim Lusk", None)]


def test_words_about_a_roll_that_name_nobody_who_came() -> None:
    assert came("The Clerk noted that Copper Lane - present owner unknown, and Orde Street - present state poor, were both inspected." + BODY) == []
    assert came("The Chair explained the procedure to be followed with the following members\nof the public. Present: a map was shown." + BODY) == []


BOARD = [("present", "Hale", None), ("present", "Orme", None), ("present", "Pell", None)]


@pytest.mark.parametrize(("printed", "rows"), [
    ("MEMBERS PRESENT:   COUNCILLORS:\n                   Molly Denning, Reeve\n                   C. Amund\n                   G. Simms\nSTAFF:             K. Stevens, Chief Administrative Officer",
     [("present", "Molly Denning", "Reeve"), ("present", "C. Amund", None), ("present", "G. Simms", None), ("in_attendance", "K. Stevens", "Chief Administrative Officer")]),
    ("PRESENT: COUNCILLORS: A. Fenn, B. Corbet and\nC. Dray", [("present", "A. Fenn", None), ("present", "B. Corbet", None), ("present", "C. Dray", None)]),
    ("PRESENT: COUNCILLORS:\nHale, Orme,\nTull and Pell", [("present", "Hale", None), ("present", "Orme", None), ("present", "Tull", None), ("present", "Pell", None)]),
    ("Board members present were De Graaf, Tindle, Ward and Van der Wal. Staff members present were Jo Vane, Clerk, and Al Tull, Auditor to the Board.\nMotion by Tindle second by De Graaf to go into closed session.",
     [("present", "De Graaf", None), ("present", "Tindle", None), ("present", "Ward", None), ("present", "Van der Wal", None), ("in_attendance", "Jo Vane", "Clerk"), ("in_attendance", "Al Tull", "Auditor to the Board")]),
    ("Members Present: Hale, Ward, Bonham", [("present", "Hale", None), ("present", "Ward", None), ("present", "Bonham", None)]),
    ("Members Present: Finance, Ward, Planning", []),
    ("Directors Present: Hale, Orme and Pell\nStaff Present: General Manager Mark Watling, Asst. GM Administration and Finance\n         Gerhard Orde, General Counsel Yuri Calder, Chief Financial Officer\n         Joe Beech, District Secretary Susan Crewe",
     [*BOARD, ("in_attendance", "Mark Watling", "General Manager"), ("in_attendance", "Gerhard Orde", "Asst. GM Administration and Finance"), ("in_attendance", "Yuri Calder", "General Counsel"),
      ("in_attendance", "Joe Beech", "Chief Financial Officer"), ("in_attendance", "Susan Crewe", "District Secretary")]),
    ("Present: Dale Gale, Liza Birk\nStaff: Nan E. Ripley, County Clerk, Ed Pell, County Treasurer",
     [("present", "Dale Gale", None), ("present", "Liza Birk", None), ("in_attendance", "Nan E. Ripley", "County Clerk"), ("in_attendance", "Ed Pell", "County Treasurer")]),
    ("Present: Cllr Vane, Cllr Tull, Clerk, Mrs Orde and Ed Hale, Deputy Clerk", [("in_attendance", "Orde", "Clerk"), ("present", "Vane", None), ("present", "Tull", None), ("in_attendance", "Ed Hale", "Deputy Clerk")]),
    ("Present: Dale Gale, Liza Birk, County Clerk, Nan E. Ripley", [("in_attendance", "Nan E. Ripley", "County Clerk"), ("present", "Dale Gale", None), ("present", "Liza Birk", None)]),
    ("Present:   Dale Gale\n           Liza Birk\nAlso attending:   Jacob P. Strand, IV, County Attorney\n                  Douglas Casey, County Administrator",
     [("present", "Dale Gale", None), ("present", "Liza Birk", None), ("in_attendance", "Jacob P. Strand, IV", "County Attorney"), ("in_attendance", "Douglas Casey", "County Administrator")]),
])
def test_a_roll_of_a_county(printed: str, rows: list[Row]) -> None:
    assert came(printed + BODY) == rows


REEVE = [("present", "Ivan Lambe", "Reeve"), ("present", "Ann Orde", None), ("present", "Ben Tull", None)]


@pytest.mark.parametrize(("printed", "rows"), [
    ("Reeve: Ivan Lambe\nCouncillors: Ann Orde, Ben Tull\nAdministrator: Dee Hale", [*REEVE, ("in_attendance", "Dee Hale", "Administrator")]),
    ("PRESENT\nReeve: Ivan Lambe\nCouncillors: Ann Orde, Ben Tull\nCAO: Dee Hale", [*REEVE, ("in_attendance", "Dee Hale", "CAO")]),
    ("Reeve: Ivan Lambe reported.\nPresent: Ann Orde, Ben Tull", REEVE[1:])])
def test_an_office_with_a_colon_over_or_below_the_members(printed: str, rows: list[Row]) -> None:
    assert came(printed + BODY) == rows


@pytest.mark.parametrize(("head", "printed", "guest"), [
    ("STRATHORRIN COMMUNITY COUNCIL", "Ann Orde (Chair), Ben Tull, Cal Fenn, Cllr Gus Rind, Dee Hale (Secretary)", "in_attendance"),
    ("STRATHORRIN COMMUNITY COUNCIL", "Ann Orde (Chair)\nBen Tull\nCal Fenn\nCllr Gus Rind", "in_attendance"),
    ("STRATHORRIN COMMUNITY COUNCIL", "Ann Orde, Ben Tull, Cal Fenn, Cllr Gus Rind (Chair)", "present"),
    ("STRATHORRIN COMMUNITY COUNCIL", "Ann Orde, Ben Tull, Cal Fenn, Cllr Gus Rind (Treasurer)", "present"),
    ("STRATHORRIN COMMUNITY COUNCIL", "Cllr Gus Rind, Cllr Al Vane, Ann Orde (Clerk), Ben Tull (Deputy Clerk), Cal Fenn (Locum Clerk)", "present"),
    ("MUSEUM BOARD", "Ann Orde (Chair), Ben Tull, Cal Fenn, Cllr Gus Rind", "present")])
def test_a_councillor_among_members_without_title_of_a_community_council_is_a_guest(head: str, printed: str, guest: str) -> None:
    assert [status for status, name, _ in came(f"{head}\n\nPresent: {printed}{BODY}") if name == "Gus Rind"] == [guest]


def test_a_roll_below_a_word_without_end() -> None:
    """Letters that a scanner or a font makes of a rule, twenty thousand in a row."""
    assert came("A" * 20_000 + " The clerk called the roll as follows, Commissioner Meyer answered present, Commissioner Fanning answered present." + BODY) == [("present", "Meyer", None), ("present", "Fanning", None)]


@pytest.mark.parametrize("label", ["Photographs", "Public Works", "Highways", "Wexmere Gazette", "IT Support", "Library Service"])
@pytest.mark.parametrize("above", ["Present: Cllr Jo Vane (Chair), Cllr Ben Tull", "Present:\nCllr Jo Vane (Chair)\nCllr Ben Tull", "PRESENT: Jo Vane (Chair), Ben Tull"])
def test_whoever_stands_below_the_members_behind_a_label_of_their_own_is_none(label: str, above: str) -> None:
    assert came(f"{above}\n{label}: Ann Hale\n\n1. Minutes\nThe minutes were noted.") == [("present", "Jo Vane", "Chair"), ("present", "Ben Tull", None), ("in_attendance", "Ann Hale", None)]


@pytest.mark.parametrize("rows", [
    "Abbey: Jo Vane\nCastle: Ben Tull\nHarbour: Ann Hale",
    "Jo Vane (Chair), Ben Tull\nCo-opted: Ann Hale",
    "Jo Vane (Chair), Ben Tull\nTreasurer: Ann Hale",
    "Jo Vane (Chair), Ben Tull\nLabour: Ann Hale",
    "Cllr Jo Vane (Chair), Cllr Ben Tull\nHarbour: Cllr Ann Hale",
])
def test_labels_of_wards_offices_and_parties_leave_members_what_they_are(rows: str) -> None:
    assert {status for status, *_ in came(f"PRESENT:\n{rows}\n\n1. Minutes\nThe minutes were noted.")} == {"present"}


def test_who_presides_below_the_apologies_sent_none() -> None:
    found = came("Present: Councillors A Forbister, B Orde and E Fenn.\n\nApology: Councillor D Doune.\n\n                  Councillor A Forbister, Convener, Presiding.\n\n1. Minutes\nThe minutes were noted.")
    assert [(status, name) for status, name, _ in found] == [("present", "A Forbister"), ("present", "B Orde"), ("present", "E Fenn"), ("apologies", "D Doune")]
