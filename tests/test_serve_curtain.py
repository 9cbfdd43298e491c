"""What `papermine serve --public` keeps back of rows that carry no pack of their own: meetings and people."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from builders import PackOf, put
from papermine.serve import make_app
from papermine.store import query


def test_the_venue_of_a_meeting_is_masked_as_its_packs_are(tmp_path: Path) -> None:
    """A row of meetings names no pack: the masks are those of all packs that print something of the meeting."""
    db = tmp_path / "council.duckdb"
    pack = PackOf("home")
    pack.paper(pack.meeting(venue="at the home of Andrew Lynch, 12 Mill Lane"))
    pack.records[0].text = "Question 1 – Andrew Lynch\nWhy is the pool shut?"  # type: ignore[attr-defined]
    other = PackOf("elsewhere")
    other.paper(other.meeting("Planning Committee", venue="Lynch Hall, 12 Mill Lane"))
    put(db, pack, other)
    (meeting,) = query(db, "SELECT meeting_id FROM meetings WHERE body = 'Cabinet'").rows[0]
    with TestClient(make_app(str(db), public=True)) as web:
        for address in ("/meetings", "/api/meetings", "/meetings?format=csv", f"/meetings/{meeting}", "/"):
            text = web.get(address).text
            assert "Andrew Lynch" not in text, address
            assert address == "/" or "at the home of [member of the public], [address withheld]" in text, address
        assert "Lynch Hall, 12 Mill Lane" in web.get("/meetings").text
    with TestClient(make_app(str(db))) as web:
        assert "at the home of Andrew Lynch, 12 Mill Lane" in web.get(f"/meetings/{meeting}").text
