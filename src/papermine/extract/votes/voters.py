"""Who voted, against who came: two voters printed as one name ("Upton Pell and Yelk", where the roll has an Upton and a Pell), and speakers who
stand under "In favour:" and "Against:" and have no vote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from papermine import regex as re
from papermine.language.titles import CHAIR, MEMBER
from papermine.provenance import Ids
from papermine.records import Attendance, Division, DivisionVote, Motion, Record, Resolution


def voters_apart(records: Sequence[Record], roll: Sequence[Record], ids: Ids) -> Iterator[Record]:
    """The records, with each vote of two surnames that two members have made two votes: a comma was left out in print.

    One whom the roll has by both words ("Grant Pell") stays one.
    """
    names = [seen.name.split() for seen in roll if isinstance(seen, Attendance) and seen.status == "present"]
    for record in records:
        words = record.person_name.split() if isinstance(record, DivisionVote) else []
        if isinstance(record, DivisionVote) and len(words) == 2 and words[0] != words[1] and all(sum(name[-1] == word for name in names) == 1 for word in words) \
                and not any(words[0] in name and words[1] in name for name in names):
            for k, word in enumerate(words):
                made = record.division_vote_id if not k else ids("division_vote", record.page)
                yield record.model_copy(update={"division_vote_id": made, "person_name": word, "basis": "derived"})
        else:
            yield record


_OFFICE = re.compile(rf"\b(?:{CHAIR}|{MEMBER})", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ROLL = 3
"""Members that a roll names at least, where it can say who is none."""


def names_on(roll: Sequence[Record]) -> frozenset[str]:
    """The words of the names of a roll, in small letters; empty where fewer than four are present."""
    came = [seen for seen in roll if isinstance(seen, Attendance)]
    return frozenset(word.lower() for seen in came for word in _WORD.findall(seen.name)) if sum(seen.status == "present" for seen in came) >= _ROLL else frozenset()


def members_alone(records: Sequence[Record], roll: Sequence[Record]) -> Iterator[Record]:
    """The records without the lists of voters of whom the roll has nobody: "Speakers ⏎ In favour: Jane Roe ⏎ Against: John Blythe".

    A name of one word ("Diane") and an office ("the Mayor") may be anybody's. What was derived from such a list goes with it.
    """
    came = [seen for seen in roll if isinstance(seen, Attendance)]
    known = {word.lower() for seen in came for word in _WORD.findall(seen.name)}
    voters: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if isinstance(record, DivisionVote):
            voters[record.division_id].append(record.person_name)
    strange = {division for division, names in voters.items() if sum(seen.status == "present" for seen in came) >= _ROLL
               and not any(len(name.split()) == 1 or _OFFICE.search(name) or known & {word.lower() for word in _WORD.findall(name)} for name in names)}
    gone = {r.division_id: r.motion_id for r in records if isinstance(r, Division) and r.division_id in strange
            and (r.votes_for, r.votes_against, r.votes_abstain) == (None, None, None)}
    for record in records:
        if isinstance(record, DivisionVote) and record.division_id in strange:
            continue
        if isinstance(record, Division) and record.division_id in gone:
            continue
        told = {"outcome": None, "basis": "stated"} if isinstance(record, (Motion, Resolution)) and record.basis == "derived" else {}
        if isinstance(record, Resolution) and record.division_id in gone:
            record = record.model_copy(update={"division_id": None, **told})
        elif isinstance(record, Motion) and record.motion_id in gone.values():
            record = record.model_copy(update=told)
        yield record
