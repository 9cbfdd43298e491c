"""What a run of `papermine ingest` is told, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papermine.ocr.wanted import AUTO, Wanted

if TYPE_CHECKING:
    from papermine.ingest.worker import Reader

@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take: seconds for a file and for a page of it, MiB of memory (resident)."""

    file_timeout: float = 3600.0
    page_timeout: float = 120.0
    memory: int = 2048


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: see `papermine ingest --help`."""

    council: str | None = None
    manifest: str | None = None
    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    password: str | None = None
    ocr: Wanted = AUTO
    keep_old: bool = False
    again: bool = False
    prune: bool = False
    rebuild: bool = False
    verbose: bool = False
    reader: Reader | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why."""

    path: str
    code: str
    message: str
    trace: str | None = None
    before: bool = False


@dataclass(slots=True)
class Progress:
    """Where a run stands. ``pages_total`` is an estimate until each file has been opened."""

    files_total: int = 0
    files_done: int = 0
    pages_done: int = 0
    pages_total: int = 0
    in_hand: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Report:
    """What a run did."""

    db: str
    files: int = 0
    read: int = 0
    unchanged: int = 0
    copies: int = 0
    forgotten: int = 0
    pages: int = 0
    seconds: float = 0.0
    found: dict[str, int] = field(default_factory=dict)
    stored: dict[str, int] = field(default_factory=dict)
    severities: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    left: int | None = None

    @property
    def interrupted(self) -> bool:
        """The user stopped it; ``left`` files were not read."""
        return self.left is not None


Listener = Callable[[Progress], None]
