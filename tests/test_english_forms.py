"""Forms of the minutes of English principal councils: votes in brackets, motions with amendments, headings, minutes that do not say so."""

from __future__ import annotations

import re

import pytest

from paper import Row, typeset
from papermine.extract.votes.ballots import counts
from papermine.records import AgendaItem, DivisionVote, Resolution
from papermine.segment import split
from printed import came, moved, proceedings


def counted(text: str) -> list[tuple[str, int | None, int | None, int | None]]:
    """(text, for, against, abstain) of each resolution with a vote taken on it."""
    return [(r.text, r.votes_for, r.votes_against, r.votes_abstain) for r in proceedings(text) if isinstance(r, Resolution) and r.division_id is not None]


def headed(text: str) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in proceedings(text) if isinstance(i, AgendaItem)]


@pytest.mark.parametrize(("lead", "counts"), [
    ("RESOLVED: (Yes: 26, No: 0, Abstain: 21)\n\nThat the report be noted.", (26, 0, 21)),
    ("Resolved (9:5) – That the report be noted.", (9, 5, None)),
    ("Resolved (7:7 and on the chair's casting vote) – That the report be noted.", (7, 7, None)),
    ("RESOLVED: (45 votes to 0, with 13 abstentions)\n\nThat the report be noted.", (45, 0, 13)),
    ("RESOLVED: (Unanimously)\n\nThat the report be noted.", (None, None, None)),
    ("RESOLVED: (nem con) That the report be noted.", (None, None, None)),
])
def test_a_vote_in_brackets_after_the_verb(lead: str, counts: tuple[int | None, int | None, int | None]):
    assert [(re.sub("^That ", "", row[0]), *row[1:]) for row in counted(f"**7. Depot**\n{lead}\n")] == [("the report be noted.", *counts)]


def test_a_time_or_a_list_in_brackets_is_no_vote():
    assert counted("**7. Depot**\nRESOLVED: (1) That the depot close; and (2) that it open again.\n") == []
    assert counted("**7. Depot**\nResolved (19:05) – That the meeting be adjourned.\n") == []


def test_that_alone_opens_the_list_below():
    assert [r[3] for r in moved("""
    **2. Annual Report**
    RESOLVED: That

      [1] the Annual Report be noted; and

      [2] the Chief Officer be authorised to publish it.
    """)] == ["[1] the Annual Report be noted; and", "[2] the Chief Officer be authorised to publish it."]


def test_a_list_of_what_a_body_did_goes_on_over_its_verbs():
    assert moved("""
    **51. Public Toilets**
    The recommendations were proposed by Councillor Ida Vane and seconded by Councillor Ben Tull.

    RESOLVED that Cabinet:

      1. NOTED the recommendations of the group;

      2. AGREED to close two of the fourteen.
    """) == [("Ida Vane", "Ben Tull", None, "NOTED the recommendations of the group;"), ("Ida Vane", "Ben Tull", None, "AGREED to close two of the fourteen.")]


FEES = """
**40. Fees**
40.1 The Committee considered the report.

40.2 Councillor Vane moved an amendment which was formally seconded by Councillor C Tull.

40.3 The Chair put the amendment to the vote, which was lost by 3 votes to 6 with 1 abstention.

40.4 The Chair then put the recommendations as listed in the report to the vote, which were carried{vote}.

40.5 RESOLVED –

   (1) That the fees be agreed; and

   (2) That the officer be thanked.
"""


def test_what_is_resolved_after_an_amendment_was_lost_has_neither_its_mover_nor_its_vote():
    assert moved(FEES.format(vote="")) == [(None, None, "carried", "That the fees be agreed; and"), (None, None, "carried", "That the officer be thanked.")]
    assert counted(FEES.format(vote="")) == []
    assert [row[1:] for row in counted(FEES.format(vote=" by 8 votes to 2"))] == [(8, 2, None), (8, 2, None)]


BUDGET = """
**92. Budget**
It was moved by Councillor Ann Lisle and seconded by Councillor Charles Brook

“That the Council approves the proposals on the agenda.”

Amendments were submitted by two groups.

(1) An amendment was moved by Councillor Mark Towne and seconded by Councillor John Harle

“Set aside £45,000 towards shelters.

To be paid for by

   i) putting a post on hold saving £19,000, and

   ii) a delay saving £26,000.”

In accordance with procedure rule 16.7 a recorded vote was taken on the amendment.

For: Councillors Harle, Towne and Fewster

Against: Councillors Brook and Lisle

The amendment was declared to be CARRIED.

(2) An amendment to the substantive motion was moved by Councillor Mark Towne and seconded by Councillor John Harle

“Reinstate the events budget of £20,000.”

In accordance with procedure rule 16.7 a recorded vote was taken on the amendment.

For: Councillors Harle and Towne

Against: Councillors Brook, Fewster and Lisle

The amendment was declared to be LOST.
"""


def test_amendments_moved_before_a_motions_outcome_have_their_own_words_movers_and_votes():
    assert [(m, s, o, t[:20]) for m, s, o, t in moved(BUDGET)] == [
        ("Mark Towne", "John Harle", "carried", "“Set aside £45,000 t"), ("Mark Towne", "John Harle", "lost", "“Reinstate the event")]
    assert [v.option for v in proceedings(BUDGET) if isinstance(v, DivisionVote)] == ["for"] * 3 + ["against"] * 2 + ["for"] * 2 + ["against"] * 3


def test_an_amendment_whose_words_are_set_as_the_text_is():
    assert moved("""
    **80. Post Offices**
    It was moved by Councillor Wake, seconded by Councillor Gruner

    That this Council notes with concern the closure of post offices.

    An amendment was moved by Councillor Goltz, seconded by Councillor Brettle,

    Delete all after ‘This Council’ and insert ‘regrets the failure to support the post office network’.

    The amendment was carried, and upon being put as the substantive motion it was

    RESOLVED – That this Council regrets the failure to support the post office network.
    """) == [("Goltz", "Brettle", "carried", "Delete all after ‘This Council’ and insert ‘regrets the failure to support the post office network’."),
             ("Wake", "Gruner", None, "That this Council regrets the failure to support the post office network.")]


def test_a_nomination_seconded_later_and_votes_that_members_cast():
    assert counted("""
    **203. Vice-Chairman**
    Mr Dignam proposed Mrs Gravett. He said that she had supported him.

    Mrs Gravett’s nomination was seconded by Mr Oakes.

    Members voted in favour of the proposal with no votes against and one abstention.

    RESOLVED

    That Mrs Gravett be appointed the Vice-Chairman of the Council.
    """) == [("That Mrs Gravett be appointed the Vice-Chairman of the Council.", None, 0, 1)]


def test_he_proposed_the_recommendation():
    text = """
    **5. Land**
    Councillor Howe presented the report{more}. He said this was an opportunity. He proposed the recommendation.

    Councillor Rolfe seconded the proposal.

    RESOLVED to approve the recommendation set out in the report.
    """
    assert [r[:2] for r in moved(text.format(more=""))] == [("Howe", "Rolfe")]
    assert [r[0] for r in moved(text.format(more=", and Councillor Lee thanked him"))] == [None]


def test_headings_with_the_number_on_a_line_of_its_own_or_with_the_years_before_the_body():
    assert headed("""
    **38**

    **APOLOGIES**

    There were none.

    **39**

    **CHANGE IN ORDER OF BUSINESS**

    The order was changed.
    """) == [("38", "APOLOGIES"), ("39", "CHANGE IN ORDER OF BUSINESS")]
    assert headed("""
    **23-24/FRA/1 Election of Chair**

    There was one nomination.

    **23-24/FRA/2 Election of Vice Chair**

    There was another.
    """) == [("23-24/FRA/1", "Election of Chair"), ("23-24/FRA/2", "Election of Vice Chair")]


ROLL: list[Row] = [(57, "CABINET", "b"), "HELD: Tuesday, 14 September 2021", "", "PRESENT:", "", "Councillors Ida Vane and Ben Tull", "", (57, "36   MINUTES", "b")]


def test_minutes_that_do_not_say_so_by_those_present_and_what_was_resolved():
    assert [p.kind for p in split(typeset([*ROLL, "RESOLVED: That the minutes be approved."]))] == ["minutes"]
    assert [p.kind for p in split(typeset([*ROLL, "To consider the minutes."]))] == ["other"]


def test_a_roll_of_singular_titles_of_ranks_and_of_those_who_did_not_come():
    assert came("""
    Present: Councillor Robins (Chair), Cattell (Deputy Chair), Nemeth (Opposition Spokesperson), Mac Cafferty
    and C Theobald

    **1 MINUTES**
    """) == [("present", "Robins", "Chair"), ("present", "Cattell", "Deputy Chair"), ("present", "Nemeth", "Opposition Spokesperson"),
             ("present", "Mac Cafferty", None), ("present", "C Theobald", None)]
    assert came("""
    Present: Councillors A Sultan and P Duckett

    CFO A Hopkin, ACO G Chalmers, Mr J Atkins and Mrs N Upton

    **1 MINUTES**
    """) == [("present", "A Sultan", None), ("present", "P Duckett", None), *(("in_attendance", n, None) for n in ("A Hopkin", "G Chalmers", "J Atkins", "N Upton"))]
    assert came("""
    **Members Present:**      Mrs C Apple and Mr S Oakes

    **Members not present:**  Mr M Cullen and Mr H Potts

    **Officers present all items:**  Mrs D Shepton (Chief Executive)

    **1 MINUTES**
    """) == [("present", "C Apple", None), ("present", "S Oakes", None), ("absent", "M Cullen", None), ("absent", "H Potts", None), ("in_attendance", "D Shepton", "Chief Executive")]


def test_a_surname_that_is_a_word_after_a_titled_one_in_a_list_of_councillors():
    assert [n for _, n, _ in came("Present: Councillors Backhouse, Mrs Cobb, Tompsett, Ward and Webb\n\n**1 MINUTES**\n")] == ["Backhouse", "Cobb", "Tompsett", "Ward", "Webb"]
    assert [n for _, n, _ in came("Present: Councillors Vane and Tull, Mr Lee, Solicitor\n\n**1 MINUTES**\n")] == ["Vane", "Tull", "Lee"]


STARRED = """
PRESENT:

  *  Councillor Ann Vane (Chairman)
  *  Councillor David Bilby                *  Councillor Angela Goodwin
     Councillor Jan Harwood                *  Councillor Liz Hogg

{legend}

**1 MINUTES**
ok
"""


def test_a_star_marks_those_who_came():
    assert [n for s, n, _ in came(STARRED.format(legend="*Present")) if s == "absent"] == ["Jan Harwood"]
    assert [n for s, n, _ in came(STARRED.format(legend="The meeting began at 7 pm.")) if s == "absent"] == []


def test_a_chair_named_in_the_chair_over_columns_of_members():
    assert came("""
    Present:

    Councillor Zoe Patrick – in the Chair

    Councillors:

    Nick Carter            Tony Ilott            Liz Bright OBE

    The Council considered the matters, reports and recommendations contained or referred to in the agenda for the meeting.

    **1 MINUTES**
    """) == [("present", "Zoe Patrick", "Chair"), ("present", "Nick Carter", None), ("present", "Tony Ilott", None), ("present", "Liz Bright", None)]


def test_apologies_for_lateness_are_no_absence():
    assert came("Present: Councillors Doug Taylor and Glynis Vine\n\n**1 APOLOGIES**\nApologies for lateness were received from Councillor Doug Taylor.\n") == [
        ("present", "Doug Taylor", None), ("present", "Glynis Vine", None)]


def test_reasons_under_a_colon_and_a_dash_are_one_decision_with_their_refusal():
    assert [r[3] for r in moved("""
    **74 LAND AT BROOK ROAD**
    RESOLVED that planning permission be refused for the following reasons:-

      a) The proposal would be inappropriate development.

      b) No very special circumstances exist.
    """)] == ["planning permission be refused for the following reasons:- a) The proposal would be inappropriate development. b) No very special circumstances exist."]


def test_the_motion_that_a_council_resolved_to_adopt_stands_below():
    assert [r[3] for r in moved("""
    **88 Motions**
    **Council resolved to adopt the following motion:**

    Council resolves to ask the Cabinet to launch a campaign.
    """)] == ["Council resolves to ask the Cabinet to launch a campaign."]


def test_a_forename_that_is_an_office_and_one_who_attended_for_another():
    text = "Present: Councillors Ann Vane and Dean Carroll\n\n**1 Apologies**\nAn apology for absence was received from {who} attending as his representative.\n"
    assert came(text.format(who="Minesh Pattel (Corporate Director, Finance & Resources) with Ravinder Jasser (Deputy Director, Finance)"))[:3] == [
        ("present", "Ann Vane", None), ("present", "Dean Carroll", None), ("apologies", "Minesh Pattel", "Corporate Director, Finance & Resources")]
    assert [n for s, n, _ in came(text.format(who="Minesh Pattel (Corporate Director) with Ravinder Jasser (Deputy Director, Finance)")) if s == "apologies"] == ["Minesh Pattel"]


def test_a_day_in_figures_over_a_roll_and_what_was_resolved():
    rows: list[Row] = [(57, "SCRUTINY BOARD", "b"), (57, "30/07/2025 at 6.00 pm", "b"), "", "Present: Councillor Vane (Chair)", "", (57, "2   EXCLUSION", "b"), "Resolved:", "", "That the public remain."]
    assert [p.kind for p in split(typeset(rows))] == ["minutes"]
    assert [p.kind for p in split(typeset(rows[:5]))] == ["other"]


def test_a_count_before_a_full_stop():
    found = counts("For the motion 32, against 25, abstentions 2.")
    assert (found.votes_for, found.votes_against, found.votes_abstain) == (32, 25, 2)
    assert counts("For 3, against 1, abstentions 2.5").votes_abstain is None


def test_those_present_in_person_and_a_chair_whose_line_opens_the_list():
    assert came("""
    **Members Present in Person:**

    Councillor Musthak Ahmed (Chair)
    Councillor Abdul Mannan

    **Other Councillors Present in Person:**

    Councillor Abu Chowdhury (Cabinet Member for Safer Communities)

    **Officers Present in Person:**

    Simon Baxter          (Corporate Director Communities)

    **1 MINUTES**
    """) == [("present", "Musthak Ahmed", "Chair"), ("present", "Abdul Mannan", None), ("in_attendance", "Abu Chowdhury", "Cabinet Member for Safer Communities"),
             ("in_attendance", "Simon Baxter", "Corporate Director Communities")]
    assert sorted(n for _, n, _ in came("""
    **PRESENT**

    Councillor Ann Vane, in the Chair.

    Councillor David Acton          Councillor Joan Bennett
    Councillor Sean Adshead         Councillor Lisa Black

    **1 MINUTES**
    """)) == ["Ann Vane", "David Acton", "Joan Bennett", "Lisa Black", "Sean Adshead"]
