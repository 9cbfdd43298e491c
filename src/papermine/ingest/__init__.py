"""The runner: many files, many processes, one database, nothing lost."""

from __future__ import annotations

from papermine.ingest.pool import Limits
from papermine.ingest.run import Failure, Listener, Options, Progress, Report, ingest
from papermine.ingest.sources import Given, find

__all__ = ["Failure", "Given", "Limits", "Listener", "Options", "Progress", "Report", "find", "ingest"]
