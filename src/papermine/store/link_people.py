"""The names of a council that are due → its persons, surname by surname.

What is said of a surname depends on all of its mentions in the council, over all years: those are read, as rows of one narrow table
(``signs_names``), and no others. Surnames that one paper calls by the same office or initials go together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import duckdb

from papermine.link.named import Mention
from papermine.link.persons import Row, persons
from papermine.link.rows import Meeting
from papermine.store import link_reads as reads
from papermine.store.link_near import NAMES, Near, at_hand
from papermine.store.link_reads import Key, ask, empty_tables, loaded
from papermine.store.meetings import body_key

MENTIONS_AT_ONCE = 5_000
"""Mentions that are linked in one go, where no surname alone has more."""
SURNAMES_AT_ONCE = 5_000
"""Due surnames that are looked at in one go."""


def call_nobodys(con: Near, packs: set[Key]) -> None:
    """Store of these packs the mentions that are no name, and that no attendance of their paper explains."""
    found = loaded(con, Mention, reads.CALLED_BY_NOBODYS, packs=packs)
    _put(con, ((scope, persons(scope, None, some, {}, {})) for scope, some in found.items()))


def name_councils(con: Near, packs: set[Key]) -> None:
    """Persons bear their council's name as most of its packs have it."""
    if packs and "people" not in con.empty:
        reads.run(con, f"UPDATE stored.people SET council = c.council FROM ({reads.COUNCILS}) c(scope, council) "
                  "WHERE people.scope = c.scope AND people.council IS DISTINCT FROM c.council", named=packs)


def link_names(con: duckdb.DuckDBPyConnection) -> bool:
    """Link surnames that are due, with about `MENTIONS_AT_ONCE` mentions. False: none are left."""
    scopes = at_hand(con, "kind = 'surname'")
    if not scopes:
        con.execute("DELETE FROM stored.link_due")
        return False
    due = set(con.execute("SELECT scope, key FROM stored.link_due WHERE kind = 'surname' AND scope IN (SELECT unnest(?)) ORDER BY ALL LIMIT ?",
                          [scopes, SURNAMES_AT_ONCE]).fetchall())
    near = Near(con, scopes, NAMES, empty_tables(con))
    councils: dict[str, str] = dict(ask(near, reads.COUNCILS, named=due))
    for surnames in _batches(near, due):
        _link(near, surnames, councils)
    near.end()
    reads.run(con, "DELETE FROM stored.link_due t USING gone k WHERE t.kind = 'surname' AND t.scope = k.scope AND t.key = k.key", gone=due)
    return True


def _batches(con: Near, due: set[Key]) -> Iterator[set[Key]]:
    """Sets of surnames that can be linked apart from each other: the due ones, and those that one paper calls alike."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while (up := parent.setdefault(key, key)) != key:
            parent[key] = key = parent[up]
        return key

    for scope, surnames in ask(con, reads.CALLED_ALIKE, named=due):
        for other in surnames[1:]:
            parent[root((scope, other))] = root((scope, surnames[0]))
    wanted = {root(key) for key in due}
    groups: dict[Key, set[Key]] = {key: set() for key in wanted}
    for key in {*parent, *due}:
        if (at := root(key)) in groups:
            groups[at].add(key)
    counted = {(scope, surname): n for scope, surname, n in ask(con, reads.COUNTED, named={k for g in groups.values() for k in g})}
    batch: set[Key] = set()
    size = 0
    for _, group in sorted(groups.items()):
        mentions = sum(counted[key] for key in group)
        if batch and size + mentions > MENTIONS_AT_ONCE:
            yield batch
            batch, size = set(), 0
        batch |= group
        size += mentions
    if batch:
        yield batch


def _link(con: Near, surnames: set[Key], councils: dict[str, str]) -> None:
    mentions = loaded(con, Mention, reads.MENTIONS, named=surnames)
    meetings = loaded(con, Meeting, reads.MEETINGS, met={(scope, m.meeting_id) for scope, some in mentions.items() for m in some if m.meeting_id})
    if "people" not in con.empty:
        reads.run(con, "DELETE FROM stored.person_names t USING (SELECT p.scope, p.person_id FROM stored.people p JOIN gone k "
                  "ON k.scope = p.scope AND k.key = p.surname) p WHERE t.scope = p.scope AND t.person_id = p.person_id", gone=surnames)
        reads.run(con, "DELETE FROM stored.people t USING gone k WHERE t.scope = k.scope AND t.surname = k.key", gone=surnames)
    if "person_links" not in con.empty:
        _take_out_links(con, [m for some in mentions.values() for m in some])

    def told(scope: str, some: list[Mention]) -> dict[str, list[Row]]:
        met = {m.meeting_id: m for m in meetings[scope]}
        bodies = {m.meeting_id: body_key(m.body, m.council) for m in met.values() if m.body}
        return persons(scope, councils.get(scope), some, met, bodies)

    _put(con, ((scope, told(scope, some)) for scope, some in mentions.items()))


def _take_out_links(con: Near, mentions: list[Mention]) -> None:
    """Their rows of person_links: found among those of their packs first, for its columns of ids are long."""
    con.execute("CREATE OR REPLACE TEMP TABLE near_linked AS SELECT rowid AS place, record_id, field FROM stored.person_links WHERE rowid IN "
                "(SELECT rowid FROM stored.person_links SEMI JOIN (SELECT unnest(?) AS pack_id) USING (pack_id))",
                [sorted({m.pack_id for m in mentions})])
    con.execute("DELETE FROM stored.person_links WHERE rowid IN (SELECT l.place FROM near_linked l "
                "JOIN (SELECT unnest(?) AS record_id, unnest(?) AS field) m USING (record_id, field))",
                [[m.record_id for m in mentions], [m.field for m in mentions]])
    con.execute("DROP TABLE near_linked")


def _put(near: Near, councils: Iterable[tuple[str, dict[str, list[Row]]]]) -> None:
    rows: dict[str, list[Row]] = defaultdict(list)
    for scope, tables in councils:
        for table, some in tables.items():
            rows[table] += ((scope, *row) for row in some)
    for table, every in rows.items():
        near.put(table, every)


