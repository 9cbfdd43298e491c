"""Which packs are linked together: those of one council; a pack whose council is unknown stays alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import duckdb
import pyarrow as pa

from papermine.store.arrow import table_of_rows
from papermine.store.meetings import council_key, insert

_TYPES = pa.schema([("pack_id", pa.string()), ("scope", pa.string()), ("council", pa.string())])


def scope_of(pack_id: str, councils: Iterable[str]) -> tuple[str, str | None]:
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
    these, args = ("", {}) if packs is None else ("WHERE pack_id IN (SELECT unnest($packs))", {"packs": packs})
    named: dict[str, tuple[set[str], set[str]]] = {pack: (set(), set()) for (pack,) in con.execute(
        f"SELECT pack_id FROM stored.packs {these} ORDER BY pack_id", args).fetchall()}
    for n, table in enumerate(("files", "meeting_links")):  # what is given, what is printed
        for pack, council in con.execute(f"SELECT DISTINCT pack_id, council FROM stored.{table} {these}", args).fetchall():
            if council is not None and pack in named:
                named[pack][n].add(council)
    found = {(pack, *scope_of(pack, given or printed)) for pack, (given, printed) in named.items()}
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
