"""Rolls whose words say that somebody did not come, or speak of another meeting → nobody is stored as present, or with apologies, who is not printed so."""

from __future__ import annotations

import pytest

from printed import came

HERE = "Present: Cllrs Jo Vane and Al Tull\n"
BODY = "\n\n**1. Business**\nThe minutes were read."


def others(text: str) -> list[tuple[str, str]]:
    return [(status, name) for status, name, _ in came(text) if name not in ("Jo Vane", "Al Tull")]


@pytest.mark.parametrize(("label", "status"), [
    ("Did not attend", "absent"), ("Unable to be present", "absent"), ("Unable to attend", "absent"), ("On leave", "absent"), ("Leave of absence", "absent"),
    ("Suspended", None), ("Expected", None), ("Resigned", None), ("cc", None), ("Distribution", None), ("Also present", "in_attendance"), ("Councillors", "present")])
def test_a_label_below_those_present_says_whether_they_came(label: str, status: str | None) -> None:
    assert others(f"{HERE}\n{label}: Di Orde, Lee Stone{BODY}") == ([(status, "Di Orde"), (status, "Lee Stone")] if status else [])


@pytest.mark.parametrize(("printed", "rows"), [
    ("Present: All Members except Cllrs Di Orde and Lee Stone", [("absent", "Di Orde"), ("absent", "Lee Stone")]),
    ("Present: Cllrs Jo Vane and Al Tull. The late Cllr Di Orde was remembered.", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nIn memoriam: Cllr Di Orde", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nCandidates for co-option: Lee Stone, Di Orde", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nOfficers due to attend in July: Mr Lee Stone", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nLay members: Lee Stone", [("present", "Lee Stone")]),
    ("Present: Cllrs Jo Vane and Al Tull\n\nReserves: Cllr Di Orde", []),
    ("Members of the Committee: Jo Vane, Al Tull, Di Orde\n\nPresent: Jo Vane and Al Tull", []),
    ("Members: Di Orde, Lee Stone\n\nPresent: Jo Vane and Al Tull", [("present", "Di Orde"), ("present", "Lee Stone")]),
    ("Present: Cllrs Jo Vane and Al Tull\n\nSubstitutes: Cllr Lee Stone for Cllr Di Orde, Cllr Bo Kerr for Cllr Ed Pell", [("present", "Lee Stone"), ("present", "Bo Kerr")]),
    ("Present: Cllrs Jo Vane and Al Tull. Invited: Mr Lee Stone (did not come)", [("absent", "Lee Stone")]),
    ("Present: Cllrs Jo Vane, Al Tull, Di Orde (left before the meeting began)", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nApologies: Cllr Di Orde (present from item 3)", [("present", "Di Orde")]),
    ("Present: Cllrs Jo Vane and Al Tull\n\nAbsent without apology: none. Cllr Orde was late.", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nAbsent without apologies: Cllr Di Orde\n\nAbsent with apologies: Cllr Lee Stone", [("absent", "Di Orde"), ("apologies", "Lee Stone")]),
    ("Present: Everyone but Mrs Di Orde", [("absent", "Di Orde")]),
    ("Present: Cllr Jo Vane, Cllr Lee Stone (no longer a member), Cllr Al Tull, Cllr Di Orde (former Mayor)", [("present", "Di Orde")]),
    ("Present: Cllr Jo Vane, Cllr Lee Stone (no longer Chair), Cllr Al Tull, Cllr Di Orde (resigned at the end of the meeting)", [("present", "Lee Stone"), ("present", "Di Orde")]),
    ("Present: Cllr Jo Vane, Cllr Al Tull\nAlso present for the item: Di Orde, Planning Officer", [("in_attendance", "Di Orde")]),
    ("Present: Cllr Jo Vane, Cllr Al Tull, Cllr Di Orde (left before the vote), Cllr Lee Stone (left before it opened)", [("present", "Di Orde")]),
    ("Present: Jo Vane, Al Tull\nApologies: Cllr Di Orde (attended another meeting), Cllr Lee Stone (present from item 3)", [("apologies", "Di Orde"), ("present", "Lee Stone")]),
    ("Present: Jo Vane, Al Tull\nIn attendance: Di Orde, Mobile Library Manager, and Lee Stone (by Phone)", [("in_attendance", "Di Orde"), ("in_attendance", "Lee Stone")]),
    ("Present: Jo Vane, Al Tull and Di Orde; Lee Stone was not", [("present", "Di Orde"), ("absent", "Lee Stone")]),
    ("Present: Cllrs Jo Vane, Al Tull. Absent: Di Orde. Late: Lee Stone (7.40 pm)", [("absent", "Di Orde"), ("present", "Lee Stone")]),
    ("Present: Cllrs Jo Vane, Al Tull and Di Orde (for whom apologies were sent)", [("apologies", "Di Orde")]),
    ("Present: Cllrs Jo Vane, Al Tull. Cllr Di Orde had indicated she would attend.", []),
    ("Present: Cllrs Jo Vane, Al Tull\n\nSummoned to attend: Cllr Di Orde", []),
    ("Present: Cllrs Jo Vane, Al Tull, Lee Stone (expected)", []),
    ("Mayor: Lee Stone\n\nPresent: Cllrs Jo Vane, Al Tull\n\nApologies: Cllr Lee Stone", [("apologies", "Lee Stone")]),
    ("Present: Cllrs Jo Vane, Al Tull. Cllr Di Orde had to leave at 8 pm.", [("present", "Di Orde")]),
    ("Present: Cllrs Jo Vane, Al Tull, in place of Di Orde, Lee Stone", [("present", "Lee Stone")]),
    ("Present: Cllrs Jo Vane and Al Tull\n\nSigned as a true record: Di Orde, Chairman, 3 June 2021", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nInvited: Mr Lee Stone (County Council), Mrs Di Orde (Heath Trust)", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nInvited guests: Mr Lee Stone (County Council)", [("in_attendance", "Lee Stone")]),
    ("Present at the last meeting: Cllrs Di Orde, Lee Stone\n\nPresent: Cllrs Jo Vane and Al Tull", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nApologies for the June meeting: Cllr Di Orde", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nApologies for the meeting: Cllr Di Orde", [("apologies", "Di Orde")]),
    ("Present: Cllrs Jo Vane and Al Tull\n\nCllr Di Orde (Mill Parish Council) spoke as a member of the public.", []),
    ("Present: Cllrs Jo Vane and Al Tull\nAlso in attendance in accordance with Rule 4.4: Cllr Di Orde", [("in_attendance", "Di Orde")]),
    ("Members            Present\nCllr Jo Vane        ✓\nCllr Al Tull        ✓\nCllr Di Orde        x", [("absent", "Di Orde")]),
    ("Members            Present\nCllr Jo Vane        x\nCllr Al Tull        x\nCllr Di Orde        x", [("present", "Di Orde")]),
    ("Present: Cllrs Jo Vane and Al Tull\n\nDisqualified: Cllr Di Orde", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nCllr Di Orde attempted to join remotely but could not.", []),
    ("Present: Cllrs Jo Vane, Al Tull, Di Orde (remotely), Lee Stone (tried to join)", [("present", "Di Orde")]),
    ("Present: Cllrs Jo Vane and Al Tull\n\nApologies: Cllr Di Orde. Proxy: Cllr Lee Stone", [("apologies", "Di Orde")]),
    ("Present: Cllrs Jo Vane and Al Tull\nNext meeting: Cllr Lee Stone to chair", []),
    ("Present: Cllrs Jo Vane and Al Tull\n\nIn the absence of the Chairman, Cllr Orde, Cllr Vane took the chair.", []),
    ("Present: Cllrs Jo Vane, Al Tull and Di Orde as substitute for Lee Stone", [("present", "Di Orde")]),
])
def test_who_is_named_in_a_roll_and_was_not_there(printed: str, rows: list[tuple[str, str]]) -> None:
    assert others(printed + BODY) == rows


@pytest.mark.parametrize(("told", "names"), [
    ("Apologies from Cllr Di Orde were accepted on the proposal of Cllr Lee Stone.", ["Di Orde"]),
    ("Apologies were received from Cllr Di Orde, and for lateness from Cllr Lee Stone.", ["Di Orde"]),
    ("Apologies were received from Cllr Di Orde. Cllr Lee Stone sent apologies for lateness and came at 7.20.", ["Di Orde"]),
    ("Apologies were received from Cllr Di Orde. Cllr Lee Stone sent apologies.", ["Di Orde", "Lee Stone"]),
    ("Apologies were received from Cllr Di Orde, whose place was taken by Cllr Lee Stone.", ["Di Orde"]),
    ("Apologies were received from Cllr Di Orde and on behalf of Cllr Lee Stone.", ["Di Orde", "Lee Stone"]),
    ("Cllr Lee Stone tendered apologies on behalf of Cllr Di Orde.", ["Di Orde"]),
    ("Apologies from Cllr Di Orde were noted by Cllr Lee Stone, Chairman.", ["Di Orde"]),
    ("Apologies were received from Cllr Di Orde (ill), accepted by Cllr Lee Stone.", ["Di Orde"]),
    ("Apologies were received from Cllr Di Orde via Cllr Lee Stone.", ["Di Orde"]),
    ("Cllr Lee Stone gave apologies for Cllr Di Orde.", ["Di Orde"]),
    ("Cllr Lee Stone gave apologies for his remark.", []),
    ("Cllr Lee Stone sent apologies for his absence.", ["Lee Stone"]),
    ("Cllr Lee Stone apologised for the late papers.", []),
    ("None. At the last meeting apologies had been received from Cllr Di Orde.", []),
    ("It was reported that apologies had been received from Cllr Di Orde and Cllr Lee Stone.", ["Di Orde", "Lee Stone"]),
])
def test_who_is_named_beside_apologies_and_sent_none(told: str, names: list[str]) -> None:
    assert [name for status, name in others(f"{HERE}\n**1. Apologies**\n{told}\n\n**2. Business**\nThe minutes were read.") if status == "apologies"] == names


def test_the_peoples_on_whose_land_a_meeting_is_held_did_not_attend() -> None:
    found = others(f"{HERE}Via Zoom: Valerie Moss\nWe acknowledge the traditional territory of the Wendat\nPeoples, in the Upton and Williams Treaties areas, and the Metis\nPeoples.{BODY}")
    assert [name for _, name in found] == ["Valerie Moss"]


def test_who_was_absent_for_a_vote_was_not_absent() -> None:
    assert came("**4. Mill Lane**\n\nCarried. Absent for the vote: Councillors Orde and Pell.") == []


def test_candidates_under_a_heading_of_representatives_did_not_come() -> None:
    assert others(f"{HERE}\n**4. Election of representative**\n\nCandidate      Votes\nCllr Lusk      5\nCllr Orde      4\n\nCllr Lusk was elected.") == []
