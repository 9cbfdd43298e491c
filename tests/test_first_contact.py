"""Forms of decisions met in papers of houses not read before, and beside each what only looks like it."""

from __future__ import annotations

import pytest

from papermine.language.numbering import marker
from papermine.language.outcomes import outcome_in
from papermine.language.votewords import settled
from papermine.records import AgendaItem, Resolution
from printed import came, decided, moved, proceedings

HEAD = "4. Business\n\n"


def texts(text: str) -> list[str]:
    return [t for _, _, t in decided(HEAD + text)]


@pytest.mark.parametrize("told", [
    "All in Favor.", "Motion unanimous.", "Said motion was approved by roll call vote of the Commission.", "Voice Vote - AYE Unanimously",
    "Each member of the Board was polled individually and all were in favor.", "All voted “aye”."])
def test_voting_words_alone_tell_that_a_motion_was_carried(told: str):
    assert [(r.text, r.outcome) for r in proceedings(f"{HEAD}Mr Pell made a motion to close the hearing. Mr Orde seconded the motion. {told}") if isinstance(r, Resolution)] == [("close the hearing.", "carried")]


@pytest.mark.parametrize("told", ["A vote was taken.", "Pell and Orde in favor, Vane opposed.", "3 in favor, 3 opposed.", "No vote was taken.", "All were not in favor.", "Nobody voted in favor.", "The vote was tied."])
def test_other_words_about_a_vote_do_not(told: str):
    assert not settled(told)
    assert texts(f"Mr Pell made a motion to close the hearing. Mr Orde seconded the motion. {told}") == []


@pytest.mark.parametrize("text", [
    "A revised Data Security Procedure was considered and adopted.",
    "The above payments were agreed and cheques duly signed.",
    "Prior to the meeting, Standing Order 3L was adopted by members to prevent any recording.",
    "The decisions and minutes of the last meeting were approved as a correct record.",
    "All the appointments were approved unanimously."])
def test_anything_that_was_approved_there_and_then(text: str):
    assert texts(text) == [text]


@pytest.mark.parametrize("text", [
    "The application was approved.", "The grant was approved by the Trust.", "The scheme was adopted in 2019.", "The scheme, which was approved in principle, was delayed.", "A new timetable was agreed last year.",
    "The bus that was approved never came.", "The policy had been adopted.", "The Clerk said that the policy was adopted.", "The road was adopted by the County Council.", "The policy was not adopted.", "It was adopted by the school.", "The route was agreed with the contractor.", "The fault was found by residents after the scheme was approved.", "The new members were welcomed once the minutes were approved."])
def test_what_others_approved_or_at_another_time(text: str):
    assert texts(text) == []


def test_opening_words_behind_what_went_before_and_before_what_was_had_in_mind():
    assert decided(HEAD + "Councillor Seth introduced the report and Cabinet RESOLVED, having noted the comments made,:\n\n(1) to note the outcome.\n\n(2) to approve the award.") == [(None, "1", "to note the outcome."), (None, "2", "to approve the award.")]
    assert texts("Councillor Seth said what the Cabinet RESOLVED was this:\n\nThe bus is late.") == []


def test_a_list_lettered_with_colons():
    assert [(n, t) for _, n, t in decided(HEAD + "RESOLVED:\n\nThat Cabinet:\n\nA: Welcomes the report.\n\nB: Notes the findings.\n\nReasons for decision\n\nCabinet agreed that the review would help residents.")] == [("A", "Welcomes the report."), ("B", "Notes the findings.")]
    assert [marker(t) is not None for t in ("A: Welcomes the report", "Note: the report", "A:b", "a: he said")] == [True, False, False, False]


def test_a_motion_in_quotation_marks_and_the_sentence_that_puts_it():
    lost = [r for r in proceedings(HEAD + "“That this Council disbands the band.” The motion was put to a roll call vote and was defeated, 9 for, 31 against and 4 abstentions.") if isinstance(r, Resolution)]
    assert [(r.outcome, r.votes_for, r.votes_against, r.votes_abstain, r.mover) for r in lost] == [("lost", 9, 31, 4, None)]
    assert moved(HEAD + "It was proposed by Councillor P Vane and seconded by Councillor G Kell “That the Council notes the letters.” The motion was put and carried.") == [("P Vane", "G Kell", "carried", "“That the Council notes the letters.”")]
    assert texts("“That this Council disbands the band.” The motion was read and members spoke of it.") == []


def test_words_above_the_sentence_that_tells_who_moved_them():
    assert moved(HEAD + "Motion to Adopt Final Agenda as Distributed.\n\nUpon motion made by Anne Vane and seconded by Jay Tull this motion was adopted on unanimously.") == [("Anne Vane", "Jay Tull", "carried", "Adopt Final Agenda as Distributed.")]
    assert [r.outcome for r in proceedings(HEAD + "Motion to sell the hall.\n\nUpon motion made by Anne Vane and seconded by Jay Tull this motion was defeated.") if isinstance(r, Resolution)] == ["lost"]


def test_the_body_and_its_verb_with_a_colon_are_opening_words():
    assert moved(HEAD + "Upon motion by Selectman Vane and seconded by Selectman Tull, the Board of Selectmen VOTED: To approve the minutes.\n\nUnanimous Vote.") == [("Vane", "Tull", "carried", "To approve the minutes.")]


def test_short_titles_of_councillors_end_no_sentence():
    assert moved(HEAD + "MOVED by Counc. Shay and seconded by Deputy Mayor Vane the minutes of 15 October be approved as circulated.\n\nCARRIED.") == [("Shay", "Vane", "carried", "the minutes of 15 October be approved as circulated.")]
    assert texts("It was proposed by Cllr Parr and seconded by Cllr Rick that Cllr Deep be R.F.O. He was willing to stand.") == ["Cllr Deep be R.F.O."]


@pytest.mark.parametrize(("text", "outcome"), [
    ("The motion was put to a recorded vote and was defeated.", "lost"), ("The motion was put to a vote and carried.", "carried"),
    ("The motion to sell to the school was lost on the way.", None)])
def test_what_became_of_what_was_put_to_a_vote(text: str, outcome: str | None):
    told = outcome_in(text)
    assert (told and told[0]) == outcome


def test_a_heading_that_ends_in_for_goes_on_with_a_year():
    items = [r for r in proceedings("**1. TO RECEIVE NOMINATIONS AND TO ELECT A CHAIRMAN FOR**\n**2018/19 AND SIGN THE ACCEPTANCE OF OFFICE.**\n\nCllr Vane took the chair.\n\n**2. APOLOGIES**\n\nNone.\n\n**3. MINUTES**\n\nThe minutes were approved.\n") if isinstance(r, AgendaItem)]
    assert [(r.number, r.title) for r in items] == [("1", "TO RECEIVE NOMINATIONS AND TO ELECT A CHAIRMAN FOR 2018/19 AND SIGN THE ACCEPTANCE OF OFFICE."), ("2", "APOLOGIES"), ("3", "MINUTES")]


def headings(text: str) -> list[tuple[str | None, str]]:
    return [(r.number, r.title) for r in proceedings(text) if isinstance(r, AgendaItem)]


def test_roman_numbers_in_a_column_of_their_own():
    text = ("I         Call To Order\n\n          Mr Vane called the meeting to order.\n\nII        Pledge of Allegiance\n\nIII       Approval of Agenda\n\n          Mr Vane moved to approve the agenda.\n\nIV        Officer Election\n\n          None stood.\n")
    assert headings(text) == [("I", "Call To Order"), ("II", "Pledge of Allegiance"), ("III", "Approval of Agenda"), ("IV", "Officer Election")]
    assert headings(text.replace("       ", " ").replace("      ", " ").replace("Agenda", "agenda")) == []


def test_a_number_and_a_letter_with_a_dash():
    assert headings("**8-A MINUTES TO BE APPROVED**\n\nNone.\n\n**8-B COMMUNICATIONS**\n\nNone.\n\n**8-C BUSINESS**\n\nNone.\n") == [("8-A", "MINUTES TO BE APPROVED"), ("8-B", "COMMUNICATIONS"), ("8-C", "BUSINESS")]


def test_reasons_before_what_is_resolved_are_none_of_it():
    assert moved(HEAD + "Motion by Supervisor Vane, seconded by Councilman Tull, to adopt the following resolution:\n\n        WHEREAS, the Town was awarded a grant; now, therefore, be it\n\n        RESOLVED, that the Supervisor be authorized to sign the agreement.\n\nMotion carried.") \
        == [("Vane", "Tull", "carried", "the Supervisor be authorized to sign the agreement.")]


def test_a_sentence_of_movers_and_voting_words_is_not_what_was_moved():
    assert texts("Upon motion made by Anne Vane and seconded by Jay Tull this motion was adopted unanimously.") == []
    assert texts("Upon motion made by Anne Vane and seconded by Jay Tull the agenda was approved.") == ["the agenda was approved."]


ROLL = "HEATH TOWN COUNCIL\n\nMinutes of 8th April 2021\n\n"


def test_a_post_is_nobody():
    assert [name for _, name, _ in came(ROLL + "PRESENT:          JOHN D. VANE, MAYOR; JIM PALM, MAYOR PRO TEM; JOHN\n                  D. SHELBY, COUNCILMAN; AND HENRY HOLT, COUNCILMAN.\n\n1. Mayor Vane called the meeting to order.\n")] == ["JOHN D. VANE", "JIM PALM", "JOHN D. SHELBY", "HENRY HOLT"]
    assert "Ward" not in [name for _, name, _ in came(ROLL + "Upon roll call, the following members were in attendance.\n\n Pam Stevens                                           Tom Schrade\n Commissioner Ward 1                                   Commissioner Ward 2\n\nABSENT: None\n")]


def test_who_did_not_attend_and_who_was_also_there():
    assert came(ROLL + "MEMBERS PRESENT\n\nMr G. Hale (Chairman), Mr D. Barry\n\nNON-ATTENDANCE\n\nMr P. Lamb\n\nMINUTES\n\nThe minutes were agreed.\n") == [("present", "G. Hale", "Chairman"), ("present", "D. Barry", None), ("absent", "P. Lamb", None)]
    told = came(ROLL + "Present: Cllr. D. Hobday (in the chair). Councillors: Mrs. E. Ball, J. Baxter\n\nCouncillors not present: H. Fuller and D. Winger.\nThe Town Clerk, Mrs. L.M. Phil, the Assistant, Mrs. M.C. Vint and a member of\nthe public were also present.\n\n336. Apologies for Absence\n\nNone.\n")
    assert [name for status, name, _ in told if status == "absent"] == ["H. Fuller", "D. Winger"]


def test_each_nomination_has_its_own_movers():
    assert moved(HEAD + "The nomination of Mrs J M Griff was moved by Mrs S L Blagg and seconded by Mr A C Rob.\n\nA further nomination, that of Mr A Frye was moved by Mr P M Don and seconded by Mr J Hale.\n\nRESOLVED that Mrs J M Griff be appointed Vice-Chairman of the Council for the ensuing year.") \
        == [("S L Blagg", "A C Rob", None, "Mrs J M Griff be appointed Vice-Chairman of the Council for the ensuing year.")]


def test_who_voted_on_apologies_sent_none():
    told = came(ROLL + "Present: Cllrs D. Hobday, M. Drew and C. Hess\n\nAPOLOGIES:\n\nApologies from Councillor Racitt.\nFor Motion: Crs Hobday, De Crus, Drew and Hess\n\nAgainst Motion: Nil\n\nDISCLOSURES OF INTERESTS:\n\nNone.\n")
    assert [name for status, name, _ in told if status == "apologies"] == ["Racitt"]


def test_initials_set_tight_are_the_same_person_as_set_apart():
    told = came(ROLL + "Members Present:              14 June 2019\n\nChairperson:                  Councillor E.V.Lath\n\nVice Chairperson:             Councillor S.Smee\n\nCouncillors:                  S.Padd, A.N.Wool and M.Kern\n\n1. APPOINTMENT OF CHAIRPERSON\n\nRESOLVED: That the minutes be approved.\n")
    assert len(told) == len({name.replace(" ", "") for _, name, _ in told})
