"""Which meetings a pack prints, and which paper belongs to which."""

from __future__ import annotations

from papermine.document import Pack, Paper
from papermine.provenance import Ids
from papermine.records import PackMeeting


def pack_meetings(pack: Pack, papers: list[Paper], ids: Ids) -> tuple[list[PackMeeting], dict[str, str]]:
    """The meetings of a pack, and document_id → pack_meeting_id for papers that belong to one."""
    return [], {}
