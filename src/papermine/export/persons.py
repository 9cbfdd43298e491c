"""One member or officer: attendance, motions, votes, declarations, over all packs of the council."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike

from papermine.store import Answer, query


@dataclass(frozen=True, slots=True)
class Person:
    """A row of view people."""

    person_id: str
    name: str
    council: str | None
    kind: str
    title: str | None
    post: str | None
    party: str | None
    ward: str | None
    first_date: object
    last_date: object
    meetings: int


_COLUMNS = "p.person_id, p.name, p.council, p.kind, p.title, p.post, p.party, p.ward, p.first_date, p.last_date, p.meetings"


def people(db: str | PathLike[str], council: str | None = None, kind: str | None = None) -> list[Person]:
    """All members and officers, by council and name; ``council``: words of its name; ``kind``: member or officer."""
    sql = f"""SELECT {_COLUMNS} FROM people p WHERE ($council IS NULL OR contains(lower(coalesce(p.council, '')), lower($council)))
        AND ($kind IS NULL OR p.kind = $kind) ORDER BY p.council, p.name, p.person_id"""
    return [Person(*row) for row in query(db, sql, {"council": council, "kind": kind}).rows]


def matching(db: str | PathLike[str], name: str, council: str | None = None) -> list[Person]:
    """The persons of whom one printed form has all these words (whole words, whatever their case or accents), or whose id it is."""
    sql = f"""SELECT {_COLUMNS} FROM people p WHERE ($council IS NULL OR contains(lower(coalesce(p.council, '')), lower($council))) AND (
          p.person_id = $name OR p.person_id IN (
            SELECT person_id FROM (SELECT person_id, name FROM person_names UNION SELECT person_id, name FROM people) n
            WHERE list_has_all(regexp_extract_all(lower(strip_accents(n.name)), '[\\pL\\pN''’-]+'),
                               regexp_extract_all(lower(strip_accents($name)), '[\\pL\\pN''’-]+'))))
        ORDER BY p.meetings DESC, p.name, p.person_id"""
    return [Person(*row) for row in query(db, sql, {"name": name.strip(), "council": council}).rows]


_DID = """
SELECT g.meeting_date, g.council, g.body, 'attendance' AS what, a.status AS how, concat_ws(', ', a.role, a.note) AS detail, k.file_name, e.page,
  a.attendance_id AS record_id
FROM attendance a LEFT JOIN meetings g ON g.meeting_id = a.meeting_id JOIN packs k ON k.pack_id = a.pack_id
LEFT JOIN (SELECT record_id, min(page) AS page FROM stored.evidence WHERE kind = 'attendance' GROUP BY 1) e ON e.record_id = a.attendance_id
WHERE a.person_id = $id
UNION ALL
SELECT g.meeting_date, g.council, g.body, 'motion', if(m.mover_id = $id, 'moved', 'seconded'), concat_ws(': ', m.outcome, m.text), k.file_name,
  m.page, m.motion_id
FROM motions m JOIN documents d ON d.document_id = m.document_id LEFT JOIN meetings g ON g.meeting_id = d.meeting_id
JOIN packs k ON k.pack_id = m.pack_id
WHERE $id IN (m.mover_id, m.seconder_id)
UNION ALL
SELECT g.meeting_date, g.council, g.body, 'motion', if(r.mover_id = $id, 'moved', 'seconded'), concat_ws(': ', r.outcome, r.text), k.file_name,
  r.page, r.resolution_id
FROM resolutions r LEFT JOIN meetings g ON g.meeting_id = r.meeting_id JOIN packs k ON k.pack_id = r.pack_id
WHERE r.motion_id IS NULL AND $id IN (r.mover_id, r.seconder_id)
UNION ALL
SELECT g.meeting_date, g.council, g.body, 'vote', v.option, coalesce(m.text, r.text, x.text, ''), k.file_name, v.page, v.division_vote_id
FROM division_votes v JOIN divisions x ON x.division_id = v.division_id LEFT JOIN motions m ON m.motion_id = x.motion_id
LEFT JOIN (SELECT division_id, string_agg(text, ' ' ORDER BY ordinal) AS text FROM resolutions WHERE division_id IS NOT NULL GROUP BY 1) r
  ON r.division_id = v.division_id
JOIN documents d ON d.document_id = x.document_id LEFT JOIN meetings g ON g.meeting_id = d.meeting_id JOIN packs k ON k.pack_id = v.pack_id
WHERE v.person_id = $id
UNION ALL
SELECT g.meeting_date, g.council, g.body, 'declaration', coalesce(c.kind, 'interest'), concat_ws(': ', 'item ' || c.item_number, c.text), k.file_name,
  c.page, c.declaration_id
FROM declarations c LEFT JOIN meetings g ON g.meeting_id = c.meeting_id JOIN packs k ON k.pack_id = c.pack_id
WHERE c.person_id = $id"""


def record_of(db: str | PathLike[str], person_id: str) -> Answer:
    """What the papers print of one person, by date: attendance, motions, votes, declarations; each with file and page.

    A second copy of the same minutes prints the same again, and is listed again with its own file and page.
    """
    sql = f"""SELECT * FROM ({_DID})
ORDER BY meeting_date NULLS LAST, body, array_position(['attendance', 'declaration', 'motion', 'vote'], what), file_name, page, record_id"""
    return query(db, sql, {"id": person_id})
