"""Rows of record views, joined here: a page that shows a few records of a pack asks for the stored rows alone, one table at a time.

The engine takes longer to plan the joins of a view, and to build them anew for each question, than to read all the links of a pack;
these are read once for one reading, and looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from papermine.records import KINDS, AgendaItem, Attendance, Declaration, DivisionVote, Document, Issue, Motion, PackMeeting, Record, Resolution
from papermine.store.views import VIEWS

Row = dict[str, Any]
Ask = Callable[[str, Sequence[str]], list[Row]]
"""Rows of a query of stored tables, narrowed to some packs."""

JOINED: dict[str, type[Record]] = {kind.table: kind for kind in KINDS if kind not in (PackMeeting, Issue)}
"""Views whose rows `Joined` makes; the others take more than links from beside their table."""
_COLUMNS = {view.name: tuple(c.name for c in view.columns) for view in VIEWS}
_PERSONS: dict[type[Record], dict[str, str]] = {
    Attendance: {"person_id": "name"}, Declaration: {"person_id": "name"}, DivisionVote: {"person_id": "person_name"},
    Motion: {"mover_id": "mover", "seconder_id": "seconder"}, Resolution: {"mover_id": "mover", "seconder_id": "seconder"}}
"""Columns that name a person of view people: the printed field that each is the link of."""
_LINKS = {
    "meeting_links": "SELECT pack_meeting_id, meeting_id FROM stored.meeting_links",
    "business_links": "SELECT item_id, business_id FROM stored.business_links",
    "document_links": "SELECT * FROM stored.document_links",
    "person_links": "SELECT record_id, field, person_id FROM stored.person_links",
    "corrected_fields": "SELECT record_id, field FROM stored.corrected_fields",
    "packs": "SELECT pack_id, file_name FROM stored.packs",
    "files": "SELECT pack_id, arg_min(source_url, path) AS source_url FROM stored.files GROUP BY pack_id"}


class Joined:
    """The links of some packs, for one reading of a database."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._kept: dict[tuple[str, tuple[str, ...]], list[Row]] = {}

    def _links(self, table: str, packs: Sequence[str]) -> list[Row]:
        key = (table, tuple(packs))
        if key not in self._kept:
            self._kept[key] = self._ask(_LINKS[table], packs)
        return self._kept[key]

    def view(self, name: str, rows: list[Row], packs: Sequence[str]) -> list[Row]:
        """Rows of view ``name``, in the order of their papers, made of ``rows`` of the stored table, which these packs hold."""
        if not rows:
            return []
        kind = JOINED[name]
        if "pack_meeting_id" in kind.model_fields:
            met = {link["pack_meeting_id"]: link["meeting_id"] for link in self._links("meeting_links", packs)}
            for row in rows:
                row["meeting_id"] = met.get(row["pack_meeting_id"] or f"{row['pack_id']}:given")
        if kind is AgendaItem:
            matter = {link["item_id"]: link["business_id"] for link in self._links("business_links", packs)}
            for row in rows:
                row["business_id"] = matter.get(row["item_id"]) or row["business_id"] or row["item_id"]
        if kind is Document:
            version = {link["document_id"]: link for link in self._links("document_links", packs)}
            nothing: Row = {}
            for row in rows:
                of = version.get(row["document_id"], nothing)
                row.update((n, of.get(n)) for n in ("same_as", "status", "approved_on", "is_current"))
        if kind in _PERSONS:
            person = {(link["record_id"], link["field"]): link["person_id"] for link in self._links("person_links", packs)}
            for row in rows:
                row.update((column, person.get((row[kind.key], field))) for column, field in _PERSONS[kind].items())
        names = _COLUMNS[name]
        made = [{n: row[n] for n in names} for row in rows]
        if "ordinal" in names:
            made.sort(key=lambda row: (row["pack_id"], row["ordinal"]))
        return made

    def evidence(self, rows: list[Row], packs: Sequence[str]) -> list[Row]:
        """Rows of view ``evidence``, made of ``rows`` of the stored table: places of records, not of cells."""
        if not rows:
            return []
        corrected: dict[str, set[str]] = {}
        for link in self._links("corrected_fields", packs):
            corrected.setdefault(link["record_id"], set()).add(link["field"])
        files = {link["pack_id"]: link["file_name"] for link in self._links("packs", packs)}
        urls = self.source_urls(packs)
        for row in rows:
            if row["record_id"] in corrected and (row["field"] is None or row["field"] in corrected[row["record_id"]]):
                row["basis"] = "corrected"
            row["file_name"], row["source_url"] = files[row["pack_id"]], urls.get(row["pack_id"])
        return [{n: row[n] for n in _COLUMNS["evidence"]} for row in rows]

    def file_names(self, packs: Sequence[str]) -> dict[str, str]:
        """File name by pack."""
        return {link["pack_id"]: link["file_name"] for link in self._links("packs", packs)}

    def source_urls(self, packs: Sequence[str]) -> dict[str, str | None]:
        """Address of the council's own copy by pack, as given."""
        return {link["pack_id"]: link["source_url"] for link in self._links("files", packs)}

    def matters(self, packs: Sequence[str]) -> dict[str, str]:
        """Matter by item, where the link step joined it to another heading."""
        return {link["item_id"]: link["business_id"] for link in self._links("business_links", packs)}
