"""What reads like a record and is none: beside each page stands its true neighbour."""

from __future__ import annotations

import pytest

from papermine.records import Motion, Resolution
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
    ("AGREED that at present no action was required.", 1), ("AGREED that at present the field be left.", 1), ("AGREED that the report was noted.", 1)])
def test_a_view_of_how_things_are_is_no_decision(words: str, found: int) -> None:
    assert len(decided(f"{TOP}**4. Field**\n\n{words}\n")) == found


@pytest.mark.parametrize(("minute", "found"), [
    ("Item 7 – Resolved that the shelter be painted. The Clerk reported that this was done.", []), ("Item 7: It was agreed to buy a bench. This has been bought.", []), ("Minute 7 – RESOLVED to buy a bench.\nThe bench has been ordered.", []),
    ("Item 7 – Resolved to write to the County again.", ["write to the County again."]), ("Item 7 – Bench. This has been done. RESOLVED to buy another.", ["buy another."]),
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
