"""More forms of minutes of the United Kingdom and Ireland: votes for one of several with names below, columns with totals, rolls with signs, Welsh beside English."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from housestyle import typeset
from papermine import mine, read
from papermine.language.bodies import body_in
from papermine.language.namelists import split_people
from papermine.language.names import is_person
from papermine.language.posts import by_posts
from papermine.records import AgendaItem, DivisionVote, Resolution
from printed import came, decided, moved, proceedings


def voted(text: str) -> list[tuple[str, str]]:
    return [(r.person_name, r.option) for r in proceedings(text) if isinstance(r, DivisionVote)]


ELECTION = """
**1. Election of Cathaoirleach**

Councillor Nick Kilroy was proposed by Councillor Lenihan and seconded by Councillor Brock.

Councillor Peter Higgs was proposed by Councillor Corrigan and seconded by Councillor Gibney.

**For Councillor Nick Kilroy**

{below}: Total: 3

**For Councillor Peter Higgs**

Councillors E. Corrigan, P. Higgs: Total: 2

**Abstained**

Councillor J. Farrell: Total: 1

The outgoing Cathaoirleach declared Councillor Nick Kilroy elected Cathaoirleach.
"""


def test_who_voted_for_one_of_several_stands_below_his_name():
    found = proceedings(ELECTION.format(below="Councillors J. Bannon, O. Brock, N. Kilroy"))
    assert [(r.mover, r.seconder, r.votes_for, r.votes_abstain) for r in found if isinstance(r, Resolution)] == [("Lenihan", "Brock", 3, 1)]
    votes = [(r.person_name, r.option) for r in found if isinstance(r, DivisionVote)]
    assert votes == [("J. Bannon", "for"), ("O. Brock", "for"), ("N. Kilroy", "for"), ("J. Farrell", "abstain"), ("E. Corrigan", "for"), ("P. Higgs", "for")]


def test_words_for_a_councillor_are_no_votes():
    assert voted("""
**1. Presentation**

Councillor Nick Kilroy was proposed by Councillor Lenihan and seconded by Councillor Brock.

**For Councillor Nick Kilroy**

Councillors Bannon and Brock spoke of his service
""") == []


def test_who_is_declared_elected_is():
    assert moved("""
**1. Election of Vice Chair**

Councillor Patsy Neale was proposed by Councillor Farrell and seconded by Councillor Keely. There being no other nominations Councillor Neale was declared elected Vice Chair.
""") == [("Farrell", "Keely", None, "There being no other nominations Councillor Neale was declared elected Vice Chair.")]


@pytest.mark.parametrize(("told", "expected"), [
    ("it was resolved by majority to approve the scheme (For: 5, Against: 1, Abstentions: 0).", [("approve the scheme", 5, 1, 0)]),
    ("it was resolved by a majority to approve the scheme (for five years).", [("approve the scheme (for five years).", None, None, None)])])
def test_a_vote_in_brackets_after_what_was_moved_and_resolved(told: str, expected: list[tuple[str, int | None, int | None, int | None]]):
    found = proceedings(f"**1. Buses**\n\nOn being proposed by the Mayor, seconded by Councillor Small, {told}\n")
    assert [(r.text, r.votes_for, r.votes_against, r.votes_abstain) for r in found if isinstance(r, Resolution)] == expected


def test_a_motion_in_quotation_marks_ends_with_them():
    assert moved("""
**4. MOTION BY COUNCILLOR HASLEM**

Councillor Haslem, seconded by Councillor Aitchie, moved her Motion in the following terms:-

        “That the Council approves the vision “Connected” for the Marches.”

        Councillor Bell, seconded by Councillor Lang, moved as an amendment that the vision be reviewed in May.

        **4.2 VOTE**

        On a show of hands Members voted as follows:-

        Motion - 8 votes

        Amendment - 5 votes
""") == [("Haslem", "Aitchie", "carried", "“That the Council approves the vision “Connected” for the Marches.”"), ("Bell", "Lang", "lost", "the vision be reviewed in May.")]


def test_what_was_done_stands_below_the_label_decision():
    assert [text for _, _, text in decided("""
**3. COMMITTEE MINUTES**

The Minutes of the Committees had been circulated.

**DECISION**
**APPROVED the Minutes listed above.**
""")] == ["APPROVED the Minutes listed above."]


@pytest.mark.parametrize(("line", "body"), [
    ("CYNGOR CYMUNED LLANGADELL / LLANGADELL COMMUNITY COUNCIL", "LLANGADELL COMMUNITY COUNCIL"),
    ("Comhairle Chontae Ráth Breac / Rathbrack County Council", "Rathbrack County Council"),
    ("Planning Committee / Licensing Committee", "Planning Committee / Licensing Committee")])
def test_a_body_named_in_two_languages(line: str, body: str):
    assert body_in(line) == body


@pytest.mark.parametrize(("text", "expected"), [
    ("Cllr Jordan Meadow", True), ("Councillor Ejaz Bridge", True), ("Jordan Meadow", False), ("Councillor Jordan Council", False), ("Cllr Jordan Board", False)])
def test_a_councillor_whose_surname_is_a_word(text: str, expected: bool):
    assert is_person(text) is expected


def test_names_joined_in_welsh_and_english():
    assert [p.name for p in split_people("Cyng. / Cllrs. M. Willow, M. Wynn a/and L. Hewes")] == ["M. Willow", "M. Wynn", "L. Hewes"]


def test_who_holds_a_post_stands_in_brackets():
    text = "Chief Executive, Executive Director ({who}), Chief Legal Officer, Clerk to the Council"
    assert [(p.name, p.role) for p in by_posts(text.format(who="R. Hale"))] == [("R. Hale", "Executive Director")]
    assert by_posts(text.format(who="Finance")) == []


ROLL = """
**Present:** Councillors A Vane (Chair), B Tull and C Orde.

**Apologies:** Cllr D Rusk and Al Kinsley (Nitin Hale substituting)

**In attendance:**

County Manager: Tom Dorling
Directors: Kevin Stuart, Tadhg McDonald
Head of Finance: Fiona Lavelle

**1. Minutes**

The minutes were approved.
"""


def test_a_substitute_named_in_the_bracket_came_and_each_post_opens_its_line():
    assert sorted((status, name) for status, name, _ in came(ROLL)) == [
        ("apologies", "Al Kinsley"), ("apologies", "D Rusk"), ("in_attendance", "Fiona Lavelle"), ("in_attendance", "Kevin Stuart"), ("in_attendance", "Tadhg McDonald"), ("in_attendance", "Tom Dorling"),
        ("present", "A Vane"), ("present", "B Tull"), ("present", "C Orde"), ("present", "Nitin Hale")]


SIGNS = """
**Members in attendance**
{legend}
Ø Denotes apology for absence

*    Cllr L Bonner (Chairman)      *    Cllr C Orme
*    Cllr S Dennison               Ø    Cllr D Hand

**1. Minutes**

The minutes were approved.
"""


def test_signs_in_columns_before_the_names():
    assert [(status, name) for status, name, _ in came(SIGNS.format(legend="* Denotes attendance"))] == [
        ("present", "L Bonner"), ("present", "C Orme"), ("present", "S Dennison"), ("apologies", "D Hand")]


def test_members_in_attendance_below_a_list_of_those_present_are_none_of_it():
    assert [(status, name) for status, name, _ in came("**Present:** Cllrs A Vane (Chair), B Tull\n\n**Members in attendance:** Cllr J Pell\n\n**1. Minutes**\n\nThe minutes were approved.\n")] == [
        ("present", "A Vane"), ("present", "B Tull"), ("in_attendance", "J Pell")]


COLUMNS = """
**36. Minutes**

It was moved by Cllr Meade and seconded by Cllr Aslan that the Minutes be referred back.

For the motion                Against the motion             Abstained
Cllrs H Atwell, E Aslan       Cllrs D Ash, E Elling, L Bow   The Mayor, Cllr D Pell
2                             3                              {count}

The motion was lost.
"""


def test_a_last_row_of_totals_below_columns_of_names():
    assert voted(COLUMNS.format(count=1)) == [("H Atwell", "for"), ("E Aslan", "for"), ("D Ash", "against"), ("E Elling", "against"), ("L Bow", "against"), ("D Pell", "abstain")]
    assert voted(COLUMNS.format(count=2))[-2:] == [("The Mayor", "abstain"), ("D Pell", "abstain")]


@pytest.mark.parametrize(("note", "expected"), [
    ("Note: Councillor Keyes abstained from voting on the above resolution.", [("Keyes", "abstain")]),
    ("Note: Councillor Bowles voted against the above resolution.", [("Bowles", "against")]),
    ("Note: Councillor Bowles spoke against the above resolution.", [])])
def test_a_note_below_a_resolution_of_who_did_not_go_along(note: str, expected: list[tuple[str, str]]):
    assert voted(f"**1. Minutes**\n\n**RESOLVED** that the minutes be confirmed and signed as a correct record.\n\n{note}\n") == expected


BUDGET = """
**68. BUDGET**

The Mayor then called on Councillor Arthurs to introduce the budget and {moves}. Councillor Kobel formally seconded the motion, and reserved her right to respond.

The Mayor then called for a vote on the motion. There being 3 Members in favour (Councillors Adama, Arthurs and Kobel), and 2 Members opposed (Councillors Connolly and Newtown), and 1 abstention (the Mayor), the motion was declared CARRIED and it was:

**RESOLVED**

To approve the proposed budget.
"""


def test_names_in_brackets_after_their_number_and_who_was_called_on_to_move():
    found = proceedings(BUDGET.format(moves="move the budget report"))
    assert [(r.mover, r.seconder, r.votes_for, r.votes_against) for r in found if isinstance(r, Resolution)] == [("Arthurs", "Kobel", 3, 2)]
    assert [(r.person_name, r.option) for r in found if isinstance(r, DivisionVote)] == [
        ("Adama", "for"), ("Arthurs", "for"), ("Kobel", "for"), ("Connolly", "against"), ("Newtown", "against"), ("the Mayor", "abstain")]
    assert [r.mover for r in proceedings(BUDGET.format(moves="move the chairs to the front")) if isinstance(r, Resolution)] == [None]


AGREED = """
**129 PLANNING**

Councillor Larkham proposed to issue an approval in respect of application 0836 contrary to Officer recommendation. Councillor Harty seconded the proposal.

The proposal was put to a vote by way of a show of hands: FOR: 5 AGAINST: 2 ABSTENTIONS: 0. The proposal was declared carried.

AGREED: On the proposal of Councillor {mover} seconded by Councillor Harty it was agreed to issue an approval in respect of application 0836 contrary to Officer recommendation.
"""


def test_a_motion_carried_and_told_again_below_agreed_is_one():
    found = [(r.mover, r.votes_for) for r in proceedings(AGREED.format(mover="Larkham")) if isinstance(r, Resolution)]
    assert found == [("Larkham", 5)]
    assert len([r for r in proceedings(AGREED.format(mover="Pell")) if isinstance(r, Resolution)]) == 2


def test_that_below_the_label_decision_is_what_was_moved_above():
    assert moved("""
**2. Appointment of Vice-chairman**

It was proposed by Cllr Nokes and seconded by Cllr Sellars that Cllr Weston be appointed Vice-chairman for the year.

**Decision**

That Cllr Weston be appointed Vice-chairman for the year.
""") == [("Nokes", "Sellars", None, "That Cllr Weston be appointed Vice-chairman for the year.")]


@pytest.mark.parametrize(("told", "mover"), [
    ("moved by the Chair of the Committee, County Councillor Dorran and seconded by County Councillor Wyatt", ("Dorran", "Wyatt")),
    ("moved by the Leader, Councillor Dorran, seconded by the Portfolio Holder for Finance, Councillor Wyatt", ("Dorran", "Wyatt"))])
def test_an_office_before_the_movers_name(told: str, mover: tuple[str, str]):
    assert [(r.mover, r.seconder) for r in proceedings(f"**5. Structure**\n\nCouncil considered the recommendations, {told}.\n\n**RESOLVED** that the structure be approved.\n") if isinstance(r, Resolution)] == [mover]


AMENDED = """
**5. Structure**

It was moved by Councillor Dorran, seconded by Councillor Wyatt, that the structure be approved.

Councillor Vaughton moved an amendment, seconded by Councillor Bayham.

{below}

The amendment was put to the vote and was lost by 8 votes to 5.
"""


def test_the_words_of_an_amendment_below_its_movers():
    words = "The Council should retain three scrutiny committees."
    assert ("Vaughton", "Bayham", "lost", words) in moved(AMENDED.format(below=words))
    assert not [r for r in moved(AMENDED.format(below="Members discussed whether three committees should be retained.")) if r[0] == "Vaughton"]


def test_proposer_and_seconder_on_lines_of_their_own():
    assert moved("""
**3. Speed indicator**

It was proposed that the device be purchased at a cost of £2,950

Proposer D. Costance

Seconded by S. Grymes

It was RESOLVED to purchase the device.
""") == [("D. Costance", "S. Grymes", "carried", "purchase the device.")]


def test_what_was_resolved_beside_its_reason():
    made = housestyle("""#council Elwydd County Council
#body County Council
#date 2018-05-17
C|ELWYDD COUNTY COUNCIL
P|MINUTES OF A MEETING OF THE COUNTY COUNCIL HELD AT COUNTY HALL ON THURSDAY, 17 MAY 2018
P|PRESENT: County Councillors A Vane (Chair), B Tull and C Orde
H|1. SCRUTINY STRUCTURE
P|Council considered the recommendations.
G230,230|**RESOLVED** ~ **Reason for Decision:**
G230,230|That the scrutiny committee structure as set out in Appendix A be approved. ~ To amend the scrutiny structure.
H|2. ALLOWANCES
G230,230|**Allowance** ~ **Reason for change:**
G230,230|That of the Chair of the Council as set out in the scheme of 2017. ~ To comply with the Measure.
H|3. MINUTES
P|There were none.
""")
    assert made == ["That the scrutiny committee structure as set out in Appendix A be approved."]


def housestyle(text: str) -> list[str]:
    """The resolutions of a marked-up text, set and read."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "made.txt"
        source.write_text(text, encoding="utf-8")
        return [r.text for r in mine(read(typeset(source, Path(folder)))).records if isinstance(r, Resolution)]


ROWS = """
**Councillors present:**

Bayliss, John F          Kingsley, Deirdre
Bakar, Marie             Lewes, Hugh
Boylan, Victor           McCarron, Lettie
Brannan, Shay            McGarvey, Lynsey
Devlon, Cormac           Nic Cormick, Sorcha

**1. Minutes**

The minutes were approved.
"""


def test_columns_of_turned_names_whose_forenames_are_rare():
    assert [name for _, name, _ in came(ROWS)] == [
        "John F Bayliss", "Deirdre Kingsley", "Marie Bakar", "Hugh Lewes", "Victor Boylan", "Lettie McCarron", "Shay Brannan", "Lynsey McGarvey", "Cormac Devlon", "Sorcha Nic Cormick"]


def test_a_grid_of_turned_names():
    assert voted("""
**4. Speed limits**

It was moved by Councillor Boylan, seconded by Councillor Lewes, that a limit of 30 km/h be introduced.

COUNCILLORS          FOR      AGAINST      ABSTAINED
Bayliss, John F      X
Devlon, Cormac                X
Nic Cormick, Sorcha                        X
""") == [("John F Bayliss", "for"), ("Cormac Devlon", "against"), ("Sorcha Nic Cormick", "abstain")]


def test_a_post_in_brackets_says_that_two_words_are_a_name():
    assert [(p.name, p.role) for p in split_people("Cllr Rebecca Nokes (Chairman), Forbes Weston (Vice-Chairman), Sam Crewe")] == [
        ("Rebecca Nokes", "Chairman"), ("Forbes Weston", "Vice-Chairman"), ("Sam Crewe", None)]
    assert [p.name for p in split_people("Cllr Rebecca Nokes (Chairman), Finance Weston (Vice-Chairman)")] == ["Rebecca Nokes"]


def test_members_of_public_after_a_line_that_ends_in_a_comma_and_councillors_in_small_letters():
    found = sorted((status, name) for status, name, _ in came("""
**1. Sederunt:** Chair Moira McCrossie (MM), Sue Grantham (SG), Scott McMallan (SM), Robin Edgell (RE),
Members of public: Fiona McMallan, Sheena Plante

Apologies were received from councillors J. Stevenson and J. Gulley.

**2. Minutes**

The minutes were approved.
"""))
    assert found == [("apologies", "J. Gulley"), ("apologies", "J. Stevenson"), ("in_attendance", "Fiona McMallan"), ("in_attendance", "Sheena Plante"),
                     ("present", "Moira McCrossie"), ("present", "Robin Edgell"), ("present", "Scott McMallan"), ("present", "Sue Grantham")]


def test_the_agendas_number_before_a_title():
    assert [(r.minute_number, r.agenda_number, r.title) for r in proceedings("""
**C/97/16 (Agenda Item No. 1) Confirmation of Minutes**

The minutes were approved.

**C/98/16 (Agenda Item No. 2) Questions**

There were none.

**C/99/16 (Lands at Abbey View) Disposal**

None.
""") if isinstance(r, AgendaItem)] == [("C/97/16", "1", "Confirmation of Minutes"), ("C/98/16", "2", "Questions"), ("C/99/16", None, "(Lands at Abbey View) Disposal")]


def test_extra_ordinary_in_two_words_is_no_part_of_the_body():
    assert body_in("Pubton with Pensbury Parish Council Extra Ordinary meeting.") == "Pubton with Pensbury Parish Council"
