"""Which packs are linked together: those of one council; a pack whose council is unknown stays alone."""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import pyarrow as pa

from papermine.store.arrow import table_of_rows
from papermine.store.meetings import council_key, insert

_TYPES = pa.schema([("pack_id", pa.string()), ("scope", pa.string()), ("council", pa.string())])


def scope_of(pack_id: str, councils: list[str]) -> tuple[str, str | None]:
    """The scope of a pack, and the council's name, from the councils given (first) or printed.

    A pack that prints several councils belongs to none of them alone.
    """
    keys = {council_key(c): c for c in sorted(councils, key=lambda c: (c.isupper(), c), reverse=True)}
    if len(keys) == 1:
        (key, name), = keys.items()
        return key, name
    return f"pack:{pack_id}", None


def rescope(con: duckdb.DuckDBPyConnection, packs: list[str] | None = None,
            before: Callable[[duckdb.DuckDBPyConnection, list[str]], None] | None = None) -> None:
    """Find the scope of these packs again (by default of all). Meetings are resolved by now.

    ``before`` is told of the packs that go from one scope to another, while they are still in the first.
    """
    where = "" if packs is None else "WHERE k.pack_id IN (SELECT unnest($packs))"
    args = {} if packs is None else {"packs": packs}
    rows = con.execute(f"""
        SELECT k.pack_id, list(DISTINCT s.council ORDER BY s.council) FILTER (s.council IS NOT NULL),
          list(DISTINCT p.council ORDER BY p.council) FILTER (p.council IS NOT NULL)
        FROM stored.packs k LEFT JOIN stored.files s ON s.pack_id = k.pack_id LEFT JOIN stored.meeting_links p ON p.pack_id = k.pack_id
        {where} GROUP BY k.pack_id ORDER BY k.pack_id""", args).fetchall()
    found = {(pack, *scope_of(pack, given or printed or [])) for pack, given, printed in rows}
    if packs is None:
        con.execute("DELETE FROM stored.link_scopes")
        held = set()
    else:
        held = set(con.execute("SELECT pack_id, scope, council FROM stored.link_scopes WHERE pack_id IN (SELECT unnest(?))", [packs]).fetchall())
        scopes = {pack: scope for pack, scope, _ in found}
        if before is not None:
            before(con, sorted(pack for pack, scope, _ in held if scopes.get(pack, scope) != scope))
        if held - found:
            con.execute("DELETE FROM stored.link_scopes WHERE pack_id IN (SELECT unnest(?))", [sorted(row[0] for row in held - found)])
    insert(con, "link_scopes", table_of_rows(sorted(found - held), _TYPES))
