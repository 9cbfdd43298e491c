"""The same views over Parquet folders: a database in memory whose pack tables are the files themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb

from papermine import __version__
from papermine.errors import BadQuery
from papermine.records import FileRow
from papermine.store import arrow, business, meetings
from papermine.store.columns import arrow_schema, stored_columns
from papermine.store.linking import relink_all
from papermine.store.parquet import PACK_TABLES
from papermine.store.read import Answer, answer_of
from papermine.store.schema import comment_statements, quoted, table_statements, view_statements
from papermine.store.version import SCHEMA_VERSION


def query_files(folder: str, files: Mapping[str, Sequence[str]], paths: Iterable[FileRow], sql: str, filesystem: Any = None) -> Answer:
    """Run one query over the Parquet ``files`` of each table below ``folder``, with the views of a database made of them.

    ``folder`` and files are paths of this machine, or URLs that an fsspec ``filesystem`` reads. Meetings, matters and links are worked
    out first. The query reads no other file, and changes nothing. Raises `BadQuery`.
    """
    con = duckdb.connect(":memory:", config={"autoload_known_extensions": "false", "autoinstall_known_extensions": "false"})
    try:
        if filesystem is not None:
            con.register_filesystem(filesystem)
        for statement in table_statements():
            con.execute(statement)
        for name in PACK_TABLES:
            if files.get(name):
                con.execute(f"DROP TABLE stored.{name}")
                listed = ", ".join(quoted(f) for f in files[name])
                rowid = "filename || ':' || file_row_number AS rowid"  # links find rows by what a table calls its rows
                con.execute(f"CREATE VIEW stored.{name} AS SELECT * EXCLUDE (filename, file_row_number), {rowid} "
                            f"FROM read_parquet([{listed}], filename = true, file_row_number = true)")
        columns = stored_columns(FileRow)
        rows = list(paths)
        meetings.insert(con, "files", arrow.table([[getattr(f, c.name) for f in rows] for c in columns], arrow_schema(columns)))
        con.execute("INSERT INTO stored.meta VALUES (?, '', '', 0, ?)", [SCHEMA_VERSION, __version__])
        for statement in view_statements():
            con.execute(statement)
        for statement in comment_statements():
            if " ON TABLE stored." not in statement and " ON COLUMN stored." not in statement:
                con.execute(statement)
        meetings.recompute(con)
        business.recompute(con)
        relink_all(con, at_once=len(rows) + 1)
        con.execute(f"SET allowed_directories = [{quoted(folder + '/')}]")
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
        statements = con.extract_statements(sql)
        if any(s.type not in (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN) for s in statements):
            raise BadQuery("only questions can be asked here (SELECT …, WITH … SELECT, FROM …, DESCRIBE …): nothing can be changed")
        return answer_of(con, sql)
    except duckdb.Error as error:
        from papermine.store.suggest import explained
        raise BadQuery(explained(con, sql, error)) from error
    finally:
        con.close()
