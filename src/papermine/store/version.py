"""The version of the database's layout, for those who need nothing else of it."""

from __future__ import annotations

SCHEMA_VERSION = 10
"""Raised by hand with each change of the base tables; `layout_digest` catches a forgotten raise."""
