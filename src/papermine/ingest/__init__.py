"""The runner: many files, many processes, one database, nothing lost."""

from __future__ import annotations

from papermine.ingest.report import Failure, Limits, Listener, Options, Progress, Report
from papermine.ingest.sources import Given, find
from papermine.ingest.start import ingest

__all__ = ["Failure", "Given", "Limits", "Listener", "Options", "Progress", "Report", "find", "ingest"]
