"""Who is known as a member or officer of which council, over all packs of a database: whom nothing masks for having moved, voted or presented."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from papermine import regex as re
from papermine.language.samename import NameParts, name_parts
from papermine.store import Connection
from papermine.store.meetings import council_key

Entries = set[tuple[NameParts, bool]]
"""Names of one surname; True: of one who sits at the table, whatever a paper calls him."""

_COUNCIL_OF = """SELECT k.pack_id, coalesce(max(s.council), max(m.council)) AS council FROM packs k LEFT JOIN pack_sources s ON s.pack_id = k.pack_id
LEFT JOIN pack_meetings m ON m.pack_id = k.pack_id GROUP BY k.pack_id"""
_KNOWN = f"""
WITH of AS ({_COUNCIL_OF})
SELECT DISTINCT of.council, CASE WHEN of.council IS NULL THEN said.pack_id END, name, body, role FROM (
  SELECT pack_id, name, true AS body, role FROM stored.attendance
  WHERE status <> 'in_attendance' OR role IS NOT NULL OR regexp_matches(name_printed, '(?i)cllr|councillor|mayor|\\bM\\.?S?P\\b')
  UNION ALL SELECT pack_id, mover, false, NULL FROM stored.motions UNION ALL SELECT pack_id, seconder, false, NULL FROM stored.motions
  UNION ALL SELECT pack_id, mover, false, NULL FROM stored.resolutions
  UNION ALL SELECT pack_id, person_name, false, NULL FROM stored.division_votes
  UNION ALL SELECT pack_id, unnest([cabinet_member, accountable_director, accountable_employee]), false, NULL FROM stored.reports
  UNION ALL SELECT pack_id, presenter, false, NULL FROM stored.agenda_items) said
JOIN of ON of.pack_id = said.pack_id WHERE name IS NOT NULL"""
"""Of the stored tables: a connection may have views of what the public may see before the others."""
_OUTSIDE = re.compile(r"\b(?:public|residents?|petitioners?|applicants?|objectors?|speakers?|visitors?|guests?|parishioners?|supporters?)\b", re.I)
_OFFICE = re.compile(r"public (?:health|works|realm|protection|safety|services|affairs|relations)", re.I)


class Known:
    """Those of one state of a database. ``before``: of an earlier state, whose names need not be taken apart again."""

    def __init__(self, con: Connection, before: Known | None = None) -> None:
        keys: dict[str, str] = {}

        def key_of(council: str) -> str:
            if council not in keys:
                keys[council] = council_key(council)
            return keys[council]

        self.council = {pack: key_of(council) if council else pack for pack, council in con.execute(_COUNCIL_OF).fetchall()}
        """The council of each pack, the pack itself where none is known."""
        self.outside: dict[str, set[str]] = defaultdict(set)
        """By pack whom its attendance calls one of the public."""
        for pack, name, role in con.execute("SELECT DISTINCT pack_id, name, role FROM stored.attendance WHERE role IS NOT NULL").fetchall():
            if _is_outside(role):
                self.outside[pack].add(name)
        self._parts: dict[str, NameParts | None] = {}
        self._by: dict[str, dict[str, Entries]] = defaultdict(lambda: defaultdict(set))
        for council, pack, name, body, role in con.execute(_KNOWN).fetchall():
            if not name or (role and _is_outside(role)):
                continue
            if name not in self._parts:
                self._parts[name] = before._parts[name] if before is not None and name in before._parts else name_parts(name)
            if (taken := self._parts[name]) is not None:
                self._by[key_of(council) if council else pack][taken.surname].add((taken, body))

    def named(self, pack: str, surname: str) -> Entries:
        """Those of the pack's council who have this surname (lower case)."""
        return self._by.get(self.council.get(pack, pack), {}).get(surname, set())

    def moved(self, before: Known) -> dict[str, set[str]]:
        """By council the surnames of which others are known than before."""
        out: dict[str, set[str]] = {}
        for council in self._by.keys() | before._by.keys():
            now, then = self._by.get(council, {}), before._by.get(council, {})
            out[council] = {surname for surname in now.keys() | then.keys() if now.get(surname) != then.get(surname)}
        return out


def _is_outside(role: str) -> bool:
    return _OUTSIDE.search(role) is not None and _OFFICE.search(role) is None


def surnames(names: Iterable[str]) -> set[str]:
    """The surnames of these names, lower case."""
    return {taken.surname for name in names if (taken := name_parts(name)) is not None}
