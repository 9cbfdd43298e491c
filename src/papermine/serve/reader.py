"""One request's reading: rows as dictionaries, narrowed to the packs that are asked for, masked where there is a curtain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from papermine import regex as re
from papermine.errors import NotFound
from papermine.review import QUEUE
from papermine.serve.curtain import NAMES_A_VIEW, NAMES_PEOPLE, Curtain, hide, screen, shown
from papermine.store import STANDING, Joined, narrowed, pack_view
from papermine.store.runs import Runs

Row = dict[str, Any]
_KEPT_NAMES = "named AS (FROM memory.main.named), council_names AS (FROM memory.main.council_names)"
_STANDS_FOR = re.compile(r"\{((?:shown:|kept:)?\w+)\}")
KEPT = {"standing": f"SELECT p.resolution_id, p.pack_id, p.page, p.mover, p.result AS outcome, p.meeting_id FROM ({STANDING} "
                    "AND {shown:decisions}) p",
        "looks": QUEUE}
"""Queries over all rows, whose answer is kept in the engine's memory while the database stays as it is: what ``{kept:standing}`` stands for."""
Keep = Callable[[Any, str, str], str]
"""For the connection, a name of `KEPT` and its query, the table that holds its rows."""


class Reader:
    """One request's connection: rows as dictionaries, masked where there is a curtain."""

    def __init__(self, con: Any, curtain: Curtain | None = None, runs: Runs | None = None, keep: Keep | None = None) -> None:
        self._con, self.curtain, self._runs, self._keep = con, curtain, runs, keep
        self._open = self._unscreened = curtain is not None
        self._joined = Joined(lambda sql, packs: self.raw(sql, {"packs": packs}))

    @property
    def con(self) -> Any:
        """The connection itself; behind a curtain its views are those that may be shown."""
        if self._open:
            hide(self._con)
            self._open = False
        return self._con

    def rows(self, sql: str, args: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query.

        ``{named}`` stands for `NAMED`, worked out once for each state of the database. Where ``args`` has ``packs``, only the rows of these
        are read: in ``{agenda_items}``, that view, and in ``stored.agenda_items``, the table behind it.
        """
        return self.masked(self.raw(sql, args))

    def of(self, view: str, packs: Sequence[str], where: str = "true", args: dict[str, Any] | None = None) -> list[Row]:
        """Rows of the view of a record kind (`Joined`), in the order of their papers: those of ``packs`` whose stored row ``t`` meets a condition."""
        found = self.raw(f"SELECT t.* FROM stored.{view} t WHERE {{shown:{view}}} AND ({where})", {**(args or {}), "packs": packs})
        return self.masked(self.made(view, found, packs))

    def made(self, view: str, stored: list[Row], packs: Sequence[str]) -> list[Row]:
        """Rows of the view made of rows of the stored table, which these packs hold: without masks."""
        return self._joined.view(view, stored, packs)

    def places(self, pack: str, where: str, args: dict[str, Any]) -> list[Row]:
        """Rows of view ``record_evidence`` of a pack, in order: where its records are printed."""
        found = self.raw(f"SELECT t.* FROM stored.evidence t WHERE {{shown:record_evidence}} AND ({where}) ORDER BY t.record_id, t.ordinal",
                            {**args, "packs": [pack]})
        return self.masked(self._joined.evidence(found, [pack]))

    def named(self, meeting_id: str | None) -> Row:
        """Council, body and day of a meeting, with the keys of their addresses; each None where there is no such meeting."""
        found = self.one("WITH {named} SELECT meeting_id, council, body, meeting_date, council_key, body_key FROM named WHERE meeting_id = ?",
                         [meeting_id]) if meeting_id else None
        return found or dict.fromkeys(("meeting_id", "council", "body", "meeting_date", "council_key", "body_key"))

    def with_file(self, rows: list[Row]) -> list[Row]:
        """The rows, each with the ``file_name`` of its pack."""
        names = self.file_names(sorted({row["pack_id"] for row in rows})) if rows else {}
        return [{**row, "file_name": names[row["pack_id"]]} for row in rows]

    def file_names(self, packs: Sequence[str]) -> dict[str, str]:
        """File name by pack."""
        return self._joined.file_names(packs)

    def source_urls(self, packs: Sequence[str]) -> dict[str, str | None]:
        """The council's own address of each pack, where it was given."""
        return self._joined.source_urls(packs)

    def matters(self, packs: Sequence[str]) -> dict[str, str]:
        """Matter by item, where the link step joined it to another heading."""
        return self._joined.matters(packs)

    def masked(self, rows: list[Row]) -> list[Row]:
        """The rows as they may be shown."""
        return rows if self.curtain is None else self.curtain.rows(rows, self._con)

    def raw(self, sql: str, args: Sequence[Any] | dict[str, Any]) -> list[Row]:
        """The rows of a query without masks, to be `masked` with what they are joined to."""
        done = self._done(sql, args)
        names = [d[0] for d in done.description]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]

    def ids(self, sql: str, args: Sequence[Any] | dict[str, Any] = ()) -> list[str]:
        """The first column of a query that asks for ids: no masks for them."""
        return [row[0] for row in self.bare(sql, args)]

    def bare(self, sql: str, args: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of ids and numbers, without masks. ``{shown:resolutions}`` stands for what a row ``t`` of that view must meet to be shown."""
        found: list[tuple[Any, ...]] = self._done(sql, args).fetchall()
        return found

    def _done(self, sql: str, args: Sequence[Any] | dict[str, Any]) -> Any:
        sql = _STANDS_FOR.sub(self._meant, sql)
        if isinstance(args, dict) and "packs" in args:
            sql, args = narrowed(sql, args["packs"], self._runs), {k: v for k, v in args.items() if k != "packs"}
        # what is asked of stored tables alone (`{views}`) has its conditions in it, and need not wait for twenty views to be made
        if self._unscreened and self.curtain is not None and NAMES_PEOPLE.search(sql) and not sql.startswith("DESCRIBE"):
            screen(self._con, self.curtain.unseen(self._con))
            self._unscreened = False
        con = self.con if NAMES_A_VIEW.search(sql) else self._con
        return con.execute(sql, args if isinstance(args, dict) else list(args))

    def _meant(self, found: re.Match[str]) -> str:
        if found[1] == "named":
            return _KEPT_NAMES
        if found[1].startswith("kept:"):
            name = found[1].removeprefix("kept:")
            query = _STANDS_FOR.sub(self._meant, KEPT[name])
            return f"({query})" if self._keep is None else self._keep(self._con, name, query)
        if found[1].startswith("shown:"):
            return "true" if self.curtain is None else shown(found[1].removeprefix("shown:"))
        return self._view(found[1])

    def _view(self, name: str) -> str:
        rows = pack_view(name)
        return f"({rows})" if self.curtain is None else f"(SELECT t.* FROM ({rows}) t WHERE {shown(name)})"

    def within(self, packs: Sequence[str]) -> Callable[[str], str]:
        """For a view's name what stands in FROM, so that only rows of these packs are read, and those that may be shown (of `stored`)."""
        return lambda view: "stored.meetings" if view == "meetings" else narrowed(self._view(view), packs, self._runs)

    @property
    def stored(self) -> Any:
        """The connection for queries of stored tables alone: behind a curtain too its views show everything."""
        return self._con

    def one(self, sql: str, args: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, args)
        return found[0] if found else None

    def must(self, what: str, sql: str, args: Sequence[Any] | dict[str, Any] = ()) -> Row:
        """The first row. Raises `NotFound` that names ``what``."""
        found = self.one(sql, args)
        if found is None:
            raise NotFound(f"There is no {what}.")
        return found
