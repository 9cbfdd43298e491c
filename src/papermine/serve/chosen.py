"""The rows of a page of a list whose ids are chosen: what a row joins is read one stored table at a time.

The engine takes longer to plan the joins of a list, and to build them anew for each page, than to read fifty rows of each table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from papermine.serve.reader import Reader, Row

_G = ("council", "body", "meeting_date", "council_key", "body_key")


def _by(reader: Reader, table: str, key: str, ids: Iterable[str | None], columns: str = "t.*") -> dict[str, Row]:
    """By their key rows of a stored table, as ``t``, whose key is one of these. What hides nothing of them: their list does."""
    wanted = sorted({each for each in ids if each})
    found = reader.raw(f"SELECT t.{key}, {columns} FROM stored.{table} t WHERE t.{key} IN (SELECT unnest($ids::VARCHAR[]))",
                       {"ids": wanted}) if wanted else []
    return {row[key]: row for row in found}


def _view(reader: Reader, view: str, key: str, ids: Iterable[str | None], packs: list[str]) -> list[Row]:
    """The same rows as those of a view of a record kind, with the names of their files. ``packs`` hold them."""
    return reader.with_file(reader.made(view, list(_by(reader, view, key, ids).values()), packs))


def _meetings(reader: Reader, rows: list[Row]) -> list[Row]:
    """The rows, each with its meeting's council, body and day by one spelling, and the keys of their addresses."""
    found = {row["meeting_id"]: row for row in reader.raw(
        f"WITH {{named}} SELECT meeting_id, {', '.join(_G)} FROM named WHERE meeting_id IN (SELECT unnest($ids::VARCHAR[]))",
        {"ids": sorted({row["meeting_id"] for row in rows if row["meeting_id"]})})}
    nothing: Row = {}
    return [{**row, **{name: found.get(row["meeting_id"], nothing).get(name) for name in _G}} for row in rows]


def _of_view(view: str, key: str) -> Callable[[Reader, list[str], list[str]], list[Row]]:
    """Rows of a view of a record kind that has a meeting of its own."""
    return lambda reader, ids, packs: _view(reader, view, key, ids, packs)


def _of_paper(view: str, key: str, title: str) -> Callable[[Reader, list[str], list[str]], list[Row]]:
    """Rows of a view of a record kind that has the meeting of its paper, whose title is ``title``."""
    def rows(reader: Reader, ids: list[str], packs: list[str]) -> list[Row]:
        found = _view(reader, view, key, ids, packs)
        papers = {row["document_id"]: row for row in _view(reader, "documents", "document_id", (row["document_id"] for row in found), packs)}
        return [{**{n: v for n, v in row.items() if n != "file_name"}, title: papers[row["document_id"]]["title"],
                 "meeting_id": papers[row["document_id"]]["meeting_id"], "file_name": row["file_name"]} for row in found]
    return rows


def _decisions(reader: Reader, ids: list[str], packs: list[str]) -> list[Row]:
    """Rows of view decisions."""
    rows = _view(reader, "resolutions", "resolution_id", ids, packs)
    still_open = [row for row in rows if row["outcome"] is None]
    votes = _by(reader, "divisions", "division_id", (row["division_id"] for row in still_open), "t.outcome")
    motions = _by(reader, "motions", "motion_id", (row["motion_id"] for row in still_open), "t.outcome")
    items = _by(reader, "agenda_items", "item_id", (row["item_id"] for row in rows), "t.title")
    papers = _by(reader, "documents", "document_id", (row["document_id"] for row in rows), "t.kind")
    versions = _by(reader, "document_links", "document_id", (row["document_id"] for row in rows), "t.status")
    links = _by(reader, "decision_links", "resolution_id", ids, "t.decision_id, t.printings")
    urls = reader.source_urls(packs)
    return [{
        "item_number": row["item_number"], "item_title": _of(items, row["item_id"], "title"),
        **{name: row[name] for name in ("number", "text", "lead_in", "mover", "seconder", "votes_for", "votes_against", "votes_abstain")},
        "outcome": row["outcome"] or _of(votes, row["division_id"], "outcome") or _of(motions, row["motion_id"], "outcome"),
        "file_name": row["file_name"], "page": row["page"], "source_url": urls.get(row["pack_id"]),
        "printings": _of(links, row["resolution_id"], "printings") or 1, "source_kind": _of(papers, row["document_id"], "kind"),
        "status": _of(versions, row["document_id"], "status"), "decision_id": _of(links, row["resolution_id"], "decision_id") or row["resolution_id"],
        **{name: row[name] for name in ("resolution_id", "meeting_id", "item_id", "document_id", "pack_id", "mover_id", "seconder_id")}}
        for row in rows]


def _outcomes(reader: Reader, ids: list[str], packs: list[str]) -> list[Row]:
    """Rows of view recommendation_outcomes."""
    became = _by(reader, "outcome_links", "recommendation_id", ids)
    asked = _by(reader, "recommendations", "recommendation_id", ids)
    papers = _by(reader, "documents", "document_id", (row["document_id"] for row in asked.values()), "t.title")
    taken = _by(reader, "resolutions", "resolution_id", (row["resolution_id"] for row in became.values()), "t.text, t.page, t.pack_id")
    links = _by(reader, "decision_links", "resolution_id", taken, "t.decision_id")
    files = reader.file_names(packs)
    return [{
        "recommendation_id": key, "outcome": row["outcome"], "report": _of(papers, asked[key]["document_id"], "title"),
        "number": asked[key]["number"], "text": asked[key]["text"], "resolution_id": row["resolution_id"],
        "decision_id": _of(links, row["resolution_id"], "decision_id") or row["resolution_id"], "resolved": _of(taken, row["resolution_id"], "text"),
        **{name: row[name] for name in ("change", "rule", "score", "reason", "meeting_id")},
        **{name: asked[key][name] for name in ("document_id", "pack_id", "page")}, "file_name": files[asked[key]["pack_id"]],
        "resolved_file": files.get(_of(taken, row["resolution_id"], "pack_id") or ""),
        "resolved_page": _of(taken, row["resolution_id"], "page")} for key, row in became.items() if key in asked]


def _votes(reader: Reader, ids: list[str], packs: list[str]) -> list[Row]:
    """Rows of view division_votes, each with what was voted on."""
    rows = _view(reader, "division_votes", "division_vote_id", ids, packs)
    taken = _by(reader, "divisions", "division_id", (row["division_id"] for row in rows))
    decided = reader.raw("SELECT division_id, arg_min(text, ordinal) AS text, arg_min(resolution_id, ordinal) AS resolution_id "
                         "FROM stored.resolutions t WHERE division_id IN (SELECT unnest($ids::VARCHAR[])) AND {shown:resolutions} "
                         "GROUP BY division_id", {"ids": list(taken), "packs": packs})
    on = {row["division_id"]: row for row in decided}
    motions = _by(reader, "motions", "motion_id", (row["motion_id"] for row in taken.values()), "t.text")
    papers = {row["document_id"]: row for row in _view(reader, "documents", "document_id", (row["document_id"] for row in taken.values()), packs)}
    out = []
    for row in rows:
        vote, file_name = taken[row["division_id"]], row.pop("file_name")
        text = _of(on, row["division_id"], "text") or _of(motions, vote["motion_id"], "text") or vote["text"]
        out.append({**row, "text": text, "outcome": vote["outcome"], "resolution_id": _of(on, row["division_id"], "resolution_id"),
                    "meeting_id": papers[vote["document_id"]]["meeting_id"], "file_name": file_name})
    return out


def _of(rows: dict[str, Row], key: str | None, column: str) -> Any:
    return rows[key][column] if key is not None and key in rows else None


_MADE: dict[str, Callable[[Reader, list[str], list[str]], list[Row]]] = {
    "decisions": _decisions, "outcomes": _outcomes, "votes": _votes, "attendance": _of_view("attendance", "attendance_id"),
    "declarations": _of_view("declarations", "declaration_id"), "items": _of_view("agenda_items", "item_id"),
    "papers": _of_view("documents", "document_id"),
    "recommendations": _of_paper("recommendations", "recommendation_id", "report"), "tables": _of_paper("tables", "table_id", "paper")}
"""The lists whose rows join much, by name."""


def chosen(reader: Reader, name: str, id_column: str, ids: list[str], packs: list[str]) -> list[Row]:
    """The rows of list ``name`` of these ids, in their order, as they may be shown. ``packs`` hold all that they are made of."""
    place = {key: n for n, key in enumerate(ids)}
    rows = _meetings(reader, _MADE[name](reader, ids, packs))
    return reader.masked(sorted(rows, key=lambda row: place[row[id_column]]))
