"""What reads like a record and is none: beside each page stands its true neighbour."""

from __future__ import annotations

import pytest

from papermine.records import AgendaItem, Motion, Resolution
from printed import came, decided, moved, proceedings

TOP = "MINUTES of Quillmere Council held on 3 May 2023\n\nPresent: Councillors Ann Tull, Bob Orde, Carl Dace and Dee Hart\n\n"
PUT = f"{TOP}**4. Bus shelter**\n\nMotion by Tull, seconded by Orde, to paint the shelter.\n"


def outcomes(text: str) -> list[str | None]:
    return [r.outcome for r in proceedings(text) if isinstance(r, Motion)]


@pytest.mark.parametrize(("votes", "outcome"), [
    ("Dace – Nay, Hart – Nay", None), ("Nay: Dace", None), ("Noes: Dace, Hart\nAbstain: Orde", None),
    ("Tull – Aye, Dace – Nay, Hart – Nay", "lost"), ("Ayes: None\nNoes: Dace, Hart", "lost"), ("Ayes: Tull\nNoes: Dace, Hart", "lost"), ("Ayes: 0\nNoes: Dace, Hart", "lost")])
def test_a_list_of_noes_alone_decides_nothing(votes: str, outcome: str | None) -> None:
    assert outcomes(f"{PUT}{votes}\n") == [outcome]


def test_votes_are_no_words_of_a_motion() -> None:
    movers = f"{TOP}**4. Bus shelter**\n\nMotion: Ann Tull\nSecond: Bob Orde\n"
    assert moved(f"{movers}Ayes: Tull, Orde, Dace, Hart\nVote: 4-0 Motion carried.\n") == []
    assert moved(f"{movers}To paint the shelter.\nAyes: Tull, Orde, Dace, Hart\nVote: 4-0 Motion carried.\n") == [("Ann Tull", "Bob Orde", "carried", "paint the shelter.")]


@pytest.mark.parametrize(("printed", "words"), [
    ("APPROVED: 4 YES – 1 NO (Dace)", []), ("Decision: unanimous decision.", []), ("Resolved: all in favour.", []),
    ("Decision: unanimous decision to paint the shelter.", ["unanimous decision to paint the shelter."]), ("RESOLVED: To vote against.", ["To vote against."]),
    ("RESOLVED: 4 votes to be cast at the assembly.", ["4 votes to be cast at the assembly."])])
def test_votes_are_no_words_of_a_decision(printed: str, words: list[str]) -> None:
    assert [text for _, _, text in decided(f"{TOP}**4. Bus shelter**\n\nThe shelter was inspected.\n\n{printed}\n")] == words


HEAD = "MINUTES of Quillmere Council held on 3 May 2023\n\n"


def names(text: str) -> list[tuple[str, str]]:
    return [(status, name) for status, name, _ in came(text)]


@pytest.mark.parametrize("roll", ["PRESENNOL:\nAnn Tull\nBob Orde\n{}\nDim.", "PRESENNOL: Y Cynghorwyr Ann Tull, Bob Orde\n\n{}\n\nDim.", "Present:\nAnn Tull\nBob Orde\n{}"])
def test_a_heading_in_capitals_is_nobody(roll: str) -> None:
    assert names(HEAD + roll.format("DATGAN BUDDIANT")) == [("present", "Ann Tull"), ("present", "Bob Orde")]
    assert names(HEAD + roll.format("GOHEBU CYFFREDIN")) == [("present", "Ann Tull"), ("present", "Bob Orde")]
    assert names(f"{HEAD}Present:\nAnn Tull\nKEN HART\nZOLTAN KUKAC\n") == [("present", "Ann Tull"), ("present", "KEN HART"), ("present", "ZOLTAN KUKAC")]


def test_apologies_behind_a_number_and_a_dash_did_not_attend() -> None:
    roll = f"{HEAD}Present: Cllrs Pim and Orde\nIn attendance: The Clerk, Mrs J Reed\n"
    there = [("present", "Pim"), ("present", "Orde"), ("in_attendance", "J Reed")]
    assert names(f"{roll}\n1 – Apologies – Ann Tull, Bob Dace, Carl Hart\n2 – Minutes – The minutes were approved.\n") == [*there, ("apologies", "Ann Tull"), ("apologies", "Bob Dace"), ("apologies", "Carl Hart")]
    assert names(f"{HEAD}Present:\n1. Ann Tull – Chair\n2. Bob Dace\n") == [("present", "Ann Tull"), ("present", "Bob Dace")]


def test_a_post_alone_sent_no_apologies() -> None:
    assert names(f"{HEAD}Present: Cllr Pim\n\n**1. Apologies**\n\nApologies were received from Cllr Wild and PCSO.\n") == [("present", "Pim"), ("apologies", "Wild")]
    assert names(f"{HEAD}Present: Cllr Pim\n\n**1. Apologies**\n\nApologies were received from Cllr Wild and PCSO Kay Brown.\n") == [("present", "Pim"), ("apologies", "Wild"), ("apologies", "Kay Brown")]


@pytest.mark.parametrize("business", ["Cllr Tull moved and Cllr Dace seconded that Ann Hart be elected Chair.", "It was resolved that Ann Hart be elected Chair.", "Cllr Tull moved, seconded by Cllr Dace, that Ann Hart be Chair."])
def test_what_is_decided_below_a_roll_is_none_of_it(business: str) -> None:
    roll = f"{HEAD}Present: Cllrs Pim and Orde\nIn attendance: The Clerk, Mrs J Reed"
    there = [("present", "Pim"), ("present", "Orde"), ("in_attendance", "J Reed")]
    assert names(f"{roll}\n{business}\n") == there
    assert names(f"{roll}. {business}\n") == there
    assert names(f"{roll}; Al Vane (seconded to the Council)\n") == [*there, ("in_attendance", "Al Vane")]


@pytest.mark.parametrize("theirs", [
    "APPROVED: 24/0012/FUL Mill Lane, extension.", "24/0012/FUL Mill Lane, extension.\nAPPROVED: subject to conditions", "Decision: Approved (BDC)", "Decisions: 24/0012/FUL Mill Lane – Approved",
    "The following applications were approved:\n24/0012/FUL Mill Lane, extension."])
def test_what_the_planning_authority_approved_is_not_the_parish_s_decision(theirs: str) -> None:
    parish = "MINUTES of Heath Parish Council held on 3 May 2023\n\n**4. Planning**\n\n"
    assert decided(f"{parish}{theirs}\n") == []
    assert [text for _, _, text in decided(f"{parish}{theirs}\n\nRESOLVED: 24/0013/FUL Heath Road: no objection.\n")] == ["24/0013/FUL Heath Road: no objection."]
    assert [text for _, _, text in decided(f"{parish}APPROVED: that a site visit be held.\n")] == ["that a site visit be held."]


def test_what_an_authority_itself_approved_is_its_decision() -> None:
    assert [text for _, _, text in decided("MINUTES of the Planning Committee held on 3 May 2023\n\n**4. Planning applications**\n\nAPPROVED: 24/0012/FUL Mill Lane, extension.\n")] == ["24/0012/FUL Mill Lane, extension."]


@pytest.mark.parametrize(("words", "found"), [
    ("AGREED that at present the Committee were struggling.", 0), ("It was AGREED that at the moment the field was too wet.", 0), ("It was agreed that at present the Committee were struggling.", 0),
    ("**Agreed:** that at present the road is dangerous.", 0), ("Agreed: the road is too dangerous for a crossing.", 0), ("Agreed that the site is unsuitable.", 0),
    ("Agreed: that the road is to be closed.", 1), ("Agreed that the site is unsuitable and that no more be spent on it.", 1), ("Agreed: that the Clerk is responsible for the keys.", 1),
    ("AGREED that at present no action was required.", 1), ("AGREED that at present the field be left.", 1), ("AGREED that the report was noted.", 1)])
def test_a_view_of_how_things_are_is_no_decision(words: str, found: int) -> None:
    assert len(decided(f"{TOP}**4. Field**\n\n{words}\n")) == found


@pytest.mark.parametrize(("minute", "found"), [
    ("Item 7 – Resolved that the shelter be painted. The Clerk reported that this was done.", []), ("Item 7: It was agreed to buy a bench. This has been bought.", []), ("Minute 7 – RESOLVED to buy a bench.\nThe bench has been ordered.", []),
    ("Item 7 – RESOLVED that the bench be painted.", []),
    ("Item 7 – Resolved to write to the County again.", ["write to the County again."]), ("Item 7 – Resolved that the bench be painted. The Clerk will ask for a price.", ["the bench be painted. The Clerk will ask for a price."]), ("Item 7 – Bench. This has been done. RESOLVED to buy another.", ["buy another."]),
    ("Item 7 – Resolved to buy a bench. This has been ordered. It was agreed to buy another.", ["buy another."])])
def test_what_an_earlier_minute_resolved_is_not_decided_now(minute: str, found: list[str]) -> None:
    assert [text for _, _, text in decided(f"{TOP}**3. Matters arising**\n\n{minute}\n")] == found
    assert decided(f"{TOP}**3. Parish matters**\n\n{minute}\n") != []


@pytest.mark.parametrize(("opens", "words"), [
    ("It was moved by Tull, seconded by Orde, that the field be sold. {} Motion carried.", "the field be sold."), ("RESOLVED that the field be sold. {}", "the field be sold."),
    ("That the field be sold. {}\nMoved: Tull\nSeconded: Orde\nCarried", "That the field be sold.")])
def test_a_vote_that_begins_with_a_digit_is_none_of_the_words(opens: str, words: str) -> None:
    for vote in ("6 voted for and 5 against.", "6 were in favour and 5 against."):
        assert [text for _, _, text in decided(f"{TOP}**4. Field**\n\n{opens.format(vote)}\n")] == [words]
    assert [text for _, _, text in decided(f"{TOP}**4. Field**\n\n{opens.format('6 houses are to be built.')}\n")] == [f"{words} 6 houses are to be built."]


def test_a_vote_above_what_was_resolved_opens_it_not() -> None:
    told = [r for r in proceedings("3. Speed signs\n\nIt was proposed that the device from Swale be bought at a cost of £2,950\n\nProposer D. Vane\n\nSeconded by S. Tull\n\n5 councillors voted in favour and 2 against.\n\nIt was RESOLVED to buy the device from Swale.") if isinstance(r, Resolution)]
    assert [(r.lead_in, r.text, r.mover, r.seconder, r.votes_for, r.votes_against) for r in told] == [("It was RESOLVED to", "buy the device from Swale.", "D. Vane", "S. Tull", 5, 2)]


@pytest.mark.parametrize(("printed", "found"), [
    ("RESOLVED that the shelter be painted. (withdrawn)", [("the shelter be painted.", "withdrawn")]), ("RESOLVED that the shelter be painted.\n\n(Withdrawn.)", [("the shelter be painted.", "withdrawn")]),
    ("RESOLVED that the shelter be painted. Vetoed by the Mayor.", []), ("RESOLVED that the shelter be painted.\n\nThe Mayor vetoed this resolution on 5 May.", []), ("RESOLVED that the shelter be painted. [recorded in error]", []),
    ("Moved by Tull, seconded by Orde, that the shelter be painted. Carried 4-0. Vetoed by the Mayor.", []),
    ("RESOLVED:\n(1) That the shelter be painted. (withdrawn)\n(2) That the field be let.", [("That the field be let.", None)]),
    ("RESOLVED that the shelter be painted. Vetoed by the Mayor. Veto overridden 4-0.", [("the shelter be painted. Vetoed by the Mayor. Veto overridden 4-0.", None)]),
    ("RESOLVED that the objection be withdrawn.", [("the objection be withdrawn.", None)]), ("RESOLVED to note the bid of Dace Ltd (withdrawn).", [("note the bid of Dace Ltd (withdrawn).", None)]),
    ("RESOLVED that the ordinance vetoed by the Mayor in April be dropped.", [("the ordinance vetoed by the Mayor in April be dropped.", None)])])
def test_what_was_withdrawn_or_vetoed_does_not_stand(printed: str, found: list[tuple[str, str | None]]) -> None:
    assert [(text, outcome) for _, _, outcome, text in moved(f"{TOP}**4. Bus shelter**\n\n{printed}\n")] == found


@pytest.mark.parametrize(("told", "outcome"), [("Both motions carried 4-0.", ("carried", 4)), ("Both of the motions were lost 1-3.", ("lost", 1)), ("All motions were carried unanimously.", ("carried", None))])
def test_what_became_of_both_is_told_of_both(told: str, outcome: tuple[str, int | None]) -> None:
    two = f"{TOP}**4. Bus shelter**\n\nMoved by Tull, seconded by Orde, to paint the shelter.\n\nMoved by Dace, seconded by Hart, to buy a seat.\n\n"
    assert [(r.text, r.outcome, r.votes_for) for r in proceedings(f"{two}{told}\n") if isinstance(r, Resolution)] == [("paint the shelter.", *outcome), ("buy a seat.", *outcome)]
    assert [(r.text, r.outcome) for r in proceedings(f"{two}Motion carried.\n") if isinstance(r, Resolution)] == [("buy a seat.", "carried")]


@pytest.mark.parametrize("moved_so", [
    "MOVED: Tull\nSECONDED: Orde\nPainting of the shelter in green, $500\n\nFOR: 1 AGAINST: 3", "MOVED: Tull\nSECONDED: Orde\n\nFOR: 1 AGAINST: 3", "Cllr Tull moved, seconded by Cllr Orde, the painting of the shelter. 1 voted for and 3 against.",
    "Moved: Cllr Tull; Seconded: Cllr Orde: painting the shelter in green\n\nFor: 1 Against: 3"])
def test_who_was_outvoted_did_not_move_what_was_resolved(moved_so: str) -> None:
    for lost in (moved_so, moved_so.replace("1", "0", 1)):
        made = [r for r in proceedings(f"{TOP}**4. Bus shelter**\n\n{lost}\n\nRESOLVED that the shelter be left as it is.\n") if isinstance(r, Resolution)]
        assert (made[-1].text, made[-1].mover, made[-1].outcome, made[-1].votes_for) == ("the shelter be left as it is.", None, None, None)
        assert [r.outcome for r in made[:-1]] in ([], ["lost"])


def test_who_won_the_vote_moved_what_was_resolved() -> None:
    won = [r for r in proceedings(f"{TOP}**4. Bus shelter**\n\nMOVED: Tull\nSECONDED: Orde\n\nFOR: 3 AGAINST: 1\n\nRESOLVED that the shelter be painted.\n") if isinstance(r, Resolution)]
    assert [(r.mover, r.seconder, r.outcome, r.votes_for) for r in won] == [("Tull", "Orde", "carried", 3)]


def test_a_verdict_at_the_end_of_a_paragraph_opens_nothing_below_it() -> None:
    theirs = "MINUTES of Skerry Village Commissioners held on 3 May 2023\n\n**3. DECISIONS BY THE DOI**\n\n12/01094/B: Alterations to a car port. Applicant: Mr Hale. APPROVED\n\n12/01040/B: An extension. Applicants: Mr & Mrs Dace. APPROVED\n"
    assert decided(theirs) == []
    for verb in ("AGREED.", "APPROVED", "Agreed."):
        assert decided(f"{TOP}**4. Lease**\n\nThe lease was read. {verb}\n\nThe Clerk reported on the weather.\n") == []
        assert len(decided(f"{TOP}**4. Lease**\n\nThe lease was read. {verb}\n\n(a) to sign the lease;\n(b) to pay the rent.\n")) == 2
        assert len(decided(f"{TOP}**4. Lease**\n\nThe lease was read. {verb}\n\nThat the lease be signed.\n")) == 1


@pytest.mark.parametrize("told", ["RESOLVED issues: bins at Mill Lane, noise at the Green.", "RESOLVED issues:\n- bins at Mill Lane emptied\n- noise at the Green", "Resolved complaints: 4"])
def test_what_has_been_settled_is_nothing_resolved(told: str) -> None:
    assert decided(f"{TOP}**4. Complaints**\n\n{told}\n") == []
    assert [text for _, _, text in decided(f"{TOP}**4. Complaints**\n\nRESOLVED: issues of noise be referred to the Clerk.\n")] == ["issues of noise be referred to the Clerk."]


@pytest.mark.parametrize("who", ["The Financial Management Committee recommended", "The Audit Committee agreed", "The Committee recommended", "Committee recommends that"])
def test_what_a_committee_advised_is_not_the_council_s_decision(who: str) -> None:
    advice = f"**5. Finance**\n\n{who}:\n\n1. THAT the rate be set at 2.1.\n\n2. THAT the loan be repaid.\n\nMoved by Tull, seconded by Orde, that the advice be followed. Carried.\n"
    assert [text for _, _, text in decided(f"{TOP}{advice}")] == ["the advice be followed."]
    own = "MINUTES of the Financial Management and Audit Committee held on 3 May 2023\n\n"
    assert len(decided(f"{own}{advice}")) == (1 if who.endswith("that") else 3)


APART = f"{HEAD}Present: Cllrs Pim and Orde\n"


@pytest.mark.parametrize(("below", "away"), [
    ("Apologies: Cllr Dace\nCounty Councillor Vane\nMrs J Reed (Clerk)\n3 members of the public", ["Dace"]), ("Apologies: Cllr Dace\nMr B Fox (Environment Agency)\nPC Lund", ["Dace"]),
    ("Apologies: Cllr Dace\nCllr Hart\nCllr Bell", ["Dace", "Hart", "Bell"]), ("Apologies: Cllr Dace,\nMrs J Reed (Clerk)", ["Dace", "J Reed"]), ("Apologies: Cllr Dace\n           Mrs J Reed (Clerk)", ["Dace", "J Reed"])])
def test_guests_below_apologies_sent_none(below: str, away: list[str]) -> None:
    assert [name for status, name in names(f"{APART}{below}\n\n1. Minutes\n\nRESOLVED that the minutes be approved.\n") if status == "apologies"] == away


def test_commissioners_under_officers_present_are_those_who_met() -> None:
    top = "MINUTES of Skerry Village Commissioners held on 3 May 2023\n\n"
    assert names(f"{top}Officers Present:\nMr A Tull (Chairman)\nMrs B Orde\nMr R Reed, Clerk\n") == [("present", "A Tull"), ("present", "B Orde"), ("in_attendance", "R Reed")]
    assert names(f"{top}Officers Present: Ann Tull, Commissioner; Bob Orde, Commissioner; Carl Dace, County Auditor\n") == [("present", "Ann Tull"), ("present", "Bob Orde"), ("in_attendance", "Carl Dace")]
    assert names(f"{top}Present: Ann Tull, Bob Orde\n\nOfficers Present: Carl Dace, Chairman of Works; Dee Hart, Clerk\n") == [("present", "Ann Tull"), ("present", "Bob Orde"), ("in_attendance", "Carl Dace"), ("in_attendance", "Dee Hart")]
    assert names(f"{top}Officers Present: Carl Dace, Director of Works; Dee Hart, Clerk\n") == [("in_attendance", "Carl Dace"), ("in_attendance", "Dee Hart")]


def test_sentences_below_a_heading_are_no_items() -> None:
    top = "MINUTES of Quillmere Parish Council held on 3 May 2023\n\nPresent: Councillors Ann Tull, Bob Orde\n\n"
    told = "60.1 An apology for absence was received from Mrs C Mole.\n\n{0}61{1} Interests{0}\n\n61.1 Members were reminded that they must not take part.\n\n{0}62{1} Reports{0}\n\n62.1 Roads\n\nThe road report was noted.\n\n62.2 Bridges\n\nRESOLVED that the bridge be mended.\n"
    for bold in ("**", ""):
        page = f"{top}{bold}60.0 Apologies for Absence{bold}\n\n{told.format(bold, '.0')}"
        assert [r.number for r in proceedings(page) if isinstance(r, AgendaItem)] == ["60.0", "61.0", "62.0", "62.1", "62.2"]
    mixed = f"{top}**59. MINUTES**\n\n**59.1** The minutes were approved.\n\n**60. FINANCE**\n\n**60.1 Accounts**\n\nThe accounts were paid.\n\n**60.2 Bank**\n\nRESOLVED that the bank be changed.\n\n**61. PLANNING**\n\n**61.1 Mill Lane**\n\nNo objection.\n"
    assert [r.number for r in proceedings(mixed) if isinstance(r, AgendaItem)] == ["59", "60", "60.1", "60.2", "61", "61.1"]
