"""Votes and the outcome below the words and movers of a slip."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.decisions.endings import PUT_AND, tally
from papermine.extract.decisions.leads import lead_in
from papermine.extract.decisions.proposals import Proposal
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot, counts
from papermine.extract.votes.calls import read_roll_call
from papermine.extract.votes.columns import read_voting
from papermine.extract.votes.lists import SPOKE, VOTE_HEAD, read_lists, voters_in
from papermine.extract.votes.options import option_label
from papermine.language.motions import find_moved
from papermine.language.outcomes import VOTE_ONLY, Outcome, outcome_alone, outcome_in
from papermine.language.sentences import sentences

_ONLY_DISSENT = re.compile(r"\b(?:opposed|dissent(?:ing|ed)|voted against|voting against|abstain(?:ed|ing)|voted no|in opposition|registered opposition|votes? against be recorded)\W*$", re.I)
_RESULT = re.compile(r"(?i:decision|result|outcome|action(?: taken)?|disposition)\s*:\s*(?P<a>\d{1,2})\s?[-–/]\s?(?P<b>\d{1,2})\W*")
_TALLY = re.compile(r"(?P<a>\d{1,2})\s?/\s?(?P<b>\d{1,2})")
_REQUIRED = re.compile(r"A\s[^.]{2,60}\b(?i:vote|majority)\b[^.]{0,60}\b(?i:required)\.(?:\s+|$)")
"""How many would have been needed, before the outcome: "A 2/3 VOTE OF COUNCIL WAS NOT REQUIRED. CARRIED 8 TO 3"."""
_OF_MOTION = re.compile(r"\b(?:motion|amendment|proposal|proposition|recommendations?|being put)\b", re.I)
_PUT_TO = re.compile(r"(?:(?:Up)?[Oo]n (?:the |a |this )?(?:motion |amendment |proposal |Motion |Amendment |Proposal )?(?:being )?put\b|The (?:motion|amendment|proposal) was (?:then )?put to (?:a|the) (?:vote|meeting)\b|A (?:recorded |roll call )?vote (?:was|having been)\b|(?:On|Upon) a (?:recorded )?vote\b)(?=.{0,200}:$)|A (?i:recorded|roll[- ]call) (?i:vote) was (?:requested|called|demanded)\b|The (?:motion|amendment) was (?:then )?put,? and a (?:division|poll|recorded vote) was (?:called|demanded|taken)\b", re.S)


def settle(paras: Sequence[Paragraph], k: int, proposal: Proposal) -> int:
    """Votes and the outcome right after the movers."""
    while k < len(paras):
        para = paras[k]
        lists = read_lists(paras, k) or read_roll_call(paras, k)
        if lists is not None:
            take_vote(proposal, lists[0])
            k = lists[1]
            continue
        if VOTE_HEAD.match(para.text) and k + 1 < len(paras):
            proposal.ballot.join(counts(para.text))  # "VOICE VOTE – Unanimous Approval (6-0)"
            k += 1
            continue
        alone = outcome_alone(para.rest) or _put(proposal, para.text)
        if alone is not None and proposal.outcome is None:
            proposal.ends(alone[0], para)
        elif alone is not None or not take_tally(proposal, para):
            break
        k += 1
    return k


def take_told(paras: Sequence[Paragraph], k: int, proposal: Proposal, *, below: bool, worded: bool) -> int | None:
    """What paragraph ``k`` and the lists from it on tell of the vote or of the outcome, and nothing else; the index after it.

    ``below``: the slip's words may stand above; ``worded``: they do.
    """
    para = paras[k]
    if (below or worded) and PUT_AND.match(para.text) and (ended := outcome_in(para.text)) is not None:  # "On a recorded vote, four Members voted for the amendment and six against and it was declared lost."
        proposal.ends(ended[0], para)
        return k + 1
    if worded and PUT_AND.match(para.text) and _OF_MOTION.search(para.text) and (cast := counts(para.text)).votes_for is not None and cast.votes_against is not None:  # "The Chair put the motion to the vote, 8 Members voted For and 2 Against."
        cast.places += para.places()
        proposal.ballot.join(cast)
        return k + 1
    if below and _PUT_TO.match(para.text):  # "On the Motion being put to the meeting … Members voted as follows:"
        proposal.ballot.join(counts(para.text))
        return k + 1
    if (table := read_voting(paras, k)) is not None:
        proposal.ballot.join(table[0])
        return table[1]
    if (lists := read_lists(paras, k) or read_roll_call(paras, k)) is not None:
        if k and SPOKE.search(paras[k - 1].text) is not None:
            return lists[1]
        take_vote(proposal, lists[0])
        last = paras[lists[1] - 1]
        if proposal.outcome is None and len(ends := sentences(last.text)) > 1 and (last_told := outcome_alone(last.text[ends[-1][0]:])) is not None:
            proposal.ends(last_told[0], last, ends[-1][0])  # "Roll call: Pell aye, Tull aye, Vane nay. Motion carried."
        return lists[1]
    if (alone := outcome_alone(para.rest)) is not None:
        proposal.ends(alone[0], para)
        return k + 1
    if worded and (right := _TALLY.fullmatch(para.text)) is not None and right["a"] != right["b"]:  # "5/0", to the right below the words: for and against
        proposal.outcome = "carried" if int(right["a"]) > int(right["b"]) else "lost"
        proposal.ballot.join(Ballot(votes_for=int(right["a"]), votes_against=int(right["b"])))
        proposal.ballot.places += para.places()
        return k + 1
    if worded and (free := _REQUIRED.match(para.text)) is not None and ((alone := outcome_alone(para.text[free.end():])) is not None or free.end() == len(para.text)):
        if alone is not None:
            proposal.ends(alone[0], para, free.end())
        return k + 1
    if worded and take_tally(proposal, para):
        return k + 1
    then = paras[k + 1] if k + 1 < len(paras) else None
    if VOTE_ONLY.fullmatch(para.text) is not None and (worded or then is None or lead_in(then.text, then.start) is None):  # "Vote: 7-0 Motion carried."; not above "It was RESOLVED to …"
        if (ended := outcome_in(para.text)) is not None:
            proposal.ends(ended[0], para)
        if not take_tally(proposal, para) and (numbers := _RESULT.fullmatch(para.text)) is not None and proposal.ballot.sides is None:  # "Decision: 1-3"
            proposal.ballot.join(Ballot(votes_for=int(numbers["a"]), votes_against=int(numbers["b"]), places=list(para.places())))
        return k + 1
    first = sentences(para.text)[:1]
    if below and first and first[0][1] < len(para.text.rstrip()) and (said := outcome_alone(para.text[:first[0][1]])) is not None:
        proposal.ends(said[0], para, 0, first[0][1])  # "The motion was put and LOST 2:4. Crs Herewini and Joll for; Mayor Whittle against."
        proposal.ballot.join(voters_in(para, first[0][1]))
        return k + 1
    if option_label(para.text) is not None or VOTE_HEAD.match(para.text):
        proposal.ballot.join(counts(para.text))
        return k + 1
    return None


def settled_first(paras: Sequence[Paragraph], k: int) -> bool:
    """Does paragraph ``k``, below the movers, tell what became of words that stand below it: "CARRIED: 6 for ⏎ THAT THE CHAIRMAN BE ASKED TO RESIGN"?"""
    if k + 1 >= len(paras) or outcome_alone(paras[k].rest) is None:
        return False
    words, after = paras[k + 1].text, paras[k + 2].text if k + 2 < len(paras) else ""
    return re.match(r"[“\"]?(?:That|THAT)\b", words) is not None and (words.isupper() or re.search(r"\bbe\b", words) is not None) and find_moved(words) is None and find_moved(after) is None and outcome_alone(after) is None


def _put(proposal: Proposal, text: str) -> tuple[Outcome, str] | None:
    """What "On being put to the vote, 5 voted in favour and 2 against, and the motion was carried" tells, where it speaks of this motion, not of what it amends."""
    told = outcome_in(text) if PUT_AND.match(text) else None
    return told[:2] if told is not None and ("amendment" in told[1]) == (proposal.kind == "amendment") else None


def take_tally(proposal: Proposal, para: Paragraph) -> bool:
    """Numbers of the vote, on a line of their own, where none are known: "5 for, 2 against."."""
    if proposal.ballot.sides is not None or (told := tally(para.text)) is None:
        return False
    told.join(voters_in(para))
    told.places += para.places()
    proposal.ballot.join(told)
    return True


def take_vote(proposal: Proposal, ballot: Ballot) -> None:
    """A list of votes, and the outcome that it may end with."""
    proposal.ballot.join(ballot)
    if (told := ballot.told) is not None and (found := outcome_alone(told[0].text[told[1]:])) is not None:
        proposal.ends(found[0], *told)
        proposal.ballot.join(counts(told[0].text[told[1]:]))  # "… Absent: None. Motion carried: 5-2"


def late_votes(paras: Sequence[Paragraph], k: int, proposal: Proposal) -> int:
    """A recorded vote printed after "Carried."."""
    if k < len(paras) and (table := read_voting(paras, k)) is not None:
        proposal.ballot.join(table[0])
        return table[1]
    if k < len(paras) and len(paras[k].text) < 90 and _ONLY_DISSENT.search(paras[k].text) and (told := voters_in(paras[k])).names:
        proposal.ballot.join(told)  # "Councillor Robertsen opposed"
        return k + 1
    if k < len(paras) and (lists := read_lists(paras, k) or read_roll_call(paras, k)):
        take_vote(proposal, lists[0])
        return lists[1]
    return k
