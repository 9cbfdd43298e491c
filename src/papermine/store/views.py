"""The public views: what an officer, a notebook and the scorer read.

Base tables lie in schema ``stored``; each has a view of the same name in ``main``, with the
resolved meeting beside it. The views below join them into answers.
"""

from __future__ import annotations

from dataclasses import dataclass

from papermine.records import KINDS, AgendaItem, FileRow, PackMeeting, Record
from papermine.store.columns import CORRECTION, EVIDENCE, Column, record_columns, stored_columns
from papermine.store.link_views import VIEW_ROWS, link_columns, person_column


@dataclass(frozen=True, slots=True)
class View:
    """A public view: its comment, its columns in order, and the query behind it."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    sql: str


MEETING_ID = Column("meeting_id", "VARCHAR", "The resolved meeting (view meetings); NULL where none is printed or given")
LINK = "LEFT JOIN stored.meeting_links m ON m.pack_id = t.pack_id AND m.pack_meeting_id = coalesce(t.pack_meeting_id, t.pack_id || ':given')"
"""From a record ``t`` to the resolved meeting ``m`` of its paper."""


def record_view(kind: type[Record]) -> View:
    """The view of one record kind: its columns, and its meeting where it has one."""
    columns = list(stored_columns(kind))
    select = [f"t.{c.name}" for c in columns]
    joins = ""
    if kind is PackMeeting:
        given = ("council", "body", "meeting_date")
        select = [f"coalesce(m.{c.name}, t.{c.name}) AS {c.name}" if c.name in given else f"t.{c.name}" for c in columns]
    if kind is AgendaItem:
        select = ["coalesce(b.business_id, t.business_id, t.item_id) AS business_id" if c.name == "business_id" else f"t.{c.name}"
                  for c in columns]
        joins = "LEFT JOIN stored.business_links b ON b.pack_id = t.pack_id AND b.item_id = t.item_id"
    if "pack_meeting_id" in kind.model_fields:
        at = 1 + next(i for i, c in enumerate(columns) if c.name == "pack_meeting_id")
        columns.insert(at, MEETING_ID)
        select.insert(at, "m.meeting_id")
        joins = f"{LINK} {joins}"
    added, more = link_columns(kind)
    columns += [column for _, column in added]
    select += [sql for sql, _ in added]
    joins = f"{joins} {more}".strip()
    comment = (kind.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    sql = f"SELECT {', '.join(select)} FROM stored.{kind.table} t {joins}"
    return View(kind.table, " ".join(comment.split()), tuple(columns), sql.strip())


def _text(name: str, comment: str) -> Column:
    return Column(name, "VARCHAR", comment)


def _int(name: str, comment: str) -> Column:
    return Column(name, "BIGINT", comment)


def _of(kind: type[Record], *names: str) -> dict[str, Column]:
    return {c.name: c for c in record_columns(kind) if c.name in names}


_COUNCIL = _text("council", "Council as printed or given; NULL where neither")
_BODY = _text("body", "Committee, panel, board or council that met, as printed")
_DATE = Column("meeting_date", "DATE", "Day of the meeting; NULL where no whole date is printed or given")
_FILE_NAME = _text("file_name", "File that prints it")
_SOURCE_URL = _text("source_url", "Where the file was published, as given by the manifest")

MEETINGS = View("meetings", "Meetings, resolved from all that the packs print: one row per council, day and body, whatever its spelling", (
    _text("meeting_id", "Id of the meeting, from council, day and body"), _COUNCIL, _BODY, _DATE,
    Column("start_time", "TIME", "Time at which it starts, as most packs print it"),
    Column("end_time", "TIME", "Time at which it ended, from its minutes"),
    _text("venue", "Where it meets, as most packs print it")),
    "SELECT t.meeting_id, t.council, t.body, t.meeting_date, t.start_time, t.end_time, t.venue FROM stored.meetings t "
    "SEMI JOIN (SELECT m.meeting_id FROM stored.documents t JOIN stored.meeting_links m "
    "ON m.pack_meeting_id = coalesce(t.pack_meeting_id, t.pack_id || ':given')) d ON d.meeting_id = t.meeting_id")

PACK_SOURCES = View("pack_sources", "What the user said of each pack (--council, --manifest): one row per pack, over all its copies", (
    _text("pack_id", "The pack"), _text("path", "Path of its first copy"), _int("copies", "Paths at which it lies"),
    *(Column(c.name, c.type, c.comment) for c in _of(FileRow, "council", "body", "date", "source_url", "published", "licence").values())),
    "SELECT pack_id, min(path) AS path, count(*) AS copies, arg_min(council, path) AS council, arg_min(body, path) AS body, "
    "arg_min(\"date\", path) AS \"date\", arg_min(source_url, path) AS source_url, arg_min(published, path) AS published, "
    "arg_min(licence, path) AS licence FROM stored.files GROUP BY pack_id")

VOTES = View("votes", (
    "For the scorer: the names of each division, repeated for every resolution that it carried. Count votes in division_votes, not here"), (
    _text("resolution_id", "The resolution"), _text("division_id", "The vote taken"),
    _text("person_name", "Name as printed in the list of votes"),
    _text("option", "for, against or abstain"), _int("page", "Page (position)"), _text("pack_id", "The pack"), person_column()),
    "SELECT r.resolution_id, v.division_id, v.person_name, v.option, v.page, v.pack_id, n.person_id "
    "FROM stored.division_votes v JOIN stored.resolutions r ON r.division_id = v.division_id AND r.pack_id = v.pack_id "
    "LEFT JOIN stored.person_links n ON n.pack_id = v.pack_id AND n.record_id = v.division_vote_id AND n.field = 'person_name'")

_DECIDED = ("stored.resolutions t LEFT JOIN stored.decision_links l ON l.pack_id = t.pack_id AND l.resolution_id = t.resolution_id "
            "LEFT JOIN stored.divisions d ON d.pack_id = t.pack_id AND d.division_id = t.division_id "
            "LEFT JOIN stored.motions o ON o.pack_id = t.pack_id AND o.motion_id = t.motion_id")
_RESULT = "coalesce(t.outcome, d.outcome, o.outcome)"
_FELL = "('lost', 'withdrawn', 'deferred')"
_STANDS = f"coalesce(l.rank, 1) = 1 AND coalesce({_RESULT}, '') NOT IN {_FELL}"
"""What was decided, once: the best printing of each, where nothing says that it fell."""
_STANDING = ("FROM stored.resolutions t "
             "LEFT JOIN (SELECT division_id, outcome FROM stored.divisions WHERE outcome IS NOT NULL) d ON d.division_id = t.division_id "
             "LEFT JOIN (SELECT motion_id, outcome FROM stored.motions WHERE outcome IS NOT NULL) o ON o.motion_id = t.motion_id "
             "ANTI JOIN (SELECT resolution_id FROM stored.decision_links WHERE rank > 1) l ON l.resolution_id = t.resolution_id")
_STILL = f"coalesce({_RESULT}, '') NOT IN {_FELL}"
STANDING = f"SELECT t.*, m.meeting_id, {_RESULT} AS result {_STANDING} {LINK} WHERE {_STILL}"
"""The resolutions that view decisions shows, with their meeting and outcome (``result``), and nothing else beside them: all of them in a glance."""
DECISION_PACKS = f"SELECT t.pack_id {_STANDING} WHERE {_STILL}"
"""The pack of each row of view decisions: to count them, none of their words need be read."""
DECISIONS = View("decisions", (
    "What was decided: one row per thing carried, agreed or noted, as its best printing has it; nothing lost, withdrawn or deferred"), (
    _COUNCIL, _BODY, _DATE, _text("item_number", "Number of the minute or item as printed"),
    _text("item_title", "Title of the minute or item"),
    _text("number", "Number of the paragraph as printed (1, a, ii)"), _text("text", "The paragraph as printed"),
    _text("lead_in", "The opening words (\"RESOLVED that\")"), _text("mover", "Mover as printed, without title"),
    _text("seconder", "Seconder as printed, without title"), _int("votes_for", "Votes for, as printed"),
    _int("votes_against", "Votes against, as printed"), _int("votes_abstain", "Abstentions, as printed"),
    _text("outcome", "carried where that is printed; NULL: a plain resolution"), _FILE_NAME,
    _int("page", "Page of that file (position)"), _SOURCE_URL,
    _int("printings", "How many papers print it (view decision_printings)"),
    _text("source_kind", "Kind of the paper used: minutes or decision"),
    _text("status", "Status of the paper used: draft, published or approved minutes; NULL: not minutes"),
    _text("decision_id", "Id of the decision, over all its printings"),
    _text("resolution_id", "The resolution at the printing used"),
    MEETING_ID, _text("item_id", "The minute or item"), _text("document_id", "The paper"), _text("pack_id", "The pack"),
    person_column("mover_id", "Mover: "), person_column("seconder_id", "Seconder: ")),
    f"""WITH decided AS (SELECT t.*, m.meeting_id, {_RESULT} AS result, coalesce(l.decision_id, t.resolution_id) AS decision_id,
  coalesce(l.printings, 1) AS printings FROM {_DECIDED} {LINK} WHERE {_STANDS})
SELECT g.council, g.body, g.meeting_date, p.item_number, i.title AS item_title, p.number, p.text, p.lead_in, p.mover, p.seconder,
  p.votes_for, p.votes_against, p.votes_abstain, p.result AS outcome, k.file_name, p.page, s.source_url, p.printings,
  e.kind AS source_kind, v.status, p.decision_id, p.resolution_id, p.meeting_id, p.item_id, p.document_id, p.pack_id,
  mv.person_id AS mover_id, sc.person_id AS seconder_id
FROM decided p
JOIN stored.packs k ON k.pack_id = p.pack_id
LEFT JOIN pack_sources s ON s.pack_id = p.pack_id
LEFT JOIN stored.meetings g ON g.meeting_id = p.meeting_id
LEFT JOIN stored.agenda_items i ON i.pack_id = p.pack_id AND i.item_id = p.item_id
LEFT JOIN stored.documents e ON e.pack_id = p.pack_id AND e.document_id = p.document_id
LEFT JOIN stored.document_links v ON v.pack_id = p.pack_id AND v.document_id = p.document_id
LEFT JOIN stored.person_links mv ON mv.pack_id = p.pack_id AND mv.record_id = p.resolution_id AND mv.field = 'mover'
LEFT JOIN stored.person_links sc ON sc.pack_id = p.pack_id AND sc.record_id = p.resolution_id AND sc.field = 'seconder'""")

_MATTERS = """WITH rows AS (
  SELECT *, (source <> 'agenda')::INT AS late, pack_id || lpad(ordinal::VARCHAR, 8, '0') AS place FROM agenda_items),
matters AS (
  SELECT business_id, arg_min(meeting_id, place) AS meeting_id,
    coalesce(arg_min(number, place) FILTER (source = 'agenda'), arg_min(agenda_number, place)) AS agenda_number,
    coalesce(arg_min(minute_number, place), arg_min(number, place) FILTER (source = 'minutes')) AS minute_number,
    coalesce(arg_min(title, place) FILTER (source = 'agenda'), arg_min(title, place)) AS title,
    CASE WHEN bool_or(exempt) THEN 'exempt' ELSE 'public' END AS section,
    arg_min(section, late || place) AS heading, arg_min(presenter, late || place) AS presenter,
    arg_min({'pack_id': pack_id, 'first': first_page, 'last': last_page}, late || place) FILTER (first_page IS NOT NULL) AS papers,
    arg_min(pack_id, late || place) AS pack_id,
    arg_min(item_id, place) FILTER (source = 'agenda') AS agenda_item_id,
    arg_min(item_id, place) FILTER (source = 'minutes') AS minutes_item_id
  FROM rows GROUP BY business_id)"""
"""WITH and a query ``matters``: the matters of all meetings, of their headings."""
_BUSINESS = f"""{_MATTERS},
decided AS (
  SELECT coalesce(b.business_id, i.business_id, i.item_id) AS business_id, count(*) AS decisions
  FROM {_DECIDED} JOIN stored.agenda_items i ON i.item_id = t.item_id LEFT JOIN stored.business_links b ON b.item_id = i.item_id
  WHERE {_STANDS}  GROUP BY ALL)
SELECT b.business_id, b.meeting_id, g.council, g.body, g.meeting_date, b.agenda_number, b.minute_number, b.title, b.section, b.heading,
  b.presenter, b.papers.first AS first_page, b.papers.last AS last_page, coalesce(d.decisions, 0) AS decisions, k.file_name, s.source_url,
  b.agenda_item_id, b.minutes_item_id
FROM matters b
JOIN stored.packs k ON k.pack_id = coalesce(b.papers.pack_id, b.pack_id)
LEFT JOIN pack_sources s ON s.pack_id = k.pack_id
LEFT JOIN stored.meetings g ON g.meeting_id = b.meeting_id
LEFT JOIN decided d ON d.business_id = b.business_id"""


BUSINESS = View("business", "One row per matter of a meeting: its agenda row and its minutes row joined, over all packs", (
    _text("business_id", "Id of the matter: joins agenda_items"), MEETING_ID, _COUNCIL, _BODY, _DATE,
    _text("agenda_number", "Number on the agenda as printed"), _text("minute_number", "Minute number as printed"),
    _text("title", "Title as printed"),
    _text("section", "public, or exempt where the paper says that press and public are excluded"),
    _text("heading", "Heading of the part of the agenda that it stands in, as printed"), _text("presenter", "Who presents it, as printed"),
    _int("first_page", "First page of its papers (position in file_name)"), _int("last_page", "Last page of its papers"),
    _int("decisions", "Paragraphs decided under it (view decisions)"), _FILE_NAME, _SOURCE_URL,
    _text("agenda_item_id", "Its row on the agenda"), _text("minutes_item_id", "Its row in the minutes")),
    _BUSINESS)

_CELL = ("c.page, p.page_label, c.x0, c.top, c.x1, c.bottom, c.text, e.rule, coalesce(e.basis, 'stated') AS basis "
         "FROM stored.printed_cells c LEFT JOIN stored.evidence e ON e.pack_id = c.pack_id AND e.record_id = c.table_id AND e.ordinal = 0 "
         "LEFT JOIN stored.pages p ON p.pack_id = c.pack_id AND p.page = c.page")
_CORRECTED = "CASE WHEN x.record_id IS NOT NULL AND (e.field IS NULL OR list_contains(x.fields, e.field)) THEN 'corrected' ELSE e.basis END AS basis"


def _evidence(places: str) -> str:
    return ("SELECT " + ", ".join(_CORRECTED if c.name == "basis" else f"e.{c.name}" for c in EVIDENCE) + ", k.file_name, s.source_url "
            f"FROM {places} e "
            "LEFT JOIN (SELECT record_id, list(field) AS fields FROM stored.corrected_fields GROUP BY record_id) x ON x.record_id = e.record_id "
            "JOIN stored.packs k ON k.pack_id = e.pack_id LEFT JOIN pack_sources s ON s.pack_id = e.pack_id")


EVIDENCE_VIEW = View("evidence", "Where each record is printed: page, box, the words as printed, and the rule that found it", (
    *(Column(c.name, c.type, c.comment) for c in EVIDENCE), _FILE_NAME, _SOURCE_URL),
    "WITH places AS (SELECT " + ", ".join(c.name for c in EVIDENCE) + " FROM stored.evidence "
    f"UNION ALL SELECT c.printed_cell_id, 'printed_cells', c.pack_id, 0, NULL, {_CELL} "
    "UNION ALL SELECT c.cell_id, 'table_cells', c.pack_id, row_number() OVER (PARTITION BY c.pack_id, c.cell_id ORDER BY c.ordinal) - 1, NULL, "
    f"{_CELL} "
    f"WHERE c.cell_id IS NOT NULL) {_evidence('places')}")
RECORD_EVIDENCE = _evidence("stored.evidence")
"""The rows of view evidence but for those of cells, which are most of them."""

CORRECTIONS = View("corrections", (
    "What people said of single records (papermine review), and what came of it; the original is corrections.jsonl beside the database"), (
    *CORRECTION, _FILE_NAME),
    "SELECT " + ", ".join(f"t.{c.name}" for c in CORRECTION) + ", k.file_name FROM stored.corrections t JOIN stored.packs k ON k.pack_id = t.pack_id")

META = View("meta", "One row: the state of this database", (
    _int("schema_version", "Version of the tables' layout"),
    _int("generation", "Rises by one with each commit that changes something: a cache made at a lower one is stale"),
    _text("papermine_version", "Version of papermine that wrote last")),
    "SELECT schema_version, generation, papermine_version FROM stored.meta")


def _issues(base: View) -> View:
    """Issues as found, and one for each pack whose council is neither printed nor given."""
    return View(base.name, base.comment, base.columns, f"""{base.sql}
UNION ALL BY NAME
SELECT k.pack_id || ':issue:council' AS issue_id, k.pack_id, 'info' AS severity, 'council-unknown' AS code,
  'No council is printed in this file or given: say which with --council or a manifest' AS message, 1000000 AS ordinal
FROM stored.packs k LEFT JOIN pack_sources s ON s.pack_id = k.pack_id
LEFT JOIN (SELECT pack_id, count(council) = count(*) AS known FROM stored.meeting_links GROUP BY pack_id) m ON m.pack_id = k.pack_id
WHERE k.status <> 'failed' AND s.council IS NULL AND NOT coalesce(m.known, false)""")


def _views() -> tuple[View, ...]:
    records = [record_view(kind) for kind in KINDS]
    records = [_issues(v) if v.name == "issues" else v for v in records]
    links = (View(*row) for row in VIEW_ROWS)
    return (PACK_SOURCES, *records, MEETINGS, VOTES, DECISIONS, BUSINESS, *links, EVIDENCE_VIEW, CORRECTIONS, META)


VIEWS: tuple[View, ...] = _views()
"""Every public view, in an order in which they can be created."""
