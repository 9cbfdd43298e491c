"""The layout of the database: DDL of the base tables, the views, and their comments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache

from papermine.records import KINDS
from papermine.store.columns import BY_TABLE, CORRECTION, EVIDENCE, Column, stored_columns
from papermine.store.link_schema import LINK_TABLES
from papermine.store.version import SCHEMA_VERSION
from papermine.store.views import VIEWS

_PM = Column("pack_meeting_id", "VARCHAR", 
             "A meeting as one pack prints it, or PACK:given for what the user said of a pack that prints none")
_RESOLVED = (
    Column("council", "VARCHAR", "Council as printed or given"), Column("body", "VARCHAR", "Body as printed or given"),
    Column("meeting_date", "DATE", "Day of the meeting as printed or given"))

INTERNAL: dict[str, tuple[str, tuple[Column, ...]]] = {
    "meetings": ("Meetings resolved from stored.pack_meetings; recomputed with each commit that touches their day", (
        Column("meeting_id", "VARCHAR", "Id of the meeting", False), *_RESOLVED,
        Column("start_time", "TIME", "Time at which it starts"), Column("end_time", "TIME", "Time at which it ended"),
        Column("venue", "VARCHAR", "Where it meets"))),
    "meeting_links": ("Which resolved meeting each printed one is", (
        Column("pack_meeting_id", "VARCHAR", _PM.comment, False), Column("pack_id", "VARCHAR", "The pack", False),
        Column("meeting_id", "VARCHAR", "The resolved meeting", False), *_RESOLVED)),
    "business_links": ("Which matter each heading of an agenda or minutes belongs to", (
        Column("item_id", "VARCHAR", "The heading", False), Column("pack_id", "VARCHAR", "The pack", False),
        Column("business_id", "VARCHAR", "The matter", False))),
    "corrections": ("What came of each line of corrections.jsonl that speaks of a pack in this database", (
        *CORRECTION, Column("held", "VARCHAR", "What was there before, as JSON, to put it back", False))),
    "corrected_fields": ("Which fields of which records a correction changed", (
        Column("record_id", "VARCHAR", "The record", False), Column("field", "VARCHAR", "Its column", False),
        Column("pack_id", "VARCHAR", "The pack", False), Column("correction_id", "BIGINT", "The line of corrections.jsonl", False))),
    **LINK_TABLES,
    "evidence": ("Where each record is printed, by which rule", EVIDENCE),
    "meta": ("One row: the state of this database", (
        Column("schema_version", "BIGINT", "Version of the tables' layout", False),
        Column("layout", "VARCHAR", "Digest of the tables' columns and types", False),
        Column("views", "VARCHAR", "Digest of the views and comments", False),
        Column("generation", "BIGINT", "Rises by one with each commit that changes something", False),
        Column("papermine_version", "VARCHAR", "Version of papermine that wrote last", False))),
}


def quoted(text: str) -> str:
    """A SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def base_tables() -> Iterator[tuple[str, str, tuple[Column, ...]]]:
    """(name, comment, columns) of each table in schema ``stored``."""
    for kind in KINDS:
        comment = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
        yield kind.table, comment, stored_columns(kind)
    for name, (comment, columns) in INTERNAL.items():
        yield name, comment, columns


def pack_tables() -> tuple[str, ...]:
    """The base tables whose rows are a pack's, each: those with a column ``pack_id``."""
    return tuple(name for name, _, columns in base_tables() if any(c.name == "pack_id" for c in columns))


def table_statements() -> list[str]:
    """CREATE statements of schema ``stored``. No keys or indexes: a pack goes in or out by `pack_id`."""
    out = ["CREATE SCHEMA IF NOT EXISTS stored"]
    for name, _, columns in base_tables():
        body = ",\n".join(f'  "{c.name}" {c.type}{"" if c.nullable else " NOT NULL"}' for c in columns)
        out.append(f"CREATE TABLE stored.{name} (\n{body}\n)")
    return out


def view_statements() -> list[str]:
    """CREATE OR REPLACE statements of the public views."""
    return [f"CREATE OR REPLACE VIEW main.{v.name} AS\n{v.sql}" for v in VIEWS]


def comment_statements() -> list[str]:
    """A comment on every table, view and column."""
    out = []
    for name, comment, columns in base_tables():
        out.append(f"COMMENT ON TABLE stored.{name} IS {quoted(comment)}")
        out += [f'COMMENT ON COLUMN stored.{name}."{c.name}" IS {quoted(c.comment)}' for c in columns]
    for view in VIEWS:
        out.append(f"COMMENT ON VIEW main.{view.name} IS {quoted(view.comment)}")
        out += [f'COMMENT ON COLUMN main.{view.name}."{c.name}" IS {quoted(c.comment)}' for c in view.columns]
    return out


def _digest(statements: list[str]) -> str:
    return hashlib.sha256("\n;\n".join(statements).encode()).hexdigest()[:16]


@cache
def layout_digest() -> str:
    """Changes with any column or type of the base tables."""
    return _digest(table_statements())


@cache
def views_digest() -> str:
    """Changes with any view or comment: the writer then replaces them."""
    return _digest([*view_statements(), *comment_statements()])


def ddl() -> str:
    """The whole DDL as one script (`schemas/papermine.sql`)."""
    head = "-- Generated by `papermine schema --write`. Do not edit."
    return head + "\n\n" + ";\n\n".join([*table_statements(), *view_statements()]) + ";\n\n" + ";\n".join(comment_statements()) + ";\n"


__all__ = ["BY_TABLE", "INTERNAL", "SCHEMA_VERSION", "base_tables", "comment_statements", "ddl", "layout_digest", "pack_tables", "quoted",
           "table_statements", "view_statements", "views_digest"]
