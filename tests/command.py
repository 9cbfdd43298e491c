"""The command line, run inside the test's own process: as `papermine ARGS` does it, without the cost of a start."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from papermine.cli import main


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def run(*args: str, db: Path | None = None, stdin: str = "", **env: str) -> Done:
    """Run `papermine ARGS` off a terminal. PAPERMINE_DB and PAPERMINE_BY are not inherited."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    argv = ["papermine", *args, *(["--db", str(db)] if db else [])]
    kept = {k: v for k, v in os.environ.items() if k not in ("PAPERMINE_DB", "PAPERMINE_BY")} | env
    code = 0
    with patch.object(sys, "argv", argv), patch.object(sys, "stdin", io.StringIO(stdin)), patch.object(sys, "stdout", out), \
            patch.object(sys, "stderr", err), patch.dict("os.environ", kept, clear=True):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8", "replace"))  # type: ignore[attr-defined]
    return Done(code, *texts)


def ok(*args: str, db: Path | None = None, stdin: str = "", **env: str) -> str:
    """The same, for a command that must succeed: its standard output."""
    done = run(*args, db=db, stdin=stdin, **env)
    assert done.returncode == 0, done.stderr
    return done.stdout
