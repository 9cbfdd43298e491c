"""What can go wrong, in words that a user can act on.

Every error that papermine raises on purpose is a `PapermineError`: one sentence that names the
file (and page), and says what to do next. The command line prints it and sets `exit_code`.
"""

from __future__ import annotations


class PapermineError(Exception):
    """An expected failure. ``str(error)`` is one sentence for the user."""

    exit_code = 1
    code = "error"


class UnreadableFile(PapermineError):
    """A file that cannot be opened as a PDF; ``code`` says why.

    Codes: ``not-pdf``, ``empty-file``, ``truncated``, ``encrypted``, ``no-pages``, ``missing-file``,
    ``not-readable``, ``crashed``, ``timeout``, ``memory``.
    """

    exit_code = 2

    def __init__(self, message: str, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code


class DatabaseBusy(PapermineError):
    """Another process holds the database file, and did not let go in time."""

    code = "database-busy"


class DatabaseUnusable(PapermineError):
    """The database cannot be opened or written: no such folder, full disk, other schema."""

    code = "database-unusable"


class NotFound(PapermineError):
    """No record, table or file of that name is stored."""

    code = "not-found"


class BadQuery(PapermineError):
    """SQL that DuckDB refused."""

    code = "bad-query"
