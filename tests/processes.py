"""What still runs of a killed run, for tests and benchmarks."""

from __future__ import annotations

from pathlib import Path


def group(pgid: int) -> list[int]:
    """Processes of this group that still run (Linux)."""
    out = []
    for p in Path("/proc").glob("[0-9]*"):
        try:
            stat = (p / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(stat[2]) == pgid and stat[0] != "Z":
            out.append(int(p.name))
    return out
