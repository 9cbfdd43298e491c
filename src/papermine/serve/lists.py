"""The lists: each is declared once, and is then a page, a download (CSV, XLSX, JSON), an API address, and a part of the OpenAPI document."""

from __future__ import annotations

from dataclasses import dataclass, field

from papermine.store import LINK


@dataclass(frozen=True, slots=True)
class Filter:
    """A parameter that narrows a list. ``sql`` has ``$name``; ``type``: text, date or whole number.

    ``words``: the column in whose words it looks, behind a curtain in those that are shown.
    """

    sql: str
    about: str
    type: str = "text"
    choices: tuple[str, ...] = ()
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. ``sql`` selects all its columns, without ORDER, from views that stand in braces; ``id_column`` and ``kind`` lead to a row's own page.

    ``shown`` are the columns of the page, with their headings. ``narrow``, where ``sql`` joins much: the same rows with no more
    than ``id_column``, the packs that each is made of (``pack_id``, ``also``) and what filters and ``order`` ask for. A page of ids is chosen
    there first, and ``sql`` then reads the rows of their packs alone.
    """

    name: str
    title: str
    about: str
    sql: str
    order: str
    id_column: str
    kind: str
    shown: tuple[tuple[str, str], ...]
    filters: dict[str, Filter] = field(default_factory=dict)
    page_column: str | None = "page"
    narrow: str | None = None


_COUNCIL = Filter("council_key = $council", "Key of a council, as it stands in the address of its page")
_BODY = Filter("contains(body_key, trim(regexp_replace(lower(strip_accents($body)), '[^a-z0-9]+', '-', 'g'), '-'))",
               "Words of the body's name, or its key, as it stands in the address of its page")
_FROM = Filter("meeting_date >= $from", "Meetings on or after this day", "date")
_TO = Filter("meeting_date <= $to", "Meetings up to this day", "date")
_MEETING = Filter("meeting_id = $meeting", "Id of a meeting")
_PACK = Filter("pack_id = $pack", "Id of a pack")
_COMMON = {"council": _COUNCIL, "body": _BODY, "from": _FROM, "to": _TO, "meeting": _MEETING, "pack": _PACK}
_G = "g.council, g.body, g.meeting_date, g.council_key, g.body_key"
_NAMED = "LEFT JOIN named g ON g.meeting_id ="
_OF_PAPER = f"JOIN (SELECT t.document_id, m.meeting_id FROM stored.documents t {LINK}) d ON d.document_id = t.document_id"
_WHEN = (("meeting_date", "Date"), ("council", "Council"), ("body", "Body"))

def _person(id_column: str) -> Filter:
    """Of one person. View people says who may be asked for."""
    return Filter(f"{id_column} IN (SELECT l.record_id FROM stored.person_links l JOIN people USING (person_id) WHERE person_id = $person)",
                  "Id of a person")


DECISIONS = Listing(
    "decisions", "Decisions", "What was decided: carried, agreed or noted, once each, at its best printing",
    f"SELECT d.* EXCLUDE (council, body, meeting_date), {_G} FROM {{decisions}} d LEFT JOIN named g USING (meeting_id)",
    "meeting_date DESC NULLS LAST, pack_id, page, resolution_id", "resolution_id", "resolutions",
    (*_WHEN, ("item_title", "Item"), ("text", "Decision"), ("outcome", "Outcome"), ("page", "Page")),
    {**_COMMON, "outcome": Filter("coalesce(outcome, 'resolved') = $outcome", "Outcome", choices=("resolved", "carried")),
     "mover": Filter("contains(lower(mover), lower($mover))", "Words of the mover's name", words="mover")},
    narrow=f"SELECT p.*, {_G} FROM {{kept:standing}} p LEFT JOIN named g USING (meeting_id)")
ITEMS = Listing(
    "items", "Agenda items", "Headings of business, on agendas and in minutes",
    f"SELECT i.*, k.file_name, {_G} FROM {{agenda_items}} i JOIN {{packs}} k USING (pack_id) LEFT JOIN named g USING (meeting_id)",
    "meeting_date DESC NULLS LAST, pack_id, ordinal", "item_id", "agenda_items",
    (*_WHEN, ("number", "No."), ("title", "Title"), ("source", "Printed in"), ("page", "Page")),
    {**_COMMON, "source": Filter("source = $source", "Which paper prints it", choices=("agenda", "minutes"))},
    narrow=f"SELECT t.item_id, t.pack_id, t.ordinal, t.source, m.meeting_id, {_G} FROM stored.agenda_items t {LINK} {_NAMED} m.meeting_id "
    "WHERE {shown:agenda_items}")
RECOMMENDATIONS = Listing(
    "recommendations", "Recommendations", "What reports ask their meeting to decide",
    f"SELECT r.*, d.title AS report, d.meeting_id, k.file_name, {_G} FROM {{recommendations}} r JOIN {{packs}} k USING (pack_id) "
    "JOIN {documents} d ON d.document_id = r.document_id LEFT JOIN named g ON g.meeting_id = d.meeting_id",
    "meeting_date DESC NULLS LAST, pack_id, ordinal", "recommendation_id", "recommendations",
    (*_WHEN, ("report", "Report"), ("text", "Recommendation"), ("page", "Page")), dict(_COMMON),
    narrow=f"SELECT t.recommendation_id, t.pack_id, t.ordinal, d.meeting_id, {_G} FROM stored.recommendations t {_OF_PAPER} {_NAMED} d.meeting_id "
    "WHERE {shown:recommendations}")
MEETINGS = Listing(
    "meetings", "Meetings", "Meetings, resolved from all that the packs print", "SELECT * FROM named",
    "meeting_date DESC NULLS LAST, council, body", "meeting_id", "meetings",
    (*_WHEN, ("start_time", "Time"), ("venue", "Venue")),
    {k: v for k, v in _COMMON.items() if k in ("council", "body", "from", "to", "meeting")}, None)
PAPERS = Listing(
    "papers", "Papers", "The papers that packs are made of",
    f"SELECT d.*, k.file_name, {_G} FROM {{documents}} d JOIN {{packs}} k USING (pack_id) LEFT JOIN named g USING (meeting_id)",
    "meeting_date DESC NULLS LAST, pack_id, ordinal", "document_id", "documents",
    (*_WHEN, ("kind", "Kind"), ("title", "Title"), ("first_page", "Page")),
    {**_COMMON, "kind": Filter("kind = $kind", "Kind of paper", choices=("agenda", "minutes", "report", "appendix", "work_programme", "decision",
                                                                        "questions", "other"))}, "first_page",
    narrow=f"SELECT t.document_id, t.pack_id, t.ordinal, t.kind, m.meeting_id, {_G} FROM stored.documents t {LINK} {_NAMED} m.meeting_id "
    "WHERE {shown:documents}")
TABLES = Listing(
    "tables", "Tables", "Tables that papers print, joined over pages",
    f"SELECT t.*, d.title AS paper, d.meeting_id, k.file_name, {_G} FROM {{tables}} t JOIN {{packs}} k USING (pack_id) "
    "JOIN {documents} d ON d.document_id = t.document_id LEFT JOIN named g ON g.meeting_id = d.meeting_id",
    "meeting_date DESC NULLS LAST, pack_id, ordinal", "table_id", "tables",
    (*_WHEN, ("title", "Title"), ("paper", "Paper"), ("row_count", "Rows"), ("column_count", "Columns"), ("first_page", "Page")),
    {**_COMMON, "words": Filter("contains(lower(title), lower($words))", "Words of the title", words="title"),
     "min_rows": Filter("row_count >= $min_rows", "Rows at least", "number")}, "first_page",
    narrow=f"SELECT t.table_id, t.pack_id, t.ordinal, t.title, t.row_count, d.meeting_id, {_G} FROM stored.tables t {_OF_PAPER} "
    f"{_NAMED} d.meeting_id " "WHERE {shown:tables}")
PEOPLE = Listing(
    "people", "People", "Members and officers, linked over all papers of their council",
    "SELECT p.*, coalesce(c.key, 'unknown') AS council_key FROM people p LEFT JOIN council_names c "
    "ON c.key = trim(regexp_replace(lower(strip_accents(p.council)), '[^a-z0-9]+', '-', 'g'), '-')",
    "council, name", "person_id", "person",
    (("name", "Name"), ("council", "Council"), ("kind", "Kind"), ("post", "Post"), ("party", "Party"), ("ward", "Ward"), ("meetings", "Meetings"),
     ("last_date", "Last named")),
    {"council": _COUNCIL, "person": Filter("person_id = $person", "Id of a person"),
     "name": Filter("contains(lower(name), lower($name))", "Words of the name", words="name"),
     "kind": Filter("kind = $kind", "Member or officer", choices=("member", "officer"))}, None)
ISSUES = Listing(
    "issues", "Issues", "What could not be read, or does not agree",
    "SELECT i.*, k.file_name FROM issues i JOIN packs k USING (pack_id)",
    "list_position(['error', 'warning', 'info'], severity), file_name, page NULLS FIRST, ordinal", "issue_id", "issues",
    (("severity", "Severity"), ("code", "Code"), ("message", "What is wrong"), ("file_name", "File"), ("page", "Page")),
    {"severity": Filter("severity = $severity", "How bad", choices=("error", "warning", "info")),
     "code": Filter("code = $code", "Code of the issue"), "pack": _PACK})
ATTENDANCE = Listing(
    "attendance", "Attendance", "Who came to a meeting, sent apologies or was absent, as printed",
    f"SELECT a.*, k.file_name, {_G} FROM {{attendance}} a JOIN {{packs}} k USING (pack_id) LEFT JOIN named g USING (meeting_id)",
    "meeting_date DESC NULLS LAST, pack_id, ordinal", "attendance_id", "attendance",
    (*_WHEN, ("name", "Name"), ("status", "Status"), ("role", "Role"), ("party", "Party"), ("ward", "Ward")),
    {**_COMMON, "person": _person("attendance_id"),
     "status": Filter("status = $status", "Present or not", choices=("present", "in_attendance", "apologies", "absent"))}, None,
    narrow=f"SELECT t.attendance_id, t.pack_id, t.ordinal, t.status, m.meeting_id, {_G} FROM stored.attendance t {LINK} {_NAMED} m.meeting_id "
    "WHERE {shown:attendance}")
DECLARATIONS = Listing(
    "declarations", "Declarations of interest", "Who declared an interest, in which item",
    f"SELECT i.*, k.file_name, {_G} FROM {{declarations}} i JOIN {{packs}} k USING (pack_id) LEFT JOIN named g USING (meeting_id)",
    "meeting_date DESC NULLS LAST, pack_id, ordinal", "declaration_id", "declarations",
    (*_WHEN, ("name", "Name"), ("item_number", "Item"), ("text", "Declaration"), ("page", "Page")),
    {**_COMMON, "person": _person("declaration_id")},
    narrow=f"SELECT t.declaration_id, t.pack_id, t.ordinal, m.meeting_id, {_G} FROM stored.declarations t {LINK} {_NAMED} m.meeting_id "
    "WHERE {shown:declarations}")
VOTES = Listing(
    "votes", "Votes", "Who voted how, where minutes print the names; each name once for each vote",
    f"SELECT v.*, coalesce(r.text, m.text, d.text) AS text, d.outcome, r.resolution_id, p.meeting_id, k.file_name, {_G} FROM {{division_votes}} v "
    "JOIN {divisions} d USING (division_id) JOIN {documents} p USING (document_id) JOIN {packs} k ON k.pack_id = v.pack_id "
    "LEFT JOIN (SELECT division_id, arg_min(text, ordinal) AS text, arg_min(resolution_id, ordinal) AS resolution_id FROM {resolutions} "
    "WHERE division_id IS NOT NULL GROUP BY division_id) r ON r.division_id = v.division_id LEFT JOIN {motions} m ON m.motion_id = d.motion_id "
    "LEFT JOIN named g ON g.meeting_id = p.meeting_id",
    "meeting_date DESC NULLS LAST, pack_id, ordinal", "division_vote_id", "division_votes",
    (*_WHEN, ("person_name", "Name"), ("option", "Vote"), ("text", "On"), ("outcome", "Outcome"), ("page", "Page")),
    {**_COMMON, "person": _person("division_vote_id"), "option": Filter("option = $option", "How", choices=("for", "against", "abstain"))},
    narrow=f"SELECT t.division_vote_id, t.pack_id, t.ordinal, t.option, d.meeting_id, {_G} FROM stored.division_votes t "
    f"JOIN (SELECT t.division_id, d.meeting_id FROM stored.divisions t {_OF_PAPER} "
    f"WHERE {{shown:divisions}}) d ON d.division_id = t.division_id {_NAMED} d.meeting_id WHERE {{shown:division_votes}}")
PACKS = Listing(
    "packs", "Packs", "The PDF files that were read",
    "SELECT k.pack_id, k.file_name, k.page_count, k.status, k.sha256, k.papermine_version, s.source_url, s.published, s.licence "
    "FROM packs k LEFT JOIN pack_sources s USING (pack_id)",
    "file_name, pack_id", "pack_id", "packs",
    (("file_name", "File"), ("page_count", "Pages"), ("status", "Status"), ("published", "Published")),
    {"status": Filter("status = $status", "How well it was read", choices=("clean", "partial", "failed"))}, None)
COVERAGE = Listing(
    "coverage", "Coverage", "What each meeting's papers promise, against what was ingested",
    f"SELECT c.* EXCLUDE (council, body, meeting_date), {_G} FROM coverage c LEFT JOIN named g USING (meeting_id)",
    "meeting_date DESC NULLS LAST, meeting_id, promised, number", "meeting_id", "meetings",
    (*_WHEN, ("promised", "Promised"), ("number", "Item"), ("title", "Title"), ("found", "Found"), ("reason", "Why not")),
    {k: v for k, v in _COMMON.items() if k != "pack"} | {"found": Filter("found = ($found = 'yes')", "Was it ingested?", choices=("yes", "no"))},
    None)
OUTCOMES = Listing(
    "outcomes", "Advice and outcome", "What became of each recommendation of a report",
    f"SELECT o.* EXCLUDE (council, body, meeting_date), {_G} FROM {{recommendation_outcomes}} o LEFT JOIN named g USING (meeting_id)",
    "meeting_date DESC NULLS LAST, pack_id, page, recommendation_id", "recommendation_id", "recommendations",
    (*_WHEN, ("report", "Report"), ("text", "Recommended"), ("outcome", "Outcome"), ("resolved", "Resolved"), ("page", "Page")),
    {**_COMMON, "outcome": Filter("outcome = $outcome", "What became of it", choices=("adopted", "amended", "deferred", "rejected", "not reached",
                                                                                    "no minutes yet", "not settled"))},
    narrow=f"SELECT t.recommendation_id, t.pack_id, t.also, t.page, t.outcome, t.meeting_id, {_G} FROM (SELECT r.recommendation_id, r.pack_id, "
    "split_part(o.resolution_id, ':', 1) AS also, r.page, r.document_id, o.outcome, o.meeting_id, o.resolution_id "
    "FROM stored.outcome_links o JOIN stored.recommendations r ON r.recommendation_id = o.recommendation_id) t "
    f"{_NAMED} t.meeting_id " "WHERE {shown:recommendation_outcomes}")

LISTS: dict[str, Listing] = {x.name: x for x in (DECISIONS, VOTES, ITEMS, RECOMMENDATIONS, OUTCOMES, MEETINGS, ATTENDANCE, DECLARATIONS, PAPERS,
                                                TABLES, PEOPLE, PACKS, COVERAGE, ISSUES)}
"""Every list by its name, which is its address."""
