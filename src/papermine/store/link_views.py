"""Views of the link tables: persons, printings, versions, advice and outcome, coverage."""

from __future__ import annotations

from papermine.records import Attendance, Declaration, DivisionVote, Document, Motion, Record, Resolution
from papermine.store.columns import Column
from papermine.store.link_schema import COVERAGE, DECISION_LINK, DOCUMENT_LINK, OUTCOME_LINK, PERSON, PERSON_LINK, PERSON_NAME, text

Join = tuple[list[tuple[str, Column]], str]
"""Columns that a record view gets (SQL, column), and the joins that they need."""

_PERSON = "The person (view people); NULL where it cannot be told, or is no member or officer"


def person_column(name: str = "person_id", who: str = "") -> Column:
    """A column that names a person of view ``people``."""
    return text(name, f"{who}{_PERSON[0].lower() if who else _PERSON[0]}{_PERSON[1:]}")


def _person_join(alias: str, key: str, field: str) -> str:
    return f"LEFT JOIN stored.person_links {alias} ON {alias}.pack_id = t.pack_id AND {alias}.record_id = t.{key} AND {alias}.field = '{field}'"


def link_columns(kind: type[Record]) -> Join:
    """What the link step adds to the view of a record kind."""
    if kind is Document:
        columns = {c.name: c for c in DOCUMENT_LINK}
        wanted = ("same_as", "status", "approved_on", "is_current")
        return [(f"d.{n}", columns[n]) for n in wanted], (
            "LEFT JOIN stored.document_links d ON d.pack_id = t.pack_id AND d.document_id = t.document_id")
    if kind in (Attendance, Declaration):
        return [("n.person_id", person_column())], _person_join("n", kind.key, "name")
    if kind is DivisionVote:
        return [("n.person_id", person_column())], _person_join("n", kind.key, "person_name")
    if kind in (Motion, Resolution):
        joins = f"{_person_join('mv', kind.key, 'mover')} {_person_join('sc', kind.key, 'seconder')}"
        return [("mv.person_id AS mover_id", person_column("mover_id", "Mover: ")),
                ("sc.person_id AS seconder_id", person_column("seconder_id", "Seconder: "))], joins
    return [], ""


def _select(columns: tuple[Column, ...], alias: str) -> str:
    return ", ".join(f"{alias}.{c.name}" for c in columns)


_MEETING = (text("council", "Council as printed or given; NULL where neither"), text("body", "Body that met, as printed"),
            Column("meeting_date", "DATE", "Day of the meeting"))
_FILE = text("file_name", "File that prints it")

VIEW_ROWS: tuple[tuple[str, str, tuple[Column, ...], str], ...] = (
    ("people", "Members and officers of each council, linked over all its packs; members of the public are not here", PERSON,
     f"SELECT {_select(PERSON, 'p')} FROM stored.people p"),
    ("person_names", "Every form in which a person's name is printed, and why it is that person", PERSON_NAME,
     f"SELECT {_select(PERSON_NAME, 'p')} FROM stored.person_names p"),
    ("unlinked_names", "Names of members and officers that could not be linked to one person, and why", (
        *(c for c in PERSON_LINK if c.name not in ("person_id", "rule")), _FILE),
     "SELECT l.record_id, l.kind, l.field, l.name, l.pack_id, l.reason, l.candidates, k.file_name FROM stored.person_links l "
     "JOIN stored.packs k ON k.pack_id = l.pack_id WHERE l.person_id IS NULL AND l.reason IS NOT NULL"),
    ("decision_printings", "Every paper that prints a decision: one row per printing; the best one is what view decisions shows", (
        text("decision_id", "The decision (view decisions)"), text("resolution_id", "The resolution at this printing"),
        text("document_id", "The paper"), text("pack_id", "The pack"), Column("page", "BIGINT", "Page (position)"),
        text("source_kind", "Kind of the paper: minutes or decision"), text("status", "Status of the paper (view documents)"),
        Column("is_best", "BOOLEAN", "True for the printing that view decisions shows"),
        *(c for c in DECISION_LINK if c.name in ("rank", "rule", "score", "language")), text("text", "The paragraph as printed there"), _FILE),
     "SELECT coalesce(l.decision_id, r.resolution_id) AS decision_id, r.resolution_id, r.document_id, r.pack_id, r.page, "
     "d.kind AS source_kind, s.status, coalesce(l.rank, 1) = 1 AS is_best, coalesce(l.rank, 1) AS rank, l.rule, l.score, l.language, "
     "r.text, k.file_name "
     "FROM stored.resolutions r JOIN stored.packs k ON k.pack_id = r.pack_id "
     "LEFT JOIN stored.decision_links l ON l.pack_id = r.pack_id AND l.resolution_id = r.resolution_id "
     "LEFT JOIN stored.documents d ON d.pack_id = r.pack_id AND d.document_id = r.document_id "
     "LEFT JOIN stored.document_links s ON s.pack_id = r.pack_id AND s.document_id = r.document_id"),
    ("document_versions", "Papers as versions of one another: copies, drafts and finals, revised agendas, approved minutes", (
        *(c for c in DOCUMENT_LINK if c.name not in ("pack_id",)), text("pack_id", "The pack"), text("kind", "Kind of paper"),
        text("title", "Title as printed"), Column("first_page", "BIGINT", "First page (position)"), _FILE),
     "SELECT " + ", ".join(f"v.{c.name}" for c in DOCUMENT_LINK if c.name != "pack_id") + ", v.pack_id, d.kind, d.title, d.first_page, k.file_name "
     "FROM stored.document_links v JOIN stored.documents d ON d.pack_id = v.pack_id AND d.document_id = v.document_id "
     "JOIN stored.packs k ON k.pack_id = v.pack_id"),
    ("recommendation_outcomes", "What became of each recommendation of a report, in the same pack or another", (
        text("recommendation_id", "The recommendation"), text("outcome", OUTCOME_LINK[2].comment), *_MEETING,
        text("report", "Title of the report"), text("number", "Number of the recommendation as printed"),
        text("text", "The recommendation as printed"), text("resolution_id", OUTCOME_LINK[3].comment),
        text("decision_id", "The decision (view decisions)"), text("resolved", "What was resolved, as printed"),
        text("change", OUTCOME_LINK[5].comment), text("rule", "The rule of the match (docs/linking.md)"),
        Column("score", "DOUBLE", "Likeness of recommendation and resolution, 0 to 1"), text("reason", OUTCOME_LINK[-1].comment),
        text("meeting_id", OUTCOME_LINK[4].comment), text("document_id", "The report"), text("pack_id", "The pack of the report"),
        Column("page", "BIGINT", "Page of the recommendation (position)"), text("file_name", "File of the report"),
        text("resolved_file", "File that prints what was resolved"), Column("resolved_page", "BIGINT", "Page of that file (position)")),
     "SELECT o.recommendation_id, o.outcome, g.council, g.body, g.meeting_date, d.title AS report, r.number, r.text, o.resolution_id, "
     "coalesce(l.decision_id, o.resolution_id) AS decision_id, s.text AS resolved, o.change, o.rule, o.score, o.reason, o.meeting_id, "
     "r.document_id, r.pack_id, r.page, k.file_name, q.file_name AS resolved_file, s.page AS resolved_page "
     "FROM stored.outcome_links o JOIN stored.recommendations r ON r.pack_id = o.pack_id AND r.recommendation_id = o.recommendation_id "
     "JOIN stored.packs k ON k.pack_id = r.pack_id LEFT JOIN stored.documents d ON d.pack_id = r.pack_id AND d.document_id = r.document_id "
     "LEFT JOIN stored.resolutions s ON s.resolution_id = o.resolution_id LEFT JOIN stored.packs q ON q.pack_id = s.pack_id "
     "LEFT JOIN stored.decision_links l ON l.resolution_id = o.resolution_id LEFT JOIN stored.meetings g ON g.meeting_id = o.meeting_id"),
    ("coverage", "Per meeting, what its papers promise (items, papers to follow, agenda, minutes) against what was ingested", (
        COVERAGE[0], *_MEETING, *COVERAGE[1:]),
     "SELECT c.meeting_id, g.council, g.body, g.meeting_date, " + ", ".join(f"c.{c.name}" for c in COVERAGE[1:])
     + " FROM stored.coverage c LEFT JOIN stored.meetings g ON g.meeting_id = c.meeting_id"),
)
"""(name, comment, columns, query) of each view over the link tables."""
