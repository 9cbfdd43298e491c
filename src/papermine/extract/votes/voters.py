"""Two voters printed as one name: "Upton Pell and Yelk", where the roll has an Upton and a Pell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papermine.provenance import Ids
from papermine.records import Attendance, DivisionVote, Record


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
