"""Pages by source and issues by code, for each council and pack."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from papermine.store import query

SOURCES = ("text", "ocr", "unreadable", "none")
EXAMPLES = 3
"""Examples shown of each kind of issue."""


@dataclass(slots=True)
class PackFigures:
    """One pack: its pages by source, how sure recognition was on average (None: none was recognised), its issues by code."""

    pack_id: str
    file_name: str
    path: str | None
    council: str
    status: str
    pages: dict[str, int]
    confidence: float | None
    issues: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Example:
    """One issue to look at. ``boxes`` are points on the page as displayed."""

    code: str
    severity: str
    message: str
    file_name: str
    path: str | None
    page: int | None
    boxes: list[tuple[float, float, float, float]]


@dataclass(slots=True)
class Figures:
    """A whole database: packs by council and name; (severity, packs, issues) of each code; examples of those above info first."""

    packs: list[PackFigures]
    codes: dict[str, tuple[str, int, int]]
    examples: list[Example]


def figures(db: str | os.PathLike[str]) -> Figures:
    """Count what the database holds."""
    packs: dict[str, PackFigures] = {}
    for pack_id, name, status, path, council in query(db, """
            SELECT k.pack_id, k.file_name, k.status, s.path, coalesce(s.council,
                (SELECT mode(m.council) FROM meetings m JOIN documents d USING (meeting_id) WHERE d.pack_id = k.pack_id), 'council not printed')
            FROM packs k LEFT JOIN pack_sources s USING (pack_id) ORDER BY 5, 2""").rows:
        packs[pack_id] = PackFigures(pack_id, name, path, council, status, dict.fromkeys(SOURCES, 0), None)
    for pack_id, source, count, confidence in query(db, "SELECT pack_id, source, count(*), avg(confidence) FROM pages GROUP BY ALL").rows:
        packs[pack_id].pages[source] = count
        if source == "ocr":
            packs[pack_id].confidence = confidence
    for pack_id, code, count in query(db, "SELECT pack_id, code, count(*) FROM issues GROUP BY ALL ORDER BY 2").rows:
        packs[pack_id].issues[code] = count
    codes = {code: (severity, in_packs, count) for code, severity, in_packs, count in query(db, """
        SELECT code, ['info', 'warning', 'error'][worst], packs, issues FROM (
            SELECT code, max(list_position(['info', 'warning', 'error'], severity)) AS worst, count(DISTINCT pack_id) AS packs, count(*) AS issues
            FROM issues GROUP BY code) ORDER BY worst DESC, issues DESC, code""").rows}
    boxes: dict[str, list[tuple[float, float, float, float]]] = {}
    wanted = query(db, """
        SELECT i.issue_id, i.code, i.severity, i.message, k.file_name, s.path, i.page FROM issues i JOIN packs k USING (pack_id)
        LEFT JOIN pack_sources s USING (pack_id)
        QUALIFY row_number() OVER (PARTITION BY i.code ORDER BY hash(i.issue_id)) <= ?
        ORDER BY list_position(['error', 'warning', 'info'], i.severity), i.code, k.file_name, i.page""", [EXAMPLES]).rows
    for record, x0, top, x1, bottom in query(
            db, "SELECT record_id, x0, top, x1, bottom FROM evidence WHERE list_contains(?, record_id) AND x0 IS NOT NULL",
            [[row[0] for row in wanted]]).rows:
        boxes.setdefault(record, []).append((x0, top, x1, bottom))
    return Figures(list(packs.values()), codes, [Example(code, severity, message, name, path, page, boxes.get(issue, []))
                                                 for issue, code, severity, message, name, path, page in wanted])
