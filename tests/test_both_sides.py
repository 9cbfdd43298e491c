"""Near misses from both sides: what a rule against false records must not lose, and what a new form must not take in."""

from __future__ import annotations

import pytest

from paper import Row
from papermine.records import Division, DivisionVote, Motion, Record, Resolution
from printed import came, moved, proceedings
from test_agenda import items
from test_reports import recommended

LEASE = "Moved by Cllr Vane, seconded by Cllr Bell, that the lease be approved. "


def item(text: str, title: str = "Lease", head: str = "") -> list[Record]:
    return proceedings(f"{head}**5. {title}**\n\n{text}")


def voters(text: str) -> list[tuple[str, str]]:
    return [(r.person_name, r.option) for r in item(text) if isinstance(r, DivisionVote)]


@pytest.mark.parametrize(("before", "n"), [
    ("After discussion the minutes were approved", 1), ("Following amendment the minutes of 4 May were agreed and signed", 1), ("As all were in favour the minutes were approved", 1),
    ("With no further nominations received", 0), ("Once all nominations were received", 0)])
def test_a_clause_before_the_movers_is_told_from_a_sentence(before: str, n: int) -> None:
    assert len([r for r in item(f"{before} proposed by Cllr Vane and seconded by Cllr Bell.", "Minutes") if isinstance(r, Resolution)]) == n


@pytest.mark.parametrize(("above", "n"), [
    ("Motion by Vane, second by Bell, to approve the minutes as amended, by the following roll call vote:", 4), ("Moved by Cllr Vane, seconded by Cllr Bell, that the minutes be corrected to show the hour. The recorded vote was:", 4),
    ("A recorded vote was taken on whether the minutes should be amended:", 4), ("The minutes of May were corrected to read:", 0), ("At the April 6 meeting the vote was:", 0)])
def test_lists_below_a_motion_on_minutes_are_its_vote(above: str, n: int) -> None:
    assert len(voters(f"{above}\n\nFor: Vane, Bell, Pell.\n\nAgainst: Orde.")) == n


@pytest.mark.parametrize(("label", "n"), [("The vote was as follows", 3), ("Voting", 3), ("Completed training", 0)])
def test_lists_behind_a_label(label: str, n: int) -> None:
    assert len(voters(f"Motion by Vane, second by Bell, to approve the lease. {label}: Yes: Vane, Bell; No: Orde. Motion carried.")) == n


@pytest.mark.parametrize(("told", "movers"), [
    ("Mr Pell proposed that the session be closed, seconded by Mr Orde. Carried.", ["Pell"]), ("Mrs. Pell made a motion to close the forum. Mr. Orde seconded. All ayes.", ["Pell"]),
    ("Mr. Pell moved to approve the lease, seconded by Mrs. Orde. Motion carried 5-0.", ["Pell"]), ("Mr Pell proposed that the hedge be cut, and Mr Orde seconded. The Chairman thanked them.", [])])
def test_members_who_are_only_mr_move_in_the_publics_time(told: str, movers: list[str]) -> None:
    assert [r.mover for r in item(told, "Public participation") if isinstance(r, Motion)] == movers


@pytest.mark.parametrize(("lists", "n"), [("For: Cllrs Vane (Residents’ Association), Bell, Pell.\n\nAgainst: Cllr Orde (Residents’ Association)", 4), ("For: Heath Trust, Mill Society\n\nAgainst: Ramblers Association", 0)])
def test_a_party_in_brackets_is_no_body_that_votes(lists: str, n: int) -> None:
    assert len(voters(f"{LEASE}A recorded vote was taken.\n\n{lists}")) == n


@pytest.mark.parametrize(("told", "n"), [("The Chief Executive’s report was noted.", 1), ("The Chief Executive report was approved.", 1), ("The Chief Executive approved the overtime.", 0)])
def test_what_the_chief_executive_brings_is_decided_and_what_he_does_is_not(told: str, n: int) -> None:
    assert len([r for r in item(told) if isinstance(r, Resolution)]) == n


@pytest.mark.parametrize(("n", "outcome"), [(1, "lost"), (2, None)])
def test_the_first_amendment_is_amendment_1(n: int, outcome: str | None) -> None:
    found = item(f"{LEASE}Councillor Pell moved an amendment, seconded by Councillor Orde, that the rent be £5. Amendment {n} was lost by 4 votes to 5. The motion was carried by 5 votes to 4.")
    assert [(r.kind, r.outcome) for r in found if isinstance(r, Motion)] == [("motion", "carried"), ("amendment", outcome)]


@pytest.mark.parametrize(("told", "n"), [
    ("Background: The lease has expired. Moved by Vane, seconded by Bell, that it be renewed. Carried 5-0.", 1), ("Background: Last year it was moved by Vane, seconded by Bell, that it be renewed. Carried 5-0.", 0),
    ("Background: Moved by Vane, seconded by Bell, in 2019, that it be renewed. Carried 5-0.", 0)])
def test_a_motion_behind_its_background(told: str, n: int) -> None:
    assert len([r for r in item(told) if isinstance(r, Motion)]) == n


@pytest.mark.parametrize(("told", "n"), [
    ("The Mayor put the following resolution which he read aloud:\n\nRESOLVED that the lease be approved.\n\nVoting: 5 for, 2 against.", 1), ("The County’s resolution was read:\n\nRESOLVED that the lease be approved.", 0)])
def test_what_is_read_out_and_voted_on_is_decided(told: str, n: int) -> None:
    assert len([r for r in item(told) if isinstance(r, Resolution)]) == n


@pytest.mark.parametrize(("brackets", "mover"), [("Mayor, Cr T Song", "T Song"), ("Cllr Bell dissenting", None), ("Cllr Pell to action", None), ("Cllr Pell declared an interest", None)])
def test_what_brackets_tell_behind_resolved_names_no_mover(brackets: str, mover: str | None) -> None:
    assert [r[0] for r in moved(f"**5. Lease**\n\nRESOLVED: ({brackets}) that the gate be mended.")] == [mover]


def test_who_is_to_act_on_what_was_agreed_did_not_move_it() -> None:
    assert [r[0] for r in moved("**5. Lease**\n\nAGREED: (Cllr Pell) that the gate be mended.")] == [None]


@pytest.mark.parametrize(("told", "outcome"), [
    ("moved to approve the minutes; second by Councillor Bell. The minutes were approved as printed.", "carried"), ("moved to defer the minutes; second by Councillor Bell. The minutes were received late.", None),
    ("moved to approve the minutes; second by Councillor Bell. The minutes were approved at the last meeting by the Finance Committee.", None)])
def test_what_the_minutes_were_ends_a_motion_to_approve_them(told: str, outcome: str | None) -> None:
    found = item(f"Councillor Vane {told}", "Minutes")
    assert [r.outcome for r in found if isinstance(r, Motion)] == [outcome]
    assert len([r for r in found if isinstance(r, Resolution)]) == (outcome is not None)


@pytest.mark.parametrize(("who", "votes"), [("commissioners present", (4, 1)), ("councillors voting no: Pell", (4, 1)), ("days", (None, None))])
def test_whose_votes_follow_the_figures(who: str, votes: tuple[int | None, int | None]) -> None:
    assert [(r.votes_for, r.votes_against) for r in item(f"{LEASE}Motion passed 4-1 {who}.") if isinstance(r, Division)] == ([votes] if votes[0] else [])


@pytest.mark.parametrize(("motion", "told", "n"), [
    ("to approve the lease", "Those opposed were Cole and Diaz.", 2), ("to approve the lease", "Those opposed were Cole, Diaz and the Heath Society.", 0), ("to open the hearing", "Those opposed were John Roe and Jane Poe.", 0),
    ("to open the hearing", "Those voting against were Cole and Diaz.", 2)])
def test_those_opposed_at_a_hearing_have_no_vote(motion: str, told: str, n: int) -> None:
    assert len(voters(f"Motion by Vane, second by Bell, {motion}. Carried.\n\n{told}")) == n


@pytest.mark.parametrize(("words", "found"), [
    ("the lease be approved was then put and declared lost", ("the lease be approved", "lost")), ("the report on which the motion to sell was put and lost in May be received", ("the report on which the motion to sell was put and lost in May be received.", None))])
def test_what_was_put_is_the_motion_and_nothing_in_it(words: str, found: tuple[str, str | None]) -> None:
    assert [(r.text, r.outcome) for r in item(f"Moved by Cllr Vane, seconded by Cllr Bell, that {words}.") if isinstance(r, Motion)] == [found]


BUSINESS = "\n\n**1. Minutes**\n\nSigned."


@pytest.mark.parametrize(("head", "found"), [
    ("Present: Cllr Jo Vane\n\nApologies for the 5 March 2020 meeting: Cllr Pell", [("present", "Jo Vane"), ("apologies", "Pell")]),
    ("Present: Cllr Jo Vane\n\nApologies for the March meeting: Cllr Pell", [("present", "Jo Vane")]),
    ("Present: Cllr Jo Vane, Cllr Al Bell. Cllr Ann Orde had sent apologies.", [("present", "Jo Vane"), ("present", "Al Bell"), ("apologies", "Ann Orde")]),
    ("Present: Cllr Jo Vane, Cllr Al Bell. Cllr Ann Orde took the minutes.", [("present", "Jo Vane"), ("present", "Al Bell"), ("present", "Ann Orde")]),
    ("Present: Cllr Jo Vane, Cllr Al Bell. Mrs Ann Orde took the minutes.", [("present", "Jo Vane"), ("present", "Al Bell"), ("in_attendance", "Ann Orde")]),
    ("Present: Cllr Jo Vane, Cllr Al Bell\n\nCounty Councillor Ann Orde also attended.", [("present", "Jo Vane"), ("present", "Al Bell"), ("in_attendance", "Ann Orde")]),
    ("Present: Cllr Jo Vane\n\nApologies: Cllr Al Bell\n\nThe Town Clerk and Deputy Town Clerk were in attendance.\n\nMr D Orde, Police Link Officer, was in attendance.", [("present", "Jo Vane"), ("apologies", "Al Bell"), ("in_attendance", "D Orde")]),
    ("Quillmere Council         Present: Stan Wys\nMay 21, 2015              Mark Orde", [("present", "Stan Wys"), ("present", "Mark Orde")]),
    ("Name             Present   Absent\nCllr Jo Vane     x\nCllr Al Bell               x\nCllr Ann Orde    ✓", [("present", "Jo Vane"), ("absent", "Al Bell"), ("present", "Ann Orde")]),
    ("Name             Present\nCllr Jo Vane     x\nCllr Al Bell     ✓\nCllr Ann Orde    ✓", [("absent", "Jo Vane"), ("present", "Al Bell"), ("present", "Ann Orde")])])
def test_who_came(head: str, found: list[tuple[str, str]]) -> None:
    assert sorted((status, name) for status, name, _ in came(head + BUSINESS)) == sorted(found)


def test_a_column_with_labels_of_its_own_beside_the_roll_is_no_title_block() -> None:
    assert ("apologies", "Ann Tull") in [(status, name) for status, name, _ in came("Quillmere Council         Present: Stan Wys\nMay 21, 2015              Mark Orde\nApologies: Ann Tull       Jo Vane\nIn attendance: Al Bell    Ben Pell" + BUSINESS)]


@pytest.mark.parametrize(("told", "found"), [
    ("Cllr Orde sent apologies. Cllr Ben Tull.", ["Ben Tull", "Orde"]), ("Cllr Pell. Cllr Lusk resigned. Mr Tull of the Gazette. Mrs Roe, a resident, spoke of the bus.", ["Pell"]),
    ("Received and accepted from Cllr Pell and Cllr Lusk.", ["Lusk", "Pell"]), ("Received: Cllr Pell, Cllr Lusk.", ["Lusk", "Pell"]), ("Noted by Cllr Pell.", [])])
def test_who_sent_apologies(told: str, found: list[str]) -> None:
    assert sorted(name for status, name, _ in came(f"Present: Cllr Jo Vane and Cllr Al Bell\n\n**1. Apologies**\n\n{told}") if status == "apologies") == found


@pytest.mark.parametrize("title", ["Working groups", "Allotments let"])
def test_places_below_a_heading_are_no_roll(title: str) -> None:
    assert came(f"**1. {title}**\n\nHeathfield: Mr J Adams\nMillbrook: Jo Vane\nOrchardton: Mrs R Orde") == []


def test_lettered_business_at_the_edge_of_the_numbers_it_stands_among_is_kept() -> None:
    rows: list[Row] = [(200, "AGENDA", "b"), "", (57, "A. CALL TO ORDER", "b"), "", (57, "B. REPORTS", "b"), "", "1. Mayor’s report", "2. Clerk’s report", "", (57, "C. HARBOUR LEASE", "b"), "", (57, "D. URGENT ITEMS", "b"), "",
                       (57, "E. ADJOURNMENT", "b")]
    assert [(i.number, i.title) for i in items(rows)] == [("A", "CALL TO ORDER"), ("1", "Mayor’s report"), ("2", "Clerk’s report"), ("C", "HARBOUR LEASE"), ("E", "ADJOURNMENT")]


@pytest.mark.parametrize(("below", "n"), [
    (["2.1 By-law review", "2.2 By Cllr Orde: street lights"], 1), (["2.1 Councillor Allowances Scheme", "2.2 Councillor Code of Conduct"], 2), (["2.1 Councillor Day", "2.2 Cllr Jo Orde"], 0)])
def test_business_below_motions_that_only_begins_like_one(below: list[str], n: int) -> None:
    rows: list[Row] = [(200, "AGENDA", "b"), "", "1. Apologies", "2. Notices of Motion", *below, "3. Close"]
    assert len([i for i in items(rows) if (i.number or "").startswith("2.")]) == n


@pytest.mark.parametrize(("rows", "numbers"), [
    (["(1) To approve the works under clauses (1) and (2) of the lease."], ["1"]), (["(a) To approve the lease under section 5, (b) of the Act, and the plan."], ["a"]),
    (["(i) review the Code, (ii) hold a hearing, and (iii) adopt the ordinance."], ["i", "ii", "iii"]), (["That Council:", "1. Note: the report;", "2. Approve the fee."], ["1", "2"]),
    (["Note: the Committee rejected this in March."], []), (["That the fee be paid.", "", "GRANT FUNDING: that £500 be paid to the hall."], [None, None]), (["That the fee be paid.", "", "FINANCIAL: none"], [None])])
def test_what_is_a_point_of_recommendations(rows: list[Row], numbers: list[str | None]) -> None:
    assert [number for number, _ in recommended((57, "RECOMMENDATION", "b"), *rows)] == numbers


@pytest.mark.parametrize(("words", "n"), [("That a limit of 40 mph be introduced.", 1), ("That is what the residents said.", 0)])
def test_what_stands_below_proposals(words: str, n: int) -> None:
    assert len(recommended((57, "Proposals", "b"), words)) == n
