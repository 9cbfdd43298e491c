"""What a process holds of memory: from /proc where there is one, else by psutil."""

from __future__ import annotations

import os
from pathlib import Path

_RESIDENT, _DATA = 1, 5
"""Columns of /proc/PID/statm, in pages (proc(5))."""


def resident(pid: int) -> int | None:
    """MiB of memory that a process has in use, or None where it has ended.

    >>> resident(os.getpid()) > 1
    True
    """
    pages = _statm(pid, _RESIDENT)
    if pages is not None:
        return pages >> 20
    import psutil
    try:
        used: int = psutil.Process(pid).memory_info().rss
    except psutil.Error:
        return None
    return used >> 20


def data_held() -> int:
    """Bytes of data that this process holds, as RLIMIT_DATA counts them; 0 where the system does not say."""
    held = _statm(os.getpid(), _DATA)
    if held is not None:
        return held
    import psutil
    return getattr(psutil.Process().memory_info(), "data", 0)


def _statm(pid: int, column: int) -> int | None:
    """Bytes in a column of /proc/PID/statm, or None where there is none."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None
