"""Decisions that the same minutes undo later → an issue about them; what another meeting decided → none."""

from __future__ import annotations

import pytest

from papermine.check.undone import undone_decisions
from papermine.records import Resolution
from printed import proceedings

FIRST = "**4. Mill Lane**\n\nRESOLVED that the land be sold.\n\n"


@pytest.mark.parametrize(("later", "undone"), [
    ("**9. Mill Lane**\n\nRESOLVED that the decision taken under item 4 be rescinded.", ["the land be sold."]),
    ("**9. Mill Lane**\n\nCouncillor Orde moved, seconded by Councillor Pell, that the resolution at item 4 be rescinded. The motion was carried by 6 votes to 4.", ["the land be sold."]),
    ("**9. Mill Lane**\n\nCouncillor Orde moved, seconded by Councillor Pell, that the resolution at item 4 be rescinded. The motion was lost by 4 votes to 6.", []),
    ("RESOLVED that the decision be reconsidered.", ["the land be sold."]), ("RESOLVED that the decision be welcomed.", []),
    ("**9. Mill Lane**\n\nRESOLVED that the decision be rescinded.", []), ("**9. Mill Lane**\n\nRESOLVED that minute 4 of the meeting of 3 May be rescinded.", []),
    ("**9. Mill Lane**\n\nRESOLVED that item 5 be rescinded.", []), ("**9. Rates**\n\nRESOLVED that the order under item 4 be revoked.", ["the land be sold."])])
def test_what_the_same_minutes_undo(later: str, undone: list[str]) -> None:
    records = proceedings(FIRST + later)
    texts = {r.resolution_id: r.text for r in records if isinstance(r, Resolution)}
    assert [texts[f.about or ""] for f in undone_decisions(records)] == undone


def test_a_slip_is_named_by_its_number() -> None:
    slip = "RESOLUTION {}\nMoved: Cr {}\nSeconded: Cr {}\n{}\nCARRIED 5/2\n\n"
    records = proceedings(f"{slip.format('21/44', 'Vane', 'Bell', 'That the hall be sold.')}{slip.format('21/51', 'Orde', 'Pell', 'That Resolution 21/44 be rescinded.')}")
    assert [f.message for f in undone_decisions(records)] == ["Page 1: what was decided here is taken up again on page 1: “That Resolution 21/44 be rescinded.”"]
